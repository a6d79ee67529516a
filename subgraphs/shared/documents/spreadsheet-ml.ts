import { Readable } from 'node:stream';

/** Media type of Excel 2003 SpreadsheetML. */
export const SPREADSHEET_ML = 'application/vnd.ms-excel';

/** One worksheet of texts as Excel 2003 SpreadsheetML. */
export function spreadsheetMl(sheet: string, rows: Iterable<readonly string[]>): string {
  return opening(sheet) + Array.from(rows, rowOf).join('') + CLOSING;
}

/** The same for rows that come one after the other. */
export function streamSpreadsheetMl(sheet: string, rows: AsyncIterable<readonly string[]>): Readable {
  return Readable.from(pieces(sheet, rows), { objectMode: false });
}

async function* pieces(sheet: string, rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  yield opening(sheet);
  for await (const row of rows) yield rowOf(row);
  yield CLOSING;
}

function opening(sheet: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<?mso-application progid="Excel.Sheet"?>\n' +
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" ' +
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\n' +
    ` <Worksheet ss:Name="${escaped(sheet)}">\n  <Table>\n`
  );
}

const CLOSING = '  </Table>\n </Worksheet>\n</Workbook>\n';

function rowOf(cells: readonly string[]): string {
  return `   <Row>${cells.map(cellOf).join('')}</Row>\n`;
}

function cellOf(text: string): string {
  return `<Cell><Data ss:Type="String">${escaped(text)}</Data></Cell>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Line breaks would be taken for blanks by whoever reads the file.
  '\n': '&#10;',
  '\r': '&#13;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"\n\r]/g, (character) => ENTITIES[character] ?? character);
}
