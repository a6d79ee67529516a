import { hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** An API key in its two halves: the visible prefix that finds it, and the secret that proves it. */
export interface KeyText {
  readonly prefix: string;
  readonly secret: string;
}

const PREFIX_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const PREFIX_LENGTH = 8;
const SECRET_BYTES = 32;
const FORM = /^dvt_([a-z0-9]{8})_([A-Za-z0-9_-]{43})$/;

/** A new key: 256 random bits behind a prefix by which people tell it from others. */
export function newKeyText(): KeyText {
  const letters = Array.from(
    { length: PREFIX_LENGTH },
    () => PREFIX_LETTERS[randomInt(PREFIX_LETTERS.length)],
  );
  return { prefix: letters.join(''), secret: randomBytes(SECRET_BYTES).toString('base64url') };
}

/** `dvt_<prefix>_<secret>`: what the partner is given, and what scanners for lost secrets know it by. */
export function writeKeyText({ prefix, secret }: KeyText): string {
  return `dvt_${prefix}_${secret}`;
}

export function readKeyText(text: string): KeyText | undefined {
  const [, prefix, secret] = FORM.exec(text) ?? [];
  return prefix === undefined || secret === undefined ? undefined : { prefix, secret };
}

/** SHA-256 in hexadecimal: the only form in which a secret is stored. Nobody guesses 256 random bits. */
export function secretHash(secret: string): string {
  return hash('sha256', secret, 'hex');
}

/** Whether the secret is the one that was digested, in a time that does not tell how nearly it is. */
export function isSecretOf(stored: string, secret: string): boolean {
  return timingSafeEqual(Buffer.from(stored, 'hex'), Buffer.from(secretHash(secret), 'hex'));
}
