import type { TransactionSql } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';
import { notePostingOutcomes } from '#db/posting-outcomes.ts';
import { nameOf, type PostingSource } from '#shared/domain/posting.ts';
import { SCHEMA } from '../schema.ts';

/** The document of tax that a transaction of the ledger belongs to. */
export type Origin = Omit<PostingSource, 'subgraph'>;

/** What is read of the ledger's `TransactionPosted`. */
export interface PostedData {
  readonly date: string;
  readonly description: string;
  readonly entries: readonly {
    readonly line: number;
    readonly accountId: string;
    readonly debitGel: string;
    readonly creditGel: string;
    readonly description?: string;
    readonly counterpartyId?: string;
  }[];
  readonly reverses?: string;
  readonly source?: PostingSource;
}

/** What became of the postings of one company while a batch of the ledger's events is read. */
export interface Outcomes {
  /** A document was posted, or its transaction was reversed, by whomever. */
  notePosted(event: StoredEvent): Promise<void>;
  noteRefused(event: StoredEvent): Promise<void>;
  /** Writes down what is still in hand: one statement for all documents that were posted one after the other. */
  finish(): Promise<void>;
}

export function openOutcomes(sql: TransactionSql, companyId: string): Outcomes {
  let posted = new Map<string, Origin & { readonly transactionId: string }>();

  async function finish(): Promise<void> {
    if (posted.size === 0) return;
    const rows = JSON.stringify([...posted.values()]);
    posted = new Map();
    await sql`
      /* notePosted */ insert into tax.posting_outcomes (company_id, source_type, source_id, purpose, transaction_id)
      select ${companyId}, r.* from json_to_recordset(${rows}::text::json)
        as r(type text, id text, purpose text, "transactionId" uuid)
      on conflict (company_id, source_type, source_id, purpose) do update
        set transaction_id = excluded.transaction_id`;
  }

  return {
    finish,
    async notePosted(event) {
      const { source, reverses } = event.data as PostedData;
      if (source?.subgraph === SCHEMA) {
        const { type, id, purpose } = source;
        posted.set(nameOf(source), { type, id, purpose, transactionId: event.aggregateId });
      } else if (reverses !== undefined) {
        // What is reversed may be in hand still.
        await finish();
        await notePostingOutcomes(sql, SCHEMA, [event]);
      }
    },
    async noteRefused(event) {
      await finish();
      await notePostingOutcomes(sql, SCHEMA, [event]);
    },
  };
}

/**
 * The document behind a transaction of the ledger: the one it was recorded for, or the one whose transaction it
 * reverses. Undefined for all others.
 */
export async function originOf(
  sql: TransactionSql,
  companyId: string,
  { source, reverses }: PostedData,
): Promise<Origin | undefined> {
  if (source?.subgraph === SCHEMA) return source;
  if (reverses === undefined) return undefined;
  // A reversal that is itself reversed brings back what the document had said.
  const [origin] = await sql<Origin[]>`
    /* originOfReversed */ select source_type as type, source_id as id, purpose from tax.posting_outcomes
    where company_id = ${companyId} and (transaction_id = ${reverses} or reversed_by = ${reverses}) limit 1`;
  return origin;
}
