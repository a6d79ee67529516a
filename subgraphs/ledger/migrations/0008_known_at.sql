-- Position among the posted transactions at a moment. `recorded_at` never decreases along the log, so the moment
-- is found by halving, without an index that every posting would have to pay for.
create function ledger.posted_seq_at(p_company uuid, p_moment timestamptz) returns bigint
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  v_low bigint := 0;
  v_high bigint := coalesce((select last_seq from ledger.head where company_id = p_company), 0);
  v_middle bigint;
begin
  -- The answer is the last event recorded at or before the moment; it lies in [v_low, v_high].
  while v_low < v_high loop
    v_middle := (v_low + v_high + 1) / 2;
    if (select recorded_at from ledger.event_store where company_id = p_company and seq = v_middle) <= p_moment then
      v_low := v_middle;
    else
      v_high := v_middle - 1;
    end if;
  end loop;
  return coalesce((select published_seq from ledger.event_store
                   where company_id = p_company and seq <= v_low and published_seq is not null
                   order by seq desc limit 1), 0);
end $$;
revoke all on function ledger.posted_seq_at(uuid, timestamptz) from public;
grant execute on function ledger.posted_seq_at(uuid, timestamptz) to {{app_role}};
