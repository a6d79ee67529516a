import type { Database } from '#db/client.ts';
import type { CalendarDate } from '#shared/domain/date.ts';
import { parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import { check, type Check } from '../statements/checks.ts';
import { bucketsOf, inRange, unionAll } from '../read-model/sums.ts';
import { listed } from './queries.ts';
import { EVERYTHING, sumStretch } from './sums.ts';

/** What went from the credit of one account to the debit of another. */
export interface Pair {
  readonly debitId: string;
  readonly debitCode: string;
  readonly creditId: string;
  readonly creditCode: string;
  readonly amount: Amount;
}

/** Pairs of accounts over a span; those of reversals stand as they were posted. */
export function correspondingAccounts(
  database: Database,
  companyId: string,
  span: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<{ seq: number; pairs: readonly Pair[]; checks: readonly Check[] }> {
  return listed(database, companyId, { ...span }, async (sql, seq) => {
    const rows = await sql<(Omit<Pair, 'amount'> & { readonly amount: string })[]>`
      /* correspondingAccounts */ select debit_account_id as "debitId", d.code as "debitCode",
        credit_account_id as "creditId", c.code as "creditCode", sum(amount) as amount
      from (${unionAll(
        sql,
        bucketsOf(span).map(
          ({ range, isAdded }) => sql`
            select debit_account_id, credit_account_id, ${isAdded ? sql`amount` : sql`- amount`} as amount
            from reporting.correspondence where company_id = ${companyId} and ${inRange(sql, range)}`,
        ),
      )}) part
      join reporting.accounts d on d.company_id = ${companyId} and d.id = debit_account_id
      join reporting.accounts c on c.company_id = ${companyId} and c.id = credit_account_id
      group by 1, 2, 3, 4 having sum(amount) <> 0
      order by d.code collate "C", c.code collate "C"`;
    const pairs = rows.map((row) => ({ ...row, amount: parseDatabaseAmount(row.amount) }));
    const turnover = await sumStretch(sql, companyId, { ...span, seq, accountIds: null }, EVERYTHING);
    const paired = pairs.reduce((sum, { amount }) => sum + amount, 0n);
    const total = (side: 'debit' | 'credit') =>
      [...turnover.values()].reduce((sum, sums) => sum + sums[side], 0n);
    return {
      seq,
      pairs,
      checks: [
        check('PAIRS_EQUAL_DEBITS', total('debit'), paired),
        check('PAIRS_EQUAL_CREDITS', total('credit'), paired),
      ],
    };
  });
}
