-- Companies are kept apart by the database: the application reads the company of its transaction, the writer
-- (the owner of ledger.append, a role nobody logs in as) works on the companies of one batch.

do $$
declare t text;
begin
  foreach t in array array['accounts', 'fiscal_periods', 'period_changes', 'custom_currencies', 'settings',
                           'transactions', 'journal_entries', 'account_turnover'] loop
    execute format('alter table ledger.%I enable row level security', t);
    execute format('alter table ledger.%I force row level security', t);
    execute format($p$create policy tenant on ledger.%I to {{app_role}}
      using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
      with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))$p$, t);
    execute format($p$create policy writer on ledger.%I to {{writer_role}}
      using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
      with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))$p$, t);
    execute format('grant select on ledger.%I to {{app_role}}, {{writer_role}}', t);
  end loop;
end $$;

grant insert, update, delete on ledger.accounts to {{writer_role}};
grant insert, update on ledger.fiscal_periods, ledger.settings, ledger.transactions, ledger.account_turnover
  to {{writer_role}};
grant insert on ledger.period_changes, ledger.custom_currencies, ledger.journal_entries to {{writer_role}};

-- Makes the twelve partitions of a year. Runs as the owner of the table, since it makes tables; a partition
-- is filled in beside the journal and then attached, which stops no posting.
create function ledger.ensure_journal_partitions(p_year int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_month date;
  v_name text;
begin
  if p_year not between 1990 and 2100 then
    raise exception 'year % is out of range', p_year using errcode = 'check_violation';
  end if;
  -- One maker at a time; readers and writers of the journal are not concerned.
  perform pg_advisory_xact_lock(hashtext('ledger.journal_entries'));
  for v_month in select generate_series(make_date(p_year, 1, 1), make_date(p_year, 12, 1), interval '1 month') loop
    v_name := 'journal_entries_' || to_char(v_month, 'YYYY_MM');
    if to_regclass('ledger.' || v_name) is null then
      execute format('create table ledger.%I (like ledger.journal_entries including all)', v_name);
      -- No policy on a partition: whoever reaches past the journal sees nothing.
      execute format('alter table ledger.%I enable row level security', v_name);
      execute format('alter table ledger.%I force row level security', v_name);
      execute format('alter table ledger.journal_entries attach partition ledger.%I for values from (%L) to (%L)',
                     v_name, v_month, (v_month + interval '1 month')::date);
    end if;
  end loop;
end $$;
revoke all on function ledger.ensure_journal_partitions(int) from public;
grant execute on function ledger.ensure_journal_partitions(int) to {{app_role}};
