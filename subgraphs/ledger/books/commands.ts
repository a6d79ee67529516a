import type { Receipt } from '#db/write-path.ts';
import { loadChart } from '../accounts/chart.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { ensureJournalPartitions, newFiscalYear } from '../periods/commands.ts';
import { newId } from '#shared/domain/ids.ts';
import type { LedgerWriter } from '../writer.ts';
import { decideOpenBooks, type OpenBooks, type OpenedBooks } from './decide.ts';

export interface FiscalYears {
  readonly first: number;
  readonly last: number;
}

/** A company is founded once, so its books are opened under one key. */
const KEY = 'founding';

/**
 * Opens the books of a company that was founded: the Georgian chart of accounts and the fiscal years, in one
 * transaction. Repeated by whomever and however often, it happens once.
 */
export async function openBooks(
  writer: LedgerWriter,
  actor: Actor,
  { first, last }: FiscalYears,
): Promise<Receipt<OpenedBooks>> {
  const order: OpenBooks = {
    accounts: loadChart().map(({ parentCode, ...given }) => ({ id: newId(), given, parentCode })),
    years: Array.from({ length: last - first + 1 }, (_, at) => newFiscalYear(actor.companyId, first + at)),
  };
  return writer.writePath.execute({
    ...actor,
    operation: 'openBooks',
    idempotencyKey: KEY,
    input: { first, last },
    changesFacts: true,
    prepare: async () => {
      for (const { year } of order.years) await ensureJournalPartitions(writer, year);
    },
    decide: (facts) => decideOpenBooks(order, facts),
  });
}
