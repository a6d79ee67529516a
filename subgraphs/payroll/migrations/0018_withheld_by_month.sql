-- What pay brings into the calendar of taxes, by the month in which it was paid: sums of the company, as its books show them
-- to whoever reads its accounts, and nothing of any person.
grant select on payroll.pay_received, payroll.runs_shown to {{writer_role}};
grant create on schema payroll_published to {{writer_role}};
create function payroll_published.withheld_by_month(p_company uuid, p_years int[])
returns table (year int, month int, income_tax numeric, pension numeric)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_before text := current_setting('app.company_ids', true);
begin
  if p_company is distinct from nullif(current_setting('app.company_id', true), '')::uuid then
    raise exception 'the transaction is not of company %', p_company using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.company_ids', array[p_company]::text, true);
  return query
    select extract(year from r.paid_on)::int, extract(month from r.paid_on)::int, sum(s.income_tax),
           sum(s.employee_pension + s.employer_pension)
    from payroll.pay_received r
    join payroll.payslips s on s.company_id = r.company_id and s.run_id = r.run_id and s.employee_id = r.employee_id
    where r.company_id = p_company
      and r.paid_on between make_date((select min(y) from unnest(p_years) y), 1, 1)
                        and make_date((select max(y) from unnest(p_years) y), 12, 31)
    group by 1, 2;
  perform set_config('app.company_ids', coalesce(v_before, ''), true);
end $$;
alter function payroll_published.withheld_by_month(uuid, int[]) owner to {{writer_role}};
revoke create on schema payroll_published from {{writer_role}};
revoke all on function payroll_published.withheld_by_month(uuid, int[]) from public;
grant usage on schema payroll_published to {{app_role_of_tax}};
grant execute on function payroll_published.withheld_by_month(uuid, int[]) to {{app_role_of_tax}};
