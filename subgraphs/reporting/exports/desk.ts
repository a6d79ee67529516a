import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Database } from '#db/client.ts';
import { CSV, renderCsv } from '#shared/documents/csv.ts';
import { renderStatementPdf } from '#shared/documents/statement-pdf.ts';
import { renderStatementXlsx } from '#shared/documents/statement-xlsx.ts';
import { renderXlsx, XLSX } from '#shared/documents/xlsx.ts';
import { createFileDesk, type FileDesk, type FileKinds } from '#shared/graphql/file-desk.ts';
import { noSuchLink } from '#shared/platform/file-link.ts';
import type { Logger } from '#shared/platform/log.ts';
import { tellProgress, type FileProgress } from '../file-progress/progress.ts';
import type { ReportingWriter } from '../writer.ts';
import { renderStatementCsv } from './csv.ts';
import { MAKERS } from './makers.ts';
import { readOwner, type ReportMaker } from './making.ts';
import { PDF, renderReportPdf } from './pdf.ts';
import { isClosedUpTo, keepFile } from './queries.ts';
import type { ListReport, Report, ReportFormat, StatementReport } from './report.ts';

/** Names of reports that can be fetched. */
export type ReportName = keyof typeof MAKERS;

const linked = z.object({
  id: z.uuid(),
  /** Who asked for the link: in whose name is told how far the file is. */
  userId: z.uuid(),
  report: z.string(),
  question: z.unknown(),
  format: z.enum(['CSV', 'XLSX', 'PDF']),
  language: z.enum(['ka', 'en']),
});

/** What a link stands for. */
export type LinkedReport = z.infer<typeof linked>;

/** A report drawn, and whether all that it counts is closed. */
export interface DrawnReport {
  readonly report: Report;
  readonly isClosed: boolean;
  /** What was asked, in one spelling. */
  readonly question: string;
}

/** Draws a report, its rows not yet read; null when there is nothing by that name. */
export async function drawReport(
  database: Database,
  companyId: string,
  { report: name, question: given, language }: Omit<LinkedReport, 'id' | 'userId' | 'format'>,
): Promise<DrawnReport | null> {
  const known: ReportMaker<never> | undefined = Object.hasOwn(MAKERS, name)
    ? (MAKERS[name as ReportName] as unknown as ReportMaker<never>)
    : undefined;
  const question = known?.question.safeParse(given);
  if (known === undefined || question?.success !== true) return null;
  const isClosed =
    (await known.isClosed?.({ database, companyId }, question.data)) ??
    (await database.withCompany(companyId, (sql) =>
      isClosedUpTo(sql, companyId, known.lastDay(question.data)),
    ));
  const owner = await readOwner(database, companyId, language);
  const drawn = await known.make({ database, companyId, owner, language, isOpen: !isClosed }, question.data);
  if (drawn === null) return null;
  const report =
    'table' in drawn
      ? { ...drawn, language }
      : { ...drawn, language, totalTitle: language === 'ka' ? 'სულ' : 'Total' };
  return { report, isClosed, question: JSON.stringify(question.data) };
}

function kindsOf(writer: ReportingWriter, log: Logger) {
  const { database } = writer;
  return {
    report: {
      permission: 'reports:financial',
      parameters: linked,
      open: async (companyId: string, asked: LinkedReport) => {
        const drawn = await drawReport(database, companyId, asked);
        // It was there when the link was made.
        if (drawn === null) throw noSuchLink();
        const { report, isClosed, question } = drawn;
        const { id, userId, format, language } = asked;
        const ofRows = await rowsOf(report);
        const told = { report: asked.report, format, language, ofRows };
        const progress = tellProgress(writer, { companyId, userId }, id, told, log);
        const { body, mediaType, ending } = rendered(watched(report, progress), format);
        const counted = counting(
          (count) => {
            progress.bytes(count);
          },
          async ({ sha256, bytes }) => {
            await keepFile(database, companyId, {
              ...{ id, report: asked.report, question, format, language, isClosed, sha256, bytes },
            });
            await progress.finished(sha256);
          },
        );
        pipeline(body, counted).catch((error: unknown) => {
          void progress.broken();
          // Whoever fetches sees the file break off; why is told here. Who goes away in the middle is no fault.
          if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE')
            log.warn({ err: error, report: asked.report, format }, 'a report broke off');
        });
        return { name: `${report.title} ${report.span}.${ending}`, mediaType, body: counted };
      },
    },
  } satisfies FileKinds;
}

/** How many rows a report will have, where that is known before they are read. */
async function rowsOf(report: Report): Promise<number | null> {
  if ('table' in report) return report.table.rows.length;
  return (await report.countRows?.()) ?? null;
}

/** The same report, whose rows are counted as they go by. */
function watched(report: Report, progress: FileProgress): Report {
  if ('table' in report) {
    report.table.rows.forEach(() => {
      progress.row();
    });
    return report;
  }
  async function* counted(rows: ListReport['rows']) {
    for await (const row of rows) {
      progress.row();
      yield row;
    }
  }
  return { ...report, rows: counted(report.rows) };
}

interface Rendered {
  readonly body: Readable;
  readonly mediaType: string;
  readonly ending: string;
}

const KINDS = {
  CSV: { mediaType: CSV, ending: 'csv' },
  XLSX: { mediaType: XLSX, ending: 'xlsx' },
  PDF: { mediaType: PDF, ending: 'pdf' },
} as const;

function rendered(report: Report, format: ReportFormat): Rendered {
  return {
    ...KINDS[format],
    body: 'table' in report ? renderedStatement(report, format) : renderedList(report, format),
  };
}

function renderedStatement({ table, language, day }: StatementReport, format: ReportFormat): Readable {
  switch (format) {
    case 'CSV':
      return renderStatementCsv(table);
    case 'PDF':
      return renderStatementPdf(table, { language, day });
    case 'XLSX':
      return renderStatementXlsx(table);
  }
}

function renderedList(report: ListReport, format: ReportFormat): Readable {
  switch (format) {
    case 'CSV':
      return renderCsv(report);
    case 'PDF':
      return renderReportPdf(report);
    case 'XLSX':
      return renderXlsx({
        sheet: report.title,
        printedAbove: [`${report.title} ${report.span}`, ...report.facts.map((fact) => fact.join(': '))].join(
          ' · ',
        ),
        totalTitle: report.totalTitle,
        columns: report.columns,
        rows: report.rows,
      });
  }
}

/** Passes bytes on, and tells what they were before it says that there are no more. */
function counting(
  passed: (bytes: number) => void,
  done: (file: { readonly sha256: string; readonly bytes: number }) => Promise<void>,
): Transform {
  const hash = createHash('sha256');
  let bytes = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, pass) {
      hash.update(piece);
      bytes += piece.length;
      passed(piece.length);
      pass(null, piece);
    },
    flush(finish) {
      done({ sha256: hash.digest('hex'), bytes }).then(() => {
        finish();
      }, finish);
    },
  });
}

/** Where reports are handed out as files. */
export type ReportDesk = FileDesk<ReturnType<typeof kindsOf>>;

/** Reports are made of the books when they are fetched. */
export function createReportDesk(secret: Uint8Array, writer: ReportingWriter, log: Logger): ReportDesk {
  return createFileDesk({ subgraph: 'reporting', secret, kinds: kindsOf(writer, log) });
}
