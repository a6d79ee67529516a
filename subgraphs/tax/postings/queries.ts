import type { Database } from '#db/client.ts';
import { isUuid } from '#shared/domain/ids.ts';
import {
  postingReversalId,
  type PostingRequestedData,
  type PostingReversalRequestedData,
} from '#shared/domain/posting.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { SCHEMA } from '../schema.ts';
import type { RetriedPosting } from './decide.ts';
import type { PostingState } from './posting.ts';

/** A row of the view `tax.postings`. */
export interface PostingRow {
  readonly id: string;
  readonly documentType: string;
  readonly documentId: string;
  readonly purpose: string;
  readonly date: string;
  readonly description: string;
  readonly attempt: number;
  readonly requestedAt: string;
  readonly requestedBy: string;
  readonly state: PostingState;
  readonly transactionId: string | null;
  readonly reversedBy: string | null;
  readonly refusalCode: string | null;
  readonly refusalField: string | null;
  readonly refusalMessage: string | null;
  readonly refusedAt: string | null;
}

const COLUMNS = `id, source_type as "documentType", source_id as "documentId", purpose, date, description, attempt,
  requested_at as "requestedAt", requested_by as "requestedBy", state, transaction_id as "transactionId",
  reversed_by as "reversedBy", refusal_code as "refusalCode", refusal_field as "refusalField",
  refusal_message as "refusalMessage", refused_at as "refusedAt"`;

/** One posting; null when the company has no such. */
export async function findPosting(
  database: Database,
  companyId: string,
  id: string,
): Promise<PostingRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<PostingRow[]>`
      /* posting */ select ${sql.unsafe(COLUMNS)} from tax.postings where company_id = ${companyId} and id = ${id}`,
  );
  return row ?? null;
}

/** All postings of documents of one type, for loaders of those documents. */
export function postingsOfDocuments(
  database: Database,
  companyId: string,
  documentType: string,
  documentIds: readonly string[],
): Promise<PostingRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<PostingRow[]>`
      /* postingsOfDocuments */ select ${sql.unsafe(COLUMNS)} from tax.postings
      where company_id = ${companyId} and source_type = ${documentType}
        and source_id = any (${[...documentIds]}::text[])
      order by source_id, requested_at, id`,
  );
}

/** How many postings the ledger has not answered, and how many it has refused. */
export async function countOpenPostings(
  database: Database,
  companyId: string,
): Promise<{ readonly waiting: number; readonly refused: number }> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ waiting: number; refused: number }[]>`
      /* openPostings */ select
        count(*) filter (where state in ('REQUESTED', 'REVERSAL_REQUESTED'))::int as waiting,
        count(*) filter (where state in ('REFUSED', 'REVERSAL_REFUSED'))::int as refused
      from tax.postings where company_id = ${companyId}`,
  );
  return row ?? { waiting: 0, refused: 0 };
}

/** One page of postings, the latest request first. */
export function listPostings(
  database: Database,
  companyId: string,
  states: readonly PostingState[] | null,
  { after, limit }: Page<[string, string]>,
): Promise<PostingRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<PostingRow[]>`
      /* postings */ select ${sql.unsafe(COLUMNS)} from tax.postings
      where company_id = ${companyId} and ${states === null ? sql`true` : sql`state = any (${[...states]}::text[])`}
        and ${after === null ? sql`true` : sql`(requested_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
      order by requested_at desc, id desc limit ${limit}`,
  );
}

/** A posting with what was asked for last, for whoever asks again. */
export async function readRetried(
  database: Database,
  companyId: string,
  id: string,
): Promise<RetriedPosting | null> {
  if (!isUuid(id)) return null;
  return database.withCompany(companyId, async (sql) => {
    const lastOf = async (aggregateId: string) => {
      const [event] = await sql<{ version: number; data: unknown }[]>`
        /* lastRequest */ select version, data from tax.event_store
        where company_id = ${companyId} and aggregate_id = ${aggregateId} order by version desc limit 1`;
      return event;
    };
    const [row] = await sql<{ state: PostingState }[]>`
      /* stateOfPosting */ select state from tax.postings where company_id = ${companyId} and id = ${id}`;
    const requested = await lastOf(id);
    if (row === undefined || requested === undefined) return null;
    const request = requested.data as PostingRequestedData;
    const reversal = await lastOf(postingReversalId(companyId, { ...request.source, subgraph: SCHEMA }));
    return {
      state: row.state,
      attempt: requested.version,
      request,
      reversal:
        reversal === undefined
          ? null
          : { attempt: reversal.version, request: reversal.data as PostingReversalRequestedData },
    };
  });
}
