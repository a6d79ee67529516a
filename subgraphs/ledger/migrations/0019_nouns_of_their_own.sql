-- What is not the books themselves is projected by a function of its own, `ledger.project_<n>_<noun>(events)`, called in
-- the order of their names after the books. They are asked only when something else than transactions happened, so that
-- posting does not pay for them; what they get are all events of the append.
alter function ledger.project_books(ledger.event_store[], text) rename to books_of;
alter function ledger.project_open_items(ledger.event_store[]) rename to project_1_open_items;

create or replace function ledger.project(p_events ledger.event_store[], p_rows text default null) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  v_noun text;
begin
  perform ledger.books_of(p_events, p_rows);
  if not exists (select from unnest(p_events) e
                 where e.event_type not in ('TransactionPosted', 'TransactionDrafted', 'TransactionApproved',
                                            'TransactionReversed')) then
    return;
  end if;
  for v_noun in
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'ledger' and p.proname like 'project\_%' order by 1
  loop
    execute format('select ledger.%I($1)', v_noun) using p_events;
  end loop;
end $project$;
