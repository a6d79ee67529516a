-- What settles what, by the ledger's log: an entry less its active settlements is what of it is open.
create table reporting.settlements (
  company_id uuid not null,
  matching_id uuid not null,
  transaction_id uuid not null,
  line int not null,
  -- From this day on.
  date date not null,
  amount_gel numeric(19, 2) not null,
  primary key (company_id, matching_id, transaction_id, line)
);
create index settlements_of_entry on reporting.settlements (company_id, transaction_id, line);

call reporting.keep_companies_apart('settlements');
grant insert, update, delete on reporting.settlements to {{app_role}};

-- By when customers pay and suppliers are paid: days from the transaction date. The row of nobody is that of everybody who
-- has none of his own; a side that is not said there is said by the product.
create table reporting.payment_terms (
  company_id uuid not null,
  counterparty_id uuid not null,
  receivable_days int check (receivable_days between 0 and 1000),
  payable_days int check (payable_days between 0 and 1000),
  primary key (company_id, counterparty_id)
);
call reporting.keep_companies_apart('payment_terms');
grant insert, update, delete on reporting.payment_terms to {{writer_role}};

create function reporting.project_2_payment_terms(p_events reporting.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e reporting.event_store;
begin
  foreach e in array p_events loop
    continue when e.event_type <> 'PaymentTermsSet';
    insert into reporting.payment_terms as w (company_id, counterparty_id, receivable_days, payable_days)
    values (e.company_id, coalesce(e.data ->> 'counterpartyId', '00000000-0000-0000-0000-000000000000')::uuid,
      (e.data ->> 'receivableDays')::int, (e.data ->> 'payableDays')::int)
    on conflict (company_id, counterparty_id) do update
      set receivable_days = excluded.receivable_days, payable_days = excluded.payable_days;
  end loop;
end $project$;
grant execute on function reporting.project_2_payment_terms(reporting.event_store[]) to {{writer_role}};

-- On which day of the month after it what was charged in a month is paid to the treasury. All taxes run on one card.
create table reporting.tax_days (
  valid_from date primary key,
  day_of_next_month int not null check (day_of_next_month between 1 and 28),
  source text not null
);
insert into reporting.tax_days values
  ('2021-01-01', 15, 'Tax Code of Georgia, art. 153 (income and profit tax), 168 (VAT): by the 15th of the following month');
grant select on reporting.tax_days to {{app_role}};
