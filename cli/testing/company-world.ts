import { openDatabase, type Database } from '#db/client.ts';
import { ensureCompany, ensureUser } from '#identity/seed.ts';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Ledger } from '#ledger/ledger.ts';
import { createLedger } from '#ledger/subgraph.ts';
import { createLog } from '#shared/platform/log.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';

/** A migrated database of the test file's own with companies in it, and the ledger as its application role. */
export interface CompanyWorld {
  readonly database: TestDatabase;
  readonly ledger: Ledger;
  /** The superuser, for whom row-level security does not exist. */
  readonly owner: Database;
  /** A company with its chief accountant; with the Georgian chart and open years unless told otherwise. */
  company(
    name: string,
    options?: { readonly chart?: boolean; readonly years?: readonly number[] },
  ): Promise<Actor>;
  /** Debit minus credit in lari by account code, of accounts that moved. */
  balances(actor: Actor): Promise<Map<string, string>>;
  close(): Promise<void>;
}

export async function createCompanyWorld(): Promise<CompanyWorld> {
  const database = await createTestDatabase();
  const owner = openDatabase(database.ownerUrl, { max: 2 });
  const ledger = await createLedger({
    databaseUrl: database.urlFor('ledger'),
    ownerUrl: database.ownerUrl,
    log: createLog({ logLevel: 'silent' }),
  });
  let companies = 0;
  return {
    database,
    ledger,
    owner,
    async company(name, { chart = true, years = [2025] } = {}) {
      companies += 1;
      const { id: companyId } = await ensureCompany(owner.sql, { name });
      const { id: userId } = await ensureUser(
        owner.sql,
        { email: `chief${companies}@books.ge`, name: 'ნინო', password: 'demo-password' },
        [{ companyId, roles: ['chief_accountant'] }],
      );
      const actor = { companyId, userId };
      if (chart) await ledger.openAccounts(actor, loadChart());
      for (const year of years) await ledger.ensureFiscalYear(actor, year);
      return actor;
    },
    async balances(actor) {
      const sums = new Map<string, bigint>();
      for await (const transaction of ledger.exportTransactions(actor.companyId)) {
        for (const { accountCode, debitGel, creditGel } of transaction.entries) {
          const change = tetri(debitGel) - tetri(creditGel);
          sums.set(accountCode, (sums.get(accountCode) ?? 0n) + change);
        }
      }
      return new Map([...sums].sort().map(([code, sum]) => [code, decimal(sum)]));
    },
    async close() {
      await ledger.close();
      await owner.close();
      await database.drop();
    },
  };
}

/** Exact tetri of an amount with any number of decimals, as long as those beyond two are zero. */
export function tetri(amount: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{0,2})0*)?$/.exec(amount);
  if (match === null) throw new Error(`${amount} is no amount in tetri`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const magnitude = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
  return sign === '-' ? -magnitude : magnitude;
}

export function decimal(hundredths: bigint): string {
  const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
