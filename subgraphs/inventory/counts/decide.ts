import { parseDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { parseOptionalText } from '#shared/domain/text.ts';
import type { ItemAround, LotAround } from '../movements/around.ts';
import {
  keyOf,
  type Count,
  type CountEvent,
  type Entry,
  type ExistingCount,
  type Expected,
} from './count.ts';
import { MOST_ENTERED, readEntries, type CountedDraft } from './entries.ts';
import { overlapping } from './guards.ts';

type Maybe<T> = T | null | undefined;

export interface CountResult {
  readonly countId: string;
}

export interface CountDraft {
  readonly warehouseId: string;
  readonly date: string;
  readonly itemIds?: Maybe<readonly string[]>;
  readonly note?: Maybe<string>;
}

/** What the opening of a count rests on, at one moment of the log. */
export interface AroundOpening {
  readonly warehouse: { readonly isActive: boolean } | null;
  /** Of those that are named. */
  readonly items: ReadonlyMap<string, Pick<ItemAround, 'kind' | 'hasLots' | 'hasSerials'>>;
  readonly expected: readonly Expected[];
  readonly asOfSeq: number;
  /** The last day on which goods moved there, when that is behind the day of the count. */
  readonly movedOn: string | null;
  /** An open count of some of the same. */
  readonly openCountId: string | null;
}

const MOST_ITEMS = 1_000;
/** Items, lots and serial numbers that one count may have. */
export const MOST_PLACES = 10_000;
const LONGEST_TEXT = 500;

/** @throws DomainError NOT_FOUND, BAD_USER_INPUT, CONFLICT when something of it is being counted already. Pure. */
export function decideOpening(id: string, draft: CountDraft, around: AroundOpening): Decision<CountResult> {
  const { warehouseId } = draft;
  const date = parseDate(draft.date, 'date');
  if (around.warehouse === null) throw notFound('warehouseId', warehouseId);
  if (!around.warehouse.isActive) throw badInput('warehouseId', warehouseId, 'the warehouse is deactivated');
  const itemIds = draft.itemIds ?? null;
  if (itemIds !== null) demandItems(itemIds, around);
  if (around.openCountId !== null) throw overlapping(around.openCountId, warehouseId);
  if (around.movedOn !== null)
    throw badInput('date', date, `goods moved on ${around.movedOn}; what is counted is what there is now`);
  const expected = [...around.expected, ...nothingOf(itemIds ?? [], around)];
  if (expected.length > MOST_PLACES)
    throw badInput(
      'itemIds',
      expected.length,
      `more than ${String(MOST_PLACES)} things to count; name items, and count in parts`,
    );
  const note = parseOptionalText(draft.note, 'note', LONGEST_TEXT);
  const { asOfSeq } = around;
  return told(id, 1, {
    type: 'StockCountOpened',
    data: { warehouseId, date, itemIds, note, asOfSeq, expected },
  });
}

function demandItems(itemIds: readonly string[], { items }: AroundOpening): void {
  if (itemIds.length < 1 || itemIds.length > MOST_ITEMS)
    throw badInput('itemIds', itemIds.length, `name 1–${String(MOST_ITEMS)} items, or none to count all`);
  itemIds.forEach((itemId, index) => {
    const field = `itemIds[${String(index)}]`;
    const item = items.get(itemId);
    if (item === undefined) throw notFound(field, itemId);
    if (item.kind === 'SERVICE') throw badInput(field, itemId, 'a service is in no warehouse');
    if (itemIds.indexOf(itemId) !== index) throw badInput(field, itemId, 'named twice');
  });
}

/** What is named and is not there stands in the sheet, too. Of lots and serial numbers nobody can say which. */
function nothingOf(itemIds: readonly string[], { items, expected }: AroundOpening): Expected[] {
  const there = new Set(expected.map(({ itemId }) => itemId));
  return itemIds
    .filter((itemId) => {
      const item = items.get(itemId);
      return !there.has(itemId) && item?.hasLots === false && !item.hasSerials;
    })
    .map((itemId) => ({ itemId, lotId: null, serial: null, quantity: '0.000000' }));
}

/** What is entered rests on. */
export interface AroundEntries {
  readonly items: ReadonlyMap<string, ItemAround>;
  readonly lots: ReadonlyMap<string, LotAround>;
}

/**
 * Writes down what somebody found: more of what was found before, or, where it `replaces`, instead of it. Pure.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT
 */
export function decideEntries(
  id: string,
  given: { readonly lines: readonly CountedDraft[]; readonly replaces: boolean },
  state: Count,
  around: AroundEntries,
  mostLines = MOST_ENTERED,
): Decision<CountResult> {
  const count = demandOpen(id, state);
  const entries = readEntries(given.lines, count.itemIds, around, mostLines);
  demandOnce(entries, given.replaces, count);
  const places = new Set([...Object.keys(count.lines), ...entries.map(keyOf)]);
  if (places.size > MOST_PLACES)
    throw badInput('lines', places.size, `a count has at most ${String(MOST_PLACES)} things`);
  return told(id, count.version + 1, {
    type: 'StockCountEntered',
    data: { entries, replaces: given.replaces },
  });
}

/** A thing with a serial number is seen once; who looked again says so. */
function demandOnce(entries: readonly Entry[], replaces: boolean, { lines }: ExistingCount): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    if (entry.serial === null) continue;
    const key = keyOf(entry);
    const isCounted = (lines[key]?.counted ?? null) !== null;
    if (seen.has(key) || (isCounted && !replaces))
      throw badInput('lines', entry.serial, 'the serial number is counted already');
    seen.add(key);
  }
}

/** @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT. Pure. */
export function decideCancellation(id: string, reason: Maybe<string>, state: Count): Decision<CountResult> {
  const { version } = demandOpen(id, state);
  const data = { reason: parseOptionalText(reason, 'reason', LONGEST_TEXT) };
  return told(id, version + 1, { type: 'StockCountCancelled', data });
}

/** @throws DomainError NOT_FOUND, INVALID_TRANSITION */
export function demandOpen(id: string, state: Count): ExistingCount {
  if (state.status === 'NONE') throw notFound('id', id);
  if (state.status !== 'OPEN')
    throw new DomainError('INVALID_TRANSITION', `the count is ${state.status}, not OPEN`, {
      field: 'id',
      value: id,
      status: state.status,
    });
  return state;
}

/** An event of a count. It is numbered when it is opened. */
export function eventOf(id: string, version: number, event: CountEvent): NewEvent {
  return {
    aggregateType: 'StockCount',
    aggregateId: id,
    version,
    type: event.type,
    data: event.data,
    ...(event.type === 'StockCountOpened' ? { series: `IC-${event.data.date.slice(0, 4)}` } : {}),
  };
}

function told(id: string, version: number, event: CountEvent): Decision<CountResult> {
  return { events: [eventOf(id, version, event)], result: { countId: id } };
}
