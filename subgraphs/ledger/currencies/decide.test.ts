import { describe, expect, it } from 'vitest';
import { givenFacts, idOf } from '../testing/facts.ts';
import { decideRegisterCurrency } from './decide.ts';

const points = { id: idOf('1'), code: 'POINTS', minorUnits: 0, name: 'Bonus points' };
const refusal = (code: string, field: string): unknown =>
  expect.objectContaining({ code, details: expect.objectContaining({ field }) });

describe('a unit of the company’s own', () => {
  it('is registered with its decimals', () => {
    expect(decideRegisterCurrency(points, givenFacts())).toEqual({
      events: [
        {
          aggregateType: 'Currency',
          aggregateId: idOf('1'),
          version: 1,
          type: 'CurrencyRegistered',
          data: { code: 'POINTS', minorUnits: 0, name: 'Bonus points' },
          reference: true,
        },
      ],
      result: { code: 'POINTS' },
    });
  });

  it.each(['p', 'points', 'X', '1A', 'ABCDEFGHIJKLM', 'A B', 'ქულა', ''])('is not called "%s"', (code) => {
    expect(() => decideRegisterCurrency({ ...points, code }, givenFacts())).toThrow(
      refusal('BAD_USER_INPUT', 'code'),
    );
  });

  it('takes no name that ISO 4217 or the company has given already', () => {
    const facts = givenFacts({ currencies: [{ code: 'POINTS', minorUnits: 2 }] });
    expect(() => decideRegisterCurrency(points, facts)).toThrow(refusal('CONFLICT', 'code'));
    expect(() => decideRegisterCurrency({ ...points, code: 'USD' }, facts)).toThrow(
      refusal('CONFLICT', 'code'),
    );
  });

  it.each([-1, 5, 1.5, Number.NaN])('has no %d decimals', (minorUnits) => {
    expect(() => decideRegisterCurrency({ ...points, minorUnits }, givenFacts())).toThrow(
      refusal('BAD_USER_INPUT', 'minorUnits'),
    );
  });

  it('has a name', () => {
    expect(() => decideRegisterCurrency({ ...points, name: '' }, givenFacts())).toThrow(
      refusal('BAD_USER_INPUT', 'name'),
    );
  });
});
