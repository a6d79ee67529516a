import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { sale } from '#test/postings.ts';
import { input, pageAfter, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

/** A posting of the second company's, and a counterparty that its entries may speak of. */
let theirs = { posting: '', cursor: '', counterparty: '' };

/** Has the second company ask the ledger for a posting that it refuses, and asks again under the key `their-key`. */
export async function askForTheirPosting(them: Caller): Promise<void> {
  const { createCounterparty } = await them.query<{ createCounterparty: { counterparty: { id: string } } }>(
    writing('createCounterparty', 'CreateCounterpartyInput', 'counterparty { id }'),
    input({ kind: 'COMPANY', taxId: '405111222', name: SECRET }),
  );
  // Its year was never opened.
  await them.query(
    writing('chargeProfitTax', 'ChargeProfitTaxInput', 'charge { id }'),
    input({ date: '2031-03-10', kind: 'OTHER', amount: '100.00', description: SECRET }),
  );
  const { id, cursor } = await refusedOf(them);
  await them.query(RETRY, input({ id, idempotencyKey: 'their-key' }));
  theirs = { posting: id, cursor, counterparty: createCounterparty.counterparty.id };
}

const RETRY = writing('retryPosting', 'RetryPostingInput', 'posting { id }');
const WAIT_MILLISECONDS = 15_000;

/** The first posting that the ledger has refused; it answers a moment after it was asked. */
async function refusedOf(them: Caller): Promise<{ id: string; cursor: string }> {
  const until = Date.now() + WAIT_MILLISECONDS;
  for (;;) {
    const { postings } = await them.query<{
      postings: { edges: { cursor: string; node: { id: string } }[] };
    }>('{ postings(first: 1, states: [REFUSED]) { edges { cursor node { id } } } }');
    const [edge] = postings.edges;
    if (edge !== undefined) return { id: edge.node.id, cursor: edge.cursor };
    if (Date.now() > until) throw new Error('the ledger has not answered');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Every company has every month. */
export const POSTING_PLACES_OF_NOTHING: readonly string[] = [
  'Query.vatRegister(year)',
  'Query.vatDifferences(year)',
];

/** Where a client may write what names a posting, a place in the VAT register, or a counterparty of an entry. */
export function postingProbes(): Probes {
  const between = (counterpartyId: string) => [
    { accountCode: '1110', debit: '1.00', counterpartyId },
    { accountCode: '6110', credit: '1.00' },
  ];
  return {
    'Query.posting(id)': probe(
      'query($v: ID!) { posting(id: $v) { id state } }',
      (v) => ({ v }),
      () => theirs.posting,
    ),
    'Query.postings(after)': pageAfter('postings', 'id', () => theirs.cursor),
    'Query.vatRegister(after)': probe(
      'query($v: String) { vatRegister(year: 2026, month: 3, first: 5, after: $v) { edges { cursor } } }',
      (v) => ({ v }),
      () => Buffer.from('["2026-03-15",1,1]').toString('base64url'),
      () => Buffer.from('["2026-03-15",7,1]').toString('base64url'),
    ),
    'Mutation.retryPosting(input.id)': probe(
      RETRY,
      (id) => input({ id }),
      () => theirs.posting,
    ),
    'Mutation.retryPosting(input.idempotencyKey)': probe(
      RETRY,
      (idempotencyKey) => input({ id: UNKNOWN_ID, idempotencyKey }),
      () => 'their-key',
      uuidv7,
    ),
    ...Object.fromEntries(
      ['createTransaction', 'recordTransaction'].map((field) => [
        `Mutation.${field}(input.entries.counterpartyId)`,
        probe(
          writing(field, 'TransactionInput', 'transaction { status }'),
          (counterpartyId) => input(sale('1.00', { entries: between(counterpartyId) })),
          () => theirs.counterparty,
        ),
      ]),
    ),
    'Mutation.recordTransactions(input.transactions.entries.counterpartyId)': probe(
      writing(
        'recordTransactions',
        'RecordTransactionsInput',
        'results { transaction { status } error { code field } }',
      ),
      (counterpartyId) => input({ transactions: [sale('1.00', { entries: between(counterpartyId) })] }),
      () => theirs.counterparty,
    ),
  };
}
