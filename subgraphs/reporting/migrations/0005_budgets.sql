-- What a company means to earn and to spend, by account and month, and by a value of a dimension where it plans so.
create table reporting.budget_months (
  company_id uuid not null,
  year int not null,
  month int not null check (month between 1 and 12),
  account_id uuid not null,
  -- Empty texts: the account as a whole.
  dimension_name text not null,
  dimension_value text not null,
  -- GEL, positive on the side on which the account grows.
  amount numeric(19, 2) not null,
  primary key (company_id, year, account_id, dimension_name, dimension_value, month),
  check ((dimension_name = '') = (dimension_value = ''))
);
call reporting.keep_companies_apart('budget_months');
grant insert, update, delete on reporting.budget_months to {{writer_role}};

create function reporting.project_1_budgets(p_events reporting.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e reporting.event_store;
begin
  foreach e in array p_events loop
    continue when e.event_type <> 'BudgetSet';
    delete from reporting.budget_months where company_id = e.company_id and year = (e.data ->> 'year')::int
      and account_id = (e.data ->> 'accountId')::uuid
      and dimension_name = coalesce(e.data #>> '{dimension,name}', '')
      and dimension_value = coalesce(e.data #>> '{dimension,value}', '');
    insert into reporting.budget_months (company_id, year, month, account_id, dimension_name, dimension_value, amount)
    select e.company_id, (e.data ->> 'year')::int, m.month, (e.data ->> 'accountId')::uuid,
      coalesce(e.data #>> '{dimension,name}', ''), coalesce(e.data #>> '{dimension,value}', ''), m.amount::numeric
    from json_array_elements_text(e.data -> 'months') with ordinality as m(amount, month)
    where m.amount::numeric <> 0;
  end loop;
end $project$;
grant execute on function reporting.project_1_budgets(reporting.event_store[]) to {{writer_role}};
