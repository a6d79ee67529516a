import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import { foreignTrade, publishRates } from '#test/foreign-trade.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: loadChart(), years: [2026] });
  await publishRates(system, [['USD', '2026-01-31', '2.80']]);
});
afterAll(() => system.close());

const usd = { currency: 'USD' };

it.each([
  // 400 dollars are left: at 2.70, or at the 2.80 that a kept revaluation left them at.
  ['NEXT_DAY', 1_080],
  ['KEEP', 1_120],
])(
  'waits for what is left of a sale in dollars, and for no exchange difference of what was paid (%s)',
  async (reversal, left) => {
    const trade = foreignTrade(system, reversal === 'KEEP' ? 1 : 0);
    const counterpartyId = await trade.counterparty();
    const owed = await trade.post(
      '2026-01-10',
      { account: '1410', debit: '1000.00', rate: '2.70', counterpartyId, ...usd },
      '6110',
    );
    await trade.revalue('2026-01-31', { reversal });
    const paid = await trade.post(
      '2026-02-10',
      { account: '1410', credit: '600.00', rate: '2.85', counterpartyId, ...usd },
      '1110',
    );
    await trade.match([{ id: owed, amount: '600.00' }, paid]);
    const [head] = await system.owner.sql<{ seq: number }[]>`
      select published_seq as seq from ledger.head where company_id = ${trade.company.id}`;
    const { cashForecast } = await trade.us.query<{
      cashForecast: { stretches: { sums: { comesIn: string; goesOut: string }[] }[] };
    }>(
      `query ($minSeq: Int) { cashForecast(from: "2026-03-01", weeks: 8, minSeq: $minSeq) {
        stretches { sums { comesIn goesOut } } } }`,
      { minSeq: head?.seq },
    );
    const flows = cashForecast.stretches.flatMap(({ sums }) => sums);
    expect(flows.reduce((sum, { comesIn }) => sum + Number(comesIn), 0)).toBe(left);
    expect(flows.reduce((sum, { goesOut }) => sum + Number(goesOut), 0)).toBe(0);
  },
);
