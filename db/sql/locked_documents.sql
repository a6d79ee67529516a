-- Refuses a document whose day the ledger has locked for its area, in the transaction that approves it, so that nobody waits
-- for the ledger to refuse it later. Who has an exception passes. The ledger judges once more when it posts. Needs
-- {{schema}}.day_of_document(event {{schema}}.event_store): the day on which an event puts a document into the books, else null.
create function {{schema}}.refuse_locked_documents() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $guard$
declare
  v_area constant text := upper('{{schema}}');
  v_asked record;
  v_until date;
  v_bad record;
begin
  for v_asked in
    select d.company_id, d.user_id, min(d.day) as first, max(d.recorded_at) as at
    from (select e.company_id, (e.metadata ->> 'userId')::uuid as user_id, e.recorded_at,
                 {{schema}}.day_of_document(e::{{schema}}.event_store) as day
          from added e offset 0) d
    where d.day is not null
    group by d.company_id, d.user_id
  loop
    v_until := ledger_published.locked_until(v_asked.company_id, v_area, v_asked.user_id, v_asked.at);
    continue when v_until is null or v_until < v_asked.first;
    select {{schema}}.day_of_document(e::{{schema}}.event_store) as day, e.event_type, e.version,
           coalesce(e.data #>> '{source,type}', e.aggregate_type) as type, coalesce(e.data #>> '{source,purpose}', '-') as purpose
      into v_bad
      from added e
      where e.company_id = v_asked.company_id and (e.metadata ->> 'userId')::uuid = v_asked.user_id
        and {{schema}}.day_of_document(e::{{schema}}.event_store) <= v_until
      order by e.seq limit 1;
    raise exception '% is locked until %, so also on %', v_area, v_until, v_bad.day
      using errcode = 'check_violation', constraint = 'documents_unlocked',
            detail = concat_ws(' ', v_area, v_bad.day, v_until, v_bad.event_type, v_bad.type, v_bad.purpose, v_bad.version);
  end loop;
  return null;
end $guard$;
create trigger event_store_unlocked_documents after insert on {{schema}}.event_store
  referencing new table as added for each statement execute function {{schema}}.refuse_locked_documents();
