-- A lost answer to a refresh may be asked for again: the successor of a used token is kept, sealed by a key that only
-- the holder of the used token can derive.
alter table refresh_tokens
  add column successor_hash text constraint refresh_tokens_successor_is_sha256 check (successor_hash ~ '^[0-9a-f]{64}$'),
  add column sealed_successor text constraint refresh_tokens_successor_length check (char_length(sealed_successor) <= 500);
grant update (successor_hash, sealed_successor) on refresh_tokens to {{app_role}};

-- The session of a token is told with its company, so that whoever shows a token waits for the session and no more.
drop function company_of_refresh_token(text);
grant select (session_id) on refresh_tokens to {{writer_role}};

create function session_of_refresh_token(p_token_hash text, out company_id uuid, out session_id uuid)
  language sql stable security definer
  set search_path = {{schema}}, pg_temp
  as $$
    select t.company_id, t.session_id from refresh_tokens t where t.token_hash = p_token_hash
  $$;

-- What is counted against guessing: failures by keyed digests of accounts and addresses. The rows are counters of the
-- library rate-limiter-flexible, which knows their columns.
create table attempts (
  key text primary key constraint attempts_key_length check (char_length(key) <= 255),
  points integer not null default 0,
  expire bigint
);
create index attempts_by_end on attempts (expire);
alter table attempts enable row level security;
alter table attempts force row level security;
create policy counted on attempts to {{app_role}} using (true) with check (true);
grant select, insert, update, delete on attempts to {{app_role}};

-- All that a sign-in begins with, in one look, so that an unknown address takes as long as a known one. The address
-- comes back as the database compares it, and the company is the one whose auditors are told of a failure.
create policy sign_in_company on memberships for select to {{writer_role}} using (true);
grant select (user_id, company_id, created_at, ended_at) on memberships to {{writer_role}};

create function sign_in_facts(
    p_email text, p_company_id uuid,
    out address text, out user_id uuid, out password_hash text, out company_id uuid)
  language sql stable security definer
  set search_path = {{schema}}, pg_temp
  as $$
    select lower(p_email), u.id, u.password_hash,
           (select m.company_id from memberships m
            where m.user_id = u.id and m.ended_at is null
            order by (m.company_id = p_company_id) desc nulls last, m.created_at, m.company_id
            limit 1)
    from (select) as asked left join users u on lower(u.email) = lower(p_email)
  $$;

-- A password is changed by whoever has proven to know the old one: the hash that was checked is still the one kept.
create policy changes_password on users for update to {{writer_role}} using (true) with check (true);
grant update (password_hash) on users to {{writer_role}};

create function change_password(p_user_id uuid, p_old_hash text, p_new_hash text) returns boolean
  language sql volatile security definer
  set search_path = {{schema}}, pg_temp
  as $$
    with changed as (
      update users u set password_hash = p_new_hash
      where u.id = p_user_id and u.password_hash = p_old_hash
      returning 1)
    select exists (select from changed)
  $$;

revoke all on function session_of_refresh_token(text) from public;
revoke all on function sign_in_facts(text, uuid) from public;
revoke all on function change_password(uuid, text, text) from public;
grant execute on function session_of_refresh_token(text), sign_in_facts(text, uuid), change_password(uuid, text, text)
  to {{app_role}};
-- Last, because whoever gives a function away has no more say in its rights.
alter function session_of_refresh_token(text) owner to {{writer_role}};
alter function sign_in_facts(text, uuid) owner to {{writer_role}};
alter function change_password(uuid, text, text) owner to {{writer_role}};
