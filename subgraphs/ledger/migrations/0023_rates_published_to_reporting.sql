-- Official rates day by day, for statements in another currency: lari for one unit on each day of a span, since when it
-- applies, and whether the bank was asked about the day. A day before the first rate of the currency has none.
create function ledger_published.official_rates(p_currency text, p_from date, p_to date)
returns table (day date, rate numeric, valid_from date, is_asked boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select d.day::date, round(r.rate / r.quantity, 10), r.valid_from,
    exists (select from ledger.official_rate_days a where a.day = d.day::date)
  from generate_series(p_from::timestamp, p_to::timestamp, interval '1 day') as d(day)
  left join lateral (
    select o.rate, o.quantity, o.valid_from from ledger.official_rates o
    where o.currency = p_currency and o.valid_from <= d.day::date
    order by o.valid_from desc, o.recorded_at desc limit 1) r on true
  order by d.day
$$;
grant create on schema ledger_published to {{writer_role}};
alter function ledger_published.official_rates(text, date, date) owner to {{writer_role}};
revoke create on schema ledger_published from {{writer_role}};
revoke all on function ledger_published.official_rates(text, date, date) from public;
grant execute on function ledger_published.official_rates(text, date, date) to {{app_role_of_reporting}};
