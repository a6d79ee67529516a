-- Provision for unused leave: what the company owes for days of paid leave that were earned and not taken. By its total
-- only: what of it is whose is reckoned for whoever may read pay, and is kept nowhere.

insert into payroll.default_posting_accounts (role, account_code, name_ka, name_en) values
  ('LEAVE_PROVISION', '3490', 'გამოუყენებელი შვებულების რეზერვი', 'Provision for unused leave');

create table payroll.leave_provisions (
  company_id uuid not null,
  id uuid not null,
  year int not null,
  month int not null check (month between 1 and 12),
  employments int not null check (employments >= 0),
  days numeric(12, 2) not null check (days >= 0),
  total numeric(14, 2) not null check (total >= 0),
  -- What was to be posted: the total less what was in the books.
  difference numeric(14, 2) not null,
  -- The last request to the ledger; 0 where there was nothing to ask for.
  posting_attempt int not null check (posting_attempt >= 0),
  version int not null,
  primary key (company_id, id),
  constraint leave_provisions_month unique (company_id, year, month)
);
call payroll.keep_companies_apart('leave_provisions');
grant insert, update on payroll.leave_provisions to {{writer_role}};

create function payroll.project_8_leave_provisions(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e payroll.event_store;
begin
  for e in select x.* from unnest(p_events) x
           where x.event_type = 'LeaveProvided' order by x.company_id, x.seq loop
    -- A month comes again when the ledger has refused it and it is asked for again.
    insert into payroll.leave_provisions as w (company_id, id, year, month, employments, days, total, difference,
        posting_attempt, version)
      values (e.company_id, (e.data ->> 'id')::uuid, (e.data ->> 'year')::int, (e.data ->> 'month')::int,
        (e.data ->> 'employments')::int, (e.data ->> 'days')::numeric, (e.data ->> 'total')::numeric,
        (e.data ->> 'difference')::numeric, (e.data ->> 'postingAttempt')::int, e.version)
      on conflict (company_id, id) do update
        set employments = excluded.employments, days = excluded.days, total = excluded.total,
            difference = excluded.difference, posting_attempt = excluded.posting_attempt, version = excluded.version;
  end loop;
end $project$;
grant execute on function payroll.project_8_leave_provisions(payroll.event_store[]) to {{writer_role}};

-- Provisions with what the ledger has said.
create view payroll.leave_provisions_shown with (security_invoker = true) as
  select p.*, o.transaction_id, o.refusal_code, o.refusal_field, o.refusal_message,
    case
      when p.difference = 0 then 'UNCHANGED'
      when o.reversed_by is not null then 'REVERSED'
      when o.transaction_id is not null then 'POSTED'
      when o.refused_attempt = p.posting_attempt then 'POSTING_REFUSED'
      else 'POSTING'
    end as state
  from payroll.leave_provisions p
  left join payroll.posting_outcomes o on o.company_id = p.company_id and o.source_type = 'LeaveProvision'
    and o.source_id = p.id::text and o.purpose = 'provision';
grant select on payroll.leave_provisions_shown to {{app_role}};
