import type { NewEvent } from '#shared/domain/decider.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { decideItem, type ItemDraft } from '../items/decide.ts';
import { initialItem, type ItemDetails, type ItemKind, type ItemVat } from '../items/item.ts';
import type { UnitRow } from '../units/queries.ts';
import type { ItemColumn } from './columns.ts';
import type { RowError, Table, TableRow } from './table.ts';
import { oneOf, unitOf, yesOrNo } from './words.ts';

/** What the import of items rests on. */
export interface AroundItems {
  readonly units: readonly UnitRow[];
  /** Of the codes and bar codes in the file, those that items of the company have. */
  readonly takenCodes: ReadonlySet<string>;
  readonly takenBarcodes: ReadonlySet<string>;
}

export interface ItemsRead {
  readonly events: readonly NewEvent[];
  readonly errors: readonly RowError[];
}

const KINDS: Readonly<Record<string, ItemKind>> = {
  goods: 'GOODS',
  საქონელი: 'GOODS',
  material: 'MATERIAL',
  მასალა: 'MATERIAL',
  product: 'PRODUCT',
  პროდუქცია: 'PRODUCT',
  service: 'SERVICE',
  მომსახურება: 'SERVICE',
};
const VATS: Readonly<Record<string, ItemVat>> = {
  standard: 'STANDARD',
  ჩვეულებრივი: 'STANDARD',
  exempt_with_credit: 'EXEMPT_WITH_CREDIT',
  'გათავისუფლებული ჩათვლის უფლებით': 'EXEMPT_WITH_CREDIT',
  exempt_without_credit: 'EXEMPT_WITHOUT_CREDIT',
  'გათავისუფლებული ჩათვლის უფლების გარეშე': 'EXEMPT_WITHOUT_CREDIT',
};
const METHODS: Readonly<Record<string, 'FIFO' | 'AVERAGE' | 'LIFO'>> = {
  fifo: 'FIFO',
  average: 'AVERAGE',
  საშუალო: 'AVERAGE',
  lifo: 'LIFO',
};

/** Items that the rows of a file describe, by the rules of new items, and what is wrong with the rows. Pure. */
export function readItems(
  { rows, errors, titleOf }: Table<ItemColumn>,
  ids: readonly string[],
  { units, takenCodes, takenBarcodes }: AroundItems,
): ItemsRead {
  const found: RowError[] = [...errors];
  // Without its head a file says nothing.
  if (found.length > 0) return { events: [], errors: found };
  const around = { units: new Map(units.map(({ code, decimals }) => [code, decimals])), hasMoved: false };
  const codes = new Map<string, number>();
  const barcodes = new Map<string, number>();
  const events = rows.flatMap((row, index) => {
    const id = ids[index];
    if (id === undefined) throw new Error(`row ${String(row.row)} has no id`);
    const refuse = (column: ItemColumn | null, value: string | null, reason: string): void => {
      found.push({ row: row.row, column: column === null ? null : titleOf(column), value, reason });
    };
    try {
      const decided = decideItem(
        { type: 'AddItem', id, given: draftOf(row, units) },
        initialItem,
        around,
      ).events;
      const item = decided[0]?.data as ItemDetails;
      demandFree('code', [item.code], takenCodes, codes, row.row, refuse);
      demandFree('barcodes', item.barcodes, takenBarcodes, barcodes, row.row, refuse);
      return decided;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const column = columnOf(error.details.field);
      refuse(
        column,
        (column === null ? undefined : row.cells[column]) ?? error.details.value ?? null,
        reasonOf(error),
      );
      return [];
    }
  });
  return { events, errors: found };
}

function demandFree(
  column: ItemColumn,
  values: readonly string[],
  taken: ReadonlySet<string>,
  before: Map<string, number>,
  row: number,
  refuse: (column: ItemColumn, value: string, reason: string) => void,
): void {
  for (const value of values) {
    const first = before.get(value);
    if (first !== undefined) refuse(column, value, `row ${String(first)} has it already`);
    else if (taken.has(value)) refuse(column, value, 'another item of the company has it');
    if (first === undefined) before.set(value, row);
  }
}

function draftOf({ cells }: TableRow<ItemColumn>, units: readonly UnitRow[]): ItemDraft {
  const { code, name, kind, unit } = cells;
  if (code === undefined) throw badInput('code', '', 'is empty');
  if (name === undefined) throw badInput('name', '', 'is empty');
  if (kind === undefined) throw badInput('kind', '', 'is empty');
  if (unit === undefined) throw badInput('unit', '', 'is empty');
  const flag = (key: 'hasLots' | 'hasSerials' | 'hasExpiry' | 'allowsShort'): boolean | undefined => {
    const text = cells[key];
    return text === undefined ? undefined : yesOrNo(text, key);
  };
  return {
    code,
    name,
    nameEn: cells.nameEn,
    kind: oneOf(kind, KINDS, 'kind'),
    unit: unitOf(unit, units, 'unit'),
    unitName: cells.unitName,
    conversions: cells.conversions === undefined ? undefined : conversionsOf(cells.conversions, units),
    barcodes: cells.barcodes?.split(/[\s,;]+/).filter((barcode) => barcode !== ''),
    vat: cells.vat === undefined ? undefined : oneOf(cells.vat, VATS, 'vat'),
    costingMethod:
      cells.costingMethod === undefined ? undefined : oneOf(cells.costingMethod, METHODS, 'costingMethod'),
    hasLots: flag('hasLots'),
    hasSerials: flag('hasSerials'),
    hasExpiry: flag('hasExpiry'),
    allowsShort: flag('allowsShort'),
    expectedCost: cells.expectedCost,
    weight: cells.weight,
    reorderLevel: cells.reorderLevel,
    reorderQuantity: cells.reorderQuantity,
  };
}

/** `PACK=12; T=1000`: one of the first is so many of the unit that the item is kept in. */
function conversionsOf(text: string, units: readonly UnitRow[]): { unit: string; quantity: string }[] {
  return text
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [unit, quantity, ...more] = part.split('=').map((side) => side.trim());
      if (!unit || !quantity || more.length > 0)
        throw badInput('conversions', part, 'written as PACK=12; T=1000');
      return { unit: unitOf(unit, units, 'conversions'), quantity };
    });
}

/** `barcodes[1]` → `barcodes`. */
function columnOf(field: string | undefined): ItemColumn | null {
  const name = /^[A-Za-z]+/.exec(field ?? '')?.[0];
  return name === undefined ? null : (name as ItemColumn);
}

/** The message without the field, which the column says. */
export function reasonOf({ message, details: { field } }: DomainError): string {
  return field !== undefined && message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message;
}
