-- Reporting reads everything that is posted.
grant usage on schema ledger_published to {{app_role_of_reporting}};
grant execute on function ledger_published.log_heads(), ledger_published.log_events(uuid, bigint, int),
  ledger_published.log_lag(uuid[], bigint[]) to {{app_role_of_reporting}};
