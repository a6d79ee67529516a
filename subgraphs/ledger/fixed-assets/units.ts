import { badInput } from '#shared/domain/errors.ts';
import { parseScaled } from '#shared/domain/money.ts';

const DECIMALS = 6;
const SCALE = 10n ** BigInt(DECIMALS);

/**
 * Reads units of production (hours, kilometres, pieces) as millionths of a unit.
 * @throws DomainError BAD_USER_INPUT naming `field`, also below `least`.
 */
export function parseUnits(text: unknown, field: string, least: 'ZERO' | 'ABOVE_ZERO'): bigint {
  const units = parseScaled(text, DECIMALS, field);
  if (units < 0n || (least === 'ABOVE_ZERO' && units === 0n))
    throw badInput(field, text, least === 'ZERO' ? 'must not be below zero' : 'must be above zero');
  return units;
}

/** Units that `formatUnits` wrote. */
export function unitsFromText(text: string): bigint {
  return parseScaled(text, DECIMALS, 'units');
}

/** Without zeros at the end. */
export function formatUnits(units: bigint): string {
  const sign = units < 0n ? '-' : '';
  const magnitude = units < 0n ? -units : units;
  const fraction = (magnitude % SCALE).toString().padStart(DECIMALS, '0').replace(/0+$/, '');
  const whole = (magnitude / SCALE).toString();
  return sign + (fraction === '' ? whole : `${whole}.${fraction}`);
}
