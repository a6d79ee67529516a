import { describe, expect, it } from 'vitest';
import { generateJournal } from '../journal/generate.ts';
import { PARTIES } from './parties.ts';
import { translate, type DemoStep } from './translate.ts';

const journal = [
  ...generateJournal({ seed: 2026, transactions: 3_000, from: '2025-11-24', to: '2026-11-23' }),
];
const steps = translate(journal, '2026-11');

const tetri = (text: string): bigint => BigInt(text.replace('.', ''));
const vatOf = (net: bigint): bigint => (net * 18n + 50n) / 100n;

/** GEL by account of what a step posts by hand and what its document has the ledger post; its own reckoning. */
function postedBy(step: DemoStep, all: ReadonlyMap<number, DemoStep>): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  const add = (account: string, amount: bigint): void => {
    sums.set(account, (sums.get(account) ?? 0n) + amount);
  };
  const { transaction, reverses, document } = step;
  const undone = reverses === null ? null : all.get(reverses)?.transaction;
  const sign = undone === null ? 1n : -1n;
  for (const { accountCode, debit, credit, currency, exchangeRate } of (undone ?? transaction)?.entries ??
    []) {
    const amount = tetri(debit ?? credit ?? '0.00');
    const gel =
      currency === undefined ? amount : (amount * tetri(exchangeRate ?? '1.0000') + 5_000n) / 10_000n;
    add(accountCode ?? '', sign * (debit === undefined ? -gel : gel));
  }
  if (document === null) return sums;
  if (document.type === 'CORRECTION') {
    const before = all.get(document.of)?.document ?? null;
    if (before === null) throw new Error('nothing is corrected');
    for (const [account, amount] of postedBy(
      { ...step, transaction: null, reverses: null, document: before },
      all,
    ))
      add(account, -amount);
    if (document.left !== null && before.type === 'ISSUED')
      for (const [account, amount] of postedBy(
        { ...step, transaction: null, reverses: null, document: { ...before, line: document.left } },
        all,
      ))
        add(account, amount);
    return sums;
  }
  if (document.type === 'IMPORT') {
    add('1610', tetri(document.value));
    add('3110', -tetri(document.value));
    add('3341', tetri(document.vat));
    add('3390', -tetri(document.vat));
    return sums;
  }
  const price = tetri(document.line.unitPrice);
  const vat = document.line.treatment === 'EXEMPT_WITH_CREDIT' ? 0n : vatOf(price);
  switch (document.type) {
    case 'ISSUED':
      add('1410', price + vat);
      add('6110', -price);
      add('3330', -vat);
      break;
    case 'RECEIVED':
      add(document.line.accountCode ?? '1610', price);
      add('3340', vat);
      add('3110', -price - vat);
      break;
    case 'REVERSE_CHARGE':
      add(document.line.accountCode ?? '', price);
      add('3345', vat);
      add('3335', -vat);
      add('3110', -price);
      break;
    case 'ADVANCE':
      break;
  }
  return sums;
}

function balancesOf(sums: Iterable<ReadonlyMap<string, bigint>>): Map<string, bigint> {
  const balances = new Map<string, bigint>();
  for (const one of sums)
    for (const [account, amount] of one) balances.set(account, (balances.get(account) ?? 0n) + amount);
  return balances;
}

describe('the demo year in tax documents', () => {
  const byIndex = new Map(steps.map((step) => [step.index, step]));
  const kinds = new Map<string, number>();
  for (const { document } of steps)
    if (document !== null) kinds.set(document.type, (kinds.get(document.type) ?? 0) + 1);

  it('has every kind of document', () => {
    expect([...kinds.keys()].sort()).toEqual([
      'ADVANCE',
      'CORRECTION',
      'IMPORT',
      'ISSUED',
      'RECEIVED',
      'REVERSE_CHARGE',
    ]);
    expect(kinds.get('ISSUED')).toBeGreaterThan(900);
    const issued = steps.flatMap(({ document }) => (document?.type === 'ISSUED' ? [document] : []));
    expect(issued.some(({ advance }) => advance !== null)).toBe(true);
    expect(issued.some(({ line }) => line.ground === 'EXPORT')).toBe(true);
    const corrections = steps.flatMap(({ document }) => (document?.type === 'CORRECTION' ? [document] : []));
    expect(corrections.some(({ left }) => left !== null)).toBe(true);
    expect(steps.some(({ document }) => document?.type === 'RECEIVED' && document.creditMonth !== null)).toBe(
      true,
    );
  });

  it('ends on the balances of the journal, but that goods which came back lessen the sales themselves', () => {
    const inSteps = balancesOf(steps.map((step) => postedBy(step, byIndex)));
    const asIs = journal.map(({ index, draft }): DemoStep => ({
      index,
      transaction: draft,
      reverses: null,
      document: null,
    }));
    const inJournal = balancesOf(asIs.map((step) => postedBy(step, byIndex)));
    // Both stand for what was sold and came back, to the tetri by which VAT of the parts is rounded apart.
    const merged = (balances: Map<string, bigint>): Map<string, bigint> => {
      const sales = (balances.get('6110') ?? 0n) + (balances.get('6120') ?? 0n);
      return new Map([...balances, ['6110', sales], ['6120', 0n]]);
    };
    const [expected, found] = [merged(inJournal), merged(inSteps)];
    for (const account of new Set([...expected.keys(), ...found.keys()])) {
      const difference = (found.get(account) ?? 0n) - (expected.get(account) ?? 0n);
      const isOfReturns = account === '3330' || account === '1110';
      expect([
        account,
        difference <= (isOfReturns ? 20n : 0n) && difference >= (isOfReturns ? -20n : 0n),
      ]).toEqual([account, true]);
    }
  });

  it('puts no VAT of sales and purchases on the accounts by hand', () => {
    for (const { transaction, reverses } of steps) {
      if (transaction === null || reverses !== null) continue;
      for (const { accountCode, debit } of transaction.entries)
        if (['3330', '3331', '3335'].includes(accountCode ?? '')) expect(debit).toBeDefined();
        else if (['3340', '3341', '3345'].includes(accountCode ?? '')) expect(debit).toBeUndefined();
    }
  });

  it('knows everybody it deals with, each under a number of their own', () => {
    const names = new Set(PARTIES.map(({ name }) => name));
    for (const { document } of steps)
      if (document !== null && 'party' in document) expect(names).toContain(document.party);
    expect(new Set(PARTIES.map(({ taxId }) => taxId)).size).toBe(PARTIES.length);
    expect(names.size).toBe(PARTIES.length);
  });

  it('corrects nothing twice, and nothing that is not there', () => {
    const corrected = steps.flatMap(({ document }) => (document?.type === 'CORRECTION' ? [document.of] : []));
    expect(new Set(corrected).size).toBe(corrected.length);
    for (const of of corrected) expect(byIndex.get(of)?.document?.type).not.toMatch(/CORRECTION|IMPORT/);
  });
});
