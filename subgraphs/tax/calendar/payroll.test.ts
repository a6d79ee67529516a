import { afterAll, beforeAll, expect, it } from 'vitest';
import { payrollOf, PAY_CHART } from '#test/payroll.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: PAY_CHART });
});
afterAll(() => system.close());

const MAKE = `mutation ($input: MakePayrollPaymentFileInput!) { makePayrollPaymentFile(input: $input) { file { id } } }`;
const SETTLE = `mutation ($input: SettlePayrollPaymentsInput!) { settlePayrollPayments(input: $input) { file { id } } }`;
const FILE = `mutation ($input: RecordTaxFilingInput!) { recordTaxFiling(input: $input) { obligation { state filedAmount } } }`;
const CALENDAR = `query ($from: Date!, $to: Date!, $asOf: Date) {
  taxCalendar(from: $from, to: $to, asOf: $asOf) { code year month state amount payrollAmount }
}`;

interface Shown {
  readonly code: string;
  readonly month: number;
  readonly state: string;
  readonly amount: string | null;
  readonly payrollAmount: string;
}

/** Withholding and pension contributions of months, as whoever files returns sees them. */
async function owed(company: number, asOf: string): Promise<string[]> {
  const { taxCalendar } = await system
    .company(company)
    .as('tax_specialist')
    .query<{ taxCalendar: Shown[] }>(CALENDAR, { from: '2026-10-01', to: '2026-12-31', asOf });
  return taxCalendar
    .filter(({ code }) => code === 'WITHHOLDING' || code === 'PENSION')
    .map(
      ({ code, month, state, amount, payrollAmount }) =>
        `${code} ${month}: ${amount ?? '–'} (${payrollAmount}) ${state}`,
    );
}

it('what pay brings stands in the calendar by the month in which it was received, with what tax itself withholds', async () => {
  const payroll = await payrollOf(system, system.company(0));
  const tax = system.company(0).as('tax_specialist');
  const ids: string[] = [];
  for (const firstName of ['ნინო', 'გია']) {
    const person = { firstName, iban: 'GE29NB0000000101904917' };
    ids.push((await payroll.employ({ pay: { amount: '1000.00' }, person })).employee);
  }
  const run = await payroll.pay(2026, 9);
  // Calculated and posted, but nobody has received anything: nothing is withheld yet.
  expect(await owed(0, '2026-10-10')).toEqual([
    'PENSION 9: – (0.00) DUE',
    'WITHHOLDING 9: 0.00 (0.00) DUE',
    'PENSION 10: – (0.00) UPCOMING',
    'WITHHOLDING 10: 0.00 (0.00) UPCOMING',
    'PENSION 11: – (0.00) UPCOMING',
    'WITHHOLDING 11: 0.00 (0.00) UPCOMING',
  ]);

  const { makePayrollPaymentFile } = await payroll.keeper.query<{
    makePayrollPaymentFile: { file: { id: string } };
  }>(MAKE, { input: { runId: run.id } });
  const fileId = makePayrollPaymentFile.file.id;
  const received = (date: string, employee: string | undefined) =>
    payroll.keeper.query(SETTLE, { input: { fileId, date, confirmed: [employee] } });
  await received('2026-09-30', ids[0]);
  await tax.query(FILE, { input: { code: 'WITHHOLDING', year: 2026, month: 9, filedOn: '2026-10-09' } });
  await received('2026-10-02', ids[1]);
  const { createCounterparty } = await tax.query<{ createCounterparty: { counterparty: { id: string } } }>(
    'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    { input: { kind: 'PERSON', taxId: '01017098760', name: 'ნინო ბერიძე' } },
  );
  await tax.query(
    'mutation ($input: WithholdTaxInput!) { withholdTax(input: $input) { withholding { id } } }',
    {
      input: {
        date: '2026-10-12',
        kind: 'DIVIDEND_TO_INDIVIDUAL',
        counterpartyId: createCounterparty.counterparty.id,
        gross: '1000.00',
        description: 'Dividend',
      },
    },
  );
  // Gross 1,000: pension 20 + 20, tax 20 % of 980. Of the dividend 5 %.
  expect(await owed(0, '2026-11-10')).toEqual([
    'PENSION 9: 40.00 (40.00) OVERDUE',
    'WITHHOLDING 9: 196.00 (196.00) UNPAID',
    'PENSION 10: 40.00 (40.00) DUE',
    'WITHHOLDING 10: 246.00 (196.00) DUE',
    'PENSION 11: 0.00 (0.00) UPCOMING',
    'WITHHOLDING 11: 0.00 (0.00) UPCOMING',
  ]);
  // Nothing is to be contributed for November, so nothing is left to do.
  expect((await owed(0, '2026-12-01'))[4]).toBe('PENSION 11: 0.00 (0.00) DONE');
});

it('pay of one company is nothing in the calendar of another', async () => {
  expect((await owed(1, '2026-11-10')).filter((line) => !/: (–|0\.00) \(0\.00\)/u.test(line))).toEqual([]);
});
