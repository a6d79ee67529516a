import { z } from 'zod';
import { connectionFromPage, pageArguments } from '#shared/graphql/pagination.ts';
import type { LedgerContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { grantLockException, revokeLockException, setLockDate } from './commands.ts';
import { LOCK_AREAS, type LockArea } from './lock.ts';
import { listLockDates, listLockExceptions, type LockDateRow, type LockExceptionRow } from './queries.ts';

/** An area with all changes of its lock, the latest first. */
export interface LockOfArea {
  readonly area: LockArea;
  readonly changes: readonly LockDateRow[];
}

/** Moment of the grant and id. */
const cursor = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

export const lockResolvers: Resolvers = {
  Query: {
    lockDates: (_root, _args, context) => locks(context),
    lockExceptions: async (_root, { first, after }, { database, companyId }) => {
      const page = pageArguments({ first, after }, { cursor });
      const rows = await listLockExceptions(database, companyId, page);
      return connectionFromPage(rows, page, ({ grantedAt, id }): [string, string] => [grantedAt, id]);
    },
  },
  Mutation: {
    setLockDate: async (_root, { input }, context) => {
      await setLockDate(context.writer, context.actor, input);
      const lockDate = (await locks(context)).find(({ area }) => area === input.area);
      if (lockDate === undefined) throw new Error(`the area ${input.area} was locked and is gone`);
      return { lockDate };
    },
    grantLockException: async (_root, { input }, context) => {
      const { result } = await grantLockException(context.writer, context.actor, input);
      return { lockException: await exception(context, result.exceptionId) };
    },
    revokeLockException: async (_root, { input }, context) => {
      const { result } = await revokeLockException(context.writer, context.actor, input);
      return { lockException: await exception(context, result.exceptionId) };
    },
  },
  LockDate: {
    until: ({ changes }) => changes[0]?.until ?? null,
    changes: ({ changes }) => [...changes],
  },
  LockDateChange: { by: ({ by }) => ({ id: by }) },
  LockException: {
    user: ({ userId }) => ({ id: userId }),
    grantedBy: ({ grantedBy }) => ({ id: grantedBy }),
    revokedBy: ({ revokedBy }) => (revokedBy === null ? null : { id: revokedBy }),
    transactionIds: ({ transactionIds }) => [...transactionIds],
  },
};

async function locks({ database, companyId }: LedgerContext): Promise<LockOfArea[]> {
  const rows = await listLockDates(database, companyId);
  return LOCK_AREAS.map((area) => ({ area, changes: rows.filter((row) => row.area === area) }));
}

async function exception({ database, companyId }: LedgerContext, id: string): Promise<LockExceptionRow> {
  const [row] = await listLockExceptions(database, companyId, { id, limit: 1 });
  if (row === undefined) throw new Error(`exception ${id} is in the log and not in its table`);
  return row;
}
