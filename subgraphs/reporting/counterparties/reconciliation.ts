import type { Database, TransactionSql } from '#db/client.ts';
import { dayBefore, type CalendarDate } from '#shared/domain/date.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { Amount } from '#shared/domain/money.ts';
import { listed, readAccounts, type ListedAccount } from '../general-ledger/queries.ts';
import { sumStretch } from '../general-ledger/sums.ts';

/** An account that the counterparty was named on. */
export interface ActAccount {
  readonly account: ListedAccount;
  readonly opening: Amount;
  readonly debit: Amount;
  readonly credit: Amount;
  readonly closing: Amount;
}

/** What passed between the company and a counterparty. */
export interface Act extends Omit<ActAccount, 'account'> {
  readonly counterpartyId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly seq: number;
  readonly accounts: readonly ActAccount[];
}

/** The days of an act, and the moment after which nothing counts that was recorded; null for none. */
export interface SpanKnown {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly knownAt: string | null;
}

/** The act with a counterparty; null for one that no entry ever named. @throws DomainError BAD_USER_INPUT */
export async function reconciliationAct(
  database: Database,
  companyId: string,
  counterpartyId: string,
  { from, to, knownAt }: SpanKnown,
): Promise<Act | null> {
  if (!isUuid(counterpartyId)) return null;
  const work = async (sql: TransactionSql, seq: number): Promise<Act | null> => {
    const [known] = await sql`
      /* isTradedWith */ select from reporting.counterparty_turnover
      where company_id = ${companyId} and counterparty_id = ${counterpartyId} limit 1`;
    if (known === undefined) return null;
    // Income and expenses may name the counterparty, too; what is owed stands on assets and liabilities.
    const owing = (await readAccounts(sql, companyId)).filter(
      ({ type, isHeading }) => !isHeading && (type === 'ASSET' || type === 'LIABILITY'),
    );
    const filter = { counterpartyId, dimension: null };
    const accountIds = owing.map(({ id }) => id);
    const before = await sumStretch(
      sql,
      companyId,
      { from: null, to: dayBefore(from), seq, accountIds },
      filter,
    );
    const within = await sumStretch(sql, companyId, { from, to, seq, accountIds }, filter);
    const accounts = owing
      .map((account) => {
        const earlier = before.get(account.id) ?? { debit: 0n, credit: 0n };
        const { debit, credit } = within.get(account.id) ?? { debit: 0n, credit: 0n };
        const opening = earlier.debit - earlier.credit;
        return { account, opening, debit, credit, closing: opening + debit - credit };
      })
      .filter(({ opening, debit, credit }) => opening !== 0n || debit !== 0n || credit !== 0n);
    const sum = (name: 'opening' | 'debit' | 'credit' | 'closing') =>
      accounts.reduce((all, of) => all + of[name], 0n);
    return {
      counterpartyId,
      from,
      to,
      seq,
      accounts,
      opening: sum('opening'),
      debit: sum('debit'),
      credit: sum('credit'),
      closing: sum('closing'),
    };
  };
  return listed(database, companyId, { from, to }, work, knownAt);
}
