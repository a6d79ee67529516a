import type { Database } from '#db/client.ts';
import { CompanyLease } from '#db/lease.ts';
import type { Operation } from '../events.ts';
import type { RsGeFailure } from '#shared/rs-ge/failure.ts';
import type { SubmissionContent } from './intake.ts';

export type SubmissionState = 'WAITING' | 'SENDING' | 'UNKNOWN' | 'DONE' | 'REFUSED' | 'DEAD' | 'DROPPED';

export interface Submission {
  readonly id: string;
  readonly documentId: string;
  readonly documentType: string;
  readonly operation: Operation;
  readonly transactionId: string;
  readonly content: SubmissionContent;
  readonly state: SubmissionState;
  readonly attempts: number;
  readonly asked: number;
  readonly rsGeId: string | null;
  readonly requestedBy: string;
}

/** What changes with a step of a submission. */
export interface Change {
  readonly state: SubmissionState;
  /** Milliseconds until it is looked at again. */
  readonly inMs?: number;
  readonly rsGeId?: string;
  readonly failure?: Pick<RsGeFailure, 'kind' | 'code' | 'message'>;
  readonly countsAttempt?: boolean;
  readonly countsAsking?: boolean;
}

/** The rows of one company's outbox, for the process that holds its lease. Every change proves the lease first. */
export class OutboxStore {
  readonly #database: Database;
  readonly #lease: CompanyLease;
  readonly companyId: string;

  constructor(database: Database, companyId: string, worker: string, leaseMs: number) {
    this.#database = database;
    this.companyId = companyId;
    this.#lease = new CompanyLease({
      database,
      table: 'tax.rs_ge_connections',
      companyId,
      holder: worker,
      milliseconds: leaseMs,
    });
  }

  /** Takes the lease if it is free. What the holder before left in the middle becomes unknown. */
  take(settleMs: number): Promise<boolean> {
    return this.#lease.take(async (sql) => {
      await sql`
        /* rsGeInterrupted */ update tax.rs_ge_submissions
        set state = 'UNKNOWN', next_at = clock_timestamp() + make_interval(secs => ${settleMs / 1000})
        where company_id = ${this.companyId} and state = 'SENDING'`;
    });
  }

  /** Makes sure that the lease holds for so long from now. Ask before each call. @throws LeaseLost */
  hold(forMs: number): Promise<void> {
    return this.#lease.hold(forMs);
  }

  release(): Promise<void> {
    return this.#lease.release();
  }

  /** What may be done now: of each document the first operation that is not finished, oldest first. */
  async due(limit: number): Promise<readonly Submission[]> {
    return this.#database.withCompany(
      this.companyId,
      (sql) => sql<Submission[]>`
        /* rsGeDue */ select s.id, s.document_id as "documentId", s.document_type as "documentType", s.operation,
          s.transaction_id as "transactionId", s.content, s.state, s.attempts, s.asked, s.rs_ge_id as "rsGeId",
          s.requested_by as "requestedBy"
        from tax.rs_ge_submissions s
        where s.company_id = ${this.companyId} and s.state in ('WAITING', 'UNKNOWN')
          and s.next_at <= clock_timestamp()
          and not exists (
            select from tax.rs_ge_submissions b
            where b.company_id = s.company_id and b.document_id = s.document_id and b.position < s.position
              and b.state not in ('DONE', 'DROPPED'))
        order by s.next_at, s.position limit ${limit}`,
    );
  }

  async change(id: string, change: Change): Promise<void> {
    const { state, inMs = 0, rsGeId = null, failure, countsAttempt = false, countsAsking = false } = change;
    const isSettled = state === 'DONE' || state === 'REFUSED' || state === 'DEAD';
    await this.#lease.write(async (sql) => {
      await sql`
        /* rsGeChange */ update tax.rs_ge_submissions set
          state = ${state},
          attempts = attempts + ${countsAttempt ? 1 : 0},
          asked = ${state === 'UNKNOWN' ? sql`asked + ${countsAsking ? 1 : 0}` : 0},
          next_at = clock_timestamp() + make_interval(secs => ${inMs / 1000}),
          rs_ge_id = coalesce(${rsGeId}, rs_ge_id),
          sent_at = case when ${state} = 'SENDING' then coalesce(sent_at, clock_timestamp()) else sent_at end,
          settled_at = case when ${isSettled} then clock_timestamp() end,
          error_kind = ${failure?.kind ?? null}, error_code = ${failure?.code ?? null},
          error_text = ${failure?.message ?? null}
        where company_id = ${this.companyId} and id = ${id}`;
    });
  }

  /** RS.ge's ids of documents of ours, as far as they have any. */
  async rsGeIds(
    documentIds: readonly string[],
    { areSent = false } = {},
  ): Promise<ReadonlyMap<string, string>> {
    if (documentIds.length === 0) return new Map();
    const rows = await this.#database.withCompany(
      this.companyId,
      (sql) => sql<{ documentId: string; rsGeId: string }[]>`
        /* rsGeIds */ select document_id as "documentId", rs_ge_id as "rsGeId" from tax.rs_ge_documents
        where company_id = ${this.companyId} and document_id = any (${[...documentIds]}::uuid[])
          and rs_ge_id is not null and not (${areSent} and state = 'SAVED')
        -- What others have issued was sent before we knew of it.
        union select document_id, rs_ge_id from tax.rs_ge_received
        where company_id = ${this.companyId} and document_id = any (${[...documentIds]}::uuid[])`,
    );
    return new Map(rows.map(({ documentId, rsGeId }) => [documentId, rsGeId]));
  }

  /** Whether a document is one that another has issued to us. */
  async isReceived(documentId: string): Promise<boolean> {
    const rows = await this.#database.withCompany(
      this.companyId,
      (sql) => sql`
        /* rsGeIsReceived */ select from tax.rs_ge_received
        where company_id = ${this.companyId} and document_id = ${documentId}`,
    );
    return rows.length > 0;
  }

  /** Documents that wait for the buyer's answer, when it is time to look. */
  async toFollow(everyMs: number): Promise<readonly FollowedDocument[]> {
    return this.#database.withCompany(
      this.companyId,
      (sql) => sql<FollowedDocument[]>`
        /* rsGeToFollow */ select d.document_id as "documentId", d.document_type as "documentType",
          d.rs_ge_id as "rsGeId", d.state, s.requested_by as "requestedBy",
          s.content -> 'document' ->> 'operationDate' as "operationDate"
        from tax.rs_ge_documents d
        join tax.rs_ge_connections c using (company_id)
        join lateral (
          select requested_by, content from tax.rs_ge_submissions s
          where s.company_id = d.company_id and s.document_id = d.document_id and s.operation in ('SAVE', 'CORRECT')
          order by position desc limit 1) s on true
        where d.company_id = ${this.companyId} and d.state in ('SENT', 'CANCELLING')
          and c.followed_at < clock_timestamp() - make_interval(secs => ${everyMs / 1000})
        order by 6`,
    );
  }

  async followed(): Promise<void> {
    await this.#lease.write(
      (sql) => sql`
      /* rsGeFollowed */ update tax.rs_ge_connections set followed_at = clock_timestamp()
      where company_id = ${this.companyId}`,
    );
  }

  /** How the connection fares. An error of the moment leaves a connected one connected. */
  async connection(state: string, error: string | null): Promise<void> {
    await this.#lease.write(
      (sql) => sql`
      /* rsGeConnection */ update tax.rs_ge_connections set
        since = case when state = ${state} then since else clock_timestamp() end,
        state = ${state},
        last_error = coalesce(${error}, last_error),
        last_error_at = case when ${error}::text is null then last_error_at else clock_timestamp() end
      where company_id = ${this.companyId} and (state <> ${state} or ${error}::text is not null)`,
    );
  }
}

export interface FollowedDocument {
  readonly documentId: string;
  readonly documentType: string;
  readonly rsGeId: string;
  readonly state: 'SENT' | 'CANCELLING';
  readonly requestedBy: string;
  readonly operationDate: string;
}
