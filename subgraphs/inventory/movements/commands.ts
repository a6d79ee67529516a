import type { Actor } from '#shared/domain/actor.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { CostChange } from '../costing/plan.ts';
import { poolId } from '../costing/pool-id.ts';
import { preparePoolsOf, type Pools } from '../costing/pools.ts';
import { readPoolsTogether } from '../costing/stored.ts';
import type { InventoryFacts } from '../facts.ts';
import { evolvePostingRequest, initialPostingRequest } from '../postings/request.ts';
import type { InventoryWriter } from '../writer.ts';
import type { Around } from './around.ts';
import { readContent } from './content.ts';
import { costChangeOf, isCosted, methodsOf } from './costed.ts';
import {
  decideApproval,
  decideDiscard,
  decideDraft,
  decidePosting,
  decideRecorded,
  decideRetry,
  decideReversal,
  decideRevision,
  tooMuch,
  type MovementResult,
  type RefusedPosting,
  type Reversible,
} from './decide.ts';
import { namedBy, type MovementDraft } from './draft.ts';
import { readAround, readPostingStates, readReversible } from './lookup.ts';
import { recordedOf, type Recorded } from './recorded.ts';
import { inTurn } from './turns.ts';
import { evolveMovement, initialMovement, type Movement, type MovementContent } from './movement.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

export interface MovementAction extends Keyed {
  readonly id: string;
  readonly expectedVersion?: number | null | undefined;
}

/** What somebody asked for that comes down to a movement, and how the movement follows from it. */
export interface Asked {
  readonly operation: string;
  readonly input: Keyed;
  /** A refusal counts only when the key of the input has not been answered yet. Null when nothing is to move. */
  readonly draft: () => Promise<MovementDraft | null>;
  /** The count that ends by it, in the same decision: its id, and what it says, given the movement if there is one. */
  readonly count?: { readonly id: string; readonly ends: (movementId: string | null) => NewEvent };
}

export type MovementOrders = ReturnType<typeof movementOrders>;

const kind = { initial: initialMovement, evolve: evolveMovement, stateVersion: 1 };
const postingRequest = { initial: initialPostingRequest, evolve: evolvePostingRequest, stateVersion: 1 };

const NO_POOLS: Omit<Pools, 'companyId'> = { byItem: new Map(), products: new Map() };

/**
 * The commands on movements. Each answers the id of the movement, and what records one also what it says; the errors are those of the rules in `decide.ts`, and
 * CONFLICT and IDEMPOTENCY_KEY_REUSED.
 */
export function movementOrders(writer: InventoryWriter, actor: Actor) {
  const { companyId } = actor;
  const { database } = writer;
  const load = (id: string): Promise<Movement> => writer.load(companyId, id, kind);
  const noPools: Pools = { companyId, ...NO_POOLS };

  const wantedOf = (draft: MovementDraft, movementId: string) => ({
    named: namedBy(draft),
    bookingDate: draft.bookingDate ?? draft.date,
    movementId,
  });

  const lookUp = (draft: MovementDraft, movementId: string): Promise<Around> =>
    writer.readTogether(companyId, (sql) => readAround(sql, companyId, wantedOf(draft, movementId)));

  /** What a movement names and the pools that it changes: both are asked for at once. */
  function lookUpWithPools(
    draft: MovementDraft,
    movementId: string,
    changeOf: (around: Around) => CostChange | null,
  ): Promise<{ around: Around; pools: Pools }> {
    return writer.readTogether(companyId, async (sql) => {
      const wanted = wantedOf(draft, movementId);
      const [around, stored] = await Promise.all([
        readAround(sql, companyId, wanted),
        readPoolsTogether(sql, companyId, wanted.named.itemIds.filter(isUuid)),
      ]);
      const change = changeOf(around);
      if (change === null || (change.add.length === 0 && change.remove.length === 0))
        return { around, pools: noPools };
      return { around, pools: await preparePoolsOf(sql, companyId, change, methodsOf(around), stored) };
    });
  }

  const poolsOf = (lines: readonly { readonly itemId: string }[]): string[] =>
    [...new Set(lines.map(({ itemId }) => itemId).filter(isUuid))].map((itemId) => poolId(companyId, itemId));

  /** A command on a movement that is there. */
  async function act(
    operation: string,
    input: MovementAction,
    prepare: (state: Movement) => Promise<void>,
    decide: (state: Movement, facts: InventoryFacts) => Decision<MovementResult>,
    changes: 'itself' | 'pools' = 'itself',
  ): Promise<string> {
    // What is no UUID names nothing, and must not reach a uuid column.
    if (!isUuid(input.id)) throw notFound('id', input.id);
    let state: Movement = initialMovement;
    const aggregates = [input.id];
    const execute = () =>
      writer.writePath.execute({
        ...actor,
        operation,
        ...keyed(input),
        aggregates,
        prepare: async () => {
          state = await load(input.id);
          await prepare(state);
        },
        decide: (facts) => {
          demandVersion(input, state);
          return decide(state, facts);
        },
      });
    if (changes === 'itself') return (await execute()).result.movementId;
    aggregates.push(...poolsOf(linesOf(await load(input.id))));
    return (await inTurn(aggregates, execute)).result.movementId;
  }

  const nothing = (): Promise<void> => Promise.resolve();
  const contentOf = (state: Movement): MovementContent | null =>
    state.status === 'NEW' ? null : state.content;
  const linesOf = (state: Movement): MovementContent['lines'] => contentOf(state)?.lines ?? [];

  async function create(input: MovementDraft & Keyed): Promise<string> {
    const id = newId();
    let around: Around | undefined;
    const { result } = await writer.writePath.execute({
      ...actor,
      operation: 'createStockMovement',
      ...keyed(input),
      prepare: async () => {
        around = await lookUp(input, id);
      },
      decide: () => decideDraft(companyId, id, input, prepared(around)),
    });
    return result.movementId;
  }

  async function update(input: MovementAction & { readonly movement: MovementDraft }): Promise<string> {
    let around: Around | undefined;
    return act(
      'updateStockMovement',
      input,
      async () => {
        around = await lookUp(input.movement, input.id);
      },
      (state) => decideRevision(companyId, input.id, input.movement, state, prepared(around)),
    );
  }

  const discard = (input: MovementAction): Promise<string> =>
    act('discardStockMovement', input, nothing, (state) => decideDiscard(input.id, state));

  function approve(input: MovementAction): Promise<string> {
    let around: Around | undefined;
    return act(
      'approveStockMovement',
      input,
      async (state) => {
        const content = contentOf(state);
        around = content === null ? undefined : await lookUp(draftOf(content), input.id);
      },
      (state) => decideApproval(input.id, state, around ?? NOTHING_AROUND),
    );
  }

  async function post(input: MovementAction): Promise<string> {
    let around: Around | undefined;
    let pools: Pools = noPools;
    let content: MovementContent | null = null;
    try {
      return await act(
        'postStockMovement',
        input,
        async (state) => {
          const written = contentOf(state);
          content = written;
          if (written === null) return;
          ({ around, pools } = await lookUpWithPools(draftOf(written), input.id, (about) =>
            costChangeOf(input.id, written, about, null),
          ));
        },
        (state, facts) =>
          decidePosting(input.id, state, around ?? NOTHING_AROUND, { companyId, pools, facts }),
        'pools',
      );
    } catch (error) {
      throw namingLine(error, content);
    }
  }

  const record = (input: MovementDraft & Keyed): Promise<Recorded> =>
    recordAsked({ operation: 'recordStockMovement', input, draft: () => Promise.resolve(input) });

  /** Writes, approves and posts in one what was asked for in other words. */
  async function recordAsked({ operation, input, draft: wanted, count }: Asked): Promise<Recorded> {
    const id = newId();
    let asked = await drafted(wanted);
    let around: Around | undefined;
    let pools: Pools = noPools;
    let content: MovementContent | null = null;
    const ending = (movementId: string | null): NewEvent[] =>
      count === undefined ? [] : [count.ends(movementId)];
    try {
      const lines = 'draft' in asked ? (asked.draft?.lines ?? []) : [];
      const aggregates = [...(count === undefined ? [] : [count.id]), ...poolsOf(lines)];
      const receipt = await inTurn(aggregates, () =>
        writer.writePath.execute({
          ...actor,
          operation,
          ...keyed(input),
          aggregates,
          prepare: async () => {
            asked = await drafted(wanted);
            if ('refusal' in asked || asked.draft === null) return;
            const { draft } = asked;
            ({ around, pools } = await lookUpWithPools(draft, id, (about) => {
              content = readable(() => readContent(companyId, id, draft, about));
              return content === null ? null : costChangeOf(id, content, about, null);
            }));
          },
          decide: (facts) => {
            if ('refusal' in asked) throw asked.refusal;
            if (asked.draft === null) return { events: ending(null), result: { movementId: id } };
            const costing = { companyId, pools, facts };
            const isOfCount = count !== undefined;
            const { events, result } = decideRecorded(id, asked.draft, prepared(around), costing, isOfCount);
            // The count ends first, so that its warehouse no longer stands still.
            return { events: [...ending(id), ...events], result };
          },
        }),
      );
      return recordedOf(receipt);
    } catch (error) {
      throw namingLine(error, content);
    }
  }

  async function reverse(
    input: Keyed & { readonly id: string; readonly bookingDate: string; readonly reason: string },
  ): Promise<string> {
    const reversalId = newId();
    let around: Around | undefined;
    let pools: Pools = noPools;
    let known: Reversible | null = null;
    try {
      return await act(
        'reverseStockMovement',
        input,
        async (state) => {
          const content = contentOf(state);
          if (content === null) return;
          // What was reversed already has no lines to take out of the history; the decision refuses it.
          const remove =
            state.status === 'POSTED' && state.reverses === null
              ? content.lines
                  .filter((line) => isCosted(content, line))
                  .map(({ id: lineId, itemId }) => ({ lineId, itemId }))
              : [];
          const draft = { ...draftOf(content), bookingDate: input.bookingDate };
          [{ around, pools }, known] = await Promise.all([
            lookUpWithPools(draft, input.id, () => ({ add: [], remove, addCost: [] })),
            readReversible(database, companyId, input.id),
          ]);
        },
        (state, facts) =>
          decideReversal(input, reversalId, state, around ?? NOTHING_AROUND, known, {
            companyId,
            pools,
            facts,
          }),
        'pools',
      );
    } catch (error) {
      if (error instanceof DomainError && error.details['isShort'] === true)
        throw new DomainError('INVALID_TRANSITION', 'its goods have gone out since', {
          field: 'id',
          value: input.id,
          itemId: error.details['itemId'],
          missing: error.details['missing'],
        });
      throw error;
    }
  }

  function retryPosting(
    input: Keyed & { readonly id: string; readonly bookingDate?: string | null | undefined },
  ): Promise<string> {
    let around: Around | undefined;
    let refused: readonly RefusedPosting[] = [];
    let isPartlyBooked = false;
    return act(
      'retryStockPosting',
      input,
      async (state) => {
        const content = contentOf(state);
        if (content === null) return;
        const [about, postings] = await Promise.all([
          lookUp({ ...draftOf(content), bookingDate: input.bookingDate ?? content.bookingDate }, input.id),
          readPostingStates(database, companyId, input.id),
        ]);
        around = about;
        const again = postings.filter(({ state: fares }) => fares === 'REFUSED');
        isPartlyBooked = again.length < postings.length;
        const requests = await Promise.all(again.map(({ id }) => writer.load(companyId, id, postingRequest)));
        refused = requests.flatMap(({ version, data }) =>
          data === null ? [] : [{ attempt: version, data }],
        );
      },
      (state) => decideRetry(companyId, input, state, around ?? NOTHING_AROUND, refused, isPartlyBooked),
    );
  }

  return { create, update, discard, approve, post, record, recordAsked, reverse, retryPosting };
}

const NOTHING_AROUND: Around = {
  items: new Map(),
  warehouses: new Map(),
  bins: new Map(),
  lots: new Map(),
  lines: new Map(),
  there: new Set(),
  ways: [],
  hasCounterparty: false,
  hasTaxInvoice: false,
  openMonths: new Set(),
};

function prepared(around: Around | undefined): Around {
  if (around === undefined) throw new Error('a movement was decided on before it was looked up');
  return around;
}

/** The movement that follows from what was asked for, or why none does. */
async function drafted(
  draft: Asked['draft'],
): Promise<{ readonly draft: MovementDraft | null } | { readonly refusal: DomainError }> {
  try {
    return { draft: await draft() };
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
}

/** What may be read now; a refusal is repeated by the decision, which also knows whether the key has been answered. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** What names things as a draft does. */
function draftOf(content: MovementContent): MovementDraft {
  return { ...content, warehouseId: null };
}

/** A guard of the database knows the item and the place; who wrote the movement knows lines. */
function namingLine(error: unknown, content: MovementContent | null): unknown {
  if (!(error instanceof DomainError) || content === null) return error;
  const { isShort, countId, itemId, warehouseId, value, missing } = error.details;
  const place = warehouseId ?? value;
  const line =
    content.lines.find((one) => one.itemId === itemId && one.warehouseId === place) ??
    content.lines.find((one) => one.itemId === itemId);
  if (line === undefined) return error;
  const at = `lines[${String(line.line - 1)}]`;
  if (isShort === true) {
    const part = line.serials.length > 0 ? 'serials' : line.lotId === null ? 'quantity' : 'lotId';
    return tooMuch(`${at}.${part}`, line.entered, String(missing));
  }
  if (error.code !== 'INVALID_TRANSITION' || countId === undefined) return error;
  const field = line.warehouseId === place ? `${at}.warehouseId` : 'toWarehouseId';
  return new DomainError(error.code, `${field}: the warehouse is being counted`, { ...error.details, field });
}

function demandVersion({ expectedVersion }: MovementAction, { version, status }: Movement): void {
  if (status === 'NEW' || expectedVersion === null || expectedVersion === undefined) return;
  if (expectedVersion === version) return;
  if (expectedVersion < 1) throw badInput('expectedVersion', expectedVersion, 'versions begin at 1');
  throw new DomainError(
    'CONFLICT',
    `the movement is at version ${String(version)}, not ${String(expectedVersion)}`,
    { field: 'expectedVersion', value: String(expectedVersion) },
  );
}
