import { DomainError } from '#shared/domain/errors.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import { decidePermissions, decideRoleNames, demandHeld, type RoleBook } from '../roles/decide.ts';
import { decideLanguage, decideName, type Language } from '../users/decide.ts';

/** An invitation lives this long. */
export const INVITATION_DAYS = 7;

/** Passwords that may be tried with one token. */
export const MAX_ATTEMPTS = 10;

export interface GivenInvitation {
  readonly name: string;
  readonly roles: readonly string[];
  readonly language?: string | null | undefined;
}

export interface InvitationTerms {
  readonly name: string;
  readonly roles: string[];
  readonly language: Language;
}

export type InvitationStatus = 'OPEN' | 'ACCEPTED' | 'REVOKED' | 'EXPIRED';

export interface InvitationState {
  readonly isAccepted: boolean;
  readonly isRevoked: boolean;
  readonly isExpired: boolean;
  readonly attempts: number;
}

export function invitationStatus({
  isAccepted,
  isRevoked,
  isExpired,
  attempts,
}: InvitationState): InvitationStatus {
  if (isAccepted) return 'ACCEPTED';
  if (isRevoked || attempts >= MAX_ATTEMPTS) return 'REVOKED';
  return isExpired ? 'EXPIRED' : 'OPEN';
}

/** What somebody is invited to. Pure. */
export function decideInvitation(
  given: GivenInvitation,
  { held, book }: { readonly held: ReadonlySet<Permission>; readonly book: RoleBook },
): InvitationTerms {
  const name = decideName(given.name);
  const language = decideLanguage(given.language ?? 'ka');
  const roles = decideRoleNames(given.roles, book);
  demandHeld(decidePermissions(roles, book), held, 'roles');
  return { name, language, roles };
}

/** Whether an invitation may be withdrawn. Pure. */
export function decideRevocation(id: string, status: InvitationStatus): void {
  if (status === 'ACCEPTED' || status === 'REVOKED') {
    const why = status === 'ACCEPTED' ? 'was accepted' : 'is void already';
    throw new DomainError('INVALID_TRANSITION', `id: the invitation ${why}`, { field: 'id', value: id });
  }
}

/**
 * Whether whoever invited could still do it: what they have lost meanwhile, nobody gets through an invitation of
 * theirs. Pure.
 */
export function decideStillGood(
  roles: readonly string[],
  inviterHolds: ReadonlySet<Permission>,
  book: RoleBook,
): boolean {
  return (
    inviterHolds.has('admin:users') &&
    roles.every((role) => book.has(role)) &&
    decidePermissions(roles, book).every((permission) => inviterHolds.has(permission))
  );
}
