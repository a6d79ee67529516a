-- A session is a family of refresh tokens that begins with a sign-in and is bound to one company.
create table sessions (
  id uuid primary key,
  company_id uuid not null,
  user_id uuid not null,
  created_at timestamptz not null default now(),
  refreshed_at timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_because text constraint sessions_reason_known check (revoked_because in ('SIGNED_OUT', 'TOKEN_REUSED')),
  constraint sessions_reason_given check ((revoked_at is null) = (revoked_because is null)),
  foreign key (company_id, user_id) references memberships,
  unique (company_id, id)
);
create index sessions_by_user on sessions (company_id, user_id);

-- Only digests are kept. Used tokens stay until the session goes, for that is how a stolen one is noticed.
create table refresh_tokens (
  token_hash text primary key constraint refresh_tokens_hash_is_sha256 check (token_hash ~ '^[0-9a-f]{64}$'),
  company_id uuid not null,
  session_id uuid not null,
  issued_at timestamptz not null default now(),
  used_at timestamptz,
  foreign key (company_id, session_id) references sessions (company_id, id) on delete cascade
);
create index refresh_tokens_by_session on refresh_tokens (company_id, session_id);

alter table sessions enable row level security;
alter table sessions force row level security;
alter table refresh_tokens enable row level security;
alter table refresh_tokens force row level security;

create policy company on sessions
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy company on refresh_tokens
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));

grant select, insert, delete, update (refreshed_at, expires_at, revoked_at, revoked_because)
  on sessions to {{app_role}};
grant select, insert, update (used_at) on refresh_tokens to {{app_role}};

-- A refresh token says nothing about its company. Whoever holds one may learn that, and nothing else, from its digest.
grant select (token_hash, company_id) on refresh_tokens to {{writer_role}};
create policy refresh on refresh_tokens for select to {{writer_role}} using (true);

create function company_of_refresh_token(p_token_hash text) returns uuid
  language sql stable security definer
  set search_path = {{schema}}, pg_temp
  as $$
    select t.company_id from refresh_tokens t where t.token_hash = p_token_hash
  $$;

revoke all on function company_of_refresh_token(text) from public;
grant execute on function company_of_refresh_token(text) to {{app_role}};
-- Last, because whoever gives a function away has no more say in its rights.
alter function company_of_refresh_token(text) owner to {{writer_role}};
