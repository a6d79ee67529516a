import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let me: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  me = system.company(0).as('tax_specialist');
});
afterAll(() => system.close());

const mutation = (field: string, type: string, selection: string): string =>
  `mutation($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;
const PAY = mutation(
  'recordTaxPayment',
  'RecordTaxPaymentInput',
  'payment { id code period { year month } paidOn amount description takenBackReason }',
);
const TAKE_BACK = mutation('takeBackTaxPayment', 'TakeBackTaxPaymentInput', 'payment { id takenBackReason }');
const FILE = mutation('recordTaxFiling', 'RecordTaxFilingInput', 'obligation { state filedAmount }');
const CHARGE = mutation('chargeProfitTax', 'ChargeProfitTaxInput', 'charge { id tax }');

interface Obligation {
  readonly code: string;
  readonly month: number | null;
  readonly state: string;
}

/** The profit tax of a month by a day. */
async function profitTax(month: number, asOf: string): Promise<Obligation | undefined> {
  const { taxCalendar } = await me.query<{ taxCalendar: Obligation[] }>(
    `query ($asOf: Date!) { taxCalendar(from: "2026-01-01", to: "2026-12-31", asOf: $asOf) {
       code month state amount filedAmount paid outstanding payments { amount } lateInterest latePenalty } }`,
    { asOf },
  );
  return taxCalendar.find(({ code, month: of }) => code === 'PROFIT_TAX' && of === month);
}

async function charged(date: string, amount: string): Promise<string> {
  const { chargeProfitTax } = await me.query<{ chargeProfitTax: { charge: { id: string } } }>(CHARGE, {
    input: { date, kind: 'DIVIDEND', amount, description: 'Dividend' },
  });
  return chargeProfitTax.charge.id;
}

async function paid(month: number, paidOn: string, amount: string): Promise<string> {
  const { recordTaxPayment } = await me.query<{ recordTaxPayment: { payment: { id: string } } }>(PAY, {
    input: { code: 'PROFIT_TAX', year: 2026, month, paidOn, amount },
  });
  return recordTaxPayment.payment.id;
}

describe('what is paid of a tax', () => {
  it('counts from its day, in parts, each with the interest of its own days', async () => {
    // 8,500.00 ÷ 0.85 × 15 % = 1,500.00, due on 16 February.
    await charged('2026-01-20', '8500.00');
    await me.query(FILE, { input: { code: 'PROFIT_TAX', year: 2026, month: 1, filedOn: '2026-02-16' } });
    await paid(1, '2026-02-16', '500.00');
    const late = await paid(1, '2026-02-26', '400.00');
    expect(await profitTax(1, '2026-02-16')).toMatchObject({
      state: 'UNPAID',
      amount: '1500.00',
      paid: '500.00',
      outstanding: '1000.00',
      lateInterest: null,
      latePenalty: null,
    });
    // 400.00 for 10 days is 2.00; 600.00 for 20 days is 6.00.
    expect(await profitTax(1, '2026-03-08')).toMatchObject({
      state: 'UNPAID',
      paid: '900.00',
      outstanding: '600.00',
      lateInterest: '8.00',
      latePenalty: '0.00',
    });
    await paid(1, '2026-03-08', '600.00');
    // What it cost to be late stays after the payment.
    expect(await profitTax(1, '2026-10-01')).toMatchObject({
      state: 'DONE',
      outstanding: '0.00',
      payments: [{ amount: '500.00' }, { amount: '400.00' }, { amount: '600.00' }],
      lateInterest: '8.00',
    });
    expect(await me.query(TAKE_BACK, { input: { id: late, reason: 'another tax' } })).toEqual({
      takeBackTaxPayment: { payment: { id: late, takenBackReason: 'another tax' } },
    });
    expect(await profitTax(1, '2026-10-01')).toMatchObject({ state: 'UNPAID', outstanding: '400.00' });
    expect(await me.refusal(TAKE_BACK, { input: { id: late, reason: 'again' } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'id',
    });
  });

  it('is recorded once under a key', async () => {
    const input = {
      code: 'PROFIT_TAX',
      year: 2026,
      month: 5,
      paidOn: '2026-06-10',
      amount: '7.00',
      description: 'order 12',
      idempotencyKey: 'once',
    };
    const first = await me.query(PAY, { input });
    expect(first).toMatchObject({
      recordTaxPayment: {
        payment: { period: { year: 2026, month: 5 }, amount: '7.00', description: 'order 12' },
      },
    });
    expect(await me.query(PAY, { input })).toEqual(first);
    expect(await me.refusal(PAY, { input: { ...input, amount: '8.00' } })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect(await profitTax(5, '2026-07-01')).toMatchObject({ paid: '7.00', outstanding: '-7.00' });
  });

  it.each([
    ['code', { code: 'NOTHING' }],
    ['code', { code: 'FINANCIAL_STATEMENTS', month: null, year: 2025 }],
    ['month', { month: null }],
    ['year', { year: 1999 }],
    ['paidOn', { paidOn: '2026-02-28' }],
    ['paidOn', { paidOn: '2199-01-01' }],
    ['amount', { amount: '0.00' }],
    ['amount', { amount: '-5.00' }],
    ['amount', { amount: '1.005' }],
  ])('is refused where it cannot be: %s is named', async (field, given) => {
    const input = {
      code: 'PROFIT_TAX',
      year: 2026,
      month: 3,
      paidOn: '2026-04-10',
      amount: '1.00',
      ...given,
    };
    expect(await me.refusal(PAY, { input })).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('is nothing to another company', async () => {
    const id = await paid(6, '2026-07-10', '1.00');
    const them = system.company(1).as('tax_specialist');
    expect(await them.refusal(TAKE_BACK, { input: { id, reason: 'theirs' } })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a return that was handed in', () => {
  it('shows when its documents come to another amount, until the corrected one is handed in', async () => {
    const filing = { code: 'PROFIT_TAX', year: 2026, month: 8 };
    await charged('2026-08-10', '850.00');
    expect(await me.query(FILE, { input: { ...filing, filedOn: '2026-09-10' } })).toEqual({
      recordTaxFiling: { obligation: { state: 'UNPAID', filedAmount: '150.00' } },
    });
    await paid(8, '2026-09-10', '150.00');
    expect(await profitTax(8, '2026-09-15')).toMatchObject({ state: 'DONE' });
    // An operation that was overlooked.
    await charged('2026-08-31', '85.00');
    expect(await profitTax(8, '2026-09-15')).toMatchObject({
      state: 'CHANGED',
      amount: '165.00',
      filedAmount: '150.00',
      outstanding: '15.00',
    });
    expect(await me.query(FILE, { input: { ...filing, filedOn: '2026-09-10' } })).toEqual({
      recordTaxFiling: { obligation: { state: 'UNPAID', filedAmount: '165.00' } },
    });
    await paid(8, '2026-09-14', '15.00');
    expect(await profitTax(8, '2026-09-15')).toMatchObject({ state: 'DONE', lateInterest: null });
  });

  it('of tax withheld shows when a payment of its month is taken back', async () => {
    const { createCounterparty } = await me.query<{ createCounterparty: { counterparty: { id: string } } }>(
      mutation('createCounterparty', 'CreateCounterpartyInput', 'counterparty { id }'),
      { input: { kind: 'PERSON', taxId: '01017098760', name: 'ნინო ბერიძე' } },
    );
    const { withholdTax } = await me.query<{ withholdTax: { withholding: { id: string } } }>(
      mutation('withholdTax', 'WithholdTaxInput', 'withholding { id }'),
      {
        input: {
          date: '2026-08-12',
          kind: 'DIVIDEND_TO_INDIVIDUAL',
          counterpartyId: createCounterparty.counterparty.id,
          gross: '1000.00',
          description: 'Dividend',
        },
      },
    );
    const filing = { code: 'WITHHOLDING', year: 2026, month: 8, filedOn: '2026-09-11' };
    expect(await me.query(FILE, { input: filing })).toMatchObject({
      recordTaxFiling: { obligation: { state: 'UNPAID', filedAmount: '50.00' } },
    });
    await me.query(mutation('reverseWithholding', 'ReverseWithholdingInput', 'withholding { id }'), {
      input: { id: withholdTax.withholding.id, date: '2026-09-12', reason: 'not paid after all' },
    });
    const { taxCalendar } = await me.query<{ taxCalendar: Obligation[] }>(
      `{ taxCalendar(from: "2026-09-15", to: "2026-09-15") { code month state amount filedAmount } }`,
    );
    expect(taxCalendar.find(({ code }) => code === 'WITHHOLDING')).toEqual({
      code: 'WITHHOLDING',
      month: 8,
      state: 'CHANGED',
      amount: '0.00',
      filedAmount: '50.00',
    });
  });
});
