import { parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, parseDatabaseAmount } from '#shared/domain/money.ts';
import type { Resolvers } from '../generated/types.ts';
import { sumTrialBalance, type TrialBalanceLine } from './queries.ts';

export const balanceResolvers: Resolvers = {
  Query: {
    trialBalance: async (_root, given, { database, companyId }) => {
      const asOf = parseDate(given.asOf, 'asOf');
      const from = given.from ? parseDate(given.from, 'from') : null;
      if (from !== null && from > asOf) throw badInput('from', from, 'is after asOf');
      const { seq, rows } = await sumTrialBalance(database, companyId, {
        asOf,
        from,
        knownAt: given.knownAt ?? null,
        withoutYearEndClosing: given.withoutYearEndClosing ?? false,
      });
      return { asOf, from, seq, rows: [...rows], totals: total(rows) };
    },
  },
};

function total(rows: readonly TrialBalanceLine[]) {
  let [openingDebit, openingCredit, debit, credit, closingDebit, closingCredit] = [0n, 0n, 0n, 0n, 0n, 0n];
  for (const row of rows) {
    const [opening, closing] = [parseDatabaseAmount(row.opening), parseDatabaseAmount(row.closing)];
    if (opening > 0n) openingDebit += opening;
    else openingCredit -= opening;
    if (closing > 0n) closingDebit += closing;
    else closingCredit -= closing;
    debit += parseDatabaseAmount(row.debit);
    credit += parseDatabaseAmount(row.credit);
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
