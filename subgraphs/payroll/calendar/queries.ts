import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { WorkingTime } from './working-time.ts';

export interface DayOff {
  readonly date: CalendarDate;
  readonly reason: string;
}

/** Days that the company has declared free, in order. */
export async function readDaysOff(database: Database, companyId: string): Promise<readonly DayOff[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ date: string; reason: string }[]>`
      /* daysOff */ select date, reason from payroll.days_off where company_id = ${companyId} order by date`,
  );
  return rows;
}

/** The working time of the company: public holidays and its own days off. */
export async function readWorkingTime(database: Database, companyId: string): Promise<WorkingTime> {
  return new WorkingTime((await readDaysOff(database, companyId)).map(({ date }) => date));
}
