/** What the process of subscribers is asked to do. */
export interface SocketJob {
  /** `ws://…/graphql` */
  readonly url: string;
  readonly token: string;
  readonly query: string;
  readonly sockets: number;
}

export type ToSocketClient =
  | ({ readonly kind: 'subscribe' } & SocketJob)
  | { readonly kind: 'measure' }
  | { readonly kind: 'tell' }
  | { readonly kind: 'finish' };

export interface SocketOutcome {
  /** Events that arrived since the measurement began, all sockets together. */
  readonly received: number;
  /** From the first of them to the last. */
  readonly seconds: number;
  /** From the moment the posting was given to the ledger until a subscriber had it, ms. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  /** Sockets that the server closed, by close code. */
  readonly closed: Readonly<Record<string, number>>;
}

export type FromSocketClient =
  | { readonly kind: 'subscribed' }
  | { readonly kind: 'told'; readonly outcome: SocketOutcome }
  | { readonly kind: 'done'; readonly outcome: SocketOutcome }
  | { readonly kind: 'broken'; readonly why: string };

/** The description of a posting tells when it was given, by the clock that all processes of a machine share. */
export function stampedDescription(): string {
  return `at:${process.hrtime.bigint()};`;
}

/** Milliseconds since the moment in a message's description; null when it holds none. */
export function millisecondsSince(message: string): number | null {
  const at = message.indexOf('at:');
  if (at < 0) return null;
  const end = message.indexOf(';', at);
  return Number(process.hrtime.bigint() - BigInt(message.slice(at + 3, end))) / 1e6;
}
