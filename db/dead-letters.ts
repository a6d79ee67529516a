import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import type { Database, TransactionSql } from './client.ts';

export type DeadLetterState = 'trying' | 'waiting' | 'requested' | 'handled' | 'dropped';

/** An event that a consumer could not handle; see `db/sql/dead_letters.sql`. */
export interface DeadLetter {
  /** `consumer/company/seq`. */
  readonly id: string;
  readonly consumer: string;
  readonly companyId: string;
  /** Schema of the subgraph in whose log the event stands. */
  readonly source: string;
  readonly seq: number;
  readonly eventType: string;
  readonly state: DeadLetterState;
  readonly attempts: number;
  readonly firstFailedAt: string;
  readonly lastFailedAt: string;
  readonly errorClass: string;
  readonly errorMessage: string;
  readonly settledAt: string | null;
  readonly reason: string | null;
}

/** The dead letters of one subgraph, for whoever looks after it. */
export interface DeadLetters {
  /** Those that are not settled, or all, in order of company, consumer and event. */
  list(options?: { readonly companyId?: string; readonly isSettledToo?: boolean }): Promise<DeadLetter[]>;
  find(id: string): Promise<DeadLetter>;
  /** Has the consumer handle the event again, once; refuses what is not waiting. */
  retry(id: string): Promise<void>;
  /** Says that the event need not be handled; refuses what is not waiting. */
  drop(id: string, reason: string): Promise<void>;
}

const OPEN: readonly DeadLetterState[] = ['trying', 'waiting', 'requested'];
const ALL: readonly DeadLetterState[] = [...OPEN, 'handled', 'dropped'];
const MOST_REASON = 500;

export function createDeadLetters(database: Database, schema: string): DeadLetters {
  async function find(id: string): Promise<DeadLetter> {
    const { consumer, companyId, seq } = partsOf(id);
    const [letter] = await database.withCompany(companyId, (sql) =>
      select(sql, schema, sql`consumer = ${consumer} and seq = ${seq}`),
    );
    if (letter === undefined) throw notFound('id', id);
    return letter;
  }

  /** Moves a letter that waits; whoever comes second is refused. */
  async function settle(
    id: string,
    change: (sql: TransactionSql) => ReturnType<TransactionSql>,
  ): Promise<void> {
    const { consumer, companyId, seq } = partsOf(id);
    const moved = await database.withCompany(
      companyId,
      (sql) => sql`
        /* settleDeadLetter */ with moved as (
          update ${sql(schema)}.dead_letters set ${change(sql)}
          where company_id = ${companyId} and consumer = ${consumer} and seq = ${seq} and state = 'waiting'
          returning source
        )
        select pg_notify(source || '_events', ${companyId}) from moved`,
      'write',
    );
    if (moved.length > 0) return;
    const { state } = await find(id);
    throw new DomainError('INVALID_TRANSITION', `id: the event is ${state}, not waiting`, { field: 'id' });
  }

  return {
    find,
    async list({ companyId, isSettledToo = false } = {}) {
      const states = isSettledToo ? ALL : OPEN;
      const companies =
        companyId === undefined
          ? await companiesWithDeadLetters(database, schema, null, states)
          : [companyId];
      const letters: DeadLetter[] = [];
      for (const id of companies.sort()) {
        letters.push(
          ...(await database.withCompany(id, (sql) =>
            select(sql, schema, sql`state = any(${[...states]}::text[])`),
          )),
        );
      }
      return letters;
    },
    retry: (id) => settle(id, (sql) => sql`state = 'requested'`),
    drop: async (id, reason) => {
      const words = reason.trim();
      if (words === '' || words.length > MOST_REASON)
        throw badInput('reason', reason, `must have 1 to ${MOST_REASON} characters`);
      await settle(id, (sql) => sql`state = 'dropped', reason = ${words}, settled_at = clock_timestamp()`);
    },
  };
}

/** The dead letters of several subgraphs as one: consumers have names of their own, so an id is in one of them. */
export function joinDeadLetters(parts: readonly DeadLetters[]): DeadLetters {
  async function holderOf(id: string): Promise<DeadLetters> {
    for (const part of parts) {
      try {
        await part.find(id);
        return part;
      } catch (error) {
        if (!(error instanceof DomainError && error.code === 'NOT_FOUND')) throw error;
      }
    }
    throw notFound('id', id);
  }
  return {
    list: async (options) => (await Promise.all(parts.map((part) => part.list(options)))).flat(),
    find: async (id) => (await holderOf(id)).find(id),
    retry: async (id) => (await holderOf(id)).retry(id),
    drop: async (id, reason) => (await holderOf(id)).drop(id, reason),
  };
}

export async function companiesWithDeadLetters(
  database: Database,
  schema: string,
  consumer: string | null,
  states: readonly DeadLetterState[],
): Promise<string[]> {
  const rows = await database.sql.unsafe<{ id: string }[]>(
    `/* deadLetterCompanies */ select id from ${schema}.companies_with_dead_letters($1, $2::text[]) as id`,
    [consumer, [...states]],
    { prepare: true },
  );
  return rows.map(({ id }) => id);
}

function select(
  sql: TransactionSql,
  schema: string,
  condition: ReturnType<TransactionSql>,
): Promise<DeadLetter[]> {
  return sql<DeadLetter[]>`
    /* deadLetters */ select consumer || '/' || company_id || '/' || seq as id, consumer, company_id as "companyId",
      source, seq, event_type as "eventType", state, attempts, first_failed_at as "firstFailedAt",
      last_failed_at as "lastFailedAt", error_class as "errorClass", error_message as "errorMessage",
      settled_at as "settledAt", reason
    from ${sql(schema)}.dead_letters where ${condition} order by consumer, seq`;
}

const ID = /^(?<consumer>[\w.-]{1,100})\/(?<companyId>[0-9a-f-]{36})\/(?<seq>[1-9]\d{0,15})$/;

function partsOf(id: string): { consumer: string; companyId: string; seq: number } {
  const { consumer, companyId, seq } = ID.exec(id)?.groups ?? {};
  if (consumer === undefined || companyId === undefined)
    throw badInput('id', id, 'is not consumer/company/number');
  return { consumer, companyId, seq: Number(seq) };
}
