-- What the books say of stock: every entry of the ledger on an account on which stock stands or ever stood, whoever made
-- it. Written by whoever follows the ledger's log, so that it is a second way to what the movements say.

-- Accounts of the books by their codes.
create table inventory.ledger_accounts (
  company_id uuid not null,
  account_id uuid not null,
  account_code text not null,
  -- Stock stands on it, or once did; from then on its entries are entered.
  is_stock boolean not null default false,
  primary key (company_id, account_id)
);
create index ledger_accounts_by_code on inventory.ledger_accounts (company_id, account_code);

create table inventory.ledger_entries (
  company_id uuid not null,
  transaction_id uuid not null,
  line int not null,
  account_id uuid not null,
  seq bigint not null,
  date date not null,
  -- Debit less credit, GEL.
  amount numeric(20, 2) not null,
  description text not null,
  -- The document of inventory that it was posted for; null for what others posted.
  source_type text,
  source_id text,
  purpose text,
  primary key (company_id, transaction_id, line),
  foreign key (company_id, account_id) references inventory.ledger_accounts (company_id, account_id)
);
create index ledger_entries_by_account on inventory.ledger_entries (company_id, account_id, date);
create index ledger_entries_by_source on inventory.ledger_entries (company_id, source_id);

-- Codes of all accounts that a company ever chose for stock.
create table inventory.stock_account_codes (
  company_id uuid not null,
  account_code text not null,
  primary key (company_id, account_code)
);

-- Costs that were added to receipts, and changes of their prices.
create table inventory.landed_costs (
  company_id uuid not null,
  id uuid not null,
  version int not null,
  kind text not null check (kind in ('LANDED', 'PRICE_CORRECTION')),
  status text not null check (status in ('POSTED', 'REVERSED')),
  number_series text not null,
  number bigint not null,
  booking_date date not null,
  description text not null,
  basis text not null check (basis in ('VALUE', 'WEIGHT', 'QUANTITY')),
  amount numeric(20, 2) not null check (amount <> 0),
  counter_account text not null,
  tax_invoice_id uuid,
  reversal_date date,
  reversal_reason text,
  posted_at timestamptz not null,
  primary key (company_id, id),
  constraint landed_costs_number unique (company_id, number_series, number)
);
create table inventory.landed_cost_shares (
  company_id uuid not null,
  landed_cost_id uuid not null,
  n int not null,
  line_id uuid not null,
  item_id uuid not null,
  amount numeric(20, 2) not null,
  primary key (company_id, landed_cost_id, n),
  foreign key (company_id, landed_cost_id) references inventory.landed_costs (company_id, id)
);
create index landed_cost_shares_of_line on inventory.landed_cost_shares (company_id, line_id);

-- How far items are written down to what they can be sold for (IAS 2, paragraphs 28 to 33): one row each time.
create table inventory.write_downs (
  company_id uuid not null,
  id uuid not null,
  number_series text not null,
  number bigint not null,
  item_id uuid not null,
  booking_date date not null,
  -- What there was on that day, and what one of it can be sold for.
  quantity numeric(20, 6) not null,
  cost numeric(20, 2) not null,
  net_realisable_value numeric(20, 2) not null,
  -- What is to be taken off altogether, and by how much that is more than before (negative: taken back).
  allowance numeric(20, 2) not null check (allowance >= 0),
  change numeric(20, 2) not null check (change <> 0),
  reason text not null,
  posted_at timestamptz not null,
  primary key (company_id, id),
  constraint write_downs_number unique (company_id, number_series, number)
);
create index write_downs_of_item on inventory.write_downs (company_id, item_id, booking_date);

call inventory.keep_companies_apart('ledger_accounts', 'ledger_entries', 'stock_account_codes', 'landed_costs',
  'landed_cost_shares', 'write_downs');
grant insert, update, delete on inventory.ledger_accounts, inventory.ledger_entries to {{app_role}};
grant insert on inventory.stock_account_codes, inventory.landed_cost_shares, inventory.write_downs to {{writer_role}};
grant insert, update on inventory.landed_costs to {{writer_role}};

create function inventory.project_7_landed_costs(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into inventory.stock_account_codes (company_id, account_code)
    select distinct e.company_id, e.data ->> 'accountCode'
    from unnest(p_events) e
    join inventory.default_posting_accounts d on d.role = e.data ->> 'role' and d.is_stock
    where e.event_type = 'InventoryPostingAccountChosen'
    on conflict do nothing;

  if not exists (select from unnest(p_events) e
                 where e.event_type in ('LandedCostsPosted', 'LandedCostsReversed', 'StockWrittenDown')) then
    return;
  end if;
  insert into inventory.landed_costs (company_id, id, version, kind, status, number_series, number, booking_date,
      description, basis, amount, counter_account, tax_invoice_id, posted_at)
    select e.company_id, e.aggregate_id, e.version, d.kind, 'POSTED', e.document_series, e.document_number,
           d."bookingDate", d.description, d.basis, d.amount, d."counterAccount", d."taxInvoiceId", e.recorded_at
    from unnest(p_events) e,
         json_to_record(e.data) as d(kind text, "bookingDate" date, description text, basis text, amount numeric,
           "counterAccount" text, "taxInvoiceId" uuid)
    where e.event_type = 'LandedCostsPosted';
  insert into inventory.landed_cost_shares (company_id, landed_cost_id, n, line_id, item_id, amount)
    select e.company_id, e.aggregate_id, s.n, (s.share ->> 'lineId')::uuid, (s.share ->> 'itemId')::uuid,
           (s.share ->> 'amount')::numeric
    from unnest(p_events) e, json_array_elements(e.data -> 'shares') with ordinality as s(share, n)
    where e.event_type = 'LandedCostsPosted';
  update inventory.landed_costs c
    set status = 'REVERSED', version = e.version, reversal_date = (e.data ->> 'bookingDate')::date,
        reversal_reason = e.data ->> 'reason'
    from unnest(p_events) e
    where e.event_type = 'LandedCostsReversed' and c.company_id = e.company_id and c.id = e.aggregate_id;

  insert into inventory.write_downs (company_id, id, number_series, number, item_id, booking_date, quantity, cost,
      net_realisable_value, allowance, change, reason, posted_at)
    select e.company_id, d."writeDownId", e.document_series, e.document_number, d."itemId", d."bookingDate",
           d.quantity, d.cost, d."netRealisableValue", d.allowance, d.change, d.reason, e.recorded_at
    from unnest(p_events) e,
         json_to_record(e.data) as d("writeDownId" uuid, "itemId" uuid, "bookingDate" date, quantity numeric,
           cost numeric, "netRealisableValue" numeric, allowance numeric, change numeric, reason text)
    where e.event_type = 'StockWrittenDown';
  insert into inventory.value_entries (company_id, seq, n, item_id, kind, amount, booking_date, happened_on,
      document_id, stock_account, counter_account)
    select e.company_id, e.seq, 1, d."itemId", 'WRITE_DOWN', -d.change, d."bookingDate", d."bookingDate",
           d."writeDownId", d."stockAccount", d."counterAccount"
    from unnest(p_events) e,
         json_to_record(e.data) as d("writeDownId" uuid, "itemId" uuid, "bookingDate" date, change numeric,
           "stockAccount" text, "counterAccount" text)
    where e.event_type = 'StockWrittenDown';
  perform inventory.add_to_value_turnover(array_agg(e.company_id), array_agg(e.seq))
    from unnest(p_events) e where e.event_type = 'StockWrittenDown';
end $project$;
grant execute on function inventory.project_7_landed_costs(inventory.event_store[]) to {{writer_role}};
