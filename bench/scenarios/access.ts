import { BUILT_IN_ROLES } from '#shared/domain/permissions.ts';
import type { Principal } from '#shared/platform/principal.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Bench } from '../bench.ts';
import { microsecondsEach } from '../measure/meter.ts';
import { startSystem, type System } from '../workload/system.ts';
import { measureRequests } from './gateway.ts';

const CONNECTIONS = 32;
const ROUNDS = 7;
const WARM_SECONDS = 1;

const QUERIES = {
  'account, from PostgreSQL': '{ account(code: "1110") { code name type balance } }',
  'object, from a subgraph that does nothing': '{ noopQuery { id number } }',
} as const;

/**
 * The same small query through two gateways of this process in turns: one authenticates, limits and asks the rules,
 * the other does nothing of all that. Medians over the rounds are compared.
 */
export async function measureAccess(bench: Bench): Promise<void> {
  const { hot } = await bench.companies();
  const guarded = await startSystem(bench);
  const unguarded = await startSystem(bench, { benchmarkWithoutAccessControl: principalOf(hot) });
  try {
    const token = await guarded.tokenFor(hot);
    const rows = [];
    for (const [name, query] of Object.entries(QUERIES)) {
      const with_: number[] = [];
      const without: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        bench.tell(`access, ${name}, round ${round + 1} of ${ROUNDS}`);
        const turns = [
          { costs: with_, system: guarded },
          { costs: without, system: unguarded },
        ];
        // Who begins changes, so that what is left from the turn before burdens both alike.
        if (round % 2 === 1) turns.reverse();
        for (const { costs, system } of turns) costs.push(await costOf(bench, system, query, token));
      }
      const added = median(with_) / median(without) - 1;
      rows.push({ name, with: median(with_), without: median(without), added: added * 100 });
      bench.goals.push({
        what: `authentication, limits and rules added to the CPU of a small query: ${name}`,
        relation: '≤',
        wanted: 0.15,
        actual: added,
        unit: '×',
      });
    }
    bench.tables.push({
      title: `What access control costs, ${CONNECTIONS} connections, medians of ${ROUNDS} rounds in turns`,
      columns: [
        { key: 'name', heading: 'query' },
        { key: 'with', heading: 'node µs/req with', digits: 1 },
        { key: 'without', heading: 'without', digits: 1 },
        { key: 'added', heading: 'added %', digits: 1 },
      ],
      rows,
      notes: ['the gateway without access control exists in this benchmark only'],
    });
  } finally {
    await unguarded.close();
    await guarded.close();
  }
}

async function costOf(bench: Bench, system: System, query: string, token: string): Promise<number> {
  const { outcome, cpu } = await measureRequests(bench, 'access', {
    origin: system.gateway.url,
    query,
    input: 'nothing',
    batch: 0,
    tokens: [token],
    connections: CONNECTIONS,
    warmSeconds: WARM_SECONDS,
    seconds: bench.options.seconds,
  });
  return microsecondsEach(cpu.node, cpu.seconds, outcome.requests) ?? 0;
}

function principalOf({ companyId, userId }: Actor): Principal {
  return {
    userId,
    companyId,
    roles: ['chief_accountant'],
    permissions: new Set(BUILT_IN_ROLES.chief_accountant),
    tokenId: 'bench',
    sessionId: 'bench',
    issuedAt: Date.now() / 1000,
    expiresAt: Number.MAX_SAFE_INTEGER,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
