import type { JSONWebKeySet } from 'jose';
import { serveSubgraph } from '#shared/graphql/server.ts';
import { createAssertionVerifier } from '#shared/platform/assertion.ts';
import { createLog } from '#shared/platform/log.ts';
import { fixtureSubgraphs } from './fixture.ts';

/** What the process is told first. */
export interface SubgraphOrder {
  readonly name: 'ledger' | 'identity';
  readonly port: number;
  readonly keys: JSONWebKeySet;
}

/** A fixture subgraph in a process of its own, which tests may kill. It tells its URL when it listens. */
process.once('message', ({ name, port, keys }: SubgraphOrder) => {
  void serveSubgraph(fixtureSubgraphs()[name], {
    port,
    host: '127.0.0.1',
    log: createLog({ logLevel: 'silent' }),
    assertions: createAssertionVerifier(keys, { subgraph: name }),
  }).then(({ url }) => process.send?.(url));
});
// Nobody is left to answer to.
process.once('disconnect', () => process.exit());
