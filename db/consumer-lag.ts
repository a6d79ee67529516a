import type { Database } from './client.ts';

/** How far a consumer is behind the log. */
export interface ConsumerLag {
  readonly consumer: string;
  /** Companies in which something waits. */
  readonly companies: number;
  readonly events: number;
  /** Age of the oldest event that waits. */
  readonly seconds: number;
  /** Events that it has given up on and that wait to be looked at. */
  readonly deadLetters: number;
}

/** A consumer of the subgraph's own log, by its name, or of the log that another one publishes. */
export type WatchedConsumer = string | { readonly name: string; readonly source: string };

export async function consumerLag(
  database: Database,
  schema: string,
  consumers: readonly WatchedConsumer[],
): Promise<ConsumerLag[]> {
  const own = consumers.filter((consumer) => typeof consumer === 'string');
  const lags = own.length === 0 ? [] : await lagOfOwnLog(database, schema, own);
  for (const consumer of consumers)
    if (typeof consumer !== 'string') lags.push(await lagOfSource(database, schema, consumer));
  return lags.sort((a, b) => (a.consumer < b.consumer ? -1 : 1));
}

async function lagOfOwnLog(
  database: Database,
  schema: string,
  consumers: readonly string[],
): Promise<ConsumerLag[]> {
  return [
    ...(await database.sql.unsafe<ConsumerLag[]>(
      `/* consumerLag */ select consumer, companies, events, seconds, dead_letters as "deadLetters"
       from ${schema}.consumer_lag($1::text[])`,
      [[...consumers]],
    )),
  ];
}

async function lagOfSource(
  database: Database,
  schema: string,
  { name, source }: { readonly name: string; readonly source: string },
): Promise<ConsumerLag> {
  const [lag] = await database.sql.unsafe<ConsumerLag[]>(
    `/* consumerLagOfSource */ with positions as materialized (
       select coalesce(array_agg(company_id), '{}') as companies, coalesce(array_agg(seq), '{}') as seqs
       from ${schema}.consumer_positions($1)
     )
     select d.consumer, l.companies, l.events, l.seconds, d.dead_letters as "deadLetters"
     from positions p, ${source}_published.log_lag(p.companies, p.seqs) l, ${schema}.dead_letter_counts(array[$1]) d`,
    [name],
  );
  if (lag === undefined) throw new Error(`nobody knows how far ${name} is`);
  return lag;
}
