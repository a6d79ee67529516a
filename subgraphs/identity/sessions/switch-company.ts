import { DomainError, notFound } from '#shared/domain/errors.ts';
import type { Caller } from '#shared/platform/principal.ts';
import { actAsUser } from '../database.ts';
import { isUuid } from './input.ts';
import { beginSession, requireUser, tokensOf, type OpenSession } from './open-session.ts';
import type { SessionParts } from './parts.ts';
import { memberForSignIn, sessionIsOpen } from './queries.ts';
import { lockRights } from './revocations.ts';

/**
 * Opens a session of its own in another company of the caller's; the one it was asked from goes on. Whoever signed in
 * with a second factor is not asked for it again. A company that the caller is no member of answers as an unknown one.
 */
export async function switchCompany(
  parts: SessionParts,
  companyId: string,
  caller: Caller,
): Promise<OpenSession> {
  const { database, security, log } = parts;
  const { userId, companyId: from, sessionId } = requireUser(caller);
  if (!isUuid(companyId)) throw notFound('companyId', companyId);
  const grant = await database.inCompany(
    companyId,
    async (db, company) => {
      await lockRights(db, 'READ');
      // A session that has ended opens no other, even while its access token is still believed somewhere.
      await actAsUser(db, userId);
      if (!(await sessionIsOpen(db, sessionId))) return 'ENDED';
      const member = await memberForSignIn(db, userId, company);
      if (member === undefined) return undefined;
      const begun = await beginSession(parts, db, member, caller);
      await security.record(
        {
          kind: 'COMPANY_SWITCHED',
          companyId: company,
          actorId: userId,
          subjectId: begun.sessionId,
          details: { from },
        },
        caller,
        db,
      );
      return begun;
    },
    'write',
  );
  if (grant === 'ENDED') throw new DomainError('UNAUTHENTICATED', 'The session has ended; sign in again.');
  if (grant === undefined) throw notFound('companyId', companyId);
  log.info({ event: 'session.switched', userId, companyId, sessionId: grant.sessionId });
  return tokensOf(parts, grant);
}
