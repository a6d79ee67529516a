import { and, eq, isNull, sql } from 'drizzle-orm';
import { toDomainError, type ConstraintTable, type DrizzleTransaction } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import { requirePrincipal, type IdentityContext } from '../context.ts';
import { decidePermissions, type RoleBook } from '../roles/decide.ts';
import { roleBook } from './roles.ts';
import { memberships, users } from './tables.ts';

/** Who changes who may do what in a company, with the rights that they have at this moment. */
export interface Administrator {
  readonly companyId: string;
  readonly userId: string;
  readonly held: ReadonlySet<Permission>;
  readonly book: RoleBook;
}

/** The guards of the database and the refusals that they mean. The rules refuse first; these are for races. */
const CONSTRAINTS: ConstraintTable = {
  memberships_roles_exist: () => new DomainError('CONFLICT', 'roles: a role is gone', { field: 'roles' }),
  memberships_administered: () =>
    new DomainError('CONFLICT', 'nobody would be left who may manage users of the company'),
  roles_unused: () =>
    new DomainError('CONFLICT', 'name: members or open invitations have the role', { field: 'name' }),
};

/**
 * Runs a change of who may do what in the caller's company. Such changes come one after the other, and the caller's
 * own rights are read behind that lock: a token may not know yet that its holder has lost them.
 * @throws DomainError FORBIDDEN when the caller may not manage users any more.
 */
export async function administer<T>(
  { caller, database }: Pick<IdentityContext, 'caller' | 'database'>,
  work: (db: DrizzleTransaction, administrator: Administrator) => Promise<T>,
): Promise<T> {
  const { companyId, userId } = requirePrincipal(caller);
  try {
    return await database.inCompany(
      companyId,
      async (db) => {
        await lockMembers(db, companyId);
        const book = await roleBook(db, companyId);
        const held = await rightsOf(db, companyId, userId, book);
        if (!held.has('admin:users'))
          throw new DomainError('FORBIDDEN', 'The permission admin:users is needed.');
        return work(db, { companyId, userId, held, book });
      },
      'write',
    );
  } catch (error) {
    throw toDomainError(error, CONSTRAINTS);
  }
}

/** Waits until no other transaction changes who may do what in the company; held until this one ends. */
export async function lockMembers(db: DrizzleTransaction, companyId: string): Promise<void> {
  await db.execute(sql`/* lockMembers */ select identity.lock_members(${companyId}::uuid)`);
}

/** What a user may do in the company now: nothing, unless they are a member and were not disabled. */
export async function rightsOf(
  db: DrizzleTransaction,
  companyId: string,
  userId: string,
  book: RoleBook,
): Promise<ReadonlySet<Permission>> {
  const [member] = await db
    .select({ roles: memberships.roles })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.companyId, companyId),
        eq(memberships.userId, userId),
        isNull(memberships.endedAt),
        isNull(users.disabledAt),
      ),
    );
  return new Set(decidePermissions(member?.roles ?? [], book));
}
