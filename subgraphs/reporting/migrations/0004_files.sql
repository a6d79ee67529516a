-- Names of those the company does business with, as tax's log tells them: papers name people, not identifiers.
create table reporting.counterparties (
  company_id uuid not null,
  id uuid not null,
  tax_id text not null,
  name_ka text not null,
  name_en text,
  primary key (company_id, id)
);

-- Files of reports that were fetched to their end, with the digest of their bytes: whoever fetches the report of closed
-- months again can prove that it is the same.
create table reporting.exported_files (
  company_id uuid not null,
  id uuid not null,
  report text not null,
  -- What was asked for, in one spelling, so that the same question is found again.
  question text not null,
  format text not null check (format in ('CSV', 'XLSX', 'PDF')),
  language text not null check (language in ('ka', 'en')),
  is_closed boolean not null,
  sha256 text not null,
  bytes bigint not null,
  made_at timestamptz not null default now(),
  primary key (company_id, id)
);
create index exported_files_of_question on reporting.exported_files
  (company_id, report, question, format, language, made_at);
create index exported_files_by_time on reporting.exported_files (company_id, made_at desc, id desc);

call reporting.keep_companies_apart('counterparties', 'exported_files');
grant insert, update, delete on reporting.counterparties to {{app_role}};
grant insert on reporting.exported_files to {{app_role}};
