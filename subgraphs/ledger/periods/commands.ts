import type { AggregateKind } from '#db/aggregates.ts';
import type { Receipt } from '#db/write-path.ts';
import { monthKey } from '#shared/domain/date.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { namedId } from '#shared/domain/ids.ts';
import type { LedgerWriter } from '../writer.ts';
import { decidePeriod, type PeriodCommand, type PeriodResult } from './decide.ts';
import { evolveFiscalYear, initialFiscalYear, type FiscalYear, type FiscalYearEvent } from './period.ts';

const kind: AggregateKind<FiscalYear, FiscalYearEvent> = {
  initial: initialFiscalYear,
  evolve: evolveFiscalYear,
  stateVersion: 1,
};

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

export function openFiscalYear(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly year: number; readonly idempotencyKey?: string | null | undefined },
): Promise<Receipt<PeriodResult>> {
  const year = newFiscalYear(actor.companyId, input.year);
  return execute(writer, actor, 'openFiscalYear', input, { type: 'OpenFiscalYear', ...year });
}

/** Identifiers of a fiscal year and its twelve periods, January first. */
export function newFiscalYear(
  companyId: string,
  year: number,
): { readonly id: string; readonly year: number; readonly periodIds: readonly string[] } {
  return {
    id: fiscalYearId(companyId, year),
    year,
    periodIds: MONTHS.map((month) => namedId('ledger', companyId, `period:${monthKey(year, month)}`)),
  };
}

function fiscalYearId(companyId: string, year: number): string {
  return namedId('ledger', companyId, `fiscal-year:${year}`);
}

/** The journal's partitions of a year must be there before anything can be posted into it. Safe to repeat. */
export async function ensureJournalPartitions({ database }: LedgerWriter, year: number): Promise<void> {
  await database.sql`/* ensurePartitions */ select ledger.ensure_journal_partitions(${year}::int)`;
}

export interface PeriodAction {
  readonly year: number;
  readonly month: number;
  readonly reason: string;
  readonly idempotencyKey?: string | null | undefined;
}

export function closePeriod(
  writer: LedgerWriter,
  actor: Actor,
  input: PeriodAction,
): Promise<Receipt<PeriodResult>> {
  const { year, month, reason } = input;
  return execute(writer, actor, 'closePeriod', input, { type: 'ClosePeriod', id: '', year, month, reason });
}

export function reopenPeriod(
  writer: LedgerWriter,
  actor: Actor,
  input: PeriodAction,
): Promise<Receipt<PeriodResult>> {
  const { year, month, reason } = input;
  return execute(writer, actor, 'reopenPeriod', input, { type: 'ReopenPeriod', id: '', year, month, reason });
}

function execute(
  writer: LedgerWriter,
  actor: Actor,
  operation: string,
  input: { readonly year: number; readonly idempotencyKey?: string | null | undefined },
  command: PeriodCommand,
): Promise<Receipt<PeriodResult>> {
  const id = fiscalYearId(actor.companyId, input.year);
  let state: FiscalYear = initialFiscalYear;
  return writer.writePath.execute<PeriodResult>({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [id],
    changesFacts: true,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, kind);
      const opens = command.type === 'OpenFiscalYear' && state.status === 'NEW';
      // It harms nothing should the command be refused.
      if (opens && input.year >= 1990 && input.year <= 2100) {
        await ensureJournalPartitions(writer, input.year);
      }
    },
    decide: () => decidePeriod({ ...command, id }, state),
  });
}
