-- Documents of this subgraph that the ledger posts: what was asked for and what became of it. Needs keep_companies_apart
-- (tenancy.sql). The projection of the requests is called project_1_postings.

-- What this subgraph has asked the ledger to post and to reverse; made of its own events.
create table {{schema}}.posting_requests (
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
create table {{schema}}.posting_outcomes (
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
create view {{schema}}.postings with (security_invoker = true) as
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
  from {{schema}}.posting_requests r
  left join {{schema}}.posting_outcomes o using (company_id, source_type, source_id, purpose);

call {{schema}}.keep_companies_apart('posting_requests', 'posting_outcomes');
grant insert, update on {{schema}}.posting_requests to {{writer_role}};
-- The consumer of the ledger's log writes in the transaction of its checkpoint, as the application.
grant insert, update, delete on {{schema}}.posting_outcomes to {{app_role}};
grant select on {{schema}}.postings to {{app_role}};

create function {{schema}}.project_1_postings(p_events {{schema}}.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  if not exists (select from unnest(p_events) e
                 where e.event_type in ('PostingRequested', 'PostingReversalRequested')) then return; end if;
  insert into {{schema}}.posting_requests as p
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
  update {{schema}}.posting_requests p
    set reversal_attempt = r.version, reversal_date = r.date, reversal_reason = r.reason
    from (select distinct on (e.company_id, e.aggregate_id) e.company_id, e.version, s.type, s.id, s.purpose,
                 (e.data ->> 'date')::date as date, e.data ->> 'reason' as reason
          from unnest(p_events) e, json_to_record(e.data -> 'source') as s(type text, id text, purpose text)
          where e.event_type = 'PostingReversalRequested'
          order by e.company_id, e.aggregate_id, e.version desc) r
    where p.company_id = r.company_id and p.source_type = r.type and p.source_id = r.id and p.purpose = r.purpose;
end $project$;
grant execute on function {{schema}}.project_1_postings({{schema}}.event_store[]) to {{writer_role}};
