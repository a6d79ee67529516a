-- Signing in begins with an e-mail address and nothing else: no user and no company is known yet, and row-level
-- security shows no one. This function is the one way past it. It answers for one address what is needed to check a
-- password, and cannot list anybody.
grant select (id, email, password_hash) on users to {{writer_role}};
create policy sign_in on users for select to {{writer_role}} using (true);

create function credentials(p_email text, out user_id uuid, out password_hash text)
  returns setof record
  language sql stable security definer
  set search_path = {{schema}}, pg_temp
  as $$
    select u.id, u.password_hash from users u where lower(u.email) = lower(p_email)
  $$;

revoke all on function credentials(text) from public;
grant execute on function credentials(text) to {{app_role}};
-- Last, because whoever gives a function away has no more say in its rights.
alter function credentials(text) owner to {{writer_role}};
