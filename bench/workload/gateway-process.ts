/** The gateway alone in a process, as it is deployed beside a ledger of its own. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { v7 as uuidv7 } from 'uuid';
import { startGateway } from '#gateway/gateway.ts';
import { httpEventFeed } from '#gateway/subscriptions/http-feed.ts';
import { BUILT_IN_ROLES } from '#shared/domain/permissions.ts';
import { issueAccessToken } from '#shared/platform/access-token.ts';
import { createAssertionSigner } from '#shared/platform/assertion.ts';
import { generateSigningKey, loadOrCreateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import { createLog } from '#shared/platform/log.ts';
import { startProfile } from '../measure/profile.ts';
import { oneKeyAuthority } from '../rivals/one-key-authority.ts';
import type { FromGateway, GatewayOrder, ToGateway } from './gateway-apart.ts';

const REALM = { issuer: 'bench', audience: 'bench' };
const BOUNDLESS = 1e12;
const ROLE = 'chief_accountant';
/** Nothing that is asked for needs any other subgraph; the port of nobody. */
const NOWHERE = 'http://127.0.0.1:9/';

async function start({ ledgerUrl, keyFile, actor }: ToGateway): Promise<void> {
  const key = await generateSigningKey();
  const assertions = createAssertionSigner(await loadOrCreateSigningKey(keyFile));
  const supergraphSdl = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
  const { subgraphs } = parse(readFileSync(new URL('../../supergraph.yaml', import.meta.url), 'utf8')) as {
    readonly subgraphs: Readonly<Record<string, unknown>>;
  };
  const others = Object.keys(subgraphs)
    .filter((name) => name !== 'ledger' && name !== 'events')
    .map((name) => [name, { url: NOWHERE }] as const);
  const gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    corsOrigins: [],
    supergraphSdl,
    subgraphs: new Map([['ledger', { url: `${ledgerUrl}/graphql` }], ...others]),
    feed: httpEventFeed(ledgerUrl, assertions),
    authority: oneKeyAuthority(publicKeySet([key])),
    tokens: REALM,
    assertions,
    rates: { perMinute: BOUNDLESS, perHour: BOUNDLESS, taxPerMinute: BOUNDLESS, taxPerHour: BOUNDLESS },
    costLimit: Number.MAX_SAFE_INTEGER,
    sockets: { perAddress: 10_000, openedPerMinute: 100_000 },
    log: createLog({ logLevel: 'error' }, process.stderr),
  });
  const subject = {
    ...actor,
    sessionId: uuidv7(),
    roles: [ROLE],
    permissions: BUILT_IN_ROLES[ROLE],
  };
  tell({ kind: 'ready', port: gateway.port, token: await issueAccessToken(key, REALM, subject, 86_400) });
}

let endProfile = (): Promise<void> => Promise.resolve();

async function act(order: GatewayOrder): Promise<void> {
  if (order.kind === 'profile') endProfile = await startProfile(order.folder, order.name);
  else await endProfile();
  tell({ kind: 'profiled' });
}

function tell(message: FromGateway): void {
  process.send?.(message);
}

function broken(error: unknown): void {
  tell({ kind: 'broken', why: String(error) });
}

process.once('message', (told: ToGateway) => {
  process.on('message', (order: GatewayOrder) => void act(order).catch(broken));
  start(told).catch(broken);
});
process.once('disconnect', () => process.exit());
