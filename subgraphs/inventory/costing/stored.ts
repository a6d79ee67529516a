import type { TransactionSql } from '#db/client.ts';
import { gathered } from '#db/read-together.ts';
import { unreachable } from '#shared/domain/decider.ts';
import type { CostMethod, Flow } from './plan.ts';
import type { NamedLine, StoredLine } from './pool.ts';
import type { Position } from './position.ts';
import type { LastData, StateData } from './revalued.ts';
import { microOf, tetriOf } from './scaled.ts';

/** A pool as it stands. */
export interface PoolRow {
  readonly itemId: string;
  readonly version: number;
  readonly method: CostMethod;
  readonly end: Position | null;
  readonly arrivals: number;
  readonly sinceCheckpoint: number;
  readonly state: StateData;
}

interface StoredPool {
  readonly item_id: string;
  readonly version: number;
  readonly method: CostMethod;
  readonly quantity: string;
  readonly value: string;
  readonly last_value: string | null;
  readonly last_quantity: string | null;
  readonly end_key: string | null;
  readonly end_arrival: number | null;
  readonly arrivals: number;
  readonly since_checkpoint: number;
  readonly layers: StateData['layers'];
  readonly shorts: StateData['shorts'];
}

export async function readPools(
  sql: TransactionSql,
  companyId: string,
  itemIds: readonly string[],
): Promise<PoolRow[]> {
  if (itemIds.length === 0) return [];
  const rows = await sql<StoredPool[]>`
    /* costPools */ select p.item_id, p.version, p.method, p.quantity::text, p.value::text, p.last_value::text,
      p.last_quantity::text, p.end_key, p.end_arrival, p.arrivals, p.since_checkpoint,
      coalesce((select json_agg(json_build_object('lineId', y.line_id, 'quantity', y.quantity::text,
                  'value', y.value::text) order by l.key, l.arrival)
                from inventory.cost_layers y join inventory.cost_lines l using (company_id, line_id)
                where y.company_id = p.company_id and y.item_id = p.item_id), '[]') as layers,
      coalesce((select json_agg(json_build_object('lineId', s.line_id, 'quantity', s.quantity::text,
                  'value', s.value::text, 'cost', s.cost::text) order by l.key, l.arrival)
                from inventory.cost_shorts s join inventory.cost_lines l using (company_id, line_id)
                where s.company_id = p.company_id and s.item_id = p.item_id), '[]') as shorts
    from inventory.cost_pools p where p.company_id = ${companyId} and p.item_id = any (${[...itemIds]}::uuid[])`;
  return rows.map((row) => ({
    itemId: row.item_id,
    version: row.version,
    method: row.method,
    end: placeOf(row.end_key, row.end_arrival),
    arrivals: row.arrivals,
    sinceCheckpoint: row.since_checkpoint,
    state: {
      layers: row.method === 'FIFO' ? row.layers : onePool(row),
      shorts: row.shorts,
      last: lastOf(row),
    },
  }));
}

/** Pools as `readPools` has them, for all who ask over one transaction at the same time. */
export const readPoolsTogether = gathered(
  async (sql, companyId, asked: readonly (readonly string[])[]): Promise<PoolRow[][]> => {
    const rows = await readPools(sql, companyId, [...new Set(asked.flat())]);
    const byItem = new Map(rows.map((row) => [row.itemId, row]));
    return asked.map((itemIds) => itemIds.flatMap((itemId) => byItem.get(itemId) ?? []));
  },
);

function placeOf(key: string | null, arrival: number | null): Position | null {
  return key === null || arrival === null ? null : { key, arrival };
}

/** Moving average has one layer, of no line. */
function onePool({ quantity, value }: StoredPool): StateData['layers'] {
  return microOf(quantity) > 0n ? [{ lineId: '', quantity, value }] : [];
}

function lastOf({ last_value: value, last_quantity: quantity }: StoredPool): LastData | null {
  return value === null || quantity === null ? null : { value, quantity };
}

interface StoredRow {
  readonly line_id: string;
  readonly movement_id: string;
  readonly item_id: string;
  readonly key: string;
  readonly arrival: number;
  readonly kind: Flow['kind'];
  readonly quantity: string;
  readonly given: string;
  readonly added: string;
  readonly of_line: string | null;
  readonly from_lines: string[] | null;
  readonly stock_account: string;
  readonly counter_account: string;
  readonly cost: string;
  readonly missing: string;
  readonly allocations: readonly { layerId: string; quantity: string; value: string }[];
}

/** What is read of each line; allocations as text, for a number of JSON would lose digits on its way. */
const COLUMNS = `l.line_id, l.movement_id, l.item_id, l.key, l.arrival, l.kind, l.quantity::text, l.given::text,
  l.added::text, l.of_line, l.from_lines, l.stock_account, l.counter_account, l.cost::text, l.missing::text,
  coalesce((select json_agg(json_build_object('layerId', a.layer_id, 'quantity', a.quantity::text,
              'value', a.value::text) order by a.n)
            from inventory.cost_allocations a
            where a.company_id = l.company_id and a.line_id = l.line_id), '[]') as allocations`;

/** Lines by their ids, with what came back of them until `until` (until now if it is not given or null). */
export async function readLines(
  sql: TransactionSql,
  companyId: string,
  lineIds: readonly string[],
  until: Position | null = null,
): Promise<NamedLine[]> {
  if (lineIds.length === 0) return [];
  const key = until?.key ?? null;
  const arrival = until?.arrival ?? null;
  const rows = await sql<(StoredRow & { returned_quantity: string; returned_value: string })[]>`
    /* costLines */ select ${sql.unsafe(COLUMNS)}, b.quantity::text as returned_quantity, b.value::text as returned_value
    from inventory.cost_lines l
    cross join lateral (
      select coalesce(sum(r.quantity), 0.000000) as quantity, coalesce(sum(r.cost), 0.00) as value
      from inventory.cost_lines r
      where r.company_id = l.company_id and r.of_line = l.line_id and r.kind = 'IN_RETURN'
        and (${key}::text is null or (r.key, r.arrival) <= (${key}::text collate "C", ${arrival}::int))
    ) b
    where l.company_id = ${companyId} and l.line_id = any (${[...new Set(lineIds)]}::uuid[])`;
  return rows.map((row) => ({
    ...lineOf(row),
    returned: {
      returnedQuantity: microOf(row.returned_quantity),
      returnedValue: tetriOf(row.returned_value),
    },
  }));
}

/** Lines of a pool behind a place, in their order. */
export async function readLinesAfter(
  sql: TransactionSql,
  companyId: string,
  itemId: string,
  after: Position | null,
): Promise<StoredLine[]> {
  const rows = await sql<StoredRow[]>`
    /* costLinesAfter */ select ${sql.unsafe(COLUMNS)} from inventory.cost_lines l
    where l.company_id = ${companyId} and l.item_id = ${itemId}
      and (l.key, l.arrival) > (${after?.key ?? ''}::text collate "C", ${after?.arrival ?? 0}::int)
    order by l.key, l.arrival`;
  return rows.map(lineOf);
}

/** The last checkpoint before a place. */
export async function readCheckpoint(
  sql: TransactionSql,
  companyId: string,
  itemId: string,
  before: Position,
): Promise<(Position & { readonly state: StateData }) | undefined> {
  const [row] = await sql<(Position & { state: StateData })[]>`
    /* costCheckpoint */ select key, arrival, state from inventory.cost_checkpoints
    where company_id = ${companyId} and item_id = ${itemId}
      and (key, arrival) < (${before.key}::text collate "C", ${before.arrival}::bigint)
    order by key desc, arrival desc limit 1`;
  return row;
}

export interface ProductRow extends Position {
  readonly componentItemId: string;
  readonly itemId: string;
}

/** Lines that are made of these. */
export async function readProducts(
  sql: TransactionSql,
  companyId: string,
  lineIds: readonly string[],
): Promise<ProductRow[]> {
  if (lineIds.length === 0) return [];
  return sql<ProductRow[]>`
    /* costProducts */ select c.item_id as "componentItemId", p.item_id as "itemId", p.key, p.arrival
    from inventory.cost_components m
    join inventory.cost_lines c on c.company_id = m.company_id and c.line_id = m.component_line_id
    join inventory.cost_lines p on p.company_id = m.company_id and p.line_id = m.product_line_id
    where m.company_id = ${companyId} and m.component_line_id = any (${[...lineIds]}::uuid[])`;
}

function lineOf(row: StoredRow): StoredLine {
  return {
    lineId: row.line_id,
    movementId: row.movement_id,
    itemId: row.item_id,
    key: row.key,
    arrival: row.arrival,
    quantity: microOf(row.quantity),
    flow: flowOf(row),
    added: tetriOf(row.added),
    stockAccount: row.stock_account,
    counterAccount: row.counter_account,
    cost: tetriOf(row.cost),
    missing: microOf(row.missing),
    allocations: row.allocations.map(({ layerId, quantity, value }) => ({
      layerId,
      quantity: microOf(quantity),
      value: tetriOf(value),
    })),
  };
}

function flowOf({ line_id: lineId, kind, given, of_line: of, from_lines: from }: StoredRow): Flow {
  switch (kind) {
    case 'IN':
      return { kind, cost: tetriOf(given) };
    case 'IN_AT_POOL_COST':
    case 'OUT':
      return { kind, expectedCost: tetriOf(given) };
    case 'IN_RETURN':
      return { kind, of: named(lineId, of) };
    case 'OUT_RETURN':
      return { kind, of: named(lineId, of), expectedCost: tetriOf(given) };
    case 'IN_ASSEMBLED':
      return { kind, from: from ?? [], added: tetriOf(given) };
    default:
      return unreachable(kind);
  }
}

function named(lineId: string, of: string | null): string {
  if (of === null) throw new Error(`the return ${lineId} names no line`);
  return of;
}
