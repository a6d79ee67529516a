import postgres from 'postgres';
import { companyUuid } from './client.ts';
import { subgraphRoles } from './roles.ts';

/** What is made anew, and out of what. */
export interface Rebuild {
  /** URL of the owner of the tables: the guards let nobody else take rows away. */
  readonly ownerUrl: string;
  /** PostgreSQL schema of the subgraph. */
  readonly schema: string;
  readonly companyId: string;
  /** Tables that are made from events and from nothing else, children before what they refer to. */
  readonly tables: readonly string[];
  /** Types of aggregates that are no reference data of each other: their events are projected many at once. */
  readonly documents: readonly string[];
  /** Runs before the tables are emptied, in the same transaction. */
  readonly prepare?: (sql: postgres.TransactionSql, companyId: string) => Promise<void>;
  readonly onProgress?: ((events: number, total: number) => void) | undefined;
}

const CHUNK = 2_000;

export interface LogRow {
  readonly seq: number;
  readonly aggregate_id: string;
  readonly is_document: boolean;
}

/**
 * Empties a company's tables and fills them again from its log, in one transaction: readers see the old rows until the
 * new ones are there, whoever writes for the company waits.
 */
export async function rebuildProjections(rebuild: Rebuild): Promise<{ events: number }> {
  const { ownerUrl, schema, tables, documents, prepare, onProgress } = rebuild;
  const company = companyUuid(rebuild.companyId);
  const pool = postgres(ownerUrl, {
    max: 1,
    connect_timeout: 10,
    connection: { application_name: 'davtari rebuild', TimeZone: 'UTC' },
    onnotice: () => undefined,
  });
  try {
    const events = await pool.begin(async (sql) => {
      const log = sql(`${schema}.event_store`);
      // An owner without superuser's rights is held by row-level security too, and sees the company as a member
      // of the writer role.
      await sql`select set_config('app.company_ids', ${`{${company}}`}, true),
                       set_config('app.rebuilding', 'on', true)`;
      await demandWriter(sql, schema);
      const [head] = await sql<{ last_seq: number }[]>`
        /* rebuildLock */ select last_seq::int from ${sql(`${schema}.head`)} where company_id = ${company} for update`;
      const total = head?.last_seq ?? 0;
      await prepare?.(sql, company);
      for (const table of tables) {
        await sql`/* rebuildEmpty */ delete from ${sql(`${schema}.${table}`)} where company_id = ${company}`;
      }
      for (let position = 0; position < total; position += CHUNK) {
        const rows = await sql<LogRow[]>`
          /* rebuildRead */ select seq::int, aggregate_id,
            aggregate_type = any (${[...documents]}::text[]) as is_document
          from ${log} where company_id = ${company} and seq > ${position} and seq <= ${position + CHUNK}
          order by seq`;
        for (const { from, to } of runs(rows)) {
          await sql`
            /* rebuildProject */ select ${sql(`${schema}.project`)}(array_agg(e order by e.seq)) from ${log} e
            where e.company_id = ${company} and e.seq between ${from} and ${to}`;
        }
        onProgress?.(Math.min(position + CHUNK, total), total);
      }
      return total;
    });
    return { events };
  } finally {
    await pool.end({ timeout: 5 });
  }
}

async function demandWriter(sql: postgres.TransactionSql, schema: string): Promise<void> {
  const { writer } = subgraphRoles(schema);
  const [row] = await sql<{ may: boolean }[]>`select pg_has_role(current_user, ${writer}, 'usage') as may`;
  if (row?.may !== true)
    throw new Error(`To rebuild, the database user must own the tables and be in ${writer}`);
}

/**
 * Cuts the log where the projection must see one thing after the other: it handles all events of one type at
 * once, so within a run no aggregate comes twice, and reference data changes alone.
 */
export function runs(rows: readonly LogRow[]): { from: number; to: number }[] {
  const cut: { from: number; to: number }[] = [];
  let aggregates = new Set<string>();
  let isOpen = false;
  for (const { seq, aggregate_id: aggregate, is_document: isDocument } of rows) {
    const last = cut.at(-1);
    if (isOpen && isDocument && last !== undefined && !aggregates.has(aggregate)) {
      last.to = seq;
      aggregates.add(aggregate);
      continue;
    }
    cut.push({ from: seq, to: seq });
    aggregates = new Set([aggregate]);
    isOpen = isDocument;
  }
  return cut;
}
