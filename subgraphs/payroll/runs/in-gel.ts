import type { PayBasis } from '../employments/pay-basis.ts';
import { payInGel, type Rates } from '../pay/exchange.ts';

/**
 * What a month's pay rests on with every agreed pay in GEL, by the rates of a run; `missing` are the currencies that it has
 * no rate for, whose pay comes to nothing and bars the approval. Pure.
 */
export function basisInGel(
  basis: PayBasis,
  rates: Rates,
): { readonly basis: PayBasis; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const employments = basis.employments.map((employment) => ({
    ...employment,
    segments: employment.segments.map((segment) => {
      const { pay } = segment.terms;
      if (pay.currency === undefined) return segment;
      const converted = payInGel(pay, rates);
      if (converted === null) missing.add(pay.currency);
      const { currency: _currency, ...without } = pay;
      const inGel = converted?.pay ?? { ...without, amount: '0.00' };
      return {
        ...segment,
        terms: { ...segment.terms, pay: inGel },
        ...(converted?.exchange && { exchange: converted.exchange }),
      };
    }),
  }));
  return { basis: { ...basis, employments }, missing: [...missing] };
}
