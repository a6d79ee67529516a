-- Others read of payroll's log what they are asked to post. That something else happened they may know, because positions
-- have no gaps; whom it concerns and what somebody earns they may not, not even in their own processes.
create or replace function payroll_published.log_events(p_company uuid, p_after bigint, p_most int)
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
    select e.company_id, e.seq, e.aggregate_type, e.aggregate_id, e.version, e.event_type,
           case when e.aggregate_type = 'Posting' then e.data else '{}'::json end, e.metadata,
           e.recorded_at, e.published_seq
    from payroll.event_store e
    where e.company_id = p_company and e.seq > p_after
    order by e.seq limit p_most;
  perform set_config('app.company_ids', coalesce(v_before, ''), true);
end $$;
