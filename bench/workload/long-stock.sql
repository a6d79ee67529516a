-- Two years of stock in one company, written straight into the tables of inventory: the write path is passed by, which is
-- why only the superuser can do it and nothing but a benchmark should. The tables are as the events of these movements
-- would have left them, and the log says that it has been read to its end; only the events themselves, and what the
-- ledger was asked for, are not there.
--
-- Of each item, by turns, 40 come in and 10 go out three times; what comes in gets dearer, so each issue takes from one
-- layer (FIFO) and all costs are exact.
--
-- {{company}} the company, {{user}} who did it, {{items}} how many items, {{each}} movements of each (a multiple of 4),
-- {{consumer}} by what name the ledger reads inventory's log.
set session_replication_role = replica;
set synchronous_commit = off;
set timezone = 'UTC';
set work_mem = '256MB';

create temp table things as
select i, ('00000000-0000-7000-8001-' || lpad(to_hex(i), 12, '0'))::uuid as item_id,
       ('00000000-0000-7000-8002-' || lpad(to_hex(1 + i % 3), 12, '0'))::uuid as warehouse_id
from generate_series(1, {{items}}) i;

insert into inventory.items (company_id, id, code, name_ka, kind, unit, conversions, vat, costing_method, has_lots,
                             has_serials, has_expiry, allows_short, is_active, version, created_at, updated_at)
select '{{company}}', item_id, 'B-' || lpad(i::text, 6, '0'), 'საქონელი ' || i, 'GOODS', 'PCS', '[]', 'STANDARD', 'FIFO',
       false, false, false, false, true, 1, now(), now()
from things;
insert into inventory.warehouses (company_id, id, code, name_ka, is_active, version, created_at, updated_at)
select '{{company}}', ('00000000-0000-7000-8002-' || lpad(to_hex(w), 12, '0'))::uuid, 'W' || w, 'საწყობი ' || w, true, 1,
       now(), now()
from generate_series(1, 3) w;

create temp table moves as
select s.*, (quantity * (10 + i % 900 * 0.1 + layer * 0.07))::numeric(20, 2) as cost,
       to_char(date, 'YYYY-MM-DD') || case when comes_in then 'T' else 'T~' end as key,
       case when comes_in then 'GR-' else 'GI-' end || to_char(date, 'YYYY') as series,
       (select p.line_id from (select md5('line ' || ((layer - 1) * 4 * {{items}} + i))::uuid as line_id) p) as layer_id
from (
  select (k - 1)::bigint * {{items}} + i as n, i, k, item_id, warehouse_id, (k - 1) % 4 = 0 as comes_in,
         case when (k - 1) % 4 = 0 then 40 else 10 end as quantity,
         -- The receipt itself, or that from which the issue takes.
         case when (k - 1) % 4 = 0 then (k - 1) / 4 else ((k - 1) / 4 * 3 + (k - 1) % 4 - 1) / 4 end + 1 as layer,
         current_date - 730 + (k - 1) * 720 / {{each}} + i % 7 as date,
         ('00000000-0000-7000-8003-' || lpad(to_hex((k - 1)::bigint * {{items}} + i), 12, '0'))::uuid as movement_id,
         md5('line ' || ((k - 1)::bigint * {{items}} + i))::uuid as line_id
  from generate_series(1, {{each}}) k, things
) s;
analyze moves;

insert into inventory.movements (company_id, id, kind, status, number_series, number, date, booking_date, seq, content,
                                 version, created_at, created_by, updated_at)
select '{{company}}', movement_id, case when comes_in then 'RECEIPT' else 'ISSUE' end, 'POSTED', series,
       row_number() over (partition by series order by n), date, date, 3 * n - 2,
       jsonb_build_object('kind', case when comes_in then 'RECEIPT' else 'ISSUE' end, 'date', date, 'time', null,
         'bookingDate', date, 'reason', case when comes_in then null else 'SALE' end, 'counterAccount', null,
         'toWarehouseId', null, 'isDirect', false, 'transferId', null, 'counterpartyId', null, 'taxInvoiceId', null,
         'reference', null, 'note', null,
         'lines', jsonb_build_array(jsonb_build_object('id', line_id, 'line', 1, 'itemId', item_id,
           'direction', case when comes_in then 'IN' else 'OUT' end, 'entered', quantity::text, 'unit', 'PCS',
           'quantity', quantity || '.000000', 'warehouseId', warehouse_id, 'binId', null, 'lotId', null,
           'serials', '[]'::jsonb, 'amount', case when comes_in then cost::text end, 'of', null))),
       1, date, '{{user}}', date
from moves order by n;
insert into inventory.movement_lines (company_id, id, movement_id, line, item_id, direction, quantity, cost)
select '{{company}}', line_id, movement_id, 1, item_id, case when comes_in then 'IN' else 'OUT' end, quantity, cost
from moves order by n;
insert into inventory.stock_legs (company_id, movement_id, line_id, leg, item_id, warehouse_id, in_transit, quantity, at,
                                  seq, happened_on, booking_date, is_transfer, allows_short)
select '{{company}}', movement_id, line_id, 1, item_id, warehouse_id, false,
       case when comes_in then quantity else -quantity end,
       (date - date '1970-01-01')::bigint * 10000 + case when comes_in then 0 else 9999 end, 3 * n - 2, date, date, false,
       false
from moves order by n;
insert into inventory.stock_levels (company_id, item_id, warehouse_id, in_transit, quantity)
select '{{company}}', item_id, warehouse_id, false, sum(case when comes_in then quantity else -quantity end)
from moves group by item_id, warehouse_id;
insert into inventory.stock_turnover (company_id, level, period, item_id, warehouse_id, in_transit, quantity_in,
                                      quantity_out, quantity_transferred)
select '{{company}}', l.level, date_trunc(l.level, date::timestamp)::date, item_id, warehouse_id, false,
       coalesce(sum(quantity) filter (where comes_in), 0), coalesce(sum(quantity) filter (where not comes_in), 0), 0
from moves, unnest(array['day', 'month', 'year']) as l(level)
group by 2, 3, 4, 5 order by 3, 4;

insert into inventory.cost_lines (company_id, line_id, item_id, movement_id, key, arrival, kind, quantity, given,
                                  stock_account, counter_account, cost)
select '{{company}}', line_id, item_id, movement_id, key, k, case when comes_in then 'IN' else 'OUT' end, quantity,
       case when comes_in then cost else 0 end, '1610', case when comes_in then '3190' else '7210' end, cost
from moves order by n;
insert into inventory.cost_allocations (company_id, line_id, n, layer_id, quantity, value)
select '{{company}}', line_id, 1, layer_id, quantity, cost from moves where not comes_in order by n;
insert into inventory.cost_layers (company_id, item_id, line_id, quantity, value)
select '{{company}}', item_id, layer_id, sum(case when comes_in then quantity else -quantity end),
       sum(case when comes_in then cost else -cost end)
from moves group by item_id, layer_id having sum(case when comes_in then quantity else -quantity end) > 0;
insert into inventory.cost_pools (company_id, item_id, version, method, quantity, value, last_value, last_quantity,
                                  end_key, end_arrival, arrivals, since_checkpoint)
select '{{company}}', item_id, {{each}}, 'FIFO', sum(case when comes_in then quantity else -quantity end),
       sum(case when comes_in then cost else -cost end), max(cost) filter (where comes_in), 40,
       max(key collate "C"), {{each}}, {{each}}, {{each}}
from moves group by item_id;
insert into inventory.value_entries (company_id, seq, n, item_id, line_id, movement_id, kind, amount, booking_date,
                                     happened_on, document_id, stock_account, counter_account)
select '{{company}}', 3 * n - 1, 1, item_id, line_id, movement_id, 'COST', case when comes_in then cost else -cost end,
       date, date, movement_id, '1610', case when comes_in then '3190' else '7210' end
from moves order by n;
insert into inventory.value_turnover (company_id, level, period, item_id, cost, written_down)
select '{{company}}', l.level, date_trunc(l.level, date::timestamp)::date, item_id,
       sum(case when comes_in then cost else -cost end), 0
from moves, unnest(array['day', 'month', 'year']) as l(level)
group by 2, 3, 4 order by 3, 4;

insert into inventory.document_series (company_id, series, last_number)
select '{{company}}', series, count(*) from moves group by series;
insert into inventory.head (company_id, last_seq, published_seq)
select '{{company}}', 3 * count(*), count(*) from moves;
insert into ledger.checkpoints (company_id, consumer, seq)
select '{{company}}', '{{consumer}}', 3 * count(*) from moves;
