import { describe, expect, it } from 'vitest';
import { MetricRegistry } from './metrics.ts';

describe('a registry of metrics', () => {
  it('tells a metric without labels from the beginning, and one with labels once it has a value', async () => {
    const registry = new MetricRegistry();
    registry.tally('plain_total', 'Plain.');
    const labelled = registry.tally('labelled_total', 'Labelled.', ['kind']);
    expect((await registry.page()).text).toContain('plain_total 0');
    expect((await registry.page()).text).toContain('# TYPE labelled_total counter');
    labelled.of('a').add(2);
    expect((await registry.page()).text).toContain('labelled_total{kind="a"} 2');
  });

  it('keeps one metric whoever declares it how often', async () => {
    const registry = new MetricRegistry();
    registry.tally('twice_total', 'Twice.').of().add();
    registry.tally('twice_total', 'Twice.').of().add();
    expect((await registry.page()).text).toContain('twice_total 2');
  });

  it('gathers labels without end under one name', async () => {
    const registry = new MetricRegistry();
    const endless = registry.level('endless', 'Endless.', ['who']);
    for (let index = 0; index < 6_000; index++) endless.of(`name-${index}`).set(1);
    const lines = (await registry.page()).text.split('\n').filter((line) => line.startsWith('endless{'));
    expect(lines).toHaveLength(5_001);
    expect(lines).toContain('endless{who="other"} 1');
  });

  it('asks collectors before each reading, and is not kept by one that hangs', async () => {
    const registry = new MetricRegistry();
    const level = registry.level('asked', 'Asked.').of();
    let asked = 0;
    const stop = registry.collect(() => level.set(++asked));
    const forget = registry.collect(() => new Promise(() => undefined));
    const { text } = await registry.page();
    expect(text).toContain('asked 1');
    expect(text).toMatch(/^davtari_metrics_failures_total 1$/m);
    forget();
    stop();
    expect((await registry.page()).text).toContain('asked 1');
  });

  it('refuses values that do not fit the labels', () => {
    const family = new MetricRegistry().tally('fitting_total', 'Fitting.', ['a', 'b']);
    expect(() => family.of('only one')).toThrow('labels are a, b');
  });
});
