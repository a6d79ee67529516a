-- Lets `append` find by index whether an aggregate has moved. It looked for taken versions under a condition that makes a
-- uuid of text; that may fail and say of what, so behind row-level security it is put to a row only when the row may be
-- seen, no index is asked, and each change of an existing aggregate read the whole log. Here the uuid is made first.
do $migration$
declare
  v_append text := pg_get_functiondef('{{schema}}.append(text, text, text)'::regprocedure);
  v_by_text text := $$select from (select string_to_array(t, chr(31)) as f
                         from unnest(string_to_array(p_events, chr(30))) t offset 0) e
            join {{schema}}.event_store s on s.aggregate_id = e.f[3]::uuid and s.version = e.f[4]::int
            where e.f[1]::int = i.item)$$;
  v_by_index text := $$select from (select f[1]::int as item, f[3]::uuid as aggregate_id, f[4]::int as version
                         from (select string_to_array(t, chr(31)) as f
                               from unnest(string_to_array(p_events, chr(30))) t offset 0) r offset 0) e
            join {{schema}}.event_store s on s.aggregate_id = e.aggregate_id and s.version = e.version
            where e.item = i.item)$$;
begin
  if position(v_by_text in v_append) = 0 then
    raise exception 'append of {{schema}} is not the one that this is for';
  end if;
  execute replace(v_append, v_by_text, v_by_index);
end $migration$;
