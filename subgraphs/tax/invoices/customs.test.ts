import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { CHART, startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let abroad: string;

beforeAll(async () => {
  const account = (code: string, role?: string) => ({
    code,
    names: { en: code },
    type: 'LIABILITY' as const,
    ...(role === undefined ? {} : { role }),
  });
  system = await startSystem({
    chart: [
      ...CHART.filter(({ code }) => !['1610', '3110'].includes(code)),
      { code: '1610', names: { en: 'Goods' }, type: 'ASSET' },
      account('3110'),
      account('3341', 'VAT_RECEIVABLE_IMPORT'),
      account('3350'),
      account('3390'),
      account('3399'),
    ],
  });
  us = system.company(0).as('tax_specialist');
  await us.query(
    'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
    { input: { vatRegistrations: [{ from: '2025-01-01' }] } },
  );
  await us.query(
    'mutation ($input: ChooseTaxPostingAccountInput!) { chooseTaxPostingAccount(input: $input) { account { role } } }',
    { input: { role: 'IMPORT_TAX_PAYABLE', accountCode: '3399' } },
  );
  const { createCounterparty } = await us.query<{ createCounterparty: { counterparty: { id: string } } }>(
    'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    { input: { kind: 'FOREIGN', country: 'DE', taxId: 'DE1', name: 'Lieferant' } },
  );
  abroad = createCounterparty.counterparty.id;
});
afterAll(() => system.close());

const RECORD = `mutation ($input: ImportInput!) { recordImport(input: $input) { invoice {
  id total vat vatItems { month part box base vat }
  customs { customsValue duty excise paymentDue paidOn
    lines { line commodityCode quantity customsValue dutyRate duty excise } } } } }`;
const PAY = `mutation ($input: RecordCustomsPaymentInput!) {
  recordCustomsPayment(input: $input) { invoice { customs { paidOn } } } }`;
const CORRECT = `mutation ($input: CorrectTaxInvoiceInput!) {
  correctTaxInvoice(input: $input) { invoice { id vatItems { month part box base vat } } } }`;

interface Declared {
  readonly id: string;
  readonly customs: { readonly paymentDue: string };
}

let numbers = 0;
const declaration = (more: object = {}): object => ({
  counterpartyId: abroad,
  registration: { number: `C${String(++numbers)}` },
  operationDate: '2026-03-20',
  lines: [
    {
      name: 'ღვინო',
      commodityCode: '22042100',
      quantity: '500',
      customsValue: '10000.00',
      dutyRate: '12',
      excise: '2500.00',
      vat: '2466.00',
    },
    { name: 'ჭიქები', customsValue: '1000.01', dutyRate: '5', duty: '50.00' },
    { name: 'წიგნები', customsValue: '300.00' },
  ],
  vat: '2709.00',
  ...more,
});

async function declared(more: object = {}): Promise<Declared> {
  const data = await us.query<{ recordImport: { invoice: Declared } }>(RECORD, { input: declaration(more) });
  return data.recordImport.invoice;
}

async function entriesOf(id: string): Promise<string[] | undefined> {
  const { taxInvoice } = await us.query<{
    taxInvoice: { postings: { transaction: { id: string } | null }[] };
  }>('query ($id: ID!) { taxInvoice(id: $id) { postings { transaction { id } } } }', { id });
  const transaction = taxInvoice.postings[0]?.transaction?.id;
  if (transaction === undefined) return undefined;
  const data = await system.company(0).as('accountant').query<{
    transaction: { entries: { account: { code: string }; debit: string; credit: string }[] };
  }>('query ($id: ID!) { transaction(id: $id) { entries { account { code } debit credit } } }', {
    id: transaction,
  });
  return data.transaction.entries
    .map(({ account, debit, credit }) => `${account.code} ${debit} ${credit}`)
    .sort();
}

describe('a customs declaration', () => {
  it('says value, import tax, excise and VAT of each line, and credits its VAT', async () => {
    expect(await declared()).toMatchObject({
      // 11,300.01 of value, 1,250.00 of import tax, 2,500.00 of excise, 18 % on each line.
      vat: '2709.00',
      total: '17759.01',
      vatItems: [
        { month: 3, part: 'INPUT', box: '2', base: '13700.00', vat: '2466.00' },
        { month: 3, part: 'INPUT', box: '2', base: '1050.01', vat: '189.00' },
        { month: 3, part: 'INPUT', box: '2', base: '300.00', vat: '54.00' },
      ],
      customs: {
        customsValue: '11300.01',
        duty: '1250.00',
        excise: '2500.00',
        paymentDue: '2026-03-25',
        paidOn: null,
        lines: [
          {
            line: 1,
            commodityCode: '22042100',
            quantity: '500',
            customsValue: '10000.00',
            dutyRate: '12',
            duty: '1200.00',
            excise: '2500.00',
          },
          { line: 2, customsValue: '1000.01', dutyRate: '5', duty: '50.00', excise: '0.00' },
          { line: 3, dutyRate: null, duty: '0.00' },
        ],
      },
    });
  });

  it('is posted on goods, the supplier, import tax, excise and VAT, each on its own account', async () => {
    const { id } = await declared();
    await expect
      .poll(() => entriesOf(id), { timeout: 20_000 })
      .toEqual([
        '1610 15050.01 0.00',
        '3110 0.00 11300.01',
        '3341 2709.00 0.00',
        '3350 0.00 2500.00',
        '3390 0.00 2709.00',
        '3399 0.00 1250.00',
      ]);
  });

  it('that does not stand is taken back in the month of its cancellation', async () => {
    const { id } = await declared();
    const { correctTaxInvoice } = await us.query<{ correctTaxInvoice: { invoice: { id: string } } }>(
      CORRECT,
      {
        input: {
          id,
          reason: 'OPERATION_CANCELLED',
          date: '2026-04-02',
          lines: [],
          registration: { number: `X${String(++numbers)}` },
        },
      },
    );
    expect(correctTaxInvoice.invoice).toMatchObject({
      vatItems: [
        { month: 4, part: 'INPUT', box: '2', base: '-13700.00', vat: '-2466.00' },
        { month: 4, base: '-1050.01', vat: '-189.00' },
        { month: 4, base: '-300.00', vat: '-54.00' },
      ],
    });
    await expect
      .poll(() => entriesOf(correctTaxInvoice.invoice.id), { timeout: 20_000 })
      .toEqual([
        '1610 0.00 15050.01',
        '3110 11300.01 0.00',
        '3341 0.00 2709.00',
        '3350 2500.00 0.00',
        '3390 2709.00 0.00',
        '3399 1250.00 0.00',
      ]);
  });

  it('is not corrected line by line: the customs decide anew', async () => {
    const { id } = await declared();
    const lines = [{ name: 'x', unit: 1, quantity: '1', unitPrice: '1', treatment: 'IMPORT' }];
    const input = { id, reason: 'PRICE_CHANGED', date: '2026-04-02', lines };
    expect((await us.refusal(CORRECT, { input })).code).toBe('INVALID_TRANSITION');
  });

  it('may be one sum, with a rate or an amount of import tax', async () => {
    const whole = { lines: null, name: 'დანადგარი', customsValue: '1000.00' };
    expect(await declared({ ...whole, dutyRate: '12', excise: '80.00', vat: '216.00' })).toMatchObject({
      total: '1416.00',
      customs: { duty: '120.00', excise: '80.00' },
    });
    expect(await declared({ ...whole, duty: '33.33', vat: '186.00' })).toMatchObject({
      total: '1219.33',
      customs: { duty: '33.33', excise: '0.00' },
    });
  });

  const line = (more: object): object => ({
    lines: [{ name: 'x', customsValue: '100.00', ...more }],
    vat: '18.00',
  });
  it.each([
    ['vat', { vat: '2700.00' }],
    ['lines[0].dutyRate', line({ dutyRate: '7' })],
    ['lines[0].duty', line({ dutyRate: '5', duty: '5.01' })],
    ['lines[0].duty', line({ duty: '-1.00' })],
    ['lines[0].excise', line({ excise: '-1.00' })],
    ['lines[0].customsValue', line({ customsValue: '-1.00' })],
    ['lines[0].commodityCode', line({ commodityCode: '22x4' })],
    ['lines[0].quantity', line({ quantity: '0' })],
    ['lines[0].vat', line({ vat: '17.99' })],
    ['lines', { lines: [] }],
    ['name', { name: 'x' }],
    ['duty', { duty: '1.00' }],
    ['name', { lines: null, customsValue: '1.00' }],
    ['customsValue', { lines: null, name: 'x' }],
    ['paymentDue', { paymentDue: '2026-05-05' }],
    ['paymentDue', { paymentDue: '2026-03-19' }],
  ])('is refused for a wrong %s', async (field, more) => {
    expect(await us.refusal(RECORD, { input: declaration(more) })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    });
  });
});

describe('the charges of a declaration', () => {
  const CALENDAR = `{ taxCalendar(from: "2026-02-01", to: "2026-02-28", asOf: "2026-02-26") {
    code tax kind form(language: EN) year month legalDay due amount state filedOn lateInterest latePenalty } }`;
  const calendar = async () => {
    const { taxCalendar } = await us.query<{ taxCalendar: { code: string }[] }>(CALENDAR);
    return taxCalendar.filter(({ code }) => code === 'CUSTOMS');
  };

  it('stand in the calendar until they are paid, with interest when that is late', async () => {
    // Five days after Monday 9 February is Saturday 14 February.
    const number = `C${String(numbers + 1)}`;
    const { id } = await declared({ operationDate: '2026-02-09' });
    const extended = await declared({ operationDate: '2026-02-09', paymentDue: '2026-03-26' });
    expect(extended.customs.paymentDue).toBe('2026-03-26');
    const charges = {
      code: 'CUSTOMS',
      tax: 'IMPORT',
      kind: 'PAYMENT',
      form: `Customs declaration ${number}`,
      year: 2026,
      month: 2,
      legalDay: '2026-02-14',
      due: '2026-02-16',
      amount: '6459.00',
    };
    expect(await calendar()).toEqual([
      { ...charges, state: 'OVERDUE', filedOn: null, lateInterest: '32.30', latePenalty: '0.00' },
    ]);
    await us.query(PAY, { input: { id, paidOn: '2026-02-12' } });
    expect(await calendar()).toEqual([
      { ...charges, state: 'DONE', filedOn: '2026-02-12', lateInterest: null, latePenalty: null },
    ]);
    await us.query(PAY, { input: { id } });
    expect(await calendar()).toMatchObject([{ state: 'OVERDUE' }]);
  });

  it('are not paid tomorrow, nor for what is no declaration', async () => {
    const { id } = await declared();
    expect(await us.refusal(PAY, { input: { id, paidOn: '2099-01-01' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'paidOn',
    });
    const { recordReceivedTaxInvoice } = await us.query<{
      recordReceivedTaxInvoice: { invoice: { id: string } };
    }>(
      'mutation ($input: ReceivedTaxInvoiceInput!) { recordReceivedTaxInvoice(input: $input) { invoice { id } } }',
      {
        input: {
          counterpartyId: abroad,
          kind: 'REVERSE_CHARGE',
          registration: { number: 'S1' },
          operationDate: '2026-03-20',
          lines: [{ name: 'x', unit: 1, quantity: '1', unitPrice: '1.00', treatment: 'REVERSE_CHARGE' }],
        },
      },
    );
    const other = recordReceivedTaxInvoice.invoice.id;
    expect(await us.refusal(PAY, { input: { id: other, paidOn: '2026-03-21' } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'id',
    });
  });
});
