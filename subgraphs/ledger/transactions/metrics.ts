import type { NewEvent } from '#shared/domain/decider.ts';
import { processMetrics } from '#shared/platform/metrics.ts';
import type { TransactionEvent, TransactionPostedData } from './transaction.ts';

const transactions = processMetrics.tally(
  'accounting_transactions_total',
  'Transactions that reached a status, counted by the process that committed it.',
  ['status', 'transaction_type'],
);
const amounts = processMetrics
  .distribution(
    'accounting_transaction_amount_gel',
    'Amounts of posted transactions in GEL.',
    [10, 50, 100, 500, 1_000, 5_000, 10_000, 50_000],
  )
  .of();

const STATUS_AFTER: Readonly<Record<TransactionEvent['type'], string>> = {
  TransactionDrafted: 'DRAFT',
  TransactionApproved: 'APPROVED',
  TransactionPosted: 'POSTED',
  TransactionReversed: 'REVERSED',
};

/** What one event counts as. */
interface Count {
  readonly status: string;
  readonly type: 'ORDINARY' | 'REVERSAL';
  /** Given for what was posted. */
  readonly totalGel: string | undefined;
}

/** Counts what became of transactions. Told of committed events only, each once. */
export function countTransactions(events: readonly NewEvent[]): void {
  for (const event of events) {
    const count = countOf(event);
    if (count !== undefined) take(count);
  }
}

/** Counts of events that are not committed yet: without the events, of which an import has very many. */
export class TransactionCounts {
  readonly #counts: Count[] = [];

  note(events: readonly NewEvent[]): void {
    for (const event of events) {
      const count = countOf(event);
      if (count !== undefined) this.#counts.push(count);
    }
  }

  committed(): void {
    for (const count of this.#counts.splice(0)) take(count);
  }
}

function countOf({ type, data }: NewEvent): Count | undefined {
  if (!Object.hasOwn(STATUS_AFTER, type)) return undefined;
  const { reverses, totalGel } = data as Partial<TransactionPostedData>;
  return {
    status: STATUS_AFTER[type as TransactionEvent['type']],
    type: reverses === undefined ? 'ORDINARY' : 'REVERSAL',
    totalGel: type === 'TransactionPosted' ? totalGel : undefined,
  };
}

function take({ status, type, totalGel }: Count): void {
  transactions.of(status, type).add();
  // A bucket is no book: here, and nowhere that money is kept, an amount may be a number.
  if (totalGel !== undefined) amounts.observe(Number(totalGel));
}
