import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import type { NewEvent } from '#shared/domain/decider.ts';
import {
  postingId,
  requestPosting,
  requestPostingReversal,
  type PostingRequestedData,
  type PostingSource,
} from '#shared/domain/posting.ts';
import { mutation } from '#test/postings.ts';
import { CHART, startSystem, type System, type TestCompany } from '#test/system.ts';
import { createTaxWriter, type TaxWriter } from '../writer.ts';
import { rebuildFromLedger } from './rebuild.ts';

let system: System;
let tax: Database;
let writer: TaxWriter;
beforeAll(async () => {
  system = await startSystem({
    companies: 9,
    chart: [
      ...CHART,
      { code: '3330', names: { en: 'VAT payable' }, type: 'LIABILITY', role: 'VAT_PAYABLE' },
      {
        code: '3340',
        names: { en: 'VAT receivable' },
        type: 'LIABILITY',
        normalSide: 'DEBIT',
        role: 'VAT_RECEIVABLE',
      },
      { code: '3390', names: { en: 'Other taxes' }, type: 'LIABILITY' },
    ],
  });
  tax = openDatabase(system.database.urlFor('tax'), { max: 3 });
  writer = createTaxWriter(tax);
});
afterAll(async () => {
  await tax.close();
  await system.close();
});

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });

/** What a document of tax does when it is made. */
async function tell(company: TestCompany, ...events: NewEvent[]): Promise<void> {
  await writer.writePath.execute({
    companyId: company.id,
    userId: company.users.tax_specialist.id,
    operation: 'test',
    input: null,
    decide: () => ({ events, result: {} }),
  });
}

const invoice = (): PostingSource => ({
  subgraph: 'tax',
  type: 'TaxInvoice',
  id: uuid(),
  purpose: 'issue',
});

/** A sale of 100 with VAT of 18 in cash. */
const saleOf = (source: PostingSource, more: Partial<PostingRequestedData> = {}): PostingRequestedData => ({
  source,
  date: '2026-03-15',
  description: 'ა-1',
  entries: [
    { accountCode: '1110', debit: '118.00' },
    { accountCode: '6110', credit: '100.00' },
    { accountCode: '3330', credit: '18.00' },
  ],
  ...more,
});

interface Posting {
  readonly id: string;
  readonly state: string;
  readonly attempt: number;
  readonly requestedBy: { readonly name: string };
  readonly transaction: {
    readonly number: string;
    readonly status: string;
    readonly source: object;
    readonly createdBy: { readonly id: string };
  } | null;
  readonly reversal: { readonly reverses: { readonly id: string } } | null;
  readonly refusal: { readonly code: string; readonly field: string; readonly message: string } | null;
}
const POSTING = `id documentType documentId purpose date state attempt requestedBy { name }
  transaction { id number status source { subgraph type id purpose } createdBy { id } }
  reversal { reverses { id } } refusal { code field message refusedAt }`;

async function read(company: TestCompany, source: PostingSource): Promise<Posting | null> {
  const { posting } = await company
    .as('tax_specialist')
    .query<{ posting: Posting | null }>(`query ($id: ID!) { posting(id: $id) { ${POSTING} } }`, {
      id: postingId(company.id, source),
    });
  return posting;
}
const stateOf = async (company: TestCompany, source: PostingSource) => (await read(company, source))?.state;

const changePeriod = (company: TestCompany, field: 'closePeriod' | 'reopenPeriod') =>
  company
    .as('chief_accountant')
    .query(`mutation ($input: PeriodActionInput!) { ${field}(input: $input) { period { status } } }`, {
      input: { year: 2026, month: 3, reason: 'test' },
    });

const RETRY = `mutation ($input: RetryPostingInput!) { retryPosting(input: $input) { posting { ${POSTING} } } }`;

describe('a posting that a tax document asks for', () => {
  it('becomes a transaction of the ledger, in the name of who made the document, and tells its number', async () => {
    const company = system.company(0);
    const source = invoice();
    await tell(company, requestPosting(company.id, saleOf(source)));
    await eventually(() => stateOf(company, source)).toBe('POSTED');
    expect(await read(company, source)).toMatchObject({
      documentType: 'TaxInvoice',
      documentId: source.id,
      attempt: 1,
      requestedBy: { name: company.users.tax_specialist.name },
      transaction: {
        number: '2026-000001',
        status: 'POSTED',
        source,
        createdBy: { id: company.users.tax_specialist.id },
      },
      reversal: null,
      refusal: null,
    });
  });

  it('tells why the ledger refused it, and is posted when it is asked for again after the period was opened', async () => {
    const company = system.company(1);
    const source = invoice();
    await changePeriod(company, 'closePeriod');
    await tell(company, requestPosting(company.id, saleOf(source)));
    await eventually(() => stateOf(company, source)).toBe('REFUSED');
    const refused = await read(company, source);
    expect(refused).toMatchObject({ transaction: null, refusal: { code: 'PERIOD_CLOSED', field: 'date' } });

    const input = { id: refused?.id ?? '' };
    const specialist = company.as('tax_specialist');
    await specialist.query(RETRY, { input });
    await eventually(async () => [
      (await read(company, source))?.attempt,
      await stateOf(company, source),
    ]).toEqual([2, 'REFUSED']);
    await changePeriod(company, 'reopenPeriod');
    const keyed = { ...input, idempotencyKey: 'again' };
    const answers = await Promise.all([1, 2, 3].map(() => specialist.answer(RETRY, { input: keyed })));
    expect(answers.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    await eventually(() => stateOf(company, source)).toBe('POSTED');
    expect(await read(company, source)).toMatchObject({ attempt: 3, refusal: null });
    expect(await specialist.refusal(RETRY, { input })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'id',
      status: 'POSTED',
    });
    expect(await specialist.refusal(RETRY, { input: { id: uuid() } })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('may be asked for again on another day, when its own period stays closed', async () => {
    const company = system.company(2);
    const source = invoice();
    await changePeriod(company, 'closePeriod');
    await tell(company, requestPosting(company.id, saleOf(source)));
    await eventually(() => stateOf(company, source)).toBe('REFUSED');
    const id = postingId(company.id, source);
    await company.as('tax_specialist').query(RETRY, { input: { id, date: '2026-04-01' } });
    await eventually(() => stateOf(company, source)).toBe('POSTED');
    const answer = await company
      .as('tax_specialist')
      .query(`query ($id: ID!) { posting(id: $id) { transaction { date } } }`, { id });
    expect(answer).toEqual({ posting: { transaction: { date: '2026-04-01' } } });
  });

  it('is reversed when the document is cancelled, and shows as reversed when somebody reverses it by hand', async () => {
    const company = system.company(3);
    const [cancelled, undone] = [invoice(), invoice()];
    for (const source of [cancelled, undone]) await tell(company, requestPosting(company.id, saleOf(source)));
    const reason = { date: '2026-03-20', reason: 'cancelled' };
    await tell(company, requestPostingReversal(company.id, { source: cancelled, ...reason }));
    await eventually(() => stateOf(company, cancelled)).toBe('REVERSED');
    await eventually(() => stateOf(company, undone)).toBe('POSTED');
    const id = (
      await company
        .as('tax_specialist')
        .query<{ posting: { transaction: { id: string } } }>(
          `query ($id: ID!) { posting(id: $id) { transaction { id } } }`,
          { id: postingId(company.id, undone) },
        )
    ).posting.transaction.id;
    await company.as('chief_accountant').query(mutation('reverseTransaction'), { input: { id, ...reason } });
    await eventually(() => stateOf(company, undone)).toBe('REVERSED');
    expect(await read(company, undone)).toMatchObject({ reversal: { reverses: { id } } });
  });

  it('is withdrawn when the document is cancelled before it could be posted', async () => {
    const company = system.company(4);
    const source = invoice();
    const nowhere = [
      { accountCode: '0000', debit: '1.00' },
      { accountCode: '6110', credit: '1.00' },
    ];
    await tell(company, requestPosting(company.id, saleOf(source, { entries: nowhere })));
    await eventually(() => stateOf(company, source)).toBe('REFUSED');
    await tell(
      company,
      requestPostingReversal(company.id, { source, date: '2026-03-15', reason: 'never mind' }),
    );
    await eventually(() => stateOf(company, source)).toBe('WITHDRAWN');
  });

  it('is listed by state, page by page, and is nobody else’s', async () => {
    const [company, other] = [system.company(5), system.company(6)];
    const sources = [invoice(), invoice(), invoice()];
    for (const source of sources) await tell(company, requestPosting(company.id, saleOf(source)));
    for (const source of sources) await eventually(() => stateOf(company, source)).toBe('POSTED');
    const list = `query ($first: Int, $after: String, $states: [PostingState!]) {
      postings(first: $first, after: $after, states: $states) { edges { node { documentId } } pageInfo { endCursor hasNextPage } } }`;
    interface Listed {
      postings: {
        edges: { node: { documentId: string } }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
    }
    const specialist = company.as('tax_specialist');
    const { postings: one } = await specialist.query<Listed>(list, { first: 2, states: ['POSTED'] });
    const { postings: two } = await specialist.query<Listed>(list, {
      first: 2,
      after: one.pageInfo.endCursor,
    });
    expect([...one.edges, ...two.edges].map(({ node }) => node.documentId)).toEqual(
      sources.map(({ id }) => id).reverse(),
    );
    expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false]);
    const { postings: refused } = await specialist.query<Listed>(list, { first: 2, states: ['REFUSED'] });
    expect(refused.edges).toEqual([]);
    const [first = invoice()] = sources;
    const asked = await other
      .as('tax_specialist')
      .query(`query ($id: ID!) { posting(id: $id) { id } }`, { id: postingId(company.id, first) });
    expect(asked).toEqual({ posting: null });
  });
});

interface VatEntry {
  readonly documentId: string | null;
  readonly line: number;
  readonly part: string;
  readonly date: string;
  readonly debit: string;
  readonly credit: string;
  readonly account: { readonly code: string };
  readonly transaction: { readonly number: string };
}

async function register(company: TestCompany, month = 3): Promise<VatEntry[]> {
  const { vatRegister } = await company
    .as('tax_specialist')
    .query<{ vatRegister: { edges: { node: VatEntry }[] } }>(
      `query ($month: Int!) { vatRegister(year: 2026, month: $month, first: 100) { edges { node {
        documentId line part date debit credit account { code } transaction { number } } } } }`,
      { month },
    );
  return vatRegister.edges.map(({ node }) => node);
}

/** A transaction by hand of 18 between two accounts. */
const byHand = (company: TestCompany, debit: string, credit: string, date = '2026-03-10') =>
  company.as('chief_accountant').query(mutation('recordTransaction'), {
    input: {
      date,
      description: 'by hand',
      entries: [
        { accountCode: debit, debit: '18.00' },
        { accountCode: credit, credit: '18.00' },
      ],
    },
  });

/** What a document says of VAT, as the projection of documents writes it. */
const says = (company: TestCompany, documentId: string, part: string, vat: string) =>
  system.owner.sql`
    insert into tax.vat_items (company_id, year, month, part, box, document_type, document_id, line, date, treatment,
      is_fixed_asset, base, vat)
    values (${company.id}, 2026, 3, ${part}, '1', 'TaxInvoice', ${documentId}, 1, '2026-03-15', 'STANDARD', false, 100,
      ${vat})`;

describe('the VAT register', () => {
  it('has every entry on an account of VAT, by document and by hand, and finds where they differ', async () => {
    const company = system.company(7);
    const [posted, unposted] = [invoice(), invoice()];
    await tell(company, requestPosting(company.id, saleOf(posted)));
    await tell(company, requestPosting(company.id, saleOf(unposted, { date: '1999-01-01' })));
    await byHand(company, '3340', '1110', '2026-03-11');
    await byHand(company, '1110', '6110');
    await byHand(company, '3330', '1210', '2026-03-31');
    await says(company, posted.id, 'OUTPUT', '18.00');
    await says(company, unposted.id, 'OUTPUT', '27.00');
    await eventually(() => stateOf(company, unposted)).toBe('REFUSED');
    await eventually(async () => (await register(company)).length).toBe(3);
    expect(await register(company)).toMatchObject([
      { part: 'INPUT', date: '2026-03-11', debit: '18.00', documentId: null, account: { code: '3340' } },
      {
        part: 'OUTPUT',
        date: '2026-03-15',
        credit: '18.00',
        documentId: posted.id,
        account: { code: '3330' },
      },
      { part: 'OUTPUT', date: '2026-03-31', debit: '18.00', documentId: null, account: { code: '3330' } },
    ]);
    const found = await company.as('tax_specialist').query(`{ vatDifferences(year: 2026, month: 3) {
      parts { part documents books settled difference }
      documents { part documentId documents books difference postingStates }
      undocumented { isSettlement entry { date transaction { description } account { code } } } } }`);
    expect(found).toEqual({
      vatDifferences: {
        parts: [
          { part: 'OUTPUT', documents: '45.00', books: '18.00', settled: '18.00', difference: '27.00' },
          { part: 'REVERSE_CHARGE', documents: '0.00', books: '0.00', settled: '0.00', difference: '0.00' },
          { part: 'INPUT', documents: '0.00', books: '18.00', settled: '0.00', difference: '-18.00' },
        ],
        documents: [
          {
            part: 'OUTPUT',
            documentId: unposted.id,
            documents: '27.00',
            books: '0.00',
            difference: '27.00',
            postingStates: ['REFUSED'],
          },
        ],
        undocumented: [
          {
            isSettlement: false,
            entry: {
              date: '2026-03-11',
              transaction: { description: 'by hand' },
              account: { code: '3340' },
            },
          },
          {
            isSettlement: true,
            entry: {
              date: '2026-03-31',
              transaction: { description: 'by hand' },
              account: { code: '3330' },
            },
          },
        ],
      },
    });
    const turnover = await company.as('tax_specialist').query(`{
      vat: account(code: "3330") { vatTurnover(from: "2026-03-01", to: "2026-03-31") { debit credit vat } }
      cash: account(code: "1110") { vatTurnover(from: "2026-03-01", to: "2026-03-31") { vat } } }`);
    expect(turnover).toEqual({
      vat: { vatTurnover: { debit: '18.00', credit: '18.00', vat: '0.00' } },
      cash: { vatTurnover: null },
    });
    expect(
      await company
        .as('tax_specialist')
        .refusal('{ vatRegister(year: 2026, month: 13, first: 1) { edges { cursor } } }'),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'month' });
  });

  it('learns of an account that becomes one of VAT later, forgets one that is none any more, and is made anew to the byte', async () => {
    const company = system.company(8);
    const source = invoice();
    await tell(company, requestPosting(company.id, saleOf(source)));
    await byHand(company, '1110', '3390', '2026-03-05');
    await eventually(async () => (await register(company)).length).toBe(1);
    const setRole = (code: string, role: string | null) =>
      company
        .as('chief_accountant')
        .query(`mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { account { id } } }`, {
          input: { id: company.accountId(code), role },
        });
    await setRole('3390', 'VAT_PAYABLE_REVERSE_CHARGE');
    await eventually(async () => (await register(company)).map(({ part }) => part)).toEqual([
      'REVERSE_CHARGE',
      'OUTPUT',
    ]);
    await byHand(company, '1110', '3390', '2026-03-06');
    const reason = { source, date: '2026-03-20', reason: 'cancelled' };
    await tell(company, requestPostingReversal(company.id, reason));
    await eventually(() => stateOf(company, source)).toBe('REVERSED');
    await eventually(async () =>
      (await register(company)).map(({ account, documentId }) => [account.code, documentId]),
    ).toEqual([
      ['3390', null],
      ['3390', null],
      ['3330', source.id],
      ['3330', source.id],
    ]);

    const before = await dump(company);
    const { events } = await rebuildFromLedger(tax, company.id);
    expect(events).toBeGreaterThan(15);
    expect(await dump(company)).toEqual(before);

    await setRole('3390', null);
    await eventually(async () => (await register(company)).length).toBe(2);
  });
});

/** Every row that the consumer of the ledger's log has written, as PostgreSQL writes it. */
async function dump({ id }: TestCompany): Promise<string[]> {
  const rows = await system.owner.sql<{ text: string }[]>`
    select o::text as text from tax.posting_outcomes o where company_id = ${id}
    union all select a::text from tax.vat_accounts a where company_id = ${id}
    union all select e::text from tax.vat_entries e where company_id = ${id} order by 1`;
  return rows.map(({ text }) => text);
}
