import type { Database } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';
import { LEDGER_CONSUMER, takeNote } from './follow-ledger.ts';

const PAGE = 500;

/**
 * Empties what the consumer of the ledger's log has written of a company and makes it anew from that log, up to where
 * the consumer stands, in one transaction: readers see the old rows until the new ones are there.
 */
export async function rebuildFromLedger(database: Database, companyId: string): Promise<{ events: number }> {
  return database.withCompany(
    companyId,
    async (sql) => {
      const [checkpoint] = await sql<{ seq: number }[]>`
        /* rebuildLock */ select seq from tax.checkpoints
        where company_id = ${companyId} and consumer = ${LEDGER_CONSUMER} for update`;
      const end = checkpoint?.seq ?? 0;
      await sql`/* rebuildEmpty */ delete from tax.vat_entries where company_id = ${companyId}`;
      await sql`/* rebuildEmpty */ delete from tax.vat_accounts where company_id = ${companyId}`;
      await sql`/* rebuildEmpty */ delete from tax.posting_outcomes where company_id = ${companyId}`;
      for (let position = 0; position < end;) {
        const most = Math.min(PAGE, end - position);
        const events = await sql<StoredEvent[]>`
          /* rebuildRead */ select company_id as "companyId", seq, aggregate_type as "aggregateType",
            aggregate_id as "aggregateId", version, event_type as type, data, metadata ->> 'userId' as "userId",
            recorded_at as "recordedAt", published_seq as "publishedSeq"
          from ledger_published.log_events(${companyId}, ${position}, ${most})`;
        await takeNote(sql, companyId, events);
        position = events.at(-1)?.seq ?? end;
      }
      return { events: end };
    },
    'write',
  );
}
