-- Counts of warehouses: what there should be, what was found, and what stands still meanwhile.

create table inventory.stock_counts (
  company_id uuid not null,
  id uuid not null,
  number_series text not null,
  number bigint not null,
  warehouse_id uuid not null,
  date date not null,
  status text not null check (status in ('OPEN', 'APPROVED', 'CANCELLED')),
  -- The items that are counted; null for all that there are.
  item_ids uuid[],
  note text,
  -- What its differences were booked by; null while it is open, and where there were none.
  movement_id uuid,
  uncounted text check (uncounted in ('NO_DIFFERENCE', 'MISSING')),
  reason text,
  version int not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  primary key (company_id, id),
  constraint stock_counts_number unique (company_id, number_series, number),
  constraint stock_counts_movement unique (company_id, movement_id),
  foreign key (company_id, warehouse_id) references inventory.warehouses (company_id, id),
  -- The count ends before its movement is there, in the same decision.
  foreign key (company_id, movement_id) references inventory.movements (company_id, id) deferrable initially deferred
);
create index stock_counts_listed on inventory.stock_counts (company_id, date desc, id desc);

-- What there should be and what was found, by item, lot and serial number.
create table inventory.stock_count_lines (
  company_id uuid not null,
  count_id uuid not null,
  item_id uuid not null,
  -- Zero where there are no lots; a key cannot hold null.
  lot_id uuid not null default '00000000-0000-0000-0000-000000000000',
  serial text not null default '',
  expected numeric(20, 6) not null,
  -- Null where nobody has counted.
  counted numeric(20, 6) check (counted >= 0),
  primary key (company_id, count_id, item_id, lot_id, serial),
  foreign key (company_id, count_id) references inventory.stock_counts (company_id, id),
  foreign key (company_id, item_id) references inventory.items (company_id, id)
);

-- Everything that somebody wrote down while counting, as it was said.
create table inventory.stock_count_entries (
  company_id uuid not null,
  count_id uuid not null,
  -- Version of the count that it made, and its place therein.
  version int not null,
  n int not null,
  item_id uuid not null,
  lot_id uuid,
  serial text,
  entered numeric(20, 6) not null,
  unit text not null references inventory.units (code),
  quantity numeric(20, 6) not null check (quantity >= 0),
  -- Whether it takes the place of what was counted before, or is more of it.
  replaces boolean not null,
  entered_at timestamptz not null,
  entered_by uuid not null,
  primary key (company_id, count_id, version, n),
  foreign key (company_id, count_id) references inventory.stock_counts (company_id, id),
  foreign key (company_id, item_id) references inventory.items (company_id, id)
);

-- What stands still: an item in a warehouse, or, where the item is zero, all of the warehouse.
create table inventory.frozen_stock (
  company_id uuid not null,
  warehouse_id uuid not null,
  item_id uuid not null,
  count_id uuid not null,
  primary key (company_id, warehouse_id, item_id),
  foreign key (company_id, count_id) references inventory.stock_counts (company_id, id)
);
create index frozen_stock_of_count on inventory.frozen_stock (company_id, count_id);

call inventory.keep_companies_apart('stock_counts', 'stock_count_lines', 'stock_count_entries', 'frozen_stock');
grant insert, update on inventory.stock_counts, inventory.stock_count_lines to {{writer_role}};
grant insert on inventory.stock_count_entries to {{writer_role}};
grant insert, delete on inventory.frozen_stock to {{writer_role}};

-- Takes the events one after the other, as they stand in the log: what one of them freezes the next may not move. Goods on
-- the way are in no warehouse and are not counted.
create function inventory.project_9_stock_counts(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  c_all constant uuid := '00000000-0000-0000-0000-000000000000';
  e inventory.event_store;
  v_warehouse uuid;
  v_items uuid[];
  v_count uuid;
  v_frozen record;
begin
  -- Where nothing is counted nothing stands still.
  if not exists (select from unnest(p_events) v where v.aggregate_type = 'StockCount')
    and not exists (select from inventory.frozen_stock f
                    where f.company_id in (select v.company_id from unnest(p_events) v))
  then
    return;
  end if;
  foreach e in array p_events loop
    case e.event_type
      when 'StockCountOpened' then
        v_warehouse := (e.data ->> 'warehouseId')::uuid;
        v_items := case when json_typeof(e.data -> 'itemIds') = 'array'
          then array(select i::uuid from json_array_elements_text(e.data -> 'itemIds') i) end;
        select f.count_id into v_count from inventory.frozen_stock f
          where f.company_id = e.company_id and f.warehouse_id = v_warehouse
            and (v_items is null or f.item_id = c_all or f.item_id = any (v_items)) limit 1;
        if found then
          raise exception 'the warehouse % is being counted already', v_warehouse
            using errcode = 'exclusion_violation', constraint = 'stock_counts_overlap', detail = v_count;
        end if;
        -- What moved since the stock was looked at is not in what is expected: the command is decided again.
        if exists (
          select from inventory.event_store v
          cross join lateral json_to_recordset(v.data -> 'legs') as l("itemId" uuid, "warehouseId" uuid, "inTransit" bool)
          where v.company_id = e.company_id and v.seq > (e.data ->> 'asOfSeq')::bigint and v.seq < e.seq
            and v.event_type = 'StockMovementPosted' and l."warehouseId" = v_warehouse and not l."inTransit"
            and (v_items is null or l."itemId" = any (v_items)))
        then
          raise exception 'goods moved in the warehouse % after they were looked at', v_warehouse
            using errcode = 'unique_violation', constraint = 'event_store_aggregate_version';
        end if;
        insert into inventory.stock_counts (company_id, id, number_series, number, warehouse_id, date, status, item_ids,
            note, version, created_at, created_by, updated_at)
          values (e.company_id, e.aggregate_id, e.document_series, e.document_number, v_warehouse,
            (e.data ->> 'date')::date, 'OPEN', v_items, e.data ->> 'note', e.version, e.recorded_at,
            (e.metadata ->> 'userId')::uuid, e.recorded_at);
        insert into inventory.frozen_stock (company_id, warehouse_id, item_id, count_id)
          select e.company_id, v_warehouse, i, e.aggregate_id from unnest(coalesce(v_items, array[c_all])) i;
        insert into inventory.stock_count_lines (company_id, count_id, item_id, lot_id, serial, expected)
          select e.company_id, e.aggregate_id, l."itemId", coalesce(l."lotId", c_all), coalesce(l.serial, ''), l.quantity
          from json_to_recordset(e.data -> 'expected')
            as l("itemId" uuid, "lotId" uuid, serial text, quantity numeric);
      when 'StockCountEntered' then
        insert into inventory.stock_count_entries (company_id, count_id, version, n, item_id, lot_id, serial, entered, unit,
            quantity, replaces, entered_at, entered_by)
          select e.company_id, e.aggregate_id, e.version, l.n, (l.said ->> 'itemId')::uuid, (l.said ->> 'lotId')::uuid,
                 l.said ->> 'serial', (l.said ->> 'entered')::numeric, l.said ->> 'unit', (l.said ->> 'quantity')::numeric,
                 (e.data ->> 'replaces')::bool, e.recorded_at, (e.metadata ->> 'userId')::uuid
          from json_array_elements(e.data -> 'entries') with ordinality as l(said, n);
        insert into inventory.stock_count_lines as w (company_id, count_id, item_id, lot_id, serial, expected, counted)
          select e.company_id, e.aggregate_id, l."itemId", coalesce(l."lotId", c_all), coalesce(l.serial, ''), 0,
                 sum(l.quantity)
          from json_to_recordset(e.data -> 'entries')
            as l("itemId" uuid, "lotId" uuid, serial text, quantity numeric)
          group by 3, 4, 5
          on conflict (company_id, count_id, item_id, lot_id, serial) do update
            set counted = excluded.counted
              + case when (e.data ->> 'replaces')::bool or w.serial <> '' then 0 else coalesce(w.counted, 0) end;
        update inventory.stock_counts set version = e.version, updated_at = e.recorded_at
          where company_id = e.company_id and id = e.aggregate_id;
      when 'StockCountApproved', 'StockCountCancelled' then
        update inventory.stock_counts
          set status = case e.event_type when 'StockCountApproved' then 'APPROVED' else 'CANCELLED' end,
              movement_id = (e.data ->> 'movementId')::uuid, uncounted = e.data ->> 'uncounted',
              reason = e.data ->> 'reason', version = e.version, updated_at = e.recorded_at
          where company_id = e.company_id and id = e.aggregate_id;
        delete from inventory.frozen_stock where company_id = e.company_id and count_id = e.aggregate_id;
      when 'StockMovementPosted' then
        select l."itemId" as item_id, f.warehouse_id, f.count_id into v_frozen
          from inventory.frozen_stock f
          join json_to_recordset(e.data -> 'legs') as l("itemId" uuid, "warehouseId" uuid, "inTransit" bool)
            on l."warehouseId" = f.warehouse_id and not l."inTransit" and f.item_id in (c_all, l."itemId")
          where f.company_id = e.company_id limit 1;
        if found then
          raise exception 'item % in warehouse % is being counted', v_frozen.item_id, v_frozen.warehouse_id
            using errcode = 'check_violation', constraint = 'stock_frozen',
            detail = v_frozen.item_id || ' ' || v_frozen.warehouse_id || ' ' || v_frozen.count_id;
        end if;
      else null;
    end case;
  end loop;
end $project$;
grant execute on function inventory.project_9_stock_counts(inventory.event_store[]) to {{writer_role}};

-- As before, but of many at once each is looked at by itself: what there is after it is what there is now, less what those
-- behind it moved. What takes too much is no longer covered by what comes in behind it.
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
    continue when e.event_type not in ('StockReserved', 'StockMovementPosted');

    select t.item_id, t.warehouse_id, t.reserved - t.on_hand as missing into v_short
    from (
      select k.item_id, k.warehouse_id, k.reserved,
             (select coalesce(sum(w.quantity), 0) from inventory.stock_levels w
              where w.company_id = e.company_id and w.item_id = k.item_id and w.warehouse_id = k.warehouse_id
                and not w.in_transit)
             - (select coalesce(sum(l.quantity), 0) from unnest(p_events) v
                cross join lateral json_to_recordset(v.data -> 'legs')
                  as l("itemId" uuid, "warehouseId" uuid, "inTransit" bool, quantity numeric)
                where v.company_id = e.company_id and v.seq > e.seq and v.event_type = 'StockMovementPosted'
                  and l."itemId" = k.item_id and l."warehouseId" = k.warehouse_id and not l."inTransit") as on_hand
      from (
        select p.item_id, p.warehouse_id, inventory.reserved(e.company_id, p.item_id, p.warehouse_id,
                 (e.recorded_at at time zone 'Asia/Tbilisi')::date) as reserved
        from (
          select (e.data ->> 'itemId')::uuid as item_id, (e.data ->> 'warehouseId')::uuid as warehouse_id
          where e.event_type = 'StockReserved'
          union
          select l."itemId", l."warehouseId"
          from json_to_record(e.data) as m(content json, legs json, reverses uuid),
            json_to_record(m.content) as c(kind text, reason text),
            json_to_recordset(m.legs) as l("itemId" uuid, "warehouseId" uuid, quantity numeric)
          where e.event_type = 'StockMovementPosted' and l.quantity < 0 and m.reverses is null
            and (c.kind in ('TRANSFER', 'SUPPLIER_RETURN', 'ASSEMBLY') or c.kind = 'ISSUE' and c.reason <> 'LOSS')
        ) p
        offset 0
      ) k
      where k.reserved > 0
    ) t
    where t.on_hand < t.reserved
    limit 1;
    if found then
      raise exception '% of item % in warehouse % is reserved', v_short.missing, v_short.item_id, v_short.warehouse_id
        using errcode = 'check_violation', constraint = 'stock_reserved',
        detail = v_short.item_id || ' ' || v_short.warehouse_id || ' ' || trim_scale(v_short.missing);
    end if;
  end loop;
end $project$;

-- A thing with a serial number came in when it was not there, at the end of each day of its life: also what comes in late
-- is looked at on its own day. What goes from one place of ours to another is there all the time.
create index stock_legs_of_serial on inventory.stock_legs (company_id, item_id, serial, happened_on)
  where serial is not null and not is_transfer;
create function inventory.project_9_serials(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  v_twice record;
begin
  select t.item_id, t.serial, t.day into v_twice
  from (
    select k.item_id, k.serial, g.happened_on as day,
           sum(sum(g.quantity)) over (partition by k.company_id, k.item_id, k.serial order by g.happened_on) as there
    from (
      select distinct v.company_id, l."itemId" as item_id, l.serial
      from unnest(p_events) v
      cross join lateral json_to_recordset(v.data -> 'legs')
        as l("itemId" uuid, serial text, quantity numeric, "isTransfer" bool)
      where v.event_type = 'StockMovementPosted' and position('"serial":"' in v.data::text) > 0
        and l.serial is not null and l.quantity > 0 and not l."isTransfer"
    ) k
    join inventory.stock_legs g on g.company_id = k.company_id and g.item_id = k.item_id and g.serial = k.serial
      and not g.is_transfer
    group by k.company_id, k.item_id, k.serial, g.happened_on
  ) t
  where t.there > 1
  limit 1;
  if found then
    raise exception 'the serial number % of item % would be there twice on %', v_twice.serial, v_twice.item_id, v_twice.day
      using errcode = 'unique_violation', constraint = 'stock_levels_serial_once';
  end if;
end $project$;
grant execute on function inventory.project_9_serials(inventory.event_store[]) to {{writer_role}};
