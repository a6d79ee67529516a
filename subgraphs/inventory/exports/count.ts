import type { Database } from '#db/client.ts';
import type { SheetRow as FileRow } from '#shared/documents/xlsx-sheet.ts';
import type { Workbook } from '#shared/documents/xlsx.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { listSheet, type CountRow, type SheetKey, type SheetRow } from '../counts/queries.ts';
import { findItems } from '../items/queries.ts';
import { findLots } from '../lots/queries.ts';
import { numberOf } from '../movements/number.ts';
import { listUnits } from '../units/queries.ts';
import { nameOf } from './stock.ts';
import { wordsOf, type ExportLanguage } from './words.ts';

/** Lines that are read at a time. */
const AT_ONCE = 1_000;

/**
 * The sheet of a count to be filled in: a row for each thing by code, lot and serial number, and nothing in the column of what
 * was counted. Its heads are those by which it is read again.
 *
 * @param showsExpected whether it says how much there should be; who counts blind is told nothing
 */
export function countWorkbook(
  database: Database,
  companyId: string,
  count: CountRow,
  showsExpected: boolean,
  language: ExportLanguage,
): Workbook {
  const words = wordsOf(language);
  return {
    sheet: `${words.countSheet} ${numberOf(count) ?? ''}`.trim(),
    totalTitle: words.total,
    columns: [
      { title: words.code, width: 16, kind: 'text' },
      { title: words.name, width: 40, kind: 'text' },
      { title: words.lot, width: 16, kind: 'text' },
      { title: words.serial, width: 20, kind: 'text' },
      { title: words.unit, width: 10, kind: 'text' },
      ...(showsExpected ? [{ title: words.expected, width: 14, kind: 'quantity' } as const] : []),
      { title: words.counted, width: 14, kind: 'quantity' },
    ],
    rows: rowsOf(database, companyId, count.id, showsExpected, language),
  };
}

async function* rowsOf(
  database: Database,
  companyId: string,
  countId: string,
  showsExpected: boolean,
  language: ExportLanguage,
): AsyncGenerator<FileRow> {
  const units = new Map(
    (await listUnits(database)).map(({ code, nameKa, nameEn }) => [
      code,
      language === 'en' ? nameEn : nameKa,
    ]),
  );
  let after: Page<SheetKey>['after'] = null;
  for (;;) {
    const page: SheetRow[] = await listSheet(
      database,
      companyId,
      countId,
      {},
      { first: AT_ONCE, limit: AT_ONCE, after },
    );
    const itemIds = [...new Set(page.map(({ itemId }) => itemId))];
    const lotIds = [...new Set(page.flatMap(({ lotId }) => lotId ?? []))];
    const items = new Map((await findItems(database, companyId, itemIds)).map((item) => [item.id, item]));
    const lots = new Map((await findLots(database, companyId, lotIds)).map((lot) => [lot.id, lot.number]));
    for (const { itemId, code, lotId, serial, expected } of page) {
      const item = items.get(itemId);
      yield [
        code,
        nameOf(item, language),
        lotId === null ? null : (lots.get(lotId) ?? null),
        serial,
        units.get(item?.unit ?? '') ?? null,
        ...(showsExpected ? [expected] : []),
        null,
      ];
    }
    const last = page.at(-1);
    if (last === undefined || page.length < AT_ONCE) return;
    after = [last.code, last.lotKey, last.serialKey];
  }
}
