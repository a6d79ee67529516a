import { describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import { generateDrafts, generateJournal, type GeneratedTransaction } from './generate.ts';

const YEAR = { from: '2025-01-01', to: '2025-12-31' };

function countBy<T>(items: Iterable<T>, key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

function shareOfTop(counts: ReadonlyMap<string, number>, top: number): number {
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
  return sum(sorted.slice(0, top)) / sum(sorted);
}

const tetri = (text: string): bigint => BigInt(text.replace('.', ''));

/** GEL of a line in tetri, positive for a debit; an independent reckoning of the rate. */
function gelOf(entry: GeneratedTransaction['draft']['entries'][number]): bigint {
  const amount = tetri(entry.debit ?? entry.credit ?? '');
  const scaled = amount * tetri(entry.exchangeRate ?? '1.0000');
  const gel = scaled / 10_000n + (scaled % 10_000n >= 5_000n ? 1n : 0n);
  return typeof entry.debit === 'string' ? gel : -gel;
}

describe('the shape of a generated year of 20,000 transactions', () => {
  const year = [...generateJournal({ seed: 1, transactions: 20_000, ...YEAR })];
  const lines = year.flatMap(({ draft }) => draft.entries);

  it('has as many transactions as were asked for, numbered in order', () => {
    expect(year.map(({ index }) => index)).toEqual(Array.from({ length: 20_000 }, (_, index) => index));
  });

  it('makes about 65 % of the entries from 50 posting templates', () => {
    const share = shareOfTop(
      countBy(year, ({ template }) => template),
      50,
    );
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.7);
  });

  it('puts about 95 % of the lines on a tenth of the accounts', () => {
    const share = shareOfTop(
      countBy(lines, (entry) => entry.accountCode ?? ''),
      17,
    );
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  });

  it('undoes about one transaction in ten, each at most once, by its mirror image, later', () => {
    const reversals = year.filter(({ reverses }) => reverses !== null);
    expect(reversals.length / year.length).toBeGreaterThan(0.09);
    expect(reversals.length / year.length).toBeLessThan(0.11);
    expect(new Set(reversals.map(({ reverses }) => reverses)).size).toBe(reversals.length);
    for (const reversal of reversals) {
      const original = year[reversal.reverses ?? -1];
      expect(original?.reverses).toBeNull();
      expect((original?.draft.date ?? '') <= reversal.draft.date).toBe(true);
      expect(
        reversal.draft.entries.map(({ accountCode, debit, credit }) => [accountCode, debit, credit]),
      ).toEqual(
        original?.draft.entries.map(({ accountCode, debit, credit }) => [accountCode, credit, debit]),
      );
    }
  });

  it('has two to seven lines in a transaction', () => {
    const sizes = new Set(year.map(({ draft }) => draft.entries.length));
    expect([...sizes].sort()).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('balances every transaction in lari to the tetri', () => {
    for (const { draft } of year) {
      expect(draft.entries.reduce((sum, entry) => sum + gelOf(entry), 0n)).toBe(0n);
    }
  });

  it('charges 18 % VAT on purchases, exact to the tetri', () => {
    const purchases = year.filter(({ template }) => template.startsWith('goods:'));
    expect(purchases.length).toBeGreaterThan(500);
    for (const { draft } of purchases) {
      const [net, vat, gross] = draft.entries.map((entry) => tetri(entry.debit ?? entry.credit ?? ''));
      expect(vat).toBe(((net ?? 0n) * 18n + 50n) / 100n);
      expect(gross).toBe((net ?? 0n) + (vat ?? 0n));
    }
  });

  it('stays within the dates and goes forward', () => {
    const dates = year.map(({ draft }) => draft.date);
    expect(dates[0]).toBe('2025-01-01');
    expect([...dates].sort()).toEqual(dates);
    expect((dates.at(-1) ?? '') <= '2025-12-31').toBe(true);
  });

  it('is busiest at the ends of the months', () => {
    const monthEnds = year.filter(({ draft }) => Number(draft.date.slice(8)) >= 28).length;
    const middles = year.filter(({ draft }) => /-1[0-3]$/.test(draft.date)).length;
    expect(monthEnds).toBeGreaterThan(1.5 * middles);
  });

  it('trades in dollars and euros at the rate of the day', () => {
    const foreign = lines.filter(({ currency }) => currency !== undefined);
    expect(new Set(foreign.map(({ currency }) => currency))).toEqual(new Set(['USD', 'EUR']));
    for (const { exchangeRate } of foreign) expect(exchangeRate).toMatch(/^[23]\.\d{4}$/);
  });

  it('uses accounts of the Georgian chart and describes every transaction in Georgian', () => {
    const codes = new Set(
      loadChart().flatMap((account) => (account.isHeading === true ? [] : [account.code])),
    );
    for (const { accountCode } of lines) expect(codes).toContain(accountCode);
    for (const { draft } of year) expect(draft.description).toMatch(/[ა-ჰ]{4}/);
  });

  it('never overdraws the bank, the tills or the stock', () => {
    const balances = new Map<string, bigint>();
    for (const entry of lines) {
      const code = entry.accountCode ?? '';
      balances.set(code, (balances.get(code) ?? 0n) + gelOf(entry));
    }
    for (const account of ['1110', '1210', '1610']) {
      expect([account, (balances.get(account) ?? 0n) >= 0n]).toEqual([account, true]);
    }
  });
});

describe('a generated journal', () => {
  it('is the same for the same seed and another for another', () => {
    const journal = (seed: number): string =>
      JSON.stringify([...generateDrafts({ seed, transactions: 300, ...YEAR })]);
    expect(journal(7)).toBe(journal(7));
    expect(journal(8)).not.toBe(journal(7));
  });

  it('can be of any size: a million transactions begin as soon as the first is asked for', () => {
    const million = generateJournal({ seed: 1, transactions: 1_000_000, ...YEAR });
    expect(million.next().value).toMatchObject({ index: 0, template: 'founding' });
  });

  it('fits into a single day', () => {
    const day = [...generateJournal({ seed: 3, transactions: 50, from: '2025-06-30', to: '2025-06-30' })];
    expect(day).toHaveLength(50);
  });
});
