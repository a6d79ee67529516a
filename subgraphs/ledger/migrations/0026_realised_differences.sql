-- What settlements gain and lose is posted with them: by a transaction that moves lari alone, from what the items were
-- carried at, revaluations that are kept included.

alter table ledger.matchings
  -- Null where debits and credits were carried at the same.
  add column difference_transaction_id uuid,
  add column reversal_transaction_id uuid,
  -- From this day on the items are open again; without it, an ended matching never counted.
  add column ended_on date,
  add constraint matchings_difference foreign key (company_id, difference_transaction_id)
    references ledger.transactions (company_id, id),
  add constraint matchings_reversal foreign key (company_id, reversal_transaction_id)
    references ledger.transactions (company_id, id);
alter table ledger.matched_items add column ended_on date;

-- What a part took of the revaluations of its item, on the item's own side.
create table ledger.matched_revaluations (
  company_id uuid not null,
  matching_id uuid not null,
  transaction_id uuid not null,
  line int not null,
  revaluation_id uuid not null,
  amount_gel numeric(19, 2) not null,
  primary key (company_id, matching_id, transaction_id, line, revaluation_id),
  constraint matched_revaluations_matching foreign key (company_id, matching_id)
    references ledger.matchings (company_id, id),
  constraint matched_revaluations_item foreign key (company_id, transaction_id, line, revaluation_id)
    references ledger.revaluation_items (company_id, transaction_id, line, revaluation_id)
);
create index matched_revaluations_by_item on ledger.matched_revaluations
  (company_id, transaction_id, line, revaluation_id);
create index matched_revaluations_by_revaluation on ledger.matched_revaluations (company_id, revaluation_id);
alter table ledger.matched_revaluations enable row level security;
alter table ledger.matched_revaluations force row level security;
create policy tenant on ledger.matched_revaluations to {{app_role}}
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy writer on ledger.matched_revaluations to {{writer_role}}
  using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
  with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]));
grant select on ledger.matched_revaluations to {{app_role}}, {{writer_role}};
grant insert on ledger.matched_revaluations to {{writer_role}};
create trigger matched_revaluations_append_only before update or delete on ledger.matched_revaluations
  for each row execute function ledger.guard_matching_end();

-- Nothing is matched beyond its amount, on another side or with somebody else than the books say, and debits are credits;
-- a part takes its share of each kept revaluation of its item, and all parts no more than there is.
create or replace function ledger.guard_matching() returns trigger language plpgsql as $$
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
    cross join lateral (
      select coalesce(sum(r.amount_gel), 0) as amount_gel, count(*) as parts
      from ledger.matched_revaluations r
      join ledger.matched_items i on i.company_id = r.company_id and i.matching_id = r.matching_id
        and i.transaction_id = r.transaction_id and i.line = r.line and i.is_active
      where r.company_id = n.company_id and r.transaction_id = n.transaction_id and r.line = n.line) v
    where j.line is null or j.counterparty_id is distinct from m.counterparty_id or j.currency <> m.currency
      or (case n.side when 'DEBIT' then j.debit else j.credit end) < s.amount
      -- Shares of revaluations are rounded by themselves, each to the tetri.
      or (case n.side when 'DEBIT' then j.debit_gel else j.credit_gel end) < s.amount_gel - v.amount_gel - 0.01 * v.parts
    limit 1;
  if found then
    raise exception 'line % of transaction % cannot be matched so', v_bad.line, v_bad.transaction_id
      using errcode = 'check_violation', constraint = 'matched_items_within_amount';
  end if;
  select n.transaction_id, n.line into v_bad
    from added n
    join ledger.revaluation_items i on i.company_id = n.company_id and i.transaction_id = n.transaction_id
      and i.line = n.line
    join ledger.revaluations v on v.company_id = i.company_id and v.id = i.revaluation_id and v.reversal = 'KEEP'
      and v.withdrawn_at is null and v.date <= n.date
    cross join lateral (
      select coalesce(bool_or(r.matching_id = n.matching_id), false) as has_own, coalesce(sum(r.amount_gel), 0) as gel
      from ledger.matched_revaluations r
      join ledger.matched_items o on o.company_id = r.company_id and o.matching_id = r.matching_id
        and o.transaction_id = r.transaction_id and o.line = r.line and o.is_active
      where r.company_id = i.company_id and r.transaction_id = i.transaction_id and r.line = i.line
        and r.revaluation_id = i.revaluation_id) taken
    where not taken.has_own
      or taken.gel not between least(0, i.revalued_gel - i.carrying_gel) and greatest(0, i.revalued_gel - i.carrying_gel)
    limit 1;
  if found then
    raise exception 'line % of transaction % is carried at something else', v_bad.line, v_bad.transaction_id
      using errcode = 'check_violation', constraint = 'matched_items_as_carried';
  end if;
  perform from added n
    join ledger.matched_revaluations r on r.company_id = n.company_id and r.matching_id = n.matching_id
    join ledger.revaluations v on v.company_id = r.company_id and v.id = r.revaluation_id
    where v.withdrawn_at is not null or v.reversal <> 'KEEP' or v.date > n.date
    limit 1;
  if found then
    raise exception 'a settlement starts from a revaluation that is not in force'
      using errcode = 'check_violation', constraint = 'matched_items_as_carried';
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

create or replace function ledger.guard_matching_end() returns trigger language plpgsql as $$
begin
  if ledger.is_rebuilding() then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'matchings' and to_jsonb(old) ->> 'unmatched_at' is null
     and (to_jsonb(new) - '{unmatched_at,unmatched_by,unmatch_reason,ended_on,reversal_transaction_id}'::text[])
       = (to_jsonb(old) - '{unmatched_at,unmatched_by,unmatch_reason,ended_on,reversal_transaction_id}'::text[]) then
    return new;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'matched_items' and (to_jsonb(old) ->> 'is_active')::bool
     and (to_jsonb(new) - '{is_active,ended_on}'::text[]) = (to_jsonb(old) - '{is_active,ended_on}'::text[]) then
    return new;
  end if;
  raise exception 'what was matched is not rewritten: % refused', tg_op
    using errcode = 'restrict_violation', constraint = 'matchings_append_only';
end $$;

create or replace function ledger.guard_revaluation_items() returns trigger language plpgsql as $$
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  perform from added n
    join ledger.revaluations r on r.company_id = n.company_id and r.id = n.revaluation_id
    join ledger.revaluation_lines l on l.company_id = n.company_id and l.revaluation_id = n.revaluation_id
      and l.line = n.revaluation_line
    join ledger.transactions t on t.company_id = n.company_id and t.id = n.transaction_id
    left join ledger.journal_entries j on j.company_id = n.company_id and j.account_id = l.account_id
      and j.transaction_date = t.transaction_date and j.seq = t.seq and j.line = n.line
    cross join lateral (
      select coalesce(sum(i.amount), 0) as amount from ledger.matched_items i
      where i.company_id = n.company_id and i.transaction_id = n.transaction_id and i.line = n.line
        and (i.is_active or i.ended_on > r.date) and i.date <= r.date) m
    where j.line is null or (case n.side when 'DEBIT' then j.debit else j.credit end) - m.amount <> n.open
    limit 1;
  if found then
    raise exception 'an item is open by another amount than is revalued'
      using errcode = 'check_violation', constraint = 'revaluation_items_as_open';
  end if;
  return null;
end $$;

-- Nothing is taken back from under the settlements that started from it.
create function ledger.guard_withdrawal() returns trigger language plpgsql as $$
begin
  if ledger.is_rebuilding() then
    return new;
  end if;
  perform from ledger.matched_revaluations r
    join ledger.matched_items i on i.company_id = r.company_id and i.matching_id = r.matching_id
      and i.transaction_id = r.transaction_id and i.line = r.line and i.is_active
    where r.company_id = new.company_id and r.revaluation_id = new.id
    limit 1;
  if found then
    raise exception 'settlements started from the revaluation %', new.id
      using errcode = 'check_violation', constraint = 'revaluations_in_use';
  end if;
  return new;
end $$;
create trigger revaluations_in_use before update on ledger.revaluations
  for each row when (new.withdrawn_at is not null) execute function ledger.guard_withdrawal();

create or replace function ledger.project_1_open_items(p_events ledger.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  v_types text[];
begin
  select array_agg(distinct e.event_type) into v_types from unnest(p_events) e
    where e.event_type in ('ItemsMatched', 'ItemsUnmatched');
  if 'ItemsMatched' = any (v_types) then
    insert into ledger.matchings (company_id, id, account_id, counterparty_id, currency, date, amount, difference_gel,
        difference_transaction_id, matched_at, matched_by)
      select e.company_id, d."matchingId", d."accountId", d."counterpartyId", d.currency, d.date, d.amount,
             d."differenceGel", d."differenceTransactionId", e.recorded_at, (e.metadata ->> 'userId')::uuid
      from unnest(p_events) e,
        json_to_record(e.data) as d("matchingId" uuid, "accountId" uuid, "counterpartyId" uuid, currency text, date date,
                                    amount numeric, "differenceGel" numeric, "differenceTransactionId" uuid)
      where e.event_type = 'ItemsMatched';
    insert into ledger.matched_revaluations (company_id, matching_id, transaction_id, line, revaluation_id, amount_gel)
      select e.company_id, (e.data ->> 'matchingId')::uuid, i."transactionId", i.line, r."revaluationId", r."amountGel"
      from unnest(p_events) e,
        json_to_recordset(e.data -> 'items') as i("transactionId" uuid, line int, revalued json),
        json_to_recordset(i.revalued) as r("revaluationId" uuid, "amountGel" numeric)
      where e.event_type = 'ItemsMatched' and i.revalued is not null;
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
          unmatch_reason = e.data ->> 'reason', ended_on = (e.data ->> 'on')::date,
          reversal_transaction_id = (e.data ->> 'reversalTransactionId')::uuid
      from unnest(p_events) e
      where e.event_type = 'ItemsUnmatched' and m.company_id = e.company_id
        and m.id = (e.data ->> 'matchingId')::uuid;
    update ledger.matched_items i set is_active = false, ended_on = (e.data ->> 'on')::date
      from unnest(p_events) e
      where e.event_type = 'ItemsUnmatched' and i.company_id = e.company_id
        and i.matching_id = (e.data ->> 'matchingId')::uuid;
  end if;
end $project$;
