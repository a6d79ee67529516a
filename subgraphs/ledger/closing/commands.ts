import type { Receipt } from '#db/write-path.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import { badInput } from '#shared/domain/errors.ts';
import { keyed } from '#shared/domain/keyed.ts';
import { newId } from '#shared/domain/ids.ts';
import { parseDatabaseAmount } from '#shared/domain/money.ts';
import type { AccountFact, LedgerFacts } from '../facts.ts';
import { fiscalYearId, loadYears } from '../periods/commands.ts';
import type { KnownYear } from '../periods/decide.ts';
import { firstPosting } from '../periods/queries.ts';
import { transactionKind } from '../transactions/commands.ts';
import { initialTransaction, type Transaction } from '../transactions/transaction.ts';
import type { LedgerWriter } from '../writer.ts';
import { decideCloseYear, decideReopenYear, type YearResult } from './decide.ts';
import type { ClosingAccounts, Standing } from './entry.ts';
import { accountOfRole, sumStandings, type StandingRow } from './queries.ts';

export interface YearAction {
  readonly year: number;
  readonly reason: string;
  readonly idempotencyKey?: string | null | undefined;
}

const RESULT = 'INCOME_SUMMARY';
const RETAINED = 'RETAINED_EARNINGS';

/** Closes a year to retained earnings. */
export function closeYear(
  writer: LedgerWriter,
  actor: Actor,
  input: YearAction,
): Promise<Receipt<YearResult>> {
  const { companyId } = actor;
  const transactionId = newId();
  let years: ReadonlyMap<number, KnownYear> = new Map();
  let first: string | null = null;
  let rows: readonly StandingRow[] = [];
  return writer.writePath.execute<YearResult>({
    ...actor,
    operation: 'closeYear',
    ...keyed(input),
    aggregates: [fiscalYearId(companyId, input.year)],
    changesFacts: true,
    prepare: async () => {
      years = await loadYears(writer, companyId);
      first = await firstPosting(writer.database, companyId);
      const summaryId = await accountOfRole(writer.database, companyId, RESULT);
      rows = years.has(input.year)
        ? await sumStandings(writer.database, companyId, input.year, summaryId)
        : [];
    },
    decide: (facts) =>
      decideCloseYear(
        { year: input.year, reason: input.reason, transactionId },
        {
          years,
          firstPosting: first,
          standings: rows.filter(({ isResult }) => isResult).map((row) => standing(row, facts)),
          accounts: () => closingAccounts(rows, facts),
        },
        facts,
      ),
  });
}

/** Undoes the closing of a year. */
export function reopenYear(
  writer: LedgerWriter,
  actor: Actor,
  input: YearAction,
): Promise<Receipt<YearResult>> {
  const { companyId } = actor;
  const transactionId = newId();
  let years: ReadonlyMap<number, KnownYear> = new Map();
  let closing: Transaction = initialTransaction;
  return writer.writePath.execute<YearResult>({
    ...actor,
    operation: 'reopenYear',
    ...keyed(input),
    aggregates: [fiscalYearId(companyId, input.year)],
    changesFacts: true,
    prepare: async () => {
      years = await loadYears(writer, companyId);
      const state = years.get(input.year)?.state;
      const id = state?.status === 'OPENED' ? (state.closing?.transactionId ?? null) : null;
      closing = id === null ? initialTransaction : await writer.load(companyId, id, transactionKind);
    },
    decide: (facts) =>
      decideReopenYear({ year: input.year, reason: input.reason, transactionId }, years, closing, facts),
  });
}

function standing(row: StandingRow, facts: LedgerFacts): Standing {
  return {
    account: { id: row.id, code: row.code, currency: row.currency },
    gel: parseDatabaseAmount(row.gel),
    amount: parseDatabaseAmount(row.amount),
    minorUnits: row.currency === null ? 2 : facts.demandMinorUnits(row.currency, 'year'),
  };
}

/** Where the result goes: over the account of the period's result, if the chart has one apart, to retained earnings. */
function closingAccounts(rows: readonly StandingRow[], facts: LedgerFacts): ClosingAccounts {
  const retained = demandEquity(facts, RETAINED);
  if (!facts.hasAccountFor(RESULT)) return { summary: null, retained };
  const account = demandEquity(facts, RESULT);
  if (account.id === retained.id) return { summary: null, retained };
  const row = rows.find(({ id, isResult }) => id === account.id && !isResult);
  const gel = row === undefined ? 0n : parseDatabaseAmount(row.gel);
  return { summary: { account, gel, amount: gel, minorUnits: 2 }, retained };
}

/** The result is lari, so its accounts take these. */
function demandEquity(facts: LedgerFacts, role: string): AccountFact {
  const account = facts.postingAccount(role);
  if (account.currency === null || account.currency === FUNCTIONAL_CURRENCY) return account;
  throw badInput(`postingAccounts.${role}`, account.code, `is kept in ${account.currency}`);
}
