import { daysIn, monthKey, yearOf } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { holidaysOf } from '#shared/domain/holidays.ts';
import { parseScaled } from '#shared/domain/money.ts';
import type { PayrollContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { declareDayOff, withdrawDayOff } from './commands.ts';
import { readDaysOff, type DayOff } from './queries.ts';
import { checkSchedule, formatHours } from './schedule.ts';
import { FIVE_DAYS, WorkingTime, type WorkSchedule } from './working-time.ts';

/** A month as one schedule sees it. */
export interface MonthBySchedule {
  readonly year: number;
  readonly month: number;
  readonly schedule: WorkSchedule;
  readonly declared: readonly DayOff[];
}

export interface MonthOfDay {
  readonly date: string;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

export const calendarResolvers: Resolvers = {
  WorkingMonth: {
    workingDays: workingDays,
    workingHours: (month) =>
      formatHours(BigInt(workingDays(month)) * parseScaled(month.schedule.hoursPerDay, 2, 'hoursPerDay')),
    daysOff: ({ year, month, declared }, _args, { caller }) => {
      const language = caller.language === 'en' ? 'en' : 'ka';
      const isIn = ({ date }: { date: string }): boolean => date.startsWith(monthKey(year, month));
      return [
        ...holidaysOf(year)
          .filter(isIn)
          .map(({ date, names }) => ({ date, reason: names[language], isPublicHoliday: true })),
        ...declared.filter(isIn).map((day) => ({ ...day, isPublicHoliday: false })),
      ].sort((a, b) => (a.date < b.date ? -1 : 1));
    },
  },
  DayOffPayload: {
    month: ({ date }, _args, context) => monthBy(context, yearOf(date), Number(date.slice(5, 7)), FIVE_DAYS),
  },
  Query: {
    workingMonth: (_root, { year, month, schedule }, context) => {
      if (year < FIRST_YEAR || year > LAST_YEAR)
        throw badInput('year', year, 'must be between 1900 and 2199');
      if (month < 1 || month > 12) throw badInput('month', month, 'must be between 1 and 12');
      return monthBy(context, year, month, schedule ? checkSchedule(schedule, 'schedule') : FIVE_DAYS);
    },
  },
  Mutation: {
    declareDayOff: async (_root, { input }, { writer, actor }) => ({
      date: await declareDayOff(writer, actor, input),
    }),
    withdrawDayOff: async (_root, { input }, { writer, actor }) => ({
      date: await withdrawDayOff(writer, actor, input),
    }),
  },
};

async function monthBy(
  { database, companyId }: PayrollContext,
  year: number,
  month: number,
  schedule: WorkSchedule,
): Promise<MonthBySchedule> {
  return { year, month, schedule, declared: await readDaysOff(database, companyId) };
}

function workingDays({ year, month, schedule, declared }: MonthBySchedule): number {
  const key = monthKey(year, month);
  const last = String(daysIn(year, month)).padStart(2, '0');
  return new WorkingTime(declared.map(({ date }) => date)).countDays(`${key}-01`, `${key}-${last}`, schedule);
}
