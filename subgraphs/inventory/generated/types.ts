import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CheckedItem, ChecklistMonth } from '../../shared/graphql/close-checklist.ts';
import type { PostingAccountRow } from '../posting-accounts/queries.ts';
import type { CounterpartyRef, TransactionRef, TaxInvoiceRef } from '../foreign.ts';
import type { DeadRow, AgeRow, TurnoverRow } from '../stock/reports.ts';
import type { ReorderRow } from '../reorder/queries.ts';
import type { CardBalance, CardPage, CardRow } from '../stock/card.ts';
import type { CountRow, EntryRow, SheetRow } from '../counts/queries.ts';
import type { MovementRow, MovementLineRow } from '../movements/queries.ts';
import type { OnHandNode, OnHandPage, PlaceRow } from '../stock/on-hand.ts';
import type { PostingRow } from '../postings/queries.ts';
import type { InventoryDifferenceRow, InventoryHealthRow } from '../health/queries.ts';
import type { LandedCostRow } from '../landed-costs/queries.ts';
import type { LandedCostShare as LandedCostShareRow } from '../landed-costs/landed-cost.ts';
import type { WriteDownRow } from '../write-downs/queries.ts';
import type { UnitRow } from '../units/queries.ts';
import type { ItemRow } from '../items/queries.ts';
import type { WarehouseRow, BinRow } from '../warehouses/queries.ts';
import type { LotRow } from '../lots/queries.ts';
import type { BillRow } from '../bills/queries.ts';
import type { BillComponent } from '../bills/bill.ts';
import type { WaybillRow } from '../waybills/queries.ts';
import type { InventoryContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Calendar date, ISO 8601: "2026-11-22". */
  Date: { input: string; output: string; }
  /** Moment in time, RFC 3339: "2026-11-22T14:03:11.120Z". */
  DateTime: { input: string; output: string; }
  /** Exact decimal number as text, for example "1234.50". Never a JSON number, so that no tetri is lost. */
  Decimal: { input: string; output: string; }
  /** Free-form JSON object. */
  JSON: { input: Record<string, unknown>; output: Record<string, unknown>; }
  _FieldSet: { input: string; output: string; }
};

/** The count that is agreed to. */
export type ApproveStockCountInput = {
  /** The day on which differences enter the books; the day of the count without it. */
  bookingDate?: InputMaybe<Scalars['Date']['input']>;
  /** Refuses when the count is at another version by now. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Identifier of the count. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What becomes of goods that nobody has counted. */
  uncounted: StockCountUncounted;
};

/** What is made by its bill of materials. */
export type AssembleByBillInput = {
  /** Labour and overhead of all that is made, GEL. */
  addedCosts?: InputMaybe<Scalars['Decimal']['input']>;
  /** Day on which it enters the books, in an open month; `date` without it. */
  bookingDate?: InputMaybe<Scalars['Date']['input']>;
  /** When it happened; the bill that holds on this day is the one. */
  date: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result, by the bill of then. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the product. */
  itemId: Scalars['ID']['input'];
  /** Identifier of the lot that the product is made under; needed where it is kept by lots. */
  lotId?: InputMaybe<Scalars['ID']['input']>;
  /** How many are made, in the unit that the product is kept in; each component must come out even. */
  quantity: Scalars['Decimal']['input'];
  /** Serial numbers of what is made, one for each; needed where the product has them. */
  serials?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Of which lots and things components are taken; needed for those that are kept by lots or serial numbers. */
  taken?: InputMaybe<Array<AssembledComponentInput>>;
  /** At what time of that day, `HH:MM`. */
  time?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the warehouse that the components leave and the product comes to. */
  warehouseId: Scalars['ID']['input'];
};

/** Of which lot, or which things by their serial numbers, a component is taken. */
export type AssembledComponentInput = {
  /** Identifier of the component, which is in the bill. */
  itemId: Scalars['ID']['input'];
  /** Identifier of the lot. */
  lotId?: InputMaybe<Scalars['ID']['input']>;
  /** How many are taken of them, in the unit that the component is kept in; together what the bill takes. */
  quantity: Scalars['Decimal']['input'];
  /** Serial numbers, one for each. */
  serials?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** What a batch of a product is made of, from a day on. */
export type BillOfMaterials = {
  __typename?: 'BillOfMaterials';
  /** What a batch takes, in the order in which it was said. */
  components: Array<BillOfMaterialsComponent>;
  /** First day on which it holds. */
  from: Scalars['Date']['output'];
  /** The product. */
  item: Item;
  /** How many one batch makes, in the unit that the product is kept in. */
  quantity: Scalars['Decimal']['output'];
  /** The day from which another bill holds, or none; null as long as no such day is known. */
  until: Maybe<Scalars['Date']['output']>;
};

/** What a batch takes of something. */
export type BillOfMaterialsComponent = {
  __typename?: 'BillOfMaterialsComponent';
  /** How much of it, in the unit that it is kept in. */
  baseQuantity: Scalars['Decimal']['output'];
  /** What is taken. */
  item: Item;
  /** How much of it, in `unit`, as it was said. */
  quantity: Scalars['Decimal']['output'];
  /** Code of the unit. */
  unit: Scalars['String']['output'];
};

/** What a batch takes of something. */
export type BillOfMaterialsComponentInput = {
  /** Identifier of the item: anything but a service and the product itself, each once. */
  itemId: Scalars['ID']['input'];
  /** How much of it one batch takes: more than zero. */
  quantity: Scalars['Decimal']['input'];
  /** Code of the unit; the one that the item is kept in without it. The item must have a conversion for it. */
  unit?: InputMaybe<Scalars['String']['input']>;
};

/** Bills of materials, by their product and their day. */
export type BillOfMaterialsConnection = {
  __typename?: 'BillOfMaterialsConnection';
  /** Bills of this page. */
  edges: Array<BillOfMaterialsEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A bill of materials with its cursor. */
export type BillOfMaterialsEdge = {
  __typename?: 'BillOfMaterialsEdge';
  /** Pass it as `after` to go on behind this bill. */
  cursor: Scalars['String']['output'];
  /** The bill. */
  node: BillOfMaterials;
};

/** The bill of materials after the command. */
export type BillOfMaterialsPayload = {
  __typename?: 'BillOfMaterialsPayload';
  /** The bill as it is now; null when a repeated call finds it taken back. */
  bill: Maybe<BillOfMaterials>;
};

/** A place within a warehouse. */
export type Bin = {
  __typename?: 'Bin';
  /** Code, unique in the warehouse. */
  code: Scalars['String']['output'];
  /** Identifier. */
  id: Scalars['ID']['output'];
  /** Whether goods may be put there. */
  isActive: Scalars['Boolean']['output'];
};

/** The bin after the command. */
export type BinPayload = {
  __typename?: 'BinPayload';
  /** The bin as it is now. */
  bin: Bin;
};

/** The count that is given up. */
export type CancelStockCountInput = {
  /** Identifier of the count. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Another content for a waybill. */
export type ChangeWaybillInput = {
  /** What it says from now on. */
  content: WaybillContentInput;
  /** Identifier of the waybill. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Something that is open before a month can be closed in good conscience. */
export type ChecklistItem = {
  __typename?: 'ChecklistItem';
  /** What it is, for programs, for example `DRAFTS`. */
  code: Scalars['String']['output'];
  /** How many there are. */
  count: Scalars['Int']['output'];
  /** Identifiers of the first ten. */
  ids: Array<Scalars['ID']['output']>;
  /** GraphQL type that `ids` name, for example `Transaction`; null when they name no object. */
  of: Maybe<Scalars['String']['output']>;
  /** How much it weighs. */
  severity: ChecklistSeverity;
  /** What it is, in English. */
  textEn: Scalars['String']['output'];
  /** What it is, in Georgian. */
  textKa: Scalars['String']['output'];
};

/** How much an item of the close checklist weighs. */
export type ChecklistSeverity =
  /** The books would be wrong with it: `closePeriod` refuses, unless the code is among those it closes `despite`. */
  | 'BLOCKS'
  /** Somebody should look at it; it hinders nothing. */
  | 'WARNS';

/** An account to be chosen. */
export type ChooseInventoryPostingAccountInput = {
  /** Code of the account in the chart; the ledger refuses to post on one that is not there. */
  accountCode: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What the account is for. */
  role: Scalars['String']['input'];
};

/** What is open before a month is closed, as `closeChecklist` answers it. */
export type CloseChecklist = {
  __typename?: 'CloseChecklist';
  /** What is open in inventory: movements that are not posted, counts under way. */
  inventoryItems: Array<ChecklistItem>;
  /** Month, 1–12. */
  month: Scalars['Int']['output'];
  /** Fiscal year. */
  year: Scalars['Int']['output'];
};

/** A waybill whose goods have arrived. */
export type CloseWaybillInput = {
  /** When they arrived. */
  deliveredAt: Scalars['DateTime']['input'];
  /** Identifier of the waybill. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What a line of a receipt costs after all. */
export type CorrectReceiptPriceInput = {
  /** Code of the account on the other side; that of goods received without it. */
  accountCode?: InputMaybe<Scalars['String']['input']>;
  /** Day on which the difference enters the books, in an open month. */
  bookingDate: Scalars['Date']['input'];
  /** Why. */
  description: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the line of a posted receipt. */
  lineId: Scalars['ID']['input'];
  /** What the whole line costs, with all costs that were added to it, GEL. */
  newCost: Scalars['Decimal']['input'];
  /** Identifier of the tax invoice that says so. */
  taxInvoiceId?: InputMaybe<Scalars['ID']['input']>;
};

/** Which cost an issue takes (IAS 2, paragraph 25). */
export type CostingMethod =
  /** The average of all that there is, moved by each receipt. */
  | 'AVERAGE'
  /** What came first goes first. */
  | 'FIFO';

/** Which cost is asked for; the last one is refused. */
export type CostingMethodInput =
  /** The average of all that there is, moved by each receipt. */
  | 'AVERAGE'
  /** What came first goes first. */
  | 'FIFO'
  /** What came last goes first: no cost formula of IAS 2, and refused. */
  | 'LIFO';

/** Somebody the company does business with. */
export type Counterparty = {
  __typename?: 'Counterparty';
  /** Identifier of the counterparty. */
  id: Scalars['ID']['output'];
  /** Movements of goods from and to it, the latest first. */
  stockMovements: StockMovementConnection;
};


/** Somebody the company does business with. */
export type CounterpartyStockMovementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A new place within a warehouse. */
export type CreateBinInput = {
  /** Code, unique in the warehouse. */
  code: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the warehouse. */
  warehouseId: Scalars['ID']['input'];
};

/** A new item. */
export type CreateItemInput = {
  /** Whether more may be issued than there is. */
  allowsShort?: InputMaybe<Scalars['Boolean']['input']>;
  /** Bar codes: EAN-8, UPC-A, EAN-13 or GTIN-14, with a right check digit. */
  barcodes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Code, unique in the company. */
  code: Scalars['String']['input'];
  /** Other units that it is bought or sold in. */
  conversions?: InputMaybe<Array<UnitConversionInput>>;
  /** Which cost an issue takes; FIFO without it. */
  costingMethod?: InputMaybe<CostingMethodInput>;
  /** GEL that one is thought to cost. */
  expectedCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Whether its lots expire. */
  hasExpiry?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is kept by lots. */
  hasLots?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether each piece has a number. */
  hasSerials?: InputMaybe<Scalars['Boolean']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it is; stays. */
  kind: ItemKind;
  /** Georgian name. */
  name: Scalars['String']['input'];
  /** English name. */
  nameEn?: InputMaybe<Scalars['String']['input']>;
  /** Below so many it is to be ordered. */
  reorderLevel?: InputMaybe<Scalars['Decimal']['input']>;
  /** How many to order at least. */
  reorderQuantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Code of the unit that it is kept in; see `stockUnits`. */
  unit: Scalars['String']['input'];
  /** What the unit is, when it is `OTHER`. */
  unitName?: InputMaybe<Scalars['String']['input']>;
  /** How VAT lies on its sales; the ordinary rate without it. */
  vat?: InputMaybe<ItemVat>;
  /** Kilograms of one. */
  weight?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A new lot. */
export type CreateLotInput = {
  /** The last day on which its goods may be issued; needed where lots of the item expire. */
  expiresOn?: InputMaybe<Scalars['Date']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the item, which must be kept by lots. */
  itemId: Scalars['ID']['input'];
  /** Number, unique for the item. */
  number: Scalars['String']['input'];
};

/** A new warehouse. */
export type CreateWarehouseInput = {
  /** Address, as waybills name it. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** Code, unique in the company. */
  code: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Georgian name. */
  name: Scalars['String']['input'];
  /** English name. */
  nameEn?: InputMaybe<Scalars['String']['input']>;
};

/** A waybill to be written. */
export type CreateWaybillInput = {
  /** What it says. */
  content: WaybillContentInput;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The movement of the same goods. */
  movementId?: InputMaybe<Scalars['ID']['input']>;
  /** The tax invoice of the same goods. */
  taxInvoiceId?: InputMaybe<Scalars['ID']['input']>;
};

/** What there is of an item that nothing is issued of. */
export type DeadStock = {
  __typename?: 'DeadStock';
  /** The item. */
  item: Item;
  /** When something was last issued of it; null if never. */
  lastIssuedOn: Maybe<Scalars['Date']['output']>;
  /** How much there is. */
  quantity: Scalars['Decimal']['output'];
  /** What it is worth, GEL. */
  value: Scalars['Decimal']['output'];
};

/** A page of dead stock. */
export type DeadStockConnection = {
  __typename?: 'DeadStockConnection';
  /** Items, by their code. */
  edges: Array<DeadStockEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** Dead stock and its place in a list. */
export type DeadStockEdge = {
  __typename?: 'DeadStockEdge';
  /** Cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** What there is. */
  node: DeadStock;
};

/** A bill of materials that is to hold no more. */
export type EndBillOfMaterialsInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the product. */
  itemId: Scalars['ID']['input'];
  /** First day without it. On the day on which it begins, the bill is taken back. */
  on: Scalars['Date']['input'];
};

/** The product after the command. */
export type EndBillOfMaterialsPayload = {
  __typename?: 'EndBillOfMaterialsPayload';
  /** The product, whose other bills stay. */
  item: Item;
};

/** What somebody found in a count. */
export type EnterStockCountInput = {
  /** Identifier of the count. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What was found, 1–1,000 lines. */
  lines: Array<StockCountedInput>;
  /** Whether this takes the place of what was counted of the same before; without it, it is more of it. */
  replaces?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Days in which others made waybills for us. */
export type FetchReceivedWaybillsInput = {
  /** First day. */
  from: Scalars['Date']['input'];
  /** Last day; at most 31 days later. */
  to: Scalars['Date']['input'];
};

/** What was found. */
export type FetchReceivedWaybillsPayload = {
  __typename?: 'FetchReceivedWaybillsPayload';
  /** How many active and closed waybills RS.ge has for us of these days; those that were new are in `waybills` now. */
  found: Scalars['Int']['output'];
};

/** A file of items. Columns, in Georgian or English: code, name, name_en, kind, unit, unit_name, conversions (`PACK=12; T=1000`), barcodes, vat, costing_method, lots, serials, expiry, allows_short, expected_cost, weight, reorder_level, reorder_quantity. */
export type ImportItemsInput = {
  /** The file, at most 2,000,000 bytes and 5,000 rows: text, or Base64 of a workbook. */
  content: Scalars['String']['input'];
  /** Only says what would be wrong, and writes nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** How the file is written. */
  format: StockFileFormat;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What came of a file of items. */
export type ImportItemsPayload = {
  __typename?: 'ImportItemsPayload';
  /** What is wrong, by rows; the first 200. */
  errors: Array<StockImportError>;
  /** Items that were added: as many as there are rows, or none when a row is wrong. */
  imported: Scalars['Int']['output'];
  /** Rows in the file, without the head. */
  rows: Scalars['Int']['output'];
};

/** A file of what there is. Columns, in Georgian or English: item (its code), warehouse (its code), quantity, unit, amount or unit_cost, lot (its number), serials. */
export type ImportOpeningStockInput = {
  /** The file, at most 2,000,000 bytes and 1,000 rows: text, or Base64 of a workbook. */
  content: Scalars['String']['input'];
  /** The day on which it is there; its month must be open. */
  date: Scalars['Date']['input'];
  /** Only says what would be wrong, and writes nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** How the file is written. */
  format: StockFileFormat;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What the receipt refers to, at most 500 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the warehouse for rows that name none. */
  warehouseId?: InputMaybe<Scalars['ID']['input']>;
};

/** What came of a file of what there is. */
export type ImportOpeningStockPayload = {
  __typename?: 'ImportOpeningStockPayload';
  /** What is wrong, by rows; the first 200. */
  errors: Array<StockImportError>;
  /** Rows that were received: all of them, or none when one is wrong. */
  imported: Scalars['Int']['output'];
  /** The receipt of it all, posted; null when nothing was written. */
  movement: Maybe<StockMovement>;
  /** Rows in the file, without the head. */
  rows: Scalars['Int']['output'];
};

/** A sheet of a count that somebody has filled in. Columns, in Georgian or English: item (its code) or barcode, counted, unit, lot (its number), serials; name and expected may be there and are not read. */
export type ImportStockCountInput = {
  /** The file, at most 2,000,000 bytes and 5,000 rows: text, or Base64 of a workbook. */
  content: Scalars['String']['input'];
  /** Only says what would be wrong, and writes nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** How the file is written. */
  format: StockFileFormat;
  /** Identifier of the count. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether this takes the place of what was counted of the same before; without it, it is more of it. */
  replaces?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What came of a sheet of a count. */
export type ImportStockCountPayload = {
  __typename?: 'ImportStockCountPayload';
  /** The count as it is now. */
  count: StockCount;
  /** Rows that say how much was found; the others were not counted yet and are passed over. */
  counted: Scalars['Int']['output'];
  /** What is wrong, by rows; the first 200. */
  errors: Array<StockImportError>;
  /** Rows that were written down: all that say how much was found, or none when one is wrong. */
  imported: Scalars['Int']['output'];
  /** Rows in the file, without the head. */
  rows: Scalars['Int']['output'];
};

/** Which two figures should be the same and are not. */
export type InventoryCheck =
  /** Cost of a line, against what was booked for it. */
  | 'BOOKED_OF_LINE'
  /** Cost of something assembled, against its components and what was added. */
  | 'COST_OF_ASSEMBLED'
  /** Cost of a line that went out, against the layers it came from. */
  | 'COST_OF_LINE'
  /** An entry on an account of stock that no document of inventory stands behind; nothing is expected of it. */
  | 'ENTRY_WITHOUT_DOCUMENT'
  /** Value of stock on an account by the movements, against the balance of that account in the books. */
  | 'LEDGER_ACCOUNT'
  /** What a document changed in the value of stock on an account, against what the books have of it. */
  | 'LEDGER_DOCUMENT'
  /** A document whose posting the ledger has not answered yet. */
  | 'POSTING_AWAITED'
  /** A document whose posting the ledger refused. */
  | 'POSTING_REFUSED'
  /** Quantity that came in by a line, against what was taken out of its layer and what it still holds. */
  | 'QUANTITY_OF_LAYER'
  /** Quantity of a cost pool, against what its layers hold and what is sold short. */
  | 'QUANTITY_OF_LAYERS'
  /** Quantity of an item by its movements in all places, against its cost pool. */
  | 'QUANTITY_OF_PLACES'
  /** Quantity of a cost pool, against the lines that made it. */
  | 'QUANTITY_OF_POOL'
  /** Value of an item by its sums over time, against what was booked for it. */
  | 'SUMS_OF_ITEM'
  /** Value of a cost pool, against all that was booked for its item. */
  | 'VALUE_OF_ENTRIES'
  /** Value that came in by a line, against what was taken out of its layer and what it still holds. */
  | 'VALUE_OF_LAYER'
  /** Value of a cost pool, against what its layers hold and what is sold short. */
  | 'VALUE_OF_LAYERS'
  /** Value of a cost pool, against the lines that made it. */
  | 'VALUE_OF_POOL';

/** Two figures that should be the same and are not. */
export type InventoryDifference = {
  __typename?: 'InventoryDifference';
  /** Code of the account, if it is about one. */
  accountCode: Maybe<Scalars['String']['output']>;
  /** Which figures. */
  check: InventoryCheck;
  /** The first less the second. */
  difference: Scalars['Decimal']['output'];
  /** Identifier of the document, if it is about one. */
  documentId: Maybe<Scalars['ID']['output']>;
  /** The first figure: GEL, or base units of the item. */
  expected: Scalars['Decimal']['output'];
  /** The second. */
  found: Scalars['Decimal']['output'];
  /** Item that they belong to, if to one. */
  item: Maybe<Item>;
  /** Identifier of the line of a movement, if it is about one. */
  lineId: Maybe<Scalars['ID']['output']>;
  /** Identifier of the transaction in the books, if it is about one. */
  transactionId: Maybe<Scalars['ID']['output']>;
};

/** Whether stock is everywhere the same: in the books, in its movements, in the layers of its cost. */
export type InventoryHealth = {
  __typename?: 'InventoryHealth';
  /** Every difference, at most 500. */
  differences: Array<InventoryDifference>;
  /** No difference, and nothing that the ledger has still to answer. */
  isHealthy: Scalars['Boolean']['output'];
  /** Balance of the accounts of stock in the books, as far as inventory has read them, GEL. */
  ledgerValue: Scalars['Decimal']['output'];
  /** Value of stock by its movements less what is written down, GEL. */
  stockValue: Scalars['Decimal']['output'];
};

/** Language of names. */
export type InventoryLanguage =
  /** English. */
  | 'EN'
  /** Georgian. */
  | 'KA';

/** Which account of the ledger movements of goods are posted on, by what the account is for. */
export type InventoryPostingAccount = {
  __typename?: 'InventoryPostingAccount';
  /** Code of the account in the chart. */
  accountCode: Scalars['String']['output'];
  /** Whether it is the usual one, because the company has chosen none. */
  isDefault: Scalars['Boolean']['output'];
  /** What it is for, in the language asked for. */
  name: Scalars['String']['output'];
  /** What the account is for, for example `COST_OF_GOODS_SOLD`. */
  role: Scalars['String']['output'];
};


/** Which account of the ledger movements of goods are posted on, by what the account is for. */
export type InventoryPostingAccountNameArgs = {
  language?: InputMaybe<InventoryLanguage>;
};

/** The account after the command. */
export type InventoryPostingAccountPayload = {
  __typename?: 'InventoryPostingAccountPayload';
  /** The account as it is now. */
  account: InventoryPostingAccount;
};

/** Something that a company buys, makes, keeps or sells. */
export type Item = {
  __typename?: 'Item';
  /** Whether more may be issued than there is; the cost is settled when more comes. */
  allowsShort: Scalars['Boolean']['output'];
  /** Bar codes, each unique in the company. */
  barcodes: Array<Scalars['String']['output']>;
  /** The bill of materials that holds on a day; null when there is none. */
  billOfMaterials: Maybe<BillOfMaterials>;
  /** Code, unique in the company. */
  code: Scalars['String']['output'];
  /** Other units that it is bought or sold in. */
  conversions: Array<UnitConversion>;
  /** Which cost an issue takes. */
  costingMethod: CostingMethod;
  /** GEL that one is thought to cost, for what is issued before any has come. */
  expectedCost: Maybe<Scalars['Decimal']['output']>;
  /** Whether its lots expire. */
  hasExpiry: Scalars['Boolean']['output'];
  /** Whether it is kept by lots. */
  hasLots: Scalars['Boolean']['output'];
  /** Whether each piece has a number. */
  hasSerials: Scalars['Boolean']['output'];
  /** Identifier. */
  id: Scalars['ID']['output'];
  /** Whether it may be moved. */
  isActive: Scalars['Boolean']['output'];
  /** What it is. */
  kind: ItemKind;
  /** Its lots, by their number. */
  lots: LotConnection;
  /** Name, in the language asked for; Georgian where there is no other. */
  name: Scalars['String']['output'];
  /** Where it is now, by warehouse, lot and serial number. */
  places: Array<StockPlace>;
  /** Below so many it is to be ordered. */
  reorderLevel: Maybe<Scalars['Decimal']['output']>;
  /** How many to order at least. */
  reorderQuantity: Maybe<Scalars['Decimal']['output']>;
  /** Code of the unit that it is kept in. */
  unit: Scalars['String']['output'];
  /** What the unit is, where RS.ge has none. */
  unitName: Maybe<Scalars['String']['output']>;
  /** How VAT lies on its sales. */
  vat: ItemVat;
  /** Counts the changes; pass it as `expectedVersion` to change what you have seen. */
  version: Scalars['Int']['output'];
  /** Kilograms of one. */
  weight: Maybe<Scalars['Decimal']['output']>;
};


/** Something that a company buys, makes, keeps or sells. */
export type ItemBillOfMaterialsArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};


/** Something that a company buys, makes, keeps or sells. */
export type ItemLotsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Something that a company buys, makes, keeps or sells. */
export type ItemNameArgs = {
  language?: InputMaybe<InventoryLanguage>;
};

/** The item meant. */
export type ItemActionInput = {
  /** Refuses when the item has another version by now. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Identifier of the item. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Items, by their code. */
export type ItemConnection = {
  __typename?: 'ItemConnection';
  /** Items of this page. */
  edges: Array<ItemEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** An item with its cursor. */
export type ItemEdge = {
  __typename?: 'ItemEdge';
  /** Pass it as `after` to go on behind this item. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Item;
};

/** Which items to answer. */
export type ItemFilter = {
  /** Only those that may, or may not, be moved. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only these kinds. */
  kinds?: InputMaybe<Array<ItemKind>>;
  /** Part of a code or a name, or a whole bar code. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** What an item is, which says on which account it stands. */
export type ItemKind =
  /** Bought to be sold. */
  | 'GOODS'
  /** Bought to be used. */
  | 'MATERIAL'
  /** Made by the company. */
  | 'PRODUCT'
  /** Work: sold and bought, and never in a store. */
  | 'SERVICE';

/** The item after the command. */
export type ItemPayload = {
  __typename?: 'ItemPayload';
  /** The item as it is now. */
  item: Item;
};

/** How VAT lies on sales of an item. */
export type ItemVat =
  /** Exempt without the right of credit. */
  | 'EXEMPT_WITHOUT_CREDIT'
  /** Exempt with the right of credit. */
  | 'EXEMPT_WITH_CREDIT'
  /** The ordinary rate. */
  | 'STANDARD';

/**
 * Costs that were added to goods received, or a change of their price: the amount goes into stock on the day of booking, and
 * the share of what has gone out since is an adjustment on the same day. What was booked before stays.
 */
export type LandedCost = {
  __typename?: 'LandedCost';
  /** Code of the account on the other side. */
  accountCode: Scalars['String']['output'];
  /** GEL altogether; negative where the goods turned out cheaper. */
  amount: Scalars['Decimal']['output'];
  /** By what it was spread. */
  basis: LandedCostBasis;
  /** Day on which it entered the books. */
  bookingDate: Scalars['Date']['output'];
  /** What it is for. */
  description: Scalars['String']['output'];
  /** Identifier. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: LandedCostKind;
  /** Number, without gaps in its year: `LC-2026-000001`. */
  number: Scalars['String']['output'];
  /** What was asked of the ledger, and what became of it. */
  postings: Array<StockPosting>;
  /** Day on which it was taken back. */
  reversalDate: Maybe<Scalars['Date']['output']>;
  /** Why it was taken back. */
  reversalReason: Maybe<Scalars['String']['output']>;
  /** What each line got. */
  shares: Array<LandedCostShare>;
  /** Whether it is in force. */
  status: LandedCostStatus;
  /** Tax invoice by which it was charged. */
  taxInvoice: Maybe<TaxInvoice>;
};

/** By what costs are spread over lines. */
export type LandedCostBasis =
  /** By how many there are. */
  | 'QUANTITY'
  /** By what each line costs until now. */
  | 'VALUE'
  /** By what each line weighs. */
  | 'WEIGHT';

/** Added costs, the newest first. */
export type LandedCostConnection = {
  __typename?: 'LandedCostConnection';
  /** Documents of this page. */
  edges: Array<LandedCostEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A document with its cursor. */
export type LandedCostEdge = {
  __typename?: 'LandedCostEdge';
  /** Pass it as `after` to go on behind this document. */
  cursor: Scalars['String']['output'];
  /** The document. */
  node: LandedCost;
};

/** What a document adds to the cost of goods that came in. */
export type LandedCostKind =
  /** Something that they cost besides: freight, customs, insurance. */
  | 'LANDED'
  /** Their price turned out to be another one. */
  | 'PRICE_CORRECTION';

/** The document after the command. */
export type LandedCostPayload = {
  __typename?: 'LandedCostPayload';
  /** The document as it is now. */
  landedCost: LandedCost;
};

/** What was added to one line of a receipt. */
export type LandedCostShare = {
  __typename?: 'LandedCostShare';
  /** GEL; shares sum to the whole, what remains of the division goes to those from which most was cut off. */
  amount: Scalars['Decimal']['output'];
  /** Item of the line. */
  item: Item;
  /** Identifier of the line. */
  lineId: Scalars['ID']['output'];
};

/** Whether costs are in force. */
export type LandedCostStatus =
  /** They are a part of the cost of the goods. */
  | 'POSTED'
  /** They were taken back. */
  | 'REVERSED';

/** What a waybill belongs to. */
export type LinkWaybillInput = {
  /** Identifier of the waybill. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The movement of the same goods; none without it. */
  movementId?: InputMaybe<Scalars['ID']['input']>;
  /** The tax invoice of the same goods; none without it. */
  taxInvoiceId?: InputMaybe<Scalars['ID']['input']>;
};

/** A waybill and the tax invoice of the same goods. */
export type LinkWaybillInvoiceInput = {
  /** Identifier of the waybill. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The tax invoice; without it the one that the waybill belongs to already. */
  taxInvoiceId?: InputMaybe<Scalars['ID']['input']>;
};

/** Goods of one making, that expire on one day. */
export type Lot = {
  __typename?: 'Lot';
  /** The last day on which they may be issued. */
  expiresOn: Maybe<Scalars['Date']['output']>;
  /** Identifier. */
  id: Scalars['ID']['output'];
  /** The item. */
  item: Item;
  /** Number, unique for the item. */
  number: Scalars['String']['output'];
};

/** Lots of an item, by their number. */
export type LotConnection = {
  __typename?: 'LotConnection';
  /** Lots of this page. */
  edges: Array<LotEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A lot with its cursor. */
export type LotEdge = {
  __typename?: 'LotEdge';
  /** Pass it as `after` to go on behind this lot. */
  cursor: Scalars['String']['output'];
  /** The lot. */
  node: Lot;
};

/** The lot after the command. */
export type LotPayload = {
  __typename?: 'LotPayload';
  /** The lot as it is now. */
  lot: Lot;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Lets an item be moved again. Errors: NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  activateItem: ItemPayload;
  /**
   * Has a draft saved and activated at RS.ge, which numbers it. Errors: NOT_FOUND, INVALID_TRANSITION,
   * IDEMPOTENCY_KEY_REUSED.
   */
  activateWaybill: WaybillPayload;
  /**
   * Agrees to a count: its differences are booked by one movement of kind COUNT, at most 1,000 lines, and what stood still may
   * move again. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION (the count is over, or nothing was counted), PERIOD_CLOSED,
   * CONFLICT, IDEMPOTENCY_KEY_REUSED.
   */
  approveStockCount: StockCountPayload;
  /** Agrees to a draft. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  approveStockMovement: StockMovementPayload;
  /**
   * Makes a product by its bill: one posted movement of the kind `ASSEMBLY`, the product as its first line and the components
   * behind it in the order of the bill, as `lines[…]` of errors count them. Components are taken as they are, not what they
   * are made of themselves. What is kept by lots or serial numbers is assembled by `recordStockMovement`. Errors: NOT_FOUND,
   * BAD_USER_INPUT (among others: a component that does not come out even, or of which there is too little),
   * INVALID_TRANSITION, CONFLICT, PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
   */
  assembleByBill: StockMovementPayload;
  /** Gives a count up: nothing is booked, and what stood still may move again. Errors: NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
  cancelStockCount: StockCountPayload;
  /** Has an active or closed waybill cancelled at RS.ge. Errors: NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  cancelWaybill: WaybillPayload;
  /** Changes a draft. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  changeWaybill: WaybillPayload;
  /**
   * Chooses the account on which movements of goods are posted from now on; what is posted stays. Errors: BAD_USER_INPUT,
   * IDEMPOTENCY_KEY_REUSED.
   */
  chooseInventoryPostingAccount: InventoryPostingAccountPayload;
  /** Has an active waybill closed at RS.ge. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  closeWaybill: WaybillPayload;
  /** Confirms at RS.ge that goods have come. Errors: NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  confirmWaybill: WaybillPayload;
  /**
   * Says what a line of a receipt costs after all, as of when the goods came in. Errors: NOT_FOUND, BAD_USER_INPUT,
   * PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
   */
  correctReceiptPrice: LandedCostPayload;
  /**
   * Has another content of an active waybill saved at RS.ge. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION,
   * IDEMPOTENCY_KEY_REUSED.
   */
  correctWaybill: WaybillPayload;
  /** Adds a place within a warehouse. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  createBin: BinPayload;
  /** Adds an item. Errors: BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  createItem: ItemPayload;
  /** Adds a lot. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  createLot: LotPayload;
  /** Enters a draft. Errors: BAD_USER_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED. */
  createStockMovement: StockMovementPayload;
  /** Adds a warehouse. Errors: BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  createWarehouse: WarehousePayload;
  /** Writes a waybill; RS.ge is told of it when it is activated. Errors: BAD_USER_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED. */
  createWaybill: WaybillPayload;
  /** Lets an item be moved no more. Errors: NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  deactivateItem: ItemPayload;
  /** Gives up what has not moved yet. Errors: NOT_FOUND, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  discardStockMovement: StockMovementPayload;
  /**
   * Throws a draft away; what RS.ge has saved of it is deleted there. Errors: NOT_FOUND, INVALID_TRANSITION,
   * IDEMPOTENCY_KEY_REUSED.
   */
  discardWaybill: WaybillPayload;
  /**
   * Ends the bill that holds on a day; one that begins later stays. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION,
   * CONFLICT, IDEMPOTENCY_KEY_REUSED.
   */
  endBillOfMaterials: EndBillOfMaterialsPayload;
  /**
   * Writes down what somebody found. Entries of several people add up. Errors: NOT_FOUND, BAD_USER_INPUT (a serial number
   * that is counted already), INVALID_TRANSITION (the count is over), IDEMPOTENCY_KEY_REUSED.
   */
  enterStockCount: StockCountPayload;
  /**
   * Looks at RS.ge for waybills that others made for us; the last three days are looked through by themselves. Errors:
   * BAD_USER_INPUT, INVALID_TRANSITION, SERVICE_UNAVAILABLE.
   */
  fetchReceivedWaybills: FetchReceivedWaybillsPayload;
  /**
   * Adds the items that a file describes: all of them, or none when a row is wrong, and then names every wrong row. Errors:
   * BAD_USER_INPUT (the file cannot be read), CONFLICT, IDEMPOTENCY_KEY_REUSED.
   */
  importItems: ImportItemsPayload;
  /**
   * Receives what a file says there is, against the account of opening balances, by one posted movement: all rows, or none
   * when one is wrong, and then names every wrong row. Errors: BAD_USER_INPUT (the file cannot be read, or the date),
   * NOT_FOUND, PERIOD_CLOSED, CONFLICT, IDEMPOTENCY_KEY_REUSED.
   */
  importOpeningStock: ImportOpeningStockPayload;
  /**
   * Writes down in an open count what a filled-in sheet says was found: all rows that say how much, or none when one is wrong,
   * and then names every wrong row. Errors: NOT_FOUND, INVALID_TRANSITION (the count is over), BAD_USER_INPUT (the file cannot
   * be read), IDEMPOTENCY_KEY_REUSED.
   */
  importStockCount: ImportStockCountPayload;
  /** Says what a waybill belongs to. Errors: NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  linkWaybill: WaybillPayload;
  /**
   * Has a closed waybill of ours linked at RS.ge with the tax invoice of the same goods, which RS.ge must have already.
   * Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED.
   */
  linkWaybillInvoice: WaybillPayload;
  /**
   * Opens a count of a warehouse, or of some items in it, and remembers what there should be. Until it is approved or
   * cancelled nothing of it moves; what is kept back stays so. Errors: NOT_FOUND, BAD_USER_INPUT (goods moved on a later day),
   * CONFLICT (an open count counts the same), IDEMPOTENCY_KEY_REUSED.
   */
  openStockCount: StockCountPayload;
  /**
   * Moves the goods: the movement gets its number, its costs are reckoned, and the ledger is asked to post it. Errors:
   * NOT_FOUND, BAD_USER_INPUT (among others: more than there is, then or at any later moment), INVALID_TRANSITION,
   * CONFLICT, PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
   */
  postStockMovement: StockMovementPayload;
  /**
   * Adds costs to lines of receipts, as of when the goods came in. Errors: NOT_FOUND, BAD_USER_INPUT, PERIOD_CLOSED,
   * IDEMPOTENCY_KEY_REUSED.
   */
  recordLandedCosts: LandedCostPayload;
  /**
   * Writes, approves and posts a movement in one. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, CONFLICT,
   * PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
   */
  recordStockMovement: StockMovementPayload;
  /** Says at RS.ge that goods have not come. Errors: NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  rejectWaybill: WaybillPayload;
  /** Sets free what is kept back. Errors: NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  releaseStockReservation: StockReservationPayload;
  /**
   * Keeps goods back for a document. What is kept back is issued only by an issue whose reference names the document; sales,
   * uses, transfers, assemblies and returns to suppliers of it are refused otherwise. Errors: BAD_USER_INPUT, NOT_FOUND,
   * CONFLICT (the document has reserved this already), IDEMPOTENCY_KEY_REUSED.
   */
  reserveStock: StockReservationPayload;
  /**
   * Asks the ledger again to post what it refused. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, CONFLICT,
   * PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
   */
  retryStockPosting: StockMovementPayload;
  /**
   * Lets a call that a person had to look at go on: RS.ge is asked first what became of it. Errors: NOT_FOUND,
   * INVALID_TRANSITION.
   */
  retryWaybill: WaybillPayload;
  /**
   * Takes added costs back, as of when the goods came in. Errors: NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT,
   * PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
   */
  reverseLandedCosts: LandedCostPayload;
  /**
   * Takes a posted movement back by one that does the opposite, as of when it happened; answers that one. Errors:
   * NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION (its goods have gone out since, or others rest on it), CONFLICT,
   * PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
   */
  reverseStockMovement: StockMovementPayload;
  /**
   * Says what a product is made of from a day on. Nothing may be made of itself, by any versions of any bills: the refusal
   * names the circle. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED.
   */
  setBillOfMaterials: BillOfMaterialsPayload;
  /** Says whether goods may be put somewhere. Errors: NOT_FOUND, IDEMPOTENCY_KEY_REUSED. */
  setBinActive: BinPayload;
  /** Gives the sign-in of the company. Errors: BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
  setWaybillCredentials: WaybillConnectionPayload;
  /** Tries the sign-in now. Errors: INVALID_TRANSITION. */
  tryWaybillConnection: WaybillConnectionPayload;
  /** Changes an item. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  updateItem: ItemPayload;
  /** Corrects when a lot expires. Errors: NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
  updateLot: LotPayload;
  /** Writes a draft anew. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  updateStockMovement: StockMovementPayload;
  /** Changes a warehouse. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  updateWarehouse: WarehousePayload;
  /**
   * Writes stock of an item down to what it can be sold for, or back up as far as that has risen, never above cost. Errors:
   * NOT_FOUND, BAD_USER_INPUT, PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
   */
  writeDownStock: StockWriteDownPayload;
};


export type MutationActivateItemArgs = {
  input: ItemActionInput;
};


export type MutationActivateWaybillArgs = {
  input: WaybillInput;
};


export type MutationApproveStockCountArgs = {
  input: ApproveStockCountInput;
};


export type MutationApproveStockMovementArgs = {
  input: StockMovementActionInput;
};


export type MutationAssembleByBillArgs = {
  input: AssembleByBillInput;
};


export type MutationCancelStockCountArgs = {
  input: CancelStockCountInput;
};


export type MutationCancelWaybillArgs = {
  input: WaybillWithReasonInput;
};


export type MutationChangeWaybillArgs = {
  input: ChangeWaybillInput;
};


export type MutationChooseInventoryPostingAccountArgs = {
  input: ChooseInventoryPostingAccountInput;
};


export type MutationCloseWaybillArgs = {
  input: CloseWaybillInput;
};


export type MutationConfirmWaybillArgs = {
  input: WaybillInput;
};


export type MutationCorrectReceiptPriceArgs = {
  input: CorrectReceiptPriceInput;
};


export type MutationCorrectWaybillArgs = {
  input: ChangeWaybillInput;
};


export type MutationCreateBinArgs = {
  input: CreateBinInput;
};


export type MutationCreateItemArgs = {
  input: CreateItemInput;
};


export type MutationCreateLotArgs = {
  input: CreateLotInput;
};


export type MutationCreateStockMovementArgs = {
  input: StockMovementInput;
};


export type MutationCreateWarehouseArgs = {
  input: CreateWarehouseInput;
};


export type MutationCreateWaybillArgs = {
  input: CreateWaybillInput;
};


export type MutationDeactivateItemArgs = {
  input: ItemActionInput;
};


export type MutationDiscardStockMovementArgs = {
  input: StockMovementActionInput;
};


export type MutationDiscardWaybillArgs = {
  input: WaybillInput;
};


export type MutationEndBillOfMaterialsArgs = {
  input: EndBillOfMaterialsInput;
};


export type MutationEnterStockCountArgs = {
  input: EnterStockCountInput;
};


export type MutationFetchReceivedWaybillsArgs = {
  input: FetchReceivedWaybillsInput;
};


export type MutationImportItemsArgs = {
  input: ImportItemsInput;
};


export type MutationImportOpeningStockArgs = {
  input: ImportOpeningStockInput;
};


export type MutationImportStockCountArgs = {
  input: ImportStockCountInput;
};


export type MutationLinkWaybillArgs = {
  input: LinkWaybillInput;
};


export type MutationLinkWaybillInvoiceArgs = {
  input: LinkWaybillInvoiceInput;
};


export type MutationOpenStockCountArgs = {
  input: OpenStockCountInput;
};


export type MutationPostStockMovementArgs = {
  input: StockMovementActionInput;
};


export type MutationRecordLandedCostsArgs = {
  input: RecordLandedCostsInput;
};


export type MutationRecordStockMovementArgs = {
  input: StockMovementInput;
};


export type MutationRejectWaybillArgs = {
  input: WaybillWithReasonInput;
};


export type MutationReleaseStockReservationArgs = {
  input: StockReservationActionInput;
};


export type MutationReserveStockArgs = {
  input: ReserveStockInput;
};


export type MutationRetryStockPostingArgs = {
  input: RetryStockPostingInput;
};


export type MutationRetryWaybillArgs = {
  input: WaybillInput;
};


export type MutationReverseLandedCostsArgs = {
  input: ReverseLandedCostsInput;
};


export type MutationReverseStockMovementArgs = {
  input: ReverseStockMovementInput;
};


export type MutationSetBillOfMaterialsArgs = {
  input: SetBillOfMaterialsInput;
};


export type MutationSetBinActiveArgs = {
  input: SetBinActiveInput;
};


export type MutationSetWaybillCredentialsArgs = {
  input: SetWaybillCredentialsInput;
};


export type MutationTryWaybillConnectionArgs = {
  input: TryWaybillConnectionInput;
};


export type MutationUpdateItemArgs = {
  input: UpdateItemInput;
};


export type MutationUpdateLotArgs = {
  input: UpdateLotInput;
};


export type MutationUpdateStockMovementArgs = {
  input: UpdateStockMovementInput;
};


export type MutationUpdateWarehouseArgs = {
  input: UpdateWarehouseInput;
};


export type MutationWriteDownStockArgs = {
  input: WriteDownStockInput;
};

/** What is to be counted. */
export type OpenStockCountInput = {
  /** The day: nothing may have moved there on a later one. */
  date: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items, 1–1,000; all that there are in the warehouse without them. */
  itemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whatever is to be remembered, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the warehouse. */
  warehouseId: Scalars['ID']['input'];
};

/** Where a page of a connection begins and ends, and whether more follows. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last edge: pass it as `after` to get the next page. Null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** True when more edges follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when the page was asked for with `after`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge; null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /** Bills of materials with all their versions, by product and day. */
  billsOfMaterials: BillOfMaterialsConnection;
  /** What there is of items that nothing was issued of since a day. */
  deadStock: DeadStockConnection;
  /** Holds everything that is known of stock against everything else, and names each difference. */
  inventoryHealth: InventoryHealth;
  /** Accounts on which movements of goods are posted, by what they are for. */
  inventoryPostingAccounts: Array<InventoryPostingAccount>;
  /** One item, by its id, its code or one of its bar codes. Null when the company has no such item. Errors: BAD_USER_INPUT. */
  item: Maybe<Item>;
  /** Items, by their code. */
  items: ItemConnection;
  /** Costs that were added to goods received; null for an identifier that there is not. */
  landedCost: Maybe<LandedCost>;
  /** Costs that were added to goods received, the newest first. */
  landedCosts: LandedCostConnection;
  /** Items of which there is less than their level, counting what is on order and without what is kept back. */
  reorderProposals: ReorderProposalConnection;
  /** How old what there is now is on a day. */
  stockAges: StockAgeConnection;
  /** What of an item is there, kept back and free, in each warehouse that has any; at most 200 warehouses. */
  stockAvailability: Array<StockAvailability>;
  /** What came and went of an item, with what there is after each. Null when the company has none such. */
  stockCard: Maybe<StockCardConnection>;
  /** The card of an item, as a file. Null when the company has no such item or warehouse. Errors: BAD_USER_INPUT. */
  stockCardFile: Maybe<StockFile>;
  /** One count. Null when the company has none such. */
  stockCount: Maybe<StockCount>;
  /**
   * The sheet of a count to be filled in, as a file: a row for each thing, with nothing in the column `counted`. Filled in it may
   * be handed to `importStockCount`. Null when the company has no such count.
   */
  stockCountFile: Maybe<StockFile>;
  /** Counts, the latest first. */
  stockCounts: StockCountConnection;
  /** One movement. Null when the company has none such. */
  stockMovement: Maybe<StockMovement>;
  /** Movements, the latest first. */
  stockMovements: StockMovementConnection;
  /** What there was at the end of a day: quantities and values. */
  stockOnHand: StockOnHandConnection;
  /** What there was at the end of a day, as a file. Null when the company has no such warehouse. Errors: BAD_USER_INPUT. */
  stockOnHandFile: Maybe<StockFile>;
  /** One reservation. Null when the company has none such. */
  stockReservation: Maybe<StockReservation>;
  /** Reservations, those first that end first. */
  stockReservations: StockReservationConnection;
  /** What came and went of items in a span of days of the books. */
  stockTurnover: StockTurnoverConnection;
  /** Units that goods are counted in, by their number at RS.ge. */
  stockUnits: Array<StockUnit>;
  /** Write-downs of stock, the newest first. */
  stockWriteDowns: StockWriteDownConnection;
  /** One warehouse. Null when the company has no such warehouse. */
  warehouse: Maybe<Warehouse>;
  /** Warehouses, by their code. */
  warehouses: WarehouseConnection;
  /** One waybill. Null when the company has no such waybill. */
  waybill: Maybe<Waybill>;
  /** How the connection to the waybill service fares. */
  waybillConnection: WaybillServiceConnection;
  /** Waybills, the newest first. */
  waybills: WaybillConnection;
};


export type QueryBillsOfMaterialsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  componentId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  itemId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryDeadStockArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  since: Scalars['Date']['input'];
};


export type QueryItemArgs = {
  barcode?: InputMaybe<Scalars['String']['input']>;
  code?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ItemFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryLandedCostArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLandedCostsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryReorderProposalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryStockAgesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf: Scalars['Date']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryStockAvailabilityArgs = {
  itemId: Scalars['ID']['input'];
};


export type QueryStockCardArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  basis?: InputMaybe<StockBasis>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Date']['input'];
  itemId: Scalars['ID']['input'];
  to: Scalars['Date']['input'];
  warehouseId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryStockCardFileArgs = {
  basis?: InputMaybe<StockBasis>;
  format: StockExportFormat;
  from: Scalars['Date']['input'];
  itemId: Scalars['ID']['input'];
  language: InventoryLanguage;
  to: Scalars['Date']['input'];
  warehouseId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryStockCountArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStockCountFileArgs = {
  format: StockExportFormat;
  id: Scalars['ID']['input'];
  language: InventoryLanguage;
  showsExpected: Scalars['Boolean']['input'];
};


export type QueryStockCountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StockCountFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryStockMovementArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStockMovementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StockMovementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryStockOnHandArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf: Scalars['Date']['input'];
  basis?: InputMaybe<StockBasis>;
  filter?: InputMaybe<StockFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryStockOnHandFileArgs = {
  asOf: Scalars['Date']['input'];
  basis?: InputMaybe<StockBasis>;
  format: StockExportFormat;
  language: InventoryLanguage;
  warehouseId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryStockReservationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStockReservationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StockReservationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryStockTurnoverArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
  warehouseId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryStockWriteDownsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  itemId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryWarehouseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWarehousesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryWaybillArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWaybillsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WaybillFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Costs to be added. */
export type RecordLandedCostsInput = {
  /** Code of the account on the other side; that of goods received without it. */
  accountCode?: InputMaybe<Scalars['String']['input']>;
  /** GEL altogether; negative takes away. */
  amount: Scalars['Decimal']['input'];
  /** By what they are spread. */
  basis: LandedCostBasis;
  /** Day on which they enter the books, in an open month. */
  bookingDate: Scalars['Date']['input'];
  /** What they are for. */
  description: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Identifiers of lines of posted receipts, 1–1,000. */
  lineIds: Array<Scalars['ID']['input']>;
  /** Identifier of the tax invoice by which they were charged. */
  taxInvoiceId?: InputMaybe<Scalars['ID']['input']>;
};

/** An item of which there is too little, and how much of it to order. */
export type ReorderProposal = {
  __typename?: 'ReorderProposal';
  /** The item. */
  item: Item;
  /** Below so many the item is to be ordered. */
  level: Scalars['Decimal']['output'];
  /** How much is in all warehouses and on the way between them, in the base unit. */
  onHand: Scalars['Decimal']['output'];
  /** How much the receipts will bring that are drafted or approved and not posted. */
  onOrder: Scalars['Decimal']['output'];
  /** How much to order: what the item is ordered by, or, where that is too little, what is missing to its level. */
  quantity: Scalars['Decimal']['output'];
  /** How much is kept back for documents today. */
  reserved: Scalars['Decimal']['output'];
};

/** Proposals to order, by the code of the item. */
export type ReorderProposalConnection = {
  __typename?: 'ReorderProposalConnection';
  /** Proposals of this page. */
  edges: Array<ReorderProposalEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A proposal with its cursor. */
export type ReorderProposalEdge = {
  __typename?: 'ReorderProposalEdge';
  /** Pass it as `after` to go on behind this proposal. */
  cursor: Scalars['String']['output'];
  /** The proposal. */
  node: ReorderProposal;
};

/** What is to be kept back. */
export type ReserveStockInput = {
  /** What it is for, at most 100 characters, for example the number of an order. */
  document: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the item. */
  itemId: Scalars['ID']['input'];
  /** How much: no more than is available. */
  quantity: Scalars['Decimal']['input'];
  /** Code of the unit; the base unit of the item without it. */
  unit?: InputMaybe<Scalars['String']['input']>;
  /** Last day on which it is to hold, today or later. */
  until: Scalars['Date']['input'];
  /** Identifier of the warehouse. */
  warehouseId: Scalars['ID']['input'];
};

/** A movement whose posting the ledger refused. */
export type RetryStockPostingInput = {
  /** Another day on which it enters the books, its goods too; as before without it. */
  bookingDate?: InputMaybe<Scalars['Date']['input']>;
  /** Identifier of the movement. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which costs to take back. */
export type ReverseLandedCostsInput = {
  /** Day on which they leave the books, in an open month. */
  bookingDate: Scalars['Date']['input'];
  /** Identifier of the document. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  reason: Scalars['String']['input'];
};

/** A movement to be taken back. */
export type ReverseStockMovementInput = {
  /** Day on which that enters the books, in an open month and not before the movement did. */
  bookingDate: Scalars['Date']['input'];
  /** Identifier of the movement. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  reason: Scalars['String']['input'];
};

/** What a product is made of from a day on. */
export type SetBillOfMaterialsInput = {
  /** What a batch takes, 1–200. */
  components: Array<BillOfMaterialsComponentInput>;
  /** First day on which it holds; what was said of the same day before is replaced. */
  from: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the product: an item of the kind `PRODUCT` or `GOODS`. */
  itemId: Scalars['ID']['input'];
  /** How many one batch makes, in the unit that the product is kept in. */
  quantity: Scalars['Decimal']['input'];
};

/** Whether goods may be put somewhere. */
export type SetBinActiveInput = {
  /** Identifier of the bin. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether they may. */
  isActive: Scalars['Boolean']['input'];
};

/** A sign-in at the waybill service: the service user, not the one of the web page. */
export type SetWaybillCredentialsInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its password; it is sealed and never shown. */
  servicePassword: Scalars['String']['input'];
  /** Service user, often `name:tax number`. */
  serviceUser: Scalars['String']['input'];
};

/** How old what there is of an item is, by the days on which its layers came in. */
export type StockAge = {
  __typename?: 'StockAge';
  /** The item. */
  item: Item;
  /** How much there is. */
  quantity: Scalars['Decimal']['output'];
  /** The same by age, the youngest first. */
  spans: Array<StockAgeSpan>;
  /** What it is worth, GEL. */
  value: Scalars['Decimal']['output'];
};

/** A page of ages. */
export type StockAgeConnection = {
  __typename?: 'StockAgeConnection';
  /** Ages, by the code of the item. */
  edges: Array<StockAgeEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** Ages of an item and their place in a list. */
export type StockAgeEdge = {
  __typename?: 'StockAgeEdge';
  /** Cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The ages. */
  node: StockAge;
};

/** How much of an item came in within a span of days before today. */
export type StockAgeSpan = {
  __typename?: 'StockAgeSpan';
  /** Age in days from which it counts. */
  fromDays: Scalars['Int']['output'];
  /** How much, in the base unit. */
  quantity: Scalars['Decimal']['output'];
  /** Age in days until which it counts; null for the oldest. */
  toDays: Maybe<Scalars['Int']['output']>;
  /** What it is worth, GEL. */
  value: Scalars['Decimal']['output'];
};

/** What of an item is free in a warehouse. */
export type StockAvailability = {
  __typename?: 'StockAvailability';
  /** What is left: what is there without what is kept back. */
  available: Scalars['Decimal']['output'];
  /** How much is there, in the base unit of the item. */
  onHand: Scalars['Decimal']['output'];
  /** How much of it is kept back today. */
  reserved: Scalars['Decimal']['output'];
  /** Identifier of the warehouse. */
  warehouseId: Scalars['ID']['output'];
};

/** What there is at one moment. */
export type StockBalance = {
  __typename?: 'StockBalance';
  /** How much, in the base unit. */
  quantity: Scalars['Decimal']['output'];
  /** What it is worth, GEL; null in one warehouse. */
  value: Maybe<Scalars['Decimal']['output']>;
};

/** By which day the past is looked at. */
export type StockBasis =
  /** By the day on which something entered the books: the past never changes. */
  | 'BOOKED'
  /** By the day on which it happened: as it truly was, by what is known now. */
  | 'HAPPENED';

/** A page of a stock card. */
export type StockCardConnection = {
  __typename?: 'StockCardConnection';
  /** At the end of the last day. */
  closing: StockBalance;
  /** The lines, in order. */
  edges: Array<StockCardEdge>;
  /** Before the first day. */
  opening: StockBalance;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A line and its place in a card. */
export type StockCardEdge = {
  __typename?: 'StockCardEdge';
  /** Cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The line. */
  node: StockCardLine;
};

/** A line of a stock card. */
export type StockCardLine = {
  __typename?: 'StockCardLine';
  /** Of a change in value without goods: the movement whose cost it is about. */
  corrects: Maybe<StockMovement>;
  /** The day it stands at. */
  day: Scalars['Date']['output'];
  /** Identifier of the document that caused it. */
  documentId: Scalars['ID']['output'];
  /** What it is. */
  kind: StockCardLineKind;
  /** The movement that came or went, or by which an adjustment was caused; null when that was another document. */
  movement: Maybe<StockMovement>;
  /** How much came (or, less than zero, went), in the base unit. */
  quantity: Scalars['Decimal']['output'];
  /** What there is after it. */
  runningQuantity: Scalars['Decimal']['output'];
  /** What that is worth, GEL. */
  runningValue: Maybe<Scalars['Decimal']['output']>;
  /** By how much the value grew, GEL. Null on the card of one warehouse: values are of an item in all of them together. */
  value: Maybe<Scalars['Decimal']['output']>;
};

/** What a line of a stock card is. */
export type StockCardLineKind =
  /** Costs were added to a receipt, or its price changed. */
  | 'ADDED'
  /** What was booked for an earlier movement is corrected, because more is known. */
  | 'ADJUSTMENT'
  /** Goods came or went. */
  | 'MOVEMENT';

/** A count of what there is in a warehouse: what there should be, what was found, and the difference. While it is open nothing of it moves. */
export type StockCount = {
  __typename?: 'StockCount';
  /** When it was opened. */
  createdAt: Scalars['DateTime']['output'];
  /** The day on which it is counted, and as of which differences are booked. */
  date: Scalars['Date']['output'];
  /** Everything that somebody wrote down while counting, in that order. */
  entries: StockCountEntryConnection;
  /** Identifier. */
  id: Scalars['ID']['output'];
  /** The items that are counted; null for all that there are in the warehouse. */
  items: Maybe<Array<Item>>;
  /** The sheet, by the code of the item, then by lot and serial number. */
  lines: StockCountLineConnection;
  /** The movement that its differences became; null until it is approved, and where there were none. */
  movement: Maybe<StockMovement>;
  /** Whatever is to be remembered. */
  note: Maybe<Scalars['String']['output']>;
  /** Number, without gaps in a year: `IC-2026-000004`. */
  number: Scalars['String']['output'];
  /** Why it was given up. */
  reason: Maybe<Scalars['String']['output']>;
  /** How far it is. */
  status: StockCountStatus;
  /** What all its lines come to. */
  totals: StockCountTotals;
  /** What became of what nobody had counted; null until it is approved. */
  uncounted: Maybe<StockCountUncounted>;
  /** Counts the changes; pass it as `expectedVersion` to approve what you have seen. */
  version: Scalars['Int']['output'];
  /** The warehouse. */
  warehouse: Warehouse;
};


/** A count of what there is in a warehouse: what there should be, what was found, and the difference. While it is open nothing of it moves. */
export type StockCountEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A count of what there is in a warehouse: what there should be, what was found, and the difference. While it is open nothing of it moves. */
export type StockCountLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StockCountLineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of counts. */
export type StockCountConnection = {
  __typename?: 'StockCountConnection';
  /** Counts, the latest first. */
  edges: Array<StockCountEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A count and its place in a list. */
export type StockCountEdge = {
  __typename?: 'StockCountEdge';
  /** Cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The count. */
  node: StockCount;
};

/** Something that somebody found while counting, as they wrote it down. */
export type StockCountEntry = {
  __typename?: 'StockCountEntry';
  /** The same in the base unit of the item. */
  baseQuantity: Scalars['Decimal']['output'];
  /** When it was written down. */
  enteredAt: Scalars['DateTime']['output'];
  /** Identifier of whoever wrote it down. */
  enteredBy: Scalars['ID']['output'];
  /** The item. */
  item: Item;
  /** Identifier of the lot. */
  lotId: Maybe<Scalars['ID']['output']>;
  /** How much, in the unit that was written; zero where it was looked for in vain. */
  quantity: Scalars['Decimal']['output'];
  /** Whether it took the place of what was counted before, or was more of it. */
  replaces: Scalars['Boolean']['output'];
  /** Serial number. */
  serial: Maybe<Scalars['String']['output']>;
  /** Code of that unit. */
  unit: Scalars['String']['output'];
};

/** A page of entries. */
export type StockCountEntryConnection = {
  __typename?: 'StockCountEntryConnection';
  /** The entries. */
  edges: Array<StockCountEntryEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** An entry and its place in the count. */
export type StockCountEntryEdge = {
  __typename?: 'StockCountEntryEdge';
  /** Cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: StockCountEntry;
};

/** Which counts to answer; every condition given must hold. */
export type StockCountFilter = {
  /** Those that are so far. */
  statuses?: InputMaybe<Array<StockCountStatus>>;
  /** Those of this warehouse. */
  warehouseId?: InputMaybe<Scalars['ID']['input']>;
};

/** What there should be of something, and what was found: of an item, of a lot, or of one thing by its serial number. */
export type StockCountLine = {
  __typename?: 'StockCountLine';
  /** What was found, all entries together; null where nobody has counted. */
  counted: Maybe<Scalars['Decimal']['output']>;
  /** What was found less what there should be; null where nobody has counted and nobody has said what that means. */
  difference: Maybe<Scalars['Decimal']['output']>;
  /** What there was by the books when the count was opened, without what was on the way, in the base unit. */
  expected: Scalars['Decimal']['output'];
  /** The item. */
  item: Item;
  /** Identifier of the lot. */
  lotId: Maybe<Scalars['ID']['output']>;
  /** Serial number. */
  serial: Maybe<Scalars['String']['output']>;
  /** What the difference is worth, GEL: by what a unit costs now, and, once it is booked, by what was booked. Null where no cost is known. */
  value: Maybe<Scalars['Decimal']['output']>;
};

/** A page of a sheet. */
export type StockCountLineConnection = {
  __typename?: 'StockCountLineConnection';
  /** The lines. */
  edges: Array<StockCountLineEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A line and its place in the sheet. */
export type StockCountLineEdge = {
  __typename?: 'StockCountLineEdge';
  /** Cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The line. */
  node: StockCountLine;
};

/** Which lines of a sheet; every condition given must hold. */
export type StockCountLineFilter = {
  /** Those with a difference, or those without. */
  isDifferent?: InputMaybe<Scalars['Boolean']['input']>;
  /** Those that nobody has counted, or those that somebody has. */
  isUncounted?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The count after the command. */
export type StockCountPayload = {
  __typename?: 'StockCountPayload';
  /** The count as it is now. */
  count: StockCount;
};

/** How far a count is. */
export type StockCountStatus =
  /** Agreed to: its differences are in the books. */
  | 'APPROVED'
  /** Given up: nothing was changed by it. */
  | 'CANCELLED'
  /** Being counted: what it counts stands still. */
  | 'OPEN';

/** What the lines of a count come to. */
export type StockCountTotals = {
  __typename?: 'StockCountTotals';
  /** How many of them somebody has counted. */
  counted: Scalars['Int']['output'];
  /** How many of them have a difference. */
  different: Scalars['Int']['output'];
  /** How many lines there are. */
  lines: Scalars['Int']['output'];
  /** What is missing is worth, GEL. */
  shortage: Scalars['Decimal']['output'];
  /** What there is too much is worth, GEL. */
  surplus: Scalars['Decimal']['output'];
};

/** What becomes of goods that nobody has counted. */
export type StockCountUncounted =
  /** They are taken not to be there. */
  | 'MISSING'
  /** They are taken to be as they should be. */
  | 'NO_DIFFERENCE';

/** What somebody found. */
export type StockCountedInput = {
  /** Identifier of the item. */
  itemId: Scalars['ID']['input'];
  /** Identifier of the lot; needed for what is kept by lots. */
  lotId?: InputMaybe<Scalars['ID']['input']>;
  /** How much was found, zero or more. */
  quantity: Scalars['Decimal']['input'];
  /** Serial numbers, up to 1,000: as many as were found, or, with the quantity zero, those that were not. */
  serials?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Code of the unit; the base unit of the item without it. */
  unit?: InputMaybe<Scalars['String']['input']>;
};

/** Whether goods come or go. */
export type StockDirection =
  /** They come in. */
  | 'IN'
  /** They go out. */
  | 'OUT';

/** How a list of stock is written. */
export type StockExportFormat =
  /** Text in UTF-8, separated by commas, with a head. */
  | 'CSV'
  /** A workbook of Excel: numbers are numbers, the head stays where it is. */
  | 'XLSX';

/** A file to be fetched. Whoever has the link has the file, so it is not to be passed on. */
export type StockFile = {
  __typename?: 'StockFile';
  /** When the link ceases to hold. */
  expiresAt: Scalars['DateTime']['output'];
  /** Address below that of the gateway: `GET` answers the file, 404 for a link that was changed, 410 for one too old. */
  url: Scalars['String']['output'];
};

/** How a file is written. */
export type StockFileFormat =
  /** Text in UTF-8, separated by commas, semicolons or tabs; the first row says what the columns are. */
  | 'CSV'
  /** A workbook of Excel, its bytes in Base64; the first sheet is read, and its first row says what the columns are. */
  | 'XLSX';

/** Which stock is meant. */
export type StockFilter = {
  /** Of these items, up to 1,000. */
  itemIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** In this warehouse, and on the way to it; in all without it. */
  warehouseId?: InputMaybe<Scalars['ID']['input']>;
};

/** What is wrong with a row of a file. */
export type StockImportError = {
  __typename?: 'StockImportError';
  /** Title of the column as it stands in the file; null where the row as a whole is wrong. */
  column: Maybe<Scalars['String']['output']>;
  /** Why it is refused. */
  reason: Scalars['String']['output'];
  /** Number of the row; the head is the first. */
  row: Scalars['Int']['output'];
  /** What stands there. */
  value: Maybe<Scalars['String']['output']>;
};

/** Why goods are issued, which says on which account their cost goes. */
export type StockIssueReason =
  /** Lost, spoiled or written off. */
  | 'LOSS'
  /** Sold: cost of goods sold. */
  | 'SALE'
  /** Used up by the company itself. */
  | 'USE';

/** A movement of goods: a document with lines. */
export type StockMovement = {
  __typename?: 'StockMovement';
  /** What has arrived of a transfer, or was lost on the way. */
  arrivals: Array<StockMovement>;
  /** Day on which it enters the books. */
  bookingDate: Scalars['Date']['output'];
  /** What was booked for all lines when it was posted, GEL. */
  cost: Maybe<Scalars['Decimal']['output']>;
  /** Role of the account that goods are received against; usually `GOODS_RECEIVED`. */
  counterAccount: Maybe<Scalars['String']['output']>;
  /** The other side. */
  counterparty: Maybe<Counterparty>;
  /** When it was entered. */
  createdAt: Scalars['DateTime']['output'];
  /** When it happened. */
  date: Scalars['Date']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Whether a transfer arrives as it leaves, with nothing on the way. */
  isDirect: Scalars['Boolean']['output'];
  /** What it is. */
  kind: StockMovementKind;
  /** Its lines. */
  lines: Array<StockMovementLine>;
  /** Note of the company's own. */
  note: Maybe<Scalars['String']['output']>;
  /** Number among its kind and year, for example `GR-2026-000012`: without gaps. Null until it is posted. */
  number: Maybe<Scalars['String']['output']>;
  /** What it asked the ledger to post. */
  postings: Array<StockPosting>;
  /** Why goods are issued. */
  reason: Maybe<StockIssueReason>;
  /** Number of a document of others, for example of the supplier's delivery note. */
  reference: Maybe<Scalars['String']['output']>;
  /** Why it takes the other one back. */
  reversalReason: Maybe<Scalars['String']['output']>;
  /** The movement that took it back. */
  reversedBy: Maybe<StockMovement>;
  /** The movement that it takes back. */
  reverses: Maybe<StockMovement>;
  /** How far it is. */
  status: StockMovementStatus;
  /** The count whose differences it is; null for all other movements. */
  stockCount: Maybe<StockCount>;
  /** The tax invoice about the same goods. */
  taxInvoice: Maybe<TaxInvoice>;
  /** At what time of that day, `HH:MM`. Without one, what comes in counts from the start of the day, what goes out at its end. */
  time: Maybe<Scalars['String']['output']>;
  /** Where a transfer goes. */
  toWarehouse: Maybe<Warehouse>;
  /** Of an arrival: the transfer. */
  transfer: Maybe<StockMovement>;
  /** Version, for `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Waybills that the goods travelled with. */
  waybills: Array<Waybill>;
};

/** A movement that something is to be done with. */
export type StockMovementActionInput = {
  /** Refuses with CONFLICT when the movement is at another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Identifier of the movement. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A page of movements. */
export type StockMovementConnection = {
  __typename?: 'StockMovementConnection';
  /** The movements. */
  edges: Array<StockMovementEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A movement and its place in a list. */
export type StockMovementEdge = {
  __typename?: 'StockMovementEdge';
  /** Cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The movement. */
  node: StockMovement;
};

/** Which movements are meant. All conditions must hold. */
export type StockMovementFilter = {
  /** With this other side. */
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  /** Which happened on this day or later. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Posted movements of this item. */
  itemId?: InputMaybe<Scalars['ID']['input']>;
  /** Of these kinds. */
  kinds?: InputMaybe<Array<StockMovementKind>>;
  /** In these states. */
  statuses?: InputMaybe<Array<StockMovementStatus>>;
  /** About the goods of this tax invoice. */
  taxInvoiceId?: InputMaybe<Scalars['ID']['input']>;
  /** Which happened on this day or before. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** A movement to be written. */
export type StockMovementInput = {
  /** Day on which it enters the books, in an open month; `date` without it. It may be later than `date`, never before. */
  bookingDate?: InputMaybe<Scalars['Date']['input']>;
  /** Role of the account that goods are received against: `GOODS_RECEIVED` (usual), `OPENING_BALANCE` or `SURPLUSES`. */
  counterAccount?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the other side. */
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  /** When it happened. */
  date: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether a transfer arrives as it leaves. */
  isDirect?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it is. */
  kind: StockMovementKind;
  /** Its lines, 1–1,000. */
  lines: Array<StockMovementLineInput>;
  /** Note of the company's own. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Why goods are issued; issues must say it. */
  reason?: InputMaybe<StockIssueReason>;
  /** Number of a document of others. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the tax invoice about the same goods. */
  taxInvoiceId?: InputMaybe<Scalars['ID']['input']>;
  /** At what time of that day, `HH:MM`. */
  time?: InputMaybe<Scalars['String']['input']>;
  /** Where a transfer goes. */
  toWarehouseId?: InputMaybe<Scalars['ID']['input']>;
  /** Of an arrival: identifier of the transfer. */
  transferId?: InputMaybe<Scalars['ID']['input']>;
  /** Identifier of the warehouse of lines that name none. */
  warehouseId?: InputMaybe<Scalars['ID']['input']>;
};

/** What a movement of goods is. */
export type StockMovementKind =
  /** Something is made of its components. */
  | 'ASSEMBLY'
  /** Differences that a count found. */
  | 'COUNT'
  /** A customer brings goods back. */
  | 'CUSTOMER_RETURN'
  /** Goods go out: sold, used or lost. */
  | 'ISSUE'
  /** Goods come in: bought, found in the opening balance, or for another reason that its account names. */
  | 'RECEIPT'
  /** Goods go back to a supplier. */
  | 'SUPPLIER_RETURN'
  /** Goods leave a warehouse for another, and are on the way until they arrive. */
  | 'TRANSFER'
  /** Goods of a transfer arrive, or are lost on the way. */
  | 'TRANSFER_RECEIPT';

/** A line of a movement. */
export type StockMovementLine = {
  __typename?: 'StockMovementLine';
  /** What the line says that the goods are worth, GEL: their price when received, what labour added when assembled, what a supplier gives back. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** How much in the base unit of the item. */
  baseQuantity: Scalars['Decimal']['output'];
  /** Identifier of the bin. */
  binId: Maybe<Scalars['ID']['output']>;
  /** What was booked for it when it was posted, GEL; null until then, and where nothing changes its value. */
  cost: Maybe<Scalars['Decimal']['output']>;
  /** Whether the goods come or go. */
  direction: StockDirection;
  /** Identifier (UUID); returns and arrivals name it. */
  id: Scalars['ID']['output'];
  /** The item. */
  item: Item;
  /** Position, from 1. */
  line: Scalars['Int']['output'];
  /** Identifier of the lot. */
  lotId: Maybe<Scalars['ID']['output']>;
  /** Identifier of the line that the goods come back of, or that arrives. */
  of: Maybe<Scalars['ID']['output']>;
  /** How much, in the unit that was written. */
  quantity: Scalars['Decimal']['output'];
  /** Serial numbers, for items that have them. */
  serials: Array<Scalars['String']['output']>;
  /** Code of that unit. */
  unit: Scalars['String']['output'];
  /** The warehouse that they come into or leave; of an arrival, where they arrive. */
  warehouse: Warehouse;
};

/** A line to be written. */
export type StockMovementLineInput = {
  /** What the whole line is worth, GEL: the price of a receipt, labour and overhead of what is made, what a supplier gives back. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Identifier of the bin. */
  binId?: InputMaybe<Scalars['ID']['input']>;
  /** Of a count: found (IN) or missing (OUT). Of an assembly: made (IN) or used (OUT). Of an arrival: arrived (IN) or lost (OUT). */
  direction?: InputMaybe<StockDirection>;
  /** Identifier of the item; a service has no movements. */
  itemId: Scalars['ID']['input'];
  /** Identifier of the lot, for items kept by lots. */
  lotId?: InputMaybe<Scalars['ID']['input']>;
  /** Identifier of the line that the goods come back of, or that arrives. */
  of?: InputMaybe<Scalars['ID']['input']>;
  /** How much, in `unit`: more than zero, and with no more decimals than the base unit has. */
  quantity: Scalars['Decimal']['input'];
  /** Serial numbers, one for each, for items that have them. */
  serials?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Code of the unit; the base unit of the item without it. The item must have a conversion for it. */
  unit?: InputMaybe<Scalars['String']['input']>;
  /** The same for one `unit`, up to six decimals. */
  unitCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Identifier of the warehouse, where it is not that of the movement. */
  warehouseId?: InputMaybe<Scalars['ID']['input']>;
};

/** A movement after a command. */
export type StockMovementPayload = {
  __typename?: 'StockMovementPayload';
  /** The movement as it is now. */
  movement: StockMovement;
};

/** How far a movement is. Goods move when it is posted. */
export type StockMovementStatus =
  /** Agreed to, and not moved yet. */
  | 'APPROVED'
  /** Given up before it moved anything. */
  | 'DISCARDED'
  /** Being written; anything may still change. */
  | 'DRAFT'
  /** Moved, and numbered. */
  | 'POSTED'
  /** Taken back by another movement. */
  | 'REVERSED';

/** What there is of an item. */
export type StockOnHand = {
  __typename?: 'StockOnHand';
  /** How much is there and not kept back; null of a past day. */
  available: Maybe<Scalars['Decimal']['output']>;
  /** How much is on the way to them. */
  inTransit: Scalars['Decimal']['output'];
  /** The item. */
  item: Item;
  /** How much is in the warehouses that are meant, in its base unit. */
  quantity: Scalars['Decimal']['output'];
  /** How much of it is kept back for documents now; null of a past day. */
  reserved: Maybe<Scalars['Decimal']['output']>;
  /** What a base unit costs, GEL with up to six decimals; null where there is none. */
  unitCost: Maybe<Scalars['Decimal']['output']>;
  /** What both are worth at cost, GEL. A unit costs the same wherever it lies. */
  value: Scalars['Decimal']['output'];
  /** By how much they are written down, GEL. */
  writtenDown: Scalars['Decimal']['output'];
};

/** A page of what there is. */
export type StockOnHandConnection = {
  __typename?: 'StockOnHandConnection';
  /** What there is, by the code of the item. */
  edges: Array<StockOnHandEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** What all items that are meant come to, on all pages. */
  totals: StockTotals;
};

/** What there is of an item and its place in a list. */
export type StockOnHandEdge = {
  __typename?: 'StockOnHandEdge';
  /** Cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** What there is. */
  node: StockOnHand;
};

/** Where something of an item is now. */
export type StockPlace = {
  __typename?: 'StockPlace';
  /** How much is on the way there. */
  inTransit: Scalars['Decimal']['output'];
  /** Identifier of the lot. */
  lotId: Maybe<Scalars['ID']['output']>;
  /** How much is there, in the base unit. */
  quantity: Scalars['Decimal']['output'];
  /** Serial number. */
  serial: Maybe<Scalars['String']['output']>;
  /** The warehouse. */
  warehouse: Warehouse;
};

/** What a movement asked the ledger to post, and what became of it. */
export type StockPosting = {
  __typename?: 'StockPosting';
  /** Day on which it is to enter the books. */
  date: Scalars['Date']['output'];
  /** Why: `movement` for what it costs, `cost-adjustment` for what it changes in the costs of other movements. */
  purpose: Scalars['String']['output'];
  /** The last refusal. */
  refusal: Maybe<StockPostingRefusal>;
  /** The transaction that took it back. */
  reversedBy: Maybe<Transaction>;
  /** How far it is. */
  state: StockPostingState;
  /** The transaction, once it is in the books. */
  transaction: Maybe<Transaction>;
};

/** Why the ledger refused. */
export type StockPostingRefusal = {
  __typename?: 'StockPostingRefusal';
  /** When it was refused. */
  at: Scalars['DateTime']['output'];
  /** Code of the refusal, as of any error. */
  code: Scalars['String']['output'];
  /** Which part of the posting it is about. */
  field: Maybe<Scalars['String']['output']>;
  /** The same in words. */
  message: Scalars['String']['output'];
};

/** How far the posting of a document is. */
export type StockPostingState =
  /** It is in the books. */
  | 'POSTED'
  /** The ledger refused; see `refusal`. */
  | 'REFUSED'
  /** The ledger was asked, and has not answered yet. */
  | 'REQUESTED'
  /** The ledger refused to take it back; see `refusal`. */
  | 'REVERSAL_REFUSED'
  /** The ledger was asked to take it back, and has not answered yet. */
  | 'REVERSAL_REQUESTED'
  /** Another transaction has taken it back. */
  | 'REVERSED'
  /** It was never posted, and shall not be. */
  | 'WITHDRAWN';

/** So much of an item in a warehouse, kept back for a document until a day. */
export type StockReservation = {
  __typename?: 'StockReservation';
  /** What it is kept back for. An issue whose `reference` says the same takes from it. */
  document: Scalars['String']['output'];
  /** Identifier. */
  id: Scalars['ID']['output'];
  /** Whether anything is still kept back. */
  isOpen: Scalars['Boolean']['output'];
  /** How much of that has been issued. */
  issued: Scalars['Decimal']['output'];
  /** Identifier of the item. */
  itemId: Scalars['ID']['output'];
  /** How much is still kept back: zero once it is issued, released or over. */
  left: Scalars['Decimal']['output'];
  /** How much was kept back, in the base unit of the item. */
  quantity: Scalars['Decimal']['output'];
  /** Last day on which it holds. */
  until: Scalars['Date']['output'];
  /** Identifier of the warehouse. */
  warehouseId: Scalars['ID']['output'];
};

/** The reservation meant. */
export type StockReservationActionInput = {
  /** Identifier of the reservation. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Reservations, those first that end first. */
export type StockReservationConnection = {
  __typename?: 'StockReservationConnection';
  /** Reservations of this page. */
  edges: Array<StockReservationEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A reservation with its cursor. */
export type StockReservationEdge = {
  __typename?: 'StockReservationEdge';
  /** Pass it as `after` to go on behind this reservation. */
  cursor: Scalars['String']['output'];
  /** The reservation. */
  node: StockReservation;
};

/** Which reservations to answer; every condition given must hold. */
export type StockReservationFilter = {
  /** Those for this document. */
  document?: InputMaybe<Scalars['String']['input']>;
  /** Those that still keep something back, or those that do not. */
  isOpen?: InputMaybe<Scalars['Boolean']['input']>;
  /** Those of this item. */
  itemId?: InputMaybe<Scalars['ID']['input']>;
  /** Those in this warehouse. */
  warehouseId?: InputMaybe<Scalars['ID']['input']>;
};

/** The reservation after the command. */
export type StockReservationPayload = {
  __typename?: 'StockReservationPayload';
  /** The reservation as it is now. */
  reservation: StockReservation;
};

/** What stock comes to. */
export type StockTotals = {
  __typename?: 'StockTotals';
  /** Items of which there is something. */
  items: Scalars['Int']['output'];
  /** What they are worth at cost, GEL. */
  value: Scalars['Decimal']['output'];
  /** By how much they are written down, GEL. */
  writtenDown: Scalars['Decimal']['output'];
};

/** What came and went of an item in a span of days. */
export type StockTurnover = {
  __typename?: 'StockTurnover';
  /** What there is at the end of the last day. */
  closingQuantity: Scalars['Decimal']['output'];
  /** What the closing quantity is worth, GEL. */
  closingValue: Maybe<Scalars['Decimal']['output']>;
  /** The item. */
  item: Item;
  /** What there was before the first day. */
  openingQuantity: Scalars['Decimal']['output'];
  /** What the opening quantity was worth, GEL; null in one warehouse. */
  openingValue: Maybe<Scalars['Decimal']['output']>;
  /** What came in, from outside. */
  quantityIn: Scalars['Decimal']['output'];
  /** What went out, to outside. */
  quantityOut: Scalars['Decimal']['output'];
  /** What came from other warehouses, less what went to them; zero of all warehouses together. */
  quantityTransferred: Scalars['Decimal']['output'];
  /** By how much that grew, GEL. */
  valueChange: Maybe<Scalars['Decimal']['output']>;
};

/** A page of turnovers. */
export type StockTurnoverConnection = {
  __typename?: 'StockTurnoverConnection';
  /** Turnovers, by the code of the item. */
  edges: Array<StockTurnoverEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** Turnover of an item and its place in a list. */
export type StockTurnoverEdge = {
  __typename?: 'StockTurnoverEdge';
  /** Cursor of this edge. */
  cursor: Scalars['String']['output'];
  /** The turnover. */
  node: StockTurnover;
};

/** A unit that goods are counted in. */
export type StockUnit = {
  __typename?: 'StockUnit';
  /** Its code, for example `KG`. */
  code: Scalars['String']['output'];
  /** Decimals that a quantity may have where an item is kept in this unit. */
  decimals: Scalars['Int']['output'];
  /** Name, in the language asked for. */
  name: Scalars['String']['output'];
  /** Its number at RS.ge. */
  rsGeCode: Scalars['Int']['output'];
};


/** A unit that goods are counted in. */
export type StockUnitNameArgs = {
  language?: InputMaybe<InventoryLanguage>;
};

/** Stock of an item written down to its net realisable value, or back up to it but never above cost (IAS 2, 28–33). */
export type StockWriteDown = {
  __typename?: 'StockWriteDown';
  /** By how much it is written down altogether from then on, GEL. */
  allowance: Scalars['Decimal']['output'];
  /** Day on which it entered the books. */
  bookingDate: Scalars['Date']['output'];
  /** By how much more than before, GEL; negative where it was written up again. */
  change: Scalars['Decimal']['output'];
  /** What that had cost, GEL. */
  cost: Scalars['Decimal']['output'];
  /** Identifier. */
  id: Scalars['ID']['output'];
  /** The item. */
  item: Item;
  /** For how much all of it could be sold, GEL. */
  netRealisableValue: Scalars['Decimal']['output'];
  /** Number, without gaps in its year: `WD-2026-000001`. */
  number: Scalars['String']['output'];
  /** What was asked of the ledger, and what became of it. */
  postings: Array<StockPosting>;
  /** How much there was, base units. */
  quantity: Scalars['Decimal']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
};

/** Write-downs, the newest first. */
export type StockWriteDownConnection = {
  __typename?: 'StockWriteDownConnection';
  /** Write-downs of this page. */
  edges: Array<StockWriteDownEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A write-down with its cursor. */
export type StockWriteDownEdge = {
  __typename?: 'StockWriteDownEdge';
  /** Pass it as `after` to go on behind this write-down. */
  cursor: Scalars['String']['output'];
  /** The write-down. */
  node: StockWriteDown;
};

/** The write-down after the command. */
export type StockWriteDownPayload = {
  __typename?: 'StockWriteDownPayload';
  /** The write-down. */
  writeDown: StockWriteDown;
};

/** A tax invoice, resolved by the tax subgraph. */
export type TaxInvoice = {
  __typename?: 'TaxInvoice';
  /** Identifier of the invoice. */
  id: Scalars['ID']['output'];
  /** Movements of the goods that it is about. */
  stockMovements: Array<StockMovement>;
  /** Waybills of the same goods. */
  waybills: Array<Waybill>;
};

/** A transaction of the ledger. */
export type Transaction = {
  __typename?: 'Transaction';
  /** Identifier of the transaction. */
  id: Scalars['ID']['output'];
  /** Movement of goods that it was posted for. */
  stockMovement: Maybe<StockMovement>;
};

/** A connection to be tried. */
export type TryWaybillConnectionInput = {
  /** Makes the call safe to repeat. It is tried anew each time: nothing is changed by it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What one of another unit is in the unit that an item is kept in. */
export type UnitConversion = {
  __typename?: 'UnitConversion';
  /** How many of the kept unit one of it is. */
  quantity: Scalars['Decimal']['output'];
  /** The other unit. */
  unit: Scalars['String']['output'];
};

/** What one of another unit is in the unit that an item is kept in. */
export type UnitConversionInput = {
  /** How many of the kept unit one of it is; at most six decimals. */
  quantity: Scalars['Decimal']['input'];
  /** Code of the other unit. */
  unit: Scalars['String']['input'];
};

/** Changes of an item; what is left out stays. */
export type UpdateItemInput = {
  /** Whether more may be issued than there is. */
  allowsShort?: InputMaybe<Scalars['Boolean']['input']>;
  /** Bar codes, all of them. */
  barcodes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Code, unique in the company. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Other units that it is bought or sold in, all of them. */
  conversions?: InputMaybe<Array<UnitConversionInput>>;
  /** Which cost an issue takes; only before anything of it has moved. */
  costingMethod?: InputMaybe<CostingMethodInput>;
  /** GEL that one is thought to cost; null takes it away. */
  expectedCost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Refuses when the item has another version by now. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Whether its lots expire. */
  hasExpiry?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is kept by lots; only before anything of it has moved. */
  hasLots?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether each piece has a number; only before anything of it has moved. */
  hasSerials?: InputMaybe<Scalars['Boolean']['input']>;
  /** Identifier of the item. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Georgian name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** English name; null takes it away. */
  nameEn?: InputMaybe<Scalars['String']['input']>;
  /** Below so many it is to be ordered; null takes it away. */
  reorderLevel?: InputMaybe<Scalars['Decimal']['input']>;
  /** How many to order at least; null takes it away. */
  reorderQuantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Code of the unit that it is kept in; only before anything of it has moved. */
  unit?: InputMaybe<Scalars['String']['input']>;
  /** What the unit is, when it is `OTHER`. */
  unitName?: InputMaybe<Scalars['String']['input']>;
  /** How VAT lies on its sales. */
  vat?: InputMaybe<ItemVat>;
  /** Kilograms of one; null takes it away. */
  weight?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Another day on which a lot expires. */
export type UpdateLotInput = {
  /** The last day on which its goods may be issued. */
  expiresOn?: InputMaybe<Scalars['Date']['input']>;
  /** Identifier of the lot. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A draft and what it is to say. */
export type UpdateStockMovementInput = {
  /** Refuses with CONFLICT when the draft is at another version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Identifier of the draft. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it is to say, all of it. */
  movement: StockMovementInput;
};

/** Changes of a warehouse; what is left out stays. */
export type UpdateWarehouseInput = {
  /** Address; null takes it away. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** Code, unique in the company. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Refuses when the warehouse has another version by now. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Identifier of the warehouse. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether goods may be moved there and from there. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Georgian name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** English name; null takes it away. */
  nameEn?: InputMaybe<Scalars['String']['input']>;
};

/** A user of the company, resolved by the identity subgraph. */
export type User = {
  __typename?: 'User';
  /** Identifier of the user. */
  id: Scalars['ID']['output'];
};

/** A place where goods are kept. */
export type Warehouse = {
  __typename?: 'Warehouse';
  /** Address, as waybills name it. */
  address: Maybe<Scalars['String']['output']>;
  /** Places within it, by their code. */
  bins: Array<Bin>;
  /** Code, unique in the company. */
  code: Scalars['String']['output'];
  /** Identifier. */
  id: Scalars['ID']['output'];
  /** Whether goods may be moved there and from there. */
  isActive: Scalars['Boolean']['output'];
  /** Name, in the language asked for; Georgian where there is no other. */
  name: Scalars['String']['output'];
  /** Counts the changes; pass it as `expectedVersion` to change what you have seen. */
  version: Scalars['Int']['output'];
};


/** A place where goods are kept. */
export type WarehouseNameArgs = {
  language?: InputMaybe<InventoryLanguage>;
};

/** Warehouses, by their code. */
export type WarehouseConnection = {
  __typename?: 'WarehouseConnection';
  /** Warehouses of this page. */
  edges: Array<WarehouseEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A warehouse with its cursor. */
export type WarehouseEdge = {
  __typename?: 'WarehouseEdge';
  /** Pass it as `after` to go on behind this warehouse. */
  cursor: Scalars['String']['output'];
  /** The warehouse. */
  node: Warehouse;
};

/** The warehouse after the command. */
export type WarehousePayload = {
  __typename?: 'WarehousePayload';
  /** The warehouse as it is now. */
  warehouse: Warehouse;
};

/** The paper that goods travel with, at RS.ge and here. */
export type Waybill = {
  __typename?: 'Waybill';
  /** What the buyer has said; null as long as nothing. */
  answer: Maybe<WaybillAnswer>;
  /** When the transport begins. */
  beginsAt: Scalars['DateTime']['output'];
  /** Who gets them; null within the company. */
  buyer: Maybe<WaybillParty>;
  /** What RS.ge was asked to do, and when, in order. */
  calls: Array<WaybillCall>;
  /** What was noted on it. */
  comment: Maybe<Scalars['String']['output']>;
  /** When it was written. */
  createdAt: Scalars['DateTime']['output'];
  /** Who wrote it. */
  createdBy: User;
  /** When the goods arrived. */
  deliveredAt: Maybe<Scalars['DateTime']['output']>;
  /** Whose it is. */
  direction: WaybillDirection;
  /** Where they go. */
  endAddress: Maybe<Scalars['String']['output']>;
  /** Identifier. */
  id: Scalars['ID']['output'];
  /** What kind of movement it is for. */
  kind: WaybillKind;
  /** The goods. */
  lines: Array<WaybillLine>;
  /** The movement of the same goods. */
  movement: Maybe<StockMovement>;
  /** Number of RS.ge; null until it is active. */
  number: Maybe<Scalars['String']['output']>;
  /** Why RS.ge refused what was asked for last; null when it did not. */
  refusal: Maybe<WaybillRefusal>;
  /** Identifier under which RS.ge knows it, once it does. */
  rsGeId: Maybe<Scalars['String']['output']>;
  /** What RS.ge calls the tax invoice that it has linked with the waybill; null as long as we know of none. `taxInvoice` is ours. */
  rsGeInvoiceId: Maybe<Scalars['String']['output']>;
  /** Who sends the goods; null for ours. */
  seller: Maybe<WaybillParty>;
  /** Where the goods leave. */
  startAddress: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  status: WaybillStatus;
  /** The tax invoice of the same goods. */
  taxInvoice: Maybe<TaxInvoice>;
  /** Sum of the lines, GEL, with VAT. */
  total: Scalars['Decimal']['output'];
  /** How they travel; null where they do not. */
  transport: Maybe<WaybillTransport>;
  /** Counts the changes, so that two readings can be told apart. */
  version: Scalars['Int']['output'];
};

/** What the buyer has said of a waybill. */
export type WaybillAnswer =
  /** The goods have come. */
  | 'CONFIRMED'
  /** The goods have not come, or are others. */
  | 'REJECTED';

/** Who gets the goods. */
export type WaybillBuyerInput = {
  /** Whether the number is none of Georgia; false without it. */
  isForeign?: InputMaybe<Scalars['Boolean']['input']>;
  /** Name; needed of somebody from abroad. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Nine digits (company), eleven (person), or what identifies somebody from abroad. */
  taxId: Scalars['String']['input'];
};

/** One thing that RS.ge was asked to do with a waybill. */
export type WaybillCall = {
  __typename?: 'WaybillCall';
  /** How often it was sent. */
  attempts: Scalars['Int']['output'];
  /** The code of RS.ge, or of the network, for it. */
  errorCode: Maybe<Scalars['String']['output']>;
  /** What went wrong last: REFUSED, NOT_SIGNED_IN, UNREACHABLE or UNKNOWN_OUTCOME. */
  errorKind: Maybe<Scalars['String']['output']>;
  /** The words of RS.ge for it. */
  errorText: Maybe<Scalars['String']['output']>;
  /** When it was sent first. */
  firstSentAt: Maybe<Scalars['DateTime']['output']>;
  /** What. */
  operation: WaybillOperation;
  /** How far it has come. */
  phase: WaybillCallPhase;
  /** When it was done, refused or given up. */
  settledAt: Maybe<Scalars['DateTime']['output']>;
};

/** How far a call of RS.ge has come. */
export type WaybillCallPhase =
  /** RS.ge has done it. */
  | 'DONE'
  /** RS.ge has refused it. */
  | 'REFUSED'
  /** It is being sent. */
  | 'SENDING'
  /** Many attempts have cleared up nothing: a person must look at RS.ge, then retry it. */
  | 'STUCK'
  /** It was sent and nobody knows what became of it: RS.ge is asked before anything is sent again. */
  | 'UNKNOWN'
  /** It is still to be sent. */
  | 'WAITING';

/** Waybills, the newest first. */
export type WaybillConnection = {
  __typename?: 'WaybillConnection';
  /** Waybills of this page. */
  edges: Array<WaybillEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** The connection after the command. */
export type WaybillConnectionPayload = {
  __typename?: 'WaybillConnectionPayload';
  /** The connection as it is now. */
  connection: WaybillServiceConnection;
};

/** How the connection of the company to the waybill service of RS.ge fares. */
export type WaybillConnectionState =
  /** RS.ge answers in the name of the company. */
  | 'CONNECTED'
  /** Nobody has given a sign-in: waybills wait. */
  | 'NONE'
  /** RS.ge refuses the sign-in. Waybills wait until there is another. */
  | 'REFUSED'
  /** RS.ge cannot be reached at the moment; it is tried again. */
  | 'UNREACHABLE'
  /** A sign-in was given and not used yet. */
  | 'UNTRIED';

/** What a waybill says. */
export type WaybillContentInput = {
  /** When the transport begins. */
  beginsAt: Scalars['DateTime']['input'];
  /** Who gets the goods; nobody within the company. */
  buyer?: InputMaybe<WaybillBuyerInput>;
  /** What is noted on it, at most 900 characters. */
  comment?: InputMaybe<Scalars['String']['input']>;
  /** Where they go. */
  endAddress?: InputMaybe<Scalars['String']['input']>;
  /** What kind of movement it is for. */
  kind: WaybillKind;
  /** The goods, 1–500 lines. */
  lines: Array<WaybillLineInput>;
  /** Of a part of a distribution: identifier of the distribution at RS.ge. */
  parentRsGeId?: InputMaybe<Scalars['String']['input']>;
  /** Where they leave. */
  startAddress?: InputMaybe<Scalars['String']['input']>;
  /** How they travel. */
  transport?: InputMaybe<WaybillTransportInput>;
};

/** Who pays for the transport. */
export type WaybillCostPayer =
  /** The buyer. */
  | 'BUYER'
  /** The seller. */
  | 'SELLER';

/** Whose waybill it is. */
export type WaybillDirection =
  /** Ours. */
  | 'ISSUED'
  /** Of somebody who sends us goods. */
  | 'RECEIVED';

/** A waybill with its cursor. */
export type WaybillEdge = {
  __typename?: 'WaybillEdge';
  /** Pass it as `after` to go on behind this waybill. */
  cursor: Scalars['String']['output'];
  /** The waybill. */
  node: Waybill;
};

/** Which waybills to answer. */
export type WaybillFilter = {
  /** Only ours, or only those of others. */
  direction?: InputMaybe<WaybillDirection>;
  /** Only the one with this number of RS.ge. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Only those that stand so. */
  statuses?: InputMaybe<Array<WaybillStatus>>;
};

/** The waybill meant. */
export type WaybillInput = {
  /** Identifier of the waybill. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A movement of goods within Davtari. */
export type WaybillKind =
  /** Sold from the car; each buyer gets a part of it. */
  | 'DISTRIBUTION'
  /** Between places of the company. */
  | 'INTERNAL'
  /** Back to whom the goods came from. */
  | 'RETURN'
  /** The part of a distribution that one buyer gets. */
  | 'SUB_WAYBILL'
  /** To a buyer who takes the goods where they are. */
  | 'WITHOUT_TRANSPORT'
  /** To a buyer, with transport. */
  | 'WITH_TRANSPORT';

/** One kind of goods on a waybill. */
export type WaybillLine = {
  __typename?: 'WaybillLine';
  /** Price of all, GEL, with VAT. */
  amount: Scalars['Decimal']['output'];
  /** Bar code. */
  barcode: Maybe<Scalars['String']['output']>;
  /** What it is. */
  name: Scalars['String']['output'];
  /** Price of one, GEL, with VAT. */
  price: Scalars['Decimal']['output'];
  /** How many. */
  quantity: Scalars['Decimal']['output'];
  /** Number of the unit at RS.ge. */
  unitCode: Scalars['Int']['output'];
  /** Name of the unit, where RS.ge has none. */
  unitText: Maybe<Scalars['String']['output']>;
  /** How VAT lies on it. */
  vat: WaybillVat;
};

/** One kind of goods. */
export type WaybillLineInput = {
  /** Bar code. */
  barcode?: InputMaybe<Scalars['String']['input']>;
  /** What it is. */
  name: Scalars['String']['input'];
  /** Price of one, GEL, with VAT; at most four decimals. */
  price: Scalars['Decimal']['input'];
  /** How many; at most six decimals. */
  quantity: Scalars['Decimal']['input'];
  /** Number of the unit at RS.ge; 99 is another one, which `unitText` names. */
  unitCode: Scalars['Int']['input'];
  /** Name of the unit, where RS.ge has none. */
  unitText?: InputMaybe<Scalars['String']['input']>;
  /** How VAT lies on it; the ordinary rate without it. */
  vat?: InputMaybe<WaybillVat>;
};

/** What RS.ge is asked to do with a waybill. */
export type WaybillOperation =
  /** Activate it; RS.ge numbers it. */
  | 'ACTIVATE'
  /** Cancel it after it was active. */
  | 'CANCEL'
  /** Close it: the goods have arrived. */
  | 'CLOSE'
  /** Confirm, as buyer, what another has sent. */
  | 'CONFIRM'
  /** Delete what was only saved. */
  | 'DELETE'
  /** Link it with the tax invoice of the same goods. */
  | 'LINK_INVOICE'
  /** Reject, as buyer, what another has sent. */
  | 'REJECT'
  /** Save its content. */
  | 'SAVE';

/** Who gets or sends the goods of a waybill. */
export type WaybillParty = {
  __typename?: 'WaybillParty';
  /** Whether the number is none of Georgia. */
  isForeign: Scalars['Boolean']['output'];
  /** Name. */
  name: Maybe<Scalars['String']['output']>;
  /** Tax number, or what identifies somebody from abroad. */
  taxId: Maybe<Scalars['String']['output']>;
};

/** The waybill after the command. What RS.ge does comes a moment later. */
export type WaybillPayload = {
  __typename?: 'WaybillPayload';
  /** The waybill as it is now. */
  waybill: Waybill;
};

/** Why RS.ge refused. */
export type WaybillRefusal = {
  __typename?: 'WaybillRefusal';
  /** Code of RS.ge. */
  code: Maybe<Scalars['String']['output']>;
  /** What was asked for. */
  operation: WaybillOperation;
  /** Its words. */
  text: Scalars['String']['output'];
};

/** The connection of the company to the waybill service of RS.ge. The sign-in can be set and never read. */
export type WaybillServiceConnection = {
  __typename?: 'WaybillServiceConnection';
  /** What went wrong last, in the words of RS.ge where it spoke. */
  lastError: Maybe<Scalars['String']['output']>;
  /** When that was. */
  lastErrorAt: Maybe<Scalars['DateTime']['output']>;
  /** Since when it is in this state. */
  since: Maybe<Scalars['DateTime']['output']>;
  /** How it fares. */
  state: WaybillConnectionState;
  /** Calls that a person must look at. */
  stuck: Scalars['Int']['output'];
};

/** Where a waybill stands; those that end in -ING wait for RS.ge. */
export type WaybillStatus =
  /** Is being saved and activated at RS.ge. */
  | 'ACTIVATING'
  /** Active: the goods may travel. */
  | 'ACTIVE'
  /** Cancelled after it was active. */
  | 'CANCELLED'
  /** Is being cancelled. */
  | 'CANCELLING'
  /** The goods have arrived. */
  | 'CLOSED'
  /** Is being closed. */
  | 'CLOSING'
  /** We have confirmed it. */
  | 'CONFIRMED'
  /** Is being confirmed. */
  | 'CONFIRMING'
  /** Another content of it is being saved. */
  | 'CORRECTING'
  /** Never became active. */
  | 'DISCARDED'
  /** Is being deleted at RS.ge. */
  | 'DISCARDING'
  /** Written here; RS.ge was not asked to activate it. */
  | 'DRAFT'
  /** Closed; is being linked with its tax invoice. */
  | 'LINKING'
  /** Somebody sends us goods; we have not answered. */
  | 'RECEIVED'
  /** We have rejected it. */
  | 'REJECTED'
  /** Is being rejected. */
  | 'REJECTING';

/** How goods of a waybill travel. */
export type WaybillTransport = {
  __typename?: 'WaybillTransport';
  /** Plate of the car. */
  carNumber: Maybe<Scalars['String']['output']>;
  /** What the transport costs, GEL. */
  cost: Maybe<Scalars['Decimal']['output']>;
  /** Who pays for it. */
  costPayer: Maybe<WaybillCostPayer>;
  /** Name of the driver. */
  driverName: Maybe<Scalars['String']['output']>;
  /** Personal number of the driver, all but its last two digits hidden. */
  driverTaxId: Maybe<Scalars['String']['output']>;
  /** By what. */
  means: WaybillTransportMeans;
  /** What the other means is. */
  text: Maybe<Scalars['String']['output']>;
};

/** How the goods travel. */
export type WaybillTransportInput = {
  /** Plate of the car, for example AA123BB. */
  carNumber?: InputMaybe<Scalars['String']['input']>;
  /** What the transport costs, GEL. */
  cost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Who pays for it. */
  costPayer?: InputMaybe<WaybillCostPayer>;
  /** Whether the driver's number is none of Georgia; false without it. */
  driverIsForeign?: InputMaybe<Scalars['Boolean']['input']>;
  /** Name of the driver; needed of one from abroad. */
  driverName?: InputMaybe<Scalars['String']['input']>;
  /** Personal number of the driver, eleven digits. */
  driverTaxId?: InputMaybe<Scalars['String']['input']>;
  /** By what. */
  means: WaybillTransportMeans;
  /** What the other means is. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** What goods travel by. */
export type WaybillTransportMeans =
  /** Aeroplane. */
  | 'AIR'
  /** Car. */
  | 'CAR'
  /** A carrier, who is told. */
  | 'CARRIER'
  /** Car with a plate of another country. */
  | 'FOREIGN_CAR'
  /** Moped. */
  | 'MOPED'
  /** Something else, which a text names. */
  | 'OTHER'
  /** Railway. */
  | 'RAIL';

/** How VAT lies on a line of a waybill. */
export type WaybillVat =
  /** Exempt without the right of credit. */
  | 'EXEMPT'
  /** The ordinary rate. */
  | 'STANDARD'
  /** Exempt with the right of credit. */
  | 'ZERO';

/** A waybill, and why. */
export type WaybillWithReasonInput = {
  /** Identifier of the waybill. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  reason: Scalars['String']['input'];
};

/** What an item can be sold for. */
export type WriteDownStockInput = {
  /** Day by which stock is looked at and on which the difference enters the books, in an open month. */
  bookingDate: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the item. */
  itemId: Scalars['ID']['input'];
  /** Why. */
  reason: Scalars['String']['input'];
  /** GEL for which one base unit can be sold, less what completing and selling it costs; up to six decimals. */
  unitValue: Scalars['Decimal']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  CloseChecklist: CloseChecklist;
  Counterparty: Counterparty;
  Item: Item;
  StockMovement: StockMovement;
  TaxInvoice: TaxInvoice;
  Transaction: Transaction;
  Warehouse: Warehouse;
  Waybill: Waybill;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  CloseChecklist:
    ( { __typename: 'CloseChecklist' }
    & GraphQLRecursivePick<FederationTypes['CloseChecklist'], {"year":true,"month":true}> );
  Counterparty:
    ( { __typename: 'Counterparty' }
    & GraphQLRecursivePick<FederationTypes['Counterparty'], {"id":true}> );
  Item:
    ( { __typename: 'Item' }
    & GraphQLRecursivePick<FederationTypes['Item'], {"id":true}> );
  StockMovement:
    ( { __typename: 'StockMovement' }
    & GraphQLRecursivePick<FederationTypes['StockMovement'], {"id":true}> );
  TaxInvoice:
    ( { __typename: 'TaxInvoice' }
    & GraphQLRecursivePick<FederationTypes['TaxInvoice'], {"id":true}> );
  Transaction:
    ( { __typename: 'Transaction' }
    & GraphQLRecursivePick<FederationTypes['Transaction'], {"id":true}> );
  Warehouse:
    ( { __typename: 'Warehouse' }
    & GraphQLRecursivePick<FederationTypes['Warehouse'], {"id":true}> );
  Waybill:
    ( { __typename: 'Waybill' }
    & GraphQLRecursivePick<FederationTypes['Waybill'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ApproveStockCountInput: ApproveStockCountInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AssembleByBillInput: AssembleByBillInput;
  AssembledComponentInput: AssembledComponentInput;
  BillOfMaterials: ResolverTypeWrapper<BillRow>;
  BillOfMaterialsComponent: ResolverTypeWrapper<BillComponent>;
  BillOfMaterialsComponentInput: BillOfMaterialsComponentInput;
  BillOfMaterialsConnection: ResolverTypeWrapper<Omit<BillOfMaterialsConnection, 'edges'> & { edges: Array<ResolversTypes['BillOfMaterialsEdge']> }>;
  BillOfMaterialsEdge: ResolverTypeWrapper<Omit<BillOfMaterialsEdge, 'node'> & { node: ResolversTypes['BillOfMaterials'] }>;
  BillOfMaterialsPayload: ResolverTypeWrapper<Omit<BillOfMaterialsPayload, 'bill'> & { bill?: Maybe<ResolversTypes['BillOfMaterials']> }>;
  Bin: ResolverTypeWrapper<BinRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BinPayload: ResolverTypeWrapper<Omit<BinPayload, 'bin'> & { bin: ResolversTypes['Bin'] }>;
  CancelStockCountInput: CancelStockCountInput;
  ChangeWaybillInput: ChangeWaybillInput;
  ChecklistItem: ResolverTypeWrapper<CheckedItem>;
  ChecklistSeverity: ChecklistSeverity;
  ChooseInventoryPostingAccountInput: ChooseInventoryPostingAccountInput;
  CloseChecklist: ResolverTypeWrapper<ChecklistMonth>;
  CloseWaybillInput: CloseWaybillInput;
  CorrectReceiptPriceInput: CorrectReceiptPriceInput;
  CostingMethod: CostingMethod;
  CostingMethodInput: CostingMethodInput;
  Counterparty: ResolverTypeWrapper<CounterpartyRef>;
  CreateBinInput: CreateBinInput;
  CreateItemInput: CreateItemInput;
  CreateLotInput: CreateLotInput;
  CreateWarehouseInput: CreateWarehouseInput;
  CreateWaybillInput: CreateWaybillInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeadStock: ResolverTypeWrapper<DeadRow>;
  DeadStockConnection: ResolverTypeWrapper<Omit<DeadStockConnection, 'edges'> & { edges: Array<ResolversTypes['DeadStockEdge']> }>;
  DeadStockEdge: ResolverTypeWrapper<Omit<DeadStockEdge, 'node'> & { node: ResolversTypes['DeadStock'] }>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  EndBillOfMaterialsInput: EndBillOfMaterialsInput;
  EndBillOfMaterialsPayload: ResolverTypeWrapper<Omit<EndBillOfMaterialsPayload, 'item'> & { item: ResolversTypes['Item'] }>;
  EnterStockCountInput: EnterStockCountInput;
  FetchReceivedWaybillsInput: FetchReceivedWaybillsInput;
  FetchReceivedWaybillsPayload: ResolverTypeWrapper<FetchReceivedWaybillsPayload>;
  ImportItemsInput: ImportItemsInput;
  ImportItemsPayload: ResolverTypeWrapper<ImportItemsPayload>;
  ImportOpeningStockInput: ImportOpeningStockInput;
  ImportOpeningStockPayload: ResolverTypeWrapper<Omit<ImportOpeningStockPayload, 'movement'> & { movement?: Maybe<ResolversTypes['StockMovement']> }>;
  ImportStockCountInput: ImportStockCountInput;
  ImportStockCountPayload: ResolverTypeWrapper<Omit<ImportStockCountPayload, 'count'> & { count: ResolversTypes['StockCount'] }>;
  InventoryCheck: InventoryCheck;
  InventoryDifference: ResolverTypeWrapper<InventoryDifferenceRow>;
  InventoryHealth: ResolverTypeWrapper<InventoryHealthRow>;
  InventoryLanguage: InventoryLanguage;
  InventoryPostingAccount: ResolverTypeWrapper<PostingAccountRow>;
  InventoryPostingAccountPayload: ResolverTypeWrapper<Omit<InventoryPostingAccountPayload, 'account'> & { account: ResolversTypes['InventoryPostingAccount'] }>;
  Item: ResolverTypeWrapper<ItemRow>;
  ItemActionInput: ItemActionInput;
  ItemConnection: ResolverTypeWrapper<Omit<ItemConnection, 'edges'> & { edges: Array<ResolversTypes['ItemEdge']> }>;
  ItemEdge: ResolverTypeWrapper<Omit<ItemEdge, 'node'> & { node: ResolversTypes['Item'] }>;
  ItemFilter: ItemFilter;
  ItemKind: ItemKind;
  ItemPayload: ResolverTypeWrapper<Omit<ItemPayload, 'item'> & { item: ResolversTypes['Item'] }>;
  ItemVat: ItemVat;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LandedCost: ResolverTypeWrapper<LandedCostRow>;
  LandedCostBasis: LandedCostBasis;
  LandedCostConnection: ResolverTypeWrapper<Omit<LandedCostConnection, 'edges'> & { edges: Array<ResolversTypes['LandedCostEdge']> }>;
  LandedCostEdge: ResolverTypeWrapper<Omit<LandedCostEdge, 'node'> & { node: ResolversTypes['LandedCost'] }>;
  LandedCostKind: LandedCostKind;
  LandedCostPayload: ResolverTypeWrapper<Omit<LandedCostPayload, 'landedCost'> & { landedCost: ResolversTypes['LandedCost'] }>;
  LandedCostShare: ResolverTypeWrapper<LandedCostShareRow>;
  LandedCostStatus: LandedCostStatus;
  LinkWaybillInput: LinkWaybillInput;
  LinkWaybillInvoiceInput: LinkWaybillInvoiceInput;
  Lot: ResolverTypeWrapper<LotRow>;
  LotConnection: ResolverTypeWrapper<Omit<LotConnection, 'edges'> & { edges: Array<ResolversTypes['LotEdge']> }>;
  LotEdge: ResolverTypeWrapper<Omit<LotEdge, 'node'> & { node: ResolversTypes['Lot'] }>;
  LotPayload: ResolverTypeWrapper<Omit<LotPayload, 'lot'> & { lot: ResolversTypes['Lot'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OpenStockCountInput: OpenStockCountInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordLandedCostsInput: RecordLandedCostsInput;
  ReorderProposal: ResolverTypeWrapper<ReorderRow>;
  ReorderProposalConnection: ResolverTypeWrapper<Omit<ReorderProposalConnection, 'edges'> & { edges: Array<ResolversTypes['ReorderProposalEdge']> }>;
  ReorderProposalEdge: ResolverTypeWrapper<Omit<ReorderProposalEdge, 'node'> & { node: ResolversTypes['ReorderProposal'] }>;
  ReserveStockInput: ReserveStockInput;
  RetryStockPostingInput: RetryStockPostingInput;
  ReverseLandedCostsInput: ReverseLandedCostsInput;
  ReverseStockMovementInput: ReverseStockMovementInput;
  SetBillOfMaterialsInput: SetBillOfMaterialsInput;
  SetBinActiveInput: SetBinActiveInput;
  SetWaybillCredentialsInput: SetWaybillCredentialsInput;
  StockAge: ResolverTypeWrapper<AgeRow>;
  StockAgeConnection: ResolverTypeWrapper<Omit<StockAgeConnection, 'edges'> & { edges: Array<ResolversTypes['StockAgeEdge']> }>;
  StockAgeEdge: ResolverTypeWrapper<Omit<StockAgeEdge, 'node'> & { node: ResolversTypes['StockAge'] }>;
  StockAgeSpan: ResolverTypeWrapper<StockAgeSpan>;
  StockAvailability: ResolverTypeWrapper<StockAvailability>;
  StockBalance: ResolverTypeWrapper<CardBalance>;
  StockBasis: StockBasis;
  StockCardConnection: ResolverTypeWrapper<CardPage>;
  StockCardEdge: ResolverTypeWrapper<Omit<StockCardEdge, 'node'> & { node: ResolversTypes['StockCardLine'] }>;
  StockCardLine: ResolverTypeWrapper<CardRow>;
  StockCardLineKind: StockCardLineKind;
  StockCount: ResolverTypeWrapper<CountRow>;
  StockCountConnection: ResolverTypeWrapper<Omit<StockCountConnection, 'edges'> & { edges: Array<ResolversTypes['StockCountEdge']> }>;
  StockCountEdge: ResolverTypeWrapper<Omit<StockCountEdge, 'node'> & { node: ResolversTypes['StockCount'] }>;
  StockCountEntry: ResolverTypeWrapper<EntryRow>;
  StockCountEntryConnection: ResolverTypeWrapper<Omit<StockCountEntryConnection, 'edges'> & { edges: Array<ResolversTypes['StockCountEntryEdge']> }>;
  StockCountEntryEdge: ResolverTypeWrapper<Omit<StockCountEntryEdge, 'node'> & { node: ResolversTypes['StockCountEntry'] }>;
  StockCountFilter: StockCountFilter;
  StockCountLine: ResolverTypeWrapper<SheetRow>;
  StockCountLineConnection: ResolverTypeWrapper<Omit<StockCountLineConnection, 'edges'> & { edges: Array<ResolversTypes['StockCountLineEdge']> }>;
  StockCountLineEdge: ResolverTypeWrapper<Omit<StockCountLineEdge, 'node'> & { node: ResolversTypes['StockCountLine'] }>;
  StockCountLineFilter: StockCountLineFilter;
  StockCountPayload: ResolverTypeWrapper<Omit<StockCountPayload, 'count'> & { count: ResolversTypes['StockCount'] }>;
  StockCountStatus: StockCountStatus;
  StockCountTotals: ResolverTypeWrapper<StockCountTotals>;
  StockCountUncounted: StockCountUncounted;
  StockCountedInput: StockCountedInput;
  StockDirection: StockDirection;
  StockExportFormat: StockExportFormat;
  StockFile: ResolverTypeWrapper<StockFile>;
  StockFileFormat: StockFileFormat;
  StockFilter: StockFilter;
  StockImportError: ResolverTypeWrapper<StockImportError>;
  StockIssueReason: StockIssueReason;
  StockMovement: ResolverTypeWrapper<MovementRow>;
  StockMovementActionInput: StockMovementActionInput;
  StockMovementConnection: ResolverTypeWrapper<Omit<StockMovementConnection, 'edges'> & { edges: Array<ResolversTypes['StockMovementEdge']> }>;
  StockMovementEdge: ResolverTypeWrapper<Omit<StockMovementEdge, 'node'> & { node: ResolversTypes['StockMovement'] }>;
  StockMovementFilter: StockMovementFilter;
  StockMovementInput: StockMovementInput;
  StockMovementKind: StockMovementKind;
  StockMovementLine: ResolverTypeWrapper<MovementLineRow>;
  StockMovementLineInput: StockMovementLineInput;
  StockMovementPayload: ResolverTypeWrapper<Omit<StockMovementPayload, 'movement'> & { movement: ResolversTypes['StockMovement'] }>;
  StockMovementStatus: StockMovementStatus;
  StockOnHand: ResolverTypeWrapper<OnHandNode>;
  StockOnHandConnection: ResolverTypeWrapper<OnHandPage>;
  StockOnHandEdge: ResolverTypeWrapper<Omit<StockOnHandEdge, 'node'> & { node: ResolversTypes['StockOnHand'] }>;
  StockPlace: ResolverTypeWrapper<PlaceRow>;
  StockPosting: ResolverTypeWrapper<PostingRow>;
  StockPostingRefusal: ResolverTypeWrapper<StockPostingRefusal>;
  StockPostingState: StockPostingState;
  StockReservation: ResolverTypeWrapper<StockReservation>;
  StockReservationActionInput: StockReservationActionInput;
  StockReservationConnection: ResolverTypeWrapper<StockReservationConnection>;
  StockReservationEdge: ResolverTypeWrapper<StockReservationEdge>;
  StockReservationFilter: StockReservationFilter;
  StockReservationPayload: ResolverTypeWrapper<StockReservationPayload>;
  StockTotals: ResolverTypeWrapper<StockTotals>;
  StockTurnover: ResolverTypeWrapper<TurnoverRow>;
  StockTurnoverConnection: ResolverTypeWrapper<Omit<StockTurnoverConnection, 'edges'> & { edges: Array<ResolversTypes['StockTurnoverEdge']> }>;
  StockTurnoverEdge: ResolverTypeWrapper<Omit<StockTurnoverEdge, 'node'> & { node: ResolversTypes['StockTurnover'] }>;
  StockUnit: ResolverTypeWrapper<UnitRow>;
  StockWriteDown: ResolverTypeWrapper<WriteDownRow>;
  StockWriteDownConnection: ResolverTypeWrapper<Omit<StockWriteDownConnection, 'edges'> & { edges: Array<ResolversTypes['StockWriteDownEdge']> }>;
  StockWriteDownEdge: ResolverTypeWrapper<Omit<StockWriteDownEdge, 'node'> & { node: ResolversTypes['StockWriteDown'] }>;
  StockWriteDownPayload: ResolverTypeWrapper<Omit<StockWriteDownPayload, 'writeDown'> & { writeDown: ResolversTypes['StockWriteDown'] }>;
  TaxInvoice: ResolverTypeWrapper<TaxInvoiceRef>;
  Transaction: ResolverTypeWrapper<TransactionRef>;
  TryWaybillConnectionInput: TryWaybillConnectionInput;
  UnitConversion: ResolverTypeWrapper<UnitConversion>;
  UnitConversionInput: UnitConversionInput;
  UpdateItemInput: UpdateItemInput;
  UpdateLotInput: UpdateLotInput;
  UpdateStockMovementInput: UpdateStockMovementInput;
  UpdateWarehouseInput: UpdateWarehouseInput;
  User: ResolverTypeWrapper<User>;
  Warehouse: ResolverTypeWrapper<WarehouseRow>;
  WarehouseConnection: ResolverTypeWrapper<Omit<WarehouseConnection, 'edges'> & { edges: Array<ResolversTypes['WarehouseEdge']> }>;
  WarehouseEdge: ResolverTypeWrapper<Omit<WarehouseEdge, 'node'> & { node: ResolversTypes['Warehouse'] }>;
  WarehousePayload: ResolverTypeWrapper<Omit<WarehousePayload, 'warehouse'> & { warehouse: ResolversTypes['Warehouse'] }>;
  Waybill: ResolverTypeWrapper<WaybillRow>;
  WaybillAnswer: WaybillAnswer;
  WaybillBuyerInput: WaybillBuyerInput;
  WaybillCall: ResolverTypeWrapper<WaybillCall>;
  WaybillCallPhase: WaybillCallPhase;
  WaybillConnection: ResolverTypeWrapper<Omit<WaybillConnection, 'edges'> & { edges: Array<ResolversTypes['WaybillEdge']> }>;
  WaybillConnectionPayload: ResolverTypeWrapper<WaybillConnectionPayload>;
  WaybillConnectionState: WaybillConnectionState;
  WaybillContentInput: WaybillContentInput;
  WaybillCostPayer: WaybillCostPayer;
  WaybillDirection: WaybillDirection;
  WaybillEdge: ResolverTypeWrapper<Omit<WaybillEdge, 'node'> & { node: ResolversTypes['Waybill'] }>;
  WaybillFilter: WaybillFilter;
  WaybillInput: WaybillInput;
  WaybillKind: WaybillKind;
  WaybillLine: ResolverTypeWrapper<WaybillLine>;
  WaybillLineInput: WaybillLineInput;
  WaybillOperation: WaybillOperation;
  WaybillParty: ResolverTypeWrapper<WaybillParty>;
  WaybillPayload: ResolverTypeWrapper<Omit<WaybillPayload, 'waybill'> & { waybill: ResolversTypes['Waybill'] }>;
  WaybillRefusal: ResolverTypeWrapper<WaybillRefusal>;
  WaybillServiceConnection: ResolverTypeWrapper<WaybillServiceConnection>;
  WaybillStatus: WaybillStatus;
  WaybillTransport: ResolverTypeWrapper<WaybillTransport>;
  WaybillTransportInput: WaybillTransportInput;
  WaybillTransportMeans: WaybillTransportMeans;
  WaybillVat: WaybillVat;
  WaybillWithReasonInput: WaybillWithReasonInput;
  WriteDownStockInput: WriteDownStockInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ApproveStockCountInput: ApproveStockCountInput;
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AssembleByBillInput: AssembleByBillInput;
  AssembledComponentInput: AssembledComponentInput;
  BillOfMaterials: BillRow;
  BillOfMaterialsComponent: BillComponent;
  BillOfMaterialsComponentInput: BillOfMaterialsComponentInput;
  BillOfMaterialsConnection: Omit<BillOfMaterialsConnection, 'edges'> & { edges: Array<ResolversParentTypes['BillOfMaterialsEdge']> };
  BillOfMaterialsEdge: Omit<BillOfMaterialsEdge, 'node'> & { node: ResolversParentTypes['BillOfMaterials'] };
  BillOfMaterialsPayload: Omit<BillOfMaterialsPayload, 'bill'> & { bill?: Maybe<ResolversParentTypes['BillOfMaterials']> };
  Bin: BinRow;
  Boolean: Scalars['Boolean']['output'];
  BinPayload: Omit<BinPayload, 'bin'> & { bin: ResolversParentTypes['Bin'] };
  CancelStockCountInput: CancelStockCountInput;
  ChangeWaybillInput: ChangeWaybillInput;
  ChecklistItem: CheckedItem;
  ChooseInventoryPostingAccountInput: ChooseInventoryPostingAccountInput;
  CloseChecklist: ChecklistMonth;
  CloseWaybillInput: CloseWaybillInput;
  CorrectReceiptPriceInput: CorrectReceiptPriceInput;
  Counterparty: CounterpartyRef;
  CreateBinInput: CreateBinInput;
  CreateItemInput: CreateItemInput;
  CreateLotInput: CreateLotInput;
  CreateWarehouseInput: CreateWarehouseInput;
  CreateWaybillInput: CreateWaybillInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeadStock: DeadRow;
  DeadStockConnection: Omit<DeadStockConnection, 'edges'> & { edges: Array<ResolversParentTypes['DeadStockEdge']> };
  DeadStockEdge: Omit<DeadStockEdge, 'node'> & { node: ResolversParentTypes['DeadStock'] };
  Decimal: Scalars['Decimal']['output'];
  EndBillOfMaterialsInput: EndBillOfMaterialsInput;
  EndBillOfMaterialsPayload: Omit<EndBillOfMaterialsPayload, 'item'> & { item: ResolversParentTypes['Item'] };
  EnterStockCountInput: EnterStockCountInput;
  FetchReceivedWaybillsInput: FetchReceivedWaybillsInput;
  FetchReceivedWaybillsPayload: FetchReceivedWaybillsPayload;
  ImportItemsInput: ImportItemsInput;
  ImportItemsPayload: ImportItemsPayload;
  ImportOpeningStockInput: ImportOpeningStockInput;
  ImportOpeningStockPayload: Omit<ImportOpeningStockPayload, 'movement'> & { movement?: Maybe<ResolversParentTypes['StockMovement']> };
  ImportStockCountInput: ImportStockCountInput;
  ImportStockCountPayload: Omit<ImportStockCountPayload, 'count'> & { count: ResolversParentTypes['StockCount'] };
  InventoryDifference: InventoryDifferenceRow;
  InventoryHealth: InventoryHealthRow;
  InventoryPostingAccount: PostingAccountRow;
  InventoryPostingAccountPayload: Omit<InventoryPostingAccountPayload, 'account'> & { account: ResolversParentTypes['InventoryPostingAccount'] };
  Item: ItemRow;
  ItemActionInput: ItemActionInput;
  ItemConnection: Omit<ItemConnection, 'edges'> & { edges: Array<ResolversParentTypes['ItemEdge']> };
  ItemEdge: Omit<ItemEdge, 'node'> & { node: ResolversParentTypes['Item'] };
  ItemFilter: ItemFilter;
  ItemPayload: Omit<ItemPayload, 'item'> & { item: ResolversParentTypes['Item'] };
  JSON: Scalars['JSON']['output'];
  LandedCost: LandedCostRow;
  LandedCostConnection: Omit<LandedCostConnection, 'edges'> & { edges: Array<ResolversParentTypes['LandedCostEdge']> };
  LandedCostEdge: Omit<LandedCostEdge, 'node'> & { node: ResolversParentTypes['LandedCost'] };
  LandedCostPayload: Omit<LandedCostPayload, 'landedCost'> & { landedCost: ResolversParentTypes['LandedCost'] };
  LandedCostShare: LandedCostShareRow;
  LinkWaybillInput: LinkWaybillInput;
  LinkWaybillInvoiceInput: LinkWaybillInvoiceInput;
  Lot: LotRow;
  LotConnection: Omit<LotConnection, 'edges'> & { edges: Array<ResolversParentTypes['LotEdge']> };
  LotEdge: Omit<LotEdge, 'node'> & { node: ResolversParentTypes['Lot'] };
  LotPayload: Omit<LotPayload, 'lot'> & { lot: ResolversParentTypes['Lot'] };
  Mutation: Record<PropertyKey, never>;
  OpenStockCountInput: OpenStockCountInput;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  RecordLandedCostsInput: RecordLandedCostsInput;
  ReorderProposal: ReorderRow;
  ReorderProposalConnection: Omit<ReorderProposalConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReorderProposalEdge']> };
  ReorderProposalEdge: Omit<ReorderProposalEdge, 'node'> & { node: ResolversParentTypes['ReorderProposal'] };
  ReserveStockInput: ReserveStockInput;
  RetryStockPostingInput: RetryStockPostingInput;
  ReverseLandedCostsInput: ReverseLandedCostsInput;
  ReverseStockMovementInput: ReverseStockMovementInput;
  SetBillOfMaterialsInput: SetBillOfMaterialsInput;
  SetBinActiveInput: SetBinActiveInput;
  SetWaybillCredentialsInput: SetWaybillCredentialsInput;
  StockAge: AgeRow;
  StockAgeConnection: Omit<StockAgeConnection, 'edges'> & { edges: Array<ResolversParentTypes['StockAgeEdge']> };
  StockAgeEdge: Omit<StockAgeEdge, 'node'> & { node: ResolversParentTypes['StockAge'] };
  StockAgeSpan: StockAgeSpan;
  StockAvailability: StockAvailability;
  StockBalance: CardBalance;
  StockCardConnection: CardPage;
  StockCardEdge: Omit<StockCardEdge, 'node'> & { node: ResolversParentTypes['StockCardLine'] };
  StockCardLine: CardRow;
  StockCount: CountRow;
  StockCountConnection: Omit<StockCountConnection, 'edges'> & { edges: Array<ResolversParentTypes['StockCountEdge']> };
  StockCountEdge: Omit<StockCountEdge, 'node'> & { node: ResolversParentTypes['StockCount'] };
  StockCountEntry: EntryRow;
  StockCountEntryConnection: Omit<StockCountEntryConnection, 'edges'> & { edges: Array<ResolversParentTypes['StockCountEntryEdge']> };
  StockCountEntryEdge: Omit<StockCountEntryEdge, 'node'> & { node: ResolversParentTypes['StockCountEntry'] };
  StockCountFilter: StockCountFilter;
  StockCountLine: SheetRow;
  StockCountLineConnection: Omit<StockCountLineConnection, 'edges'> & { edges: Array<ResolversParentTypes['StockCountLineEdge']> };
  StockCountLineEdge: Omit<StockCountLineEdge, 'node'> & { node: ResolversParentTypes['StockCountLine'] };
  StockCountLineFilter: StockCountLineFilter;
  StockCountPayload: Omit<StockCountPayload, 'count'> & { count: ResolversParentTypes['StockCount'] };
  StockCountTotals: StockCountTotals;
  StockCountedInput: StockCountedInput;
  StockFile: StockFile;
  StockFilter: StockFilter;
  StockImportError: StockImportError;
  StockMovement: MovementRow;
  StockMovementActionInput: StockMovementActionInput;
  StockMovementConnection: Omit<StockMovementConnection, 'edges'> & { edges: Array<ResolversParentTypes['StockMovementEdge']> };
  StockMovementEdge: Omit<StockMovementEdge, 'node'> & { node: ResolversParentTypes['StockMovement'] };
  StockMovementFilter: StockMovementFilter;
  StockMovementInput: StockMovementInput;
  StockMovementLine: MovementLineRow;
  StockMovementLineInput: StockMovementLineInput;
  StockMovementPayload: Omit<StockMovementPayload, 'movement'> & { movement: ResolversParentTypes['StockMovement'] };
  StockOnHand: OnHandNode;
  StockOnHandConnection: OnHandPage;
  StockOnHandEdge: Omit<StockOnHandEdge, 'node'> & { node: ResolversParentTypes['StockOnHand'] };
  StockPlace: PlaceRow;
  StockPosting: PostingRow;
  StockPostingRefusal: StockPostingRefusal;
  StockReservation: StockReservation;
  StockReservationActionInput: StockReservationActionInput;
  StockReservationConnection: StockReservationConnection;
  StockReservationEdge: StockReservationEdge;
  StockReservationFilter: StockReservationFilter;
  StockReservationPayload: StockReservationPayload;
  StockTotals: StockTotals;
  StockTurnover: TurnoverRow;
  StockTurnoverConnection: Omit<StockTurnoverConnection, 'edges'> & { edges: Array<ResolversParentTypes['StockTurnoverEdge']> };
  StockTurnoverEdge: Omit<StockTurnoverEdge, 'node'> & { node: ResolversParentTypes['StockTurnover'] };
  StockUnit: UnitRow;
  StockWriteDown: WriteDownRow;
  StockWriteDownConnection: Omit<StockWriteDownConnection, 'edges'> & { edges: Array<ResolversParentTypes['StockWriteDownEdge']> };
  StockWriteDownEdge: Omit<StockWriteDownEdge, 'node'> & { node: ResolversParentTypes['StockWriteDown'] };
  StockWriteDownPayload: Omit<StockWriteDownPayload, 'writeDown'> & { writeDown: ResolversParentTypes['StockWriteDown'] };
  TaxInvoice: TaxInvoiceRef;
  Transaction: TransactionRef;
  TryWaybillConnectionInput: TryWaybillConnectionInput;
  UnitConversion: UnitConversion;
  UnitConversionInput: UnitConversionInput;
  UpdateItemInput: UpdateItemInput;
  UpdateLotInput: UpdateLotInput;
  UpdateStockMovementInput: UpdateStockMovementInput;
  UpdateWarehouseInput: UpdateWarehouseInput;
  User: User;
  Warehouse: WarehouseRow;
  WarehouseConnection: Omit<WarehouseConnection, 'edges'> & { edges: Array<ResolversParentTypes['WarehouseEdge']> };
  WarehouseEdge: Omit<WarehouseEdge, 'node'> & { node: ResolversParentTypes['Warehouse'] };
  WarehousePayload: Omit<WarehousePayload, 'warehouse'> & { warehouse: ResolversParentTypes['Warehouse'] };
  Waybill: WaybillRow;
  WaybillBuyerInput: WaybillBuyerInput;
  WaybillCall: WaybillCall;
  WaybillConnection: Omit<WaybillConnection, 'edges'> & { edges: Array<ResolversParentTypes['WaybillEdge']> };
  WaybillConnectionPayload: WaybillConnectionPayload;
  WaybillContentInput: WaybillContentInput;
  WaybillEdge: Omit<WaybillEdge, 'node'> & { node: ResolversParentTypes['Waybill'] };
  WaybillFilter: WaybillFilter;
  WaybillInput: WaybillInput;
  WaybillLine: WaybillLine;
  WaybillLineInput: WaybillLineInput;
  WaybillParty: WaybillParty;
  WaybillPayload: Omit<WaybillPayload, 'waybill'> & { waybill: ResolversParentTypes['Waybill'] };
  WaybillRefusal: WaybillRefusal;
  WaybillServiceConnection: WaybillServiceConnection;
  WaybillTransport: WaybillTransport;
  WaybillTransportInput: WaybillTransportInput;
  WaybillWithReasonInput: WaybillWithReasonInput;
  WriteDownStockInput: WriteDownStockInput;
};

export type BillOfMaterialsResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['BillOfMaterials'] = ResolversParentTypes['BillOfMaterials']> = {
  components?: Resolver<Array<ResolversTypes['BillOfMaterialsComponent']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type BillOfMaterialsComponentResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['BillOfMaterialsComponent'] = ResolversParentTypes['BillOfMaterialsComponent']> = {
  baseQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BillOfMaterialsConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['BillOfMaterialsConnection'] = ResolversParentTypes['BillOfMaterialsConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BillOfMaterialsEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BillOfMaterialsEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['BillOfMaterialsEdge'] = ResolversParentTypes['BillOfMaterialsEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BillOfMaterials'], ParentType, ContextType>;
};

export type BillOfMaterialsPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['BillOfMaterialsPayload'] = ResolversParentTypes['BillOfMaterialsPayload']> = {
  bill?: Resolver<Maybe<ResolversTypes['BillOfMaterials']>, ParentType, ContextType>;
};

export type BinResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Bin'] = ResolversParentTypes['Bin']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type BinPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['BinPayload'] = ResolversParentTypes['BinPayload']> = {
  bin?: Resolver<ResolversTypes['Bin'], ParentType, ContextType>;
};

export type ChecklistItemResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['ChecklistItem'] = ResolversParentTypes['ChecklistItem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ids?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ChecklistSeverity'], ParentType, ContextType>;
  textEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textKa?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CloseChecklistResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['CloseChecklist'] = ResolversParentTypes['CloseChecklist'], FederationReferenceType extends FederationReferenceTypes['CloseChecklist'] = FederationReferenceTypes['CloseChecklist']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CloseChecklist']> | FederationReferenceType, FederationReferenceType, ContextType>;
  inventoryItems?: Resolver<Array<ResolversTypes['ChecklistItem']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CounterpartyResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Counterparty'] = ResolversParentTypes['Counterparty'], FederationReferenceType extends FederationReferenceTypes['Counterparty'] = FederationReferenceTypes['Counterparty']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Counterparty']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stockMovements?: Resolver<ResolversTypes['StockMovementConnection'], ParentType, ContextType, Partial<CounterpartyStockMovementsArgs>>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeadStockResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['DeadStock'] = ResolversParentTypes['DeadStock']> = {
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  lastIssuedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type DeadStockConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['DeadStockConnection'] = ResolversParentTypes['DeadStockConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeadStockEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeadStockEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['DeadStockEdge'] = ResolversParentTypes['DeadStockEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeadStock'], ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type EndBillOfMaterialsPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['EndBillOfMaterialsPayload'] = ResolversParentTypes['EndBillOfMaterialsPayload']> = {
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
};

export type FetchReceivedWaybillsPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['FetchReceivedWaybillsPayload'] = ResolversParentTypes['FetchReceivedWaybillsPayload']> = {
  found?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportItemsPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['ImportItemsPayload'] = ResolversParentTypes['ImportItemsPayload']> = {
  errors?: Resolver<Array<ResolversTypes['StockImportError']>, ParentType, ContextType>;
  imported?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportOpeningStockPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['ImportOpeningStockPayload'] = ResolversParentTypes['ImportOpeningStockPayload']> = {
  errors?: Resolver<Array<ResolversTypes['StockImportError']>, ParentType, ContextType>;
  imported?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  movement?: Resolver<Maybe<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImportStockCountPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['ImportStockCountPayload'] = ResolversParentTypes['ImportStockCountPayload']> = {
  count?: Resolver<ResolversTypes['StockCount'], ParentType, ContextType>;
  counted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['StockImportError']>, ParentType, ContextType>;
  imported?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InventoryDifferenceResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['InventoryDifference'] = ResolversParentTypes['InventoryDifference']> = {
  accountCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  check?: Resolver<ResolversTypes['InventoryCheck'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  documentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  found?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['Item']>, ParentType, ContextType>;
  lineId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  transactionId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type InventoryHealthResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['InventoryHealth'] = ResolversParentTypes['InventoryHealth']> = {
  differences?: Resolver<Array<ResolversTypes['InventoryDifference']>, ParentType, ContextType>;
  isHealthy?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ledgerValue?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  stockValue?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type InventoryPostingAccountResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['InventoryPostingAccount'] = ResolversParentTypes['InventoryPostingAccount']> = {
  accountCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<InventoryPostingAccountNameArgs>>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InventoryPostingAccountPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['InventoryPostingAccountPayload'] = ResolversParentTypes['InventoryPostingAccountPayload']> = {
  account?: Resolver<ResolversTypes['InventoryPostingAccount'], ParentType, ContextType>;
};

export type ItemResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Item'] = ResolversParentTypes['Item'], FederationReferenceType extends FederationReferenceTypes['Item'] = FederationReferenceTypes['Item']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Item']> | FederationReferenceType, FederationReferenceType, ContextType>;
  allowsShort?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  barcodes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  billOfMaterials?: Resolver<Maybe<ResolversTypes['BillOfMaterials']>, ParentType, ContextType, Partial<ItemBillOfMaterialsArgs>>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  conversions?: Resolver<Array<ResolversTypes['UnitConversion']>, ParentType, ContextType>;
  costingMethod?: Resolver<ResolversTypes['CostingMethod'], ParentType, ContextType>;
  expectedCost?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  hasExpiry?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasLots?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasSerials?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ItemKind'], ParentType, ContextType>;
  lots?: Resolver<ResolversTypes['LotConnection'], ParentType, ContextType, Partial<ItemLotsArgs>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ItemNameArgs>>;
  places?: Resolver<Array<ResolversTypes['StockPlace']>, ParentType, ContextType>;
  reorderLevel?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  reorderQuantity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['ItemVat'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weight?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ItemConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['ItemConnection'] = ResolversParentTypes['ItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ItemEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['ItemEdge'] = ResolversParentTypes['ItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
};

export type ItemPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['ItemPayload'] = ResolversParentTypes['ItemPayload']> = {
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LandedCostResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['LandedCost'] = ResolversParentTypes['LandedCost']> = {
  accountCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['LandedCostBasis'], ParentType, ContextType>;
  bookingDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LandedCostKind'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postings?: Resolver<Array<ResolversTypes['StockPosting']>, ParentType, ContextType>;
  reversalDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reversalReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shares?: Resolver<Array<ResolversTypes['LandedCostShare']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LandedCostStatus'], ParentType, ContextType>;
  taxInvoice?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
};

export type LandedCostConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['LandedCostConnection'] = ResolversParentTypes['LandedCostConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LandedCostEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LandedCostEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['LandedCostEdge'] = ResolversParentTypes['LandedCostEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LandedCost'], ParentType, ContextType>;
};

export type LandedCostPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['LandedCostPayload'] = ResolversParentTypes['LandedCostPayload']> = {
  landedCost?: Resolver<ResolversTypes['LandedCost'], ParentType, ContextType>;
};

export type LandedCostShareResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['LandedCostShare'] = ResolversParentTypes['LandedCostShare']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  lineId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type LotResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Lot'] = ResolversParentTypes['Lot']> = {
  expiresOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LotConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['LotConnection'] = ResolversParentTypes['LotConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LotEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LotEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['LotEdge'] = ResolversParentTypes['LotEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Lot'], ParentType, ContextType>;
};

export type LotPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['LotPayload'] = ResolversParentTypes['LotPayload']> = {
  lot?: Resolver<ResolversTypes['Lot'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateItem?: Resolver<ResolversTypes['ItemPayload'], ParentType, ContextType, RequireFields<MutationActivateItemArgs, 'input'>>;
  activateWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationActivateWaybillArgs, 'input'>>;
  approveStockCount?: Resolver<ResolversTypes['StockCountPayload'], ParentType, ContextType, RequireFields<MutationApproveStockCountArgs, 'input'>>;
  approveStockMovement?: Resolver<ResolversTypes['StockMovementPayload'], ParentType, ContextType, RequireFields<MutationApproveStockMovementArgs, 'input'>>;
  assembleByBill?: Resolver<ResolversTypes['StockMovementPayload'], ParentType, ContextType, RequireFields<MutationAssembleByBillArgs, 'input'>>;
  cancelStockCount?: Resolver<ResolversTypes['StockCountPayload'], ParentType, ContextType, RequireFields<MutationCancelStockCountArgs, 'input'>>;
  cancelWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationCancelWaybillArgs, 'input'>>;
  changeWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationChangeWaybillArgs, 'input'>>;
  chooseInventoryPostingAccount?: Resolver<ResolversTypes['InventoryPostingAccountPayload'], ParentType, ContextType, RequireFields<MutationChooseInventoryPostingAccountArgs, 'input'>>;
  closeWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationCloseWaybillArgs, 'input'>>;
  confirmWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationConfirmWaybillArgs, 'input'>>;
  correctReceiptPrice?: Resolver<ResolversTypes['LandedCostPayload'], ParentType, ContextType, RequireFields<MutationCorrectReceiptPriceArgs, 'input'>>;
  correctWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationCorrectWaybillArgs, 'input'>>;
  createBin?: Resolver<ResolversTypes['BinPayload'], ParentType, ContextType, RequireFields<MutationCreateBinArgs, 'input'>>;
  createItem?: Resolver<ResolversTypes['ItemPayload'], ParentType, ContextType, RequireFields<MutationCreateItemArgs, 'input'>>;
  createLot?: Resolver<ResolversTypes['LotPayload'], ParentType, ContextType, RequireFields<MutationCreateLotArgs, 'input'>>;
  createStockMovement?: Resolver<ResolversTypes['StockMovementPayload'], ParentType, ContextType, RequireFields<MutationCreateStockMovementArgs, 'input'>>;
  createWarehouse?: Resolver<ResolversTypes['WarehousePayload'], ParentType, ContextType, RequireFields<MutationCreateWarehouseArgs, 'input'>>;
  createWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationCreateWaybillArgs, 'input'>>;
  deactivateItem?: Resolver<ResolversTypes['ItemPayload'], ParentType, ContextType, RequireFields<MutationDeactivateItemArgs, 'input'>>;
  discardStockMovement?: Resolver<ResolversTypes['StockMovementPayload'], ParentType, ContextType, RequireFields<MutationDiscardStockMovementArgs, 'input'>>;
  discardWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationDiscardWaybillArgs, 'input'>>;
  endBillOfMaterials?: Resolver<ResolversTypes['EndBillOfMaterialsPayload'], ParentType, ContextType, RequireFields<MutationEndBillOfMaterialsArgs, 'input'>>;
  enterStockCount?: Resolver<ResolversTypes['StockCountPayload'], ParentType, ContextType, RequireFields<MutationEnterStockCountArgs, 'input'>>;
  fetchReceivedWaybills?: Resolver<ResolversTypes['FetchReceivedWaybillsPayload'], ParentType, ContextType, RequireFields<MutationFetchReceivedWaybillsArgs, 'input'>>;
  importItems?: Resolver<ResolversTypes['ImportItemsPayload'], ParentType, ContextType, RequireFields<MutationImportItemsArgs, 'input'>>;
  importOpeningStock?: Resolver<ResolversTypes['ImportOpeningStockPayload'], ParentType, ContextType, RequireFields<MutationImportOpeningStockArgs, 'input'>>;
  importStockCount?: Resolver<ResolversTypes['ImportStockCountPayload'], ParentType, ContextType, RequireFields<MutationImportStockCountArgs, 'input'>>;
  linkWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationLinkWaybillArgs, 'input'>>;
  linkWaybillInvoice?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationLinkWaybillInvoiceArgs, 'input'>>;
  openStockCount?: Resolver<ResolversTypes['StockCountPayload'], ParentType, ContextType, RequireFields<MutationOpenStockCountArgs, 'input'>>;
  postStockMovement?: Resolver<ResolversTypes['StockMovementPayload'], ParentType, ContextType, RequireFields<MutationPostStockMovementArgs, 'input'>>;
  recordLandedCosts?: Resolver<ResolversTypes['LandedCostPayload'], ParentType, ContextType, RequireFields<MutationRecordLandedCostsArgs, 'input'>>;
  recordStockMovement?: Resolver<ResolversTypes['StockMovementPayload'], ParentType, ContextType, RequireFields<MutationRecordStockMovementArgs, 'input'>>;
  rejectWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationRejectWaybillArgs, 'input'>>;
  releaseStockReservation?: Resolver<ResolversTypes['StockReservationPayload'], ParentType, ContextType, RequireFields<MutationReleaseStockReservationArgs, 'input'>>;
  reserveStock?: Resolver<ResolversTypes['StockReservationPayload'], ParentType, ContextType, RequireFields<MutationReserveStockArgs, 'input'>>;
  retryStockPosting?: Resolver<ResolversTypes['StockMovementPayload'], ParentType, ContextType, RequireFields<MutationRetryStockPostingArgs, 'input'>>;
  retryWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationRetryWaybillArgs, 'input'>>;
  reverseLandedCosts?: Resolver<ResolversTypes['LandedCostPayload'], ParentType, ContextType, RequireFields<MutationReverseLandedCostsArgs, 'input'>>;
  reverseStockMovement?: Resolver<ResolversTypes['StockMovementPayload'], ParentType, ContextType, RequireFields<MutationReverseStockMovementArgs, 'input'>>;
  setBillOfMaterials?: Resolver<ResolversTypes['BillOfMaterialsPayload'], ParentType, ContextType, RequireFields<MutationSetBillOfMaterialsArgs, 'input'>>;
  setBinActive?: Resolver<ResolversTypes['BinPayload'], ParentType, ContextType, RequireFields<MutationSetBinActiveArgs, 'input'>>;
  setWaybillCredentials?: Resolver<ResolversTypes['WaybillConnectionPayload'], ParentType, ContextType, RequireFields<MutationSetWaybillCredentialsArgs, 'input'>>;
  tryWaybillConnection?: Resolver<ResolversTypes['WaybillConnectionPayload'], ParentType, ContextType, RequireFields<MutationTryWaybillConnectionArgs, 'input'>>;
  updateItem?: Resolver<ResolversTypes['ItemPayload'], ParentType, ContextType, RequireFields<MutationUpdateItemArgs, 'input'>>;
  updateLot?: Resolver<ResolversTypes['LotPayload'], ParentType, ContextType, RequireFields<MutationUpdateLotArgs, 'input'>>;
  updateStockMovement?: Resolver<ResolversTypes['StockMovementPayload'], ParentType, ContextType, RequireFields<MutationUpdateStockMovementArgs, 'input'>>;
  updateWarehouse?: Resolver<ResolversTypes['WarehousePayload'], ParentType, ContextType, RequireFields<MutationUpdateWarehouseArgs, 'input'>>;
  writeDownStock?: Resolver<ResolversTypes['StockWriteDownPayload'], ParentType, ContextType, RequireFields<MutationWriteDownStockArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  billsOfMaterials?: Resolver<ResolversTypes['BillOfMaterialsConnection'], ParentType, ContextType, Partial<QueryBillsOfMaterialsArgs>>;
  deadStock?: Resolver<ResolversTypes['DeadStockConnection'], ParentType, ContextType, RequireFields<QueryDeadStockArgs, 'since'>>;
  inventoryHealth?: Resolver<ResolversTypes['InventoryHealth'], ParentType, ContextType>;
  inventoryPostingAccounts?: Resolver<Array<ResolversTypes['InventoryPostingAccount']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['Item']>, ParentType, ContextType, Partial<QueryItemArgs>>;
  items?: Resolver<ResolversTypes['ItemConnection'], ParentType, ContextType, Partial<QueryItemsArgs>>;
  landedCost?: Resolver<Maybe<ResolversTypes['LandedCost']>, ParentType, ContextType, RequireFields<QueryLandedCostArgs, 'id'>>;
  landedCosts?: Resolver<ResolversTypes['LandedCostConnection'], ParentType, ContextType, Partial<QueryLandedCostsArgs>>;
  reorderProposals?: Resolver<ResolversTypes['ReorderProposalConnection'], ParentType, ContextType, Partial<QueryReorderProposalsArgs>>;
  stockAges?: Resolver<ResolversTypes['StockAgeConnection'], ParentType, ContextType, RequireFields<QueryStockAgesArgs, 'asOf'>>;
  stockAvailability?: Resolver<Array<ResolversTypes['StockAvailability']>, ParentType, ContextType, RequireFields<QueryStockAvailabilityArgs, 'itemId'>>;
  stockCard?: Resolver<Maybe<ResolversTypes['StockCardConnection']>, ParentType, ContextType, RequireFields<QueryStockCardArgs, 'basis' | 'from' | 'itemId' | 'to'>>;
  stockCardFile?: Resolver<Maybe<ResolversTypes['StockFile']>, ParentType, ContextType, RequireFields<QueryStockCardFileArgs, 'basis' | 'format' | 'from' | 'itemId' | 'language' | 'to'>>;
  stockCount?: Resolver<Maybe<ResolversTypes['StockCount']>, ParentType, ContextType, RequireFields<QueryStockCountArgs, 'id'>>;
  stockCountFile?: Resolver<Maybe<ResolversTypes['StockFile']>, ParentType, ContextType, RequireFields<QueryStockCountFileArgs, 'format' | 'id' | 'language' | 'showsExpected'>>;
  stockCounts?: Resolver<ResolversTypes['StockCountConnection'], ParentType, ContextType, Partial<QueryStockCountsArgs>>;
  stockMovement?: Resolver<Maybe<ResolversTypes['StockMovement']>, ParentType, ContextType, RequireFields<QueryStockMovementArgs, 'id'>>;
  stockMovements?: Resolver<ResolversTypes['StockMovementConnection'], ParentType, ContextType, Partial<QueryStockMovementsArgs>>;
  stockOnHand?: Resolver<ResolversTypes['StockOnHandConnection'], ParentType, ContextType, RequireFields<QueryStockOnHandArgs, 'asOf' | 'basis'>>;
  stockOnHandFile?: Resolver<Maybe<ResolversTypes['StockFile']>, ParentType, ContextType, RequireFields<QueryStockOnHandFileArgs, 'asOf' | 'basis' | 'format' | 'language'>>;
  stockReservation?: Resolver<Maybe<ResolversTypes['StockReservation']>, ParentType, ContextType, RequireFields<QueryStockReservationArgs, 'id'>>;
  stockReservations?: Resolver<ResolversTypes['StockReservationConnection'], ParentType, ContextType, Partial<QueryStockReservationsArgs>>;
  stockTurnover?: Resolver<ResolversTypes['StockTurnoverConnection'], ParentType, ContextType, RequireFields<QueryStockTurnoverArgs, 'from' | 'to'>>;
  stockUnits?: Resolver<Array<ResolversTypes['StockUnit']>, ParentType, ContextType>;
  stockWriteDowns?: Resolver<ResolversTypes['StockWriteDownConnection'], ParentType, ContextType, Partial<QueryStockWriteDownsArgs>>;
  warehouse?: Resolver<Maybe<ResolversTypes['Warehouse']>, ParentType, ContextType, RequireFields<QueryWarehouseArgs, 'id'>>;
  warehouses?: Resolver<ResolversTypes['WarehouseConnection'], ParentType, ContextType, Partial<QueryWarehousesArgs>>;
  waybill?: Resolver<Maybe<ResolversTypes['Waybill']>, ParentType, ContextType, RequireFields<QueryWaybillArgs, 'id'>>;
  waybillConnection?: Resolver<ResolversTypes['WaybillServiceConnection'], ParentType, ContextType>;
  waybills?: Resolver<ResolversTypes['WaybillConnection'], ParentType, ContextType, Partial<QueryWaybillsArgs>>;
};

export type ReorderProposalResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['ReorderProposal'] = ResolversParentTypes['ReorderProposal']> = {
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  onOrder?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ReorderProposalConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['ReorderProposalConnection'] = ResolversParentTypes['ReorderProposalConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReorderProposalEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReorderProposalEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['ReorderProposalEdge'] = ResolversParentTypes['ReorderProposalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReorderProposal'], ParentType, ContextType>;
};

export type StockAgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockAge'] = ResolversParentTypes['StockAge']> = {
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  spans?: Resolver<Array<ResolversTypes['StockAgeSpan']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type StockAgeConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockAgeConnection'] = ResolversParentTypes['StockAgeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockAgeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockAgeEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockAgeEdge'] = ResolversParentTypes['StockAgeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockAge'], ParentType, ContextType>;
};

export type StockAgeSpanResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockAgeSpan'] = ResolversParentTypes['StockAgeSpan']> = {
  fromDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  toDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type StockAvailabilityResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockAvailability'] = ResolversParentTypes['StockAvailability']> = {
  available?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reserved?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  warehouseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StockBalanceResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockBalance'] = ResolversParentTypes['StockBalance']> = {
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type StockCardConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCardConnection'] = ResolversParentTypes['StockCardConnection']> = {
  closing?: Resolver<ResolversTypes['StockBalance'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['StockCardEdge']>, ParentType, ContextType>;
  opening?: Resolver<ResolversTypes['StockBalance'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockCardEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCardEdge'] = ResolversParentTypes['StockCardEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockCardLine'], ParentType, ContextType>;
};

export type StockCardLineResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCardLine'] = ResolversParentTypes['StockCardLine']> = {
  corrects?: Resolver<Maybe<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  documentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StockCardLineKind'], ParentType, ContextType>;
  movement?: Resolver<Maybe<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  runningQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  runningValue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type StockCountResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCount'] = ResolversParentTypes['StockCount']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['StockCountEntryConnection'], ParentType, ContextType, Partial<StockCountEntriesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Maybe<Array<ResolversTypes['Item']>>, ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['StockCountLineConnection'], ParentType, ContextType, Partial<StockCountLinesArgs>>;
  movement?: Resolver<Maybe<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StockCountStatus'], ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['StockCountTotals'], ParentType, ContextType>;
  uncounted?: Resolver<Maybe<ResolversTypes['StockCountUncounted']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warehouse?: Resolver<ResolversTypes['Warehouse'], ParentType, ContextType>;
};

export type StockCountConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCountConnection'] = ResolversParentTypes['StockCountConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockCountEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockCountEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCountEdge'] = ResolversParentTypes['StockCountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockCount'], ParentType, ContextType>;
};

export type StockCountEntryResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCountEntry'] = ResolversParentTypes['StockCountEntry']> = {
  baseQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  enteredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  enteredBy?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  lotId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  replaces?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  serial?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StockCountEntryConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCountEntryConnection'] = ResolversParentTypes['StockCountEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockCountEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockCountEntryEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCountEntryEdge'] = ResolversParentTypes['StockCountEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockCountEntry'], ParentType, ContextType>;
};

export type StockCountLineResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCountLine'] = ResolversParentTypes['StockCountLine']> = {
  counted?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  difference?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  lotId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  serial?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type StockCountLineConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCountLineConnection'] = ResolversParentTypes['StockCountLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockCountLineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockCountLineEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCountLineEdge'] = ResolversParentTypes['StockCountLineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockCountLine'], ParentType, ContextType>;
};

export type StockCountPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCountPayload'] = ResolversParentTypes['StockCountPayload']> = {
  count?: Resolver<ResolversTypes['StockCount'], ParentType, ContextType>;
};

export type StockCountTotalsResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockCountTotals'] = ResolversParentTypes['StockCountTotals']> = {
  counted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  different?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shortage?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  surplus?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type StockFileResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockFile'] = ResolversParentTypes['StockFile']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StockImportErrorResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockImportError'] = ResolversParentTypes['StockImportError']> = {
  column?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StockMovementResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockMovement'] = ResolversParentTypes['StockMovement'], FederationReferenceType extends FederationReferenceTypes['StockMovement'] = FederationReferenceTypes['StockMovement']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['StockMovement']> | FederationReferenceType, FederationReferenceType, ContextType>;
  arrivals?: Resolver<Array<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  bookingDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  counterAccount?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDirect?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StockMovementKind'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['StockMovementLine']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postings?: Resolver<Array<ResolversTypes['StockPosting']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['StockIssueReason']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reversalReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reversedBy?: Resolver<Maybe<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  reverses?: Resolver<Maybe<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StockMovementStatus'], ParentType, ContextType>;
  stockCount?: Resolver<Maybe<ResolversTypes['StockCount']>, ParentType, ContextType>;
  taxInvoice?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  toWarehouse?: Resolver<Maybe<ResolversTypes['Warehouse']>, ParentType, ContextType>;
  transfer?: Resolver<Maybe<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waybills?: Resolver<Array<ResolversTypes['Waybill']>, ParentType, ContextType>;
};

export type StockMovementConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockMovementConnection'] = ResolversParentTypes['StockMovementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockMovementEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockMovementEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockMovementEdge'] = ResolversParentTypes['StockMovementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockMovement'], ParentType, ContextType>;
};

export type StockMovementLineResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockMovementLine'] = ResolversParentTypes['StockMovementLine']> = {
  amount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  baseQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  binId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['StockDirection'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lotId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  serials?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  warehouse?: Resolver<ResolversTypes['Warehouse'], ParentType, ContextType>;
};

export type StockMovementPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockMovementPayload'] = ResolversParentTypes['StockMovementPayload']> = {
  movement?: Resolver<ResolversTypes['StockMovement'], ParentType, ContextType>;
};

export type StockOnHandResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockOnHand'] = ResolversParentTypes['StockOnHand']> = {
  available?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  inTransit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reserved?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  unitCost?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  writtenDown?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type StockOnHandConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockOnHandConnection'] = ResolversParentTypes['StockOnHandConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockOnHandEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['StockTotals'], ParentType, ContextType>;
};

export type StockOnHandEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockOnHandEdge'] = ResolversParentTypes['StockOnHandEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockOnHand'], ParentType, ContextType>;
};

export type StockPlaceResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockPlace'] = ResolversParentTypes['StockPlace']> = {
  inTransit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  lotId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  serial?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  warehouse?: Resolver<ResolversTypes['Warehouse'], ParentType, ContextType>;
};

export type StockPostingResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockPosting'] = ResolversParentTypes['StockPosting']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['StockPostingRefusal']>, ParentType, ContextType>;
  reversedBy?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['StockPostingState'], ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
};

export type StockPostingRefusalResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockPostingRefusal'] = ResolversParentTypes['StockPostingRefusal']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StockReservationResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockReservation'] = ResolversParentTypes['StockReservation']> = {
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOpen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  issued?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  itemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  warehouseId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StockReservationConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockReservationConnection'] = ResolversParentTypes['StockReservationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockReservationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockReservationEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockReservationEdge'] = ResolversParentTypes['StockReservationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockReservation'], ParentType, ContextType>;
};

export type StockReservationPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockReservationPayload'] = ResolversParentTypes['StockReservationPayload']> = {
  reservation?: Resolver<ResolversTypes['StockReservation'], ParentType, ContextType>;
};

export type StockTotalsResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockTotals'] = ResolversParentTypes['StockTotals']> = {
  items?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  writtenDown?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type StockTurnoverResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockTurnover'] = ResolversParentTypes['StockTurnover']> = {
  closingQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  closingValue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  openingQuantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  openingValue?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  quantityIn?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  quantityOut?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  quantityTransferred?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  valueChange?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type StockTurnoverConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockTurnoverConnection'] = ResolversParentTypes['StockTurnoverConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockTurnoverEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockTurnoverEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockTurnoverEdge'] = ResolversParentTypes['StockTurnoverEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockTurnover'], ParentType, ContextType>;
};

export type StockUnitResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockUnit'] = ResolversParentTypes['StockUnit']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decimals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<StockUnitNameArgs>>;
  rsGeCode?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StockWriteDownResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockWriteDown'] = ResolversParentTypes['StockWriteDown']> = {
  allowance?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  bookingDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['Item'], ParentType, ContextType>;
  netRealisableValue?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postings?: Resolver<Array<ResolversTypes['StockPosting']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StockWriteDownConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockWriteDownConnection'] = ResolversParentTypes['StockWriteDownConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StockWriteDownEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type StockWriteDownEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockWriteDownEdge'] = ResolversParentTypes['StockWriteDownEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StockWriteDown'], ParentType, ContextType>;
};

export type StockWriteDownPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockWriteDownPayload'] = ResolversParentTypes['StockWriteDownPayload']> = {
  writeDown?: Resolver<ResolversTypes['StockWriteDown'], ParentType, ContextType>;
};

export type TaxInvoiceResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['TaxInvoice'] = ResolversParentTypes['TaxInvoice'], FederationReferenceType extends FederationReferenceTypes['TaxInvoice'] = FederationReferenceTypes['TaxInvoice']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TaxInvoice']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stockMovements?: Resolver<Array<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  waybills?: Resolver<Array<ResolversTypes['Waybill']>, ParentType, ContextType>;
};

export type TransactionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Transaction'] = ResolversParentTypes['Transaction'], FederationReferenceType extends FederationReferenceTypes['Transaction'] = FederationReferenceTypes['Transaction']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Transaction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  stockMovement?: Resolver<Maybe<ResolversTypes['StockMovement']>, ParentType, ContextType>;
};

export type UnitConversionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['UnitConversion'] = ResolversParentTypes['UnitConversion']> = {
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type WarehouseResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Warehouse'] = ResolversParentTypes['Warehouse'], FederationReferenceType extends FederationReferenceTypes['Warehouse'] = FederationReferenceTypes['Warehouse']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Warehouse']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bins?: Resolver<Array<ResolversTypes['Bin']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<WarehouseNameArgs>>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WarehouseConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WarehouseConnection'] = ResolversParentTypes['WarehouseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WarehouseEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WarehouseEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WarehouseEdge'] = ResolversParentTypes['WarehouseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Warehouse'], ParentType, ContextType>;
};

export type WarehousePayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WarehousePayload'] = ResolversParentTypes['WarehousePayload']> = {
  warehouse?: Resolver<ResolversTypes['Warehouse'], ParentType, ContextType>;
};

export type WaybillResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Waybill'] = ResolversParentTypes['Waybill'], FederationReferenceType extends FederationReferenceTypes['Waybill'] = FederationReferenceTypes['Waybill']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Waybill']> | FederationReferenceType, FederationReferenceType, ContextType>;
  answer?: Resolver<Maybe<ResolversTypes['WaybillAnswer']>, ParentType, ContextType>;
  beginsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  buyer?: Resolver<Maybe<ResolversTypes['WaybillParty']>, ParentType, ContextType>;
  calls?: Resolver<Array<ResolversTypes['WaybillCall']>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['WaybillDirection'], ParentType, ContextType>;
  endAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WaybillKind'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['WaybillLine']>, ParentType, ContextType>;
  movement?: Resolver<Maybe<ResolversTypes['StockMovement']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['WaybillRefusal']>, ParentType, ContextType>;
  rsGeId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rsGeInvoiceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  seller?: Resolver<Maybe<ResolversTypes['WaybillParty']>, ParentType, ContextType>;
  startAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WaybillStatus'], ParentType, ContextType>;
  taxInvoice?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  transport?: Resolver<Maybe<ResolversTypes['WaybillTransport']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WaybillCallResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WaybillCall'] = ResolversParentTypes['WaybillCall']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstSentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['WaybillOperation'], ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['WaybillCallPhase'], ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type WaybillConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WaybillConnection'] = ResolversParentTypes['WaybillConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WaybillEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WaybillConnectionPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WaybillConnectionPayload'] = ResolversParentTypes['WaybillConnectionPayload']> = {
  connection?: Resolver<ResolversTypes['WaybillServiceConnection'], ParentType, ContextType>;
};

export type WaybillEdgeResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WaybillEdge'] = ResolversParentTypes['WaybillEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Waybill'], ParentType, ContextType>;
};

export type WaybillLineResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WaybillLine'] = ResolversParentTypes['WaybillLine']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  barcode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unitCode?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unitText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['WaybillVat'], ParentType, ContextType>;
};

export type WaybillPartyResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WaybillParty'] = ResolversParentTypes['WaybillParty']> = {
  isForeign?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taxId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WaybillPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WaybillPayload'] = ResolversParentTypes['WaybillPayload']> = {
  waybill?: Resolver<ResolversTypes['Waybill'], ParentType, ContextType>;
};

export type WaybillRefusalResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WaybillRefusal'] = ResolversParentTypes['WaybillRefusal']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['WaybillOperation'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WaybillServiceConnectionResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WaybillServiceConnection'] = ResolversParentTypes['WaybillServiceConnection']> = {
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastErrorAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WaybillConnectionState'], ParentType, ContextType>;
  stuck?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WaybillTransportResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['WaybillTransport'] = ResolversParentTypes['WaybillTransport']> = {
  carNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  costPayer?: Resolver<Maybe<ResolversTypes['WaybillCostPayer']>, ParentType, ContextType>;
  driverName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  driverTaxId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  means?: Resolver<ResolversTypes['WaybillTransportMeans'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = InventoryContext> = {
  BillOfMaterials?: BillOfMaterialsResolvers<ContextType>;
  BillOfMaterialsComponent?: BillOfMaterialsComponentResolvers<ContextType>;
  BillOfMaterialsConnection?: BillOfMaterialsConnectionResolvers<ContextType>;
  BillOfMaterialsEdge?: BillOfMaterialsEdgeResolvers<ContextType>;
  BillOfMaterialsPayload?: BillOfMaterialsPayloadResolvers<ContextType>;
  Bin?: BinResolvers<ContextType>;
  BinPayload?: BinPayloadResolvers<ContextType>;
  ChecklistItem?: ChecklistItemResolvers<ContextType>;
  CloseChecklist?: CloseChecklistResolvers<ContextType>;
  Counterparty?: CounterpartyResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeadStock?: DeadStockResolvers<ContextType>;
  DeadStockConnection?: DeadStockConnectionResolvers<ContextType>;
  DeadStockEdge?: DeadStockEdgeResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  EndBillOfMaterialsPayload?: EndBillOfMaterialsPayloadResolvers<ContextType>;
  FetchReceivedWaybillsPayload?: FetchReceivedWaybillsPayloadResolvers<ContextType>;
  ImportItemsPayload?: ImportItemsPayloadResolvers<ContextType>;
  ImportOpeningStockPayload?: ImportOpeningStockPayloadResolvers<ContextType>;
  ImportStockCountPayload?: ImportStockCountPayloadResolvers<ContextType>;
  InventoryDifference?: InventoryDifferenceResolvers<ContextType>;
  InventoryHealth?: InventoryHealthResolvers<ContextType>;
  InventoryPostingAccount?: InventoryPostingAccountResolvers<ContextType>;
  InventoryPostingAccountPayload?: InventoryPostingAccountPayloadResolvers<ContextType>;
  Item?: ItemResolvers<ContextType>;
  ItemConnection?: ItemConnectionResolvers<ContextType>;
  ItemEdge?: ItemEdgeResolvers<ContextType>;
  ItemPayload?: ItemPayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LandedCost?: LandedCostResolvers<ContextType>;
  LandedCostConnection?: LandedCostConnectionResolvers<ContextType>;
  LandedCostEdge?: LandedCostEdgeResolvers<ContextType>;
  LandedCostPayload?: LandedCostPayloadResolvers<ContextType>;
  LandedCostShare?: LandedCostShareResolvers<ContextType>;
  Lot?: LotResolvers<ContextType>;
  LotConnection?: LotConnectionResolvers<ContextType>;
  LotEdge?: LotEdgeResolvers<ContextType>;
  LotPayload?: LotPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReorderProposal?: ReorderProposalResolvers<ContextType>;
  ReorderProposalConnection?: ReorderProposalConnectionResolvers<ContextType>;
  ReorderProposalEdge?: ReorderProposalEdgeResolvers<ContextType>;
  StockAge?: StockAgeResolvers<ContextType>;
  StockAgeConnection?: StockAgeConnectionResolvers<ContextType>;
  StockAgeEdge?: StockAgeEdgeResolvers<ContextType>;
  StockAgeSpan?: StockAgeSpanResolvers<ContextType>;
  StockAvailability?: StockAvailabilityResolvers<ContextType>;
  StockBalance?: StockBalanceResolvers<ContextType>;
  StockCardConnection?: StockCardConnectionResolvers<ContextType>;
  StockCardEdge?: StockCardEdgeResolvers<ContextType>;
  StockCardLine?: StockCardLineResolvers<ContextType>;
  StockCount?: StockCountResolvers<ContextType>;
  StockCountConnection?: StockCountConnectionResolvers<ContextType>;
  StockCountEdge?: StockCountEdgeResolvers<ContextType>;
  StockCountEntry?: StockCountEntryResolvers<ContextType>;
  StockCountEntryConnection?: StockCountEntryConnectionResolvers<ContextType>;
  StockCountEntryEdge?: StockCountEntryEdgeResolvers<ContextType>;
  StockCountLine?: StockCountLineResolvers<ContextType>;
  StockCountLineConnection?: StockCountLineConnectionResolvers<ContextType>;
  StockCountLineEdge?: StockCountLineEdgeResolvers<ContextType>;
  StockCountPayload?: StockCountPayloadResolvers<ContextType>;
  StockCountTotals?: StockCountTotalsResolvers<ContextType>;
  StockFile?: StockFileResolvers<ContextType>;
  StockImportError?: StockImportErrorResolvers<ContextType>;
  StockMovement?: StockMovementResolvers<ContextType>;
  StockMovementConnection?: StockMovementConnectionResolvers<ContextType>;
  StockMovementEdge?: StockMovementEdgeResolvers<ContextType>;
  StockMovementLine?: StockMovementLineResolvers<ContextType>;
  StockMovementPayload?: StockMovementPayloadResolvers<ContextType>;
  StockOnHand?: StockOnHandResolvers<ContextType>;
  StockOnHandConnection?: StockOnHandConnectionResolvers<ContextType>;
  StockOnHandEdge?: StockOnHandEdgeResolvers<ContextType>;
  StockPlace?: StockPlaceResolvers<ContextType>;
  StockPosting?: StockPostingResolvers<ContextType>;
  StockPostingRefusal?: StockPostingRefusalResolvers<ContextType>;
  StockReservation?: StockReservationResolvers<ContextType>;
  StockReservationConnection?: StockReservationConnectionResolvers<ContextType>;
  StockReservationEdge?: StockReservationEdgeResolvers<ContextType>;
  StockReservationPayload?: StockReservationPayloadResolvers<ContextType>;
  StockTotals?: StockTotalsResolvers<ContextType>;
  StockTurnover?: StockTurnoverResolvers<ContextType>;
  StockTurnoverConnection?: StockTurnoverConnectionResolvers<ContextType>;
  StockTurnoverEdge?: StockTurnoverEdgeResolvers<ContextType>;
  StockUnit?: StockUnitResolvers<ContextType>;
  StockWriteDown?: StockWriteDownResolvers<ContextType>;
  StockWriteDownConnection?: StockWriteDownConnectionResolvers<ContextType>;
  StockWriteDownEdge?: StockWriteDownEdgeResolvers<ContextType>;
  StockWriteDownPayload?: StockWriteDownPayloadResolvers<ContextType>;
  TaxInvoice?: TaxInvoiceResolvers<ContextType>;
  Transaction?: TransactionResolvers<ContextType>;
  UnitConversion?: UnitConversionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Warehouse?: WarehouseResolvers<ContextType>;
  WarehouseConnection?: WarehouseConnectionResolvers<ContextType>;
  WarehouseEdge?: WarehouseEdgeResolvers<ContextType>;
  WarehousePayload?: WarehousePayloadResolvers<ContextType>;
  Waybill?: WaybillResolvers<ContextType>;
  WaybillCall?: WaybillCallResolvers<ContextType>;
  WaybillConnection?: WaybillConnectionResolvers<ContextType>;
  WaybillConnectionPayload?: WaybillConnectionPayloadResolvers<ContextType>;
  WaybillEdge?: WaybillEdgeResolvers<ContextType>;
  WaybillLine?: WaybillLineResolvers<ContextType>;
  WaybillParty?: WaybillPartyResolvers<ContextType>;
  WaybillPayload?: WaybillPayloadResolvers<ContextType>;
  WaybillRefusal?: WaybillRefusalResolvers<ContextType>;
  WaybillServiceConnection?: WaybillServiceConnectionResolvers<ContextType>;
  WaybillTransport?: WaybillTransportResolvers<ContextType>;
};

