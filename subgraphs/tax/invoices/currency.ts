import { FUNCTIONAL_CURRENCY, ISO_4217 } from '#shared/domain/currencies.ts';
import { badInput } from '#shared/domain/errors.ts';
import {
  AMOUNT_DECIMALS,
  convertExactly,
  formatAmount,
  formatRate,
  parseDatabaseAmount,
  parseScaled,
  RATE_DECIMALS,
  roundToTetri,
  type Amount,
} from '#shared/domain/money.ts';
import type { DocumentCurrency, InvoiceLine } from './invoice.ts';

/** The currency of a document as it is given. */
export interface CurrencyDraft {
  readonly currency?: string | null | undefined;
  readonly exchangeRate?: string | null | undefined;
}

/**
 * The currency and the rate of a document; null for GEL. What is supplied or paid in another currency is converted by the
 * official rate of the day of the operation (Tax Code, article 73(10)).
 *
 * @param official the official rate of that day, where it is known here
 * @throws DomainError BAD_USER_INPUT.
 */
export function readCurrency(
  { currency, exchangeRate }: CurrencyDraft,
  official: string | null,
): Omit<DocumentCurrency, 'total'> | null {
  const code = currency ?? FUNCTIONAL_CURRENCY;
  const given = exchangeRate ?? null;
  if (code === FUNCTIONAL_CURRENCY) {
    if (given !== null && parseScaled(given, RATE_DECIMALS, 'exchangeRate') !== ONE)
      throw badInput('exchangeRate', given, 'the rate of GEL is 1');
    return null;
  }
  const minorUnits = ISO_4217.get(code);
  if (minorUnits === undefined) throw badInput('currency', code, 'no currency of ISO 4217');
  const text = given ?? official;
  if (text === null)
    throw badInput(
      'exchangeRate',
      null,
      `no official rate of ${code} is known for this day: give GEL for one`,
    );
  const rate = parseScaled(text, RATE_DECIMALS, 'exchangeRate');
  if (rate <= 0n) throw badInput('exchangeRate', text, 'must be more than zero');
  return { code, minorUnits, rate: formatRate(rate) };
}

const ONE = 10n ** BigInt(RATE_DECIMALS);

/** The smallest unit of the currency of a document. */
export function smallestUnit({ minorUnits }: Pick<DocumentCurrency, 'minorUnits'>): Amount {
  return 10n ** BigInt(AMOUNT_DECIMALS - minorUnits);
}

/** An amount in GEL at the rate of the document, to the tetri, half up. */
export function inGel(amount: Amount, { rate }: Pick<DocumentCurrency, 'rate'>): Amount {
  return roundToTetri(convertExactly(amount, parseScaled(rate, RATE_DECIMALS, 'exchangeRate')));
}

/**
 * RUNNING_TOTAL: converts the lines of a document one after the other, each to what it adds to the converted sum of all
 * before it, so that the lines in GEL make exactly the document in GEL, which is what stands in the books.
 */
export function runningTotal(currency: Pick<DocumentCurrency, 'rate'>): (amount: Amount) => Amount {
  let sum = 0n;
  let converted = 0n;
  return (amount) => {
    sum += amount;
    const before = converted;
    converted = inGel(sum, currency);
    return converted - before;
  };
}

/** What is to be paid for a line in the currency of its document. */
export function dueOf({ currencyGross, gross }: Pick<InvoiceLine, 'currencyGross' | 'gross'>): Amount {
  return parseDatabaseAmount(currencyGross ?? gross);
}

export function dueOfAll(lines: readonly InvoiceLine[]): Amount {
  return lines.reduce((sum, line) => sum + dueOf(line), 0n);
}

/** An amount in the currency of a document, as text. */
export function formatIn(amount: Amount, currency: Pick<DocumentCurrency, 'minorUnits'> | undefined): string {
  return formatAmount(amount, currency?.minorUnits);
}

/** The currency of a document with the sum of its lines; nothing for GEL. */
export function currencyOf(
  currency: Omit<DocumentCurrency, 'total'> | null,
  lines: readonly InvoiceLine[],
): { readonly currency?: DocumentCurrency } {
  if (currency === null) return {};
  const { code, minorUnits, rate } = currency;
  return { currency: { code, minorUnits, rate, total: formatIn(dueOfAll(lines), currency) } };
}
