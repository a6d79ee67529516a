import { TETRI, type Amount } from '#shared/domain/money.ts';

/** What goes along with a part of the cost of an asset, and what residual value stays with the rest. */
export interface Leaving {
  readonly accumulated: Amount;
  readonly residualLeft: Amount;
}

/**
 * Divides an asset of which a part leaves, in proportion to cost, half up to the tetri. The rest has nothing left to be depreciated
 * when the whole had nothing, and never less than nothing when it had something, whatever rounding did.
 */
export function leavingWith(
  cost: Amount,
  whole: { readonly cost: Amount; readonly accumulated: Amount; readonly residual: Amount },
): Leaving {
  const accumulated = partOf(whole.accumulated, cost, whole.cost);
  const carryingLeft = whole.cost - cost - (whole.accumulated - accumulated);
  const left = whole.cost - whole.accumulated - whole.residual;
  const share = whole.residual - partOf(whole.residual, cost, whole.cost);
  if (left === 0n) return { accumulated, residualLeft: carryingLeft };
  return { accumulated, residualLeft: left > 0n && share > carryingLeft ? carryingLeft : share };
}

/** Half up to the tetri. */
export function partOf(amount: Amount, part: bigint, whole: bigint): Amount {
  const unit = TETRI * whole;
  return ((2n * amount * part + unit) / (2n * unit)) * TETRI;
}
