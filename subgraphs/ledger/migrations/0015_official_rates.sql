-- Official exchange rates of the National Bank of Georgia, as they were fetched or entered. Rates are never changed: what
-- is learned later about a day stands beside what was known before, and the last one counts.
create table ledger.official_rates (
  currency text not null check (currency ~ '^[A-Z]{3}$' and currency <> 'GEL'),
  -- First day on which it applies; it goes on until the next one, over weekends and holidays.
  valid_from date not null,
  -- Lari for so many units, as the bank publishes it.
  quantity int not null check (quantity > 0),
  rate numeric(20, 10) not null check (rate > 0),
  source text not null check (source in ('NBG', 'ENTERED')),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (currency, valid_from, recorded_at)
);
create trigger official_rates_append_only before update or delete or truncate on ledger.official_rates
  for each statement execute function ledger.refuse_rewriting();

-- Days about which the bank was asked: a day without a rate of its own is then a weekend or a holiday, and no gap.
create table ledger.official_rate_days (
  day date primary key,
  fetched_at timestamptz not null default clock_timestamp()
);
grant select, insert on ledger.official_rates, ledger.official_rate_days to {{app_role}};
grant update on ledger.official_rate_days to {{app_role}};
grant select on ledger.official_rates, ledger.official_rate_days to {{writer_role}};

-- The rate that applies on a day: lari for one unit, since when, and whether the bank was asked about that day.
create function ledger_published.official_rate(p_currency text, p_day date)
returns table (rate numeric, valid_from date, quantity int, published numeric, source text, recorded_at timestamptz, is_asked boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select r.rate / r.quantity, r.valid_from, r.quantity, r.rate, r.source, r.recorded_at,
    exists (select from ledger.official_rate_days d where d.day = p_day)
  from ledger.official_rates r
  where r.currency = p_currency and r.valid_from <= p_day
  order by r.valid_from desc, r.recorded_at desc limit 1
$$;
grant create on schema ledger_published to {{writer_role}};
alter function ledger_published.official_rate(text, date) owner to {{writer_role}};
revoke create on schema ledger_published from {{writer_role}};
revoke all on function ledger_published.official_rate(text, date) from public;
grant usage on schema ledger_published to {{app_role}};
grant execute on function ledger_published.official_rate(text, date) to {{app_role}}, {{app_role_of_tax}}, {{app_role_of_payroll}};
