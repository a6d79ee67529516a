-- A gateway plans what partners have registered before anybody asks for it, and before it takes over another
-- supergraph it looks whether that would break any of it. The scopes are all that some company lets the partner do.
create function registered_operations_after(
    p_partner_id uuid, p_id text, p_limit integer,
    out partner_id uuid, out id text, out body text, out scopes text[])
  returns setof record
  language sql stable security definer
  set search_path = {{schema}}, pg_temp
  as $$
    select page.partner_id, page.id, page.body,
      array(
        select distinct scope from partner_companies c cross join unnest(c.scopes) scope
        where c.partner_id = page.partner_id and c.withdrawn_at is null
        order by scope)
    from (
      select distinct on (o.partner_id, o.id) o.partner_id, o.id, o.body
      from registered_operations o
      join operation_manifests m
        on m.company_id = o.company_id and m.partner_id = o.partner_id and m.version = o.version
      where o.revoked_at is null and m.revoked_at is null and (o.partner_id, o.id) > (p_partner_id, p_id)
      order by o.partner_id, o.id, o.version desc
      limit p_limit
    ) page
    order by page.partner_id, page.id
  $$;

revoke all on function registered_operations_after(uuid, text, integer) from public;
grant execute on function registered_operations_after(uuid, text, integer) to {{app_role}};
-- Last, because whoever gives a function away has no more say in its rights.
alter function registered_operations_after(uuid, text, integer) owner to {{writer_role}};
