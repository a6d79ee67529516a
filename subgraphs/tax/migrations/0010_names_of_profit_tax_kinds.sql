-- What profit tax is charged on, as people call it, and the article that says so.
create table tax.profit_tax_kinds (
  kind text primary key check (kind ~ '^[A-Z][A-Z0-9_]*$'),
  source text not null,
  title_ka text not null,
  title_en text not null
);
insert into tax.profit_tax_kinds (kind, source, title_ka, title_en) values
  ('DIVIDEND', 'Tax Code, art. 97(1)', 'განაწილებული მოგება', 'Distributed profit'),
  ('NON_BUSINESS_EXPENSE', 'Tax Code, art. 97(1)', 'ხარჯი, რომელიც ეკონომიკურ საქმიანობასთან დაკავშირებული არ არის',
    'Expense not tied to economic activity'),
  ('FREE_SUPPLY', 'Tax Code, art. 97(1)', 'საქონლის, მომსახურების ან ფულის უსასყიდლოდ მიწოდება', 'Free supply of goods, services or money'),
  ('REPRESENTATION_ABOVE_LIMIT', 'Tax Code, art. 97(1)', 'წარმომადგენლობითი ხარჯი ზღვრის ზემოთ', 'Representation expense above the limit'),
  ('LOAN_TO_INDIVIDUAL_OR_NON_RESIDENT', 'Tax Code, art. 97', 'სესხი ფიზიკურ პირზე ან არარეზიდენტზე', 'Loan to an individual or a non-resident'),
  ('LOW_TAX_JURISDICTION', 'Tax Code, art. 97', 'ანაზღაურება შეღავათიანი დაბეგვრის ქვეყნის პირისათვის', 'Payment to a person of a low-tax jurisdiction'),
  ('OTHER', 'Tax Code, art. 97', 'სხვა', 'Other');
grant select on tax.profit_tax_kinds to {{app_role}};
