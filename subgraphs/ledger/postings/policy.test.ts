import postgres from 'postgres';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { createDeadLetters } from '#db/dead-letters.ts';
import type { Consumer } from '#db/feed.ts';
import { WritePath, type VersionedFacts } from '#db/write-path.ts';
import type { NewEvent } from '#shared/domain/decider.ts';
import {
  requestPosting,
  requestPostingReversal,
  type PostingRequestedData,
  type PostingSource,
} from '#shared/domain/posting.ts';
import { createLog } from '#shared/platform/log.ts';
import { closePeriod, reopenPeriod } from '../periods/commands.ts';
import { updateLedgerSettings } from '../settings/commands.ts';
import { createTestLedger, openBooks, type Books, type TestLedger } from '../testing/books.ts';
import { verifyLedger } from '../verification/verify.ts';
import { createLedgerWriter, type LedgerWriter } from '../writer.ts';
import { answerPosting } from './commands.ts';
import { createPostingPolicy } from './policy.ts';

const log = createLog({ logLevel: 'silent' });
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 15_000 });

let ledger: TestLedger;
let writer: LedgerWriter;
let owner: postgres.Sql;
let tax: Database;
let taxes: WritePath<VersionedFacts>;
const policies: Consumer[] = [];

beforeAll(async () => {
  ledger = await createTestLedger();
  writer = createLedgerWriter(ledger.database);
  owner = postgres(ledger.test.ownerUrl, { max: 2, onnotice: () => undefined });
  tax = openDatabase(ledger.test.urlFor('tax'), { max: 3 });
  taxes = new WritePath({
    database: tax,
    schema: 'tax',
    loadFacts: () => Promise.resolve({ referenceSeq: 0 }),
  });
});
afterEach(async () => {
  await Promise.all(policies.splice(0).map((policy) => policy.close()));
});
afterAll(async () => {
  await tax.close();
  await owner.end();
  await ledger.close();
});

function follow(by: LedgerWriter = writer): void {
  policies.push(
    createPostingPolicy({
      database: by.database,
      writer: by,
      source: 'tax',
      log,
      pollSeconds: 0.2,
      retrySeconds: 0.01,
      maxAttempts: 3,
    }),
  );
}

/** What tax does when a document is made: its events, in one transaction. */
async function tell({ actor }: Books, ...events: NewEvent[]): Promise<void> {
  await taxes.execute({
    ...actor,
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

const requestOf = (
  source: PostingSource,
  more: Partial<PostingRequestedData> = {},
): PostingRequestedData => ({
  source,
  date: '2026-03-15',
  description: 'invoice',
  entries: [
    { accountCode: '1110', debit: '118.00' },
    { accountCode: '6110', credit: '118.00' },
  ],
  ...more,
});

interface Told {
  readonly type: string;
  readonly user: string;
  readonly data: Record<string, unknown>;
}

/** What the ledger has said since its books were opened. */
async function told({ actor }: Books): Promise<Told[]> {
  const rows = await owner<Told[]>`
    select event_type as type, metadata ->> 'userId' as user, data from ledger.event_store
    where company_id = ${actor.companyId}
      and event_type in ('TransactionPosted', 'TransactionReversed', 'PostingRefused') order by seq`;
  return [...rows];
}

const typesTold = async (books: Books): Promise<string[]> => (await told(books)).map(({ type }) => type);

describe('the policy of postings', () => {
  it('posts a document once, in the name of who made it, and tells its source', async () => {
    const books = await openBooks(writer);
    const source = invoice();
    await tell(books, requestPosting(books.actor.companyId, requestOf(source)));
    follow();
    await eventually(() => typesTold(books)).toEqual(['TransactionPosted']);
    expect(await told(books)).toMatchObject([
      { user: books.actor.userId, data: { source, description: 'invoice', totalGel: '118.00' } },
    ]);
    const rows = await owner`
      select subgraph, type, source_id as id, purpose from ledger.transaction_sources
      where company_id = ${books.actor.companyId}`;
    expect([...rows]).toEqual([source]);
  });

  it('posts although the company demands another person for approvals', async () => {
    const books = await openBooks(writer);
    await updateLedgerSettings(writer, books.actor, { approverMustDiffer: true });
    const source = invoice();
    const { companyId } = books.actor;
    await tell(books, requestPosting(companyId, requestOf(source)));
    await tell(books, requestPostingReversal(companyId, { source, date: '2026-03-16', reason: 'wrong' }));
    follow();
    await eventually(() => typesTold(books)).toEqual([
      'TransactionPosted',
      'TransactionPosted',
      'TransactionReversed',
    ]);
  });

  it('refuses as a fact, once, and posts when it is asked again and nothing hinders it', async () => {
    const books = await openBooks(writer);
    const { companyId } = books.actor;
    await closePeriod(writer, books.actor, { year: 2026, month: 3, reason: 'done' });
    const request = requestOf(invoice());
    await tell(books, requestPosting(companyId, request));
    follow();
    await eventually(() => typesTold(books)).toEqual(['PostingRefused']);
    expect((await told(books))[0]?.data).toMatchObject({
      request: 'POSTING',
      source: request.source,
      attempt: 1,
      code: 'PERIOD_CLOSED',
      field: 'date',
    });
    await reopenPeriod(writer, books.actor, { year: 2026, month: 3, reason: 'late' });
    await tell(books, requestPosting(companyId, request, 2));
    await eventually(() => typesTold(books)).toEqual(['PostingRefused', 'TransactionPosted']);
    expect(await verifyLedger(ledger.database, companyId)).toMatchObject({ isIntact: true });
  });

  it('posts and reverses in the order in which it was asked, whatever comes in one batch', async () => {
    const books = await openBooks(writer);
    const { companyId } = books.actor;
    const sources = upTo(6).map(invoice);
    for (const source of sources) {
      await tell(books, requestPosting(companyId, requestOf(source)));
      await tell(
        books,
        requestPostingReversal(companyId, { source, date: '2026-03-20', reason: 'cancelled' }),
      );
    }
    const never = invoice();
    await tell(
      books,
      requestPostingReversal(companyId, { source: never, date: '2026-03-20', reason: 'never was' }),
    );
    follow();
    await eventually(async () => (await typesTold(books)).length).toBe(6 * 3 + 1);
    const refused = (await told(books)).filter(({ type }) => type === 'PostingRefused');
    expect(refused.map(({ data }) => data)).toMatchObject([
      { request: 'REVERSAL', source: never, code: 'NOT_FOUND' },
    ]);
    const [sum] = await owner`
      select sum(debit_gel - credit_gel)::text as balance from ledger.account_turnover t
      join ledger.accounts a on a.id = t.account_id and a.company_id = t.company_id
      where t.company_id = ${companyId} and level = 'year' and a.code = '1110'`;
    expect(sum).toEqual({ balance: '0.00' });
  });

  it('does nothing twice when several processes do it, and each dies between its answer and its checkpoint', async () => {
    const books = await openBooks(writer);
    const { companyId } = books.actor;
    const requests = upTo(30).map(() => requestOf(invoice()));
    for (const request of requests) await tell(books, requestPosting(companyId, request));
    follow(ledger.anotherInstance());
    follow();
    // Whoever dies after the answer and before the checkpoint leaves this behind: everything is asked once more.
    const again = new Set<string>();
    while (again.size < 3) {
      const [checkpoint] = await owner<{ seq: number }[]>`
        update ledger.checkpoints set seq = 0
        where company_id = ${companyId} and consumer = 'postings-of-tax' and seq > 0 returning seq`;
      if (checkpoint !== undefined) again.add(`${again.size}`);
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await eventually(async () => {
      const [row] = await owner<{ seq: number }[]>`
        select seq::int from ledger.checkpoints where company_id = ${companyId} and consumer = 'postings-of-tax'`;
      return row?.seq;
    }).toBe(requests.length);
    const sources = (await told(books)).map(({ data }) => (data['source'] as PostingSource).id);
    expect(sources.sort()).toEqual(requests.map(({ source }) => source.id).sort());
  });

  it('is held by the database, should two processes not see each other', async () => {
    const books = await openBooks(writer);
    const { companyId, userId } = books.actor;
    const request = requestOf(invoice());
    const event = { ...requestPosting(companyId, request), companyId, userId, seq: 1, publishedSeq: null };
    const [here, there] = [writer, ledger.anotherInstance()];
    const asked = await Promise.allSettled(
      upTo(8).map((n) =>
        answerPosting(
          n % 2 ? here : there,
          { ...event, version: n, recordedAt: '2026-03-15T00:00:00.000Z' },
          request,
        ),
      ),
    );
    // Attempts of one source, each with a key of its own: one is posted, the others find it or are to come again.
    expect(asked.some(({ status }) => status === 'fulfilled')).toBe(true);
    for (const outcome of asked)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'CONFLICT' });
    expect(await typesTold(books)).toEqual(['TransactionPosted']);
  });

  it('leaves to somebody’s eyes what it does not understand, and goes on behind it', async () => {
    const books = await openBooks(writer);
    const { companyId } = books.actor;
    const foreign = requestOf({ ...invoice(), subgraph: 'payroll' });
    await tell(books, requestPosting(companyId, foreign));
    const request = requestOf(invoice());
    await tell(books, requestPosting(companyId, request));
    follow();
    await eventually(() => typesTold(books)).toEqual(['TransactionPosted']);
    expect(await createDeadLetters(ledger.database, 'ledger').list({ companyId })).toMatchObject([
      { consumer: 'postings-of-tax', source: 'tax', seq: 1, eventType: 'PostingRequested', state: 'waiting' },
    ]);
  });
});
