import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { CHART, startSystem, type System } from '#test/system.ts';

let system: System;
let us: Caller;
let buyer: string;

beforeAll(async () => {
  const account = (code: string, role?: string) => ({
    code,
    names: { en: code },
    type: 'LIABILITY' as const,
    ...(role === undefined ? {} : { role }),
  });
  system = await startSystem({
    companies: 2,
    chart: [...CHART, account('3330', 'VAT_PAYABLE'), account('3350')],
  });
  us = system.company(0).as('tax_specialist');
  await us.query(
    'mutation ($input: UpdateTaxProfileInput!) { updateTaxProfile(input: $input) { profile { taxId } } }',
    { input: { vatRegistrations: [{ from: '2025-01-01' }] } },
  );
  const { createCounterparty } = await us.query<{ createCounterparty: { counterparty: { id: string } } }>(
    'mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    { input: { kind: 'COMPANY', taxId: '405000001', name: 'შპს მყიდველი' } },
  );
  buyer = createCounterparty.counterparty.id;
});
afterAll(() => system.close());

const SET = `mutation ($input: SetExciseRateInput!) {
  setExciseRate(input: $input) { group { code certainty rates { validFrom validTo rate isOwn isApplied source } } }
}`;
const CREATE = `mutation ($input: TaxInvoiceInput!) {
  createTaxInvoice(input: $input) { invoice { id vat total lines { excise { group quantity rate amount } } } }
}`;
const ISSUE =
  'mutation ($input: IssueTaxInvoiceInput!) { issueTaxInvoice(input: $input) { invoice { id } } }';
const CORRECT = `mutation ($input: CorrectTaxInvoiceInput!) {
  correctTaxInvoice(input: $input) { invoice { id vatItems { month base vat } } }
}`;
const CANCEL = `mutation ($input: TaxInvoiceReasonInput!) { cancelTaxInvoice(input: $input) { invoice { status } } }`;
const RETURN = `query ($month: Int!) {
  exciseReturn(year: 2026, month: $month) {
    dueDate total sums { group { code name(language: EN) unit(language: EN) } rate quantity excise }
  }
}`;

interface Page {
  readonly exciseItems: {
    readonly edges: readonly { readonly node: { readonly line: number } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

interface ExciseReturn {
  readonly dueDate: string;
  readonly total: string;
  readonly sums: readonly {
    readonly group: { readonly code: string };
    readonly rate: string;
    readonly quantity: string;
    readonly excise: string;
  }[];
}

const beer = (quantity: string, unitPrice: string, excise: object = {}): object => ({
  name: 'ლუდი',
  unit: 4,
  quantity,
  unitPrice,
  treatment: 'STANDARD',
  excise: { group: 'BEER', quantity, ...excise },
});
const sale = (operationDate: string, lines: readonly object[]): object => ({
  counterpartyId: buyer,
  operationDate,
  lines,
});

async function issued(input: object): Promise<string> {
  const { createTaxInvoice } = await us.query<{ createTaxInvoice: { invoice: { id: string } } }>(CREATE, {
    input,
  });
  const { id } = createTaxInvoice.invoice;
  await us.query(ISSUE, { input: { id } });
  return id;
}

async function ofMonth(month: number): Promise<ExciseReturn> {
  const { exciseReturn } = await us.query<{ exciseReturn: ExciseReturn }>(RETURN, { month });
  return exciseReturn;
}

async function sums(month: number): Promise<string[]> {
  return (await ofMonth(month)).sums.map(
    ({ group, rate, quantity, excise }) => `${group.code} ${quantity} × ${rate} = ${excise}`,
  );
}

describe('rates of excise', () => {
  it('are the company’s own, from a day on; what is only told is shown and never applied', async () => {
    const given = { group: 'BEER', rate: '0.6', source: 'საგადასახადო კოდექსი, 188-ე მუხლი' };
    await us.query(SET, { input: { ...given, validFrom: '2026-01-01' } });
    const { setExciseRate } = await us.query<{ setExciseRate: { group: object } }>(SET, {
      input: { ...given, rate: '0.75', validFrom: '2026-07-01' },
    });
    const own = { isOwn: true, isApplied: true, source: given.source };
    expect(setExciseRate.group).toEqual({
      code: 'BEER',
      certainty: 'UNVERIFIED',
      rates: [
        { ...own, validFrom: '2026-07-01', validTo: null, rate: '0.75' },
        { ...own, validFrom: '2026-01-01', validTo: '2026-06-30', rate: '0.6' },
      ],
    });
    const input = sale('2026-02-10', [
      { ...beer('1', '2000.00'), excise: { group: 'PETROL', quantity: '1' } },
    ]);
    expect(await us.refusal(CREATE, { input })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'lines[0].excise.rate',
    });
  });

  it.each([
    ['group', { group: 'COFFEE', validFrom: '2026-01-01', rate: '1', source: 'x' }],
    ['rate', { group: 'WINE', validFrom: '2026-01-01', rate: '-1', source: 'x' }],
    ['rate', { group: 'WINE', validFrom: '2026-01-01', rate: '0.0000001', source: 'x' }],
    ['source', { group: 'WINE', validFrom: '2026-01-01', rate: '1', source: ' ' }],
    ['validFrom', { group: 'WINE', validFrom: '2026-02-30', rate: '1', source: 'x' }],
  ])('are refused for a wrong %s', async (field, input) => {
    expect(await us.refusal(SET, { input })).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});

describe('excise of a month', () => {
  it('is on what was supplied, at the rate of the day, and in the books apart from revenue and VAT', async () => {
    const id = await issued(sale('2026-03-10', [beer('1000', '2.36')]));
    expect(await ofMonth(3)).toEqual({
      dueDate: '2026-04-15',
      total: '600.00',
      sums: [
        {
          group: { code: 'BEER', name: 'Beer', unit: 'l' },
          rate: '0.6',
          quantity: '1000',
          excise: '600.00',
        },
      ],
    });
    const entries = async () => {
      const { taxInvoice } = await us.query<{
        taxInvoice: { postings: { transaction: { id: string } | null }[] };
      }>('query ($id: ID!) { taxInvoice(id: $id) { postings { transaction { id } } } }', { id });
      const transaction = taxInvoice.postings[0]?.transaction?.id;
      if (transaction === undefined) return undefined;
      const data = await system.company(0).as('accountant').query<{
        transaction: { entries: { accountCode: string; debit: string; credit: string }[] };
      }>('query ($id: ID!) { transaction(id: $id) { entries { account { code } debit credit } } }', {
        id: transaction,
      });
      return (
        data.transaction.entries as unknown as { account: { code: string }; debit: string; credit: string }[]
      )
        .map(({ account, debit, credit }) => `${account.code} ${debit} ${credit}`)
        .sort();
    };
    await expect
      .poll(entries, { timeout: 20_000 })
      .toEqual(['1410 2360.00 0.00', '3330 0.00 360.00', '3350 0.00 600.00', '6110 0.00 1400.00']);
  });

  it('takes another rate from its day on, and one that the document names', async () => {
    await issued(sale('2026-07-01', [beer('10', '5.00'), beer('10', '5.00', { rate: '1.25' })]));
    expect(await sums(7)).toEqual(['BEER 10 × 0.75 = 7.50', 'BEER 10 × 1.25 = 12.50']);
  });

  it('rounds each line to the tetri', async () => {
    await issued(sale('2026-08-03', [beer('0.34', '5.00'), beer('0.34', '5.00')]));
    // 0.34 × 0.75 = 0.255, twice.
    expect(await sums(8)).toEqual(['BEER 0.68 × 0.75 = 0.52']);
  });

  it('is lessened in the month of a correction, and leads to the documents behind it', async () => {
    const id = await issued(sale('2026-04-10', [beer('100', '5.00')]));
    await us.query(CORRECT, {
      input: { id, reason: 'GOODS_RETURNED', date: '2026-05-04', lines: [beer('60', '5.00')] },
    });
    expect([await sums(4), await sums(5)]).toEqual([['BEER 100 × 0.6 = 60.00'], ['BEER -40 × 0.6 = -24.00']]);
    const { exciseItems } = await us.query<{ exciseItems: { edges: object[] } }>(
      `{ exciseItems(year: 2026, month: 5, group: "BEER", first: 10) {
           edges { node { date line quantity excise invoice { corrects { id } } } } } }`,
    );
    expect(exciseItems.edges).toEqual([
      {
        node: {
          date: '2026-05-04',
          line: 1,
          quantity: '-40',
          excise: '-24.00',
          invoice: { corrects: { id } },
        },
      },
    ]);
  });

  it('pages through its lines', async () => {
    await issued(
      sale(
        '2026-10-05',
        Array.from({ length: 5 }, () => beer('1', '5.00')),
      ),
    );
    const pages = [];
    for (let after: string | null = null, more = true; more;) {
      const page: Page = await us.query<Page>(
        `query ($after: String) { exciseItems(year: 2026, month: 10, first: 2, after: $after) {
           edges { node { line } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const { exciseItems } = page;
      pages.push(exciseItems.edges.map(({ node }) => node.line));
      ({ hasNextPage: more, endCursor: after } = exciseItems.pageInfo);
    }
    expect(pages).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('forgets what is cancelled', async () => {
    const id = await issued(sale('2026-06-10', [beer('10', '5.00')]));
    expect(await sums(6)).toEqual(['BEER 10 × 0.6 = 6.00']);
    await us.query(CANCEL, { input: { id, reason: 'შეცდომა' } });
    expect(await sums(6)).toEqual([]);
  });

  it('stands in the calendar, due the 15th, and is none of another company’s', async () => {
    await issued(sale('2026-01-20', [beer('10', '5.00')]));
    const query = `{ taxCalendar(from: "2026-02-01", to: "2026-02-28", asOf: "2026-02-10") {
      code month due amount state kind } }`;
    const excise = async (caller: Caller) => {
      const { taxCalendar } = await caller.query<{ taxCalendar: { code: string }[] }>(query);
      return taxCalendar.filter(({ code }) => code === 'EXCISE');
    };
    expect(await excise(us)).toEqual([
      {
        code: 'EXCISE',
        month: 1,
        due: '2026-02-16',
        amount: '6.00',
        state: 'DUE',
        kind: 'RETURN_AND_PAYMENT',
      },
    ]);
    expect(await excise(system.company(1).as('tax_specialist'))).toEqual([]);
  });

  it.each([
    ['lines[0].excise.group', { group: 'COFFEE' }],
    ['lines[0].excise.quantity', { quantity: '0' }],
    ['lines[0].excise.rate', { rate: '-1' }],
    ['lines[0].excise', { rate: '5.00' }],
  ])('refuses a wrong %s', async (field, excise) => {
    const input = sale('2026-03-10', [beer('10', '5.00', excise)]);
    expect(await us.refusal(CREATE, { input })).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('refuses a month that is none', async () => {
    expect(await us.refusal(RETURN, { month: 13 })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'month' });
  });
});
