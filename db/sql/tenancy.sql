-- Keeps companies apart in tables with a `company_id`, by the database itself: the application sees the one company of
-- its transaction, the writer those of the batch that it works on, and both may read. What else they may is granted
-- table by table.
create procedure {{schema}}.keep_companies_apart(variadic p_tables text[])
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare t text;
begin
  foreach t in array p_tables loop
    execute format('alter table {{schema}}.%I enable row level security', t);
    execute format('alter table {{schema}}.%I force row level security', t);
    execute format($p$create policy tenant on {{schema}}.%I to {{app_role}}
      using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
      with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))$p$, t);
    execute format($p$create policy writer on {{schema}}.%I to {{writer_role}}
      using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
      with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))$p$, t);
    execute format('grant select on {{schema}}.%I to {{app_role}}, {{writer_role}}', t);
  end loop;
end $$;
