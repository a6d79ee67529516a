import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { CHART, startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let buyer: string;
let supplier: string;
let abroad: string;

beforeAll(async () => {
  const account = (code: string, type: 'ASSET' | 'LIABILITY' | 'EXPENSE', role?: string) => ({
    code,
    names: { en: code },
    type,
    ...(role === undefined ? {} : { role }),
  });
  system = await startSystem({
    chart: [
      ...CHART,
      account('1480', 'ASSET'),
      account('1610', 'ASSET'),
      account('3120', 'LIABILITY'),
      account('3330', 'LIABILITY', 'VAT_PAYABLE'),
      account('3331', 'LIABILITY', 'VAT_ON_ADVANCES'),
      account('3335', 'LIABILITY', 'VAT_PAYABLE_REVERSE_CHARGE'),
      account('3340', 'LIABILITY', 'VAT_RECEIVABLE'),
      account('3345', 'LIABILITY', 'VAT_RECEIVABLE_REVERSE_CHARGE'),
      account('7490', 'EXPENSE'),
    ],
  });
  us = system.company(0).as('tax_specialist');
  await us.query(
    'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
    { input: { vatRegistrations: [{ from: '2025-01-01' }] } },
  );
  const counterparty = async (input: object): Promise<string> => {
    const data = await us.query<{ createCounterparty: { counterparty: { id: string } } }>(
      'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
      { input },
    );
    return data.createCounterparty.counterparty.id;
  };
  buyer = await counterparty({ kind: 'COMPANY', taxId: '405000001', name: 'შპს მყიდველი' });
  supplier = await counterparty({ kind: 'COMPANY', taxId: '405000002', name: 'შპს მომწოდებელი' });
  abroad = await counterparty({ kind: 'FOREIGN', country: 'DE', taxId: 'DE1', name: 'Lieferant' });
});
afterAll(() => system.close());

const FIELDS = `invoice { id status currency exchangeRate currencyTotal total base vat advanceLeft
  lines { unitPrice currencyTotal total base vat } advances { amount amountGel vat }
  vatItems { month part box base vat } }`;
const CREATE = `mutation ($input: TaxInvoiceInput!) { createTaxInvoice(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($input: UpdateTaxInvoiceInput!) { updateTaxInvoice(input: $input) { ${FIELDS} } }`;
const ISSUE = `mutation ($input: IssueTaxInvoiceInput!) { issueTaxInvoice(input: $input) { ${FIELDS} } }`;
const RECEIVE = `mutation ($input: ReceivedTaxInvoiceInput!) { recordReceivedTaxInvoice(input: $input) { ${FIELDS} } }`;
const CORRECT = `mutation ($input: CorrectTaxInvoiceInput!) { correctTaxInvoice(input: $input) { ${FIELDS} } }`;

interface Invoice {
  readonly id: string;
  readonly advanceLeft: string | null;
  readonly vatItems: readonly {
    readonly month: number;
    readonly part: string;
    readonly box: string;
    readonly base: string;
    readonly vat: string;
  }[];
}

async function call(query: string, input: object): Promise<Invoice> {
  const data = await us.query<Record<string, { invoice: Invoice }>>(query, { input });
  const [payload] = Object.values(data);
  if (payload === undefined) throw new Error('a mutation answers its payload');
  return payload.invoice;
}

async function issued(input: object): Promise<Invoice> {
  const { id } = await call(CREATE, input);
  return call(ISSUE, { id });
}

const line = (unitPrice: string, more: object = {}): object => ({
  name: 'საქონელი',
  unit: 1,
  quantity: '1',
  unitPrice,
  treatment: 'STANDARD',
  ...more,
});
const sale = (lines: readonly object[], more: object = {}): object => ({
  counterpartyId: buyer,
  operationDate: '2026-03-10',
  currency: 'USD',
  exchangeRate: '2.7012',
  lines,
  ...more,
});

function boxes({ vatItems }: Invoice): string[] {
  return vatItems.map(({ month, part, box, base, vat }) => `${String(month)} ${part} ${box} ${base} ${vat}`);
}

/** `account debit -credit currency @rate (GEL)`, once they are posted; why not, when the ledger refused. */
async function entriesOf(id: string): Promise<unknown> {
  const { taxInvoice } = await us.query<{
    taxInvoice: {
      postings: { transaction: { id: string } | null; refusal: { message: string } | null }[];
    };
  }>('query ($id: ID!) { taxInvoice(id: $id) { postings { transaction { id } refusal { message } } } }', {
    id,
  });
  const [posting] = taxInvoice.postings;
  if (posting?.transaction == null) return posting?.refusal ?? null;
  const { transaction } = await system
    .company(0)
    .as('accountant')
    .query<{
      transaction: {
        entries: {
          account: { code: string };
          currency: string;
          exchangeRate: string;
          debit: string;
          credit: string;
          debitGel: string;
          creditGel: string;
        }[];
      };
    }>(
      `query ($id: ID!) { transaction(id: $id) {
         entries { account { code } currency exchangeRate debit credit debitGel creditGel } } }`,
      { id: posting.transaction.id },
    );
  return transaction.entries
    .map(({ account, currency, exchangeRate, debit, credit, debitGel, creditGel }) => {
      const [amount, gel] = Number(debit) > 0 ? [debit, debitGel] : [`-${credit}`, `-${creditGel}`];
      return currency === 'GEL'
        ? `${account.code} ${amount}`
        : `${account.code} ${amount} ${currency} @${exchangeRate} = ${gel}`;
    })
    .sort();
}

const posted = (id: string) => expect.poll(() => entriesOf(id), { timeout: 20_000 });

describe('an invoice in another currency', () => {
  it('declares its VAT in GEL at the rate of the day, and is owed in the currency', async () => {
    const invoice = await issued(sale([line('1000.00')]));
    expect(invoice).toMatchObject({
      currency: 'USD',
      exchangeRate: '2.7012',
      currencyTotal: '1000.00',
      total: '2701.20',
      base: '2289.15',
      vat: '412.05',
    });
    expect(boxes(invoice)).toEqual(['3 OUTPUT 1 2289.15 412.05']);
    await posted(invoice.id).toEqual(['1410 1000.00 USD @2.7012 = 2701.20', '3330 -412.05', '6110 -2289.15']);
  });

  it('has lines in GEL that make exactly what is owed', async () => {
    // 33.33 × 2.70125 = 90.0326…, three times; 99.99 × 2.70125 = 270.0979….
    const invoice = await issued(
      sale([line('33.33'), line('33.33'), line('33.33')], { exchangeRate: '2.70125' }),
    );
    expect(invoice).toMatchObject({
      currencyTotal: '99.99',
      total: '270.10',
      lines: [
        { currencyTotal: '33.33', total: '90.03' },
        { currencyTotal: '33.33', total: '90.04' },
        { currencyTotal: '33.33', total: '90.03' },
      ],
    });
    await posted(invoice.id).toEqual(['1410 99.99 USD @2.70125 = 270.10', '3330 -41.19', '6110 -228.91']);
  });

  it('is paid in the smallest unit of its currency, with VAT on top where prices hold none', async () => {
    const yen = { currency: 'JPY', exchangeRate: '0.0179690000', priceMode: 'EXCLUSIVE' };
    expect(await call(CREATE, sale([line('1001.5', { quantity: '3' })], yen))).toMatchObject({
      // 3,004.5 is 3,005 yen, with 540.9 of VAT 3,546.
      exchangeRate: '0.017969',
      currencyTotal: '3546',
      total: '63.72',
      vat: '9.72',
      base: '54.00',
    });
    const dinar = { currency: 'KWD', exchangeRate: '8.8', priceMode: 'INCLUSIVE' };
    expect(await call(CREATE, sale([line('1.2345')], dinar))).toMatchObject({
      currencyTotal: '1.235',
      total: '10.87',
    });
  });

  it('that is exempt or for export has a base and no VAT', async () => {
    const lines = [line('100.00', { treatment: 'EXEMPT_WITH_CREDIT', ground: 'EXPORT' })];
    expect(boxes(await issued(sale(lines)))).toEqual(['3 OUTPUT 14 270.12 0.00']);
  });

  it('may become one in GEL as long as it is a draft, and the other way round', async () => {
    const { id } = await call(CREATE, sale([line('10.00')]));
    const gel = { counterpartyId: buyer, operationDate: '2026-03-10', lines: [line('118.00')] };
    expect(await call(UPDATE, { id, invoice: gel })).toMatchObject({
      currency: 'GEL',
      exchangeRate: '1',
      currencyTotal: '118.00',
      total: '118.00',
      lines: [{ currencyTotal: '118.00' }],
    });
    expect(await call(UPDATE, { id, invoice: sale([line('10.00')]) })).toMatchObject({
      currency: 'USD',
      currencyTotal: '10.00',
      total: '27.01',
    });
  });

  it.each([
    ['exchangeRate', { exchangeRate: null }],
    ['exchangeRate', { exchangeRate: '0' }],
    ['exchangeRate', { exchangeRate: '-2.7' }],
    ['exchangeRate', { exchangeRate: '2.70120000001' }],
    ['exchangeRate', { currency: 'GEL' }],
    ['currency', { currency: 'XXX' }],
    ['currency', { currency: 'usd' }],
    ['lines[0].ground', { lines: [line('1.00', { ground: 'SHORTAGE' })] }],
    ['lines[0].unitPrice', { lines: [line('999999999999999')] }],
  ])('is refused for a wrong %s', async (field, more) => {
    expect(await us.refusal(CREATE, { input: sale([line('1.00')], more) })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    });
  });

  it('in GEL may say that the rate is 1', async () => {
    const input = sale([line('118.00')], { currency: 'GEL', exchangeRate: '1' });
    expect(await call(CREATE, input)).toMatchObject({ currency: 'GEL', vat: '18.00' });
  });
});

describe('the official rate', () => {
  const RATED = { currency: 'CHF', exchangeRate: null };
  beforeAll(async () => {
    await system.owner.sql`
      insert into ledger.official_rates (currency, valid_from, quantity, rate, source) values
        ('CHF', '2026-03-12', 1, 3.4001, 'NBG'), ('CHF', '2026-03-13', 10, 34.05, 'NBG'),
        ('CHF', '2026-03-13', 10, 34.06, 'NBG')`;
    await system.owner.sql`insert into ledger.official_rate_days (day) values ('2026-03-14')`;
  });

  it.each([
    ['2026-03-12', '3.4001', '340.01'],
    // For ten of them, and corrected by the bank.
    ['2026-03-13', '3.406', '340.60'],
    // A Saturday that the bank was asked about.
    ['2026-03-14', '3.406', '340.60'],
  ])('of %s is taken where the document says none', async (operationDate, exchangeRate, total) => {
    const input = sale([line('100.00')], { ...RATED, operationDate });
    expect(await call(CREATE, input)).toMatchObject({ exchangeRate, total });
    const received = { ...input, counterpartyId: supplier, registration: { number: `N${operationDate}` } };
    expect(await call(RECEIVE, received)).toMatchObject({ exchangeRate, total });
  });

  it.each(['2026-03-11', '2026-03-16'])('of %s is not guessed where none is known', async (operationDate) => {
    const input = sale([line('100.00')], { ...RATED, operationDate });
    expect(await us.refusal(CREATE, { input })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'exchangeRate',
    });
  });

  it('gives way to the one that the document says, and is asked about no day that there is not', async () => {
    const input = sale([line('100.00')], {
      currency: 'CHF',
      exchangeRate: '3.5',
      operationDate: '2026-03-12',
    });
    expect(await call(CREATE, input)).toMatchObject({ exchangeRate: '3.5', total: '350.00' });
    expect(
      await us.refusal(CREATE, { input: { ...input, exchangeRate: null, operationDate: '2026-02-30' } }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'operationDate' });
  });
});

describe('a correction in another currency', () => {
  it('is at the rate of the original, whatever the day', async () => {
    const original = await issued(sale([line('33.33'), line('66.67')], { exchangeRate: '2.70125' }));
    await posted(original.id).toEqual(['1410 100.00 USD @2.70125 = 270.13', '3330 -41.20', '6110 -228.93']);
    const correction = await call(CORRECT, {
      id: original.id,
      reason: 'GOODS_RETURNED',
      date: '2026-04-02',
      lines: [line('33.33')],
    });
    expect(correction).toMatchObject({ exchangeRate: '2.70125', currencyTotal: '33.33', total: '90.03' });
    // 270.13 − 90.03 = 180.10, while 66.67 USD are 180.0923…: the tetri stays with the revenue.
    await posted(correction.id).toEqual(['1410 -66.67 USD @2.70125 = -180.09', '3330 27.47', '6110 152.62']);
    expect(boxes(correction)).toEqual(['4 OUTPUT 1 -152.63 -27.47']);
    const cancelled = await call(CORRECT, {
      id: original.id,
      reason: 'OPERATION_CANCELLED',
      date: '2026-05-02',
      lines: [],
    });
    expect(cancelled).toMatchObject({ currencyTotal: '0.00', total: '0.00' });
    await posted(cancelled.id).toEqual(['1410 -33.33 USD @2.70125 = -90.03', '3330 13.73', '6110 76.30']);
  });
});

describe('an advance in another currency', () => {
  const advanceOf = (amount: string, more: object = {}): object =>
    sale([line(amount)], {
      kind: 'ADVANCE',
      operationDate: '2026-02-05',
      exchangeRate: '2.6',
      payment: { amount },
      ...more,
    });

  it('owes VAT at the rate of the payment; the delivery at its own, less that of the advance', async () => {
    const advance = await issued(advanceOf('590.00'));
    expect([boxes(advance), advance.advanceLeft]).toEqual([['2 OUTPUT 2 1300.00 234.00'], '590.00']);
    await posted(advance.id).toEqual(['3120 234.00', '3331 -234.00']);
    const delivery = await issued(
      sale([line('1180.00')], {
        exchangeRate: '2.7',
        advances: [{ invoiceId: advance.id, amount: '590.00' }],
      }),
    );
    expect(delivery).toMatchObject({ advances: [{ amount: '590.00', amountGel: '1534.00', vat: '234.00' }] });
    expect(boxes(delivery)).toEqual(['3 OUTPUT 1 2700.00 486.00', '3 OUTPUT 2 -1300.00 -234.00']);
    // What was paid before is revenue at the rate of the payment: 2,700.00 less 590.00 × 0.1.
    await posted(delivery.id).toEqual([
      '1410 590.00 USD @2.7 = 1593.00',
      '3120 -234.00',
      '3120 590.00 USD @2.6 = 1534.00',
      '3330 -486.00',
      '3331 234.00',
      '6110 -2641.00',
    ]);
    const { taxInvoice } = await us.query<{ taxInvoice: Invoice }>(
      'query ($id: ID!) { taxInvoice(id: $id) { advanceLeft } }',
      { id: advance.id },
    );
    expect(taxInvoice.advanceLeft).toBe('0.00');
  });

  it('is set off in its own currency alone, and no further than it goes', async () => {
    const { id } = await issued(advanceOf('100.00'));
    const refusal = (more: object) => us.refusal(CREATE, { input: sale([line('500.00')], more) });
    expect(await refusal({ currency: 'EUR', advances: [{ invoiceId: id, amount: '1.00' }] })).toMatchObject({
      field: 'advances[0].invoiceId',
    });
    expect(await refusal({ advances: [{ invoiceId: id, amount: '100.01' }] })).toMatchObject({
      field: 'advances[0].amount',
    });
    expect(
      await us.refusal(CREATE, { input: advanceOf('100.00', { payment: { amount: '99.99' } }) }),
    ).toMatchObject({ field: 'payment.amount' });
    // Two thirds, then the rest: the last takes what is left of the VAT.
    await issued(sale([line('66.67')], { advances: [{ invoiceId: id, amount: '66.67' }] }));
    const last = await issued(sale([line('33.33')], { advances: [{ invoiceId: id, amount: '33.33' }] }));
    expect(boxes(last)[1]).toBe('3 OUTPUT 2 -73.44 -13.22');
  });
});

describe('what is received in another currency', () => {
  let numbers = 0;
  const received = (lines: readonly object[], more: object = {}): object =>
    sale(lines, {
      counterpartyId: supplier,
      registration: { number: `F${String(++numbers)}` },
      isConfirmed: true,
      ...more,
    });

  it('is owed in the currency, and credited in GEL', async () => {
    const invoice = await call(RECEIVE, received([line('100.00'), line('18.00')]));
    expect(boxes(invoice)).toEqual(['3 INPUT 1 228.92 41.20', '3 INPUT 1 41.20 7.42']);
    await posted(invoice.id).toEqual(['1610 270.12', '3110 -118.00 USD @2.7012 = -318.74', '3340 48.62']);
  });

  it('sets an advance off that was paid at another rate', async () => {
    const advance = await call(
      RECEIVE,
      received([line('118.00')], {
        kind: 'ADVANCE',
        operationDate: '2026-02-05',
        exchangeRate: '2.6',
        payment: { amount: '118.00' },
      }),
    );
    const delivery = await call(
      RECEIVE,
      received([line('118.00')], {
        exchangeRate: '2.7',
        advances: [{ invoiceId: advance.id, amount: '118.00' }],
      }),
    );
    expect(boxes(delivery)).toEqual(['3 INPUT 1 270.00 48.60', '3 INPUT 1 -260.00 -46.80']);
    // Nothing is left to be paid; the goods cost what was paid for them.
    await posted(delivery.id).toEqual([
      '1480 -118.00 USD @2.6 = -306.80',
      '1480 46.80',
      '1610 258.20',
      '3340 1.80',
    ]);
  });

  it('from abroad owes VAT on its value in GEL', async () => {
    const invoice = await call(
      RECEIVE,
      received([line('1000.00', { treatment: 'REVERSE_CHARGE' })], {
        kind: 'REVERSE_CHARGE',
        counterpartyId: abroad,
        currency: 'EUR',
        exchangeRate: '3.123456',
      }),
    );
    expect(boxes(invoice)).toEqual(['3 REVERSE_CHARGE 1 3123.46 562.22', '3 INPUT 4 3123.46 562.22']);
    await posted(invoice.id).toEqual([
      '3110 -1000.00 EUR @3.123456 = -3123.46',
      '3335 -562.22',
      '3345 562.22',
      '7490 3123.46',
    ]);
  });
});
