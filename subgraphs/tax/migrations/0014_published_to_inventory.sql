-- Inventory asks whether there are the counterparties and the tax invoices that its movements name.
grant usage on schema tax_published to {{app_role_of_inventory}};
grant execute on function tax_published.counterparties_exist(uuid, uuid[]) to {{app_role_of_inventory}};

-- Which of these are tax invoices of the one company of the transaction.
grant create on schema tax_published to {{writer_role}};
create function tax_published.tax_invoices_exist(p_company uuid, p_ids uuid[]) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_before text := current_setting('app.company_ids', true);
begin
  if p_company is distinct from nullif(current_setting('app.company_id', true), '')::uuid then
    raise exception 'the transaction is not of company %', p_company using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.company_ids', array[p_company]::text, true);
  return query select i.id from tax.tax_invoices i where i.company_id = p_company and i.id = any (p_ids);
  perform set_config('app.company_ids', coalesce(v_before, ''), true);
end $$;
alter function tax_published.tax_invoices_exist(uuid, uuid[]) owner to {{writer_role}};
revoke all on function tax_published.tax_invoices_exist(uuid, uuid[]) from public;
grant execute on function tax_published.tax_invoices_exist(uuid, uuid[]) to {{app_role_of_inventory}};
revoke create on schema tax_published from {{writer_role}};
