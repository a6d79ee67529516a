import type { Database, TransactionSql } from '#db/client.ts';
import { createConsumer, type Consumer, type ConsumerOptions, type StoredEvent } from '#db/feed.ts';
import { followAgain } from '#db/follow-again.ts';
import { createUpcast } from '#db/upcast.ts';
import { SCHEMA } from '../schema.ts';

/** Whose log tells names, and the consumer that reads them. */
export const TAX = 'tax';
export const TAX_CONSUMER = 'counterparties';

/** Follows tax: what counterparties are called. */
export function followTax(
  options: Pick<ConsumerOptions, 'database' | 'log' | 'batchSize' | 'pollSeconds' | 'retrySeconds'>,
): Consumer {
  return createConsumer({
    ...options,
    schema: SCHEMA,
    source: TAX,
    name: TAX_CONSUMER,
    upcast: createUpcast({}),
    handle: noteNames,
  });
}

/** Keeps the names of a batch of tax's events; each event tells everything of a counterparty. */
export async function noteNames(
  sql: TransactionSql,
  companyId: string,
  events: readonly StoredEvent[],
): Promise<void> {
  for (const { aggregateId, type, data } of events) {
    if (type !== 'CounterpartyAdded' && type !== 'CounterpartyChanged') continue;
    const { taxId, nameKa, nameEn } = data as { taxId: string; nameKa: string; nameEn: string | null };
    await sql`
      /* keepCounterparty */ insert into reporting.counterparties (company_id, id, tax_id, name_ka, name_en)
      values (${companyId}, ${aggregateId}, ${taxId}, ${nameKa}, ${nameEn})
      on conflict (company_id, id) do update set tax_id = excluded.tax_id, name_ka = excluded.name_ka,
        name_en = excluded.name_en`;
  }
}

/** Makes the names of a company anew from tax's log, up to where the consumer stands. */
export async function rebuildNames(database: Database, companyId: string): Promise<{ events: number }> {
  return database.withCompany(
    companyId,
    async (sql) => ({
      events: await followAgain(sql, companyId, {
        schema: SCHEMA,
        source: TAX,
        consumer: TAX_CONSUMER,
        tables: ['counterparties'],
        handle: noteNames,
      }),
    }),
    'write',
  );
}
