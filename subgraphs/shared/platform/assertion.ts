import { hash } from 'node:crypto';
import { createLocalJWKSet, jwtVerify, SignJWT, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { DomainError } from '#shared/domain/errors.ts';
import { principalClaims } from './access-token.ts';
import { SIGNATURE_ALGORITHM, type SigningKey } from './keys.ts';
import { MAX_USER_AGENT, type Caller, type Principal } from './principal.ts';

/**
 * How the gateway vouches for a caller when it calls a subgraph over HTTP: a JWT that lives for seconds, signed by
 * the gateway's own key. Claims: those of a principal (absent before sign-in), `tid`, `tiat` and `texp` (id, beginning and
 * end of the access token), `partner` (whose API key it was), `lang` (language of texts), `addr` (address of the
 * client) and `ua` (what the client calls itself).
 */
const TYPE = 'davtari-caller+jwt';
const ISSUER = 'davtari-gateway';

/** Audience of an assertion that any subgraph may accept. */
export const ANY_SUBGRAPH = 'subgraphs';

/** Header that carries the assertion. Whatever a client sends under this name never gets past the gateway. */
export const ASSERTION_HEADER = 'x-davtari-caller';

/** Header that carries the request's id; it is for the log only and so need not be signed. */
export const REQUEST_ID_HEADER = 'x-request-id';

const LIFETIME_SECONDS = 30;
/** No assertion older than this is believed, whatever its own `exp` says. */
const MAX_AGE_SECONDS = 60;
/** How long the same assertion is sent again before a new one is signed. */
const REUSE_MILLISECONDS = 5_000;
/** By how much the clocks of gateway and subgraph may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;

export interface AssertionSigner {
  /** Text of the assertion. Signing is paid once in a few seconds for each principal, not once a fetch. */
  sign(caller: Caller): Promise<string>;
}

/** Signs for the gateway. */
export function createAssertionSigner(
  key: SigningKey,
  options: { readonly audience?: string; readonly now?: () => Date } = {},
): AssertionSigner {
  const now = options.now ?? (() => new Date());
  const audience = options.audience ?? ANY_SUBGRAPH;
  const signed = new LRUCache<string, { readonly text: Promise<string>; readonly until: number }>({
    max: 10_000,
  });
  const numberOf = numberPrincipals();

  return {
    async sign(caller) {
      const at = now();
      const reuseKey = `${numberOf(caller.principal)}|${caller.language}|${caller.address ?? ''}|${caller.userAgent ?? ''}`;
      const known = signed.get(reuseKey);
      if (known !== undefined && known.until > at.getTime()) return known.text;
      const text = signCaller(key, audience, caller, at);
      // A refusal to vouch for an expired token is remembered too, and stays true.
      signed.set(reuseKey, { text, until: at.getTime() + REUSE_MILLISECONDS });
      return text;
    },
  };
}

async function signCaller(key: SigningKey, audience: string, caller: Caller, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const { principal } = caller;
  if (principal !== null && principal.expiresAt <= now.getTime() / 1000) {
    throw new DomainError('UNAUTHENTICATED', 'The access token has expired.', { reason: 'EXPIRED' });
  }
  const claims = {
    lang: caller.language,
    ...(caller.address === undefined ? {} : { addr: caller.address }),
    ...(caller.userAgent === undefined ? {} : { ua: caller.userAgent.slice(0, MAX_USER_AGENT) }),
    ...(principal === null ? {} : claimsOf(principal)),
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: SIGNATURE_ALGORITHM, typ: TYPE, kid: key.kid })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(Math.min(issuedAt + LIFETIME_SECONDS, principal?.expiresAt ?? Infinity))
    .sign(key.privateKey);
}

function claimsOf(principal: Principal): Record<string, unknown> {
  return {
    sub: principal.userId,
    company: principal.companyId,
    sid: principal.sessionId,
    roles: principal.roles,
    permissions: [...principal.permissions],
    tid: principal.tokenId,
    tiat: principal.issuedAt,
    texp: principal.expiresAt,
    ...(principal.partner === undefined ? {} : { partner: principal.partner }),
  };
}

/**
 * Principals are immutable, so one object always needs one and the same assertion, and telling objects apart is
 * cheaper than comparing what they hold.
 */
function numberPrincipals(): (principal: Principal | null) => number {
  const numbers = new WeakMap<Principal, number>();
  let last = 0;
  return (principal) => {
    if (principal === null) return 0;
    let number = numbers.get(principal);
    if (number === undefined) {
      number = ++last;
      numbers.set(principal, number);
    }
    return number;
  };
}

export interface AssertionVerifier {
  /**
   * The caller that the gateway vouches for. A call without an assertion, or with one that is forged, stale or meant
   * for another subgraph, is refused with `UNAUTHENTICATED`.
   */
  verify(assertion: string | undefined, requestId: string): Promise<Caller>;
}

const assertionClaims = z.object({
  exp: z.number(),
  lang: z.enum(['ka', 'en']),
  addr: z.string().optional(),
  ua: z.string().max(MAX_USER_AGENT).optional(),
});
const vouchedPrincipal = principalClaims.extend({
  tid: z.string().min(1),
  tiat: z.number(),
  texp: z.number(),
  partner: z.object({ id: z.uuid(), keyId: z.uuid() }).optional(),
});

const MAX_ASSERTION_LENGTH = 8 * 1024;

/** Verifies for one subgraph, which believes assertions made for it or for any subgraph. */
export function createAssertionVerifier(
  keys: JSONWebKeySet | JWTVerifyGetKey,
  options: { readonly subgraph: string; readonly now?: () => Date },
): AssertionVerifier {
  const keySet = typeof keys === 'function' ? keys : createLocalJWKSet(keys);
  const now = options.now ?? (() => new Date());
  const verified = new LRUCache<string, VouchedFor>({ max: 10_000 });

  return {
    async verify(assertion, requestId) {
      if (assertion === undefined || assertion.length > MAX_ASSERTION_LENGTH) throw notVouchedFor();
      const digest = hash('sha256', assertion, 'base64url');
      const at = now();
      const known = verified.get(digest) ?? (await verifyAfresh(assertion, keySet, options.subgraph, at));
      if (known.until <= at.getTime() / 1000) {
        verified.delete(digest);
        throw notVouchedFor();
      }
      verified.set(digest, known);
      return { ...known.caller, requestId };
    },
  };
}

interface VouchedFor {
  readonly caller: Omit<Caller, 'requestId'>;
  /** Seconds since the epoch. */
  readonly until: number;
}

async function verifyAfresh(
  assertion: string,
  keys: JWTVerifyGetKey,
  subgraph: string,
  now: Date,
): Promise<VouchedFor> {
  const { payload } = await jwtVerify(assertion, keys, {
    algorithms: [SIGNATURE_ALGORITHM],
    typ: TYPE,
    issuer: ISSUER,
    audience: [ANY_SUBGRAPH, subgraph],
    requiredClaims: ['iat', 'exp'],
    maxTokenAge: MAX_AGE_SECONDS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: now,
  }).catch((cause: unknown) => {
    throw notVouchedFor(cause);
  });
  const claims = assertionClaims.safeParse(payload);
  if (!claims.success) throw notVouchedFor(claims.error);
  const { exp, lang, addr, ua } = claims.data;
  const principal = payload.sub === undefined ? null : principalOf(payload);
  return {
    caller: {
      principal,
      language: lang,
      ...(addr === undefined ? {} : { address: addr }),
      ...(ua === undefined ? {} : { userAgent: ua }),
    },
    until: exp + CLOCK_TOLERANCE_SECONDS,
  };
}

function principalOf(payload: unknown): Principal {
  const claims = vouchedPrincipal.safeParse(payload);
  if (!claims.success) throw notVouchedFor(claims.error);
  const { sub, company, sid, roles, permissions, tid, tiat, texp, partner } = claims.data;
  return Object.freeze({
    userId: sub,
    companyId: company,
    sessionId: sid,
    roles: Object.freeze(roles),
    permissions: new Set(permissions),
    tokenId: tid,
    issuedAt: tiat,
    expiresAt: texp,
    ...(partner === undefined ? {} : { partner }),
  });
}

function notVouchedFor(cause?: unknown): DomainError {
  const error = new DomainError('UNAUTHENTICATED', 'The call carries no valid assertion of the gateway.');
  // For the log of the subgraph; the answer says no more than the message.
  if (cause !== undefined) error.cause = cause;
  return error;
}
