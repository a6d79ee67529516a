import type { HydratedPayload } from './hydration-plan.ts';

/** A payload as all subscribers of a group get it: written out once, whoever asks first. */
export class Payload {
  readonly #content: HydratedPayload;
  /** Position to go on from after this payload. */
  readonly cursor: string;
  #bytes: Buffer | undefined;

  constructor(content: HydratedPayload, cursor: string) {
    this.#content = content;
    this.cursor = cursor;
  }

  /** JSON of the execution result. */
  get bytes(): Buffer {
    return (this.#bytes ??= Buffer.from(JSON.stringify(this.#content)));
  }
}

/** How the payloads that come of one source are made: part by part, because a source may yield very many. */
export interface PayloadParts {
  readonly count: number;
  part(index: number): Promise<readonly Payload[]>;
}

/**
 * Subscribers with the same operation, variables and rights get the same payloads, so one of them completes what
 * came and the others take what it made.
 */
export class Groups {
  readonly #made = new WeakMap<object, Map<string, Promise<SharedParts>>>();

  /** `source` is what came: the same object for all whom it came to. */
  share(group: string, source: object, make: () => Promise<PayloadParts>): Promise<PayloadParts> {
    let ofSource = this.#made.get(source);
    if (ofSource === undefined) this.#made.set(source, (ofSource = new Map<string, Promise<SharedParts>>()));
    let made = ofSource.get(group);
    if (made === undefined) ofSource.set(group, (made = make().then((parts) => new SharedParts(parts))));
    return made;
  }
}

/** Makes each part once. */
class SharedParts implements PayloadParts {
  readonly #parts: PayloadParts;
  readonly #made: Promise<readonly Payload[]>[] = [];

  constructor(parts: PayloadParts) {
    this.#parts = parts;
  }

  get count(): number {
    return this.#parts.count;
  }

  part(index: number): Promise<readonly Payload[]> {
    return (this.#made[index] ??= this.#parts.part(index));
  }
}
