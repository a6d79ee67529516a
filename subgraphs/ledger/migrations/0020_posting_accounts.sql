-- On which account the ledger's own documents are posted, by what the account is for. The default, a code of the usual
-- chart, holds until a company chooses an account of its own.
create table ledger.default_posting_accounts (
  role text primary key check (role ~ '^[A-Z][A-Z_]*$'),
  account_code text not null,
  name_ka text not null,
  name_en text not null
);
grant select on ledger.default_posting_accounts to {{app_role}}, {{writer_role}};
insert into ledger.default_posting_accounts (role, account_code, name_ka, name_en) values
  ('EXCHANGE_GAIN', '8140', 'რეალიზებული სავალუტო მოგება', 'Realised exchange gain'),
  ('EXCHANGE_LOSS', '8240', 'რეალიზებული სავალუტო ზარალი', 'Realised exchange loss'),
  ('REVALUATION_GAIN', '8140', 'სავალუტო ნაშთების გადაფასების მოგება', 'Gain by revaluing foreign currency'),
  ('REVALUATION_LOSS', '8240', 'სავალუტო ნაშთების გადაფასების ზარალი', 'Loss by revaluing foreign currency'),
  ('RETAINED_EARNINGS', '5310', 'გაუნაწილებელი მოგება', 'Retained earnings'),
  ('INCOME_SUMMARY', '5330', 'საანგარიშგებო პერიოდის მოგება/ზარალი', 'Profit or loss of the period'),
  ('DEPRECIATION_EXPENSE', '7455', 'ცვეთა და ამორტიზაცია', 'Depreciation and amortisation'),
  ('ACCUMULATED_DEPRECIATION', '2290', 'სხვა ძირითადი საშუალებების ცვეთა', 'Accumulated depreciation of other fixed assets'),
  ('DISPOSAL_GAIN', '8130', 'მოგება ძირითადი საშუალებების გასვლიდან', 'Gain by disposing of fixed assets'),
  ('DISPOSAL_LOSS', '8220', 'ზარალი ძირითადი საშუალებების გასვლიდან', 'Loss by disposing of fixed assets'),
  ('PREPAID_EXPENSES', '1790', 'წინასწარ გაწეული ხარჯები', 'Prepaid expenses'),
  ('ACCRUED_EXPENSES', '3190', 'დარიცხული ხარჯები', 'Accrued expenses');

create table ledger.posting_accounts (
  company_id uuid not null,
  role text not null references ledger.default_posting_accounts (role),
  account_id uuid not null,
  primary key (company_id, role),
  constraint posting_accounts_account foreign key (company_id, account_id) references ledger.accounts (company_id, id)
);
alter table ledger.posting_accounts enable row level security;
alter table ledger.posting_accounts force row level security;
create policy tenant on ledger.posting_accounts to {{app_role}}
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy writer on ledger.posting_accounts to {{writer_role}}
  using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
  with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]));
grant select on ledger.posting_accounts to {{app_role}}, {{writer_role}};
grant insert, update on ledger.posting_accounts to {{writer_role}};

create function ledger.project_0_posting_accounts(p_events ledger.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into ledger.posting_accounts as w (company_id, role, account_id)
    select distinct on (e.company_id, e.data ->> 'role') e.company_id, e.data ->> 'role', (e.data ->> 'accountId')::uuid
    from unnest(p_events) e where e.event_type = 'PostingAccountChosen'
    order by e.company_id, e.data ->> 'role', e.seq desc
    on conflict (company_id, role) do update set account_id = excluded.account_id;
end $project$;
grant execute on function ledger.project_0_posting_accounts(ledger.event_store[]) to {{writer_role}};
