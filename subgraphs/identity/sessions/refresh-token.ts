import { hash, randomBytes } from 'node:crypto';
import { sealingBy } from '#shared/platform/sealing.ts';

const BYTES = 32;

/** 256 random bits. They cannot be guessed, so a plain digest protects them well enough at rest. */
export function newRefreshToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** SHA-256 in hexadecimal: the only form in which a refresh token is stored. */
export function refreshTokenHash(token: string): string {
  return hash('sha256', token, 'hex');
}

/** Seals the successor of a token so that only its holder can open it. */
export function sealSuccessor(token: string, successor: string): string {
  return successorSealing(token).seal(successor, refreshTokenHash(token));
}

/** The successor of a token that its holder shows again. */
export function openSuccessor(token: string, sealed: string): string {
  return successorSealing(token).open(sealed, refreshTokenHash(token));
}

/** The token has 256 random bits, so a key derived from it is as good as a key. */
function successorSealing(token: string) {
  return sealingBy(Buffer.from(token, 'utf8'), 'refresh token successor');
}
