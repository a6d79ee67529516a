import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccountRow } from '../accounts/queries.ts';
import type { CheckedItem } from '../../shared/graphql/close-checklist.ts';
import type { CloseChecklistRow, FiscalYearRow } from '../closing/resolvers.ts';
import type { CompanyOfBooks } from '../books/queries.ts';
import type { CurrencyRow } from '../currencies/queries.ts';
import type { DueEntry as DueEntryFound } from '../schedules/due/due-entry.ts';
import type { ShownRate, OwnRateOfDay } from '../exchange-rates/resolvers.ts';
import type { Entry as EntryRecord } from '../transactions/transaction.ts';
import type { YearClosingRow } from '../closing/queries.ts';
import type { PostingAccountRow } from '../posting-accounts/queries.ts';
import type { ShownLine, ShownPreview, ShownAgreement, MissingUnitsOf } from '../fixed-assets/resolvers.ts';
import type { DepreciationRunRow, FixedAssetRow } from '../fixed-assets/queries.ts';
import type { AssetChange } from '../fixed-assets/fixed-asset.ts';
import type { AssetClassRow } from '../fixed-assets/classes.ts';
import type { AgreementDifferenceRow, AssetMovementRow } from '../fixed-assets/reports.ts';
import type { LockOfArea } from '../locks/resolvers.ts';
import type { LockDateRow, LockExceptionRow } from '../locks/queries.ts';
import type { MatchedItemRow, MatchingRow } from '../open-items/queries.ts';
import type { Proposal, ProposedPart } from '../open-items/propose.ts';
import type { ShownItem } from '../open-items/resolvers.ts';
import type { PeriodRow, PeriodChangeRow } from '../periods/queries.ts';
import type { RecurringEntryRow, DoneRow, SignedTemplate } from '../schedules/recurring/queries.ts';
import type { TemplateEntry } from '../schedules/recurring/recurring-entry.ts';
import type { Recurrence as RecurrenceRule } from '../../shared/domain/recurrence.ts';
import type { RevaluationRow, RevaluedItemRow, LeftOut, LineRow } from '../revaluation/queries.ts';
import type { Preview, ClosingRate } from '../revaluation/resolvers.ts';
import type { ReversingEntryRow } from '../schedules/reversing/queries.ts';
import type { SpreadRow, SignedPlan } from '../schedules/spreads/queries.ts';
import type { ShownPart, ShownBalance } from '../schedules/spreads/resolvers.ts';
import type { OwnRateChange } from '../exchange-rates/queries.ts';
import type { PostedDue } from '../schedules/due/post-due.ts';
import type { TransactionRow } from '../transactions/queries.ts';
import type { TrialBalanceLine } from '../balances/queries.ts';
import type { LedgerContext } from '../context.ts';
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

/** An account of the company's chart of accounts. */
export type Account = {
  __typename?: 'Account';
  /**
   * Debit minus credit in GEL of everything posted, up to and including `asOf` by transaction date.
   * `knownAt` leaves out what was posted after that moment. `subtree` adds all accounts below.
   */
  balance: Scalars['Decimal']['output'];
  /** Accounts directly below this one, by code. */
  children: Array<Account>;
  /** Code, unique within the company, for example "1110". */
  code: Scalars['String']['output'];
  /** When the account was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Currency that every entry of the account must have; null when any currency may be posted. */
  currency: Maybe<Scalars['String']['output']>;
  /** Balances by currency, in the currency itself and in GEL, sorted by currency. */
  currencyBalances: Array<CurrencyBalance>;
  /** Entries of the account by transaction date with the running balance. */
  history: AccountHistoryConnection;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** An inactive account keeps its history and takes no postings. */
  isActive: Scalars['Boolean']['output'];
  /** A heading groups accounts and takes no postings. */
  isHeading: Scalars['Boolean']['output'];
  /** Data of the company's own. */
  metadata: Scalars['JSON']['output'];
  /** Name in the language asked for; falls back to Georgian, then to any name there is. */
  name: Scalars['String']['output'];
  /** Side on which the account grows; contra accounts have the opposite side of their type. */
  normalSide: NormalSide;
  /** Account above this one in the tree. */
  parent: Maybe<Account>;
  /** What the account is used for by other parts of the system, for example `BANK` or `VAT_OUTPUT`. */
  role: Maybe<Scalars['String']['output']>;
  /** Turnover between two dates, both included. */
  turnover: Turnover;
  /** Element of the financial statements that the account belongs to. */
  type: AccountType;
  /** When the account was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Number of changes; pass it as `expectedVersion` to change what you have seen and nothing newer. */
  version: Scalars['Int']['output'];
};


/** An account of the company's chart of accounts. */
export type AccountBalanceArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  subtree?: InputMaybe<Scalars['Boolean']['input']>;
};


/** An account of the company's chart of accounts. */
export type AccountCurrencyBalancesArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  subtree?: InputMaybe<Scalars['Boolean']['input']>;
};


/** An account of the company's chart of accounts. */
export type AccountHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


/** An account of the company's chart of accounts. */
export type AccountNameArgs = {
  language?: InputMaybe<Language>;
};


/** An account of the company's chart of accounts. */
export type AccountTurnoverArgs = {
  from: Scalars['Date']['input'];
  subtree?: InputMaybe<Scalars['Boolean']['input']>;
  to: Scalars['Date']['input'];
};

/** The account to act on. */
export type AccountActionInput = {
  /** Version that the action is meant for; refused with `CONFLICT` when it is not the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Identifier of the account. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Accounts in order of code. */
export type AccountConnection = {
  __typename?: 'AccountConnection';
  /** Accounts of this page. */
  edges: Array<AccountEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** Number of accounts that match the filter. */
  totalCount: Scalars['Int']['output'];
};

/** An account with its cursor. */
export type AccountEdge = {
  __typename?: 'AccountEdge';
  /** Pass it as `after` to go on behind this account. */
  cursor: Scalars['String']['output'];
  /** The account. */
  node: Account;
};

/** Every condition given must hold. */
export type AccountFilter = {
  /** Accounts whose code begins so. */
  codePrefix?: InputMaybe<Scalars['String']['input']>;
  /** Active accounts only, or inactive ones only. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Headings only, or postable accounts only. */
  isHeading?: InputMaybe<Scalars['Boolean']['input']>;
  /** Accounts directly below this one. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Accounts whose code or any name contains this text, whatever the case. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Accounts of these types. */
  types?: InputMaybe<Array<AccountType>>;
};

/** Lines of an account's history. */
export type AccountHistoryConnection = {
  __typename?: 'AccountHistoryConnection';
  /** Lines of this page. */
  edges: Array<AccountHistoryEdge>;
  /** Balance before the first line of the range asked for. */
  openingBalance: Scalars['Decimal']['output'];
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A line with its cursor. */
export type AccountHistoryEdge = {
  __typename?: 'AccountHistoryEdge';
  /** Pass it as `after` to go on behind this line. */
  cursor: Scalars['String']['output'];
  /** The line. */
  node: AccountHistoryLine;
};

/** One line of an account's history. */
export type AccountHistoryLine = {
  __typename?: 'AccountHistoryLine';
  /** Signed amount in that currency: positive for a debit. */
  amount: Scalars['Decimal']['output'];
  /** Debit minus credit of the account after this entry, in order of date, then of posting. */
  balance: Scalars['Decimal']['output'];
  /** Credit, GEL; zero when the entry debits. */
  credit: Scalars['Decimal']['output'];
  /** Currency of the entry. */
  currency: Scalars['String']['output'];
  /** Date of the transaction. */
  date: Scalars['Date']['output'];
  /** Debit, GEL; zero when the entry credits. */
  debit: Scalars['Decimal']['output'];
  /** Description of the entry, or of its transaction when the entry has none. */
  description: Scalars['String']['output'];
  /** The transaction that the entry belongs to. */
  transaction: Transaction;
};

/** Names of an account; at least one is needed. */
export type AccountNamesInput = {
  /** Name in English, at most 250 characters. */
  en?: InputMaybe<Scalars['String']['input']>;
  /** Name in Georgian, at most 250 characters. */
  ka?: InputMaybe<Scalars['String']['input']>;
  /** Name in Russian, at most 250 characters. */
  ru?: InputMaybe<Scalars['String']['input']>;
};

/** The account after the command. */
export type AccountPayload = {
  __typename?: 'AccountPayload';
  /** The account as it is now. */
  account: Account;
};

/** The five elements of financial statements (IFRS Conceptual Framework, chapter 4). */
export type AccountType =
  | 'ASSET'
  | 'EQUITY'
  | 'EXPENSE'
  | 'LIABILITY'
  | 'REVENUE';

/** What kind of accrual it is. */
export type AccrualKind =
  /** An expense was incurred, its document is still to come. */
  | 'ACCRUED_EXPENSE'
  /** Income was earned, its document is still to be issued. */
  | 'ACCRUED_INCOME';

/** An expense or income of an accrual. */
export type AccrualLineInput = {
  /** Code of the expense or income account. */
  accountCode: Scalars['String']['input'];
  /** Above zero, GEL. */
  amount: Scalars['Decimal']['input'];
  /** At most 500 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Analytical dimensions. */
  dimensions?: InputMaybe<Array<DimensionInput>>;
};

/** An asset whose cost is posted with it. */
export type AcquireFixedAssetInput = {
  /** When it was acquired, and is posted. */
  acquiredOn: Scalars['Date']['input'];
  /** Code of the class. */
  classCode: Scalars['String']['input'];
  /** Above zero, GEL, without VAT that is credited. */
  cost: Scalars['Decimal']['input'];
  /** From whom it was acquired; named in the entry that credits. */
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the account that is credited with the cost. */
  creditAccountCode: Scalars['String']['input'];
  /** Analytical dimensions of its depreciation, and of its acquisition. */
  dimensions?: InputMaybe<Array<DimensionInput>>;
  /** Code of another expense account than that of the class. */
  expenseAccountCode?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Since when it is available for use; it may be put to use later. */
  inUseOn?: InputMaybe<Scalars['Date']['input']>;
  /** At most 200 characters. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** That of the class without it. */
  method?: InputMaybe<DepreciationMethod>;
  /** 1–200 characters. */
  name: Scalars['String']['input'];
  /** Inventory number, 1–50 characters; the register gives the next of its own without it. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** What is to remain behind its life, GEL; nothing without it. */
  residual?: InputMaybe<Scalars['Decimal']['input']>;
  /** At most 200 characters. */
  responsible?: InputMaybe<Scalars['String']['input']>;
  /** At most 200 characters. */
  serialNumber?: InputMaybe<Scalars['String']['input']>;
  /** That of the class without it. */
  startsIn?: InputMaybe<DepreciationStart>;
  /** Units of its life, for units of production. */
  totalUnits?: InputMaybe<Scalars['Decimal']['input']>;
  /** 1–1200; that of the class without it. */
  usefulLifeMonths?: InputMaybe<Scalars['Int']['input']>;
};

/** What is added to the cost of an asset; it is in the books already. */
export type AddFixedAssetCostInput = {
  /** Above zero, GEL. */
  amount: Scalars['Decimal']['input'];
  /** 1–500 characters. */
  description: Scalars['String']['input'];
  /** Identifier of the asset. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** When it was spent. */
  on: Scalars['Date']['input'];
  /** Months of life from the first month on that it is depreciated with; needed when none is left. */
  remainingMonths?: InputMaybe<Scalars['Int']['input']>;
  /** The posted transaction that brought it. */
  transactionId?: InputMaybe<Scalars['ID']['input']>;
};

/** What is known of an attached document. */
export type Attachment = {
  __typename?: 'Attachment';
  /** Media type, for example `application/pdf`. */
  contentType: Scalars['String']['output'];
  /** Name of the file. */
  fileName: Scalars['String']['output'];
  /** SHA-256 of the document, 64 hexadecimal digits: proves that the document is the one attached. */
  sha256: Scalars['String']['output'];
  /** Size in bytes. */
  size: Scalars['Int']['output'];
};

/** What is to be known of an attached document. */
export type AttachmentInput = {
  /** Media type, for example `application/pdf`. */
  contentType: Scalars['String']['input'];
  /** Name of the file. */
  fileName: Scalars['String']['input'];
  /** SHA-256 of the document, 64 hexadecimal digits. */
  sha256: Scalars['String']['input'];
  /** Size in bytes. */
  size: Scalars['Int']['input'];
};

/** An event that is not what it was when it was written. */
export type BrokenEvent = {
  __typename?: 'BrokenEvent';
  /** Identifier of the thing that the event is about. */
  aggregateId: Scalars['ID']['output'];
  /** What kind of event it says it is. */
  eventType: Scalars['String']['output'];
  /** Position in the company's log. */
  logPosition: Scalars['Int']['output'];
  /** What is wrong, for example "the data was altered". */
  reason: Scalars['String']['output'];
};

/** Which registration was a mistake, and why. */
export type CancelFixedAssetInput = {
  /** Identifier of the asset. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Day on which its acquisition is reversed, when it was posted with it. */
  on: Scalars['Date']['input'];
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** Which planned reversal is cancelled, and why. */
export type CancelScheduledReversalInput = {
  /** Identifier of the reversing entry. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** How an asset is estimated anew. What is not given stays as it is. */
export type ChangeFixedAssetEstimateInput = {
  /** The first month for which it counts, for example "2026-07"; none that is booked. */
  from: Scalars['String']['input'];
  /** Identifier of the asset. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How it is depreciated. */
  method?: InputMaybe<DepreciationMethod>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
  /** Months of life from then on, 1–1200. */
  remainingMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Units of life from then on. */
  remainingUnits?: InputMaybe<Scalars['Decimal']['input']>;
  /** What is to remain behind its life, GEL. */
  residual?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What recurs otherwise from a day on. What is not given stays as it is. */
export type ChangeRecurringEntryInput = {
  /** 1–500 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** All entries of the template. */
  entries?: InputMaybe<Array<EntryInput>>;
  /** First day that the change counts for; nothing on it or behind it may be posted or skipped. */
  from: Scalars['Date']['input'];
  /** Identifier of the recurring entry. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Nothing recurs behind this day. */
  lastOn?: InputMaybe<Scalars['Date']['input']>;
  /** How often it recurs from `from` on, 1–1,200. */
  occurrences?: InputMaybe<Scalars['Int']['input']>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
  /** At most 100 characters; an empty text takes it away. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** A rule given here is counted from `from`. */
  rule?: InputMaybe<RecurrenceInput>;
};

/** How what is left is spread anew. What is not given stays as it is. */
export type ChangeSpreadInput = {
  /** All of the spread, posted parts too, GEL. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** First day of what is spread anew; no part on it or behind it may be posted. */
  from: Scalars['Date']['input'];
  /** Identifier of the spread. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How it is divided. */
  method?: InputMaybe<SpreadMethod>;
  /** Length of the span in months from `from` on, 1–600. */
  months?: InputMaybe<Scalars['Int']['input']>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
  /** Last day of the span. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** Code of another expense or income account. */
  toAccountCode?: InputMaybe<Scalars['String']['input']>;
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
export type ChooseLedgerPostingAccountInput = {
  /** Code of an account that takes postings. */
  accountCode: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What the account is for. */
  role: Scalars['String']['input'];
};

/** What is open before a month is closed. Other parts of the system add what they know. */
export type CloseChecklist = {
  __typename?: 'CloseChecklist';
  /** True when nothing of the ledger blocks the closing of the month. */
  isReady: Scalars['Boolean']['output'];
  /** What is open in the ledger; nothing that is done. */
  items: Array<ChecklistItem>;
  /** Month, 1–12. */
  month: Scalars['Int']['output'];
  /** Fiscal year. */
  year: Scalars['Int']['output'];
};

/** A company that keeps its books here. Everything in the system belongs to exactly one. */
export type Company = {
  __typename?: 'Company';
  /**
   * When the first fiscal year was opened, which a company gets together with the Georgian chart of accounts soon after it
   * was founded. Null until then, and for every company but that of the access token.
   */
  booksOpenedAt: Maybe<Scalars['DateTime']['output']>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
};

/** A counterparty of the company, resolved by the tax subgraph. */
export type Counterparty = {
  __typename?: 'Counterparty';
  /** Identifier of the counterparty. */
  id: Scalars['ID']['output'];
};

/** An account to add to the chart. */
export type CreateAccountInput = {
  /** 1–64 letters, digits, `.`, `:`, `_` or `-`; unique within the company. */
  code: Scalars['String']['input'];
  /** Currency that every entry must have. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the same account. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** True for an account that groups others and takes no postings. */
  isHeading?: InputMaybe<Scalars['Boolean']['input']>;
  /** Data of the company's own. */
  metadata?: InputMaybe<Scalars['JSON']['input']>;
  /** Name in Georgian (or in the company's working language); at most 250 characters. */
  name: Scalars['String']['input'];
  /** Names in further languages. */
  names?: InputMaybe<AccountNamesInput>;
  /** Defaults to the side of the type: debit for assets and expenses, else credit. */
  normalSide?: InputMaybe<NormalSide>;
  /** A heading or a postable account of the same company. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** What other parts of the system use the account for, for example `BANK`. */
  role?: InputMaybe<Scalars['String']['input']>;
  /** Element of the financial statements that the account belongs to. */
  type: AccountType;
};

/** What was incurred or earned in a month, until its document comes. */
export type CreateAccrualInput = {
  /** Code of the balance sheet account; that of the role ACCRUED_EXPENSES or ACCRUED_INCOME without it. */
  accrualAccountCode?: InputMaybe<Scalars['String']['input']>;
  /** With whom. */
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  /** A day of the month: the accrual is recorded on its last day, and its reversal planned for the first of the next. */
  date: Scalars['Date']['input'];
  /** 1–500 characters. */
  description: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What kind of accrual it is. */
  kind: AccrualKind;
  /** 1–100 expenses or incomes. */
  lines: Array<AccrualLineInput>;
  /** At most 100 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** What is recorded again and again, and when. */
export type CreateRecurringEntryInput = {
  /** 1–500 characters. */
  description: Scalars['String']['input'];
  /** As of a transaction. Where all entries are in one foreign currency, rates may be left out: that of each day counts, the company's own before the official one. */
  entries: Array<EntryInput>;
  /** It recurs for the first time on the first day of the rule from here on. */
  firstOn: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Nothing recurs behind this day. Neither this nor `occurrences`: without end. */
  lastOn?: InputMaybe<Scalars['Date']['input']>;
  /** How often it recurs in all, 1–1,200. */
  occurrences?: InputMaybe<Scalars['Int']['input']>;
  /** At most 100 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** When it recurs. */
  rule: RecurrenceInput;
};

/** What is spread, and over which months. */
export type CreateSpreadInput = {
  /** Above zero, GEL. */
  amount: Scalars['Decimal']['input'];
  /** With whom. */
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  /** 1–491 characters; each part adds its month. */
  description: Scalars['String']['input'];
  /** Analytical dimensions of all parts. */
  dimensions?: InputMaybe<Array<DimensionInput>>;
  /** First day of the span. */
  from: Scalars['Date']['input'];
  /** Code of the account that the amount stands on; that of the role PREPAID_EXPENSES or DEFERRED_INCOME without it. */
  fromAccountCode?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What is spread. */
  kind: SpreadKind;
  /** How it is divided. */
  method: SpreadMethod;
  /** Length of the span in months, 1–600; this or `to`. */
  months?: InputMaybe<Scalars['Int']['input']>;
  /** At most 100 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** Last day of the span; this or `months`. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** Code of the expense or income account. */
  toAccountCode: Scalars['String']['input'];
  /** The posted transaction that brought the amount to the account. */
  transactionId?: InputMaybe<Scalars['ID']['input']>;
};

/** A unit that amounts are kept in: a currency of ISO 4217 or a unit that the company registered. */
export type Currency = {
  __typename?: 'Currency';
  /** Code, for example `GEL`. */
  code: Scalars['String']['output'];
  /** True for a unit that the company registered itself. */
  isCustom: Scalars['Boolean']['output'];
  /** Decimals of the smallest unit, 0–4 (ISO 4217 minor unit). */
  minorUnits: Scalars['Int']['output'];
  /** Name given at registration; null for currencies of ISO 4217, whose names are translated where they are shown. */
  name: Maybe<Scalars['String']['output']>;
};

/** What an account holds in one currency. */
export type CurrencyBalance = {
  __typename?: 'CurrencyBalance';
  /** Debit minus credit in that currency. */
  amount: Scalars['Decimal']['output'];
  /** Debit minus credit in GEL, at the rates of the transactions. */
  balance: Scalars['Decimal']['output'];
  /** ISO 4217 code, or one registered by the company. */
  currency: Scalars['String']['output'];
};

/** The unit that was registered. */
export type CurrencyPayload = {
  __typename?: 'CurrencyPayload';
  /** The unit as it is now. */
  currency: Currency;
};

/** What was deleted. */
export type DeleteAccountPayload = {
  __typename?: 'DeleteAccountPayload';
  /** Identifier of the account that is gone. */
  deletedId: Scalars['ID']['output'];
};

/** What a run takes of an asset. */
export type DepreciationLine = {
  __typename?: 'DepreciationLine';
  /** What is depreciated behind it, GEL. */
  accumulated: Scalars['Decimal']['output'];
  /** All of it, GEL. */
  amount: Scalars['Decimal']['output'];
  /** The asset. */
  asset: FixedAsset;
  /** What is left behind it, GEL. */
  carrying: Scalars['Decimal']['output'];
  /** What of it belongs to months before that of the run, GEL. */
  catchUp: Scalars['Decimal']['output'];
  /** The first month that it covers. */
  from: Scalars['String']['output'];
};

/** How what an asset costs becomes expense. */
export type DepreciationMethod =
  /** Not at all, as land. */
  | 'NONE'
  /** The same for each month of its life. */
  | 'STRAIGHT_LINE'
  /** By what it gives: hours, kilometres, pieces. */
  | 'UNITS_OF_PRODUCTION';

/** What a run would post now. */
export type DepreciationPreview = {
  __typename?: 'DepreciationPreview';
  /** Day on which it would be posted. */
  date: Scalars['Date']['output'];
  /** What it would take of each asset. */
  lines: Array<DepreciationLine>;
  /** Assets by units of production whose units are to be recorded first. */
  missingUnits: Array<MissingUnits>;
  /** The month, for example "2026-03". */
  month: Scalars['String']['output'];
  /** All of it, GEL. */
  total: Scalars['Decimal']['output'];
};

/** The depreciation of a month, posted by one transaction. */
export type DepreciationRun = {
  __typename?: 'DepreciationRun';
  /** Day of its transaction: the last of the month. */
  date: Scalars['Date']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** What it took of each asset. */
  lines: Array<DepreciationLine>;
  /** The month, for example "2026-03". */
  month: Scalars['String']['output'];
  /** The transaction that took it back. */
  reversal: Maybe<Transaction>;
  /** Why it was taken back. */
  reverseReason: Maybe<Scalars['String']['output']>;
  /** Day on which it was taken back. */
  reversedOn: Maybe<Scalars['Date']['output']>;
  /** When it was run. */
  runAt: Scalars['DateTime']['output'];
  /** Who ran it. */
  runBy: User;
  /** All of it, GEL. */
  total: Scalars['Decimal']['output'];
  /** Its transaction; null where there was nothing to post. */
  transaction: Maybe<Transaction>;
};

/** A page of depreciation runs, the newest first. */
export type DepreciationRunConnection = {
  __typename?: 'DepreciationRunConnection';
  /** The runs of this page. */
  edges: Array<DepreciationRunEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A run and where it stands in the list. */
export type DepreciationRunEdge = {
  __typename?: 'DepreciationRunEdge';
  /** Where the run stands. */
  cursor: Scalars['String']['output'];
  /** The run. */
  node: DepreciationRun;
};

/** The run after the command. */
export type DepreciationRunPayload = {
  __typename?: 'DepreciationRunPayload';
  /** The run as it is now. */
  run: DepreciationRun;
};

/** When depreciation begins, and so when it ends. */
export type DepreciationStart =
  /** With the month behind it; the month in which it leaves takes its whole share. */
  | 'NEXT_MONTH'
  /** With the month in which the asset is available for use; the month in which it leaves takes none. */
  | 'SAME_MONTH';

/** A dimension of an entry, for example `cost_centre` = `TB-01`. */
export type Dimension = {
  __typename?: 'Dimension';
  /** Name, for example `cost_centre`. */
  name: Scalars['String']['output'];
  /** Value, for example `TB-01`. */
  value: Scalars['String']['output'];
};

/** A dimension of an entry. */
export type DimensionInput = {
  /** 1–50 characters, for example `cost_centre`. */
  name: Scalars['String']['input'];
  /** 1–200 characters. */
  value: Scalars['String']['input'];
};

/** What of an asset leaves, and what is got for it. */
export type DisposeFixedAssetInput = {
  /** What of the cost leaves, GEL; all of it without this and `percent`. */
  cost?: InputMaybe<Scalars['Decimal']['input']>;
  /** Who pays; named in the entry of the proceeds. */
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  /** Identifier of the asset. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How it leaves. */
  kind: FixedAssetDisposalKind;
  /** When it leaves. */
  on: Scalars['Date']['input'];
  /** What of the cost leaves, per cent. */
  percent?: InputMaybe<Scalars['Decimal']['input']>;
  /** What is got for it, GEL, without VAT. */
  proceeds?: InputMaybe<Scalars['Decimal']['input']>;
  /** Code of the account that is debited with the proceeds. */
  proceedsAccountCode?: InputMaybe<Scalars['String']['input']>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** An entry that is planned for a day and is not posted. */
export type DueEntry = {
  __typename?: 'DueEntry';
  /** Sum of its debits in its currency; null where its entries are in several. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Currency of the amount; null where its entries are in several. */
  currency: Maybe<Scalars['String']['output']>;
  /** Day on which it is due. */
  date: Scalars['Date']['output'];
  /** What will be recorded. */
  description: Scalars['String']['output'];
  /** Names it for `postDueEntries`. */
  id: Scalars['ID']['output'];
  /** What kind of entry it is. */
  kind: DueKind;
  /** The recurring entry that it is of. */
  recurringEntry: Maybe<RecurringEntry>;
  /** The reversing entry that it is of. */
  reversingEntry: Maybe<ReversingEntry>;
  /** The spread that it is of. */
  spread: Maybe<Spread>;
};

/** A page of due entries, the earliest first. */
export type DueEntryConnection = {
  __typename?: 'DueEntryConnection';
  /** The due entries of this page. */
  edges: Array<DueEntryEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A due entry and where it stands in the list. */
export type DueEntryEdge = {
  __typename?: 'DueEntryEdge';
  /** Where the entry stands. */
  cursor: Scalars['String']['output'];
  /** The due entry. */
  node: DueEntry;
};

/** What kind of entry is due. */
export type DueKind =
  /** The reversal of an accrual. */
  | 'ACCRUAL_REVERSAL'
  /** An occurrence of a recurring entry. */
  | 'RECURRING'
  /** A planned reversal. */
  | 'REVERSAL'
  /** A part of a prepaid expense or of deferred income. */
  | 'SPREAD_PART';

/** Which recurring entry is ended, and why. */
export type EndRecurringEntryInput = {
  /** Identifier of the recurring entry. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Nothing recurs behind this day. */
  on: Scalars['Date']['input'];
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** Which spread is ended, and why. */
export type EndSpreadInput = {
  /** Identifier of the spread. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Day on which the rest is due at once; parts planned before it stay. */
  on: Scalars['Date']['input'];
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** One line of a transaction: a debit or a credit on an account. */
export type Entry = {
  __typename?: 'Entry';
  /** Account that is debited or credited. */
  account: Account;
  /** With whom the entry was made; null when it names nobody. */
  counterparty: Maybe<Counterparty>;
  /** Credit in the entry's currency; zero when the entry debits. */
  credit: Scalars['Decimal']['output'];
  /** Credit in GEL. */
  creditGel: Scalars['Decimal']['output'];
  /** ISO 4217 code, or one registered by the company. */
  currency: Scalars['String']['output'];
  /** Debit in the entry's currency; zero when the entry credits. */
  debit: Scalars['Decimal']['output'];
  /** Debit in GEL. */
  debitGel: Scalars['Decimal']['output'];
  /** What the entry is for, when it says more than its transaction. */
  description: Maybe<Scalars['String']['output']>;
  /** Analytical dimensions: cost centre, project and others of the company's own. */
  dimensions: Array<Dimension>;
  /** GEL for one unit of the currency; "1" for GEL, "0" where only what a balance is carried at changes. */
  exchangeRate: Scalars['Decimal']['output'];
  /** Position within the transaction, from 1. */
  line: Scalars['Int']['output'];
};

/** Exactly one of `accountCode` and `accountId`, and exactly one of `debit` and `credit`. */
export type EntryInput = {
  /** Code of the account. */
  accountCode?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the account. */
  accountId?: InputMaybe<Scalars['ID']['input']>;
  /** With whom the entry is made: one of the company's counterparties. */
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  /** Amount above zero in the entry's currency, with no more decimals than the currency has. */
  credit?: InputMaybe<Scalars['Decimal']['input']>;
  /** Defaults to GEL. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** Amount above zero in the entry's currency, with no more decimals than the currency has. */
  debit?: InputMaybe<Scalars['Decimal']['input']>;
  /** At most 500 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Analytical dimensions. */
  dimensions?: InputMaybe<Array<DimensionInput>>;
  /** GEL for one unit of the currency, at most 10 decimals; demanded for every currency but GEL. */
  exchangeRate?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A rate of exchange: an official one of the National Bank of Georgia, or one that the company has set itself. */
export type ExchangeRate = {
  __typename?: 'ExchangeRate';
  /** Code of the currency (ISO 4217). */
  currency: Scalars['String']['output'];
  /** Whether no newer rate can be missing: the bank was asked about the day in question, or the company set this one for it. */
  isConfirmed: Scalars['Boolean']['output'];
  /** The official rate of the same day, beside a rate of the company's own; null for an official one, and where none is known. */
  official: Maybe<ExchangeRate>;
  /** GEL for `quantity` units, as it was published or set. */
  published: Scalars['Decimal']['output'];
  /** Units that the published rate is for: 1, 10, 100, 1,000 or 10,000. */
  quantity: Scalars['Int']['output'];
  /** GEL for one unit, exact. */
  rate: Scalars['Decimal']['output'];
  /** Why the company goes by a rate of its own; null for an official one. */
  reason: Maybe<Scalars['String']['output']>;
  /** When it was written down; a correction stands beside what was known before. */
  recordedAt: Scalars['DateTime']['output'];
  /** Who set it; null for an official one. */
  setBy: Maybe<User>;
  /** Where it comes from. */
  source: ExchangeRateSource;
  /** First day on which it applies. On weekends and holidays the last official one goes on; a rate of the company's own is of its day alone. */
  validFrom: Scalars['Date']['output'];
};

/** Where a rate comes from. */
export type ExchangeRateSource =
  /** Entered by whoever runs the system, from the bank's publication. */
  | 'ENTERED'
  /** The National Bank of Georgia, by its public interface. */
  | 'NBG'
  /** Set by the company for that one day, before the official rate. */
  | 'OWN';

/** A fiscal year, which is the calendar year. */
export type FiscalYear = {
  __typename?: 'FiscalYear';
  /** Transactions of period 13 in the order of posting: dated 31 December, after the month was closed and before the year was. */
  adjustments: TransactionConnection;
  /** Closings and reopenings of the year as a whole, oldest first. */
  changes: Array<FiscalYearChange>;
  /** The entry by which the year was closed; null while it is open, and where there was nothing to close. */
  closing: Maybe<Transaction>;
  /** The twelve months. */
  periods: Array<Period>;
  /** What the year earned, GEL, negative for a loss; null while the year is open. */
  result: Maybe<Scalars['Decimal']['output']>;
  /** Whether the year as a whole is closed; its months have a status of their own. */
  status: FiscalYearStatus;
  /** The year, for example 2026. */
  year: Scalars['Int']['output'];
};


/** A fiscal year, which is the calendar year. */
export type FiscalYearAdjustmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A closing or a reopening of a year. */
export type FiscalYearChange = {
  __typename?: 'FiscalYearChange';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who did it. */
  by: User;
  /** Why, in the words of the one who did it. */
  reason: Scalars['String']['output'];
  /** What the year became. */
  status: FiscalYearStatus;
  /** The closing entry, or its reversal; null where there was nothing to close. */
  transaction: Maybe<Transaction>;
};

/** The year that was opened. */
export type FiscalYearPayload = {
  __typename?: 'FiscalYearPayload';
  /** The twelve months of the year. */
  periods: Array<Period>;
};

/** Whether a fiscal year is closed as a whole. */
export type FiscalYearStatus =
  /** What it earned is in retained earnings. */
  | 'CLOSED'
  /** What it earned stands on the accounts of revenue and expense. */
  | 'OPEN';

/** An asset of the register. */
export type FixedAsset = {
  __typename?: 'FixedAsset';
  /** What of it is depreciated, GEL, at the end of the day asked about. */
  accumulated: Scalars['Decimal']['output'];
  /** Account of its accumulated depreciation; null where nothing is depreciated. */
  accumulatedAccount: Maybe<Account>;
  /** When it was acquired. */
  acquiredOn: Scalars['Date']['output'];
  /** The month through which depreciation is booked, for example "2026-03". */
  bookedThrough: Maybe<Scalars['String']['output']>;
  /** Cost less depreciation, GEL, at the end of the day asked about. */
  carrying: Scalars['Decimal']['output'];
  /** What happened to it, in order. */
  changes: Array<FixedAssetChange>;
  /** Its class. */
  class: FixedAssetClass;
  /** What it cost, GEL, at the end of the day asked about. */
  cost: Scalars['Decimal']['output'];
  /** Account of its cost. */
  costAccount: Account;
  /** From whom it was acquired. */
  counterparty: Maybe<Counterparty>;
  /** Analytical dimensions of its depreciation. */
  dimensions: Array<Dimension>;
  /** When it left. */
  disposedOn: Maybe<Scalars['Date']['output']>;
  /** Account of its depreciation; null where nothing is depreciated. */
  expenseAccount: Maybe<Account>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Since when it is available for use. */
  inUseOn: Maybe<Scalars['Date']['output']>;
  /** Where it is. */
  location: Maybe<Scalars['String']['output']>;
  /** How it is depreciated, as it was registered. */
  method: DepreciationMethod;
  /** What it is. */
  name: Scalars['String']['output'];
  /** Inventory number. */
  number: Scalars['String']['output'];
  /** What was depreciated before the register held it, GEL. */
  openingDepreciation: Maybe<Scalars['Decimal']['output']>;
  /** When it was registered. */
  registeredAt: Scalars['DateTime']['output'];
  /** Who registered it. */
  registeredBy: User;
  /** What is to remain behind its life, GEL, as it was registered. */
  residual: Scalars['Decimal']['output'];
  /** Who answers for it. */
  responsible: Maybe<Scalars['String']['output']>;
  /** Depreciation month by month, booked and planned. Months by units of production end where units are not recorded. */
  schedule: Array<FixedAssetMonth>;
  /** Serial number. */
  serialNumber: Maybe<Scalars['String']['output']>;
  /** When its depreciation begins. */
  startsIn: DepreciationStart;
  /** Where it stands now. */
  state: FixedAssetState;
  /** Units of its life, as it was registered. */
  totalUnits: Maybe<Scalars['Decimal']['output']>;
  /** The transaction that brought its cost, when it was named or posted with it. */
  transaction: Maybe<Transaction>;
  /** Life in months, as it was registered. */
  usefulLifeMonths: Maybe<Scalars['Int']['output']>;
};

/** What the register and the ledger have on an account, GEL, on the side on which it stands there. */
export type FixedAssetAgreement = {
  __typename?: 'FixedAssetAgreement';
  /** An account of cost or accumulated depreciation. */
  account: Account;
  /** Ledger less register; zero when they agree. */
  difference: Scalars['Decimal']['output'];
  /** What makes the difference, the largest first, 100 at most; nothing when they agree. */
  differences: Array<FixedAssetDifference>;
  /** What the ledger has. */
  ledger: Scalars['Decimal']['output'];
  /** What the register has. */
  register: Scalars['Decimal']['output'];
};

/** Something that happened to an asset. What does not belong to its kind is null. */
export type FixedAssetChange = {
  __typename?: 'FixedAssetChange';
  /** Depreciation that left with it, GEL. */
  accumulated: Maybe<Scalars['Decimal']['output']>;
  /** Lari that were added to cost, or the cost that left. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** When it was recorded. */
  at: Scalars['DateTime']['output'];
  /** Who recorded it. */
  by: User;
  /** Code of the class from then on. */
  classCode: Maybe<Scalars['String']['output']>;
  /** Depreciation up to the disposal that was not booked before, GEL; below zero where more was booked. */
  depreciation: Maybe<Scalars['Decimal']['output']>;
  /** By what `reverseFixedAssetDisposal` calls the disposal. */
  disposalId: Maybe<Scalars['ID']['output']>;
  /** How it leaves. */
  disposalKind: Maybe<FixedAssetDisposalKind>;
  /** Gain of the disposal, GEL; below zero for a loss. */
  gain: Maybe<Scalars['Decimal']['output']>;
  /** What happened. */
  kind: FixedAssetChangeKind;
  /** Where it is from then on. */
  location: Maybe<Scalars['String']['output']>;
  /** Method from then on. */
  method: Maybe<DepreciationMethod>;
  /** From which month on it counts, or of which month the units are. */
  month: Maybe<Scalars['String']['output']>;
  /** On which day. */
  on: Maybe<Scalars['Date']['output']>;
  /** What was got for it, GEL. */
  proceeds: Maybe<Scalars['Decimal']['output']>;
  /** Why, or what for. */
  reason: Maybe<Scalars['String']['output']>;
  /** Months of life from then on. */
  remainingMonths: Maybe<Scalars['Int']['output']>;
  /** Units of life from then on. */
  remainingUnits: Maybe<Scalars['Decimal']['output']>;
  /** Residual value from then on, GEL. */
  residual: Maybe<Scalars['Decimal']['output']>;
  /** Who answers for it from then on. */
  responsible: Maybe<Scalars['String']['output']>;
  /** Its transaction. */
  transaction: Maybe<Transaction>;
  /** Units of the month. */
  units: Maybe<Scalars['Decimal']['output']>;
};

/** What happened to an asset. */
export type FixedAssetChangeKind =
  /** Something was added to its cost. */
  | 'COST_ADDED'
  /** A disposal was undone. */
  | 'DISPOSAL_REVERSED'
  /** It was disposed of, wholly or in part. */
  | 'DISPOSED'
  /** Life, residual value or method were estimated anew. */
  | 'ESTIMATE_CHANGED'
  /** It was put to use. */
  | 'PUT_INTO_USE'
  /** Its registration was cancelled. */
  | 'REGISTRATION_CANCELLED'
  /** It went to another place, person, cost centre or class. */
  | 'TRANSFERRED'
  /** Units of a month were recorded. */
  | 'UNITS_RECORDED';

/** A class of assets: accounts and terms of those that are registered in it. */
export type FixedAssetClass = {
  __typename?: 'FixedAssetClass';
  /** Account of accumulated depreciation; null for what is not depreciated, or when the chart lacks it. */
  accumulatedAccount: Maybe<Account>;
  /** Code, for example "VEHICLES". */
  code: Scalars['String']['output'];
  /** Account of cost; null when the chart lacks it. */
  costAccount: Maybe<Account>;
  /** Expense account; null for that of the role DEPRECIATION_EXPENSE. */
  expenseAccount: Maybe<Account>;
  /** Whether the company has set it, or it is as it is to begin with. */
  isOwn: Scalars['Boolean']['output'];
  /** Method of its assets unless they say otherwise. */
  method: DepreciationMethod;
  /** Name in English. */
  nameEn: Scalars['String']['output'];
  /** Name in Georgian. */
  nameKa: Scalars['String']['output'];
  /** When the depreciation of its assets begins unless they say otherwise. */
  startsIn: DepreciationStart;
  /** Life of its assets in months unless they say otherwise. */
  usefulLifeMonths: Maybe<Scalars['Int']['output']>;
};

/** The class after the command. */
export type FixedAssetClassPayload = {
  __typename?: 'FixedAssetClassPayload';
  /** The class as it is now. */
  class: FixedAssetClass;
};

/** A page of assets, by their numbers. */
export type FixedAssetConnection = {
  __typename?: 'FixedAssetConnection';
  /** The assets of this page. */
  edges: Array<FixedAssetEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One thing by which register and ledger differ. */
export type FixedAssetDifference = {
  __typename?: 'FixedAssetDifference';
  /** What the ledger has of it less what the register has, GEL. */
  amount: Scalars['Decimal']['output'];
  /** The asset, of which no transaction is known. */
  asset: Maybe<FixedAsset>;
  /** The transaction, of which the register has less, more or nothing. */
  transaction: Maybe<Transaction>;
};

/** How an asset leaves. */
export type FixedAssetDisposalKind =
  /** Given away. */
  | 'DONATION'
  /** Stolen, burnt or lost. */
  | 'LOSS'
  /** Otherwise. */
  | 'OTHER'
  /** Sold. */
  | 'SALE'
  /** Thrown away, or taken to pieces. */
  | 'SCRAP';

/** An asset and where it stands in the list. */
export type FixedAssetEdge = {
  __typename?: 'FixedAssetEdge';
  /** Where the asset stands. */
  cursor: Scalars['String']['output'];
  /** The asset. */
  node: FixedAsset;
};

/** A file to be fetched. Whoever has the link has the file, so it is not to be passed on. */
export type FixedAssetFile = {
  __typename?: 'FixedAssetFile';
  /** When the link ceases to hold. */
  expiresAt: Scalars['DateTime']['output'];
  /** Address below that of the gateway: `GET` answers the file, 404 for a link that was changed, 410 for one too old. */
  url: Scalars['String']['output'];
};

/** How a file of fixed assets is written. */
export type FixedAssetFileFormat =
  /** Comma-separated values in UTF-8, amounts with a point. */
  | 'CSV'
  /** Office Open XML: numbers as numbers, sums as formulas, the head stays in sight. */
  | 'XLSX';

/** A month of an asset. */
export type FixedAssetMonth = {
  __typename?: 'FixedAssetMonth';
  /** What is depreciated behind it, GEL. */
  accumulated: Scalars['Decimal']['output'];
  /** Its depreciation, GEL. */
  amount: Scalars['Decimal']['output'];
  /** What is left behind it, GEL. */
  carrying: Scalars['Decimal']['output'];
  /** The month, for example "2026-03". */
  month: Scalars['String']['output'];
  /** Whether it is booked. */
  state: FixedAssetMonthState;
};

/** What became of a month of an asset. */
export type FixedAssetMonthState =
  /** Its depreciation is booked. */
  | 'BOOKED'
  /** It is still to be booked. */
  | 'PLANNED';

/** How the assets of a class moved in a span, GEL: the note of IAS 16.73 and IAS 38.118. */
export type FixedAssetMovement = {
  __typename?: 'FixedAssetMovement';
  /** What was acquired, taken over or added. */
  additions: Scalars['Decimal']['output'];
  /** Depreciation of the span. */
  charge: Scalars['Decimal']['output'];
  /** The class. */
  class: FixedAssetClass;
  /** Accumulated depreciation at the end. */
  closingAccumulated: Scalars['Decimal']['output'];
  /** Carrying amount at the end. */
  closingCarrying: Scalars['Decimal']['output'];
  /** Cost at the end. */
  closingCost: Scalars['Decimal']['output'];
  /** Accumulated depreciation of what left. */
  disposalsAccumulated: Scalars['Decimal']['output'];
  /** Cost of what left. */
  disposalsCost: Scalars['Decimal']['output'];
  /** Accumulated depreciation at the beginning. */
  openingAccumulated: Scalars['Decimal']['output'];
  /** Carrying amount at the beginning. */
  openingCarrying: Scalars['Decimal']['output'];
  /** Cost at the beginning. */
  openingCost: Scalars['Decimal']['output'];
  /** Depreciation that assets had when they were taken over. */
  takenOver: Scalars['Decimal']['output'];
  /** Accumulated depreciation that came from other classes less what went there. */
  transfersAccumulated: Scalars['Decimal']['output'];
  /** What came from other classes less what went there, at cost. */
  transfersCost: Scalars['Decimal']['output'];
};

/** The asset after the command. */
export type FixedAssetPayload = {
  __typename?: 'FixedAssetPayload';
  /** The asset as it is now. */
  asset: FixedAsset;
};

/** Where an asset stands now. */
export type FixedAssetState =
  /** Registered by mistake. */
  | 'CANCELLED'
  /** Gone. */
  | 'DISPOSED'
  /** In use, and only its residual value is left. */
  | 'FULLY_DEPRECIATED'
  /** In use. */
  | 'IN_USE'
  /** Registered and not available for use. */
  | 'NOT_IN_USE';

/** Leave to go past a lock. */
export type GrantLockExceptionInput = {
  /** The area whose lock is not to stop the user. */
  area: LockArea;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, 1–500 characters. */
  reason: Scalars['String']['input'];
  /** When it ends by itself; a moment to come. */
  until: Scalars['DateTime']['input'];
  /** Whom it is not to stop. */
  userId: Scalars['ID']['input'];
};

/** Language of a name. */
export type Language =
  | 'EN'
  | 'KA'
  | 'RU';

/** A stored figure that differs from the events. */
export type LedgerDifference = {
  __typename?: 'LedgerDifference';
  /** What the table says. */
  actual: Scalars['String']['output'];
  /** What the events say. */
  expected: Scalars['String']['output'];
  /** Key of the row. */
  key: Scalars['String']['output'];
  /** Table that holds the figure. */
  table: Scalars['String']['output'];
};

/** Which account the ledger's own documents are posted on, by what the account is for. */
export type LedgerPostingAccount = {
  __typename?: 'LedgerPostingAccount';
  /** Code of the account in the chart. */
  accountCode: Scalars['String']['output'];
  /** Whether it is the usual one, because the company has chosen none. */
  isDefault: Scalars['Boolean']['output'];
  /** What it is for, in the language asked for: Georgian and English; Georgian without it. */
  name: Scalars['String']['output'];
  /** What the account is for, for example `RETAINED_EARNINGS`. */
  role: Scalars['String']['output'];
};


/** Which account the ledger's own documents are posted on, by what the account is for. */
export type LedgerPostingAccountNameArgs = {
  language?: InputMaybe<Language>;
};

/** The account after the command. */
export type LedgerPostingAccountPayload = {
  __typename?: 'LedgerPostingAccountPayload';
  /** The account as it is now. */
  account: LedgerPostingAccount;
};

/** How the ledger of the company behaves. */
export type LedgerSettings = {
  __typename?: 'LedgerSettings';
  /** When true, nobody approves or reverses a transaction of their own, and `recordTransaction` is refused. */
  approverMustDiffer: Scalars['Boolean']['output'];
};

/** The settings after the command. */
export type LedgerSettingsPayload = {
  __typename?: 'LedgerSettingsPayload';
  /** The settings as they are now. */
  settings: LedgerSettings;
};

/** What a walk over the whole log and every balance of the company found. */
export type LedgerVerification = {
  __typename?: 'LedgerVerification';
  /** Figures that differ from what the events say; at most 100. */
  differences: Array<LedgerDifference>;
  /** Number of events walked. */
  eventCount: Scalars['Int']['output'];
  /** The first broken event; null when the chain is whole. */
  firstBrokenEvent: Maybe<BrokenEvent>;
  /** Hash of the last event, 64 hexadecimal digits; publish it to prove the state of the books. */
  headHash: Scalars['String']['output'];
  /** True when the chain is whole and every figure agrees with the events. */
  isIntact: Scalars['Boolean']['output'];
};

/** Whose documents a lock stops: those of the subgraph that a transaction is recorded for. */
export type LockArea =
  /** Movements of stock. */
  | 'INVENTORY'
  /** What is recorded by hand, and the ledger's own documents. */
  | 'LEDGER'
  /** Payroll. */
  | 'PAYROLL'
  /** Invoices, returns and payments of taxes. */
  | 'TAX';

/** Up to which day an area is locked, though its months be open. */
export type LockDate = {
  __typename?: 'LockDate';
  /** Whose documents it stops. */
  area: LockArea;
  /** All changes of the lock, the latest first. */
  changes: Array<LockDateChange>;
  /** The last day that is locked; null when nothing is. */
  until: Maybe<Scalars['Date']['output']>;
};

/** A change of a lock. */
export type LockDateChange = {
  __typename?: 'LockDateChange';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who did it. */
  by: User;
  /** Why, in the words of the one who did it. */
  reason: Scalars['String']['output'];
  /** The last day that was locked from then on; null when it was lifted. */
  until: Maybe<Scalars['Date']['output']>;
};

/** The lock after the command. */
export type LockDatePayload = {
  __typename?: 'LockDatePayload';
  /** The lock as it is now. */
  lockDate: LockDate;
};

/** Leave for one user to go past the lock of an area, until a moment. */
export type LockException = {
  __typename?: 'LockException';
  /** The area whose lock does not stop the user. */
  area: LockArea;
  /** When it was granted. */
  grantedAt: Scalars['DateTime']['output'];
  /** Who granted it. */
  grantedBy: User;
  /** Identifier. */
  id: Scalars['ID']['output'];
  /** Whether it holds at this moment. */
  isRunning: Scalars['Boolean']['output'];
  /** Why it was granted. */
  reason: Scalars['String']['output'];
  /** Why it was revoked; null when it was not. */
  revokeReason: Maybe<Scalars['String']['output']>;
  /** When it was revoked; null when it was not. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who revoked it; null when nobody did. */
  revokedBy: Maybe<User>;
  /** The transactions that went past the lock by it. */
  transactionIds: Array<Scalars['ID']['output']>;
  /** When it ends by itself. */
  until: Scalars['DateTime']['output'];
  /** Whom it does not stop. */
  user: User;
};

/** A page of exceptions. */
export type LockExceptionConnection = {
  __typename?: 'LockExceptionConnection';
  /** The exceptions with their cursors. */
  edges: Array<LockExceptionEdge>;
  /** Where the page lies among all. */
  pageInfo: PageInfo;
};

/** An exception on its page. */
export type LockExceptionEdge = {
  __typename?: 'LockExceptionEdge';
  /** To go on behind it. */
  cursor: Scalars['String']['output'];
  /** The exception. */
  node: LockException;
};

/** The exception after the command. */
export type LockExceptionPayload = {
  __typename?: 'LockExceptionPayload';
  /** The exception as it is now. */
  lockException: LockException;
};

/** What settles what. */
export type MatchOpenItemsInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 2–200 items of one account, counterparty and currency, debits as much as credits. */
  items: Array<OpenItemPartInput>;
  /**
   * From which day on they settle each other, and the day of the difference; the latest of their days without it. Needed where
   * that month is closed and there is a difference.
   */
  on?: InputMaybe<Scalars['Date']['input']>;
};

/** The part of an item that a matching settles. */
export type MatchedItem = {
  __typename?: 'MatchedItem';
  /** What of it is settled, in its currency. */
  amount: Scalars['Decimal']['output'];
  /** The share of what it was carried at in GEL, half up to the tetri; the last part takes the rest. */
  amountGel: Scalars['Decimal']['output'];
  /** Names the entry: its transaction and its line there. */
  id: Scalars['ID']['output'];
  /** Line of the entry in its transaction, from 1. */
  line: Scalars['Int']['output'];
  /** Side of the entry. */
  side: OpenItemSide;
  /** The transaction of the entry. */
  transaction: Transaction;
};

/** Items that could settle each other; pass the parts to `matchOpenItems`. */
export type MatchingProposal = {
  __typename?: 'MatchingProposal';
  /** Currency of the items. */
  currency: Scalars['String']['output'];
  /** What could settle what. */
  parts: Array<ProposedItem>;
  /** Why they are proposed. */
  rule: MatchingRule;
};

/** Why items are proposed to be matched. */
export type MatchingRule =
  /** A debit and a credit of the same amount. */
  | 'EXACT_AMOUNT'
  /** What is left of both sides, the oldest first. */
  | 'OLDEST_FIRST'
  /** They carry the same reference. */
  | 'REFERENCE';

/** Units that nobody has recorded. */
export type MissingUnits = {
  __typename?: 'MissingUnits';
  /** The asset. */
  asset: FixedAsset;
  /** The first month of which they are missing. */
  month: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Takes an asset into the register and posts its cost. Errors: those of registration, PERIOD_CLOSED, FORBIDDEN (where the company demands that another person approves). */
  acquireFixedAsset: FixedAssetPayload;
  /** Allows postings again. Errors: NOT_FOUND, CONFLICT, INVALID_TRANSITION (active already). */
  activateAccount: AccountPayload;
  /** Adds to the cost of an asset what is in the books already. Errors: those of registration. */
  addFixedAssetCost: FixedAssetPayload;
  /** Approves a draft. Errors: NOT_FOUND, INVALID_TRANSITION, CONFLICT, FORBIDDEN (author may not approve). */
  approveTransaction: TransactionPayload;
  /** Takes back what was registered by mistake, before anything was depreciated. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, PERIOD_CLOSED, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  cancelFixedAsset: FixedAssetPayload;
  /** Leaves a transaction as it is, though its reversal was planned. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  cancelScheduledReversal: ReversingEntryPayload;
  /** Estimates life, residual value or method anew, for months that are not booked. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  changeFixedAssetEstimate: FixedAssetPayload;
  /** Changes a recurring entry from a day on; what was posted keeps the version that it came from. Errors: those of creation, INVALID_TRANSITION, CONFLICT. */
  changeRecurringEntry: RecurringEntryPayload;
  /** Spreads anew what is left. Errors: those of creation, CONFLICT. */
  changeSpread: SpreadPayload;
  /**
   * Chooses the account on which the ledger's own documents (closings, revaluations, depreciation) are posted from now on;
   * what is posted stays. Errors: BAD_USER_INPUT (no such role), NOT_FOUND, ACCOUNT_INACTIVE, IDEMPOTENCY_KEY_REUSED.
   */
  chooseLedgerPostingAccount: LedgerPostingAccountPayload;
  /** Closes a month to postings. Months are closed in order; those before the first transaction of the books are closed along. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION (closed already; an earlier month is open; an item of `closeChecklist` blocks it). */
  closePeriod: PeriodPayload;
  /** Closes a year: every account of revenue and expense goes to zero on 31 December, and what they come to goes to retained earnings. Errors: NOT_FOUND, BAD_USER_INPUT, ACCOUNT_INACTIVE, INVALID_TRANSITION (closed already; a month of it, or an earlier year, is open), CONFLICT. */
  closeYear: YearPayload;
  /** Adds an account to the chart. Errors: BAD_USER_INPUT, CONFLICT (code taken), NOT_FOUND (parent). */
  createAccount: AccountPayload;
  /** Records an accrual at the end of its month and plans its reversal for the next day. Errors: BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE, PERIOD_CLOSED, FORBIDDEN, IDEMPOTENCY_KEY_REUSED. */
  createAccrual: ReversingEntryPayload;
  /** Sets up what is recorded again and again; nothing is posted by it. Errors: BAD_USER_INPUT, UNBALANCED_ENTRY, NOT_FOUND, ACCOUNT_INACTIVE, IDEMPOTENCY_KEY_REUSED. */
  createRecurringEntry: RecurringEntryPayload;
  /** Spreads an amount over months; nothing is posted by it. Errors: BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  createSpread: SpreadPayload;
  /** Enters a draft. Errors: BAD_USER_INPUT, UNBALANCED_ENTRY, NOT_FOUND, ACCOUNT_INACTIVE, IDEMPOTENCY_KEY_REUSED. */
  createTransaction: TransactionPayload;
  /** Stops postings to an account. Errors: NOT_FOUND, CONFLICT, INVALID_TRANSITION (inactive already). */
  deactivateAccount: AccountPayload;
  /** Removes an account that has neither postings nor accounts below. Errors: NOT_FOUND, CONFLICT, INVALID_TRANSITION. */
  deleteAccount: DeleteAccountPayload;
  /** Takes an asset or a part of it out of the books. Errors: BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE, INVALID_TRANSITION, PERIOD_CLOSED, FORBIDDEN (where another person must approve, whoever registered it), CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  disposeFixedAsset: FixedAssetPayload;
  /** Ends a recurring entry. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  endRecurringEntry: RecurringEntryPayload;
  /** Makes the rest due at once. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  endSpread: SpreadPayload;
  /** Lets a user go past the lock of an area until a moment; what is recorded by it stays listed. Errors: BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
  grantLockException: LockExceptionPayload;
  /**
   * Settles open items with each other, wholly or in part, and posts the realised exchange difference. Errors: NOT_FOUND (also
   * an account of a role), BAD_USER_INPUT (another account, counterparty or currency, more than is open), UNBALANCED_ENTRY,
   * INVALID_TRANSITION (nothing is open), PERIOD_CLOSED (name `on`), ACCOUNT_INACTIVE, CONFLICT, IDEMPOTENCY_KEY_REUSED.
   */
  matchOpenItems: OpenItemMatchingPayload;
  /** Opens the twelve months of a year. Errors: BAD_USER_INPUT, CONFLICT (opened already), INVALID_TRANSITION (a later month is closed). */
  openFiscalYear: FiscalYearPayload;
  /** Posts what is due, each for itself: one refused never harms another. Safe to repeat: what is posted answers its transaction. Errors: BAD_USER_INPUT; of each entry those of recording or reversing a transaction, NOT_FOUND, INVALID_TRANSITION. */
  postDueEntries: PostDueEntriesPayload;
  /** Posts an approved transaction. Errors: NOT_FOUND, INVALID_TRANSITION, CONFLICT, PERIOD_CLOSED, ACCOUNT_INACTIVE. */
  postTransaction: TransactionPayload;
  /** Puts an asset to use. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  putFixedAssetIntoUse: FixedAssetPayload;
  /** Says what an asset gave in a month. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  recordFixedAssetUnits: FixedAssetPayload;
  /** Records a transaction and plans its reversal. Errors: those of recordTransaction. */
  recordReversingTransaction: ReversingEntryPayload;
  /** Creates, approves and posts at once. Errors: those of the three steps. */
  recordTransaction: TransactionPayload;
  /** Records up to 1,000 transactions; one refused never harms another. Each may carry its own idempotency key. */
  recordTransactions: RecordTransactionsPayload;
  /** Registers a unit of the company's own: shares, points, hours. Errors: BAD_USER_INPUT, CONFLICT (code taken). */
  registerCurrency: CurrencyPayload;
  /** Takes an asset into the register whose cost is in the books; nothing is posted by it. Errors: BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE, CONFLICT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  registerFixedAsset: FixedAssetPayload;
  /** Opens the latest closed month again, or with `andLater` a month and all behind it. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION (open already; a later month is closed; its year is closed). */
  reopenPeriod: PeriodPayload;
  /** Undoes the closing of the latest closed year; its months stay closed. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION (open already; a later year is closed). */
  reopenYear: YearPayload;
  /**
   * Measures monetary balances in foreign currencies at the closing rate and posts the differences on the accounts of the roles
   * REVALUATION_GAIN and REVALUATION_LOSS (IAS 21.23 and 21.28; IFRS for SMEs, section 30). Errors: BAD_USER_INPUT (GEL, an
   * unknown currency), INVALID_TRANSITION (revalued for that day already, no rate of that very day, nothing to revalue),
   * PERIOD_CLOSED (the day, or `reversal` for the next one), NOT_FOUND (no account of a role), ACCOUNT_INACTIVE, FORBIDDEN (a
   * rate by hand where another person must approve), CONFLICT, IDEMPOTENCY_KEY_REUSED.
   */
  revalueForeignCurrency: RevaluationPayload;
  /** Takes the latest run back. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, PERIOD_CLOSED, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  reverseDepreciationRun: DepreciationRunPayload;
  /** Undoes the last disposal of an asset. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, PERIOD_CLOSED, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  reverseFixedAssetDisposal: FixedAssetPayload;
  /**
   * Takes a revaluation back on its own days, as if it had never been. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION
   * (reversed already; matchings started from it, which are named), PERIOD_CLOSED, ACCOUNT_INACTIVE, IDEMPOTENCY_KEY_REUSED.
   */
  reverseRevaluation: RevaluationPayload;
  /** Undoes a posted transaction by a new one with debits and credits swapped, at most once. Errors: NOT_FOUND, INVALID_TRANSITION, PERIOD_CLOSED, FORBIDDEN (where the company demands that another person approves, the author may not). */
  reverseTransaction: TransactionPayload;
  /** Ends an exception before its time. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION (revoked already), IDEMPOTENCY_KEY_REUSED. */
  revokeLockException: LockExceptionPayload;
  /** Posts the depreciation of a month, once, by one transaction. Errors: BAD_USER_INPUT, INVALID_TRANSITION (run already, out of order, units missing), PERIOD_CLOSED, ACCOUNT_INACTIVE, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  runDepreciation: DepreciationRunPayload;
  /** Plans the reversal of a posted transaction, or moves it to another day. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  scheduleReversal: ReversingEntryPayload;
  /** Sets the company's own rate of a currency for one day, or another one for the same day. It counts in the ledger before the official one from now on; what is posted stays. Errors: BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
  setExchangeRate: OwnExchangeRatePayload;
  /** Sets accounts and terms of a class; assets that are registered keep theirs. Errors: BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE, IDEMPOTENCY_KEY_REUSED. */
  setFixedAssetClass: FixedAssetClassPayload;
  /** Locks an area up to a day: what is dated then, or before, is refused with PERIOD_CLOSED, though its month be open; the closing of a year is not stopped. Errors: BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
  setLockDate: LockDatePayload;
  /** Leaves one occurrence out. Errors: BAD_USER_INPUT (nothing recurs on the day), NOT_FOUND, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  skipOccurrence: RecurringEntryPayload;
  /** Moves an asset to another place, person, cost centre or class. Errors: BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE, INVALID_TRANSITION, PERIOD_CLOSED, FORBIDDEN, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  transferFixedAsset: FixedAssetPayload;
  /**
   * Ends a matching, so that its items are open again, and takes its difference back. Errors: NOT_FOUND, BAD_USER_INPUT,
   * INVALID_TRANSITION, PERIOD_CLOSED (name `on`), ACCOUNT_INACTIVE, IDEMPOTENCY_KEY_REUSED.
   */
  unmatchOpenItems: OpenItemMatchingPayload;
  /** Changes an account. Errors: BAD_USER_INPUT, CONFLICT, NOT_FOUND, INVALID_TRANSITION (has postings). */
  updateAccount: AccountPayload;
  /** Changes how the ledger behaves. Settings that are so already are left alone. Errors: IDEMPOTENCY_KEY_REUSED. */
  updateLedgerSettings: LedgerSettingsPayload;
  /** Withdraws the company's own rate of a day, so that the official one counts again. Errors: NOT_FOUND (none is set), BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
  withdrawExchangeRate: OwnExchangeRatePayload;
};


export type MutationAcquireFixedAssetArgs = {
  input: AcquireFixedAssetInput;
};


export type MutationActivateAccountArgs = {
  input: AccountActionInput;
};


export type MutationAddFixedAssetCostArgs = {
  input: AddFixedAssetCostInput;
};


export type MutationApproveTransactionArgs = {
  input: TransactionActionInput;
};


export type MutationCancelFixedAssetArgs = {
  input: CancelFixedAssetInput;
};


export type MutationCancelScheduledReversalArgs = {
  input: CancelScheduledReversalInput;
};


export type MutationChangeFixedAssetEstimateArgs = {
  input: ChangeFixedAssetEstimateInput;
};


export type MutationChangeRecurringEntryArgs = {
  input: ChangeRecurringEntryInput;
};


export type MutationChangeSpreadArgs = {
  input: ChangeSpreadInput;
};


export type MutationChooseLedgerPostingAccountArgs = {
  input: ChooseLedgerPostingAccountInput;
};


export type MutationClosePeriodArgs = {
  input: PeriodActionInput;
};


export type MutationCloseYearArgs = {
  input: YearActionInput;
};


export type MutationCreateAccountArgs = {
  input: CreateAccountInput;
};


export type MutationCreateAccrualArgs = {
  input: CreateAccrualInput;
};


export type MutationCreateRecurringEntryArgs = {
  input: CreateRecurringEntryInput;
};


export type MutationCreateSpreadArgs = {
  input: CreateSpreadInput;
};


export type MutationCreateTransactionArgs = {
  input: TransactionInput;
};


export type MutationDeactivateAccountArgs = {
  input: AccountActionInput;
};


export type MutationDeleteAccountArgs = {
  input: AccountActionInput;
};


export type MutationDisposeFixedAssetArgs = {
  input: DisposeFixedAssetInput;
};


export type MutationEndRecurringEntryArgs = {
  input: EndRecurringEntryInput;
};


export type MutationEndSpreadArgs = {
  input: EndSpreadInput;
};


export type MutationGrantLockExceptionArgs = {
  input: GrantLockExceptionInput;
};


export type MutationMatchOpenItemsArgs = {
  input: MatchOpenItemsInput;
};


export type MutationOpenFiscalYearArgs = {
  input: OpenFiscalYearInput;
};


export type MutationPostDueEntriesArgs = {
  input: PostDueEntriesInput;
};


export type MutationPostTransactionArgs = {
  input: TransactionActionInput;
};


export type MutationPutFixedAssetIntoUseArgs = {
  input: PutFixedAssetIntoUseInput;
};


export type MutationRecordFixedAssetUnitsArgs = {
  input: RecordFixedAssetUnitsInput;
};


export type MutationRecordReversingTransactionArgs = {
  input: ReversingTransactionInput;
};


export type MutationRecordTransactionArgs = {
  input: TransactionInput;
};


export type MutationRecordTransactionsArgs = {
  input: RecordTransactionsInput;
};


export type MutationRegisterCurrencyArgs = {
  input: RegisterCurrencyInput;
};


export type MutationRegisterFixedAssetArgs = {
  input: RegisterFixedAssetInput;
};


export type MutationReopenPeriodArgs = {
  input: PeriodActionInput;
};


export type MutationReopenYearArgs = {
  input: YearActionInput;
};


export type MutationRevalueForeignCurrencyArgs = {
  input: RevalueForeignCurrencyInput;
};


export type MutationReverseDepreciationRunArgs = {
  input: ReverseDepreciationRunInput;
};


export type MutationReverseFixedAssetDisposalArgs = {
  input: ReverseFixedAssetDisposalInput;
};


export type MutationReverseRevaluationArgs = {
  input: ReverseRevaluationInput;
};


export type MutationReverseTransactionArgs = {
  input: ReverseTransactionInput;
};


export type MutationRevokeLockExceptionArgs = {
  input: RevokeLockExceptionInput;
};


export type MutationRunDepreciationArgs = {
  input: RunDepreciationInput;
};


export type MutationScheduleReversalArgs = {
  input: ScheduleReversalInput;
};


export type MutationSetExchangeRateArgs = {
  input: SetExchangeRateInput;
};


export type MutationSetFixedAssetClassArgs = {
  input: SetFixedAssetClassInput;
};


export type MutationSetLockDateArgs = {
  input: SetLockDateInput;
};


export type MutationSkipOccurrenceArgs = {
  input: SkipOccurrenceInput;
};


export type MutationTransferFixedAssetArgs = {
  input: TransferFixedAssetInput;
};


export type MutationUnmatchOpenItemsArgs = {
  input: UnmatchOpenItemsInput;
};


export type MutationUpdateAccountArgs = {
  input: UpdateAccountInput;
};


export type MutationUpdateLedgerSettingsArgs = {
  input: UpdateLedgerSettingsInput;
};


export type MutationWithdrawExchangeRateArgs = {
  input: WithdrawExchangeRateInput;
};

/** The side on which an account grows. */
export type NormalSide =
  | 'CREDIT'
  | 'DEBIT';

/** The year to open. */
export type OpenFiscalYearInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Calendar year, 1990–2100. */
  year: Scalars['Int']['input'];
};

/**
 * An entry that names a counterparty, on an account with the role RECEIVABLE, PAYABLE, ADVANCE_PAID or ADVANCE_RECEIVED,
 * and what of it no other entry has settled yet.
 */
export type OpenItem = {
  __typename?: 'OpenItem';
  /** The account. */
  account: Account;
  /** Days from its date to the day asked about, or to today. */
  ageDays: Scalars['Int']['output'];
  /** All of the entry, in its currency. */
  amount: Scalars['Decimal']['output'];
  /** With whom. */
  counterparty: Counterparty;
  /** Currency of the entry, in which it is settled. */
  currency: Scalars['String']['output'];
  /** Date of the transaction. */
  date: Scalars['Date']['output'];
  /** Names the entry: its transaction and its line there. */
  id: Scalars['ID']['output'];
  /** Line of the entry in its transaction, from 1. */
  line: Scalars['Int']['output'];
  /** What is open, in its currency. */
  open: Scalars['Decimal']['output'];
  /** What the open part is carried at in GEL. */
  openGel: Scalars['Decimal']['output'];
  /** Reference of the transaction. */
  reference: Maybe<Scalars['String']['output']>;
  /** Side of the entry. */
  side: OpenItemSide;
  /** The transaction of the entry. */
  transaction: Transaction;
};

/** A page of open items, the oldest first. */
export type OpenItemConnection = {
  __typename?: 'OpenItemConnection';
  /** The open items of this page. */
  edges: Array<OpenItemEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** An open item and where it stands in the list. */
export type OpenItemEdge = {
  __typename?: 'OpenItemEdge';
  /** Where the item stands. */
  cursor: Scalars['String']['output'];
  /** The open item. */
  node: OpenItem;
};

/** Items of one account, counterparty and currency that settle each other: debits are as much as credits. */
export type OpenItemMatching = {
  __typename?: 'OpenItemMatching';
  /** The account. */
  account: Account;
  /** What is settled, in the currency. */
  amount: Scalars['Decimal']['output'];
  /** With whom. */
  counterparty: Counterparty;
  /** Currency of the items. */
  currency: Scalars['String']['output'];
  /** From this day on they settle each other: the latest of their days, or the one that was named. */
  date: Scalars['Date']['output'];
  /**
   * GEL at which the debits were carried, revaluations that are kept included, less the credits: the realised exchange
   * difference, a gain where it is negative.
   */
  differenceGel: Scalars['Decimal']['output'];
  /** Took it back when the matching was ended. */
  differenceReversal: Maybe<Transaction>;
  /** Posts the difference on the account of the role EXCHANGE_GAIN or EXCHANGE_LOSS; null where there is none. */
  differenceTransaction: Maybe<Transaction>;
  /** From this day on the items are open again; null where an ended matching never counted. */
  endedOn: Maybe<Scalars['Date']['output']>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** What settles what, debits first. */
  items: Array<MatchedItem>;
  /** When it was matched. */
  matchedAt: Scalars['DateTime']['output'];
  /** Who matched. */
  matchedBy: User;
  /** Why it was ended. */
  unmatchReason: Maybe<Scalars['String']['output']>;
  /** When the matching was ended; null while it holds. */
  unmatchedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who ended it. */
  unmatchedBy: Maybe<User>;
};

/** The matching after the command. */
export type OpenItemMatchingPayload = {
  __typename?: 'OpenItemMatchingPayload';
  /** The matching as it is now. */
  matching: OpenItemMatching;
};

/** An item, and how much of it. */
export type OpenItemPartInput = {
  /** In its currency; all that is open without it. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Names the entry, as `OpenItem.id` does. */
  id: Scalars['ID']['input'];
};

/** Side of an entry. */
export type OpenItemSide =
  /** A credit: of receivables what was paid to us, of payables what we owe. */
  | 'CREDIT'
  /** A debit: of receivables what is owed to us, of payables what we paid. */
  | 'DEBIT';

/** What was depreciated before the register held an asset. */
export type OpeningDepreciationInput = {
  /** GEL. */
  amount: Scalars['Decimal']['input'];
  /** The last month that it covers, for example "2025-12"; the register holds the asset from the end of it. */
  through: Scalars['String']['input'];
};

/** The company's own rates of one currency on one day, with everything that became of them. */
export type OwnExchangeRate = {
  __typename?: 'OwnExchangeRate';
  /** All changes, the latest first. */
  changes: Array<OwnExchangeRateChange>;
  /** Code of the currency. */
  currency: Scalars['String']['output'];
  /** The one day on which it counts. */
  date: Scalars['Date']['output'];
  /** GEL for one unit, exact; null when it was withdrawn. */
  rate: Maybe<Scalars['Decimal']['output']>;
};

/** A rate of the company's own was set, or withdrawn. */
export type OwnExchangeRateChange = {
  __typename?: 'OwnExchangeRateChange';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who did it. */
  by: User;
  /** GEL for `quantity` units, as it was set; null when it was withdrawn. */
  published: Maybe<Scalars['Decimal']['output']>;
  /** Units that it was set for; null when it was withdrawn. */
  quantity: Maybe<Scalars['Int']['output']>;
  /** GEL for one unit, exact; null when it was withdrawn. */
  rate: Maybe<Scalars['Decimal']['output']>;
  /** Why, in the words of the one who did it. */
  reason: Scalars['String']['output'];
};

/** The company's own rate after the command. */
export type OwnExchangeRatePayload = {
  __typename?: 'OwnExchangeRatePayload';
  /** The rate with its changes. */
  ownExchangeRate: OwnExchangeRate;
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

/** A calendar month of a fiscal year. */
export type Period = {
  __typename?: 'Period';
  /** Closings and reopenings, oldest first. */
  changes: Array<PeriodChange>;
  /** Last day. */
  endsOn: Scalars['Date']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Month, 1–12. */
  month: Scalars['Int']['output'];
  /** First day. */
  startsOn: Scalars['Date']['output'];
  /** Whether the period takes postings now. */
  status: PeriodStatus;
  /** Fiscal year, for example 2026. */
  year: Scalars['Int']['output'];
};

/** A month, and why it is closed or reopened. */
export type PeriodActionInput = {
  /** Of `reopenPeriod`: whether all closed months behind it are reopened, too. */
  andLater?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of `closePeriod`: codes of `closeChecklist` that do not hinder the closing this time. */
  despite?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Month, 1–12. */
  month: Scalars['Int']['input'];
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
  /** Fiscal year. */
  year: Scalars['Int']['input'];
};

/** A closing or a reopening of a period. */
export type PeriodChange = {
  __typename?: 'PeriodChange';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who did it. */
  by: User;
  /** Why, in the words of the one who did it. */
  reason: Scalars['String']['output'];
  /** What the period became. */
  status: PeriodStatus;
};

/** The period after the command. */
export type PeriodPayload = {
  __typename?: 'PeriodPayload';
  /** The period as it is now. */
  period: Period;
};

/** Whether a period takes postings. */
export type PeriodStatus =
  /** Takes no postings until reopened. */
  | 'CLOSED'
  /** Takes postings. */
  | 'OPEN';

/** What is to be posted. */
export type PostDueEntriesInput = {
  /** 1–500 due entries; all that are due without it. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Another day than their own, for entries of a closed month; only together with `ids`. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** Last day whose entries are posted. */
  until: Scalars['Date']['input'];
};

/** What became of what was due. */
export type PostDueEntriesPayload = {
  __typename?: 'PostDueEntriesPayload';
  /** Whether more is due than one call posts: call again. */
  hasMore: Scalars['Boolean']['output'];
  /** One result for each, the earliest first. */
  results: Array<PostedDueEntry>;
};

/** What became of a due entry: exactly one of transaction and error is set. */
export type PostedDueEntry = {
  __typename?: 'PostedDueEntry';
  /** Day on which it was due; null where that is not known. */
  date: Maybe<Scalars['Date']['output']>;
  /** Why it was refused. */
  error: Maybe<TransactionError>;
  /** Names it, as `DueEntry.id` does. */
  id: Scalars['ID']['output'];
  /** The transaction that it has now. */
  transaction: Maybe<Transaction>;
};

/** An open item, and how much of it is proposed to be matched. */
export type ProposedItem = {
  __typename?: 'ProposedItem';
  /** How much of it, in its currency. */
  amount: Scalars['Decimal']['output'];
  /** The open item. */
  item: OpenItem;
};

/** Which asset is put to use, and when. */
export type PutFixedAssetIntoUseInput = {
  /** Identifier of the asset. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Since when it is available for use. */
  on: Scalars['Date']['input'];
};

export type Query = {
  __typename?: 'Query';
  /** One account, by identifier or by code; give one of the two. Null when the company has no such account. */
  account: Maybe<Account>;
  /** Accounts in order of code. */
  accounts: AccountConnection;
  /** What is open before a month is closed. Null when its year was never opened. */
  closeChecklist: Maybe<CloseChecklist>;
  /** Currencies that may be posted, in order of code. */
  currencies: Array<Currency>;
  /** What the run of a month would post now. Errors: BAD_USER_INPUT. */
  depreciationPreview: DepreciationPreview;
  /** One depreciation run. Null when the company has no such run. */
  depreciationRun: Maybe<DepreciationRun>;
  /** Depreciation runs, the newest first, also those that were taken back. */
  depreciationRuns: DepreciationRunConnection;
  /** Recurring and reversing entries, accruals and parts of spreads that are due and not posted, the earliest first. */
  dueEntries: DueEntryConnection;
  /**
   * The rate by which the company's books convert amounts in foreign currency on a day: its own where it has set one for that
   * day, else the official one that applies then. Null where neither is known. Taxes always go by `official` (Tax Code,
   * article 73.10). Errors: BAD_USER_INPUT (an unknown currency, GEL itself).
   */
  exchangeRate: Maybe<ExchangeRate>;
  /** Official rates that began to apply within a span of at most 366 days, in order. Errors: BAD_USER_INPUT. */
  exchangeRates: Array<ExchangeRate>;
  /** One fiscal year. Null when it was never opened. */
  fiscalYear: Maybe<FiscalYear>;
  /** Fiscal years that were opened, the earliest first. */
  fiscalYears: Array<FiscalYear>;
  /** One asset. Null when the company has no such asset. */
  fixedAsset: Maybe<FixedAsset>;
  /** The register held against the ledger, account by account. */
  fixedAssetAgreement: Array<FixedAssetAgreement>;
  /** All classes, those to begin with first. */
  fixedAssetClasses: Array<FixedAssetClass>;
  /** How assets moved in a span, by class. */
  fixedAssetMovements: Array<FixedAssetMovement>;
  /** How assets moved in a span, by class, as a file (IAS 16.73). Errors: BAD_USER_INPUT. */
  fixedAssetMovementsFile: FixedAssetFile;
  /** Assets by their numbers. */
  fixedAssets: FixedAssetConnection;
  /** The register at the end of a day as a file. Errors: BAD_USER_INPUT. */
  fixedAssetsFile: FixedAssetFile;
  /** Accounts on which the ledger's own documents are posted, by what they are for. */
  ledgerPostingAccounts: Array<LedgerPostingAccount>;
  /** How the ledger of the company behaves. */
  ledgerSettings: LedgerSettings;
  /** Walks the hash chain and recomputes every balance from the events. Takes seconds per million events. */
  ledgerVerification: LedgerVerification;
  /** The locks of all areas; those never locked have no changes. */
  lockDates: Array<LockDate>;
  /** Exceptions from locks, the latest first, with what was recorded by them. */
  lockExceptions: LockExceptionConnection;
  /**
   * What could settle what of one account with one counterparty, among its 1,000 oldest open items: by reference, by exact
   * amount, then the oldest first. No part of an item is proposed twice.
   */
  matchingProposals: Array<MatchingProposal>;
  /** One matching, also when it was ended. Null when the company has no such matching. */
  openItemMatching: Maybe<OpenItemMatching>;
  /** What is open with counterparties, as of any day, the oldest first. Errors: BAD_USER_INPUT. */
  openItems: OpenItemConnection;
  /** The company's own rates of a currency within a span of at most 366 days, withdrawn ones too, in order of day. Errors: BAD_USER_INPUT. */
  ownExchangeRates: Array<OwnExchangeRate>;
  /** Periods in order of date; all years, or one. */
  periods: Array<Period>;
  /** Recurring entries, the newest first. */
  recurringEntries: RecurringEntryConnection;
  /** One recurring entry. Null when the company has no such entry. */
  recurringEntry: Maybe<RecurringEntry>;
  /** One revaluation, also when it was reversed. Null when the company has no such revaluation. */
  revaluation: Maybe<Revaluation>;
  /** What a revaluation of a day would do at the official rates. Errors: BAD_USER_INPUT. */
  revaluationPreview: RevaluationPreview;
  /** Revaluations, the newest first. Errors: BAD_USER_INPUT. */
  revaluations: RevaluationConnection;
  /** Accruals and other transactions that are to be undone on a day, or were, the latest day first. */
  reversingEntries: ReversingEntryConnection;
  /** One reversing entry. Null when the company has no such entry. */
  reversingEntry: Maybe<ReversingEntry>;
  /** One spread. Null when the company has no such spread. */
  spread: Maybe<Spread>;
  /** What spreads carry on each account, held against its balance. */
  spreadBalances: Array<SpreadBalance>;
  /** Spreads, the newest first. */
  spreads: SpreadConnection;
  /** One transaction. Null when the company has no such transaction. */
  transaction: Maybe<Transaction>;
  /** Transactions, the latest date first. */
  transactions: TransactionConnection;
  /** Trial balance as of a date, with the turnover since `from`. Errors: BAD_USER_INPUT (`from` after `asOf`). */
  trialBalance: TrialBalance;
};


export type QueryAccountArgs = {
  code?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AccountFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCloseChecklistArgs = {
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};


export type QueryDepreciationPreviewArgs = {
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};


export type QueryDepreciationRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDepreciationRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDueEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  until: Scalars['Date']['input'];
};


export type QueryExchangeRateArgs = {
  currency: Scalars['String']['input'];
  date: Scalars['Date']['input'];
};


export type QueryExchangeRatesArgs = {
  currency: Scalars['String']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryFiscalYearArgs = {
  year: Scalars['Int']['input'];
};


export type QueryFixedAssetArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  id: Scalars['ID']['input'];
};


export type QueryFixedAssetAgreementArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryFixedAssetMovementsArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryFixedAssetMovementsFileArgs = {
  format: FixedAssetFileFormat;
  from: Scalars['Date']['input'];
  language: Language;
  to: Scalars['Date']['input'];
};


export type QueryFixedAssetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  classCode?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<FixedAssetState>;
};


export type QueryFixedAssetsFileArgs = {
  asOf: Scalars['Date']['input'];
  format: FixedAssetFileFormat;
  language: Language;
};


export type QueryLockExceptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMatchingProposalsArgs = {
  accountId: Scalars['ID']['input'];
  counterpartyId: Scalars['ID']['input'];
};


export type QueryOpenItemMatchingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOpenItemsArgs = {
  accountId?: InputMaybe<Scalars['ID']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['Date']['input']>;
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryOwnExchangeRatesArgs = {
  currency: Scalars['String']['input'];
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryPeriodsArgs = {
  year?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRecurringEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  isEnded?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryRecurringEntryArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRevaluationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRevaluationPreviewArgs = {
  currencies?: InputMaybe<Array<Scalars['String']['input']>>;
  date: Scalars['Date']['input'];
};


export type QueryRevaluationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  isInForce?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryReversingEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<ReversingKind>>;
  status?: InputMaybe<ReversingStatus>;
};


export type QueryReversingEntryArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySpreadArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySpreadBalancesArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QuerySpreadsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  isOpen?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryTransactionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TransactionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTrialBalanceArgs = {
  asOf: Scalars['Date']['input'];
  from?: InputMaybe<Scalars['Date']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  withoutYearEndClosing?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What an asset gave in a month. */
export type RecordFixedAssetUnitsInput = {
  /** Identifier of the asset. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Month, 1–12; none that is booked. */
  month: Scalars['Int']['input'];
  /** Zero or more, six decimals at most; said again, the last counts. */
  units: Scalars['Decimal']['input'];
  /** Year. */
  year: Scalars['Int']['input'];
};

/** What became of one transaction of a batch: exactly one of the two is set. */
export type RecordTransactionResult = {
  __typename?: 'RecordTransactionResult';
  /** Why it was refused. */
  error: Maybe<TransactionError>;
  /** Position in the batch, from 0. */
  index: Scalars['Int']['output'];
  /** The transaction as it was recorded. */
  transaction: Maybe<Transaction>;
};

/** A batch of transactions. */
export type RecordTransactionsInput = {
  /** 1–1,000 transactions, each independent of the others. */
  transactions: Array<TransactionInput>;
};

/** What became of the batch. */
export type RecordTransactionsPayload = {
  __typename?: 'RecordTransactionsPayload';
  /** One result per transaction, in the order given. */
  results: Array<RecordTransactionResult>;
};

/** How often something recurs. */
export type Recurrence = {
  __typename?: 'Recurrence';
  /** Day of the month; in shorter months their last day. Null for weeks. */
  day: Maybe<Scalars['Int']['output']>;
  /** Every so many units. */
  every: Scalars['Int']['output'];
  /** Whether it recurs on the last day of each month. */
  isLastDayOfMonth: Scalars['Boolean']['output'];
  /** Unit in which it recurs. */
  unit: RecurrenceUnit;
};

/** How often something recurs. */
export type RecurrenceInput = {
  /** Day of the month, 1–31; in shorter months their last day. That of the first date without it. Not for weeks. */
  day?: InputMaybe<Scalars['Int']['input']>;
  /** Every so many units, 1–120. */
  every: Scalars['Int']['input'];
  /** The last day of each month, as day 31 is. */
  lastDayOfMonth?: InputMaybe<Scalars['Boolean']['input']>;
  /** Unit in which it recurs. */
  unit: RecurrenceUnit;
};

/** Unit in which something recurs. */
export type RecurrenceUnit =
  /** On a day of the month. */
  | 'MONTH'
  /** On a day of every third month. */
  | 'QUARTER'
  /** On the weekday of the first date. */
  | 'WEEK'
  /** On a day of the month of the first date. */
  | 'YEAR';

/** A transaction that is recorded again and again, by a template and a rule. */
export type RecurringEntry = {
  __typename?: 'RecurringEntry';
  /** When it was set up. */
  createdAt: Scalars['DateTime']['output'];
  /** Who set it up. */
  createdBy: User;
  /** Days on which it recurs from a day on, also those that are posted or skipped; none behind its end. */
  dates: Array<Scalars['Date']['output']>;
  /** Why it was ended. */
  endReason: Maybe<Scalars['String']['output']>;
  /** When it was ended. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who ended it. */
  endedBy: Maybe<User>;
  /** Nothing recurs behind this day; null while it was not ended. */
  endedOn: Maybe<Scalars['Date']['output']>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Occurrences that were posted or skipped, the latest first. */
  occurrences: RecurringOccurrenceConnection;
  /** The version that counts last. */
  template: RecurringTemplate;
  /** All versions, in their order. An occurrence is recorded by the version of its day. */
  versions: Array<RecurringTemplate>;
};


/** A transaction that is recorded again and again, by a template and a rule. */
export type RecurringEntryDatesArgs = {
  count: Scalars['Int']['input'];
  from?: InputMaybe<Scalars['Date']['input']>;
};


/** A transaction that is recorded again and again, by a template and a rule. */
export type RecurringEntryOccurrencesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of recurring entries, the newest first. */
export type RecurringEntryConnection = {
  __typename?: 'RecurringEntryConnection';
  /** The recurring entries of this page. */
  edges: Array<RecurringEntryEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A recurring entry and where it stands in the list. */
export type RecurringEntryEdge = {
  __typename?: 'RecurringEntryEdge';
  /** Where the entry stands. */
  cursor: Scalars['String']['output'];
  /** The recurring entry. */
  node: RecurringEntry;
};

/** The recurring entry after the command. */
export type RecurringEntryPayload = {
  __typename?: 'RecurringEntryPayload';
  /** The recurring entry as it is now. */
  recurringEntry: RecurringEntry;
};

/** What became of an occurrence. */
export type RecurringOccurrence = {
  __typename?: 'RecurringOccurrence';
  /** Its day. */
  date: Scalars['Date']['output'];
  /** When it was posted or skipped. */
  doneAt: Scalars['DateTime']['output'];
  /** Who posted or skipped it. */
  doneBy: User;
  /** Why it was skipped; null for one that was posted. */
  skipReason: Maybe<Scalars['String']['output']>;
  /** The transaction; null for one that was skipped. */
  transaction: Maybe<Transaction>;
  /** Which version of the template it came from. */
  version: Scalars['Int']['output'];
};

/** A page of occurrences, the latest first. */
export type RecurringOccurrenceConnection = {
  __typename?: 'RecurringOccurrenceConnection';
  /** The occurrences of this page. */
  edges: Array<RecurringOccurrenceEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** An occurrence and where it stands in the list. */
export type RecurringOccurrenceEdge = {
  __typename?: 'RecurringOccurrenceEdge';
  /** Where the occurrence stands. */
  cursor: Scalars['String']['output'];
  /** The occurrence. */
  node: RecurringOccurrence;
};

/** What is recorded, and when: one version of a recurring entry. */
export type RecurringTemplate = {
  __typename?: 'RecurringTemplate';
  /** What is recorded, in the words of the author. */
  description: Scalars['String']['output'];
  /** Debits and credits. */
  entries: Array<RecurringTemplateEntry>;
  /** First day on which this version counts, up to that of the next. */
  from: Scalars['Date']['output'];
  /** Nothing recurs behind this day; null for no end. */
  lastOn: Maybe<Scalars['Date']['output']>;
  /** When the version was made. */
  madeAt: Scalars['DateTime']['output'];
  /** Who made the version. */
  madeBy: User;
  /** Why it was made; null for the first. */
  reason: Maybe<Scalars['String']['output']>;
  /** Reference of the transactions. */
  reference: Maybe<Scalars['String']['output']>;
  /** When it recurs. */
  rule: Recurrence;
  /** From 1. */
  version: Scalars['Int']['output'];
};

/** A line of a template. */
export type RecurringTemplateEntry = {
  __typename?: 'RecurringTemplateEntry';
  /** Account that is debited or credited; null when it was deleted since. */
  account: Maybe<Account>;
  /** Code that the account had. */
  accountCode: Scalars['String']['output'];
  /** With whom. */
  counterparty: Maybe<Counterparty>;
  /** Credit in the currency; null when the line debits. */
  credit: Maybe<Scalars['Decimal']['output']>;
  /** Currency of the line. */
  currency: Scalars['String']['output'];
  /** Debit in the currency; null when the line credits. */
  debit: Maybe<Scalars['Decimal']['output']>;
  /** What the line is for. */
  description: Maybe<Scalars['String']['output']>;
  /** Analytical dimensions. */
  dimensions: Array<Dimension>;
  /** GEL for one unit; null for GEL, and where the rate of each day counts. */
  exchangeRate: Maybe<Scalars['Decimal']['output']>;
};

/** A unit of the company's own. */
export type RegisterCurrencyInput = {
  /** 2–12 capital Latin letters and digits, beginning with a letter, not a code of ISO 4217. */
  code: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Decimals of the smallest unit, 0–4. */
  minorUnits: Scalars['Int']['input'];
  /** 1–100 characters. */
  name: Scalars['String']['input'];
};

/** An asset whose cost is in the books already. */
export type RegisterFixedAssetInput = {
  /** When it was acquired. */
  acquiredOn: Scalars['Date']['input'];
  /** Code of the class. */
  classCode: Scalars['String']['input'];
  /** Above zero, GEL. */
  cost: Scalars['Decimal']['input'];
  /** From whom it was acquired. */
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  /** Analytical dimensions of its depreciation. */
  dimensions?: InputMaybe<Array<DimensionInput>>;
  /** Code of another expense account than that of the class. */
  expenseAccountCode?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Since when it is available for use; it may be put to use later. */
  inUseOn?: InputMaybe<Scalars['Date']['input']>;
  /** At most 200 characters. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** That of the class without it. */
  method?: InputMaybe<DepreciationMethod>;
  /** 1–200 characters. */
  name: Scalars['String']['input'];
  /** Inventory number, 1–50 characters; the register gives the next of its own without it. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** For what is taken over with depreciation of its own. */
  openingDepreciation?: InputMaybe<OpeningDepreciationInput>;
  /** What is to remain behind its life, GEL; nothing without it. */
  residual?: InputMaybe<Scalars['Decimal']['input']>;
  /** At most 200 characters. */
  responsible?: InputMaybe<Scalars['String']['input']>;
  /** At most 200 characters. */
  serialNumber?: InputMaybe<Scalars['String']['input']>;
  /** That of the class without it. */
  startsIn?: InputMaybe<DepreciationStart>;
  /** Units of its whole life, for units of production; with opening depreciation those that are left. */
  totalUnits?: InputMaybe<Scalars['Decimal']['input']>;
  /** The posted transaction that brought its cost. */
  transactionId?: InputMaybe<Scalars['ID']['input']>;
  /** 1–1200; that of the class without it. */
  usefulLifeMonths?: InputMaybe<Scalars['Int']['input']>;
};

/** Monetary balances in foreign currencies, measured at the closing rates of a day. */
export type Revaluation = {
  __typename?: 'Revaluation';
  /** The day. */
  date: Scalars['Date']['output'];
  /** Sum of the gains, GEL. */
  gain: Scalars['Decimal']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Whether something was posted since, dated by its day, that changes what it measured: reverse it and revalue again. */
  isOutdated: Scalars['Boolean']['output'];
  /** The shares of open items. */
  items: Array<RevaluationItem>;
  /** What stood where, in the order of the chart. */
  lines: Array<RevaluationLine>;
  /** Sum of the losses, GEL. */
  loss: Scalars['Decimal']['output'];
  /** The closing rates. */
  rates: Array<RevaluationRate>;
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** Who recorded it. */
  recordedBy: User;
  /** Whether the books went back on the next day. */
  reversal: RevaluationReversal;
  /** Takes them back on the next day. */
  reversalTransaction: Maybe<Transaction>;
  /** Records the differences; null where there were none. */
  transaction: Maybe<Transaction>;
  /** Why it was reversed. */
  withdrawReason: Maybe<Scalars['String']['output']>;
  /** When it was reversed; null while it is in force. */
  withdrawnAt: Maybe<Scalars['DateTime']['output']>;
  /** Who reversed it. */
  withdrawnBy: Maybe<User>;
};

/** A page of revaluations, the newest first. */
export type RevaluationConnection = {
  __typename?: 'RevaluationConnection';
  /** The revaluations of this page. */
  edges: Array<RevaluationEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A revaluation and where it stands in the list. */
export type RevaluationEdge = {
  __typename?: 'RevaluationEdge';
  /** Where the revaluation stands. */
  cursor: Scalars['String']['output'];
  /** The revaluation. */
  node: Revaluation;
};

/** The share that an open item has of its line; amounts are of its own side. */
export type RevaluationItem = {
  __typename?: 'RevaluationItem';
  /** What that was carried at before, in GEL. */
  carryingGel: Scalars['Decimal']['output'];
  /** Currency of the entry. */
  currency: Scalars['String']['output'];
  /** Revalued less carried. */
  differenceGel: Scalars['Decimal']['output'];
  /** Names the entry, as `OpenItem.id` does. */
  id: Scalars['ID']['output'];
  /** What of it was open, in its currency. */
  open: Scalars['Decimal']['output'];
  /** What it is carried at by the closing rate; items of a line come to the line. */
  revaluedGel: Scalars['Decimal']['output'];
  /** Side of the entry. */
  side: OpenItemSide;
  /** The transaction of the entry. */
  transaction: Transaction;
};

/** A balance in a foreign currency that is not revalued. Amounts are positive for debits. */
export type RevaluationLeftOut = {
  __typename?: 'RevaluationLeftOut';
  /** The account. */
  account: Account;
  /** What stands there, in the currency. */
  amount: Scalars['Decimal']['output'];
  /** What it is carried at, in GEL. */
  carryingGel: Scalars['Decimal']['output'];
  /** With whom. */
  counterparty: Maybe<Counterparty>;
  /** The currency. */
  currency: Scalars['String']['output'];
  /** Why it is left out. */
  reason: RevaluationLeftOutReason;
};

/** Why a balance in a foreign currency is not revalued. */
export type RevaluationLeftOutReason =
  /** Advances are settled with goods or services, and stay at the rate of their day. */
  | 'ADVANCE'
  /** No claim to a fixed amount of currency: stock, prepaid expenses, fixed assets, or so declared by `isMonetary` of the account's metadata. */
  | 'NON_MONETARY';

/** What stands on an account in a currency with one counterparty, or with nobody. Amounts are positive for debits. */
export type RevaluationLine = {
  __typename?: 'RevaluationLine';
  /** The account. */
  account: Account;
  /** What stands there, in the currency. */
  amount: Scalars['Decimal']['output'];
  /** What it is carried at before, in GEL. */
  carryingGel: Scalars['Decimal']['output'];
  /** With whom. */
  counterparty: Maybe<Counterparty>;
  /** The currency. */
  currency: Scalars['String']['output'];
  /** Revalued less carried: a gain above zero, a loss below. */
  differenceGel: Maybe<Scalars['Decimal']['output']>;
  /** What it comes to at the closing rate, half up to the tetri, in GEL; null where no rate is known. */
  revaluedGel: Maybe<Scalars['Decimal']['output']>;
};

/** The revaluation after the command. */
export type RevaluationPayload = {
  __typename?: 'RevaluationPayload';
  /** The revaluation as it is now. */
  revaluation: Revaluation;
};

/** What a revaluation of a day would do; nothing is written. */
export type RevaluationPreview = {
  __typename?: 'RevaluationPreview';
  /** The day. */
  date: Scalars['Date']['output'];
  /** Sum of the gains, GEL. */
  gain: Scalars['Decimal']['output'];
  /** What is left out, and why. */
  leftOut: Array<RevaluationLeftOut>;
  /** Monetary balances, in the order of the chart; none where nothing is to be revalued. */
  lines: Array<RevaluationLine>;
  /** Sum of the losses, GEL. */
  loss: Scalars['Decimal']['output'];
  /** The closing rates of all currencies that stand on monetary accounts. */
  rates: Array<RevaluationRate>;
};

/** The closing rate of a currency. */
export type RevaluationRate = {
  __typename?: 'RevaluationRate';
  /** Code of the currency. */
  currency: Scalars['String']['output'];
  /** GEL for one unit; null where no rate of the day is known. */
  rate: Maybe<Scalars['Decimal']['output']>;
  /** Why there is another than the official rate. */
  reason: Maybe<Scalars['String']['output']>;
  /** Where it comes from; null without a rate. */
  source: Maybe<RevaluationRateSource>;
  /** First day of the official rate; also of an older one that cannot be used. */
  validFrom: Maybe<Scalars['Date']['output']>;
};

/** A closing rate that is used instead of the official one. */
export type RevaluationRateInput = {
  /** Code of the currency. */
  currency: Scalars['String']['input'];
  /** GEL for one unit, at most 10 decimals. */
  rate: Scalars['Decimal']['input'];
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** Where a closing rate comes from. */
export type RevaluationRateSource =
  /** It was given by hand, with a reason. */
  | 'GIVEN'
  /** It is the official rate of the National Bank of Georgia for the day. */
  | 'OFFICIAL'
  /** It is the company's own rate of the day. */
  | 'OWN';

/** Whether the books go back to the original carrying amounts. */
export type RevaluationReversal =
  /** Not: later revaluations and settlements start from what was revalued. */
  | 'KEEP'
  /** On the next day, by a transaction that is recorded along. */
  | 'NEXT_DAY';

/** What is revalued, and at which rates. */
export type RevalueForeignCurrencyInput = {
  /** Only these currencies; without it all of ISO 4217 that stand on monetary accounts. */
  currencies?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The day, usually the last of a month. */
  date: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Rates that are used instead of the official ones. */
  rates?: InputMaybe<Array<RevaluationRateInput>>;
  /** Whether the books go back on the next day. */
  reversal: RevaluationReversal;
};

/** Which run is taken back, and why. */
export type ReverseDepreciationRunInput = {
  /** Identifier of the run. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Day of the reversal; that of the run without it. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** Which disposal is undone, and why. */
export type ReverseFixedAssetDisposalInput = {
  /** Identifier of the disposal. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Day of the reversal; that of the disposal without it. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** Which revaluation is reversed, and why. */
export type ReverseRevaluationInput = {
  /** Identifier of the revaluation. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** The transaction to undo, when and why. */
export type ReverseTransactionInput = {
  /** Date of the reversal; its period must be open. */
  date: Scalars['Date']['input'];
  /** Identifier of the posted transaction. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** A transaction that is to be undone on a day: an accrual, or any other for which it was planned. */
export type ReversingEntry = {
  __typename?: 'ReversingEntry';
  /** Why it was cancelled. */
  cancelReason: Maybe<Scalars['String']['output']>;
  /** When it was cancelled. */
  cancelledAt: Maybe<Scalars['DateTime']['output']>;
  /** Who cancelled it. */
  cancelledBy: Maybe<User>;
  /** Day on which it is to be undone. */
  date: Scalars['Date']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Why it is to be undone. */
  kind: ReversingKind;
  /** Reason that the reversal will carry. */
  reason: Scalars['String']['output'];
  /** The transaction that undid it as planned. */
  reversal: Maybe<Transaction>;
  /** When it was planned last. */
  scheduledAt: Scalars['DateTime']['output'];
  /** Who planned it last. */
  scheduledBy: User;
  /** What became of it. */
  status: ReversingStatus;
  /** The transaction that is to be undone. */
  transaction: Transaction;
};

/** A page of reversing entries, the latest day first. */
export type ReversingEntryConnection = {
  __typename?: 'ReversingEntryConnection';
  /** The reversing entries of this page. */
  edges: Array<ReversingEntryEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A reversing entry and where it stands in the list. */
export type ReversingEntryEdge = {
  __typename?: 'ReversingEntryEdge';
  /** Where the entry stands. */
  cursor: Scalars['String']['output'];
  /** The reversing entry. */
  node: ReversingEntry;
};

/** The reversing entry after the command. */
export type ReversingEntryPayload = {
  __typename?: 'ReversingEntryPayload';
  /** The reversing entry as it is now. */
  reversingEntry: ReversingEntry;
};

/** Why a transaction is to be undone on a day. */
export type ReversingKind =
  /** An expense was incurred before its document came. */
  | 'ACCRUED_EXPENSE'
  /** Income was earned before its document was issued. */
  | 'ACCRUED_INCOME'
  /** Somebody planned it. */
  | 'REVERSAL';

/** What became of a planned reversal. */
export type ReversingStatus =
  /** The transaction is to stay as it is. */
  | 'CANCELLED'
  /** It is still to be posted. */
  | 'PLANNED'
  /** It is in the books. */
  | 'POSTED'
  /** Somebody reversed the transaction before, by another way. */
  | 'UNDONE_OTHERWISE';

/** A transaction that is to be undone on a day. */
export type ReversingTransactionInput = {
  /** Descriptions of the documents behind the transaction. */
  attachments?: InputMaybe<Array<AttachmentInput>>;
  /** Transaction date; its period must be open. */
  date: Scalars['Date']['input'];
  /** 1–500 characters. */
  description: Scalars['String']['input'];
  /** 2–1,000 entries whose debits and credits are equal in GEL. */
  entries: Array<EntryInput>;
  /** 1–200 characters. Kept for ever: the same key and input answer the same transaction. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** At most 100 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** Reason that the reversal will carry, 1–500 characters. */
  reversalReason: Scalars['String']['input'];
  /** Day on which it is to be undone, after its own. */
  reversesOn: Scalars['Date']['input'];
};

/** An exception to be ended before its time. */
export type RevokeLockExceptionInput = {
  /** The exception. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** Which month is run. */
export type RunDepreciationInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Month, 1–12. */
  month: Scalars['Int']['input'];
  /** Year. */
  year: Scalars['Int']['input'];
};

/** Which transaction is to be undone, when and why. */
export type ScheduleReversalInput = {
  /** Day after that of the transaction. */
  date: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
  /** Identifier of a posted transaction that is not reversed. */
  transactionId: Scalars['ID']['input'];
};

/** A rate of the company's own for one day. */
export type SetExchangeRateInput = {
  /** Code of the currency (ISO 4217), or of a unit of the company's own; not GEL. */
  currency: Scalars['String']['input'];
  /** The one day on which it counts. */
  date: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Units that the rate is for: 1 (unless said), 10, 100, 1,000 or 10,000. */
  quantity?: InputMaybe<Scalars['Int']['input']>;
  /** GEL for `quantity` units: above zero, below 1,000,000, with at most 10 decimals by the unit. */
  rate: Scalars['Decimal']['input'];
  /** Why, 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** What holds for assets of a class that are registered from now on. */
export type SetFixedAssetClassInput = {
  /** Code of the account of accumulated depreciation; none for the method NONE. */
  accumulatedAccountCode?: InputMaybe<Scalars['String']['input']>;
  /** Capitals, digits and underscores; one that is there is set anew. */
  code: Scalars['String']['input'];
  /** Code of the account of cost. */
  costAccountCode: Scalars['String']['input'];
  /** Code of the expense account; that of the role DEPRECIATION_EXPENSE without it. */
  expenseAccountCode?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How its assets are depreciated. */
  method: DepreciationMethod;
  /** 1–100 characters. */
  nameEn: Scalars['String']['input'];
  /** 1–100 characters. */
  nameKa: Scalars['String']['input'];
  /** When depreciation begins. */
  startsIn: DepreciationStart;
  /** 1–1200. */
  usefulLifeMonths?: InputMaybe<Scalars['Int']['input']>;
};

/** A lock to be set, moved or lifted. */
export type SetLockDateInput = {
  /** Whose documents it stops. */
  area: LockArea;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, 1–500 characters. */
  reason: Scalars['String']['input'];
  /** The last day that is to be locked; null lifts the lock. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** Which occurrence is left out, and why. */
export type SkipOccurrenceInput = {
  /** Day of the occurrence. */
  date: Scalars['Date']['input'];
  /** Identifier of the recurring entry. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** A prepaid expense or deferred income that becomes expense or income month by month. */
export type Spread = {
  __typename?: 'Spread';
  /** All of it, GEL. */
  amount: Scalars['Decimal']['output'];
  /** Since when the amount stands on its account. */
  carriedFrom: Scalars['Date']['output'];
  /** With whom. */
  counterparty: Maybe<Counterparty>;
  /** When it was set up. */
  createdAt: Scalars['DateTime']['output'];
  /** Who set it up. */
  createdBy: User;
  /** What it is for. */
  description: Scalars['String']['output'];
  /** Analytical dimensions of all parts. */
  dimensions: Array<Dimension>;
  /** Account that the amount stands on. */
  fromAccount: Account;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Whether parts are still to be posted. */
  isOpen: Scalars['Boolean']['output'];
  /** What is spread. */
  kind: SpreadKind;
  /** Parts in the order of their days. */
  parts: Array<SpreadPart>;
  /** All plans, in their order. */
  plans: Array<SpreadPlan>;
  /** What of it is in the books as expense or income, GEL. */
  posted: Scalars['Decimal']['output'];
  /** Reference of the transactions. */
  reference: Maybe<Scalars['String']['output']>;
  /** What of it still stands on the account, GEL. */
  remaining: Scalars['Decimal']['output'];
  /** Expense or income account of the plan that counts last. */
  toAccount: Account;
  /** The transaction that brought the amount, when it was named. */
  transaction: Maybe<Transaction>;
};


/** A prepaid expense or deferred income that becomes expense or income month by month. */
export type SpreadPartsArgs = {
  replaced: Scalars['Boolean']['input'];
};

/** What spreads carry on an account, and what stands there. */
export type SpreadBalance = {
  __typename?: 'SpreadBalance';
  /** The account. */
  account: Account;
  /** Balance of the account, GEL. */
  balance: Scalars['Decimal']['output'];
  /** What is left of all spreads on it, GEL, on the normal side of the account. */
  carried: Scalars['Decimal']['output'];
  /** Balance less what is carried: other things on the account, or a mistake. */
  difference: Scalars['Decimal']['output'];
};

/** A page of spreads, the newest first. */
export type SpreadConnection = {
  __typename?: 'SpreadConnection';
  /** The spreads of this page. */
  edges: Array<SpreadEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A spread and where it stands in the list. */
export type SpreadEdge = {
  __typename?: 'SpreadEdge';
  /** Where the spread stands. */
  cursor: Scalars['String']['output'];
  /** The spread. */
  node: Spread;
};

/** What is spread over months. */
export type SpreadKind =
  /** Income that was received before it is earned. */
  | 'DEFERRED_INCOME'
  /** An expense that was paid before its time. */
  | 'PREPAID_EXPENSE';

/** How an amount is divided. */
export type SpreadMethod =
  /** By the days that each month has of the span. */
  | 'BY_DAYS'
  /** The same for each month. */
  | 'EQUAL_MONTHS';

/** A part of a spread. */
export type SpreadPart = {
  __typename?: 'SpreadPart';
  /** GEL, half up to the tetri; the last part takes the rest. */
  amount: Scalars['Decimal']['output'];
  /** Day on which it is to be posted: the last of its month. */
  date: Scalars['Date']['output'];
  /** From 1, going on from plan to plan. */
  number: Scalars['Int']['output'];
  /** Version of the plan that it is of. */
  plan: Scalars['Int']['output'];
  /** What stands on the account when this part and all before it are posted, GEL; null for parts that do not count. */
  remaining: Maybe<Scalars['Decimal']['output']>;
  /** What became of it. */
  status: SpreadPartStatus;
  /** Its transaction. */
  transaction: Maybe<Transaction>;
};

/** What became of a part. */
export type SpreadPartStatus =
  /** It is still to be posted. */
  | 'PLANNED'
  /** It is in the books. */
  | 'POSTED'
  /** A later plan spreads it anew. */
  | 'REPLACED'
  /** It was posted, and its transaction reversed; another plan may spread it anew. */
  | 'REVERSED';

/** The spread after the command. */
export type SpreadPayload = {
  __typename?: 'SpreadPayload';
  /** The spread as it is now. */
  spread: Spread;
};

/** How a spread was planned: at first, changed, or ended. */
export type SpreadPlan = {
  __typename?: 'SpreadPlan';
  /** First day of the span. */
  from: Scalars['Date']['output'];
  /** When it was made. */
  madeAt: Scalars['DateTime']['output'];
  /** Who made it. */
  madeBy: User;
  /** How it divides; null for the rest that is posted at once. */
  method: Maybe<SpreadMethod>;
  /** Why it was made; null for the first. */
  reason: Maybe<Scalars['String']['output']>;
  /** Last day of the span. */
  to: Scalars['Date']['output'];
  /** Expense or income account. */
  toAccount: Account;
  /** From 1. */
  version: Scalars['Int']['output'];
};

/** A journal entry: a dated set of debits and credits that balance. */
export type Transaction = {
  __typename?: 'Transaction';
  /** When it was approved; null for a draft. */
  approvedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who approved it; null for a draft. */
  approvedBy: Maybe<User>;
  /** Descriptions of the documents attached; the documents themselves are kept elsewhere. */
  attachments: Array<Attachment>;
  /** When it was entered. */
  createdAt: Scalars['DateTime']['output'];
  /** Who entered it. */
  createdBy: User;
  /** Transaction date: the date by which it counts in balances and periods. */
  date: Scalars['Date']['output'];
  /** What happened, in the words of the author. */
  description: Scalars['String']['output'];
  /** Debits and credits in the order they were given. */
  entries: Array<Entry>;
  /** Month of the fiscal year to which it belongs, 1–12; 13 for adjustments of the year after its last month, and for the closing of the year. */
  fiscalPeriod: Scalars['Int']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** True for an adjustment of a year, entered after its December was closed and before the year was. */
  isYearEndAdjustment: Scalars['Boolean']['output'];
  /** Document number, gapless within the company and the year, for example "2026-000123". Null until posted. */
  number: Maybe<Scalars['String']['output']>;
  /** When it went into the books; null until then. */
  postedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who put it into the books; null until then. */
  postedBy: Maybe<User>;
  /** Reference to the document behind the transaction, of the company's own making. */
  reference: Maybe<Scalars['String']['output']>;
  /** Why the transaction was reversed; set on the reversal. */
  reversalReason: Maybe<Scalars['String']['output']>;
  /** Transaction that undid this one. */
  reversedBy: Maybe<Transaction>;
  /** Transaction that this one undoes. */
  reverses: Maybe<Transaction>;
  /** Position among all posted transactions of the company, contiguous, in the order of posting. Null until posted. */
  seq: Maybe<Scalars['Int']['output']>;
  /** Document of another part of the system that this was recorded for; null for all others. */
  source: Maybe<TransactionSource>;
  /** How far the transaction has come. */
  status: TransactionStatus;
  /** Sum of the debits, GEL. */
  totalAmount: Scalars['Decimal']['output'];
  /** Number of changes. */
  version: Scalars['Int']['output'];
};

/** The transaction to act on. */
export type TransactionActionInput = {
  /** Version that the action is meant for; refused with `CONFLICT` when it is not the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Identifier of the transaction. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Transactions, the latest date first. */
export type TransactionConnection = {
  __typename?: 'TransactionConnection';
  /** Transactions of this page. */
  edges: Array<TransactionEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A transaction with its cursor. */
export type TransactionEdge = {
  __typename?: 'TransactionEdge';
  /** Pass it as `after` to go on behind this transaction. */
  cursor: Scalars['String']['output'];
  /** The transaction. */
  node: Transaction;
};

/** Why one transaction of a batch was refused. */
export type TransactionError = {
  __typename?: 'TransactionError';
  /** One of the published error codes. */
  code: Scalars['String']['output'];
  /** Path of the offending input, for example `entries[0].debit`. */
  field: Maybe<Scalars['String']['output']>;
  /** The reason, for people. */
  message: Scalars['String']['output'];
  /** The offending value. */
  value: Maybe<Scalars['String']['output']>;
};

/** Every condition given must hold. */
export type TransactionFilter = {
  /** Transactions with an entry on one of these accounts. */
  accountIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Transactions of this date and later. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Largest total amount, GEL. */
  maxAmount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Smallest total amount, GEL. */
  minAmount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Transactions whose description, reference or number contains this text, whatever the case. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Transactions in one of these states. */
  statuses?: InputMaybe<Array<TransactionStatus>>;
  /** Transactions of this date and earlier. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** A journal entry as it is given. */
export type TransactionInput = {
  /** Descriptions of the documents behind the transaction. */
  attachments?: InputMaybe<Array<AttachmentInput>>;
  /** Transaction date; its period must be open when the transaction is posted. */
  date: Scalars['Date']['input'];
  /** 1–500 characters. */
  description: Scalars['String']['input'];
  /** 2–1,000 entries whose debits and credits are equal in GEL. */
  entries: Array<EntryInput>;
  /** 1–200 characters. Kept for ever: the same key and input answer the same transaction. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** True for an adjustment of a year (period 13): dated 31 December, posted when December is closed and the year is not. */
  isYearEndAdjustment?: InputMaybe<Scalars['Boolean']['input']>;
  /** At most 100 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** The transaction after the command. */
export type TransactionPayload = {
  __typename?: 'TransactionPayload';
  /** The transaction as it is now; of a reversal, the new one. */
  transaction: Transaction;
};

/** The document that a transaction was recorded for. Each has one transaction at most for each purpose. */
export type TransactionSource = {
  __typename?: 'TransactionSource';
  /** Identifier of the document. */
  id: Scalars['ID']['output'];
  /** What the posting is for, as one document may have several. */
  purpose: Scalars['String']['output'];
  /** Part of the system that the document belongs to, for example `tax`. */
  subgraph: Scalars['String']['output'];
  /** Kind of document, for example `TaxInvoice`. */
  type: Scalars['String']['output'];
};

/** A transaction goes from draft through approval to the books; it leaves them only by a reversal. */
export type TransactionStatus =
  /** Approved by someone who may; not in the books yet. */
  | 'APPROVED'
  /** Entered; counts in no balance. */
  | 'DRAFT'
  /** In the books: it has a number, changes balances and can never be altered. */
  | 'POSTED'
  /** In the books, and undone by a later transaction that refers to it. */
  | 'REVERSED';

/** Where an asset goes. What is not given stays as it is. */
export type TransferFixedAssetInput = {
  /** Code of another class; what stands on other accounts goes there by a transaction. */
  classCode?: InputMaybe<Scalars['String']['input']>;
  /** Analytical dimensions of its depreciation from the next run on. */
  dimensions?: InputMaybe<Array<DimensionInput>>;
  /** Code of another expense account. */
  expenseAccountCode?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the asset. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** At most 200 characters; null for nowhere. */
  location?: InputMaybe<Scalars['String']['input']>;
  /** When it goes. */
  on: Scalars['Date']['input'];
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
  /** At most 200 characters; null for nobody. */
  responsible?: InputMaybe<Scalars['String']['input']>;
};

/** Sums of debits and credits on every account, all in GEL. */
export type TrialBalance = {
  __typename?: 'TrialBalance';
  /** Last day counted. */
  asOf: Scalars['Date']['output'];
  /** First day of the turnover; null when everything up to `asOf` is turnover. */
  from: Maybe<Scalars['Date']['output']>;
  /** Accounts with a balance or a turnover, in order of code. */
  rows: Array<TrialBalanceRow>;
  /** Position in the company's postings up to which the figures are true; with `knownAt` that of the last one until then. */
  seq: Scalars['Int']['output'];
  /** Sums of all rows; opening and closing debit equal credit, or the books are broken. */
  totals: TrialBalanceTotals;
};

/** One account in the trial balance. */
export type TrialBalanceRow = {
  __typename?: 'TrialBalanceRow';
  /** The account of the row. */
  account: Account;
  /** Debit minus credit at the end of `asOf`. */
  closing: Scalars['Decimal']['output'];
  /** Credits within the range. */
  credit: Scalars['Decimal']['output'];
  /** Debits within the range. */
  debit: Scalars['Decimal']['output'];
  /** Debit minus credit before `from`; zero without `from`. */
  opening: Scalars['Decimal']['output'];
};

/** Sums over the rows of a trial balance. */
export type TrialBalanceTotals = {
  __typename?: 'TrialBalanceTotals';
  /** Sum of the closing balances on the credit side. */
  closingCredit: Scalars['Decimal']['output'];
  /** Sum of the closing balances on the debit side. */
  closingDebit: Scalars['Decimal']['output'];
  /** Sum of the credits within the range. */
  credit: Scalars['Decimal']['output'];
  /** Sum of the debits within the range. */
  debit: Scalars['Decimal']['output'];
  /** Sum of the opening balances on the credit side. */
  openingCredit: Scalars['Decimal']['output'];
  /** Sum of the opening balances on the debit side. */
  openingDebit: Scalars['Decimal']['output'];
};

/** Sum of debits and of credits, GEL. */
export type Turnover = {
  __typename?: 'Turnover';
  /** Sum of the credits, GEL. */
  credit: Scalars['Decimal']['output'];
  /** Sum of the debits, GEL. */
  debit: Scalars['Decimal']['output'];
};

/** Which matching is ended, and why. */
export type UnmatchOpenItemsInput = {
  /** Identifier of the matching. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * From which day on the items are open again, and the day on which the difference is taken back; as if they had never been
   * matched without it. Needed where the month of the matching is closed and there was a difference.
   */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** Absent fields stay as they are; null clears those that may be empty. */
export type UpdateAccountInput = {
  /** New code, unique within the company. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Refused once the account has postings. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** Version that the change is meant for; refused with `CONFLICT` when it is not the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The account to change. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Data of the company's own; replaces what was there. */
  metadata?: InputMaybe<Scalars['JSON']['input']>;
  /** Names to set; null in a language takes the name away. */
  names?: InputMaybe<AccountNamesInput>;
  /** Account to hang it under; null for the top of the tree. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** What other parts of the system use the account for. */
  role?: InputMaybe<Scalars['String']['input']>;
  /** Refused once the account has postings. */
  type?: InputMaybe<AccountType>;
};

/** How the ledger is to behave from now on. */
export type UpdateLedgerSettingsInput = {
  /** Demand that somebody other than the author approves. */
  approverMustDiffer: Scalars['Boolean']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A user of the company, resolved by the identity subgraph. */
export type User = {
  __typename?: 'User';
  /** Identifier of the user. */
  id: Scalars['ID']['output'];
};

/** A rate of the company's own that is not to count any more. */
export type WithdrawExchangeRateInput = {
  /** Code of the currency. */
  currency: Scalars['String']['input'];
  /** The day. */
  date: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** A year, and why it is closed or reopened. */
export type YearActionInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
  /** Fiscal year. */
  year: Scalars['Int']['input'];
};

/** The year after the command. */
export type YearPayload = {
  __typename?: 'YearPayload';
  /** The year as it is now. */
  fiscalYear: FiscalYear;
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
  Account: Account;
  CloseChecklist: CloseChecklist;
  Company: Company;
  Period: Period;
  Transaction: Transaction;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Account:
    ( { __typename: 'Account' }
    & GraphQLRecursivePick<FederationTypes['Account'], {"id":true}> );
  CloseChecklist:
    ( { __typename: 'CloseChecklist' }
    & GraphQLRecursivePick<FederationTypes['CloseChecklist'], {"year":true,"month":true}> );
  Company:
    ( { __typename: 'Company' }
    & GraphQLRecursivePick<FederationTypes['Company'], {"id":true}> );
  Period:
    ( { __typename: 'Period' }
    & GraphQLRecursivePick<FederationTypes['Period'], {"id":true}> );
  Transaction:
    ( { __typename: 'Transaction' }
    & GraphQLRecursivePick<FederationTypes['Transaction'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: ResolverTypeWrapper<AccountRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccountActionInput: AccountActionInput;
  AccountConnection: ResolverTypeWrapper<Omit<AccountConnection, 'edges'> & { edges: Array<ResolversTypes['AccountEdge']> }>;
  AccountEdge: ResolverTypeWrapper<Omit<AccountEdge, 'node'> & { node: ResolversTypes['Account'] }>;
  AccountFilter: AccountFilter;
  AccountHistoryConnection: ResolverTypeWrapper<Omit<AccountHistoryConnection, 'edges'> & { edges: Array<ResolversTypes['AccountHistoryEdge']> }>;
  AccountHistoryEdge: ResolverTypeWrapper<Omit<AccountHistoryEdge, 'node'> & { node: ResolversTypes['AccountHistoryLine'] }>;
  AccountHistoryLine: ResolverTypeWrapper<Omit<AccountHistoryLine, 'transaction'> & { transaction: ResolversTypes['Transaction'] }>;
  AccountNamesInput: AccountNamesInput;
  AccountPayload: ResolverTypeWrapper<Omit<AccountPayload, 'account'> & { account: ResolversTypes['Account'] }>;
  AccountType: AccountType;
  AccrualKind: AccrualKind;
  AccrualLineInput: AccrualLineInput;
  AcquireFixedAssetInput: AcquireFixedAssetInput;
  AddFixedAssetCostInput: AddFixedAssetCostInput;
  Attachment: ResolverTypeWrapper<Attachment>;
  AttachmentInput: AttachmentInput;
  BrokenEvent: ResolverTypeWrapper<BrokenEvent>;
  CancelFixedAssetInput: CancelFixedAssetInput;
  CancelScheduledReversalInput: CancelScheduledReversalInput;
  ChangeFixedAssetEstimateInput: ChangeFixedAssetEstimateInput;
  ChangeRecurringEntryInput: ChangeRecurringEntryInput;
  ChangeSpreadInput: ChangeSpreadInput;
  ChecklistItem: ResolverTypeWrapper<CheckedItem>;
  ChecklistSeverity: ChecklistSeverity;
  ChooseLedgerPostingAccountInput: ChooseLedgerPostingAccountInput;
  CloseChecklist: ResolverTypeWrapper<CloseChecklistRow>;
  Company: ResolverTypeWrapper<CompanyOfBooks>;
  Counterparty: ResolverTypeWrapper<Counterparty>;
  CreateAccountInput: CreateAccountInput;
  CreateAccrualInput: CreateAccrualInput;
  CreateRecurringEntryInput: CreateRecurringEntryInput;
  CreateSpreadInput: CreateSpreadInput;
  Currency: ResolverTypeWrapper<CurrencyRow>;
  CurrencyBalance: ResolverTypeWrapper<CurrencyBalance>;
  CurrencyPayload: ResolverTypeWrapper<Omit<CurrencyPayload, 'currency'> & { currency: ResolversTypes['Currency'] }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeleteAccountPayload: ResolverTypeWrapper<DeleteAccountPayload>;
  DepreciationLine: ResolverTypeWrapper<ShownLine>;
  DepreciationMethod: DepreciationMethod;
  DepreciationPreview: ResolverTypeWrapper<ShownPreview>;
  DepreciationRun: ResolverTypeWrapper<DepreciationRunRow>;
  DepreciationRunConnection: ResolverTypeWrapper<Omit<DepreciationRunConnection, 'edges'> & { edges: Array<ResolversTypes['DepreciationRunEdge']> }>;
  DepreciationRunEdge: ResolverTypeWrapper<Omit<DepreciationRunEdge, 'node'> & { node: ResolversTypes['DepreciationRun'] }>;
  DepreciationRunPayload: ResolverTypeWrapper<Omit<DepreciationRunPayload, 'run'> & { run: ResolversTypes['DepreciationRun'] }>;
  DepreciationStart: DepreciationStart;
  Dimension: ResolverTypeWrapper<Dimension>;
  DimensionInput: DimensionInput;
  DisposeFixedAssetInput: DisposeFixedAssetInput;
  DueEntry: ResolverTypeWrapper<DueEntryFound>;
  DueEntryConnection: ResolverTypeWrapper<Omit<DueEntryConnection, 'edges'> & { edges: Array<ResolversTypes['DueEntryEdge']> }>;
  DueEntryEdge: ResolverTypeWrapper<Omit<DueEntryEdge, 'node'> & { node: ResolversTypes['DueEntry'] }>;
  DueKind: DueKind;
  EndRecurringEntryInput: EndRecurringEntryInput;
  EndSpreadInput: EndSpreadInput;
  Entry: ResolverTypeWrapper<EntryRecord>;
  EntryInput: EntryInput;
  ExchangeRate: ResolverTypeWrapper<ShownRate>;
  ExchangeRateSource: ExchangeRateSource;
  FiscalYear: ResolverTypeWrapper<FiscalYearRow>;
  FiscalYearChange: ResolverTypeWrapper<YearClosingRow>;
  FiscalYearPayload: ResolverTypeWrapper<Omit<FiscalYearPayload, 'periods'> & { periods: Array<ResolversTypes['Period']> }>;
  FiscalYearStatus: FiscalYearStatus;
  FixedAsset: ResolverTypeWrapper<FixedAssetRow>;
  FixedAssetAgreement: ResolverTypeWrapper<ShownAgreement>;
  FixedAssetChange: ResolverTypeWrapper<AssetChange>;
  FixedAssetChangeKind: FixedAssetChangeKind;
  FixedAssetClass: ResolverTypeWrapper<AssetClassRow>;
  FixedAssetClassPayload: ResolverTypeWrapper<Omit<FixedAssetClassPayload, 'class'> & { class: ResolversTypes['FixedAssetClass'] }>;
  FixedAssetConnection: ResolverTypeWrapper<Omit<FixedAssetConnection, 'edges'> & { edges: Array<ResolversTypes['FixedAssetEdge']> }>;
  FixedAssetDifference: ResolverTypeWrapper<AgreementDifferenceRow>;
  FixedAssetDisposalKind: FixedAssetDisposalKind;
  FixedAssetEdge: ResolverTypeWrapper<Omit<FixedAssetEdge, 'node'> & { node: ResolversTypes['FixedAsset'] }>;
  FixedAssetFile: ResolverTypeWrapper<FixedAssetFile>;
  FixedAssetFileFormat: FixedAssetFileFormat;
  FixedAssetMonth: ResolverTypeWrapper<FixedAssetMonth>;
  FixedAssetMonthState: FixedAssetMonthState;
  FixedAssetMovement: ResolverTypeWrapper<AssetMovementRow>;
  FixedAssetPayload: ResolverTypeWrapper<Omit<FixedAssetPayload, 'asset'> & { asset: ResolversTypes['FixedAsset'] }>;
  FixedAssetState: FixedAssetState;
  GrantLockExceptionInput: GrantLockExceptionInput;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Language: Language;
  LedgerDifference: ResolverTypeWrapper<LedgerDifference>;
  LedgerPostingAccount: ResolverTypeWrapper<PostingAccountRow>;
  LedgerPostingAccountPayload: ResolverTypeWrapper<Omit<LedgerPostingAccountPayload, 'account'> & { account: ResolversTypes['LedgerPostingAccount'] }>;
  LedgerSettings: ResolverTypeWrapper<LedgerSettings>;
  LedgerSettingsPayload: ResolverTypeWrapper<LedgerSettingsPayload>;
  LedgerVerification: ResolverTypeWrapper<LedgerVerification>;
  LockArea: LockArea;
  LockDate: ResolverTypeWrapper<LockOfArea>;
  LockDateChange: ResolverTypeWrapper<LockDateRow>;
  LockDatePayload: ResolverTypeWrapper<Omit<LockDatePayload, 'lockDate'> & { lockDate: ResolversTypes['LockDate'] }>;
  LockException: ResolverTypeWrapper<LockExceptionRow>;
  LockExceptionConnection: ResolverTypeWrapper<Omit<LockExceptionConnection, 'edges'> & { edges: Array<ResolversTypes['LockExceptionEdge']> }>;
  LockExceptionEdge: ResolverTypeWrapper<Omit<LockExceptionEdge, 'node'> & { node: ResolversTypes['LockException'] }>;
  LockExceptionPayload: ResolverTypeWrapper<Omit<LockExceptionPayload, 'lockException'> & { lockException: ResolversTypes['LockException'] }>;
  MatchOpenItemsInput: MatchOpenItemsInput;
  MatchedItem: ResolverTypeWrapper<MatchedItemRow>;
  MatchingProposal: ResolverTypeWrapper<Proposal>;
  MatchingRule: MatchingRule;
  MissingUnits: ResolverTypeWrapper<MissingUnitsOf>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NormalSide: NormalSide;
  OpenFiscalYearInput: OpenFiscalYearInput;
  OpenItem: ResolverTypeWrapper<ShownItem>;
  OpenItemConnection: ResolverTypeWrapper<Omit<OpenItemConnection, 'edges'> & { edges: Array<ResolversTypes['OpenItemEdge']> }>;
  OpenItemEdge: ResolverTypeWrapper<Omit<OpenItemEdge, 'node'> & { node: ResolversTypes['OpenItem'] }>;
  OpenItemMatching: ResolverTypeWrapper<MatchingRow>;
  OpenItemMatchingPayload: ResolverTypeWrapper<Omit<OpenItemMatchingPayload, 'matching'> & { matching: ResolversTypes['OpenItemMatching'] }>;
  OpenItemPartInput: OpenItemPartInput;
  OpenItemSide: OpenItemSide;
  OpeningDepreciationInput: OpeningDepreciationInput;
  OwnExchangeRate: ResolverTypeWrapper<OwnRateOfDay>;
  OwnExchangeRateChange: ResolverTypeWrapper<OwnRateChange>;
  OwnExchangeRatePayload: ResolverTypeWrapper<Omit<OwnExchangeRatePayload, 'ownExchangeRate'> & { ownExchangeRate: ResolversTypes['OwnExchangeRate'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Period: ResolverTypeWrapper<PeriodRow>;
  PeriodActionInput: PeriodActionInput;
  PeriodChange: ResolverTypeWrapper<PeriodChangeRow>;
  PeriodPayload: ResolverTypeWrapper<Omit<PeriodPayload, 'period'> & { period: ResolversTypes['Period'] }>;
  PeriodStatus: PeriodStatus;
  PostDueEntriesInput: PostDueEntriesInput;
  PostDueEntriesPayload: ResolverTypeWrapper<Omit<PostDueEntriesPayload, 'results'> & { results: Array<ResolversTypes['PostedDueEntry']> }>;
  PostedDueEntry: ResolverTypeWrapper<PostedDue>;
  ProposedItem: ResolverTypeWrapper<ProposedPart>;
  PutFixedAssetIntoUseInput: PutFixedAssetIntoUseInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordFixedAssetUnitsInput: RecordFixedAssetUnitsInput;
  RecordTransactionResult: ResolverTypeWrapper<Omit<RecordTransactionResult, 'transaction'> & { transaction?: Maybe<ResolversTypes['Transaction']> }>;
  RecordTransactionsInput: RecordTransactionsInput;
  RecordTransactionsPayload: ResolverTypeWrapper<Omit<RecordTransactionsPayload, 'results'> & { results: Array<ResolversTypes['RecordTransactionResult']> }>;
  Recurrence: ResolverTypeWrapper<RecurrenceRule>;
  RecurrenceInput: RecurrenceInput;
  RecurrenceUnit: RecurrenceUnit;
  RecurringEntry: ResolverTypeWrapper<RecurringEntryRow>;
  RecurringEntryConnection: ResolverTypeWrapper<Omit<RecurringEntryConnection, 'edges'> & { edges: Array<ResolversTypes['RecurringEntryEdge']> }>;
  RecurringEntryEdge: ResolverTypeWrapper<Omit<RecurringEntryEdge, 'node'> & { node: ResolversTypes['RecurringEntry'] }>;
  RecurringEntryPayload: ResolverTypeWrapper<Omit<RecurringEntryPayload, 'recurringEntry'> & { recurringEntry: ResolversTypes['RecurringEntry'] }>;
  RecurringOccurrence: ResolverTypeWrapper<DoneRow>;
  RecurringOccurrenceConnection: ResolverTypeWrapper<Omit<RecurringOccurrenceConnection, 'edges'> & { edges: Array<ResolversTypes['RecurringOccurrenceEdge']> }>;
  RecurringOccurrenceEdge: ResolverTypeWrapper<Omit<RecurringOccurrenceEdge, 'node'> & { node: ResolversTypes['RecurringOccurrence'] }>;
  RecurringTemplate: ResolverTypeWrapper<SignedTemplate>;
  RecurringTemplateEntry: ResolverTypeWrapper<TemplateEntry>;
  RegisterCurrencyInput: RegisterCurrencyInput;
  RegisterFixedAssetInput: RegisterFixedAssetInput;
  Revaluation: ResolverTypeWrapper<RevaluationRow>;
  RevaluationConnection: ResolverTypeWrapper<Omit<RevaluationConnection, 'edges'> & { edges: Array<ResolversTypes['RevaluationEdge']> }>;
  RevaluationEdge: ResolverTypeWrapper<Omit<RevaluationEdge, 'node'> & { node: ResolversTypes['Revaluation'] }>;
  RevaluationItem: ResolverTypeWrapper<RevaluedItemRow>;
  RevaluationLeftOut: ResolverTypeWrapper<LeftOut>;
  RevaluationLeftOutReason: RevaluationLeftOutReason;
  RevaluationLine: ResolverTypeWrapper<LineRow>;
  RevaluationPayload: ResolverTypeWrapper<Omit<RevaluationPayload, 'revaluation'> & { revaluation: ResolversTypes['Revaluation'] }>;
  RevaluationPreview: ResolverTypeWrapper<Preview>;
  RevaluationRate: ResolverTypeWrapper<ClosingRate>;
  RevaluationRateInput: RevaluationRateInput;
  RevaluationRateSource: RevaluationRateSource;
  RevaluationReversal: RevaluationReversal;
  RevalueForeignCurrencyInput: RevalueForeignCurrencyInput;
  ReverseDepreciationRunInput: ReverseDepreciationRunInput;
  ReverseFixedAssetDisposalInput: ReverseFixedAssetDisposalInput;
  ReverseRevaluationInput: ReverseRevaluationInput;
  ReverseTransactionInput: ReverseTransactionInput;
  ReversingEntry: ResolverTypeWrapper<ReversingEntryRow>;
  ReversingEntryConnection: ResolverTypeWrapper<Omit<ReversingEntryConnection, 'edges'> & { edges: Array<ResolversTypes['ReversingEntryEdge']> }>;
  ReversingEntryEdge: ResolverTypeWrapper<Omit<ReversingEntryEdge, 'node'> & { node: ResolversTypes['ReversingEntry'] }>;
  ReversingEntryPayload: ResolverTypeWrapper<Omit<ReversingEntryPayload, 'reversingEntry'> & { reversingEntry: ResolversTypes['ReversingEntry'] }>;
  ReversingKind: ReversingKind;
  ReversingStatus: ReversingStatus;
  ReversingTransactionInput: ReversingTransactionInput;
  RevokeLockExceptionInput: RevokeLockExceptionInput;
  RunDepreciationInput: RunDepreciationInput;
  ScheduleReversalInput: ScheduleReversalInput;
  SetExchangeRateInput: SetExchangeRateInput;
  SetFixedAssetClassInput: SetFixedAssetClassInput;
  SetLockDateInput: SetLockDateInput;
  SkipOccurrenceInput: SkipOccurrenceInput;
  Spread: ResolverTypeWrapper<SpreadRow>;
  SpreadBalance: ResolverTypeWrapper<ShownBalance>;
  SpreadConnection: ResolverTypeWrapper<Omit<SpreadConnection, 'edges'> & { edges: Array<ResolversTypes['SpreadEdge']> }>;
  SpreadEdge: ResolverTypeWrapper<Omit<SpreadEdge, 'node'> & { node: ResolversTypes['Spread'] }>;
  SpreadKind: SpreadKind;
  SpreadMethod: SpreadMethod;
  SpreadPart: ResolverTypeWrapper<ShownPart>;
  SpreadPartStatus: SpreadPartStatus;
  SpreadPayload: ResolverTypeWrapper<Omit<SpreadPayload, 'spread'> & { spread: ResolversTypes['Spread'] }>;
  SpreadPlan: ResolverTypeWrapper<SignedPlan>;
  Transaction: ResolverTypeWrapper<TransactionRow>;
  TransactionActionInput: TransactionActionInput;
  TransactionConnection: ResolverTypeWrapper<Omit<TransactionConnection, 'edges'> & { edges: Array<ResolversTypes['TransactionEdge']> }>;
  TransactionEdge: ResolverTypeWrapper<Omit<TransactionEdge, 'node'> & { node: ResolversTypes['Transaction'] }>;
  TransactionError: ResolverTypeWrapper<TransactionError>;
  TransactionFilter: TransactionFilter;
  TransactionInput: TransactionInput;
  TransactionPayload: ResolverTypeWrapper<Omit<TransactionPayload, 'transaction'> & { transaction: ResolversTypes['Transaction'] }>;
  TransactionSource: ResolverTypeWrapper<TransactionSource>;
  TransactionStatus: TransactionStatus;
  TransferFixedAssetInput: TransferFixedAssetInput;
  TrialBalance: ResolverTypeWrapper<Omit<TrialBalance, 'rows'> & { rows: Array<ResolversTypes['TrialBalanceRow']> }>;
  TrialBalanceRow: ResolverTypeWrapper<TrialBalanceLine>;
  TrialBalanceTotals: ResolverTypeWrapper<TrialBalanceTotals>;
  Turnover: ResolverTypeWrapper<Turnover>;
  UnmatchOpenItemsInput: UnmatchOpenItemsInput;
  UpdateAccountInput: UpdateAccountInput;
  UpdateLedgerSettingsInput: UpdateLedgerSettingsInput;
  User: ResolverTypeWrapper<User>;
  WithdrawExchangeRateInput: WithdrawExchangeRateInput;
  YearActionInput: YearActionInput;
  YearPayload: ResolverTypeWrapper<Omit<YearPayload, 'fiscalYear'> & { fiscalYear: ResolversTypes['FiscalYear'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: AccountRow;
  Boolean: Scalars['Boolean']['output'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  ID: Scalars['ID']['output'];
  AccountActionInput: AccountActionInput;
  AccountConnection: Omit<AccountConnection, 'edges'> & { edges: Array<ResolversParentTypes['AccountEdge']> };
  AccountEdge: Omit<AccountEdge, 'node'> & { node: ResolversParentTypes['Account'] };
  AccountFilter: AccountFilter;
  AccountHistoryConnection: Omit<AccountHistoryConnection, 'edges'> & { edges: Array<ResolversParentTypes['AccountHistoryEdge']> };
  AccountHistoryEdge: Omit<AccountHistoryEdge, 'node'> & { node: ResolversParentTypes['AccountHistoryLine'] };
  AccountHistoryLine: Omit<AccountHistoryLine, 'transaction'> & { transaction: ResolversParentTypes['Transaction'] };
  AccountNamesInput: AccountNamesInput;
  AccountPayload: Omit<AccountPayload, 'account'> & { account: ResolversParentTypes['Account'] };
  AccrualLineInput: AccrualLineInput;
  AcquireFixedAssetInput: AcquireFixedAssetInput;
  AddFixedAssetCostInput: AddFixedAssetCostInput;
  Attachment: Attachment;
  AttachmentInput: AttachmentInput;
  BrokenEvent: BrokenEvent;
  CancelFixedAssetInput: CancelFixedAssetInput;
  CancelScheduledReversalInput: CancelScheduledReversalInput;
  ChangeFixedAssetEstimateInput: ChangeFixedAssetEstimateInput;
  ChangeRecurringEntryInput: ChangeRecurringEntryInput;
  ChangeSpreadInput: ChangeSpreadInput;
  ChecklistItem: CheckedItem;
  ChooseLedgerPostingAccountInput: ChooseLedgerPostingAccountInput;
  CloseChecklist: CloseChecklistRow;
  Company: CompanyOfBooks;
  Counterparty: Counterparty;
  CreateAccountInput: CreateAccountInput;
  CreateAccrualInput: CreateAccrualInput;
  CreateRecurringEntryInput: CreateRecurringEntryInput;
  CreateSpreadInput: CreateSpreadInput;
  Currency: CurrencyRow;
  CurrencyBalance: CurrencyBalance;
  CurrencyPayload: Omit<CurrencyPayload, 'currency'> & { currency: ResolversParentTypes['Currency'] };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DeleteAccountPayload: DeleteAccountPayload;
  DepreciationLine: ShownLine;
  DepreciationPreview: ShownPreview;
  DepreciationRun: DepreciationRunRow;
  DepreciationRunConnection: Omit<DepreciationRunConnection, 'edges'> & { edges: Array<ResolversParentTypes['DepreciationRunEdge']> };
  DepreciationRunEdge: Omit<DepreciationRunEdge, 'node'> & { node: ResolversParentTypes['DepreciationRun'] };
  DepreciationRunPayload: Omit<DepreciationRunPayload, 'run'> & { run: ResolversParentTypes['DepreciationRun'] };
  Dimension: Dimension;
  DimensionInput: DimensionInput;
  DisposeFixedAssetInput: DisposeFixedAssetInput;
  DueEntry: DueEntryFound;
  DueEntryConnection: Omit<DueEntryConnection, 'edges'> & { edges: Array<ResolversParentTypes['DueEntryEdge']> };
  DueEntryEdge: Omit<DueEntryEdge, 'node'> & { node: ResolversParentTypes['DueEntry'] };
  EndRecurringEntryInput: EndRecurringEntryInput;
  EndSpreadInput: EndSpreadInput;
  Entry: EntryRecord;
  EntryInput: EntryInput;
  ExchangeRate: ShownRate;
  FiscalYear: FiscalYearRow;
  FiscalYearChange: YearClosingRow;
  FiscalYearPayload: Omit<FiscalYearPayload, 'periods'> & { periods: Array<ResolversParentTypes['Period']> };
  FixedAsset: FixedAssetRow;
  FixedAssetAgreement: ShownAgreement;
  FixedAssetChange: AssetChange;
  FixedAssetClass: AssetClassRow;
  FixedAssetClassPayload: Omit<FixedAssetClassPayload, 'class'> & { class: ResolversParentTypes['FixedAssetClass'] };
  FixedAssetConnection: Omit<FixedAssetConnection, 'edges'> & { edges: Array<ResolversParentTypes['FixedAssetEdge']> };
  FixedAssetDifference: AgreementDifferenceRow;
  FixedAssetEdge: Omit<FixedAssetEdge, 'node'> & { node: ResolversParentTypes['FixedAsset'] };
  FixedAssetFile: FixedAssetFile;
  FixedAssetMonth: FixedAssetMonth;
  FixedAssetMovement: AssetMovementRow;
  FixedAssetPayload: Omit<FixedAssetPayload, 'asset'> & { asset: ResolversParentTypes['FixedAsset'] };
  GrantLockExceptionInput: GrantLockExceptionInput;
  JSON: Scalars['JSON']['output'];
  LedgerDifference: LedgerDifference;
  LedgerPostingAccount: PostingAccountRow;
  LedgerPostingAccountPayload: Omit<LedgerPostingAccountPayload, 'account'> & { account: ResolversParentTypes['LedgerPostingAccount'] };
  LedgerSettings: LedgerSettings;
  LedgerSettingsPayload: LedgerSettingsPayload;
  LedgerVerification: LedgerVerification;
  LockDate: LockOfArea;
  LockDateChange: LockDateRow;
  LockDatePayload: Omit<LockDatePayload, 'lockDate'> & { lockDate: ResolversParentTypes['LockDate'] };
  LockException: LockExceptionRow;
  LockExceptionConnection: Omit<LockExceptionConnection, 'edges'> & { edges: Array<ResolversParentTypes['LockExceptionEdge']> };
  LockExceptionEdge: Omit<LockExceptionEdge, 'node'> & { node: ResolversParentTypes['LockException'] };
  LockExceptionPayload: Omit<LockExceptionPayload, 'lockException'> & { lockException: ResolversParentTypes['LockException'] };
  MatchOpenItemsInput: MatchOpenItemsInput;
  MatchedItem: MatchedItemRow;
  MatchingProposal: Proposal;
  MissingUnits: MissingUnitsOf;
  Mutation: Record<PropertyKey, never>;
  OpenFiscalYearInput: OpenFiscalYearInput;
  OpenItem: ShownItem;
  OpenItemConnection: Omit<OpenItemConnection, 'edges'> & { edges: Array<ResolversParentTypes['OpenItemEdge']> };
  OpenItemEdge: Omit<OpenItemEdge, 'node'> & { node: ResolversParentTypes['OpenItem'] };
  OpenItemMatching: MatchingRow;
  OpenItemMatchingPayload: Omit<OpenItemMatchingPayload, 'matching'> & { matching: ResolversParentTypes['OpenItemMatching'] };
  OpenItemPartInput: OpenItemPartInput;
  OpeningDepreciationInput: OpeningDepreciationInput;
  OwnExchangeRate: OwnRateOfDay;
  OwnExchangeRateChange: OwnRateChange;
  OwnExchangeRatePayload: Omit<OwnExchangeRatePayload, 'ownExchangeRate'> & { ownExchangeRate: ResolversParentTypes['OwnExchangeRate'] };
  PageInfo: PageInfo;
  Period: PeriodRow;
  PeriodActionInput: PeriodActionInput;
  PeriodChange: PeriodChangeRow;
  PeriodPayload: Omit<PeriodPayload, 'period'> & { period: ResolversParentTypes['Period'] };
  PostDueEntriesInput: PostDueEntriesInput;
  PostDueEntriesPayload: Omit<PostDueEntriesPayload, 'results'> & { results: Array<ResolversParentTypes['PostedDueEntry']> };
  PostedDueEntry: PostedDue;
  ProposedItem: ProposedPart;
  PutFixedAssetIntoUseInput: PutFixedAssetIntoUseInput;
  Query: Record<PropertyKey, never>;
  RecordFixedAssetUnitsInput: RecordFixedAssetUnitsInput;
  RecordTransactionResult: Omit<RecordTransactionResult, 'transaction'> & { transaction?: Maybe<ResolversParentTypes['Transaction']> };
  RecordTransactionsInput: RecordTransactionsInput;
  RecordTransactionsPayload: Omit<RecordTransactionsPayload, 'results'> & { results: Array<ResolversParentTypes['RecordTransactionResult']> };
  Recurrence: RecurrenceRule;
  RecurrenceInput: RecurrenceInput;
  RecurringEntry: RecurringEntryRow;
  RecurringEntryConnection: Omit<RecurringEntryConnection, 'edges'> & { edges: Array<ResolversParentTypes['RecurringEntryEdge']> };
  RecurringEntryEdge: Omit<RecurringEntryEdge, 'node'> & { node: ResolversParentTypes['RecurringEntry'] };
  RecurringEntryPayload: Omit<RecurringEntryPayload, 'recurringEntry'> & { recurringEntry: ResolversParentTypes['RecurringEntry'] };
  RecurringOccurrence: DoneRow;
  RecurringOccurrenceConnection: Omit<RecurringOccurrenceConnection, 'edges'> & { edges: Array<ResolversParentTypes['RecurringOccurrenceEdge']> };
  RecurringOccurrenceEdge: Omit<RecurringOccurrenceEdge, 'node'> & { node: ResolversParentTypes['RecurringOccurrence'] };
  RecurringTemplate: SignedTemplate;
  RecurringTemplateEntry: TemplateEntry;
  RegisterCurrencyInput: RegisterCurrencyInput;
  RegisterFixedAssetInput: RegisterFixedAssetInput;
  Revaluation: RevaluationRow;
  RevaluationConnection: Omit<RevaluationConnection, 'edges'> & { edges: Array<ResolversParentTypes['RevaluationEdge']> };
  RevaluationEdge: Omit<RevaluationEdge, 'node'> & { node: ResolversParentTypes['Revaluation'] };
  RevaluationItem: RevaluedItemRow;
  RevaluationLeftOut: LeftOut;
  RevaluationLine: LineRow;
  RevaluationPayload: Omit<RevaluationPayload, 'revaluation'> & { revaluation: ResolversParentTypes['Revaluation'] };
  RevaluationPreview: Preview;
  RevaluationRate: ClosingRate;
  RevaluationRateInput: RevaluationRateInput;
  RevalueForeignCurrencyInput: RevalueForeignCurrencyInput;
  ReverseDepreciationRunInput: ReverseDepreciationRunInput;
  ReverseFixedAssetDisposalInput: ReverseFixedAssetDisposalInput;
  ReverseRevaluationInput: ReverseRevaluationInput;
  ReverseTransactionInput: ReverseTransactionInput;
  ReversingEntry: ReversingEntryRow;
  ReversingEntryConnection: Omit<ReversingEntryConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReversingEntryEdge']> };
  ReversingEntryEdge: Omit<ReversingEntryEdge, 'node'> & { node: ResolversParentTypes['ReversingEntry'] };
  ReversingEntryPayload: Omit<ReversingEntryPayload, 'reversingEntry'> & { reversingEntry: ResolversParentTypes['ReversingEntry'] };
  ReversingTransactionInput: ReversingTransactionInput;
  RevokeLockExceptionInput: RevokeLockExceptionInput;
  RunDepreciationInput: RunDepreciationInput;
  ScheduleReversalInput: ScheduleReversalInput;
  SetExchangeRateInput: SetExchangeRateInput;
  SetFixedAssetClassInput: SetFixedAssetClassInput;
  SetLockDateInput: SetLockDateInput;
  SkipOccurrenceInput: SkipOccurrenceInput;
  Spread: SpreadRow;
  SpreadBalance: ShownBalance;
  SpreadConnection: Omit<SpreadConnection, 'edges'> & { edges: Array<ResolversParentTypes['SpreadEdge']> };
  SpreadEdge: Omit<SpreadEdge, 'node'> & { node: ResolversParentTypes['Spread'] };
  SpreadPart: ShownPart;
  SpreadPayload: Omit<SpreadPayload, 'spread'> & { spread: ResolversParentTypes['Spread'] };
  SpreadPlan: SignedPlan;
  Transaction: TransactionRow;
  TransactionActionInput: TransactionActionInput;
  TransactionConnection: Omit<TransactionConnection, 'edges'> & { edges: Array<ResolversParentTypes['TransactionEdge']> };
  TransactionEdge: Omit<TransactionEdge, 'node'> & { node: ResolversParentTypes['Transaction'] };
  TransactionError: TransactionError;
  TransactionFilter: TransactionFilter;
  TransactionInput: TransactionInput;
  TransactionPayload: Omit<TransactionPayload, 'transaction'> & { transaction: ResolversParentTypes['Transaction'] };
  TransactionSource: TransactionSource;
  TransferFixedAssetInput: TransferFixedAssetInput;
  TrialBalance: Omit<TrialBalance, 'rows'> & { rows: Array<ResolversParentTypes['TrialBalanceRow']> };
  TrialBalanceRow: TrialBalanceLine;
  TrialBalanceTotals: TrialBalanceTotals;
  Turnover: Turnover;
  UnmatchOpenItemsInput: UnmatchOpenItemsInput;
  UpdateAccountInput: UpdateAccountInput;
  UpdateLedgerSettingsInput: UpdateLedgerSettingsInput;
  User: User;
  WithdrawExchangeRateInput: WithdrawExchangeRateInput;
  YearActionInput: YearActionInput;
  YearPayload: Omit<YearPayload, 'fiscalYear'> & { fiscalYear: ResolversParentTypes['FiscalYear'] };
};

export type AccountResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account'], FederationReferenceType extends FederationReferenceTypes['Account'] = FederationReferenceTypes['Account']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Account']> | FederationReferenceType, FederationReferenceType, ContextType>;
  balance?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType, RequireFields<AccountBalanceArgs, 'subtree'>>;
  children?: Resolver<Array<ResolversTypes['Account']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currencyBalances?: Resolver<Array<ResolversTypes['CurrencyBalance']>, ParentType, ContextType, RequireFields<AccountCurrencyBalancesArgs, 'subtree'>>;
  history?: Resolver<ResolversTypes['AccountHistoryConnection'], ParentType, ContextType, Partial<AccountHistoryArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isHeading?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  metadata?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<AccountNameArgs>>;
  normalSide?: Resolver<ResolversTypes['NormalSide'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  turnover?: Resolver<ResolversTypes['Turnover'], ParentType, ContextType, RequireFields<AccountTurnoverArgs, 'from' | 'subtree' | 'to'>>;
  type?: Resolver<ResolversTypes['AccountType'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccountConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['AccountConnection'] = ResolversParentTypes['AccountConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccountEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccountEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['AccountEdge'] = ResolversParentTypes['AccountEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
};

export type AccountHistoryConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['AccountHistoryConnection'] = ResolversParentTypes['AccountHistoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccountHistoryEdge']>, ParentType, ContextType>;
  openingBalance?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccountHistoryEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['AccountHistoryEdge'] = ResolversParentTypes['AccountHistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccountHistoryLine'], ParentType, ContextType>;
};

export type AccountHistoryLineResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['AccountHistoryLine'] = ResolversParentTypes['AccountHistoryLine']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type AccountPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['AccountPayload'] = ResolversParentTypes['AccountPayload']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
};

export type AttachmentResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Attachment'] = ResolversParentTypes['Attachment']> = {
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BrokenEventResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['BrokenEvent'] = ResolversParentTypes['BrokenEvent']> = {
  aggregateId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  logPosition?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChecklistItemResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['ChecklistItem'] = ResolversParentTypes['ChecklistItem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ids?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ChecklistSeverity'], ParentType, ContextType>;
  textEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textKa?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CloseChecklistResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['CloseChecklist'] = ResolversParentTypes['CloseChecklist'], FederationReferenceType extends FederationReferenceTypes['CloseChecklist'] = FederationReferenceTypes['CloseChecklist']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CloseChecklist']> | FederationReferenceType, FederationReferenceType, ContextType>;
  isReady?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['ChecklistItem']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CompanyResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Company'] = ResolversParentTypes['Company'], FederationReferenceType extends FederationReferenceTypes['Company'] = FederationReferenceTypes['Company']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Company']> | FederationReferenceType, FederationReferenceType, ContextType>;
  booksOpenedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CounterpartyResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Counterparty'] = ResolversParentTypes['Counterparty']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CurrencyResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Currency'] = ResolversParentTypes['Currency']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isCustom?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minorUnits?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CurrencyBalanceResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['CurrencyBalance'] = ResolversParentTypes['CurrencyBalance']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CurrencyPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['CurrencyPayload'] = ResolversParentTypes['CurrencyPayload']> = {
  currency?: Resolver<ResolversTypes['Currency'], ParentType, ContextType>;
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

export type DeleteAccountPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['DeleteAccountPayload'] = ResolversParentTypes['DeleteAccountPayload']> = {
  deletedId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DepreciationLineResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['DepreciationLine'] = ResolversParentTypes['DepreciationLine']> = {
  accumulated?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  asset?: Resolver<ResolversTypes['FixedAsset'], ParentType, ContextType>;
  carrying?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  catchUp?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DepreciationPreviewResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['DepreciationPreview'] = ResolversParentTypes['DepreciationPreview']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['DepreciationLine']>, ParentType, ContextType>;
  missingUnits?: Resolver<Array<ResolversTypes['MissingUnits']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type DepreciationRunResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['DepreciationRun'] = ResolversParentTypes['DepreciationRun']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['DepreciationLine']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reversal?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  reverseReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reversedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  runAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  runBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
};

export type DepreciationRunConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['DepreciationRunConnection'] = ResolversParentTypes['DepreciationRunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DepreciationRunEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DepreciationRunEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['DepreciationRunEdge'] = ResolversParentTypes['DepreciationRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DepreciationRun'], ParentType, ContextType>;
};

export type DepreciationRunPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['DepreciationRunPayload'] = ResolversParentTypes['DepreciationRunPayload']> = {
  run?: Resolver<ResolversTypes['DepreciationRun'], ParentType, ContextType>;
};

export type DimensionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Dimension'] = ResolversParentTypes['Dimension']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DueEntryResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['DueEntry'] = ResolversParentTypes['DueEntry']> = {
  amount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DueKind'], ParentType, ContextType>;
  recurringEntry?: Resolver<Maybe<ResolversTypes['RecurringEntry']>, ParentType, ContextType>;
  reversingEntry?: Resolver<Maybe<ResolversTypes['ReversingEntry']>, ParentType, ContextType>;
  spread?: Resolver<Maybe<ResolversTypes['Spread']>, ParentType, ContextType>;
};

export type DueEntryConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['DueEntryConnection'] = ResolversParentTypes['DueEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DueEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DueEntryEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['DueEntryEdge'] = ResolversParentTypes['DueEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DueEntry'], ParentType, ContextType>;
};

export type EntryResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Entry'] = ResolversParentTypes['Entry']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  creditGel?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  debitGel?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dimensions?: Resolver<Array<ResolversTypes['Dimension']>, ParentType, ContextType>;
  exchangeRate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExchangeRateResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['ExchangeRate'] = ResolversParentTypes['ExchangeRate']> = {
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isConfirmed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  official?: Resolver<Maybe<ResolversTypes['ExchangeRate']>, ParentType, ContextType>;
  published?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  setBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['ExchangeRateSource'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type FiscalYearResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FiscalYear'] = ResolversParentTypes['FiscalYear']> = {
  adjustments?: Resolver<ResolversTypes['TransactionConnection'], ParentType, ContextType, Partial<FiscalYearAdjustmentsArgs>>;
  changes?: Resolver<Array<ResolversTypes['FiscalYearChange']>, ParentType, ContextType>;
  closing?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  periods?: Resolver<Array<ResolversTypes['Period']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['FiscalYearStatus'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FiscalYearChangeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FiscalYearChange'] = ResolversParentTypes['FiscalYearChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['FiscalYearStatus'], ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
};

export type FiscalYearPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FiscalYearPayload'] = ResolversParentTypes['FiscalYearPayload']> = {
  periods?: Resolver<Array<ResolversTypes['Period']>, ParentType, ContextType>;
};

export type FixedAssetResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FixedAsset'] = ResolversParentTypes['FixedAsset']> = {
  accumulated?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  accumulatedAccount?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  acquiredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  bookedThrough?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  carrying?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['FixedAssetChange']>, ParentType, ContextType>;
  class?: Resolver<ResolversTypes['FixedAssetClass'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  costAccount?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  dimensions?: Resolver<Array<ResolversTypes['Dimension']>, ParentType, ContextType>;
  disposedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  expenseAccount?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inUseOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['DepreciationMethod'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openingDepreciation?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  registeredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  registeredBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  residual?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  responsible?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  schedule?: Resolver<Array<ResolversTypes['FixedAssetMonth']>, ParentType, ContextType>;
  serialNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startsIn?: Resolver<ResolversTypes['DepreciationStart'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FixedAssetState'], ParentType, ContextType>;
  totalUnits?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  usefulLifeMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FixedAssetAgreementResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FixedAssetAgreement'] = ResolversParentTypes['FixedAssetAgreement']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  differences?: Resolver<Array<ResolversTypes['FixedAssetDifference']>, ParentType, ContextType>;
  ledger?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  register?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type FixedAssetChangeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FixedAssetChange'] = ResolversParentTypes['FixedAssetChange']> = {
  accumulated?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  classCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  depreciation?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  disposalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  disposalKind?: Resolver<Maybe<ResolversTypes['FixedAssetDisposalKind']>, ParentType, ContextType>;
  gain?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FixedAssetChangeKind'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['DepreciationMethod']>, ParentType, ContextType>;
  month?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  on?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  proceeds?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remainingMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  remainingUnits?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  residual?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  responsible?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  units?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type FixedAssetClassResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FixedAssetClass'] = ResolversParentTypes['FixedAssetClass']> = {
  accumulatedAccount?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  costAccount?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  expenseAccount?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  isOwn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  method?: Resolver<ResolversTypes['DepreciationMethod'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameKa?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsIn?: Resolver<ResolversTypes['DepreciationStart'], ParentType, ContextType>;
  usefulLifeMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FixedAssetClassPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FixedAssetClassPayload'] = ResolversParentTypes['FixedAssetClassPayload']> = {
  class?: Resolver<ResolversTypes['FixedAssetClass'], ParentType, ContextType>;
};

export type FixedAssetConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FixedAssetConnection'] = ResolversParentTypes['FixedAssetConnection']> = {
  edges?: Resolver<Array<ResolversTypes['FixedAssetEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FixedAssetDifferenceResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FixedAssetDifference'] = ResolversParentTypes['FixedAssetDifference']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  asset?: Resolver<Maybe<ResolversTypes['FixedAsset']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
};

export type FixedAssetEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FixedAssetEdge'] = ResolversParentTypes['FixedAssetEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['FixedAsset'], ParentType, ContextType>;
};

export type FixedAssetFileResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FixedAssetFile'] = ResolversParentTypes['FixedAssetFile']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FixedAssetMonthResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FixedAssetMonth'] = ResolversParentTypes['FixedAssetMonth']> = {
  accumulated?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  carrying?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['FixedAssetMonthState'], ParentType, ContextType>;
};

export type FixedAssetMovementResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FixedAssetMovement'] = ResolversParentTypes['FixedAssetMovement']> = {
  additions?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  charge?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  class?: Resolver<ResolversTypes['FixedAssetClass'], ParentType, ContextType>;
  closingAccumulated?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  closingCarrying?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  closingCost?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  disposalsAccumulated?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  disposalsCost?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  openingAccumulated?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  openingCarrying?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  openingCost?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  takenOver?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  transfersAccumulated?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  transfersCost?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type FixedAssetPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['FixedAssetPayload'] = ResolversParentTypes['FixedAssetPayload']> = {
  asset?: Resolver<ResolversTypes['FixedAsset'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LedgerDifferenceResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LedgerDifference'] = ResolversParentTypes['LedgerDifference']> = {
  actual?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  table?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LedgerPostingAccountResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LedgerPostingAccount'] = ResolversParentTypes['LedgerPostingAccount']> = {
  accountCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<LedgerPostingAccountNameArgs>>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LedgerPostingAccountPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LedgerPostingAccountPayload'] = ResolversParentTypes['LedgerPostingAccountPayload']> = {
  account?: Resolver<ResolversTypes['LedgerPostingAccount'], ParentType, ContextType>;
};

export type LedgerSettingsResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LedgerSettings'] = ResolversParentTypes['LedgerSettings']> = {
  approverMustDiffer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LedgerSettingsPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LedgerSettingsPayload'] = ResolversParentTypes['LedgerSettingsPayload']> = {
  settings?: Resolver<ResolversTypes['LedgerSettings'], ParentType, ContextType>;
};

export type LedgerVerificationResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LedgerVerification'] = ResolversParentTypes['LedgerVerification']> = {
  differences?: Resolver<Array<ResolversTypes['LedgerDifference']>, ParentType, ContextType>;
  eventCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstBrokenEvent?: Resolver<Maybe<ResolversTypes['BrokenEvent']>, ParentType, ContextType>;
  headHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isIntact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LockDateResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LockDate'] = ResolversParentTypes['LockDate']> = {
  area?: Resolver<ResolversTypes['LockArea'], ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['LockDateChange']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type LockDateChangeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LockDateChange'] = ResolversParentTypes['LockDateChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type LockDatePayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LockDatePayload'] = ResolversParentTypes['LockDatePayload']> = {
  lockDate?: Resolver<ResolversTypes['LockDate'], ParentType, ContextType>;
};

export type LockExceptionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LockException'] = ResolversParentTypes['LockException']> = {
  area?: Resolver<ResolversTypes['LockArea'], ParentType, ContextType>;
  grantedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  grantedBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isRunning?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokeReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revokedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  transactionIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  user?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type LockExceptionConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LockExceptionConnection'] = ResolversParentTypes['LockExceptionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LockExceptionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LockExceptionEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LockExceptionEdge'] = ResolversParentTypes['LockExceptionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LockException'], ParentType, ContextType>;
};

export type LockExceptionPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['LockExceptionPayload'] = ResolversParentTypes['LockExceptionPayload']> = {
  lockException?: Resolver<ResolversTypes['LockException'], ParentType, ContextType>;
};

export type MatchedItemResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['MatchedItem'] = ResolversParentTypes['MatchedItem']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  amountGel?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['OpenItemSide'], ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type MatchingProposalResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['MatchingProposal'] = ResolversParentTypes['MatchingProposal']> = {
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['ProposedItem']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['MatchingRule'], ParentType, ContextType>;
};

export type MissingUnitsResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['MissingUnits'] = ResolversParentTypes['MissingUnits']> = {
  asset?: Resolver<ResolversTypes['FixedAsset'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acquireFixedAsset?: Resolver<ResolversTypes['FixedAssetPayload'], ParentType, ContextType, RequireFields<MutationAcquireFixedAssetArgs, 'input'>>;
  activateAccount?: Resolver<ResolversTypes['AccountPayload'], ParentType, ContextType, RequireFields<MutationActivateAccountArgs, 'input'>>;
  addFixedAssetCost?: Resolver<ResolversTypes['FixedAssetPayload'], ParentType, ContextType, RequireFields<MutationAddFixedAssetCostArgs, 'input'>>;
  approveTransaction?: Resolver<ResolversTypes['TransactionPayload'], ParentType, ContextType, RequireFields<MutationApproveTransactionArgs, 'input'>>;
  cancelFixedAsset?: Resolver<ResolversTypes['FixedAssetPayload'], ParentType, ContextType, RequireFields<MutationCancelFixedAssetArgs, 'input'>>;
  cancelScheduledReversal?: Resolver<ResolversTypes['ReversingEntryPayload'], ParentType, ContextType, RequireFields<MutationCancelScheduledReversalArgs, 'input'>>;
  changeFixedAssetEstimate?: Resolver<ResolversTypes['FixedAssetPayload'], ParentType, ContextType, RequireFields<MutationChangeFixedAssetEstimateArgs, 'input'>>;
  changeRecurringEntry?: Resolver<ResolversTypes['RecurringEntryPayload'], ParentType, ContextType, RequireFields<MutationChangeRecurringEntryArgs, 'input'>>;
  changeSpread?: Resolver<ResolversTypes['SpreadPayload'], ParentType, ContextType, RequireFields<MutationChangeSpreadArgs, 'input'>>;
  chooseLedgerPostingAccount?: Resolver<ResolversTypes['LedgerPostingAccountPayload'], ParentType, ContextType, RequireFields<MutationChooseLedgerPostingAccountArgs, 'input'>>;
  closePeriod?: Resolver<ResolversTypes['PeriodPayload'], ParentType, ContextType, RequireFields<MutationClosePeriodArgs, 'input'>>;
  closeYear?: Resolver<ResolversTypes['YearPayload'], ParentType, ContextType, RequireFields<MutationCloseYearArgs, 'input'>>;
  createAccount?: Resolver<ResolversTypes['AccountPayload'], ParentType, ContextType, RequireFields<MutationCreateAccountArgs, 'input'>>;
  createAccrual?: Resolver<ResolversTypes['ReversingEntryPayload'], ParentType, ContextType, RequireFields<MutationCreateAccrualArgs, 'input'>>;
  createRecurringEntry?: Resolver<ResolversTypes['RecurringEntryPayload'], ParentType, ContextType, RequireFields<MutationCreateRecurringEntryArgs, 'input'>>;
  createSpread?: Resolver<ResolversTypes['SpreadPayload'], ParentType, ContextType, RequireFields<MutationCreateSpreadArgs, 'input'>>;
  createTransaction?: Resolver<ResolversTypes['TransactionPayload'], ParentType, ContextType, RequireFields<MutationCreateTransactionArgs, 'input'>>;
  deactivateAccount?: Resolver<ResolversTypes['AccountPayload'], ParentType, ContextType, RequireFields<MutationDeactivateAccountArgs, 'input'>>;
  deleteAccount?: Resolver<ResolversTypes['DeleteAccountPayload'], ParentType, ContextType, RequireFields<MutationDeleteAccountArgs, 'input'>>;
  disposeFixedAsset?: Resolver<ResolversTypes['FixedAssetPayload'], ParentType, ContextType, RequireFields<MutationDisposeFixedAssetArgs, 'input'>>;
  endRecurringEntry?: Resolver<ResolversTypes['RecurringEntryPayload'], ParentType, ContextType, RequireFields<MutationEndRecurringEntryArgs, 'input'>>;
  endSpread?: Resolver<ResolversTypes['SpreadPayload'], ParentType, ContextType, RequireFields<MutationEndSpreadArgs, 'input'>>;
  grantLockException?: Resolver<ResolversTypes['LockExceptionPayload'], ParentType, ContextType, RequireFields<MutationGrantLockExceptionArgs, 'input'>>;
  matchOpenItems?: Resolver<ResolversTypes['OpenItemMatchingPayload'], ParentType, ContextType, RequireFields<MutationMatchOpenItemsArgs, 'input'>>;
  openFiscalYear?: Resolver<ResolversTypes['FiscalYearPayload'], ParentType, ContextType, RequireFields<MutationOpenFiscalYearArgs, 'input'>>;
  postDueEntries?: Resolver<ResolversTypes['PostDueEntriesPayload'], ParentType, ContextType, RequireFields<MutationPostDueEntriesArgs, 'input'>>;
  postTransaction?: Resolver<ResolversTypes['TransactionPayload'], ParentType, ContextType, RequireFields<MutationPostTransactionArgs, 'input'>>;
  putFixedAssetIntoUse?: Resolver<ResolversTypes['FixedAssetPayload'], ParentType, ContextType, RequireFields<MutationPutFixedAssetIntoUseArgs, 'input'>>;
  recordFixedAssetUnits?: Resolver<ResolversTypes['FixedAssetPayload'], ParentType, ContextType, RequireFields<MutationRecordFixedAssetUnitsArgs, 'input'>>;
  recordReversingTransaction?: Resolver<ResolversTypes['ReversingEntryPayload'], ParentType, ContextType, RequireFields<MutationRecordReversingTransactionArgs, 'input'>>;
  recordTransaction?: Resolver<ResolversTypes['TransactionPayload'], ParentType, ContextType, RequireFields<MutationRecordTransactionArgs, 'input'>>;
  recordTransactions?: Resolver<ResolversTypes['RecordTransactionsPayload'], ParentType, ContextType, RequireFields<MutationRecordTransactionsArgs, 'input'>>;
  registerCurrency?: Resolver<ResolversTypes['CurrencyPayload'], ParentType, ContextType, RequireFields<MutationRegisterCurrencyArgs, 'input'>>;
  registerFixedAsset?: Resolver<ResolversTypes['FixedAssetPayload'], ParentType, ContextType, RequireFields<MutationRegisterFixedAssetArgs, 'input'>>;
  reopenPeriod?: Resolver<ResolversTypes['PeriodPayload'], ParentType, ContextType, RequireFields<MutationReopenPeriodArgs, 'input'>>;
  reopenYear?: Resolver<ResolversTypes['YearPayload'], ParentType, ContextType, RequireFields<MutationReopenYearArgs, 'input'>>;
  revalueForeignCurrency?: Resolver<ResolversTypes['RevaluationPayload'], ParentType, ContextType, RequireFields<MutationRevalueForeignCurrencyArgs, 'input'>>;
  reverseDepreciationRun?: Resolver<ResolversTypes['DepreciationRunPayload'], ParentType, ContextType, RequireFields<MutationReverseDepreciationRunArgs, 'input'>>;
  reverseFixedAssetDisposal?: Resolver<ResolversTypes['FixedAssetPayload'], ParentType, ContextType, RequireFields<MutationReverseFixedAssetDisposalArgs, 'input'>>;
  reverseRevaluation?: Resolver<ResolversTypes['RevaluationPayload'], ParentType, ContextType, RequireFields<MutationReverseRevaluationArgs, 'input'>>;
  reverseTransaction?: Resolver<ResolversTypes['TransactionPayload'], ParentType, ContextType, RequireFields<MutationReverseTransactionArgs, 'input'>>;
  revokeLockException?: Resolver<ResolversTypes['LockExceptionPayload'], ParentType, ContextType, RequireFields<MutationRevokeLockExceptionArgs, 'input'>>;
  runDepreciation?: Resolver<ResolversTypes['DepreciationRunPayload'], ParentType, ContextType, RequireFields<MutationRunDepreciationArgs, 'input'>>;
  scheduleReversal?: Resolver<ResolversTypes['ReversingEntryPayload'], ParentType, ContextType, RequireFields<MutationScheduleReversalArgs, 'input'>>;
  setExchangeRate?: Resolver<ResolversTypes['OwnExchangeRatePayload'], ParentType, ContextType, RequireFields<MutationSetExchangeRateArgs, 'input'>>;
  setFixedAssetClass?: Resolver<ResolversTypes['FixedAssetClassPayload'], ParentType, ContextType, RequireFields<MutationSetFixedAssetClassArgs, 'input'>>;
  setLockDate?: Resolver<ResolversTypes['LockDatePayload'], ParentType, ContextType, RequireFields<MutationSetLockDateArgs, 'input'>>;
  skipOccurrence?: Resolver<ResolversTypes['RecurringEntryPayload'], ParentType, ContextType, RequireFields<MutationSkipOccurrenceArgs, 'input'>>;
  transferFixedAsset?: Resolver<ResolversTypes['FixedAssetPayload'], ParentType, ContextType, RequireFields<MutationTransferFixedAssetArgs, 'input'>>;
  unmatchOpenItems?: Resolver<ResolversTypes['OpenItemMatchingPayload'], ParentType, ContextType, RequireFields<MutationUnmatchOpenItemsArgs, 'input'>>;
  updateAccount?: Resolver<ResolversTypes['AccountPayload'], ParentType, ContextType, RequireFields<MutationUpdateAccountArgs, 'input'>>;
  updateLedgerSettings?: Resolver<ResolversTypes['LedgerSettingsPayload'], ParentType, ContextType, RequireFields<MutationUpdateLedgerSettingsArgs, 'input'>>;
  withdrawExchangeRate?: Resolver<ResolversTypes['OwnExchangeRatePayload'], ParentType, ContextType, RequireFields<MutationWithdrawExchangeRateArgs, 'input'>>;
};

export type OpenItemResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['OpenItem'] = ResolversParentTypes['OpenItem']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  ageDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  counterparty?: Resolver<ResolversTypes['Counterparty'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  openGel?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  side?: Resolver<ResolversTypes['OpenItemSide'], ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type OpenItemConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['OpenItemConnection'] = ResolversParentTypes['OpenItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OpenItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OpenItemEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['OpenItemEdge'] = ResolversParentTypes['OpenItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OpenItem'], ParentType, ContextType>;
};

export type OpenItemMatchingResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['OpenItemMatching'] = ResolversParentTypes['OpenItemMatching']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  counterparty?: Resolver<ResolversTypes['Counterparty'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  differenceGel?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  differenceReversal?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  differenceTransaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['MatchedItem']>, ParentType, ContextType>;
  matchedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  matchedBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  unmatchReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unmatchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  unmatchedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type OpenItemMatchingPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['OpenItemMatchingPayload'] = ResolversParentTypes['OpenItemMatchingPayload']> = {
  matching?: Resolver<ResolversTypes['OpenItemMatching'], ParentType, ContextType>;
};

export type OwnExchangeRateResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['OwnExchangeRate'] = ResolversParentTypes['OwnExchangeRate']> = {
  changes?: Resolver<Array<ResolversTypes['OwnExchangeRateChange']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type OwnExchangeRateChangeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['OwnExchangeRateChange'] = ResolversParentTypes['OwnExchangeRateChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  published?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OwnExchangeRatePayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['OwnExchangeRatePayload'] = ResolversParentTypes['OwnExchangeRatePayload']> = {
  ownExchangeRate?: Resolver<ResolversTypes['OwnExchangeRate'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PeriodResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Period'] = ResolversParentTypes['Period'], FederationReferenceType extends FederationReferenceTypes['Period'] = FederationReferenceTypes['Period']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Period']> | FederationReferenceType, FederationReferenceType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['PeriodChange']>, ParentType, ContextType>;
  endsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PeriodStatus'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PeriodChangeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['PeriodChange'] = ResolversParentTypes['PeriodChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PeriodStatus'], ParentType, ContextType>;
};

export type PeriodPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['PeriodPayload'] = ResolversParentTypes['PeriodPayload']> = {
  period?: Resolver<ResolversTypes['Period'], ParentType, ContextType>;
};

export type PostDueEntriesPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['PostDueEntriesPayload'] = ResolversParentTypes['PostDueEntriesPayload']> = {
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  results?: Resolver<Array<ResolversTypes['PostedDueEntry']>, ParentType, ContextType>;
};

export type PostedDueEntryResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['PostedDueEntry'] = ResolversParentTypes['PostedDueEntry']> = {
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['TransactionError']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
};

export type ProposedItemResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['ProposedItem'] = ResolversParentTypes['ProposedItem']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['OpenItem'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType, Partial<QueryAccountArgs>>;
  accounts?: Resolver<ResolversTypes['AccountConnection'], ParentType, ContextType, Partial<QueryAccountsArgs>>;
  closeChecklist?: Resolver<Maybe<ResolversTypes['CloseChecklist']>, ParentType, ContextType, RequireFields<QueryCloseChecklistArgs, 'month' | 'year'>>;
  currencies?: Resolver<Array<ResolversTypes['Currency']>, ParentType, ContextType>;
  depreciationPreview?: Resolver<ResolversTypes['DepreciationPreview'], ParentType, ContextType, RequireFields<QueryDepreciationPreviewArgs, 'month' | 'year'>>;
  depreciationRun?: Resolver<Maybe<ResolversTypes['DepreciationRun']>, ParentType, ContextType, RequireFields<QueryDepreciationRunArgs, 'id'>>;
  depreciationRuns?: Resolver<ResolversTypes['DepreciationRunConnection'], ParentType, ContextType, Partial<QueryDepreciationRunsArgs>>;
  dueEntries?: Resolver<ResolversTypes['DueEntryConnection'], ParentType, ContextType, RequireFields<QueryDueEntriesArgs, 'until'>>;
  exchangeRate?: Resolver<Maybe<ResolversTypes['ExchangeRate']>, ParentType, ContextType, RequireFields<QueryExchangeRateArgs, 'currency' | 'date'>>;
  exchangeRates?: Resolver<Array<ResolversTypes['ExchangeRate']>, ParentType, ContextType, RequireFields<QueryExchangeRatesArgs, 'currency' | 'from' | 'to'>>;
  fiscalYear?: Resolver<Maybe<ResolversTypes['FiscalYear']>, ParentType, ContextType, RequireFields<QueryFiscalYearArgs, 'year'>>;
  fiscalYears?: Resolver<Array<ResolversTypes['FiscalYear']>, ParentType, ContextType>;
  fixedAsset?: Resolver<Maybe<ResolversTypes['FixedAsset']>, ParentType, ContextType, RequireFields<QueryFixedAssetArgs, 'id'>>;
  fixedAssetAgreement?: Resolver<Array<ResolversTypes['FixedAssetAgreement']>, ParentType, ContextType, Partial<QueryFixedAssetAgreementArgs>>;
  fixedAssetClasses?: Resolver<Array<ResolversTypes['FixedAssetClass']>, ParentType, ContextType>;
  fixedAssetMovements?: Resolver<Array<ResolversTypes['FixedAssetMovement']>, ParentType, ContextType, RequireFields<QueryFixedAssetMovementsArgs, 'from' | 'to'>>;
  fixedAssetMovementsFile?: Resolver<ResolversTypes['FixedAssetFile'], ParentType, ContextType, RequireFields<QueryFixedAssetMovementsFileArgs, 'format' | 'from' | 'language' | 'to'>>;
  fixedAssets?: Resolver<ResolversTypes['FixedAssetConnection'], ParentType, ContextType, Partial<QueryFixedAssetsArgs>>;
  fixedAssetsFile?: Resolver<ResolversTypes['FixedAssetFile'], ParentType, ContextType, RequireFields<QueryFixedAssetsFileArgs, 'asOf' | 'format' | 'language'>>;
  ledgerPostingAccounts?: Resolver<Array<ResolversTypes['LedgerPostingAccount']>, ParentType, ContextType>;
  ledgerSettings?: Resolver<ResolversTypes['LedgerSettings'], ParentType, ContextType>;
  ledgerVerification?: Resolver<ResolversTypes['LedgerVerification'], ParentType, ContextType>;
  lockDates?: Resolver<Array<ResolversTypes['LockDate']>, ParentType, ContextType>;
  lockExceptions?: Resolver<ResolversTypes['LockExceptionConnection'], ParentType, ContextType, Partial<QueryLockExceptionsArgs>>;
  matchingProposals?: Resolver<Array<ResolversTypes['MatchingProposal']>, ParentType, ContextType, RequireFields<QueryMatchingProposalsArgs, 'accountId' | 'counterpartyId'>>;
  openItemMatching?: Resolver<Maybe<ResolversTypes['OpenItemMatching']>, ParentType, ContextType, RequireFields<QueryOpenItemMatchingArgs, 'id'>>;
  openItems?: Resolver<ResolversTypes['OpenItemConnection'], ParentType, ContextType, Partial<QueryOpenItemsArgs>>;
  ownExchangeRates?: Resolver<Array<ResolversTypes['OwnExchangeRate']>, ParentType, ContextType, RequireFields<QueryOwnExchangeRatesArgs, 'currency' | 'from' | 'to'>>;
  periods?: Resolver<Array<ResolversTypes['Period']>, ParentType, ContextType, Partial<QueryPeriodsArgs>>;
  recurringEntries?: Resolver<ResolversTypes['RecurringEntryConnection'], ParentType, ContextType, Partial<QueryRecurringEntriesArgs>>;
  recurringEntry?: Resolver<Maybe<ResolversTypes['RecurringEntry']>, ParentType, ContextType, RequireFields<QueryRecurringEntryArgs, 'id'>>;
  revaluation?: Resolver<Maybe<ResolversTypes['Revaluation']>, ParentType, ContextType, RequireFields<QueryRevaluationArgs, 'id'>>;
  revaluationPreview?: Resolver<ResolversTypes['RevaluationPreview'], ParentType, ContextType, RequireFields<QueryRevaluationPreviewArgs, 'date'>>;
  revaluations?: Resolver<ResolversTypes['RevaluationConnection'], ParentType, ContextType, Partial<QueryRevaluationsArgs>>;
  reversingEntries?: Resolver<ResolversTypes['ReversingEntryConnection'], ParentType, ContextType, Partial<QueryReversingEntriesArgs>>;
  reversingEntry?: Resolver<Maybe<ResolversTypes['ReversingEntry']>, ParentType, ContextType, RequireFields<QueryReversingEntryArgs, 'id'>>;
  spread?: Resolver<Maybe<ResolversTypes['Spread']>, ParentType, ContextType, RequireFields<QuerySpreadArgs, 'id'>>;
  spreadBalances?: Resolver<Array<ResolversTypes['SpreadBalance']>, ParentType, ContextType, Partial<QuerySpreadBalancesArgs>>;
  spreads?: Resolver<ResolversTypes['SpreadConnection'], ParentType, ContextType, Partial<QuerySpreadsArgs>>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType, RequireFields<QueryTransactionArgs, 'id'>>;
  transactions?: Resolver<ResolversTypes['TransactionConnection'], ParentType, ContextType, Partial<QueryTransactionsArgs>>;
  trialBalance?: Resolver<ResolversTypes['TrialBalance'], ParentType, ContextType, RequireFields<QueryTrialBalanceArgs, 'asOf' | 'withoutYearEndClosing'>>;
};

export type RecordTransactionResultResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RecordTransactionResult'] = ResolversParentTypes['RecordTransactionResult']> = {
  error?: Resolver<Maybe<ResolversTypes['TransactionError']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
};

export type RecordTransactionsPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RecordTransactionsPayload'] = ResolversParentTypes['RecordTransactionsPayload']> = {
  results?: Resolver<Array<ResolversTypes['RecordTransactionResult']>, ParentType, ContextType>;
};

export type RecurrenceResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Recurrence'] = ResolversParentTypes['Recurrence']> = {
  day?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  every?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isLastDayOfMonth?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['RecurrenceUnit'], ParentType, ContextType>;
};

export type RecurringEntryResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RecurringEntry'] = ResolversParentTypes['RecurringEntry']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  dates?: Resolver<Array<ResolversTypes['Date']>, ParentType, ContextType, RequireFields<RecurringEntryDatesArgs, 'count'>>;
  endReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurrences?: Resolver<ResolversTypes['RecurringOccurrenceConnection'], ParentType, ContextType, Partial<RecurringEntryOccurrencesArgs>>;
  template?: Resolver<ResolversTypes['RecurringTemplate'], ParentType, ContextType>;
  versions?: Resolver<Array<ResolversTypes['RecurringTemplate']>, ParentType, ContextType>;
};

export type RecurringEntryConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RecurringEntryConnection'] = ResolversParentTypes['RecurringEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RecurringEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RecurringEntryEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RecurringEntryEdge'] = ResolversParentTypes['RecurringEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RecurringEntry'], ParentType, ContextType>;
};

export type RecurringEntryPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RecurringEntryPayload'] = ResolversParentTypes['RecurringEntryPayload']> = {
  recurringEntry?: Resolver<ResolversTypes['RecurringEntry'], ParentType, ContextType>;
};

export type RecurringOccurrenceResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RecurringOccurrence'] = ResolversParentTypes['RecurringOccurrence']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  doneAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  doneBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  skipReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecurringOccurrenceConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RecurringOccurrenceConnection'] = ResolversParentTypes['RecurringOccurrenceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RecurringOccurrenceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RecurringOccurrenceEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RecurringOccurrenceEdge'] = ResolversParentTypes['RecurringOccurrenceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RecurringOccurrence'], ParentType, ContextType>;
};

export type RecurringTemplateResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RecurringTemplate'] = ResolversParentTypes['RecurringTemplate']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entries?: Resolver<Array<ResolversTypes['RecurringTemplateEntry']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lastOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  madeBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['Recurrence'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecurringTemplateEntryResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RecurringTemplateEntry'] = ResolversParentTypes['RecurringTemplateEntry']> = {
  account?: Resolver<Maybe<ResolversTypes['Account']>, ParentType, ContextType>;
  accountCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  credit?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  debit?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dimensions?: Resolver<Array<ResolversTypes['Dimension']>, ParentType, ContextType>;
  exchangeRate?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type RevaluationResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Revaluation'] = ResolversParentTypes['Revaluation']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  gain?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOutdated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['RevaluationItem']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['RevaluationLine']>, ParentType, ContextType>;
  loss?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rates?: Resolver<Array<ResolversTypes['RevaluationRate']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  reversal?: Resolver<ResolversTypes['RevaluationReversal'], ParentType, ContextType>;
  reversalTransaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  withdrawReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  withdrawnBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type RevaluationConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RevaluationConnection'] = ResolversParentTypes['RevaluationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RevaluationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RevaluationEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RevaluationEdge'] = ResolversParentTypes['RevaluationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Revaluation'], ParentType, ContextType>;
};

export type RevaluationItemResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RevaluationItem'] = ResolversParentTypes['RevaluationItem']> = {
  carryingGel?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  differenceGel?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  revaluedGel?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  side?: Resolver<ResolversTypes['OpenItemSide'], ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type RevaluationLeftOutResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RevaluationLeftOut'] = ResolversParentTypes['RevaluationLeftOut']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  carryingGel?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['RevaluationLeftOutReason'], ParentType, ContextType>;
};

export type RevaluationLineResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RevaluationLine'] = ResolversParentTypes['RevaluationLine']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  carryingGel?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  differenceGel?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  revaluedGel?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type RevaluationPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RevaluationPayload'] = ResolversParentTypes['RevaluationPayload']> = {
  revaluation?: Resolver<ResolversTypes['Revaluation'], ParentType, ContextType>;
};

export type RevaluationPreviewResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RevaluationPreview'] = ResolversParentTypes['RevaluationPreview']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  gain?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  leftOut?: Resolver<Array<ResolversTypes['RevaluationLeftOut']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['RevaluationLine']>, ParentType, ContextType>;
  loss?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rates?: Resolver<Array<ResolversTypes['RevaluationRate']>, ParentType, ContextType>;
};

export type RevaluationRateResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['RevaluationRate'] = ResolversParentTypes['RevaluationRate']> = {
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['RevaluationRateSource']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ReversingEntryResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['ReversingEntry'] = ResolversParentTypes['ReversingEntry']> = {
  cancelReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cancelledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  cancelledBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReversingKind'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reversal?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  scheduledAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  scheduledBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReversingStatus'], ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type ReversingEntryConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['ReversingEntryConnection'] = ResolversParentTypes['ReversingEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReversingEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReversingEntryEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['ReversingEntryEdge'] = ResolversParentTypes['ReversingEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReversingEntry'], ParentType, ContextType>;
};

export type ReversingEntryPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['ReversingEntryPayload'] = ResolversParentTypes['ReversingEntryPayload']> = {
  reversingEntry?: Resolver<ResolversTypes['ReversingEntry'], ParentType, ContextType>;
};

export type SpreadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Spread'] = ResolversParentTypes['Spread']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  carriedFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dimensions?: Resolver<Array<ResolversTypes['Dimension']>, ParentType, ContextType>;
  fromAccount?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isOpen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SpreadKind'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['SpreadPart']>, ParentType, ContextType, RequireFields<SpreadPartsArgs, 'replaced'>>;
  plans?: Resolver<Array<ResolversTypes['SpreadPlan']>, ParentType, ContextType>;
  posted?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  toAccount?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
};

export type SpreadBalanceResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['SpreadBalance'] = ResolversParentTypes['SpreadBalance']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  carried?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type SpreadConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['SpreadConnection'] = ResolversParentTypes['SpreadConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SpreadEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SpreadEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['SpreadEdge'] = ResolversParentTypes['SpreadEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Spread'], ParentType, ContextType>;
};

export type SpreadPartResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['SpreadPart'] = ResolversParentTypes['SpreadPart']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plan?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remaining?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SpreadPartStatus'], ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
};

export type SpreadPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['SpreadPayload'] = ResolversParentTypes['SpreadPayload']> = {
  spread?: Resolver<ResolversTypes['Spread'], ParentType, ContextType>;
};

export type SpreadPlanResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['SpreadPlan'] = ResolversParentTypes['SpreadPlan']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  madeBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['SpreadMethod']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  toAccount?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TransactionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Transaction'] = ResolversParentTypes['Transaction'], FederationReferenceType extends FederationReferenceTypes['Transaction'] = FederationReferenceTypes['Transaction']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Transaction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  approvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  attachments?: Resolver<Array<ResolversTypes['Attachment']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entries?: Resolver<Array<ResolversTypes['Entry']>, ParentType, ContextType>;
  fiscalPeriod?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isYearEndAdjustment?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  postedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reversalReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reversedBy?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  reverses?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  seq?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['TransactionSource']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TransactionStatus'], ParentType, ContextType>;
  totalAmount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TransactionConnectionResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['TransactionConnection'] = ResolversParentTypes['TransactionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TransactionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TransactionEdgeResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['TransactionEdge'] = ResolversParentTypes['TransactionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type TransactionErrorResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['TransactionError'] = ResolversParentTypes['TransactionError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TransactionPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['TransactionPayload'] = ResolversParentTypes['TransactionPayload']> = {
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type TransactionSourceResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['TransactionSource'] = ResolversParentTypes['TransactionSource']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subgraph?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TrialBalanceResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['TrialBalance'] = ResolversParentTypes['TrialBalance']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['TrialBalanceRow']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totals?: Resolver<ResolversTypes['TrialBalanceTotals'], ParentType, ContextType>;
};

export type TrialBalanceRowResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['TrialBalanceRow'] = ResolversParentTypes['TrialBalanceRow']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  closing?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  opening?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type TrialBalanceTotalsResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['TrialBalanceTotals'] = ResolversParentTypes['TrialBalanceTotals']> = {
  closingCredit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  closingDebit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  openingCredit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  openingDebit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type TurnoverResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['Turnover'] = ResolversParentTypes['Turnover']> = {
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type YearPayloadResolvers<ContextType = LedgerContext, ParentType extends ResolversParentTypes['YearPayload'] = ResolversParentTypes['YearPayload']> = {
  fiscalYear?: Resolver<ResolversTypes['FiscalYear'], ParentType, ContextType>;
};

export type Resolvers<ContextType = LedgerContext> = {
  Account?: AccountResolvers<ContextType>;
  AccountConnection?: AccountConnectionResolvers<ContextType>;
  AccountEdge?: AccountEdgeResolvers<ContextType>;
  AccountHistoryConnection?: AccountHistoryConnectionResolvers<ContextType>;
  AccountHistoryEdge?: AccountHistoryEdgeResolvers<ContextType>;
  AccountHistoryLine?: AccountHistoryLineResolvers<ContextType>;
  AccountPayload?: AccountPayloadResolvers<ContextType>;
  Attachment?: AttachmentResolvers<ContextType>;
  BrokenEvent?: BrokenEventResolvers<ContextType>;
  ChecklistItem?: ChecklistItemResolvers<ContextType>;
  CloseChecklist?: CloseChecklistResolvers<ContextType>;
  Company?: CompanyResolvers<ContextType>;
  Counterparty?: CounterpartyResolvers<ContextType>;
  Currency?: CurrencyResolvers<ContextType>;
  CurrencyBalance?: CurrencyBalanceResolvers<ContextType>;
  CurrencyPayload?: CurrencyPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DeleteAccountPayload?: DeleteAccountPayloadResolvers<ContextType>;
  DepreciationLine?: DepreciationLineResolvers<ContextType>;
  DepreciationPreview?: DepreciationPreviewResolvers<ContextType>;
  DepreciationRun?: DepreciationRunResolvers<ContextType>;
  DepreciationRunConnection?: DepreciationRunConnectionResolvers<ContextType>;
  DepreciationRunEdge?: DepreciationRunEdgeResolvers<ContextType>;
  DepreciationRunPayload?: DepreciationRunPayloadResolvers<ContextType>;
  Dimension?: DimensionResolvers<ContextType>;
  DueEntry?: DueEntryResolvers<ContextType>;
  DueEntryConnection?: DueEntryConnectionResolvers<ContextType>;
  DueEntryEdge?: DueEntryEdgeResolvers<ContextType>;
  Entry?: EntryResolvers<ContextType>;
  ExchangeRate?: ExchangeRateResolvers<ContextType>;
  FiscalYear?: FiscalYearResolvers<ContextType>;
  FiscalYearChange?: FiscalYearChangeResolvers<ContextType>;
  FiscalYearPayload?: FiscalYearPayloadResolvers<ContextType>;
  FixedAsset?: FixedAssetResolvers<ContextType>;
  FixedAssetAgreement?: FixedAssetAgreementResolvers<ContextType>;
  FixedAssetChange?: FixedAssetChangeResolvers<ContextType>;
  FixedAssetClass?: FixedAssetClassResolvers<ContextType>;
  FixedAssetClassPayload?: FixedAssetClassPayloadResolvers<ContextType>;
  FixedAssetConnection?: FixedAssetConnectionResolvers<ContextType>;
  FixedAssetDifference?: FixedAssetDifferenceResolvers<ContextType>;
  FixedAssetEdge?: FixedAssetEdgeResolvers<ContextType>;
  FixedAssetFile?: FixedAssetFileResolvers<ContextType>;
  FixedAssetMonth?: FixedAssetMonthResolvers<ContextType>;
  FixedAssetMovement?: FixedAssetMovementResolvers<ContextType>;
  FixedAssetPayload?: FixedAssetPayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LedgerDifference?: LedgerDifferenceResolvers<ContextType>;
  LedgerPostingAccount?: LedgerPostingAccountResolvers<ContextType>;
  LedgerPostingAccountPayload?: LedgerPostingAccountPayloadResolvers<ContextType>;
  LedgerSettings?: LedgerSettingsResolvers<ContextType>;
  LedgerSettingsPayload?: LedgerSettingsPayloadResolvers<ContextType>;
  LedgerVerification?: LedgerVerificationResolvers<ContextType>;
  LockDate?: LockDateResolvers<ContextType>;
  LockDateChange?: LockDateChangeResolvers<ContextType>;
  LockDatePayload?: LockDatePayloadResolvers<ContextType>;
  LockException?: LockExceptionResolvers<ContextType>;
  LockExceptionConnection?: LockExceptionConnectionResolvers<ContextType>;
  LockExceptionEdge?: LockExceptionEdgeResolvers<ContextType>;
  LockExceptionPayload?: LockExceptionPayloadResolvers<ContextType>;
  MatchedItem?: MatchedItemResolvers<ContextType>;
  MatchingProposal?: MatchingProposalResolvers<ContextType>;
  MissingUnits?: MissingUnitsResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OpenItem?: OpenItemResolvers<ContextType>;
  OpenItemConnection?: OpenItemConnectionResolvers<ContextType>;
  OpenItemEdge?: OpenItemEdgeResolvers<ContextType>;
  OpenItemMatching?: OpenItemMatchingResolvers<ContextType>;
  OpenItemMatchingPayload?: OpenItemMatchingPayloadResolvers<ContextType>;
  OwnExchangeRate?: OwnExchangeRateResolvers<ContextType>;
  OwnExchangeRateChange?: OwnExchangeRateChangeResolvers<ContextType>;
  OwnExchangeRatePayload?: OwnExchangeRatePayloadResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Period?: PeriodResolvers<ContextType>;
  PeriodChange?: PeriodChangeResolvers<ContextType>;
  PeriodPayload?: PeriodPayloadResolvers<ContextType>;
  PostDueEntriesPayload?: PostDueEntriesPayloadResolvers<ContextType>;
  PostedDueEntry?: PostedDueEntryResolvers<ContextType>;
  ProposedItem?: ProposedItemResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordTransactionResult?: RecordTransactionResultResolvers<ContextType>;
  RecordTransactionsPayload?: RecordTransactionsPayloadResolvers<ContextType>;
  Recurrence?: RecurrenceResolvers<ContextType>;
  RecurringEntry?: RecurringEntryResolvers<ContextType>;
  RecurringEntryConnection?: RecurringEntryConnectionResolvers<ContextType>;
  RecurringEntryEdge?: RecurringEntryEdgeResolvers<ContextType>;
  RecurringEntryPayload?: RecurringEntryPayloadResolvers<ContextType>;
  RecurringOccurrence?: RecurringOccurrenceResolvers<ContextType>;
  RecurringOccurrenceConnection?: RecurringOccurrenceConnectionResolvers<ContextType>;
  RecurringOccurrenceEdge?: RecurringOccurrenceEdgeResolvers<ContextType>;
  RecurringTemplate?: RecurringTemplateResolvers<ContextType>;
  RecurringTemplateEntry?: RecurringTemplateEntryResolvers<ContextType>;
  Revaluation?: RevaluationResolvers<ContextType>;
  RevaluationConnection?: RevaluationConnectionResolvers<ContextType>;
  RevaluationEdge?: RevaluationEdgeResolvers<ContextType>;
  RevaluationItem?: RevaluationItemResolvers<ContextType>;
  RevaluationLeftOut?: RevaluationLeftOutResolvers<ContextType>;
  RevaluationLine?: RevaluationLineResolvers<ContextType>;
  RevaluationPayload?: RevaluationPayloadResolvers<ContextType>;
  RevaluationPreview?: RevaluationPreviewResolvers<ContextType>;
  RevaluationRate?: RevaluationRateResolvers<ContextType>;
  ReversingEntry?: ReversingEntryResolvers<ContextType>;
  ReversingEntryConnection?: ReversingEntryConnectionResolvers<ContextType>;
  ReversingEntryEdge?: ReversingEntryEdgeResolvers<ContextType>;
  ReversingEntryPayload?: ReversingEntryPayloadResolvers<ContextType>;
  Spread?: SpreadResolvers<ContextType>;
  SpreadBalance?: SpreadBalanceResolvers<ContextType>;
  SpreadConnection?: SpreadConnectionResolvers<ContextType>;
  SpreadEdge?: SpreadEdgeResolvers<ContextType>;
  SpreadPart?: SpreadPartResolvers<ContextType>;
  SpreadPayload?: SpreadPayloadResolvers<ContextType>;
  SpreadPlan?: SpreadPlanResolvers<ContextType>;
  Transaction?: TransactionResolvers<ContextType>;
  TransactionConnection?: TransactionConnectionResolvers<ContextType>;
  TransactionEdge?: TransactionEdgeResolvers<ContextType>;
  TransactionError?: TransactionErrorResolvers<ContextType>;
  TransactionPayload?: TransactionPayloadResolvers<ContextType>;
  TransactionSource?: TransactionSourceResolvers<ContextType>;
  TrialBalance?: TrialBalanceResolvers<ContextType>;
  TrialBalanceRow?: TrialBalanceRowResolvers<ContextType>;
  TrialBalanceTotals?: TrialBalanceTotalsResolvers<ContextType>;
  Turnover?: TurnoverResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  YearPayload?: YearPayloadResolvers<ContextType>;
};

