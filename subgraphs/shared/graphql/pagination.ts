import type { z } from 'zod';
import { badInput, DomainError } from '#shared/domain/errors.ts';

/**
 * Relay connections over keyset pages. A query fetches `limit` rows (one more than asked for) after the key in
 * the cursor; the extra row only tells whether more follows.
 */
export interface Page<Key> {
  /** How many edges the caller wants. */
  readonly first: number;
  /** How many rows to fetch: one more than `first`. */
  readonly limit: number;
  /** Sort key of the last row of the previous page; null for the first page. */
  readonly after: Key | null;
}

export interface PageLimits<Key> {
  /** Most edges that one page may have. */
  readonly max?: number;
  /** Shape of the sort key inside a cursor: `z.tuple([z.iso.date(), z.uuid()])`. */
  readonly cursor: z.ZodType<Key>;
}

/** Checks `first` and `after`. Refuses with `BAD_USER_INPUT` and the argument's name. */
export function pageArguments<Key extends readonly unknown[]>(
  given: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
  limits: PageLimits<Key>,
): Page<Key> {
  const max = limits.max ?? 100;
  const { first } = given;
  if (first === undefined || first === null) {
    throw new DomainError('BAD_USER_INPUT', `first: say how many are wanted, 1 to ${max}`, {
      field: 'first',
    });
  }
  if (!Number.isInteger(first) || first < 1 || first > max) {
    throw badInput('first', first, `must be between 1 and ${max}`);
  }
  const after =
    given.after === undefined || given.after === null ? null : decodeCursor(given.after, limits.cursor);
  return { first, limit: first + 1, after };
}

/** Cursors are opaque to clients: the sort key of a row as JSON, in base64url. */
export function encodeCursor(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

const MAX_CURSOR_LENGTH = 4096;

/** Reads a cursor back. Whatever `encodeCursor` could not have made for this connection is refused. */
export function decodeCursor<Key extends readonly unknown[]>(cursor: string, shape: z.ZodType<Key>): Key {
  if (cursor.length > MAX_CURSOR_LENGTH) throw badInput('after', cursor, 'is not a cursor of this list');
  const bytes = Buffer.from(cursor, 'base64url');
  const parsed = shape.safeParse(jsonOrUndefined(bytes.toString('utf8')));
  // Node's decoder skips what is not base64url, so only a cursor that encodes back to itself is genuine.
  // NUL passes as JSON and as text, but no column can be compared with it.
  if (!parsed.success || bytes.toString('base64url') !== cursor || parsed.data.some(holdsNul)) {
    throw badInput('after', cursor, 'is not a cursor of this list');
  }
  return parsed.data;
}

function holdsNul(part: unknown): boolean {
  return typeof part === 'string' && part.includes('\0');
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No JSON value is undefined, so the shape refuses it.
    return undefined;
  }
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface Connection<Node> {
  readonly edges: Edge<Node>[];
  readonly pageInfo: PageInfo;
}

/** Turns up to `page.limit` rows, in the order of their keys, into a connection of at most `page.first` edges. */
export function connectionFromPage<Node, Key extends readonly unknown[]>(
  rows: readonly Node[],
  page: Page<Key>,
  keyOf: (row: Node) => Key,
): Connection<Node> {
  const edges = rows.slice(0, page.first).map((row) => ({ cursor: encodeCursor(keyOf(row)), node: row }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
