import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import { createCaller, type Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

const TAX_IDS = ['404404401', '404404402', '404404403'] as const;
const YEAR = { from: '2025-01-01', to: '2025-12-31' };

let system: System;
let parent: TestCompany;
let shop: TestCompany;
let groupId: string;
/** How each company knows the others, by identification code. */
const known = new Map<string, string>();

beforeAll(async () => {
  system = await startSystem({ companies: 3, chart: loadChart(), years: [2025] });
  [parent, shop] = [system.company(0), system.company(1)];
  for (const [index, taxId] of TAX_IDS.entries())
    await system.owner
      .sql`update identity.companies set tax_id = ${taxId} where id = ${system.company(index).id}`;
  await know(parent, TAX_IDS[1], 'შპს მაღაზია');
  await know(shop, TAX_IDS[0], 'შპს მშობელი');
  // The shop had earned 1,000 before three quarters of it were bought for 4,200.
  await record(shop, '2025-01-10', [
    ['1210', 4_000],
    ['5150', -4_000],
  ]);
  await record(shop, '2025-02-10', [
    ['1210', 1_000],
    ['6110', -1_000],
  ]);
  await record(parent, '2025-01-05', [
    ['1210', 10_000],
    ['5150', -10_000],
  ]);
  await record(parent, '2025-03-01', [
    ['2410', 4_200, withShop()],
    ['1210', -4_200],
  ]);
  // Since then the parent lets premises to the shop, and both have booked it.
  await record(parent, '2025-04-30', [
    ['1410', 300, withShop()],
    ['6110', -300],
  ]);
  await record(shop, '2025-04-30', [
    ['7420', 300],
    ['3110', -300, withParent()],
  ]);
  await record(shop, '2025-05-15', [
    ['1210', 2_000],
    ['6110', -2_000],
  ]);
  for (const company of [parent, shop])
    await vi.waitFor(
      async () => {
        expect(
          await system.owner.sql`select from reporting.counterparties where company_id = ${company.id}`,
        ).toHaveLength(1);
      },
      { timeout: 20_000 },
    );
});
afterAll(() => system.close());

const withShop = () => ({ counterpartyId: known.get(parent.id) });
const withParent = () => ({ counterpartyId: known.get(shop.id) });

const SET = `mutation ($input: SetConsolidationGroupInput!) { setConsolidationGroup(input: $input) {
  group { id name(language: EN) members { companyId ownership from to hasConsented } } } }`;
const CONSENT = `mutation ($input: ConsentToConsolidationInput!) { consentToConsolidation(input: $input) {
  consents { groupId parentId } } }`;
const WITHDRAW = `mutation ($input: WithdrawConsolidationConsentInput!) { withdrawConsolidationConsent(input: $input) {
  consents { groupId } } }`;
const STATEMENT = `companies { companyId name taxId ownership } lines { code members eliminations group }
  pairs { kind firstId secondId firstSays secondSays difference } checks { code holds difference }`;
const SHEET = `query ($groupId: ID!, $asOf: Date! = "2025-12-31") {
  consolidatedBalanceSheet(groupId: $groupId, asOf: $asOf) { ${STATEMENT} } }`;
const RESULT = `query ($groupId: ID!, $from: Date!, $to: Date!) {
  consolidatedIncomeStatement(groupId: $groupId, from: $from, to: $to) { ${STATEMENT} } }`;

interface Statement {
  readonly companies: readonly { readonly companyId: string; readonly ownership: string }[];
  readonly lines: readonly {
    readonly code: string;
    readonly members: readonly string[];
    readonly eliminations: string | null;
    readonly group: string | null;
  }[];
  readonly pairs: readonly object[];
  readonly checks: readonly { readonly code: string; readonly holds: boolean; readonly difference: string }[];
}
const us = (): Caller => parent.as('admin');
async function sheet(asOf = '2025-12-31'): Promise<Statement> {
  return (await us().query<{ consolidatedBalanceSheet: Statement }>(SHEET, { groupId, asOf }))
    .consolidatedBalanceSheet;
}
async function result(): Promise<Statement> {
  return (await us().query<{ consolidatedIncomeStatement: Statement }>(RESULT, { groupId, ...YEAR }))
    .consolidatedIncomeStatement;
}
const across = ({ lines }: Statement, code: string) => {
  const line = lines.find((one) => one.code === code);
  return line === undefined ? undefined : [...line.members, line.eliminations, line.group];
};

describe('a group of companies', () => {
  it('is made by the company that leads it, and reads nobody who has not consented', async () => {
    const { setConsolidationGroup } = await us().query<{
      setConsolidationGroup: { group: { id: string } };
    }>(SET, {
      input: {
        nameKa: 'ჯგუფი',
        nameEn: 'Group',
        members: [{ companyId: shop.id, ownership: '75', from: '2025-03-01' }],
      },
    });
    groupId = setConsolidationGroup.group.id;
    expect(setConsolidationGroup.group).toMatchObject({
      name: 'Group',
      members: [
        { companyId: shop.id, ownership: '75.0000', from: '2025-03-01', to: null, hasConsented: false },
      ],
    });
    expect(await us().refusal(SHEET, { groupId })).toMatchObject({ code: 'FORBIDDEN', field: 'groupId' });
    expect(await us().refusal(RESULT, { groupId, ...YEAR })).toMatchObject({ code: 'FORBIDDEN' });
    // Before it belonged to the group nothing of it is read.
    expect((await sheet('2025-02-28')).companies).toHaveLength(1);
  });

  it('takes consents of members only, from those who run the member', async () => {
    const input = { groupId, parentId: parent.id };
    const stranger = system.company(2).as('admin');
    expect(await stranger.refusal(CONSENT, { input })).toMatchObject({ code: 'NOT_FOUND', field: 'groupId' });
    expect(
      await shop.as('admin').refusal(CONSENT, { input: { groupId: UNKNOWN_ID, parentId: parent.id } }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    const clerk = createCaller(system.url, await shop.tokenWith(['reports:financial', 'accounts:write']));
    const { errors } = await clerk.answer(CONSENT, { input });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await shop.as('admin').query(CONSENT, { input })).toEqual({
      consentToConsolidation: { consents: [{ groupId, parentId: parent.id }] },
    });
    expect(await us().query('{ consolidationGroups { members { hasConsented } } }')).toEqual({
      consolidationGroups: [{ members: [{ hasConsented: true }] }],
    });
  });
});

describe('the statement of financial position of a group', () => {
  it('is what companies have, less what they owe each other and hold in each other', async () => {
    const drawn = await sheet();
    expect(drawn.companies.map(({ companyId, ownership }) => [companyId, ownership])).toEqual([
      [parent.id, '100.0000'],
      [shop.id, '75.0000'],
    ]);
    expect(across(drawn, 'CASH')).toEqual(['5800.00', '7000.00', '0.00', '12800.00']);
    expect(across(drawn, 'TRADE_RECEIVABLES')).toEqual(['300.00', '0.00', '-300.00', '0.00']);
    expect(across(drawn, 'TRADE_PAYABLES')).toEqual(['0.00', '300.00', '-300.00', '0.00']);
    expect(across(drawn, 'LONG_TERM_INVESTMENTS')).toEqual(['4200.00', '0.00', '-4200.00', '0.00']);
    // 4,200 paid for three quarters of 5,000.
    expect(across(drawn, 'GOODWILL_ON_CONSOLIDATION')).toEqual(['0.00', '0.00', '450.00', '450.00']);
    expect(across(drawn, 'SHARE_CAPITAL')).toEqual(['10000.00', '4000.00', '-4000.00', '10000.00']);
    // 300 of the parent's own and three quarters of the 1,700 that the shop earned since.
    expect(across(drawn, 'RETAINED_EARNINGS')).toEqual(['300.00', '2700.00', '-1425.00', '1575.00']);
    expect(across(drawn, 'NON_CONTROLLING_INTERESTS')).toEqual(['0.00', '0.00', '1675.00', '1675.00']);
    expect(across(drawn, 'TOTAL_ASSETS')?.at(-1)).toBe('13250.00');
    expect(drawn.checks.every(({ holds }) => holds)).toBe(true);
    expect(across(drawn, 'INTRAGROUP_DIFFERENCE')).toBeUndefined();
  });

  it('keeps the goodwill of the day on which a company was bought', async () => {
    expect(across(await sheet('2025-03-15'), 'GOODWILL_ON_CONSOLIDATION')?.at(-1)).toBe('450.00');
  });

  it('has no goodwill below nothing: what is bought for less than its equity is shown apart', async () => {
    const set = (from: string) =>
      us().query(SET, {
        input: {
          id: groupId,
          nameKa: 'ჯგუფი',
          nameEn: 'Group',
          members: [{ companyId: shop.id, ownership: '75', from }],
        },
      });
    await set('2025-06-01');
    const drawn = await sheet();
    // Three quarters of 6,700 for 4,200.
    expect(across(drawn, 'BARGAIN_PURCHASE')).toEqual(['0.00', '0.00', '825.00', '825.00']);
    expect(across(drawn, 'GOODWILL_ON_CONSOLIDATION')).toBeUndefined();
    expect(drawn.checks.every(({ holds }) => holds)).toBe(true);
    await set('2025-03-01');
  });
});

describe('the statement of profit or loss of a group', () => {
  it('has what companies earned since they were in it, from others', async () => {
    const drawn = await result();
    expect(across(drawn, 'REVENUE')).toEqual(['300.00', '2000.00', '-300.00', '2000.00']);
    expect(across(drawn, 'ADMINISTRATIVE_EXPENSES')).toEqual(['0.00', '-300.00', '300.00', '0.00']);
    expect(across(drawn, 'PROFIT')).toEqual(['300.00', '1700.00', '0.00', '2000.00']);
    expect(across(drawn, 'PROFIT_OF_OWNERS')?.at(-1)).toBe('1575.00');
    expect(across(drawn, 'PROFIT_OF_OTHERS')?.at(-1)).toBe('425.00');
  });

  it('shows where two companies do not say the same', async () => {
    await record(parent, '2025-06-30', [
      ['1410', 100, withShop()],
      ['6110', -100],
    ]);
    await record(shop, '2025-06-30', [
      ['7420', 90],
      ['3110', -90, withParent()],
    ]);
    await vi.waitFor(
      async () => {
        const drawn = await result();
        expect(drawn.pairs).toEqual([
          {
            kind: 'FLOWS',
            firstId: parent.id,
            secondId: shop.id,
            firstSays: '400.00',
            secondSays: '390.00',
            difference: '10.00',
          },
        ]);
        expect(across(drawn, 'INTRAGROUP_DIFFERENCE')).toEqual(['0.00', '0.00', '10.00', '10.00']);
        expect(drawn.checks.find(({ code }) => code === 'MEMBERS_AGREE')).toMatchObject({ holds: false });
      },
      { timeout: 20_000 },
    );
    const drawn = await sheet();
    expect(drawn.pairs).toMatchObject([{ kind: 'BALANCES', firstSays: '400.00', secondSays: '390.00' }]);
    expect(across(drawn, 'INTRAGROUP_DIFFERENCE')?.at(-1)).toBe('-10.00');
    expect(drawn.checks.find(({ code }) => code.startsWith('ASSETS'))).toMatchObject({ holds: true });
  });
});

describe('a consent', () => {
  it('is worth nothing to others, and nothing once it is taken back', async () => {
    const other = system.company(2).as('admin');
    expect(await other.query(SHEET, { groupId })).toEqual({ consolidatedBalanceSheet: null });
    const { setConsolidationGroup } = await other.query<{
      setConsolidationGroup: { group: { id: string } };
    }>(SET, {
      input: { nameKa: 'სხვა', members: [{ companyId: shop.id, ownership: '100', from: '2025-01-01' }] },
    });
    expect(await other.refusal(SHEET, { groupId: setConsolidationGroup.group.id })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await shop.as('admin').query(WITHDRAW, { input: { groupId } })).toEqual({
      withdrawConsolidationConsent: { consents: [] },
    });
    expect(await us().refusal(SHEET, { groupId })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await shop.as('admin').refusal(WITHDRAW, { input: { groupId } })).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
  });

  it('and a group are refused what cannot be', async () => {
    const member = { companyId: shop.id, ownership: '50', from: '2025-01-01' };
    const refused = (members: object[], more: object = {}) =>
      us().refusal(SET, { input: { nameKa: 'ჯგუფი', members, ...more } });
    expect(await refused([])).toMatchObject({ code: 'BAD_USER_INPUT', field: 'members' });
    expect(await refused([member, member])).toMatchObject({ field: 'members[1].companyId' });
    expect(await refused([{ ...member, companyId: parent.id }])).toMatchObject({
      field: 'members[0].companyId',
    });
    expect(await refused([{ ...member, ownership: '100.5' }])).toMatchObject({
      field: 'members[0].ownership',
    });
    expect(await refused([{ ...member, to: '2024-12-31' }])).toMatchObject({ field: 'members[0].from' });
    expect(await refused([member], { id: UNKNOWN_ID })).toMatchObject({ code: 'NOT_FOUND', field: 'id' });
  });
});

async function know(company: TestCompany, taxId: string, name: string): Promise<void> {
  const { createCounterparty } = await company
    .as('admin')
    .query<{ createCounterparty: { counterparty: { id: string } } }>(
      'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
      { input: { kind: 'COMPANY', taxId, name } },
    );
  known.set(company.id, createCounterparty.counterparty.id);
}

async function record(
  company: TestCompany,
  date: string,
  lines: readonly (readonly [string, number, object?])[],
): Promise<void> {
  const { recordTransaction } = await company
    .as('admin')
    .query<{ recordTransaction: { transaction: { seq: number } } }>(
      'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { seq } } }',
      {
        input: {
          date,
          description: 'Something that happened',
          entries: lines.map(([accountCode, amount, more]) => ({
            accountCode,
            [amount > 0 ? 'debit' : 'credit']: `${String(Math.abs(amount))}.00`,
            ...more,
          })),
        },
      },
    );
  // What is asked next is asked of books that have it.
  await company.as('admin').query('query ($minSeq: Int) { booksRead(minSeq: $minSeq) { seq } }', {
    minSeq: recordTransaction.transaction.seq,
  });
}
