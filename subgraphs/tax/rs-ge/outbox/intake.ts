import type { TransactionSql } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';
import { namedId } from '#shared/domain/named-id.ts';
import { requestOfInvoice } from '../tax-invoices.ts';
import type { RsGeFetchRequestedData, RsGeSubmissionRequestedData, SubmittedDocument } from '../events.ts';
import { wantMonths } from '../received/store.ts';

/** Name of the consumer that fills the outbox. */
export const OUTBOX = 'rs-ge outbox';

/** Rung when there is something new to send. */
export const OUTBOX_BELL = 'tax_rs_ge';

/** What a row of the outbox carries for its operation. */
export interface SubmissionContent {
  readonly document: SubmittedDocument | null;
  readonly rsGeId: string | null;
  readonly reason: string | null;
  /** Month of the declaration to attach to, `2026-11`. */
  readonly period: string | null;
  /** Number of that declaration; not there in what was asked for without it. */
  readonly sequenceNumber?: string | null;
}

/** Most operations that one request may hold; orders them behind each other. */
const MOST_OPERATIONS = 16;

/**
 * Puts what was asked for into the outbox, in the transaction that moves the checkpoint: each request once. A request
 * for a document that RS.ge refused takes the place of the refused one; its first step asks what RS.ge holds.
 */
export async function takeIn(
  sql: TransactionSql,
  companyId: string,
  events: readonly StoredEvent[],
): Promise<void> {
  for (const event of events) {
    if (event.type === 'RsGeFetchRequested') {
      const { from, to } = event.data as RsGeFetchRequestedData;
      await wantMonths(sql, companyId, event.userId, `${from}-01`, `${to}-01`);
      await sql`/* rsGeRing */ select pg_notify(${OUTBOX_BELL}, ${companyId})`;
      continue;
    }
    const data =
      event.type === 'RsGeSubmissionRequested'
        ? (event.data as RsGeSubmissionRequestedData)
        : await requestOfInvoice(sql, companyId, event);
    if (data === null) continue;
    const [before] = await sql<{ known: boolean }[]>`
      /* rsGeSupersede */ with refused as (
        select 1 from tax.rs_ge_submissions
        where company_id = ${companyId} and document_id = ${data.documentId} and state = 'REFUSED'
      ), dropped as (
        update tax.rs_ge_submissions set state = 'DROPPED', settled_at = clock_timestamp(), reason = 'asked for anew'
        where company_id = ${companyId} and document_id = ${data.documentId}
          and state in ('REFUSED', 'WAITING') and exists (select from refused)
      )
      select exists (select from tax.rs_ge_submissions
        where company_id = ${companyId} and document_id = ${data.documentId}) as known`;
    for (const [index, operation] of data.operations.entries()) {
      const id = namedId('tax', companyId, `rs-ge submission ${event.aggregateId} ${event.version} ${index}`);
      const content: SubmissionContent = {
        document: operation === 'SAVE' || operation === 'CORRECT' ? data.document : null,
        rsGeId: data.rsGeId ?? null,
        reason: data.reason ?? null,
        period: data.period ?? null,
        sequenceNumber: data.sequenceNumber ?? null,
      };
      const isSave = operation === 'SAVE' || operation === 'CORRECT';
      // Somebody may have answered on the portal what another has issued: RS.ge is asked first.
      const isAnswer = operation === 'CONFIRM' || operation === 'REFUSE';
      const isRepeated = isAnswer || (before?.known === true && isSave);
      await sql`
        /* rsGeTakeIn */ insert into tax.rs_ge_submissions (company_id, id, document_id, document_type, position,
          operation, transaction_id, content, state, requested_by, requested_at)
        values (${companyId}, ${id}, ${data.documentId}, ${data.documentType},
          ${event.seq * MOST_OPERATIONS + index}, ${operation}, ${namedId('tax', companyId, `rs-ge ${id}`)},
          ${JSON.stringify(content)}::text::jsonb, ${isRepeated ? 'UNKNOWN' : 'WAITING'}, ${event.userId},
          ${event.recordedAt})
        on conflict (company_id, id) do nothing`;
    }
    // Heard when the transaction commits.
    await sql`/* rsGeRing */ select pg_notify(${OUTBOX_BELL}, ${companyId})`;
  }
}
