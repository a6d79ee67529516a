import { createHash, randomBytes } from 'node:crypto';

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** 256 bits of chance; nobody guesses it, so a plain digest is enough to keep it by. */
export function newInvitationToken(): string {
  return randomBytes(32).toString('base64url');
}

export function invitationTokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** What never was a token of ours need not be looked for. */
export function isInvitationToken(text: string): boolean {
  return SHAPE.test(text);
}
