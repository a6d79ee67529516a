-- How far files of reports are, for those who wait: a file is made while it is fetched. Of a file that is fetched again the
-- last time is told.
create table reporting.file_progress (
  company_id uuid not null,
  id uuid not null,
  report text not null,
  format text not null check (format in ('CSV', 'XLSX', 'PDF')),
  language text not null check (language in ('ka', 'en')),
  state text not null check (state in ('MAKING', 'FINISHED', 'BROKEN')),
  rows int not null check (rows >= 0),
  -- Null where nobody knows before the end.
  of_rows int check (of_rows >= 0),
  bytes bigint not null check (bytes >= 0),
  sha256 text check ((sha256 is not null) = (state = 'FINISHED')),
  version int not null,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (company_id, id)
);
call reporting.keep_companies_apart('file_progress');
grant insert, update on reporting.file_progress to {{writer_role}};

create function reporting.project_4_file_progress(p_events reporting.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e reporting.event_store;
begin
  foreach e in array p_events loop
    case e.event_type
      when 'ReportFileStarted' then
        insert into reporting.file_progress (company_id, id, report, format, language, state, rows, of_rows, bytes,
            version, started_at, updated_at)
          values (e.company_id, e.aggregate_id, e.data ->> 'report', e.data ->> 'format', e.data ->> 'language', 'MAKING',
            0, (e.data ->> 'ofRows')::int, 0, e.version, e.recorded_at, e.recorded_at)
          on conflict (company_id, id) do update
            set state = excluded.state, rows = 0, of_rows = excluded.of_rows, bytes = 0, sha256 = null,
                version = excluded.version, started_at = excluded.started_at, updated_at = excluded.updated_at;
      when 'ReportFileProgressed', 'ReportFileFinished', 'ReportFileBroken' then
        update reporting.file_progress
          set state = case e.event_type when 'ReportFileProgressed' then 'MAKING' when 'ReportFileFinished' then 'FINISHED'
                else 'BROKEN' end,
              rows = (e.data ->> 'rows')::int, bytes = (e.data ->> 'bytes')::bigint, sha256 = e.data ->> 'sha256',
              version = e.version, updated_at = e.recorded_at
          where company_id = e.company_id and id = e.aggregate_id;
      else null;
    end case;
  end loop;
end $project$;
grant execute on function reporting.project_4_file_progress(reporting.event_store[]) to {{writer_role}};
