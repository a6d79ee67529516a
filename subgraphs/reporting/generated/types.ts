import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AccountRef, CounterpartyRef, TransactionRef } from '../foreign.ts';
import type { ShownTurnover, TurnoverLine } from '../general-ledger/turnover.ts';
import type { ConsolidationGroup as StoredGroup } from '../consolidation/groups.ts';
import type { ShownMember } from '../consolidation/shown.ts';
import type { CountedMember, GroupStatement } from '../consolidation/statement.ts';
import type { GroupLine, Across } from '../consolidation/columns.ts';
import type { GroupEquity, GroupEquityChange, GroupEquityComponent } from '../consolidation/equity.ts';
import type { IntraGroupDifference } from '../consolidation/differences.ts';
import type { ShownStretch, ShownFlow } from '../cash-forecast/shown.ts';
import type { ActAccount, Act } from '../counterparties/reconciliation.ts';
import type { Pair } from '../general-ledger/corresponding.ts';
import type { AgedRow } from '../counterparties/aged.ts';
import type { CardEntry } from '../general-ledger/entries.ts';
import type { ShownFile } from '../exports/queries.ts';
import type { FileProgressRow } from '../file-progress/queries.ts';
import type { Card } from '../general-ledger/queries.ts';
import type { BudgetRow } from '../budgets/queries.ts';
import type { DigitShare, ShownBenford } from '../analysis/benford.ts';
import type { MarginOfValue, MonthOfResult } from '../analysis/queries.ts';
import type { Ratio } from '../analysis/ratios.ts';
import type { ShownBalanceSheet, ShownCashFlows, ShownEquityChange, ShownIncomeStatement, ShownEquityChanges } from '../statements/shown.ts';
import type { CashFlowFigure, CashFlowSum, EquityFigure } from '../statements/queries.ts';
import type { Check } from '../statements/checks.ts';
import type { EntryRow } from '../statements/entries.ts';
import type { FigureAccount, FigureLine } from '../statements/sheet.ts';
import type { StatementLine as LineOfStatement } from '../mappings/line.ts';
import type { MappedAccount } from '../mappings/resolvers.ts';
import type { ReportingContext } from '../context.ts';
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

/** An account of the chart, resolved by the ledger. */
export type Account = {
  __typename?: 'Account';
  /** Identifier of the account. */
  id: Scalars['ID']['output'];
};

/** What is planned for an account in a year. */
export type AccountBudget = {
  __typename?: 'AccountBudget';
  /** The account. */
  account: Account;
  /** Twelve amounts in GEL, January first, positive on the side on which accounts of the kind grow. */
  months: Array<Scalars['Decimal']['output']>;
  /** GEL of the year. */
  total: Scalars['Decimal']['output'];
  /** The year. */
  year: Scalars['Int']['output'];
};

/** An account over a span: what was there before, each entry, and what is there at the end. Amounts are GEL. */
export type AccountCard = {
  __typename?: 'AccountCard';
  /** The account. */
  account: Account;
  /** Debit minus credit at the end of the last day. */
  closing: Scalars['Decimal']['output'];
  /** Code of the account. */
  code: Scalars['String']['output'];
  /** Sum of credits. */
  credit: Scalars['Decimal']['output'];
  /** Sum of debits. */
  debit: Scalars['Decimal']['output'];
  /** Entries of the span. A page late in a long history costs as little as the first. */
  entries: AccountCardEntryConnection;
  /** First day counted. */
  from: Scalars['Date']['output'];
  /** Name of the account in the language asked for. */
  name: Scalars['String']['output'];
  /** Debit minus credit before the first day. */
  opening: Scalars['Decimal']['output'];
  /** Number of the last posting that is counted, in every figure of the card and in its entries on every page. */
  seq: Scalars['Int']['output'];
  /** Last day counted. */
  to: Scalars['Date']['output'];
};


/** An account over a span: what was there before, each entry, and what is there at the end. Amounts are GEL. */
export type AccountCardEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** An account over a span: what was there before, each entry, and what is there at the end. Amounts are GEL. */
export type AccountCardNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** An entry of an account, with the balance after it. */
export type AccountCardEntry = {
  __typename?: 'AccountCardEntry';
  /** Account of the entry. */
  account: Account;
  /** Debit minus credit of the account after the entry, in GEL: of what is listed, when entries are left out by a filter. */
  balance: Scalars['Decimal']['output'];
  /** With whom. */
  counterparty: Maybe<Counterparty>;
  /** GEL, when it is a credit. */
  credit: Scalars['Decimal']['output'];
  /** Currency of the entry. */
  currency: Scalars['String']['output'];
  /** Debit minus credit in the currency of the entry. */
  currencyAmount: Scalars['Decimal']['output'];
  /** Transaction date. */
  date: Scalars['Date']['output'];
  /** GEL, when it is a debit. */
  debit: Scalars['Decimal']['output'];
  /** Description of the entry, else of its transaction. */
  description: Scalars['String']['output'];
  /** Number of the entry within its transaction, from 1. */
  line: Scalars['Int']['output'];
  /** Number of the posting. */
  seq: Scalars['Int']['output'];
  /** The document that the transaction was recorded for. */
  source: Maybe<EntrySource>;
  /** Transaction that the entry belongs to. */
  transaction: Transaction;
};

/** Entries of an account in the order of their dates, then of posting. */
export type AccountCardEntryConnection = {
  __typename?: 'AccountCardEntryConnection';
  /** The entries of the page. */
  edges: Array<AccountCardEntryEdge>;
  /** Whether more follow. */
  pageInfo: PageInfo;
};

/** A place in a list of entries. */
export type AccountCardEntryEdge = {
  __typename?: 'AccountCardEntryEdge';
  /** Pass it as `after` to go on behind this entry. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: AccountCardEntry;
};

/** What the age of a charge is counted from. */
export type AgeBasis =
  /** The day by which it is to be paid: the transaction date and the days of `paymentTerms`. */
  | 'DUE_DATE'
  /** The day of the transaction. */
  | 'TRANSACTION_DATE';

/**
 * What one counterparty owes on one account, by age. What was paid settled the oldest first, so what is open are the latest
 * charges; the age is that of their transaction date, or the days by which they are late. Amounts are GEL, positive when they are owed.
 */
export type AgedBalance = {
  __typename?: 'AgedBalance';
  /** The account. */
  account: Account;
  /** All of it. */
  balance: Scalars['Decimal']['output'];
  /** Code of the account. */
  code: Scalars['String']['output'];
  /** Who owes, or is owed; null for entries that name nobody. */
  counterparty: Maybe<Counterparty>;
  /** Charged up to 30 days before; by due date: 1 to 30 days late, and so on. */
  days0To30: Scalars['Decimal']['output'];
  /** Charged 31 to 60 days before. */
  days31To60: Scalars['Decimal']['output'];
  /** Charged 61 to 90 days before. */
  days61To90: Scalars['Decimal']['output'];
  /** By due date: not due yet. By transaction date nothing. */
  notDue: Scalars['Decimal']['output'];
  /** Charged more than 90 days before. */
  over90: Scalars['Decimal']['output'];
  /** What was paid beyond all charges, negative. */
  prepaid: Scalars['Decimal']['output'];
};

/** A place in a list of aged debts. */
export type AgedBalanceEdge = {
  __typename?: 'AgedBalanceEdge';
  /** Pass it as `after` to go on behind this row. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: AgedBalance;
};

/** Debts by age, in the order of accounts; sums are those of all rows, not only of the page. */
export type AgedBalances = {
  __typename?: 'AgedBalances';
  /** Accounts that are looked at. */
  accounts: Array<Account>;
  /** The day at whose end they are looked at. */
  asOf: Scalars['Date']['output'];
  /** All of it. */
  balance: Scalars['Decimal']['output'];
  /** What must hold between the figures. */
  checks: Array<ReportCheck>;
  /** Charged up to 30 days before; by due date: 1 to 30 days late, and so on. */
  days0To30: Scalars['Decimal']['output'];
  /** Charged 31 to 60 days before. */
  days31To60: Scalars['Decimal']['output'];
  /** Charged 61 to 90 days before. */
  days61To90: Scalars['Decimal']['output'];
  /** The rows of the page. */
  edges: Array<AgedBalanceEdge>;
  /** By due date: not due yet. By transaction date nothing. */
  notDue: Scalars['Decimal']['output'];
  /** Charged more than 90 days before. */
  over90: Scalars['Decimal']['output'];
  /** Whether more follow. */
  pageInfo: PageInfo;
  /** What was paid beyond all charges, negative. */
  prepaid: Scalars['Decimal']['output'];
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
};

/** Statement of financial position (IAS 1.54). */
export type BalanceSheet = {
  __typename?: 'BalanceSheet';
  /** Last day counted. */
  asOf: Scalars['Date']['output'];
  /** What must hold between the figures. */
  checks: Array<ReportCheck>;
  /** Last day of the comparative. */
  compareTo: Maybe<Scalars['Date']['output']>;
  /** Currency that amounts are in; entries behind them are GEL. */
  currency: Scalars['String']['output'];
  /** Lines in the order in which they are read. */
  lines: Array<StatementLine>;
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
  /** Standard by which it is drawn up. */
  standard: ReportingStandard;
};

/** How well first digits follow Benford's law, by the mean absolute deviation (Nigrini). */
export type BenfordConformity =
  /** At most 0.012. */
  | 'ACCEPTABLE'
  /** At most 0.006. */
  | 'CLOSE'
  /** At most 0.015. */
  | 'MARGINAL'
  /** More: worth a look at where they come from. */
  | 'NONE'
  /** Fewer than 300 amounts: nothing can be said. */
  | 'TOO_FEW';

/** Share of a first digit. */
export type BenfordDigit = {
  __typename?: 'BenfordDigit';
  /** Amounts that begin with it. */
  count: Scalars['Int']['output'];
  /** 1–9. */
  digit: Scalars['Int']['output'];
  /** The share by Benford's law in percent, two decimals. */
  expected: Scalars['Decimal']['output'];
  /** Their share in percent, two decimals. */
  observed: Scalars['Decimal']['output'];
};

/** First digits of amounts held against Benford's law. */
export type BenfordTest = {
  __typename?: 'BenfordTest';
  /** What that means. */
  conformity: BenfordConformity;
  /** Mean absolute deviation of the shares, six decimals. */
  deviation: Scalars['Decimal']['output'];
  /** Digits 1–9. */
  digits: Array<BenfordDigit>;
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
  /** Amounts that were looked at. */
  total: Scalars['Int']['output'];
};

/** How far reporting has read the company's books. */
export type BooksRead = {
  __typename?: 'BooksRead';
  /** First transaction date in the books. */
  firstDate: Maybe<Scalars['Date']['output']>;
  /** Last transaction date in the books. */
  lastDate: Maybe<Scalars['Date']['output']>;
  /** When that posting was recorded. */
  recordedAt: Maybe<Scalars['DateTime']['output']>;
  /** Number of the last posting that is counted; 0 while nothing is. */
  seq: Scalars['Int']['output'];
};

/** Budget and actual figures. */
export type BudgetComparison = {
  __typename?: 'BudgetComparison';
  /** GEL of profit that came of it. */
  actualProfit: Scalars['Decimal']['output'];
  /** GEL of profit that were planned. */
  plannedProfit: Scalars['Decimal']['output'];
  /** Accounts of profit or loss with a budget or a turnover, by code. */
  rows: Array<BudgetComparisonRow>;
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
};

/** An account that was planned for, or used. */
export type BudgetComparisonRow = {
  __typename?: 'BudgetComparisonRow';
  /** The account. */
  account: Account;
  /** GEL that came of it. */
  actual: Scalars['Decimal']['output'];
  /** GEL that were planned. */
  budget: Scalars['Decimal']['output'];
  /** What the variance does to profit: more income or less expense is positive. */
  effectOnProfit: Scalars['Decimal']['output'];
  /** Actual in percent of the budget, two decimals; null where nothing was planned. */
  percent: Maybe<Scalars['Decimal']['output']>;
  /** Actual minus budget. */
  variance: Scalars['Decimal']['output'];
};

/** What a flow of cash is for (IAS 7.10). */
export type CashFlowActivity =
  /** No flow: the worth of foreign cash changed. */
  | 'EXCHANGE'
  /** Owners and lenders. */
  | 'FINANCING'
  /** Long-lived assets and investments. */
  | 'INVESTING'
  /** The business itself. */
  | 'OPERATING'
  /** No flow of the dimension asked for: cash moved with another value of it than what it was paid for. */
  | 'OUTSIDE';

/** How operating flows of cash are shown (IAS 7.18). */
export type CashFlowMethod =
  /** What came in and what went out. */
  | 'DIRECT'
  /** How profit became cash. */
  | 'INDIRECT';

/** Statement of cash flows (IAS 7). */
export type CashFlowStatement = {
  __typename?: 'CashFlowStatement';
  /** What must hold between the figures, then the same of the comparative. */
  checks: Array<ReportCheck>;
  /** Cash and cash equivalents at the end of the last day. */
  closing: Scalars['Decimal']['output'];
  /** Those at the end of the last day of the comparative; null without one. */
  comparativeClosing: Maybe<Scalars['Decimal']['output']>;
  /** Those before the first day of the comparative; null without one. */
  comparativeOpening: Maybe<Scalars['Decimal']['output']>;
  /** First day of the comparative. */
  compareFrom: Maybe<Scalars['Date']['output']>;
  /** Last day of the comparative. */
  compareTo: Maybe<Scalars['Date']['output']>;
  /** First day counted. */
  from: Scalars['Date']['output'];
  /** Lines in the order in which they are read. */
  lines: Array<CashFlowStatementLine>;
  /** How operating flows are shown. */
  method: CashFlowMethod;
  /** Cash and cash equivalents before the first day. */
  opening: Scalars['Decimal']['output'];
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
  /** Last day counted. */
  to: Scalars['Date']['output'];
  /** Sums of the activities. */
  totals: Array<CashFlowTotal>;
};

/** A line of the statement of cash flows; what comes in is positive. */
export type CashFlowStatementLine = {
  __typename?: 'CashFlowStatementLine';
  /** Accounts on the other side of the flows, with their part. */
  accounts: Array<StatementAccount>;
  /** What the flow is for. */
  activity: CashFlowActivity;
  /** GEL. */
  amount: Scalars['Decimal']['output'];
  /** Code of the line. */
  code: Scalars['String']['output'];
  /** The same of the comparative; null without one. */
  comparative: Maybe<Scalars['Decimal']['output']>;
  /** Name of the line in the language asked for. */
  name: Scalars['String']['output'];
  /** The step from profit to cash; null for lines of the direct method. */
  step: Maybe<CashFlowStep>;
  /** Amount minus comparative; null without one. */
  variance: Maybe<Scalars['Decimal']['output']>;
};


/** A line of the statement of cash flows; what comes in is positive. */
export type CashFlowStatementLineNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** What kind of step an operating flow by the indirect method is. */
export type CashFlowStep =
  /** Part of profit that belongs to another activity. */
  | 'ELSEWHERE'
  /** Part of profit that met long-lived or financing accounts and no cash, such as depreciation. */
  | 'NON_CASH'
  /** Profit for the period, where the way begins. */
  | 'PROFIT'
  /** What working capital took up, or gave back. */
  | 'WORKING_CAPITAL';

/** Sum of an activity. */
export type CashFlowTotal = {
  __typename?: 'CashFlowTotal';
  /** What the flows are for. */
  activity: CashFlowActivity;
  /** GEL. */
  amount: Scalars['Decimal']['output'];
  /** The same of the comparative; null without one. */
  comparative: Maybe<Scalars['Decimal']['output']>;
  /** Amount minus comparative; null without one. */
  variance: Maybe<Scalars['Decimal']['output']>;
};

/** What cash is expected to come to. */
export type CashForecast = {
  __typename?: 'CashForecast';
  /** GEL of cash at the end of the last day. */
  closing: Scalars['Decimal']['output'];
  /** First day. */
  from: Scalars['Date']['output'];
  /** GEL on the day on which least is left: the least closing of all stretches. */
  lowest: Scalars['Decimal']['output'];
  /** GEL of cash before the first day, by the books. */
  opening: Scalars['Decimal']['output'];
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
  /** Weeks or months in order. */
  stretches: Array<CashForecastStretch>;
  /** Last day. */
  to: Scalars['Date']['output'];
};

/** Cash that is expected. */
export type CashForecastItem = {
  __typename?: 'CashForecastItem';
  /** Account on which it stands; for taxes the first of those on their card. */
  account: Account;
  /** GEL; in is positive. */
  amount: Scalars['Decimal']['output'];
  /** With whom. */
  counterparty: Maybe<Counterparty>;
  /** Description of the transaction or of the recurring entry; null for a balance. */
  description: Maybe<Scalars['String']['output']>;
  /** By when it is to be paid. */
  due: Scalars['Date']['output'];
  /** Whether nobody said by when: then it is the first day. */
  isAssumed: Scalars['Boolean']['output'];
  /** Whether the day has passed. */
  isOverdue: Scalars['Boolean']['output'];
  /** Where it is known from. */
  kind: CashForecastKind;
  /** The recurring entry whose occurrence it is; the ledger answers `recurringEntry` of it. Null for all else. */
  recurringEntryId: Maybe<Scalars['ID']['output']>;
  /** The transaction that it is open of, or that an occurrence was posted by on a later day; null for what is neither. */
  transaction: Maybe<Transaction>;
};

/** Flows of a stretch, by their days. */
export type CashForecastItemConnection = {
  __typename?: 'CashForecastItemConnection';
  /** The flows of the page. */
  edges: Array<CashForecastItemEdge>;
  /** Whether more follow. */
  pageInfo: PageInfo;
};

/** A place in the list of flows. */
export type CashForecastItemEdge = {
  __typename?: 'CashForecastItemEdge';
  /** Pass it as `after` to go on behind this flow. */
  cursor: Scalars['String']['output'];
  /** The flow. */
  node: CashForecastItem;
};

/** Where a flow of cash is known from. */
export type CashForecastKind =
  /** Dividends that are owed; due at once. */
  | 'DIVIDENDS'
  /** Pay that is owed; due at once, since the books do not say by when. */
  | 'EMPLOYEES'
  /** Interest that is owed; due at once. */
  | 'INTEREST'
  /** What is owed to suppliers, by their terms of payment. */
  | 'PAYABLE'
  /** What customers owe, by their terms of payment. */
  | 'RECEIVABLE'
  /** Occurrences of recurring entries that move cash, on their days; those that were due and not posted are overdue. */
  | 'RECURRING'
  /** The card of taxes: what was charged before the month of the day falls due in it, what was charged in it in the next one. */
  | 'TAXES';

/** A stretch of the forecast. */
export type CashForecastStretch = {
  __typename?: 'CashForecastStretch';
  /** GEL of cash at the end of the last day. */
  closing: Scalars['Decimal']['output'];
  /** GEL that come in. */
  comesIn: Scalars['Decimal']['output'];
  /** First day. */
  from: Scalars['Date']['output'];
  /** GEL that go out. */
  goesOut: Scalars['Decimal']['output'];
  /** What the figures are made of; what is overdue stands in the first stretch. */
  items: CashForecastItemConnection;
  /** GEL of cash before the first day. */
  opening: Scalars['Decimal']['output'];
  /** What comes in and goes out, by where it is known from. */
  sums: Array<CashForecastSum>;
  /** Last day. */
  to: Scalars['Date']['output'];
};


/** A stretch of the forecast. */
export type CashForecastStretchItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Flows of one kind in a stretch. */
export type CashForecastSum = {
  __typename?: 'CashForecastSum';
  /** GEL that come in. */
  comesIn: Scalars['Decimal']['output'];
  /** GEL that go out. */
  goesOut: Scalars['Decimal']['output'];
  /** Where they are known from. */
  kind: CashForecastKind;
  /** GEL of it that is overdue, in less out. */
  overdue: Scalars['Decimal']['output'];
};

/** Which group of whom may read the books. */
export type ConsentToConsolidationInput = {
  /** Identifier of the group. */
  groupId: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the company that leads it. */
  parentId: Scalars['ID']['input'];
};

/** Amounts across, in the currency of the statement. */
export type ConsolidatedAmount = {
  __typename?: 'ConsolidatedAmount';
  /** What the group had in the comparative; null without one. */
  comparative: Maybe<Scalars['Decimal']['output']>;
  /** What is eliminated. */
  eliminations: Scalars['Decimal']['output'];
  /** What the group has. */
  group: Scalars['Decimal']['output'];
  /** What each company has, in the order of `companies`. */
  members: Array<Scalars['Decimal']['output']>;
  /** What the group has less what it had; null without a comparative. */
  variance: Maybe<Scalars['Decimal']['output']>;
};

/** Statement of changes in equity of a group (IAS 1.106). */
export type ConsolidatedChangesInEquity = {
  __typename?: 'ConsolidatedChangesInEquity';
  /** What must hold between the figures. */
  checks: Array<ReportCheck>;
  /** Companies that are added up, the one that leads the group first. */
  companies: Array<ConsolidatedCompany>;
  /** Components in the order of the statement of financial position; non-controlling interests are the last. */
  components: Array<ConsolidatedEquityComponent>;
  /** Currency that amounts are in. */
  currency: Scalars['String']['output'];
  /** All components but non-controlling interests. */
  ofOwners: ConsolidatedEquityComponent;
  /** Every two companies with something between them in profit or loss, or on the last day. */
  pairs: Array<IntraGroupPair>;
  /** All components. */
  total: ConsolidatedEquityComponent;
};

/** A company whose statement is added up. */
export type ConsolidatedCompany = {
  __typename?: 'ConsolidatedCompany';
  /** Identifier of the company. */
  companyId: Scalars['ID']['output'];
  /** Name of the company in the language asked for. */
  name: Scalars['String']['output'];
  /** Percent that the group owns, four decimals; 100 of the company that leads it. */
  ownership: Scalars['Decimal']['output'];
  /** Number of its last posting that is counted. */
  seq: Scalars['Int']['output'];
  /** Identification code, by which the others know it; without it nothing between them and it is found. */
  taxId: Maybe<Scalars['String']['output']>;
};


/** A company whose statement is added up. */
export type ConsolidatedCompanyNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** One kind of change of a component of the equity of a group. */
export type ConsolidatedEquityChange = {
  __typename?: 'ConsolidatedEquityChange';
  /** What the change is; an increase of equity is positive. */
  amount: ConsolidatedAmount;
  /** Code of the kind. */
  code: Scalars['String']['output'];
  /** Name in the language asked for. */
  name: Scalars['String']['output'];
};


/** One kind of change of a component of the equity of a group. */
export type ConsolidatedEquityChangeNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** A component of the equity of a group over a span. */
export type ConsolidatedEquityComponent = {
  __typename?: 'ConsolidatedEquityComponent';
  /** Kinds of change in one order for all components: those of a company with zeros, those that only a group has where there are any. */
  changes: Array<ConsolidatedEquityChange>;
  /** At the end of the last day. */
  closing: ConsolidatedAmount;
  /** Code of its line in the statement of financial position of the group. */
  code: Scalars['String']['output'];
  /** Name in the language asked for. */
  name: Scalars['String']['output'];
  /** Before the first day. */
  opening: ConsolidatedAmount;
};


/** A component of the equity of a group over a span. */
export type ConsolidatedEquityComponentNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** A line of the statement of a group. Amounts are in the currency of the statement. */
export type ConsolidatedLine = {
  __typename?: 'ConsolidatedLine';
  /** What a flow of cash is for; null on other statements. */
  activity: Maybe<CashFlowActivity>;
  /** Code of the line within its statement, the same in every language. */
  code: Scalars['String']['output'];
  /** What the group had in the comparative; null for a heading, and without one. */
  comparative: Maybe<Scalars['Decimal']['output']>;
  /** What is eliminated; null for a heading. */
  eliminations: Maybe<Scalars['Decimal']['output']>;
  /** What the group has; null for a heading. */
  group: Maybe<Scalars['Decimal']['output']>;
  /** What the line is. */
  kind: StatementLineKind;
  /** How deep the line is set in, from 0. */
  level: Scalars['Int']['output'];
  /** What each company has, in the order of `companies`; none for a heading. */
  members: Array<Scalars['Decimal']['output']>;
  /** Name of the line in the language asked for. */
  name: Scalars['String']['output'];
  /** The step from profit to cash by the indirect method, whose lines share codes with those of other steps; else null. */
  step: Maybe<CashFlowStep>;
  /** What the group has less what it had; null for a heading, and without a comparative. */
  variance: Maybe<Scalars['Decimal']['output']>;
};


/** A line of the statement of a group. Amounts are in the currency of the statement. */
export type ConsolidatedLineNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** The statement of a group: companies side by side, what is eliminated, and the group. */
export type ConsolidatedStatement = {
  __typename?: 'ConsolidatedStatement';
  /** What must hold between the figures. */
  checks: Array<ReportCheck>;
  /** Companies that are added up, the one that leads the group first. */
  companies: Array<ConsolidatedCompany>;
  /** Currency that amounts are in. */
  currency: Scalars['String']['output'];
  /** Lines in the order in which they are read. */
  lines: Array<ConsolidatedLine>;
  /** Every two companies with something between them, whether both say the same or not. */
  pairs: Array<IntraGroupPair>;
};

/** A consent of the company: a group of another one may read its books. */
export type ConsolidationConsent = {
  __typename?: 'ConsolidationConsent';
  /** When it was given. */
  givenAt: Scalars['DateTime']['output'];
  /** Identifier of the group. */
  groupId: Scalars['ID']['output'];
  /** Identifier of the company that leads the group. */
  parentId: Scalars['ID']['output'];
};

/** The consents after the command. */
export type ConsolidationConsentPayload = {
  __typename?: 'ConsolidationConsentPayload';
  /** All consents that stand. */
  consents: Array<ConsolidationConsent>;
};

/** A group of companies whose statements are added up by the company that leads it. */
export type ConsolidationGroup = {
  __typename?: 'ConsolidationGroup';
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Its companies, besides the one that leads it. */
  members: Array<ConsolidationMember>;
  /** Name in the language asked for. */
  name: Scalars['String']['output'];
};


/** A group of companies whose statements are added up by the company that leads it. */
export type ConsolidationGroupNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** The group after the command. */
export type ConsolidationGroupPayload = {
  __typename?: 'ConsolidationGroupPayload';
  /** The group as it stands now. */
  group: ConsolidationGroup;
};

/** A company of a group, besides the one that leads it. */
export type ConsolidationMember = {
  __typename?: 'ConsolidationMember';
  /** Identifier of the company. */
  companyId: Scalars['ID']['output'];
  /** First day on which the group leads it. */
  from: Scalars['Date']['output'];
  /** Whether the company lets the group read its books. */
  hasConsented: Scalars['Boolean']['output'];
  /** Percent that the group owns, four decimals. */
  ownership: Scalars['Decimal']['output'];
  /** Last day on which the group leads it; null while it does. */
  to: Maybe<Scalars['Date']['output']>;
};

/** A company of a group, besides the one that leads it. */
export type ConsolidationMemberInput = {
  /** Identifier of the company. */
  companyId: Scalars['ID']['input'];
  /** First day on which the group leads it: what it had earned before is no profit of the group. */
  from: Scalars['Date']['input'];
  /** Percent that the group owns, more than 0 and at most 100, up to four decimals. */
  ownership: Scalars['Decimal']['input'];
  /** Last day on which the group leads it; left out while it does. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** A posting of a company of the group that must have been read. */
export type ConsolidationMinSeqInput = {
  /** Identifier of the company. */
  companyId: Scalars['ID']['input'];
  /** Number of the posting. */
  seq: Scalars['Int']['input'];
};

/** The chess-board of accounts: which were debited against which. */
export type CorrespondingAccounts = {
  __typename?: 'CorrespondingAccounts';
  /** What must hold between the figures. */
  checks: Array<ReportCheck>;
  /** First day counted. */
  from: Scalars['Date']['output'];
  /** Pairs in the order of the codes, debit first. */
  pairs: Array<CorrespondingPair>;
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
  /** Last day counted. */
  to: Scalars['Date']['output'];
};

/** What went from the credit of one account to the debit of another, in GEL. */
export type CorrespondingPair = {
  __typename?: 'CorrespondingPair';
  /** GEL; of one dimension what has it on either side. */
  amount: Scalars['Decimal']['output'];
  /** Account that was credited. */
  creditAccount: Account;
  /** What of it has the dimension on the credited side; all of it when none was asked for. */
  creditAmount: Scalars['Decimal']['output'];
  /** Its code. */
  creditCode: Scalars['String']['output'];
  /** Account that was debited. */
  debitAccount: Account;
  /** What of it has the dimension on the debited side; all of it when none was asked for. */
  debitAmount: Scalars['Decimal']['output'];
  /** Its code. */
  debitCode: Scalars['String']['output'];
};

/** Somebody the company does business with, resolved by tax. */
export type Counterparty = {
  __typename?: 'Counterparty';
  /** Identifier of the counterparty. */
  id: Scalars['ID']['output'];
};

/** Whose debts are aged. */
export type DebtSide =
  /** What we owe others. */
  | 'PAYABLE'
  /** What others owe us. */
  | 'RECEIVABLE';

/** What one value of a dimension brought. */
export type DimensionMargin = {
  __typename?: 'DimensionMargin';
  /** GEL of cost of sales, below zero. */
  costOfSales: Scalars['Decimal']['output'];
  /** Gross profit in hundredths of revenue, two decimals; null without revenue. */
  grossMargin: Maybe<Scalars['Decimal']['output']>;
  /** GEL of revenue and cost of sales together. */
  grossProfit: Scalars['Decimal']['output'];
  /** GEL of all other income and expenses. */
  otherCosts: Scalars['Decimal']['output'];
  /** GEL of all together. */
  profit: Scalars['Decimal']['output'];
  /** GEL of revenue. */
  revenue: Scalars['Decimal']['output'];
  /** The value, for example a cost centre. */
  value: Scalars['String']['output'];
};

/** Margins by the values of a dimension. */
export type DimensionMargins = {
  __typename?: 'DimensionMargins';
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
  /** By value. */
  values: Array<DimensionMargin>;
};

/** The document of another part of the system that a transaction was recorded for. */
export type EntrySource = {
  __typename?: 'EntrySource';
  /** Identifier of the document. */
  id: Scalars['ID']['output'];
  /** One document may be posted for several reasons. */
  purpose: Scalars['String']['output'];
  /** Part of the system that keeps it. */
  subgraph: Scalars['String']['output'];
  /** Kind of document as that part calls it. */
  type: Scalars['String']['output'];
};

/** One kind of change of a component of equity. */
export type EquityChange = {
  __typename?: 'EquityChange';
  /** GEL; an increase of equity is positive. */
  amount: Scalars['Decimal']['output'];
  /** Code of the kind. */
  code: Scalars['String']['output'];
  /** The same of the comparative; null without one. */
  comparative: Maybe<Scalars['Decimal']['output']>;
  /** Name in the language asked for. */
  name: Scalars['String']['output'];
  /** Amount minus comparative; null without one. */
  variance: Maybe<Scalars['Decimal']['output']>;
};


/** One kind of change of a component of equity. */
export type EquityChangeNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** A component of equity over a span. */
export type EquityComponent = {
  __typename?: 'EquityComponent';
  /** Every kind of change, zeros included, in one order for all components. */
  changes: Array<EquityChange>;
  /** GEL at the end of the last day. */
  closing: Scalars['Decimal']['output'];
  /** Code of its line in the statement of financial position. */
  code: Scalars['String']['output'];
  /** GEL at the end of the last day of the comparative; null without one. */
  comparativeClosing: Maybe<Scalars['Decimal']['output']>;
  /** GEL before the first day of the comparative; null without one. */
  comparativeOpening: Maybe<Scalars['Decimal']['output']>;
  /** Name in the language asked for. */
  name: Scalars['String']['output'];
  /** GEL before the first day. */
  opening: Scalars['Decimal']['output'];
};


/** A component of equity over a span. */
export type EquityComponentNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** How expenses are classified (IAS 1.99). */
export type ExpenseClassification =
  /** By what they are for: cost of sales, distribution, administration. */
  | 'FUNCTION'
  /** By what they are: materials, pay, depreciation. */
  | 'NATURE';

/** A report that was fetched to its end. */
export type ExportedReport = {
  __typename?: 'ExportedReport';
  /** How many bytes. */
  bytes: Scalars['Decimal']['output'];
  /** As what. */
  format: ReportFormat;
  /** Identifier of the file. */
  id: Scalars['ID']['output'];
  /** Whether all months that it counts were closed when it was made. */
  isClosed: Scalars['Boolean']['output'];
  /**
   * Whether it has the same bytes as the one before it that answered the same question; null for the first. Names of
   * accounts and counterparties are as they are when it is fetched, so a new name makes other bytes.
   */
  isSameAsBefore: Maybe<Scalars['Boolean']['output']>;
  /** In which language. */
  language: ReportLanguage;
  /** When it was fetched. */
  madeAt: Scalars['DateTime']['output'];
  /** What was asked for. */
  question: Scalars['JSON']['output'];
  /** Which report. */
  report: Scalars['String']['output'];
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: Scalars['String']['output'];
};

/** Fetched reports, the last one first. */
export type ExportedReportConnection = {
  __typename?: 'ExportedReportConnection';
  /** The files of the page. */
  edges: Array<ExportedReportEdge>;
  /** Whether more follow. */
  pageInfo: PageInfo;
};

/** A place in the list of fetched reports. */
export type ExportedReportEdge = {
  __typename?: 'ExportedReportEdge';
  /** Pass it as `after` to go on behind this file. */
  cursor: Scalars['String']['output'];
  /** The file. */
  node: ExportedReport;
};

/** A ratio of two figures of the statements. */
export type FinancialRatio = {
  __typename?: 'FinancialRatio';
  /** Code of the ratio, for example `CURRENT_RATIO`. */
  code: Scalars['String']['output'];
  /** GEL that they are divided by. */
  denominator: Scalars['Decimal']['output'];
  /** Name in the language asked for. */
  name: Scalars['String']['output'];
  /** GEL that are divided; multiplied by the days where it counts in days. */
  numerator: Scalars['Decimal']['output'];
  /** What it counts in. */
  unit: RatioUnit;
  /** Four decimals; null where there is nothing to divide by. */
  value: Maybe<Scalars['Decimal']['output']>;
};


/** A ratio of two figures of the statements. */
export type FinancialRatioNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** Ratios over a span. */
export type FinancialRatios = {
  __typename?: 'FinancialRatios';
  /** Liquidity, leverage, margins, returns, days. */
  ratios: Array<FinancialRatio>;
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
};

/** The general ledger: accounts in the order of their codes, those without a balance and without an entry left out. */
export type GeneralLedgerConnection = {
  __typename?: 'GeneralLedgerConnection';
  /** Credits of all accounts asked for, not only those of the page. */
  credit: Scalars['Decimal']['output'];
  /** Debits of all accounts asked for, not only those of the page. */
  debit: Scalars['Decimal']['output'];
  /** The accounts of the page. */
  edges: Array<GeneralLedgerEdge>;
  /** First day counted. */
  from: Scalars['Date']['output'];
  /** Whether more follow. */
  pageInfo: PageInfo;
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
  /** Last day counted. */
  to: Scalars['Date']['output'];
};

/** A place in the general ledger. */
export type GeneralLedgerEdge = {
  __typename?: 'GeneralLedgerEdge';
  /** Pass it as `after` to go on behind this account. */
  cursor: Scalars['String']['output'];
  /** The account. */
  node: AccountCard;
};

/** Statement of profit or loss (IAS 1.82); the closing of a year leaves it as it was. */
export type IncomeStatement = {
  __typename?: 'IncomeStatement';
  /** How expenses are classified. */
  by: ExpenseClassification;
  /** What must hold between the figures. */
  checks: Array<ReportCheck>;
  /** First day of the comparative. */
  compareFrom: Maybe<Scalars['Date']['output']>;
  /** Last day of the comparative. */
  compareTo: Maybe<Scalars['Date']['output']>;
  /** Currency that amounts are in; entries behind them are GEL. */
  currency: Scalars['String']['output'];
  /** First day counted. */
  from: Scalars['Date']['output'];
  /** Lines in the order in which they are read. */
  lines: Array<StatementLine>;
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
  /** Standard by which it is drawn up. */
  standard: ReportingStandard;
  /** Last day counted. */
  to: Scalars['Date']['output'];
};

/** What is compared between two companies of a group. */
export type IntraGroupKind =
  /** What one owes the other. */
  | 'BALANCES'
  /** What one paid the other. */
  | 'CASH'
  /** What one earns from the other. */
  | 'FLOWS';

/** What two companies of a group say of what is between them. Amounts are in the currency of the statement. */
export type IntraGroupPair = {
  __typename?: 'IntraGroupPair';
  /** What the first says less what the second says: it is shown on a line of its own. */
  difference: Scalars['Decimal']['output'];
  /** Identifier of the one. */
  firstId: Scalars['ID']['output'];
  /** Owed to the first, earned or received by it, by its own books; below zero the other way. */
  firstSays: Scalars['Decimal']['output'];
  /** What is compared. */
  kind: IntraGroupKind;
  /** Identifier of the other. */
  secondId: Scalars['ID']['output'];
  /** The same by the books of the second. */
  secondSays: Scalars['Decimal']['output'];
};

/** Which account goes to which line. */
export type MapStatementAccountInput = {
  /** Identifier of the account. */
  accountId: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Code of the line; left out, the beginning of the account's code decides again. */
  lineCode?: InputMaybe<Scalars['String']['input']>;
  /** Standard of the statement. */
  standard: ReportingStandard;
  /** The statement. */
  statement: StatementName;
};

/** The mapping after the command. */
export type MapStatementAccountPayload = {
  __typename?: 'MapStatementAccountPayload';
  /** Where the account stands now. */
  mapping: StatementMapping;
};

/** A month of the books. */
export type MonthlyResult = {
  __typename?: 'MonthlyResult';
  /** GEL spent. */
  expenses: Scalars['Decimal']['output'];
  /** GEL earned. */
  income: Scalars['Decimal']['output'];
  /** First day of the month. */
  month: Scalars['Date']['output'];
  /** Income less expenses. */
  profit: Scalars['Decimal']['output'];
};

/** Months of the books in order. */
export type MonthlyResults = {
  __typename?: 'MonthlyResults';
  /** Every month of the span, also those in which nothing happened. */
  months: Array<MonthlyResult>;
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Lets a group of another company read the statements of this one. Errors: NOT_FOUND (`groupId`: there is no such group, or it
   * does not name this company), IDEMPOTENCY_KEY_REUSED.
   */
  consentToConsolidation: ConsolidationConsentPayload;
  /**
   * Chooses the line of an account in a statement; statements of any day are drawn up so from now on. Errors: NOT_FOUND,
   * BAD_USER_INPUT (an account that the statement does not show, a line that it does not have), IDEMPOTENCY_KEY_REUSED.
   */
  mapStatementAccount: MapStatementAccountPayload;
  /** Sets what is planned for an account in a year; zeros take a plan away. Errors: NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
  setBudget: SetBudgetPayload;
  /**
   * Makes a group of companies that this one leads, or changes one. Nothing of a member is read before it has consented. Errors:
   * BAD_USER_INPUT naming the member, NOT_FOUND (`id`), IDEMPOTENCY_KEY_REUSED.
   */
  setConsolidationGroup: ConsolidationGroupPayload;
  /**
   * Says by when a counterparty pays and is paid, or whoever nothing is said of; debts are aged by it and the cash forecast
   * rests on it. Errors: BAD_USER_INPUT (days), NOT_FOUND (`counterpartyId`), IDEMPOTENCY_KEY_REUSED.
   */
  setPaymentTerms: PaymentTermsPayload;
  /** Takes a consent back: the group reads nothing more. Errors: INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  withdrawConsolidationConsent: ConsolidationConsentPayload;
};


export type MutationConsentToConsolidationArgs = {
  input: ConsentToConsolidationInput;
};


export type MutationMapStatementAccountArgs = {
  input: MapStatementAccountInput;
};


export type MutationSetBudgetArgs = {
  input: SetBudgetInput;
};


export type MutationSetConsolidationGroupArgs = {
  input: SetConsolidationGroupInput;
};


export type MutationSetPaymentTermsArgs = {
  input: SetPaymentTermsInput;
};


export type MutationWithdrawConsolidationConsentArgs = {
  input: WithdrawConsolidationConsentInput;
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

/** By when is paid: days from the transaction date. */
export type PaymentTerms = {
  __typename?: 'PaymentTerms';
  /** Whose terms; null for those of whoever has none of his own. */
  counterparty: Maybe<Counterparty>;
  /** Days in which suppliers are paid. */
  payableDays: Scalars['Int']['output'];
  /** Days in which customers pay. */
  receivableDays: Scalars['Int']['output'];
};

/** The terms after the command. */
export type PaymentTermsPayload = {
  __typename?: 'PaymentTermsPayload';
  /** The terms as they are now. */
  terms: PaymentTerms;
};

export type Query = {
  __typename?: 'Query';
  /**
   * One account over a span, also when nothing happened on it. Null when there is no such account, or it is a heading.
   * Errors: BAD_USER_INPUT (`from` after `to`; days outside the books; a counterparty and a dimension at once;
   * a dimension or value that no entry has), SERVICE_UNAVAILABLE.
   */
  accountCard: Maybe<AccountCard>;
  /**
   * What is owed at the end of a day, by counterparty and age. Without `accountIds` the accounts are those with the role
   * RECEIVABLE or PAYABLE; where the chart gives no account that role, those of assets or of liabilities whose entries name
   * counterparties. Errors: BAD_USER_INPUT (a day outside the books), NOT_FOUND (`accountIds`), SERVICE_UNAVAILABLE.
   */
  agedBalances: AgedBalances;
  /**
   * Statement of financial position at the end of a day. Errors: BAD_USER_INPUT (a day outside the books; accounts with
   * amounts that stand on no line; `currency` without a rate on a day, or together with `dimension`; a dimension or value that no
   * entry has), SERVICE_UNAVAILABLE.
   */
  balanceSheet: BalanceSheet;
  /** First digits of amounts of entries held against Benford's law. Errors: BAD_USER_INPUT (days), SERVICE_UNAVAILABLE. */
  benfordTest: BenfordTest;
  /**
   * How far reporting has read the books. With `minSeq` it answers when so much is read, which follows a posting by
   * moments. Errors: BAD_USER_INPUT, SERVICE_UNAVAILABLE (so much is not read within five seconds).
   */
  booksRead: BooksRead;
  /** What was planned and what came of it, over whole months. Errors: BAD_USER_INPUT, SERVICE_UNAVAILABLE. */
  budgetComparison: BudgetComparison;
  /**
   * Statement of cash flows over a span. Errors: BAD_USER_INPUT (`from` after `to`; days outside the books; accounts with
   * amounts that stand on no line; `method` other than DIRECT, or more than 100,000 entries, with `dimension`; a dimension or value
   * that no entry has), SERVICE_UNAVAILABLE.
   */
  cashFlowStatement: CashFlowStatement;
  /**
   * What cash is expected to come to, from what is posted before a day: charges that are open, each by its terms of payment, the
   * card of taxes, and what is owed to employees, lenders and owners. Payments that are matched with nothing settle the oldest
   * charges; what is prepaid is no flow. Foreign currency counts as the books carry it. Recurring entries of the ledger that
   * move cash are taken on the days on which they recur, unless they were skipped or posted before `from`; foreign currency
   * without a rate of its own by the last official rate. What they pay of what is owed is not expected twice. Nothing is
   * guessed: sales and pay of the future are not in it. Errors: BAD_USER_INPUT (`from` outside the books, or before the first
   * rate of a currency that recurs; not exactly one of `weeks`, 1–53, and `months`, 1–24), SERVICE_UNAVAILABLE.
   */
  cashForecast: CashForecast;
  /**
   * Statement of changes in equity over a span. Errors: BAD_USER_INPUT (`from` after `to`; days outside the books; accounts
   * with amounts that stand on no line), SERVICE_UNAVAILABLE.
   */
  changesInEquity: StatementOfChangesInEquity;
  /**
   * Statement of financial position of a group at the end of a day: what its companies have, less what they owe each other and
   * hold in each other, with goodwill and non-controlling interests. Null for an unknown group. Errors: BAD_USER_INPUT (a day
   * outside the books of a company; accounts with amounts that stand on no line; `currency` without a rate on a day; `minSeqs` of another company), FORBIDDEN (a company that has not
   * consented), SERVICE_UNAVAILABLE.
   */
  consolidatedBalanceSheet: Maybe<ConsolidatedStatement>;
  /**
   * Statement of cash flows of a group over a span: what its companies took in and paid while they were in it, less what they paid
   * each other; what was paid for a company stands net of the cash that it had (IAS 7.42). Null for an unknown group. Errors:
   * BAD_USER_INPUT (`from` after `to`; days outside the books of a company; accounts with amounts that stand on no line;
   * `currency` without a rate on a day; `minSeqs` of another company), FORBIDDEN (a company that has not consented), SERVICE_UNAVAILABLE.
   */
  consolidatedCashFlowStatement: Maybe<ConsolidatedStatement>;
  /**
   * Statement of changes in equity of a group over a span: what changed what is of the owners of the parent, and what changed
   * non-controlling interests. Null for an unknown group. Errors: BAD_USER_INPUT (`from` after `to`; days outside the books of a
   * company; accounts with amounts that stand on no line; `currency` without a rate on a day; `minSeqs` of another company), FORBIDDEN (a company that has not
   * consented), SERVICE_UNAVAILABLE.
   */
  consolidatedChangesInEquity: Maybe<ConsolidatedChangesInEquity>;
  /**
   * Statement of profit or loss of a group over a span: what its companies earned while they were in it, less what they earned
   * from each other, and whose it is; in another currency with what rates did to equity as other comprehensive income. Null for
   * an unknown group. Errors: BAD_USER_INPUT (`from` after `to`; days outside the books of a company; accounts with amounts that
   * stand on no line; `currency` without a rate on a day; `minSeqs` of another company), FORBIDDEN (a company that has not
   * consented), SERVICE_UNAVAILABLE.
   */
  consolidatedIncomeStatement: Maybe<ConsolidatedStatement>;
  /** To which groups of others the company has consented. */
  consolidationConsents: Array<ConsolidationConsent>;
  /** Groups that the company leads, by name. */
  consolidationGroups: Array<ConsolidationGroup>;
  /**
   * Which accounts were debited against which in a span. A posting of several debits and credits is cut into pairs, so that
   * the pairs of an account sum to its turnover. Errors: BAD_USER_INPUT (`from` after `to`; days outside the books; more than
   * 100,000 entries with `dimension`; a dimension or value that no entry has), SERVICE_UNAVAILABLE.
   */
  correspondingAccounts: CorrespondingAccounts;
  /** Reports that were fetched to their end, the last one first. Errors: BAD_USER_INPUT. */
  exportedReports: ExportedReportConnection;
  /** Ratios over a span. Errors: BAD_USER_INPUT (days; accounts that stand on no line), SERVICE_UNAVAILABLE. */
  financialRatios: FinancialRatios;
  /**
   * The general ledger of a span. Errors: BAD_USER_INPUT (`from` after `to`; days outside the books; a counterparty and a
   * dimension at once; a dimension or value that no entry has), NOT_FOUND (`accountIds`), SERVICE_UNAVAILABLE.
   */
  generalLedger: GeneralLedgerConnection;
  /**
   * Statement of profit or loss over a span. Errors: BAD_USER_INPUT (`from` after `to`; days outside the books; accounts
   * with amounts that stand on no line; a dimension or value that no entry has), SERVICE_UNAVAILABLE.
   */
  incomeStatement: IncomeStatement;
  /** What each value of a dimension brought over a span. Errors: BAD_USER_INPUT (days; accounts that stand on no line), SERVICE_UNAVAILABLE. */
  marginByDimension: DimensionMargins;
  /** Income, expenses and profit of each month that the span touches. Errors: BAD_USER_INPUT (days; more than 120 months), SERVICE_UNAVAILABLE. */
  monthlyResults: MonthlyResults;
  /** By when a counterparty pays and is paid; the usual terms where nothing is said of it, or of an unknown one: 30 days at first. */
  paymentTerms: PaymentTerms;
  /**
   * The reconciliation act with a counterparty. Null when no entry ever named it. Errors: BAD_USER_INPUT (`from` after `to`;
   * days outside the books), SERVICE_UNAVAILABLE.
   */
  reconciliationAct: Maybe<ReconciliationAct>;
  /**
   * A link to a report as a file. The report is made when it is fetched, piece by piece. Null when no entry ever named the
   * counterparty, and for an unknown group. Errors: BAD_USER_INPUT (what the report needs and was not given; `from` after `to`;
   * days outside the books; `format`: more entries than it can hold; `currency` without a rate on a day), FORBIDDEN (`groupId`: a company of
   * the group that has not consented), NOT_FOUND (`accountIds`), SERVICE_UNAVAILABLE.
   */
  reportFile: Maybe<ReportFile>;
  /** How far a file is; null while nobody has fetched it. */
  reportFileProgress: Maybe<ReportFileProgress>;
  /** How the accounts are mapped to the lines of a statement. */
  statementMappings: StatementMappings;
  /**
   * Balances before, turnover within and balances after a span, in the order of codes; rows without any are left out. By
   * dimension and by counterparty only accounts are shown on which the entries name some, or those asked for. Errors:
   * BAD_USER_INPUT (`from` after `to`; days outside the books; `dimensionName` missing, or given and not asked for; `dimension`
   * with rows that are no accounts; a dimension or value that no entry has), NOT_FOUND (`accountIds`), SERVICE_UNAVAILABLE.
   */
  turnoverSheet: TurnoverSheet;
};


export type QueryAccountCardArgs = {
  accountId: Scalars['ID']['input'];
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  dimension?: InputMaybe<ReportDimensionInput>;
  from: Scalars['Date']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minSeq?: InputMaybe<Scalars['Int']['input']>;
  to: Scalars['Date']['input'];
};


export type QueryAgedBalancesArgs = {
  accountIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  after?: InputMaybe<Scalars['String']['input']>;
  asOf: Scalars['Date']['input'];
  by?: InputMaybe<AgeBasis>;
  first?: InputMaybe<Scalars['Int']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minSeq?: InputMaybe<Scalars['Int']['input']>;
  side: DebtSide;
};


export type QueryBalanceSheetArgs = {
  asOf: Scalars['Date']['input'];
  compareTo?: InputMaybe<Scalars['Date']['input']>;
  currency?: InputMaybe<Scalars['String']['input']>;
  dimension?: InputMaybe<ReportDimensionInput>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minSeq?: InputMaybe<Scalars['Int']['input']>;
  standard?: InputMaybe<ReportingStandard>;
};


export type QueryBenfordTestArgs = {
  accountIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryBooksReadArgs = {
  minSeq?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryBudgetComparisonArgs = {
  dimension?: InputMaybe<ReportDimensionInput>;
  fromMonth: Scalars['Int']['input'];
  fromYear: Scalars['Int']['input'];
  toMonth: Scalars['Int']['input'];
  toYear: Scalars['Int']['input'];
};


export type QueryCashFlowStatementArgs = {
  compareFrom?: InputMaybe<Scalars['Date']['input']>;
  compareTo?: InputMaybe<Scalars['Date']['input']>;
  dimension?: InputMaybe<ReportDimensionInput>;
  from: Scalars['Date']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  method?: InputMaybe<CashFlowMethod>;
  minSeq?: InputMaybe<Scalars['Int']['input']>;
  standard?: InputMaybe<ReportingStandard>;
  to: Scalars['Date']['input'];
};


export type QueryCashForecastArgs = {
  from: Scalars['Date']['input'];
  minSeq?: InputMaybe<Scalars['Int']['input']>;
  months?: InputMaybe<Scalars['Int']['input']>;
  weeks?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryChangesInEquityArgs = {
  compareFrom?: InputMaybe<Scalars['Date']['input']>;
  compareTo?: InputMaybe<Scalars['Date']['input']>;
  from: Scalars['Date']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minSeq?: InputMaybe<Scalars['Int']['input']>;
  standard?: InputMaybe<ReportingStandard>;
  to: Scalars['Date']['input'];
};


export type QueryConsolidatedBalanceSheetArgs = {
  asOf: Scalars['Date']['input'];
  compareTo?: InputMaybe<Scalars['Date']['input']>;
  currency?: InputMaybe<Scalars['String']['input']>;
  groupId: Scalars['ID']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minSeqs?: InputMaybe<Array<ConsolidationMinSeqInput>>;
  standard?: InputMaybe<ReportingStandard>;
};


export type QueryConsolidatedCashFlowStatementArgs = {
  compareFrom?: InputMaybe<Scalars['Date']['input']>;
  compareTo?: InputMaybe<Scalars['Date']['input']>;
  currency?: InputMaybe<Scalars['String']['input']>;
  from: Scalars['Date']['input'];
  groupId: Scalars['ID']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  method?: InputMaybe<CashFlowMethod>;
  minSeqs?: InputMaybe<Array<ConsolidationMinSeqInput>>;
  standard?: InputMaybe<ReportingStandard>;
  to: Scalars['Date']['input'];
};


export type QueryConsolidatedChangesInEquityArgs = {
  compareFrom?: InputMaybe<Scalars['Date']['input']>;
  compareTo?: InputMaybe<Scalars['Date']['input']>;
  currency?: InputMaybe<Scalars['String']['input']>;
  from: Scalars['Date']['input'];
  groupId: Scalars['ID']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minSeqs?: InputMaybe<Array<ConsolidationMinSeqInput>>;
  standard?: InputMaybe<ReportingStandard>;
  to: Scalars['Date']['input'];
};


export type QueryConsolidatedIncomeStatementArgs = {
  by?: InputMaybe<ExpenseClassification>;
  compareFrom?: InputMaybe<Scalars['Date']['input']>;
  compareTo?: InputMaybe<Scalars['Date']['input']>;
  currency?: InputMaybe<Scalars['String']['input']>;
  from: Scalars['Date']['input'];
  groupId: Scalars['ID']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minSeqs?: InputMaybe<Array<ConsolidationMinSeqInput>>;
  standard?: InputMaybe<ReportingStandard>;
  to: Scalars['Date']['input'];
};


export type QueryCorrespondingAccountsArgs = {
  dimension?: InputMaybe<ReportDimensionInput>;
  from: Scalars['Date']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minSeq?: InputMaybe<Scalars['Int']['input']>;
  to: Scalars['Date']['input'];
};


export type QueryExportedReportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryFinancialRatiosArgs = {
  from: Scalars['Date']['input'];
  standard?: InputMaybe<ReportingStandard>;
  to: Scalars['Date']['input'];
};


export type QueryGeneralLedgerArgs = {
  accountIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  after?: InputMaybe<Scalars['String']['input']>;
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  dimension?: InputMaybe<ReportDimensionInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Date']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minSeq?: InputMaybe<Scalars['Int']['input']>;
  to: Scalars['Date']['input'];
};


export type QueryIncomeStatementArgs = {
  by?: InputMaybe<ExpenseClassification>;
  compareFrom?: InputMaybe<Scalars['Date']['input']>;
  compareTo?: InputMaybe<Scalars['Date']['input']>;
  currency?: InputMaybe<Scalars['String']['input']>;
  dimension?: InputMaybe<ReportDimensionInput>;
  from: Scalars['Date']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minSeq?: InputMaybe<Scalars['Int']['input']>;
  standard?: InputMaybe<ReportingStandard>;
  to: Scalars['Date']['input'];
};


export type QueryMarginByDimensionArgs = {
  from: Scalars['Date']['input'];
  name: Scalars['String']['input'];
  standard?: InputMaybe<ReportingStandard>;
  to: Scalars['Date']['input'];
};


export type QueryMonthlyResultsArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryPaymentTermsArgs = {
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryReconciliationActArgs = {
  counterpartyId: Scalars['ID']['input'];
  from: Scalars['Date']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minSeq?: InputMaybe<Scalars['Int']['input']>;
  to: Scalars['Date']['input'];
};


export type QueryReportFileArgs = {
  accountIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  agedBy?: InputMaybe<AgeBasis>;
  by?: InputMaybe<TurnoverBreakdown>;
  compareFrom?: InputMaybe<Scalars['Date']['input']>;
  compareTo?: InputMaybe<Scalars['Date']['input']>;
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  currency?: InputMaybe<Scalars['String']['input']>;
  dimension?: InputMaybe<ReportDimensionInput>;
  dimensionName?: InputMaybe<Scalars['String']['input']>;
  expenses?: InputMaybe<ExpenseClassification>;
  format: ReportFormat;
  from?: InputMaybe<Scalars['Date']['input']>;
  groupId?: InputMaybe<Scalars['ID']['input']>;
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  language: ReportLanguage;
  method?: InputMaybe<CashFlowMethod>;
  minSeq?: InputMaybe<Scalars['Int']['input']>;
  months?: InputMaybe<Scalars['Int']['input']>;
  report: ReportName;
  side?: InputMaybe<DebtSide>;
  standard?: InputMaybe<ReportingStandard>;
  to?: InputMaybe<Scalars['Date']['input']>;
  weeks?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryReportFileProgressArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStatementMappingsArgs = {
  standard: ReportingStandard;
  statement: StatementName;
};


export type QueryTurnoverSheetArgs = {
  accountIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  after?: InputMaybe<Scalars['String']['input']>;
  by?: InputMaybe<TurnoverBreakdown>;
  dimension?: InputMaybe<ReportDimensionInput>;
  dimensionName?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['Date']['input'];
  knownAt?: InputMaybe<Scalars['DateTime']['input']>;
  minSeq?: InputMaybe<Scalars['Int']['input']>;
  to: Scalars['Date']['input'];
};

/** What a ratio counts in. */
export type RatioUnit =
  /** Days of the span. */
  | 'DAYS'
  /** Hundredths. */
  | 'PERCENT'
  /** So many times. */
  | 'TIMES';

/** An account in a reconciliation act. Amounts are GEL. */
export type ReconciliationAccount = {
  __typename?: 'ReconciliationAccount';
  /** The account. */
  account: Account;
  /** Debit minus credit at the end of the last day. */
  closing: Scalars['Decimal']['output'];
  /** Code of the account. */
  code: Scalars['String']['output'];
  /** Sum of credits. */
  credit: Scalars['Decimal']['output'];
  /** Sum of debits. */
  debit: Scalars['Decimal']['output'];
  /** Name of the account in the language asked for. */
  name: Scalars['String']['output'];
  /** Debit minus credit before the first day. */
  opening: Scalars['Decimal']['output'];
};


/** An account in a reconciliation act. Amounts are GEL. */
export type ReconciliationAccountNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/**
 * What passed between the company and a counterparty in a span, for both to compare: all accounts of assets and liabilities
 * whose entries name it. Amounts are GEL; a positive balance is owed to the company, a negative one by it.
 */
export type ReconciliationAct = {
  __typename?: 'ReconciliationAct';
  /** The same by account, in the order of codes. */
  accounts: Array<ReconciliationAccount>;
  /** Debit minus credit at the end of the last day. */
  closing: Scalars['Decimal']['output'];
  /** With whom. */
  counterparty: Counterparty;
  /** Sum of credits. */
  credit: Scalars['Decimal']['output'];
  /** Sum of debits. */
  debit: Scalars['Decimal']['output'];
  /** Entries in the order of their dates. */
  entries: AccountCardEntryConnection;
  /** First day counted. */
  from: Scalars['Date']['output'];
  /** Debit minus credit before the first day. */
  opening: Scalars['Decimal']['output'];
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
  /** Last day counted. */
  to: Scalars['Date']['output'];
};


/**
 * What passed between the company and a counterparty in a span, for both to compare: all accounts of assets and liabilities
 * whose entries name it. Amounts are GEL; a positive balance is owed to the company, a negative one by it.
 */
export type ReconciliationActEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Something that must hold between figures, and whether it does. */
export type ReportCheck = {
  __typename?: 'ReportCheck';
  /** The other side. */
  actual: Scalars['Decimal']['output'];
  /** What must hold, for example `ASSETS_EQUAL_EQUITY_AND_LIABILITIES`. */
  code: Scalars['String']['output'];
  /** Actual minus expected. */
  difference: Scalars['Decimal']['output'];
  /** The one side. */
  expected: Scalars['Decimal']['output'];
  /** Whether it does. */
  holds: Scalars['Boolean']['output'];
};

/** A dimension to look at alone. */
export type ReportDimensionInput = {
  /** Name of the dimension, as entries have it. */
  name: Scalars['String']['input'];
  /** Its value; null, which must be said, for entries that have none of it. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** An entry behind a figure. */
export type ReportEntry = {
  __typename?: 'ReportEntry';
  /** With whom. */
  counterparty: Maybe<Counterparty>;
  /** GEL, when it is a credit. */
  credit: Scalars['Decimal']['output'];
  /** Transaction date. */
  date: Scalars['Date']['output'];
  /** GEL, when it is a debit. */
  debit: Scalars['Decimal']['output'];
  /** Description of the entry, else of its transaction. */
  description: Scalars['String']['output'];
  /** Number of the entry within its transaction, from 1. */
  line: Scalars['Int']['output'];
  /** Number of the posting. */
  seq: Scalars['Int']['output'];
  /** The document that the transaction was recorded for. */
  source: Maybe<EntrySource>;
  /** Transaction that the entry belongs to. */
  transaction: Transaction;
};

/** Entries behind a figure. */
export type ReportEntryConnection = {
  __typename?: 'ReportEntryConnection';
  /** The entries of the page. */
  edges: Array<ReportEntryEdge>;
  /** Whether more follow. */
  pageInfo: PageInfo;
};

/** A place in a list of entries. */
export type ReportEntryEdge = {
  __typename?: 'ReportEntryEdge';
  /** Pass it as `after` to go on behind this entry. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: ReportEntry;
};

/** A report to be fetched. Whoever has the link has the file, so it is not to be passed on. */
export type ReportFile = {
  __typename?: 'ReportFile';
  /** When the link ceases to hold. */
  expiresAt: Scalars['DateTime']['output'];
  /** Identifier by which the file is found in `exportedReports` once it was fetched to its end. */
  id: Scalars['ID']['output'];
  /**
   * Whether all months that the report counts are closed, of a group those of every company: then it has the same bytes whenever
   * it is fetched, as long as names and the group stay as they are.
   */
  isClosed: Scalars['Boolean']['output'];
  /** Address below that of the gateway: `GET` answers the file, 404 for a link that was changed, 410 for one too old. */
  url: Scalars['String']['output'];
};

/** How far a report is that is fetched as a file: of one that is fetched again, the last time. */
export type ReportFileProgress = {
  __typename?: 'ReportFileProgress';
  /** Bytes that went out so far. */
  bytes: Scalars['Decimal']['output'];
  /** As what. */
  format: ReportFormat;
  /** Identifier of the file, as `reportFile` gave it. */
  id: Scalars['ID']['output'];
  /** In which language. */
  language: ReportLanguage;
  /** Rows that it will have; null where that is known at its end only. */
  ofRows: Maybe<Scalars['Int']['output']>;
  /** The part of the rows that is done, 0–100; null while nobody knows how many there will be. */
  percent: Maybe<Scalars['Int']['output']>;
  /** Which report. */
  report: ReportName;
  /** Rows that went into it so far. */
  rows: Scalars['Int']['output'];
  /** SHA-256 of the bytes, in hexadecimal; null until all went out. */
  sha256: Maybe<Scalars['String']['output']>;
  /** When somebody began to fetch it. */
  startedAt: Scalars['DateTime']['output'];
  /** What becomes of it. */
  state: ReportFileState;
  /** When it last came further. */
  updatedAt: Scalars['DateTime']['output'];
};

/** What becomes of a file. */
export type ReportFileState =
  /** It broke off: whoever fetched it went away, or it could not be made. */
  | 'BROKEN'
  /** It went out to its end. */
  | 'FINISHED'
  /** It is made and goes out. */
  | 'MAKING';

/** What a report is fetched as. */
export type ReportFormat =
  /** Comma-separated values in UTF-8, amounts with a point; lists without sums: up to any length. */
  | 'CSV'
  /** To be printed on A4, lists on its side. Up to 50,000 entries. */
  | 'PDF'
  /** Office Open XML: numbers as numbers, sums as formulas, the head stays in sight. Up to 1,000,000 entries. */
  | 'XLSX';

/** Language of names in reports. */
export type ReportLanguage =
  /** English. */
  | 'EN'
  /** Georgian. */
  | 'KA';

/** Reports that can be fetched as a file. */
export type ReportName =
  /** Debts by age: needs `side` and `to`, the day at whose end they are looked at. */
  | 'AGED_BALANCES'
  /** Statement of financial position: needs `to`, the day at whose end it stands; `compareTo` is a comparative. */
  | 'BALANCE_SHEET'
  /** First digits of amounts held against Benford's law: needs `from` and `to`. */
  | 'BENFORD_TEST'
  /** Budget and actual figures of the months in which `from` and `to` lie. */
  | 'BUDGET_COMPARISON'
  /** Statement of cash flows: needs `from` and `to`; `compareFrom` and `compareTo` are a comparative. */
  | 'CASH_FLOW_STATEMENT'
  /** What cash is expected to come to: needs `from`, and `weeks` or `months`. */
  | 'CASH_FORECAST'
  /** Statement of changes in equity: needs `from` and `to`; `compareFrom` and `compareTo` are a comparative, which stands above. */
  | 'CHANGES_IN_EQUITY'
  /** Statement of financial position of a group: needs `groupId` and `to`; `compareTo` is a comparative. */
  | 'CONSOLIDATED_BALANCE_SHEET'
  /** Statement of cash flows of a group: needs `groupId`, `from` and `to`; `compareFrom` and `compareTo` are a comparative. */
  | 'CONSOLIDATED_CASH_FLOW_STATEMENT'
  /** Changes in equity of a group: needs `groupId`, `from` and `to`; `compareFrom` and `compareTo` are a comparative, which stands above. */
  | 'CONSOLIDATED_CHANGES_IN_EQUITY'
  /** Statement of profit or loss of a group: needs `groupId`, `from` and `to`; `compareFrom` and `compareTo` are a comparative. */
  | 'CONSOLIDATED_INCOME_STATEMENT'
  /** Corresponding accounts as a chess-board, debits down and credits across: needs `from` and `to`. */
  | 'CORRESPONDING_ACCOUNTS'
  /** Ratios with the figures that they are made of: needs `from` and `to`. */
  | 'FINANCIAL_RATIOS'
  /** Every entry of the accounts, with balances: needs `from` and `to`; an account card is that of one account. */
  | 'GENERAL_LEDGER'
  /** Statement of profit or loss: needs `from` and `to`; `compareFrom` and `compareTo` are a comparative. */
  | 'INCOME_STATEMENT'
  /** What each value of a dimension brought: needs `dimensionName`, `from` and `to`. */
  | 'MARGIN_BY_DIMENSION'
  /** Income, expenses and profit month by month: needs `from` and `to`. */
  | 'MONTHLY_RESULTS'
  /** What passed between the company and a counterparty: needs `counterpartyId`, `from` and `to`. */
  | 'RECONCILIATION_ACT'
  /** Balances and turnover: needs `from` and `to`. */
  | 'TURNOVER_SHEET';

/** Standard by which statements are drawn up. */
export type ReportingStandard =
  /** Simplified standard for entities of category IV. */
  | 'CATEGORY_IV'
  /** Full IFRS. */
  | 'IFRS'
  /** IFRS for SMEs. */
  | 'IFRS_SME';

/** A plan of twelve months. */
export type SetBudgetInput = {
  /** Identifier of an account of income or expenses. */
  accountId: Scalars['ID']['input'];
  /** Plans for a value of a dimension; left out, for the account as a whole. */
  dimension?: InputMaybe<ReportDimensionInput>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Twelve amounts in GEL, January first, positive on the side on which accounts of the kind grow. */
  months: Array<Scalars['Decimal']['input']>;
  /** The year, 2000–2200. */
  year: Scalars['Int']['input'];
};

/** The plan after the command. */
export type SetBudgetPayload = {
  __typename?: 'SetBudgetPayload';
  /** The plan as it is now. */
  budget: AccountBudget;
};

/** A group of companies. */
export type SetConsolidationGroupInput = {
  /** Which group is changed; a new one without it. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1–50 companies besides this one; they replace what was said before. */
  members: Array<ConsolidationMemberInput>;
  /** Name in English, 1–150 characters; the Georgian one without it. */
  nameEn?: InputMaybe<Scalars['String']['input']>;
  /** Name in Georgian, 1–150 characters. */
  nameKa: Scalars['String']['input'];
};

/** Terms of a counterparty, or of whoever has none of his own. */
export type SetPaymentTermsInput = {
  /** Whose terms; left out, of whoever has none of his own. */
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Days in which suppliers are paid, 0–1000; left out, the usual ones. */
  payableDays?: InputMaybe<Scalars['Int']['input']>;
  /** Days in which customers pay, 0–1000; left out, the usual ones. */
  receivableDays?: InputMaybe<Scalars['Int']['input']>;
};

/** An account on a line of a statement. */
export type StatementAccount = {
  __typename?: 'StatementAccount';
  /** The account. */
  account: Account;
  /** GEL, with the sign of the line. */
  amount: Scalars['Decimal']['output'];
  /** The same of the comparative; null without one. */
  comparative: Maybe<Scalars['Decimal']['output']>;
  /** Entries that make up the amount, in order of date. */
  entries: ReportEntryConnection;
};


/** An account on a line of a statement. */
export type StatementAccountEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A line of a statement. */
export type StatementLine = {
  __typename?: 'StatementLine';
  /** Accounts on the line with their amounts, by code; none for totals. */
  accounts: Array<StatementAccount>;
  /** GEL; null for a heading. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Code of the line within its statement, the same in every language. */
  code: Scalars['String']['output'];
  /** The same of the comparative; null without one. */
  comparative: Maybe<Scalars['Decimal']['output']>;
  /** What the line is. */
  kind: StatementLineKind;
  /** How deep the line is set in, from 0. */
  level: Scalars['Int']['output'];
  /** Name of the line in the language asked for. */
  name: Scalars['String']['output'];
  /** Amount minus comparative; null without one. */
  variance: Maybe<Scalars['Decimal']['output']>;
};


/** A line of a statement. */
export type StatementLineNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** What a line of a statement is. */
export type StatementLineKind =
  /** Stands above other lines and has no amount. */
  | 'HEADING'
  /** Sums accounts. */
  | 'LINE'
  /** Sums lines and totals. */
  | 'TOTAL';

/** A line for accounts. */
export type StatementLineName = {
  __typename?: 'StatementLineName';
  /** Code of the line. */
  code: Scalars['String']['output'];
  /** Name in the language asked for. */
  name: Scalars['String']['output'];
};


/** A line for accounts. */
export type StatementLineNameNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** On which line of a statement an account stands. */
export type StatementMapping = {
  __typename?: 'StatementMapping';
  /** The account. */
  account: Account;
  /** Whether the company has chosen the line; else the beginning of the account's code decides. */
  isChosen: Scalars['Boolean']['output'];
  /** Code of the line; null when it stands on none, and no statement can be drawn up once it has an amount. */
  lineCode: Maybe<Scalars['String']['output']>;
};

/** How a statement is mapped. */
export type StatementMappings = {
  __typename?: 'StatementMappings';
  /** Every account that the statement shows, once, by code. */
  accounts: Array<StatementMapping>;
  /** Lines that accounts may stand on, in the order of the statement. */
  lines: Array<StatementLineName>;
  /** Codes of accounts that stand on no line. */
  unmapped: Array<Scalars['String']['output']>;
};

/** A statement whose lines sum accounts. */
export type StatementName =
  /** Statement of financial position. */
  | 'FINANCIAL_POSITION'
  /** Profit or loss, expenses by what they are for. */
  | 'PROFIT_OR_LOSS_BY_FUNCTION'
  /** Profit or loss, expenses by what they are. */
  | 'PROFIT_OR_LOSS_BY_NATURE';

/** Statement of changes in equity (IAS 1.106). */
export type StatementOfChangesInEquity = {
  __typename?: 'StatementOfChangesInEquity';
  /** What must hold between the figures, then the same of the comparative. */
  checks: Array<ReportCheck>;
  /** First day of the comparative. */
  compareFrom: Maybe<Scalars['Date']['output']>;
  /** Last day of the comparative. */
  compareTo: Maybe<Scalars['Date']['output']>;
  /** Components in the order of the statement of financial position. */
  components: Array<EquityComponent>;
  /** First day counted. */
  from: Scalars['Date']['output'];
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
  /** Standard by which it is drawn up. */
  standard: ReportingStandard;
  /** Last day counted. */
  to: Scalars['Date']['output'];
};

/** A transaction of the ledger, resolved by the ledger. */
export type Transaction = {
  __typename?: 'Transaction';
  /** Identifier of the transaction. */
  id: Scalars['ID']['output'];
};

/** By what a turnover sheet is broken down. */
export type TurnoverBreakdown =
  /** One row an account: the trial balance. */
  | 'ACCOUNT'
  /** By counterparty: the subledger. */
  | 'COUNTERPARTY'
  /** By the currency of entries, also in that currency. */
  | 'CURRENCY'
  /** By the values of a dimension. */
  | 'DIMENSION';

/** A row of a turnover sheet. Amounts are GEL; a balance stands on one side. */
export type TurnoverRow = {
  __typename?: 'TurnoverRow';
  /** The account. */
  account: Account;
  /** Balance at the end of the last day, when it is a credit. */
  closingCredit: Scalars['Decimal']['output'];
  /** Balance at the end of the last day, when it is a debit. */
  closingDebit: Scalars['Decimal']['output'];
  /** Code of the account. */
  code: Scalars['String']['output'];
  /** With whom, by counterparty; null for what names nobody. */
  counterparty: Maybe<Counterparty>;
  /** Sum of credits. */
  credit: Scalars['Decimal']['output'];
  /** Currency, by currency. */
  currency: Maybe<Scalars['String']['output']>;
  /** Debit minus credit at the end of the last day in the currency of the row; null when rows are not by currency. */
  currencyClosing: Maybe<Scalars['Decimal']['output']>;
  /** Credits in the currency of the row; null when rows are not by currency. */
  currencyCredit: Maybe<Scalars['Decimal']['output']>;
  /** Debits in the currency of the row; null when rows are not by currency. */
  currencyDebit: Maybe<Scalars['Decimal']['output']>;
  /** Debit minus credit before the first day in the currency of the row; null when rows are not by currency. */
  currencyOpening: Maybe<Scalars['Decimal']['output']>;
  /** Sum of debits. */
  debit: Scalars['Decimal']['output'];
  /** Value of the dimension, by dimension; null for what has none. */
  dimensionValue: Maybe<Scalars['String']['output']>;
  /** Name of the account in the language asked for. */
  name: Scalars['String']['output'];
  /** Balance before the first day, when it is a credit. */
  openingCredit: Scalars['Decimal']['output'];
  /** Balance before the first day, when it is a debit. */
  openingDebit: Scalars['Decimal']['output'];
};


/** A row of a turnover sheet. Amounts are GEL; a balance stands on one side. */
export type TurnoverRowNameArgs = {
  language?: InputMaybe<ReportLanguage>;
};

/** A place in a turnover sheet. */
export type TurnoverRowEdge = {
  __typename?: 'TurnoverRowEdge';
  /** Pass it as `after` to go on behind this row. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: TurnoverRow;
};

/** Balances and turnover of a span; sums are those of all rows asked for, not only of the page. */
export type TurnoverSheet = {
  __typename?: 'TurnoverSheet';
  /** What must hold between the figures. */
  checks: Array<ReportCheck>;
  /** Balances at the end of the last day that are credits. */
  closingCredit: Scalars['Decimal']['output'];
  /** Balances at the end of the last day that are debits. */
  closingDebit: Scalars['Decimal']['output'];
  /** Sum of credits. */
  credit: Scalars['Decimal']['output'];
  /** Sum of debits. */
  debit: Scalars['Decimal']['output'];
  /** The rows of the page. */
  edges: Array<TurnoverRowEdge>;
  /** First day counted. */
  from: Scalars['Date']['output'];
  /** Balances before the first day that are credits. */
  openingCredit: Scalars['Decimal']['output'];
  /** Balances before the first day that are debits. */
  openingDebit: Scalars['Decimal']['output'];
  /** Whether more follow. */
  pageInfo: PageInfo;
  /** Number of the last posting that is counted. */
  seq: Scalars['Int']['output'];
  /** Last day counted. */
  to: Scalars['Date']['output'];
};

/** Which group may read the books no longer. */
export type WithdrawConsolidationConsentInput = {
  /** Identifier of the group. */
  groupId: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
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
  ReportFileProgress: ReportFileProgress;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  ReportFileProgress:
    ( { __typename: 'ReportFileProgress' }
    & GraphQLRecursivePick<FederationTypes['ReportFileProgress'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Account: ResolverTypeWrapper<AccountRef>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AccountBudget: ResolverTypeWrapper<Omit<AccountBudget, 'account'> & { account: ResolversTypes['Account'] }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AccountCard: ResolverTypeWrapper<Card>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AccountCardEntry: ResolverTypeWrapper<CardEntry>;
  AccountCardEntryConnection: ResolverTypeWrapper<Omit<AccountCardEntryConnection, 'edges'> & { edges: Array<ResolversTypes['AccountCardEntryEdge']> }>;
  AccountCardEntryEdge: ResolverTypeWrapper<Omit<AccountCardEntryEdge, 'node'> & { node: ResolversTypes['AccountCardEntry'] }>;
  AgeBasis: AgeBasis;
  AgedBalance: ResolverTypeWrapper<AgedRow>;
  AgedBalanceEdge: ResolverTypeWrapper<Omit<AgedBalanceEdge, 'node'> & { node: ResolversTypes['AgedBalance'] }>;
  AgedBalances: ResolverTypeWrapper<Omit<AgedBalances, 'accounts' | 'checks' | 'edges'> & { accounts: Array<ResolversTypes['Account']>, checks: Array<ResolversTypes['ReportCheck']>, edges: Array<ResolversTypes['AgedBalanceEdge']> }>;
  BalanceSheet: ResolverTypeWrapper<ShownBalanceSheet>;
  BenfordConformity: BenfordConformity;
  BenfordDigit: ResolverTypeWrapper<DigitShare>;
  BenfordTest: ResolverTypeWrapper<ShownBenford>;
  BooksRead: ResolverTypeWrapper<BooksRead>;
  BudgetComparison: ResolverTypeWrapper<Omit<BudgetComparison, 'rows'> & { rows: Array<ResolversTypes['BudgetComparisonRow']> }>;
  BudgetComparisonRow: ResolverTypeWrapper<BudgetRow>;
  CashFlowActivity: CashFlowActivity;
  CashFlowMethod: CashFlowMethod;
  CashFlowStatement: ResolverTypeWrapper<ShownCashFlows>;
  CashFlowStatementLine: ResolverTypeWrapper<CashFlowFigure>;
  CashFlowStep: CashFlowStep;
  CashFlowTotal: ResolverTypeWrapper<CashFlowSum>;
  CashForecast: ResolverTypeWrapper<Omit<CashForecast, 'stretches'> & { stretches: Array<ResolversTypes['CashForecastStretch']> }>;
  CashForecastItem: ResolverTypeWrapper<ShownFlow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CashForecastItemConnection: ResolverTypeWrapper<Omit<CashForecastItemConnection, 'edges'> & { edges: Array<ResolversTypes['CashForecastItemEdge']> }>;
  CashForecastItemEdge: ResolverTypeWrapper<Omit<CashForecastItemEdge, 'node'> & { node: ResolversTypes['CashForecastItem'] }>;
  CashForecastKind: CashForecastKind;
  CashForecastStretch: ResolverTypeWrapper<ShownStretch>;
  CashForecastSum: ResolverTypeWrapper<CashForecastSum>;
  ConsentToConsolidationInput: ConsentToConsolidationInput;
  ConsolidatedAmount: ResolverTypeWrapper<Across>;
  ConsolidatedChangesInEquity: ResolverTypeWrapper<GroupEquity>;
  ConsolidatedCompany: ResolverTypeWrapper<CountedMember>;
  ConsolidatedEquityChange: ResolverTypeWrapper<GroupEquityChange>;
  ConsolidatedEquityComponent: ResolverTypeWrapper<GroupEquityComponent>;
  ConsolidatedLine: ResolverTypeWrapper<GroupLine>;
  ConsolidatedStatement: ResolverTypeWrapper<GroupStatement>;
  ConsolidationConsent: ResolverTypeWrapper<ConsolidationConsent>;
  ConsolidationConsentPayload: ResolverTypeWrapper<ConsolidationConsentPayload>;
  ConsolidationGroup: ResolverTypeWrapper<StoredGroup>;
  ConsolidationGroupPayload: ResolverTypeWrapper<Omit<ConsolidationGroupPayload, 'group'> & { group: ResolversTypes['ConsolidationGroup'] }>;
  ConsolidationMember: ResolverTypeWrapper<ShownMember>;
  ConsolidationMemberInput: ConsolidationMemberInput;
  ConsolidationMinSeqInput: ConsolidationMinSeqInput;
  CorrespondingAccounts: ResolverTypeWrapper<Omit<CorrespondingAccounts, 'checks' | 'pairs'> & { checks: Array<ResolversTypes['ReportCheck']>, pairs: Array<ResolversTypes['CorrespondingPair']> }>;
  CorrespondingPair: ResolverTypeWrapper<Pair>;
  Counterparty: ResolverTypeWrapper<CounterpartyRef>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DebtSide: DebtSide;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DimensionMargin: ResolverTypeWrapper<MarginOfValue>;
  DimensionMargins: ResolverTypeWrapper<Omit<DimensionMargins, 'values'> & { values: Array<ResolversTypes['DimensionMargin']> }>;
  EntrySource: ResolverTypeWrapper<EntrySource>;
  EquityChange: ResolverTypeWrapper<ShownEquityChange>;
  EquityComponent: ResolverTypeWrapper<EquityFigure>;
  ExpenseClassification: ExpenseClassification;
  ExportedReport: ResolverTypeWrapper<ShownFile>;
  ExportedReportConnection: ResolverTypeWrapper<Omit<ExportedReportConnection, 'edges'> & { edges: Array<ResolversTypes['ExportedReportEdge']> }>;
  ExportedReportEdge: ResolverTypeWrapper<Omit<ExportedReportEdge, 'node'> & { node: ResolversTypes['ExportedReport'] }>;
  FinancialRatio: ResolverTypeWrapper<Ratio>;
  FinancialRatios: ResolverTypeWrapper<Omit<FinancialRatios, 'ratios'> & { ratios: Array<ResolversTypes['FinancialRatio']> }>;
  GeneralLedgerConnection: ResolverTypeWrapper<Omit<GeneralLedgerConnection, 'edges'> & { edges: Array<ResolversTypes['GeneralLedgerEdge']> }>;
  GeneralLedgerEdge: ResolverTypeWrapper<Omit<GeneralLedgerEdge, 'node'> & { node: ResolversTypes['AccountCard'] }>;
  IncomeStatement: ResolverTypeWrapper<ShownIncomeStatement>;
  IntraGroupKind: IntraGroupKind;
  IntraGroupPair: ResolverTypeWrapper<IntraGroupDifference>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  MapStatementAccountInput: MapStatementAccountInput;
  MapStatementAccountPayload: ResolverTypeWrapper<Omit<MapStatementAccountPayload, 'mapping'> & { mapping: ResolversTypes['StatementMapping'] }>;
  MonthlyResult: ResolverTypeWrapper<MonthOfResult>;
  MonthlyResults: ResolverTypeWrapper<Omit<MonthlyResults, 'months'> & { months: Array<ResolversTypes['MonthlyResult']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaymentTerms: ResolverTypeWrapper<Omit<PaymentTerms, 'counterparty'> & { counterparty?: Maybe<ResolversTypes['Counterparty']> }>;
  PaymentTermsPayload: ResolverTypeWrapper<Omit<PaymentTermsPayload, 'terms'> & { terms: ResolversTypes['PaymentTerms'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RatioUnit: RatioUnit;
  ReconciliationAccount: ResolverTypeWrapper<ActAccount>;
  ReconciliationAct: ResolverTypeWrapper<Act>;
  ReportCheck: ResolverTypeWrapper<Check>;
  ReportDimensionInput: ReportDimensionInput;
  ReportEntry: ResolverTypeWrapper<EntryRow>;
  ReportEntryConnection: ResolverTypeWrapper<Omit<ReportEntryConnection, 'edges'> & { edges: Array<ResolversTypes['ReportEntryEdge']> }>;
  ReportEntryEdge: ResolverTypeWrapper<Omit<ReportEntryEdge, 'node'> & { node: ResolversTypes['ReportEntry'] }>;
  ReportFile: ResolverTypeWrapper<ReportFile>;
  ReportFileProgress: ResolverTypeWrapper<FileProgressRow>;
  ReportFileState: ReportFileState;
  ReportFormat: ReportFormat;
  ReportLanguage: ReportLanguage;
  ReportName: ReportName;
  ReportingStandard: ReportingStandard;
  SetBudgetInput: SetBudgetInput;
  SetBudgetPayload: ResolverTypeWrapper<Omit<SetBudgetPayload, 'budget'> & { budget: ResolversTypes['AccountBudget'] }>;
  SetConsolidationGroupInput: SetConsolidationGroupInput;
  SetPaymentTermsInput: SetPaymentTermsInput;
  StatementAccount: ResolverTypeWrapper<FigureAccount>;
  StatementLine: ResolverTypeWrapper<FigureLine>;
  StatementLineKind: StatementLineKind;
  StatementLineName: ResolverTypeWrapper<LineOfStatement>;
  StatementMapping: ResolverTypeWrapper<MappedAccount>;
  StatementMappings: ResolverTypeWrapper<Omit<StatementMappings, 'accounts' | 'lines'> & { accounts: Array<ResolversTypes['StatementMapping']>, lines: Array<ResolversTypes['StatementLineName']> }>;
  StatementName: StatementName;
  StatementOfChangesInEquity: ResolverTypeWrapper<ShownEquityChanges>;
  Transaction: ResolverTypeWrapper<TransactionRef>;
  TurnoverBreakdown: TurnoverBreakdown;
  TurnoverRow: ResolverTypeWrapper<TurnoverLine>;
  TurnoverRowEdge: ResolverTypeWrapper<Omit<TurnoverRowEdge, 'node'> & { node: ResolversTypes['TurnoverRow'] }>;
  TurnoverSheet: ResolverTypeWrapper<ShownTurnover>;
  WithdrawConsolidationConsentInput: WithdrawConsolidationConsentInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Account: AccountRef;
  ID: Scalars['ID']['output'];
  AccountBudget: Omit<AccountBudget, 'account'> & { account: ResolversParentTypes['Account'] };
  Int: Scalars['Int']['output'];
  AccountCard: Card;
  String: Scalars['String']['output'];
  AccountCardEntry: CardEntry;
  AccountCardEntryConnection: Omit<AccountCardEntryConnection, 'edges'> & { edges: Array<ResolversParentTypes['AccountCardEntryEdge']> };
  AccountCardEntryEdge: Omit<AccountCardEntryEdge, 'node'> & { node: ResolversParentTypes['AccountCardEntry'] };
  AgedBalance: AgedRow;
  AgedBalanceEdge: Omit<AgedBalanceEdge, 'node'> & { node: ResolversParentTypes['AgedBalance'] };
  AgedBalances: Omit<AgedBalances, 'accounts' | 'checks' | 'edges'> & { accounts: Array<ResolversParentTypes['Account']>, checks: Array<ResolversParentTypes['ReportCheck']>, edges: Array<ResolversParentTypes['AgedBalanceEdge']> };
  BalanceSheet: ShownBalanceSheet;
  BenfordDigit: DigitShare;
  BenfordTest: ShownBenford;
  BooksRead: BooksRead;
  BudgetComparison: Omit<BudgetComparison, 'rows'> & { rows: Array<ResolversParentTypes['BudgetComparisonRow']> };
  BudgetComparisonRow: BudgetRow;
  CashFlowStatement: ShownCashFlows;
  CashFlowStatementLine: CashFlowFigure;
  CashFlowTotal: CashFlowSum;
  CashForecast: Omit<CashForecast, 'stretches'> & { stretches: Array<ResolversParentTypes['CashForecastStretch']> };
  CashForecastItem: ShownFlow;
  Boolean: Scalars['Boolean']['output'];
  CashForecastItemConnection: Omit<CashForecastItemConnection, 'edges'> & { edges: Array<ResolversParentTypes['CashForecastItemEdge']> };
  CashForecastItemEdge: Omit<CashForecastItemEdge, 'node'> & { node: ResolversParentTypes['CashForecastItem'] };
  CashForecastStretch: ShownStretch;
  CashForecastSum: CashForecastSum;
  ConsentToConsolidationInput: ConsentToConsolidationInput;
  ConsolidatedAmount: Across;
  ConsolidatedChangesInEquity: GroupEquity;
  ConsolidatedCompany: CountedMember;
  ConsolidatedEquityChange: GroupEquityChange;
  ConsolidatedEquityComponent: GroupEquityComponent;
  ConsolidatedLine: GroupLine;
  ConsolidatedStatement: GroupStatement;
  ConsolidationConsent: ConsolidationConsent;
  ConsolidationConsentPayload: ConsolidationConsentPayload;
  ConsolidationGroup: StoredGroup;
  ConsolidationGroupPayload: Omit<ConsolidationGroupPayload, 'group'> & { group: ResolversParentTypes['ConsolidationGroup'] };
  ConsolidationMember: ShownMember;
  ConsolidationMemberInput: ConsolidationMemberInput;
  ConsolidationMinSeqInput: ConsolidationMinSeqInput;
  CorrespondingAccounts: Omit<CorrespondingAccounts, 'checks' | 'pairs'> & { checks: Array<ResolversParentTypes['ReportCheck']>, pairs: Array<ResolversParentTypes['CorrespondingPair']> };
  CorrespondingPair: Pair;
  Counterparty: CounterpartyRef;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DimensionMargin: MarginOfValue;
  DimensionMargins: Omit<DimensionMargins, 'values'> & { values: Array<ResolversParentTypes['DimensionMargin']> };
  EntrySource: EntrySource;
  EquityChange: ShownEquityChange;
  EquityComponent: EquityFigure;
  ExportedReport: ShownFile;
  ExportedReportConnection: Omit<ExportedReportConnection, 'edges'> & { edges: Array<ResolversParentTypes['ExportedReportEdge']> };
  ExportedReportEdge: Omit<ExportedReportEdge, 'node'> & { node: ResolversParentTypes['ExportedReport'] };
  FinancialRatio: Ratio;
  FinancialRatios: Omit<FinancialRatios, 'ratios'> & { ratios: Array<ResolversParentTypes['FinancialRatio']> };
  GeneralLedgerConnection: Omit<GeneralLedgerConnection, 'edges'> & { edges: Array<ResolversParentTypes['GeneralLedgerEdge']> };
  GeneralLedgerEdge: Omit<GeneralLedgerEdge, 'node'> & { node: ResolversParentTypes['AccountCard'] };
  IncomeStatement: ShownIncomeStatement;
  IntraGroupPair: IntraGroupDifference;
  JSON: Scalars['JSON']['output'];
  MapStatementAccountInput: MapStatementAccountInput;
  MapStatementAccountPayload: Omit<MapStatementAccountPayload, 'mapping'> & { mapping: ResolversParentTypes['StatementMapping'] };
  MonthlyResult: MonthOfResult;
  MonthlyResults: Omit<MonthlyResults, 'months'> & { months: Array<ResolversParentTypes['MonthlyResult']> };
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PaymentTerms: Omit<PaymentTerms, 'counterparty'> & { counterparty?: Maybe<ResolversParentTypes['Counterparty']> };
  PaymentTermsPayload: Omit<PaymentTermsPayload, 'terms'> & { terms: ResolversParentTypes['PaymentTerms'] };
  Query: Record<PropertyKey, never>;
  ReconciliationAccount: ActAccount;
  ReconciliationAct: Act;
  ReportCheck: Check;
  ReportDimensionInput: ReportDimensionInput;
  ReportEntry: EntryRow;
  ReportEntryConnection: Omit<ReportEntryConnection, 'edges'> & { edges: Array<ResolversParentTypes['ReportEntryEdge']> };
  ReportEntryEdge: Omit<ReportEntryEdge, 'node'> & { node: ResolversParentTypes['ReportEntry'] };
  ReportFile: ReportFile;
  ReportFileProgress: FileProgressRow;
  SetBudgetInput: SetBudgetInput;
  SetBudgetPayload: Omit<SetBudgetPayload, 'budget'> & { budget: ResolversParentTypes['AccountBudget'] };
  SetConsolidationGroupInput: SetConsolidationGroupInput;
  SetPaymentTermsInput: SetPaymentTermsInput;
  StatementAccount: FigureAccount;
  StatementLine: FigureLine;
  StatementLineName: LineOfStatement;
  StatementMapping: MappedAccount;
  StatementMappings: Omit<StatementMappings, 'accounts' | 'lines'> & { accounts: Array<ResolversParentTypes['StatementMapping']>, lines: Array<ResolversParentTypes['StatementLineName']> };
  StatementOfChangesInEquity: ShownEquityChanges;
  Transaction: TransactionRef;
  TurnoverRow: TurnoverLine;
  TurnoverRowEdge: Omit<TurnoverRowEdge, 'node'> & { node: ResolversParentTypes['TurnoverRow'] };
  TurnoverSheet: ShownTurnover;
  WithdrawConsolidationConsentInput: WithdrawConsolidationConsentInput;
};

export type AccountResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type AccountBudgetResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['AccountBudget'] = ResolversParentTypes['AccountBudget']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  months?: Resolver<Array<ResolversTypes['Decimal']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AccountCardResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['AccountCard'] = ResolversParentTypes['AccountCard']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  closing?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['AccountCardEntryConnection'], ParentType, ContextType, Partial<AccountCardEntriesArgs>>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<AccountCardNameArgs>>;
  opening?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type AccountCardEntryResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['AccountCardEntry'] = ResolversParentTypes['AccountCardEntry']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currencyAmount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EntrySource']>, ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type AccountCardEntryConnectionResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['AccountCardEntryConnection'] = ResolversParentTypes['AccountCardEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AccountCardEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AccountCardEntryEdgeResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['AccountCardEntryEdge'] = ResolversParentTypes['AccountCardEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccountCardEntry'], ParentType, ContextType>;
};

export type AgedBalanceResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['AgedBalance'] = ResolversParentTypes['AgedBalance']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  days0To30?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  days31To60?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  days61To90?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  notDue?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  over90?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  prepaid?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type AgedBalanceEdgeResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['AgedBalanceEdge'] = ResolversParentTypes['AgedBalanceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AgedBalance'], ParentType, ContextType>;
};

export type AgedBalancesResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['AgedBalances'] = ResolversParentTypes['AgedBalances']> = {
  accounts?: Resolver<Array<ResolversTypes['Account']>, ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  balance?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  checks?: Resolver<Array<ResolversTypes['ReportCheck']>, ParentType, ContextType>;
  days0To30?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  days31To60?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  days61To90?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['AgedBalanceEdge']>, ParentType, ContextType>;
  notDue?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  over90?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  prepaid?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BalanceSheetResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['BalanceSheet'] = ResolversParentTypes['BalanceSheet']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  checks?: Resolver<Array<ResolversTypes['ReportCheck']>, ParentType, ContextType>;
  compareTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['StatementLine']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  standard?: Resolver<ResolversTypes['ReportingStandard'], ParentType, ContextType>;
};

export type BenfordDigitResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['BenfordDigit'] = ResolversParentTypes['BenfordDigit']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  digit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  observed?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type BenfordTestResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['BenfordTest'] = ResolversParentTypes['BenfordTest']> = {
  conformity?: Resolver<ResolversTypes['BenfordConformity'], ParentType, ContextType>;
  deviation?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  digits?: Resolver<Array<ResolversTypes['BenfordDigit']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BooksReadResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['BooksRead'] = ResolversParentTypes['BooksRead']> = {
  firstDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  lastDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BudgetComparisonResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['BudgetComparison'] = ResolversParentTypes['BudgetComparison']> = {
  actualProfit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  plannedProfit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['BudgetComparisonRow']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BudgetComparisonRowResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['BudgetComparisonRow'] = ResolversParentTypes['BudgetComparisonRow']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  actual?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  budget?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  effectOnProfit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  variance?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type CashFlowStatementResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['CashFlowStatement'] = ResolversParentTypes['CashFlowStatement']> = {
  checks?: Resolver<Array<ResolversTypes['ReportCheck']>, ParentType, ContextType>;
  closing?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  comparativeClosing?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  comparativeOpening?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  compareFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  compareTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CashFlowStatementLine']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['CashFlowMethod'], ParentType, ContextType>;
  opening?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  totals?: Resolver<Array<ResolversTypes['CashFlowTotal']>, ParentType, ContextType>;
};

export type CashFlowStatementLineResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['CashFlowStatementLine'] = ResolversParentTypes['CashFlowStatementLine']> = {
  accounts?: Resolver<Array<ResolversTypes['StatementAccount']>, ParentType, ContextType>;
  activity?: Resolver<ResolversTypes['CashFlowActivity'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  comparative?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<CashFlowStatementLineNameArgs>>;
  step?: Resolver<Maybe<ResolversTypes['CashFlowStep']>, ParentType, ContextType>;
  variance?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type CashFlowTotalResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['CashFlowTotal'] = ResolversParentTypes['CashFlowTotal']> = {
  activity?: Resolver<ResolversTypes['CashFlowActivity'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  comparative?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  variance?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type CashForecastResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['CashForecast'] = ResolversParentTypes['CashForecast']> = {
  closing?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lowest?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  opening?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stretches?: Resolver<Array<ResolversTypes['CashForecastStretch']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type CashForecastItemResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['CashForecastItem'] = ResolversParentTypes['CashForecastItem']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isAssumed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CashForecastKind'], ParentType, ContextType>;
  recurringEntryId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
};

export type CashForecastItemConnectionResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['CashForecastItemConnection'] = ResolversParentTypes['CashForecastItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CashForecastItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CashForecastItemEdgeResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['CashForecastItemEdge'] = ResolversParentTypes['CashForecastItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CashForecastItem'], ParentType, ContextType>;
};

export type CashForecastStretchResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['CashForecastStretch'] = ResolversParentTypes['CashForecastStretch']> = {
  closing?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  comesIn?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  goesOut?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  items?: Resolver<ResolversTypes['CashForecastItemConnection'], ParentType, ContextType, Partial<CashForecastStretchItemsArgs>>;
  opening?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  sums?: Resolver<Array<ResolversTypes['CashForecastSum']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type CashForecastSumResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['CashForecastSum'] = ResolversParentTypes['CashForecastSum']> = {
  comesIn?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  goesOut?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CashForecastKind'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ConsolidatedAmountResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ConsolidatedAmount'] = ResolversParentTypes['ConsolidatedAmount']> = {
  comparative?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  eliminations?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['Decimal']>, ParentType, ContextType>;
  variance?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ConsolidatedChangesInEquityResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ConsolidatedChangesInEquity'] = ResolversParentTypes['ConsolidatedChangesInEquity']> = {
  checks?: Resolver<Array<ResolversTypes['ReportCheck']>, ParentType, ContextType>;
  companies?: Resolver<Array<ResolversTypes['ConsolidatedCompany']>, ParentType, ContextType>;
  components?: Resolver<Array<ResolversTypes['ConsolidatedEquityComponent']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ofOwners?: Resolver<ResolversTypes['ConsolidatedEquityComponent'], ParentType, ContextType>;
  pairs?: Resolver<Array<ResolversTypes['IntraGroupPair']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['ConsolidatedEquityComponent'], ParentType, ContextType>;
};

export type ConsolidatedCompanyResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ConsolidatedCompany'] = ResolversParentTypes['ConsolidatedCompany']> = {
  companyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ConsolidatedCompanyNameArgs>>;
  ownership?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  taxId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ConsolidatedEquityChangeResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ConsolidatedEquityChange'] = ResolversParentTypes['ConsolidatedEquityChange']> = {
  amount?: Resolver<ResolversTypes['ConsolidatedAmount'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ConsolidatedEquityChangeNameArgs>>;
};

export type ConsolidatedEquityComponentResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ConsolidatedEquityComponent'] = ResolversParentTypes['ConsolidatedEquityComponent']> = {
  changes?: Resolver<Array<ResolversTypes['ConsolidatedEquityChange']>, ParentType, ContextType>;
  closing?: Resolver<ResolversTypes['ConsolidatedAmount'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ConsolidatedEquityComponentNameArgs>>;
  opening?: Resolver<ResolversTypes['ConsolidatedAmount'], ParentType, ContextType>;
};

export type ConsolidatedLineResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ConsolidatedLine'] = ResolversParentTypes['ConsolidatedLine']> = {
  activity?: Resolver<Maybe<ResolversTypes['CashFlowActivity']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  comparative?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  eliminations?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StatementLineKind'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['Decimal']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ConsolidatedLineNameArgs>>;
  step?: Resolver<Maybe<ResolversTypes['CashFlowStep']>, ParentType, ContextType>;
  variance?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type ConsolidatedStatementResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ConsolidatedStatement'] = ResolversParentTypes['ConsolidatedStatement']> = {
  checks?: Resolver<Array<ResolversTypes['ReportCheck']>, ParentType, ContextType>;
  companies?: Resolver<Array<ResolversTypes['ConsolidatedCompany']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['ConsolidatedLine']>, ParentType, ContextType>;
  pairs?: Resolver<Array<ResolversTypes['IntraGroupPair']>, ParentType, ContextType>;
};

export type ConsolidationConsentResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ConsolidationConsent'] = ResolversParentTypes['ConsolidationConsent']> = {
  givenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  groupId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ConsolidationConsentPayloadResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ConsolidationConsentPayload'] = ResolversParentTypes['ConsolidationConsentPayload']> = {
  consents?: Resolver<Array<ResolversTypes['ConsolidationConsent']>, ParentType, ContextType>;
};

export type ConsolidationGroupResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ConsolidationGroup'] = ResolversParentTypes['ConsolidationGroup']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['ConsolidationMember']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ConsolidationGroupNameArgs>>;
};

export type ConsolidationGroupPayloadResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ConsolidationGroupPayload'] = ResolversParentTypes['ConsolidationGroupPayload']> = {
  group?: Resolver<ResolversTypes['ConsolidationGroup'], ParentType, ContextType>;
};

export type ConsolidationMemberResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ConsolidationMember'] = ResolversParentTypes['ConsolidationMember']> = {
  companyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  hasConsented?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ownership?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CorrespondingAccountsResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['CorrespondingAccounts'] = ResolversParentTypes['CorrespondingAccounts']> = {
  checks?: Resolver<Array<ResolversTypes['ReportCheck']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  pairs?: Resolver<Array<ResolversTypes['CorrespondingPair']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type CorrespondingPairResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['CorrespondingPair'] = ResolversParentTypes['CorrespondingPair']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  creditAccount?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  creditAmount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  creditCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  debitAccount?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  debitAmount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  debitCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CounterpartyResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['Counterparty'] = ResolversParentTypes['Counterparty']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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

export type DimensionMarginResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['DimensionMargin'] = ResolversParentTypes['DimensionMargin']> = {
  costOfSales?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  grossMargin?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  grossProfit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  otherCosts?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  profit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DimensionMarginsResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['DimensionMargins'] = ResolversParentTypes['DimensionMargins']> = {
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['DimensionMargin']>, ParentType, ContextType>;
};

export type EntrySourceResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['EntrySource'] = ResolversParentTypes['EntrySource']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subgraph?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EquityChangeResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['EquityChange'] = ResolversParentTypes['EquityChange']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  comparative?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<EquityChangeNameArgs>>;
  variance?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type EquityComponentResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['EquityComponent'] = ResolversParentTypes['EquityComponent']> = {
  changes?: Resolver<Array<ResolversTypes['EquityChange']>, ParentType, ContextType>;
  closing?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  comparativeClosing?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  comparativeOpening?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<EquityComponentNameArgs>>;
  opening?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ExportedReportResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ExportedReport'] = ResolversParentTypes['ExportedReport']> = {
  bytes?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['ReportFormat'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isClosed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSameAsBefore?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['ReportLanguage'], ParentType, ContextType>;
  madeAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  report?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ExportedReportConnectionResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ExportedReportConnection'] = ResolversParentTypes['ExportedReportConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ExportedReportEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ExportedReportEdgeResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ExportedReportEdge'] = ResolversParentTypes['ExportedReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ExportedReport'], ParentType, ContextType>;
};

export type FinancialRatioResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['FinancialRatio'] = ResolversParentTypes['FinancialRatio']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  denominator?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<FinancialRatioNameArgs>>;
  numerator?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['RatioUnit'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type FinancialRatiosResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['FinancialRatios'] = ResolversParentTypes['FinancialRatios']> = {
  ratios?: Resolver<Array<ResolversTypes['FinancialRatio']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GeneralLedgerConnectionResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['GeneralLedgerConnection'] = ResolversParentTypes['GeneralLedgerConnection']> = {
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['GeneralLedgerEdge']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type GeneralLedgerEdgeResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['GeneralLedgerEdge'] = ResolversParentTypes['GeneralLedgerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AccountCard'], ParentType, ContextType>;
};

export type IncomeStatementResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['IncomeStatement'] = ResolversParentTypes['IncomeStatement']> = {
  by?: Resolver<ResolversTypes['ExpenseClassification'], ParentType, ContextType>;
  checks?: Resolver<Array<ResolversTypes['ReportCheck']>, ParentType, ContextType>;
  compareFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  compareTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['StatementLine']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  standard?: Resolver<ResolversTypes['ReportingStandard'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type IntraGroupPairResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['IntraGroupPair'] = ResolversParentTypes['IntraGroupPair']> = {
  difference?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  firstId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  firstSays?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IntraGroupKind'], ParentType, ContextType>;
  secondId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  secondSays?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MapStatementAccountPayloadResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['MapStatementAccountPayload'] = ResolversParentTypes['MapStatementAccountPayload']> = {
  mapping?: Resolver<ResolversTypes['StatementMapping'], ParentType, ContextType>;
};

export type MonthlyResultResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['MonthlyResult'] = ResolversParentTypes['MonthlyResult']> = {
  expenses?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  income?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  profit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type MonthlyResultsResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['MonthlyResults'] = ResolversParentTypes['MonthlyResults']> = {
  months?: Resolver<Array<ResolversTypes['MonthlyResult']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  consentToConsolidation?: Resolver<ResolversTypes['ConsolidationConsentPayload'], ParentType, ContextType, RequireFields<MutationConsentToConsolidationArgs, 'input'>>;
  mapStatementAccount?: Resolver<ResolversTypes['MapStatementAccountPayload'], ParentType, ContextType, RequireFields<MutationMapStatementAccountArgs, 'input'>>;
  setBudget?: Resolver<ResolversTypes['SetBudgetPayload'], ParentType, ContextType, RequireFields<MutationSetBudgetArgs, 'input'>>;
  setConsolidationGroup?: Resolver<ResolversTypes['ConsolidationGroupPayload'], ParentType, ContextType, RequireFields<MutationSetConsolidationGroupArgs, 'input'>>;
  setPaymentTerms?: Resolver<ResolversTypes['PaymentTermsPayload'], ParentType, ContextType, RequireFields<MutationSetPaymentTermsArgs, 'input'>>;
  withdrawConsolidationConsent?: Resolver<ResolversTypes['ConsolidationConsentPayload'], ParentType, ContextType, RequireFields<MutationWithdrawConsolidationConsentArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PaymentTermsResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['PaymentTerms'] = ResolversParentTypes['PaymentTerms']> = {
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  payableDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  receivableDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PaymentTermsPayloadResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['PaymentTermsPayload'] = ResolversParentTypes['PaymentTermsPayload']> = {
  terms?: Resolver<ResolversTypes['PaymentTerms'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accountCard?: Resolver<Maybe<ResolversTypes['AccountCard']>, ParentType, ContextType, RequireFields<QueryAccountCardArgs, 'accountId' | 'from' | 'to'>>;
  agedBalances?: Resolver<ResolversTypes['AgedBalances'], ParentType, ContextType, RequireFields<QueryAgedBalancesArgs, 'asOf' | 'by' | 'side'>>;
  balanceSheet?: Resolver<ResolversTypes['BalanceSheet'], ParentType, ContextType, RequireFields<QueryBalanceSheetArgs, 'asOf' | 'currency' | 'standard'>>;
  benfordTest?: Resolver<ResolversTypes['BenfordTest'], ParentType, ContextType, RequireFields<QueryBenfordTestArgs, 'from' | 'to'>>;
  booksRead?: Resolver<ResolversTypes['BooksRead'], ParentType, ContextType, Partial<QueryBooksReadArgs>>;
  budgetComparison?: Resolver<ResolversTypes['BudgetComparison'], ParentType, ContextType, RequireFields<QueryBudgetComparisonArgs, 'fromMonth' | 'fromYear' | 'toMonth' | 'toYear'>>;
  cashFlowStatement?: Resolver<ResolversTypes['CashFlowStatement'], ParentType, ContextType, RequireFields<QueryCashFlowStatementArgs, 'from' | 'method' | 'standard' | 'to'>>;
  cashForecast?: Resolver<ResolversTypes['CashForecast'], ParentType, ContextType, RequireFields<QueryCashForecastArgs, 'from'>>;
  changesInEquity?: Resolver<ResolversTypes['StatementOfChangesInEquity'], ParentType, ContextType, RequireFields<QueryChangesInEquityArgs, 'from' | 'standard' | 'to'>>;
  consolidatedBalanceSheet?: Resolver<Maybe<ResolversTypes['ConsolidatedStatement']>, ParentType, ContextType, RequireFields<QueryConsolidatedBalanceSheetArgs, 'asOf' | 'currency' | 'groupId' | 'minSeqs' | 'standard'>>;
  consolidatedCashFlowStatement?: Resolver<Maybe<ResolversTypes['ConsolidatedStatement']>, ParentType, ContextType, RequireFields<QueryConsolidatedCashFlowStatementArgs, 'currency' | 'from' | 'groupId' | 'method' | 'minSeqs' | 'standard' | 'to'>>;
  consolidatedChangesInEquity?: Resolver<Maybe<ResolversTypes['ConsolidatedChangesInEquity']>, ParentType, ContextType, RequireFields<QueryConsolidatedChangesInEquityArgs, 'currency' | 'from' | 'groupId' | 'minSeqs' | 'standard' | 'to'>>;
  consolidatedIncomeStatement?: Resolver<Maybe<ResolversTypes['ConsolidatedStatement']>, ParentType, ContextType, RequireFields<QueryConsolidatedIncomeStatementArgs, 'by' | 'currency' | 'from' | 'groupId' | 'minSeqs' | 'standard' | 'to'>>;
  consolidationConsents?: Resolver<Array<ResolversTypes['ConsolidationConsent']>, ParentType, ContextType>;
  consolidationGroups?: Resolver<Array<ResolversTypes['ConsolidationGroup']>, ParentType, ContextType>;
  correspondingAccounts?: Resolver<ResolversTypes['CorrespondingAccounts'], ParentType, ContextType, RequireFields<QueryCorrespondingAccountsArgs, 'from' | 'to'>>;
  exportedReports?: Resolver<ResolversTypes['ExportedReportConnection'], ParentType, ContextType, Partial<QueryExportedReportsArgs>>;
  financialRatios?: Resolver<ResolversTypes['FinancialRatios'], ParentType, ContextType, RequireFields<QueryFinancialRatiosArgs, 'from' | 'standard' | 'to'>>;
  generalLedger?: Resolver<ResolversTypes['GeneralLedgerConnection'], ParentType, ContextType, RequireFields<QueryGeneralLedgerArgs, 'from' | 'to'>>;
  incomeStatement?: Resolver<ResolversTypes['IncomeStatement'], ParentType, ContextType, RequireFields<QueryIncomeStatementArgs, 'by' | 'currency' | 'from' | 'standard' | 'to'>>;
  marginByDimension?: Resolver<ResolversTypes['DimensionMargins'], ParentType, ContextType, RequireFields<QueryMarginByDimensionArgs, 'from' | 'name' | 'standard' | 'to'>>;
  monthlyResults?: Resolver<ResolversTypes['MonthlyResults'], ParentType, ContextType, RequireFields<QueryMonthlyResultsArgs, 'from' | 'to'>>;
  paymentTerms?: Resolver<ResolversTypes['PaymentTerms'], ParentType, ContextType, Partial<QueryPaymentTermsArgs>>;
  reconciliationAct?: Resolver<Maybe<ResolversTypes['ReconciliationAct']>, ParentType, ContextType, RequireFields<QueryReconciliationActArgs, 'counterpartyId' | 'from' | 'to'>>;
  reportFile?: Resolver<Maybe<ResolversTypes['ReportFile']>, ParentType, ContextType, RequireFields<QueryReportFileArgs, 'agedBy' | 'by' | 'currency' | 'expenses' | 'format' | 'language' | 'method' | 'report' | 'standard'>>;
  reportFileProgress?: Resolver<Maybe<ResolversTypes['ReportFileProgress']>, ParentType, ContextType, RequireFields<QueryReportFileProgressArgs, 'id'>>;
  statementMappings?: Resolver<ResolversTypes['StatementMappings'], ParentType, ContextType, RequireFields<QueryStatementMappingsArgs, 'standard' | 'statement'>>;
  turnoverSheet?: Resolver<ResolversTypes['TurnoverSheet'], ParentType, ContextType, RequireFields<QueryTurnoverSheetArgs, 'by' | 'from' | 'to'>>;
};

export type ReconciliationAccountResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ReconciliationAccount'] = ResolversParentTypes['ReconciliationAccount']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  closing?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ReconciliationAccountNameArgs>>;
  opening?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ReconciliationActResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ReconciliationAct'] = ResolversParentTypes['ReconciliationAct']> = {
  accounts?: Resolver<Array<ResolversTypes['ReconciliationAccount']>, ParentType, ContextType>;
  closing?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  counterparty?: Resolver<ResolversTypes['Counterparty'], ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['AccountCardEntryConnection'], ParentType, ContextType, Partial<ReconciliationActEntriesArgs>>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  opening?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type ReportCheckResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ReportCheck'] = ResolversParentTypes['ReportCheck']> = {
  actual?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ReportEntryResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ReportEntry'] = ResolversParentTypes['ReportEntry']> = {
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['EntrySource']>, ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type ReportEntryConnectionResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ReportEntryConnection'] = ResolversParentTypes['ReportEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReportEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ReportEntryEdgeResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ReportEntryEdge'] = ResolversParentTypes['ReportEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReportEntry'], ParentType, ContextType>;
};

export type ReportFileResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ReportFile'] = ResolversParentTypes['ReportFile']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isClosed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReportFileProgressResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['ReportFileProgress'] = ResolversParentTypes['ReportFileProgress'], FederationReferenceType extends FederationReferenceTypes['ReportFileProgress'] = FederationReferenceTypes['ReportFileProgress']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ReportFileProgress']> | FederationReferenceType, FederationReferenceType, ContextType>;
  bytes?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  format?: Resolver<ResolversTypes['ReportFormat'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['ReportLanguage'], ParentType, ContextType>;
  ofRows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  percent?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  report?: Resolver<ResolversTypes['ReportName'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ReportFileState'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SetBudgetPayloadResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['SetBudgetPayload'] = ResolversParentTypes['SetBudgetPayload']> = {
  budget?: Resolver<ResolversTypes['AccountBudget'], ParentType, ContextType>;
};

export type StatementAccountResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['StatementAccount'] = ResolversParentTypes['StatementAccount']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  comparative?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['ReportEntryConnection'], ParentType, ContextType, Partial<StatementAccountEntriesArgs>>;
};

export type StatementLineResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['StatementLine'] = ResolversParentTypes['StatementLine']> = {
  accounts?: Resolver<Array<ResolversTypes['StatementAccount']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  comparative?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['StatementLineKind'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<StatementLineNameArgs>>;
  variance?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type StatementLineNameResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['StatementLineName'] = ResolversParentTypes['StatementLineName']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<StatementLineNameNameArgs>>;
};

export type StatementMappingResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['StatementMapping'] = ResolversParentTypes['StatementMapping']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  isChosen?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lineCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StatementMappingsResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['StatementMappings'] = ResolversParentTypes['StatementMappings']> = {
  accounts?: Resolver<Array<ResolversTypes['StatementMapping']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['StatementLineName']>, ParentType, ContextType>;
  unmapped?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StatementOfChangesInEquityResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['StatementOfChangesInEquity'] = ResolversParentTypes['StatementOfChangesInEquity']> = {
  checks?: Resolver<Array<ResolversTypes['ReportCheck']>, ParentType, ContextType>;
  compareFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  compareTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  components?: Resolver<Array<ResolversTypes['EquityComponent']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  standard?: Resolver<ResolversTypes['ReportingStandard'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type TransactionResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['Transaction'] = ResolversParentTypes['Transaction']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TurnoverRowResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['TurnoverRow'] = ResolversParentTypes['TurnoverRow']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  closingCredit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  closingDebit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  currencyClosing?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currencyCredit?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currencyDebit?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  currencyOpening?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  dimensionValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<TurnoverRowNameArgs>>;
  openingCredit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  openingDebit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type TurnoverRowEdgeResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['TurnoverRowEdge'] = ResolversParentTypes['TurnoverRowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TurnoverRow'], ParentType, ContextType>;
};

export type TurnoverSheetResolvers<ContextType = ReportingContext, ParentType extends ResolversParentTypes['TurnoverSheet'] = ResolversParentTypes['TurnoverSheet']> = {
  checks?: Resolver<Array<ResolversTypes['ReportCheck']>, ParentType, ContextType>;
  closingCredit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  closingDebit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['TurnoverRowEdge']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  openingCredit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  openingDebit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ReportingContext> = {
  Account?: AccountResolvers<ContextType>;
  AccountBudget?: AccountBudgetResolvers<ContextType>;
  AccountCard?: AccountCardResolvers<ContextType>;
  AccountCardEntry?: AccountCardEntryResolvers<ContextType>;
  AccountCardEntryConnection?: AccountCardEntryConnectionResolvers<ContextType>;
  AccountCardEntryEdge?: AccountCardEntryEdgeResolvers<ContextType>;
  AgedBalance?: AgedBalanceResolvers<ContextType>;
  AgedBalanceEdge?: AgedBalanceEdgeResolvers<ContextType>;
  AgedBalances?: AgedBalancesResolvers<ContextType>;
  BalanceSheet?: BalanceSheetResolvers<ContextType>;
  BenfordDigit?: BenfordDigitResolvers<ContextType>;
  BenfordTest?: BenfordTestResolvers<ContextType>;
  BooksRead?: BooksReadResolvers<ContextType>;
  BudgetComparison?: BudgetComparisonResolvers<ContextType>;
  BudgetComparisonRow?: BudgetComparisonRowResolvers<ContextType>;
  CashFlowStatement?: CashFlowStatementResolvers<ContextType>;
  CashFlowStatementLine?: CashFlowStatementLineResolvers<ContextType>;
  CashFlowTotal?: CashFlowTotalResolvers<ContextType>;
  CashForecast?: CashForecastResolvers<ContextType>;
  CashForecastItem?: CashForecastItemResolvers<ContextType>;
  CashForecastItemConnection?: CashForecastItemConnectionResolvers<ContextType>;
  CashForecastItemEdge?: CashForecastItemEdgeResolvers<ContextType>;
  CashForecastStretch?: CashForecastStretchResolvers<ContextType>;
  CashForecastSum?: CashForecastSumResolvers<ContextType>;
  ConsolidatedAmount?: ConsolidatedAmountResolvers<ContextType>;
  ConsolidatedChangesInEquity?: ConsolidatedChangesInEquityResolvers<ContextType>;
  ConsolidatedCompany?: ConsolidatedCompanyResolvers<ContextType>;
  ConsolidatedEquityChange?: ConsolidatedEquityChangeResolvers<ContextType>;
  ConsolidatedEquityComponent?: ConsolidatedEquityComponentResolvers<ContextType>;
  ConsolidatedLine?: ConsolidatedLineResolvers<ContextType>;
  ConsolidatedStatement?: ConsolidatedStatementResolvers<ContextType>;
  ConsolidationConsent?: ConsolidationConsentResolvers<ContextType>;
  ConsolidationConsentPayload?: ConsolidationConsentPayloadResolvers<ContextType>;
  ConsolidationGroup?: ConsolidationGroupResolvers<ContextType>;
  ConsolidationGroupPayload?: ConsolidationGroupPayloadResolvers<ContextType>;
  ConsolidationMember?: ConsolidationMemberResolvers<ContextType>;
  CorrespondingAccounts?: CorrespondingAccountsResolvers<ContextType>;
  CorrespondingPair?: CorrespondingPairResolvers<ContextType>;
  Counterparty?: CounterpartyResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DimensionMargin?: DimensionMarginResolvers<ContextType>;
  DimensionMargins?: DimensionMarginsResolvers<ContextType>;
  EntrySource?: EntrySourceResolvers<ContextType>;
  EquityChange?: EquityChangeResolvers<ContextType>;
  EquityComponent?: EquityComponentResolvers<ContextType>;
  ExportedReport?: ExportedReportResolvers<ContextType>;
  ExportedReportConnection?: ExportedReportConnectionResolvers<ContextType>;
  ExportedReportEdge?: ExportedReportEdgeResolvers<ContextType>;
  FinancialRatio?: FinancialRatioResolvers<ContextType>;
  FinancialRatios?: FinancialRatiosResolvers<ContextType>;
  GeneralLedgerConnection?: GeneralLedgerConnectionResolvers<ContextType>;
  GeneralLedgerEdge?: GeneralLedgerEdgeResolvers<ContextType>;
  IncomeStatement?: IncomeStatementResolvers<ContextType>;
  IntraGroupPair?: IntraGroupPairResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  MapStatementAccountPayload?: MapStatementAccountPayloadResolvers<ContextType>;
  MonthlyResult?: MonthlyResultResolvers<ContextType>;
  MonthlyResults?: MonthlyResultsResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PaymentTerms?: PaymentTermsResolvers<ContextType>;
  PaymentTermsPayload?: PaymentTermsPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReconciliationAccount?: ReconciliationAccountResolvers<ContextType>;
  ReconciliationAct?: ReconciliationActResolvers<ContextType>;
  ReportCheck?: ReportCheckResolvers<ContextType>;
  ReportEntry?: ReportEntryResolvers<ContextType>;
  ReportEntryConnection?: ReportEntryConnectionResolvers<ContextType>;
  ReportEntryEdge?: ReportEntryEdgeResolvers<ContextType>;
  ReportFile?: ReportFileResolvers<ContextType>;
  ReportFileProgress?: ReportFileProgressResolvers<ContextType>;
  SetBudgetPayload?: SetBudgetPayloadResolvers<ContextType>;
  StatementAccount?: StatementAccountResolvers<ContextType>;
  StatementLine?: StatementLineResolvers<ContextType>;
  StatementLineName?: StatementLineNameResolvers<ContextType>;
  StatementMapping?: StatementMappingResolvers<ContextType>;
  StatementMappings?: StatementMappingsResolvers<ContextType>;
  StatementOfChangesInEquity?: StatementOfChangesInEquityResolvers<ContextType>;
  Transaction?: TransactionResolvers<ContextType>;
  TurnoverRow?: TurnoverRowResolvers<ContextType>;
  TurnoverRowEdge?: TurnoverRowEdgeResolvers<ContextType>;
  TurnoverSheet?: TurnoverSheetResolvers<ContextType>;
};

