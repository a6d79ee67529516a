import { describe, expect, it } from 'vitest';
import { givenFacts, idOf } from '../testing/facts.ts';
import { decideOpenBooks, type OpenBooks } from './decide.ts';

const year = (value: number) => ({
  id: idOf(String(value)),
  year: value,
  periodIds: Array.from({ length: 12 }, (_, month) => idOf(`${value}${month}`)),
});
const account = (code: string, parentCode?: string) => ({
  id: idOf(`9${code}`),
  given: { code, names: { ka: code }, type: 'ASSET' as const, isHeading: parentCode === undefined },
  parentCode,
});

describe('opening books', () => {
  it('opens the accounts, parents first, and then the years', () => {
    const order: OpenBooks = {
      accounts: [account('1900'), account('1910', '1900')],
      years: [year(2024), year(2025)],
    };
    const { events, result } = decideOpenBooks(order, givenFacts());
    expect(events.map(({ type }) => type)).toEqual([
      'AccountOpened',
      'AccountOpened',
      'FiscalYearOpened',
      'FiscalYearOpened',
    ]);
    expect(events[1]?.data).toMatchObject({ code: '1910', parentId: idOf('91900') });
    expect(result).toEqual({ accounts: 2, years: 2 });
  });

  it('leaves accounts and years that are there as they are, and puts new ones below them', () => {
    const order: OpenBooks = {
      accounts: [account('1110'), account('1111', '1110')],
      years: [year(2026), year(2027)],
    };
    const { events, result } = decideOpenBooks(order, givenFacts());
    expect(events.map(({ type, data }) => [type, 'code' in data ? data.code : undefined])).toEqual([
      ['AccountOpened', '1111'],
      ['FiscalYearOpened', undefined],
    ]);
    expect(events[0]?.data).toMatchObject({ parentId: idOf('1110') });
    expect(result).toEqual({ accounts: 1, years: 1 });
  });

  it('stays quiet when nothing is missing', () => {
    const order: OpenBooks = { accounts: [account('1110')], years: [year(2026)] };
    expect(decideOpenBooks(order, givenFacts())).toEqual({ events: [], result: { accounts: 0, years: 0 } });
  });

  it('refuses a chart with a parent that is nowhere, and a year that is none', () => {
    expect(() => decideOpenBooks({ accounts: [account('1999', '1990')], years: [] }, givenFacts())).toThrow(
      'parent',
    );
    expect(() => decideOpenBooks({ accounts: [], years: [year(1989)] }, givenFacts())).toThrow('year');
  });
});
