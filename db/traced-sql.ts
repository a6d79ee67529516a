import type postgres from 'postgres';
import { tracing, type Tracer } from '#shared/platform/tracing.ts';

/** A statement of postgres.js, which is sent when somebody first waits for it. */
interface Statement extends Promise<unknown> {
  handle(): unknown;
  readonly strings: readonly string[];
}

type Callable = (...given: unknown[]) => unknown;

/**
 * The same client, whose transactions and statements are told as spans when tracing is on: by the name that begins a
 * statement, such as `trialBalance`, and never with what is asked for. The very same object when it is off.
 */
export function tracedSql<Client extends object>(client: Client): Client {
  const tracer = tracing();
  return tracer === undefined ? client : watched(client, tracer);
}

function watched<Client extends object>(client: Client, tracer: Tracer): Client {
  return new Proxy(client, {
    apply: (target, self, given: unknown[]) =>
      told(Reflect.apply(target as unknown as Callable, self, given), tracer),
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name === 'unsafe') return (...given: unknown[]) => told((value as Callable)(...given), tracer);
      if (name !== 'begin' && name !== 'savepoint') return value;
      return (...given: unknown[]) => {
        const work = given.at(-1) as Callable;
        const inside = (sql: postgres.TransactionSql): unknown => work(watched(sql, tracer));
        return tracer.within({ name: 'transaction', kind: 'client' }, () =>
          (value as Callable)(...given.slice(0, -1), inside),
        );
      };
    },
  });
}

/** Has a statement tell when it is sent and when it is answered; fragments and identifiers are none. */
function told(made: unknown, tracer: Tracer): unknown {
  if (!isStatement(made)) return made;
  const name = nameOf(made.strings);
  if (name === undefined) return made;
  const handle = made.handle.bind(made);
  let isSent = false;
  made.handle = () => {
    if (!isSent) {
      isSent = true;
      const end = tracer.open({
        name,
        kind: 'client',
        attributes: { 'db.system.name': 'postgresql', 'db.query.summary': name },
      });
      // Met beside whoever waits for it, so that an error stays theirs.
      if (end !== undefined) void Promise.prototype.then.call(made, () => end(), end);
    }
    return handle();
  };
  return made;
}

function isStatement(made: unknown): made is Statement {
  return made instanceof Promise && 'handle' in made && 'strings' in made;
}

/** The statement's own name, or its verb; nothing for what only sets up a transaction. */
function nameOf(strings: readonly string[]): string | undefined {
  const text = strings[0] ?? '';
  const named = /^\s*\/\* (\w+) \*\//.exec(text)?.[1];
  if (named !== undefined) return named;
  return /set_config\('app\./.test(text) ? undefined : /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase();
}
