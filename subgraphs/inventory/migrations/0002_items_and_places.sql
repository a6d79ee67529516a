-- What there can be in a store, in which units, and where.

-- Units as RS.ge numbers them (WayBillService, get_waybill_units); how finely each is counted is ours.
create table inventory.units (
  code text primary key check (code ~ '^[A-Z][A-Z0-9]*$'),
  rs_ge_code int not null unique,
  name_ka text not null,
  name_en text not null,
  -- Decimals that a quantity in this unit may have, when it is the unit that an item is kept in.
  decimals int not null check (decimals between 0 and 6)
);
grant select on inventory.units to {{app_role}}, {{writer_role}};
insert into inventory.units (code, rs_ge_code, name_ka, name_en, decimals) values
  ('PCS', 1, 'ცალი', 'piece', 0),
  ('KG', 2, 'კგ', 'kg', 3),
  ('G', 3, 'გრ', 'g', 3),
  ('L', 4, 'ლ', 'l', 3),
  ('T', 5, 'ტონა', 't', 6),
  ('CM', 7, 'სმ', 'cm', 2),
  ('M', 8, 'მ', 'm', 3),
  ('KM', 9, 'კმ', 'km', 6),
  ('CM2', 10, 'კვ.სმ', 'cm²', 2),
  ('M2', 11, 'კვ.მ', 'm²', 4),
  ('M3', 12, 'მ³', 'm³', 6),
  ('ML', 13, 'მლ', 'ml', 3),
  ('PACK', 14, 'შეკვრა', 'pack', 0),
  ('OTHER', 99, 'სხვა', 'other', 6);

create table inventory.items (
  company_id uuid not null,
  id uuid not null,
  code text not null,
  name_ka text not null,
  name_en text,
  kind text not null check (kind in ('GOODS', 'MATERIAL', 'PRODUCT', 'SERVICE')),
  -- The unit that quantities are kept in, and what others are worth in it: [{"unit": "PACK", "quantity": "12"}].
  unit text not null references inventory.units (code),
  unit_name text,
  conversions jsonb not null,
  vat text not null check (vat in ('STANDARD', 'EXEMPT_WITH_CREDIT', 'EXEMPT_WITHOUT_CREDIT')),
  costing_method text not null check (costing_method in ('FIFO', 'AVERAGE')),
  has_lots boolean not null,
  has_serials boolean not null,
  has_expiry boolean not null,
  allows_short boolean not null,
  -- GEL that one is thought to cost, for what is sold before any has come.
  expected_cost numeric(20, 2) check (expected_cost >= 0),
  -- Kilograms of one, for costs that are spread by weight.
  weight numeric(20, 6) check (weight > 0),
  reorder_level numeric(20, 6) check (reorder_level >= 0),
  reorder_quantity numeric(20, 6) check (reorder_quantity > 0),
  is_active boolean not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (company_id, id),
  constraint items_code unique (company_id, code)
);
create index items_listed on inventory.items (company_id, code, id);

create table inventory.item_barcodes (
  company_id uuid not null,
  barcode text not null,
  item_id uuid not null,
  constraint item_barcodes_once primary key (company_id, barcode),
  foreign key (company_id, item_id) references inventory.items (company_id, id)
);
create index item_barcodes_of_item on inventory.item_barcodes (company_id, item_id);

create table inventory.warehouses (
  company_id uuid not null,
  id uuid not null,
  code text not null,
  name_ka text not null,
  name_en text,
  address text,
  is_active boolean not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (company_id, id),
  constraint warehouses_code unique (company_id, code)
);

create table inventory.bins (
  company_id uuid not null,
  id uuid not null,
  warehouse_id uuid not null,
  code text not null,
  is_active boolean not null,
  version int not null,
  primary key (company_id, id),
  constraint bins_code unique (company_id, warehouse_id, code),
  foreign key (company_id, warehouse_id) references inventory.warehouses (company_id, id)
);

create table inventory.lots (
  company_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  number text not null,
  expires_on date,
  version int not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  constraint lots_number unique (company_id, item_id, number),
  foreign key (company_id, item_id) references inventory.items (company_id, id)
);

call inventory.keep_companies_apart('items', 'item_barcodes', 'warehouses', 'bins', 'lots');
grant insert, update, delete on inventory.items, inventory.item_barcodes, inventory.warehouses, inventory.bins,
  inventory.lots to {{writer_role}};

create function inventory.project_2_items_and_places(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e inventory.event_store;
  d json;
begin
  foreach e in array p_events loop
    d := e.data;
    case e.aggregate_type
      when 'Item' then
        insert into inventory.items as i (company_id, id, code, name_ka, name_en, kind, unit, unit_name, conversions, vat,
            costing_method, has_lots, has_serials, has_expiry, allows_short, expected_cost, weight, reorder_level,
            reorder_quantity, is_active, version, created_at, updated_at)
          values (e.company_id, e.aggregate_id, d ->> 'code', d ->> 'nameKa', d ->> 'nameEn', d ->> 'kind', d ->> 'unit',
            d ->> 'unitName', d -> 'conversions', d ->> 'vat', d ->> 'costingMethod', (d ->> 'hasLots')::bool,
            (d ->> 'hasSerials')::bool, (d ->> 'hasExpiry')::bool, (d ->> 'allowsShort')::bool,
            (d ->> 'expectedCost')::numeric, (d ->> 'weight')::numeric, (d ->> 'reorderLevel')::numeric,
            (d ->> 'reorderQuantity')::numeric, (d ->> 'isActive')::bool, e.version, e.recorded_at, e.recorded_at)
          on conflict (company_id, id) do update set code = excluded.code, name_ka = excluded.name_ka,
            name_en = excluded.name_en, kind = excluded.kind, unit = excluded.unit, unit_name = excluded.unit_name,
            conversions = excluded.conversions, vat = excluded.vat, costing_method = excluded.costing_method,
            has_lots = excluded.has_lots, has_serials = excluded.has_serials, has_expiry = excluded.has_expiry,
            allows_short = excluded.allows_short, expected_cost = excluded.expected_cost, weight = excluded.weight,
            reorder_level = excluded.reorder_level, reorder_quantity = excluded.reorder_quantity,
            is_active = excluded.is_active, version = excluded.version, updated_at = excluded.updated_at;
        delete from inventory.item_barcodes where company_id = e.company_id and item_id = e.aggregate_id;
        insert into inventory.item_barcodes (company_id, barcode, item_id)
          select e.company_id, b, e.aggregate_id from json_array_elements_text(d -> 'barcodes') as b;
      when 'Warehouse' then
        insert into inventory.warehouses as w (company_id, id, code, name_ka, name_en, address, is_active, version,
            created_at, updated_at)
          values (e.company_id, e.aggregate_id, d ->> 'code', d ->> 'nameKa', d ->> 'nameEn', d ->> 'address',
            (d ->> 'isActive')::bool, e.version, e.recorded_at, e.recorded_at)
          on conflict (company_id, id) do update set code = excluded.code, name_ka = excluded.name_ka,
            name_en = excluded.name_en, address = excluded.address, is_active = excluded.is_active,
            version = excluded.version, updated_at = excluded.updated_at;
      when 'Bin' then
        insert into inventory.bins as b (company_id, id, warehouse_id, code, is_active, version)
          values (e.company_id, e.aggregate_id, (d ->> 'warehouseId')::uuid, d ->> 'code', (d ->> 'isActive')::bool,
            e.version)
          on conflict (company_id, id) do update set code = excluded.code, is_active = excluded.is_active,
            version = excluded.version;
      when 'Lot' then
        insert into inventory.lots as l (company_id, id, item_id, number, expires_on, version, created_at)
          values (e.company_id, e.aggregate_id, (d ->> 'itemId')::uuid, d ->> 'number', (d ->> 'expiresOn')::date,
            e.version, e.recorded_at)
          on conflict (company_id, id) do update set number = excluded.number, expires_on = excluded.expires_on,
            version = excluded.version;
      else null;
    end case;
  end loop;
end $project$;
grant execute on function inventory.project_2_items_and_places(inventory.event_store[]) to {{writer_role}};
