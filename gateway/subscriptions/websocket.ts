import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, OperationTypeNode, type ExecutionArgs } from 'graphql';
import { CloseCode, handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Authenticator, Credentials } from '#gateway/access/authenticate.ts';
import type { SupergraphHolder } from '#gateway/composition/holder.ts';
import { languageOf, userAgentOf } from '#gateway/http/request.ts';
import type { OperationResolver } from '#gateway/operations/resolve.ts';
import { whileRegistered } from '#gateway/operations/while-registered.ts';
import type { Metrics } from '#gateway/metrics/metrics.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { PartnerLimits } from '#shared/platform/access-authority.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller, Principal } from '#shared/platform/principal.ts';
import { RefusedOperation, type Admitted, type Door, type DoorOptions } from './door.ts';
import { frameHead } from './frame.ts';
import type { Batch, Payload } from './groups.ts';
import { drained, paceCheckMs, stoppedReading, type PaceTimings } from './pace.ts';
import { Pump } from './pump.ts';
import type { PayloadSink, RunningSubscription } from './running.ts';
import { turnedAway, type SocketGuard } from './socket-guard.ts';
import type { Subscriptions } from './subscribe.ts';
import { whenItIs } from './when.ts';

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

export interface SocketTimings extends PaceTimings {
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
  readonly supergraphs: Pick<SupergraphHolder, 'current'>;
  readonly authenticator: Pick<Authenticator, 'admit' | 'revocations'>;
  readonly door: Door;
  readonly operations: OperationResolver;
  readonly metrics: Metrics;
  readonly subscriptions: Subscriptions;
  readonly guard: SocketGuard;
  readonly log: Logger;
  readonly timings: SocketTimings;
  readonly onRefused: DoorOptions['onRefused'];
}

export interface SocketEdge {
  /** Takes over an HTTP request that asks for a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Writes what has come already, ends every socket with 1001 and waits until they are gone. */
  close(): Promise<void>;
}

const MAX_MESSAGE = 1024 * 1024;
/** Subscriptions of one socket at a time. */
const MAX_SUBSCRIPTIONS = 200;
const CLOSE_GRACE_MS = 2_000;
const MAX_REASON_BYTES = 123;
/** Bytes on their way to one subscriber from which on it is waited for. */
const MAX_BYTES_UNDER_WAY = 65_536;
const TEXT = { binary: false } as const;

interface Entry {
  readonly stop: AbortController;
  running?: RunningSubscription;
}

/** What belongs to one socket. */
class Connection {
  readonly socket: WebSocket;
  /** The connection below it, for messages that are framed already. */
  readonly #wire: Duplex;
  readonly address: string;
  readonly userAgent: Pick<Caller, 'userAgent'>;
  readonly language: Caller['language'];
  principal: Principal | null = null;
  /** Given for a partner. */
  limits: PartnerLimits | undefined;
  expiry: NodeJS.Timeout | undefined;
  readonly subscriptions = new Map<string, Entry>();
  /** Moment of the last sign of life: a message, a pong, or bytes taken. */
  alive = performance.now();
  #waiting: (() => void)[] | undefined;

  constructor(socket: WebSocket, request: IncomingMessage, address: string) {
    this.socket = socket;
    this.#wire = request.socket;
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

  /** Sends a text message. Answers a promise when too much is under way already. */
  send(text: Buffer): Promise<void> | undefined {
    const { socket } = this;
    if (socket.readyState !== socket.OPEN) return undefined;
    socket.send(text, TEXT, this.#taken);
    return this.#untilTaken();
  }

  /**
   * Sends messages that are framed already, all at once: a system call for each of them would cost more than
   * everything else about them. Nothing is compressed, so what `send` sends is never waiting behind.
   */
  sendFrames(frames: Buffer): Promise<void> | undefined {
    const { socket } = this;
    if (socket.readyState !== socket.OPEN) return undefined;
    this.#wire.write(frames, this.#taken);
    return this.#untilTaken();
  }

  #untilTaken(): Promise<void> | undefined {
    const { socket } = this;
    if (socket.bufferedAmount <= MAX_BYTES_UNDER_WAY) return undefined;
    return new Promise((resolve) => (this.#waiting ??= []).push(resolve));
  }

  /** Lets go whoever waits for bytes to be taken. */
  readonly #taken = (): void => {
    this.alive = performance.now();
    if (this.#waiting === undefined || this.socket.bufferedAmount > MAX_BYTES_UNDER_WAY / 2) return;
    this.release();
  };

  release(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    for (const resolve of waiting ?? []) resolve();
  }
}

/** The payloads of one subscription as messages of the protocol, of which only the identifier is its own. */
class NextMessages implements PayloadSink {
  readonly #connection: Connection;
  readonly #form: string;
  readonly #head: Buffer;

  constructor(connection: Connection, id: string) {
    this.#connection = connection;
    this.#form = `next ${id}`;
    this.#head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  }

  write(batch: Batch): Promise<void> | undefined {
    return this.#connection.sendFrames(batch.inForm(this.#form, this.#message));
  }

  readonly #message = ({ bytes }: Payload): readonly Buffer[] => {
    const length = this.#head.length + bytes.length + CLOSING_BRACE.length;
    return [frameHead(length), this.#head, bytes, CLOSING_BRACE];
  };
}

const CLOSING_BRACE = Buffer.from('}');

type Extra = { readonly connection: Connection };

/** GraphQL over WebSocket: subscriptions, and any query or mutation besides. */
export function createSocketEdge(options: SocketEdgeOptions): SocketEdge {
  const { supergraphs, authenticator, door, guard, metrics, operations, subscriptions, log, timings } =
    options;
  const { revocations } = authenticator;
  const connections = new Set<Connection>();

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
      try {
        const asked = askedOver(payload);
        const admitted = await door.admit(caller, connection.limits, asked);
        const { document, operation, operationName } = admitted;
        const call: Call = { connection, caller, admitted, stream: undefined };
        if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
          if (connection.subscriptions.size >= MAX_SUBSCRIPTIONS)
            throw door.refused(caller, began, [tooManySubscriptions()]);
          const started = await startStream(connection, id, admitted);
          if ('errors' in started) throw door.refused(caller, began, started.errors);
          call.stream =
            caller.principal?.partner === undefined
              ? started.stream
              : whileRegistered(started.stream, admitted.query, () => operations(connection.caller(), asked));
          door.begun(caller, began, admitted);
        }
        return {
          schema: supergraphs.current().apiSchema,
          document,
          operationName: operationName ?? null,
          contextValue: call,
          rootValue: null,
        };
      } catch (error) {
        if (error instanceof RefusedOperation) return error.errors;
        throw error;
      }
    },

    async execute(args: ExecutionArgs) {
      const { caller, admitted, connection } = args.contextValue as Call;
      const gone = new AbortController();
      const left = (): void => gone.abort();
      connection.socket.once('close', left);
      try {
        return await door.answer(caller, admitted, gone.signal);
      } finally {
        connection.socket.off('close', left);
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
    { document, operation, queryHash, variables }: Admitted,
  ): Promise<{ readonly stream: Pump } | { readonly errors: readonly GraphQLError[] }> {
    const stop = new AbortController();
    const entry: Entry = { stop };
    connection.subscriptions.set(id, entry);
    const forget = (): void => {
      stop.abort();
      if (connection.subscriptions.get(id) === entry) connection.subscriptions.delete(id);
    };
    let caller = connection.caller();
    const context = {
      // Whoever it is by now: the answer about a partner's key is renewed while the subscription runs.
      get caller() {
        if (caller.principal !== connection.principal) caller = connection.caller();
        return caller;
      },
    };
    const running = await subscriptions.subscribe({
      document,
      operation,
      queryHash,
      variables,
      context,
      signal: stop.signal,
    });
    if (!('pace' in running)) {
      forget();
      return { errors: running };
    }
    entry.running = running;
    const sink = new NextMessages(connection, id);
    return { stream: new Pump(() => subscriptions.deliver(running, sink, context), forget) };
  }

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE,
    perMessageDeflate: false,
    handleProtocols,
  });

  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const connection = new Connection(socket, request, guard.addressOf(request));
    connections.add(connection);
    metrics.socketOpened();
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) => connection.send(Buffer.from(data)) ?? Promise.resolve(),
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
      connection.release();
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
  const paceCheck = setInterval(() => {
    const now = performance.now();
    for (const connection of connections) closeIfSlow(connection, now);
  }, paceCheckMs(timings));
  heartbeat.unref();
  paceCheck.unref();

  /** One that has stopped reading is told so: it can resume without loss. */
  function closeIfSlow(connection: Connection, now: number): void {
    if (connection.socket.readyState !== connection.socket.OPEN) return;
    for (const { running } of connection.subscriptions.values()) {
      if (running === undefined) continue;
      const pace = stoppedReading(running, timings, now, log, connection.principal);
      if (pace === undefined) continue;
      connection.close(CLOSE_CODES.SLOW_CONSUMER, `SLOW_CONSUMER: resume after ${pace.lastCursor}`);
      return;
    }
  }

  return {
    upgrade(request, socket, head) {
      const address = guard.addressOf(request);
      const turned = guard.opening(address);
      if (turned !== undefined) {
        socket.end(turnedAway(turned));
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
      // What has come already is written before the close: the subscriber resumes after the last of it.
      await drained(
        [...connections].flatMap(({ subscriptions: own }) =>
          [...own.values()].flatMap(({ running }) => running ?? []),
        ),
      );
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
  readonly admitted: Admitted;
  stream: AsyncGenerator<never, void> | undefined;
}

function tooManySubscriptions(): GraphQLError {
  return new GraphQLError(`A socket carries at most ${MAX_SUBSCRIPTIONS} subscriptions.`, {
    extensions: { code: 'COST_LIMIT_EXCEEDED', limit: MAX_SUBSCRIPTIONS },
  });
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
