import { parseDate, type CalendarDate } from '#shared/domain/date.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import type { LedgerWriter } from '../../writer.ts';
import type { DuePosted, PostingDays } from '../posting.ts';
import { postOccurrence } from '../recurring/commands.ts';
import { postReversal } from '../reversing/commands.ts';
import { postPart } from '../spreads/commands.ts';
import { listDue, readDueId, type DueTarget } from './due-entry.ts';

/** Due entries that one call posts at most; the next call goes on. */
export const MOST_POSTED = 500;
/** Documents that are posted at once; the entries of each go one after the other. */
const AT_ONCE = 8;

export interface PostDue {
  /** Last day that counts. */
  readonly until: string;
  /** Only these; all that is due without it. */
  readonly ids?: readonly string[] | null | undefined;
  /** Another day than their own, for what belongs to a closed month. */
  readonly on?: string | null | undefined;
}

/** What became of one due entry. */
export interface PostedDue {
  readonly id: string;
  readonly date: CalendarDate | null;
  readonly transactionId: string | null;
  readonly error: unknown;
}

export interface PostedDueEntries {
  readonly results: readonly PostedDue[];
  /** Whether there is more that was due and not tried. */
  readonly hasMore: boolean;
}

/**
 * Posts what is due, each entry for itself: a refusal is told and stops no other. What is posted already is answered with
 * its transaction, so that repeating this posts nothing twice.
 * @throws DomainError BAD_USER_INPUT for a wrong `until`, `on` or number of `ids`.
 */
export async function postDueEntries(
  writer: LedgerWriter,
  actor: Actor,
  input: PostDue,
): Promise<PostedDueEntries> {
  const until = parseDate(input.until, 'until');
  const on = input.on == null ? undefined : parseDate(input.on, 'on');
  if (on !== undefined && input.ids == null)
    throw badInput('on', input.on, 'say by ids which entries are posted on another day than their own');
  const { ids } = input;
  if (ids != null && (ids.length < 1 || ids.length > MOST_POSTED))
    throw badInput('ids', String(ids.length), `1–${String(MOST_POSTED)} entries`);
  const due: readonly { readonly id: string; readonly date: CalendarDate | null }[] =
    ids == null
      ? await listDue(writer.database, actor.companyId, until, { after: null, limit: MOST_POSTED + 1 })
      : [...new Set(ids)].map((id) => ({ id, date: null }));
  const tried = due.slice(0, MOST_POSTED);
  const results = new Map<string, PostedDue>();
  await inTurn(tried, async ({ id, date }) => {
    try {
      const target = readDueId(id);
      if (target === null) throw notFound('ids', id);
      const posted = await post(writer, actor, target, { until, on });
      results.set(id, { id, ...posted, error: null });
    } catch (error) {
      results.set(id, { id, date, transactionId: null, error });
    }
  });
  return {
    results: tried.flatMap(({ id }) => results.get(id) ?? []),
    hasMore: due.length > tried.length,
  };
}

async function post(
  writer: LedgerWriter,
  actor: Actor,
  target: DueTarget,
  days: PostingDays,
): Promise<DuePosted> {
  switch (target.kind) {
    case 'recurring':
      return (await postOccurrence(writer, actor, target, days)).result;
    case 'reversal':
      return (await postReversal(writer, actor, target.id, days)).result;
    case 'spread':
      return (await postPart(writer, actor, target, days)).result;
  }
}

/** Some documents at once, but the entries of each in their order: they rest on each other. */
async function inTurn<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  work: (entry: Entry) => Promise<void>,
): Promise<void> {
  const queues = new Map<string, Entry[]>();
  for (const entry of entries) {
    const document = entry.id.split(':').slice(0, 2).join(':');
    queues.set(document, [...(queues.get(document) ?? []), entry]);
  }
  const waiting = [...queues.values()];
  const worker = async (): Promise<void> => {
    for (let queue = waiting.shift(); queue !== undefined; queue = waiting.shift())
      for (const entry of queue) await work(entry);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
