import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PostingAccountRow } from '../posting-accounts/queries.ts';
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

/** What a waybill belongs to. */
export type LinkWaybillInput = {
  /** Identifier of the waybill. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The tax invoice of the same goods; none without it. */
  taxInvoiceId?: InputMaybe<Scalars['ID']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
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
  /** Writes a waybill; RS.ge is told of it when it is activated. Errors: BAD_USER_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED. */
  createWaybill: WaybillPayload;
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
  /** Gives the sign-in of the company. Errors: BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
  setWaybillCredentials: WaybillConnectionPayload;
  /** Tries the sign-in now. Errors: INVALID_TRANSITION. */
  tryWaybillConnection: WaybillConnectionPayload;
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


export type MutationCreateWaybillArgs = {
  input: CreateWaybillInput;
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


export type MutationSetWaybillCredentialsArgs = {
  input: SetWaybillCredentialsInput;
};


export type MutationTryWaybillConnectionArgs = {
  input: TryWaybillConnectionInput;
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
  /** One waybill. Null when the company has no such waybill. */
  waybill: Maybe<Waybill>;
  /** How the connection to the waybill service fares. */
  waybillConnection: WaybillServiceConnection;
  /** Waybills, the newest first. */
  waybills: WaybillConnection;
};


export type QueryWaybillArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWaybillsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WaybillFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
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

/** A user of the company, resolved by the identity subgraph. */
export type User = {
  __typename?: 'User';
  /** Identifier of the user. */
  id: Scalars['ID']['output'];
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
  TaxInvoice: TaxInvoice;
  Waybill: Waybill;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  TaxInvoice:
    ( { __typename: 'TaxInvoice' }
    & GraphQLRecursivePick<FederationTypes['TaxInvoice'], {"id":true}> );
  Waybill:
    ( { __typename: 'Waybill' }
    & GraphQLRecursivePick<FederationTypes['Waybill'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ChangeWaybillInput: ChangeWaybillInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ChooseInventoryPostingAccountInput: ChooseInventoryPostingAccountInput;
  CloseWaybillInput: CloseWaybillInput;
  CreateWaybillInput: CreateWaybillInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  FetchReceivedWaybillsInput: FetchReceivedWaybillsInput;
  FetchReceivedWaybillsPayload: ResolverTypeWrapper<FetchReceivedWaybillsPayload>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  InventoryLanguage: InventoryLanguage;
  InventoryPostingAccount: ResolverTypeWrapper<PostingAccountRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  InventoryPostingAccountPayload: ResolverTypeWrapper<Omit<InventoryPostingAccountPayload, 'account'> & { account: ResolversTypes['InventoryPostingAccount'] }>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LinkWaybillInput: LinkWaybillInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SetWaybillCredentialsInput: SetWaybillCredentialsInput;
  TaxInvoice: ResolverTypeWrapper<TaxInvoiceRef>;
  TryWaybillConnectionInput: TryWaybillConnectionInput;
  User: ResolverTypeWrapper<User>;
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
  ChangeWaybillInput: ChangeWaybillInput;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  ChooseInventoryPostingAccountInput: ChooseInventoryPostingAccountInput;
  CloseWaybillInput: CloseWaybillInput;
  CreateWaybillInput: CreateWaybillInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  FetchReceivedWaybillsInput: FetchReceivedWaybillsInput;
  FetchReceivedWaybillsPayload: FetchReceivedWaybillsPayload;
  Int: Scalars['Int']['output'];
  InventoryPostingAccount: PostingAccountRow;
  Boolean: Scalars['Boolean']['output'];
  InventoryPostingAccountPayload: Omit<InventoryPostingAccountPayload, 'account'> & { account: ResolversParentTypes['InventoryPostingAccount'] };
  JSON: Scalars['JSON']['output'];
  LinkWaybillInput: LinkWaybillInput;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Query: Record<PropertyKey, never>;
  SetWaybillCredentialsInput: SetWaybillCredentialsInput;
  TaxInvoice: TaxInvoiceRef;
  TryWaybillConnectionInput: TryWaybillConnectionInput;
  User: User;
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

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MutationResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationActivateWaybillArgs, 'input'>>;
  cancelWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationCancelWaybillArgs, 'input'>>;
  changeWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationChangeWaybillArgs, 'input'>>;
  chooseInventoryPostingAccount?: Resolver<ResolversTypes['InventoryPostingAccountPayload'], ParentType, ContextType, RequireFields<MutationChooseInventoryPostingAccountArgs, 'input'>>;
  closeWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationCloseWaybillArgs, 'input'>>;
  confirmWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationConfirmWaybillArgs, 'input'>>;
  correctWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationCorrectWaybillArgs, 'input'>>;
  createWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationCreateWaybillArgs, 'input'>>;
  discardWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationDiscardWaybillArgs, 'input'>>;
  fetchReceivedWaybills?: Resolver<ResolversTypes['FetchReceivedWaybillsPayload'], ParentType, ContextType, RequireFields<MutationFetchReceivedWaybillsArgs, 'input'>>;
  linkWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationLinkWaybillArgs, 'input'>>;
  rejectWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationRejectWaybillArgs, 'input'>>;
  retryWaybill?: Resolver<ResolversTypes['WaybillPayload'], ParentType, ContextType, RequireFields<MutationRetryWaybillArgs, 'input'>>;
  setWaybillCredentials?: Resolver<ResolversTypes['WaybillConnectionPayload'], ParentType, ContextType, RequireFields<MutationSetWaybillCredentialsArgs, 'input'>>;
  tryWaybillConnection?: Resolver<ResolversTypes['WaybillConnectionPayload'], ParentType, ContextType, RequireFields<MutationTryWaybillConnectionArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  inventoryPostingAccounts?: Resolver<Array<ResolversTypes['InventoryPostingAccount']>, ParentType, ContextType>;
  waybill?: Resolver<Maybe<ResolversTypes['Waybill']>, ParentType, ContextType, RequireFields<QueryWaybillArgs, 'id'>>;
  waybillConnection?: Resolver<ResolversTypes['WaybillServiceConnection'], ParentType, ContextType>;
  waybills?: Resolver<ResolversTypes['WaybillConnection'], ParentType, ContextType, Partial<QueryWaybillsArgs>>;
};

export type TaxInvoiceResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['TaxInvoice'] = ResolversParentTypes['TaxInvoice'], FederationReferenceType extends FederationReferenceTypes['TaxInvoice'] = FederationReferenceTypes['TaxInvoice']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TaxInvoice']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  waybills?: Resolver<Array<ResolversTypes['Waybill']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = InventoryContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  FetchReceivedWaybillsPayload?: FetchReceivedWaybillsPayloadResolvers<ContextType>;
  InventoryPostingAccount?: InventoryPostingAccountResolvers<ContextType>;
  InventoryPostingAccountPayload?: InventoryPostingAccountPayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  TaxInvoice?: TaxInvoiceResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
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

