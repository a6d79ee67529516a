import { expect, it } from 'vitest';
import { processMetrics } from '#shared/platform/metrics.ts';
import { showHealth, type ShownHealth } from './state.ts';

const figures = async (): Promise<readonly string[]> =>
  (await processMetrics.page()).text
    .split('\n')
    .filter((line) => /^davtari_(dependency_up|dependency_latency_seconds|breaker_state)\{/.test(line));

it('shows dependencies and breakers as numbers, and nothing once the gateway is gone', async () => {
  const report: ShownHealth = {
    dependencies: [
      { name: 'ledger/postgres', status: 'up', latencyMs: 2 },
      { name: 'redis', status: 'down', latencyMs: 1_500 },
    ],
    breakers: [
      { subgraph: 'ledger', replica: 1, state: 'closed' },
      { subgraph: 'ledger', replica: 2, state: 'half-open' },
      { subgraph: 'identity', replica: 1, state: 'open' },
    ],
  };
  const hide = showHealth({ report: () => Promise.resolve(report) });
  expect(await figures()).toEqual([
    'davtari_dependency_up{dependency="ledger/postgres"} 1',
    'davtari_dependency_up{dependency="redis"} 0',
    'davtari_dependency_latency_seconds{dependency="ledger/postgres"} 0.002',
    'davtari_dependency_latency_seconds{dependency="redis"} 1.5',
    'davtari_breaker_state{subgraph="ledger",replica="1"} 0',
    'davtari_breaker_state{subgraph="ledger",replica="2"} 1',
    'davtari_breaker_state{subgraph="identity",replica="1"} 2',
  ]);
  hide();
  expect(await figures()).toEqual([]);
});

it('keeps nobody waiting for a dependency that hangs, and shows it as soon as it has been heard of', async () => {
  let answer: (report: ShownHealth) => void = () => undefined;
  const hide = showHealth({ report: () => new Promise((resolve) => (answer = resolve)) });
  expect(await figures()).toEqual([]);
  answer({ dependencies: [{ name: 'ledger', status: 'down', latencyMs: 5_000 }] });
  await expect
    .poll(
      async () => {
        const shown = await figures();
        answer({ dependencies: [] });
        return shown;
      },
      { timeout: 5_000 },
    )
    .toContain('davtari_dependency_up{dependency="ledger"} 0');
  hide();
});
