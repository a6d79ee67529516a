import { createReadStream } from 'node:fs';
import { badInput } from '#shared/domain/errors.ts';
import { parseRecord } from './csv-record.ts';

/** A record of a CSV file with the lines it stands on, counted from 1. */
export type CsvRow =
  | { readonly from: number; readonly to: number; readonly fields: readonly string[] }
  /** A line that is no record; `text` is the beginning of it. */
  | { readonly from: number; readonly to: number; readonly fault: string; readonly text: string };

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = '\r';
/** A quote that is not closed within so many lines or characters was stray. */
const MAX_RECORD_LINES = 50;
const MAX_RECORD_LENGTH = 65_536;
/** A line longer than this is not of a journal; holding it whole would need memory without bound. */
const MAX_LINE_BYTES = 1_048_576;

/**
 * Reads a CSV file as rows, a few hundred at a time, in constant memory. A line that cannot be read is a row of
 * its own with its fault, and reading goes on with the next line: a stray quote never swallows the rest.
 * Throws `BAD_USER_INPUT` naming the line when the file is not UTF-8.
 */
export async function* readCsvRows(
  path: string,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<readonly CsvRow[]> {
  const rows = new RowAssembler();
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    onBytes?.(chunk.length);
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(NEWLINE);
    if (end !== -1) {
      const lines = decodeLines(bytes.subarray(0, end), line);
      line += lines.length;
      rows.takeAll(lines);
    }
    rest = bytes.subarray(end + 1);
    if (rest.length > MAX_LINE_BYTES) {
      throw badInput('file', path, `line ${line} is longer than ${MAX_LINE_BYTES} bytes; is this a journal?`);
    }
    yield rows.finished();
  }
  if (rest.length > 0) rows.takeLast(decodeLines(rest, line)[0] ?? '');
  rows.end();
  yield rows.finished();
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Splits whole lines; `first` is the number of the first of them. */
function decodeLines(bytes: Buffer, first: number): string[] {
  try {
    const text = utf8.decode(bytes);
    return (first === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text).split('\n');
  } catch {
    let from = 0;
    for (let line = first; ; line += 1) {
      const end = bytes.indexOf(NEWLINE, from);
      const one = bytes.subarray(from, end === -1 ? bytes.length : end);
      if (!isUtf8(one)) {
        const shown = one.subarray(0, 60).toString('latin1');
        throw badInput('file', shown, `line ${line} is not UTF-8; save the file in that encoding`);
      }
      if (end === -1) throw new Error('Bytes that are UTF-8 line by line must be so together');
      from = end + 1;
    }
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Joins lines into records where a quoted field holds line breaks. */
class RowAssembler {
  private rows: CsvRow[] = [];
  private line = 0;
  /** Lines of a record whose quoted field is not closed yet; the last of `line` lines read. */
  private open: string[] = [];
  private columns: number | undefined;
  /** Number of the last line when no line break follows it. */
  private unterminated: number | undefined;

  takeAll(lines: readonly string[]): void {
    for (const text of lines) {
      this.line += 1;
      this.take(text);
    }
  }

  /** The last line of a file that does not end with a line break: whole, or torn off while it was written. */
  takeLast(text: string): void {
    this.unterminated = this.line + 1;
    this.takeAll([text]);
  }

  end(): void {
    while (this.open.length > 0) {
      this.giveUp(this.open.length === 1 && this.line === this.unterminated ? TORN : UNCLOSED);
    }
  }

  finished(): readonly CsvRow[] {
    const finished = this.rows;
    this.rows = [];
    return finished;
  }

  private take(line: string): void {
    this.open.push(line);
    const joined = this.open.length === 1 ? line : this.open.join('\n');
    const text = joined.endsWith(CARRIAGE_RETURN) ? joined.slice(0, -1) : joined;
    if (text === '') {
      this.open = [];
      return;
    }
    const parsed = parseRecord(text);
    switch (parsed.kind) {
      case 'unclosed':
        if (this.open.length >= MAX_RECORD_LINES || text.length > MAX_RECORD_LENGTH) this.giveUp(UNCLOSED);
        return;
      case 'fault':
        this.giveUp(this.open.length > 1 ? UNCLOSED : parsed.reason);
        return;
      case 'fields':
        this.columns ??= parsed.fields.length;
        if (parsed.fields.length !== this.columns) {
          const count = `${parsed.fields.length} fields where the header has ${this.columns}`;
          const fault = this.line === this.unterminated ? `${TORN} (${count})` : count;
          this.giveUp(this.open.length > 1 ? UNCLOSED : fault);
          return;
        }
        this.rows.push({ from: this.line - this.open.length + 1, to: this.line, fields: parsed.fields });
        this.open = [];
    }
  }

  /** Declares the first of the open lines faulty and reads the others anew. */
  private giveUp(fault: string): void {
    const [first = '', ...others] = this.open;
    const from = this.line - others.length;
    this.rows.push({ from, to: from, fault, text: first.slice(0, 200) });
    this.open = [];
    this.line -= others.length;
    this.takeAll(others);
  }
}

const UNCLOSED = 'a quote that is never closed';
const TORN = 'the file ends in the middle of this line';
