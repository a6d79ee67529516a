import { setTimeout as delay } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { openDatabase, type Database } from '#db/client.ts';
import { roleUrl } from '#db/roles.ts';
import { listOnHand, totalOnHand, type StockScope } from '#inventory/stock/on-hand.ts';
import { createInventory, type Inventory } from '#inventory/subgraph.ts';
import { loadChart } from '#ledger/accounts/chart.ts';
import type { AccountDraft } from '#ledger/ledger.ts';
import { postingsOf } from '#ledger/postings/sources.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Bench } from '../bench.ts';
import { spreadOf } from '../measure/latencies.ts';
import { microsecondsEach } from '../measure/meter.ts';
import type { Table } from '../report.ts';
import { datesBack, workloadAccounts } from '../workload/drafts.ts';
import { runScript } from '../workload/script.ts';
import { startSystem, type System } from '../workload/system.ts';
import { measureRequests } from './gateway.ts';
import { ratio } from './write-path.ts';

/** Movements of each item. */
const EACH = 100;
const RUNS = 30;
const ROUNDS = 5;
const WARM_SECONDS = 1;
const ISSUES = 1_000;
const RECEIPTS = 3;

const POSTING =
  'mutation Record($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id number } } }';
const MOVEMENT =
  'mutation Move($input: StockMovementInput!) { recordStockMovement(input: $input) { movement { id number } } }';
const ITEM = 'mutation Item($input: CreateItemInput!) { createItem(input: $input) { item { id } } }';
const ON_HAND = `query ($first: Int!, $asOf: Date!) { stockOnHand(first: $first, asOf: $asOf) {
  edges { node { item { id } quantity value } } } }`;

/** Asks the gateway as one user. */
type Ask = <Data>(query: string, variables: Readonly<Record<string, unknown>>) => Promise<Data>;

/** Stock of many items with a long past: what there was on a day, what a movement costs today, and one of long ago. */
export async function measureInventory(bench: Bench): Promise<void> {
  const actor: Actor = { companyId: uuidv7(), userId: uuidv7() };
  const items = Math.round(bench.options.movements / EACH);
  bench.tell(`loading ${String(items * EACH)} movements of ${String(items)} items`);
  const began = performance.now();
  await runScript(bench, 'long-stock.sql', {
    company: actor.companyId,
    user: actor.userId,
    items,
    each: EACH,
    consumer: postingsOf('inventory'),
  });
  await bench.owner.sql`vacuum (analyze)`;
  bench.tell(`loaded in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  await bench.settle();

  const [today = ''] = datesBack(1);
  const year = Number(today.slice(0, 4));
  await bench.ledger.ensureFiscalYear(actor, year - 1);
  await bench.ledger.ensureFiscalYear(actor, year);
  await bench.ledger.openAccounts(actor, chart());

  const database = openDatabase(roleUrl(bench.server.url, 'inventory'), { log: bench.log });
  const inventory: Inventory = await createInventory({
    databaseUrl: roleUrl(bench.server.url, 'inventory'),
    log: bench.log,
  });
  const system = await startSystem(bench, {}, [
    { runtime: inventory, sdl: 'subgraphs/inventory/generated/subgraph.graphql' },
  ]);
  try {
    const token = await system.tokenFor(actor, 'admin');
    const ask = asking(system, token);
    await followed(bench, actor.companyId);
    await bench.settle();
    await measureOnHand(bench, database, actor.companyId, ask, items);
    await measureIssues(bench, system, actor.companyId, token, items);
    await measureBackdated(bench, actor.companyId, ask);
  } finally {
    await system.close();
    await inventory.close();
    await database.close();
  }
}

/** Accounts of the workload, and those that goods are posted on. */
function chart(): AccountDraft[] {
  const known = workloadAccounts();
  const codes = new Set(known.map(({ code }) => code));
  const all = new Map(loadChart().map((account) => [account.code, account]));
  const add = (code: string): void => {
    const account = all.get(code);
    if (account === undefined) throw new Error(`The chart has no account ${code}`);
    if (codes.has(code)) return;
    if (account.parentCode !== undefined) add(account.parentCode);
    codes.add(code);
    known.push(account);
  };
  for (const code of ['1610', '3190', '7210']) add(code);
  return known;
}

function asking(system: System, token: string): Ask {
  return async <Data>(query: string, variables: Readonly<Record<string, unknown>>): Promise<Data> => {
    const response = await fetch(`${system.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data | null; errors?: unknown };
    if (errors !== undefined || data === undefined || data === null)
      throw new Error(`Refused: ${JSON.stringify(errors)}`);
    return data;
  };
}

/** Waits until ledger and inventory have read all that the other one wrote of the company. */
async function followed({ owner }: Bench, companyId: string): Promise<void> {
  for (let tries = 0; tries < 6_000; tries += 1) {
    const [row] = await owner.sql<{ behind: boolean }[]>`
      select coalesce((select h.last_seq > coalesce((select c.seq from ledger.checkpoints c
                where c.company_id = h.company_id and c.consumer = ${postingsOf('inventory')}), 0)
              from inventory.head h where h.company_id = ${companyId}), false)
        or (select h.last_seq > coalesce((select max(c.seq) from inventory.checkpoints c
              where c.company_id = h.company_id), 0)
            from ledger.head h where h.company_id = ${companyId}) as behind`;
    if (row?.behind === false) return;
    await delay(50);
  }
  throw new Error('ledger and inventory do not come to an end with each other');
}

async function measureOnHand(
  bench: Bench,
  database: Database,
  companyId: string,
  ask: Ask,
  items: number,
): Promise<void> {
  const rows: Table['rows'][number][] = [];
  const [today = ''] = datesBack(1);
  const [lastYear = ''] = datesBack(400).slice(-1);
  // Furthest from all beginnings of years and months.
  const midYear = `${String(Number(today.slice(0, 4)) - (today.slice(5) < '06-16' ? 1 : 0))}-06-16`;
  const endOfYear = `${String(Number(today.slice(0, 4)) - 1)}-12-31`;
  const scope = (asOf: string, basis: StockScope['basis'] = 'BOOKED'): StockScope => ({
    asOf,
    basis,
    warehouseId: null,
    itemIds: null,
  });
  const all = (of: StockScope) => (): Promise<{ length: number }> =>
    listOnHand(database, companyId, of, { first: items, after: null, limit: items });
  const measure = async (name: string, work: () => Promise<{ length: number }>): Promise<number | null> => {
    bench.tell(`inventory, ${name}`);
    const once = async (): Promise<number> => {
      const began = performance.now();
      const { length } = await work();
      if (length === 0) throw new Error(`${name}: nothing was found`);
      return performance.now() - began;
    };
    const first = await once();
    for (let warm = 0; warm < 3; warm += 1) await once();
    const durations: number[] = [];
    const stop = bench.meter();
    const end = performance.now() + bench.options.seconds * 1000;
    while (durations.length < RUNS && performance.now() < end) durations.push(await once());
    const cpu = stop();
    const spread = spreadOf(durations);
    const found = (await work()).length;
    const each = (cores: number | null): number | null => {
      const micro = microsecondsEach(cores, cpu.seconds, durations.length);
      return micro === null ? null : micro / 1000;
    };
    rows.push({
      name,
      items: found,
      first,
      ...spread,
      node: each(cpu.node),
      postgres: each(cpu.postgres),
      foreign: cpu.foreign,
    });
    return spread.p50;
  };
  const medians = [
    await measure(`all items, ${today} (today)`, all(scope(today))),
    await measure(`all items, ${lastYear} (400 days ago)`, all(scope(lastYear))),
    await measure(`all items, ${midYear} (five months and 15 days)`, all(scope(midYear))),
    await measure(`all items, ${endOfYear} (eleven months and 31 days)`, all(scope(endOfYear))),
  ];
  await measure(`all items, ${endOfYear}, as it happened`, all(scope(endOfYear, 'HAPPENED')));
  await measure(`totals of all items, ${endOfYear}`, async () => {
    const totals = await totalOnHand(database, companyId, scope(endOfYear));
    return { length: totals.items };
  });
  await measure(`a page of 1,000 through the gateway, ${endOfYear}`, async () => {
    const variables = { first: 1_000, asOf: endOfYear };
    const { stockOnHand } = await ask<{ stockOnHand: { edges: unknown[] } }>(ON_HAND, variables);
    return stockOnHand.edges;
  });
  bench.tables.push({
    title: `stock on hand as of a day: ${String(items * EACH)} movements of ${String(items)} items in two years`,
    columns: [
      { key: 'name', heading: 'question' },
      { key: 'items', heading: 'items', digits: 0 },
      { key: 'first', heading: 'first ms', digits: 1 },
      { key: 'p50', heading: 'p50 ms', digits: 1 },
      { key: 'p99', heading: 'p99 ms', digits: 1 },
      { key: 'node', heading: 'node ms', digits: 1 },
      { key: 'postgres', heading: 'PG ms', digits: 1 },
      { key: 'foreign', heading: 'foreign cores', digits: 2 },
    ],
    rows,
    notes: [
      'all items: the query function of `stockOnHand`, one statement for quantities and values of all items at once',
      'loaded by SQL past the write path, as the projections would have left it; three warehouses, each item in one',
    ],
  });
  const known = medians.filter((median) => median !== null);
  bench.goals.push({
    what: 'stock on hand of all items, the dearest of four days',
    relation: '≤',
    wanted: 200,
    actual: known.length === 0 ? null : Math.max(...known),
    unit: 'ms',
  });
}

async function measureIssues(
  bench: Bench,
  system: System,
  companyId: string,
  token: string,
  items: number,
): Promise<void> {
  const goods = await bench.owner.sql<{ itemId: string; warehouseId: string }[]>`
    select item_id as "itemId", warehouse_id as "warehouseId" from inventory.stock_levels
    where company_id = ${companyId} and quantity > 200 order by item_id limit ${Math.min(items, 2_000)}`;
  const rows: Table['rows'][number][] = [];
  for (const connections of [1, 16]) {
    const medians: Record<'issue' | 'transaction', number[]> = { issue: [], transaction: [] };
    const rates: Record<'issue' | 'transaction', number[]> = { issue: [], transaction: [] };
    for (let round = 1; round <= ROUNDS; round += 1) {
      // Whoever comes second meets a warmer machine, so they change places.
      const order = (['transaction', 'issue'] as const).slice();
      if (round % 2 === 0) order.reverse();
      for (const input of order) {
        bench.tell(`inventory, ${input} × ${String(connections)}, round ${String(round)}`);
        const { outcome, cpu } = await measureRequests(bench, `inventory ${input}`, {
          query: input === 'issue' ? MOVEMENT : POSTING,
          input,
          batch: 1,
          goods,
          connections,
          tokens: [token],
          origin: system.gateway.url,
          warmSeconds: WARM_SECONDS,
          seconds: Math.min(bench.options.seconds, 3),
        });
        await followed(bench, companyId);
        if (outcome.p50 !== null) medians[input].push(outcome.p50);
        rates[input].push(outcome.requests / outcome.seconds);
        rows.push({
          name: input === 'issue' ? 'recordStockMovement' : 'recordTransaction',
          connections,
          round,
          requests: outcome.requests / outcome.seconds,
          p50: outcome.p50,
          p99: outcome.p99,
          node: microsecondsEach(cpu.node, cpu.seconds, outcome.requests),
          postgres: microsecondsEach(cpu.postgres, cpu.seconds, outcome.requests),
          foreign: cpu.foreign,
        });
      }
    }
    const [issue, posting] = [middle(medians.issue), middle(medians.transaction)];
    rows.push({
      name: 'median of the rounds: an issue ÷ a posting',
      connections,
      requests: ratio(middle(rates.issue) ?? 0, middle(rates.transaction) ?? 0),
      p50: issue === null || posting === null ? null : ratio(issue, posting),
    });
    bench.goals.push({
      what: `an issue through the gateway against a ledger posting, ${String(connections)} at a time`,
      relation: '≤',
      wanted: 2,
      actual: issue === null || posting === null ? null : ratio(issue, posting),
      unit: '×',
    });
  }
  bench.tables.push({
    title: 'one issue through the gateway, and one posting, in turns; another process asks',
    columns: [
      { key: 'name', heading: 'mutation' },
      { key: 'connections', heading: 'at a time', digits: 0 },
      { key: 'round', heading: 'round', digits: 0 },
      { key: 'requests', heading: 'requests/s', digits: 2 },
      { key: 'p50', heading: 'p50 ms', digits: 2 },
      { key: 'p99', heading: 'p99 ms', digits: 1 },
      { key: 'node', heading: 'node µs/req', digits: 0 },
      { key: 'postgres', heading: 'PG µs/req', digits: 0 },
      { key: 'foreign', heading: 'foreign cores', digits: 2 },
    ],
    rows,
    notes: [
      'issues take one of another item each time; while they are measured, the ledger posts them too, in the same process',
    ],
  });
}

async function measureBackdated(bench: Bench, companyId: string, ask: Ask): Promise<void> {
  const rows: Table['rows'][number][] = [];
  const dates = datesBack(50);
  const day = (back: number): string => dates[back] ?? '';
  const [warehouse] = await bench.owner.sql<{ id: string }[]>`
    select id from inventory.warehouses where company_id = ${companyId} order by id limit 1`;
  const move = async (input: Readonly<Record<string, unknown>>): Promise<string> => {
    const { recordStockMovement } = await ask<{ recordStockMovement: { movement: { id: string } } }>(
      MOVEMENT,
      {
        input: { warehouseId: warehouse?.id, ...input },
      },
    );
    return recordStockMovement.movement.id;
  };
  const receive = (itemId: string, date: string, quantity: number, unitCost: string): Promise<string> =>
    move({ kind: 'RECEIPT', date, lines: [{ itemId, quantity: String(quantity), unitCost }] });

  for (const costingMethod of ['FIFO', 'AVERAGE']) {
    bench.tell(`inventory, ${String(ISSUES)} issues of an item, ${costingMethod}`);
    const { createItem } = await ask<{ createItem: { item: { id: string } } }>(ITEM, {
      input: { code: `LATE-${costingMethod}`, name: 'საქონელი', kind: 'GOODS', unit: 'PCS', costingMethod },
    });
    const itemId = createItem.item.id;
    await receive(itemId, day(40), ISSUES, '10.00');
    for (let issue = 0; issue < ISSUES; issue += 1) {
      const date = day(39 - Math.floor((issue * 39) / ISSUES));
      await move({ kind: 'ISSUE', reason: 'SALE', date, lines: [{ itemId, quantity: '1' }] });
    }
    await followed(bench, companyId);
    for (let receipt = 1; receipt <= RECEIPTS; receipt += 1) {
      // Each comes before the last one, and is what all the issues now take from.
      const stop = bench.meter();
      const began = performance.now();
      const id = await receive(itemId, day(40 + receipt), ISSUES, `1${String(receipt)}.37`);
      const took = performance.now() - began;
      const cpu = stop();
      await followed(bench, companyId);
      const [row] = await bench.owner.sql<{ corrected: number; rest: string }[]>`
        select count(*)::int as corrected, sum(amount)::text as rest from inventory.value_entries
        where company_id = ${companyId} and document_id = ${id} and kind = 'ADJUSTMENT'`;
      const each = (cores: number | null): number | null =>
        cores === null ? null : cores * cpu.seconds * 1000;
      rows.push({
        name: costingMethod,
        receipt,
        took,
        corrected: row?.corrected ?? 0,
        amount: Number(row?.rest ?? 0),
        node: each(cpu.node),
        postgres: each(cpu.postgres),
        foreign: cpu.foreign,
      });
    }
  }
  bench.tables.push({
    title: `a receipt under ${String(ISSUES)} later issues of an item, through the gateway`,
    columns: [
      { key: 'name', heading: 'method' },
      { key: 'receipt', heading: 'receipt', digits: 0 },
      { key: 'took', heading: 'ms', digits: 0 },
      { key: 'corrected', heading: 'issues corrected', digits: 0 },
      { key: 'amount', heading: 'by GEL', digits: 2 },
      { key: 'node', heading: 'node ms', digits: 0 },
      { key: 'postgres', heading: 'PG ms', digits: 0 },
      { key: 'foreign', heading: 'foreign cores', digits: 2 },
    ],
    rows,
    notes: ['until the answer; every issue is valued anew and what was booked for it corrected'],
  });
  bench.goals.push({
    what: `a backdated receipt under ${String(ISSUES)} later issues, the slowest`,
    relation: '≤',
    wanted: 1_000,
    actual: Math.max(...rows.map(({ took }) => Number(took))),
    unit: 'ms',
  });
}

function middle(figures: readonly number[]): number | null {
  return spreadOf(figures).p50;
}
