import { v7 as uuidv7 } from 'uuid';
import { roleUrl } from '#db/roles.ts';
import { BUILT_IN_ROLES } from '#shared/domain/permissions.ts';
import { executeSubgraph } from '#shared/graphql/execute.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { createTax, type Tax } from '#tax/subgraph.ts';
import type { Bench } from '../bench.ts';
import { spreadOf } from '../measure/latencies.ts';
import type { Table } from '../report.ts';
import { runScript } from '../workload/script.ts';

const INVOICES = 100_000;
const MONTH = 3;
const RUNS = 100;
const MEGABYTE = 2 ** 20;

const BOXES = 'net boxes { part box base vat } checks { name expected actual difference }';
const VAT_RETURN = `query ($year: Int!, $month: Int!) { vatReturn(year: $year, month: $month) { ${BOXES} } }`;
const WITH_ITEMS = `query ($year: Int!, $month: Int!) { vatReturn(year: $year, month: $month) {
  net boxes { part box base vat items(first: 50) { edges { node { documentId base vat } } } } } }`;
const WATCH = '{ vatRegistrationWatch { turnover crossing { documentId } } }';

interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Asks tax's subgraph, resolvers and all, about a month with very many invoices. */
export async function measureTax(bench: Bench): Promise<void> {
  const year = new Date().getUTCFullYear() - 1;
  const company = uuidv7();
  bench.tell(`loading a month of ${String(INVOICES)} invoices`);
  await runScript(bench, 'long-tax.sql', { company, year, month: MONTH, invoices: INVOICES });
  await bench.owner.sql`vacuum (analyze) tax.vat_items, tax.vat_entries`;
  await bench.settle();

  const month = { year, month: MONTH };
  const rows: Table['rows'][number][] = [];
  for (const question of [
    { name: RETURN, query: VAT_RETURN, variables: month },
    { name: 'with 50 lines of each box', query: WITH_ITEMS, variables: month },
    { name: 'registration watch, a year before', query: WATCH, variables: {} },
  ]) {
    bench.tell(`tax, ${question.name}`);
    rows.push(await ask(bench, question, company));
  }
  bench.tables.push({
    title: `VAT at the subgraph: a month of ${String(INVOICES)} invoices, a tenth as many in the other months`,
    columns: [
      { key: 'name', heading: 'question' },
      { key: 'first', heading: 'first ms', digits: 1 },
      { key: 'p50', heading: 'p50 ms', digits: 1 },
      { key: 'p99', heading: 'p99 ms', digits: 1 },
      { key: 'node', heading: 'node ms', digits: 1 },
      { key: 'postgres', heading: 'PG ms', digits: 1 },
      { key: 'before', heading: 'RSS MB before', digits: 0 },
      { key: 'after', heading: 'after', digits: 0 },
      { key: 'foreign', heading: 'foreign cores', digits: 2 },
    ],
    rows,
    notes: ['loaded by SQL past the write path; RSS is that of the whole Node process, benchmark included'],
  });
  const first = rows[0]?.['first'];
  bench.goals.push({
    what: `${RETURN}, 100,000 invoices, first time`,
    relation: '≤',
    wanted: 2_000,
    actual: typeof first === 'number' ? first : null,
    unit: 'ms',
  });
}

const RETURN = 'VAT return of the month';

async function ask(
  bench: Bench,
  { name, query, variables }: Question,
  companyId: string,
): Promise<Table['rows'][number]> {
  const caller: Caller = {
    principal: {
      userId: companyId,
      companyId,
      roles: ['tax_specialist'],
      permissions: new Set(BUILT_IN_ROLES.tax_specialist),
      tokenId: companyId,
      sessionId: companyId,
      issuedAt: 0,
      expiresAt: Number.MAX_SAFE_INTEGER,
    },
    requestId: companyId,
    language: 'ka',
  };
  const before = process.memoryUsage().rss / MEGABYTE;
  // A subgraph of its own, so that the first question meets no warm connection.
  const tax: Tax = await createTax({ databaseUrl: roleUrl(bench.server.url, 'tax'), log: bench.log });
  const once = async (): Promise<number> => {
    const began = performance.now();
    const { errors } = await executeSubgraph(
      tax,
      { query, variables, operationName: undefined, caller },
      bench.log,
    );
    if (errors !== undefined) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return performance.now() - began;
  };
  try {
    const first = await once();
    for (let warm = 0; warm < 3; warm += 1) await once();
    const durations: number[] = [];
    const stop = bench.meter();
    const end = performance.now() + bench.options.seconds * 1000;
    while (durations.length < RUNS && performance.now() < end) durations.push(await once());
    const cpu = stop();
    const milliseconds = (cores: number | null): number | null =>
      cores === null ? null : (cores * cpu.seconds * 1000) / durations.length;
    return {
      name,
      first,
      ...spreadOf(durations),
      node: milliseconds(cpu.node),
      postgres: milliseconds(cpu.postgres),
      foreign: cpu.foreign,
      before,
      after: process.memoryUsage().rss / MEGABYTE,
    };
  } finally {
    await tax.close();
  }
}
