import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCompanyWorld, type CompanyWorld } from '#cli/testing/company-world.ts';
import { davtari } from '#cli/testing/run-davtari.ts';

let world: CompanyWorld;
let folder: string;
beforeAll(async () => {
  world = await createCompanyWorld();
  folder = mkdtempSync(join(tmpdir(), 'davtari-items-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await world.close();
});

it(
  'davtari import-items adds all items of a file or none, and names each row that is wrong',
  { timeout: 120_000 },
  async () => {
    const { companyId } = await world.company('შპს საწყობი', { chart: false, years: [] });
    // Goods are the administrator's.
    await world.owner.sql`
      update identity.memberships set roles = array['admin'] where company_id = ${companyId}`;
    const environment = { DATABASE_URL: world.database.ownerUrl };
    const file = join(folder, 'items.csv');
    const items = async (): Promise<number> => {
      const [row] = await world.owner.sql<{ items: number }[]>`
      select count(*)::int as items from inventory.items where company_id = ${companyId}`;
      return row?.items ?? 0;
    };
    const run = (...more: string[]) =>
      davtari(['import-items', file, '--company', 'შპს საწყობი', '--json', ...more], environment);

    writeFileSync(file, 'code,name,kind,unit\nT-1,მაგიდა,GOODS,PCS\nT-2,სკამი,CHAIR,PCS\n');
    const refused = await run();
    expect(refused.json()).toMatchObject([
      { type: 'refused', row: 3, column: 'kind', value: 'CHAIR' },
      { type: 'summary', rows: 2, imported: 0, refused: 1 },
    ]);
    expect([refused.exitCode !== 0, await items()]).toEqual([true, 0]);

    writeFileSync(file, 'code,name,kind,unit\nT-1,მაგიდა,GOODS,PCS\nT-2,სკამი,GOODS,PCS\n');
    expect((await run('--dry-run')).json()).toMatchObject([{ imported: 0, refused: 0, dryRun: true }]);
    expect(await items()).toBe(0);
    const taken = await run();
    expect([taken.exitCode, taken.json()]).toMatchObject([0, [{ rows: 2, imported: 2, refused: 0 }]]);
    expect(await items()).toBe(2);
  },
);
