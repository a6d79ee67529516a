--! include published_log.sql
--! include reads_other_logs.sql

-- The ledger carries out what the documents of tax ask for.
grant usage on schema tax_published to {{app_role_of_ledger}};
grant execute on function tax_published.log_heads(), tax_published.log_events(uuid, bigint, int),
  tax_published.log_lag(uuid[], bigint[]) to {{app_role_of_ledger}};

-- Which of these are counterparties of the one company of the transaction.
grant create on schema tax_published to {{writer_role}};
create function tax_published.counterparties_exist(p_company uuid, p_ids uuid[]) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_before text := current_setting('app.company_ids', true);
begin
  if p_company is distinct from nullif(current_setting('app.company_id', true), '')::uuid then
    raise exception 'the transaction is not of company %', p_company using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.company_ids', array[p_company]::text, true);
  return query select c.id from tax.counterparties c where c.company_id = p_company and c.id = any (p_ids);
  perform set_config('app.company_ids', coalesce(v_before, ''), true);
end $$;
alter function tax_published.counterparties_exist(uuid, uuid[]) owner to {{writer_role}};
revoke all on function tax_published.counterparties_exist(uuid, uuid[]) from public;
grant execute on function tax_published.counterparties_exist(uuid, uuid[]) to {{app_role_of_ledger}};
revoke create on schema tax_published from {{writer_role}};

-- What tax has asked the ledger to post and to reverse; made of its own events.
create table tax.posting_requests (
  company_id uuid not null,
  id uuid not null,
  source_type text not null,
  source_id text not null,
  purpose text not null,
  date date not null,
  description text not null,
  -- Number of the last request; more than 1 when a refused one was made again.
  attempt int not null check (attempt > 0),
  requested_at timestamptz not null,
  requested_by uuid not null,
  reversal_attempt int check (reversal_attempt > 0),
  reversal_date date,
  reversal_reason text,
  primary key (company_id, id),
  constraint posting_requests_source unique (company_id, source_type, source_id, purpose)
);

-- What became of it; written by whoever follows the ledger's log.
create table tax.posting_outcomes (
  company_id uuid not null,
  source_type text not null,
  source_id text not null,
  purpose text not null,
  transaction_id uuid,
  reversed_by uuid,
  -- The last refusal.
  refused_request text check (refused_request in ('POSTING', 'REVERSAL')),
  refused_attempt int,
  refusal_code text,
  refusal_field text,
  refusal_message text,
  refused_at timestamptz,
  primary key (company_id, source_type, source_id, purpose),
  constraint posting_outcomes_transaction unique (company_id, transaction_id)
);

-- Both together, as people look at it.
create view tax.postings with (security_invoker = true) as
  select r.*, o.transaction_id, o.reversed_by, o.refused_request, o.refused_attempt, o.refusal_code,
    o.refusal_field, o.refusal_message, o.refused_at,
    case
      when o.reversed_by is not null then 'REVERSED'
      when o.transaction_id is not null and r.reversal_attempt is null then 'POSTED'
      when o.transaction_id is not null and o.refused_request = 'REVERSAL' and o.refused_attempt = r.reversal_attempt
        then 'REVERSAL_REFUSED'
      when o.transaction_id is not null then 'REVERSAL_REQUESTED'
      when o.refused_request is not null and r.reversal_attempt is not null then 'WITHDRAWN'
      when o.refused_request = 'POSTING' and o.refused_attempt = r.attempt then 'REFUSED'
      else 'REQUESTED'
    end as state
  from tax.posting_requests r
  left join tax.posting_outcomes o using (company_id, source_type, source_id, purpose);

-- Accounts of the ledger whose role is one of VAT.
create table tax.vat_accounts (
  company_id uuid not null,
  account_id uuid not null,
  account_code text not null,
  role text not null check (role in ('VAT_PAYABLE', 'VAT_ON_ADVANCES', 'VAT_PAYABLE_REVERSE_CHARGE', 'VAT_RECEIVABLE',
                                     'VAT_RECEIVABLE_IMPORT', 'VAT_RECEIVABLE_REVERSE_CHARGE')),
  part text not null generated always as (
    case when role in ('VAT_PAYABLE', 'VAT_ON_ADVANCES') then 'OUTPUT'
         when role = 'VAT_PAYABLE_REVERSE_CHARGE' then 'REVERSE_CHARGE' else 'INPUT' end) stored,
  primary key (company_id, account_id)
);

-- Every posted entry on such an account, whoever made it: what the books say of VAT.
create table tax.vat_entries (
  company_id uuid not null,
  transaction_id uuid not null,
  line int not null,
  account_id uuid not null,
  -- Position of the transaction among all posted ones.
  seq bigint not null,
  date date not null,
  debit numeric(20, 2) not null,
  credit numeric(20, 2) not null,
  description text not null,
  counterparty_id uuid,
  -- The document of tax that the transaction was recorded for, or that its reversal undoes.
  source_type text,
  source_id text,
  purpose text,
  primary key (company_id, transaction_id, line),
  constraint vat_entries_account foreign key (company_id, account_id)
    references tax.vat_accounts (company_id, account_id)
);
create index vat_entries_by_date on tax.vat_entries (company_id, date, seq, line);
create index vat_entries_by_account on tax.vat_entries (company_id, account_id, date);
create index vat_entries_by_source on tax.vat_entries (company_id, source_type, source_id)
  where source_id is not null;

call tax.keep_companies_apart('posting_requests', 'posting_outcomes', 'vat_accounts', 'vat_entries');
grant insert, update on tax.posting_requests to {{writer_role}};
-- The consumer of the ledger's log writes in the transaction of its checkpoint, as the application.
grant insert, update, delete on tax.posting_outcomes, tax.vat_accounts, tax.vat_entries to {{app_role}};
grant select on tax.postings to {{app_role}};

create function tax.project_postings(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  if not exists (select from unnest(p_events) e
                 where e.event_type in ('PostingRequested', 'PostingReversalRequested')) then return; end if;
  insert into tax.posting_requests as p
      (company_id, id, source_type, source_id, purpose, date, description, attempt, requested_at, requested_by)
    select distinct on (e.company_id, e.aggregate_id) e.company_id, e.aggregate_id, s.type, s.id, s.purpose,
           (e.data ->> 'date')::date, e.data ->> 'description', e.version, e.recorded_at,
           (e.metadata ->> 'userId')::uuid
    from unnest(p_events) e, json_to_record(e.data -> 'source') as s(type text, id text, purpose text)
    where e.event_type = 'PostingRequested'
    order by e.company_id, e.aggregate_id, e.version desc
    on conflict (company_id, id) do update
      set date = excluded.date, description = excluded.description, attempt = excluded.attempt,
          requested_at = excluded.requested_at, requested_by = excluded.requested_by;
  update tax.posting_requests p
    set reversal_attempt = r.version, reversal_date = r.date, reversal_reason = r.reason
    from (select distinct on (e.company_id, e.aggregate_id) e.company_id, e.version, s.type, s.id, s.purpose,
                 (e.data ->> 'date')::date as date, e.data ->> 'reason' as reason
          from unnest(p_events) e, json_to_record(e.data -> 'source') as s(type text, id text, purpose text)
          where e.event_type = 'PostingReversalRequested'
          order by e.company_id, e.aggregate_id, e.version desc) r
    where p.company_id = r.company_id and p.source_type = r.type and p.source_id = r.id and p.purpose = r.purpose;
end $project$;
grant execute on function tax.project_postings(tax.event_store[]) to {{writer_role}};
insert into tax.projections (position, name) values (45, 'project_postings');
