import { hash, verify, type Options } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { badInput } from '#shared/domain/errors.ts';
import { processMetrics, SECONDS } from '#shared/platform/metrics.ts';

/** OWASP's first choice for argon2id: 46 MiB, one pass, one lane. Hashes carry their own figures. */
const ARGON2ID: Options = {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the library's const enum has no value
  algorithm: 2,
  memoryCost: 47_104,
  timeCost: 1,
  parallelism: 1,
};

/** Bounds the work that a stranger can ask for; the text is hashed whole. */
export const MAX_PASSWORD_LENGTH = 128;

const times = processMetrics.distribution(
  'davtari_argon2_seconds',
  'Time that hashing or checking one password took, waiting for a thread included.',
  SECONDS,
  ['work'],
);

export async function hashPassword(password: string): Promise<string> {
  return timed('hash', hash(normalised(password), ARGON2ID));
}

export async function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return timed('verify', verify(passwordHash, normalised(password)));
}

async function timed<T>(work: 'hash' | 'verify', outcome: Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await outcome;
  } finally {
    times.of(work).observe((performance.now() - began) / 1000);
  }
}

const SHORTEST_PASSWORD = 8;

/** The commonest passwords of those that are long enough: whoever guesses begins with them. */
const COMMONEST = new Set(
  dictionary['passwords-common'].filter((password) => Array.from(password).length >= SHORTEST_PASSWORD),
);

/**
 * Takes a new password of 8–128 characters that is neither among the commonest nor the user's own address or name.
 * The password is never quoted.
 * @throws DomainError BAD_USER_INPUT naming `field`.
 */
export function demandGoodPassword(
  password: string,
  user: { readonly email: string; readonly name: string },
  field = 'password',
): void {
  const refused = (why: string) => badInput(field, '…', why);
  const length = Array.from(password).length;
  if (length < SHORTEST_PASSWORD || length > MAX_PASSWORD_LENGTH) {
    throw refused(`must have ${SHORTEST_PASSWORD}–${MAX_PASSWORD_LENGTH} characters`);
  }
  if (password.includes('\0') || /\p{Surrogate}/u.test(password)) {
    throw refused('must hold neither NUL bytes nor broken Unicode');
  }
  const folded = normalised(password).toLowerCase();
  if (COMMONEST.has(folded)) throw refused('is among the commonest passwords');
  const email = user.email.toLowerCase();
  const name = normalised(user.name).toLowerCase();
  const own = [email, email.slice(0, email.lastIndexOf('@')), name, name.replaceAll(/\s/gu, '')];
  if (own.includes(folded)) throw refused('must not be the address or the name of the user');
}

/** Keyboards differ in how they compose a letter; the same password must come out the same. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}
