import { v7 as uuidv7 } from 'uuid';
import { createRandom } from '#cli/demo/journal/random.ts';
import type { EntryDraft, TransactionDraft } from '#ledger/ledger.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Tax } from '#tax/subgraph.ts';
import type { Bench } from '../bench.ts';
import { createDrafts, workloadAccounts } from './drafts.ts';

/** A company with books of some length, posted by the ledger itself. */
export interface Books {
  readonly actor: Actor;
  readonly name: string;
  /** First and last day of the books. */
  readonly from: string;
  readonly to: string;
  readonly transactions: number;
  readonly counterparties: readonly string[];
  /** The next posting, on a day of these books or on the day given. */
  draft(on?: string): TransactionDraft;
}

export interface BooksWanted {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly transactions: number;
  readonly counterparties: number;
}

const DAY_MILLISECONDS = 86_400_000;
const AT_ONCE = 2_000;
const SEED = 20_240_229;
/** Accounts whose entries name somebody. */
const WITH_COUNTERPARTY = new Set(['1410', '3110', '1480']);
const COST_CENTRES = ['თბილისი', 'ბათუმი', 'ქუთაისი', 'რუსთავი', 'ონლაინი'];
const FOREIGN_SHARE = 0.03;
const DOLLAR = { currency: 'USD', exchangeRate: '2.7' };

/** Posts the books of a new company, a whole batch at a time, and answers when all of them stand. */
export async function postBooks(bench: Bench, tax: Tax, wanted: BooksWanted): Promise<Books> {
  const actor: Actor = { companyId: uuidv7(), userId: uuidv7() };
  const { from, to, transactions } = wanted;
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    await bench.ledger.ensureFiscalYear(actor, year);
  await bench.ledger.openAccounts(actor, workloadAccounts());
  const counterparties = await tax.setUp(
    actor,
    {},
    Array.from({ length: wanted.counterparties }, (_, number) => ({
      kind: 'FOREIGN' as const,
      country: 'TR',
      taxId: `TR${String(number).padStart(8, '0')}`,
      name: `Counterparty ${String(number)}`,
    })),
  );
  const draft = dressed(createDrafts(SEED, daysOf(from, to)), counterparties);
  for (let posted = 0; posted < transactions; posted += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, transactions - posted) }, () => draft());
    for (const outcome of await bench.ledger.recordTransactions(actor, batch))
      if ('error' in outcome) throw outcome.error;
  }
  return {
    ...wanted,
    actor,
    counterparties,
    draft: (on) => (on === undefined ? draft() : { ...draft(), date: on }),
  };
}

/** The same postings, with whom they are made, for which cost centre, and a few of them in dollars. */
function dressed(next: () => TransactionDraft, counterparties: readonly string[]): () => TransactionDraft {
  const random = createRandom(SEED + 1);
  return () => {
    const draft = next();
    const counterpartyId = random.pick(counterparties);
    const place = random.pick(COST_CENTRES);
    const isForeign = random.chance(FOREIGN_SHARE);
    return {
      ...draft,
      entries: draft.entries.map((entry): EntryDraft => {
        const code = entry.accountCode ?? '';
        return {
          ...entry,
          ...(isForeign && DOLLAR),
          ...(WITH_COUNTERPARTY.has(code) && { counterpartyId }),
          ...(/^[67]/.test(code) && { dimensions: [{ name: 'costCentre', value: place }] }),
        };
      }),
    };
  };
}

function daysOf(from: string, to: string): string[] {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS + 1;
  return Array.from({ length: days }, (_, day) =>
    new Date(Date.parse(from) + day * DAY_MILLISECONDS).toISOString().slice(0, 10),
  );
}
