import { eq } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import type { Resolvers } from '../generated/types.ts';
import { updateLedgerSettings } from './commands.ts';
import { settings } from './tables.ts';

export const settingsResolvers: Resolvers = {
  Query: {
    ledgerSettings: (_root, _args, { database, companyId }) => readSettings(database, companyId),
  },
  Mutation: {
    updateLedgerSettings: async (_root, { input }, { writer, actor, database, companyId }) => {
      await updateLedgerSettings(writer, actor, input);
      return { settings: await readSettings(database, companyId) };
    },
  },
};

/** Settings never changed are as they are by default. */
async function readSettings(database: Database, companyId: string): Promise<{ approverMustDiffer: boolean }> {
  const [row] = await database.withCompanyDrizzle(companyId, (db) =>
    db
      .select({ approverMustDiffer: settings.approverMustDiffer })
      .from(settings)
      .where(eq(settings.companyId, companyId)),
  );
  return row ?? { approverMustDiffer: false };
}
