import type { CalendarDate } from '#shared/domain/date.ts';
import type { NewEvent } from '#shared/domain/decider.ts';
import { namedId } from '#shared/domain/named-id.ts';

/** Whose documents a lock stops. */
export const LOCK_AREAS = ['LEDGER', 'TAX', 'PAYROLL', 'INVENTORY'] as const;
export type LockArea = (typeof LOCK_AREAS)[number];

const AREAS_OF_SUBGRAPHS: Readonly<Record<string, LockArea>> = {
  tax: 'TAX',
  payroll: 'PAYROLL',
  inventory: 'INVENTORY',
};

/** The area of what is recorded for a document; of the ledger's own documents and of what is written by hand, LEDGER. */
export function areaOf(source: { readonly subgraph: string } | undefined): LockArea {
  return AREAS_OF_SUBGRAPHS[source?.subgraph ?? ''] ?? 'LEDGER';
}

/** How often the lock of an area was changed. */
export interface LockDate {
  readonly version: number;
}

export interface LockDateSet {
  readonly type: 'LockDateSet';
  readonly data: {
    readonly area: LockArea;
    /** The last day that is locked; null where nothing is any more. */
    readonly until: CalendarDate | null;
    readonly reason: string;
  };
}

export const initialLockDate: LockDate = { version: 0 };

export function evolveLockDate({ version }: LockDate): LockDate {
  return { version: version + 1 };
}

/** Leave for one user to go past the lock of an area, until a moment. */
export interface LockException {
  readonly version: number;
  /** Null as long as it was not granted. */
  readonly until: string | null;
  readonly isRevoked: boolean;
}

export type LockExceptionEvent =
  | {
      readonly type: 'LockExceptionGranted';
      readonly data: {
        readonly area: LockArea;
        readonly userId: string;
        readonly until: string;
        readonly reason: string;
      };
    }
  | { readonly type: 'LockExceptionRevoked'; readonly data: { readonly reason: string } };

export const initialLockException: LockException = { version: 0, until: null, isRevoked: false };

export function evolveLockException(state: LockException, event: LockExceptionEvent): LockException {
  return {
    version: state.version + 1,
    until: event.type === 'LockExceptionGranted' ? event.data.until : state.until,
    isRevoked: event.type === 'LockExceptionRevoked',
  };
}

/** A transaction went past a lock. */
export interface LockExceptionUsed {
  readonly type: 'LockExceptionUsed';
  readonly data: { readonly exceptionId: string; readonly transactionId: string };
}

export type LockEvent = LockDateSet | LockExceptionEvent | LockExceptionUsed;

/** The trace of a transaction that went past a lock, beside the transaction itself. */
export function exceptionUsed(exceptionId: string, transactionId: string): NewEvent {
  const event: LockExceptionUsed = { type: 'LockExceptionUsed', data: { exceptionId, transactionId } };
  return {
    aggregateType: 'LockExceptionUse',
    aggregateId: namedId('ledger', exceptionId, `use:${transactionId}`),
    version: 1,
    ...event,
  };
}
