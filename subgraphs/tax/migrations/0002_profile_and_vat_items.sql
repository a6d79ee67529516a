-- What the company is for the Revenue Service.
create table tax.profiles (
  company_id uuid primary key,
  tax_id text check (tax_id ~ '^([0-9]{9}|[0-9]{11})$'),
  regime text not null check (regime in ('DISTRIBUTED_PROFIT', 'SMALL_BUSINESS')),
  vat_registrations jsonb not null
);

-- Months whose VAT return is submitted: nothing may be added to their documents any more.
create table tax.submitted_months (
  company_id uuid not null,
  year int not null,
  month int not null check (month between 1 and 12),
  primary key (company_id, year, month)
);

-- What each document adds to a box of the VAT return (annex A) of a month. Corrections and advances that are set off
-- are rows with negative amounts in the month to which they belong. A return is a sum over these rows.
create table tax.vat_items (
  company_id uuid not null,
  year int not null,
  month int not null check (month between 1 and 12),
  part text not null check (part in ('OUTPUT', 'REVERSE_CHARGE', 'INPUT')),
  box text not null check (box ~ '^[0-9]{1,2}([.][0-9])?$'),
  document_type text not null,
  document_id uuid not null,
  line int not null,
  date date not null,
  counterparty_id uuid,
  treatment text not null,
  is_fixed_asset boolean not null,
  -- GEL; the base without VAT.
  base numeric(20, 2) not null,
  vat numeric(20, 2) not null,
  primary key (company_id, year, month, part, box, document_id, line)
);
create index vat_items_document on tax.vat_items (company_id, document_id);

call tax.keep_companies_apart('profiles', 'submitted_months', 'vat_items');
grant insert, update on tax.profiles to {{writer_role}};
grant insert, delete on tax.submitted_months to {{writer_role}};
grant insert, delete on tax.vat_items to {{writer_role}};

create function tax.project_profile(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into tax.profiles as p (company_id, tax_id, regime, vat_registrations)
    select distinct on (e.company_id) e.company_id, e.data ->> 'taxId', e.data ->> 'regime',
           (e.data -> 'vatRegistrations')::jsonb
    from unnest(p_events) e where e.event_type = 'TaxProfileChanged'
    order by e.company_id, e.seq desc
    on conflict (company_id) do update
      set tax_id = excluded.tax_id, regime = excluded.regime, vat_registrations = excluded.vat_registrations;
end $project$;
grant execute on function tax.project_profile(tax.event_store[]) to {{writer_role}};

-- Events → tables. Called by tax.append inside the transaction of the events, and by the rebuild with the same events
-- out of the log, so both give the same rows. Each noun has a function of its own.
create function tax.project(p_events tax.event_store[], p_rows text default null) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  perform tax.project_profile(p_events);
end $project$;
grant execute on function tax.project(tax.event_store[], text) to {{writer_role}};
