-- It has no search path of its own, so that it is inlined. Documents are dated by what they ask the ledger to post. Movements are by their booking date, also those that move no
-- value, such as transfers; and they are stopped when they are approved already.
create function inventory.day_of_document(p_event inventory.event_store) returns date
language sql stable
as $$
  select case p_event.event_type
    when 'PostingRequested' then (p_event.data ->> 'date')::date
    when 'StockMovementPosted' then (p_event.data -> 'content' ->> 'bookingDate')::date
    when 'StockMovementApproved' then (
      select m.booking_date from inventory.movements m
      where m.company_id = p_event.company_id and m.id = p_event.aggregate_id)
  end
$$;
grant execute on function inventory.day_of_document(inventory.event_store) to {{writer_role}};

--! include locked_documents.sql
