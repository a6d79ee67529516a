import type { Readable } from 'node:stream';
import { printedAmount } from '#shared/documents/amount.ts';
import { renderPdf, type PdfSection, type PdfTable } from '#shared/documents/pdf.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { ListReport, ReportColumn, ReportRow } from './report.ts';

/** Media type of PDF. */
export const PDF = 'application/pdf';

/** Rows that are held at once, about fifty pages: a longer report goes on in a section that counts its pages anew. */
const ROWS_OF_SECTION = 2_000;

/** A list on A4 on its side. */
export function renderReportPdf(report: ListReport): Readable {
  return renderPdf({
    title: `${report.title} ${report.span}`,
    language: report.language,
    layout: 'landscape',
    created: new Date(`${report.day}T00:00:00Z`),
    sections: sectionsOf(report),
  });
}

async function* sectionsOf(report: ListReport): AsyncGenerator<PdfSection> {
  const { columns, title, span, facts } = report;
  const footer = `${title} · ${span}`;
  const letters = columns.reduce((sum, { width }) => sum + width, 0);
  const shown = columns.map(({ title, width, kind }) => ({
    title,
    share: width / letters,
    align: kind === 'amount' ? ('amount' as const) : ('left' as const),
  }));
  const sums = columns.map(() => 0n);
  let isFirst = true;
  const section = (rows: readonly (readonly string[])[], total?: readonly string[]): PdfSection => {
    const table: PdfTable = {
      kind: 'table',
      columns: shown,
      rows,
      ...(total === undefined ? {} : { total }),
    };
    const above = isFirst
      ? [
          { kind: 'heading', text: title, below: span } as const,
          ...(facts.length === 0 ? [] : [{ kind: 'facts', rows: facts } as const]),
        ]
      : [];
    isFirst = false;
    return { footer, blocks: [...above, table] };
  };
  let rows: string[][] = [];
  let before: ReportRow = [];
  for await (const row of report.rows) {
    columns.forEach(({ isSummed }, index) => {
      if (isSummed === true) sums[index] = (sums[index] ?? 0n) + parseDatabaseAmount(row[index] ?? '0');
    });
    rows.push(printedRow(columns, row, rows.length === 0 ? [] : before));
    before = row;
    if (rows.length < ROWS_OF_SECTION) continue;
    yield section(rows);
    rows = [];
  }
  const isTotalled = columns.some(({ isSummed }) => isSummed === true);
  const total = columns.map(({ isSummed, kind }, index) => {
    if (isSummed === true) return printedAmount(formatAmount(sums[index] ?? 0n, kind === 'integer' ? 0 : 2));
    return index === 0 ? report.totalTitle : '';
  });
  yield section(rows, isTotalled ? total : undefined);
}

function printedRow(columns: readonly ReportColumn[], row: ReportRow, before: ReportRow): string[] {
  return columns.map(({ kind, isSaidOnce }, index) => {
    const cell = row[index] ?? '';
    if (isSaidOnce === true && cell === before[index]) return '';
    // Nothing is a dash: zeros in every column hide the figures.
    if (kind === 'amount') return cell === '' ? '' : cell === '0.00' ? '–' : printedAmount(cell);
    return kind === 'date' ? cell.split('-').reverse().join('.') : cell;
  });
}
