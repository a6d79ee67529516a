-- What the law takes from pay, by validity. The same for all companies.
create table payroll.pay_rules (
  valid_from date primary key,
  valid_to date check (valid_to >= valid_from),
  income_tax_rate numeric(12, 10) not null check (income_tax_rate between 0 and 1),
  employee_pension_rate numeric(12, 10) not null check (employee_pension_rate between 0 and 1),
  employer_pension_rate numeric(12, 10) not null check (employer_pension_rate between 0 and 1),
  source text not null
);
grant select on payroll.pay_rules to {{app_role}};

insert into payroll.pay_rules values
  ('2011-01-01', '2018-12-31', 0.20, 0, 0, 'Tax Code of Georgia, article 81(1)'),
  ('2019-01-01', null, 0.20, 0.02, 0.02,
   'Tax Code of Georgia, articles 81(1) and 82(1); Law of Georgia on Funded Pensions (No 3303, 2018), article 3');
