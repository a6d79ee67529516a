import type { Actor } from '#shared/domain/actor.ts';
import type { Tax } from '#tax/subgraph.ts';

/** Days of the month by which the return of the month before is submitted, and the receipt for it is there. */
const FILED_BY = 12;
const ACCEPTED_BY = 14;

/** Monthly returns and payments that no interface tells of. */
const OTHERS = ['PROFIT_TAX', 'WITHHOLDING', 'PENSION'] as const;

interface Month {
  readonly year: number;
  readonly month: number;
}

/**
 * Files the VAT returns of the demo year as a specialist does who is never late: that of the last month is prepared, from
 * the 12th on submitted, from the 14th on accepted, as all before it are; what they come to is paid on that day, and the
 * other monthly returns are handed in with them.
 */
export async function fileReturns(tax: Tax, actor: Actor, from: string, today: string): Promise<void> {
  const over = monthsOf(from, today).reverse();
  for (const [position, { year, month }] of over.entries()) {
    const isLast = position === 0;
    const day = Number(today.slice(8));
    const step = (name: string) => ({ year, month, idempotencyKey: `demo:${name}:${year}-${month}` });
    await tax.returns.prepare(actor, step('prepare'));
    if (isLast && day < FILED_BY) continue;
    await tax.returns.submit(actor, step('submit'));
    if (isLast && day < ACCEPTED_BY) continue;
    const receiptNumber = `${year}${String(month).padStart(2, '0')}-${1_000 + position}`;
    const date = filedOn({ year, month });
    await tax.returns.accept(actor, { ...step('accept'), receiptNumber, date });
    await tax.terms.pay(actor, { ...step('pay'), code: 'VAT', paidOn: date });
    for (const code of OTHERS) await tax.terms.file(actor, { ...step(code), code, filedOn: date });
  }
}

/** Months from the one of the first day up to the one before today's. */
function monthsOf(from: string, today: string): Month[] {
  const ordinal = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const [first, last] = [ordinal(from), ordinal(today)];
  return Array.from({ length: last - first }, (_, index) => ({
    year: Math.floor((first + index) / 12),
    month: ((first + index) % 12) + 1,
  }));
}

function filedOn({ year, month }: Month): string {
  const after = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return `${after}-${FILED_BY}`;
}
