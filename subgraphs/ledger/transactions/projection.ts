import { PART_END, ROW_END, textRow } from '#db/text-rows.ts';
import type { NewEvent } from '#shared/domain/decider.ts';
import type { TransactionPostedData } from './transaction.ts';

/**
 * Posted transactions as the rows that `ledger.project` reads (migrations/0012_sources_and_counterparties.sql): the tables are
 * filled from them in the transaction of the events. The rebuild reads the events themselves; a test holds both
 * to the same tables.
 */
export function postedRows(events: readonly NewEvent[]): string | null {
  const transactions: string[] = [];
  const entries: string[] = [];
  let hasSources = false;
  for (const event of events) {
    if (event.type !== 'TransactionPosted') continue;
    const id = event.aggregateId;
    const data = event.data as TransactionPostedData;
    if (data.source !== undefined) hasSources = true;
    transactions.push(
      textRow([
        id,
        data.date,
        data.description,
        data.reference,
        data.totalGel,
        JSON.stringify(data.entries),
        JSON.stringify(data.attachments ?? []),
        data.reverses,
        data.reversalReason,
      ]),
    );
    for (const entry of data.entries) {
      entries.push(
        textRow([
          id,
          entry.line,
          entry.accountId,
          entry.currency,
          entry.debit,
          entry.credit,
          entry.debitGel,
          entry.creditGel,
          entry.description,
          // Rows that end before it are read as having none, and most do.
          ...(entry.counterpartyId === undefined ? [] : [entry.counterpartyId]),
        ]),
      );
    }
  }
  if (transactions.length === 0) return null;
  const parts = [transactions.join(ROW_END), entries.join(ROW_END), ...(hasSources ? ['sources'] : [])];
  return parts.join(PART_END);
}
