-- A user sees and ends the own sessions in all companies, and others end them by taking rights away.
alter table sessions
  add column address text constraint sessions_address_length check (char_length(address) <= 64),
  add column user_agent text constraint sessions_user_agent_length check (char_length(user_agent) <= 200),
  drop constraint sessions_reason_known,
  add constraint sessions_reason_known check (revoked_because in (
    'SIGNED_OUT', 'TOKEN_REUSED', 'REVOKED', 'PASSWORD_CHANGED', 'MEMBERSHIP_ENDED', 'USER_DISABLED'));
create index sessions_of_user on sessions (user_id);

create policy own on sessions for select to {{app_role}}
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));

grant select (id, company_id, user_id, revoked_at), update (revoked_at, revoked_because)
  on sessions to {{writer_role}};
create policy seen_to_end on sessions for select to {{writer_role}} using (true);
create policy ended on sessions for update to {{writer_role}} using (true) with check (true);

-- Ends sessions of one user: all of them, or those of a company, or one of them; never the one to be spared.
create function end_sessions(
    p_user_id uuid, p_company_id uuid, p_session_id uuid, p_spared_id uuid, p_because text)
  returns table (session_id uuid, company_id uuid)
  language sql volatile security definer
  set search_path = {{schema}}, pg_temp
  as $$
    update sessions s set revoked_at = clock_timestamp(), revoked_because = p_because
    where s.user_id = p_user_id
      and s.revoked_at is null
      and (p_company_id is null or s.company_id = p_company_id)
      and (p_session_id is null or s.id = p_session_id)
      and (p_spared_id is null or s.id <> p_spared_id)
    returning s.id, s.company_id
  $$;

revoke all on function end_sessions(uuid, uuid, uuid, uuid, text) from public;
grant execute on function end_sessions(uuid, uuid, uuid, uuid, text) to {{app_role}};
alter function end_sessions(uuid, uuid, uuid, uuid, text) owner to {{writer_role}};
