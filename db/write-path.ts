import { createHash } from 'node:crypto';
import { unreachable, type Decision, type NewEvent } from '#shared/domain/decider.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { BATCHES, processMetrics, SECONDS } from '#shared/platform/metrics.ts';
import { tracing, type KeptSpan } from '#shared/platform/tracing.ts';
import { ROW_END, textRow } from './text-rows.ts';
import {
  postgresError,
  toDomainError,
  type ConstraintTable,
  type Database,
  type TransactionSql,
} from './client.ts';

/**
 * The one way to write. Commands wait in a queue; whenever a flush may start, all that have gathered are decided
 * on and appended by one statement, so the busier the ledger the cheaper a command. A lone command waits for
 * nothing but its own round trip.
 *
 *   1. take commands from the queue that do not disturb each other
 *   2. facts of their companies, cached and proven fresh by the append
 *   3. decide, purely
 *   4. append: heads locked, keys looked up, events chained, projections changed, one transaction
 *   5. answer each command; those whose facts had moved go round again
 */
export interface Command<Facts, Result> {
  readonly companyId: string;
  /** Scope of the idempotency key. */
  readonly operation: string;
  readonly userId: string;
  readonly idempotencyKey?: string | null | undefined;
  /** What the key stands for; hashed and compared when the key comes again. */
  readonly input: unknown;
  /** Ids of existing aggregates that the decision rests on: such commands do not share a flush. */
  readonly aggregates?: readonly string[];
  /** True when the command changes the facts that others decide by; it flushes alone in its company. */
  readonly changesFacts?: boolean;
  /** Loads what the decision needs besides the facts, outside of any lock; called again after a conflict. */
  readonly prepare?: () => Promise<void>;
  /** Pure. Throws `DomainError` to refuse. */
  decide(facts: Facts): Decision<Result>;
}

export interface Receipt<Result> {
  readonly result: Result;
  /** True when the idempotency key was known: nothing was written, `result` is the first answer. */
  readonly replayed: boolean;
  /** What was appended; empty when replayed. */
  readonly events: readonly NewEvent[];
  readonly publishedSeq: number | null;
  readonly documentSeries: string | null;
  readonly documentNumber: number | null;
  readonly recordedAt: string | null;
}

export type Settled<Result> = { readonly receipt: Receipt<Result> } | { readonly error: unknown };

/** Facts as they were when the log of reference data stood at `referenceSeq`. */
export interface VersionedFacts {
  readonly referenceSeq: number;
}

export interface WritePathOptions<Facts extends VersionedFacts> {
  readonly database: Database;
  /** PostgreSQL schema of the subgraph. */
  readonly schema: string;
  loadFacts(companyId: string): Promise<Facts>;
  /** The facts as they are for a user at this moment; the same for everybody without it. */
  readonly factsFor?: (facts: Facts, userId: string) => Facts;
  /** What the projection is told of the events besides themselves, as `project` of the schema reads it. */
  readonly projectionRows?: (events: readonly NewEvent[]) => string | null;
  /** Told of the events of each command once they are committed. */
  readonly onAppended?: (events: readonly NewEvent[]) => void;
  /** Constraint name → the refusal it stands for. */
  readonly constraints?: ConstraintTable;
  /** Flushes under way at once. */
  readonly inFlight?: number;
  readonly maxBatch?: number;
  /** Companies whose facts are kept. */
  readonly maxCachedFacts?: number;
}

interface Waiting<Facts> {
  readonly command: Command<Facts, unknown>;
  readonly inputHash: string;
  readonly settle: (outcome: Settled<unknown>) => void;
  attempts: number;
  /** The span that waits for it. */
  readonly span?: KeptSpan | undefined;
}

interface Decided<Facts> {
  readonly waiting: Waiting<Facts>;
  readonly decision: Decision<unknown>;
  readonly facts: Facts;
}

interface Row {
  item: number;
  verdict: 'appended' | 'replayed' | 'reused' | 'stale' | 'conflict';
  result: unknown;
  published_seq: number | null;
  document_series: string | null;
  document_number: number | null;
  recorded_at: string | null;
}

const MAX_ATTEMPTS = 8;

const flushSizes = processMetrics.distribution(
  'davtari_write_batch_commands',
  'Commands that one flush of the write path carried.',
  BATCHES,
  ['schema'],
);
const flushTimes = processMetrics.distribution(
  'davtari_write_flush_seconds',
  'Time from a flush being taken from the queue until its last command was answered or sent round again.',
  SECONDS,
  ['schema'],
);
const retries = processMetrics.tally(
  'davtari_write_retries_total',
  'Commands that went round again: facts were stale, or an aggregate had moved (conflict).',
  ['schema', 'reason'],
);
const givenUp = processMetrics.tally(
  'davtari_write_conflicts_total',
  'Commands that were given up after going round too often.',
  ['schema'],
);

export class WritePath<Facts extends VersionedFacts> {
  readonly #options: WritePathOptions<Facts>;
  readonly #append: string;
  readonly #projectionRows: (events: readonly NewEvent[]) => string | null;
  readonly #inFlight: number;
  readonly #maxBatch: number;
  readonly #facts = new Map<string, Promise<Facts>>();
  /** Companies of the flushes under way, each with what the flushes on it are. */
  readonly #busy = new Map<string, { flushes: number; changesFacts: boolean }>();
  #queue: Waiting<Facts>[] = [];
  #running = 0;
  #isScheduled = false;
  #idle: (() => void)[] = [];
  readonly #counted: ReturnType<typeof countedIn>;

  constructor(options: WritePathOptions<Facts>) {
    this.#options = options;
    this.#append = `/* append */ select * from ${options.schema}.append($1::text, $2::text, $3::text)`;
    this.#projectionRows = options.projectionRows ?? (() => null);
    this.#inFlight = options.inFlight ?? 2;
    this.#maxBatch = options.maxBatch ?? 256;
    this.#counted = countedIn(options.schema);
  }

  /** Carries out one command. Rejects with its `DomainError` when it is refused. */
  async execute<Result>(command: Command<Facts, Result>): Promise<Receipt<Result>> {
    const outcome = await this.settle(command);
    if ('error' in outcome) throw outcome.error;
    return outcome.receipt;
  }

  /** Carries out one command and answers its outcome as a value; for batches of independent commands. */
  settle<Result>(command: Command<Facts, Result>): Promise<Settled<Result>> {
    const waiting = (): Promise<Settled<Result>> => this.#settle(command);
    const tracer = tracing();
    return tracer === undefined ? waiting() : tracer.within({ name: `write ${command.operation}` }, waiting);
  }

  #settle<Result>(command: Command<Facts, Result>): Promise<Settled<Result>> {
    return new Promise((resolve) => {
      this.#enqueue({
        command,
        inputHash: hashInput(command),
        // The queue holds commands of all kinds; each is settled with the result of its own decision.
        settle: resolve as (outcome: Settled<unknown>) => void,
        attempts: 0,
        span: tracing()?.keep(),
      });
    });
  }

  /**
   * Carries out commands within a transaction of the caller's, in order, stopping at the first refusal. The
   * transaction holds the company's lock until it ends: for imports that are all or nothing.
   */
  async executeWithin<Result>(
    sql: TransactionSql,
    commands: readonly Command<Facts, Result>[],
  ): Promise<{ receipts: Receipt<Result>[]; refused: { index: number; error: unknown } | null }> {
    const receipts = new Array<Receipt<Result>>(commands.length);
    let refused: { index: number; error: unknown } | null = null;
    const batch = commands.map((command, index): Waiting<Facts> => ({
      command,
      inputHash: hashInput(command),
      settle: (outcome) => {
        if ('receipt' in outcome) receipts[index] = outcome.receipt as Receipt<Result>;
        else if (refused === null || index < refused.index) refused = { index, error: outcome.error };
      },
      attempts: 0,
    }));
    for (const { prepare } of commands) await prepare?.();
    const decided = await this.#decide(batch);
    if (refused !== null || decided.length === 0) return { receipts, refused };
    const rows = await sql.unsafe<Row[]>(this.#append, encode(decided, this.#projectionRows));
    const again = this.#answer(decided, rows);
    // Before the first append the facts may be old; afterwards the company is locked and nothing can move.
    if (again.length > 0) return this.executeWithin(sql, commands);
    return { receipts, refused };
  }

  /** Resolves when nothing waits and nothing runs. */
  async drain(): Promise<void> {
    if (this.#running === 0 && this.#queue.length === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Loads what the command needs, outside of any lock, and puts it in the queue. */
  #enqueue(waiting: Waiting<Facts>): void {
    const { prepare } = waiting.command;
    if (prepare === undefined) {
      this.#queue.push(waiting);
      this.#schedule();
      return;
    }
    prepare().then(
      () => {
        this.#queue.push(waiting);
        this.#schedule();
      },
      (error: unknown) => {
        waiting.settle({ error: toDomainError(error) });
      },
    );
  }

  #schedule(): void {
    if (this.#isScheduled || this.#running >= this.#inFlight) return;
    this.#isScheduled = true;
    // Everything that arrives in this turn of the event loop goes into one flush.
    setImmediate(() => {
      this.#isScheduled = false;
      while (this.#running < this.#inFlight && this.#queue.length > 0) {
        const batch = this.#take();
        // Everything waits for a flush under way, which will look again when it ends.
        if (batch.length === 0) break;
        const release = this.#occupy(batch);
        this.#running++;
        const began = performance.now();
        this.#counted.batch.observe(batch.length);
        void this.#flushTraced(batch).finally(() => {
          this.#counted.flush.observe((performance.now() - began) / 1000);
          this.#running--;
          release();
          if (this.#queue.length > 0) this.#schedule();
          else if (this.#running === 0) for (const wake of this.#idle.splice(0)) wake();
        });
      }
    });
  }

  /** Marks the companies of a batch as busy. Answers what undoes it. */
  #occupy(batch: readonly Waiting<Facts>[]): () => void {
    const companies = new Map<string, boolean>();
    for (const { command } of batch) {
      companies.set(
        command.companyId,
        companies.get(command.companyId) === true || command.changesFacts === true,
      );
    }
    for (const [companyId, changesFacts] of companies) {
      const before = this.#busy.get(companyId);
      this.#busy.set(companyId, {
        flushes: (before?.flushes ?? 0) + 1,
        changesFacts: changesFacts || (before?.changesFacts ?? false),
      });
    }
    return () => {
      for (const companyId of companies.keys()) {
        const busy = this.#busy.get(companyId);
        if (busy !== undefined && busy.flushes > 1) busy.flushes--;
        else this.#busy.delete(companyId);
      }
    };
  }

  /**
   * Whether a company's commands had better wait for the flush under way, which holds its head's lock: they gather
   * meanwhile and go together. So many that they are worth a statement of their own are sent to queue at the lock,
   * unless what they rest on is being changed.
   */
  #shouldWait(companyId: string, waiting: number): boolean {
    const busy = this.#busy.get(companyId);
    return busy !== undefined && (busy.changesFacts || waiting * 2 < this.#maxBatch);
  }

  /**
   * Takes commands that may share a flush: no key, aggregate or company's facts twice, no company that should wait,
   * and no more than a fair share of the waiting companies, so that another flush may work beside this one.
   */
  #take(): Waiting<Facts>[] {
    const waitingByCompany = new Map<string, number>();
    for (const { command } of this.#queue) {
      waitingByCompany.set(command.companyId, (waitingByCompany.get(command.companyId) ?? 0) + 1);
    }
    for (const [companyId, waiting] of waitingByCompany) {
      if (this.#shouldWait(companyId, waiting)) waitingByCompany.delete(companyId);
    }
    const share = Math.ceil(waitingByCompany.size / (this.#inFlight - this.#running));
    const batch: Waiting<Facts>[] = [];
    const left: Waiting<Facts>[] = [];
    const claimed = new Set<string>();
    const sharing = new Set<string>();
    for (const waiting of this.#queue) {
      const { companyId, aggregates = [], changesFacts = false } = waiting.command;
      const claims = [...aggregates];
      const key = waiting.command.idempotencyKey;
      if (typeof key === 'string') claims.push(`${companyId} ${waiting.command.operation} ${key}`);
      const isBarred =
        batch.length >= this.#maxBatch ||
        !waitingByCompany.has(companyId) ||
        claimed.has(companyId) ||
        (sharing.size >= share && !sharing.has(companyId)) ||
        (changesFacts && sharing.has(companyId)) ||
        claims.some((claim) => claimed.has(claim));
      if (isBarred) {
        left.push(waiting);
        // Commands of one company that change its facts keep their place in the queue.
        if (changesFacts) claimed.add(companyId);
        continue;
      }
      batch.push(waiting);
      for (const claim of claims) claimed.add(claim);
      sharing.add(companyId);
      if (changesFacts) claimed.add(companyId);
    }
    this.#queue = left;
    return batch;
  }

  /** A flush is told as a part of the oldest command that it carries. */
  #flushTraced(batch: readonly Waiting<Facts>[]): Promise<void> {
    const tracer = tracing();
    if (tracer === undefined) return this.#flush(batch);
    const start = { name: 'flush', attributes: { 'davtari.commands': batch.length } };
    return tracer.resume(batch[0]?.span, () => tracer.within(start, () => this.#flush(batch)));
  }

  /** Steps 2 to 5. Whatever happens, every command of the batch is settled or goes round again. */
  async #flush(batch: readonly Waiting<Facts>[]): Promise<void> {
    const decided = await this.#decide(batch);
    if (decided.length === 0) return;
    let again: Waiting<Facts>[];
    try {
      const { sql } = this.#options.database;
      const rows = await sql.unsafe<Row[]>(this.#append, encode(decided, this.#projectionRows), {
        prepare: true,
      });
      again = this.#answer(decided, rows, this.#options.onAppended);
    } catch (error) {
      again = await this.#isolate(
        decided.map(({ waiting }) => waiting),
        error,
      );
    }
    for (const waiting of again) this.#enqueue(waiting);
  }

  async #decide(batch: readonly Waiting<Facts>[], attempt = 1): Promise<Decided<Facts>[]> {
    const companies = [...new Set(batch.map(({ command }) => command.companyId))];
    const loaded = await Promise.allSettled(companies.map((companyId) => this.#factsOf(companyId)));
    const factsByCompany = new Map(companies.map((companyId, index) => [companyId, loaded[index]]));
    const decided: Decided<Facts>[] = [];
    const refused: { waiting: Waiting<Facts>; error: unknown; facts?: Facts }[] = [];
    for (const waiting of batch) {
      const facts = factsByCompany.get(waiting.command.companyId);
      if (facts?.status !== 'fulfilled') {
        refused.push({ waiting, error: toDomainError(facts?.reason) });
        continue;
      }
      try {
        const { command } = waiting;
        const known = this.#options.factsFor?.(facts.value, command.userId) ?? facts.value;
        decided.push({ waiting, decision: command.decide(known), facts: facts.value });
      } catch (error) {
        refused.push({ waiting, error, facts: facts.value });
      }
    }
    // The append proves fresh what was accepted; a refusal must not rest on facts that others have changed.
    const moved = await Promise.all(
      [...new Map(refused.map(({ waiting, facts }) => [waiting.command.companyId, facts]))].map((known) =>
        this.#dropMovedFacts(...known),
      ),
    );
    if (moved.includes(true) && attempt < MAX_ATTEMPTS) return this.#decide(batch, attempt + 1);
    await Promise.all(refused.map(({ waiting, error }) => this.#refuse(waiting, error)));
    return decided;
  }

  /** Forgets the facts if the company's reference data has changed since they were read. Answers whether it had. */
  async #dropMovedFacts(companyId: string, facts: Facts | undefined): Promise<boolean> {
    if (facts === undefined) return false;
    try {
      const [head] = await this.#options.database.withCompany(
        companyId,
        (sql) => sql<{ reference_seq: number }[]>`
          /* factsMoved */ select reference_seq from ${sql(this.#options.schema)}.head where company_id = ${companyId}`,
      );
      if ((head?.reference_seq ?? 0) === facts.referenceSeq) return false;
    } catch {
      // Whether they are fresh cannot be told; deciding anew reads them, and reports the failure if it lasts.
    }
    this.#facts.delete(companyId);
    return true;
  }

  /** Settles each command by its verdict. Answers those that must go round again. */
  #answer(
    decided: readonly Decided<Facts>[],
    rows: readonly Row[],
    onAppended?: (events: readonly NewEvent[]) => void,
  ): Waiting<Facts>[] {
    const again: Waiting<Facts>[] = [];
    for (const row of rows) {
      const entry = decided[row.item - 1];
      if (entry === undefined) throw new Error(`append answered item ${row.item}, which was not asked`);
      const { waiting, decision } = entry;
      const { companyId, changesFacts = false } = waiting.command;
      switch (row.verdict) {
        case 'appended':
          if (changesFacts) this.#facts.delete(companyId);
          onAppended?.(decision.events);
          waiting.settle({
            receipt: {
              result: decision.result,
              replayed: false,
              events: decision.events,
              publishedSeq: row.published_seq,
              documentSeries: row.document_series,
              documentNumber: row.document_number,
              recordedAt: row.recorded_at,
            },
          });
          break;
        case 'replayed':
          waiting.settle(replay(row.result));
          break;
        case 'reused':
          waiting.settle({ error: keyReused(waiting.command) });
          break;
        case 'stale':
          this.#facts.delete(companyId);
          again.push(...this.#retry(waiting, 'stale'));
          break;
        case 'conflict':
          again.push(...this.#retry(waiting, 'conflict'));
          break;
        default:
          unreachable(row.verdict);
      }
    }
    return again;
  }

  #retry(waiting: Waiting<Facts>, reason: 'stale' | 'conflict'): Waiting<Facts>[] {
    this.#counted[reason].add();
    if (++waiting.attempts < MAX_ATTEMPTS) return [waiting];
    this.#counted.givenUp.add();
    waiting.settle({ error: new DomainError('CONFLICT', 'others keep changing the same thing; try again') });
    return [];
  }

  /** An unexpected error fails its culprit only: halves are tried apart until it stands alone. */
  async #isolate(batch: readonly Waiting<Facts>[], error: unknown): Promise<Waiting<Facts>[]> {
    const fault = postgresError(error);
    const refusal = toDomainError(error, this.#options.constraints);
    const [only] = batch;
    if (batch.length === 1 && only !== undefined && fault !== undefined) {
      if (fault.constraint_name === 'event_store_aggregate_version') return this.#retry(only, 'conflict');
      only.settle({ error: refusal });
      return [];
    }
    // Without an answer from the server nobody knows whether it committed; the key makes a repetition safe.
    if (fault === undefined || (refusal instanceof DomainError && refusal.code === 'SERVICE_UNAVAILABLE')) {
      for (const waiting of batch) waiting.settle({ error: refusal });
      return [];
    }
    const middle = batch.length >> 1;
    await this.#flush(batch.slice(0, middle));
    await this.#flush(batch.slice(middle));
    return [];
  }

  /** A refusal stands unless the key shows that the same input was accepted before. */
  async #refuse(waiting: Waiting<Facts>, error: unknown): Promise<void> {
    const { companyId, operation, idempotencyKey } = waiting.command;
    if (!(error instanceof DomainError) || typeof idempotencyKey !== 'string') {
      waiting.settle({ error });
      return;
    }
    try {
      const [known] = await this.#options.database.withCompany(
        companyId,
        (sql) => sql<{ input_hash: string; result: unknown }[]>`
          /* knownKey */ select input_hash, result from ${sql(this.#options.schema)}.idempotency_keys
          where company_id = ${companyId} and operation = ${operation} and key = ${idempotencyKey}`,
      );
      if (known === undefined) waiting.settle({ error });
      else if (known.input_hash === waiting.inputHash) waiting.settle(replay(known.result));
      else waiting.settle({ error: keyReused(waiting.command) });
    } catch (failure) {
      waiting.settle({ error: toDomainError(failure) });
    }
  }

  #factsOf(companyId: string): Promise<Facts> {
    const known = this.#facts.get(companyId);
    if (known !== undefined) return known;
    const facts = this.#options.loadFacts(companyId);
    this.#facts.set(companyId, facts);
    facts.catch(() => this.#facts.delete(companyId));
    // The oldest entry goes first: a map keeps the order of insertion.
    if (this.#facts.size > (this.#options.maxCachedFacts ?? 1_000)) {
      const [oldest] = this.#facts.keys();
      if (oldest !== undefined) this.#facts.delete(oldest);
    }
    return facts;
  }
}

function countedIn(schema: string) {
  return {
    batch: flushSizes.of(schema),
    flush: flushTimes.of(schema),
    stale: retries.of(schema, 'stale'),
    conflict: retries.of(schema, 'conflict'),
    givenUp: givenUp.of(schema),
  };
}

/** The three parameters of `append`; see db/sql/event_store.sql. */
function encode<Facts extends VersionedFacts>(
  decided: readonly Decided<Facts>[],
  projectionRows: (events: readonly NewEvent[]) => string | null,
): [string, string, string | null] {
  const items: string[] = [];
  const events: string[] = [];
  const appended: NewEvent[] = [];
  for (const [index, { waiting, decision, facts }] of decided.entries()) {
    const { companyId, operation, idempotencyKey, userId } = waiting.command;
    items.push(
      textRow([
        companyId,
        operation,
        idempotencyKey,
        waiting.inputHash,
        facts.referenceSeq,
        // New aggregates cannot be in conflict: their ids were just made.
        decision.events.some((event) => event.version > 1),
        JSON.stringify(decision.result),
      ]),
    );
    for (const event of decision.events) {
      appended.push(event);
      events.push(
        textRow([
          index + 1,
          event.aggregateType,
          event.aggregateId,
          event.version,
          event.type,
          event.published ?? false,
          event.series,
          event.reference ?? false,
          JSON.stringify({ userId }),
          JSON.stringify(event.data),
        ]),
      );
    }
  }
  return [items.join(ROW_END), events.join(ROW_END), projectionRows(appended)];
}

function hashInput(command: Command<never, unknown>): string {
  if (typeof command.idempotencyKey !== 'string') return '';
  return createHash('sha256').update(canonicalJson(command.input)).digest('hex');
}

/** JSON with sorted keys and without absent values, so that equal inputs are equal texts. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === null) return undefined;
    if (typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function replay(result: unknown): Settled<unknown> {
  return {
    receipt: {
      result,
      replayed: true,
      events: [],
      publishedSeq: null,
      documentSeries: null,
      documentNumber: null,
      recordedAt: null,
    },
  };
}

function keyReused(command: Command<never, unknown>): DomainError {
  return new DomainError('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey: used before with another input', {
    field: 'idempotencyKey',
    value: command.idempotencyKey ?? '',
  });
}
