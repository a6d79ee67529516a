-- People and their contracts. Personal numbers and bank accounts are sealed; by their digests equal ones are known.

-- Yearly reliefs from income tax. The same for all companies.
create table payroll.relief_grounds (
  code text not null check (code ~ '^[A-Z][A-Z0-9_]*$'),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  yearly_limit numeric(12, 2) not null check (yearly_limit > 0),
  name_ka text not null,
  name_en text not null,
  source text not null,
  primary key (code, valid_from)
);
grant select on payroll.relief_grounds to {{app_role}};
insert into payroll.relief_grounds (code, valid_from, yearly_limit, name_ka, name_en, source) values
  ('DISABILITY_FROM_CHILDHOOD', '2011-01-01', 6000, 'ბავშვობიდან შეზღუდული შესაძლებლობის სტატუსი', 'Disability from childhood', 'Tax Code of Georgia, article 82(2)'),
  ('SIGNIFICANT_DISABILITY', '2011-01-01', 6000, 'მკვეთრად გამოხატული შეზღუდული შესაძლებლობის სტატუსი', 'Pronounced disability', 'Tax Code of Georgia, article 82(2)'),
  ('WAR_VETERAN', '2011-01-01', 3000, 'ომის ვეტერანი', 'War veteran', 'Tax Code of Georgia, article 82(2)'),
  ('SINGLE_MOTHER', '2011-01-01', 3000, 'მარტოხელა დედა', 'Single mother', 'Tax Code of Georgia, article 82(2)'),
  ('ADOPTIVE_PARENT', '2011-01-01', 3000, 'შვილად ამყვანი', 'Adoptive parent', 'Tax Code of Georgia, article 82(2)'),
  ('FOSTER_PARENT', '2011-01-01', 3000, 'მიმღები მშობელი', 'Foster parent', 'Tax Code of Georgia, article 82(2)'),
  ('MOUNTAIN_RESIDENT', '2011-01-01', 3000, 'მაღალმთიანი რეგიონის მრავალშვილიანი მშობელი', 'Parent of three or more children in a highland region', 'Tax Code of Georgia, article 82(2)');

create table payroll.employees (
  company_id uuid not null,
  id uuid not null,
  number text not null,
  first_name text not null,
  last_name text not null,
  first_name_en text,
  last_name_en text,
  category text not null check (category in ('CITIZEN', 'RESIDENT', 'FOREIGNER')),
  residence_country text not null check (residence_country ~ '^[A-Z]{2}$'),
  identity_kind text not null check (identity_kind in ('PERSONAL_NUMBER', 'PASSPORT')),
  identity_sealed text not null,
  identity_digest text not null,
  birth_date date,
  sex text check (sex in ('FEMALE', 'MALE')),
  address text,
  account_sealed text,
  account_digest text,
  pension jsonb not null,
  reliefs jsonb not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (company_id, id),
  constraint employees_number unique (company_id, number),
  constraint employees_identity unique (company_id, identity_digest),
  check ((account_sealed is null) = (account_digest is null))
);
create index employees_by_name on payroll.employees (company_id, last_name, first_name, id);

create table payroll.employments (
  company_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  start_date date not null,
  end_date date check (end_date >= start_date),
  end_reason text,
  is_secondary boolean not null,
  -- What the contract says, by date: position, cost centre, schedule, pay.
  terms jsonb not null check (jsonb_array_length(terms) > 0),
  leave_taken_before numeric(8, 2) not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (company_id, id),
  constraint employments_employee foreign key (company_id, employee_id) references payroll.employees (company_id, id)
);
create index employments_of_employee on payroll.employments (company_id, employee_id, start_date);
create index employments_by_month on payroll.employments (company_id, start_date, end_date);

call payroll.keep_companies_apart('employees', 'employments');
grant insert, update on payroll.employees, payroll.employments to {{writer_role}};

-- Contracts follow their employees by name: functions of projection run in the order of their names.
create function payroll.project_1_employees(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into payroll.employees as w (company_id, id, number, first_name, last_name, first_name_en, last_name_en,
      category, residence_country, identity_kind, identity_sealed, identity_digest, birth_date, sex, address,
      account_sealed, account_digest, pension, reliefs, version, created_at, updated_at)
    select distinct on (e.company_id, e.aggregate_id)
      e.company_id, e.aggregate_id, e.data ->> 'number', e.data ->> 'firstName', e.data ->> 'lastName',
      e.data ->> 'firstNameEn', e.data ->> 'lastNameEn', e.data ->> 'category', e.data ->> 'residenceCountry',
      e.data -> 'identity' ->> 'kind', e.data -> 'identity' ->> 'sealed', e.data -> 'identity' ->> 'digest',
      (e.data ->> 'birthDate')::date, e.data ->> 'sex', e.data ->> 'address',
      e.data -> 'account' ->> 'sealed', e.data -> 'account' ->> 'digest',
      (e.data -> 'pension')::jsonb, (e.data -> 'reliefs')::jsonb, e.version,
      min(e.recorded_at) over (partition by e.company_id, e.aggregate_id), e.recorded_at
    from unnest(p_events) e where e.event_type in ('EmployeeCreated', 'EmployeeChanged')
    order by e.company_id, e.aggregate_id, e.seq desc
    on conflict (company_id, id) do update
      set number = excluded.number, first_name = excluded.first_name, last_name = excluded.last_name,
          first_name_en = excluded.first_name_en, last_name_en = excluded.last_name_en, category = excluded.category,
          residence_country = excluded.residence_country, identity_kind = excluded.identity_kind,
          identity_sealed = excluded.identity_sealed, identity_digest = excluded.identity_digest,
          birth_date = excluded.birth_date, sex = excluded.sex, address = excluded.address,
          account_sealed = excluded.account_sealed, account_digest = excluded.account_digest,
          pension = excluded.pension, reliefs = excluded.reliefs, updated_at = excluded.updated_at;

  -- Whatever changes in somebody's file, contracts too, is a new version of the file.
  update payroll.employees w set version = n.version, updated_at = n.recorded_at
    from (select e.company_id, e.aggregate_id, max(e.version) as version, max(e.recorded_at) as recorded_at
          from unnest(p_events) e where e.aggregate_type = 'Employee' group by 1, 2) n
    where w.company_id = n.company_id and w.id = n.aggregate_id and w.version is distinct from n.version;
end $project$;
grant execute on function payroll.project_1_employees(payroll.event_store[]) to {{writer_role}};

create function payroll.project_2_employments(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into payroll.employments as w (company_id, id, employee_id, start_date, end_date, end_reason, is_secondary,
      terms, leave_taken_before, created_at, updated_at)
    select distinct on (e.company_id, e.data ->> 'id')
      e.company_id, (e.data ->> 'id')::uuid, e.aggregate_id, (e.data ->> 'start')::date, (e.data ->> 'end')::date,
      e.data ->> 'endReason', (e.data ->> 'isSecondary')::boolean, (e.data -> 'terms')::jsonb,
      (e.data ->> 'leaveTakenBefore')::numeric,
      min(e.recorded_at) over (partition by e.company_id, e.data ->> 'id'), e.recorded_at
    from unnest(p_events) e
    where e.event_type in ('EmploymentBegun', 'EmploymentTermsChanged', 'EmploymentEnded')
    order by e.company_id, e.data ->> 'id', e.seq desc
    on conflict (company_id, id) do update
      set start_date = excluded.start_date, end_date = excluded.end_date, end_reason = excluded.end_reason,
          is_secondary = excluded.is_secondary, terms = excluded.terms,
          leave_taken_before = excluded.leave_taken_before, updated_at = excluded.updated_at;
end $project$;
grant execute on function payroll.project_2_employments(payroll.event_store[]) to {{writer_role}};
