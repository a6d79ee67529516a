import { and, eq, sql } from 'drizzle-orm';
import { DomainError } from '#shared/domain/errors.ts';
import { isUuid, requirePrincipal, type IdentityContext } from '../context.ts';
import { administer } from './administration.ts';
import {
  decideEnding,
  decideProfile,
  decideRestoring,
  decideRoles,
  demandMember,
  type MembershipFacts,
  type ProfileChanges,
} from './decide.ts';
import { membershipOf } from './queries.ts';
import { memberships, users } from './tables.ts';
import type { DrizzleTransaction } from '#db/client.ts';

/** Gives a member exactly these roles and voids the access tokens that speak of others. */
export async function setUserRoles(
  context: IdentityContext,
  { userId, roles }: { readonly userId: string; readonly roles: readonly string[] },
): Promise<void> {
  await administer(context, async (db, admin) => {
    const member = await findMember(db, admin.companyId, userId);
    const after = decideRoles(roles, member, admin);
    if (after === null) return;
    await updateMembership(db, admin.companyId, member.userId, { roles: after });
    await context.security.record(
      {
        kind: 'USER_ROLES_CHANGED',
        companyId: admin.companyId,
        actorId: admin.userId,
        subjectId: member.userId,
        details: { before: member.roles, after },
      },
      context.caller,
      db,
    );
    await context.sessions.rightsChanged(admin.companyId, [member.userId], db);
  });
}

/** Ends a membership and all sessions that were opened by it. */
export async function endMembership(context: IdentityContext, userId: string): Promise<void> {
  await administer(context, async (db, admin) => {
    const member = await findMember(db, admin.companyId, userId);
    decideEnding(member, admin);
    await updateMembership(db, admin.companyId, member.userId, { endedAt: sql`now()` });
    await context.security.record(
      {
        kind: 'MEMBERSHIP_ENDED',
        companyId: admin.companyId,
        actorId: admin.userId,
        subjectId: member.userId,
        details: { roles: member.roles },
      },
      context.caller,
      db,
    );
    await context.sessions.endSessions(
      { userId: member.userId, companyId: admin.companyId },
      'MEMBERSHIP_ENDED',
      db,
    );
    // Also those access tokens whose session nobody knows any more.
    await context.sessions.rightsChanged(admin.companyId, [member.userId], db);
  });
}

/** Makes a former member one again. */
export async function restoreMembership(
  context: IdentityContext,
  { userId, roles }: { readonly userId: string; readonly roles?: readonly string[] | null | undefined },
): Promise<void> {
  await administer(context, async (db, admin) => {
    const member = await findMember(db, admin.companyId, userId);
    const after = decideRestoring(roles, member, admin);
    await updateMembership(db, admin.companyId, member.userId, { roles: after, endedAt: null });
    await context.security.record(
      {
        kind: 'MEMBERSHIP_RESTORED',
        companyId: admin.companyId,
        actorId: admin.userId,
        subjectId: member.userId,
        details: { roles: after },
      },
      context.caller,
      db,
    );
  });
}

/** Changes what others call the caller, and the language that the caller is spoken to in. */
export async function updateMe(
  { caller, database }: IdentityContext,
  changes: ProfileChanges,
): Promise<void> {
  const { userId, partner } = requirePrincipal(caller);
  if (partner !== undefined) throw new DomainError('FORBIDDEN', 'A partner is no person.');
  const profile = decideProfile(changes);
  if (Object.keys(profile).length === 0) return;
  await database.asUser(userId, (db) => db.update(users).set(profile).where(eq(users.id, userId)), 'write');
}

async function findMember(
  db: DrizzleTransaction,
  companyId: string,
  userId: string,
): Promise<MembershipFacts> {
  return demandMember(isUuid(userId) ? await membershipOf(db, companyId, userId) : undefined, userId);
}

async function updateMembership(
  db: DrizzleTransaction,
  companyId: string,
  userId: string,
  changes: Partial<{ roles: string[]; endedAt: ReturnType<typeof sql> | null }>,
): Promise<void> {
  await db
    .update(memberships)
    .set(changes)
    .where(and(eq(memberships.companyId, companyId), eq(memberships.userId, userId)));
}
