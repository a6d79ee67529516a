import DataLoader from 'dataloader';
import type { Database, TransactionSql } from './client.ts';

/** Reads what it is asked for of a company. What it is handed must only read. */
export type ReadTogether = <T>(companyId: string, work: (sql: TransactionSql) => Promise<T>) => Promise<T>;

/** Callers in one transaction; more would wait too long for one another. */
const MOST = 32;

interface Waiting {
  readonly work: (sql: TransactionSql) => Promise<unknown>;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets callers who want to read of one company at the same time share a transaction: their statements go out in the same
 * packets, and who comes while others read waits for them. Each reads as if alone; a statement of PostgreSQL that fails
 * ends the transaction for all, so each is asked again by itself.
 *
 * Plans are made once a statement and connection: reads before a command are many and alike, and planning each anew costs
 * more than they do.
 */
export function readTogether(database: Database): ReadTogether {
  const waiting = new Map<string, Waiting[]>();

  const alone = <T>(companyId: string, work: (sql: TransactionSql) => Promise<T>): Promise<T> =>
    database.withCompany(companyId, (sql) => {
      // Sent without waiting, as the settings of the transaction are.
      sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`.execute().catch(() => undefined);
      return work(sql);
    });

  /** Whoever has what it asked for goes on; nobody waits for the end of a transaction that has only read. */
  async function read(companyId: string, callers: readonly Waiting[]): Promise<void> {
    const failed: { caller: Waiting; error: unknown }[] = [];
    const answered = new Set<Waiting>();
    try {
      await alone(companyId, (sql) =>
        Promise.all(
          callers.map(async (caller) => {
            try {
              const answer = await caller.work(sql);
              answered.add(caller);
              caller.resolve(answer as never);
            } catch (error) {
              failed.push({ caller, error });
            }
          }),
        ),
      );
    } catch (error) {
      const known = new Set(failed.map(({ caller }) => caller));
      for (const caller of callers)
        if (!answered.has(caller) && !known.has(caller)) failed.push({ caller, error });
    }
    if (callers.length === 1) for (const { caller, error } of failed) caller.reject(error);
    else await Promise.all(failed.map(({ caller }) => again(companyId, caller)));
  }

  async function again(companyId: string, { work, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve((await alone(companyId, work)) as never);
    } catch (error) {
      reject(error);
    }
  }

  async function readAll(companyId: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) await read(companyId, queue.splice(0, MOST));
    waiting.delete(companyId);
  }

  return <T>(companyId: string, work: (sql: TransactionSql) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const one: Waiting = { work, resolve, reject };
      const queue = waiting.get(companyId);
      if (queue !== undefined) {
        queue.push(one);
        return;
      }
      const fresh = [one];
      waiting.set(companyId, fresh);
      setImmediate(() => void readAll(companyId, fresh));
    });
}

/** One answer for each key, in their order; a key is whatever a caller asks for. */
export type ReadMany<Key, Answer> = (
  sql: TransactionSql,
  companyId: string,
  keys: readonly Key[],
) => Promise<Answer[]>;

/** Gathers what is asked for in one turn over one transaction, and reads it by one call. */
export function gathered<Key, Answer>(
  read: ReadMany<Key, Answer>,
): (sql: TransactionSql, companyId: string, key: Key) => Promise<Answer> {
  // A transaction is of one company, and gone when it ends.
  const loaders = new WeakMap<TransactionSql, DataLoader<Key, Answer>>();
  return (sql, companyId, key) => {
    const loader = loaders.get(sql) ?? new DataLoader((keys) => read(sql, companyId, keys), { cache: false });
    loaders.set(sql, loader);
    return loader.load(key);
  };
}
