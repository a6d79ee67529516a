import { createRequire } from 'node:module';
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const resolve = {
  // Vite would load graphql's ES module for our files while Node gives its CommonJS twin to the libraries,
  // and graphql refuses schemas that were made by another copy of itself.
  alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
};

/** What looks at its whole process: its metrics, the memory and time that it takes. Each such file gets one of its own. */
const ALONE = ['test/e2e/observability.test.ts', 'subgraphs/ledger/relay/*.test.ts'];

/**
 * Files of one area share a process, since loading our code takes longer than most of them do. An area is small enough for
 * the memory of one process.
 */
const AREAS = {
  'end-to-end': 'test/**/*.test.ts',
  gateway: 'gateway/**/*.test.ts',
  inventory: 'subgraphs/inventory/**/*.test.ts',
  ledger: 'subgraphs/ledger/**/*.test.ts',
  payroll: 'subgraphs/payroll/**/*.test.ts',
  tax: 'subgraphs/tax/**/*.test.ts',
};

function project(
  name: string,
  include: string[],
  exclude: string[],
  isolate: boolean,
): TestProjectInlineConfiguration {
  return {
    resolve,
    test: {
      name,
      include,
      exclude: [...configDefaults.exclude, ...exclude],
      isolate,
      setupFiles: ['test/support/watch-setup.ts'],
      pool: 'forks',
      // Waits are for what is needed and end with it; only a machine that is very busy needs so much patience.
      expect: { poll: { timeout: 20_000 } },
      testTimeout: 40_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 2,
    teardownTimeout: 20_000,
    // A rejection that nobody handled fails the run.
    dangerouslyIgnoreUnhandledErrors: false,
    projects: [
      ...Object.entries(AREAS).map(([name, files]) => project(name, [files], ALONE, false)),
      project('others', ['**/*.test.ts'], [...ALONE, ...Object.values(AREAS)], false),
      project('alone', ALONE, [], true),
    ],
  },
});
