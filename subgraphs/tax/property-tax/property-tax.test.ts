import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type System } from '#test/system.ts';
import { averageOfYear } from './average.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
});
afterAll(() => system.close());

const SET = `mutation ($input: SetPropertyValuesInput!) {
  setPropertyValues(input: $input) { propertyTaxReturn { average tax missingMonths } }
}`;
const RETURN = `query ($year: Int!) {
  propertyTaxReturn(year: $year) {
    due advanceDue average rate tax advance toPay missingMonths accounts { accountCode opening closing average }
  }
}`;

async function set(company: number, year: number, month: number, values: object[]): Promise<void> {
  await system.company(company).as('tax_specialist').query(SET, { input: { year, month, values } });
}
const value = (accountCode: string, opening: string, closing: string) => ({ accountCode, opening, closing });

describe('property tax of a year', () => {
  it('is 1 % of the mean of both ends of its months, with the advance of the year before', async () => {
    for (let month = 1; month <= 12; month++) {
      await set(0, 2025, month, [value('2130', '240000.00', '240000.00')]);
      // A building that is written down by 1,000.00 each month, and a machine bought on the last day of June.
      const machine = [month > 6 ? '12000.00' : '0.00', month >= 6 ? '12000.00' : '0.00'] as const;
      await set(0, 2026, month, [
        value('2130', '240000.00', '240000.00'),
        value('2230', `${-1000 * (month - 1)}.00`, `${-1000 * month}.00`),
        value('2150', ...machine),
      ]);
    }
    const answer = await system.company(0).as('auditor').query(RETURN, { year: 2026 });
    expect(answer).toEqual({
      propertyTaxReturn: {
        due: '2027-04-01',
        advanceDue: '2026-06-15',
        // 240,000 − 6,000 + 12,000 × 13/24
        average: '240500.00',
        rate: '1',
        tax: '2405.00',
        advance: '2400.00',
        toPay: '5.00',
        missingMonths: [],
        accounts: [
          { accountCode: '2130', opening: '240000.00', closing: '240000.00', average: '240000.00' },
          { accountCode: '2150', opening: '0.00', closing: '12000.00', average: '6500.00' },
          { accountCode: '2230', opening: '0.00', closing: '-12000.00', average: '-6000.00' },
        ],
      },
    });
  });

  it('names the months that are missing, and believes the last word about a month', async () => {
    await set(1, 2026, 1, [value('2130', '100.00', '100.00'), value('2140', '50.00', '50.00')]);
    await set(1, 2026, 1, [value('2130', '2400.00', '2400.00')]);
    await set(1, 2026, 3, [value('2130', '2400.00', '2400.00')]);
    await set(1, 2026, 3, []);
    const answer = await system.company(1).as('auditor').query(RETURN, { year: 2026 });
    expect(answer).toMatchObject({
      propertyTaxReturn: {
        average: '200.00',
        tax: '2.00',
        missingMonths: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        accounts: [{ accountCode: '2130' }],
      },
    });
  });

  it.each([
    ['values.1.accountCode', { values: [value('2130', '1.00', '1.00'), value('2130', '1.00', '1.00')] }],
    ['values.0.opening', { values: [value('2130', '1.001', '1.00')] }],
    ['month', { month: 0 }],
    ['year', { year: 1999 }],
  ])('refuses what cannot be and names %s', async (field, given) => {
    const input = { year: 2026, month: 1, values: [], ...given };
    const refusal = await system.company(0).as('tax_specialist').refusal(SET, { input });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});

describe('the average of a year', () => {
  it('lies between the least and the most that things were worth', () => {
    const lari = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((tetri) => tetri * 100n);
    const months = fc.array(fc.record({ opening: lari, closing: lari }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(months, (given) => {
        const ends = given.flatMap(({ opening, closing }) => [opening, closing]);
        const average = averageOfYear(given);
        expect(ends.some((end) => end <= average)).toBe(true);
        expect(ends.some((end) => end >= average)).toBe(true);
      }),
    );
  });
});
