-- The hardest case for reading balances: 1,000 accounts that all move on every single day of three years, so that no
-- bucket is missing. Only the turnover is written, because a trial balance reads nothing else.
set session_replication_role = replica;
set synchronous_commit = off;
set work_mem = '256MB';

insert into ledger.accounts (company_id, id, code, names, type, normal_side, is_heading, is_active, metadata, version,
                             created_at, updated_at)
select '{{company}}', gen_random_uuid(), (100000 + n)::text, jsonb_build_object('ka', 'ანგარიში ' || n),
       (array['ASSET', 'LIABILITY', 'EQUITY', 'REVENUE', 'EXPENSE'])[1 + n % 5], 'DEBIT', false, true, '{}', 1,
       now(), now()
from generate_series(0, 999) n;
insert into ledger.head (company_id, published_seq) values ('{{company}}', 1);

insert into ledger.account_turnover (company_id, level, period, account_id, currency, debit, credit, debit_gel, credit_gel)
select '{{company}}', l.level, date_trunc(l.level, day)::date, a.id, 'GEL', count(*) * 3, count(*) * 2, count(*) * 3,
       count(*) * 2
from ledger.accounts a
cross join generate_series(timestamp '{{first}}', timestamp '{{first}}' + interval '1095 days', interval '1 day') day
cross join (values ('day'), ('month'), ('year')) l(level)
where a.company_id = '{{company}}'
group by 2, 3, 4 order by 2, 3, 4;
