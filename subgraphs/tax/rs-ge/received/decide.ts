import { parseDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { badInput, DomainError } from '#shared/domain/errors.ts';
import type { RemoteState } from '../authority.ts';

/** Months of operations, both as `2026-11`. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

const MOST_MONTHS = 36;

/**
 * Wants what others have issued in these months. Pure.
 * @throws DomainError BAD_USER_INPUT for what are no months, come in the wrong order, have not come, or are too many.
 */
export function decideFetch(command: {
  readonly id: string;
  readonly months: Months;
  readonly thisMonth: string;
}): Decision<Months> {
  const { id, months, thisMonth } = command;
  const [from, to] = [numberOf(months.from, 'from'), numberOf(months.to, 'to')];
  if (to < from) throw badInput('to', months.to, `is before ${months.from}`);
  if (months.to > thisMonth) throw badInput('to', months.to, 'this month has not come');
  if (to - from >= MOST_MONTHS)
    throw badInput('from', months.from, `at most ${String(MOST_MONTHS)} months are fetched at once`);
  return {
    events: [
      { aggregateType: 'RsGeFetch', aggregateId: id, version: 1, type: 'RsGeFetchRequested', data: months },
    ],
    result: months,
  };
}

/** Months since the year 0. */
function numberOf(text: string, field: string): number {
  if (!/^\d{4}-\d{2}$/.test(text)) throw badInput(field, text, 'a month is written like 2026-11');
  const [year = 0, month = 1] = parseDate(`${text}-01`, field).split('-').map(Number);
  return year * 12 + month;
}

/** How often an answer was asked for. */
export interface Requests {
  readonly version: number;
}

export const initialRequests: Requests = { version: 0 };

export function evolveRequests({ version }: Requests): Requests {
  return { version: version + 1 };
}

/**
 * Asks for a document to be answered at RS.ge. Pure.
 * @throws DomainError INVALID_TRANSITION when it waits for no answer.
 */
export function decideAnswer(
  command: { readonly rsGeId: string; readonly request: NewEvent },
  state: RemoteState,
): Decision<Record<string, never>> {
  const { rsGeId, request } = command;
  if (state !== 'SENT' && state !== 'CANCELLING')
    throw new DomainError('INVALID_TRANSITION', `rsGeId: the document is ${state} and waits for no answer`, {
      field: 'rsGeId',
      value: rsGeId,
    });
  return { events: [request], result: {} };
}
