import { databaseHealth } from '#db/health.ts';
import { openDatabase } from '#db/client.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { subgraphSchema } from '#shared/graphql/subgraph-schema.ts';
import type { Logger } from '#shared/platform/log.ts';
import { createPayrollContext } from './context.ts';
import type { Resolvers } from './generated/types.ts';
import { payResolvers } from './pay/resolvers.ts';
import { createPayrollWriter } from './writer.ts';

export interface PayrollOptions {
  /** URL of the login role `davtari_payroll`. */
  readonly databaseUrl: string;
  /** False for whoever gives commands only and leaves it to the running system to act by itself. */
  readonly followsPolicies?: boolean;
  readonly log: Logger;
}

export type Payroll = SubgraphRuntime;

const NOUNS: readonly Resolvers[] = [payResolvers];

/** Payroll, ready to answer: people, their pay, and what goes to the bank, the books and the state. */
export async function createPayroll(options: PayrollOptions): Promise<Payroll> {
  const { log } = options;
  const database = openDatabase(options.databaseUrl, { name: 'davtari payroll', log });
  const writer = createPayrollWriter(database);
  const schema = subgraphSchema(new URL('./generated/subgraph.graphql', import.meta.url), NOUNS);
  await database.ping();

  return {
    name: 'payroll',
    schema,
    createContext: (caller) => createPayrollContext({ writer, log }, caller),
    health: async () => [await databaseHealth(database)],
    close: async () => {
      await writer.writePath.drain();
      await database.close();
    },
  };
}
