import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHART, startSystem, type System } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({
    chart: [
      ...CHART,
      { code: '3310', names: { en: 'Profit tax payable' }, type: 'LIABILITY' },
      { code: '3391', names: { en: 'Tax withheld' }, type: 'LIABILITY' },
      { code: '3420', names: { en: 'Dividends payable' }, type: 'LIABILITY' },
      { code: '5310', names: { en: 'Retained earnings' }, type: 'EQUITY' },
      { code: '9210', names: { en: 'Profit tax' }, type: 'EXPENSE' },
    ],
  });
});
afterAll(() => system.close());

const BALANCES = `{
  expense: account(code: "9210") { balance } profitTax: account(code: "3310") { balance }
  withheld: account(code: "3391") { balance } dividends: account(code: "3420") { balance }
}`;

/** Debit minus credit of what the ledger has posted: profit tax expense and payable, tax withheld, dividends payable. */
async function balances(): Promise<string[]> {
  const found = await system
    .company(0)
    .as('chief_accountant')
    .query<Record<'expense' | 'profitTax' | 'withheld' | 'dividends', { balance: string }>>(BALANCES);
  return [found.expense, found.profitTax, found.withheld, found.dividends].map(({ balance }) => balance);
}

const inTheBooks = () => expect.poll(balances, { timeout: 15_000 });

describe('a profit of 10,000.00 that is distributed', () => {
  it('is in the books as 1,500.00 of profit tax, 425.00 withheld and 8,075.00 for the shareholder', async () => {
    const specialist = system.company(0).as('tax_specialist');
    const { chargeProfitTax } = await specialist.query<{ chargeProfitTax: { charge: { id: string } } }>(
      'mutation ($input: ChargeProfitTaxInput!) { chargeProfitTax(input: $input) { charge { id } } }',
      { input: { date: '2026-01-28', kind: 'DIVIDEND', amount: '8500.00', description: 'Dividend of 2025' } },
    );
    await inTheBooks().toEqual(['1500.00', '-1500.00', '0.00', '0.00']);

    await system
      .company(0)
      .as('chief_accountant')
      .query(
        'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id } } }',
        {
          input: {
            date: '2026-01-28',
            description: 'Dividend of 2025',
            entries: [
              { accountCode: '5310', debit: '8500.00' },
              { accountCode: '3420', credit: '8500.00' },
            ],
          },
        },
      );
    const { createCounterparty } = await specialist.query<{
      createCounterparty: { counterparty: { id: string } };
    }>(
      'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
      { input: { kind: 'PERSON', taxId: '01017098765', name: 'ნინო ბერიძე' } },
    );
    const { withholdTax } = await specialist.query<{
      withholdTax: { withholding: { id: string; form30Cells: string[] } };
    }>(
      'mutation ($input: WithholdTaxInput!) { withholdTax(input: $input) { withholding { id form30Cells } } }',
      {
        input: {
          date: '2026-01-28',
          kind: 'DIVIDEND_TO_INDIVIDUAL',
          counterpartyId: createCounterparty.counterparty.id,
          gross: '8500.00',
          description: 'Dividend of 2025',
        },
      },
    );
    expect(withholdTax.withholding.form30Cells.slice(0, 5)).toEqual([
      '01017098765',
      'ნინო',
      'ბერიძე',
      ' ',
      '268',
    ]);
    await inTheBooks().toEqual(['1500.00', '-1500.00', '-425.00', '-8075.00']);

    const reversal = { date: '2026-01-30', reason: 'The meeting was void' };
    await specialist.query(
      `mutation ($charge: ReverseProfitTaxChargeInput!, $payment: ReverseWithholdingInput!) {
        reverseProfitTaxCharge(input: $charge) { charge { id } }
        reverseWithholding(input: $payment) { withholding { id } }
      }`,
      {
        charge: { ...reversal, id: chargeProfitTax.charge.id },
        payment: { ...reversal, id: withholdTax.withholding.id },
      },
    );
    await inTheBooks().toEqual(['0.00', '0.00', '0.00', '-8500.00']);
  });
});
