import { parseDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, badInput, notFound } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import {
  LOCK_AREAS,
  type LockArea,
  type LockDate,
  type LockDateSet,
  type LockException,
  type LockExceptionEvent,
} from './lock.ts';

export interface LockDateResult {
  readonly area: LockArea;
}

export interface LockExceptionResult {
  readonly exceptionId: string;
}

/**
 * Locks an area up to a day, moves its lock, or lifts it. Pure.
 * @throws DomainError BAD_USER_INPUT.
 */
export function decideLockDate(
  given: {
    readonly id: string;
    readonly area: LockArea;
    readonly until: string | null;
    readonly reason: string;
  },
  state: LockDate,
): Decision<LockDateResult> {
  const { id, area } = given;
  const event: LockDateSet = {
    type: 'LockDateSet',
    data: {
      area: demandArea(area),
      until: given.until === null ? null : parseDate(given.until, 'until'),
      reason: parseText(given.reason, 'reason', 500),
    },
  };
  return { events: [ofLock('LockDate', id, state.version + 1, event)], result: { area } };
}

/**
 * Lets a user go past the lock of an area until a moment that is still to come. Pure.
 * @throws DomainError BAD_USER_INPUT.
 */
export function decideGrant(given: {
  readonly id: string;
  readonly area: LockArea;
  readonly userId: string;
  readonly until: string;
  readonly reason: string;
  /** When it is granted. */
  readonly now: Date;
}): Decision<LockExceptionResult> {
  const { id, area, userId } = given;
  const until = new Date(given.until);
  if (!(until > given.now)) throw badInput('until', given.until, 'a moment that is still to come is needed');
  const event: LockExceptionEvent = {
    type: 'LockExceptionGranted',
    data: {
      area: demandArea(area),
      userId,
      until: until.toISOString(),
      reason: parseText(given.reason, 'reason', 500),
    },
  };
  return { events: [ofLock('LockException', id, 1, event)], result: { exceptionId: id } };
}

/**
 * Ends an exception before its time; what was recorded by it stays. Pure.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION when it was revoked already.
 */
export function decideRevoke(
  { id, reason }: { readonly id: string; readonly reason: string },
  state: LockException,
): Decision<LockExceptionResult> {
  if (state.until === null) throw notFound('id', id);
  if (state.isRevoked)
    throw new DomainError('INVALID_TRANSITION', 'id: the exception is revoked already', {
      field: 'id',
      value: id,
    });
  const event: LockExceptionEvent = {
    type: 'LockExceptionRevoked',
    data: { reason: parseText(reason, 'reason', 500) },
  };
  return {
    events: [ofLock('LockException', id, state.version + 1, event)],
    result: { exceptionId: id },
  };
}

function demandArea(area: LockArea): LockArea {
  if (!LOCK_AREAS.includes(area)) throw badInput('area', area, `one of ${LOCK_AREAS.join(', ')} is needed`);
  return area;
}

/** Others decide by locks, so a change of them makes what they knew stale. */
function ofLock(
  aggregateType: string,
  aggregateId: string,
  version: number,
  event: LockDateSet | LockExceptionEvent,
): NewEvent {
  return { aggregateType, aggregateId, version, ...event, reference: true };
}
