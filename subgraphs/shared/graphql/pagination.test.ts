import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DomainError } from '#shared/domain/errors.ts';
import { connectionFromPage, encodeCursor, pageArguments } from './pagination.ts';

const cursor = z.tuple([z.iso.date(), z.string()]);
const limits = { max: 100, cursor };

function refusedField(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).code).toBe('BAD_USER_INPUT');
    return (error as DomainError).details.field;
  }
  throw new Error('was accepted');
}

describe('pageArguments', () => {
  test('asks for one row more than the page has edges', () => {
    expect(pageArguments({ first: 100 }, limits)).toEqual({ first: 100, limit: 101, after: null });
    expect(pageArguments({ first: 1, after: null }, { cursor })).toEqual({ first: 1, limit: 2, after: null });
  });

  test.each([undefined, null])('refuses not to be told how many: %s', (first) => {
    expect(refusedField(() => pageArguments({ first }, limits))).toBe('first');
  });

  test.each([0, -1, 101, 1.5, NaN])('refuses first: %d', (first) => {
    expect(refusedField(() => pageArguments({ first }, limits))).toBe('first');
  });

  test('reads back the key that a cursor was made of', () => {
    const after = encodeCursor(['2026-11-22', 'გიორგი']);
    expect(after).toMatch(/^[\w-]+$/);
    expect(pageArguments({ first: 1, after }, limits).after).toEqual(['2026-11-22', 'გიორგი']);
  });

  test.each([
    ['nothing', ''],
    ['no base64url', '***'],
    ['no JSON', Buffer.from('[').toString('base64url')],
    ['the key of another list', encodeCursor(['1110'])],
    ['an impossible date', encodeCursor(['2026-02-30', 'x'])],
    ['a NUL byte', encodeCursor(['2026-02-28', 'x\0'])],
    ['text around it', ` ${encodeCursor(['2026-02-28', 'x'])}`],
    ['too much text', encodeCursor(['2026-02-28', 'x'.repeat(4000)])],
  ])('refuses a cursor that is %s', (_what, after) => {
    expect(refusedField(() => pageArguments({ first: 1, after }, limits))).toBe('after');
  });
});

describe('connectionFromPage', () => {
  const keyOf = (row: { d: string; id: string }): [string, string] => [row.d, row.id];
  const rows = [1, 2, 3].map((n) => ({ d: '2026-01-01', id: String(n) }));

  test('the extra row says that more follows and is not shown', () => {
    const connection = connectionFromPage(rows, pageArguments({ first: 2 }, limits), keyOf);
    expect(connection.edges.map((edge) => edge.node.id)).toEqual(['1', '2']);
    expect(connection.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: encodeCursor(['2026-01-01', '1']),
      endCursor: encodeCursor(['2026-01-01', '2']),
    });
  });

  test('a full last page has nothing after it', () => {
    const page = pageArguments({ first: 3, after: encodeCursor(['2026-01-01', '0']) }, limits);
    expect(connectionFromPage(rows, page, keyOf).pageInfo).toMatchObject({
      hasNextPage: false,
      hasPreviousPage: true,
    });
  });

  test('an empty page has no cursors', () => {
    expect(connectionFromPage([], pageArguments({ first: 10 }, limits), keyOf)).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });
});
