import type { TransactionSql } from '#db/client.ts';
import { compareRows, type Difference, type Row } from './difference.ts';

interface Bucket {
  kind: 'journal' | 'turnover';
  key: string;
  account_id: string;
  date: string;
  currency: string;
  expected: Row | null;
  actual: Row | null;
}

/**
 * Compares journal and turnover with the posted events. Both sides of the journal are summed by account, day and
 * currency, with a digest of the lines; only where these differ are the lines themselves compared. The same sums,
 * added up by month and year, are what the turnover must be.
 */
export async function compareJournal(
  sql: TransactionSql,
  companyId: string,
  limit: number,
): Promise<Difference[]> {
  const buckets = await sql<Bucket[]>`
    /* verifyJournal */ with expected as materialized (
      select account_id, date, currency, ${sums(sql)} from ${expectedLines(sql, companyId)} x group by 1, 2, 3
    ), actual as (
      select account_id, date, currency, ${sums(sql)} from ${actualLines(sql, companyId)} x group by 1, 2, 3
    ), turnover as (
      select l.level, date_trunc(l.level, date::timestamp)::date as date, account_id, currency,
             sum(debit) as debit, sum(credit) as credit, sum(debit_gel) as debit_gel, sum(credit_gel) as credit_gel
      from expected cross join (values ('year'), ('month'), ('day')) as l(level)
      group by 1, 2, 3, 4
    ), stored as (
      select level, period as date, account_id, currency, debit, credit, debit_gel, credit_gel
      from ledger.account_turnover where company_id = ${companyId}
    )
    select 'journal' as kind, '' as key, account_id, date, currency, null::json as expected, null::json as actual
      from expected full join actual using (account_id, date, currency)
      where (expected.lines, expected.digest) is distinct from (actual.lines, actual.digest)
    union all
    select 'turnover', concat_ws(' ', level, date, account_id, currency), account_id, date, currency,
           ${turnoverColumns(sql, 'turnover')}, ${turnoverColumns(sql, 'stored')}
      from turnover full join stored using (level, date, account_id, currency)
      where (turnover.debit, turnover.credit, turnover.debit_gel, turnover.credit_gel)
        is distinct from (stored.debit, stored.credit, stored.debit_gel, stored.credit_gel)
    order by kind, date, account_id limit ${limit}`;
  const lines = await compareLines(
    sql,
    companyId,
    buckets.filter(({ kind }) => kind === 'journal'),
    limit,
  );
  const turnover = buckets
    .filter(({ kind }) => kind === 'turnover')
    .flatMap(({ key, expected, actual }) =>
      compareRows('ledger.account_turnover', key, expected ?? undefined, actual ?? undefined),
    );
  return [...lines, ...turnover].slice(0, limit);
}

/** The lines of the days that differ, one by one. */
async function compareLines(
  sql: TransactionSql,
  companyId: string,
  buckets: readonly Bucket[],
  limit: number,
): Promise<Difference[]> {
  if (buckets.length === 0) return [];
  const within = sql`(account_id, date, currency) in (
    select * from unnest(${buckets.map((b) => b.account_id)}::uuid[], ${buckets.map((b) => b.date)}::date[],
                         ${buckets.map((b) => b.currency)}::text[]))`;
  const rows = await sql<{ key: string; expected: Row | null; actual: Row | null }[]>`
    /* verifyJournalLines */ select
      format('seq %s line %s of account %s on %s', seq, line, account_id, date) as key,
      ${lineColumns(sql, 'expected')} as expected, ${lineColumns(sql, 'actual')} as actual
    from (select * from ${expectedLines(sql, companyId)} x where ${within}) expected
    full join (select * from ${actualLines(sql, companyId)} x where ${within}) actual
      using (seq, line, account_id, date)
    where (expected.transaction_id, expected.currency, expected.debit, expected.credit, expected.debit_gel,
           expected.credit_gel, expected.description, expected.counterparty_id)
      is distinct from (actual.transaction_id, actual.currency, actual.debit, actual.credit, actual.debit_gel,
                        actual.credit_gel, actual.description, actual.counterparty_id)
    order by seq, line limit ${limit}`;
  return rows.flatMap(({ key, expected, actual }) =>
    compareRows('ledger.journal_entries', key, expected ?? undefined, actual ?? undefined),
  );
}

function expectedLines(sql: TransactionSql, companyId: string) {
  return sql`(
    select e.published_seq as seq, e.aggregate_id as transaction_id, d.date, n.line, n."accountId" as account_id,
           n.currency, n.debit, n.credit, n."debitGel" as debit_gel, n."creditGel" as credit_gel, n.description,
           n."counterpartyId" as counterparty_id
    from ledger.event_store e
    cross join lateral json_to_record(e.data) as d(date date, entries json)
    cross join lateral json_to_recordset(d.entries)
      as n(line int, "accountId" uuid, currency text, debit numeric(19, 4), credit numeric(19, 4),
           "debitGel" numeric(19, 2), "creditGel" numeric(19, 2), description text, "counterpartyId" uuid)
    where e.company_id = ${companyId} and e.event_type = 'TransactionPosted')`;
}

function actualLines(sql: TransactionSql, companyId: string) {
  return sql`(
    select seq, transaction_id, transaction_date as date, line, account_id, currency, debit, credit, debit_gel,
           credit_gel, description, counterparty_id
    from ledger.journal_entries where company_id = ${companyId})`;
}

/** Sums of a day and a digest of its lines that does not depend on their order. */
function sums(sql: TransactionSql) {
  return sql`sum(debit) as debit, sum(credit) as credit, sum(debit_gel) as debit_gel, sum(credit_gel) as credit_gel,
    count(*) as lines,
    sum(hash_record_extended(row(seq, line, transaction_id, debit, credit, debit_gel, credit_gel, description,
                                 counterparty_id), 0))
      as digest`;
}

function turnoverColumns(sql: TransactionSql, side: 'turnover' | 'stored') {
  const of = sql(side);
  return sql`case when ${of}.debit is not null then json_build_object(
    'debit', ${of}.debit::text, 'credit', ${of}.credit::text,
    'debit_gel', ${of}.debit_gel::text, 'credit_gel', ${of}.credit_gel::text) end`;
}

function lineColumns(sql: TransactionSql, side: 'expected' | 'actual') {
  const of = sql(side);
  return sql`case when ${of}.debit is not null then json_build_object(
    'transaction_id', ${of}.transaction_id, 'currency', ${of}.currency,
    'debit', ${of}.debit::text, 'credit', ${of}.credit::text,
    'debit_gel', ${of}.debit_gel::text, 'credit_gel', ${of}.credit_gel::text,
    'description', ${of}.description, 'counterparty_id', ${of}.counterparty_id) end`;
}
