-- Entries with a counterparty, which can settle each other, and the day from which each is settled. What is open on a day
-- is what is open now and what was settled only later: a list of it never reads what was settled before.
create table ledger.counterparty_items (
  company_id uuid not null,
  transaction_id uuid not null,
  line int not null,
  account_id uuid not null,
  counterparty_id uuid not null,
  transaction_date date not null,
  seq bigint not null,
  amount numeric(19, 4) not null check (amount > 0),
  -- The latest of the days of its matchings, once they settle all of it; null while something is open.
  settled_on date,
  primary key (company_id, transaction_id, line)
);

-- What stands already. Its owner is held by the policies of these tables, too, and none would let it see all companies.
alter table ledger.journal_entries no force row level security;
alter table ledger.matched_items no force row level security;
insert into ledger.counterparty_items (company_id, transaction_id, line, account_id, counterparty_id, transaction_date, seq,
    amount, settled_on)
  select j.company_id, j.transaction_id, j.line, j.account_id, j.counterparty_id, j.transaction_date, j.seq,
         j.debit + j.credit, case when m.amount >= j.debit + j.credit then m.date end
  from ledger.journal_entries j
  left join (
    select company_id, transaction_id, line, sum(amount) as amount, max(date) as date
    from ledger.matched_items where is_active group by 1, 2, 3) m using (company_id, transaction_id, line)
  where j.counterparty_id is not null and j.debit + j.credit > 0;
alter table ledger.journal_entries force row level security;
alter table ledger.matched_items force row level security;

create index counterparty_items_open on ledger.counterparty_items
  (company_id, account_id, transaction_date, transaction_id, line) where settled_on is null;
create index counterparty_items_open_of_one on ledger.counterparty_items
  (company_id, account_id, counterparty_id, transaction_date, transaction_id, line) where settled_on is null;
-- For a day in the past: what was settled since is skipped in the index, unless it stood already then.
create index counterparty_items_settled on ledger.counterparty_items
  (company_id, account_id, settled_on, transaction_date, counterparty_id) where settled_on is not null;

alter table ledger.counterparty_items enable row level security;
alter table ledger.counterparty_items force row level security;
create policy tenant on ledger.counterparty_items to {{app_role}}
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy writer on ledger.counterparty_items to {{writer_role}}
  using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
  with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]));
grant select on ledger.counterparty_items to {{app_role}}, {{writer_role}};
grant insert, update on ledger.counterparty_items to {{writer_role}};

-- Items arise with their entries, also when the books are made anew.
create function ledger.items_arise() returns trigger language plpgsql as $$
begin
  insert into ledger.counterparty_items (company_id, transaction_id, line, account_id, counterparty_id, transaction_date, seq,
      amount)
    select company_id, transaction_id, line, account_id, counterparty_id, transaction_date, seq, debit + credit
    from added where counterparty_id is not null and debit + credit > 0;
  return null;
end $$;
create trigger journal_entries_items after insert on ledger.journal_entries
  referencing new table as added for each statement execute function ledger.items_arise();

-- What is matched, or no longer, decides from which day on they are settled.
create function ledger.items_settle() returns trigger language plpgsql as $$
begin
  update ledger.counterparty_items c set settled_on = s.settled_on
    from (
      select i.company_id, i.transaction_id, i.line, case when m.amount >= i.amount then m.date end as settled_on
      from (select distinct company_id, transaction_id, line from changed) n
      join ledger.counterparty_items i using (company_id, transaction_id, line)
      cross join lateral (
        select sum(o.amount) as amount, max(o.date) as date from ledger.matched_items o
        where o.company_id = n.company_id and o.transaction_id = n.transaction_id and o.line = n.line and o.is_active) m) s
    where c.company_id = s.company_id and c.transaction_id = s.transaction_id and c.line = s.line
      and c.settled_on is distinct from s.settled_on;
  return null;
end $$;
create trigger matched_items_settle after insert on ledger.matched_items
  referencing new table as changed for each statement execute function ledger.items_settle();
create trigger matched_items_settle_no_more after update on ledger.matched_items
  referencing new table as changed for each statement execute function ledger.items_settle();

-- Nobody else writes there, not even their owner by hand.
create function ledger.guard_counterparty_items() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() > 1 or ledger.is_rebuilding() then
    return null;
  end if;
  raise exception 'items follow their entries and matchings: % refused', tg_op
    using errcode = 'restrict_violation', constraint = 'counterparty_items_follow';
end $$;
create trigger counterparty_items_follow before insert or update or delete or truncate on ledger.counterparty_items
  for each statement execute function ledger.guard_counterparty_items();

-- Whatever asked for entries of one counterparty asks for items now.
drop index ledger.journal_entries_by_counterparty;
