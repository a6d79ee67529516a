import { rebuildProjections } from '#db/rebuild.ts';
import { SCHEMA } from './schema.ts';

/** Everything that is made from events of payroll, children before what they refer to. */
const PROJECTIONS = [
  'payments',
  'payment_files',
  'runs',
  'leave_provisions',
  'components',
  'absences',
  'employments',
  'employees',
  'days_off',
  'employers',
  'posting_accounts',
];

/** Each of these events says all that it changes, in rows of its own aggregate. */
const DOCUMENTS = ['Employee', 'Posting', 'PostingReversal'];

/**
 * Makes anew what payroll has in its tables of a company, out of its log (see `rebuildProjections`). What it has of the
 * ledger's log is `rebuildFromLedger`'s. Payslips and the progress of calculations are in no log and stay; payslips of
 * runs that went to the books must be those that were approved, or nothing is changed. Personal data stay sealed: neither
 * the secret nor what it seals is needed. Runs as the owner of the tables.
 */
export async function rebuildPayroll(
  ownerUrl: string,
  companyId: string,
  onProgress?: (events: number, total: number) => void,
): Promise<{ events: number }> {
  return rebuildProjections({
    ownerUrl,
    schema: SCHEMA,
    companyId,
    tables: PROJECTIONS,
    documents: DOCUMENTS,
    prepare: async (sql) => {
      await sql`set constraints payroll.payslips_run, payroll.payslips_employee, payroll.run_progress_run deferred`;
    },
    onProgress,
  });
}
