import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { PostingEntry, PostingRequestedData, PostingSource } from '#shared/domain/posting.ts';
import type { RunStarted, RunTotals } from '../runs/run.ts';

/** Cost of a run in one cost centre, GEL as text; nulls name what has none. */
export interface CentreCost {
  readonly name: string | null;
  readonly value: string | null;
  readonly gross: string;
  readonly employerPension: string;
}

/** The transaction that accrues a run. */
export function accrualSource(runId: string): PostingSource {
  return { subgraph: 'payroll', type: 'PayrollRun', id: runId, purpose: 'accrual' };
}

/**
 * What a run costs and whom it is owed to. Of costs there is an entry for each cost centre and nothing finer, and no
 * word names a person: whoever reads the books does not read pay.
 */
export function accrualOf(
  runId: string,
  { year, month, number }: RunStarted,
  date: string,
  totals: RunTotals,
  centres: readonly CentreCost[],
  accounts: ReadonlyMap<string, string>,
): PostingRequestedData {
  const account = (role: string): string => {
    const code = accounts.get(role);
    if (code === undefined) throw new Error(`no account is known for ${role}`);
    return code;
  };
  const entries = [
    ...centres.flatMap((centre) => [
      ...sided(account('SALARY_EXPENSE'), parseDatabaseAmount(centre.gross), centre),
      ...sided(account('PENSION_EXPENSE'), parseDatabaseAmount(centre.employerPension), centre),
    ]),
    ...OWED.flatMap(([role, field]) => sided(account(role), -parseDatabaseAmount(totals[field]))),
  ];
  const correction = number > 1 ? `, correction ${String(number - 1)}` : '';
  return {
    source: accrualSource(runId),
    date,
    description: `Pay of ${String(year)}-${String(month).padStart(2, '0')}${correction}`,
    entries,
  };
}

const OWED: readonly (readonly [role: string, field: keyof RunTotals])[] = [
  ['SALARY_PAYABLE', 'netToPay'],
  ['INCOME_TAX_PAYABLE', 'incomeTax'],
  ['EMPLOYEE_PENSION_PAYABLE', 'employeePension'],
  ['EMPLOYER_PENSION_PAYABLE', 'employerPension'],
  ['ADVANCES_TO_EMPLOYEES', 'advances'],
  ['DEDUCTIONS_PAYABLE', 'deductions'],
  ['COURT_ORDERS_PAYABLE', 'courtOrders'],
  ['BENEFITS_PROVIDED', 'benefits'],
];

/** A debit of what is positive, a credit of what is negative, and nothing of nothing. */
function sided(accountCode: string, amount: Amount, centre?: CentreCost): PostingEntry[] {
  if (amount === 0n) return [];
  const { name = null, value = null } = centre ?? {};
  const dimensions = name === null || value === null ? {} : { dimensions: [{ name, value }] };
  const side = amount > 0n ? { debit: formatAmount(amount) } : { credit: formatAmount(-amount) };
  return [{ accountCode, ...side, ...dimensions }];
}
