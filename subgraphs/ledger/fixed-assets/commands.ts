import type { Receipt } from '#db/write-path.ts';
import { parseDate } from '#shared/domain/date.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { notFound } from '#shared/domain/errors.ts';
import { isUuid, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { LedgerFacts } from '../facts.ts';
import { transactionKind } from '../transactions/commands.ts';
import { unknownCounterparties } from '../transactions/counterparties.ts';
import { initialTransaction, type Transaction } from '../transactions/transaction.ts';
import type { LedgerWriter } from '../writer.ts';
import {
  decideCancel,
  decidePutIntoUse,
  decideRegister,
  type AssetResult,
  type RegisterAsset,
} from './decide-asset.ts';
import {
  decideAddCost,
  decideEstimate,
  decideTransfer,
  decideUnits,
  type AddCost,
  type ChangeEstimate,
  type RecordUnits,
  type Transfer,
} from './decide-change.ts';
import { decideClass, type SetClass } from './decide-class.ts';
import {
  decideDispose,
  decideReverseDisposal,
  type DisposalResult,
  type DisposeAsset,
} from './decide-disposal.ts';
import { decideReverseRun, decideRun, type RunResult } from './decide-run.ts';
import { registerId } from './fixed-asset.ts';
import { EMPTY_REGISTER, type Register } from './known-register.ts';
import { endOfMonth, monthOfNumbers } from './months.ts';
import { findDisposal, findRun, movedSince, type KnownRunRow } from './queries.ts';
import { loadRegister } from './register.ts';

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

type Which = Parameters<typeof loadRegister>[2];

/** One decision on the register. All of a company's are decided one after the other, as each reads what was there before. */
function onRegister<Result>(
  writer: LedgerWriter,
  actor: Actor,
  operation: string,
  input: object & Keyed,
  which: Which | (() => Promise<Which>),
  decide: (register: Register, facts: LedgerFacts) => Decision<Result>,
  prepare?: (register: Register) => Promise<void>,
): Promise<Receipt<Result>> {
  let register = EMPTY_REGISTER;
  return writer.writePath.execute<Result>({
    ...actor,
    operation,
    ...keyed(input),
    aggregates: [registerId(actor.companyId)],
    prepare: async () => {
      const wanted = typeof which === 'function' ? await which() : which;
      register = await loadRegister(writer.database, actor.companyId, wanted);
      await prepare?.(register);
    },
    decide: (facts) => decide(register, facts),
  });
}

/** What a client calls an asset by must be an id, or it reaches no uuid column. */
function demandId(id: string, field = 'id'): string {
  if (!isUuid(id)) throw notFound(field, id);
  return id;
}

export function setAssetClass(
  writer: LedgerWriter,
  actor: Actor,
  input: SetClass & Keyed,
): Promise<Receipt<{ code: string }>> {
  return onRegister(writer, actor, 'setFixedAssetClass', input, {}, (register, facts) =>
    decideClass(actor.companyId, input, register, facts),
  );
}

/** Takes an asset into the register; with `creditAccountCode` its cost is posted, too. */
export function registerAsset(
  writer: LedgerWriter,
  actor: Actor,
  input: RegisterAsset & { readonly creditAccountCode?: string } & Keyed,
): Promise<Receipt<AssetResult>> {
  const { transactionId, counterpartyId, creditAccountCode } = input;
  if (transactionId != null) demandId(transactionId, 'transactionId');
  const [assetId, postedId] = [newId(), newId()];
  let origin: Transaction = initialTransaction;
  let unknown: ReadonlySet<string> = new Set();
  const named = counterpartyId == null ? [] : [counterpartyId];
  return onRegister(
    writer,
    actor,
    creditAccountCode === undefined ? 'registerFixedAsset' : 'acquireFixedAsset',
    input,
    { number: input.number },
    (register, facts) =>
      decideRegister(
        {
          companyId: actor.companyId,
          assetId,
          ...(creditAccountCode !== undefined && {
            posting: { transactionId: postedId, creditAccountCode },
          }),
        },
        input,
        register,
        { origin, unknownCounterparties: unknown },
        facts,
      ),
    async () => {
      origin = await transactionOf(writer, actor, transactionId);
      unknown = await unknownCounterparties(writer.database, actor.companyId, named);
    },
  );
}

export function cancelAsset(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly id: string; readonly on: string; readonly reason: string } & Keyed,
): Promise<Receipt<AssetResult>> {
  const transactionId = newId();
  let acquisition: Transaction = initialTransaction;
  return onRegister(
    writer,
    actor,
    'cancelFixedAsset',
    input,
    { ids: [demandId(input.id)] },
    (register, facts) =>
      decideCancel(
        { companyId: actor.companyId, userId: actor.userId, transactionId, acquisition },
        input,
        register,
        facts,
      ),
    async ({ assets }) => {
      acquisition = await transactionOf(writer, actor, assets.get(input.id)?.registered.transactionId);
    },
  );
}

export function putAssetIntoUse(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly id: string; readonly on: string } & Keyed,
): Promise<Receipt<AssetResult>> {
  return onRegister(writer, actor, 'putFixedAssetIntoUse', input, { ids: [demandId(input.id)] }, (register) =>
    decidePutIntoUse(actor.companyId, input, register),
  );
}

export function changeAssetEstimate(
  writer: LedgerWriter,
  actor: Actor,
  input: ChangeEstimate & Keyed,
): Promise<Receipt<AssetResult>> {
  return onRegister(
    writer,
    actor,
    'changeFixedAssetEstimate',
    input,
    { ids: [demandId(input.id)] },
    (register) => decideEstimate(actor.companyId, input, register),
  );
}

export function addAssetCost(
  writer: LedgerWriter,
  actor: Actor,
  input: AddCost & Keyed,
): Promise<Receipt<AssetResult>> {
  if (input.transactionId != null) demandId(input.transactionId, 'transactionId');
  let origin: Transaction = initialTransaction;
  return onRegister(
    writer,
    actor,
    'addFixedAssetCost',
    input,
    { ids: [demandId(input.id)] },
    (register, facts) => decideAddCost(actor.companyId, input, register, origin, facts),
    async () => {
      origin = await transactionOf(writer, actor, input.transactionId);
    },
  );
}

export function recordAssetUnits(
  writer: LedgerWriter,
  actor: Actor,
  input: RecordUnits & Keyed,
): Promise<Receipt<AssetResult>> {
  return onRegister(
    writer,
    actor,
    'recordFixedAssetUnits',
    input,
    { ids: [demandId(input.id)] },
    (register) => decideUnits(actor.companyId, input, register),
  );
}

export function transferAsset(
  writer: LedgerWriter,
  actor: Actor,
  input: Transfer & Keyed,
): Promise<Receipt<AssetResult>> {
  const transactionId = newId();
  return onRegister(
    writer,
    actor,
    'transferFixedAsset',
    input,
    { ids: [demandId(input.id)] },
    (register, facts) =>
      decideTransfer(
        { companyId: actor.companyId, transactionId, userId: actor.userId },
        input,
        register,
        facts,
      ),
  );
}

/** Posts the depreciation of a month. */
export function runDepreciation(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly year: number; readonly month: number } & Keyed,
): Promise<Receipt<RunResult>> {
  const month = monthOfNumbers(input);
  const [runId, transactionId] = [newId(), newId()];
  return onRegister(writer, actor, 'runDepreciation', input, { month }, (register, facts) =>
    decideRun({ companyId: actor.companyId, runId, transactionId, month }, register, facts),
  );
}

/** Takes back the latest run; on its own day unless another is given. */
export function reverseDepreciationRun(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly id: string; readonly on?: string | null | undefined; readonly reason: string } & Keyed,
): Promise<Receipt<RunResult>> {
  const id = demandId(input.id);
  const given = input.on == null ? null : parseDate(input.on, 'on');
  const reversalId = newId();
  let run: KnownRunRow | null = null;
  let posted: Transaction = initialTransaction;
  let moved: string | null = null;
  return onRegister(
    writer,
    actor,
    'reverseDepreciationRun',
    input,
    {},
    (register, facts) =>
      decideReverseRun(
        { companyId: actor.companyId, userId: actor.userId, reversalId, posted, moved },
        { id, reason: input.reason, on: given ?? (run === null ? '' : endOfMonth(run.month)) },
        register,
        run,
        facts,
      ),
    async () => {
      run = await findRun(writer.database, actor.companyId, id);
      posted = await transactionOf(writer, actor, run?.transactionId);
      moved = await movedSince(writer.database, actor.companyId, id);
    },
  );
}

export function disposeAsset(
  writer: LedgerWriter,
  actor: Actor,
  input: DisposeAsset & Keyed,
): Promise<Receipt<DisposalResult>> {
  const [disposalId, transactionId] = [newId(), newId()];
  let unknown: ReadonlySet<string> = new Set();
  const named = input.counterpartyId == null ? [] : [input.counterpartyId];
  return onRegister(
    writer,
    actor,
    'disposeFixedAsset',
    input,
    { ids: [demandId(input.id)] },
    (register, facts) =>
      decideDispose(
        {
          companyId: actor.companyId,
          userId: actor.userId,
          disposalId,
          transactionId,
          unknownCounterparties: unknown,
        },
        input,
        register,
        facts,
      ),
    async () => {
      unknown = await unknownCounterparties(writer.database, actor.companyId, named);
    },
  );
}

export function reverseAssetDisposal(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly id: string; readonly on?: string | null | undefined; readonly reason: string } & Keyed,
): Promise<Receipt<DisposalResult>> {
  const id = demandId(input.id);
  const reversalId = newId();
  let posted: Transaction = initialTransaction;
  return onRegister(
    writer,
    actor,
    'reverseFixedAssetDisposal',
    input,
    async () => {
      const disposal = await findDisposal(writer.database, actor.companyId, id);
      posted = await transactionOf(writer, actor, disposal?.transactionId);
      return { ids: disposal === null ? [] : [disposal.assetId] };
    },
    (register, facts) =>
      decideReverseDisposal(
        { companyId: actor.companyId, userId: actor.userId, reversalId, posted },
        input,
        register,
        facts,
      ),
  );
}

/** A transaction that is named; as if it were not there when none is. */
async function transactionOf(
  writer: LedgerWriter,
  { companyId }: Actor,
  id: string | null | undefined,
): Promise<Transaction> {
  return id == null ? initialTransaction : writer.load(companyId, id, transactionKind);
}
