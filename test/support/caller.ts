import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { keepIssuedSecrets, keepSecret } from '#test/log-watch.ts';

/** An error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly AnswerError[];
}

/** Why a call was refused: the code, and what else the error tells. */
export type Refusal = Readonly<Record<string, unknown>> & { readonly code: string; readonly message: string };

export type Variables = Readonly<Record<string, unknown>>;

/** A client of the gateway, with one access token or none. */
export interface Caller {
  /** The answer as it comes. */
  answer<Data = Record<string, unknown>>(query: string, variables?: Variables): Promise<Answer<Data>>;
  /** The data of an answer that has no errors. */
  query<Data>(query: string, variables?: Variables): Promise<Data>;
  /** Extensions and message of the only error of an answer without data. */
  refusal(query: string, variables?: Variables): Promise<Refusal>;
  /** Sends a body as it is, to be refused or not. */
  send(body: string | Buffer, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Subscribes on a socket of its own. */
  subscribe<Data>(query: string, variables?: Variables): Watching<Data>;
}

/** A subscription that runs, and what it has brought so far. */
export interface Watching<Data> {
  readonly seen: readonly Data[];
  /** Answers once this many payloads have come in all. */
  upTo(count: number, milliseconds?: number): Promise<readonly Data[]>;
  /** How the subscription ended: the errors it was refused by, the close code of its socket, or neither. */
  readonly ended: Promise<Ending>;
  /** Leaves, as a client that goes offline does. */
  stop(): Promise<void>;
}

export interface Ending {
  readonly errors?: readonly AnswerError[];
  readonly closeCode?: number;
  readonly closeReason?: string;
}

const WAIT_MILLISECONDS = 10_000;

export function createCaller(url: string, token?: string): Caller {
  const authorization: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  if (token !== undefined) keepSecret(token, 'an access token');

  const send: Caller['send'] = (body, headers = {}) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });

  async function answer<Data>(query: string, variables?: Variables): Promise<Answer<Data>> {
    const response = await send(JSON.stringify({ query, variables }));
    const text = await response.text();
    keepIssuedSecrets(text);
    return JSON.parse(text) as Answer<Data>;
  }

  return {
    send,
    answer,
    async query<Data>(query: string, variables?: Variables): Promise<Data> {
      const { data, errors } = await answer<Data>(query, variables);
      if (errors !== undefined || data === undefined || data === null) {
        throw new Error(`Refused: ${JSON.stringify(errors)} for ${query}`);
      }
      return data;
    },
    async refusal(query, variables) {
      const { data, errors } = await answer(query, variables);
      const [error, ...more] = errors ?? [];
      const isWhole =
        data === undefined || data === null || Object.values(data).every((part) => part === null);
      if (error === undefined || more.length > 0 || !isWhole) {
        throw new Error(`Not refused by one error: ${JSON.stringify({ data, errors })}`);
      }
      return { ...error.extensions, code: String(error.extensions['code']), message: error.message };
    },
    subscribe: (query, variables) => watch(url, authorization, query, variables),
  };
}

function watch<Data>(
  url: string,
  connectionParams: Record<string, string>,
  query: string,
  variables: Variables | undefined,
): Watching<Data> {
  const seen: Data[] = [];
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const check of waiting) check();
  };
  let over: Ending | undefined;
  let end: (ending: Ending) => void = () => undefined;
  const ended = new Promise<Ending>((resolve) => {
    end = (ending) => {
      over ??= ending;
      resolve(over);
      wake();
    };
  });
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => undefined,
    on: {
      closed: (event) => {
        const { code, reason } = event as { code: number; reason: string };
        end({ closeCode: code, closeReason: reason });
      },
    },
  });
  client.subscribe<Data>(
    { query, ...(variables === undefined ? {} : { variables }) },
    {
      next: ({ data, errors }) => {
        if (errors !== undefined) end({ errors: errors as unknown as AnswerError[] });
        if (data !== undefined && data !== null) seen.push(data);
        wake();
      },
      error: (error) => {
        // A closed socket is told by its own event, with its code.
        if (Array.isArray(error)) end({ errors: error as AnswerError[] });
      },
      complete: () => {
        end({});
      },
    },
  );
  return {
    seen,
    ended,
    upTo: (count, milliseconds = WAIT_MILLISECONDS) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void): void => {
          clearTimeout(timer);
          waiting.delete(check);
          settle();
        };
        const check = (): void => {
          if (seen.length >= count) finish(() => resolve(seen));
          else if (over !== undefined)
            finish(() => reject(new Error(`Ended after ${String(seen.length)}: ${JSON.stringify(over)}`)));
        };
        const timer = setTimeout(() => {
          finish(() => reject(new Error(`Only ${String(seen.length)} of ${String(count)} payloads came.`)));
        }, milliseconds);
        waiting.add(check);
        check();
      }),
    async stop() {
      await client.dispose();
    },
  };
}
