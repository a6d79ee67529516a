import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountDraft } from '#ledger/ledger.ts';
import type { Caller } from '#test/caller.ts';
import { CHART, startSystem, YEAR, type System, type TestCompany } from '#test/system.ts';
import { recompute, type Boxes } from './tax-year/recompute.ts';
import { tradingYear, type CorrectionInput, type DocumentInput } from './tax-year/trading-year.ts';

/** The year before that of the other tests: it is over, so that every month of it can be submitted. */
const TRADING = YEAR - 1;
const DOCUMENTS = 2_000;
const SEED = 20_251_122;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const account = (
  code: string,
  type: AccountDraft['type'],
  more: Partial<AccountDraft> = {},
): AccountDraft => ({
  code,
  names: { ka: code },
  type,
  ...more,
});
const VAT_ACCOUNTS: readonly AccountDraft[] = [
  account('3330', 'LIABILITY', { role: 'VAT_PAYABLE' }),
  account('3331', 'LIABILITY', { role: 'VAT_ON_ADVANCES' }),
  account('3335', 'LIABILITY', { role: 'VAT_PAYABLE_REVERSE_CHARGE' }),
  account('3340', 'LIABILITY', { normalSide: 'DEBIT', role: 'VAT_RECEIVABLE' }),
  account('3341', 'LIABILITY', { normalSide: 'DEBIT', role: 'VAT_RECEIVABLE_IMPORT' }),
  account('3345', 'LIABILITY', { normalSide: 'DEBIT', role: 'VAT_RECEIVABLE_REVERSE_CHARGE' }),
];
const BOOKS: readonly AccountDraft[] = [
  ...CHART,
  ...VAT_ACCOUNTS,
  account('1480', 'ASSET'),
  account('1490', 'ASSET'),
  account('1610', 'ASSET'),
  account('2150', 'ASSET'),
  account('3120', 'LIABILITY'),
  account('3390', 'LIABILITY'),
  account('7490', 'EXPENSE'),
];

let system: System;
let company: TestCompany;
let us: Caller;
const partners = { buyer: '', supplier: '', abroad: '' };
const year = tradingYear(TRADING, DOCUMENTS, SEED);
/** Ids of the documents in their order. */
const ids: string[] = [];

beforeAll(async () => {
  system = await startSystem({ chart: BOOKS, years: [TRADING] });
  company = system.company(0);
  us = company.as('tax_specialist');
  await us.query(
    'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
    { input: { taxId: '200000000', vatRegistrations: [{ from: `${String(TRADING - 1)}-01-01` }] } },
  );
  partners.buyer = await counterparty({ kind: 'COMPANY', taxId: '206322102', name: 'მყიდველი' });
  partners.supplier = await counterparty({
    kind: 'COMPANY',
    taxId: '206322103',
    name: 'მომწოდებელი',
    vatRegistrations: [{ from: `${String(TRADING - 1)}-01-01` }],
  });
  partners.abroad = await counterparty({ kind: 'FOREIGN', country: 'DE', taxId: 'DE1', name: 'Partner' });
  await recordTheYear();
}, 60_000);
afterAll(() => system.close());

async function counterparty(input: object): Promise<string> {
  const data = await us.query<{ createCounterparty: { counterparty: { id: string } } }>(
    'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    { input },
  );
  return data.createCounterparty.counterparty.id;
}

/** A document as the batch takes it. */
function asInput(document: DocumentInput, position: number): object {
  const { kind, date: operationDate, priceMode, lines, uses, customs, creditMonth } = document;
  const registration = { series: 'AA', number: String(position + 1) };
  const idempotencyKey = `document ${String(position)}`;
  if (customs !== null) {
    const { value: customsValue, duty, vat } = customs;
    const goods = { counterpartyId: partners.abroad, name: 'საქონელი', customsValue, duty, vat };
    return { import: { ...goods, registration, operationDate, idempotencyKey } };
  }
  const content = { operationDate, priceMode, lines, idempotencyKey };
  switch (kind) {
    case 'PURCHASE':
      return {
        received: {
          ...content,
          counterpartyId: partners.supplier,
          registration,
          isConfirmed: true,
          ...(creditMonth === null ? {} : { creditMonth }),
        },
      };
    case 'REVERSE_CHARGE':
      return { received: { ...content, kind, counterpartyId: partners.abroad, registration } };
    case 'ADVANCE': {
      const payment = { amount: lines[0]?.unitPrice };
      return { issued: { invoice: { ...content, kind, counterpartyId: partners.buyer, payment } } };
    }
    case 'SALE':
    case 'EXPORT': {
      const counterpartyId = kind === 'EXPORT' ? partners.abroad : partners.buyer;
      const advances = uses.map(({ advance, amount }) => ({ invoiceId: ids[advance], amount }));
      return { issued: { invoice: { ...content, counterpartyId, advances } } };
    }
    case 'IMPORT':
      throw new Error('an import without customs');
  }
}

const RECORD = `mutation ($input: RecordTaxInvoicesInput!) { recordTaxInvoices(input: $input) {
  results { index invoice { id } error { code message field value } } } }`;
interface Recorded {
  readonly recordTaxInvoices: {
    readonly results: readonly {
      readonly invoice: { readonly id: string } | null;
      readonly error: object | null;
    }[];
  };
}

async function recordAll(positions: readonly number[]): Promise<void> {
  const BATCH = 200;
  for (let start = 0; start < positions.length; start += BATCH) {
    const batch = positions.slice(start, start + BATCH);
    const documents = batch.map((position) => asInput(year.documents[position] as DocumentInput, position));
    const { recordTaxInvoices } = await us.query<Recorded>(RECORD, { input: { documents } });
    for (const [index, { invoice, error }] of recordTaxInvoices.results.entries()) {
      expect([documents[index], error]).toEqual([documents[index], null]);
      ids[batch[index] as number] = invoice?.id ?? '';
    }
  }
}

async function correct({ of, reason, date, lines }: CorrectionInput): Promise<void> {
  const isReceived = year.documents[of]?.kind === 'PURCHASE';
  const registration = isReceived ? { registration: { series: 'AC', number: String(of) } } : {};
  await us.query(
    'mutation ($input: CorrectTaxInvoiceInput!) { correctTaxInvoice(input: $input) { invoice { id } } }',
    { input: { id: ids[of], reason, date, lines, ...registration } },
  );
}

/** Advances before what sets them off, and that in its order: VAT is parted to the tetri by what came before. */
async function recordTheYear(): Promise<void> {
  const positions = Array.from(year.documents.keys());
  const usesOf = (position: number) => year.documents[position]?.uses ?? [];
  const deliveries = positions.filter((position) => usesOf(position).length > 0);
  await recordAll(positions.filter((position) => usesOf(position).length === 0));
  const isFirst = (position: number): boolean =>
    deliveries.findIndex((other) => usesOf(other)[0]?.advance === usesOf(position)[0]?.advance) ===
    deliveries.indexOf(position);
  await recordAll(deliveries.filter(isFirst));
  await recordAll(deliveries.filter((position) => !isFirst(position)));
  for (const correction of year.corrections) await correct(correction);
}

/** The ledger follows tax, and tax the ledger: until every request is answered and every answer is in the register. */
async function everythingIsPosted(): Promise<void> {
  const open = async (): Promise<unknown> => {
    const [row] = await system.owner.sql`
      select (select count(*)::int from tax.postings where company_id = ${company.id} and state <> 'POSTED') as open,
        (select count(*)::int from ledger.journal_entries j join ledger.accounts a
           on a.company_id = j.company_id and a.id = j.account_id
         where j.company_id = ${company.id} and a.role like 'VAT%')
        - (select count(*)::int from tax.vat_entries where company_id = ${company.id}) as unread`;
    return row;
  };
  await expect.poll(open, { timeout: 30_000, interval: 100 }).toEqual({ open: 0, unread: 0 });
}

interface Return {
  readonly state: string;
  readonly net: string;
  readonly boxes: readonly {
    readonly part: string;
    readonly box: string;
    readonly isTotal: boolean;
    readonly base: string;
    readonly vat: string | null;
  }[];
  readonly checks: readonly { readonly name: string; readonly difference: string }[];
}
const FIELDS = 'state net boxes { part box isTotal base vat } checks { name difference }';
async function vatReturn(month: number): Promise<Return> {
  const data = await us.query<{ vatReturn: Return }>(
    `query ($year: Int!, $month: Int!) { vatReturn(year: $year, month: $month) { ${FIELDS} } }`,
    { year: TRADING, month },
  );
  return data.vatReturn;
}

const tetri = (text: string): bigint => BigInt(text.replace('.', ''));
const gel = (amount: bigint): string => {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** What a return must say of a month. */
function expected(boxes: Boxes, month: number, { boxes: form }: Return) {
  const sumOf = (part: string, column: 'base' | 'vat'): bigint =>
    Array.from(boxes)
      .filter(([key]) => key.startsWith(`${String(month)} ${part} `))
      .reduce((sum, [, box]) => sum + box[column], 0n);
  return {
    net: gel(sumOf('OUTPUT', 'vat') + sumOf('REVERSE_CHARGE', 'vat') - sumOf('INPUT', 'vat')),
    boxes: form.map(({ part, box, isTotal, vat }) => {
      const own = boxes.get(`${String(month)} ${part} ${box}`) ?? { base: 0n, vat: 0n };
      const sums = isTotal ? { base: sumOf(part, 'base'), vat: sumOf(part, 'vat') } : own;
      return { part, box, isTotal, base: gel(sums.base), vat: vat === null ? null : gel(sums.vat) };
    }),
  };
}

/** How the VAT accounts moved in a month: what they were credited less what they were debited. */
async function movement(month: number): Promise<bigint> {
  const key = `${String(TRADING)}-${String(month).padStart(2, '0')}`;
  const lastDay = new Date(Date.UTC(TRADING, month, 0)).toISOString().slice(0, 10);
  const { trialBalance } = await company.as('chief_accountant').query<{
    trialBalance: { rows: { account: { code: string }; debit: string; credit: string }[] };
  }>(
    `query ($asOf: Date!, $from: Date) {
      trialBalance(asOf: $asOf, from: $from) { rows { account { code } debit credit } } }`,
    { asOf: lastDay, from: `${key}-01` },
  );
  const codes = new Set(VAT_ACCOUNTS.map(({ code }) => code));
  return trialBalance.rows
    .filter(({ account: { code } }) => codes.has(code))
    .reduce((sum, { debit, credit }) => sum + tetri(credit) - tetri(debit), 0n);
}

describe('a year of a trading company', () => {
  it('has documents of every kind', () => {
    const kinds = new Set(year.documents.map(({ kind }) => kind));
    expect(year.documents.length + year.corrections.length).toBeGreaterThanOrEqual(DOCUMENTS);
    expect(kinds).toEqual(new Set(['SALE', 'EXPORT', 'ADVANCE', 'PURCHASE', 'REVERSE_CHARGE', 'IMPORT']));
    expect(new Set(year.corrections.map(({ reason }) => reason)).size).toBe(3);
    expect(year.documents.filter(({ uses }) => uses.length > 0).length).toBeGreaterThan(50);
    expect(year.documents.filter(({ creditMonth }) => creditMonth !== null).length).toBeGreaterThan(10);
  });

  it('makes twelve returns, each box of which equals what the documents come to', async () => {
    const boxes = recompute(year);
    for (const month of MONTHS) {
      const found = await vatReturn(month);
      const { net, boxes: filled } = found;
      expect([month, { net, boxes: filled }]).toEqual([month, expected(boxes, month, found)]);
    }
  });

  it('moves the VAT accounts of the books by the net amount of each month', async () => {
    await everythingIsPosted();
    for (const month of MONTHS) {
      const { net, checks } = await vatReturn(month);
      expect([month, gel(await movement(month))]).toEqual([month, net]);
      expect([month, checks.filter(({ difference }) => difference !== '0.00')]).toEqual([month, []]);
    }
  }, 60_000);

  it('leads from a box to the invoices, and from there to the transactions of the ledger', async () => {
    interface Item {
      readonly documentId: string;
      readonly invoice: { readonly id: string; readonly counterparty: { readonly taxId: string } | null };
      readonly counterparty: { readonly taxId: string } | null;
      readonly transactions: readonly { readonly status: string; readonly entries: readonly unknown[] }[];
    }
    const { vatReturn: found } = await us.query<{
      vatReturn: { boxes: { part: string; box: string; items: { edges: { node: Item }[] } }[] };
    }>(
      `query ($year: Int!, $month: Int!) { vatReturn(year: $year, month: $month) { boxes { part box
        items(first: 5) { edges { node { documentId counterparty { taxId }
          invoice { id counterparty { taxId } } transactions { status entries { line } } } } } } } }`,
      { year: TRADING, month: 3 },
    );
    const items = found.boxes.flatMap((box) => box.items.edges.map(({ node }) => node));
    expect(items.length).toBeGreaterThan(30);
    for (const { documentId, invoice, counterparty: partner, transactions } of items) {
      expect(ids.concat(invoice.id)).toContain(documentId);
      expect(invoice.id).toBe(documentId);
      expect(partner).toEqual(invoice.counterparty);
      for (const { status } of transactions) expect(status).toBe('POSTED');
      expect(transactions.length).toBeGreaterThan(0);
    }
  });

  it('is submitted month by month, and then takes no document any more', async () => {
    for (const month of MONTHS) {
      for (const [step, input] of [
        ['prepare', 'VatReturnInput'],
        ['submit', 'SubmitVatReturnInput'],
      ] as const) {
        await us.query(
          `mutation ($input: ${input}!) { ${step}VatReturn(input: $input) { vatReturn { state } } }`,
          { input: { year: TRADING, month } },
        );
      }
      expect((await vatReturn(month)).state).toBe('SUBMITTED');
    }
    const [sale] = year.documents.filter(({ kind, uses }) => kind === 'SALE' && uses.length === 0);
    if (sale === undefined) throw new Error('a year without sales');
    const late = asInput({ ...sale, date: `${String(TRADING)}-06-10` }, DOCUMENTS + 1);
    const { recordTaxInvoices } = await us.query<Recorded>(RECORD, { input: { documents: [late] } });
    expect(recordTaxInvoices.results).toMatchObject([{ invoice: null, error: { code: 'PERIOD_CLOSED' } }]);
  });

  it('takes documents again in a month that is opened to be corrected, and tells the difference', async () => {
    const [sale] = year.documents.filter(({ kind, uses }) => kind === 'SALE' && uses.length === 0);
    if (sale === undefined) throw new Error('a year without sales');
    await us.query(
      'mutation ($input: ReopenVatReturnInput!) { reopenVatReturn(input: $input) { vatReturn { state } } }',
      { input: { year: TRADING, month: 6, reason: 'a sale was forgotten' } },
    );
    const forgotten = asInput(
      {
        ...sale,
        priceMode: 'INCLUSIVE',
        date: `${String(TRADING)}-06-10`,
        lines: [{ name: 'საქონელი', unit: 1, quantity: '1', unitPrice: '118.00', treatment: 'STANDARD' }],
      },
      DOCUMENTS + 2,
    );
    const { recordTaxInvoices } = await us.query<Recorded>(RECORD, { input: { documents: [forgotten] } });
    expect(recordTaxInvoices.results).toMatchObject([{ error: null }]);
    const { vatReturn: corrected } = await us.query<{ vatReturn: object }>(
      `query ($year: Int!, $month: Int!) { vatReturn(year: $year, month: $month) {
        version state filings { version state differences { part box base vat } } } }`,
      { year: TRADING, month: 6 },
    );
    expect(corrected).toEqual({
      version: 2,
      state: 'DRAFT',
      filings: [
        { version: 1, state: 'CORRECTED', differences: [] },
        {
          version: 2,
          state: 'DRAFT',
          differences: [
            { part: 'OUTPUT', box: '1', base: '100.00', vat: '18.00' },
            { part: 'OUTPUT', box: '15', base: '100.00', vat: '18.00' },
          ],
        },
      ],
    });
  });
});
