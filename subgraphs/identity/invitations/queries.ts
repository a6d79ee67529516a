import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { DrizzleTransaction } from '#db/client.ts';
import type { Page } from '#shared/graphql/pagination.ts';
import { memberships, users } from '../users/tables.ts';
import { invitationStatus, MAX_ATTEMPTS, type InvitationStatus } from './decide.ts';
import { invitations } from './tables.ts';

/** An invitation as administrators of the company see it. */
export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly roles: string[];
  readonly status: InvitationStatus;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly invitedBy: string;
  readonly acceptedAt: string | null;
  readonly acceptedBy: string | null;
}

/** Sort key of the list of invitations. */
export const invitationCursor = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);
export type InvitationKey = z.infer<typeof invitationCursor>;
export const keyOfInvitation = (row: InvitationRow): InvitationKey => [row.createdAt, row.id];

/** A page of the company's invitations, the newest first. */
export async function invitationsOfCompany(
  db: DrizzleTransaction,
  companyId: string,
  page: Page<InvitationKey>,
): Promise<InvitationRow[]> {
  const behind =
    page.after === null
      ? undefined
      : sql`(${invitations.createdAt}, ${invitations.id}) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`;
  return selectInvitations(db, companyId, behind, page.limit);
}

export async function invitationById(
  db: DrizzleTransaction,
  companyId: string,
  id: string,
): Promise<InvitationRow | undefined> {
  const [row] = await selectInvitations(db, companyId, eq(invitations.id, id), 1);
  return row;
}

async function selectInvitations(
  db: DrizzleTransaction,
  companyId: string,
  condition: SQL | undefined,
  limit: number,
): Promise<InvitationRow[]> {
  const rows = await db
    .select({
      id: invitations.id,
      email: invitations.email,
      name: invitations.name,
      language: invitations.language,
      roles: invitations.roles,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      invitedBy: invitations.invitedBy,
      attempts: invitations.attempts,
      acceptedAt: invitations.acceptedAt,
      acceptedBy: invitations.acceptedBy,
      isRevoked: sql<boolean>`${invitations.revokedAt} is not null`,
      isExpired: sql<boolean>`${invitations.expiresAt} <= now()`,
    })
    .from(invitations)
    .where(and(eq(invitations.companyId, companyId), condition))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .limit(limit);
  return rows.map(({ attempts, isRevoked, isExpired, ...row }) => ({
    ...row,
    status: invitationStatus({ isAccepted: row.acceptedAt !== null, isRevoked, isExpired, attempts }),
  }));
}

/** Which invitation a token is for; asked by a stranger. */
export async function invitationOfToken(
  db: DrizzleTransaction,
  tokenHash: string,
): Promise<{ companyId: string; id: string } | undefined> {
  const [row] = await db.execute<{ company_id: string; invitation_id: string }>(
    sql`/* invitationOfToken */ select company_id, invitation_id from identity.invitation_of_token(${tokenHash})`,
  );
  return row === undefined ? undefined : { companyId: row.company_id, id: row.invitation_id };
}

/** Counts one password given with an open invitation; answers the invitation, or undefined when there were too many. */
export async function beginAttempt(
  db: DrizzleTransaction,
  companyId: string,
  id: string,
): Promise<Pick<InvitationRow, 'email' | 'name'> | undefined> {
  const [row] = await db
    .update(invitations)
    .set({ attempts: sql`${invitations.attempts} + 1` })
    .where(
      and(
        eq(invitations.companyId, companyId),
        eq(invitations.id, id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        sql`${invitations.expiresAt} > now() and ${invitations.attempts} < ${MAX_ATTEMPTS}`,
      ),
    )
    .returning({ email: invitations.email, name: invitations.name });
  return row;
}

/** Whether the address is that of somebody who is a member of the company now. */
export async function isMember(db: DrizzleTransaction, companyId: string, email: string): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .innerJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.companyId, companyId)))
    .where(and(sql`lower(${users.email}) = lower(${email})`, isNull(memberships.endedAt)));
  return rows.length > 0;
}
