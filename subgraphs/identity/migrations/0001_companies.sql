-- A company is the tenant: its id is the company_id of every other table in the system.
create table companies (
  id uuid primary key,
  name text not null constraint companies_name_length check (char_length(name) between 1 and 250),
  name_en text constraint companies_name_en_length check (char_length(name_en) between 1 and 250),
  tax_id text constraint companies_tax_id_unique unique
    constraint companies_tax_id_digits check (tax_id ~ '^[0-9]{9}$'),
  created_at timestamptz not null default now()
);

alter table companies enable row level security;
alter table companies force row level security;

-- The owner of the database enters companies; no role of the application may.
create policy owner_enters on companies to current_user using (true) with check (true);

create policy company on companies for select to {{app_role}}
  using (id = (select nullif(current_setting('app.company_id', true), '')::uuid));

grant select on companies to {{app_role}};
