import type { Database, TransactionSql } from '#db/client.ts';
import { CompanyLease } from '#db/lease.ts';
import type { RsGeFailure } from '#shared/rs-ge/failure.ts';
import type { WaybillContent } from '../rs-ge/remote.ts';
import { nextCall, type WaybillCall, type WaybillStatus } from '../waybill.ts';

export type CallPhase = 'WAITING' | 'SENDING' | 'UNKNOWN' | 'DONE' | 'REFUSED' | 'STUCK';

/** A waybill that waits for RS.ge, with how far its call has come. */
export interface DueCall {
  readonly waybillId: string;
  readonly callVersion: number;
  readonly call: WaybillCall;
  readonly phase: CallPhase;
  readonly attempts: number;
  readonly asked: number;
  readonly rsGeId: string | null;
  readonly content: WaybillContent;
  readonly revision: number;
  readonly deliveredAt: string | null;
  /** What RS.ge calls the tax invoice that it is asked to link. */
  readonly invoice: string | null;
  /** Who asked for it. */
  readonly requestedBy: string;
  /** Day of the first draft: earlier than that RS.ge cannot have it. */
  readonly since: string;
}

export interface CallChange {
  readonly phase: CallPhase;
  /** Milliseconds until it is looked at again. */
  readonly inMs?: number;
  readonly failure?: Pick<RsGeFailure, 'kind' | 'code' | 'message'>;
  readonly countsAttempt?: boolean;
  readonly countsAsking?: boolean;
}

export interface FollowedWaybill {
  readonly id: string;
  readonly rsGeId: string;
  readonly status: WaybillStatus;
  readonly answer: string | null;
  /** What RS.ge calls the tax invoice that it has linked, as far as we know. */
  readonly invoice: string | null;
  readonly createdBy: string;
  readonly since: string;
}

/** The calls of one company, for the process that holds its lease. */
export class CallStore {
  readonly companyId: string;
  readonly #database: Database;
  readonly #lease: CompanyLease;

  constructor(database: Database, companyId: string, holder: string, leaseMs: number) {
    this.companyId = companyId;
    this.#database = database;
    this.#lease = new CompanyLease({
      database,
      table: 'inventory.waybill_connections',
      companyId,
      holder,
      milliseconds: leaseMs,
    });
  }

  /** Takes the lease if it is free. What the holder before left in the middle becomes unknown. */
  take(settleMs: number): Promise<boolean> {
    return this.#lease.take(async (sql) => {
      await sql`
        /* waybillCallsInterrupted */ update inventory.waybill_calls
        set phase = 'UNKNOWN', next_at = clock_timestamp() + make_interval(secs => ${settleMs / 1_000})
        where company_id = ${this.companyId} and phase = 'SENDING'`;
    });
  }

  hold(forMs: number): Promise<void> {
    return this.#lease.hold(forMs);
  }

  release(): Promise<void> {
    return this.#lease.release();
  }

  async due(limit: number): Promise<readonly DueCall[]> {
    const rows = await this.#database.withCompany(
      this.companyId,
      (sql) => sql<(Omit<DueCall, 'call'> & { status: WaybillStatus; savedRevision: number })[]>`
        /* waybillCallsDue */
        select w.id as "waybillId", w.call_version as "callVersion", w.status, w.revision,
          w.saved_revision as "savedRevision", w.rs_ge_id as "rsGeId", w.content, w.delivered_at as "deliveredAt",
          w.asked_invoice_rs_ge_id as invoice,
          coalesce(k.phase, 'WAITING') as phase, coalesce(k.attempts, 0) as attempts, coalesce(k.asked, 0) as asked,
          (select metadata ->> 'userId' from inventory.event_store e where e.company_id = w.company_id
             and e.aggregate_id = w.id and e.version = w.call_version) as "requestedBy",
          to_char(w.created_at at time zone 'Asia/Tbilisi', 'YYYY-MM-DD') as since
        from inventory.waybills w
        left join inventory.waybill_calls k
          on k.company_id = w.company_id and k.waybill_id = w.id and k.version = w.call_version
        where w.company_id = ${this.companyId}
          and w.status in ('ACTIVATING', 'CORRECTING', 'CLOSING', 'CANCELLING', 'DISCARDING', 'CONFIRMING', 'REJECTING',
            'LINKING')
          and (k.phase is null or (k.phase in ('WAITING', 'UNKNOWN') and k.next_at <= clock_timestamp()))
        order by k.next_at nulls last, w.updated_at limit ${limit}`,
    );
    return rows.map(({ status, savedRevision, ...row }) => {
      const call = nextCall({ status, revision: row.revision, savedRevision });
      if (call === null) throw new Error(`waybill ${row.waybillId} waits for nothing`);
      return { ...row, call };
    });
  }

  async change({ waybillId, callVersion, call }: DueCall, change: CallChange): Promise<void> {
    const { phase, inMs = 0, failure, countsAttempt = false, countsAsking = false } = change;
    const isSettled = phase === 'DONE' || phase === 'REFUSED' || phase === 'STUCK';
    await this.#lease.write(async (sql) => {
      await sql`
        /* waybillCallChange */
        insert into inventory.waybill_calls as k (company_id, waybill_id, version, call, phase)
        values (${this.companyId}, ${waybillId}, ${callVersion}, ${call}, 'WAITING')
        on conflict do nothing`;
      await sql`
        /* waybillCallChanged */ update inventory.waybill_calls set
          phase = ${phase},
          attempts = attempts + ${countsAttempt ? 1 : 0},
          asked = ${phase === 'UNKNOWN' ? sql`asked + ${countsAsking ? 1 : 0}` : 0},
          next_at = clock_timestamp() + make_interval(secs => ${inMs / 1_000}),
          first_sent_at = case when ${phase} = 'SENDING' then coalesce(first_sent_at, clock_timestamp())
            else first_sent_at end,
          settled_at = case when ${isSettled} then clock_timestamp() end,
          error_kind = ${failure?.kind ?? null}, error_code = ${failure?.code ?? null},
          error_text = ${failure?.message ?? null}
        where company_id = ${this.companyId} and waybill_id = ${waybillId} and version = ${callVersion}`;
    });
  }

  /** Whether it is time to look what others did, and since which day waybills of ours are open. */
  async toFollow(everyMs: number): Promise<readonly FollowedWaybill[] | null> {
    return this.#database.withCompany(this.companyId, async (sql) => {
      const isTime = await sql`
        /* waybillsToFollow */ select 1 from inventory.waybill_connections
        where company_id = ${this.companyId}
          and followed_at < clock_timestamp() - make_interval(secs => ${everyMs / 1_000})`;
      if (isTime.length === 0) return null;
      return sql<FollowedWaybill[]>`
        /* waybillsFollowed */
        select id, rs_ge_id as "rsGeId", status, answer, invoice_rs_ge_id as invoice, created_by as "createdBy",
          to_char(created_at at time zone 'Asia/Tbilisi', 'YYYY-MM-DD') as since
        from inventory.waybills
        where company_id = ${this.companyId} and direction = 'ISSUED' and status in ('ACTIVE', 'CLOSED')
          and answer is null and rs_ge_id is not null and created_at > clock_timestamp() - interval '60 days'
        order by created_at`;
    });
  }

  followed(): Promise<void> {
    return this.#lease.write(async (sql: TransactionSql) => {
      await sql`
        /* waybillsLookedAt */ update inventory.waybill_connections set followed_at = clock_timestamp()
        where company_id = ${this.companyId}`;
    });
  }
}
