import { isUuid } from '#shared/domain/ids.ts';
import type { ReportingContext } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { findProgress, type FileProgressRow } from './queries.ts';

export const fileProgressResolvers: Resolvers = {
  ReportFileProgress: {
    __resolveReference: ({ id }, context) => progressOf(context, id),
    language: ({ language }) => (language === 'en' ? 'EN' : 'KA'),
    percent: ({ rows, ofRows, state }) =>
      state === 'FINISHED'
        ? 100
        : ofRows === null
          ? null
          : ofRows === 0
            ? 0
            : Math.min(99, Math.floor((rows * 100) / ofRows)),
  },
  Query: {
    reportFileProgress: (_root, { id }, context) => progressOf(context, id),
  },
};

async function progressOf(
  { database, companyId }: ReportingContext,
  id: string,
): Promise<FileProgressRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await findProgress(database, companyId, [id]);
  return row ?? null;
}
