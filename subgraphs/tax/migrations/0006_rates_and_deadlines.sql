-- What the law sets and may change: rates, thresholds, deadlines, days off. Global data, each row with the days for
-- which it holds and the article that says so; a change of the law is a new row in a new migration.

-- `valid_from` is the day from which the figure is known to hold for books kept here, which may be later than the day
-- on which the law first said so.
create table tax.rates (
  code text not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  value numeric(18, 6) not null check (value >= 0),
  unit text not null check (unit in ('PERCENT', 'PERCENT_PER_DAY', 'FACTOR', 'GEL', 'DAYS', 'MONTHS')),
  source text not null,
  title_ka text not null,
  title_en text not null,
  primary key (code, valid_from)
);

insert into tax.rates (code, valid_from, value, unit, source, title_ka, title_en) values
  ('VAT_STANDARD', '2021-01-01', 18, 'PERCENT', 'Tax Code, art. 166', 'დღგ-ის განაკვეთი', 'VAT, standard rate'),
  ('VAT_REGISTRATION_THRESHOLD', '2021-01-01', 100000, 'GEL', 'Tax Code, art. 165',
    'დღგ-ის გადამხდელად რეგისტრაციის ზღვარი', 'Turnover of twelve months beyond which VAT registration is due'),
  ('PROFIT_TAX', '2017-01-01', 15, 'PERCENT', 'Tax Code, art. 98(1)', 'მოგების გადასახადი', 'Profit tax on distributed profit'),
  ('PROFIT_TAX_DIVISOR', '2017-01-01', 0.85, 'FACTOR', 'Tax Code, art. 97(10)',
    'მოგების გადასახადის ობიექტის გამყოფი', 'What the distributed amount is divided by'),
  ('REPRESENTATION_LIMIT', '2017-01-01', 1, 'PERCENT', 'Tax Code, art. 97(1)',
    'წარმომადგენლობითი ხარჯის ზღვარი', 'Representation expense free of profit tax, of the income or expense of the year before'),
  ('WHT_DIVIDEND_TO_INDIVIDUAL', '2017-01-01', 5, 'PERCENT', 'Tax Code, art. 130',
    'დივიდენდი ფიზიკურ პირზე', 'Dividend to an individual'),
  ('WHT_DIVIDEND_TO_NON_RESIDENT', '2017-01-01', 5, 'PERCENT', 'Tax Code, art. 130',
    'დივიდენდი არარეზიდენტზე', 'Dividend to a non-resident'),
  ('WHT_DIVIDEND_TO_COMPANY', '2017-01-01', 0, 'PERCENT', 'Tax Code, art. 130',
    'დივიდენდი რეზიდენტ საწარმოზე', 'Dividend to a Georgian company'),
  ('WHT_INTEREST', '2017-01-01', 5, 'PERCENT', 'Tax Code, art. 131', 'პროცენტი', 'Interest'),
  ('WHT_ROYALTY_TO_RESIDENT', '2017-01-01', 20, 'PERCENT', 'Tax Code, art. 132',
    'როიალტი რეზიდენტ ფიზიკურ პირზე', 'Royalty to a resident individual'),
  ('WHT_ROYALTY_TO_NON_RESIDENT', '2017-01-01', 5, 'PERCENT', 'Tax Code, art. 132',
    'როიალტი არარეზიდენტზე', 'Royalty to a non-resident'),
  ('WHT_NON_RESIDENT_SERVICES', '2017-01-01', 10, 'PERCENT', 'Tax Code, art. 134',
    'არარეზიდენტის მომსახურება და სხვა შემოსავალი', 'Services and other Georgian-source income of a non-resident'),
  ('WHT_NON_RESIDENT_TRANSPORT', '2017-01-01', 10, 'PERCENT', 'Tax Code, art. 134',
    'საერთაშორისო გადაზიდვა და კავშირგაბმულობა', 'International transport or telecommunication of a non-resident'),
  ('WHT_OIL_AND_GAS', '2017-01-01', 4, 'PERCENT', 'Tax Code, art. 134',
    'ნავთობისა და გაზის ოპერაციების ქვეკონტრაქტორი', 'Oil and gas subcontractor'),
  ('WHT_LOW_TAX_JURISDICTION', '2017-01-01', 15, 'PERCENT', 'Tax Code, art. 131, 132, 134',
    'შეღავათიანი დაბეგვრის ქვეყანა', 'Interest, royalty or other income to a low-tax jurisdiction'),
  ('WHT_SERVICES_OF_INDIVIDUAL', '2017-01-01', 20, 'PERCENT', 'Tax Code, art. 81(1), 154',
    'არარეგისტრირებული ფიზიკური პირის მომსახურება', 'Services of an individual who is no registered entrepreneur'),
  ('WHT_RESIDENTIAL_RENT', '2017-01-01', 5, 'PERCENT', 'Tax Code, art. 81, 154',
    'საცხოვრებელი ფართის ქირა', 'Residential rent to an individual'),
  ('WHT_SALE_OF_HOME_OR_CAR', '2017-01-01', 5, 'PERCENT', 'Tax Code, art. 81',
    'ბინის ან ავტომობილის მიწოდების ნამეტი', 'Gain of an individual on the sale of a home or car'),
  ('PERSONAL_INCOME_TAX', '2017-01-01', 20, 'PERCENT', 'Tax Code, art. 81(1)', 'საშემოსავლო გადასახადი', 'Personal income tax'),
  ('SMALL_BUSINESS', '2018-07-01', 1, 'PERCENT', 'Tax Code, art. 90', 'მცირე ბიზნესის განაკვეთი', 'Small business'),
  ('SMALL_BUSINESS_ABOVE_THRESHOLD', '2018-07-01', 3, 'PERCENT', 'Tax Code, art. 90',
    'მცირე ბიზნესის განაკვეთი ზღვრის ზემოთ', 'Small business, from the month that passes the threshold'),
  ('SMALL_BUSINESS_THRESHOLD', '2018-07-01', 500000, 'GEL', 'Tax Code, art. 88',
    'მცირე ბიზნესის წლიური ზღვარი', 'Gross income of a year within which the lower rate holds'),
  ('SMALL_BUSINESS_TOURISM_THRESHOLD', '2018-07-01', 700000, 'GEL', 'Tax Code, art. 88',
    'მცირე ბიზნესის ზღვარი ტურიზმში', 'The same for certain tourism'),
  ('MICRO_BUSINESS_THRESHOLD', '2017-01-01', 30000, 'GEL', 'Tax Code, art. 84',
    'მიკრო ბიზნესის წლიური ზღვარი', 'Gross income of a year of a micro business'),
  ('PROPERTY_TAX', '2017-01-01', 1, 'PERCENT', 'Tax Code, art. 202',
    'საწარმოს ქონების გადასახადი', 'Property tax of companies, the most that a municipality may set'),
  ('PROPERTY_TAX_LEASED', '2017-01-01', 0.6, 'PERCENT', 'Tax Code, art. 202',
    'ქონების გადასახადი ლიზინგზე', 'Property tax on leased property, the most'),
  ('PENSION_EMPLOYEE', '2019-01-01', 2, 'PERCENT', 'Law on Funded Pensions', 'საპენსიო შენატანი, დასაქმებული', 'Pension, employee'),
  ('PENSION_EMPLOYER', '2019-01-01', 2, 'PERCENT', 'Law on Funded Pensions', 'საპენსიო შენატანი, დამსაქმებელი', 'Pension, employer'),
  ('PENSION_STATE', '2019-01-01', 2, 'PERCENT', 'Law on Funded Pensions', 'საპენსიო შენატანი, სახელმწიფო', 'Pension, State'),
  ('PENSION_STATE_UPPER', '2019-01-01', 1, 'PERCENT', 'Law on Funded Pensions',
    'სახელმწიფოს შენატანი ზედა საფეხურზე', 'Pension, State, between its two thresholds'),
  ('PENSION_STATE_LOWER_THRESHOLD', '2019-01-01', 24000, 'GEL', 'Law on Funded Pensions',
    'სახელმწიფოს შენატანის პირველი ზღვარი', 'Income of a year up to which the State adds its full part'),
  ('PENSION_STATE_UPPER_THRESHOLD', '2019-01-01', 60000, 'GEL', 'Law on Funded Pensions',
    'სახელმწიფოს შენატანის მეორე ზღვარი', 'Income of a year beyond which the State adds nothing'),
  ('LATE_INTEREST', '2017-01-01', 0.05, 'PERCENT_PER_DAY', 'Tax Code, art. 272', 'საურავი', 'Late interest'),
  ('LATE_INTEREST_DAYS', '2017-01-01', 1095, 'DAYS', 'Tax Code, art. 272', 'საურავის ზღვრული ვადა', 'Days for which late interest runs at most'),
  ('LATE_RETURN', '2017-01-01', 5, 'PERCENT', 'Tax Code, art. 274', 'დეკლარაციის დაგვიანება', 'Late return'),
  ('LATE_RETURN_LONG', '2017-01-01', 10, 'PERCENT', 'Tax Code, art. 274', 'დეკლარაციის ხანგრძლივი დაგვიანება', 'Late return, beyond the months of the lower fine'),
  ('LATE_RETURN_MONTHS', '2017-01-01', 2, 'MONTHS', 'Tax Code, art. 274', 'მცირე ჯარიმის ვადა', 'Months of delay with the lower fine'),
  ('UNDERSTATEMENT', '2017-01-01', 50, 'PERCENT', 'Tax Code, art. 275', 'გადასახადის შემცირება', 'Understated tax'),
  ('UNDERSTATEMENT_UP_TO_5_PERCENT', '2017-01-01', 10, 'PERCENT', 'Tax Code, art. 275',
    'გადასახადის შემცირება 5 %-მდე', 'Understated by 5 % at most'),
  ('UNDERSTATEMENT_UP_TO_20_PERCENT', '2017-01-01', 25, 'PERCENT', 'Tax Code, art. 275',
    'გადასახადის შემცირება 5-20 %', 'Understated by 5 to 20 %'),
  ('UNDERSTATEMENT_OF_TIMING', '2017-01-01', 10, 'PERCENT', 'Tax Code, art. 275',
    'გადასახადის ვადის დარღვევა', 'Declared in a wrong period'),
  ('VAT_UNREGISTERED_TURNOVER', '2021-01-01', 5, 'PERCENT', 'Tax Code, art. 282',
    'დღგ-ის გადამხდელად რეგისტრაციის გარეშე საქმიანობა', 'Fine on taxable turnover without VAT registration'),
  ('IMPORT_TAX_FREE', '2017-01-01', 0, 'PERCENT', 'Tax Code, art. 197', 'იმპორტის გადასახადი, 0 %', 'Import tax, goods of no list'),
  ('IMPORT_TAX_LOW', '2017-01-01', 5, 'PERCENT', 'Tax Code, art. 197', 'იმპორტის გადასახადი, 5 %', 'Import tax, goods of the 5 % list'),
  ('IMPORT_TAX_HIGH', '2017-01-01', 12, 'PERCENT', 'Tax Code, art. 197', 'იმპორტის გადასახადი, 12 %', 'Import tax, goods of the 12 % list');

-- Days that the Government declared free besides the holidays of the law, which are computed.
create table tax.extra_days_off (
  date date primary key,
  source text not null,
  name_ka text not null,
  name_en text not null
);
insert into tax.extra_days_off (date, source, name_ka, name_en) values
  ('2025-08-29', 'Government of Georgia, day off declared for 2025', 'მთავრობის მიერ გამოცხადებული უქმე დღე', 'Day off declared by the Government');

-- By when what is due. A monthly term ends on `day` of the month that lies `months_after` behind the period; a yearly
-- one on `day` of `month` in the year that lies `years_after` behind the period. Weekends and holidays move it on.
create table tax.deadlines (
  code text not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
  tax text not null,
  kind text not null check (kind in ('RETURN_AND_PAYMENT', 'PAYMENT', 'ADVANCE')),
  applies_to text not null check (applies_to in ('EVERYBODY', 'VAT_PAYERS', 'DISTRIBUTED_PROFIT', 'SMALL_BUSINESS')),
  -- First day of the first period, and last day of the last, for which the term holds.
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  months_after int,
  years_after int,
  month int check (month between 1 and 12),
  day int not null check (day between 1 and 28),
  source text not null,
  title_ka text not null,
  title_en text not null,
  form_ka text not null,
  form_en text not null,
  primary key (code, valid_from),
  constraint deadlines_monthly_or_yearly check (
    (months_after is not null and years_after is null and month is null)
    or (months_after is null and years_after is not null and month is not null))
);

insert into tax.deadlines
  (code, tax, kind, applies_to, valid_from, months_after, years_after, month, day, source, title_ka, title_en, form_ka, form_en)
values
  ('VAT', 'VAT', 'RETURN_AND_PAYMENT', 'VAT_PAYERS', '2021-01-01', 1, null, null, 15, 'Tax Code, art. 168(1)',
    'დამატებული ღირებულების გადასახადი', 'Value added tax', 'დღგ-ის დეკლარაცია', 'VAT return'),
  ('PROFIT_TAX', 'PROFIT_TAX', 'RETURN_AND_PAYMENT', 'DISTRIBUTED_PROFIT', '2017-01-01', 1, null, null, 15, 'Tax Code, art. 153(10)',
    'მოგების გადასახადი', 'Profit tax', 'მოგების გადასახადის დეკლარაცია', 'Profit tax return'),
  ('WITHHOLDING', 'WITHHOLDING', 'RETURN_AND_PAYMENT', 'EVERYBODY', '2017-01-01', 1, null, null, 15, 'Tax Code, art. 154',
    'გადახდის წყაროსთან დაკავებული გადასახადი', 'Tax withheld at source',
    'გადახდის წყაროსთან დაკავებული გადასახადის დეკლარაცია (ფორმა 30)', 'Return of tax withheld at source (Form 30)'),
  ('PENSION', 'PENSION', 'PAYMENT', 'EVERYBODY', '2025-05-01', 1, null, null, 15, 'Law on Funded Pensions',
    'საპენსიო შენატანი', 'Pension contributions', 'დაგროვებითი საპენსიო სქემის შენატანი', 'Contributions to the funded pension scheme'),
  ('SMALL_BUSINESS', 'SMALL_BUSINESS', 'RETURN_AND_PAYMENT', 'SMALL_BUSINESS', '2018-07-01', 1, null, null, 15, 'Tax Code, art. 153',
    'მცირე ბიზნესის გადასახადი', 'Tax of small business', 'მცირე ბიზნესის სტატუსის მქონე პირის დეკლარაცია', 'Return of a small business'),
  ('PROPERTY_TAX', 'PROPERTY_TAX', 'RETURN_AND_PAYMENT', 'DISTRIBUTED_PROFIT', '2017-01-01', null, 1, 4, 1, 'Tax Code, art. 205',
    'ქონების გადასახადი', 'Property tax', 'ქონების გადასახადის დეკლარაცია', 'Property tax return'),
  ('PROPERTY_TAX_ADVANCE', 'PROPERTY_TAX', 'ADVANCE', 'DISTRIBUTED_PROFIT', '2017-01-01', null, 0, 6, 15, 'Tax Code, art. 205',
    'ქონების გადასახადი, მიმდინარე გადახდა', 'Property tax, advance', 'ქონების გადასახადის მიმდინარე გადახდა', 'Advance payment of property tax'),
  ('LAND_TAX', 'PROPERTY_TAX', 'PAYMENT', 'DISTRIBUTED_PROFIT', '2017-01-01', null, 0, 11, 15, 'Tax Code, art. 205',
    'ქონების გადასახადი მიწაზე', 'Property tax on land', 'მიწის გადასახადის გადახდა', 'Payment of property tax on land');

grant select on tax.rates, tax.extra_days_off, tax.deadlines to {{app_role}};
