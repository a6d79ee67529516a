import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerFacts } from '../facts.ts';
import { decidePosting } from '../postings/decide.ts';
import { createTestLedger, openBooks, type Books, type TestLedger } from '../testing/books.ts';
import { givenFacts, idOf } from '../testing/facts.ts';
import { decideTransaction } from '../transactions/decide.ts';
import { initialTransaction } from '../transactions/transaction.ts';
import { createLedgerWriter, type LedgerWriter } from '../writer.ts';
import { setLockDate } from './commands.ts';

const sale = {
  date: '2026-03-15',
  description: 'sale',
  entries: [
    { accountCode: '1110', debit: '5.00' },
    { accountCode: '6110', credit: '5.00' },
  ],
};
const source = { subgraph: 'tax', type: 'TaxInvoice', id: idOf('5'), purpose: 'issue' };
const record = (facts: LedgerFacts, of?: typeof source) =>
  decideTransaction(
    { type: 'RecordTransaction', id: uuid(), draft: sale, ...(of && { source: of }) },
    initialTransaction,
    facts,
  );

describe('the area of a transaction', () => {
  it('is that of its document: a lock of taxes stops an invoice and nothing written by hand', () => {
    const facts = givenFacts({ lockDates: { TAX: '2026-03-31' } });
    expect(() => record(facts, source)).toThrow('TAX is locked until 2026-03-31');
    expect(record(facts).events).toHaveLength(1);
  });

  it('is that of the document of what it reverses', () => {
    const [posted] = record(givenFacts(), source).events;
    const reverse = (facts: LedgerFacts) =>
      decideTransaction(
        {
          type: 'ReverseTransaction',
          id: uuid(),
          userId: uuid(),
          reversalId: uuid(),
          date: '2026-03-20',
          reason: 'x',
        },
        { status: 'POSTED', version: 1, authorId: uuid(), content: posted?.data as never },
        facts,
      );
    expect(() => reverse(givenFacts({ lockDates: { TAX: '2026-03-31' } }))).toThrow('TAX is locked');
    expect(reverse(givenFacts({ lockDates: { LEDGER: '2026-03-31' } })).events).toHaveLength(2);
  });

  it('makes a document in a locked time be refused as a fact that its subgraph learns', () => {
    const order = { companyId: idOf('7'), attempt: 1, id: uuid(), unknownCounterparties: new Set<string>() };
    const { events } = decidePosting(
      { ...order, request: { ...sale, source }, postedAs: null },
      givenFacts({ lockDates: { TAX: '2026-03-31' } }),
    );
    expect(events[0]).toMatchObject({
      type: 'PostingRefused',
      data: { code: 'PERIOD_CLOSED', field: 'date' },
    });
  });
});

describe('the guard of the database', () => {
  let ledger: TestLedger;
  let writer: LedgerWriter;
  let books: Books;
  beforeAll(async () => {
    ledger = await createTestLedger();
    writer = createLedgerWriter(ledger.database);
    books = await openBooks(writer);
  });
  afterAll(() => ledger.close());

  it('refuses what was decided as if there were no lock, and lets pass what lies behind it', async () => {
    let before: LedgerFacts | undefined;
    const blind = (date: string) =>
      writer.writePath.execute({
        ...books.actor,
        operation: 'recordTransaction',
        input: date,
        decide: (facts) => {
          before ??= facts;
          return decideTransaction(
            { type: 'RecordTransaction', id: uuid(), draft: { ...sale, date } },
            initialTransaction,
            before,
          );
        },
      });
    await blind('2026-03-15');
    await setLockDate(writer, books.actor, { area: 'LEDGER', until: '2026-03-31', reason: 'looked through' });
    await expect(blind('2026-03-15')).rejects.toMatchObject({
      code: 'PERIOD_CLOSED',
      details: { field: 'date', value: '2026-03-15', area: 'LEDGER' },
    });
    await blind('2026-04-01');
  });

  it('leaves of postings that race with a lock only those that came before it', async () => {
    const racing = await openBooks(writer);
    const other = createLedgerWriter(ledger.database);
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 10 }, () => racing.transfer('1110', '6110', '1.00')),
      setLockDate(other, racing.actor, { area: 'LEDGER', until: '2026-03-31', reason: 'now' }),
      ...Array.from({ length: 10 }, () => racing.transfer('1110', '6110', '1.00')),
    ]);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'PERIOD_CLOSED' });
    const late = await ledger.database.withCompany(
      racing.actor.companyId,
      (sql) => sql`select from ledger.event_store t join ledger.event_store l using (company_id)
        where l.event_type = 'LockDateSet' and t.event_type = 'TransactionPosted' and t.seq > l.seq`,
    );
    expect(late).toHaveLength(0);
    await expect(racing.transfer('1110', '6110', '1.00')).rejects.toMatchObject({ code: 'PERIOD_CLOSED' });
  });
});
