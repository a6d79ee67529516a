import type { Database } from '#db/client.ts';
import { tryConnection } from './connected.ts';
import {
  dropSubmission,
  listSubmissions,
  readConnection,
  retrySubmission,
  type ConnectionRow,
  type SubmissionRow,
} from './queries.ts';
import type { RsGe } from './rs-ge.ts';

/** What somebody who runs the system sees and does about RS.ge. */
export interface RsGeOperator {
  status(companyId: string): Promise<ConnectionRow>;
  /** What RS.ge refused and what was given up, the newest first, 100 at most. */
  stuck(companyId: string): Promise<readonly SubmissionRow[]>;
  /** @throws DomainError NOT_FOUND, INVALID_TRANSITION. */
  retry(companyId: string, id: string): Promise<SubmissionRow>;
  /** @throws DomainError NOT_FOUND, INVALID_TRANSITION. */
  drop(companyId: string, id: string, reason: string): Promise<SubmissionRow>;
  /** Signs in. @throws DomainError INVALID_TRANSITION when nobody has given a sign-in. */
  try(companyId: string): Promise<ConnectionRow>;
}

const MOST_SHOWN = 100;

export function rsGeOperator(database: Database, rsGe: RsGe): RsGeOperator {
  return {
    status: (companyId) => readConnection(database, companyId),
    stuck: (companyId) =>
      listSubmissions(
        database,
        companyId,
        { states: ['REFUSED', 'DEAD'], documentId: null },
        { first: MOST_SHOWN, limit: MOST_SHOWN, after: null },
      ),
    retry: (companyId, id) => retrySubmission(database, companyId, id),
    drop: (companyId, id, reason) => dropSubmission(database, companyId, id, reason),
    try: async (companyId) => {
      await tryConnection({ companyId, rsGe });
      return readConnection(database, companyId);
    },
  };
}
