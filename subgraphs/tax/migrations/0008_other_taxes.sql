-- Profit tax, tax withheld at source, small business, property tax, and which returns were handed in.

-- What may be withheld from, by which rate, and how Form 30 calls it.
create table tax.withholding_kinds (
  kind text primary key check (kind ~ '^[A-Z][A-Z0-9_]*$'),
  rate_code text not null,
  -- Classifier of Form 30, column 7.
  income_type int not null,
  -- Role of the account on which the payment was owed.
  payable_role text not null,
  source text not null,
  title_ka text not null,
  title_en text not null
);
insert into tax.withholding_kinds (kind, rate_code, income_type, payable_role, source, title_ka, title_en)
select r[1], 'WHT_' || r[1], r[2]::int, r[3], 'Form 30, types of income', t.title_ka, t.title_en
from (values
  (array['DIVIDEND_TO_INDIVIDUAL', '2', 'DIVIDEND_PAYABLE']),
  (array['DIVIDEND_TO_NON_RESIDENT', '2', 'DIVIDEND_PAYABLE']),
  (array['DIVIDEND_TO_COMPANY', '2', 'DIVIDEND_PAYABLE']),
  (array['INTEREST', '3', 'INTEREST_PAYABLE']),
  (array['ROYALTY_TO_RESIDENT', '17', 'ROYALTY_PAYABLE']),
  (array['ROYALTY_TO_NON_RESIDENT', '17', 'ROYALTY_PAYABLE']),
  (array['NON_RESIDENT_SERVICES', '7', 'PAYABLE']),
  (array['NON_RESIDENT_TRANSPORT', '7', 'PAYABLE']),
  (array['OIL_AND_GAS', '7', 'PAYABLE']),
  (array['LOW_TAX_JURISDICTION', '6', 'PAYABLE']),
  (array['SERVICES_OF_INDIVIDUAL', '7', 'PAYABLE']),
  (array['RESIDENTIAL_RENT', '19', 'PAYABLE']),
  (array['SALE_OF_HOME_OR_CAR', '6', 'PAYABLE'])
) as k(r)
join tax.rates t on t.code = 'WHT_' || k.r[1];

-- Numbers of countries (ISO 3166-1), as Form 30 names the residence of a payee.
create table tax.countries (
  code text primary key check (code ~ '^[A-Z]{2}$'),
  number int not null unique check (number between 1 and 999)
);
insert into tax.countries (code, number) values
  ('AD', 20), ('AE', 784), ('AF', 4), ('AG', 28), ('AI', 660), ('AL', 8), ('AM', 51), ('AO', 24), ('AQ', 10),
  ('AR', 32), ('AS', 16), ('AT', 40), ('AU', 36), ('AW', 533), ('AX', 248), ('AZ', 31), ('BA', 70), ('BB', 52),
  ('BD', 50), ('BE', 56), ('BF', 854), ('BG', 100), ('BH', 48), ('BI', 108), ('BJ', 204), ('BL', 652), ('BM', 60),
  ('BN', 96), ('BO', 68), ('BQ', 535), ('BR', 76), ('BS', 44), ('BT', 64), ('BV', 74), ('BW', 72), ('BY', 112),
  ('BZ', 84), ('CA', 124), ('CC', 166), ('CD', 180), ('CF', 140), ('CG', 178), ('CH', 756), ('CI', 384),
  ('CK', 184), ('CL', 152), ('CM', 120), ('CN', 156), ('CO', 170), ('CR', 188), ('CU', 192), ('CV', 132),
  ('CW', 531), ('CX', 162), ('CY', 196), ('CZ', 203), ('DE', 276), ('DJ', 262), ('DK', 208), ('DM', 212),
  ('DO', 214), ('DZ', 12), ('EC', 218), ('EE', 233), ('EG', 818), ('EH', 732), ('ER', 232), ('ES', 724),
  ('ET', 231), ('FI', 246), ('FJ', 242), ('FK', 238), ('FM', 583), ('FO', 234), ('FR', 250), ('GA', 266),
  ('GB', 826), ('GD', 308), ('GE', 268), ('GF', 254), ('GG', 831), ('GH', 288), ('GI', 292), ('GL', 304),
  ('GM', 270), ('GN', 324), ('GP', 312), ('GQ', 226), ('GR', 300), ('GS', 239), ('GT', 320), ('GU', 316),
  ('GW', 624), ('GY', 328), ('HK', 344), ('HM', 334), ('HN', 340), ('HR', 191), ('HT', 332), ('HU', 348),
  ('ID', 360), ('IE', 372), ('IL', 376), ('IM', 833), ('IN', 356), ('IO', 86), ('IQ', 368), ('IR', 364),
  ('IS', 352), ('IT', 380), ('JE', 832), ('JM', 388), ('JO', 400), ('JP', 392), ('KE', 404), ('KG', 417),
  ('KH', 116), ('KI', 296), ('KM', 174), ('KN', 659), ('KP', 408), ('KR', 410), ('KW', 414), ('KY', 136),
  ('KZ', 398), ('LA', 418), ('LB', 422), ('LC', 662), ('LI', 438), ('LK', 144), ('LR', 430), ('LS', 426),
  ('LT', 440), ('LU', 442), ('LV', 428), ('LY', 434), ('MA', 504), ('MC', 492), ('MD', 498), ('ME', 499),
  ('MF', 663), ('MG', 450), ('MH', 584), ('MK', 807), ('ML', 466), ('MM', 104), ('MN', 496), ('MO', 446),
  ('MP', 580), ('MQ', 474), ('MR', 478), ('MS', 500), ('MT', 470), ('MU', 480), ('MV', 462), ('MW', 454),
  ('MX', 484), ('MY', 458), ('MZ', 508), ('NA', 516), ('NC', 540), ('NE', 562), ('NF', 574), ('NG', 566),
  ('NI', 558), ('NL', 528), ('NO', 578), ('NP', 524), ('NR', 520), ('NU', 570), ('NZ', 554), ('OM', 512),
  ('PA', 591), ('PE', 604), ('PF', 258), ('PG', 598), ('PH', 608), ('PK', 586), ('PL', 616), ('PM', 666),
  ('PN', 612), ('PR', 630), ('PS', 275), ('PT', 620), ('PW', 585), ('PY', 600), ('QA', 634), ('RE', 638),
  ('RO', 642), ('RS', 688), ('RU', 643), ('RW', 646), ('SA', 682), ('SB', 90), ('SC', 690), ('SD', 729),
  ('SE', 752), ('SG', 702), ('SH', 654), ('SI', 705), ('SJ', 744), ('SK', 703), ('SL', 694), ('SM', 674),
  ('SN', 686), ('SO', 706), ('SR', 740), ('SS', 728), ('ST', 678), ('SV', 222), ('SX', 534), ('SY', 760),
  ('SZ', 748), ('TC', 796), ('TD', 148), ('TF', 260), ('TG', 768), ('TH', 764), ('TJ', 762), ('TK', 772),
  ('TL', 626), ('TM', 795), ('TN', 788), ('TO', 776), ('TR', 792), ('TT', 780), ('TV', 798), ('TW', 158),
  ('TZ', 834), ('UA', 804), ('UG', 800), ('UM', 581), ('US', 840), ('UY', 858), ('UZ', 860), ('VA', 336),
  ('VC', 670), ('VE', 862), ('VG', 92), ('VI', 850), ('VN', 704), ('VU', 548), ('WF', 876), ('WS', 882),
  ('YE', 887), ('YT', 175), ('ZA', 710), ('ZM', 894), ('ZW', 716);

-- Accounts that these taxes are posted on, where the company has not chosen others.
insert into tax.default_posting_accounts (role, account_code, name_ka, name_en) values
  ('PROFIT_TAX_EXPENSE', '9210', 'მოგების გადასახადის ხარჯი', 'Profit tax expense'),
  ('PROFIT_TAX_PAYABLE', '3310', 'გადასახდელი მოგების გადასახადი', 'Profit tax payable'),
  ('WITHHOLDING_PAYABLE', '3391', 'გადახდის წყაროსთან დაკავებული გადასახადი', 'Tax withheld at source'),
  ('DIVIDEND_PAYABLE', '3420', 'გადასახდელი დივიდენდები', 'Dividends payable'),
  ('INTEREST_PAYABLE', '3410', 'გადასახდელი პროცენტები', 'Interest payable'),
  ('ROYALTY_PAYABLE', '3140', 'როიალტი', 'Royalties payable'),
  ('PROPERTY_TAX_PAYABLE', '3380', 'ქონების გადასახადი', 'Property tax payable'),
  ('EXCISE_PAYABLE', '3350', 'გადასახდელი აქციზი', 'Excise payable'),
  ('EXCISE_PAID', '3360', 'გადახდილი აქციზი', 'Excise paid'),
  ('IMPORT_TAX_PAYABLE', '3390', 'იმპორტის გადასახადი', 'Import tax payable');

grant select on tax.withholding_kinds, tax.countries to {{app_role}};

-- What profit tax was charged on. A charge that is reversed counts against the month of its reversal.
create table tax.profit_tax_charges (
  company_id uuid not null,
  id uuid not null,
  date date not null,
  kind text not null,
  -- GEL: what was distributed, the same divided by the divisor, and the tax on that.
  amount numeric(20, 2) not null,
  taxable numeric(20, 2) not null,
  tax numeric(20, 2) not null,
  description text not null,
  counterparty_id uuid,
  reversed_on date,
  reversal_reason text,
  primary key (company_id, id)
);
create index profit_tax_charges_date on tax.profit_tax_charges (company_id, date, id);
create index profit_tax_charges_reversed on tax.profit_tax_charges (company_id, reversed_on, id)
  where reversed_on is not null;

-- Payments from which tax was withheld: rows of Form 30.
create table tax.withholdings (
  company_id uuid not null,
  id uuid not null,
  date date not null,
  kind text not null,
  gross numeric(20, 2) not null,
  relief numeric(20, 2) not null,
  treaty_exempt numeric(20, 2) not null,
  foreign_credit numeric(20, 2) not null,
  rate numeric(18, 6) not null,
  tax numeric(20, 2) not null,
  net numeric(20, 2) not null,
  payee json not null,
  counterparty_id uuid,
  description text not null,
  reversed_on date,
  reversal_reason text,
  primary key (company_id, id)
);
create index withholdings_date on tax.withholdings (company_id, date, id);

-- Gross income of a small business.
create table tax.small_business_incomes (
  company_id uuid not null,
  id uuid not null,
  date date not null,
  amount numeric(20, 2) not null,
  description text not null,
  reversed_on date,
  reversal_reason text,
  primary key (company_id, id)
);
create index small_business_incomes_date on tax.small_business_incomes (company_id, date, id);

-- Net book values of the accounts of fixed assets at both ends of a month.
create table tax.property_values (
  company_id uuid not null,
  year int not null,
  month int not null check (month between 1 and 12),
  account_code text not null,
  opening numeric(20, 2) not null,
  closing numeric(20, 2) not null,
  primary key (company_id, year, month, account_code)
);

-- Returns that were handed in. The month of a yearly one is 0.
create table tax.filings (
  company_id uuid not null,
  code text not null,
  year int not null,
  month int not null check (month between 0 and 12),
  filed_on date not null,
  primary key (company_id, code, year, month)
);

call tax.keep_companies_apart('profit_tax_charges', 'withholdings', 'small_business_incomes', 'property_values', 'filings');
grant insert, update on tax.profit_tax_charges, tax.withholdings, tax.small_business_incomes to {{writer_role}};
grant insert, delete on tax.property_values, tax.filings to {{writer_role}};

create function tax.project_profit_tax(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into tax.profit_tax_charges
      (company_id, id, date, kind, amount, taxable, tax, description, counterparty_id)
    select e.company_id, e.aggregate_id, (e.data ->> 'date')::date, e.data ->> 'kind',
           (e.data ->> 'amount')::numeric, (e.data ->> 'taxable')::numeric, (e.data ->> 'tax')::numeric,
           e.data ->> 'description', (e.data ->> 'counterpartyId')::uuid
    from unnest(p_events) e where e.event_type = 'ProfitTaxCharged';
  update tax.profit_tax_charges c
    set reversed_on = (e.data ->> 'date')::date, reversal_reason = e.data ->> 'reason'
    from unnest(p_events) e
    where e.event_type = 'ProfitTaxChargeReversed' and c.company_id = e.company_id and c.id = e.aggregate_id;
end $project$;

create function tax.project_withholding(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into tax.withholdings
      (company_id, id, date, kind, gross, relief, treaty_exempt, foreign_credit, rate, tax, net, payee,
       counterparty_id, description)
    select e.company_id, e.aggregate_id, (e.data ->> 'date')::date, e.data ->> 'kind',
           (e.data ->> 'gross')::numeric, (e.data ->> 'relief')::numeric, (e.data ->> 'treatyExempt')::numeric,
           (e.data ->> 'foreignCredit')::numeric, (e.data ->> 'rate')::numeric, (e.data ->> 'tax')::numeric,
           (e.data ->> 'net')::numeric, e.data -> 'payee', (e.data ->> 'counterpartyId')::uuid,
           e.data ->> 'description'
    from unnest(p_events) e where e.event_type = 'TaxWithheld';
  update tax.withholdings w
    set reversed_on = (e.data ->> 'date')::date, reversal_reason = e.data ->> 'reason'
    from unnest(p_events) e
    where e.event_type = 'WithholdingReversed' and w.company_id = e.company_id and w.id = e.aggregate_id;
end $project$;

create function tax.project_small_business(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into tax.small_business_incomes (company_id, id, date, amount, description)
    select e.company_id, e.aggregate_id, (e.data ->> 'date')::date, (e.data ->> 'amount')::numeric,
           e.data ->> 'description'
    from unnest(p_events) e where e.event_type = 'SmallBusinessIncomeRecorded';
  update tax.small_business_incomes i
    set reversed_on = (e.data ->> 'date')::date, reversal_reason = e.data ->> 'reason'
    from unnest(p_events) e
    where e.event_type = 'SmallBusinessIncomeReversed' and i.company_id = e.company_id and i.id = e.aggregate_id;
end $project$;

-- The last word about a month counts, and replaces every account of the month.
create function tax.project_property_values(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  delete from tax.property_values v
    using unnest(p_events) e
    where e.event_type = 'PropertyValuesSet' and v.company_id = e.company_id
      and v.year = (e.data ->> 'year')::int and v.month = (e.data ->> 'month')::int;
  insert into tax.property_values (company_id, year, month, account_code, opening, closing)
    select e.company_id, (e.data ->> 'year')::int, (e.data ->> 'month')::int, v."accountCode", v.opening, v.closing
    from (select distinct on (x.company_id, x.aggregate_id) x.company_id, x.data
          from unnest(p_events) x where x.event_type = 'PropertyValuesSet'
          order by x.company_id, x.aggregate_id, x.seq desc) e
    cross join lateral json_to_recordset(e.data -> 'values')
      as v("accountCode" text, opening numeric, closing numeric);
end $project$;

create function tax.project_filings(p_events tax.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  delete from tax.filings f
    using unnest(p_events) e
    where e.event_type in ('TaxReturnFiled', 'TaxFilingTakenBack') and f.company_id = e.company_id
      and f.code = e.data ->> 'code' and f.year = (e.data ->> 'year')::int and f.month = (e.data ->> 'month')::int;
  insert into tax.filings (company_id, code, year, month, filed_on)
    select e.company_id, e.data ->> 'code', (e.data ->> 'year')::int, (e.data ->> 'month')::int,
           (e.data ->> 'filedOn')::date
    from (select distinct on (x.company_id, x.aggregate_id) x.company_id, x.event_type, x.data
          from unnest(p_events) x where x.event_type in ('TaxReturnFiled', 'TaxFilingTakenBack')
          order by x.company_id, x.aggregate_id, x.seq desc) e
    where e.event_type = 'TaxReturnFiled';
end $project$;

grant execute on function tax.project_profit_tax(tax.event_store[]), tax.project_withholding(tax.event_store[]),
  tax.project_small_business(tax.event_store[]), tax.project_property_values(tax.event_store[]),
  tax.project_filings(tax.event_store[]) to {{writer_role}};

insert into tax.projections (position, name) values
  (60, 'project_profit_tax'), (61, 'project_withholding'), (62, 'project_small_business'),
  (63, 'project_property_values'), (64, 'project_filings');
