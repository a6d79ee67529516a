-- Up to which day the books are locked for the documents of an area, though the months be open; who may go past a lock for
-- a while, and which transactions went past it.

-- Each change of an area's lock; the last one counts, without a day it is lifted.
create table ledger.lock_dates (
  company_id uuid not null,
  area text not null check (area in ('LEDGER', 'TAX', 'PAYROLL', 'INVENTORY')),
  version int not null,
  until date,
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (company_id, area, version)
);
create table ledger.lock_exceptions (
  company_id uuid not null,
  id uuid not null,
  area text not null check (area in ('LEDGER', 'TAX', 'PAYROLL', 'INVENTORY')),
  user_id uuid not null,
  until timestamptz not null,
  reason text not null,
  granted_at timestamptz not null,
  granted_by uuid not null,
  revoked_at timestamptz,
  revoked_by uuid,
  revoke_reason text,
  primary key (company_id, id),
  constraint lock_exceptions_revoked check ((revoked_at is null) = (revoke_reason is null))
);
create index lock_exceptions_user on ledger.lock_exceptions (company_id, user_id, area);
create table ledger.lock_exception_uses (
  company_id uuid not null,
  exception_id uuid not null,
  transaction_id uuid not null,
  primary key (company_id, transaction_id),
  constraint lock_exception_uses_exception foreign key (company_id, exception_id)
    references ledger.lock_exceptions (company_id, id),
  constraint lock_exception_uses_transaction foreign key (company_id, transaction_id)
    references ledger.transactions (company_id, id)
);
create index lock_exception_uses_by_exception on ledger.lock_exception_uses (company_id, exception_id);

do $$
declare
  v_table text;
begin
  foreach v_table in array array['lock_dates', 'lock_exceptions', 'lock_exception_uses'] loop
    execute format('alter table ledger.%I enable row level security', v_table);
    execute format('alter table ledger.%I force row level security', v_table);
    execute format($f$create policy tenant on ledger.%I to {{app_role}}
      using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
      with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))$f$, v_table);
    execute format($f$create policy writer on ledger.%I to {{writer_role}}
      using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
      with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))$f$,
      v_table);
    execute format('grant select on ledger.%I to {{app_role}}, {{writer_role}}', v_table);
    execute format('grant insert on ledger.%I to {{writer_role}}', v_table);
  end loop;
end $$;
grant update (revoked_at, revoked_by, revoke_reason) on ledger.lock_exceptions to {{writer_role}};

create function ledger.refuse_rewriting_locks() returns trigger language plpgsql as $$
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op
    using errcode = 'restrict_violation', constraint = 'locks_append_only';
end $$;
create trigger lock_dates_append_only before update or delete or truncate on ledger.lock_dates
  for each statement execute function ledger.refuse_rewriting_locks();
create trigger lock_exceptions_append_only before delete or truncate on ledger.lock_exceptions
  for each statement execute function ledger.refuse_rewriting_locks();
create trigger lock_exception_uses_append_only before update or delete or truncate on ledger.lock_exception_uses
  for each statement execute function ledger.refuse_rewriting_locks();

-- The day up to which an area is locked; null when it is not.
create function ledger.lock_date(p_company uuid, p_area text) returns date
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select l.until from ledger.lock_dates l
  where l.company_id = p_company and l.area = p_area
  order by l.version desc limit 1
$$;
grant execute on function ledger.lock_date(uuid, text) to {{app_role}}, {{writer_role}};

-- The area of a transaction: the subgraph of its document, or of the document of what it reverses; else the ledger.
create function ledger.area_of(p_company uuid, p_transaction uuid) returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select case coalesce(e.data -> 'source' ->> 'subgraph', o.data -> 'source' ->> 'subgraph')
    when 'tax' then 'TAX' when 'payroll' then 'PAYROLL' when 'inventory' then 'INVENTORY' else 'LEDGER' end
  from ledger.event_store e
  left join ledger.event_store o on o.company_id = e.company_id
    and o.aggregate_id = (e.data ->> 'reverses')::uuid and o.event_type = 'TransactionPosted'
  where e.company_id = p_company and e.aggregate_id = p_transaction and e.event_type = 'TransactionPosted'
$$;
grant execute on function ledger.area_of(uuid, uuid) to {{app_role}}, {{writer_role}};

-- Transactions are looked at one by one only where some lock of the company ever reached their day. Changes of locks and
-- postings of a company wait for each other at its head, so that neither passes the other unseen.
create function ledger.guard_locks() returns trigger language plpgsql as $$
declare
  v_bad record;
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  perform from ledger.lock_dates l
    join (select company_id, min(transaction_date) as first from added group by company_id) n
      on n.company_id = l.company_id and l.until >= n.first
    limit 1;
  if not found then
    return null;
  end if;
  select n.transaction_date, n.area into v_bad
    from (select d.*, ledger.area_of(d.company_id, d.transaction_id) as area
          from (select distinct company_id, transaction_id, transaction_date from added) d) n
    join ledger.event_store e on e.company_id = n.company_id and e.aggregate_id = n.transaction_id
      and e.event_type = 'TransactionPosted'
    where n.transaction_date <= ledger.lock_date(n.company_id, n.area)
      and coalesce(ledger.year_end_kind(n.company_id, n.transaction_id, n.transaction_date), '')
        not in ('CLOSING', 'REOPENING')
      and not exists (
        select from ledger.lock_exceptions x
        where x.company_id = n.company_id and x.area = n.area and x.user_id = (e.metadata ->> 'userId')::uuid
          and x.until > e.recorded_at and x.revoked_at is null)
    limit 1;
  if found then
    raise exception '% is locked on %', v_bad.area, v_bad.transaction_date
      using errcode = 'check_violation', constraint = 'journal_entries_unlocked',
            detail = v_bad.area || ' ' || v_bad.transaction_date;
  end if;
  return null;
end $$;
create trigger journal_entries_locks after insert on ledger.journal_entries
  referencing new table as added for each statement execute function ledger.guard_locks();

create function ledger.project_3_locks(p_events ledger.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into ledger.lock_dates (company_id, area, version, until, reason, changed_at, changed_by)
    select e.company_id, d.area, e.version, d.until, d.reason, e.recorded_at, (e.metadata ->> 'userId')::uuid
    from unnest(p_events) e, json_to_record(e.data) as d(area text, until date, reason text)
    where e.event_type = 'LockDateSet';
  insert into ledger.lock_exceptions (company_id, id, area, user_id, until, reason, granted_at, granted_by)
    select e.company_id, e.aggregate_id, d.area, d."userId", d.until, d.reason, e.recorded_at,
           (e.metadata ->> 'userId')::uuid
    from unnest(p_events) e, json_to_record(e.data) as d(area text, "userId" uuid, until timestamptz, reason text)
    where e.event_type = 'LockExceptionGranted';
  update ledger.lock_exceptions x
    set revoked_at = e.recorded_at, revoked_by = (e.metadata ->> 'userId')::uuid, revoke_reason = e.data ->> 'reason'
    from unnest(p_events) e
    where e.event_type = 'LockExceptionRevoked' and x.company_id = e.company_id and x.id = e.aggregate_id;
  insert into ledger.lock_exception_uses (company_id, exception_id, transaction_id)
    select e.company_id, (e.data ->> 'exceptionId')::uuid, (e.data ->> 'transactionId')::uuid
    from unnest(p_events) e where e.event_type = 'LockExceptionUsed';
end $project$;
grant execute on function ledger.project_3_locks(ledger.event_store[]) to {{writer_role}};

-- For the other subgraphs: the last locked day of an area of the company of the transaction; null when it is not locked.
create function ledger_published.lock_date(p_company uuid, p_area text) returns date
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_before text := current_setting('app.company_ids', true);
  v_until date;
begin
  if p_company is distinct from nullif(current_setting('app.company_id', true), '')::uuid then
    raise exception 'the transaction is not of company %', p_company using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.company_ids', array[p_company]::text, true);
  v_until := ledger.lock_date(p_company, p_area);
  perform set_config('app.company_ids', coalesce(v_before, ''), true);
  return v_until;
end $$;
grant create on schema ledger_published to {{writer_role}};
alter function ledger_published.lock_date(uuid, text) owner to {{writer_role}};
revoke create on schema ledger_published from {{writer_role}};
revoke all on function ledger_published.lock_date(uuid, text) from public;
grant execute on function ledger_published.lock_date(uuid, text)
  to {{app_role_of_tax}}, {{app_role_of_payroll}}, {{app_role_of_inventory}};
