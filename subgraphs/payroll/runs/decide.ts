import { daysIn, monthKey, parseDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { requestPosting } from '#shared/domain/posting.ts';
import { parseText } from '#shared/domain/text.ts';
import { checkRates, type NamedRate } from '../pay/exchange.ts';
import { accrualOf } from '../postings/accrual.ts';
import { postedCentres, type PeopledCentre } from './cost-centres.ts';
import {
  percentOf,
  type Run,
  type RunEvent,
  type RunProgressed,
  type RunStarted,
  type RunState,
  type RunSums,
} from './run.ts';

export interface RunDraft {
  readonly year: number;
  readonly month: number;
  readonly payDate: string;
  readonly isCorrection: boolean;
  readonly rates: readonly NamedRate[];
}

/** A run of the company as others see it: whether the ledger has answered is known by `isPosted`. */
export interface KnownRun {
  readonly id: string;
  readonly year: number;
  readonly month: number;
  readonly number: number;
  readonly state: RunState;
  readonly isPosted: boolean;
}

interface RunResult {
  readonly id: string;
}

/** What the guards of the database mean when two begin a run at once. */
export function runOfMonth(): DomainError {
  return new DomainError('CONFLICT', 'month: there is a run for it; a posted one may be corrected', {
    field: 'month',
  });
}
export function runUnderWay(): DomainError {
  return new DomainError('INVALID_TRANSITION', 'another run is not posted yet, and this one rests on it', {
    field: 'month',
  });
}

/**
 * Begins a run with the rate of each currency that pay of the month was agreed in: the official one of the day of payment
 * unless another is named. Pure.
 * @throws DomainError BAD_USER_INPUT, CONFLICT, INVALID_TRANSITION
 */
export function decideStart(
  id: string,
  draft: RunDraft,
  known: readonly KnownRun[],
  currencies: readonly string[],
  official: readonly NamedRate[],
): Decision<RunResult> {
  const { year, month, isCorrection } = draft;
  if (!Number.isInteger(year) || year < 2000 || year > 2200) throw badInput('year', year, 'no such year');
  if (!Number.isInteger(month) || month < 1 || month > 12) throw badInput('month', month, 'no such month');
  const payDate = parseDate(draft.payDate, 'payDate');
  if (payDate < `${monthKey(year, month)}-01`)
    throw badInput('payDate', payDate, 'pay is not paid before its month');
  const standing = known.filter(({ state }) => state !== 'CANCELLED');
  const ofMonth = standing.filter((run) => run.year === year && run.month === month);
  if (!isCorrection && ofMonth.length > 0)
    throw new DomainError('CONFLICT', 'month: there is a run for it; a posted one may be corrected', {
      field: 'month',
      value: monthKey(year, month),
    });
  if (isCorrection && ofMonth.length === 0)
    throw new DomainError('INVALID_TRANSITION', 'month: there is no run to correct', {
      field: 'month',
      value: monthKey(year, month),
    });
  const open = standing.find(({ state, isPosted }) => state !== 'PAID' && !isPosted);
  if (open !== undefined)
    throw new DomainError('INVALID_TRANSITION', 'another run is not posted yet, and this one rests on it', {
      field: 'month',
      value: monthKey(open.year, open.month),
    });
  const number = Math.max(0, ...ofMonth.map((run) => run.number)) + 1;
  const named = checkRates(draft.rates, 'rates');
  const others = official.filter(({ currency }) => !named.some((rate) => rate.currency === currency));
  const rates = checkRates([...named, ...others], 'rates');
  const missing = currencies.find((currency) => !rates.some((rate) => rate.currency === currency));
  if (missing !== undefined)
    throw badInput(
      'rates',
      missing,
      'pay of the month was agreed in it, and the official rate of the day of payment is not known: name it',
    );
  const data: RunStarted = { year, month, number, payDate, ...(rates.length > 0 && { rates }) };
  return { events: [event(id, 1, { type: 'PayrollRunStarted', data })], result: { id } };
}

/** Calculates anew, as long as nobody has sent it to the ledger. Pure. */
export function decideRecalculation(id: string, run: Run): Decision<RunResult> {
  demand(id, run, ['CALCULATING', 'CALCULATED', 'APPROVED']);
  const data = { calculation: run.calculation + 1 };
  return {
    events: [event(id, run.version + 1, { type: 'PayrollRunRecalculated', data })],
    result: { id },
  };
}

/**
 * Tells how far a calculation has come, at most once for each percent: the log of a run grows by a bounded number of
 * events, however many employees it pays. Quiet when nobody waits for this calculation any more. Pure.
 */
export function decideProgress(id: string, run: Run, data: RunProgressed): Decision<RunResult> {
  const isNews =
    run.state === 'CALCULATING' && run.calculation === data.calculation && percentOf(data) > run.toldPercent;
  return {
    events: isNews ? [event(id, run.version + 1, { type: 'PayrollRunProgressed', data })] : [],
    result: { id },
  };
}

/** Says what a calculation came to. Pure. @throws DomainError INVALID_TRANSITION when it is no longer wanted */
export function decideCalculated(
  id: string,
  run: Run,
  calculation: number,
  sums: RunSums,
): Decision<RunResult> {
  demand(id, run, ['CALCULATING']);
  if (run.calculation !== calculation)
    throw new DomainError('INVALID_TRANSITION', 'id: the run is being calculated anew', {
      field: 'id',
      value: id,
    });
  const data = { ...sums, calculation };
  return { events: [event(id, run.version + 1, { type: 'PayrollRunCalculated', data })], result: { id } };
}

/**
 * Approves what was reviewed, and nothing else: the digest says what that was. Pure.
 * @throws DomainError NOT_FOUND, FORBIDDEN, CONFLICT, INVALID_TRANSITION
 */
export function decideApproval(
  id: string,
  run: Run,
  given: { readonly userId: string; readonly digest: string },
): Decision<RunResult> {
  const { sums, calculatedBy } = demand(id, run, ['CALCULATED']);
  if (sums === null) throw new Error(`run ${id} is calculated and has no sums`);
  if (calculatedBy === given.userId)
    throw new DomainError('FORBIDDEN', 'id: another person than who calculated the run approves it', {
      field: 'id',
      value: id,
    });
  if (sums.digest !== given.digest)
    throw new DomainError('CONFLICT', 'digest: the run was calculated anew since', {
      field: 'digest',
      value: given.digest.slice(0, 100),
    });
  if (sums.employees === 0)
    throw new DomainError('INVALID_TRANSITION', 'id: the run pays nobody', { field: 'id', value: id });
  if (sums.obstacles > 0)
    throw new DomainError('INVALID_TRANSITION', `id: ${String(sums.obstacles)} obstacles bar the approval`, {
      field: 'id',
      value: id,
      obstacles: sums.obstacles,
    });
  const data = { digest: sums.digest };
  return { events: [event(id, run.version + 1, { type: 'PayrollRunApproved', data })], result: { id } };
}

/** Gives up what is not posted. Pure. */
export function decideCancellation(id: string, run: Run, reason: string): Decision<RunResult> {
  demand(id, run, ['CALCULATING', 'CALCULATED', 'APPROVED']);
  const data = { reason: parseText(reason, 'reason', 500) };
  return { events: [event(id, run.version + 1, { type: 'PayrollRunCancelled', data })], result: { id } };
}

export interface PostingGrounds {
  /** What the payslips sum to now, and the ledger's last answer. */
  readonly sums: RunSums;
  readonly isRefused: boolean;
  readonly centres: readonly PeopledCentre[];
  readonly accounts: ReadonlyMap<string, string>;
}

/** Has an approved run posted, on the last day of its month unless told otherwise; again when it was refused. Pure. */
export function decidePosting(
  id: string,
  run: Run,
  given: { readonly companyId: string; readonly date: string | null; readonly leastPeople: number },
  grounds: PostingGrounds,
): Decision<RunResult> {
  const { started, sums } = demand(id, run, ['APPROVED', 'POSTING']);
  if (started === null || sums === null) throw new Error(`run ${id} is approved and was not calculated`);
  if (run.state === 'POSTING' && !grounds.isRefused)
    throw new DomainError('INVALID_TRANSITION', 'id: the run is posted, or the ledger has not answered yet', {
      field: 'id',
      value: id,
    });
  if (grounds.sums.digest !== sums.digest) throw new Error(`run ${id} is not what was approved`);
  const { year, month } = started;
  const lastDay = `${monthKey(year, month)}-${String(daysIn(year, month)).padStart(2, '0')}`;
  const date = given.date === null ? lastDay : parseDate(given.date, 'date');
  const attempt = run.postings + 1;
  const { leastPeople } = given;
  if (!Number.isInteger(leastPeople) || leastPeople < 1 || leastPeople > 100)
    throw badInput('leastPeoplePerCentre', leastPeople, 'a number from 1 to 100');
  const centres = postedCentres(grounds.centres, leastPeople);
  const accrual = accrualOf(id, started, date, sums.totals, centres, grounds.accounts);
  if (accrual.entries.length === 0)
    throw new DomainError('INVALID_TRANSITION', 'id: the run comes to nothing', { field: 'id', value: id });
  return {
    events: [
      event(id, run.version + 1, { type: 'PayrollRunSentToLedger', data: { date, attempt } }),
      requestPosting(given.companyId, accrual, attempt),
    ],
    result: { id },
  };
}

function demand(id: string, run: Run, states: readonly RunState[]): Run {
  if (run.state === 'NONE') throw notFound('id', id);
  if (!states.includes(run.state))
    throw new DomainError(
      'INVALID_TRANSITION',
      `id: the run is ${run.state}, it must be ${states.join(' or ')}`,
      {
        field: 'id',
        value: id,
        status: run.state,
      },
    );
  return run;
}

function event(id: string, version: number, { type, data }: RunEvent): NewEvent {
  return { aggregateType: 'PayrollRun', aggregateId: id, version, type, data, published: true };
}
