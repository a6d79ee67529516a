import { describe, expect, it } from 'vitest';
import type { PostingRequestedData } from '#shared/domain/posting.ts';
import { givenFacts, idOf } from '../testing/facts.ts';
import type { Transaction, TransactionPostedData } from '../transactions/transaction.ts';
import { decidePosting, decidePostingReversal, type PostingOrder } from './decide.ts';

const COMPANY = idOf('77');
const SOURCE = { subgraph: 'tax', type: 'TaxInvoice', id: idOf('5'), purpose: 'issue' };
const REQUEST: PostingRequestedData = {
  source: SOURCE,
  date: '2026-03-15',
  description: 'invoice 5',
  reference: 'ეა-01 5',
  entries: [
    { accountCode: '1210', debit: '118.00', counterpartyId: idOf('9') },
    { accountCode: '6110', credit: '118.00' },
  ],
};

const order = (more: Partial<PostingOrder> = {}): PostingOrder => ({
  companyId: COMPANY,
  request: REQUEST,
  attempt: 1,
  id: idOf('1000'),
  unknownCounterparties: new Set(),
  postedAs: null,
  ...more,
});

describe('a request to post a document', () => {
  it('becomes a posted transaction that names its source and its counterparty', () => {
    const { events, result } = decidePosting(order(), givenFacts());
    expect(result).toEqual({ transactionId: idOf('1000') });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      aggregateId: idOf('1000'),
      version: 1,
      type: 'TransactionPosted',
      published: true,
      data: { source: SOURCE, reference: 'ეა-01 5', totalGel: '118.00' },
    });
    const { entries } = events[0]?.data as TransactionPostedData;
    expect(entries.map(({ counterpartyId }) => counterpartyId)).toEqual([idOf('9'), undefined]);
  });

  it('is not hindered by the demand that another person approves: the document had an approval of its own', () => {
    const { events } = decidePosting(order(), givenFacts({ approverMustDiffer: true }));
    expect(events.map(({ type }) => type)).toEqual(['TransactionPosted']);
  });

  it('stays quiet when the document is in the books already', () => {
    expect(decidePosting(order({ postedAs: idOf('7'), attempt: 2 }), givenFacts())).toEqual({
      events: [],
      result: { transactionId: idOf('7') },
    });
  });

  it.each([
    ['a closed period', givenFacts({ closed: ['2026-03'] }), {}, 'PERIOD_CLOSED', 'date'],
    [
      'an account that is not there',
      givenFacts(),
      { request: { ...REQUEST, entries: [{ accountCode: '0001', debit: '1' }, ...REQUEST.entries] } },
      'NOT_FOUND',
      'entries[0].accountCode',
    ],
    [
      'a counterparty that is not there',
      givenFacts(),
      { unknownCounterparties: new Set([idOf('9')]) },
      'NOT_FOUND',
      'entries[0].counterpartyId',
    ],
  ])('is refused for %s, as a fact that says why', (_what, facts, more, code, field) => {
    const { events, result } = decidePosting(order({ attempt: 3, ...more }), facts);
    expect(result).toEqual({ transactionId: null });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      aggregateType: 'PostingRefusal',
      version: 1,
      type: 'PostingRefused',
      data: { request: 'POSTING', source: SOURCE, attempt: 3, code, field },
    });
  });

  it('has a refusal of its own for each attempt', () => {
    const closed = givenFacts({ closed: ['2026-03'] });
    const ids = [1, 2].map((attempt) => decidePosting(order({ attempt }), closed).events[0]?.aggregateId);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('a request to reverse what was posted', () => {
  const posted = decidePosting(order(), givenFacts()).events[0]?.data as TransactionPostedData;
  const author = idOf('42');
  const state: Transaction = { status: 'POSTED', version: 1, authorId: author, content: posted };
  const reversal = {
    companyId: COMPANY,
    request: { source: SOURCE, date: '2026-04-01', reason: 'cancelled' },
    attempt: 1,
    userId: author,
    id: idOf('2000'),
    posted: { id: idOf('1000'), state },
  };

  it('undoes the transaction, even of its author: the document had an approval of its own', () => {
    const { events, result } = decidePostingReversal(reversal, givenFacts({ approverMustDiffer: true }));
    expect(result).toEqual({ transactionId: idOf('2000') });
    expect(events.map(({ type }) => type)).toEqual(['TransactionPosted', 'TransactionReversed']);
    const data = events[0]?.data as TransactionPostedData;
    expect(data).toMatchObject({ reverses: idOf('1000'), reversalReason: 'cancelled', date: '2026-04-01' });
    // The source has its one transaction; what undoes it is known by what it undoes.
    expect(data.source).toBeUndefined();
    expect(data.entries[0]).toMatchObject({ credit: '118.00', counterpartyId: idOf('9') });
  });

  it('stays quiet when somebody has reversed it already', () => {
    const reversed: Transaction = { status: 'REVERSED', version: 2, reversedBy: idOf('8') };
    const done = decidePostingReversal(
      { ...reversal, posted: { id: idOf('1000'), state: reversed } },
      givenFacts(),
    );
    expect(done).toEqual({ events: [], result: { transactionId: idOf('8') } });
  });

  it('is refused when nothing was posted, or the period is closed', () => {
    const nothing = decidePostingReversal({ ...reversal, posted: null }, givenFacts());
    expect(nothing.events[0]?.data).toMatchObject({
      request: 'REVERSAL',
      code: 'NOT_FOUND',
      field: 'source',
    });
    const closed = decidePostingReversal(reversal, givenFacts({ closed: ['2026-04'] }));
    expect(closed.events[0]?.data).toMatchObject({
      request: 'REVERSAL',
      code: 'PERIOD_CLOSED',
      field: 'date',
    });
  });
});
