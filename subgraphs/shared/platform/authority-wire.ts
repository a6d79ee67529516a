import { z } from 'zod';
import { ERROR_CODES, type DomainError, type ErrorCode } from '#shared/domain/errors.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';
import type { AdmittedPartner } from './access-authority.ts';
import type { RevocationSubject } from './revocation.ts';
import { SECURITY_EVENT_KINDS } from './security-event.ts';

/**
 * The port `AccessAuthority` as it travels between processes: what identity's routes send, and the gateway's client
 * reads. Whatever does not fit is refused on either side.
 */
export const AUTHORITY_PATHS = {
  keys: '/authority/keys',
  revocations: '/authority/revocations',
  partner: '/authority/partner',
  operation: '/authority/operation',
  operations: '/authority/operations',
  securityEvents: '/authority/security-events',
} as const;

/** How often a blank line tells that a stream of revocations is alive. */
export const REVOCATION_HEARTBEAT_MILLISECONDS = 5_000;

export const refusedAnswer = z.object({
  refused: z.object({
    code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]),
    message: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
});

export function refusedOnWire({ code, message, details }: DomainError): z.infer<typeof refusedAnswer> {
  return { refused: { code, message, details } };
}

export const keysAnswer = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

const subject = z.custom<RevocationSubject>(
  (value) => typeof value === 'string' && /^(session|member|key):/.test(value),
);
export const revocationsLine = z.object({
  revocations: z.array(z.object({ subject, issuedBefore: z.number().nullable(), until: z.number() })),
});

export const partnerQuestion = z.object({
  apiKey: z.string(),
  companyId: z.string().optional(),
  address: z.string().optional(),
  requestId: z.string().optional(),
});

const permission = z.custom<Permission>((value) => (PERMISSIONS as readonly unknown[]).includes(value));
export const partnerAnswer = z.object({
  principal: z.object({
    userId: z.string(),
    companyId: z.string(),
    roles: z.array(z.string()),
    permissions: z.array(permission),
    tokenId: z.string(),
    sessionId: z.string(),
    issuedAt: z.number(),
    expiresAt: z.number(),
    partner: z.object({ id: z.string(), keyId: z.string() }),
  }),
  limits: z.object({
    requestsPerMinute: z.number(),
    requestsPerHour: z.number(),
    costPerMinute: z.number(),
  }),
});

/** Sets do not travel as JSON. */
export function partnerOnWire({ principal, limits }: AdmittedPartner): unknown {
  return { principal: { ...principal, permissions: [...principal.permissions] }, limits };
}

export function partnerFromWire({ principal, limits }: z.infer<typeof partnerAnswer>): AdmittedPartner {
  return {
    principal: Object.freeze({ ...principal, permissions: new Set(principal.permissions) }),
    limits: Object.freeze(limits),
  };
}

export const operationQuestion = z.object({ partnerId: z.string(), operationId: z.string() });
export const operationAnswer = z.object({
  operation: z
    .object({
      id: z.string(),
      name: z.string(),
      type: z.enum(['query', 'mutation', 'subscription']),
      body: z.string(),
      version: z.number(),
    })
    .nullable(),
});

export const operationsQuestion = z.object({
  after: z.object({ partnerId: z.string(), operationId: z.string() }).nullable(),
});
export const operationsAnswer = z.object({
  operations: z.array(
    z.object({
      partnerId: z.string(),
      operationId: z.string(),
      body: z.string(),
      scopes: z.array(permission),
    }),
  ),
});

export const securityEventsMessage = z.object({
  events: z
    .array(
      z.object({
        kind: z.enum(SECURITY_EVENT_KINDS),
        companyId: z.string().nullable(),
        actorId: z.string().nullable(),
        subjectId: z.string().optional(),
        address: z.string().optional(),
        requestId: z.string().optional(),
        details: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .max(1_000),
});
