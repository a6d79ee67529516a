import type { Database } from '#db/client.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { findItems } from '../items/queries.ts';
import { findLots } from '../lots/queries.ts';
import type { Around } from '../movements/around.ts';
import { movementOrders } from '../movements/commands.ts';
import { readContent } from '../movements/content.ts';
import { namedBy, type LineDraft, type MovementDraft, type Named } from '../movements/draft.ts';
import { demandMovable } from '../movements/movable.ts';
import { listUnits, type UnitRow } from '../units/queries.ts';
import { findWarehouses } from '../warehouses/queries.ts';
import type { InventoryWriter } from '../writer.ts';
import { STOCK_COLUMNS, type StockColumn } from './columns.ts';
import type { ImportInput, ImportOutcome } from './import-items.ts';
import { reasonOf } from './items.ts';
import { readNames, type Names } from './names.ts';
import { readTable, type RowError, type Table, type TableRow } from './table.ts';
import { unitOf } from './words.ts';

/** Lines that one movement may have. */
const MOST_LINES = 1_000;

export interface OpeningStockInput extends ImportInput {
  readonly date: string;
  readonly warehouseId?: string | null | undefined;
  readonly reference?: string | null | undefined;
}

export interface OpeningStockOutcome extends ImportOutcome {
  /** The receipt of it all; null when nothing was written. */
  readonly movementId: string | null;
}

/** Which column of a file fills which field of a line. */
const COLUMN_OF: Readonly<Record<string, StockColumn>> = {
  itemId: 'item',
  warehouseId: 'warehouse',
  quantity: 'quantity',
  unit: 'unit',
  amount: 'amount',
  unitCost: 'unitCost',
  lotId: 'lot',
  serials: 'serials',
};

/**
 * Receives what a file says there is, against the account of opening balances: all of it by one movement, or nothing
 * when a row is wrong. With `dryRun` only says what would be wrong.
 * @throws DomainError BAD_USER_INPUT for a file that cannot be read or a wrong date, PERIOD_CLOSED, NOT_FOUND, CONFLICT,
 *   IDEMPOTENCY_KEY_REUSED.
 */
export async function importOpeningStock(
  writer: InventoryWriter,
  actor: Actor,
  { format, content, dryRun, idempotencyKey, date, warehouseId, reference }: OpeningStockInput,
): Promise<OpeningStockOutcome> {
  const { companyId } = actor;
  const table = readTable<StockColumn>(format, content, STOCK_COLUMNS);
  const rows = table.rows.length;
  if (rows > MOST_LINES)
    throw badInput('content', rows, `more than ${String(MOST_LINES)} rows; hand them over in parts`);
  const refused = (errors: readonly RowError[]): OpeningStockOutcome => ({
    rows,
    imported: 0,
    errors,
    movementId: null,
  });
  if (table.errors.length > 0) return refused(table.errors);

  const units = await listUnits(writer.database);
  const names = await readNames(writer.database, companyId, table.rows);
  const { lines, errors } = linesOf(table, names, units);
  const draft: MovementDraft = {
    kind: 'RECEIPT',
    counterAccount: 'OPENING_BALANCE',
    date,
    warehouseId,
    reference,
    lines: lines.map(({ line }) => line),
  };
  const id = newId();
  const around = await aroundOf(writer.database, companyId, namedBy(draft), units);
  const wrong = lines.flatMap(({ row, line }) =>
    refusalOf(table, row, () => {
      demandLine(companyId, id, { ...draft, lines: [line] }, around);
    }),
  );
  const all = [...errors, ...wrong].sort((a, b) => a.row - b.row);
  if (all.length > 0 || dryRun === true) return refused(all);

  try {
    const { movementId } = await movementOrders(writer, actor).record({ ...draft, idempotencyKey });
    return { rows, imported: rows, errors: [], movementId };
  } catch (error) {
    // What lines are to each other, and what came in between, is known only by the movement as a whole.
    const index = /^lines\[(\d+)\]/.exec(fieldOf(error))?.[1];
    const row = index === undefined ? undefined : lines[Number(index)]?.row;
    if (row === undefined) throw error;
    return refused([rowError(table, row, error)]);
  }
}

function demandLine(companyId: string, id: string, draft: MovementDraft, around: Around): void {
  demandMovable(readContent(companyId, id, draft, around), around, { checksMonth: false });
}

/** What the rows name, as it is: enough to say of each by itself what is wrong. The movement looks at all of it again. */
async function aroundOf(
  database: Database,
  companyId: string,
  { itemIds, warehouseIds, lotIds }: Named,
  units: readonly UnitRow[],
): Promise<Around> {
  const decimals = new Map(units.map(({ code, decimals: places }) => [code, places]));
  const items = await findItems(database, companyId, itemIds);
  const warehouses = await findWarehouses(database, companyId, warehouseIds.filter(isUuid));
  const lots = await findLots(database, companyId, lotIds);
  return {
    items: new Map(
      items.map((item) => [
        item.id,
        {
          ...item,
          method: item.costingMethod,
          decimals: decimals.get(item.unit) ?? 0,
          conversions: Object.fromEntries(item.conversions.map(({ unit, quantity }) => [unit, quantity])),
        },
      ]),
    ),
    warehouses: new Map(warehouses.map((warehouse) => [warehouse.id, { ...warehouse, frozen: null }])),
    lots: new Map(lots.map((lot) => [lot.id, lot])),
    bins: new Map(),
    lines: new Map(),
    there: new Set(),
    ways: [],
    hasCounterparty: false,
    hasTaxInvoice: false,
    openMonths: new Set(),
  };
}

/** Lines that rows describe, as far as what they name is there. */
function linesOf(
  table: Table<StockColumn>,
  names: Names,
  units: readonly UnitRow[],
): { lines: { row: TableRow<StockColumn>; line: LineDraft }[]; errors: RowError[] } {
  const errors: RowError[] = [];
  const lines = table.rows.flatMap((row) => {
    try {
      return [{ row, line: lineOf(row, names, units) }];
    } catch (error) {
      errors.push(rowError(table, row, error));
      return [];
    }
  });
  return { lines, errors };
}

function lineOf({ cells }: TableRow<StockColumn>, names: Names, units: readonly UnitRow[]): LineDraft {
  const { item, warehouse, quantity, unit, amount, unitCost, lot, serials } = cells;
  if (item === undefined) throw badInput('itemId', '', 'is empty');
  if (quantity === undefined) throw badInput('quantity', '', 'is empty');
  const itemId = names.items.get(item);
  if (itemId === undefined) throw badInput('itemId', item, 'no item of the company has this code');
  const warehouseId = warehouse === undefined ? undefined : names.warehouses.get(warehouse);
  if (warehouse !== undefined && warehouseId === undefined)
    throw badInput('warehouseId', warehouse, 'no warehouse of the company has this code');
  const lotId = lot === undefined ? undefined : names.lots.get(`${itemId} ${lot}`);
  if (lot !== undefined && lotId === undefined) throw badInput('lotId', lot, 'the item has no such lot');
  return {
    itemId,
    warehouseId,
    quantity,
    unit: unit === undefined ? undefined : unitOf(unit, units, 'unit'),
    amount,
    unitCost,
    lotId,
    serials: serials?.split(/[\s,;]+/).filter((serial) => serial !== ''),
  };
}

/** What the rules say against a row; what they say against the movement as a whole is thrown. */
function refusalOf(table: Table<StockColumn>, row: TableRow<StockColumn>, demand: () => void): RowError[] {
  try {
    demand();
    return [];
  } catch (error) {
    if (!fieldOf(error).startsWith('lines[') && fieldOf(error) !== 'warehouseId') throw error;
    return [rowError(table, row, error)];
  }
}

function rowError(
  table: Table<StockColumn>,
  { row, cells }: TableRow<StockColumn>,
  error: unknown,
): RowError {
  if (!(error instanceof DomainError)) throw error;
  const name = /(?:^|\.)([A-Za-z]+)(?:\[\d+\])?$/.exec(error.details.field ?? '')?.[1] ?? '';
  const column = COLUMN_OF[name];
  return {
    row,
    column: column === undefined ? null : table.titleOf(column),
    value: (column === undefined ? undefined : cells[column]) ?? null,
    reason: reasonOf(error),
  };
}

function fieldOf(error: unknown): string {
  return error instanceof DomainError ? (error.details.field ?? '') : '';
}
