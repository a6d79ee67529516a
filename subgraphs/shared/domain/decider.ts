/** An event that a command decided on, before it has its place in the log. */
export interface NewEvent<Type extends string = string, Data extends object = object> {
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** Version of the aggregate after this event, from 1. */
  readonly version: number;
  readonly type: Type;
  readonly data: Data;
  /** Published facts get a contiguous number for subscribers. */
  readonly published?: boolean;
  /** Documents are numbered without gaps within their series, for example the year. */
  readonly series?: string;
  /** The event changes reference data that decisions of other commands rest on. */
  readonly reference?: boolean;
}

/** What a pure decision yields: facts to append, and the answer to remember for the idempotency key. */
export interface Decision<Result> {
  readonly events: readonly NewEvent[];
  readonly result: Result;
}

/** Marks code that the type system proves unreachable. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
