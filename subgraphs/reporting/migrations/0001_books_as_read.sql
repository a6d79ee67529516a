--! include event_store.sql
--! include tenancy.sql
--! include feed.sql
--! include dead_letters.sql
--! include published_log.sql
--! include reads_other_logs.sql

-- Events of reporting's own log → tables: how the company maps its accounts. Called by reporting.append inside the
-- transaction of the events, and by the rebuild with the same events out of the log. Each noun has a function of its
-- own, reporting.project_<n>_<noun>, and whichever are there are called, in the order of their names.
create function reporting.project(p_events reporting.event_store[], p_rows text default null) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  v_noun text;
begin
  for v_noun in
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'reporting' and p.proname like 'project\_%' order by 1
  loop
    execute format('select reporting.%I($1)', v_noun) using p_events;
  end loop;
end $project$;
grant execute on function reporting.project(reporting.event_store[], text) to {{writer_role}};

-- What follows is made from the ledger's log and from nothing else, by the one consumer that reads it.

-- Up to where the books were read: number of the last posting and when it was recorded, and the days they span.
create table reporting.books (
  company_id uuid primary key,
  seq bigint not null,
  recorded_at timestamptz,
  first_date date,
  last_date date
);

create table reporting.accounts (
  company_id uuid not null,
  id uuid not null,
  code text not null,
  names json not null,
  type text not null check (type in ('ASSET', 'LIABILITY', 'EQUITY', 'REVENUE', 'EXPENSE')),
  normal_side text not null check (normal_side in ('DEBIT', 'CREDIT')),
  role text,
  currency text,
  parent_id uuid,
  is_heading boolean not null,
  is_active boolean not null,
  primary key (company_id, id)
);
create index accounts_by_code on reporting.accounts (company_id, code);

create table reporting.periods (
  company_id uuid not null,
  year int not null,
  month int not null check (month between 1 and 12),
  is_open boolean not null,
  primary key (company_id, year, month)
);

create table reporting.transactions (
  company_id uuid not null,
  id uuid not null,
  seq bigint not null,
  date date not null,
  recorded_at timestamptz not null,
  description text not null,
  reference text,
  total_gel numeric(19, 2) not null,
  reverses_id uuid,
  reversed_by_id uuid,
  source_subgraph text,
  source_type text,
  source_id text,
  source_purpose text,
  -- Closes the accounts of profit or loss at the year's end: reports of what was earned leave it out.
  is_closing boolean not null,
  primary key (company_id, id)
);
create unique index transactions_by_seq on reporting.transactions (company_id, seq);
create index transactions_by_date on reporting.transactions (company_id, date, seq);
create index transactions_by_recording on reporting.transactions (company_id, recorded_at, seq);

create table reporting.entries (
  company_id uuid not null,
  account_id uuid not null,
  date date not null,
  seq bigint not null,
  line int not null,
  transaction_id uuid not null,
  currency text not null,
  debit numeric(19, 4) not null,
  credit numeric(19, 4) not null,
  debit_gel numeric(19, 2) not null,
  credit_gel numeric(19, 2) not null,
  is_closing boolean not null,
  counterparty_id uuid,
  description text,
  dimensions json,
  primary key (company_id, account_id, date, seq, line)
);
-- What was learned after a moment is found by the order of posting, and entries of a transaction by its place in it.
create index entries_by_seq on reporting.entries (company_id, seq, line);
create index entries_of_counterparty on reporting.entries (company_id, counterparty_id, account_id, date, seq, line)
  where counterparty_id is not null;

-- Debits and credits by calendar bucket: what every figure is added up from. Only ever added to, in any order.
create table reporting.turnover (
  company_id uuid not null,
  level text not null check (level in ('year', 'month', 'day')),
  period date not null,
  account_id uuid not null,
  currency text not null,
  is_closing boolean not null,
  debit numeric(24, 4) not null,
  credit numeric(24, 4) not null,
  debit_gel numeric(22, 2) not null,
  credit_gel numeric(22, 2) not null,
  primary key (company_id, level, period, account_id, currency, is_closing)
) with (fillfactor = 60);
create index turnover_by_account on reporting.turnover (company_id, account_id, level, period);

-- How much went from the credit of one account to the debit of another. Each transaction is cut into such pairs, so that
-- the pairs of an account sum to its turnover; flows of cash are read from them. Those of a reversal stand apart: they
-- take a flow back and are none of their own.
create table reporting.correspondence (
  company_id uuid not null,
  level text not null check (level in ('year', 'month', 'day')),
  period date not null,
  debit_account_id uuid not null,
  credit_account_id uuid not null,
  is_closing boolean not null,
  is_reversal boolean not null,
  amount numeric(22, 2) not null,
  primary key (company_id, level, period, debit_account_id, credit_account_id, is_closing, is_reversal)
) with (fillfactor = 60);

create table reporting.counterparty_turnover (
  company_id uuid not null,
  level text not null check (level in ('year', 'month', 'day')),
  period date not null,
  counterparty_id uuid not null,
  account_id uuid not null,
  currency text not null,
  debit numeric(24, 4) not null,
  credit numeric(24, 4) not null,
  debit_gel numeric(22, 2) not null,
  credit_gel numeric(22, 2) not null,
  primary key (company_id, level, period, counterparty_id, account_id, currency)
) with (fillfactor = 60);

create table reporting.dimension_turnover (
  company_id uuid not null,
  level text not null check (level in ('year', 'month', 'day')),
  period date not null,
  name text not null,
  value text not null,
  account_id uuid not null,
  is_closing boolean not null,
  debit_gel numeric(22, 2) not null,
  credit_gel numeric(22, 2) not null,
  primary key (company_id, level, period, name, value, account_id, is_closing)
) with (fillfactor = 60);

call reporting.keep_companies_apart('books', 'accounts', 'periods', 'transactions', 'entries', 'turnover',
  'correspondence', 'counterparty_turnover', 'dimension_turnover');
grant insert, update, delete on reporting.books, reporting.accounts, reporting.periods, reporting.transactions,
  reporting.entries, reporting.turnover, reporting.correspondence, reporting.counterparty_turnover,
  reporting.dimension_turnover to {{app_role}};
