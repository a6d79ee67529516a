-- Payroll follows what becomes of the postings of its runs.
grant usage on schema ledger_published to {{app_role_of_payroll}};
grant execute on function ledger_published.log_heads(), ledger_published.log_events(uuid, bigint, int),
  ledger_published.log_lag(uuid[], bigint[]) to {{app_role_of_payroll}};
