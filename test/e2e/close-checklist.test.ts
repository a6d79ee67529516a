import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import { goodsOf } from '#test/goods.ts';
import { payrollOf } from '#test/payroll.ts';
import { record } from '#test/postings.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: loadChart() });
});
afterAll(() => system.close());

const LIST = `query ($month: Int!) { closeChecklist(year: 2026, month: $month) {
  items { code } taxItems { code severity count of ids } payrollItems { code count ids } inventoryItems { code count ids } } }`;

interface Item {
  readonly code: string;
  readonly count: number;
  readonly ids: readonly string[];
}
interface Checklist {
  readonly items: readonly Item[];
  readonly taxItems: readonly Item[];
  readonly payrollItems: readonly Item[];
  readonly inventoryItems: readonly Item[];
}

async function checklist(company: number, month: number): Promise<Checklist> {
  const { closeChecklist } = await system
    .company(company)
    .as('admin')
    .query<{ closeChecklist: Checklist }>(LIST, { month });
  return closeChecklist;
}

const shown = (items: readonly Item[]): string[] =>
  items.map(({ code, count, ids }) => `${code} ${count}: ${ids.join(' ')}`);

it('the close checklist names what tax, payroll and inventory know to be open in the month, and its documents', async () => {
  const admin = system.company(0).as('admin');
  expect(await checklist(0, 9)).toEqual({ items: [], taxItems: [], payrollItems: [], inventoryItems: [] });

  // VAT that was booked by hand, without any document.
  const { id: byHand } = await record(admin, {
    date: '2026-09-10',
    description: 'VAT by hand',
    entries: [
      { accountCode: '1410', debit: '118.00' },
      { accountCode: '6110', credit: '100.00' },
      { accountCode: '3330', credit: '18.00' },
    ],
  });
  const payroll = await payrollOf(system, system.company(0));
  await payroll.employ({ pay: { amount: '1000.00' } });
  const run = await payroll.start(2026, 9);
  const goods = goodsOf(admin);
  const [itemId, warehouseId] = [await goods.item(), await goods.warehouse()];
  const { createStockMovement } = await admin.query<{
    createStockMovement: { movement: { id: string } };
  }>('mutation ($input: StockMovementInput!) { createStockMovement(input: $input) { movement { id } } }', {
    input: {
      kind: 'RECEIPT',
      date: '2026-09-12',
      warehouseId,
      lines: [{ itemId, quantity: '1', amount: '1.00' }],
    },
  });

  await expect
    .poll(async () => shown((await checklist(0, 9)).taxItems))
    .toEqual([`VAT_DIFFERENCES 1: ${byHand}`]);
  const september = await checklist(0, 9);
  expect(september.taxItems[0]).toMatchObject({ severity: 'WARNS', of: null });
  expect(shown(september.payrollItems)).toEqual([`PAYROLL_RUNS_NOT_POSTED 1: ${run.id}`]);
  expect(shown(september.inventoryItems)).toEqual([
    `MOVEMENTS_NOT_POSTED 1: ${createStockMovement.movement.id}`,
  ]);

  // What is open in September is none of August's, and no other company's.
  const empty = { taxItems: [], payrollItems: [], inventoryItems: [] };
  expect(await checklist(0, 8)).toMatchObject(empty);
  expect(await checklist(1, 9)).toMatchObject(empty);
});

it('whoever may not see pay is not told what is open in it', async () => {
  const answer = await system
    .company(0)
    .as('chief_accountant')
    .answer<{ closeChecklist: { taxItems: unknown[]; payrollItems: unknown } }>(
      '{ closeChecklist(year: 2026, month: 9) { taxItems { code } payrollItems { code } } }',
    );
  expect(answer.errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
});
