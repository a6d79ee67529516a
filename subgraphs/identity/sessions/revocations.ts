import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { DrizzleTransaction } from '#db/client.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Revocation, RevocationSubject } from '#shared/platform/revocation.ts';
import type { IdentityDatabase } from '../database.ts';
import type { RevocationBell } from './revocation-bell.ts';

/** Which tokens of a subject become void. */
export type Voided = 'ALL' | 'ISSUED_BEFORE_NOW';

/**
 * What is void before its time. The truth is a table, written by the transaction that ends a session or changes
 * rights, so that neither happens without the other; a bell tells the followers to look, and they look by themselves
 * every few seconds besides. So neither a lost connection, nor a Redis that was emptied, nor a restart loses any.
 */
export interface Revocations {
  /**
   * Makes tokens void, inside the given transaction or in one of its own. `ISSUED_BEFORE_NOW` is for rights that
   * have changed: call it last in the transaction that changed them. It waits for tokens that are being issued from
   * the rights as they were, and those to come see the new ones.
   */
  revoke(subjects: readonly RevocationSubject[], which: Voided, within?: DrizzleTransaction): Promise<void>;
  /**
   * Answers once every follower of this process has been told what was revoked here and is committed, so that whoever
   * hears that a session has ended finds it ended. Waits no longer than a moment; a follower that is away will hear.
   */
  settled(): Promise<void>;
  /** First all that still matter, as one batch, then new ones as they happen, until the signal aborts. */
  follow(signal: AbortSignal): AsyncIterable<readonly Revocation[]>;
  /** Ends every following. */
  close(): Promise<void>;
}

/** Clocks of gateways may be behind by this much. */
const MARGIN_SECONDS = 60;
/** Followers look by themselves this often, should no bell ring. */
const LOOK_MILLISECONDS = 5_000;
/** Nobody waits longer than this for followers to be told. */
const SETTLING_MILLISECONDS = 500;
/** What was not committed by then was rolled back. */
const GIVEN_UP_MILLISECONDS = 5_000;
/** A transaction may commit this much later than it wrote; what was seen before is not told twice. */
const OVERLAP_SECONDS = 60;

export function createRevocations(options: {
  readonly database: IdentityDatabase;
  readonly bell: RevocationBell;
  readonly accessTokenSeconds: number;
  readonly log: Logger;
}): Revocations {
  const { database, bell, log } = options;
  const lifetime = options.accessTokenSeconds + MARGIN_SECONDS;
  const closing = new AbortController();
  const followers = new Set<Told>();
  /** Written here and not told yet, with the moment; perhaps by a transaction that has not committed, or never will. */
  const untold = new Map<string, number>();

  async function write(
    db: DrizzleTransaction,
    subjects: readonly RevocationSubject[],
    which: Voided,
  ): Promise<void> {
    if (which === 'ISSUED_BEFORE_NOW') await lockRights(db, 'CHANGE');
    // What is over is swept up by whoever comes next.
    await db.execute(sql`/* sweepRevocations */ delete from identity.access_revocations where until < now()`);
    const rows = await db.execute<RevocationRow>(sql`
      /* revoke */ insert into identity.access_revocations (subject, issued_before, until)
      select subject, ${which === 'ALL' ? null : sql`clock_timestamp()`}::timestamptz,
             clock_timestamp() + make_interval(secs => ${lifetime}::float8)
      from jsonb_array_elements_text(${JSON.stringify(subjects)}::text::jsonb) as subject
      returning ${REVOCATION_COLUMNS}`);
    for (const { id } of rows) untold.set(id, performance.now());
    await bell.ring([...rows].map(identifiedRevocation));
  }

  async function alive(since: number | null): Promise<{ rows: IdentifiedRevocation[]; at: number }> {
    return database.asStranger(async (db) => {
      const [clock] = await db.execute<{ at: number }>(
        sql`/* clock */ select extract(epoch from now())::float8 as at`,
      );
      const recent =
        since === null
          ? sql``
          : sql`and created_at > to_timestamp(${since}::float8) - make_interval(secs => ${OVERLAP_SECONDS})`;
      const rows = await db.execute<RevocationRow>(sql`
        /* revocationsAlive */ select ${REVOCATION_COLUMNS} from identity.access_revocations
        where until > now() ${recent} order by id`);
      return { rows: [...rows].map(identifiedRevocation), at: clock?.at ?? 0 };
    });
  }

  return {
    async revoke(subjects, which, within) {
      if (subjects.length === 0) return;
      if (within !== undefined) return write(within, subjects, which);
      await database.asStranger((db) => write(db, subjects, which), 'write');
    },

    async settled() {
      if (untold.size === 0) return;
      const oldest = performance.now() - GIVEN_UP_MILLISECONDS;
      for (const [id, writtenAt] of untold) if (writtenAt < oldest) untold.delete(id);
      const ids = [...untold.keys()];
      const outcomes = await Promise.all([...followers].map((told) => told.all(ids, SETTLING_MILLISECONDS)));
      if (outcomes.every((isTold) => isTold)) for (const id of ids) untold.delete(id);
    },

    async close() {
      closing.abort();
      await bell.close();
    },

    async *follow(leaving) {
      const signal = AbortSignal.any([leaving, closing.signal]);
      // The bell is heard before the first look, so that nothing falls between the two.
      const watch = bell.watch();
      const told = new Told();
      followers.add(told);
      try {
        const first = await alive(null);
        let since = first.at;
        yield told.fresh(first.rows);
        told.taken();
        while (!signal.aborted) {
          await watch.wait(signal, LOOK_MILLISECONDS);
          if (signal.aborted) return;
          const heard = told.fresh(watch.heard());
          if (heard.length > 0) {
            yield heard;
            told.taken();
          }
          try {
            const next = await alive(since);
            since = next.at;
            told.forgetBefore(since);
            const fresh = told.fresh(next.rows);
            if (fresh.length > 0) {
              yield fresh;
              told.taken();
            }
          } catch (err) {
            log.warn({ event: 'revocations.unread', err }, 'revocations cannot be read; trying on');
            await pause(LOOK_MILLISECONDS / 5, undefined, { signal }).catch(() => undefined);
          }
        }
      } finally {
        followers.delete(told);
        watch.close();
      }
    },
  };
}

/**
 * Tokens are issued from rights that were read a moment ago. Whoever reads them to issue a token holds this lock
 * shared until the commit, and whoever has changed them takes it alone before telling the moment of the change: so a
 * token either carries the new rights or is older than that moment. Transactions that end sessions take it alone too:
 * no session is opened behind their back. Take it once per transaction, and no row lock of others after it.
 */
export async function lockRights(db: DrizzleTransaction, to: 'READ' | 'CHANGE'): Promise<void> {
  await db.execute(
    to === 'READ'
      ? sql`/* readRights */ select pg_advisory_xact_lock_shared(hashtext('identity.rights'))`
      : sql`/* changeRights */ select pg_advisory_xact_lock(hashtext('identity.rights'))`,
  );
}

/** A revocation with the number of its row, by which it is known again. */
export interface IdentifiedRevocation extends Revocation {
  readonly id: string;
}

interface RevocationRow extends Record<string, unknown> {
  readonly id: string;
  readonly subject: string;
  readonly issued_before: number | null;
  readonly until: number;
}

const REVOCATION_COLUMNS = sql`id::text, subject, extract(epoch from issued_before)::float8 as issued_before,
  extract(epoch from until)::float8 as until`;

function identifiedRevocation(row: RevocationRow): IdentifiedRevocation {
  return {
    id: row.id,
    subject: row.subject as RevocationSubject,
    issuedBefore: row.issued_before,
    until: row.until,
  };
}

/** What one follower has been told, and has taken. */
class Told {
  readonly #until = new Map<string, number>();
  readonly #waiting = new Set<() => void>();
  /** Handed out, and not yet known to be taken. */
  readonly #handedOut = new Set<string>();

  /** Those not told before, as followers get them; they count as told from now on. */
  fresh(rows: readonly IdentifiedRevocation[]): Revocation[] {
    return rows.flatMap(({ id, ...revocation }) => {
      if (this.#until.has(id)) return [];
      this.#until.set(id, revocation.until);
      this.#handedOut.add(id);
      return [revocation];
    });
  }

  /** The follower has come back for more. */
  taken(): void {
    this.#handedOut.clear();
    for (const check of this.#waiting) check();
  }

  /** Answers true once the follower has taken all of these, or false when the time is over. */
  all(ids: readonly string[], milliseconds: number): Promise<boolean> {
    const has = (): boolean => ids.every((id) => this.#until.has(id) && !this.#handedOut.has(id));
    if (has()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const finish = (isTold: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(isTold);
      };
      const check = (): void => {
        if (has()) finish(true);
      };
      const timer = setTimeout(finish, milliseconds, false);
      this.#waiting.add(check);
    });
  }

  /** The table does not answer them any more either. */
  forgetBefore(seconds: number): void {
    for (const [id, until] of this.#until) if (until < seconds - OVERLAP_SECONDS) this.#until.delete(id);
  }
}
