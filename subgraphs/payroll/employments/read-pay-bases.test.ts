import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSystem, type System } from '#test/system.ts';
import { openDatabase, type Database } from '#db/client.ts';
import { readPayBases } from './read-pay-bases.ts';

let system: System;
let database: Database;

beforeAll(async () => {
  system = await startSystem();
  database = openDatabase(system.database.urlFor('payroll'));
});
afterAll(async () => {
  await database.close();
  await system.close();
});

it('nobody is paid in a company of nobody', async () => {
  expect(await readPayBases(database, system.company(0).id, { year: 2026, month: 11 })).toEqual([]);
  expect(
    await readPayBases(database, system.company(0).id, {
      year: 2026,
      month: 11,
      employeeIds: [],
      after: system.company(0).id,
      limit: 3,
    }),
  ).toEqual([]);
});
