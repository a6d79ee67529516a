-- Access tokens are believed until they expire; what ends sooner stands here for as long as such a token could live.
-- It is written by the transaction that ends a session or changes rights, so the one never happens without the other.
create table access_revocations (
  id bigint generated always as identity primary key,
  subject text not null constraint access_revocations_subject_length check (char_length(subject) between 1 and 200),
  -- Null voids everything of the subject, whenever it was issued.
  issued_before timestamptz,
  until timestamptz not null,
  created_at timestamptz not null default clock_timestamp()
);
create index access_revocations_by_age on access_revocations (created_at);
create index access_revocations_by_end on access_revocations (until);

alter table access_revocations enable row level security;
alter table access_revocations force row level security;

-- The gateways must know all of them, and the subjects are bare ids.
create policy told on access_revocations for select to {{app_role}} using (true);
create policy written on access_revocations for insert to {{app_role}} with check (true);
create policy swept on access_revocations for delete to {{app_role}} using (until < now());
grant select, insert, delete on access_revocations to {{app_role}};

create function ring_access_revocations() returns trigger
  language plpgsql
  set search_path = {{schema}}, pg_temp
  as $$
  begin
    perform pg_notify('identity_access_revocations', '');
    return null;
  end $$;

create trigger ring after insert on access_revocations
  for each statement execute function ring_access_revocations();
