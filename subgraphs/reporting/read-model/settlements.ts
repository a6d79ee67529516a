import type { TransactionSql } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';

interface Matched {
  readonly matchingId: string;
  readonly date: string;
  readonly items: readonly {
    readonly transactionId: string;
    readonly line: number;
    readonly amountGel: string;
  }[];
  readonly differenceGel: string;
  readonly differenceTransactionId?: string;
}

/** Writes down which entries settle which others, by the ledger's log; what was taken back is no settlement. */
export async function noteSettlements(
  sql: TransactionSql,
  { companyId, type, data }: StoredEvent,
): Promise<void> {
  if (type === 'ItemsMatched') {
    const { matchingId, date, items, differenceGel, differenceTransactionId } = data as Matched;
    // The difference is settled by the matching that it was posted for; it stands in the first entry of its transaction.
    const difference =
      differenceTransactionId === undefined
        ? []
        : [{ transactionId: differenceTransactionId, line: 1, amountGel: differenceGel.replace('-', '') }];
    const settled = JSON.stringify([...items, ...difference]);
    await sql`
      /* keepSettlements */ insert into reporting.settlements
        (company_id, matching_id, transaction_id, line, date, amount_gel)
      select ${companyId}, ${matchingId}, i."transactionId", i.line, ${date}::date, i."amountGel"
      from json_to_recordset(${settled}::text::json)
        as i("transactionId" uuid, line int, "amountGel" numeric)`;
  } else if (type === 'ItemsUnmatched') {
    const { matchingId } = data as { matchingId: string };
    await sql`
      /* dropSettlements */ delete from reporting.settlements
      where company_id = ${companyId} and matching_id = ${matchingId}`;
  }
}
