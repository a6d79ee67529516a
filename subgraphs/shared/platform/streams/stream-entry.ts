import type { PostedEvent } from '#shared/platform/event-feed.ts';

/**
 * How posted events lie in Redis. Each company has a stream of its own, `feed:<companyId>`, trimmed to its newest
 * entries. The id of an entry is `<seq>-0`, where `seq` is the event's contiguous number among the published ones of
 * the company: an event that is added twice is refused by Redis itself, and whoever reads sees what is missing.
 *
 * An entry has the fields `event` (`accounting.` and the event's type in snake case, such as
 * `accounting.transaction_posted`), `format`, `seq`, `cursor` and `data`, a `PostedEvent` as JSON.
 */
export interface StreamEntry {
  readonly seq: number;
  readonly event: string;
  readonly posted: PostedEvent;
}

/** Raised when `PostedEvent` changes: entries of another format are read from the database instead. */
export const STREAM_FORMAT = '1';

/** There while a relay fills the streams. A reader that does not find it reads from the database. */
export const RELAY_SIGN = 'feed:relay';

export function feedKey(companyId: string): string {
  return `feed:${companyId}`;
}

export function entryId(seq: number): string {
  return `${seq}-0`;
}

/** `TransactionPosted` → `accounting.transaction_posted`. */
export function eventName(type: string): string {
  return `accounting.${type.replaceAll(/(?<!^)[A-Z]/g, '_$&').toLowerCase()}`;
}

/** The arguments of XADD after the id. */
export function entryFields(type: string, posted: PostedEvent): string[] {
  const { seq, cursor } = posted;
  return [
    ...['event', eventName(type)],
    ...['format', STREAM_FORMAT],
    ...['seq', String(seq)],
    ...['cursor', cursor],
    ...['data', JSON.stringify(posted)],
  ];
}

/** An entry as Redis answers it: its id, then names and values by turns; none when it was trimmed meanwhile. */
export type RawEntry = readonly [id: string, fields: readonly string[] | null];

/** The sequence number of an entry, whatever is in it. */
export function seqOf(id: string): number {
  return Number(id.slice(0, id.indexOf('-')));
}

/**
 * What an entry says; undefined when it is of another format or not of this company. Nobody misses it: its number is
 * missing then, and what is missing is read from the database.
 */
export function parseEntry(companyId: string, [id, fields]: RawEntry): StreamEntry | undefined {
  if (fields === null) return undefined;
  const held = new Map<string, string>();
  for (let at = 0; at + 1 < fields.length; at += 2) held.set(fields[at] ?? '', fields[at + 1] ?? '');
  if (held.get('format') !== STREAM_FORMAT) return undefined;
  const posted = parsed(held.get('data'));
  if (posted?.companyId !== companyId || posted.seq !== seqOf(id)) return undefined;
  return { seq: posted.seq, event: held.get('event') ?? '', posted };
}

/** Written by a relay of the same format, so its shape is known; what is no JSON at all is no entry. */
function parsed(data: string | undefined): PostedEvent | undefined {
  try {
    return JSON.parse(data ?? '') as PostedEvent;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
