-- Which entries settle which others: on an account of receivables, payables or advances, with one counterparty, in one
-- currency. What is not settled is open, and is never written down: it is the entry less its active matchings.

create table ledger.matchings (
  company_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  counterparty_id uuid not null,
  currency text not null,
  -- The latest of the days of its items: from this day on they settle each other.
  date date not null,
  amount numeric(19, 4) not null check (amount > 0),
  -- What the debits were carried at in lari, less the credits.
  difference_gel numeric(19, 2) not null,
  matched_at timestamptz not null,
  matched_by uuid not null,
  unmatched_at timestamptz,
  unmatched_by uuid,
  unmatch_reason text,
  primary key (company_id, id),
  constraint matchings_account foreign key (company_id, account_id) references ledger.accounts (company_id, id),
  constraint matchings_unmatched_complete check (
    (unmatched_at is null) = (unmatched_by is null) and (unmatched_at is null) = (unmatch_reason is null))
);

create table ledger.matched_items (
  company_id uuid not null,
  matching_id uuid not null,
  transaction_id uuid not null,
  line int not null,
  side text not null check (side in ('DEBIT', 'CREDIT')),
  date date not null,
  amount numeric(19, 4) not null check (amount > 0),
  amount_gel numeric(19, 2) not null check (amount_gel >= 0),
  is_active bool not null default true,
  primary key (company_id, matching_id, transaction_id, line),
  constraint matched_items_matching foreign key (company_id, matching_id) references ledger.matchings (company_id, id),
  constraint matched_items_transaction foreign key (company_id, transaction_id)
    references ledger.transactions (company_id, id)
);
create index matched_items_by_item on ledger.matched_items (company_id, transaction_id, line) where is_active;

do $$
declare
  t text;
begin
  foreach t in array array['matchings', 'matched_items'] loop
    execute format('alter table ledger.%I enable row level security', t);
    execute format('alter table ledger.%I force row level security', t);
    execute format($policy$create policy tenant on ledger.%I to {{app_role}}
      using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
      with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))$policy$, t);
    execute format($policy$create policy writer on ledger.%I to {{writer_role}}
      using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
      with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))$policy$, t);
    execute format('grant select on ledger.%I to {{app_role}}, {{writer_role}}', t);
  end loop;
end $$;
grant insert, update on ledger.matchings, ledger.matched_items to {{writer_role}};

-- The entries of one counterparty on one account, for lists of what is open.
create index journal_entries_by_counterparty
  on ledger.journal_entries (company_id, account_id, counterparty_id, transaction_date) where counterparty_id is not null;

-- Nothing is matched beyond its amount, on another side or with somebody else than the books say, and debits are credits.
-- Appends of one company come one after the other, so nobody can slip in between.
create function ledger.guard_matching() returns trigger language plpgsql as $$
declare
  v_bad record;
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  select n.transaction_id, n.line into v_bad
    from added n
    join ledger.matchings m on m.company_id = n.company_id and m.id = n.matching_id
    left join ledger.transactions t on t.company_id = n.company_id and t.id = n.transaction_id
    left join ledger.journal_entries j on j.company_id = n.company_id and j.account_id = m.account_id
      and j.transaction_date = t.transaction_date and j.seq = t.seq and j.line = n.line
    cross join lateral (
      select sum(i.amount) as amount, sum(i.amount_gel) as amount_gel from ledger.matched_items i
      where i.company_id = n.company_id and i.transaction_id = n.transaction_id and i.line = n.line and i.is_active) s
    where j.line is null or j.counterparty_id is distinct from m.counterparty_id or j.currency <> m.currency
      or (case n.side when 'DEBIT' then j.debit else j.credit end) < s.amount
      or (case n.side when 'DEBIT' then j.debit_gel else j.credit_gel end) < s.amount_gel
    limit 1;
  if found then
    raise exception 'line % of transaction % cannot be matched so', v_bad.line, v_bad.transaction_id
      using errcode = 'check_violation', constraint = 'matched_items_within_amount';
  end if;
  select n.matching_id into v_bad from added n
    group by n.company_id, n.matching_id
    having sum(n.amount) filter (where n.side = 'DEBIT') is distinct from sum(n.amount) filter (where n.side = 'CREDIT')
    limit 1;
  if found then
    raise exception 'matching % does not balance', v_bad.matching_id
      using errcode = 'check_violation', constraint = 'matched_items_balanced';
  end if;
  return null;
end $$;
create trigger matched_items_guard after insert on ledger.matched_items
  referencing new table as added for each statement execute function ledger.guard_matching();

-- What was matched is never rewritten: a matching ends once, and its items with it.
create function ledger.guard_matching_end() returns trigger language plpgsql as $$
begin
  if ledger.is_rebuilding() then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'matchings' and to_jsonb(old) ->> 'unmatched_at' is null
     and (to_jsonb(new) - '{unmatched_at,unmatched_by,unmatch_reason}'::text[])
       = (to_jsonb(old) - '{unmatched_at,unmatched_by,unmatch_reason}'::text[]) then
    return new;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'matched_items' and (to_jsonb(old) ->> 'is_active')::bool
     and (to_jsonb(new) - 'is_active') = (to_jsonb(old) - 'is_active') then
    return new;
  end if;
  raise exception 'what was matched is not rewritten: % refused', tg_op
    using errcode = 'restrict_violation', constraint = 'matchings_append_only';
end $$;
create trigger matchings_append_only before update or delete on ledger.matchings
  for each row execute function ledger.guard_matching_end();
create trigger matched_items_append_only before update or delete on ledger.matched_items
  for each row execute function ledger.guard_matching_end();

create function ledger.project_open_items(p_events ledger.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  v_types text[];
begin
  select array_agg(distinct e.event_type) into v_types from unnest(p_events) e
    where e.event_type in ('ItemsMatched', 'ItemsUnmatched');
  if 'ItemsMatched' = any (v_types) then
    insert into ledger.matchings (company_id, id, account_id, counterparty_id, currency, date, amount, difference_gel,
        matched_at, matched_by)
      select e.company_id, d."matchingId", d."accountId", d."counterpartyId", d.currency, d.date, d.amount,
             d."differenceGel", e.recorded_at, (e.metadata ->> 'userId')::uuid
      from unnest(p_events) e,
        json_to_record(e.data) as d("matchingId" uuid, "accountId" uuid, "counterpartyId" uuid, currency text, date date,
                                    amount numeric, "differenceGel" numeric)
      where e.event_type = 'ItemsMatched';
    insert into ledger.matched_items (company_id, matching_id, transaction_id, line, side, date, amount, amount_gel)
      select e.company_id, (e.data ->> 'matchingId')::uuid, i."transactionId", i.line, i.side,
             (e.data ->> 'date')::date, i.amount, i."amountGel"
      from unnest(p_events) e,
        json_to_recordset(e.data -> 'items')
          as i("transactionId" uuid, line int, side text, amount numeric, "amountGel" numeric)
      where e.event_type = 'ItemsMatched';
  end if;
  if 'ItemsUnmatched' = any (v_types) then
    update ledger.matchings m
      set unmatched_at = e.recorded_at, unmatched_by = (e.metadata ->> 'userId')::uuid,
          unmatch_reason = e.data ->> 'reason'
      from unnest(p_events) e
      where e.event_type = 'ItemsUnmatched' and m.company_id = e.company_id
        and m.id = (e.data ->> 'matchingId')::uuid;
    update ledger.matched_items i set is_active = false
      from unnest(p_events) e
      where e.event_type = 'ItemsUnmatched' and i.company_id = e.company_id
        and i.matching_id = (e.data ->> 'matchingId')::uuid;
  end if;
end $project$;
grant execute on function ledger.project_open_items(ledger.event_store[]) to {{writer_role}};

-- The books first, then what speaks of them.
alter function ledger.project(ledger.event_store[], text) rename to project_books;
create function ledger.project(p_events ledger.event_store[], p_rows text default null) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  perform ledger.project_books(p_events, p_rows);
  perform ledger.project_open_items(p_events);
end $project$;
grant execute on function ledger.project(ledger.event_store[], text) to {{writer_role}};
