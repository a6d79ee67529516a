import type { Sql } from '#db/client.ts';
import { DEMO_TAX_ID } from '#cli/company.ts';
import { ensureCompany, ensureUser } from '#identity/seed.ts';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Ledger } from '#ledger/ledger.ts';
import type { Tax } from '#tax/subgraph.ts';
import type { CounterpartyDraft } from '#tax/counterparties/decide.ts';
import type { BuiltInRole } from '#shared/domain/permissions.ts';
import { CUSTOMERS, SUPPLIERS } from './journal/counterparties.ts';
import { generateJournal, type GeneratedTransaction } from './journal/generate.ts';

export const DEMO_PASSWORD = 'demo-password';

const COMPANY = { name: 'შპს დემო', nameEn: 'LLC Demo', taxId: DEMO_TAX_ID };
const SECOND_COMPANY = { name: 'შპს მეორე', nameEn: 'LLC Second', taxId: '404000002' };

/** The chief accountant comes first: the year is posted in their name. */
const USERS: readonly { email: string; name: string; role: BuiltInRole }[] = [
  { email: 'chief@demo.ge', name: 'ნინო ბერიძე', role: 'chief_accountant' },
  { email: 'accountant@demo.ge', name: 'გიორგი კაპანაძე', role: 'accountant' },
  { email: 'tax@demo.ge', name: 'თამარ ლომიძე', role: 'tax_specialist' },
  { email: 'auditor@demo.ge', name: 'დავით მაისურაძე', role: 'auditor' },
  { email: 'admin@demo.ge', name: 'ანა გელაშვილი', role: 'admin' },
];
const SECOND_USER = { email: 'chief@second.ge', name: 'ლევან წიკლაური', role: 'chief_accountant' } as const;

export const DEMO_USERS: readonly string[] = [...USERS, SECOND_USER].map(({ email }) => email);

const FIRST_VAT_DAY = '2020-01-01';

/** Invented buyers, suppliers and a supplier abroad, so that a tax invoice can be made out at once. */
const COUNTERPARTIES: readonly CounterpartyDraft[] = [
  ...[...CUSTOMERS.slice(0, 8), ...SUPPLIERS.slice(0, 4)].map((name, index): CounterpartyDraft => ({
    kind: 'COMPANY',
    taxId: String(405_000_001 + index),
    name,
    vatRegistrations: [{ from: FIRST_VAT_DAY }],
  })),
  { kind: 'FOREIGN', country: 'DE', taxId: 'DE811222333', name: 'Rhein-Maschinen GmbH' },
];

const YEAR_OF_TRANSACTIONS = 3_000;
const SECOND_COMPANY_TRANSACTIONS = 150;
const BATCH = 500;

export interface DemoSeeded {
  readonly companies: readonly { readonly id: string; readonly name: string }[];
  readonly users: readonly string[];
  readonly password: string;
  /** Transactions recorded now; zero when the demo was complete before. */
  readonly transactions: number;
}

export interface SeedDemoOptions {
  /** The database as its owner. */
  readonly owner: Sql;
  readonly ledger: Ledger;
  readonly tax: Tax;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Enters the demo companies, or what a run that was ended midway has left out. The second company's books come
 * last, so when they are there everything is.
 */
export async function seedDemo(options: SeedDemoOptions): Promise<DemoSeeded> {
  const { owner, ledger, tax } = options;
  const first = await ensureCompany(owner, COMPANY);
  const [chief] = await Promise.all(
    USERS.map(({ email, name, role }) =>
      ensureUser(owner, { email, name, password: DEMO_PASSWORD }, [{ companyId: first.id, roles: [role] }]),
    ),
  );
  const second = await ensureCompany(owner, SECOND_COMPANY);
  const secondChief = await ensureUser(
    owner,
    { email: SECOND_USER.email, name: SECOND_USER.name, password: DEMO_PASSWORD },
    [{ companyId: second.id, roles: [SECOND_USER.role] }],
  );
  if (chief === undefined) throw new Error('The demo company has no chief accountant');
  const total = YEAR_OF_TRANSACTIONS + SECOND_COMPANY_TRANSACTIONS;
  const tell = (done: number): void => options.onProgress?.(done, total);

  let recorded = 0;
  if (!(await isComplete(ledger, second.id))) {
    // The year ends on the day the company was entered, whenever the work is finished.
    const today = await dayOfEntry(owner, first.id);
    const actor = { companyId: first.id, userId: chief.id };
    await openBooksOf(ledger, actor, today);
    recorded += await recordJournal(ledger, actor, {
      seed: 2026,
      transactions: YEAR_OF_TRANSACTIONS,
      today,
      tell,
    });
    await tax.setUp(
      actor,
      { taxId: DEMO_TAX_ID, vatRegistrations: [{ from: FIRST_VAT_DAY }] },
      COUNTERPARTIES,
    );
    const secondActor = { companyId: second.id, userId: secondChief.id };
    await openBooksOf(ledger, secondActor, today);
    recorded += await recordJournal(ledger, secondActor, {
      seed: 2027,
      transactions: SECOND_COMPANY_TRANSACTIONS,
      today,
      tell: (done) => {
        tell(YEAR_OF_TRANSACTIONS + done);
      },
    });
  }
  return {
    companies: [
      { id: first.id, name: COMPANY.name },
      { id: second.id, name: SECOND_COMPANY.name },
    ],
    users: DEMO_USERS,
    password: DEMO_PASSWORD,
    transactions: recorded,
  };
}

async function isComplete(ledger: Ledger, secondCompanyId: string): Promise<boolean> {
  const found: string[] = [];
  for await (const { id } of ledger.exportTransactions(secondCompanyId)) found.push(id);
  return found.length >= SECOND_COMPANY_TRANSACTIONS;
}

async function dayOfEntry(owner: Sql, companyId: string): Promise<string> {
  const [row] = await owner<{ day: string }[]>`
    /* dayOfEntry */ select to_char(created_at at time zone 'Asia/Tbilisi', 'YYYY-MM-DD') as day
    from identity.companies where id = ${companyId}`;
  if (row === undefined) throw new Error(`There is no company ${companyId}`);
  return row.day;
}

/** The chart of accounts, and the periods of last year and this year. */
async function openBooksOf(ledger: Ledger, actor: Actor, today: string): Promise<void> {
  const thisYear = Number(today.slice(0, 4));
  await ledger.openAccounts(actor, loadChart());
  for (const year of [thisYear - 1, thisYear]) await ledger.ensureFiscalYear(actor, year);
}

interface DemoJournal {
  readonly seed: number;
  readonly transactions: number;
  readonly today: string;
  readonly tell: (done: number) => void;
}

/** Records a year up to today, batch by batch; reversals refer to the transactions that they undo. */
async function recordJournal(ledger: Ledger, actor: Actor, journal: DemoJournal): Promise<number> {
  const { seed, transactions, today } = journal;
  const ids = new Map<number, string>();
  let batch: GeneratedTransaction[] = [];
  let done = 0;
  const record = async (): Promise<void> => {
    const plain = batch.filter(({ reverses }) => reverses === null);
    const outcomes = await ledger.recordTransactions(
      actor,
      plain.map(({ index, draft }) => ({ ...draft, idempotencyKey: keyOf(index) })),
    );
    outcomes.forEach((outcome, position) => {
      const transaction = plain[position];
      if ('error' in outcome) throw outcome.error;
      if (transaction !== undefined) ids.set(transaction.index, outcome.ok.transactionId);
    });
    await Promise.all(
      batch.map(async ({ index, reverses, draft }) => {
        if (reverses === null) return;
        const id = ids.get(reverses);
        if (id === undefined)
          throw new Error(`Demo transaction ${reverses} is reversed before it is recorded`);
        await ledger.reverseTransaction(actor, {
          id,
          date: draft.date,
          reason: draft.description,
          idempotencyKey: keyOf(index),
        });
      }),
    );
    done += batch.length;
    batch = [];
    journal.tell(done);
  };
  for (const transaction of generateJournal({ seed, transactions, from: yearBefore(today), to: today })) {
    batch.push(transaction);
    if (batch.length === BATCH) await record();
  }
  if (batch.length > 0) await record();
  return done;
}

function keyOf(index: number): string {
  return `demo:${index}`;
}

/** The day after the same day of last year. */
function yearBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
