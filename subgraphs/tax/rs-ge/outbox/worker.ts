import { randomUUID } from 'node:crypto';
import { createConsumer } from '#db/feed.ts';
import { createDoorbell } from '#db/doorbell.ts';
import type { Database } from '#db/client.ts';
import { LeaseLost } from '#db/lease.ts';
import { isTransient } from '#db/transient.ts';
import type { Logger } from '#shared/platform/log.ts';
import { SCHEMA } from '../../schema.ts';
import type { TaxWriter } from '../../writer.ts';
import type { TaxAuthority } from '../authority.ts';
import { tellFact } from '../commands.ts';
import type { Connections } from '../connections.ts';
import { RsGeFailure } from '#shared/rs-ge/failure.ts';
import { withGuard } from '#shared/rs-ge/guard.ts';
import { fetchReceived } from '../received/fetch.ts';
import { ReceivedStore } from '../received/store.ts';
import { todayInGeorgia } from '../../calendar/today.ts';
import { followAnswers } from './follow.ts';
import { OUTBOX, OUTBOX_BELL, takeIn } from './intake.ts';
import { advance, DEFAULT_OUTBOX, type OutboxSettings, type StepOutcome } from './steps.ts';
import { OutboxStore, type Submission } from './store.ts';

export interface OutboxOptions {
  readonly database: Database;
  readonly writer: TaxWriter;
  readonly connections: Connections;
  readonly log: Logger;
  readonly settings?: Partial<OutboxSettings>;
  /** Looks for due work this often even if nothing rings. */
  readonly pollMs?: number;
  /** Looks for the answers of buyers this often. */
  readonly followMs?: number;
  /** Looks this often for what others issue, for companies that want it. */
  readonly receiveMs?: number;
  /** A process that says nothing for so long has lost its companies to others; longer than two calls take. */
  readonly leaseMs?: number;
}

export interface Outbox {
  /** Looks at once. */
  wake(): void;
  /** Finishes the call under way and stops. */
  close(): Promise<void>;
}

const BATCH = 50;
const LEASE_MARGIN_MILLISECONDS = 250;
const POLL_MILLISECONDS = 5_000;
const FOLLOW_MILLISECONDS = 10 * 60_000;
const RECEIVE_MILLISECONDS = 60 * 60_000;

/**
 * Sends what is in the outbox, company by company: one process at a time for each, any number of processes in all. May
 * be killed between any two lines; see `advance`. Filled by a consumer of tax's own log.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { database, writer, connections, log } = options;
  const {
    pollMs = POLL_MILLISECONDS,
    followMs = FOLLOW_MILLISECONDS,
    receiveMs = RECEIVE_MILLISECONDS,
  } = options;
  const settings: OutboxSettings = { ...DEFAULT_OUTBOX, ...options.settings };
  const leaseMs = options.leaseMs ?? settings.timeoutMs * 4;
  const worker = randomUUID();
  const closing = new AbortController();
  const doorbell = createDoorbell(database, OUTBOX_BELL, log);
  const watch = doorbell.watch();
  const serving = new Map<string, Promise<void>>();

  const intake = createConsumer({
    database,
    schema: SCHEMA,
    name: OUTBOX,
    handle: async (sql, companyId, events) => {
      await takeIn(sql, companyId, events);
    },
    log,
  });
  const ended = run();

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        const due = await database.sql<{ id: string }[]>`
          /* rsGeCompanies */ select id from tax.rs_ge_due(${followMs / 1_000}, ${receiveMs / 1_000}) as id`;
        for (const { id } of due) {
          if (serving.has(id)) continue;
          serving.set(
            id,
            serve(id).finally(() => serving.delete(id)),
          );
        }
      } catch (err) {
        if (!closing.signal.aborted) log.warn({ event: 'rs_ge.blind', err });
      }
      await watch.wait(closing.signal, pollMs);
    }
    await Promise.all(serving.values());
  }

  /** Does all that is due for one company. */
  async function serve(companyId: string): Promise<void> {
    const store = new OutboxStore(database, companyId, worker, leaseMs);
    let isOurs = false;
    try {
      isOurs = await store.take(settings.settleMs);
      if (!isOurs) return;
      const authority = await connections.of(companyId);
      // A call is sent only while the lease outlasts it: nobody else sends for this company meanwhile.
      if (authority !== undefined)
        await withGuard(
          () => store.hold(settings.timeoutMs + LEASE_MARGIN_MILLISECONDS),
          () => work(store, authority),
        );
    } catch (err) {
      // Whatever was in the middle stays SENDING and is asked about by whoever takes the company next.
      if (!closing.signal.aborted || !(err instanceof LeaseLost))
        log.warn({ event: 'rs_ge.interrupted', companyId, err });
    } finally {
      if (isOurs)
        await store
          .release()
          .catch((err: unknown) => log.warn({ event: 'rs_ge.unreleased', companyId, err }));
    }
  }

  async function work(store: OutboxStore, authority: TaxAuthority): Promise<void> {
    for (;;) {
      const due = await store.due(BATCH);
      for (const submission of due) {
        if (closing.signal.aborted) return;
        const outcome = await step(store, authority, submission);
        if (await stops(store, outcome)) return;
      }
      if (due.length > 0) continue;
      // What is to be sent goes first; what others have sent comes in turns between.
      const { failure, isAnswered, isMore } = await fetchReceived({
        store: new ReceivedStore(database, store.companyId),
        writer,
        authority,
        everyMs: receiveMs,
        retryMs: settings.retryMs,
        longestRetryMs: settings.longestRetryMs,
        isClosing: () => closing.signal.aborted,
        today: todayInGeorgia(),
      });
      if ((failure !== null || isAnswered) && (await stops(store, failure))) return;
      if (!isMore) break;
    }
    if (closing.signal.aborted) return;
    try {
      await followAnswers({
        store,
        authority,
        everyMs: followMs,
        now,
        tell: (document, fact) =>
          tellFact(
            writer,
            { companyId: store.companyId, userId: document.requestedBy },
            `rs-ge answer ${document.documentId} ${document.rsGeId} ${fact.type}`,
            fact,
          ),
      });
    } catch (error) {
      if (!(error instanceof RsGeFailure)) throw error;
      await stops(store, error);
    }
  }

  async function step(
    store: OutboxStore,
    authority: TaxAuthority,
    submission: Submission,
  ): Promise<StepOutcome> {
    const { companyId } = store;
    const outcome = await advance(
      {
        store,
        authority,
        settings,
        now,
        tell: (about, fact) =>
          tellFact(writer, { companyId, userId: about.requestedBy }, `rs-ge ${about.id} ${fact.type}`, fact),
      },
      submission,
    ).catch((error: unknown) => defective(store, submission, error));
    if (outcome !== null)
      log.warn({
        event: 'rs_ge.failed',
        companyId,
        submissionId: submission.id,
        operation: submission.operation,
        kind: outcome.kind,
        code: outcome.code,
      });
    return outcome;
  }

  /** A defect of ours may have come before or after the sending. One document that we cannot handle stops no other. */
  async function defective(store: OutboxStore, submission: Submission, error: unknown): Promise<null> {
    if (error instanceof LeaseLost || isTransient(error)) throw error;
    log.error({
      event: 'rs_ge.defect',
      companyId: store.companyId,
      submissionId: submission.id,
      err: error,
    });
    await store.change(submission.id, {
      state: submission.asked + 1 >= settings.maxAttempts ? 'DEAD' : 'UNKNOWN',
      countsAsking: true,
      inMs: settings.settleMs,
      failure: {
        kind: 'UNKNOWN_OUTCOME',
        code: 'DEFECT',
        message: 'a defect of ours; the log has the details',
      },
    });
    return null;
  }

  /** What a failure means for the company's other documents. Answers whether to leave them for later. */
  async function stops(store: OutboxStore, failure: StepOutcome): Promise<boolean> {
    switch (failure?.kind) {
      case undefined:
      case 'REFUSED':
        await store.connection('CONNECTED', null);
        return false;
      case 'NOT_SIGNED_IN':
        await store.connection('REFUSED', failure.message);
        return true;
      case 'PIN_REQUIRED':
        await store.connection('PIN_REQUIRED', failure.message);
        return true;
      case 'UNREACHABLE':
        await store.connection('UNREACHABLE', failure.message);
        // The others would fail in the same way; they keep their place.
        return failure.code === 'BREAKER_OPEN';
      case 'UNKNOWN_OUTCOME':
        await store.connection('CONNECTED', failure.message);
        return false;
    }
  }

  return {
    wake: () => {
      watch.ring();
    },
    async close() {
      closing.abort();
      await intake.close();
      await ended;
      watch.close();
      await doorbell.close();
    },
  };
}

function now(): string {
  return new Date().toISOString();
}
