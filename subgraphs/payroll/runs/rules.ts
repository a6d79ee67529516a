import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount, parseScaled, RATE_DECIMALS } from '#shared/domain/money.ts';
import type { StateBracket } from './reckon.ts';

/** By how much the State adds to the pension on a day, the lowest income first. */
export async function stateBracketsOn(database: Database, date: CalendarDate): Promise<StateBracket[]> {
  const rows = await database.sql<{ above: string; share: string }[]>`
    /* stateBracketsOn */ select above::text, share::text from payroll.state_pension_brackets
    where valid_from <= ${date} and (valid_to is null or valid_to >= ${date}) order by above`;
  return rows.map(({ above, share }) => ({
    above: parseDatabaseAmount(above),
    share: parseScaled(share, RATE_DECIMALS, 'share'),
  }));
}
