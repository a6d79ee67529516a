import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { postgresError, type DrizzleTransaction } from '#db/client.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import { companyById, type CompanyRow } from '../companies/queries.ts';
import { isUuid, type IdentityContext } from '../context.ts';
import { checkedKey, once } from '../idempotency.ts';
import { checkedEmail, checkedPassword } from '../sessions/input.ts';
import { signInFacts } from '../sessions/queries.ts';
import { administer, lockMembers, rightsOf } from '../users/administration.ts';
import { decideName } from '../users/decide.ts';
import { demandGoodPassword, hashPassword, passwordMatches } from '../users/password.ts';
import { roleBook } from '../users/roles.ts';
import {
  decideInvitation,
  decideRevocation,
  decideStillGood,
  INVITATION_DAYS,
  type GivenInvitation,
} from './decide.ts';
import { beginAttempt, invitationById, invitationOfToken, isMember } from './queries.ts';
import { invitations } from './tables.ts';
import { invitationTokenHash, isInvitationToken, newInvitationToken } from './token.ts';

export interface Invited {
  readonly id: string;
  /** Null when the call is a repetition: the token was told before and is not kept. */
  readonly token: string | null;
}

/** Invites somebody to the caller's company. */
export async function inviteUser(
  context: IdentityContext,
  input: GivenInvitation & { readonly email: string; readonly idempotencyKey?: string | null | undefined },
): Promise<Invited> {
  const key = checkedKey(input.idempotencyKey);
  const email = checkedEmail(input.email);
  const token = newInvitationToken();
  return administer(context, async (db, admin) => {
    const { companyId, userId } = admin;
    const given = { email, name: input.name, roles: input.roles, language: input.language ?? null };
    const keyed = { companyId, operation: 'inviteUser', key, input: given, subject: uuidv7() };
    const { subject: id, replayed } = await once(db, keyed, async () => {
      const terms = decideInvitation(input, admin);
      if (await isMember(db, companyId, email)) {
        throw new DomainError('CONFLICT', 'email: is the address of a member', {
          field: 'email',
          value: email,
        });
      }
      await replaceOpen(db, companyId, email);
      await db.insert(invitations).values({
        id: keyed.subject,
        companyId,
        email,
        ...terms,
        tokenHash: invitationTokenHash(token),
        invitedBy: userId,
        expiresAt: sql`now() + make_interval(days => ${INVITATION_DAYS}::int)`,
      });
      await context.security.record(
        {
          kind: 'USER_INVITED',
          companyId,
          actorId: userId,
          subjectId: keyed.subject,
          details: { roles: terms.roles },
        },
        context.caller,
        db,
      );
    });
    return { id, token: replayed ? null : token };
  });
}

/** Withdraws an open invitation of the caller's company. */
export async function revokeInvitation(context: IdentityContext, id: string): Promise<void> {
  await administer(context, async (db, { companyId, userId }) => {
    const invitation = isUuid(id) ? await invitationById(db, companyId, id) : undefined;
    if (invitation === undefined) throw notFound('id', id);
    decideRevocation(id, invitation.status);
    await db
      .update(invitations)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(invitations.companyId, companyId), eq(invitations.id, id)));
    await context.security.record(
      { kind: 'INVITATION_REVOKED', companyId, actorId: userId, subjectId: invitation.id },
      context.caller,
      db,
    );
  });
}

export interface Acceptance {
  readonly token: string;
  readonly password: string;
  readonly name?: string | null | undefined;
}

/**
 * Makes whoever shows the token of an open invitation a member: as a new user, or as the one who has the address and
 * the password. What fails for a known address fails in the same words for an unknown one.
 */
export async function acceptInvitation(
  { database, security, attempts, caller }: IdentityContext,
  input: Acceptance,
): Promise<{ readonly company: CompanyRow; readonly email: string }> {
  const password = checkedPassword(input.password);
  const givenName = input.name === null || input.name === undefined ? null : decideName(input.name);
  // 1. The invitation.
  if (!isInvitationToken(input.token)) throw refused();
  const tokenHash = invitationTokenHash(input.token);
  const found = await database.asStranger((db) => invitationOfToken(db, tokenHash));
  if (found === undefined) throw refused();
  const { companyId, id } = found;
  // 2. The attempt is counted before it is made: on the invitation, and as one to sign in to the account.
  const invitation = await database.inCompany(companyId, (db) => beginAttempt(db, companyId, id), 'write');
  if (invitation === undefined) throw refused();
  const { email } = invitation;
  const name = givenName ?? invitation.name;
  const { address: account, user } = await database.asStranger((db) => signInFacts(db, email, companyId));
  const failed = (kind: 'SIGN_IN_FAILED' | 'SIGN_IN_THROTTLED', because: string) =>
    security.record(
      { kind, companyId, actorId: null, subjectId: id, details: { because, by: 'INVITATION' } },
      caller,
    );
  const attempt = await attempts.begin({ kind: 'SIGN_IN', account, address: caller.address }, (because) =>
    failed('SIGN_IN_THROTTLED', because),
  );
  // 3. The password: of the user whose address it is, or a good one for a new user. Either takes one derivation of the
  // password, so that the time tells no more than the words.
  const newUser =
    user === undefined ? { id: uuidv7(), passwordHash: await hashPassword(password) } : undefined;
  const matches = user !== undefined && (await passwordMatches(user.passwordHash, password));
  if (!matches) demandGoodPassword(password, { email, name });
  if (user !== undefined && !matches) {
    await failed('SIGN_IN_FAILED', 'PASSWORD');
    throw refused();
  }
  // 4. The membership, if whoever invited still could.
  try {
    const accepted = await database.inCompany(
      companyId,
      async (db) => {
        await lockMembers(db, companyId);
        if (!(await isStillGood(db, companyId, id))) throw refused();
        const [row] = await db.execute<{ user_id: string | null }>(sql`
          /* acceptInvitation */ select identity.accept_invitation(
            ${tokenHash}, ${newUser?.id ?? null}::uuid, ${name}, ${newUser?.passwordHash ?? null}) as user_id`);
        const userId = row?.user_id ?? null;
        if (userId === null) throw refused();
        await security.record(
          { kind: 'INVITATION_ACCEPTED', companyId, actorId: userId, subjectId: id },
          caller,
          db,
        );
        const company = await companyById(db, companyId);
        if (company === undefined) throw new Error(`the company ${companyId} of an invitation is not there`);
        return { company, email };
      },
      'write',
    );
    await attempt.succeeded();
    return accepted;
  } catch (error) {
    // Somebody became a user with this address at the same moment.
    if (postgresError(error)?.constraint_name === 'users_email_unique') throw refused();
    throw error;
  }
}

async function isStillGood(db: DrizzleTransaction, companyId: string, id: string): Promise<boolean> {
  const invitation = await invitationById(db, companyId, id);
  if (invitation === undefined) return false;
  const book = await roleBook(db, companyId);
  const held = await rightsOf(db, companyId, invitation.invitedBy, book);
  return decideStillGood(invitation.roles, held, book);
}

/** An address has one token at a time, so that withdrawing it withdraws everything. */
async function replaceOpen(db: DrizzleTransaction, companyId: string, email: string): Promise<void> {
  await db
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(invitations.companyId, companyId),
        sql`lower(${invitations.email}) = lower(${email})`,
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
}

function refused(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The invitation is not valid, or the password is wrong.');
}
