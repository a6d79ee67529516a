import type { Database, TransactionSql } from '#db/client.ts';
import { isUuid } from '#shared/domain/ids.ts';
import { postingId } from '#shared/domain/posting.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { accountsByRole } from '../postings/accounts.ts';
import { findRun, readSums } from '../runs/queries.ts';
import { SCHEMA } from '../schema.ts';
import type { PayrollWriter } from '../writer.ts';
import type { FileToSettle, RunToHandOut, RunToPay } from './decide.ts';
import { PAYMENT_SOURCE, type PaymentMethod, type PaymentState } from './payment.ts';
import { evolveRequested, notRequested, type RefusedOfFile, type RefusedPosting } from './retry.ts';

export interface PaymentFileRow {
  readonly id: string;
  readonly runId: string;
  readonly method: PaymentMethod;
  readonly payDate: string;
  readonly payments: number;
  readonly total: string;
  readonly createdBy: string;
  readonly createdAt: string;
  /** Payments by their state, and what was confirmed. */
  readonly sent: number;
  readonly confirmed: number;
  readonly failed: number;
  readonly confirmedTotal: string;
}

/** One file; null when the company has no such. */
export async function findPaymentFile(
  database: Database,
  companyId: string,
  id: string,
): Promise<PaymentFileRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await readFiles(database, companyId, { id });
  return row ?? null;
}

/** Files of a run, in the order in which they were made. */
export function listPaymentFiles(
  database: Database,
  companyId: string,
  runId: string,
): Promise<PaymentFileRow[]> {
  return readFiles(database, companyId, { runId });
}

function readFiles(
  database: Database,
  companyId: string,
  { id, runId }: { readonly id?: string; readonly runId?: string },
): Promise<PaymentFileRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<PaymentFileRow[]>`
      /* paymentFiles */ select f.id, f.run_id as "runId", f.method, f.pay_date as "payDate", f.payments, f.total::text,
        f.created_by as "createdBy", f.created_at as "createdAt",
        count(*) filter (where p.state = 'SENT')::int as sent,
        count(*) filter (where p.state = 'CONFIRMED')::int as confirmed,
        count(*) filter (where p.state = 'FAILED')::int as failed,
        coalesce(sum(p.amount) filter (where p.state = 'CONFIRMED'), 0.00)::text as "confirmedTotal"
      from payroll.payment_files f
      join payroll.payments p on p.company_id = f.company_id and p.file_id = f.id
      where f.company_id = ${companyId} and (f.id = ${id ?? null}::uuid or f.run_id = ${runId ?? null}::uuid)
      group by f.company_id, f.id order by f.created_at, f.id`,
  );
}

export interface PaymentRow {
  readonly employeeId: string;
  readonly amount: string;
  readonly incomeTax: string;
  readonly state: PaymentState;
  readonly paidOn: string | null;
  readonly failure: string | null;
}

/** One page of the payments of a file, in the order of the employees' ids. */
export function listPayments(
  database: Database,
  companyId: string,
  fileId: string,
  { after, limit }: Page<[string]>,
): Promise<PaymentRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<PaymentRow[]>`
      /* payments */ select employee_id as "employeeId", amount::text, income_tax::text as "incomeTax", state,
        paid_on as "paidOn", failure
      from payroll.payments where company_id = ${companyId} and file_id = ${fileId}
        and ${after === null ? sql`true` : sql`employee_id > ${after[0]}::uuid`}
      order by employee_id limit ${limit}`,
  );
}

/** What a bank needs to know of a payment; the account is sealed. */
export interface BankOrder {
  readonly employeeId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly accountSealed: string | null;
  readonly amount: string;
}

/** Payments of a file, without those that have failed: their money goes by another file. */
export function readBankOrders(database: Database, companyId: string, fileId: string): Promise<BankOrder[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<BankOrder[]>`
      /* bankOrders */ select p.employee_id as "employeeId", e.first_name as "firstName", e.last_name as "lastName",
        e.account_sealed as "accountSealed", p.amount::text
      from payroll.payments p
      join payroll.employees e on e.company_id = p.company_id and e.id = p.employee_id
      where p.company_id = ${companyId} and p.file_id = ${fileId} and p.state <> 'FAILED' order by p.employee_id`,
  );
}

/** A run with what of it can be paid by the bank now. */
export async function readRunToPay(database: Database, companyId: string, runId: string): Promise<RunToPay> {
  const run = await findRun(database, companyId, runId);
  if (run === null) return { run, digest: '', payments: 0, total: '0.00' };
  return database.withCompany(companyId, async (sql) => {
    const { digest } = await readSums(sql, companyId, runId);
    const [unpaid] = await sql<{ payments: number; total: string }[]>`
      /* unpaid */ select count(*)::int as payments, coalesce(sum(amount), 0.00)::text as total
      from payroll.unpaid where company_id = ${companyId} and run_id = ${runId} and has_account`;
    return { run, digest, payments: unpaid?.payments ?? 0, total: unpaid?.total ?? '0.00' };
  });
}

/** A run with those of these people who are to be paid and are not yet, whether they have an account or not. */
export async function readRunToHandOut(
  database: Database,
  companyId: string,
  runId: string,
  employeeIds: readonly string[],
): Promise<RunToHandOut> {
  const run = await findRun(database, companyId, runId);
  return database.withCompany(companyId, async (sql) => {
    const accounts = await accountsByRole(sql, companyId);
    if (run === null) return { run, version: 0, digest: '', unpaid: new Map(), open: 0, accounts };
    const { digest } = await readSums(sql, companyId, runId);
    const [of] = await sql<{ version: number; open: number }[]>`
      /* runToHandOut */ select r.version, ${openOf(sql)} as open
      from payroll.runs r where r.company_id = ${companyId} and r.id = ${runId}`;
    if (of === undefined) throw new Error(`run ${runId} is gone`);
    const rows = await sql<{ id: string; amount: string; incomeTax: string }[]>`
      /* unpaidOfThese */ select employee_id as id, amount::text, income_tax::text as "incomeTax"
      from payroll.unpaid
      where company_id = ${companyId} and run_id = ${runId}
        and employee_id = any (${employeeIds.filter(isUuid)}::uuid[])`;
    return {
      run,
      ...of,
      digest,
      unpaid: new Map(rows.map(({ id, ...payment }) => [id, payment])),
      accounts,
    };
  });
}

/** Payslips of the run `r` with a sum to pay that is not confirmed. */
function openOf(sql: TransactionSql) {
  return sql`((select count(*)::int from payroll.payslips s
       where s.company_id = r.company_id and s.run_id = r.id and s.net_to_pay > 0)
      - (select count(*)::int from payroll.payments p
         where p.company_id = r.company_id and p.run_id = r.id and p.state = 'CONFIRMED'))`;
}

/** How many of a run have a sum to get and no account to get it on. */
export async function countWithoutAccount(
  database: Database,
  companyId: string,
  runId: string,
): Promise<number> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ count: number }[]>`
      /* withoutAccount */ select count(*)::int as count from payroll.unpaid
      where company_id = ${companyId} and run_id = ${runId} and not has_account`,
  );
  return row?.count ?? 0;
}

/** A file with the payments of these employees; null when the company has no such. */
export function readFileToSettle(
  database: Database,
  companyId: string,
  fileId: string,
  employeeIds: readonly string[],
): Promise<FileToSettle | null> {
  return database.withCompany(companyId, async (sql) => {
    const [file] = await sql<Omit<FileToSettle, 'payments' | 'accounts'>[]>`
      /* fileToSettle */ select f.version, f.run_id as "runId", r.version as "runVersion", r.digest, r.year, r.month,
        ${openOf(sql)} as open
      from payroll.payment_files f join payroll.runs r on r.company_id = f.company_id and r.id = f.run_id
      where f.company_id = ${companyId} and f.id = ${fileId}`;
    if (file === undefined) return null;
    const rows = await sql<{ id: string; state: PaymentState; amount: string; incomeTax: string }[]>`
      /* paymentsToSettle */ select employee_id as id, state, amount::text, income_tax::text as "incomeTax"
      from payroll.payments
      where company_id = ${companyId} and file_id = ${fileId}
        and employee_id = any (${employeeIds.filter(isUuid)}::uuid[])`;
    return {
      ...file,
      payments: new Map(rows.map(({ id, ...payment }) => [id, payment])),
      accounts: await accountsByRole(sql, companyId),
    };
  });
}

/** Why the ledger refused to post settlements of a file. */
export function readRefusals(
  database: Database,
  companyId: string,
  fileId: string,
): Promise<{ code: string; field: string | null; message: string }[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<{ code: string; field: string | null; message: string }[]>`
      /* paymentRefusals */ select refusal_code as code, refusal_field as field, refusal_message as message
      from payroll.posting_outcomes
      where company_id = ${companyId} and source_type = ${PAYMENT_SOURCE} and source_id = ${fileId}
        and transaction_id is null
      order by refused_at`,
  );
}

/** What the ledger has refused of a file, with what it was asked; null when the company has no such file. */
export async function readRefusedPostings(
  writer: PayrollWriter,
  companyId: string,
  fileId: string,
): Promise<RefusedOfFile | null> {
  const { database } = writer;
  const file = await findPaymentFile(database, companyId, fileId);
  if (file === null) return null;
  const rows = await database.withCompany(
    companyId,
    (sql) => sql<{ purpose: string; attempt: number }[]>`
      /* refusedPostings */ select purpose, refused_attempt as attempt from payroll.posting_outcomes
      where company_id = ${companyId} and source_type = ${PAYMENT_SOURCE} and source_id = ${fileId}
        and transaction_id is null and refused_attempt is not null
      order by purpose`,
  );
  const postings: RefusedPosting[] = [];
  for (const { purpose, attempt } of rows) {
    const id = postingId(companyId, { subgraph: SCHEMA, type: PAYMENT_SOURCE, id: fileId, purpose });
    const requested = await writer.load(companyId, id, {
      initial: notRequested,
      evolve: evolveRequested,
      stateVersion: 1,
    });
    postings.push({ attempt, requested });
  }
  return { method: file.method, postings };
}
