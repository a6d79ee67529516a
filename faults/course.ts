import type { Random } from './random.ts';

/** What all who take part in a run share: whom they may ask, when it ends, and where they complain. */
export interface Course {
  /** Addresses of the gateways as clients see them. */
  readonly gateways: readonly string[];
  readonly token: string;
  readonly random: Random;
  /** True once no new work is begun. */
  isOver(): boolean;
  /** Reports a promise that was broken. */
  violated(what: string): void;
  /** Newest number of a posting that anybody was told of. */
  acknowledged: number;
}

export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

const PATIENCE_MILLISECONDS = 8_000;

/** Asks any gateway once. Throws when no answer came. */
export async function ask<Data>(
  { gateways, token, random }: Course,
  query: string,
  variables: object = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${random.pick(gateways)}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
  });
  return (await response.json()) as Answer<Data>;
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Counts by name. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string, count = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + count);
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  toJSON(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
