import type { TransactionSql } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';
import { originOf, type PostedData } from '../postings/outcomes.ts';
import { forgetVatAccount, keepVatAccount, readVatAccounts, VAT_ROLES } from './accounts.ts';

/** The VAT register of one company while a batch of the ledger's events is entered. */
export interface VatRegister {
  /** An account of the ledger is now so. */
  noteAccount(event: StoredEvent): Promise<void>;
  notePosted(event: StoredEvent): Promise<void>;
  /** Enters what is still in hand. */
  finish(): Promise<void>;
}

interface EntryRow {
  readonly transaction_id: string;
  readonly line: number;
  readonly account_id: string;
  readonly seq: number | null;
  readonly date: string;
  readonly debit: string;
  readonly credit: string;
  readonly description: string;
  readonly counterparty_id: string | null;
  readonly source_type: string | null;
  readonly source_id: string | null;
  readonly purpose: string | null;
  /** Null where its side tells it: an entry against the side of its account settles. */
  readonly is_settlement: boolean | null;
}

/** Events of the ledger that are read at once when an account turns out to be one of VAT. */
const PAGE = 500;

export async function openVatRegister(sql: TransactionSql, companyId: string): Promise<VatRegister> {
  const accounts = await readVatAccounts(sql, companyId);
  let rows: EntryRow[] = [];

  async function finish(): Promise<void> {
    if (rows.length === 0) return;
    const entered = JSON.stringify(rows);
    rows = [];
    await sql`
      /* enterVat */ insert into tax.vat_entries (company_id, transaction_id, line, account_id, seq, date, debit, credit,
        description, counterparty_id, source_type, source_id, purpose, is_settlement)
      select ${companyId}, r.transaction_id, r.line, r.account_id, r.seq, r.date, r.debit, r.credit, r.description,
        r.counterparty_id, r.source_type, r.source_id, r.purpose,
        coalesce(r.is_settlement, case a.part when 'INPUT' then r.debit < r.credit else r.credit < r.debit end)
      from json_to_recordset(${entered}::text::json)
        as r(transaction_id uuid, line int, account_id uuid, seq bigint, date date, debit numeric, credit numeric,
             description text, counterparty_id uuid, source_type text, source_id text, purpose text,
             is_settlement boolean)
      join tax.vat_accounts a on a.company_id = ${companyId} and a.account_id = r.account_id`;
  }

  async function enter(event: StoredEvent, isVat: (accountId: string) => boolean): Promise<void> {
    const data = event.data as PostedData;
    const entries = data.entries.filter(({ accountId }) => isVat(accountId));
    if (entries.length === 0) return;
    const origin = await originOf(sql, companyId, data);
    const undone = origin === undefined ? await kindsOf(data.reverses) : null;
    for (const { line, accountId, debitGel, creditGel, description, counterpartyId } of entries) {
      rows.push({
        transaction_id: event.aggregateId,
        line,
        account_id: accountId,
        seq: event.publishedSeq,
        date: data.date,
        debit: debitGel,
        credit: creditGel,
        description: description ?? data.description,
        counterparty_id: counterpartyId ?? null,
        source_type: origin?.type ?? null,
        source_id: origin?.id ?? null,
        purpose: origin?.purpose ?? null,
        is_settlement: origin === undefined ? (undone?.get(accountId) ?? null) : false,
      });
    }
  }

  /** Whether the entries of a transaction by hand settle VAT, by account; nothing when there is no such transaction. */
  async function kindsOf(transactionId: string | undefined): Promise<ReadonlyMap<string, boolean>> {
    if (transactionId === undefined) return new Map();
    // What is undone may be in hand still.
    await finish();
    const found = await sql<{ accountId: string; settles: boolean }[]>`
      /* kindsOfVat */ select e.account_id as "accountId", bool_or(coalesce(e.is_settlement,
        case a.part when 'INPUT' then e.debit < e.credit else e.credit < e.debit end)) as settles
      from tax.vat_entries e join tax.vat_accounts a using (company_id, account_id)
      where e.company_id = ${companyId} and e.transaction_id = ${transactionId} group by 1`;
    return new Map(found.map(({ accountId, settles }) => [accountId, settles]));
  }

  /** What was posted on an account before it was said to be one of VAT. */
  async function enterPast(accountId: string, before: number): Promise<void> {
    for (let position = 0; position < before - 1;) {
      const events = await sql<StoredEvent[]>`
        /* vatPast */ select company_id as "companyId", seq, aggregate_id as "aggregateId", event_type as type, data,
          published_seq as "publishedSeq"
        from ledger_published.log_events(${companyId}, ${position}, ${PAGE})`;
      for (const event of events) {
        if (event.seq < before && event.type === 'TransactionPosted')
          await enter(event, (id) => id === accountId);
      }
      position = events.at(-1)?.seq ?? before;
    }
    await finish();
  }

  return {
    finish,
    notePosted: (event) => enter(event, (id) => accounts.has(id)),
    async noteAccount({ type, aggregateId: id, seq, data }) {
      const { code, role = null } = data as { code: string; role?: string | null };
      const isVat = type !== 'AccountDeleted' && role !== null && VAT_ROLES.has(role);
      const wasVat = accounts.has(id);
      if (!isVat && !wasVat) return;
      await finish();
      if (!isVat) {
        accounts.delete(id);
        await forgetVatAccount(sql, companyId, id);
        return;
      }
      await keepVatAccount(sql, companyId, { id, code, role });
      if (wasVat) return;
      accounts.add(id);
      if (type === 'AccountChanged') await enterPast(id, seq);
    },
  };
}
