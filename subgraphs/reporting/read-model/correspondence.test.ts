import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correspond, type Side } from './correspondence.ts';

const shown = (debits: readonly [string, bigint][], credits: readonly [string, bigint][]): string[] =>
  correspond(sides(debits), sides(credits)).map(
    ({ debitAccountId, creditAccountId, amount }) =>
      `${debitAccountId} ← ${creditAccountId} ${String(amount)}`,
  );
const sides = (given: readonly [string, bigint][]): Side[] =>
  given.map(([accountId, amount]) => ({ accountId, amount }));

describe('a transaction cut into pairs', () => {
  it('gives a sale with its tax two pairs', () => {
    expect(
      shown(
        [['1410', 118n]],
        [
          ['6110', 100n],
          ['3330', 18n],
        ],
      ),
    ).toEqual(['1410 ← 6110 100', '1410 ← 3330 18']);
  });

  it('lets equal amounts belong together before the order of lines decides', () => {
    expect(
      shown(
        [
          ['1210', 70n],
          ['7210', 40n],
          ['1410', 48n],
        ],
        [
          ['1610', 40n],
          ['6110', 100n],
          ['3330', 18n],
        ],
      ),
    ).toEqual(['7210 ← 1610 40', '1210 ← 6110 70', '1410 ← 6110 30', '1410 ← 3330 18']);
  });

  it('refuses what does not balance', () => {
    expect(() => correspond(sides([['1', 2n]]), sides([['2', 1n]]))).toThrow('differ');
    expect(() => correspond(sides([['1', 1n]]), sides([['2', 2n]]))).toThrow('differ');
  });

  it('always uses every line up to the tetri', () => {
    const amounts = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.bigInt(0n, 10_000n)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(amounts, amounts, (debits, credits) => {
        const [debit, credit] = [total(debits), total(credits)];
        const balanced: [string, bigint][] = debit > credit ? [...credits, ['e', debit - credit]] : credits;
        const more: [string, bigint][] = credit > debit ? [...debits, ['e', credit - debit]] : debits;
        const pairs = correspond(sides(more), sides(balanced));
        for (const account of ['a', 'b', 'c', 'd', 'e']) {
          expect(total(pairs.filter((p) => p.debitAccountId === account).map((p) => ['', p.amount]))).toBe(
            total(more.filter(([name]) => name === account)),
          );
          expect(total(pairs.filter((p) => p.creditAccountId === account).map((p) => ['', p.amount]))).toBe(
            total(balanced.filter(([name]) => name === account)),
          );
        }
        expect(pairs.every(({ amount }) => amount > 0n)).toBe(true);
      }),
    );
  });
});

function total(parts: readonly (readonly [string, bigint])[]): bigint {
  return parts.reduce((sum, [, amount]) => sum + amount, 0n);
}
