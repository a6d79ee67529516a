import { v7 as uuidv7 } from 'uuid';
import type { Ledger } from '#ledger/ledger.ts';
import { createLedger } from '#ledger/subgraph.ts';
import { roleUrl } from '#db/roles.ts';
import { BUILT_IN_ROLES } from '#shared/domain/permissions.ts';
import { executeSubgraph } from '#shared/graphql/execute.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { Bench } from '../bench.ts';
import { spreadOf } from '../measure/latencies.ts';
import { startProfile } from '../measure/profile.ts';
import type { Table } from '../report.ts';
import { runScript } from '../workload/script.ts';

const LINES_OF_A_TRANSACTION = 3;
const RUNS = 200;

const TOTALS = 'totals { openingDebit openingCredit debit credit closingDebit closingCredit }';
const ROWS = 'rows { account { id } opening debit credit closing }';
const ROWS_WITH_NAMES = 'rows { account { code name } opening debit credit closing }';
const trialBalance = (selection: string): string =>
  `query ($asOf: Date!, $from: Date) { trialBalance(asOf: $asOf, from: $from) { seq ${selection} } }`;
const HISTORY = `query ($code: String!, $from: Date) { account(code: $code) { history(from: $from, first: 50) {
  openingBalance edges { node { date description debit credit balance transaction { number } } } } } }`;

interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly books?: 'dense';
}

/** Asks the ledger's subgraph, resolvers and all, about books of three years. */
export async function measureReads(bench: Bench): Promise<void> {
  const { lines } = bench.options;
  const first = `${new Date().getUTCFullYear() - 2}-01-01`;
  const hardDay = `${new Date().getUTCFullYear()}-12-30`;
  const books = { long: uuidv7(), dense: uuidv7() };
  const began = performance.now();
  bench.tell(`loading ${lines} journal lines`);
  const transactions = String(Math.round(lines / LINES_OF_A_TRANSACTION));
  await runScript(bench, 'long-ledger.sql', { company: books.long, transactions, first });
  await runScript(bench, 'dense-turnover.sql', { company: books.dense, first });
  await bench.owner.sql`vacuum (analyze)`;
  await bench.settle();
  const loaded = ((performance.now() - began) / 1000).toFixed(0);

  const rows: Table['rows'][number][] = [];
  for (const question of questionsAbout(first, hardDay)) {
    bench.tell(`reads, ${question.name}`);
    rows.push(await ask(bench, question, question.books === 'dense' ? books.dense : books.long));
  }
  bench.tables.push({
    title: `Reads at the subgraph: 1,000 accounts, three years, ${lines} journal lines`,
    columns: [
      { key: 'name', heading: 'question' },
      { key: 'first', heading: 'first ms', digits: 1 },
      { key: 'p50', heading: 'p50 ms', digits: 1 },
      { key: 'p99', heading: 'p99 ms', digits: 1 },
      { key: 'node', heading: 'node ms', digits: 1 },
      { key: 'postgres', heading: 'PG ms', digits: 1 },
      { key: 'foreign', heading: 'foreign cores', digits: 2 },
    ],
    rows,
    notes: [
      `loaded by SQL past the write path in ${loaded} s; a tenth of the accounts has 95 % of the lines`,
      'dense: every account moves on every day, so every bucket exists; asked for a day that most buckets lie before: 30 December of the third year',
    ],
  });
  for (const name of [PLAIN, `${PLAIN}, dense`]) {
    const p50 = rows.find((row) => row['name'] === name)?.['p50'];
    bench.goals.push({
      what: `${name}, at the subgraph, median`,
      relation: '≤',
      wanted: 20,
      actual: typeof p50 === 'number' ? p50 : null,
      unit: 'ms',
    });
  }
}

const PLAIN = 'trial balance';

function questionsAbout(first: string, hardDay: string): readonly Question[] {
  const from = `${hardDay.slice(0, 4)}-06-16`;
  const middle = `${String(Number(first.slice(0, 4)) + 1)}-08-20`;
  return [
    { name: PLAIN, query: trialBalance(`${ROWS} ${TOTALS}`), variables: { asOf: hardDay } },
    { name: `${PLAIN}, totals only`, query: trialBalance(TOTALS), variables: { asOf: hardDay } },
    { name: `${PLAIN} with names`, query: trialBalance(ROWS_WITH_NAMES), variables: { asOf: hardDay } },
    {
      name: `${PLAIN} with opening`,
      query: trialBalance(`${ROWS} ${TOTALS}`),
      variables: { asOf: hardDay, from },
    },
    {
      name: `${PLAIN}, dense`,
      query: trialBalance(`${ROWS} ${TOTALS}`),
      variables: { asOf: hardDay },
      books: 'dense',
    },
    {
      name: `${PLAIN}, dense, totals only`,
      query: trialBalance(TOTALS),
      variables: { asOf: hardDay },
      books: 'dense',
    },
    {
      name: `${PLAIN} with opening, dense`,
      query: trialBalance(`${ROWS} ${TOTALS}`),
      variables: { asOf: hardDay, from },
      books: 'dense',
    },
    {
      name: 'one busy account as of a date',
      query: 'query ($code: String!, $asOf: Date) { account(code: $code) { balance(asOf: $asOf) } }',
      variables: { code: '100042', asOf: middle },
    },
    {
      name: '100 accounts as of a date',
      query: 'query ($asOf: Date) { accounts(first: 100) { edges { node { code balance(asOf: $asOf) } } } }',
      variables: { asOf: middle },
    },
    {
      name: 'history of a busy account, 50 lines',
      query: HISTORY,
      variables: { code: '100042', from: middle },
    },
    {
      name: 'one busy account as known at a moment',
      query: 'query ($code: String!, $at: DateTime) { account(code: $code) { balance(knownAt: $at) } }',
      variables: { code: '100042', at: `${middle}T12:00:00Z` },
    },
  ];
}

async function ask(
  bench: Bench,
  { name, query, variables }: Question,
  companyId: string,
): Promise<Table['rows'][number]> {
  const caller: Caller = {
    principal: {
      userId: companyId,
      companyId,
      roles: ['chief_accountant'],
      permissions: new Set(BUILT_IN_ROLES.chief_accountant),
      tokenId: companyId,
      sessionId: companyId,
      issuedAt: 0,
      expiresAt: Number.MAX_SAFE_INTEGER,
    },
    requestId: companyId,
    language: 'ka',
  };
  // A ledger of its own, so that the first question meets no warm connection.
  const ledger: Ledger = await createLedger({
    databaseUrl: roleUrl(bench.server.url, 'ledger'),
    log: bench.log,
  });
  const once = async (): Promise<number> => {
    const began = performance.now();
    const { errors } = await executeSubgraph(
      ledger,
      { query, variables, operationName: undefined, caller },
      bench.log,
    );
    if (errors !== undefined) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return performance.now() - began;
  };
  try {
    const first = await once();
    for (let warm = 0; warm < 5; warm += 1) await once();
    const durations: number[] = [];
    const endProfile = await startProfile(bench.options.profile, `reads ${name}`);
    const stop = bench.meter();
    const end = performance.now() + bench.options.seconds * 1000;
    while (durations.length < RUNS && performance.now() < end) durations.push(await once());
    const cpu = stop();
    await endProfile();
    const milliseconds = (cores: number | null): number | null =>
      cores === null ? null : (cores * cpu.seconds * 1000) / durations.length;
    return {
      name,
      first,
      ...spreadOf(durations),
      node: milliseconds(cpu.node),
      postgres: milliseconds(cpu.postgres),
      foreign: cpu.foreign,
    };
  } finally {
    await ledger.close();
  }
}
