import { consumerLag, type ConsumerLag } from '#db/consumer-lag.ts';
import { showConsumers } from '#db/consumer-metrics.ts';
import { createDeadLetters, type DeadLetters } from '#db/dead-letters.ts';
import { databaseHealth } from '#db/health.ts';
import { openDatabase } from '#db/client.ts';
import { createDocumentFeed } from '#db/document-feed.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { subgraphSchema } from '#shared/graphql/subgraph-schema.ts';
import type { DocumentFeed } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { sealingBy } from '#shared/platform/sealing.ts';
import { closingResolvers } from './closing/resolvers.ts';
import { createForecasts } from './analysis/forecasts.ts';
import { analysisResolvers } from './analysis/resolvers.ts';
import { absenceResolvers } from './absences/resolvers.ts';
import { calendarResolvers } from './calendar/resolvers.ts';
import { componentResolvers } from './components/resolvers.ts';
import { createPayrollContext } from './context.ts';
import { employeeResolvers } from './employees/resolvers.ts';
import { employerResolvers } from './employer/resolvers.ts';
import { employmentResolvers } from './employments/resolvers.ts';
import type { Resolvers } from './generated/types.ts';
import { leaveProvisionResolvers } from './leave-provision/resolvers.ts';
import { createPaperDesk } from './papers/desk.ts';
import { paperResolvers } from './papers/resolvers.ts';
import { payResolvers } from './pay/resolvers.ts';
import { paymentResolvers } from './payments/resolvers.ts';
import { postingAccountResolvers } from './posting-accounts/resolvers.ts';
import { followLedger, LEDGER, LEDGER_CONSUMER } from './postings/follow-ledger.ts';
import { runResolvers } from './runs/resolvers.ts';
import { createRunWorker, RUN_WORKER } from './runs/worker.ts';
import { SCHEMA } from './schema.ts';
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

export interface Payroll extends SubgraphRuntime {
  /** What happens to runs of pay, for subscriptions. */
  readonly feed: DocumentFeed;
  /** Events that a consumer could not handle. */
  readonly deadLetters: DeadLetters;
  /** How far the consumers that run in this process are behind. */
  consumerLag(): Promise<readonly ConsumerLag[]>;
}

const SDL = new URL('./generated/subgraph.graphql', import.meta.url);

const NOUNS: readonly Resolvers[] = [
  closingResolvers,
  payResolvers,
  employeeResolvers,
  employmentResolvers,
  componentResolvers,
  absenceResolvers,
  calendarResolvers,
  runResolvers,
  paymentResolvers,
  paperResolvers,
  analysisResolvers,
  postingAccountResolvers,
  employerResolvers,
  leaveProvisionResolvers,
];

/** Payroll, ready to answer: people, their pay, and what goes to the bank, the books and the state. */
export async function createPayroll(options: PayrollOptions): Promise<Payroll> {
  const { log } = options;
  const database = openDatabase(options.databaseUrl, { name: 'davtari payroll', log });
  const writer = createPayrollWriter(database);
  const feed = createDocumentFeed(database, SCHEMA, log);
  const sealing = sealingBy(options.secret, 'payroll');
  const papers = createPaperDesk(options.secret, database, sealing);
  const forecasts = createForecasts(database);
  await database.ping();
  const consumers =
    options.followsPolicies === false
      ? []
      : [createRunWorker({ database, writer, log }), followLedger({ database, log })];
  const lag = (): Promise<ConsumerLag[]> =>
    consumerLag(
      database,
      SCHEMA,
      consumers.length === 0 ? [] : [RUN_WORKER, { name: LEDGER_CONSUMER, source: LEDGER }],
    );
  const hideConsumers = showConsumers(lag);

  return {
    name: 'payroll',
    get schema() {
      return subgraphSchema(SDL, NOUNS);
    },
    feed,
    files: papers,
    deadLetters: createDeadLetters(database, SCHEMA),
    consumerLag: lag,
    createContext: (caller) => createPayrollContext({ writer, sealing, papers, forecasts, log }, caller),
    health: async () => [await databaseHealth(database)],
    close: async () => {
      hideConsumers();
      for (const consumer of consumers) await consumer.close();
      await writer.writePath.drain();
      await feed.close();
      await database.close();
    },
  };
}
