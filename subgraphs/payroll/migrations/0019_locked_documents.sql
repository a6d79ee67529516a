-- It has no search path of its own, so that it is inlined. Documents are dated by what they ask the ledger to post, or to reverse.
create function {{schema}}.day_of_document(p_event {{schema}}.event_store) returns date
language sql stable
as $$
  select case when p_event.event_type in ('PostingRequested', 'PostingReversalRequested')
    then (p_event.data ->> 'date')::date end
$$;
grant execute on function {{schema}}.day_of_document({{schema}}.event_store) to {{writer_role}};

--! include locked_documents.sql
