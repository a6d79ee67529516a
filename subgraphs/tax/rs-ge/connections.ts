import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Database } from '#db/client.ts';
import type { Sealing } from '#shared/platform/sealing.ts';
import type { BreakerOptions } from '#shared/platform/circuit-breaker.ts';
import type { Channel, TaxAuthority } from './authority.ts';
import { createEApiClient } from './eapi/client.ts';
import type { SessionState, SessionStore } from './eapi/session.ts';
import { Endpoint } from '#shared/rs-ge/endpoint.ts';
import { COURTEOUS_MILLISECONDS, pacesInTurn, steadyPace, type Pace } from '#shared/rs-ge/pace.ts';
import { createNtosClient } from './ntos/client.ts';

/** A sign-in at RS.ge. */
export const credentials = z.discriminatedUnion('channel', [
  z.object({
    channel: z.literal('EAPI'),
    userName: z.string().min(1).max(200),
    password: z.string().min(1).max(200),
  }),
  z.object({
    channel: z.literal('NTOS'),
    serviceUser: z.string().min(1).max(200),
    servicePassword: z.string().min(1).max(200),
    /** Tax number of the company. */
    tin: z.string().regex(/^(\d{9}|\d{11})$/),
  }),
]);
export type Credentials = z.infer<typeof credentials>;

export interface ConnectionSettings {
  readonly eapiUrl: string;
  readonly ntosUrl: string;
  readonly timeoutMs: number;
  readonly paceMs: number;
  readonly breaker?: Partial<BreakerOptions>;
}

/** Addresses of RS.ge itself. */
export const RS_GE: ConnectionSettings = {
  eapiUrl: 'https://eapi.rs.ge',
  ntosUrl: 'https://www.revenue.mof.ge/ntosservice/ntosservice.asmx',
  timeoutMs: 30_000,
  paceMs: COURTEOUS_MILLISECONDS,
};

const sessionState = z.object({
  session: z.object({ token: z.string(), expiresAt: z.number() }).nullable(),
  pendingPin: z.object({ pinToken: z.string(), maskedMobile: z.string().nullable() }).nullable(),
});
const NO_SESSION: SessionState = { session: null, pendingPin: null };

/** The sign-ins of companies, sealed in the database, and the clients that use them. */
export class Connections {
  readonly #database: Database;
  readonly #sealing: Sealing;
  readonly #settings: ConnectionSettings;
  readonly #open = new Map<string, { readonly sealed: string; readonly authority: TaxAuthority }>();

  constructor(database: Database, sealing: Sealing, settings: ConnectionSettings) {
    this.#database = database;
    this.#sealing = sealing;
    this.#settings = settings;
  }

  /** The company's client; undefined when nobody has given a sign-in. */
  async of(companyId: string): Promise<TaxAuthority | undefined> {
    const [row] = await this.#database.withCompany(
      companyId,
      (sql) => sql<{ sealed: string }[]>`
        /* rsGeCredentials */ select credentials as sealed from tax.rs_ge_connections where company_id = ${companyId}`,
    );
    const known = this.#open.get(companyId);
    if (known !== undefined && known.sealed === row?.sealed) return known.authority;
    // Whoever still uses the old client ends with a failure of the network, which is what it is to him.
    await known?.authority.close();
    this.#open.delete(companyId);
    if (row === undefined) return undefined;
    const authority = this.#connect(companyId, this.#opened(companyId, row.sealed));
    this.#open.set(companyId, { sealed: row.sealed, authority });
    return authority;
  }

  /** Keeps another sign-in; what the one before had is forgotten. */
  async keep(companyId: string, given: Credentials): Promise<void> {
    const sealed = this.#sealing.seal(JSON.stringify(given), subjectOf(companyId, 'credentials'));
    await this.#database.withCompany(
      companyId,
      (sql) => sql`
        /* rsGeKeepCredentials */ insert into tax.rs_ge_connections as c (company_id, channel, credentials)
        values (${companyId}, ${given.channel}, ${sealed})
        on conflict (company_id) do update set channel = excluded.channel, credentials = excluded.credentials,
          session = null, state = 'UNTRIED', since = clock_timestamp(), last_error = null, last_error_at = null`,
      'write',
    );
  }

  /** Tells one sign-in from another, without telling what it is. */
  fingerprintOf(companyId: string, given: Credentials): string {
    return this.#sealing.digest(`sign-in ${companyId} ${JSON.stringify(credentials.parse(given))}`);
  }

  /** Whether what others issue is looked for again and again; in whose name. False when there is no connection. */
  async receive(companyId: string, receives: boolean, userId: string): Promise<boolean> {
    const rows = await this.#database.withCompany(
      companyId,
      (sql) => sql`
        /* rsGeReceive */ update tax.rs_ge_connections set receives = ${receives}, receives_by = ${userId},
          received_at = '-infinity'
        where company_id = ${companyId} returning company_id`,
      'write',
    );
    return rows.length > 0;
  }

  /** Takes the sign-in away. What is to be sent waits until there is another. */
  async forget(companyId: string): Promise<void> {
    await this.#database.withCompany(
      companyId,
      (sql) => sql`
        /* rsGeForget */ delete from tax.rs_ge_connections where company_id = ${companyId}`,
      'write',
    );
  }

  /** Lets a connection be used again that a sign-in had stopped. */
  async told(companyId: string, state: string, error: string | null): Promise<void> {
    await this.#database.withCompany(
      companyId,
      (sql) => sql`
        /* rsGeConnectionTold */ update tax.rs_ge_connections set
          since = case when state = ${state} then since else clock_timestamp() end, state = ${state},
          last_error = ${error},
          last_error_at = case when ${error}::text is null then null else clock_timestamp() end
        where company_id = ${companyId}`,
      'write',
    );
  }

  /** Whether this very sign-in is kept already: then nothing need be written. */
  async holds(companyId: string, given: Credentials): Promise<boolean> {
    const [row] = await this.#database.withCompany(
      companyId,
      (sql) => sql<{ sealed: string }[]>`
        /* rsGeCredentialsKept */ select credentials as sealed from tax.rs_ge_connections
        where company_id = ${companyId}`,
    );
    return (
      row !== undefined &&
      JSON.stringify(this.#opened(companyId, row.sealed)) === JSON.stringify(credentials.parse(given))
    );
  }

  async close(): Promise<void> {
    for (const { authority } of this.#open.values()) await authority.close();
    this.#open.clear();
  }

  #opened(companyId: string, sealed: string): Credentials {
    return credentials.parse(JSON.parse(this.#sealing.open(sealed, subjectOf(companyId, 'credentials'))));
  }

  #connect(companyId: string, given: Credentials): TaxAuthority {
    const { timeoutMs, paceMs, breaker = {} } = this.#settings;
    const pace = pacesInTurn(this.#sharedPace(companyId), steadyPace(paceMs));
    const endpointAt = (url: string): Endpoint => new Endpoint({ url, pace, timeoutMs, breaker });
    if (given.channel === 'NTOS') {
      return createNtosClient({
        endpoint: endpointAt(this.#settings.ntosUrl),
        credentials: given,
        tin: given.tin,
      });
    }
    return createEApiClient({
      endpoint: endpointAt(this.#settings.eapiUrl),
      credentials: given,
      deviceCode: this.#sealing.digest(`device ${companyId}`).slice(0, 32),
      sessions: this.#sessions(companyId),
    });
  }

  /** Turns among all processes: each takes the next free moment and waits for it. */
  #sharedPace(companyId: string): Pace {
    const seconds = this.#settings.paceMs / 1_000;
    return {
      turn: async () => {
        const [turn] = await this.#database.withCompany(
          companyId,
          (sql) => sql<{ waitMs: number }[]>`
            /* rsGeTurn */ update tax.rs_ge_connections
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

  #sessions(companyId: string): SessionStore {
    const subject = subjectOf(companyId, 'session');
    return {
      read: async () => {
        const [row] = await this.#database.withCompany(
          companyId,
          (sql) => sql<{ session: string | null }[]>`
            /* rsGeSession */ select session from tax.rs_ge_connections where company_id = ${companyId}`,
        );
        if (row === undefined || row.session === null) return NO_SESSION;
        return sessionState.parse(JSON.parse(this.#sealing.open(row.session, subject)));
      },
      write: async (state) => {
        const sealed = this.#sealing.seal(JSON.stringify(state), subject);
        await this.#database.withCompany(
          companyId,
          (sql) => sql`
            /* rsGeKeepSession */ update tax.rs_ge_connections set session = ${sealed}
            where company_id = ${companyId}`,
          'write',
        );
      },
    };
  }
}

function subjectOf(companyId: string, what: 'credentials' | 'session'): string {
  return `${companyId} rs-ge ${what}`;
}

export type { Channel };
