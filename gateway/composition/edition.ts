import { hash } from 'node:crypto';
import type { LoadedSupergraph } from '#gateway/execution/supergraph.ts';
import type { Edition } from './holder.ts';
import { readSupergraph } from './reading.ts';

/** Loads a supergraph and makes everything else that is read from its text. Rejects when any of it does not hold. */
export async function makeEdition(
  supergraphSdl: string,
  load: (supergraphSdl: string) => Promise<LoadedSupergraph>,
): Promise<Edition> {
  const supergraph = await load(supergraphSdl);
  const { costs, taxFields } = readSupergraph(supergraphSdl);
  return {
    text: supergraphSdl,
    hash: hash('sha256', supergraphSdl),
    supergraph,
    costs,
    taxFields,
  };
}
