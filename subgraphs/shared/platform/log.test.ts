import { DrizzleQueryError } from 'drizzle-orm';
import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { createLog, type Logger } from './log.ts';
import { redactText } from './redact.ts';

const JWT = `eyJ${'h'.repeat(20)}.eyJ${'p'.repeat(40)}.${'s'.repeat(86)}`;
const API_KEY = 'dvt_live_7Kq3_9d8f7a6b5c4d3e2f1a0b';
const REFRESH_TOKEN = 'q9Jt0w2Lr5XvB8nYc3HsKd7fGzMa1PeTu4Ri6OoWx_A';
const PERSONAL_NUMBER = '01001012345';
const IBAN = 'GE29NB0000000101904917';
const EMAIL = 'nino.beridze@example.ge';
const PASSWORD = 'correct horse battery';
const SECRETS = [JWT, API_KEY, REFRESH_TOKEN, PERSONAL_NUMBER, IBAN, EMAIL];

/** A log and the lines that it has written. */
function written(level = 'trace'): { log: Logger; lines: string[]; last: () => Record<string, unknown> } {
  const lines: string[] = [];
  const log = createLog({ logLevel: level as 'trace' }, { write: (line) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> };
}

describe('a line of the log', () => {
  it('says what it was given, as one line of JSON', () => {
    const { log, lines, last } = written();
    const said = {
      event: 'transaction_posted',
      transactionId: '018f2c4e-0123-7456-8901-012345678901',
      requestId: 'a1b2c3d4e5f60718293a4b5c6d7e8f90',
      hash: '0'.repeat(64),
      tokenId: '018f2c4e-0123-7456-8901-012345678902',
      accessTokenSeconds: 1800,
      durationMs: 1.5,
      path: ['recordTransactions', 0, 'transaction'],
      isLive: true,
      nothing: null,
    };
    log.info(said, 'posted in 1234567890 ms by 123456789012');
    expect(last()).toMatchObject({ ...said, level: 30, msg: 'posted in 1234567890 ms by 123456789012' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[^\n]*\n$/);
  });

  it.each(SECRETS)('never holds %s, wherever it is put', (secret) => {
    const { log, lines } = written();
    const places: readonly unknown[] = [
      { note: secret },
      { deep: { deeper: [{ note: `before ${secret} after` }] } },
      { [secret]: 'as a name' },
      { text: JSON.stringify({ note: secret }) },
      { text: `line\n${secret}\ttab "${secret}" \u0001${secret}` },
      { url: `http://gateway/graphql?x=${secret}&y=1` },
      { err: new Error(`this went wrong: ${secret}`) },
      { err: Object.assign(new Error('wrong'), { body: secret, response: { data: secret }, cause: secret }) },
      { err: new Error('outer', { cause: new Error(`inner ${secret}`) }) },
      { err: new AggregateError([new Error(secret)], secret) },
      { err: secret },
      { err: { message: secret } },
      { error: new Error(secret) },
    ];
    for (const place of places) log.error(place);
    log.warn(secret);
    log.warn({ event: 'x' }, 'words %s', secret);
    log.child({ note: secret }).debug('bound');
    log.error(new Error(secret));
    log.error(new Error(secret), 'words');
    log.error({ thrown: new Error(secret) });
    log.child({ err: new Error(secret) }).info('bound');
    log.child({ deep: { note: secret } }).trace({ event: 'bound' });
    expect(lines).toHaveLength(places.length + 8);
    for (const line of lines) {
      expect(line).not.toContain(secret);
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    }
  });

  it('never holds what is called password, token, secret or input, however deep and whatever it looks like', () => {
    const { log, lines } = written();
    for (const name of [
      'password',
      'newPassword',
      'currentPassword',
      'refreshToken',
      'clientSecret',
      'authorization',
      'x-api-key',
      'recoveryCodes',
      'totpSecret',
      'personalNumber',
      'input',
      'variables',
      'body',
      'parameters',
    ]) {
      log.info({ [name]: PASSWORD });
      log.info({ [name]: { nested: PASSWORD } });
      log.info({ a: [{ b: { [name]: [PASSWORD] } }] });
    }
    for (const text of [
      '{"password":"hunter2x"}',
      'password=hunter2x',
      '{\\"password\\":\\"hunter2x\\"}',
      'Basic hunter2x',
    ])
      log.info(text);
    log.info('postgres://davtari:hunter2x@db:5432/books');
    expect(lines.filter((line) => line.includes(PASSWORD) || line.includes('hunter2x'))).toEqual([]);
  });

  it('never holds a personal number, an IBAN or an address, whatever stands around them', () => {
    const letters = fc
      .string({ unit: 'binary', maxLength: 20 })
      .map((text) => text.replaceAll(/[\p{L}\p{N}_%+.-]+$/gu, ''));
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${String(length)}}$`));
    const secret = fc.oneof(
      digits(11),
      fc
        .tuple(digits(2), fc.stringMatching(/^[A-Z]{2}$/), digits(16))
        .map(([check, bank, account]) => `GE${check}${bank}${account}`),
      fc.stringMatching(/^[a-z]{1,12}\.[a-z]{1,12}@[a-z]{2,12}\.ge$/),
    );
    fc.assert(
      fc.property(
        letters,
        secret,
        fc.stringMatching(/^[^\p{L}\p{N}]?[^\p{N}]{0,10}$/u),
        (before, hidden, after) => {
          const { log, lines } = written();
          log.info({ text: `${before}${hidden} ${after}`, err: new Error(`${before}${hidden}`) });
          return lines.every((line) => !line.includes(hidden) && JSON.parse(line) !== null);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('costs nothing that anybody could make large', () => {
    const { log, lines } = written();
    const began = performance.now();
    log.error({
      text: 'x'.repeat(5_000_000),
      err: new Error('a@'.repeat(500_000)),
      list: Array(10_000).fill('y'),
    });
    log.error({ text: '1'.repeat(1_000_000) });
    expect(performance.now() - began).toBeLessThan(2_000);
    for (const line of lines) expect(line.length).toBeLessThan(40_000);
  });

  it('is not made when its level is off', () => {
    const { log, lines } = written('warn');
    log.info({
      get event(): string {
        throw new Error('was read');
      },
    });
    expect(lines).toEqual([]);
  });
});

describe('an error in the log', () => {
  const CANARY = 'canary-value-4711';

  it('of PostgreSQL tells the constraint and the statement, and never the row or the parameters', () => {
    const { log, lines, last } = written();
    const error = Object.assign(
      new Error('duplicate key value violates unique constraint "users_email_key"'),
      {
        name: 'PostgresError',
        code: '23505',
        detail: `Key (email)=(${CANARY}) already exists.`,
        where: CANARY,
        constraint_name: 'users_email_key',
        schema_name: 'identity',
        query: `/* insertUser */ insert into identity.users values ('${CANARY}')`,
        parameters: [CANARY],
        args: [CANARY],
      },
    );
    log.error({ event: 'gateway_defect', err: error });
    expect(lines[0]).not.toContain(CANARY);
    expect(last()['err']).toMatchObject({
      type: 'PostgresError',
      code: '23505',
      constraint_name: 'users_email_key',
      statement: 'insertUser',
      message: 'duplicate key value violates unique constraint "users_email_key"',
    });
  });

  it('of PostgreSQL leaves out the value that was no number, date or identifier', () => {
    const { log, lines, last } = written();
    log.error({
      err: Object.assign(new Error(`invalid input syntax for type uuid: "${CANARY}"`), { code: '22P02' }),
    });
    expect(lines[0]).not.toContain(CANARY);
    expect(last()['err']).toMatchObject({ message: 'invalid input syntax for type uuid: "…"' });
  });

  it('of Drizzle leaves out the statement and its parameters, in the stack too', () => {
    const { log, lines, last } = written();
    const cause = Object.assign(new Error('connection terminated'), { code: 'CONNECTION_CLOSED' });
    log.error({
      err: new DrizzleQueryError('/* member */ select "id" from "users" where "email" = $1', [CANARY], cause),
    });
    expect(lines[0]).not.toContain(CANARY);
    expect(last()['err']).toMatchObject({
      message: 'Failed query: member',
      cause: { message: 'connection terminated', code: 'CONNECTION_CLOSED' },
    });
    expect(JSON.stringify(last()['err'])).toContain('log.test.ts');
  });

  it.each([
    ['of a refusal', badInput('email', CANARY, `${CANARY} is no address`)],
    ['of a refusal that quotes', notFound('id', CANARY)],
    ['of a long refusal', badInput('name', CANARY.repeat(20), 'is too long')],
    [
      'of fetch',
      new TypeError('fetch failed', {
        cause: Object.assign(new Error('bad status'), { body: CANARY, headers: { x: CANARY } }),
      }),
    ],
    ['of JSON', parseFault(`{"a": ${CANARY}`)],
    [
      'of GraphQL',
      new GraphQLError(`Variable "$input" got invalid value "${CANARY}" at "input.name"; it is wrong.`, {
        originalError: new Error('x'),
      }),
    ],
    [
      'of GraphQL with its cause',
      new GraphQLError('x', {
        originalError: new DomainError('CONFLICT', `name: ${CANARY} is taken`, { value: CANARY }),
      }),
    ],
    [
      'with a request upon it',
      Object.assign(new Error('x'), { request: { body: CANARY }, options: [CANARY], input: CANARY }),
    ],
    [
      'with a false stack',
      Object.assign(new Error('x'), { stack: `Error: ${CANARY}\n${CANARY}\n    at ${CANARY}\n` }),
    ],
    ['that is an object', { anything: CANARY }],
  ])('%s never quotes a value', (_name, err) => {
    const { log, lines } = written();
    log.error({ err });
    expect(lines[0]).not.toContain(CANARY);
    expect(lines[0]).toContain('"err"');
  });

  it('says where it arose and what caused it, to a sane depth', () => {
    const { log, last } = written();
    let error = new Error('the root');
    for (let index = 0; index < 50; index += 1) error = new Error(`level ${String(index)}`, { cause: error });
    const loop = new Error('a circle');
    loop.cause = new Error('half', { cause: loop });
    log.error({ err: error });
    expect(last()['err']).toMatchObject({
      type: 'Error',
      message: 'level 49',
      cause: { message: 'level 48' },
    });
    expect(JSON.stringify(last()).length).toBeLessThan(50_000);
    log.error({ err: loop });
    expect(last()['err']).toMatchObject({ message: 'a circle', cause: { message: 'half' } });
  });
});

describe('a text', () => {
  it.each([
    'UNBALANCED_ENTRY: debits and credits differ by 180.00 GEL',
    'file:///app/node_modules/@apollo/gateway/dist/index.js:10:5',
    '018f2c4e-0123-7456-8901-012345678901',
    'The access token has expired.',
    'posted 1180.00 on 2026-11-22T14:03:11.120Z',
  ])('without secrets stays as it is: %s', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

function parseFault(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
