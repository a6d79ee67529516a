import type { Permission } from '#shared/domain/permissions.ts';

/** One operation as a partner hands it in. Name and type are taken from the text when they are left out. */
export interface SubmittedOperation {
  readonly id: string;
  readonly body: string;
  readonly name?: string;
  readonly type?: string;
}

/** One operation that may be registered. */
export interface CheckedOperation {
  readonly id: string;
  readonly name: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly body: string;
}

/** Why an operation cannot be registered, or would not run any more. */
export interface ManifestFault {
  readonly operationId: string;
  readonly message: string;
  /** Place in the operation's text, counted from 1. */
  readonly line?: number;
  readonly column?: number;
}

export interface ManifestVerdict {
  readonly operations: readonly CheckedOperation[];
  /** All of them, not only the first. Nothing may be registered while there is one. */
  readonly faults: readonly ManifestFault[];
}

/**
 * Judges operations by a supergraph and by the rules that are published in it. Identity keeps partners and their
 * operations and knows no supergraph, so whoever puts the parts together hands it this.
 */
export type ManifestChecker = (
  operations: readonly SubmittedOperation[],
  scopes: ReadonlySet<Permission>,
) => Promise<ManifestVerdict>;

const SHA256 = /^(?:sha256:)?([0-9a-f]{64})$/i;

/**
 * The one form of an operation's id: clients may write the digest of the text with `sha256:` before it, and in
 * capitals.
 */
export function operationId(given: string): string {
  return SHA256.exec(given)?.[1]?.toLowerCase() ?? given;
}

/** True for an id that says it is the SHA-256 digest of the text. */
export function isDigest(id: string): boolean {
  return SHA256.test(id);
}
