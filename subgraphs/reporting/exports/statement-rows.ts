import type { CellSum, StatementColumn, StatementRow } from '#shared/documents/statement.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import type { Names } from '../mappings/line.ts';
import type { Check } from '../statements/checks.ts';
import type { FigureLine } from '../statements/sheet.ts';
import type { Making } from './making.ts';
import type { ReportLanguage, StatementReport } from './report.ts';
import type { Words } from './words.ts';

/** A name in the language of the file. */
export function named({ nameKa, nameEn }: Names, language: ReportLanguage): string {
  return language === 'en' ? nameEn : nameKa;
}

/** How a currency is written at the head of a column. */
export function signOf(currency: string): string {
  return currency === 'GEL' ? '₾' : currency;
}

/** The columns of a statement: names, figures, and with a comparative that, and what has changed. */
export function figureColumns(words: Words, titles: readonly string[], currency: string): StatementColumn[] {
  const sign = signOf(currency);
  const amounts = titles.length === 2 ? [...titles, words.change] : titles;
  return [
    { title: '', width: titles.length === 2 ? 48 : 58, kind: 'text' },
    ...amounts.map((title) => ({ title: `${title}, ${sign}`, width: 18, kind: 'amount' }) as const),
  ];
}

/** Figures of a row: with a comparative the change follows, as a formula. */
export function figureCells(row: number, amounts: readonly Amount[]): Pick<StatementRow, 'cells' | 'sums'> {
  const [amount = 0n, before] = amounts;
  if (before === undefined) return { cells: [formatAmount(amount)] };
  return {
    cells: [amount, before, amount - before].map((one) => formatAmount(one)),
    sums: [null, null, { plus: [[row, 1]], minus: [[row, 2]] }],
  };
}

/**
 * The lines of a statement without those that have no amount in any column, headings without a line, and totals of none.
 * Totals are sums of the rows that are shown: what is left out is zero.
 */
export function rowsOfLines(lines: readonly FigureLine[], language: ReportLanguage): StatementRow[] {
  const shown = linesShown(lines);
  return shown.map(({ line, amounts }, row): StatementRow => {
    const about = { code: line.code, level: line.level };
    const name = named(line, language);
    if (line.kind === 'HEADING') return { ...about, rank: 'heading', cells: [name] };
    const { cells, sums = [null] } = figureCells(row, amounts);
    const parts = shown.flatMap(({ line: part }, place) => (part.totalCode === line.code ? [place] : []));
    const total = (column: number): CellSum => ({
      plus: parts.map((place) => [place, column] as const),
      minus: [],
    });
    const isTotal = line.kind === 'TOTAL';
    return {
      ...about,
      rank: isTotal ? (line.level === 0 ? 'grand' : 'total') : 'line',
      cells: [name, ...cells],
      sums: [null, ...sums.map((sum, index) => (sum === null && isTotal ? total(index + 1) : sum))],
    };
  });
}

/** A line with its amounts, whatever the columns. */
interface Amounts {
  readonly line: Pick<FigureLine['line'], 'code' | 'kind' | 'level' | 'totalCode'>;
  readonly amounts: readonly Amount[];
}

/** Lines with an amount in some column, the headings above them, and their totals. */
export function linesShown<Line extends Amounts>(lines: readonly Line[]): Line[] {
  return lines.filter((line, index) => isShown(lines, line, index));
}

function isShown(lines: readonly Amounts[], { line, amounts }: Amounts, index: number): boolean {
  const isThere = ({ amounts: of }: Amounts): boolean => of.some((amount) => amount !== 0n);
  if (line.kind === 'LINE') return amounts.some((amount) => amount !== 0n);
  if (line.kind === 'TOTAL')
    return (
      line.level === 0 ||
      !lines.some(({ line: { kind } }) => kind === 'HEADING') ||
      lines.some((part) => part.line.totalCode === line.code && isThere(part))
    );
  const end = lines.findIndex(
    (other, place) => place > index && other.line.kind === 'HEADING' && other.line.level <= line.level,
  );
  return lines.slice(index + 1, end === -1 ? undefined : end).some(isThere);
}

/** A line of a table of figures. */
export interface FigureRow {
  readonly code: string;
  readonly name: string;
  readonly amounts: readonly Amount[];
}

/**
 * Lines of figures, and below them what each column comes to. `made` says of some columns of which others they are made
 * within a row, counted from the first figure.
 */
export function rowsWithTotal(
  lines: readonly FigureRow[],
  total: string,
  made: ReadonlyMap<number, { readonly plus: readonly number[]; readonly minus: readonly number[] }>,
): StatementRow[] {
  const across = (row: number, column: number): CellSum | null => {
    const parts = made.get(column);
    if (parts === undefined) return null;
    const places = (columns: readonly number[]) => columns.map((one) => [row, one + 1] as const);
    return { plus: places(parts.plus), minus: places(parts.minus) };
  };
  const columns = lines[0]?.amounts.map((_, column) => column) ?? [];
  const down = (column: number): CellSum => ({
    plus: lines.map((_, row) => [row, column + 1] as const),
    minus: [],
  });
  const rows = lines.map(({ code, name, amounts }, row): StatementRow => ({
    ...{ code, rank: 'line', level: 0 },
    cells: [name, ...amounts.map((amount) => formatAmount(amount))],
    sums: [null, ...amounts.map((_, column) => across(row, column))],
  }));
  if (rows.length === 0) return rows;
  const sums = columns.map((column) => lines.reduce((sum, { amounts }) => sum + (amounts[column] ?? 0n), 0n));
  return [
    ...rows,
    {
      ...{ code: 'TOTAL', rank: 'grand', level: 0 },
      cells: [total, ...sums.map((sum) => formatAmount(sum))],
      sums: [null, ...columns.map((column) => across(rows.length, column) ?? down(column))],
    },
  ];
}

/** What every statement has around its rows. */
export function statementOf(
  { owner, language }: Making,
  words: Words,
  about: {
    readonly title: string;
    readonly span: string;
    readonly day: string;
    readonly facts: readonly (readonly [string, string])[];
    readonly columns: readonly StatementColumn[];
    readonly rows: readonly StatementRow[];
    readonly checks?: readonly Check[];
    readonly notes?: readonly string[];
  },
): Omit<StatementReport, 'language'> {
  const { title, span, day, facts, columns, rows, checks = [], notes = [] } = about;
  const failed = checks.filter(({ expected, actual }) => expected !== actual);
  return {
    title,
    span,
    day,
    table: {
      title,
      span,
      owner: {
        name: owner.name,
        below: owner.taxId === null ? null : `${words.taxId}: ${owner.taxId}`,
      },
      facts,
      columns,
      rows,
      notes: [
        ...notes,
        // What does not hold is said on the paper itself.
        ...failed.map(
          ({ code, expected, actual }) =>
            `${words.doesNotHold}: ${code}, ${words.difference} ${formatAmount(actual - expected)}`,
        ),
      ],
      signatures:
        language === 'ka'
          ? ['ხელმძღვანელი', 'მთავარი ბუღალტერი', 'თარიღი']
          : ['Director', 'Chief accountant', 'Date'],
    },
  };
}
