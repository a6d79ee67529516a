-- Pay may be handed out in cash, and is income on the day on which it was paid, whenever that was planned.

insert into payroll.default_posting_accounts (role, account_code, name_ka, name_en) values
  ('CASH', '1110', 'სალარო', 'Cash');

alter table payroll.payment_files add column method text not null default 'BANK' check (method in ('BANK', 'CASH'));
create index payments_by_day on payroll.payments (company_id, paid_on, run_id, employee_id) where state = 'CONFIRMED';

-- Pay by the day on which it became income (Tax Code, article 154): that on which the payment was made. Who gets nothing
-- paid out, because all was received in kind or kept back, has received it on the day of payment of the run.
create view payroll.pay_received with (security_invoker = true) as
  select p.company_id, p.paid_on, p.run_id, p.employee_id
  from payroll.payments p where p.state = 'CONFIRMED'
  union all
  select s.company_id, r.pay_date, s.run_id, s.employee_id
  from payroll.runs_shown r
  join payroll.payslips s on s.company_id = r.company_id and s.run_id = r.id
  where r.shown_state in ('POSTED', 'PAID') and s.net_to_pay = 0 and s.gross > 0;
grant select on payroll.pay_received to {{app_role}};

create or replace function payroll.project_7_payments(p_events payroll.event_store[]) returns void
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
      when 'PaymentFileMade', 'PaidInCash' then
        insert into payroll.payment_files (company_id, id, run_id, pay_date, payments, total, created_by, created_at,
            version, method)
          values (e.company_id, e.aggregate_id, (e.data ->> 'runId')::uuid, (e.data ->> 'payDate')::date,
            (e.data ->> 'payments')::int, (e.data ->> 'total')::numeric, (e.metadata ->> 'userId')::uuid,
            e.recorded_at, e.version, case e.event_type when 'PaidInCash' then 'CASH' else 'BANK' end);
        if e.event_type = 'PaidInCash' then
          with made as (
            insert into payroll.payments (company_id, file_id, employee_id, run_id, amount, income_tax, state, paid_on)
              select u.company_id, e.aggregate_id, u.employee_id, u.run_id, u.amount, u.income_tax, 'CONFIRMED',
                (e.data ->> 'payDate')::date
              from payroll.unpaid u
              where u.company_id = e.company_id and u.run_id = (e.data ->> 'runId')::uuid
                and u.employee_id in (select i::uuid from json_array_elements_text(e.data -> 'employeeIds') i)
              returning amount)
          select count(*), sum(amount) into v_count, v_total from made;
        else
          with made as (
            insert into payroll.payments (company_id, file_id, employee_id, run_id, amount, income_tax, state)
              select u.company_id, e.aggregate_id, u.employee_id, u.run_id, u.amount, u.income_tax, 'SENT'
              from payroll.unpaid u
              where u.company_id = e.company_id and u.run_id = (e.data ->> 'runId')::uuid and u.has_account
              returning amount)
          select count(*), sum(amount) into v_count, v_total from made;
        end if;
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
