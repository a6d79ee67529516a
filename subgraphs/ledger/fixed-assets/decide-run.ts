import type { CalendarDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { DomainError, badInput, notFound } from '#shared/domain/errors.ts';
import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../facts.ts';
import type { EntryDraft } from '../ledger.ts';
import { demandPeriod } from '../closing/year-end.ts';
import { decideTransaction } from '../transactions/decide.ts';
import { initialTransaction, type Transaction } from '../transactions/transaction.ts';
import { after } from './decide-asset.ts';
import { depreciate, type Depreciated } from './depreciation.ts';
import { eventOf, lifeOf, type Asset, type RunLine } from './fixed-asset.ts';
import type { Register } from './known-register.ts';
import { endOfMonth, nameOfMonth, type Month } from './months.ts';
import { DEPRECIATION_SOURCE } from './source.ts';

export interface RunResult {
  readonly runId: string;
}

/** What a run would post for an asset. */
export interface DueDepreciation {
  readonly asset: Asset;
  readonly line: RunLine;
}

/** What a run of a month comes to; nothing of it is posted. */
export interface DueRun {
  readonly lines: readonly DueDepreciation[];
  readonly total: Amount;
  /** Assets by units of production whose units are not said, and the first month of which they are missing. */
  readonly missing: readonly { readonly asset: Asset; readonly month: Month }[];
}

/** What assets take up to a month, less what is booked of it. Pure. */
export function dueInMonth(assets: Iterable<Asset>, month: Month): DueRun {
  const lines: DueDepreciation[] = [];
  const missing: { asset: Asset; month: Month }[] = [];
  for (const asset of assets) {
    const due = depreciate(lifeOf(asset), month);
    if (due.missingUnits !== null) missing.push({ asset, month: due.missingUnits });
    else {
      const line = lineOf(asset, due, month);
      if (line !== null) lines.push({ asset, line });
    }
  }
  const total = lines.reduce((sum, { line }) => sum + parseDatabaseAmount(line.amount), 0n);
  return { lines, total, missing };
}

/** Null for what is depreciated wholly, and is booked so. */
function lineOf(asset: Asset, due: Depreciated, month: Month): RunLine | null {
  const { bookedThrough } = asset;
  const unbooked = due.months.filter((one) => bookedThrough === null || one.month > bookedThrough);
  const [first] = unbooked;
  if (first === undefined) return null;
  const amount = due.accumulated - asset.accumulated;
  if (amount < 0n) throw new Error(`more is booked of ${asset.registered.number} than it may take`);
  const own = unbooked.at(-1)?.month === month ? (unbooked.at(-1)?.amount ?? 0n) : 0n;
  return {
    assetId: asset.registered.assetId,
    amount: formatAmount(amount),
    catchUp: formatAmount(amount - own),
    from: nameOfMonth(first.month),
    accumulated: formatAmount(due.accumulated),
    carrying: formatAmount(due.cost - due.accumulated),
  };
}

/**
 * Posts the depreciation of a month by one transaction on its last day. Pure.
 * @param register with all assets that may be depreciated
 * @throws DomainError INVALID_TRANSITION when the month was run, or an open one before it was not, or units are missing;
 *   PERIOD_CLOSED; those of recording a transaction.
 */
export function decideRun(
  command: {
    readonly companyId: string;
    readonly runId: string;
    readonly transactionId: string;
    readonly month: Month;
  },
  register: Register,
  facts: LedgerFacts,
): Decision<RunResult> {
  const { companyId, runId, month } = command;
  const date = endOfMonth(month);
  demandInOrder(month, register, facts);
  demandPeriod({ date }, facts);
  const due = dueInMonth(register.assets.values(), month);
  const [missing] = due.missing;
  if (missing !== undefined) {
    const { number, name, assetId } = missing.asset.registered;
    throw new DomainError(
      'INVALID_TRANSITION',
      `units: nobody has said what ${number} ${name} gave in ${nameOfMonth(missing.month)}`,
      { field: 'units', value: assetId, asset: name, month: nameOfMonth(missing.month) },
    );
  }
  const posted =
    due.total === 0n
      ? null
      : decideTransaction(
          {
            type: 'RecordTransaction',
            id: command.transactionId,
            source: { subgraph: 'ledger', type: DEPRECIATION_SOURCE, id: runId, purpose: 'run' },
            draft: {
              date,
              description: `ცვეთა და ამორტიზაცია, ${nameOfMonth(month)}`,
              entries: entriesOf(due.lines),
            },
          },
          initialTransaction,
          facts,
        );
  const event = eventOf(companyId, register.version + 1, {
    type: 'DepreciationRun',
    data: {
      runId,
      month: nameOfMonth(month),
      date,
      total: formatAmount(due.total),
      transactionId: posted === null ? null : command.transactionId,
      assets: due.lines.map(({ line }) => line),
    },
  });
  return { events: after(posted, event), result: { runId } };
}

/** A debit and a credit for all assets of the same accounts and dimensions. */
function entriesOf(lines: readonly DueDepreciation[]): EntryDraft[] {
  const sums = new Map<string, { readonly asset: Asset; amount: Amount }>();
  for (const { asset, line } of lines) {
    const { expenseAccountId, accumulatedAccountId } = asset.accounts;
    const key = JSON.stringify([expenseAccountId, accumulatedAccountId, asset.dimensions]);
    const sum = sums.get(key) ?? { asset, amount: 0n };
    sum.amount += parseDatabaseAmount(line.amount);
    sums.set(key, sum);
  }
  return [...sums.values()]
    .filter(({ amount }) => amount > 0n)
    .flatMap(({ asset: { accounts, dimensions }, amount }) => [
      { accountId: accounts.expenseAccountId, debit: formatAmount(amount), dimensions },
      { accountId: accounts.accumulatedAccountId, credit: formatAmount(amount), dimensions },
    ]);
}

/**
 * Months are run in their order, each once. One whose period is closed may be left out: the next run catches up.
 * @throws DomainError INVALID_TRANSITION naming `month`.
 */
export function demandInOrder(month: Month, { lastRun }: Register, facts: LedgerFacts): void {
  if (lastRun === null) return;
  const refuse = (why: string) => {
    throw new DomainError('INVALID_TRANSITION', `month: ${why}`, {
      field: 'month',
      value: nameOfMonth(month),
      lastRun: nameOfMonth(lastRun.month),
    });
  };
  if (lastRun.month === month) refuse(`the depreciation of ${nameOfMonth(month)} is posted already`);
  if (lastRun.month > month)
    refuse(`${nameOfMonth(lastRun.month)} is posted already; months are run in order`);
  for (let between = lastRun.month + 1; between < month; between++) {
    const period = facts.period(Math.floor(between / 12), (between % 12) + 1);
    if (period?.status === 'OPEN') refuse(`${nameOfMonth(between)} comes first; months are run in order`);
  }
}

/**
 * Takes back the latest run. Pure.
 * @param moved number of an asset of the run that was disposed of, or went to another class, since then; null if there is none
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION for an earlier run, or when something rests on it; BAD_USER_INPUT,
 *   PERIOD_CLOSED.
 */
export function decideReverseRun(
  command: {
    readonly companyId: string;
    readonly userId: string;
    readonly reversalId: string;
    readonly posted: Transaction;
    readonly moved: string | null;
  },
  given: { readonly id: string; readonly on: CalendarDate; readonly reason: string },
  register: Register,
  known: {
    readonly month: Month;
    readonly transactionId: string | null;
    readonly isReversed: boolean;
  } | null,
  facts: LedgerFacts,
): Decision<RunResult> {
  const { companyId, posted, moved } = command;
  if (known === null) throw notFound('id', given.id);
  const refuse = (why: string) =>
    new DomainError('INVALID_TRANSITION', `id: ${why}`, { field: 'id', value: given.id });
  if (known.isReversed) throw refuse('the run was taken back already');
  if (register.lastRun?.id !== given.id)
    throw refuse(
      `${nameOfMonth(register.lastRun?.month ?? known.month)} was run behind it; take the latest back first`,
    );
  if (moved !== null)
    throw refuse(`${moved} was disposed of or went to another class since; take that back first`);
  const reason = parseText(given.reason, 'reason', 500);
  if (given.on < endOfMonth(known.month))
    throw badInput('on', given.on, `is before ${endOfMonth(known.month)}, on which it was posted`);
  if (known.transactionId === null) demandPeriod({ date: given.on }, facts);
  const reversal =
    known.transactionId === null
      ? null
      : decideTransaction(
          {
            type: 'ReverseTransaction',
            id: known.transactionId,
            userId: command.userId,
            reversalId: command.reversalId,
            date: given.on,
            reason,
            isOfDocument: true,
          },
          posted,
          facts,
        );
  const event = eventOf(companyId, register.version + 1, {
    type: 'DepreciationRunReversed',
    data: {
      runId: given.id,
      on: given.on,
      reason,
      transactionId: reversal === null ? null : command.reversalId,
    },
  });
  return { events: after(reversal, event), result: { runId: given.id } };
}
