import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { parseText } from '#shared/domain/text.ts';
import type { Permission } from '#shared/domain/permissions.ts';
import {
  decidePermissions,
  decideRoleNames,
  demandHeld,
  difference,
  type RoleBook,
} from '../roles/decide.ts';

/** A membership as it is before a command. */
export interface MembershipFacts {
  readonly userId: string;
  readonly roles: readonly string[];
  readonly hasEnded: boolean;
}

/** What whoever commands may do, and what the roles of the company allow. */
export interface Rights {
  readonly held: ReadonlySet<Permission>;
  readonly book: RoleBook;
}

export const LANGUAGES = ['ka', 'en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

const MAX_NAME = 250;

/** The roles that a member is to have from now on; null when these are the roles already. Pure. */
export function decideRoles(
  given: readonly string[],
  member: MembershipFacts,
  { held, book }: Rights,
): string[] | null {
  if (member.hasEnded) throw wrongState(member.userId, 'the membership has ended; restore it first');
  const roles = decideRoleNames(given, book);
  const changed = difference(roles, member.roles);
  demandHeld(decidePermissions(changed, book), held, 'roles');
  return changed.length === 0 ? null : roles;
}

/** Whether a membership may be ended. Pure. */
export function decideEnding(member: MembershipFacts, { held, book }: Rights): void {
  if (member.hasEnded) throw wrongState(member.userId, 'the membership has ended already');
  demandHeld(decidePermissions(member.roles, book), held, 'userId');
}

/** The roles with which a former member comes back. Pure. */
export function decideRestoring(
  given: readonly string[] | null | undefined,
  member: MembershipFacts,
  { held, book }: Rights,
): string[] {
  if (!member.hasEnded) throw wrongState(member.userId, 'the user is a member');
  const gone = member.roles.find((role) => !book.has(role));
  if (gone !== undefined && (given === null || given === undefined)) {
    throw new DomainError('CONFLICT', 'roles: a role of before is gone; say which roles to come back with', {
      field: 'roles',
      value: gone,
    });
  }
  const roles = decideRoleNames(given ?? member.roles, book);
  demandHeld(decidePermissions(roles, book), held, 'roles');
  return roles;
}

export interface ProfileChanges {
  readonly name?: string | null | undefined;
  readonly language?: string | null | undefined;
}

/** What is to change about a user; nothing of what was left out. Pure. */
export function decideProfile({ name, language }: ProfileChanges): { name?: string; language?: Language } {
  return {
    ...(name === null || name === undefined ? {} : { name: decideName(name) }),
    ...(language === null || language === undefined ? {} : { language: decideLanguage(language) }),
  };
}

export function decideName(name: string): string {
  return parseText(name, 'name', MAX_NAME).trim();
}

export function decideLanguage(language: string): Language {
  const known = LANGUAGES.find((candidate) => candidate === language);
  if (known === undefined) throw badInput('language', language, `one of ${LANGUAGES.join(', ')} is needed`);
  return known;
}

/** @throws DomainError NOT_FOUND for who is not, and never was, a member. */
export function demandMember<Facts extends MembershipFacts>(
  member: Facts | undefined,
  userId: string,
): Facts {
  if (member === undefined) throw notFound('userId', userId);
  return member;
}

function wrongState(userId: string, why: string): DomainError {
  return new DomainError('INVALID_TRANSITION', `userId: ${why}`, { field: 'userId', value: userId });
}
