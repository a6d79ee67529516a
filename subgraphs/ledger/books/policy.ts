import type { Database } from '#db/client.ts';
import { createDoorbell } from '#db/doorbell.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { LedgerWriter } from '../writer.ts';
import { openBooks } from './commands.ts';
import { booksToOpen, FOUNDINGS, tellBooksAreOpen, type Founding } from './queries.ts';

export interface OpeningPolicyOptions {
  readonly database: Database;
  readonly writer: LedgerWriter;
  readonly log: Logger;
  /** Looks for companies this often even if nothing rings. */
  readonly pollSeconds?: number;
  /** Pause after the first failure of a company; doubled with each further one. */
  readonly retrySeconds?: number;
}

export interface OpeningPolicy {
  /** Finishes the company under way and stops. */
  close(): Promise<void>;
}

const MOST_AT_ONCE = 50;
const MAX_PAUSE_SECONDS = 60;

/**
 * Whenever identity has entered a company that a user founded, its books are opened in the founder's name. Any number
 * of processes may do this at once, and each may die between any two lines: opening happens once, in one transaction,
 * and a company stays on the list until it is told to be open. A company that fails is tried again with growing
 * pauses and holds up nobody else.
 */
export function createOpeningPolicy(options: OpeningPolicyOptions): OpeningPolicy {
  const { database, writer, log, pollSeconds = 30, retrySeconds = 0.5 } = options;
  const doorbell = createDoorbell(database, FOUNDINGS, log);
  const watch = doorbell.watch();
  const closing = new AbortController();
  const troubles = new Map<string, { failures: number; retryAt: number }>();
  const ended = run();

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      const foundings = await look();
      for (const founding of foundings) {
        if (closing.signal.aborted) return;
        await attempt(founding);
      }
      // A full list may have been cut short.
      if (foundings.length < MOST_AT_ONCE) await watch.wait(closing.signal, pauseMilliseconds());
    }
  }

  async function look(): Promise<Founding[]> {
    const now = Date.now();
    const paused = [...troubles].filter(([, { retryAt }]) => retryAt > now).map(([companyId]) => companyId);
    try {
      return await booksToOpen(database, paused, MOST_AT_ONCE);
    } catch (err) {
      if (!closing.signal.aborted) log.warn({ event: 'books.unseen', err });
      return [];
    }
  }

  async function attempt({ companyId, founderId, firstFiscalYear, lastFiscalYear }: Founding): Promise<void> {
    try {
      const years = { first: firstFiscalYear, last: lastFiscalYear };
      const { result, replayed } = await openBooks(writer, { companyId, userId: founderId }, years);
      // Whoever dies here, or is slower than another process, does the same again and finds it done.
      await tellBooksAreOpen(database, companyId);
      troubles.delete(companyId);
      if (!replayed) log.info({ event: 'books.opened', companyId, ...result });
    } catch (err) {
      const failures = (troubles.get(companyId)?.failures ?? 0) + 1;
      const retryIn = Math.min(MAX_PAUSE_SECONDS, retrySeconds * 2 ** (failures - 1));
      troubles.set(companyId, { failures, retryAt: Date.now() + retryIn * 1000 });
      log.error({ event: 'books.not_opened', companyId, failures, retryIn, err });
    }
  }

  /** Until the next poll, or until a company in trouble may be tried again. */
  function pauseMilliseconds(): number {
    const retries = [...troubles.values()].map(({ retryAt }) => retryAt - Date.now());
    return Math.max(10, Math.min(pollSeconds * 1000, ...retries));
  }

  return {
    async close() {
      closing.abort();
      await ended;
      watch.close();
      await doorbell.close();
    },
  };
}
