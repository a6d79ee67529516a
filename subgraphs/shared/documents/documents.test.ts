import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { XMLParser } from 'fast-xml-parser';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { printedText } from '#test/printed-text.ts';
import { printedAmount } from './amount.ts';
import { renderPdf, type PdfDocument, type PdfSection } from './pdf.ts';
import { spreadsheetMl, streamSpreadsheetMl } from './spreadsheet-ml.ts';
import { linesOf } from './xlsx-sheet.ts';
import { renderXlsx, type Workbook } from './xlsx.ts';

function slip(rows: number): PdfDocument {
  return {
    title: 'სახელფასო უწყისი',
    language: 'ka',
    created: new Date('2026-03-31T00:00:00Z'),
    sections: [
      {
        footer: 'შპს „დავთარი“',
        blocks: [
          { kind: 'heading', text: 'სახელფასო უწყისი', below: 'მარტი 2026' },
          { kind: 'facts', rows: [['თანამშრომელი', 'ნინო ბერიძე']] },
          {
            kind: 'table',
            columns: [
              { title: 'დარიცხვა', share: 0.7, align: 'left' },
              { title: '₾', share: 0.3, align: 'amount' },
            ],
            rows: Array.from({ length: rows }, (_, index) => [`სტრიქონი № ${String(index + 1)}`, '1,000.00']),
            total: ['სულ', '784.00 ₾'],
          },
        ],
      },
    ],
  };
}

async function digest(bytes: Readable): Promise<string> {
  return createHash('sha256')
    .update(await buffer(bytes))
    .digest('hex');
}

describe('a PDF', () => {
  it('says in Georgian and in figures what it was given', async () => {
    const [page] = await printedText(await buffer(renderPdf(slip(2))));
    for (const text of ['სახელფასო უწყისი', 'ნინო ბერიძე', '№ 2', '1,000.00', '784.00 ₾', '1 / 1'])
      expect(page).toContain(text);
  });

  it('has the same bytes whenever it is made', async () => {
    expect(await digest(renderPdf(slip(80)))).toBe(await digest(renderPdf(slip(80))));
  });

  it('repeats the head of a table on each page, loses no row, and leaves no total alone', async () => {
    const pages = await printedText(await buffer(renderPdf(slip(120))));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('დარიცხვა');
    expect(pages.join('\n').match(/სტრიქონი №/g)).toHaveLength(120);
    expect(pages.at(-1)).toMatch(/№ 120[^]*სულ/);
    expect(pages.at(-1)).toContain(`${String(pages.length)} / ${String(pages.length)}`);
  });

  it.each([20, 25, 30, 35])('parts no table that is to be whole, below %i rows of another', async (rows) => {
    const [section] = [...(slip(rows).sections as Iterable<PdfSection>)];
    if (section === undefined) throw new Error('there is no section');
    const together = {
      kind: 'table',
      isWhole: true,
      columns: [{ title: 'ერთად', share: 1, align: 'left' }],
      rows: Array.from({ length: 15 }, (_, index) => [`ერთად № ${String(index + 1)}`]),
    } as const;
    const pages = await printedText(
      await buffer(
        renderPdf({ ...slip(0), sections: [{ ...section, blocks: [...section.blocks, together] }] }),
      ),
    );
    expect(pages.map((page) => page.match(/ერთად №/g)?.length ?? 0).filter((count) => count > 0)).toEqual([
      15,
    ]);
  });

  it('draws a section when the reader comes to it, and not before', async () => {
    let drawn = 0;
    const [section] = [...(slip(30).sections as Iterable<never>)];
    function* sections(): Generator<never> {
      for (; drawn < 500; drawn += 1) yield section as never;
    }
    const paper = renderPdf({ ...slip(0), sections: sections() });
    for await (const piece of paper) if (Buffer.isBuffer(piece)) break;
    expect(drawn).toBeLessThan(100);
  });
});

/** Rows as a database gives them: one after the other, each in a turn of its own. */
async function* several<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

function register(rows: readonly (readonly (string | null)[])[]): Workbook {
  return {
    sheet: 'უწყისი',
    totalTitle: 'სულ',
    columns: [
      { title: 'თანამშრომელი', width: 30, kind: 'text' },
      { title: 'დღე', width: 12, kind: 'date' },
      { title: 'დღეები', width: 8, kind: 'integer', isSummed: true },
      { title: 'ხელზე', width: 14, kind: 'amount', isSummed: true },
    ],
    rows: several(rows),
  };
}

describe('a workbook', () => {
  it('is read back with numbers as numbers, dates as dates and sums to the tetri', async () => {
    const rows = [
      ['ნინო <ბერიძე> & „შვილი“', '2026-03-31', '22', '784.10'],
      ['=1+1', '2026-02-28', '20', '0.20'],
      ['გიორგი', null, '1', '100000.05'],
    ];
    const sheet = await readSheet(await buffer(renderXlsx(register(rows))));
    expect(sheet).toEqual([
      ['თანამშრომელი', 'დღე', 'დღეები', 'ხელზე'],
      ['ნინო <ბერიძე> & „შვილი“', new Date('2026-03-31'), 22, 784.1],
      ['=1+1', new Date('2026-02-28'), 20, 0.2],
      ['გიორგი', null, 1, 100000.05],
      ['სულ', null, 43, 100784.35],
    ]);
  });

  it('has the same bytes whenever it is made', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => [
      `№ ${String(index)}`,
      '2026-01-31',
      '1',
      '1.00',
    ]);
    expect(await digest(renderXlsx(register(rows)))).toBe(await digest(renderXlsx(register(rows))));
  });

  it('without a row still has its head and sums of nothing', async () => {
    const sheet = await readSheet(await buffer(renderXlsx(register([]))));
    expect(sheet.at(-1)).toEqual(['სულ', null, 0, 0]);
  });
});

describe('a text in a column', () => {
  it.each([
    ['დებეტი, ₾', 16, 1],
    ['01.01.2026 – 23.11.2026, ₾', 18, 2],
    ['საცალო რეალიზაცია, სალარო „ვაკე“, Z-ანგარიში №01950', 24, 3],
    ['საიდენტიფიკაციო', 12, 2],
    ['', 10, 1],
  ])('„%s“ in %i letters takes %i lines', (text, width, lines) => {
    expect(linesOf(text, width)).toBe(lines);
  });
});

describe('SpreadsheetML', () => {
  const rows = [
    ['ა', ' '],
    ['<"&">', 'a\nb'],
  ];

  it('has one sheet of texts and nothing else', () => {
    const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false });
    const text = spreadsheetMl('data', rows);
    const { Worksheet } = (parser.parse(text) as { Workbook: { Worksheet: Record<string, unknown> } })
      .Workbook;
    expect(Worksheet['@_ss:Name']).toBe('data');
    expect(text.match(/<Data ss:Type="String">/g)).toHaveLength(4);
    expect(text).toContain('&lt;&quot;&amp;&quot;&gt;');
  });

  it('is the same whether its rows are there or come', async () => {
    const streamed = await buffer(streamSpreadsheetMl('data', several(rows)));
    expect(streamed.toString('utf8')).toBe(spreadsheetMl('data', rows));
  });
});

describe('a printed amount', () => {
  it.each([
    ['0.00', '0.00'],
    ['999.99', '999.99'],
    ['-1234567.80', '-1,234,567.80'],
    ['1000', '1,000'],
  ])('of %s is %s', (amount, printed) => {
    expect(printedAmount(amount)).toBe(printed);
  });
});
