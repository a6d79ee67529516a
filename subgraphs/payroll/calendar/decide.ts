import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import type { DaysOff, DaysOffEvent } from './days-off.ts';
import { WorkingTime } from './working-time.ts';

export type DayOffCommand =
  | { readonly type: 'DeclareDayOff'; readonly date: string; readonly reason: string }
  | { readonly type: 'WithdrawDayOff'; readonly date: string };

export interface DayOffResult {
  readonly date: CalendarDate;
}

/**
 * A day that is free for the same reason already yields no event. Pure.
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND naming the field.
 */
export function decideDayOff(id: string, command: DayOffCommand, state: DaysOff): Decision<DayOffResult> {
  const date = parseDate(command.date, 'date');
  const result = { date };
  const decided = ({ type, data }: DaysOffEvent): Decision<DayOffResult> => ({
    events: [{ aggregateType: 'PayrollCalendar', aggregateId: id, version: state.version + 1, type, data }],
    result,
  });
  const before = state.reasons[date];
  if (command.type === 'WithdrawDayOff') {
    if (before === undefined) throw notFound('date', date);
    return decided({ type: 'DayOffWithdrawn', data: { date } });
  }
  if (new WorkingTime().isFree(date)) throw badInput('date', date, 'is a public holiday');
  const reason = parseText(command.reason, 'reason', 200);
  if (before === reason) return { events: [], result };
  return decided({ type: 'DayOffDeclared', data: { date, reason } });
}
