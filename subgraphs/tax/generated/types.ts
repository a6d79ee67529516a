import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CheckedItem, ChecklistMonth } from '../../shared/graphql/close-checklist.ts';
import type { CounterpartyRow } from '../counterparties/queries.ts';
import type { LedgerTransaction, TaxInvoiceRow, TaxInvoiceLineRow } from '../invoices/queries.ts';
import type { SetOff } from '../invoices/invoice.ts';
import type { Unit, Ground } from '../invoices/law.ts';
import type { ExciseGroupRow, ExciseMonth, ExciseSum as ExciseSumRow, ExciseItemRow } from '../excise/queries.ts';
import type { ConnectionRow, ReportRow, SubmissionRow } from '../rs-ge/queries.ts';
import type { ReceivedInvoiceRow, DifferenceRow } from '../rs-ge/received/queries.ts';
import type { PostingAccountRow } from '../posting-accounts/queries.ts';
import type { TaxProfileDetails } from '../profile/profile.ts';
import type { Rate } from '../rates/rate.ts';
import type { Obligation } from '../calendar/queries.ts';
import type { TaxPaymentRow } from '../calendar/payments/queries.ts';
import type { AccountOfYear, PropertyTaxYear } from '../property-tax/queries.ts';
import type { SmallBusinessMonth, IncomeRow } from '../small-business/queries.ts';
import type { WithholdingSum, Form30Month, WithholdingRow } from '../withholding/queries.ts';
import type { ProfitTaxLineRow, ProfitTaxSum, ProfitTaxMonth, ProfitTaxChargeRow } from '../profit-tax/queries.ts';
import type { PostingRow } from '../postings/queries.ts';
import type { UndocumentedVatRow, VatDifferencesRow, VatDocumentRow, VatEntryRow, VatTurnoverRow } from '../vat-register/queries.ts';
import type { CapitalGood, CapitalGoodsYear } from '../capital-goods/queries.ts';
import type { EntryReport } from '../rs-ge/register/resolvers.ts';
import type { ReturnOfMonth } from '../rs-ge/register/queries.ts';
import type { CrossingRow, RegistrationWatch } from '../registration/queries.ts';
import type { VatReturnRow, VatReturnChange as VatReturnStep, VatItem as VatReturnItemRow } from '../vat-return/queries.ts';
import type { FilledBox, FilingAfter } from '../vat-return/resolvers.ts';
import type { TaxContext } from '../context.ts';
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

/** A receipt of the tax authority, as somebody has read it on RS.ge. */
export type AcceptVatReturnInput = {
  /** Date of the receipt. */
  date: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Month, 1–12. */
  month: Scalars['Int']['input'];
  /** Number of the receipt, 1–50 characters. */
  receiptNumber: Scalars['String']['input'];
  /** Year of the month. */
  year: Scalars['Int']['input'];
};

/** An account of the ledger. */
export type Account = {
  __typename?: 'Account';
  /** Identifier of the account. */
  id: Scalars['ID']['output'];
  /** What went over the account in a span of days, if it is one of VAT (by its role in the chart); null for all others. */
  vatTurnover: Maybe<VatTurnover>;
};


/** An account of the ledger. */
export type AccountVatTurnoverArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};

/** The payment that an advance invoice is about. */
export type AdvancePaymentInput = {
  /** What was paid, in the currency of the document. */
  amount: Scalars['Decimal']['input'];
  /** Number of the payment, at most 100 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** An answer to a document of another. */
export type AnswerRsGeInvoiceInput = {
  /** What we say. */
  answer: RsGeAnswer;
  /** Makes the call safe to repeat: the same key and input ask once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why we do not agree; at most 1,000 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of RS.ge. */
  rsGeId: Scalars['String']['input'];
};

/** The document after the command, as RS.ge told of it last: the answer goes there by the outbox. */
export type AnswerRsGeInvoicePayload = {
  __typename?: 'AnswerRsGeInvoicePayload';
  /** The document. */
  rsGeInvoice: RsGeInvoice;
};

/** Something to charge profit tax on. */
export type ChargeProfitTaxInput = {
  /** What was distributed, spent, given or lent, GEL, without the tax. */
  amount: Scalars['Decimal']['input'];
  /** Who received it. */
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  /** Day of the operation. */
  date: Scalars['Date']['input'];
  /** What it was, for the books. */
  description: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it is. */
  kind: ProfitTaxKind;
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
export type ChooseTaxPostingAccountInput = {
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
  /** Month, 1–12. */
  month: Scalars['Int']['output'];
  /** What is open in tax: differences of VAT, drafts, refused postings, the return. */
  taxItems: Array<ChecklistItem>;
  /** Fiscal year. */
  year: Scalars['Int']['output'];
};

/** The code that RS.ge has sent to a telephone. */
export type ConfirmRsGePinInput = {
  /** The code. */
  otp: Scalars['String']['input'];
};

/** A document that the other side agrees with, or we. */
export type ConfirmTaxInvoiceInput = {
  /**
   * Of received ones: month in which the VAT is credited, as "2026-02"; that of the operation without it. Not before the
   * operation, not later than three years after the end of its year (Tax Code, article 174).
   */
  creditMonth?: InputMaybe<Scalars['String']['input']>;
  /** Version that it is meant for; refused with `CONFLICT` when it is not the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The document. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** How a document should have been. */
export type CorrectTaxInvoiceInput = {
  /** Advances set off as they are to be from now on; as before without it, none when the operation is cancelled. */
  advances?: InputMaybe<Array<TaxInvoiceAdvanceInput>>;
  /** Day of the correction: its month takes the difference. */
  date: Scalars['Date']['input'];
  /** Version that it is meant for; refused with `CONFLICT` when it is not the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The document to correct; never a correction: correct the original once more. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the same correction. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * Whether a supplier's correction is agreed with at once. One that is not waits for `confirmTaxInvoice` or
   * `refuseTaxInvoice`, and changes nothing until then.
   */
  isConfirmed?: InputMaybe<Scalars['Boolean']['input']>;
  /** The lines as they are to be from now on; none when the operation is cancelled. */
  lines: Array<TaxInvoiceLineInput>;
  /** Why. */
  reason: TaxCorrectionReason;
  /** Number of the correction on RS.ge, when it was entered there by hand, or is a supplier's. */
  registration?: InputMaybe<RegistrationNumberInput>;
};

/** Whom the company deals with: buyers and suppliers. */
export type Counterparty = {
  __typename?: 'Counterparty';
  /** Address, as it is to stand on documents. */
  address: Maybe<Scalars['String']['output']>;
  /** Country of the number, two letters of ISO 3166. */
  country: Scalars['String']['output'];
  /** When it was added. */
  createdAt: Scalars['DateTime']['output'];
  /** Bank accounts. */
  ibans: Array<Scalars['String']['output']>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** False once nothing new may be made out to it; what there is stays. */
  isActive: Scalars['Boolean']['output'];
  /** Whether it is established or lives in Georgia. */
  isResident: Scalars['Boolean']['output'];
  /** Which number it is known by. */
  kind: CounterpartyKind;
  /** Name in the language asked for; English falls back to Georgian. */
  name: Scalars['String']['output'];
  /** Identification number, unique within the company and country. */
  taxId: Scalars['String']['output'];
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Spans in which it was or is registered for VAT, the oldest first. */
  vatRegistrations: Array<VatRegistration>;
  /** Number of changes; pass it as `expectedVersion` to change what you have seen and nothing newer. */
  version: Scalars['Int']['output'];
};


/** Whom the company deals with: buyers and suppliers. */
export type CounterpartyNameArgs = {
  language?: InputMaybe<TaxLanguage>;
};

/** The counterparty to act on. */
export type CounterpartyActionInput = {
  /** Version that the action is meant for; refused with `CONFLICT` when it is not the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Identifier of the counterparty. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Counterparties in order of their Georgian names. */
export type CounterpartyConnection = {
  __typename?: 'CounterpartyConnection';
  /** Counterparties of this page. */
  edges: Array<CounterpartyEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A counterparty with its cursor. */
export type CounterpartyEdge = {
  __typename?: 'CounterpartyEdge';
  /** Pass it as `after` to go on behind this counterparty. */
  cursor: Scalars['String']['output'];
  /** The counterparty. */
  node: Counterparty;
};

/** Every condition given must hold. */
export type CounterpartyFilter = {
  /** Active ones only, or inactive ones only. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Those that are known by these numbers. */
  kinds?: InputMaybe<Array<CounterpartyKind>>;
  /** Those whose number or any name contains this text, whatever the case. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Which number somebody is known by to the tax authority. */
export type CounterpartyKind =
  /** A company of Georgia: nine digits. */
  | 'COMPANY'
  /** Somebody of another country, by the number that is used there. */
  | 'FOREIGN'
  /** A person of Georgia, an individual entrepreneur too: eleven digits. */
  | 'PERSON';

/** The counterparty after the command. */
export type CounterpartyPayload = {
  __typename?: 'CounterpartyPayload';
  /** The counterparty as it is now. */
  counterparty: Counterparty;
};

/** Somebody to deal with. */
export type CreateCounterpartyInput = {
  /** Address, at most 500 characters. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** Country of a foreign number, two letters of ISO 3166; left out for Georgia. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** Bank accounts; the check digits must be right. */
  ibans?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Makes the call safe to repeat: the same key and input answer the same counterparty. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is established or lives in Georgia; without it, whether the number is Georgian. */
  isResident?: InputMaybe<Scalars['Boolean']['input']>;
  /** Which number it is known by. */
  kind: CounterpartyKind;
  /** Name in Georgian, or as it is written; at most 250 characters. */
  name: Scalars['String']['input'];
  /** Name in English, at most 250 characters. */
  nameEn?: InputMaybe<Scalars['String']['input']>;
  /** Nine digits for a company, eleven for a person; of others 1–30 letters, digits and signs. */
  taxId: Scalars['String']['input'];
  /** All spans of registration for VAT, in order and apart from each other. */
  vatRegistrations?: InputMaybe<Array<VatRegistrationInput>>;
};

/** What the base of an import is made of, GEL. */
export type CustomsDeclaration = {
  __typename?: 'CustomsDeclaration';
  /** Customs value. */
  customsValue: Scalars['Decimal']['output'];
  /** Import tax. */
  duty: Scalars['Decimal']['output'];
  /** Excise. */
  excise: Scalars['Decimal']['output'];
  /** Its goods; empty of declarations that were entered as one sum. */
  lines: Array<CustomsLine>;
  /** When they were paid, where that was said. */
  paidOn: Maybe<Scalars['Date']['output']>;
  /** Last day for import tax, excise and VAT before days off are looked at; null of declarations that were entered without. */
  paymentDue: Maybe<Scalars['Date']['output']>;
};

/** Goods of one line of a customs declaration. */
export type CustomsLine = {
  __typename?: 'CustomsLine';
  /** Code of the goods in the foreign-trade nomenclature. */
  commodityCode: Maybe<Scalars['String']['output']>;
  /** Customs value, GEL. */
  customsValue: Scalars['Decimal']['output'];
  /** Import tax, GEL. */
  duty: Scalars['Decimal']['output'];
  /** Rate of import tax, per cent; null where the amount was stated. */
  dutyRate: Maybe<Scalars['Decimal']['output']>;
  /** Excise, GEL. */
  excise: Scalars['Decimal']['output'];
  /** Line of the document. */
  line: Scalars['Int']['output'];
  /** How much, in the unit of the declaration. */
  quantity: Maybe<Scalars['Decimal']['output']>;
};

/** Which submission is to be given up for good. */
export type DropRsGeSubmissionInput = {
  /** The submission: refused, given up or still waiting. */
  id: Scalars['ID']['input'];
  /** Why, for those who look later. */
  reason: Scalars['String']['input'];
};

/** A group of excisable goods. */
export type ExciseGroup = {
  __typename?: 'ExciseGroup';
  /** How sure it is that the law has this group. */
  certainty: LegalCertainty;
  /** Code to name it by in lines of invoices, for example `BEER`. */
  code: Scalars['String']['output'];
  /** Name in the language asked for. */
  name: Scalars['String']['output'];
  /** All rates that are known, the latest first. */
  rates: Array<ExciseRate>;
  /** Article that says so. */
  source: Scalars['String']['output'];
  /** What its rates are for one of, for example “l”. */
  unit: Scalars['String']['output'];
};


/** A group of excisable goods. */
export type ExciseGroupNameArgs = {
  language?: InputMaybe<TaxLanguage>;
};


/** A group of excisable goods. */
export type ExciseGroupUnitArgs = {
  language?: InputMaybe<TaxLanguage>;
};

/** The group after the command. */
export type ExciseGroupPayload = {
  __typename?: 'ExciseGroupPayload';
  /** The group with its rates as they are now. */
  group: ExciseGroup;
};

/** What one line of a document adds to the excise of a month; negative where it takes away. */
export type ExciseItem = {
  __typename?: 'ExciseItem';
  /** Day of the operation or of the correction. */
  date: Scalars['Date']['output'];
  /** GEL. */
  excise: Scalars['Decimal']['output'];
  /** The goods. */
  group: ExciseGroup;
  /** The document. */
  invoice: TaxInvoice;
  /** Its line. */
  line: Scalars['Int']['output'];
  /** Units of the group. */
  quantity: Scalars['Decimal']['output'];
  /** GEL for one unit of the group. */
  rate: Scalars['Decimal']['output'];
};

/** Lines behind the excise of a month, in the order of days. */
export type ExciseItemConnection = {
  __typename?: 'ExciseItemConnection';
  /** Lines of this page. */
  edges: Array<ExciseItemEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A line with its cursor. */
export type ExciseItemEdge = {
  __typename?: 'ExciseItemEdge';
  /** Pass it as `after` to go on behind this line. */
  cursor: Scalars['String']['output'];
  /** The line. */
  node: ExciseItem;
};

/** A rate of excise, GEL for one unit of its group. */
export type ExciseRate = {
  __typename?: 'ExciseRate';
  /** Whether lines that name no rate take it: those of the company, and confirmed ones where it has none. */
  isApplied: Scalars['Boolean']['output'];
  /** Whether the company has entered it itself. */
  isOwn: Scalars['Boolean']['output'];
  /** GEL for one unit of the group, at most 6 decimals. */
  rate: Scalars['Decimal']['output'];
  /** Where it is from. */
  source: Scalars['String']['output'];
  /** First day for which it holds. */
  validFrom: Scalars['Date']['output'];
  /** Last day; null when no end is known. */
  validTo: Maybe<Scalars['Date']['output']>;
};

/** The excise of a month: what was supplied of excisable goods, less what corrections took back. */
export type ExciseReturn = {
  __typename?: 'ExciseReturn';
  /** Last day for the return and the payment: the 15th of the next month, moved over days off. */
  dueDate: Scalars['Date']['output'];
  /** Month, 1–12. */
  month: Scalars['Int']['output'];
  /** By group and rate. */
  sums: Array<ExciseSum>;
  /** Excise of the month, GEL. */
  total: Scalars['Decimal']['output'];
  /** Year. */
  year: Scalars['Int']['output'];
};

/** The excise of a month on one group at one rate. */
export type ExciseSum = {
  __typename?: 'ExciseSum';
  /** GEL; the sum of the lines, each rounded to the tetri. */
  excise: Scalars['Decimal']['output'];
  /** The goods. */
  group: ExciseGroup;
  /** Units of the group. */
  quantity: Scalars['Decimal']['output'];
  /** GEL for one unit of the group. */
  rate: Scalars['Decimal']['output'];
};

/** Which months are to be fetched. */
export type FetchRsGeInvoicesInput = {
  /** First month, as `2026-11`. */
  from: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input ask once. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Last month; at most 36 in all, none that has not come. */
  to: Scalars['String']['input'];
};

/** Which months will be fetched; `rsGeMonths` tells how far that is. */
export type FetchRsGeInvoicesPayload = {
  __typename?: 'FetchRsGeInvoicesPayload';
  /** First month. */
  from: Scalars['String']['output'];
  /** Last month. */
  to: Scalars['String']['output'];
};

/** Form 30 of a month: what was paid in it and what was withheld. Reversed payments are left out. */
export type Form30 = {
  __typename?: 'Form30';
  /** Last day for return and payment: the 15th of the next month, moved over weekends and holidays. */
  due: Scalars['Date']['output'];
  /**
   * The file for the portal of the Revenue Service, which takes it by hand: there is no interface that it could be sent
   * to. Errors: COST_LIMIT_EXCEEDED (more than 5,000 rows).
   */
  file: Form30File;
  /** Sum of the payments before tax, GEL. */
  gross: Scalars['Decimal']['output'];
  /** Month of the period, 1–12. */
  month: Scalars['Int']['output'];
  /** What the payees got, GEL. */
  net: Scalars['Decimal']['output'];
  /** The payments, by date. */
  rows: Form30RowConnection;
  /** Sums by kind; kinds of which there was nothing are left out. */
  sums: Array<Form30Sum>;
  /** Tax withheld in the month, GEL. */
  tax: Scalars['Decimal']['output'];
  /** Year of the period. */
  year: Scalars['Int']['output'];
};


/** Form 30 of a month: what was paid in it and what was withheld. Reversed payments are left out. */
export type Form30RowsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A file to be handed in. */
export type Form30File = {
  __typename?: 'Form30File';
  /** Excel 2003 SpreadsheetML in UTF-8, as base64. */
  contentBase64: Scalars['String']['output'];
  /** Media type. */
  mediaType: Scalars['String']['output'];
  /** Name, for example `form30-2026-01.xls`. */
  name: Scalars['String']['output'];
};

/** Rows of Form 30. */
export type Form30RowConnection = {
  __typename?: 'Form30RowConnection';
  /** Rows of this page. */
  edges: Array<Form30RowEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A row with its cursor. */
export type Form30RowEdge = {
  __typename?: 'Form30RowEdge';
  /** Pass it as `after` to go on behind this row. */
  cursor: Scalars['String']['output'];
  /** The payment. */
  node: Withholding;
};

/** Sums of one kind. */
export type Form30Sum = {
  __typename?: 'Form30Sum';
  /** Sum before tax, GEL. */
  gross: Scalars['Decimal']['output'];
  /** What was paid for. */
  kind: WithholdingKind;
  /** What the payees got, GEL. */
  net: Scalars['Decimal']['output'];
  /** Number of payments. */
  payments: Scalars['Int']['output'];
  /** Tax withheld, GEL. */
  tax: Scalars['Decimal']['output'];
  /** Name of the kind in Georgian or in English. */
  title: Scalars['String']['output'];
};


/** Sums of one kind. */
export type Form30SumTitleArgs = {
  language?: InputMaybe<TaxLanguage>;
};

/** A customs declaration of goods imported: its goods line by line, or all of them as one. */
export type ImportInput = {
  /** Account of the ledger for the goods; the usual one without it. */
  accountCode?: InputMaybe<Scalars['String']['input']>;
  /** Code of the goods, 4–11 digits. */
  commodityCode?: InputMaybe<Scalars['String']['input']>;
  /** The supplier abroad. */
  counterpartyId: Scalars['ID']['input'];
  /** Month in which its VAT is credited, as "2026-02"; that of the release without it. */
  creditMonth?: InputMaybe<Scalars['String']['input']>;
  /** Per cent of the VAT that may be credited; 100 without it. */
  creditableShare?: InputMaybe<Scalars['Decimal']['input']>;
  /** Customs value, GEL. */
  customsValue?: InputMaybe<Scalars['Decimal']['input']>;
  /** Import tax, GEL; with a rate, refused when it is not what the rate makes. */
  duty?: InputMaybe<Scalars['Decimal']['input']>;
  /** Rate of import tax, per cent: one that the law knows for the day (see `taxRates`). */
  dutyRate?: InputMaybe<Scalars['Decimal']['input']>;
  /** Excise, GEL. */
  excise?: InputMaybe<Scalars['Decimal']['input']>;
  /** Ground: `CUSTOMS_DECLARATION`, or `ASSESSED_IMPORT` for what the tax authority assessed. */
  ground?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the same document. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether they are fixed assets; lines may say otherwise of theirs. */
  isFixedAsset?: InputMaybe<Scalars['Boolean']['input']>;
  /** The goods, 1–1,000 lines; without it the fields below say what all of them are. */
  lines?: InputMaybe<Array<ImportLineInput>>;
  /** What the goods are, at most 500 characters; needed without lines, as the next. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Day on which the customs released the goods. */
  operationDate: Scalars['Date']['input'];
  /** Last day for the charges where the customs allowed a longer term than usual, at most 45 days after the release. */
  paymentDue?: InputMaybe<Scalars['Date']['input']>;
  /** How much, in the unit of the declaration. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** Number of the declaration. */
  registration: RegistrationNumberInput;
  /** VAT of the whole declaration, GEL; refused when it is not what values, charges and rate make. */
  vat: Scalars['Decimal']['input'];
};

/** Goods of one line of a customs declaration. */
export type ImportLineInput = {
  /** Account of the ledger for the goods; the usual one without it. */
  accountCode?: InputMaybe<Scalars['String']['input']>;
  /** Code of the goods, 4–11 digits. */
  commodityCode?: InputMaybe<Scalars['String']['input']>;
  /** Per cent of the VAT that may be credited; 100 without it. */
  creditableShare?: InputMaybe<Scalars['Decimal']['input']>;
  /** Customs value, GEL. */
  customsValue: Scalars['Decimal']['input'];
  /** Import tax, GEL; with a rate, refused when it is not what the rate makes. */
  duty?: InputMaybe<Scalars['Decimal']['input']>;
  /** Rate of import tax, per cent: one that the law knows for the day (see `taxRates`). */
  dutyRate?: InputMaybe<Scalars['Decimal']['input']>;
  /** Excise, GEL. */
  excise?: InputMaybe<Scalars['Decimal']['input']>;
  /** Whether they are fixed assets; as the declaration says without it. */
  isFixedAsset?: InputMaybe<Scalars['Boolean']['input']>;
  /** What they are, at most 500 characters. */
  name: Scalars['String']['input'];
  /** How much, in the unit of the declaration. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
  /** VAT as the line says, GEL; refused when it is not what value, charges and rate make. */
  vat?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A draft to be made out. */
export type IssueTaxInvoiceInput = {
  /** Version that it is meant for; refused with `CONFLICT` when it is not the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The draft. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Number on RS.ge, when it was entered there by hand. */
  registration?: InputMaybe<RegistrationNumberInput>;
};

/** What being late with a tax costs, GEL (Tax Code, articles 272 and 274). */
export type LateInterest = {
  __typename?: 'LateInterest';
  /** The tax that is owed. */
  amount: Scalars['Decimal']['output'];
  /** Days for which interest runs: 1,095 at most. */
  daysCounted: Scalars['Int']['output'];
  /** Days from the day after the term to the day of payment; 0 when it is in time. */
  daysLate: Scalars['Int']['output'];
  /** Last day of the term, moved over weekends and holidays already. */
  due: Scalars['Date']['output'];
  /** Interest, 0.05 % for each day, rounded half up to the tetri. */
  interest: Scalars['Decimal']['output'];
  /** Day of payment, on which the return is taken to be handed in too. */
  paidOn: Scalars['Date']['output'];
  /** Fine for the late return. */
  penalty: Scalars['Decimal']['output'];
  /** Per cent of the fine for a return that is late by so much: 5 up to two months, 10 beyond. */
  penaltyPercent: Scalars['Decimal']['output'];
  /** Tax, interest and fine. */
  total: Scalars['Decimal']['output'];
};

/** How sure it is what the law says. */
export type LegalCertainty =
  /** Read in the law, or told by two sources that agree. */
  | 'CONFIRMED'
  /** Commonly told; the text of the law was not at hand. */
  | 'UNVERIFIED';

export type Mutation = {
  __typename?: 'Mutation';
  /** Records the receipt of a submitted return. Errors: BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  acceptVatReturn: VatReturnPayload;
  /** Lets documents be made out to it again. Errors: NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  activateCounterparty: CounterpartyPayload;
  /**
   * Has a document of another confirmed or refused at RS.ge. What was entered here and is confirmed or refused here goes
   * there by itself: this is for what stands otherwise. Errors: NOT_FOUND, INVALID_TRANSITION (it waits for no answer),
   * BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.
   */
  answerRsGeInvoice: AnswerRsGeInvoicePayload;
  /**
   * Takes a document back as if it never was, which is possible until both sides agree or its month is submitted. Errors:
   * NOT_FOUND, INVALID_TRANSITION, CONFLICT, PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
   */
  cancelTaxInvoice: TaxInvoicePayload;
  /**
   * Charges profit tax and has the ledger post it: expense against the liability. Errors: BAD_USER_INPUT, NOT_FOUND,
   * INVALID_TRANSITION (the company does not pay this tax), IDEMPOTENCY_KEY_REUSED.
   */
  chargeProfitTax: ProfitTaxChargePayload;
  /**
   * Chooses the account on which documents of tax are posted from now on; what is posted stays. Errors: BAD_USER_INPUT,
   * IDEMPOTENCY_KEY_REUSED.
   */
  chooseTaxPostingAccount: TaxPostingAccountPayload;
  /**
   * Ends a sign-in that waits for the code sent to a telephone. Errors: BAD_USER_INPUT (RS.ge refuses the code),
   * INVALID_TRANSITION (no connection), SERVICE_UNAVAILABLE.
   */
  confirmRsGePin: RsGeConnectionPayload;
  /**
   * Says that the buyer agrees; of a received document, agrees with it, credits its VAT and has it posted. Errors:
   * NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, CONFLICT, PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
   */
  confirmTaxInvoice: TaxInvoicePayload;
  /**
   * Corrects a document by a new one, which takes the difference into the month of the correction, at the exchange rate of the
   * original. Errors: NOT_FOUND,
   * BAD_USER_INPUT, INVALID_TRANSITION, CONFLICT, PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED.
   */
  correctTaxInvoice: TaxInvoicePayload;
  /** Adds somebody to deal with. Errors: BAD_USER_INPUT, CONFLICT (number taken), IDEMPOTENCY_KEY_REUSED. */
  createCounterparty: CounterpartyPayload;
  /** Enters a draft. Errors: BAD_USER_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED. */
  createTaxInvoice: TaxInvoicePayload;
  /** Lets nothing new be made out to it. Errors: NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  deactivateCounterparty: CounterpartyPayload;
  /**
   * Gives a submission up for good; the later operations of the same document go on without it.
   * Errors: NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT.
   */
  dropRsGeSubmission: RsGeSubmissionPayload;
  /**
   * Has what others have issued in these months fetched from RS.ge: matched with what was entered by hand, and entered
   * otherwise, to be confirmed. It goes on by itself, also after a restart; see `rsGeMonths`.
   * Errors: BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.
   */
  fetchRsGeInvoices: FetchRsGeInvoicesPayload;
  /**
   * Makes a draft out: it gets its number, its VAT is due, and the ledger is asked to post it. Errors: NOT_FOUND,
   * BAD_USER_INPUT, INVALID_TRANSITION, CONFLICT, PERIOD_CLOSED (its month is submitted), IDEMPOTENCY_KEY_REUSED.
   */
  issueTaxInvoice: TaxInvoicePayload;
  /**
   * Says that the return of a month that is over has been looked through. Errors: BAD_USER_INPUT (the month lasts),
   * INVALID_TRANSITION (no draft), IDEMPOTENCY_KEY_REUSED.
   */
  prepareVatReturn: VatReturnPayload;
  /**
   * Says when the charges of a customs declaration were paid, or takes that back; the payment itself is posted with the bank's
   * statement. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED.
   */
  recordCustomsPayment: TaxInvoicePayload;
  /**
   * Enters a customs declaration. What the customs change later is an import of its own; what does not stand at all is
   * taken back by `correctTaxInvoice` with OPERATION_CANCELLED. Errors: BAD_USER_INPUT, NOT_FOUND, CONFLICT, PERIOD_CLOSED,
   * IDEMPOTENCY_KEY_REUSED.
   */
  recordImport: TaxInvoicePayload;
  /** Enters what a supplier made out, or a reverse charge. Errors: BAD_USER_INPUT, NOT_FOUND, CONFLICT, PERIOD_CLOSED, IDEMPOTENCY_KEY_REUSED. */
  recordReceivedTaxInvoice: TaxInvoicePayload;
  /**
   * Records gross income of a small business. Errors: BAD_USER_INPUT, INVALID_TRANSITION (no small business),
   * IDEMPOTENCY_KEY_REUSED.
   */
  recordSmallBusinessIncome: SmallBusinessIncomePayload;
  /**
   * Says that a return was handed in, or takes that back. There is no interface that would tell it. Errors:
   * BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.
   */
  recordTaxFiling: TaxFilingPayload;
  /** Records up to 1,000 documents; one refused never harms another. Errors: those of each document, beside it. */
  recordTaxInvoices: RecordTaxInvoicesPayload;
  /**
   * Says that something was paid for a term, or set off on the tax card. Nothing is posted: the books have it from the bank.
   * Errors: BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.
   */
  recordTaxPayment: TaxPaymentPayload;
  /**
   * Says that the buyer does not agree, which leaves the VAT due until the document is corrected or cancelled; of a
   * received document, does not agree with it. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, CONFLICT,
   * IDEMPOTENCY_KEY_REUSED.
   */
  refuseTaxInvoice: TaxInvoicePayload;
  /** Records that a submitted return was refused. Errors: BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  refuseVatReturn: VatReturnPayload;
  /** Says which number it has on RS.ge. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  registerTaxInvoice: TaxInvoicePayload;
  /**
   * Opens a month again: a return that is READY becomes a draft; one that was submitted stays as it was filed and another
   * filing begins, to correct it. Errors: BAD_USER_INPUT, INVALID_TRANSITION (a draft), IDEMPOTENCY_KEY_REUSED.
   */
  reopenVatReturn: VatReturnPayload;
  /**
   * Asks the ledger once more for a posting, or its reversal, that it has refused, for example after the period was opened.
   * Errors: NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.
   */
  retryPosting: PostingPayload;
  /**
   * Takes a refused or given-up submission up again: RS.ge is asked what it holds before anything is sent.
   * Errors: NOT_FOUND, INVALID_TRANSITION.
   */
  retryRsGeSubmission: RsGeSubmissionPayload;
  /**
   * Takes a charge back and has the ledger reverse its transaction. Errors: BAD_USER_INPUT, NOT_FOUND,
   * INVALID_TRANSITION (reversed already), IDEMPOTENCY_KEY_REUSED.
   */
  reverseProfitTaxCharge: ProfitTaxChargePayload;
  /** Takes income back. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  reverseSmallBusinessIncome: SmallBusinessIncomePayload;
  /**
   * Takes a payment back and has the ledger reverse its transaction. Errors: BAD_USER_INPUT, NOT_FOUND,
   * INVALID_TRANSITION (reversed already), IDEMPOTENCY_KEY_REUSED.
   */
  reverseWithholding: WithholdingPayload;
  /**
   * Sets the rate that lines of a group take when they name none. What is made out keeps its rate. Errors: BAD_USER_INPUT,
   * IDEMPOTENCY_KEY_REUSED.
   */
  setExciseRate: ExciseGroupPayload;
  /** Says what fixed assets were worth at both ends of a month. Errors: BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
  setPropertyValues: PropertyValuesPayload;
  /**
   * Gives the sign-in by which the company speaks to RS.ge, and uses it from now on. It is sealed in the database and can
   * never be read; that it was given is kept. Errors: BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED.
   */
  setRsGeCredentials: RsGeConnectionPayload;
  /**
   * Has the latest three months fetched every hour, in the name of whoever says so, or no more.
   * Errors: INVALID_TRANSITION (no connection), IDEMPOTENCY_KEY_REUSED.
   */
  setRsGeReceiving: RsGeConnectionPayload;
  /**
   * Freezes the figures and locks the month to documents. Nothing is sent: RS.ge takes returns on its own pages only.
   * Errors: BAD_USER_INPUT (the books differ and no reason is given), INVALID_TRANSITION (not READY), CONFLICT (a document
   * came meanwhile), IDEMPOTENCY_KEY_REUSED.
   */
  submitVatReturn: VatReturnPayload;
  /** Takes back what was said of a payment. Errors: BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED. */
  takeBackTaxPayment: TaxPaymentPayload;
  /**
   * Signs in with the sign-in that was given, to see whether RS.ge takes it. What RS.ge says is in the connection.
   * Errors: INVALID_TRANSITION (no connection).
   */
  tryRsGeConnection: RsGeConnectionPayload;
  /** Changes what is said of a counterparty. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  updateCounterparty: CounterpartyPayload;
  /** Writes a draft anew. Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  updateTaxInvoice: TaxInvoicePayload;
  /**
   * Says what the company is for the Revenue Service. A profile that is so already is left alone. Errors: BAD_USER_INPUT,
   * IDEMPOTENCY_KEY_REUSED.
   */
  updateTaxProfile: TaxProfilePayload;
  /**
   * Withholds tax from a payment and has the ledger post it: what is owed to the payee against what is owed to the State.
   * Errors: BAD_USER_INPUT, NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
   */
  withholdTax: WithholdingPayload;
};


export type MutationAcceptVatReturnArgs = {
  input: AcceptVatReturnInput;
};


export type MutationActivateCounterpartyArgs = {
  input: CounterpartyActionInput;
};


export type MutationAnswerRsGeInvoiceArgs = {
  input: AnswerRsGeInvoiceInput;
};


export type MutationCancelTaxInvoiceArgs = {
  input: TaxInvoiceReasonInput;
};


export type MutationChargeProfitTaxArgs = {
  input: ChargeProfitTaxInput;
};


export type MutationChooseTaxPostingAccountArgs = {
  input: ChooseTaxPostingAccountInput;
};


export type MutationConfirmRsGePinArgs = {
  input: ConfirmRsGePinInput;
};


export type MutationConfirmTaxInvoiceArgs = {
  input: ConfirmTaxInvoiceInput;
};


export type MutationCorrectTaxInvoiceArgs = {
  input: CorrectTaxInvoiceInput;
};


export type MutationCreateCounterpartyArgs = {
  input: CreateCounterpartyInput;
};


export type MutationCreateTaxInvoiceArgs = {
  input: TaxInvoiceInput;
};


export type MutationDeactivateCounterpartyArgs = {
  input: CounterpartyActionInput;
};


export type MutationDropRsGeSubmissionArgs = {
  input: DropRsGeSubmissionInput;
};


export type MutationFetchRsGeInvoicesArgs = {
  input: FetchRsGeInvoicesInput;
};


export type MutationIssueTaxInvoiceArgs = {
  input: IssueTaxInvoiceInput;
};


export type MutationPrepareVatReturnArgs = {
  input: VatReturnInput;
};


export type MutationRecordCustomsPaymentArgs = {
  input: RecordCustomsPaymentInput;
};


export type MutationRecordImportArgs = {
  input: ImportInput;
};


export type MutationRecordReceivedTaxInvoiceArgs = {
  input: ReceivedTaxInvoiceInput;
};


export type MutationRecordSmallBusinessIncomeArgs = {
  input: RecordSmallBusinessIncomeInput;
};


export type MutationRecordTaxFilingArgs = {
  input: RecordTaxFilingInput;
};


export type MutationRecordTaxInvoicesArgs = {
  input: RecordTaxInvoicesInput;
};


export type MutationRecordTaxPaymentArgs = {
  input: RecordTaxPaymentInput;
};


export type MutationRefuseTaxInvoiceArgs = {
  input: TaxInvoiceReasonInput;
};


export type MutationRefuseVatReturnArgs = {
  input: RefuseVatReturnInput;
};


export type MutationRegisterTaxInvoiceArgs = {
  input: RegisterTaxInvoiceInput;
};


export type MutationReopenVatReturnArgs = {
  input: ReopenVatReturnInput;
};


export type MutationRetryPostingArgs = {
  input: RetryPostingInput;
};


export type MutationRetryRsGeSubmissionArgs = {
  input: RetryRsGeSubmissionInput;
};


export type MutationReverseProfitTaxChargeArgs = {
  input: ReverseProfitTaxChargeInput;
};


export type MutationReverseSmallBusinessIncomeArgs = {
  input: ReverseSmallBusinessIncomeInput;
};


export type MutationReverseWithholdingArgs = {
  input: ReverseWithholdingInput;
};


export type MutationSetExciseRateArgs = {
  input: SetExciseRateInput;
};


export type MutationSetPropertyValuesArgs = {
  input: SetPropertyValuesInput;
};


export type MutationSetRsGeCredentialsArgs = {
  input: SetRsGeCredentialsInput;
};


export type MutationSetRsGeReceivingArgs = {
  input: SetRsGeReceivingInput;
};


export type MutationSubmitVatReturnArgs = {
  input: SubmitVatReturnInput;
};


export type MutationTakeBackTaxPaymentArgs = {
  input: TakeBackTaxPaymentInput;
};


export type MutationTryRsGeConnectionArgs = {
  input: TryRsGeConnectionInput;
};


export type MutationUpdateCounterpartyArgs = {
  input: UpdateCounterpartyInput;
};


export type MutationUpdateTaxInvoiceArgs = {
  input: UpdateTaxInvoiceInput;
};


export type MutationUpdateTaxProfileArgs = {
  input: UpdateTaxProfileInput;
};


export type MutationWithholdTaxArgs = {
  input: WithholdTaxInput;
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

/** A transaction that a tax document asked the ledger to record, and what became of it. */
export type Posting = {
  __typename?: 'Posting';
  /** How often it was asked for. */
  attempt: Scalars['Int']['output'];
  /** Date of the transaction that was asked for. */
  date: Scalars['Date']['output'];
  /** Words of the transaction that was asked for. */
  description: Scalars['String']['output'];
  /** Identifier of the document within its kind. */
  documentId: Scalars['ID']['output'];
  /** Kind of document, for example `TaxInvoice`. */
  documentType: Scalars['String']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** What the posting is for, as one document may have several. */
  purpose: Scalars['String']['output'];
  /** Why the ledger refused; null unless that still stands. */
  refusal: Maybe<PostingRefusal>;
  /** When it was asked for last. */
  requestedAt: Scalars['DateTime']['output'];
  /** Who asked for it last. */
  requestedBy: User;
  /** The transaction that undid it. */
  reversal: Maybe<Transaction>;
  /** How far it has come. */
  state: PostingState;
  /** The transaction; null until it is posted. */
  transaction: Maybe<Transaction>;
};

/** Postings, the latest request first. */
export type PostingConnection = {
  __typename?: 'PostingConnection';
  /** Postings of this page. */
  edges: Array<PostingEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A posting with its cursor. */
export type PostingEdge = {
  __typename?: 'PostingEdge';
  /** Pass it as `after` to go on behind this posting. */
  cursor: Scalars['String']['output'];
  /** The posting. */
  node: Posting;
};

/** The posting after the command. */
export type PostingPayload = {
  __typename?: 'PostingPayload';
  /** The posting as it is now; the ledger answers a moment later. */
  posting: Posting;
};

/** Why the ledger did not post. */
export type PostingRefusal = {
  __typename?: 'PostingRefusal';
  /** One of the published error codes, for example `PERIOD_CLOSED`. */
  code: Scalars['String']['output'];
  /** Path within the transaction that was asked for, for example `entries[0].accountCode`. */
  field: Maybe<Scalars['String']['output']>;
  /** The reason, for people. */
  message: Scalars['String']['output'];
  /** When it was refused. */
  refusedAt: Scalars['DateTime']['output'];
};

/** How far a posting has come. */
export type PostingState =
  /** In the books. */
  | 'POSTED'
  /** Refused by the ledger; it may be asked again. */
  | 'REFUSED'
  /** Asked for; the ledger has not answered yet. */
  | 'REQUESTED'
  /** In the books, because the ledger refused to reverse it; it may be asked again. */
  | 'REVERSAL_REFUSED'
  /** In the books; the ledger was asked to reverse it. */
  | 'REVERSAL_REQUESTED'
  /** In the books, and undone. */
  | 'REVERSED'
  /** Refused by the ledger, and no longer wanted. */
  | 'WITHDRAWN';

/** Whether prices hold VAT. */
export type PriceMode =
  /** VAT comes on top of the price. */
  | 'EXCLUSIVE'
  /** VAT is within the price. */
  | 'INCLUSIVE';

/** Something that profit tax was charged on (Tax Code, articles 97 and 98). */
export type ProfitTaxCharge = {
  __typename?: 'ProfitTaxCharge';
  /** What was distributed, spent, given or lent, GEL, without the tax. */
  amount: Scalars['Decimal']['output'];
  /** Who received it, where that is a counterparty of the company's. */
  counterpartyId: Maybe<Scalars['ID']['output']>;
  /** Day of the operation; its month is the period of the return. */
  date: Scalars['Date']['output'];
  /** What it was. */
  description: Scalars['String']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** What was taxed. */
  kind: ProfitTaxKind;
  /** Why it was reversed. */
  reversalReason: Maybe<Scalars['String']['output']>;
  /** Day of the reversal; null while the charge stands. */
  reversedOn: Maybe<Scalars['Date']['output']>;
  /** 15 % of the amount divided by 0.85, rounded once, half up to the tetri. Posted to the ledger. */
  tax: Scalars['Decimal']['output'];
  /** The amount divided by 0.85, rounded half up to the tetri. */
  taxable: Scalars['Decimal']['output'];
  /** Name of the kind in Georgian or in English. */
  title: Scalars['String']['output'];
};


/** Something that profit tax was charged on (Tax Code, articles 97 and 98). */
export type ProfitTaxChargeTitleArgs = {
  language?: InputMaybe<TaxLanguage>;
};

/** The charge after the command. */
export type ProfitTaxChargePayload = {
  __typename?: 'ProfitTaxChargePayload';
  /** The charge as it is now. */
  charge: ProfitTaxCharge;
};

/** What profit tax is charged on. */
export type ProfitTaxKind =
  /** Profit distributed to individuals, non-residents and others who are taxed on it; not to Georgian companies. */
  | 'DIVIDEND'
  /** Goods, services or money given for free. */
  | 'FREE_SUPPLY'
  /** Loan to an individual or a non-resident. */
  | 'LOAN_TO_INDIVIDUAL_OR_NON_RESIDENT'
  /** Payment to a person of a low-tax jurisdiction or of an exempt status. */
  | 'LOW_TAX_JURISDICTION'
  /** Expense that is not tied to economic activity, or not documented. */
  | 'NON_BUSINESS_EXPENSE'
  /** Anything else that the law takes for distributed profit. */
  | 'OTHER'
  /** Representation expense above 1 % of the income (or the larger expense) of the year before. */
  | 'REPRESENTATION_ABOVE_LIMIT';

/** A charge within a return, or its reversal, whose amounts are below zero. */
export type ProfitTaxLine = {
  __typename?: 'ProfitTaxLine';
  /** What was distributed, GEL. */
  amount: Scalars['Decimal']['output'];
  /** The charge. */
  charge: ProfitTaxCharge;
  /** Day of the charge or of the reversal. */
  date: Scalars['Date']['output'];
  /** Whether it takes a charge back. */
  isReversal: Scalars['Boolean']['output'];
  /** Tax on it. */
  tax: Scalars['Decimal']['output'];
  /** The same divided by 0.85. */
  taxable: Scalars['Decimal']['output'];
};

/** Lines of a return. */
export type ProfitTaxLineConnection = {
  __typename?: 'ProfitTaxLineConnection';
  /** Lines of this page. */
  edges: Array<ProfitTaxLineEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A line with its cursor. */
export type ProfitTaxLineEdge = {
  __typename?: 'ProfitTaxLineEdge';
  /** Pass it as `after` to go on behind this line. */
  cursor: Scalars['String']['output'];
  /** The line. */
  node: ProfitTaxLine;
};

/** Return of profit tax of a month, from the charges and reversals of that month. */
export type ProfitTaxReturn = {
  __typename?: 'ProfitTaxReturn';
  /** Sum of the amounts, GEL. */
  amount: Scalars['Decimal']['output'];
  /** Last day for return and payment: the 15th of the next month, moved over weekends and holidays. */
  due: Scalars['Date']['output'];
  /** The charges and reversals behind the sums, by date. */
  lines: ProfitTaxLineConnection;
  /** Month of the period, 1–12. */
  month: Scalars['Int']['output'];
  /** Sums by kind; kinds of which there was nothing are left out. */
  rows: Array<ProfitTaxReturnRow>;
  /** Tax of the month, GEL: the sum of the taxes of its charges. Below zero when more was reversed than charged. */
  tax: Scalars['Decimal']['output'];
  /** Sum of the amounts divided by 0.85, GEL. */
  taxable: Scalars['Decimal']['output'];
  /** Year of the period. */
  year: Scalars['Int']['output'];
};


/** Return of profit tax of a month, from the charges and reversals of that month. */
export type ProfitTaxReturnLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Sums of one kind, GEL. */
export type ProfitTaxReturnRow = {
  __typename?: 'ProfitTaxReturnRow';
  /** Sum of the amounts. */
  amount: Scalars['Decimal']['output'];
  /** What was taxed. */
  kind: ProfitTaxKind;
  /** Sum of the taxes. */
  tax: Scalars['Decimal']['output'];
  /** Sum of the amounts divided by 0.85. */
  taxable: Scalars['Decimal']['output'];
  /** Name of the kind in Georgian or in English. */
  title: Scalars['String']['output'];
};


/** Sums of one kind, GEL. */
export type ProfitTaxReturnRowTitleArgs = {
  language?: InputMaybe<TaxLanguage>;
};

/** Net book value of one account within a year, GEL. */
export type PropertyTaxAccount = {
  __typename?: 'PropertyTaxAccount';
  /** Code of the account. */
  accountCode: Scalars['String']['output'];
  /** Average of the year. */
  average: Scalars['Decimal']['output'];
  /** Value at the end of the last month that is known. */
  closing: Scalars['Decimal']['output'];
  /** Value at the beginning of the first month that is known. */
  opening: Scalars['Decimal']['output'];
};

/** Property tax of a company for a year (Tax Code, articles 201 to 205), without land. */
export type PropertyTaxReturn = {
  __typename?: 'PropertyTaxReturn';
  /** Accounts of fixed assets, by code. */
  accounts: Array<PropertyTaxAccount>;
  /** Advance of the year, GEL: the tax of the year before. */
  advance: Scalars['Decimal']['output'];
  /** Last day for the advance payment: 15 June of the year, moved likewise. */
  advanceDue: Scalars['Date']['output'];
  /** Average net book value of the year, GEL: the mean of both ends of its twelve months, rounded half up. */
  average: Scalars['Decimal']['output'];
  /** Last day for return and payment: 1 April of the next year, moved over weekends and holidays. */
  due: Scalars['Date']['output'];
  /** Months of which no value was given yet: they count as nothing, and the tax is not final. */
  missingMonths: Array<Scalars['Int']['output']>;
  /** What was said of each month, January first. */
  months: Array<PropertyValues>;
  /** Per cent; the most that a municipality may set. */
  rate: Scalars['Decimal']['output'];
  /** Tax of the year, GEL. */
  tax: Scalars['Decimal']['output'];
  /** Tax less the advance, GEL; below zero when too much was paid in advance. */
  toPay: Scalars['Decimal']['output'];
  /** The year. */
  year: Scalars['Int']['output'];
};

/** Net book value of one account within a month, GEL. */
export type PropertyValue = {
  __typename?: 'PropertyValue';
  /** Code of the account. */
  accountCode: Scalars['String']['output'];
  /** Value at its end. */
  closing: Scalars['Decimal']['output'];
  /** Value at the beginning of the month. */
  opening: Scalars['Decimal']['output'];
};

/** Net book value of one account of fixed assets at both ends of a month, GEL. */
export type PropertyValueInput = {
  /** Code of the account; each once. */
  accountCode: Scalars['String']['input'];
  /** Value at its end. */
  closing: Scalars['Decimal']['input'];
  /** Value at the beginning of the month; depreciation accounts are below zero. */
  opening: Scalars['Decimal']['input'];
};

/** What was said of a month: the net book values of fixed assets at both of its ends. */
export type PropertyValues = {
  __typename?: 'PropertyValues';
  /** Identifier (UUID), the same for every word about the month. */
  id: Scalars['ID']['output'];
  /** The month, 1–12. */
  month: Scalars['Int']['output'];
  /** The accounts, as they were given. */
  values: Array<PropertyValue>;
  /** The year. */
  year: Scalars['Int']['output'];
};

/** The return after the command. */
export type PropertyValuesPayload = {
  __typename?: 'PropertyValuesPayload';
  /** The return as it is now. */
  propertyTaxReturn: PropertyTaxReturn;
};

export type Query = {
  __typename?: 'Query';
  /** Counterparties in order of their Georgian names. */
  counterparties: CounterpartyConnection;
  /** One counterparty, by identifier or by number; give one of the two. Null when the company has none such. */
  counterparty: Maybe<Counterparty>;
  /** Groups of excisable goods and the rates that are known for them. */
  exciseGroups: Array<ExciseGroup>;
  /** The lines of documents behind the excise of a month. Errors: BAD_USER_INPUT. */
  exciseItems: ExciseItemConnection;
  /** The excise of a month on what was sold; that on imports is the customs'. Errors: BAD_USER_INPUT. */
  exciseReturn: ExciseReturn;
  /** Form 30 of a month, the return of tax withheld at source. Errors: BAD_USER_INPUT. */
  form30: Form30;
  /** What it costs to pay a tax on a day after it was due. Errors: BAD_USER_INPUT. */
  lateInterest: LateInterest;
  /** One posting. Null when the company has no such posting. */
  posting: Maybe<Posting>;
  /** What tax documents asked the ledger to post, the latest request first. */
  postings: PostingConnection;
  /** Return of profit tax of a month. Errors: BAD_USER_INPUT. */
  profitTaxReturn: ProfitTaxReturn;
  /** Property tax of a year, from the net book values given. Errors: BAD_USER_INPUT. */
  propertyTaxReturn: PropertyTaxReturn;
  /** How the connection of the company to RS.ge fares. */
  rsGeConnection: RsGeConnection;
  /** In what RS.ge and we differ about what others have issued, as far as it was fetched. Errors: BAD_USER_INPUT. */
  rsGeDifferences: RsGeDifferenceConnection;
  /** What others have issued to the company at RS.ge, as far as it was fetched, the latest operation first. Errors: BAD_USER_INPUT. */
  rsGeInvoices: RsGeInvoiceConnection;
  /** How far RS.ge was asked for what others have issued: the latest 120 months, the latest first. */
  rsGeMonths: Array<RsGeFetchedMonth>;
  /**
   * Whether and when RS.ge learned of each of these documents, at most 100, in the order asked. One that RS.ge does not know
   * is due with the VAT return. Errors: BAD_USER_INPUT.
   */
  rsGeReports: Array<RsGeReport>;
  /** What RS.ge is, was or is to be asked to do, the newest first. Errors: BAD_USER_INPUT. */
  rsGeSubmissions: RsGeSubmissionConnection;
  /**
   * Asks RS.ge who has this tax number; null when nobody has. Errors: BAD_USER_INPUT, INVALID_TRANSITION (no connection),
   * SERVICE_UNAVAILABLE.
   */
  rsGeTaxpayer: Maybe<RsGeTaxpayer>;
  /**
   * Asks RS.ge for its units. Errors: INVALID_TRANSITION (no connection), BAD_USER_INPUT (the interface lists none),
   * SERVICE_UNAVAILABLE.
   */
  rsGeUnits: Array<RsGeUnit>;
  /** Return of a small business for a month. Errors: BAD_USER_INPUT. */
  smallBusinessReturn: SmallBusinessReturn;
  /** Everything that is due between two days, the earliest first; 367 days at most. Errors: BAD_USER_INPUT. */
  taxCalendar: Array<TaxObligation>;
  /** One document. Null when the company has none such. */
  taxInvoice: Maybe<TaxInvoice>;
  /** Documents, the latest operation first. */
  taxInvoices: TaxInvoiceConnection;
  /** Accounts on which documents of tax are posted, by what they are for. */
  taxPostingAccounts: Array<TaxPostingAccount>;
  /** What the company is for the Revenue Service. */
  taxProfile: TaxProfile;
  /** Rates, thresholds and fines of the tax law that hold on a day, by code. */
  taxRates: Array<TaxRate>;
  /** Units of RS.ge. */
  taxUnits: Array<TaxUnit>;
  /** The adjustment of VAT that was credited on fixed assets, for a year from 2021. Errors: BAD_USER_INPUT. */
  vatCapitalGoods: VatCapitalGoods;
  /** What the documents of a month say of VAT against what the books say. Errors: BAD_USER_INPUT. */
  vatDifferences: VatDifferences;
  /** Grounds of treatments that hold on a day. */
  vatGrounds: Array<VatGround>;
  /** Every posted entry of a month on the accounts of VAT, entries by hand too. Errors: BAD_USER_INPUT. */
  vatRegister: VatEntryConnection;
  /** Turnover against the threshold of VAT registration. A day in the future is refused (BAD_USER_INPUT). */
  vatRegistrationWatch: VatRegistrationWatch;
  /**
   * What of the VAT register of a month was reported to the Revenue Service in real time, what is due by the return, and what
   * failed. Errors: BAD_USER_INPUT.
   */
  vatReporting: VatReporting;
  /** The VAT return of a month that has begun. A month in the future is refused (BAD_USER_INPUT). */
  vatReturn: VatReturn;
};


export type QueryCounterpartiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CounterpartyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryCounterpartyArgs = {
  country?: InputMaybe<Scalars['String']['input']>;
  id?: InputMaybe<Scalars['ID']['input']>;
  taxId?: InputMaybe<Scalars['String']['input']>;
};


export type QueryExciseItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  group?: InputMaybe<Scalars['String']['input']>;
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};


export type QueryExciseReturnArgs = {
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};


export type QueryForm30Args = {
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};


export type QueryLateInterestArgs = {
  amount: Scalars['Decimal']['input'];
  due: Scalars['Date']['input'];
  paidOn: Scalars['Date']['input'];
};


export type QueryPostingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPostingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  states?: InputMaybe<Array<PostingState>>;
};


export type QueryProfitTaxReturnArgs = {
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};


export type QueryPropertyTaxReturnArgs = {
  year: Scalars['Int']['input'];
};


export type QueryRsGeDifferencesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RsGeSpanInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRsGeInvoicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RsGeSpanInput>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRsGeReportsArgs = {
  documentIds: Array<Scalars['ID']['input']>;
};


export type QueryRsGeSubmissionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RsGeSubmissionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRsGeTaxpayerArgs = {
  taxId: Scalars['String']['input'];
};


export type QuerySmallBusinessReturnArgs = {
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};


export type QueryTaxCalendarArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryTaxInvoiceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryTaxInvoicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TaxInvoiceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTaxRatesArgs = {
  date: Scalars['Date']['input'];
};


export type QueryVatCapitalGoodsArgs = {
  year: Scalars['Int']['input'];
};


export type QueryVatDifferencesArgs = {
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};


export type QueryVatGroundsArgs = {
  date: Scalars['Date']['input'];
};


export type QueryVatRegisterArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};


export type QueryVatRegistrationWatchArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryVatReportingArgs = {
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};


export type QueryVatReturnArgs = {
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};

/** A document that a supplier has made out, or a service under reverse charge. */
export type ReceivedTaxInvoiceInput = {
  /** Advances that it sets off. */
  advances?: InputMaybe<Array<TaxInvoiceAdvanceInput>>;
  /** The supplier. */
  counterpartyId: Scalars['ID']['input'];
  /** Month in which its VAT is credited, as "2026-02"; that of the operation without it. */
  creditMonth?: InputMaybe<Scalars['String']['input']>;
  /** Currency of prices and payment, by ISO 4217; GEL without it. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /**
   * GEL for one unit of the currency at the official rate of the day of the operation (Tax Code, article 73(10)), at most 10
   * decimals. Without it the rate that the ledger has for that day (see `exchangeRate`); refused when it has none for sure.
   */
  exchangeRate?: InputMaybe<Scalars['Decimal']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the same document. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is confirmed at once, as a reverse charge always is. Without it, it waits for `confirmTaxInvoice`. */
  isConfirmed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Goods or services, an advance for them, or a reverse charge. */
  kind: TaxInvoiceKind;
  /** What was supplied, 1–1,000 lines. */
  lines: Array<TaxInvoiceLineInput>;
  /** At most 1,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Day of the operation. */
  operationDate: Scalars['Date']['input'];
  /** The payment, of an advance. */
  payment?: InputMaybe<AdvancePaymentInput>;
  /** Whether prices hold VAT; those of a reverse charge never do. */
  priceMode: PriceMode;
  /** Number on RS.ge; of a reverse charge, the supplier's own number. */
  registration: RegistrationNumberInput;
};

/** When the charges of a customs declaration were paid. */
export type RecordCustomsPaymentInput = {
  /** Version that it is meant for; refused with `CONFLICT` when it is not the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The declaration. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The day, not after today; left out, what was said before is taken back. */
  paidOn?: InputMaybe<Scalars['Date']['input']>;
};

/** One of ours, made out at once. */
export type RecordIssuedTaxInvoiceInput = {
  /** What it says. */
  invoice: TaxInvoiceInput;
  /** Number on RS.ge, when it was entered there by hand. */
  registration?: InputMaybe<RegistrationNumberInput>;
};

/** Income to be recorded. */
export type RecordSmallBusinessIncomeInput = {
  /** Gross income, GEL. */
  amount: Scalars['Decimal']['input'];
  /** Day of the income. */
  date: Scalars['Date']['input'];
  /** What it was for. */
  description: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** When a return was handed in. */
export type RecordTaxFilingInput = {
  /** Which deadline, for example `PROFIT_TAX`. The VAT return tells itself when it is submitted. */
  code: Scalars['String']['input'];
  /**
   * The day, not before the end of the period and not after today; left out, what was said before is taken back. What the
   * return comes to is kept with it: said again after that has moved, it is the corrected return.
   */
  filedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Month of the period, 1–12; left out when it is the whole year. */
  month?: InputMaybe<Scalars['Int']['input']>;
  /** Year of the period. */
  year: Scalars['Int']['input'];
};

/** One document of a batch: exactly one of the three is given. */
export type RecordTaxInvoiceInput = {
  /** A customs declaration. */
  import?: InputMaybe<ImportInput>;
  /** One of ours, made out at once. */
  issued?: InputMaybe<RecordIssuedTaxInvoiceInput>;
  /** One of a supplier, or a reverse charge. */
  received?: InputMaybe<ReceivedTaxInvoiceInput>;
};

/** What became of one document of a batch: exactly one of the two is set. */
export type RecordTaxInvoiceResult = {
  __typename?: 'RecordTaxInvoiceResult';
  /** Why it was refused. */
  error: Maybe<TaxInvoiceError>;
  /** Position in the batch, from 0. */
  index: Scalars['Int']['output'];
  /** The document as it was recorded. */
  invoice: Maybe<TaxInvoice>;
};

/** Documents to be recorded; one refused never harms another. */
export type RecordTaxInvoicesInput = {
  /** 1 to 1,000 documents. Each may carry its own idempotency key. */
  documents: Array<RecordTaxInvoiceInput>;
};

/** What became of the batch. */
export type RecordTaxInvoicesPayload = {
  __typename?: 'RecordTaxInvoicesPayload';
  /** One result per document, in the order given. */
  results: Array<RecordTaxInvoiceResult>;
};

/** What was paid for a term. */
export type RecordTaxPaymentInput = {
  /** What was paid, GEL; a term may be paid in parts. */
  amount: Scalars['Decimal']['input'];
  /** Which deadline, for example `VAT` or `PROPERTY_TAX_ADVANCE`. */
  code: Scalars['String']['input'];
  /** What it was, for those who look later. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Month of the period, 1–12; left out when it is the whole year. */
  month?: InputMaybe<Scalars['Int']['input']>;
  /** Day of the payment, not before the period begins and not after today. */
  paidOn: Scalars['Date']['input'];
  /** Year of the period. */
  year: Scalars['Int']['input'];
};

/** A refusal of the tax authority, as somebody has read it on RS.ge. */
export type RefuseVatReturnInput = {
  /** Date of the refusal. */
  date: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Month, 1–12. */
  month: Scalars['Int']['input'];
  /** Why it was refused, 1–500 characters. */
  reason: Scalars['String']['input'];
  /** Number of the answer, where it has one. 1–50 characters. */
  receiptNumber?: InputMaybe<Scalars['String']['input']>;
  /** Year of the month. */
  year: Scalars['Int']['input'];
};

/** Number of a document that was entered on RS.ge by hand. */
export type RegisterTaxInvoiceInput = {
  /** Version that it is meant for; refused with `CONFLICT` when it is not the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The document. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its number. */
  registration: RegistrationNumberInput;
};

/** Number of a document on RS.ge or of a customs declaration. */
export type RegistrationNumberInput = {
  /** Number, at most 40 characters. */
  number: Scalars['String']['input'];
  /** Series, at most 20 characters. */
  series?: InputMaybe<Scalars['String']['input']>;
};

/** A return to be opened again, and why. */
export type ReopenVatReturnInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Month, 1–12. */
  month: Scalars['Int']['input'];
  /** 1–500 characters. */
  reason: Scalars['String']['input'];
  /** Year of the month. */
  year: Scalars['Int']['input'];
};

/** The posting to ask for again. */
export type RetryPostingInput = {
  /** Another date for the transaction, when the period of the first one stays closed. */
  date?: InputMaybe<Scalars['Date']['input']>;
  /** Identifier of the posting. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which submission is to be taken up again. */
export type RetryRsGeSubmissionInput = {
  /** The submission: refused, or given up. */
  id: Scalars['ID']['input'];
};

/** What takes a charge back. */
export type ReverseProfitTaxChargeInput = {
  /** Day of the reversal, not before the charge; it counts in the return of this month. */
  date: Scalars['Date']['input'];
  /** The charge. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why: a mistake, a loan that was paid back. */
  reason: Scalars['String']['input'];
};

/** What takes income back. */
export type ReverseSmallBusinessIncomeInput = {
  /** Day of the reversal, not before the income; it counts in the return of this month. */
  date: Scalars['Date']['input'];
  /** The income. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  reason: Scalars['String']['input'];
};

/** What takes a payment back. */
export type ReverseWithholdingInput = {
  /** Day of the reversal in the books, not before the payment. */
  date: Scalars['Date']['input'];
  /** The payment. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  reason: Scalars['String']['input'];
};

/** What we say to a document of another. */
export type RsGeAnswer =
  /** We agree. */
  | 'CONFIRM'
  /** We do not agree. */
  | 'REFUSE';

/** Which interface of RS.ge is spoken. */
export type RsGeChannel =
  /** The JSON interface (eapi.rs.ge). */
  | 'EAPI'
  /** The SOAP service of tax invoices (NTOS). */
  | 'NTOS';

/** The connection of the company to RS.ge. The sign-in itself can be set and never read. */
export type RsGeConnection = {
  __typename?: 'RsGeConnection';
  /** Null when nobody has given a sign-in. */
  channel: Maybe<RsGeChannel>;
  /** What went wrong last, in the words of RS.ge where it spoke. */
  lastError: Maybe<Scalars['String']['output']>;
  /** When that was. */
  lastErrorAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether what others issue to the company is fetched every hour. */
  receives: Scalars['Boolean']['output'];
  /** Since when it is in this state. */
  since: Maybe<Scalars['DateTime']['output']>;
  /** How it fares. */
  state: RsGeConnectionState;
  /** Operations that a person must look at: refused by RS.ge, or of unknown outcome after many questions. */
  stuck: Scalars['Int']['output'];
  /** Operations that are still to be done. */
  waiting: Scalars['Int']['output'];
};

/** The connection after the command. */
export type RsGeConnectionPayload = {
  __typename?: 'RsGeConnectionPayload';
  /** The connection as it is now. */
  connection: RsGeConnection;
};

/** How the connection of the company to RS.ge fares. */
export type RsGeConnectionState =
  /** RS.ge answers in the name of the company. */
  | 'CONNECTED'
  /** Nobody has given a sign-in: documents wait, and are declared with the return. */
  | 'NONE'
  /** RS.ge has sent a code to a telephone and waits for it; give it to `confirmRsGePin`. */
  | 'PIN_REQUIRED'
  /** RS.ge refuses the sign-in. Documents wait until there is another. */
  | 'REFUSED'
  /** RS.ge cannot be reached at the moment; it is tried again. */
  | 'UNREACHABLE'
  /** A sign-in was given and not used yet. */
  | 'UNTRIED';

/** A difference between RS.ge and us about a document that another has issued. */
export type RsGeDifference = {
  __typename?: 'RsGeDifference';
  /** Day of the operation: as RS.ge has it, where it has it. */
  date: Scalars['Date']['output'];
  /** Our document; null where we do not have it. */
  invoice: Maybe<TaxInvoice>;
  /** In what. */
  kind: RsGeDifferenceKind;
  /** What we say. */
  ours: Maybe<Scalars['String']['output']>;
  /** Why it was not entered by itself; `CORRECTION` for a correction, which is entered by `correctTaxInvoice`. */
  problem: Maybe<Scalars['String']['output']>;
  /** Identifier of RS.ge; null where RS.ge does not have it. */
  rsGeId: Maybe<Scalars['String']['output']>;
  /** What RS.ge says. */
  theirs: Maybe<Scalars['String']['output']>;
};

/** A page of differences, the latest operation first. */
export type RsGeDifferenceConnection = {
  __typename?: 'RsGeDifferenceConnection';
  /** The differences of this page. */
  edges: Array<RsGeDifferenceEdge>;
  /** Whether more follow. */
  pageInfo: PageInfo;
};

/** A difference in a list. */
export type RsGeDifferenceEdge = {
  __typename?: 'RsGeDifferenceEdge';
  /** Place of the difference, to continue behind it. */
  cursor: Scalars['String']['output'];
  /** The difference. */
  node: RsGeDifference;
};

/** In what RS.ge and we differ about a document. */
export type RsGeDifferenceKind =
  /** Amount with VAT. */
  | 'AMOUNT'
  /** Day of the operation. */
  | 'DATE'
  /** We have it and RS.ge does not, in a month that was fetched. */
  | 'NOT_AT_RS_GE'
  /** RS.ge has it and we do not. */
  | 'NOT_ENTERED'
  /** Series or number. */
  | 'NUMBER'
  /** Where it stands. */
  | 'STATE'
  /** VAT. */
  | 'VAT';

/** A sign-in for the JSON interface. */
export type RsGeEApiSignInInput = {
  /** Password of the portal's user. */
  password: Scalars['String']['input'];
  /** Name of the portal's user. */
  userName: Scalars['String']['input'];
};

/** How far RS.ge was asked for what others issued in a month. */
export type RsGeFetchedMonth = {
  __typename?: 'RsGeFetchedMonth';
  /** Up to when RS.ge has told of it; null when it never has. */
  fetchedAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is still to be fetched. */
  isWaiting: Scalars['Boolean']['output'];
  /** What went wrong at the last try. */
  lastError: Maybe<Scalars['String']['output']>;
  /** The month of the operations, as `2026-11`. */
  month: Scalars['String']['output'];
  /** When it was wanted last. */
  wantedAt: Scalars['DateTime']['output'];
};

/** A document that another has issued to the company at RS.ge. */
export type RsGeInvoice = {
  __typename?: 'RsGeInvoice';
  /** GEL with VAT. */
  amount: Scalars['Decimal']['output'];
  /** When we saw it first. */
  firstSeenAt: Scalars['DateTime']['output'];
  /** Our document for it, entered by hand or out of this. */
  invoice: Maybe<TaxInvoice>;
  /** Whether it is about an advance, where the interface tells that. */
  isAdvance: Scalars['Boolean']['output'];
  /** Whether it corrects another. */
  isCorrection: Scalars['Boolean']['output'];
  /** Number. */
  number: Maybe<Scalars['String']['output']>;
  /** Day of the operation. */
  operationDate: Scalars['Date']['output'];
  /** Why it was not entered, or not yet. */
  problem: Maybe<Scalars['String']['output']>;
  /** Identifier of RS.ge. */
  rsGeId: Scalars['String']['output'];
  /** When we saw it last. */
  seenAt: Scalars['DateTime']['output'];
  /** Tax number of the seller. */
  sellerTaxId: Scalars['String']['output'];
  /** Series. */
  series: Maybe<Scalars['String']['output']>;
  /** What became of it here. */
  standing: RsGeInvoiceStanding;
  /** Where it stands at RS.ge. */
  state: RsGeInvoiceState;
  /** VAT, GEL. */
  vat: Scalars['Decimal']['output'];
};

/** A page of documents of RS.ge, the latest operation first. */
export type RsGeInvoiceConnection = {
  __typename?: 'RsGeInvoiceConnection';
  /** The documents of this page. */
  edges: Array<RsGeInvoiceEdge>;
  /** Whether more follow. */
  pageInfo: PageInfo;
};

/** A document of RS.ge in a list. */
export type RsGeInvoiceEdge = {
  __typename?: 'RsGeInvoiceEdge';
  /** Place of the document, to continue behind it. */
  cursor: Scalars['String']['output'];
  /** The document. */
  node: RsGeInvoice;
};

/** What became of a document of RS.ge here. */
export type RsGeInvoiceStanding =
  /** It is not entered by itself: a correction, or taken back. */
  | 'LEFT'
  /** It has a document of ours. */
  | 'LINKED'
  /** It is about to be matched or entered. */
  | 'NEW'
  /** Our rules refuse it; `problem` says why. */
  | 'STUCK';

/** State of a document at RS.ge, as RS.ge tells it. */
export type RsGeInvoiceState =
  /** Cancelled. */
  | 'CANCELLED'
  /** The seller asks us to agree that it be cancelled. */
  | 'CANCELLING'
  /** We agreed. */
  | 'CONFIRMED'
  /** A correction follows it. */
  | 'CORRECTED'
  /** Deleted by the seller. */
  | 'DELETED'
  /** We did not agree. */
  | 'REFUSED'
  /** Saved and not sent. */
  | 'SAVED'
  /** Sent to us, and it waits for our answer. */
  | 'SENT';

/** A sign-in for the SOAP service. */
export type RsGeNtosSignInInput = {
  /** Password of the service user (`sp`). */
  servicePassword: Scalars['String']['input'];
  /** The service user (`su`), often `name:number of the taxpayer`. */
  serviceUser: Scalars['String']['input'];
  /** Number of the company as a taxpayer. */
  taxId: Scalars['String']['input'];
};

/** What RS.ge is asked to do with a document. */
export type RsGeOperation =
  /** Send it to the buyer; RS.ge numbers it. */
  | 'ACTIVATE'
  /** Attach it to the declaration of a month. */
  | 'ATTACH'
  /** Delete it, or ask the buyer to agree that it be cancelled. */
  | 'CANCEL'
  /** Agree, as buyer, to what another has sent. */
  | 'CONFIRM'
  /** Save a document that corrects another. */
  | 'CORRECT'
  /** Refuse, as buyer, what another has sent. */
  | 'REFUSE'
  /** Save the document. */
  | 'SAVE';

/** Whether and when RS.ge learned of a document. */
export type RsGeReport = {
  __typename?: 'RsGeReport';
  /** When the buyer answered, as far as we have seen. */
  answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** Month of the declaration that it is attached to, as `2026-11`. */
  declaredIn: Maybe<Scalars['String']['output']>;
  /** The document of ours. */
  documentId: Scalars['ID']['output'];
  /** Whether that return is late: not submitted, or refused, after its last day. */
  isReturnOverdue: Scalars['Boolean']['output'];
  /** Number that RS.ge gave it. */
  number: Maybe<Scalars['String']['output']>;
  /** The code with which RS.ge refused it. */
  refusalCode: Maybe<Scalars['String']['output']>;
  /** The words with which RS.ge refused it. */
  refusalText: Maybe<Scalars['String']['output']>;
  /** When RS.ge registered it; of what another has issued to us, when it was first seen there. */
  registeredAt: Maybe<Scalars['DateTime']['output']>;
  /** How the authority learns of it. */
  reporting: RsGeReporting;
  /** Last day of the VAT return that the document is in, which reports it where RS.ge does not know it; null when it is in none. */
  returnDue: Maybe<Scalars['Date']['output']>;
  /** The identifier under which RS.ge knows it. */
  rsGeId: Maybe<Scalars['String']['output']>;
  /** Series of the document at RS.ge. */
  series: Maybe<Scalars['String']['output']>;
  /** What the buyer said, and otherwise where it stands at RS.ge; null when nobody has asked there. */
  standing: Maybe<RsGeStanding>;
  /** The operation that a person must look at: refused by RS.ge, or given up with an unknown outcome. */
  stuck: Maybe<RsGeSubmission>;
};

/** How the authority learns of a document. */
export type RsGeReporting =
  /** RS.ge does not know it and nothing is on its way: it is due with the VAT return. */
  | 'DUE_WITH_RETURN'
  /** RS.ge has registered it: it knows the document since `registeredAt`. */
  | 'REGISTERED'
  /** It is on its way to RS.ge. */
  | 'UNDER_WAY';

/** Days of the operations. */
export type RsGeSpanInput = {
  /** First day. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Last day. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** Where a document stands at RS.ge. */
export type RsGeStanding =
  /** Cancelled, or deleted before it was sent. */
  | 'CANCELLED'
  /** The buyer is asked to agree that it be cancelled. */
  | 'CANCELLING'
  /** The buyer agrees. */
  | 'CONFIRMED'
  /** We, the buyer, agree. */
  | 'CONFIRMED_BY_US'
  /** RS.ge has refused it. */
  | 'REFUSED'
  /** The buyer does not agree. */
  | 'REFUSED_BY_BUYER'
  /** We, the buyer, do not agree. */
  | 'REFUSED_BY_US'
  /** Saved and not sent. */
  | 'SAVED'
  /** Sent to the buyer, who has not answered. */
  | 'SENT';

/** One thing that RS.ge is asked to do with one document. */
export type RsGeSubmission = {
  __typename?: 'RsGeSubmission';
  /** How often it was sent. */
  attempts: Scalars['Int']['output'];
  /** The document of ours. */
  documentId: Scalars['ID']['output'];
  /** What the document is, for example `TaxInvoice`. */
  documentType: Scalars['String']['output'];
  /** The code of RS.ge, or of the network, for it. */
  errorCode: Maybe<Scalars['String']['output']>;
  /** What went wrong last: REFUSED, NOT_SIGNED_IN, PIN_REQUIRED, UNREACHABLE or UNKNOWN_OUTCOME. */
  errorKind: Maybe<Scalars['String']['output']>;
  /** The words of RS.ge for it. */
  errorText: Maybe<Scalars['String']['output']>;
  /** Identifier of the submission. */
  id: Scalars['ID']['output'];
  /** What is to be done. */
  operation: RsGeOperation;
  /** Why it was dropped. */
  reason: Maybe<Scalars['String']['output']>;
  /** When it was asked for. */
  requestedAt: Scalars['DateTime']['output'];
  /** The identifier under which RS.ge knows the document, once it does. */
  rsGeId: Maybe<Scalars['String']['output']>;
  /** When it was sent first. */
  sentAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was done, refused, given up or dropped. */
  settledAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: RsGeSubmissionState;
};

/** A page of submissions, the newest first. */
export type RsGeSubmissionConnection = {
  __typename?: 'RsGeSubmissionConnection';
  /** The submissions of this page. */
  edges: Array<RsGeSubmissionEdge>;
  /** Whether more follow. */
  pageInfo: PageInfo;
};

/** A submission in a list. */
export type RsGeSubmissionEdge = {
  __typename?: 'RsGeSubmissionEdge';
  /** Place of the submission, to continue behind it. */
  cursor: Scalars['String']['output'];
  /** The submission. */
  node: RsGeSubmission;
};

/** Which submissions are wanted. */
export type RsGeSubmissionFilter = {
  /** Only those of this document. */
  documentId?: InputMaybe<Scalars['ID']['input']>;
  /** Only those in these states. */
  states?: InputMaybe<Array<RsGeSubmissionState>>;
};

/** The submission after the command. */
export type RsGeSubmissionPayload = {
  __typename?: 'RsGeSubmissionPayload';
  /** The submission as it is now. */
  submission: RsGeSubmission;
};

/** Where an operation stands. */
export type RsGeSubmissionState =
  /** Many attempts have cleared up nothing: a person must look at RS.ge, then retry or drop it. */
  | 'DEAD'
  /** RS.ge has done it. */
  | 'DONE'
  /** It will not be done: it was dropped, or asked for anew. */
  | 'DROPPED'
  /** RS.ge has refused it. */
  | 'REFUSED'
  /** It is being sent. */
  | 'SENDING'
  /** It was sent and nobody knows what became of it: RS.ge is asked before anything is sent again. */
  | 'UNKNOWN'
  /** It is still to be sent. */
  | 'WAITING';

/** A taxpayer as RS.ge tells of them. */
export type RsGeTaxpayer = {
  __typename?: 'RsGeTaxpayer';
  /** Address in the register, where the interface tells it. */
  address: Maybe<Scalars['String']['output']>;
  /** Whether they are registered for VAT, where the interface tells it. */
  isVatPayer: Maybe<Scalars['Boolean']['output']>;
  /** Name in the register. */
  name: Scalars['String']['output'];
  /** Nine digits for a company, eleven for a person. */
  taxId: Scalars['String']['output'];
};

/** A unit that RS.ge lists. */
export type RsGeUnit = {
  __typename?: 'RsGeUnit';
  /** Number of RS.ge. */
  code: Scalars['Int']['output'];
  /** Whether lines of documents name it by its number here; all others are entered as 99 with their name. */
  isKnown: Scalars['Boolean']['output'];
  /** Name of RS.ge. */
  name: Scalars['String']['output'];
};

/** A rate of excise that the company goes by. */
export type SetExciseRateInput = {
  /** The group. */
  group: Scalars['String']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** GEL for one unit of the group; at most 6 decimals, not negative. */
  rate: Scalars['Decimal']['input'];
  /** The article that says so, at most 300 characters. */
  source: Scalars['String']['input'];
  /** First day for which it holds, until the next rate of the group. */
  validFrom: Scalars['Date']['input'];
};

/** Net book values of a month; they replace what was said of it before. */
export type SetPropertyValuesInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The month, 1–12. */
  month: Scalars['Int']['input'];
  /** All accounts of fixed assets, uninstalled equipment and construction in progress; 200 at most. */
  values: Array<PropertyValueInput>;
  /** The year. */
  year: Scalars['Int']['input'];
};

/** A sign-in of exactly one interface. */
export type SetRsGeCredentialsInput = {
  /** For the JSON interface. */
  eapi?: InputMaybe<RsGeEApiSignInInput>;
  /** Makes the call safe to repeat: the same key and sign-in change nothing again. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** For the SOAP service. */
  ntos?: InputMaybe<RsGeNtosSignInInput>;
};

/** Whether what others issue is fetched by itself. */
export type SetRsGeReceivingInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is. */
  receives: Scalars['Boolean']['input'];
};

/** Gross income of a small business (Tax Code, articles 88 to 90). */
export type SmallBusinessIncome = {
  __typename?: 'SmallBusinessIncome';
  /** Gross income, GEL. */
  amount: Scalars['Decimal']['output'];
  /** Day of the income. */
  date: Scalars['Date']['output'];
  /** What it was for. */
  description: Scalars['String']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Why it was reversed. */
  reversalReason: Maybe<Scalars['String']['output']>;
  /** Day of the reversal; null while the income stands. */
  reversedOn: Maybe<Scalars['Date']['output']>;
};

/** The income after the command. */
export type SmallBusinessIncomePayload = {
  __typename?: 'SmallBusinessIncomePayload';
  /** The income as it is now. */
  income: SmallBusinessIncome;
};

/** Return of a small business for a month, from the income recorded. */
export type SmallBusinessReturn = {
  __typename?: 'SmallBusinessReturn';
  /** Turnover of the month by the tax invoices issued, without VAT, GEL: for comparison, it is not taxed here. */
  documentedTurnover: Scalars['Decimal']['output'];
  /** Last day for return and payment: the 15th of the next month, moved over weekends and holidays. */
  due: Scalars['Date']['output'];
  /** Gross income of the month, GEL; reversals count against the month of their own. */
  income: Scalars['Decimal']['output'];
  /** Gross income from January to the end of the month, GEL. */
  incomeOfYear: Scalars['Decimal']['output'];
  /** Whether the income of the year has passed 500,000.00 by the end of the month, also if some was taken back since. */
  isAboveThreshold: Scalars['Boolean']['output'];
  /** Month of the period, 1–12. */
  month: Scalars['Int']['output'];
  /** Per cent: 1, or 3 from the beginning of the month in which the threshold is passed. */
  rate: Scalars['Decimal']['output'];
  /** From when the status is lost, because this year and the one before are above the threshold; null while it is kept. */
  statusLostFrom: Maybe<Scalars['Date']['output']>;
  /** Tax of the month, GEL, rounded half up. */
  tax: Scalars['Decimal']['output'];
  /** Year of the period. */
  year: Scalars['Int']['output'];
};

/** A return to be submitted. */
export type SubmitVatReturnInput = {
  /**
   * Whether RS.ge is asked for that number, where none is given; needs a connection with it. INVALID_TRANSITION without
   * one, SERVICE_UNAVAILABLE when RS.ge does not answer: then nothing is submitted.
   */
  asksSequenceNumber?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether RS.ge is asked to attach the invoices of the month that it holds to its declaration; needs a connection with it. */
  attachesInvoices?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why it is submitted although the books differ; needed when a check has a difference. 1–500 characters. */
  differencesReason?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Month, 1–12. */
  month: Scalars['Int']['input'];
  /** Number of the month's declaration at RS.ge, where it is known. 1–50 characters. */
  sequenceNumber?: InputMaybe<Scalars['String']['input']>;
  /** Year of the month. */
  year: Scalars['Int']['input'];
};

/** What takes a payment back. */
export type TakeBackTaxPaymentInput = {
  /** The payment. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  reason: Scalars['String']['input'];
};

/** Why a document is corrected: the four reasons of RS.ge. */
export type TaxCorrectionReason =
  /** 4: goods are returned, wholly or partly. */
  | 'GOODS_RETURNED'
  /** 1: the operation is cancelled. */
  | 'OPERATION_CANCELLED'
  /** 2: the kind of operation is another. */
  | 'OPERATION_CHANGED'
  /** 3: the price or consideration is another. */
  | 'PRICE_CHANGED';

/** What was said of a return that no interface tells of: that it was handed in, or that it was not. */
export type TaxFiling = {
  __typename?: 'TaxFiling';
  /** Which deadline, for example `PROFIT_TAX`. */
  code: Scalars['String']['output'];
  /** What it came to then, GEL; null where that was not known. */
  filedAmount: Maybe<Scalars['Decimal']['output']>;
  /** Day on which it was handed in; null when that was taken back. */
  filedOn: Maybe<Scalars['Date']['output']>;
  /** Identifier (UUID), the same for every word about the return. */
  id: Scalars['ID']['output'];
  /** What the return is about. */
  period: TaxPeriod;
};

/** The obligation after the command. */
export type TaxFilingPayload = {
  __typename?: 'TaxFilingPayload';
  /** The obligation as it is now; null when it is none of the company's. */
  obligation: Maybe<TaxObligation>;
};

/** A tax invoice, customs declaration or reverse charge, or the correction of one. */
export type TaxInvoice = {
  __typename?: 'TaxInvoice';
  /** Of an advance: what no delivery has set off yet, with VAT, in its currency. Null of all else. */
  advanceLeft: Maybe<Scalars['Decimal']['output']>;
  /** Advances that it sets off. */
  advances: Array<TaxInvoiceAdvance>;
  /** Sum of the bases of the lines, GEL. */
  base: Scalars['Decimal']['output'];
  /** Why it corrects it. */
  correctionReason: Maybe<TaxCorrectionReason>;
  /**
   * Corrections of this document, the oldest first. Each holds the whole truth, its items hold the differences. A supplier's
   * correction counts once it is confirmed.
   */
  corrections: Array<TaxInvoice>;
  /** The document that this one corrects. */
  corrects: Maybe<TaxInvoice>;
  /** The other side; null where there is none. */
  counterparty: Maybe<Counterparty>;
  /** When it was entered. */
  createdAt: Scalars['DateTime']['output'];
  /** Month in which its VAT is credited, or the difference of a correction, as "2026-02"; null when none is. */
  creditMonth: Maybe<Scalars['String']['output']>;
  /** VAT that may be credited, GEL; zero of what we issued. */
  creditableVat: Scalars['Decimal']['output'];
  /** Currency in which it is made out, by ISO 4217; its figures of tax are in GEL all the same. */
  currency: Scalars['String']['output'];
  /** What is to be paid for it in its currency. */
  currencyTotal: Scalars['Decimal']['output'];
  /** Of an import: what its base is made of. Null of all else. */
  customs: Maybe<CustomsDeclaration>;
  /** Who made it out. */
  direction: TaxInvoiceDirection;
  /** GEL for one unit of the currency. */
  exchangeRate: Scalars['Decimal']['output'];
  /** How it came to its state, the oldest first. */
  history: Array<TaxInvoiceChange>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** What it is about. */
  kind: TaxInvoiceKind;
  /** What was supplied, in order. */
  lines: Array<TaxInvoiceLine>;
  /** Whatever else there is to say. */
  note: Maybe<Scalars['String']['output']>;
  /** Our own number, gapless within its series, for example "TI-2026-000123". Null of drafts. */
  number: Maybe<Scalars['String']['output']>;
  /** Day of the operation: of the supply, of the payment of an advance, of the release by the customs. */
  operationDate: Scalars['Date']['output'];
  /** What the ledger was asked to post for it, and what became of that. */
  postings: Array<Posting>;
  /** Whether the prices of the lines hold VAT. */
  priceMode: PriceMode;
  /** Number on RS.ge or of the customs declaration, with its series if it has one; null until it is registered. */
  registrationNumber: Maybe<Scalars['String']['output']>;
  /** Where it stands. */
  status: TaxInvoiceStatus;
  /** What is to be paid for it, GEL; under reverse charge without the VAT, which is not paid to the supplier. */
  total: Scalars['Decimal']['output'];
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Sum of the VAT of the lines, GEL. */
  vat: Scalars['Decimal']['output'];
  /** What it adds to the VAT return. */
  vatItems: Array<VatItem>;
  /** Number of changes; pass it as `expectedVersion` to change what you have seen and nothing newer. */
  version: Scalars['Int']['output'];
};

/** An advance that a delivery sets off. */
export type TaxInvoiceAdvance = {
  __typename?: 'TaxInvoiceAdvance';
  /** What is set off, with VAT, in the currency of the documents. */
  amount: Scalars['Decimal']['output'];
  /** The same in GEL, at the rate of the advance. */
  amountGel: Scalars['Decimal']['output'];
  /** The invoice of the advance. */
  invoice: TaxInvoice;
  /** VAT within it, GEL. */
  vat: Scalars['Decimal']['output'];
};

/** An advance to be set off. */
export type TaxInvoiceAdvanceInput = {
  /** What is set off, with VAT, in the currency of the documents, which must be the same. */
  amount: Scalars['Decimal']['input'];
  /** The invoice of the advance. */
  invoiceId: Scalars['ID']['input'];
};

/** A change of a document. */
export type TaxInvoiceChange = {
  __typename?: 'TaxInvoiceChange';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Why, where a reason was given. */
  reason: Maybe<Scalars['String']['output']>;
  /** What happened, for example `TaxInvoiceConfirmed`. */
  type: Scalars['String']['output'];
  /** Version after the change. */
  version: Scalars['Int']['output'];
};

/** Documents, the latest operation first. */
export type TaxInvoiceConnection = {
  __typename?: 'TaxInvoiceConnection';
  /** Documents of this page. */
  edges: Array<TaxInvoiceEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** Who made the document out. */
export type TaxInvoiceDirection =
  /** We to a buyer. */
  | 'ISSUED'
  /** A supplier, the customs or, under reverse charge, we ourselves for what we received. */
  | 'RECEIVED';

/** A document with its cursor. */
export type TaxInvoiceEdge = {
  __typename?: 'TaxInvoiceEdge';
  /** Pass it as `after` to go on behind this document. */
  cursor: Scalars['String']['output'];
  /** The document. */
  node: TaxInvoice;
};

/** Why one document of a batch was refused. */
export type TaxInvoiceError = {
  __typename?: 'TaxInvoiceError';
  /** One of the published error codes. */
  code: Scalars['String']['output'];
  /** Path of the offending input. */
  field: Maybe<Scalars['String']['output']>;
  /** The reason, for people. */
  message: Scalars['String']['output'];
  /** The offending value. */
  value: Maybe<Scalars['String']['output']>;
};

/** Excise on a line of an invoice. */
export type TaxInvoiceExcise = {
  __typename?: 'TaxInvoiceExcise';
  /** Excise, GEL: quantity times rate, to the tetri. */
  amount: Scalars['Decimal']['output'];
  /** Group of excisable goods (see `exciseGroups`). */
  group: Scalars['String']['output'];
  /** Units of the group. */
  quantity: Scalars['Decimal']['output'];
  /** GEL for one unit of the group. */
  rate: Scalars['Decimal']['output'];
};

/** Excise on what a line supplies. */
export type TaxInvoiceExciseInput = {
  /** Group of excisable goods (see `exciseGroups`). */
  group: Scalars['String']['input'];
  /** Units of the group; at most 6 decimals, more than zero. */
  quantity: Scalars['Decimal']['input'];
  /** GEL for one unit of the group; that of the day without it, where one is known. */
  rate?: InputMaybe<Scalars['Decimal']['input']>;
};

/** Every condition given must hold. */
export type TaxInvoiceFilter = {
  /** Documents of this counterparty. */
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  /** Issued ones only, or received ones only. */
  direction?: InputMaybe<TaxInvoiceDirection>;
  /** First day of the operation. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Documents about these. */
  kinds?: InputMaybe<Array<TaxInvoiceKind>>;
  /** Documents whose number on RS.ge, note, or number of ours contains this text. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Documents that stand here. */
  statuses?: InputMaybe<Array<TaxInvoiceStatus>>;
  /** Last day of the operation. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** A document of ours to be made out. */
export type TaxInvoiceInput = {
  /** Advances that the delivery sets off. */
  advances?: InputMaybe<Array<TaxInvoiceAdvanceInput>>;
  /** The buyer; left out only where nobody pays, as for a shortage. */
  counterpartyId?: InputMaybe<Scalars['ID']['input']>;
  /** Currency of prices and payment, by ISO 4217; GEL without it. */
  currency?: InputMaybe<Scalars['String']['input']>;
  /**
   * GEL for one unit of the currency at the official rate of the day of the operation (Tax Code, article 73(10)), at most 10
   * decimals. Without it the rate that the ledger has for that day (see `exchangeRate`); refused when it has none for sure.
   */
  exchangeRate?: InputMaybe<Scalars['Decimal']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the same document. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Goods or services, or an advance for them. */
  kind: TaxInvoiceKind;
  /** What is supplied, 1–1,000 lines. */
  lines: Array<TaxInvoiceLineInput>;
  /** At most 1,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Day of the operation; of an advance, day of the payment. */
  operationDate: Scalars['Date']['input'];
  /** The payment, of an advance. */
  payment?: InputMaybe<AdvancePaymentInput>;
  /** Whether prices hold VAT. */
  priceMode: PriceMode;
};

/** What the document is about. */
export type TaxInvoiceKind =
  /** Money received or paid before the supply (Tax Code, article 163(2)). */
  | 'ADVANCE'
  /** A customs declaration of goods imported. */
  | 'IMPORT'
  /** A service or goods for which the recipient owes the VAT (article 161). */
  | 'REVERSE_CHARGE'
  /** Goods or services supplied. */
  | 'SUPPLY';

/**
 * One thing supplied. VAT is rounded by the rule LINE_HALF_UP: each line to the tetri, halves upwards; totals are sums of
 * lines.
 */
export type TaxInvoiceLine = {
  __typename?: 'TaxInvoiceLine';
  /** Account of the ledger for it; null for the usual one. */
  accountCode: Maybe<Scalars['String']['output']>;
  /** GEL without VAT; under the margin scheme the margin without VAT. */
  base: Scalars['Decimal']['output'];
  /** Under the margin scheme: what the thing had cost, GEL. */
  cost: Maybe<Scalars['Decimal']['output']>;
  /** Per cent of the VAT that may be credited. */
  creditableShare: Scalars['Decimal']['output'];
  /** VAT that may be credited, GEL. */
  creditableVat: Scalars['Decimal']['output'];
  /** What is to be paid in the currency of the document. */
  currencyTotal: Scalars['Decimal']['output'];
  /** Excise within the price; null where there is none. */
  excise: Maybe<TaxInvoiceExcise>;
  /** Ground of the treatment, which decides on the box of the return. */
  ground: Scalars['String']['output'];
  /** Whether it is a fixed asset. */
  isFixedAsset: Scalars['Boolean']['output'];
  /** Position from 1. */
  line: Scalars['Int']['output'];
  /** What it is. */
  name: Scalars['String']['output'];
  /** How much. */
  quantity: Scalars['Decimal']['output'];
  /** Rate of VAT, per cent. */
  rate: Scalars['Decimal']['output'];
  /**
   * What is to be paid, GEL. Lines in another currency are converted by the rule RUNNING_TOTAL: each to what it adds to the
   * converted sum of all before it, so that they make exactly the document in GEL; their VAT is reckoned within that.
   */
  total: Scalars['Decimal']['output'];
  /** How VAT lies on it. */
  treatment: VatTreatment;
  /** Unit of RS.ge. */
  unit: TaxUnit;
  /** Price of one unit in the currency of the document, with or without VAT as the document says. */
  unitPrice: Scalars['Decimal']['output'];
  /** Own words for the unit, where it is “other”. */
  unitText: Maybe<Scalars['String']['output']>;
  /** VAT, GEL. */
  vat: Scalars['Decimal']['output'];
};

/** One thing supplied. */
export type TaxInvoiceLineInput = {
  /** Account of the ledger for it; the usual one without it. */
  accountCode?: InputMaybe<Scalars['String']['input']>;
  /** Under the margin scheme: what the thing had cost, GEL. */
  cost?: InputMaybe<Scalars['Decimal']['input']>;
  /**
   * Per cent of the VAT that may be credited, 0–100, of received documents; 100 without it. Shares above what the law
   * takes as whole count as 100.
   */
  creditableShare?: InputMaybe<Scalars['Decimal']['input']>;
  /** Excise that we owe on it, of goods that we supply; it lies within the price. */
  excise?: InputMaybe<TaxInvoiceExciseInput>;
  /** Ground of the treatment (see `vatGrounds`); the usual one without it. */
  ground?: InputMaybe<Scalars['String']['input']>;
  /** Whether no credit is allowed at all: representation, private use. */
  isCreditBlocked?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is a fixed asset. */
  isFixedAsset?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it is, at most 500 characters. */
  name: Scalars['String']['input'];
  /** How much; at most 6 decimals, more than zero. */
  quantity: Scalars['Decimal']['input'];
  /** How VAT lies on it. */
  treatment: VatTreatment;
  /** Code of a unit of RS.ge. */
  unit: Scalars['Int']['input'];
  /** Price of one unit in the currency of the document; at most 6 decimals, not negative. */
  unitPrice: Scalars['Decimal']['input'];
  /** Own words for the unit, needed with 99 and refused with others. */
  unitText?: InputMaybe<Scalars['String']['input']>;
  /** VAT as the document says, GEL; refused when it is not what base and rate make. */
  vat?: InputMaybe<Scalars['Decimal']['input']>;
};

/** The document after the command; of a correction, the correcting one. */
export type TaxInvoicePayload = {
  __typename?: 'TaxInvoicePayload';
  /** The document as it is now. */
  invoice: TaxInvoice;
};

/** A document that the other side does not agree with, or we, or that never was. */
export type TaxInvoiceReasonInput = {
  /** Version that it is meant for; refused with `CONFLICT` when it is not the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The document. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, at most 500 characters. */
  reason: Scalars['String']['input'];
};

/** Where a document stands, as on RS.ge. */
export type TaxInvoiceStatus =
  /** It never was. */
  | 'CANCELLED'
  /** The other side agrees, or we with a received one. */
  | 'CONFIRMED'
  /** At least one correction follows it. */
  | 'CORRECTED'
  /** Ours, not yet made out; it may still be changed. */
  | 'DRAFT'
  /** Made out; the VAT on it is due whether the buyer agrees or not. */
  | 'ISSUED'
  /** Come from a supplier; no VAT is credited before it is confirmed. */
  | 'RECEIVED'
  /** The other side does not agree, or we do not. */
  | 'REFUSED';

/** Language of a title. */
export type TaxLanguage =
  | 'EN'
  | 'KA';

/** Something that the company has to do by a day: hand in a return, pay a tax. */
export type TaxObligation = {
  __typename?: 'TaxObligation';
  /**
   * What is to be paid, GEL, as far as documents of tax and pay tell it; null where they do not. Pay counts in the month in
   * which it was received: income tax withheld from it is in WITHHOLDING, contributions to pensions are in PENSION, which is
   * null in a year in which nobody was paid.
   */
  amount: Maybe<Scalars['Decimal']['output']>;
  /**
   * Which deadline of the law, for example `VAT` or `PROPERTY_TAX_ADVANCE`; `CUSTOMS` for the charges of a customs declaration,
   * whose period is the month of the release and which is done by `recordCustomsPayment`.
   */
  code: Scalars['String']['output'];
  /** The last day in truth: a day off moves it to the next working day (Tax Code, article 3). */
  due: Scalars['Date']['output'];
  /** What the return came to when it was handed in, GEL; null where that was not kept. */
  filedAmount: Maybe<Scalars['Decimal']['output']>;
  /** Day on which it was handed in, where that was said; of a VAT return, on which it was first submitted. */
  filedOn: Maybe<Scalars['Date']['output']>;
  /** What was said of its return; null where nothing was, and for what tells itself: the VAT return, a customs declaration. */
  filing: Maybe<TaxFiling>;
  /** Name of the form in Georgian or in English. */
  form: Scalars['String']['output'];
  /** What is to be done. */
  kind: TaxObligationKind;
  /** Interest by the day of the states, GEL: each part by the days that it was, or is, late. Null when nothing is. */
  lateInterest: Maybe<Scalars['Decimal']['output']>;
  /** Fine for the late return, GEL; a payment without a return bears none. Null when nothing is late. */
  latePenalty: Maybe<Scalars['Decimal']['output']>;
  /** The day that the law names. */
  legalDay: Scalars['Date']['output'];
  /** Month of the period, 1–12; null when it is the whole year. */
  month: Maybe<Scalars['Int']['output']>;
  /** What is still to be paid, GEL; below zero when too much was paid; null where the amount is not known. */
  outstanding: Maybe<Scalars['Decimal']['output']>;
  /** What was paid for it by the day of the states, GEL. */
  paid: Scalars['Decimal']['output'];
  /** The payments that stand, by their days. */
  payments: Array<TaxPayment>;
  /** What of the amount was withheld from pay or contributed with it, GEL; a sum of the company. */
  payrollAmount: Scalars['Decimal']['output'];
  /** The article of the law. */
  source: Scalars['String']['output'];
  /** How it stands. */
  state: TaxObligationState;
  /** Which tax, for example `PROPERTY_TAX`. */
  tax: Scalars['String']['output'];
  /** Name of the tax in Georgian or in English. */
  title: Scalars['String']['output'];
  /** Year of the period. */
  year: Scalars['Int']['output'];
};


/** Something that the company has to do by a day: hand in a return, pay a tax. */
export type TaxObligationFormArgs = {
  language?: InputMaybe<TaxLanguage>;
};


/** Something that the company has to do by a day: hand in a return, pay a tax. */
export type TaxObligationTitleArgs = {
  language?: InputMaybe<TaxLanguage>;
};

/** What is to be done by a deadline. */
export type TaxObligationKind =
  /** Pay in advance. */
  | 'ADVANCE'
  /** Pay. */
  | 'PAYMENT'
  /** Hand in or publish; nothing is paid. */
  | 'RETURN'
  /** Hand in the return and pay. */
  | 'RETURN_AND_PAYMENT';

/** How something that has to be done stands. */
export type TaxObligationState =
  /** It was handed in, and its documents have come to another amount since: a corrected return is to be handed in. */
  | 'CHANGED'
  /** It is handed in and paid. */
  | 'DONE'
  /** It may be done, and there is time. */
  | 'DUE'
  /** The last day has passed. */
  | 'OVERDUE'
  /** It is handed in, and not all of it is paid. */
  | 'UNPAID'
  /** Its period is not over. */
  | 'UPCOMING';

/** Money that went to the treasury for a term, or was set off on the tax card. */
export type TaxPayment = {
  __typename?: 'TaxPayment';
  /** What was paid, GEL. */
  amount: Scalars['Decimal']['output'];
  /** Which deadline it is for, for example `PROFIT_TAX`. */
  code: Scalars['String']['output'];
  /** What it was, for example the number of the payment order, or of what it was set off against. */
  description: Maybe<Scalars['String']['output']>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Day of the payment. */
  paidOn: Scalars['Date']['output'];
  /** What it was paid for. */
  period: TaxPeriod;
  /** Why it was taken back; null while it stands. */
  takenBackReason: Maybe<Scalars['String']['output']>;
};

/** The payment after the command. */
export type TaxPaymentPayload = {
  __typename?: 'TaxPaymentPayload';
  /** The payment as it is now. */
  payment: TaxPayment;
};

/** A month, or a whole year. */
export type TaxPeriod = {
  __typename?: 'TaxPeriod';
  /** The month, 1–12; null when it is the whole year. */
  month: Maybe<Scalars['Int']['output']>;
  /** The year. */
  year: Scalars['Int']['output'];
};

/** Which account of the ledger documents of tax are posted on, by what the account is for. */
export type TaxPostingAccount = {
  __typename?: 'TaxPostingAccount';
  /** Code of the account in the chart. */
  accountCode: Scalars['String']['output'];
  /** Whether it is the usual one, because the company has chosen none. */
  isDefault: Scalars['Boolean']['output'];
  /** What it is for, in the language asked for. */
  name: Scalars['String']['output'];
  /** What the account is for, for example `VAT_OUTPUT`. */
  role: Scalars['String']['output'];
};


/** Which account of the ledger documents of tax are posted on, by what the account is for. */
export type TaxPostingAccountNameArgs = {
  language?: InputMaybe<TaxLanguage>;
};

/** The account after the command. */
export type TaxPostingAccountPayload = {
  __typename?: 'TaxPostingAccountPayload';
  /** The account as it is now. */
  account: TaxPostingAccount;
};

/** What the company is for the Revenue Service. */
export type TaxProfile = {
  __typename?: 'TaxProfile';
  /** By which profit or income is taxed. */
  regime: TaxRegime;
  /** Identification number of the taxpayer: nine digits for a company, eleven for an individual entrepreneur. */
  taxId: Maybe<Scalars['String']['output']>;
  /** Spans in which the company was or is registered for VAT, the oldest first. */
  vatRegistrations: Array<VatRegistration>;
};

/** The profile after the command. */
export type TaxProfilePayload = {
  __typename?: 'TaxProfilePayload';
  /** The profile as it is now. */
  profile: TaxProfile;
};

/** A figure that the law sets, with the days for which it holds. */
export type TaxRate = {
  __typename?: 'TaxRate';
  /** What is set, for example `VAT_STANDARD` or `WHT_INTEREST`. */
  code: Scalars['String']['output'];
  /** The article of the law. */
  source: Scalars['String']['output'];
  /** Name in Georgian or in English. */
  title: Scalars['String']['output'];
  /** What the figure counts. */
  unit: TaxRateUnit;
  /** First day for which the figure is known to hold. */
  validFrom: Scalars['Date']['output'];
  /** Last day; null while it holds. */
  validTo: Maybe<Scalars['Date']['output']>;
  /** The figure, in its unit. */
  value: Scalars['Decimal']['output'];
};


/** A figure that the law sets, with the days for which it holds. */
export type TaxRateTitleArgs = {
  language?: InputMaybe<TaxLanguage>;
};

/** What a figure of the law counts. */
export type TaxRateUnit =
  /** Calendar days. */
  | 'DAYS'
  /** What an amount is divided by. */
  | 'FACTOR'
  /** Lari. */
  | 'GEL'
  /** Calendar months. */
  | 'MONTHS'
  /** Per cent of an amount. */
  | 'PERCENT'
  /** Per cent of an amount for each day. */
  | 'PERCENT_PER_DAY';

/** How profit or income is taxed. */
export type TaxRegime =
  /** Profit tax on distributed profit (Tax Code, articles 97 and 98): companies since 2017. */
  | 'DISTRIBUTED_PROFIT'
  /** Small-business status of an individual entrepreneur (article 88). */
  | 'SMALL_BUSINESS';

/** A unit of RS.ge. */
export type TaxUnit = {
  __typename?: 'TaxUnit';
  /** Code of RS.ge. */
  code: Scalars['Int']['output'];
  /** Name in the language asked for. */
  name: Scalars['String']['output'];
};


/** A unit of RS.ge. */
export type TaxUnitNameArgs = {
  language?: InputMaybe<TaxLanguage>;
};

/** A transaction of the ledger. */
export type Transaction = {
  __typename?: 'Transaction';
  /** Identifier of the transaction. */
  id: Scalars['ID']['output'];
  /** Tax documents that the transaction was posted for. */
  taxInvoices: Array<TaxInvoice>;
};

/** A try of the connection. */
export type TryRsGeConnectionInput = {
  /** Nothing is written that could be written twice: every call signs in anew, whatever the key. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** An entry that no document stands behind. */
export type UndocumentedVat = {
  __typename?: 'UndocumentedVat';
  /** The entry. */
  entry: VatEntry;
  /** Whether it takes VAT away, as a payment or a set-off does, or undoes such an entry; these make no difference. */
  isSettlement: Scalars['Boolean']['output'];
};

/** Absent fields stay as they are; null clears those that may be empty. */
export type UpdateCounterpartyInput = {
  /** Address. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** Version that the change is meant for; refused with `CONFLICT` when it is not the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** All bank accounts; they replace what was said before. */
  ibans?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The counterparty to change. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is established or lives in Georgia. */
  isResident?: InputMaybe<Scalars['Boolean']['input']>;
  /** Name in Georgian, or as it is written. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Name in English. */
  nameEn?: InputMaybe<Scalars['String']['input']>;
  /** Number of the same kind and country. */
  taxId?: InputMaybe<Scalars['String']['input']>;
  /** All spans of registration for VAT; they replace what was said before. */
  vatRegistrations?: InputMaybe<Array<VatRegistrationInput>>;
};

/** A draft with all that it is to say; what was said before is forgotten. */
export type UpdateTaxInvoiceInput = {
  /** Version that the change is meant for; refused with `CONFLICT` when it is not the current one. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The draft. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** All that it is to say. */
  invoice: TaxInvoiceInput;
};

/** What the company is for the Revenue Service; fields that are left out stay as they are. */
export type UpdateTaxProfileInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** By which profit or income is taxed. */
  regime?: InputMaybe<TaxRegime>;
  /** Nine or eleven digits. */
  taxId?: InputMaybe<Scalars['String']['input']>;
  /** All spans of registration for VAT, in order and apart from each other; they replace what was said before. */
  vatRegistrations?: InputMaybe<Array<VatRegistrationInput>>;
};

/** A user of the company, resolved by the identity subgraph. */
export type User = {
  __typename?: 'User';
  /** Identifier of the user. */
  id: Scalars['ID']['output'];
};

/** A fixed asset whose credited VAT follows its use. */
export type VatCapitalGood = {
  __typename?: 'VatCapitalGood';
  /** Day of the acquisition. */
  acquiredOn: Scalars['Date']['output'];
  /** What the credit of the year is to be changed by for it, GEL; null without a share. */
  adjustment: Maybe<Scalars['Decimal']['output']>;
  /** What of that was credited at first, GEL. */
  credited: Scalars['Decimal']['output'];
  /** The document by which it was acquired. */
  invoice: Maybe<TaxInvoice>;
  /** Whether it is a building or a structure, by its account (roles `BUILDING` and `STRUCTURE`). */
  isBuilding: Scalars['Boolean']['output'];
  /** Last year in which it is followed. */
  lastYear: Scalars['Int']['output'];
  /** Line of the document, or of its last correction. */
  line: Scalars['Int']['output'];
  /** What it is. */
  name: Scalars['String']['output'];
  /** VAT on it, GEL. */
  vat: Scalars['Decimal']['output'];
  /** Over how many years its VAT is spread. */
  years: Scalars['Int']['output'];
};

/**
 * How the VAT that was credited on fixed assets is to be adjusted for a year by their use: a tenth of that on buildings, a
 * fifth of that on others, in each year of the term after that of the acquisition (Tax Code, article 176). A proposal:
 * nothing is posted by it, and the use of each asset is taken to be that of the company.
 */
export type VatCapitalGoods = {
  __typename?: 'VatCapitalGoods';
  /** What the credit of the year is to be changed by, GEL: more of it above zero, less below. Null without a share. */
  adjustment: Maybe<Scalars['Decimal']['output']>;
  /**
   * Per cent of the year's supplies that give the right of credit: taxable ones and those exempt with it, of all. 100 when
   * the rest is less than the law takes notice of; null when nothing was supplied.
   */
  creditableShare: Maybe<Scalars['Decimal']['output']>;
  /** Fixed assets that are followed in the year, by the day of their acquisition; at most 1,000. */
  goods: Array<VatCapitalGood>;
  /** Whether the year is over; the figures of a year that is not may still move. */
  isOver: Scalars['Boolean']['output'];
  /** The year. */
  year: Scalars['Int']['output'];
};

/** The VAT of a month, as the documents say it and as the books say it. */
export type VatDifferences = {
  __typename?: 'VatDifferences';
  /** Documents whose VAT the books have otherwise, or not at all; the largest difference first, at most 500. */
  documents: Array<VatDocumentDifference>;
  /** Month, 1–12. */
  month: Scalars['Int']['output'];
  /** Each part of the return. */
  parts: Array<VatPartDifference>;
  /** Entries on accounts of VAT that no document stands behind, at most 500. */
  undocumented: Array<UndocumentedVat>;
  /** Year. */
  year: Scalars['Int']['output'];
};

/** A document whose VAT the books have otherwise. */
export type VatDocumentDifference = {
  __typename?: 'VatDocumentDifference';
  /** VAT that its entries of the month come to, GEL. */
  books: Scalars['Decimal']['output'];
  /** Documents less books, GEL. */
  difference: Scalars['Decimal']['output'];
  /** Identifier of the document within its kind. */
  documentId: Scalars['ID']['output'];
  /** Kind of document, for example `TaxInvoice`. */
  documentType: Scalars['String']['output'];
  /** VAT that the document adds to the month, GEL. */
  documents: Scalars['Decimal']['output'];
  /** The document, where it is a tax invoice. */
  invoice: Maybe<TaxInvoice>;
  /** Part of the return. */
  part: VatRegisterPart;
  /** How far its postings have come; empty when none was asked for. */
  postingStates: Array<PostingState>;
};

/** A posted entry on an account of VAT, whoever made it. */
export type VatEntry = {
  __typename?: 'VatEntry';
  /** Account of VAT. */
  account: Account;
  /** Credit, GEL. */
  credit: Scalars['Decimal']['output'];
  /** Date of the transaction. */
  date: Scalars['Date']['output'];
  /** Debit, GEL. */
  debit: Scalars['Decimal']['output'];
  /** What the entry is for. */
  description: Scalars['String']['output'];
  /** Identifier of that document within its kind. */
  documentId: Maybe<Scalars['ID']['output']>;
  /** Kind of the tax document that it was posted for, or that its reversal undoes; null for an entry by hand. */
  documentType: Maybe<Scalars['String']['output']>;
  /** That document, where it is a tax invoice. */
  invoice: Maybe<TaxInvoice>;
  /** Position within the transaction, from 1. */
  line: Scalars['Int']['output'];
  /** Part of the return that the account belongs to. */
  part: VatRegisterPart;
  /** By what and when the Revenue Service learned, or will learn, of it. */
  report: VatEntryReport;
  /** Transaction that it is part of. */
  transaction: Transaction;
};

/** Entries of the VAT register, in the order of date and posting. */
export type VatEntryConnection = {
  __typename?: 'VatEntryConnection';
  /** Entries of this page. */
  edges: Array<VatEntryEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** An entry with its cursor. */
export type VatEntryEdge = {
  __typename?: 'VatEntryEdge';
  /** Pass it as `after` to go on behind this entry. */
  cursor: Scalars['String']['output'];
  /** The entry. */
  node: VatEntry;
};

/** By what and when the Revenue Service learned, or will learn, of an entry of the VAT register. */
export type VatEntryReport = {
  __typename?: 'VatEntryReport';
  /** By what. */
  by: VatReportedBy;
  /** What RS.ge knows of the document: its identifier there, its number, what the buyer said. Null without a document. */
  document: Maybe<RsGeReport>;
  /** Whether that return is late: not submitted, or refused, after its last day. */
  isReturnOverdue: Scalars['Boolean']['output'];
  /**
   * When it was reported: when RS.ge registered the document, when a document of another was first seen there, or when the
   * return was submitted. Null before, and where a person has given the number of the document.
   */
  reportedAt: Maybe<Scalars['DateTime']['output']>;
  /** Last day of the VAT return of its month; null before the law that is known here. */
  returnDue: Maybe<Scalars['Date']['output']>;
  /** Where that return stands. */
  returnState: VatReturnState;
  /** Where it stands. */
  state: VatReportState;
};

/** A ground of a treatment. */
export type VatGround = {
  __typename?: 'VatGround';
  /** Code to name it by in lines. */
  code: Scalars['String']['output'];
  /** Box of part III for what is received; null when there is none. */
  inputBox: Maybe<Scalars['String']['output']>;
  /** Whether lines that name none have this one. */
  isDefault: Scalars['Boolean']['output'];
  /** Name in the language asked for. */
  name: Scalars['String']['output'];
  /** Box of part I or II for what is supplied; null when there is none. */
  outputBox: Maybe<Scalars['String']['output']>;
  /** Article that says so. */
  source: Scalars['String']['output'];
  /** Treatment that it is a ground of. */
  treatment: VatTreatment;
};


/** A ground of a treatment. */
export type VatGroundNameArgs = {
  language?: InputMaybe<TaxLanguage>;
};

/** What a document adds to one box of the VAT return of a month; negative where it takes away. */
export type VatItem = {
  __typename?: 'VatItem';
  /** Base without VAT, GEL. */
  base: Scalars['Decimal']['output'];
  /** Box within the part, for example "14.1". */
  box: Scalars['String']['output'];
  /** Whether it is a fixed asset. */
  isFixedAsset: Scalars['Boolean']['output'];
  /** Line of the document; beyond its last one for advances that are set off. */
  line: Scalars['Int']['output'];
  /** Month of the return, 1–12. */
  month: Scalars['Int']['output'];
  /** Part of annex A. */
  part: VatPart;
  /** How VAT lies on it. */
  treatment: VatTreatment;
  /** VAT, GEL. */
  vat: Scalars['Decimal']['output'];
  /** Year of the return. */
  year: Scalars['Int']['output'];
};

/** Part of the VAT return, annex A. */
export type VatPart =
  /** Part III: VAT that is credited. */
  | 'INPUT'
  /** Part I: VAT due on what was supplied. */
  | 'OUTPUT'
  /** Part II: VAT due on what was received. */
  | 'REVERSE_CHARGE';

/** One part of the return: documents against books. */
export type VatPartDifference = {
  __typename?: 'VatPartDifference';
  /** VAT that the entries of the month come to, without settlements, GEL. */
  books: Scalars['Decimal']['output'];
  /** Documents less books, GEL; zero when they agree. */
  difference: Scalars['Decimal']['output'];
  /** VAT that the documents of the month come to, GEL. */
  documents: Scalars['Decimal']['output'];
  /** Part of the return. */
  part: VatRegisterPart;
  /** What was paid or set off: entries without a document that take VAT away, less what undid them, GEL. */
  settled: Scalars['Decimal']['output'];
};

/** A part of the VAT return. */
export type VatRegisterPart =
  /** VAT that is credited. */
  | 'INPUT'
  /** VAT on supplies and on advances received. */
  | 'OUTPUT'
  /** VAT that the buyer owes. */
  | 'REVERSE_CHARGE';

/** A span of registration for VAT. */
export type VatRegistration = {
  __typename?: 'VatRegistration';
  /** First day on which VAT is due. */
  from: Scalars['Date']['output'];
  /** Last day of the registration; null while it lasts. */
  to: Maybe<Scalars['Date']['output']>;
};

/** The operation by which turnover exceeded the threshold. */
export type VatRegistrationCrossing = {
  __typename?: 'VatRegistrationCrossing';
  /** Last day to apply for registration: two working days after the operation. */
  applyBy: Scalars['Date']['output'];
  /** Date of the operation; VAT is due from this operation on, itself included. */
  date: Scalars['Date']['output'];
  /** Identifier of the document within its kind. */
  documentId: Scalars['ID']['output'];
  /** Kind of document; `Transaction` for a sale that stands in the books alone. */
  documentType: Scalars['String']['output'];
  /** The document, where it is a tax invoice. */
  invoice: Maybe<TaxInvoice>;
  /** First day of the period that exceeded the threshold with it. */
  periodFrom: Scalars['Date']['output'];
  /** The transaction of the ledger, where the sale stands in the books alone. */
  transaction: Maybe<Transaction>;
  /** Turnover of that period, this operation included, GEL. */
  turnover: Scalars['Decimal']['output'];
};

/** When the threshold will be exceeded if things go on as they did. */
export type VatRegistrationForecast = {
  __typename?: 'VatRegistrationForecast';
  /** The day on which it will be exceeded. */
  date: Scalars['Date']['output'];
  /**
   * What it rests on: average turnover of the last three full calendar months, GEL a month. It is spread evenly over the
   * days to come, while days that come to lie more than twelve months back no longer count.
   */
  monthlyAverage: Scalars['Decimal']['output'];
};

/** What a company may do about its registration for VAT. */
export type VatRegistrationHint =
  /** It may ask for the end of its registration: a year of it is over and turnover is not above the threshold (article 165¹). */
  | 'MAY_DEREGISTER'
  /** It may register without having to. */
  | 'MAY_REGISTER';

/** A span of registration for VAT. */
export type VatRegistrationInput = {
  /** First day on which VAT is due (article 165 of the Tax Code: the day of the operation that crosses the threshold). */
  from: Scalars['Date']['input'];
  /** Last day of the registration; left out while it lasts. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** Whether a company is registered for VAT, or has to be. */
export type VatRegistrationState =
  /** Not registered, and turnover has not exceeded the threshold. */
  | 'BELOW'
  /** Not registered, though turnover has exceeded the threshold. */
  | 'MUST_REGISTER'
  /** Registered on the day asked for. */
  | 'REGISTERED';

/** How a company stands to the duty to register for VAT (Tax Code, article 165). */
export type VatRegistrationWatch = {
  __typename?: 'VatRegistrationWatch';
  /** The day up to whose end turnover is counted. */
  asOf: Scalars['Date']['output'];
  /** The document or sale by which the threshold was exceeded, since the last registration ended; null when none has. */
  crossing: Maybe<VatRegistrationCrossing>;
  /** When the threshold will be exceeded if things go on; null when they do not lead there within two years, or already have. */
  forecast: Maybe<VatRegistrationForecast>;
  /** What the company may do, besides what it must. */
  hints: Array<VatRegistrationHint>;
  /** First day of the period of up to twelve months, ending with the day asked for, that has the most turnover. */
  periodFrom: Scalars['Date']['output'];
  /** What may still be supplied before the threshold is exceeded, GEL. */
  remaining: Scalars['Decimal']['output'];
  /** Whether the company is registered, must be, or need not. */
  state: VatRegistrationState;
  /** Turnover, GEL, that obliges to register when it is exceeded; exactly this much does not. */
  threshold: Scalars['Decimal']['output'];
  /**
   * Turnover of that period, GEL without VAT: taxable supplies and those exempt with the right of credit; supplies exempt
   * without it do not count. Supplied is what tax documents say, and what was posted without one on the accounts of sales:
   * those whose role in the chart is `SALES`, and the one that documents are posted on (`REVENUE`). A closing of the year
   * takes nothing away.
   */
  turnover: Scalars['Decimal']['output'];
};

/** Where the reporting of an entry of the VAT register stands. */
export type VatReportState =
  /** It is due by the return, and there is time. */
  | 'DUE'
  /** RS.ge has refused its document, or nobody knows what became of it: a person must look at the submission. */
  | 'FAILED'
  /** It is due by the return, and the last day has passed. */
  | 'OVERDUE'
  /** The Revenue Service knows it: by its document at RS.ge, or by the return that was submitted. */
  | 'REPORTED'
  /** It pays VAT or sets it off: there is nothing to report. */
  | 'SETTLEMENT'
  /** Its document is on its way to RS.ge. */
  | 'UNDER_WAY'
  /** No document stands behind it: no return will hold it until one does. */
  | 'UNDOCUMENTED';

/** Entries of one kind. */
export type VatReportSum = {
  __typename?: 'VatReportSum';
  /** By what they are reported. */
  by: VatReportedBy;
  /** VAT of those that make input VAT, GEL. */
  credited: Scalars['Decimal']['output'];
  /** How many entries. */
  entries: Scalars['Int']['output'];
  /** VAT of those that make output VAT or reverse charge, GEL; what pays it or sets it off is below zero. */
  owed: Scalars['Decimal']['output'];
  /** Where that stands. */
  state: VatReportState;
};

/** By what the Revenue Service learns of an entry of the VAT register. */
export type VatReportedBy =
  /** By its document, in real time: RS.ge has it, or is being given it. */
  | 'DOCUMENT'
  /** By nothing. */
  | 'NOTHING'
  /** By the VAT return of its month. */
  | 'RETURN';

/** What of the VAT register of a month the Revenue Service knows, and what it does not know yet. */
export type VatReporting = {
  __typename?: 'VatReporting';
  /** The entries, in the order of date and posting. */
  entries: VatEntryConnection;
  /** Whether it is late: not submitted, or refused, after its last day. */
  isReturnOverdue: Scalars['Boolean']['output'];
  /** Month, 1–12. */
  month: Scalars['Int']['output'];
  /** Last day of the VAT return; null before the law that is known here. */
  returnDue: Maybe<Scalars['Date']['output']>;
  /** Where the return stands. */
  returnState: VatReturnState;
  /** When it was submitted; null while it is not. */
  returnSubmittedAt: Maybe<Scalars['DateTime']['output']>;
  /** What RS.ge has refused, and what nobody knows the outcome of, among the documents of the month; at most 100. */
  stuck: Array<RsGeSubmission>;
  /** Entries by what reports them and where that stands; what there is none of is left out. */
  sums: Array<VatReportSum>;
  /** Year. */
  year: Scalars['Int']['output'];
};


/** What of the VAT register of a month the Revenue Service knows, and what it does not know yet. */
export type VatReportingEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  states?: InputMaybe<Array<VatReportState>>;
};

/** The VAT return of a month (annex A of the form). */
export type VatReturn = {
  __typename?: 'VatReturn';
  /** All boxes in the order of the form, totals included. */
  boxes: Array<VatReturnBox>;
  /** Each step that was taken, the oldest first. */
  changes: Array<VatReturnChange>;
  /** Whether the return equals the movement of the VAT accounts in the books. */
  checks: Array<VatReturnCheck>;
  /** Last day to file and to pay: the 15th of the next month, moved over weekends and holidays (Tax Code, articles 3 and 168). */
  dueDate: Scalars['Date']['output'];
  /** The return as a file of our own: RS.ge publishes no format, and takes returns on its own pages only. */
  file: VatReturnFile;
  /** Every filing of the month, the first one first. */
  filings: Array<VatReturnFiling>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Month, 1–12. */
  month: Scalars['Int']['output'];
  /** I.15 + II.4 − III.9, GEL: what is due to the budget; negative when it is a surplus of credit. */
  net: Scalars['Decimal']['output'];
  /**
   * Last event of tax's log that is in the figures. They stand still from the submission on; before, they are true until
   * this event.
   */
  seq: Scalars['Int']['output'];
  /** Number of the month's declaration at RS.ge, where it is known. */
  sequenceNumber: Maybe<Scalars['String']['output']>;
  /** How far the filing has come. */
  state: VatReturnState;
  /** Title of the form, in the language of the caller. */
  title: Scalars['String']['output'];
  /** Which filing of the month this is: 1 for the first, one more with each correction. */
  version: Scalars['Int']['output'];
  /** Year of the month. */
  year: Scalars['Int']['output'];
};


/** The VAT return of a month (annex A of the form). */
export type VatReturnFileArgs = {
  format?: InputMaybe<VatReturnFileFormat>;
};

/** A box of the return. */
export type VatReturnBox = {
  __typename?: 'VatReturnBox';
  /** Base without VAT, GEL. */
  base: Scalars['Decimal']['output'];
  /** Number of the box within its part, for example `6.1`. */
  box: Scalars['String']['output'];
  /** Whether it adds up the other boxes of its part. */
  isTotal: Scalars['Boolean']['output'];
  /** The lines of documents that make up the box; those of the whole part for a total. */
  items: VatReturnItemConnection;
  /** Part of the form. */
  part: VatReturnPart;
  /** Words of the form, in the language of the caller. */
  title: Scalars['String']['output'];
  /** VAT, GEL; null where the form has no column for it. */
  vat: Maybe<Scalars['Decimal']['output']>;
};


/** A box of the return. */
export type VatReturnBoxItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A step of a return on its way. */
export type VatReturnChange = {
  __typename?: 'VatReturnChange';
  /** When it was recorded. */
  at: Scalars['DateTime']['output'];
  /** Who did it. */
  by: User;
  /** Date of the receipt or of the refusal. */
  date: Maybe<Scalars['Date']['output']>;
  /** Why, where a reason was asked for. */
  reason: Maybe<Scalars['String']['output']>;
  /** Number of the receipt, where there was one. */
  receiptNumber: Maybe<Scalars['String']['output']>;
  /** What the filing became. */
  state: VatReturnState;
  /** Which filing took it. */
  version: Scalars['Int']['output'];
};

/**
 * An equality that should hold between the return and the books. What settles VAT (a payment to the budget, the set-off of
 * input against output: entries that no document asked for, on the other side of their account) is left out of the books.
 */
export type VatReturnCheck = {
  __typename?: 'VatReturnCheck';
  /** What the books say, GEL. */
  actual: Scalars['Decimal']['output'];
  /** actual − expected, GEL. */
  difference: Scalars['Decimal']['output'];
  /** What the return says, GEL. */
  expected: Scalars['Decimal']['output'];
  /** What is compared. */
  name: VatReturnCheckName;
};

/** What a check compares. */
export type VatReturnCheckName =
  /** Tax of part III with what was debited to the accounts of input VAT. */
  | 'INPUT'
  /** Net amount with the movement of all VAT accounts. */
  | 'NET'
  /** Tax of part I with what was credited to the accounts of output VAT and of VAT on advances. */
  | 'OUTPUT'
  /** Tax of part II with what was credited to the account of reverse charge. */
  | 'REVERSE_CHARGE'
  /** VAT of documents that no box of the form takes; there should be none. */
  | 'UNPLACED';

/** How far a box moved from one filing to the next. */
export type VatReturnDifference = {
  __typename?: 'VatReturnDifference';
  /** Base of this filing less that of the one before, GEL. */
  base: Scalars['Decimal']['output'];
  /** Number of the box within its part. */
  box: Scalars['String']['output'];
  /** Part of the form. */
  part: VatReturnPart;
  /** VAT of this filing less that of the one before, GEL. */
  vat: Scalars['Decimal']['output'];
};

/** A return as a file, in a format of ours that no authority has published. */
export type VatReturnFile = {
  __typename?: 'VatReturnFile';
  /** The text of the file. */
  content: Scalars['String']['output'];
  /** Media type. */
  contentType: Scalars['String']['output'];
  /** Name to save it by. */
  fileName: Scalars['String']['output'];
  /** What the file is not: nothing has been submitted by making it. */
  notice: Scalars['String']['output'];
  /** SHA-256 of the text in UTF-8, in hexadecimal. */
  sha256: Scalars['String']['output'];
};

/** Format of the file of a return. */
export type VatReturnFileFormat =
  /** One row for each box. */
  | 'CSV'
  /** As the API answers it. */
  | 'JSON'
  /** An element for each box. */
  | 'XML';

/** One filing of a month. */
export type VatReturnFiling = {
  __typename?: 'VatReturnFiling';
  /** How far each box moved since the filing before; boxes that stayed are left out. Empty for the first. */
  differences: Array<VatReturnDifference>;
  /** Why it was submitted although the books differed; null when nothing differed. */
  differencesReason: Maybe<Scalars['String']['output']>;
  /** Net amount as it was submitted, GEL; null before. */
  net: Maybe<Scalars['Decimal']['output']>;
  /** Number of the receipt of the tax authority. */
  receiptNumber: Maybe<Scalars['String']['output']>;
  /** Number of the declaration at RS.ge, where it is known. */
  sequenceNumber: Maybe<Scalars['String']['output']>;
  /** How far it has come. */
  state: VatReturnState;
  /** 1 for the first, one more with each correction. */
  version: Scalars['Int']['output'];
};

/** A month. */
export type VatReturnInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Month, 1–12. */
  month: Scalars['Int']['input'];
  /** Year of the month. */
  year: Scalars['Int']['input'];
};

/** What one line of a document adds to a box. */
export type VatReturnItem = {
  __typename?: 'VatReturnItem';
  /** Base without VAT, GEL; negative where something is taken back or set off. */
  base: Scalars['Decimal']['output'];
  /** Number of the box, which differs from line to line within a total. */
  box: Scalars['String']['output'];
  /** Whom it was supplied to or received from; null where nobody pays. */
  counterparty: Maybe<Counterparty>;
  /** Date of the operation. */
  date: Scalars['Date']['output'];
  /** Identifier of the document within its kind. */
  documentId: Scalars['ID']['output'];
  /** Kind of document. */
  documentType: Scalars['String']['output'];
  /** The document, where it is a tax invoice, a customs declaration or a reverse charge. */
  invoice: Maybe<TaxInvoice>;
  /** Whether a fixed asset was acquired. */
  isFixedAsset: Scalars['Boolean']['output'];
  /** Line of the document, from 1. */
  line: Scalars['Int']['output'];
  /** Transactions of the ledger that it was posted by; none until it is posted. */
  transactions: Array<Transaction>;
  /** How VAT lies on the line. */
  treatment: Scalars['String']['output'];
  /** VAT, GEL. */
  vat: Scalars['Decimal']['output'];
};

/** Lines of documents, page by page. */
export type VatReturnItemConnection = {
  __typename?: 'VatReturnItemConnection';
  /** Lines of this page. */
  edges: Array<VatReturnItemEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A line on a page. */
export type VatReturnItemEdge = {
  __typename?: 'VatReturnItemEdge';
  /** Pass it as `after` to go on behind this line. */
  cursor: Scalars['String']['output'];
  /** The line. */
  node: VatReturnItem;
};

/** Part of the form. */
export type VatReturnPart =
  /** Part III: VAT that is credited. */
  | 'INPUT'
  /** Part I: supplies. */
  | 'OUTPUT'
  /** Part II: VAT that the recipient charges. */
  | 'REVERSE_CHARGE';

/** The return after the command. */
export type VatReturnPayload = {
  __typename?: 'VatReturnPayload';
  /** The return as it is now. */
  vatReturn: VatReturn;
};

/** How far a filing of a VAT return has come. */
export type VatReturnState =
  /** The tax authority has taken it, with a receipt. */
  | 'ACCEPTED'
  /** Another filing of the same month has taken its place. */
  | 'CORRECTED'
  /** Filled from the documents; it moves with them. */
  | 'DRAFT'
  /** Looked through and ready to be submitted. */
  | 'READY'
  /** The tax authority has refused it. */
  | 'REFUSED'
  /** Submitted: the figures stand still and the month takes no documents. */
  | 'SUBMITTED';

/** How VAT lies on a line. */
export type VatTreatment =
  /** Exempt without the right of credit (articles 168¹ to 171). */
  | 'EXEMPT_WITHOUT_CREDIT'
  /** Exempt with the right of credit (article 172): export and others. */
  | 'EXEMPT_WITH_CREDIT'
  /** VAT that the customs charge. */
  | 'IMPORT'
  /** The margin alone is taxed (article 161²). */
  | 'MARGIN'
  /** The recipient owes the VAT (article 161). */
  | 'REVERSE_CHARGE'
  /** The standard rate (Tax Code, article 166). */
  | 'STANDARD';

/** What went over an account of VAT. */
export type VatTurnover = {
  __typename?: 'VatTurnover';
  /** Sum of the credits, GEL. */
  credit: Scalars['Decimal']['output'];
  /** Sum of the debits, GEL. */
  debit: Scalars['Decimal']['output'];
  /** VAT that is owed (credits less debits of a payable) or may be credited (debits less credits of a receivable), GEL. */
  vat: Scalars['Decimal']['output'];
};

/** A payment from which tax is to be withheld. */
export type WithholdTaxInput = {
  /** Who is paid: a counterparty of the company's, whose name, number, address and country go into Form 30. */
  counterpartyId: Scalars['ID']['input'];
  /** Day of the payment. */
  date: Scalars['Date']['input'];
  /** What it is for, for the books. */
  description: Scalars['String']['input'];
  /** Tax paid abroad that is credited, GEL; nothing without it. */
  foreignCredit?: InputMaybe<Scalars['Decimal']['input']>;
  /** What is paid before tax, GEL. */
  gross: Scalars['Decimal']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What is paid for, and to whom. */
  kind: WithholdingKind;
  /** Category of the recipient by the classifier of the portal, column 6 of Form 30; left empty without it. */
  recipientCategory?: InputMaybe<Scalars['String']['input']>;
  /** What of it bears no tax, GEL; nothing without it. */
  relief?: InputMaybe<Scalars['Decimal']['input']>;
  /** Tax that a treaty lifts, GEL; nothing without it. */
  treatyExempt?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A payment from which tax was withheld at source: a row of Form 30 (Tax Code, articles 130 to 134 and 154). */
export type Withholding = {
  __typename?: 'Withholding';
  /** Who was paid. */
  counterpartyId: Scalars['ID']['output'];
  /** Day of the payment; its month is the period of the return. */
  date: Scalars['Date']['output'];
  /** What it was for. */
  description: Scalars['String']['output'];
  /** Tax paid abroad that is credited, GEL. */
  foreignCredit: Scalars['Decimal']['output'];
  /** The fourteen cells of the row of Form 30, by position; an empty one is a single space. */
  form30Cells: Array<Scalars['String']['output']>;
  /** What was paid before tax, GEL. */
  gross: Scalars['Decimal']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** What was paid for, and to whom. */
  kind: WithholdingKind;
  /** What the payee gets, GEL. */
  net: Scalars['Decimal']['output'];
  /** Rate on that day, per cent. */
  rate: Scalars['Decimal']['output'];
  /** What of it bears no tax, GEL. */
  relief: Scalars['Decimal']['output'];
  /** Why it was reversed. */
  reversalReason: Maybe<Scalars['String']['output']>;
  /** Day of the reversal; null while the payment stands. A reversed one is in no return. */
  reversedOn: Maybe<Scalars['Date']['output']>;
  /** Tax withheld, GEL: the rate on gross less relief, rounded half up, less what a treaty lifts and what is credited. */
  tax: Scalars['Decimal']['output'];
  /** Name of the kind in Georgian or in English. */
  title: Scalars['String']['output'];
  /** Tax that a treaty lifts, GEL. */
  treatyExempt: Scalars['Decimal']['output'];
};


/** A payment from which tax was withheld at source: a row of Form 30 (Tax Code, articles 130 to 134 and 154). */
export type WithholdingTitleArgs = {
  language?: InputMaybe<TaxLanguage>;
};

/** Payments from which tax is withheld. */
export type WithholdingKind =
  /** Dividend to a Georgian company: declared, free of tax. */
  | 'DIVIDEND_TO_COMPANY'
  /** Dividend to an individual. */
  | 'DIVIDEND_TO_INDIVIDUAL'
  /** Dividend to a non-resident. */
  | 'DIVIDEND_TO_NON_RESIDENT'
  /** Interest. */
  | 'INTEREST'
  /** Interest, royalty or other income to a low-tax jurisdiction. */
  | 'LOW_TAX_JURISDICTION'
  /** Services and other Georgian-source income of a non-resident. */
  | 'NON_RESIDENT_SERVICES'
  /** International transport or telecommunication of a non-resident. */
  | 'NON_RESIDENT_TRANSPORT'
  /** Oil and gas subcontractor. */
  | 'OIL_AND_GAS'
  /** Residential rent to an individual. */
  | 'RESIDENTIAL_RENT'
  /** Royalty to a non-resident. */
  | 'ROYALTY_TO_NON_RESIDENT'
  /** Royalty to an individual resident in Georgia. */
  | 'ROYALTY_TO_RESIDENT'
  /** Gain of an individual on the sale of a home or car. */
  | 'SALE_OF_HOME_OR_CAR'
  /** Services of an individual who is no registered entrepreneur. */
  | 'SERVICES_OF_INDIVIDUAL';

/** The payment after the command. */
export type WithholdingPayload = {
  __typename?: 'WithholdingPayload';
  /** The payment as it is now. */
  withholding: Withholding;
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
  Counterparty: Counterparty;
  ProfitTaxCharge: ProfitTaxCharge;
  PropertyValues: PropertyValues;
  SmallBusinessIncome: SmallBusinessIncome;
  TaxFiling: TaxFiling;
  TaxInvoice: TaxInvoice;
  TaxPayment: TaxPayment;
  Transaction: Transaction;
  VatReturn: VatReturn;
  Withholding: Withholding;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Account:
    ( { __typename: 'Account' }
    & GraphQLRecursivePick<FederationTypes['Account'], {"id":true}> );
  CloseChecklist:
    ( { __typename: 'CloseChecklist' }
    & GraphQLRecursivePick<FederationTypes['CloseChecklist'], {"year":true,"month":true}> );
  Counterparty:
    ( { __typename: 'Counterparty' }
    & GraphQLRecursivePick<FederationTypes['Counterparty'], {"id":true}> );
  ProfitTaxCharge:
    ( { __typename: 'ProfitTaxCharge' }
    & GraphQLRecursivePick<FederationTypes['ProfitTaxCharge'], {"id":true}> );
  PropertyValues:
    ( { __typename: 'PropertyValues' }
    & GraphQLRecursivePick<FederationTypes['PropertyValues'], {"id":true}> );
  SmallBusinessIncome:
    ( { __typename: 'SmallBusinessIncome' }
    & GraphQLRecursivePick<FederationTypes['SmallBusinessIncome'], {"id":true}> );
  TaxFiling:
    ( { __typename: 'TaxFiling' }
    & GraphQLRecursivePick<FederationTypes['TaxFiling'], {"id":true}> );
  TaxInvoice:
    ( { __typename: 'TaxInvoice' }
    & GraphQLRecursivePick<FederationTypes['TaxInvoice'], {"id":true}> );
  TaxPayment:
    ( { __typename: 'TaxPayment' }
    & GraphQLRecursivePick<FederationTypes['TaxPayment'], {"id":true}> );
  Transaction:
    ( { __typename: 'Transaction' }
    & GraphQLRecursivePick<FederationTypes['Transaction'], {"id":true}> );
  VatReturn:
    ( { __typename: 'VatReturn' }
    & GraphQLRecursivePick<FederationTypes['VatReturn'], {"id":true}> );
  Withholding:
    ( { __typename: 'Withholding' }
    & GraphQLRecursivePick<FederationTypes['Withholding'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptVatReturnInput: AcceptVatReturnInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Account: ResolverTypeWrapper<Omit<Account, 'vatTurnover'> & { vatTurnover?: Maybe<ResolversTypes['VatTurnover']> }>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AdvancePaymentInput: AdvancePaymentInput;
  AnswerRsGeInvoiceInput: AnswerRsGeInvoiceInput;
  AnswerRsGeInvoicePayload: ResolverTypeWrapper<Omit<AnswerRsGeInvoicePayload, 'rsGeInvoice'> & { rsGeInvoice: ResolversTypes['RsGeInvoice'] }>;
  ChargeProfitTaxInput: ChargeProfitTaxInput;
  ChecklistItem: ResolverTypeWrapper<CheckedItem>;
  ChecklistSeverity: ChecklistSeverity;
  ChooseTaxPostingAccountInput: ChooseTaxPostingAccountInput;
  CloseChecklist: ResolverTypeWrapper<ChecklistMonth>;
  ConfirmRsGePinInput: ConfirmRsGePinInput;
  ConfirmTaxInvoiceInput: ConfirmTaxInvoiceInput;
  CorrectTaxInvoiceInput: CorrectTaxInvoiceInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Counterparty: ResolverTypeWrapper<CounterpartyRow>;
  CounterpartyActionInput: CounterpartyActionInput;
  CounterpartyConnection: ResolverTypeWrapper<Omit<CounterpartyConnection, 'edges'> & { edges: Array<ResolversTypes['CounterpartyEdge']> }>;
  CounterpartyEdge: ResolverTypeWrapper<Omit<CounterpartyEdge, 'node'> & { node: ResolversTypes['Counterparty'] }>;
  CounterpartyFilter: CounterpartyFilter;
  CounterpartyKind: CounterpartyKind;
  CounterpartyPayload: ResolverTypeWrapper<Omit<CounterpartyPayload, 'counterparty'> & { counterparty: ResolversTypes['Counterparty'] }>;
  CreateCounterpartyInput: CreateCounterpartyInput;
  CustomsDeclaration: ResolverTypeWrapper<CustomsDeclaration>;
  CustomsLine: ResolverTypeWrapper<CustomsLine>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DropRsGeSubmissionInput: DropRsGeSubmissionInput;
  ExciseGroup: ResolverTypeWrapper<ExciseGroupRow>;
  ExciseGroupPayload: ResolverTypeWrapper<Omit<ExciseGroupPayload, 'group'> & { group: ResolversTypes['ExciseGroup'] }>;
  ExciseItem: ResolverTypeWrapper<ExciseItemRow>;
  ExciseItemConnection: ResolverTypeWrapper<Omit<ExciseItemConnection, 'edges'> & { edges: Array<ResolversTypes['ExciseItemEdge']> }>;
  ExciseItemEdge: ResolverTypeWrapper<Omit<ExciseItemEdge, 'node'> & { node: ResolversTypes['ExciseItem'] }>;
  ExciseRate: ResolverTypeWrapper<ExciseRate>;
  ExciseReturn: ResolverTypeWrapper<ExciseMonth>;
  ExciseSum: ResolverTypeWrapper<ExciseSumRow>;
  FetchRsGeInvoicesInput: FetchRsGeInvoicesInput;
  FetchRsGeInvoicesPayload: ResolverTypeWrapper<FetchRsGeInvoicesPayload>;
  Form30: ResolverTypeWrapper<Form30Month>;
  Form30File: ResolverTypeWrapper<Form30File>;
  Form30RowConnection: ResolverTypeWrapper<Omit<Form30RowConnection, 'edges'> & { edges: Array<ResolversTypes['Form30RowEdge']> }>;
  Form30RowEdge: ResolverTypeWrapper<Omit<Form30RowEdge, 'node'> & { node: ResolversTypes['Withholding'] }>;
  Form30Sum: ResolverTypeWrapper<WithholdingSum>;
  ImportInput: ImportInput;
  ImportLineInput: ImportLineInput;
  IssueTaxInvoiceInput: IssueTaxInvoiceInput;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LateInterest: ResolverTypeWrapper<LateInterest>;
  LegalCertainty: LegalCertainty;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Posting: ResolverTypeWrapper<PostingRow>;
  PostingConnection: ResolverTypeWrapper<Omit<PostingConnection, 'edges'> & { edges: Array<ResolversTypes['PostingEdge']> }>;
  PostingEdge: ResolverTypeWrapper<Omit<PostingEdge, 'node'> & { node: ResolversTypes['Posting'] }>;
  PostingPayload: ResolverTypeWrapper<Omit<PostingPayload, 'posting'> & { posting: ResolversTypes['Posting'] }>;
  PostingRefusal: ResolverTypeWrapper<PostingRefusal>;
  PostingState: PostingState;
  PriceMode: PriceMode;
  ProfitTaxCharge: ResolverTypeWrapper<ProfitTaxChargeRow>;
  ProfitTaxChargePayload: ResolverTypeWrapper<Omit<ProfitTaxChargePayload, 'charge'> & { charge: ResolversTypes['ProfitTaxCharge'] }>;
  ProfitTaxKind: ProfitTaxKind;
  ProfitTaxLine: ResolverTypeWrapper<ProfitTaxLineRow>;
  ProfitTaxLineConnection: ResolverTypeWrapper<Omit<ProfitTaxLineConnection, 'edges'> & { edges: Array<ResolversTypes['ProfitTaxLineEdge']> }>;
  ProfitTaxLineEdge: ResolverTypeWrapper<Omit<ProfitTaxLineEdge, 'node'> & { node: ResolversTypes['ProfitTaxLine'] }>;
  ProfitTaxReturn: ResolverTypeWrapper<ProfitTaxMonth>;
  ProfitTaxReturnRow: ResolverTypeWrapper<ProfitTaxSum>;
  PropertyTaxAccount: ResolverTypeWrapper<AccountOfYear>;
  PropertyTaxReturn: ResolverTypeWrapper<PropertyTaxYear>;
  PropertyValue: ResolverTypeWrapper<PropertyValue>;
  PropertyValueInput: PropertyValueInput;
  PropertyValues: ResolverTypeWrapper<PropertyValues>;
  PropertyValuesPayload: ResolverTypeWrapper<Omit<PropertyValuesPayload, 'propertyTaxReturn'> & { propertyTaxReturn: ResolversTypes['PropertyTaxReturn'] }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReceivedTaxInvoiceInput: ReceivedTaxInvoiceInput;
  RecordCustomsPaymentInput: RecordCustomsPaymentInput;
  RecordIssuedTaxInvoiceInput: RecordIssuedTaxInvoiceInput;
  RecordSmallBusinessIncomeInput: RecordSmallBusinessIncomeInput;
  RecordTaxFilingInput: RecordTaxFilingInput;
  RecordTaxInvoiceInput: RecordTaxInvoiceInput;
  RecordTaxInvoiceResult: ResolverTypeWrapper<Omit<RecordTaxInvoiceResult, 'invoice'> & { invoice?: Maybe<ResolversTypes['TaxInvoice']> }>;
  RecordTaxInvoicesInput: RecordTaxInvoicesInput;
  RecordTaxInvoicesPayload: ResolverTypeWrapper<Omit<RecordTaxInvoicesPayload, 'results'> & { results: Array<ResolversTypes['RecordTaxInvoiceResult']> }>;
  RecordTaxPaymentInput: RecordTaxPaymentInput;
  RefuseVatReturnInput: RefuseVatReturnInput;
  RegisterTaxInvoiceInput: RegisterTaxInvoiceInput;
  RegistrationNumberInput: RegistrationNumberInput;
  ReopenVatReturnInput: ReopenVatReturnInput;
  RetryPostingInput: RetryPostingInput;
  RetryRsGeSubmissionInput: RetryRsGeSubmissionInput;
  ReverseProfitTaxChargeInput: ReverseProfitTaxChargeInput;
  ReverseSmallBusinessIncomeInput: ReverseSmallBusinessIncomeInput;
  ReverseWithholdingInput: ReverseWithholdingInput;
  RsGeAnswer: RsGeAnswer;
  RsGeChannel: RsGeChannel;
  RsGeConnection: ResolverTypeWrapper<ConnectionRow>;
  RsGeConnectionPayload: ResolverTypeWrapper<Omit<RsGeConnectionPayload, 'connection'> & { connection: ResolversTypes['RsGeConnection'] }>;
  RsGeConnectionState: RsGeConnectionState;
  RsGeDifference: ResolverTypeWrapper<DifferenceRow>;
  RsGeDifferenceConnection: ResolverTypeWrapper<Omit<RsGeDifferenceConnection, 'edges'> & { edges: Array<ResolversTypes['RsGeDifferenceEdge']> }>;
  RsGeDifferenceEdge: ResolverTypeWrapper<Omit<RsGeDifferenceEdge, 'node'> & { node: ResolversTypes['RsGeDifference'] }>;
  RsGeDifferenceKind: RsGeDifferenceKind;
  RsGeEApiSignInInput: RsGeEApiSignInInput;
  RsGeFetchedMonth: ResolverTypeWrapper<RsGeFetchedMonth>;
  RsGeInvoice: ResolverTypeWrapper<ReceivedInvoiceRow>;
  RsGeInvoiceConnection: ResolverTypeWrapper<Omit<RsGeInvoiceConnection, 'edges'> & { edges: Array<ResolversTypes['RsGeInvoiceEdge']> }>;
  RsGeInvoiceEdge: ResolverTypeWrapper<Omit<RsGeInvoiceEdge, 'node'> & { node: ResolversTypes['RsGeInvoice'] }>;
  RsGeInvoiceStanding: RsGeInvoiceStanding;
  RsGeInvoiceState: RsGeInvoiceState;
  RsGeNtosSignInInput: RsGeNtosSignInInput;
  RsGeOperation: RsGeOperation;
  RsGeReport: ResolverTypeWrapper<ReportRow>;
  RsGeReporting: RsGeReporting;
  RsGeSpanInput: RsGeSpanInput;
  RsGeStanding: RsGeStanding;
  RsGeSubmission: ResolverTypeWrapper<SubmissionRow>;
  RsGeSubmissionConnection: ResolverTypeWrapper<Omit<RsGeSubmissionConnection, 'edges'> & { edges: Array<ResolversTypes['RsGeSubmissionEdge']> }>;
  RsGeSubmissionEdge: ResolverTypeWrapper<Omit<RsGeSubmissionEdge, 'node'> & { node: ResolversTypes['RsGeSubmission'] }>;
  RsGeSubmissionFilter: RsGeSubmissionFilter;
  RsGeSubmissionPayload: ResolverTypeWrapper<Omit<RsGeSubmissionPayload, 'submission'> & { submission: ResolversTypes['RsGeSubmission'] }>;
  RsGeSubmissionState: RsGeSubmissionState;
  RsGeTaxpayer: ResolverTypeWrapper<RsGeTaxpayer>;
  RsGeUnit: ResolverTypeWrapper<RsGeUnit>;
  SetExciseRateInput: SetExciseRateInput;
  SetPropertyValuesInput: SetPropertyValuesInput;
  SetRsGeCredentialsInput: SetRsGeCredentialsInput;
  SetRsGeReceivingInput: SetRsGeReceivingInput;
  SmallBusinessIncome: ResolverTypeWrapper<IncomeRow>;
  SmallBusinessIncomePayload: ResolverTypeWrapper<Omit<SmallBusinessIncomePayload, 'income'> & { income: ResolversTypes['SmallBusinessIncome'] }>;
  SmallBusinessReturn: ResolverTypeWrapper<SmallBusinessMonth>;
  SubmitVatReturnInput: SubmitVatReturnInput;
  TakeBackTaxPaymentInput: TakeBackTaxPaymentInput;
  TaxCorrectionReason: TaxCorrectionReason;
  TaxFiling: ResolverTypeWrapper<TaxFiling>;
  TaxFilingPayload: ResolverTypeWrapper<Omit<TaxFilingPayload, 'obligation'> & { obligation?: Maybe<ResolversTypes['TaxObligation']> }>;
  TaxInvoice: ResolverTypeWrapper<TaxInvoiceRow>;
  TaxInvoiceAdvance: ResolverTypeWrapper<SetOff>;
  TaxInvoiceAdvanceInput: TaxInvoiceAdvanceInput;
  TaxInvoiceChange: ResolverTypeWrapper<TaxInvoiceChange>;
  TaxInvoiceConnection: ResolverTypeWrapper<Omit<TaxInvoiceConnection, 'edges'> & { edges: Array<ResolversTypes['TaxInvoiceEdge']> }>;
  TaxInvoiceDirection: TaxInvoiceDirection;
  TaxInvoiceEdge: ResolverTypeWrapper<Omit<TaxInvoiceEdge, 'node'> & { node: ResolversTypes['TaxInvoice'] }>;
  TaxInvoiceError: ResolverTypeWrapper<TaxInvoiceError>;
  TaxInvoiceExcise: ResolverTypeWrapper<TaxInvoiceExcise>;
  TaxInvoiceExciseInput: TaxInvoiceExciseInput;
  TaxInvoiceFilter: TaxInvoiceFilter;
  TaxInvoiceInput: TaxInvoiceInput;
  TaxInvoiceKind: TaxInvoiceKind;
  TaxInvoiceLine: ResolverTypeWrapper<TaxInvoiceLineRow>;
  TaxInvoiceLineInput: TaxInvoiceLineInput;
  TaxInvoicePayload: ResolverTypeWrapper<Omit<TaxInvoicePayload, 'invoice'> & { invoice: ResolversTypes['TaxInvoice'] }>;
  TaxInvoiceReasonInput: TaxInvoiceReasonInput;
  TaxInvoiceStatus: TaxInvoiceStatus;
  TaxLanguage: TaxLanguage;
  TaxObligation: ResolverTypeWrapper<Obligation>;
  TaxObligationKind: TaxObligationKind;
  TaxObligationState: TaxObligationState;
  TaxPayment: ResolverTypeWrapper<TaxPaymentRow>;
  TaxPaymentPayload: ResolverTypeWrapper<Omit<TaxPaymentPayload, 'payment'> & { payment: ResolversTypes['TaxPayment'] }>;
  TaxPeriod: ResolverTypeWrapper<TaxPeriod>;
  TaxPostingAccount: ResolverTypeWrapper<PostingAccountRow>;
  TaxPostingAccountPayload: ResolverTypeWrapper<Omit<TaxPostingAccountPayload, 'account'> & { account: ResolversTypes['TaxPostingAccount'] }>;
  TaxProfile: ResolverTypeWrapper<TaxProfileDetails>;
  TaxProfilePayload: ResolverTypeWrapper<Omit<TaxProfilePayload, 'profile'> & { profile: ResolversTypes['TaxProfile'] }>;
  TaxRate: ResolverTypeWrapper<Rate>;
  TaxRateUnit: TaxRateUnit;
  TaxRegime: TaxRegime;
  TaxUnit: ResolverTypeWrapper<Unit>;
  Transaction: ResolverTypeWrapper<LedgerTransaction>;
  TryRsGeConnectionInput: TryRsGeConnectionInput;
  UndocumentedVat: ResolverTypeWrapper<UndocumentedVatRow>;
  UpdateCounterpartyInput: UpdateCounterpartyInput;
  UpdateTaxInvoiceInput: UpdateTaxInvoiceInput;
  UpdateTaxProfileInput: UpdateTaxProfileInput;
  User: ResolverTypeWrapper<User>;
  VatCapitalGood: ResolverTypeWrapper<CapitalGood>;
  VatCapitalGoods: ResolverTypeWrapper<CapitalGoodsYear>;
  VatDifferences: ResolverTypeWrapper<VatDifferencesRow>;
  VatDocumentDifference: ResolverTypeWrapper<VatDocumentRow>;
  VatEntry: ResolverTypeWrapper<VatEntryRow>;
  VatEntryConnection: ResolverTypeWrapper<Omit<VatEntryConnection, 'edges'> & { edges: Array<ResolversTypes['VatEntryEdge']> }>;
  VatEntryEdge: ResolverTypeWrapper<Omit<VatEntryEdge, 'node'> & { node: ResolversTypes['VatEntry'] }>;
  VatEntryReport: ResolverTypeWrapper<EntryReport>;
  VatGround: ResolverTypeWrapper<Ground>;
  VatItem: ResolverTypeWrapper<VatItem>;
  VatPart: VatPart;
  VatPartDifference: ResolverTypeWrapper<VatPartDifference>;
  VatRegisterPart: VatRegisterPart;
  VatRegistration: ResolverTypeWrapper<VatRegistration>;
  VatRegistrationCrossing: ResolverTypeWrapper<CrossingRow>;
  VatRegistrationForecast: ResolverTypeWrapper<VatRegistrationForecast>;
  VatRegistrationHint: VatRegistrationHint;
  VatRegistrationInput: VatRegistrationInput;
  VatRegistrationState: VatRegistrationState;
  VatRegistrationWatch: ResolverTypeWrapper<RegistrationWatch>;
  VatReportState: VatReportState;
  VatReportSum: ResolverTypeWrapper<VatReportSum>;
  VatReportedBy: VatReportedBy;
  VatReporting: ResolverTypeWrapper<ReturnOfMonth>;
  VatReturn: ResolverTypeWrapper<VatReturnRow>;
  VatReturnBox: ResolverTypeWrapper<FilledBox>;
  VatReturnChange: ResolverTypeWrapper<VatReturnStep>;
  VatReturnCheck: ResolverTypeWrapper<VatReturnCheck>;
  VatReturnCheckName: VatReturnCheckName;
  VatReturnDifference: ResolverTypeWrapper<VatReturnDifference>;
  VatReturnFile: ResolverTypeWrapper<VatReturnFile>;
  VatReturnFileFormat: VatReturnFileFormat;
  VatReturnFiling: ResolverTypeWrapper<FilingAfter>;
  VatReturnInput: VatReturnInput;
  VatReturnItem: ResolverTypeWrapper<VatReturnItemRow>;
  VatReturnItemConnection: ResolverTypeWrapper<Omit<VatReturnItemConnection, 'edges'> & { edges: Array<ResolversTypes['VatReturnItemEdge']> }>;
  VatReturnItemEdge: ResolverTypeWrapper<Omit<VatReturnItemEdge, 'node'> & { node: ResolversTypes['VatReturnItem'] }>;
  VatReturnPart: VatReturnPart;
  VatReturnPayload: ResolverTypeWrapper<Omit<VatReturnPayload, 'vatReturn'> & { vatReturn: ResolversTypes['VatReturn'] }>;
  VatReturnState: VatReturnState;
  VatTreatment: VatTreatment;
  VatTurnover: ResolverTypeWrapper<VatTurnoverRow>;
  WithholdTaxInput: WithholdTaxInput;
  Withholding: ResolverTypeWrapper<WithholdingRow>;
  WithholdingKind: WithholdingKind;
  WithholdingPayload: ResolverTypeWrapper<Omit<WithholdingPayload, 'withholding'> & { withholding: ResolversTypes['Withholding'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptVatReturnInput: AcceptVatReturnInput;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Account: Omit<Account, 'vatTurnover'> & { vatTurnover?: Maybe<ResolversParentTypes['VatTurnover']> } | FederationReferenceTypes['Account'];
  ID: Scalars['ID']['output'];
  AdvancePaymentInput: AdvancePaymentInput;
  AnswerRsGeInvoiceInput: AnswerRsGeInvoiceInput;
  AnswerRsGeInvoicePayload: Omit<AnswerRsGeInvoicePayload, 'rsGeInvoice'> & { rsGeInvoice: ResolversParentTypes['RsGeInvoice'] };
  ChargeProfitTaxInput: ChargeProfitTaxInput;
  ChecklistItem: CheckedItem;
  ChooseTaxPostingAccountInput: ChooseTaxPostingAccountInput;
  CloseChecklist: ChecklistMonth;
  ConfirmRsGePinInput: ConfirmRsGePinInput;
  ConfirmTaxInvoiceInput: ConfirmTaxInvoiceInput;
  CorrectTaxInvoiceInput: CorrectTaxInvoiceInput;
  Boolean: Scalars['Boolean']['output'];
  Counterparty: CounterpartyRow;
  CounterpartyActionInput: CounterpartyActionInput;
  CounterpartyConnection: Omit<CounterpartyConnection, 'edges'> & { edges: Array<ResolversParentTypes['CounterpartyEdge']> };
  CounterpartyEdge: Omit<CounterpartyEdge, 'node'> & { node: ResolversParentTypes['Counterparty'] };
  CounterpartyFilter: CounterpartyFilter;
  CounterpartyPayload: Omit<CounterpartyPayload, 'counterparty'> & { counterparty: ResolversParentTypes['Counterparty'] };
  CreateCounterpartyInput: CreateCounterpartyInput;
  CustomsDeclaration: CustomsDeclaration;
  CustomsLine: CustomsLine;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DropRsGeSubmissionInput: DropRsGeSubmissionInput;
  ExciseGroup: ExciseGroupRow;
  ExciseGroupPayload: Omit<ExciseGroupPayload, 'group'> & { group: ResolversParentTypes['ExciseGroup'] };
  ExciseItem: ExciseItemRow;
  ExciseItemConnection: Omit<ExciseItemConnection, 'edges'> & { edges: Array<ResolversParentTypes['ExciseItemEdge']> };
  ExciseItemEdge: Omit<ExciseItemEdge, 'node'> & { node: ResolversParentTypes['ExciseItem'] };
  ExciseRate: ExciseRate;
  ExciseReturn: ExciseMonth;
  ExciseSum: ExciseSumRow;
  FetchRsGeInvoicesInput: FetchRsGeInvoicesInput;
  FetchRsGeInvoicesPayload: FetchRsGeInvoicesPayload;
  Form30: Form30Month;
  Form30File: Form30File;
  Form30RowConnection: Omit<Form30RowConnection, 'edges'> & { edges: Array<ResolversParentTypes['Form30RowEdge']> };
  Form30RowEdge: Omit<Form30RowEdge, 'node'> & { node: ResolversParentTypes['Withholding'] };
  Form30Sum: WithholdingSum;
  ImportInput: ImportInput;
  ImportLineInput: ImportLineInput;
  IssueTaxInvoiceInput: IssueTaxInvoiceInput;
  JSON: Scalars['JSON']['output'];
  LateInterest: LateInterest;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Posting: PostingRow;
  PostingConnection: Omit<PostingConnection, 'edges'> & { edges: Array<ResolversParentTypes['PostingEdge']> };
  PostingEdge: Omit<PostingEdge, 'node'> & { node: ResolversParentTypes['Posting'] };
  PostingPayload: Omit<PostingPayload, 'posting'> & { posting: ResolversParentTypes['Posting'] };
  PostingRefusal: PostingRefusal;
  ProfitTaxCharge: ProfitTaxChargeRow;
  ProfitTaxChargePayload: Omit<ProfitTaxChargePayload, 'charge'> & { charge: ResolversParentTypes['ProfitTaxCharge'] };
  ProfitTaxLine: ProfitTaxLineRow;
  ProfitTaxLineConnection: Omit<ProfitTaxLineConnection, 'edges'> & { edges: Array<ResolversParentTypes['ProfitTaxLineEdge']> };
  ProfitTaxLineEdge: Omit<ProfitTaxLineEdge, 'node'> & { node: ResolversParentTypes['ProfitTaxLine'] };
  ProfitTaxReturn: ProfitTaxMonth;
  ProfitTaxReturnRow: ProfitTaxSum;
  PropertyTaxAccount: AccountOfYear;
  PropertyTaxReturn: PropertyTaxYear;
  PropertyValue: PropertyValue;
  PropertyValueInput: PropertyValueInput;
  PropertyValues: PropertyValues | FederationReferenceTypes['PropertyValues'];
  PropertyValuesPayload: Omit<PropertyValuesPayload, 'propertyTaxReturn'> & { propertyTaxReturn: ResolversParentTypes['PropertyTaxReturn'] };
  Query: Record<PropertyKey, never>;
  ReceivedTaxInvoiceInput: ReceivedTaxInvoiceInput;
  RecordCustomsPaymentInput: RecordCustomsPaymentInput;
  RecordIssuedTaxInvoiceInput: RecordIssuedTaxInvoiceInput;
  RecordSmallBusinessIncomeInput: RecordSmallBusinessIncomeInput;
  RecordTaxFilingInput: RecordTaxFilingInput;
  RecordTaxInvoiceInput: RecordTaxInvoiceInput;
  RecordTaxInvoiceResult: Omit<RecordTaxInvoiceResult, 'invoice'> & { invoice?: Maybe<ResolversParentTypes['TaxInvoice']> };
  RecordTaxInvoicesInput: RecordTaxInvoicesInput;
  RecordTaxInvoicesPayload: Omit<RecordTaxInvoicesPayload, 'results'> & { results: Array<ResolversParentTypes['RecordTaxInvoiceResult']> };
  RecordTaxPaymentInput: RecordTaxPaymentInput;
  RefuseVatReturnInput: RefuseVatReturnInput;
  RegisterTaxInvoiceInput: RegisterTaxInvoiceInput;
  RegistrationNumberInput: RegistrationNumberInput;
  ReopenVatReturnInput: ReopenVatReturnInput;
  RetryPostingInput: RetryPostingInput;
  RetryRsGeSubmissionInput: RetryRsGeSubmissionInput;
  ReverseProfitTaxChargeInput: ReverseProfitTaxChargeInput;
  ReverseSmallBusinessIncomeInput: ReverseSmallBusinessIncomeInput;
  ReverseWithholdingInput: ReverseWithholdingInput;
  RsGeConnection: ConnectionRow;
  RsGeConnectionPayload: Omit<RsGeConnectionPayload, 'connection'> & { connection: ResolversParentTypes['RsGeConnection'] };
  RsGeDifference: DifferenceRow;
  RsGeDifferenceConnection: Omit<RsGeDifferenceConnection, 'edges'> & { edges: Array<ResolversParentTypes['RsGeDifferenceEdge']> };
  RsGeDifferenceEdge: Omit<RsGeDifferenceEdge, 'node'> & { node: ResolversParentTypes['RsGeDifference'] };
  RsGeEApiSignInInput: RsGeEApiSignInInput;
  RsGeFetchedMonth: RsGeFetchedMonth;
  RsGeInvoice: ReceivedInvoiceRow;
  RsGeInvoiceConnection: Omit<RsGeInvoiceConnection, 'edges'> & { edges: Array<ResolversParentTypes['RsGeInvoiceEdge']> };
  RsGeInvoiceEdge: Omit<RsGeInvoiceEdge, 'node'> & { node: ResolversParentTypes['RsGeInvoice'] };
  RsGeNtosSignInInput: RsGeNtosSignInInput;
  RsGeReport: ReportRow;
  RsGeSpanInput: RsGeSpanInput;
  RsGeSubmission: SubmissionRow;
  RsGeSubmissionConnection: Omit<RsGeSubmissionConnection, 'edges'> & { edges: Array<ResolversParentTypes['RsGeSubmissionEdge']> };
  RsGeSubmissionEdge: Omit<RsGeSubmissionEdge, 'node'> & { node: ResolversParentTypes['RsGeSubmission'] };
  RsGeSubmissionFilter: RsGeSubmissionFilter;
  RsGeSubmissionPayload: Omit<RsGeSubmissionPayload, 'submission'> & { submission: ResolversParentTypes['RsGeSubmission'] };
  RsGeTaxpayer: RsGeTaxpayer;
  RsGeUnit: RsGeUnit;
  SetExciseRateInput: SetExciseRateInput;
  SetPropertyValuesInput: SetPropertyValuesInput;
  SetRsGeCredentialsInput: SetRsGeCredentialsInput;
  SetRsGeReceivingInput: SetRsGeReceivingInput;
  SmallBusinessIncome: IncomeRow;
  SmallBusinessIncomePayload: Omit<SmallBusinessIncomePayload, 'income'> & { income: ResolversParentTypes['SmallBusinessIncome'] };
  SmallBusinessReturn: SmallBusinessMonth;
  SubmitVatReturnInput: SubmitVatReturnInput;
  TakeBackTaxPaymentInput: TakeBackTaxPaymentInput;
  TaxFiling: TaxFiling | FederationReferenceTypes['TaxFiling'];
  TaxFilingPayload: Omit<TaxFilingPayload, 'obligation'> & { obligation?: Maybe<ResolversParentTypes['TaxObligation']> };
  TaxInvoice: TaxInvoiceRow;
  TaxInvoiceAdvance: SetOff;
  TaxInvoiceAdvanceInput: TaxInvoiceAdvanceInput;
  TaxInvoiceChange: TaxInvoiceChange;
  TaxInvoiceConnection: Omit<TaxInvoiceConnection, 'edges'> & { edges: Array<ResolversParentTypes['TaxInvoiceEdge']> };
  TaxInvoiceEdge: Omit<TaxInvoiceEdge, 'node'> & { node: ResolversParentTypes['TaxInvoice'] };
  TaxInvoiceError: TaxInvoiceError;
  TaxInvoiceExcise: TaxInvoiceExcise;
  TaxInvoiceExciseInput: TaxInvoiceExciseInput;
  TaxInvoiceFilter: TaxInvoiceFilter;
  TaxInvoiceInput: TaxInvoiceInput;
  TaxInvoiceLine: TaxInvoiceLineRow;
  TaxInvoiceLineInput: TaxInvoiceLineInput;
  TaxInvoicePayload: Omit<TaxInvoicePayload, 'invoice'> & { invoice: ResolversParentTypes['TaxInvoice'] };
  TaxInvoiceReasonInput: TaxInvoiceReasonInput;
  TaxObligation: Obligation;
  TaxPayment: TaxPaymentRow;
  TaxPaymentPayload: Omit<TaxPaymentPayload, 'payment'> & { payment: ResolversParentTypes['TaxPayment'] };
  TaxPeriod: TaxPeriod;
  TaxPostingAccount: PostingAccountRow;
  TaxPostingAccountPayload: Omit<TaxPostingAccountPayload, 'account'> & { account: ResolversParentTypes['TaxPostingAccount'] };
  TaxProfile: TaxProfileDetails;
  TaxProfilePayload: Omit<TaxProfilePayload, 'profile'> & { profile: ResolversParentTypes['TaxProfile'] };
  TaxRate: Rate;
  TaxUnit: Unit;
  Transaction: LedgerTransaction;
  TryRsGeConnectionInput: TryRsGeConnectionInput;
  UndocumentedVat: UndocumentedVatRow;
  UpdateCounterpartyInput: UpdateCounterpartyInput;
  UpdateTaxInvoiceInput: UpdateTaxInvoiceInput;
  UpdateTaxProfileInput: UpdateTaxProfileInput;
  User: User;
  VatCapitalGood: CapitalGood;
  VatCapitalGoods: CapitalGoodsYear;
  VatDifferences: VatDifferencesRow;
  VatDocumentDifference: VatDocumentRow;
  VatEntry: VatEntryRow;
  VatEntryConnection: Omit<VatEntryConnection, 'edges'> & { edges: Array<ResolversParentTypes['VatEntryEdge']> };
  VatEntryEdge: Omit<VatEntryEdge, 'node'> & { node: ResolversParentTypes['VatEntry'] };
  VatEntryReport: EntryReport;
  VatGround: Ground;
  VatItem: VatItem;
  VatPartDifference: VatPartDifference;
  VatRegistration: VatRegistration;
  VatRegistrationCrossing: CrossingRow;
  VatRegistrationForecast: VatRegistrationForecast;
  VatRegistrationInput: VatRegistrationInput;
  VatRegistrationWatch: RegistrationWatch;
  VatReportSum: VatReportSum;
  VatReporting: ReturnOfMonth;
  VatReturn: VatReturnRow;
  VatReturnBox: FilledBox;
  VatReturnChange: VatReturnStep;
  VatReturnCheck: VatReturnCheck;
  VatReturnDifference: VatReturnDifference;
  VatReturnFile: VatReturnFile;
  VatReturnFiling: FilingAfter;
  VatReturnInput: VatReturnInput;
  VatReturnItem: VatReturnItemRow;
  VatReturnItemConnection: Omit<VatReturnItemConnection, 'edges'> & { edges: Array<ResolversParentTypes['VatReturnItemEdge']> };
  VatReturnItemEdge: Omit<VatReturnItemEdge, 'node'> & { node: ResolversParentTypes['VatReturnItem'] };
  VatReturnPayload: Omit<VatReturnPayload, 'vatReturn'> & { vatReturn: ResolversParentTypes['VatReturn'] };
  VatTurnover: VatTurnoverRow;
  WithholdTaxInput: WithholdTaxInput;
  Withholding: WithholdingRow;
  WithholdingPayload: Omit<WithholdingPayload, 'withholding'> & { withholding: ResolversParentTypes['Withholding'] };
};

export type AccountResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Account'] = ResolversParentTypes['Account'], FederationReferenceType extends FederationReferenceTypes['Account'] = FederationReferenceTypes['Account']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Account']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  vatTurnover?: Resolver<Maybe<ResolversTypes['VatTurnover']>, ParentType, ContextType, RequireFields<AccountVatTurnoverArgs, 'from' | 'to'>>;
};

export type AnswerRsGeInvoicePayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['AnswerRsGeInvoicePayload'] = ResolversParentTypes['AnswerRsGeInvoicePayload']> = {
  rsGeInvoice?: Resolver<ResolversTypes['RsGeInvoice'], ParentType, ContextType>;
};

export type ChecklistItemResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ChecklistItem'] = ResolversParentTypes['ChecklistItem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ids?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ChecklistSeverity'], ParentType, ContextType>;
  textEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textKa?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CloseChecklistResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['CloseChecklist'] = ResolversParentTypes['CloseChecklist'], FederationReferenceType extends FederationReferenceTypes['CloseChecklist'] = FederationReferenceTypes['CloseChecklist']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CloseChecklist']> | FederationReferenceType, FederationReferenceType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  taxItems?: Resolver<Array<ResolversTypes['ChecklistItem']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CounterpartyResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Counterparty'] = ResolversParentTypes['Counterparty'], FederationReferenceType extends FederationReferenceTypes['Counterparty'] = FederationReferenceTypes['Counterparty']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Counterparty']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  ibans?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isResident?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CounterpartyKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<CounterpartyNameArgs>>;
  taxId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  vatRegistrations?: Resolver<Array<ResolversTypes['VatRegistration']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CounterpartyConnectionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['CounterpartyConnection'] = ResolversParentTypes['CounterpartyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CounterpartyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CounterpartyEdgeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['CounterpartyEdge'] = ResolversParentTypes['CounterpartyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Counterparty'], ParentType, ContextType>;
};

export type CounterpartyPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['CounterpartyPayload'] = ResolversParentTypes['CounterpartyPayload']> = {
  counterparty?: Resolver<ResolversTypes['Counterparty'], ParentType, ContextType>;
};

export type CustomsDeclarationResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['CustomsDeclaration'] = ResolversParentTypes['CustomsDeclaration']> = {
  customsValue?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  duty?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  excise?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['CustomsLine']>, ParentType, ContextType>;
  paidOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  paymentDue?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CustomsLineResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['CustomsLine'] = ResolversParentTypes['CustomsLine']> = {
  commodityCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  customsValue?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  duty?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  dutyRate?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  excise?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
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

export type ExciseGroupResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ExciseGroup'] = ResolversParentTypes['ExciseGroup']> = {
  certainty?: Resolver<ResolversTypes['LegalCertainty'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ExciseGroupNameArgs>>;
  rates?: Resolver<Array<ResolversTypes['ExciseRate']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ExciseGroupUnitArgs>>;
};

export type ExciseGroupPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ExciseGroupPayload'] = ResolversParentTypes['ExciseGroupPayload']> = {
  group?: Resolver<ResolversTypes['ExciseGroup'], ParentType, ContextType>;
};

export type ExciseItemResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ExciseItem'] = ResolversParentTypes['ExciseItem']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  excise?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['ExciseGroup'], ParentType, ContextType>;
  invoice?: Resolver<ResolversTypes['TaxInvoice'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ExciseItemConnectionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ExciseItemConnection'] = ResolversParentTypes['ExciseItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ExciseItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ExciseItemEdgeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ExciseItemEdge'] = ResolversParentTypes['ExciseItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ExciseItem'], ParentType, ContextType>;
};

export type ExciseRateResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ExciseRate'] = ResolversParentTypes['ExciseRate']> = {
  isApplied?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isOwn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ExciseReturnResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ExciseReturn'] = ResolversParentTypes['ExciseReturn']> = {
  dueDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sums?: Resolver<Array<ResolversTypes['ExciseSum']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExciseSumResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ExciseSum'] = ResolversParentTypes['ExciseSum']> = {
  excise?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['ExciseGroup'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type FetchRsGeInvoicesPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['FetchRsGeInvoicesPayload'] = ResolversParentTypes['FetchRsGeInvoicesPayload']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Form30Resolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Form30'] = ResolversParentTypes['Form30']> = {
  due?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['Form30File'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Form30RowConnection'], ParentType, ContextType, Partial<Form30RowsArgs>>;
  sums?: Resolver<Array<ResolversTypes['Form30Sum']>, ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Form30FileResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Form30File'] = ResolversParentTypes['Form30File']> = {
  contentBase64?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Form30RowConnectionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Form30RowConnection'] = ResolversParentTypes['Form30RowConnection']> = {
  edges?: Resolver<Array<ResolversTypes['Form30RowEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type Form30RowEdgeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Form30RowEdge'] = ResolversParentTypes['Form30RowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Withholding'], ParentType, ContextType>;
};

export type Form30SumResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Form30Sum'] = ResolversParentTypes['Form30Sum']> = {
  gross?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WithholdingKind'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  payments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<Form30SumTitleArgs>>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LateInterestResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['LateInterest'] = ResolversParentTypes['LateInterest']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  daysCounted?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  daysLate?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  interest?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  paidOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  penalty?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  penaltyPercent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptVatReturn?: Resolver<ResolversTypes['VatReturnPayload'], ParentType, ContextType, RequireFields<MutationAcceptVatReturnArgs, 'input'>>;
  activateCounterparty?: Resolver<ResolversTypes['CounterpartyPayload'], ParentType, ContextType, RequireFields<MutationActivateCounterpartyArgs, 'input'>>;
  answerRsGeInvoice?: Resolver<ResolversTypes['AnswerRsGeInvoicePayload'], ParentType, ContextType, RequireFields<MutationAnswerRsGeInvoiceArgs, 'input'>>;
  cancelTaxInvoice?: Resolver<ResolversTypes['TaxInvoicePayload'], ParentType, ContextType, RequireFields<MutationCancelTaxInvoiceArgs, 'input'>>;
  chargeProfitTax?: Resolver<ResolversTypes['ProfitTaxChargePayload'], ParentType, ContextType, RequireFields<MutationChargeProfitTaxArgs, 'input'>>;
  chooseTaxPostingAccount?: Resolver<ResolversTypes['TaxPostingAccountPayload'], ParentType, ContextType, RequireFields<MutationChooseTaxPostingAccountArgs, 'input'>>;
  confirmRsGePin?: Resolver<ResolversTypes['RsGeConnectionPayload'], ParentType, ContextType, RequireFields<MutationConfirmRsGePinArgs, 'input'>>;
  confirmTaxInvoice?: Resolver<ResolversTypes['TaxInvoicePayload'], ParentType, ContextType, RequireFields<MutationConfirmTaxInvoiceArgs, 'input'>>;
  correctTaxInvoice?: Resolver<ResolversTypes['TaxInvoicePayload'], ParentType, ContextType, RequireFields<MutationCorrectTaxInvoiceArgs, 'input'>>;
  createCounterparty?: Resolver<ResolversTypes['CounterpartyPayload'], ParentType, ContextType, RequireFields<MutationCreateCounterpartyArgs, 'input'>>;
  createTaxInvoice?: Resolver<ResolversTypes['TaxInvoicePayload'], ParentType, ContextType, RequireFields<MutationCreateTaxInvoiceArgs, 'input'>>;
  deactivateCounterparty?: Resolver<ResolversTypes['CounterpartyPayload'], ParentType, ContextType, RequireFields<MutationDeactivateCounterpartyArgs, 'input'>>;
  dropRsGeSubmission?: Resolver<ResolversTypes['RsGeSubmissionPayload'], ParentType, ContextType, RequireFields<MutationDropRsGeSubmissionArgs, 'input'>>;
  fetchRsGeInvoices?: Resolver<ResolversTypes['FetchRsGeInvoicesPayload'], ParentType, ContextType, RequireFields<MutationFetchRsGeInvoicesArgs, 'input'>>;
  issueTaxInvoice?: Resolver<ResolversTypes['TaxInvoicePayload'], ParentType, ContextType, RequireFields<MutationIssueTaxInvoiceArgs, 'input'>>;
  prepareVatReturn?: Resolver<ResolversTypes['VatReturnPayload'], ParentType, ContextType, RequireFields<MutationPrepareVatReturnArgs, 'input'>>;
  recordCustomsPayment?: Resolver<ResolversTypes['TaxInvoicePayload'], ParentType, ContextType, RequireFields<MutationRecordCustomsPaymentArgs, 'input'>>;
  recordImport?: Resolver<ResolversTypes['TaxInvoicePayload'], ParentType, ContextType, RequireFields<MutationRecordImportArgs, 'input'>>;
  recordReceivedTaxInvoice?: Resolver<ResolversTypes['TaxInvoicePayload'], ParentType, ContextType, RequireFields<MutationRecordReceivedTaxInvoiceArgs, 'input'>>;
  recordSmallBusinessIncome?: Resolver<ResolversTypes['SmallBusinessIncomePayload'], ParentType, ContextType, RequireFields<MutationRecordSmallBusinessIncomeArgs, 'input'>>;
  recordTaxFiling?: Resolver<ResolversTypes['TaxFilingPayload'], ParentType, ContextType, RequireFields<MutationRecordTaxFilingArgs, 'input'>>;
  recordTaxInvoices?: Resolver<ResolversTypes['RecordTaxInvoicesPayload'], ParentType, ContextType, RequireFields<MutationRecordTaxInvoicesArgs, 'input'>>;
  recordTaxPayment?: Resolver<ResolversTypes['TaxPaymentPayload'], ParentType, ContextType, RequireFields<MutationRecordTaxPaymentArgs, 'input'>>;
  refuseTaxInvoice?: Resolver<ResolversTypes['TaxInvoicePayload'], ParentType, ContextType, RequireFields<MutationRefuseTaxInvoiceArgs, 'input'>>;
  refuseVatReturn?: Resolver<ResolversTypes['VatReturnPayload'], ParentType, ContextType, RequireFields<MutationRefuseVatReturnArgs, 'input'>>;
  registerTaxInvoice?: Resolver<ResolversTypes['TaxInvoicePayload'], ParentType, ContextType, RequireFields<MutationRegisterTaxInvoiceArgs, 'input'>>;
  reopenVatReturn?: Resolver<ResolversTypes['VatReturnPayload'], ParentType, ContextType, RequireFields<MutationReopenVatReturnArgs, 'input'>>;
  retryPosting?: Resolver<ResolversTypes['PostingPayload'], ParentType, ContextType, RequireFields<MutationRetryPostingArgs, 'input'>>;
  retryRsGeSubmission?: Resolver<ResolversTypes['RsGeSubmissionPayload'], ParentType, ContextType, RequireFields<MutationRetryRsGeSubmissionArgs, 'input'>>;
  reverseProfitTaxCharge?: Resolver<ResolversTypes['ProfitTaxChargePayload'], ParentType, ContextType, RequireFields<MutationReverseProfitTaxChargeArgs, 'input'>>;
  reverseSmallBusinessIncome?: Resolver<ResolversTypes['SmallBusinessIncomePayload'], ParentType, ContextType, RequireFields<MutationReverseSmallBusinessIncomeArgs, 'input'>>;
  reverseWithholding?: Resolver<ResolversTypes['WithholdingPayload'], ParentType, ContextType, RequireFields<MutationReverseWithholdingArgs, 'input'>>;
  setExciseRate?: Resolver<ResolversTypes['ExciseGroupPayload'], ParentType, ContextType, RequireFields<MutationSetExciseRateArgs, 'input'>>;
  setPropertyValues?: Resolver<ResolversTypes['PropertyValuesPayload'], ParentType, ContextType, RequireFields<MutationSetPropertyValuesArgs, 'input'>>;
  setRsGeCredentials?: Resolver<ResolversTypes['RsGeConnectionPayload'], ParentType, ContextType, RequireFields<MutationSetRsGeCredentialsArgs, 'input'>>;
  setRsGeReceiving?: Resolver<ResolversTypes['RsGeConnectionPayload'], ParentType, ContextType, RequireFields<MutationSetRsGeReceivingArgs, 'input'>>;
  submitVatReturn?: Resolver<ResolversTypes['VatReturnPayload'], ParentType, ContextType, RequireFields<MutationSubmitVatReturnArgs, 'input'>>;
  takeBackTaxPayment?: Resolver<ResolversTypes['TaxPaymentPayload'], ParentType, ContextType, RequireFields<MutationTakeBackTaxPaymentArgs, 'input'>>;
  tryRsGeConnection?: Resolver<ResolversTypes['RsGeConnectionPayload'], ParentType, ContextType, RequireFields<MutationTryRsGeConnectionArgs, 'input'>>;
  updateCounterparty?: Resolver<ResolversTypes['CounterpartyPayload'], ParentType, ContextType, RequireFields<MutationUpdateCounterpartyArgs, 'input'>>;
  updateTaxInvoice?: Resolver<ResolversTypes['TaxInvoicePayload'], ParentType, ContextType, RequireFields<MutationUpdateTaxInvoiceArgs, 'input'>>;
  updateTaxProfile?: Resolver<ResolversTypes['TaxProfilePayload'], ParentType, ContextType, RequireFields<MutationUpdateTaxProfileArgs, 'input'>>;
  withholdTax?: Resolver<ResolversTypes['WithholdingPayload'], ParentType, ContextType, RequireFields<MutationWithholdTaxArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PostingResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Posting'] = ResolversParentTypes['Posting']> = {
  attempt?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  documentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  documentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['PostingRefusal']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  reversal?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PostingState'], ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
};

export type PostingConnectionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['PostingConnection'] = ResolversParentTypes['PostingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PostingEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PostingEdgeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['PostingEdge'] = ResolversParentTypes['PostingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Posting'], ParentType, ContextType>;
};

export type PostingPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['PostingPayload'] = ResolversParentTypes['PostingPayload']> = {
  posting?: Resolver<ResolversTypes['Posting'], ParentType, ContextType>;
};

export type PostingRefusalResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['PostingRefusal'] = ResolversParentTypes['PostingRefusal']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refusedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ProfitTaxChargeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ProfitTaxCharge'] = ResolversParentTypes['ProfitTaxCharge'], FederationReferenceType extends FederationReferenceTypes['ProfitTaxCharge'] = FederationReferenceTypes['ProfitTaxCharge']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ProfitTaxCharge']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  counterpartyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ProfitTaxKind'], ParentType, ContextType>;
  reversalReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reversedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  taxable?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProfitTaxChargeTitleArgs>>;
};

export type ProfitTaxChargePayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ProfitTaxChargePayload'] = ResolversParentTypes['ProfitTaxChargePayload']> = {
  charge?: Resolver<ResolversTypes['ProfitTaxCharge'], ParentType, ContextType>;
};

export type ProfitTaxLineResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ProfitTaxLine'] = ResolversParentTypes['ProfitTaxLine']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  charge?: Resolver<ResolversTypes['ProfitTaxCharge'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isReversal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  taxable?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type ProfitTaxLineConnectionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ProfitTaxLineConnection'] = ResolversParentTypes['ProfitTaxLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ProfitTaxLineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ProfitTaxLineEdgeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ProfitTaxLineEdge'] = ResolversParentTypes['ProfitTaxLineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ProfitTaxLine'], ParentType, ContextType>;
};

export type ProfitTaxReturnResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ProfitTaxReturn'] = ResolversParentTypes['ProfitTaxReturn']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['ProfitTaxLineConnection'], ParentType, ContextType, Partial<ProfitTaxReturnLinesArgs>>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['ProfitTaxReturnRow']>, ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  taxable?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProfitTaxReturnRowResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['ProfitTaxReturnRow'] = ResolversParentTypes['ProfitTaxReturnRow']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ProfitTaxKind'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  taxable?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ProfitTaxReturnRowTitleArgs>>;
};

export type PropertyTaxAccountResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['PropertyTaxAccount'] = ResolversParentTypes['PropertyTaxAccount']> = {
  accountCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  average?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  closing?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  opening?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type PropertyTaxReturnResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['PropertyTaxReturn'] = ResolversParentTypes['PropertyTaxReturn']> = {
  accounts?: Resolver<Array<ResolversTypes['PropertyTaxAccount']>, ParentType, ContextType>;
  advance?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  advanceDue?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  average?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  missingMonths?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  months?: Resolver<Array<ResolversTypes['PropertyValues']>, ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  toPay?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PropertyValueResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['PropertyValue'] = ResolversParentTypes['PropertyValue']> = {
  accountCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  closing?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  opening?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type PropertyValuesResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['PropertyValues'] = ResolversParentTypes['PropertyValues'], FederationReferenceType extends FederationReferenceTypes['PropertyValues'] = FederationReferenceTypes['PropertyValues']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PropertyValues']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['PropertyValue']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PropertyValuesPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['PropertyValuesPayload'] = ResolversParentTypes['PropertyValuesPayload']> = {
  propertyTaxReturn?: Resolver<ResolversTypes['PropertyTaxReturn'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  counterparties?: Resolver<ResolversTypes['CounterpartyConnection'], ParentType, ContextType, Partial<QueryCounterpartiesArgs>>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType, Partial<QueryCounterpartyArgs>>;
  exciseGroups?: Resolver<Array<ResolversTypes['ExciseGroup']>, ParentType, ContextType>;
  exciseItems?: Resolver<ResolversTypes['ExciseItemConnection'], ParentType, ContextType, RequireFields<QueryExciseItemsArgs, 'month' | 'year'>>;
  exciseReturn?: Resolver<ResolversTypes['ExciseReturn'], ParentType, ContextType, RequireFields<QueryExciseReturnArgs, 'month' | 'year'>>;
  form30?: Resolver<ResolversTypes['Form30'], ParentType, ContextType, RequireFields<QueryForm30Args, 'month' | 'year'>>;
  lateInterest?: Resolver<ResolversTypes['LateInterest'], ParentType, ContextType, RequireFields<QueryLateInterestArgs, 'amount' | 'due' | 'paidOn'>>;
  posting?: Resolver<Maybe<ResolversTypes['Posting']>, ParentType, ContextType, RequireFields<QueryPostingArgs, 'id'>>;
  postings?: Resolver<ResolversTypes['PostingConnection'], ParentType, ContextType, Partial<QueryPostingsArgs>>;
  profitTaxReturn?: Resolver<ResolversTypes['ProfitTaxReturn'], ParentType, ContextType, RequireFields<QueryProfitTaxReturnArgs, 'month' | 'year'>>;
  propertyTaxReturn?: Resolver<ResolversTypes['PropertyTaxReturn'], ParentType, ContextType, RequireFields<QueryPropertyTaxReturnArgs, 'year'>>;
  rsGeConnection?: Resolver<ResolversTypes['RsGeConnection'], ParentType, ContextType>;
  rsGeDifferences?: Resolver<ResolversTypes['RsGeDifferenceConnection'], ParentType, ContextType, Partial<QueryRsGeDifferencesArgs>>;
  rsGeInvoices?: Resolver<ResolversTypes['RsGeInvoiceConnection'], ParentType, ContextType, Partial<QueryRsGeInvoicesArgs>>;
  rsGeMonths?: Resolver<Array<ResolversTypes['RsGeFetchedMonth']>, ParentType, ContextType>;
  rsGeReports?: Resolver<Array<ResolversTypes['RsGeReport']>, ParentType, ContextType, RequireFields<QueryRsGeReportsArgs, 'documentIds'>>;
  rsGeSubmissions?: Resolver<ResolversTypes['RsGeSubmissionConnection'], ParentType, ContextType, Partial<QueryRsGeSubmissionsArgs>>;
  rsGeTaxpayer?: Resolver<Maybe<ResolversTypes['RsGeTaxpayer']>, ParentType, ContextType, RequireFields<QueryRsGeTaxpayerArgs, 'taxId'>>;
  rsGeUnits?: Resolver<Array<ResolversTypes['RsGeUnit']>, ParentType, ContextType>;
  smallBusinessReturn?: Resolver<ResolversTypes['SmallBusinessReturn'], ParentType, ContextType, RequireFields<QuerySmallBusinessReturnArgs, 'month' | 'year'>>;
  taxCalendar?: Resolver<Array<ResolversTypes['TaxObligation']>, ParentType, ContextType, RequireFields<QueryTaxCalendarArgs, 'from' | 'to'>>;
  taxInvoice?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType, RequireFields<QueryTaxInvoiceArgs, 'id'>>;
  taxInvoices?: Resolver<ResolversTypes['TaxInvoiceConnection'], ParentType, ContextType, Partial<QueryTaxInvoicesArgs>>;
  taxPostingAccounts?: Resolver<Array<ResolversTypes['TaxPostingAccount']>, ParentType, ContextType>;
  taxProfile?: Resolver<ResolversTypes['TaxProfile'], ParentType, ContextType>;
  taxRates?: Resolver<Array<ResolversTypes['TaxRate']>, ParentType, ContextType, RequireFields<QueryTaxRatesArgs, 'date'>>;
  taxUnits?: Resolver<Array<ResolversTypes['TaxUnit']>, ParentType, ContextType>;
  vatCapitalGoods?: Resolver<ResolversTypes['VatCapitalGoods'], ParentType, ContextType, RequireFields<QueryVatCapitalGoodsArgs, 'year'>>;
  vatDifferences?: Resolver<ResolversTypes['VatDifferences'], ParentType, ContextType, RequireFields<QueryVatDifferencesArgs, 'month' | 'year'>>;
  vatGrounds?: Resolver<Array<ResolversTypes['VatGround']>, ParentType, ContextType, RequireFields<QueryVatGroundsArgs, 'date'>>;
  vatRegister?: Resolver<ResolversTypes['VatEntryConnection'], ParentType, ContextType, RequireFields<QueryVatRegisterArgs, 'month' | 'year'>>;
  vatRegistrationWatch?: Resolver<ResolversTypes['VatRegistrationWatch'], ParentType, ContextType, Partial<QueryVatRegistrationWatchArgs>>;
  vatReporting?: Resolver<ResolversTypes['VatReporting'], ParentType, ContextType, RequireFields<QueryVatReportingArgs, 'month' | 'year'>>;
  vatReturn?: Resolver<ResolversTypes['VatReturn'], ParentType, ContextType, RequireFields<QueryVatReturnArgs, 'month' | 'year'>>;
};

export type RecordTaxInvoiceResultResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RecordTaxInvoiceResult'] = ResolversParentTypes['RecordTaxInvoiceResult']> = {
  error?: Resolver<Maybe<ResolversTypes['TaxInvoiceError']>, ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
};

export type RecordTaxInvoicesPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RecordTaxInvoicesPayload'] = ResolversParentTypes['RecordTaxInvoicesPayload']> = {
  results?: Resolver<Array<ResolversTypes['RecordTaxInvoiceResult']>, ParentType, ContextType>;
};

export type RsGeConnectionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeConnection'] = ResolversParentTypes['RsGeConnection']> = {
  channel?: Resolver<Maybe<ResolversTypes['RsGeChannel']>, ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastErrorAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receives?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  since?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RsGeConnectionState'], ParentType, ContextType>;
  stuck?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RsGeConnectionPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeConnectionPayload'] = ResolversParentTypes['RsGeConnectionPayload']> = {
  connection?: Resolver<ResolversTypes['RsGeConnection'], ParentType, ContextType>;
};

export type RsGeDifferenceResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeDifference'] = ResolversParentTypes['RsGeDifference']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RsGeDifferenceKind'], ParentType, ContextType>;
  ours?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rsGeId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  theirs?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RsGeDifferenceConnectionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeDifferenceConnection'] = ResolversParentTypes['RsGeDifferenceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RsGeDifferenceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RsGeDifferenceEdgeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeDifferenceEdge'] = ResolversParentTypes['RsGeDifferenceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RsGeDifference'], ParentType, ContextType>;
};

export type RsGeFetchedMonthResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeFetchedMonth'] = ResolversParentTypes['RsGeFetchedMonth']> = {
  fetchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isWaiting?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastError?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  wantedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RsGeInvoiceResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeInvoice'] = ResolversParentTypes['RsGeInvoice']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
  isAdvance?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isCorrection?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operationDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rsGeId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sellerTaxId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  series?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['RsGeInvoiceStanding'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RsGeInvoiceState'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type RsGeInvoiceConnectionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeInvoiceConnection'] = ResolversParentTypes['RsGeInvoiceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RsGeInvoiceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RsGeInvoiceEdgeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeInvoiceEdge'] = ResolversParentTypes['RsGeInvoiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RsGeInvoice'], ParentType, ContextType>;
};

export type RsGeReportResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeReport'] = ResolversParentTypes['RsGeReport']> = {
  answeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  declaredIn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isReturnOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusalText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registeredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reporting?: Resolver<ResolversTypes['RsGeReporting'], ParentType, ContextType>;
  returnDue?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  rsGeId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  series?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  standing?: Resolver<Maybe<ResolversTypes['RsGeStanding']>, ParentType, ContextType>;
  stuck?: Resolver<Maybe<ResolversTypes['RsGeSubmission']>, ParentType, ContextType>;
};

export type RsGeSubmissionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeSubmission'] = ResolversParentTypes['RsGeSubmission']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  documentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  documentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorKind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['RsGeOperation'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rsGeId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['RsGeSubmissionState'], ParentType, ContextType>;
};

export type RsGeSubmissionConnectionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeSubmissionConnection'] = ResolversParentTypes['RsGeSubmissionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RsGeSubmissionEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RsGeSubmissionEdgeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeSubmissionEdge'] = ResolversParentTypes['RsGeSubmissionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RsGeSubmission'], ParentType, ContextType>;
};

export type RsGeSubmissionPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeSubmissionPayload'] = ResolversParentTypes['RsGeSubmissionPayload']> = {
  submission?: Resolver<ResolversTypes['RsGeSubmission'], ParentType, ContextType>;
};

export type RsGeTaxpayerResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeTaxpayer'] = ResolversParentTypes['RsGeTaxpayer']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isVatPayer?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  taxId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RsGeUnitResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['RsGeUnit'] = ResolversParentTypes['RsGeUnit']> = {
  code?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isKnown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SmallBusinessIncomeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['SmallBusinessIncome'] = ResolversParentTypes['SmallBusinessIncome'], FederationReferenceType extends FederationReferenceTypes['SmallBusinessIncome'] = FederationReferenceTypes['SmallBusinessIncome']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SmallBusinessIncome']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reversalReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reversedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type SmallBusinessIncomePayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['SmallBusinessIncomePayload'] = ResolversParentTypes['SmallBusinessIncomePayload']> = {
  income?: Resolver<ResolversTypes['SmallBusinessIncome'], ParentType, ContextType>;
};

export type SmallBusinessReturnResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['SmallBusinessReturn'] = ResolversParentTypes['SmallBusinessReturn']> = {
  documentedTurnover?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  income?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  incomeOfYear?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  isAboveThreshold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  statusLostFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxFilingResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxFiling'] = ResolversParentTypes['TaxFiling'], FederationReferenceType extends FederationReferenceTypes['TaxFiling'] = FederationReferenceTypes['TaxFiling']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TaxFiling']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  filedAmount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  filedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['TaxPeriod'], ParentType, ContextType>;
};

export type TaxFilingPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxFilingPayload'] = ResolversParentTypes['TaxFilingPayload']> = {
  obligation?: Resolver<Maybe<ResolversTypes['TaxObligation']>, ParentType, ContextType>;
};

export type TaxInvoiceResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxInvoice'] = ResolversParentTypes['TaxInvoice'], FederationReferenceType extends FederationReferenceTypes['TaxInvoice'] = FederationReferenceTypes['TaxInvoice']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TaxInvoice']> | FederationReferenceType, FederationReferenceType, ContextType>;
  advanceLeft?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  advances?: Resolver<Array<ResolversTypes['TaxInvoiceAdvance']>, ParentType, ContextType>;
  base?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  correctionReason?: Resolver<Maybe<ResolversTypes['TaxCorrectionReason']>, ParentType, ContextType>;
  corrections?: Resolver<Array<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
  corrects?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  creditMonth?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creditableVat?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currencyTotal?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  customs?: Resolver<Maybe<ResolversTypes['CustomsDeclaration']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['TaxInvoiceDirection'], ParentType, ContextType>;
  exchangeRate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['TaxInvoiceChange']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TaxInvoiceKind'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['TaxInvoiceLine']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operationDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  postings?: Resolver<Array<ResolversTypes['Posting']>, ParentType, ContextType>;
  priceMode?: Resolver<ResolversTypes['PriceMode'], ParentType, ContextType>;
  registrationNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TaxInvoiceStatus'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  vatItems?: Resolver<Array<ResolversTypes['VatItem']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxInvoiceAdvanceResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxInvoiceAdvance'] = ResolversParentTypes['TaxInvoiceAdvance']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  amountGel?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  invoice?: Resolver<ResolversTypes['TaxInvoice'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type TaxInvoiceChangeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxInvoiceChange'] = ResolversParentTypes['TaxInvoiceChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxInvoiceConnectionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxInvoiceConnection'] = ResolversParentTypes['TaxInvoiceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TaxInvoiceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TaxInvoiceEdgeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxInvoiceEdge'] = ResolversParentTypes['TaxInvoiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TaxInvoice'], ParentType, ContextType>;
};

export type TaxInvoiceErrorResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxInvoiceError'] = ResolversParentTypes['TaxInvoiceError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TaxInvoiceExciseResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxInvoiceExcise'] = ResolversParentTypes['TaxInvoiceExcise']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type TaxInvoiceLineResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxInvoiceLine'] = ResolversParentTypes['TaxInvoiceLine']> = {
  accountCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  base?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  creditableShare?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  creditableVat?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currencyTotal?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  excise?: Resolver<Maybe<ResolversTypes['TaxInvoiceExcise']>, ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isFixedAsset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  treatment?: Resolver<ResolversTypes['VatTreatment'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['TaxUnit'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  unitText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type TaxInvoicePayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxInvoicePayload'] = ResolversParentTypes['TaxInvoicePayload']> = {
  invoice?: Resolver<ResolversTypes['TaxInvoice'], ParentType, ContextType>;
};

export type TaxObligationResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxObligation'] = ResolversParentTypes['TaxObligation']> = {
  amount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  filedAmount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  filedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  filing?: Resolver<Maybe<ResolversTypes['TaxFiling']>, ParentType, ContextType>;
  form?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<TaxObligationFormArgs>>;
  kind?: Resolver<ResolversTypes['TaxObligationKind'], ParentType, ContextType>;
  lateInterest?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  latePenalty?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  legalDay?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  month?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  outstanding?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  paid?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  payments?: Resolver<Array<ResolversTypes['TaxPayment']>, ParentType, ContextType>;
  payrollAmount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TaxObligationState'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<TaxObligationTitleArgs>>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxPaymentResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxPayment'] = ResolversParentTypes['TaxPayment'], FederationReferenceType extends FederationReferenceTypes['TaxPayment'] = FederationReferenceTypes['TaxPayment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TaxPayment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  paidOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  period?: Resolver<ResolversTypes['TaxPeriod'], ParentType, ContextType>;
  takenBackReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TaxPaymentPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxPaymentPayload'] = ResolversParentTypes['TaxPaymentPayload']> = {
  payment?: Resolver<ResolversTypes['TaxPayment'], ParentType, ContextType>;
};

export type TaxPeriodResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxPeriod'] = ResolversParentTypes['TaxPeriod']> = {
  month?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxPostingAccountResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxPostingAccount'] = ResolversParentTypes['TaxPostingAccount']> = {
  accountCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<TaxPostingAccountNameArgs>>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TaxPostingAccountPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxPostingAccountPayload'] = ResolversParentTypes['TaxPostingAccountPayload']> = {
  account?: Resolver<ResolversTypes['TaxPostingAccount'], ParentType, ContextType>;
};

export type TaxProfileResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxProfile'] = ResolversParentTypes['TaxProfile']> = {
  regime?: Resolver<ResolversTypes['TaxRegime'], ParentType, ContextType>;
  taxId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vatRegistrations?: Resolver<Array<ResolversTypes['VatRegistration']>, ParentType, ContextType>;
};

export type TaxProfilePayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxProfilePayload'] = ResolversParentTypes['TaxProfilePayload']> = {
  profile?: Resolver<ResolversTypes['TaxProfile'], ParentType, ContextType>;
};

export type TaxRateResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxRate'] = ResolversParentTypes['TaxRate']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<TaxRateTitleArgs>>;
  unit?: Resolver<ResolversTypes['TaxRateUnit'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type TaxUnitResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['TaxUnit'] = ResolversParentTypes['TaxUnit']> = {
  code?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<TaxUnitNameArgs>>;
};

export type TransactionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Transaction'] = ResolversParentTypes['Transaction'], FederationReferenceType extends FederationReferenceTypes['Transaction'] = FederationReferenceTypes['Transaction']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Transaction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  taxInvoices?: Resolver<Array<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
};

export type UndocumentedVatResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['UndocumentedVat'] = ResolversParentTypes['UndocumentedVat']> = {
  entry?: Resolver<ResolversTypes['VatEntry'], ParentType, ContextType>;
  isSettlement?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type VatCapitalGoodResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatCapitalGood'] = ResolversParentTypes['VatCapitalGood']> = {
  acquiredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  adjustment?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  credited?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
  isBuilding?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  years?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VatCapitalGoodsResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatCapitalGoods'] = ResolversParentTypes['VatCapitalGoods']> = {
  adjustment?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  creditableShare?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  goods?: Resolver<Array<ResolversTypes['VatCapitalGood']>, ParentType, ContextType>;
  isOver?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VatDifferencesResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatDifferences'] = ResolversParentTypes['VatDifferences']> = {
  documents?: Resolver<Array<ResolversTypes['VatDocumentDifference']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['VatPartDifference']>, ParentType, ContextType>;
  undocumented?: Resolver<Array<ResolversTypes['UndocumentedVat']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VatDocumentDifferenceResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatDocumentDifference'] = ResolversParentTypes['VatDocumentDifference']> = {
  books?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  documentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  documentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
  part?: Resolver<ResolversTypes['VatRegisterPart'], ParentType, ContextType>;
  postingStates?: Resolver<Array<ResolversTypes['PostingState']>, ParentType, ContextType>;
};

export type VatEntryResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatEntry'] = ResolversParentTypes['VatEntry']> = {
  account?: Resolver<ResolversTypes['Account'], ParentType, ContextType>;
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  documentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  documentType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['VatRegisterPart'], ParentType, ContextType>;
  report?: Resolver<ResolversTypes['VatEntryReport'], ParentType, ContextType>;
  transaction?: Resolver<ResolversTypes['Transaction'], ParentType, ContextType>;
};

export type VatEntryConnectionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatEntryConnection'] = ResolversParentTypes['VatEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['VatEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type VatEntryEdgeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatEntryEdge'] = ResolversParentTypes['VatEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['VatEntry'], ParentType, ContextType>;
};

export type VatEntryReportResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatEntryReport'] = ResolversParentTypes['VatEntryReport']> = {
  by?: Resolver<ResolversTypes['VatReportedBy'], ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['RsGeReport']>, ParentType, ContextType>;
  isReturnOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reportedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  returnDue?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  returnState?: Resolver<ResolversTypes['VatReturnState'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['VatReportState'], ParentType, ContextType>;
};

export type VatGroundResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatGround'] = ResolversParentTypes['VatGround']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inputBox?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<VatGroundNameArgs>>;
  outputBox?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  treatment?: Resolver<ResolversTypes['VatTreatment'], ParentType, ContextType>;
};

export type VatItemResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatItem'] = ResolversParentTypes['VatItem']> = {
  base?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  box?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isFixedAsset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['VatPart'], ParentType, ContextType>;
  treatment?: Resolver<ResolversTypes['VatTreatment'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VatPartDifferenceResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatPartDifference'] = ResolversParentTypes['VatPartDifference']> = {
  books?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['VatRegisterPart'], ParentType, ContextType>;
  settled?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type VatRegistrationResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatRegistration'] = ResolversParentTypes['VatRegistration']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type VatRegistrationCrossingResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatRegistrationCrossing'] = ResolversParentTypes['VatRegistrationCrossing']> = {
  applyBy?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  documentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  documentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
  periodFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  turnover?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type VatRegistrationForecastResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatRegistrationForecast'] = ResolversParentTypes['VatRegistrationForecast']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  monthlyAverage?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type VatRegistrationWatchResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatRegistrationWatch'] = ResolversParentTypes['VatRegistrationWatch']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  crossing?: Resolver<Maybe<ResolversTypes['VatRegistrationCrossing']>, ParentType, ContextType>;
  forecast?: Resolver<Maybe<ResolversTypes['VatRegistrationForecast']>, ParentType, ContextType>;
  hints?: Resolver<Array<ResolversTypes['VatRegistrationHint']>, ParentType, ContextType>;
  periodFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['VatRegistrationState'], ParentType, ContextType>;
  threshold?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  turnover?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type VatReportSumResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReportSum'] = ResolversParentTypes['VatReportSum']> = {
  by?: Resolver<ResolversTypes['VatReportedBy'], ParentType, ContextType>;
  credited?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  owed?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['VatReportState'], ParentType, ContextType>;
};

export type VatReportingResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReporting'] = ResolversParentTypes['VatReporting']> = {
  entries?: Resolver<ResolversTypes['VatEntryConnection'], ParentType, ContextType, Partial<VatReportingEntriesArgs>>;
  isReturnOverdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  returnDue?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  returnState?: Resolver<ResolversTypes['VatReturnState'], ParentType, ContextType>;
  returnSubmittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stuck?: Resolver<Array<ResolversTypes['RsGeSubmission']>, ParentType, ContextType>;
  sums?: Resolver<Array<ResolversTypes['VatReportSum']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VatReturnResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReturn'] = ResolversParentTypes['VatReturn'], FederationReferenceType extends FederationReferenceTypes['VatReturn'] = FederationReferenceTypes['VatReturn']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['VatReturn']> | FederationReferenceType, FederationReferenceType, ContextType>;
  boxes?: Resolver<Array<ResolversTypes['VatReturnBox']>, ParentType, ContextType>;
  changes?: Resolver<Array<ResolversTypes['VatReturnChange']>, ParentType, ContextType>;
  checks?: Resolver<Array<ResolversTypes['VatReturnCheck']>, ParentType, ContextType>;
  dueDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['VatReturnFile'], ParentType, ContextType, RequireFields<VatReturnFileArgs, 'format'>>;
  filings?: Resolver<Array<ResolversTypes['VatReturnFiling']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sequenceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['VatReturnState'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VatReturnBoxResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReturnBox'] = ResolversParentTypes['VatReturnBox']> = {
  base?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  box?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isTotal?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  items?: Resolver<ResolversTypes['VatReturnItemConnection'], ParentType, ContextType, RequireFields<VatReturnBoxItemsArgs, 'first'>>;
  part?: Resolver<ResolversTypes['VatReturnPart'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vat?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type VatReturnChangeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReturnChange'] = ResolversParentTypes['VatReturnChange']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receiptNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['VatReturnState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VatReturnCheckResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReturnCheck'] = ResolversParentTypes['VatReturnCheck']> = {
  actual?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['VatReturnCheckName'], ParentType, ContextType>;
};

export type VatReturnDifferenceResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReturnDifference'] = ResolversParentTypes['VatReturnDifference']> = {
  base?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  box?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['VatReturnPart'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type VatReturnFileResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReturnFile'] = ResolversParentTypes['VatReturnFile']> = {
  content?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fileName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notice?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VatReturnFilingResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReturnFiling'] = ResolversParentTypes['VatReturnFiling']> = {
  differences?: Resolver<Array<ResolversTypes['VatReturnDifference']>, ParentType, ContextType>;
  differencesReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  net?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  receiptNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sequenceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['VatReturnState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type VatReturnItemResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReturnItem'] = ResolversParentTypes['VatReturnItem']> = {
  base?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  box?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  counterparty?: Resolver<Maybe<ResolversTypes['Counterparty']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  documentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  documentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  invoice?: Resolver<Maybe<ResolversTypes['TaxInvoice']>, ParentType, ContextType>;
  isFixedAsset?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  transactions?: Resolver<Array<ResolversTypes['Transaction']>, ParentType, ContextType>;
  treatment?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type VatReturnItemConnectionResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReturnItemConnection'] = ResolversParentTypes['VatReturnItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['VatReturnItemEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type VatReturnItemEdgeResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReturnItemEdge'] = ResolversParentTypes['VatReturnItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['VatReturnItem'], ParentType, ContextType>;
};

export type VatReturnPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatReturnPayload'] = ResolversParentTypes['VatReturnPayload']> = {
  vatReturn?: Resolver<ResolversTypes['VatReturn'], ParentType, ContextType>;
};

export type VatTurnoverResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['VatTurnover'] = ResolversParentTypes['VatTurnover']> = {
  credit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  debit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type WithholdingResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['Withholding'] = ResolversParentTypes['Withholding'], FederationReferenceType extends FederationReferenceTypes['Withholding'] = FederationReferenceTypes['Withholding']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Withholding']> | FederationReferenceType, FederationReferenceType, ContextType>;
  counterpartyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  foreignCredit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  form30Cells?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['WithholdingKind'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  relief?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reversalReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reversedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<WithholdingTitleArgs>>;
  treatyExempt?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type WithholdingPayloadResolvers<ContextType = TaxContext, ParentType extends ResolversParentTypes['WithholdingPayload'] = ResolversParentTypes['WithholdingPayload']> = {
  withholding?: Resolver<ResolversTypes['Withholding'], ParentType, ContextType>;
};

export type Resolvers<ContextType = TaxContext> = {
  Account?: AccountResolvers<ContextType>;
  AnswerRsGeInvoicePayload?: AnswerRsGeInvoicePayloadResolvers<ContextType>;
  ChecklistItem?: ChecklistItemResolvers<ContextType>;
  CloseChecklist?: CloseChecklistResolvers<ContextType>;
  Counterparty?: CounterpartyResolvers<ContextType>;
  CounterpartyConnection?: CounterpartyConnectionResolvers<ContextType>;
  CounterpartyEdge?: CounterpartyEdgeResolvers<ContextType>;
  CounterpartyPayload?: CounterpartyPayloadResolvers<ContextType>;
  CustomsDeclaration?: CustomsDeclarationResolvers<ContextType>;
  CustomsLine?: CustomsLineResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  ExciseGroup?: ExciseGroupResolvers<ContextType>;
  ExciseGroupPayload?: ExciseGroupPayloadResolvers<ContextType>;
  ExciseItem?: ExciseItemResolvers<ContextType>;
  ExciseItemConnection?: ExciseItemConnectionResolvers<ContextType>;
  ExciseItemEdge?: ExciseItemEdgeResolvers<ContextType>;
  ExciseRate?: ExciseRateResolvers<ContextType>;
  ExciseReturn?: ExciseReturnResolvers<ContextType>;
  ExciseSum?: ExciseSumResolvers<ContextType>;
  FetchRsGeInvoicesPayload?: FetchRsGeInvoicesPayloadResolvers<ContextType>;
  Form30?: Form30Resolvers<ContextType>;
  Form30File?: Form30FileResolvers<ContextType>;
  Form30RowConnection?: Form30RowConnectionResolvers<ContextType>;
  Form30RowEdge?: Form30RowEdgeResolvers<ContextType>;
  Form30Sum?: Form30SumResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LateInterest?: LateInterestResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Posting?: PostingResolvers<ContextType>;
  PostingConnection?: PostingConnectionResolvers<ContextType>;
  PostingEdge?: PostingEdgeResolvers<ContextType>;
  PostingPayload?: PostingPayloadResolvers<ContextType>;
  PostingRefusal?: PostingRefusalResolvers<ContextType>;
  ProfitTaxCharge?: ProfitTaxChargeResolvers<ContextType>;
  ProfitTaxChargePayload?: ProfitTaxChargePayloadResolvers<ContextType>;
  ProfitTaxLine?: ProfitTaxLineResolvers<ContextType>;
  ProfitTaxLineConnection?: ProfitTaxLineConnectionResolvers<ContextType>;
  ProfitTaxLineEdge?: ProfitTaxLineEdgeResolvers<ContextType>;
  ProfitTaxReturn?: ProfitTaxReturnResolvers<ContextType>;
  ProfitTaxReturnRow?: ProfitTaxReturnRowResolvers<ContextType>;
  PropertyTaxAccount?: PropertyTaxAccountResolvers<ContextType>;
  PropertyTaxReturn?: PropertyTaxReturnResolvers<ContextType>;
  PropertyValue?: PropertyValueResolvers<ContextType>;
  PropertyValues?: PropertyValuesResolvers<ContextType>;
  PropertyValuesPayload?: PropertyValuesPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordTaxInvoiceResult?: RecordTaxInvoiceResultResolvers<ContextType>;
  RecordTaxInvoicesPayload?: RecordTaxInvoicesPayloadResolvers<ContextType>;
  RsGeConnection?: RsGeConnectionResolvers<ContextType>;
  RsGeConnectionPayload?: RsGeConnectionPayloadResolvers<ContextType>;
  RsGeDifference?: RsGeDifferenceResolvers<ContextType>;
  RsGeDifferenceConnection?: RsGeDifferenceConnectionResolvers<ContextType>;
  RsGeDifferenceEdge?: RsGeDifferenceEdgeResolvers<ContextType>;
  RsGeFetchedMonth?: RsGeFetchedMonthResolvers<ContextType>;
  RsGeInvoice?: RsGeInvoiceResolvers<ContextType>;
  RsGeInvoiceConnection?: RsGeInvoiceConnectionResolvers<ContextType>;
  RsGeInvoiceEdge?: RsGeInvoiceEdgeResolvers<ContextType>;
  RsGeReport?: RsGeReportResolvers<ContextType>;
  RsGeSubmission?: RsGeSubmissionResolvers<ContextType>;
  RsGeSubmissionConnection?: RsGeSubmissionConnectionResolvers<ContextType>;
  RsGeSubmissionEdge?: RsGeSubmissionEdgeResolvers<ContextType>;
  RsGeSubmissionPayload?: RsGeSubmissionPayloadResolvers<ContextType>;
  RsGeTaxpayer?: RsGeTaxpayerResolvers<ContextType>;
  RsGeUnit?: RsGeUnitResolvers<ContextType>;
  SmallBusinessIncome?: SmallBusinessIncomeResolvers<ContextType>;
  SmallBusinessIncomePayload?: SmallBusinessIncomePayloadResolvers<ContextType>;
  SmallBusinessReturn?: SmallBusinessReturnResolvers<ContextType>;
  TaxFiling?: TaxFilingResolvers<ContextType>;
  TaxFilingPayload?: TaxFilingPayloadResolvers<ContextType>;
  TaxInvoice?: TaxInvoiceResolvers<ContextType>;
  TaxInvoiceAdvance?: TaxInvoiceAdvanceResolvers<ContextType>;
  TaxInvoiceChange?: TaxInvoiceChangeResolvers<ContextType>;
  TaxInvoiceConnection?: TaxInvoiceConnectionResolvers<ContextType>;
  TaxInvoiceEdge?: TaxInvoiceEdgeResolvers<ContextType>;
  TaxInvoiceError?: TaxInvoiceErrorResolvers<ContextType>;
  TaxInvoiceExcise?: TaxInvoiceExciseResolvers<ContextType>;
  TaxInvoiceLine?: TaxInvoiceLineResolvers<ContextType>;
  TaxInvoicePayload?: TaxInvoicePayloadResolvers<ContextType>;
  TaxObligation?: TaxObligationResolvers<ContextType>;
  TaxPayment?: TaxPaymentResolvers<ContextType>;
  TaxPaymentPayload?: TaxPaymentPayloadResolvers<ContextType>;
  TaxPeriod?: TaxPeriodResolvers<ContextType>;
  TaxPostingAccount?: TaxPostingAccountResolvers<ContextType>;
  TaxPostingAccountPayload?: TaxPostingAccountPayloadResolvers<ContextType>;
  TaxProfile?: TaxProfileResolvers<ContextType>;
  TaxProfilePayload?: TaxProfilePayloadResolvers<ContextType>;
  TaxRate?: TaxRateResolvers<ContextType>;
  TaxUnit?: TaxUnitResolvers<ContextType>;
  Transaction?: TransactionResolvers<ContextType>;
  UndocumentedVat?: UndocumentedVatResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  VatCapitalGood?: VatCapitalGoodResolvers<ContextType>;
  VatCapitalGoods?: VatCapitalGoodsResolvers<ContextType>;
  VatDifferences?: VatDifferencesResolvers<ContextType>;
  VatDocumentDifference?: VatDocumentDifferenceResolvers<ContextType>;
  VatEntry?: VatEntryResolvers<ContextType>;
  VatEntryConnection?: VatEntryConnectionResolvers<ContextType>;
  VatEntryEdge?: VatEntryEdgeResolvers<ContextType>;
  VatEntryReport?: VatEntryReportResolvers<ContextType>;
  VatGround?: VatGroundResolvers<ContextType>;
  VatItem?: VatItemResolvers<ContextType>;
  VatPartDifference?: VatPartDifferenceResolvers<ContextType>;
  VatRegistration?: VatRegistrationResolvers<ContextType>;
  VatRegistrationCrossing?: VatRegistrationCrossingResolvers<ContextType>;
  VatRegistrationForecast?: VatRegistrationForecastResolvers<ContextType>;
  VatRegistrationWatch?: VatRegistrationWatchResolvers<ContextType>;
  VatReportSum?: VatReportSumResolvers<ContextType>;
  VatReporting?: VatReportingResolvers<ContextType>;
  VatReturn?: VatReturnResolvers<ContextType>;
  VatReturnBox?: VatReturnBoxResolvers<ContextType>;
  VatReturnChange?: VatReturnChangeResolvers<ContextType>;
  VatReturnCheck?: VatReturnCheckResolvers<ContextType>;
  VatReturnDifference?: VatReturnDifferenceResolvers<ContextType>;
  VatReturnFile?: VatReturnFileResolvers<ContextType>;
  VatReturnFiling?: VatReturnFilingResolvers<ContextType>;
  VatReturnItem?: VatReturnItemResolvers<ContextType>;
  VatReturnItemConnection?: VatReturnItemConnectionResolvers<ContextType>;
  VatReturnItemEdge?: VatReturnItemEdgeResolvers<ContextType>;
  VatReturnPayload?: VatReturnPayloadResolvers<ContextType>;
  VatTurnover?: VatTurnoverResolvers<ContextType>;
  Withholding?: WithholdingResolvers<ContextType>;
  WithholdingPayload?: WithholdingPayloadResolvers<ContextType>;
};

