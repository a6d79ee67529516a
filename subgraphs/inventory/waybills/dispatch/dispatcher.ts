import { randomUUID } from 'node:crypto';
import { createDoorbell } from '#db/doorbell.ts';
import { LeaseLost } from '#db/lease.ts';
import { isTransient } from '#db/transient.ts';
import type { Database } from '#db/client.ts';
import type { Logger } from '#shared/platform/log.ts';
import { RsGeFailure } from '#shared/rs-ge/failure.ts';
import { withGuard } from '#shared/rs-ge/guard.ts';
import { SCHEMA } from '../../schema.ts';
import type { InventoryWriter } from '../../writer.ts';
import { tellWaybill } from '../commands.ts';
import type { WaybillConnections } from '../connections.ts';
import type { WaybillAuthority } from '../rs-ge/remote.ts';
import { followIssued, lastDays, receive } from './follow.ts';
import { advance, DISPATCH_SETTINGS, type DispatchSettings } from './steps.ts';
import { CallStore, type DueCall } from './store.ts';

export interface DispatcherOptions {
  readonly database: Database;
  readonly writer: InventoryWriter;
  readonly connections: WaybillConnections;
  readonly log: Logger;
  readonly settings?: Partial<DispatchSettings>;
  /** Looks for due work this often even if nothing rings. */
  readonly pollMs?: number;
  /** Looks this often what others did at RS.ge. */
  readonly followMs?: number;
  /** A process that says nothing for so long has lost its companies to others; longer than two calls take. */
  readonly leaseMs?: number;
}

export interface Dispatcher {
  /** Looks at once. */
  wake(): void;
  /** Finishes the call under way and stops. */
  close(): Promise<void>;
}

const BATCH = 50;
const LEASE_MARGIN_MILLISECONDS = 250;
const POLL_MILLISECONDS = 5_000;
const FOLLOW_MILLISECONDS = 10 * 60_000;

/**
 * Calls RS.ge for waybills that wait for it, company by company: one process at a time for each, any number of processes
 * in all. May be killed between any two lines; see `advance`.
 */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { database, writer, connections, log } = options;
  const { pollMs = POLL_MILLISECONDS, followMs = FOLLOW_MILLISECONDS } = options;
  const settings: DispatchSettings = { ...DISPATCH_SETTINGS, ...options.settings };
  const leaseMs = options.leaseMs ?? settings.timeoutMs * 4;
  const holder = randomUUID();
  const closing = new AbortController();
  const doorbell = createDoorbell(database, `${SCHEMA}_events`, log);
  const watch = doorbell.watch();
  const serving = new Map<string, Promise<void>>();
  const ended = run();

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        const due = await database.sql<{ id: string }[]>`
          /* waybillCompanies */ select id from inventory.waybills_due(${followMs / 1_000}) as id`;
        for (const { id } of due) {
          if (serving.has(id)) continue;
          serving.set(
            id,
            serve(id).finally(() => serving.delete(id)),
          );
        }
      } catch (err) {
        if (!closing.signal.aborted) log.warn({ event: 'waybills.blind', err });
      }
      await watch.wait(closing.signal, pollMs);
    }
    await Promise.all(serving.values());
  }

  /** Does all that is due for one company. */
  async function serve(companyId: string): Promise<void> {
    const store = new CallStore(database, companyId, holder, leaseMs);
    let isOurs = false;
    try {
      isOurs = await store.take(settings.settleMs);
      if (!isOurs) return;
      const authority = await connections.of(companyId);
      // A call is sent only while the lease outlasts it: nobody else calls for this company meanwhile.
      if (authority !== undefined)
        await withGuard(
          () => store.hold(settings.timeoutMs + LEASE_MARGIN_MILLISECONDS),
          () => work(store, authority),
        );
    } catch (err) {
      // Whatever was in the middle stays SENDING and is asked about by whoever takes the company next.
      if (!closing.signal.aborted || !(err instanceof LeaseLost))
        log.warn({ event: 'waybills.interrupted', companyId, err });
    } finally {
      if (isOurs)
        await store
          .release()
          .catch((err: unknown) => log.warn({ event: 'waybills.unreleased', companyId, err }));
    }
  }

  async function work(store: CallStore, authority: WaybillAuthority): Promise<void> {
    for (;;) {
      const due = await store.due(BATCH);
      if (due.length === 0) break;
      for (const one of due) {
        if (closing.signal.aborted) return;
        if (await stops(store, await step(store, authority, one))) return;
      }
    }
    if (closing.signal.aborted) return;
    const { companyId } = store;
    const followed = await store.toFollow(followMs);
    if (followed === null) return;
    try {
      await followIssued(writer, companyId, authority, followed);
      const actor = await whoConnected(companyId);
      if (actor !== null) await receive(writer, actor, authority, lastDays());
      await store.followed();
      await connections.told(companyId, 'CONNECTED', null);
    } catch (error) {
      if (!(error instanceof RsGeFailure)) throw error;
      await store.followed();
      await stops(store, error);
    }
  }

  async function step(
    store: CallStore,
    authority: WaybillAuthority,
    due: DueCall,
  ): Promise<RsGeFailure | null> {
    const { companyId } = store;
    const failure = await advance(
      {
        store,
        authority,
        settings,
        tell: ({ waybillId, callVersion, requestedBy }, fact) =>
          tellWaybill(
            writer,
            { companyId, userId: requestedBy },
            waybillId,
            `waybill call ${waybillId} ${callVersion} ${fact.type}`,
            fact,
          ),
      },
      due,
    ).catch((error: unknown) => defective(store, due, error));
    if (failure !== null)
      log.warn({
        event: 'waybills.failed',
        companyId,
        waybillId: due.waybillId,
        call: due.call,
        kind: failure.kind,
        code: failure.code,
      });
    return failure;
  }

  /** A defect of ours may have come before or after the sending. One waybill that we cannot handle stops no other. */
  async function defective(store: CallStore, due: DueCall, error: unknown): Promise<null> {
    if (error instanceof LeaseLost || isTransient(error)) throw error;
    log.error({
      event: 'waybills.defect',
      companyId: store.companyId,
      waybillId: due.waybillId,
      err: error,
    });
    await store.change(due, {
      phase: due.asked + 1 >= settings.maxAttempts ? 'STUCK' : 'UNKNOWN',
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

  /** What a failure means for the company's other waybills. Answers whether to leave them for later. */
  async function stops({ companyId }: CallStore, failure: RsGeFailure | null): Promise<boolean> {
    switch (failure?.kind) {
      case undefined:
      case 'REFUSED':
        await connections.told(companyId, 'CONNECTED', null);
        return false;
      case 'NOT_SIGNED_IN':
      case 'PIN_REQUIRED':
        await connections.told(companyId, 'REFUSED', failure.message);
        return true;
      case 'UNREACHABLE':
        await connections.told(companyId, 'UNREACHABLE', failure.message);
        // The others would fail in the same way; they keep their place.
        return failure.code === 'BREAKER_OPEN';
      case 'UNKNOWN_OUTCOME':
        await connections.told(companyId, 'CONNECTED', failure.message);
        return false;
    }
  }

  /** In whose name waybills are received that nobody asked for: of whoever gave the sign-in. */
  async function whoConnected(companyId: string): Promise<{ companyId: string; userId: string } | null> {
    const [row] = await database.withCompany(
      companyId,
      (sql) => sql<{ userId: string }[]>`
        /* waybillsConnectedBy */ select metadata ->> 'userId' as "userId" from inventory.event_store
        where company_id = ${companyId} and event_type = 'WaybillCredentialsChanged' order by seq desc limit 1`,
    );
    return row === undefined ? null : { companyId, userId: row.userId };
  }

  return {
    wake: () => {
      watch.ring();
    },
    async close() {
      closing.abort();
      await ended;
      watch.close();
      await doorbell.close();
    },
  };
}
