-- What settles an entry is asked of every entry that a list of open items looks at, on any day: also for matchings that have
-- ended since, which the index left out.
create index matched_items_of_entry on ledger.matched_items (company_id, transaction_id, line)
  include (amount, amount_gel, date, is_active, ended_on);
drop index ledger.matched_items_by_item;
