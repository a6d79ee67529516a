import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { credit, debit, record, sale, type EntryInput, type TransactionInput } from '#test/postings.ts';
import { startStatementCounter, type StatementCounter } from '#test/statement-counter.ts';
import { CHART, startSystem, type System } from '#test/system.ts';

const POSTABLE = CHART.filter(({ isHeading }) => isHeading !== true);
/** Accounts that nothing is posted to, so that many can be asked for. */
const IDLE = Array.from({ length: 150 }, (_, index) => ({
  code: `9${String(index).padStart(3, '0')}`,
  names: { ka: `ანგარიში ${String(index)}` },
  type: 'ASSET' as const,
  parentCode: '1000',
}));

let counter: StatementCounter;
let system: System;
let reader: Caller;
beforeAll(async () => {
  counter = await startStatementCounter();
  system = await startSystem({
    companies: 2,
    years: [2024, 2025, 2026],
    chart: [...CHART, ...IDLE],
    ledgerDatabase: (url) => counter.through(url),
  });
  reader = system.company(0).as('auditor');
  await postBooks(system.company(0).as('chief_accountant'));
});
afterAll(async () => {
  await system.close();
  await counter.close();
});

/** One entry as an accountant would note it on paper, amounts in whole tetri. */
interface NotedEntry {
  readonly code: string;
  readonly gel: bigint;
  readonly currency: string;
  readonly amount: bigint;
}

/** What was posted, in the order of posting. */
interface Noted {
  readonly date: string;
  readonly known: string;
  readonly entries: readonly NotedEntry[];
}

const noted: Noted[] = [];
/** Moments between batches of postings. */
const moments: string[] = [];

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
// The ends of years and months are where buckets meet.
const borderDay = fc.constantFrom(
  '2024-02-29',
  '2024-12-31',
  '2025-01-01',
  '2025-06-30',
  '2025-07-01',
  '2026-12-31',
);
const date = fc.oneof(day, day, borderDay);
const tetri = fc.bigInt({ min: 1n, max: 5_000_000n });
const codeIn = (currency: string) =>
  fc.constantFrom(
    ...POSTABLE.filter(
      (account) => (account.currency ?? 'GEL') === currency || account.currency === undefined,
    ).map(({ code }) => code),
  );

const inGel = fc
  .tuple(
    fc.array(fc.tuple(codeIn('GEL'), tetri), { minLength: 1, maxLength: 4 }),
    codeIn('GEL'),
    fc.boolean(),
  )
  .map(([lines, against, isDebit]): NotedEntry[] => {
    const sign = isDebit ? 1n : -1n;
    const sum = lines.reduce((total, [, amount]) => total + amount, 0n);
    return [
      ...lines.map(([code, amount]) => ({
        code,
        gel: sign * amount,
        currency: 'GEL',
        amount: sign * amount,
      })),
      { code: against, gel: -sign * sum, currency: 'GEL', amount: -sign * sum },
    ];
  });

/** GEL for one unit, in ten-thousandths. */
const RATES: Readonly<Record<string, bigint>> = { USD: 27_123n, EUR: 31_005n };
const rateOf = (currency: string): bigint => RATES[currency] ?? 10_000n;
const inForeign = fc
  .tuple(fc.constantFrom('USD' as const, 'EUR' as const), tetri, codeIn('EUR'), codeIn('GEL'), fc.boolean())
  .filter(([, amount]) => amount > 1n)
  .map(([currency, amount, given, against, isDebit]): NotedEntry[] => {
    const sign = isDebit ? 1n : -1n;
    const code = currency === 'USD' ? '1220' : given;
    // The rate has four decimals; half a tetri is rounded up.
    const gel = (amount * rateOf(currency) + 5_000n) / 10_000n;
    return [
      { code, gel: sign * gel, currency, amount: sign * amount },
      { code: against, gel: -sign * gel, currency: 'GEL', amount: -sign * gel },
    ];
  });

function money(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function asInput(date: string, entries: readonly NotedEntry[]): TransactionInput {
  return sale('0', {
    date,
    entries: entries.map(({ code, amount, currency }): EntryInput => {
      const more =
        currency === 'GEL'
          ? {}
          : {
              currency,
              exchangeRate: rateOf(currency)
                .toString()
                .replace(/(\d{4})$/, '.$1'),
            };
      return amount > 0n ? debit(code, money(amount), more) : credit(code, money(-amount), more);
    }),
  });
}

/** Posts 240 transactions in four batches, dates in no order, and notes them down. */
async function postBooks(caller: Caller): Promise<void> {
  const drafts = fc.sample(fc.tuple(date, fc.oneof(inGel, inGel, inForeign)), {
    numRuns: 240,
    seed: 20_261_122,
  });
  for (let at = 0; at < drafts.length; at += 60) {
    const batch = drafts.slice(at, at + 60);
    const { recordTransactions } = await caller.query<{
      recordTransactions: {
        results: { transaction: { seq: number; postedAt: string } | null; error: object | null }[];
      };
    }>(
      `mutation($input: RecordTransactionsInput!) {
        recordTransactions(input: $input) { results { transaction { seq postedAt } error { code field value } } }
      }`,
      { input: { transactions: batch.map(([on, entries]) => asInput(on, entries)) } },
    );
    const posted = recordTransactions.results.map(({ transaction, error }, index) => {
      const draft = batch[index];
      if (transaction === null || draft === undefined) throw new Error(JSON.stringify(error));
      return { ...transaction, date: draft[0], entries: draft[1] };
    });
    posted.sort((a, b) => a.seq - b.seq);
    for (const { date: on, postedAt, entries } of posted) noted.push({ date: on, known: postedAt, entries });
    // Moments have milliseconds, so a little time passes on both sides of one.
    await new Promise((resolve) => setTimeout(resolve, 5));
    moments.push(new Date().toISOString());
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** An account and, with its subtree, all below it. */
function members(code: string, subtree: boolean): Set<string> {
  const found = new Set([code]);
  for (const account of subtree ? CHART : []) {
    if (account.parentCode !== undefined && found.has(account.parentCode)) found.add(account.code);
  }
  return found;
}

interface Line extends NotedEntry {
  readonly date: string;
}

/** All entries of some accounts that fulfil a condition, in order of date, then of posting. */
function lines(codes: ReadonlySet<string>, keep: (transaction: Noted) => boolean): Line[] {
  return noted
    .filter(keep)
    .flatMap(({ date: on, entries }) => entries.map((entry) => ({ ...entry, date: on })))
    .filter(({ code }) => codes.has(code))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const total = (some: readonly NotedEntry[]) => some.reduce((sum, { gel }) => sum + gel, 0n);
const debits = (some: readonly NotedEntry[]) => total(some.filter(({ gel }) => gel > 0n));
const credits = (some: readonly NotedEntry[]) => -total(some.filter(({ gel }) => gel < 0n));

const range = fc.tuple(date, date).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }));
const RUNS = { numRuns: 40, endOnFailure: false };

interface Figures {
  readonly accounts: {
    readonly edges: readonly {
      readonly node: { readonly code: string } & Readonly<Record<string, unknown>>;
    }[];
  };
}

async function figures(selection: string, types: string, variables: Record<string, unknown>) {
  const { accounts } = await reader.query<Figures>(
    `query(${types}) { accounts(first: 100, filter: { codePrefix: null }) { edges { node { code ${selection} } } } }`,
    variables,
  );
  const known = new Set(CHART.map(({ code }) => code));
  return accounts.edges.map(({ node }) => node).filter(({ code }) => known.has(code));
}

describe('every figure equals what a reckoning by hand over all entries gives:', () => {
  it('there is something to reckon: entries out of order, in three currencies, over three years', () => {
    expect(noted).toHaveLength(240);
    const dates = noted.map(({ date: on }) => on);
    expect(dates).not.toEqual([...dates].sort());
    expect(new Set(noted.flatMap(({ entries }) => entries.map(({ currency }) => currency))).size).toBe(3);
    expect(new Set(dates.map((on) => on.slice(0, 4))).size).toBe(3);
  });

  it('the balance of each account and subtree as of any date, as known at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(date),
        fc.option(fc.constantFrom(...[0, 1, 2, 3])),
        fc.boolean(),
        async (asOf, moment, subtree) => {
          const knownAt = moment === null ? null : moments[moment];
          const rows = await figures(
            'balance(asOf: $asOf, knownAt: $knownAt, subtree: $subtree)',
            '$asOf: Date, $knownAt: DateTime, $subtree: Boolean',
            { asOf, knownAt, subtree },
          );
          expect(rows).toEqual(
            CHART.map(({ code }) => ({
              code,
              balance: money(
                total(
                  lines(
                    members(code, subtree),
                    (one) => (asOf === null || one.date <= asOf) && (knownAt == null || one.known <= knownAt),
                  ),
                ),
              ),
            })),
          );
        },
      ),
      RUNS,
    );
  });

  it('the turnover of each account and subtree between any two dates', async () => {
    await fc.assert(
      fc.asyncProperty(range, fc.boolean(), async ({ from, to }, subtree) => {
        const rows = await figures(
          'turnover(from: $from, to: $to, subtree: $subtree) { debit credit }',
          '$from: Date!, $to: Date!, $subtree: Boolean',
          { from, to, subtree },
        );
        expect(rows).toEqual(
          CHART.map(({ code }) => {
            const some = lines(members(code, subtree), (one) => one.date >= from && one.date <= to);
            return { code, turnover: { debit: money(debits(some)), credit: money(credits(some)) } };
          }),
        );
      }),
      RUNS,
    );
  });

  it('the balances by currency, in the currency and in GEL', async () => {
    await fc.assert(
      fc.asyncProperty(fc.option(date), fc.boolean(), async (asOf, subtree) => {
        const rows = await figures(
          'currencyBalances(asOf: $asOf, subtree: $subtree) { currency amount balance }',
          '$asOf: Date, $subtree: Boolean',
          { asOf, subtree },
        );
        expect(rows).toEqual(
          CHART.map(({ code }) => {
            const some = lines(members(code, subtree), (one) => asOf === null || one.date <= asOf);
            const currencies = [...new Set(some.map(({ currency }) => currency))].sort();
            return {
              code,
              currencyBalances: currencies.map((currency) => {
                const own = some.filter((line) => line.currency === currency);
                const amount = own.reduce((sum, line) => sum + line.amount, 0n);
                return { currency, amount: money(amount), balance: money(total(own)) };
              }),
            };
          }),
        );
      }),
      RUNS,
    );
  });

  it('the history of an account with the running balance, whatever the size of its pages', async () => {
    interface History {
      readonly account: {
        readonly history: {
          readonly openingBalance: string;
          readonly edges: readonly { readonly node: object }[];
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        };
      };
    }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...POSTABLE.map(({ code }) => code)),
        fc.option(range),
        fc.integer({ min: 5, max: 100 }),
        async (code, between, first) => {
          const seen: object[] = [];
          let opening = '';
          for (let after: string | null = null, more = true; more;) {
            const data: History = await reader.query<History>(
              `query($code: String, $from: Date, $to: Date, $first: Int, $after: String) {
                account(code: $code) {
                  history(from: $from, to: $to, first: $first, after: $after) {
                    openingBalance edges { node { date debit credit currency amount balance } }
                    pageInfo { hasNextPage endCursor }
                  }
                }
              }`,
              { code, ...between, first, after },
            );
            const { history }: History['account'] = data.account;
            if (after !== null) expect(history.openingBalance).toBe(opening);
            opening = history.openingBalance;
            seen.push(...history.edges.map(({ node }) => node));
            more = history.pageInfo.hasNextPage;
            after = history.pageInfo.endCursor;
          }
          const own = new Set([code]);
          let running = between === null ? 0n : total(lines(own, (one) => one.date < between.from));
          expect(opening).toBe(money(running));
          const expected = lines(
            own,
            (one) => between === null || (one.date >= between.from && one.date <= between.to),
          );
          expect(seen).toEqual(
            expected.map((line) => {
              running += line.gel;
              return {
                date: line.date,
                debit: money(line.gel > 0n ? line.gel : 0n),
                credit: money(line.gel < 0n ? -line.gel : 0n),
                currency: line.currency,
                amount: money(line.amount),
                balance: money(running),
              };
            }),
          );
        },
      ),
      RUNS,
    );
  });

  it('the trial balance of any range, as known at any moment, whose sides are equal', async () => {
    await fc.assert(
      fc.asyncProperty(
        range,
        fc.boolean(),
        fc.option(fc.constantFrom(...[0, 1, 2, 3])),
        async ({ from, to }, isFromGiven, moment) => {
          const knownAt = moment === null ? null : (moments[moment] ?? '');
          const isKnown = ({ known }: Noted) => knownAt === null || known <= knownAt;
          const { trialBalance } = await reader.query<{
            trialBalance: { seq: number; rows: object[]; totals: Record<string, string> };
          }>(
            `query($asOf: Date!, $from: Date, $knownAt: DateTime) { trialBalance(asOf: $asOf, from: $from, knownAt: $knownAt) {
            seq rows { account { code } opening debit credit closing }
            totals { openingDebit openingCredit debit credit closingDebit closingCredit }
          } }`,
            { asOf: to, from: isFromGiven ? from : null, knownAt },
          );
          const rows = POSTABLE.flatMap(({ code }) => {
            const own = new Set([code]);
            const before = isFromGiven ? lines(own, (one) => isKnown(one) && one.date < from) : [];
            const within = lines(
              own,
              (one) => isKnown(one) && one.date <= to && (!isFromGiven || one.date >= from),
            );
            const opening = total(before);
            if (opening === 0n && within.length === 0) return [];
            return [
              {
                account: { code },
                opening: money(opening),
                debit: money(debits(within)),
                credit: money(credits(within)),
                closing: money(opening + total(within)),
              },
            ];
          });
          expect(trialBalance.rows).toEqual(rows);
          expect(trialBalance.seq).toBe(noted.filter(isKnown).length);
          const { totals } = trialBalance;
          expect([totals['openingDebit'], totals['debit'], totals['closingDebit']]).toEqual([
            totals['openingCredit'],
            totals['credit'],
            totals['closingCredit'],
          ]);
        },
      ),
      RUNS,
    );
  });
});

describe('a backdated posting', () => {
  it('changes the balances from its date on, and those known before it was posted stay', async () => {
    const own = system.company(1).as('chief_accountant');
    const balances = async (knownAt: string | null) => {
      const { account } = await own.query<{ account: Record<string, string> }>(
        `query($k: DateTime) { account(code: "1110") {
          before: balance(asOf: "2026-01-09", knownAt: $k)
          then: balance(asOf: "2026-01-10", knownAt: $k)
          now: balance(knownAt: $k)
        } }`,
        { k: knownAt },
      );
      return account;
    };
    await record(own, sale('100.00', { date: '2026-03-01' }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const moment = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await record(own, sale('7.00', { date: '2026-01-10' }));
    expect(await balances(null)).toEqual({ before: '0.00', then: '7.00', now: '107.00' });
    expect(await balances(moment)).toEqual({ before: '0.00', then: '0.00', now: '100.00' });
  });
});

describe('the trial balance', () => {
  it('of a time before the first posting is empty, at the position up to which that is true', async () => {
    const { trialBalance } = await reader.query<{ trialBalance: object }>(
      '{ trialBalance(asOf: "2001-01-01") { seq rows { closing } totals { debit closingDebit } } }',
    );
    expect(trialBalance).toEqual({
      seq: noted.length,
      rows: [],
      totals: { debit: '0.00', closingDebit: '0.00' },
    });
  });
});

describe('the number of statements', () => {
  /** The fewest that some tries needed: what the ledger does by itself meanwhile, its heartbeats and policies, can only add. */
  const statementsOf = async (query: string): Promise<number> => {
    const taken: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      counter.taken();
      await reader.query(query);
      taken.push(counter.taken());
    }
    return Math.min(...taken);
  };
  const SELECTIONS: readonly string[] = [
    'balance',
    'balance(asOf: "2025-06-30")',
    'balance(asOf: "2025-06-30", knownAt: "2099-01-01T00:00:00Z", subtree: true)',
    'currencyBalances(subtree: true) { currency amount }',
    'turnover(from: "2025-01-15", to: "2026-02-10") { debit credit }',
    'parent { code balance } children { code }',
  ];
  it.each(SELECTIONS)(
    'for { %s } is the same whether three accounts are asked for or 150',
    async (selection) => {
      const asked = async (parent: string) => {
        const query = `{ account(code: "${parent}") { children { code ${selection} } } }`;
        const { account } = await reader.query<{ account: { children: object[] } }>(query);
        return { accounts: account.children.length, statements: await statementsOf(query) };
      };
      const few = await asked('1100');
      const many = await asked('1000');
      expect(few).toEqual({ accounts: 3, statements: many.statements });
      expect(few.statements).toBeGreaterThan(0);
      expect(many.accounts).toBeGreaterThan(150);
    },
  );

  it('for a page of transactions with accounts and people is the same for one and for a hundred', async () => {
    const asked = (first: number): Promise<number> =>
      statementsOf(`{ transactions(first: ${String(first)}) { edges { node {
        id createdBy { name } postedBy { email } reverses { id } entries { account { code name balance } }
      } } } }`);
    expect(await asked(100)).toBe(await asked(1));
  });
});
