--! include append_by_index.sql

-- The projections of movements and their costs take all events of a batch at once, and take each event apart once: a look
-- into JSON reads all of it, and one look a row made a receipt under a thousand issues read a thousand times half a
-- megabyte. They leave the same rows as before. Of one batch, no movement and no pool has two events.

-- What an event of a movement says that is written anew: drafted, revised or posted.
create type inventory.written_movement as (
  company_id uuid, id uuid, event_type text, series text, number bigint, seq bigint, at_seq bigint, version int,
  recorded_at timestamptz, user_id uuid, booking_date date, content json, lines json, legs json, costs json, reverses uuid,
  reason text
);

-- Legs of movements of which no two touch the same item: what leaves a place is looked at when all have come.
create function inventory.insert_legs(p_movements inventory.written_movement[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
begin
  insert into inventory.stock_legs (company_id, movement_id, line_id, leg, item_id, warehouse_id, in_transit, lot_id,
      serial, quantity, at, seq, happened_on, booking_date, is_transfer, allows_short)
    select m.company_id, m.id, l."lineId", l.leg, l."itemId", l."warehouseId", l."inTransit", l."lotId", l.serial,
           l.quantity, l.at, m.at_seq, date '1970-01-01' + (l.at / 10000)::int, m.booking_date, l."isTransfer",
           l."allowsShort"
    from unnest(p_movements) m,
      json_to_recordset(m.legs) as l("lineId" uuid, leg int, "itemId" uuid, "warehouseId" uuid, "inTransit" bool,
        "lotId" uuid, serial text, quantity numeric, at bigint, "isTransfer" bool, "allowsShort" bool);
end $$;
grant execute on function inventory.insert_legs(inventory.written_movement[]) to {{writer_role}};

create or replace function inventory.project_3_movements(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e inventory.event_store;
  v_written inventory.written_movement[];
  v_posted inventory.written_movement[];
  v_movement inventory.written_movement;
begin
  select array_agg(s.w), array_agg(s.w) filter (where (s.w).seq is not null) into v_written, v_posted
    from (
      select row(v.company_id, v.aggregate_id, v.event_type, v.document_series, v.document_number,
               case v.event_type when 'StockMovementPosted' then v.seq end, coalesce(d."atSeq", v.seq), v.version,
               v.recorded_at, (v.metadata ->> 'userId')::uuid, c."bookingDate", d.content, c.lines, d.legs, d.costs,
               d.reverses, d.reason)::inventory.written_movement as w
      from unnest(p_events) v,
        json_to_record(v.data) as d(content json, legs json, costs json, reverses uuid, reason text, "atSeq" bigint),
        json_to_record(d.content) as c("bookingDate" date, lines json)
      where v.event_type in ('StockMovementDrafted', 'StockMovementRevised', 'StockMovementPosted')
      offset 0
    ) s;

  -- The number of a movement is drawn when it moves goods; nothing else of it is made up here.
  if v_written is not null then
    insert into inventory.movements as w (company_id, id, kind, status, number_series, number, date, time, booking_date,
        seq, counterparty_id, tax_invoice_id, transfer_id, reverses, reversal_reason, content, version, created_at,
        created_by, updated_at)
      select m.company_id, m.id, c.kind, case when m.seq is null then 'DRAFT' else 'POSTED' end, m.series, m.number,
             c.date, c.time, m.booking_date, m.seq, c."counterpartyId", c."taxInvoiceId", c."transferId", m.reverses,
             m.reason, m.content::jsonb, m.version, m.recorded_at, m.user_id, m.recorded_at
      from unnest(v_written) m,
        json_to_record(m.content) as c(kind text, date date, time text, "counterpartyId" uuid, "taxInvoiceId" uuid,
          "transferId" uuid)
      on conflict (company_id, id) do update set
        kind = excluded.kind, status = excluded.status, number_series = excluded.number_series,
        number = excluded.number, date = excluded.date, time = excluded.time, booking_date = excluded.booking_date,
        seq = excluded.seq, counterparty_id = excluded.counterparty_id, tax_invoice_id = excluded.tax_invoice_id,
        transfer_id = excluded.transfer_id, content = excluded.content, version = excluded.version,
        updated_at = excluded.updated_at;
  end if;

  if v_posted is not null then
    insert into inventory.movement_lines (company_id, id, movement_id, line, item_id, direction, quantity, cost, of_line)
      select m.company_id, l.id, m.id, l.line, l."itemId", l.direction, l.quantity, k.cost, l.of
      from unnest(v_posted) m
      cross join lateral json_to_recordset(m.lines)
        as l(id uuid, line int, "itemId" uuid, direction text, quantity numeric, of uuid)
      left join (select p.company_id, t.key::uuid as line_id, t.value::numeric as cost
                 from unnest(v_posted) p, json_each_text(p.costs) t offset 0) k
        on k.company_id = m.company_id and k.line_id = l.id;

    -- Who comes later must not make good what went out before: where two touch the same item, one goes after the other.
    if cardinality(v_posted) > 1 and exists (
      select from (select distinct m.company_id, m.id, l."itemId" as item_id
                   from unnest(v_posted) m, json_to_recordset(m.legs) as l("itemId" uuid)) t
      group by t.company_id, t.item_id having count(*) > 1)
    then
      foreach v_movement in array v_posted loop
        perform inventory.insert_legs(array[v_movement]);
      end loop;
    else
      perform inventory.insert_legs(v_posted);
    end if;
  end if;

  foreach e in array p_events loop
    continue when e.aggregate_type <> 'StockMovement'
      or e.event_type in ('StockMovementDrafted', 'StockMovementRevised', 'StockMovementPosted');
    update inventory.movements set version = e.version, updated_at = e.recorded_at,
        status = case e.event_type when 'StockMovementApproved' then 'APPROVED'
          when 'StockMovementDiscarded' then 'DISCARDED' when 'StockMovementReversed' then 'REVERSED' else status end,
        reversed_by = coalesce((e.data ->> 'by')::uuid, reversed_by),
        booking_date = coalesce((e.data ->> 'bookingDate')::date, booking_date)
      where company_id = e.company_id and id = e.aggregate_id;
    if e.event_type = 'StockMovementRebooked' then
      perform inventory.rebook_legs(e.company_id, e.aggregate_id, (e.data ->> 'bookingDate')::date);
    end if;
  end loop;
end $project$;

-- What an event `ItemRevalued` says.
create type inventory.revaluation as (
  company_id uuid, seq bigint, version int, item_id uuid, method text, document_id uuid, booking_date date, lines json,
  removed json, added json, costs json, entries json, layers json, shorts json, pool json, dropped_from json, made json
);

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
  v_layers boolean;
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
         bool_or(json_array_length(d.layers) > 0),
         bool_or(json_array_length(d.shorts) > 0),
         bool_or(json_typeof(k."droppedFrom") = 'object'),
         bool_or(json_array_length(k.made) > 0)
    into v_all, v_removes, v_brings, v_assembles, v_adds, v_corrects, v_layers, v_shorts, v_drops, v_makes
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
  insert into inventory.cost_allocations (company_id, line_id, n, layer_id, quantity, value)
    select r.company_id, c."lineId", a.n, a.layer_id, a.quantity, a.value
    from unnest(v_all) r, json_to_recordset(r.costs) as c("lineId" uuid, allocations json),
      rows from (json_to_recordset(c.allocations) as ("layerId" uuid, quantity numeric, value numeric))
        with ordinality as a(layer_id, quantity, value, n);

  if v_layers then
    with said as materialized (
      select r.company_id, r.item_id, l."lineId" as line_id, l.quantity, l.value
      from unnest(v_all) r, json_to_recordset(r.layers) as l("lineId" uuid, quantity numeric, value numeric)
    ), gone as (
      delete from inventory.cost_layers y using said s
        where y.company_id = s.company_id and y.item_id = s.item_id and y.line_id = s.line_id and s.quantity = 0
    )
    insert into inventory.cost_layers as y (company_id, item_id, line_id, quantity, value)
      select s.company_id, s.item_id, s.line_id, s.quantity, s.value from said s where s.quantity <> 0
      on conflict (company_id, item_id, line_id) do update
        set quantity = excluded.quantity, value = excluded.value;
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

  with made as (
    insert into inventory.value_entries (company_id, seq, n, item_id, line_id, movement_id, kind, amount, booking_date,
        happened_on, document_id, stock_account, counter_account)
      select r.company_id, r.seq, t.n, r.item_id, t.line_id, t.movement_id, t.kind, t.amount, r.booking_date, t.happened,
             r.document_id, t.stock_account, t.counter_account
      from unnest(v_all) r,
        rows from (json_to_recordset(r.entries) as ("lineId" uuid, "movementId" uuid, kind text, amount numeric,
            happened date, "stockAccount" text, "counterAccount" text))
          with ordinality as t(line_id, movement_id, kind, amount, happened, stock_account, counter_account, n)
      returning company_id, item_id, booking_date, amount
  )
  insert into inventory.value_turnover as t (company_id, level, period, item_id, cost, written_down)
    select v.company_id, l.level, date_trunc(l.level, v.booking_date::timestamp)::date, v.item_id, sum(v.amount), 0
    from made v
    cross join (values ('year'), ('month'), ('day')) as l(level)
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
    on conflict (company_id, level, period, item_id) do update set cost = t.cost + excluded.cost;

  insert into inventory.cost_pools as p (company_id, item_id, version, method, quantity, value, last_value,
      last_quantity, end_key, end_arrival, arrivals, since_checkpoint)
    select r.company_id, r.item_id, r.version, r.method, w.quantity, w.value, (w.last ->> 'value')::numeric,
           (w.last ->> 'quantity')::numeric, w."end" ->> 'key', (w."end" ->> 'arrival')::int, w.arrivals,
           w."sinceCheckpoint"
    from unnest(v_all) r,
      json_to_record(r.pool) as w(quantity numeric, value numeric, last json, "end" json, arrivals int,
        "sinceCheckpoint" int)
    on conflict (company_id, item_id) do update
      set version = excluded.version, quantity = excluded.quantity, value = excluded.value,
          last_value = excluded.last_value, last_quantity = excluded.last_quantity, end_key = excluded.end_key,
          end_arrival = excluded.end_arrival, arrivals = excluded.arrivals,
          since_checkpoint = excluded.since_checkpoint;
end $project$;

-- Planned once a connection, as a function of SQL called from others is not.
create or replace function inventory.add_to_value_turnover(p_companies uuid[], p_seqs bigint[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
begin
  insert into inventory.value_turnover as t (company_id, level, period, item_id, cost, written_down)
    select v.company_id, l.level, date_trunc(l.level, v.booking_date::timestamp)::date, v.item_id,
           sum(case when v.kind = 'WRITE_DOWN' then 0 else v.amount end),
           sum(case when v.kind = 'WRITE_DOWN' then v.amount else 0 end)
    from unnest(p_companies, p_seqs) as s(company_id, seq)
    join inventory.value_entries v on v.company_id = s.company_id and v.seq = s.seq
    cross join (values ('year'), ('month'), ('day')) as l(level)
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
    on conflict (company_id, level, period, item_id) do update
      set cost = t.cost + excluded.cost, written_down = t.written_down + excluded.written_down;
end $$;

-- As before: what there is now and what came and went follow legs, and nothing leaves a place that was not there. What
-- cannot be is not looked for: most legs have no serial numbers, and many only come or only go.
create or replace function inventory.carry_legs() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  v_sign int;
  v_signs int[];
  v_serials boolean;
  v_checks boolean;
  v_short record;
begin
  select case when bool_or(serial is not null) then array_agg(distinct sign(quantity)::int) else '{0}' end,
         bool_or(serial is not null), bool_or(quantity < 0 and not allows_short)
    into v_signs, v_serials, v_checks from fresh;

  -- What leaves goes first, as -1 does of the signs: a thing with a serial number is never in two places.
  foreach v_sign in array coalesce(v_signs, '{}') loop
    insert into inventory.stock_levels as w (company_id, item_id, warehouse_id, in_transit, lot_id, serial, quantity)
      select company_id, item_id, warehouse_id, in_transit,
             coalesce(lot_id, '00000000-0000-0000-0000-000000000000'), coalesce(serial, ''), sum(quantity)
      from fresh where v_sign = 0 or sign(quantity) = v_sign group by 1, 2, 3, 4, 5, 6
      on conflict (company_id, item_id, warehouse_id, in_transit, lot_id, serial)
        do update set quantity = w.quantity + excluded.quantity;
  end loop;

  insert into inventory.stock_turnover as w
      (company_id, level, period, item_id, warehouse_id, in_transit, quantity_in, quantity_out, quantity_transferred)
    select f.company_id, l.level, date_trunc(l.level, f.booking_date::timestamp)::date, f.item_id, f.warehouse_id, f.in_transit,
           coalesce(sum(f.quantity) filter (where f.quantity > 0 and not f.is_transfer), 0),
           coalesce(-sum(f.quantity) filter (where f.quantity < 0 and not f.is_transfer), 0),
           coalesce(sum(f.quantity) filter (where f.is_transfer), 0)
    from fresh f, unnest(array['day', 'month', 'year']) as l(level)
    group by 1, 2, 3, 4, 5, 6
    on conflict (company_id, level, period, item_id, warehouse_id, in_transit)
      do update set quantity_in = w.quantity_in + excluded.quantity_in,
                    quantity_out = w.quantity_out + excluded.quantity_out,
                    quantity_transferred = w.quantity_transferred + excluded.quantity_transferred;

  if v_serials and exists (
    select from fresh f
    join inventory.stock_levels w on w.company_id = f.company_id and w.item_id = f.item_id
      and w.warehouse_id = f.warehouse_id and w.in_transit = f.in_transit and w.serial = f.serial
    where f.serial is not null and w.quantity > 1)
  then
    raise exception 'a serial number is there twice'
      using errcode = 'unique_violation', constraint = 'stock_levels_serial_once';
  end if;
  if v_checks is not true then
    return null;
  end if;

  -- From the first moment that goods left until now: what there is less what came and went after each moment.
  select k.item_id, k.warehouse_id, m.least into v_short
  from (
    select company_id, item_id, warehouse_id, in_transit, lot_id, serial, min(at) as at, min(seq) as seq
    from fresh where quantity < 0 and not allows_short
    group by 1, 2, 3, 4, 5, 6
  ) k
  cross join lateral (
    select min(w.quantity - x.after) as least
    from inventory.stock_levels w,
      (select coalesce(sum(g.moved) over (order by g.at desc, g.seq desc
                        rows between unbounded preceding and 1 preceding), 0) as after
       from (
         select l.at, l.seq, sum(l.quantity) as moved from inventory.stock_legs l
         where l.company_id = k.company_id and l.item_id = k.item_id and l.warehouse_id = k.warehouse_id
           and l.in_transit = k.in_transit and (l.at, l.seq) >= (k.at, k.seq)
           and (k.lot_id is null or l.lot_id = k.lot_id) and (k.serial is null or l.serial = k.serial)
         group by l.at, l.seq) g) x
    where w.company_id = k.company_id and w.item_id = k.item_id and w.warehouse_id = k.warehouse_id
      and w.in_transit = k.in_transit and w.lot_id = coalesce(k.lot_id, '00000000-0000-0000-0000-000000000000')
      and w.serial = coalesce(k.serial, '')
  ) m
  where m.least < 0
  limit 1;
  if found then
    raise exception 'item % in warehouse % falls to %', v_short.item_id, v_short.warehouse_id, v_short.least
      using errcode = 'check_violation', constraint = 'stock_not_short',
      detail = v_short.item_id || ' ' || v_short.warehouse_id || ' ' || -v_short.least;
  end if;
  return null;
end $$;

-- As before; where nothing is kept back nothing can be missing from it.
create or replace function inventory.project_9_reservations(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e inventory.event_store;
  v_short record;
begin
  if not exists (select from unnest(p_events) v where v.event_type = 'StockReserved')
    and not exists (select from inventory.reservations r
                    where r.company_id in (select v.company_id from unnest(p_events) v) and not r.is_released)
  then
    return;
  end if;
  foreach e in array p_events loop
    case e.event_type
      when 'StockReserved' then
        insert into inventory.reservations (company_id, id, item_id, warehouse_id, document, quantity, issued, until,
            is_released, version, created_at)
          values (e.company_id, e.aggregate_id, (e.data ->> 'itemId')::uuid, (e.data ->> 'warehouseId')::uuid,
            e.data ->> 'document', (e.data ->> 'quantity')::numeric, 0, (e.data ->> 'until')::date, false, e.version,
            e.recorded_at);
      when 'StockReservationReleased' then
        update inventory.reservations set is_released = true, version = e.version
          where company_id = e.company_id and id = e.aggregate_id;
      when 'StockMovementPosted' then
        -- The reversal of an issue carries the opposite legs, and so gives back what the issue took.
        if e.data -> 'content' ->> 'kind' = 'ISSUE' and e.data -> 'content' ->> 'reference' is not null then
          update inventory.reservations r set issued = r.issued - l.quantity
            from (select "itemId" as item_id, "warehouseId" as warehouse_id, sum(quantity) as quantity
                  from json_to_recordset(e.data -> 'legs') as x("itemId" uuid, "warehouseId" uuid, quantity numeric)
                  group by 1, 2) l
            where r.company_id = e.company_id and r.item_id = l.item_id and r.warehouse_id = l.warehouse_id
              and r.document = (e.data -> 'content' ->> 'reference') and not r.is_released;
        end if;
      else null;
    end case;
  end loop;

  select t.item_id, t.warehouse_id, t.reserved - t.on_hand as missing into v_short
  from (
    select k.item_id, k.warehouse_id, inventory.reserved(k.company_id, k.item_id, k.warehouse_id, k.day) as reserved,
           (select coalesce(sum(w.quantity), 0) from inventory.stock_levels w
            where w.company_id = k.company_id and w.item_id = k.item_id and w.warehouse_id = k.warehouse_id
              and not w.in_transit) as on_hand
    from (
      -- The last that was done to a place says whether it is looked at.
      select distinct on (a.company_id, a.item_id, a.warehouse_id) a.*
      from (
        select v.company_id, v.seq, (v.data ->> 'itemId')::uuid as item_id, (v.data ->> 'warehouseId')::uuid as warehouse_id,
               (v.recorded_at at time zone 'Asia/Tbilisi')::date as day, true as is_checked
        from unnest(p_events) v where v.event_type = 'StockReserved'
        union all
        select v.company_id, v.seq, l."itemId", l."warehouseId", (v.recorded_at at time zone 'Asia/Tbilisi')::date,
               l.quantity < 0 and d.reverses is null
               and (c.kind in ('TRANSFER', 'SUPPLIER_RETURN', 'ASSEMBLY') or c.kind = 'ISSUE' and c.reason <> 'LOSS')
        from unnest(p_events) v,
          json_to_record(v.data) as d(content json, legs json, reverses uuid),
          json_to_record(d.content) as c(kind text, reason text),
          json_to_recordset(d.legs) as l("itemId" uuid, "warehouseId" uuid, quantity numeric)
        where v.event_type = 'StockMovementPosted'
      ) a
      order by a.company_id, a.item_id, a.warehouse_id, a.seq desc, a.is_checked desc
    ) k
    where k.is_checked
  ) t
  where t.reserved > 0 and t.on_hand < t.reserved
  limit 1;
  if found then
    raise exception '% of item % in warehouse % is reserved', v_short.missing, v_short.item_id, v_short.warehouse_id
      using errcode = 'check_violation', constraint = 'stock_reserved',
      detail = v_short.item_id || ' ' || v_short.warehouse_id || ' ' || trim_scale(v_short.missing);
  end if;
end $project$;

-- Everything until the end of a day is a sum of whole years, months and days, of which some are taken off again: whatever
-- reaches less far. Months are counted to the beginning of the month of the day, or to its end when the day is in the
-- second half of it; years to the beginning of the year, or to its end when more than six months are before that.
create function inventory.month_cut(p_date date) returns date
language sql immutable parallel safe
return (date_trunc('month', p_date::timestamp)
        + case when extract(day from p_date) > 15 then interval '1 month' else interval '0' end)::date;
create function inventory.year_cut(p_date date) returns date
language sql immutable parallel safe
return (date_trunc('year', p_date::timestamp)
        + case when extract(month from p_date) + case when extract(day from p_date) > 15 then 1 else 0 end > 7
               then interval '1 year' else interval '0' end)::date;
grant execute on function inventory.month_cut(date), inventory.year_cut(date) to {{app_role}};
-- What is read of these tables is a few short ranges of an index; workers would cost more than they bring.
alter table inventory.stock_turnover set (parallel_workers = 0);
alter table inventory.value_turnover set (parallel_workers = 0);

-- What stock was worth by when things happened: what is in the books of another day. Few of these lie ahead.
create index value_entries_booked_later on inventory.value_entries (company_id, booking_date)
  where booking_date > happened_on;
create index value_entries_booked_before on inventory.value_entries (company_id, happened_on)
  where booking_date < happened_on;
