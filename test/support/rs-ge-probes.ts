import { vi } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { beside, input, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

/** What the second company wants RS.ge to do: nobody has signed it in, so it waits. */
export interface RsGeOfTheirs {
  readonly submission: string;
  readonly document: string;
  readonly cursor: string;
}

/** The submissions that an invoice of theirs has led to. */
export async function fileTheirRsGe(them: Caller): Promise<RsGeOfTheirs> {
  await them.query(FETCH, input({ from: '2025-03', to: '2025-03', idempotencyKey: 'their-key' }));
  return vi.waitFor(
    async () => {
      const { rsGeSubmissions } = await them.query<{
        rsGeSubmissions: { edges: { cursor: string; node: { id: string; documentId: string } }[] };
      }>('{ rsGeSubmissions(first: 1) { edges { cursor node { id documentId } } } }');
      const [first] = rsGeSubmissions.edges;
      if (first === undefined) throw new Error('nothing of theirs waits for RS.ge');
      return { submission: first.node.id, document: first.node.documentId, cursor: first.cursor };
    },
    { timeout: 15_000, interval: 50 },
  );
}

/**
 * The number of a taxpayer is public, and a sign-in names nobody here. Keys of commands that need a connection come to
 * nothing without one, and a test gives none to the RS.ge that is real.
 */
export const RS_GE_PLACES_OF_NOTHING: readonly string[] = [
  'Query.rsGeTaxpayer(taxId)',
  // Every company has every month.
  'Query.vatReporting(year)',
  'Mutation.setRsGeCredentials(input.ntos.taxId)',
  'Mutation.setRsGeCredentials(input.idempotencyKey)',
  'Mutation.tryRsGeConnection(input.idempotencyKey)',
  'Mutation.setRsGeReceiving(input.idempotencyKey)',
];

const FETCH = writing('fetchRsGeInvoices', 'FetchRsGeInvoicesInput', 'from to');
/** RS.ge's own names of documents: that those of another company stay hidden is tried where a simulator has some. */
const [THEIR_RS_GE_ID, NO_RS_GE_ID] = ['500001', '900009'];
const placeOf = (...key: readonly string[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

export function rsGeProbes(theirs: () => RsGeOfTheirs): Probes {
  const list = '{ edges { node { id } } pageInfo { hasNextPage } }';
  return {
    'Query.rsGeSubmissions(after)': probe(
      `query($v: String) { rsGeSubmissions(first: 100, after: $v) ${list} }`,
      (v) => ({ v }),
      () => theirs().cursor,
      beside(() => theirs().cursor),
    ),
    'Query.rsGeSubmissions(filter.documentId)': probe(
      `query($v: ID!) { rsGeSubmissions(first: 100, filter: { documentId: $v }) ${list} }`,
      (v) => ({ v }),
      () => theirs().document,
    ),
    'Query.rsGeReports(documentIds)': probe(
      // The identifier itself is what was asked with.
      'query($v: [ID!]!) { rsGeReports(documentIds: $v) { reporting rsGeId number standing registeredAt } }',
      (v) => ({ v: [v] }),
      () => theirs().document,
    ),
    'Query.rsGeInvoices(after)': probe(
      'query($v: String) { rsGeInvoices(first: 100, after: $v) { edges { node { rsGeId } } } }',
      (v) => ({ v }),
      () => placeOf('2025-03-05', THEIR_RS_GE_ID),
      () => placeOf('2025-03-05', NO_RS_GE_ID),
    ),
    'Query.rsGeDifferences(after)': probe(
      'query($v: String) { rsGeDifferences(first: 100, after: $v) { edges { node { rsGeId kind } } } }',
      (v) => ({ v }),
      () => placeOf('2025-03-05', `NOT_ENTERED ${THEIR_RS_GE_ID}`),
      () => placeOf('2025-03-05', `NOT_ENTERED ${NO_RS_GE_ID}`),
    ),
    'Mutation.answerRsGeInvoice(input.rsGeId)': probe(
      writing('answerRsGeInvoice', 'AnswerRsGeInvoiceInput', 'rsGeInvoice { state }'),
      (rsGeId) => input({ rsGeId, answer: 'CONFIRM' }),
      () => THEIR_RS_GE_ID,
      () => NO_RS_GE_ID,
    ),
    'Mutation.answerRsGeInvoice(input.idempotencyKey)': probe(
      writing('answerRsGeInvoice', 'AnswerRsGeInvoiceInput', 'rsGeInvoice { state }'),
      (idempotencyKey) => input({ rsGeId: NO_RS_GE_ID, answer: 'CONFIRM', idempotencyKey }),
      () => 'their-key',
    ),
    'Mutation.fetchRsGeInvoices(input.idempotencyKey)': probe(
      FETCH,
      (idempotencyKey) => input({ from: '2025-01', to: '2025-01', idempotencyKey }),
      () => 'their-key',
    ),
    'Mutation.retryRsGeSubmission(input.id)': probe(
      writing('retryRsGeSubmission', 'RetryRsGeSubmissionInput', 'submission { state }'),
      (id) => input({ id }),
      () => theirs().submission,
    ),
    'Mutation.dropRsGeSubmission(input.id)': probe(
      writing('dropRsGeSubmission', 'DropRsGeSubmissionInput', 'submission { state }'),
      (id) => input({ id, reason: SECRET }),
      () => theirs().submission,
    ),
  };
}
