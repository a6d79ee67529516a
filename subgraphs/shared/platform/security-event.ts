/**
 * What is remembered for whoever has to find out, later, who did what from where. A closed list: each kind is one
 * sentence of an audit.
 */
export const SECURITY_EVENT_KINDS = [
  'SIGNED_IN',
  'SIGN_IN_FAILED',
  'SIGN_IN_THROTTLED',
  'SIGNED_OUT',
  'SESSION_REVOKED',
  'REFRESH_TOKEN_REUSED',
  'COMPANY_SWITCHED',
  'PASSWORD_CHANGED',
  'SECOND_FACTOR_ENABLED',
  'SECOND_FACTOR_DISABLED',
  'RECOVERY_CODE_USED',
  'COMPANY_CREATED',
  'USER_INVITED',
  'INVITATION_ACCEPTED',
  'INVITATION_REVOKED',
  'USER_ROLES_CHANGED',
  'MEMBERSHIP_ENDED',
  'MEMBERSHIP_RESTORED',
  'USER_DISABLED',
  'USER_ENABLED',
  'ROLE_DEFINED',
  'ROLE_DELETED',
  'PARTNER_CREATED',
  'PARTNER_CONSENT_GIVEN',
  'PARTNER_CONSENT_WITHDRAWN',
  'API_KEY_CREATED',
  'API_KEY_REVOKED',
  'API_KEY_USED',
  'API_KEY_REFUSED',
  'OPERATIONS_REGISTERED',
  'OPERATIONS_REVOKED',
  'ACCESS_DENIED',
  'RATE_LIMITED',
] as const;

export type SecurityEventKind = (typeof SECURITY_EVENT_KINDS)[number];

/** One security event. It names ids, never a password, token, key or e-mail address. */
export interface SecurityEvent {
  readonly kind: SecurityEventKind;
  /** The company in whose affairs it happened; null when none could be told. */
  readonly companyId: string | null;
  /** Who did it; null when nobody had been recognised. */
  readonly actorId: string | null;
  /** Whom or what it was done to: a user, role, session, key or partner. */
  readonly subjectId?: string;
  /** Address of the client. */
  readonly address?: string;
  readonly requestId?: string;
  /** Further facts, for example the roles before and after, or the denied field. */
  readonly details?: Readonly<Record<string, unknown>>;
}
