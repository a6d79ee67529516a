--! include event_store.sql
--! include tenancy.sql
--! include feed.sql
--! include dead_letters.sql
--! include published_log.sql
--! include reads_other_logs.sql
--! include document_postings.sql

-- Events → tables. Called by inventory.append inside the transaction of the events, and by the rebuild with the same
-- events out of the log, so both give the same rows. Each noun has a function of its own, inventory.project_<n>_<noun>,
-- and whichever are there are called, in the order of their names.
create function inventory.project(p_events inventory.event_store[], p_rows text default null) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  v_noun text;
begin
  for v_noun in
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'inventory' and p.proname like 'project\_%' order by 1
  loop
    execute format('select inventory.%I($1)', v_noun) using p_events;
  end loop;
end $project$;
grant execute on function inventory.project(inventory.event_store[], text) to {{writer_role}};

-- The ledger carries out what movements of goods ask for.
grant usage on schema inventory_published to {{app_role_of_ledger}};
grant execute on function inventory_published.log_heads(), inventory_published.log_events(uuid, bigint, int),
  inventory_published.log_lag(uuid[], bigint[]) to {{app_role_of_ledger}};

-- On which account movements are posted, by what the account is for. The default holds until a company says otherwise.
-- Accounts of stock are those that the books must agree with.
create table inventory.default_posting_accounts (
  role text primary key check (role ~ '^[A-Z][A-Z_]*$'),
  account_code text not null,
  is_stock boolean not null,
  name_ka text not null,
  name_en text not null
);
grant select on inventory.default_posting_accounts to {{app_role}}, {{writer_role}};
insert into inventory.default_posting_accounts (role, account_code, is_stock, name_ka, name_en) values
  ('GOODS', '1610', true, 'საქონელი', 'Goods'),
  ('MATERIALS', '1620', true, 'ნედლეული და მასალები', 'Raw materials'),
  ('PRODUCTS', '1640', true, 'მზა პროდუქცია', 'Finished goods'),
  ('WRITE_DOWNS', '1690', true, 'მარაგის ჩამოფასება ნეტო სარეალიზაციო ღირებულებამდე', 'Inventory written down to net realisable value'),
  ('GOODS_RECEIVED', '3190', false, 'მიღებული საქონელი ანგარიშ-ფაქტურის მოლოდინში', 'Goods received, invoice to come'),
  ('COST_OF_GOODS_SOLD', '7210', false, 'გაყიდული საქონლის თვითღირებულება', 'Cost of goods sold'),
  ('MATERIALS_USED', '7490', false, 'დახარჯული მასალები', 'Materials used'),
  ('LOSSES', '7490', false, 'დანაკლისი და ჩამოწერა', 'Shortages and losses'),
  ('SURPLUSES', '6190', false, 'აღმოჩენილი ნამეტი', 'Surpluses found'),
  ('WRITE_DOWN_EXPENSE', '7490', false, 'მარაგის გაუფასურების ხარჯი', 'Loss by writing inventory down'),
  ('COST_DIFFERENCES', '7210', false, 'თვითღირებულების სხვაობები', 'Differences of cost'),
  ('OPENING_BALANCE', '5310', false, 'საწყისი ნაშთი', 'Opening balance');
create table inventory.posting_accounts (
  company_id uuid not null,
  role text not null references inventory.default_posting_accounts (role),
  account_code text not null,
  primary key (company_id, role)
);

-- Months of the books, as the ledger's log tells them; written by whoever follows it.
create table inventory.months (
  company_id uuid not null,
  year int not null,
  month int not null check (month between 1 and 12),
  is_open boolean not null,
  primary key (company_id, year, month)
);

call inventory.keep_companies_apart('posting_accounts', 'months');
grant insert, update on inventory.posting_accounts to {{writer_role}};
grant insert, update, delete on inventory.months to {{app_role}};

create function inventory.project_0_posting_accounts(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into inventory.posting_accounts as w (company_id, role, account_code)
    select distinct on (e.company_id, e.data ->> 'role') e.company_id, e.data ->> 'role', e.data ->> 'accountCode'
    from unnest(p_events) e where e.event_type = 'InventoryPostingAccountChosen'
    order by e.company_id, e.data ->> 'role', e.seq desc
    on conflict (company_id, role) do update set account_code = excluded.account_code;
end $project$;
grant execute on function inventory.project_0_posting_accounts(inventory.event_store[]) to {{writer_role}};
