-- What the Labour Code grants, by validity. The same for all companies.
create table payroll.leave_rules (
  valid_from date primary key,
  valid_to date check (valid_to >= valid_from),
  paid_leave_days int not null,
  right_after_months int not null,
  unpaid_leave_days int not null,
  sick_days_in_a_row int not null,
  sick_days_in_six_months int not null,
  maternity_days int not null,
  maternity_paid_days int not null,
  -- Share of the average pay that the employer pays for days of sickness.
  sick_pay_share numeric(12, 10) not null check (sick_pay_share between 0 and 1),
  source text not null
);
grant select on payroll.leave_rules to {{app_role}};
insert into payroll.leave_rules values
  ('2000-01-01', null, 24, 11, 15, 40, 60, 730, 183, 1,
   'Labour Code of Georgia: leave (articles 31 and 32), maternity (article 37), sickness (article 46)');

-- Days that a company has declared free besides the public holidays.
create table payroll.days_off (
  company_id uuid not null,
  date date not null,
  reason text not null,
  primary key (company_id, date)
);

create table payroll.components (
  company_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  employment_id uuid not null,
  kind text not null check (kind in
    ('OVERTIME', 'BONUS', 'COMMISSION', 'ALLOWANCE', 'BENEFIT_IN_KIND', 'DEDUCTION', 'ADVANCE', 'COURT_ORDER')),
  from_date date not null,
  to_date date check (to_date >= from_date),
  is_recurring boolean not null,
  -- The component as its event tells it: what else there is depends on its kind.
  details jsonb not null,
  -- Kept, so that whoever repeats the command finds whose it was.
  is_cancelled boolean not null default false,
  primary key (company_id, id),
  constraint components_employment foreign key (company_id, employment_id)
    references payroll.employments (company_id, id)
);
create index components_of_employment on payroll.components (company_id, employment_id, from_date);

create table payroll.absences (
  company_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  employment_id uuid not null,
  kind text not null check (kind in ('PAID_LEAVE', 'UNPAID_LEAVE', 'SICK_LEAVE', 'MATERNITY')),
  from_date date not null,
  to_date date not null check (to_date >= from_date),
  is_cancelled boolean not null default false,
  primary key (company_id, id),
  constraint absences_employment foreign key (company_id, employment_id)
    references payroll.employments (company_id, id)
);
create index absences_of_employment on payroll.absences (company_id, employment_id, from_date);

call payroll.keep_companies_apart('days_off', 'components', 'absences');
grant insert, update on payroll.days_off, payroll.components, payroll.absences to {{writer_role}};
grant delete on payroll.days_off to {{writer_role}};

create function payroll.project_3_components(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into payroll.components as w (company_id, id, employee_id, employment_id, kind, from_date, to_date,
      is_recurring, details)
    select distinct on (e.company_id, e.data ->> 'id')
      e.company_id, (e.data ->> 'id')::uuid, e.aggregate_id, (e.data ->> 'employmentId')::uuid, e.data ->> 'kind',
      (e.data ->> 'from')::date, (e.data ->> 'to')::date, (e.data ->> 'isRecurring')::boolean, e.data::jsonb
    from unnest(p_events) e where e.event_type in ('PayComponentAdded', 'PayComponentEnded')
    order by e.company_id, e.data ->> 'id', e.seq desc
    on conflict (company_id, id) do update
      set from_date = excluded.from_date, to_date = excluded.to_date, details = excluded.details;
  -- What is cancelled never comes back, so it may go last.
  update payroll.components w set is_cancelled = true from unnest(p_events) e
    where e.event_type = 'PayComponentCancelled' and w.company_id = e.company_id and w.id = (e.data ->> 'id')::uuid;
end $project$;
grant execute on function payroll.project_3_components(payroll.event_store[]) to {{writer_role}};

create function payroll.project_3_absences(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into payroll.absences (company_id, id, employee_id, employment_id, kind, from_date, to_date)
    select e.company_id, (e.data ->> 'id')::uuid, e.aggregate_id, (e.data ->> 'employmentId')::uuid,
      e.data ->> 'kind', (e.data ->> 'from')::date, (e.data ->> 'to')::date
    from unnest(p_events) e where e.event_type = 'AbsenceRecorded';
  update payroll.absences w set is_cancelled = true from unnest(p_events) e
    where e.event_type = 'AbsenceCancelled' and w.company_id = e.company_id and w.id = (e.data ->> 'id')::uuid;
end $project$;
grant execute on function payroll.project_3_absences(payroll.event_store[]) to {{writer_role}};

create function payroll.project_days_off(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare e payroll.event_store;
begin
  -- A day may be declared, withdrawn and declared again: one after the other.
  for e in select x.* from unnest(p_events) x
           where x.event_type in ('DayOffDeclared', 'DayOffWithdrawn') order by x.company_id, x.seq loop
    if e.event_type = 'DayOffDeclared' then
      insert into payroll.days_off as d (company_id, date, reason)
        values (e.company_id, (e.data ->> 'date')::date, e.data ->> 'reason')
        on conflict (company_id, date) do update set reason = excluded.reason;
    else
      delete from payroll.days_off where company_id = e.company_id and date = (e.data ->> 'date')::date;
    end if;
  end loop;
end $project$;
grant execute on function payroll.project_days_off(payroll.event_store[]) to {{writer_role}};
