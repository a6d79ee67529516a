import type { EntryDraft } from '#ledger/ledger.ts';
import { JOURNAL_COLUMNS, type JournalColumn } from './columns.ts';
import { formatRecord } from './csv-record.ts';

/** A transaction to be written; exported and generated ones both fit. */
export interface WritableTransaction {
  readonly date: string;
  readonly description: string;
  readonly entries: readonly Pick<
    EntryDraft,
    'accountCode' | 'debit' | 'credit' | 'currency' | 'exchangeRate' | 'description'
  >[];
}

/** The first line of a journal file. */
export function journalHeader(): string {
  return `${formatRecord(JOURNAL_COLUMNS)}\n`;
}

/** The lines of one transaction, each ended by a line break. */
export function journalLines(name: string, transaction: WritableTransaction): string {
  return transaction.entries
    .map((entry) => {
      const fields: Record<JournalColumn, string> = {
        transaction: name,
        date: transaction.date,
        description: transaction.description,
        account: entry.accountCode ?? '',
        debit: entry.debit ?? '',
        credit: entry.credit ?? '',
        currency: entry.currency ?? '',
        exchange_rate: entry.exchangeRate ?? '',
        entry_description: entry.description ?? '',
      };
      return `${formatRecord(JOURNAL_COLUMNS.map((column) => fields[column]))}\n`;
    })
    .join('');
}
