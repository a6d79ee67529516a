import { DomainError } from '#shared/domain/errors.ts';
import { microOf } from '../costing/scaled.ts';
import type { LineDraft } from '../movements/draft.ts';
import { formatQuantity } from '../units/quantity.ts';
import type { CountLine, ExistingCount, Uncounted } from './count.ts';

/**
 * The lines of the movement that brings the books to what was found: what is more comes in, what is less goes out, things
 * with serial numbers together by item and lot. None where everything is as it should be. Pure.
 *
 * @throws DomainError INVALID_TRANSITION when nobody has counted anything and what is uncounted is to stay
 */
export function differencesOf({ lines }: ExistingCount, uncounted: Uncounted): LineDraft[] {
  const all = Object.values(lines);
  if (uncounted === 'NO_DIFFERENCE' && all.every(({ counted }) => counted === null))
    throw new DomainError('INVALID_TRANSITION', 'uncounted: nothing has been counted', {
      field: 'uncounted',
      value: uncounted,
    });
  const found = new Map<string, { line: CountLine; difference: bigint; serials: string[] }>();
  for (const line of all.sort(byPlace)) {
    const counted = line.counted ?? (uncounted === 'MISSING' ? '0' : line.expected);
    const difference = microOf(counted) - microOf(line.expected);
    if (difference === 0n) continue;
    const key = JSON.stringify([line.itemId, line.lotId, difference > 0n]);
    const group = found.get(key) ?? { line, difference: 0n, serials: [] };
    group.difference += difference;
    if (line.serial !== null) group.serials.push(line.serial);
    found.set(key, group);
  }
  return [...found.values()].map(({ line: { itemId, lotId }, difference, serials }) => ({
    itemId,
    lotId,
    serials: serials.length === 0 ? null : serials,
    direction: difference > 0n ? 'IN' : 'OUT',
    quantity: formatQuantity(difference < 0n ? -difference : difference),
  }));
}

/** By what is counted, so that the same differences always make the same movement. */
function byPlace(a: CountLine, b: CountLine): number {
  const [left, right] = [a, b].map(({ itemId, lotId, serial }) => `${itemId} ${lotId ?? ''} ${serial ?? ''}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
