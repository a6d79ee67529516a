import { companyContext, type CompanyContext } from '#shared/graphql/company-context.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { ReportDesk } from './exports/desk.ts';
import type { ReportingWriter } from './writer.ts';

/** What every operation of reporting works with. */
export interface ReportingParts {
  readonly writer: ReportingWriter;
  /** Links to reports as files. */
  readonly files: ReportDesk;
  readonly log: Logger;
}

/** What resolvers get for one operation: who asks, the read models, the write path of reporting's own settings. */
export interface ReportingContext extends CompanyContext, ReportingParts {}

/** Builds the context of one operation. */
export function createReportingContext(parts: ReportingParts, caller: Caller): ReportingContext {
  return { ...parts, ...companyContext(parts.writer.database, caller) };
}
