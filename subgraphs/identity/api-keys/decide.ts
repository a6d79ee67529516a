import { badInput, DomainError } from '#shared/domain/errors.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';

/** What is known of a key when somebody shows it. */
export interface ShownKey {
  /** The company that made it. */
  readonly companyId: string;
  readonly scopes: readonly string[];
  readonly isRevoked: boolean;
  readonly isExpired: boolean;
}

/** A company that consents to the partner of the key. */
export interface Consent {
  readonly companyId: string;
  readonly scopes: readonly string[];
}

/**
 * Where and for what a key is good: in the company asked for, else in the one that made the key, else in the only one
 * that consents; for what both the key and the company allow. The second is there so that nobody can disturb a partner
 * by consenting to it too.
 */
export function decideAdmission(
  key: ShownKey,
  consents: readonly Consent[],
  wanted: string | undefined,
): { readonly companyId: string; readonly permissions: readonly Permission[] } {
  if (key.isRevoked || key.isExpired) throw unknownKey();
  const [only, ...more] = consents;
  const consentOf = (id: string): Consent | undefined => consents.find(({ companyId }) => companyId === id);
  const consent = wanted === undefined ? (consentOf(key.companyId) ?? only) : consentOf(wanted);
  if (consent === undefined) {
    throw new DomainError('FORBIDDEN', 'The company does not consent to this partner.', {
      field: 'companyId',
    });
  }
  if (wanted === undefined && consent.companyId !== key.companyId && more.length > 0) {
    throw new DomainError(
      'BAD_USER_INPUT',
      'companyId: several companies consent to this partner; name one',
      {
        field: 'companyId',
      },
    );
  }
  const permissions = PERMISSIONS.filter(
    (permission) => key.scopes.includes(permission) && consent.scopes.includes(permission),
  );
  return { companyId: consent.companyId, permissions };
}

/** The same words whatever is wrong with a key: they tell nobody whether it ever was one. */
export function unknownKey(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The API key is not valid.', { reason: 'INVALID' });
}

/** Most keys of a partner that are good at the same time. */
export const MOST_ACTIVE_KEYS = 20;

export function demandRoom(activeKeys: number): void {
  if (activeKeys >= MOST_ACTIVE_KEYS) {
    throw new DomainError('CONFLICT', `A partner has at most ${MOST_ACTIVE_KEYS} keys that are good.`, {
      field: 'partnerId',
    });
  }
}

export const LONGEST_OVERLAP_SECONDS = 30 * 24 * 60 * 60;

/** A key may be followed by another while it is good, and by one only. */
export function decideRotation(
  key: { readonly isActive: boolean; readonly successorId: string | null },
  overlapSeconds: number,
): void {
  if (!Number.isInteger(overlapSeconds) || overlapSeconds < 0 || overlapSeconds > LONGEST_OVERLAP_SECONDS) {
    throw badInput('overlapSeconds', overlapSeconds, `must be between 0 and ${LONGEST_OVERLAP_SECONDS}`);
  }
  if (!key.isActive) throw new DomainError('INVALID_TRANSITION', 'The key has ended.', { field: 'id' });
  if (key.successorId !== null) {
    throw new DomainError('INVALID_TRANSITION', 'Another key follows this one already.', {
      field: 'id',
      successorId: key.successorId,
    });
  }
}
