import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { SheetColumn, SheetRow } from '#shared/documents/xlsx-sheet.ts';
import type { Workbook } from '#shared/documents/xlsx.ts';
import { findClasses } from '../classes.ts';
import { inUseSince } from '../decide-asset.ts';
import { listAssets, type FixedAssetRow } from '../queries.ts';
import { assetMovements, type AssetMovementRow } from '../reports.ts';
import { wordsOf, type FileLanguage } from './words.ts';

/** Assets that are read at a time. */
const AT_ONCE = 500;

/** The register at the end of a day: an asset a row, by number, with cost, depreciation and carrying amount. */
export async function registerWorkbook(
  database: Database,
  companyId: string,
  asOf: CalendarDate,
  language: FileLanguage,
): Promise<Workbook> {
  const words = wordsOf(language);
  const classes = await classNames(database, companyId, language);
  async function* rows(): AsyncGenerator<SheetRow> {
    let after: [string] | null = null;
    for (;;) {
      const page: FixedAssetRow[] = await listAssets(
        database,
        companyId,
        { asOf },
        { after, limit: AT_ONCE },
      );
      for (const asset of page)
        yield [
          asset.number,
          asset.name,
          classes.get(asset.classCode) ?? asset.classCode,
          asset.registered.acquiredOn,
          inUseSince(asset),
          asset.registered.usefulLifeMonths === null ? null : String(asset.registered.usefulLifeMonths),
          asset.cost,
          asset.accumulated,
          asset.carrying,
        ];
      const last = page.at(-1);
      if (last === undefined || page.length < AT_ONCE) return;
      after = [last.number];
    }
  }
  return {
    sheet: `${words.register} ${asOf}`,
    totalTitle: words.total,
    columns: [
      { title: words.number, width: 14, kind: 'text' },
      { title: words.name, width: 34, kind: 'text' },
      { title: words.class, width: 26, kind: 'text' },
      { title: words.acquiredOn, width: 13, kind: 'date' },
      { title: words.inUseOn, width: 13, kind: 'date' },
      { title: words.usefulLife, width: 13, kind: 'integer' },
      ...amounts([words.cost, words.accumulated, words.carrying]),
    ],
    rows: rows(),
  };
}

/** Figures of the note of movements in the order in which they lead from one to the next. */
const FIGURES = [
  'openingCost',
  'additions',
  'transfersCost',
  'disposalsCost',
  'closingCost',
  'openingAccumulated',
  'charge',
  'takenOver',
  'transfersAccumulated',
  'disposalsAccumulated',
  'closingAccumulated',
  'openingCarrying',
  'closingCarrying',
] as const satisfies readonly (keyof AssetMovementRow)[];

/** How assets moved in a span, a class a row (IAS 16.73 d, e). */
export async function movementsWorkbook(
  database: Database,
  companyId: string,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  language: FileLanguage,
): Promise<Workbook> {
  const words = wordsOf(language);
  const classes = await classNames(database, companyId, language);
  async function* rows(): AsyncGenerator<SheetRow> {
    for (const row of await assetMovements(database, companyId, from, to))
      yield [
        classes.get(row.classCode) ?? row.classCode,
        // What leaves is taken off: each closing figure is the sum of those before it.
        ...FIGURES.map((name) => (name.startsWith('disposals') ? negated(row[name]) : row[name])),
      ];
  }
  return {
    sheet: `${words.movements} ${from} ${to}`,
    totalTitle: words.total,
    columns: [
      { title: words.class, width: 28, kind: 'text' },
      ...amounts(FIGURES.map((name) => words[name])),
    ],
    rows: rows(),
  };
}

function amounts(titles: readonly string[]): SheetColumn[] {
  return titles.map((title) => ({ title, width: 17, kind: 'amount', isSummed: true }));
}

function negated(amount: string): string {
  if (/^-?0\.00$/.test(amount)) return '0.00';
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}

/** Names of classes; those of the company's own have no Russian ones. */
async function classNames(
  database: Database,
  companyId: string,
  language: FileLanguage,
): Promise<ReadonlyMap<string, string>> {
  const classes = await database.withCompany(companyId, (sql) => findClasses(sql, companyId));
  return new Map(classes.map(({ code, nameKa, nameEn }) => [code, language === 'KA' ? nameKa : nameEn]));
}
