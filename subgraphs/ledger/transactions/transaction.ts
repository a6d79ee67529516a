import { unreachable } from '#shared/domain/decider.ts';
import type { PostingSource } from '#shared/domain/posting.ts';

/** A dimension of an entry: cost centre, project, counterparty or one of the company's own. */
export interface Dimension {
  readonly name: string;
  readonly value: string;
}

/** One line as it stands in events and in the books; amounts are exact decimal text. */
export interface Entry {
  readonly line: number;
  readonly accountId: string;
  readonly accountCode: string;
  readonly currency: string;
  readonly exchangeRate: string;
  /** In the entry's currency. */
  readonly debit: string;
  readonly credit: string;
  readonly debitGel: string;
  readonly creditGel: string;
  readonly description?: string;
  /** With whom: a counterparty that tax keeps. */
  readonly counterpartyId?: string;
  readonly dimensions?: readonly Dimension[];
}

export interface Attachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
}

/** What a transaction says; the same whether it is drafted or posted. */
export interface TransactionContent {
  readonly date: string;
  readonly description: string;
  readonly reference?: string;
  readonly totalGel: string;
  readonly entries: readonly Entry[];
  readonly attachments?: readonly Attachment[];
  /** Belongs to period 13: dated the last day of a year whose months are closed, and the year itself is not. */
  readonly isYearEndAdjustment?: true;
}

/** In the books. Carries the whole content, so that its readers need nothing else. */
export interface TransactionPostedData extends TransactionContent {
  /** The transaction that this one undoes, and why. */
  readonly reverses?: string;
  readonly reversalReason?: string;
  /** The document of another subgraph that this was recorded for. */
  readonly source?: PostingSource;
}

export type TransactionEvent =
  | { readonly type: 'TransactionDrafted'; readonly data: TransactionContent }
  | { readonly type: 'TransactionApproved'; readonly data: Record<string, never> }
  /** First event of a transaction that was created, approved and posted at once; last step of the others. */
  | { readonly type: 'TransactionPosted'; readonly data: TransactionPostedData }
  | { readonly type: 'TransactionReversed'; readonly data: { readonly reversedBy: string } };

export type Transaction =
  | { readonly status: 'NEW'; readonly version: 0 }
  | {
      readonly status: 'DRAFT' | 'APPROVED';
      readonly version: number;
      readonly authorId: string;
      readonly content: TransactionContent;
    }
  | {
      readonly status: 'POSTED';
      readonly version: number;
      readonly authorId: string;
      readonly content: TransactionPostedData;
    }
  | { readonly status: 'REVERSED'; readonly version: number; readonly reversedBy: string };

export const initialTransaction: Transaction = { status: 'NEW', version: 0 };

/** State after one more event. `userId` is who caused it. Order was checked when the event was decided on. */
export function evolveTransaction(state: Transaction, event: TransactionEvent, userId: string): Transaction {
  const version = state.version + 1;
  switch (event.type) {
    case 'TransactionDrafted':
      return { status: 'DRAFT', version, authorId: userId, content: event.data };
    case 'TransactionApproved':
      if (state.status !== 'DRAFT') throw new Error(`approved while ${state.status}`);
      return { ...state, status: 'APPROVED', version };
    case 'TransactionPosted': {
      const authorId = state.status === 'APPROVED' ? state.authorId : userId;
      return { status: 'POSTED', version, authorId, content: event.data };
    }
    case 'TransactionReversed':
      return { status: 'REVERSED', version, reversedBy: event.data.reversedBy };
    default:
      return unreachable(event);
  }
}
