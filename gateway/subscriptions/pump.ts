/**
 * A subscription as graphql-ws wants it, which yields nothing: its payloads go straight to the socket, written out
 * once for all who get the same, and only its end is told to the protocol.
 */
export class Pump implements AsyncGenerator<never, void> {
  readonly #deliver: () => Promise<void>;
  readonly #stop: () => void;
  #delivering: Promise<IteratorReturnResult<void>> | undefined;

  constructor(deliver: () => Promise<void>, stop: () => void) {
    this.#deliver = deliver;
    this.#stop = stop;
  }

  next(): Promise<IteratorResult<never, void>> {
    return (this.#delivering ??= this.#run());
  }

  return(): Promise<IteratorResult<never, void>> {
    this.#stop();
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(error: unknown): Promise<IteratorResult<never, void>> {
    this.#stop();
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#stop();
    return Promise.resolve();
  }

  async #run(): Promise<IteratorReturnResult<void>> {
    try {
      await this.#deliver();
    } finally {
      this.#stop();
    }
    return { done: true, value: undefined };
  }
}
