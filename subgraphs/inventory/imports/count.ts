import type { Actor } from '#shared/domain/actor.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { enterAsked, lookUpCount } from '../counts/commands.ts';
import { demandOpen, type AroundEntries } from '../counts/decide.ts';
import { keyOf, type Count, type ExistingCount } from '../counts/count.ts';
import { readEntries, type CountedDraft } from '../counts/entries.ts';
import { listUnits, type UnitRow } from '../units/queries.ts';
import type { InventoryWriter } from '../writer.ts';
import { COUNT_COLUMNS, type CountColumn } from './columns.ts';
import type { ImportInput, ImportOutcome } from './import-items.ts';
import { reasonOf } from './items.ts';
import { readNames, type Names } from './names.ts';
import { ImportRefused } from './refusal.ts';
import { MOST_ROWS } from './sheet.ts';
import { readTable, type RowError, type Table, type TableRow } from './table.ts';
import { unitOf } from './words.ts';

export interface CountFileInput extends ImportInput {
  readonly id: string;
  readonly replaces?: boolean | null | undefined;
}

export interface CountFileOutcome extends ImportOutcome {
  /** Rows that say how much was found; the others were not counted yet. */
  readonly counted: number;
}

interface CountedRow {
  readonly row: TableRow<CountColumn>;
  readonly line: CountedDraft;
}

/** Which column of a file fills which field of a line. */
const COLUMN_OF: Readonly<Record<string, CountColumn>> = {
  itemId: 'item',
  barcode: 'barcode',
  quantity: 'quantity',
  unit: 'unit',
  lotId: 'lot',
  serials: 'serials',
};

/**
 * Writes down in an open count what a sheet says was found: all of it in one, or nothing when a row is wrong. Rows without
 * a quantity were not counted yet and are passed over. With `dryRun` only says what would be wrong.
 * @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT for a file that cannot be read, IDEMPOTENCY_KEY_REUSED.
 */
export async function importCount(
  writer: InventoryWriter,
  actor: Actor,
  input: CountFileInput,
): Promise<CountFileOutcome> {
  const { id, format, content, replaces, dryRun, idempotencyKey } = input;
  const table = readTable<CountColumn>(format, content, COUNT_COLUMNS);
  const filled = table.rows.filter(({ cells }) => cells.quantity !== undefined);
  const rows = table.rows.length;
  const counted = filled.length;
  const outcome = (imported: number, errors: readonly RowError[]): CountFileOutcome => ({
    rows,
    counted,
    imported,
    errors: [...errors].sort((a, b) => a.row - b.row),
  });
  if (counted === 0 && table.errors.length === 0)
    throw badInput('content', null, 'no row says how much was found');

  const names = await readNames(writer.database, actor.companyId, filled);
  const { lines, errors } = linesOf(table, filled, names, await listUnits(writer.database));
  const drafts = lines.map(({ line }) => line);
  const check = (state: Count, around: AroundEntries): void => {
    const count = demandOpen(id, state);
    const wrong = [...table.errors, ...errors, ...wrongOf(table, lines, count, around, replaces ?? false)];
    if (wrong.length > 0) throw new ImportRefused(wrong);
  };
  const asked = { id, format, content, replaces, idempotencyKey };
  try {
    if (dryRun === true) {
      const { state, around } = await lookUpCount(writer, actor, id, drafts);
      check(state, around);
      return outcome(0, []);
    }
    await enterAsked(writer, actor, {
      id,
      lines: drafts,
      replaces,
      operation: 'importStockCount',
      asked,
      mostLines: MOST_ROWS,
      check,
    });
    return outcome(counted, []);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return outcome(0, error.errors);
  }
}

/** Lines that rows describe, as far as what they name is there. */
function linesOf(
  table: Table<CountColumn>,
  rows: readonly TableRow<CountColumn>[],
  names: Names,
  units: readonly UnitRow[],
): { lines: CountedRow[]; errors: RowError[] } {
  const errors: RowError[] = [];
  const lines = rows.flatMap((row) => {
    try {
      return [{ row, line: lineOf(row, names, units) }];
    } catch (error) {
      errors.push(rowError(table, row, error));
      return [];
    }
  });
  return { lines, errors };
}

function lineOf({ cells }: TableRow<CountColumn>, names: Names, units: readonly UnitRow[]): CountedDraft {
  const { quantity = '', unit, lot, serials } = cells;
  const itemId = itemOf(cells, names);
  const lotId = lot === undefined ? undefined : names.lots.get(`${itemId} ${lot}`);
  if (lot !== undefined && lotId === undefined) throw badInput('lotId', lot, 'the item has no such lot');
  return {
    itemId,
    quantity,
    unit: unit === undefined ? undefined : unitOf(unit, units, 'unit'),
    lotId,
    serials: serials?.split(/[\s,;]+/).filter((serial) => serial !== ''),
  };
}

/** By its code, or by what a scanner reads; both must mean the same. */
function itemOf({ item, barcode }: TableRow<CountColumn>['cells'], names: Names): string {
  const byCode = item === undefined ? undefined : names.items.get(item);
  if (item !== undefined && byCode === undefined)
    throw badInput('itemId', item, 'no item of the company has this code');
  const byBarcode = barcode === undefined ? undefined : names.itemsByBarcode.get(barcode);
  if (barcode !== undefined && byBarcode === undefined)
    throw badInput('barcode', barcode, 'no item of the company has this barcode');
  const found = byCode ?? byBarcode;
  if (found === undefined) throw badInput('itemId', '', 'is empty');
  if (byBarcode !== undefined && byBarcode !== found)
    throw badInput('barcode', barcode, 'is the barcode of another item');
  return found;
}

/** What the rules say against rows, each by itself; a thing with a serial number is seen once, or looked at anew. */
function wrongOf(
  table: Table<CountColumn>,
  lines: readonly CountedRow[],
  { itemIds, lines: known }: ExistingCount,
  around: AroundEntries,
  replaces: boolean,
): RowError[] {
  const seen = new Set<string>();
  return lines.flatMap(({ row, line }) =>
    refusalOf(table, row, () => {
      for (const entry of readEntries([line], itemIds, around)) {
        if (entry.serial === null) continue;
        const key = keyOf(entry);
        const isCounted = !replaces && (known[key]?.counted ?? null) !== null;
        if (isCounted || seen.has(key))
          throw badInput('serials', entry.serial, `the serial number ${entry.serial} is counted already`);
        seen.add(key);
      }
    }),
  );
}

function refusalOf(table: Table<CountColumn>, row: TableRow<CountColumn>, demand: () => void): RowError[] {
  try {
    demand();
    return [];
  } catch (error) {
    return [rowError(table, row, error)];
  }
}

function rowError(
  table: Table<CountColumn>,
  { row, cells }: TableRow<CountColumn>,
  error: unknown,
): RowError {
  if (!(error instanceof DomainError)) throw error;
  const name = /(?:^|\.)([A-Za-z]+)(?:\[\d+\])?$/.exec(error.details.field ?? '')?.[1] ?? '';
  const named = COLUMN_OF[name];
  const column =
    named === 'item' && cells.item === undefined && cells.barcode !== undefined ? 'barcode' : named;
  return {
    row,
    column: column === undefined ? null : table.titleOf(column),
    value: (column === undefined ? undefined : cells[column]) ?? null,
    reason: reasonOf(error),
  };
}
