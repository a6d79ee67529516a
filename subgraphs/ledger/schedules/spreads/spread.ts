import { unreachable } from '#shared/domain/decider.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { Dimension } from '../../transactions/transaction.ts';
import type { SpreadMethod } from './plan.ts';

export const SPREAD_KINDS = ['PREPAID_EXPENSE', 'DEFERRED_INCOME'] as const;

/** What is spread: an expense paid before its time, or income received before it is earned. */
export type SpreadKind = (typeof SPREAD_KINDS)[number];

/** What of an amount is posted when, and on which account; lari. */
export interface SpreadPlan {
  readonly version: number;
  /** Null for the rest that is posted at once when a spread is ended. */
  readonly method: SpreadMethod | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Expense or income account. */
  readonly toAccountId: string;
  /** Numbers go on from plan to plan. */
  readonly parts: readonly {
    readonly number: number;
    readonly date: CalendarDate;
    readonly amount: string;
  }[];
}

/** Another plan for what is left. */
export interface SpreadReplanned {
  readonly reason: string;
  /** All of the spread, posted parts too. */
  readonly amount: string;
  /** Numbers of the parts that the plan spreads anew. */
  readonly replaces: readonly number[];
  readonly plan: SpreadPlan;
}

export type SpreadEvent =
  | {
      readonly type: 'SpreadCreated';
      readonly data: {
        readonly kind: SpreadKind;
        readonly description: string;
        readonly reference?: string;
        readonly counterpartyId?: string;
        readonly dimensions: readonly Dimension[];
        readonly fromAccountId: string;
        /** The transaction that brought the amount. */
        readonly transactionId?: string;
        /** Since when the amount stands on its account. */
        readonly carriedFrom: CalendarDate;
        readonly amount: string;
        readonly plan: SpreadPlan;
      };
    }
  | { readonly type: 'SpreadChanged' | 'SpreadEnded'; readonly data: SpreadReplanned }
  | {
      readonly type: 'SpreadPartPosted';
      readonly data: { readonly number: number; readonly transactionId: string };
    };

type Created = Extract<SpreadEvent, { type: 'SpreadCreated' }>['data'];

/** A part as it stands: of which plan, and what became of it. */
export interface SpreadPart {
  readonly number: number;
  readonly date: CalendarDate;
  readonly amount: string;
  readonly toAccountId: string;
  /** Who made the plan. */
  readonly authorId: string;
  readonly isReplaced: boolean;
  readonly transactionId: string | null;
}

export interface Spread {
  readonly version: number;
  readonly details: Omit<Created, 'amount' | 'plan'> | null;
  readonly amount: string;
  /** The last plan. */
  readonly plan: SpreadPlan | null;
  readonly parts: readonly SpreadPart[];
}

export const initialSpread: Spread = { version: 0, details: null, amount: '0.00', plan: null, parts: [] };

/** State after one more event. `userId` is who caused it. */
export function evolveSpread(before: Spread, event: SpreadEvent, userId: string): Spread {
  const state = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'SpreadCreated': {
      const { amount, plan, ...details } = event.data;
      return { ...state, details, amount, plan, parts: planned(plan, userId) };
    }
    case 'SpreadChanged':
    case 'SpreadEnded': {
      const { amount, plan } = event.data;
      const replaced = new Set(event.data.replaces);
      const kept = state.parts.map((part) =>
        replaced.has(part.number) ? { ...part, isReplaced: true } : part,
      );
      return { ...state, amount, plan, parts: [...kept, ...planned(plan, userId)] };
    }
    case 'SpreadPartPosted': {
      const { number, transactionId } = event.data;
      const parts = state.parts.map((part) => (part.number === number ? { ...part, transactionId } : part));
      return { ...state, parts };
    }
    default:
      return unreachable(event);
  }
}

function planned({ parts, toAccountId }: SpreadPlan, authorId: string): SpreadPart[] {
  return parts.map((part) => ({
    ...part,
    toAccountId,
    authorId,
    isReplaced: false,
    transactionId: null,
  }));
}
