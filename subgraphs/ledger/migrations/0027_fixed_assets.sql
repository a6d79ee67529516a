-- The register of fixed assets: what a company has, what became of it, and how it wears out month by month. Everything that
-- an asset adds to or takes from the books is a row of `asset_values`, dated as the books are; all sums come from there.

-- What classes are to begin with: accounts of the usual chart, and lives that are an estimate and no law. A company sets its
-- own. Without an account of the expense that of the role DEPRECIATION_EXPENSE counts.
create table ledger.default_asset_classes (
  code text primary key check (code ~ '^[A-Z][A-Z0-9_]*$'),
  position int not null unique,
  name_ka text not null,
  name_en text not null,
  cost_account_code text not null,
  accumulated_account_code text,
  expense_account_code text,
  method text not null check (method in ('STRAIGHT_LINE', 'UNITS_OF_PRODUCTION', 'NONE')),
  useful_life_months int check (useful_life_months between 1 and 1200),
  starts_in text not null default 'NEXT_MONTH' check (starts_in in ('SAME_MONTH', 'NEXT_MONTH')),
  check ((method = 'NONE') = (accumulated_account_code is null))
);
grant select on ledger.default_asset_classes to {{app_role}}, {{writer_role}};
insert into ledger.default_asset_classes (position, code, name_ka, name_en, cost_account_code, accumulated_account_code,
    method, useful_life_months) values
  (1, 'LAND', 'მიწა', 'Land', '2110', null, 'NONE', null),
  (2, 'BUILDINGS', 'შენობები', 'Buildings', '2130', '2230', 'STRAIGHT_LINE', 480),
  (3, 'STRUCTURES', 'ნაგებობები', 'Structures', '2140', '2240', 'STRAIGHT_LINE', 240),
  (4, 'MACHINERY', 'მანქანა-დანადგარები', 'Machinery', '2150', '2250', 'STRAIGHT_LINE', 96),
  (5, 'OFFICE_EQUIPMENT', 'ოფისის აღჭურვილობა', 'Office equipment', '2160', '2260', 'STRAIGHT_LINE', 48),
  (6, 'FURNITURE', 'ავეჯი და სხვა ინვენტარი', 'Furniture and fittings', '2170', '2270', 'STRAIGHT_LINE', 84),
  (7, 'VEHICLES', 'სატრანსპორტო საშუალებები', 'Vehicles', '2180', '2280', 'STRAIGHT_LINE', 60),
  (8, 'LEASEHOLD_IMPROVEMENTS', 'იჯარით აღებული ქონების კეთილმოწყობა', 'Leasehold improvements', '2190', '2290',
   'STRAIGHT_LINE', 60),
  (9, 'LICENCES', 'ლიცენზიები', 'Licences', '2510', '2610', 'STRAIGHT_LINE', 60),
  (10, 'CONCESSIONS', 'კონცესიები', 'Concessions', '2520', '2620', 'STRAIGHT_LINE', 120),
  (11, 'PATENTS', 'პატენტები', 'Patents', '2530', '2630', 'STRAIGHT_LINE', 120),
  -- IFRS for SMEs, 19.23: ten years at most where no life can be established. Under full IFRS it is not amortised: NONE.
  (12, 'GOODWILL', 'გუდვილი', 'Goodwill', '2540', '2640', 'STRAIGHT_LINE', 120),
  (13, 'OTHER_INTANGIBLES', 'სხვა არამატერიალური აქტივები', 'Other intangible assets', '2590', '2690',
   'STRAIGHT_LINE', 60);

create table ledger.asset_classes (
  company_id uuid not null,
  code text not null,
  name_ka text not null,
  name_en text not null,
  cost_account_id uuid not null,
  accumulated_account_id uuid,
  expense_account_id uuid,
  method text not null check (method in ('STRAIGHT_LINE', 'UNITS_OF_PRODUCTION', 'NONE')),
  useful_life_months int,
  starts_in text not null check (starts_in in ('SAME_MONTH', 'NEXT_MONTH')),
  set_at timestamptz not null,
  set_by uuid not null,
  primary key (company_id, code),
  constraint asset_classes_cost foreign key (company_id, cost_account_id) references ledger.accounts (company_id, id),
  constraint asset_classes_accumulated foreign key (company_id, accumulated_account_id)
    references ledger.accounts (company_id, id),
  constraint asset_classes_expense foreign key (company_id, expense_account_id) references ledger.accounts (company_id, id)
);

create table ledger.fixed_assets (
  company_id uuid not null,
  id uuid not null,
  number text not null,
  name text not null,
  -- What was registered, and what changed since, each with who and when.
  registered jsonb not null,
  changes jsonb not null default '[]',
  registered_at timestamptz not null,
  registered_by uuid not null,
  -- How it stands now.
  class_code text not null,
  cost_account_id uuid not null,
  accumulated_account_id uuid,
  expense_account_id uuid,
  dimensions jsonb not null,
  -- First days of months: the first one that is depreciated here, and the last one that is booked.
  start_month date,
  booked_through date,
  disposed_on date,
  is_cancelled bool not null default false,
  primary key (company_id, id),
  constraint fixed_assets_number unique (company_id, number),
  constraint fixed_assets_cost foreign key (company_id, cost_account_id) references ledger.accounts (company_id, id),
  constraint fixed_assets_accumulated foreign key (company_id, accumulated_account_id)
    references ledger.accounts (company_id, id),
  constraint fixed_assets_expense foreign key (company_id, expense_account_id) references ledger.accounts (company_id, id)
);
create index fixed_assets_by_class on ledger.fixed_assets (company_id, class_code, number);

create table ledger.depreciation_runs (
  company_id uuid not null,
  id uuid not null,
  -- First day of the month.
  month date not null check (extract(day from month) = 1),
  date date not null,
  total numeric(19, 2) not null check (total >= 0),
  transaction_id uuid,
  -- Position in the log.
  seq bigint not null,
  run_at timestamptz not null,
  run_by uuid not null,
  reversed_on date,
  reversed_at timestamptz,
  reversed_by uuid,
  reverse_reason text,
  reversal_id uuid,
  primary key (company_id, id),
  constraint depreciation_runs_transaction foreign key (company_id, transaction_id)
    references ledger.transactions (company_id, id),
  constraint depreciation_runs_reversal foreign key (company_id, reversal_id)
    references ledger.transactions (company_id, id),
  constraint depreciation_runs_reversed_complete check (
    (reversed_on is null) = (reversed_at is null) and (reversed_on is null) = (reversed_by is null)
    and (reversed_on is null) = (reverse_reason is null))
);
-- A month is run once, unless its run was taken back.
create unique index depreciation_runs_once on ledger.depreciation_runs (company_id, month) where reversed_on is null;

create table ledger.asset_values (
  company_id uuid not null,
  asset_id uuid not null,
  -- Position in the log of the event that says it, and which of its rows it is.
  seq bigint not null,
  part int not null,
  date date not null,
  kind text not null check (kind in ('OPENING', 'ACQUISITION', 'ADDITION', 'DEPRECIATION', 'TRANSFER', 'DISPOSAL', 'CANCELLED')),
  class_code text not null,
  cost_account_id uuid not null,
  accumulated_account_id uuid,
  -- Added to cost and to what is depreciated; what leaves is below zero.
  cost numeric(19, 2) not null,
  accumulated numeric(19, 2) not null,
  -- Of a depreciation: what of it belongs to months before that of the run, and the first of these.
  catch_up numeric(19, 2) not null default 0,
  from_month date,
  run_id uuid,
  disposal_id uuid,
  transaction_id uuid,
  primary key (company_id, asset_id, seq, part),
  constraint asset_values_asset foreign key (company_id, asset_id) references ledger.fixed_assets (company_id, id),
  constraint asset_values_run foreign key (company_id, run_id) references ledger.depreciation_runs (company_id, id),
  constraint asset_values_transaction foreign key (company_id, transaction_id)
    references ledger.transactions (company_id, id)
);
create index asset_values_by_run on ledger.asset_values (company_id, run_id) where run_id is not null;
create index asset_values_by_transaction on ledger.asset_values (company_id, transaction_id) where transaction_id is not null;

do $$
declare
  t text;
begin
  foreach t in array array['asset_classes', 'fixed_assets', 'depreciation_runs', 'asset_values'] loop
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
grant update on ledger.asset_classes, ledger.fixed_assets, ledger.depreciation_runs to {{writer_role}};

-- What is in the register is never rewritten: changes are added behind the others, a run is taken back once.
create function ledger.guard_fixed_assets() returns trigger language plpgsql as $$
declare
  v_old jsonb := to_jsonb(old);
begin
  if ledger.is_rebuilding() then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and (to_jsonb(new) - tg_argv) = (v_old - tg_argv)
     and v_old ->> 'reversed_on' is null and not coalesce((v_old ->> 'is_cancelled')::bool, false)
     and (tg_table_name <> 'fixed_assets' or (
       select bool_and(c.value = (to_jsonb(new) -> 'changes') -> (c.ordinality::int - 1))
       from jsonb_array_elements(v_old -> 'changes') with ordinality c) is not false) then
    return new;
  end if;
  raise exception 'what is in the register is not rewritten: % on % refused', tg_op, tg_table_name
    using errcode = 'restrict_violation', constraint = 'fixed_assets_append_only';
end $$;
create trigger fixed_assets_guard before update or delete on ledger.fixed_assets
  for each row execute function ledger.guard_fixed_assets('changes', 'class_code', 'cost_account_id',
    'accumulated_account_id', 'expense_account_id', 'dimensions', 'start_month', 'booked_through', 'disposed_on',
    'is_cancelled');
create trigger depreciation_runs_guard before update or delete on ledger.depreciation_runs
  for each row execute function ledger.guard_fixed_assets('reversed_on', 'reversed_at', 'reversed_by', 'reverse_reason',
    'reversal_id');
create trigger asset_values_guard before update or delete on ledger.asset_values
  for each row execute function ledger.guard_fixed_assets();

-- Nothing is depreciated below its residual value, or beyond what it cost, and nothing of an asset is below zero.
create function ledger.guard_asset_values() returns trigger language plpgsql as $$
declare
  v_bad record;
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  select f.number into v_bad
    from (select company_id, asset_id, max(accumulated) filter (where kind = 'DEPRECIATION') as depreciated
          from added group by 1, 2) a
    join ledger.fixed_assets f on f.company_id = a.company_id and f.id = a.asset_id
    cross join lateral (
      select sum(v.cost) as cost, sum(v.accumulated) as accumulated from ledger.asset_values v
      where v.company_id = a.company_id and v.asset_id = a.asset_id) s
    -- The least value that was ever meant to remain of it.
    cross join lateral (
      select least((f.registered ->> 'residual')::numeric,
          min(coalesce(c ->> 'residualLeft', c ->> 'residual')::numeric) filter (
            where c ->> 'kind' in ('FixedAssetEstimateChanged', 'FixedAssetDisposed'))) as residual
      from jsonb_array_elements(f.changes) c) r
    where s.cost < 0 or s.accumulated < 0 or s.accumulated > s.cost
      or (a.depreciated > 0 and s.accumulated > s.cost - r.residual)
    limit 1;
  if found then
    raise exception 'asset % would be depreciated beyond what it cost', v_bad.number
      using errcode = 'check_violation', constraint = 'asset_values_depreciable';
  end if;
  return null;
end $$;
create trigger asset_values_depreciable after insert on ledger.asset_values
  referencing new table as added for each statement execute function ledger.guard_asset_values();

-- What is to remain of an asset behind its life, as was said last for a month; of all that was said without a month.
create function ledger.residual_of(p_registered jsonb, p_changes jsonb, p_month text default null) returns numeric
language sql immutable set search_path = pg_catalog, pg_temp
as $residual$
  select coalesce((
    select coalesce(c.value ->> 'residualLeft', c.value ->> 'residual')::numeric
    from jsonb_array_elements(p_changes) with ordinality c
    where (c.value ->> 'kind' = 'FixedAssetEstimateChanged' and (p_month is null or c.value ->> 'from' <= p_month))
      or (c.value ->> 'kind' = 'FixedAssetDisposed' and (p_month is null or c.value ->> 'through' < p_month)
          and not exists (select from jsonb_array_elements(p_changes) u
                          where u ->> 'kind' = 'FixedAssetDisposalReversed'
                            and u ->> 'disposalId' = c.value ->> 'disposalId'))
    order by c.ordinality desc limit 1), (p_registered ->> 'residual')::numeric)
$residual$;
grant execute on function ledger.residual_of(jsonb, jsonb, text) to {{app_role}}, {{writer_role}};

-- Adds a change to an asset, with who made it and when.
create function ledger.change_asset(p_event ledger.event_store) returns void
language sql volatile set search_path = pg_catalog, pg_temp
as $change$
  update ledger.fixed_assets f
    set changes = f.changes || (p_event.data::jsonb || jsonb_build_object(
      'kind', p_event.event_type, 'by', p_event.metadata ->> 'userId',
      'at', to_char(p_event.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
    where f.company_id = p_event.company_id and f.id = (p_event.data ->> 'assetId')::uuid
$change$;

-- What an event adds to an asset or takes from it, where the asset stands now.
create function ledger.add_asset_value(p_event ledger.event_store, p_part int, p_kind text, p_date date, p_cost numeric,
    p_accumulated numeric) returns void
language sql volatile set search_path = pg_catalog, pg_temp
as $value$
  insert into ledger.asset_values (company_id, asset_id, seq, part, date, kind, class_code, cost_account_id,
      accumulated_account_id, cost, accumulated, disposal_id, transaction_id)
    select f.company_id, f.id, p_event.seq, p_part, p_date, p_kind, f.class_code, f.cost_account_id,
      f.accumulated_account_id, p_cost, p_accumulated, (p_event.data ->> 'disposalId')::uuid,
      (p_event.data ->> 'transactionId')::uuid
    from ledger.fixed_assets f
    where f.company_id = p_event.company_id and f.id = (p_event.data ->> 'assetId')::uuid
$value$;

create function ledger.project_5_fixed_assets(p_events ledger.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e ledger.event_store;
  d json;
begin
  if not exists (select from unnest(p_events) p where p.aggregate_type = 'FixedAssets') then
    return;
  end if;
  -- Each may rest on the one before it: one after the other, in their order.
  for e in select p.* from unnest(p_events) p where p.aggregate_type = 'FixedAssets' order by p.company_id, p.seq loop
    d := e.data;
    case e.event_type
      when 'FixedAssetClassSet' then
        insert into ledger.asset_classes as c (company_id, code, name_ka, name_en, cost_account_id,
            accumulated_account_id, expense_account_id, method, useful_life_months, starts_in, set_at, set_by)
          values (e.company_id, d ->> 'code', d -> 'names' ->> 'ka', d -> 'names' ->> 'en',
                  (d ->> 'costAccountId')::uuid, (d ->> 'accumulatedAccountId')::uuid,
                  (d ->> 'expenseAccountId')::uuid, d ->> 'method', (d ->> 'usefulLifeMonths')::int, d ->> 'startsIn',
                  e.recorded_at, (e.metadata ->> 'userId')::uuid)
          on conflict (company_id, code) do update
            set name_ka = excluded.name_ka, name_en = excluded.name_en, cost_account_id = excluded.cost_account_id,
                accumulated_account_id = excluded.accumulated_account_id,
                expense_account_id = excluded.expense_account_id, method = excluded.method,
                useful_life_months = excluded.useful_life_months, starts_in = excluded.starts_in,
                set_at = excluded.set_at, set_by = excluded.set_by;
      when 'FixedAssetRegistered' then
        insert into ledger.fixed_assets (company_id, id, number, name, registered, registered_at, registered_by,
            class_code, cost_account_id, accumulated_account_id, expense_account_id, dimensions, start_month)
          values (e.company_id, (d ->> 'assetId')::uuid, d ->> 'number', d ->> 'name', d::jsonb, e.recorded_at,
                  (e.metadata ->> 'userId')::uuid, d ->> 'classCode', (d ->> 'costAccountId')::uuid,
                  (d ->> 'accumulatedAccountId')::uuid, (d ->> 'expenseAccountId')::uuid, (d -> 'dimensions')::jsonb,
                  ((d ->> 'startMonth') || '-01')::date);
        perform ledger.add_asset_value(e, 1,
          case when json_typeof(d -> 'openingDepreciation') = 'null' then 'ACQUISITION' else 'OPENING' end,
          (d ->> 'heldFrom')::date, (d ->> 'cost')::numeric,
          coalesce((d -> 'openingDepreciation' ->> 'amount')::numeric, 0));
      when 'FixedAssetRegistrationCancelled' then
        perform ledger.change_asset(e);
        -- On the days on which it was, as if it had never been; an acquisition that was posted with it on that of its reversal.
        insert into ledger.asset_values (company_id, asset_id, seq, part, date, kind, class_code, cost_account_id,
            accumulated_account_id, cost, accumulated, transaction_id)
          select v.company_id, v.asset_id, e.seq, row_number() over (order by v.seq, v.part),
            case when r.reversal_id is null then v.date else (d ->> 'on')::date end, 'CANCELLED', v.class_code,
            v.cost_account_id, v.accumulated_account_id, -v.cost, -v.accumulated,
            coalesce(r.reversal_id, v.transaction_id)
          from ledger.asset_values v
          cross join lateral (
            select case when v.kind = 'ACQUISITION' then (d ->> 'transactionId')::uuid end as reversal_id) r
          where v.company_id = e.company_id and v.asset_id = (d ->> 'assetId')::uuid;
        update ledger.fixed_assets f set is_cancelled = true
          where f.company_id = e.company_id and f.id = (d ->> 'assetId')::uuid;
      when 'FixedAssetPutIntoUse' then
        perform ledger.change_asset(e);
        update ledger.fixed_assets f set start_month = ((d ->> 'startMonth') || '-01')::date
          where f.company_id = e.company_id and f.id = (d ->> 'assetId')::uuid;
      when 'FixedAssetEstimateChanged', 'FixedAssetUnitsRecorded' then
        perform ledger.change_asset(e);
      when 'FixedAssetCostAdded' then
        perform ledger.change_asset(e);
        perform ledger.add_asset_value(e, 1, 'ADDITION', (d ->> 'on')::date, (d ->> 'amount')::numeric, 0);
      when 'FixedAssetTransferred' then
        perform ledger.change_asset(e);
        if (d ->> 'classCode') <> (select f.class_code from ledger.fixed_assets f
                                   where f.company_id = e.company_id and f.id = (d ->> 'assetId')::uuid) then
          perform ledger.add_asset_value(e, 1, 'TRANSFER', (d ->> 'on')::date, -(d ->> 'cost')::numeric,
            -(d ->> 'accumulated')::numeric);
        end if;
        update ledger.fixed_assets f
          set class_code = d ->> 'classCode', cost_account_id = (d ->> 'costAccountId')::uuid,
              accumulated_account_id = (d ->> 'accumulatedAccountId')::uuid,
              expense_account_id = (d ->> 'expenseAccountId')::uuid, dimensions = (d -> 'dimensions')::jsonb
          where f.company_id = e.company_id and f.id = (d ->> 'assetId')::uuid;
        if exists (select from ledger.asset_values v where v.company_id = e.company_id
                     and v.asset_id = (d ->> 'assetId')::uuid and v.seq = e.seq) then
          perform ledger.add_asset_value(e, 2, 'TRANSFER', (d ->> 'on')::date, (d ->> 'cost')::numeric,
            (d ->> 'accumulated')::numeric);
        end if;
      when 'DepreciationRun' then
        insert into ledger.depreciation_runs (company_id, id, month, date, total, transaction_id, seq, run_at, run_by)
          values (e.company_id, (d ->> 'runId')::uuid, ((d ->> 'month') || '-01')::date, (d ->> 'date')::date,
                  (d ->> 'total')::numeric, (d ->> 'transactionId')::uuid, e.seq, e.recorded_at,
                  (e.metadata ->> 'userId')::uuid);
        insert into ledger.asset_values (company_id, asset_id, seq, part, date, kind, class_code, cost_account_id,
            accumulated_account_id, cost, accumulated, catch_up, from_month, run_id, transaction_id)
          select f.company_id, f.id, e.seq, 1, (d ->> 'date')::date, 'DEPRECIATION', f.class_code, f.cost_account_id,
            f.accumulated_account_id, 0, a.amount, a."catchUp", (a."from" || '-01')::date, (d ->> 'runId')::uuid,
            (d ->> 'transactionId')::uuid
          from json_to_recordset(d -> 'assets') as a("assetId" uuid, amount numeric, "catchUp" numeric, "from" text)
          join ledger.fixed_assets f on f.company_id = e.company_id and f.id = a."assetId";
        update ledger.fixed_assets f set booked_through = ((d ->> 'month') || '-01')::date
          from json_to_recordset(d -> 'assets') as a("assetId" uuid)
          where f.company_id = e.company_id and f.id = a."assetId";
      when 'DepreciationRunReversed' then
        update ledger.fixed_assets f
          set booked_through = case when v.from_month > f.start_month then (v.from_month - interval '1 month')::date end
          from ledger.asset_values v
          where v.company_id = e.company_id and v.run_id = (d ->> 'runId')::uuid and f.company_id = v.company_id
            and f.id = v.asset_id;
        -- Where the assets stood when it was run.
        insert into ledger.asset_values (company_id, asset_id, seq, part, date, kind, class_code, cost_account_id,
            accumulated_account_id, cost, accumulated, catch_up, from_month, transaction_id)
          select v.company_id, v.asset_id, e.seq, 1, (d ->> 'on')::date, 'DEPRECIATION', v.class_code, v.cost_account_id,
            v.accumulated_account_id, 0, -v.accumulated, -v.catch_up, v.from_month, (d ->> 'transactionId')::uuid
          from ledger.asset_values v where v.company_id = e.company_id and v.run_id = (d ->> 'runId')::uuid;
        update ledger.depreciation_runs r
          set reversed_on = (d ->> 'on')::date, reversed_at = e.recorded_at, reverse_reason = d ->> 'reason',
              reversed_by = (e.metadata ->> 'userId')::uuid, reversal_id = (d ->> 'transactionId')::uuid
          where r.company_id = e.company_id and r.id = (d ->> 'runId')::uuid;
      when 'FixedAssetDisposed' then
        perform ledger.change_asset(e);
        perform ledger.add_asset_value(e, 1, 'DEPRECIATION', (d ->> 'on')::date, 0, (d ->> 'depreciation')::numeric)
          where (d ->> 'depreciation')::numeric <> 0;
        perform ledger.add_asset_value(e, 2, 'DISPOSAL', (d ->> 'on')::date, -(d ->> 'cost')::numeric,
          -(d ->> 'accumulated')::numeric);
        update ledger.fixed_assets f
          set booked_through = case when f.start_month <= ((d ->> 'through') || '-01')::date
                                 then ((d ->> 'through') || '-01')::date end,
              disposed_on = case when (d ->> 'isWhole')::bool then (d ->> 'on')::date end
          where f.company_id = e.company_id and f.id = (d ->> 'assetId')::uuid;
      when 'FixedAssetDisposalReversed' then
        perform ledger.change_asset(e);
        insert into ledger.asset_values (company_id, asset_id, seq, part, date, kind, class_code, cost_account_id,
            accumulated_account_id, cost, accumulated, disposal_id, transaction_id)
          select v.company_id, v.asset_id, e.seq, v.part, (d ->> 'on')::date, v.kind, v.class_code, v.cost_account_id,
            v.accumulated_account_id, -v.cost, -v.accumulated, v.disposal_id, (d ->> 'transactionId')::uuid
          from ledger.asset_values v
          where v.company_id = e.company_id and v.asset_id = (d ->> 'assetId')::uuid
            and v.disposal_id = (d ->> 'disposalId')::uuid;
        update ledger.fixed_assets f
          set booked_through = ((d ->> 'bookedThrough') || '-01')::date, disposed_on = null
          where f.company_id = e.company_id and f.id = (d ->> 'assetId')::uuid;
    end case;
  end loop;
end $project$;
grant execute on function ledger.change_asset(ledger.event_store), ledger.project_5_fixed_assets(ledger.event_store[]),
  ledger.add_asset_value(ledger.event_store, int, text, date, numeric, numeric) to {{writer_role}};
