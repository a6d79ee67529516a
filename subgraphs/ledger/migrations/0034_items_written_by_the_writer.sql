-- Who posts or matches writes the items, too: as the writer role, which row-level security holds to the companies of the
-- append, and not with the rights of the owner. That nothing but the triggers does it is guarded as before.
grant insert, update on ledger.counterparty_items to {{writer_role}};
alter function ledger.items_arise() security invoker reset all;
alter function ledger.items_settle() security invoker reset all;
