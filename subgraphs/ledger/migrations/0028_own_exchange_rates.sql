-- A company's own exchange rates: for one currency on one day, before the official rate of that day. Each change stands
-- beside what was before; the last one counts, and one without a rate withdraws it.
create table ledger.own_exchange_rates (
  company_id uuid not null,
  currency text not null check (currency <> 'GEL'),
  date date not null,
  version int not null,
  -- Lari for so many units.
  rate numeric(20, 10) check (rate > 0),
  quantity int check (quantity in (1, 10, 100, 1000, 10000)),
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (company_id, currency, date, version),
  constraint own_exchange_rates_whole check ((rate is null) = (quantity is null))
);
alter table ledger.own_exchange_rates enable row level security;
alter table ledger.own_exchange_rates force row level security;
create policy tenant on ledger.own_exchange_rates to {{app_role}}
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy writer on ledger.own_exchange_rates to {{writer_role}}
  using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
  with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]));
grant select on ledger.own_exchange_rates to {{app_role}}, {{writer_role}};
grant insert on ledger.own_exchange_rates to {{writer_role}};

create function ledger.refuse_rewriting_own_rates() returns trigger language plpgsql as $$
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  raise exception 'own_exchange_rates is append-only: % refused', tg_op
    using errcode = 'restrict_violation', constraint = 'own_exchange_rates_append_only';
end $$;
create trigger own_exchange_rates_append_only before update or delete or truncate on ledger.own_exchange_rates
  for each statement execute function ledger.refuse_rewriting_own_rates();

create function ledger.project_6_exchange_rates(p_events ledger.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into ledger.own_exchange_rates (company_id, currency, date, version, rate, quantity, reason, changed_at, changed_by)
    select e.company_id, d.currency, d.date, e.version, d.rate, d.quantity, d.reason, e.recorded_at,
           (e.metadata ->> 'userId')::uuid
    from unnest(p_events) e, json_to_record(e.data) as d(currency text, date date, rate numeric, quantity int, reason text)
    where e.event_type in ('ExchangeRateSet', 'ExchangeRateWithdrawn');
end $project$;
grant execute on function ledger.project_6_exchange_rates(ledger.event_store[]) to {{writer_role}};

-- The rate of a company on a day, in lari for one unit: its own of that very day, else the official one that applies then.
-- Tax, and pay in foreign currency, go by `ledger_published.official_rate`, which the law names.
create function ledger.exchange_rate(p_company uuid, p_currency text, p_day date)
returns table (rate numeric, valid_from date, quantity int, published numeric, source text, recorded_at timestamptz,
               is_asked boolean, reason text, set_by uuid)
language sql stable set search_path = pg_catalog, pg_temp
as $$
  with own as (
    select l.* from (
      select r.* from ledger.own_exchange_rates r
      where r.company_id = p_company and r.currency = p_currency and r.date = p_day
      order by r.version desc limit 1) l
    where l.rate is not null
  )
  select o.rate / o.quantity, o.date, o.quantity, o.rate, 'OWN', o.changed_at, true, o.reason, o.changed_by from own o
  union all
  select f.rate, f.valid_from, f.quantity, f.published, f.source, f.recorded_at, f.is_asked, null, null
  from ledger_published.official_rate(p_currency, p_day) f
  where not exists (select from own)
$$;
revoke all on function ledger.exchange_rate(uuid, text, date) from public;
grant execute on function ledger.exchange_rate(uuid, text, date) to {{app_role}}, {{writer_role}};
