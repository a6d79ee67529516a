import { describe, expect, it } from 'vitest';
import { parseAmount } from '#shared/domain/money.ts';
import type { OpenItem } from './open-item.ts';
import { propose } from './propose.ts';

let made = 0;
function item(signed: string, more: Partial<OpenItem> = {}): OpenItem {
  made += 1;
  const amount = parseAmount(signed.replace('-', ''), 2, 'amount');
  return {
    transactionId: `t${String(made)}`,
    line: 1,
    accountId: 'a',
    counterpartyId: 'c',
    currency: 'GEL',
    date: '2026-01-01',
    reference: null,
    side: signed.startsWith('-') ? 'CREDIT' : 'DEBIT',
    amount,
    open: amount,
    openGel: amount,
    ...more,
  };
}
const shown = (items: readonly OpenItem[]) =>
  propose(items).map(({ rule, parts }) => [
    rule,
    parts.map((part) => `${String(items.indexOf(part.item))}: ${String(part.amount / 10_000n)}`),
  ]);

describe('proposals of what settles what', () => {
  it('go by reference before amount, by amount before age, and use nothing twice', () => {
    const items = [
      item('100'),
      item('100', { reference: 'INV-2' }),
      item('70'),
      item('-100', { reference: 'INV-2' }),
      item('-100'),
      item('-50'),
    ];
    expect(shown(items)).toEqual([
      ['REFERENCE', ['1: 100', '3: 100']],
      ['EXACT_AMOUNT', ['0: 100', '4: 100']],
      ['OLDEST_FIRST', ['2: 50', '5: 50']],
    ]);
  });

  it('settle the oldest wholly and the next in part', () => {
    expect(shown([item('30'), item('40'), item('-20'), item('-25')])).toEqual([
      ['OLDEST_FIRST', ['0: 30', '1: 15', '2: 20', '3: 25']],
    ]);
  });

  it('never go across currencies, and are none where one side is missing', () => {
    expect(shown([item('100', { currency: 'USD' }), item('-100')])).toEqual([]);
    expect(shown([item('100', { reference: 'A' }), item('50', { reference: 'A' })])).toEqual([]);
  });
});
