import type { Database } from '#db/client.ts';
import type { Upcast } from '#db/upcast.ts';
import { raiseLedgerEvent } from './events/upcasters.ts';
import type { ExportedTransaction } from './ledger.ts';
import { formatDocumentNumber } from './transactions/document-number.ts';
import type { TransactionPostedData } from './transactions/transaction.ts';

const PAGE = 500;

interface AccountRow {
  id: string;
  code: string;
  name: string;
  type: ExportedTransaction['entries'][number]['accountType'];
}

interface PostedRow {
  seq: number;
  aggregate_id: string;
  document_series: string;
  document_number: number;
  event_type: string;
  event_version: number;
  data: unknown;
}

/**
 * Every transaction that was posted when the export began, in order of posting. Read from the log page by page:
 * what stands there cannot change, so nothing is locked however slowly the reader goes. Accounts are named as
 * they are named now.
 */
export async function* exportTransactions(
  database: Database,
  companyId: string,
  upcast: Upcast = raiseLedgerEvent,
): AsyncGenerator<ExportedTransaction, void, undefined> {
  const { accounts, end } = await readStart(database, companyId);
  for (let position = 0; position < end;) {
    const from = position;
    const rows = await database.withCompany(
      companyId,
      (sql) => sql<PostedRow[]>`
        /* exportPage */ select seq, aggregate_id, document_series, document_number, event_type, data,
          coalesce((metadata ->> 'eventVersion')::int, 1) as event_version
        from ledger.event_store
        where company_id = ${companyId} and seq > ${from} and seq <= ${end} and event_type = 'TransactionPosted'
        order by seq limit ${PAGE}`,
    );
    for (const row of rows) {
      const data = upcast(row.event_type, row.event_version, row.data) as TransactionPostedData;
      yield toExported(row, data, accounts);
    }
    position = rows.length < PAGE ? end : (rows.at(-1)?.seq ?? end);
  }
}

/** Accounts and head of one moment: an account with postings is never deleted, so all that are needed are there. */
async function readStart(
  database: Database,
  companyId: string,
): Promise<{ accounts: ReadonlyMap<string, AccountRow>; end: number }> {
  const [row] = await database.withCompany(
    companyId,
    (sql) => sql<{ end: number | null; accounts: AccountRow[] | null }[]>`
      /* exportStart */ select
        (select last_seq from ledger.head where company_id = ${companyId}) as end,
        (select json_agg(json_build_object('id', id, 'code', code, 'type', type,
                                           'name', coalesce(names ->> 'ka', names ->> 'en', names ->> 'ru')))
           from ledger.accounts where company_id = ${companyId}) as accounts`,
  );
  return {
    accounts: new Map((row?.accounts ?? []).map((account) => [account.id, account])),
    end: row?.end ?? 0,
  };
}

function toExported(
  row: PostedRow,
  { date, description, reference, entries }: TransactionPostedData,
  accounts: ReadonlyMap<string, AccountRow>,
): ExportedTransaction {
  return {
    id: row.aggregate_id,
    number: formatDocumentNumber(row.document_series, row.document_number),
    date,
    description,
    reference: reference ?? null,
    entries: entries.map((entry) => {
      const account = accounts.get(entry.accountId);
      if (account === undefined)
        throw new Error(`account ${entry.accountId} has postings but is not in the chart`);
      return {
        accountCode: account.code,
        accountName: account.name,
        accountType: account.type,
        debit: entry.debit,
        credit: entry.credit,
        currency: entry.currency,
        exchangeRate: entry.exchangeRate,
        debitGel: entry.debitGel,
        creditGel: entry.creditGel,
        description: entry.description ?? null,
      };
    }),
  };
}
