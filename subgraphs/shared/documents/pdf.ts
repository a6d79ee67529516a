import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { drawFooters, drawSection } from './pdf-drawing.ts';

/** A document to be printed on A4. */
export interface PdfDocument {
  readonly title: string;
  readonly language: 'ka' | 'en';
  /** On its side for wide tables; upright without it. */
  readonly layout?: 'landscape';
  /** The date in the file. The same document made again has the same bytes, so it is no clock's. */
  readonly created: Date;
  /** Each begins on a page of its own and counts its own pages. They are drawn as they come. */
  readonly sections: AsyncIterable<PdfSection> | Iterable<PdfSection>;
}

export interface PdfSection {
  readonly blocks: readonly PdfBlock[];
  /** At the foot of each page, left of the number of the page. */
  readonly footer: string;
}

export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly below?: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | PdfTable
  | { readonly kind: 'note'; readonly text: string }
  /** Whose paper it is. */
  | { readonly kind: 'letterhead'; readonly text: string; readonly below?: string }
  /** A line to sign on for each office. They stay together. */
  | { readonly kind: 'signatures'; readonly offices: readonly string[] };

export interface PdfTable {
  readonly kind: 'table';
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Not parted by the end of a page where a page has room for it: it begins on the next one instead. */
  readonly isWhole?: boolean;
  /** A last row in bold letters, under a line. */
  readonly total?: readonly string[];
  /** How each row stands out, by its place; as it comes without it. */
  readonly ranks?: readonly PdfRank[];
}

/** How a row stands out. */
export interface PdfRank {
  readonly isBold?: boolean;
  /** How deep its first cell is set in, from 0. */
  readonly level?: number;
  /** A line above it, and two below it. */
  readonly isRuled?: boolean;
  readonly isClosing?: boolean;
  /** It is not left behind at the foot of a page by the row that follows. */
  readonly keepsWithNext?: boolean;
}

export interface PdfColumn {
  readonly title: string;
  /** Share of the width of the page. */
  readonly share: number;
  /** Amounts stand on the right, unbroken: with the same number of decimals their points are under one another. */
  readonly align: 'left' | 'amount';
}

const { resolve } = createRequire(import.meta.url);
/** Latin and Georgian letters, the sign of the lari, and digits of one width. */
const FONTS = {
  regular: resolve('@expo-google-fonts/noto-sans-georgian/400Regular/NotoSansGeorgian_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans-georgian/700Bold/NotoSansGeorgian_700Bold.ttf'),
};

const MARGIN = 48;

/**
 * The bytes of a document. One section is held at a time, and drawn when the reader has room for it: a document of
 * thousands of pages takes no more memory than one of ten.
 */
export function renderPdf(document: PdfDocument): Readable {
  return Readable.from(pdfBytes(document), { objectMode: false });
}

async function* pdfBytes(document: PdfDocument): AsyncGenerator<Buffer> {
  const paper = new PDFDocument({
    size: 'A4',
    layout: document.layout ?? 'portrait',
    margin: MARGIN,
    autoFirstPage: false,
    // Pages are kept until it is known how many their section has.
    bufferPages: true,
    lang: document.language,
    info: {
      Title: document.title,
      Creator: 'Davtari',
      Producer: 'Davtari',
      CreationDate: document.created,
    },
  });
  paper.registerFont('regular', FONTS.regular).registerFont('bold', FONTS.bold);
  const pieces: Buffer[] = [];
  paper.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = once(paper, 'end');

  for await (const section of document.sections) {
    paper.addPage();
    drawSection(paper, section.blocks);
    drawFooters(paper, section.footer);
    paper.flushPages();
    // Others of this process have their turn between two sections.
    await nextTurn();
    yield* pieces.splice(0);
  }
  // A file without a page is none.
  if (paper.bufferedPageRange().start + paper.bufferedPageRange().count === 0) paper.addPage();
  paper.end();
  await ended;
  yield* pieces.splice(0);
}
