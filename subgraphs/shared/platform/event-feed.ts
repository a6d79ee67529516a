/**
 * The port through which posted facts leave the subgraph that owns the log. The gateway knows this interface
 * only: in one process it is given the ledger's own feed, across processes a client of the ledger's `/feed`.
 */
export interface PostedAccountChange {
  readonly accountId: string;
  /** Turnover of this event on the account, GEL as exact decimal text. */
  readonly debit: string;
  readonly credit: string;
  /** Debit minus credit of everything posted to the account up to and including this event. */
  readonly balance: string;
}

export interface PostedEvent {
  /** Contiguous position in the company's log of posted events as seen by subscribers; see `cursor`. */
  readonly seq: number;
  readonly cursor: string;
  readonly companyId: string;
  readonly transactionId: string;
  /** RFC 3339. */
  readonly recordedAt: string;
  readonly accounts: readonly PostedAccountChange[];
}

/** Which accounts are meant; all that were ever posted to when absent. */
export interface AccountSelection {
  readonly accountIds: readonly string[];
  /** Whether whatever stands below them in the chart, as it is now, is meant too. */
  readonly includeSubaccounts: boolean;
}

/** The books as they stood at a cursor. */
export interface BooksState {
  /** The newest event at the cursor; none in a company without postings. */
  readonly newest: Pick<PostedEvent, 'seq' | 'transactionId' | 'recordedAt'> | null;
  /** Debit minus credit of the accounts that were meant, GEL, in the order of their identifiers. */
  readonly balances: readonly { readonly accountId: string; readonly balance: string }[];
}

export interface EventFeed {
  /** Cursor of the newest event of the company; subscribing after it yields only what comes later. */
  latest(companyId: string): Promise<string>;
  /**
   * Yields every event after the cursor, in order, in batches, first from the backlog, then live, until the
   * signal aborts. Each event is yielded once; none is left out.
   * Throws `DomainError('BAD_USER_INPUT')` on a malformed cursor and `CURSOR_EXPIRED` on one too old.
   */
  follow(companyId: string, after: string, signal: AbortSignal): AsyncIterable<readonly PostedEvent[]>;
  /**
   * The books exactly at a cursor: what is told here and what `follow` yields after the same cursor make one whole.
   * Accounts that the company does not have are left out.
   * Throws `DomainError('BAD_USER_INPUT')` on a malformed cursor and `CURSOR_EXPIRED` on one too old.
   */
  stateAt(companyId: string, cursor: string, accounts?: AccountSelection): Promise<BooksState>;
  /** The accounts above each of these in the chart as it is now; accounts without any are left out. */
  ancestors(
    companyId: string,
    accountIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
}
