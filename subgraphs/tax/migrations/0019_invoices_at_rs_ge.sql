-- Inventory links waybills with tax invoices at RS.ge, which knows invoices by numbers of its own.

-- Which of these tax invoices, of the one company of the transaction, RS.ge holds: under what, and how they fare there.
grant create on schema tax_published to {{writer_role}};
create function tax_published.tax_invoices_at_rs_ge(p_company uuid, p_ids uuid[])
returns table (id uuid, direction text, channel text, rs_ge_id text, state text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
  v_before text := current_setting('app.company_ids', true);
begin
  if p_company is distinct from nullif(current_setting('app.company_id', true), '')::uuid then
    raise exception 'the transaction is not of company %', p_company using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.company_ids', array[p_company]::text, true);
  return query
    select i.id, i.direction, d.channel, d.rs_ge_id, d.state
    from tax.tax_invoices i
    join tax.rs_ge_documents d on d.company_id = i.company_id and d.document_id = i.id
    where i.company_id = p_company and i.id = any (p_ids) and d.rs_ge_id is not null;
  perform set_config('app.company_ids', coalesce(v_before, ''), true);
end $$;
alter function tax_published.tax_invoices_at_rs_ge(uuid, uuid[]) owner to {{writer_role}};
revoke all on function tax_published.tax_invoices_at_rs_ge(uuid, uuid[]) from public;
grant execute on function tax_published.tax_invoices_at_rs_ge(uuid, uuid[]) to {{app_role_of_inventory}};
revoke create on schema tax_published from {{writer_role}};
