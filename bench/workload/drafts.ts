import { createRandom } from '#cli/demo/journal/random.ts';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { AccountDraft, EntryDraft, TransactionDraft } from '#ledger/ledger.ts';

/**
 * Postings of three entries as a trading company makes them all day. A few accounts (customers, VAT, revenue,
 * bank) are in most of them, others now and then; that is what makes a ledger's rows hot.
 */
interface Template {
  readonly weight: number;
  readonly description: string;
  /** Codes to choose from, for the two debits or credits and the one that balances them. */
  readonly accounts: readonly [readonly string[], readonly string[], readonly string[]];
  /** Whether the first two are debits or credits. */
  readonly parts: 'debit' | 'credit';
  readonly medianGel: number;
  /** Part of the whole that the second entry takes, in ten-thousandths. */
  readonly share: number;
}

const VAT_SHARE = 1_525;
const TEMPLATES: readonly Template[] = [
  {
    weight: 30,
    description: 'რეალიზაცია, ინვოისი',
    accounts: [['6110'], ['3330'], ['1410', '1410', '1410', '1420']],
    parts: 'credit',
    medianGel: 420,
    share: VAT_SHARE,
  },
  {
    weight: 25,
    description: 'საცალო გაყიდვა, სალარო',
    accounts: [['6110'], ['3330'], ['1110', '1210']],
    parts: 'credit',
    medianGel: 65,
    share: VAT_SHARE,
  },
  {
    weight: 18,
    description: 'შესყიდვა, ზედნადები',
    accounts: [
      ['1610', '1610', '1620', '7420', '7425', '7430', '7445', '7450', '7310', '7340', '7440', '2160'],
      ['3340'],
      ['3110'],
    ],
    parts: 'debit',
    medianGel: 310,
    share: VAT_SHARE,
  },
  {
    weight: 12,
    description: 'ჩარიცხვა კლიენტისგან',
    accounts: [['1210'], ['7490'], ['1410']],
    parts: 'debit',
    medianGel: 380,
    share: 25,
  },
  {
    weight: 7,
    description: 'გადახდა მომწოდებლისთვის',
    accounts: [['3110'], ['1480', '3190'], ['1210']],
    parts: 'debit',
    medianGel: 700,
    share: 2_000,
  },
  {
    weight: 5,
    description: 'ხელფასის დარიცხვა',
    accounts: [['3130'], ['3320'], ['7410', '7320']],
    parts: 'credit',
    medianGel: 1_800,
    share: 2_000,
  },
  {
    weight: 3,
    description: 'ცვეთის დარიცხვა',
    accounts: [['2260', '2270'], ['2280'], ['7455']],
    parts: 'credit',
    medianGel: 240,
    share: 4_000,
  },
];

/** The accounts that the postings use, with the headings above them. */
export function workloadAccounts(): AccountDraft[] {
  const chart = new Map(loadChart().map((account) => [account.code, account]));
  const wanted = new Set<string>();
  const want = (code: string): void => {
    const account = chart.get(code);
    if (account === undefined) throw new Error(`The chart has no account ${code}`);
    wanted.add(code);
    if (account.parentCode !== undefined) want(account.parentCode);
  };
  for (const { accounts } of TEMPLATES) for (const code of accounts.flat()) want(code);
  return [...chart.values()].filter(({ code }) => wanted.has(code));
}

const DAY = 24 * 60 * 60 * 1000;

/** Dates of the postings: the day of the run, or any of the days before it. */
export function datesBack(days: number, today = new Date()): string[] {
  return Array.from({ length: days }, (_, back) =>
    new Date(today.getTime() - back * DAY).toISOString().slice(0, 10),
  );
}

/** An endless journal: each call answers the next posting; the same seed, the same journal. */
export function createDrafts(seed: number, dates: readonly string[]): () => TransactionDraft {
  const random = createRandom(seed);
  const bag = TEMPLATES.flatMap((template) => Array.from({ length: template.weight }, () => template));
  let number = 0;
  return () => {
    const { description, accounts, parts, medianGel, share } = random.pick(bag);
    const whole = random.amount(medianGel);
    const second = (whole * BigInt(share)) / 10_000n + 1n;
    const balancing = parts === 'debit' ? 'credit' : 'debit';
    const entry = (codes: readonly string[], side: 'debit' | 'credit', tetri: bigint): EntryDraft => ({
      accountCode: random.pick(codes),
      [side]: decimal(tetri),
    });
    number += 1;
    return {
      date: random.pick(dates),
      description: `${description} ${number}`,
      entries: [
        entry(accounts[2], balancing, whole + second),
        entry(accounts[0], parts, whole),
        entry(accounts[1], parts, second),
      ],
    };
  };
}

function decimal(tetri: bigint): string {
  const digits = tetri.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
