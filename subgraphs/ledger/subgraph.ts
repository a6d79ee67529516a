import { randomBytes } from 'node:crypto';
import { consumerLag, type ConsumerLag } from '#db/consumer-lag.ts';
import { createDeadLetters } from '#db/dead-letters.ts';
import { databaseHealth } from '#db/health.ts';
import { openDatabase, type Database, type TransactionSql } from '#db/client.ts';
import type { Receipt } from '#db/write-path.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { subgraphSchema } from '#shared/graphql/subgraph-schema.ts';
import { openAccounts } from './accounts/commands.ts';
import { accountResolvers } from './accounts/resolvers.ts';
import { showBalances } from './balances/metrics.ts';
import { balanceResolvers } from './balances/resolvers.ts';
import { createOpeningPolicy } from './books/policy.ts';
import { bookResolvers } from './books/resolvers.ts';
import { showConsumers } from '#db/consumer-metrics.ts';
import { closingResolvers } from './closing/resolvers.ts';
import { createLedgerContext } from './context.ts';
import { registerCurrency } from './currencies/commands.ts';
import { currencyResolvers } from './currencies/resolvers.ts';
import { followNbg } from './exchange-rates/follow-nbg.ts';
import { NbgClient } from './exchange-rates/nbg.ts';
import { exchangeRateResolvers } from './exchange-rates/resolvers.ts';
import { exportTransactions } from './export.ts';
import { createLedgerFeed } from './feed.ts';
import { createAssetDesk } from './fixed-assets/files/desk.ts';
import { fixedAssetResolvers } from './fixed-assets/resolvers.ts';
import type { Resolvers } from './generated/types.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Ledger, LedgerOptions, Outcome, TransactionDraft } from './ledger.ts';
import { openFiscalYear } from './periods/commands.ts';
import { listPeriods } from './periods/queries.ts';
import { createPostingPolicy } from './postings/policy.ts';
import { DOCUMENT_SOURCES, postingsOf } from './postings/sources.ts';
import { lockResolvers } from './locks/resolvers.ts';
import { openItemResolvers } from './open-items/resolvers.ts';
import { periodResolvers } from './periods/resolvers.ts';
import { postingAccountResolvers } from './posting-accounts/resolvers.ts';
import { rebuildLedger } from './rebuild.ts';
import { createStreamRelay, STREAM_RELAY, type StreamRelay } from './relay/stream-relay.ts';
import { listDue } from './schedules/due/due-entry.ts';
import { postDueEntries } from './schedules/due/post-due.ts';
import { dueEntryResolvers } from './schedules/due/resolvers.ts';
import { revaluationResolvers } from './revaluation/resolvers.ts';
import { recurringEntryResolvers } from './schedules/recurring/resolvers.ts';
import { reversingEntryResolvers } from './schedules/reversing/resolvers.ts';
import { spreadResolvers } from './schedules/spreads/resolvers.ts';
import { settingsResolvers } from './settings/resolvers.ts';
import { recordTransactionOrder, reverseTransaction } from './transactions/commands.ts';
import type { TransactionResult } from './transactions/decide.ts';
import { TransactionCounts } from './transactions/metrics.ts';
import { transactionResolvers } from './transactions/resolvers.ts';
import { verificationResolvers } from './verification/resolvers.ts';
import { verifyLedger } from './verification/verify.ts';
import { createLedgerWriter, SCHEMA, type LedgerWriter } from './writer.ts';

/** Drafts that one statement of an all-or-nothing import carries. */
const IMPORT_BATCH = 500;

/** The ledger, ready to answer: the subgraph for the gateway, and its commands for callers in process. */
export async function createLedger(options: LedgerOptions): Promise<Ledger> {
  const { log } = options;
  const database = openDatabase(options.databaseUrl, { name: 'davtari ledger', log });
  const writer = createLedgerWriter(database);
  const feed = createLedgerFeed(database, log);
  const files = createAssetDesk(options.secret ?? randomBytes(32), database);
  await database.ping();
  const hideBalances = showBalances(database, options.shownCompanies ?? []);
  const opening = options.followsPolicies === false ? null : createOpeningPolicy({ database, writer, log });
  const relay = options.followsPolicies === false ? null : relayTo(options, database);
  const postings =
    options.followsPolicies === false
      ? []
      : DOCUMENT_SOURCES.map((source) => createPostingPolicy({ database, writer, source, log }));

  const rates =
    options.nbgUrl === undefined || options.followsPolicies === false
      ? null
      : followNbg({ database, client: new NbgClient({ url: options.nbgUrl }), log });

  const lag = (): Promise<ConsumerLag[]> =>
    consumerLag(database, SCHEMA, [
      ...(relay === null ? [] : [STREAM_RELAY]),
      ...(postings.length === 0
        ? []
        : DOCUMENT_SOURCES.map((source) => ({ name: postingsOf(source), source }))),
    ]);
  const hideConsumers = showConsumers(lag);

  return {
    name: 'ledger',
    get schema() {
      return subgraphSchema(SDL, NOUNS);
    },
    feed,
    files,
    createContext: (caller) => createLedgerContext({ writer, files, log }, caller),
    health: async () => [await databaseHealth(database)],
    close: async () => {
      hideBalances();
      hideConsumers();
      await rates?.close();
      await opening?.close();
      await relay?.close();
      for (const posting of postings) await posting.close();
      await feed.close();
      await writer.writePath.drain();
      await database.close();
    },
    openAccounts: (actor, accounts) => openAccounts(writer, actor, accounts),
    ensureFiscalYear: async (actor, year) => {
      const open = await listPeriods(database, actor.companyId, { year });
      if (open.length === 0) await unlessThere(openFiscalYear(writer, actor, { year }));
    },
    ensureCurrency: async (actor, currency) => {
      await unlessThere(registerCurrency(writer, actor, currency));
    },
    recordTransactions: (actor, drafts) =>
      Promise.all(
        drafts.map(async (draft): Promise<Outcome<{ transactionId: string; replayed: boolean }>> => {
          try {
            return {
              ok: recorded(await writer.writePath.execute(recordTransactionOrder(writer, actor, draft))),
            };
          } catch (error) {
            if (error instanceof DomainError) return { error };
            throw error;
          }
        }),
      ),
    reverseTransaction: async (actor, input) => (await reverseTransaction(writer, actor, input)).result,
    listDue: (companyId, until, page) => listDue(database, companyId, until, page),
    postDueEntries: (actor, input) => postDueEntries(writer, actor, input),
    recordAllOrNothing: (actor, drafts) => recordAllOrNothing(writer, actor, drafts),
    deadLetters: createDeadLetters(database, SCHEMA),
    consumerLag: lag,
    verify: (companyId, onProgress) => verifyLedger(database, companyId, onProgress),
    rebuild: (companyId, onProgress) => rebuildLedger(ownerUrl(options), companyId, onProgress),
    exportTransactions: (companyId) => exportTransactions(database, companyId),
  };
}

function relayTo({ redis, streamEvents, log }: LedgerOptions, database: Database): StreamRelay | null {
  if (redis === undefined) return null;
  return createStreamRelay({
    database,
    redis,
    log,
    ...(streamEvents === undefined ? {} : { keptEvents: streamEvents }),
  });
}

const SDL = new URL('./generated/subgraph.graphql', import.meta.url);

const NOUNS: readonly Resolvers[] = [
  accountResolvers,
  balanceResolvers,
  bookResolvers,
  closingResolvers,
  currencyResolvers,
  exchangeRateResolvers,
  fixedAssetResolvers,
  lockResolvers,
  openItemResolvers,
  periodResolvers,
  postingAccountResolvers,
  dueEntryResolvers,
  recurringEntryResolvers,
  revaluationResolvers,
  reversingEntryResolvers,
  spreadResolvers,
  settingsResolvers,
  transactionResolvers,
  verificationResolvers,
];

function recorded({ result, replayed }: Receipt<TransactionResult>): {
  transactionId: string;
  replayed: boolean;
} {
  return { transactionId: result.transactionId, replayed };
}

/** What another process made meanwhile is as good as made by us. */
async function unlessThere(command: Promise<unknown>): Promise<void> {
  try {
    await command;
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'CONFLICT')) throw error;
  }
}

/** Thrown to roll back the transaction of an import that met a refusal. */
class Refused extends Error {
  readonly index: number;
  readonly refusal: DomainError;

  constructor(index: number, refusal: DomainError) {
    super(refusal.message);
    this.index = index;
    this.refusal = refusal;
  }
}

async function recordAllOrNothing(
  writer: LedgerWriter,
  actor: Actor,
  drafts: AsyncIterable<TransactionDraft>,
) {
  let [recordedCount, replayedCount, index] = [0, 0, 0];
  const counts = new TransactionCounts();
  const record = async (sql: TransactionSql, batch: readonly TransactionDraft[]) => {
    const orders = batch.map((draft) => recordTransactionOrder(writer, actor, draft));
    const { receipts, refused } = await writer.writePath.executeWithin(sql, orders);
    if (refused !== null) {
      if (refused.error instanceof DomainError) throw new Refused(index + refused.index, refused.error);
      throw refused.error;
    }
    index += batch.length;
    for (const receipt of receipts) {
      if (receipt.replayed) replayedCount++;
      else recordedCount++;
      counts.note(receipt.events);
    }
  };
  try {
    await writer.database.withCompany(
      actor.companyId,
      async (sql) => {
        let batch: TransactionDraft[] = [];
        for await (const draft of drafts) {
          if (batch.push(draft) < IMPORT_BATCH) continue;
          await record(sql, batch);
          batch = [];
        }
        if (batch.length > 0) await record(sql, batch);
      },
      'write',
    );
    counts.committed();
    return { recorded: recordedCount, replayed: replayedCount, refused: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { recorded: 0, replayed: 0, refused: { index: error.index, error: error.refusal } };
  }
}

function ownerUrl({ ownerUrl: url }: LedgerOptions): string {
  if (url === undefined) throw new Error('this needs the URL of the owner of the database');
  return url;
}
