import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Database } from '#db/client.ts';
import { streamForm30File } from '#shared/documents/form-30.ts';
import { renderPdf } from '#shared/documents/pdf.ts';
import { SPREADSHEET_ML } from '#shared/documents/spreadsheet-ml.ts';
import { renderXlsx, XLSX } from '#shared/documents/xlsx.ts';
import { daysIn, monthKey } from '#shared/domain/date.ts';
import { createFileDesk, type FileDesk, type FileKinds, type OpenedFile } from '#shared/graphql/file-desk.ts';
import { noSuchLink } from '#shared/platform/file-link.ts';
import type { Sealing } from '#shared/platform/sealing.ts';
import { findEmployer } from '../employer/queries.ts';
import { payRulesOn } from '../pay/queries.ts';
import { certificatePdf } from './certificate.ts';
import { salariesForForm30 } from './form-30.ts';
import { payslipPdf } from './payslip.ts';
import {
  findPaperRun,
  isPaidBy,
  paidSalaries,
  payslipDocuments,
  readIncome,
  type PaperRun,
} from './queries.ts';
import { registerWorkbook } from './register.ts';
import { wordsOf } from './words.ts';

const PDF = 'application/pdf';

const language = z.enum(['ka', 'en']);
const ofRun = z.object({ runId: z.string(), language });
const ofPayslip = ofRun.extend({ employeeId: z.string() });
const ofMonth = z.object({ year: z.int(), month: z.int().min(1).max(12) });
const ofYear = z.object({ employeeId: z.string(), year: z.int(), language });

/** Whether there are payslips that a paper could be made of. */
export function hasPapers({ state }: PaperRun): boolean {
  return state !== 'CALCULATING' && state !== 'CANCELLED';
}

function kindsOf(database: Database, sealing: Sealing) {
  const permission = 'payroll:read';

  async function runOf(companyId: string, runId: string): Promise<PaperRun> {
    const run = await findPaperRun(database, companyId, runId);
    // It was there when the link was made.
    if (run === null || !hasPapers(run)) throw noSuchLink();
    return run;
  }

  return {
    payslip: {
      permission,
      parameters: ofPayslip,
      open: async (companyId: string, { runId, employeeId, language }: z.infer<typeof ofPayslip>) => {
        const run = await runOf(companyId, runId);
        if (!(await isPaidBy(database, companyId, runId, employeeId))) throw noSuchLink();
        const slips = payslipDocuments(database, sealing, companyId, { runId, employeeId });
        const name = `${wordsOf(language).payslip} ${periodOf(run)}.pdf`;
        const employer = await findEmployer(database, companyId);
        const rules = await payRulesOn(database, run.payDate, 'payDate');
        return opened(name, PDF, renderPdf(payslipPdf(run, employer, rules, slips, language)));
      },
    },
    payslips: {
      permission,
      parameters: ofRun,
      open: async (companyId: string, { runId, language }: z.infer<typeof ofRun>) => {
        const run = await runOf(companyId, runId);
        const slips = payslipDocuments(database, sealing, companyId, { runId });
        const name = `${wordsOf(language).payslips} ${periodOf(run)}.pdf`;
        const employer = await findEmployer(database, companyId);
        const rules = await payRulesOn(database, run.payDate, 'payDate');
        return opened(name, PDF, renderPdf(payslipPdf(run, employer, rules, slips, language)));
      },
    },
    register: {
      permission,
      parameters: ofRun,
      open: async (companyId: string, { runId, language }: z.infer<typeof ofRun>) => {
        const run = await runOf(companyId, runId);
        const slips = payslipDocuments(database, sealing, companyId, { runId });
        const name = `${wordsOf(language).register} ${periodOf(run)}.xlsx`;
        const employer = await findEmployer(database, companyId);
        return opened(name, XLSX, renderXlsx(registerWorkbook(run, employer, slips, language)));
      },
    },
    form30: {
      permission,
      parameters: ofMonth,
      open: async (companyId: string, { year, month }: z.infer<typeof ofMonth>) => {
        const key = monthKey(year, month);
        const days = { first: `${key}-01`, last: `${key}-${String(daysIn(year, month))}` };
        const paid = paidSalaries(database, sealing, companyId, days);
        const body = streamForm30File(salariesForForm30(paid));
        // The form has no place for the employer: whoever signs in on the portal is it. The name of the file tells whose it is.
        const employer = await findEmployer(database, companyId);
        const whose = employer === null ? '' : `${employer.taxId}-`;
        return opened(`form30-${whose}${key}.xls`, SPREADSHEET_ML, body);
      },
    },
    certificate: {
      permission,
      parameters: ofYear,
      open: async (companyId: string, { employeeId, year, language }: z.infer<typeof ofYear>) => {
        const income = await readIncome(database, sealing, companyId, employeeId, year);
        const employer = await findEmployer(database, companyId);
        if (income === null || employer === null) throw noSuchLink();
        const name = `${wordsOf(language).certificate} ${String(year)}.pdf`;
        return opened(
          name,
          PDF,
          renderPdf(certificatePdf(employer, income.employee, year, income.months, language)),
        );
      },
    },
  } satisfies FileKinds;
}

function opened(name: string, mediaType: string, body: Readable): OpenedFile {
  return { name, mediaType, body };
}

function periodOf({ year, month, number }: PaperRun): string {
  return number > 1 ? `${monthKey(year, month)}-${String(number)}` : monthKey(year, month);
}

/** Where papers of payroll are handed out. */
export type PaperDesk = FileDesk<ReturnType<typeof kindsOf>>;

/** Papers are made of what the database says when they are fetched. */
export function createPaperDesk(secret: Uint8Array, database: Database, sealing: Sealing): PaperDesk {
  return createFileDesk({ subgraph: 'payroll', secret, kinds: kindsOf(database, sealing) });
}
