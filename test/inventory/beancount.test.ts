import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeptPools } from './kept-pools.ts';

const hasBeanQuery = spawnSync('bean-query', ['--version']).status === 0;
const PIECE = 1_000_000n;

interface Movement {
  readonly isIn: boolean;
  readonly quantity: number;
  /** Lari for one. */
  readonly price: number;
}

/** Movements of one item a day; what would be sold short is not sold. */
const history: fc.Arbitrary<Movement[]> = fc
  .array(
    fc.record({
      isIn: fc.boolean(),
      quantity: fc.integer({ min: 1, max: 20 }),
      price: fc.integer({ min: 1, max: 99 }),
    }),
    {
      minLength: 60,
      maxLength: 90,
    },
  )
  .map((wishes) => {
    let there = 0;
    return wishes.flatMap((wish) => {
      if (!wish.isIn && there === 0) return [];
      const quantity = wish.isIn ? wish.quantity : Math.min(wish.quantity, there);
      there += wish.isIn ? quantity : -quantity;
      return [{ ...wish, quantity }];
    });
  });

function dayOf(index: number): string {
  return new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
}

/** The movements in the language of beancount, which is left to find the costs of what goes out. */
function exported(movements: readonly Movement[]): string {
  return [
    'option "booking_method" "FIFO"',
    '2025-01-01 open Assets:Stock',
    '2025-01-01 open Liabilities:Received GEL',
    '2025-01-01 open Expenses:CostOfGoodsSold GEL',
    ...movements.map(({ isIn, quantity, price }, index) =>
      isIn
        ? `${dayOf(index)} * "in"\n  Assets:Stock  ${String(quantity)} ITEM {${String(price)}.00 GEL}\n  Liabilities:Received`
        : `${dayOf(index)} * "out"\n  Assets:Stock  -${String(quantity)} ITEM {}\n  Expenses:CostOfGoodsSold`,
    ),
    '',
  ].join('\n');
}

describe.skipIf(!hasBeanQuery)('what goods sold cost, first in first out', () => {
  it('is the same by the booking of beancount, whoever wrote it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'davtari-fifo-'));
    try {
      const file = join(folder, 'stock.beancount');
      for (const movements of fc.sample(history, { numRuns: 5, seed: 9 })) {
        const pools = new KeptPools('FIFO');
        movements.forEach(({ isIn, quantity, price }, index) => {
          const flow = isIn
            ? ({ kind: 'IN', cost: BigInt(quantity * price * 100) } as const)
            : ({ kind: 'OUT', expectedCost: 0n } as const);
          const id = `line ${String(index)}`;
          const at = { date: dayOf(index), time: null };
          const amount = BigInt(quantity) * PIECE;
          const accounts = { stockAccount: '1610', counterAccount: isIn ? '3190' : '7210' };
          const line = {
            lineId: id,
            movementId: id,
            itemId: 'item',
            at,
            quantity: amount,
            flow,
            ...accounts,
          };
          pools.record({ add: [line], remove: [], addCost: [] });
        });
        writeFileSync(file, exported(movements));
        const checked = spawnSync('bean-check', [file], { encoding: 'utf8', timeout: 60_000 });
        expect(checked.stdout + checked.stderr).toBe('');
        const query = "select date, str(number) where account = 'Expenses:CostOfGoodsSold' order by date";
        const asked = spawnSync('bean-query', ['-f', 'csv', file, query], {
          encoding: 'utf8',
          timeout: 60_000,
        });
        const theirs = asked.stdout
          .trim()
          .split('\n')
          .slice(1)
          .map((row) => {
            const [date = '', number = ''] = row.split(',').map((cell) => cell.trim());
            return [date, Number(number.replace(/^Decimal\('(.*)'\)$/, '$1')) * 100];
          });
        const ours = pools
          .lines('item')
          .filter(({ flow }) => flow.kind === 'OUT')
          .map(({ key, cost }) => [key.slice(0, 10), Number(cost)]);
        expect(ours.length).toBeGreaterThan(5);
        expect(ours).toEqual(theirs);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
