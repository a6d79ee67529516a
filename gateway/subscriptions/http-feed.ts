import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { z } from 'zod';
import { DomainError, ERROR_CODES, type ErrorCode } from '#shared/domain/errors.ts';
import { ASSERTION_HEADER, REQUEST_ID_HEADER, type AssertionSigner } from '#shared/platform/assertion.ts';
import type { DocumentFeed, EventFeed, FeedEvent, PublishedFeed } from '#shared/platform/event-feed.ts';
import type { Caller } from '#shared/platform/principal.ts';

const feedEvent = z.object({
  seq: z.number().int(),
  cursor: z.string(),
  companyId: z.string(),
  recordedAt: z.string(),
});
const documentEvent = feedEvent.extend({
  change: z.string(),
  documentType: z.string(),
  documentId: z.string(),
  touches: z.array(z.string()).exactOptional(),
});
const postedEvent = feedEvent.extend({
  transactionId: z.string(),
  accounts: z.array(
    z.object({ accountId: z.string(), debit: z.string(), credit: z.string(), balance: z.string() }),
  ),
});
const refused = z.object({
  refused: z.object({
    code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
});
const state = z.object({
  newest: z.object({ seq: z.number().int(), transactionId: z.string(), recordedAt: z.string() }).nullable(),
  balances: z.array(z.object({ accountId: z.string(), balance: z.string() })),
});
const lineage = z.record(z.string(), z.array(z.string()));
const newest = z.object({ latest: z.string() });

const ANSWER_MILLISECONDS = 10_000;

interface Asking {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly signal: AbortSignal;
}

function refusalOf({ refused: { code, message, details } }: z.infer<typeof refused>): DomainError {
  return new DomainError(code, message, details);
}

type Closing = { close(): Promise<void> };

/** The event feed of a ledger in another process. */
export function httpEventFeed(ledgerUrl: string, signer: AssertionSigner): EventFeed & Closing {
  const feed = httpFeed(ledgerUrl, signer, postedEvent);
  return {
    ...feed,
    stateAt: (companyId, cursor, accounts) => feed.ask(state, '/feed/state', { companyId, cursor, accounts }),
    async ancestors(companyId, accountIds) {
      return new Map(Object.entries(await feed.ask(lineage, '/feed/ancestors', { companyId, accountIds })));
    },
  };
}

/** What a subgraph in another process publishes of its documents. */
export function httpDocumentFeed(subgraphUrl: string, signer: AssertionSigner): DocumentFeed & Closing {
  return httpFeed(subgraphUrl, signer, documentEvent);
}

interface HttpFeed<Event extends FeedEvent> extends PublishedFeed<Event>, Closing {
  /** Asks one question besides the events. */
  ask<T>(
    answers: z.ZodType<T>,
    path: string,
    asked: { readonly companyId: string } & Readonly<Record<string, unknown>>,
  ): Promise<T>;
}

/** The feed of a subgraph in another process. The reader's pace is the sender's: nothing piles up between. */
function httpFeed<Event extends FeedEvent>(
  url: string,
  signer: AssertionSigner,
  events: z.ZodType<Event>,
): HttpFeed<Event> {
  const line = z.union([z.object({ events: z.array(events) }), refused]);
  const pool = new Pool(new URL(url).origin, {
    connections: null,
    bodyTimeout: 0,
    headersTimeout: 10_000,
  });

  function get(companyId: string, after: string | undefined, signal: AbortSignal) {
    const query = new URLSearchParams({ companyId, ...(after === undefined ? {} : { after }) });
    return send(companyId, { method: 'GET', path: `/feed?${query.toString()}`, signal });
  }

  async function send(companyId: string, request: Asking) {
    const caller = feedReader(companyId);
    const headers = {
      [ASSERTION_HEADER]: await signer.sign(caller),
      [REQUEST_ID_HEADER]: caller.requestId,
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const answer = await pool.request({ ...request, headers }).catch((cause: unknown) => {
      // Given up by the reader, which is no failure of the subgraph.
      throw request.signal.aborted && !isTimeout(request.signal) ? cause : unreachable(cause);
    });
    if (answer.statusCode !== 200) {
      const text = await answer.body.text();
      const fault = new Error(`The feed answered ${answer.statusCode}: ${text.slice(0, 300)}`);
      throw answer.statusCode === 503 ? unreachable(fault) : fault;
    }
    return answer.body;
  }

  const ask: HttpFeed<Event>['ask'] = async (answers, path, asked) => {
    const signal = AbortSignal.timeout(ANSWER_MILLISECONDS);
    const body = await send(asked.companyId, { method: 'POST', path, body: JSON.stringify(asked), signal });
    const answer = z.union([z.object({ value: answers }), refused]).parse(await body.json());
    if ('refused' in answer) throw refusalOf(answer);
    return answer.value;
  };

  return {
    async latest(companyId) {
      const body = await get(companyId, undefined, AbortSignal.timeout(ANSWER_MILLISECONDS));
      return newest.parse(await body.json()).latest;
    },
    async *follow(companyId, after, signal): AsyncGenerator<readonly Event[]> {
      const body = await get(companyId, after, signal);
      try {
        for await (const text of linesOf(body)) {
          if (text === '') continue;
          const parsed = line.parse(JSON.parse(text));
          if ('refused' in parsed) throw refusalOf(parsed);
          yield parsed.events;
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        // Giving up the body makes it emit an error that nobody waits for.
        body.on('error', () => undefined);
        body.destroy();
      }
      if (!signal.aborted) throw new Error('The feed ended by itself.');
    },
    ask,
    close: () => pool.close(),
  };
}

/** The subgraph is away, or on its way out: whoever asked may ask again. */
function unreachable(cause: unknown): DomainError {
  const error = new DomainError('SERVICE_UNAVAILABLE', 'The events cannot be asked for at the moment.');
  error.cause = cause;
  return error;
}

function isTimeout(signal: AbortSignal): boolean {
  return signal.reason instanceof Error && signal.reason.name === 'TimeoutError';
}

/** Iterating the body itself, unlike `readline`, hands on the error of a connection that breaks. */
async function* linesOf(body: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of body) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** The gateway itself, reading for the subscribers of one company. It has no rights of its own. */
function feedReader(companyId: string): Caller {
  return {
    principal: {
      userId: GATEWAY_USER,
      companyId,
      roles: [],
      permissions: new Set(),
      tokenId: GATEWAY_USER,
      sessionId: GATEWAY_USER,
      issuedAt: Date.now() / 1000,
      expiresAt: Math.floor(Date.now() / 1000) + 60,
    },
    requestId: randomUUID(),
    language: 'en',
  };
}

const GATEWAY_USER = '00000000-0000-0000-0000-000000000000';
