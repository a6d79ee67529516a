import type { TestCompany } from '#test/system.ts';

/** An entry as a bookkeeper writes it: account, amount; positive is a debit. */
type Line = readonly [account: string, amount: number, more?: object];

interface Story {
  readonly date: string;
  readonly description: string;
  readonly lines: readonly Line[];
}

const RECORD = `mutation ($input: RecordTransactionsInput!) {
  recordTransactions(input: $input) { results { transaction { id seq } error { code message field } } }
}`;

/** Somebody the company trades with; the ledger is told of them by tax. */
const CREATE_COUNTERPARTY = `mutation ($input: CreateCounterpartyInput!) {
  createCounterparty(input: $input) { counterparty { id } }
}`;

/**
 * A year of a trading company in the Georgian chart, written as journal entries: capital, a loan, fixed assets, goods
 * bought and sold with VAT, advances, pay, depreciation, interest, a dividend, foreign currency, a mistake and its
 * reversal. Every amount is written out, so that each statement can be reckoned by hand. Answers the number of the last
 * posting.
 */
export async function recordYear(company: TestCompany, year: number): Promise<number> {
  const caller = company.as('admin');
  const { createCounterparty } = await caller.query<{ createCounterparty: { counterparty: { id: string } } }>(
    CREATE_COUNTERPARTY,
    { input: { kind: 'COMPANY', taxId: '206322102', name: 'შპს მუშტარი' } },
  );
  const customer = { counterpartyId: createCounterparty.counterparty.id };
  const shop = { dimensions: [{ name: 'costCentre', value: 'SHOP' }] };
  const day = (monthAndDay: string) => `${String(year)}-${monthAndDay}`;
  const stories: Story[] = [
    {
      date: day('01-01'),
      description: 'Charter capital paid in',
      lines: [
        ['1210', 50_000],
        ['5150', -50_000],
      ],
    },
    {
      date: day('01-05'),
      description: 'Bank loan',
      lines: [
        ['1210', 20_000],
        ['4140', -20_000],
      ],
    },
    {
      date: day('01-10'),
      description: 'Van bought',
      lines: [
        ['2180', 12_000],
        ['3340', 2_160],
        ['1210', -14_160],
      ],
    },
    {
      date: day('01-15'),
      description: 'Goods bought on credit',
      lines: [
        ['1610', 30_000],
        ['3340', 5_400],
        ['3110', -35_400],
      ],
    },
    {
      date: day('02-01'),
      description: 'Supplier paid',
      lines: [
        ['3110', 25_400],
        ['1210', -25_400],
      ],
    },
    {
      date: day('02-10'),
      description: 'Sale on credit',
      lines: [
        ['1410', 23_600, customer],
        ['6110', -20_000, shop],
        ['3330', -3_600],
      ],
    },
    {
      date: day('02-10'),
      description: 'Cost of the sale',
      lines: [
        ['7210', 11_000, shop],
        ['1610', -11_000],
      ],
    },
    {
      date: day('03-03'),
      description: 'Customer pays',
      lines: [
        ['1210', 20_000],
        ['1410', -20_000, customer],
      ],
    },
    {
      date: day('03-20'),
      description: 'Cash sale',
      lines: [
        ['1110', 5_900],
        ['6110', -5_000, shop],
        ['3330', -900],
      ],
    },
    {
      date: day('03-20'),
      description: 'Cost of the cash sale',
      lines: [
        ['7210', 2_750, shop],
        ['1610', -2_750],
      ],
    },
    {
      date: day('03-31'),
      description: 'Pay of the quarter',
      lines: [
        ['7410', 9_000, shop],
        ['7415', 180, shop],
        ['3130', -7_056],
        ['3320', -1_764],
        ['3371', -180],
        ['3372', -180],
      ],
    },
    {
      date: day('04-02'),
      description: 'Wages paid',
      lines: [
        ['3130', 7_056],
        ['1210', -7_056],
      ],
    },
    {
      date: day('04-10'),
      description: 'Taxes on pay',
      lines: [
        ['3320', 1_764],
        ['3371', 180],
        ['3372', 180],
        ['1210', -2_124],
      ],
    },
    {
      date: day('05-01'),
      description: 'Advance received',
      lines: [
        ['1210', 1_180],
        ['3120', -1_180, customer],
      ],
    },
    {
      date: day('06-30'),
      description: 'Depreciation of the van',
      lines: [
        ['7455', 1_200],
        ['2280', -1_200],
      ],
    },
    {
      date: day('06-30'),
      description: 'Interest on the loan',
      lines: [
        ['8210', 800],
        ['3410', -800],
      ],
    },
    {
      date: day('07-05'),
      description: 'Interest paid',
      lines: [
        ['3410', 800],
        ['1210', -800],
      ],
    },
    {
      date: day('07-10'),
      description: 'Part of the loan paid back',
      lines: [
        ['4140', 5_000],
        ['1210', -5_000],
      ],
    },
    {
      date: day('08-01'),
      description: 'Dollars bought',
      lines: [
        ['1220', 1_000, { currency: 'USD', exchangeRate: '2.7' }],
        ['1210', -2_700],
      ],
    },
    {
      date: day('09-15'),
      description: 'Dividend declared',
      lines: [
        ['5310', 2_000],
        ['3420', -1_900],
        ['3391', -100],
      ],
    },
    {
      date: day('09-20'),
      description: 'Dividend paid',
      lines: [
        ['3420', 1_900],
        ['3391', 100],
        ['1210', -2_000],
      ],
    },
    {
      date: day('12-31'),
      description: 'Depreciation of the van, second half',
      lines: [
        ['7455', 1_200],
        ['2280', -1_200],
      ],
    },
    {
      date: day('12-31'),
      description: 'Rent of December',
      lines: [
        ['7420', 1_500, shop],
        ['3110', -1_500],
      ],
    },
  ];
  const { recordTransactions } = await caller.query<{
    recordTransactions: {
      results: { transaction: { id: string; seq: number } | null; error: object | null }[];
    };
  }>(RECORD, {
    input: {
      transactions: stories.map(({ date, description, lines }) => ({
        date,
        description,
        entries: lines.map(([accountCode, amount, more]) => ({
          accountCode,
          [amount > 0 ? 'debit' : 'credit']: `${String(Math.abs(amount))}.00`,
          ...more,
        })),
      })),
    },
  });
  const refused = recordTransactions.results.filter(({ error }) => error !== null);
  if (refused.length > 0) throw new Error(`the year was refused: ${JSON.stringify(refused)}`);
  const rent = recordTransactions.results.at(-1)?.transaction?.id;
  const { reverseTransaction } = await caller.query<{ reverseTransaction: { transaction: { seq: number } } }>(
    'mutation ($input: ReverseTransactionInput!) { reverseTransaction(input: $input) { transaction { seq } } }',
    { input: { id: rent, date: day('12-31'), reason: 'Not our rent' } },
  );
  return reverseTransaction.transaction.seq;
}
