/** Events of so short a time are told together; nobody watching a screen can tell. */
const GATHER_MILLISECONDS = { least: 5, most: 100 } as const;
/**
 * A write to one reader costs some hundredths of a millisecond, however much is written. When telling all of them once
 * takes no more than a part of the time until they are told again, a core is left for everything else.
 */
const MILLISECONDS_PER_READER = 0.2;

/** How many this process tells of events, whatever they follow. */
export class Audience {
  #readers = 0;

  joined(): void {
    this.#readers += 1;
  }

  left(): void {
    this.#readers -= 1;
  }

  /** The more are to be told, the more is told them at once. A first event after a pause waits for nothing. */
  gatherMs(): number {
    const { least, most } = GATHER_MILLISECONDS;
    return Math.min(Math.max(this.#readers * MILLISECONDS_PER_READER, least), most);
  }
}
