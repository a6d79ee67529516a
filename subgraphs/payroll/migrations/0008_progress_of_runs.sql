-- How far a calculation has come is told by events, a percent each at most.
create or replace function payroll.project_5_runs(p_events payroll.event_store[]) returns void
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $project$
declare
  e payroll.event_store;
  v_sums record;
begin
  for e in select x.* from unnest(p_events) x where x.aggregate_type = 'PayrollRun' order by x.company_id, x.seq loop
    case e.event_type
      when 'PayrollRunStarted' then
        insert into payroll.runs (company_id, id, year, month, number, pay_date, state, calculation, calculated_by,
            version, created_at)
          values (e.company_id, e.aggregate_id, (e.data ->> 'year')::int, (e.data ->> 'month')::int,
            (e.data ->> 'number')::int, (e.data ->> 'payDate')::date, 'CALCULATING', 1,
            (e.metadata ->> 'userId')::uuid, e.version, e.recorded_at);
        insert into payroll.run_progress (company_id, run_id, calculation, done, updated_at)
          values (e.company_id, e.aggregate_id, 1, 0, e.recorded_at);
      when 'PayrollRunRecalculated' then
        -- The lock of the progress first: whoever calculates meanwhile ends a chunk before its payslips go.
        update payroll.run_progress
          set calculation = (e.data ->> 'calculation')::int, employees = null, done = 0, after_employee = null,
              updated_at = e.recorded_at
          where company_id = e.company_id and run_id = e.aggregate_id;
        update payroll.runs
          set state = 'CALCULATING', calculation = (e.data ->> 'calculation')::int, employees = null,
              obstacles = null, totals = null, digest = null, calculated_at = null, approved_by = null,
              approved_at = null, calculated_by = (e.metadata ->> 'userId')::uuid
          where company_id = e.company_id and id = e.aggregate_id;
        delete from payroll.payslips where company_id = e.company_id and run_id = e.aggregate_id;
      when 'PayrollRunProgressed' then
        -- For those who watch. The progress itself stands with the payslips, in the transactions that wrote them.
        null;
      when 'PayrollRunCalculated' then
        select * into v_sums from payroll.run_sums(e.company_id, e.aggregate_id);
        -- What the event says is what the payslips sum to, or it is not recorded.
        if v_sums.digest is distinct from e.data ->> 'digest' or v_sums.totals is distinct from (e.data -> 'totals')::jsonb
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
        if v_sums.digest is distinct from e.data ->> 'digest' then
          raise exception 'run % is not what was approved', e.aggregate_id using errcode = 'check_violation';
        end if;
        update payroll.runs
          set state = 'APPROVED', approved_by = (e.metadata ->> 'userId')::uuid, approved_at = e.recorded_at
          where company_id = e.company_id and id = e.aggregate_id;
      when 'PayrollRunSentToLedger' then
        update payroll.runs
          set state = 'POSTING', posting_date = (e.data ->> 'date')::date, posting_attempt = (e.data ->> 'attempt')::int
          where company_id = e.company_id and id = e.aggregate_id;
      when 'PayrollRunPaid' then
        update payroll.runs set state = 'PAID', paid_at = e.recorded_at
          where company_id = e.company_id and id = e.aggregate_id;
      when 'PayrollRunCancelled' then
        update payroll.run_progress set calculation = 0, updated_at = e.recorded_at
          where company_id = e.company_id and run_id = e.aggregate_id;
        update payroll.runs set state = 'CANCELLED' where company_id = e.company_id and id = e.aggregate_id;
        delete from payroll.payslips where company_id = e.company_id and run_id = e.aggregate_id;
    end case;
    update payroll.runs set version = e.version where company_id = e.company_id and id = e.aggregate_id;
  end loop;
end $project$;
