import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PostingAccountRow } from '../posting-accounts/queries.ts';
import type { UnitRow } from '../units/queries.ts';
import type { ItemRow } from '../items/queries.ts';
import type { WarehouseRow, BinRow } from '../warehouses/queries.ts';
import type { LotRow } from '../lots/queries.ts';
import type { TaxInvoiceRef } from '../foreign.ts';
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

/** Another content for a waybill. */
export type ChangeWaybillInput = {
  /** What it says from now on. */
  content: WaybillContentInput;
  /** Identifier of the waybill. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** An account to be chosen. */
export type ChooseInventoryPostingAccountInput = {
  /** Code of the account in the chart; the ledger refuses to post on one that is not there. */
  accountCode: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What the account is for. */
  role: Scalars['String']['input'];
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
  /** The tax invoice of the same goods. */
  taxInvoiceId?: InputMaybe<Scalars['ID']['input']>;
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

/** What a waybill belongs to. */
export type LinkWaybillInput = {
  /** Identifier of the waybill. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The tax invoice of the same goods; none without it. */
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
  /** Adds a warehouse. Errors: BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  createWarehouse: WarehousePayload;
  /** Writes a waybill; RS.ge is told of it when it is activated. Errors: BAD_USER_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED. */
  createWaybill: WaybillPayload;
  /** Lets an item be moved no more. Errors: NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  deactivateItem: ItemPayload;
  /**
   * Throws a draft away; what RS.ge has saved of it is deleted there. Errors: NOT_FOUND, INVALID_TRANSITION,
   * IDEMPOTENCY_KEY_REUSED.
   */
  discardWaybill: WaybillPayload;
  /**
   * Looks at RS.ge for waybills that others made for us; the last three days are looked through by themselves. Errors:
   * BAD_USER_INPUT, INVALID_TRANSITION, SERVICE_UNAVAILABLE.
   */
  fetchReceivedWaybills: FetchReceivedWaybillsPayload;
  /** Says what a waybill belongs to. Errors: NOT_FOUND, IDEMPOTENCY_KEY_REUSED. */
  linkWaybill: WaybillPayload;
  /** Says at RS.ge that goods have not come. Errors: NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  rejectWaybill: WaybillPayload;
  /**
   * Lets a call that a person had to look at go on: RS.ge is asked first what became of it. Errors: NOT_FOUND,
   * INVALID_TRANSITION.
   */
  retryWaybill: WaybillPayload;
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
  /** Changes a warehouse. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  updateWarehouse: WarehousePayload;
};


export type MutationActivateItemArgs = {
  input: ItemActionInput;
};


export type MutationActivateWaybillArgs = {
  input: WaybillInput;
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


export type MutationCreateWarehouseArgs = {
  input: CreateWarehouseInput;
};


export type MutationCreateWaybillArgs = {
  input: CreateWaybillInput;
};


export type MutationDeactivateItemArgs = {
  input: ItemActionInput;
};


export type MutationDiscardWaybillArgs = {
  input: WaybillInput;
};


export type MutationFetchReceivedWaybillsArgs = {
  input: FetchReceivedWaybillsInput;
};


export type MutationLinkWaybillArgs = {
  input: LinkWaybillInput;
};


export type MutationRejectWaybillArgs = {
  input: WaybillWithReasonInput;
};


export type MutationRetryWaybillArgs = {
  input: WaybillInput;
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


export type MutationUpdateWarehouseArgs = {
  input: UpdateWarehouseInput;
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
  /** Accounts on which movements of goods are posted, by what they are for. */
  inventoryPostingAccounts: Array<InventoryPostingAccount>;
  /** One item, by its id, its code or one of its bar codes. Null when the company has no such item. Errors: BAD_USER_INPUT. */
  item: Maybe<Item>;
  /** Items, by their code. */
  items: ItemConnection;
  /** Units that goods are counted in, by their number at RS.ge. */
  stockUnits: Array<StockUnit>;
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

/** A tax invoice, resolved by the tax subgraph. */
export type TaxInvoice = {
  __typename?: 'TaxInvoice';
  /** Identifier of the invoice. */
  id: Scalars['ID']['output'];
  /** Waybills of the same goods. */
  waybills: Array<Waybill>;
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
  /** Number of RS.ge; null until it is active. */
  number: Maybe<Scalars['String']['output']>;
  /** Why RS.ge refused what was asked for last; null when it did not. */
  refusal: Maybe<WaybillRefusal>;
  /** Identifier under which RS.ge knows it, once it does. */
  rsGeId: Maybe<Scalars['String']['output']>;
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
  Item: Item;
  TaxInvoice: TaxInvoice;
  Warehouse: Warehouse;
  Waybill: Waybill;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Item:
    ( { __typename: 'Item' }
    & GraphQLRecursivePick<FederationTypes['Item'], {"id":true}> );
  TaxInvoice:
    ( { __typename: 'TaxInvoice' }
    & GraphQLRecursivePick<FederationTypes['TaxInvoice'], {"id":true}> );
  Warehouse:
    ( { __typename: 'Warehouse' }
    & GraphQLRecursivePick<FederationTypes['Warehouse'], {"id":true}> );
  Waybill:
    ( { __typename: 'Waybill' }
    & GraphQLRecursivePick<FederationTypes['Waybill'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Bin: ResolverTypeWrapper<BinRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BinPayload: ResolverTypeWrapper<Omit<BinPayload, 'bin'> & { bin: ResolversTypes['Bin'] }>;
  ChangeWaybillInput: ChangeWaybillInput;
  ChooseInventoryPostingAccountInput: ChooseInventoryPostingAccountInput;
  CloseWaybillInput: CloseWaybillInput;
  CostingMethod: CostingMethod;
  CostingMethodInput: CostingMethodInput;
  CreateBinInput: CreateBinInput;
  CreateItemInput: CreateItemInput;
  CreateLotInput: CreateLotInput;
  CreateWarehouseInput: CreateWarehouseInput;
  CreateWaybillInput: CreateWaybillInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  FetchReceivedWaybillsInput: FetchReceivedWaybillsInput;
  FetchReceivedWaybillsPayload: ResolverTypeWrapper<FetchReceivedWaybillsPayload>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
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
  LinkWaybillInput: LinkWaybillInput;
  Lot: ResolverTypeWrapper<LotRow>;
  LotConnection: ResolverTypeWrapper<Omit<LotConnection, 'edges'> & { edges: Array<ResolversTypes['LotEdge']> }>;
  LotEdge: ResolverTypeWrapper<Omit<LotEdge, 'node'> & { node: ResolversTypes['Lot'] }>;
  LotPayload: ResolverTypeWrapper<Omit<LotPayload, 'lot'> & { lot: ResolversTypes['Lot'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SetBinActiveInput: SetBinActiveInput;
  SetWaybillCredentialsInput: SetWaybillCredentialsInput;
  StockUnit: ResolverTypeWrapper<UnitRow>;
  TaxInvoice: ResolverTypeWrapper<TaxInvoiceRef>;
  TryWaybillConnectionInput: TryWaybillConnectionInput;
  UnitConversion: ResolverTypeWrapper<UnitConversion>;
  UnitConversionInput: UnitConversionInput;
  UpdateItemInput: UpdateItemInput;
  UpdateLotInput: UpdateLotInput;
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
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Bin: BinRow;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  BinPayload: Omit<BinPayload, 'bin'> & { bin: ResolversParentTypes['Bin'] };
  ChangeWaybillInput: ChangeWaybillInput;
  ChooseInventoryPostingAccountInput: ChooseInventoryPostingAccountInput;
  CloseWaybillInput: CloseWaybillInput;
  CreateBinInput: CreateBinInput;
  CreateItemInput: CreateItemInput;
  CreateLotInput: CreateLotInput;
  CreateWarehouseInput: CreateWarehouseInput;
  CreateWaybillInput: CreateWaybillInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  FetchReceivedWaybillsInput: FetchReceivedWaybillsInput;
  FetchReceivedWaybillsPayload: FetchReceivedWaybillsPayload;
  Int: Scalars['Int']['output'];
  InventoryPostingAccount: PostingAccountRow;
  InventoryPostingAccountPayload: Omit<InventoryPostingAccountPayload, 'account'> & { account: ResolversParentTypes['InventoryPostingAccount'] };
  Item: ItemRow;
  ItemActionInput: ItemActionInput;
  ItemConnection: Omit<ItemConnection, 'edges'> & { edges: Array<ResolversParentTypes['ItemEdge']> };
  ItemEdge: Omit<ItemEdge, 'node'> & { node: ResolversParentTypes['Item'] };
  ItemFilter: ItemFilter;
  ItemPayload: Omit<ItemPayload, 'item'> & { item: ResolversParentTypes['Item'] };
  JSON: Scalars['JSON']['output'];
  LinkWaybillInput: LinkWaybillInput;
  Lot: LotRow;
  LotConnection: Omit<LotConnection, 'edges'> & { edges: Array<ResolversParentTypes['LotEdge']> };
  LotEdge: Omit<LotEdge, 'node'> & { node: ResolversParentTypes['Lot'] };
  LotPayload: Omit<LotPayload, 'lot'> & { lot: ResolversParentTypes['Lot'] };
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  SetBinActiveInput: SetBinActiveInput;
  SetWaybillCredentialsInput: SetWaybillCredentialsInput;
  StockUnit: UnitRow;
  TaxInvoice: TaxInvoiceRef;
  TryWaybillConnectionInput: TryWaybillConnectionInput;
  UnitConversion: UnitConversion;
  UnitConversionInput: UnitConversionInput;
  UpdateItemInput: UpdateItemInput;
  UpdateLotInput: UpdateLotInput;
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
};

export type BinResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Bin'] = ResolversParentTypes['Bin']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type BinPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['BinPayload'] = ResolversParentTypes['BinPayload']> = {
  bin?: Resolver<ResolversTypes['Bin'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type FetchReceivedWaybillsPayloadResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['FetchReceivedWaybillsPayload'] = ResolversParentTypes['FetchReceivedWaybillsPayload']> = {
  found?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
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
  cancelWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationCancelWaybillArgs, 'input'>>;
  changeWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationChangeWaybillArgs, 'input'>>;
  chooseInventoryPostingAccount?: Resolver<ResolversTypes['InventoryPostingAccountPayload'], ParentType, ContextType, RequireFields<MutationChooseInventoryPostingAccountArgs, 'input'>>;
  closeWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationCloseWaybillArgs, 'input'>>;
  confirmWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationConfirmWaybillArgs, 'input'>>;
  correctWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationCorrectWaybillArgs, 'input'>>;
  createBin?: Resolver<ResolversTypes['BinPayload'], ParentType, ContextType, RequireFields<MutationCreateBinArgs, 'input'>>;
  createItem?: Resolver<ResolversTypes['ItemPayload'], ParentType, ContextType, RequireFields<MutationCreateItemArgs, 'input'>>;
  createLot?: Resolver<ResolversTypes['LotPayload'], ParentType, ContextType, RequireFields<MutationCreateLotArgs, 'input'>>;
  createWarehouse?: Resolver<ResolversTypes['WarehousePayload'], ParentType, ContextType, RequireFields<MutationCreateWarehouseArgs, 'input'>>;
  createWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationCreateWaybillArgs, 'input'>>;
  deactivateItem?: Resolver<ResolversTypes['ItemPayload'], ParentType, ContextType, RequireFields<MutationDeactivateItemArgs, 'input'>>;
  discardWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationDiscardWaybillArgs, 'input'>>;
  fetchReceivedWaybills?: Resolver<ResolversTypes['FetchReceivedWaybillsPayload'], ParentType, ContextType, RequireFields<MutationFetchReceivedWaybillsArgs, 'input'>>;
  linkWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationLinkWaybillArgs, 'input'>>;
  rejectWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationRejectWaybillArgs, 'input'>>;
  retryWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationRetryWaybillArgs, 'input'>>;
  setBinActive?: Resolver<ResolversTypes['BinPayload'], ParentType, ContextType, RequireFields<MutationSetBinActiveArgs, 'input'>>;
  setWaybillCredentials?: Resolver<ResolversTypes['WaybillConnectionPayload'], ParentType, ContextType, RequireFields<MutationSetWaybillCredentialsArgs, 'input'>>;
  tryWaybillConnection?: Resolver<ResolversTypes['WaybillConnectionPayload'], ParentType, ContextType, RequireFields<MutationTryWaybillConnectionArgs, 'input'>>;
  updateItem?: Resolver<ResolversTypes['ItemPayload'], ParentType, ContextType, RequireFields<MutationUpdateItemArgs, 'input'>>;
  updateLot?: Resolver<ResolversTypes['LotPayload'], ParentType, ContextType, RequireFields<MutationUpdateLotArgs, 'input'>>;
  updateWarehouse?: Resolver<ResolversTypes['WarehousePayload'], ParentType, ContextType, RequireFields<MutationUpdateWarehouseArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  inventoryPostingAccounts?: Resolver<Array<ResolversTypes['InventoryPostingAccount']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['Item']>, ParentType, ContextType, Partial<QueryItemArgs>>;
  items?: Resolver<ResolversTypes['ItemConnection'], ParentType, ContextType, Partial<QueryItemsArgs>>;
  stockUnits?: Resolver<Array<ResolversTypes['StockUnit']>, ParentType, ContextType>;
  warehouse?: Resolver<Maybe<ResolversTypes['Warehouse']>, ParentType, ContextType, RequireFields<QueryWarehouseArgs, 'id'>>;
  warehouses?: Resolver<ResolversTypes['WarehouseConnection'], ParentType, ContextType, Partial<QueryWarehousesArgs>>;
  waybill?: Resolver<Maybe<ResolversTypes['Waybill']>, ParentType, ContextType, RequireFields<QueryWaybillArgs, 'id'>>;
  waybillConnection?: Resolver<ResolversTypes['WaybillServiceConnection'], ParentType, ContextType>;
  waybills?: Resolver<ResolversTypes['WaybillConnection'], ParentType, ContextType, Partial<QueryWaybillsArgs>>;
};

export type StockUnitResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['StockUnit'] = ResolversParentTypes['StockUnit']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decimals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<StockUnitNameArgs>>;
  rsGeCode?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxInvoiceResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['TaxInvoice'] = ResolversParentTypes['TaxInvoice'], FederationReferenceType extends FederationReferenceTypes['TaxInvoice'] = FederationReferenceTypes['TaxInvoice']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TaxInvoice']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  waybills?: Resolver<Array<ResolversTypes['Waybill']>, ParentType, ContextType>;
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
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['WaybillRefusal']>, ParentType, ContextType>;
  rsGeId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
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
  Bin?: BinResolvers<ContextType>;
  BinPayload?: BinPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  FetchReceivedWaybillsPayload?: FetchReceivedWaybillsPayloadResolvers<ContextType>;
  InventoryPostingAccount?: InventoryPostingAccountResolvers<ContextType>;
  InventoryPostingAccountPayload?: InventoryPostingAccountPayloadResolvers<ContextType>;
  Item?: ItemResolvers<ContextType>;
  ItemConnection?: ItemConnectionResolvers<ContextType>;
  ItemEdge?: ItemEdgeResolvers<ContextType>;
  ItemPayload?: ItemPayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Lot?: LotResolvers<ContextType>;
  LotConnection?: LotConnectionResolvers<ContextType>;
  LotEdge?: LotEdgeResolvers<ContextType>;
  LotPayload?: LotPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  StockUnit?: StockUnitResolvers<ContextType>;
  TaxInvoice?: TaxInvoiceResolvers<ContextType>;
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

