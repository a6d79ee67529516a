import type { WithholdingRow } from './queries.ts';

/**
 * Form 30, the monthly return of tax withheld at source, as the portal of the Revenue Service takes it: Excel 2003
 * SpreadsheetML with one worksheet `data`, a row of headings, all cells texts, an empty one a single space.
 */
export const FORM_30_MEDIA_TYPE = 'application/vnd.ms-excel';

/** The columns go by their position; the headings are for people. */
const HEADINGS = [
  'საიდენტიფიკაციო ნომერი',
  'სახელი / სამართლებრივი ფორმა',
  'გვარი / დასახელება',
  'მისამართი',
  'რეზიდენტობის ქვეყანა',
  'შემოსავლის მიმღების კატეგორია',
  'განაცემის სახე',
  'განაცემი (ლარი)',
  'სხვა შეღავათი (ლარი)',
  'გაცემის თარიღი',
  'განაკვეთი (%)',
  'საერთაშორისო ხელშეკრულებით გათავისუფლებული გადასახადი (ლარი)',
  'უცხო ქვეყანაში გადახდილი გადასახადის ჩათვლა (ლარი)',
  'ხაზინის მიერ გადახდილი',
] as const;

const EMPTY = ' ';

/** The fourteen cells of one payment. */
export function form30Cells(row: WithholdingRow): string[] {
  const { payee } = row;
  return [
    payee.taxId,
    payee.firstName,
    payee.lastName,
    payee.address,
    payee.country === 0 ? '' : String(payee.country),
    payee.category,
    String(row.incomeType),
    row.gross,
    unlessZero(row.relief),
    row.date.split('-').reverse().join('.'),
    row.rate,
    unlessZero(row.treatyExempt),
    unlessZero(row.foreignCredit),
    '',
  ].map((cell) => (cell === '' ? EMPTY : cell));
}

function unlessZero(amount: string): string {
  return amount === '0.00' ? '' : amount;
}

/** The file to be uploaded. */
export function form30Spreadsheet(rows: readonly WithholdingRow[]): string {
  const lines = [HEADINGS, ...rows.map(form30Cells)].map(
    (cells) => `   <Row>${cells.map(cellOf).join('')}</Row>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<?mso-application progid="Excel.Sheet"?>\n' +
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" ' +
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\n' +
    ' <Worksheet ss:Name="data">\n  <Table>\n' +
    lines.join('') +
    '  </Table>\n </Worksheet>\n</Workbook>\n'
  );
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
