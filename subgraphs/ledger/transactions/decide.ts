import { parseDate, yearOf } from '#shared/domain/date.ts';
import { unreachable, type Decision, type NewEvent } from '#shared/domain/decider.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { PostingSource } from '#shared/domain/posting.ts';
import { parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../facts.ts';
import type { TransactionDraft } from '../ledger.ts';
import { checkContent } from './content.ts';
import { areaOf, exceptionUsed } from '../locks/lock.ts';
import { demandPeriod, demandReversible, isReversedWithin } from '../closing/year-end.ts';
import { demandNotOfRegister } from '../fixed-assets/source.ts';
import type {
  Entry,
  Transaction,
  TransactionContent,
  TransactionEvent,
  TransactionPostedData,
} from './transaction.ts';

export type TransactionCommand =
  | ({ readonly type: 'CreateTransaction' } & GivenTransaction)
  | { readonly type: 'ApproveTransaction'; readonly id: string; readonly userId: string }
  | { readonly type: 'PostTransaction'; readonly id: string }
  | ({
      readonly type: 'RecordTransaction';
      /** The document of another subgraph that it is recorded for. */
      readonly source?: PostingSource;
    } & GivenTransaction)
  | {
      readonly type: 'ReverseTransaction';
      readonly id: string;
      readonly userId: string;
      /** Identifier of the transaction that will undo it. */
      readonly reversalId: string;
      readonly date: string;
      readonly reason: string;
      /** True when the document that it was recorded for is cancelled. */
      readonly isOfDocument?: boolean;
      /** The document of the ledger's own that the reversal itself is recorded for. */
      readonly source?: PostingSource;
    };

/** A transaction that is not there yet. */
export interface GivenTransaction {
  readonly id: string;
  readonly draft: TransactionDraft;
  /** Counterparties named in the draft that the company does not have. */
  readonly unknownCounterparties?: ReadonlySet<string>;
}

export interface TransactionResult {
  readonly transactionId: string;
}

/**
 * The rules of transactions. Pure: no clock, database or chance; ids and facts arrive with the command.
 * @throws DomainError with the codes that the mutations list in the SDL.
 */
export function decideTransaction(
  command: TransactionCommand,
  state: Transaction,
  facts: LedgerFacts,
): Decision<TransactionResult> {
  switch (command.type) {
    case 'CreateTransaction': {
      const content = checkContent(command.draft, facts, command.unknownCounterparties);
      return decided(command.id, event(command.id, 1, { type: 'TransactionDrafted', data: content }));
    }
    case 'RecordTransaction': {
      // A document has an approval of its own, in the subgraph that it belongs to.
      if (facts.settings.approverMustDiffer && command.source === undefined) {
        throw new DomainError('FORBIDDEN', 'the company demands that another person approves', {
          field: 'approverMustDiffer',
        });
      }
      const { source } = command;
      const isOwn = source?.subgraph === 'ledger';
      const content = checkContent(command.draft, facts, command.unknownCounterparties, isOwn);
      demandPeriod(content, facts);
      const exception = facts.demandUnlocked(content.date, areaOf(source));
      return decided(
        command.id,
        posted(command.id, 1, source === undefined ? content : { ...content, source }),
        ...usedBy(exception, command.id),
      );
    }
    case 'ApproveTransaction': {
      if (state.status !== 'DRAFT') throw wrongState(state, command.id, 'a draft');
      if (facts.settings.approverMustDiffer && state.authorId === command.userId) {
        throw new DomainError('FORBIDDEN', 'the author of a transaction may not approve it', {
          field: 'id',
          value: command.id,
        });
      }
      return decided(
        command.id,
        event(command.id, state.version + 1, { type: 'TransactionApproved', data: {} }),
      );
    }
    case 'PostTransaction': {
      if (state.status !== 'APPROVED') throw wrongState(state, command.id, 'approved');
      demandPostable(state.content.entries, facts);
      demandPeriod(state.content, facts);
      const exception = facts.demandUnlocked(state.content.date, areaOf(undefined));
      return decided(
        command.id,
        posted(command.id, state.version + 1, state.content),
        ...usedBy(exception, command.id),
      );
    }
    case 'ReverseTransaction': {
      if (state.status !== 'POSTED') throw wrongState(state, command.id, 'posted and not reversed');
      // Its mirror image goes into the books at once, so the author alone could post by having the opposite approved.
      if (
        facts.settings.approverMustDiffer &&
        command.isOfDocument !== true &&
        state.authorId === command.userId
      ) {
        throw new DomainError('FORBIDDEN', 'the author of a transaction may not reverse it', {
          field: 'id',
          value: command.id,
        });
      }
      demandReversible(state.content, command.id, command.isOfDocument);
      if (command.isOfDocument !== true) demandNotOfRegister(state.content.source, command.id);
      const date = parseDate(command.date, 'date');
      const reversalReason = parseText(command.reason, 'reason', 500);
      const isYearEndAdjustment = isReversedWithin(state.content, date, facts);
      demandPeriod({ date, isYearEndAdjustment }, facts);
      const exception = facts.demandUnlocked(date, areaOf(state.content.source));
      demandPostable(state.content.entries, facts);
      const content = {
        ...mirror(state.content),
        date,
        ...(isYearEndAdjustment && { isYearEndAdjustment }),
        reverses: command.id,
        reversalReason,
        ...(command.source !== undefined && { source: command.source }),
      };
      return decided(
        command.reversalId,
        posted(command.reversalId, 1, content),
        event(command.id, state.version + 1, {
          type: 'TransactionReversed',
          data: { reversedBy: command.reversalId },
        }),
        ...usedBy(exception, command.reversalId),
      );
    }
    default:
      return unreachable(command);
  }
}

/** The trace of an exception from a lock, where there was one. */
export function usedBy(exceptionId: string | null, transactionId: string): NewEvent[] {
  return exceptionId === null ? [] : [exceptionUsed(exceptionId, transactionId)];
}

/** The same entries with debits and credits swapped. The reversal of a reversal is an ordinary transaction. */
export function mirror(content: TransactionPostedData): TransactionContent {
  return {
    date: content.date,
    description: content.description,
    ...(content.reference !== undefined && { reference: content.reference }),
    totalGel: content.totalGel,
    entries: content.entries.map((entry) => ({
      ...entry,
      debit: entry.credit,
      credit: entry.debit,
      debitGel: entry.creditGel,
      creditGel: entry.debitGel,
    })),
  };
}

/** Accounts may have been deactivated since the entries were written. */
function demandPostable(entries: readonly Entry[], facts: LedgerFacts): void {
  entries.forEach((entry, index) => {
    facts.demandPostable(
      facts.accountById(entry.accountId),
      `entries[${index}].accountCode`,
      entry.accountCode,
    );
  });
}

function wrongState(state: Transaction, id: string, needed: string): DomainError {
  if (state.status === 'NEW') {
    return new DomainError('NOT_FOUND', 'id: nothing here has this identifier', { field: 'id', value: id });
  }
  return new DomainError(
    'INVALID_TRANSITION',
    `id: the transaction is ${state.status}, it must be ${needed}`,
    {
      field: 'id',
      value: id,
      status: state.status,
    },
  );
}

export function event(id: string, version: number, { type, data }: TransactionEvent): NewEvent {
  return { aggregateType: 'Transaction', aggregateId: id, version, type, data };
}

export function posted(id: string, version: number, data: TransactionPostedData): NewEvent {
  return {
    ...event(id, version, { type: 'TransactionPosted', data }),
    published: true,
    series: String(yearOf(data.date)),
  };
}

function decided(transactionId: string, ...events: NewEvent[]): Decision<TransactionResult> {
  return { events, result: { transactionId } };
}
