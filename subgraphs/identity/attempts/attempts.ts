import { isIPv6 } from 'node:net';
import {
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterStoreAbstract,
} from 'rate-limiter-flexible';
import type { Sql } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { AttemptSettings } from '#shared/platform/config.ts';
import type { Redis } from '#shared/platform/redis.ts';
import type { Sealing } from '#shared/platform/sealing.ts';
import { unavailableStore } from '../unavailable-store.ts';

/**
 * What keeps passwords, codes and tokens from being guessed: failures are counted by account and by the client's
 * address, whether the account exists or not. An attempt is counted before it is made and taken back when it
 * succeeds, so that however many are sent at once, aliases of one document included, no more are let through than
 * were allowed. When the store of the counts is away nothing is let through: the answer is SERVICE_UNAVAILABLE.
 */
export interface Attempts {
  /**
   * Counts an attempt. Refuses with `RATE_LIMITED` and `retryAfter`, and calls `onRefused` at the first refusal of a
   * window only, so that whoever goes on does not fill the books of auditors.
   */
  begin(of: AttemptOf, onRefused?: (because: 'ACCOUNT' | 'ADDRESS') => Promise<void>): Promise<Attempt>;
}

export interface AttemptOf {
  /** What is tried: each has counts of its own for an address. */
  readonly kind: 'SIGN_IN' | 'REFRESH';
  /** The address of the account, as the database compares it. */
  readonly account?: string;
  /** The client's address; absent for calls from inside. */
  readonly address?: string | undefined;
}

/** An attempt that was counted as a failure for now. */
export interface Attempt {
  /** It succeeded: the account begins anew, and the client's address gets it back. */
  succeeded(): Promise<void>;
  /** It was no failure and proves nothing: it is taken back. */
  forgiven(): Promise<void>;
}

export type AttemptStore = { readonly redis: Redis } | { readonly sql: Sql };

export function createAttempts(options: {
  readonly store: AttemptStore;
  readonly settings: AttemptSettings;
  /** Neither addresses of accounts nor of clients are kept. */
  readonly sealing: Pick<Sealing, 'digest'>;
}): Attempts {
  const { settings, sealing } = options;
  const accounts = limiter(options.store, 'attempts-account', settings.perAccount, settings.seconds);
  const addresses = limiter(options.store, 'attempts-address', settings.perAddress, settings.seconds);

  return {
    async begin({ kind, account, address }, onRefused) {
      const counts = [
        ...(address === undefined
          ? []
          : [
              {
                limiter: addresses,
                key: sealing.digest(`${kind} ${network(address)}`),
                of: 'ADDRESS' as const,
              },
            ]),
        ...(account === undefined
          ? []
          : [{ limiter: accounts, key: sealing.digest(account), of: 'ACCOUNT' as const }]),
      ];
      for (const count of counts) {
        const refused = await consume(count.limiter, count.key);
        if (refused === undefined) continue;
        if (refused.consumedPoints === count.limiter.points + 1) await onRefused?.(count.of);
        throw new DomainError('RATE_LIMITED', 'Too many attempts have failed; try again later.', {
          retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)),
        });
      }
      const takeBack = () => Promise.all(counts.map(({ limiter: counted, key }) => counted.reward(key, 1)));
      return {
        forgiven: () => settled(takeBack()),
        succeeded: () =>
          settled(
            Promise.all(
              counts.map(({ limiter: counted, key, of }) =>
                of === 'ACCOUNT' ? counted.delete(key) : counted.reward(key, 1),
              ),
            ),
          ),
      };
    },
  };
}

/** How the count stands when it is over the limit. */
async function consume(counted: RateLimiterStoreAbstract, key: string): Promise<RateLimiterRes | undefined> {
  try {
    await counted.consume(key, 1);
    return undefined;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused;
    throw unavailableStore(refused);
  }
}

async function settled(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw unavailableStore(error);
  }
}

function limiter(
  store: AttemptStore,
  keyPrefix: string,
  points: number,
  duration: number,
): RateLimiterStoreAbstract {
  const common = { keyPrefix, points, duration };
  if ('redis' in store) {
    return new RateLimiterRedis({ ...common, storeClient: store.redis, rejectIfRedisNotReady: true });
  }
  return new RateLimiterPostgres({
    ...common,
    storeClient: clientOf(store.sql),
    storeType: 'pool',
    schemaName: 'identity',
    tableName: 'attempts',
    tableCreated: true,
  });
}

/** The client as the library knows one. */
function clientOf(sql: Sql): object {
  return {
    async query({ text, values }: { text: string; values: (string | number | null)[] }) {
      const rows = await sql.unsafe(text, values);
      return { rows: [...rows], rowCount: rows.count };
    },
  };
}

/** Whoever has one address of IPv6 has 2⁶⁴ of them: the first half is what is counted. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [before = '', after] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const left = before === '' ? [] : before.split(':');
  const right = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
