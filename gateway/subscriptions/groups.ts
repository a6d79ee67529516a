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

/** Bytes of payloads that are written together at most, unless one payload alone has more. */
const WRITTEN_TOGETHER = 65_536;
/** Readers name their subscriptions alike, mostly; of those who do not, only so many share with others. */
const SHARED_FORMS = 8;

/** Payloads that follow each other and are written together: one write a reader, not one a payload. */
export class Batch {
  readonly payloads: readonly Payload[];
  readonly #forms = new Map<string, Buffer>();

  constructor(payloads: readonly Payload[]) {
    this.payloads = payloads;
  }

  /** Splits payloads into batches of a bounded size. */
  static split(payloads: readonly Payload[]): readonly Batch[] {
    const batches: Batch[] = [];
    let [from, size] = [0, 0];
    for (const [index, { bytes }] of payloads.entries()) {
      if (index > from && size + bytes.length > WRITTEN_TOGETHER) {
        batches.push(new Batch(payloads.slice(from, index)));
        [from, size] = [index, 0];
      }
      size += bytes.length;
    }
    if (from < payloads.length) batches.push(new Batch(payloads.slice(from)));
    return batches;
  }

  /** Position to go on from after the last of them. */
  get cursor(): string {
    return this.payloads.at(-1)?.cursor ?? '';
  }

  /** The bytes of all, put together once for all readers who want them in the same form. */
  inForm(form: string, write: (payload: Payload) => readonly Buffer[]): Buffer {
    const known = this.#forms.get(form);
    if (known !== undefined) return known;
    const made = Buffer.concat(this.payloads.flatMap(write));
    if (this.#forms.size < SHARED_FORMS) this.#forms.set(form, made);
    return made;
  }
}

/** How the payloads that come of one source are made: part by part, because a source may yield very many. */
export interface PayloadParts {
  readonly count: number;
  part(index: number): Promise<readonly Batch[]>;
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
  readonly #made: Promise<readonly Batch[]>[] = [];

  constructor(parts: PayloadParts) {
    this.#parts = parts;
  }

  get count(): number {
    return this.#parts.count;
  }

  part(index: number): Promise<readonly Batch[]> {
    return (this.#made[index] ??= this.#parts.part(index));
  }
}
