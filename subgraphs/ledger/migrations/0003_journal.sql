-- Transactions, the journal's entries by month, and the turnover from which every balance is summed.

create table ledger.transactions (
  company_id uuid not null,
  id uuid not null,
  status text not null check (status in ('DRAFT', 'APPROVED', 'POSTED', 'REVERSED')),
  transaction_date date not null,
  description text not null,
  reference text,
  total_gel numeric(19, 2) not null check (total_gel > 0),
  entries json not null,
  attachments json not null,
  seq bigint,
  document_year int,
  document_number bigint,
  reverses_id uuid,
  reversal_reason text,
  reversed_by_id uuid,
  version int not null,
  created_at timestamptz not null,
  created_by uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  posted_at timestamptz,
  posted_by uuid,
  primary key (company_id, id),
  constraint transactions_number_unique unique (company_id, document_year, document_number),
  constraint transactions_posted_complete check (
    (status in ('POSTED', 'REVERSED')) = (seq is not null and document_number is not null and posted_at is not null)),
  constraint transactions_reverses foreign key (company_id, reverses_id) references ledger.transactions (company_id, id)
);
create index transactions_by_date on ledger.transactions (company_id, transaction_date, id);
-- A transaction is reversed at most once.
create unique index transactions_reversed_once on ledger.transactions (company_id, reverses_id)
  where reverses_id is not null;

-- The books. Partitioned by month of the transaction date; the key serves the account's history.
create table ledger.journal_entries (
  company_id uuid not null,
  account_id uuid not null,
  transaction_date date not null,
  seq bigint not null,
  line int not null check (line > 0),
  transaction_id uuid not null,
  currency text not null,
  debit numeric(19, 4) not null check (debit >= 0),
  credit numeric(19, 4) not null check (credit >= 0),
  debit_gel numeric(19, 2) not null check (debit_gel >= 0),
  credit_gel numeric(19, 2) not null check (credit_gel >= 0),
  description text,
  primary key (company_id, account_id, transaction_date, seq, line),
  constraint journal_entries_one_side check ((debit > 0) <> (credit > 0)),
  constraint journal_entries_same_side check (
    (debit > 0 or debit_gel = 0) and (credit > 0 or credit_gel = 0)),
  constraint journal_entries_gel_is_itself check (currency <> 'GEL' or (debit = debit_gel and credit = credit_gel))
) partition by range (transaction_date);

-- Sums of debits and credits by account, currency and calendar bucket. Only ever added to, in any order.
create table ledger.account_turnover (
  company_id uuid not null,
  level text not null check (level in ('year', 'month', 'day')),
  period date not null,
  account_id uuid not null,
  currency text not null,
  debit numeric(24, 4) not null,
  credit numeric(24, 4) not null,
  debit_gel numeric(22, 2) not null,
  credit_gel numeric(22, 2) not null,
  primary key (company_id, level, period, account_id, currency),
  -- Also what forbids the deletion of an account with postings.
  constraint account_turnover_account foreign key (company_id, account_id)
    references ledger.accounts (company_id, id)
) with (fillfactor = 60);
create index account_turnover_by_account on ledger.account_turnover (company_id, account_id, level, period);
