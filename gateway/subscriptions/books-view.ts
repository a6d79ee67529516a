import { LRUCache } from 'lru-cache';
import type { BooksState, EventFeed, PostedEvent } from '#shared/platform/event-feed.ts';
import { NO_ANCESTORS, type Ancestors, type BooksSelection } from './payload.ts';
import type { Chunk } from './tail.ts';

const REMEMBERED_STATES = 200;
/** Dashboards that come back together, after a restart, ask for the same state within seconds. */
const STATE_MILLISECONDS = 5_000;

/** What subscriptions ask of the books besides events, asked once for all who want to know the same. */
export class BooksView {
  readonly #feed: EventFeed;
  readonly #ancestors = new WeakMap<Chunk<PostedEvent>, Promise<Ancestors>>();
  readonly #states = new LRUCache<string, Promise<BooksState>>({
    max: REMEMBERED_STATES,
    ttl: STATE_MILLISECONDS,
  });

  constructor(feed: EventFeed) {
    this.#feed = feed;
  }

  /** Who stands above the accounts of these events by now, when the selection asks for that at all. */
  ancestorsFor(companyId: string, chunk: Chunk<PostedEvent>, selection: BooksSelection): Promise<Ancestors> {
    if (!selection.includeSubaccounts || selection.accountIds === undefined)
      return Promise.resolve(NO_ANCESTORS);
    let known = this.#ancestors.get(chunk);
    if (known === undefined) {
      const ids = new Set(chunk.events.flatMap(({ accounts }) => accounts.map(({ accountId }) => accountId)));
      this.#ancestors.set(chunk, (known = this.#feed.ancestors(companyId, [...ids])));
    }
    return known;
  }

  /** The state at a cursor; for transactions no balances are asked for. */
  stateAt(companyId: string, cursor: string, selection: BooksSelection): Promise<BooksState> {
    const accounts =
      selection.field === 'transactionPosted'
        ? { accountIds: [], includeSubaccounts: false }
        : selection.accountIds === undefined
          ? undefined
          : {
              accountIds: [...selection.accountIds].sort(),
              includeSubaccounts: selection.includeSubaccounts,
            };
    const key = JSON.stringify([companyId, cursor, accounts]);
    let state = this.#states.get(key);
    if (state === undefined) {
      state = this.#feed.stateAt(companyId, cursor, accounts);
      this.#states.set(key, state);
      // What failed is not what the next one is told.
      state.catch(() => this.#states.delete(key));
    }
    return state;
  }
}
