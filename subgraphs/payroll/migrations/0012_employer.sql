-- Who the employer is on papers: name and tax id, as the company has entered them.
create table payroll.employers (
  company_id uuid primary key,
  name_ka text not null,
  name_en text,
  tax_id text not null check (tax_id ~ '^([0-9]{9}|[0-9]{11})$'),
  version int not null
);
call payroll.keep_companies_apart('employers');
grant insert, update on payroll.employers to {{writer_role}};

create function payroll.project_6_employers(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
begin
  insert into payroll.employers as w (company_id, name_ka, name_en, tax_id, version)
    select distinct on (e.company_id)
      e.company_id, e.data ->> 'nameKa', e.data ->> 'nameEn', e.data ->> 'taxId', e.version
    from unnest(p_events) e where e.event_type = 'PayrollEmployerDescribed'
    order by e.company_id, e.seq desc
    on conflict (company_id) do update
      set name_ka = excluded.name_ka, name_en = excluded.name_en, tax_id = excluded.tax_id, version = excluded.version;
end $project$;
grant execute on function payroll.project_6_employers(payroll.event_store[]) to {{writer_role}};
