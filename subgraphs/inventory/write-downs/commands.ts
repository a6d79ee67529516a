import type { Actor } from '#shared/domain/actor.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import { isUuid, newId, namedId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { InventoryWriter } from '../writer.ts';
import { decideWriteDown, evolveWriteDowns, initialWriteDowns, type StockWorth } from './decide.ts';
import { findWorth } from './queries.ts';

const kind = { initial: initialWriteDowns, evolve: evolveWriteDowns, stateVersion: 1 };
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Writes an item down or up; answers the id. @throws DomainError NOT_FOUND, BAD_USER_INPUT, PERIOD_CLOSED. */
export async function writeDownStock(
  writer: InventoryWriter,
  actor: Actor,
  input: {
    readonly itemId: string;
    readonly unitValue: string;
    readonly bookingDate: string;
    readonly reason: string;
    readonly idempotencyKey?: string | null | undefined;
  },
): Promise<string> {
  const { companyId } = actor;
  const { itemId, unitValue, bookingDate, reason } = input;
  if (!isUuid(itemId)) throw notFound('itemId', itemId);
  if (!DAY.test(bookingDate) || Number.isNaN(Date.parse(bookingDate)))
    throw badInput('bookingDate', bookingDate, 'not a date such as 2026-11-22');
  const aggregateId = namedId('inventory', companyId, `write-downs:${itemId}`);
  const id = newId();
  let state = initialWriteDowns;
  let worth: StockWorth | null = null;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation: 'writeDownStock',
    ...keyed(input),
    aggregates: [aggregateId],
    prepare: async () => {
      // The version is read first: whoever writes down meanwhile has it taken.
      state = await writer.load(companyId, aggregateId, kind);
      worth = await findWorth(writer.database, companyId, itemId, bookingDate);
    },
    decide: ({ postingAccounts }) => {
      if (worth === null) throw notFound('itemId', itemId);
      const draft = { aggregateId, id, unitValue, bookingDate, reason };
      return decideWriteDown(companyId, draft, state, worth, postingAccounts);
    },
  });
  return result.writeDownId;
}
