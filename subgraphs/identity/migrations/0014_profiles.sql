-- Everybody may change what others call them and the language they are spoken to in.
create policy own_profile on users for update to {{app_role}}
  using (id = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check (id = (select nullif(current_setting('app.user_id', true), '')::uuid));
grant update (name, language) on users to {{app_role}};

-- Names change, and a tax id comes later than the company.
create policy changes on companies for update to {{app_role}}
  using (id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (id = (select nullif(current_setting('app.company_id', true), '')::uuid));
grant update (name, name_en, tax_id) on companies to {{app_role}};
