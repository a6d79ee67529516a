import type { AggregateKind } from '#db/aggregates.ts';
import type { Receipt } from '#db/write-path.ts';
import { monthKey } from '#shared/domain/date.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { badInput } from '#shared/domain/errors.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { namedId } from '#shared/domain/ids.ts';
import { blockingChecks } from '../closing/queries.ts';
import { CHECK_CODES } from '../closing/checks.ts';
import type { LedgerWriter } from '../writer.ts';
import {
  decideClosePeriod,
  decideOpenYear,
  decideReopenPeriod,
  type KnownPeriods,
  type KnownYear,
  type PeriodResult,
} from './decide.ts';
import { evolveFiscalYear, initialFiscalYear, type FiscalYear, type FiscalYearEvent } from './period.ts';
import { firstPosting, openedYears } from './queries.ts';

const kind: AggregateKind<FiscalYear, FiscalYearEvent> = {
  initial: initialFiscalYear,
  evolve: evolveFiscalYear,
  stateVersion: 2,
};

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

export function openFiscalYear(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly year: number; readonly idempotencyKey?: string | null | undefined },
): Promise<Receipt<PeriodResult>> {
  const year = newFiscalYear(actor.companyId, input.year);
  let state: FiscalYear = initialFiscalYear;
  return writer.writePath.execute<PeriodResult>({
    ...actor,
    operation: 'openFiscalYear',
    ...keyed(input),
    aggregates: [year.id],
    changesFacts: true,
    prepare: async () => {
      state = await writer.load(actor.companyId, year.id, kind);
      // It harms nothing should the command be refused.
      if (state.status === 'NEW' && input.year >= 1990 && input.year <= 2100)
        await ensureJournalPartitions(writer, input.year);
    },
    decide: (facts) => decideOpenYear(year, state, facts),
  });
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

export function fiscalYearId(companyId: string, year: number): string {
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
  /** Of a closing: codes of the checklist that do not hinder it. */
  readonly despite?: readonly string[] | null | undefined;
  /** Of a reopening: whether the closed months behind it are reopened, too. */
  readonly andLater?: boolean | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export async function closePeriod(
  writer: LedgerWriter,
  actor: Actor,
  input: PeriodAction,
): Promise<Receipt<PeriodResult>> {
  const { year, month, reason } = input;
  const despite = input.despite ?? [];
  for (const [index, code] of despite.entries())
    if (!CHECK_CODES.has(code)) throw badInput(`despite[${index}]`, code, 'no check of closeChecklist');
  if (input.andLater != null) throw badInput('andLater', input.andLater, 'is for reopening');
  return onMonths(writer, actor, 'closePeriod', input, (known, facts) =>
    decideClosePeriod({ year, month, reason, despite }, known, facts),
  );
}

export async function reopenPeriod(
  writer: LedgerWriter,
  actor: Actor,
  input: PeriodAction,
): Promise<Receipt<PeriodResult>> {
  const { year, month, reason } = input;
  if (input.despite != null) throw badInput('despite', input.despite, 'is for closing');
  return onMonths(writer, actor, 'reopenPeriod', input, (known, facts) =>
    decideReopenPeriod({ year, month, reason, andLater: input.andLater ?? false }, known, facts),
  );
}

/** The years that were opened, as they can be written to. */
export async function loadYears(
  writer: LedgerWriter,
  companyId: string,
): Promise<ReadonlyMap<number, KnownYear>> {
  const years = new Map<number, KnownYear>();
  for (const year of await openedYears(writer.database, companyId)) {
    const id = fiscalYearId(companyId, year);
    years.set(year, { id, state: await writer.load(companyId, id, kind) });
  }
  return years;
}

function onMonths(
  writer: LedgerWriter,
  actor: Actor,
  operation: 'closePeriod' | 'reopenPeriod',
  input: PeriodAction,
  decide: (
    known: KnownPeriods,
    facts: Parameters<typeof decideClosePeriod>[2],
  ) => ReturnType<typeof decideClosePeriod>,
): Promise<Receipt<PeriodResult>> {
  const { companyId } = actor;
  let known: KnownPeriods = { years: new Map(), firstPosting: null, blocking: [] };
  return writer.writePath.execute<PeriodResult>({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [fiscalYearId(companyId, input.year)],
    changesFacts: true,
    prepare: async () => {
      known = {
        years: await loadYears(writer, companyId),
        firstPosting: await firstPosting(writer.database, companyId),
        blocking:
          operation === 'closePeriod'
            ? await blockingChecks(writer.database, companyId, input.year, input.month)
            : [],
      };
    },
    decide: (facts) => decide(known, facts),
  });
}
