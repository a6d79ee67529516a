import DataLoader from 'dataloader';
import { z } from 'zod';
import { badInput } from '#shared/domain/errors.ts';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { TaxContext } from '../../context.ts';
import type { Resolvers } from '../../generated/types.ts';
import type { VatEntryRow } from '../../vat-register/queries.ts';
import { oneByKey } from '#shared/graphql/loaders.ts';
import { readReports, stuckOfDocuments, type ReportRow, type SubmissionRow } from '../queries.ts';
import {
  listReportedEntries,
  reportsOfEntries,
  returnOfMonth,
  stuckOfMonth,
  sumReports,
  type EntryReportRow,
  type ReturnOfMonth,
} from './queries.ts';

const cursor: z.ZodType<[string, number, number]> = z.tuple([z.iso.date(), z.int(), z.int()]);

/** An entry's report, and the return of its month. */
export interface EntryReport extends EntryReportRow, ReturnOfMonth {}

export const reportingResolvers: Resolvers = {
  VatEntry: {
    report: (entry, _args, context) => loadersOf(context).report.load(entry),
  },
  VatEntryReport: {
    document: ({ documentId }, _args, context) =>
      documentId === null ? null : loadersOf(context).document.load(documentId),
  },
  RsGeReport: {
    stuck: ({ documentId }, _args, context) => loadersOf(context).stuck.load(documentId),
    returnDue: async ({ vatMonth }, _args, context) =>
      vatMonth === null ? null : (await loadersOf(context).month.load(vatMonth.slice(0, 7))).returnDue,
    isReturnOverdue: async ({ vatMonth }, _args, context) =>
      vatMonth !== null && (await loadersOf(context).month.load(vatMonth.slice(0, 7))).isReturnOverdue,
  },
  VatReporting: {
    sums: (month, _args, { database, companyId }) => sumReports(database, companyId, month),
    stuck: (month, _args, { database, companyId }) => stuckOfMonth(database, companyId, month),
    entries: async (month, { first, after, states }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listReportedEntries(database, companyId, month, states ?? null, page);
      return connectionFromPage(rows, page, (row): [string, number, number] => [row.date, row.seq, row.line]);
    },
  },
  Query: {
    vatReporting: (_root, { year, month }, { database, companyId }) => {
      if (year < 1 || year > 9999) throw badInput('year', year, 'must be between 1 and 9999');
      if (month < 1 || month > 12) throw badInput('month', month, 'must be between 1 and 12');
      return returnOfMonth(database, companyId, year, month);
    },
  },
};

interface ReportLoaders {
  readonly report: DataLoader<VatEntryRow, EntryReport>;
  readonly document: DataLoader<string, ReportRow>;
  readonly stuck: DataLoader<string, SubmissionRow | null>;
  /** Returns by their month, `2026-11`. */
  readonly month: DataLoader<string, ReturnOfMonth>;
}

const reportLoaders = new WeakMap<TaxContext, ReportLoaders>();

function loadersOf(context: TaxContext): ReportLoaders {
  const { database, companyId } = context;
  let ofContext = reportLoaders.get(context);
  if (ofContext === undefined) {
    ofContext = {
      report: new DataLoader((entries) => reportsOf(context, entries)),
      document: new DataLoader((ids) => readReports(database, companyId, ids)),
      stuck: oneByKey(
        (ids) => stuckOfDocuments(database, companyId, ids),
        ({ documentId }) => documentId,
      ),
      month: new DataLoader((months) => Promise.all(months.map((month) => monthNamed(context, month)))),
    };
    reportLoaders.set(context, ofContext);
  }
  return ofContext;
}

function monthNamed({ database, companyId }: TaxContext, name: string): Promise<ReturnOfMonth> {
  const [year = 0, month = 0] = name.split('-').map(Number);
  return returnOfMonth(database, companyId, year, month);
}

async function reportsOf(context: TaxContext, entries: readonly VatEntryRow[]): Promise<EntryReport[]> {
  const { database, companyId } = context;
  const byMonth = new Map<string, VatEntryRow[]>();
  for (const entry of entries) {
    const month = entry.date.slice(0, 7);
    byMonth.set(month, [...(byMonth.get(month) ?? []), entry]);
  }
  const found = new Map<string, EntryReport>();
  for (const [month, ofMonth] of byMonth) {
    const filing = await loadersOf(context).month.load(month);
    for (const row of await reportsOfEntries(database, companyId, filing, ofMonth))
      found.set(`${row.transactionId} ${String(row.line)}`, { ...filing, ...row });
  }
  return entries.map(({ transactionId, line }) => {
    const report = found.get(`${transactionId} ${String(line)}`);
    // The register was made anew between the two looks.
    if (report === undefined) throw new Error(`entry ${transactionId} ${String(line)} is gone`);
    return report;
  });
}
