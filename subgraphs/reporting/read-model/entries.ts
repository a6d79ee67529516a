import type { TransactionSql } from '#db/client.ts';
import type { StoredEvent } from '#db/feed.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { PostingSource } from '#shared/domain/posting.ts';
import { correspond } from './correspondence.ts';

/** What is read of the ledger's `TransactionPosted`. */
export interface PostedData {
  readonly date: string;
  readonly description: string;
  readonly reference?: string;
  readonly totalGel: string;
  readonly entries: readonly PostedEntry[];
  readonly reverses?: string;
  readonly source?: PostingSource;
}

interface PostedEntry {
  readonly line: number;
  readonly accountId: string;
  readonly currency: string;
  readonly debit: string;
  readonly credit: string;
  readonly debitGel: string;
  readonly creditGel: string;
  readonly description?: string;
  readonly counterpartyId?: string;
  readonly dimensions?: readonly { readonly name: string; readonly value: string }[];
}

/** Whether a posting closes the accounts of profit or loss, by the document it was recorded for. */
export function isClosing(source: PostingSource | undefined): boolean {
  return source?.subgraph === 'ledger' && source.type === 'YearEndClosing';
}

/** Enters what a batch of events posted: transactions, entries, and the sums that every figure is read from. */
export async function enterPostings(
  sql: TransactionSql,
  companyId: string,
  events: readonly StoredEvent[],
): Promise<void> {
  const posted = events.filter(({ type }) => type === 'TransactionPosted');
  if (posted.length === 0) return;
  const transactions = JSON.stringify(posted.map(transactionRow));
  const entries = JSON.stringify(posted.flatMap(entryRows));
  const pairs = JSON.stringify(posted.flatMap(pairRows));
  await sql`
    /* enterTransactions */ insert into reporting.transactions (company_id, id, seq, date, recorded_at, description,
      reference, total_gel, reverses_id, source_subgraph, source_type, source_id, source_purpose, is_closing)
    select ${companyId}, t.* from json_to_recordset(${transactions}::text::json) as t(id uuid, seq bigint, date date,
      recorded_at timestamptz, description text, reference text, total_gel numeric, reverses_id uuid,
      source_subgraph text, source_type text, source_id text, source_purpose text, is_closing boolean)`;
  await sql`
    /* noteReversals */ update reporting.transactions o set reversed_by_id = t.id
    from json_to_recordset(${transactions}::text::json) as t(id uuid, reverses_id uuid)
    where o.company_id = ${companyId} and o.id = t.reverses_id`;
  await sql`
    /* enterEntries */ with entered as (
      insert into reporting.entries (company_id, account_id, date, seq, line, transaction_id, currency, debit, credit,
        debit_gel, credit_gel, is_closing, counterparty_id, description, dimensions)
      select ${companyId}, e.* from json_to_recordset(${entries}::text::json) as e(account_id uuid, date date, seq bigint,
        line int, transaction_id uuid, currency text, debit numeric, credit numeric, debit_gel numeric,
        credit_gel numeric, is_closing boolean, counterparty_id uuid, description text, dimensions json)
      returning *
    ), counted as (
      insert into reporting.turnover as w (company_id, level, period, account_id, currency, is_closing, debit, credit,
        debit_gel, credit_gel)
      select ${companyId}, b.level, b.period, account_id, currency, is_closing, sum(debit), sum(credit), sum(debit_gel),
        sum(credit_gel)
      from entered cross join lateral ${buckets(sql)}
      group by b.level, b.period, account_id, currency, is_closing
      order by b.level, b.period, account_id, currency, is_closing
      on conflict (company_id, level, period, account_id, currency, is_closing) do update set
        debit = w.debit + excluded.debit, credit = w.credit + excluded.credit,
        debit_gel = w.debit_gel + excluded.debit_gel, credit_gel = w.credit_gel + excluded.credit_gel
    ), with_whom as (
      insert into reporting.counterparty_turnover as w (company_id, level, period, counterparty_id, account_id, currency,
        debit, credit, debit_gel, credit_gel)
      select ${companyId}, b.level, b.period, counterparty_id, account_id, currency, sum(debit), sum(credit),
        sum(debit_gel), sum(credit_gel)
      from entered cross join lateral ${buckets(sql)}
      where counterparty_id is not null
      group by b.level, b.period, counterparty_id, account_id, currency
      order by b.level, b.period, counterparty_id, account_id, currency
      on conflict (company_id, level, period, counterparty_id, account_id, currency) do update set
        debit = w.debit + excluded.debit, credit = w.credit + excluded.credit,
        debit_gel = w.debit_gel + excluded.debit_gel, credit_gel = w.credit_gel + excluded.credit_gel
    )
    insert into reporting.dimension_turnover as w (company_id, level, period, name, value, account_id, is_closing,
      debit_gel, credit_gel)
    select ${companyId}, b.level, b.period, d.name, d.value, account_id, is_closing, sum(debit_gel), sum(credit_gel)
    from entered
    cross join lateral json_to_recordset(dimensions) as d(name text, value text)
    cross join lateral ${buckets(sql)}
    where dimensions is not null
    group by b.level, b.period, d.name, d.value, account_id, is_closing
    order by b.level, b.period, d.name, d.value, account_id, is_closing
    on conflict (company_id, level, period, name, value, account_id, is_closing) do update set
      debit_gel = w.debit_gel + excluded.debit_gel, credit_gel = w.credit_gel + excluded.credit_gel`;
  await sql`
    /* enterPairs */ insert into reporting.correspondence as w (company_id, level, period, debit_account_id,
      credit_account_id, is_closing, is_reversal, amount)
    select ${companyId}, b.level, b.period, debit_account_id, credit_account_id, is_closing, is_reversal, sum(amount)
    from json_to_recordset(${pairs}::text::json) as p(date date, debit_account_id uuid, credit_account_id uuid,
      is_closing boolean, is_reversal boolean, amount numeric)
    cross join lateral ${buckets(sql)}
    group by b.level, b.period, debit_account_id, credit_account_id, is_closing, is_reversal
    order by b.level, b.period, debit_account_id, credit_account_id, is_closing, is_reversal
    on conflict (company_id, level, period, debit_account_id, credit_account_id, is_closing, is_reversal) do update set
      amount = w.amount + excluded.amount`;
  await sql`
    /* moveBooks */ insert into reporting.books as w (company_id, seq, recorded_at, first_date, last_date)
    select ${companyId}, max(seq), max(recorded_at), min(date), max(date)
    from json_to_recordset(${transactions}::text::json) as t(seq bigint, recorded_at timestamptz, date date)
    on conflict (company_id) do update set seq = excluded.seq, recorded_at = excluded.recorded_at,
      first_date = least(w.first_date, excluded.first_date), last_date = greatest(w.last_date, excluded.last_date)`;
}

/** The day, the month and the year of `date`, as rows of `b`. */
function buckets(sql: TransactionSql) {
  return sql`(values ('day', date), ('month', date_trunc('month', date::timestamp)::date),
    ('year', date_trunc('year', date::timestamp)::date)) as b(level, period)`;
}

function transactionRow(event: StoredEvent): object {
  const { date, description, reference, totalGel, reverses, source } = event.data as PostedData;
  return {
    id: event.aggregateId,
    seq: event.publishedSeq,
    date,
    recorded_at: event.recordedAt,
    description,
    reference,
    total_gel: totalGel,
    reverses_id: reverses,
    source_subgraph: source?.subgraph,
    source_type: source?.type,
    source_id: source?.id,
    source_purpose: source?.purpose,
    is_closing: isClosing(source),
  };
}

function entryRows(event: StoredEvent): object[] {
  const { date, entries, source } = event.data as PostedData;
  return entries.map((entry) => ({
    account_id: entry.accountId,
    date,
    seq: event.publishedSeq,
    line: entry.line,
    transaction_id: event.aggregateId,
    currency: entry.currency,
    debit: entry.debit,
    credit: entry.credit,
    debit_gel: entry.debitGel,
    credit_gel: entry.creditGel,
    is_closing: isClosing(source),
    counterparty_id: entry.counterpartyId,
    description: entry.description,
    dimensions: entry.dimensions,
  }));
}

function pairRows(event: StoredEvent): object[] {
  const { date, entries, reverses, source } = event.data as PostedData;
  const pairs = correspond(
    entries.map(({ accountId, debitGel }) => ({ accountId, amount: parseDatabaseAmount(debitGel) })),
    entries.map(({ accountId, creditGel }) => ({ accountId, amount: parseDatabaseAmount(creditGel) })),
  );
  return pairs.map(({ debitAccountId, creditAccountId, amount }) => ({
    date,
    debit_account_id: debitAccountId,
    credit_account_id: creditAccountId,
    is_closing: isClosing(source),
    is_reversal: reverses !== undefined,
    amount: formatAmount(amount),
  }));
}
