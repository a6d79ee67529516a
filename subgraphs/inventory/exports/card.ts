import type { Database } from '#db/client.ts';
import type { SheetRow } from '#shared/documents/xlsx-sheet.ts';
import type { Workbook } from '#shared/documents/xlsx.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { ItemRow } from '../items/queries.ts';
import { numberOf } from '../movements/number.ts';
import { findMovements, type MovementRow } from '../movements/queries.ts';
import { listCard, openingOf, type CardKey, type CardRow, type CardScope } from '../stock/card.ts';
import { withoutZeros } from '../stock/decimal.ts';
import { wordsOf, type ExportLanguage, type ExportWords } from './words.ts';

/** Lines that are read at a time. */
const AT_ONCE = 1_000;

/** The card of an item as a table: what there was, every movement and adjustment, and what there is after each. */
export function cardWorkbook(
  database: Database,
  companyId: string,
  item: ItemRow,
  scope: CardScope,
  language: ExportLanguage,
): Workbook {
  const words = wordsOf(language);
  const change = { title: words.change, width: 18, kind: 'amount' } as const;
  return {
    sheet: `${words.card} ${item.code}`,
    totalTitle: words.total,
    columns: [
      { title: words.day, width: 12, kind: 'date' },
      { title: words.document, width: 18, kind: 'text' },
      { title: words.what, width: 28, kind: 'text' },
      { title: words.in, width: 14, kind: 'quantity' },
      { title: words.out, width: 14, kind: 'quantity' },
      { title: words.runningQuantity, width: 18, kind: 'quantity' },
      // Values are of an item in all warehouses together.
      ...(scope.warehouseId === null
        ? [{ ...change, isSummed: true }, { title: words.runningValue, width: 18, kind: 'amount' } as const]
        : []),
    ],
    rows: rowsOf(database, companyId, scope, words),
  };
}

async function* rowsOf(
  database: Database,
  companyId: string,
  scope: CardScope,
  words: ExportWords,
): AsyncGenerator<SheetRow> {
  const opening = await openingOf(database, companyId, scope);
  yield [scope.from, null, words.opening, null, null, withoutZeros(opening.quantity), null, opening.value];
  let after: Page<CardKey>['after'] = null;
  for (;;) {
    const lines: CardRow[] = await listCard(database, companyId, scope, {
      first: AT_ONCE,
      limit: AT_ONCE,
      after,
    });
    const ids = lines.flatMap(({ movementId, correctsId }) => [movementId, correctsId]);
    const named = [...new Set(ids.filter((id) => id !== null))];
    const movements = new Map((await findMovements(database, companyId, named)).map((one) => [one.id, one]));
    for (const line of lines) yield rowOf(line, movements, words);
    const last = lines.at(-1);
    if (last === undefined || lines.length < AT_ONCE) return;
    after = [last.day, last.place, last.n];
  }
}

function rowOf(line: CardRow, movements: ReadonlyMap<string, MovementRow>, words: ExportWords): SheetRow {
  const movement = movements.get(line.movementId ?? line.correctsId ?? '');
  const isOut = line.quantity.startsWith('-');
  const quantity = withoutZeros(isOut ? line.quantity.slice(1) : line.quantity);
  const isMove = line.kind === 'MOVEMENT';
  return [
    line.day,
    movement === undefined ? null : numberOf(movement),
    isMove && movement !== undefined ? words[movement.kind] : words[line.kind],
    isMove && !isOut ? quantity : null,
    isMove && isOut ? quantity : null,
    withoutZeros(line.runningQuantity),
    line.value,
    line.runningValue,
  ];
}
