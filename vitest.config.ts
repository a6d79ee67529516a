import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Vite would load graphql's ES module for our files while Node gives its CommonJS twin to the libraries,
    // and graphql refuses schemas that were made by another copy of itself.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    // Some tests kill servers and wait for what comes back; on a busy machine that may be late once, not three times.
    retry: 2,
    include: ['**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/watch-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    // A rejection that nobody handled fails the run.
    dangerouslyIgnoreUnhandledErrors: false,
  },
});
