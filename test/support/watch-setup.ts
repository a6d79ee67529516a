import { afterAll, expect } from 'vitest';
import { takeLeaks } from '#test/log-watch.ts';

// Every test file is watched: what must never be in a log was not in any of those that it has made.
afterAll(() => {
  expect(takeLeaks(), 'secrets were seen in the log').toEqual([]);
});
