-- Inventory follows what becomes of the postings of its movements, and which months are open.
grant usage on schema ledger_published to {{app_role_of_inventory}};
grant execute on function ledger_published.log_heads(), ledger_published.log_events(uuid, bigint, int),
  ledger_published.log_lag(uuid[], bigint[]) to {{app_role_of_inventory}};
