-- The event store of one subgraph: log, heads, idempotency keys, document numbers, snapshots, checkpoints,
-- and `append`, the only way in. Included by the subgraph's first migration; it expects that a later
-- migration defines {{schema}}.project(events {{schema}}.event_store[], rows text).

-- One row a company: its lock is the queue of the company's writers, which makes `seq` contiguous and in
-- commit order, document numbers gapless and the hash chain synchronous.
create table {{schema}}.head (
  company_id uuid primary key,
  last_seq bigint not null default 0,
  last_hash bytea not null default decode(repeat('00', 32), 'hex'),
  -- Position among the published facts (posted transactions): contiguous for subscribers.
  published_seq bigint not null default 0,
  -- Seq of the last event that changed reference data (chart, periods, settings). Decisions are made on facts
  -- read at one value of it and refused as stale when it has moved.
  reference_seq bigint not null default 0,
  last_recorded_at timestamptz not null default 'epoch'
) with (fillfactor = 50);

create table {{schema}}.event_store (
  company_id uuid not null,
  seq bigint not null,
  aggregate_type text not null,
  aggregate_id uuid not null,
  version int not null check (version > 0),
  event_type text not null,
  -- json keeps the text as it came, so that the hash can be recomputed from what is stored.
  data json not null,
  metadata json not null,
  recorded_at timestamptz not null,
  published_seq bigint,
  document_series text,
  document_number bigint,
  hash_version smallint not null default 1,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (company_id, seq),
  constraint event_store_aggregate_version unique (aggregate_id, version)
);

-- Keys are kept for ever: a posting repeated years later must still not be posted twice.
create table {{schema}}.idempotency_keys (
  company_id uuid not null,
  operation text not null,
  key text not null check (length(key) between 1 and 200),
  input_hash text not null,
  result json not null,
  primary key (company_id, operation, key)
);

create table {{schema}}.document_series (
  company_id uuid not null,
  series text not null,
  last_number bigint not null check (last_number > 0),
  primary key (company_id, series)
) with (fillfactor = 50);

create table {{schema}}.aggregate_snapshots (
  company_id uuid not null,
  aggregate_id uuid not null,
  version int not null,
  -- Version of the state's shape: a snapshot of another shape is ignored and made anew.
  state_version int not null,
  state jsonb not null,
  primary key (company_id, aggregate_id)
);

-- How far each consumer of the log has come; written in the transaction of its effect.
create table {{schema}}.checkpoints (
  company_id uuid not null,
  consumer text not null,
  seq bigint not null,
  primary key (consumer, company_id)
);

do $$
declare t text;
begin
  foreach t in array array['head', 'event_store', 'idempotency_keys', 'document_series',
                           'aggregate_snapshots', 'checkpoints'] loop
    execute format('alter table {{schema}}.%I enable row level security', t);
    execute format('alter table {{schema}}.%I force row level security', t);
    -- The application sees the one company of its transaction; no setting, no rows.
    execute format($p$create policy tenant on {{schema}}.%I to {{app_role}}
      using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
      with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))$p$, t);
    -- The writer works on the companies of one batch at a time.
    execute format($p$create policy writer on {{schema}}.%I to {{writer_role}}
      using (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))
      with check (company_id = any ((select nullif(current_setting('app.company_ids', true), '')::uuid[])::uuid[]))$p$, t);
  end loop;
end $$;

grant select on {{schema}}.head, {{schema}}.event_store, {{schema}}.idempotency_keys,
  {{schema}}.document_series to {{app_role}};
grant select, insert, update on {{schema}}.aggregate_snapshots, {{schema}}.checkpoints to {{app_role}};
grant usage on schema {{schema}} to {{writer_role}};
grant select, insert, update on {{schema}}.head, {{schema}}.document_series to {{writer_role}};
grant select, insert on {{schema}}.event_store, {{schema}}.idempotency_keys to {{writer_role}};

-- The log is append-only for everybody, the owner included.
create function {{schema}}.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only: % refused', tg_table_schema, tg_table_name, tg_op
    using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only';
end $$;

create trigger event_store_append_only before update or delete or truncate on {{schema}}.event_store
  for each statement execute function {{schema}}.refuse_rewriting();
create trigger idempotency_keys_append_only before update or delete or truncate on {{schema}}.idempotency_keys
  for each statement execute function {{schema}}.refuse_rewriting();

-- What the hash of an event covers, version 1: every column of the event, separated by the unit separator.
create function {{schema}}.hashed_text(
  company_id uuid, seq bigint, aggregate_type text, aggregate_id uuid, version int, event_type text, data text,
  metadata text, recorded_at timestamptz, published_seq bigint, document_series text, document_number bigint
) returns text language sql stable parallel safe
return concat_ws(chr(31), company_id, seq, aggregate_type, aggregate_id, version, event_type,
  (extract(epoch from recorded_at) * 1000)::bigint, coalesce(published_seq::text, ''),
  coalesce(document_series, ''), coalesce(document_number::text, ''), metadata, data);

grant execute on function {{schema}}.hashed_text(uuid, bigint, text, uuid, int, text, text, text, timestamptz, bigint, text, bigint)
  to {{app_role}}, {{writer_role}};

-- One command on its way through `append`.
create type {{schema}}.append_item as (
  item int, company_id uuid, operation text, key text, input_hash text, reference_seq bigint,
  touches_existing boolean, answer text
);

-- Appends the events of a batch of commands, of one or several companies, in one statement.
--
-- The three parameters are rows of text: rows end with U+001E, fields with U+001F, which the texts never hold
-- (JSON escapes control characters, the domain refuses them elsewhere); an empty field is null. Reading them costs
-- a third of what reading the same as JSON did.
--   p_items:  company, operation, idempotency key, hash of the input, reference_seq of the facts, touches existing
--             aggregates?, answer (JSON)
--   p_events: number of the item from 1, aggregate type, aggregate id, version, event type, published?, document
--             series, changes reference data?, metadata (JSON), data (JSON)
--   p_rows:   what the projection wants to know of the events in a form that it reads fast; see project
--
-- Answers a row per item. verdict: appended | replayed (result is the first answer) | reused (key known with
-- another input) | stale (reference data moved, decide again) | conflict (aggregate moved, decide again).
create function {{schema}}.append(p_items text, p_events text, p_rows text)
returns table (item int, verdict text, result json, published_seq bigint, document_series text,
               document_number bigint, recorded_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $append$
#variable_conflict use_column
declare
  v_now timestamptz := date_trunc('milliseconds', clock_timestamp());
  v_items {{schema}}.append_item[];
  v_companies uuid[];
  v_locked int;
  v_judged int[];
  v_verdicts text[];
  v_answers text[];
  v_events {{schema}}.event_store[];
  v_item_of int[];
  v_reference bool[];
  v_texts text[];
  v_lasts bytea[];
  v_previous bytea[] := '{}';
  v_hashes bytea[] := '{}';
  v_hash bytea;
begin
  select array_agg(row(n, f[1]::uuid, f[2], f[3], f[4], f[5]::bigint, f[6]::bool, f[7])::{{schema}}.append_item order by n)
    into v_items
    from (select n, string_to_array(t, chr(31), '') as f
          from unnest(string_to_array(p_items, chr(30))) with ordinality as r(t, n) offset 0) s;

  -- 1. Lock the heads, always in the same order, so that two writers can never wait for each other.
  select array_agg(distinct i.company_id order by i.company_id) into v_companies from unnest(v_items) i;
  perform set_config('app.company_ids', v_companies::text, true);
  perform from {{schema}}.head where company_id = any (v_companies) order by company_id for update;
  get diagnostics v_locked = row_count;
  if v_locked < cardinality(v_companies) then
    insert into {{schema}}.head (company_id) select c from unnest(v_companies) c order by 1
      on conflict do nothing;
    perform from {{schema}}.head where company_id = any (v_companies) order by company_id for update;
  end if;

  -- 2. Judge each item; from here on the companies stand still.
  select array_agg(j.item), array_agg(j.verdict), array_agg(j.answer)
    into v_judged, v_verdicts, v_answers
    from (
      select i.item, k.result::text as answer,
        case
          when k.key is not null and k.input_hash = i.input_hash then 'replayed'
          when k.key is not null then 'reused'
          when i.reference_seq <> h.reference_seq then 'stale'
          when i.touches_existing and exists (
            select from (select string_to_array(t, chr(31)) as f
                         from unnest(string_to_array(p_events, chr(30))) t offset 0) e
            join {{schema}}.event_store s on s.aggregate_id = e.f[3]::uuid and s.version = e.f[4]::int
            where e.f[1]::int = i.item) then 'conflict'
        end as verdict
      from unnest(v_items) i
      join {{schema}}.head h on h.company_id = i.company_id
      left join {{schema}}.idempotency_keys k
        on k.company_id = i.company_id and k.operation = i.operation and k.key = i.key
    ) j
    where j.verdict is not null;

  -- 3. Give every event its place, and published ones and documents their numbers.
  with given as materialized (
    select n, f[1]::int as item, f[2] as aggregate_type, f[3]::uuid as aggregate_id, f[4]::int as version,
           f[5] as event_type, f[6]::bool as is_published, f[7] as series, f[8]::bool as is_reference,
           f[9] as metadata, f[10] as data
    from (select n, string_to_array(t, chr(31), '') as f
          from unnest(string_to_array(p_events, chr(30))) with ordinality as r(t, n) offset 0) s
  ), placed as (
    select e.*, h.company_id, h.last_hash, h.last_seq,
      row_number() over (order by h.company_id, e.n) as place,
      h.last_seq + row_number() over (partition by h.company_id order by e.n) as seq,
      greatest(h.last_recorded_at, v_now) as recorded_at,
      case when e.is_published then
        h.published_seq + count(*) filter (where e.is_published) over (partition by h.company_id order by e.n)
      end as published_seq,
      case when e.series is not null then
        coalesce(d.last_number, 0) + row_number() over (partition by h.company_id, e.series order by e.n)
      end as number
    from given e
    join unnest(v_items) i on i.item = e.item
    join {{schema}}.head h on h.company_id = i.company_id
    left join {{schema}}.document_series d on d.company_id = i.company_id and d.series = e.series
    where e.item <> all (coalesce(v_judged, '{}'))
  )
  select
    array_agg(row(company_id, seq, aggregate_type, aggregate_id, version, event_type, data::json, metadata::json,
                  recorded_at, published_seq, series, number, 1, null, null)::{{schema}}.event_store order by place),
    array_agg(item order by place),
    array_agg(is_reference order by place),
    array_agg({{schema}}.hashed_text(company_id, seq, aggregate_type, aggregate_id, version, event_type, data, metadata,
                                     recorded_at, published_seq, series, number) order by place),
    array_agg(case when seq = last_seq + 1 then last_hash end order by place)
    into v_events, v_item_of, v_reference, v_texts, v_lasts
    from placed;

  if v_events is not null then
    -- 4. Chain the hashes.
    for v_n in 1 .. cardinality(v_events) loop
      v_hash := coalesce(v_lasts[v_n], v_hash);
      v_previous := v_previous || v_hash;
      v_hash := sha256(v_hash || convert_to(v_texts[v_n], 'UTF8'));
      v_hashes := v_hashes || v_hash;
    end loop;

    -- 5. Append, remember the keys, move the heads.
    insert into {{schema}}.event_store
      select e.company_id, e.seq, e.aggregate_type, e.aggregate_id, e.version, e.event_type, e.data, e.metadata,
             e.recorded_at, e.published_seq, e.document_series, e.document_number, e.hash_version, p, h
      from rows from (unnest(v_events), unnest(v_previous), unnest(v_hashes))
        as e(company_id, seq, aggregate_type, aggregate_id, version, event_type, data, metadata, recorded_at,
             published_seq, document_series, document_number, hash_version, previous_hash, hash, p, h);

    insert into {{schema}}.idempotency_keys (company_id, operation, key, input_hash, result)
      select i.company_id, i.operation, i.key, i.input_hash, i.answer::json
      from unnest(v_items) i
      where i.key is not null and i.item <> all (coalesce(v_judged, '{}'));

    update {{schema}}.head as h
      set last_seq = n.seq, last_hash = v_hashes[n.place], last_recorded_at = n.recorded_at,
          published_seq = coalesce(n.published_seq, h.published_seq),
          reference_seq = coalesce(n.reference_seq, h.reference_seq)
      from (
        select e.company_id, max(e.seq) as seq, max(e.recorded_at) as recorded_at,
               max(e.published_seq) as published_seq, max(e.seq) filter (where x) as reference_seq,
               max(e.place) as place
        from rows from (unnest(v_events), unnest(v_reference)) with ordinality
          as e(company_id, seq, aggregate_type, aggregate_id, version, event_type, data, metadata, recorded_at,
               published_seq, document_series, document_number, hash_version, previous_hash, hash, x, place)
        group by e.company_id) n
      where h.company_id = n.company_id;

    insert into {{schema}}.document_series as s (company_id, series, last_number)
      select e.company_id, e.document_series, max(e.document_number)
      from unnest(v_events) e where e.document_series is not null
      group by 1, 2
      on conflict (company_id, series) do update set last_number = excluded.last_number;

    -- 6. The tables that people read change in the same transaction.
    perform {{schema}}.project(v_events, p_rows);

    -- 7. Ring the doorbell; it sounds at commit. A payload holds 8,000 bytes, a company takes 37.
    perform pg_notify('{{schema}}_events', string_agg(c::text, ','))
      from unnest(v_companies) with ordinality as t(c, n) group by (n / 200);
  end if;

  -- 8. Answer every item.
  return query
    select j.i, j.v, j.a::json, null::bigint, null::text, null::bigint, null::timestamptz
      from rows from (unnest(v_judged), unnest(v_verdicts), unnest(v_answers)) as j(i, v, a)
    union all
    select i.item, 'appended', null::json, max(e.published_seq), max(e.document_series), max(e.document_number),
           max(e.recorded_at)
      from unnest(v_items) i
      left join rows from (unnest(v_events), unnest(v_item_of))
        as e(company_id, seq, aggregate_type, aggregate_id, version, event_type, data, metadata, recorded_at,
             published_seq, document_series, document_number, hash_version, previous_hash, hash, item_of)
        on e.item_of = i.item
      where i.item <> all (coalesce(v_judged, '{}'))
      group by i.item;
end $append$;

alter function {{schema}}.append(text, text, text) owner to {{writer_role}};
revoke all on function {{schema}}.append(text, text, text) from public;
grant execute on function {{schema}}.append(text, text, text) to {{app_role}};
