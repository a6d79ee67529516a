-- Operations are registered as whole manifests. A new manifest is a new version beside the older ones, because
-- programs that were delivered with those go on running.
create table operation_manifests (
  company_id uuid not null,
  partner_id uuid not null,
  version integer not null constraint operation_manifests_version_positive check (version > 0),
  content_hash text not null
    constraint operation_manifests_hash_is_sha256 check (content_hash ~ '^[0-9a-f]{64}$'),
  operation_count integer not null,
  registered_by uuid not null,
  registered_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_by uuid,
  constraint operation_manifests_revoked_complete check ((revoked_by is null) = (revoked_at is null)),
  primary key (company_id, partner_id, version),
  foreign key (company_id, partner_id) references partners (company_id, id)
);

create table registered_operations (
  company_id uuid not null,
  partner_id uuid not null,
  version integer not null,
  id text not null constraint registered_operations_id_length check (char_length(id) between 1 and 128),
  name text not null,
  type text not null constraint registered_operations_type_known check (type in ('query', 'mutation', 'subscription')),
  body text not null,
  revoked_at timestamptz,
  revoked_by uuid,
  constraint registered_operations_revoked_complete check ((revoked_by is null) = (revoked_at is null)),
  primary key (company_id, partner_id, version, id),
  foreign key (company_id, partner_id, version) references operation_manifests
);
create index registered_operations_by_id on registered_operations (partner_id, id, version);

alter table operation_manifests enable row level security;
alter table operation_manifests force row level security;
alter table registered_operations enable row level security;
alter table registered_operations force row level security;

create policy company on operation_manifests
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
create policy company on registered_operations
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));

grant select, insert, update (revoked_at, revoked_by) on operation_manifests to {{app_role}};
grant select, insert, update (revoked_at, revoked_by) on registered_operations to {{app_role}};

-- The gateway asks by partner and id alone, also when the partner acts in a company that is not its own.
grant select on registered_operations to {{writer_role}};
grant select (company_id, partner_id, version, revoked_at) on operation_manifests to {{writer_role}};
create policy lookup on registered_operations for select to {{writer_role}} using (true);
create policy lookup on operation_manifests for select to {{writer_role}} using (true);

create function registered_operation(
    p_partner_id uuid, p_id text, out id text, out name text, out type text, out body text, out version integer)
  returns setof record
  language sql stable security definer
  set search_path = {{schema}}, pg_temp
  as $$
    select o.id, o.name, o.type, o.body, o.version
    from registered_operations o
    join operation_manifests m
      on m.company_id = o.company_id and m.partner_id = o.partner_id and m.version = o.version
    where o.partner_id = p_partner_id and o.id = p_id and o.revoked_at is null and m.revoked_at is null
    order by o.version desc
    limit 1
  $$;

revoke all on function registered_operation(uuid, text) from public;
grant execute on function registered_operation(uuid, text) to {{app_role}};
-- Last, because whoever gives a function away has no more say in its rights.
alter function registered_operation(uuid, text) owner to {{writer_role}};
