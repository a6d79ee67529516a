import { z } from 'zod';
import type { Database } from '#db/client.ts';
import { CSV, renderCsv } from '#shared/documents/csv.ts';
import { renderXlsx, XLSX, type Workbook } from '#shared/documents/xlsx.ts';
import { createFileDesk, type FileDesk, type FileKinds, type OpenedFile } from '#shared/graphql/file-desk.ts';
import { noSuchLink } from '#shared/platform/file-link.ts';
import { findCounts } from '../counts/queries.ts';
import { findItems } from '../items/queries.ts';
import { cardWorkbook } from './card.ts';
import { countWorkbook } from './count.ts';
import { stockWorkbook } from './stock.ts';
import { wordsOf } from './words.ts';

const made = z.object({
  format: z.enum(['XLSX', 'CSV']),
  language: z.enum(['ka', 'en']),
  basis: z.enum(['BOOKED', 'HAPPENED']),
  warehouseId: z.uuid().nullable(),
});
const ofStock = made.extend({ asOf: z.iso.date() });
const ofCard = made.extend({ itemId: z.uuid(), from: z.iso.date(), to: z.iso.date() });
const ofCount = z.object({
  id: z.uuid(),
  showsExpected: z.boolean(),
  format: z.enum(['XLSX', 'CSV']),
  language: z.enum(['ka', 'en']),
});

function kindsOf(database: Database) {
  const permission = 'inventory:read';
  return {
    stock: {
      permission,
      parameters: ofStock,
      open: (companyId: string, { format, language, ...scope }: z.infer<typeof ofStock>) => {
        const workbook = stockWorkbook(database, companyId, { ...scope, itemIds: null }, language);
        return Promise.resolve(opened(workbook, format, `${wordsOf(language).stock} ${scope.asOf}`));
      },
    },
    count: {
      permission,
      parameters: ofCount,
      open: async (companyId: string, { id, format, language, showsExpected }: z.infer<typeof ofCount>) => {
        const [count] = await findCounts(database, companyId, 'id', [id]);
        // It was there when the link was made.
        if (count === undefined) throw noSuchLink();
        const workbook = countWorkbook(database, companyId, count, showsExpected, language);
        return opened(workbook, format, workbook.sheet);
      },
    },
    card: {
      permission,
      parameters: ofCard,
      open: async (companyId: string, { format, language, ...scope }: z.infer<typeof ofCard>) => {
        const [item] = await findItems(database, companyId, [scope.itemId]);
        // It was there when the link was made.
        if (item === undefined) throw noSuchLink();
        const workbook = cardWorkbook(database, companyId, item, scope, language);
        const name = `${wordsOf(language).card} ${item.code} ${scope.from} ${scope.to}`;
        return opened(workbook, format, name);
      },
    },
  } satisfies FileKinds;
}

function opened(workbook: Workbook, format: 'XLSX' | 'CSV', name: string): OpenedFile {
  // No name of a file has a slash.
  const plain = name.replaceAll(/[/\\]/g, '-');
  return format === 'CSV'
    ? { name: `${plain}.csv`, mediaType: CSV, body: renderCsv(workbook) }
    : { name: `${plain}.xlsx`, mediaType: XLSX, body: renderXlsx(workbook) };
}

/** Where files of stock are handed out. */
export type StockDesk = FileDesk<ReturnType<typeof kindsOf>>;

/** Files are made of what the database says when they are fetched. */
export function createStockDesk(secret: Uint8Array, database: Database): StockDesk {
  return createFileDesk({ subgraph: 'inventory', secret, kinds: kindsOf(database) });
}
