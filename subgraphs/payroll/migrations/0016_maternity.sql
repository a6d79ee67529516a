-- How long the State pays during leave for pregnancy, childbirth and child care: longer after complications or for twins.
alter table payroll.leave_rules add column maternity_paid_days_complicated int not null default 200
  check (maternity_paid_days_complicated >= maternity_paid_days);
alter table payroll.leave_rules alter column maternity_paid_days_complicated drop default;

alter table payroll.absences add column is_complicated boolean not null default false
  check (not is_complicated or kind = 'MATERNITY');

-- Absences are made by the function before this one, in the order of names.
create function payroll.project_3_absences_maternity(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  update payroll.absences w set is_complicated = true from unnest(p_events) e
    where e.event_type = 'AbsenceRecorded' and e.data ->> 'isComplicated' = 'true'
      and w.company_id = e.company_id and w.id = (e.data ->> 'id')::uuid;
end $project$;
grant execute on function payroll.project_3_absences_maternity(payroll.event_store[]) to {{writer_role}};
