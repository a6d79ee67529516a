-- What others have issued to a company at RS.ge: which months are to be looked at, and what was found there.

alter table tax.rs_ge_connections
  -- Whether what others issue to the company is looked for again and again, since whose word, and when it was last.
  add column receives boolean not null default false,
  add column receives_by uuid,
  add column received_at timestamptz not null default '-infinity',
  add constraint rs_ge_connections_receives check (not receives or receives_by is not null);

-- The checkpoint of a company, month by month: what is wanted later than it was fetched is to be fetched.
create table tax.rs_ge_months (
  company_id uuid not null,
  -- First day of the month of the operations.
  month date not null check (extract(day from month) = 1),
  wanted_at timestamptz not null,
  wanted_by uuid not null,
  fetched_at timestamptz,
  next_at timestamptz not null default clock_timestamp(),
  failures int not null default 0,
  error_text text,
  primary key (company_id, month)
);

-- A document that another has issued to the company, as RS.ge told of it last.
create table tax.rs_ge_received (
  company_id uuid not null,
  rs_ge_id text not null check (rs_ge_id ~ '^\d{1,20}$'),
  series text,
  number text,
  state text not null
    check (state in ('DELETED', 'SAVED', 'SENT', 'CONFIRMED', 'REFUSED', 'CORRECTED', 'CANCELLING', 'CANCELLED')),
  is_advance boolean not null,
  is_correction boolean not null,
  operation_date date not null,
  seller_tin text not null,
  amount numeric(20, 2) not null,
  vat numeric(20, 2) not null,
  -- NEW: to be matched with a document of ours or entered; LINKED: it has one; STUCK: our rules refuse it, and why;
  -- LEFT: nothing that is entered by itself.
  standing text not null check (standing in ('NEW', 'LINKED', 'STUCK', 'LEFT')),
  document_id uuid,
  problem text,
  found_by uuid not null,
  failures int not null default 0,
  next_at timestamptz not null default clock_timestamp(),
  first_seen_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  primary key (company_id, rs_ge_id),
  constraint rs_ge_received_once unique (company_id, document_id),
  check ((standing = 'LINKED') = (document_id is not null))
);
create index rs_ge_received_new on tax.rs_ge_received (company_id, next_at) where standing = 'NEW';
create index rs_ge_received_by_date on tax.rs_ge_received (company_id, operation_date, rs_ge_id);

call tax.keep_companies_apart('rs_ge_months', 'rs_ge_received');
do $$
declare t text;
begin
  foreach t in array array['rs_ge_months', 'rs_ge_received'] loop
    -- The outbox looks for companies that have something to do.
    execute format($p$create policy finder on tax.%I for select to {{writer_role}}
      using ((select current_setting('app.finds_rs_ge', true)) = 'on')$p$, t);
  end loop;
end $$;
grant insert, update on tax.rs_ge_months, tax.rs_ge_received to {{app_role}};

-- Companies for which something is to be sent, asked, followed, or fetched now and nobody does it. Tells their ids only.
create function tax.rs_ge_due(p_follow_seconds double precision, p_receive_seconds double precision)
returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  return query select tax.rs_ge_due(p_follow_seconds);
  perform set_config('app.finds_rs_ge', 'on', true);
  return query
    select c.company_id from tax.rs_ge_connections c
    where c.lease_until < clock_timestamp() and c.state <> 'REFUSED' and c.state <> 'PIN_REQUIRED' and (
      (c.receives and c.received_at < clock_timestamp() - make_interval(secs => p_receive_seconds))
      or exists (select from tax.rs_ge_months m
                 where m.company_id = c.company_id and m.wanted_at > coalesce(m.fetched_at, '-infinity')
                   and m.next_at <= clock_timestamp())
      or exists (select from tax.rs_ge_received r
                 where r.company_id = c.company_id and r.standing = 'NEW' and r.next_at <= clock_timestamp()));
  perform set_config('app.finds_rs_ge', '', true);
end $$;
alter function tax.rs_ge_due(double precision, double precision) owner to {{writer_role}};
revoke all on function tax.rs_ge_due(double precision, double precision) from public;
grant execute on function tax.rs_ge_due(double precision, double precision) to {{app_role}};
