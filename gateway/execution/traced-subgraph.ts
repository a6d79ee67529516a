import { tracing } from '#shared/platform/tracing.ts';
import type { Subgraph } from './data-source.ts';

/** The same subgraph, each fetch of which is told as a span when tracing is on; itself when it is off. */
export function tracedSubgraph(subgraph: Subgraph): Subgraph {
  const tracer = tracing();
  if (tracer === undefined) return subgraph;
  const start = { name: `fetch ${subgraph.name}`, kind: 'client' } as const;
  return {
    name: subgraph.name,
    run: (request) => tracer.within(start, () => subgraph.run(request)),
    health: () => subgraph.health(),
    ...(subgraph.breakers === undefined ? {} : { breakers: () => subgraph.breakers?.() ?? [] }),
    close: () => subgraph.close(),
  };
}
