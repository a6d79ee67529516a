-- Only the nouns that events concern are asked to project them, by plans that are kept: an issue of goods concerns five of
-- twelve. A noun that is added is called here; a test looks whether all are.
create or replace function inventory.project(p_events inventory.event_store[], p_rows text default null) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  v_types text[];
  v_kinds text[];
  v_companies uuid[];
  v_moves boolean;
  v_has_serials boolean;
  v_is_counted boolean := false;
  v_is_reserved boolean := false;
begin
  select array_agg(distinct e.event_type), array_agg(distinct e.aggregate_type), array_agg(distinct e.company_id),
         bool_or(e.event_type = 'StockMovementPosted' and position('"serial":"' in e.data::text) > 0)
    into v_types, v_kinds, v_companies, v_has_serials
    from unnest(p_events) e;
  v_moves := 'StockMovementPosted' = any (v_types);
  if 'InventoryPostingAccountChosen' = any (v_types) then
    perform inventory.project_0_posting_accounts(p_events);
  end if;
  if v_types && '{PostingRequested,PostingReversalRequested}' then
    perform inventory.project_1_postings(p_events);
  end if;
  if v_kinds && '{Item,Warehouse,Bin,Lot}' then
    perform inventory.project_2_items_and_places(p_events);
  end if;
  if 'StockMovement' = any (v_kinds) then
    perform inventory.project_3_movements(p_events);
  end if;
  if 'ItemRevalued' = any (v_types) then
    perform inventory.project_4_costs(p_events);
  end if;
  if 'BillsOfMaterials' = any (v_kinds) then
    perform inventory.project_5_bills(p_events);
  end if;
  if 'StockMovementRebooked' = any (v_types) then
    perform inventory.project_6_rebookings(p_events);
  end if;
  if v_types && '{InventoryPostingAccountChosen,LandedCostsPosted,LandedCostsReversed,StockWrittenDown}' then
    perform inventory.project_7_landed_costs(p_events);
  end if;
  if 'Waybill' = any (v_kinds) then
    perform inventory.project_8_waybills(p_events);
  end if;
  -- Most companies keep nothing back and count nothing while goods move.
  if v_moves then
    v_is_reserved := exists (select from inventory.reservations where company_id = any (v_companies) and not is_released);
    v_is_counted := exists (select from inventory.frozen_stock where company_id = any (v_companies));
  end if;
  if v_is_reserved or 'StockReservation' = any (v_kinds) then
    perform inventory.project_9_reservations(p_events);
  end if;
  if v_has_serials then
    perform inventory.project_9_serials(p_events);
  end if;
  if v_is_counted or 'StockCount' = any (v_kinds) then
    perform inventory.project_9_stock_counts(p_events);
  end if;
end $project$;

-- As before, with fewer statements.
create or replace function inventory.project_4_costs(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  v_all inventory.revaluation[];
  v_removes boolean;
  v_brings boolean;
  v_assembles boolean;
  v_adds boolean;
  v_corrects boolean;
  v_shorts boolean;
  v_drops boolean;
  v_makes boolean;
begin
  select array_agg(row(e.company_id, e.seq, e.version, d."itemId", d.method, d."documentId", d."bookingDate", d.lines,
                       d.removed, d.added, d.costs, d.entries, d.layers, d.shorts, d.pool, k."droppedFrom",
                       k.made)::inventory.revaluation),
         bool_or(json_array_length(d.removed) > 0),
         bool_or(json_array_length(d.lines) > 0),
         bool_or(position('"IN_ASSEMBLED"' in d.lines::text) > 0),
         bool_or(json_array_length(d.added) > 0),
         -- What a new line costs is said with it, so there is more only where others change.
         bool_or(json_array_length(d.costs) > json_array_length(d.lines)),
         bool_or(json_array_length(d.shorts) > 0),
         bool_or(json_typeof(k."droppedFrom") = 'object'),
         bool_or(json_array_length(k.made) > 0)
    into v_all, v_removes, v_brings, v_assembles, v_adds, v_corrects, v_shorts, v_drops, v_makes
    from unnest(p_events) e,
      json_to_record(e.data) as d("itemId" uuid, method text, "documentId" uuid, "bookingDate" date, lines json,
        removed json, added json, costs json, entries json, layers json, shorts json, pool json, checkpoints json),
      json_to_record(d.checkpoints) as k("droppedFrom" json, made json)
    where e.event_type = 'ItemRevalued';
  if v_all is null then
    return;
  end if;

  if v_removes then
    delete from inventory.cost_lines l
      using (select r.company_id, t.id::uuid as id from unnest(v_all) r, json_array_elements_text(r.removed) t(id) offset 0) g
      where l.company_id = g.company_id and l.line_id = g.id;
    delete from inventory.cost_allocations a
      using (select r.company_id, t.id::uuid as id from unnest(v_all) r, json_array_elements_text(r.removed) t(id) offset 0) g
      where a.company_id = g.company_id and a.line_id = g.id;
    delete from inventory.cost_components c
      using (select r.company_id, t.id::uuid as id from unnest(v_all) r, json_array_elements_text(r.removed) t(id) offset 0) g
      where c.company_id = g.company_id and c.product_line_id = g.id;
    delete from inventory.cost_components c
      using (select r.company_id, t.id::uuid as id from unnest(v_all) r, json_array_elements_text(r.removed) t(id) offset 0) g
      where c.company_id = g.company_id and c.component_line_id = g.id;
  end if;

  if v_brings then
    insert into inventory.cost_lines (company_id, line_id, item_id, movement_id, key, arrival, kind, quantity, given,
        of_line, from_lines, stock_account, counter_account, cost, missing)
      select r.company_id, l."lineId", r.item_id, l."movementId", l.key, l.arrival, l.kind, l.quantity, l.given, l.of,
             case when l."from" is not null then
               array(select f::uuid from json_array_elements_text(l."from") with ordinality as t(f, i) order by i) end,
             l."stockAccount", l."counterAccount", coalesce(c.cost, 0), coalesce(c.missing, 0)
      from unnest(v_all) r
      cross join lateral json_to_recordset(r.lines) as l("lineId" uuid, "movementId" uuid, key text, arrival int,
        kind text, quantity numeric, given numeric, of uuid, "from" json, "stockAccount" text, "counterAccount" text)
      left join (select x.company_id, y.*
                 from unnest(v_all) x, json_to_recordset(x.costs) as y("lineId" uuid, cost numeric, missing numeric)) c
        on c.company_id = r.company_id and c."lineId" = l."lineId";
  end if;
  if v_assembles then
    insert into inventory.cost_components (company_id, component_line_id, product_line_id)
      select distinct r.company_id, f::uuid, l."lineId"
      from unnest(v_all) r, json_to_recordset(r.lines) as l("lineId" uuid, "from" json),
           json_array_elements_text(l."from") f
      where l."from" is not null;
  end if;

  if v_adds then
    update inventory.cost_lines l set added = l.added + s.amount
      from (select r.company_id, a."lineId" as line_id, sum(a.amount) as amount
            from unnest(v_all) r, json_to_recordset(r.added) as a("lineId" uuid, amount numeric) group by 1, 2) s
      where l.company_id = s.company_id and l.line_id = s.line_id;
  end if;

  if v_corrects then
    update inventory.cost_lines l set cost = c.cost, missing = c.missing
      from (select r.company_id, y.*
            from unnest(v_all) r, json_to_recordset(r.costs) as y("lineId" uuid, cost numeric, missing numeric)) c
      where l.company_id = c.company_id and l.line_id = c."lineId" and (l.cost <> c.cost or l.missing <> c.missing);
    delete from inventory.cost_allocations a
      using (select r.company_id, y.* from unnest(v_all) r, json_to_recordset(r.costs) as y("lineId" uuid)) c
      where a.company_id = c.company_id and a.line_id = c."lineId";
  end if;
  if v_shorts then
    with said as materialized (
      select r.company_id, r.item_id, l."lineId" as line_id, l.quantity, l.value, l.cost
      from unnest(v_all) r, json_to_recordset(r.shorts) as l("lineId" uuid, quantity numeric, value numeric, cost numeric)
    ), gone as (
      delete from inventory.cost_shorts y using said s
        where y.company_id = s.company_id and y.item_id = s.item_id and y.line_id = s.line_id and s.quantity = 0
    )
    insert into inventory.cost_shorts as y (company_id, item_id, line_id, quantity, value, cost)
      select s.company_id, s.item_id, s.line_id, s.quantity, s.value, s.cost from said s where s.quantity <> 0
      on conflict (company_id, item_id, line_id) do update
        set quantity = excluded.quantity, value = excluded.value, cost = excluded.cost;
  end if;

  if v_drops then
    delete from inventory.cost_checkpoints c
      using (select r.company_id, r.item_id, f.key collate "C" as key, f.arrival
             from unnest(v_all) r,
               json_to_record(case json_typeof(r.dropped_from) when 'object' then r.dropped_from else '{}' end)
                 as f(key text, arrival int)) f
      where c.company_id = f.company_id and c.item_id = f.item_id and (c.key, c.arrival) >= (f.key, f.arrival);
  end if;
  if v_makes then
    insert into inventory.cost_checkpoints (company_id, item_id, key, arrival, state)
      select r.company_id, r.item_id, m.key, m.arrival, m.state
      from unnest(v_all) r, json_to_recordset(r.made) as m(key text, arrival int, state json);
  end if;

  -- What there always is, in one statement: each costs more to begin than to do.
  with revalued as materialized (
    select * from unnest(v_all)
  ), allocated as (
    insert into inventory.cost_allocations (company_id, line_id, n, layer_id, quantity, value)
      select r.company_id, c."lineId", a.n, a.layer_id, a.quantity, a.value
      from revalued r, json_to_recordset(r.costs) as c("lineId" uuid, allocations json),
        rows from (json_to_recordset(c.allocations) as ("layerId" uuid, quantity numeric, value numeric))
          with ordinality as a(layer_id, quantity, value, n)
  ), layers as materialized (
    select r.company_id, r.item_id, l."lineId" as line_id, l.quantity, l.value
    from revalued r, json_to_recordset(r.layers) as l("lineId" uuid, quantity numeric, value numeric)
  ), used_up as (
    delete from inventory.cost_layers y using layers s
      where y.company_id = s.company_id and y.item_id = s.item_id and y.line_id = s.line_id and s.quantity = 0
  ), left_over as (
    insert into inventory.cost_layers as y (company_id, item_id, line_id, quantity, value)
      select s.company_id, s.item_id, s.line_id, s.quantity, s.value from layers s where s.quantity <> 0
      on conflict (company_id, item_id, line_id) do update
        set quantity = excluded.quantity, value = excluded.value
  ), made as (
    insert into inventory.value_entries (company_id, seq, n, item_id, line_id, movement_id, kind, amount, booking_date,
        happened_on, document_id, stock_account, counter_account)
      select r.company_id, r.seq, t.n, r.item_id, t.line_id, t.movement_id, t.kind, t.amount, r.booking_date, t.happened,
             r.document_id, t.stock_account, t.counter_account
      from revalued r,
        rows from (json_to_recordset(r.entries) as ("lineId" uuid, "movementId" uuid, kind text, amount numeric,
            happened date, "stockAccount" text, "counterAccount" text))
          with ordinality as t(line_id, movement_id, kind, amount, happened, stock_account, counter_account, n)
      returning company_id, item_id, booking_date, amount
  ), turned_over as (
    insert into inventory.value_turnover as t (company_id, level, period, item_id, cost, written_down)
      select v.company_id, l.level, date_trunc(l.level, v.booking_date::timestamp)::date, v.item_id, sum(v.amount), 0
      from made v
      cross join (values ('year'), ('month'), ('day')) as l(level)
      group by 1, 2, 3, 4
      order by 1, 2, 3, 4
      on conflict (company_id, level, period, item_id) do update set cost = t.cost + excluded.cost
  )
  insert into inventory.cost_pools as p (company_id, item_id, version, method, quantity, value, last_value,
      last_quantity, end_key, end_arrival, arrivals, since_checkpoint)
    select r.company_id, r.item_id, r.version, r.method, w.quantity, w.value, (w.last ->> 'value')::numeric,
           (w.last ->> 'quantity')::numeric, w."end" ->> 'key', (w."end" ->> 'arrival')::int, w.arrivals,
           w."sinceCheckpoint"
    from revalued r,
      json_to_record(r.pool) as w(quantity numeric, value numeric, last json, "end" json, arrivals int,
        "sinceCheckpoint" int)
    on conflict (company_id, item_id) do update
      set version = excluded.version, quantity = excluded.quantity, value = excluded.value,
          last_value = excluded.last_value, last_quantity = excluded.last_quantity, end_key = excluded.end_key,
          end_arrival = excluded.end_arrival, arrivals = excluded.arrivals,
          since_checkpoint = excluded.since_checkpoint;
end $project$;
