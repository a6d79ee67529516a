-- The second factor of a user: a shared secret, sealed by a key that the database does not have, and ten codes for the
-- day when the device is lost, of which only keyed digests are kept.
create table second_factors (
  user_id uuid primary key references users,
  sealed_secret text not null constraint second_factors_secret_length check (char_length(sealed_secret) <= 500),
  created_at timestamptz not null default now(),
  -- Null until the user has shown that the device knows the secret; only then is it asked for.
  confirmed_at timestamptz,
  -- Number of the last time step whose code was taken: no code is good twice.
  last_step bigint not null default 0
);

create table recovery_codes (
  user_id uuid not null references second_factors on delete cascade,
  code_digest text not null constraint recovery_codes_digest_is_sha256 check (code_digest ~ '^[0-9a-f]{64}$'),
  used_at timestamptz,
  primary key (user_id, code_digest)
);

alter table second_factors enable row level security;
alter table second_factors force row level security;
alter table recovery_codes enable row level security;
alter table recovery_codes force row level security;

create policy own on second_factors to {{app_role}}
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));
create policy own on recovery_codes to {{app_role}}
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid))
  with check (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));

grant select, insert, delete, update (sealed_secret, created_at, confirmed_at, last_step)
  on second_factors to {{app_role}};
grant select, insert, delete, update (used_at) on recovery_codes to {{app_role}};
