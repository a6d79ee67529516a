-- Consumers of this subgraph that read the log of another one (published_log.sql). They count in the same checkpoints
-- and dead letters as those of its own log, under names that differ.

-- Whose log the event of a dead letter stands in. Only an event of the own log can be held by a foreign key.
alter table {{schema}}.dead_letters add column source text not null default '{{schema}}';
alter table {{schema}}.dead_letters add column own_seq bigint
  generated always as (case when source = '{{schema}}' then seq end) stored;
alter table {{schema}}.dead_letters drop constraint dead_letters_event;
alter table {{schema}}.dead_letters add constraint dead_letters_event
  foreign key (company_id, own_seq) references {{schema}}.event_store (company_id, seq);

-- How many events consumers were given up on, by consumer.
create function {{schema}}.dead_letter_counts(p_consumers text[]) returns table (consumer text, dead_letters bigint)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform set_config('app.reads_heads', 'on', true);
  return query
    select n.consumer, count(d.seq)
    from unnest(p_consumers) as n(consumer)
    left join {{schema}}.dead_letters d on d.consumer = n.consumer and d.state = 'waiting'
    group by n.consumer;
  perform set_config('app.reads_heads', '', true);
end $$;
alter function {{schema}}.dead_letter_counts(text[]) owner to {{writer_role}};
revoke all on function {{schema}}.dead_letter_counts(text[]) from public;
grant execute on function {{schema}}.dead_letter_counts(text[]) to {{app_role}};
