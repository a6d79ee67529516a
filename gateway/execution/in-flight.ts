/**
 * Shares the answer of equal reads that one operation has under way at the same time. Operations share nothing with
 * each other, and what has been answered is not remembered: whoever asks after a change sees it.
 */
export class InFlight<T> {
  readonly #ofOperation = new WeakMap<object, Map<string, Promise<T>>>();

  share(operation: object, key: string, ask: () => Promise<T>): Promise<T> {
    let underWay = this.#ofOperation.get(operation);
    if (underWay === undefined) this.#ofOperation.set(operation, (underWay = new Map<string, Promise<T>>()));
    const known = underWay.get(key);
    // Executors build their answers inside what they are given, so each has its own copy. All copies are made before
    // any of the askers goes on.
    if (known !== undefined) return known.then((answer) => structuredClone(answer));
    const ofOperation = underWay;
    const answer = ask();
    const forget = (): void => {
      ofOperation.delete(key);
    };
    answer.then(forget, forget);
    underWay.set(key, answer);
    return answer.then((first) => first);
  }
}
