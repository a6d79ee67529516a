import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/client.ts';
import { createLog } from '#shared/platform/log.ts';
import type { Caller } from '#test/caller.ts';
import { startNbgSimulator, type NbgSimulator } from '../../../test/nbg/simulator.ts';
import { startSystem, type System } from '#test/system.ts';
import { fetchDays, followNbg } from './follow-nbg.ts';
import { NbgClient, readRates } from './nbg.ts';

let system: System;
let us: Caller;
let database: Database;
let bank: NbgSimulator;
const clients: NbgClient[] = [];
beforeAll(async () => {
  system = await startSystem();
  us = system.company(0).as('accountant');
  database = openDatabase(system.database.urlFor('ledger'), { max: 2 });
  bank = await startNbgSimulator();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});
afterAll(async () => {
  await bank.close();
  await database.close();
  await system.close();
});

function client(more: Partial<ConstructorParameters<typeof NbgClient>[0]> = {}): NbgClient {
  const made = new NbgClient({ url: bank.url, pauseMs: 1, timeoutMs: 500, ...more });
  clients.push(made);
  return made;
}

const RATE = `query ($currency: String!, $date: Date!) {
  exchangeRate(currency: $currency, date: $date) { rate published quantity validFrom source isConfirmed }
}`;
async function rate(currency: string, date: string): Promise<object | null> {
  return (await us.query<{ exchangeRate: object | null }>(RATE, { currency, date })).exchangeRate;
}

describe('official rates', () => {
  it('are those of the day, by the unit, and go on over a weekend', async () => {
    // Rates of 29 September 2023, a Friday, as the bank published them.
    for (const [currency, published, quantity] of [
      ['USD', '2.6832', 1],
      ['RUB', '2.7636', 100],
      ['AMD', '6.8633', 1_000],
    ] as const)
      bank.publish('2023-09-29', currency, published, quantity);
    bank.publish('2023-10-03', 'USD', '2.6790');
    await fetchDays({ database, client: client() }, '2023-09-29', '2023-10-02');
    expect(await rate('USD', '2023-10-01')).toEqual({
      rate: '2.6832',
      published: '2.6832',
      quantity: 1,
      validFrom: '2023-09-29',
      source: 'NBG',
      isConfirmed: true,
    });
    expect(await rate('RUB', '2023-09-29')).toMatchObject({
      rate: '0.027636',
      published: '2.7636',
      quantity: 100,
    });
    expect(await rate('AMD', '2023-09-29')).toMatchObject({ rate: '0.0068633' });
    // Nobody asked about the third: the rate of the second may be out of date, and says so.
    expect(await rate('USD', '2023-10-03')).toMatchObject({ rate: '2.6832', isConfirmed: false });
    expect(await rate('USD', '2023-09-28')).toBeNull();
    expect(await rate('EUR', '2023-09-29')).toBeNull();
  });

  it('are kept as they were known: a correction stands beside, and the last one counts', async () => {
    bank.publish('2024-05-02', 'EUR', '2.8650');
    expect(await fetchDays({ database, client: client() }, '2024-05-02', '2024-05-02')).toBeGreaterThan(0);
    expect(await fetchDays({ database, client: client() }, '2024-05-02', '2024-05-02')).toBe(0);
    bank.publish('2024-05-02', 'EUR', '2.8655');
    expect(await fetchDays({ database, client: client() }, '2024-05-02', '2024-05-02')).toBe(1);
    expect(await rate('EUR', '2024-05-02')).toMatchObject({ rate: '2.8655' });
    const { exchangeRates } = await us.query<{ exchangeRates: object[] }>(
      '{ exchangeRates(currency: "EUR", from: "2024-05-01", to: "2024-05-31") { validFrom rate } }',
    );
    expect(exchangeRates).toEqual([{ validFrom: '2024-05-02', rate: '2.8655' }]);
    await expect(
      system.owner.sql`update ledger.official_rates set rate = 1 where currency = 'EUR'`,
    ).rejects.toThrow('append-only');
  });

  it('are asked for again when the bank does not answer, or answers with something else', async () => {
    bank.publish('2024-06-03', 'USD', '2.8010');
    bank.fail('STATUS', 'NONSENSE');
    await fetchDays({ database, client: client() }, '2024-06-03', '2024-06-03');
    expect(await rate('USD', '2024-06-03')).toMatchObject({ rate: '2.801', isConfirmed: true });
    bank.fail('HANG_UP', 'SILENCE', 'STATUS');
    await expect(fetchDays({ database, client: client() }, '2024-06-04', '2024-06-04')).rejects.toThrow(
      'status 503',
    );
    expect(await rate('USD', '2024-06-04')).toMatchObject({ rate: '2.801', isConfirmed: false });
  });

  it('are not asked for at all for a while after five failures', async () => {
    bank.fail('STATUS', 'STATUS', 'STATUS', 'STATUS', 'STATUS');
    const ours = client({ attempts: 1 });
    for (let failure = 0; failure < 5; failure += 1)
      await expect(ours.ratesOn('2024-06-05')).rejects.toThrow('status 503');
    const before = bank.asked.length;
    await expect(ours.ratesOn('2024-06-05')).rejects.toThrow('left alone');
    expect(bank.asked.length).toBe(before);
  });

  it('are followed day by day, up to tomorrow by the clock of Tbilisi', async () => {
    bank.publish('2026-11-20', 'USD', '2.7100');
    bank.publish('2026-11-24', 'USD', '2.7200');
    const before = bank.asked.length;
    const follower = followNbg({
      database,
      client: client(),
      log: createLog({ logLevel: 'silent' }),
      everyMs: 60_000,
      // Half past eight in the evening of the 22nd in Greenwich is the 23rd in Tbilisi.
      now: () => new Date('2026-11-22T20:30:00Z'),
    });
    await expect.poll(() => rate('USD', '2026-11-24')).toMatchObject({ rate: '2.72', isConfirmed: true });
    await follower.close();
    const asked = bank.asked.slice(before);
    expect([asked[0], asked.at(-1)]).toEqual(['2026-10-23', '2026-11-24']);
    expect(await rate('USD', '2026-11-23')).toMatchObject({ rate: '2.71', isConfirmed: true });
  });

  it('are read from what the bank writes, its spelling included, or not at all', () => {
    const usd = {
      code: 'USD',
      quantity: 1,
      rateFormated: '2.6223',
      validFromDate: '2026-08-07T00:00:00.000Z',
    };
    expect(readRates(JSON.stringify([{ currencies: [usd] }]))).toEqual([
      { currency: 'USD', quantity: 1, rate: '2.6223', validFrom: '2026-08-07' },
    ]);
    for (const wrong of [
      '',
      '{}',
      '[{}]',
      JSON.stringify([{ currencies: [usd, { ...usd, rateFormated: '2,6' }] }]),
    ])
      expect(() => readRates(wrong)).toThrow('no list of rates');
  });

  it.each([
    ['currency', { currency: 'GEL', date: '2026-01-01' }],
    ['currency', { currency: 'XYZ', date: '2026-01-01' }],
    ['date', { currency: 'USD', date: '2026-02-30' }],
  ])('are refused for a wrong %s', async (field, variables) => {
    expect(await us.refusal(RATE, variables)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  it('are listed for a year at most', async () => {
    expect(
      await us.refusal('{ exchangeRates(currency: "USD", from: "2024-01-01", to: "2026-01-01") { rate } }'),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
  });
});
