import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  convertExactly,
  HALF_TETRI_EXACT,
  parseAmount,
  parseDatabaseAmount,
  parseScaled,
  RATE_DECIMALS,
  roundToTetri,
} from '#shared/domain/money.ts';
import type { EntryDraft, TransactionDraft } from '../ledger.ts';
import { givenFacts, idOf } from '../testing/facts.ts';
import { checkContent } from './content.ts';

const ONE = 10n ** BigInt(RATE_DECIMALS);

const facts = givenFacts({
  accounts: [
    { code: '1', isHeading: true },
    { code: '9000', isActive: false },
    { code: '1290', currency: 'USD' },
    { code: '1310', currency: 'JPY' },
  ],
  currencies: [{ code: 'POINTS', minorUnits: 0 }],
});

function draft(entries: readonly EntryDraft[], more: Partial<TransactionDraft> = {}): TransactionDraft {
  return { date: '2026-03-15', description: 'office rent', entries, ...more };
}

const debit = (accountCode: string, amount: string, more: Partial<EntryDraft> = {}): EntryDraft => ({
  accountCode,
  debit: amount,
  ...more,
});
const credit = (accountCode: string, amount: string, more: Partial<EntryDraft> = {}): EntryDraft => ({
  accountCode,
  credit: amount,
  ...more,
});
const balanced = [debit('1110', '5'), credit('6110', '5')];

describe('a transaction that may stand in the books', () => {
  it('is written with both sides of every line, its currency, its rate and its total', () => {
    expect(
      checkContent(draft([debit('1110', '5.5', { description: 'cash' }), credit('6110', '5.50')]), facts),
    ).toEqual({
      date: '2026-03-15',
      description: 'office rent',
      totalGel: '5.50',
      entries: [
        {
          line: 1,
          accountId: idOf('1110'),
          accountCode: '1110',
          currency: 'GEL',
          exchangeRate: '1',
          debit: '5.50',
          credit: '0.00',
          debitGel: '5.50',
          creditGel: '0.00',
          description: 'cash',
        },
        {
          line: 2,
          accountId: idOf('6110'),
          accountCode: '6110',
          currency: 'GEL',
          exchangeRate: '1',
          debit: '0.00',
          credit: '5.50',
          debitGel: '0.00',
          creditGel: '5.50',
        },
      ],
    });
  });

  it('names accounts by code or by identifier', () => {
    const content = checkContent(
      draft([{ accountId: idOf('1110'), debit: '5' }, credit('6110', '5')]),
      facts,
    );
    expect(content.entries[0]).toMatchObject({ accountCode: '1110', accountId: idOf('1110') });
  });

  it('takes the currency of the account where none is given', () => {
    const content = checkContent(
      draft([debit('1290', '10', { exchangeRate: '2.70' }), credit('1110', '27')]),
      facts,
    );
    expect(content.entries[0]).toMatchObject({
      currency: 'USD',
      exchangeRate: '2.7',
      debit: '10.00',
      debitGel: '27.00',
    });
    expect(content.totalGel).toBe('27.00');
  });

  it('writes currencies with their own decimals, and units of the company too', () => {
    const content = checkContent(
      draft([
        debit('1310', '1000', { exchangeRate: '0.0178' }),
        debit('1110', '3', { currency: 'POINTS', exchangeRate: '0.01' }),
        credit('1110', '17.83'),
      ]),
      facts,
    );
    expect(content.entries.map((entry) => entry.debit)).toEqual(['1000', '3', '0.00']);
    expect(content.entries.map((entry) => entry.debitGel)).toEqual(['17.80', '0.03', '0.00']);
  });

  it('gives what rounding leaves over to the largest line in foreign currency', () => {
    // 33.33 and 66.67 dollars at 2.7123 are 90.400959 and 180.829041: 90.40 + 180.83, with 271.23 paid.
    const even = checkContent(
      draft([
        debit('1290', '33.33', { exchangeRate: '2.7123' }),
        debit('1290', '66.67', { exchangeRate: '2.7123' }),
        credit('1110', '271.23'),
      ]),
      facts,
    );
    expect(even.entries.map((entry) => entry.debitGel)).toEqual(['90.40', '180.83', '0.00']);
    // Three times 0.333 rounds to 0.99, and a lari was paid: the first and largest of equals takes the tetri.
    const uneven = checkContent(
      draft([
        debit('1290', '1', { exchangeRate: '0.3333333333' }),
        debit('1290', '1', { exchangeRate: '0.3333333333' }),
        debit('1290', '1', { exchangeRate: '0.3333333333' }),
        credit('1110', '1.00'),
      ]),
      facts,
    );
    expect(uneven.entries.map((entry) => entry.debitGel)).toEqual(['0.34', '0.33', '0.33', '0.00']);
    expect(uneven.totalGel).toBe('1.00');
  });

  it('gives no line more than a tetri of it, so that none changes its side', () => {
    // Four times 0.006 is 0.024, for which 0.02 was paid; each rounds to 0.01, which is 0.02 too many.
    const cents = Array.from({ length: 4 }, () => debit('1290', '0.01', { exchangeRate: '0.6' }));
    const content = checkContent(draft([...cents, credit('1110', '0.02')]), facts);
    expect(content.entries.map((entry) => entry.debitGel)).toEqual(['0.00', '0.00', '0.01', '0.01', '0.00']);
    expect(content.totalGel).toBe('0.02');
    // A debit that came to nothing cannot give a tetri; a credit that came to nothing can take one.
    const crumbs = [1, 2, 3].map(() => credit('1290', '0.01', { exchangeRate: '0.4' }));
    const crumbled = checkContent(
      draft([debit('1290', '0.01', { exchangeRate: '0.01' }), ...crumbs, debit('1110', '0.01')]),
      facts,
    );
    expect(crumbled.entries.map((entry) => entry.debitGel)).toEqual(['0.00', '0.00', '0.00', '0.00', '0.01']);
    expect(crumbled.entries.map((entry) => entry.creditGel)).toEqual([
      '0.00',
      '0.01',
      '0.00',
      '0.00',
      '0.00',
    ]);
  });
});

describe('a transaction is refused', () => {
  const cases: [string, TransactionDraft, string, string][] = [
    ['unbalanced', draft([debit('1110', '5'), credit('6110', '4.99')]), 'UNBALANCED_ENTRY', 'entries'],
    [
      'unbalanced in the one foreign currency',
      draft([debit('1290', '5', { exchangeRate: '2' }), credit('1290', '4', { exchangeRate: '2.5' })]),
      'UNBALANCED_ENTRY',
      'entries',
    ],
    [
      'unbalanced by more than half a tetri after conversion',
      draft([debit('1290', '100', { exchangeRate: '2.7' }), credit('1110', '270.01')]),
      'UNBALANCED_ENTRY',
      'entries',
    ],
    ['without entries', draft([]), 'BAD_USER_INPUT', 'entries'],
    ['with a single entry', draft([debit('1110', '5')]), 'BAD_USER_INPUT', 'entries'],
    [
      'with 1,001 entries',
      draft(Array.from({ length: 1001 }, () => debit('1110', '1'))),
      'BAD_USER_INPUT',
      'entries',
    ],
    [
      'with a debit and a credit on one entry',
      draft([debit('1110', '5', { credit: '5' }), credit('6110', '5')]),
      'BAD_USER_INPUT',
      'entries[0].debit',
    ],
    [
      'with neither on one entry',
      draft([debit('1110', '5'), { accountCode: '6110' }]),
      'BAD_USER_INPUT',
      'entries[1].debit',
    ],
    ...(
      [
        ['zero', '0'],
        ['zero with decimals', '0.00'],
        ['a negative amount', '-5'],
        ['too many decimals', '5.001'],
        ['sixteen digits', '1000000000000000'],
        ['an exponent', '1e5'],
        ['NaN', 'NaN'],
        ['a blank', ' '],
        ['nothing', ''],
        ['a blank inside', '1 000'],
        ['a comma', '5,00'],
      ] as const
    ).flatMap(([what, amount]): [string, TransactionDraft, string, string][] => [
      [
        `with ${what} as debit`,
        draft([debit('1110', amount), credit('6110', '5')]),
        'BAD_USER_INPUT',
        'entries[0].debit',
      ],
      [
        `with ${what} as credit`,
        draft([debit('1110', '5'), credit('6110', amount)]),
        'BAD_USER_INPUT',
        'entries[1].credit',
      ],
    ]),
    [
      'with decimals in yen',
      draft([debit('1310', '100.5', { exchangeRate: '0.02' }), credit('1110', '2.01')]),
      'BAD_USER_INPUT',
      'entries[0].debit',
    ],
    [
      'on an unknown account',
      draft([debit('1110', '5'), credit('7777', '5')]),
      'NOT_FOUND',
      'entries[1].accountCode',
    ],
    [
      'on an unknown identifier',
      draft([debit('1110', '5'), { accountId: idOf('7777'), credit: '5' }]),
      'NOT_FOUND',
      'entries[1].accountId',
    ],
    [
      'on an inactive account',
      draft([debit('9000', '5'), credit('6110', '5')]),
      'ACCOUNT_INACTIVE',
      'entries[0].accountCode',
    ],
    [
      'on a heading',
      draft([debit('1', '5'), credit('6110', '5')]),
      'ACCOUNT_INACTIVE',
      'entries[0].accountCode',
    ],
    [
      'on an account given twice over',
      draft([debit('1110', '5', { accountId: idOf('1110') }), credit('6110', '5')]),
      'BAD_USER_INPUT',
      'entries[0].accountCode',
    ],
    [
      'on no account',
      draft([{ debit: '5' }, credit('6110', '5')]),
      'BAD_USER_INPUT',
      'entries[0].accountCode',
    ],
    [
      'in an unknown currency',
      draft([debit('1110', '5', { currency: 'XXX', exchangeRate: '1' }), credit('6110', '5')]),
      'BAD_USER_INPUT',
      'entries[0].currency',
    ],
    [
      'in another currency than its account is kept in',
      draft([debit('1290', '5', { currency: 'EUR', exchangeRate: '3' }), credit('6110', '15')]),
      'BAD_USER_INPUT',
      'entries[0].currency',
    ],
    [
      'without the rate',
      draft([debit('1290', '5'), credit('6110', '15')]),
      'BAD_USER_INPUT',
      'entries[0].exchangeRate',
    ],
    ...['0', '-1', 'abc', '1.00000000001'].map((exchangeRate): [string, TransactionDraft, string, string] => [
      `at the rate ${exchangeRate}`,
      draft([debit('1290', '5', { exchangeRate }), credit('6110', '15')]),
      'BAD_USER_INPUT',
      'entries[0].exchangeRate',
    ]),
    [
      'at a rate of GEL other than 1',
      draft([debit('1110', '5', { exchangeRate: '1.1' }), credit('6110', '5.5')]),
      'BAD_USER_INPUT',
      'entries[0].exchangeRate',
    ],
    [
      'when its GEL amount is too large',
      draft([debit('1290', '999999999999999', { exchangeRate: '999' }), credit('6110', '5')]),
      'BAD_USER_INPUT',
      'entries[0].exchangeRate',
    ],
    [
      'when its total is too large',
      draft([
        debit('1110', '999999999999999'),
        debit('1110', '999999999999999'),
        credit('6110', '999999999999999'),
        credit('6110', '999999999999999'),
      ]),
      'BAD_USER_INPUT',
      'entries',
    ],
    [
      'when it comes to nothing in GEL',
      draft([
        debit('1290', '0.01', { exchangeRate: '0.1' }),
        credit('1290', '0.01', { exchangeRate: '0.1' }),
      ]),
      'BAD_USER_INPUT',
      'entries',
    ],
    ['on an impossible date', draft(balanced, { date: '2026-02-30' }), 'BAD_USER_INPUT', 'date'],
    ['with a blank description', draft(balanced, { description: ' ' }), 'BAD_USER_INPUT', 'description'],
    [
      'with an over-long description',
      draft(balanced, { description: 'x'.repeat(501) }),
      'BAD_USER_INPUT',
      'description',
    ],
    [
      'with a NUL in the description',
      draft(balanced, { description: 'a\u0000' }),
      'BAD_USER_INPUT',
      'description',
    ],
    ['with broken UTF-8', draft(balanced, { description: 'a\ufffd' }), 'BAD_USER_INPUT', 'description'],
    [
      'with an over-long reference',
      draft(balanced, { reference: 'x'.repeat(101) }),
      'BAD_USER_INPUT',
      'reference',
    ],
    [
      'with an over-long entry description',
      draft([debit('1110', '5'), credit('6110', '5', { description: 'x'.repeat(501) })]),
      'BAD_USER_INPUT',
      'entries[1].description',
    ],
    [
      'with a dimension given twice',
      draft([
        debit('1110', '5', {
          dimensions: [
            { name: 'project', value: 'A' },
            { name: 'project', value: 'B' },
          ],
        }),
        credit('6110', '5'),
      ]),
      'BAD_USER_INPUT',
      'entries[0].dimensions[1].name',
    ],
    [
      'with an attachment whose digest is none',
      draft(balanced, { attachments: [{ fileName: 'a', contentType: 'b', size: 1, sha256: 'AB' }] }),
      'BAD_USER_INPUT',
      'attachments[0].sha256',
    ],
    [
      'with an attachment of negative size',
      draft(balanced, {
        attachments: [{ fileName: 'a', contentType: 'b', size: -1, sha256: 'a'.repeat(64) }],
      }),
      'BAD_USER_INPUT',
      'attachments[0].size',
    ],
  ];
  it.each(cases)('%s', (_, given, code, field) => {
    expect(() => checkContent(given, facts)).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ field }) }),
    );
  });

  it('saying by how much and in what currency it does not balance', () => {
    expect(() => checkContent(draft([debit('1110', '5'), credit('6110', '7.25')]), facts)).toThrow(
      expect.objectContaining({
        details: { field: 'entries', value: '-2.25', difference: '-2.25', currency: 'GEL' },
      }),
    );
  });
});

describe('whatever entries are accepted', () => {
  const rate = fc
    .integer({ min: 1, max: 99_999 })
    .map((n) => `${Math.trunc(n / 10_000)}.${String(n % 10_000).padStart(4, '0')}`);
  const foreign = fc
    .record({
      cents: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 10_000_000 })),
      rate,
      isDebit: fc.boolean(),
    })
    .map(({ cents, rate: exchangeRate, isDebit }): EntryDraft => {
      const amount = `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      return isDebit ? debit('1290', amount, { exchangeRate }) : credit('1290', amount, { exchangeRate });
    });

  it('lines in GEL sum to nothing, each is its rounded product within a tetri, and GEL stays as given', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.array(foreign, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -1, max: 1 }),
        (lines, off) => {
          const signed = (entry: EntryDraft) => parseAmount(entry.debit ?? `-${entry.credit}`, 2, 'a');
          const product = (entry: EntryDraft) =>
            convertExactly(signed(entry), parseScaled(entry.exchangeRate ?? '1', RATE_DECIMALS, 'r'));
          const owed =
            -roundToTetri(lines.reduce((sum, entry) => sum + product(entry), 0n)) / 100n + BigInt(off);
          fc.pre(owed !== 0n);
          const text = `${(owed < 0n ? -owed : owed) / 100n}.${String((owed < 0n ? -owed : owed) % 100n).padStart(2, '0')}`;
          const entries = [...lines, owed > 0n ? debit('1110', text) : credit('1110', text)];
          // Either the lines balance as each was rounded, or the exact products do to half a tetri.
          const rounded = lines.reduce((total, entry) => total + roundToTetri(product(entry)), owed * 100n);
          const exact = lines.reduce(
            (total, entry) => total + product(entry),
            convertExactly(owed * 100n, ONE),
          );
          const isBalanced = rounded === 0n || (exact <= HALF_TETRI_EXACT && exact >= -HALF_TETRI_EXACT);
          let content: ReturnType<typeof checkContent>;
          try {
            content = checkContent(draft(entries), facts);
          } catch (error) {
            // Of what balances, only that is refused which comes to nothing in GEL.
            expect((error as { code: string }).code).toBe(isBalanced ? 'BAD_USER_INPUT' : 'UNBALANCED_ENTRY');
            return;
          }
          accepted++;
          expect(isBalanced).toBe(true);
          const gel = content.entries.map(
            (e) => parseDatabaseAmount(e.debitGel) - parseDatabaseAmount(e.creditGel),
          );
          expect(gel.reduce((sum, amount) => sum + amount, 0n)).toBe(0n);
          for (const entry of content.entries) {
            expect(
              parseDatabaseAmount(entry.debitGel) >= 0n && parseDatabaseAmount(entry.creditGel) >= 0n,
            ).toBe(true);
          }
          expect(gel.at(-1)).toBe(owed * 100n);
          const debits = gel.filter((amount) => amount > 0n).reduce((sum, amount) => sum + amount, 0n);
          expect(parseDatabaseAmount(content.totalGel)).toBe(debits);
          lines.forEach((entry, index) => {
            const difference = (gel[index] ?? 0n) - roundToTetri(product(entry));
            expect(difference <= 100n && difference >= -100n).toBe(true);
          });
        },
      ),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  it('all in GEL, are accepted exactly when debits equal credits', () => {
    const line = fc.record({ amount: fc.integer({ min: 1, max: 50 }), isDebit: fc.boolean() });
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (lines) => {
        const sum = lines.reduce((total, { amount, isDebit }) => total + (isDebit ? amount : -amount), 0);
        const entries = lines.map(({ amount, isDebit }) =>
          (isDebit ? debit : credit)('1110', String(amount)),
        );
        const attempt = () => checkContent(draft(entries), facts);
        if (sum === 0) expect(attempt().entries).toHaveLength(lines.length);
        else expect(attempt).toThrow(expect.objectContaining({ code: 'UNBALANCED_ENTRY' }));
      }),
    );
  });
});
