import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { formatRecord } from '#cli/journal-csv/csv-record.ts';
import { journalHeader, journalLines, type WritableTransaction } from '#cli/journal-csv/write-journal.ts';

/**
 * Turns beancount text, as `bean-example` writes it, into a journal file and its accounts. Every amount keeps its own
 * unit (dollars, shares, hours); the rate gives each its worth in lari, such that every transaction balances in
 * lari as it balances by weight in beancount.
 *
 *     tsx test/e2e/bean-example/convert.ts example.beancount journal.csv accounts.csv
 */
export interface ConvertedExample {
  readonly accounts: readonly { readonly code: string; readonly type: AccountType }[];
  readonly transactions: readonly (WritableTransaction & { readonly name: string })[];
}

type AccountType = 'ASSET' | 'LIABILITY' | 'EQUITY' | 'REVENUE' | 'EXPENSE';

const TYPES: Readonly<Record<string, AccountType>> = {
  Assets: 'ASSET',
  Liabilities: 'LIABILITY',
  Equity: 'EQUITY',
  Income: 'REVENUE',
  Expenses: 'EXPENSE',
};

interface Posting {
  readonly account: string;
  readonly sign: 1n | -1n;
  /** As it is written, without its sign. */
  readonly amount: string;
  readonly unit: string;
  /** Worth in ten-millionths of the unit that it was paid in; the sign of the amount. */
  readonly weight: bigint;
  readonly weightUnit: string;
}

const NUMBER = String.raw`-?[\d,]+(?:\.\d+)?`;
const TRANSACTION = /^(\d{4}-\d\d-\d\d) [*!] "([^"]*)"(?: "([^"]*)")?/;
const OPEN = /^\d{4}-\d\d-\d\d open ([\w:-]+)/;
const POSTING = new RegExp(
  String.raw`^  ([A-Z][\w:-]+)\s+(${NUMBER}) ([A-Z][A-Z0-9]*)(?: \{(${NUMBER}) ([A-Z]+)[^}]*\})?(?: @ (${NUMBER}) ([A-Z]+))?\s*$`,
);

export function convertExample(text: string): ConvertedExample {
  const accounts: { code: string; type: AccountType }[] = [];
  const transactions: (WritableTransaction & { name: string })[] = [];
  let open: { date: string; description: string; postings: Posting[] } | undefined;
  const finish = (): void => {
    if (open === undefined) return;
    const { date, description } = open;
    // A posting of zero moves nothing and is none in double entry.
    const postings = open.postings.filter(({ amount }) => /[1-9]/.test(amount));
    if (postings.length === 0) {
      open = undefined;
      return;
    }
    const name = `B${String(transactions.length + 1).padStart(5, '0')}`;
    transactions.push({ name, date, description, entries: entriesOf(date, postings) });
    open = undefined;
  };
  for (const line of text.split('\n')) {
    const posting = POSTING.exec(line);
    if (open !== undefined && posting !== null) {
      open.postings.push(postingOf(posting));
      continue;
    }
    if (open !== undefined && line.trim() !== '') throw new Error(`Not understood: ${line}`);
    finish();
    const transaction = TRANSACTION.exec(line);
    if (transaction !== null) {
      const [, date = '', payee = '', narration = ''] = transaction;
      open = { date, description: [payee, narration].filter((part) => part !== '').join(': '), postings: [] };
    }
    const code = OPEN.exec(line)?.[1];
    if (code === undefined) continue;
    const type = TYPES[code.slice(0, code.indexOf(':'))];
    if (type === undefined) throw new Error(`No type of account begins with ${code}`);
    accounts.push({ code, type });
  }
  finish();
  return { accounts, transactions };
}

function postingOf(match: RegExpExecArray): Posting {
  const [, account = '', written = '', unit = '', cost, costUnit, price, priceUnit] = match;
  const amount = written.replaceAll(',', '');
  const isNegative = amount.startsWith('-');
  // Beancount weighs by cost where there is one, else by price, else by the amount itself.
  const each = cost ?? price;
  const weight = each === undefined ? scaled(amount) : (scaled(amount) * scaled(each)) / SCALE;
  return {
    account,
    sign: isNegative ? -1n : 1n,
    amount: isNegative ? amount.slice(1) : amount,
    unit,
    weight,
    weightUnit: costUnit ?? priceUnit ?? unit,
  };
}

/** Ten-millionths. */
const SCALE = 10_000_000n;

function scaled(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').replaceAll(',', '').split('.');
  const magnitude = BigInt(whole) * SCALE + BigInt(fraction.padEnd(7, '0').slice(0, 7));
  return decimal.startsWith('-') ? -magnitude : magnitude;
}

/** Lari for one unit, in ten-thousandths: dollars move from day to day, hours of vacation do not. */
function rateOf(unit: string, date: string): bigint {
  if (unit === 'VACHR') return 250_000n;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return BigInt(26_500 + ((year * 373 + month * 31 + day) % 97) * 13);
}

/**
 * What rounding to the tetri leaves over goes to the greatest line, by a slightly other rate, so that the lines add
 * up to nothing.
 */
function entriesOf(date: string, postings: readonly Posting[]): WritableTransaction['entries'] {
  const worths = postings.map(({ weight, weightUnit }) => {
    const exact = (weight < 0n ? -weight : weight) * rateOf(weightUnit, date);
    const unit = (SCALE * 10_000n) / 100n;
    return (2n * exact + unit) / (2n * unit);
  });
  const left = postings.reduce((sum, { sign }, index) => sum + sign * (worths[index] ?? 0n), 0n);
  const greatest = worths.reduce((best, worth, index) => (worth > (worths[best] ?? 0n) ? index : best), 0);
  return postings.map(({ account, sign, amount, unit }, index) => {
    const worth = (worths[index] ?? 0n) - (index === greatest ? sign * left : 0n);
    return {
      accountCode: account,
      ...(sign === 1n ? { debit: amount } : { credit: amount }),
      currency: unit,
      exchangeRate: rateFor(worth, amount),
    };
  });
}

/** The shortest rate, of ten decimals at most, by which the amount is worth so many tetri. */
function rateFor(tetri: bigint, amount: string): string {
  const units = scaled(amount);
  for (let decimals = 4; decimals <= 10; decimals += 1) {
    const precision = 10n ** BigInt(decimals);
    const rate = (2n * tetri * precision * SCALE + 100n * units) / (200n * units);
    const product = units * rate;
    const tetriUnit = (SCALE * precision) / 100n;
    if ((2n * product + tetriUnit) / (2n * tetriUnit) !== tetri) continue;
    const digits = rate.toString().padStart(decimals + 1, '0');
    return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }
  throw new Error(`No rate makes ${amount} worth ${tetri} tetri`);
}

export function journalOf(example: ConvertedExample): string {
  return journalHeader() + example.transactions.map((one) => journalLines(one.name, one)).join('');
}

export function accountsOf(example: ConvertedExample): string {
  const rows = example.accounts.map(({ code, type }) => formatRecord([code, '', code, type]));
  return `${['code,name_ka,name_en,type', ...rows].join('\n')}\n`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [source = '', journal = '', accounts = ''] = process.argv.slice(2);
  const example = convertExample(readFileSync(source, 'utf8'));
  writeFileSync(journal, journalOf(example));
  writeFileSync(accounts, accountsOf(example));
}
