import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app knows it. */
const TIME_CODES = { issuer: 'Davtari', algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Clocks of devices may be one step ahead or behind. */
const STEPS_OFF = 1;
const SECRET_BYTES = 20;

/** A fresh secret in base32. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an authenticator app reads from a QR code. */
export function secretUri(secret: string, email: string): string {
  return new TOTP({ ...TIME_CODES, label: email, secret: Secret.fromBase32(secret) }).toString();
}

/** Number of the time step that a code of six digits belongs to; null when it is none of this moment. */
export function stepOf(secret: string, code: string, now: number = Date.now()): number | null {
  const totp = new TOTP({ ...TIME_CODES, secret: Secret.fromBase32(secret) });
  const off = totp.validate({ token: code, timestamp: now, window: STEPS_OFF });
  return off === null ? null : totp.counter({ timestamp: now }) + off;
}

const RECOVERY_CODES = 10;
/** Without what is easily mistaken for something else. 10 of these 32 signs are 50 bits. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz023456789';
const HALF = 5;

/** Ten codes like `k3xw7-9dmpa`, each good once. */
export function newRecoveryCodes(): string[] {
  const half = (): string => Array.from({ length: HALF }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: RECOVERY_CODES }, () => `${half()}-${half()}`);
}

/** What was typed, as one or the other kind of code; null when it is neither. */
export function readCode(text: string): { kind: 'CODE' | 'RECOVERY_CODE'; code: string } | null {
  const bare = text.replaceAll(/[\s-]/g, '').toLowerCase();
  if (/^\d{6}$/.test(bare)) return { kind: 'CODE', code: bare };
  if (/^[a-z0-9]{10}$/.test(bare)) return { kind: 'RECOVERY_CODE', code: bare };
  return null;
}
