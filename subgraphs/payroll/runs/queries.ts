import type { Database, TransactionSql } from '#db/client.ts';
import type { PendingQuery, Row } from 'postgres';
import { isUuid } from '#shared/domain/ids.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { NamedRate } from '../pay/exchange.ts';
import type { PeopledCentre } from './cost-centres.ts';
import type { KnownRun } from './decide.ts';
import {
  PAYSLIP_WARNINGS,
  type CostShare,
  type EarnedFor,
  type Obstacle,
  type PayslipLine,
} from './payslip.ts';
import type { RunSums, RunTotals } from './run.ts';

/** How far a run has come, with what the ledger has said. */
export type ShownRunState =
  'CALCULATING' | 'CALCULATED' | 'APPROVED' | 'POSTING' | 'POSTING_REFUSED' | 'POSTED' | 'PAID' | 'CANCELLED';

export interface RunRow {
  readonly id: string;
  readonly year: number;
  readonly month: number;
  readonly number: number;
  readonly payDate: string;
  /** Of currencies that pay was agreed in. */
  readonly rates: readonly NamedRate[];
  readonly state: ShownRunState;
  readonly calculation: number;
  readonly employees: number | null;
  readonly obstacles: number | null;
  readonly totals: RunTotals | null;
  readonly digest: string | null;
  readonly calculatedBy: string;
  readonly calculatedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  readonly postingDate: string | null;
  readonly transactionId: string | null;
  readonly refusalCode: string | null;
  readonly refusalField: string | null;
  readonly refusalMessage: string | null;
  readonly done: number;
  readonly toDo: number | null;
}

const RUN = `r.id, r.year, r.month, r.number, r.pay_date as "payDate",
  (select x.rates from payroll.runs x where x.company_id = r.company_id and x.id = r.id) as rates, r.shown_state as state, r.calculation, r.employees,
  r.obstacles, r.totals, r.digest, r.calculated_by as "calculatedBy", r.calculated_at as "calculatedAt",
  r.approved_by as "approvedBy", r.approved_at as "approvedAt", r.posting_date as "postingDate",
  r.transaction_id as "transactionId", r.refusal_code as "refusalCode", r.refusal_field as "refusalField",
  r.refusal_message as "refusalMessage", g.done, g.employees as "toDo"`;
const RUNS = `payroll.runs_shown r join payroll.run_progress g on g.company_id = r.company_id and g.run_id = r.id`;

/** One run; null when the company has no such. */
export async function findRun(database: Database, companyId: string, id: string): Promise<RunRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<RunRow[]>`
      /* payrollRun */ select ${sql.unsafe(RUN)} from ${sql.unsafe(RUNS)} where r.company_id = ${companyId} and r.id = ${id}`,
  );
  return row ?? null;
}

/** Runs by their ids. */
export function findRuns(database: Database, companyId: string, ids: readonly string[]): Promise<RunRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<RunRow[]>`
      /* payrollRunsByIds */ select ${sql.unsafe(RUN)} from ${sql.unsafe(RUNS)}
      where r.company_id = ${companyId} and r.id = any (${[...ids]}::uuid[])`,
  );
}

export type RunKey = [year: number, month: number, number: number, id: string];

/** One page of runs, the latest month first. */
export function listRuns(
  database: Database,
  companyId: string,
  { after, limit }: Page<RunKey>,
): Promise<RunRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<RunRow[]>`
      /* payrollRuns */ select ${sql.unsafe(RUN)} from ${sql.unsafe(RUNS)}
      where r.company_id = ${companyId}
        and ${after === null ? sql`true` : sql`(r.year, r.month, r.number, r.id) < (${after[0]}, ${after[1]}, ${after[2]}, ${after[3]}::uuid)`}
      order by r.year desc, r.month desc, r.number desc, r.id desc limit ${limit}`,
  );
}

/** All runs as the start of another one needs to know them. */
export function readKnownRuns(database: Database, companyId: string): Promise<KnownRun[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<KnownRun[]>`
      /* knownRuns */ select id, year, month, number, state, transaction_id is not null as "isPosted"
      from payroll.runs_shown where company_id = ${companyId}`,
  );
}

/** What the payslips of a run sum to, reckoned from them. */
export async function readSums(sql: TransactionSql, companyId: string, runId: string): Promise<RunSums> {
  const [row] = await sql<RunSums[]>`
    /* runSums */ select employees, obstacles, totals, digest from payroll.run_sums(${companyId}, ${runId})`;
  if (row === undefined) throw new Error('a sum answers one row');
  return row;
}

/** Cost of a run by cost centre, and of whom, in their order. */
export function readCentreCosts(
  sql: TransactionSql,
  companyId: string,
  runId: string,
): Promise<PeopledCentre[]> {
  return sql<PeopledCentre[]>`
    /* centreCosts */ select c.name, c.value, sum(c.gross)::text as gross,
      sum(c."employerPension")::text as "employerPension",
      array_agg(distinct p.employee_id::text) as "employeeIds"
    from payroll.payslips p
    cross join lateral jsonb_to_recordset(p.costs) as c(name text, value text, gross numeric, "employerPension" numeric)
    where p.company_id = ${companyId} and p.run_id = ${runId}
    group by c.name, c.value order by c.name nulls first, c.value`;
}

export interface PayslipRow {
  readonly runId: string;
  readonly employeeId: string;
  readonly gross: string;
  readonly employeePension: string;
  readonly relief: string;
  readonly taxable: string;
  readonly incomeTax: string;
  readonly net: string;
  readonly employerPension: string;
  readonly statePension: string;
  readonly benefits: string;
  readonly courtOrders: string;
  readonly advances: string;
  readonly deductions: string;
  readonly netToPay: string;
  readonly lines: readonly PayslipLine[];
  readonly months: readonly EarnedFor[];
  readonly costs: readonly CostShare[];
  readonly obstacles: readonly Obstacle[];
}

const PAYSLIP = `run_id as "runId", employee_id as "employeeId", gross::text, employee_pension::text as "employeePension",
  relief::text, taxable::text, income_tax::text as "incomeTax", net::text, employer_pension::text as "employerPension",
  state_pension::text as "statePension", benefits::text, court_orders::text as "courtOrders", advances::text,
  deductions::text, net_to_pay::text as "netToPay", lines, months, costs, obstacles`;

/** One page of the payslips of a run, in the order of the employees' ids. */
export function listPayslips(
  database: Database,
  companyId: string,
  runId: string,
  { onlyObstacles, onlyWarnings }: { readonly onlyObstacles: boolean; readonly onlyWarnings: boolean },
  { after, limit }: Page<[string]>,
): Promise<PayslipRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<PayslipRow[]>`
      /* payslips */ select ${sql.unsafe(PAYSLIP)} from payroll.payslips
      where company_id = ${companyId} and run_id = ${runId}
        and ${onlyObstacles ? sql`cardinality(obstacles) > 0` : sql`true`}
        and ${onlyWarnings ? warned(sql, sql`lines`) : sql`true`}
        and ${after === null ? sql`true` : sql`employee_id > ${after[0]}::uuid`}
      order by employee_id limit ${limit}`,
  );
}

/** How many payslips of a run have something to look at. */
export async function countWarned(database: Database, companyId: string, runId: string): Promise<number> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ count: number }[]>`
      /* warnedPayslips */ select count(*)::int as count from payroll.payslips
      where company_id = ${companyId} and run_id = ${runId} and ${warned(sql, sql`lines`)}`,
  );
  return row?.count ?? 0;
}

/** Warnings are lines of their code. */
function warned(sql: TransactionSql, lines: PendingQuery<Row[]>) {
  const found = PAYSLIP_WARNINGS.map((code) => JSON.stringify([{ code }]));
  return sql`${lines} @> any (${found}::text[]::jsonb[])`;
}

/** Two payslips of an employee: that of the run and that of the month before; one of them may be missing. */
export interface PayslipPair {
  readonly employeeId: string;
  readonly before: PayslipRow | null;
  readonly now: PayslipRow | null;
  /** A correction is the difference itself: there is nothing before it. */
  readonly isCorrection: boolean;
}

/** One page of what differs from the run of the month before, in the order of the employees' ids. */
export function listDifferences(
  database: Database,
  companyId: string,
  run: Pick<RunRow, 'id' | 'year' | 'month' | 'number'>,
  { after, limit }: Page<[string]>,
): Promise<PayslipPair[]> {
  const index = run.year * 12 + run.month - 2;
  return database.withCompany(
    companyId,
    (sql) => sql<PayslipPair[]>`
      /* payDifferences */
      with now as (
        select p.*, p.employee_id as id from payroll.payslips p
        where p.company_id = ${companyId} and p.run_id = ${run.id}
      ), before as (
        select p.*, p.employee_id as id from payroll.payslips p
        join payroll.runs r on r.company_id = p.company_id and r.id = p.run_id
        where p.company_id = ${companyId} and r.year = ${Math.floor(index / 12)} and r.month = ${(index % 12) + 1}
          and r.number = 1 and r.state <> 'CANCELLED' and ${run.number} = 1
      )
      select coalesce(n.id, b.id) as "employeeId", ${run.number} > 1 as "isCorrection",
        (select to_jsonb(x) from (select ${sql.unsafe(PAYSLIP)} from before where id = b.id) x) as before,
        (select to_jsonb(x) from (select ${sql.unsafe(PAYSLIP)} from now where id = n.id) x) as now
      from now n full join before b using (id)
      where ((n.gross, n.net_to_pay) is distinct from (b.gross, b.net_to_pay) or ${warned(sql, sql`n.lines`)})
        and ${after === null ? sql`true` : sql`coalesce(n.id, b.id) > ${after[0]}::uuid`}
      order by 1 limit ${limit}`,
  );
}
