import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import type { Caller } from '#test/caller.ts';
import { credit, debit, mutation as ledgerMutation } from '#test/postings.ts';
import { CHART, startSystem, type System } from '#test/system.ts';
import { rebuildFromLedger } from './postings/rebuild.ts';
import { rebuildTax } from './rebuild.ts';
import { rsGeDocumentId } from './rs-ge/events.ts';
import { createTaxWriter } from './writer.ts';

/** Every table that is made of events, whichever log they stand in. */
const TABLES = [
  'company_excise_rates',
  'counterparties',
  'excise_items',
  'filings',
  'ledger_accounts',
  'posting_accounts',
  'posting_outcomes',
  'posting_requests',
  'profiles',
  'profit_tax_charges',
  'property_values',
  'revenue_entries',
  'rs_ge_documents',
  'small_business_incomes',
  'submitted_months',
  'tax_invoice_lines',
  'tax_invoices',
  'tax_payments',
  'vat_accounts',
  'vat_entries',
  'vat_items',
  'vat_return_changes',
  'vat_returns',
  'withholdings',
];

let system: System;
let tax: Database;
let us: Caller;
beforeAll(async () => {
  system = await startSystem({
    companies: 2,
    chart: [
      ...CHART,
      { code: '3120', names: { en: 'Advances received' }, type: 'LIABILITY' },
      { code: '3330', names: { en: 'VAT payable' }, type: 'LIABILITY', role: 'VAT_PAYABLE' },
      { code: '3331', names: { en: 'VAT on advances' }, type: 'LIABILITY', role: 'VAT_ON_ADVANCES' },
      { code: '1610', names: { en: 'Goods' }, type: 'ASSET' },
      {
        code: '3340',
        names: { en: 'VAT receivable' },
        type: 'LIABILITY',
        normalSide: 'DEBIT',
        role: 'VAT_RECEIVABLE',
      },
    ],
  });
  tax = openDatabase(system.database.urlFor('tax'), { max: 2 });
});
afterAll(async () => {
  await tax.close();
  await system.close();
});

/** Every row of every table as PostgreSQL writes it, of all companies. */
async function dump(): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await system.owner.sql<{ text: string }[]>`
      select r::text as text from ${system.owner.sql(`tax.${table}`)} r order by 1`;
    tables[table] = rows.map(({ text }) => text);
  }
  return tables;
}

async function run<T = { id: string }>(
  field: string,
  type: string,
  payload: string,
  input: object,
): Promise<T> {
  const data = await us.query<Record<string, Record<string, T>>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${payload} { ${payload.endsWith('urn') ? 'state' : 'id'} } } }`,
    { input },
  );
  const answer = data[field]?.[payload];
  if (answer === undefined) throw new Error(`${field} answered nothing`);
  return answer;
}
const profile = (input: object) =>
  us.query(
    'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
    {
      input,
    },
  );

const line = (unitPrice: string) => ({
  name: 'საქონელი',
  unit: 1,
  quantity: '1',
  unitPrice,
  treatment: 'STANDARD',
});

/** Lets everything happen that tax keeps a table of. */
async function liveThrough(index: number): Promise<void> {
  const company = system.company(index);
  us = company.as('tax_specialist');
  await profile({ taxId: `40400010${String(index)}`, vatRegistrations: [{ from: '2026-01-01' }] });
  const counterparty = (input: object) =>
    run('createCounterparty', 'CreateCounterpartyInput', 'counterparty', input).then(({ id }) => id);
  const buyer = await counterparty({ kind: 'COMPANY', taxId: '405000001', name: 'შპს მყიდველი' });
  const supplier = await counterparty({
    kind: 'COMPANY',
    taxId: '405000002',
    name: 'შპს მომწოდებელი',
    vatRegistrations: [{ from: '2020-01-01' }],
  });
  const payee = await counterparty({ kind: 'PERSON', taxId: '01017098760', name: 'ნინო' });

  const draft = (input: object) => run('createTaxInvoice', 'TaxInvoiceInput', 'invoice', input);
  const sale = (unitPrice: string, more: object = {}) => ({
    counterpartyId: buyer,
    operationDate: '2026-03-10',
    lines: [line(unitPrice)],
    ...more,
  });
  const issued = async (input: object): Promise<string> => {
    const { id } = await draft(input);
    await run('issueTaxInvoice', 'IssueTaxInvoiceInput', 'invoice', { id });
    return id;
  };
  const revised = await draft(sale('10.00'));
  await run('updateTaxInvoice', 'UpdateTaxInvoiceInput', 'invoice', {
    id: revised.id,
    expectedVersion: 1,
    invoice: sale('118.00', { lines: [line('118.00'), line('59.00')] }),
  });
  // Many at once, so that the log was written in batches.
  const sold = await Promise.all(
    ['118.00', '236.00', '354.00', '472.00'].map((price) => issued(sale(price))),
  );
  const [registered = '', cancelled = '', corrected = ''] = sold;
  await run('registerTaxInvoice', 'RegisterTaxInvoiceInput', 'invoice', {
    id: registered,
    registration: { series: 'EA', number: `00${String(index)}` },
  });
  await run('confirmTaxInvoice', 'ConfirmTaxInvoiceInput', 'invoice', { id: registered });
  await run('cancelTaxInvoice', 'TaxInvoiceReasonInput', 'invoice', { id: cancelled, reason: 'შეცდომა' });
  await run('correctTaxInvoice', 'CorrectTaxInvoiceInput', 'invoice', {
    id: corrected,
    reason: 'GOODS_RETURNED',
    date: '2026-05-02',
    lines: [line('59.00')],
  });
  const advance = await issued(
    sale('590.00', { kind: 'ADVANCE', operationDate: '2026-02-05', payment: { amount: '590.00' } }),
  );
  await issued(sale('1180.00', { advances: [{ invoiceId: advance, amount: '590.00' }] }));
  const bought = await run('recordReceivedTaxInvoice', 'ReceivedTaxInvoiceInput', 'invoice', {
    counterpartyId: supplier,
    registration: { series: 'AA', number: `1${String(index)}` },
    operationDate: '2026-03-12',
    lines: [line('236.00')],
  });
  await run('confirmTaxInvoice', 'ConfirmTaxInvoiceInput', 'invoice', {
    id: bought.id,
    creditMonth: '2026-04',
  });

  await us.query(
    'mutation ($input: SetExciseRateInput!) { setExciseRate(input: $input) { group { code } } }',
    { input: { group: 'BEER', validFrom: '2026-01-01', rate: '0.6', source: 'მუხლი 188' } },
  );
  const beer = (unitPrice: string) => ({ ...line(unitPrice), excise: { group: 'BEER', quantity: '10' } });
  const drunk = await issued(sale('118.00', { lines: [line('1.00'), beer('118.00')] }));
  await run('correctTaxInvoice', 'CorrectTaxInvoiceInput', 'invoice', {
    id: drunk,
    reason: 'PRICE_CHANGED',
    date: '2026-05-02',
    lines: [line('1.00'), line('59.00')],
  });
  const declared = await run('recordImport', 'ImportInput', 'invoice', {
    counterpartyId: supplier,
    registration: { number: `C${String(index)}` },
    operationDate: '2026-03-12',
    lines: [{ name: 'საქონელი', customsValue: '100.00', dutyRate: '5' }],
    vat: '18.90',
  });
  await run('recordCustomsPayment', 'RecordCustomsPaymentInput', 'invoice', {
    id: declared.id,
    paidOn: '2026-03-13',
  });

  const month = { year: 2026, month: 2 };
  const step = (field: string, type: string, more: object = {}) =>
    run(field, type, 'vatReturn', { ...month, ...more });
  const posted = async () =>
    (
      await us.query<{ posted: { edges: object[] }; waiting: { edges: object[] } }>(
        '{ posted: postings(first: 100, states: [POSTED, REVERSED]) { edges { cursor } } waiting: postings(first: 1, states: [REQUESTED, REVERSAL_REQUESTED]) { edges { cursor } } }',
      )
    ).waiting.edges.length;
  await expect.poll(posted, { timeout: 20_000 }).toBe(0);
  await step('prepareVatReturn', 'VatReturnInput');
  await step('submitVatReturn', 'SubmitVatReturnInput', { differencesReason: 'მოძრაობა' });
  await step('acceptVatReturn', 'AcceptVatReturnInput', { receiptNumber: 'R-1', date: '2026-03-12' });

  await us.query(
    'mutation ($input: ChooseTaxPostingAccountInput!) { chooseTaxPostingAccount(input: $input) { account { role } } }',
    { input: { role: 'SERVICE', accountCode: '7410' } },
  );
  const charge = await run('chargeProfitTax', 'ChargeProfitTaxInput', 'charge', {
    date: '2026-03-10',
    kind: 'OTHER',
    amount: '100.00',
    description: 'საჩუქარი',
  });
  await run('reverseProfitTaxCharge', 'ReverseProfitTaxChargeInput', 'charge', {
    id: charge.id,
    date: '2026-03-11',
    reason: 'შეცდომა',
  });
  await run('withholdTax', 'WithholdTaxInput', 'withholding', {
    date: '2026-03-10',
    kind: 'INTEREST',
    gross: '100.00',
    counterpartyId: payee,
    description: 'პროცენტი',
  });
  await us.query(
    'mutation ($input: SetPropertyValuesInput!) { setPropertyValues(input: $input) { propertyTaxReturn { average } } }',
    { input: { year: 2025, month: 3, values: [{ accountCode: '2130', opening: '1.00', closing: '2.00' }] } },
  );
  await us.query(
    'mutation ($input: RecordTaxFilingInput!) { recordTaxFiling(input: $input) { obligation { code } } }',
    { input: { code: 'WITHHOLDING', year: 2026, month: 3, filedOn: '2026-04-10' } },
  );
  const paid = await run('recordTaxPayment', 'RecordTaxPaymentInput', 'payment', {
    code: 'WITHHOLDING',
    year: 2026,
    month: 3,
    paidOn: '2026-04-10',
    amount: '5.00',
  });
  await run('takeBackTaxPayment', 'TakeBackTaxPaymentInput', 'payment', { id: paid.id, reason: 'შეცდომა' });
  await profile({ regime: 'SMALL_BUSINESS' });
  await run('recordSmallBusinessIncome', 'RecordSmallBusinessIncomeInput', 'income', {
    date: '2026-03-10',
    amount: '100.00',
    description: 'შემოსავალი',
  });
  const about = { documentId: registered, documentType: 'TaxInvoice', rsGeId: '7' };
  const writer = createTaxWriter(tax);
  await writer.writePath.execute({
    companyId: company.id,
    userId: company.users.tax_specialist.id,
    operation: 'test',
    input: null,
    decide: () => ({
      events: (['RsGeSaved', 'BuyerConfirmed'] as const).map((type, position) => ({
        aggregateType: 'RsGeDocument',
        aggregateId: rsGeDocumentId(company.id, registered),
        version: position + 1,
        type,
        data: { ...about, at: `2026-03-1${String(position)}T10:00:00Z` },
      })),
      result: {},
    }),
  });
  await writer.writePath.drain();

  const chief = company.as('chief_accountant');
  await chief.query(ledgerMutation('recordTransaction'), {
    input: {
      date: '2026-03-20',
      description: 'ნაღდი',
      entries: [debit('1110', '118.00'), credit('6110', '100.00'), credit('3330', '18.00')],
    },
  });
  await expect.poll(posted, { timeout: 20_000 }).toBe(0);
  const read = async () =>
    (
      await system.owner.sql<{ amount: string }[]>`
      select amount from tax.revenue_entries where company_id = ${company.id}`
    ).length;
  await expect.poll(read, { timeout: 20_000 }).toBe(1);
  const registeredVat = async () =>
    (
      await system.owner.sql`
      select line from tax.vat_entries where company_id = ${company.id} and source_id is null`
    ).length;
  await expect.poll(registeredVat, { timeout: 20_000 }).toBe(1);
}

describe('rebuilt tables of tax', () => {
  it('are byte for byte what they were, and so are their neighbour’s', async () => {
    await liveThrough(0);
    await liveThrough(1);
    const before = await dump();
    for (const [table, rows] of Object.entries(before))
      expect([table, rows.length > 1]).toEqual([table, true]);

    const { id } = system.company(0);
    await system.owner.sql`delete from tax.tax_invoice_lines where company_id = ${id}`;
    await system.owner.sql`update tax.vat_items set vat = vat + 1 where company_id = ${id}`;
    await system.owner.sql`update tax.counterparties set name_ka = 'X' where company_id = ${id}`;
    expect(await dump()).not.toEqual(before);

    const progress: [number, number][] = [];
    const { events } = await rebuildTax(system.database.ownerUrl, id, (done, total) =>
      progress.push([done, total]),
    );
    await rebuildFromLedger(tax, id);
    expect(await dump()).toEqual(before);
    expect(events).toBeGreaterThan(40);
    expect(progress.at(-1)).toEqual([events, events]);
  });

  it('are all that a company has in tax, but for what is no projection', async () => {
    const tables = await system.owner.sql<{ name: string }[]>`
      select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'tax' and c.column_name = 'company_id' and t.table_type = 'BASE TABLE'
        -- What was asked of RS.ge is done once, whatever is made anew: the application writes it, no projection.
        and not (c.table_name like 'rs\\_ge\\_%' and has_table_privilege('davtari_tax', 'tax.' || c.table_name, 'insert'))
      order by 1`;
    const ofTheLog = [
      'aggregate_snapshots',
      'checkpoints',
      'consumer_failures',
      'dead_letters',
      'document_series',
      'event_store',
      'head',
      'idempotency_keys',
    ];
    expect(tables.map(({ name }) => name).filter((name) => !ofTheLog.includes(name))).toEqual(TABLES);
  });

  it('are asked for by the owner of the tables and nobody else', async () => {
    await expect(rebuildTax(system.database.urlFor('tax'), uuidv7())).rejects.toThrow(/must own the tables/);
  });
});
