import type { AggregateKind } from '#db/aggregates.ts';
import type { Receipt } from '#db/write-path.ts';
import { monthKey } from '#shared/domain/date.ts';
import type { Actor } from '../ledger.ts';
import { keyed } from '../keyed.ts';
import { namedId, type LedgerWriter } from '../writer.ts';
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
  const { year } = input;
  const periodIds = MONTHS.map((month) => namedId(actor.companyId, `period:${monthKey(year, month)}`));
  return execute(writer, actor, 'openFiscalYear', input, { type: 'OpenFiscalYear', id: '', year, periodIds });
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
  const id = namedId(actor.companyId, `fiscal-year:${input.year}`);
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
      // The journal's partitions of the year must be there before anything can be posted into it. Making them
      // is idempotent and harms nothing should the command be refused.
      if (opens && input.year >= 1990 && input.year <= 2100) {
        await writer.database
          .sql`/* ensurePartitions */ select ledger.ensure_journal_partitions(${input.year}::int)`;
      }
    },
    decide: () => decidePeriod({ ...command, id }, state),
  });
}
