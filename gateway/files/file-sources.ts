import type { GatewayOptions } from '#gateway/gateway.ts';
import type { FileSource } from '#shared/graphql/file-desk.ts';
import { httpFiles } from './http-files.ts';

export interface FileSources {
  /** By the name of the subgraph. */
  readonly byName: ReadonlyMap<string, FileSource>;
  close(): Promise<void>;
}

/** Where the files of each subgraph are opened: in this process, or in its own. */
export function openFileSources({
  subgraphs,
  assertions,
  log,
}: Pick<GatewayOptions, 'subgraphs' | 'assertions' | 'log'>): FileSources {
  const byName = new Map<string, FileSource>();
  const closing: (() => Promise<void>)[] = [];
  for (const [name, place] of subgraphs) {
    if ('runtime' in place) {
      if (place.runtime.files !== undefined) byName.set(name, place.runtime.files);
    } else if (assertions !== undefined) {
      const files = httpFiles('urls' in place ? place.urls : [place.url], assertions, log);
      byName.set(name, files);
      closing.push(() => files.close());
    }
  }
  return {
    byName,
    close: async () => {
      await Promise.all(closing.map((close) => close()));
    },
  };
}
