import type { Actor } from '#shared/domain/actor.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { namedId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { PayrollWriter } from '../writer.ts';
import { evolveDaysOff, noDaysOff, type DaysOff } from './days-off.ts';
import { decideDayOff, type DayOffCommand } from './decide.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** @throws DomainError BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED. */
export function declareDayOff(
  writer: PayrollWriter,
  actor: Actor,
  input: Keyed & { readonly date: string; readonly reason: string },
): Promise<CalendarDate> {
  const { date, reason } = input;
  return decided(writer, actor, 'declareDayOff', input, { type: 'DeclareDayOff', date, reason });
}

/** @throws DomainError NOT_FOUND, IDEMPOTENCY_KEY_REUSED. */
export function withdrawDayOff(
  writer: PayrollWriter,
  actor: Actor,
  input: Keyed & { readonly date: string },
): Promise<CalendarDate> {
  return decided(writer, actor, 'withdrawDayOff', input, { type: 'WithdrawDayOff', date: input.date });
}

async function decided(
  writer: PayrollWriter,
  actor: Actor,
  operation: string,
  input: Keyed,
  command: DayOffCommand,
): Promise<CalendarDate> {
  const id = namedId('payroll', actor.companyId, 'calendar');
  let state: DaysOff = noDaysOff;
  const { result } = await writer.writePath.execute({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [id],
    prepare: async () => {
      state = await writer.load(actor.companyId, id, {
        initial: noDaysOff,
        evolve: evolveDaysOff,
        stateVersion: 1,
      });
    },
    decide: () => decideDayOff(id, command, state),
  });
  return result.date;
}
