import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { roleUrl } from '#db/roles.ts';
import { createReporting, type Reporting } from '#reporting/subgraph.ts';
import { createTax } from '#tax/subgraph.ts';
import type { Bench } from '../bench.ts';
import { spreadOf } from '../measure/latencies.ts';
import { memoryOf } from '../measure/processes.ts';
import { askOnce, measureQuestion, type Question } from '../measure/question.ts';
import type { Table } from '../report.ts';
import { postBooks, type Books, type BooksWanted } from '../workload/books.ts';
import { startReportsApart } from '../workload/reports-apart.ts';

const LINES_OF_A_TRANSACTION = 3;
const COUNTERPARTIES = 2_000;
const POSTINGS_PER_SECOND = 500;
const LAG_SECONDS = 20;
const TICK_MILLISECONDS = 20;
const LINES_OF_A_FILE = 1_000_000;
const STATEMENT_MILLISECONDS = 100;

type Row = Table['rows'][number];

/**
 * Statements and lists about books of 36 days, one year and three years that are equally dense, the general ledger as a
 * file, and how far reporting is behind while the ledger posts.
 */
export async function measureReporting(bench: Bench): Promise<void> {
  const secret = randomBytes(32);
  const tax = await createTax({ databaseUrl: roleUrl(bench.server.url, 'tax'), log: bench.log });
  const reporting = await createReporting({
    databaseUrl: roleUrl(bench.server.url, 'reporting'),
    secret,
    log: bench.log,
  });
  try {
    const loading: Row[] = [];
    const all: Books[] = [];
    for (const wanted of booksWanted(bench.options.lines)) {
      bench.tell(`reporting, posting ${String(wanted.transactions)} transactions, ${wanted.name}`);
      const began = performance.now();
      const books = await postBooks(bench, tax, wanted);
      const posted = performance.now();
      await untilRead(bench, reporting, books);
      loading.push({
        name: wanted.name,
        transactions: wanted.transactions,
        posted: (posted - began) / 1000,
        read: (performance.now() - began) / 1000,
      });
      all.push(books);
    }
    await bench.owner.sql`vacuum (analyze)`;
    await bench.settle();
    bench.tables.push({
      title: 'Books that reports are made of: three lines a transaction, as dense in each',
      columns: [
        { key: 'name', heading: 'books' },
        { key: 'transactions', heading: 'transactions', digits: 0 },
        { key: 'posted', heading: 'posted after s', digits: 0 },
        { key: 'read', heading: 'read by reporting after s', digits: 0 },
      ],
      rows: loading,
      notes: [
        'posted by the ledger in batches of 2,000; reporting follows at the same time, in the same process',
      ],
    });
    await measureStatements(bench, reporting, all);
    const longest = all.at(-1);
    if (longest === undefined) throw new Error('there are no books');
    await measureLag(bench, longest);
    await measureFiles(bench, reporting, longest, secret);
  } finally {
    await reporting.close();
    await tax.close();
  }
}

/** Three spans that end with the year before this one, the longest with so many lines. */
function booksWanted(lines: number): BooksWanted[] {
  const year = new Date().getUTCFullYear() - 1;
  const transactions = Math.round(lines / LINES_OF_A_TRANSACTION);
  const counterparties = COUNTERPARTIES;
  return [
    { name: '36 days', from: `${String(year)}-11-26`, parts: 30 },
    { name: 'one year', from: `${String(year)}-01-01`, parts: 3 },
    { name: 'three years', from: `${String(year - 2)}-01-01`, parts: 1 },
  ].map(({ name, from, parts }) => ({
    name,
    from,
    to: `${String(year)}-12-31`,
    transactions: Math.round(transactions / parts),
    counterparties: Math.round(counterparties / Math.min(parts, 4)),
  }));
}

async function readSeq(bench: Bench, companyId: string): Promise<number> {
  const [row] = await bench.owner.sql<{ seq: number }[]>`
    select coalesce(max(seq), 0)::int as seq from reporting.books where company_id = ${companyId}`;
  return row?.seq ?? 0;
}

async function untilRead(
  bench: Bench,
  reporting: Reporting,
  { actor, transactions, name }: Books,
): Promise<void> {
  for (;;) {
    const seq = await readSeq(bench, actor.companyId);
    if (seq >= transactions) return;
    const dead = await reporting.deadLetters.list({ companyId: actor.companyId });
    if (dead.length > 0) throw new Error(`reporting could not read the books: ${JSON.stringify(dead[0])}`);
    bench.tell(`reporting, ${name}: ${String(seq)} of ${String(transactions)} read`);
    await pause(5_000);
  }
}

const LINE =
  'lines { code name amount comparative variance accounts { amount account { id } } } checks { code holds }';
const FLOWS = 'opening closing lines { code amount } totals { amount } checks { code holds }';

/** The same questions to books of any length: about their last month, with the one before it beside it. */
function questionsAbout(books: Books, account: string): readonly Question[] {
  const { to } = books;
  const from = `${to.slice(0, 7)}-01`;
  const compareTo = `${to.slice(0, 5)}11-30`;
  const compareFrom = `${to.slice(0, 5)}11-27`;
  const span = { from, to };
  const statement = (
    name: string,
    field: string,
    declared: string,
    given: string,
    selection: string,
    more: object,
  ): Question => ({
    name,
    query: `query (${declared}) { ${field}(${given}) { seq ${selection} } }`,
    variables: { ...span, ...more },
  });
  const spanned = (name: string, field: string, arguments_: string, selection: string): Question =>
    statement(name, field, '$from: Date!, $to: Date!', `from: $from, to: $to${arguments_}`, selection, {});
  const PAGE = 'pageInfo { hasNextPage }';
  const BY_COUNTERPARTY = ', by: COUNTERPARTY, first: 100';
  const SHEET = `debit edges { cursor } ${PAGE}`;
  // Far from whole years and months, so that most buckets are read.
  const midMonth = { from: `${to.slice(0, 4)}-06-16`, to: `${to.slice(0, 7)}-16` };
  return [
    {
      name: 'financial position, comparative',
      query: `query ($to: Date!, $compareTo: Date) { balanceSheet(asOf: $to, compareTo: $compareTo) { seq ${LINE} } }`,
      variables: { to, compareTo },
    },
    ...(['FUNCTION', 'NATURE'] as const).map((by) =>
      statement(
        `profit or loss by ${by.toLowerCase()}, comparative`,
        'incomeStatement',
        '$from: Date!, $to: Date!, $compareFrom: Date, $compareTo: Date',
        `from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo, by: ${by}`,
        LINE,
        { compareFrom, compareTo },
      ),
    ),
    spanned(
      'profit or loss of a cost centre',
      'incomeStatement',
      ', dimension: { name: "costCentre", value: "ბათუმი" }',
      LINE,
    ),
    spanned('cash flows, direct', 'cashFlowStatement', ', method: DIRECT', FLOWS),
    spanned('cash flows, indirect', 'cashFlowStatement', ', method: INDIRECT', FLOWS),
    spanned('changes in equity', 'changesInEquity', '', 'checks { code holds }'),
    spanned(
      'trial balance (turnover sheet)',
      'turnoverSheet',
      ', first: 100',
      `debit credit edges { cursor } ${PAGE}`,
    ),
    spanned('turnover by counterparty', 'turnoverSheet', BY_COUNTERPARTY, SHEET),
    statement(
      'turnover by counterparty, mid-month',
      'turnoverSheet',
      '$from: Date!, $to: Date!',
      `from: $from, to: $to${BY_COUNTERPARTY}`,
      SHEET,
      midMonth,
    ),
    spanned(
      'corresponding accounts',
      'correspondingAccounts',
      '',
      'pairs { __typename } checks { code holds }',
    ),
    spanned(
      'general ledger, first page',
      'generalLedger',
      ', first: 10',
      `debit edges { node { opening closing entries(first: 20) { edges { cursor } } } } ${PAGE}`,
    ),
    statement(
      'account card of the busiest account',
      'accountCard',
      '$from: Date!, $to: Date!, $id: ID!',
      'accountId: $id, from: $from, to: $to',
      'opening closing entries(first: 50) { edges { cursor } }',
      { id: account },
    ),
    ...[to, midMonth.to].flatMap((asOf) =>
      (['TRANSACTION_DATE', 'DUE_DATE'] as const).map((by) => ({
        name: `aged receivables${by === 'DUE_DATE' ? ' by due date' : ''}${asOf === to ? '' : ', mid-month'}`,
        query: `query ($asOf: Date!) { agedBalances(side: RECEIVABLE, asOf: $asOf, by: ${by}, first: 50) {
          seq balance over90 edges { cursor } } }`,
        variables: { asOf },
      })),
    ),
    statement(
      'reconciliation act',
      'reconciliationAct',
      '$from: Date!, $to: Date!, $id: ID!',
      'counterpartyId: $id, from: $from, to: $to',
      'opening closing entries(first: 50) { edges { cursor } }',
      { id: books.counterparties[0] },
    ),
    spanned('ratios', 'financialRatios', '', 'ratios { __typename }'),
    spanned('monthly results', 'monthlyResults', '', 'months { __typename }'),
  ];
}

async function measureStatements(bench: Bench, reporting: Reporting, all: readonly Books[]): Promise<void> {
  const rows = new Map<string, Record<string, Row[string]>>();
  for (const [index, books] of all.entries()) {
    const [busiest] = await bench.owner.sql<{ id: string }[]>`
      select id from ledger.accounts where company_id = ${books.actor.companyId} and code = '6110'`;
    for (const question of questionsAbout(books, busiest?.id ?? '')) {
      bench.tell(`reporting, ${books.name}: ${question.name}`);
      const { p50, p95, node, postgres, foreign } = await measureQuestion(
        bench,
        reporting,
        question,
        books.actor.companyId,
      );
      rows.set(question.name, {
        ...rows.get(question.name),
        name: question.name,
        [`p50-${String(index)}`]: p50,
        [`p95-${String(index)}`]: p95,
        // Of the longest books, which are measured last.
        node,
        postgres,
        foreign,
      });
    }
  }
  bench.tables.push({
    title: `Reports at the subgraph: the last month of books of ${all.map(({ name }) => name).join(', ')}`,
    columns: [
      { key: 'name', heading: 'question' },
      ...all.flatMap(({ name }, index) => [
        { key: `p50-${String(index)}`, heading: `${name}: p50 ms`, digits: 1 },
        { key: `p95-${String(index)}`, heading: 'p95', digits: 1 },
      ]),
      { key: 'node', heading: 'node ms', digits: 1 },
      { key: 'postgres', heading: 'PG ms', digits: 1 },
      { key: 'foreign', heading: 'foreign cores', digits: 2 },
    ],
    rows: [...rows.values()],
    notes: ['node and PG: CPU of one answer about the longest books'],
  });
  const last = `p95-${String(all.length - 1)}`;
  for (const [name, row] of rows)
    bench.goals.push({
      what: `${name}, three years, p95`,
      relation: '≤',
      wanted: STATEMENT_MILLISECONDS,
      actual: typeof row[last] === 'number' ? row[last] : null,
      unit: 'ms',
    });
}

/** Posts at a steady rate and looks, after each tick, which posting reports know of by now, and when it was posted. */
async function measureLag(bench: Bench, books: Books): Promise<void> {
  bench.tell(`reporting, ${String(POSTINGS_PER_SECOND)} postings a second`);
  const { companyId } = books.actor;
  const before = await readSeq(bench, companyId);
  const postedAt: number[] = [];
  const lags: number[] = [];
  let posted = before;
  let seen = before;
  const underWay = new Set<Promise<void>>();
  const began = performance.now();
  const stop = bench.meter();
  const look = async (): Promise<void> => {
    const seq = await readSeq(bench, companyId);
    const now = performance.now();
    for (; seen < seq; seen += 1) {
      const at = postedAt[seen - before];
      if (at !== undefined) lags.push(Math.max(0, now - at));
    }
  };
  const each = (POSTINGS_PER_SECOND * TICK_MILLISECONDS) / 1000;
  for (let tick = 0; tick * TICK_MILLISECONDS < LAG_SECONDS * 1000; tick += 1) {
    const drafts = Array.from({ length: each }, () => books.draft(books.to));
    const posting = bench.ledger.recordTransactions(books.actor, drafts).then((outcomes) => {
      const now = performance.now();
      for (const outcome of outcomes) {
        if ('error' in outcome) throw outcome.error;
        postedAt[posted - before] = now;
        posted += 1;
      }
    });
    underWay.add(posting);
    void posting.finally(() => underWay.delete(posting));
    await look();
    await pause(Math.max(0, began + (tick + 1) * TICK_MILLISECONDS - performance.now()));
  }
  await Promise.all(underWay);
  while (seen < posted) {
    await look();
    await pause(TICK_MILLISECONDS);
  }
  const { foreign } = stop();
  const { p50, p95 } = spreadOf(lags);
  const most = lags.reduce((left, right) => Math.max(left, right), 0);
  bench.tables.push({
    title: `Lag of reports at ${String(POSTINGS_PER_SECOND)} postings a second for ${String(LAG_SECONDS)} s, behind three years`,
    columns: [
      { key: 'posted', heading: 'posted', digits: 0 },
      { key: 'p50', heading: 'p50 ms', digits: 0 },
      { key: 'p95', heading: 'p95 ms', digits: 0 },
      { key: 'most', heading: 'most ms', digits: 0 },
      { key: 'foreign', heading: 'foreign cores', digits: 2 },
    ],
    rows: [{ posted: posted - before, p50, p95, most, foreign }],
    notes: [
      `from the answer of the ledger to the reports, looked at every ${String(TICK_MILLISECONDS)} ms; one process`,
    ],
  });
  bench.goals.push({
    what: `lag of reports at ${String(POSTINGS_PER_SECOND)} postings/s, p95`,
    relation: '≤',
    wanted: 1_000,
    actual: p95,
    unit: 'ms',
  });
}

const LINK = `query ($from: Date!, $to: Date!, $format: ReportFormat!) {
  reportFile(report: GENERAL_LEDGER, from: $from, to: $to, format: $format) { url }
}`;

/** The general ledger of about a million lines, fetched by its link from a process that does nothing else. */
async function measureFiles(
  bench: Bench,
  reporting: Reporting,
  books: Books,
  secret: Uint8Array,
): Promise<void> {
  const { companyId } = books.actor;
  const [counted] = await bench.owner.sql<{ first: string; lines: number }[]>`
    select min(day)::text as first, max(lines)::int as lines from (
      select date as day, sum(count(*)) over (order by date desc) as lines
      from reporting.entries where company_id = ${companyId} and date <= ${books.to} group by date) d
    where lines <= ${LINES_OF_A_FILE}`;
  if (counted === undefined) throw new Error('the books hold no lines');
  const rows: Row[] = [];
  for (const [format, wanted] of [
    ['CSV', 30],
    ['XLSX', 90],
  ] as const) {
    bench.tell(`reporting, general ledger of ${String(counted.lines)} lines as ${format}`);
    const apart = await startReportsApart(bench, secret);
    try {
      const { reportFile } = (await askOnce(
        bench,
        reporting,
        { name: format, query: LINK, variables: { from: counted.first, to: books.to, format } },
        companyId,
      )) as { reportFile: { url: string } };
      const before = memoryOf(apart.pid).resident ?? 0;
      const began = performance.now();
      const stop = bench.meter(apart.pid);
      let peak = before;
      const watch = setInterval(() => {
        peak = Math.max(peak, memoryOf(apart.pid).resident ?? 0);
      }, 100);
      let bytes = 0;
      const answer = await fetch(apart.urlOf(reportFile.url.split('/').at(-1) ?? ''));
      if (!answer.ok || answer.body === null)
        throw new Error(`the file was refused: ${String(answer.status)}`);
      for await (const chunk of answer.body) bytes += (chunk as Uint8Array).byteLength;
      clearInterval(watch);
      const seconds = (performance.now() - began) / 1000;
      const { client, postgres, foreign } = stop();
      const grown = peak - before;
      rows.push({
        format,
        lines: counted.lines,
        seconds,
        grown,
        megabytes: bytes / 2 ** 20,
        client,
        postgres,
        foreign,
      });
      bench.goals.push(
        {
          what: `general ledger as ${format}, a million lines`,
          relation: '≤',
          wanted,
          actual: seconds,
          unit: 's',
        },
        { what: `memory for it as ${format}`, relation: '≤', wanted: 256, actual: grown, unit: 'MB' },
      );
    } finally {
      apart.close();
    }
  }
  bench.tables.push({
    title: 'The general ledger as a file, from a process of its own',
    columns: [
      { key: 'format', heading: 'format' },
      { key: 'lines', heading: 'lines', digits: 0 },
      { key: 'seconds', heading: 's', digits: 1 },
      { key: 'grown', heading: 'memory grown MB', digits: 0 },
      { key: 'megabytes', heading: 'file MB', digits: 0 },
      { key: 'client', heading: 'its cores', digits: 2 },
      { key: 'postgres', heading: 'PG cores', digits: 2 },
      { key: 'foreign', heading: 'foreign cores', digits: 2 },
    ],
    rows,
  });
}
