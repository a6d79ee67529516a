import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { Pool } from 'undici';
import { z } from 'zod';
import { executeSubgraph, type SubgraphRequest, type SubgraphResponse } from '#shared/graphql/execute.ts';
import { REMAINING_HEADER, type SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { ASSERTION_HEADER, REQUEST_ID_HEADER, type AssertionSigner } from '#shared/platform/assertion.ts';
import type { DependencyHealth } from '#shared/platform/health.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { OperationContext } from './caller-context.ts';
import { withoutRepeats } from './representations.ts';

/** A subgraph as the gateway sees it, wherever it runs. */
export interface Subgraph {
  readonly name: string;
  run(request: SubgraphRequest): Promise<SubgraphResponse>;
  health(): Promise<readonly DependencyHealth[]>;
  close(): Promise<void>;
}

/** A subgraph of this very process. Its owner closes it. */
export function inProcessSubgraph(runtime: SubgraphRuntime, log: Logger): Subgraph {
  return {
    name: runtime.name,
    run: (request) => executeSubgraph(runtime, request, log),
    health: () => runtime.health(),
    close: () => Promise.resolve(),
  };
}

const TIMEOUT_MILLISECONDS = 30_000;
const HEALTH_TIMEOUT_MILLISECONDS = 3_000;
const CONNECTIONS = 128;

const response = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});
const health = z.object({
  dependencies: z.array(
    z.object({
      name: z.string(),
      status: z.enum(['up', 'down']),
      latencyMs: z.number(),
      error: z.string().optional(),
    }),
  ),
});

/** A subgraph of another process, called over kept-alive connections under the gateway's signed assertion. */
export function httpSubgraph(name: string, url: string, signer: AssertionSigner, log: Logger): Subgraph {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    headersTimeout: TIMEOUT_MILLISECONDS,
    bodyTimeout: TIMEOUT_MILLISECONDS,
  });

  async function post(request: SubgraphRequest): Promise<SubgraphResponse> {
    const { query, variables, operationName, caller } = request;
    const { deadline, signal = null } = caller;
    const remaining = deadline === undefined ? TIMEOUT_MILLISECONDS : Math.max(1, deadline - Date.now());
    const answer = await pool.request({
      method: 'POST',
      path: pathname,
      headers: {
        'content-type': 'application/json',
        [ASSERTION_HEADER]: await signer.sign(caller),
        [REQUEST_ID_HEADER]: caller.requestId,
        [REMAINING_HEADER]: String(Math.ceil(remaining)),
      },
      signal,
      body: JSON.stringify({ query, variables, operationName }),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200)
      throw new Error(`${name} answered ${answer.statusCode}: ${text.slice(0, 300)}`);
    return response.parse(JSON.parse(text)) as SubgraphResponse;
  }

  return {
    name,
    async run(request) {
      try {
        return await post(request);
      } catch (err) {
        // Given up by us: the time is over, or the client is gone.
        if (request.caller.signal?.aborted === true) return unavailable(name);
        log.error({
          event: 'subgraph_unreachable',
          subgraph: name,
          requestId: request.caller.requestId,
          err,
        });
        return unavailable(name);
      }
    },
    async health() {
      const started = performance.now();
      const state = (status: 'up' | 'down', error?: string): DependencyHealth => ({
        name,
        status,
        latencyMs: Math.round(performance.now() - started),
        ...(error === undefined ? {} : { error }),
      });
      try {
        const answer = await pool.request({
          method: 'GET',
          path: '/health',
          signal: AbortSignal.timeout(HEALTH_TIMEOUT_MILLISECONDS),
        });
        const { dependencies } = health.parse(await answer.body.json());
        const known = dependencies.map(({ error, ...rest }) =>
          error === undefined ? rest : { ...rest, error },
        );
        return [state('up'), ...known];
      } catch (error) {
        return [state('down', error instanceof Error ? error.message : String(error))];
      }
    },
    close: () => pool.close(),
  };
}

/** Lets the stock plan executor call a subgraph. */
export function dataSourceFor(subgraph: Subgraph): GraphQLDataSource {
  return {
    async process(options: GraphQLDataSourceProcessOptions) {
      const { query, operationName } = options.request;
      if (query === undefined) throw new Error('A query plan always holds the text of its fetches.');
      const { caller } = options.context as OperationContext;
      const { variables, spread } = withoutRepeats(options.request.variables ?? {});
      const answer = spread(await subgraph.run({ query, variables, operationName, caller }));
      return answer;
    },
  };
}

function unavailable(name: string): SubgraphResponse {
  return {
    errors: [
      {
        message: `A part of the system (${name}) does not answer; trying again later is safe.`,
        extensions: { code: 'SERVICE_UNAVAILABLE' },
      },
    ],
  };
}
