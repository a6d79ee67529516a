import { lastDayOf, monthKey } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { requestPosting, type PostingRequestedData } from '#shared/domain/posting.ts';
import { formatLeaveDays, type LeaveDays } from '../absences/leave.ts';
import type { LeaveOwed } from './leave-owed.ts';

/** What became of a provision: unchanged ones have nothing to post. */
export type ProvisionState = 'UNCHANGED' | 'POSTING' | 'POSTED' | 'POSTING_REFUSED' | 'REVERSED';

/** The provision of a month as it was asked to be posted; amounts are GEL as text with two decimals. */
export interface KnownProvision {
  readonly id: string;
  readonly year: number;
  readonly month: number;
  readonly employments: number;
  readonly days: string;
  readonly total: string;
  readonly difference: string;
  readonly postingAttempt: number;
  readonly version: number;
  readonly state: ProvisionState;
  readonly transactionId: string | null;
  readonly refusalCode: string | null;
  readonly refusalField: string | null;
  readonly refusalMessage: string | null;
}

export interface MonthOf {
  readonly year: number;
  readonly month: number;
}

/** Of how many contracts, how many days, and what they are worth together. */
export interface ProvisionTotals {
  readonly employments: number;
  readonly days: LeaveDays;
  readonly total: Amount;
}

/** What is owed for leave that is left; what was taken in advance counts neither as days nor as money. */
export function totalsOf(owed: readonly LeaveOwed[]): ProvisionTotals {
  const positive = owed.filter(({ days }) => days > 0n);
  return {
    employments: positive.length,
    days: positive.reduce((sum, { days }) => sum + days, 0n),
    total: positive.reduce((sum, { amount }) => sum + amount, 0n),
  };
}

/** @throws DomainError BAD_USER_INPUT for what is no month. */
export function demandMonth({ year, month }: MonthOf): void {
  if (!Number.isInteger(year) || year < 2000 || year > 2200)
    throw badInput('year', year, 'a year is 2000 to 2200');
  if (!Number.isInteger(month) || month < 1 || month > 12)
    throw badInput('month', month, 'a month is 1 to 12');
}

/** What stands in the books of the provisions up to a month: the sum of what the ledger has posted and nobody reversed. */
export function bookedUpTo(known: readonly KnownProvision[], until: MonthOf): Amount {
  return known
    .filter((one) => keyOf(one) <= keyOf(until) && one.state === 'POSTED')
    .reduce((sum, { difference }) => sum + parseDatabaseAmount(difference), 0n);
}

/** The total of the last provision up to a month that the ledger has not refused; nothing before the first. */
export function recordedUpTo(known: readonly KnownProvision[], until: MonthOf): Amount {
  const last = known.findLast((one) => keyOf(one) <= keyOf(until) && one.state !== 'POSTING_REFUSED');
  return last === undefined ? 0n : parseDatabaseAmount(last.total);
}

/**
 * Provides for a month: what is owed at its end, and a request to post what of it is not in the books yet. Months follow
 * each other, and each is posted once; what changes afterwards is a difference of the next. Pure.
 *
 * @param aggregateId of the provisions of the company, which are one sequence
 * @param id of the provision of this month
 * @param known provisions in the order of their months
 * @throws DomainError BAD_USER_INPUT, INVALID_TRANSITION
 */
export function decideProvision(
  {
    aggregateId,
    companyId,
    id,
    ...of
  }: MonthOf & {
    readonly aggregateId: string;
    readonly companyId: string;
    readonly id: string;
  },
  totals: ProvisionTotals,
  known: readonly KnownProvision[],
  accounts: ReadonlyMap<string, string>,
): Decision<Record<string, never>> {
  demandMonth(of);
  const same = known.find((one) => keyOf(one) === keyOf(of));
  if (same !== undefined && same.state !== 'POSTING_REFUSED')
    throw barred(of, 'it is posted already; what has changed since is posted with the next month');
  const last = known.at(-1);
  if (last !== undefined && keyOf(last) > keyOf(of)) throw barred(of, 'a later month is posted already');
  if (last?.state === 'POSTING') throw barred(of, 'the ledger has not answered for the month before');
  const difference = totals.total - bookedUpTo(known, of);
  const attempt = (same?.postingAttempt ?? 0) + (difference === 0n ? 0 : 1);
  const provided = {
    id,
    ...of,
    employments: totals.employments,
    days: formatLeaveDays(totals.days),
    total: formatAmount(totals.total),
    difference: formatAmount(difference),
    postingAttempt: attempt,
  };
  return {
    events: [
      {
        aggregateType: 'LeaveProvision',
        aggregateId,
        version: known.reduce((version, one) => Math.max(version, one.version), 0) + 1,
        type: 'LeaveProvided',
        data: provided,
      },
      ...(difference === 0n
        ? []
        : [requestPosting(companyId, postingOf(id, of, difference, accounts), attempt)]),
    ],
    result: {},
  };
}

/** Salaries against the provision, or back where less is owed than was: one sum, which names nobody. */
function postingOf(
  id: string,
  { year, month }: MonthOf,
  difference: Amount,
  accounts: ReadonlyMap<string, string>,
): PostingRequestedData {
  const account = (role: string): string => {
    const code = accounts.get(role);
    if (code === undefined) throw new Error(`no account is known for ${role}`);
    return code;
  };
  const amount = formatAmount(difference < 0n ? -difference : difference);
  const [debit, credit] =
    difference > 0n ? ['SALARY_EXPENSE', 'LEAVE_PROVISION'] : ['LEAVE_PROVISION', 'SALARY_EXPENSE'];
  return {
    source: { subgraph: 'payroll', type: 'LeaveProvision', id, purpose: 'provision' },
    date: lastDayOf(year, month),
    description: `Provision for unused leave, ${monthKey(year, month)}`,
    entries: [
      { accountCode: account(debit ?? ''), debit: amount },
      { accountCode: account(credit ?? ''), credit: amount },
    ],
  };
}

function keyOf({ year, month }: MonthOf): number {
  return year * 12 + month;
}

function barred({ year, month }: MonthOf, why: string): DomainError {
  return new DomainError('INVALID_TRANSITION', `month: ${why}`, {
    field: 'month',
    value: monthKey(year, month),
  });
}
