-- Customs declarations line by line, and excise on what is sold.

-- By when the charges of a declaration are paid. Whether these are working days is not said; the calendar moves the last
-- one over days off.
insert into tax.rates (code, valid_from, value, unit, source, title_ka, title_en) values
  ('IMPORT_PAYMENT_TERM', '2021-01-01', 5, 'DAYS', 'Customs: payment within 5 days of the release of the goods',
    'საბაჟო გადასახდელების გადახდის ვადა', 'Term for the charges of an import, from the release of the goods'),
  ('IMPORT_PAYMENT_TERM_LONGEST', '2021-01-01', 45, 'DAYS', 'Customs: the term may be extended to 45 days',
    'საბაჟო გადასახდელების გადახდის გაგრძელებული ვადა', 'Longest term for the charges of an import');
update tax.default_posting_accounts set name_ka = 'იმპორტის დღგ, საბაჟოსთვის გადასახდელი', name_en = 'Import VAT payable to the customs'
  where role = 'IMPORT_CHARGES';

alter table tax.tax_invoices add column customs_paid_on date;

-- What is bought at an auction or in enforcement has a box of its own among the VAT that is credited.
insert into tax.vat_grounds
  (code, treatment, valid_from, output_part, output_box, input_box, source, name_ka, name_en) values
  ('AUCTION', 'STANDARD', '2021-01-01', null, null, '8', 'Tax Code, art. 161¹', 'აუქციონზე ან აღსრულებისას შეძენა',
    'Bought at an auction or in enforcement');

-- What bears excise. The groups follow article 188 as it is commonly told; its text was not at hand, so they are marked.
create table tax.excise_groups (
  code text primary key check (code ~ '^[A-Z][A-Z_]*$'),
  -- What the rate is for one of.
  unit_ka text not null,
  unit_en text not null,
  certainty text not null check (certainty in ('CONFIRMED', 'UNVERIFIED')),
  source text not null,
  name_ka text not null,
  name_en text not null
);
insert into tax.excise_groups (code, unit_ka, unit_en, certainty, source, name_ka, name_en)
select g.*
from (values
  ('ETHYL_ALCOHOL', 'ლ', 'l', 'ეთილის სპირტი', 'Ethyl alcohol'),
  ('SPIRITS', 'ლ', 'l', 'სპირტიანი სასმელი', 'Spirits'),
  ('WINE', 'ლ', 'l', 'ღვინო', 'Wine'),
  ('BEER', 'ლ', 'l', 'ლუდი', 'Beer'),
  ('CIGARETTES', '20 ღერი', '20 pieces', 'სიგარეტი', 'Cigarettes'),
  ('TOBACCO', 'კგ', 'kg', 'თამბაქოს სხვა ნაწარმი', 'Other tobacco'),
  ('PETROL', 'ტონა', 'tonne', 'ბენზინი', 'Petrol'),
  ('DIESEL', 'ტონა', 'tonne', 'დიზელი', 'Diesel'),
  ('NATURAL_GAS', '1000 მ³', '1,000 m³', 'ბუნებრივი აირი', 'Natural gas'),
  ('CAR', 'სმ³', 'cm³', 'მსუბუქი ავტომობილი', 'Car'),
  ('OTHER', 'ერთეული', 'unit', 'სხვა აქციზური საქონელი', 'Other excisable goods')) as v(code, unit_ka, unit_en, name_ka, name_en),
  lateral (select v.code, v.unit_ka, v.unit_en, 'UNVERIFIED', 'Tax Code, art. 188', v.name_ka, v.name_en) as g;

-- Rates that are known here, GEL for one unit of the group. One that is not confirmed is shown and never applied.
create table tax.excise_rates (
  excise_group text not null references tax.excise_groups (code),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  rate numeric(20, 6) not null check (rate >= 0),
  certainty text not null check (certainty in ('CONFIRMED', 'UNVERIFIED')),
  source text not null,
  primary key (excise_group, valid_from)
);
insert into tax.excise_rates (excise_group, valid_from, rate, certainty, source) values
  ('PETROL', '2017-01-01', 500, 'UNVERIFIED', 'Tax Code, art. 188, as told of the reform of 2017'),
  ('DIESEL', '2017-01-01', 400, 'UNVERIFIED', 'Tax Code, art. 188, as told of the reform of 2017');

-- Rates that a company has entered itself, with the article they are from. Each holds until the next one.
create table tax.company_excise_rates (
  company_id uuid not null,
  excise_group text not null references tax.excise_groups (code),
  valid_from date not null,
  rate numeric(20, 6) not null check (rate >= 0),
  source text not null,
  primary key (company_id, excise_group, valid_from)
);

-- Excise on a line of a document.
alter table tax.tax_invoice_lines
  add column excise_group text references tax.excise_groups (code),
  add column excise_quantity numeric(24, 6),
  add column excise_rate numeric(20, 6),
  add column excise numeric(20, 2),
  add constraint tax_invoice_lines_excise check (
    num_nulls(excise_group, excise_quantity, excise_rate, excise) in (0, 4));

-- What each document adds to the excise of a month; corrections are rows with the difference.
create table tax.excise_items (
  company_id uuid not null,
  year int not null,
  month int not null check (month between 1 and 12),
  excise_group text not null references tax.excise_groups (code),
  document_id uuid not null,
  line int not null,
  -- GEL for one unit of the group.
  rate numeric(20, 6) not null,
  date date not null,
  counterparty_id uuid,
  -- In units of the group.
  quantity numeric(24, 6) not null,
  excise numeric(20, 2) not null,
  primary key (company_id, year, month, excise_group, document_id, line, rate),
  constraint excise_items_document foreign key (company_id, document_id) references tax.tax_invoices (company_id, id)
);
create index excise_items_document on tax.excise_items (company_id, document_id);

call tax.keep_companies_apart('company_excise_rates', 'excise_items');
grant insert, update on tax.company_excise_rates to {{writer_role}};
grant insert, delete on tax.excise_items to {{writer_role}};
grant select on tax.excise_groups, tax.excise_rates to {{app_role}}, {{writer_role}};

-- Excise is declared for the months in which the company has some.
alter table tax.deadlines drop constraint deadlines_applies_to_check,
  add constraint deadlines_applies_to_check check (applies_to in
    ('EVERYBODY', 'VAT_PAYERS', 'DISTRIBUTED_PROFIT', 'SMALL_BUSINESS', 'EXCISE_PAYERS'));
insert into tax.deadlines
  (code, tax, kind, applies_to, valid_from, months_after, day, source, title_ka, title_en, form_ka, form_en) values
  ('EXCISE', 'EXCISE', 'RETURN_AND_PAYMENT', 'EXCISE_PAYERS', '2017-01-01', 1, 15, 'Tax Code, chapter of excise',
    'აქციზი', 'Excise', 'აქციზის დეკლარაცია', 'Excise return');

-- Documents that are not made out in GEL: their figures of tax are in GEL at the rate of the document, and beside them
-- stands what is to be paid in the currency.
alter table tax.tax_invoices
  add column currency text not null default 'GEL' check (currency ~ '^[A-Z]{3}$'),
  -- GEL for one.
  add column exchange_rate numeric(25, 10) not null default 1 check (exchange_rate > 0),
  add column currency_gross numeric(20, 4),
  -- Of advances: what deliveries have set off.
  add column currency_used numeric(20, 4) not null default 0,
  add constraint tax_invoices_currency check ((currency = 'GEL') = (currency_gross is null));
alter table tax.tax_invoice_lines add column currency_gross numeric(20, 4);

create function tax.project_currencies(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  -- Nearly all documents are in GEL: they are not looked for in the tables. A draft may be written anew in another currency.
  if exists (select from unnest(p_events) e
             where e.event_type = 'TaxInvoiceRevised' or e.data -> 'content' -> 'currency' is not null) then
    update tax.tax_invoices i set
      currency = coalesce(e.currency ->> 'code', 'GEL'), exchange_rate = coalesce((e.currency ->> 'rate')::numeric, 1),
      currency_gross = (e.currency ->> 'total')::numeric
    from (select distinct on (u.aggregate_id) u.company_id, u.aggregate_id, u.data -> 'content' -> 'currency' as currency
          from unnest(p_events) u
          where u.event_type in ('TaxInvoiceDrafted', 'TaxInvoiceRevised', 'TaxInvoiceIssued', 'TaxInvoiceReceived')
          order by u.aggregate_id, u.version desc) e
    where i.company_id = e.company_id and i.id = e.aggregate_id and (i.currency <> 'GEL' or e.currency is not null);

    update tax.tax_invoice_lines l set currency_gross = x."currencyGross"
    from (select distinct on (u.aggregate_id) u.company_id, u.aggregate_id, u.data -> 'content' as content
          from unnest(p_events) u
          where u.event_type in ('TaxInvoiceDrafted', 'TaxInvoiceRevised', 'TaxInvoiceIssued', 'TaxInvoiceReceived')
          order by u.aggregate_id, u.version desc) e,
      json_to_recordset(e.content -> 'lines') as x (line int, "currencyGross" numeric)
    where e.content -> 'currency' is not null and l.company_id = e.company_id and l.invoice_id = e.aggregate_id
      and l.line = x.line;
  end if;

  if not exists (select from unnest(p_events) e
                 where e.event_type = 'TaxInvoiceAdvanceUsed' and e.data -> 'currencyGross' is not null) then return; end if;
  update tax.tax_invoices i set currency_used = i.currency_used + e.used
  from (select u.company_id, u.aggregate_id, sum((u.data ->> 'currencyGross')::numeric) as used
        from unnest(p_events) u
        where u.event_type = 'TaxInvoiceAdvanceUsed' and u.data ->> 'currencyGross' is not null group by 1, 2) e
  where i.company_id = e.company_id and i.id = e.aggregate_id;
end $project$;
grant execute on function tax.project_currencies(tax.event_store[]) to {{writer_role}};
insert into tax.projections (position, name) values (41, 'project_currencies');

create function tax.project_excise(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into tax.company_excise_rates as r (company_id, excise_group, valid_from, rate, source)
  select distinct on (e.company_id, e.data ->> 'group', e.data ->> 'validFrom')
         e.company_id, e.data ->> 'group', (e.data ->> 'validFrom')::date, (e.data ->> 'rate')::numeric, e.data ->> 'source'
  from unnest(p_events) e where e.event_type = 'ExciseRateSet'
  order by e.company_id, e.data ->> 'group', e.data ->> 'validFrom', e.seq desc
  on conflict (company_id, excise_group, valid_from) do update set rate = excluded.rate, source = excluded.source;

  if not exists (select from unnest(p_events) e where e.aggregate_type = 'TaxInvoice') then return; end if;

  -- Few lines bear excise: the others are not looked for in the table.
  if exists (select from unnest(p_events) u, json_array_elements(u.data -> 'content' -> 'lines') x
             where u.event_type in ('TaxInvoiceDrafted', 'TaxInvoiceRevised', 'TaxInvoiceIssued')
               and x -> 'excise' is not null) then
    update tax.tax_invoice_lines l set
      excise_group = x.excise ->> 'group', excise_quantity = (x.excise ->> 'quantity')::numeric,
      excise_rate = (x.excise ->> 'rate')::numeric, excise = (x.excise ->> 'amount')::numeric
    from (select distinct on (u.aggregate_id) u.company_id, u.aggregate_id, u.data -> 'content' -> 'lines' as lines
          from unnest(p_events) u
          where u.event_type in ('TaxInvoiceDrafted', 'TaxInvoiceRevised', 'TaxInvoiceIssued')
          order by u.aggregate_id, u.version desc) e,
      json_to_recordset(e.lines) as x (line int, excise json)
    where x.excise is not null and l.company_id = e.company_id and l.invoice_id = e.aggregate_id and l.line = x.line;
  end if;

  insert into tax.excise_items
    (company_id, year, month, excise_group, document_id, line, rate, date, counterparty_id, quantity, excise)
  select e.company_id, extract(year from t.date)::int, extract(month from t.date)::int, t."group", e.aggregate_id,
         t.line, t.rate, t.date, t."counterpartyId", t.quantity, t.excise
  from unnest(p_events) e,
    json_to_recordset(coalesce(e.data -> 'exciseItems', '[]')) as t (
      line int, "group" text, rate numeric, date date, "counterpartyId" uuid, quantity numeric, excise numeric)
  where e.event_type = 'TaxInvoiceIssued';
  delete from tax.excise_items i using unnest(p_events) e
  where e.event_type = 'TaxInvoiceCancelled' and i.company_id = e.company_id and i.document_id = e.aggregate_id;

  update tax.tax_invoices i set customs_paid_on = e.paid_on
  from (select distinct on (u.aggregate_id) u.company_id, u.aggregate_id, (u.data ->> 'paidOn')::date as paid_on
        from unnest(p_events) u where u.event_type = 'CustomsChargesPaid'
        order by u.aggregate_id, u.version desc) e
  where i.company_id = e.company_id and i.id = e.aggregate_id;
end $project$;
grant execute on function tax.project_excise(tax.event_store[]) to {{writer_role}};
insert into tax.projections (position, name) values (42, 'project_excise');

-- Whether an entry that no document of tax asked for settles VAT, as a payment or a set-off does. What undoes an entry is of
-- the kind of what it undoes: the reversal of a payment makes no VAT. Null of what was entered before this was looked at;
-- making the tables of tax anew fills it.
alter table tax.vat_entries add column is_settlement boolean;
