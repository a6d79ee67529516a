import { badInput, DomainError } from '#shared/domain/errors.ts';
import type { EventFeed, PostedEvent } from '#shared/platform/event-feed.ts';

/** An event log in memory that keeps the feed's promises: in order, each once, none left out. */
export class MemoryFeed implements EventFeed {
  readonly #logs = new Map<string, { readonly events: PostedEvent[]; readonly waiting: Set<() => void> }>();
  /** Events of one batch at most. */
  batchSize = 100;
  /** Milliseconds that a read takes. */
  latency = 0;
  /** Cursors before this position are too old. */
  oldest = 0;
  follows = 0;
  /** How often somebody asked for the newest position. */
  positionsAsked = 0;

  post(companyId: string, accountIds: readonly string[] = ['a1', 'a2'], transactionId?: string): PostedEvent {
    const log = this.#log(companyId);
    const seq = log.events.length + 1;
    const event: PostedEvent = {
      seq,
      cursor: `c${seq}`,
      companyId,
      transactionId: transactionId ?? `t${seq}`,
      recordedAt: '2026-11-22T14:03:11.120Z',
      accounts: accountIds.map((accountId, index) => ({
        accountId,
        debit: index === 0 ? '10.00' : '0.00',
        credit: index === 0 ? '0.00' : '10.00',
        balance: `${seq}.00`,
      })),
    };
    log.events.push(event);
    for (const wake of [...log.waiting]) wake();
    return event;
  }

  latest(companyId: string): Promise<string> {
    this.positionsAsked += 1;
    return Promise.resolve(`c${this.#log(companyId).events.length}`);
  }

  async *follow(
    companyId: string,
    after: string,
    signal: AbortSignal,
  ): AsyncGenerator<readonly PostedEvent[]> {
    const position = /^c(\d+)$/.exec(after)?.[1];
    if (position === undefined) throw badInput('after', after, 'is no cursor');
    if (Number(position) < this.oldest) throw new DomainError('CURSOR_EXPIRED', 'The cursor is too old.');
    this.follows += 1;
    const log = this.#log(companyId);
    let at = Number(position);
    try {
      while (!signal.aborted) {
        if (at < log.events.length) {
          if (this.latency > 0) await new Promise((resolve) => setTimeout(resolve, this.latency));
          const batch = log.events.slice(at, at + this.batchSize);
          at += batch.length;
          yield batch;
          continue;
        }
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            log.waiting.delete(wake);
            signal.removeEventListener('abort', wake);
            resolve();
          };
          log.waiting.add(wake);
          signal.addEventListener('abort', wake);
        });
      }
    } finally {
      this.follows -= 1;
    }
  }

  #log(companyId: string) {
    let log = this.#logs.get(companyId);
    if (log === undefined) this.#logs.set(companyId, (log = { events: [], waiting: new Set() }));
    return log;
  }
}
