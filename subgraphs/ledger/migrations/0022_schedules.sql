-- What is recorded again and again, undone on a day, or spread over months: templates of recurring entries, reversals that
-- are planned, and parts of prepaid expenses or deferred income. Nothing here is posted by itself: what is due is listed,
-- and posted when somebody says so.
insert into ledger.default_posting_accounts (role, account_code, name_ka, name_en) values
  ('ACCRUED_INCOME', '1890', 'დარიცხული შემოსავლები', 'Accrued income'),
  ('DEFERRED_INCOME', '4410', 'გადავადებული შემოსავალი', 'Deferred income');

create table ledger.recurring_entries (
  company_id uuid not null,
  id uuid not null,
  -- Each with the first day on which it counts, up to that of the next: rule, description, entries, who and why.
  versions jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null,
  -- The last day on which something recurs, when it was ended.
  ended_on date,
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  primary key (company_id, id),
  constraint recurring_entries_ended_complete check (
    (ended_on is null) = (ended_at is null) and (ended_on is null) = (ended_by is null)
    and (ended_on is null) = (end_reason is null))
);

-- What became of an occurrence. One that is not here is still to come, or due.
create table ledger.recurring_occurrences (
  company_id uuid not null,
  recurring_id uuid not null,
  date date not null,
  -- Which version of the template it came from.
  version int not null,
  transaction_id uuid,
  skip_reason text,
  done_at timestamptz not null,
  done_by uuid not null,
  primary key (company_id, recurring_id, date),
  constraint recurring_occurrences_entry foreign key (company_id, recurring_id)
    references ledger.recurring_entries (company_id, id),
  constraint recurring_occurrences_transaction foreign key (company_id, transaction_id)
    references ledger.transactions (company_id, id),
  constraint recurring_occurrences_posted_or_skipped check ((transaction_id is null) = (skip_reason is not null))
);

create table ledger.reversing_entries (
  company_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('REVERSAL', 'ACCRUED_EXPENSE', 'ACCRUED_INCOME')),
  transaction_id uuid not null,
  date date not null,
  reason text not null,
  scheduled_at timestamptz not null,
  scheduled_by uuid not null,
  cancelled_at timestamptz,
  cancelled_by uuid,
  cancel_reason text,
  reversal_id uuid,
  primary key (company_id, id),
  constraint reversing_entries_once unique (company_id, transaction_id),
  constraint reversing_entries_transaction foreign key (company_id, transaction_id)
    references ledger.transactions (company_id, id),
  constraint reversing_entries_reversal foreign key (company_id, reversal_id)
    references ledger.transactions (company_id, id),
  constraint reversing_entries_cancelled_complete check (
    (cancelled_at is null) = (cancelled_by is null) and (cancelled_at is null) = (cancel_reason is null)),
  constraint reversing_entries_one_end check (cancelled_at is null or reversal_id is null)
);
create index reversing_entries_due on ledger.reversing_entries (company_id, date, id)
  where cancelled_at is null and reversal_id is null;

create table ledger.spreads (
  company_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('PREPAID_EXPENSE', 'DEFERRED_INCOME')),
  description text not null,
  reference text,
  counterparty_id uuid,
  dimensions jsonb not null,
  -- The account that the amount stands on, and since when; the accounts that it goes to are those of the plans.
  from_account_id uuid not null,
  transaction_id uuid,
  carried_from date not null,
  amount numeric(19, 2) not null check (amount > 0),
  -- Each with its span, method, account, who and why.
  plans jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (company_id, id),
  constraint spreads_from_account foreign key (company_id, from_account_id) references ledger.accounts (company_id, id),
  constraint spreads_transaction foreign key (company_id, transaction_id) references ledger.transactions (company_id, id)
);

create table ledger.spread_parts (
  company_id uuid not null,
  spread_id uuid not null,
  number int not null check (number > 0),
  plan int not null,
  date date not null,
  amount numeric(19, 2) not null check (amount > 0),
  -- True when a later plan spreads this part anew: it was not posted then, or its posting was reversed.
  is_replaced bool not null default false,
  transaction_id uuid,
  primary key (company_id, spread_id, number),
  constraint spread_parts_spread foreign key (company_id, spread_id) references ledger.spreads (company_id, id),
  constraint spread_parts_transaction foreign key (company_id, transaction_id)
    references ledger.transactions (company_id, id)
);
create index spread_parts_due on ledger.spread_parts (company_id, date, spread_id, number)
  where transaction_id is null and not is_replaced;

do $$
declare
  t text;
begin
  foreach t in array array['recurring_entries', 'recurring_occurrences', 'reversing_entries', 'spreads', 'spread_parts'] loop
    execute format('alter table ledger.%I enable row level security', t);
    execute format('alter table ledger.%I force row level security', t);
    execute format($policy$create policy tenant on ledger.%I to {{app_role}}
      using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
      with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))$policy$, t);
    execute format($policy$create policy writer on ledger.%I to {{writer_role}}
      using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
      with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))$policy$, t);
    execute format('grant select on ledger.%I to {{app_role}}, {{writer_role}}', t);
    execute format('grant insert on ledger.%I to {{writer_role}}', t);
  end loop;
end $$;
grant update on ledger.recurring_entries, ledger.reversing_entries, ledger.spreads, ledger.spread_parts to {{writer_role}};

-- What was planned changes only in the columns named, and what was posted, skipped or ended stays as it is.
create function ledger.guard_schedule() returns trigger language plpgsql as $$
declare
  v_old jsonb := to_jsonb(old);
begin
  if ledger.is_rebuilding() then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and (to_jsonb(new) - tg_argv) = (v_old - tg_argv)
     and v_old ->> 'ended_at' is null and v_old ->> 'reversal_id' is null
     and (tg_table_name <> 'spread_parts'
          or (not (v_old ->> 'is_replaced')::bool
              and (v_old ->> 'transaction_id' is null or to_jsonb(new) ->> 'transaction_id' = v_old ->> 'transaction_id'))) then
    return new;
  end if;
  raise exception 'what was planned or done is not rewritten: % on % refused', tg_op, tg_table_name
    using errcode = 'restrict_violation', constraint = 'schedules_append_only';
end $$;
create trigger recurring_entries_guard before update or delete on ledger.recurring_entries
  for each row execute function ledger.guard_schedule('versions', 'ended_on', 'ended_at', 'ended_by', 'end_reason');
create trigger recurring_occurrences_guard before update or delete on ledger.recurring_occurrences
  for each row execute function ledger.guard_schedule();
create trigger reversing_entries_guard before update or delete on ledger.reversing_entries
  for each row execute function ledger.guard_schedule('date', 'reason', 'scheduled_at', 'scheduled_by', 'cancelled_at',
    'cancelled_by', 'cancel_reason', 'reversal_id');
create trigger spreads_guard before update or delete on ledger.spreads
  for each row execute function ledger.guard_schedule('amount', 'plans');
create trigger spread_parts_guard before update or delete on ledger.spread_parts
  for each row execute function ledger.guard_schedule('is_replaced', 'transaction_id');

-- The parts that count come to the whole, to the tetri, with every plan.
create function ledger.guard_spread() returns trigger language plpgsql as $$
declare
  v_bad record;
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  select s.id into v_bad
    from (select distinct company_id, spread_id from added) a
    join ledger.spreads s on s.company_id = a.company_id and s.id = a.spread_id
    cross join lateral (select sum(p.amount) as amount from ledger.spread_parts p
      where p.company_id = s.company_id and p.spread_id = s.id and not p.is_replaced) p
    where p.amount is distinct from s.amount limit 1;
  if found then
    raise exception 'the parts of % do not come to its amount', v_bad.id
      using errcode = 'check_violation', constraint = 'spread_parts_come_to_whole';
  end if;
  return null;
end $$;
create trigger spread_parts_whole after insert on ledger.spread_parts
  referencing new table as added for each statement execute function ledger.guard_spread();

create function ledger.project_4_schedules(p_events ledger.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  v_types text[];
  e ledger.event_store;
begin
  select array_agg(distinct p.event_type) into v_types from unnest(p_events) p
    where p.aggregate_type in ('RecurringEntry', 'ReversingEntry', 'Spread');
  if v_types is null then
    return;
  end if;

  -- Few and small, and each may rest on the one before it: one after the other, in their order.
  for e in select p.* from unnest(p_events) p
           where p.aggregate_type in ('RecurringEntry', 'ReversingEntry', 'Spread') order by p.company_id, p.seq loop
    case e.event_type
      when 'RecurringEntryCreated' then
        insert into ledger.recurring_entries (company_id, id, versions, created_at, created_by)
          values (e.company_id, e.aggregate_id, jsonb_build_array(ledger.signed_step(e)), e.recorded_at,
                  (e.metadata ->> 'userId')::uuid);
      when 'RecurringEntryChanged' then
        update ledger.recurring_entries r set versions = r.versions || ledger.signed_step(e)
          where r.company_id = e.company_id and r.id = e.aggregate_id;
      when 'RecurringEntryEnded' then
        update ledger.recurring_entries r
          set ended_on = (e.data ->> 'on')::date, ended_at = e.recorded_at,
              ended_by = (e.metadata ->> 'userId')::uuid, end_reason = e.data ->> 'reason'
          where r.company_id = e.company_id and r.id = e.aggregate_id;
      when 'RecurringEntryPosted', 'RecurringEntrySkipped' then
        insert into ledger.recurring_occurrences (company_id, recurring_id, date, version, transaction_id, skip_reason,
            done_at, done_by)
          values (e.company_id, e.aggregate_id, (e.data ->> 'date')::date, (e.data ->> 'version')::int,
                  (e.data ->> 'transactionId')::uuid, e.data ->> 'reason', e.recorded_at,
                  (e.metadata ->> 'userId')::uuid);
      when 'ReversalScheduled' then
        insert into ledger.reversing_entries as r (company_id, id, kind, transaction_id, date, reason, scheduled_at,
            scheduled_by)
          values (e.company_id, e.aggregate_id, e.data ->> 'kind', (e.data ->> 'transactionId')::uuid,
                  (e.data ->> 'date')::date, e.data ->> 'reason', e.recorded_at, (e.metadata ->> 'userId')::uuid)
          on conflict (company_id, id) do update
            set date = excluded.date, reason = excluded.reason, scheduled_at = excluded.scheduled_at,
                scheduled_by = excluded.scheduled_by, cancelled_at = null, cancelled_by = null, cancel_reason = null;
      when 'ScheduledReversalCancelled' then
        update ledger.reversing_entries r
          set cancelled_at = e.recorded_at, cancelled_by = (e.metadata ->> 'userId')::uuid,
              cancel_reason = e.data ->> 'reason'
          where r.company_id = e.company_id and r.id = e.aggregate_id;
      when 'ScheduledReversalPosted' then
        update ledger.reversing_entries r set reversal_id = (e.data ->> 'reversalId')::uuid
          where r.company_id = e.company_id and r.id = e.aggregate_id;
      when 'SpreadCreated' then
        insert into ledger.spreads (company_id, id, kind, description, reference, counterparty_id, dimensions,
            from_account_id, transaction_id, carried_from, amount, plans, created_at, created_by)
          values (e.company_id, e.aggregate_id, e.data ->> 'kind', e.data ->> 'description', e.data ->> 'reference',
                  (e.data ->> 'counterpartyId')::uuid, (e.data -> 'dimensions')::jsonb,
                  (e.data ->> 'fromAccountId')::uuid, (e.data ->> 'transactionId')::uuid,
                  (e.data ->> 'carriedFrom')::date, (e.data ->> 'amount')::numeric,
                  jsonb_build_array(ledger.signed_step(e)), e.recorded_at, (e.metadata ->> 'userId')::uuid);
        perform ledger.add_spread_parts(e);
      when 'SpreadChanged', 'SpreadEnded' then
        update ledger.spreads s
          set amount = (e.data ->> 'amount')::numeric, plans = s.plans || ledger.signed_step(e)
          where s.company_id = e.company_id and s.id = e.aggregate_id;
        update ledger.spread_parts p set is_replaced = true
          where p.company_id = e.company_id and p.spread_id = e.aggregate_id
            and p.number in (select r::int from json_array_elements_text(e.data -> 'replaces') r);
        perform ledger.add_spread_parts(e);
      when 'SpreadPartPosted' then
        update ledger.spread_parts p set transaction_id = (e.data ->> 'transactionId')::uuid
          where p.company_id = e.company_id and p.spread_id = e.aggregate_id
            and p.number = (e.data ->> 'number')::int;
    end case;
  end loop;
end $project$;

-- A version of a template or a plan, with who made it and when.
create function ledger.signed_step(p_event ledger.event_store) returns jsonb
language sql stable set search_path = pg_catalog, pg_temp
as $step$
  select coalesce(p_event.data -> 'template', p_event.data -> 'plan')::jsonb || jsonb_build_object(
    'kind', p_event.event_type, 'reason', p_event.data ->> 'reason', 'by', p_event.metadata ->> 'userId',
    'at', to_char(p_event.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
$step$;

create function ledger.add_spread_parts(p_event ledger.event_store) returns void
language sql volatile set search_path = pg_catalog, pg_temp
as $parts$
  insert into ledger.spread_parts (company_id, spread_id, number, plan, date, amount)
    select p_event.company_id, p_event.aggregate_id, p.number, (p_event.data -> 'plan' ->> 'version')::int, p.date,
           p.amount
    from json_to_recordset(p_event.data -> 'plan' -> 'parts') as p(number int, date date, amount numeric)
$parts$;
grant execute on function ledger.project_4_schedules(ledger.event_store[]), ledger.signed_step(ledger.event_store),
  ledger.add_spread_parts(ledger.event_store) to {{writer_role}};
