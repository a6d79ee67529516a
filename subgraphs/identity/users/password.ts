import { hash, verify, type Options } from '@node-rs/argon2';

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

export async function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), ARGON2ID);
}

export async function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, normalised(password));
}

/** Keyboards differ in how they compose a letter; the same password must come out the same. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}
