import { setTimeout } from 'node:timers/promises';
import type { Sql } from '#db/client.ts';
import { DEMO_TAX_ID } from '#cli/company.ts';
import { ensureCompany, ensureUser } from '#identity/seed.ts';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Ledger } from '#ledger/ledger.ts';
import type { Tax } from '#tax/subgraph.ts';
import type { BuiltInRole } from '#shared/domain/permissions.ts';
import { FIRST_VAT_DAY, PARTIES } from './documents/parties.ts';
import { recordSteps } from './documents/record.ts';
import { fileReturns } from './documents/returns.ts';
import { translate, type DemoStep } from './documents/translate.ts';
import { generateJournal, type JournalOptions } from './journal/generate.ts';

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

const YEAR_OF_TRANSACTIONS = 3_000;
const SECOND_COMPANY_TRANSACTIONS = 150;
/** Between two looks at whether the ledger has posted all documents. */
const LOOK_MILLISECONDS = 50;
/** The ledger has nothing else to do; when it posts nothing for so long, something is wrong. */
const PATIENCE_SECONDS = 120;

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
  const [chief, , taxSpecialist] = await Promise.all(
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
  if (chief === undefined || taxSpecialist === undefined)
    throw new Error('The demo company has no chief accountant or no tax specialist');
  const total = YEAR_OF_TRANSACTIONS + SECOND_COMPANY_TRANSACTIONS;
  const tell = (done: number): void => options.onProgress?.(done, total);

  let recorded = 0;
  if (!(await isComplete(ledger, second.id))) {
    // The year ends on the day the company was entered, whenever the work is finished.
    const today = await dayOfEntry(owner, first.id);
    const actor = { companyId: first.id, userId: chief.id };
    await openBooksOf(ledger, actor, today);
    const from = yearBefore(today);
    const ids = await tax.setUp(
      actor,
      { taxId: DEMO_TAX_ID, vatRegistrations: [{ from: FIRST_VAT_DAY }] },
      PARTIES,
    );
    const parties = new Map(PARTIES.map(({ name }, position) => [name, ids[position] ?? '']));
    const year = { ledger, tax, actor, parties };
    const journal = generateJournal({ seed: 2026, transactions: YEAR_OF_TRANSACTIONS, from, to: today });
    const steps = translate([...journal], today.slice(0, 7));
    await recordSteps(year, steps, tell);
    await allArePosted(tax, first.id);
    await fileReturns(tax, { companyId: first.id, userId: taxSpecialist.id }, from, today);

    const secondActor = { companyId: second.id, userId: secondChief.id };
    await openBooksOf(ledger, secondActor, today);
    const theirs = plainSteps({ seed: 2027, transactions: SECOND_COMPANY_TRANSACTIONS, from, to: today });
    await recordSteps({ ...year, actor: secondActor, parties: new Map() }, theirs, (done) => {
      tell(steps.length + done);
    });
    recorded = steps.length + theirs.length;
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

/** A journal as it is: a company that is not registered for VAT makes no tax documents out. */
function plainSteps(options: JournalOptions): DemoStep[] {
  return Array.from(generateJournal(options), ({ index, draft, reverses }) => ({
    index,
    transaction: draft,
    reverses,
    document: null,
  }));
}

/** Returns are filed when the books have all documents: until then they differ. */
async function allArePosted(tax: Tax, companyId: string): Promise<void> {
  let left = Infinity;
  let until = 0;
  for (;;) {
    const { waiting, refused } = await tax.openPostings(companyId);
    if (refused > 0) throw new Error(`The ledger has refused ${refused} documents of the demo`);
    if (waiting === 0) return;
    if (waiting < left) until = Date.now() + PATIENCE_SECONDS * 1_000;
    if (Date.now() > until) throw new Error(`The ledger has not posted ${waiting} documents of the demo`);
    left = waiting;
    await setTimeout(LOOK_MILLISECONDS);
  }
}

/** The day after the same day of last year. */
function yearBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
