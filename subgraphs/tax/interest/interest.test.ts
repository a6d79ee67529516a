import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type System } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

const LATE = `query ($amount: Decimal!, $due: Date!, $paidOn: Date!) {
  lateInterest(amount: $amount, due: $due, paidOn: $paidOn) { daysLate daysCounted interest penaltyPercent penalty total }
}`;

describe('late interest through the gateway', () => {
  it('is reckoned with the rates of the law', async () => {
    const answer = await system
      .company(0)
      .as('tax_specialist')
      .query(LATE, { amount: '1764.71', due: '2026-02-16', paidOn: '2026-04-20' });
    expect(answer).toEqual({
      lateInterest: {
        daysLate: 63,
        daysCounted: 63,
        interest: '55.59',
        penaltyPercent: '10',
        penalty: '176.47',
        total: '1996.77',
      },
    });
  });

  it.each([
    ['amount', { amount: '-5.00', due: '2026-02-16', paidOn: '2026-04-20' }],
    ['amount', { amount: '5.001', due: '2026-02-16', paidOn: '2026-04-20' }],
    ['due', { amount: '5.00', due: '1999-02-16', paidOn: '2026-04-20' }],
  ])('refuses what cannot be and names %s', async (field, variables) => {
    const refusal = await system.company(0).as('tax_specialist').refusal(LATE, variables);
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});
