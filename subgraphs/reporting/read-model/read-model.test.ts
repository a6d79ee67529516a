import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { loadChart } from '#ledger/accounts/chart.ts';
import { recordYear } from '#test/year-of-trade.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';
import { OWN_PROJECTIONS, rebuildChoices } from '../rebuild.ts';
import { READ_MODELS, rebuildFromLedger } from './rebuild.ts';

let system: System;
let reporting: Database;
let lastSeq: number;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: loadChart(), years: [2025, 2026] });
  reporting = openDatabase(system.database.urlFor('reporting'), { max: 2 });
  lastSeq = await recordYear(system.company(0), 2025);
  await recordYear(system.company(1), 2025);
});
afterAll(async () => {
  await reporting.close();
  await system.close();
});

const BOOKS = 'query ($minSeq: Int) { booksRead(minSeq: $minSeq) { seq recordedAt firstDate lastDate } }';

/** Names out of tax's log, and what was fetched: no events tell that, so it is kept and never made anew. */
const OF_OTHERS = ['counterparties', 'exported_files'];

async function dump(): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of [...READ_MODELS, ...OWN_PROJECTIONS]) {
    const rows = await system.owner.sql<{ text: string }[]>`
      select r::text as text from ${system.owner.sql(`reporting.${table}`)} r order by 1`;
    tables[table] = rows.map(({ text }) => text);
  }
  return tables;
}

async function readOf(index: number): Promise<{ seq: number; firstDate: string; lastDate: string }> {
  const caller = system.company(index).as('chief_accountant');
  return (
    await caller.query<{ booksRead: { seq: number; firstDate: string; lastDate: string } }>(BOOKS, {
      minSeq: lastSeq,
    })
  ).booksRead;
}

/** The log, and how far logs were read. */
const OF_THE_LOG = [
  'aggregate_snapshots',
  'checkpoints',
  'dead_letters',
  'document_series',
  'event_store',
  'head',
  'idempotency_keys',
];

describe('the books as reporting reads them', () => {
  it('are read up to the posting that is asked for', async () => {
    expect(await readOf(0)).toMatchObject({ seq: lastSeq, firstDate: '2025-01-01', lastDate: '2025-12-31' });
    expect(await readOf(1)).toMatchObject({ seq: lastSeq });
  });

  it('are refused when they are not read so far, and for a position that cannot be', async () => {
    const caller = system.company(0).as('chief_accountant');
    expect(await caller.refusal(BOOKS, { minSeq: lastSeq + 1 })).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      field: 'minSeq',
      value: String(lastSeq + 1),
      seq: lastSeq,
    });
    expect(await caller.refusal(BOOKS, { minSeq: -1 })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'minSeq',
    });
  });

  it('agree with the ledger on every account, bucket by bucket', async () => {
    await readOf(0);
    const differences = await system.owner.sql<{ account_id: string }[]>`
      select account_id from (
        select company_id, level, period, account_id, currency, sum(debit) as debit, sum(credit) as credit,
          sum(debit_gel) as debit_gel, sum(credit_gel) as credit_gel
        from reporting.turnover group by 1, 2, 3, 4, 5) r
      full join ledger.account_turnover l using (company_id, level, period, account_id, currency)
      where (r.debit, r.credit, r.debit_gel, r.credit_gel) is distinct from (l.debit, l.credit, l.debit_gel, l.credit_gel)`;
    expect(differences).toEqual([]);
  });

  it('cut every posting into pairs that sum to what was debited and credited', async () => {
    await readOf(0);
    const differences = await system.owner.sql`
      with sides as (
        select company_id, level, period, account_id, sum(debit) as debit, sum(credit) as credit from (
          select company_id, level, period, debit_account_id as account_id, amount as debit, 0 as credit
          from reporting.correspondence
          union all
          select company_id, level, period, credit_account_id, 0, amount from reporting.correspondence) s
        group by 1, 2, 3, 4)
      select account_id from sides full join (
        select company_id, level, period, account_id, sum(debit_gel) as debit, sum(credit_gel) as credit
        from reporting.turnover group by 1, 2, 3, 4) t using (company_id, level, period, account_id)
      where (sides.debit, sides.credit) is distinct from (t.debit, t.credit)`;
    expect(differences).toEqual([]);
  });

  it('are byte for byte the same when they are made anew', async () => {
    await readOf(0);
    await readOf(1);
    for (const index of [0, 1]) {
      const company = system.company(index);
      const caller = company.as('chief_accountant');
      await matchSale(company);
      await leadGroup(company, system.company(1 - index));
      await caller.query(
        'mutation ($input: SetPaymentTermsInput!) { setPaymentTerms(input: $input) { terms { payableDays } } }',
        { input: { payableDays: 10 + index } },
      );
      await caller.query(
        'mutation ($input: MapStatementAccountInput!) { mapStatementAccount(input: $input) { mapping { lineCode } } }',
        {
          input: {
            standard: 'IFRS',
            statement: 'FINANCIAL_POSITION',
            accountId: company.accountId('1410'),
            lineCode: 'PREPAYMENTS',
          },
        },
      );
      for (const amount of ['5.00', '7.00'])
        await caller.query(
          'mutation ($input: SetBudgetInput!) { setBudget(input: $input) { budget { total } } }',
          {
            input: {
              year: 2025,
              accountId: company.accountId('6110'),
              months: Array.from({ length: 12 }, () => amount),
            },
          },
        );
      const { reportFile } = await caller.query<{ reportFile: { url: string } }>(
        '{ reportFile(report: TURNOVER_SHEET, format: CSV, from: "2025-01-01", to: "2025-12-31") { url } }',
      );
      await (await fetch(system.url + reportFile.url)).arrayBuffer();
    }
    const before = await dump();
    for (const [table, rows] of Object.entries(before))
      expect([table, rows.length > 1]).toEqual([table, true]);
    const { id } = system.company(0);
    await system.owner.sql`update reporting.turnover set debit_gel = debit_gel + 1 where company_id = ${id}`;
    await system.owner.sql`delete from reporting.entries where company_id = ${id}`;
    expect(await dump()).not.toEqual(before);
    await system.owner.sql`update reporting.budget_months set amount = amount + 1 where company_id = ${id}`;
    await rebuildChoices(system.database.ownerUrl, id);
    await rebuildFromLedger(reporting, id);
    expect(await dump()).toEqual(before);
  });

  it('are all that a company has in reporting', async () => {
    const tables = await system.owner.sql<{ name: string }[]>`
      select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'reporting' and c.column_name = 'company_id' and t.table_type = 'BASE TABLE'
      order by 1`;
    expect(tables.map(({ name }) => name)).toEqual(
      [...READ_MODELS, ...OWN_PROJECTIONS, ...OF_THE_LOG, ...OF_OTHERS].sort(),
    );
  });
});

/** Two entries of a customer settle each other, and reporting has read of it. */
async function matchSale(company: TestCompany): Promise<void> {
  const admin = company.as('admin');
  const { openItems } = await admin.query<{
    openItems: { edges: { node: { id: string; side: string; open: string } }[] };
  }>('{ openItems(first: 100) { edges { node { id side open } } } }');
  const items = openItems.edges.map(({ node }) => node);
  const sides = ['DEBIT', 'CREDIT'].map((side) => items.find((item) => item.side === side));
  await admin.query(
    'mutation ($input: MatchOpenItemsInput!) { matchOpenItems(input: $input) { matching { id } } }',
    { input: { items: sides.map((item) => ({ id: item?.id, amount: '1.00' })) } },
  );
  await expect
    .poll(() => system.owner.sql`select from reporting.settlements where company_id = ${company.id}`, {
      timeout: 10_000,
    })
    .toHaveLength(2);
}

/** Each company leads a group of which the other one is a member, and has consented. */
async function leadGroup(leader: TestCompany, member: TestCompany): Promise<void> {
  const { setConsolidationGroup } = await leader
    .as('admin')
    .query<{ setConsolidationGroup: { group: { id: string } } }>(
      'mutation ($input: SetConsolidationGroupInput!) { setConsolidationGroup(input: $input) { group { id } } }',
      {
        input: { nameKa: 'ჯგუფი', members: [{ companyId: member.id, ownership: '51', from: '2025-01-01' }] },
      },
    );
  await member
    .as('admin')
    .query(
      'mutation ($input: ConsentToConsolidationInput!) { consentToConsolidation(input: $input) { consents { groupId } } }',
      { input: { groupId: setConsolidationGroup.group.id, parentId: leader.id } },
    );
}
