--! include published_log.sql
--! include reads_other_logs.sql

-- The tax subgraph follows what becomes of its postings, and every entry on an account of VAT.
grant usage on schema ledger_published to {{app_role_of_tax}};
grant execute on function ledger_published.log_heads(), ledger_published.log_events(uuid, bigint, int),
  ledger_published.log_lag(uuid[], bigint[]) to {{app_role_of_tax}};
