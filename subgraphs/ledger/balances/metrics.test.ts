import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processMetrics } from '#shared/platform/metrics.ts';
import { record, sale } from '#test/postings.ts';
import { startSystem, type System } from '#test/system.ts';
import { openDatabase, type Database } from '#db/client.ts';
import { showBalances } from './metrics.ts';

let system: System;
let database: Database;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  database = openDatabase(system.database.urlFor('ledger'), { max: 2 });
  await record(system.company(0).as('chief_accountant'), sale('40.10'));
  await record(system.company(1).as('chief_accountant'), sale('99.99'));
});
afterAll(async () => {
  await database.close();
  await system.close();
});

const shown = async () =>
  (await processMetrics.page()).text
    .split('\n')
    .filter((line) => line.startsWith('accounting_account_balance_gel{'));

describe('balances in the metrics', () => {
  it('are those of the companies that were named, and gone when nobody shows them any more', async () => {
    const { id } = system.company(0);
    const hide = showBalances(database, [id]);
    expect((await shown()).sort()).toEqual([
      `accounting_account_balance_gel{company_id="${id}",account_code="1110",account_type="ASSET"} 40.1`,
      `accounting_account_balance_gel{company_id="${id}",account_code="6110",account_type="REVENUE"} -40.1`,
    ]);
    hide();
    expect(await shown()).toEqual([]);
  });

  it('are nobody’s by default', async () => {
    showBalances(database, [])();
    expect(await shown()).toEqual([]);
  });
});
