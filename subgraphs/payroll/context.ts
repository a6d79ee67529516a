import { companyContext, type CompanyContext } from '#shared/graphql/company-context.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { PayrollWriter } from './writer.ts';

/** What every operation of payroll works with. */
export interface PayrollParts {
  readonly writer: PayrollWriter;
  readonly log: Logger;
}

/** What resolvers get for one operation: who asks, loaders, the write path. */
export interface PayrollContext extends CompanyContext, PayrollParts {}

/** Builds the context of one operation. */
export function createPayrollContext(parts: PayrollParts, caller: Caller): PayrollContext {
  return { ...parts, ...companyContext(parts.writer.database, caller) };
}
