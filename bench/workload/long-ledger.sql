-- Three years of a ledger, written straight into its tables: the guards and the hash chain of the write path are
-- passed by, which is why only the superuser can do it and nothing but a benchmark should. What reads look at is as
-- postings would have left it: transactions, log positions, journal, turnover. The hashes are not.
--
-- {{company}} the company, {{transactions}} how many, three lines each, {{first}} the first day.
set session_replication_role = replica;
set synchronous_commit = off;
set work_mem = '256MB';
set maintenance_work_mem = '256MB';
set timezone = 'UTC';
select setseed(0.42);

select ledger.ensure_journal_partitions(extract(year from date '{{first}}')::int + y) from generate_series(0, 2) y;

-- 1,000 accounts, coded 100000 to 100999.
insert into ledger.accounts (company_id, id, code, names, type, normal_side, is_heading, is_active, metadata, version,
                             created_at, updated_at)
select '{{company}}', gen_random_uuid(), (100000 + n)::text, jsonb_build_object('ka', 'ანგარიში ' || n),
       (array['ASSET', 'LIABILITY', 'EQUITY', 'REVENUE', 'EXPENSE'])[1 + n % 5], 'DEBIT', false, true, '{}', 1,
       now(), now()
from generate_series(0, 999) n;

-- A tenth of the accounts takes 95 % of the lines; one posting in twenty is dated up to 30 days back.
create unlogged table public.long_account as
  select (code::int - 100000) as n, id from ledger.accounts where company_id = '{{company}}';
create unique index on public.long_account (n);
create unlogged table public.long_transaction as
select seq, id, recorded,
       greatest(date '{{first}}', recorded - case when late < 0.05 then (late * 600)::int else 0 end) as date,
       case when r1 < 0.95 then (r1 * 100)::int else 100 + (r2 * 899)::int end as a1,
       case when r2 < 0.95 then (r2 * 100)::int else 100 + (r3 * 899)::int end as a2,
       case when r3 < 0.95 then (r3 * 100)::int else 100 + (r1 * 899)::int end as a3,
       amount, round(amount * 0.18, 2) as vat
from (
  select seq, gen_random_uuid() as id, date '{{first}}' + (seq * 1096 / ({{transactions}} + 1))::int as recorded,
         random() as late, random() as r1, random() as r2, random() as r3,
         (10 + random() * 990)::numeric(19, 2) as amount
  from generate_series(1, {{transactions}}::bigint) seq) s;

insert into ledger.event_store (company_id, seq, aggregate_type, aggregate_id, version, event_type, data, metadata,
                                recorded_at, published_seq, previous_hash, hash)
select '{{company}}', seq, 'Transaction', id, 1, 'TransactionPosted', '{}', '{}', recorded + interval '18 hours',
       seq, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex')
from public.long_transaction order by seq;

insert into ledger.head (company_id, last_seq, published_seq, last_recorded_at)
select '{{company}}', max(seq), max(seq), max(recorded) + interval '18 hours' from public.long_transaction;

insert into ledger.transactions (company_id, id, status, transaction_date, description, total_gel, entries,
    attachments, seq, document_year, document_number, version, created_at, created_by, posted_at, posted_by)
select '{{company}}', id, 'POSTED', date, 'რეალიზაცია ' || seq, amount + vat, '[]', '[]', seq,
       extract(year from recorded)::int, seq, 1, recorded, '{{company}}', recorded, '{{company}}'
from public.long_transaction order by seq;

insert into ledger.journal_entries (company_id, account_id, transaction_date, seq, line, transaction_id, currency,
                                    debit, credit, debit_gel, credit_gel)
select '{{company}}', a.id, t.date, t.seq, l.line, t.id, 'GEL', l.debit, l.credit, l.debit, l.credit
from public.long_transaction t
cross join lateral (values (1, a1, amount + vat, 0), (2, a2, 0, amount), (3, a3, 0, vat)) as l(line, n, debit, credit)
join public.long_account a on a.n = l.n
order by date_trunc('month', t.date::timestamp), a.id, t.date, t.seq;

insert into ledger.account_turnover (company_id, level, period, account_id, currency, debit, credit, debit_gel, credit_gel)
select company_id, 'day', transaction_date, account_id, 'GEL', sum(debit), sum(credit), sum(debit_gel), sum(credit_gel)
from ledger.journal_entries where company_id = '{{company}}'
group by 1, 3, 4 order by 1, 3, 4;
insert into ledger.account_turnover (company_id, level, period, account_id, currency, debit, credit, debit_gel, credit_gel)
select company_id, level, date_trunc(level, period::timestamp)::date, account_id, 'GEL', sum(debit), sum(credit),
       sum(debit_gel), sum(credit_gel)
from (select company_id, period, account_id, debit, credit, debit_gel, credit_gel from ledger.account_turnover
      where company_id = '{{company}}' and level = 'day') d
cross join (values ('month'), ('year')) l(level)
group by 1, 2, 3, 4 order by 1, 2, 3, 4;

drop table public.long_account, public.long_transaction;
