import type { OperationContext } from '#gateway/execution/caller-context.ts';
import type { RevocationList } from '#gateway/access/revocation-list.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { authorizationFingerprint, type Principal } from '#shared/platform/principal.ts';
import type { EventStream } from './event-stream.ts';
import { deliveries, measuredHydration, subscribers } from './metrics.ts';
import { Batch, Payload, type Groups, type PayloadParts } from './groups.ts';
import type { EventPayload, Position } from './payload.ts';
import type { Planned, PlannedOperation, Planner } from './planned.ts';
import type { Source, State } from './sources.ts';
import type { Chunk } from './tail.ts';

/** Where payloads are written to. */
export interface PayloadSink {
  /** Writes payloads at once. Answers a promise when their reader has to be waited for before the next. */
  write(batch: Batch): Promise<void> | undefined;
}

/** How a subscriber keeps up; whoever owns its connection judges by it. */
export interface Pace {
  /** Moment (`performance.now()`) since which the subscriber has been waited for. */
  readonly waitingSince: number | undefined;
  /** More events came meanwhile than are kept for it. */
  readonly overflowed: boolean;
  /** Of the last payload that was written. */
  readonly lastCursor: string;
}

export interface SubscriptionRequest extends PlannedOperation {
  readonly context: OperationContext;
  /** Where to go on, when that is told besides the operation; it goes before an argument of its own. */
  readonly resumeAfter?: string | undefined;
  /** Ends the subscription. */
  readonly signal: AbortSignal;
}

/** What all subscriptions share. */
export interface Surroundings {
  readonly planner: Planner;
  readonly groups: Groups;
  readonly revocations: Pick<RevocationList, 'isRevoked'>;
  /** Remembers work under way. */
  readonly tracked: <T>(work: Promise<T>) => Promise<T>;
}

/** Payloads completed by one run of the plan. */
const PAYLOADS_AT_ONCE = 250;

/** One subscription, from its first payload to its end. */
export class RunningSubscription {
  readonly #shared: Surroundings;
  readonly #request: SubscriptionRequest;
  readonly #source: Source;
  readonly #stream: EventStream;
  readonly #subscriber: Principal;
  readonly #start: Position;
  readonly #delivered: ReturnType<(typeof deliveries)['of']>;
  #planned: Planned;
  /** Which group it belongs to, reckoned again when its rights or the supergraph change. */
  #group: { readonly of: Principal; readonly planned: Planned; readonly key: string } | undefined;
  #lastCursor: string | undefined;
  #waitingSince: number | undefined;
  #isDelivering = false;
  #drained: (() => void) | undefined;

  constructor(
    shared: Surroundings,
    request: SubscriptionRequest,
    source: Source,
    stream: EventStream,
    planned: Planned,
    subscriber: Principal,
    start: Position,
  ) {
    this.#shared = shared;
    this.#request = request;
    this.#source = source;
    this.#stream = stream;
    this.#planned = planned;
    this.#subscriber = subscriber;
    this.#start = start;
    this.#delivered = deliveries.of(planned.selection.field);
    const running = subscribers.of(planned.selection.field);
    if (request.signal.aborted) return;
    running.add(1);
    request.signal.addEventListener('abort', () => running.add(-1), { once: true });
  }

  pace(): Pace {
    return {
      waitingSince: this.#waitingSince,
      overflowed: this.#stream.overflowed,
      lastCursor: this.#lastCursor ?? this.#start.cursor,
    };
  }

  /** Cursor of the last payload that was written; none before the first. */
  get lastCursor(): string | undefined {
    return this.#lastCursor;
  }

  /** Writes every payload until the signal aborts. Rejects with what ends the subscription before. */
  async deliver(sink: PayloadSink): Promise<void> {
    const { signal } = this.#request;
    this.#isDelivering = true;
    try {
      await this.#deliverState(sink);
      let { within } = this.#start;
      while (!signal.aborted) {
        const chunk = await this.#stream.take();
        if (chunk === undefined) break;
        await this.#deliverChunk(chunk, within, sink);
        within = undefined;
      }
    } finally {
      this.#isDelivering = false;
      this.#drained?.();
    }
    // Drained, but not at its end: whoever drains it tells the subscriber in which way it goes on.
    if (!signal.aborted) {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    }
  }

  /** Writes what has come already and takes no more. Resolves when that is written. */
  drain(): Promise<void> {
    this.#stream.finish();
    if (!this.#isDelivering) return Promise.resolve();
    return new Promise((resolve) => (this.#drained = resolve));
  }

  #wantsSnapshot(): boolean {
    const { after, wantsSnapshot } = this.#planned;
    const isNew = after === undefined && this.#request.resumeAfter === undefined;
    return wantsSnapshot && (isNew || this.#start.snapshotUpTo !== undefined);
  }

  async #deliverState(sink: PayloadSink): Promise<void> {
    if (!this.#wantsSnapshot()) return;
    const { selection } = this.#planned;
    const state = await this.#source.state?.(this.#subscriber.companyId, this.#start, selection);
    if (state === undefined) return;
    const key = `${this.#groupKey()}|${this.#start.snapshotUpTo ?? ''}`;
    await this.#write(await this.#shared.groups.share(key, state.source, () => this.#begin(state)), sink);
  }

  #begin({ payloads }: State): Promise<PayloadParts> {
    return Promise.resolve(this.#parts(payloads()));
  }

  async #deliverChunk(chunk: Chunk, within: Position['within'], sink: PayloadSink): Promise<void> {
    const { groups } = this.#shared;
    const group = this.#groupKey();
    const key = within === undefined ? group : `${group}|${within.seq}.${within.index}`;
    await this.#write(await groups.share(key, chunk, () => this.#expand(chunk, within)), sink);
  }

  async #expand(chunk: Chunk, within: Position['within']): Promise<PayloadParts> {
    const { companyId } = this.#subscriber;
    return this.#parts(await this.#source.payloads(companyId, chunk, this.#planned.selection, within));
  }

  async #write(parts: PayloadParts, sink: PayloadSink): Promise<void> {
    const { signal } = this.#request;
    for (let index = 0; index < parts.count; index += 1) {
      if (signal.aborted) return;
      if (index > 0) this.#groupKey();
      for (const batch of await parts.part(index)) {
        if (signal.aborted) return;
        const taken = sink.write(batch);
        this.#delivered.add(batch.payloads.length);
        this.#lastCursor = batch.cursor;
        if (taken === undefined) continue;
        this.#waitingSince = performance.now();
        await taken;
        this.#waitingSince = undefined;
      }
    }
  }

  /** The group by the rights and the supergraph of the moment. Refuses whoever has none any more. */
  #groupKey(): string {
    const { context } = this.#request;
    // The answer about a partner's key is renewed meanwhile, perhaps with other rights.
    const now = context.caller.principal ?? this.#subscriber;
    if (this.#shared.revocations.isRevoked(now)) throw revokedMeanwhile();
    const planned = this.#shared.planner.renewed(this.#planned, this.#request);
    if (this.#group?.of === now && this.#group.planned === planned) return this.#group.key;
    this.#planned = planned;
    const key = `${planned.key}|${authorizationFingerprint(now)}|${context.caller.language}`;
    this.#group = { of: now, planned, key };
    return key;
  }

  #parts(payloads: readonly EventPayload[]): PayloadParts {
    return {
      count: Math.ceil(payloads.length / PAYLOADS_AT_ONCE),
      part: (index) =>
        this.#hydrate(payloads.slice(index * PAYLOADS_AT_ONCE, (index + 1) * PAYLOADS_AT_ONCE)),
    };
  }

  async #hydrate(slice: readonly EventPayload[]): Promise<readonly Batch[]> {
    const { document, operation, queryHash, context } = this.#request;
    const { supergraph, plan, selection, variables } = this.#planned;
    const principal = context.caller.principal ?? this.#subscriber;
    // Rights are looked at again each time, before anything is fetched.
    const verdict = await supergraph.authorize({ document, operation, queryHash, variables, principal });
    if (verdict.kind !== 'allowed') throw new DomainError('FORBIDDEN', 'The right to this is gone.');
    const hydrated = await this.#shared.tracked(
      measuredHydration(slice.length, () => plan.run(selection.field, slice, variables, context)),
    );
    return Batch.split(hydrated.map((content, index) => new Payload(content, slice[index]?.cursor ?? '')));
  }
}

function revokedMeanwhile(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The rights that this was issued for have been withdrawn.', {
    reason: 'REVOKED',
  });
}
