-- Which companies a consumer of the log has something to read of. The application sees one company at a time,
-- a consumer must find them all: this function tells it their ids and nothing else.

create policy log_reader on {{schema}}.head for select to {{writer_role}}
  using ((select current_setting('app.reads_heads', true)) = 'on');
create policy log_reader on {{schema}}.checkpoints for select to {{writer_role}}
  using ((select current_setting('app.reads_heads', true)) = 'on');
grant select on {{schema}}.checkpoints to {{writer_role}};

create function {{schema}}.lagging(p_consumer text) returns setof uuid
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
  -- An owner without superuser's rights may not bind such a setting to the function.
  perform set_config('app.reads_heads', 'on', true);
  return query
    select h.company_id from {{schema}}.head h
    left join {{schema}}.checkpoints c on c.consumer = p_consumer and c.company_id = h.company_id
    where h.last_seq > coalesce(c.seq, 0);
  perform set_config('app.reads_heads', '', true);
end $$;
alter function {{schema}}.lagging(text) owner to {{writer_role}};
revoke all on function {{schema}}.lagging(text) from public;
grant execute on function {{schema}}.lagging(text) to {{app_role}};
