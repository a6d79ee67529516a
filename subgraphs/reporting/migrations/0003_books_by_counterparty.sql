-- What one counterparty turned over is found whatever others there are.
create index counterparty_turnover_of_one on reporting.counterparty_turnover
  (company_id, counterparty_id, account_id, level, period);
create index counterparty_turnover_of_account on reporting.counterparty_turnover
  (company_id, account_id, level, period, counterparty_id);
