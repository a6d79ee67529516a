import { and, asc, eq, gt, ilike, inArray, or, sql as expression, type SQL } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { Sealing } from '#shared/platform/sealing.ts';
import type { ReliefGround } from './decide.ts';
import type { EmployeeCategory } from './employee.ts';
import { employees } from './tables.ts';

export type EmployeeRow = typeof employees.$inferSelect;

/** Employees by id, for loaders; what is not the company's is absent from the answer. */
export function findEmployees(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<EmployeeRow[]> {
  return database.withCompanyDrizzle(companyId, (db) =>
    db
      .select()
      .from(employees)
      .where(and(eq(employees.companyId, companyId), inArray(employees.id, [...ids]))),
  );
}

export interface EmployeeConditions {
  readonly search?: string | null | undefined;
  readonly employedOn?: CalendarDate | null | undefined;
  readonly categories?: readonly EmployeeCategory[] | null | undefined;
}

export type EmployeeKey = [lastName: string, firstName: string, id: string];

/** One page of employees in order of their names, and how many match in all. */
export function listEmployees(
  database: Database,
  companyId: string,
  { search, employedOn, categories }: EmployeeConditions,
  page: Page<EmployeeKey>,
): Promise<{ rows: EmployeeRow[]; totalCount: number }> {
  const matching = and(
    eq(employees.companyId, companyId),
    search ? containing(search) : undefined,
    categories ? inArray(employees.category, [...categories]) : undefined,
    employedOn
      ? expression`exists (select from payroll.employments e where e.company_id = ${companyId}
          and e.employee_id = ${employees.id} and e.start_date <= ${employedOn}
          and (e.end_date is null or e.end_date >= ${employedOn}))`
      : undefined,
  );
  return database.withCompanyDrizzle(companyId, async (db) => ({
    rows: await db
      .select()
      .from(employees)
      .where(page.after === null ? matching : and(matching, behind(page.after)))
      .orderBy(asc(employees.lastName), asc(employees.firstName), asc(employees.id))
      .limit(page.limit),
    totalCount: await db.$count(employees, matching),
  }));
}

function behind([lastName, firstName, id]: EmployeeKey): SQL | undefined {
  return or(
    gt(employees.lastName, lastName),
    and(
      eq(employees.lastName, lastName),
      or(gt(employees.firstName, firstName), and(eq(employees.firstName, firstName), gt(employees.id, id))),
    ),
  );
}

function containing(search: string): SQL | undefined {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return or(
    ilike(employees.number, pattern),
    expression`${employees.firstName} || ' ' || ${employees.lastName} ilike ${pattern}`,
    expression`${employees.lastName} || ' ' || ${employees.firstName} ilike ${pattern}`,
    expression`${employees.firstNameEn} || ' ' || ${employees.lastNameEn} ilike ${pattern}`,
  );
}

/** Which of these another employee of the company has already. */
export async function findTaken(
  database: Database,
  companyId: string,
  exceptId: string,
  { number, identityDigest }: { readonly number: string | null; readonly identityDigest: string | null },
): Promise<{ number: boolean; identity: boolean }> {
  // A number with a NUL can neither be stored nor looked for; the rules refuse it.
  const searchable = number?.includes('\0') === true ? null : number;
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ number: boolean; identity: boolean }[]>`
      /* employeeTaken */ select
        exists (select from payroll.employees where company_id = ${companyId} and id <> ${exceptId}
          and number = ${searchable}) as number,
        exists (select from payroll.employees where company_id = ${companyId} and id <> ${exceptId}
          and identity_digest = ${identityDigest}) as identity`,
  );
  return row ?? { number: false, identity: false };
}

export interface ReliefGroundRow extends ReliefGround {
  readonly nameKa: string;
  readonly nameEn: string;
  readonly source: string;
}

/** All grounds of relief from income tax that are known. */
export async function readReliefGrounds(database: Database): Promise<readonly ReliefGroundRow[]> {
  return database.sql<ReliefGroundRow[]>`
    /* reliefGrounds */ select code, valid_from as "validFrom", valid_to as "validTo",
      yearly_limit::text as "yearlyLimit", name_ka as "nameKa", name_en as "nameEn", source
    from payroll.relief_grounds order by code, valid_from`;
}

/** Relief that somebody's pay has used in a year. */
export interface UsedRelief {
  readonly employeeId: string;
  readonly year: number;
  readonly used: string;
}

/** Relief that runs sent to the books have used, by the year of their day of payment, for loaders. */
export async function readUsedReliefs(
  database: Database,
  companyId: string,
  of: readonly { readonly employeeId: string; readonly year: number }[],
): Promise<UsedRelief[]> {
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<UsedRelief[]>`
      /* usedReliefs */ select p.employee_id as "employeeId", extract(year from r.pay_date)::int as year,
        sum(p.relief)::text as used
      from payroll.payslips p
      join payroll.runs r on r.company_id = p.company_id and r.id = p.run_id and r.state in ('POSTING', 'PAID')
      where p.company_id = ${companyId} and p.relief > 0
        and p.employee_id = any (${[...new Set(of.map(({ employeeId }) => employeeId))]}::uuid[])
        and extract(year from r.pay_date) = any (${[...new Set(of.map(({ year }) => year))]}::int[])
      group by 1, 2`,
  );
  return rows.map((row) => ({ ...row }));
}

/** Whom pay goes to, with what is secret open: for the bank, the Revenue Service and the payslip. Never for a log. */
export interface Payee {
  readonly employeeId: string;
  readonly number: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly firstNameEn: string | null;
  readonly lastNameEn: string | null;
  readonly category: EmployeeCategory;
  readonly residenceCountry: string;
  readonly identityKind: EmployeeRow['identityKind'];
  /** Personal number or number of a passport. */
  readonly identityNumber: string;
  readonly address: string | null;
  readonly iban: string | null;
}

/** Payees by id, in the order of the ids of the database; what is not the company's is absent. */
export async function readPayees(
  database: Database,
  sealing: Sealing,
  companyId: string,
  employeeIds: readonly string[],
): Promise<Payee[]> {
  const rows = await findEmployees(database, companyId, employeeIds);
  return rows.map((row) => ({
    employeeId: row.id,
    number: row.number,
    firstName: row.firstName,
    lastName: row.lastName,
    firstNameEn: row.firstNameEn,
    lastNameEn: row.lastNameEn,
    category: row.category,
    residenceCountry: row.residenceCountry,
    identityKind: row.identityKind,
    identityNumber: sealing.open(row.identitySealed, row.id),
    address: row.address,
    iban: row.accountSealed === null ? null : sealing.open(row.accountSealed, row.id),
  }));
}
