import type { Database } from '#db/client.ts';
import type { SheetRow } from '#shared/documents/xlsx-sheet.ts';
import type { Workbook } from '#shared/documents/xlsx.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { findItems, type ItemRow } from '../items/queries.ts';
import { withoutZeros } from '../stock/decimal.ts';
import { listOnHand, type OnHandRow, type StockScope } from '../stock/on-hand.ts';
import { wordsOf, type ExportLanguage } from './words.ts';

/** Rows that are read at a time. */
const AT_ONCE = 1_000;

/** What there is at the end of a day as a table: a row an item, by code. */
export function stockWorkbook(
  database: Database,
  companyId: string,
  scope: StockScope,
  language: ExportLanguage,
): Workbook {
  const words = wordsOf(language);
  return {
    sheet: `${words.stock} ${scope.asOf}`,
    totalTitle: words.total,
    columns: [
      { title: words.code, width: 16, kind: 'text' },
      { title: words.name, width: 40, kind: 'text' },
      { title: words.unit, width: 10, kind: 'text' },
      { title: words.quantity, width: 14, kind: 'quantity' },
      { title: words.inTransit, width: 14, kind: 'quantity' },
      { title: words.unitCost, width: 16, kind: 'quantity' },
      { title: words.value, width: 16, kind: 'amount', isSummed: true },
      { title: words.writtenDown, width: 16, kind: 'amount', isSummed: true },
      { title: words.carrying, width: 16, kind: 'amount', isSummed: true },
    ],
    rows: rowsOf(database, companyId, scope, language),
  };
}

async function* rowsOf(
  database: Database,
  companyId: string,
  scope: StockScope,
  language: ExportLanguage,
): AsyncGenerator<SheetRow> {
  let after: Page<[string, string]>['after'] = null;
  for (;;) {
    const page: OnHandRow[] = await listOnHand(database, companyId, scope, {
      first: AT_ONCE,
      limit: AT_ONCE,
      after,
    });
    const ids = page.map(({ itemId }) => itemId);
    const items = new Map((await findItems(database, companyId, ids)).map((item) => [item.id, item]));
    for (const row of page) yield rowOf(row, items.get(row.itemId), language);
    const last = page.at(-1);
    if (last === undefined || page.length < AT_ONCE) return;
    after = [last.code, last.itemId];
  }
}

function rowOf(row: OnHandRow, item: ItemRow | undefined, language: ExportLanguage): SheetRow {
  const carrying = parseDatabaseAmount(row.value) - parseDatabaseAmount(row.writtenDown);
  return [
    row.code,
    nameOf(item, language),
    item?.unitName ?? item?.unit ?? '',
    withoutZeros(row.quantity),
    withoutZeros(row.inTransit),
    row.unitCost === null ? null : withoutZeros(row.unitCost),
    formatAmount(parseDatabaseAmount(row.value)),
    formatAmount(parseDatabaseAmount(row.writtenDown)),
    formatAmount(carrying),
  ];
}

/** The English name where it is asked for and there is one. */
export function nameOf(item: ItemRow | undefined, language: ExportLanguage): string {
  return (language === 'en' ? item?.nameEn : null) ?? item?.nameKa ?? '';
}
