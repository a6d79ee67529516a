-- The way of documents to RS.ge: who signs in, what is to be sent, and how each document fares there.

-- The sign-in of a company. What would let somebody in is sealed by a key that is not in the database.
create table tax.rs_ge_connections (
  company_id uuid primary key,
  channel text not null check (channel in ('EAPI', 'NTOS')),
  credentials text not null,
  session text,
  state text not null default 'UNTRIED'
    check (state in ('UNTRIED', 'CONNECTED', 'PIN_REQUIRED', 'REFUSED', 'UNREACHABLE')),
  -- Since when it is in this state.
  since timestamptz not null default clock_timestamp(),
  last_error text,
  last_error_at timestamptz,
  -- No call of this company's user may begin before this moment, whichever process makes it.
  next_call_at timestamptz not null default '-infinity',
  -- One process at a time sends for a company. Whoever takes a lease over finds what the one before left.
  lease_by uuid,
  lease_until timestamptz not null default '-infinity',
  followed_at timestamptz not null default '-infinity'
) with (fillfactor = 50);

-- One thing that RS.ge is to be asked to do. A row is SENDING before anything is sent: whoever finds it so after a death
-- knows that it may have been done, and asks.
create table tax.rs_ge_submissions (
  company_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  document_type text not null,
  -- Order of the operations of one document.
  position bigint not null,
  operation text not null
    check (operation in ('SAVE', 'ACTIVATE', 'CONFIRM', 'REFUSE', 'CORRECT', 'CANCEL', 'ATTACH')),
  -- Names the operation to RS.ge, the same at each attempt.
  transaction_id uuid not null,
  content jsonb not null,
  state text not null default 'WAITING'
    check (state in ('WAITING', 'SENDING', 'UNKNOWN', 'DONE', 'REFUSED', 'DEAD', 'DROPPED')),
  attempts int not null default 0,
  -- How often it was asked in vain what became of it.
  asked int not null default 0,
  next_at timestamptz not null default clock_timestamp(),
  rs_ge_id text,
  error_kind text,
  error_code text,
  error_text text,
  reason text,
  requested_by uuid not null,
  requested_at timestamptz not null,
  sent_at timestamptz,
  settled_at timestamptz,
  primary key (company_id, id),
  constraint rs_ge_submissions_order unique (company_id, document_id, position)
) with (fillfactor = 70);
create index rs_ge_submissions_due on tax.rs_ge_submissions (company_id, next_at)
  where state in ('WAITING', 'SENDING', 'UNKNOWN');
create index rs_ge_submissions_listed on tax.rs_ge_submissions (company_id, requested_at desc, id desc);

-- How each document fares at RS.ge: which, and when.
create table tax.rs_ge_documents (
  company_id uuid not null,
  document_id uuid not null,
  document_type text not null,
  state text not null check (state in ('SAVED', 'SENT', 'CONFIRMED', 'REFUSED_BY_BUYER', 'CONFIRMED_BY_US',
    'REFUSED_BY_US', 'CANCELLING', 'CANCELLED', 'REFUSED')),
  channel text,
  rs_ge_id text,
  series text,
  number text,
  registered_at timestamptz,
  answered_at timestamptz,
  declared_in text,
  refusal_code text,
  refusal_text text,
  primary key (company_id, document_id)
);
create index rs_ge_documents_open on tax.rs_ge_documents (company_id) where state in ('SENT', 'CANCELLING');

call tax.keep_companies_apart('rs_ge_connections', 'rs_ge_submissions', 'rs_ge_documents');
do $$
declare t text;
begin
  foreach t in array array['rs_ge_connections', 'rs_ge_submissions', 'rs_ge_documents'] loop
    -- The outbox looks for companies that have something to do.
    execute format($p$create policy finder on tax.%I for select to {{writer_role}}
      using ((select current_setting('app.finds_rs_ge', true)) = 'on')$p$, t);
  end loop;
end $$;
grant insert, update, delete on tax.rs_ge_connections to {{app_role}};
grant insert, update on tax.rs_ge_submissions to {{app_role}};
grant insert, update on tax.rs_ge_documents to {{writer_role}};

-- Companies for which something is to be sent, asked or followed now and nobody does it. Tells their ids only.
create function tax.rs_ge_due(p_follow_seconds double precision) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('app.finds_rs_ge', 'on', true);
  return query
    select c.company_id from tax.rs_ge_connections c
    where c.lease_until < clock_timestamp() and c.state <> 'REFUSED' and c.state <> 'PIN_REQUIRED' and (
      exists (select from tax.rs_ge_submissions s
              where s.company_id = c.company_id and s.state in ('WAITING', 'SENDING', 'UNKNOWN')
                and s.next_at <= clock_timestamp())
      or (c.followed_at < clock_timestamp() - make_interval(secs => p_follow_seconds)
          and exists (select from tax.rs_ge_documents d
                      where d.company_id = c.company_id and d.state in ('SENT', 'CANCELLING'))));
  perform set_config('app.finds_rs_ge', '', true);
end $$;
alter function tax.rs_ge_due(double precision) owner to {{writer_role}};
revoke all on function tax.rs_ge_due(double precision) from public;
grant execute on function tax.rs_ge_due(double precision) to {{app_role}};

create function tax.project_rs_ge(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e tax.event_store;
begin
  foreach e in array p_events loop
    continue when e.aggregate_type <> 'RsGeDocument';
    insert into tax.rs_ge_documents as d (company_id, document_id, document_type, state, channel, rs_ge_id, series,
        number, registered_at, answered_at, declared_in, refusal_code, refusal_text)
      values (e.company_id, (e.data ->> 'documentId')::uuid, e.data ->> 'documentType',
        case e.event_type
          when 'RsGeSaved' then 'SAVED' when 'RsGeRegistered' then 'SENT' when 'RsGeRefused' then 'REFUSED'
          when 'BuyerConfirmed' then 'CONFIRMED' when 'BuyerRefused' then 'REFUSED_BY_BUYER'
          when 'RsGeConfirmedByUs' then 'CONFIRMED_BY_US' when 'RsGeRefusedByUs' then 'REFUSED_BY_US'
          when 'RsGeCancellationSent' then 'CANCELLING' when 'RsGeCancelled' then 'CANCELLED'
          else 'SENT' end,
        e.data ->> 'channel', e.data ->> 'rsGeId', e.data ->> 'series', e.data ->> 'number',
        case when e.event_type = 'RsGeRegistered' then (e.data ->> 'at')::timestamptz end,
        case when e.event_type in ('BuyerConfirmed', 'BuyerRefused') then (e.data ->> 'at')::timestamptz end,
        e.data ->> 'period', e.data ->> 'code', e.data ->> 'text')
      on conflict (company_id, document_id) do update set
        -- Being attached to a declaration, or a refusal of something later, leaves the document where it is.
        state = case when e.event_type = 'RsGeAttachedToDeclaration'
                       or (e.event_type = 'RsGeRefused' and d.number is not null) then d.state
                     else excluded.state end,
        channel = coalesce(excluded.channel, d.channel),
        rs_ge_id = coalesce(excluded.rs_ge_id, d.rs_ge_id),
        series = coalesce(excluded.series, d.series),
        number = coalesce(excluded.number, d.number),
        registered_at = coalesce(excluded.registered_at, d.registered_at),
        answered_at = coalesce(excluded.answered_at, d.answered_at),
        declared_in = coalesce(excluded.declared_in, d.declared_in),
        refusal_code = excluded.refusal_code,
        refusal_text = excluded.refusal_text;
  end loop;
end $project$;
grant execute on function tax.project_rs_ge(tax.event_store[]) to {{writer_role}};
insert into tax.projections (position, name) values (70, 'project_rs_ge');
