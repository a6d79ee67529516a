import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { parseScaled, RATE_DECIMALS } from '#shared/domain/money.ts';
import type { LeaveRules } from './absence.ts';

/** What the Labour Code grants on a day. */
export async function leaveRulesOn(database: Database, date: CalendarDate): Promise<LeaveRules> {
  const rows = await database.sql<
    {
      valid_from: string;
      valid_to: string | null;
      paid_leave_days: number;
      right_after_months: number;
      unpaid_leave_days: number;
      sick_days_in_a_row: number;
      sick_days_in_six_months: number;
      maternity_days: number;
      maternity_paid_days: number;
      maternity_paid_days_complicated: number;
      sick_pay_share: string;
      source: string;
    }[]
  >`
    /* leaveRulesOn */ select valid_from, valid_to, paid_leave_days, right_after_months, unpaid_leave_days,
      sick_days_in_a_row, sick_days_in_six_months, maternity_days, maternity_paid_days,
      maternity_paid_days_complicated, sick_pay_share::text, source
    from payroll.leave_rules order by valid_from`;
  // Before all rules that are known the first hold: nobody is refused for having been hired long ago.
  const row = rows.findLast(({ valid_from }) => valid_from <= date) ?? rows[0];
  if (row === undefined) throw new Error('no rules of leave are known');
  return {
    validFrom: row.valid_from,
    validTo: row.valid_to,
    paidLeaveDays: row.paid_leave_days,
    rightAfterMonths: row.right_after_months,
    unpaidLeaveDays: row.unpaid_leave_days,
    sickDaysInARow: row.sick_days_in_a_row,
    sickDaysInSixMonths: row.sick_days_in_six_months,
    maternityDays: row.maternity_days,
    maternityPaidDays: row.maternity_paid_days,
    maternityPaidDaysComplicated: row.maternity_paid_days_complicated,
    sickPayShare: parseScaled(row.sick_pay_share, RATE_DECIMALS, 'sickPayShare'),
    source: row.source,
  };
}
