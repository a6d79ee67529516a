--! include published_log.sql
--! include reads_other_logs.sql

-- The ledger carries out what runs of pay ask for.
grant usage on schema payroll_published to {{app_role_of_ledger}};
grant execute on function payroll_published.log_heads(), payroll_published.log_events(uuid, bigint, int),
  payroll_published.log_lag(uuid[], bigint[]) to {{app_role_of_ledger}};

-- On which account pay is posted, by what the account is for. The default holds until a company says otherwise.
create table payroll.default_posting_accounts (
  role text primary key check (role ~ '^[A-Z][A-Z_]*$'),
  account_code text not null,
  name_ka text not null,
  name_en text not null
);
grant select on payroll.default_posting_accounts to {{app_role}};
insert into payroll.default_posting_accounts (role, account_code, name_ka, name_en) values
  ('SALARY_EXPENSE', '7410', 'შრომის ანაზღაურება', 'Salaries'),
  ('PENSION_EXPENSE', '7415', 'დამსაქმებლის საპენსიო შენატანი, ხარჯი', 'Pension contribution of the employer'),
  ('SALARY_PAYABLE', '3130', 'გადასახდელი ხელფასები', 'Salaries payable'),
  ('INCOME_TAX_PAYABLE', '3320', 'გადასახდელი საშემოსავლო გადასახადი', 'Income tax payable'),
  ('EMPLOYEE_PENSION_PAYABLE', '3371', 'დაქირავებულის საპენსიო შენატანი', 'Pension contribution of employees, payable'),
  ('EMPLOYER_PENSION_PAYABLE', '3372', 'დამსაქმებლის საპენსიო შენატანი', 'Pension contribution of the employer, payable'),
  ('ADVANCES_TO_EMPLOYEES', '1430', 'მოთხოვნები პერსონალის მიმართ', 'Advances paid to employees'),
  ('DEDUCTIONS_PAYABLE', '3160', 'დაკავებული თანხები', 'Deductions kept back'),
  ('COURT_ORDERS_PAYABLE', '3190', 'სააღსრულებო დაკავებები', 'Kept back for courts and enforcers'),
  ('BENEFITS_PROVIDED', '7490', 'ნატურით გაცემული სარგებელი', 'Benefits in kind, bought as other expense'),
  ('BANK', '1210', 'ბანკი', 'Bank');
create table payroll.posting_accounts (
  company_id uuid not null,
  role text not null references payroll.default_posting_accounts (role),
  account_code text not null,
  primary key (company_id, role)
);

-- What became of what payroll has asked the ledger to post; written by whoever follows the ledger's log.
create table payroll.posting_outcomes (
  company_id uuid not null,
  source_type text not null,
  source_id text not null,
  purpose text not null,
  transaction_id uuid,
  reversed_by uuid,
  -- The last refusal.
  refused_attempt int,
  refusal_code text,
  refusal_field text,
  refusal_message text,
  refused_at timestamptz,
  primary key (company_id, source_type, source_id, purpose),
  constraint posting_outcomes_transaction unique (company_id, transaction_id)
);

call payroll.keep_companies_apart('posting_accounts', 'posting_outcomes');
grant insert, update on payroll.posting_accounts to {{writer_role}};
-- The consumer of the ledger's log writes in the transaction of its checkpoint, as the application.
grant insert, update, delete on payroll.posting_outcomes to {{app_role}};

create function payroll.project_6_posting_accounts(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into payroll.posting_accounts as w (company_id, role, account_code)
    select distinct on (e.company_id, e.data ->> 'role') e.company_id, e.data ->> 'role', e.data ->> 'accountCode'
    from unnest(p_events) e where e.event_type = 'PayrollPostingAccountChosen'
    order by e.company_id, e.data ->> 'role', e.seq desc
    on conflict (company_id, role) do update set account_code = excluded.account_code;
end $project$;
grant execute on function payroll.project_6_posting_accounts(payroll.event_store[]) to {{writer_role}};

-- Runs as people look at them: with what the ledger has said.
create view payroll.runs_shown with (security_invoker = true) as
  select r.*, o.transaction_id, o.reversed_by, o.refusal_code, o.refusal_field, o.refusal_message, o.refused_at,
    case
      when r.state <> 'POSTING' then r.state
      when o.transaction_id is not null then 'POSTED'
      when o.refused_attempt = r.posting_attempt then 'POSTING_REFUSED'
      else 'POSTING'
    end as shown_state
  from payroll.runs r
  left join payroll.posting_outcomes o on o.company_id = r.company_id and o.source_type = 'PayrollRun'
    and o.source_id = r.id::text and o.purpose = 'accrual';
grant select on payroll.runs_shown to {{app_role}};
