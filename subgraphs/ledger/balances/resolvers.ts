import { parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, type Amount } from '#shared/domain/money.ts';
import { dayBefore } from '../accounts/resolvers.ts';
import type { Resolvers } from '../generated/types.ts';
import { sumTrialBalance } from './queries.ts';

/** A row of the trial balance before its account is loaded. */
export interface TrialBalanceLine {
  readonly accountId: string;
  readonly opening: Amount;
  readonly debit: Amount;
  readonly credit: Amount;
}

export const balanceResolvers: Resolvers = {
  Query: {
    trialBalance: async (_root, given, { database, companyId }) => {
      const asOf = parseDate(given.asOf, 'asOf');
      const from = given.from ? parseDate(given.from, 'from') : null;
      if (from !== null && from > asOf) throw badInput('from', from, 'is after asOf');
      const { seq, rows } = await sumTrialBalance(
        database,
        companyId,
        asOf,
        from === null ? null : dayBefore(from),
      );
      return { asOf, from, seq, rows: [...rows], totals: total(rows) };
    },
  },
  TrialBalanceRow: {
    account: async ({ accountId }, _args, { loaders }) => {
      const account = await loaders.account.load(accountId);
      if (account === null) throw new Error(`account ${accountId} has turnover and is not there`);
      return account;
    },
    opening: ({ opening }) => formatAmount(opening),
    debit: ({ debit }) => formatAmount(debit),
    credit: ({ credit }) => formatAmount(credit),
    closing: ({ opening, debit, credit }) => formatAmount(opening + debit - credit),
  },
};

function total(rows: readonly TrialBalanceLine[]) {
  let [openingDebit, openingCredit, debit, credit, closingDebit, closingCredit] = [0n, 0n, 0n, 0n, 0n, 0n];
  for (const row of rows) {
    const closing = row.opening + row.debit - row.credit;
    if (row.opening > 0n) openingDebit += row.opening;
    else openingCredit -= row.opening;
    if (closing > 0n) closingDebit += closing;
    else closingCredit -= closing;
    debit += row.debit;
    credit += row.credit;
  }
  return {
    openingDebit: formatAmount(openingDebit),
    openingCredit: formatAmount(openingCredit),
    debit: formatAmount(debit),
    credit: formatAmount(credit),
    closingDebit: formatAmount(closingDebit),
    closingCredit: formatAmount(closingCredit),
  };
}
