import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import { formatRate, parseScaled, RATE_DECIMALS } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../facts.ts';
import type { OwnRate, OwnRateEvent } from './own-rate.ts';

export interface OwnRateResult {
  readonly currency: string;
  readonly date: CalendarDate;
}

export interface SetExchangeRate {
  readonly currency: string;
  readonly date: string;
  /** Lari for `quantity` units. */
  readonly rate: string;
  readonly quantity?: number | null | undefined;
  readonly reason: string;
}

/** Units that a rate may be for. With powers of ten the rate of one unit is exact. */
export const QUANTITIES = [1, 10, 100, 1_000, 10_000] as const;
/** A million lari: who enters as much has missed the point. */
const RATE_LIMIT = 10n ** BigInt(6 + RATE_DECIMALS);

/**
 * Sets the company's own rate of a currency for one day, or another one for the same day. Pure.
 * @throws DomainError BAD_USER_INPUT naming currency, date, rate, quantity or reason.
 */
export function decideSet(
  id: string,
  given: SetExchangeRate,
  state: OwnRate,
  facts: LedgerFacts,
): Decision<OwnRateResult> {
  const currency = foreignCurrency(given.currency, facts);
  const date = parseDate(given.date, 'date');
  const quantity = given.quantity ?? 1;
  const zeros = QUANTITIES.findIndex((allowed) => allowed === quantity);
  if (zeros < 0) throw badInput('quantity', String(quantity), `one of ${QUANTITIES.join(', ')} is needed`);
  // The rate of one unit has no more decimals than a rate may have.
  const rate = parseScaled(given.rate, RATE_DECIMALS - zeros, 'rate') * 10n ** BigInt(zeros);
  if (rate <= 0n) throw badInput('rate', given.rate, 'a rate is above zero');
  if (rate >= RATE_LIMIT) throw badInput('rate', given.rate, 'a rate is below 1,000,000');
  return decided(id, state, {
    type: 'ExchangeRateSet',
    data: {
      currency,
      date,
      rate: formatRate(rate),
      quantity,
      reason: parseText(given.reason, 'reason', 500),
    },
  });
}

/**
 * Withdraws the company's own rate: the official one counts again. Pure.
 * @throws DomainError NOT_FOUND where none is set, BAD_USER_INPUT.
 */
export function decideWithdraw(
  id: string,
  given: { readonly currency: string; readonly date: string; readonly reason: string },
  state: OwnRate,
  facts: LedgerFacts,
): Decision<OwnRateResult> {
  const currency = foreignCurrency(given.currency, facts);
  const date = parseDate(given.date, 'date');
  if (!state.isSet) throw notFound('date', date);
  return decided(id, state, {
    type: 'ExchangeRateWithdrawn',
    data: { currency, date, reason: parseText(given.reason, 'reason', 500) },
  });
}

function decided(id: string, { version }: OwnRate, event: OwnRateEvent): Decision<OwnRateResult> {
  const { currency, date } = event.data;
  return {
    events: [{ aggregateType: 'OwnExchangeRate', aggregateId: id, version: version + 1, ...event }],
    result: { currency, date },
  };
}

function foreignCurrency(currency: string, facts: LedgerFacts): string {
  if (currency === FUNCTIONAL_CURRENCY) throw badInput('currency', currency, 'the books are kept in it');
  facts.demandMinorUnits(currency, 'currency');
  return currency;
}
