-- What was paid of each tax, what a return came to on the day that it was handed in, and the day by which the financial
-- statements are published.

alter table tax.filings add column amount numeric(20, 2);

-- Payments to the treasury, and what was set off there, by the term that they are for. The month of a yearly one is 0.
create table tax.tax_payments (
  company_id uuid not null,
  id uuid not null,
  code text not null,
  year int not null,
  month int not null check (month between 0 and 12),
  paid_on date not null,
  amount numeric(20, 2) not null check (amount > 0),
  description text,
  taken_back_reason text,
  primary key (company_id, id)
);
create index tax_payments_by_term on tax.tax_payments (company_id, year, code, month);
call tax.keep_companies_apart('tax_payments');
grant insert, update on tax.tax_payments to {{writer_role}};

create or replace function tax.project_filings(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  delete from tax.filings f
    using unnest(p_events) e
    where e.event_type in ('TaxReturnFiled', 'TaxFilingTakenBack') and f.company_id = e.company_id
      and f.code = e.data ->> 'code' and f.year = (e.data ->> 'year')::int and f.month = (e.data ->> 'month')::int;
  insert into tax.filings (company_id, code, year, month, filed_on, amount)
    select e.company_id, e.data ->> 'code', (e.data ->> 'year')::int, (e.data ->> 'month')::int,
           (e.data ->> 'filedOn')::date, (e.data ->> 'amount')::numeric
    from (select distinct on (x.company_id, x.aggregate_id) x.company_id, x.event_type, x.data
          from unnest(p_events) x where x.event_type in ('TaxReturnFiled', 'TaxFilingTakenBack')
          order by x.company_id, x.aggregate_id, x.seq desc) e
    where e.event_type = 'TaxReturnFiled';
end $project$;

create function tax.project_tax_payments(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into tax.tax_payments (company_id, id, code, year, month, paid_on, amount, description)
    select e.company_id, e.aggregate_id, e.data ->> 'code', (e.data ->> 'year')::int, (e.data ->> 'month')::int,
           (e.data ->> 'paidOn')::date, (e.data ->> 'amount')::numeric, e.data ->> 'description'
    from unnest(p_events) e where e.event_type = 'TaxPaid';
  update tax.tax_payments p set taken_back_reason = e.data ->> 'reason'
    from unnest(p_events) e
    where e.event_type = 'TaxPaymentTakenBack' and p.company_id = e.company_id and p.id = e.aggregate_id;
end $project$;
grant execute on function tax.project_tax_payments(tax.event_store[]) to {{writer_role}};
insert into tax.projections (position, name) values (65, 'project_tax_payments');

-- No tax, and yet a day that nobody may miss.
alter table tax.deadlines drop constraint deadlines_kind_check,
  add constraint deadlines_kind_check check (kind in ('RETURN_AND_PAYMENT', 'PAYMENT', 'ADVANCE', 'RETURN'));
insert into tax.deadlines
  (code, tax, kind, applies_to, valid_from, years_after, month, day, source, title_ka, title_en, form_ka, form_en) values
  ('FINANCIAL_STATEMENTS', 'FINANCIAL_REPORTING', 'RETURN', 'DISTRIBUTED_PROFIT', '2018-01-01', 1, 10, 1,
    'Law on Accounting, Reporting and Audit', 'ფინანსური ანგარიშგება', 'Financial statements',
    'ფინანსური ანგარიშგება, reportal.ge', 'Financial statements, reportal.ge');
