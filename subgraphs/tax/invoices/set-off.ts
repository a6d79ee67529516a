import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import {
  AMOUNT_DECIMALS,
  formatAmount,
  GEL_MINOR_UNITS,
  parseAmount,
  parseDatabaseAmount,
  TETRI,
  type Amount,
} from '#shared/domain/money.ts';
import { dueOf, dueOfAll, formatIn } from './currency.ts';
import {
  sumOfUses,
  type Direction,
  type DocumentCurrency,
  type ExistingInvoice,
  type Invoice,
  type InvoiceLine,
  type SetOff,
  type Use,
} from './invoice.ts';

export interface AdvanceDraft {
  readonly invoiceId: string;
  /** With VAT, in the currency of the documents. */
  readonly amount: string;
}

/** The delivery that sets advances off. */
export interface Delivery {
  readonly id: string;
  readonly direction: Direction;
  readonly counterpartyId: string | null;
  readonly date: string;
  readonly currency?: Omit<DocumentCurrency, 'total'> | undefined;
  readonly lines: readonly InvoiceLine[];
}

/** Advances that the law takes as made: those that we issued, and those of suppliers that we confirmed. */
const STANDING: Readonly<Record<Direction, readonly Invoice['status'][]>> = {
  ISSUED: ['ISSUED', 'CONFIRMED', 'REFUSED', 'CORRECTED'],
  RECEIVED: ['CONFIRMED', 'CORRECTED'],
};

/**
 * What a delivery sets off of advances: VAT of the delivery less VAT of the advances is what is due (Tax Code, article
 * 163(2)). What was set off by this delivery before does not count as used. Pure.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION.
 */
export function setOffAdvances(
  drafts: readonly AdvanceDraft[],
  delivery: Delivery,
  advances: ReadonlyMap<string, Invoice>,
): SetOff[] {
  let left = delivery.lines
    .filter(({ treatment, isPaid }) => treatment === 'STANDARD' && isPaid)
    .reduce((sum, line) => sum + dueOf(line), 0n);
  const { currency } = delivery;
  const seen = new Set<string>();
  return drafts.map(({ invoiceId, amount: given }, index) => {
    const at = (field: string): string => `advances[${String(index)}].${field}`;
    if (seen.has(invoiceId)) throw badInput(at('invoiceId'), invoiceId, 'is named twice');
    seen.add(invoiceId);
    const advance = advances.get(invoiceId);
    if (advance === undefined || advance.status === 'NEW') throw notFound(at('invoiceId'), invoiceId);
    demandFitting(advance, delivery, at('invoiceId'), invoiceId);
    const amount = parseAmount(given, currency?.minorUnits ?? GEL_MINOR_UNITS, at('amount'));
    if (amount <= 0n) throw badInput(at('amount'), given, 'must be more than zero');
    const usedByOthers = sumOfUses(
      Object.entries(advance.used).flatMap(([by, use]) => (by === delivery.id ? [] : [use])),
    );
    const free = dueOfAll(advance.truth.lines) - dueOf(usedByOthers);
    if (amount > free)
      throw badInput(at('amount'), given, `only ${formatIn(free, currency)} of the advance is left`);
    if (amount > left)
      throw badInput(
        at('amount'),
        given,
        `is more than the ${formatIn(left, currency)} that the delivery leaves`,
      );
    left -= amount;
    return setOff(invoiceId, advance, amount, usedByOthers);
  });
}

function demandFitting(
  { status, content, truth }: ExistingInvoice,
  delivery: Delivery,
  field: string,
  invoiceId: string,
): void {
  if (content.kind !== 'ADVANCE' || content.direction !== delivery.direction || truth.lines.length === 0)
    throw badInput(field, invoiceId, 'is no advance that could be set off here');
  if (content.counterpartyId !== delivery.counterpartyId)
    throw badInput(field, invoiceId, 'is an advance of another counterparty');
  if (content.currency?.code !== delivery.currency?.code)
    throw badInput(field, invoiceId, `is an advance in ${content.currency?.code ?? 'GEL'}`);
  if (!STANDING[delivery.direction].includes(status))
    throw new DomainError('INVALID_TRANSITION', `${field}: the advance is ${status}`, {
      field,
      value: invoiceId,
    });
  if (content.operationDate > delivery.date)
    throw badInput(field, invoiceId, `the advance was paid on ${content.operationDate}, after the delivery`);
}

/** Parts in proportion to what is used in all, so that the last part takes exactly what is left of the VAT. */
function setOff(invoiceId: string, { content, truth }: ExistingInvoice, amount: Amount, used: Use): SetOff {
  const { lines } = truth;
  const [first] = lines;
  if (first === undefined) throw new Error('an advance without lines is set off');
  const whole = dueOfAll(lines);
  const usedInAll = dueOf(used) + amount;
  const part = (of: 'gross' | 'vat' | 'creditableBase' | 'creditableVat'): Amount =>
    proportion(
      lines.reduce((sum, line) => sum + parseDatabaseAmount(line[of]), 0n),
      usedInAll,
      whole,
    ) - parseDatabaseAmount(used[of]);
  const [gross, vat] = [part('gross'), part('vat')];
  const { currency } = content;
  return {
    invoiceId,
    gross: formatAmount(gross),
    base: formatAmount(gross - vat),
    vat: formatAmount(vat),
    creditableBase: formatAmount(part('creditableBase')),
    creditableVat: formatAmount(part('creditableVat')),
    boxes: first.boxes,
    ...(currency === undefined ? {} : { currencyGross: formatIn(amount, currency), rate: currency.rate }),
  };
}

/** `amount × part ÷ whole`, to the tetri, half up. */
function proportion(amount: Amount, part: Amount, whole: Amount): Amount {
  const unit = whole * TETRI;
  return ((2n * amount * part + unit) / (2n * unit)) * TETRI;
}

export function negated({ currencyGross, ...use }: Use): Use {
  const minus = (text: string): string => formatAmount(-parseDatabaseAmount(text));
  return {
    gross: minus(use.gross),
    vat: minus(use.vat),
    creditableBase: minus(use.creditableBase),
    creditableVat: minus(use.creditableVat),
    ...(currencyGross === undefined
      ? {}
      : { currencyGross: formatAmount(-parseDatabaseAmount(currencyGross), AMOUNT_DECIMALS) }),
  };
}
