import { GraphQLError, GraphQLScalarType, Kind, print, valueFromASTUntyped, type ValueNode } from 'graphql';

/**
 * Scalars that every subgraph shares. They refuse at the edge what PostgreSQL or the domain would choke on, so
 * that a value which got through can be handed on as it is.
 */

/** Bounds the work of later arithmetic; what an amount may be is the domain's own and narrower rule. */
const DECIMAL = /^-?\d{1,40}(?:\.\d{1,40})?$/;

export const GraphQLDecimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'Exact decimal number as text, for example "1234.50". Never a JSON number.',
  serialize: decimal,
  parseValue: decimal,
  parseLiteral: (node) => decimal(stringLiteral(node, 'Decimal')),
});

export const GraphQLDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'Calendar date, ISO 8601: "2026-11-22".',
  // A JavaScript Date would move by a day with the time zone, so calendar dates stay text everywhere.
  serialize: calendarDate,
  parseValue: calendarDate,
  parseLiteral: (node) => calendarDate(stringLiteral(node, 'Date')),
});

export const GraphQLDateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'Moment in time, RFC 3339: "2026-11-22T14:03:11.120Z".',
  serialize: (value) => (value instanceof Date ? isoText(value) : moment(fromPostgres(value))),
  parseValue: moment,
  parseLiteral: (node) => moment(stringLiteral(node, 'DateTime')),
});

export const GraphQLJSON = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'Free-form JSON object.',
  serialize: (value) => value,
  parseValue: jsonObject,
  parseLiteral: (node, variables) => jsonObject(valueFromASTUntyped(node, variables)),
});

/** Resolver map entries of all shared scalars; a subgraph takes those that its SDL declares. */
export const scalars = {
  Decimal: GraphQLDecimal,
  Date: GraphQLDate,
  DateTime: GraphQLDateTime,
  JSON: GraphQLJSON,
} as const;

function decimal(value: unknown): string {
  if (typeof value !== 'string') throw refused('Decimal', value, 'must be text, not a JSON number');
  if (!DECIMAL.test(value)) {
    throw refused(
      'Decimal',
      value,
      'must be digits with an optional "-" before and fraction after ".", as "-12.50"',
    );
  }
  return value;
}

const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

function calendarDate(value: unknown): string {
  const parts = typeof value === 'string' ? CALENDAR_DATE.exec(value) : null;
  if (parts === null) throw refused('Date', value, 'must be written as YYYY-MM-DD');
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (!existsInCalendar(year, month, day)) throw refused('Date', value, 'there is no such day');
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw refused('Date', value, `the year must be between ${FIRST_YEAR} and ${LAST_YEAR}`);
  }
  return parts[0];
}

const MOMENT =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Normalises to UTC with milliseconds, so that equal moments are equal text. */
function moment(value: unknown): string {
  const parts = typeof value === 'string' ? MOMENT.exec(value) : null;
  if (parts === null)
    throw refused('DateTime', value, 'must be written as 2026-11-22T14:03:11Z, offset included');
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (!existsInCalendar(year, month, day)) throw refused('DateTime', value, 'there is no such day');
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw refused('DateTime', value, `the year must be between ${FIRST_YEAR} and ${LAST_YEAR}`);
  }
  return isoText(new Date(parts[0]));
}

function isoText(value: Date): string {
  if (Number.isNaN(value.getTime())) throw refused('DateTime', String(value), 'is no moment in time');
  return value.toISOString();
}

/** PostgreSQL writes `2026-11-22 14:03:11.12+00`; RFC 3339 wants a `T` and minutes in the offset. */
function fromPostgres(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value
    .replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')
    .replace(/([+-]\d{2})$/, (offset, hours: string, at: number) =>
      // A bare date also ends in "-22": only what follows a time is an offset.
      at > 10 ? `${hours}:00` : offset,
    );
}

function existsInCalendar(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}

const MAX_JSON_DEPTH = 32;
const MAX_JSON_LENGTH = 64 * 1024;

function jsonObject(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refused('JSON', value, 'must be an object');
  }
  requireStorable(value, 0);
  const length = JSON.stringify(value).length;
  if (length > MAX_JSON_LENGTH) {
    throw refused('JSON', '…', `is ${length} characters long, the limit is ${MAX_JSON_LENGTH}`);
  }
  return value;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** PostgreSQL's jsonb holds neither NUL nor half of a surrogate pair. */
function requireStorable(value: unknown, depth: number): void {
  if (depth > MAX_JSON_DEPTH) throw refused('JSON', '…', `is nested deeper than ${MAX_JSON_DEPTH} levels`);
  if (typeof value === 'string' && (value.includes('\0') || LONE_SURROGATE.test(value))) {
    throw refused('JSON', value, 'holds a NUL byte or broken Unicode');
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    requireStorable(key, depth);
    requireStorable(child, depth + 1);
  }
}

function stringLiteral(node: ValueNode, scalar: string): string {
  if (node.kind === Kind.STRING) return node.value;
  throw refused(scalar, print(node), 'must be text in quotes', node);
}

const MAX_QUOTED = 100;

function refused(scalar: string, value: unknown, why: string, node?: ValueNode): GraphQLError {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  const quoted = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
  return new GraphQLError(`${scalar} ${JSON.stringify(quoted)}: ${why}`, {
    ...(node === undefined ? {} : { nodes: node }),
    extensions: { code: 'BAD_USER_INPUT', value: quoted },
  });
}

/**
 * The scalar with its shape left to the domain: any text passes. A malformed value refused at the edge would
 * refuse a whole batch for one of its items; the domain's rules name the item's field and refuse it alone.
 */
export function checkedByDomain(
  scalar: GraphQLScalarType<string, string>,
): GraphQLScalarType<string, string> {
  const text = (value: unknown): string => {
    if (typeof value !== 'string') throw refused(scalar.name, value, 'must be text, not a JSON number');
    return value;
  };
  return new GraphQLScalarType<string, string>({
    ...scalar.toConfig(),
    parseValue: text,
    parseLiteral: (node) => text(stringLiteral(node, scalar.name)),
  });
}
