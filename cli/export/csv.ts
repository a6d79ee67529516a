import { journalLines } from '#cli/journal-csv/write-journal.ts';
import type { ExportedTransaction } from '#ledger/ledger.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';

/** Only what an import needs: no zero on the empty side, no rate of lari to lari. */
export function csvLines(transaction: ExportedTransaction): string {
  return journalLines(transaction.number, {
    date: transaction.date,
    description: transaction.description,
    entries: transaction.entries.flatMap((entry) => {
      if (!/[1-9]/.test(entry.debit + entry.credit)) return carriedByUnit(entry);
      const isDebit = /[1-9]/.test(entry.debit);
      const isGel = entry.currency === 'GEL';
      return {
        accountCode: entry.accountCode,
        debit: isDebit ? entry.debit : null,
        credit: isDebit ? null : entry.credit,
        currency: isGel ? null : entry.currency,
        exchangeRate: isGel ? null : entry.exchangeRate,
        description: entry.description,
      };
    }),
  });
}

/** The least rate that there is: at it one unit comes to no tetri. */
const NEXT_TO_NOTHING = '0.0000000001';

/**
 * Lari without currency are for the ledger's own documents. To an import the same is said by two entries that it takes: the
 * smallest unit of the currency carries the lari there, and comes back at next to nothing.
 */
function carriedByUnit(entry: ExportedTransaction['entries'][number]) {
  const decimals = entry.debit.split('.')[1]?.length ?? 0;
  const unit = decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`;
  const isDebit = /[1-9]/.test(entry.debitGel);
  const gel = parseDatabaseAmount(isDebit ? entry.debitGel : entry.creditGel);
  const rate = formatAmount(gel * 10n ** BigInt(decimals));
  const { accountCode, currency, description } = entry;
  const line = (isFirst: boolean, exchangeRate: string) => ({
    accountCode,
    debit: isDebit === isFirst ? unit : null,
    credit: isDebit === isFirst ? null : unit,
    currency,
    exchangeRate,
    description,
  });
  return [line(true, rate), line(false, NEXT_TO_NOTHING)];
}
