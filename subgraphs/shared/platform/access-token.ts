import { hash } from 'node:crypto';
import {
  createLocalJWKSet,
  errors,
  jwtVerify,
  SignJWT,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { LRUCache } from 'lru-cache';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { DomainError } from '#shared/domain/errors.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';
import { SIGNATURE_ALGORITHM, type SigningKey } from './keys.ts';
import type { Principal } from './principal.ts';

/**
 * Access tokens: JWTs after RFC 9068, signed with Ed25519. Claims beside the registered `iss`, `aud`, `sub` (the
 * user), `jti`, `iat` and `exp`:
 *
 * | claim         | holds                                                              |
 * | ------------- | ------------------------------------------------------------------ |
 * | `company`     | id of the one company that the token is good for                   |
 * | `sid`         | id of the sign-in session                                          |
 * | `roles`       | names of the user's roles in that company                          |
 * | `permissions` | what these roles allowed when the token was issued                 |
 */
const TYPE = 'at+jwt';

export interface TokenRealm {
  readonly issuer: string;
  readonly audience: string;
}

/** Of whom and for what a token speaks. */
export interface TokenSubject {
  readonly userId: string;
  readonly companyId: string;
  readonly sessionId: string;
  readonly roles: readonly string[];
  readonly permissions: readonly Permission[];
}

/**
 * Signs a token that is good from now on for `lifetimeSeconds`. `now` is the issuer's clock, or seconds since the
 * epoch by the database's, which alone can be compared with the moments of revocations.
 */
export async function issueAccessToken(
  key: SigningKey,
  realm: TokenRealm,
  subject: TokenSubject,
  lifetimeSeconds: number,
  now: Date | number = new Date(),
): Promise<string> {
  // With its fraction: rights may be withdrawn and given anew within a second.
  const issuedAt = typeof now === 'number' ? now : now.getTime() / 1000;
  return new SignJWT({
    company: subject.companyId,
    sid: subject.sessionId,
    roles: subject.roles,
    permissions: subject.permissions,
  })
    .setProtectedHeader({ alg: SIGNATURE_ALGORITHM, typ: TYPE, kid: key.kid })
    .setIssuer(realm.issuer)
    .setAudience(realm.audience)
    .setSubject(subject.userId)
    .setJti(uuidv7())
    .setIssuedAt(issuedAt)
    .setExpirationTime(Math.floor(issuedAt) + lifetimeSeconds)
    .sign(key.privateKey);
}

export interface AccessTokenVerifier {
  /**
   * The principal that a token vouches for. Equal tokens answer the same frozen object while they are cached.
   * Refuses with `UNAUTHENTICATED`; `details.reason` is `EXPIRED` or `INVALID`.
   */
  verify(token: string): Promise<Principal>;
}

const permissionName = z.enum(PERMISSIONS);

/** What a principal is made of in any token of ours; the gateway's assertion carries the same claims. */
export const principalClaims = z.object({
  sub: z.uuid(),
  company: z.uuid(),
  sid: z.uuid(),
  roles: z.array(z.string()),
  // A permission that this version does not know grants nothing.
  permissions: z.array(z.string()).transform((names) => names.filter(isPermission)),
});

const accessTokenClaims = principalClaims.extend({
  jti: z.string().min(1),
  iat: z.number(),
  exp: z.number(),
});

const MAX_TOKEN_LENGTH = 8 * 1024;
/** By how much the clocks of the issuer and the gateway may differ. */
const CLOCK_TOLERANCE_SECONDS = 60;

/**
 * Verifies tokens against a key set: the issuer's own, or one that `createRemoteJWKSet` of jose fetches. A token
 * that was verified once is remembered until it expires, because every request brings one.
 */
export function createAccessTokenVerifier(
  keys: JSONWebKeySet | JWTVerifyGetKey,
  options: TokenRealm & { readonly cacheSize?: number; readonly now?: () => Date },
): AccessTokenVerifier {
  const keySet = typeof keys === 'function' ? keys : createLocalJWKSet(keys);
  const now = options.now ?? (() => new Date());
  // The cache is keyed by digest so that a memory dump of it holds no usable token.
  const verified = new LRUCache<string, Principal>({ max: options.cacheSize ?? 10_000 });

  return {
    async verify(token) {
      if (token.length > MAX_TOKEN_LENGTH) throw invalidToken();
      const digest = hash('sha256', token, 'base64url');
      const known = verified.get(digest);
      if (known !== undefined) {
        if (known.expiresAt > now().getTime() / 1000) return known;
        verified.delete(digest);
        throw expiredToken();
      }
      const principal = await verifyAfresh(token, keySet, options, now());
      verified.set(digest, principal);
      return principal;
    },
  };
}

async function verifyAfresh(
  token: string,
  keys: JWTVerifyGetKey,
  realm: TokenRealm,
  now: Date,
): Promise<Principal> {
  const { payload } = await jwtVerify(token, keys, {
    algorithms: [SIGNATURE_ALGORITHM],
    typ: TYPE,
    issuer: realm.issuer,
    audience: realm.audience,
    requiredClaims: ['sub', 'jti', 'iat', 'exp'],
    currentDate: now,
  }).catch((error: unknown) => {
    throw refusalOf(error);
  });
  const claims = accessTokenClaims.safeParse(payload);
  if (!claims.success) throw invalidToken();
  const { sub, company, sid, roles, permissions, jti, iat, exp } = claims.data;
  // What is withdrawn is withdrawn from tokens that are older, so one that was issued tomorrow would outlive it.
  if (iat > now.getTime() / 1000 + CLOCK_TOLERANCE_SECONDS) throw invalidToken();
  return Object.freeze({
    userId: sub,
    companyId: company,
    sessionId: sid,
    roles: Object.freeze(roles),
    permissions: new Set(permissions),
    tokenId: jti,
    issuedAt: iat,
    expiresAt: exp,
  });
}

function isPermission(name: string): name is Permission {
  return permissionName.safeParse(name).success;
}

/** Faults of the token itself; everything else is a fault of the key set, and not the caller's. */
const TOKEN_FAULTS = [
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return expiredToken();
  if (TOKEN_FAULTS.some((fault) => error instanceof fault)) return invalidToken();
  const unavailable = new DomainError('SERVICE_UNAVAILABLE', 'The keys of access tokens cannot be read.');
  unavailable.cause = error;
  return unavailable;
}

function expiredToken(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The access token has expired.', { reason: 'EXPIRED' });
}

function invalidToken(): DomainError {
  return new DomainError('UNAUTHENTICATED', 'The access token is not valid.', { reason: 'INVALID' });
}
