import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type TransactionSql } from '#db/client.ts';
import { createRandom } from '#cli/demo/journal/random.ts';
import type { Caller } from '#test/caller.ts';
import type { EntryInput } from '#test/postings.ts';
import { startSystem, type System } from '#test/system.ts';
import { rebuildLedger } from '../rebuild.ts';

let system: System;
let chief: Caller;
let customer: string;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  chief = system.company(0).as('chief_accountant');
  for (const [code, type] of [
    ['8140', 'REVENUE'],
    ['8240', 'EXPENSE'],
  ] as const)
    await chief.query(
      `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }`,
      { input: { code, name: 'საკურსო სხვაობა', type } },
    );
  for (const [code, role] of [
    ['1410', 'RECEIVABLE'],
    ['3110', 'PAYABLE'],
  ] as const)
    await chief.query(
      `mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { account { id } } }`,
      {
        input: { id: system.company(0).accountId(code), role },
      },
    );
});
afterAll(() => system.close());

let taxId = 405_200_000;
beforeEach(async () => {
  customer = await counterparty(chief);
});

async function counterparty(caller: Caller): Promise<string> {
  taxId += 1;
  const { createCounterparty } = await caller.query<{ createCounterparty: { counterparty: { id: string } } }>(
    `mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }`,
    { input: { kind: 'COMPANY', taxId: String(taxId), name: 'შპს მყიდველი' } },
  );
  return createCounterparty.counterparty.id;
}

/** Records a transaction whose first entry is the item; answers the item's name. */
async function post(date: string, item: EntryInput, other: EntryInput, reference?: string): Promise<string> {
  const { recordTransaction } = await chief.query<{ recordTransaction: { transaction: { id: string } } }>(
    `mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id } } }`,
    {
      input: {
        date,
        description: 'ჩანაწერი',
        entries: [{ accountCode: '1410', counterpartyId: customer, ...item }, other],
        ...(reference === undefined ? {} : { reference }),
      },
    },
  );
  return `${recordTransaction.transaction.id}:1`;
}
const invoice = (date: string, amount: string, reference?: string) =>
  post(date, { debit: amount }, { accountCode: '6110', credit: amount }, reference);
const payment = (date: string, amount: string, reference?: string) =>
  post(date, { credit: amount }, { accountCode: '1110', debit: amount }, reference);

const MATCH = `mutation ($input: MatchOpenItemsInput!) { matchOpenItems(input: $input) { matching {
  id date currency amount differenceGel unmatchReason items { id side amount amountGel } } } }`;
const UNMATCH = `mutation ($input: UnmatchOpenItemsInput!) { unmatchOpenItems(input: $input) { matching {
  id unmatchReason unmatchedBy { id } } } }`;
const PROPOSALS = `query ($accountId: ID!, $counterpartyId: ID!) {
  matchingProposals(accountId: $accountId, counterpartyId: $counterpartyId) {
    rule currency parts { item { id } amount } } }`;
interface Proposals {
  matchingProposals: { parts: { item: { id: string }; amount: string }[] }[];
}
type Part = string | { id: string; amount: string };
type Work = (sql: TransactionSql) => Promise<unknown>;
const given = (parts: readonly Part[], more: object = {}) => ({
  input: { items: parts.map((part) => (typeof part === 'string' ? { id: part } : part)), ...more },
});
async function match(parts: readonly Part[], more: object = {}): Promise<{ id: string }> {
  const answer = await chief.query<{ matchOpenItems: { matching: { id: string } } }>(
    MATCH,
    given(parts, more),
  );
  return answer.matchOpenItems.matching;
}
const refusal = (...parts: readonly Part[]) => chief.refusal(MATCH, given(parts));

interface Item {
  id: string;
  open: string;
  openGel: string;
  ageDays: number;
}
async function open(asOf: string | null = null, who = customer): Promise<Item[]> {
  const { openItems } = await chief.query<{ openItems: { edges: { node: Item }[] } }>(
    `query ($asOf: Date, $who: ID) { openItems(first: 100, asOf: $asOf, counterpartyId: $who) { edges { node {
      id open openGel ageDays } } } }`,
    { asOf, who },
  );
  return openItems.edges.map(({ node }) => node);
}
const amounts = async (asOf: string | null = null) => (await open(asOf)).map((item) => [item.id, item.open]);

describe('items that are open with a counterparty', () => {
  it('are entries of receivables, until others settle them wholly or in part', async () => {
    const first = await invoice('2026-01-10', '100.00');
    const second = await invoice('2026-02-10', '50.00');
    const paid = await payment('2026-03-01', '120.00');
    expect(await amounts()).toEqual([
      [first, '100.00'],
      [second, '50.00'],
      [paid, '120.00'],
    ]);
    expect(await match([first, { id: second, amount: '20.00' }, paid])).toMatchObject({
      date: '2026-03-01',
      currency: 'GEL',
      amount: '120.00',
      differenceGel: '0.00',
    });
    expect(await amounts()).toEqual([[second, '30.00']]);
  });

  it('are open as of a day until what settles them has happened, and are as old as then', async () => {
    const early = await payment('2026-01-05', '40.00');
    const late = await invoice('2026-03-05', '40.00');
    await match([early, late]);
    expect(await open('2026-02-04')).toEqual([{ id: early, open: '40.00', openGel: '40.00', ageDays: 30 }]);
    expect(await open('2026-01-04')).toEqual([]);
    expect(await open('2026-03-05')).toEqual([]);
  });

  it('are listed by pages, and only those of the counterparty and the account', async () => {
    const items = [await invoice('2026-01-01', '1.00'), await invoice('2026-01-01', '2.00')].sort();
    await post('2026-01-01', { accountCode: '1110', debit: '5.00' }, { accountCode: '6110', credit: '5.00' });
    const PAGE = `query ($who: ID, $account: ID, $after: String) {
      openItems(first: 1, counterpartyId: $who, accountId: $account, after: $after) {
        edges { node { id account { code } counterparty { id } transaction { id } line } }
        pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      openItems: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }
    const variables = { who: customer, account: system.company(0).accountId('1410') };
    const page = await chief.query<Page>(PAGE, variables);
    expect(page.openItems.edges).toEqual([
      {
        node: {
          id: items[0],
          account: { code: '1410' },
          counterparty: { id: customer },
          transaction: { id: items[0]?.split(':')[0] },
          line: 1,
        },
      },
    ]);
    const next = await chief.query<Page>(PAGE, { ...variables, after: page.openItems.pageInfo.endCursor });
    expect(next.openItems.edges.map(({ node }) => node.id)).toEqual([items[1]]);
    expect(next.openItems.pageInfo.hasNextPage).toBe(false);
    expect(
      (await chief.query<Page>(PAGE, { ...variables, account: system.company(0).accountId('3110') }))
        .openItems.edges,
    ).toEqual([]);
  });

  it('stay open when their transaction is reversed, until they are matched with what reverses them', async () => {
    const owed = await invoice('2026-01-10', '100.00');
    const { reverseTransaction } = await chief.query<{ reverseTransaction: { transaction: { id: string } } }>(
      `mutation ($input: ReverseTransactionInput!) { reverseTransaction(input: $input) { transaction { id } } }`,
      { input: { id: owed.split(':')[0], date: '2026-02-01', reason: 'twice' } },
    );
    const back = `${reverseTransaction.transaction.id}:1`;
    expect(await amounts()).toEqual([
      [owed, '100.00'],
      [back, '100.00'],
    ]);
    await match([owed, back]);
    expect(await amounts()).toEqual([]);
    expect(await amounts('2026-01-31')).toEqual([[owed, '100.00']]);
  });

  it('in dollars tell what the settlement gained or lost, to the tetri over all parts', async () => {
    const usd = { currency: 'USD' };
    const owed = await post(
      '2026-01-10',
      { debit: '100.00', exchangeRate: '2.7001', ...usd },
      { accountCode: '6110', credit: '270.01' },
    );
    const pays: string[] = [];
    for (const [amount, gel] of [
      ['33.33', '91.66'],
      ['33.33', '91.66'],
      ['33.34', '91.69'],
    ] as const)
      pays.push(
        await post(
          '2026-02-10',
          { credit: amount, exchangeRate: '2.75', ...usd },
          { accountCode: '1110', debit: gel },
        ),
      );
    const shares: string[] = [];
    let carried = 0;
    for (const [index, amount] of ['33.33', '33.33', '33.34'].entries()) {
      const matching = (await match([{ id: owed, amount }, pays[index] ?? ''])) as unknown as {
        differenceGel: string;
        items: { side: string; amountGel: string }[];
      };
      const share = matching.items.find(({ side }) => side === 'DEBIT')?.amountGel ?? '';
      shares.push(share);
      carried += Math.round(Number(share) * 100);
      expect(Number(matching.differenceGel)).toBeLessThan(0);
    }
    expect(shares[0]).toBe('89.99');
    expect(carried).toBe(27_001);
    expect(await open()).toEqual([]);
  });
});

describe('a matching', () => {
  it('is refused for what does not belong together, naming it', async () => {
    const owed = await invoice('2026-01-10', '100.00');
    const paid = await payment('2026-01-11', '60.00');
    expect(await refusal(owed, paid)).toMatchObject({
      code: 'UNBALANCED_ENTRY',
      field: 'items',
      difference: '40.00',
    });
    expect(await refusal({ id: owed, amount: '100.01' }, paid)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'items[0].amount',
    });
    for (const amount of ['0', '-1.00', '1.001'])
      expect(await refusal({ id: owed, amount }, paid)).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'items[0].amount',
      });
    expect(await refusal(owed)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'items' });
    expect(await refusal(owed, owed)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'items[1].id' });
    for (const nobody of [`${uuid()}:1`, 'nothing', `${owed}0`])
      expect(await refusal(owed, nobody)).toMatchObject({ code: 'NOT_FOUND', field: 'items[1].id' });
    const payable = await post(
      '2026-01-12',
      { accountCode: '3110', credit: '100.00' },
      { accountCode: '1110', debit: '100.00' },
    );
    expect(await refusal(owed, payable)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'items[1].id' });
    const dollars = await post(
      '2026-01-12',
      { credit: '100.00', currency: 'USD', exchangeRate: '1' },
      { accountCode: '1110', debit: '100.00' },
    );
    expect(await refusal(owed, dollars)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'items[1].id' });
    customer = await counterparty(chief);
    const another = await payment('2026-01-12', '100.00');
    expect(await refusal(owed, another)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'items[1].id' });
  });

  it('is made once for one key, and of twenty at a time only as many as the item can bear', async () => {
    const owed = await invoice('2026-01-10', '100.00');
    const paid = await payment('2026-01-11', '100.00');
    const key = uuid();
    const part = (amount: string): Part[] => [
      { id: owed, amount },
      { id: paid, amount },
    ];
    const first = await match(part('10.00'), { idempotencyKey: key });
    expect(await match(part('10.00'), { idempotencyKey: key })).toEqual(first);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => match(part('8.00'))));
    const made = outcomes.filter(({ status }) => status === 'fulfilled').length;
    // Who lost too many races is told so; nothing is ever matched beyond the amount.
    expect(made).toBeGreaterThan(0);
    const left = (100 - 10 - made * 8).toFixed(2);
    expect(await amounts()).toEqual([
      [owed, left],
      [paid, left],
    ]);
    expect(made).toBeLessThanOrEqual(11);
  });

  it('is ended once, with a reason, and opens its items again', async () => {
    const owed = await invoice('2026-01-10', '100.00');
    const paid = await payment('2026-01-11', '100.00');
    const { id } = await match([owed, paid]);
    expect(await refusal(owed, paid)).toMatchObject({ code: 'INVALID_TRANSITION', field: 'items[0].id' });
    const ended = { input: { id, reason: 'სხვა ინვოისი' } };
    expect(await chief.refusal(UNMATCH, { input: { id, reason: '' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'reason',
    });
    expect(await chief.query(UNMATCH, ended)).toMatchObject({
      unmatchOpenItems: {
        matching: {
          unmatchReason: 'სხვა ინვოისი',
          unmatchedBy: { id: system.company(0).users.chief_accountant.id },
        },
      },
    });
    expect(await amounts()).toEqual([
      [owed, '100.00'],
      [paid, '100.00'],
    ]);
    expect(await chief.refusal(UNMATCH, ended)).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id' });
    expect(await chief.refusal(UNMATCH, { input: { id: uuid(), reason: 'no' } })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'id',
    });
    await match([owed, paid]);
    expect(await open()).toEqual([]);
  });

  it('is proposed, and what is proposed can be matched', async () => {
    const owed = await invoice('2026-01-10', '100.00', 'INV-7');
    const paid = await payment('2026-01-11', '100.00', 'INV-7');
    const { matchingProposals } = await chief.query<Proposals>(PROPOSALS, {
      accountId: system.company(0).accountId('1410'),
      counterpartyId: customer,
    });
    expect(matchingProposals).toEqual([
      {
        rule: 'REFERENCE',
        currency: 'GEL',
        parts: [
          { item: { id: owed }, amount: '100.00' },
          { item: { id: paid }, amount: '100.00' },
        ],
      },
    ]);
    await match((matchingProposals[0]?.parts ?? []).map(({ item: { id }, amount }) => ({ id, amount })));
    expect(await open()).toEqual([]);
  });

  it('cannot be stretched beyond the books, nor rewritten, by whoever reaches the tables', async () => {
    const owed = await invoice('2026-01-10', '100.00');
    const paid = await payment('2026-01-11', '100.00');
    const { id } = await match([
      { id: owed, amount: '60.00' },
      { id: paid, amount: '60.00' },
    ]);
    const [transactionId = ''] = owed.split(':');
    await expect(
      system.owner.sql`
        insert into ledger.matched_items select company_id, matching_id, ${transactionId}::uuid, 99, side, date, 1, 1
        from ledger.matched_items where matching_id = ${id} limit 1`,
    ).rejects.toMatchObject({ constraint_name: 'matched_items_within_amount' });
    await expect(
      system.owner.sql`update ledger.matched_items set amount = 100 where matching_id = ${id}`,
    ).rejects.toMatchObject({ constraint_name: 'matchings_append_only' });
    await expect(
      system.owner.sql`delete from ledger.matched_items where matching_id = ${id}`,
    ).rejects.toMatchObject({ constraint_name: 'matchings_append_only' });
  });

  it('alone says what is settled: the rows of items are written by nobody’s hand', async () => {
    const owed = await invoice('2026-01-10', '100.00');
    await match([owed, await payment('2026-01-11', '100.00')]);
    const [transactionId = ''] = owed.split(':');
    const company = system.company(0).id;
    const app = openDatabase(system.database.urlFor('ledger'), { max: 1 });
    const asApp = (work: Work) => app.withCompany(company, work, 'write');
    const asWriter = (work: Work) =>
      system.owner.sql.begin(async (sql) => {
        await sql`set local role davtari_ledger_writer`;
        await sql`select set_config('app.company_ids', ${`{${company}}`}, true)`;
        return work(sql);
      });
    const asOwner = (work: Work) => system.owner.sql.begin(work);
    const settle: Work = (sql) =>
      sql`update ledger.counterparty_items set settled_on = null where transaction_id = ${transactionId}`;
    const invent: Work = (sql) => sql`
      insert into ledger.counterparty_items (company_id, transaction_id, line, account_id, counterparty_id,
        transaction_date, seq, amount)
      select company_id, transaction_id, 99, account_id, counterparty_id, transaction_date, seq, 1000
      from ledger.counterparty_items where transaction_id = ${transactionId}`;
    const remove: Work = (sql) =>
      sql`delete from ledger.counterparty_items where transaction_id = ${transactionId}`;
    const follows = { constraint_name: 'counterparty_items_follow' };
    for (const work of [settle, invent, remove]) {
      await expect(asApp(work)).rejects.toMatchObject({ code: '42501' });
      await expect(asOwner(work)).rejects.toMatchObject(follows);
    }
    for (const work of [settle, invent]) await expect(asWriter(work)).rejects.toMatchObject(follows);
    await expect(asWriter(remove)).rejects.toMatchObject({ code: '42501' });
    await app.close();
  });

  it('leaves open on every day what the journal and the matchings of that day leave open', async () => {
    const random = createRandom(20_260_331);
    const day = () => `2026-0${String(random.integer(1, 4))}-${String(random.integer(10, 28))}`;
    for (let entries = 0; entries < 30; entries += 1) {
      const amount = `${String(random.integer(1, 9))}0.00`;
      await (random.chance(0.5) ? invoice(day(), amount) : payment(day(), amount));
    }
    const variables = { accountId: system.company(0).accountId('1410'), counterpartyId: customer };
    const matchings: string[] = [];
    for (let matched = 0; matched < 10; matched += 1) {
      const { matchingProposals } = await chief.query<Proposals>(PROPOSALS, variables);
      const { parts } = random.pick(matchingProposals);
      matchings.push((await match(parts.map(({ item: { id }, amount }) => ({ id, amount })))).id);
      if (!random.chance(0.5)) continue;
      const [id] = matchings.splice(random.integer(0, matchings.length - 1), 1);
      const on = random.chance(0.7) ? { on: '2026-04-29' } : {};
      await chief.query(UNMATCH, { input: { id, reason: 'again', ...on } });
    }
    const found: number[] = [];
    for (const asOf of [
      null,
      '2026-01-20',
      '2026-02-20',
      '2026-03-20',
      '2026-04-28',
      '2026-04-29',
      '2026-05-01',
    ]) {
      const expected = await system.owner.sql<{ id: string; open: string }[]>`
        select j.transaction_id || ':' || j.line as id, (j.debit + j.credit - m.amount)::numeric(19, 2)::text as open
        from ledger.journal_entries j
        cross join lateral (
          select coalesce(sum(i.amount), 0) as amount from ledger.matched_items i
          where i.transaction_id = j.transaction_id and i.line = j.line
            and (i.is_active or i.ended_on > ${asOf}::date) and (i.date <= ${asOf}::date or ${asOf}::date is null)) m
        where j.counterparty_id = ${customer} and j.debit + j.credit > m.amount
          and (j.transaction_date <= ${asOf}::date or ${asOf}::date is null)
        order by j.transaction_date, j.transaction_id, j.line`;
      expect(await amounts(asOf)).toEqual(expected.map(({ id, open: left }) => [id, left]));
      found.push(expected.length);
    }
    expect(new Set(found).size).toBeGreaterThan(3);
  });

  it('is made anew out of the log to the same rows', async () => {
    const owed = await invoice('2026-01-10', '100.00');
    const paid = await payment('2026-01-11', '100.00');
    const { id } = await match([owed, paid]);
    await chief.query(UNMATCH, { input: { id, reason: 'again' } });
    const rows = async () => ({
      matchings: [
        ...(await system.owner.sql`
          select to_json(m) as matching, (select json_agg(i order by i.transaction_id, i.line) from ledger.matched_items i
            where i.matching_id = m.id) as items
          from ledger.matchings m where company_id = ${system.company(0).id} order by id`),
      ],
      items: [
        ...(await system.owner.sql`
          select * from ledger.counterparty_items where company_id = ${system.company(0).id}
          order by transaction_id, line`),
      ],
    });
    const before = await rows();
    await rebuildLedger(system.database.ownerUrl, system.company(0).id);
    expect(await rows()).toEqual(before);
    expect(before.matchings.length).toBeGreaterThan(1);
    expect(new Set(before.items.map(({ settled_on: on }) => on === null)).size).toBe(2);
  });
});
