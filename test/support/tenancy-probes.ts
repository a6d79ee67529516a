import { UNKNOWN_ID } from '#test/operations.ts';

/** Text that only the second company has; it must never be seen by the first. */
export const SECRET = 'საიდუმლო';

/**
 * One way in which the first company names something of the second: the same operation is sent with the foreign
 * value and with one that is nowhere, and must be answered the same.
 */
export interface Probe {
  readonly operation: (value: string) => { query: string; variables: Record<string, unknown> };
  readonly foreign: () => unknown;
  readonly unknown: () => unknown;
}

export const probe = (
  query: string,
  variables: (value: never) => Record<string, unknown>,
  theirValue: () => unknown,
  nowhere: () => unknown = () => UNKNOWN_ID,
): Probe => ({
  operation: (value) => ({ query, variables: variables(value as never) }),
  foreign: theirValue,
  unknown: nowhere,
});

export const input = (given: object) => ({ input: given });
/** A cursor beside another: the same place in the order, of a row that is nowhere. */
export const beside = (cursor: () => string) => () => {
  const key = JSON.parse(Buffer.from(cursor(), 'base64url').toString()) as unknown[];
  const last = String(key.at(-1));
  const other = `${last.slice(0, -1)}${last.endsWith('0') ? '1' : '0'}`;
  return Buffer.from(JSON.stringify([...key.slice(0, -1), other])).toString('base64url');
};

export const writing = (field: string, type: string, selection: string) =>
  `mutation($input: ${type}!) { ${field}(input: $input) { ${selection} } }`;

/** Pages behind a cursor of the other company's, and behind one that is nowhere. */
export const pageAfter = (field: string, selection: string, cursor: () => string): Probe =>
  probe(
    `query($v: String) { ${field}(after: $v, first: 100) { edges { node { ${selection} } } pageInfo { hasNextPage } } }`,
    (v) => ({ v }),
    cursor,
    beside(cursor),
  );

export type Probes = Readonly<Record<string, Probe | readonly Probe[]>>;
