import { badInput, DomainError } from '#shared/domain/errors.ts';
import type {
  AccountSelection,
  BooksState,
  DocumentEvent,
  EventFeed,
  FeedEvent,
  PostedEvent,
  PublishedFeed,
} from '#shared/platform/event-feed.ts';

/** An event log in memory that keeps the feed's promises: in order, each once, none left out. */
class MemoryLog<Event extends FeedEvent> implements PublishedFeed<Event> {
  readonly #logs = new Map<string, { readonly events: Event[]; readonly waiting: Set<() => void> }>();
  /** Events of one batch at most. */
  batchSize = 100;
  /** Milliseconds that a read takes. */
  latency = 0;
  /** Cursors before this position are too old. */
  oldest = 0;
  follows = 0;
  /** How often somebody asked for the newest position. */
  positionsAsked = 0;

  /** Adds what `make` makes of the place in the log. */
  protected append(companyId: string, make: (common: FeedEvent) => Event): Event {
    const log = this.#log(companyId);
    const seq = log.events.length + 1;
    const event = make({ seq, cursor: `c${seq}`, companyId, recordedAt: '2026-11-22T14:03:11.120Z' });
    log.events.push(event);
    for (const wake of [...log.waiting]) wake();
    return event;
  }

  protected eventsOf(companyId: string): readonly Event[] {
    return this.#log(companyId).events;
  }

  /** How many events the company has. */
  count(companyId: string): number {
    return this.#log(companyId).events.length;
  }

  latest(companyId: string): Promise<string> {
    this.positionsAsked += 1;
    return Promise.resolve(`c${this.#log(companyId).events.length}`);
  }

  async *follow(companyId: string, after: string, signal: AbortSignal): AsyncGenerator<readonly Event[]> {
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

/** What a ledger in memory publishes. */
export class MemoryFeed extends MemoryLog<PostedEvent> implements EventFeed {
  post(
    companyId: string,
    accountIds: readonly string[] = ['a1', 'a2'],
    transactionId?: string,
    amount = '10.00',
  ): PostedEvent {
    return this.append(companyId, (common) => ({
      ...common,
      transactionId: transactionId ?? `t${common.seq}`,
      accounts: accountIds.map((accountId, index) => ({
        accountId,
        debit: index === 0 ? amount : '0.00',
        credit: index === 0 ? '0.00' : amount,
        balance: `${common.seq}.00`,
      })),
    }));
  }

  /** Who stands directly below whom: account → its parent. */
  readonly parents = new Map<string, string>();

  stateAt(companyId: string, cursor: string, accounts?: AccountSelection): Promise<BooksState> {
    const position = /^c(\d+)$/.exec(cursor)?.[1];
    if (position === undefined) throw badInput('after', cursor, 'is no cursor');
    const events = this.eventsOf(companyId).slice(0, Number(position));
    const balances = new Map<string, string>();
    for (const event of events)
      for (const { accountId, balance } of event.accounts) balances.set(accountId, balance);
    const known = new Set([...balances.keys(), ...this.parents.keys(), ...this.parents.values()]);
    const meant = [...known].filter((id) =>
      accounts === undefined
        ? balances.has(id)
        : [id, ...(accounts.includeSubaccounts ? this.#above(id) : [])].some((each) =>
            accounts.accountIds.includes(each),
          ),
    );
    const last = events.at(-1);
    return Promise.resolve({
      newest:
        last === undefined
          ? null
          : { seq: last.seq, transactionId: last.transactionId, recordedAt: last.recordedAt },
      balances: meant.sort().map((accountId) => ({ accountId, balance: balances.get(accountId) ?? '0.00' })),
    });
  }

  ancestors(
    _companyId: string,
    accountIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    return Promise.resolve(new Map(accountIds.map((id) => [id, this.#above(id)])));
  }

  #above(id: string): string[] {
    const parent = this.parents.get(id);
    return parent === undefined ? [] : [parent, ...this.#above(parent)];
  }
}

/** What another subgraph in memory publishes of its documents. */
export class MemoryDocumentFeed extends MemoryLog<DocumentEvent> {
  change(companyId: string, change: string, documentType: string, documentId: string): DocumentEvent {
    return this.append(companyId, (common) => ({ ...common, change, documentType, documentId }));
  }
}
