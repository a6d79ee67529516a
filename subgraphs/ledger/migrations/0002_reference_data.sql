-- Reference data of the ledger: chart of accounts, fiscal periods, currencies of the company's own, settings.

create table ledger.accounts (
  company_id uuid not null,
  id uuid not null,
  code text not null check (code ~ '^[0-9A-Za-z][0-9A-Za-z.:_-]{0,63}$'),
  names jsonb not null check (names <> '{}'),
  type text not null check (type in ('ASSET', 'LIABILITY', 'EQUITY', 'REVENUE', 'EXPENSE')),
  normal_side text not null check (normal_side in ('DEBIT', 'CREDIT')),
  role text,
  currency text,
  parent_id uuid,
  is_heading boolean not null,
  is_active boolean not null,
  metadata jsonb not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (company_id, id),
  constraint accounts_code_unique unique (company_id, code),
  constraint accounts_parent foreign key (company_id, parent_id) references ledger.accounts (company_id, id),
  constraint accounts_parent_differs check (parent_id <> id)
);
create index accounts_parent_idx on ledger.accounts (company_id, parent_id);

create table ledger.fiscal_periods (
  company_id uuid not null,
  id uuid not null,
  year int not null,
  month int not null check (month between 1 and 12),
  starts_on date not null,
  ends_on date not null,
  status text not null check (status in ('OPEN', 'CLOSED')),
  primary key (company_id, year, month),
  unique (company_id, id),
  unique (company_id, starts_on),
  check (starts_on <= ends_on)
);

create table ledger.period_changes (
  company_id uuid not null,
  year int not null,
  month int not null,
  version int not null,
  status text not null check (status in ('OPEN', 'CLOSED')),
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (company_id, year, month, version),
  foreign key (company_id, year, month) references ledger.fiscal_periods (company_id, year, month)
);

create table ledger.custom_currencies (
  company_id uuid not null,
  code text not null check (code ~ '^[A-Z][A-Z0-9]{1,11}$'),
  minor_units int not null check (minor_units between 0 and 4),
  name text not null,
  primary key (company_id, code)
);

create table ledger.settings (
  company_id uuid primary key,
  approver_must_differ boolean not null
);
