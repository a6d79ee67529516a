import { expect, it } from 'vitest';
import { runFaults } from '../../faults/run.ts';

// The short one of `npm run faults`: enough to notice when a promise is broken, short enough for every build.
it('keeps every promise while parts are killed and connections are cut', { timeout: 300_000 }, async () => {
  const words: string[] = [];
  const report = await runFaults({
    seconds: 20,
    seed: Date.now() % 1_000_000,
    kills: 5,
    writers: 6,
    subscribers: 10,
    readers: 2,
    ledgers: 2,
    gateways: 1,
    pauseMs: [600, 1_600],
    tell: (line) => words.push(line),
  });
  expect({ seed: report.seed, violations: report.violations, words }).toEqual({
    seed: report.seed,
    violations: [],
    words,
  });
  expect(report.kills.total).toBeGreaterThanOrEqual(5);
  expect(report.postings.acknowledged).toBeGreaterThan(10);
  // Each of ten subscribers was told each posting, the very first aside, and something had to be resumed.
  expect(report.subscribers.deliveries).toBe(10 * (report.books.postings - 1));
  expect(report.subscribers.resumes.follow + report.subscribers.resumes.socket).toBeGreaterThan(0);
});
