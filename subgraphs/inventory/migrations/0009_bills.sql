-- What products are made of. A bill holds from its day until the next of its product; one without a quantity says that from
-- its day on there is none.
create table inventory.bills (
  company_id uuid not null,
  item_id uuid not null,
  valid_from date not null,
  -- How many one batch makes, in the unit that the product was kept in when it was written.
  quantity numeric(20, 6) check (quantity > 0),
  unit text references inventory.units (code),
  -- Of all bills of the company, with the event that wrote it.
  version int not null,
  primary key (company_id, item_id, valid_from),
  check ((quantity is null) = (unit is null)),
  foreign key (company_id, item_id) references inventory.items (company_id, id)
);

create table inventory.bill_components (
  company_id uuid not null,
  item_id uuid not null,
  valid_from date not null,
  line int not null,
  component_id uuid not null check (component_id <> item_id),
  -- As it was said.
  entered numeric(20, 6) not null check (entered > 0),
  unit text not null references inventory.units (code),
  -- In the unit that the component was kept in when it was written.
  quantity numeric(20, 6) not null check (quantity > 0),
  base_unit text not null references inventory.units (code),
  primary key (company_id, item_id, valid_from, line),
  constraint bill_components_once unique (company_id, item_id, valid_from, component_id),
  foreign key (company_id, item_id, valid_from) references inventory.bills (company_id, item_id, valid_from),
  foreign key (company_id, component_id) references inventory.items (company_id, id)
);
create index bill_components_by_component on inventory.bill_components (company_id, component_id);

call inventory.keep_companies_apart('bills', 'bill_components');
grant insert, update on inventory.bills to {{writer_role}};
grant insert, delete on inventory.bill_components to {{writer_role}};

create function inventory.project_5_bills(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e inventory.event_store;
  v_item uuid;
  v_from date;
begin
  foreach e in array p_events loop
    continue when e.event_type not in ('BillOfMaterialsSet', 'BillOfMaterialsEnded');
    v_item := (e.data ->> 'itemId')::uuid;
    v_from := coalesce(e.data ->> 'from', e.data ->> 'on')::date;
    insert into inventory.bills as b (company_id, item_id, valid_from, quantity, unit, version)
      values (e.company_id, v_item, v_from, (e.data ->> 'quantity')::numeric, e.data ->> 'unit', e.version)
      on conflict (company_id, item_id, valid_from) do update
        set quantity = excluded.quantity, unit = excluded.unit, version = excluded.version;
    delete from inventory.bill_components
      where company_id = e.company_id and item_id = v_item and valid_from = v_from;
    insert into inventory.bill_components (company_id, item_id, valid_from, line, component_id, entered, unit, quantity,
        base_unit)
      select e.company_id, v_item, v_from, c.line, (c.said ->> 'itemId')::uuid, (c.said ->> 'entered')::numeric,
             c.said ->> 'unit', (c.said ->> 'quantity')::numeric, c.said ->> 'baseUnit'
      from json_array_elements(coalesce(e.data -> 'components', '[]')) with ordinality as c(said, line);
  end loop;
end $project$;
grant execute on function inventory.project_5_bills(inventory.event_store[]) to {{writer_role}};
