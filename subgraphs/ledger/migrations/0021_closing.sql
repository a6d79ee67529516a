-- Months are closed in order, and years as a whole: what a year earned goes to retained earnings by one transaction on its
-- last day, which alone is let into closed months, with the adjustments that come before it (period 13) and its reversal.

-- Each closing of a year and each reopening; the last one says how the year stands, none that it is open.
create table ledger.year_closings (
  company_id uuid not null,
  year int not null,
  version int not null,
  status text not null check (status in ('OPEN', 'CLOSED')),
  reason text not null,
  -- The closing entry, or its reversal; null where there was nothing to close.
  transaction_id uuid,
  -- What the year earned, negative for a loss; of closings.
  result_gel numeric(19, 2),
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (company_id, year, version),
  constraint year_closings_result check ((status = 'CLOSED') = (result_gel is not null)),
  constraint year_closings_transaction foreign key (company_id, transaction_id)
    references ledger.transactions (company_id, id)
);
alter table ledger.year_closings enable row level security;
alter table ledger.year_closings force row level security;
create policy tenant on ledger.year_closings to {{app_role}}
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy writer on ledger.year_closings to {{writer_role}}
  using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
  with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]));
grant select on ledger.year_closings to {{app_role}}, {{writer_role}};
grant insert on ledger.year_closings to {{writer_role}};

create function ledger.is_year_closed(p_company uuid, p_year int) returns boolean
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select coalesce((
    select c.status = 'CLOSED' from ledger.year_closings c
    where c.company_id = p_company and c.year = p_year
    order by c.version desc limit 1), false)
$$;
grant execute on function ledger.is_year_closed(uuid, int) to {{app_role}}, {{writer_role}};

-- No open month before a closed one, whichever of the two has just become so. What was otherwise before stays as it is.
create function ledger.guard_periods() returns trigger language plpgsql as $$
declare
  v_bad record;
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  select c.starts_on, o.starts_on as other, c.status into v_bad
    from changed c
    join ledger.fiscal_periods o on o.company_id = c.company_id
      and (c.status = 'CLOSED' and o.status = 'OPEN' and o.starts_on < c.starts_on
        or c.status = 'OPEN' and o.status = 'CLOSED' and o.starts_on > c.starts_on)
    limit 1;
  if found then
    raise exception 'the month of % cannot be % beside that of %', v_bad.starts_on, v_bad.status, v_bad.other
      using errcode = 'check_violation', constraint = 'fiscal_periods_in_order';
  end if;
  select c.starts_on into v_bad from changed c
    where c.status = 'OPEN' and ledger.is_year_closed(c.company_id, c.year)
    limit 1;
  if found then
    raise exception 'the year of % is closed', v_bad.starts_on
      using errcode = 'check_violation', constraint = 'fiscal_periods_of_open_year';
  end if;
  return null;
end $$;
create trigger fiscal_periods_guard_new after insert on ledger.fiscal_periods
  referencing new table as changed for each statement execute function ledger.guard_periods();
create trigger fiscal_periods_guard_changed after update on ledger.fiscal_periods
  referencing new table as changed for each statement execute function ledger.guard_periods();

-- A year is closed when its months are and when nothing is left on an account of revenue or expense; then it stays so
-- until it is reopened.
create function ledger.guard_year_closings() returns trigger language plpgsql as $$
declare
  v_bad record;
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  select n.year into v_bad from added n
    where (n.status = 'CLOSED') = coalesce((
      select c.status = 'CLOSED' from ledger.year_closings c
      where c.company_id = n.company_id and c.year = n.year and c.version < n.version
      order by c.version desc limit 1), false);
  if found then
    raise exception 'the year % is so already', v_bad.year
      using errcode = 'check_violation', constraint = 'year_closings_alternate';
  end if;
  select n.year into v_bad from added n
    where n.status = 'CLOSED' and 12 <> (
      select count(*) from ledger.fiscal_periods p
      where p.company_id = n.company_id and p.year = n.year and p.status = 'CLOSED');
  if found then
    raise exception 'the year % has months that are open', v_bad.year
      using errcode = 'check_violation', constraint = 'year_closings_of_closed_months';
  end if;
  select n.year, t.account_id into v_bad
    from added n
    join ledger.accounts a on a.company_id = n.company_id and a.type in ('REVENUE', 'EXPENSE')
    join ledger.account_turnover t on t.company_id = a.company_id and t.account_id = a.id and t.level = 'year'
      and t.period <= make_date(n.year, 1, 1)
    where n.status = 'CLOSED'
    group by n.year, t.account_id
    having sum(t.debit_gel - t.credit_gel) <> 0
    limit 1;
  if found then
    raise exception 'account % is not at zero at the end of %', v_bad.account_id, v_bad.year
      using errcode = 'check_violation', constraint = 'year_closings_at_zero';
  end if;
  return null;
end $$;
create trigger year_closings_guard after insert on ledger.year_closings
  referencing new table as added for each statement execute function ledger.guard_year_closings();

create function ledger.refuse_rewriting_closings() returns trigger language plpgsql as $$
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op
    using errcode = 'restrict_violation', constraint = 'year_closings_append_only';
end $$;
create trigger year_closings_append_only before update or delete or truncate on ledger.year_closings
  for each statement execute function ledger.refuse_rewriting_closings();

-- What a transaction on the last day of a year is to the end of that year: CLOSING, REOPENING (its reversal) or ADJUSTMENT
-- (period 13), as long as it may be so; null for all others. Read from the event, which is written before the books are.
create function ledger.year_end_kind(p_company uuid, p_transaction uuid, p_date date) returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select case
    when e.data ->> 'isYearEndAdjustment' = 'true' then
      case when not y.is_closed then 'ADJUSTMENT' end
    when e.data -> 'source' ->> 'subgraph' = 'ledger' and e.data -> 'source' ->> 'type' = 'YearEndClosing'
         and e.data -> 'source' ->> 'id' = y.year::text then
      case
        when e.data ->> 'reverses' is null and not y.is_closed then 'CLOSING'
        when e.data ->> 'reverses' is not null and y.is_closed then 'REOPENING'
      end
    end
  from (select extract(year from p_date)::int as year,
               ledger.is_year_closed(p_company, extract(year from p_date)::int) as is_closed) y
  join ledger.fiscal_periods p on p.company_id = p_company and p.year = y.year and p.month = 12 and p.ends_on = p_date
    and p.status = 'CLOSED'
  join ledger.event_store e on e.company_id = p_company and e.aggregate_id = p_transaction
    and e.event_type = 'TransactionPosted'
$$;
grant execute on function ledger.year_end_kind(uuid, uuid, date) to {{writer_role}};

-- Entries arrive by statement, whole transactions at a time: sums, accounts and periods are checked set-wise. Only what
-- looks wrong is looked at by transaction, for those that may enter a closed December.
create or replace function ledger.guard_journal() returns trigger language plpgsql as $$
declare
  v_bad record;
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  select transaction_id, sum(debit_gel) - sum(credit_gel) as difference into v_bad from added
    group by company_id, transaction_id
    having sum(debit_gel) <> sum(credit_gel) or count(*) < 2
    limit 1;
  if found then
    raise exception 'transaction % is not balanced: debit - credit = %', v_bad.transaction_id, v_bad.difference
      using errcode = 'check_violation', constraint = 'journal_entries_balanced';
  end if;

  perform from (select distinct company_id, account_id, currency from added) n
    left join ledger.accounts a on a.company_id = n.company_id and a.id = n.account_id
    where a.id is null or not a.is_active or a.is_heading or a.currency <> n.currency
    limit 1;
  if found then
    -- A closing takes back what stands on accounts that were deactivated since, and its reversal puts it there again.
    select n.account_id into v_bad
      from added n left join ledger.accounts a on a.company_id = n.company_id and a.id = n.account_id
      where a.id is null or a.is_heading or a.currency <> n.currency
        or not a.is_active and coalesce(
          ledger.year_end_kind(n.company_id, n.transaction_id, n.transaction_date), '') not in ('CLOSING', 'REOPENING')
      limit 1;
    if found then
      raise exception 'account % takes no such posting', v_bad.account_id
        using errcode = 'check_violation', constraint = 'journal_entries_account_postable';
    end if;
  end if;

  -- The lock on the period waits for a closing that is under way, and makes a later one wait for us.
  perform from ledger.fiscal_periods p
    join (select distinct company_id, transaction_date from added) n
      on p.company_id = n.company_id and n.transaction_date between p.starts_on and p.ends_on
    order by p.company_id, p.year, p.month
    for share of p;
  perform from (select distinct company_id, transaction_date from added) n
    left join ledger.fiscal_periods p
      on p.company_id = n.company_id and n.transaction_date between p.starts_on and p.ends_on
    where p.status is distinct from 'OPEN'
    limit 1;
  if found then
    select n.transaction_date into v_bad
      from (select distinct company_id, transaction_id, transaction_date from added) n
      left join ledger.fiscal_periods p
        on p.company_id = n.company_id and n.transaction_date between p.starts_on and p.ends_on
      where p.status is distinct from 'OPEN'
        and ledger.year_end_kind(n.company_id, n.transaction_id, n.transaction_date) is null
      limit 1;
    if found then
      raise exception 'no open period on %', v_bad.transaction_date
        using errcode = 'check_violation', constraint = 'journal_entries_period_open';
    end if;
  end if;
  return null;
end $$;

create function ledger.project_3_closing(p_events ledger.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into ledger.year_closings (company_id, year, version, status, reason, transaction_id, result_gel, changed_at,
      changed_by)
    select e.company_id, d.year, e.version, case e.event_type when 'YearClosed' then 'CLOSED' else 'OPEN' end, d.reason,
           d."transactionId", d."resultGel", e.recorded_at, (e.metadata ->> 'userId')::uuid
    from unnest(p_events) e,
      json_to_record(e.data) as d(year int, reason text, "transactionId" uuid, "resultGel" numeric)
    where e.event_type in ('YearClosed', 'YearReopened');
end $project$;
grant execute on function ledger.project_3_closing(ledger.event_store[]) to {{writer_role}};
