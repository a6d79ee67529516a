import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { badInput } from '#shared/domain/errors.ts';
import { MOST_CELLS_OF_A_ROW, type SheetRow } from './sheet.ts';

/** Bytes that the parts of a workbook may have when they are unpacked: small files can hold huge ones. */
const MOST_UNPACKED = 40_000_000;
const LAST_ROW = 1_048_576;
const LETTERS = 26;

type Node = Readonly<Record<string, unknown>>;

/**
 * Reads the first sheet of a workbook (ECMA-376, SpreadsheetML) as rows of text. Numbers come as they are shown
 * without a format, with at most fifteen digits, because Excel keeps no more; dates therefore as numbers of days.
 * @throws DomainError BAD_USER_INPUT for what is no such workbook, or unpacks to too much.
 */
export function readXlsx(bytes: Uint8Array, field: string): SheetRow[] {
  const parts = unpacked(bytes, field);
  const texts = sharedTexts(parts.get('xl/sharedStrings.xml'), field);
  const sheet = parts.get(firstSheet(parts, field));
  if (sheet === undefined) throw badInput(field, null, 'the workbook has no sheet');
  const rows = list(node(node(parsed(sheet, field)['worksheet'])['sheetData'])['row']);
  return rows.map((row, index) => {
    const number = Number(row['@r'] ?? index + 1);
    if (!Number.isInteger(number) || number < 1 || number > LAST_ROW)
      throw badInput(field, row['@r'], 'a row of the workbook has no number');
    return { row: number, cells: cellsOf(row, texts, field) };
  });
}

function unpacked(bytes: Uint8Array, field: string): ReadonlyMap<string, string> {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isRead =
          /^xl\/(workbook\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(
            name,
          );
        if (isRead) total += originalSize;
        if (total > MOST_UNPACKED) throw badInput(field, total, 'the workbook unpacks to too much');
        return isRead;
      },
    });
    return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  } catch (error) {
    if (total > MOST_UNPACKED) throw error;
    throw badInput(field, null, 'not a workbook of Excel (xlsx)');
  }
}

/** Path of the sheet that stands first in the workbook. */
function firstSheet(parts: ReadonlyMap<string, string>, field: string): string {
  const workbook = parts.get('xl/workbook.xml');
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  if (workbook === undefined || relations === undefined)
    throw badInput(field, null, 'not a workbook of Excel (xlsx)');
  const [sheet] = list(node(node(parsed(workbook, field)['workbook'])['sheets'])['sheet']);
  const id = sheet?.['@id'];
  const found = list(node(parsed(relations, field)['Relationships'])['Relationship']).find(
    (one) => one['@Id'] === id,
  );
  const target = attribute(found, '@Target');
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function sharedTexts(xml: string | undefined, field: string): readonly string[] {
  if (xml === undefined) return [];
  return list(node(parsed(xml, field)['sst'])['si']).map(richText);
}

/** Text of an element that holds it at once, or in runs of different looks. */
function richText(element: Node): string {
  const runs = list(element['r']);
  return runs.length > 0 ? runs.map((run) => textOf(run['t'])).join('') : textOf(element['t']);
}

function cellsOf(row: Node, texts: readonly string[], field: string): string[] {
  const cells: string[] = [];
  for (const cell of list(row['c'])) {
    const column = cell['@r'] === undefined ? cells.length : columnOf(attribute(cell, '@r'));
    if (column < 0 || column >= MOST_CELLS_OF_A_ROW)
      throw badInput(field, cell['@r'], `a row has more than ${String(MOST_CELLS_OF_A_ROW)} cells`);
    while (cells.length < column) cells.push('');
    cells[column] = cellText(cell, texts, field);
  }
  return cells;
}

function cellText(cell: Node, texts: readonly string[], field: string): string {
  const value = textOf(cell['v']);
  switch (cell['@t']) {
    case 's': {
      const text = texts[Number(value)];
      if (text === undefined)
        throw badInput(field, value, `cell ${attribute(cell, '@r')} names a text that is not there`);
      return text;
    }
    case 'inlineStr':
      return richText(node(cell['is']));
    case 'b':
      return value === '1' ? 'true' : 'false';
    case 'e':
      throw badInput(field, value, `cell ${attribute(cell, '@r')} holds an error`);
    case 'str':
    case 'd':
      return value;
    default:
      return numberText(value);
  }
}

/** `0.30000000000000004` → `0.3`, `1E3` → `1000`: what Excel shows, not how its file writes a binary number. */
function numberText(value: string): string {
  if (value === '') return '';
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const short = Number(number.toPrecision(15));
  const text = String(short);
  return text.includes('e') ? short.toFixed(20).replace(/\.?0+$/, '') : text;
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '';
  return Array.from(letters).reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64, 0) - 1;
}

function parsed(xml: string, field: string): Node {
  // Whoever may declare entities may let a small text grow without end.
  if (xml.includes('<!DOCTYPE')) throw badInput(field, null, 'the workbook declares a document type');
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
  });
  try {
    return node(parser.parse(xml));
  } catch {
    throw badInput(field, null, 'a part of the workbook is no XML');
  }
}

function node(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}

function list(value: unknown): readonly Node[] {
  if (value === undefined || value === '') return [];
  return (Array.isArray(value) ? value : [value]).map(node);
}

function attribute(element: Node | undefined, name: string): string {
  const value = element?.[name];
  return typeof value === 'string' ? value : '';
}

/** An element with attributes keeps its text apart. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const text = node(value)['#text'];
  return typeof text === 'string' ? text : '';
}
