-- Documents of other subgraphs in the books: which of them a transaction was recorded for, and of which counterparty
-- an entry speaks.

-- A document is posted once for each purpose, whatever happens.
create table ledger.transaction_sources (
  company_id uuid not null,
  subgraph text not null,
  type text not null,
  source_id text not null,
  purpose text not null,
  transaction_id uuid not null,
  constraint transaction_sources_once primary key (company_id, subgraph, type, source_id, purpose),
  constraint transaction_sources_one_each unique (company_id, transaction_id),
  constraint transaction_sources_transaction foreign key (company_id, transaction_id)
    references ledger.transactions (company_id, id)
);
alter table ledger.transaction_sources enable row level security;
alter table ledger.transaction_sources force row level security;
create policy tenant on ledger.transaction_sources to {{app_role}}
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy writer on ledger.transaction_sources to {{writer_role}}
  using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
  with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]));
grant select on ledger.transaction_sources to {{app_role}};
grant select, insert on ledger.transaction_sources to {{writer_role}};

-- Null for entries that speak of nobody. The counterparties themselves are kept by tax.
alter table ledger.journal_entries add column counterparty_id uuid;

-- Events → tables. Called by ledger.append inside the transaction of the events, and by the rebuild with the
-- same events out of the log, so both give the same rows. Each statement handles all events of one type.
--
-- p_rows says of the posted transactions among the events what their data says, in rows of text (fields end with
-- U+001F, rows with U+001E, an empty field is null), which is read in a third of the time that the JSON takes. It
-- has two parts, with U+001D between them: the transactions (id, date, description, reference, total, entries,
-- attachments, reverses, reason) and their entries (transaction id, line, account, currency, debit, credit, debit
-- in GEL, credit in GEL, description, counterparty). A third part, whatever is in it, says that there are sources
-- among them, which are read from the data. Without p_rows, as in the rebuild, all is read from the data.
create or replace function ledger.project(p_events ledger.event_store[], p_rows text default null) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  v_types text[];
begin
  select array_agg(distinct e.event_type) into v_types from unnest(p_events) e;

  if 'AccountOpened' = any (v_types) then
    insert into ledger.accounts
      select e.company_id, e.aggregate_id, d.code, d.names, d.type, d."normalSide", d.role, d.currency, d."parentId",
             d."isHeading", true, d.metadata, e.version, e.recorded_at, e.recorded_at
      from unnest(p_events) e,
        json_to_record(e.data) as d(code text, names jsonb, type text, "normalSide" text, role text, currency text,
                                    "parentId" uuid, "isHeading" bool, metadata jsonb)
      where e.event_type = 'AccountOpened'
      order by e.company_id, e.seq;
  end if;
  if 'AccountChanged' = any (v_types) then
    update ledger.accounts a
      set code = d.code, names = d.names, type = d.type, normal_side = d."normalSide", role = d.role,
          currency = d.currency, parent_id = d."parentId", metadata = d.metadata, version = e.version,
          updated_at = e.recorded_at
      from unnest(p_events) e,
        json_to_record(e.data) as d(code text, names jsonb, type text, "normalSide" text, role text, currency text,
                                    "parentId" uuid, metadata jsonb)
      where e.event_type = 'AccountChanged' and a.company_id = e.company_id and a.id = e.aggregate_id;
  end if;
  if v_types && '{AccountActivated,AccountDeactivated}' then
    update ledger.accounts a
      set is_active = (e.event_type = 'AccountActivated'), version = e.version, updated_at = e.recorded_at
      from unnest(p_events) e
      where e.event_type in ('AccountActivated', 'AccountDeactivated')
        and a.company_id = e.company_id and a.id = e.aggregate_id;
  end if;
  if 'AccountDeleted' = any (v_types) then
    delete from ledger.accounts a using unnest(p_events) e
      where e.event_type = 'AccountDeleted' and a.company_id = e.company_id and a.id = e.aggregate_id;
  end if;

  if 'FiscalYearOpened' = any (v_types) then
    insert into ledger.fiscal_periods
      select e.company_id, p.id, p.year, p.month, p."startsOn", p."endsOn", 'OPEN'
      from unnest(p_events) e,
        json_to_recordset(e.data -> 'periods')
          as p(id uuid, year int, month int, "startsOn" date, "endsOn" date)
      where e.event_type = 'FiscalYearOpened';
  end if;
  if v_types && '{PeriodClosed,PeriodReopened}' then
    update ledger.fiscal_periods p
      set status = case e.event_type when 'PeriodClosed' then 'CLOSED' else 'OPEN' end
      from unnest(p_events) e
      where e.event_type in ('PeriodClosed', 'PeriodReopened') and p.company_id = e.company_id
        and p.year = (e.data ->> 'year')::int and p.month = (e.data ->> 'month')::int;
    insert into ledger.period_changes
      select e.company_id, (e.data ->> 'year')::int, (e.data ->> 'month')::int, e.version,
             case e.event_type when 'PeriodClosed' then 'CLOSED' else 'OPEN' end,
             e.data ->> 'reason', e.recorded_at, (e.metadata ->> 'userId')::uuid
      from unnest(p_events) e
      where e.event_type in ('PeriodClosed', 'PeriodReopened');
  end if;

  if 'CurrencyRegistered' = any (v_types) then
    insert into ledger.custom_currencies
      select e.company_id, e.data ->> 'code', (e.data ->> 'minorUnits')::int, e.data ->> 'name'
      from unnest(p_events) e where e.event_type = 'CurrencyRegistered';
  end if;
  if 'LedgerSettingsChanged' = any (v_types) then
    insert into ledger.settings as s (company_id, approver_must_differ)
      select distinct on (e.company_id) e.company_id, (e.data ->> 'approverMustDiffer')::bool
      from unnest(p_events) e where e.event_type = 'LedgerSettingsChanged'
      order by e.company_id, e.seq desc
      on conflict (company_id) do update set approver_must_differ = excluded.approver_must_differ;
  end if;

  if 'TransactionDrafted' = any (v_types) then
    insert into ledger.transactions (company_id, id, status, transaction_date, description, reference, total_gel,
        entries, attachments, version, created_at, created_by)
      select e.company_id, e.aggregate_id, 'DRAFT', d.date, d.description, d.reference, d."totalGel", d.entries,
             coalesce(d.attachments, '[]'), e.version, e.recorded_at, (e.metadata ->> 'userId')::uuid
      from unnest(p_events) e,
        json_to_record(e.data) as d(date date, description text, reference text, "totalGel" numeric, entries json,
                                    attachments json)
      where e.event_type = 'TransactionDrafted';
  end if;
  if 'TransactionApproved' = any (v_types) then
    update ledger.transactions t
      set status = 'APPROVED', version = e.version, approved_at = e.recorded_at,
          approved_by = (e.metadata ->> 'userId')::uuid
      from unnest(p_events) e
      where e.event_type = 'TransactionApproved' and t.company_id = e.company_id and t.id = e.aggregate_id;
  end if;

  if 'TransactionPosted' = any (v_types) then
    with content as materialized (
      select f[1]::uuid as id, f[2]::date as date, f[3] as description, f[4] as reference, f[5]::numeric as total,
             f[6]::json as entries, f[7]::json as attachments, f[8]::uuid as reverses, f[9] as reason
      from (select string_to_array(t, chr(31), '') as f
            from unnest(string_to_array(split_part(p_rows, chr(29), 1), chr(30))) t offset 0) s
      where p_rows is not null
      union all
      select e.aggregate_id, d.date, d.description, d.reference, d."totalGel", d.entries,
             coalesce(d.attachments, '[]'), d.reverses, d."reversalReason"
      from unnest(p_events) e,
        json_to_record(e.data) as d(date date, description text, reference text, "totalGel" numeric, entries json,
                                    attachments json, reverses uuid, "reversalReason" text)
      where p_rows is null and e.event_type = 'TransactionPosted'
    ), lines as materialized (
      select f[1]::uuid as id, f[2]::int as line, f[3]::uuid as account_id, f[4] as currency, f[5]::numeric as debit,
             f[6]::numeric as credit, f[7]::numeric as debit_gel, f[8]::numeric as credit_gel, f[9] as description,
             f[10]::uuid as counterparty_id
      from (select string_to_array(t, chr(31), '') as f
            from unnest(string_to_array(split_part(p_rows, chr(29), 2), chr(30))) t offset 0) s
      where p_rows is not null
      union all
      select c.id, n.line, n."accountId", n.currency, n.debit, n.credit, n."debitGel", n."creditGel", n.description,
             n."counterpartyId"
      from content c,
        json_to_recordset(c.entries)
          as n(line int, "accountId" uuid, currency text, debit numeric, credit numeric, "debitGel" numeric,
               "creditGel" numeric, description text, "counterpartyId" uuid)
      where p_rows is null
    ), posted as materialized (
      -- The events decide: rows of commands that were refused in the end belong to none of them.
      select e.company_id, e.version, e.recorded_at, e.published_seq, e.document_series::int as document_year,
             e.document_number, (e.metadata ->> 'userId')::uuid as user_id, c.*
      from unnest(p_events) e join content c on c.id = e.aggregate_id
      where e.event_type = 'TransactionPosted'
    ), recorded as (
      -- Recorded at once: the event is the transaction's first, so its row is new.
      insert into ledger.transactions (company_id, id, status, transaction_date, description, reference, total_gel,
          entries, attachments, seq, document_year, document_number, reverses_id, reversal_reason, version,
          created_at, created_by, approved_at, approved_by, posted_at, posted_by)
        select company_id, id, 'POSTED', date, description, reference, total, entries, attachments, published_seq,
               document_year, document_number, reverses, reason, 1, recorded_at, user_id, recorded_at, user_id,
               recorded_at, user_id
        from posted where version = 1
    ), completed as (
      update ledger.transactions t
        set status = 'POSTED', version = p.version, seq = p.published_seq, document_year = p.document_year,
            document_number = p.document_number, posted_at = p.recorded_at, posted_by = p.user_id
        from posted p where p.version > 1 and t.company_id = p.company_id and t.id = p.id
    ), added as (
      -- Entries in the order of their key, so that neighbours land on the same page.
      insert into ledger.journal_entries as j (company_id, account_id, transaction_date, seq, line, transaction_id,
          currency, debit, credit, debit_gel, credit_gel, description, counterparty_id)
        select p.company_id, n.account_id, p.date, p.published_seq, n.line, p.id, n.currency, n.debit, n.credit,
               n.debit_gel, n.credit_gel, n.description, n.counterparty_id
        from posted p join lines n on n.id = p.id
        order by 1, 2, 3, 4
        returning j.company_id, j.account_id, j.transaction_date, j.currency, j.debit, j.credit, j.debit_gel,
                  j.credit_gel
    ), daily as (
      select company_id, account_id, transaction_date, currency, sum(debit) as debit, sum(credit) as credit,
             sum(debit_gel) as debit_gel, sum(credit_gel) as credit_gel
      from added group by 1, 2, 3, 4
    )
    -- The entries' sums go to their buckets.
    insert into ledger.account_turnover as t
        (company_id, level, period, account_id, currency, debit, credit, debit_gel, credit_gel)
      select s.company_id, l.level, date_trunc(l.level, s.transaction_date::timestamp)::date, s.account_id, s.currency,
             sum(s.debit), sum(s.credit), sum(s.debit_gel), sum(s.credit_gel)
      from daily s cross join (values ('year'), ('month'), ('day')) as l(level)
      group by 1, 2, 3, 4, 5
      order by 1, 2, 3, 4, 5
      on conflict (company_id, level, period, account_id, currency) do update
        set debit = t.debit + excluded.debit, credit = t.credit + excluded.credit,
            debit_gel = t.debit_gel + excluded.debit_gel, credit_gel = t.credit_gel + excluded.credit_gel;

    if p_rows is null or split_part(p_rows, chr(29), 3) <> '' then
      insert into ledger.transaction_sources (company_id, subgraph, type, source_id, purpose, transaction_id)
        select e.company_id, s.subgraph, s.type, s.id, s.purpose, e.aggregate_id
        from unnest(p_events) e, json_to_record(e.data -> 'source') as s(subgraph text, type text, id text, purpose text)
        where e.event_type = 'TransactionPosted' and e.data -> 'source' is not null;
    end if;
  end if;

  if 'TransactionReversed' = any (v_types) then
    update ledger.transactions t
      set status = 'REVERSED', version = e.version, reversed_by_id = (e.data ->> 'reversedBy')::uuid
      from unnest(p_events) e
      where e.event_type = 'TransactionReversed' and t.company_id = e.company_id and t.id = e.aggregate_id;
  end if;
end $project$;
