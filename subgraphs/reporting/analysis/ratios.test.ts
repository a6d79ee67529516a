import { describe, expect, it } from 'vitest';
import { benford } from './benford.ts';
import { quotient } from './ratios.ts';

describe('a quotient', () => {
  it('is rounded half away from zero at the fourth decimal, and null by zero', () => {
    expect(quotient(1n, 3n)).toBe(3_333n);
    expect(quotient(2n, 3n)).toBe(6_667n);
    expect(quotient(-1n, 20_000n)).toBe(-1n);
    expect(quotient(1n, -20_000n)).toBe(-1n);
    expect(quotient(5n, 0n)).toBeNull();
  });
});

describe("Benford's law", () => {
  it('is followed by powers of two', () => {
    const counts = new Map<number, number>();
    for (let power = 0; power < 1_000; power += 1) {
      const digit = Number(String(2n ** BigInt(power))[0]);
      counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
    expect(benford(counts)).toMatchObject({ total: 1_000, conformity: 'CLOSE' });
    expect(benford(counts).digits[0]).toEqual({ digit: 1, count: 301, observed: 3_010, expected: 3_010 });
  });

  it('is not followed by equal shares, and says nothing of few amounts', () => {
    const equal = new Map([1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => [digit, 100]));
    expect(benford(equal)).toMatchObject({ conformity: 'NONE' });
    expect(benford(new Map([[1, 299]]))).toMatchObject({ conformity: 'TOO_FEW' });
    expect(benford(new Map())).toMatchObject({ total: 0, conformity: 'TOO_FEW' });
  });
});
