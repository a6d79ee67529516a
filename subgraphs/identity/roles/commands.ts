import { and, eq, sql } from 'drizzle-orm';
import { badInput } from '#shared/domain/errors.ts';
import type { IdentityContext } from '../context.ts';
import { checkedKey, once } from '../idempotency.ts';
import { administer } from '../users/administration.ts';
import { decideRole, decideRoleDeletion, difference, type GivenRole } from './decide.ts';
import { membersWithRole } from './queries.ts';
import { roles } from './tables.ts';

/** Makes or changes a role of the company's own; answers its name. */
export async function defineRole(
  context: IdentityContext,
  { idempotencyKey, ...given }: GivenRole & { readonly idempotencyKey?: string | null | undefined },
): Promise<string> {
  const key = checkedKey(idempotencyKey);
  if (given.permissions.length > MAX_LISTED) throw badInput('permissions', given.permissions, 'too many');
  const { subject } = await administer(context, async (db, admin) => {
    const { companyId } = admin;
    const { name, titleKa, titleEn, permissions } = given;
    const input = { name, titleKa, titleEn, permissions };
    return once(db, { companyId, operation: 'defineRole', key, input, subject: name }, async () => {
      const role = decideRole(given, admin.book, admin.held);
      const before = admin.book.get(name) ?? null;
      const after = [...role.permissions];
      await db
        .insert(roles)
        .values({ companyId, ...role, permissions: after })
        .onConflictDoUpdate({
          target: [roles.companyId, roles.name],
          set: {
            titleKa: role.titleKa,
            titleEn: role.titleEn,
            permissions: after,
            updatedAt: sql`now()`,
          },
        });
      await context.security.record(
        {
          kind: 'ROLE_DEFINED',
          companyId,
          actorId: admin.userId,
          subjectId: name,
          details: { before, after },
        },
        context.caller,
        db,
      );
      if (before === null || difference(before, after).length === 0) return;
      await context.sessions.rightsChanged(companyId, await membersWithRole(db, companyId, name), db);
    });
  });
  return subject;
}

const MAX_LISTED = 100;

/** Deletes a role of the company's own that nobody has. */
export async function deleteRole(context: IdentityContext, name: string): Promise<void> {
  await administer(context, async (db, { companyId, userId, held, book }) => {
    decideRoleDeletion(name, book, held);
    await db.delete(roles).where(and(eq(roles.companyId, companyId), eq(roles.name, name)));
    await context.security.record(
      {
        kind: 'ROLE_DELETED',
        companyId,
        actorId: userId,
        subjectId: name,
        details: { before: book.get(name) ?? [] },
      },
      context.caller,
      db,
    );
  });
}
