import { z } from 'zod';
import type { Database } from '#db/client.ts';
import { CSV, renderCsv } from '#shared/documents/csv.ts';
import { renderXlsx, XLSX, type Workbook } from '#shared/documents/xlsx.ts';
import { createFileDesk, type FileDesk, type FileKinds, type OpenedFile } from '#shared/graphql/file-desk.ts';
import { movementsWorkbook, registerWorkbook } from './workbooks.ts';

const made = z.object({ format: z.enum(['XLSX', 'CSV']), language: z.enum(['KA', 'EN', 'RU']) });
const ofRegister = made.extend({ asOf: z.iso.date() });
const ofMovements = made.extend({ from: z.iso.date(), to: z.iso.date() });

function kindsOf(database: Database) {
  const permission = 'transactions:read';
  return {
    assets: {
      permission,
      parameters: ofRegister,
      open: async (companyId: string, { asOf, format, language }: z.infer<typeof ofRegister>) =>
        opened(await registerWorkbook(database, companyId, asOf, language), format),
    },
    movements: {
      permission,
      parameters: ofMovements,
      open: async (companyId: string, { from, to, format, language }: z.infer<typeof ofMovements>) =>
        opened(await movementsWorkbook(database, companyId, { from, to }, language), format),
    },
  } satisfies FileKinds;
}

function opened(workbook: Workbook, format: 'XLSX' | 'CSV'): OpenedFile {
  return format === 'CSV'
    ? { name: `${workbook.sheet}.csv`, mediaType: CSV, body: renderCsv(workbook) }
    : { name: `${workbook.sheet}.xlsx`, mediaType: XLSX, body: renderXlsx(workbook) };
}

/** Where files of fixed assets are handed out. */
export type AssetDesk = FileDesk<ReturnType<typeof kindsOf>>;

/** Files are made of what the register says when they are fetched. */
export function createAssetDesk(secret: Uint8Array, database: Database): AssetDesk {
  return createFileDesk({ subgraph: 'ledger', secret, kinds: kindsOf(database) });
}
