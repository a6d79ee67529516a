import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { DrizzleTransaction } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import type { MembershipFacts } from './decide.ts';
import { memberships, users } from './tables.ts';

/** A user as the members of one company see them: a person, or a partner that acts like one. */
export interface UserRow {
  readonly id: string;
  readonly kind: 'PERSON' | 'PARTNER';
  /** A partner has neither address nor language. */
  readonly email: string | null;
  readonly name: string;
  readonly language: string | null;
  readonly roles: string[];
  readonly isActive: boolean;
  readonly createdAt: string;
}

/** Sort key of the list of users. */
export const userCursor = z.tuple([z.string(), z.uuid()]);
export type UserKey = z.infer<typeof userCursor>;
export const keyOfUser = (user: UserRow): UserKey => [user.name, user.id];

/** Those of the users who are, or were, members of the company. */
export async function usersByIds(
  db: DrizzleTransaction,
  companyId: string,
  ids: readonly string[],
): Promise<UserRow[]> {
  return selectUsers(db, companyId, inArray(users.id, [...ids]));
}

/** The membership, ended or not; locked until the transaction ends. */
export async function membershipOf(
  db: DrizzleTransaction,
  companyId: string,
  userId: string,
): Promise<MembershipFacts | undefined> {
  const [membership] = await db
    .select({
      userId: memberships.userId,
      roles: memberships.roles,
      hasEnded: sql<boolean>`${memberships.endedAt} is not null`,
    })
    .from(memberships)
    .where(and(eq(memberships.companyId, companyId), eq(memberships.userId, userId)))
    .for('no key update');
  return membership;
}

/** A page of the company's users, by name as Georgians sort it. */
export async function usersOfCompany(
  db: DrizzleTransaction,
  companyId: string,
  page: Page<UserKey>,
): Promise<UserRow[]> {
  const name = sql`${users.name} collate "ka-x-icu"`;
  const behind =
    page.after === null
      ? undefined
      : sql`(${name}, ${users.id}) > (${page.after[0]}, ${page.after[1]}::uuid)`;
  return selectUsers(db, companyId, behind).orderBy(name, users.id).limit(page.limit);
}

function selectUsers(db: DrizzleTransaction, companyId: string, condition: SQL | undefined) {
  const isMember = sql<boolean>`${memberships.endedAt} is null`;
  return db
    .select({
      id: users.id,
      kind: sql<UserRow['kind']>`'PERSON'`,
      email: users.email,
      name: users.name,
      language: users.language,
      roles: sql<string[]>`case when ${isMember} then ${memberships.roles} else '{}' end`,
      isActive: sql<boolean>`${isMember} and ${users.disabledAt} is null`,
      createdAt: users.createdAt,
    })
    .from(users)
    .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.companyId, companyId)))
    .where(condition)
    .$dynamic();
}
