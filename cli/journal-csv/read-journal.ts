import { badInput, DomainError } from '#shared/domain/errors.ts';
import type { EntryDraft, TransactionDraft } from '#ledger/ledger.ts';
import { JOURNAL_COLUMNS, type JournalColumn } from './columns.ts';
import { readCsvRows, type CsvRow } from './csv-rows.ts';

/** A transaction as it stands in the file. */
export interface JournalTransaction {
  /** What the file calls it. */
  readonly transaction: string;
  /** First and last line, counted from 1. */
  readonly from: number;
  readonly to: number;
  /** Line of each entry. */
  readonly lines: readonly number[];
  readonly draft: TransactionDraft;
}

/** A transaction, or a line that belongs to none, that cannot be imported as it stands. */
export interface JournalFault {
  /** Null when the line does not say which transaction it belongs to. */
  readonly transaction: string | null;
  readonly from: number;
  readonly to: number;
  /** The line that is at fault, within or beside the transaction. */
  readonly line: number;
  readonly error: DomainError;
}

export type JournalItem = JournalTransaction | JournalFault;

export function isFault(item: JournalItem): item is JournalFault {
  return 'error' in item;
}

export function isWhole(item: JournalItem): item is JournalTransaction {
  return !isFault(item);
}

/** More lines than this are not one transaction; they are counted, not kept. */
const MAX_LINES = 10_000;

/**
 * Reads a journal file as transactions, a few hundred at a time. Texts are handed on untouched: whether an amount
 * is an amount is the ledger's to say. A faulty transaction becomes a fault and the others are read on.
 * Throws `BAD_USER_INPUT` when the file as a whole is none: a column is missing, or it is not UTF-8.
 */
export async function* readJournal(
  path: string,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<readonly JournalItem[]> {
  let grouping: Grouping | undefined;
  for await (const rows of readCsvRows(path, onBytes)) {
    let body = rows;
    if (grouping === undefined) {
      const header = rows[0];
      if (header === undefined) continue;
      grouping = new Grouping(readHeader(header));
      body = rows.slice(1);
    }
    for (const row of body) grouping.take(row);
    yield grouping.finished();
  }
  if (grouping === undefined) {
    throw badInput('file', path, `the file is empty; its first line must be ${JOURNAL_COLUMNS.join(',')}`);
  }
  grouping.end();
  yield grouping.finished();
}

type Positions = Readonly<Record<JournalColumn, number>>;

/** Where each column stands; they may come in any order. */
function readHeader(row: CsvRow): Positions {
  if ('fault' in row) throw faultyLine(row.from, row.fault, row.text);
  const names = row.fields;
  const header = names.join(',');
  const position = (column: JournalColumn): number => {
    const at = names.indexOf(column);
    if (at !== -1) return at;
    const hint = names.length === 1 && /[;\t]/.test(header) ? ' (columns are parted by commas)' : '';
    throw badInput(column, header, `the column is missing${hint}`);
  };
  const positions = Object.fromEntries(JOURNAL_COLUMNS.map((column) => [column, position(column)]));
  const surplus = names.find((name, at) => positions[name] !== at);
  if (surplus !== undefined) throw badInput(surplus, header, 'a journal has no such column, or has it once');
  return positions as Positions;
}

interface OpenTransaction {
  readonly transaction: string;
  readonly from: number;
  to: number;
  readonly date: string;
  readonly description: string;
  readonly entries: EntryDraft[];
  readonly lines: number[];
  fault: { readonly line: number; readonly error: DomainError } | undefined;
}

/** Gathers rows into transactions. */
class Grouping {
  private readonly at: Positions;
  private current: OpenTransaction | undefined;
  private items: JournalItem[] = [];
  /** A line before that may have belonged to the transaction that begins now. */
  private doubt: { readonly line: number; readonly error: DomainError } | undefined;

  constructor(positions: Positions) {
    this.at = positions;
  }

  take(row: CsvRow): void {
    const transaction =
      'fault' in row ? legibleName(row.text, this.at) : (row.fields[this.at.transaction] ?? '');
    const error = 'fault' in row ? faultyLine(row.from, row.fault, row.text) : undefined;
    if (transaction === null || transaction === '') {
      this.takeNameless(row, error ?? badInput('transaction', '', `line ${row.from} names no transaction`));
      return;
    }
    if (this.current?.transaction !== transaction) this.begin(transaction, row);
    const current = this.current;
    if (current === undefined) return;
    current.to = row.to;
    if ('fault' in row)
      current.fault ??= { line: row.from, error: error ?? faultyLine(row.from, row.fault, row.text) };
    else this.addEntry(current, row.fields, row.from);
    this.doubt = undefined;
  }

  end(): void {
    this.finish();
  }

  finished(): readonly JournalItem[] {
    const items = this.items;
    this.items = [];
    return items;
  }

  /**
   * A line that does not say where it belongs may be an entry of the transaction before it or of the one after
   * it. Neither can be trusted to be whole, even should it balance, so both are refused.
   */
  private takeNameless(row: CsvRow, error: DomainError): void {
    this.items.push({ transaction: null, from: row.from, to: row.to, line: row.from, error });
    const neighbour = faultyLine(row.from, 'it cannot be read and may be part of this transaction');
    if (this.current !== undefined) this.current.fault ??= { line: row.from, error: neighbour };
    this.doubt = { line: row.from, error: neighbour };
  }

  private begin(transaction: string, row: CsvRow): void {
    this.finish();
    const field = (column: JournalColumn): string =>
      'fault' in row ? '' : (row.fields[this.at[column]] ?? '');
    this.current = {
      transaction,
      from: row.from,
      to: row.to,
      date: field('date'),
      description: field('description'),
      entries: [],
      lines: [],
      fault: this.doubt,
    };
  }

  private addEntry(current: OpenTransaction, fields: readonly string[], line: number): void {
    const field = (column: JournalColumn): string => fields[this.at[column]] ?? '';
    for (const column of ['date', 'description'] as const) {
      if (field(column) !== current[column]) {
        const why = `line ${line} has another ${column} than line ${current.from} of the same transaction`;
        current.fault ??= { line, error: badInput(column, field(column), why) };
      }
    }
    if (current.entries.length >= MAX_LINES) {
      const why = `more than ${MAX_LINES} lines`;
      current.fault ??= { line, error: badInput('transaction', current.transaction, why) };
      return;
    }
    current.lines.push(line);
    current.entries.push({
      accountCode: given(field('account')),
      debit: given(field('debit')),
      credit: given(field('credit')),
      currency: given(field('currency')),
      exchangeRate: given(field('exchange_rate')),
      description: given(field('entry_description')),
    });
  }

  private finish(): void {
    const current = this.current;
    if (current === undefined) return;
    this.current = undefined;
    const { transaction, from, to, date, description, entries, lines, fault } = current;
    this.items.push(
      fault === undefined
        ? { transaction, from, to, lines, draft: { date, description, entries } }
        : { transaction, from, to, ...fault },
    );
  }
}

function faultyLine(line: number, reason: string, text?: string): DomainError {
  return new DomainError('BAD_USER_INPUT', `line ${line}: ${reason}`, {
    field: 'line',
    value: text ?? String(line),
  });
}

/** An empty field is one that was not given. */
function given(field: string): string | null {
  return field === '' ? null : field;
}

/** The transaction a broken line names, when its first column can still be told. */
function legibleName(text: string, at: Positions): string | null {
  if (at.transaction !== 0) return null;
  const comma = text.indexOf(',');
  const name = comma === -1 ? '' : text.slice(0, comma);
  return name === '' || name.includes('"') ? null : name;
}
