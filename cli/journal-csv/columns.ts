/** Columns of a journal file; one line is one entry, the lines of a transaction stand together. */
export const JOURNAL_COLUMNS = [
  'transaction',
  'date',
  'description',
  'account',
  'debit',
  'credit',
  'currency',
  'exchange_rate',
  'entry_description',
] as const;

export type JournalColumn = (typeof JOURNAL_COLUMNS)[number];
