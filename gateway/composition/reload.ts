import { hash } from 'node:crypto';
import type { Logger } from '#shared/platform/log.ts';
import type { BrokenOperation } from './breaking.ts';
import type { Edition, EditionHolder } from './holder.ts';
import type { Warmed } from './warm.ts';

/** What came of looking for another supergraph. */
export type ReloadOutcome = 'unchanged' | 'swapped' | 'refused';

export interface ReloadSettings {
  /** Text of the supergraph as it is by now. */
  readonly read: () => Promise<string>;
  /** How often to look by itself; never without it. */
  readonly pollMs?: number;
  /** Takes a supergraph over although registered operations of partners break by it. */
  readonly mayBreak?: boolean;
}

export interface ReloadParts extends ReloadSettings {
  readonly holder: EditionHolder;
  /** Composes rules, plans and costs. Rejects when the supergraph does not hold. */
  readonly makeEdition: (supergraphSdl: string) => Promise<Edition>;
  /** Registered operations that would break. */
  readonly findBroken: (from: string, to: string) => Promise<readonly BrokenOperation[]>;
  /** Plans what is registered. */
  readonly warm: (edition: Edition) => Promise<Warmed>;
  readonly log: Logger;
}

export interface Reloader {
  /** Plans for the supergraph that is held, before the first request. Never rejects: plans can be made later, too. */
  warm(): Promise<void>;
  /** Looks once, after whoever looks already. Never rejects: a supergraph that does not hold is refused and told. */
  reload(): Promise<ReloadOutcome>;
  /** Looks no more, and waits for who is looking. */
  close(): Promise<void>;
}

/** Broken operations that are told one by one. */
const TOLD = 50;

/**
 * Brings in another supergraph while the gateway runs. All that can go wrong goes wrong before the swap, and then the
 * one that is answered stays.
 */
export function createReloader(parts: ReloadParts): Reloader {
  const { holder, log } = parts;
  let looking: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  /** The one that was refused last: looking by itself does not tell it again and again. */
  let refusedHash: string | undefined;

  async function look(isByItself: boolean): Promise<ReloadOutcome> {
    if (isClosed) return 'unchanged';
    const current = holder.edition();
    const text = await parts.read();
    const found = hash('sha256', text);
    if (found === current.hash) {
      refusedHash = undefined;
      return 'unchanged';
    }
    if (isByItself && found === refusedHash) return 'refused';
    let next: Edition;
    try {
      next = await parts.makeEdition(text);
    } catch (err) {
      refusedHash = found;
      log.error({ event: 'supergraph_refused', reason: 'it does not hold', hash: found, err });
      return 'refused';
    }
    const broken = await parts.findBroken(current.text, text);
    if (broken.length > 0) {
      const told = { hash: found, count: broken.length, broken: broken.slice(0, TOLD) };
      if (parts.mayBreak !== true) {
        refusedHash = found;
        log.error({ event: 'supergraph_refused', reason: 'registered operations would break', ...told });
        return 'refused';
      }
      log.warn({ event: 'supergraph_breaks', ...told });
    }
    const warmed = await parts.warm(next);
    if (isClosed) return 'unchanged';
    await holder.swap(next);
    refusedHash = undefined;
    log.info({ event: 'supergraph_swapped', from: current.hash, to: next.hash, ...warmed });
    return 'swapped';
  }

  function reload(isByItself: boolean): Promise<ReloadOutcome> {
    const outcome = looking
      .then(() => look(isByItself))
      .catch((err: unknown) => {
        // The file cannot be read or identity cannot be asked: next time they may be.
        log.error({ event: 'supergraph_refused', reason: 'it cannot be examined', err });
        return 'refused' as const;
      });
    looking = outcome;
    return outcome;
  }

  let isPolling = false;
  const timer =
    parts.pollMs === undefined
      ? undefined
      : setInterval(() => {
          if (isPolling) return;
          isPolling = true;
          void reload(true).finally(() => (isPolling = false));
        }, parts.pollMs);
  timer?.unref();

  return {
    async warm() {
      try {
        log.info({ event: 'plans_warmed', ...(await parts.warm(holder.edition())) });
      } catch (err) {
        log.warn({ event: 'plans_not_warmed', err });
      }
    },
    reload: () => reload(false),
    async close() {
      isClosed = true;
      clearInterval(timer);
      await looking;
    },
  };
}
