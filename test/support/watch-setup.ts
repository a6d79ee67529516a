import { afterAll, expect } from 'vitest';
import { takeLeaks, watchAnew } from '#test/log-watch.ts';

watchAnew();

// Every test file is watched: what must never be in a log was not in any of those that it has made.
afterAll(() => {
  expect(takeLeaks(), 'secrets were seen in the log').toEqual([]);
});
