import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  foreignTrade,
  publishRates,
  RECORD,
  REVALUE,
  WITHDRAW,
  type ForeignTrade,
} from '#test/foreign-trade.ts';
import { startSystem, type System } from '#test/system.ts';
import { loadChart } from '../accounts/chart.ts';
import { rebuildLedger } from '../rebuild.ts';

let system: System;
let next = 0;
beforeAll(async () => {
  system = await startSystem({ companies: 18, chart: loadChart(), years: [2026, 2027] });
  await publishRates(system, [
    ['USD', '2026-01-31', '2.80'],
    ['USD', '2026-02-28', '2.75'],
    ['USD', '2026-03-31', '2.90'],
    ['EUR', '2026-01-31', '3.10'],
    ['EUR', '2026-02-28', '3.20'],
    ['JPY', '2026-01-31', '1.7969', 100],
  ]);
});
afterAll(() => system.close());

/** A company that no other test has. */
function someone(): ForeignTrade {
  next += 1;
  return foreignTrade(system, next);
}

const usd = { currency: 'USD' };

describe('a receivable in dollars over two month ends', () => {
  it('is carried at the closing rate on each, and goes back to its own on the next day', async () => {
    const trade = someone();
    const counterpartyId = await trade.counterparty();
    const owed = await trade.post(
      '2026-01-10',
      { account: '1410', debit: '1000.00', rate: '2.70', counterpartyId, ...usd },
      '6110',
    );
    const january = await trade.revalue('2026-01-31');
    expect(january).toMatchObject({
      date: '2026-01-31',
      reversal: 'NEXT_DAY',
      gain: '100.00',
      loss: '0.00',
      isOutdated: false,
      rates: [{ currency: 'USD', rate: '2.8', source: 'OFFICIAL', validFrom: '2026-01-31', reason: null }],
      transaction: { date: '2026-01-31', source: { type: 'Revaluation', purpose: 'revaluation' } },
      reversalTransaction: { date: '2026-02-01' },
      lines: [
        {
          account: { code: '1410' },
          currency: 'USD',
          counterparty: { id: counterpartyId },
          amount: '1000.00',
          carryingGel: '2700.00',
          revaluedGel: '2800.00',
          differenceGel: '100.00',
        },
      ],
      items: [{ id: owed, side: 'DEBIT', open: '1000.00', carryingGel: '2700.00', revaluedGel: '2800.00' }],
    });
    expect(await trade.balance('1410', 'USD', '2026-01-30')).toEqual(['1000.00', '2700.00']);
    expect(await trade.balance('1410', 'USD', '2026-01-31')).toEqual(['1000.00', '2800.00']);
    expect(await trade.balance('1410', 'USD', '2026-02-01')).toEqual(['1000.00', '2700.00']);
    expect(await trade.balance('8140', 'GEL', '2026-01-31')).toEqual(['-100.00', '-100.00']);
    expect(await trade.balance('8140', 'GEL', '2026-02-01')).toEqual(['0.00', '0.00']);
    expect(await trade.open('2026-01-31', counterpartyId)).toEqual([[owed, '1000.00', '2800.00']]);
    expect(await trade.open(null, counterpartyId)).toEqual([[owed, '1000.00', '2700.00']]);
    const february = await trade.revalue('2026-02-28');
    expect(february).toMatchObject({ gain: '50.00', loss: '0.00' });
    expect(february.lines[0]).toMatchObject({ carryingGel: '2700.00', revaluedGel: '2750.00' });
  });

  it('that stays revalued is measured from there by the next one', async () => {
    const trade = someone();
    const counterpartyId = await trade.counterparty();
    const owed = await trade.post(
      '2026-01-10',
      { account: '1410', debit: '1000.00', rate: '2.70', counterpartyId, ...usd },
      '6110',
    );
    expect(await trade.revalue('2026-01-31', { reversal: 'KEEP' })).toMatchObject({
      gain: '100.00',
      reversalTransaction: null,
    });
    expect(await trade.balance('1410', 'USD', '2026-02-27')).toEqual(['1000.00', '2800.00']);
    expect(await trade.open(null, counterpartyId)).toEqual([[owed, '1000.00', '2800.00']]);
    expect(await trade.open('2026-01-30', counterpartyId)).toEqual([[owed, '1000.00', '2700.00']]);
    const february = await trade.revalue('2026-02-28', { reversal: 'KEEP' });
    expect(february).toMatchObject({ gain: '0.00', loss: '50.00' });
    expect(february.items).toMatchObject([{ carryingGel: '2800.00', revaluedGel: '2750.00' }]);
    expect(await trade.balance('8240', 'GEL', '2026-02-28')).toEqual(['50.00', '50.00']);
    expect(await trade.open('2026-02-28', counterpartyId)).toEqual([[owed, '1000.00', '2750.00']]);
  });
});

describe('balances in several currencies', () => {
  it('are revalued together: a payable in euro, a bank account, yen by the hundred; advances are left out', async () => {
    const trade = someone();
    const counterpartyId = await trade.counterparty();
    const eur = { currency: 'EUR', counterpartyId };
    await trade.post('2026-01-05', { account: '3110', credit: '500.00', rate: '3.00', ...eur }, '7490');
    await trade.post('2026-01-06', { account: '1220', debit: '100.00', rate: '2.70', ...usd }, '5150');
    await trade.post('2026-01-07', { account: '1220', credit: '40.00', rate: '2.75', ...usd }, '7490');
    await trade.post(
      '2026-01-08',
      { account: '1230', debit: '10000', rate: '0.018', currency: 'JPY' },
      '5150',
    );
    await trade.post('2026-01-09', { account: '1480', debit: '200.00', rate: '3.05', ...eur }, '1110');
    await trade.post('2026-01-09', { account: '2150', debit: '300.00', rate: '2.71', ...usd }, '1110');
    const { revaluationPreview } = await trade.us.query<{ revaluationPreview: object }>(
      `{ revaluationPreview(date: "2026-01-31") { gain loss rates { currency rate } lines { account { code } differenceGel }
        leftOut { account { code } currency amount carryingGel reason } } }`,
    );
    const expected = [
      {
        account: { code: '1220' },
        amount: '60.00',
        carryingGel: '160.00',
        revaluedGel: '168.00',
        differenceGel: '8.00',
      },
      {
        account: { code: '1230' },
        amount: '10000',
        carryingGel: '180.00',
        revaluedGel: '179.69',
        differenceGel: '-0.31',
      },
      {
        account: { code: '3110' },
        amount: '-500.00',
        carryingGel: '-1500.00',
        revaluedGel: '-1550.00',
        differenceGel: '-50.00',
      },
    ];
    expect(revaluationPreview).toEqual({
      gain: '8.00',
      loss: '50.31',
      rates: [
        { currency: 'EUR', rate: '3.1' },
        { currency: 'JPY', rate: '0.017969' },
        { currency: 'USD', rate: '2.8' },
      ],
      lines: expected.map(({ account, differenceGel }) => ({ account, differenceGel })),
      leftOut: [
        {
          account: { code: '1480' },
          currency: 'EUR',
          amount: '200.00',
          carryingGel: '610.00',
          reason: 'ADVANCE',
        },
        {
          account: { code: '2150' },
          currency: 'USD',
          amount: '300.00',
          carryingGel: '813.00',
          reason: 'NON_MONETARY',
        },
      ],
    });
    const done = await trade.revalue('2026-01-31');
    expect(done.lines).toMatchObject(expected);
    expect(done).toMatchObject({ gain: '8.00', loss: '50.31' });
    expect(await trade.balance('3110', 'EUR', '2026-01-31')).toEqual(['-500.00', '-1550.00']);
    expect(await trade.balance('1480', 'EUR', '2026-01-31')).toEqual(['200.00', '610.00']);
  });

  it('come to the tetri, each item too, where rounding leaves something over', async () => {
    const trade = someone();
    const counterpartyId = await trade.counterparty();
    for (const day of ['10', '11', '12'])
      await trade.post(
        `2026-01-${day}`,
        { account: '1410', debit: '0.33', rate: '2.70', counterpartyId, ...usd },
        '6110',
      );
    const rates = [{ currency: 'USD', rate: '2.7878', reason: 'ბანკის კურსი' }];
    const done = await trade.revalue('2026-01-31', { rates });
    // 0.99 × 2.7878 = 2.7599…; each 0.33 by itself comes to 0.92, three of them to 2.76.
    expect(done.lines).toMatchObject([{ amount: '0.99', carryingGel: '2.67', revaluedGel: '2.76' }]);
    expect(done.items.map(({ revaluedGel }) => revaluedGel)).toEqual(['0.92', '0.92', '0.92']);
    await trade.withdraw(done.id);
    const other = [{ currency: 'USD', rate: '2.80', reason: 'ბანკის კურსი' }];
    // 0.99 × 2.80 = 2.772; each 0.33 comes to 0.924: one of them takes the tetri that is left.
    const again = await trade.revalue('2026-01-31', { rates: other });
    expect(again.lines).toMatchObject([{ revaluedGel: '2.77' }]);
    expect(again.items.map(({ revaluedGel }) => revaluedGel).sort()).toEqual(['0.92', '0.92', '0.93']);
  });

  it('follow what an account says of itself in its metadata', async () => {
    const trade = someone();
    await trade.post('2026-01-06', { account: '1220', debit: '100.00', rate: '2.70', ...usd }, '5150');
    await trade.post('2026-01-06', { account: '1790', debit: '100.00', rate: '2.70', ...usd }, '5150');
    for (const [code, isMonetary] of [
      ['1220', false],
      ['1790', true],
    ] as const)
      await trade.us.query(
        'mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { account { id } } }',
        { input: { id: trade.company.accountId(code), metadata: { isMonetary } } },
      );
    const done = await trade.revalue('2026-01-31');
    expect(done.lines).toMatchObject([{ account: { code: '1790' }, differenceGel: '10.00' }]);
  });
});

describe('a revaluation', () => {
  it('is refused for what cannot be revalued, naming field and value', async () => {
    const trade = someone();
    const refusal = (input: object) => trade.us.refusal(REVALUE, { input });
    expect(await refusal({ date: '2026-01-31' })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'date',
      value: '2026-01-31',
    });
    await trade.post('2026-01-06', { account: '1220', debit: '100.00', rate: '2.70', ...usd }, '5150');
    expect(await refusal({ date: '2026-01-31', currencies: ['USD', 'GEL'] })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'currencies[1]',
      value: 'GEL',
    });
    expect(await refusal({ date: '2026-01-31', currencies: ['XYZ'] })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'currencies[0]',
      value: 'XYZ',
    });
    expect(await refusal({ date: '2026-01-31', currencies: ['EUR'] })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'currencies[0]',
      value: 'EUR',
    });
    expect(await refusal({ date: '2026-02-27' })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'rates',
      value: 'USD',
      date: '2026-02-27',
    });
    expect(await refusal({ date: '2025-12-31' })).toMatchObject({ code: 'PERIOD_CLOSED', field: 'date' });
    const rate = { currency: 'USD', rate: '2.71', reason: 'ბანკის კურსი' };
    expect(await refusal({ date: '2027-12-31', rates: [rate] })).toMatchObject({
      code: 'PERIOD_CLOSED',
      field: 'reversal',
      value: '2028-01-01',
    });
    for (const [given, field] of [
      [{ ...rate, rate: '0' }, 'rates[0].rate'],
      [{ ...rate, currency: 'EUR' }, 'rates[0].currency'],
      [{ ...rate, reason: ' ' }, 'rates[0].reason'],
    ] as const)
      expect(await refusal({ date: '2026-02-27', rates: [given] })).toMatchObject({
        code: 'BAD_USER_INPUT',
        field,
      });
    expect(await trade.revalue('2026-02-27', { rates: [rate] })).toMatchObject({
      gain: '1.00',
      rates: [{ rate: '2.71', source: 'GIVEN', reason: 'ბანკის კურსი', validFrom: null }],
    });
  });

  it('is made once for a day and currency, until it is reversed', async () => {
    const trade = someone();
    await trade.post('2026-01-06', { account: '1220', debit: '100.00', rate: '2.70', ...usd }, '5150');
    const key = uuid();
    const { id } = await trade.revalue('2026-01-31', { idempotencyKey: key });
    expect(await trade.revalue('2026-01-31', { idempotencyKey: key })).toMatchObject({ id });
    expect(
      await trade.us.refusal(REVALUE, { input: { date: '2026-01-31', currencies: ['USD'] } }),
    ).toMatchObject({ code: 'INVALID_TRANSITION', field: 'currencies[0]', value: 'USD', revaluation: id });
    expect(await trade.withdraw(id)).toMatchObject({ withdrawReason: 'თავიდან', isOutdated: false });
    for (const day of ['2026-01-31', '2026-02-01', '2026-12-31'])
      expect(await trade.balance('1220', 'USD', day)).toEqual(['100.00', '270.00']);
    expect(await trade.us.refusal(WITHDRAW, { input: { id, reason: 'x' } })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'id',
    });
    expect(await trade.us.refusal(WITHDRAW, { input: { id: uuid(), reason: 'x' } })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'id',
    });
    await trade.revalue('2026-01-31');
    expect(await trade.balance('1220', 'USD', '2026-01-31')).toEqual(['100.00', '280.00']);
    const { revaluations } = await trade.us.query<{
      revaluations: { edges: { node: { withdrawnAt: string | null } }[] };
    }>('{ revaluations(first: 10, isInForce: false) { edges { node { id withdrawnAt } } } }');
    expect(revaluations.edges).toMatchObject([{ node: { id } }]);
  });

  it("goes by the company's own rate of the day before the official one", async () => {
    const trade = someone();
    await trade.post('2026-01-06', { account: '1220', debit: '100.00', rate: '2.70', ...usd }, '5150');
    await trade.us.query(
      'mutation ($input: SetExchangeRateInput!) { setExchangeRate(input: $input) { __typename } }',
      { input: { currency: 'USD', date: '2026-01-31', rate: '2.81', reason: 'ბანკის კურსი' } },
    );
    expect(await trade.revalue('2026-01-31')).toMatchObject({
      gain: '11.00',
      rates: [{ rate: '2.81', source: 'OWN', reason: 'ბანკის კურსი' }],
    });
  });

  it('is undone by its own command alone', async () => {
    const trade = someone();
    await trade.post('2026-01-06', { account: '1220', debit: '100.00', rate: '2.70', ...usd }, '5150');
    const { transaction } = await trade.revalue('2026-01-31');
    expect(
      await trade.us.refusal(
        'mutation ($input: ReverseTransactionInput!) { reverseTransaction(input: $input) { transaction { id } } }',
        { input: { id: transaction?.id, date: '2026-01-31', reason: 'x' } },
      ),
    ).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id' });
  });

  it('is outdated by what is posted late, and the close checklist says so', async () => {
    const trade = someone();
    const unrevalued = async () => {
      const { closeChecklist } = await trade.us.query<{
        closeChecklist: { items: { code: string; ids: string[] }[] };
      }>('{ closeChecklist(year: 2026, month: 1) { items { code ids } } }');
      return closeChecklist.items.find(({ code }) => code === 'UNREVALUED')?.ids;
    };
    const isOutdated = async (id: string) => {
      const answer = await trade.us.query<{ revaluation: { isOutdated: boolean } }>(
        'query ($id: ID!) { revaluation(id: $id) { isOutdated } }',
        { id },
      );
      return answer.revaluation.isOutdated;
    };
    expect(await unrevalued()).toBeUndefined();
    await trade.post('2026-01-06', { account: '1220', debit: '100.00', rate: '2.70', ...usd }, '5150');
    expect(await unrevalued()).toEqual(['USD']);
    const { id } = await trade.revalue('2026-01-31');
    expect(await unrevalued()).toBeUndefined();
    await trade.post('2026-02-01', { account: '1220', debit: '1.00', rate: '2.70', ...usd }, '5150');
    expect(await isOutdated(id)).toBe(false);
    await trade.post('2026-01-31', { account: '1220', debit: '1.00', rate: '2.70', ...usd }, '5150');
    expect(await isOutdated(id)).toBe(true);
    expect(await unrevalued()).toEqual(['USD']);
    await trade.withdraw(id);
    await trade.revalue('2026-01-31');
    expect(await unrevalued()).toBeUndefined();
  });

  it('moves lari alone, which nobody else can', async () => {
    const trade = someone();
    await trade.post('2026-01-06', { account: '1220', debit: '100.00', rate: '2.70', ...usd }, '5150');
    const { transaction } = await trade.revalue('2026-01-31', { reversal: 'KEEP' });
    const { transaction: shown } = await trade.us.query<{ transaction: { entries: object[] } }>(
      'query ($id: ID!) { transaction(id: $id) { entries { account { code } currency exchangeRate debit credit debitGel creditGel } } }',
      { id: transaction?.id },
    );
    expect(shown.entries).toEqual([
      {
        account: { code: '1220' },
        currency: 'USD',
        exchangeRate: '0',
        debit: '0.00',
        credit: '0.00',
        debitGel: '10.00',
        creditGel: '0.00',
      },
      {
        account: { code: '8140' },
        currency: 'GEL',
        exchangeRate: '1',
        debit: '0.00',
        credit: '10.00',
        debitGel: '0.00',
        creditGel: '10.00',
      },
    ]);
    const entries = [
      { accountCode: '1220', debit: '0', exchangeRate: '1', ...usd },
      { accountCode: '8140', credit: '0' },
    ];
    expect(
      await trade.us.refusal(RECORD, { input: { date: '2026-01-31', description: 'x', entries } }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'entries[0].debit' });
    const posted = await trade.post(
      '2026-01-07',
      { account: '1220', debit: '1.00', rate: '2.70', ...usd },
      '5150',
    );
    await expect(
      system.owner.sql`
        insert into ledger.journal_entries (company_id, account_id, transaction_date, seq, line, transaction_id, currency,
          debit, credit, debit_gel, credit_gel)
        select j.company_id, j.account_id, j.transaction_date, j.seq, n.line, j.transaction_id, 'USD', 0, 0, n.debit, n.credit
        from ledger.journal_entries j, (values (8, 5, 0), (9, 0, 5)) as n(line, debit, credit)
        where j.company_id = ${trade.company.id} and j.transaction_id = ${posted.split(':')[0] ?? ''} and j.line = 1`,
    ).rejects.toMatchObject({ constraint_name: 'journal_entries_lari_only' });
  });

  it('has lines and items that are what the books say, or the database refuses them', async () => {
    const trade = someone();
    const counterpartyId = await trade.counterparty();
    const sell = (debit: string) =>
      trade.post('2026-01-10', { account: '1410', debit, rate: '2.70', counterpartyId, ...usd }, '6110');
    await sell('1000.00');
    await trade.post('2026-01-10', { account: '1220', debit: '40.00', rate: '2.70', ...usd }, '6110');
    const { id } = await trade.revalue('2026-01-31');
    const { sql } = system.owner;
    const line = (amount: number, gel: number) => sql`
      insert into ledger.revaluation_lines (company_id, revaluation_id, line, account_id, currency, counterparty_id, amount,
        carrying_gel, revalued_gel)
      select company_id, revaluation_id, line + 100 + ${amount}, account_id, currency, counterparty_id, amount + ${amount},
        carrying_gel, revalued_gel + ${gel}::numeric
      from ledger.revaluation_lines where company_id = ${trade.company.id} and revaluation_id = ${id} and line <= 2`;
    const refused = { constraint_name: 'revaluation_lines_of_books' };
    await expect(line(1, 0)).rejects.toMatchObject(refused);
    await expect(line(0, 0.01)).rejects.toMatchObject(refused);
    expect((await line(0, 0)).count).toBe(2);

    const [late = ''] = (await sell('50.00')).split(':');
    const item = (open: string, side = 'DEBIT') => sql`
      insert into ledger.revaluation_items (company_id, revaluation_id, transaction_id, line, revaluation_line, side, open,
        carrying_gel, revalued_gel)
      select company_id, revaluation_id, ${late}, line, revaluation_line, ${side}, ${open}::numeric, 0, 0
      from ledger.revaluation_items where company_id = ${trade.company.id} and revaluation_id = ${id}`;
    const asOpen = { constraint_name: 'revaluation_items_as_open' };
    await expect(item('49.00')).rejects.toMatchObject(asOpen);
    await expect(item('50.00', 'CREDIT')).rejects.toMatchObject(asOpen);
    expect((await item('50.00')).count).toBe(1);
  });

  it('measures what is open with hundreds of counterparties at once, in more than a thousand lines', async () => {
    const trade = someone();
    const parties: string[] = [];
    while (parties.length < 502)
      parties.push(...(await Promise.all(Array.from({ length: 8 }, () => trade.counterparty()))));
    parties.length = 502;
    for (const some of [parties.slice(0, 300), parties.slice(300)])
      await trade.us.query(RECORD, {
        input: {
          date: '2026-01-10',
          description: 'ვალუტით',
          entries: some.flatMap((counterpartyId) => [
            { accountCode: '1410', debit: '300.00', exchangeRate: '2.70', counterpartyId, ...usd },
            { accountCode: '3110', credit: '300.00', exchangeRate: '2.70', counterpartyId, ...usd },
          ]),
        },
      });
    const { id, gain, loss } = await trade.revalue('2026-01-31');
    // 300 × (2.80 − 2.70) = 30 for each.
    expect([gain, loss]).toEqual(['15060.00', '15060.00']);
    const lines = () => system.owner.sql<{ lines: number }[]>`
      select t.transaction_date as date, count(*)::int as lines from ledger.journal_entries j
      join ledger.transactions t on t.company_id = j.company_id and t.id = j.transaction_id
      where j.company_id = ${trade.company.id} and j.transaction_date >= '2026-01-31' group by 1, t.id order by 1`;
    expect((await lines()).map((row) => row.lines)).toEqual([1006, 1006]);
    await trade.withdraw(id);
    expect(await lines()).toHaveLength(4);
    expect(await trade.balance('1410', 'USD', '2026-02-28')).toEqual(['150600.00', '406620.00']);
  }, 120_000);

  it('is made anew out of the log to the same rows, and holds against the events', async () => {
    const trade = someone();
    const counterpartyId = await trade.counterparty();
    await trade.post(
      '2026-01-10',
      { account: '1410', debit: '1000.00', rate: '2.70', counterpartyId, ...usd },
      '6110',
    );
    const { id } = await trade.revalue('2026-01-31', { reversal: 'KEEP' });
    await trade.withdraw(id);
    await trade.revalue('2026-01-31');
    const rows = async () => {
      const tables = [];
      for (const table of ['revaluations', 'revaluation_rates', 'revaluation_lines', 'revaluation_items'])
        tables.push([
          ...(await system.owner.sql`
            select to_json(t)::text as row from ledger.${system.owner.sql(table)} t
            where company_id = ${trade.company.id} order by 1`),
        ]);
      return tables;
    };
    const before = await rows();
    await rebuildLedger(system.database.ownerUrl, trade.company.id);
    expect(await rows()).toEqual(before);
    expect(before.map(({ length }) => length)).toEqual([2, 2, 2, 2]);
    expect(await system.ledger.verify(trade.company.id)).toMatchObject({ isIntact: true, differences: [] });
  });
});
