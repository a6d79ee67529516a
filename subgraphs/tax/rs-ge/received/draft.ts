import type { ReceivedDraft } from '../../invoices/decide.ts';
import type { LineTreatment, RsGeLine } from '../authority.ts';
import type { ReceivedRow } from './store.ts';

/** Code of the unit that is told in words. */
const OTHER_UNIT = 99;
const PRICE_DECIMALS = 6;

/** Names of units, by RS.ge's numbers. */
export interface Units {
  /** Those that our documents know. */
  readonly ours: ReadonlySet<number>;
  /** Those that RS.ge lists now. */
  readonly theirs: ReadonlyMap<number, string>;
}

/**
 * The document that RS.ge holds, as somebody would enter it who has it before them: with RS.ge's amounts, VAT and number,
 * and not agreed to. Pure.
 */
export function draftOf(
  row: ReceivedRow,
  lines: readonly RsGeLine[],
  counterpartyId: string,
  units: Units,
): ReceivedDraft {
  return {
    kind: row.isAdvance ? 'ADVANCE' : 'SUPPLY',
    counterpartyId,
    registration: { series: row.series, number: row.number ?? '' },
    operationDate: row.operationDate,
    priceMode: 'INCLUSIVE',
    lines: lines.map((line) => ({
      name: line.name,
      ...measured(line, units),
      treatment: TREATMENTS[line.treatment],
      vat: line.vat,
    })),
    ...(row.isAdvance ? { payment: { amount: row.amount, reference: null } } : {}),
    isConfirmed: false,
  };
}

const TREATMENTS = {
  STANDARD: 'STANDARD',
  ZERO: 'EXEMPT_WITH_CREDIT',
  EXEMPT: 'EXEMPT_WITHOUT_CREDIT',
} as const satisfies Record<LineTreatment, string>;

interface Measured {
  readonly unit: number;
  readonly unitText: string | null;
  readonly quantity: string;
  readonly unitPrice: string;
}

/** Quantity and price whose product is the amount: RS.ge holds the amount, and the price may have no end. */
function measured({ unitId, unitText, quantity, amount }: RsGeLine, { ours, theirs }: Units): Measured {
  const words = unitText ?? theirs.get(unitId) ?? String(unitId);
  const price = (Number(amount) / Number(quantity)).toFixed(PRICE_DECIMALS);
  if ((Number(price) * Number(quantity)).toFixed(2) === amount) {
    return unitId !== OTHER_UNIT && ours.has(unitId)
      ? { unit: unitId, unitText: null, quantity, unitPrice: price }
      : { unit: OTHER_UNIT, unitText: words, quantity, unitPrice: price };
  }
  // No price of six decimals makes this amount: all of it is one thing.
  return { unit: OTHER_UNIT, unitText: `${quantity} ${words}`, quantity: '1', unitPrice: amount };
}
