-- Movements of goods, and the quantities that follow from them.

create table inventory.movements (
  company_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('RECEIPT', 'ISSUE', 'TRANSFER', 'TRANSFER_RECEIPT', 'CUSTOMER_RETURN',
    'SUPPLIER_RETURN', 'COUNT', 'ASSEMBLY')),
  status text not null check (status in ('DRAFT', 'DISCARDED', 'APPROVED', 'POSTED', 'REVERSED')),
  number_series text,
  number bigint,
  date date not null,
  time text,
  booking_date date not null,
  -- Position in the log of what moved the goods; null until then.
  seq bigint,
  counterparty_id uuid,
  tax_invoice_id uuid,
  -- Of what arrives: the transfer by which it left.
  transfer_id uuid,
  reverses uuid,
  reversed_by uuid,
  reversal_reason text,
  content jsonb not null,
  version int not null,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  primary key (company_id, id),
  constraint movements_number unique (company_id, number_series, number),
  constraint movements_reversed_once unique (company_id, reverses),
  constraint movements_numbered_when_posted check ((seq is null) = (number is null))
);
create index movements_listed on inventory.movements (company_id, date desc, id desc);
create index movements_of_invoice on inventory.movements (company_id, tax_invoice_id) where tax_invoice_id is not null;
create index movements_of_counterparty on inventory.movements (company_id, counterparty_id, date desc, id desc)
  where counterparty_id is not null;
create index movements_of_transfer on inventory.movements (company_id, transfer_id) where transfer_id is not null;

-- Lines of posted movements. They never change.
create table inventory.movement_lines (
  company_id uuid not null,
  id uuid not null,
  movement_id uuid not null,
  line int not null,
  item_id uuid not null,
  direction text not null check (direction in ('IN', 'OUT')),
  -- In the base unit of the item.
  quantity numeric(20, 6) not null check (quantity > 0),
  -- What was booked for it when it was posted; null where nothing changes its value.
  cost numeric(20, 2),
  -- The line that goods come back of.
  of_line uuid,
  primary key (company_id, id),
  constraint movement_lines_once unique (company_id, movement_id, line),
  foreign key (company_id, movement_id) references inventory.movements (company_id, id),
  foreign key (company_id, item_id) references inventory.items (company_id, id)
);
create index movement_lines_returned on inventory.movement_lines (company_id, of_line) where of_line is not null;
create index movement_lines_of_item on inventory.movement_lines (company_id, item_id);

-- What a line puts into or takes out of a place: a warehouse, or the way to it. Lots and serial numbers have legs of
-- their own. They never change, and a reversal adds the opposite.
create table inventory.stock_legs (
  company_id uuid not null,
  movement_id uuid not null,
  line_id uuid not null,
  leg int not null,
  item_id uuid not null,
  warehouse_id uuid not null,
  in_transit boolean not null,
  lot_id uuid,
  serial text,
  quantity numeric(20, 6) not null check (quantity <> 0),
  -- When it happened, in one number: days since 1970 times 10,000, and within the day 0 for what came in without a time,
  -- 9999 for what went out without one, and else minutes from 1. Equal moments are told apart by `seq`, the position in
  -- the log; a reversal stands at the moment and position of what it reverses.
  at bigint not null,
  seq bigint not null,
  happened_on date not null,
  booking_date date not null,
  -- From one place of ours to another.
  is_transfer boolean not null,
  -- Whether more might go out than there was, when this went out.
  allows_short boolean not null,
  primary key (company_id, line_id, leg),
  foreign key (company_id, line_id) references inventory.movement_lines (company_id, id),
  foreign key (company_id, warehouse_id) references inventory.warehouses (company_id, id)
);
create index stock_legs_in_place on inventory.stock_legs (company_id, item_id, warehouse_id, in_transit, at, seq);
create index stock_legs_of_item on inventory.stock_legs (company_id, item_id, booking_date, seq);
create index stock_legs_of_movement on inventory.stock_legs (company_id, movement_id);
-- What entered the books on another day than it happened on: the difference between the two ways to look at the past.
create index stock_legs_out_of_time on inventory.stock_legs (company_id, booking_date) where booking_date <> happened_on;

-- What there is now of an item in a place, by lot and serial number.
create table inventory.stock_levels (
  company_id uuid not null,
  item_id uuid not null,
  warehouse_id uuid not null,
  in_transit boolean not null,
  -- Zero where there are no lots; a key cannot hold null.
  lot_id uuid not null default '00000000-0000-0000-0000-000000000000',
  serial text not null default '',
  quantity numeric(20, 6) not null,
  primary key (company_id, item_id, warehouse_id, in_transit, lot_id, serial)
) with (fillfactor = 70);
-- A thing with a serial number is in one place.
create unique index stock_levels_serial_once on inventory.stock_levels (company_id, item_id, serial)
  where serial <> '' and quantity > 0;

-- Quantities that came and went in a year, a month, a day of the books. Only ever added to, so stock as of any date is a
-- sum over few rows, and something backdated costs as much as today's.
create table inventory.stock_turnover (
  company_id uuid not null,
  level text not null check (level in ('year', 'month', 'day')),
  -- First day of it.
  period date not null,
  item_id uuid not null,
  warehouse_id uuid not null,
  in_transit boolean not null,
  quantity_in numeric(20, 6) not null,
  quantity_out numeric(20, 6) not null,
  -- From (less than zero: to) other places of ours.
  quantity_transferred numeric(20, 6) not null,
  primary key (company_id, level, period, item_id, warehouse_id, in_transit)
) with (fillfactor = 70);
create index stock_turnover_of_item on inventory.stock_turnover (company_id, item_id, level, period);

call inventory.keep_companies_apart('movements', 'movement_lines', 'stock_legs', 'stock_levels', 'stock_turnover');
grant insert, update on inventory.movements, inventory.stock_levels, inventory.stock_turnover to {{writer_role}};
grant insert on inventory.movement_lines to {{writer_role}};
grant insert, update (booking_date) on inventory.stock_legs to {{writer_role}};

-- A posted movement stays as it is. It may be reversed, and enter the books on another day when they refused it.
create function inventory.keep_posted_movement() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if old.seq is not null and (
    row(new.company_id, new.id, new.kind, new.number_series, new.number, new.date, new.time, new.seq,
        new.counterparty_id, new.tax_invoice_id, new.transfer_id, new.reverses, new.content::text, new.created_at)
      is distinct from
    row(old.company_id, old.id, old.kind, old.number_series, old.number, old.date, old.time, old.seq,
        old.counterparty_id, old.tax_invoice_id, old.transfer_id, old.reverses, old.content::text, old.created_at)
    or (old.reversed_by is not null and new.reversed_by is distinct from old.reversed_by)
    or new.status not in ('POSTED', 'REVERSED'))
  then
    raise exception 'movement % is posted', old.id using errcode = 'restrict_violation', constraint = 'movements_as_posted';
  end if;
  return new;
end $$;
create trigger movements_as_posted before update on inventory.movements
  for each row execute function inventory.keep_posted_movement();

create function inventory.keep_posted_lines() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception '% of posted movements never change', tg_table_name
    using errcode = 'restrict_violation', constraint = 'movements_as_posted';
end $$;
create trigger movement_lines_as_posted before update on inventory.movement_lines
  for each row execute function inventory.keep_posted_lines();

-- Whatever way legs come in: what there is now and what came and went follow them, and nothing leaves a place that was
-- not there, neither then nor at any later moment, unless it may be short.
create function inventory.carry_legs() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  v_short record;
begin
  -- What leaves goes first: a thing with a serial number is never in two places.
  insert into inventory.stock_levels as w (company_id, item_id, warehouse_id, in_transit, lot_id, serial, quantity)
    select company_id, item_id, warehouse_id, in_transit,
           coalesce(lot_id, '00000000-0000-0000-0000-000000000000'), coalesce(serial, ''), sum(quantity)
    from fresh where quantity < 0 group by 1, 2, 3, 4, 5, 6
    on conflict (company_id, item_id, warehouse_id, in_transit, lot_id, serial)
      do update set quantity = w.quantity + excluded.quantity;
  insert into inventory.stock_levels as w (company_id, item_id, warehouse_id, in_transit, lot_id, serial, quantity)
    select company_id, item_id, warehouse_id, in_transit,
           coalesce(lot_id, '00000000-0000-0000-0000-000000000000'), coalesce(serial, ''), sum(quantity)
    from fresh where quantity > 0 group by 1, 2, 3, 4, 5, 6
    on conflict (company_id, item_id, warehouse_id, in_transit, lot_id, serial)
      do update set quantity = w.quantity + excluded.quantity;

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

  if exists (select from fresh f
             join inventory.stock_levels w on w.company_id = f.company_id and w.item_id = f.item_id
               and w.warehouse_id = f.warehouse_id and w.in_transit = f.in_transit and w.serial = f.serial
             where f.serial is not null and w.quantity > 1) then
    raise exception 'a serial number is there twice'
      using errcode = 'unique_violation', constraint = 'stock_levels_serial_once';
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
create trigger stock_legs_carried after insert on inventory.stock_legs
  referencing new table as fresh for each statement execute function inventory.carry_legs();

-- What came and went until the end of a day of the books, by item and place: whole years, then whole months, then days.
create function inventory.stock_until(p_company uuid, p_date date)
returns table (item_id uuid, warehouse_id uuid, in_transit boolean, quantity numeric, quantity_in numeric,
               quantity_out numeric)
language sql stable
as $$
  select t.item_id, t.warehouse_id, t.in_transit, sum(t.quantity_in - t.quantity_out + t.quantity_transferred),
         sum(t.quantity_in), sum(t.quantity_out)
  from (
    select item_id, warehouse_id, in_transit, quantity_in, quantity_out, quantity_transferred from inventory.stock_turnover
      where company_id = p_company and level = 'year' and period < date_trunc('year', p_date::timestamp)::date
    union all
    select item_id, warehouse_id, in_transit, quantity_in, quantity_out, quantity_transferred from inventory.stock_turnover
      where company_id = p_company and level = 'month' and period >= date_trunc('year', p_date::timestamp)::date
        and period < date_trunc('month', p_date::timestamp)::date
    union all
    select item_id, warehouse_id, in_transit, quantity_in, quantity_out, quantity_transferred from inventory.stock_turnover
      where company_id = p_company and level = 'day' and period >= date_trunc('month', p_date::timestamp)::date
        and period <= p_date
  ) t
  group by 1, 2, 3
$$;
grant execute on function inventory.stock_until(uuid, date) to {{app_role}};

-- Lets what a movement moved enter the books on another day.
create function inventory.rebook_legs(p_company uuid, p_movement uuid, p_date date) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
begin
  insert into inventory.stock_turnover as w
      (company_id, level, period, item_id, warehouse_id, in_transit, quantity_in, quantity_out, quantity_transferred)
    select g.company_id, l.level, date_trunc(l.level, d.day::timestamp)::date, g.item_id, g.warehouse_id, g.in_transit,
           coalesce(sum(d.sign * g.quantity) filter (where g.quantity > 0 and not g.is_transfer), 0),
           coalesce(-sum(d.sign * g.quantity) filter (where g.quantity < 0 and not g.is_transfer), 0),
           coalesce(sum(d.sign * g.quantity) filter (where g.is_transfer), 0)
    from inventory.stock_legs g, unnest(array['day', 'month', 'year']) as l(level),
      lateral (values (g.booking_date, -1), (p_date, 1)) as d(day, sign)
    where g.company_id = p_company and g.movement_id = p_movement
    group by 1, 2, 3, 4, 5, 6
    on conflict (company_id, level, period, item_id, warehouse_id, in_transit)
      do update set quantity_in = w.quantity_in + excluded.quantity_in,
                    quantity_out = w.quantity_out + excluded.quantity_out,
                    quantity_transferred = w.quantity_transferred + excluded.quantity_transferred;
  update inventory.stock_legs set booking_date = p_date where company_id = p_company and movement_id = p_movement;
end $$;
grant execute on function inventory.rebook_legs(uuid, uuid, date) to {{writer_role}};

-- The number of a movement is drawn when it moves goods; nothing else of it is made up here.
create function inventory.project_3_movements(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e inventory.event_store;
  c json;
begin
  foreach e in array p_events loop
    continue when e.aggregate_type <> 'StockMovement';
    c := e.data -> 'content';
    if e.event_type in ('StockMovementDrafted', 'StockMovementRevised', 'StockMovementPosted') then
      insert into inventory.movements as w (company_id, id, kind, status, number_series, number, date, time, booking_date,
          seq, counterparty_id, tax_invoice_id, transfer_id, reverses, reversal_reason, content, version, created_at,
          created_by, updated_at)
        values (e.company_id, e.aggregate_id, c ->> 'kind',
          case e.event_type when 'StockMovementPosted' then 'POSTED' else 'DRAFT' end,
          e.document_series, e.document_number, (c ->> 'date')::date, c ->> 'time', (c ->> 'bookingDate')::date,
          case e.event_type when 'StockMovementPosted' then e.seq end,
          (c ->> 'counterpartyId')::uuid, (c ->> 'taxInvoiceId')::uuid, (c ->> 'transferId')::uuid,
          (e.data ->> 'reverses')::uuid, e.data ->> 'reason', c, e.version, e.recorded_at,
          (e.metadata ->> 'userId')::uuid, e.recorded_at)
        on conflict (company_id, id) do update set
          kind = excluded.kind, status = excluded.status, number_series = excluded.number_series,
          number = excluded.number, date = excluded.date, time = excluded.time, booking_date = excluded.booking_date,
          seq = excluded.seq, counterparty_id = excluded.counterparty_id, tax_invoice_id = excluded.tax_invoice_id,
          transfer_id = excluded.transfer_id, content = excluded.content, version = excluded.version,
          updated_at = excluded.updated_at;
      continue when e.event_type <> 'StockMovementPosted';
      insert into inventory.movement_lines (company_id, id, movement_id, line, item_id, direction, quantity, cost, of_line)
        select e.company_id, l.id, e.aggregate_id, l.line, l."itemId", l.direction, l.quantity, k.value::numeric, l.of
        from json_to_recordset(c -> 'lines')
          as l(id uuid, line int, "itemId" uuid, direction text, quantity numeric, of uuid)
        left join json_each_text(e.data -> 'costs') k on k.key = l.id::text;
      insert into inventory.stock_legs (company_id, movement_id, line_id, leg, item_id, warehouse_id, in_transit, lot_id,
          serial, quantity, at, seq, happened_on, booking_date, is_transfer, allows_short)
        select e.company_id, e.aggregate_id, l."lineId", l.leg, l."itemId", l."warehouseId", l."inTransit", l."lotId",
               l.serial, l.quantity, l.at, coalesce((e.data ->> 'atSeq')::bigint, e.seq),
               date '1970-01-01' + (l.at / 10000)::int, (c ->> 'bookingDate')::date, l."isTransfer", l."allowsShort"
        from json_to_recordset(e.data -> 'legs') as l("lineId" uuid, leg int, "itemId" uuid, "warehouseId" uuid,
          "inTransit" bool, "lotId" uuid, serial text, quantity numeric, at bigint, "isTransfer" bool, "allowsShort" bool);
    else
      update inventory.movements set version = e.version, updated_at = e.recorded_at,
          status = case e.event_type when 'StockMovementApproved' then 'APPROVED'
            when 'StockMovementDiscarded' then 'DISCARDED' when 'StockMovementReversed' then 'REVERSED' else status end,
          reversed_by = coalesce((e.data ->> 'by')::uuid, reversed_by),
          booking_date = coalesce((e.data ->> 'bookingDate')::date, booking_date)
        where company_id = e.company_id and id = e.aggregate_id;
      if e.event_type = 'StockMovementRebooked' then
        perform inventory.rebook_legs(e.company_id, e.aggregate_id, (e.data ->> 'bookingDate')::date);
      end if;
    end if;
  end loop;
end $project$;
grant execute on function inventory.project_3_movements(inventory.event_store[]) to {{writer_role}};

-- What an assembly adds to its components comes from here; the rest goes through it and leaves nothing.
insert into inventory.default_posting_accounts (role, account_code, is_stock, name_ka, name_en) values
  ('WORK_IN_PROGRESS', '1630', false, 'დაუმთავრებელი წარმოება', 'Work in progress');
