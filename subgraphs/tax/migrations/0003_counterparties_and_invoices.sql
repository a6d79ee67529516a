-- Whose tables the events of tax change. Each noun adds its function in its own migration:
--   create function tax.project_<noun>(p_events tax.event_store[]) returns void …
--   insert into tax.projections (position, name) values (<order>, 'project_<noun>');
create table tax.projections (
  position int primary key,
  name text not null unique check (name ~ '^project_[a-z_]+$')
);
insert into tax.projections (position, name) values (10, 'project_profile');
grant select on tax.projections to {{writer_role}};

create or replace function tax.project(p_events tax.event_store[], p_rows text default null) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare v_name text;
begin
  for v_name in select name from tax.projections order by position loop
    execute format('select tax.%I($1)', v_name) using p_events;
  end loop;
end $project$;

-- Whom the company deals with.
create table tax.counterparties (
  company_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('COMPANY', 'PERSON', 'FOREIGN')),
  -- ISO 3166 alpha-2; GE for companies and persons of Georgia.
  country text not null check (country ~ '^[A-Z]{2}$'),
  tax_id text not null,
  name_ka text not null,
  name_en text,
  address text,
  is_resident boolean not null,
  vat_registrations jsonb not null,
  ibans jsonb not null,
  is_active boolean not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (company_id, id),
  constraint counterparties_tax_id unique (company_id, country, tax_id),
  constraint counterparties_tax_id_form check (
    case kind when 'COMPANY' then tax_id ~ '^[0-9]{9}$' when 'PERSON' then tax_id ~ '^[0-9]{11}$' else true end)
);
create index counterparties_by_name on tax.counterparties (company_id, name_ka, id);

-- Units of RS.ge. “Other” is described by a text of its own.
create table tax.units (
  code int primary key check (code between 1 and 99),
  name_ka text not null,
  name_en text not null,
  source text not null default 'RS.ge, list of units of waybills and tax invoices'
);
insert into tax.units (code, name_ka, name_en) values
  (1, 'ცალი', 'piece'), (2, 'კგ', 'kg'), (3, 'გრ', 'g'), (4, 'ლ', 'l'), (5, 'ტონა', 'tonne'), (7, 'სმ', 'cm'),
  (8, 'მ', 'm'), (9, 'კმ', 'km'), (10, 'კვ.სმ', 'cm²'), (11, 'კვ.მ', 'm²'), (12, 'მ³', 'm³'), (13, 'მლ', 'ml'),
  (14, 'შეკვრა', 'package'), (99, 'სხვა', 'other');

-- Into which box of annex A a line goes: by its treatment, and within that by its ground.
create table tax.vat_grounds (
  code text not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
  treatment text not null check (treatment in
    ('STANDARD', 'EXEMPT_WITH_CREDIT', 'EXEMPT_WITHOUT_CREDIT', 'REVERSE_CHARGE', 'IMPORT', 'MARGIN')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- The ground of a line that names none.
  is_default boolean not null default false,
  output_part text check (output_part in ('OUTPUT', 'REVERSE_CHARGE')),
  output_box text,
  input_box text,
  source text not null,
  name_ka text not null,
  name_en text not null,
  primary key (code, valid_from),
  check ((output_part is null) = (output_box is null))
);
insert into tax.vat_grounds
  (code, treatment, valid_from, is_default, output_part, output_box, input_box, source, name_ka, name_en) values
  ('SUPPLY', 'STANDARD', '2021-01-01', true, 'OUTPUT', '1', '1', 'Tax Code, art. 159', 'მიწოდება ანაზღაურებით', 'Supply for consideration'),
  ('FREE_SUPPLY', 'STANDARD', '2021-01-01', false, 'OUTPUT', '3', null, 'Tax Code, art. 160', 'უსასყიდლო მიწოდება', 'Goods given for free'),
  ('SHORTAGE', 'STANDARD', '2021-01-01', false, 'OUTPUT', '4', null, 'Tax Code, art. 160', 'დანაკლისი', 'Shortage of goods'),
  ('FREE_SERVICE', 'STANDARD', '2021-01-01', false, 'OUTPUT', '5', null, 'Tax Code, art. 160', 'უსასყიდლო მომსახურება', 'Service for free'),
  ('OWN_BUILDING', 'STANDARD', '2021-01-01', false, 'OUTPUT', '6', null, 'Tax Code, art. 160', 'საკუთარი წარმოების შენობა', 'Own-built building'),
  ('OWN_REPAIR', 'STANDARD', '2021-01-01', false, 'OUTPUT', '6.1', null, 'Tax Code, art. 160', 'საკუთარი შენობის რემონტი', 'Own repair of an own building'),
  ('BARTER', 'STANDARD', '2021-01-01', false, 'OUTPUT', '7', '7', 'Tax Code, art. 159', 'ბარტერი', 'Barter'),
  ('BUSINESS_CEASED', 'STANDARD', '2021-01-01', false, 'OUTPUT', '7.1', null, 'Tax Code, art. 160', 'საქმიანობის შეწყვეტა', 'Goods kept after the business ceased'),
  ('OTHER_TAXABLE', 'STANDARD', '2021-01-01', false, 'OUTPUT', '8', null, 'Tax Code, art. 159', 'სხვა დასაბეგრი ოპერაცია', 'Other taxable operation'),
  ('LISTED_PERSON', 'EXEMPT_WITH_CREDIT', '2021-01-01', false, 'OUTPUT', '9', null, 'Tax Code, art. 172(3)', '172-ე მუხლის მე-3 ნაწილის პირი', 'Supply to persons of article 172(3)'),
  ('GAS_TO_THERMAL_POWER', 'EXEMPT_WITH_CREDIT', '2021-01-01', false, 'OUTPUT', '10', null, 'Tax Code, art. 172', 'გაზი თბოელექტროსადგურს', 'Natural gas to thermal power plants'),
  ('ARTICLE_172', 'EXEMPT_WITH_CREDIT', '2021-01-01', false, 'OUTPUT', '11', null, 'Tax Code, art. 172(1), (2)', '172-ე მუხლის 1-ლი ან მე-2 ნაწილი', 'Cases of article 172(1) or (2)'),
  ('TREATY_PROJECT', 'EXEMPT_WITH_CREDIT', '2021-01-01', false, 'OUTPUT', '12', null, 'Tax Code, art. 172', 'საერთაშორისო ხელშეკრულების პროექტი', 'Project under an international treaty'),
  ('OTHER_WITH_CREDIT', 'EXEMPT_WITH_CREDIT', '2021-01-01', true, 'OUTPUT', '13', null, 'Tax Code, art. 172', 'სხვა, ჩათვლის უფლებით', 'Other, exempt with credit'),
  ('EXPORT', 'EXEMPT_WITH_CREDIT', '2021-01-01', false, 'OUTPUT', '14', null, 'Tax Code, art. 172', 'ექსპორტი ან რეექსპორტი', 'Export or re-export of goods'),
  ('FINANCIAL', 'EXEMPT_WITHOUT_CREDIT', '2021-01-01', false, 'OUTPUT', '14.1', null, 'Tax Code, art. 171', 'ფინანსური ოპერაცია', 'Financial operation or service'),
  ('LAND', 'EXEMPT_WITHOUT_CREDIT', '2021-01-01', false, 'OUTPUT', '14.2', null, 'Tax Code, art. 170', 'მიწის ნაკვეთი', 'Land'),
  ('OTHER_WITHOUT_CREDIT', 'EXEMPT_WITHOUT_CREDIT', '2021-01-01', true, 'OUTPUT', '14.3', null, 'Tax Code, art. 168¹–171', 'სხვა, ჩათვლის უფლების გარეშე', 'Other, exempt without credit'),
  ('NON_RESIDENT_SERVICE', 'REVERSE_CHARGE', '2021-01-01', true, 'REVERSE_CHARGE', '1', '4', 'Tax Code, art. 161', 'არარეზიდენტის მომსახურება', 'Service of a person not established in Georgia'),
  ('CUSTOMS_WAREHOUSE', 'REVERSE_CHARGE', '2021-01-01', false, 'REVERSE_CHARGE', '2', '4', 'Tax Code, art. 164¹(4)', 'საბაჟო საწყობის საქონელი', 'Goods bought in a customs warehouse'),
  ('FREE_ZONE', 'REVERSE_CHARGE', '2021-01-01', false, 'REVERSE_CHARGE', '3', '4', 'Tax Code, art. 164¹(5)', 'თავისუფალი ზონის საქონელი', 'Goods of an enterprise of a free industrial zone'),
  ('CUSTOMS_DECLARATION', 'IMPORT', '2021-01-01', true, null, null, '2', 'Tax Code, art. 174', 'იმპორტის დეკლარაცია', 'Import declaration'),
  ('ASSESSED_IMPORT', 'IMPORT', '2021-01-01', false, null, null, '3', 'Tax Code, art. 174', 'საგადასახადო ორგანოს დარიცხვა', 'Assessed by the tax authority'),
  ('MARGIN_SCHEME', 'MARGIN', '2021-01-01', true, 'OUTPUT', '1.1', null, 'Tax Code, art. 161²', 'მარჟით დაბეგვრა', 'Margin scheme');

-- On which account a document is posted, by what the account is for. The default holds until a company says otherwise.
create table tax.default_posting_accounts (
  role text primary key check (role ~ '^[A-Z][A-Z_]*$'),
  account_code text not null,
  name_ka text not null,
  name_en text not null
);
insert into tax.default_posting_accounts (role, account_code, name_ka, name_en) values
  ('RECEIVABLE', '1410', 'მოთხოვნები მყიდველების მიმართ', 'Receivables from buyers'),
  ('PAYABLE', '3110', 'ვალდებულებები მომწოდებლების წინაშე', 'Payables to suppliers'),
  ('ADVANCE_RECEIVED', '3120', 'მიღებული ავანსები', 'Advances received'),
  ('ADVANCE_PAID', '1480', 'გადახდილი ავანსები', 'Advances paid'),
  ('REVENUE', '6110', 'შემოსავალი რეალიზაციიდან', 'Revenue'),
  ('PURCHASE', '1610', 'შეძენილი საქონელი', 'Goods bought'),
  ('SERVICE', '7490', 'მიღებული მომსახურება', 'Services received'),
  ('FIXED_ASSET', '2150', 'ძირითადი საშუალებები', 'Fixed assets'),
  ('FREE_SUPPLY_COST', '7490', 'დღგ უსასყიდლო მიწოდებაზე', 'VAT on what is given for free'),
  ('VAT_OUTPUT', '3330', 'გადასახდელი დღგ', 'VAT payable'),
  ('VAT_ON_ADVANCES', '3331', 'დღგ მიღებულ ავანსებზე', 'VAT on advances received'),
  ('VAT_INPUT', '3340', 'ჩასათვლელი დღგ', 'VAT to be credited'),
  ('VAT_INPUT_LATER', '1490', 'დღგ, რომელიც მოგვიანებით ჩაითვლება', 'VAT to be credited in a later month'),
  ('VAT_IMPORT', '3341', 'იმპორტის დღგ', 'Import VAT to be credited'),
  ('VAT_REVERSE_CHARGE', '3335', 'უკუდაბეგვრის დღგ, გადასახდელი', 'Reverse-charge VAT payable'),
  ('VAT_REVERSE_CHARGE_INPUT', '3345', 'უკუდაბეგვრის დღგ, ჩასათვლელი', 'Reverse-charge VAT to be credited'),
  ('IMPORT_CHARGES', '3390', 'საბაჟო გადასახდელები', 'Customs charges payable');
create table tax.posting_accounts (
  company_id uuid not null,
  role text not null references tax.default_posting_accounts (role),
  account_code text not null,
  primary key (company_id, role)
);

-- Tax invoices, import declarations and reverse charges, and their corrections.
create table tax.tax_invoices (
  company_id uuid not null,
  id uuid not null,
  direction text not null check (direction in ('ISSUED', 'RECEIVED')),
  kind text not null check (kind in ('SUPPLY', 'ADVANCE', 'IMPORT', 'REVERSE_CHARGE')),
  status text not null check (status in
    ('DRAFT', 'ISSUED', 'RECEIVED', 'CONFIRMED', 'REFUSED', 'CORRECTED', 'CANCELLED')),
  -- Our own number, gapless within its series; null until issued or received.
  number_series text,
  number bigint,
  -- Number on RS.ge, or of the customs declaration.
  registration_series text,
  registration_number text,
  counterparty_id uuid,
  operation_date date not null,
  -- Month in which input VAT is credited, as 2026-02.
  credit_month text check (credit_month ~ '^[0-9]{4}-[0-9]{2}$'),
  price_mode text not null check (price_mode in ('INCLUSIVE', 'EXCLUSIVE')),
  -- GEL, sums of the lines.
  base numeric(20, 2) not null,
  vat numeric(20, 2) not null,
  gross numeric(20, 2) not null,
  creditable_vat numeric(20, 2) not null,
  corrects uuid,
  correction_reason text,
  -- Of advances: what deliveries have set off, with VAT.
  used_gross numeric(20, 2) not null default 0,
  used_vat numeric(20, 2) not null default 0,
  advances jsonb not null,
  payment jsonb,
  customs jsonb,
  note text,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (company_id, id),
  constraint tax_invoices_counterparty foreign key (company_id, counterparty_id)
    references tax.counterparties (company_id, id),
  constraint tax_invoices_corrects foreign key (company_id, corrects) references tax.tax_invoices (company_id, id)
);
create unique index tax_invoices_number on tax.tax_invoices (company_id, number_series, number);
-- The same document of RS.ge is recorded once; other suppliers may use the same numbers.
create unique index tax_invoices_registration on tax.tax_invoices
  (company_id, direction, kind, coalesce(registration_series, ''), registration_number,
   coalesce(counterparty_id, '00000000-0000-0000-0000-000000000000'))
  where registration_number is not null and status <> 'CANCELLED';
create index tax_invoices_by_date on tax.tax_invoices (company_id, operation_date, id);
create index tax_invoices_by_counterparty on tax.tax_invoices (company_id, counterparty_id, operation_date);
create index tax_invoices_corrections on tax.tax_invoices (company_id, corrects) where corrects is not null;

create table tax.tax_invoice_lines (
  company_id uuid not null,
  invoice_id uuid not null,
  line int not null,
  name text not null,
  unit_code int not null references tax.units (code),
  unit_text text,
  quantity numeric(24, 6) not null,
  unit_price numeric(24, 6) not null,
  treatment text not null,
  ground text not null,
  -- Per cent.
  rate numeric(9, 6) not null,
  base numeric(20, 2) not null,
  vat numeric(20, 2) not null,
  gross numeric(20, 2) not null,
  is_fixed_asset boolean not null,
  account_code text,
  -- Per cent of the VAT that may be credited.
  creditable_share numeric(9, 6) not null,
  creditable_vat numeric(20, 2) not null,
  -- Under the margin scheme: what the thing had cost.
  cost numeric(20, 2),
  primary key (company_id, invoice_id, line),
  constraint tax_invoice_lines_invoice foreign key (company_id, invoice_id) references tax.tax_invoices (company_id, id)
);

call tax.keep_companies_apart('counterparties', 'posting_accounts', 'tax_invoices', 'tax_invoice_lines');
grant insert, update, delete on tax.counterparties, tax.posting_accounts, tax.tax_invoices, tax.tax_invoice_lines
  to {{writer_role}};
grant select on tax.units, tax.vat_grounds, tax.default_posting_accounts to {{app_role}}, {{writer_role}};

create function tax.project_counterparties(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  -- Each event says all that there is to say: of several about one, the last stands.
  insert into tax.counterparties as c
    (company_id, id, kind, country, tax_id, name_ka, name_en, address, is_resident, vat_registrations, ibans,
     is_active, version, created_at, updated_at)
  select e.company_id, e.aggregate_id, d ->> 'kind', d ->> 'country', d ->> 'taxId', d ->> 'nameKa', d ->> 'nameEn',
         d ->> 'address', (d ->> 'isResident')::boolean, (d -> 'vatRegistrations')::jsonb, (d -> 'ibans')::jsonb,
         (d ->> 'isActive')::boolean, e.version, e.recorded_at, e.recorded_at
  from (select distinct on (u.aggregate_id) u.*, u.data as d
        from unnest(p_events) u where u.event_type in ('CounterpartyAdded', 'CounterpartyChanged')
        order by u.aggregate_id, u.version desc) e
  on conflict (company_id, id) do update set
    kind = excluded.kind, country = excluded.country, tax_id = excluded.tax_id, name_ka = excluded.name_ka,
    name_en = excluded.name_en, address = excluded.address, is_resident = excluded.is_resident,
    vat_registrations = excluded.vat_registrations, ibans = excluded.ibans, is_active = excluded.is_active,
    version = excluded.version, updated_at = excluded.updated_at;
end $project$;

create function tax.project_posting_accounts(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into tax.posting_accounts as a (company_id, role, account_code)
  select distinct on (e.company_id, e.data ->> 'role') e.company_id, e.data ->> 'role', e.data ->> 'accountCode'
  from unnest(p_events) e where e.event_type = 'TaxPostingAccountChosen'
  order by e.company_id, e.data ->> 'role', e.seq desc
  on conflict (company_id, role) do update set account_code = excluded.account_code;
end $project$;

create function tax.project_tax_invoices(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  if not exists (select from unnest(p_events) e where e.aggregate_type = 'TaxInvoice') then return; end if;

  -- 1. Documents, as the last event with their content has them.
    insert into tax.tax_invoices as i
      (company_id, id, direction, kind, status, number_series, number, counterparty_id, operation_date, price_mode,
       base, vat, gross, creditable_vat, corrects, correction_reason, advances, payment, customs, note, version,
       created_at, updated_at)
    select e.company_id, e.aggregate_id, c ->> 'direction', c ->> 'kind', 'DRAFT', e.document_series,
           e.document_number, (c ->> 'counterpartyId')::uuid, (c ->> 'operationDate')::date, c ->> 'priceMode',
           (c -> 'totals' ->> 'base')::numeric, (c -> 'totals' ->> 'vat')::numeric,
           (c -> 'totals' ->> 'gross')::numeric, (c -> 'totals' ->> 'creditableVat')::numeric,
           (c -> 'corrects' ->> 'invoiceId')::uuid, c -> 'corrects' ->> 'reason', (c -> 'advances')::jsonb,
           nullif((c -> 'payment')::jsonb, 'null'), nullif((c -> 'customs')::jsonb, 'null'), c ->> 'note', e.version,
           e.recorded_at, e.recorded_at
    from (select distinct on (u.aggregate_id) u.*, u.data -> 'content' as c
          from unnest(p_events) u
          where u.event_type in ('TaxInvoiceDrafted', 'TaxInvoiceRevised', 'TaxInvoiceIssued', 'TaxInvoiceReceived')
          order by u.aggregate_id, u.version desc) e
    order by e.seq
    on conflict (company_id, id) do update set
      number_series = coalesce(excluded.number_series, i.number_series),
      number = coalesce(excluded.number, i.number),
      counterparty_id = excluded.counterparty_id, operation_date = excluded.operation_date,
      price_mode = excluded.price_mode, base = excluded.base, vat = excluded.vat, gross = excluded.gross,
      creditable_vat = excluded.creditable_vat, advances = excluded.advances, payment = excluded.payment,
      customs = excluded.customs, note = excluded.note;

  -- 2. Their lines. Content that came before is replaced.
  delete from tax.tax_invoice_lines l
  using (select distinct u.company_id, u.aggregate_id from unnest(p_events) u
         where u.version > 1 and u.event_type in ('TaxInvoiceRevised', 'TaxInvoiceIssued')) e
  where l.company_id = e.company_id and l.invoice_id = e.aggregate_id;
  insert into tax.tax_invoice_lines
    (company_id, invoice_id, line, name, unit_code, unit_text, quantity, unit_price, treatment, ground, rate, base,
     vat, gross, is_fixed_asset, account_code, creditable_share, creditable_vat, cost)
  select e.company_id, e.aggregate_id, l.line, l.name, l."unitCode", l."unitText", l.quantity, l."unitPrice",
         l.treatment, l.ground, l.rate, l.base, l.vat, l.gross, l."isFixedAsset", l."accountCode",
         l."creditableShare", l."creditableVat", l.cost
  from (select distinct on (u.aggregate_id) u.company_id, u.aggregate_id, u.data -> 'content' -> 'lines' as lines
        from unnest(p_events) u
        where u.event_type in ('TaxInvoiceDrafted', 'TaxInvoiceRevised', 'TaxInvoiceIssued', 'TaxInvoiceReceived')
        order by u.aggregate_id, u.version desc) e,
    json_to_recordset(e.lines) as l (
      line int, name text, "unitCode" int, "unitText" text, quantity numeric, "unitPrice" numeric, treatment text,
      ground text, rate numeric, base numeric, vat numeric, gross numeric, "isFixedAsset" boolean, "accountCode" text,
      "creditableShare" numeric, "creditableVat" numeric, cost numeric);

  -- 3. The state is what the last event that names one says.
  update tax.tax_invoices i set status = e.status
  from (select distinct on (s.aggregate_id) s.company_id, s.aggregate_id, s.status
        from (select u.company_id, u.aggregate_id, u.version,
                case u.event_type when 'TaxInvoiceDrafted' then 'DRAFT' when 'TaxInvoiceIssued' then 'ISSUED'
                  when 'TaxInvoiceReceived' then 'RECEIVED' when 'TaxInvoiceConfirmed' then 'CONFIRMED'
                  when 'TaxInvoiceRefused' then 'REFUSED' when 'TaxInvoiceCorrected' then 'CORRECTED'
                  when 'TaxInvoiceCancelled' then 'CANCELLED' end as status
              from unnest(p_events) u where u.aggregate_type = 'TaxInvoice') s
        where s.status is not null order by s.aggregate_id, s.version desc) e
  where i.company_id = e.company_id and i.id = e.aggregate_id;
  update tax.tax_invoices i set version = e.version, updated_at = e.recorded_at
  from (select distinct on (u.aggregate_id) u.* from unnest(p_events) u where u.aggregate_type = 'TaxInvoice'
        order by u.aggregate_id, u.version desc) e
  where i.company_id = e.company_id and i.id = e.aggregate_id and e.version > 1;

  -- 4. Numbers of RS.ge, months of credit, advances used.
  update tax.tax_invoices i set registration_series = e.d ->> 'series', registration_number = e.d ->> 'number'
  from (select distinct on (u.aggregate_id) u.company_id, u.aggregate_id,
               case u.event_type when 'TaxInvoiceRegistered' then u.data else u.data -> 'registration' end as d
        from unnest(p_events) u
        where u.event_type = 'TaxInvoiceRegistered'
          or (u.event_type in ('TaxInvoiceIssued', 'TaxInvoiceReceived')
              and u.data -> 'registration' ->> 'number' is not null)
        order by u.aggregate_id, u.version desc) e
  where i.company_id = e.company_id and i.id = e.aggregate_id;
  update tax.tax_invoices i set credit_month = e.data ->> 'creditMonth'
  from unnest(p_events) e
  where e.event_type = 'TaxInvoiceConfirmed' and i.company_id = e.company_id and i.id = e.aggregate_id;
  update tax.tax_invoices i set used_gross = i.used_gross + e.gross, used_vat = i.used_vat + e.vat
  from (select u.company_id, u.aggregate_id, sum((u.data ->> 'gross')::numeric) as gross,
               sum((u.data ->> 'vat')::numeric) as vat
        from unnest(p_events) u where u.event_type = 'TaxInvoiceAdvanceUsed' group by 1, 2) e
  where i.company_id = e.company_id and i.id = e.aggregate_id;

  -- 5. What they add to the VAT return. What is cancelled never was.
  insert into tax.vat_items
    (company_id, year, month, part, box, document_type, document_id, line, date, counterparty_id, treatment,
     is_fixed_asset, base, vat)
  select e.company_id, t.year, t.month, t.part, t.box, 'TaxInvoice', e.aggregate_id, t.line, t.date,
         t."counterpartyId", t.treatment, t."isFixedAsset", t.base, t.vat
  from unnest(p_events) e,
    json_to_recordset(e.data -> 'items') as t (
      year int, month int, part text, box text, line int, date date, "counterpartyId" uuid, treatment text,
      "isFixedAsset" boolean, base numeric, vat numeric)
  where e.event_type in ('TaxInvoiceIssued', 'TaxInvoiceConfirmed');
  delete from tax.vat_items v using unnest(p_events) e
  where e.event_type = 'TaxInvoiceCancelled' and v.company_id = e.company_id and v.document_id = e.aggregate_id;
end $project$;

grant execute on function tax.project_counterparties(tax.event_store[]),
  tax.project_posting_accounts(tax.event_store[]), tax.project_tax_invoices(tax.event_store[]) to {{writer_role}};
insert into tax.projections (position, name) values
  (20, 'project_counterparties'), (30, 'project_posting_accounts'), (40, 'project_tax_invoices');
