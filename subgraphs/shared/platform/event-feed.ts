/**
 * The ports through which published facts leave the subgraph that owns the log. The gateway knows these interfaces
 * only: in one process it is given the subgraph's own feed, across processes a client of the subgraph's `/feed`.
 */
export interface FeedEvent {
  /** Contiguous position in the company's log of published events as seen by subscribers; see `cursor`. */
  readonly seq: number;
  readonly cursor: string;
  readonly companyId: string;
  /** RFC 3339. */
  readonly recordedAt: string;
}

/** What one subgraph publishes of each company, as whoever follows it sees it. */
export interface PublishedFeed<Event extends FeedEvent> {
  /** Cursor of the newest event of the company; subscribing after it yields only what comes later. */
  latest(companyId: string): Promise<string>;
  /**
   * Yields every event after the cursor, in order, in batches, first from the backlog, then live, until the
   * signal aborts. Each event is yielded once; none is left out.
   * Throws `DomainError('BAD_USER_INPUT')` on a malformed cursor and `CURSOR_EXPIRED` on one too old.
   */
  follow(companyId: string, after: string, signal: AbortSignal): AsyncIterable<readonly Event[]>;
}

/** Something happened to a document, whatever its kind: what is to be known of it is asked of its subgraph. */
export interface DocumentEvent extends FeedEvent {
  /** What happened, for example `TaxInvoiceIssued`. */
  readonly change: string;
  /** The type of the document in the supergraph, which is an entity by `id`, for example `TaxInvoice`. */
  readonly documentType: string;
  readonly documentId: string;
  /** Identifiers of other things that it changes, for whoever looks for those: items and places that goods move between. */
  readonly touches?: readonly string[];
}

export type DocumentFeed = PublishedFeed<DocumentEvent>;

export interface PostedAccountChange {
  readonly accountId: string;
  /** Turnover of this event on the account, GEL as exact decimal text. */
  readonly debit: string;
  readonly credit: string;
  /** Debit minus credit of everything posted to the account up to and including this event. */
  readonly balance: string;
}

/** A transaction was posted. */
export interface PostedEvent extends FeedEvent {
  readonly transactionId: string;
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

/** What the ledger publishes: posted transactions, and what the books came to by them. */
export interface EventFeed extends PublishedFeed<PostedEvent> {
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
