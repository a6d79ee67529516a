import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthKey } from '#shared/domain/date.ts';
import { startSystem, type System, type TestCompany } from '#test/system.ts';
import { todayInGeorgia } from './queries.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 7 });
});
afterAll(() => system.close());

interface Month {
  readonly year: number;
  readonly month: number;
}
/** The month that lies this many before the present one; negative for those to come. */
function monthsAgo(count: number): Month {
  const [year = 0, month = 0] = todayInGeorgia().split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1 - count, 1));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

interface Box {
  readonly part: string;
  readonly box: string;
  readonly title: string;
  readonly isTotal: boolean;
  readonly base: string;
  readonly vat: string | null;
}
interface Return {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly seq: number;
  readonly net: string;
  readonly dueDate: string;
  readonly sequenceNumber: string | null;
  readonly boxes: readonly Box[];
  readonly checks: readonly { readonly name: string; readonly difference: string }[];
  readonly filings: readonly Record<string, unknown>[];
  readonly changes: readonly Record<string, unknown>[];
}

const FIELDS = `id version state seq net dueDate sequenceNumber boxes { part box title isTotal base vat }
  checks { name expected actual difference }
  filings { version state net receiptNumber differencesReason differences { part box base vat } }
  changes { version state reason receiptNumber date by { id } }`;
const READ = `query ($year: Int!, $month: Int!) { vatReturn(year: $year, month: $month) { ${FIELDS} } }`;

const read = async (company: TestCompany, month: Month): Promise<Return> =>
  (await company.as('tax_specialist').query<{ vatReturn: Return }>(READ, { ...month })).vatReturn;

type Step = 'prepare' | 'submit' | 'accept' | 'refuse' | 'reopen';
const INPUTS: Readonly<Record<Step, string>> = {
  prepare: 'VatReturnInput',
  submit: 'SubmitVatReturnInput',
  accept: 'AcceptVatReturnInput',
  refuse: 'RefuseVatReturnInput',
  reopen: 'ReopenVatReturnInput',
};
const mutation = (step: Step): string =>
  `mutation ($input: ${INPUTS[step]}!) { ${step}VatReturn(input: $input) { vatReturn { ${FIELDS} } } }`;

async function take(company: TestCompany, step: Step, month: Month, more: object = {}): Promise<Return> {
  const data = await company
    .as('tax_specialist')
    .query<Record<string, { vatReturn: Return }>>(mutation(step), { input: { ...month, ...more } });
  const answer = data[`${step}VatReturn`];
  if (answer === undefined) throw new Error(`${step} answered nothing`);
  return answer.vatReturn;
}
const refusal = (company: TestCompany, step: Step, month: Month, more: object = {}) =>
  company.as('tax_specialist').refusal(mutation(step), { input: { ...month, ...more } });

interface Item {
  readonly part: string;
  readonly box: string;
  readonly base: string;
  readonly vat: string;
  readonly id?: string;
}
/** Puts what documents add to the boxes of a month straight into their table, as their projection does. */
async function document(company: TestCompany, { year, month }: Month, ...items: Item[]): Promise<void> {
  for (const { part, box, base, vat, id = uuidv7() } of items) {
    await system.owner.sql`
      insert into tax.vat_items (company_id, year, month, part, box, document_type, document_id, line, date,
                                 treatment, is_fixed_asset, base, vat)
      values (${company.id}, ${year}, ${month}, ${part}, ${box}, 'TaxInvoice', ${id}, 1,
              ${`${monthKey(year, month)}-10`}, 'STANDARD', false, ${base}, ${vat})`;
  }
}

const ACCOUNTS: Readonly<Record<string, string>> = {
  OUTPUT: 'VAT_PAYABLE',
  REVERSE_CHARGE: 'VAT_PAYABLE_REVERSE_CHARGE',
  INPUT: 'VAT_RECEIVABLE',
};
/** Puts what the books say of VAT straight into the register, as the consumer of the ledger's log does. */
async function book(
  company: TestCompany,
  { year, month }: Month,
  { part, debit = '0', credit = '0' }: { part: string; debit?: string; credit?: string },
): Promise<void> {
  const account = part === 'INPUT' ? company.accountId('1410') : company.accountId('3110');
  await system.owner.sql`
    insert into tax.vat_accounts (company_id, account_id, account_code, role)
    values (${company.id}, ${account}, ${part}, ${ACCOUNTS[part] ?? ''}) on conflict do nothing`;
  await system.owner.sql`
    insert into tax.vat_entries (company_id, transaction_id, line, account_id, seq, date, debit, credit, description)
    values (${company.id}, ${uuidv7()}, 1, ${account}, 1, ${`${monthKey(year, month)}-10`}, ${debit}, ${credit}, '')`;
}

/** Documents that are in the books as well. */
async function add(company: TestCompany, month: Month, ...items: Item[]): Promise<void> {
  await document(company, month, ...items);
  for (const { part, vat } of items)
    await book(company, month, part === 'INPUT' ? { part, debit: vat } : { part, credit: vat });
}
const sale: Item = { part: 'OUTPUT', box: '1', base: '10000.00', vat: '1800.00' };
const purchase: Item = { part: 'INPUT', box: '1', base: '2000.00', vat: '360.00' };
const exported: Item = { part: 'OUTPUT', box: '14', base: '5000.00', vat: '0.00' };

describe('the VAT return of a month', () => {
  it('has every box of annex A in the order of the form, filled from the documents of that month alone', async () => {
    const company = system.company(0);
    await add(company, monthsAgo(2), sale, sale, purchase, exported);
    await add(company, monthsAgo(3), sale);
    const { boxes, net, state, version } = await read(company, monthsAgo(2));
    expect({ net, state, version }).toEqual({ net: '3240.00', state: 'DRAFT', version: 1 });
    expect(boxes.filter(({ part }) => part === 'OUTPUT').map(({ box }) => box)).toEqual(
      '1 1.1 2 3 4 5 6 6.1 7 7.1 8 9 10 11 12 13 14 14.1 14.2 14.3 15'.split(' '),
    );
    expect(boxes.filter(({ part }) => part === 'REVERSE_CHARGE').map(({ box }) => box)).toEqual(
      '1 2 3 4'.split(' '),
    );
    expect(boxes.filter(({ part }) => part === 'INPUT').map(({ box }) => box)).toEqual(
      '1 2 3 4 4.1 5 6 6.1 7 8 9'.split(' '),
    );
    const filled = boxes.filter(({ base }) => base !== '0.00');
    expect(filled.map(({ part, box, base, vat }) => [part, box, base, vat])).toEqual([
      ['OUTPUT', '1', '20000.00', '3600.00'],
      ['OUTPUT', '14', '5000.00', null],
      ['OUTPUT', '15', '25000.00', '3600.00'],
      ['INPUT', '1', '2000.00', '360.00'],
      ['INPUT', '9', '2000.00', '360.00'],
    ]);
    expect(boxes.filter(({ isTotal }) => isTotal).map(({ part, box }) => `${part} ${box}`)).toEqual([
      'OUTPUT 15',
      'REVERSE_CHARGE 4',
      'INPUT 9',
    ]);
    expect(boxes[0]?.title).toBe('ანაზღაურების სანაცვლოდ საქონლის მიწოდება ან/და მომსახურების გაწევა');
  });

  it('leads from a box to the lines of the documents, page by page, and from a total to those of its part', async () => {
    const company = system.company(1);
    const month = monthsAgo(2);
    const ids = [uuidv7(), uuidv7(), uuidv7()];
    await add(company, month, ...ids.map((id) => ({ ...sale, id })), exported);
    const query = `query ($year: Int!, $month: Int!, $after: String) { vatReturn(year: $year, month: $month) {
      boxes { box part items(first: 2, after: $after) { edges { cursor node { box documentId line date base vat } }
        pageInfo { hasNextPage endCursor } } } } }`;
    interface Items {
      readonly box: string;
      readonly part: string;
      readonly items: {
        readonly edges: readonly { readonly node: Record<string, unknown> }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    }
    const page = async (box: string, after?: string | null): Promise<Items['items']> => {
      const { vatReturn } = await company
        .as('auditor')
        .query<{ vatReturn: { boxes: Items[] } }>(query, { ...month, after });
      const found = vatReturn.boxes.find((one) => one.part === 'OUTPUT' && one.box === box);
      if (found === undefined) throw new Error(`no box ${box}`);
      return found.items;
    };
    const first = await page('1');
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await page('1', first.pageInfo.endCursor);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect([...first.edges, ...second.edges].map(({ node }) => node['documentId'])).toEqual(ids);
    expect(first.edges[0]?.node).toMatchObject({ box: '1', line: 1, base: '10000.00', vat: '1800.00' });
    const total = await page('15');
    const rest = await page('15', total.pageInfo.endCursor);
    expect([...total.edges, ...rest.edges].map(({ node }) => node['box'])).toEqual(['1', '1', '1', '14']);
  });

  it('is due on a working day of the next month, the 15th or after', async () => {
    for (const [month, due] of [
      // 15 May 2025 was a Thursday; 15 February 2025 a Saturday; 15 December 2024 a Sunday.
      [{ year: 2025, month: 4 }, '2025-05-15'],
      [{ year: 2025, month: 1 }, '2025-02-17'],
      [{ year: 2024, month: 11 }, '2024-12-16'],
      [{ year: 2024, month: 12 }, '2025-01-15'],
    ] as const) {
      expect((await read(system.company(0), month)).dueDate).toBe(due);
    }
  });

  it('is a draft while the month lasts, true until an event of the log, and none for a month to come', async () => {
    const company = system.company(0);
    const before = await read(company, monthsAgo(0));
    expect(before.state).toBe('DRAFT');
    await company
      .as('tax_specialist')
      .query('mutation { updateTaxProfile(input: { taxId: "206322102" }) { profile { taxId } } }');
    expect((await read(company, monthsAgo(0))).seq).toBe(before.seq + 1);
    expect(await refusal(company, 'prepare', monthsAgo(0))).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'month',
    });
    const ahead = monthsAgo(-1);
    expect(await company.as('auditor').refusal(READ, { ...ahead })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'month',
      value: monthKey(ahead.year, ahead.month),
    });
    expect(await refusal(company, 'submit', ahead)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('knows no form for months before the present one of the law', async () => {
    expect(await system.company(0).as('auditor').refusal(READ, { year: 2020, month: 12 })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'month',
    });
  });
});

describe('a return on its way', () => {
  it('freezes its figures when it is submitted, and tells who did what', async () => {
    const company = system.company(2);
    const month = monthsAgo(2);
    await add(company, month, sale);
    expect((await take(company, 'prepare', month)).state).toBe('READY');
    const submitted = await take(company, 'submit', month, { sequenceNumber: '9988' });
    expect(submitted).toMatchObject({ state: 'SUBMITTED', net: '1800.00', sequenceNumber: '9988' });
    const accepted = await take(company, 'accept', month, {
      receiptNumber: 'R-17',
      date: todayInGeorgia(),
    });
    expect(accepted.filings).toMatchObject([
      { version: 1, state: 'ACCEPTED', net: '1800.00', receiptNumber: 'R-17', differences: [] },
    ]);
    const by = { id: company.users.tax_specialist.id };
    expect(accepted.changes).toMatchObject([
      { version: 1, state: 'READY', by },
      { version: 1, state: 'SUBMITTED', by },
      { version: 1, state: 'ACCEPTED', receiptNumber: 'R-17', date: todayInGeorgia(), by },
    ]);
    // Whatever gets into the documents past all locks: what was filed was filed.
    await add(company, month, sale);
    expect(await read(company, month)).toMatchObject({ net: '1800.00', seq: submitted.seq });
  });

  it('is held against the VAT accounts, and submitted against them with a reason only', async () => {
    const company = system.company(3);
    const month = monthsAgo(3);
    await add(company, month, sale, purchase);
    await book(company, month, { part: 'OUTPUT', credit: '12.50' });
    // A payment to the budget settles VAT and makes none.
    await book(company, month, { part: 'OUTPUT', debit: '1000.00' });
    const { checks } = await take(company, 'prepare', month);
    expect(checks).toEqual([
      { name: 'OUTPUT', expected: '1800.00', actual: '1812.50', difference: '12.50' },
      { name: 'REVERSE_CHARGE', expected: '0.00', actual: '0.00', difference: '0.00' },
      { name: 'INPUT', expected: '360.00', actual: '360.00', difference: '0.00' },
      { name: 'NET', expected: '1440.00', actual: '1452.50', difference: '12.50' },
      { name: 'UNPLACED', expected: '0.00', actual: '0.00', difference: '0.00' },
    ]);
    expect(await refusal(company, 'submit', month)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'differencesReason',
    });
    const differencesReason = 'an entry of the opening balance';
    const submitted = await take(company, 'submit', month, { differencesReason });
    expect(submitted.filings).toMatchObject([{ state: 'SUBMITTED', differencesReason }]);
    await book(company, month, { part: 'OUTPUT', credit: '5.00' });
    expect((await read(company, month)).checks).toEqual(checks);
  });

  it('is corrected by another filing, which tells what moved', async () => {
    const company = system.company(3);
    const month = monthsAgo(2);
    await add(company, month, sale);
    await take(company, 'prepare', month);
    await take(company, 'submit', month);
    await take(company, 'refuse', month, { date: todayInGeorgia(), reason: 'ჯამი არ ემთხვევა' });
    const reopened = await take(company, 'reopen', month, { reason: 'a purchase was forgotten' });
    expect(reopened).toMatchObject({ version: 2, state: 'DRAFT' });
    await add(company, month, purchase);
    await take(company, 'prepare', month);
    const { filings, net, version } = await take(company, 'submit', month);
    expect({ net, version }).toEqual({ net: '1440.00', version: 2 });
    expect(filings).toMatchObject([
      { version: 1, state: 'CORRECTED', net: '1800.00', differences: [] },
      {
        version: 2,
        state: 'SUBMITTED',
        net: '1440.00',
        differences: [
          { part: 'INPUT', box: '1', base: '2000.00', vat: '360.00' },
          { part: 'INPUT', box: '9', base: '2000.00', vat: '360.00' },
        ],
      },
    ]);
  });

  it('locks its month from the submission until it is opened again', async () => {
    const company = system.company(4);
    const month = monthsAgo(2);
    const locked = () => system.owner.sql`
      select year, month from tax.submitted_months where company_id = ${company.id}`;
    await take(company, 'prepare', month);
    expect(await locked()).toEqual([]);
    await take(company, 'submit', month);
    expect(await locked()).toEqual([month]);
    await take(company, 'reopen', month, { reason: 'too early' });
    expect(await locked()).toEqual([]);
  });

  it('takes its steps in order only', async () => {
    const company = system.company(4);
    const month = monthsAgo(4);
    expect(await refusal(company, 'submit', month)).toMatchObject({ code: 'INVALID_TRANSITION' });
    await take(company, 'prepare', month);
    expect(await refusal(company, 'prepare', month)).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'month',
      state: 'READY',
    });
    const receipt = { receiptNumber: '1', date: todayInGeorgia() };
    expect(await refusal(company, 'accept', month, receipt)).toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  it('attaches no invoices for a company that is not connected with RS.ge', async () => {
    const company = system.company(4);
    const month = monthsAgo(7);
    await take(company, 'prepare', month);
    expect(await refusal(company, 'submit', month, { attachesInvoices: true })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'attachesInvoices',
    });
  });

  it('answers the same to the same key, and takes the step once', async () => {
    const company = system.company(4);
    const month = monthsAgo(5);
    await take(company, 'prepare', month, { idempotencyKey: 'prepare-1' });
    await take(company, 'prepare', month, { idempotencyKey: 'prepare-1' });
    await take(company, 'submit', month, { idempotencyKey: 'submit-1' });
    const { changes } = await take(company, 'submit', month, { idempotencyKey: 'submit-1' });
    expect(changes).toHaveLength(2);
    expect(
      await refusal(company, 'submit', month, { idempotencyKey: 'submit-1', sequenceNumber: '5' }),
    ).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('is not submitted when a document has come between the reading of its figures and the lock', async () => {
    const company = system.company(4);
    const month = monthsAgo(6);
    await add(company, month, sale);
    await take(company, 'prepare', month);
    // Whoever holds the head of the log appends: the submission has its figures already and waits.
    let refused: Promise<unknown> = Promise.resolve();
    await system.owner.sql.begin(async (appending) => {
      await appending`select from tax.head where company_id = ${company.id} for update`;
      refused = refusal(company, 'submit', month);
      await expect
        .poll(async () => {
          const [row] = await system.owner.sql<{ waiting: number }[]>`
            select count(*)::int as waiting from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like '%tax.append%'`;
          return row?.waiting;
        })
        .toBe(1);
      await appending`
        update tax.vat_items set base = base + 1 where company_id = ${company.id} and year = ${month.year}
          and month = ${month.month}`;
    });
    expect(await refused).toMatchObject({ code: 'CONFLICT', field: 'month' });
    expect((await take(company, 'submit', month)).net).toBe('1800.00');
  });

  it('may be read by an auditor, and taken on by those only who may submit', async () => {
    const refused = await system
      .company(0)
      .as('auditor')
      .refusal(mutation('prepare'), { input: monthsAgo(2) });
    expect(refused.code).toBe('FORBIDDEN');
    const accountant = await system
      .company(0)
      .as('accountant')
      .refusal(READ, { ...monthsAgo(2) });
    expect(accountant.code).toBe('FORBIDDEN');
  });

  it('is its company’s alone', async () => {
    const [ours, theirs] = [system.company(5), system.company(6)];
    const month = monthsAgo(2);
    await add(ours, month, sale);
    await take(ours, 'prepare', month);
    const { id } = await take(ours, 'submit', month);
    const other = await read(theirs, month);
    expect(other).toMatchObject({ state: 'DRAFT', net: '0.00', changes: [] });
    expect(other.id).not.toBe(id);
    expect((await take(theirs, 'prepare', month)).state).toBe('READY');
  });
});

describe('the file of a return', () => {
  const FILE = `query ($year: Int!, $month: Int!, $format: VatReturnFileFormat!) {
    vatReturn(year: $year, month: $month) { file(format: $format) { fileName contentType content sha256 notice } } }`;
  const file = async (format: string): Promise<Record<string, string>> => {
    const { vatReturn } = await system
      .company(0)
      .as('tax_specialist')
      .query<{ vatReturn: { file: Record<string, string> } }>(FILE, { ...monthsAgo(2), format });
    return vatReturn.file;
  };

  it('has a row for each box and the net amount', async () => {
    const csv = await file('CSV');
    const { year, month } = monthsAgo(2);
    expect(csv['fileName']).toBe(`vat-return-${monthKey(year, month)}-1.csv`);
    const lines = csv['content']?.trim().split('\r\n') ?? [];
    expect(lines).toHaveLength(1 + 36 + 1);
    expect(lines[0]).toBe('part,box,title,base,vat');
    expect(lines.at(-1)).toBe('NET,,,,3240.00');
    expect(lines).toContain('INPUT,9,სულ,2000.00,360.00');
  });

  it('says in each format that it is ours and submits nothing', async () => {
    const [json, xml] = [await file('JSON'), await file('XML')];
    const parsed = JSON.parse(json['content'] ?? '') as { notice: string; net: string; boxes: unknown[] };
    expect(parsed).toMatchObject({ net: '3240.00', notice: json['notice'] });
    expect(parsed.boxes).toHaveLength(36);
    expect(xml['content']).toContain('<box part="INPUT" number="9" base="2000.00" vat="360.00">სულ</box>');
    expect(xml['content']).toContain('submits nothing');
    expect(xml['sha256']).toMatch(/^[0-9a-f]{64}$/);
  });
});
