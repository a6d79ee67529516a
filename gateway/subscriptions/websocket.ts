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
import { CloseCode, handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Authenticator, Credentials } from '#gateway/access/authenticate.ts';
import type { OperationContext } from '#gateway/execution/caller-context.ts';
import type { LoadedSupergraph } from '#gateway/execution/supergraph.ts';
import { tooLate } from '#gateway/http/deadline.ts';
import { languageOf, userAgentOf } from '#gateway/http/request.ts';
import { isTooCostlyToValidate, tooCostlyToValidate } from '#gateway/limits/admit.ts';
import type { Gate, OperationCost } from '#gateway/limits/gate.ts';
import { outcomeOf, type Metrics, type OperationOutcome } from '#gateway/metrics/metrics.ts';
import type { OperationResolver } from '#gateway/operations/resolve.ts';
import { readableBy } from '#gateway/operations/suggestions.ts';
import { whileRegistered } from '#gateway/operations/while-registered.ts';
import { DomainError } from '#shared/domain/errors.ts';
import { refusal } from '#shared/graphql/errors.ts';
import { literalFault } from '#shared/graphql/input-faults.ts';
import type { PartnerLimits } from '#shared/platform/access-authority.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller, Principal } from '#shared/platform/principal.ts';
import { createSocketGuard, type SocketLimits } from './socket-guard.ts';
import type { HydratedPayload } from './hydration-plan.ts';
import { slowConsumers } from './metrics.ts';
import type { RunningSubscription, SubscriptionRequest, Subscriptions } from './subscribe.ts';

/** Close codes of ours, next to those of the `graphql-transport-ws` protocol. */
export const CLOSE_CODES = {
  /** The token or key is not valid, has expired or was revoked. */
  FORBIDDEN: 4403,
  /** The subscriber stopped reading; the reason names the cursor to resume after. */
  SLOW_CONSUMER: 4409,
  /** The server stops. */
  GOING_AWAY: 1001,
  /** Who it is cannot be told at the moment, or too many wrong keys were tried. */
  TRY_AGAIN_LATER: 1013,
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
  readonly authenticator: Pick<Authenticator, 'admit' | 'revocations'>;
  readonly operations: OperationResolver;
  readonly gate: Gate;
  readonly metrics: Metrics;
  readonly subscriptions: Subscriptions;
  readonly log: Logger;
  readonly timings: SocketTimings;
  readonly limits: SocketLimits;
  /** Whether `X-Forwarded-For` is believed. */
  readonly trustProxy: boolean;
  /** How long one query or mutation may take. */
  readonly timeoutMs: number;
  /** Told of every refusal before execution, for the security journal. */
  readonly onRefused: (
    error: DomainError,
    caller: Pick<Caller, 'principal' | 'address' | 'requestId'>,
  ) => void;
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
  readonly address: string;
  readonly userAgent: Pick<Caller, 'userAgent'>;
  readonly language: Caller['language'];
  principal: Principal | null = null;
  /** Given for a partner. */
  limits: PartnerLimits | undefined;
  expiry: NodeJS.Timeout | undefined;
  readonly subscriptions = new Map<
    string,
    { readonly stop: AbortController; running?: RunningSubscription }
  >();
  /** Moment of the last sign of life: a message, a pong, or bytes taken. */
  alive = performance.now();

  constructor(socket: WebSocket, request: IncomingMessage, address: string) {
    this.socket = socket;
    this.address = address;
    this.language = languageOf(request.headers['accept-language']);
    this.userAgent = userAgentOf(request.headers);
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
      address: this.address,
      ...this.userAgent,
    };
  }
}

type Extra = { readonly connection: Connection };

/** GraphQL over WebSocket: subscriptions, and any query or mutation besides. */
export function createSocketEdge(options: SocketEdgeOptions): SocketEdge {
  const { supergraph, apollo, authenticator, gate, metrics, operations, subscriptions, log, timings } =
    options;
  const { revocations } = authenticator;
  const guard = createSocketGuard(options.limits, options.trustProxy);
  const connections = new Set<Connection>();
  const validated = new WeakMap<DocumentNode, readonly GraphQLError[]>();

  function demandValid(document: DocumentNode): void {
    let errors = validated.get(document);
    if (errors === undefined) {
      errors = validate(supergraph.apiSchema, document, specifiedRules).map(asBadInput);
      validated.set(document, errors);
    }
    if (errors.length > 0) throw new RefusedOperation(errors);
  }

  /** Finds out who it is, again when the answer runs out, for as long as the socket is open. */
  async function recognise(connection: Connection, credentials: Credentials): Promise<void> {
    const { principal, limits } = await authenticator.admit(credentials);
    if (principal === null) throw new DomainError('UNAUTHENTICATED', 'Unauthorized');
    connection.principal = principal;
    connection.limits = limits;
    const atExpiry = (): void => {
      // An access token ends for good; the answer about a key is asked for again.
      if (principal.partner === undefined) connection.close(CLOSE_CODES.FORBIDDEN, 'Token expired');
      else void recogniseAgain(connection, credentials);
    };
    connection.expiry = whenItIs(
      principal.expiresAt * 1000,
      atExpiry,
      (timer) => (connection.expiry = timer),
    );
  }

  async function recogniseAgain(connection: Connection, credentials: Credentials): Promise<void> {
    try {
      await recognise(connection, credentials);
    } catch (error) {
      closeUnrecognised(connection, error);
    }
  }

  function closeUnrecognised(connection: Connection, error: unknown): void {
    const caller = connection.caller();
    if (!(error instanceof DomainError)) {
      log.error({ event: 'socket_defect', requestId: caller.requestId, err: error });
      connection.close(CloseCode.InternalServerError, 'Internal server error');
      return;
    }
    options.onRefused(error, caller);
    const isOurs = error.code === 'SERVICE_UNAVAILABLE' || error.code === 'RATE_LIMITED';
    if (isOurs) connection.close(CLOSE_CODES.TRY_AGAIN_LATER, error.code);
    else connection.close(CLOSE_CODES.FORBIDDEN, 'Forbidden');
  }

  // What is revoked is revoked on open sockets too, at once.
  const stopWatching = revocations.onChange(() => {
    for (const connection of connections) {
      const { principal } = connection;
      if (principal !== null && revocations.isRevoked(principal))
        connection.close(CLOSE_CODES.FORBIDDEN, 'Revoked');
    }
  });

  const server = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: timings.connectionInitMs,

    async onConnect(context) {
      const { connection } = context.extra;
      const credentials = credentialsFrom(context.connectionParams, connection.address);
      if (credentials === undefined) {
        connection.close(CloseCode.Unauthorized, 'Unauthorized');
        return false;
      }
      try {
        await recognise(connection, credentials);
        return true;
      } catch (error) {
        closeUnrecognised(connection, error);
        return false;
      }
    },

    async onSubscribe(context, id, payload) {
      const { connection } = context.extra;
      const caller = connection.caller();
      const began = performance.now();
      const refusedWith = (errors: readonly GraphQLError[]): readonly GraphQLError[] => {
        metrics.operation(caller, { outcome: outcomeOf(errors), milliseconds: performance.now() - began });
        return readableBy(caller.principal, errors);
      };
      try {
        gate.arrive(caller, connection.limits);
        const asked = askedOver(payload);
        const { query, operationName } = await operations(caller, asked);
        const { variables } = asked;
        const passed = gate.pass(caller, connection.limits, { query, operationName, variables });
        const { document, operation, queryHash, cost } = passed;
        demandValid(document);
        if (operation === undefined) throw badOperation('Name one of the operations of the document.');
        const call: Call = { connection, caller, query, operationName, variables, cost, stream: undefined };
        if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
          if (connection.subscriptions.size >= MAX_SUBSCRIPTIONS)
            return refusedWith([tooManySubscriptions()]);
          const started = await startStream(connection, id, { document, operation, queryHash, variables });
          if ('errors' in started) return refusedWith(started.errors);
          call.stream =
            caller.principal?.partner === undefined
              ? started.stream
              : whileRegistered(started.stream, query, () => operations(connection.caller(), asked));
          metrics.operation(caller, {
            type: operation.operation,
            name: operation.name?.value,
            outcome: 'ok',
            milliseconds: performance.now() - began,
            cost: cost?.requested,
          });
        }
        return {
          schema: supergraph.apiSchema,
          document,
          operationName: operationName ?? null,
          contextValue: call,
          rootValue: null,
        };
      } catch (error) {
        if (error instanceof RefusedOperation) return refusedWith(error.errors);
        if (error instanceof GraphQLError) return refusedWith([error]);
        if (!(error instanceof DomainError)) throw error;
        options.onRefused(error, caller);
        return refusedWith([refusal(error)]);
      }
    },

    async execute(args: ExecutionArgs) {
      const { caller, query, operationName, variables, cost, connection } = args.contextValue as Call;
      const began = performance.now();
      const { operation: type, name } = getOperationAST(args.document, operationName) ?? {};
      const told = (outcome: OperationOutcome): void =>
        metrics.operation(caller, {
          type,
          name: name?.value,
          outcome,
          milliseconds: performance.now() - began,
          cost: cost?.requested,
        });
      const stop = new AbortController();
      let giveUp: (error: Error) => void = () => undefined;
      const late = new Promise<never>((_resolve, reject) => (giveUp = reject));
      const timer = setTimeout(() => {
        stop.abort();
        giveUp(tooLate(options.timeoutMs));
      }, options.timeoutMs);
      const gone = (): void => stop.abort();
      connection.socket.once('close', gone);
      try {
        const answering = apollo.executeOperation(
          { query, variables, ...(operationName === undefined ? {} : { operationName }) },
          {
            contextValue: {
              caller: { ...caller, deadline: Date.now() + options.timeoutMs, signal: stop.signal },
              cost,
            },
          },
        );
        const { body } = await Promise.race([answering, late]);
        if (body.kind !== 'single') throw new Error('Nothing of ours answers incrementally.');
        const { data, errors, extensions } = body.singleResult;
        told(outcomeOf(errors));
        return {
          ...(data === undefined ? {} : { data }),
          ...(errors === undefined ? {} : { errors: errors.map(asGraphQLError) }),
          ...(extensions === undefined ? {} : { extensions }),
        };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        told(error.code);
        return { data: null, errors: [refusal(error)] };
      } finally {
        clearTimeout(timer);
        connection.socket.off('close', gone);
      }
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
      // Whoever it is by now: the answer about a partner's key is renewed while the subscription runs.
      context: {
        get caller() {
          return connection.caller();
        },
      },
      signal: stop.signal,
    });
    if (!('payloads' in outcome)) {
      forget();
      return { errors: outcome };
    }
    entry.running = outcome;
    return { stream: endingWith(outcome.payloads, forget) };
  }

  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, handleProtocols });

  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const connection = new Connection(socket, request, guard.addressOf(request));
    connections.add(connection);
    metrics.socketOpened();
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
      metrics.socketClosed();
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
      slowConsumers.add();
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
      const address = guard.addressOf(request);
      const refusedBy = guard.opening(address);
      if (refusedBy !== undefined) {
        socket.end(refusedBy);
        return;
      }
      // Counted by the connection below, because not every upgrade becomes a WebSocket.
      socket.once('close', () => guard.closed(address));
      sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
    },
    async close() {
      clearInterval(heartbeat);
      clearInterval(paceCheck);
      stopWatching();
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
  readonly caller: Caller;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cost: OperationCost | undefined;
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

/** What the first message shows, or nothing when it shows nothing. */
function credentialsFrom(
  params: Readonly<Record<string, unknown>> | undefined,
  address: string,
): Credentials | undefined {
  const text = (name: string): string | undefined => {
    const value = params?.[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const authorization = text('authorization') ?? text('Authorization');
  const apiKey = text('apiKey');
  if (authorization === undefined && apiKey === undefined) return undefined;
  return { authorization, apiKey, companyId: text('companyId'), address, requestId: randomUUID() };
}

/** The payload of a `subscribe` message, whose variables and extensions may be null. */
function askedOver(payload: SubscribePayload) {
  const { documentId } = payload as { documentId?: unknown };
  return {
    query: payload.query,
    operationName: payload.operationName ?? undefined,
    documentId: typeof documentId === 'string' ? documentId : undefined,
    extensions: payload.extensions ?? undefined,
    variables: payload.variables ?? {},
  };
}

/** Calls back at a moment, however far away: a timer by itself holds at most some 24 days. */
function whenItIs(
  moment: number,
  callback: () => void,
  onTimer: (timer: NodeJS.Timeout) => void,
): NodeJS.Timeout {
  const left = Math.max(moment - Date.now(), 0);
  const timer = setTimeout(
    () => {
      if (moment <= Date.now()) callback();
      else whenItIs(moment, callback, onTimer);
    },
    Math.min(left, 2 ** 31 - 1),
  );
  timer.unref();
  onTimer(timer);
  return timer;
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
