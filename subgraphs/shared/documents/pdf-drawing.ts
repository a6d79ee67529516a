import type { PdfBlock, PdfColumn, PdfRank, PdfTable } from './pdf.ts';

type Paper = PDFKit.PDFDocument;

const INK = '#1a1a1a';
const PALE = '#5c5c5c';
const LINE = '#b5b5b5';
const SIZE = 9;
const SMALL = 8;
const GAP = 12;
/** Above and below the text of a row. */
const PADDING = 3;
const LABEL_SHARE = 0.34;
/** By how much a level sets in. */
const INDENT = 11;
/** Length of a line to sign on, and the room above it. */
const SIGNATURE = { width: 190, height: 27 } as const;

/** Draws blocks one below the other, on as many pages as they need. The first page is there already. */
export function drawSection(paper: Paper, blocks: readonly PdfBlock[]): void {
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
        drawHeading(paper, block.text, block.below);
        break;
      case 'facts':
        for (const fact of block.rows) drawFact(paper, fact);
        break;
      case 'table':
        drawTable(paper, block);
        break;
      case 'note':
        drawNote(paper, block.text);
        break;
      case 'letterhead':
        drawLetterhead(paper, block.text, block.below);
        break;
      case 'signatures':
        drawSignatures(paper, block.offices);
        break;
    }
    paper.y += GAP;
  }
}

/** Writes the foot of each page that is still held. */
export function drawFooters(paper: Paper, text: string): void {
  const { start, count } = paper.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    paper.switchToPage(start + index);
    const { left, bottom } = paper.page.margins;
    const y = paper.page.height - bottom + GAP;
    // The foot stands in the margin, where a text would otherwise begin another page.
    paper.page.margins.bottom = 0;
    pen(paper, 'regular', SMALL, PALE);
    paper.text(text, left, y, { width: widthOf(paper) * 0.8, lineBreak: false, ellipsis: true });
    paper.text(`${String(index + 1)} / ${String(count)}`, left, y, { width: widthOf(paper), align: 'right' });
    paper.page.margins.bottom = bottom;
  }
}

function drawHeading(paper: Paper, text: string, below: string | undefined): void {
  const width = widthOf(paper);
  pen(paper, 'bold', 15, INK);
  room(paper, paper.heightOfString(text, { width }) + GAP);
  paper.text(text, paper.page.margins.left, paper.y, { width });
  if (below === undefined) return;
  pen(paper, 'regular', 10, PALE);
  paper.text(below, paper.page.margins.left, paper.y, { width });
}

function drawFact(paper: Paper, [label, value]: readonly [string, string]): void {
  const width = widthOf(paper);
  const columns = [
    { title: '', share: LABEL_SHARE, align: 'left' },
    { title: '', share: 1 - LABEL_SHARE, align: 'left' },
  ] as const;
  pen(paper, 'regular', SIZE, INK);
  const height = heightOfRow(paper, columns, [label, value], 'regular');
  room(paper, height);
  const { y } = paper;
  const { left } = paper.page.margins;
  pen(paper, 'regular', SIZE, PALE);
  paper.text(label, left, y, { width: width * LABEL_SHARE - PADDING });
  pen(paper, 'regular', SIZE, INK);
  paper.text(value, left + width * LABEL_SHARE, y, { width: width * (1 - LABEL_SHARE) });
  paper.y = y + height - PADDING;
}

function drawNote(paper: Paper, text: string): void {
  const width = widthOf(paper);
  pen(paper, 'regular', SMALL, PALE);
  room(paper, paper.heightOfString(text, { width }));
  paper.text(text, paper.page.margins.left, paper.y, { width });
}

function drawLetterhead(paper: Paper, text: string, below: string | undefined): void {
  const width = widthOf(paper);
  pen(paper, 'bold', 10, INK);
  paper.text(text, paper.page.margins.left, paper.y, { width });
  if (below === undefined) return;
  pen(paper, 'regular', SIZE, PALE);
  paper.text(below, paper.page.margins.left, paper.y, { width });
}

function drawSignatures(paper: Paper, offices: readonly string[]): void {
  const { left } = paper.page.margins;
  room(paper, offices.length * SIGNATURE.height);
  for (const office of offices) {
    const y = paper.y + SIGNATURE.height;
    const start = left + widthOf(paper) * LABEL_SHARE;
    pen(paper, 'regular', SIZE, INK);
    paper.text(office, left, y - paper.currentLineHeight(), { width: start - left - PADDING });
    paper
      .moveTo(start, y)
      .lineTo(start + SIGNATURE.width, y)
      .lineWidth(0.5)
      .stroke(PALE);
    paper.y = y;
  }
}

function drawTable(paper: Paper, { columns, rows, total, isWhole = false, ranks = [] }: PdfTable): void {
  const titles = columns.map(({ title }) => title);
  const head = heightOfRow(paper, columns, titles, 'bold');
  const drawHead = (): void => {
    drawRow(paper, columns, titles, 'bold', head);
    rule(paper);
  };
  if (isWhole) {
    const below = total === undefined ? 0 : heightOfRow(paper, columns, total, 'bold');
    const whole = rows.reduce((sum, row) => sum + heightOfRow(paper, columns, row, 'regular'), head + below);
    const { top, bottom } = paper.page.margins;
    if (whole <= paper.page.height - top - bottom) room(paper, whole);
  }
  // A head never stands alone at the foot of a page.
  const first = rows[0] ?? total;
  room(paper, head + (first === undefined ? 0 : heightOfRow(paper, columns, first, 'regular')));
  drawHead();
  const fontOf = (index: number) => (ranks[index]?.isBold === true ? 'bold' : 'regular');
  const heightAt = (index: number): number => {
    const row = rows[index];
    if (row === undefined) return 0;
    const rank = ranks[index];
    const height = heightOfRow(paper, columns, row, fontOf(index), rank);
    return rank?.keepsWithNext === true ? height + heightAt(index + 1) : height;
  };
  rows.forEach((row, index) => {
    const rank = ranks[index];
    const height = heightOfRow(paper, columns, row, fontOf(index), rank);
    const isLast = index === rows.length - 1;
    // Nor does a total stand alone at the top of one.
    const needed =
      isLast && total !== undefined ? height + heightOfRow(paper, columns, total, 'bold') : heightAt(index);
    if (room(paper, needed)) drawHead();
    if (rank?.isRuled === true) ruleAmounts(paper, columns, 0);
    drawRow(paper, columns, row, fontOf(index), height, rank);
    if (rank?.isClosing === true) {
      ruleAmounts(paper, columns, -1.5);
      ruleAmounts(paper, columns, 0.5);
      paper.y += PADDING;
    }
  });
  if (total === undefined) return;
  rule(paper);
  drawRow(paper, columns, total, 'bold', heightOfRow(paper, columns, total, 'bold'));
}

function drawRow(
  paper: Paper,
  columns: readonly PdfColumn[],
  cells: readonly string[],
  font: 'regular' | 'bold',
  height: number,
  rank?: PdfRank,
): void {
  const top = paper.y;
  let x = paper.page.margins.left;
  pen(paper, font, SIZE, INK);
  columns.forEach((column, index) => {
    const width = widthOf(paper) * column.share;
    const text = cells[index] ?? '';
    const indent = setIn(columns, index, rank);
    if (text !== '') {
      const options = { width: width - PADDING - indent };
      if (column.align === 'left') paper.text(text, x + indent, top + PADDING, options);
      else {
        // The parenthesis of an amount below zero hangs out, so that the points stay under one another.
        const hanging = text.endsWith(')') ? paper.widthOfString(')') : 0;
        paper.text(text, x + PADDING - (hanging > 0 ? PADDING : 0), top + PADDING, {
          width: options.width + hanging + (hanging > 0 ? PADDING : 0),
          align: 'right',
          lineBreak: false,
        });
      }
    }
    x += width;
  });
  paper.y = top + height;
}

/** How far a text is set in: names of rows by their level, and what stands right of amounts, so that it does not touch them. */
function setIn(columns: readonly PdfColumn[], index: number, rank: PdfRank | undefined): number {
  if (index === 0) return (rank?.level ?? 0) * INDENT;
  return columns[index]?.align === 'left' && columns[index - 1]?.align === 'amount' ? 2 * PADDING : 0;
}

function heightOfRow(
  paper: Paper,
  columns: readonly PdfColumn[],
  cells: readonly string[],
  font: 'regular' | 'bold',
  rank?: PdfRank,
): number {
  pen(paper, font, SIZE, INK);
  const heights = columns.map(({ share }, index) => {
    const indent = setIn(columns, index, rank);
    return paper.heightOfString(cells[index] ?? '', { width: widthOf(paper) * share - PADDING - indent });
  });
  return Math.max(...heights, paper.currentLineHeight()) + 2 * PADDING;
}

/** Goes on to the next page when what follows does not fit on this one; tells whether it did. */
function room(paper: Paper, height: number): boolean {
  if (paper.y + height <= paper.page.height - paper.page.margins.bottom) return false;
  paper.addPage();
  return true;
}

function rule(paper: Paper): void {
  const { left } = paper.page.margins;
  paper
    .moveTo(left, paper.y)
    .lineTo(left + widthOf(paper), paper.y)
    .lineWidth(0.5)
    .stroke(LINE);
}

/** A line under or above the amounts of a row, one for each column. */
function ruleAmounts(paper: Paper, columns: readonly PdfColumn[], below: number): void {
  const y = paper.y + below;
  let x = paper.page.margins.left;
  for (const { share, align } of columns) {
    const width = widthOf(paper) * share;
    if (align === 'amount')
      paper
        .moveTo(x + 2 * PADDING, y)
        .lineTo(x + width, y)
        .lineWidth(0.5)
        .stroke(PALE);
    x += width;
  }
}

function pen(paper: Paper, font: 'regular' | 'bold', size: number, colour: string): void {
  paper.font(font).fontSize(size).fillColor(colour);
}

function widthOf({ page }: Paper): number {
  return page.width - page.margins.left - page.margins.right;
}
