import { randomBytes, randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '#db/client.ts';
import { sealingBy } from '#shared/platform/sealing.ts';
import type { Logger } from '#shared/platform/log.ts';
import { Connections, type Credentials } from '#tax/rs-ge/connections.ts';
import {
  requestSubmission,
  type RsGeSubmissionRequestedData,
  type SubmittedDocument,
} from '#tax/rs-ge/events.ts';
import { createOutbox, type Outbox, type OutboxOptions } from '#tax/rs-ge/outbox/worker.ts';
import { createTaxWriter, type TaxWriter } from '#tax/writer.ts';
import { BUYER, sale, SELLER } from './parties.ts';
import type { Simulator } from './simulator.ts';

/** Times of the outbox as short as its tests can be, in the proportions of the real ones. */
export const QUICK = {
  timeoutMs: 250,
  settleMs: 500,
  retryMs: 40,
  longestRetryMs: 500,
  maxAttempts: 12,
} as const;

export const SECRET_HEX = randomBytes(32).toString('hex');

export interface WorldOptions {
  readonly databaseUrl: string;
  readonly simulator: Pick<Simulator, 'eapiUrl' | 'ntosUrl'>;
  readonly secretHex: string;
  readonly paceMs: number;
  readonly log: Logger;
}

/** The parts that the outbox stands on, over a database and a simulator. */
export interface World {
  readonly database: Database;
  readonly writer: TaxWriter;
  readonly connections: Connections;
  outbox(options?: Partial<OutboxOptions>): Outbox;
  close(): Promise<void>;
}

export function openWorld({ databaseUrl, simulator, secretHex, paceMs, log }: WorldOptions): World {
  const database = openDatabase(databaseUrl, { name: 'davtari rs-ge test', log, max: 6 });
  const writer = createTaxWriter(database);
  const connections = new Connections(database, sealingBy(Buffer.from(secretHex, 'hex'), 'rs-ge'), {
    eapiUrl: simulator.eapiUrl,
    ntosUrl: simulator.ntosUrl,
    timeoutMs: QUICK.timeoutMs,
    paceMs,
    breaker: { openMs: 300 },
  });
  return {
    database,
    writer,
    connections,
    outbox: (options = {}) =>
      createOutbox({
        database,
        writer,
        connections,
        log,
        settings: QUICK,
        pollMs: 50,
        followMs: 200,
        leaseMs: 1_200,
        ...options,
      }),
    async close() {
      await connections.close();
      await writer.writePath.drain();
      await database.close();
    },
  };
}

export const SIGN_IN = {
  EAPI: { channel: 'EAPI', userName: SELLER.userName, password: SELLER.password },
  NTOS: {
    channel: 'NTOS',
    serviceUser: SELLER.serviceUser,
    servicePassword: SELLER.servicePassword,
    tin: SELLER.tin,
  },
} as const satisfies Record<string, Credentials>;

/** A document as its owner submits it. */
export function submitted(given: Partial<SubmittedDocument> = {}): SubmittedDocument {
  const { reference: _reference, ...document } = sale('');
  return { ...document, buyerTin: BUYER.tin, corrects: null, advances: [], ...given };
}

/** Asks for something in the log of tax, as the owner of a document does. */
export async function ask(
  { writer }: Pick<World, 'writer'>,
  companyId: string,
  given: Partial<RsGeSubmissionRequestedData> & Pick<RsGeSubmissionRequestedData, 'operations'>,
  attempt = 1,
): Promise<string> {
  const documentId = given.documentId ?? randomUUID();
  const data = { documentId, documentType: 'TestDocument', document: null, ...given };
  await writer.writePath.execute({
    companyId,
    userId: randomUUID(),
    operation: 'askRsGe',
    input: {},
    decide: () => ({ events: [requestSubmission(companyId, data, attempt)], result: {} }),
  });
  return documentId;
}

/** Asks for a sale to be registered. Answers its id. */
export function issue(
  world: Pick<World, 'writer'>,
  companyId: string,
  document: Partial<SubmittedDocument> = {},
): Promise<string> {
  return ask(world, companyId, { operations: ['SAVE', 'ACTIVATE'], document: submitted(document) });
}

export interface DocumentRow {
  readonly documentId: string;
  readonly state: string;
  readonly number: string | null;
  readonly registeredAt: string | null;
  readonly rsGeId: string | null;
  readonly refusalCode: string | null;
}

export function documentsOf(
  { database }: Pick<World, 'database'>,
  companyId: string,
): Promise<DocumentRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<DocumentRow[]>`
      select document_id as "documentId", state, number, registered_at as "registeredAt", rs_ge_id as "rsGeId",
        refusal_code as "refusalCode"
      from tax.rs_ge_documents where company_id = ${companyId}`,
  );
}

export interface SubmissionRow {
  readonly id: string;
  readonly documentId: string;
  readonly operation: string;
  readonly state: string;
  readonly attempts: number;
  readonly errorKind: string | null;
  readonly errorCode: string | null;
}

export function submissionsOf(
  { database }: Pick<World, 'database'>,
  companyId: string,
): Promise<SubmissionRow[]> {
  return database.withCompany(
    companyId,
    (sql) => sql<SubmissionRow[]>`
      select id, document_id as "documentId", operation, state, attempts, error_kind as "errorKind",
        error_code as "errorCode"
      from tax.rs_ge_submissions where company_id = ${companyId} order by position`,
  );
}
