import type { CalendarDate } from '#shared/domain/date.ts';
import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { lateInterest } from '../interest/late-interest.ts';
import type { Rates } from '../rates/rate.ts';
import { opensOn, type Term, type TermState } from './deadline.ts';

/** What is known of a term: what it comes to, when it was handed in, what was paid. */
export interface KnownOfTerm {
  /** What its documents come to now; null where tax does not know it. */
  readonly amount: Amount | null;
  /** Null when it was not handed in; the day and what it came to then, where they are known. */
  readonly filed: { readonly on: CalendarDate | null; readonly amount: Amount | null } | null;
  /** In the order of the days. */
  readonly payments: readonly { readonly on: CalendarDate; readonly amount: Amount }[];
}

export interface Standing {
  readonly state: TermState;
  readonly paid: Amount;
  /** What is still to be paid; below zero when too much was; null where the amount is not known. */
  readonly outstanding: Amount | null;
  /** What being late costs by the day; null when nothing is late. */
  readonly late: { readonly interest: string; readonly penalty: string } | null;
}

/**
 * How a term stands at the end of a day. What was done later does not count yet. Pure.
 *
 * @param rates of the last day of the term
 */
export function standingOf(term: Term, known: KnownOfTerm, asOf: CalendarDate, rates: Rates): Standing {
  const { amount } = known;
  const payments = known.payments.filter(({ on }) => on <= asOf);
  const filed = known.filed !== null && (known.filed.on ?? asOf) <= asOf ? known.filed : null;
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0n);
  const outstanding = amount === null ? null : amount - paid;
  const state = stateOf(term, { amount, filed, outstanding }, asOf);
  const late =
    amount === null || amount <= 0n ? null : costOf(term, { amount, filed, payments }, asOf, rates);
  return { state, paid, outstanding, late };
}

function stateOf(
  term: Term,
  { amount, filed, outstanding }: Pick<KnownOfTerm, 'amount' | 'filed'> & Pick<Standing, 'outstanding'>,
  asOf: CalendarDate,
): TermState {
  const isOwed = outstanding !== null && outstanding > 0n;
  if (hasReturn(term)) {
    if (filed !== null) {
      if (filed.amount !== null && amount !== null && filed.amount !== amount) return 'CHANGED';
      return isOwed && term.deadline.kind !== 'RETURN' ? 'UNPAID' : 'DONE';
    }
  } else if (filed !== null) return 'DONE';
  // Where nothing is to be paid, nothing is left to do once the period is over.
  else if (amount !== null && !isOwed && (amount > 0n || asOf >= opensOn(term))) return 'DONE';
  if (asOf > term.due) return 'OVERDUE';
  return asOf >= opensOn(term) ? 'DUE' : 'UPCOMING';
}

function hasReturn({ deadline: { kind } }: Term): boolean {
  return kind === 'RETURN_AND_PAYMENT' || kind === 'RETURN';
}

/** Interest on each part by its own days, and the fine for the return; a payment without a return bears interest alone. */
function costOf(
  term: Term,
  { amount, filed, payments }: KnownOfTerm & { readonly amount: Amount },
  asOf: CalendarDate,
  rates: Rates,
): Standing['late'] {
  const { due } = term;
  const costsOf = (part: Amount, paidOn: CalendarDate) =>
    lateInterest({ amount: formatAmount(part), due, paidOn }, rates);
  let open = amount;
  let interest = 0n;
  for (const payment of [...payments, { on: asOf, amount: open }]) {
    const part = payment.amount < open ? payment.amount : open;
    open -= part;
    interest += parseDatabaseAmount(costsOf(part, payment.on).interest);
  }
  // Where nobody has said on which day it was handed in, it is taken to be in time.
  const handedIn = filed === null ? asOf : (filed.on ?? due);
  const penalty = hasReturn(term) ? costsOf(amount, handedIn).penalty : '0.00';
  if (interest === 0n && penalty === '0.00') return null;
  return { interest: formatAmount(interest), penalty };
}
