-- An invitation is a one-time token, handed over by whoever invites; only its digest is kept.
create table invitations (
  id uuid primary key,
  company_id uuid not null references companies,
  email text not null constraint invitations_email_length check (char_length(email) between 3 and 254),
  name text not null constraint invitations_name_length check (char_length(name) between 1 and 250),
  language text not null constraint invitations_language_known check (language in ('ka', 'en', 'ru')),
  roles text[] not null constraint invitations_roles_given check (cardinality(roles) > 0),
  token_hash text not null constraint invitations_token_unique unique
    constraint invitations_token_is_sha256 check (token_hash ~ '^[0-9a-f]{64}$'),
  invited_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- Passwords that were given with the token; too many void it.
  attempts int not null default 0,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  constraint invitations_accepted_by_somebody check ((accepted_at is null) = (accepted_by is null)),
  constraint invitations_settled_once check (num_nonnulls(accepted_at, revoked_at) <= 1),
  unique (company_id, id),
  foreign key (company_id, invited_by) references memberships,
  foreign key (company_id, accepted_by) references memberships
);
-- One address has one token at a time.
create unique index invitations_open on invitations (company_id, lower(email))
  where accepted_at is null and revoked_at is null;
create index invitations_by_age on invitations (company_id, created_at desc, id desc);

alter table invitations enable row level security;
alter table invitations force row level security;
create policy company on invitations
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));
grant select (id, company_id, email, name, language, roles, invited_by, created_at, expires_at, attempts,
              accepted_at, accepted_by, revoked_at),
  insert, update (attempts, revoked_at) on invitations to {{app_role}};

create trigger invitations_roles_exist before insert or update of roles on invitations
  for each row execute function demand_roles();

create or replace function refuse_role_in_use() returns trigger language plpgsql
  set search_path = {{schema}}, pg_temp
as $$
begin
  -- The row is locked by now: whoever names the role at this moment has committed or will not find it.
  if exists (select from memberships m
             where m.company_id = old.company_id and m.ended_at is null and old.name = any (m.roles))
     or exists (select from invitations i
                where i.company_id = old.company_id and old.name = any (i.roles)
                  and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()) then
    raise exception 'members or invitations have the role %', old.name
      using errcode = 'foreign_key_violation', constraint = 'roles_unused';
  end if;
  return old;
end $$;

-- A token says nothing about its company. Whoever holds one may learn which invitation it is, and nothing else.
grant select on invitations to {{writer_role}};
create policy acceptance on invitations for select to {{writer_role}} using (true);

create function invitation_of_token(p_token_hash text, out company_id uuid, out invitation_id uuid)
  returns setof record
  language sql stable security definer
  set search_path = {{schema}}, pg_temp
  as $$
    select i.company_id, i.id from invitations i where i.token_hash = p_token_hash
  $$;
revoke all on function invitation_of_token(text) from public;
grant execute on function invitation_of_token(text) to {{app_role}};

-- Takes one invitation of the company of the transaction: the user is entered, when an id for a new one is given, and
-- becomes a member with the roles of the invitation. Answers the user; null when the invitation is not open any more.
grant insert (id, email, name, language, password_hash), select (disabled_at) on users to {{writer_role}};
create policy accepts_invitation on users for insert to {{writer_role}} with check (true);
grant select, insert, update (roles, ended_at) on memberships to {{writer_role}};
grant update (accepted_at, accepted_by) on invitations to {{writer_role}};

create function accept_invitation(p_token_hash text, p_new_user uuid, p_name text, p_password_hash text)
  returns uuid
  language plpgsql volatile security definer
  set search_path = {{schema}}, pg_temp
as $$
declare
  v_invitation invitations;
  v_user uuid;
begin
  select * into v_invitation from invitations i
    where i.token_hash = p_token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
    for update;
  if not found then
    return null;
  end if;
  if p_new_user is not null then
    insert into users (id, email, name, language, password_hash)
      values (p_new_user, v_invitation.email, p_name, v_invitation.language, p_password_hash);
  end if;
  select u.id into v_user from users u where lower(u.email) = lower(v_invitation.email) and u.disabled_at is null;
  if not found then
    return null;
  end if;
  insert into memberships as m (company_id, user_id, roles)
    values (v_invitation.company_id, v_user, v_invitation.roles)
    -- Whoever became a member meanwhile keeps the roles that they have.
    on conflict (company_id, user_id) do update set roles = excluded.roles, ended_at = null
    where m.ended_at is not null;
  update invitations set accepted_at = now(), accepted_by = v_user where id = v_invitation.id;
  return v_user;
end $$;
revoke all on function accept_invitation(text, uuid, text, text) from public;
grant execute on function accept_invitation(text, uuid, text, text) to {{app_role}};

-- Last, because whoever gives a function away has no more say in its rights.
alter function invitation_of_token(text) owner to {{writer_role}};
alter function accept_invitation(text, uuid, text, text) owner to {{writer_role}};
