import { createHash } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { loadChart } from '#ledger/accounts/chart.ts';
import { createCaller, type Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { printedText } from '#test/printed-text.ts';
import { recordYear } from '#test/year-of-trade.ts';
import { startSystem, type System } from '#test/system.ts';
import { rebuildNames } from '../counterparties/follow-tax.ts';

let system: System;
let reporting: Database;
let us: Caller;
let minSeq: number;
let customer: string;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: loadChart(), years: [2025, 2026] });
  reporting = openDatabase(system.database.urlFor('reporting'), { max: 1 });
  us = system.company(0).as('admin');
  minSeq = await recordYear(system.company(0), 2025);
  const { counterparties } = await us.query<{ counterparties: { edges: { node: { id: string } }[] } }>(
    '{ counterparties(first: 1) { edges { node { id } } } }',
  );
  customer = counterparties.edges[0]?.node.id ?? '';
  // The name comes by tax's log, the figures by the ledger's.
  await vi.waitFor(
    async () => {
      expect(await system.owner.sql`select from reporting.counterparties`).toHaveLength(1);
    },
    { timeout: 20_000 },
  );
});
afterAll(async () => {
  await reporting.close();
  await system.close();
});

const FILE = `query ($report: ReportName!, $from: Date, $to: Date, $accountIds: [ID!], $counterpartyId: ID,
  $by: TurnoverBreakdown, $dimensionName: String, $side: DebtSide, $format: ReportFormat!, $language: ReportLanguage! = KA,
  $minSeq: Int) {
  reportFile(report: $report, from: $from, to: $to, accountIds: $accountIds, counterpartyId: $counterpartyId, by: $by,
    dimensionName: $dimensionName, side: $side, format: $format, language: $language, minSeq: $minSeq) {
    id url expiresAt isClosed } }`;
const EXPORTED = `query ($first: Int = 100, $after: String) { exportedReports(first: $first, after: $after) {
  pageInfo { hasNextPage endCursor } edges { node {
    id report question format language isClosed sha256 bytes madeAt isSameAsBefore } } } }`;
const YEAR = { from: '2025-01-01', to: '2025-12-31' };

interface Link {
  readonly id: string;
  readonly url: string;
  readonly isClosed: boolean;
}
interface Exported {
  readonly id: string;
  readonly isClosed: boolean;
  readonly sha256: string;
  readonly bytes: string;
  readonly isSameAsBefore: boolean | null;
}

async function link(given: object, by = us): Promise<Link> {
  const { reportFile } = await by.query<{ reportFile: Link | null }>(FILE, { ...YEAR, minSeq, ...given });
  if (reportFile === null) throw new Error('the report leads nowhere');
  return reportFile;
}
async function fetched({ url }: Link): Promise<{ bytes: Buffer; name: string; mediaType: string }> {
  const response = await fetch(system.url + url);
  expect(response.status).toBe(200);
  const { headers } = response;
  const name = /filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '')?.[1] ?? '';
  const bytes = Buffer.from(await response.arrayBuffer());
  return { bytes, name: decodeURIComponent(name), mediaType: headers.get('content-type') ?? '' };
}
async function exported(id: string): Promise<Exported | undefined> {
  const { exportedReports } = await us.query<{ exportedReports: { edges: { node: Exported }[] } }>(EXPORTED);
  return exportedReports.edges.find(({ node }) => node.id === id)?.node;
}

describe('the general ledger as a file', () => {
  it('is CSV with a row for each entry and each balance', async () => {
    const { bytes, name, mediaType } = await fetched(
      await link({ report: 'GENERAL_LEDGER', format: 'CSV', language: 'EN' }),
    );
    expect([name, mediaType]).toEqual([
      'General ledger 01.01.2025 – 31.12.2025.csv',
      'text/csv; charset=utf-8',
    ]);
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines[0]).toContain('Account,Name,Date,No,Description,Counterparty');
    expect(lines.filter((line) => line.startsWith('1410,'))).toEqual([
      '1410,Trade receivables,2025-01-01,,Opening balance,,,,,,0.00',
      expect.stringMatching(
        /^1410,Trade receivables,2025-02-10,\d+,Sale on credit,შპს მუშტარი,23600\.00,,,,23600\.00$/,
      ),
      expect.stringMatching(
        /^1410,Trade receivables,2025-03-03,\d+,Customer pays,შპს მუშტარი,,20000\.00,,,3600\.00$/,
      ),
      '1410,Trade receivables,2025-12-31,,Closing balance,,,,,,3600.00',
    ]);
    expect(lines.some((line) => /^1220,.*,2700\.00,,USD,1000\.00,2700\.00$/.test(line))).toBe(true);
  });

  it('is XLSX with numbers as numbers, a head that stays, and sums as formulas that are right', async () => {
    const { bytes } = await fetched(await link({ report: 'GENERAL_LEDGER', format: 'XLSX' }));
    const rows = await readSheet(bytes);
    const total = rows.at(-1) ?? [];
    expect(total[0]).toBe('სულ');
    expect(total[6]).toBe(total[7]);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toContain('state="frozen"');
    expect(xml).toMatch(/<f>SUM\(G2:G\d+\)<\/f>/);
    const debits = rows.slice(1, -1).reduce((sum, row) => sum + Number(row[6] ?? 0), 0);
    expect(total[6]).toBe(debits);
  });

  it('is PDF in Georgian, with the sign of the lari', async () => {
    const { bytes } = await fetched(await link({ report: 'GENERAL_LEDGER', format: 'PDF' }));
    const pages = await printedText(bytes);
    expect(pages[0]).toContain('მთავარი წიგნი');
    expect(pages[0]).toContain('₾');
    expect(pages.join('\n')).toContain('23,600.00');
  });

  it('of one account is its card', async () => {
    const accountIds = [system.company(0).accountId('1410')];
    const { bytes } = await fetched(await link({ report: 'GENERAL_LEDGER', format: 'CSV', accountIds }));
    expect(bytes.toString('utf8').trim().split('\r\n')).toHaveLength(5);
  });
});

describe('other lists as files', () => {
  it('have the sums that the query has', async () => {
    const sheet = await readSheet(
      (await fetched(await link({ report: 'TURNOVER_SHEET', format: 'XLSX' }))).bytes,
    );
    const total = sheet.at(-1) ?? [];
    expect(total[4]).toBe(total[5]);
    expect(total[6]).toBe(total[7]);
    const aged = await readSheet(
      (await fetched(await link({ report: 'AGED_BALANCES', side: 'RECEIVABLE', format: 'XLSX' }))).bytes,
    );
    expect(aged[1]).toEqual(['1410', 'შპს მუშტარი', '206322102', 0, 0, 0, 3600, 0, 3600]);
    const bySubledger = await fetched(
      await link({
        report: 'TURNOVER_SHEET',
        by: 'COUNTERPARTY',
        format: 'CSV',
        accountIds: [system.company(0).accountId('1410')],
      }),
    );
    expect(bySubledger.bytes.toString('utf8')).toContain(
      ',შპს მუშტარი,0.00,0.00,23600.00,20000.00,3600.00,0.00',
    );
  });

  it('name the counterparty of a reconciliation act, and what is owed', async () => {
    const { bytes } = await fetched(
      await link({ report: 'RECONCILIATION_ACT', counterpartyId: customer, format: 'PDF', language: 'EN' }),
    );
    const [page] = await printedText(bytes);
    for (const text of ['Reconciliation act', 'შპს მუშტარი', '206322102', '2,420.00', 'Advance received'])
      expect(page).toContain(text);
  });
});

describe('a fetched report', () => {
  it('is known by the digest of its bytes', async () => {
    const asked = await link({ report: 'TURNOVER_SHEET', format: 'PDF' });
    expect(await exported(asked.id)).toBeUndefined();
    const { bytes } = await fetched(asked);
    expect(await exported(asked.id)).toMatchObject({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: String(bytes.length),
      isClosed: false,
      isSameAsBefore: null,
    });
  });

  it.each(['CSV', 'XLSX', 'PDF'])('of closed months is the same to the byte, as %s', async (format) => {
    await closeYear();
    const question = { report: 'GENERAL_LEDGER', format };
    const first = await link(question);
    expect(first.isClosed).toBe(true);
    const { bytes } = await fetched(first);
    await postLater();
    const second = await link(question);
    expect((await fetched(second)).bytes.equals(bytes)).toBe(true);
    expect(await exported(second.id)).toMatchObject({ isClosed: true, isSameAsBefore: true });
  });

  it('needs what it needs, days of the books, and the permission', async () => {
    const refused = (given: object) => us.refusal(FILE, { format: 'CSV', ...given });
    expect(await refused({ report: 'GENERAL_LEDGER', to: '2025-12-31' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'from',
    });
    expect(await refused({ report: 'AGED_BALANCES', to: '2025-12-31' })).toMatchObject({ field: 'side' });
    expect(await refused({ report: 'RECONCILIATION_ACT', ...YEAR })).toMatchObject({
      field: 'counterpartyId',
    });
    expect(await refused({ report: 'TURNOVER_SHEET', from: '2019-01-01', to: '2019-12-31' })).toMatchObject({
      field: 'from',
    });
    expect(await refused({ report: 'TURNOVER_SHEET', ...YEAR, accountIds: [UNKNOWN_ID] })).toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const report of ['GENERAL_LEDGER', 'RECONCILIATION_ACT'])
      expect(await us.query(FILE, { report, ...YEAR, counterpartyId: UNKNOWN_ID, format: 'CSV' })).toEqual({
        reportFile: null,
      });
    const reader = createCaller(system.url, await system.company(0).tokenWith(['accounts:read']));
    const { errors } = await reader.answer(FILE, { report: 'TURNOVER_SHEET', ...YEAR, format: 'CSV' });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('names counterparties as before when what reporting has is made anew', async () => {
    const names = () => system.owner.sql`select * from reporting.counterparties order by id`;
    const before = await names();
    await system.owner.sql`update reporting.counterparties set name_ka = 'x'`;
    await rebuildNames(reporting, system.company(0).id);
    expect(await names()).toEqual(before);
  });

  it('is in no list of another company', async () => {
    const { exportedReports } = await system
      .company(1)
      .as('chief_accountant')
      .query<{ exportedReports: { edges: object[] } }>(EXPORTED);
    expect(exportedReports.edges).toEqual([]);
  });
});

let closed: Promise<void> | undefined;
let later = 0;

function closeYear(): Promise<void> {
  return (closed ??= (async () => {
    for (let month = 1; month <= 12; month += 1)
      await us.query(
        'mutation ($input: PeriodActionInput!) { closePeriod(input: $input) { period { status } } }',
        { input: { year: 2025, month, reason: 'The year is done' } },
      );
    await expect
      .poll(async () => (await link({ report: 'TURNOVER_SHEET', format: 'CSV' })).isClosed, {
        timeout: 10_000,
      })
      .toBe(true);
  })());
}

/** Something is posted in the next year: the position of the books moves on. */
async function postLater(): Promise<void> {
  later += 1;
  const { recordTransaction } = await us.query<{ recordTransaction: { transaction: { seq: number } } }>(
    'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { seq } } }',
    {
      input: {
        date: '2026-01-15',
        description: `Later ${String(later)}`,
        entries: [
          { accountCode: '1110', debit: '1.00' },
          { accountCode: '1210', credit: '1.00' },
        ],
      },
    },
  );
  minSeq = recordTransaction.transaction.seq;
}
