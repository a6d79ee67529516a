import { badInput } from '#shared/domain/errors.ts';
import { MAX_PASSWORD_LENGTH } from '../users/password.ts';

const MAX_EMAIL_LENGTH = 254;
/** One `@` between texts without blanks; whether the address exists, the sign-in will tell. */
const EMAIL = /^[^\s@]+@[^\s@]+$/;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]|\p{Surrogate}/u;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The address without blanks around it. Its case is left to the database, which compares without it. */
export function checkedEmail(email: string): string {
  const trimmed = email.trim();
  if (trimmed.length > MAX_EMAIL_LENGTH) {
    throw badInput('email', email, `must have at most ${MAX_EMAIL_LENGTH} characters`);
  }
  if (!EMAIL.test(trimmed) || CONTROL.test(trimmed))
    throw badInput('email', email, 'must be an e-mail address');
  return trimmed;
}

export function checkedPassword(password: string): string {
  return checkedSecret(password, 'password');
}

/** A password to be compared with the one that is kept; it is never quoted, not even a wrong one. */
export function checkedSecret(password: string, field: string): string {
  // Characters are what people count, not the code units of JavaScript, of which none has more than two.
  const isShort =
    password.length <= 2 * MAX_PASSWORD_LENGTH && Array.from(password).length <= MAX_PASSWORD_LENGTH;
  if (password.length < 1 || !isShort) {
    throw badInput(field, '…', `must have 1–${MAX_PASSWORD_LENGTH} characters`);
  }
  if (password.includes('\0') || /\p{Surrogate}/u.test(password)) {
    throw badInput(field, '…', 'must hold neither NUL bytes nor broken Unicode');
  }
  return password;
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

export function checkedCompanyId(companyId: string | null | undefined): string | undefined {
  if (companyId === null || companyId === undefined) return undefined;
  if (!isUuid(companyId)) throw badInput('companyId', companyId, 'must be a UUID');
  return companyId.toLowerCase();
}
