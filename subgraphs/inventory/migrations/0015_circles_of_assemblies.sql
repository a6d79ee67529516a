-- What was made of what, whether by a bill or by hand. Costs go from components to products, so that nothing may be made of
-- itself by any way round: what one of its components turned out to have cost could go nowhere.
create table inventory.assembly_edges (
  company_id uuid not null,
  product_id uuid not null,
  component_id uuid not null,
  -- Pairs of lines of assemblies that stand: without any the edge is gone.
  lines int not null,
  primary key (company_id, product_id, component_id)
);

do $$
declare
  t text;
  c_read constant text[] := array['cost_components', 'movement_lines'];
begin
  -- The owner of the tables is held by their policies, too, and is to see all companies this once.
  foreach t in array c_read loop
    execute format('alter table inventory.%I no force row level security', t);
  end loop;
  insert into inventory.assembly_edges (company_id, product_id, component_id, lines)
    select c.company_id, p.item_id, m.item_id, count(*)
    from inventory.cost_components c
    join inventory.movement_lines p on p.company_id = c.company_id and p.id = c.product_line_id
    join inventory.movement_lines m on m.company_id = c.company_id and m.id = c.component_line_id
    group by 1, 2, 3;
  foreach t in array c_read loop
    execute format('alter table inventory.%I force row level security', t);
  end loop;
end $$;
call inventory.keep_companies_apart('assembly_edges');
grant insert, update, delete on inventory.assembly_edges to {{writer_role}};

create function inventory.add_assembly_edges() returns trigger
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
begin
  insert into inventory.assembly_edges as e (company_id, product_id, component_id, lines)
    select n.company_id, p.item_id, m.item_id, count(*)
    from added n
    join inventory.movement_lines p on p.company_id = n.company_id and p.id = n.product_line_id
    join inventory.movement_lines m on m.company_id = n.company_id and m.id = n.component_line_id
    group by 1, 2, 3
    on conflict (company_id, product_id, component_id) do update set lines = e.lines + excluded.lines;
  -- Two that close a circle together may each have seen none: the command is decided again, and finds the way round. What
  -- is made anew out of the log was decided on long ago.
  if current_user = '{{writer_role}}' and exists (
    with recursive made_of as (
      select n.company_id, p.item_id as product_id, m.item_id as component_id
      from added n
      join inventory.movement_lines p on p.company_id = n.company_id and p.id = n.product_line_id
      join inventory.movement_lines m on m.company_id = n.company_id and m.id = n.component_line_id
      union
      select w.company_id, w.product_id, e.component_id
      from made_of w
      join inventory.assembly_edges e on e.company_id = w.company_id and e.product_id = w.component_id
    )
    select from made_of w where w.product_id = w.component_id)
  then
    raise exception 'an assembly would close a circle'
      using errcode = 'unique_violation', constraint = 'event_store_aggregate_version';
  end if;
  return null;
end $$;
create trigger add_assembly_edges after insert on inventory.cost_components
  referencing new table as added for each statement execute function inventory.add_assembly_edges();

create function inventory.drop_assembly_edges() returns trigger
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
begin
  update inventory.assembly_edges e set lines = e.lines - g.lines
    from (select n.company_id, p.item_id as product_id, m.item_id as component_id, count(*) as lines
          from gone n
          join inventory.movement_lines p on p.company_id = n.company_id and p.id = n.product_line_id
          join inventory.movement_lines m on m.company_id = n.company_id and m.id = n.component_line_id
          group by 1, 2, 3) g
    where e.company_id = g.company_id and e.product_id = g.product_id and e.component_id = g.component_id;
  delete from inventory.assembly_edges e
    where e.lines <= 0 and e.company_id in (select n.company_id from gone n);
  return null;
end $$;
create trigger drop_assembly_edges after delete on inventory.cost_components
  referencing old table as gone for each statement execute function inventory.drop_assembly_edges();
