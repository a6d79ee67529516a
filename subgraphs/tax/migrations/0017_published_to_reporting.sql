-- Reporting reads in tax's log what counterparties are called.
grant usage on schema tax_published to {{app_role_of_reporting}};
grant execute on function tax_published.log_heads(), tax_published.log_events(uuid, bigint, int),
  tax_published.log_lag(uuid[], bigint[]) to {{app_role_of_reporting}};
