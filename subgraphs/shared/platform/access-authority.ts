import type { JSONWebKeySet } from 'jose';
import type { Permission } from '#shared/domain/permissions.ts';
import type { Principal } from './principal.ts';
import type { Revocation } from './revocation.ts';
import type { SecurityEvent } from './security-event.ts';

/**
 * What the gateway asks of identity besides GraphQL. In one process it is identity's own object; between processes
 * the same questions go over HTTP, under the gateway's assertion.
 */
export interface AccessAuthority {
  /** Public keys of the access tokens: the one that signs, and those whose tokens may still be alive. */
  keySet(): Promise<JSONWebKeySet>;
  /**
   * Revocations: first all that still matter, as one batch (perhaps empty), then new ones as they happen. Ends with
   * the signal; throws when identity goes away, and is then asked again.
   */
  revocations(signal: AbortSignal): AsyncIterable<readonly Revocation[]>;
  /**
   * The partner behind an API key. Refuses with `UNAUTHENTICATED` when the key is unknown, expired or revoked, and with
   * `FORBIDDEN` when the company asked for has not consented.
   */
  admitPartner(request: PartnerRequest): Promise<AdmittedPartner>;
  /** The operation that a partner has registered under an id, or undefined. */
  registeredOperation(partnerId: string, operationId: string): Promise<RegisteredOperation | undefined>;
  /** Some of all operations that partners may run now, in a lasting order; none behind the last one. */
  registeredOperationsAfter(place: RegisteredPlace | undefined): Promise<readonly RegisteredText[]>;
  /** Writes down what the gateway saw. */
  recordSecurityEvents(events: readonly SecurityEvent[]): Promise<void>;
}

export interface PartnerRequest {
  readonly apiKey: string;
  /** The company to act for; without it the one that made the key, or else the only one that consents. */
  readonly companyId?: string;
  readonly address?: string;
  readonly requestId?: string;
}

export interface AdmittedPartner {
  /** Has `partner`; `permissions` are the key's scopes. `expiresAt` says until when the answer may be kept. */
  readonly principal: Principal;
  readonly limits: PartnerLimits;
}

/** What a partner may spend. */
export interface PartnerLimits {
  readonly requestsPerMinute: number;
  readonly requestsPerHour: number;
  /** Sum of the operations' costs. */
  readonly costPerMinute: number;
}

export interface RegisteredOperation {
  readonly id: string;
  readonly name: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly body: string;
  /** Version of the manifest that it came from. */
  readonly version: number;
}

/** Where a registered operation stands in the order of all. */
export interface RegisteredPlace {
  readonly partnerId: string;
  readonly operationId: string;
}

/** An operation that a partner may run now, with the most that any company lets the partner do. */
export interface RegisteredText extends RegisteredPlace {
  readonly body: string;
  readonly scopes: readonly Permission[];
}

/** The scopes that a partner's key may be given: what changes who may do what stays with people. */
export type PartnerScope = Exclude<Permission, 'admin:users' | 'admin:system'>;
