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

/** The number of a taxpayer is public, and a sign-in names nobody here. */
export const RS_GE_PLACES_OF_NOTHING: readonly string[] = [
  'Query.rsGeTaxpayer(taxId)',
  'Mutation.setRsGeCredentials(input.ntos.taxId)',
];

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
