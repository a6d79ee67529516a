import type { Readable } from 'node:stream';
import type {
  CellPlace,
  CellSum,
  RowRank,
  StatementColumn,
  StatementRow,
  StatementTable,
} from './statement.ts';
import { columnName, linesOf, linesOfRow, printedPage, rowOf, textCell } from './xlsx-sheet.ts';
import { AMOUNT_FORMAT, MAIN, workbookOf } from './xlsx.ts';

/** Columns wider than this in letters want a page on its side. */
const MOST_UPRIGHT_LETTERS = 110;
/** Letters that can be read side by side on a page on its side; a wider table is printed on several, each with the names of rows. */
const LETTERS_ABREAST = 210;

/**
 * A statement as a workbook: letterhead, title and facts above, a head that stays in sight with the names of rows, sums as
 * formulas, lines to sign on below.
 */
export function renderStatementXlsx(table: StatementTable): Readable {
  const looks = new Looks();
  const above = linesAbove(table);
  const head = above.length + 1;
  const last = columnName(table.columns.length - 1);
  const pieces = [...sheetOf(table, looks, above, head)];
  return workbookOf({
    sheet: table.title,
    repeated: `$A:$A,$${String(head)}:$${String(head)}`,
    printed: `$A$1:$${last}$${String(head + table.rows.length + linesBelow(table).length)}`,
    pieces,
    styles: looks.part(),
  });
}

interface TextLine {
  readonly text: string;
  readonly look: Look;
}

const PLAIN: Look = { font: 'plain' };

function linesAbove({ owner, title, span, facts }: StatementTable): TextLine[] {
  return [
    { text: owner.name, look: { font: 'bold' } },
    ...(owner.below === null ? [] : [{ text: owner.below, look: { font: 'pale' } as const }]),
    { text: title, look: { font: 'title' } },
    { text: span, look: PLAIN },
    ...facts.map((fact) => ({ text: fact.join(': '), look: { font: 'pale' } as const })),
    { text: '', look: PLAIN },
  ];
}

function linesBelow({ notes, signatures }: StatementTable): TextLine[] {
  return [
    ...(notes.length === 0 ? [] : [{ text: '', look: PLAIN }]),
    ...notes.map((text) => ({ text, look: { font: 'pale' } as const })),
    ...signatures.flatMap((text) => [
      { text: '', look: PLAIN },
      { text: `${text}  ______________________`, look: PLAIN },
    ]),
  ];
}

function* sheetOf(
  table: StatementTable,
  looks: Looks,
  above: readonly TextLine[],
  head: number,
): Generator<string> {
  const { columns, rows } = table;
  const letters = columns.reduce((sum, { width }) => sum + width, 0);
  yield (
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>` +
    '<sheetView showGridLines="0" workbookViewId="0">' +
    `<pane xSplit="1" ySplit="${String(head)}" topLeftCell="B${String(head + 1)}" activePane="bottomRight" state="frozen"/>` +
    '</sheetView></sheetViews><cols>' +
    columns
      .map(
        ({ width }, index) =>
          `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(width)}" customWidth="1"/>`,
      )
      .join('') +
    '</cols><sheetData>'
  );
  const line = (number: number, { text, look }: TextLine): string =>
    rowOf(number, [textCell(`A${String(number)}`, text, looks.of(look))], look.font === 'title' ? 1.5 : 1);
  yield above.map((one, index) => line(index + 1, one)).join('');
  yield rowOf(
    head,
    columns.map(({ title, kind }, index) =>
      textCell(
        columnName(index) + String(head),
        title,
        looks.of({
          font: 'bold',
          below: 'thin',
          wraps: true,
          ...(kind === 'amount' ? { isRight: true } : {}),
        }),
      ),
    ),
    linesOfRow(columns.map(({ title, width }) => linesOf(title, width))),
  );
  for (const [index, row] of rows.entries())
    yield rowOfStatement(table, row, head + 1 + index, head + 1, looks);
  yield linesBelow(table)
    .map((one, index) => line(head + 1 + rows.length + index, one))
    .join('');
  yield `</sheetData>${printedPage({ isUpright: letters <= MOST_UPRIGHT_LETTERS, abreast: Math.ceil(letters / LETTERS_ABREAST) })}</worksheet>`;
}

/** Room that a level of rows is set in by. */
const LETTERS_OF_LEVEL = 3;
const FONTS_OF_RANK = { heading: 'bold', line: 'plain', total: 'bold', grand: 'bold' } as const;

function rowOfStatement(
  { columns }: StatementTable,
  row: StatementRow,
  number: number,
  first: number,
  looks: Looks,
): string {
  const setIn = (index: number): number => (index === 0 ? row.level : 0);
  const linesOfText = ({ kind, width }: StatementColumn, index: number): number =>
    kind === 'text' ? linesOf(row.cells[index] ?? '', width - LETTERS_OF_LEVEL * setIn(index)) : 1;
  const cells = columns.map(({ kind }, index) => {
    const place = columnName(index) + String(number);
    const value = row.cells[index] ?? null;
    const look: Look = { font: FONTS_OF_RANK[row.rank], ...edgesOf(row.rank) };
    if (kind === 'text') {
      return textCell(place, value ?? '', looks.of({ ...look, indent: setIn(index), wraps: true }));
    }
    const style = looks.of({ ...look, isAmount: true });
    if (value === null) return `<c r="${place}" s="${String(style)}"/>`;
    const sum = row.sums?.[index] ?? null;
    const formula = sum === null ? '' : `<f>${formulaOf(sum, first)}</f>`;
    return `<c r="${place}" s="${String(style)}">${formula}<v>${value}</v></c>`;
  });
  return rowOf(number, cells, linesOfRow(columns.map(linesOfText)));
}

function edgesOf(rank: RowRank): Partial<Look> {
  if (rank === 'total') return { above: 'thin' };
  return rank === 'grand' ? { above: 'thin', below: 'double' } : {};
}

/** `SUM(B3:B6)` where cells follow one another, else `B3+B5-B7`. */
export function formulaOf({ plus, minus }: CellSum, firstRow: number): string {
  if (plus.length + minus.length === 0) return '0';
  const name = ([row, column]: CellPlace): string => columnName(column) + String(firstRow + row);
  const [start, end] = [plus[0], plus.at(-1)];
  const follows = plus.every(
    ([row, column], index) =>
      start !== undefined &&
      ((column === start[1] && row === start[0] + index) ||
        (row === start[0] && column === start[1] + index)),
  );
  const sum =
    plus.length > 2 && follows && start !== undefined && end !== undefined
      ? `SUM(${name(start)}:${name(end)})`
      : plus.map(name).join('+');
  return sum + minus.map((place) => `-${name(place)}`).join('');
}

/** How a cell looks. */
interface Look {
  readonly font: 'plain' | 'bold' | 'title' | 'pale';
  readonly above?: 'thin';
  readonly below?: 'thin' | 'double';
  readonly indent?: number;
  readonly wraps?: boolean;
  readonly isRight?: boolean;
  readonly isAmount?: boolean;
}

const FONTS: Readonly<Record<Look['font'], string>> = {
  plain: '<font><sz val="10"/><name val="Calibri"/></font>',
  bold: '<font><b/><sz val="10"/><name val="Calibri"/></font>',
  title: '<font><b/><sz val="14"/><name val="Calibri"/></font>',
  pale: '<font><sz val="9"/><color rgb="FF5C5C5C"/><name val="Calibri"/></font>',
};
const BORDERS = [
  { above: undefined, below: undefined },
  { above: undefined, below: 'thin' },
  { above: 'thin', below: undefined },
  { above: 'thin', below: 'double' },
] as const;

/** Styles of a workbook (ECMA-376 part 1, 18.8), each combination once, in the order in which it was asked for. */
class Looks {
  readonly #styles: string[] = [];

  of({ font, above, below, indent = 0, wraps = false, isRight = false, isAmount = false }: Look): number {
    const fontId = Object.keys(FONTS).indexOf(font);
    const borderId = BORDERS.findIndex((border) => border.above === above && border.below === below);
    const alignment =
      `<alignment vertical="${wraps ? 'center' : 'bottom'}"` +
      (indent > 0 ? ` horizontal="left" indent="${String(indent * 2)}"` : '') +
      (isRight ? ' horizontal="right"' : '') +
      (wraps ? ' wrapText="1"' : '') +
      '/>';
    const style =
      `<xf numFmtId="${isAmount ? '166' : '49'}" fontId="${String(fontId)}" fillId="0" borderId="${String(borderId)}" xfId="0" ` +
      `applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
    const known = this.#styles.indexOf(style);
    return known === -1 ? this.#styles.push(style) - 1 : known;
  }

  part(): string {
    const edge = (name: string, style: string | undefined): string =>
      style === undefined ? `<${name}/>` : `<${name} style="${style}"/>`;
    return (
      `<styleSheet xmlns="${MAIN}">` +
      `<numFmts count="1">${AMOUNT_FORMAT}</numFmts>` +
      `<fonts count="${String(Object.keys(FONTS).length)}">${Object.values(FONTS).join('')}</fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      `<borders count="${String(BORDERS.length)}">` +
      BORDERS.map(
        ({ above, below }) =>
          `<border><left/><right/>${edge('top', above)}${edge('bottom', below)}<diagonal/></border>`,
      ).join('') +
      '</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${String(this.#styles.length)}">${this.#styles.join('')}</cellXfs></styleSheet>`
    );
  }
}
