import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { serveSubgraph } from '#shared/graphql/server.ts';
import { createAssertionVerifier } from '#shared/platform/assertion.ts';
import { generateSigningKey, publicKeySet } from '#shared/platform/keys.ts';
import { processMetrics } from '#shared/platform/metrics.ts';
import { createWatchedLog } from '#test/log-watch.ts';
import { record, sale } from '#test/postings.ts';
import { ROOT } from '#test/source-files.ts';
import { startSystem, type System } from '#test/system.ts';

const HERE = join(ROOT, 'deploy/observability');
const TOKEN = 'a-token-of-some-length';
const ALERTS = join(HERE, 'prometheus/alerts.yml');
const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
const run = promisify(execFile);

interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly annotations?: { readonly summary?: string; readonly runbook?: string };
}
interface Panel {
  readonly title: string;
  readonly type: string;
  readonly description?: string;
  readonly datasource?: { readonly uid: string };
  readonly targets?: readonly { readonly expr: string; readonly datasource: { readonly uid: string } }[];
}
const rules = (
  parse(readFileSync(ALERTS, 'utf8')) as { groups: readonly { rules: readonly Rule[] }[] }
).groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(readFileSync(join(HERE, 'grafana/davtari.json'), 'utf8')) as {
  readonly panels: readonly Panel[];
};
const panels = dashboard.panels.filter(({ type }) => type !== 'row');

/** Metrics that an expression speaks of, by the names under which their types are told. */
function metricsIn(expr: string): string[] {
  const names = expr.match(/(?<![\w:])(?:davtari|accounting|http|nodejs|process)_\w+/g) ?? [];
  return names.map((name) => name.replace(/_(bucket|sum|count)$/, ''));
}

let system: System;
let page: string;
let told: ReadonlyMap<string, string>;
beforeAll(async () => {
  system = await startSystem();
  await record(system.company(0).as('chief_accountant'), sale('75.50'));
  page = await (await fetch(`${system.url}/metrics`)).text();
  told = new Map(
    [...page.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]),
  );
});
afterAll(() => system.close());

describe('/metrics', () => {
  it('counts transactions and their amounts under the names that were agreed', () => {
    expect(page).toContain('accounting_transactions_total{status="POSTED",transaction_type="ORDINARY"} 1');
    for (const bucket of ['10', '50', '100', '500', '1000', '5000', '10000', '50000'])
      expect(page).toContain(`accounting_transaction_amount_gel_bucket{le="${bucket}"}`);
    expect(page).toContain('accounting_transaction_amount_gel_bucket{le="50"} 0');
    expect(page).toContain('accounting_transaction_amount_gel_bucket{le="100"} 1');
    expect(page).toContain('accounting_transaction_amount_gel_sum 75.5');
    expect(page).toMatch(
      /http_request_duration_seconds_count\{method="POST",endpoint="\/graphql",status="200"\} \d/,
    );
    expect(page).toMatch(/davtari_operations_total\{type="mutation",outcome="ok"\} 1/);
    expect(page).toMatch(/davtari_write_batch_commands_sum\{schema="ledger"\} [1-9]/);
  });

  it('shows the balances of no company that was not named for it', () => {
    expect(told.get('accounting_account_balance_gel')).toBe('gauge');
    expect(page).not.toMatch(/^accounting_account_balance_gel\{/m);
    expect(page).not.toContain(system.company(0).id);
  });

  it('tells what the gateway stands on', () => {
    expect(page).toContain('davtari_dependency_up{dependency="ledger/postgres"} 1');
    expect(page).toContain('davtari_dependency_up{dependency="revocations"} 1');
  });

  it('follows subscriptions: who runs, what was completed and delivered, and how late it came', async () => {
    const chief = system.company(0).as('chief_accountant');
    const after = await system.ledger.feed.latest(system.company(0).id);
    const watching = chief.subscribe(
      'subscription($after: Cursor) { transactionPosted(after: $after) { seq transaction { number } } }',
      { after },
    );
    await record(chief, sale('5.00'));
    await watching.upTo(1);
    // The first may have come before the subscription did; this one is told live.
    await record(chief, sale('6.00'));
    await watching.upTo(2);
    // A delivery counts once its subscriber has taken it, which the subscriber knows first.
    let text = '';
    await expect
      .poll(async () => (text = await (await fetch(`${system.url}/metrics`)).text()))
      .toContain('davtari_deliveries_total{field="transactionPosted"} 2');
    expect(text).toContain('davtari_subscribers{field="transactionPosted"} 1');
    expect(text).toContain('davtari_sockets_open 1');
    expect(text).toMatch(/^davtari_hydration_seconds_count [1-9]/m);
    expect(text).toMatch(/^davtari_hydration_payloads_sum [1-9]/m);
    expect(text).toMatch(/^davtari_feed_delay_seconds_count [1-9]/m);
    expect(text).toMatch(/^davtari_plan_cache_lookups_total [1-9]/m);
    expect(text).toMatch(/^davtari_plan_cache_misses_total [1-9]/m);
    await watching.stop();
    await expect
      .poll(async () => (await fetch(`${system.url}/metrics`)).text())
      .toContain('davtari_subscribers{field="transactionPosted"} 0');
  });

  it('times passwords and counts security events', async () => {
    await system.anonymous.answer(
      'mutation { signIn(input: { email: "nobody@company1.ge", password: "not-the-password" }) { accessToken } }',
    );
    const text = await (await fetch(`${system.url}/metrics`)).text();
    expect(text).toMatch(/^davtari_argon2_seconds_count\{work="\w+"\} [1-9]/m);
    expect(text).toContain('davtari_security_events_total{kind="SIGN_IN_FAILED"} 1');
  });

  it('keeps everything else when one figure cannot be read', async () => {
    const stop = processMetrics.collect(() => Promise.reject(new Error('away')));
    const text = await (await fetch(`${system.url}/metrics`)).text();
    stop();
    expect(text).toMatch(/^davtari_metrics_failures_total [1-9]/m);
    expect(text).toContain('accounting_transactions_total{');
  });
});

describe('a subgraph alone', () => {
  it('serves the metrics of its process, to this machine and to whoever has the token', async () => {
    const server = await serveSubgraph(
      { ...system.identity, close: () => Promise.resolve() },
      {
        port: 0,
        host: '127.0.0.1',
        log: createWatchedLog(),
        assertions: createAssertionVerifier(publicKeySet([await generateSigningKey()]), {
          subgraph: 'identity',
        }),
        metricsToken: TOKEN,
      },
    );
    try {
      const asked = (headers: Record<string, string>) => fetch(`${server.url}/metrics`, { headers });
      const elsewhere = { 'x-forwarded-for': '192.0.2.1' };
      expect(await (await asked({})).text()).toContain('# TYPE davtari_argon2_seconds histogram');
      expect((await asked(elsewhere)).status).toBe(401);
      expect((await asked({ ...elsewhere, authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    } finally {
      await server.close();
    }
  });
});

describe('the dashboard', () => {
  it('asks for metrics that exist', () => {
    const asked = panels.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => metricsIn(expr)));
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter((name) => !told.has(name))).toEqual([]);
  });

  it('has a panel for every metric of ours', () => {
    const asked = new Set(
      panels.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => metricsIn(expr))),
    );
    const ours = [...told.keys()].filter((name) => /^(davtari|accounting|http)_/.test(name));
    expect(ours.length).toBeGreaterThan(25);
    expect(ours.filter((name) => !asked.has(name))).toEqual([]);
  });

  it('names no data source and says of every panel what it shows', () => {
    for (const panel of panels) {
      expect(panel.description, panel.title).toMatch(/\.$/);
      expect(panel.datasource?.uid).toBe('${datasource}');
      for (const { datasource } of panel.targets ?? []) expect(datasource.uid).toBe('${datasource}');
    }
  });
});

describe('the alerts', () => {
  it('rest on metrics and rules that exist', () => {
    const recorded = new Set(rules.flatMap(({ record: name }) => name ?? []));
    const strays = rules.flatMap(({ expr }) => [
      ...metricsIn(expr).filter((name) => !told.has(name)),
      ...(expr.match(/davtari:[\w:]+/g) ?? []).filter((name) => !recorded.has(name)),
    ]);
    expect(strays).toEqual([]);
  });

  it('each say what is wrong and what to do', () => {
    const alerts = rules.filter(({ alert }) => alert !== undefined);
    expect(alerts.length).toBeGreaterThan(12);
    for (const { alert, annotations } of alerts) {
      expect(annotations?.summary, alert).toMatch(/\.$/);
      expect(annotations?.runbook, alert).toMatch(/^1\. /);
    }
  });

  it.skipIf(!hasPromtool)('are understood by Prometheus', async () => {
    const { stdout } = await run('promtool', ['check', 'rules', ALERTS]);
    expect(stdout).toContain(`SUCCESS: ${rules.length} rules found`);
  });

  it.skipIf(!hasPromtool)('are loaded by the example of a configuration', async () => {
    const { stdout } = await run('promtool', [
      'check',
      'config',
      '--syntax-only',
      join(HERE, 'prometheus/prometheus.yml'),
    ]);
    expect(stdout).toContain('is valid');
    expect(readFileSync(join(HERE, 'prometheus/prometheus.yml'), 'utf8')).toContain('- alerts.yml');
  });

  it.skipIf(!hasPromtool)('go off when they should and not before', async () => {
    const examples = join(HERE, 'prometheus/alerts.test.yml');
    const tested = readFileSync(examples, 'utf8');
    for (const { alert } of rules) if (alert !== undefined) expect(tested).toContain(`alertname="${alert}"`);
    await run('promtool', ['test', 'rules', examples]);
  });
});
