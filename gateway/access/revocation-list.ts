import { setTimeout as delay } from 'node:timers/promises';
import type { AccessAuthority } from '#shared/platform/access-authority.ts';
import type { DependencyHealth } from '#shared/platform/health.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Principal } from '#shared/platform/principal.ts';
import { revoked, type Revocation, type RevocationSubject } from '#shared/platform/revocation.ts';

/** Whose rights have been withdrawn, held in memory: asking costs no way to anywhere. */
export interface RevocationList {
  isRevoked(principal: Principal): boolean;
  /** False until the list has been heard for the first time: until then nobody can be vouched for. */
  readonly isHeard: boolean;
  /** Calls back after every change. Answers how to stop that. */
  onChange(listener: () => void): () => void;
  health(): DependencyHealth;
  close(): Promise<void>;
}

export interface RevocationTimings {
  readonly firstRetryMs: number;
  readonly lastRetryMs: number;
  /** For how long the source may be away before `/health` says so. */
  readonly staleMs: number;
}

export const REVOCATION_TIMINGS: RevocationTimings = {
  firstRetryMs: 100,
  lastRetryMs: 5_000,
  staleMs: 60_000,
};

const SWEEP_MILLISECONDS = 60_000;

/** Follows the authority's revocations until it is closed, and asks again whenever the authority goes away. */
export function followRevocations(
  authority: Pick<AccessAuthority, 'revocations'>,
  log: Logger,
  timings: RevocationTimings = REVOCATION_TIMINGS,
): RevocationList {
  const stopping = new AbortController();
  const entries = new Map<RevocationSubject, Revocation>();
  const listeners = new Set<() => void>();
  /** Principals that were good in the state of the list with this number; most requests end their question here. */
  let good = new WeakSet<Principal>();
  let isHeard = false;
  let lostAt: number | undefined = performance.now();

  function take(batch: readonly Revocation[]): void {
    for (const revocation of batch) {
      entries.set(revocation.subject, later(entries.get(revocation.subject), revocation));
    }
    isHeard = true;
    lostAt = undefined;
    if (batch.length === 0) return;
    good = new WeakSet();
    for (const listener of listeners) listener();
  }

  async function follow(): Promise<void> {
    const { signal } = stopping;
    let pause = timings.firstRetryMs;
    while (!signal.aborted) {
      try {
        for await (const batch of authority.revocations(signal)) {
          take(batch);
          pause = timings.firstRetryMs;
        }
        if (!signal.aborted) log.warn({ event: 'revocations_ended' });
      } catch (err) {
        if (!signal.aborted) log.warn({ event: 'revocations_lost', err });
      }
      if (signal.aborted) return;
      lostAt ??= performance.now();
      await delay(pause, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, timings.lastRetryMs);
    }
  }

  /** No token that these could void is alive any more. */
  const sweep = setInterval(() => {
    const now = Date.now() / 1000;
    for (const [subject, { until }] of entries) if (until < now) entries.delete(subject);
  }, SWEEP_MILLISECONDS);
  sweep.unref();
  const following = follow();

  function voids(subject: RevocationSubject, principal: Principal): boolean {
    const found = entries.get(subject);
    if (found === undefined) return false;
    return found.issuedBefore === null || principal.issuedAt < found.issuedBefore;
  }

  return {
    isRevoked(principal) {
      if (good.has(principal)) return false;
      const { sessionId, companyId, userId, partner } = principal;
      const isVoid =
        voids(revoked.session(sessionId), principal) ||
        voids(revoked.member(companyId, userId), principal) ||
        (partner !== undefined && voids(revoked.key(partner.keyId), principal));
      if (!isVoid) good.add(principal);
      return isVoid;
    },
    get isHeard() {
      return isHeard;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    health() {
      const lostMs = lostAt === undefined ? 0 : performance.now() - lostAt;
      const health = { name: 'revocations', latencyMs: Math.round(lostMs) };
      if (!isHeard) return { ...health, status: 'down', error: 'the list has not been heard yet' };
      if (lostMs > timings.staleMs) return { ...health, status: 'down', error: 'the list is out of date' };
      return { ...health, status: 'up' };
    },
    async close() {
      stopping.abort();
      clearInterval(sweep);
      await following;
    },
  };
}

/** Of two revocations of one subject, what both together void. */
function later(known: Revocation | undefined, next: Revocation): Revocation {
  if (known === undefined) return next;
  return {
    subject: next.subject,
    issuedBefore:
      known.issuedBefore === null || next.issuedBefore === null
        ? null
        : Math.max(known.issuedBefore, next.issuedBefore),
    until: Math.max(known.until, next.until),
  };
}
