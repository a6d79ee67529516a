import type { Database } from './client.ts';
import { asWritten, type Upcast } from './upcast.ts';

/** How one kind of aggregate is folded from its events. */
export interface AggregateKind<State extends { readonly version: number }, Event> {
  readonly initial: State;
  evolve(state: State, event: Event, userId: string): State;
  /** Raised when the shape of the state changes: older snapshots are then ignored. */
  readonly stateVersion: number;
}

/** A snapshot is made when this many events lie behind the last one. */
const SNAPSHOT_EVERY = 100;

interface EventRow {
  version: number;
  event_type: string;
  event_version: number;
  data: unknown;
  user_id: string;
}

/** The state of an aggregate: its last snapshot and the events since. An unknown id has the initial state. */
export async function loadAggregate<State extends { readonly version: number }, Event>(
  database: Database,
  schema: string,
  companyId: string,
  aggregateId: string,
  kind: AggregateKind<State, Event>,
  upcast: Upcast = asWritten,
): Promise<State> {
  const { snapshot, events } = await database.withCompany(companyId, async (sql) => {
    const [found] = await sql<{ state: State; version: number }[]>`
      /* aggregateSnapshot */ select state, version from ${sql(schema)}.aggregate_snapshots
      where company_id = ${companyId} and aggregate_id = ${aggregateId} and state_version = ${kind.stateVersion}`;
    const rows = await sql<EventRow[]>`
      /* aggregateEvents */ select version, event_type, data, metadata ->> 'userId' as user_id,
        coalesce((metadata ->> 'eventVersion')::int, 1) as event_version
      from ${sql(schema)}.event_store
      where company_id = ${companyId} and aggregate_id = ${aggregateId} and version > ${found?.version ?? 0}
      order by version`;
    return { snapshot: found, events: rows };
  });
  // The log holds what this code once wrote: the type of an event and its data belong together.
  const state = events.reduce(
    (before, { event_type: type, event_version: version, data, user_id: userId }) =>
      kind.evolve(before, { type, data: upcast(type, version, data) } as Event, userId),
    snapshot?.state ?? kind.initial,
  );
  if (events.length >= SNAPSHOT_EVERY) {
    await database.withCompany(
      companyId,
      (sql) => sql`
        /* saveSnapshot */ insert into ${sql(schema)}.aggregate_snapshots as s
          (company_id, aggregate_id, version, state_version, state)
        values (${companyId}, ${aggregateId}, ${state.version}, ${kind.stateVersion},
                ${JSON.stringify(state)}::text::jsonb)
        on conflict (company_id, aggregate_id) do update
          set version = excluded.version, state_version = excluded.state_version, state = excluded.state
          where s.version < excluded.version or s.state_version < excluded.state_version`,
      'write',
    );
  }
  return state;
}
