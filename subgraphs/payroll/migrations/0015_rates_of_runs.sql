-- Rates at which pay that was agreed in another currency is reckoned in GEL, as a run was started with them.
alter table payroll.runs add column rates jsonb not null default '[]' check (jsonb_typeof(rates) = 'array');

-- Runs are made by the function before this one, in the order of names.
create function payroll.project_5_runs_rates(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  update payroll.runs r set rates = (e.data -> 'rates')::jsonb from unnest(p_events) e
    where e.event_type = 'PayrollRunStarted' and e.data -> 'rates' is not null
      and r.company_id = e.company_id and r.id = e.aggregate_id;
end $project$;
grant execute on function payroll.project_5_runs_rates(payroll.event_store[]) to {{writer_role}};
