-- Runs of pay: each month's pay of everybody, calculated, approved by another person, posted and paid.

-- What the State adds to the pension, of the income of a year, marginally. The same for all companies.
create table payroll.state_pension_brackets (
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- Income of the year from which the share holds, up to the next bracket.
  above numeric(12, 2) not null check (above >= 0),
  share numeric(12, 10) not null check (share between 0 and 1),
  source text not null,
  primary key (valid_from, above)
);
grant select on payroll.state_pension_brackets to {{app_role}};
insert into payroll.state_pension_brackets (valid_from, above, share, source) values
  ('2019-01-01', 0, 0.02, 'Law of Georgia on Funded Pensions (No 3303, 2018), article 3'),
  ('2019-01-01', 24000, 0.01, 'Law of Georgia on Funded Pensions (No 3303, 2018), article 3'),
  ('2019-01-01', 60000, 0, 'Law of Georgia on Funded Pensions (No 3303, 2018), article 3');

create table payroll.runs (
  company_id uuid not null,
  id uuid not null,
  year int not null check (year between 2000 and 2200),
  month int not null check (month between 1 and 12),
  -- 1 is the pay of the month; the higher ones carry differences to it.
  number int not null check (number > 0),
  pay_date date not null,
  state text not null check (state in ('CALCULATING', 'CALCULATED', 'APPROVED', 'POSTING', 'PAID', 'CANCELLED')),
  -- How often it was calculated: payslips of an older calculation are gone.
  calculation int not null check (calculation > 0),
  employees int,
  obstacles int,
  totals jsonb,
  digest text,
  calculated_by uuid not null,
  calculated_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  posting_date date,
  posting_attempt int,
  paid_at timestamptz,
  version int not null,
  created_at timestamptz not null,
  primary key (company_id, id)
);
create unique index runs_month on payroll.runs (company_id, year, month, number) where state <> 'CANCELLED';
-- One at a time: what a run says rests on everything that was paid before it.
create unique index runs_under_way on payroll.runs (company_id)
  where state in ('CALCULATING', 'CALCULATED', 'APPROVED');

-- How far the calculation has come. Whoever works on it holds the lock of the row.
create table payroll.run_progress (
  company_id uuid not null,
  run_id uuid not null,
  calculation int not null,
  employees int,
  done int not null check (done >= 0),
  -- The last employee who is done; they come in the order of their ids.
  after_employee uuid,
  updated_at timestamptz not null,
  primary key (company_id, run_id),
  constraint run_progress_run foreign key (company_id, run_id) references payroll.runs (company_id, id)
);

-- The pay of one employee in one run, GEL. Written in chunks by whoever calculates, never changed after that.
create table payroll.payslips (
  company_id uuid not null,
  run_id uuid not null,
  employee_id uuid not null,
  -- Version of the employee's file that it rests on.
  employee_version int not null,
  gross numeric(14, 2) not null check (gross >= 0),
  employee_pension numeric(14, 2) not null check (employee_pension >= 0),
  relief numeric(14, 2) not null check (relief >= 0),
  taxable numeric(14, 2) not null check (taxable >= 0),
  income_tax numeric(14, 2) not null check (income_tax >= 0),
  net numeric(14, 2) not null check (net >= 0),
  employer_pension numeric(14, 2) not null check (employer_pension >= 0),
  -- For information: the State pays it, nobody here.
  state_pension numeric(14, 2) not null check (state_pension >= 0),
  benefits numeric(14, 2) not null check (benefits >= 0),
  court_orders numeric(14, 2) not null check (court_orders >= 0),
  advances numeric(14, 2) not null check (advances >= 0),
  deductions numeric(14, 2) not null check (deductions >= 0),
  net_to_pay numeric(14, 2) not null check (net_to_pay >= 0),
  -- What average pay is made of: earned by work in the month, and on how many days.
  earned numeric(14, 2) not null,
  worked_days int not null check (worked_days >= 0),
  lines jsonb not null,
  -- Gross by the month that it was earned in: a later run pays the difference to what it should have been.
  months jsonb not null,
  -- Cost by cost centre; sums to the gross and to the employer's pension.
  costs jsonb not null,
  obstacles text[] not null,
  primary key (company_id, run_id, employee_id),
  constraint payslips_run foreign key (company_id, run_id) references payroll.runs (company_id, id),
  constraint payslips_employee foreign key (company_id, employee_id) references payroll.employees (company_id, id),
  constraint payslips_net check (gross = employee_pension + income_tax + net),
  constraint payslips_taxable check (taxable = gross - employee_pension - relief),
  constraint payslips_net_to_pay check (net_to_pay = net - benefits - court_orders - advances - deductions)
);
create index payslips_of_employee on payroll.payslips (company_id, employee_id, run_id);

call payroll.keep_companies_apart('runs', 'run_progress', 'payslips');
grant insert, update on payroll.runs, payroll.run_progress to {{writer_role}};
grant delete on payroll.payslips to {{writer_role}};
grant update on payroll.run_progress to {{app_role}};
grant insert on payroll.payslips to {{app_role}};

-- Payslips come into being while their run is calculated, and go only when it is calculated anew or given up.
create function payroll.guard_payslips() returns trigger
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $guard$
declare
  v_row payroll.payslips := case when tg_op = 'DELETE' then old else new end;
  v_state text;
begin
  select r.state into v_state from payroll.runs r where r.company_id = v_row.company_id and r.id = v_row.run_id;
  if v_state = 'CALCULATING' and tg_op in ('INSERT', 'DELETE') or v_state = 'CANCELLED' and tg_op = 'DELETE' then
    return v_row;
  end if;
  raise exception 'the payslips of run % are not to be changed: it is %', v_row.run_id, v_state
    using errcode = 'check_violation';
end $guard$;
create trigger payslips_stand before insert or update or delete on payroll.payslips
  for each row execute function payroll.guard_payslips();

-- What the payslips of a run sum to, and a digest of everything that they say.
create function payroll.run_sums(p_company uuid, p_run uuid) returns table (
  employees int, obstacles int, totals jsonb, digest text)
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select count(*)::int, coalesce(sum(cardinality(p.obstacles)), 0)::int,
    jsonb_build_object(
      'gross', coalesce(sum(p.gross), 0.00)::text, 'employeePension', coalesce(sum(p.employee_pension), 0.00)::text,
      'relief', coalesce(sum(p.relief), 0.00)::text, 'taxable', coalesce(sum(p.taxable), 0.00)::text,
      'incomeTax', coalesce(sum(p.income_tax), 0.00)::text, 'net', coalesce(sum(p.net), 0.00)::text,
      'employerPension', coalesce(sum(p.employer_pension), 0.00)::text,
      'statePension', coalesce(sum(p.state_pension), 0.00)::text, 'benefits', coalesce(sum(p.benefits), 0.00)::text,
      'courtOrders', coalesce(sum(p.court_orders), 0.00)::text, 'advances', coalesce(sum(p.advances), 0.00)::text,
      'deductions', coalesce(sum(p.deductions), 0.00)::text, 'netToPay', coalesce(sum(p.net_to_pay), 0.00)::text),
    encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', p.employee_id, p.gross, p.employee_pension, p.relief,
      p.taxable, p.income_tax, p.net, p.employer_pension, p.state_pension, p.benefits, p.court_orders, p.advances,
      p.deductions, p.net_to_pay, p.lines, p.months, p.costs, p.obstacles), E'\n' order by p.employee_id), ''),
      'UTF8')), 'hex')
  from payroll.payslips p where p.company_id = p_company and p.run_id = p_run
$$;
grant execute on function payroll.run_sums(uuid, uuid) to {{app_role}}, {{writer_role}};

create function payroll.project_5_runs(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e payroll.event_store;
  v_sums record;
begin
  for e in select x.* from unnest(p_events) x where x.aggregate_type = 'PayrollRun' order by x.company_id, x.seq loop
    case e.event_type
      when 'PayrollRunStarted' then
        insert into payroll.runs (company_id, id, year, month, number, pay_date, state, calculation, calculated_by,
            version, created_at)
          values (e.company_id, e.aggregate_id, (e.data ->> 'year')::int, (e.data ->> 'month')::int,
            (e.data ->> 'number')::int, (e.data ->> 'payDate')::date, 'CALCULATING', 1,
            (e.metadata ->> 'userId')::uuid, e.version, e.recorded_at);
        insert into payroll.run_progress (company_id, run_id, calculation, done, updated_at)
          values (e.company_id, e.aggregate_id, 1, 0, e.recorded_at);
      when 'PayrollRunRecalculated' then
        -- The lock of the progress first: whoever calculates meanwhile ends a chunk before its payslips go.
        update payroll.run_progress
          set calculation = (e.data ->> 'calculation')::int, employees = null, done = 0, after_employee = null,
              updated_at = e.recorded_at
          where company_id = e.company_id and run_id = e.aggregate_id;
        update payroll.runs
          set state = 'CALCULATING', calculation = (e.data ->> 'calculation')::int, employees = null,
              obstacles = null, totals = null, digest = null, calculated_at = null, approved_by = null,
              approved_at = null, calculated_by = (e.metadata ->> 'userId')::uuid
          where company_id = e.company_id and id = e.aggregate_id;
        delete from payroll.payslips where company_id = e.company_id and run_id = e.aggregate_id;
      when 'PayrollRunCalculated' then
        select * into v_sums from payroll.run_sums(e.company_id, e.aggregate_id);
        -- What the event says is what the payslips sum to, or it is not recorded.
        if v_sums.digest is distinct from e.data ->> 'digest' or v_sums.totals is distinct from (e.data -> 'totals')::jsonb
        then
          raise exception 'run % is not what its payslips sum to', e.aggregate_id using errcode = 'check_violation';
        end if;
        update payroll.runs
          set state = 'CALCULATED', employees = (e.data ->> 'employees')::int,
              obstacles = (e.data ->> 'obstacles')::int, totals = (e.data -> 'totals')::jsonb,
              digest = e.data ->> 'digest', calculated_at = e.recorded_at
          where company_id = e.company_id and id = e.aggregate_id;
      when 'PayrollRunApproved' then
        select * into v_sums from payroll.run_sums(e.company_id, e.aggregate_id);
        if v_sums.digest is distinct from e.data ->> 'digest' then
          raise exception 'run % is not what was approved', e.aggregate_id using errcode = 'check_violation';
        end if;
        update payroll.runs
          set state = 'APPROVED', approved_by = (e.metadata ->> 'userId')::uuid, approved_at = e.recorded_at
          where company_id = e.company_id and id = e.aggregate_id;
      when 'PayrollRunSentToLedger' then
        update payroll.runs
          set state = 'POSTING', posting_date = (e.data ->> 'date')::date, posting_attempt = (e.data ->> 'attempt')::int
          where company_id = e.company_id and id = e.aggregate_id;
      when 'PayrollRunPaid' then
        update payroll.runs set state = 'PAID', paid_at = e.recorded_at
          where company_id = e.company_id and id = e.aggregate_id;
      when 'PayrollRunCancelled' then
        update payroll.run_progress set calculation = 0, updated_at = e.recorded_at
          where company_id = e.company_id and run_id = e.aggregate_id;
        update payroll.runs set state = 'CANCELLED' where company_id = e.company_id and id = e.aggregate_id;
        delete from payroll.payslips where company_id = e.company_id and run_id = e.aggregate_id;
    end case;
    update payroll.runs set version = e.version where company_id = e.company_id and id = e.aggregate_id;
  end loop;
end $project$;
grant execute on function payroll.project_5_runs(payroll.event_store[]) to {{writer_role}};
