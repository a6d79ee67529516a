import type { Database } from '#db/client.ts';
import { processMetrics } from '#shared/platform/metrics.ts';

const balances = processMetrics.level(
  'accounting_account_balance_gel',
  'Balance of an account in GEL, debit minus credit; of the companies that METRICS_COMPANIES lists, none by default.',
  ['company_id', 'account_code', 'account_type'],
);

/** Accounts of one company that are shown: those with the largest turnover of all time come first. */
const MOST_ACCOUNTS = 500;
/** Whoever scrapes every second is shown the same figures for so long. */
const KEPT_MILLISECONDS = 10_000;

interface BalanceRow {
  code: string;
  type: string;
  balance: string;
}

/**
 * Shows the balances of some companies whenever the metrics are read. Whoever may read the metrics sees what they
 * have, so no company is shown that the owner of the installation has not named, and each is labelled by its id.
 * Answers how to stop.
 */
export function showBalances(database: Database, companyIds: readonly string[]): () => void {
  if (companyIds.length === 0) return () => undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  const stop = processMetrics.collect(async () => {
    if (performance.now() - shownAt < KEPT_MILLISECONDS) return;
    const found = await Promise.all(
      companyIds.map(async (companyId) => [companyId, await balancesOf(database, companyId)] as const),
    );
    balances.clear();
    for (const [companyId, rows] of found) {
      for (const { code, type, balance } of rows) balances.of(companyId, code, type).set(Number(balance));
    }
    shownAt = performance.now();
  });
  return () => {
    stop();
    balances.clear();
  };
}

function balancesOf(database: Database, companyId: string): Promise<BalanceRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<BalanceRow[]>`
      /* balancesShown */ select a.code, a.type, sum(t.debit_gel - t.credit_gel)::text as balance
      from ledger.account_turnover t join ledger.accounts a on a.company_id = t.company_id and a.id = t.account_id
      where t.company_id = ${companyId} and t.level = 'year'
      group by a.code, a.type
      order by sum(t.debit_gel + t.credit_gel) desc
      limit ${MOST_ACCOUNTS}`,
  );
}
