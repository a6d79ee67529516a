import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { AMOUNT_LIMIT, formatAmount, GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import { daysOfPeriod, type Term } from '../deadline.ts';
import type { TaxPaid, TaxPayment } from './payment.ts';

export interface PaymentResult {
  readonly id: string;
}

export interface PaymentCommand {
  readonly id: string;
  readonly term: Term;
  readonly paidOn: string;
  readonly amount: string;
  readonly description: string | null;
  readonly today: CalendarDate;
}

/** Pure. @throws DomainError BAD_USER_INPUT naming the field. */
export function decidePayment({ id, term, today, ...given }: PaymentCommand): Decision<PaymentResult> {
  const { deadline, period } = term;
  if (deadline.kind === 'RETURN') throw badInput('code', deadline.code, 'nothing is paid for it');
  const paidOn = parseDate(given.paidOn, 'paidOn');
  if (paidOn > today) throw badInput('paidOn', paidOn, `after today, ${today}`);
  const { first } = daysOfPeriod(period);
  if (paidOn < first) throw badInput('paidOn', paidOn, `the period begins on ${first}`);
  const amount = parseAmount(given.amount, GEL_MINOR_UNITS, 'amount');
  if (amount <= 0n || amount >= AMOUNT_LIMIT)
    throw badInput('amount', given.amount, 'an amount above zero is needed');
  const data: TaxPaid = {
    code: deadline.code,
    year: period.year,
    month: period.month ?? 0,
    paidOn,
    amount: formatAmount(amount),
    description: parseOptionalText(given.description, 'description', 500),
  };
  return {
    events: [
      { aggregateType: 'TaxPayment', aggregateId: id, version: 1, type: 'TaxPaid', data, published: true },
    ],
    result: { id },
  };
}

/** Pure. @throws DomainError NOT_FOUND, INVALID_TRANSITION, BAD_USER_INPUT. */
export function decideTakingBack(
  { id, reason }: { readonly id: string; readonly reason: string },
  { version, status }: TaxPayment,
): Decision<PaymentResult> {
  if (status === 'NONE') throw notFound('id', id);
  if (status === 'TAKEN_BACK')
    throw new DomainError('INVALID_TRANSITION', 'id: the payment is taken back already', {
      field: 'id',
      value: id,
    });
  return {
    events: [
      {
        aggregateType: 'TaxPayment',
        aggregateId: id,
        version: version + 1,
        type: 'TaxPaymentTakenBack',
        data: { reason: parseText(reason, 'reason', 500) },
        published: true,
      },
    ],
    result: { id },
  };
}
