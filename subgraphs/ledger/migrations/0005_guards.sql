-- What must never be, whatever the code does. Constraint names become domain errors.

-- True only while the owner of the tables replays events that were guarded when they happened.
create function ledger.is_rebuilding() returns boolean language sql stable as $$
  select coalesce(current_setting('app.rebuilding', true), '') = 'on'
     and pg_has_role(session_user, (select relowner from pg_class where oid = 'ledger.journal_entries'::regclass), 'member')
$$;

grant execute on function ledger.is_rebuilding() to {{writer_role}};

-- Entries arrive by statement, whole transactions at a time: sums, accounts and periods are checked set-wise.
create function ledger.guard_journal() returns trigger language plpgsql as $$
declare
  v_bad record;
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  select transaction_id, sum(debit_gel) - sum(credit_gel) as difference into v_bad from added
    group by company_id, transaction_id
    having sum(debit_gel) <> sum(credit_gel) or count(*) < 2
    limit 1;
  if found then
    raise exception 'transaction % is not balanced: debit - credit = %', v_bad.transaction_id, v_bad.difference
      using errcode = 'check_violation', constraint = 'journal_entries_balanced';
  end if;

  select distinct n.account_id into v_bad
    from (select distinct company_id, account_id, currency from added) n
    left join ledger.accounts a on a.company_id = n.company_id and a.id = n.account_id
    where a.id is null or not a.is_active or a.is_heading or a.currency <> n.currency
    limit 1;
  if found then
    raise exception 'account % takes no such posting', v_bad.account_id
      using errcode = 'check_violation', constraint = 'journal_entries_account_postable';
  end if;

  -- The lock on the period waits for a closing that is under way, and makes a later one wait for us.
  perform from ledger.fiscal_periods p
    join (select distinct company_id, transaction_date from added) n
      on p.company_id = n.company_id and n.transaction_date between p.starts_on and p.ends_on
    order by p.company_id, p.year, p.month
    for share of p;
  select n.transaction_date into v_bad
    from (select distinct company_id, transaction_date from added) n
    left join ledger.fiscal_periods p
      on p.company_id = n.company_id and n.transaction_date between p.starts_on and p.ends_on
    where p.status is distinct from 'OPEN'
    limit 1;
  if found then
    raise exception 'no open period on %', v_bad.transaction_date
      using errcode = 'check_violation', constraint = 'journal_entries_period_open';
  end if;
  return null;
end $$;
create trigger journal_entries_guard after insert on ledger.journal_entries
  referencing new table as added for each statement execute function ledger.guard_journal();

create function ledger.refuse_rewriting_journal() returns trigger language plpgsql as $$
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  raise exception 'the journal is append-only: % refused', tg_op
    using errcode = 'restrict_violation', constraint = 'journal_entries_append_only';
end $$;
create trigger journal_entries_append_only before update or delete or truncate on ledger.journal_entries
  for each statement execute function ledger.refuse_rewriting_journal();

-- A posted transaction changes once more at most: it becomes reversed.
create function ledger.guard_posted_transaction() returns trigger language plpgsql as $$
begin
  if ledger.is_rebuilding() then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.status = 'POSTED' and new.status = 'REVERSED'
     and (to_jsonb(new) - '{status,reversed_by_id,version}'::text[])
       = (to_jsonb(old) - '{status,reversed_by_id,version}'::text[]) then
    return new;
  end if;
  raise exception 'transaction % is posted: % refused', old.id, tg_op
    using errcode = 'restrict_violation', constraint = 'transactions_posted_immutable';
end $$;
create trigger transactions_posted_immutable before update or delete on ledger.transactions
  for each row when (old.status in ('POSTED', 'REVERSED')) execute function ledger.guard_posted_transaction();

-- An account with postings keeps its type, side and currency, and stays postable in kind.
create function ledger.guard_account() returns trigger language plpgsql as $$
begin
  if exists (select from ledger.account_turnover t where t.company_id = old.company_id and t.account_id = old.id) then
    raise exception 'account % has postings', old.code
      using errcode = 'restrict_violation', constraint = 'accounts_posted_kind';
  end if;
  return new;
end $$;
create trigger accounts_posted_kind before update on ledger.accounts
  for each row when (old.type <> new.type or old.normal_side <> new.normal_side
    or old.currency is distinct from new.currency or old.is_heading <> new.is_heading)
  execute function ledger.guard_account();
