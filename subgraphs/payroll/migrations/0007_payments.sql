-- Payments of runs: files for the bank, and what became of each payment in them.

create table payroll.payment_files (
  company_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  pay_date date not null,
  payments int not null check (payments > 0),
  total numeric(14, 2) not null check (total > 0),
  created_by uuid not null,
  created_at timestamptz not null,
  version int not null,
  primary key (company_id, id),
  constraint payment_files_run foreign key (company_id, run_id) references payroll.runs (company_id, id)
);
create index payment_files_of_run on payroll.payment_files (company_id, run_id, created_at);

create table payroll.payments (
  company_id uuid not null,
  file_id uuid not null,
  employee_id uuid not null,
  run_id uuid not null,
  amount numeric(14, 2) not null check (amount > 0),
  -- Falls due on the day on which the payment was made.
  income_tax numeric(14, 2) not null check (income_tax >= 0),
  state text not null check (state in ('SENT', 'CONFIRMED', 'FAILED')),
  paid_on date,
  failure text,
  primary key (company_id, file_id, employee_id),
  constraint payments_file foreign key (company_id, file_id) references payroll.payment_files (company_id, id),
  constraint payments_payslip foreign key (company_id, run_id, employee_id)
    references payroll.payslips (company_id, run_id, employee_id),
  check ((state = 'CONFIRMED') = (paid_on is not null)),
  check ((state = 'FAILED') = (failure is not null))
);
-- Nobody is paid twice: what failed may be tried again.
create unique index payments_once on payroll.payments (company_id, run_id, employee_id) where state <> 'FAILED';

call payroll.keep_companies_apart('payment_files', 'payments');
grant insert, update on payroll.payment_files, payroll.payments to {{writer_role}};

-- Who of a run is to be paid by the bank and is not yet: a sum above zero, an account, and no payment but failed ones.
create view payroll.unpaid with (security_invoker = true) as
  select p.company_id, p.run_id, p.employee_id, p.net_to_pay as amount, p.income_tax,
    e.account_sealed is not null as has_account
  from payroll.payslips p
  join payroll.employees e on e.company_id = p.company_id and e.id = p.employee_id
  where p.net_to_pay > 0 and not exists (
    select from payroll.payments x where x.company_id = p.company_id and x.run_id = p.run_id
      and x.employee_id = p.employee_id and x.state <> 'FAILED');
grant select on payroll.unpaid to {{app_role}}, {{writer_role}};

create function payroll.project_7_payments(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e payroll.event_store;
  v_count int;
  v_total numeric;
begin
  for e in select x.* from unnest(p_events) x
           where x.aggregate_type = 'PayrollPaymentFile' order by x.company_id, x.seq loop
    case e.event_type
      when 'PaymentFileMade' then
        insert into payroll.payment_files (company_id, id, run_id, pay_date, payments, total, created_by, created_at,
            version)
          values (e.company_id, e.aggregate_id, (e.data ->> 'runId')::uuid, (e.data ->> 'payDate')::date,
            (e.data ->> 'payments')::int, (e.data ->> 'total')::numeric, (e.metadata ->> 'userId')::uuid,
            e.recorded_at, e.version);
        with made as (
          insert into payroll.payments (company_id, file_id, employee_id, run_id, amount, income_tax, state)
            select u.company_id, e.aggregate_id, u.employee_id, u.run_id, u.amount, u.income_tax, 'SENT'
            from payroll.unpaid u
            where u.company_id = e.company_id and u.run_id = (e.data ->> 'runId')::uuid and u.has_account
            returning amount)
        select count(*), sum(amount) into v_count, v_total from made;
        -- Somebody was paid meanwhile, or got an account: who asks again is told what holds now.
        if v_count is distinct from (e.data ->> 'payments')::int or v_total is distinct from (e.data ->> 'total')::numeric
        then
          raise exception 'payments of run % have changed', e.data ->> 'runId'
            using errcode = 'check_violation', constraint = 'payments_as_counted';
        end if;
      when 'PaymentsSettled' then
        update payroll.payments p
          set state = case when f.reason is null then 'CONFIRMED' else 'FAILED' end,
              paid_on = case when f.reason is null then (e.data ->> 'date')::date end, failure = f.reason
          from json_to_recordset(e.data -> 'payments') as f("employeeId" uuid, reason text)
          where p.company_id = e.company_id and p.file_id = e.aggregate_id and p.employee_id = f."employeeId";
        update payroll.payment_files set version = e.version
          where company_id = e.company_id and id = e.aggregate_id;
    end case;
  end loop;
end $project$;
grant execute on function payroll.project_7_payments(payroll.event_store[]) to {{writer_role}};
