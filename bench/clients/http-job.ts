/** What the client process is asked to send. */
export interface HttpJob {
  readonly origin: string;
  /** Text of the operation; its variables are `{ input }`. */
  readonly query: string;
  readonly input: 'nothing' | 'transaction' | 'batch' | 'issue';
  /** Transactions in a batch. */
  readonly batch: number;
  /** What issues take one of, in turn. */
  readonly goods?: readonly { readonly itemId: string; readonly warehouseId: string }[];
  /** Requests go out under these access tokens in turn. */
  readonly tokens: readonly string[];
  /** Connections, each with one request at a time. */
  readonly connections: number;
  readonly warmSeconds: number;
  readonly seconds: number;
}

export interface HttpOutcome {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number | null;
  readonly p99: number | null;
  /** Answers that were no success, and the first of them. */
  readonly failed: number;
  readonly firstFailure: string | null;
}

export type FromHttpClient =
  | { readonly kind: 'measuring' }
  | { readonly kind: 'done'; readonly outcome: HttpOutcome }
  | { readonly kind: 'broken'; readonly why: string };
