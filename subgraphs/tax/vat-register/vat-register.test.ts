import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { CHART, startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
beforeAll(async () => {
  system = await startSystem({
    chart: [...CHART, { code: '3330', names: { en: 'VAT payable' }, type: 'LIABILITY', role: 'VAT_PAYABLE' }],
  });
  us = system.company(0).as('tax_specialist');
});
afterAll(() => system.close());

async function issued(counterpartyId: string, operationDate: string): Promise<string> {
  const lines = [{ name: 'საქონელი', unit: 1, quantity: '1', unitPrice: '118.00', treatment: 'STANDARD' }];
  const { createTaxInvoice } = await us.query<{ createTaxInvoice: { invoice: { id: string } } }>(
    'mutation ($input: TaxInvoiceInput!) { createTaxInvoice(input: $input) { invoice { id } } }',
    { input: { counterpartyId, operationDate, lines } },
  );
  const { id } = createTaxInvoice.invoice;
  await us.query(
    'mutation ($input: IssueTaxInvoiceInput!) { issueTaxInvoice(input: $input) { invoice { id } } }',
    { input: { id } },
  );
  return id;
}

it('leads from an entry of the register, and from a difference, to the tax invoice behind it', async () => {
  await us.query(
    'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
    { input: { vatRegistrations: [{ from: '2025-01-01' }] } },
  );
  const { createCounterparty } = await us.query<{ createCounterparty: { counterparty: { id: string } } }>(
    'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    { input: { kind: 'COMPANY', taxId: '405000001', name: 'შპს მყიდველი' } },
  );
  const buyer = createCounterparty.counterparty.id;
  const posted = await issued(buyer, '2026-03-10');
  // The books have no such year.
  const refused = await issued(buyer, '2025-03-10');
  const entries = async () =>
    (
      await us.query<{ vatRegister: { edges: object[] } }>(
        '{ vatRegister(year: 2026, month: 3, first: 10) { edges { node { credit invoice { id total } } } } }',
      )
    ).vatRegister.edges;
  await expect
    .poll(entries, { timeout: 15_000 })
    .toEqual([{ node: { credit: '18.00', invoice: { id: posted, total: '118.00' } } }]);
  expect(
    await us.query('{ vatDifferences(year: 2025, month: 3) { documents { difference invoice { id } } } }'),
  ).toEqual({ vatDifferences: { documents: [{ difference: '18.00', invoice: { id: refused } }] } });
});

describe('an entry by hand', () => {
  const RECORD =
    'mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id } } }';
  const REVERSE =
    'mutation ($input: ReverseTransactionInput!) { reverseTransaction(input: $input) { transaction { id } } }';
  const DIFFERENCES = `query ($month: Int!) {
    vatDifferences(year: 2026, month: $month) {
      parts { part documents books settled difference }
      undocumented { isSettlement entry { debit credit } }
    }
    vatReturn(year: 2026, month: $month) { checks { name difference } }
  }`;

  interface Seen {
    readonly vatDifferences: {
      readonly parts: readonly { readonly part: string }[];
      readonly undocumented: readonly { readonly isSettlement: boolean }[];
    };
    readonly vatReturn: {
      readonly checks: readonly { readonly name: string; readonly difference: string }[];
    };
  }

  async function byHand(date: string, debit: string, credit: string): Promise<string> {
    const { recordTransaction } = await system
      .company(0)
      .as('chief_accountant')
      .query<{ recordTransaction: { transaction: { id: string } } }>(RECORD, {
        input: {
          date,
          description: 'დღგ',
          entries: [
            { accountCode: debit, debit: '18.00' },
            { accountCode: credit, credit: '18.00' },
          ],
        },
      });
    return recordTransaction.transaction.id;
  }

  async function undone(id: string, date: string): Promise<string> {
    const { reverseTransaction } = await system
      .company(0)
      .as('chief_accountant')
      .query<{ reverseTransaction: { transaction: { id: string } } }>(REVERSE, {
        input: { id, date, reason: 'შეცდომა' },
      });
    return reverseTransaction.transaction.id;
  }

  /** Output VAT of a month as it comes to be: the two fields of an answer are read one after the other. */
  const output = (month: number) =>
    expect.poll(
      async () => {
        const { vatDifferences, vatReturn } = await us.query<Seen>(DIFFERENCES, { month });
        return {
          ...vatDifferences.parts.find(({ part }) => part === 'OUTPUT'),
          settlements: vatDifferences.undocumented.map(({ isSettlement }) => isSettlement),
          check: vatReturn.checks.find(({ name }) => name === 'OUTPUT')?.difference,
        };
      },
      { timeout: 20_000 },
    );

  it('that settles VAT is no VAT when it is reversed, nor when that is', async () => {
    const paid = await byHand('2026-04-15', '3330', '1110');
    const reversal = await undone(paid, '2026-04-16');
    const clean = { part: 'OUTPUT', documents: '0.00', books: '0.00', difference: '0.00', check: '0.00' };
    await output(4).toEqual({ ...clean, settled: '0.00', settlements: [true, true] });
    await undone(reversal, '2026-04-17');
    await output(4).toEqual({ ...clean, settled: '18.00', settlements: [true, true, true] });
  });

  it('that makes VAT is taken back by its reversal, and settles nothing', async () => {
    const made = await byHand('2026-05-10', '1110', '3330');
    await undone(made, '2026-05-11');
    await output(5).toEqual({
      part: 'OUTPUT',
      documents: '0.00',
      books: '0.00',
      settled: '0.00',
      difference: '0.00',
      check: '0.00',
      settlements: [false, false],
    });
  });
});

it('makes no difference of a document that was taken back', async () => {
  const { createCounterparty } = await us.query<{ createCounterparty: { counterparty: { id: string } } }>(
    'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    { input: { kind: 'COMPANY', taxId: '405000009', name: 'შპს სხვა' } },
  );
  const id = await issued(createCounterparty.counterparty.id, '2026-06-10');
  const register = async () =>
    (
      await us.query<{ vatRegister: { edges: object[] } }>(
        '{ vatRegister(year: 2026, month: 6, first: 10) { edges { node { credit debit } } } }',
      )
    ).vatRegister.edges;
  await expect.poll(register, { timeout: 20_000 }).toHaveLength(1);
  await us.query(
    'mutation ($input: TaxInvoiceReasonInput!) { cancelTaxInvoice(input: $input) { invoice { id } } }',
    { input: { id, reason: 'შეცდომა' } },
  );
  await expect.poll(register, { timeout: 20_000 }).toHaveLength(2);
  expect(
    await us.query(
      `{ vatDifferences(year: 2026, month: 6) {
           parts { difference } documents { difference } undocumented { isSettlement } } }`,
    ),
  ).toEqual({
    vatDifferences: {
      parts: [{ difference: '0.00' }, { difference: '0.00' }, { difference: '0.00' }],
      documents: [],
      undocumented: [],
    },
  });
});
