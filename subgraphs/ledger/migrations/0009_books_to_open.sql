-- The ledger opens the books of companies that identity has entered: it may ask for them and say that it is done.
grant usage on schema identity_published to {{app_role}};
grant execute on function identity_published.books_to_open(uuid[], int), identity_published.books_are_open(uuid)
  to {{app_role}};
