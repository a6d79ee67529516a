import { openDatabase } from '#db/client.ts';
import { createDeadLetters, type DeadLetters } from '#db/dead-letters.ts';
import type { Logger } from '#shared/platform/log.ts';
import { rebuildFromLedger } from './postings/rebuild.ts';
import { rebuildPayroll } from './rebuild.ts';
import { SCHEMA } from './schema.ts';

/** What is done to the tables of payroll from outside of it, without the secret that seals personal data. */
export interface PayrollUpkeep {
  /** Makes anew what is read of a company, out of both logs. */
  rebuild(
    companyId: string,
    onProgress?: (events: number, total: number) => void,
  ): Promise<{ events: number }>;
  /** Events that a consumer could not handle. */
  readonly deadLetters: DeadLetters;
  close(): Promise<void>;
}

export function openPayrollUpkeep(options: {
  /** URL of the login role `davtari_payroll`. */
  readonly databaseUrl: string;
  /** URL of the owner of the tables. */
  readonly ownerUrl: string;
  readonly log: Logger;
}): PayrollUpkeep {
  const { databaseUrl, ownerUrl, log } = options;
  const database = openDatabase(databaseUrl, { name: 'davtari payroll', log });
  return {
    rebuild: async (companyId, onProgress) => {
      const rebuilt = await rebuildPayroll(ownerUrl, companyId, onProgress);
      const followed = await rebuildFromLedger(database, companyId);
      return { events: rebuilt.events + followed.events };
    },
    deadLetters: createDeadLetters(database, SCHEMA),
    close: () => database.close(),
  };
}
