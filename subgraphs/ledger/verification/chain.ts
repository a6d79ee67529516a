import { createHash } from 'node:crypto';
import type { TransactionSql } from '#db/client.ts';
import type { Verification } from '../ledger.ts';

export type BrokenEvent = NonNullable<Verification['firstBrokenEvent']>;

/** A row of the log with every column as PostgreSQL writes it. */
interface LogRow {
  seq: string;
  aggregate_type: string;
  aggregate_id: string;
  version: string;
  event_type: string;
  data: string;
  metadata: string;
  recorded_at: string;
  published_seq: string | null;
  document_series: string | null;
  document_number: string | null;
  hash_version: number;
  previous_hash: Buffer;
  hash: Buffer;
}

interface Head {
  last_seq: number;
  last_hash: Buffer;
  published_seq: number;
  last_recorded_at: string;
}

export interface ChainReport {
  readonly eventCount: number;
  /** Of the last event, hexadecimal. */
  readonly headHash: string;
  readonly firstBrokenEvent: BrokenEvent | null;
}

const SEPARATOR = '\u001f';
const BATCH = 1_000;

/**
 * Walks the company's log from its first event, computing each hash again from the columns, without the
 * function that computed it first. Holds one batch of events in memory.
 */
export async function walkChain(
  sql: TransactionSql,
  companyId: string,
  onProgress?: (events: number, total: number) => void,
): Promise<ChainReport> {
  const [head] = await sql<Head[]>`
    /* verifyHead */ select last_seq, last_hash, published_seq, last_recorded_at from ledger.head
    where company_id = ${companyId}`;
  const [counted] = await sql<{ total: number }[]>`
    /* verifyCount */ select count(*) as total from ledger.event_store where company_id = ${companyId}`;
  const total = counted?.total ?? 0;
  const versionBreak = await firstBrokenVersion(sql, companyId);

  const walk = new ChainWalk(companyId);
  let eventCount = 0;
  let broken: BrokenEvent | null = null;
  let last: LogRow | undefined;
  const log = sql<LogRow[]>`
    /* verifyLog */ select seq::text, aggregate_type, aggregate_id::text, version::text, event_type, data::text,
      metadata::text, recorded_at::text, published_seq::text, document_series, document_number::text, hash_version,
      previous_hash, hash
    from ledger.event_store e where company_id = ${companyId} order by e.seq`;
  for await (const rows of log.cursor(BATCH)) {
    for (const row of rows) {
      if (broken !== null) break;
      const reason = walk.faultOf(row) ?? (row.seq === versionBreak?.seq ? versionBreak.reason : undefined);
      if (reason !== undefined) broken = toBroken(row, reason);
    }
    eventCount += rows.length;
    last = rows.at(-1) ?? last;
    onProgress?.(eventCount, total);
  }
  broken ??= await faultOfHead(sql, companyId, head, last, walk);
  return { eventCount, headHash: (last?.hash ?? ZERO).toString('hex'), firstBrokenEvent: broken };
}

const ZERO = Buffer.alloc(32);

function toBroken(row: LogRow, reason: string): BrokenEvent {
  return { logPosition: Number(row.seq), eventType: row.event_type, aggregateId: row.aggregate_id, reason };
}

/** What the next event must be, as the walk goes on. */
class ChainWalk {
  readonly #companyId: string;
  readonly numbers = new Map<string, number>();
  seq = 0;
  published = 0;
  #hash: Buffer = ZERO;
  #recordedAt = 0;

  constructor(companyId: string) {
    this.#companyId = companyId;
  }

  /** Why the event cannot be the next one; undefined when it can, and the walk has moved on. */
  faultOf(row: LogRow): string | undefined {
    const seq = Number(row.seq);
    if (seq !== this.seq + 1) return 'an event is missing before this one';
    const moment = instant(row.recorded_at);
    if (moment === undefined || !hashOf(this.#companyId, row, moment).equals(row.hash))
      return 'the data was altered';
    if (!row.previous_hash.equals(this.#hash))
      return 'it was chained to another event than the one before it';
    if (moment < this.#recordedAt) return 'it was recorded before the event before it';
    if (row.published_seq !== null && Number(row.published_seq) !== this.published + 1) {
      return `its published number should be ${this.published + 1}`;
    }
    if ((row.event_type === 'TransactionPosted') !== (row.published_seq !== null)) {
      return 'postings, and nothing else, have a published number';
    }
    if (row.document_series !== null) {
      const number = (this.numbers.get(row.document_series) ?? 0) + 1;
      if (Number(row.document_number) !== number) return `its document number should be ${number}`;
      this.numbers.set(row.document_series, number);
    }
    this.seq = seq;
    this.#hash = row.hash;
    this.#recordedAt = moment;
    if (row.published_seq !== null) this.published = Number(row.published_seq);
    return undefined;
  }
}

/** The hash of an event, version 1. */
function hashOf(companyId: string, row: LogRow, recordedAt: number): Buffer {
  const text = [
    companyId,
    row.seq,
    row.aggregate_type,
    row.aggregate_id,
    row.version,
    row.event_type,
    String(recordedAt),
    row.published_seq ?? '',
    row.document_series ?? '',
    row.document_number ?? '',
    row.metadata,
    row.data,
  ].join(SEPARATOR);
  return createHash('sha256').update(row.previous_hash).update(text, 'utf8').digest();
}

const INSTANT = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,3})?\+00$/;

/** `2026-11-22 16:34:48.5+00` in milliseconds. Undefined for a finer instant: the writer makes none. */
function instant(text: string): number | undefined {
  const match = INSTANT.exec(text);
  if (match === null) return undefined;
  const [, date = '', time = '', fraction = ''] = match;
  return Date.parse(`${date}T${time}${fraction}Z`);
}

/** The first event whose version does not follow from the one before it of the same aggregate. */
async function firstBrokenVersion(
  sql: TransactionSql,
  companyId: string,
): Promise<{ seq: string; reason: string } | undefined> {
  const [row] = await sql<{ seq: string; version: number }[]>`
    /* verifyVersions */ select e.seq::text, e.version from ledger.event_store e
    left join ledger.event_store b on b.aggregate_id = e.aggregate_id and b.version = e.version - 1
      and b.company_id = e.company_id and b.seq < e.seq
    where e.company_id = ${companyId} and e.version > 1 and b.seq is null
    order by e.seq limit 1`;
  return row && { seq: row.seq, reason: `version ${row.version - 1} of its aggregate is missing` };
}

/** What the head of the log says that the log does not. */
async function faultOfHead(
  sql: TransactionSql,
  companyId: string,
  head: Head | undefined,
  last: LogRow | undefined,
  walk: ChainWalk,
): Promise<BrokenEvent | null> {
  const lastSeq = head?.last_seq ?? 0;
  const at = (reason: string): BrokenEvent =>
    last === undefined ? { logPosition: 1, eventType: '', aggregateId: '', reason } : toBroken(last, reason);
  if (walk.seq < lastSeq) return at(`${lastSeq - walk.seq} events after this one are missing`);
  if (walk.seq > lastSeq) {
    const [row] = await sql<LogRow[]>`
      select seq::text, event_type, aggregate_id::text from ledger.event_store e
      where company_id = ${companyId} and seq > ${lastSeq} order by e.seq limit 1`;
    return row
      ? toBroken(row, `the head of the log stands at ${lastSeq}: the event was not written by the ledger`)
      : null;
  }
  if (head === undefined || last === undefined) return null;
  if (!head.last_hash.equals(last.hash)) return at('the head of the log holds another hash');
  if (head.published_seq !== walk.published)
    return at(`the head counts ${head.published_seq} postings, the log ${walk.published}`);
  const series = await sql<{ series: string; last_number: number }[]>`
    select series, last_number from ledger.document_series where company_id = ${companyId} order by series`;
  const stored = new Map(series.map((row) => [row.series, row.last_number]));
  for (const name of new Set([...stored.keys(), ...walk.numbers.keys()])) {
    const [kept, counted] = [stored.get(name) ?? 0, walk.numbers.get(name) ?? 0];
    if (kept !== counted)
      return at(`documents of ${name} are numbered up to ${kept}, the log has ${counted}`);
  }
  return null;
}
