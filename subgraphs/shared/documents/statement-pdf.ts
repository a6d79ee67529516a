import type { Readable } from 'node:stream';
import { printedAmount } from './amount.ts';
import { renderPdf, type PdfBlock, type PdfRank, type PdfTable } from './pdf.ts';
import type { StatementRow, StatementTable } from './statement.ts';

/** Letters that stand side by side on a page on its side; a wider table goes on below itself. */
const LETTERS_ABREAST = 170;
/** Wider tables lie on their side. */
const MOST_UPRIGHT_LETTERS = 110;

/** A statement on A4. @param day the date in the file, which is no clock's */
export function renderStatementPdf(
  table: StatementTable,
  { language, day }: { readonly language: 'ka' | 'en'; readonly day: string },
): Readable {
  const { owner, title, span, facts, notes, signatures } = table;
  const letters = table.columns.reduce((sum, { width }) => sum + width, 0);
  const blocks: PdfBlock[] = [
    { kind: 'letterhead', text: owner.name, ...(owner.below === null ? {} : { below: owner.below }) },
    { kind: 'heading', text: title, below: span },
    ...(facts.length === 0 ? [] : [{ kind: 'facts', rows: facts } as const]),
    ...tablesOf(table),
    ...notes.map((text) => ({ kind: 'note', text }) as const),
    ...(signatures.length === 0 ? [] : [{ kind: 'signatures', offices: signatures } as const]),
  ];
  return renderPdf({
    title: `${title} ${span}`,
    language,
    ...(letters > MOST_UPRIGHT_LETTERS ? { layout: 'landscape' as const } : {}),
    created: new Date(`${day}T00:00:00Z`),
    sections: [{ footer: `${owner.name} · ${title} · ${span}`, blocks }],
  });
}

/** The table; a wide one in parts, each with the columns of text. */
function tablesOf({ columns, rows }: StatementTable): PdfTable[] {
  const kinds = columns.map(({ kind }, index) => ({ kind, index }));
  const texts = kinds.filter(({ kind }) => kind === 'text').map(({ index }) => index);
  const amounts = kinds.filter(({ kind }) => kind === 'amount').map(({ index }) => index);
  const width = (index: number): number => columns[index]?.width ?? 0;
  const taken = texts.reduce((sum, index) => sum + width(index), 0);
  const parts: number[][] = [];
  let letters = LETTERS_ABREAST;
  for (const index of amounts) {
    letters += width(index);
    if (letters > LETTERS_ABREAST || parts.length === 0) {
      parts.push([...texts]);
      letters = taken + width(index);
    }
    parts.at(-1)?.push(index);
  }
  return parts.map((shown): PdfTable => {
    const wide = shown.reduce((sum, index) => sum + width(index), 0);
    return {
      kind: 'table',
      columns: shown.flatMap((index) => {
        const column = columns[index];
        if (column === undefined) return [];
        const align = column.kind === 'amount' ? ('amount' as const) : ('left' as const);
        return [{ title: column.title, share: column.width / wide, align }];
      }),
      rows: rows.map(({ cells }) =>
        shown.map((index) => {
          const cell = cells[index] ?? '';
          return columns[index]?.kind === 'amount' && cell !== '' ? accountantsAmount(cell) : cell;
        }),
      ),
      ranks: rows.map(rankOf),
    };
  });
}

function rankOf({ rank, level }: StatementRow): PdfRank {
  return {
    level,
    isBold: rank !== 'line',
    isRuled: rank === 'total' || rank === 'grand',
    isClosing: rank === 'grand',
    keepsWithNext: rank === 'heading',
  };
}

/** Below zero in parentheses, nothing as a dash: `-1234.50` → `(1,234.50)`. */
export function accountantsAmount(amount: string): string {
  if (/^-?0(\.0+)?$/.test(amount)) return '–';
  return amount.startsWith('-') ? `(${printedAmount(amount.slice(1))})` : printedAmount(amount);
}
