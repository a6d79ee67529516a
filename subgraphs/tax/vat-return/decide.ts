import { daysIn, monthKey, parseDate, type CalendarDate } from '#shared/domain/date.ts';
import { unreachable, type Decision, type NewEvent } from '#shared/domain/decider.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import { requestSubmission } from '../rs-ge/events.ts';
import { hasDifference } from './checks.ts';
import type { Submission, VatReturn, VatReturnEvent } from './vat-return.ts';

/** A return filled from the books, as it is to be submitted. */
export type FilledReturn = Omit<Submission, 'year' | 'month' | 'returnVersion' | 'sequenceNumber' | 'reason'>;

interface OfMonth {
  readonly id: string;
  readonly year: number;
  readonly month: number;
  /** The day on which the command is given, in Georgia. */
  readonly today: CalendarDate;
}

export type VatReturnCommand = OfMonth &
  (
    | { readonly type: 'PrepareVatReturn' }
    | {
        readonly type: 'SubmitVatReturn';
        readonly filled: FilledReturn;
        readonly differencesReason: string | null;
        readonly sequenceNumber: string | null;
        /** Invoices at RS.ge that are to be attached to its declaration of the month. */
        readonly attached: readonly string[];
        readonly companyId: string;
      }
    | { readonly type: 'AcceptVatReturn'; readonly receiptNumber: string; readonly date: string }
    | {
        readonly type: 'RefuseVatReturn';
        readonly receiptNumber: string | null;
        readonly date: string;
        readonly reason: string;
      }
    | { readonly type: 'ReopenVatReturn'; readonly reason: string }
  );

export interface VatReturnResult {
  readonly year: number;
  readonly month: number;
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const REASON_LENGTH = 500;
const NUMBER_LENGTH = 50;

/**
 * The rules of a return's way to the tax authority. Submitting, and reopening what was submitted, change which months
 * take documents. Pure.
 * @throws DomainError BAD_USER_INPUT, INVALID_TRANSITION.
 */
export function decideVatReturn(command: VatReturnCommand, state: VatReturn): Decision<VatReturnResult> {
  const { year, month } = command;
  demandMonth(year, month, command.today);
  const of = { year, month, returnVersion: state.returnVersion };
  switch (command.type) {
    case 'PrepareVatReturn':
      demandState(command, state, ['DRAFT']);
      demandOver(command);
      return decided(command, state, { type: 'VatReturnPrepared', data: of });
    case 'SubmitVatReturn': {
      demandState(command, state, ['READY']);
      const reason = parseOptionalText(command.differencesReason, 'differencesReason', REASON_LENGTH);
      const differs = hasDifference(command.filled.checks);
      if (differs && reason === null)
        throw badInput('differencesReason', null, 'the books differ from the return: say why it is filed');
      const sequenceNumber = parseOptionalText(command.sequenceNumber, 'sequenceNumber', NUMBER_LENGTH);
      const { events, result } = decided(command, state, {
        type: 'VatReturnSubmitted',
        data: { ...of, ...command.filled, sequenceNumber, reason: differs ? reason : null },
      });
      // The submission comes last: its figures are compared with all that the log holds by then.
      return { events: [...attachments(command, state), ...events], result };
    }
    case 'AcceptVatReturn': {
      demandState(command, state, ['SUBMITTED']);
      const receiptNumber = parseText(command.receiptNumber, 'receiptNumber', NUMBER_LENGTH);
      const date = receiptDate(command);
      return decided(command, state, { type: 'VatReturnAccepted', data: { ...of, receiptNumber, date } });
    }
    case 'RefuseVatReturn': {
      demandState(command, state, ['SUBMITTED']);
      const receiptNumber = parseOptionalText(command.receiptNumber, 'receiptNumber', NUMBER_LENGTH);
      const reason = parseText(command.reason, 'reason', REASON_LENGTH);
      const date = receiptDate(command);
      return decided(command, state, {
        type: 'VatReturnRefused',
        data: { ...of, receiptNumber, date, reason },
      });
    }
    case 'ReopenVatReturn': {
      demandState(command, state, ['READY', 'SUBMITTED', 'ACCEPTED', 'REFUSED']);
      const reason = parseText(command.reason, 'reason', REASON_LENGTH);
      // What was never filed is taken back; what was filed is corrected by another filing.
      const type = state.state === 'READY' ? 'VatReturnTakenBack' : 'VatReturnReopened';
      return decided(command, state, { type, data: { ...of, reason } });
    }
    default:
      return unreachable(command);
  }
}

/** Asks RS.ge to attach the month's invoices to this declaration; each filing asks anew. */
function attachments(
  {
    companyId,
    attached,
    sequenceNumber,
    year,
    month,
  }: Extract<VatReturnCommand, { readonly type: 'SubmitVatReturn' }>,
  { returnVersion }: VatReturn,
): NewEvent[] {
  const period = monthKey(year, month);
  return attached.map((documentId) =>
    requestSubmission(
      companyId,
      {
        documentId,
        documentType: 'TaxInvoice',
        operations: ['ATTACH'],
        document: null,
        period,
        ...(sequenceNumber === null ? {} : { sequenceNumber }),
      },
      returnVersion,
    ),
  );
}

/**
 * A month that has begun.
 * @throws DomainError BAD_USER_INPUT naming `year` or `month`.
 */
export function demandMonth(year: number, month: number, today: CalendarDate): void {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR)
    throw badInput('year', year, `a year from ${FIRST_YEAR} to ${LAST_YEAR} is needed`);
  if (!Number.isInteger(month) || month < 1 || month > 12) throw badInput('month', month, 'a month is 1–12');
  if (monthKey(year, month) > today.slice(0, 7))
    throw badInput('month', monthKey(year, month), 'lies in the future: there is nothing to declare yet');
}

function demandOver({ year, month, today }: OfMonth): void {
  const key = monthKey(year, month);
  if (key < today.slice(0, 7)) return;
  throw badInput('month', key, `lasts until ${key}-${daysIn(year, month)}: its return stays a draft`);
}

function demandState(
  { year, month }: OfMonth,
  state: VatReturn,
  allowed: readonly VatReturn['state'][],
): void {
  if (allowed.includes(state.state)) return;
  const value = monthKey(year, month);
  throw new DomainError(
    'INVALID_TRANSITION',
    `month: the VAT return of ${value} is ${state.state}; ${allowed.join(' or ')} is needed`,
    { field: 'month', value, state: state.state },
  );
}

/** Day of a receipt: after the month that it is about, and not in the future. */
function receiptDate({ year, month, today, date: given }: OfMonth & { readonly date: string }): CalendarDate {
  const date = parseDate(given, 'date');
  if (date > today) throw badInput('date', date, 'lies in the future');
  if (date.slice(0, 7) <= monthKey(year, month))
    throw badInput('date', date, `no receipt comes before ${monthKey(year, month)} is over`);
  return date;
}

function decided(
  { id, year, month }: OfMonth,
  { version }: VatReturn,
  { type, data }: VatReturnEvent,
): Decision<VatReturnResult> {
  return {
    events: [
      {
        aggregateType: 'VatReturn',
        aggregateId: id,
        version: version + 1,
        type,
        data,
        published: true,
        reference: type === 'VatReturnSubmitted' || type === 'VatReturnReopened',
      },
    ],
    result: { year, month },
  };
}
