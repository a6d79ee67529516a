import type { Database } from '#db/client.ts';
import { daysIn, monthKey } from '#shared/domain/date.ts';
import { leaveRulesOn } from '../absences/rules.ts';
import { readWorkingTime } from '../calendar/queries.ts';
import { payBasisOf, type PayBasis, type PayRecord } from './pay-basis.ts';

export interface PayBasesWanted {
  readonly year: number;
  readonly month: number;
  /** Only these; everybody employed in the month without it. */
  readonly employeeIds?: readonly string[];
  /** Pages, in the order of the ids: those behind this one, and no more than so many. */
  readonly after?: string;
  readonly limit?: number;
}

/**
 * What the pay of a month rests on, for everybody employed in it, in the order of the ids. One statement for the people,
 * whatever their number, and one each for the days off and the rules.
 */
export async function readPayBases(
  database: Database,
  companyId: string,
  wanted: PayBasesWanted,
): Promise<PayBasis[]> {
  const first = `${monthKey(wanted.year, wanted.month)}-01`;
  const last = `${monthKey(wanted.year, wanted.month)}-${String(daysIn(wanted.year, wanted.month)).padStart(2, '0')}`;
  const [workingTime, rules, records] = await Promise.all([
    readWorkingTime(database, companyId),
    leaveRulesOn(database, last),
    readRecords(database, companyId, first, last, wanted),
  ]);
  return records.flatMap((record) => payBasisOf(record, wanted, workingTime, rules) ?? []);
}

function readRecords(
  database: Database,
  companyId: string,
  first: string,
  last: string,
  { employeeIds, after, limit }: PayBasesWanted,
): Promise<PayRecord[]> {
  return database.withCompany(companyId, async (sql) => {
    const rows = await sql<{ record: PayRecord }[]>`
      /* payRecords */
      with present as materialized (
        select employee_id, array_agg(id) as ids,
          json_agg(json_build_object('id', id, 'start', start_date, 'end', end_date, 'endReason', end_reason,
            'isSecondary', is_secondary, 'terms', terms, 'leaveTakenBefore', leave_taken_before::text)
            order by is_secondary, start_date, id) as employments
        from payroll.employments
        where company_id = ${companyId} and start_date <= ${last} and (end_date is null or end_date >= ${first})
          and (${employeeIds === undefined} or employee_id = any (${[...(employeeIds ?? [])]}::uuid[]))
          and (${after ?? null}::uuid is null or employee_id > ${after ?? null}::uuid)
        group by employee_id order by employee_id limit ${limit ?? null}
      ), employment as materialized (
        select employee_id, unnest(ids) as id from present
      ), component as (
        select c.employee_id, json_agg(c.details order by c.from_date, c.id) as components
        from payroll.components c join employment e on e.id = c.employment_id
        where c.company_id = ${companyId} and not c.is_cancelled and c.from_date <= ${last} and (c.to_date is null or c.to_date >= ${first})
          and (c.is_recurring or c.from_date >= ${first})
        group by 1
      ), absence as (
        select a.employee_id, json_agg(json_build_object('id', a.id, 'employmentId', a.employment_id, 'kind', a.kind,
          'from', a.from_date, 'to', a.to_date) order by a.from_date, a.id) as absences
        from payroll.absences a join employment e on e.id = a.employment_id
        where a.company_id = ${companyId} and not a.is_cancelled
        group by 1
      )
      select json_build_object(
        'employeeId', p.employee_id,
        'employeeVersion', e.version,
        'employee', json_build_object('number', e.number, 'category', e.category, 'pension', e.pension,
          'reliefs', e.reliefs),
        'employments', p.employments,
        'components', coalesce(c.components, '[]'),
        'absences', coalesce(a.absences, '[]')) as record
      from present p
      join payroll.employees e on e.company_id = ${companyId} and e.id = p.employee_id
      left join component c using (employee_id)
      left join absence a using (employee_id)
      order by p.employee_id`;
    return rows.map(({ record }) => record);
  });
}
