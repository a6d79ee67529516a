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

export async function consumerLag(
  database: Database,
  schema: string,
  consumers: readonly string[],
): Promise<ConsumerLag[]> {
  if (consumers.length === 0) return [];
  return database.sql.unsafe<ConsumerLag[]>(
    `/* consumerLag */ select consumer, companies, events, seconds, dead_letters as "deadLetters"
     from ${schema}.consumer_lag($1::text[]) order by consumer`,
    [[...consumers]],
  );
}
