import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { davtari } from '#cli/testing/run-davtari.ts';

const COMMITTED = 'subgraphs/ledger/events/schema';

it(
  'davtari events schema writes the schemas of the newest versions, without a database',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'davtari-events-'));
    try {
      const written = await davtari(['events', 'schema', '--out', join(folder, 'new')], {});
      expect([written.exitCode, written.stderr]).toEqual([0, '']);
      const names = readdirSync(join(folder, 'new'));
      expect(names.length).toBeGreaterThan(10);
      for (const name of names)
        expect(readFileSync(join(folder, 'new', name), 'utf8')).toBe(
          readFileSync(join(COMMITTED, name), 'utf8'),
        );
      const [told] = (await davtari(['events', 'schema', '--json'], {})).json();
      expect(
        Object.keys(told ?? {})
          .map((name) => `${name}.json`)
          .sort(),
      ).toEqual(names.sort());
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
