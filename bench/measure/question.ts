import { BUILT_IN_ROLES } from '#shared/domain/permissions.ts';
import { executeSubgraph } from '#shared/graphql/execute.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { Bench } from '../bench.ts';
import type { Cell } from '../report.ts';
import { spreadOf } from './latencies.ts';

/** Something that a subgraph is asked again and again. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const WARM = 3;
const RUNS = 200;

/** Somebody of the company who may read everything. */
export function readerOf(companyId: string): Caller {
  return {
    principal: {
      userId: companyId,
      companyId,
      roles: ['auditor'],
      permissions: new Set(BUILT_IN_ROLES.auditor),
      tokenId: companyId,
      sessionId: companyId,
      issuedAt: 0,
      expiresAt: Number.MAX_SAFE_INTEGER,
    },
    requestId: companyId,
    language: 'ka',
  };
}

/** Asks a subgraph once, resolvers and all; throws what it refuses. */
export async function askOnce(
  { log }: Pick<Bench, 'log'>,
  subgraph: SubgraphRuntime,
  { name, query, variables }: Question,
  companyId: string,
): Promise<unknown> {
  const { data, errors } = await executeSubgraph(
    subgraph,
    { query, variables, operationName: undefined, caller: readerOf(companyId) },
    log,
  );
  if (errors !== undefined) throw new Error(`${name}: ${JSON.stringify(errors)}`);
  return data;
}

/** How long the answer takes at the subgraph, the first time and then again and again, and the CPU of each. */
export async function measureQuestion(
  bench: Bench,
  subgraph: SubgraphRuntime,
  question: Question,
  companyId: string,
): Promise<Record<'first' | 'p50' | 'p95' | 'node' | 'postgres' | 'foreign', Cell>> {
  const once = async (): Promise<number> => {
    const began = performance.now();
    await askOnce(bench, subgraph, question, companyId);
    return performance.now() - began;
  };
  const first = await once();
  for (let warm = 0; warm < WARM; warm += 1) await once();
  const durations: number[] = [];
  const stop = bench.meter();
  const end = performance.now() + bench.options.seconds * 1000;
  while (durations.length < RUNS && performance.now() < end) durations.push(await once());
  const cpu = stop();
  const milliseconds = (cores: number | null): number | null =>
    cores === null ? null : (cores * cpu.seconds * 1000) / durations.length;
  const { p50, p95 } = spreadOf(durations);
  return {
    first,
    p50,
    p95,
    node: milliseconds(cpu.node),
    postgres: milliseconds(cpu.postgres),
    foreign: cpu.foreign,
  };
}
