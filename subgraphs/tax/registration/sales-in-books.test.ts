import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { credit, debit, mutation, type EntryInput } from '#test/postings.ts';
import { CHART, startSystem, type System, type TestCompany } from '#test/system.ts';
import { rebuildFromLedger } from '../postings/rebuild.ts';

let system: System;
let tax: Database;
beforeAll(async () => {
  system = await startSystem({
    companies: 7,
    years: [2025, 2026],
    chart: [
      ...CHART,
      { code: '3330', names: { en: 'VAT payable' }, type: 'LIABILITY', role: 'VAT_PAYABLE' },
      { code: '5310', names: { en: 'Retained earnings' }, type: 'EQUITY' },
      { code: '6115', names: { en: 'Sales of services' }, type: 'REVENUE', role: 'SALES' },
      { code: '6120', names: { en: 'Other income' }, type: 'REVENUE' },
    ],
  });
  tax = openDatabase(system.database.urlFor('tax'), { max: 2 });
});
afterAll(async () => {
  await tax.close();
  await system.close();
});

interface Watch {
  readonly state: string;
  readonly turnover: string;
  readonly crossing: {
    readonly date: string;
    readonly documentType: string;
    readonly documentId: string;
    readonly turnover: string;
    readonly invoice: { readonly id: string } | null;
    readonly transaction: { readonly number: string; readonly description: string } | null;
  } | null;
  readonly forecast: { readonly date: string; readonly monthlyAverage: string } | null;
}
const watch = async (company: TestCompany, asOf = '2026-06-30'): Promise<Watch> =>
  (
    await company.as('chief_accountant').query<{ vatRegistrationWatch: Watch }>(
      `query ($asOf: Date) { vatRegistrationWatch(asOf: $asOf) {
        state turnover periodFrom forecast { date monthlyAverage }
        crossing { date documentType documentId turnover invoice { id } transaction { number description } } } }`,
      { asOf },
    )
  ).vatRegistrationWatch;
/** The consumer of the ledger's log is a moment behind. */
const turnoverOf = (company: TestCompany, asOf?: string) =>
  expect.poll(async () => (await watch(company, asOf)).turnover, { timeout: 15_000 });

async function record(
  company: TestCompany,
  date: string,
  entries: readonly EntryInput[],
  description = 'გაყიდვა',
): Promise<string> {
  const { recordTransaction } = await company
    .as('chief_accountant')
    .query<{ recordTransaction: { transaction: { id: string } } }>(mutation('recordTransaction'), {
      input: { date, description, entries },
    });
  return recordTransaction.transaction.id;
}
const sell = (company: TestCompany, date: string, amount: string, account = '6110') =>
  record(company, date, [debit('1110', amount), credit(account, amount)]);
const reverse = (company: TestCompany, id: string, date: string) =>
  company
    .as('chief_accountant')
    .query(mutation('reverseTransaction'), { input: { id, date, reason: 'returned' } });
const setRole = (company: TestCompany, code: string, role: string | null) =>
  company
    .as('chief_accountant')
    .query(`mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { account { id } } }`, {
      input: { id: company.accountId(code), role },
    });

/** Sells by a tax invoice: the company is registered for that day only. */
async function invoice(company: TestCompany, date: string, amount: string): Promise<string> {
  const specialist = company.as('tax_specialist');
  await specialist.query(
    'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
    { input: { vatRegistrations: [{ from: date, to: date }] } },
  );
  const { createCounterparty } = await specialist.query<{
    createCounterparty: { counterparty: { id: string } };
  }>(
    'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    { input: { kind: 'COMPANY', taxId: '405000123', name: 'შპს მყიდველი' } },
  );
  const { createTaxInvoice } = await specialist.query<{ createTaxInvoice: { invoice: { id: string } } }>(
    'mutation ($input: TaxInvoiceInput!) { createTaxInvoice(input: $input) { invoice { id } } }',
    {
      input: {
        kind: 'SUPPLY',
        priceMode: 'EXCLUSIVE',
        counterpartyId: createCounterparty.counterparty.id,
        operationDate: date,
        lines: [{ name: 'საქონელი', unit: 1, quantity: '1', unitPrice: amount, treatment: 'STANDARD' }],
      },
    },
  );
  const { id } = createTaxInvoice.invoice;
  await specialist.query(
    'mutation ($input: IssueTaxInvoiceInput!) { issueTaxInvoice(input: $input) { invoice { id } } }',
    { input: { id } },
  );
  return id;
}

describe('sales that stand in the books alone', () => {
  it('oblige to register when they exceed the threshold by a tetri, and the transaction that did is named', async () => {
    const company = system.company(0);
    await sell(company, '2026-03-10', '60000.00');
    await sell(company, '2026-04-10', '40000.00', '6115');
    // What the chart does not call sales is none.
    await sell(company, '2026-04-11', '5000.00', '6120');
    await turnoverOf(company).toBe('100000.00');
    expect(await watch(company)).toMatchObject({ state: 'BELOW', crossing: null });
    const documentId = await record(
      company,
      '2026-04-20',
      [debit('1110', '0.01'), credit('6110', '0.01')],
      'ერთი თეთრი',
    );
    await turnoverOf(company).toBe('100000.01');
    expect(await watch(company)).toMatchObject({
      state: 'MUST_REGISTER',
      crossing: {
        date: '2026-04-20',
        documentType: 'Transaction',
        documentId,
        turnover: '100000.01',
        invoice: null,
        transaction: { number: '2026-000004', description: 'ერთი თეთრი' },
      },
    });
  });

  it('count over any twelve months, also those posted late for a day long past, and foretell the day', async () => {
    const company = system.company(1);
    await sell(company, '2026-04-20', '9000.00');
    await sell(company, '2026-05-20', '9000.00');
    await sell(company, '2026-03-20', '9600.00');
    await turnoverOf(company, '2026-06-02').toBe('27600.00');
    // 300.00 a day; 72,400.00 are left, which the 242nd day exceeds.
    expect((await watch(company, '2026-06-02')).forecast).toEqual({
      date: '2027-01-30',
      monthlyAverage: '9200.00',
    });
    const late = await sell(company, '2025-06-03', '90000.00');
    await turnoverOf(company, '2026-06-02').toBe('117600.00');
    expect((await watch(company, '2026-06-02')).crossing).toMatchObject({
      date: '2026-04-20',
      turnover: '108600.00',
    });
    // A day later the year before has moved out of the twelve months, what it had crossed has not.
    expect(await watch(company, '2026-06-03')).toMatchObject({
      turnover: '27600.00',
      state: 'MUST_REGISTER',
    });
    await reverse(company, late, '2025-06-10');
    await turnoverOf(company, '2026-06-02').toBe('27600.00');
    expect(await watch(company, '2026-06-02')).toMatchObject({ state: 'BELOW', crossing: null });
  });

  it('fall by what is reversed, and by nothing that closes the year', async () => {
    const company = system.company(2);
    const first = await sell(company, '2026-01-10', '70000.00');
    await sell(company, '2026-01-11', '20000.00');
    await reverse(company, first, '2026-01-12');
    await sell(company, '2026-01-13', '50000.00');
    const closing = await record(company, '2026-01-31', [
      debit('6110', '70000.00'),
      credit('5310', '70000.00'),
    ]);
    await reverse(company, closing, '2026-02-01');
    await sell(company, '2026-02-02', '0.50');
    await turnoverOf(company).toBe('70000.50');
    expect(await watch(company)).toMatchObject({ state: 'BELOW', crossing: null });
  });

  it('count together with those that documents stand behind, none of them twice', async () => {
    const company = system.company(3);
    const documentId = await invoice(company, '2026-03-05', '60000.00');
    const posted = async () =>
      (
        await company
          .as('chief_accountant')
          .query<{ account: { balance: string } }>('{ account(code: "6110") { balance } }')
      ).account.balance;
    await expect.poll(posted, { timeout: 15_000 }).toBe('-60000.00');
    await sell(company, '2026-03-04', '30000.00');
    await sell(company, '2026-03-10', '95000.00');
    // Before the one day of the registration and after it.
    await turnoverOf(company, '2026-03-31').toBe('95000.00');
    await turnoverOf(company, '2026-03-04').toBe('30000.00');
    await company
      .as('tax_specialist')
      .query(
        'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
        { input: { vatRegistrations: [] } },
      );
    await turnoverOf(company, '2026-03-31').toBe('185000.00');
    expect((await watch(company, '2026-03-31')).crossing).toMatchObject({
      date: '2026-03-10',
      documentType: 'Transaction',
      invoice: null,
    });
    await sell(company, '2026-03-03', '10000.01');
    await turnoverOf(company, '2026-03-31').toBe('195000.01');
    expect((await watch(company, '2026-03-31')).crossing).toMatchObject({
      date: '2026-03-05',
      documentType: 'TaxInvoice',
      turnover: '100000.01',
      invoice: { id: documentId },
      transaction: null,
    });
  });

  it('count from the beginning when their account is called one of sales only later, by the chart or by a choice', async () => {
    const company = system.company(4);
    await sell(company, '2026-03-10', '3000.00', '6120');
    await sell(company, '2026-03-11', '400.00');
    await turnoverOf(company).toBe('400.00');
    await setRole(company, '6120', 'SALES');
    await turnoverOf(company).toBe('3400.00');
    await setRole(company, '6120', null);
    await turnoverOf(company).toBe('400.00');
    await company
      .as('tax_specialist')
      .query(
        'mutation ($input: ChooseTaxPostingAccountInput!) { chooseTaxPostingAccount(input: $input) { account { role } } }',
        { input: { role: 'REVENUE', accountCode: '6120' } },
      );
    await turnoverOf(company).toBe('3000.00');
  });

  it('are made anew to the byte', async () => {
    const company = system.company(5);
    const sold = await sell(company, '2026-03-10', '3000.00');
    await reverse(company, sold, '2026-03-12');
    await sell(company, '2026-03-14', '200.00', '6120');
    await setRole(company, '6120', 'SALES');
    await turnoverOf(company).toBe('200.00');
    const before = await dump(company);
    expect(before.length).toBeGreaterThan(7);
    await system.owner.sql`delete from tax.revenue_entries where company_id = ${company.id}`;
    expect((await watch(company)).turnover).toBe('0.00');
    await rebuildFromLedger(tax, company.id);
    expect(await dump(company)).toEqual(before);
  });

  it('are nobody else’s', async () => {
    await sell(system.company(5), '2026-04-01', '200000.00');
    await turnoverOf(system.company(5)).toBe('200200.00');
    expect(await watch(system.company(6))).toMatchObject({ turnover: '0.00', state: 'BELOW' });
  });
});

/** Every row that the consumer has written, as PostgreSQL writes it. */
async function dump({ id }: TestCompany): Promise<string[]> {
  const rows = await system.owner.sql<{ text: string }[]>`
    select a::text as text from tax.ledger_accounts a where company_id = ${id}
    union all select e::text from tax.revenue_entries e where company_id = ${id} order by 1`;
  return rows.map(({ text }) => text);
}
