import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import type { Item } from '../items/item.ts';

/** Goods of one making, that expire on one day. */
export interface LotDetails {
  readonly itemId: string;
  readonly number: string;
  readonly expiresOn: CalendarDate | null;
}

export interface LotEvent {
  readonly type: 'LotAdded' | 'LotChanged';
  readonly data: LotDetails;
}

export interface Lot {
  readonly version: number;
  /** Null as long as there is none. */
  readonly details: LotDetails | null;
}

export const initialLot: Lot = { version: 0, details: null };

export function evolveLot(state: Lot, event: LotEvent): Lot {
  return { version: state.version + 1, details: event.data };
}

export type LotCommand =
  | {
      readonly type: 'AddLot';
      readonly id: string;
      readonly itemId: string;
      readonly number: string;
      readonly expiresOn: string | null;
    }
  | { readonly type: 'ChangeLot'; readonly id: string; readonly expiresOn: string | null };

/** The number of a lot stays; the day may have been misread. Pure. @throws DomainError NOT_FOUND, BAD_USER_INPUT */
export function decideLot(
  command: LotCommand,
  { version, details }: Lot,
  item: Item,
): Decision<{ lotId: string }> {
  const { id } = command;
  const result = { lotId: id };
  if (command.type === 'AddLot') {
    if (item.details === null) throw notFound('itemId', command.itemId);
    if (!item.details.hasLots) throw badInput('itemId', command.itemId, 'the item is not kept by lots');
    const data = {
      itemId: command.itemId,
      number: parseText(command.number, 'number', 64).trim(),
      expiresOn: expiryOf(command.expiresOn, item),
    };
    return {
      events: [{ aggregateType: 'Lot', aggregateId: id, version: 1, type: 'LotAdded', data }],
      result,
    };
  }
  if (details === null) throw notFound('id', id);
  const data = { ...details, expiresOn: expiryOf(command.expiresOn, item) };
  if (data.expiresOn === details.expiresOn) return { events: [], result };
  return {
    events: [{ aggregateType: 'Lot', aggregateId: id, version: version + 1, type: 'LotChanged', data }],
    result,
  };
}

function expiryOf(given: string | null, { details }: Item): CalendarDate | null {
  if (given === null) {
    if (details?.hasExpiry === true) throw badInput('expiresOn', null, 'lots of this item expire: say when');
    return null;
  }
  if (details?.hasExpiry === false) throw badInput('expiresOn', given, 'lots of this item do not expire');
  return parseDate(given, 'expiresOn');
}

/** A guard of the database against races, as the rule would have refused. */
export const lotNumberTaken = (): DomainError =>
  new DomainError('CONFLICT', 'number: the item has a lot with this number', { field: 'number' });
