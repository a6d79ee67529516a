import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { printedText } from '#test/printed-text.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';

/**
 * A parent, four fifths of a shop since July 2024, and all of a workshop since July 2025. In 2025 the parent lends to the
 * shop and takes interest, sells to it with VAT, gets its share of a dividend, and pays capital into the workshop; before
 * that it had sold to the workshop as to any stranger.
 */
const TAX_IDS = { parent: '404404411', shop: '404404412', workshop: '404404413' } as const;
type Name = keyof typeof TAX_IDS;
const NAMES = ['parent', 'shop', 'workshop'] as const;
const HOLDER = '404404414';
const YEAR = { from: '2025-01-01', to: '2025-12-31' };
const YEAR_BEFORE = { compareFrom: '2024-01-01', compareTo: '2024-12-31' };

let system: System;
let groupId: string;
let minSeqs: { companyId: string; seq: number }[];
/** When the books of 2024 were kept, and nothing of 2025 yet. */
let afterFirstYear: string;
/** How each company knows the others. */
const known = new Map<string, string>();
const company = (name: Name): TestCompany => system.company(NAMES.indexOf(name));
const us = () => company('parent').as('admin');

beforeAll(async () => {
  system = await startSystem({ companies: 3, chart: loadChart(), years: [2024, 2025] });
  for (const name of NAMES)
    await system.owner
      .sql`update identity.companies set tax_id = ${TAX_IDS[name]} where id = ${company(name).id}`;
  await know('parent', TAX_IDS.shop, TAX_IDS.workshop);
  await know('shop', TAX_IDS.parent, HOLDER);
  await know('workshop', TAX_IDS.parent);

  await record('parent', '2024-01-05', ['1210', 50_000], ['5150', -50_000]);
  await record('shop', '2024-01-10', ['1210', 10_000], ['5150', -10_000]);
  await record('shop', '2024-06-10', ['1210', 2_000], ['6110', -2_000]);
  await record('parent', '2024-07-01', ['2410', 10_000, 'shop'], ['1210', -10_000]);
  await record('shop', '2024-10-10', ['1210', 500], ['6110', -500]);
  afterFirstYear = new Date().toISOString();

  // A loan, and what it costs.
  await record('parent', '2025-02-01', ['1450', 3_000, 'shop'], ['1210', -3_000]);
  await record('shop', '2025-02-01', ['1210', 3_000], ['3210', -3_000, 'parent']);
  await record('parent', '2025-12-20', ['1210', 150], ['8110', -150, 'shop']);
  await record('shop', '2025-12-20', ['8210', 150, 'parent'], ['1210', -150]);
  // A sale with VAT, as invoices are booked: every entry names the other one. A part is paid, with cash that names it, too.
  await record(
    'parent',
    '2025-04-01',
    ['1410', 1_180, 'shop'],
    ['6110', -1_000, 'shop'],
    ['3330', -180, 'shop'],
  );
  await record(
    'shop',
    '2025-04-01',
    ['7420', 1_000, 'parent'],
    ['3340', 180, 'parent'],
    ['3110', -1_180, 'parent'],
  );
  await record('parent', '2025-05-05', ['1210', 700, 'shop'], ['1410', -700, 'shop']);
  await record('shop', '2025-05-05', ['3110', 700, 'parent'], ['1210', -700, 'parent']);
  // A dividend: four fifths of it to the parent.
  await record('shop', '2025-06-30', ['5310', 500], ['3420', -400, 'parent'], ['3420', -100, 'holder']);
  await record('parent', '2025-06-30', ['1820', 400, 'shop'], ['8120', -400, 'shop']);
  await record('shop', '2025-07-10', ['3420', 400, 'parent'], ['3420', 100, 'holder'], ['1210', -500]);
  await record('parent', '2025-07-10', ['1210', 400], ['1820', -400, 'shop']);
  // The workshop: by itself, a stranger that buys, bought, and given more capital.
  await record('workshop', '2025-01-10', ['1210', 5_000], ['5150', -5_000]);
  await record('workshop', '2025-03-10', ['1210', 1_000], ['6110', -1_000]);
  await record('parent', '2025-05-10', ['1210', 300], ['6110', -300, 'workshop']);
  await record('workshop', '2025-05-10', ['7420', 300, 'parent'], ['1210', -300]);
  await record('parent', '2025-07-01', ['2410', 6_500, 'workshop'], ['1210', -6_500]);
  await record('workshop', '2025-09-10', ['1210', 900], ['6110', -900]);
  await record('parent', '2025-10-01', ['2410', 1_000, 'workshop'], ['1210', -1_000]);
  await record('workshop', '2025-10-01', ['1210', 1_000], ['5150', -1_000, 'parent']);
  // What passes with others.
  await record('parent', '2025-08-01', ['1210', 6_000], ['6110', -6_000]);
  await record('parent', '2025-08-31', ['7420', 2_000], ['1210', -2_000]);
  await record('shop', '2025-08-01', ['1210', 4_000], ['6110', -4_000]);
  await record('shop', '2025-01-15', ['2150', 1_200], ['1210', -1_200]);
  await record('shop', '2025-12-31', ['7455', 120], ['2250', -120]);

  await vi.waitFor(
    async () => {
      expect(await system.owner.sql`select from reporting.counterparties`).toHaveLength(5);
    },
    { timeout: 20_000 },
  );
  const { setConsolidationGroup } = await us().query<{
    setConsolidationGroup: { group: { id: string } };
  }>(SET, {
    input: {
      nameKa: 'ჯგუფი',
      members: membersUntil(null),
    },
  });
  groupId = setConsolidationGroup.group.id;
  for (const name of ['shop', 'workshop'] as const)
    await company(name)
      .as('admin')
      .query(CONSENT, { input: { groupId, parentId: company('parent').id } });
  minSeqs = NAMES.map(lastOf);
});
afterAll(() => system.close());

const SET = `mutation ($input: SetConsolidationGroupInput!) { setConsolidationGroup(input: $input) { group { id } } }`;
const CONSENT = `mutation ($input: ConsentToConsolidationInput!) { consentToConsolidation(input: $input) {
  consents { groupId } } }`;
const STATEMENT = `companies { companyId seq } lines { code step members eliminations group comparative variance }
  pairs { kind firstSays secondSays difference } checks { code holds expected actual }`;
const SHEET = `query ($groupId: ID!, $asOf: Date! = "2025-12-31", $compareTo: Date, $knownAt: DateTime,
  $minSeqs: [ConsolidationMinSeqInput!]) {
  consolidatedBalanceSheet(groupId: $groupId, asOf: $asOf, compareTo: $compareTo, knownAt: $knownAt, minSeqs: $minSeqs) {
    ${STATEMENT} } }`;
const RESULT = `query ($groupId: ID!, $from: Date!, $to: Date!, $compareFrom: Date, $compareTo: Date, $knownAt: DateTime,
  $minSeqs: [ConsolidationMinSeqInput!]) {
  consolidatedIncomeStatement(groupId: $groupId, from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo,
    knownAt: $knownAt, minSeqs: $minSeqs) { ${STATEMENT} } }`;
const FLOWS = `query ($groupId: ID!, $from: Date!, $to: Date!, $compareFrom: Date, $compareTo: Date, $knownAt: DateTime,
  $method: CashFlowMethod, $minSeqs: [ConsolidationMinSeqInput!]) {
  consolidatedCashFlowStatement(groupId: $groupId, from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo,
    knownAt: $knownAt, method: $method, minSeqs: $minSeqs) { ${STATEMENT} } }`;
const AMOUNT = '{ members eliminations group comparative variance }';
const COMPONENT = `{ code opening ${AMOUNT} changes { code amount ${AMOUNT} } closing ${AMOUNT} }`;
const EQUITY = `query ($groupId: ID!, $from: Date!, $to: Date!, $compareFrom: Date, $compareTo: Date, $knownAt: DateTime,
  $minSeqs: [ConsolidationMinSeqInput!]) {
  consolidatedChangesInEquity(groupId: $groupId, from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo,
    knownAt: $knownAt, minSeqs: $minSeqs) {
    companies { companyId } components ${COMPONENT} ofOwners ${COMPONENT} total ${COMPONENT}
    pairs { kind difference } checks { code holds expected actual } } }`;

interface Component {
  readonly code: string;
  readonly opening: Amounts;
  readonly changes: readonly { readonly code: string; readonly amount: Amounts }[];
  readonly closing: Amounts;
}
interface Amounts {
  readonly members: readonly string[];
  readonly eliminations: string;
  readonly group: string;
  readonly comparative: string | null;
}
interface Equity extends Pick<Statement, 'companies' | 'pairs' | 'checks'> {
  readonly components: readonly Component[];
  readonly ofOwners: Component;
  readonly total: Component;
}

async function equity(variables: object): Promise<Equity> {
  const { consolidatedChangesInEquity } = await us().query<{ consolidatedChangesInEquity: Equity }>(EQUITY, {
    ...{ groupId, minSeqs },
    ...variables,
  });
  return consolidatedChangesInEquity;
}
/** What the group has of a component, from the opening to the closing balance, without what is nothing. */
function ofGroup(component: Component | undefined, which: 'group' | 'comparative' = 'group') {
  if (component === undefined) return undefined;
  const { opening, changes, closing } = component;
  return Object.fromEntries(
    [
      ['OPENING', opening] as const,
      ...changes.map(({ code, amount }) => [code, amount] as const),
      ['CLOSING', closing] as const,
    ].flatMap(([code, amount]) => (Number(amount[which]) === 0 ? [] : [[code, Number(amount[which])]])),
  );
}

interface Line {
  readonly code: string;
  readonly step: string | null;
  readonly members: readonly string[];
  readonly eliminations: string | null;
  readonly group: string | null;
  readonly comparative: string | null;
  readonly variance: string | null;
}
interface Statement {
  readonly companies: readonly { readonly companyId: string; readonly seq: number }[];
  readonly lines: readonly Line[];
  readonly pairs: readonly { readonly kind: string; readonly difference: string }[];
  readonly checks: readonly { readonly code: string; readonly holds: boolean }[];
}

async function ask(operation: string, variables: object = {}): Promise<Statement> {
  const answer = await us().query<Record<string, Statement>>(operation, { groupId, minSeqs, ...variables });
  const [statement] = Object.values(answer);
  if (statement === undefined) throw new Error('there is no such group');
  return statement;
}
/** Amounts of a line without the tetri: members, eliminations, group. */
function across({ lines }: Statement, code: string, step: string | null = null) {
  const line = lines.find((one) => one.code === code && one.step === step);
  return line === undefined ? undefined : [...line.members, line.eliminations, line.group].map(Number);
}
const whatFails = ({ checks }: Pick<Statement, 'checks'>) => checks.filter(({ holds }) => !holds);

describe('the sheet of three companies', () => {
  it('leaves cash and taxes where they are, whomever their entries name', async () => {
    const drawn = await ask(SHEET);
    expect(across(drawn, 'CASH')).toEqual([35_050, 16_950, 7_600, 0, 59_600]);
    expect(across(drawn, 'OTHER_TAXES')).toEqual([180, 0, 0, 0, 180]);
    expect(across(drawn, 'TAX_ASSETS')).toEqual([0, 180, 0, 0, 180]);
    expect(across(drawn, 'TRADE_RECEIVABLES')).toEqual([3_480, 0, 0, -3_480, 0]);
    expect(across(drawn, 'SHORT_TERM_BORROWINGS')).toEqual([0, 3_000, 0, -3_000, 0]);
    expect(across(drawn, 'GOODWILL_ON_CONSOLIDATION')).toEqual([0, 0, 0, 1_200, 1_200]);
    expect(across(drawn, 'RETAINED_EARNINGS')?.at(-1)).toBe(8_934);
    expect(across(drawn, 'NON_CONTROLLING_INTERESTS')?.at(-1)).toBe(2_946);
    expect(across(drawn, 'TOTAL_EQUITY')?.at(-1)).toBe(61_880);
    expect(whatFails(drawn)).toEqual([]);
  });

  it('stands beside that of the year before, when a company less was in the group', async () => {
    const drawn = await ask(SHEET, { compareTo: '2024-12-31' });
    expect(drawn.companies).toHaveLength(3);
    const line = (code: string) => drawn.lines.find((one) => one.code === code);
    expect(line('CASH')).toMatchObject({ comparative: '52500.00', variance: '7100.00' });
    expect(line('GOODWILL_ON_CONSOLIDATION')).toMatchObject({ comparative: '400.00' });
    expect(line('TOTAL_EQUITY')).toMatchObject({ comparative: '52900.00', variance: '8980.00' });
    expect(line('EQUITY')).toMatchObject({ group: null, comparative: null, variance: null });
  });

  it('is also drawn as it was known at a moment, with what was between companies then', async () => {
    const drawn = await ask(SHEET, { knownAt: afterFirstYear });
    expect(across(drawn, 'CASH')).toEqual([40_000, 12_500, 0, 0, 52_500]);
    expect(across(drawn, 'TRADE_RECEIVABLES')).toEqual([0, 0, 0, 0, 0]);
    expect(drawn.companies.map(({ seq }) => seq)).toEqual([2, 3, 0]);
    expect(whatFails(drawn)).toEqual([]);
  });

  it('waits for postings of companies of the group, and of no others', async () => {
    expect(
      await us().refusal(SHEET, { groupId, minSeqs: [{ companyId: UNKNOWN_ID, seq: 1 }] }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'minSeqs[0].companyId' });
    // On that day the workshop was not in the group yet.
    expect(await us().refusal(SHEET, { groupId, minSeqs, asOf: '2025-06-30' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'minSeqs[2].companyId',
    });
    expect(
      await us().refusal(SHEET, { groupId, minSeqs: [{ companyId: company('shop').id, seq: -1 }] }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'minSeqs[0].seq' });
  });
});

describe('the result of three companies', () => {
  it('has neither dividends between them nor what was sold to a stranger taken out', async () => {
    const drawn = await ask(RESULT, { ...YEAR, ...YEAR_BEFORE });
    expect(across(drawn, 'REVENUE')).toEqual([7_300, 4_000, 900, -1_000, 11_200]);
    expect(across(drawn, 'FINANCE_INCOME')).toEqual([550, 0, 0, -550, 0]);
    expect(across(drawn, 'PROFIT')).toEqual([5_850, 2_730, 900, -400, 9_080]);
    expect(across(drawn, 'PROFIT_OF_OWNERS')).toEqual([5_850, 2_184, 900, -400, 8_534]);
    expect(across(drawn, 'PROFIT_OF_OTHERS')).toEqual([0, 546, 0, 0, 546]);
    expect(across(drawn, 'INTRAGROUP_DIFFERENCE')).toBeUndefined();
    // The shop since it was bought.
    expect(drawn.lines.find(({ code }) => code === 'PROFIT')).toMatchObject({
      comparative: '500.00',
      variance: '8580.00',
    });
    expect(whatFails(drawn)).toEqual([]);
  });

  it('needs both days of a comparative', async () => {
    expect(await us().refusal(RESULT, { groupId, ...YEAR, compareTo: '2024-12-31' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'compareFrom',
    });
  });
});

describe('the cash flows of three companies', () => {
  it('lead from what the group had to what it has, without what companies paid each other', async () => {
    const drawn = await ask(FLOWS, { ...YEAR, ...YEAR_BEFORE });
    expect(across(drawn, 'FROM_CUSTOMERS')).toEqual([7_000, 4_000, 900, -700, 11_200]);
    expect(across(drawn, 'TO_SUPPLIERS')).toEqual([-2_000, -700, 0, 700, -2_000]);
    expect(across(drawn, 'INTEREST_PAID')).toEqual([0, -150, 0, 150, 0]);
    expect(across(drawn, 'NET_OPERATING')).toEqual([5_000, 3_150, 900, 150, 9_200]);
    expect(across(drawn, 'ASSETS_BOUGHT')).toEqual([0, -1_200, 0, 0, -1_200]);
    // The loan, the capital that the workshop says it got, and the price of the workshop, which is shown where its cash is.
    expect(across(drawn, 'INVESTMENTS')).toEqual([-10_500, 0, 0, 10_500, 0]);
    expect(across(drawn, 'SUBSIDIARIES_OBTAINED')).toEqual([0, 0, 5_700, -6_500, -800]);
    expect(across(drawn, 'INCOME_FROM_INVESTMENTS')).toEqual([550, 0, 0, -550, 0]);
    expect(across(drawn, 'BORROWINGS_RECEIVED')).toEqual([0, 3_000, 0, -3_000, 0]);
    expect(across(drawn, 'CAPITAL')).toEqual([0, 0, 1_000, -1_000, 0]);
    expect(across(drawn, 'DIVIDENDS_PAID')).toEqual([0, -500, 0, 400, -100]);
    expect(across(drawn, 'OPENING_CASH')).toEqual([40_000, 12_500, 0, 0, 52_500]);
    expect(across(drawn, 'CHANGE_OF_CASH')).toEqual([-4_950, 4_450, 7_600, 0, 7_100]);
    expect(across(drawn, 'CLOSING_CASH')).toEqual([35_050, 16_950, 7_600, 0, 59_600]);
    expect(across(drawn, 'CLOSING_CASH')).toEqual(across(await ask(SHEET), 'CASH'));
    expect(drawn.pairs.map(({ kind, difference }) => [kind, difference])).toEqual([
      ['CASH', '0.00'],
      ['CASH', '0.00'],
    ]);
    expect(whatFails(drawn)).toEqual([]);
    // 12,000 were in the shop when four fifths of it were bought for 10,000.
    const line = (code: string) => drawn.lines.find((one) => one.code === code);
    expect(line('SUBSIDIARIES_OBTAINED')).toMatchObject({ comparative: '2000.00', variance: '-2800.00' });
    expect(line('OPENING_CASH')).toMatchObject({ comparative: '0.00' });
    expect(line('CLOSING_CASH')).toMatchObject({ comparative: '52500.00' });
  });

  it('begin with the profit of the group by the indirect method', async () => {
    const drawn = await ask(FLOWS, { ...YEAR, method: 'INDIRECT' });
    expect(across(drawn, 'PROFIT', 'PROFIT')).toEqual([5_850, 2_730, 900, -400, 9_080]);
    expect(across(drawn, 'PROPERTY_PLANT_EQUIPMENT', 'NON_CASH')).toEqual([0, 120, 0, 0, 120]);
    // Interest and dividends were income from investments; between companies they are nothing.
    expect(across(drawn, 'INCOME_FROM_INVESTMENTS', 'ELSEWHERE')).toEqual([-150, 0, 0, 150, 0]);
    expect(across(drawn, 'TRADE_RECEIVABLES', 'WORKING_CAPITAL')).toEqual([-480, 0, 0, 480, 0]);
    expect(across(drawn, 'TRADE_PAYABLES', 'WORKING_CAPITAL')).toEqual([0, 480, 0, -480, 0]);
    expect(across(drawn, 'OTHER_TAXES', 'WORKING_CAPITAL')).toEqual([180, -180, 0, 0, 0]);
    expect(across(drawn, 'INTRAGROUP_DIFFERENCE')).toBeUndefined();
    expect(across(drawn, 'NET_OPERATING')).toEqual([5_000, 3_150, 900, 150, 9_200]);
    expect(across(drawn, 'CLOSING_CASH')?.at(-1)).toBe(59_600);
    expect(whatFails(drawn)).toEqual([]);
  });

  it('take the cash along of a company that leaves', async () => {
    const set = (to: string | null) =>
      us().query(SET, { input: { id: groupId, nameKa: 'ჯგუფი', members: membersUntil(to) } });
    for (const day of ['2025-09-30', '2024-12-31']) {
      await set(day);
      const drawn = await ask(FLOWS, { ...YEAR, minSeqs: [] });
      const cash = day === '2024-12-31' ? 12_500 : 16_950 + 150;
      expect(across(drawn, 'SUBSIDIARIES_LOST')?.[1]).toBe(-cash);
      expect(across(drawn, 'CLOSING_CASH')).toEqual([35_050, 0, 7_600, 0, 42_650]);
      expect(whatFails(drawn)).toEqual([]);
    }
    await set(null);
  });

  it('ask for no books beyond the day on which a company left, be it that before the first', async () => {
    await us().query(
      'mutation ($input: OpenFiscalYearInput!) { openFiscalYear(input: $input) { periods { month } } }',
      { input: { year: 2026 } },
    );
    await vi.waitFor(
      async () => {
        expect(
          await system.owner
            .sql`select from reporting.periods where company_id = ${company('parent').id} and year = 2026`,
        ).toHaveLength(12);
      },
      { timeout: 20_000 },
    );
    const set = (to: string | null) =>
      us().query(SET, {
        input: {
          id: groupId,
          nameKa: 'ჯგუფი',
          members: membersUntil(null).map((member) => ({ ...member, to })),
        },
      });
    const span = { from: '2026-01-01', to: '2026-12-31', minSeqs: [] };
    // The books of the others end with 2025.
    expect(await us().refusal(FLOWS, { groupId, ...span })).toMatchObject({ code: 'BAD_USER_INPUT' });
    await set('2025-12-31');
    const flows = await ask(FLOWS, span);
    expect(across(flows, 'SUBSIDIARIES_LOST')).toEqual([0, -16_950, -7_600, 0, -24_550]);
    expect(across(flows, 'CLOSING_CASH')).toEqual([35_050, 0, 0, 0, 35_050]);
    expect(whatFails(flows)).toEqual([]);
    const changes = await equity(span);
    expect(ofGroup(changes.total)).toEqual({
      OPENING: 61_880,
      SUBSIDIARIES_LOST: -6_030,
      CLOSING: 55_850,
    });
    expect(whatFails(changes)).toEqual([]);
    await set(null);
  });

  it('show what one says it paid and the other has not received', async () => {
    await record('shop', '2025-12-31', ['3110', 80, 'parent'], ['1210', -80]);
    for (const method of ['DIRECT', 'INDIRECT']) {
      const drawn = await ask(FLOWS, { ...YEAR, method, minSeqs: [lastOf('shop')] });
      expect(across(drawn, 'INTRAGROUP_CASH_DIFFERENCE')).toEqual([0, 0, 0, -80, -80]);
      expect(across(drawn, 'NET_OPERATING')?.at(-1)).toBe(9_200);
      expect(across(drawn, 'CLOSING_CASH')?.at(-1)).toBe(59_520);
      expect(whatFails(drawn).map(({ code }) => code)).toEqual(['MEMBERS_AGREE']);
    }
    await record('shop', '2025-12-31', ['1210', 80], ['3110', -80, 'parent']);
  });

  it('have the goods that one sold to the other as profit that nobody has spent', async () => {
    await record('parent', '2025-12-30', ['1410', 70, 'shop'], ['6110', -70, 'shop']);
    await record('shop', '2025-12-30', ['1610', 70, 'parent'], ['3110', -70, 'parent']);
    const drawn = await ask(FLOWS, {
      ...YEAR,
      method: 'INDIRECT',
      minSeqs: [lastOf('parent'), lastOf('shop')],
    });
    expect(across(drawn, 'PROFIT', 'PROFIT')?.at(-1)).toBe(9_150);
    expect(across(drawn, 'INVENTORIES', 'WORKING_CAPITAL')).toEqual([0, -70, 0, 0, -70]);
    expect(across(drawn, 'INTRAGROUP_DIFFERENCE')).toBeUndefined();
    expect(across(drawn, 'NET_OPERATING')?.at(-1)).toBe(9_200);
    expect(whatFails(drawn)).toEqual([]);
    await record('parent', '2025-12-30', ['6110', 70, 'shop'], ['1410', -70, 'shop']);
    await record('shop', '2025-12-30', ['3110', 70, 'parent'], ['1610', -70, 'parent']);
  });
});

describe('changes in the equity of three companies', () => {
  const component = (of: Equity, code: string) => of.components.find((one) => one.code === code);

  it('lead from sheet to sheet, those of owners and those of others', async () => {
    const drawn = await equity({ ...YEAR, ...YEAR_BEFORE });
    expect(drawn.components.map(({ code }) => code)).toEqual([
      'SHARE_CAPITAL',
      'SHARE_PREMIUM',
      'TREASURY_SHARES',
      'RESERVES',
      'RETAINED_EARNINGS',
      'NON_CONTROLLING_INTERESTS',
    ]);
    expect(ofGroup(component(drawn, 'SHARE_CAPITAL'))).toEqual({ OPENING: 50_000, CLOSING: 50_000 });
    // What the shop distributed to the parent is neither profit nor a dividend of the group.
    expect(ofGroup(component(drawn, 'RETAINED_EARNINGS'))).toEqual({
      OPENING: 400,
      PROFIT: 8_534,
      CLOSING: 8_934,
    });
    expect(ofGroup(component(drawn, 'NON_CONTROLLING_INTERESTS'))).toEqual({
      OPENING: 2_500,
      PROFIT: 546,
      DIVIDENDS: -100,
      CLOSING: 2_946,
    });
    expect(ofGroup(drawn.ofOwners)).toEqual({ OPENING: 50_400, PROFIT: 8_534, CLOSING: 58_934 });
    expect(ofGroup(drawn.total)).toEqual({
      OPENING: 52_900,
      PROFIT: 9_080,
      DIVIDENDS: -100,
      CLOSING: 61_880,
    });
    expect(drawn.total.closing.group).toBe(
      (await ask(SHEET)).lines.find(({ code }) => code === 'TOTAL_EQUITY')?.group,
    );
    expect(whatFails(drawn)).toEqual([]);
    // The workshop came with 5,700, all of which were bought, and got 1,000 from the parent.
    const capital = component(drawn, 'SHARE_CAPITAL');
    const change = (code: string) => capital?.changes.find((one) => one.code === code)?.amount;
    expect(change('SUBSIDIARIES_OBTAINED')).toMatchObject({
      members: ['0.00', '0.00', '5000.00'],
      eliminations: '-5000.00',
    });
    expect(change('CONTRIBUTIONS')).toMatchObject({
      members: ['0.00', '0.00', '1000.00'],
      eliminations: '-1000.00',
      comparative: '50000.00',
    });
    // A year before the shop was bought, a fifth of its 12,000 being of others.
    expect(ofGroup(component(drawn, 'NON_CONTROLLING_INTERESTS'), 'comparative')).toEqual({
      SUBSIDIARIES_OBTAINED: 2_400,
      PROFIT: 100,
      CLOSING: 2_500,
    });
  });

  it('lose what the group had earned with a company that leaves', async () => {
    const set = (to: string | null) =>
      us().query(SET, { input: { id: groupId, nameKa: 'ჯგუფი', members: membersUntil(to) } });
    for (const day of ['2025-09-30', '2024-12-31']) {
      await set(day);
      const drawn = await equity({ ...YEAR, minSeqs: [] });
      expect(whatFails(drawn).filter(({ code }) => code !== 'MEMBERS_AGREE')).toEqual([]);
      const others = ofGroup(component(drawn, 'NON_CONTROLLING_INTERESTS'));
      expect(others?.['CLOSING']).toBeUndefined();
      expect(others?.['SUBSIDIARIES_LOST']).toBe(day === '2024-12-31' ? -2_500 : -3_000);
    }
    await set(null);
  });

  it('round shares to the tetri without losing one', async () => {
    // Thirds of what others own: each is rounded by itself.
    const third = membersUntil(null).map((member) => ({ ...member, ownership: '66.6667' }));
    await us().query(SET, { input: { id: groupId, nameKa: 'ჯგუფი', members: third } });
    await record('shop', '2025-12-31', ['1210', 1], ['6110', -1]);
    for (const from of ['2025-01-01', '2025-06-30', '2025-07-01', '2025-12-20']) {
      const drawn = await equity({ from, to: '2025-12-31', minSeqs: [lastOf('shop')] });
      expect(whatFails(drawn)).toEqual([]);
      const rounding = drawn.total.changes.find(({ code }) => code === 'ROUNDING');
      expect(Math.abs(Number(rounding?.amount.group ?? 0))).toBeLessThan(0.05);
    }
    await us().query(SET, { input: { id: groupId, nameKa: 'ჯგუფი', members: membersUntil(null) } });
  });
});

describe('statements of a group as files', () => {
  const FILE = `query ($report: ReportName!, $groupId: ID, $from: Date, $to: Date, $compareFrom: Date, $compareTo: Date,
    $method: CashFlowMethod, $currency: String, $knownAt: DateTime, $format: ReportFormat! = CSV) {
    reportFile(report: $report, groupId: $groupId, from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo,
      method: $method, currency: $currency, knownAt: $knownAt, format: $format, language: EN) { url isClosed } }`;
  const link = async (given: object) =>
    (await us().query<{ reportFile: { url: string; isClosed: boolean } | null }>(FILE, { groupId, ...given }))
      .reportFile;
  const fetched = async (given: object): Promise<Buffer> => {
    const file = await link({ ...YEAR, ...given });
    const response = await fetch(`${system.url}${file?.url ?? ''}`);
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };
  const csv = async (given: object): Promise<Map<string, string[]>> =>
    new Map(
      (await fetched(given))
        .toString('utf8')
        .replace('\uFEFF', '')
        .trim()
        .split('\r\n')
        .map((line) => {
          const [code = '', ...cells] = [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,"]*))/g)].map(
            ([, quoted, plain]) => quoted ?? plain ?? '',
          );
          return [code, cells];
        }),
    );

  it.each([
    ['CONSOLIDATED_BALANCE_SHEET', SHEET, {}],
    ['CONSOLIDATED_INCOME_STATEMENT', RESULT, YEAR],
    ['CONSOLIDATED_CASH_FLOW_STATEMENT', FLOWS, YEAR],
  ])('have the figures of the query: %s', async (report, operation, span) => {
    const compareTo = '2024-12-31';
    const before = report === 'CONSOLIDATED_BALANCE_SHEET' ? { compareTo } : YEAR_BEFORE;
    const file = await csv({ report, ...before });
    const { lines } = await ask(operation, { ...span, ...before, minSeqs: [lastOf('shop')] });
    const told = lines.filter(({ group }) => group !== null && Number(group) !== 0);
    expect(told.length).toBeGreaterThan(5);
    for (const { code, members, eliminations, group, comparative, variance } of told)
      expect([code, file.get(code)?.slice(1)]).toEqual([
        code,
        [...members, eliminations, group, comparative, variance],
      ]);
    // What has no amount is left out.
    expect(file.has('INTANGIBLE_ASSETS')).toBe(false);
    expect(file.has('BORROWINGS_REPAID')).toBe(false);
  });

  it('show equity component by component, the year before above', async () => {
    const file = await csv({ report: 'CONSOLIDATED_CHANGES_IN_EQUITY', ...YEAR_BEFORE });
    expect(file.get('code')).toEqual([
      'name',
      'Share capital, ₾',
      'Retained earnings, ₾',
      'Attributable to owners of the parent, ₾',
      'Non-controlling interests, ₾',
      'Total, ₾',
    ]);
    expect(file.get('CLOSING_OF_COMPARATIVE')?.slice(1)).toEqual([
      '50000.00',
      '400.00',
      '50400.00',
      '2500.00',
      '52900.00',
    ]);
    expect(file.get('DIVIDENDS')?.slice(1)).toEqual(['0.00', '0.00', '0.00', '-100.00', '-100.00']);
    const drawn = await equity({ ...YEAR, minSeqs: [lastOf('shop')] });
    expect(file.get('CLOSING')?.at(-1)).toBe(drawn.total.closing.group);
    expect(file.get('CLOSING')?.at(-3)).toBe(drawn.ofOwners.closing.group);
    const bytes = await fetched({ report: 'CONSOLIDATED_CHANGES_IN_EQUITY', format: 'XLSX' });
    const last = (await readSheet(bytes)).findIndex(([first]) => first === 'Balance on 31.12.2025') + 1;
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    // What is of the owners, and all: without what is summed already.
    expect(xml).toContain(`<f>B${String(last)}+C${String(last)}</f>`);
    expect(xml).toContain(`<f>B${String(last)}+C${String(last)}+E${String(last)}</f>`);
  });

  it('are sheets whose totals go down and whose group goes across, and paper that names the companies', async () => {
    const bytes = await fetched({ report: 'CONSOLIDATED_BALANCE_SHEET', format: 'XLSX' });
    const rows = await readSheet(bytes);
    const cash = rows.findIndex(([first]) => first === 'Cash and cash equivalents') + 1;
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toContain(`<f>SUM(B${String(cash)}:E${String(cash)})</f>`);
    const pages = await printedText(
      await fetched({ report: 'CONSOLIDATED_CASH_FLOW_STATEMENT', method: 'INDIRECT', format: 'PDF' }),
    );
    for (const text of ['Consolidated statement of cash flows', 'Subsidiaries obtained', 'Eliminations'])
      expect(pages.join(' ')).toContain(text);
  });

  it('are had as they were known, in lari, and of nobody else', async () => {
    const known = await csv({ report: 'CONSOLIDATED_BALANCE_SHEET', knownAt: afterFirstYear });
    expect(known.get('CASH')?.slice(1)).toEqual(['40000.00', '12500.00', '0.00', '0.00', '52500.00']);
    const report = 'CONSOLIDATED_BALANCE_SHEET';
    expect(await us().refusal(FILE, { ...YEAR, report })).toMatchObject({ field: 'groupId' });
    expect(await us().refusal(FILE, { ...YEAR, groupId, report, currency: 'USD' })).toMatchObject({
      field: 'currency',
    });
    expect(await link({ ...YEAR, report, groupId: UNKNOWN_ID })).toBeNull();
    expect(
      await company('workshop')
        .as('admin')
        .query(FILE, { ...YEAR, report, groupId }),
    ).toEqual({
      reportFile: null,
    });
  });

  it('are closed when the months of every company are', async () => {
    const of = { report: 'CONSOLIDATED_BALANCE_SHEET', to: '2024-07-31' };
    for (const [name, isClosed] of [
      ['parent', false],
      ['shop', true],
    ] as const) {
      for (const month of [1, 2, 3, 4, 5, 6, 7])
        await company(name)
          .as('admin')
          .query(
            'mutation ($input: PeriodActionInput!) { closePeriod(input: $input) { period { status } } }',
            {
              input: { year: 2024, month, reason: 'the month is over' },
            },
          );
      await vi.waitFor(
        async () => {
          const open = await system.owner.sql`select from reporting.periods
            where company_id = ${company(name).id} and year = 2024 and month <= 7 and is_open`;
          expect(open).toHaveLength(0);
        },
        { timeout: 20_000 },
      );
      expect((await link(of))?.isClosed).toBe(isClosed);
    }
  });

  it('are handed out no more once a company has taken its consent back', async () => {
    const file = await link({ ...YEAR, report: 'CONSOLIDATED_INCOME_STATEMENT' });
    await company('shop')
      .as('admin')
      .query(
        `mutation ($input: WithdrawConsolidationConsentInput!) { withdrawConsolidationConsent(input: $input) {
          consents { groupId } } }`,
        { input: { groupId } },
      );
    const response = await fetch(`${system.url}${file?.url ?? ''}`);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('Revenue');
    for (const name of ['BALANCE_SHEET', 'INCOME_STATEMENT', 'CASH_FLOW_STATEMENT', 'CHANGES_IN_EQUITY'])
      expect(await us().refusal(FILE, { ...YEAR, groupId, report: `CONSOLIDATED_${name}` })).toMatchObject({
        code: 'FORBIDDEN',
        field: 'groupId',
      });
    for (const operation of [RESULT, FLOWS, EQUITY])
      expect(await us().refusal(operation, { groupId, ...YEAR })).toMatchObject({
        code: 'FORBIDDEN',
        field: 'groupId',
      });
  });
});

/** The members, the shop up to a day. */
function membersUntil(to: string | null) {
  return [
    { companyId: company('shop').id, ownership: '80', from: '2024-07-01', to },
    { companyId: company('workshop').id, ownership: '100', from: '2025-07-01' },
  ];
}
function lastOf(name: Name) {
  return { companyId: company(name).id, seq: last.get(name) ?? 0 };
}

async function know(name: Name, ...taxIds: string[]): Promise<void> {
  for (const taxId of taxIds) {
    const { createCounterparty } = await company(name)
      .as('admin')
      .query<{ createCounterparty: { counterparty: { id: string } } }>(
        'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
        { input: { kind: 'COMPANY', taxId, name: `შპს ${taxId}` } },
      );
    const other = NAMES.find((one) => TAX_IDS[one] === taxId) ?? 'holder';
    known.set(`${name} knows ${other}`, createCounterparty.counterparty.id);
  }
}

/** The last posting of each company. */
const last = new Map<Name, number>();

/** @param lines account, amount in GEL that is a debit above zero, and whom the entry names */
async function record(
  name: Name,
  date: string,
  ...lines: readonly (readonly [account: string, amount: number, other?: Name | 'holder'])[]
): Promise<void> {
  const { recordTransaction } = await company(name)
    .as('admin')
    .query<{ recordTransaction: { transaction: { seq: number } } }>(
      'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { seq } } }',
      {
        input: {
          date,
          description: 'Something that happened',
          entries: lines.map(([accountCode, amount, other]) => ({
            accountCode,
            [amount > 0 ? 'debit' : 'credit']: `${String(Math.abs(amount))}.00`,
            ...(other === undefined ? {} : { counterpartyId: known.get(`${name} knows ${other}`) }),
          })),
        },
      },
    );
  last.set(name, recordTransaction.transaction.seq);
}
