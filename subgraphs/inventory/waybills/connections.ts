import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Database } from '#db/client.ts';
import type { BreakerOptions } from '#shared/platform/circuit-breaker.ts';
import type { Sealing } from '#shared/platform/sealing.ts';
import { Endpoint } from '#shared/rs-ge/endpoint.ts';
import { COURTEOUS_MILLISECONDS, pacesInTurn, steadyPace, type Pace } from '#shared/rs-ge/pace.ts';
import { createWaybillClient } from './rs-ge/client.ts';
import type { WaybillAuthority } from './rs-ge/remote.ts';

/** A sign-in at the waybill service. */
export const waybillCredentials = z.object({
  serviceUser: z.string().min(1).max(200),
  servicePassword: z.string().min(1).max(200),
});
export type WaybillCredentials = z.infer<typeof waybillCredentials>;

export interface WaybillSettings {
  readonly url: string;
  readonly timeoutMs: number;
  readonly paceMs: number;
  readonly breaker?: Partial<BreakerOptions>;
}

/** The address of RS.ge itself. */
export const WAYBILLS_AT_RS_GE: WaybillSettings = {
  url: 'https://services.rs.ge/WayBillService/WayBillService.asmx',
  timeoutMs: 30_000,
  paceMs: COURTEOUS_MILLISECONDS,
};

export type ConnectionState = 'UNTRIED' | 'CONNECTED' | 'REFUSED' | 'UNREACHABLE';

/** The sign-ins of companies, sealed in the database, and the clients that use them. */
export class WaybillConnections {
  readonly #database: Database;
  readonly #sealing: Sealing;
  readonly #settings: WaybillSettings;
  readonly #open = new Map<string, { readonly sealed: string; readonly authority: WaybillAuthority }>();

  constructor(database: Database, sealing: Sealing, settings: WaybillSettings) {
    this.#database = database;
    this.#sealing = sealing;
    this.#settings = settings;
  }

  /** The company's client; undefined when nobody has given a sign-in. */
  async of(companyId: string): Promise<WaybillAuthority | undefined> {
    const [row] = await this.#database.withCompany(
      companyId,
      (sql) => sql<{ sealed: string }[]>`
        /* waybillCredentials */ select credentials as sealed from inventory.waybill_connections
        where company_id = ${companyId}`,
    );
    const known = this.#open.get(companyId);
    if (known !== undefined && known.sealed === row?.sealed) return known.authority;
    // Whoever still uses the old client ends with a failure of the network, which is what it is to him.
    await known?.authority.end();
    this.#open.delete(companyId);
    if (row === undefined) return undefined;
    const given = waybillCredentials.parse(JSON.parse(this.#sealing.open(row.sealed, subjectOf(companyId))));
    const { url, timeoutMs, paceMs, breaker = {} } = this.#settings;
    const pace = pacesInTurn(this.#sharedPace(companyId), steadyPace(paceMs));
    const authority = createWaybillClient({
      endpoint: new Endpoint({ url, pace, timeoutMs, breaker }),
      credentials: given,
    });
    this.#open.set(companyId, { sealed: row.sealed, authority });
    return authority;
  }

  /** Keeps another sign-in; what the one before had is forgotten. */
  async keep(companyId: string, given: WaybillCredentials): Promise<void> {
    const sealed = this.#sealing.seal(JSON.stringify(given), subjectOf(companyId));
    await this.#database.withCompany(
      companyId,
      (sql) => sql`
        /* waybillKeepCredentials */ insert into inventory.waybill_connections as c (company_id, credentials)
        values (${companyId}, ${sealed})
        on conflict (company_id) do update set credentials = excluded.credentials, state = 'UNTRIED',
          since = clock_timestamp(), last_error = null, last_error_at = null`,
      'write',
    );
  }

  /** How the connection fares. An error of the moment leaves a connected one connected. */
  async told(companyId: string, state: ConnectionState, error: string | null): Promise<void> {
    await this.#database.withCompany(
      companyId,
      (sql) => sql`
        /* waybillConnectionTold */ update inventory.waybill_connections set
          since = case when state = ${state} then since else clock_timestamp() end, state = ${state},
          last_error = coalesce(${error}, last_error),
          last_error_at = case when ${error}::text is null then last_error_at else clock_timestamp() end
        where company_id = ${companyId} and (state <> ${state} or ${error}::text is not null)`,
      'write',
    );
  }

  async close(): Promise<void> {
    for (const { authority } of this.#open.values()) await authority.end();
    this.#open.clear();
  }

  /** Turns among all processes: each takes the next free moment and waits for it. */
  #sharedPace(companyId: string): Pace {
    const seconds = this.#settings.paceMs / 1_000;
    return {
      turn: async () => {
        const [turn] = await this.#database.withCompany(
          companyId,
          (sql) => sql<{ waitMs: number }[]>`
            /* waybillTurn */ update inventory.waybill_connections
            set next_call_at = greatest(next_call_at, clock_timestamp()) + make_interval(secs => ${seconds})
            where company_id = ${companyId}
            returning extract(epoch from next_call_at - make_interval(secs => ${seconds}) - clock_timestamp())::float8
              * 1000 as "waitMs"`,
          'write',
        );
        if (turn !== undefined && turn.waitMs > 0) await delay(Math.ceil(turn.waitMs));
      },
    };
  }
}

function subjectOf(companyId: string): string {
  return `${companyId} waybills`;
}
