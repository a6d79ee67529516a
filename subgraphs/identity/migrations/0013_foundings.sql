-- A company that a user has founded, and the order to open its books, which the ledger carries out.
create table foundings (
  company_id uuid primary key references companies,
  founder_id uuid not null,
  founded_at timestamptz not null default now(),
  first_fiscal_year int not null,
  last_fiscal_year int not null,
  books_opened_at timestamptz,
  idempotency_key text
    constraint foundings_key_length check (char_length(idempotency_key) between 1 and 200),
  digest text not null constraint foundings_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
  constraint foundings_years_in_order check (
    first_fiscal_year between 1990 and 2100 and last_fiscal_year between first_fiscal_year and 2100),
  constraint foundings_key_unique unique (founder_id, idempotency_key),
  foreign key (company_id, founder_id) references memberships
);
create index foundings_by_founder on foundings (founder_id, founded_at);
create index foundings_waiting on foundings (founded_at, company_id) where books_opened_at is null;

alter table foundings enable row level security;
alter table foundings force row level security;
create policy company on foundings
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
grant select on foundings to {{app_role}};

create policy counts on foundings for select to {{writer_role}} using (true);
create policy opens on foundings for update to {{writer_role}} using (true) with check (true);
grant select, insert, update (books_opened_at) on foundings to {{writer_role}};
create policy founds on companies for insert to {{writer_role}}
  with check (id = (select nullif(current_setting('app.company_id', true), '')::uuid));
grant insert (id, name, name_en, tax_id) on companies to {{writer_role}};

-- Enters a company, its founder as a member with these roles, and the order to open its books, in the transaction of
-- that company. Answers the company's id: another one when the founder gave the same key before.
create function found_company(
  p_id uuid, p_name text, p_name_en text, p_tax_id text, p_founder uuid, p_roles text[],
  p_first_year int, p_last_year int, p_key text, p_digest text, p_most_a_day int
) returns uuid
  language plpgsql volatile security definer
  set search_path = {{schema}}, pg_temp
as $$
declare
  v_known foundings;
  v_before timestamptz;
begin
  -- What a founder does at once is done one after the other: keys and the day's number are counted exactly.
  perform pg_advisory_xact_lock(hashtextextended('identity.founder:' || p_founder, 0));
  select * into v_known from foundings f where f.founder_id = p_founder and f.idempotency_key = p_key;
  if found then
    if v_known.digest <> p_digest then
      raise exception 'the key stands for another company'
        using errcode = 'unique_violation', constraint = 'foundings_key_reused';
    end if;
    return v_known.company_id;
  end if;
  select f.founded_at into v_before from foundings f
    where f.founder_id = p_founder order by f.founded_at desc offset p_most_a_day - 1 limit 1;
  if v_before > now() - interval '1 day' then
    raise exception 'too many companies in a day'
      using errcode = 'restrict_violation', constraint = 'foundings_most_a_day',
            -- Seconds until there may be another.
            detail = ceil(extract(epoch from v_before + interval '1 day' - now()))::text;
  end if;
  if not exists (select from users u where u.id = p_founder and u.disabled_at is null) then
    raise exception 'only a user founds a company'
      using errcode = 'foreign_key_violation', constraint = 'foundings_founder_exists';
  end if;
  insert into companies (id, name, name_en, tax_id) values (p_id, p_name, p_name_en, p_tax_id);
  insert into memberships (company_id, user_id, roles) values (p_id, p_founder, p_roles);
  insert into foundings (company_id, founder_id, first_fiscal_year, last_fiscal_year, idempotency_key, digest)
    values (p_id, p_founder, p_first_year, p_last_year, p_key, p_digest);
  perform pg_notify('identity_foundings', p_id::text);
  return p_id;
end $$;
revoke all on function found_company(uuid, text, text, text, uuid, text[], int, int, text, text, int) from public;
grant execute on function found_company(uuid, text, text, text, uuid, text[], int, int, text, text, int)
  to {{app_role}};
alter function found_company(uuid, text, text, text, uuid, text[], int, int, text, text, int)
  owner to {{writer_role}};

-- What other subgraphs may know, and say: whose books wait to be opened, and that they are open. Rights to it are
-- given by the migrations of those who use it.
create schema {{schema}}_published;
revoke all on schema {{schema}}_published from public;
grant usage, create on schema {{schema}}_published to {{writer_role}};

create function {{schema}}_published.books_to_open(p_except uuid[], p_most int)
  returns table (company_id uuid, founder_id uuid, first_fiscal_year int, last_fiscal_year int)
  language sql stable security definer
  set search_path = {{schema}}, pg_temp
  as $$
    select f.company_id, f.founder_id, f.first_fiscal_year, f.last_fiscal_year from foundings f
    where f.books_opened_at is null and f.company_id <> all (p_except)
    order by f.founded_at, f.company_id limit p_most
  $$;
create function {{schema}}_published.books_are_open(p_company uuid) returns void
  language sql volatile security definer
  set search_path = {{schema}}, pg_temp
  as $$
    update foundings f set books_opened_at = now() where f.company_id = p_company and f.books_opened_at is null
  $$;
revoke all on all functions in schema {{schema}}_published from public;
alter function {{schema}}_published.books_to_open(uuid[], int) owner to {{writer_role}};
alter function {{schema}}_published.books_are_open(uuid) owner to {{writer_role}};
revoke create on schema {{schema}}_published from {{writer_role}};
