import { companyContext, type CompanyContext } from '#shared/graphql/company-context.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { Sealing } from '#shared/platform/sealing.ts';
import type { Forecasts } from './analysis/forecasts.ts';
import { createPayrollLoaders, type PayrollLoaders } from './loaders.ts';
import type { PaperDesk } from './papers/desk.ts';
import type { PayrollWriter } from './writer.ts';

/** What every operation of payroll works with. */
export interface PayrollParts {
  readonly writer: PayrollWriter;
  /** Seals and opens personal numbers and bank accounts; the subject is the id of the employee. */
  readonly sealing: Sealing;
  /** Links to papers. */
  readonly papers: PaperDesk;
  /** Forecasts, one at a time. */
  readonly forecasts: Forecasts;
  readonly log: Logger;
}

/** What resolvers get for one operation: who asks, loaders, the write path. */
export interface PayrollContext extends CompanyContext, PayrollParts {
  readonly loaders: PayrollLoaders;
}

/** Builds the context of one operation. */
export function createPayrollContext(parts: PayrollParts, caller: Caller): PayrollContext {
  const company = companyContext(parts.writer.database, caller);
  return { ...parts, ...company, loaders: createPayrollLoaders(company.database, company.companyId) };
}
