import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { input, pageAfter, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

const KEY = 'their-key';
/** The exception that the second company granted, to whom, and where its page ends. */
let theirs = { exception: '', user: '', cursor: '' };

const LOCK = writing('setLockDate', 'SetLockDateInput', 'lockDate { until }');
const GRANT = writing('grantLockException', 'GrantLockExceptionInput', 'lockException { isRunning }');
const REVOKE = writing('revokeLockException', 'RevokeLockExceptionInput', 'lockException { isRunning }');
const locked = { area: 'LEDGER', until: '2000-01-31', reason: 'x' };
const granted = { area: 'LEDGER', until: '2099-01-01T00:00:00Z', reason: 'x' };

/** Has the second company lock a day long past, and grant and revoke exceptions, under the key `their-key`. */
export async function lockTheirs(them: Caller, user: string): Promise<void> {
  await them.query(LOCK, input({ ...locked, reason: SECRET, idempotencyKey: KEY }));
  const grant = writing('grantLockException', 'GrantLockExceptionInput', 'lockException { id }');
  const ids: string[] = [];
  for (const idempotencyKey of [KEY, 'another'])
    ids.push(
      (
        await them.query<{ grantLockException: { lockException: { id: string } } }>(
          grant,
          input({ ...granted, userId: user, reason: SECRET, idempotencyKey }),
        )
      ).grantLockException.lockException.id,
    );
  const [exception = '', ended] = ids;
  await them.query(REVOKE, input({ id: ended, reason: SECRET, idempotencyKey: KEY }));
  const { lockExceptions } = await them.query<{ lockExceptions: { pageInfo: { endCursor: string } } }>(
    '{ lockExceptions(first: 1) { pageInfo { endCursor } } }',
  );
  theirs = { exception, user, cursor: lockExceptions.pageInfo.endCursor };
}

/** What the first company may try with locks of the second. */
export function lockProbes(): Probes {
  return {
    'Query.lockExceptions(after)': pageAfter('lockExceptions', 'reason', () => theirs.cursor),
    'Mutation.setLockDate(input.idempotencyKey)': probe(
      LOCK,
      (idempotencyKey) => input({ ...locked, idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.grantLockException(input.idempotencyKey)': probe(
      GRANT,
      (idempotencyKey) => input({ ...granted, userId: theirs.user, idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.grantLockException(input.userId)': probe(
      GRANT,
      (userId) => input({ ...granted, userId }),
      () => theirs.user,
    ),
    'Mutation.revokeLockException(input.id)': probe(
      REVOKE,
      (id) => input({ id, reason: 'x' }),
      () => theirs.exception,
    ),
    'Mutation.revokeLockException(input.idempotencyKey)': probe(
      REVOKE,
      (idempotencyKey) => input({ id: theirs.exception, reason: 'x', idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
  };
}
