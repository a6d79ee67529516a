import type { CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import {
  AMOUNT_LIMIT,
  formatAmount,
  parseDatabaseAmount,
  parseScaled,
  type Amount,
} from '#shared/domain/money.ts';
import type { ExciseLaw } from '../excise/law.ts';
import type { Direction, ExciseItem, InvoiceKind, LineExcise, Truth } from './invoice.ts';
import { amountOf, PRICE_DECIMALS } from './rounding.ts';

/** Excise on what a line supplies, as it is given. */
export interface ExciseDraft {
  readonly group: string;
  readonly quantity: string;
  readonly rate?: string | null | undefined;
}

interface Setting {
  readonly direction: Direction;
  readonly kind: InvoiceKind;
  readonly date: CalendarDate;
  readonly excise: ExciseLaw;
}

/**
 * Excise of a line: so many units of a group at the rate of the day, to the tetri, half up. It lies within the price, and
 * VAT is charged on it, too. Pure.
 * @throws DomainError BAD_USER_INPUT.
 */
export function reckonExcise(
  draft: ExciseDraft | null | undefined,
  base: Amount,
  { direction, kind, date, excise }: Setting,
  at: (field: string) => string,
): LineExcise | null {
  if (draft === null || draft === undefined) return null;
  const { group } = draft;
  if (direction !== 'ISSUED' || kind !== 'SUPPLY')
    throw badInput(at('excise'), group, 'belongs to goods that we supply');
  if (!excise.hasGroup(group)) throw badInput(at('excise.group'), group, 'no such group of excisable goods');
  const quantity = parseScaled(draft.quantity, PRICE_DECIMALS, at('excise.quantity'));
  if (quantity <= 0n) throw badInput(at('excise.quantity'), draft.quantity, 'must be more than zero');
  const text = draft.rate ?? excise.rateOn(group, date);
  if (text === null)
    throw badInput(at('excise.rate'), null, `no rate of ${group} is known for ${date}: give it, or set it`);
  const rate = parseScaled(text, PRICE_DECIMALS, at('excise.rate'));
  if (rate < 0n) throw badInput(at('excise.rate'), text, 'must not be negative');
  const amount = amountOf(quantity, rate);
  if (amount >= AMOUNT_LIMIT) throw badInput(at('excise.rate'), text, 'makes too large an amount');
  if (amount > base && base > 0n)
    throw badInput(
      at('excise'),
      formatAmount(amount),
      `is more than the ${formatAmount(base)} that the line comes to without VAT`,
    );
  return { group, quantity: draft.quantity, rate: text, amount: formatAmount(amount) };
}

/** What a truth adds to the excise of a month besides what an earlier truth added already. Pure. */
export function exciseItems(
  counterpartyId: string | null,
  before: Truth | null,
  after: Truth,
  date: CalendarDate,
): ExciseItem[] {
  const sums = new Map<
    string,
    { line: number; group: string; rate: string; quantity: bigint; excise: Amount }
  >();
  const add = ({ lines }: Truth, sign: bigint): void => {
    for (const { line, excise } of lines) {
      if (excise === undefined) continue;
      const { group, rate } = excise;
      // The same rate may be written with more zeros.
      const key = JSON.stringify([line, group, parseScaled(rate, PRICE_DECIMALS, 'rate').toString()]);
      const known = sums.get(key) ?? { line, group, rate, quantity: 0n, excise: 0n };
      known.quantity += sign * parseScaled(excise.quantity, PRICE_DECIMALS, 'quantity');
      known.excise += sign * parseDatabaseAmount(excise.amount);
      sums.set(key, known);
    }
  };
  add(after, 1n);
  if (before !== null) add(before, -1n);
  return Array.from(sums.values())
    .filter(({ quantity, excise }) => quantity !== 0n || excise !== 0n)
    .map(({ quantity, excise, ...item }) => ({
      ...item,
      date,
      counterpartyId,
      quantity: formatQuantity(quantity),
      excise: formatAmount(excise),
    }));
}

function formatQuantity(scaled: bigint): string {
  const magnitude = scaled < 0n ? -scaled : scaled;
  const digits = magnitude.toString().padStart(PRICE_DECIMALS + 1, '0');
  const fraction = digits.slice(-PRICE_DECIMALS).replace(/0+$/, '');
  const whole = `${scaled < 0n ? '-' : ''}${digits.slice(0, -PRICE_DECIMALS)}`;
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
