import postgres from 'postgres';
import { companyUuid } from '#db/client.ts';
import { subgraphRoles } from '#db/roles.ts';
import { SCHEMA } from './writer.ts';

/** Everything that is made from events, children before what they refer to. */
const PROJECTIONS = [
  'transaction_sources',
  'journal_entries',
  'account_turnover',
  'transactions',
  'accounts',
  'period_changes',
  'fiscal_periods',
  'custom_currencies',
  'settings',
];

const CHUNK = 2_000;

interface LogRow {
  seq: number;
  aggregate_id: string;
  is_transaction: boolean;
}

/**
 * Empties the company's tables and fills them again from its log, in one transaction: readers see the old rows
 * until the new ones are there, postings of the company wait. Runs as the owner of the tables, because the
 * guards let nobody else take a posted row away.
 */
export async function rebuildLedger(
  ownerUrl: string,
  companyId: string,
  onProgress?: (events: number, total: number) => void,
): Promise<{ events: number }> {
  const company = companyUuid(companyId);
  const pool = postgres(ownerUrl, {
    max: 1,
    connect_timeout: 10,
    connection: { application_name: 'davtari rebuild', TimeZone: 'UTC' },
    onnotice: () => undefined,
  });
  try {
    const events = await pool.begin(async (sql) => {
      // An owner without superuser's rights is held by row-level security too, and sees the company as a member
      // of the writer role.
      await sql`select set_config('app.company_ids', ${`{${company}}`}, true),
                       set_config('app.rebuilding', 'on', true)`;
      await demandWriter(sql);
      const [head] = await sql<{ last_seq: number }[]>`
        /* rebuildLock */ select last_seq::int from ledger.head where company_id = ${company} for update`;
      const total = head?.last_seq ?? 0;
      // A log that was restored into an empty database finds no partitions there.
      await sql`
        /* rebuildPartitions */ select ledger.ensure_journal_partitions((data ->> 'year')::int)
        from ledger.event_store where company_id = ${company} and event_type = 'FiscalYearOpened'`;
      for (const table of PROJECTIONS) {
        await sql`/* rebuildEmpty */ delete from ${sql(`${SCHEMA}.${table}`)} where company_id = ${company}`;
      }
      for (let position = 0; position < total; position += CHUNK) {
        const rows = await sql<LogRow[]>`
          /* rebuildRead */ select seq::int, aggregate_id, aggregate_type = 'Transaction' as is_transaction
          from ledger.event_store where company_id = ${company} and seq > ${position} and seq <= ${position + CHUNK}
          order by seq`;
        for (const { from, to } of runs(rows)) {
          await sql`
            /* rebuildProject */ select ledger.project(array_agg(e order by e.seq)) from ledger.event_store e
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

async function demandWriter(sql: postgres.TransactionSql): Promise<void> {
  const { writer } = subgraphRoles(SCHEMA);
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
  for (const { seq, aggregate_id: aggregate, is_transaction: isTransaction } of rows) {
    const last = cut.at(-1);
    if (isOpen && isTransaction && last !== undefined && !aggregates.has(aggregate)) {
      last.to = seq;
      aggregates.add(aggregate);
      continue;
    }
    cut.push({ from: seq, to: seq });
    aggregates = new Set([aggregate]);
    isOpen = isTransaction;
  }
  return cut;
}
