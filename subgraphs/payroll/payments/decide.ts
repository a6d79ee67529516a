import { parseDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import { requestPosting } from '#shared/domain/posting.ts';
import { parseText } from '#shared/domain/text.ts';
import type { RunRow } from '../runs/queries.ts';
import {
  PAYMENT_SOURCE,
  type PaidInCash,
  type PaymentFileMade,
  type PaymentMethod,
  type PaymentsSettled,
  type PaymentState,
  type Settled,
} from './payment.ts';

/** Payments that may be settled or handed out by one command. */
export const MOST_SETTLED = 500;

export function paymentsChanged(): DomainError {
  return new DomainError('CONFLICT', 'runId: payments of the run have changed meanwhile', { field: 'runId' });
}

/** A run that is to be paid, and what of it is not paid yet by an account. */
export interface RunToPay {
  readonly run: RunRow | null;
  /** Digest of the payslips as they are now. */
  readonly digest: string;
  readonly payments: number;
  readonly total: string;
}

/** Makes a file of all payments of a posted run that are not made, or failed. Pure. */
export function decidePaymentFile(
  id: string,
  given: { readonly runId: string; readonly payDate: string | null },
  { run, digest, payments, total }: RunToPay,
): Decision<{ id: string }> {
  const posted = demandPosted(given.runId, run, digest);
  if (payments === 0)
    throw refusedRun(given.runId, 'everybody with an account is paid, or the payment is under way');
  const payDate = parseDate(given.payDate ?? posted.payDate, 'payDate');
  const data: PaymentFileMade = { runId: posted.id, payDate, payments, total };
  return { events: [event(id, 1, 'PaymentFileMade', data)], result: { id } };
}

function demandPosted(runId: string, run: RunRow | null, digest: string): RunRow {
  if (run === null) throw notFound('runId', runId);
  if (run.state !== 'POSTED') throw refusedRun(runId, `the run is ${run.state}, it must be POSTED`);
  if (digest !== run.digest) throw new Error(`run ${run.id} is not what was approved`);
  return run;
}

function refusedRun(runId: string, why: string): DomainError {
  return new DomainError('INVALID_TRANSITION', `runId: ${why}`, { field: 'runId', value: runId });
}

/** A run of which some is handed out: those of its people who are to be paid and are not yet, by their ids. */
export interface RunToHandOut {
  readonly run: RunRow | null;
  readonly version: number;
  /** Digest of the payslips as they are now. */
  readonly digest: string;
  readonly unpaid: ReadonlyMap<string, { readonly amount: string; readonly incomeTax: string }>;
  /** Payslips of the run with a sum to pay that is not confirmed. */
  readonly open: number;
  readonly accounts: ReadonlyMap<string, string>;
}

/**
 * Hands out the pay of these people in cash. It is posted as one sum; when nothing of the run is left, the run is paid.
 * Pure. @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION
 */
export function decideCash(
  companyId: string,
  id: string,
  given: { readonly runId: string; readonly date: string; readonly employeeIds: readonly string[] },
  { run, version, digest, unpaid, open, accounts }: RunToHandOut,
): Decision<{ id: string }> {
  const posted = demandPosted(given.runId, run, digest);
  const payDate = parseDate(given.date, 'date');
  const { employeeIds } = given;
  if (employeeIds.length === 0 || employeeIds.length > MOST_SETTLED)
    throw badInput('employeeIds', employeeIds.length, `name 1 to ${String(MOST_SETTLED)} people`);
  let total = 0n;
  let incomeTax = 0n;
  employeeIds.forEach((employeeId, index) => {
    const field = `employeeIds[${String(index)}]`;
    if (employeeIds.indexOf(employeeId) < index) throw badInput(field, employeeId, 'named twice');
    const payment = unpaid.get(employeeId);
    if (payment === undefined)
      throw new DomainError(
        'INVALID_TRANSITION',
        `${field}: the run has nothing to pay to this employee, it is paid, or the payment is under way`,
        { field, value: employeeId },
      );
    total += parseDatabaseAmount(payment.amount);
    incomeTax += parseDatabaseAmount(payment.incomeTax);
  });
  const data: PaidInCash = {
    runId: posted.id,
    payDate,
    payments: employeeIds.length,
    total: formatAmount(total),
    incomeTax: formatAmount(incomeTax),
    employeeIds,
  };
  const of = { ...posted, accounts, method: 'CASH' } as const;
  const events: NewEvent[] = [
    event(id, 1, 'PaidInCash', data),
    posting(companyId, id, 1, { date: payDate, confirmed: data.total }, of),
  ];
  if (employeeIds.length === open) events.push(runPaid(posted.id, version, digest));
  return { events, result: { id } };
}

/** A file with those of its payments that are to be settled, and what is left of the run besides them. */
export interface FileToSettle {
  readonly version: number;
  readonly runId: string;
  readonly runVersion: number;
  readonly digest: string;
  readonly year: number;
  readonly month: number;
  readonly payments: ReadonlyMap<
    string,
    { readonly state: PaymentState; readonly amount: string; readonly incomeTax: string }
  >;
  /** Payslips of the run with a sum to pay that is not confirmed. */
  readonly open: number;
  readonly accounts: ReadonlyMap<string, string>;
}

export interface Settlement {
  readonly fileId: string;
  readonly date: string;
  readonly confirmed: readonly string[];
  readonly failed: readonly { readonly employeeId: string; readonly reason: string }[];
}

/**
 * Says what became of payments. What was confirmed is posted, as one sum; when nothing of the run is left, the run is paid.
 * Pure. @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION
 */
export function decideSettlement(
  companyId: string,
  given: Settlement,
  file: FileToSettle | null,
): Decision<{ id: string }> {
  const { fileId } = given;
  if (file === null) throw notFound('fileId', fileId);
  const date = parseDate(given.date, 'date');
  const payments: Settled[] = [
    ...given.confirmed.map((employeeId) => ({ employeeId, reason: null })),
    ...given.failed.map(({ employeeId, reason }, index) => ({
      employeeId,
      reason: parseText(reason, `failed[${String(index)}].reason`, 200),
    })),
  ];
  if (payments.length === 0 || payments.length > MOST_SETTLED)
    throw badInput('confirmed', payments.length, `name 1 to ${String(MOST_SETTLED)} payments`);
  const seen = new Set<string>();
  let confirmed = 0n;
  let incomeTax = 0n;
  payments.forEach(({ employeeId, reason }, index) => {
    const { length } = given.confirmed;
    const field =
      index < length ? `confirmed[${String(index)}]` : `failed[${String(index - length)}].employeeId`;
    const payment = file.payments.get(employeeId);
    if (payment === undefined) throw notFound(field, employeeId);
    if (seen.has(employeeId)) throw badInput(field, employeeId, 'named twice');
    if (payment.state !== 'SENT')
      throw new DomainError('INVALID_TRANSITION', `${field}: the payment is ${payment.state} already`, {
        field,
        value: employeeId,
      });
    seen.add(employeeId);
    if (reason !== null) return;
    confirmed += parseDatabaseAmount(payment.amount);
    incomeTax += parseDatabaseAmount(payment.incomeTax);
  });
  const version = file.version + 1;
  const data: PaymentsSettled = {
    date,
    payments,
    confirmed: formatAmount(confirmed),
    incomeTax: formatAmount(incomeTax),
  };
  const events: NewEvent[] = [event(fileId, version, 'PaymentsSettled', data)];
  if (confirmed > 0n) events.push(posting(companyId, fileId, version, data, { ...file, method: 'BANK' }));
  if (given.confirmed.length === file.open) events.push(runPaid(file.runId, file.runVersion, file.digest));
  return { events, result: { id: fileId } };
}

function runPaid(runId: string, version: number, digest: string): NewEvent {
  return {
    aggregateType: 'PayrollRun',
    aggregateId: runId,
    version: version + 1,
    type: 'PayrollRunPaid',
    data: { digest },
    published: true,
  };
}

/** One sum from the bank or out of the cash box: who got what of it is no matter of the books. */
function posting(
  companyId: string,
  fileId: string,
  version: number,
  { date, confirmed }: Pick<PaymentsSettled, 'date' | 'confirmed'>,
  {
    accounts,
    year,
    month,
    method,
  }: Pick<FileToSettle, 'accounts' | 'year' | 'month'> & { readonly method: PaymentMethod },
): NewEvent {
  const account = (role: string): string => {
    const code = accounts.get(role);
    if (code === undefined) throw new Error(`no account is known for ${role}`);
    return code;
  };
  return requestPosting(companyId, {
    source: {
      subgraph: 'payroll',
      type: PAYMENT_SOURCE,
      id: fileId,
      purpose: `payment-${String(version)}`,
    },
    date,
    description: `Payment of pay of ${String(year)}-${String(month).padStart(2, '0')}`,
    entries: [
      { accountCode: account('SALARY_PAYABLE'), debit: confirmed },
      { accountCode: account(method), credit: confirmed },
    ],
  });
}

function event(id: string, version: number, type: string, data: object): NewEvent {
  return { aggregateType: 'PayrollPaymentFile', aggregateId: id, version, type, data };
}
