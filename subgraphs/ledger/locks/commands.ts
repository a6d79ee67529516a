import type { AggregateKind } from '#db/aggregates.ts';
import type { Receipt } from '#db/write-path.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { badInput, notFound } from '#shared/domain/errors.ts';
import { isUuid, namedId, newId } from '#shared/domain/ids.ts';
import { keyed } from '#shared/domain/keyed.ts';
import type { LedgerWriter } from '../writer.ts';
import {
  decideGrant,
  decideLockDate,
  decideRevoke,
  type LockDateResult,
  type LockExceptionResult,
} from './decide.ts';
import {
  evolveLockDate,
  evolveLockException,
  initialLockDate,
  initialLockException,
  type LockArea,
  type LockDate,
  type LockDateSet,
  type LockException,
  type LockExceptionEvent,
} from './lock.ts';

const dateKind: AggregateKind<LockDate, LockDateSet> = {
  initial: initialLockDate,
  evolve: evolveLockDate,
  stateVersion: 1,
};
const exceptionKind: AggregateKind<LockException, LockExceptionEvent> = {
  initial: initialLockException,
  evolve: evolveLockException,
  stateVersion: 1,
};

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/** Locks an area up to a day; without a day the lock is lifted. */
export function setLockDate(
  writer: LedgerWriter,
  actor: Actor,
  input: {
    readonly area: LockArea;
    readonly until?: string | null | undefined;
    readonly reason: string;
  } & Keyed,
): Promise<Receipt<LockDateResult>> {
  const { area, until, reason } = input;
  const id = namedId('ledger', actor.companyId, `lock-date:${area}`);
  let state = initialLockDate;
  return writer.writePath.execute<LockDateResult>({
    ...actor,
    operation: 'setLockDate',
    ...keyed(input),
    aggregates: [id],
    changesFacts: true,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, dateKind);
    },
    decide: () => decideLockDate({ id, area, until: until ?? null, reason }, state),
  });
}

/** Lets a user go past the lock of an area until a moment. */
export function grantLockException(
  writer: LedgerWriter,
  actor: Actor,
  input: {
    readonly area: LockArea;
    readonly userId: string;
    readonly until: string;
    readonly reason: string;
  } & Keyed,
): Promise<Receipt<LockExceptionResult>> {
  const { area, userId, until, reason } = input;
  if (!isUuid(userId)) throw badInput('userId', userId, 'the id of a user is needed');
  const id = newId();
  const now = new Date();
  return writer.writePath.execute<LockExceptionResult>({
    ...actor,
    operation: 'grantLockException',
    ...keyed(input),
    changesFacts: true,
    decide: () => decideGrant({ id, area, userId, until, reason, now }),
  });
}

/** Ends an exception before its time. */
export function revokeLockException(
  writer: LedgerWriter,
  actor: Actor,
  input: { readonly id: string; readonly reason: string } & Keyed,
): Promise<Receipt<LockExceptionResult>> {
  const { id, reason } = input;
  if (!isUuid(id)) throw notFound('id', id);
  let state = initialLockException;
  return writer.writePath.execute<LockExceptionResult>({
    ...actor,
    operation: 'revokeLockException',
    ...keyed(input),
    aggregates: [id],
    changesFacts: true,
    prepare: async () => {
      state = await writer.load(actor.companyId, id, exceptionKind);
    },
    decide: () => decideRevoke({ id, reason }, state),
  });
}
