import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Vite would load graphql's ES module for our files while Node gives its CommonJS twin to the libraries,
    // and graphql refuses schemas that were made by another copy of itself.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    include: ['**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/watch-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Waits are for what is needed and end with it; only a machine that is very busy needs so much patience.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 40_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
    // A rejection that nobody handled fails the run.
    dangerouslyIgnoreUnhandledErrors: false,
  },
});
