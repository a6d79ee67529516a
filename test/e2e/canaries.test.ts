import { getNamedType, isEnumType } from 'graphql';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createWatchedLog, keepSecret, takeLeaks } from '#test/log-watch.ts';
import {
  operationOn,
  publishedSchema,
  rootFields,
  type Operation,
  type RootField,
} from '#test/operations.ts';
import { filledEverywhere, placesOf, type Place } from '#test/places.ts';
import { PASSWORD, startSystem, type System } from '#test/system.ts';

/** Stands in whatever this test sends, and must stand in no line of the log. */
const MARK = 'Zanarienvogel4711';
const PERSONAL_NUMBER = '01017098765';
const IBAN = 'GE60TB7194336080100003';
const EMAIL = 'zanarienvogel@vogel.example.ge';
const API_KEY = `dvt_live_${MARK}_3fa85f6457174562b3fc2c963f66afa6`;
const TOKEN = `eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ6YW5hcmllbnZvZ2VsIn0.${'Zz9'.repeat(28)}`;
const SECRETS = [MARK, PERSONAL_NUMBER, IBAN, EMAIL, API_KEY, TOKEN];

let system: System;
let lines: string[];
let fields: readonly RootField[];
let insides: RegExp;
beforeAll(async () => {
  for (const secret of SECRETS) keepSecret(secret, 'a canary');
  lines = [];
  system = await startSystem({
    log: createWatchedLog(lines),
    gateway: { sockets: { openedPerMinute: 10_000 } },
  });
  fields = rootFields(await publishedSchema(system.anonymous));
  insides = await namesOfTheInside();
});
afterAll(() => system.close());
beforeEach(() => {
  lines.length = 0;
});

/** Constraints, indexes, functions, roles and qualified tables of the database: no client has to know them. */
async function namesOfTheInside(): Promise<RegExp> {
  const rows = await system.owner.sql<{ name: string }[]>`
    select conname::text as name from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where n.nspname in ('ledger', 'identity', 'tax', 'payroll', 'inventory', 'reporting', 'davtari')
    union select indexname::text from pg_indexes where schemaname in ('ledger', 'identity', 'tax', 'payroll', 'inventory', 'reporting', 'davtari')
    union select rolname::text from pg_roles where rolname like 'davtari\_%'
    union select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('ledger', 'identity', 'tax', 'payroll', 'inventory', 'reporting', 'davtari')`;
  expect(rows.length).toBeGreaterThan(40);
  const escaped = rows.map(({ name }) => name.replaceAll('.', '\\.'));
  return new RegExp(`(?<![\\w.])(?:${escaped.join('|')})(?![\\w])`);
}

/** What an answer may never show, whatever was asked. */
const NEVER_ANSWERED: readonly (readonly [name: string, shape: RegExp])[] = [
  ['a stack trace', /\bat .{1,200}:\d+:\d+|"stacktrace"|"stack"/],
  ['a path of the machine', /node_modules|file:\/\/|\/(?:work|home|root|tmp|usr|app|var)\/[\w.-]+/],
  [
    'SQL',
    /\b(?:select|insert into|update|delete from)\b.{0,400}\b(?:from|values|set|where|returning)\b|Failed query/i,
  ],
  [
    'words of PostgreSQL',
    /PostgresError|violates|relation ".*" does not exist|syntax error at|invalid input syntax|permission denied/,
  ],
  ['a host of the inside', /127\.0\.0\.1|localhost|ECONN|postgres(?:ql)?:\/\//],
];

function faultsOfAnswer(name: string, text: string): string[] {
  const shapes = [...NEVER_ANSWERED, ['a name of the database', insides] as const];
  return shapes.flatMap(([what, shape]) => {
    const found = shape.exec(text);
    return found === null
      ? []
      : [`${name}: ${what}: ${text.slice(Math.max(0, found.index - 40), found.index + 160)}`];
  });
}

/** What a client says in confidence is not even repeated to itself. */
const CONFIDENTIAL = /(password|token|secret|recoverycode|totp|otp|personalnumber|passportnumber|iban)\)?$/i;

/** Good and bad values: too long, malformed, of another type, dangerous to a database. */
const VALUES: readonly (readonly [name: string, value: unknown])[] = [
  ['plain', `${MARK} ${PERSONAL_NUMBER}`],
  ['secrets', [IBAN, EMAIL, API_KEY, TOKEN, PERSONAL_NUMBER].join(' ')],
  ['an address', EMAIL],
  ['quotes', `${MARK}'"\\; drop table ledger; -- \${x} %s`],
  ['a NUL', `${MARK}\0`],
  ['half a character', `${MARK}\ud83d`],
  ['too long', MARK.repeat(700)],
  ['an object', { password: MARK, [MARK]: [PERSONAL_NUMBER] }],
  ['a list', [MARK, [MARK]]],
];

/** Every value where it must be kept in confidence; elsewhere two of them, and of the others one by turns. */
function valuesFor(place: Place, index: number): typeof VALUES {
  if (CONFIDENTIAL.test(place.name)) return VALUES;
  const [plain, secrets, ...others] = VALUES;
  return [plain, secrets, others[index % others.length]].filter((value) => value !== undefined);
}

/** Sends an operation as the admin; the token is fresh because some mutations end the session they are sent with. */
async function sent({ query, variables }: Operation): Promise<string> {
  const token = await system.company(0).token('admin');
  const response = await system.anonymous.send(JSON.stringify({ query, variables }), {
    authorization: `Bearer ${token}`,
  });
  return response.text();
}

const places = (kinds: readonly RootField['kind'][]): Place[] =>
  fields.filter(({ kind }) => kinds.includes(kind)).flatMap(placesOf);

function expectClean(faults: readonly string[]): void {
  expect(faults).toEqual([]);
  expect(takeLeaks(), 'seen in the log').toEqual([]);
}

describe('what is written into an input', () => {
  it('is tried in every place of the schema', () => {
    const all = places(['query', 'mutation', 'subscription']);
    expect(all.length).toBeGreaterThan(100);
    const roots = fields
      .filter(({ field }) => field.args.some(({ type }) => !isEnumType(getNamedType(type))))
      .map(({ coordinate }) => coordinate);
    const tried = new Set(all.map(({ root }) => root.coordinate));
    // A root field whose only arguments are choices has no place to write into.
    expect(roots.filter((root) => !tried.has(root))).toEqual([]);
  });

  it('over HTTP is in no line of the log, and no answer tells of the inside or repeats a secret', async () => {
    const faults: string[] = [];
    for (const [index, place] of places(['query', 'mutation']).entries()) {
      for (const [kind, value] of valuesFor(place, index)) {
        const text = await sent(operationOn(place.root, place.filledWith(value)));
        faults.push(...faultsOfAnswer(`${place.name} (${kind})`, text));
        if (CONFIDENTIAL.test(place.name) && SECRETS.some((secret) => text.includes(secret)))
          faults.push(`${place.name} (${kind}) is repeated in the answer: ${text.slice(0, 300)}`);
      }
    }
    expectClean(faults);
  }, 180_000);

  it('as a literal of the text is in no line of the log either', async () => {
    const faults: string[] = [];
    for (const place of places(['query', 'mutation'])) {
      const { query, variables } = operationOn(place.root, place.filledWith(`${MARK} ${PERSONAL_NUMBER}`));
      const text = await sent({ query: inlined(query, variables), variables: {} });
      faults.push(...faultsOfAnswer(place.name, text));
    }
    expectClean(faults);
  }, 60_000);

  it('in confidence is not repeated to whoever said it, whatever is wrong beside it', async () => {
    const confidential = places(['query', 'mutation']).filter(({ name }) => CONFIDENTIAL.test(name));
    expect(confidential.length).toBeGreaterThan(3);
    const faults: string[] = [];
    for (const place of confidential) {
      for (const value of [MARK, { [MARK]: MARK }, [MARK]]) {
        const filled = place.filledWith(value);
        const { query, variables } = operationOn(place.root, filled);
        const wrong = { input: { ...(variables['input'] as object), nonsense: 1 } };
        const answers = await Promise.all([
          sent({ query: inlined(query, variables), variables: {} }),
          sent({ query, variables: wrong }),
          sent({ query: inlined(query, wrong), variables: {} }),
          sent({ query, variables: { input: [variables['input'], 7] } }),
          sent({ query, variables: { input: { ...wrong.input, idempotencyKey: [7] } } }),
        ]);
        for (const [index, text] of answers.entries())
          if (text.includes(MARK)) faults.push(`${place.name} ${String(index)}: ${text.slice(0, 400)}`);
      }
    }
    expectClean(faults);
  }, 60_000);

  it('over a WebSocket is in no line of the log, and no answer tells of the inside', async () => {
    const faults: string[] = [];
    for (const [index, place] of places(['query', 'mutation', 'subscription']).entries()) {
      const operation = (value: unknown) => operationOn(place.root, place.filledWith(value));
      const value = [VALUES[0], VALUES[4], VALUES[7]][index % 3]?.[1];
      for (const text of await overSocket([operation(value)]))
        faults.push(...faultsOfAnswer(place.name, text));
    }
    expectClean(faults);
  }, 120_000);
});

/** Writes the variables of an operation into its text. */
function inlined(query: string, variables: Operation['variables']): string {
  const literal = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
    if (typeof value === 'object' && value !== null) {
      return `{ ${Object.entries(value)
        .map(([name, held]) => `${name}: ${literal(held)}`)
        .join(', ')} }`;
    }
    return JSON.stringify(value);
  };
  return query
    .replace(/^(\w+)\(.*?\) \{/, '$1 {')
    .replaceAll(/\$(\w+)/g, (_whole, name: string) => literal(variables[name]));
}

/** Runs operations on one socket and answers what came first for each, and how the socket ended if it did. */
async function overSocket(operations: readonly Operation[]): Promise<string[]> {
  const token = await system.company(0).token('admin');
  const client = createClient({
    url: `${system.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
  });
  try {
    return await Promise.all(
      operations.map(
        ({ query, variables }) =>
          new Promise<string>((resolve) => {
            // A subscription that is let in and brings nothing has answered, too.
            const timer = setTimeout(() => settle('nothing'), 150);
            const settle = (answer: unknown): void => {
              clearTimeout(timer);
              resolve(typeof answer === 'string' ? answer : JSON.stringify(answer));
              leave();
            };
            const leave = client.subscribe(
              { query, variables },
              {
                next: settle,
                error: (error) => settle(error instanceof Error ? error.message : (error as object)),
                complete: () => settle('complete'),
              },
            );
          }),
      ),
    );
  } finally {
    await client.dispose();
  }
}

describe('what is written elsewhere', () => {
  it('into headers, addresses and bodies is in no line of the log', async () => {
    const faults: string[] = [];
    const query = '{ __typename }';
    const headers: Record<string, string>[] = [
      { authorization: `Bearer ${TOKEN}` },
      { authorization: `Bearer ${MARK}` },
      { authorization: `Basic ${MARK}` },
      { authorization: MARK },
      { authorization: `Bearer ${'x'.repeat(9_000)}${MARK}` },
      { 'x-api-key': API_KEY },
      { 'x-api-key': MARK },
      { cookie: `session=${MARK}; token=${TOKEN}` },
      { 'x-user-id': MARK, 'x-company-id': MARK, 'x-davtari-assertion': TOKEN, 'x-forwarded-for': MARK },
      { 'user-agent': `${MARK} ${EMAIL}`, referer: `https://${MARK}.ge/?iban=${IBAN}` },
      { 'accept-language': MARK, origin: `https://${MARK}.ge`, traceparent: MARK, accept: MARK },
      { 'content-type': `application/${MARK}` },
      { 'x-request-id': PERSONAL_NUMBER },
    ];
    for (const [index, given] of headers.entries()) {
      const response = await system.anonymous.send(JSON.stringify({ query }), given);
      faults.push(...faultsOfAnswer(`headers ${String(index)}`, await response.text()));
    }
    const bodies = [
      MARK,
      `{"query":"${MARK}`,
      `[{"query":"${MARK}"}]`,
      `{"query":"{ ${MARK}(x: \\"${IBAN}\\") }"}`,
    ];
    bodies.push(
      JSON.stringify({ query: `query ${MARK} { __typename }`, operationName: `${MARK}2` }),
      JSON.stringify({
        query,
        extensions: { persistedQuery: { version: 1, sha256Hash: MARK } },
        documentId: MARK,
      }),
      JSON.stringify({
        query: 'query($a: Int!) { accounts(first: $a) { totalCount } }',
        variables: { a: MARK },
      }),
      JSON.stringify({ query: 'query($a: Int!) { accounts(first: $a) { totalCount } }', variables: MARK }),
    );
    const token = await system.company(0).token('admin');
    for (const body of bodies) {
      const response = await system.anonymous.send(body, { authorization: `Bearer ${token}` });
      faults.push(...faultsOfAnswer(body, await response.text()));
    }
    const escaped = encodeURIComponent(`{ ${MARK} }`);
    const addresses = [
      `/graphql?query=${escaped}`,
      `/graphql?query=%7B__typename%7D&variables=${MARK}&token=${TOKEN}`,
      `/graphql?documentId=${MARK}`,
      `/${MARK}?iban=${IBAN}`,
      `/health?${MARK}`,
      `/graphql/${MARK}/%E0%A4%A`,
    ];
    for (const address of addresses) {
      for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS']) {
        const response = await fetch(`${system.url}${address}`, { method });
        faults.push(...faultsOfAnswer(`${method} ${address}`, await response.text()));
      }
    }
    expectClean(faults);
  });

  it('into a WebSocket, by whoever does not keep the protocol, is in no line of the log', async () => {
    const messages = [
      MARK,
      `{"type":"connection_init","payload":{"authorization":"Bearer ${TOKEN}"}}`,
      `{"type":"connection_init","payload":{"apiKey":"${API_KEY}"}}`,
      `{"type":"connection_init","payload":"${MARK}"}`,
      `{"type":"${MARK}"}`,
      `{"id":"${MARK}","type":"subscribe","payload":{"query":"{ ${MARK} }"}}`,
      `{"type":"ping","payload":{"${MARK}":"${PERSONAL_NUMBER}"}}`,
    ];
    const faults: string[] = [];
    for (const message of messages) {
      const reason = await new Promise<string>((resolve, reject) => {
        const address = `${system.url.replace('http', 'ws')}/graphql?token=${MARK}`;
        const socket = new WebSocket(address, 'graphql-transport-ws', { headers: { cookie: MARK } });
        const timer = setTimeout(() => socket.close(), 200);
        socket.on('open', () => socket.send(message));
        socket.on('error', reject);
        socket.on('close', (code, why) => {
          clearTimeout(timer);
          resolve(`${String(code)} ${why.toString()}`);
        });
      });
      faults.push(...faultsOfAnswer(message, reason));
    }
    expectClean(faults);
  });
});

describe('while the database fails', () => {
  /** Every operation with a canary in every place at once, and what came of each. */
  async function everythingAtOnce(): Promise<{ readonly faults: string[]; readonly defects: number }> {
    const faults: string[] = [];
    let defects = 0;
    const valueFor = (type: string): unknown => (type in WELL_FORMED ? WELL_FORMED[type] : MARK);
    const waiting = fields.filter(({ kind }) => kind !== 'subscription');
    const ask = async (): Promise<void> => {
      for (let root = waiting.shift(); root !== undefined; root = waiting.shift()) {
        const text = await sent(operationOn(root, filledEverywhere(root, valueFor), 2));
        faults.push(...faultsOfAnswer(root.coordinate, text));
        if (/INTERNAL_SERVER_ERROR|SERVICE_UNAVAILABLE/.test(text)) defects += 1;
        if (text.includes(PASSWORD)) faults.push(`${root.coordinate} repeats a password`);
      }
    };
    // Several at a time: most of it is waiting, for connections that are made anew.
    await Promise.all(Array.from({ length: 6 }, ask));
    return { faults, defects };
  }

  /** Good enough to reach the database with the canaries in the other places. */
  const WELL_FORMED: Readonly<Record<string, unknown>> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    Date: '2026-06-30',
    DateTime: '2026-06-30T12:00:00Z',
    Decimal: '1.00',
    ID: '018f0000-0000-7000-8000-00000000000a',
    JSON: { [MARK]: MARK },
  };

  it('by closing every connection again and again, answers and log stay clean', async () => {
    let isOver = false;
    const killing = (async () => {
      while (!isOver) {
        await system.owner.sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and usename in ('davtari_ledger', 'davtari_identity', 'davtari_tax', 'davtari_payroll', 'davtari_inventory', 'davtari_reporting')
            and backend_start < clock_timestamp() - interval '200 milliseconds'`;
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
    })();
    const { faults } = await everythingAtOnce();
    isOver = true;
    await killing;
    expectClean(faults);
  }, 120_000);

  it('by refusing its roles their rights, answers say nothing and the log says what failed', async () => {
    await system.owner.sql.unsafe(`
      revoke select, insert, update on all tables in schema ledger, identity, tax, payroll, inventory, reporting
        from davtari_ledger, davtari_identity, davtari_tax, davtari_payroll, davtari_inventory, davtari_reporting;
      revoke execute on all functions in schema ledger, identity, tax, payroll, inventory, reporting
        from davtari_ledger, davtari_identity, davtari_tax, davtari_payroll, davtari_inventory, davtari_reporting;`);
    const { faults, defects } = await everythingAtOnce();
    expect(defects).toBeGreaterThan(15);
    const told = lines.map(
      (line) => JSON.parse(line) as { event?: string; requestId?: string; err?: object },
    );
    const failed = told.filter(({ event }) => /defect/.test(event ?? ''));
    expect(failed.length).toBeGreaterThan(15);
    expect(failed.filter(({ requestId, err }) => requestId === undefined || err === undefined)).toEqual([]);
    expect(JSON.stringify(failed)).toContain('42501');
    expectClean(faults);
  }, 60_000);

  it('by having lost its tables, answers say nothing of them', async () => {
    await system.owner.sql.unsafe(`
      alter schema ledger rename to ledger_gone;
      alter schema identity rename to identity_gone;
      alter schema tax rename to tax_gone;
      alter schema payroll rename to payroll_gone;
      alter schema inventory rename to inventory_gone;
      alter schema reporting rename to reporting_gone;`);
    const { faults, defects } = await everythingAtOnce();
    expect(defects).toBeGreaterThan(15);
    expect(lines.join('')).toMatch(/42P01|3F000|42883/);
    expectClean(faults);
  }, 60_000);
});
