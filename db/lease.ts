import type { Database, TransactionSql } from './client.ts';

/** Whoever is late finds that another process has taken the company over. */
export class LeaseLost extends Error {
  constructor() {
    super('another process acts for this company now');
    this.name = 'LeaseLost';
  }
}

export interface LeaseOptions {
  readonly database: Database;
  /** The table with the columns `company_id`, `lease_by` (text) and `lease_until` (timestamptz), schema and all. */
  readonly table: string;
  readonly companyId: string;
  /** The process, or the part of it, that would hold the lease. */
  readonly holder: string;
  /** A holder that says nothing for so long has lost its companies to others. */
  readonly milliseconds: number;
}

/** The right of one process to act for a company towards somebody outside, where two at once would do things twice. */
export class CompanyLease {
  readonly #options: LeaseOptions;
  #heldUntil = 0;

  constructor(options: LeaseOptions) {
    this.#options = options;
  }

  /** Takes the lease if it is free. `first` runs in the same transaction, before anybody acts. */
  async take(first: (sql: TransactionSql) => Promise<void> = () => Promise.resolve()): Promise<boolean> {
    const { database, table, companyId, holder } = this.#options;
    const began = performance.now();
    const isOurs = await database.withCompany(
      companyId,
      async (sql) => {
        const rows = await sql`
          /* takeLease */ update ${sql(table)}
          set lease_by = ${holder}, lease_until = clock_timestamp() + make_interval(secs => ${this.#seconds})
          where company_id = ${companyId} and lease_until < clock_timestamp() returning company_id`;
        if (rows.length === 0) return false;
        await first(sql);
        return true;
      },
      'write',
    );
    if (isOurs) this.#heldUntil = began + this.#options.milliseconds;
    return isOurs;
  }

  /** Makes sure that the lease holds for so long from now. @throws LeaseLost */
  async hold(forMilliseconds: number): Promise<void> {
    if (this.#heldUntil - performance.now() > forMilliseconds) return;
    await this.write(() => Promise.resolve());
    if (this.#heldUntil - performance.now() <= forMilliseconds) throw new LeaseLost();
  }

  /** A transaction that stands only if the lease is ours. @throws LeaseLost */
  write<T>(work: (sql: TransactionSql) => Promise<T>): Promise<T> {
    const { database, table, companyId, holder, milliseconds } = this.#options;
    return database.withCompany(
      companyId,
      async (sql) => {
        const began = performance.now();
        const rows = await sql`
          /* proveLease */ update ${sql(table)}
          set lease_until = clock_timestamp() + make_interval(secs => ${this.#seconds})
          where company_id = ${companyId} and lease_by = ${holder} and lease_until > clock_timestamp()
          returning company_id`;
        if (rows.length === 0) throw new LeaseLost();
        this.#heldUntil = began + milliseconds;
        return work(sql);
      },
      'write',
    );
  }

  async release(): Promise<void> {
    const { database, table, companyId, holder } = this.#options;
    await database.withCompany(
      companyId,
      (sql) => sql`
        /* releaseLease */ update ${sql(table)} set lease_by = null, lease_until = '-infinity'
        where company_id = ${companyId} and lease_by = ${holder}`,
      'write',
    );
  }

  get #seconds(): number {
    return this.#options.milliseconds / 1_000;
  }
}
