import type { Database } from '#db/client.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { Sealing } from '#shared/platform/sealing.ts';
import type { PayslipLine } from '../runs/payslip.ts';

/** The run that papers are of. */
export interface PaperRun {
  readonly id: string;
  readonly year: number;
  readonly month: number;
  readonly number: number;
  readonly payDate: string;
  readonly state: string;
}

/** Amounts of a payslip as they are printed, GEL as text with two decimals. */
export interface PaperAmounts {
  readonly gross: string;
  readonly employeePension: string;
  readonly relief: string;
  readonly taxable: string;
  readonly incomeTax: string;
  readonly net: string;
  readonly benefits: string;
  readonly courtOrders: string;
  readonly advances: string;
  readonly deductions: string;
  readonly netToPay: string;
  readonly employerPension: string;
  readonly statePension: string;
}

/** Whose paper it is. */
export interface PaperEmployee {
  readonly employeeId: string;
  readonly number: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly firstNameEn: string | null;
  readonly lastNameEn: string | null;
  readonly identity: string;
  readonly address: string | null;
  /** ISO 3166 alpha-2: where the employee is resident. */
  readonly country: string;
}

/** Everything that a payslip says. */
export interface PayslipDocument extends PaperEmployee, PaperAmounts {
  readonly account: string | null;
  readonly lines: readonly PayslipLine[];
}

/** The run, if the company has it and its payslips are there. */
export async function findPaperRun(
  database: Database,
  companyId: string,
  id: string,
): Promise<PaperRun | null> {
  if (!isUuid(id)) return null;
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<PaperRun[]>`
      /* paperRun */ select id, year, month, number, pay_date as "payDate", state from payroll.runs
      where company_id = ${companyId} and id = ${id}`,
  );
  return row === undefined ? null : { ...row };
}

/** Whether the run pays somebody. */
export async function isPaidBy(
  database: Database,
  companyId: string,
  runId: string,
  employeeId: string,
): Promise<boolean> {
  if (!isUuid(employeeId)) return false;
  const rows = await database.withCompany(
    companyId,
    (sql) => sql`
      /* isPaidBy */ select 1 from payroll.payslips
      where company_id = ${companyId} and run_id = ${runId} and employee_id = ${employeeId}`,
  );
  return rows.length > 0;
}

const PERSON = `e.id as "employeeId", e.number, e.first_name as "firstName", e.last_name as "lastName",
  e.first_name_en as "firstNameEn", e.last_name_en as "lastNameEn", e.identity_sealed as identity, e.address,
  e.residence_country as country`;
const AMOUNTS = `p.gross::text, p.employee_pension::text as "employeePension", p.relief::text, p.taxable::text,
  p.income_tax::text as "incomeTax", p.net::text, p.benefits::text, p.court_orders::text as "courtOrders",
  p.advances::text, p.deductions::text, p.net_to_pay::text as "netToPay",
  p.employer_pension::text as "employerPension", p.state_pension::text as "statePension"`;
const PEOPLE = `payroll.payslips p
  join payroll.employees e on e.company_id = p.company_id and e.id = p.employee_id`;

/** Payslips that are read at once. */
const AT_ONCE = 200;

/** The payslips of a run by name, of all or of one, read as they are needed. */
export async function* payslipDocuments(
  database: Database,
  sealing: Sealing,
  companyId: string,
  { runId, employeeId = null }: { readonly runId: string; readonly employeeId?: string | null },
): AsyncGenerator<PayslipDocument> {
  let after: PayslipDocument | undefined;
  for (;;) {
    const last: PayslipDocument | undefined = after;
    const rows: PayslipDocument[] = await database.withCompany(
      companyId,
      (sql) => sql<PayslipDocument[]>`
        /* payslipDocuments */
        select ${sql.unsafe(PERSON)}, e.account_sealed as account, ${sql.unsafe(AMOUNTS)}, p.lines
        from ${sql.unsafe(PEOPLE)}
        where p.company_id = ${companyId} and p.run_id = ${runId}
          and (${employeeId}::uuid is null or p.employee_id = ${employeeId}::uuid)
          and ${
            last === undefined
              ? sql`true`
              : sql`(e.last_name, e.first_name, e.id) > (${last.lastName}, ${last.firstName}, ${last.employeeId}::uuid)`
          }
        order by e.last_name, e.first_name, e.id limit ${AT_ONCE}`,
    );
    for (const row of rows) {
      const { employeeId: id, identity, account } = row;
      yield {
        ...row,
        identity: sealing.open(identity, id),
        account: account === null ? null : sealing.open(account, id),
      };
    }
    after = rows.at(-1);
    if (rows.length < AT_ONCE) return;
  }
}

/** What somebody was paid in a month of a year, by the day on which the payment was made. */
export interface PaidMonth extends Pick<
  PaperAmounts,
  'gross' | 'employeePension' | 'relief' | 'incomeTax' | 'net'
> {
  readonly month: number;
}

/** Whose certificate it is, and what was paid in the year; null when the company has no such employee. */
export async function readIncome(
  database: Database,
  sealing: Sealing,
  companyId: string,
  employeeId: string,
  year: number,
): Promise<{ readonly employee: PaperEmployee; readonly months: readonly PaidMonth[] } | null> {
  if (!isUuid(employeeId)) return null;
  return database.withCompany(companyId, async (sql) => {
    const [employee] = await sql<PaperEmployee[]>`
      /* certificateEmployee */ select ${sql.unsafe(PERSON)} from payroll.employees e
      where e.company_id = ${companyId} and e.id = ${employeeId}`;
    if (employee === undefined) return null;
    const months = await sql<PaidMonth[]>`
      /* certificateMonths */
      select extract(month from v.paid_on)::int as month, sum(p.gross)::text as gross,
        sum(p.employee_pension)::text as "employeePension", sum(p.relief)::text as relief,
        sum(p.income_tax)::text as "incomeTax", sum(p.net)::text as net
      from payroll.pay_received v
      join payroll.payslips p on p.company_id = v.company_id and p.run_id = v.run_id and p.employee_id = v.employee_id
      where v.company_id = ${companyId} and v.employee_id = ${employeeId}
        and v.paid_on between ${`${String(year)}-01-01`} and ${`${String(year)}-12-31`}
      group by 1 order by 1`;
    return {
      employee: { ...employee, identity: sealing.open(employee.identity, employee.employeeId) },
      months: months.map((row) => ({ ...row })),
    };
  });
}

/** One payment of pay, as Form 30 has it. */
export interface PaidSalary extends PaperEmployee, Pick<PaperAmounts, 'gross' | 'relief'> {
  readonly runId: string;
  /** Day on which the payment was made. */
  readonly payDate: string;
  /** Rate of income tax in percent. */
  readonly rate: string;
}

/**
 * What was paid from a day to another, by the day on which each payment was made; read as it is needed. The rate is that by
 * which the pay was reckoned.
 */
export async function* paidSalaries(
  database: Database,
  sealing: Sealing,
  companyId: string,
  { first, last }: { readonly first: string; readonly last: string },
): AsyncGenerator<PaidSalary> {
  let after: PaidSalary | undefined;
  for (;;) {
    const before: PaidSalary | undefined = after;
    const rows: PaidSalary[] = await database.withCompany(
      companyId,
      (sql) => sql<PaidSalary[]>`
        /* paidSalaries */
        select ${sql.unsafe(PERSON)}, p.gross::text, p.relief::text, p.run_id as "runId", v.paid_on as "payDate",
          trim_scale(l.income_tax_rate * 100)::text as rate
        from ${sql.unsafe(PEOPLE)}
        join payroll.pay_received v
          on v.company_id = p.company_id and v.run_id = p.run_id and v.employee_id = p.employee_id
        join payroll.runs r on r.company_id = p.company_id and r.id = p.run_id
        join payroll.pay_rules l on l.valid_from <= r.pay_date and (l.valid_to is null or l.valid_to >= r.pay_date)
        where v.company_id = ${companyId} and v.paid_on between ${first} and ${last} and p.gross > 0
          and ${
            before === undefined
              ? sql`true`
              : sql`(v.paid_on, v.run_id, v.employee_id) > (${before.payDate}::date, ${before.runId}::uuid, ${before.employeeId}::uuid)`
          }
        order by v.paid_on, v.run_id, v.employee_id limit ${AT_ONCE}`,
    );
    for (const row of rows) yield { ...row, identity: sealing.open(row.identity, row.employeeId) };
    after = rows.at(-1);
    if (rows.length < AT_ONCE) return;
  }
}
