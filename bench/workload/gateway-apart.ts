import type { Actor } from '#shared/domain/actor.ts';
import { serveSubgraph } from '#shared/graphql/server.ts';
import { createAssertionVerifier } from '#shared/platform/assertion.ts';
import { loadOrCreateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { messageOf, startClient } from '../clients/child.ts';

/** What the process of the gateway is told first. */
export interface ToGateway {
  readonly ledgerUrl: string;
  /** The key by which it vouches for callers. */
  readonly keyFile: string;
  /** For whom it makes a token. */
  readonly actor: Actor;
}

export type FromGateway =
  | { readonly kind: 'ready'; readonly port: number; readonly token: string }
  | { readonly kind: 'profiled' }
  | { readonly kind: 'broken'; readonly why: string };

/** From then on. */
export type GatewayOrder =
  | { readonly kind: 'profile'; readonly folder: string; readonly name: string }
  | { readonly kind: 'end profile' };

export interface GatewayApart {
  readonly pid: number;
  readonly port: number;
  readonly token: string;
  startProfile(name: string): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** The gateway in a process of its own; the ledger, served over HTTP as it is alone, stays in this one. */
export async function startGatewayApart(bench: Bench, actor: Actor): Promise<GatewayApart> {
  const keyFile = join(bench.folder, 'gateway-key.json');
  const assertions = createAssertionVerifier(publicKeySet([await loadOrCreateSigningKey(keyFile)]), {
    subgraph: 'ledger',
  });
  const { ledger, log } = bench;
  const served = await serveSubgraph(
    // Its owner closes the ledger: other figures are still taken of it.
    { ...ledger, close: () => Promise.resolve() },
    { port: 0, host: '127.0.0.1', log, assertions, feed: ledger.feed },
  );
  const child = startClient('../workload/gateway-process.ts');
  try {
    const answer = messageOf<FromGateway>(child, () => true, 60);
    child.send({ ledgerUrl: served.url, keyFile, actor } satisfies ToGateway);
    const ready = await answer;
    if (ready.kind !== 'ready') throw new Error(ready.kind === 'broken' ? ready.why : 'no gateway');
    const order = (given: GatewayOrder): void => void child.send(given);
    return {
      pid: child.pid ?? 0,
      port: ready.port,
      token: ready.token,
      async startProfile(name) {
        const { profile } = bench.options;
        if (profile === null) return () => Promise.resolve();
        const begun = messageOf<FromGateway>(child, ({ kind }) => kind === 'profiled', 10);
        order({ kind: 'profile', folder: profile, name });
        await begun;
        return async () => {
          const ended = messageOf<FromGateway>(child, ({ kind }) => kind === 'profiled', 30);
          order({ kind: 'end profile' });
          await ended;
        };
      },
      async close() {
        child.kill();
        await served.close();
      },
    };
  } catch (error) {
    child.kill();
    await served.close();
    throw error;
  }
}
