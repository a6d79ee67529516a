import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import { daysOfPeriod, opensOn, type Term } from './deadline.ts';
import type { Filing, FilingKey } from './filing.ts';

export interface FilingCommand {
  readonly id: string;
  readonly term: Term;
  /** Null takes back what was said before. */
  readonly filedOn: string | null;
  /** What the return comes to; null where tax does not know it. */
  readonly amount: Amount | null;
  readonly today: CalendarDate;
}

/** The VAT return tells itself when it is submitted. */
const VAT = 'VAT';

/**
 * What is known already yields no event. Pure.
 * @throws DomainError BAD_USER_INPUT naming the field.
 */
export function decideFiling(
  { id, term, filedOn, amount, today }: FilingCommand,
  state: Filing,
): Decision<Record<string, never>> {
  const { deadline, period } = term;
  if (deadline.code === VAT) throw badInput('code', VAT, 'submit the VAT return itself');
  const key: FilingKey = { code: deadline.code, year: period.year, month: period.month ?? 0 };
  const comesTo = amount === null ? null : formatAmount(amount);
  const isKnown = filedOn === state.filedOn && (filedOn === null || comesTo === state.amount);
  if (isKnown) return { events: [], result: {} };
  const event = (type: string, data: object): Decision<Record<string, never>> => ({
    events: [
      {
        aggregateType: 'TaxFiling',
        aggregateId: id,
        version: state.version + 1,
        type,
        data,
        published: true,
      },
    ],
    result: {},
  });
  if (filedOn === null) return event('TaxFilingTakenBack', key);
  const day = parseDate(filedOn, 'filedOn');
  if (day > today) throw badInput('filedOn', day, `after today, ${today}`);
  if (day < opensOn(term)) throw badInput('filedOn', day, `the period ends on ${daysOfPeriod(period).last}`);
  return event('TaxReturnFiled', { ...key, filedOn: day, amount: comesTo });
}
