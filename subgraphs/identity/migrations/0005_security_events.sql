-- What is written down for whoever has to find out later who did what from where. Rows are added and read, never
-- changed; those without a company are for the owner of the database.
create table security_events (
  id uuid primary key,
  recorded_at timestamptz not null default clock_timestamp(),
  kind text not null constraint security_events_kind_shape check (kind ~ '^[A-Z_]{1,50}$'),
  -- No foreign key: what happened is written down whatever has become of those whom it concerns.
  company_id uuid,
  actor_id uuid,
  subject_id text constraint security_events_subject_length check (char_length(subject_id) <= 200),
  address text constraint security_events_address_length check (char_length(address) <= 64),
  request_id text constraint security_events_request_length check (char_length(request_id) <= 128),
  details jsonb not null default '{}'
);
create index security_events_by_company on security_events (company_id, recorded_at desc, id desc);

alter table security_events enable row level security;
alter table security_events force row level security;

create policy owner_reads on security_events for select to current_user using (true);
create policy company on security_events for select to {{app_role}}
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
grant select on security_events to {{app_role}};

-- One call may carry events of several companies and of none, which no single point of view could write.
grant insert on security_events to {{writer_role}};
create policy record on security_events for insert to {{writer_role}} with check (true);

create function record_security_events(p_events jsonb) returns void
  language sql volatile security definer
  set search_path = {{schema}}, pg_temp
  as $$
    insert into security_events (id, kind, company_id, actor_id, subject_id, address, request_id, details)
    select e.id, e.kind, e.company_id, e.actor_id, e.subject_id, e.address, e.request_id, coalesce(e.details, '{}')
    from jsonb_to_recordset(p_events) as e(
      id uuid, kind text, company_id uuid, actor_id uuid, subject_id text, address text, request_id text,
      details jsonb)
  $$;

revoke all on function record_security_events(jsonb) from public;
grant execute on function record_security_events(jsonb) to {{app_role}};
-- Last, because whoever gives a function away has no more say in its rights.
alter function record_security_events(jsonb) owner to {{writer_role}};
