-- Roles of a company's own, beside those that are part of the program and the same everywhere.
create function built_in_roles() returns text[]
  language sql immutable
  return array['accountant', 'chief_accountant', 'tax_specialist', 'auditor', 'admin']::text[];
revoke all on function built_in_roles() from public;
grant execute on function built_in_roles() to {{app_role}}, {{writer_role}};

create table roles (
  company_id uuid not null references companies,
  name text not null
    constraint roles_name_shape check (name ~ '^[a-z][a-z0-9_]{1,39}$')
    constraint roles_name_free check (name <> all (built_in_roles())),
  title_ka text not null constraint roles_title_ka_length check (char_length(title_ka) between 1 and 100),
  title_en text not null constraint roles_title_en_length check (char_length(title_en) between 1 and 100),
  permissions text[] not null constraint roles_permissions_given check (cardinality(permissions) > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, name)
);

alter table roles enable row level security;
alter table roles force row level security;
create policy company on roles
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
grant select, insert, delete, update (title_ka, title_en, permissions, updated_at) on roles to {{app_role}};
-- To lock a role, PostgreSQL asks for the right to change it.
grant select, update (updated_at) on roles to {{writer_role}};

-- What a foreign key would do, were roles not kept in an array: a role that is named exists, in the same company,
-- and cannot go while the transaction that names it is under way.
create function demand_roles() returns trigger language plpgsql
  set search_path = {{schema}}, pg_temp
as $$
declare
  v_own text[];
  v_found int;
begin
  select array_agg(distinct r) into v_own
    from unnest(new.roles) r where r is null or r <> all (built_in_roles());
  if v_own is null then
    return new;
  end if;
  perform from roles where company_id = new.company_id and name = any (v_own) order by name for key share;
  get diagnostics v_found = row_count;
  if v_found < cardinality(v_own) then
    raise exception 'of the roles % some do not exist', new.roles
      using errcode = 'foreign_key_violation', constraint = 'memberships_roles_exist';
  end if;
  return new;
end $$;
revoke all on function demand_roles() from public;

-- A membership that has ended may remember a role that is gone; it comes back only with roles that exist.
create trigger memberships_roles_exist before insert or update of roles, ended_at on memberships
  for each row when (new.ended_at is null) execute function demand_roles();

create function refuse_role_in_use() returns trigger language plpgsql
  set search_path = {{schema}}, pg_temp
as $$
begin
  -- The row is locked by now: whoever names the role at this moment has committed or will not find it.
  if exists (select from memberships m
             where m.company_id = old.company_id and m.ended_at is null and old.name = any (m.roles)) then
    raise exception 'members have the role %', old.name
      using errcode = 'foreign_key_violation', constraint = 'roles_unused';
  end if;
  return old;
end $$;
revoke all on function refuse_role_in_use() from public;
create trigger roles_unused before delete on roles for each row execute function refuse_role_in_use();

-- Who changes who may do what in a company does it alone: rights are read and given under one lock.
create function lock_members(p_company uuid) returns void
  language sql volatile
  return pg_advisory_xact_lock(hashtextextended('identity.members:' || p_company, 0));
revoke all on function lock_members(uuid) from public;
grant execute on function lock_members(uuid) to {{app_role}}, {{writer_role}};

-- Somebody must be left who can let others in. The owner of the database may still do what has to be done.
create function refuse_unadministered() returns trigger language plpgsql
  set search_path = {{schema}}, pg_temp
as $$
declare
  v_company uuid := new.company_id;
begin
  if pg_has_role(session_user, (select relowner from pg_class where oid = tg_relid), 'member') then
    return null;
  end if;
  perform lock_members(v_company);
  if not exists (
    select from memberships m join users u on u.id = m.user_id
    where m.company_id = v_company and m.ended_at is null and u.disabled_at is null
      and (m.roles && array['chief_accountant', 'admin'] or exists (
        select from roles r
        where r.company_id = v_company and r.name = any (m.roles) and 'admin:users' = any (r.permissions)))
  ) then
    raise exception 'nobody would be left who may manage users'
      using errcode = 'restrict_violation', constraint = 'memberships_administered';
  end if;
  return null;
end $$;
revoke all on function refuse_unadministered() from public;
create trigger memberships_administered after update of roles, ended_at on memberships
  for each row when (old.ended_at is null and (new.ended_at is not null or old.roles <> new.roles))
  execute function refuse_unadministered();
create trigger roles_administered after update of permissions on roles
  for each row when ('admin:users' = any (old.permissions) and 'admin:users' <> all (new.permissions))
  execute function refuse_unadministered();

grant update (roles, ended_at) on memberships to {{app_role}};
