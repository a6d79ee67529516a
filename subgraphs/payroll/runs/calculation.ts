import type { Database, TransactionSql } from '#db/client.ts';
import { lastDayOf, monthKey, yearOf } from '#shared/domain/date.ts';
import { leaveRulesOn } from '../absences/rules.ts';
import type { PayBasis } from '../employments/pay-basis.ts';
import { readPayBases } from '../employments/read-pay-bases.ts';
import { ratesOf } from '../pay/exchange.ts';
import { payRulesOn } from '../pay/queries.ts';
import { paidMonths, readHistory, takenByOrders, type PaidMonth } from './history.ts';
import { reckonPayslip, type PayTerms, type Reckoning } from './reckon.ts';
import type { Payslip } from './payslip.ts';
import type { RunStarted } from './run.ts';
import { stateBracketsOn } from './rules.ts';

/** Employees whose payslips are written by one transaction. */
export const CHUNK = 250;

export interface Calculation extends RunStarted {
  readonly companyId: string;
  readonly runId: string;
  readonly calculation: number;
}

export interface CalculationOptions {
  readonly chunk?: number;
  /** Told after each chunk how many employees are done, of how many. */
  readonly onChunk?: (done: number, employees: number) => Promise<void> | void;
}

/**
 * Writes the payslips of a run, in chunks by the order of the employees' ids. Each chunk stands with the progress or not
 * at all, so whoever comes after one that died goes on where it had come to, and the payslips are the same. Answers false
 * when the calculation is no longer wanted: the run was calculated anew, given up, or is finished.
 */
export async function calculatePayslips(
  database: Database,
  calculation: Calculation,
  { chunk = CHUNK, onChunk }: CalculationOptions = {},
): Promise<boolean> {
  const { companyId, year, month } = calculation;
  const { months, common } = await groundsOf(database, calculation);
  for (;;) {
    const at = await begin(database, calculation);
    if (at === null) return false;
    const bases = await readPayBases(database, companyId, {
      year,
      month,
      limit: chunk,
      ...(at.after !== null && { after: at.after }),
    });
    const end = bases.at(-1)?.employeeId;
    if (end === undefined) return true;
    const reckonings = await reckoningsOf(database, calculation, months, bases, common);
    const payslips = reckonings.flatMap((reckoning) => reckonPayslip(reckoning) ?? []);
    const isWritten = await database.withCompany(
      companyId,
      (sql) => write(sql, calculation, at.after, end, bases.length, payslips),
      'write',
    );
    if (!isWritten) continue;
    await onChunk?.(at.done + bases.length, at.employees);
  }
}

/** The payslips that a month would have by what is known today, in the order of the employees' ids; writes nothing. */
export async function* foreseePayslips(
  database: Database,
  companyId: string,
  of: Omit<RunStarted, 'number'>,
): AsyncGenerator<Payslip> {
  const foreseen = { ...of, number: 1, companyId };
  const grounds = await groundsOf(database, foreseen);
  let after: string | undefined;
  for (;;) {
    const wanted = { year: of.year, month: of.month, limit: CHUNK, ...(after !== undefined && { after }) };
    const bases = await readPayBases(database, companyId, wanted);
    after = bases.at(-1)?.employeeId;
    if (after === undefined) return;
    for (const reckoning of await reckoningsOf(database, foreseen, grounds.months, bases, grounds.common)) {
      const payslip = reckonPayslip(reckoning);
      if (payslip !== null) yield payslip;
    }
  }
}

/** What the payslips of a month rest on, the same for everybody. */
async function groundsOf(
  database: Database,
  { companyId, year, month, payDate, number, rates = [] }: RunStarted & { readonly companyId: string },
): Promise<{ readonly months: readonly string[]; readonly common: Common }> {
  const [terms, stateBrackets, paid] = await Promise.all([
    termsOf(database, { lastDay: lastDayOf(year, month), payDate, rates }),
    stateBracketsOn(database, payDate),
    database.withCompany(companyId, (sql) => paidMonths(sql, companyId, { year, month })),
  ]);
  const pastTerms = new Map<string, PayTerms>();
  for (const [index, one] of paid.entries()) {
    // Pay of a month may be agreed in a currency afterwards: then the first run that names a rate for it is followed.
    const later = [...paid.slice(index + 1).flatMap((run) => run.rates), ...rates];
    const missing = later.filter(
      ({ currency }, at) => later.findIndex((r) => r.currency === currency) === at,
    );
    pastTerms.set(one.month, await termsOf(database, { ...one, rates: [...missing, ...one.rates] }));
  }
  return {
    months: paid.map((one) => one.month).filter((one) => one < monthKey(year, month)),
    common: { isCorrection: number > 1, terms, pastTerms, stateBrackets },
  };
}

type Common = Pick<Reckoning, 'isCorrection' | 'terms' | 'pastTerms' | 'stateBrackets'>;

async function termsOf(
  database: Database,
  { lastDay, payDate, rates }: Pick<PaidMonth, 'lastDay' | 'payDate' | 'rates'>,
): Promise<PayTerms> {
  const [rules, { sickPayShare }] = await Promise.all([
    payRulesOn(database, payDate, 'payDate'),
    leaveRulesOn(database, lastDay),
  ]);
  // Of a currency that is named twice the last rate holds.
  return { payYear: yearOf(payDate), rules, sickPayShare, rates: ratesOf(rates) };
}

/** Where the calculation stands; null when it is no longer wanted. The first look counts the employees. */
function begin(
  database: Database,
  { companyId, runId, calculation, year, month }: Calculation,
): Promise<{ after: string | null; done: number; employees: number } | null> {
  const first = `${monthKey(year, month)}-01`;
  return database.withCompany(
    companyId,
    async (sql) => {
      const [at] = await sql<{ after: string | null; done: number; employees: number }[]>`
        /* runProgress */ update payroll.run_progress w
        set employees = coalesce(w.employees, (
          select count(distinct e.employee_id) from payroll.employments e
          where e.company_id = ${companyId}
            and e.start_date < (${first}::date + interval '1 month') and (e.end_date is null or e.end_date >= ${first})))
        from payroll.runs r
        where w.company_id = ${companyId} and w.run_id = ${runId} and w.calculation = ${calculation}
          and r.company_id = w.company_id and r.id = w.run_id and r.state = 'CALCULATING'
        returning w.after_employee as after, w.done, w.employees`;
      return at ?? null;
    },
    'write',
  );
}

async function reckoningsOf(
  database: Database,
  { companyId, year, month }: Pick<Calculation, 'companyId' | 'year' | 'month'>,
  months: readonly string[],
  bases: readonly PayBasis[],
  common: Common,
): Promise<Reckoning[]> {
  const ids = bases.map(({ employeeId }) => employeeId);
  const ordered = bases.filter(({ employments }) =>
    employments.some(({ components }) =>
      components.some((one) => one.kind === 'COURT_ORDER' && one.totalLimit !== null),
    ),
  );
  const [history, taken] = await database.withCompany(companyId, async (sql) => [
    await readHistory(sql, companyId, { year, month }, months, ids),
    await takenByOrders(
      sql,
      companyId,
      ordered.map(({ employeeId }) => employeeId),
    ),
  ]);
  const past = new Map<string, PayBasis[]>();
  for (const key of common.isCorrection ? [] : months) {
    const employeeIds = ids.filter((id) => history.get(id)?.stale.includes(key));
    if (employeeIds.length === 0) continue;
    const then = { year: Number(key.slice(0, 4)), month: Number(key.slice(5)), employeeIds };
    for (const basis of await readPayBases(database, companyId, then))
      past.set(basis.employeeId, [...(past.get(basis.employeeId) ?? []), basis]);
  }
  return bases.map((basis) => {
    const known = history.get(basis.employeeId);
    if (known === undefined) throw new Error(`employee ${basis.employeeId} has a contract and no file`);
    return {
      ...common,
      basis,
      before: known.paid,
      past: past.get(basis.employeeId) ?? [],
      taken,
    };
  });
}

/** Writes a chunk behind `after`. False when another process has come further meanwhile, or nobody wants it. */
async function write(
  sql: TransactionSql,
  { companyId, runId, calculation }: Calculation,
  after: string | null,
  end: string,
  employees: number,
  payslips: readonly Payslip[],
): Promise<boolean> {
  const moved = await sql`
    /* runProgressed */ update payroll.run_progress
    set done = done + ${employees}, after_employee = ${end}, updated_at = clock_timestamp()
    where company_id = ${companyId} and run_id = ${runId} and calculation = ${calculation}
      and after_employee is not distinct from ${after}::uuid`;
  if (moved.count === 0) return false;
  if (payslips.length === 0) return true;
  await sql`
    /* writePayslips */ insert into payroll.payslips (company_id, run_id, employee_id, employee_version, gross,
      employee_pension, relief, taxable, income_tax, net, employer_pension, state_pension, benefits, court_orders,
      advances, deductions, net_to_pay, earned, worked_days, lines, months, costs, obstacles)
    select ${companyId}, ${runId}, p."employeeId", p."employeeVersion", p.gross, p."employeePension", p.relief,
      p.taxable, p."incomeTax", p.net, p."employerPension", p."statePension", p.benefits, p."courtOrders", p.advances,
      p.deductions, p."netToPay", p.earned, p."workedDays", p.lines, p.months, p.costs, p.obstacles
    from jsonb_to_recordset(${JSON.stringify(payslips)}::text::jsonb) as p("employeeId" uuid, "employeeVersion" int,
      gross numeric, "employeePension" numeric, relief numeric, taxable numeric, "incomeTax" numeric, net numeric,
      "employerPension" numeric, "statePension" numeric, benefits numeric, "courtOrders" numeric, advances numeric,
      deductions numeric, "netToPay" numeric, earned numeric, "workedDays" int, lines jsonb, months jsonb, costs jsonb,
      obstacles text[])`;
  return true;
}
