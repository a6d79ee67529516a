import type { CalendarDate } from '#shared/domain/date.ts';
import { unreachable } from '#shared/domain/decider.ts';
import type { Side } from '../open-items/open-item.ts';

/** Kind of the document by which the transactions of a revaluation are known everywhere. */
export const REVALUATION = 'Revaluation';

/** Whether the books go back to the original carrying amounts on the next day, or stay as revalued. */
export const REVALUATION_REVERSALS = ['NEXT_DAY', 'KEEP'] as const;
export type RevaluationReversal = (typeof REVALUATION_REVERSALS)[number];

export const RATE_SOURCES = ['OFFICIAL', 'OWN', 'GIVEN'] as const;

/** The closing rate of a currency: lari for one unit. */
export interface UsedRate {
  readonly currency: string;
  readonly rate: string;
  readonly source: (typeof RATE_SOURCES)[number];
  /** First day of the official rate. */
  readonly validFrom?: CalendarDate;
  /** Why there is another than the official rate. */
  readonly reason?: string;
}

/** What stands on an account in a currency with one counterparty, or with nobody; signed, positive for a debit. */
export interface RevaluedLine {
  readonly line: number;
  readonly accountId: string;
  readonly currency: string;
  readonly counterpartyId?: string;
  readonly amount: string;
  readonly carryingGel: string;
  readonly revaluedGel: string;
}

/** The share of an open item in its line; amounts are of the item's own side. */
export interface RevaluedItem {
  readonly transactionId: string;
  readonly line: number;
  /** Line of the revaluation. */
  readonly of: number;
  readonly side: Side;
  readonly open: string;
  readonly carryingGel: string;
  readonly revaluedGel: string;
}

export type RevaluationEvent =
  | {
      readonly type: 'RevaluationRecorded';
      readonly data: {
        readonly date: CalendarDate;
        readonly reversal: RevaluationReversal;
        /** Null where everything was carried at the closing rate already. */
        readonly transactionId: string | null;
        readonly reversalTransactionId: string | null;
        readonly rates: readonly UsedRate[];
        readonly lines: readonly RevaluedLine[];
        readonly items: readonly RevaluedItem[];
      };
    }
  | {
      readonly type: 'RevaluationWithdrawn';
      readonly data: {
        readonly reason: string;
        /** What takes its transactions back. */
        readonly transactionIds: readonly string[];
      };
    };

export type Revaluation =
  | { readonly status: 'NEW'; readonly version: 0 }
  | {
      readonly status: 'IN_FORCE' | 'WITHDRAWN';
      readonly version: number;
      readonly transactionId: string | null;
      readonly reversalTransactionId: string | null;
    };

export const initialRevaluation: Revaluation = { status: 'NEW', version: 0 };

export function evolveRevaluation(state: Revaluation, event: RevaluationEvent): Revaluation {
  const version = state.version + 1;
  switch (event.type) {
    case 'RevaluationRecorded': {
      const { transactionId, reversalTransactionId } = event.data;
      return { status: 'IN_FORCE', version, transactionId, reversalTransactionId };
    }
    case 'RevaluationWithdrawn':
      if (state.status !== 'IN_FORCE') throw new Error(`withdrawn while ${state.status}`);
      return { ...state, status: 'WITHDRAWN', version };
    default:
      return unreachable(event);
  }
}
