import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '#shared/domain/actor.ts';
import type { Ledger } from '#ledger/ledger.ts';
import { datesBack, workloadAccounts } from './drafts.ts';

/** Companies with the accounts of the workload and the fiscal years that it posts into, made by the ledger itself. */
export async function openCompanies(ledger: Ledger, count: number): Promise<readonly Actor[]> {
  const accounts = workloadAccounts();
  const years = new Set(datesBack(31).map((date) => Number(date.slice(0, 4))));
  return Promise.all(
    Array.from({ length: count }, async () => {
      const actor: Actor = { companyId: uuidv7(), userId: uuidv7() };
      for (const year of years) await ledger.ensureFiscalYear(actor, year);
      await ledger.openAccounts(actor, accounts);
      return actor;
    }),
  );
}
