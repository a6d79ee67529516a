-- Who is not paid yet is looked up one by one in the index of what was paid. Left to its statistics, which do not know the
-- payments of the run of the hour yet, the planner compares every payslip with every payment.
create or replace view payroll.unpaid with (security_invoker = true) as
  select p.company_id, p.run_id, p.employee_id, p.net_to_pay as amount, p.income_tax,
    e.account_sealed is not null as has_account
  from payroll.payslips p
  join payroll.employees e on e.company_id = p.company_id and e.id = p.employee_id
  left join lateral (
    select true as stands from payroll.payments x
    where x.company_id = p.company_id and x.run_id = p.run_id and x.employee_id = p.employee_id and x.state <> 'FAILED'
    limit 1) paid on true
  where p.net_to_pay > 0 and paid.stands is null;
