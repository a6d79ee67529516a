import type { Database, TransactionSql } from '#db/client.ts';
import type { CostChange, CostMethods } from './plan.ts';
import type { LoadedPool, NamedLine, Pools, StoredLine } from './pool.ts';
import { compare, momentOf, type Position } from './position.ts';
import { stateOf } from './revalued-data.ts';
import type { StateData } from './revalued.ts';
import {
  readCheckpoint,
  readLines,
  readLinesAfter,
  readPools,
  readProducts,
  type PoolRow,
} from './stored.ts';
import { EMPTY_POOL, type PoolState } from './valuate.ts';

export type { Pools } from './pool.ts';

/**
 * Reads what the planning of a change rests on. The versions of the pools are read first: should something move while
 * the rest is read, the append finds the version taken and the command goes round again.
 *
 * A pool of which lines only come behind all others is read as it stands; of one whose past changes, the lines from the
 * last checkpoint before that, and with it the pools whose products are made of these lines.
 */
export function preparePools(
  database: Database,
  companyId: string,
  change: CostChange,
  methods: CostMethods,
): Promise<Pools> {
  return database.withCompany(companyId, (sql) =>
    preparePoolsOf(sql, companyId, change, methods, readPools(sql, companyId, itemsOf(change))),
  );
}

/** The same in a transaction that is there, of pools that are being read already: of all items of the change, at least. */
export async function preparePoolsOf(
  sql: TransactionSql,
  companyId: string,
  change: CostChange,
  methods: CostMethods,
  reading: readonly PoolRow[] | Promise<readonly PoolRow[]>,
): Promise<Pools> {
  const itemIds = itemsOf(change);
  // Both travel in one packet.
  const [stored, lines] = await Promise.all([
    reading,
    readLines(
      sql,
      companyId,
      change.remove.concat(change.addCost).map(({ lineId }) => lineId),
    ),
  ]);
  const rows = new Map(stored.map((row) => [row.itemId, row]));
  const starts = firstChanges(change, rows, lines);
  const byItem = new Map<string, LoadedPool>();
  const products = new Map<string, Set<string>>();
  let toRead = itemIds;
  while (toRead.length > 0) {
    const read = await Promise.all(
      toRead.map((itemId) =>
        load(sql, companyId, itemId, rows.get(itemId), starts.get(itemId), change, methods),
      ),
    );
    for (const pool of read) byItem.set(pool.itemId, pool);
    toRead = await follow(sql, companyId, read, rows, starts, products);
  }
  return { companyId, byItem, products };
}

function itemsOf({ add, remove, addCost }: CostChange): string[] {
  return [...new Set([...add, ...remove, ...addCost].map(({ itemId }) => itemId))].sort();
}

/** Where each pool changes first; pools that are only appended to have no place. */
function firstChanges(
  change: CostChange,
  rows: ReadonlyMap<string, PoolRow>,
  lines: readonly StoredLine[],
): Map<string, Position> {
  const starts = new Map<string, Position>();
  for (const line of lines) note(starts, line.itemId, line);
  for (const line of change.add) {
    const end = rows.get(line.itemId)?.end ?? null;
    const key = momentOf(line);
    // It arrives last, so of equal moments it is the later one.
    if (end !== null && key < end.key) note(starts, line.itemId, { key, arrival: Number.MAX_SAFE_INTEGER });
  }
  return starts;
}

function note(starts: Map<string, Position>, itemId: string, { key, arrival }: Position): boolean {
  const known = starts.get(itemId);
  if (known !== undefined && compare(known, { key, arrival }) <= 0) return false;
  starts.set(itemId, { key, arrival });
  return true;
}

async function load(
  sql: TransactionSql,
  companyId: string,
  itemId: string,
  row: PoolRow | undefined,
  start: Position | undefined,
  change: CostChange,
  methods: CostMethods,
): Promise<LoadedPool> {
  const method = row?.method ?? methods[itemId];
  if (method === undefined) throw new Error(`the item ${itemId} has no costing method`);
  const present: PoolState = row === undefined ? EMPTY_POOL : stateOf(row.state);
  let base: LoadedPool['base'] = {
    position: row?.end ?? null,
    state: present,
    sinceCheckpoint: row?.sinceCheckpoint ?? 0,
  };
  let lines: StoredLine[] = [];
  if (start !== undefined) {
    const checkpoint = await readCheckpoint(sql, companyId, itemId, start);
    base = { ...baseOf(checkpoint), sinceCheckpoint: 0 };
    lines = await readLinesAfter(sql, companyId, itemId, base.position);
  }
  const here = new Set(lines.map(({ lineId }) => lineId));
  const added = change.add.filter((line) => line.itemId === itemId);
  const names = [...lines, ...added]
    .flatMap(({ flow }) => (flow.kind === 'IN_RETURN' ? [flow.of] : []))
    .concat(base.state.shorts.map(({ lineId }) => lineId))
    .filter((lineId) => !here.has(lineId));
  const named: NamedLine[] = (await readLines(sql, companyId, names, base.position)).filter(
    (line) => line.itemId === itemId,
  );
  return {
    itemId,
    method,
    version: row?.version ?? 0,
    end: row?.end ?? null,
    arrivals: row?.arrivals ?? 0,
    base,
    lines,
    named: new Map(named.map((line) => [line.lineId, line])),
    present,
  };
}

function baseOf(checkpoint: (Position & { readonly state: StateData }) | undefined) {
  if (checkpoint === undefined) return { position: null, state: EMPTY_POOL };
  const { key, arrival, state } = checkpoint;
  return { position: { key, arrival }, state: stateOf(state) };
}

/** Finds what is made of lines that may come to cost something else. Answers the items to be read, again or at first. */
async function follow(
  sql: TransactionSql,
  companyId: string,
  read: readonly LoadedPool[],
  rows: Map<string, PoolRow>,
  starts: Map<string, Position>,
  products: Map<string, Set<string>>,
): Promise<string[]> {
  const uncertain = read.flatMap(({ lines, base }) => [
    ...lines.filter(({ flow }) => flow.kind === 'OUT').map(({ lineId }) => lineId),
    ...base.state.shorts.map(({ lineId }) => lineId),
  ]);
  const made = await readProducts(sql, companyId, uncertain);
  const again = new Set<string>();
  for (const { componentItemId, itemId, key, arrival } of made) {
    products.set(componentItemId, (products.get(componentItemId) ?? new Set()).add(itemId));
    if (note(starts, itemId, { key, arrival })) again.add(itemId);
  }
  const unknown = [...again].filter((itemId) => !rows.has(itemId));
  for (const row of await readPools(sql, companyId, unknown)) rows.set(row.itemId, row);
  return [...again].sort();
}
