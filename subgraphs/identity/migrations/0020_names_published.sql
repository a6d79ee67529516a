-- Papers that others draw up are headed by the name and the identification code of the company: of the one company of
-- the transaction, and of no other.
create policy names on companies for select to {{writer_role}}
  using (id = (select nullif(current_setting('app.company_id', true), '')::uuid));
grant select (id, name, name_en, tax_id) on companies to {{writer_role}};

grant create on schema {{schema}}_published to {{writer_role}};
create function {{schema}}_published.company_named()
  returns table (name text, name_en text, tax_id text)
  language sql stable security definer
  set search_path = {{schema}}, pg_temp
  as $$
    select c.name, c.name_en, c.tax_id from companies c
    where c.id = nullif(current_setting('app.company_id', true), '')::uuid
  $$;
revoke all on function {{schema}}_published.company_named() from public;
alter function {{schema}}_published.company_named() owner to {{writer_role}};
revoke create on schema {{schema}}_published from {{writer_role}};
grant usage on schema {{schema}}_published to {{app_role_of_reporting}};
grant execute on function {{schema}}_published.company_named() to {{app_role_of_reporting}};
