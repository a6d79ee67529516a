import { badInput, notFound } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import { microOf, microText } from '../costing/scaled.ts';
import type { ItemAround } from '../movements/around.ts';
import {
  convertQuantity,
  formatQuantity,
  MICRO,
  parseQuantity,
  QUANTITY_DECIMALS,
} from '../units/quantity.ts';
import type { Entry } from './count.ts';
import type { AroundEntries } from './decide.ts';

type Maybe<T> = T | null | undefined;

/** Lines that somebody may enter at once. */
export const MOST_ENTERED = 1_000;

/** What somebody found, as it is given. */
export interface CountedDraft {
  readonly itemId: string;
  readonly quantity: string;
  readonly unit?: Maybe<string>;
  readonly lotId?: Maybe<string>;
  readonly serials?: Maybe<readonly string[]>;
}

const MOST_SERIALS = 1_000;
const LONGEST_SERIAL = 100;

/**
 * Reads what somebody found by what it names. Each thing with a serial number is an entry of its own: found where the
 * quantity is as many as there are numbers, looked for in vain where it is zero. Pure.
 *
 * @param itemIds the items that are counted; null for all
 * @param most lines at once
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT, naming the field and the value
 */
export function readEntries(
  lines: readonly CountedDraft[],
  itemIds: readonly string[] | null,
  around: AroundEntries,
  most = MOST_ENTERED,
): Entry[] {
  if (lines.length < 1 || lines.length > most)
    throw badInput('lines', lines.length, `1–${String(most)} lines at a time`);
  return lines.flatMap((line, index) => readLine(line, `lines[${String(index)}]`, itemIds, around));
}

function readLine(
  given: CountedDraft,
  at: string,
  itemIds: readonly string[] | null,
  { items, lots }: AroundEntries,
): Entry[] {
  const { itemId } = given;
  const item = items.get(itemId);
  if (item === undefined) throw notFound(`${at}.itemId`, itemId);
  if (item.kind === 'SERVICE') throw badInput(`${at}.itemId`, itemId, 'a service is in no warehouse');
  if (itemIds !== null && !itemIds.includes(itemId))
    throw badInput(`${at}.itemId`, itemId, 'is none of the items that are counted');
  const unit = given.unit ?? item.unit;
  const { entered, quantity } = readQuantity(given.quantity, unit, item, at);
  const lotId = lotOf(given, item, at, lots);
  const said = { itemId, lotId, unit };
  if (!item.hasSerials) {
    if (given.serials && given.serials.length > 0)
      throw badInput(`${at}.serials`, given.serials.length, 'the item has no serial numbers');
    return [{ ...said, serial: null, entered: formatQuantity(entered), quantity: microText(quantity) }];
  }
  const serials = given.serials ?? [];
  if (serials.length < 1 || serials.length > MOST_SERIALS)
    throw badInput(`${at}.serials`, serials.length, `name 1–${String(MOST_SERIALS)} serial numbers`);
  if (quantity !== 0n && BigInt(serials.length) * MICRO !== quantity)
    throw badInput(`${at}.serials`, serials.length, `each of ${given.quantity} has a serial number`);
  const each = quantity === 0n ? 0n : MICRO;
  return serials.map((serial, index) => ({
    ...said,
    unit: item.unit,
    serial: parseText(serial, `${at}.serials[${String(index)}]`, LONGEST_SERIAL),
    entered: formatQuantity(each),
    quantity: microText(each),
  }));
}

function readQuantity(
  text: string,
  unit: string,
  item: ItemAround,
  at: string,
): { entered: bigint; quantity: bigint } {
  const field = `${at}.quantity`;
  const isBase = unit === item.unit;
  const entered = parseQuantity(text, isBase ? item.decimals : QUANTITY_DECIMALS, field);
  if (entered < 0n) throw badInput(field, text, 'nobody finds less than nothing');
  if (isBase) return { entered, quantity: entered };
  const perUnit = Object.hasOwn(item.conversions, unit) ? item.conversions[unit] : undefined;
  if (perUnit === undefined)
    throw badInput(`${at}.unit`, unit, `${item.unit} is not reckoned in it: the item has no such conversion`);
  return { entered, quantity: convertQuantity(entered, microOf(perUnit), item.decimals, field) };
}

function lotOf(
  { lotId }: CountedDraft,
  item: ItemAround,
  at: string,
  lots: AroundEntries['lots'],
): string | null {
  const field = `${at}.lotId`;
  if (!lotId) {
    if (item.hasLots) throw badInput(field, lotId, 'the item is kept by lots: say which');
    return null;
  }
  const lot = lots.get(lotId);
  if (lot === undefined) throw notFound(field, lotId);
  if (lot.itemId !== item.id) throw badInput(field, lotId, 'is a lot of another item');
  return lot.id;
}
