-- Groups of companies whose statements are added up by the one that leads the group. What a member's books say is read as
-- that member and nobody else, and only while its own consent stands in its own rows.
create table reporting.consolidation_groups (
  company_id uuid not null,
  id uuid not null,
  name_ka text not null,
  name_en text,
  primary key (company_id, id)
);
create table reporting.consolidation_members (
  company_id uuid not null,
  group_id uuid not null,
  member_id uuid not null,
  position int not null,
  -- Percent that the group owns.
  ownership numeric(7, 4) not null check (ownership > 0 and ownership <= 100),
  -- First and last day on which the group leads it.
  from_date date not null,
  to_date date,
  primary key (company_id, group_id, member_id),
  check (to_date is null or from_date <= to_date),
  constraint consolidation_members_group foreign key (company_id, group_id)
    references reporting.consolidation_groups (company_id, id)
);
-- Rows of the member: which group of whom may read its books.
create table reporting.consolidation_consents (
  company_id uuid not null,
  group_id uuid not null,
  parent_id uuid not null,
  given_at timestamptz not null,
  primary key (company_id, group_id)
);
call reporting.keep_companies_apart('consolidation_groups', 'consolidation_members', 'consolidation_consents');
grant insert, update, delete on reporting.consolidation_groups, reporting.consolidation_members,
  reporting.consolidation_consents to {{writer_role}};

create function reporting.project_3_consolidation(p_events reporting.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e reporting.event_store;
begin
  foreach e in array p_events loop
    case e.event_type
      when 'ConsolidationGroupSet' then
        insert into reporting.consolidation_groups as w (company_id, id, name_ka, name_en)
        values (e.company_id, e.aggregate_id, e.data ->> 'nameKa', e.data ->> 'nameEn')
        on conflict (company_id, id) do update set name_ka = excluded.name_ka, name_en = excluded.name_en;
        delete from reporting.consolidation_members where company_id = e.company_id and group_id = e.aggregate_id;
        insert into reporting.consolidation_members
          (company_id, group_id, member_id, position, ownership, from_date, to_date)
        select e.company_id, e.aggregate_id, (m.member ->> 'companyId')::uuid, m.position,
          (m.member ->> 'ownership')::numeric, (m.member ->> 'from')::date, (m.member ->> 'to')::date
        from json_array_elements(e.data -> 'members') with ordinality as m(member, position);
      when 'ConsolidationConsentGiven' then
        insert into reporting.consolidation_consents (company_id, group_id, parent_id, given_at)
        values (e.company_id, (e.data ->> 'groupId')::uuid, (e.data ->> 'parentId')::uuid, e.recorded_at)
        on conflict (company_id, group_id) do update
          set parent_id = excluded.parent_id, given_at = excluded.given_at;
      when 'ConsolidationConsentWithdrawn' then
        delete from reporting.consolidation_consents
        where company_id = e.company_id and group_id = (e.data ->> 'groupId')::uuid;
      else null;
    end case;
  end loop;
end $project$;
grant execute on function reporting.project_3_consolidation(reporting.event_store[]) to {{writer_role}};
