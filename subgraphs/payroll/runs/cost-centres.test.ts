import { expect, it } from 'vitest';
import { postedCentres, type PeopledCentre } from './cost-centres.ts';

function centre(value: string | null, people: string, gross: string): PeopledCentre {
  const name = value === null ? null : 'cost centre';
  return { name, value, gross, employerPension: '1.00', employeeIds: Array.from(people) };
}
const posted = (centres: readonly PeopledCentre[], least = 3): string[] =>
  postedCentres(centres, least).map(({ value, gross, employerPension }) =>
    [value ?? 'none', gross, employerPension].join(' '),
  );

it('cost centres of enough people are posted by themselves', () => {
  expect(posted([centre('office', 'abc', '30.00'), centre('shop', 'defg', '40.00')])).toEqual([
    'office 30.00 1.00',
    'shop 40.00 1.00',
  ]);
});

it('the pay of one person is not posted as the cost of a centre, but with that of the next smallest', () => {
  expect(
    posted([
      centre('board', 'a', '90.00'),
      centre('office', 'bcd', '30.00'),
      centre('shop', 'efgh', '40.00'),
    ]),
  ).toEqual(['none 120.00 2.00', 'shop 40.00 1.00']);
});

it('small centres are posted together without a centre, with those who have none', () => {
  expect(
    posted([
      centre(null, 'x', '5.00'),
      centre('board', 'a', '90.00'),
      centre('lab', 'bc', '30.00'),
      centre('shop', 'efgh', '40.00'),
    ]),
  ).toEqual(['none 125.00 3.00', 'shop 40.00 1.00']);
});

it('one person in several centres is one person all the same', () => {
  expect(posted([centre('a', 'x', '5.00'), centre('b', 'x', '6.00'), centre('c', 'xyz', '7.00')])).toEqual([
    'none 18.00 3.00',
  ]);
});

it('a company of one person has a cost all the same, and whoever wants each centre by itself gets it', () => {
  expect(posted([centre('shop', 'a', '10.00')])).toEqual(['none 10.00 1.00']);
  expect(posted([centre('shop', 'a', '10.00'), centre(null, 'b', '3.00')], 1)).toEqual([
    'none 3.00 1.00',
    'shop 10.00 1.00',
  ]);
  expect(posted([])).toEqual([]);
});
