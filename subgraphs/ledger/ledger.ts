import type { ConsumerLag } from '#db/consumer-lag.ts';
import type { DeadLetters } from '#db/dead-letters.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Redis } from '#shared/platform/redis.ts';
import type { EventFeed } from '#shared/platform/event-feed.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import type { DueEntry } from './schedules/due/due-entry.ts';
import type { PostDue, PostedDueEntries } from './schedules/due/post-due.ts';
import type { DomainError } from '#shared/domain/errors.ts';
import type { Actor } from '#shared/domain/actor.ts';

/** A line of a transaction as it is given: exactly one of code and id, exactly one of debit and credit. */
export interface EntryDraft {
  readonly accountCode?: string | null | undefined;
  readonly accountId?: string | null | undefined;
  readonly debit?: string | null | undefined;
  readonly credit?: string | null | undefined;
  readonly currency?: string | null | undefined;
  readonly exchangeRate?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly counterpartyId?: string | null | undefined;
  readonly dimensions?: readonly { readonly name: string; readonly value: string }[] | null | undefined;
}

/** A transaction as it is given, by GraphQL, by import or by the demo data: nothing of it is trusted yet. */
export interface TransactionDraft {
  readonly date: string;
  readonly description: string;
  readonly entries: readonly EntryDraft[];
  readonly reference?: string | null | undefined;
  readonly attachments?:
    | readonly {
        readonly fileName: string;
        readonly contentType: string;
        readonly size: number;
        readonly sha256: string;
      }[]
    | null
    | undefined;
  /** Period 13: dated the last day of a year, after its months are closed and before the year is. */
  readonly isYearEndAdjustment?: boolean | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export type Outcome<T> = { readonly ok: T } | { readonly error: DomainError };

export interface AccountDraft {
  readonly code: string;
  readonly names: { readonly ka?: string; readonly en?: string; readonly ru?: string };
  readonly type: 'ASSET' | 'LIABILITY' | 'EQUITY' | 'REVENUE' | 'EXPENSE';
  readonly normalSide?: 'DEBIT' | 'CREDIT';
  readonly role?: string;
  readonly currency?: string;
  readonly parentCode?: string;
  readonly isHeading?: boolean;
}

export interface Verification {
  readonly isIntact: boolean;
  readonly eventCount: number;
  readonly headHash: string;
  readonly firstBrokenEvent: {
    readonly logPosition: number;
    readonly eventType: string;
    readonly aggregateId: string;
    readonly reason: string;
  } | null;
  readonly differences: readonly {
    readonly table: string;
    readonly key: string;
    readonly expected: string;
    readonly actual: string;
  }[];
}

/** The ledger in process: the subgraph, and the same commands for the command line and the demo data. */
export interface Ledger extends SubgraphRuntime {
  readonly feed: EventFeed;
  /** Adds the accounts that the company lacks, in the order given (parents first); answers how many. */
  openAccounts(
    actor: Actor,
    accounts: readonly AccountDraft[],
  ): Promise<{ created: number; existing: number }>;
  /** Opens the twelve periods of a year unless they are open. */
  ensureFiscalYear(actor: Actor, year: number): Promise<void>;
  ensureCurrency(actor: Actor, currency: { code: string; minorUnits: number; name: string }): Promise<void>;
  /**
   * Records transactions independently of each other, one outcome each, in order. Safe to repeat by
   * `idempotencyKey`: `replayed` says that the transaction was there before.
   */
  recordTransactions(
    actor: Actor,
    drafts: readonly TransactionDraft[],
  ): Promise<Outcome<{ transactionId: string; replayed: boolean }>[]>;
  /** Reverses one posted transaction; the outcome of the new transaction. */
  reverseTransaction(
    actor: Actor,
    input: { id: string; date: string; reason: string; idempotencyKey?: string },
  ): Promise<{ transactionId: string }>;
  /** What is due up to a day and not posted, the earliest first; `after` is day and id of the entry before. */
  listDue(
    companyId: string,
    until: string,
    page: { readonly after: readonly [string, string] | null; readonly limit: number },
  ): Promise<DueEntry[]>;
  /** Posts what is due, each entry for itself; an `error` that is no `DomainError` is a defect. */
  postDueEntries(actor: Actor, input: PostDue): Promise<PostedDueEntries>;
  /**
   * Records all drafts in one database transaction or none: the first refusal stops everything.
   * `drafts` is read as a stream and never held whole.
   */
  recordAllOrNothing(
    actor: Actor,
    drafts: AsyncIterable<TransactionDraft>,
  ): Promise<{ recorded: number; replayed: number; refused: { index: number; error: DomainError } | null }>;
  verify(companyId: string, onProgress?: (events: number, total: number) => void): Promise<Verification>;
  /** Empties the company's projections and replays its events; the rows are the same afterwards. */
  rebuild(
    companyId: string,
    onProgress?: (events: number, total: number) => void,
  ): Promise<{ events: number }>;
  /** Events that a consumer of the log could not handle. */
  readonly deadLetters: DeadLetters;
  /** How far the consumers that run in this process are behind the log. */
  consumerLag(): Promise<readonly ConsumerLag[]>;
  /** Posted transactions in order of posting, streamed, for export. */
  exportTransactions(companyId: string): AsyncIterable<ExportedTransaction>;
}

export interface ExportedTransaction {
  readonly id: string;
  readonly number: string;
  readonly date: string;
  readonly description: string;
  readonly reference: string | null;
  readonly entries: readonly {
    readonly accountCode: string;
    readonly accountName: string;
    readonly accountType: AccountDraft['type'];
    readonly debit: string;
    readonly credit: string;
    readonly currency: string;
    readonly exchangeRate: string;
    readonly debitGel: string;
    readonly creditGel: string;
    readonly description: string | null;
  }[];
}

export interface LedgerOptions {
  /** URL of the login role `davtari_ledger`. */
  readonly databaseUrl: string;
  /** URL of the database's owner; needed by `rebuild` only. */
  readonly ownerUrl?: string;
  /**
   * False for whoever gives commands only and leaves it to the running system to act by itself, as when a company is
   * founded.
   */
  readonly followsPolicies?: boolean;
  /** With it posted events are published to Redis Streams too. */
  readonly redis?: Redis | undefined;
  /** About so many of the newest events are kept in the stream of each company. */
  readonly streamEvents?: number | undefined;
  /** Where official rates are fetched from, once an hour; without it nobody is asked. */
  readonly nbgUrl?: string | undefined;
  /** What links to files are sealed with; without it none outlives the process. */
  readonly secret?: Uint8Array;
  /** Companies whose balances `/metrics` shows; none by default. */
  readonly shownCompanies?: readonly string[];
  readonly log: Logger;
}
