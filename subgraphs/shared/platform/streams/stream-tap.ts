import { setTimeout as delay } from 'node:timers/promises';
import type { PostedEvent } from '#shared/platform/event-feed.ts';
import type { Logger } from '#shared/platform/log.ts';
import { REDIS_PREFIX, type Redis } from '#shared/platform/redis.ts';
import { entryId, feedKey, parseEntry, RELAY_SIGN, seqOf, type RawEntry } from './stream-entry.ts';

/** What came for one follower of a company since it last looked. */
export interface Line {
  /** Number of the newest event that the tap has met in the stream, handed on or not. */
  readonly newest: number;
  /** Redis is away, or the follower is too slow: what comes next must be looked for anew. */
  readonly isLost: boolean;
  take(): readonly PostedEvent[];
  /** Resolves when there is something to take, when the line is lost, or when the signal aborts. */
  wait(signal: AbortSignal): Promise<void>;
  leave(): void;
}

const BLOCK_MILLISECONDS = 2_000;
/** An answer that takes longer comes from a connection that is dead and does not know it. */
const ANSWER_MILLISECONDS = 1_500;
const RETRY_MILLISECONDS = 200;
const COUNT = 500;
/** A follower that leaves so much lying is left behind. */
const MOST_WAITING = 5_000;

/**
 * One blocking connection to Redis for the streams of all companies that are followed in this process. It knows
 * whether Redis and a relay are there; while they are not, every line is lost.
 */
export class StreamTap {
  readonly #redis: Redis;
  readonly #blocking: Redis;
  readonly #log: Logger;
  readonly #companies = new Map<string, Company>();
  readonly #closing = new AbortController();
  readonly #ended: Promise<void>;
  readonly #onUp = new Set<() => void>();
  #isUp: boolean | undefined;
  #firstCheck: () => void = () => undefined;
  readonly #checked = new Promise<void>((resolve) => (this.#firstCheck = resolve));
  #clientId: number | undefined;
  #round = 0;

  constructor(redis: Redis, log: Logger) {
    this.#redis = redis;
    this.#log = log;
    // Each command is given its own time here, since a read that blocks may take longer than others.
    this.#blocking = redis.duplicate({ commandTimeout: undefined, autoResendUnfulfilledCommands: false });
    this.#blocking.on('error', (error: Error) =>
      log.debug({ event: 'redis_unreachable', reason: error.message }),
    );
    this.#blocking.on('close', () => (this.#clientId = undefined));
    this.#ended = this.#run();
  }

  get isUp(): boolean {
    return this.#isUp === true;
  }

  /** Waits until it is known whether Redis is there. */
  async available(): Promise<boolean> {
    if (this.#isUp === undefined) await this.#checked;
    return this.isUp;
  }

  /** Calls once when Redis is there again; answers how to call it off. */
  whenUp(call: () => void): () => void {
    if (this.isUp) call();
    else this.#onUp.add(call);
    return () => this.#onUp.delete(call);
  }

  /** Collects what comes from now on; undefined when Redis cannot be asked. */
  async join(companyId: string): Promise<Line | undefined> {
    let company = this.#companies.get(companyId);
    if (company === undefined) {
      const top = await this.#ask(() => this.#redis.xrevrange(feedKey(companyId), '+', '-', 'COUNT', 1));
      if (top === undefined || !this.isUp) return undefined;
      company = this.#companies.get(companyId);
      if (company === undefined) {
        company = new Company(top[0] === undefined ? 0 : seqOf(top[0][0]));
        this.#companies.set(companyId, company);
        void this.#wake();
      }
    }
    const joined = company;
    return joined.open(() => {
      if (joined.isEmpty && this.#companies.get(companyId) === joined) this.#companies.delete(companyId);
    });
  }

  /** The events of the stream behind a number, a page of them; undefined when Redis cannot be asked. */
  async page(
    companyId: string,
    behind: number,
  ): Promise<{ events: PostedEvent[]; isLast: boolean } | undefined> {
    const raw = await this.#ask(() =>
      this.#redis.xrange(feedKey(companyId), `(${entryId(behind)}`, '+', 'COUNT', COUNT),
    );
    return raw && { events: eventsOf(companyId, raw), isLast: raw.length < COUNT };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#down('closed');
    this.#firstCheck();
    this.#blocking.disconnect();
    await this.#ended;
  }

  async #ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    try {
      return await question();
    } catch (error) {
      this.#down(error);
      return undefined;
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      try {
        await this.#check();
        if (this.isUp) await this.#read();
      } catch (error) {
        this.#down(error);
      }
      this.#round++;
      if (!signal.aborted && !this.isUp)
        await delay(RETRY_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Looks for Redis, and for the sign that a relay fills its streams. */
  async #check(): Promise<void> {
    this.#clientId ??= await this.#within(ANSWER_MILLISECONDS, this.#blocking.client('ID'));
    const found = await this.#within(ANSWER_MILLISECONDS, this.#blocking.exists(RELAY_SIGN));
    if (found === 1) this.#up();
    else this.#down('no relay');
  }

  async #read(): Promise<void> {
    const reading = [...this.#companies];
    if (reading.length === 0) {
      // Somebody who joins meanwhile waits for this pause at most once.
      await delay(50, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      return;
    }
    const replies = await this.#within(
      BLOCK_MILLISECONDS + ANSWER_MILLISECONDS,
      this.#blocking.xread(
        'COUNT',
        COUNT,
        'BLOCK',
        BLOCK_MILLISECONDS,
        'STREAMS',
        ...reading.map(([companyId]) => feedKey(companyId)),
        ...reading.map(([, { newest }]) => entryId(newest)),
      ),
    );
    for (const [key, raw] of replies ?? []) {
      const companyId = key.slice(REDIS_PREFIX.length + feedKey('').length);
      this.#companies.get(companyId)?.receive(eventsOf(companyId, raw), seqOf(raw.at(-1)?.[0] ?? '0-0'));
    }
  }

  /** Ends the read under way, so that the next one asks for the company that has come. */
  async #wake(): Promise<void> {
    const round = this.#round;
    while (round === this.#round && this.#clientId !== undefined && !this.#closing.signal.aborted) {
      // The read may be on its way to Redis still: then nothing was blocked, and it is tried again.
      const unblocked = await this.#ask(() => this.#redis.client('UNBLOCK', this.#clientId ?? 0));
      if (unblocked !== 0) return;
      await delay(5);
    }
  }

  #up(): void {
    this.#firstCheck();
    if (this.isUp) return;
    this.#isUp = true;
    this.#log.info({ event: 'feed.streams_up' });
    for (const call of this.#onUp) call();
    this.#onUp.clear();
  }

  #down(reason: unknown): void {
    const wasUp = this.#isUp !== false;
    this.#isUp = false;
    this.#firstCheck();
    if (!wasUp) return;
    const why = reason instanceof Error ? reason.message : String(reason);
    if (!this.#closing.signal.aborted) this.#log.warn({ event: 'feed.streams_down', reason: why });
    for (const company of this.#companies.values()) company.lose();
    this.#companies.clear();
  }

  /** A connection that does not answer in time is given up; another one is made. */
  async #within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#blocking.disconnect(true);
        reject(new Error('Redis does not answer.'));
      }, milliseconds);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function eventsOf(companyId: string, raw: readonly RawEntry[]): PostedEvent[] {
  return raw.flatMap((entry) => parseEntry(companyId, entry)?.posted ?? []);
}

/** The followers of one company in this process. */
class Company {
  readonly #lines = new Set<OpenLine>();
  newest: number;

  constructor(newest: number) {
    this.newest = newest;
  }

  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  open(left: () => void): Line {
    const line = new OpenLine(this, () => {
      this.#lines.delete(line);
      left();
    });
    this.#lines.add(line);
    return line;
  }

  receive(events: readonly PostedEvent[], newest: number): void {
    this.newest = newest;
    for (const line of this.#lines) line.receive(events);
  }

  lose(): void {
    for (const line of this.#lines) line.lose();
  }
}

class OpenLine implements Line {
  readonly leave: () => void;
  readonly #company: Company;
  #waiting: PostedEvent[] = [];
  #wake: (() => void) | undefined;
  isLost = false;

  constructor(company: Company, leave: () => void) {
    this.#company = company;
    this.leave = leave;
  }

  get newest(): number {
    return this.#company.newest;
  }

  receive(events: readonly PostedEvent[]): void {
    if (this.isLost) return;
    this.#waiting.push(...events);
    if (this.#waiting.length > MOST_WAITING) this.lose();
    this.#wake?.();
  }

  lose(): void {
    this.isLost = true;
    this.#waiting = [];
    this.#wake?.();
  }

  take(): readonly PostedEvent[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  async wait(signal: AbortSignal): Promise<void> {
    if (this.isLost || this.#waiting.length > 0 || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake);
        this.#wake = undefined;
        resolve();
      };
      signal.addEventListener('abort', wake, { once: true });
      this.#wake = wake;
    });
  }
}
