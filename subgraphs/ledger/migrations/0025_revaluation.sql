-- Foreign currency at month end: entries that change what a balance is carried at in lari and leave the currency alone, and
-- the revaluations that post them.

alter table ledger.journal_entries drop constraint journal_entries_one_side;
alter table ledger.journal_entries add constraint journal_entries_one_side check (
  (debit > 0) <> (credit > 0)
  or (debit = 0 and credit = 0 and currency <> 'GEL' and (debit_gel > 0) <> (credit_gel > 0)));
alter table ledger.journal_entries drop constraint journal_entries_same_side;
alter table ledger.journal_entries add constraint journal_entries_same_side check (
  (debit = 0 and credit = 0) or ((debit > 0 or debit_gel = 0) and (credit > 0 or credit_gel = 0)));

-- What stands in a currency, by counterparty; and what of it was posted late.
create index journal_entries_foreign on ledger.journal_entries
  (company_id, account_id, currency, counterparty_id, transaction_date) where currency <> 'GEL';
create index journal_entries_foreign_by_seq on ledger.journal_entries (company_id, seq) where currency <> 'GEL';

-- Lari without currency are for revaluations, differences of settlements, and what takes these back.
create function ledger.guard_lari_only() returns trigger language plpgsql as $$
declare
  v_bad record;
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  perform from added n where n.debit = 0 and n.credit = 0 limit 1;
  if not found then
    return null;
  end if;
  select n.transaction_id into v_bad
    from (select distinct company_id, transaction_id from added where debit = 0 and credit = 0) n
    where not exists (
      select from ledger.event_store e
      where e.company_id = n.company_id and e.aggregate_id = n.transaction_id and e.event_type = 'TransactionPosted'
        and e.data -> 'source' ->> 'subgraph' = 'ledger'
        and e.data -> 'source' ->> 'type' in ('Revaluation', 'SettlementDifference'))
    limit 1;
  if found then
    raise exception 'transaction % changes lari without currency', v_bad.transaction_id
      using errcode = 'check_violation', constraint = 'journal_entries_lari_only';
  end if;
  return null;
end $$;
create trigger journal_entries_lari_only after insert on ledger.journal_entries
  referencing new table as added for each statement execute function ledger.guard_lari_only();

-- Accounts of the usual chart that are no claim to a fixed amount of currency (IAS 21.16): what was paid or received in
-- advance, stock, prepaid expenses, fixed and intangible assets, shares in others, deferred tax and income.
create table ledger.non_monetary_accounts (
  prefix text primary key check (prefix ~ '^[0-9]+$'),
  reason text not null check (reason in ('ADVANCE', 'NON_MONETARY'))
);
grant select on ledger.non_monetary_accounts to {{app_role}}, {{writer_role}};
insert into ledger.non_monetary_accounts (prefix, reason) values
  ('148', 'ADVANCE'), ('312', 'ADVANCE'), ('16', 'NON_MONETARY'), ('17', 'NON_MONETARY'), ('21', 'NON_MONETARY'),
  ('22', 'NON_MONETARY'), ('234', 'NON_MONETARY'), ('243', 'NON_MONETARY'), ('25', 'NON_MONETARY'),
  ('26', 'NON_MONETARY'), ('441', 'NON_MONETARY');

-- Why an account is not revalued; null for one that is. The account may say for itself by `isMonetary` of its metadata, but
-- equity, revenue and expense never are. A role says more than a code.
create function ledger.non_monetary_reason(p_type text, p_role text, p_code text, p_metadata jsonb) returns text
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select case
    when p_type not in ('ASSET', 'LIABILITY') then 'NON_MONETARY'
    when p_metadata ->> 'isMonetary' = 'true' then null
    when p_metadata ->> 'isMonetary' = 'false' then 'NON_MONETARY'
    when p_role in ('ADVANCE_PAID', 'ADVANCE_RECEIVED') then 'ADVANCE'
    when p_role = 'INVENTORY' then 'NON_MONETARY'
    when coalesce(p_role, '') <> '' then null
    else (select n.reason from ledger.non_monetary_accounts n where starts_with(p_code, n.prefix)
          order by length(n.prefix) desc limit 1)
  end
$$;
grant execute on function ledger.non_monetary_reason(text, text, text, jsonb) to {{app_role}}, {{writer_role}};

create table ledger.revaluations (
  company_id uuid not null,
  id uuid not null,
  date date not null,
  reversal text not null check (reversal in ('NEXT_DAY', 'KEEP')),
  -- Null where every balance was carried at the closing rate already.
  transaction_id uuid,
  reversal_transaction_id uuid,
  -- The books as they were known: up to this position of the published log.
  known_seq bigint not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdraw_reason text,
  primary key (company_id, id),
  constraint revaluations_transaction foreign key (company_id, transaction_id)
    references ledger.transactions (company_id, id),
  constraint revaluations_reversal foreign key (company_id, reversal_transaction_id)
    references ledger.transactions (company_id, id),
  constraint revaluations_withdrawn_complete check (
    (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null))
);
create index revaluations_by_date on ledger.revaluations (company_id, date);

create table ledger.revaluation_rates (
  company_id uuid not null,
  revaluation_id uuid not null,
  currency text not null check (currency <> 'GEL'),
  rate numeric(25, 10) not null check (rate > 0),
  source text not null check (source in ('OFFICIAL', 'OWN', 'GIVEN')),
  -- First day of the official rate; why there is another.
  valid_from date,
  reason text,
  -- Of its revaluation, so that a currency is revalued once for a day.
  date date not null,
  is_in_force bool not null default true,
  primary key (company_id, revaluation_id, currency),
  constraint revaluation_rates_revaluation foreign key (company_id, revaluation_id)
    references ledger.revaluations (company_id, id),
  constraint revaluation_rates_explained check ((source = 'OFFICIAL') = (reason is null))
);
create unique index revaluations_once on ledger.revaluation_rates (company_id, date, currency) where is_in_force;

-- What stood where, positive for a debit, and what it is carried at since.
create table ledger.revaluation_lines (
  company_id uuid not null,
  revaluation_id uuid not null,
  line int not null,
  account_id uuid not null,
  currency text not null,
  counterparty_id uuid,
  amount numeric(24, 4) not null,
  carrying_gel numeric(22, 2) not null,
  revalued_gel numeric(22, 2) not null,
  primary key (company_id, revaluation_id, line),
  constraint revaluation_lines_rate foreign key (company_id, revaluation_id, currency)
    references ledger.revaluation_rates (company_id, revaluation_id, currency),
  constraint revaluation_lines_account foreign key (company_id, account_id) references ledger.accounts (company_id, id)
);

-- The share that each open item has of them, on its own side.
create table ledger.revaluation_items (
  company_id uuid not null,
  revaluation_id uuid not null,
  transaction_id uuid not null,
  line int not null,
  revaluation_line int not null,
  side text not null check (side in ('DEBIT', 'CREDIT')),
  open numeric(19, 4) not null check (open > 0),
  carrying_gel numeric(19, 2) not null,
  revalued_gel numeric(19, 2) not null,
  primary key (company_id, transaction_id, line, revaluation_id),
  constraint revaluation_items_line foreign key (company_id, revaluation_id, revaluation_line)
    references ledger.revaluation_lines (company_id, revaluation_id, line),
  constraint revaluation_items_transaction foreign key (company_id, transaction_id)
    references ledger.transactions (company_id, id)
);
create index revaluation_items_by_revaluation on ledger.revaluation_items (company_id, revaluation_id);

do $$
declare
  v_table text;
begin
  foreach v_table in array array['revaluations', 'revaluation_rates', 'revaluation_lines', 'revaluation_items'] loop
    execute format('alter table ledger.%I enable row level security', v_table);
    execute format('alter table ledger.%I force row level security', v_table);
    execute format($f$create policy tenant on ledger.%I to {{app_role}}
      using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
      with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))$f$, v_table);
    execute format($f$create policy writer on ledger.%I to {{writer_role}}
      using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
      with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))$f$,
      v_table);
    execute format('grant select on ledger.%I to {{app_role}}, {{writer_role}}', v_table);
    execute format('grant insert on ledger.%I to {{writer_role}}', v_table);
  end loop;
end $$;
grant update (withdrawn_at, withdrawn_by, withdraw_reason) on ledger.revaluations to {{writer_role}};
grant update (is_in_force) on ledger.revaluation_rates to {{writer_role}};

-- What was posted on monetary accounts in the currencies of a revaluation, by its day and after it was made, and does not
-- come to nothing: with that, the books of the day say something else than was revalued.
create function ledger.posted_late(p_company uuid, p_revaluation uuid) returns boolean
language sql stable set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select from ledger.revaluations r
    join ledger.revaluation_rates n on n.company_id = r.company_id and n.revaluation_id = r.id
    join ledger.journal_entries j on j.company_id = r.company_id and j.currency = n.currency and j.currency <> 'GEL'
      and j.seq > r.known_seq and j.transaction_date <= r.date
    join ledger.accounts a on a.company_id = j.company_id and a.id = j.account_id
    where r.company_id = p_company and r.id = p_revaluation
      and ledger.non_monetary_reason(a.type, a.role, a.code, a.metadata) is null
    group by j.account_id, j.currency, j.counterparty_id
    having sum(j.debit - j.credit) <> 0 or sum(j.debit_gel - j.credit_gel) <> 0)
$$;
grant execute on function ledger.posted_late(uuid, uuid) to {{app_role}}, {{writer_role}};

-- Lines are what the books say; whoever posted or matched meanwhile makes the command look again.
create function ledger.guard_revaluation_lines() returns trigger language plpgsql as $$
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  perform from added n
    join ledger.revaluations r on r.company_id = n.company_id and r.id = n.revaluation_id
    cross join lateral (
      select coalesce(sum(j.debit - j.credit), 0) as amount, coalesce(sum(j.debit_gel - j.credit_gel), 0) as gel
      from ledger.journal_entries j
      where j.company_id = n.company_id and j.account_id = n.account_id and j.currency = n.currency
        and j.currency <> 'GEL' and j.counterparty_id is not distinct from n.counterparty_id
        and j.transaction_date <= r.date) s
    where s.amount <> n.amount or s.gel <> n.revalued_gel
    limit 1;
  if found then
    raise exception 'the books say something else than is revalued'
      using errcode = 'check_violation', constraint = 'revaluation_lines_of_books';
  end if;
  return null;
end $$;
create trigger revaluation_lines_of_books after insert on ledger.revaluation_lines
  referencing new table as added for each statement execute function ledger.guard_revaluation_lines();

create function ledger.guard_revaluation_items() returns trigger language plpgsql as $$
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  perform from added n
    join ledger.revaluations r on r.company_id = n.company_id and r.id = n.revaluation_id
    join ledger.revaluation_lines l on l.company_id = n.company_id and l.revaluation_id = n.revaluation_id
      and l.line = n.revaluation_line
    join ledger.transactions t on t.company_id = n.company_id and t.id = n.transaction_id
    left join ledger.journal_entries j on j.company_id = n.company_id and j.account_id = l.account_id
      and j.transaction_date = t.transaction_date and j.seq = t.seq and j.line = n.line
    cross join lateral (
      select coalesce(sum(i.amount), 0) as amount from ledger.matched_items i
      where i.company_id = n.company_id and i.transaction_id = n.transaction_id and i.line = n.line and i.is_active
        and i.date <= r.date) m
    where j.line is null or (case n.side when 'DEBIT' then j.debit else j.credit end) - m.amount <> n.open
    limit 1;
  if found then
    raise exception 'an item is open by another amount than is revalued'
      using errcode = 'check_violation', constraint = 'revaluation_items_as_open';
  end if;
  return null;
end $$;
create trigger revaluation_items_as_open after insert on ledger.revaluation_items
  referencing new table as added for each statement execute function ledger.guard_revaluation_items();

-- A revaluation is withdrawn once at most; nothing else of it changes.
create function ledger.guard_revaluation() returns trigger language plpgsql as $$
begin
  if ledger.is_rebuilding() then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'revaluations' and to_jsonb(old) ->> 'withdrawn_at' is null
     and (to_jsonb(new) - '{withdrawn_at,withdrawn_by,withdraw_reason}'::text[])
       = (to_jsonb(old) - '{withdrawn_at,withdrawn_by,withdraw_reason}'::text[]) then
    return new;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'revaluation_rates' and (to_jsonb(old) ->> 'is_in_force')::bool
     and (to_jsonb(new) - 'is_in_force') = (to_jsonb(old) - 'is_in_force') then
    return new;
  end if;
  raise exception '% is append-only: % refused', tg_table_name, tg_op
    using errcode = 'restrict_violation', constraint = 'revaluations_append_only';
end $$;
create trigger revaluations_append_only before update or delete on ledger.revaluations
  for each row execute function ledger.guard_revaluation();
create trigger revaluation_rates_append_only before update or delete on ledger.revaluation_rates
  for each row execute function ledger.guard_revaluation();
create trigger revaluation_lines_append_only before update or delete on ledger.revaluation_lines
  for each row execute function ledger.guard_revaluation();
create trigger revaluation_items_append_only before update or delete on ledger.revaluation_items
  for each row execute function ledger.guard_revaluation();

-- Before open items, which refer to what was revalued.
create function ledger.project_0_revaluation(p_events ledger.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e ledger.event_store;
begin
  foreach e in array p_events loop
    if e.event_type = 'RevaluationRecorded' then
      insert into ledger.revaluations (company_id, id, date, reversal, transaction_id, reversal_transaction_id, known_seq,
          recorded_at, recorded_by)
        values (e.company_id, e.aggregate_id, (e.data ->> 'date')::date, e.data ->> 'reversal',
                (e.data ->> 'transactionId')::uuid, (e.data ->> 'reversalTransactionId')::uuid,
                coalesce((select s.published_seq from ledger.event_store s
                          where s.company_id = e.company_id and s.seq < e.seq and s.published_seq is not null
                          order by s.seq desc limit 1), 0),
                e.recorded_at, (e.metadata ->> 'userId')::uuid);
      insert into ledger.revaluation_rates (company_id, revaluation_id, currency, rate, source, valid_from, reason, date)
        select e.company_id, e.aggregate_id, r.currency, r.rate, r.source, r."validFrom", r.reason, (e.data ->> 'date')::date
        from json_to_recordset(e.data -> 'rates')
          as r(currency text, rate numeric, source text, "validFrom" date, reason text);
      insert into ledger.revaluation_lines (company_id, revaluation_id, line, account_id, currency, counterparty_id, amount,
          carrying_gel, revalued_gel)
        select e.company_id, e.aggregate_id, l.line, l."accountId", l.currency, l."counterpartyId", l.amount,
               l."carryingGel", l."revaluedGel"
        from json_to_recordset(e.data -> 'lines')
          as l(line int, "accountId" uuid, currency text, "counterpartyId" uuid, amount numeric, "carryingGel" numeric,
               "revaluedGel" numeric);
      insert into ledger.revaluation_items (company_id, revaluation_id, transaction_id, line, revaluation_line, side, open,
          carrying_gel, revalued_gel)
        select e.company_id, e.aggregate_id, i."transactionId", i.line, i.of, i.side, i.open, i."carryingGel",
               i."revaluedGel"
        from json_to_recordset(e.data -> 'items')
          as i("transactionId" uuid, line int, "of" int, side text, open numeric, "carryingGel" numeric,
               "revaluedGel" numeric);
    elsif e.event_type = 'RevaluationWithdrawn' then
      update ledger.revaluations r
        set withdrawn_at = e.recorded_at, withdrawn_by = (e.metadata ->> 'userId')::uuid,
            withdraw_reason = e.data ->> 'reason'
        where r.company_id = e.company_id and r.id = e.aggregate_id;
      update ledger.revaluation_rates r set is_in_force = false
        where r.company_id = e.company_id and r.revaluation_id = e.aggregate_id;
    end if;
  end loop;
end $project$;
grant execute on function ledger.project_0_revaluation(ledger.event_store[]) to {{writer_role}};
