import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Caller } from '#test/caller.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let chief: Caller;
let accountant: Caller;
let other: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: loadChart(), years: [2026] });
  chief = system.company(0).as('chief_accountant');
  accountant = system.company(0).as('accountant');
  other = system.company(1).as('chief_accountant');
  await system.owner.sql`
    insert into ledger.official_rates (currency, valid_from, quantity, rate, source) values
      ('USD', '2026-03-06', 1, 2.7, 'NBG'), ('USD', '2026-03-10', 1, 2.72, 'NBG')`;
  await system.owner.sql`insert into ledger.official_rate_days (day) values ('2026-03-06'), ('2026-03-07')`;
});
afterAll(() => system.close());

const CHANGES = 'ownExchangeRate { currency date rate changes { rate published quantity reason by { id } } }';
const SET = `mutation ($input: SetExchangeRateInput!) { setExchangeRate(input: $input) { ${CHANGES} } }`;
const WITHDRAW = `mutation ($input: WithdrawExchangeRateInput!) { withdrawExchangeRate(input: $input) { ${CHANGES} } }`;
const RATE = `query ($currency: String!, $date: Date!) {
  exchangeRate(currency: $currency, date: $date) {
    rate source isConfirmed validFrom reason setBy { id } official { rate source validFrom isConfirmed }
  }
}`;

const set = (given: object) => chief.query(SET, { input: { currency: 'USD', reason: 'agreed', ...given } });
async function rate(date: string, currency = 'USD', whose = accountant): Promise<object | null> {
  return (await whose.query<{ exchangeRate: object | null }>(RATE, { currency, date })).exchangeRate;
}

describe("a company's own exchange rate", () => {
  it('counts on its day before the official one, which is shown beside it, and for nobody else', async () => {
    await set({ date: '2026-03-08', rate: '2.65', reason: 'ბანკთან შეთანხმებული' });
    expect(await rate('2026-03-08')).toEqual({
      rate: '2.65',
      source: 'OWN',
      isConfirmed: true,
      validFrom: '2026-03-08',
      reason: 'ბანკთან შეთანხმებული',
      setBy: { id: system.company(0).users.chief_accountant.id },
      official: { rate: '2.7', source: 'NBG', validFrom: '2026-03-06', isConfirmed: false },
    });
    // Neither the day before nor the day after knows of it.
    for (const day of ['2026-03-07', '2026-03-09'])
      expect(await rate(day)).toMatchObject({ rate: '2.7', source: 'NBG', reason: null, official: null });
    expect(await rate('2026-03-08', 'USD', other)).toMatchObject({ rate: '2.7', source: 'NBG' });
  });

  it('is set anew and withdrawn with a reason each time, and all of it can be read', async () => {
    await set({ date: '2026-03-11', rate: '2.5', reason: 'first' });
    await set({ date: '2026-03-11', rate: '251.5', quantity: 100, reason: 'second' });
    expect(await rate('2026-03-11')).toMatchObject({ rate: '2.515', source: 'OWN' });
    expect(
      await chief.query(WITHDRAW, { input: { currency: 'USD', date: '2026-03-11', reason: 'no more' } }),
    ).toMatchObject({ withdrawExchangeRate: { ownExchangeRate: { rate: null } } });
    expect(await rate('2026-03-11')).toMatchObject({ rate: '2.72', source: 'NBG' });
    const by = { id: system.company(0).users.chief_accountant.id };
    expect(
      await accountant.query(
        '{ ownExchangeRates(currency: "USD", from: "2026-03-11", to: "2026-03-12") { date rate changes { rate published quantity reason by { id } } } }',
      ),
    ).toEqual({
      ownExchangeRates: [
        {
          date: '2026-03-11',
          rate: null,
          changes: [
            { rate: null, published: null, quantity: null, reason: 'no more', by },
            { rate: '2.515', published: '251.5', quantity: 100, reason: 'second', by },
            { rate: '2.5', published: '2.5', quantity: 1, reason: 'first', by },
          ],
        },
      ],
    });
    expect(
      await chief.refusal(WITHDRAW, { input: { currency: 'USD', date: '2026-03-11', reason: 'again' } }),
    ).toMatchObject({ code: 'NOT_FOUND', field: 'date', value: '2026-03-11' });
  });

  it('is all there is for a currency that the bank does not publish, and for a unit of the company', async () => {
    await chief.query(
      'mutation { registerCurrency(input: { code: "POINTS", minorUnits: 0, name: "Points" }) { currency { code } } }',
    );
    for (const currency of ['XAF', 'POINTS']) {
      expect(await rate('2026-03-12', currency)).toBeNull();
      await set({ currency, date: '2026-03-12', rate: '0.004' });
      expect(await rate('2026-03-12', currency)).toMatchObject({ rate: '0.004', official: null });
    }
  });

  it('counts for what recurs in foreign currency without a rate', async () => {
    await set({ date: '2026-03-31', rate: '2.8' });
    const { createRecurringEntry } = await chief.query<{
      createRecurringEntry: { recurringEntry: { id: string } };
    }>(
      `mutation ($input: CreateRecurringEntryInput!) {
        createRecurringEntry(input: $input) { recurringEntry { id } }
      }`,
      {
        input: {
          description: 'rent',
          firstOn: '2026-03-31',
          occurrences: 1,
          rule: { unit: 'MONTH', every: 1, lastDayOfMonth: true },
          entries: [
            { accountCode: '7490', debit: '10.00', currency: 'USD' },
            { accountCode: '3110', credit: '10.00', currency: 'USD' },
          ],
        },
      },
    );
    const id = `recurring:${createRecurringEntry.recurringEntry.id}:2026-03-31`;
    const answer = await chief.query(
      `mutation ($input: PostDueEntriesInput!) {
        postDueEntries(input: $input) {
          results { transaction { entries { exchangeRate debitGel } } error { code field } }
        }
      }`,
      { input: { until: '2026-03-31', ids: [id] } },
    );
    expect(answer).toEqual({
      postDueEntries: {
        results: [
          {
            transaction: {
              entries: [
                { exchangeRate: '2.8', debitGel: '28.00' },
                { exchangeRate: '2.8', debitGel: '0.00' },
              ],
            },
            error: null,
          },
        ],
      },
    });
  });

  it('of the last day of a month is one that the close checklist does not miss', async () => {
    await chief.query(
      `mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id } } }`,
      {
        input: {
          date: '2026-05-10',
          description: 'loan',
          entries: [
            { accountCode: '1220', debit: '5.00', currency: 'CHF', exchangeRate: '3' },
            { accountCode: '3110', credit: '15.00' },
          ],
        },
      },
    );
    const missing = async () => {
      const { closeChecklist } = await chief.query<{
        closeChecklist: { items: { code: string; ids: string[] }[] };
      }>('{ closeChecklist(year: 2026, month: 5) { items { code ids } } }');
      return closeChecklist.items.find(({ code }) => code === 'RATES_MISSING')?.ids ?? [];
    };
    expect(await missing()).toContain('CHF');
    await set({ currency: 'CHF', date: '2026-05-31', rate: '3.1' });
    expect(await missing()).not.toContain('CHF');
  });

  it.each([
    ['currency', 'GEL', { currency: 'GEL' }],
    ['currency', 'XYZ', { currency: 'XYZ' }],
    ['date', '2026-02-30', { date: '2026-02-30' }],
    ['rate', '0', { rate: '0' }],
    ['rate', '-2.7', { rate: '-2.7' }],
    ['rate', '1000000', { rate: '1000000' }],
    // One dram would have eleven decimals.
    ['rate', '7.12345678', { rate: '7.12345678', quantity: 1_000 }],
    ['quantity', '7', { quantity: 7 }],
    ['reason', '', { reason: '' }],
  ])('is refused for a wrong %s: %s', async (field, value, given) => {
    const right = { currency: 'USD', date: '2026-03-20', rate: '2.7', reason: 'x' };
    expect(await chief.refusal(SET, { input: { ...right, ...given } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
      value,
    });
  });

  it('is set by who may close months, and its table cannot be written by hand', async () => {
    const given = { currency: 'USD', date: '2026-03-21', rate: '2.7', reason: 'x' };
    expect(await accountant.refusal(SET, { input: given })).toMatchObject({ code: 'FORBIDDEN' });
    await expect(
      system.owner.sql`update ledger.own_exchange_rates set rate = 1 where currency = 'USD'`,
    ).rejects.toThrow('append-only');
  });
});
