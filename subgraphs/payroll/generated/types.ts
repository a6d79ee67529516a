import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CheckedItem, ChecklistMonth } from '../../shared/graphql/close-checklist.ts';
import type { Absence as AbsenceRecord } from '../absences/absence.ts';
import type { AbsenceResult } from '../absences/decide.ts';
import type { MonthOfDay, MonthBySchedule } from '../calendar/resolvers.ts';
import type { EmployeeRow, ReliefGroundRow } from '../employees/queries.ts';
import type { WrittenEmployee } from '../employees/resolvers.ts';
import type { EmploymentRow } from '../employments/queries.ts';
import type { WrittenEmployment } from '../employments/resolvers.ts';
import type { EmploymentTerms as TermsOfEmployment } from '../employments/employment.ts';
import type { PayComponent as ComponentOfPay } from '../components/component.ts';
import type { ComponentResult } from '../components/decide.ts';
import type { Pay } from '../pay/calculate.ts';
import type { PayslipPair, RunRow, PayslipRow } from '../runs/queries.ts';
import type { LeaveOwed as OwedLeave } from '../leave-provision/leave-owed.ts';
import type { ShownProvision } from '../leave-provision/resolvers.ts';
import type { KnownProvision } from '../leave-provision/decide.ts';
import type { Forecast } from '../analysis/forecast.ts';
import type { MonthOfPay } from '../analysis/months.ts';
import type { PostingAccountRow } from '../posting-accounts/queries.ts';
import type { PaymentRow, PaymentFileRow } from '../payments/queries.ts';
import type { PayRules as RulesOfPay } from '../pay/rules.ts';
import type { PayrollContext } from '../context.ts';
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

/** Days on which somebody does not work. */
export type Absence = {
  __typename?: 'Absence';
  /** First day. */
  from: Scalars['Date']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Maternity after complications or for twins, which the State pays for longer. */
  isComplicated: Scalars['Boolean']['output'];
  /** Why. */
  kind: AbsenceKind;
  /** What the State pays of maternity; null for other absences. */
  statePaid: Maybe<StatePaidLeave>;
  /** Last day. */
  to: Scalars['Date']['output'];
};

/** Kinds of absence. */
export type AbsenceKind =
  /** Leave for pregnancy, childbirth and child care; the State pays. */
  | 'MATERNITY'
  /** Paid leave: the average pay of the last three months. */
  | 'PAID_LEAVE'
  /** Sickness. */
  | 'SICK_LEAVE'
  /** Leave without pay. */
  | 'UNPAID_LEAVE';

/** The contract after the command. */
export type AbsencePayload = {
  __typename?: 'AbsencePayload';
  /** The absence; null when it was cancelled. */
  absence: Maybe<Absence>;
  /** The contract that it belongs to, or did. */
  employment: Employment;
  /** What to look at; the absence stands nevertheless. */
  warnings: Array<AbsenceWarning>;
};

/** What to look at before an absence stands; it stands nevertheless. */
export type AbsenceWarning =
  /** More paid leave than was earned by its last day. */
  | 'BEYOND_BALANCE'
  /** Longer than leave for pregnancy, childbirth and child care lasts, with the pieces that it follows at once. */
  | 'MATERNITY_TOO_LONG'
  /** The right to paid leave arises after eleven months of work. */
  | 'RIGHT_NOT_YET_ARISEN'
  /** More days of sickness in a row than are allowed. */
  | 'SICK_TOO_LONG_IN_A_ROW'
  /** More days of sickness in six months than are allowed. */
  | 'SICK_TOO_LONG_IN_SIX_MONTHS'
  /** More than the days a year of leave without pay. */
  | 'UNPAID_BEYOND_YEARLY_DAYS';

/** A component of pay. Which fields are demanded depends on the kind; those that do not belong to it are refused. */
export type AddPayComponentInput = {
  /** GEL, more than zero; of a benefit in kind the market value with VAT. A court order has this or a share. */
  amount?: InputMaybe<Scalars['Decimal']['input']>;
  /** Whether an earning is gross or net; GROSS when left out. */
  basis?: InputMaybe<PayBasis>;
  /** Identifier of the employment. */
  employmentId: Scalars['ID']['input'];
  /** First day. */
  from: Scalars['Date']['input'];
  /** Hours of overtime. */
  hours?: InputMaybe<Scalars['Decimal']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** True when it applies in every month that it touches; false when left out: in the month of `from` only. */
  isRecurring?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it is. */
  kind: PayComponentKind;
  /** A court order takes no more than this share of the net pay in a month. */
  mostShare?: InputMaybe<Scalars['Decimal']['input']>;
  /** By what the hourly rate of overtime is multiplied, 1 or more. */
  multiplier?: InputMaybe<Scalars['Decimal']['input']>;
  /** What it is called on the payslip. */
  name: Scalars['String']['input'];
  /** Order of court orders, the lowest first; 1 when left out. */
  priority?: InputMaybe<Scalars['Int']['input']>;
  /** Share of the net pay that a court order takes, more than 0 and at most 1. */
  share?: InputMaybe<Scalars['Decimal']['input']>;
  /** Last day of a recurring one; left out while it lasts. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** What is owed in all by a court order, GEL. */
  totalLimit?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What was agreed to be paid. */
export type AgreedPay = {
  __typename?: 'AgreedPay';
  /** A month or an hour, in the currency. */
  amount: Scalars['Decimal']['output'];
  /** Whether it is what is earned or what is received. */
  basis: PayBasis;
  /** ISO 4217 code. What is not GEL is reckoned and paid in GEL, by the rate of each run. */
  currency: Scalars['String']['output'];
  /** A month or an hour. */
  unit: PayUnit;
};

/** What is agreed to be paid. */
export type AgreedPayInput = {
  /** A month or an hour, more than zero, with at most two decimals. */
  amount: Scalars['Decimal']['input'];
  /** Whether it is what is earned or what is received. */
  basis: PayBasis;
  /**
   * ISO 4217 code; GEL when left out. Pay in another currency is reckoned and paid in GEL, at the rate that is named when a
   * run is started.
   */
  currency?: InputMaybe<Scalars['String']['input']>;
  /** A month or an hour. */
  unit: PayUnit;
};

/** The run to approve. */
export type ApprovePayrollRunInput = {
  /** Digest of what was reviewed: nothing else is approved. */
  digest: Scalars['String']['input'];
  /** Identifier of the run. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A new contract. */
export type BeginEmploymentInput = {
  /** Dimension of the ledger that the cost is kept apart by. */
  costCentre?: InputMaybe<CostCentreInput>;
  /** Identifier of the employee. */
  employeeId: Scalars['ID']['input'];
  /** Last day of work of a contract of a fixed term. */
  end?: InputMaybe<Scalars['Date']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** True for a contract beside the main one, which may overlap with others of another position; false when left out. */
  isSecondary?: InputMaybe<Scalars['Boolean']['input']>;
  /** Working days of paid leave taken before the system knew of the employment, with at most two decimals. */
  leaveTakenBefore?: InputMaybe<Scalars['Decimal']['input']>;
  /** What is agreed to be paid. */
  pay: AgreedPayInput;
  /** What the employee works as. */
  position: Scalars['String']['input'];
  /** When the employee works; Monday to Friday, eight hours each, when left out. */
  schedule?: InputMaybe<WorkScheduleInput>;
  /** First day of work. */
  start: Scalars['Date']['input'];
};

/** An absence that was entered by mistake, or is to be entered anew. */
export type CancelAbsenceInput = {
  /** Identifier of the absence. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A component that was entered by mistake. */
export type CancelPayComponentInput = {
  /** Identifier of the component. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The run to give up. */
export type CancelPayrollRunInput = {
  /** Identifier of the run. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, 1–500 characters. */
  reason: Scalars['String']['input'];
};

/** Terms of a contract from a day on; what is left out stays as it was on that day. */
export type ChangeEmploymentTermsInput = {
  /** Dimension of the ledger that the cost is kept apart by; null for none. */
  costCentre?: InputMaybe<CostCentreInput>;
  /** First day on which the terms hold; past days make arrears. */
  from: Scalars['Date']['input'];
  /** Identifier of the employment. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What is agreed to be paid. */
  pay?: InputMaybe<AgreedPayInput>;
  /** What the employee works as. */
  position?: InputMaybe<Scalars['String']['input']>;
  /** When the employee works. */
  schedule?: InputMaybe<WorkScheduleInput>;
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
export type ChoosePayrollPostingAccountInput = {
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
  /** What is open in payroll: runs that are not posted, pay that nobody has received. */
  payrollItems: Array<ChecklistItem>;
  /** Fiscal year. */
  year: Scalars['Int']['output'];
};

/** A dimension of the ledger and its value, for example department and sales. */
export type CostCentre = {
  __typename?: 'CostCentre';
  /** Name of the dimension. */
  name: Scalars['String']['output'];
  /** Value. */
  value: Scalars['String']['output'];
};

/** A dimension of the ledger and its value. */
export type CostCentreInput = {
  /** Name of the dimension. */
  name: Scalars['String']['input'];
  /** Value. */
  value: Scalars['String']['input'];
};

/** Somebody new. One of the two numbers is demanded; citizens have the first. */
export type CreateEmployeeInput = {
  /** Address. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** Date of birth. */
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** Whether the employee is a citizen, a permanent resident or a foreigner. */
  category: EmployeeCategory;
  /** First name, in Georgian. */
  firstName: Scalars['String']['input'];
  /** First name in Latin letters. */
  firstNameEn?: InputMaybe<Scalars['String']['input']>;
  /** Georgian IBAN of the account that pay goes to. */
  iban?: InputMaybe<Scalars['String']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Last name, in Georgian. */
  lastName: Scalars['String']['input'];
  /** Last name in Latin letters. */
  lastNameEn?: InputMaybe<Scalars['String']['input']>;
  /** The company's own number: 1–30 letters, digits and . / _ - */
  number: Scalars['String']['input'];
  /** Number of a passport of another country: 5–20 Latin letters and digits. */
  passportNumber?: InputMaybe<Scalars['String']['input']>;
  /** Decisions on the funded pension scheme, in the order of their dates. Nobody is paid before there is one. */
  pension?: InputMaybe<Array<PensionDecisionInput>>;
  /** Eleven digits. */
  personalNumber?: InputMaybe<Scalars['String']['input']>;
  /** Reliefs from income tax, in the order of their dates, never two at a time. */
  reliefs?: InputMaybe<Array<TaxReliefInput>>;
  /** Country of residence, ISO 3166 alpha-2; GE when left out. */
  residenceCountry?: InputMaybe<Scalars['String']['input']>;
  /** Sex, where the rules of pension need it. */
  sex?: InputMaybe<Sex>;
};

/** A public holiday, or a day that the company has declared free. */
export type DayOff = {
  __typename?: 'DayOff';
  /** The day. */
  date: Scalars['Date']['output'];
  /** False for what the company has declared itself. */
  isPublicHoliday: Scalars['Boolean']['output'];
  /** Why, in the language of the caller for public holidays. */
  reason: Scalars['String']['output'];
};

/** The month of the day after the command. */
export type DayOffPayload = {
  __typename?: 'DayOffPayload';
  /** The month as it is now, five days a week and eight hours a day. */
  month: WorkingMonth;
};

/** A day that is free besides the public holidays. */
export type DeclareDayOffInput = {
  /** The day. */
  date: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  reason: Scalars['String']['input'];
};

/** What papers are to say of the employer. */
export type DescribePayrollEmployerInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name in Latin letters, 1–150 characters; none without it. */
  nameEn?: InputMaybe<Scalars['String']['input']>;
  /** Name in Georgian letters, with the legal form, 1–150 characters. */
  nameKa: Scalars['String']['input'];
  /** Identification code: nine digits of a company, eleven of a person. */
  taxId: Scalars['String']['input'];
};

/** Somebody who works for the company, or did. */
export type Employee = {
  __typename?: 'Employee';
  /** Address. */
  address: Maybe<Scalars['String']['output']>;
  /** Date of birth. */
  birthDate: Maybe<Scalars['Date']['output']>;
  /** Whether the employee is a citizen, a permanent resident or a foreigner. */
  category: EmployeeCategory;
  /** When the employee was entered. */
  createdAt: Scalars['DateTime']['output'];
  /** Contracts, the oldest first. */
  employments: Array<Employment>;
  /** First name, in Georgian. */
  firstName: Scalars['String']['output'];
  /** First name in Latin letters. */
  firstNameEn: Maybe<Scalars['String']['output']>;
  /** IBAN of the account that pay goes to. */
  iban: Maybe<Scalars['String']['output']>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Last name, in Georgian. */
  lastName: Scalars['String']['output'];
  /** Last name in Latin letters. */
  lastNameEn: Maybe<Scalars['String']['output']>;
  /** The same IBAN with its middle hidden, for lists. */
  maskedIban: Maybe<Scalars['String']['output']>;
  /** The same number with its middle hidden, for lists. */
  maskedIdentity: Scalars['String']['output'];
  /** The company's own number of the employee, unique within it. */
  number: Scalars['String']['output'];
  /** Number of a passport of another country. */
  passportNumber: Maybe<Scalars['String']['output']>;
  /** Decisions on the funded pension scheme, the oldest first. Nobody is paid before there is one. */
  pension: Array<PensionDecision>;
  /** Personal number of a Georgian document, eleven digits; null for who has a passport of another country. */
  personalNumber: Maybe<Scalars['String']['output']>;
  /** What of the relief of a year is used and left; null for a year without one. */
  reliefBalance: Maybe<TaxReliefBalance>;
  /** Reliefs from income tax, the oldest first. */
  reliefs: Array<TaxRelief>;
  /** Country of residence, ISO 3166 alpha-2. */
  residenceCountry: Scalars['String']['output'];
  /** Sex, where the rules of pension need it. */
  sex: Maybe<Sex>;
  /** When the file was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Number of changes of the employee's file, contracts and absences among them; pass it as `expectedVersion`. */
  version: Scalars['Int']['output'];
};


/** Somebody who works for the company, or did. */
export type EmployeeReliefBalanceArgs = {
  year: Scalars['Int']['input'];
};

/** What an employee is for the law on pensions. */
export type EmployeeCategory =
  /** Citizen of Georgia. */
  | 'CITIZEN'
  /** Foreigner without permanent residence. */
  | 'FOREIGNER'
  /** Foreigner with permanent residence. */
  | 'RESIDENT';

/** A page of employees. */
export type EmployeeConnection = {
  __typename?: 'EmployeeConnection';
  /** Employees with their cursors. */
  edges: Array<EmployeeEdge>;
  /** Whether more follow. */
  pageInfo: PageInfo;
  /** How many match in all. */
  totalCount: Scalars['Int']['output'];
};

/** An employee in a page. */
export type EmployeeEdge = {
  __typename?: 'EmployeeEdge';
  /** Pass it as `after` to get what follows. */
  cursor: Scalars['String']['output'];
  /** The employee. */
  node: Employee;
};

/** Which employees are wanted; all conditions must hold. */
export type EmployeeFilter = {
  /** Of these categories. */
  categories?: InputMaybe<Array<EmployeeCategory>>;
  /** Employed on this day. */
  employedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Text within a name or the number. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** The employee after the command. */
export type EmployeePayload = {
  __typename?: 'EmployeePayload';
  /** The employee as it is now. */
  employee: Employee;
};

/** A contract of an employee. */
export type Employment = {
  __typename?: 'Employment';
  /** Absences, the oldest first. */
  absences: Array<Absence>;
  /** Salary and components that are agreed besides it, the oldest first. */
  components: Array<PayComponent>;
  /** Whose contract it is. */
  employee: Employee;
  /** Last day of work; null while it lasts. */
  end: Maybe<Scalars['Date']['output']>;
  /** Why it ended; null until it does, or for a contract of a fixed term. */
  endReason: Maybe<EmploymentEndReason>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** A contract beside the main one; only such may overlap with others. */
  isSecondary: Scalars['Boolean']['output'];
  /** Paid leave earned, taken and left up to and including a day. */
  leave: LeaveBalance;
  /** First day of work. */
  start: Scalars['Date']['output'];
  /** What the contract says, by date, the oldest first. */
  terms: Array<EmploymentTerms>;
};


/** A contract of an employee. */
export type EmploymentLeaveArgs = {
  asOf: Scalars['Date']['input'];
};

/** Why an employment ended. */
export type EmploymentEndReason =
  /** Both sides agreed. */
  | 'AGREEMENT'
  /** The employee broke the contract. */
  | 'BREACH'
  /** The employee died. */
  | 'DEATH'
  /** Something else. */
  | 'OTHER'
  /** The employee wished so. */
  | 'OWN_WISH'
  /** The work is no longer needed. */
  | 'REDUNDANCY'
  /** The agreed time is over. */
  | 'TERM_EXPIRED';

/** The contract after the command. */
export type EmploymentPayload = {
  __typename?: 'EmploymentPayload';
  /** The contract as it is now. */
  employment: Employment;
};

/** What a contract says from a day until the next terms. */
export type EmploymentTerms = {
  __typename?: 'EmploymentTerms';
  /** Dimension of the ledger that the cost is kept apart by. */
  costCentre: Maybe<CostCentre>;
  /** First day on which they hold. */
  from: Scalars['Date']['output'];
  /** What was agreed to be paid. */
  pay: AgreedPay;
  /** What the employee works as. */
  position: Scalars['String']['output'];
  /** When the employee works. */
  schedule: WorkSchedule;
};

/** The end of a contract. */
export type EndEmploymentInput = {
  /** Last day of work. */
  end: Scalars['Date']['input'];
  /** Identifier of the employment. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why it ends. */
  reason: EmploymentEndReason;
};

/** The last day of a recurring component. */
export type EndPayComponentInput = {
  /** Identifier of the component. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Last day. */
  to: Scalars['Date']['input'];
};

/** A payment that was not made. */
export type FailedPayrollPaymentInput = {
  /** Identifier of the employee. */
  employeeId: Scalars['ID']['input'];
  /** What the bank says, 1–200 characters. */
  reason: Scalars['String']['input'];
};

/** Paid leave up to and including a day, in working days with two decimals. */
export type LeaveBalance = {
  __typename?: 'LeaveBalance';
  /** Earned since the first day of work. */
  accrued: Scalars['Decimal']['output'];
  /** The day. */
  asOf: Scalars['Date']['output'];
  /** Left; below zero when more was taken than earned. */
  left: Scalars['Decimal']['output'];
  /** First day on which there is a right to it; taking it earlier is for the employer to allow. */
  rightFrom: Scalars['Date']['output'];
  /** Taken. */
  taken: Scalars['Decimal']['output'];
};

/** Leave of one employment. */
export type LeaveOwed = {
  __typename?: 'LeaveOwed';
  /** Working days earned since the start, with two decimals. */
  accrued: Scalars['Decimal']['output'];
  /** Days left times pay of a day, GEL, rounded once: from the average as it is, not as it is shown. */
  amount: Scalars['Decimal']['output'];
  /** Average pay of a day over the last three months that were worked, GEL, rounded to be shown. */
  dailyPay: Scalars['Decimal']['output'];
  /** Working days left; below zero where more was taken than earned, which is worth nothing. */
  days: Scalars['Decimal']['output'];
  /** Whose it is. */
  employee: Employee;
  /** By which contract. */
  employment: Employment;
  /** Whether the agreed pay holds instead, because no month that was worked is in the books. */
  isByAgreement: Scalars['Boolean']['output'];
  /** Working days taken, those before the system knew of the employment included. */
  taken: Scalars['Decimal']['output'];
};

/** Leave by employments. */
export type LeaveOwedConnection = {
  __typename?: 'LeaveOwedConnection';
  /** Those of this page. */
  edges: Array<LeaveOwedEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** Leave of an employment with its cursor. */
export type LeaveOwedEdge = {
  __typename?: 'LeaveOwedEdge';
  /** Pass it as `after` to go on behind it. */
  cursor: Scalars['String']['output'];
  /** The leave. */
  node: LeaveOwed;
};

/**
 * Provision for unused leave at the end of a month: days of paid leave that were earned and not taken, times average pay of
 * a day (IAS 19.13(b); IFRS for SMEs, section 28). Reckoned by what is known today; the employer's pension is not in it.
 */
export type LeaveProvision = {
  __typename?: 'LeaveProvision';
  /** Whether both are the same; not while the ledger has not answered, nor after a transaction was reversed. */
  agrees: Scalars['Boolean']['output'];
  /** What stands in the books by this month: the sum of what the ledger has posted and nobody has reversed, GEL. */
  booked: Scalars['Decimal']['output'];
  /** Last day of the month: that of the transaction. */
  date: Scalars['Date']['output'];
  /** Working days that are left, with two decimals; what somebody took in advance is not set off against others. */
  days: Scalars['Decimal']['output'];
  /** What is not in the books, GEL: to be posted with this month, or with the next if this one is posted. */
  difference: Scalars['Decimal']['output'];
  /** Contracts with days left. */
  employments: Scalars['Int']['output'];
  /** Whether the pay of the month is in the books; as long as it is not, averages end with the month before. */
  isPaid: Scalars['Boolean']['output'];
  /** What it consists of, in the order of the identifiers of the employments. */
  list: LeaveOwedConnection;
  /** Month, 1–12. */
  month: Scalars['Int']['output'];
  /** What was asked to be posted for this month; null until something was. */
  posting: Maybe<LeaveProvisionPosting>;
  /** Total of the last provision by this month that the ledger has not refused, GEL. */
  recorded: Scalars['Decimal']['output'];
  /** What they are worth, GEL: the sum of the list. */
  total: Scalars['Decimal']['output'];
  /** Calendar year. */
  year: Scalars['Int']['output'];
};


/**
 * Provision for unused leave at the end of a month: days of paid leave that were earned and not taken, times average pay of
 * a day (IAS 19.13(b); IFRS for SMEs, section 28). Reckoned by what is known today; the employer's pension is not in it.
 */
export type LeaveProvisionListArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The provision after the command. */
export type LeaveProvisionPayload = {
  __typename?: 'LeaveProvisionPayload';
  /** The provision as it is now. */
  provision: LeaveProvision;
};

/** What was asked to be posted for a month. */
export type LeaveProvisionPosting = {
  __typename?: 'LeaveProvisionPosting';
  /** Working days that were left, then. */
  days: Scalars['Decimal']['output'];
  /** What of it was to be posted, GEL: below zero where less was owed than before. */
  difference: Scalars['Decimal']['output'];
  /** Contracts with days left, then. */
  employments: Scalars['Int']['output'];
  /** Why the ledger refused; null unless that still stands. */
  refusal: Maybe<PayrollPostingRefusal>;
  /** How far it has come. */
  state: LeaveProvisionState;
  /** What they were worth, then, GEL. */
  total: Scalars['Decimal']['output'];
  /** The transaction in the ledger; null until it is posted. */
  transaction: Maybe<Transaction>;
};

/** How far the posting of a provision has come. */
export type LeaveProvisionState =
  /** In the books. */
  | 'POSTED'
  /** The ledger has not answered. */
  | 'POSTING'
  /** The ledger has refused; the month may be posted again. */
  | 'POSTING_REFUSED'
  /** The transaction was reversed; what is missing goes with the next month. */
  | 'REVERSED'
  /** Nothing was to be posted: the books had it already. */
  | 'UNCHANGED';

/** The run to pay. */
export type MakePayrollPaymentFileInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Day on which the bank is to pay; without it the day of payment of the run. */
  payDate?: InputMaybe<Scalars['Date']['input']>;
  /** Identifier of the run. */
  runId: Scalars['ID']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Adds a component of pay. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  addPayComponent: PayComponentPayload;
  /**
   * Approves what was reviewed. Another person than who calculated it must do so, and nothing may bar it.
   * Errors: NOT_FOUND, FORBIDDEN, CONFLICT when it was calculated anew, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED.
   */
  approvePayrollRun: PayrollRunPayload;
  /**
   * Begins a contract. Contracts of one employee overlap only when one of them is secondary and their positions differ.
   * Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED.
   */
  beginEmployment: EmploymentPayload;
  /** Takes back an absence as if it had never been. Errors: NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  cancelAbsence: AbsencePayload;
  /** Takes back a component as if it had never been. Errors: NOT_FOUND, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  cancelPayComponent: PayComponentPayload;
  /**
   * Gives up a run that is not sent to the ledger yet.
   * Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED.
   */
  cancelPayrollRun: PayrollRunPayload;
  /**
   * Changes the terms of a contract from a day on, a raise for example. Terms that begin later stay as they are. Errors:
   * NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED.
   */
  changeEmploymentTerms: EmploymentPayload;
  /**
   * Chooses the account on which pay is posted from now on; what is posted stays. Errors: BAD_USER_INPUT,
   * IDEMPOTENCY_KEY_REUSED.
   */
  choosePayrollPostingAccount: PayrollPostingAccountPayload;
  /**
   * Enters an employee. Errors name the field and never repeat personal data: BAD_USER_INPUT, CONFLICT when the number or
   * the person is in the company already, IDEMPOTENCY_KEY_REUSED.
   */
  createEmployee: EmployeePayload;
  /** Declares a day free for everybody. Errors: BAD_USER_INPUT for a public holiday, IDEMPOTENCY_KEY_REUSED. */
  declareDayOff: DayOffPayload;
  /**
   * Says who the employer is: on payslips, registers and certificates of income, in the name of the file of Form 30, and as
   * payer in files for the bank. Papers that are fetched from then on have it. Errors: BAD_USER_INPUT,
   * IDEMPOTENCY_KEY_REUSED.
   */
  describePayrollEmployer: PayrollEmployerPayload;
  /**
   * Ends a contract; leave that is left is settled by the pay of the last month. A contract that has an end gets another.
   * Errors: NOT_FOUND, BAD_USER_INPUT for a day before the first or before the last absence, CONFLICT,
   * IDEMPOTENCY_KEY_REUSED.
   */
  endEmployment: EmploymentPayload;
  /** Ends a recurring component. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT, IDEMPOTENCY_KEY_REUSED. */
  endPayComponent: PayComponentPayload;
  /**
   * Makes a file of all payments of a posted run that are neither made nor under way, for those who have an account.
   * Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT, INVALID_TRANSITION when nothing is left to pay, IDEMPOTENCY_KEY_REUSED.
   */
  makePayrollPaymentFile: PayrollPaymentFilePayload;
  /**
   * Says who of a posted run got the whole pay in cash, whether they have an account or not. The ledger is asked to post it as
   * one sum; when nothing of the run is left to pay, the run is paid. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT,
   * INVALID_TRANSITION for who has nothing to get, is paid, or is in a file of which the bank has not told yet,
   * IDEMPOTENCY_KEY_REUSED.
   */
  payPayrollInCash: PayrollPaymentFilePayload;
  /**
   * Posts what the provision of a month differs by from the books, as one sum, on the last day of the month. Months follow
   * each other and each is posted once; what the ledger has refused may be asked for again. Errors: BAD_USER_INPUT,
   * NOT_FOUND, CONFLICT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED.
   */
  postLeaveProvision: LeaveProvisionPayload;
  /**
   * Asks the ledger to post an approved run, or again one that it has refused. Costs are posted by cost centre, never by
   * person. The ledger answers a moment later.
   * Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED.
   */
  postPayrollRun: PayrollRunPayload;
  /**
   * Calculates a run anew that is not sent to the ledger yet; an approval is void then.
   * Errors: NOT_FOUND, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED.
   */
  recalculatePayrollRun: PayrollRunPayload;
  /**
   * Records an absence within a contract, apart from its other absences. Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT,
   * IDEMPOTENCY_KEY_REUSED.
   */
  recordAbsence: AbsencePayload;
  /**
   * Asks the ledger again to post what it has refused of a file, on the accounts that are chosen now. Errors: NOT_FOUND,
   * BAD_USER_INPUT, INVALID_TRANSITION when nothing is refused or the ledger has not answered yet, IDEMPOTENCY_KEY_REUSED.
   */
  retryPayrollPaymentPosting: PayrollPaymentFilePayload;
  /**
   * Says of payments what the bank has told. The ledger is asked to post what was made, as one sum; when nothing of the run
   * is left to pay, the run is paid. Income tax of what was made falls due on that day.
   * Errors: NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION for what was settled before, IDEMPOTENCY_KEY_REUSED.
   */
  settlePayrollPayments: PayrollPaymentFilePayload;
  /**
   * Begins the pay of a month, or a correction of it, and answers at once: the payslips are written in the background. Each
   * run rests on all before it, so those must be posted.
   * Errors: BAD_USER_INPUT, CONFLICT when the month has a run, INVALID_TRANSITION, IDEMPOTENCY_KEY_REUSED.
   */
  startPayrollRun: PayrollRunPayload;
  /**
   * Changes an employee. Errors name the field and never repeat personal data: NOT_FOUND, BAD_USER_INPUT, CONFLICT,
   * IDEMPOTENCY_KEY_REUSED.
   */
  updateEmployee: EmployeePayload;
  /** Takes back a day that was declared free. Errors: NOT_FOUND, IDEMPOTENCY_KEY_REUSED. */
  withdrawDayOff: DayOffPayload;
};


export type MutationAddPayComponentArgs = {
  input: AddPayComponentInput;
};


export type MutationApprovePayrollRunArgs = {
  input: ApprovePayrollRunInput;
};


export type MutationBeginEmploymentArgs = {
  input: BeginEmploymentInput;
};


export type MutationCancelAbsenceArgs = {
  input: CancelAbsenceInput;
};


export type MutationCancelPayComponentArgs = {
  input: CancelPayComponentInput;
};


export type MutationCancelPayrollRunArgs = {
  input: CancelPayrollRunInput;
};


export type MutationChangeEmploymentTermsArgs = {
  input: ChangeEmploymentTermsInput;
};


export type MutationChoosePayrollPostingAccountArgs = {
  input: ChoosePayrollPostingAccountInput;
};


export type MutationCreateEmployeeArgs = {
  input: CreateEmployeeInput;
};


export type MutationDeclareDayOffArgs = {
  input: DeclareDayOffInput;
};


export type MutationDescribePayrollEmployerArgs = {
  input: DescribePayrollEmployerInput;
};


export type MutationEndEmploymentArgs = {
  input: EndEmploymentInput;
};


export type MutationEndPayComponentArgs = {
  input: EndPayComponentInput;
};


export type MutationMakePayrollPaymentFileArgs = {
  input: MakePayrollPaymentFileInput;
};


export type MutationPayPayrollInCashArgs = {
  input: PayPayrollInCashInput;
};


export type MutationPostLeaveProvisionArgs = {
  input: PostLeaveProvisionInput;
};


export type MutationPostPayrollRunArgs = {
  input: PostPayrollRunInput;
};


export type MutationRecalculatePayrollRunArgs = {
  input: RecalculatePayrollRunInput;
};


export type MutationRecordAbsenceArgs = {
  input: RecordAbsenceInput;
};


export type MutationRetryPayrollPaymentPostingArgs = {
  input: RetryPayrollPaymentPostingInput;
};


export type MutationSettlePayrollPaymentsArgs = {
  input: SettlePayrollPaymentsInput;
};


export type MutationStartPayrollRunArgs = {
  input: StartPayrollRunInput;
};


export type MutationUpdateEmployeeArgs = {
  input: UpdateEmployeeInput;
};


export type MutationWithdrawDayOffArgs = {
  input: WithdrawDayOffInput;
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

/** Language of a paper. */
export type PaperLanguage =
  /** English. */
  | 'EN'
  /** Georgian. */
  | 'KA';

/** Which side of a pay is given. */
export type PayBasis =
  /** What the contract promises before deductions. */
  | 'GROSS'
  /** What the employee is to receive. */
  | 'NET';

/** A pay, from gross to net, GEL. Each step is rounded to the tetri, half up. */
export type PayCalculation = {
  __typename?: 'PayCalculation';
  /** Contribution of the employee to the pension scheme. */
  employeePension: Scalars['Decimal']['output'];
  /** Gross and the contribution of the employer: what the pay costs. */
  employerCost: Scalars['Decimal']['output'];
  /** Contribution of the employer, on top of the gross. */
  employerPension: Scalars['Decimal']['output'];
  /** Pay before deductions. */
  gross: Scalars['Decimal']['output'];
  /** Income tax on the taxable pay. */
  incomeTax: Scalars['Decimal']['output'];
  /** Gross less pension and income tax. */
  net: Scalars['Decimal']['output'];
  /** Relief that was used: no more than what remains of the gross after the pension. */
  relief: Scalars['Decimal']['output'];
  /** Gross less pension and relief. */
  taxable: Scalars['Decimal']['output'];
};

/** A pay to reckon. */
export type PayCalculationInput = {
  /** GEL, positive, at most two decimals. */
  amount: Scalars['Decimal']['input'];
  /** Whether the amount is gross or net. */
  basis: PayBasis;
  /** Day whose rules are meant. */
  date: Scalars['Date']['input'];
  /** Whether the employee takes part in the funded pension scheme. */
  isPensionParticipant: Scalars['Boolean']['input'];
  /** Relief from income tax that may be used, GEL (Tax Code, article 82). */
  relief?: InputMaybe<Scalars['Decimal']['input']>;
};

/** What is paid besides the salary, or kept back of it. */
export type PayComponent = {
  __typename?: 'PayComponent';
  /** GEL; null for overtime and for a court order that takes a share. */
  amount: Maybe<Scalars['Decimal']['output']>;
  /** Whether the amount is earned or received; null for what is kept back. */
  basis: Maybe<PayBasis>;
  /** First day. */
  from: Scalars['Date']['output'];
  /** Hours of overtime. */
  hours: Maybe<Scalars['Decimal']['output']>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Recurring ones apply in every month that they touch, the others in the month of `from` only. */
  isRecurring: Scalars['Boolean']['output'];
  /** What it is. */
  kind: PayComponentKind;
  /** No more than this share of the net pay in a month. */
  mostShare: Maybe<Scalars['Decimal']['output']>;
  /** By what the hourly rate of overtime is multiplied. */
  multiplier: Maybe<Scalars['Decimal']['output']>;
  /** What it is called on the payslip. */
  name: Scalars['String']['output'];
  /** Order of court orders, the lowest first. */
  priority: Maybe<Scalars['Int']['output']>;
  /** Share of the net pay that a court order takes: 0.25 for a quarter. */
  share: Maybe<Scalars['Decimal']['output']>;
  /** Last day; null while it lasts. */
  to: Maybe<Scalars['Date']['output']>;
  /** What is owed in all, GEL. */
  totalLimit: Maybe<Scalars['Decimal']['output']>;
};

/** Kinds of components of pay. */
export type PayComponentKind =
  /** Kept back because it was paid in advance. */
  | 'ADVANCE'
  /** An allowance. */
  | 'ALLOWANCE'
  /** Something given in kind, taxed at its market value with VAT; where given net it is grossed up. */
  | 'BENEFIT_IN_KIND'
  /** A bonus. */
  | 'BONUS'
  /** A commission on sales. */
  | 'COMMISSION'
  /** Kept back by order of a court or an enforcer. */
  | 'COURT_ORDER'
  /** Kept back of the net pay. */
  | 'DEDUCTION'
  /** Hours beyond the schedule: hours × hourly rate × multiplier. */
  | 'OVERTIME';

/** The contract after the command. */
export type PayComponentPayload = {
  __typename?: 'PayComponentPayload';
  /** The component; null when it was cancelled. */
  component: Maybe<PayComponent>;
  /** The contract that it belongs to, or did. */
  employment: Employment;
};

/** What somebody is paid compared with the month before, GEL. */
export type PayDifference = {
  __typename?: 'PayDifference';
  /** Paid out the month before; null for who was not paid. */
  before: Maybe<Scalars['Decimal']['output']>;
  /** Now less before. */
  difference: Scalars['Decimal']['output'];
  /** Whose pay it is. */
  employee: Employee;
  /** Paid out now; null for who is not paid any more. */
  now: Maybe<Scalars['Decimal']['output']>;
  /** Why: the parts sum to the difference. */
  parts: Array<PayDifferencePart>;
  /** What to look at before the approval. */
  warnings: Array<PayslipWarning>;
};

/** Differences to the month before. */
export type PayDifferenceConnection = {
  __typename?: 'PayDifferenceConnection';
  /** Those of this page. */
  edges: Array<PayDifferenceEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A difference with its cursor. */
export type PayDifferenceEdge = {
  __typename?: 'PayDifferenceEdge';
  /** Pass it as `after` to go on behind it. */
  cursor: Scalars['String']['output'];
  /** A difference. */
  node: PayDifference;
};

/** A part of a difference. */
export type PayDifferencePart = {
  __typename?: 'PayDifferencePart';
  /** GEL; positive for what is more. */
  amount: Scalars['Decimal']['output'];
  /** Why. */
  reason: PayDifferenceReason;
};

/** Why somebody is paid another sum than the month before. */
export type PayDifferenceReason =
  /** Leave or sickness, then or now. */
  | 'ABSENCE'
  /** Differences of past months. */
  | 'ARREARS'
  /** Benefits in kind, which are not paid out. */
  | 'BENEFITS_RECEIVED'
  /** A bonus, an allowance, overtime or another component. */
  | 'COMPONENT'
  /** The same was agreed in another currency, whose rate is another one. */
  | 'EXCHANGE_RATE'
  /** Income tax, and relief from it. */
  | 'INCOME_TAX'
  /** Court orders, advances and other deductions. */
  | 'KEPT_BACK'
  /** Leave that was left. */
  | 'LEAVE_COMPENSATION'
  /** Is not paid any more. */
  | 'LEFT'
  /** Was not paid the month before. */
  | 'NEW'
  /** Contribution to the pension scheme. */
  | 'PENSION'
  /** The agreed pay is another one. */
  | 'RAISE'
  /** More or fewer days were worked. */
  | 'WORKED_DAYS';

/** How an agreed pay came to be GEL, half up to the tetri. */
export type PayExchange = {
  __typename?: 'PayExchange';
  /** What was agreed, a month or an hour, in the currency. */
  amount: Scalars['Decimal']['output'];
  /** ISO 4217 code. */
  currency: Scalars['String']['output'];
  /** GEL for one unit, of the run. */
  rate: Scalars['Decimal']['output'];
};

/** Pay that was handed out in cash. */
export type PayPayrollInCashInput = {
  /** Day on which it was handed out. */
  date: Scalars['Date']['input'];
  /** Identifiers of the employees who got their whole pay of the run, 1–500. */
  employeeIds: Array<Scalars['ID']['input']>;
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the run. */
  runId: Scalars['ID']['input'];
};

/** What the law takes from pay, and adds to it, while it is valid. */
export type PayRules = {
  __typename?: 'PayRules';
  /** Share of the gross pay that a participant of the pension scheme contributes. */
  employeePensionRate: Scalars['Decimal']['output'];
  /** Share of the gross pay that the employer contributes on top of it. */
  employerPensionRate: Scalars['Decimal']['output'];
  /** Share of the taxable pay that is income tax, for example 0.20 (Tax Code, article 81). */
  incomeTaxRate: Scalars['Decimal']['output'];
  /** Law and article that say so. */
  source: Scalars['String']['output'];
  /** First day on which pay is reckoned so. */
  validFrom: Scalars['Date']['output'];
  /** Last day; null while it is not known. */
  validTo: Maybe<Scalars['Date']['output']>;
};

/** What an agreed pay is paid for. */
export type PayUnit =
  | 'HOURLY'
  | 'MONTHLY';

/** An amount to be paid on a day. */
export type PayrollCashNeed = {
  __typename?: 'PayrollCashNeed';
  /** GEL. */
  amount: Scalars['Decimal']['output'];
  /** Last day to pay it. */
  due: Scalars['Date']['output'];
  /** What for. */
  kind: PayrollCashNeedKind;
};

/** What pay needs cash for. */
export type PayrollCashNeedKind =
  /** Income tax, which falls due on the day of payment (Tax Code, article 154). */
  | 'INCOME_TAX'
  /** What is kept back for courts, enforcers and others, on the day of payment. */
  | 'KEPT_FOR_OTHERS'
  /** What people receive, on the day of payment. */
  | 'NET_PAY'
  /** Contributions of employees and employer: the 15th of the month after the payment, or the next working day. */
  | 'PENSION';

/** What pay has cost in one cost centre in a month. */
export type PayrollCentreCost = {
  __typename?: 'PayrollCentreCost';
  /** Both, GEL. */
  cost: Scalars['Decimal']['output'];
  /** How many had pay in it. */
  employees: Scalars['Int']['output'];
  /** Pension contribution of the employer, GEL. */
  employerPension: Scalars['Decimal']['output'];
  /** Gross pay, GEL. */
  gross: Scalars['Decimal']['output'];
  /** Dimension of the ledger, for example `department`; null for what belongs to no cost centre. */
  name: Maybe<Scalars['String']['output']>;
  /** Its value, for example `Sales`; null for what belongs to no cost centre. */
  value: Maybe<Scalars['String']['output']>;
};

/** Who the employer is on papers of payroll. */
export type PayrollEmployer = {
  __typename?: 'PayrollEmployer';
  /** Name in Latin letters; papers in English have the Georgian one without it. */
  nameEn: Maybe<Scalars['String']['output']>;
  /** Name in Georgian letters, with the legal form. */
  nameKa: Scalars['String']['output'];
  /** Identification code: nine digits of a company, eleven of a person. */
  taxId: Scalars['String']['output'];
};

/** The employer after the command. */
export type PayrollEmployerPayload = {
  __typename?: 'PayrollEmployerPayload';
  /** The employer as papers name it now. */
  employer: PayrollEmployer;
};

/** A file to be fetched. Whoever has the link has the file, so it is not to be passed on. */
export type PayrollFile = {
  __typename?: 'PayrollFile';
  /** When the link ceases to hold. */
  expiresAt: Scalars['DateTime']['output'];
  /** Address below that of the gateway: `GET` answers the file, 404 for a link that was changed, 410 for one too old. */
  url: Scalars['String']['output'];
};

/** What is foreseen to be paid for a month that is not paid yet. */
export type PayrollForecast = {
  __typename?: 'PayrollForecast';
  /** People with pay. */
  employees: Scalars['Int']['output'];
  /** Gross pay, GEL. */
  gross: Scalars['Decimal']['output'];
  /** What is to be paid, in the order of days; nothing of what comes to nothing. */
  items: Array<PayrollCashNeed>;
  /** Month of the pay, 1–12. */
  month: Scalars['Int']['output'];
  /** Things that would bar the approval of the run, as a pension that nobody has decided on. */
  obstacles: Scalars['Int']['output'];
  /** Everything to be paid, GEL: the sum of the items. */
  total: Scalars['Decimal']['output'];
  /** Calendar year of the pay. */
  year: Scalars['Int']['output'];
};

/**
 * People employed in a month, each counted once however many contracts there are; who goes on under a new contract the next
 * day has not left. At the start, plus joiners, less leavers, is at the end.
 */
export type PayrollHeadCount = {
  __typename?: 'PayrollHeadCount';
  /** Employed in the month and after it. */
  end: Scalars['Int']['output'];
  /** Came in the month. */
  joiners: Scalars['Int']['output'];
  /** Had their last day of work in the month. */
  leavers: Scalars['Int']['output'];
  /** Employed before the month and in it. */
  start: Scalars['Int']['output'];
};

/** What pay has cost in a month by the runs in the books, and who was employed in it. */
export type PayrollMonth = {
  __typename?: 'PayrollMonth';
  /** Gross pay divided by who had pay, GEL to the tetri, half up; null when nobody had. */
  averagePay: Maybe<Scalars['Decimal']['output']>;
  /** Gross pay and pension contribution of the employer, GEL. */
  cost: Scalars['Decimal']['output'];
  /** The same by departments or other cost centres, the dearest first; they sum to the whole. */
  costCentres: Array<PayrollCentreCost>;
  /** Pension contribution of the employer, GEL. */
  employerPension: Scalars['Decimal']['output'];
  /** Gross pay, GEL. */
  gross: Scalars['Decimal']['output'];
  /** Who was employed when it began, came, left and stayed. */
  headCount: PayrollHeadCount;
  /** 1–12. */
  month: Scalars['Int']['output'];
  /** How many had pay in it. */
  paidEmployees: Scalars['Int']['output'];
  /** Calendar year. */
  year: Scalars['Int']['output'];
};

/** The payment of one payslip. */
export type PayrollPayment = {
  __typename?: 'PayrollPayment';
  /** GEL. */
  amount: Scalars['Decimal']['output'];
  /** Who is paid. */
  employee: Employee;
  /** Why it was not made. */
  failure: Maybe<Scalars['String']['output']>;
  /** Income tax of the payslip, GEL: it falls due on the day of payment (Tax Code, article 154). */
  incomeTax: Scalars['Decimal']['output'];
  /** Day on which it was made, and the pay became income; null until then. */
  paidOn: Maybe<Scalars['Date']['output']>;
  /** How it has come out. */
  state: PayrollPaymentState;
};

/** Payments of a file. */
export type PayrollPaymentConnection = {
  __typename?: 'PayrollPaymentConnection';
  /** Those of this page. */
  edges: Array<PayrollPaymentEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A payment with its cursor. */
export type PayrollPaymentEdge = {
  __typename?: 'PayrollPaymentEdge';
  /** Pass it as `after` to go on behind it. */
  cursor: Scalars['String']['output'];
  /** The payment. */
  node: PayrollPayment;
};

/** Payments of a posted run that go together: a file for the bank, or what was handed out in cash. */
export type PayrollPaymentFile = {
  __typename?: 'PayrollPaymentFile';
  /** Payments that were made. */
  confirmed: Scalars['Int']['output'];
  /** Sum of the payments that were made, GEL. */
  confirmedTotal: Scalars['Decimal']['output'];
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  createdBy: User;
  /**
   * The same payments as ISO 20022 customer credit transfer, pain.001.001.03: one instruction with the count and the control
   * sum of its transfers, each by the IBAN of the employee. Errors: BAD_USER_INPUT, INVALID_TRANSITION when no payment is
   * left in it, or it was handed out in cash.
   */
  creditTransfer: Scalars['String']['output'];
  /** The file itself, in the format DAVTARI_CSV_1: a heading, then IBAN, beneficiary, amount, currency and purpose of each payment that has not failed. Error: INVALID_TRANSITION for what was handed out in cash. */
  csv: Scalars['String']['output'];
  /** Payments that were not made; they may go into another file. */
  failed: Scalars['Int']['output'];
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** The payments, in the order of the employees' identifiers. */
  list: PayrollPaymentConnection;
  /** How they are made. */
  method: PayrollPaymentMethod;
  /** Day on which the bank is to pay, or the cash was handed out. */
  payDate: Scalars['Date']['output'];
  /** How many payments it has. */
  payments: Scalars['Int']['output'];
  /** Why the ledger refused to post what was made, for each settlement that it refused. */
  refusals: Array<PayrollPostingRefusal>;
  /** Payments of which the bank has not told yet. */
  sent: Scalars['Int']['output'];
  /** Sum of its payments, GEL. */
  total: Scalars['Decimal']['output'];
};


/** Payments of a posted run that go together: a file for the bank, or what was handed out in cash. */
export type PayrollPaymentFileCreditTransferArgs = {
  payer?: InputMaybe<Scalars['String']['input']>;
  payerIban: Scalars['String']['input'];
};


/** Payments of a posted run that go together: a file for the bank, or what was handed out in cash. */
export type PayrollPaymentFileListArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** The file after the command. */
export type PayrollPaymentFilePayload = {
  __typename?: 'PayrollPaymentFilePayload';
  /** The file as it is now. */
  file: PayrollPaymentFile;
};

/** How payments are made. */
export type PayrollPaymentMethod =
  /** By a file for the bank, which tells later what became of each. */
  | 'BANK'
  /** Handed out; each is made at once. */
  | 'CASH';

/** How a payment has come out. */
export type PayrollPaymentState =
  /** Made. */
  | 'CONFIRMED'
  /** Not made; it may go into another file. */
  | 'FAILED'
  /** In a file; the bank has not told yet. */
  | 'SENT';

/** Which account of the ledger pay is posted on, by what the account is for. */
export type PayrollPostingAccount = {
  __typename?: 'PayrollPostingAccount';
  /** Code of the account in the chart. */
  accountCode: Scalars['String']['output'];
  /** Whether it is the usual one, because the company has chosen none. */
  isDefault: Scalars['Boolean']['output'];
  /** What it is for, in the language asked for. */
  name: Scalars['String']['output'];
  /** What the account is for, for example `SALARY_PAYABLE`. */
  role: Scalars['String']['output'];
};


/** Which account of the ledger pay is posted on, by what the account is for. */
export type PayrollPostingAccountNameArgs = {
  language: PaperLanguage;
};

/** The account after the command. */
export type PayrollPostingAccountPayload = {
  __typename?: 'PayrollPostingAccountPayload';
  /** The account as it is now. */
  account: PayrollPostingAccount;
};

/** Why the ledger did not post a run. */
export type PayrollPostingRefusal = {
  __typename?: 'PayrollPostingRefusal';
  /** One of the published error codes, for example `PERIOD_CLOSED`. */
  code: Scalars['String']['output'];
  /** Path within the transaction that was asked for. */
  field: Maybe<Scalars['String']['output']>;
  /** The reason, for people. */
  message: Scalars['String']['output'];
};

/** What a unit of a currency is in GEL. */
export type PayrollRate = {
  __typename?: 'PayrollRate';
  /** ISO 4217 code. */
  currency: Scalars['String']['output'];
  /** GEL for one unit. */
  rate: Scalars['Decimal']['output'];
};

/** What a unit of a currency is in GEL. */
export type PayrollRateInput = {
  /** ISO 4217 code, not GEL. */
  currency: Scalars['String']['input'];
  /** GEL for one unit, more than zero, with at most ten decimals. */
  rate: Scalars['Decimal']['input'];
};

/** A run of pay: the pay of everybody for a month, or a correction that carries the differences to it. */
export type PayrollRun = {
  __typename?: 'PayrollRun';
  /** When it was approved. */
  approvedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who approved it. */
  approvedBy: Maybe<User>;
  /** When the calculation was finished. */
  calculatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who had it calculated. */
  calculatedBy: User;
  /** How often it was calculated. */
  calculation: Scalars['Int']['output'];
  /** Who is paid another sum than in the month before, and why; and who has something to look at. */
  differences: PayDifferenceConnection;
  /** Digest over everything that the payslips say: what is approved by it is what is posted and paid. */
  digest: Maybe<Scalars['String']['output']>;
  /** How many employees are paid; null until it is calculated. */
  employees: Maybe<Scalars['Int']['output']>;
  /** Identifier (UUID). */
  id: Scalars['ID']['output'];
  /** Whether it carries differences to what was paid for its month. */
  isCorrection: Scalars['Boolean']['output'];
  /** Month that is paid, 1 to 12. */
  month: Scalars['Int']['output'];
  /** 1 for the pay of the month; higher for corrections, in their order. */
  number: Scalars['Int']['output'];
  /** How many things bar the approval; null until it is calculated. */
  obstacles: Maybe<Scalars['Int']['output']>;
  /** Day of payment: the rules of pay are those of this day. */
  payDate: Scalars['Date']['output'];
  /** Files of payments, in the order in which they were made. */
  paymentFiles: Array<PayrollPaymentFile>;
  /** The payslips, in the order of the employees' identifiers. */
  payslips: PayslipConnection;
  /** Date of the transaction that was asked for. */
  postingDate: Maybe<Scalars['Date']['output']>;
  /** How far the calculation has come. */
  progress: PayrollRunProgress;
  /** Rates at which pay that was agreed in other currencies is reckoned in GEL. */
  rates: Array<PayrollRate>;
  /** Why the ledger refused; null unless that still stands. */
  refusal: Maybe<PayrollPostingRefusal>;
  /** How far it has come. */
  state: PayrollRunState;
  /** Sums over all payslips; null until it is calculated. */
  totals: Maybe<PayrollTotals>;
  /** The transaction in the ledger; null until it is posted. */
  transaction: Maybe<Transaction>;
  /** How many payslips have something to look at before the approval. */
  warnings: Scalars['Int']['output'];
  /** How many have a sum to get and no account to get it on. */
  withoutAccount: Scalars['Int']['output'];
  /** Year of the month that is paid. */
  year: Scalars['Int']['output'];
};


/** A run of pay: the pay of everybody for a month, or a correction that carries the differences to it. */
export type PayrollRunDifferencesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A run of pay: the pay of everybody for a month, or a correction that carries the differences to it. */
export type PayrollRunPayslipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  onlyObstacles: Scalars['Boolean']['input'];
  onlyWarnings: Scalars['Boolean']['input'];
};

/** Runs, the latest month first. */
export type PayrollRunConnection = {
  __typename?: 'PayrollRunConnection';
  /** Those of this page. */
  edges: Array<PayrollRunEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A run with its cursor. */
export type PayrollRunEdge = {
  __typename?: 'PayrollRunEdge';
  /** Pass it as `after` to go on behind it. */
  cursor: Scalars['String']['output'];
  /** A run. */
  node: PayrollRun;
};

/** The run after the command. */
export type PayrollRunPayload = {
  __typename?: 'PayrollRunPayload';
  /** The run as it is now. */
  run: PayrollRun;
};

/** How far the calculation of a run has come. */
export type PayrollRunProgress = {
  __typename?: 'PayrollRunProgress';
  /** Employees whose pay is reckoned. */
  done: Scalars['Int']['output'];
  /** Employees in all; null until they were counted. */
  employees: Maybe<Scalars['Int']['output']>;
};

/** How far a run of pay has come. */
export type PayrollRunState =
  /** Approved by another person than who calculated it. */
  | 'APPROVED'
  /** To be reviewed; it may be calculated anew. */
  | 'CALCULATED'
  /** Payslips are being written. */
  | 'CALCULATING'
  /** Given up before it was posted. */
  | 'CANCELLED'
  /** Paid out. */
  | 'PAID'
  /** In the books; it never changes any more. */
  | 'POSTED'
  /** The ledger was asked to post it and has not answered yet. */
  | 'POSTING'
  /** Refused by the ledger; it may be asked again, for another day too. */
  | 'POSTING_REFUSED';

/** Sums over the payslips of a run, GEL. */
export type PayrollTotals = {
  __typename?: 'PayrollTotals';
  /** Advances kept back. */
  advances: Scalars['Decimal']['output'];
  /** Benefits in kind, received already and not paid out. */
  benefits: Scalars['Decimal']['output'];
  /** Kept back for courts and enforcers. */
  courtOrders: Scalars['Decimal']['output'];
  /** Other deductions kept back. */
  deductions: Scalars['Decimal']['output'];
  /** Contribution of the employee to the pension scheme. */
  employeePension: Scalars['Decimal']['output'];
  /** Contribution of the employer, on top of the gross. */
  employerPension: Scalars['Decimal']['output'];
  /** Pay before deductions, benefits in kind among it. */
  gross: Scalars['Decimal']['output'];
  /** Income tax on the taxable pay. */
  incomeTax: Scalars['Decimal']['output'];
  /** Gross less pension and income tax. */
  net: Scalars['Decimal']['output'];
  /** What is paid out. */
  netToPay: Scalars['Decimal']['output'];
  /** Relief from income tax that was used. */
  relief: Scalars['Decimal']['output'];
  /** What the State adds to the pension, for information: marginally, by the income of the year. */
  statePension: Scalars['Decimal']['output'];
  /** Gross less pension and relief. */
  taxable: Scalars['Decimal']['output'];
};

/** The pay of one employee in one run, GEL. */
export type Payslip = {
  __typename?: 'Payslip';
  /** Advances kept back. */
  advances: Scalars['Decimal']['output'];
  /** Benefits in kind, received already and not paid out. */
  benefits: Scalars['Decimal']['output'];
  /** Cost by cost centre; sums to the gross and to the employer's pension. */
  costs: Array<PayslipCost>;
  /** Kept back for courts and enforcers. */
  courtOrders: Scalars['Decimal']['output'];
  /** Other deductions kept back. */
  deductions: Scalars['Decimal']['output'];
  /** Whose pay it is. */
  employee: Employee;
  /** Contribution of the employee to the pension scheme. */
  employeePension: Scalars['Decimal']['output'];
  /** Contribution of the employer, on top of the gross. */
  employerPension: Scalars['Decimal']['output'];
  /** Pay before deductions, benefits in kind among it. */
  gross: Scalars['Decimal']['output'];
  /** Income tax on the taxable pay. */
  incomeTax: Scalars['Decimal']['output'];
  /** What it is made of. */
  lines: Array<PayslipLine>;
  /** Gross by the month that it was earned in. */
  months: Array<PayslipMonth>;
  /** Gross less pension and income tax. */
  net: Scalars['Decimal']['output'];
  /** What is paid out. */
  netToPay: Scalars['Decimal']['output'];
  /** What bars the approval. */
  obstacles: Array<PayslipObstacle>;
  /** Relief from income tax that was used. */
  relief: Scalars['Decimal']['output'];
  /** What the State adds to the pension, for information: marginally, by the income of the year. */
  statePension: Scalars['Decimal']['output'];
  /** Gross less pension and relief. */
  taxable: Scalars['Decimal']['output'];
  /** What to look at before the approval; it bars nothing. */
  warnings: Array<PayslipWarning>;
};

/** Payslips of a run. */
export type PayslipConnection = {
  __typename?: 'PayslipConnection';
  /** Those of this page. */
  edges: Array<PayslipEdge>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** What of a payslip a cost centre bears, GEL. */
export type PayslipCost = {
  __typename?: 'PayslipCost';
  /** Contribution of the employer to the pension scheme. */
  employerPension: Scalars['Decimal']['output'];
  /** Gross pay. */
  gross: Scalars['Decimal']['output'];
  /** Name of the ledger's dimension; null without a cost centre. */
  name: Maybe<Scalars['String']['output']>;
  /** Value of the dimension. */
  value: Maybe<Scalars['String']['output']>;
};

/** A payslip with its cursor. */
export type PayslipEdge = {
  __typename?: 'PayslipEdge';
  /** Pass it as `after` to go on behind it. */
  cursor: Scalars['String']['output'];
  /** A payslip. */
  node: Payslip;
};

/** A line of a payslip. */
export type PayslipLine = {
  __typename?: 'PayslipLine';
  /** GEL: earnings in gross, negative for what is set off; what is kept back as a positive amount. */
  amount: Scalars['Decimal']['output'];
  /** Whether gross or net was promised. */
  basis: Maybe<PayBasis>;
  /** What it is for. */
  code: PayslipLineCode;
  /** By which rate the agreed pay came to be GEL; null where it was agreed in GEL. */
  exchange: Maybe<PayExchange>;
  /** Month that arrears belong to, as 2026-02. */
  month: Maybe<Scalars['String']['output']>;
  /** What the component is called. */
  name: Maybe<Scalars['String']['output']>;
  /** Days or hours. */
  quantity: Maybe<Scalars['Decimal']['output']>;
  /** What was agreed: a month or an hour of work, an amount, or the multiplier of overtime. */
  rate: Maybe<Scalars['Decimal']['output']>;
};

/** What a line of a payslip is for. */
export type PayslipLineCode =
  /** Advance that was paid before. */
  | 'ADVANCE'
  /** Allowance. */
  | 'ALLOWANCE'
  /** Difference between what was paid for a past month and what it should have been. */
  | 'ARREARS'
  /** Benefit in kind. */
  | 'BENEFIT_IN_KIND'
  /** Bonus. */
  | 'BONUS'
  /** Commission. */
  | 'COMMISSION'
  /** Kept back for a court or an enforcer. */
  | 'COURT_ORDER'
  /** Other deduction. */
  | 'DEDUCTION'
  /** Leave that is left when the employment ends, by average pay. */
  | 'LEAVE_COMPENSATION'
  /** More leave taken than earned when the employment ends: days and, as the rate, what they are worth in gross; not kept back. */
  | 'LEAVE_OVERDRAWN'
  /** Days of maternity leave, which the State pays. */
  | 'MATERNITY'
  /** Hours beyond the schedule. */
  | 'OVERTIME'
  /** Days of paid leave, by average pay. */
  | 'PAID_LEAVE'
  /** Days worked. */
  | 'SALARY'
  /** Days of sickness, by average pay. */
  | 'SICK_LEAVE'
  /** Days of unpaid leave: shown, not paid. */
  | 'UNPAID_LEAVE';

/** Gross that was earned in a month. */
export type PayslipMonth = {
  __typename?: 'PayslipMonth';
  /** GEL. */
  gross: Scalars['Decimal']['output'];
  /** The month, as 2026-02. */
  month: Scalars['String']['output'];
};

/** What bars the approval of a run. */
export type PayslipObstacle =
  /** Benefits in kind are worth more than the net pay, which has to bear their tax. */
  | 'BENEFITS_ABOVE_NET'
  /** Pay was agreed in a currency that the run has no rate for: give it up and start another with the rate. */
  | 'NO_EXCHANGE_RATE'
  /** Nobody has decided whether the employee takes part in the pension scheme. */
  | 'NO_PENSION_DECISION';

/** What to look at before the approval. */
export type PayslipWarning =
  /**
   * The employment ends with more paid leave taken than earned. Nothing is kept back for it: the line `LEAVE_OVERDRAWN` says how
   * many days and what they are worth, and a component DEDUCTION keeps back what was agreed.
   */
  | 'LEAVE_OVERDRAWN';

/** A decision on the funded pension scheme; it holds until the next. */
export type PensionDecision = {
  __typename?: 'PensionDecision';
  /** Whether the employee takes part. */
  decision: PensionParticipation;
  /** First day on which it holds. */
  from: Scalars['Date']['output'];
  /** Why not; null for who does. */
  ground: Maybe<PensionGround>;
};

/** A decision on the funded pension scheme. */
export type PensionDecisionInput = {
  /** Whether the employee takes part. */
  decision: PensionParticipation;
  /** First day on which it holds. */
  from: Scalars['Date']['input'];
  /** Why not; demanded for OUTSIDE, and for that alone. */
  ground?: InputMaybe<PensionGround>;
};

/** Why somebody takes no part in the scheme (Law on Funded Pensions, article 3). */
export type PensionGround =
  /** Men of 60 and women of 55 years or more on 6 August 2018. */
  | 'AGE_AT_INTRODUCTION'
  /** A foreigner without permanent residence. */
  | 'FOREIGNER'
  /** Was 40 or older on 6 August 2018 and left the scheme. */
  | 'LEFT_SCHEME';

/** Whether somebody takes part in the funded pension scheme. */
export type PensionParticipation =
  | 'OUTSIDE'
  | 'PARTICIPATES';

/** The month to provide for. */
export type PostLeaveProvisionInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Month, 1–12. */
  month: Scalars['Int']['input'];
  /** Calendar year. */
  year: Scalars['Int']['input'];
};

/** The run to post. */
export type PostPayrollRunInput = {
  /** Date of the transaction; without it the last day of the month. */
  date?: InputMaybe<Scalars['Date']['input']>;
  /** Identifier of the run. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Cost centres of fewer people are posted together without a centre, so that nobody reads one person's pay in the books: 1–100, 3 when left out; 1 posts each by itself. */
  leastPeoplePerCentre?: InputMaybe<Scalars['Int']['input']>;
};

export type Query = {
  __typename?: 'Query';
  /** An employee; null when the company has none with this identifier. */
  employee: Maybe<Employee>;
  /** Employees in order of their names. */
  employees: EmployeeConnection;
  /** A contract; null when the company has none with this identifier. */
  employment: Maybe<Employment>;
  /**
   * What an employee was paid in a year, by the months in which the payments were made, as PDF. Null when
   * there is no such employee. Errors: BAD_USER_INPUT (`year`), INVALID_TRANSITION (`payrollEmployer`: nobody has said who
   * the employer is, whom a certificate has to name).
   */
  incomeCertificateFile: Maybe<PayrollFile>;
  /**
   * Provision for unused leave at the end of a month, what it consists of, and what of it is in the books. Errors:
   * BAD_USER_INPUT, NOT_FOUND where no rules of pay are known.
   */
  leaveProvision: LeaveProvision;
  /**
   * Reckons a pay by the rules of a day, from gross to net or the other way: for a net pay the least gross that yields it.
   * Errors: BAD_USER_INPUT, NOT_FOUND for a day before all rules that are known.
   */
  payCalculation: PayCalculation;
  /** What the law takes from pay on this day. Errors: NOT_FOUND for a day before all rules that are known. */
  payRules: PayRules;
  /** Who the employer is on papers; null until somebody has said so. */
  payrollEmployer: Maybe<PayrollEmployer>;
  /**
   * Cash that the pay of a month will need, reckoned as its run would be from employments, components and absences known
   * today, arrears of earlier months included. Errors: BAD_USER_INPUT, NOT_FOUND where no rules of pay are known,
   * INVALID_TRANSITION when the month is in the books already: then its run says what it needs.
   */
  payrollForecast: PayrollForecast;
  /**
   * Pay in Form 30 of a month as the portal of the Revenue Service takes it: Excel 2003 SpreadsheetML of fourteen columns, a
   * row for each payment that was made in the month, whenever its run was to be paid. Who gets nothing paid out, because all
   * was received in kind or kept back, is in the month of the run's day of payment. Errors: BAD_USER_INPUT (`year`, `month`).
   */
  payrollForm30File: PayrollFile;
  /**
   * Cost, head-count and average pay, month by month, from the month of one day to that of another; no more than 36 months.
   * Errors: BAD_USER_INPUT.
   */
  payrollMonths: Array<PayrollMonth>;
  /** One file of payments. Null when the company has no such file. */
  payrollPaymentFile: Maybe<PayrollPaymentFile>;
  /** Accounts on which pay is posted, by what they are for. */
  payrollPostingAccounts: Array<PayrollPostingAccount>;
  /**
   * The register of a run as XLSX: a row for each payslip, and sums. Null when there is no such run.
   * Errors: INVALID_TRANSITION (the run is being calculated, or was given up).
   */
  payrollRegisterFile: Maybe<PayrollFile>;
  /** One run. Null when the company has no such run. */
  payrollRun: Maybe<PayrollRun>;
  /** Runs of pay, the latest month first. */
  payrollRuns: PayrollRunConnection;
  /**
   * The payslip of an employee in a run, as PDF. Null when there is none. Errors: INVALID_TRANSITION (the run is
   * being calculated, or was given up).
   */
  payslipFile: Maybe<PayrollFile>;
  /**
   * All payslips of a run in the order of names, as one PDF. Null when there is no such run. Errors:
   * INVALID_TRANSITION (the run is being calculated, or was given up).
   */
  payslipsFile: Maybe<PayrollFile>;
  /** Grounds of relief from income tax that are valid on a day. */
  taxReliefGrounds: Array<TaxReliefGround>;
  /** Working days and hours of a month. Errors: BAD_USER_INPUT. */
  workingMonth: WorkingMonth;
};


export type QueryEmployeeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEmployeesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EmployeeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryEmploymentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIncomeCertificateFileArgs = {
  employeeId: Scalars['ID']['input'];
  language: PaperLanguage;
  year: Scalars['Int']['input'];
};


export type QueryLeaveProvisionArgs = {
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};


export type QueryPayCalculationArgs = {
  input: PayCalculationInput;
};


export type QueryPayRulesArgs = {
  date: Scalars['Date']['input'];
};


export type QueryPayrollForecastArgs = {
  month: Scalars['Int']['input'];
  payDate: Scalars['Date']['input'];
  rates: Array<PayrollRateInput>;
  year: Scalars['Int']['input'];
};


export type QueryPayrollForm30FileArgs = {
  month: Scalars['Int']['input'];
  year: Scalars['Int']['input'];
};


export type QueryPayrollMonthsArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryPayrollPaymentFileArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPayrollRegisterFileArgs = {
  language: PaperLanguage;
  runId: Scalars['ID']['input'];
};


export type QueryPayrollRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPayrollRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPayslipFileArgs = {
  employeeId: Scalars['ID']['input'];
  language: PaperLanguage;
  runId: Scalars['ID']['input'];
};


export type QueryPayslipsFileArgs = {
  language: PaperLanguage;
  runId: Scalars['ID']['input'];
};


export type QueryTaxReliefGroundsArgs = {
  date: Scalars['Date']['input'];
};


export type QueryWorkingMonthArgs = {
  month: Scalars['Int']['input'];
  schedule?: InputMaybe<WorkScheduleInput>;
  year: Scalars['Int']['input'];
};

/** The run to calculate anew. */
export type RecalculatePayrollRunInput = {
  /** Identifier of the run. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** An absence. */
export type RecordAbsenceInput = {
  /** Identifier of the employment. */
  employmentId: Scalars['ID']['input'];
  /** First day. */
  from: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Maternity after complications or for twins; false when left out. */
  isComplicated?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why. */
  kind: AbsenceKind;
  /** Last day, no more than 730 days later. */
  to: Scalars['Date']['input'];
};

/** A file whose settlements the ledger has refused to post. */
export type RetryPayrollPaymentPostingInput = {
  /** Day to post on; without it the day of the payments. */
  date?: InputMaybe<Scalars['Date']['input']>;
  /** Identifier of the file. */
  fileId: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What became of payments. */
export type SettlePayrollPaymentsInput = {
  /** Identifiers of the employees whose payment was made; with the failed ones 1–500. */
  confirmed: Array<Scalars['ID']['input']>;
  /** Day on which the bank paid. */
  date: Scalars['Date']['input'];
  /** Payments that were not made. */
  failed: Array<FailedPayrollPaymentInput>;
  /** Identifier of the file. */
  fileId: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Sex, as the law on pensions asks for it. */
export type Sex =
  | 'FEMALE'
  | 'MALE';

/** The month to pay. */
export type StartPayrollRunInput = {
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Carries the differences to what was paid for the month, instead of its pay. */
  isCorrection: Scalars['Boolean']['input'];
  /** Month, 1 to 12. */
  month: Scalars['Int']['input'];
  /** Day of payment. */
  payDate: Scalars['Date']['input'];
  /**
   * Rates of currencies that pay of the month was agreed in. Without one the official rate of the day of payment holds, as the
   * ledger has it of the National Bank; the run is refused when that is not known.
   */
  rates: Array<PayrollRateInput>;
  /** Year of the month. */
  year: Scalars['Int']['input'];
};

/**
 * What the State pays of leave for pregnancy, childbirth and child care: the first 183 calendar days, 200 after complications or
 * for twins (Labour Code, article 37). The employer pays nothing for the whole leave and posts nothing; what was agreed on top is
 * an allowance.
 */
export type StatePaidLeave = {
  __typename?: 'StatePaidLeave';
  /** Calendar days of this absence that the State pays. */
  days: Scalars['Int']['output'];
  /** The last of them; null where it pays none. */
  until: Maybe<Scalars['Date']['output']>;
};

/** A yearly relief from income tax (Tax Code, article 82(2)). */
export type TaxRelief = {
  __typename?: 'TaxRelief';
  /** First day. */
  from: Scalars['Date']['output'];
  /** Code of the ground; see `taxReliefGrounds`. */
  ground: Scalars['String']['output'];
  /** Last day; null while it lasts. */
  to: Maybe<Scalars['Date']['output']>;
  /** What of it was used in the year of `from` before or outside of this system, GEL. */
  usedBefore: Scalars['Decimal']['output'];
  /** What may be earned in a year without tax, GEL. */
  yearlyAmount: Scalars['Decimal']['output'];
};

/** What of the relief of a year is used and left, GEL. */
export type TaxReliefBalance = {
  __typename?: 'TaxReliefBalance';
  /** Code of the ground; that of the last relief where the year has several. */
  ground: Scalars['String']['output'];
  /** Left for the pay to come; never below zero. */
  left: Scalars['Decimal']['output'];
  /** What may be earned in the year without tax. */
  limit: Scalars['Decimal']['output'];
  /** Used by runs that were sent to the books, by the year of their day of payment. */
  used: Scalars['Decimal']['output'];
  /** Used in the year before or outside of this system. */
  usedBefore: Scalars['Decimal']['output'];
  /** The year. */
  year: Scalars['Int']['output'];
};

/** A ground of relief from income tax, while it is valid. */
export type TaxReliefGround = {
  __typename?: 'TaxReliefGround';
  /** Code. */
  code: Scalars['String']['output'];
  /** What it is, in English. */
  nameEn: Scalars['String']['output'];
  /** What it is, in Georgian. */
  nameKa: Scalars['String']['output'];
  /** Law and article that say so. */
  source: Scalars['String']['output'];
  /** First day. */
  validFrom: Scalars['Date']['output'];
  /** Last day; null while it is not known. */
  validTo: Maybe<Scalars['Date']['output']>;
  /** Most that may be earned without tax in a year, GEL. */
  yearlyLimit: Scalars['Decimal']['output'];
};

/** A yearly relief from income tax. */
export type TaxReliefInput = {
  /** First day. */
  from: Scalars['Date']['input'];
  /** Code of the ground; see `taxReliefGrounds`. */
  ground: Scalars['String']['input'];
  /** Last day; left out while it lasts. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** GEL that were used in the year of `from` before or outside of this system. */
  usedBefore?: InputMaybe<Scalars['Decimal']['input']>;
  /** GEL a year, no more than the ground allows; all of that when left out. */
  yearlyAmount?: InputMaybe<Scalars['Decimal']['input']>;
};

/** A journal entry: a dated set of debits and credits that balances. */
export type Transaction = {
  __typename?: 'Transaction';
  /** Identifier of the transaction. */
  id: Scalars['ID']['output'];
};

/** Changes to an employee; what is left out stays, null clears, lists replace what was said before. */
export type UpdateEmployeeInput = {
  /** Address. */
  address?: InputMaybe<Scalars['String']['input']>;
  /** Date of birth. */
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** Whether the employee is a citizen, a permanent resident or a foreigner. */
  category?: InputMaybe<EmployeeCategory>;
  /** Version that was seen; the change is refused when another has come since. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** First name, in Georgian. */
  firstName?: InputMaybe<Scalars['String']['input']>;
  /** First name in Latin letters. */
  firstNameEn?: InputMaybe<Scalars['String']['input']>;
  /** Georgian IBAN of the account that pay goes to. */
  iban?: InputMaybe<Scalars['String']['input']>;
  /** Identifier of the employee. */
  id: Scalars['ID']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Last name, in Georgian. */
  lastName?: InputMaybe<Scalars['String']['input']>;
  /** Last name in Latin letters. */
  lastNameEn?: InputMaybe<Scalars['String']['input']>;
  /** The company's own number. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Number of a passport of another country; takes the place of a personal number. */
  passportNumber?: InputMaybe<Scalars['String']['input']>;
  /** All decisions on the funded pension scheme, in the order of their dates. */
  pension?: InputMaybe<Array<PensionDecisionInput>>;
  /** Eleven digits; takes the place of a passport. */
  personalNumber?: InputMaybe<Scalars['String']['input']>;
  /** All reliefs from income tax, in the order of their dates, never two at a time. */
  reliefs?: InputMaybe<Array<TaxReliefInput>>;
  /** Country of residence, ISO 3166 alpha-2. */
  residenceCountry?: InputMaybe<Scalars['String']['input']>;
  /** Sex, where the rules of pension need it. */
  sex?: InputMaybe<Sex>;
};

/** A user of the company, resolved by the identity subgraph. */
export type User = {
  __typename?: 'User';
  /** Identifier of the user. */
  id: Scalars['ID']['output'];
};

/** A day of the week. */
export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

/** A day that is to be worked after all. */
export type WithdrawDayOffInput = {
  /** The day. */
  date: Scalars['Date']['input'];
  /** Makes the call safe to repeat: the same key and input answer the first result. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** When somebody works. */
export type WorkSchedule = {
  __typename?: 'WorkSchedule';
  /** Hours on each of them. */
  hoursPerDay: Scalars['Decimal']['output'];
  /** Days of the week. */
  weekdays: Array<Weekday>;
};

/** When somebody works: no more than 48 hours a week (Labour Code, article 24). */
export type WorkScheduleInput = {
  /** Hours on each of them, more than 0 and at most 24, with at most two decimals. */
  hoursPerDay: Scalars['Decimal']['input'];
  /** Days of the week, each once. */
  weekdays: Array<Weekday>;
};

/** The days of a month, by the schedule asked for. */
export type WorkingMonth = {
  __typename?: 'WorkingMonth';
  /** Public holidays and days declared free, whatever day of the week they are. */
  daysOff: Array<DayOff>;
  /** Month, 1–12. */
  month: Scalars['Int']['output'];
  /** Days of the schedule that are neither public holidays nor declared free. */
  workingDays: Scalars['Int']['output'];
  /** Hours of these days. */
  workingHours: Scalars['Decimal']['output'];
  /** Year. */
  year: Scalars['Int']['output'];
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
  Employee: Employee;
  PayrollRun: PayrollRun;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  CloseChecklist:
    ( { __typename: 'CloseChecklist' }
    & GraphQLRecursivePick<FederationTypes['CloseChecklist'], {"year":true,"month":true}> );
  Employee:
    ( { __typename: 'Employee' }
    & GraphQLRecursivePick<FederationTypes['Employee'], {"id":true}> );
  PayrollRun:
    ( { __typename: 'PayrollRun' }
    & GraphQLRecursivePick<FederationTypes['PayrollRun'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Absence: ResolverTypeWrapper<AbsenceRecord>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AbsenceKind: AbsenceKind;
  AbsencePayload: ResolverTypeWrapper<AbsenceResult>;
  AbsenceWarning: AbsenceWarning;
  AddPayComponentInput: AddPayComponentInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AgreedPay: ResolverTypeWrapper<AgreedPay>;
  AgreedPayInput: AgreedPayInput;
  ApprovePayrollRunInput: ApprovePayrollRunInput;
  BeginEmploymentInput: BeginEmploymentInput;
  CancelAbsenceInput: CancelAbsenceInput;
  CancelPayComponentInput: CancelPayComponentInput;
  CancelPayrollRunInput: CancelPayrollRunInput;
  ChangeEmploymentTermsInput: ChangeEmploymentTermsInput;
  ChecklistItem: ResolverTypeWrapper<CheckedItem>;
  ChecklistSeverity: ChecklistSeverity;
  ChoosePayrollPostingAccountInput: ChoosePayrollPostingAccountInput;
  CloseChecklist: ResolverTypeWrapper<ChecklistMonth>;
  CostCentre: ResolverTypeWrapper<CostCentre>;
  CostCentreInput: CostCentreInput;
  CreateEmployeeInput: CreateEmployeeInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DayOff: ResolverTypeWrapper<DayOff>;
  DayOffPayload: ResolverTypeWrapper<MonthOfDay>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeclareDayOffInput: DeclareDayOffInput;
  DescribePayrollEmployerInput: DescribePayrollEmployerInput;
  Employee: ResolverTypeWrapper<EmployeeRow>;
  EmployeeCategory: EmployeeCategory;
  EmployeeConnection: ResolverTypeWrapper<Omit<EmployeeConnection, 'edges'> & { edges: Array<ResolversTypes['EmployeeEdge']> }>;
  EmployeeEdge: ResolverTypeWrapper<Omit<EmployeeEdge, 'node'> & { node: ResolversTypes['Employee'] }>;
  EmployeeFilter: EmployeeFilter;
  EmployeePayload: ResolverTypeWrapper<WrittenEmployee>;
  Employment: ResolverTypeWrapper<EmploymentRow>;
  EmploymentEndReason: EmploymentEndReason;
  EmploymentPayload: ResolverTypeWrapper<WrittenEmployment>;
  EmploymentTerms: ResolverTypeWrapper<TermsOfEmployment>;
  EndEmploymentInput: EndEmploymentInput;
  EndPayComponentInput: EndPayComponentInput;
  FailedPayrollPaymentInput: FailedPayrollPaymentInput;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LeaveBalance: ResolverTypeWrapper<LeaveBalance>;
  LeaveOwed: ResolverTypeWrapper<OwedLeave>;
  LeaveOwedConnection: ResolverTypeWrapper<Omit<LeaveOwedConnection, 'edges'> & { edges: Array<ResolversTypes['LeaveOwedEdge']> }>;
  LeaveOwedEdge: ResolverTypeWrapper<Omit<LeaveOwedEdge, 'node'> & { node: ResolversTypes['LeaveOwed'] }>;
  LeaveProvision: ResolverTypeWrapper<ShownProvision>;
  LeaveProvisionPayload: ResolverTypeWrapper<Omit<LeaveProvisionPayload, 'provision'> & { provision: ResolversTypes['LeaveProvision'] }>;
  LeaveProvisionPosting: ResolverTypeWrapper<KnownProvision>;
  LeaveProvisionState: LeaveProvisionState;
  MakePayrollPaymentFileInput: MakePayrollPaymentFileInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaperLanguage: PaperLanguage;
  PayBasis: PayBasis;
  PayCalculation: ResolverTypeWrapper<Pay>;
  PayCalculationInput: PayCalculationInput;
  PayComponent: ResolverTypeWrapper<ComponentOfPay>;
  PayComponentKind: PayComponentKind;
  PayComponentPayload: ResolverTypeWrapper<ComponentResult>;
  PayDifference: ResolverTypeWrapper<PayslipPair>;
  PayDifferenceConnection: ResolverTypeWrapper<Omit<PayDifferenceConnection, 'edges'> & { edges: Array<ResolversTypes['PayDifferenceEdge']> }>;
  PayDifferenceEdge: ResolverTypeWrapper<Omit<PayDifferenceEdge, 'node'> & { node: ResolversTypes['PayDifference'] }>;
  PayDifferencePart: ResolverTypeWrapper<PayDifferencePart>;
  PayDifferenceReason: PayDifferenceReason;
  PayExchange: ResolverTypeWrapper<PayExchange>;
  PayPayrollInCashInput: PayPayrollInCashInput;
  PayRules: ResolverTypeWrapper<RulesOfPay>;
  PayUnit: PayUnit;
  PayrollCashNeed: ResolverTypeWrapper<PayrollCashNeed>;
  PayrollCashNeedKind: PayrollCashNeedKind;
  PayrollCentreCost: ResolverTypeWrapper<PayrollCentreCost>;
  PayrollEmployer: ResolverTypeWrapper<PayrollEmployer>;
  PayrollEmployerPayload: ResolverTypeWrapper<PayrollEmployerPayload>;
  PayrollFile: ResolverTypeWrapper<PayrollFile>;
  PayrollForecast: ResolverTypeWrapper<Forecast>;
  PayrollHeadCount: ResolverTypeWrapper<PayrollHeadCount>;
  PayrollMonth: ResolverTypeWrapper<MonthOfPay>;
  PayrollPayment: ResolverTypeWrapper<PaymentRow>;
  PayrollPaymentConnection: ResolverTypeWrapper<Omit<PayrollPaymentConnection, 'edges'> & { edges: Array<ResolversTypes['PayrollPaymentEdge']> }>;
  PayrollPaymentEdge: ResolverTypeWrapper<Omit<PayrollPaymentEdge, 'node'> & { node: ResolversTypes['PayrollPayment'] }>;
  PayrollPaymentFile: ResolverTypeWrapper<PaymentFileRow>;
  PayrollPaymentFilePayload: ResolverTypeWrapper<Omit<PayrollPaymentFilePayload, 'file'> & { file: ResolversTypes['PayrollPaymentFile'] }>;
  PayrollPaymentMethod: PayrollPaymentMethod;
  PayrollPaymentState: PayrollPaymentState;
  PayrollPostingAccount: ResolverTypeWrapper<PostingAccountRow>;
  PayrollPostingAccountPayload: ResolverTypeWrapper<Omit<PayrollPostingAccountPayload, 'account'> & { account: ResolversTypes['PayrollPostingAccount'] }>;
  PayrollPostingRefusal: ResolverTypeWrapper<PayrollPostingRefusal>;
  PayrollRate: ResolverTypeWrapper<PayrollRate>;
  PayrollRateInput: PayrollRateInput;
  PayrollRun: ResolverTypeWrapper<RunRow>;
  PayrollRunConnection: ResolverTypeWrapper<Omit<PayrollRunConnection, 'edges'> & { edges: Array<ResolversTypes['PayrollRunEdge']> }>;
  PayrollRunEdge: ResolverTypeWrapper<Omit<PayrollRunEdge, 'node'> & { node: ResolversTypes['PayrollRun'] }>;
  PayrollRunPayload: ResolverTypeWrapper<Omit<PayrollRunPayload, 'run'> & { run: ResolversTypes['PayrollRun'] }>;
  PayrollRunProgress: ResolverTypeWrapper<PayrollRunProgress>;
  PayrollRunState: PayrollRunState;
  PayrollTotals: ResolverTypeWrapper<PayrollTotals>;
  Payslip: ResolverTypeWrapper<PayslipRow>;
  PayslipConnection: ResolverTypeWrapper<Omit<PayslipConnection, 'edges'> & { edges: Array<ResolversTypes['PayslipEdge']> }>;
  PayslipCost: ResolverTypeWrapper<PayslipCost>;
  PayslipEdge: ResolverTypeWrapper<Omit<PayslipEdge, 'node'> & { node: ResolversTypes['Payslip'] }>;
  PayslipLine: ResolverTypeWrapper<PayslipLine>;
  PayslipLineCode: PayslipLineCode;
  PayslipMonth: ResolverTypeWrapper<PayslipMonth>;
  PayslipObstacle: PayslipObstacle;
  PayslipWarning: PayslipWarning;
  PensionDecision: ResolverTypeWrapper<PensionDecision>;
  PensionDecisionInput: PensionDecisionInput;
  PensionGround: PensionGround;
  PensionParticipation: PensionParticipation;
  PostLeaveProvisionInput: PostLeaveProvisionInput;
  PostPayrollRunInput: PostPayrollRunInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecalculatePayrollRunInput: RecalculatePayrollRunInput;
  RecordAbsenceInput: RecordAbsenceInput;
  RetryPayrollPaymentPostingInput: RetryPayrollPaymentPostingInput;
  SettlePayrollPaymentsInput: SettlePayrollPaymentsInput;
  Sex: Sex;
  StartPayrollRunInput: StartPayrollRunInput;
  StatePaidLeave: ResolverTypeWrapper<StatePaidLeave>;
  TaxRelief: ResolverTypeWrapper<TaxRelief>;
  TaxReliefBalance: ResolverTypeWrapper<TaxReliefBalance>;
  TaxReliefGround: ResolverTypeWrapper<ReliefGroundRow>;
  TaxReliefInput: TaxReliefInput;
  Transaction: ResolverTypeWrapper<Transaction>;
  UpdateEmployeeInput: UpdateEmployeeInput;
  User: ResolverTypeWrapper<User>;
  Weekday: Weekday;
  WithdrawDayOffInput: WithdrawDayOffInput;
  WorkSchedule: ResolverTypeWrapper<WorkSchedule>;
  WorkScheduleInput: WorkScheduleInput;
  WorkingMonth: ResolverTypeWrapper<MonthBySchedule>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Absence: AbsenceRecord;
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  AbsencePayload: AbsenceResult;
  AddPayComponentInput: AddPayComponentInput;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  AgreedPay: AgreedPay;
  AgreedPayInput: AgreedPayInput;
  ApprovePayrollRunInput: ApprovePayrollRunInput;
  BeginEmploymentInput: BeginEmploymentInput;
  CancelAbsenceInput: CancelAbsenceInput;
  CancelPayComponentInput: CancelPayComponentInput;
  CancelPayrollRunInput: CancelPayrollRunInput;
  ChangeEmploymentTermsInput: ChangeEmploymentTermsInput;
  ChecklistItem: CheckedItem;
  ChoosePayrollPostingAccountInput: ChoosePayrollPostingAccountInput;
  CloseChecklist: ChecklistMonth;
  CostCentre: CostCentre;
  CostCentreInput: CostCentreInput;
  CreateEmployeeInput: CreateEmployeeInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DayOff: DayOff;
  DayOffPayload: MonthOfDay;
  Decimal: Scalars['Decimal']['output'];
  DeclareDayOffInput: DeclareDayOffInput;
  DescribePayrollEmployerInput: DescribePayrollEmployerInput;
  Employee: EmployeeRow;
  EmployeeConnection: Omit<EmployeeConnection, 'edges'> & { edges: Array<ResolversParentTypes['EmployeeEdge']> };
  EmployeeEdge: Omit<EmployeeEdge, 'node'> & { node: ResolversParentTypes['Employee'] };
  EmployeeFilter: EmployeeFilter;
  EmployeePayload: WrittenEmployee;
  Employment: EmploymentRow;
  EmploymentPayload: WrittenEmployment;
  EmploymentTerms: TermsOfEmployment;
  EndEmploymentInput: EndEmploymentInput;
  EndPayComponentInput: EndPayComponentInput;
  FailedPayrollPaymentInput: FailedPayrollPaymentInput;
  JSON: Scalars['JSON']['output'];
  LeaveBalance: LeaveBalance;
  LeaveOwed: OwedLeave;
  LeaveOwedConnection: Omit<LeaveOwedConnection, 'edges'> & { edges: Array<ResolversParentTypes['LeaveOwedEdge']> };
  LeaveOwedEdge: Omit<LeaveOwedEdge, 'node'> & { node: ResolversParentTypes['LeaveOwed'] };
  LeaveProvision: ShownProvision;
  LeaveProvisionPayload: Omit<LeaveProvisionPayload, 'provision'> & { provision: ResolversParentTypes['LeaveProvision'] };
  LeaveProvisionPosting: KnownProvision;
  MakePayrollPaymentFileInput: MakePayrollPaymentFileInput;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PayCalculation: Pay;
  PayCalculationInput: PayCalculationInput;
  PayComponent: ComponentOfPay;
  PayComponentPayload: ComponentResult;
  PayDifference: PayslipPair;
  PayDifferenceConnection: Omit<PayDifferenceConnection, 'edges'> & { edges: Array<ResolversParentTypes['PayDifferenceEdge']> };
  PayDifferenceEdge: Omit<PayDifferenceEdge, 'node'> & { node: ResolversParentTypes['PayDifference'] };
  PayDifferencePart: PayDifferencePart;
  PayExchange: PayExchange;
  PayPayrollInCashInput: PayPayrollInCashInput;
  PayRules: RulesOfPay;
  PayrollCashNeed: PayrollCashNeed;
  PayrollCentreCost: PayrollCentreCost;
  PayrollEmployer: PayrollEmployer;
  PayrollEmployerPayload: PayrollEmployerPayload;
  PayrollFile: PayrollFile;
  PayrollForecast: Forecast;
  PayrollHeadCount: PayrollHeadCount;
  PayrollMonth: MonthOfPay;
  PayrollPayment: PaymentRow;
  PayrollPaymentConnection: Omit<PayrollPaymentConnection, 'edges'> & { edges: Array<ResolversParentTypes['PayrollPaymentEdge']> };
  PayrollPaymentEdge: Omit<PayrollPaymentEdge, 'node'> & { node: ResolversParentTypes['PayrollPayment'] };
  PayrollPaymentFile: PaymentFileRow;
  PayrollPaymentFilePayload: Omit<PayrollPaymentFilePayload, 'file'> & { file: ResolversParentTypes['PayrollPaymentFile'] };
  PayrollPostingAccount: PostingAccountRow;
  PayrollPostingAccountPayload: Omit<PayrollPostingAccountPayload, 'account'> & { account: ResolversParentTypes['PayrollPostingAccount'] };
  PayrollPostingRefusal: PayrollPostingRefusal;
  PayrollRate: PayrollRate;
  PayrollRateInput: PayrollRateInput;
  PayrollRun: RunRow;
  PayrollRunConnection: Omit<PayrollRunConnection, 'edges'> & { edges: Array<ResolversParentTypes['PayrollRunEdge']> };
  PayrollRunEdge: Omit<PayrollRunEdge, 'node'> & { node: ResolversParentTypes['PayrollRun'] };
  PayrollRunPayload: Omit<PayrollRunPayload, 'run'> & { run: ResolversParentTypes['PayrollRun'] };
  PayrollRunProgress: PayrollRunProgress;
  PayrollTotals: PayrollTotals;
  Payslip: PayslipRow;
  PayslipConnection: Omit<PayslipConnection, 'edges'> & { edges: Array<ResolversParentTypes['PayslipEdge']> };
  PayslipCost: PayslipCost;
  PayslipEdge: Omit<PayslipEdge, 'node'> & { node: ResolversParentTypes['Payslip'] };
  PayslipLine: PayslipLine;
  PayslipMonth: PayslipMonth;
  PensionDecision: PensionDecision;
  PensionDecisionInput: PensionDecisionInput;
  PostLeaveProvisionInput: PostLeaveProvisionInput;
  PostPayrollRunInput: PostPayrollRunInput;
  Query: Record<PropertyKey, never>;
  RecalculatePayrollRunInput: RecalculatePayrollRunInput;
  RecordAbsenceInput: RecordAbsenceInput;
  RetryPayrollPaymentPostingInput: RetryPayrollPaymentPostingInput;
  SettlePayrollPaymentsInput: SettlePayrollPaymentsInput;
  StartPayrollRunInput: StartPayrollRunInput;
  StatePaidLeave: StatePaidLeave;
  TaxRelief: TaxRelief;
  TaxReliefBalance: TaxReliefBalance;
  TaxReliefGround: ReliefGroundRow;
  TaxReliefInput: TaxReliefInput;
  Transaction: Transaction;
  UpdateEmployeeInput: UpdateEmployeeInput;
  User: User;
  WithdrawDayOffInput: WithdrawDayOffInput;
  WorkSchedule: WorkSchedule;
  WorkScheduleInput: WorkScheduleInput;
  WorkingMonth: MonthBySchedule;
};

export type AbsenceResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['Absence'] = ResolversParentTypes['Absence']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isComplicated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AbsenceKind'], ParentType, ContextType>;
  statePaid?: Resolver<Maybe<ResolversTypes['StatePaidLeave']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type AbsencePayloadResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['AbsencePayload'] = ResolversParentTypes['AbsencePayload']> = {
  absence?: Resolver<Maybe<ResolversTypes['Absence']>, ParentType, ContextType>;
  employment?: Resolver<ResolversTypes['Employment'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['AbsenceWarning']>, ParentType, ContextType>;
};

export type AgreedPayResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['AgreedPay'] = ResolversParentTypes['AgreedPay']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['PayBasis'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['PayUnit'], ParentType, ContextType>;
};

export type ChecklistItemResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['ChecklistItem'] = ResolversParentTypes['ChecklistItem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ids?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['ChecklistSeverity'], ParentType, ContextType>;
  textEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textKa?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CloseChecklistResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['CloseChecklist'] = ResolversParentTypes['CloseChecklist'], FederationReferenceType extends FederationReferenceTypes['CloseChecklist'] = FederationReferenceTypes['CloseChecklist']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CloseChecklist']> | FederationReferenceType, FederationReferenceType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  payrollItems?: Resolver<Array<ResolversTypes['ChecklistItem']>, ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CostCentreResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['CostCentre'] = ResolversParentTypes['CostCentre']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DayOffResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['DayOff'] = ResolversParentTypes['DayOff']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isPublicHoliday?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DayOffPayloadResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['DayOffPayload'] = ResolversParentTypes['DayOffPayload']> = {
  month?: Resolver<ResolversTypes['WorkingMonth'], ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type EmployeeResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['Employee'] = ResolversParentTypes['Employee'], FederationReferenceType extends FederationReferenceTypes['Employee'] = FederationReferenceTypes['Employee']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Employee']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  category?: Resolver<ResolversTypes['EmployeeCategory'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  employments?: Resolver<Array<ResolversTypes['Employment']>, ParentType, ContextType>;
  firstName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstNameEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  iban?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastNameEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maskedIban?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maskedIdentity?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passportNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  pension?: Resolver<Array<ResolversTypes['PensionDecision']>, ParentType, ContextType>;
  personalNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reliefBalance?: Resolver<Maybe<ResolversTypes['TaxReliefBalance']>, ParentType, ContextType, RequireFields<EmployeeReliefBalanceArgs, 'year'>>;
  reliefs?: Resolver<Array<ResolversTypes['TaxRelief']>, ParentType, ContextType>;
  residenceCountry?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sex?: Resolver<Maybe<ResolversTypes['Sex']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmployeeConnectionResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['EmployeeConnection'] = ResolversParentTypes['EmployeeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EmployeeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmployeeEdgeResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['EmployeeEdge'] = ResolversParentTypes['EmployeeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
};

export type EmployeePayloadResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['EmployeePayload'] = ResolversParentTypes['EmployeePayload']> = {
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
};

export type EmploymentResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['Employment'] = ResolversParentTypes['Employment']> = {
  absences?: Resolver<Array<ResolversTypes['Absence']>, ParentType, ContextType>;
  components?: Resolver<Array<ResolversTypes['PayComponent']>, ParentType, ContextType>;
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endReason?: Resolver<Maybe<ResolversTypes['EmploymentEndReason']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isSecondary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  leave?: Resolver<ResolversTypes['LeaveBalance'], ParentType, ContextType, RequireFields<EmploymentLeaveArgs, 'asOf'>>;
  start?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  terms?: Resolver<Array<ResolversTypes['EmploymentTerms']>, ParentType, ContextType>;
};

export type EmploymentPayloadResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['EmploymentPayload'] = ResolversParentTypes['EmploymentPayload']> = {
  employment?: Resolver<ResolversTypes['Employment'], ParentType, ContextType>;
};

export type EmploymentTermsResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['EmploymentTerms'] = ResolversParentTypes['EmploymentTerms']> = {
  costCentre?: Resolver<Maybe<ResolversTypes['CostCentre']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  pay?: Resolver<ResolversTypes['AgreedPay'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  schedule?: Resolver<ResolversTypes['WorkSchedule'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LeaveBalanceResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['LeaveBalance'] = ResolversParentTypes['LeaveBalance']> = {
  accrued?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  rightFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  taken?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type LeaveOwedResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['LeaveOwed'] = ResolversParentTypes['LeaveOwed']> = {
  accrued?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  dailyPay?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  employment?: Resolver<ResolversTypes['Employment'], ParentType, ContextType>;
  isByAgreement?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  taken?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type LeaveOwedConnectionResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['LeaveOwedConnection'] = ResolversParentTypes['LeaveOwedConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LeaveOwedEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LeaveOwedEdgeResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['LeaveOwedEdge'] = ResolversParentTypes['LeaveOwedEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LeaveOwed'], ParentType, ContextType>;
};

export type LeaveProvisionResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['LeaveProvision'] = ResolversParentTypes['LeaveProvision']> = {
  agrees?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  booked?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isPaid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['LeaveOwedConnection'], ParentType, ContextType, Partial<LeaveProvisionListArgs>>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  posting?: Resolver<Maybe<ResolversTypes['LeaveProvisionPosting']>, ParentType, ContextType>;
  recorded?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LeaveProvisionPayloadResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['LeaveProvisionPayload'] = ResolversParentTypes['LeaveProvisionPayload']> = {
  provision?: Resolver<ResolversTypes['LeaveProvision'], ParentType, ContextType>;
};

export type LeaveProvisionPostingResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['LeaveProvisionPosting'] = ResolversParentTypes['LeaveProvisionPosting']> = {
  days?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['PayrollPostingRefusal']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LeaveProvisionState'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addPayComponent?: Resolver<ResolversTypes['PayComponentPayload'], ParentType, ContextType, RequireFields<MutationAddPayComponentArgs, 'input'>>;
  approvePayrollRun?: Resolver<ResolversTypes['PayrollRunPayload'], ParentType, ContextType, RequireFields<MutationApprovePayrollRunArgs, 'input'>>;
  beginEmployment?: Resolver<ResolversTypes['EmploymentPayload'], ParentType, ContextType, RequireFields<MutationBeginEmploymentArgs, 'input'>>;
  cancelAbsence?: Resolver<ResolversTypes['AbsencePayload'], ParentType, ContextType, RequireFields<MutationCancelAbsenceArgs, 'input'>>;
  cancelPayComponent?: Resolver<ResolversTypes['PayComponentPayload'], ParentType, ContextType, RequireFields<MutationCancelPayComponentArgs, 'input'>>;
  cancelPayrollRun?: Resolver<ResolversTypes['PayrollRunPayload'], ParentType, ContextType, RequireFields<MutationCancelPayrollRunArgs, 'input'>>;
  changeEmploymentTerms?: Resolver<ResolversTypes['EmploymentPayload'], ParentType, ContextType, RequireFields<MutationChangeEmploymentTermsArgs, 'input'>>;
  choosePayrollPostingAccount?: Resolver<ResolversTypes['PayrollPostingAccountPayload'], ParentType, ContextType, RequireFields<MutationChoosePayrollPostingAccountArgs, 'input'>>;
  createEmployee?: Resolver<ResolversTypes['EmployeePayload'], ParentType, ContextType, RequireFields<MutationCreateEmployeeArgs, 'input'>>;
  declareDayOff?: Resolver<ResolversTypes['DayOffPayload'], ParentType, ContextType, RequireFields<MutationDeclareDayOffArgs, 'input'>>;
  describePayrollEmployer?: Resolver<ResolversTypes['PayrollEmployerPayload'], ParentType, ContextType, RequireFields<MutationDescribePayrollEmployerArgs, 'input'>>;
  endEmployment?: Resolver<ResolversTypes['EmploymentPayload'], ParentType, ContextType, RequireFields<MutationEndEmploymentArgs, 'input'>>;
  endPayComponent?: Resolver<ResolversTypes['PayComponentPayload'], ParentType, ContextType, RequireFields<MutationEndPayComponentArgs, 'input'>>;
  makePayrollPaymentFile?: Resolver<ResolversTypes['PayrollPaymentFilePayload'], ParentType, ContextType, RequireFields<MutationMakePayrollPaymentFileArgs, 'input'>>;
  payPayrollInCash?: Resolver<ResolversTypes['PayrollPaymentFilePayload'], ParentType, ContextType, RequireFields<MutationPayPayrollInCashArgs, 'input'>>;
  postLeaveProvision?: Resolver<ResolversTypes['LeaveProvisionPayload'], ParentType, ContextType, RequireFields<MutationPostLeaveProvisionArgs, 'input'>>;
  postPayrollRun?: Resolver<ResolversTypes['PayrollRunPayload'], ParentType, ContextType, RequireFields<MutationPostPayrollRunArgs, 'input'>>;
  recalculatePayrollRun?: Resolver<ResolversTypes['PayrollRunPayload'], ParentType, ContextType, RequireFields<MutationRecalculatePayrollRunArgs, 'input'>>;
  recordAbsence?: Resolver<ResolversTypes['AbsencePayload'], ParentType, ContextType, RequireFields<MutationRecordAbsenceArgs, 'input'>>;
  retryPayrollPaymentPosting?: Resolver<ResolversTypes['PayrollPaymentFilePayload'], ParentType, ContextType, RequireFields<MutationRetryPayrollPaymentPostingArgs, 'input'>>;
  settlePayrollPayments?: Resolver<ResolversTypes['PayrollPaymentFilePayload'], ParentType, ContextType, RequireFields<MutationSettlePayrollPaymentsArgs, 'input'>>;
  startPayrollRun?: Resolver<ResolversTypes['PayrollRunPayload'], ParentType, ContextType, RequireFields<MutationStartPayrollRunArgs, 'input'>>;
  updateEmployee?: Resolver<ResolversTypes['EmployeePayload'], ParentType, ContextType, RequireFields<MutationUpdateEmployeeArgs, 'input'>>;
  withdrawDayOff?: Resolver<ResolversTypes['DayOffPayload'], ParentType, ContextType, RequireFields<MutationWithdrawDayOffArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayCalculationResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayCalculation'] = ResolversParentTypes['PayCalculation']> = {
  employeePension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employerCost?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employerPension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  incomeTax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  relief?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  taxable?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type PayComponentResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayComponent'] = ResolversParentTypes['PayComponent']> = {
  amount?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['PayBasis']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  hours?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isRecurring?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PayComponentKind'], ParentType, ContextType>;
  mostShare?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  multiplier?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  totalLimit?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type PayComponentPayloadResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayComponentPayload'] = ResolversParentTypes['PayComponentPayload']> = {
  component?: Resolver<Maybe<ResolversTypes['PayComponent']>, ParentType, ContextType>;
  employment?: Resolver<ResolversTypes['Employment'], ParentType, ContextType>;
};

export type PayDifferenceResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayDifference'] = ResolversParentTypes['PayDifference']> = {
  before?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  difference?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  now?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['PayDifferencePart']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['PayslipWarning']>, ParentType, ContextType>;
};

export type PayDifferenceConnectionResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayDifferenceConnection'] = ResolversParentTypes['PayDifferenceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PayDifferenceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PayDifferenceEdgeResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayDifferenceEdge'] = ResolversParentTypes['PayDifferenceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PayDifference'], ParentType, ContextType>;
};

export type PayDifferencePartResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayDifferencePart'] = ResolversParentTypes['PayDifferencePart']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['PayDifferenceReason'], ParentType, ContextType>;
};

export type PayExchangeResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayExchange'] = ResolversParentTypes['PayExchange']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type PayRulesResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayRules'] = ResolversParentTypes['PayRules']> = {
  employeePensionRate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employerPensionRate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  incomeTaxRate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PayrollCashNeedResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollCashNeed'] = ResolversParentTypes['PayrollCashNeed']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  due?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PayrollCashNeedKind'], ParentType, ContextType>;
};

export type PayrollCentreCostResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollCentreCost'] = ResolversParentTypes['PayrollCentreCost']> = {
  cost?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employees?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  employerPension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayrollEmployerResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollEmployer'] = ResolversParentTypes['PayrollEmployer']> = {
  nameEn?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nameKa?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  taxId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PayrollEmployerPayloadResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollEmployerPayload'] = ResolversParentTypes['PayrollEmployerPayload']> = {
  employer?: Resolver<ResolversTypes['PayrollEmployer'], ParentType, ContextType>;
};

export type PayrollFileResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollFile'] = ResolversParentTypes['PayrollFile']> = {
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PayrollForecastResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollForecast'] = ResolversParentTypes['PayrollForecast']> = {
  employees?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['PayrollCashNeed']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  obstacles?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PayrollHeadCountResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollHeadCount'] = ResolversParentTypes['PayrollHeadCount']> = {
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  joiners?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leavers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PayrollMonthResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollMonth'] = ResolversParentTypes['PayrollMonth']> = {
  averagePay?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  costCentres?: Resolver<Array<ResolversTypes['PayrollCentreCost']>, ParentType, ContextType>;
  employerPension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  headCount?: Resolver<ResolversTypes['PayrollHeadCount'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  paidEmployees?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PayrollPaymentResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollPayment'] = ResolversParentTypes['PayrollPayment']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  incomeTax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  paidOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PayrollPaymentState'], ParentType, ContextType>;
};

export type PayrollPaymentConnectionResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollPaymentConnection'] = ResolversParentTypes['PayrollPaymentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PayrollPaymentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PayrollPaymentEdgeResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollPaymentEdge'] = ResolversParentTypes['PayrollPaymentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PayrollPayment'], ParentType, ContextType>;
};

export type PayrollPaymentFileResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollPaymentFile'] = ResolversParentTypes['PayrollPaymentFile']> = {
  confirmed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  confirmedTotal?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  creditTransfer?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PayrollPaymentFileCreditTransferArgs, 'payerIban'>>;
  csv?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  list?: Resolver<ResolversTypes['PayrollPaymentConnection'], ParentType, ContextType, Partial<PayrollPaymentFileListArgs>>;
  method?: Resolver<ResolversTypes['PayrollPaymentMethod'], ParentType, ContextType>;
  payDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  payments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  refusals?: Resolver<Array<ResolversTypes['PayrollPostingRefusal']>, ParentType, ContextType>;
  sent?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type PayrollPaymentFilePayloadResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollPaymentFilePayload'] = ResolversParentTypes['PayrollPaymentFilePayload']> = {
  file?: Resolver<ResolversTypes['PayrollPaymentFile'], ParentType, ContextType>;
};

export type PayrollPostingAccountResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollPostingAccount'] = ResolversParentTypes['PayrollPostingAccount']> = {
  accountCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PayrollPostingAccountNameArgs, 'language'>>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PayrollPostingAccountPayloadResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollPostingAccountPayload'] = ResolversParentTypes['PayrollPostingAccountPayload']> = {
  account?: Resolver<ResolversTypes['PayrollPostingAccount'], ParentType, ContextType>;
};

export type PayrollPostingRefusalResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollPostingRefusal'] = ResolversParentTypes['PayrollPostingRefusal']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PayrollRateResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollRate'] = ResolversParentTypes['PayrollRate']> = {
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type PayrollRunResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollRun'] = ResolversParentTypes['PayrollRun'], FederationReferenceType extends FederationReferenceTypes['PayrollRun'] = FederationReferenceTypes['PayrollRun']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PayrollRun']> | FederationReferenceType, FederationReferenceType, ContextType>;
  approvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  approvedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  calculatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  calculatedBy?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  calculation?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  differences?: Resolver<ResolversTypes['PayDifferenceConnection'], ParentType, ContextType, Partial<PayrollRunDifferencesArgs>>;
  digest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  employees?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCorrection?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  obstacles?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  payDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  paymentFiles?: Resolver<Array<ResolversTypes['PayrollPaymentFile']>, ParentType, ContextType>;
  payslips?: Resolver<ResolversTypes['PayslipConnection'], ParentType, ContextType, RequireFields<PayrollRunPayslipsArgs, 'onlyObstacles' | 'onlyWarnings'>>;
  postingDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['PayrollRunProgress'], ParentType, ContextType>;
  rates?: Resolver<Array<ResolversTypes['PayrollRate']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['PayrollPostingRefusal']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PayrollRunState'], ParentType, ContextType>;
  totals?: Resolver<Maybe<ResolversTypes['PayrollTotals']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['Transaction']>, ParentType, ContextType>;
  warnings?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withoutAccount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PayrollRunConnectionResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollRunConnection'] = ResolversParentTypes['PayrollRunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PayrollRunEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PayrollRunEdgeResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollRunEdge'] = ResolversParentTypes['PayrollRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PayrollRun'], ParentType, ContextType>;
};

export type PayrollRunPayloadResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollRunPayload'] = ResolversParentTypes['PayrollRunPayload']> = {
  run?: Resolver<ResolversTypes['PayrollRun'], ParentType, ContextType>;
};

export type PayrollRunProgressResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollRunProgress'] = ResolversParentTypes['PayrollRunProgress']> = {
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  employees?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PayrollTotalsResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayrollTotals'] = ResolversParentTypes['PayrollTotals']> = {
  advances?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  benefits?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  courtOrders?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  deductions?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employeePension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employerPension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  incomeTax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  netToPay?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  relief?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  statePension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  taxable?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type PayslipResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['Payslip'] = ResolversParentTypes['Payslip']> = {
  advances?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  benefits?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  costs?: Resolver<Array<ResolversTypes['PayslipCost']>, ParentType, ContextType>;
  courtOrders?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  deductions?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employee?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
  employeePension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  employerPension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  incomeTax?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['PayslipLine']>, ParentType, ContextType>;
  months?: Resolver<Array<ResolversTypes['PayslipMonth']>, ParentType, ContextType>;
  net?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  netToPay?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  obstacles?: Resolver<Array<ResolversTypes['PayslipObstacle']>, ParentType, ContextType>;
  relief?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  statePension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  taxable?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['PayslipWarning']>, ParentType, ContextType>;
};

export type PayslipConnectionResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayslipConnection'] = ResolversParentTypes['PayslipConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PayslipEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PayslipCostResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayslipCost'] = ResolversParentTypes['PayslipCost']> = {
  employerPension?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayslipEdgeResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayslipEdge'] = ResolversParentTypes['PayslipEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Payslip'], ParentType, ContextType>;
};

export type PayslipLineResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayslipLine'] = ResolversParentTypes['PayslipLine']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  basis?: Resolver<Maybe<ResolversTypes['PayBasis']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['PayslipLineCode'], ParentType, ContextType>;
  exchange?: Resolver<Maybe<ResolversTypes['PayExchange']>, ParentType, ContextType>;
  month?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type PayslipMonthResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PayslipMonth'] = ResolversParentTypes['PayslipMonth']> = {
  gross?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PensionDecisionResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['PensionDecision'] = ResolversParentTypes['PensionDecision']> = {
  decision?: Resolver<ResolversTypes['PensionParticipation'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ground?: Resolver<Maybe<ResolversTypes['PensionGround']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType, RequireFields<QueryEmployeeArgs, 'id'>>;
  employees?: Resolver<ResolversTypes['EmployeeConnection'], ParentType, ContextType, Partial<QueryEmployeesArgs>>;
  employment?: Resolver<Maybe<ResolversTypes['Employment']>, ParentType, ContextType, RequireFields<QueryEmploymentArgs, 'id'>>;
  incomeCertificateFile?: Resolver<Maybe<ResolversTypes['PayrollFile']>, ParentType, ContextType, RequireFields<QueryIncomeCertificateFileArgs, 'employeeId' | 'language' | 'year'>>;
  leaveProvision?: Resolver<ResolversTypes['LeaveProvision'], ParentType, ContextType, RequireFields<QueryLeaveProvisionArgs, 'month' | 'year'>>;
  payCalculation?: Resolver<ResolversTypes['PayCalculation'], ParentType, ContextType, RequireFields<QueryPayCalculationArgs, 'input'>>;
  payRules?: Resolver<ResolversTypes['PayRules'], ParentType, ContextType, RequireFields<QueryPayRulesArgs, 'date'>>;
  payrollEmployer?: Resolver<Maybe<ResolversTypes['PayrollEmployer']>, ParentType, ContextType>;
  payrollForecast?: Resolver<ResolversTypes['PayrollForecast'], ParentType, ContextType, RequireFields<QueryPayrollForecastArgs, 'month' | 'payDate' | 'rates' | 'year'>>;
  payrollForm30File?: Resolver<ResolversTypes['PayrollFile'], ParentType, ContextType, RequireFields<QueryPayrollForm30FileArgs, 'month' | 'year'>>;
  payrollMonths?: Resolver<Array<ResolversTypes['PayrollMonth']>, ParentType, ContextType, RequireFields<QueryPayrollMonthsArgs, 'from' | 'to'>>;
  payrollPaymentFile?: Resolver<Maybe<ResolversTypes['PayrollPaymentFile']>, ParentType, ContextType, RequireFields<QueryPayrollPaymentFileArgs, 'id'>>;
  payrollPostingAccounts?: Resolver<Array<ResolversTypes['PayrollPostingAccount']>, ParentType, ContextType>;
  payrollRegisterFile?: Resolver<Maybe<ResolversTypes['PayrollFile']>, ParentType, ContextType, RequireFields<QueryPayrollRegisterFileArgs, 'language' | 'runId'>>;
  payrollRun?: Resolver<Maybe<ResolversTypes['PayrollRun']>, ParentType, ContextType, RequireFields<QueryPayrollRunArgs, 'id'>>;
  payrollRuns?: Resolver<ResolversTypes['PayrollRunConnection'], ParentType, ContextType, Partial<QueryPayrollRunsArgs>>;
  payslipFile?: Resolver<Maybe<ResolversTypes['PayrollFile']>, ParentType, ContextType, RequireFields<QueryPayslipFileArgs, 'employeeId' | 'language' | 'runId'>>;
  payslipsFile?: Resolver<Maybe<ResolversTypes['PayrollFile']>, ParentType, ContextType, RequireFields<QueryPayslipsFileArgs, 'language' | 'runId'>>;
  taxReliefGrounds?: Resolver<Array<ResolversTypes['TaxReliefGround']>, ParentType, ContextType, RequireFields<QueryTaxReliefGroundsArgs, 'date'>>;
  workingMonth?: Resolver<ResolversTypes['WorkingMonth'], ParentType, ContextType, RequireFields<QueryWorkingMonthArgs, 'month' | 'year'>>;
};

export type StatePaidLeaveResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['StatePaidLeave'] = ResolversParentTypes['StatePaidLeave']> = {
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type TaxReliefResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['TaxRelief'] = ResolversParentTypes['TaxRelief']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  ground?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  usedBefore?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  yearlyAmount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type TaxReliefBalanceResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['TaxReliefBalance'] = ResolversParentTypes['TaxReliefBalance']> = {
  ground?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  usedBefore?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaxReliefGroundResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['TaxReliefGround'] = ResolversParentTypes['TaxReliefGround']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameEn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameKa?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  validFrom?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  yearlyLimit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type TransactionResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['Transaction'] = ResolversParentTypes['Transaction']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type WorkScheduleResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['WorkSchedule'] = ResolversParentTypes['WorkSchedule']> = {
  hoursPerDay?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  weekdays?: Resolver<Array<ResolversTypes['Weekday']>, ParentType, ContextType>;
};

export type WorkingMonthResolvers<ContextType = PayrollContext, ParentType extends ResolversParentTypes['WorkingMonth'] = ResolversParentTypes['WorkingMonth']> = {
  daysOff?: Resolver<Array<ResolversTypes['DayOff']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  workingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  workingHours?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  year?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type Resolvers<ContextType = PayrollContext> = {
  Absence?: AbsenceResolvers<ContextType>;
  AbsencePayload?: AbsencePayloadResolvers<ContextType>;
  AgreedPay?: AgreedPayResolvers<ContextType>;
  ChecklistItem?: ChecklistItemResolvers<ContextType>;
  CloseChecklist?: CloseChecklistResolvers<ContextType>;
  CostCentre?: CostCentreResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DayOff?: DayOffResolvers<ContextType>;
  DayOffPayload?: DayOffPayloadResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  Employee?: EmployeeResolvers<ContextType>;
  EmployeeConnection?: EmployeeConnectionResolvers<ContextType>;
  EmployeeEdge?: EmployeeEdgeResolvers<ContextType>;
  EmployeePayload?: EmployeePayloadResolvers<ContextType>;
  Employment?: EmploymentResolvers<ContextType>;
  EmploymentPayload?: EmploymentPayloadResolvers<ContextType>;
  EmploymentTerms?: EmploymentTermsResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LeaveBalance?: LeaveBalanceResolvers<ContextType>;
  LeaveOwed?: LeaveOwedResolvers<ContextType>;
  LeaveOwedConnection?: LeaveOwedConnectionResolvers<ContextType>;
  LeaveOwedEdge?: LeaveOwedEdgeResolvers<ContextType>;
  LeaveProvision?: LeaveProvisionResolvers<ContextType>;
  LeaveProvisionPayload?: LeaveProvisionPayloadResolvers<ContextType>;
  LeaveProvisionPosting?: LeaveProvisionPostingResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PayCalculation?: PayCalculationResolvers<ContextType>;
  PayComponent?: PayComponentResolvers<ContextType>;
  PayComponentPayload?: PayComponentPayloadResolvers<ContextType>;
  PayDifference?: PayDifferenceResolvers<ContextType>;
  PayDifferenceConnection?: PayDifferenceConnectionResolvers<ContextType>;
  PayDifferenceEdge?: PayDifferenceEdgeResolvers<ContextType>;
  PayDifferencePart?: PayDifferencePartResolvers<ContextType>;
  PayExchange?: PayExchangeResolvers<ContextType>;
  PayRules?: PayRulesResolvers<ContextType>;
  PayrollCashNeed?: PayrollCashNeedResolvers<ContextType>;
  PayrollCentreCost?: PayrollCentreCostResolvers<ContextType>;
  PayrollEmployer?: PayrollEmployerResolvers<ContextType>;
  PayrollEmployerPayload?: PayrollEmployerPayloadResolvers<ContextType>;
  PayrollFile?: PayrollFileResolvers<ContextType>;
  PayrollForecast?: PayrollForecastResolvers<ContextType>;
  PayrollHeadCount?: PayrollHeadCountResolvers<ContextType>;
  PayrollMonth?: PayrollMonthResolvers<ContextType>;
  PayrollPayment?: PayrollPaymentResolvers<ContextType>;
  PayrollPaymentConnection?: PayrollPaymentConnectionResolvers<ContextType>;
  PayrollPaymentEdge?: PayrollPaymentEdgeResolvers<ContextType>;
  PayrollPaymentFile?: PayrollPaymentFileResolvers<ContextType>;
  PayrollPaymentFilePayload?: PayrollPaymentFilePayloadResolvers<ContextType>;
  PayrollPostingAccount?: PayrollPostingAccountResolvers<ContextType>;
  PayrollPostingAccountPayload?: PayrollPostingAccountPayloadResolvers<ContextType>;
  PayrollPostingRefusal?: PayrollPostingRefusalResolvers<ContextType>;
  PayrollRate?: PayrollRateResolvers<ContextType>;
  PayrollRun?: PayrollRunResolvers<ContextType>;
  PayrollRunConnection?: PayrollRunConnectionResolvers<ContextType>;
  PayrollRunEdge?: PayrollRunEdgeResolvers<ContextType>;
  PayrollRunPayload?: PayrollRunPayloadResolvers<ContextType>;
  PayrollRunProgress?: PayrollRunProgressResolvers<ContextType>;
  PayrollTotals?: PayrollTotalsResolvers<ContextType>;
  Payslip?: PayslipResolvers<ContextType>;
  PayslipConnection?: PayslipConnectionResolvers<ContextType>;
  PayslipCost?: PayslipCostResolvers<ContextType>;
  PayslipEdge?: PayslipEdgeResolvers<ContextType>;
  PayslipLine?: PayslipLineResolvers<ContextType>;
  PayslipMonth?: PayslipMonthResolvers<ContextType>;
  PensionDecision?: PensionDecisionResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  StatePaidLeave?: StatePaidLeaveResolvers<ContextType>;
  TaxRelief?: TaxReliefResolvers<ContextType>;
  TaxReliefBalance?: TaxReliefBalanceResolvers<ContextType>;
  TaxReliefGround?: TaxReliefGroundResolvers<ContextType>;
  Transaction?: TransactionResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  WorkSchedule?: WorkScheduleResolvers<ContextType>;
  WorkingMonth?: WorkingMonthResolvers<ContextType>;
};

