import { createHash } from 'node:crypto';
import { monthKey } from '#shared/domain/date.ts';
import type { VatReturnRow } from './queries.ts';

export type FileFormat = 'CSV' | 'JSON' | 'XML';

export interface VatReturnFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: string;
  readonly sha256: string;
  readonly notice: string;
}

const NOTICE =
  'ფაილის ფორმატი ჩვენია: შემოსავლების სამსახურს დეკლარაციის ფორმატი არ გამოუქვეყნებია; ფაილის შექმნა არაფერს აგზავნის. ' +
  'The format is ours: the Revenue Service has published none, and making the file submits nothing.';

const CONTENT_TYPES: Readonly<Record<FileFormat, string>> = {
  CSV: 'text/csv; charset=utf-8',
  JSON: 'application/json',
  XML: 'application/xml',
};

/** The return as a file to be kept, or read while the form is filled in at RS.ge. */
export function vatReturnFile(row: VatReturnRow, format: FileFormat): VatReturnFile {
  const content = WRITERS[format](row);
  const name = `vat-return-${monthKey(row.year, row.month)}-${String(row.filing.returnVersion)}`;
  return {
    fileName: `${name}.${format.toLowerCase()}`,
    contentType: CONTENT_TYPES[format],
    content,
    sha256: createHash('sha256').update(content).digest('hex'),
    notice: NOTICE,
  };
}

const WRITERS: Readonly<Record<FileFormat, (row: VatReturnRow) => string>> = {
  CSV: (row) =>
    [
      ['part', 'box', 'title', 'base', 'vat'],
      ...boxesOf(row).map(({ part, box, titleKa, base, vat }) => [part, box, titleKa, base, vat ?? '']),
      ['NET', '', '', '', row.net],
    ]
      .map((cells) => cells.map(csvCell).join(','))
      .join('\r\n')
      .concat('\r\n'),

  JSON: (row) => `${JSON.stringify({ ...headOf(row), boxes: boxesOf(row), net: row.net }, null, 2)}\n`,

  XML: (row) => {
    const head = Object.entries(headOf(row)).map(([name, value]) => ` ${name}="${xmlText(String(value))}"`);
    const boxes = boxesOf(row).map(({ part, box, titleKa, base, vat }) => {
      const amounts = vat === null ? `base="${base}"` : `base="${base}" vat="${vat}"`;
      return `  <box part="${part}" number="${box}" ${amounts}>${xmlText(titleKa)}</box>\n`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<vatReturn${head.join('')} net="${row.net}">\n${boxes.join('')}</vatReturn>\n`;
  },
};

function headOf({ form, year, month, filing, dueDate, seq }: VatReturnRow): Record<string, string | number> {
  return {
    format: 'davtari-vat-return-1',
    notice: NOTICE,
    form: form.titleKa,
    year,
    month,
    version: filing.returnVersion,
    state: filing.state,
    dueDate,
    seq,
  };
}

interface FileBox {
  readonly part: string;
  readonly box: string;
  readonly titleKa: string;
  readonly titleEn: string;
  readonly base: string;
  readonly vat: string | null;
}

function boxesOf({ form, figures }: VatReturnRow): FileBox[] {
  return figures.map(({ part, box, base, vat }) => {
    const words = form.boxes.find((other) => other.part === part && other.box === box);
    return { part, box, titleKa: words?.titleKa ?? '', titleEn: words?.titleEn ?? '', base, vat };
  });
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function xmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
