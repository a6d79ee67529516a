-- What is kept back in a warehouse for a document, until a day. An issue whose reference names the document takes from it;
-- nothing else may take what is kept back. Losses and what a count found missing are facts, and are not refused.
create table inventory.reservations (
  company_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  warehouse_id uuid not null,
  document text not null,
  -- In the base unit of the item.
  quantity numeric(20, 6) not null check (quantity > 0),
  issued numeric(20, 6) not null,
  until date not null,
  is_released boolean not null,
  version int not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, item_id) references inventory.items (company_id, id),
  foreign key (company_id, warehouse_id) references inventory.warehouses (company_id, id)
);
-- A document keeps an item back once in a warehouse, so that it is known what its issue takes from.
create unique index reservations_once on inventory.reservations (company_id, item_id, warehouse_id, document)
  where not is_released;
create index reservations_listed on inventory.reservations (company_id, until, id);

call inventory.keep_companies_apart('reservations');
grant insert, update on inventory.reservations to {{writer_role}};

-- How much of an item is kept back in a warehouse on a day.
create function inventory.reserved(p_company uuid, p_item uuid, p_warehouse uuid, p_day date) returns numeric
language sql stable
as $$
  select coalesce(sum(greatest(r.quantity - r.issued, 0)), 0) from inventory.reservations r
  where r.company_id = p_company and r.item_id = p_item and r.warehouse_id = p_warehouse
    and not r.is_released and r.until >= p_day
$$;
grant execute on function inventory.reserved(uuid, uuid, uuid, date) to {{app_role}}, {{writer_role}};

-- Runs behind the projection of movements, and so sees what they left.
create function inventory.project_9_reservations(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e inventory.event_store;
  v_short record;
begin
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
              and r.document = e.data -> 'content' ->> 'reference' and not r.is_released;
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
               l.quantity < 0 and v.data ->> 'reverses' is null
               and (v.data -> 'content' ->> 'kind' in ('TRANSFER', 'SUPPLIER_RETURN', 'ASSEMBLY')
                    or v.data -> 'content' ->> 'kind' = 'ISSUE' and v.data -> 'content' ->> 'reason' <> 'LOSS')
        from unnest(p_events) v,
          json_to_recordset(v.data -> 'legs') as l("itemId" uuid, "warehouseId" uuid, quantity numeric)
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
grant execute on function inventory.project_9_reservations(inventory.event_store[]) to {{writer_role}};
