import { createClient, type Client } from 'graphql-ws';
import { Ending, endOf, type End } from './ending.ts';
import { pause } from './pause.ts';

/** What every event of a subscription tells about its place. The operation has to select both fields. */
export interface Placed {
  readonly cursor: string;
  readonly seq: number;
}

/** Who follows: an access token, or the key of a partner with the company that it acts for. */
export type Authorization =
  { readonly token: string } | { readonly apiKey: string; readonly companyId?: string | undefined };

export type FollowStatus =
  | { readonly kind: 'connecting'; readonly attempt: number }
  | { readonly kind: 'live' }
  | {
      readonly kind: 'interrupted';
      readonly why: string;
      readonly nextInMs: number;
      readonly cursor: string | undefined;
    }
  | { readonly kind: 'ended' };

export interface FollowOptions {
  /** `wss://…/graphql` */
  readonly url: string;
  /** Asked at each connection, so that a token which has expired is replaced by a new one. */
  readonly authorize: (signal: AbortSignal) => Authorization | Promise<Authorization>;
  /** The subscription. It declares `$after: Cursor`, hands it to its field, and selects `cursor` and `seq`. */
  readonly query?: string;
  /** Instead of a text: the identifier of an operation that is registered for the partner. */
  readonly documentId?: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Go on after this cursor; without it, the subscription begins with what is new, or with its snapshot. */
  readonly after?: string;
  readonly signal?: AbortSignal;
  /** For platforms without a WebSocket of their own, such as Node 20: that of the package `ws`. */
  readonly webSocketImpl?: unknown;
  readonly onStatus?: (status: FollowStatus) => void;
  /** Longest wait between two attempts; 30 s by default. */
  readonly longestPauseMs?: number;
  /** A connection over which nothing comes for so long, not even the answer to a ping, is given up; 30 s by default. */
  readonly silenceMs?: number;
}

/** The subscription is over for good: what it asks for cannot be had, however often it is asked. */
export class FollowError extends Error {
  /** One of the gateway's codes, such as CURSOR_EXPIRED, FORBIDDEN or BAD_USER_INPUT. */
  readonly code: string;
  /** Of the last event that was handed out. */
  readonly lastCursor: string | undefined;

  constructor(code: string, message: string, lastCursor: string | undefined) {
    super(message);
    this.name = 'FollowError';
    this.code = code;
    this.lastCursor = lastCursor;
  }
}

/** So often in a row a new token is not believed either, then it is no matter of tokens. */
const REFUSALS = 3;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
const SILENCE_MS = 30_000;

/**
 * Follows a subscription through whatever happens to the connection: each event once and in order, behind the last one
 * that was handed out. Ends when its signal aborts or its reader leaves; throws a `FollowError` when it cannot go on.
 */
export async function* follow<Event extends Placed>(options: FollowOptions): AsyncGenerator<Event, void> {
  const { signal = new AbortController().signal, onStatus = () => undefined } = options;
  let cursor = options.after;
  let failures = 0;
  let refusals = 0;
  const live = (): void => {
    refusals = 0;
    onStatus({ kind: 'live' });
  };
  try {
    while (!signal.aborted) {
      onStatus({ kind: 'connecting', attempt: failures + 1 });
      let end: End;
      try {
        for await (const event of connection<Event>(options, cursor, signal, live)) {
          cursor = event.cursor;
          failures = 0;
          yield event;
        }
        return;
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof Ending)) throw error;
        ({ end } = error);
      }
      if (end.kind === 'final') throw new FollowError(end.code, end.why, cursor);
      if (end.kind === 'unauthorized' && (refusals += 1) >= REFUSALS)
        throw new FollowError('UNAUTHENTICATED', end.why, cursor);
      const nextInMs = end.kind !== 'later' && failures === 0 ? 0 : backOff(failures, options.longestPauseMs);
      failures += 1;
      onStatus({ kind: 'interrupted', why: end.why, nextInMs, cursor });
      await pause(nextInMs, signal);
    }
  } finally {
    onStatus({ kind: 'ended' });
  }
}

/** Half of it by chance, so that those who were cut off together do not come back together. */
function backOff(failures: number, longest = LONGEST_PAUSE_MS): number {
  const most = Math.min(longest, FIRST_PAUSE_MS * 2 ** Math.min(failures, 20));
  return Math.round(most / 2 + (Math.random() * most) / 2);
}

/** One connection. Throws an Ending when it is over. */
async function* connection<Event extends Placed>(
  options: FollowOptions,
  after: string | undefined,
  signal: AbortSignal,
  onLive: () => void,
): AsyncGenerator<Event, void> {
  const authorization = await authorized(options, signal);
  const waiting: Event[] = [];
  let wake: () => void = () => undefined;
  let end: End | undefined;
  const over = (reason: End): void => {
    end ??= reason;
    wake();
  };
  const client = openClient(options, authorization, over, onLive);
  const left = (): void => over({ kind: 'at-once', why: 'aborted' });
  signal.addEventListener('abort', left, { once: true });
  client.subscribe<Record<string, Event>>(
    {
      query: options.query ?? '',
      variables: { ...options.variables, ...(after === undefined ? {} : { after }) },
      ...(options.operationName === undefined ? {} : { operationName: options.operationName }),
      ...(options.documentId === undefined ? {} : { documentId: options.documentId }),
    },
    {
      next: (result) => {
        if (end !== undefined) return;
        const event = Object.values(result.data ?? {})[0];
        if (result.errors !== undefined || event == null) over(endOf(result.errors));
        else if (typeof event.cursor !== 'string') over(endOf('The operation does not select "cursor".'));
        else waiting.push(event);
        wake();
      },
      error: (error) => over(endOf(error)),
      complete: () => over({ kind: 'later', why: 'the subscription was completed' }),
    },
  );
  try {
    for (;;) {
      const event = waiting.shift();
      if (event !== undefined) {
        yield event;
        continue;
      }
      if (signal.aborted) return;
      if (end !== undefined) throw new Ending(end);
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal.removeEventListener('abort', left);
    client.terminate();
  }
}

async function authorized({ authorize }: FollowOptions, signal: AbortSignal): Promise<Authorization> {
  try {
    return await authorize(signal);
  } catch (error) {
    // Whoever hands out tokens may be away for a while, too.
    if (error instanceof FollowError) throw error;
    throw new Ending({ kind: 'later', why: `no authorization: ${String(error)}` });
  }
}

/** A client for one connection, that gives up a silent one. */
function openClient(
  { url, webSocketImpl, silenceMs = SILENCE_MS }: FollowOptions,
  authorization: Authorization,
  over: (end: End) => void,
  onLive: () => void,
): Client {
  let isSilent: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => clearTimeout(isSilent);
  const client = createClient({
    url,
    webSocketImpl,
    retryAttempts: 0,
    lazy: true,
    keepAlive: silenceMs / 2,
    connectionAckWaitTimeout: silenceMs,
    connectionParams:
      'token' in authorization
        ? { authorization: `Bearer ${authorization.token}` }
        : {
            apiKey: authorization.apiKey,
            ...(authorization.companyId === undefined ? {} : { companyId: authorization.companyId }),
          },
    on: {
      connected: onLive,
      message: heard,
      ping: (received) => {
        if (received) return;
        clearTimeout(isSilent);
        isSilent = setTimeout(() => {
          over({ kind: 'at-once', why: 'nothing came over the connection' });
          client.terminate();
        }, silenceMs / 2);
      },
      closed: heard,
    },
  });
  return client;
}
