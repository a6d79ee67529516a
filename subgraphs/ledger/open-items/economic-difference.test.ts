import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatAmount, parseDatabaseAmount, roundToTetri } from '#shared/domain/money.ts';
import { foreignTrade, type ForeignTrade } from '#test/foreign-trade.ts';
import { startSystem, type System } from '#test/system.ts';
import { loadChart } from '../accounts/chart.ts';

const HISTORIES = 30;
const MONTH_ENDS = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'];
const UNMATCH =
  'mutation ($input: UnmatchOpenItemsInput!) { unmatchOpenItems(input: $input) { matching { id } } }';

let system: System;
let next = 0;
beforeAll(async () => {
  system = await startSystem({ companies: HISTORIES + 1, chart: loadChart(), years: [2026] });
});
afterAll(() => system.close());

/** Dollars in cents, and lari for one of them in ten-thousandths. */
const cents = fc.integer({ min: 1, max: 500_000 });
const rate = fc.integer({ min: 20_000, max: 35_000 });
const step = fc.oneof(
  fc.record({ do: fc.constant('sell' as const), cents, rate }),
  fc.record({ do: fc.constant('bePaid' as const), cents, rate }),
  fc.record({
    do: fc.constant('match' as const),
    debit: fc.nat(9),
    credit: fc.nat(9),
    percent: fc.integer({ min: 1, max: 150 }),
  }),
  fc.record({ do: fc.constant('unmatch' as const), which: fc.nat(9), isLater: fc.boolean() }),
);
const month = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 5 }),
  revaluation: fc.option(
    fc.record({ rate, reversal: fc.constantFrom('KEEP' as const, 'NEXT_DAY' as const) }),
  ),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const decimal = (value: number, decimals: number): string => (value / 10 ** decimals).toFixed(decimals);

/** What one customer owes in dollars, and how it goes on. */
class History {
  readonly trade: ForeignTrade;
  readonly #counterpartyId: string;
  readonly #sides = new Map<string, 'debit' | 'credit'>();
  readonly #matchings: string[] = [];

  constructor(trade: ForeignTrade, counterpartyId: string) {
    this.trade = trade;
    this.#counterpartyId = counterpartyId;
  }

  async enter(day: string, side: 'debit' | 'credit', amount: string, exchange: string): Promise<void> {
    const entry = { account: '1410', currency: 'USD', rate: exchange, counterpartyId: this.#counterpartyId };
    const gel = formatAmount(
      roundToTetri(parseDatabaseAmount(amount) * (parseDatabaseAmount(exchange) * 1_000_000n)),
    );
    if (gel === '0.00') return;
    const other = side === 'debit' ? '6110' : '1110';
    this.#sides.set(await this.trade.post(day, { ...entry, [side]: amount }, other, gel), side);
  }

  async open(side: 'debit' | 'credit'): Promise<readonly { id: string; cents: number }[]> {
    const items = await this.trade.open(null, this.#counterpartyId);
    return items
      .filter(([id]) => this.#sides.get(id) === side)
      .map(([id, open]) => ({ id, cents: Math.round(Number(open) * 100) }));
  }

  async match(day: string, debitAt: number, creditAt: number, percent: number): Promise<void> {
    const [debits, credits] = [await this.open('debit'), await this.open('credit')];
    const [debit, credit] = [debits[debitAt % debits.length], credits[creditAt % credits.length]];
    if (debit === undefined || credit === undefined) return;
    const most = Math.min(debit.cents, credit.cents);
    const amount = decimal(Math.max(1, Math.min(most, Math.round((most * percent) / 100))), 2);
    const { id } = await this.trade.match(
      [
        { id: debit.id, amount },
        { id: credit.id, amount },
      ],
      day,
    );
    this.#matchings.push(id);
  }

  async unmatch(day: string, which: number, isLater: boolean): Promise<void> {
    const [id] = this.#matchings.splice(which % Math.max(1, this.#matchings.length), 1);
    if (id === undefined) return;
    await this.trade.us.query(UNMATCH, { input: { id, reason: 'x', ...(isLater && { on: day }) } });
  }

  async take(day: string, one: Step): Promise<void> {
    if (one.do === 'sell') await this.enter(day, 'debit', decimal(one.cents, 2), decimal(one.rate, 4));
    else if (one.do === 'bePaid')
      await this.enter(day, 'credit', decimal(one.cents, 2), decimal(one.rate, 4));
    else if (one.do === 'match') await this.match(day, one.debit, one.credit, one.percent);
    else await this.unmatch(day, one.which, one.isLater);
  }

  /** Items come to what the account is carried at, and both to the dollars at the closing rate. */
  async revalue(day: string, closing: string, reversal: 'KEEP' | 'NEXT_DAY'): Promise<void> {
    const [amount] = await this.trade.balance('1410', 'USD', day);
    const open = await this.trade.open(day, this.#counterpartyId);
    if (open.length === 0) return;
    await this.trade.revalue(day, { reversal, rates: [{ currency: 'USD', rate: closing, reason: 'x' }] });
    const at = roundToTetri(parseDatabaseAmount(amount) * (parseDatabaseAmount(closing) * 1_000_000n));
    expect(await this.trade.balance('1410', 'USD', day)).toEqual([amount, formatAmount(at)]);
    const items = await this.trade.open(day, this.#counterpartyId);
    const sum = items.reduce(
      (all, [id, , gel]) => all + (this.#sides.get(id) === 'debit' ? 1n : -1n) * parseDatabaseAmount(gel),
      0n,
    );
    expect(formatAmount(sum)).toBe(formatAmount(at));
  }

  /** Whatever is still owed is paid, and everything is matched. */
  async settle(day: string): Promise<void> {
    const sum = (items: readonly { cents: number }[]) => items.reduce((all, one) => all + one.cents, 0);
    const left = sum(await this.open('debit')) - sum(await this.open('credit'));
    if (left > 0) await this.enter(day, 'credit', decimal(left, 2), '2.9999');
    if (left < 0) await this.enter(day, 'debit', decimal(-left, 2), '2.9999');
    while ((await this.open('debit')).length > 0) await this.match(day, 0, 0, 100);
  }
}

/** Each item by itself: its own lari, and what its parts took of these and of the revaluations that were kept. */
function itemsOf(companyId: string) {
  return system.owner.sql<{ own: string; taken: string; revalued: string; kept: string }[]>`
    select (j.debit_gel + j.credit_gel)::text as own,
      (select coalesce(sum(i.amount_gel), 0.00)::text from ledger.matched_items i
       where i.company_id = j.company_id and i.transaction_id = j.transaction_id and i.line = j.line and i.is_active) as taken,
      (select coalesce(sum(r.amount_gel), 0.00)::text from ledger.matched_revaluations r
       join ledger.matched_items i using (company_id, matching_id, transaction_id, line)
       where i.company_id = j.company_id and i.transaction_id = j.transaction_id and i.line = j.line and i.is_active) as revalued,
      (select coalesce(sum(r.revalued_gel - r.carrying_gel), 0.00)::text from ledger.revaluation_items r
       join ledger.revaluations v on v.company_id = r.company_id and v.id = r.revaluation_id and v.reversal = 'KEEP'
       where r.company_id = j.company_id and r.transaction_id = j.transaction_id and r.line = j.line) as kept
    from ledger.journal_entries j
    where j.company_id = ${companyId} and j.counterparty_id is not null and j.debit + j.credit > 0`;
}

describe('over any history', () => {
  it('realised and unrealised differences of each item come to what it gained or lost in all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(month, { minLength: 2, maxLength: 4 }), async (months) => {
        next += 1;
        const trade = foreignTrade(system, next);
        const history = new History(trade, await trade.counterparty());
        for (const [index, { steps, revaluation }] of months.entries()) {
          const monthEnd = MONTH_ENDS[index] ?? '';
          for (const [place, one] of steps.entries())
            await history.take(`${monthEnd.slice(0, 8)}${String(5 * (place + 1)).padStart(2, '0')}`, one);
          if (revaluation !== null)
            await history.revalue(monthEnd, decimal(revaluation.rate, 4), revaluation.reversal);
        }
        await history.settle('2026-06-30');
        expect(await trade.balance('1410', 'USD', '2026-12-31')).toEqual(['0.00', '0.00']);
        for (const { own, taken, revalued, kept } of await itemsOf(trade.company.id)) {
          expect(revalued).toBe(kept);
          expect(parseDatabaseAmount(taken)).toBe(parseDatabaseAmount(own) + parseDatabaseAmount(kept));
        }
        // What was received less what was invoiced, in lari, is all that was gained or lost.
        const gelOf = async (code: string) =>
          parseDatabaseAmount((await trade.balance(code, 'GEL', '2026-12-31'))[1]);
        const [cash, sales] = [await gelOf('1110'), await gelOf('6110')];
        expect(-((await gelOf('8140')) + (await gelOf('8240')))).toBe(cash + sales);
        expect(await system.ledger.verify(trade.company.id)).toMatchObject({ isIntact: true });
      }),
      { numRuns: HISTORIES, endOnFailure: true },
    );
  }, 240_000);
});
