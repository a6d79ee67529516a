/** A column that a file may have, by the name of what it fills. */
export interface Column<Key extends string = string> {
  readonly key: Key;
  /** What it may be called in the head, in small letters. The first is the one that messages begin with. */
  readonly titles: readonly string[];
  readonly isRequired?: boolean;
}

export const ITEM_COLUMNS = [
  { key: 'code', titles: ['code', 'კოდი'], isRequired: true },
  { key: 'name', titles: ['name', 'დასახელება', 'სახელი'], isRequired: true },
  { key: 'nameEn', titles: ['name_en', 'დასახელება ინგლისურად'] },
  { key: 'kind', titles: ['kind', 'სახე'], isRequired: true },
  { key: 'unit', titles: ['unit', 'ერთეული', 'ზომის ერთეული'], isRequired: true },
  { key: 'unitName', titles: ['unit_name', 'ერთეულის დასახელება'] },
  { key: 'conversions', titles: ['conversions', 'გადაყვანა'] },
  { key: 'barcodes', titles: ['barcodes', 'barcode', 'შტრიხკოდი'] },
  { key: 'vat', titles: ['vat', 'დღგ'] },
  { key: 'costingMethod', titles: ['costing_method', 'თვითღირებულების მეთოდი'] },
  { key: 'hasLots', titles: ['lots', 'პარტიები'] },
  { key: 'hasSerials', titles: ['serials', 'სერიული ნომრები'] },
  { key: 'hasExpiry', titles: ['expiry', 'ვადა'] },
  { key: 'allowsShort', titles: ['allows_short', 'მინუსში გაცემა'] },
  { key: 'expectedCost', titles: ['expected_cost', 'სავარაუდო ღირებულება'] },
  { key: 'weight', titles: ['weight', 'წონა'] },
  { key: 'reorderLevel', titles: ['reorder_level', 'მინიმალური ნაშთი'] },
  { key: 'reorderQuantity', titles: ['reorder_quantity', 'შესაკვეთი რაოდენობა'] },
] as const satisfies readonly Column[];
export type ItemColumn = (typeof ITEM_COLUMNS)[number]['key'];

export const STOCK_COLUMNS = [
  { key: 'item', titles: ['item', 'code', 'კოდი'], isRequired: true },
  { key: 'warehouse', titles: ['warehouse', 'საწყობი'] },
  { key: 'quantity', titles: ['quantity', 'რაოდენობა'], isRequired: true },
  { key: 'unit', titles: ['unit', 'ერთეული', 'ზომის ერთეული'] },
  { key: 'amount', titles: ['amount', 'თანხა', 'ღირებულება'] },
  { key: 'unitCost', titles: ['unit_cost', 'ერთეულის ღირებულება', 'ფასი'] },
  { key: 'lot', titles: ['lot', 'პარტია'] },
  { key: 'serials', titles: ['serials', 'სერიული ნომრები'] },
] as const satisfies readonly Column[];
/** Of a sheet that was counted; what it tells people besides is not read. */
export const COUNT_COLUMNS = [
  { key: 'item', titles: ['item', 'code', 'კოდი'] },
  { key: 'barcode', titles: ['barcode', 'შტრიხკოდი'] },
  { key: 'name', titles: ['name', 'დასახელება'] },
  { key: 'unit', titles: ['unit', 'ერთეული', 'ზომის ერთეული'] },
  { key: 'lot', titles: ['lot', 'პარტია'] },
  { key: 'serials', titles: ['serials', 'serial', 'სერიული ნომრები', 'სერიული ნომერი'] },
  { key: 'expected', titles: ['expected', 'უნდა იყოს'] },
  { key: 'quantity', titles: ['counted', 'quantity', 'დათვლილი', 'რაოდენობა'], isRequired: true },
] as const satisfies readonly Column[];
export type CountColumn = (typeof COUNT_COLUMNS)[number]['key'];

export type StockColumn = (typeof STOCK_COLUMNS)[number]['key'];
