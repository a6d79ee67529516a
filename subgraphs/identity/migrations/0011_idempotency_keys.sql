-- Keys under which clients repeat a mutation safely: the same key and input have one effect and one answer.
create table idempotency_keys (
  company_id uuid not null references companies,
  operation text not null,
  key text not null constraint idempotency_keys_key_length check (char_length(key) between 1 and 200),
  digest text not null constraint idempotency_keys_digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
  -- What the mutation made: its identifier.
  subject text not null,
  created_at timestamptz not null default now(),
  primary key (company_id, operation, key)
);

alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy company on idempotency_keys
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
grant select, insert on idempotency_keys to {{app_role}};
