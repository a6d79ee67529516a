-- Events that a consumer of the log could not handle. While it is tried again an event holds up the later ones of
-- its company; after the last attempt it stays here and the consumer goes on without it, until somebody has it
-- handled again or drops it.

create table {{schema}}.dead_letters (
  company_id uuid not null,
  consumer text not null,
  seq bigint not null,
  event_type text not null,
  -- trying: before the last attempt · waiting: given up, for somebody to look at · requested: to be handled again ·
  -- handled: it was, in the transaction of its effect · dropped: somebody said why it need not be
  state text not null check (state in ('trying', 'waiting', 'requested', 'handled', 'dropped')),
  attempts int not null check (attempts > 0),
  retry_at timestamptz not null,
  first_failed_at timestamptz not null,
  last_failed_at timestamptz not null,
  -- What the error was, never what it failed on.
  error_class text not null,
  error_message text not null,
  settled_at timestamptz,
  reason text check (length(reason) between 1 and 500),
  primary key (consumer, company_id, seq),
  constraint dead_letters_event foreign key (company_id, seq) references {{schema}}.event_store (company_id, seq),
  constraint dead_letters_dropped_with_reason check ((state = 'dropped') = (reason is not null)),
  constraint dead_letters_settled check ((state in ('handled', 'dropped')) = (settled_at is not null))
);
create index dead_letters_open on {{schema}}.dead_letters (consumer, state, company_id)
  where state in ('trying', 'waiting', 'requested');

alter table {{schema}}.dead_letters enable row level security;
alter table {{schema}}.dead_letters force row level security;
create policy tenant on {{schema}}.dead_letters to {{app_role}}
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy log_reader on {{schema}}.dead_letters for select to {{writer_role}}
  using ((select current_setting('app.reads_heads', true)) = 'on');
grant select, insert, update, delete on {{schema}}.dead_letters to {{app_role}};
grant select on {{schema}}.dead_letters to {{writer_role}};

-- The companies that have dead letters in one of these states, for one consumer or for all; ids and nothing else.
create function {{schema}}.companies_with_dead_letters(p_consumer text, p_states text[]) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('app.reads_heads', 'on', true);
  return query
    select distinct d.company_id from {{schema}}.dead_letters d
    where d.state = any (p_states) and (p_consumer is null or d.consumer = p_consumer);
  perform set_config('app.reads_heads', '', true);
end $$;

-- The companies that a consumer has begun, and how far it has come in each.
create function {{schema}}.consumer_positions(p_consumer text) returns table (company_id uuid, seq bigint)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform set_config('app.reads_heads', 'on', true);
  return query select c.company_id, c.seq from {{schema}}.checkpoints c where c.consumer = p_consumer;
  perform set_config('app.reads_heads', '', true);
end $$;

-- How far each consumer is behind: companies, events, the age in seconds of the oldest event that waits, and how
-- many events were given up on.
create function {{schema}}.consumer_lag(p_consumers text[])
returns table (consumer text, companies bigint, events bigint, seconds double precision, dead_letters bigint)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  v_before text := current_setting('app.company_ids', true);
begin
  perform set_config('app.reads_heads', 'on', true);
  -- The first event that waits is looked up in the log, which shows the companies that are named.
  perform set_config('app.company_ids', coalesce((
    select array_agg(distinct h.company_id)::text
    from {{schema}}.head h cross join unnest(p_consumers) as n(consumer)
    left join {{schema}}.checkpoints c on c.consumer = n.consumer and c.company_id = h.company_id
    where h.last_seq > coalesce(c.seq, 0)), '{}'), true);
  return query
    select n.consumer, count(w.behind), coalesce(sum(w.behind), 0)::bigint,
           coalesce(extract(epoch from clock_timestamp() - min(w.since)), 0)::double precision,
           (select count(*) from {{schema}}.dead_letters d where d.consumer = n.consumer and d.state = 'waiting')
    from unnest(p_consumers) as n(consumer)
    left join lateral (
      select h.last_seq - coalesce(c.seq, 0) as behind,
             (select e.recorded_at from {{schema}}.event_store e
              where e.company_id = h.company_id and e.seq = coalesce(c.seq, 0) + 1) as since
      from {{schema}}.head h
      left join {{schema}}.checkpoints c on c.consumer = n.consumer and c.company_id = h.company_id
      where h.last_seq > coalesce(c.seq, 0)
    ) w on true
    group by n.consumer;
  perform set_config('app.reads_heads', '', true);
  perform set_config('app.company_ids', coalesce(v_before, ''), true);
end $$;

do $do$
declare f text;
begin
  foreach f in array array['companies_with_dead_letters(text, text[])', 'consumer_positions(text)',
                           'consumer_lag(text[])'] loop
    execute format('alter function {{schema}}.%s owner to {{writer_role}}', f);
    execute format('revoke all on function {{schema}}.%s from public', f);
    execute format('grant execute on function {{schema}}.%s to {{app_role}}', f);
  end loop;
end $do$;
