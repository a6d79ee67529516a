import { databaseHealth } from '#db/health.ts';
import { openDatabase } from '#db/client.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { subgraphSchema } from '#shared/graphql/subgraph-schema.ts';
import type { Logger } from '#shared/platform/log.ts';
import { sealingBy } from '#shared/platform/sealing.ts';
import { absenceResolvers } from './absences/resolvers.ts';
import { calendarResolvers } from './calendar/resolvers.ts';
import { componentResolvers } from './components/resolvers.ts';
import { createPayrollContext } from './context.ts';
import { employeeResolvers } from './employees/resolvers.ts';
import { employmentResolvers } from './employments/resolvers.ts';
import type { Resolvers } from './generated/types.ts';
import { payResolvers } from './pay/resolvers.ts';
import { createPayrollWriter } from './writer.ts';

export interface PayrollOptions {
  /** URL of the login role `davtari_payroll`. */
  readonly databaseUrl: string;
  /** What personal numbers and bank accounts are sealed with. */
  readonly secret: Uint8Array;
  /** False for whoever gives commands only and leaves it to the running system to act by itself. */
  readonly followsPolicies?: boolean;
  readonly log: Logger;
}

export type Payroll = SubgraphRuntime;

const NOUNS: readonly Resolvers[] = [
  payResolvers,
  employeeResolvers,
  employmentResolvers,
  componentResolvers,
  absenceResolvers,
  calendarResolvers,
];

/** Payroll, ready to answer: people, their pay, and what goes to the bank, the books and the state. */
export async function createPayroll(options: PayrollOptions): Promise<Payroll> {
  const { log } = options;
  const database = openDatabase(options.databaseUrl, { name: 'davtari payroll', log });
  const writer = createPayrollWriter(database);
  const sealing = sealingBy(options.secret, 'payroll');
  const schema = subgraphSchema(new URL('./generated/subgraph.graphql', import.meta.url), NOUNS);
  await database.ping();

  return {
    name: 'payroll',
    schema,
    createContext: (caller) => createPayrollContext({ writer, sealing, log }, caller),
    health: async () => [await databaseHealth(database)],
    close: async () => {
      await writer.writePath.drain();
      await database.close();
    },
  };
}
