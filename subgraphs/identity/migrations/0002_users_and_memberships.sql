-- A user is one person with one password, and a member of any number of companies.
create table users (
  id uuid primary key,
  email text not null constraint users_email_length check (char_length(email) between 3 and 254),
  name text not null constraint users_name_length check (char_length(name) between 1 and 250),
  language text not null default 'ka' constraint users_language_known check (language in ('ka', 'en', 'ru')),
  password_hash text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
create unique index users_email_unique on users (lower(email));

-- A membership that ends stays as a row: the books must go on telling who posted.
create table memberships (
  company_id uuid not null references companies,
  user_id uuid not null references users,
  roles text[] not null constraint memberships_roles_given check (cardinality(roles) > 0),
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (company_id, user_id)
);
create index memberships_by_user on memberships (user_id);

alter table memberships enable row level security;
alter table memberships force row level security;
alter table users enable row level security;
alter table users force row level security;

create policy company on memberships
  using (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid))
  with check (company_id = (select nullif(current_setting('app.company_id', true), '')::uuid));

-- Whoever has proven to be a user may see where that user is a member; how else could a company be chosen?
create policy own on memberships for select to {{app_role}}
  using (user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));

-- The policies of users and companies look into memberships, and those of memberships at settings only, so that
-- none depends on itself.
create policy members_of_company on users for select to {{app_role}}
  using (exists (
    select from memberships m
    where m.user_id = users.id
      and m.company_id = (select nullif(current_setting('app.company_id', true), '')::uuid)));

create policy own on users for select to {{app_role}}
  using (id = (select nullif(current_setting('app.user_id', true), '')::uuid));

create policy own on companies for select to {{app_role}}
  using (exists (
    select from memberships m
    where m.company_id = companies.id
      and m.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
      and m.ended_at is null));

create policy owner_enters on users to current_user using (true) with check (true);

grant select on memberships to {{app_role}};
-- All columns but password_hash, which leaves the table through credentials() alone.
grant select (id, email, name, language, created_at, disabled_at) on users to {{app_role}};
