import { hash } from 'node:crypto';
import type { LoadedSupergraph } from '#gateway/execution/supergraph.ts';
import { createCostMeter } from '#gateway/limits/cost.ts';
import { findTaxFields } from '#gateway/limits/tax-fields.ts';
import type { Edition } from './holder.ts';

/** Loads a supergraph and makes everything else that is read from its text. Rejects when any of it does not hold. */
export async function makeEdition(
  supergraphSdl: string,
  load: (supergraphSdl: string) => Promise<LoadedSupergraph>,
): Promise<Edition> {
  const supergraph = await load(supergraphSdl);
  return {
    text: supergraphSdl,
    hash: hash('sha256', supergraphSdl),
    supergraph,
    costs: createCostMeter(supergraphSdl, supergraph.apiSchema),
    taxFields: findTaxFields(supergraphSdl),
  };
}
