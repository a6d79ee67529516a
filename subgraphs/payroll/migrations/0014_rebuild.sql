-- The tables of payroll can be made anew out of the log. Payslips are not in it: they stay, and what was approved of them is
-- in the log by its digest.

-- True only while the owner of the tables replays events that were guarded when they happened.
create function payroll.is_rebuilding() returns boolean language sql stable as $$
  select coalesce(current_setting('app.rebuilding', true), '') = 'on'
     and pg_has_role(session_user, (select relowner from pg_class where oid = 'payroll.runs'::regclass), 'member')
$$;
grant execute on function payroll.is_rebuilding() to {{writer_role}};

-- What stays refers to what is made anew: at the end of that, all of it must be there again.
alter table payroll.payslips alter constraint payslips_run deferrable initially immediate;
alter table payroll.payslips alter constraint payslips_employee deferrable initially immediate;
alter table payroll.run_progress alter constraint run_progress_run deferrable initially immediate;

create or replace function payroll.project_5_runs(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e payroll.event_store;
  v_sums record;
  -- Payslips and how far they have come were written besides the log, and stand while the log is told again.
  v_again boolean := payroll.is_rebuilding();
begin
  for e in select x.* from unnest(p_events) x where x.aggregate_type = 'PayrollRun' order by x.company_id, x.seq loop
    case e.event_type
      when 'PayrollRunStarted' then
        insert into payroll.runs (company_id, id, year, month, number, pay_date, state, calculation, calculated_by,
            version, created_at)
          values (e.company_id, e.aggregate_id, (e.data ->> 'year')::int, (e.data ->> 'month')::int,
            (e.data ->> 'number')::int, (e.data ->> 'payDate')::date, 'CALCULATING', 1,
            (e.metadata ->> 'userId')::uuid, e.version, e.recorded_at);
        if not v_again then
          insert into payroll.run_progress (company_id, run_id, calculation, done, updated_at)
            values (e.company_id, e.aggregate_id, 1, 0, e.recorded_at);
        end if;
      when 'PayrollRunRecalculated' then
        -- The lock of the progress first: whoever calculates meanwhile ends a chunk before its payslips go.
        if not v_again then
          update payroll.run_progress
            set calculation = (e.data ->> 'calculation')::int, employees = null, done = 0, after_employee = null,
                updated_at = e.recorded_at
            where company_id = e.company_id and run_id = e.aggregate_id;
        end if;
        update payroll.runs
          set state = 'CALCULATING', calculation = (e.data ->> 'calculation')::int, employees = null,
              obstacles = null, totals = null, digest = null, calculated_at = null, approved_by = null,
              approved_at = null, calculated_by = (e.metadata ->> 'userId')::uuid
          where company_id = e.company_id and id = e.aggregate_id;
        if not v_again then
          delete from payroll.payslips where company_id = e.company_id and run_id = e.aggregate_id;
        end if;
      when 'PayrollRunProgressed' then
        -- For those who watch. The progress itself stands with the payslips, in the transactions that wrote them.
        null;
      when 'PayrollRunCalculated' then
        select * into v_sums from payroll.run_sums(e.company_id, e.aggregate_id);
        -- What the event says is what the payslips sum to, or it is not recorded.
        if not v_again and (v_sums.digest is distinct from e.data ->> 'digest' or v_sums.totals is distinct from (e.data -> 'totals')::jsonb)
        then
          raise exception 'run % is not what its payslips sum to', e.aggregate_id using errcode = 'check_violation';
        end if;
        update payroll.runs
          set state = 'CALCULATED', employees = (e.data ->> 'employees')::int,
              obstacles = (e.data ->> 'obstacles')::int, totals = (e.data -> 'totals')::jsonb,
              digest = e.data ->> 'digest', calculated_at = e.recorded_at
          where company_id = e.company_id and id = e.aggregate_id;
      when 'PayrollRunApproved' then
        select * into v_sums from payroll.run_sums(e.company_id, e.aggregate_id);
        if not v_again and v_sums.digest is distinct from e.data ->> 'digest' then
          raise exception 'run % is not what was approved', e.aggregate_id using errcode = 'check_violation';
        end if;
        update payroll.runs
          set state = 'APPROVED', approved_by = (e.metadata ->> 'userId')::uuid, approved_at = e.recorded_at
          where company_id = e.company_id and id = e.aggregate_id;
      when 'PayrollRunSentToLedger' then
        -- From here on payslips never change: those that stand must be those that were approved, even when all else is made
        -- anew around them.
        if v_again then
          select * into v_sums from payroll.run_sums(e.company_id, e.aggregate_id);
          if not exists (select from payroll.runs r where r.company_id = e.company_id and r.id = e.aggregate_id
                           and r.digest = v_sums.digest) then
            raise exception 'the payslips of run % are not those that were approved', e.aggregate_id
              using errcode = 'check_violation';
          end if;
        end if;
        update payroll.runs
          set state = 'POSTING', posting_date = (e.data ->> 'date')::date, posting_attempt = (e.data ->> 'attempt')::int
          where company_id = e.company_id and id = e.aggregate_id;
      when 'PayrollRunPaid' then
        update payroll.runs set state = 'PAID', paid_at = e.recorded_at
          where company_id = e.company_id and id = e.aggregate_id;
      when 'PayrollRunCancelled' then
        update payroll.runs set state = 'CANCELLED' where company_id = e.company_id and id = e.aggregate_id;
        if not v_again then
          update payroll.run_progress set calculation = 0, updated_at = e.recorded_at
            where company_id = e.company_id and run_id = e.aggregate_id;
          delete from payroll.payslips where company_id = e.company_id and run_id = e.aggregate_id;
        end if;
    end case;
    update payroll.runs set version = e.version where company_id = e.company_id and id = e.aggregate_id;
  end loop;
end $project$;
