-- The guards of a revaluation hold its lines and items against the books account by account, each with one pass over the
-- entries of the account: a company with thousands of counterparties in a currency is revalued in the time that it takes to
-- read them, whatever the planner knows of tables that were filled a moment ago.
create or replace function ledger.guard_revaluation_lines() returns trigger language plpgsql as $$
declare
  v record;
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  for v in
    select distinct n.company_id, n.revaluation_id, n.account_id, n.currency, r.date
    from added n
    join ledger.revaluations r on r.company_id = n.company_id and r.id = n.revaluation_id
  loop
    perform from (
      select n.counterparty_id, n.amount, n.revalued_gel from added n
      where n.revaluation_id = v.revaluation_id and n.account_id = v.account_id and n.currency = v.currency
      except
      select j.counterparty_id, sum(j.debit - j.credit), sum(j.debit_gel - j.credit_gel)
      from ledger.journal_entries j
      where j.company_id = v.company_id and j.account_id = v.account_id and j.currency = v.currency
        and j.currency <> 'GEL' and j.transaction_date <= v.date
      group by j.counterparty_id) other
      limit 1;
    if found then
      raise exception 'the books say something else than is revalued'
        using errcode = 'check_violation', constraint = 'revaluation_lines_of_books';
    end if;
  end loop;
  return null;
end $$;

create or replace function ledger.guard_revaluation_items() returns trigger language plpgsql as $$
declare
  v record;
begin
  if ledger.is_rebuilding() then
    return null;
  end if;
  for v in
    select r.company_id, r.id as revaluation_id, r.date, l.account_id, l.currency, array_agg(l.line) as lines
    from ledger.revaluations r
    join ledger.revaluation_lines l on l.company_id = r.company_id and l.revaluation_id = r.id
    where (r.company_id, r.id) in (select n.company_id, n.revaluation_id from added n)
    group by r.company_id, r.id, r.date, l.account_id, l.currency
  loop
    perform from (
      select n.transaction_id, n.line, n.side, n.open from added n
      where n.revaluation_id = v.revaluation_id and n.revaluation_line = any (v.lines)
      except
      -- An entry less what is settled of it.
      select b.transaction_id, b.line, min(b.side), sum(b.amount)
      from (
        select j.transaction_id, j.line, case when j.debit > 0 then 'DEBIT' else 'CREDIT' end as side,
          j.debit + j.credit as amount
        from ledger.journal_entries j
        where j.company_id = v.company_id and j.account_id = v.account_id and j.currency = v.currency
          and j.currency <> 'GEL' and j.transaction_date <= v.date
        union all
        select i.transaction_id, i.line, null, -i.amount from ledger.matched_items i
        where i.company_id = v.company_id and (i.is_active or i.ended_on > v.date) and i.date <= v.date) b
      group by b.transaction_id, b.line) other
      limit 1;
    if found then
      raise exception 'an item is open by another amount than is revalued'
        using errcode = 'check_violation', constraint = 'revaluation_items_as_open';
    end if;
  end loop;
  return null;
end $$;
