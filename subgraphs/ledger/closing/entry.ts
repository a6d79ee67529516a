import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import { formatAmount, formatRate, RATE_DECIMALS, type Amount } from '#shared/domain/money.ts';
import type { AccountFact } from '../facts.ts';
import type { Entry } from '../transactions/transaction.ts';

/** What stands on an account at the end of the year; positive for a debit. */
export interface Standing {
  readonly account: Pick<AccountFact, 'id' | 'code' | 'currency'>;
  readonly gel: Amount;
  /** In the currency of the account, where it has one of its own. */
  readonly amount: Amount;
  /** Decimals of that currency. */
  readonly minorUnits: number;
}

export interface ClosingAccounts {
  /** Shows what the year earned on its way; null where the chart has no such account. */
  readonly summary: Standing | null;
  readonly retained: Pick<AccountFact, 'id' | 'code' | 'currency'>;
}

export interface ClosingEntry {
  readonly entries: readonly Entry[];
  readonly totalGel: string;
  /** Profit, negative for a loss. */
  readonly result: Amount;
}

/** A signed line: positive debits. */
interface Line {
  readonly account: Pick<AccountFact, 'id' | 'code'>;
  readonly currency: string;
  readonly minorUnits: number;
  readonly amount: Amount;
  readonly gel: Amount;
}

const GEL = { currency: FUNCTIONAL_CURRENCY, minorUnits: 2 };
const RATE_ONE = 10n ** BigInt(RATE_DECIMALS);

/**
 * The entry that brings each account of revenue and expense to zero, in lari and, where an account is kept in a currency,
 * in that too; what they come to, and whatever else stands on the account of the period's result, goes to retained
 * earnings. Null where no lari stand anywhere. Pure.
 */
export function closingEntry(
  standings: readonly Standing[],
  { summary, retained }: ClosingAccounts,
): ClosingEntry | null {
  const lines = standings.flatMap(takenBack);
  const result = -standings.reduce((sum, { gel }) => sum + gel, 0n);
  const inGel = (account: Pick<AccountFact, 'id' | 'code'>, gel: Amount): Line[] =>
    gel === 0n ? [] : [{ account, ...GEL, amount: gel, gel }];
  const earlier = summary === null ? 0n : summary.gel;
  if (summary !== null)
    lines.push(...inGel(summary.account, -result), ...inGel(summary.account, result - earlier));
  lines.push(...inGel(retained, earlier - result));
  const total = lines.reduce((sum, { gel }) => (gel > 0n ? sum + gel : sum), 0n);
  if (total === 0n) return null;
  return { entries: lines.map(toEntry), totalGel: formatAmount(total), result };
}

/** The lines that take back what stands on an account. */
function takenBack({ account, gel, amount, minorUnits }: Standing): Line[] {
  if (account.currency === null || account.currency === FUNCTIONAL_CURRENCY)
    return gel === 0n ? [] : [{ account, ...GEL, amount: -gel, gel: -gel }];
  const line = { account, currency: account.currency, minorUnits };
  if (gel === 0n || (amount !== 0n && amount > 0n === gel > 0n))
    return amount === 0n ? [] : [{ ...line, amount: -amount, gel: -gel }];
  // Lari stand on the other side than the currency, or without any: a unit carries them there and another comes back.
  const unit = gel > 0n ? -oneOf(minorUnits) : oneOf(minorUnits);
  const rest = -amount - unit;
  return [{ ...line, amount: unit, gel: -gel }, ...(rest === 0n ? [] : [{ ...line, amount: rest, gel: 0n }])];
}

/** The smallest unit of a currency. */
function oneOf(minorUnits: number): Amount {
  return 10n ** BigInt(4 - minorUnits);
}

function toEntry({ account, currency, minorUnits, amount, gel }: Line, index: number): Entry {
  const isDebit = amount > 0n;
  const [text, zero] = [formatAmount(isDebit ? amount : -amount, minorUnits), formatAmount(0n, minorUnits)];
  const gelText = formatAmount(gel > 0n ? gel : -gel);
  return {
    line: index + 1,
    accountId: account.id,
    accountCode: account.code,
    currency,
    exchangeRate: currency === FUNCTIONAL_CURRENCY ? '1' : formatRate(quotient(gel, amount)),
    debit: isDebit ? text : zero,
    credit: isDebit ? zero : text,
    debitGel: isDebit ? gelText : '0.00',
    creditGel: isDebit ? '0.00' : gelText,
  };
}

/** Lari for one unit as the line carries them, half up to the last decimal of rates. */
function quotient(gel: Amount, amount: Amount): bigint {
  const [above, below] = [(gel < 0n ? -gel : gel) * RATE_ONE, amount < 0n ? -amount : amount];
  return (2n * above + below) / (2n * below);
}
