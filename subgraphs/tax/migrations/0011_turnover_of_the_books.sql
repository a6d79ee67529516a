-- Sales that no document of tax stands behind: what a company that is not registered for VAT posts by hand.

-- Accounts of the ledger as turnover asks for them: those of revenue, and those of equity, by which a closing of the
-- year is told from a sale. An account keeps its type as soon as anything was posted on it.
create table tax.ledger_accounts (
  company_id uuid not null,
  account_id uuid not null,
  account_code text not null,
  type text not null check (type in ('REVENUE', 'EQUITY')),
  role text,
  primary key (company_id, account_id)
);

-- Entries on accounts of revenue, whichever role these have now: an account that is given the role of sales later
-- brings its past along. Not those that a document of tax was posted by, nor those that close the year.
create table tax.revenue_entries (
  company_id uuid not null,
  transaction_id uuid not null,
  line int not null,
  account_id uuid not null,
  date date not null,
  -- Credit less debit, GEL: what is taken back is negative.
  amount numeric(20, 2) not null,
  primary key (company_id, transaction_id, line),
  constraint revenue_entries_account foreign key (company_id, account_id)
    references tax.ledger_accounts (company_id, account_id)
);
create index revenue_entries_by_date on tax.revenue_entries (company_id, date, transaction_id);

call tax.keep_companies_apart('ledger_accounts', 'revenue_entries');
-- The consumer of the ledger's log writes in the transaction of its checkpoint, as the application.
grant insert, update, delete on tax.ledger_accounts, tax.revenue_entries to {{app_role}};

-- Accounts on which sales stand: those to which the chart gives that role, and the one that documents are posted on.
create view tax.sales_accounts with (security_invoker = true) as
  select a.company_id, a.account_id
  from tax.ledger_accounts a
  cross join tax.default_posting_accounts d
  left join tax.posting_accounts p on p.company_id = a.company_id and p.role = d.role
  where d.role = 'REVENUE' and a.type = 'REVENUE'
    and (a.role = 'SALES' or a.account_code = coalesce(p.account_code, d.account_code));
grant select on tax.sales_accounts to {{app_role}};
