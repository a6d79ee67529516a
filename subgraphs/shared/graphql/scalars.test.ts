import { buildSchema, execute, GraphQLError, type GraphQLScalarType, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { GraphQLDate, GraphQLDateTime, GraphQLDecimal, GraphQLJSON, scalars } from './scalars.ts';

function refusal(attempt: () => unknown): GraphQLError {
  try {
    attempt();
  } catch (error) {
    expect(error).toBeInstanceOf(GraphQLError);
    return error as GraphQLError;
  }
  throw new Error('was accepted');
}

describe('Decimal', () => {
  test.each(['0', '-0.01', '1234.50', '999999999999999.99', '0012'])('takes %s as it is', (text) => {
    expect(GraphQLDecimal.parseValue(text)).toBe(text);
    expect(GraphQLDecimal.serialize(text)).toBe(text);
  });

  test.each([
    12,
    12.5,
    NaN,
    true,
    null,
    {},
    '1e5',
    'NaN',
    'Infinity',
    '',
    ' ',
    ' 1',
    '1 ',
    '+1',
    '1,5',
    '1.',
    '.5',
    '--1',
    '0x10',
    '١٢',
    '1\n',
    '9'.repeat(41),
    `1.${'1'.repeat(41)}`,
  ])('refuses %j and names it', (value) => {
    const error = refusal(() => GraphQLDecimal.parseValue(value));
    expect(error.extensions['code']).toBe('BAD_USER_INPUT');
    expect(error.extensions['value']).toBeDefined();
  });

  test('never leaves as a number', () => {
    expect(() => GraphQLDecimal.serialize(12.5)).toThrow('must be text');
  });
});

describe('Date', () => {
  test.each(['2026-11-22', '2024-02-29', '2000-02-29', '1900-01-01', '2200-12-31'])('takes %s', (text) => {
    expect(GraphQLDate.parseValue(text)).toBe(text);
  });

  test.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    '1899-12-31',
    '2201-01-01',
    '',
    20260101,
    null,
  ])('refuses %j', (value) => {
    expect(refusal(() => GraphQLDate.parseValue(value)).extensions['code']).toBe('BAD_USER_INPUT');
  });

  test('is never made from a moment, which would move by a day with the time zone', () => {
    expect(() => GraphQLDate.serialize(new Date('2026-11-22T00:00:00Z'))).toThrow('YYYY-MM-DD');
  });
});

describe('DateTime', () => {
  test.each([
    ['2026-11-22T14:03:11Z', '2026-11-22T14:03:11.000Z'],
    ['2026-11-22T14:03:11.120456Z', '2026-11-22T14:03:11.120Z'],
    ['2026-11-22T01:00:00+04:00', '2026-11-21T21:00:00.000Z'],
  ])('reads %s as %s', (text, normal) => {
    expect(GraphQLDateTime.parseValue(text)).toBe(normal);
  });

  test.each([
    '2026-11-22',
    '2026-11-22T14:03:11',
    '2026-02-30T00:00:00Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T23:59:60Z',
    '2026-11-22 14:03:11Z',
    '2026-11-22T14:03:11+24:00',
    '',
    1,
    null,
  ])('refuses %j', (value) => {
    expect(refusal(() => GraphQLDateTime.parseValue(value)).extensions['code']).toBe('BAD_USER_INPUT');
  });

  test('leaves with milliseconds and Z, from a Date and from what PostgreSQL writes', () => {
    expect(GraphQLDateTime.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(GraphQLDateTime.serialize('2026-11-22 14:03:11.12345+00')).toBe('2026-11-22T14:03:11.123Z');
    expect(GraphQLDateTime.serialize('2026-11-22 14:03:11+05:30')).toBe('2026-11-22T08:33:11.000Z');
    expect(() => GraphQLDateTime.serialize(new Date(NaN))).toThrow('no moment');
    expect(() => GraphQLDateTime.serialize('2026-11-22')).toThrow('must be written');
  });
});

describe('JSON', () => {
  test('takes objects and nothing else', () => {
    expect(GraphQLJSON.parseValue({ a: [1, null, 'x'] })).toEqual({ a: [1, null, 'x'] });
    for (const value of [[], 'text', 1, null]) {
      expect(refusal(() => GraphQLJSON.parseValue(value)).message).toContain('must be an object');
    }
  });

  test('refuses what jsonb cannot hold', () => {
    for (const value of [{ a: 'x\0' }, { 'k\0': 1 }, { a: ['\ud800'] }]) {
      expect(refusal(() => GraphQLJSON.parseValue(value)).message).toContain('NUL byte or broken Unicode');
    }
    let deep: object = {};
    for (let level = 0; level < 40; level += 1) deep = { deep };
    expect(refusal(() => GraphQLJSON.parseValue(deep)).message).toContain('nested deeper');
    expect(refusal(() => GraphQLJSON.parseValue({ a: 'x'.repeat(70_000) })).message).toContain(
      'characters long',
    );
  });
});

describe('in an operation', () => {
  const schema = buildSchema(
    'scalar Decimal scalar Date scalar DateTime scalar JSON type Query { f(d: Decimal, on: Date, j: JSON): String }',
  );
  for (const [name, scalar] of Object.entries(scalars)) {
    Object.assign(schema.getType(name) as GraphQLScalarType, {
      parseValue: scalar.parseValue,
      parseLiteral: scalar.parseLiteral,
    });
  }
  const codesOf = (errors: readonly GraphQLError[] | undefined): unknown[] =>
    (errors ?? []).map((error) => error.extensions['code']);

  test('a number written as a literal is refused with its value', () => {
    const errors = validate(schema, parse('{ f(d: 12.5) }'));
    expect(codesOf(errors)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.extensions['value']).toBe('12.5');
    expect(codesOf(validate(schema, parse('{ f(on: "2026-02-30") }')))).toEqual(['BAD_USER_INPUT']);
    expect(validate(schema, parse('{ f(d: "12.5", on: "2026-02-28", j: { a: [1] }) }'))).toEqual([]);
  });

  test('a number in a variable is refused with its code', async () => {
    const document = parse('query ($d: Decimal) { f(d: $d) }');
    const result = await execute({ schema, document, variableValues: { d: 12.5 } });
    expect(codesOf(result.errors)).toEqual(['BAD_USER_INPUT']);
    expect(result.errors?.[0]?.message).toContain('$d');
  });
});
