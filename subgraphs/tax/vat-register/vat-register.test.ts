import { afterAll, beforeAll, expect, it } from 'vitest';
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
