import { badInput, DomainError } from '#shared/domain/errors.ts';
import type { FileLink } from '#shared/platform/file-link.ts';
import type { Principal } from '#shared/platform/principal.ts';
import type { PayrollContext } from '../context.ts';
import type { PaperLanguage, Resolvers } from '../generated/types.ts';
import { findEmployer } from '../employer/queries.ts';
import { hasPapers } from './desk.ts';
import { findPaperRun, isPaidBy, readIncome } from './queries.ts';

export const paperResolvers: Resolvers = {
  Query: {
    payslipFile: async (_root, { runId, employeeId, language }, context) => {
      const { database, companyId } = context;
      if (!(await isReady(context, runId))) return null;
      if (!(await isPaidBy(database, companyId, runId, employeeId))) return null;
      const parameters = { runId, employeeId, language: letters(language) };
      return shown(context.papers.link(asking(context), 'payslip', parameters));
    },
    payslipsFile: async (_root, { runId, language }, context) => {
      if (!(await isReady(context, runId))) return null;
      return shown(context.papers.link(asking(context), 'payslips', { runId, language: letters(language) }));
    },
    payrollRegisterFile: async (_root, { runId, language }, context) => {
      if (!(await isReady(context, runId))) return null;
      return shown(context.papers.link(asking(context), 'register', { runId, language: letters(language) }));
    },
    payrollForm30File: (_root, { year, month }, context) => {
      demandYear(year);
      if (month < 1 || month > 12) throw badInput('month', month, 'a month is 1 to 12');
      return shown(context.papers.link(asking(context), 'form30', { year, month }));
    },
    incomeCertificateFile: async (_root, { employeeId, year, language }, context) => {
      const { database, sealing, companyId } = context;
      demandYear(year);
      if ((await readIncome(database, sealing, companyId, employeeId, year)) === null) return null;
      await demandEmployer(context);
      const parameters = { employeeId, year, language: letters(language) };
      return shown(context.papers.link(asking(context), 'certificate', parameters));
    },
  },
};

/** False where there is no such run. @throws DomainError INVALID_TRANSITION for one that has no payslips. */
async function isReady({ database, companyId }: PayrollContext, runId: string): Promise<boolean> {
  const run = await findPaperRun(database, companyId, runId);
  if (run === null) return false;
  if (!hasPapers(run))
    throw new DomainError('INVALID_TRANSITION', `runId: the run is ${run.state}`, {
      field: 'runId',
      value: runId,
      state: run.state,
    });
  return true;
}

/** A certificate that does not say who certifies is none. @throws DomainError INVALID_TRANSITION */
async function demandEmployer({ database, companyId }: PayrollContext): Promise<void> {
  if ((await findEmployer(database, companyId)) !== null) return;
  throw new DomainError(
    'INVALID_TRANSITION',
    'payrollEmployer: a certificate names the employer; say who it is by describePayrollEmployer',
    { field: 'payrollEmployer' },
  );
}

function demandYear(year: number): void {
  if (year < 2000 || year > 2200) throw badInput('year', year, 'a year is 2000 to 2200');
}

function asking({ caller }: PayrollContext): Principal {
  if (caller.principal === null) throw new DomainError('UNAUTHENTICATED', 'sign in first');
  return caller.principal;
}

function letters(language: PaperLanguage): 'ka' | 'en' {
  return language === 'EN' ? 'en' : 'ka';
}

function shown({ url, expiresAt }: FileLink): { url: string; expiresAt: string } {
  return { url, expiresAt: expiresAt.toISOString() };
}
