import { readFile } from 'node:fs/promises';
import type { Config } from '#shared/platform/config.ts';

/** The composed supergraph, as it is committed. */
export const SUPERGRAPH = new URL('../../supergraph.graphql', import.meta.url);

/** Text of the supergraph that the settings name, or else of this version's. */
export function supergraphText(config: Pick<Config, 'supergraph'>): Promise<string> {
  return readFile(config.supergraph.file ?? SUPERGRAPH, 'utf8');
}
