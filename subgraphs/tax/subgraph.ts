import { randomBytes } from 'node:crypto';
import { consumerLag, type ConsumerLag } from '#db/consumer-lag.ts';
import { showConsumers } from '#db/consumer-metrics.ts';
import { createDeadLetters, type DeadLetters } from '#db/dead-letters.ts';
import { databaseHealth } from '#db/health.ts';
import { openDatabase } from '#db/client.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import type { DocumentFeed } from '#shared/platform/event-feed.ts';
import { subgraphSchema } from '#shared/graphql/subgraph-schema.ts';
import type { Logger } from '#shared/platform/log.ts';
import { formatAmount } from '#shared/domain/money.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { closingResolvers } from './closing/resolvers.ts';
import { createTaxContext } from './context.ts';
import { createCounterparty } from './counterparties/commands.ts';
import type { CounterpartyDraft } from './counterparties/decide.ts';
import { exciseResolvers } from './excise/resolvers.ts';
import { createTaxFeed } from './feed.ts';
import { counterpartyResolvers } from './counterparties/resolvers.ts';
import type { Resolvers } from './generated/types.ts';
import { interestResolvers } from './interest/resolvers.ts';
import { followLedger, LEDGER, LEDGER_CONSUMER } from './postings/follow-ledger.ts';
import { countOpenPostings } from './postings/queries.ts';
import { postingResolvers } from './postings/resolvers.ts';
import { invoiceOrders, type Orders } from './invoices/commands.ts';
import { partiesTogether } from './invoices/parties.ts';
import { invoiceResolvers } from './invoices/resolvers.ts';
import { postingAccountResolvers } from './posting-accounts/resolvers.ts';
import { updateTaxProfile } from './profile/commands.ts';
import type { TaxProfileChanges } from './profile/decide.ts';
import { profileResolvers } from './profile/resolvers.ts';
import { ratesResolvers } from './rates/resolvers.ts';
import { rebuildFromLedger } from './postings/rebuild.ts';
import { rebuildTax } from './rebuild.ts';
import { SCHEMA } from './schema.ts';
import { vatRegisterResolvers } from './vat-register/resolvers.ts';
import { acceptVatReturn, prepareVatReturn, submitVatReturn } from './vat-return/commands.ts';
import { vatReturnResolvers } from './vat-return/resolvers.ts';
import { profitTaxResolvers } from './profit-tax/resolvers.ts';
import { followSales, SALES_CONSUMER } from './registration/follow-sales.ts';
import { registrationResolvers } from './registration/resolvers.ts';
import { withholdingResolvers } from './withholding/resolvers.ts';
import { smallBusinessResolvers } from './small-business/resolvers.ts';
import { rsGeOperator, type RsGeOperator } from './rs-ge/operator.ts';
import { OUTBOX } from './rs-ge/outbox/intake.ts';
import { openRsGe, type RsGeOptions } from './rs-ge/rs-ge.ts';
import { ANSWERS } from './rs-ge/tax-invoices.ts';
import { receivedResolvers } from './rs-ge/received/resolvers.ts';
import { reportingResolvers } from './rs-ge/register/resolvers.ts';
import { rsGeResolvers } from './rs-ge/resolvers.ts';
import { propertyTaxResolvers } from './property-tax/resolvers.ts';
import { capitalGoodsResolvers } from './capital-goods/resolvers.ts';
import { recordTaxFiling } from './calendar/commands.ts';
import { termNamed } from './calendar/deadlines.ts';
import { recordTaxPayment } from './calendar/payments/commands.ts';
import { amountOfTerm } from './calendar/queries.ts';
import { taxPaymentResolvers } from './calendar/payments/resolvers.ts';
import { calendarResolvers } from './calendar/resolvers.ts';
import { createTaxWriter } from './writer.ts';

export interface TaxOptions {
  /** URL of the login role `davtari_tax`. */
  readonly databaseUrl: string;
  /** URL of the database's owner; needed by `rebuild` only. */
  readonly ownerUrl?: string;
  /** False for whoever gives commands only and leaves it to the running system to act by itself. */
  readonly followsPolicies?: boolean;
  /** How RS.ge is reached, and what sign-ins are sealed by. Without it none outlives the process. */
  readonly rsGe?: RsGeOptions;
  readonly log: Logger;
}

/** Commands on tax documents; each answers the id of the document. */
export type TaxDocuments = Orders;

interface Filing {
  readonly year: number;
  readonly month: number;
  readonly idempotencyKey?: string;
}

export interface Tax extends SubgraphRuntime {
  /** What happens to its documents, for subscribers. */
  readonly feed: DocumentFeed;
  /**
   * Says what a company is for the Revenue Service and whom it deals with; safe to repeat. Answers the ids of the
   * counterparties, in the order given.
   */
  setUp(
    actor: Actor,
    profile: TaxProfileChanges,
    counterparties: readonly CounterpartyDraft[],
  ): Promise<readonly string[]>;
  /** The commands on tax documents, for one who gives them. */
  documents(actor: Actor): TaxDocuments;
  /** The way of a VAT return. */
  readonly returns: {
    prepare(actor: Actor, input: Filing): Promise<void>;
    submit(actor: Actor, input: Filing): Promise<void>;
    accept(actor: Actor, input: Filing & { receiptNumber: string; date: string }): Promise<void>;
  };
  /** What is said of terms of the calendar. */
  readonly terms: {
    /** That the return of a month was handed in. */
    file(actor: Actor, input: Filing & { code: string; filedOn: string }): Promise<void>;
    /** That all was paid which a month comes to now; nothing where nothing is owed. */
    pay(actor: Actor, input: Filing & { code: string; paidOn: string }): Promise<void>;
  };
  /** Postings of a company's documents that the ledger has not answered yet, and that it has refused. */
  openPostings(companyId: string): Promise<{ readonly waiting: number; readonly refused: number }>;
  /**
   * Empties what tax has in its tables of the company's documents and of the ledger, and makes it anew out of both
   * logs; the rows are the same afterwards.
   */
  rebuild(
    companyId: string,
    onProgress?: (events: number, total: number) => void,
  ): Promise<{ events: number }>;
  /** What whoever runs the system sees and does about RS.ge. */
  readonly rsGe: RsGeOperator;
  /** Events that a consumer could not handle. */
  readonly deadLetters: DeadLetters;
  /** How far the consumers that run in this process are behind. */
  consumerLag(): Promise<readonly ConsumerLag[]>;
}

const SDL = new URL('./generated/subgraph.graphql', import.meta.url);

const NOUNS: readonly Resolvers[] = [
  closingResolvers,
  postingAccountResolvers,
  rsGeResolvers,
  receivedResolvers,
  reportingResolvers,
  counterpartyResolvers,
  invoiceResolvers,
  profileResolvers,
  ratesResolvers,
  interestResolvers,
  vatReturnResolvers,
  postingResolvers,
  vatRegisterResolvers,
  profitTaxResolvers,
  registrationResolvers,
  withholdingResolvers,
  smallBusinessResolvers,
  propertyTaxResolvers,
  calendarResolvers,
  taxPaymentResolvers,
  capitalGoodsResolvers,
  exciseResolvers,
];

/** Tax, ready to answer: counterparties, invoices, VAT and the other taxes of a company. */
export async function createTax(options: TaxOptions): Promise<Tax> {
  const { log } = options;
  const database = openDatabase(options.databaseUrl, { name: 'davtari tax', log });
  const writer = createTaxWriter(database);
  const feed = createTaxFeed(database, log);
  await database.ping();
  const followers =
    options.followsPolicies === false
      ? []
      : [followLedger({ database, log }), followSales({ database, log })];
  const lag = (): Promise<ConsumerLag[]> =>
    consumerLag(
      database,
      SCHEMA,
      followers.length === 0
        ? []
        : [OUTBOX, ANSWERS, ...[LEDGER_CONSUMER, SALES_CONSUMER].map((name) => ({ name, source: LEDGER }))],
    );
  const rsGe = await openRsGe(
    { database, writer, log },
    options.rsGe ?? { secret: randomBytes(32) },
    options.followsPolicies !== false,
  );
  const hideConsumers = showConsumers(lag);

  return {
    name: 'tax',
    get schema() {
      return subgraphSchema(SDL, NOUNS);
    },
    feed,
    createContext: (caller) => createTaxContext({ writer, rsGe, log }, caller),
    health: async () => [await databaseHealth(database)],
    setUp: async (actor, profile, counterparties) => {
      await updateTaxProfile(writer, actor, profile);
      return Promise.all(
        counterparties.map((given) =>
          createCounterparty(writer, actor, { ...given, idempotencyKey: `setUp:${given.taxId}` }),
        ),
      );
    },
    documents: (actor) => invoiceOrders(writer, actor, partiesTogether(database, actor.companyId)),
    returns: {
      prepare: (actor, input) => prepareVatReturn(writer, actor, input),
      submit: (actor, input) => submitVatReturn(writer, actor, input),
      accept: (actor, input) => acceptVatReturn(writer, actor, input),
    },
    terms: {
      file: async (actor, input) => {
        await recordTaxFiling(writer, actor, input);
      },
      pay: async (actor, input) => {
        const amount = await amountOfTerm(database, actor.companyId, await termNamed(database, input));
        if (amount === null || amount <= 0n) return;
        await recordTaxPayment(writer, actor, { ...input, amount: formatAmount(amount) });
      },
    },
    openPostings: (companyId) => countOpenPostings(database, companyId),
    rebuild: async (companyId, onProgress) => {
      if (options.ownerUrl === undefined) throw new Error('to rebuild, tax needs the URL of the owner');
      const rebuilt = await rebuildTax(options.ownerUrl, companyId, onProgress);
      const followed = await rebuildFromLedger(database, companyId);
      return { events: rebuilt.events + followed.events };
    },
    rsGe: rsGeOperator(database, rsGe),
    deadLetters: createDeadLetters(database, SCHEMA),
    consumerLag: lag,
    close: async () => {
      hideConsumers();
      await rsGe.close();
      await Promise.all(followers.map((follower) => follower.close()));
      await writer.writePath.drain();
      await feed.close();
      await database.close();
    },
  };
}
