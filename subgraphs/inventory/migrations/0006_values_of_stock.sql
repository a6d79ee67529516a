-- Values of stock as of a day, and on another day where the books refused the first one.

-- What was booked on stock until the end of a day, by item: whole years, then whole months, then days.
create function inventory.value_until(p_company uuid, p_date date)
returns table (item_id uuid, cost numeric, written_down numeric)
language sql stable
as $$
  select t.item_id, sum(t.cost), sum(t.written_down)
  from (
    select item_id, cost, written_down from inventory.value_turnover
      where company_id = p_company and level = 'year' and period < date_trunc('year', p_date::timestamp)::date
    union all
    select item_id, cost, written_down from inventory.value_turnover
      where company_id = p_company and level = 'month' and period >= date_trunc('year', p_date::timestamp)::date
        and period < date_trunc('month', p_date::timestamp)::date
    union all
    select item_id, cost, written_down from inventory.value_turnover
      where company_id = p_company and level = 'day' and period >= date_trunc('month', p_date::timestamp)::date
        and period <= p_date
  ) t
  group by 1
$$;
grant execute on function inventory.value_until(uuid, date) to {{app_role}};

-- What a movement booked goes to another day with its goods: entries are never changed, so each is taken back on the
-- first day and made again on the other.
create function inventory.project_6_rebookings(p_events inventory.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e inventory.event_store;
begin
  foreach e in array p_events loop
    continue when e.event_type <> 'StockMovementRebooked';
    insert into inventory.value_entries (company_id, seq, n, item_id, line_id, movement_id, kind, amount, booking_date,
        happened_on, document_id, stock_account, counter_account)
      select s.company_id, e.seq, row_number() over (order by d.sign, s.seq, s.n), s.item_id, s.line_id, s.movement_id,
             s.kind, d.sign * s.amount, d.day, s.happened_on, s.document_id, s.stock_account, s.counter_account
      from (select v.company_id, min(v.seq) as seq, min(v.n) as n, v.item_id, v.line_id, v.movement_id, v.kind,
                   sum(v.amount) as amount, v.booking_date, v.happened_on, v.document_id, v.stock_account,
                   v.counter_account
            from inventory.value_entries v
            where v.company_id = e.company_id and v.document_id = e.aggregate_id
              and v.booking_date = (e.data ->> 'from')::date
            group by v.company_id, v.item_id, v.line_id, v.movement_id, v.kind, v.booking_date, v.happened_on,
                     v.document_id, v.stock_account, v.counter_account
            having sum(v.amount) <> 0) s,
        lateral (values (s.booking_date, -1), ((e.data ->> 'bookingDate')::date, 1)) as d(day, sign);
    perform inventory.add_to_value_turnover(array[e.company_id], array[e.seq]);
  end loop;
end $project$;
grant execute on function inventory.project_6_rebookings(inventory.event_store[]) to {{writer_role}};
