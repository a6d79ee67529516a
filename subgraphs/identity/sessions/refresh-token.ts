import { hash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** 256 random bits. They cannot be guessed, so a plain digest protects them well enough at rest. */
export function newRefreshToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** SHA-256 in hexadecimal: the only form in which a refresh token is stored. */
export function refreshTokenHash(token: string): string {
  return hash('sha256', token, 'hex');
}
