import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ApolloServer } from '@apollo/server';
import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
} from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { OperationContext } from '#gateway/execution/caller-context.ts';
import type { LoadedSupergraph } from '#gateway/execution/supergraph.ts';
import { isTooCostlyToValidate, tooCostlyToValidate, type Admission } from '#gateway/limits/admit.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { literalFault } from '#shared/graphql/input-faults.ts';
import type { AccessTokenVerifier } from '#shared/platform/access-token.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller, Principal } from '#shared/platform/principal.ts';
import type { HydratedPayload } from './hydration-plan.ts';
import type { RunningSubscription, SubscriptionRequest, Subscriptions } from './subscribe.ts';

/** Close codes of ours, next to those of the `graphql-transport-ws` protocol. */
export const CLOSE_CODES = {
  /** The token is not valid, or has expired. */
  FORBIDDEN: 4403,
  /** The subscriber stopped reading; the reason names the cursor to resume after. */
  SLOW_CONSUMER: 4409,
  /** The server stops. */
  GOING_AWAY: 1001,
} as const;

export interface SocketTimings {
  /** How long a live subscriber may take no payload while more events wait than are kept for it. */
  readonly slowConsumerMs: number;
  /** How long a subscriber may take no payload at all, replaying included. */
  readonly stalledMs: number;
  readonly pingMs: number;
  readonly connectionInitMs: number;
}

export const DEFAULT_TIMINGS: SocketTimings = {
  slowConsumerMs: 10_000,
  stalledMs: 120_000,
  pingMs: 15_000,
  connectionInitMs: 5_000,
};

export interface SocketEdgeOptions {
  readonly supergraph: LoadedSupergraph;
  readonly apollo: ApolloServer<OperationContext>;
  readonly admit: Admission;
  readonly subscriptions: Subscriptions;
  readonly accessTokens: AccessTokenVerifier;
  readonly log: Logger;
  readonly timings: SocketTimings;
}

export interface SocketEdge {
  /** Takes over an HTTP request that asks for a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends every socket with 1001 and waits until they are gone. */
  close(): Promise<void>;
}

const MAX_MESSAGE = 1024 * 1024;
/** Subscriptions of one socket at a time. */
const MAX_SUBSCRIPTIONS = 200;
const CLOSE_GRACE_MS = 2_000;
const MAX_REASON_BYTES = 123;

interface Entry {
  readonly stop: AbortController;
  running?: RunningSubscription;
}

/** What belongs to one socket. */
class Connection {
  readonly socket: WebSocket;
  readonly address: string | undefined;
  readonly language: Caller['language'];
  principal: Principal | null = null;
  expiry: NodeJS.Timeout | undefined;
  readonly subscriptions = new Map<
    string,
    { readonly stop: AbortController; running?: RunningSubscription }
  >();
  /** Moment of the last sign of life: a message, a pong, or bytes taken. */
  alive = performance.now();

  constructor(socket: WebSocket, request: IncomingMessage) {
    this.socket = socket;
    this.address = request.socket.remoteAddress;
    this.language = request.headers['accept-language']?.toLowerCase().startsWith('en') === true ? 'en' : 'ka';
  }

  close(code: number, reason: string): void {
    this.socket.close(code, Buffer.from(reason).subarray(0, MAX_REASON_BYTES).toString());
    // One that does not read cannot answer the closing handshake either.
    setTimeout(() => this.socket.terminate(), CLOSE_GRACE_MS).unref();
  }

  caller(): Caller {
    return {
      principal: this.principal,
      requestId: randomUUID(),
      language: this.language,
      ...(this.address === undefined ? {} : { address: this.address }),
    };
  }
}

type Extra = { readonly connection: Connection };

/** GraphQL over WebSocket: subscriptions, and any query or mutation besides. */
export function createSocketEdge(options: SocketEdgeOptions): SocketEdge {
  const { supergraph, apollo, admit, subscriptions, accessTokens, log, timings } = options;
  const connections = new Set<Connection>();
  const validated = new WeakMap<DocumentNode, readonly GraphQLError[]>();

  function readOperation(query: string): { document: DocumentNode; queryHash: string } {
    const admitted = admit(query);
    let errors = validated.get(admitted.document);
    if (errors === undefined) {
      errors = validate(supergraph.apiSchema, admitted.document, specifiedRules).map(asBadInput);
      validated.set(admitted.document, errors);
    }
    if (errors.length > 0) throw new RefusedOperation(errors);
    return admitted;
  }

  const server = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: timings.connectionInitMs,

    async onConnect(context) {
      const { connection } = context.extra;
      const token = bearerToken(context.connectionParams);
      if (token === undefined) {
        connection.close(CloseCode.Unauthorized, 'Unauthorized');
        return false;
      }
      try {
        connection.principal = await accessTokens.verify(token);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        return false; // The protocol closes with 4403.
      }
      closeAtExpiry(connection, connection.principal);
      return true;
    },

    async onSubscribe(context, id, payload) {
      const { connection } = context.extra;
      try {
        const { document, queryHash } = readOperation(payload.query);
        const operation = getOperationAST(document, payload.operationName);
        if (operation == null) throw badOperation('Name one of the operations of the document.');
        const call: Call = {
          connection,
          query: payload.query,
          operationName: payload.operationName ?? undefined,
          variables: payload.variables ?? {},
          stream: undefined,
        };
        if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
          if (connection.subscriptions.size >= MAX_SUBSCRIPTIONS) return [tooManySubscriptions()];
          const started = await startStream(connection, id, {
            document,
            operation,
            queryHash,
            variables: call.variables,
          });
          if ('errors' in started) return started.errors;
          call.stream = started.stream;
        }
        return {
          schema: supergraph.apiSchema,
          document,
          operationName: payload.operationName ?? null,
          contextValue: call,
          rootValue: null,
        };
      } catch (error) {
        if (error instanceof RefusedOperation) return error.errors;
        if (error instanceof GraphQLError) return [error];
        throw error;
      }
    },

    async execute(args: ExecutionArgs) {
      const call = args.contextValue as Call;
      const { body } = await apollo.executeOperation(
        {
          query: call.query,
          variables: call.variables,
          ...(call.operationName === undefined ? {} : { operationName: call.operationName }),
        },
        { contextValue: { caller: call.connection.caller() } },
      );
      if (body.kind !== 'single') throw new Error('Nothing of ours answers incrementally.');
      const { data, errors } = body.singleResult;
      return {
        ...(data === undefined ? {} : { data }),
        ...(errors === undefined ? {} : { errors: errors.map(asGraphQLError) }),
      };
    },

    subscribe(args: ExecutionArgs) {
      const { stream } = args.contextValue as Call;
      if (stream === undefined) throw new Error('A subscription is started before it is handed out.');
      return stream;
    },
  });

  /** Starts a subscription that ends when its reader gives it up or its socket closes. */
  async function startStream(
    connection: Connection,
    id: string,
    request: Omit<SubscriptionRequest, 'context' | 'signal'>,
  ): Promise<
    { readonly stream: AsyncGenerator<HydratedPayload, void> } | { readonly errors: readonly GraphQLError[] }
  > {
    const stop = new AbortController();
    const entry: Entry = { stop };
    connection.subscriptions.set(id, entry);
    const forget = (): void => {
      stop.abort();
      if (connection.subscriptions.get(id) === entry) connection.subscriptions.delete(id);
    };
    const outcome = await subscriptions.subscribe({
      ...request,
      context: { caller: connection.caller() },
      signal: stop.signal,
    });
    if (!('payloads' in outcome)) {
      forget();
      return { errors: outcome };
    }
    entry.running = outcome;
    return { stream: endingWith(outcome.payloads, forget) };
  }

  /** An access token is believed until its end, on a socket too. */
  function closeAtExpiry(connection: Connection, principal: Principal): void {
    const left = principal.expiresAt * 1000 - Date.now();
    // A timer holds at most some 24 days.
    connection.expiry = setTimeout(
      () => {
        if (principal.expiresAt * 1000 <= Date.now())
          connection.close(CLOSE_CODES.FORBIDDEN, 'Token expired');
        else closeAtExpiry(connection, principal);
      },
      Math.min(Math.max(left, 0), 2 ** 31 - 1),
    );
    connection.expiry.unref();
  }

  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, handleProtocols });

  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const connection = new Connection(socket, request);
    connections.add(connection);
    const closed = server.opened(
      {
        protocol: socket.protocol,
        // Waiting for the callback is what makes a subscriber be served no faster than it reads.
        send: (data) =>
          new Promise((resolve) => {
            if (socket.readyState !== socket.OPEN) {
              resolve();
              return;
            }
            socket.send(data, () => {
              connection.alive = performance.now();
              resolve();
            });
          }),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) =>
          socket.on('message', (data: Buffer) => {
            connection.alive = performance.now();
            handle(data.toString()).catch((err: unknown) => {
              log.error({ event: 'socket_defect', err });
              connection.close(CloseCode.InternalServerError, 'Internal server error');
            });
          }),
      },
      { connection },
    );
    socket.on('pong', () => (connection.alive = performance.now()));
    socket.on('error', (err) => log.debug({ event: 'socket_error', err }));
    socket.once('close', (code, reason) => {
      connections.delete(connection);
      clearTimeout(connection.expiry);
      for (const { stop } of connection.subscriptions.values()) stop.abort();
      closed(code, reason.toString()).catch((err: unknown) => log.error({ event: 'socket_defect', err }));
    });
  });

  const heartbeat = setInterval(() => {
    const now = performance.now();
    for (const connection of connections) {
      if (now - connection.alive > Math.max(timings.stalledMs, 2 * timings.pingMs))
        connection.socket.terminate();
      else if (connection.socket.readyState === connection.socket.OPEN) connection.socket.ping();
    }
  }, timings.pingMs);
  const paceCheck = setInterval(
    () => {
      const now = performance.now();
      for (const connection of connections) closeIfSlow(connection, now);
    },
    Math.min(1_000, timings.slowConsumerMs / 2),
  );
  heartbeat.unref();
  paceCheck.unref();

  /** A busy reader is waited for. One that has stopped reading is told so: it can resume without loss. */
  function closeIfSlow(connection: Connection, now: number): void {
    for (const { running } of connection.subscriptions.values()) {
      const pace = running?.pace();
      if (pace?.waitingSince === undefined) continue;
      const waited = now - pace.waitingSince;
      if (waited < timings.slowConsumerMs) continue;
      if (!pace.overflowed && waited < timings.stalledMs) continue;
      log.warn({
        event: 'slow_consumer',
        waitedMs: Math.round(waited),
        companyId: connection.principal?.companyId,
      });
      connection.close(CLOSE_CODES.SLOW_CONSUMER, `SLOW_CONSUMER: resume after ${pace.lastCursor}`);
      return;
    }
  }

  return {
    upgrade(request, socket, head) {
      sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
    },
    async close() {
      clearInterval(heartbeat);
      clearInterval(paceCheck);
      const gone = [...connections].map(
        ({ socket }) => new Promise<void>((resolve) => socket.once('close', () => resolve())),
      );
      for (const connection of connections) connection.close(CLOSE_CODES.GOING_AWAY, 'The server stops');
      await Promise.all(gone);
      sockets.close();
    },
  };
}

/** One operation on its way through graphql-ws. */
interface Call {
  readonly connection: Connection;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  stream: AsyncGenerator<HydratedPayload, void> | undefined;
}

class RefusedOperation extends Error {
  readonly errors: readonly GraphQLError[];
  constructor(errors: readonly GraphQLError[]) {
    super('The operation is refused.');
    this.errors = errors;
  }
}

function tooManySubscriptions(): GraphQLError {
  return new GraphQLError(`A socket carries at most ${MAX_SUBSCRIPTIONS} subscriptions.`, {
    extensions: { code: 'COST_LIMIT_EXCEEDED', limit: MAX_SUBSCRIPTIONS },
  });
}

function badOperation(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', field: 'operationName' } });
}

function asBadInput(error: GraphQLError): GraphQLError {
  if (isTooCostlyToValidate(error)) return tooCostlyToValidate();
  const named = literalFault(error);
  return new GraphQLError(named.message, {
    nodes: named.nodes ?? null,
    extensions: { ...named.extensions, code: 'BAD_USER_INPUT' },
  });
}

function asGraphQLError(error: {
  message: string;
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
}): GraphQLError {
  return new GraphQLError(error.message, { path: error.path ?? null, extensions: error.extensions ?? null });
}

function bearerToken(params: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const value = params?.['authorization'] ?? params?.['Authorization'];
  const match = typeof value === 'string' ? /^Bearer (\S+)$/i.exec(value) : null;
  return match?.[1];
}

/**
 * The stream, which `ended` when it is over and also when its reader gives it up: a generator alone would notice
 * the latter only when the next event comes.
 */
function endingWith<T>(stream: AsyncGenerator<T, void>, ended: () => void): AsyncGenerator<T, void> {
  return {
    async next() {
      const step = await stream.next().catch((error: unknown) => {
        ended();
        throw error;
      });
      if (step.done === true) ended();
      return step;
    },
    return(value) {
      ended();
      return stream.return(value);
    },
    throw(error) {
      ended();
      return stream.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      ended();
      await stream.return();
    },
  };
}
