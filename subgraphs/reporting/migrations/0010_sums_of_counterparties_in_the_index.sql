-- Lists of all counterparties read so many sums that fetching each from its place in the table was most of their cost: the
-- index that finds them holds them, too.
create index counterparty_turnover_by_account on reporting.counterparty_turnover
  (company_id, account_id, level, period, counterparty_id) include (debit_gel, credit_gel);
drop index reporting.counterparty_turnover_of_account;
