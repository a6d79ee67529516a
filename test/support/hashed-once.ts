import { hashPassword } from '#identity/users/password.ts';

/** Hashes a password that all users of tests have when the first of them is entered: it is slow on purpose. */
export function hashedOnce(password: string): () => Promise<{ readonly hash: string }> {
  let hashed: Promise<{ readonly hash: string }> | undefined;
  return () => (hashed ??= hashPassword(password).then((hash) => ({ hash })));
}
