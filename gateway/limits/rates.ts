import { DomainError } from '#shared/domain/errors.ts';
import type { PartnerLimits } from '#shared/platform/access-authority.ts';
import type { RateSettings } from '#shared/platform/config.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { Redis } from '#shared/platform/redis.ts';
import { RateWindows, type Budget } from './rate-windows.ts';

/** Counts what a caller asks for. Each refuses with RATE_LIMITED and `retryAfter` in seconds. */
export interface Rates {
  /** One request more, whatever it will turn out to ask for. */
  countRequest(caller: Caller, limits: PartnerLimits | undefined): void;
  /** The request asks the tax subgraph. */
  countTaxRequest(caller: Caller): void;
  /** What a partner's operation costs. */
  spend(caller: Caller, limits: PartnerLimits, cost: number): void;
  close(): Promise<void>;
}

const MINUTE = 60;
const HOUR = 3_600;

/**
 * Rates are counted in this process's memory; with Redis, gateways tell each other once a second. So a caller who
 * spreads requests over several gateways may exceed a limit by what the others let through within that second.
 */
export function createRates(options: {
  readonly rates: RateSettings;
  readonly redis?: Redis | undefined;
  readonly log: Logger;
  readonly now?: () => number;
}): Rates {
  const { rates } = options;
  const now = options.now ?? (() => Date.now());
  const windows = new RateWindows(options.redis, options.log, now);
  const perUser = budgets(rates.perMinute, rates.perHour);
  const perTaxUser = budgets(rates.taxPerMinute, rates.taxPerHour);
  const perPartner = new WeakMap<PartnerLimits, readonly Budget[]>();
  windows.start();

  function take(key: string, allowed: readonly Budget[], amount: number, what: string): void {
    const exhausted = windows.take(key, allowed, amount);
    if (exhausted === undefined) return;
    const { budget, retryAfter } = exhausted;
    throw new DomainError('RATE_LIMITED', `${what} Try again in ${retryAfter} s.`, {
      retryAfter,
      limit: budget.limit,
      windowSeconds: budget.seconds,
    });
  }

  return {
    countRequest(caller, limits) {
      let allowed = perUser;
      if (limits !== undefined) {
        allowed = perPartner.get(limits) ?? budgets(limits.requestsPerMinute, limits.requestsPerHour);
        perPartner.set(limits, allowed);
      }
      take(keyOf(caller), allowed, 1, 'Too many requests.');
    },
    countTaxRequest(caller) {
      take(`tax ${keyOf(caller)}`, perTaxUser, 1, 'Too many requests for taxes.');
    },
    spend(caller, limits, cost) {
      const allowed = [{ seconds: MINUTE, limit: limits.costPerMinute }];
      take(`cost ${keyOf(caller)}`, allowed, cost, 'The cost of a minute is spent.');
    },
    close: () => windows.close(),
  };
}

function budgets(perMinute: number, perHour: number): readonly Budget[] {
  return [
    { seconds: MINUTE, limit: perMinute },
    { seconds: HOUR, limit: perHour },
  ];
}

/** A person or partner wherever they are; nobody in particular by address. */
function keyOf({ principal, address }: Caller): string {
  if (principal === null) return `address ${networkOf(address ?? '')}`;
  return principal.partner === undefined ? `user ${principal.userId}` : `partner ${principal.partner.id}`;
}

/** One household or office has an IPv6 network of addresses, so the network counts and not the address. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  const full =
    tail === undefined
      ? groups
      : [...groups, ...Array<string>(8 - groups.length - after.length).fill('0'), ...after];
  return `${full
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
