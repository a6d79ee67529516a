import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDatabaseAmount, TETRI } from '#shared/domain/money.ts';
import { closingEntry, type Standing } from './entry.ts';

const account = (code: string, currency: string | null = null) => ({ id: code, code, currency });
const amount = fc.bigInt({ min: -1_000_000_00n, max: 1_000_000_00n }).map((value) => value * TETRI);
const standings: fc.Arbitrary<Standing[]> = fc
  .array(
    fc
      .record({ gel: amount, amount, isForeign: fc.boolean() })
      .map(({ gel, amount: foreign, isForeign }) => ({
        gel,
        isForeign,
        foreign,
      })),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ gel, foreign, isForeign }, index) => ({
      account: account(`6${index}`, isForeign ? 'USD' : null),
      gel,
      amount: isForeign ? foreign : 0n,
      minorUnits: 2,
    })),
  );
const sum = (values: readonly bigint[]) => values.reduce((before, value) => before + value, 0n);

describe('the entry that closes a year', () => {
  it('leaves every account of profit or loss at zero and moves retained earnings by the result', () => {
    fc.assert(
      fc.property(standings, fc.option(amount, { nil: null }), (given, earlier) => {
        const summary =
          earlier === null
            ? null
            : { account: account('5330'), gel: earlier, amount: earlier, minorUnits: 2 };
        const entry = closingEntry(given, { summary, retained: account('5310') });
        const net = (code: string, side: 'debit' | 'debitGel', other: 'credit' | 'creditGel') =>
          sum(
            (entry?.entries ?? [])
              .filter(({ accountCode }) => accountCode === code)
              .map((line) => parseDatabaseAmount(line[side]) - parseDatabaseAmount(line[other])),
          );
        const gelOf = (code: string) => net(code, 'debitGel', 'creditGel');
        if (entry === null) {
          expect(given.every(({ gel }) => gel === 0n) && (earlier ?? 0n) === 0n).toBe(true);
          return;
        }
        const result = -sum(given.map(({ gel }) => gel));
        for (const { account: of, gel, amount: foreign } of given) {
          expect(gelOf(of.code) + gel).toBe(0n);
          if (of.currency === 'USD') expect(net(of.code, 'debit', 'credit') + foreign).toBe(0n);
        }
        expect(entry.result).toBe(result);
        expect(gelOf('5330') + (earlier ?? 0n)).toBe(0n);
        expect(gelOf('5310')).toBe((earlier ?? 0n) - result);
        expect(sum(entry.entries.map((line) => parseDatabaseAmount(line.debitGel)))).toBe(
          sum(entry.entries.map((line) => parseDatabaseAmount(line.creditGel))),
        );
        for (const line of entry.entries)
          expect(parseDatabaseAmount(line.debit) > 0n !== parseDatabaseAmount(line.credit) > 0n).toBe(true);
      }),
    );
  });
});
