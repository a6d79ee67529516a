import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { newId } from '#shared/domain/ids.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { employMany } from '../../../test/payroll/people.ts';
import { createPayrollWriter, type PayrollWriter } from '../writer.ts';
import { createForecasts } from './forecasts.ts';

const actor = { companyId: newId(), userId: newId() };
const NOVEMBER = { year: 2026, month: 11, payDate: '2026-11-30', rates: [] };

let test: TestDatabase;
let database: Database;
let writer: PayrollWriter;
beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.urlFor('payroll'), { max: 4 });
  writer = createPayrollWriter(database);
  await employMany(writer, actor, 30, NOVEMBER);
});
afterAll(async () => {
  await writer.writePath.drain();
  await database.close();
  await test.drop();
});

it('reckons a forecast once for all who ask the same, and anew when something has happened', async () => {
  const forecasts = createForecasts(database);
  const ask = () => forecasts.read(actor.companyId, NOVEMBER);
  const [first, ...others] = await Promise.all(Array.from({ length: 5 }, ask));
  expect(first?.employees).toBe(30);
  // The very same object: nobody has reckoned it again.
  expect(new Set([first, ...others, await ask()]).size).toBe(1);
  const [another] = await Promise.all([
    forecasts.read(actor.companyId, { ...NOVEMBER, payDate: '2026-11-27' }),
    expect(forecasts.read(actor.companyId, { ...NOVEMBER, month: 13 })).rejects.toThrow(/month/),
  ]);
  expect(another.items[0]?.due).toBe('2026-11-27');

  await writer.writePath.execute({
    ...actor,
    operation: 'somethingHappened',
    input: {},
    decide: () => ({
      events: [
        {
          aggregateType: 'DayOff',
          aggregateId: newId(),
          version: 1,
          type: 'DayOffDeclared',
          data: { date: '2026-11-02', reason: 'holiday' },
        },
      ],
      result: {},
    }),
  });
  const after = await ask();
  expect(after).not.toBe(first);
  expect(after.employees).toBe(30);
});
