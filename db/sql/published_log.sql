-- The log of this subgraph as others may read it, by functions and nothing else: consumers of another subgraph keep
-- their checkpoints and their dead letters in a schema of their own (reads_other_logs.sql). The migration that
-- includes this says who may call them.

create schema if not exists {{schema}}_published;
revoke all on schema {{schema}}_published from public;
grant usage, create on schema {{schema}}_published to {{writer_role}};

-- Every company that has a log, and how far it goes; ids and positions, nothing that is in it.
create function {{schema}}_published.log_heads() returns table (company_id uuid, last_seq bigint)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform set_config('app.reads_heads', 'on', true);
  return query select h.company_id, h.last_seq from {{schema}}.head h where h.last_seq > 0;
  perform set_config('app.reads_heads', '', true);
end $$;

-- Events of the one company of the transaction, in order. The company is named besides, so that a reader who has
-- mistaken the one for the other learns it.
create function {{schema}}_published.log_events(p_company uuid, p_after bigint, p_most int)
returns table (company_id uuid, seq bigint, aggregate_type text, aggregate_id uuid, version int, event_type text,
               data json, metadata json, recorded_at timestamptz, published_seq bigint)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  v_before text := current_setting('app.company_ids', true);
begin
  if p_company is distinct from nullif(current_setting('app.company_id', true), '')::uuid then
    raise exception 'the transaction is not of company %', p_company using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.company_ids', array[p_company]::text, true);
  return query
    select e.company_id, e.seq, e.aggregate_type, e.aggregate_id, e.version, e.event_type, e.data, e.metadata,
           e.recorded_at, e.published_seq
    from {{schema}}.event_store e
    where e.company_id = p_company and e.seq > p_after
    order by e.seq limit p_most;
  perform set_config('app.company_ids', coalesce(v_before, ''), true);
end $$;

-- What lies beyond the positions of a reader: companies, events, and the age in seconds of the oldest of them. A
-- company that is not named was not begun.
create function {{schema}}_published.log_lag(p_companies uuid[], p_positions bigint[])
returns table (companies bigint, events bigint, seconds double precision)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  v_before text := current_setting('app.company_ids', true);
begin
  perform set_config('app.reads_heads', 'on', true);
  perform set_config('app.company_ids', coalesce((
    select array_agg(h.company_id)::text
    from {{schema}}.head h
    left join unnest(p_companies, p_positions) as p(company_id, seq) on p.company_id = h.company_id
    where h.last_seq > coalesce(p.seq, 0)), '{}'), true);
  return query
    select count(*), coalesce(sum(h.last_seq - coalesce(p.seq, 0)), 0)::bigint,
           coalesce(extract(epoch from clock_timestamp() - min(e.recorded_at)), 0)::double precision
    from {{schema}}.head h
    left join unnest(p_companies, p_positions) as p(company_id, seq) on p.company_id = h.company_id
    left join {{schema}}.event_store e on e.company_id = h.company_id and e.seq = coalesce(p.seq, 0) + 1
    where h.last_seq > coalesce(p.seq, 0);
  perform set_config('app.reads_heads', '', true);
  perform set_config('app.company_ids', coalesce(v_before, ''), true);
end $$;

do $do$
declare f text;
begin
  foreach f in array array['log_heads()', 'log_events(uuid, bigint, int)', 'log_lag(uuid[], bigint[])'] loop
    execute format('alter function {{schema}}_published.%s owner to {{writer_role}}', f);
    execute format('revoke all on function {{schema}}_published.%s from public', f);
  end loop;
end $do$;
revoke create on schema {{schema}}_published from {{writer_role}};
