--! include event_store.sql
--! include tenancy.sql
--! include feed.sql
--! include dead_letters.sql

-- Events → tables. Called by payroll.append inside the transaction of the events, and by the rebuild with the same events
-- out of the log, so both give the same rows. Each noun has a function of its own, payroll.project_<noun>(events), and
-- whichever are there are called, in the order of their names.
create function payroll.project(p_events payroll.event_store[], p_rows text default null) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  v_noun text;
begin
  for v_noun in
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'payroll' and p.proname like 'project\_%' order by 1
  loop
    execute format('select payroll.%I($1)', v_noun) using p_events;
  end loop;
end $project$;
grant execute on function payroll.project(payroll.event_store[], text) to {{writer_role}};
