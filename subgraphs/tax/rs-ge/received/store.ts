import type { Database, TransactionSql } from '#db/client.ts';
import type { RemoteInvoice } from '../authority.ts';

/** A month that is to be looked at. */
export interface WantedMonth {
  /** First day. */
  readonly month: string;
  readonly wantedBy: string;
  readonly failures: number;
  /** The moment from which on a wish counts as a new one. */
  readonly began: string;
}

/** A document at RS.ge that has none of ours. */
export interface ReceivedRow {
  readonly rsGeId: string;
  readonly series: string | null;
  readonly number: string | null;
  readonly state: RemoteInvoice['state'];
  readonly isAdvance: boolean;
  readonly operationDate: string;
  readonly sellerTin: string;
  readonly amount: string;
  readonly vat: string;
  readonly foundBy: string;
  readonly failures: number;
}

/** Wants months to be looked at: whoever fetches them does it once for all wishes until then. */
export async function wantMonths(
  sql: TransactionSql,
  companyId: string,
  userId: string,
  from: string,
  to: string,
): Promise<void> {
  await sql`
    /* rsGeWantMonths */ insert into tax.rs_ge_months as m (company_id, month, wanted_at, wanted_by)
    select ${companyId}, month::date, clock_timestamp(), ${userId}
    from generate_series(${from}::date, ${to}::date, interval '1 month') as month
    on conflict (company_id, month) do update set wanted_at = excluded.wanted_at, wanted_by = excluded.wanted_by,
      next_at = clock_timestamp(), failures = 0`;
}

/** What RS.ge told of documents that others issued to a company, and how far it was asked. */
export class ReceivedStore {
  readonly #database: Database;
  readonly companyId: string;

  constructor(database: Database, companyId: string) {
    this.#database = database;
    this.companyId = companyId;
  }

  /** Wants the latest months when the company wants that and it is time. */
  async wantByTheClock(everyMs: number, from: string, to: string): Promise<void> {
    await this.#write(async (sql) => {
      const [told] = await sql<{ userId: string }[]>`
        /* rsGeReceiveByTheClock */ update tax.rs_ge_connections set received_at = clock_timestamp()
        where company_id = ${this.companyId} and receives
          and received_at < clock_timestamp() - make_interval(secs => ${everyMs / 1000})
        returning receives_by as "userId"`;
      if (told !== undefined) await wantMonths(sql, this.companyId, told.userId, from, to);
    });
  }

  /** Months to be looked at now, the oldest first. */
  wanted(): Promise<readonly WantedMonth[]> {
    return this.#database.withCompany(
      this.companyId,
      (sql) => sql<WantedMonth[]>`
        /* rsGeWanted */ select month, wanted_by as "wantedBy", failures, clock_timestamp()::text as began
        from tax.rs_ge_months
        where company_id = ${this.companyId} and wanted_at > coalesce(fetched_at, '-infinity')
          and next_at <= clock_timestamp()
        order by month limit 24`,
    );
  }

  /** Keeps a month as RS.ge told it, and moves the checkpoint, at once. Each document is kept once. */
  async keep({ month, began, wantedBy }: WantedMonth, invoices: readonly RemoteInvoice[]): Promise<void> {
    // A document without a number was never sent, and one without a seller is none that somebody issued to us.
    const sent = invoices.filter(({ number, sellerTin }) => number !== null && sellerTin !== null);
    await this.#write(async (sql) => {
      for (const one of sent) {
        await sql`
          /* rsGeKeepReceived */ insert into tax.rs_ge_received as r (company_id, rs_ge_id, series, number, state,
            is_advance, is_correction, operation_date, seller_tin, amount, vat, standing, found_by)
          values (${this.companyId}, ${one.id}, ${one.series}, ${one.number}, ${one.state}, ${one.isAdvance},
            ${one.isCorrection}, ${one.operationDate}, ${one.sellerTin}, ${one.amount}, ${one.vat}, 'NEW', ${wantedBy})
          on conflict (company_id, rs_ge_id) do update set series = excluded.series, number = excluded.number,
            state = excluded.state, operation_date = excluded.operation_date, amount = excluded.amount,
            vat = excluded.vat, seen_at = clock_timestamp(),
            -- What could not be entered may be now.
            standing = case when r.standing = 'LINKED' then r.standing else 'NEW' end,
            next_at = clock_timestamp(), failures = 0`;
      }
      await sql`
        /* rsGeMonthFetched */ update tax.rs_ge_months set fetched_at = ${began}::timestamptz, failures = 0,
          error_text = null
        where company_id = ${this.companyId} and month = ${month}`;
    });
  }

  /** The month is looked at later; what RS.ge, or the network, said is shown. */
  async postpone(month: string, inMs: number, error: string): Promise<void> {
    await this.#write(
      (sql) => sql`
        /* rsGeMonthPostponed */ update tax.rs_ge_months set failures = failures + 1, error_text = ${error},
          next_at = clock_timestamp() + make_interval(secs => ${inMs / 1000})
        where company_id = ${this.companyId} and month = ${month}`,
    );
  }

  /**
   * Links documents of RS.ge with those that were entered here: by the seller and the number first, then, for what is
   * left, by the seller, the day and both amounts. Each has one partner at most; of several alike the pairs are made in
   * order.
   */
  async match(): Promise<void> {
    await this.#write(async (sql) => {
      const ours = sql`
        select t.id, t.operation_date, t.gross, t.vat, t.registration_series as series,
          t.registration_number as number, c.tax_id
        from tax.tax_invoices t
        join tax.counterparties c on c.company_id = t.company_id and c.id = t.counterparty_id
        where t.company_id = ${this.companyId} and t.direction = 'RECEIVED' and t.kind in ('SUPPLY', 'ADVANCE')
          and t.status <> 'CANCELLED' and not exists (
            select from tax.rs_ge_received l where l.company_id = t.company_id and l.document_id = t.id)`;
      const found = sql`
        select r.* from tax.rs_ge_received r where r.company_id = ${this.companyId} and r.standing <> 'LINKED'
          and r.state in ('SENT', 'CONFIRMED', 'CORRECTED', 'CANCELLING')`;
      await sql`
        /* rsGeMatchNumbers */ update tax.rs_ge_received r
        set document_id = pair.id, standing = 'LINKED', problem = null
        from (
          select f.rs_ge_id, o.id, row_number() over (partition by f.rs_ge_id order by o.id) as of_theirs,
            row_number() over (partition by o.id order by f.rs_ge_id) as of_ours
          from (${found}) f join (${ours}) o on o.tax_id = f.seller_tin and (
            (o.number = f.number and (o.series is null or o.series = coalesce(f.series, '')))
            or (o.series is null and o.number = f.series || '-' || f.number))
        ) pair
        where r.company_id = ${this.companyId} and r.rs_ge_id = pair.rs_ge_id
          and pair.of_theirs = 1 and pair.of_ours = 1`;
      await sql`
        /* rsGeMatchAmounts */ update tax.rs_ge_received r
        set document_id = pair.id, standing = 'LINKED', problem = null
        from (
          select f.rs_ge_id, o.id
          from (select *, row_number() over (partition by seller_tin, operation_date, amount, vat order by rs_ge_id)
                  as place from (${found}) x where not x.is_correction) f
          join (select *, row_number() over (partition by tax_id, operation_date, gross, vat order by id) as place
                from (${ours}) y) o
            on o.tax_id = f.seller_tin and o.operation_date = f.operation_date and o.gross = f.amount
              and o.vat = f.vat and o.place = f.place
        ) pair
        where r.company_id = ${this.companyId} and r.rs_ge_id = pair.rs_ge_id`;
      // A correction is entered by the command that corrects, and what is taken back needs no entry.
      await sql`
        /* rsGeLeave */ update tax.rs_ge_received r set standing = 'LEFT',
          problem = case when is_correction then 'CORRECTION' end
        where company_id = ${this.companyId} and standing = 'NEW'
          and (is_correction or state in ('DELETED', 'SAVED', 'REFUSED', 'CANCELLED', 'CANCELLING'))`;
    });
  }

  /** What is still to be entered. */
  toEnter(limit: number): Promise<readonly ReceivedRow[]> {
    return this.#database.withCompany(
      this.companyId,
      (sql) => sql<ReceivedRow[]>`
        /* rsGeToEnter */ select rs_ge_id as "rsGeId", series, number, state, is_advance as "isAdvance",
          operation_date as "operationDate", seller_tin as "sellerTin", amount, vat, found_by as "foundBy", failures
        from tax.rs_ge_received
        where company_id = ${this.companyId} and standing = 'NEW' and next_at <= clock_timestamp()
        order by operation_date, rs_ge_id limit ${limit}`,
    );
  }

  async entered(rsGeId: string, documentId: string): Promise<void> {
    await this.#write(
      (sql) => sql`
        /* rsGeEntered */ update tax.rs_ge_received set standing = 'LINKED', document_id = ${documentId}, problem = null
        where company_id = ${this.companyId} and rs_ge_id = ${rsGeId} and standing <> 'LINKED'`,
    );
  }

  /** Our rules refuse it: a person must look. */
  async stuck(rsGeId: string, problem: string): Promise<void> {
    await this.#write(
      (sql) => sql`
        /* rsGeStuck */ update tax.rs_ge_received set standing = 'STUCK', problem = ${problem}
        where company_id = ${this.companyId} and rs_ge_id = ${rsGeId} and standing = 'NEW'`,
    );
  }

  async later(rsGeId: string, inMs: number, problem: string): Promise<void> {
    await this.#write(
      (sql) => sql`
        /* rsGeLater */ update tax.rs_ge_received set failures = failures + 1, problem = ${problem},
          next_at = clock_timestamp() + make_interval(secs => ${inMs / 1000})
        where company_id = ${this.companyId} and rs_ge_id = ${rsGeId} and standing = 'NEW'`,
    );
  }

  #write<T>(work: (sql: TransactionSql) => Promise<T>): Promise<T> {
    return this.#database.withCompany(this.companyId, work, 'write');
  }
}
