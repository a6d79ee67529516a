/** Our gateway with authentication, limits and rules on, over subgraphs of other processes. */
import { setTimeout as delay } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { startGateway } from '#gateway/gateway.ts';
import { BUILT_IN_ROLES } from '#shared/domain/permissions.ts';
import { issueAccessToken } from '#shared/platform/access-token.ts';
import { createAssertionSigner } from '#shared/platform/assertion.ts';
import type { EventFeed } from '#shared/platform/event-feed.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import { createLog } from '#shared/platform/log.ts';
import { oneKeyAuthority } from './one-key-authority.ts';
import type { ToRival } from './rival.ts';

const REALM = { issuer: 'bench', audience: 'bench' };
const BOUNDLESS = 1e12;

async function start({ supergraphSdl = '', subgraphs = {} }: ToRival): Promise<void> {
  const key = await generateSigningKey();
  const gateway = await startGateway({
    port: 0,
    host: '127.0.0.1',
    corsOrigins: [],
    supergraphSdl,
    subgraphs: new Map(Object.entries(subgraphs).map(([name, url]) => [name, { url }])),
    feed: nothingHappens,
    authority: oneKeyAuthority(publicKeySet([key])),
    tokens: REALM,
    assertions: createAssertionSigner(await generateSigningKey()),
    rates: { perMinute: BOUNDLESS, perHour: BOUNDLESS, taxPerMinute: BOUNDLESS, taxPerHour: BOUNDLESS },
    log: createLog({ logLevel: 'error' }, process.stderr),
  });
  const role = 'chief_accountant';
  const subject = {
    userId: uuidv7(),
    companyId: uuidv7(),
    sessionId: uuidv7(),
    roles: [role],
    permissions: BUILT_IN_ROLES[role],
  };
  const token = await issueAccessToken(key, REALM, subject, 86_400);
  process.send?.({ kind: 'ready', url: gateway.url, token });
}

const nothingHappens = {
  latest: () => Promise.resolve('0'),
  async *follow(_company: string, _after: string, signal: AbortSignal) {
    yield [];
    await delay(2 ** 30, undefined, { signal }).catch(() => undefined);
  },
} as unknown as EventFeed;

process.once('message', (told: ToRival) => {
  start(told).catch((error: unknown) => process.send?.({ kind: 'broken', why: String(error) }));
});
process.once('disconnect', () => process.exit());
