-- What recurs, for the cash forecast: each recurring entry with the templates of its versions, and the days that are done. A day
-- is done when it was skipped, or posted up to a position of the log; `on` is the day of its transaction, null when that was
-- reversed or there is none. It may be asked for the company of the transaction.
create function ledger_published.recurring_entries(p_company uuid, p_seq bigint)
returns table (id uuid, templates jsonb, ended_on date, done jsonb)
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
    select r.id,
      (select jsonb_agg(v.value - array['reason', 'by', 'at', 'reference'] order by v.place)
       from jsonb_array_elements(r.versions) with ordinality as v(value, place)),
      r.ended_on,
      (select coalesce(jsonb_agg(jsonb_build_object('date', o.date, 'transactionId', o.transaction_id,
         'on', case when u.seq <= p_seq then null else t.transaction_date end)), '[]')
       from ledger.recurring_occurrences o
       left join ledger.transactions t on t.company_id = o.company_id and t.id = o.transaction_id
       left join ledger.transactions u on u.company_id = t.company_id and u.id = t.reversed_by_id
       where o.company_id = r.company_id and o.recurring_id = r.id and (t.id is null or t.seq <= p_seq))
    from ledger.recurring_entries r
    where r.company_id = p_company;
  perform set_config('app.company_ids', coalesce(v_before, ''), true);
end $$;
grant create on schema ledger_published to {{writer_role}};
alter function ledger_published.recurring_entries(uuid, bigint) owner to {{writer_role}};
revoke create on schema ledger_published from {{writer_role}};
revoke all on function ledger_published.recurring_entries(uuid, bigint) from public;
grant execute on function ledger_published.recurring_entries(uuid, bigint) to {{app_role_of_reporting}};
