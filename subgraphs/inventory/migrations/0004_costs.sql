-- What stock costs. A pool is one item of a company, in all of its warehouses; everything here is made of the events
-- `ItemRevalued`, which tell each change with all of its figures: nothing is reckoned here.

-- Where a pool stands: what the next line that comes behind all others is folded on.
create table inventory.cost_pools (
  company_id uuid not null,
  item_id uuid not null,
  version int not null,
  method text not null check (method in ('FIFO', 'AVERAGE')),
  -- Both negative where it was sold short.
  quantity numeric(20, 6) not null,
  value numeric(20, 2) not null,
  last_value numeric(20, 2),
  last_quantity numeric(20, 6),
  end_key text collate "C",
  end_arrival int,
  arrivals int not null,
  since_checkpoint int not null,
  primary key (company_id, item_id),
  constraint cost_pools_nothing_left check (quantity <> 0 or value = 0)
) with (fillfactor = 70);

-- Everything that changed what there is of an item, and what is booked for it: its true cost by what is known.
create table inventory.cost_lines (
  company_id uuid not null,
  line_id uuid not null,
  item_id uuid not null,
  movement_id uuid not null,
  -- When it happened, as text that sorts; equal moments by arrival.
  key text collate "C" not null,
  arrival int not null,
  kind text not null check (kind in ('IN', 'IN_AT_POOL_COST', 'IN_RETURN', 'IN_ASSEMBLED', 'OUT', 'OUT_RETURN')),
  quantity numeric(20, 6) not null check (quantity > 0),
  given numeric(20, 2) not null,
  added numeric(20, 2) not null default 0,
  of_line uuid,
  from_lines uuid[],
  stock_account text not null,
  counter_account text not null,
  cost numeric(20, 2) not null default 0 check (cost >= 0),
  missing numeric(20, 6) not null default 0,
  primary key (company_id, line_id)
);
create unique index cost_lines_in_order on inventory.cost_lines (company_id, item_id, key, arrival);
create index cost_lines_of_line on inventory.cost_lines (company_id, of_line) where of_line is not null;
create index cost_lines_of_movement on inventory.cost_lines (company_id, movement_id);

create table inventory.cost_components (
  company_id uuid not null,
  component_line_id uuid not null,
  product_line_id uuid not null,
  primary key (company_id, component_line_id, product_line_id)
);
create index cost_components_of_product on inventory.cost_components (company_id, product_line_id);

-- Out of which layers a line came: the line by which each came in, how much of it and at what value.
create table inventory.cost_allocations (
  company_id uuid not null,
  line_id uuid not null,
  n int not null,
  layer_id uuid not null,
  quantity numeric(20, 6) not null check (quantity > 0),
  value numeric(20, 2) not null check (value >= 0),
  primary key (company_id, line_id, n)
);
create index cost_allocations_of_layer on inventory.cost_allocations (company_id, layer_id);

-- What layers still hold; those that hold nothing are not here.
create table inventory.cost_layers (
  company_id uuid not null,
  item_id uuid not null,
  line_id uuid not null,
  quantity numeric(20, 6) not null check (quantity > 0),
  value numeric(20, 2) not null check (value >= 0),
  primary key (company_id, item_id, line_id)
) with (fillfactor = 70);

-- What is sold and not there yet, and what it is thought to cost until something comes in.
create table inventory.cost_shorts (
  company_id uuid not null,
  item_id uuid not null,
  line_id uuid not null,
  quantity numeric(20, 6) not null check (quantity > 0),
  value numeric(20, 2) not null,
  cost numeric(20, 2) not null,
  primary key (company_id, item_id, line_id)
);

-- The state of a pool behind some of its lines, so that a change of its past need not begin at the beginning.
create table inventory.cost_checkpoints (
  company_id uuid not null,
  item_id uuid not null,
  key text collate "C" not null,
  arrival int not null,
  state json not null,
  primary key (company_id, item_id, key, arrival)
);

-- Everything that was ever booked on the value of stock; nothing here is changed or taken away.
create table inventory.value_entries (
  company_id uuid not null,
  -- Place of its event in the log, and within the event.
  seq bigint not null,
  n int not null,
  item_id uuid not null,
  line_id uuid,
  movement_id uuid,
  kind text not null check (kind in ('COST', 'REVERSAL', 'ADDED', 'ADJUSTMENT', 'WRITE_DOWN')),
  -- By how much stock is worth more.
  amount numeric(20, 2) not null check (amount <> 0),
  booking_date date not null,
  happened_on date not null,
  document_id uuid not null,
  stock_account text not null,
  counter_account text not null,
  primary key (company_id, seq, n)
);
create index value_entries_of_item on inventory.value_entries (company_id, item_id, booking_date, seq, n);
create index value_entries_of_document on inventory.value_entries (company_id, document_id);
create index value_entries_of_line on inventory.value_entries (company_id, line_id);

-- The sums of them by item and span of the calendar, by the date of booking.
create table inventory.value_turnover (
  company_id uuid not null,
  level text not null check (level in ('year', 'month', 'day')),
  period date not null,
  item_id uuid not null,
  -- What was booked on the stock itself, and for writing it down (0 or less in sum).
  cost numeric(20, 2) not null,
  written_down numeric(20, 2) not null,
  primary key (company_id, level, period, item_id)
) with (fillfactor = 70);
create index value_turnover_of_item on inventory.value_turnover (company_id, item_id, level, period);

call inventory.keep_companies_apart('cost_pools', 'cost_lines', 'cost_components', 'cost_allocations', 'cost_layers',
  'cost_shorts', 'cost_checkpoints', 'value_entries', 'value_turnover');
grant insert, update, delete on inventory.cost_pools, inventory.cost_lines, inventory.cost_components,
  inventory.cost_allocations, inventory.cost_layers, inventory.cost_shorts, inventory.cost_checkpoints
  to {{writer_role}};
grant insert on inventory.value_entries to {{writer_role}};
grant insert, update on inventory.value_turnover to {{writer_role}};

-- Adds entries that are just made to the sums; `p_seqs` are their places in the logs of `p_companies`.
create function inventory.add_to_value_turnover(p_companies uuid[], p_seqs bigint[]) returns void
language sql volatile set search_path = pg_catalog, pg_temp
as $$
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
$$;
grant execute on function inventory.add_to_value_turnover(uuid[], bigint[]) to {{writer_role}};

-- Of one batch, no pool has two events: each rests on the one before.
create function inventory.project_4_costs(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  v_event inventory.event_store;
  v_item uuid;
  v_data json;
  v_from json;
begin
  foreach v_event in array p_events loop
    continue when v_event.event_type <> 'ItemRevalued';
    v_data := v_event.data;
    v_item := (v_data ->> 'itemId')::uuid;

    if json_array_length(v_data -> 'removed') > 0 then
      delete from inventory.cost_lines l using json_array_elements_text(v_data -> 'removed') r(id)
        where l.company_id = v_event.company_id and l.line_id = r.id::uuid;
      delete from inventory.cost_allocations a using json_array_elements_text(v_data -> 'removed') r(id)
        where a.company_id = v_event.company_id and a.line_id = r.id::uuid;
      delete from inventory.cost_components c using json_array_elements_text(v_data -> 'removed') r(id)
        where c.company_id = v_event.company_id and c.product_line_id = r.id::uuid;
      delete from inventory.cost_components c using json_array_elements_text(v_data -> 'removed') r(id)
        where c.company_id = v_event.company_id and c.component_line_id = r.id::uuid;
    end if;

    if json_array_length(v_data -> 'lines') > 0 then
      insert into inventory.cost_lines (company_id, line_id, item_id, movement_id, key, arrival, kind, quantity, given,
          of_line, from_lines, stock_account, counter_account)
        select v_event.company_id, l."lineId", v_item, l."movementId", l.key, l.arrival, l.kind, l.quantity, l.given,
               l.of, case when l."from" is not null then
                 array(select f::uuid from json_array_elements_text(l."from") with ordinality as t(f, i) order by i) end,
               l."stockAccount", l."counterAccount"
        from json_to_recordset(v_data -> 'lines') as l("lineId" uuid, "movementId" uuid, key text, arrival int,
          kind text, quantity numeric, given numeric, of uuid, "from" json, "stockAccount" text, "counterAccount" text);
      insert into inventory.cost_components (company_id, component_line_id, product_line_id)
        select distinct v_event.company_id, f::uuid, l."lineId"
        from json_to_recordset(v_data -> 'lines') as l("lineId" uuid, "from" json),
             json_array_elements_text(l."from") f
        where l."from" is not null;
    end if;

    if json_array_length(v_data -> 'added') > 0 then
      update inventory.cost_lines l set added = l.added + s.amount
        from (select a."lineId" as line_id, sum(a.amount) as amount
              from json_to_recordset(v_data -> 'added') as a("lineId" uuid, amount numeric) group by 1) s
        where l.company_id = v_event.company_id and l.line_id = s.line_id;
    end if;

    if json_array_length(v_data -> 'costs') > 0 then
      update inventory.cost_lines l set cost = c.cost, missing = c.missing
        from json_to_recordset(v_data -> 'costs') as c("lineId" uuid, cost numeric, missing numeric)
        where l.company_id = v_event.company_id and l.line_id = c."lineId";
      delete from inventory.cost_allocations a
        using json_to_recordset(v_data -> 'costs') as c("lineId" uuid)
        where a.company_id = v_event.company_id and a.line_id = c."lineId";
      insert into inventory.cost_allocations (company_id, line_id, n, layer_id, quantity, value)
        select v_event.company_id, c."lineId", a.n, (a.part ->> 'layerId')::uuid, (a.part ->> 'quantity')::numeric,
               (a.part ->> 'value')::numeric
        from json_to_recordset(v_data -> 'costs') as c("lineId" uuid, allocations json),
             json_array_elements(c.allocations) with ordinality as a(part, n);
    end if;

    if json_array_length(v_data -> 'layers') > 0 then
      delete from inventory.cost_layers y
        using json_to_recordset(v_data -> 'layers') as l("lineId" uuid, quantity numeric)
        where y.company_id = v_event.company_id and y.item_id = v_item and y.line_id = l."lineId" and l.quantity = 0;
      insert into inventory.cost_layers as y (company_id, item_id, line_id, quantity, value)
        select v_event.company_id, v_item, l."lineId", l.quantity, l.value
        from json_to_recordset(v_data -> 'layers') as l("lineId" uuid, quantity numeric, value numeric)
        where l.quantity <> 0
        on conflict (company_id, item_id, line_id) do update
          set quantity = excluded.quantity, value = excluded.value;
    end if;

    if json_array_length(v_data -> 'shorts') > 0 then
      delete from inventory.cost_shorts y
        using json_to_recordset(v_data -> 'shorts') as l("lineId" uuid, quantity numeric)
        where y.company_id = v_event.company_id and y.item_id = v_item and y.line_id = l."lineId" and l.quantity = 0;
      insert into inventory.cost_shorts as y (company_id, item_id, line_id, quantity, value, cost)
        select v_event.company_id, v_item, l."lineId", l.quantity, l.value, l.cost
        from json_to_recordset(v_data -> 'shorts') as l("lineId" uuid, quantity numeric, value numeric, cost numeric)
        where l.quantity <> 0
        on conflict (company_id, item_id, line_id) do update
          set quantity = excluded.quantity, value = excluded.value, cost = excluded.cost;
    end if;

    v_from := v_data -> 'checkpoints' -> 'droppedFrom';
    if json_typeof(v_from) = 'object' then
      delete from inventory.cost_checkpoints c
        where c.company_id = v_event.company_id and c.item_id = v_item
          and (c.key, c.arrival) >= ((v_from ->> 'key') collate "C", (v_from ->> 'arrival')::int);
    end if;
    if json_array_length(v_data -> 'checkpoints' -> 'made') > 0 then
      insert into inventory.cost_checkpoints (company_id, item_id, key, arrival, state)
        select v_event.company_id, v_item, m.key, m.arrival, m.state
        from json_to_recordset(v_data -> 'checkpoints' -> 'made') as m(key text, arrival int, state json);
    end if;

    insert into inventory.value_entries (company_id, seq, n, item_id, line_id, movement_id, kind, amount, booking_date,
        happened_on, document_id, stock_account, counter_account)
      select v_event.company_id, v_event.seq, t.n, v_item, (t.e ->> 'lineId')::uuid, (t.e ->> 'movementId')::uuid,
             t.e ->> 'kind', (t.e ->> 'amount')::numeric, (v_data ->> 'bookingDate')::date, (t.e ->> 'happened')::date,
             (v_data ->> 'documentId')::uuid, t.e ->> 'stockAccount', t.e ->> 'counterAccount'
      from json_array_elements(v_data -> 'entries') with ordinality as t(e, n);
    perform inventory.add_to_value_turnover(array[v_event.company_id], array[v_event.seq]);

    insert into inventory.cost_pools as p (company_id, item_id, version, method, quantity, value, last_value,
        last_quantity, end_key, end_arrival, arrivals, since_checkpoint)
      select v_event.company_id, v_item, v_event.version, v_data ->> 'method', (w ->> 'quantity')::numeric,
             (w ->> 'value')::numeric, (w -> 'last' ->> 'value')::numeric, (w -> 'last' ->> 'quantity')::numeric,
             w -> 'end' ->> 'key', (w -> 'end' ->> 'arrival')::int, (w ->> 'arrivals')::int,
             (w ->> 'sinceCheckpoint')::int
      from (select v_data -> 'pool') s(w)
      on conflict (company_id, item_id) do update
        set version = excluded.version, quantity = excluded.quantity, value = excluded.value,
            last_value = excluded.last_value, last_quantity = excluded.last_quantity, end_key = excluded.end_key,
            end_arrival = excluded.end_arrival, arrivals = excluded.arrivals,
            since_checkpoint = excluded.since_checkpoint;
  end loop;
end $project$;
grant execute on function inventory.project_4_costs(inventory.event_store[]) to {{writer_role}};
