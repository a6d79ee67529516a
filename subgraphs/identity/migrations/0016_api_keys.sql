-- A partner shows a key. Its prefix finds it; of the secret only a digest is kept.
create table api_keys (
  id uuid primary key,
  company_id uuid not null,
  partner_id uuid not null,
  prefix text not null constraint api_keys_prefix_unique unique
    constraint api_keys_prefix_form check (prefix ~ '^[a-z0-9]{8}$'),
  secret_hash text not null constraint api_keys_hash_is_sha256 check (secret_hash ~ '^[0-9a-f]{64}$'),
  scopes text[] not null constraint api_keys_scopes_some check (cardinality(scopes) > 0),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  successor_id uuid references api_keys deferrable initially deferred,
  constraint api_keys_revoked_complete check ((revoked_by is null) = (revoked_at is null)),
  constraint api_keys_never_administer check (not scopes && array['admin:users', 'admin:system']),
  foreign key (company_id, partner_id) references partners (company_id, id)
);
create index api_keys_by_partner on api_keys (company_id, partner_id, id);

alter table api_keys enable row level security;
alter table api_keys force row level security;

create policy company on api_keys
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));

grant select, insert, update (expires_at, last_used_at, revoked_at, revoked_by, successor_id)
  on api_keys to {{app_role}};

-- A key says nothing about its company, and the partner that shows one wants to act in perhaps another that has
-- consented. These two functions are the way there: the first answers for one prefix what is needed to check a key;
-- the second for one key where it is good, and neither lists anything.
grant select (id, company_id, partner_id, prefix, secret_hash, scopes, expires_at, last_used_at, revoked_at)
  on api_keys to {{writer_role}};
create policy admission on api_keys for select to {{writer_role}} using (true);
grant select (id, requests_per_minute, requests_per_hour, cost_per_minute) on partners to {{writer_role}};
grant select (company_id, partner_id, scopes, withdrawn_at) on partner_companies to {{writer_role}};
create policy admission on partner_companies for select to {{writer_role}} using (true);

create function api_key_by_prefix(
    p_prefix text,
    out key_id uuid, out company_id uuid, out partner_id uuid, out secret_hash text, out scopes text[],
    out expires_at timestamptz, out last_used_at timestamptz, out revoked_at timestamptz,
    out requests_per_minute integer, out requests_per_hour integer, out cost_per_minute integer)
  returns setof record
  language sql stable security definer
  set search_path = {{schema}}, pg_temp
  as $$
    select k.id, k.company_id, k.partner_id, k.secret_hash, k.scopes, k.expires_at, k.last_used_at, k.revoked_at,
           p.requests_per_minute, p.requests_per_hour, p.cost_per_minute
    from api_keys k join partners p on p.id = k.partner_id
    where k.prefix = p_prefix
  $$;

create function consents_for_api_key(p_key_id uuid, out company_id uuid, out scopes text[])
  returns setof record
  language sql stable security definer
  set search_path = {{schema}}, pg_temp
  as $$
    select c.company_id, c.scopes
    from api_keys k join partner_companies c on c.partner_id = k.partner_id
    where k.id = p_key_id and c.withdrawn_at is null
  $$;

revoke all on function api_key_by_prefix(text) from public;
revoke all on function consents_for_api_key(uuid) from public;
grant execute on function api_key_by_prefix(text) to {{app_role}};
grant execute on function consents_for_api_key(uuid) to {{app_role}};
-- Last, because whoever gives a function away has no more say in its rights.
alter function api_key_by_prefix(text) owner to {{writer_role}};
alter function consents_for_api_key(uuid) owner to {{writer_role}};
