-- A partner is a program of somebody else that acts in the company's books by itself. It belongs to the company that
-- created it; other companies may consent to it.
create table partners (
  id uuid primary key,
  company_id uuid not null references companies,
  name text not null constraint partners_name_length check (char_length(name) between 1 and 100),
  requests_per_minute integer not null default 1000
    constraint partners_requests_per_minute_range check (requests_per_minute between 1 and 1000000),
  requests_per_hour integer not null default 10000
    constraint partners_requests_per_hour_range check (requests_per_hour between 1 and 10000000),
  cost_per_minute integer not null default 100000
    constraint partners_cost_per_minute_range check (cost_per_minute between 1 and 100000000),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  constraint partners_name_unique unique (company_id, name),
  unique (company_id, id)
);

-- What a company lets a partner do at most. The company that created the partner consents like any other, and decides
-- about nothing but its own books either.
create table partner_companies (
  company_id uuid not null references companies,
  partner_id uuid not null,
  -- Kept here, so that the policies of this table need not look into partners, whose policies look in here.
  owner_company_id uuid not null,
  scopes text[] not null constraint partner_companies_scopes_some check (cardinality(scopes) > 0),
  consented_by uuid not null,
  consented_at timestamptz not null default now(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  constraint partner_companies_withdrawn_complete check ((withdrawn_by is null) = (withdrawn_at is null)),
  constraint partner_companies_never_administer check (not scopes && array['admin:users', 'admin:system']),
  primary key (company_id, partner_id),
  constraint partner_companies_partner_exists
    foreign key (owner_company_id, partner_id) references partners (company_id, id)
);
create index partner_companies_by_partner on partner_companies (partner_id);

alter table partners enable row level security;
alter table partners force row level security;
alter table partner_companies enable row level security;
alter table partner_companies force row level security;

create policy company on partners
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));

-- Who consents, or once did, may see to whom.
create policy consenting on partners for select to {{app_role}}
  using (exists (
    select from partner_companies c
    where c.partner_id = partners.id
      and c.company_id = (select nullif(current_setting('app.company_id', true), '')::uuid)));

create policy company on partner_companies
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));

-- The owner of a partner may see where it is let in.
create policy owner on partner_companies for select to {{app_role}}
  using (owner_company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));

grant select, insert, update (name, requests_per_minute, requests_per_hour, cost_per_minute)
  on partners to {{app_role}};
grant select, insert, update (scopes, consented_by, consented_at, withdrawn_by, withdrawn_at)
  on partner_companies to {{app_role}};

-- A company that is about to consent knows nothing but the id that the partner told it. Whoever knows an id may learn
-- by whom the partner was created, which is what the consent has to be written down with.
grant select (id, company_id) on partners to {{writer_role}};
create policy consent on partners for select to {{writer_role}} using (true);

create function owner_of_partner(p_partner_id uuid) returns uuid
  language sql stable security definer
  set search_path = {{schema}}, pg_temp
  as $$
    select p.company_id from partners p where p.id = p_partner_id
  $$;

revoke all on function owner_of_partner(uuid) from public;
grant execute on function owner_of_partner(uuid) to {{app_role}};
-- Last, because whoever gives a function away has no more say in its rights.
alter function owner_of_partner(uuid) owner to {{writer_role}};
