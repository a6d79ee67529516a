import type { Actor } from '#shared/domain/actor.ts';
import { newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { Database } from '#db/client.ts';
import { listUnits } from '../units/queries.ts';
import type { InventoryWriter } from '../writer.ts';
import { ITEM_COLUMNS, type ItemColumn } from './columns.ts';
import { readItems, type AroundItems, type ItemsRead } from './items.ts';
import { ImportRefused } from './refusal.ts';
import { readTable, type FileFormat, type RowError, type Table } from './table.ts';

export interface ImportInput {
  readonly format: FileFormat;
  readonly content: string;
  readonly dryRun?: boolean | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export interface ImportOutcome {
  readonly rows: number;
  /** How many rows became something: all of them, or none. */
  readonly imported: number;
  readonly errors: readonly RowError[];
}

/**
 * Adds the items that a file describes: all, or none when a row is wrong. With `dryRun` only says what would be wrong.
 * @throws DomainError BAD_USER_INPUT for a file that cannot be read, CONFLICT, IDEMPOTENCY_KEY_REUSED.
 */
export async function importItems(
  writer: InventoryWriter,
  actor: Actor,
  input: ImportInput,
): Promise<ImportOutcome> {
  const { format, content, dryRun, idempotencyKey } = input;
  const table = readTable<ItemColumn>(format, content, ITEM_COLUMNS);
  const ids = table.rows.map(newId);
  const read = async (): Promise<ItemsRead> =>
    readItems(table, ids, await readAround(writer.database, actor.companyId, table));
  const rows = table.rows.length;
  if (dryRun === true) return { rows, imported: 0, errors: (await read()).errors };

  let found: ItemsRead = { events: [], errors: [] };
  try {
    const { result } = await writer.writePath.execute({
      ...actor,
      operation: 'importItems',
      ...keyed({ format, content, idempotencyKey }),
      prepare: async () => {
        found = await read();
      },
      decide: () => {
        if (found.errors.length > 0) throw new ImportRefused(found.errors);
        return { events: found.events, result: { imported: rows } };
      },
    });
    return { rows, imported: result.imported, errors: [] };
  } catch (error) {
    if (error instanceof ImportRefused) return { rows, imported: 0, errors: error.errors };
    throw error;
  }
}

/** Units, and which codes and bar codes of the file are taken. One statement, hence one snapshot. */
async function readAround(
  database: Database,
  companyId: string,
  { rows }: Table<ItemColumn>,
): Promise<AroundItems> {
  const codes = rows.flatMap(({ cells: { code } }) => storable(code));
  const barcodes = rows.flatMap(({ cells: { barcodes: all } }) =>
    storable(all).flatMap((text) => text.split(/[\s,;]+/)),
  );
  const units = await listUnits(database);
  const [taken] = await database.withCompany(
    companyId,
    (sql) => sql<{ codes: string[]; barcodes: string[] }[]>`
      /* takenByItems */ select
        array(select code from inventory.items where company_id = ${companyId} and code = any (${codes}::text[])) as codes,
        array(select barcode from inventory.item_barcodes
              where company_id = ${companyId} and barcode = any (${barcodes}::text[])) as barcodes`,
  );
  return { units, takenCodes: new Set(taken?.codes), takenBarcodes: new Set(taken?.barcodes) };
}

/** A NUL cannot even be asked for; the rules refuse it by row. */
function storable(text: string | undefined): string[] {
  return text === undefined || text.includes('\0') ? [] : [text];
}
