import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import { dayAfter, parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, badInput } from '#shared/domain/errors.ts';
import { formatAmount, formatRate, parseScaled, RATE_DECIMALS } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../facts.ts';
import { decideTransaction } from '../transactions/decide.ts';
import { recordLariOnly } from '../transactions/lari-only.ts';
import type { Transaction } from '../transactions/transaction.ts';
import { measure, type Measured, type Standing } from './measure.ts';
import {
  REVALUATION,
  type Revaluation,
  type RevaluationEvent,
  type RevaluationReversal,
  type RevaluedItem,
  type RevaluedLine,
  type UsedRate,
} from './revaluation.ts';

export interface GivenRate {
  readonly currency: string;
  readonly rate: string;
  readonly reason: string;
}

export interface Revalue {
  readonly id: string;
  readonly transactionId: string;
  readonly reversalTransactionId: string;
  readonly date: string;
  readonly currencies?: readonly string[] | null | undefined;
  readonly rates?: readonly GivenRate[] | null | undefined;
  readonly reversal: RevaluationReversal;
}

/** The rate that applies on the day, the company's own or the official one, as far as one is known. */
export interface KnownRate {
  readonly currency: string;
  readonly rate: string;
  readonly source: 'OFFICIAL' | 'OWN';
  /** Why the company has its own. */
  readonly reason: string | null;
  readonly validFrom: CalendarDate;
  /** False when a newer one may be missing. */
  readonly isCurrent: boolean;
}

/** What is known of the books on the day. */
export interface KnownBooks {
  /** Monetary balances in foreign currencies. */
  readonly standings: readonly Standing[];
  readonly rates: readonly KnownRate[];
  /** Revaluations of the day that are in force, by currency. */
  readonly inForce: ReadonlyMap<string, string>;
}

export interface RevaluationResult {
  readonly revaluationId: string;
}

const MOST_CURRENCIES = 100;
const ISO = /^[A-Z]{3}$/;

/**
 * Measures monetary balances in foreign currencies at the closing rate and records the differences, and for NEXT_DAY what
 * takes them back on the next day, all in one decision (IAS 21.23 and 21.28; IFRS for SMEs, section 30). Pure.
 * @throws DomainError BAD_USER_INPUT, INVALID_TRANSITION (revalued already, no rate of that day, nothing to revalue),
 *   PERIOD_CLOSED, ACCOUNT_INACTIVE, NOT_FOUND (an account of a role), FORBIDDEN.
 */
export function decideRevalue(
  command: Revalue,
  books: KnownBooks,
  facts: LedgerFacts,
): Decision<RevaluationResult> {
  const { id, transactionId, reversal } = command;
  const date = parseDate(command.date, 'date');
  facts.demandOpenPeriod(date, 'date');
  const nextDay = dayAfter(date);
  if (reversal === 'NEXT_DAY') facts.demandOpenPeriod(nextDay, 'reversal');
  const currencies = chooseCurrencies(command, books, facts);
  for (const [index, currency] of currencies.entries()) {
    const other = books.inForce.get(currency);
    if (other !== undefined)
      throw new DomainError(
        'INVALID_TRANSITION',
        `${fieldOf(command, index, 'date')}: ${currency} was revalued on ${date} already, by ${other}; use reverseRevaluation first`,
        { field: fieldOf(command, index, 'date'), value: currency, date, revaluation: other },
      );
  }
  const given = parseGiven(command.rates ?? [], currencies, facts);
  const rates = currencies.map((currency) => rateOf(currency, date, given, books.rates));
  const measured = measureAll(books.standings, rates);
  const changes = measured.flatMap(({ accountId, currency, counterpartyId, revalued, gel }) =>
    revalued === gel ? [] : [{ accountId, currency, counterpartyId, gel: revalued - gel }],
  );
  const events: NewEvent[] = [];
  const isReversed = reversal === 'NEXT_DAY' && changes.length > 0;
  if (changes.length > 0) {
    const roles = { gain: 'REVALUATION_GAIN', loss: 'REVALUATION_LOSS' };
    const of = (purpose: string) => ({ subgraph: 'ledger', type: REVALUATION, id, purpose });
    const description = `სავალუტო ნაშთების გადაფასება ${date}`;
    const source = of('revaluation');
    events.push(
      ...recordLariOnly({ id: transactionId, date, description, source, changes, ...roles }, facts),
    );
    if (isReversed)
      events.push(
        ...recordLariOnly(
          {
            id: command.reversalTransactionId,
            date: nextDay,
            description: `${description}: სტორნო`,
            source: of('next-day'),
            changes: changes.map((change) => ({ ...change, gel: -change.gel })),
            // What was gained is taken back from the gain.
            gain: roles.loss,
            loss: roles.gain,
          },
          facts,
        ),
      );
  }
  events.push(
    eventOf(id, 1, {
      type: 'RevaluationRecorded',
      data: {
        date,
        reversal,
        transactionId: changes.length > 0 ? transactionId : null,
        reversalTransactionId: isReversed ? command.reversalTransactionId : null,
        rates,
        lines: measured.map((line, index) => lineOf(line, index + 1, facts)),
        items: measured.flatMap((line, index) => itemsOf(line, index + 1, facts)),
      },
    }),
  );
  return { events, result: { revaluationId: id } };
}

/** Currencies as they were named; all that stand on monetary accounts without names. */
function chooseCurrencies(
  { currencies, date }: Revalue,
  { standings }: KnownBooks,
  facts: LedgerFacts,
): readonly string[] {
  const held = new Set(standings.map(({ currency }) => currency));
  if (currencies == null) {
    const all = [...held].filter((currency) => ISO.test(currency)).sort();
    if (all.length === 0)
      throw new DomainError(
        'INVALID_TRANSITION',
        `date: nothing stands in a foreign currency on ${date} that would be revalued`,
        { field: 'date', value: date },
      );
    return all;
  }
  checkCurrencies(currencies, facts);
  for (const [index, currency] of currencies.entries()) {
    if (!held.has(currency))
      throw new DomainError(
        'INVALID_TRANSITION',
        `currencies[${String(index)}]: nothing stands in ${currency} on ${date} that would be revalued`,
        { field: `currencies[${String(index)}]`, value: currency },
      );
  }
  return [...currencies].sort();
}

/** @throws DomainError BAD_USER_INPUT for what cannot be revalued, or is named twice. */
export function checkCurrencies(currencies: readonly string[], facts: Pick<LedgerFacts, 'minorUnits'>): void {
  if (currencies.length < 1 || currencies.length > MOST_CURRENCIES)
    throw badInput('currencies', String(currencies.length), `1–${String(MOST_CURRENCIES)} currencies`);
  const named = new Set<string>();
  for (const [index, currency] of currencies.entries()) {
    const field = `currencies[${String(index)}]`;
    if (currency === FUNCTIONAL_CURRENCY)
      throw badInput(field, currency, 'the books are kept in it: there is nothing to revalue');
    if (facts.minorUnits(currency) === undefined)
      throw badInput(field, currency, 'not a currency of ISO 4217 or of the company');
    if (named.has(currency)) throw badInput(field, currency, 'is named twice');
    named.add(currency);
  }
}

function parseGiven(
  rates: readonly GivenRate[],
  currencies: readonly string[],
  facts: LedgerFacts,
): ReadonlyMap<string, UsedRate> {
  if (rates.length > 0 && facts.settings.approverMustDiffer)
    throw new DomainError(
      'FORBIDDEN',
      'the company demands that another person approves a rate of ones own',
      {
        field: 'approverMustDiffer',
      },
    );
  const given = new Map<string, UsedRate>();
  for (const [index, { currency, ...named }] of rates.entries()) {
    const field = `rates[${String(index)}]`;
    if (!currencies.includes(currency))
      throw badInput(`${field}.currency`, currency, 'nothing is revalued in it');
    if (given.has(currency)) throw badInput(`${field}.currency`, currency, 'is named twice');
    const rate = parseScaled(named.rate, RATE_DECIMALS, `${field}.rate`);
    if (rate <= 0n) throw badInput(`${field}.rate`, named.rate, 'must be above zero');
    const reason = parseText(named.reason, `${field}.reason`, 500);
    given.set(currency, { currency, rate: formatRate(rate), source: 'GIVEN', reason });
  }
  return given;
}

function rateOf(
  currency: string,
  date: CalendarDate,
  given: ReadonlyMap<string, UsedRate>,
  known: readonly KnownRate[],
): UsedRate {
  const own = given.get(currency);
  if (own !== undefined) return own;
  const applies = known.find((rate) => rate.currency === currency);
  if (applies?.isCurrent !== true)
    throw new DomainError(
      'INVALID_TRANSITION',
      applies === undefined
        ? `rates: no official rate of ${currency} is known for ${date}`
        : `rates: the last official rate of ${currency} is of ${applies.validFrom}, and the bank was not asked about ${date}`,
      { field: 'rates', value: currency, currency, date },
    );
  return usedRate(applies);
}

/** A rate of the day as it is used. */
export function usedRate({ currency, rate, source, validFrom, reason }: KnownRate): UsedRate {
  return { currency, rate, source, validFrom, ...(reason !== null && { reason }) };
}

/** Standings in the currencies of the rates, measured by these. */
export function measureAll(
  standings: readonly Standing[],
  rates: readonly Pick<UsedRate, 'currency' | 'rate'>[],
): Measured[] {
  const byCurrency = new Map(
    rates.map(({ currency, rate }) => [currency, parseScaled(rate, RATE_DECIMALS, 'rate')]),
  );
  return standings.flatMap((standing) => {
    const rate = byCurrency.get(standing.currency);
    return rate === undefined ? [] : [measure(standing, rate)];
  });
}

function lineOf(
  { accountId, currency, counterpartyId, amount, gel, revalued }: Measured,
  line: number,
  facts: LedgerFacts,
): RevaluedLine {
  return {
    line,
    accountId,
    currency,
    ...(counterpartyId !== null && { counterpartyId }),
    amount: formatAmount(amount, facts.demandMinorUnits(currency, 'currencies')),
    carryingGel: formatAmount(gel),
    revaluedGel: formatAmount(revalued),
  };
}

function itemsOf({ currency, items }: Measured, of: number, facts: LedgerFacts): RevaluedItem[] {
  const minorUnits = facts.demandMinorUnits(currency, 'currencies');
  return items.map(({ transactionId, line, side, open, gel, revalued }) => ({
    transactionId,
    line,
    of,
    side,
    open: formatAmount(open, minorUnits),
    carryingGel: formatAmount(gel),
    revaluedGel: formatAmount(revalued),
  }));
}

function fieldOf({ currencies }: Revalue, index: number, otherwise: string): string {
  return currencies == null ? otherwise : `currencies[${String(index)}]`;
}

export interface Withdraw {
  readonly id: string;
  readonly userId: string;
  readonly reason: string;
  /** Identifiers of the transactions that will undo its own. */
  readonly reversalIds: readonly [string, string];
}

/** What a withdrawal rests on besides the state. */
export interface KnownUse {
  readonly transactions: readonly {
    readonly id: string;
    readonly date: string;
    readonly state: Transaction;
  }[];
  /** Matchings whose difference started from what was revalued. */
  readonly matchings: readonly string[];
}

const MOST_NAMED = 10;

/**
 * Takes a revaluation back on its own days, as if it had never been. Pure.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION (reversed already, settlements started from it), PERIOD_CLOSED,
 *   ACCOUNT_INACTIVE, BAD_USER_INPUT for the reason.
 */
export function decideWithdraw(
  { id, userId, reason: given, reversalIds }: Withdraw,
  state: Revaluation,
  { transactions, matchings }: KnownUse,
  facts: LedgerFacts,
): Decision<RevaluationResult> {
  if (state.status === 'NEW')
    throw new DomainError('NOT_FOUND', 'id: nothing here has this identifier', { field: 'id', value: id });
  if (state.status === 'WITHDRAWN')
    throw new DomainError('INVALID_TRANSITION', 'id: the revaluation was reversed already', {
      field: 'id',
      value: id,
    });
  const reason = parseText(given, 'reason', 500);
  if (matchings.length > 0)
    throw new DomainError(
      'INVALID_TRANSITION',
      `id: settlements started from it; end them first: ${matchings.slice(0, MOST_NAMED).join(', ')}`,
      { field: 'id', value: id, matchings: matchings.slice(0, MOST_NAMED) },
    );
  const events = transactions.flatMap((transaction, index) => {
    const purpose = index === 0 ? 'revaluation-reversed' : 'next-day-reversed';
    return decideTransaction(
      {
        type: 'ReverseTransaction',
        id: transaction.id,
        userId,
        reversalId: reversalIds[index] ?? '',
        date: transaction.date,
        reason,
        isOfDocument: true,
        source: { subgraph: 'ledger', type: REVALUATION, id, purpose },
      },
      transaction.state,
      facts,
    ).events;
  });
  const data = { reason, transactionIds: reversalIds.slice(0, transactions.length) };
  return {
    events: [...events, eventOf(id, state.version + 1, { type: 'RevaluationWithdrawn', data })],
    result: { revaluationId: id },
  };
}

function eventOf(id: string, version: number, { type, data }: RevaluationEvent): NewEvent {
  return { aggregateType: 'Revaluation', aggregateId: id, version, type, data };
}
