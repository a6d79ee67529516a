import { sql } from 'drizzle-orm';
import {
  companyUuid,
  ended,
  millisecondsLeft,
  openDatabase,
  toDomainError,
  type Access,
  type DrizzleTransaction,
  type Lifetime,
  type Sql,
} from '#db/client.ts';
import { createDoorbell, type Doorbell } from '#db/doorbell.ts';
import type { Logger } from '#shared/platform/log.ts';

/**
 * The database as identity may see it. Every transaction has one point of view: a company's, a user's own, or that of
 * a stranger, to whom row-level security shows nothing but what a named function answers.
 */
export interface IdentityDatabase {
  /** Sees what belongs to one company. */
  inCompany<T>(
    companyId: string,
    work: (db: DrizzleTransaction, companyId: string) => Promise<T>,
    access?: Access,
  ): Promise<T>;
  /** Sees one user, that user's memberships in all companies, and these companies. */
  asUser<T>(userId: string, work: (db: DrizzleTransaction) => Promise<T>, access?: Access): Promise<T>;
  /** Sees no rows of any table that tells of a company or a user. */
  asStranger<T>(work: (db: DrizzleTransaction) => Promise<T>, access?: Access): Promise<T>;
  /** The same database for somebody who waits only so long: reads of a company or a user end by themselves then. */
  within(lifetime: Lifetime): IdentityDatabase;
  /** Hears what is notified on a channel. */
  doorbell(channel: string): Doorbell;
  /** Raw SQL, as a stranger. */
  readonly sql: Sql;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export function openIdentityDatabase(url: string, log: Logger): IdentityDatabase {
  const database = openDatabase(url, { name: 'davtari identity', log });
  const bound = (lifetime: Lifetime): IdentityDatabase => ({
    inCompany: (companyId, work, access = 'read') => {
      const company = companyUuid(companyId);
      const hurried = database.within(lifetime);
      return refusing(hurried.withCompanyDrizzle(company, (db) => work(db, company), access));
    },
    asUser: (userId, work, access = 'read') =>
      refusing(
        database.drizzle.transaction(async (db) => {
          await actAsUser(db, userId, millisecondsLeft(lifetime, access));
          return work(db);
        }, MODE[access]),
      ),
    asStranger: (work, access = 'read') => refusing(database.drizzle.transaction(work, MODE[access])),
    within: bound,
    doorbell: (channel) => createDoorbell(database, channel, log),
    sql: database.sql,
    ping: () => database.ping(),
    close: () => database.close(),
  });
  return bound({});
}

/** Adds a user's own point of view to that of the transaction. */
export async function actAsUser(
  db: DrizzleTransaction,
  userId: string,
  readMilliseconds?: number,
): Promise<void> {
  const timeout =
    readMilliseconds === undefined
      ? sql``
      : sql`, set_config('statement_timeout', ${String(readMilliseconds)}, true)`;
  await db.execute(sql`select set_config('app.user_id', ${userId}, true)${timeout}`);
}

const MODE = {
  read: { accessMode: 'read only' },
  snapshot: { accessMode: 'read only', isolationLevel: 'repeatable read' },
  write: { accessMode: 'read write' },
} as const satisfies Record<Access, object>;

async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await ended(work);
  } catch (error) {
    throw toDomainError(error);
  }
}
