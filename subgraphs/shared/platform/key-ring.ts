import { open, stat, unlink } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import {
  newSigningJwk,
  publicKeySet,
  readOrCreateKeyFile,
  replaceKeyFile,
  signingKeyOf,
  type SigningKey,
} from './keys.ts';
import type { Logger } from './log.ts';

/**
 * The keys of access tokens: one that signs, those before it whose tokens may still be alive, and perhaps one that
 * will sign soon. A new key is published for a while before it signs, so that every verifier knows it by then, and
 * the one it follows stays published until its last token has expired: nobody notices a rotation.
 *
 * The file holds `{ "keys": [ { …private JWK, "signsFrom", "publishedUntil" } ] }`, or one bare JWK, which is a ring
 * of one.
 */
export interface KeyRing {
  /** The key that signs now. */
  signingKey(): Promise<SigningKey>;
  /** Public halves of all keys by which tokens may be verified now or soon. */
  keySet(): Promise<JSONWebKeySet>;
}

/** A key of the ring. */
export interface RingKey {
  readonly key: SigningKey;
  /** Milliseconds since the epoch. */
  readonly signsFrom: number;
  /** Milliseconds since the epoch; null while no other key has been put in its place. */
  readonly publishedUntil: number | null;
}

/** How long a new key is published before it signs: as long as the answer of `/.well-known/jwks.json` is kept. */
export const PUBLISHED_AHEAD_SECONDS = 5 * 60;
/** Clocks of issuers and verifiers differ by less than this. */
const MARGIN_SECONDS = 60;
const LOOK_MILLISECONDS = 2_000;

/** A ring of one key that lives in memory. */
export function ringOf(key: SigningKey): KeyRing {
  const keySet = publicKeySet([key]);
  return { signingKey: () => Promise.resolve(key), keySet: () => Promise.resolve(keySet) };
}

/**
 * Opens the ring of a file, and makes the file when there is none. The file is looked at again every few seconds
 * at most, when the ring is asked, so that a running process follows a rotation by itself.
 */
export async function openKeyRing(
  file: string,
  options: { readonly log?: Logger; readonly now?: () => number; readonly lookMilliseconds?: number } = {},
): Promise<KeyRing> {
  const now = options.now ?? Date.now;
  const every = options.lookMilliseconds ?? LOOK_MILLISECONDS;
  let keys = await readKeyRing(file);
  let seen = await fingerprint(file);
  let lookedAt = performance.now();
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    try {
      const found = await fingerprint(file);
      if (found === seen) return;
      keys = await readKeyRing(file);
      seen = found;
      options.log?.info({ event: 'keys.changed', kids: keys.map(({ key }) => key.kid) });
    } catch (err) {
      // The keys that are known are as good as they were; whoever broke the file is told.
      options.log?.error({ event: 'keys.unreadable', file, err });
    }
  }

  async function current(): Promise<readonly RingKey[]> {
    if (looking !== undefined || performance.now() - lookedAt >= every) {
      lookedAt = performance.now();
      looking ??= look().finally(() => (looking = undefined));
      await looking;
    }
    return keys;
  }

  return {
    signingKey: async () => signingAt(await current(), now()).key,
    keySet: async () => publicKeySet(publishedAt(await current(), now()).map(({ key }) => key)),
  };
}

/** The key that signs at a moment: of those that have begun to, the last. */
export function signingAt(keys: readonly RingKey[], moment: number): RingKey {
  const begun = keys.filter(({ signsFrom }) => signsFrom <= moment);
  const signing = (begun.length > 0 ? begun : keys).reduce<RingKey | undefined>(
    (last, key) => (last === undefined || key.signsFrom >= last.signsFrom ? key : last),
    undefined,
  );
  if (signing === undefined) throw new Error('a ring has a key at least');
  return signing;
}

/** The keys that verifiers must know at a moment. */
export function publishedAt(keys: readonly RingKey[], moment: number): RingKey[] {
  return keys.filter(({ publishedUntil }) => publishedUntil === null || publishedUntil > moment);
}

const moment = z.iso.datetime().transform((text) => Date.parse(text));
const ringFile = z.object({
  keys: z
    .array(z.looseObject({ signsFrom: moment, publishedUntil: moment.optional() }))
    .min(1)
    .max(100),
});

/** Reads the keys of a ring's file, and makes the file when there is none. */
export async function readKeyRing(file: string): Promise<readonly RingKey[]> {
  return (await readRingFile(file)).map(({ key, signsFrom, publishedUntil }) => ({
    key,
    signsFrom,
    publishedUntil,
  }));
}

/** With the private half as it stands in the file, for writing it back. */
interface FiledKey extends RingKey {
  readonly jwk: Readonly<Record<string, unknown>>;
}

async function readRingFile(file: string): Promise<readonly FiledKey[]> {
  const text = await readOrCreateKeyFile(file, newSigningJwk);
  const content = jsonOrUndefined(text);
  const ring = ringFile.safeParse(content);
  if (!ring.success) {
    // Not a ring, so one bare key, or a file that is refused without being quoted.
    const key = await signingKeyOf(() => content, file);
    return [{ key, jwk: content as Record<string, unknown>, signsFrom: 0, publishedUntil: null }];
  }
  return Promise.all(
    ring.data.keys.map(async ({ signsFrom, publishedUntil, ...jwk }) => ({
      key: await signingKeyOf(() => jwk, file),
      jwk,
      signsFrom,
      publishedUntil: publishedUntil ?? null,
    })),
  );
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No key is undefined, so the file is refused.
    return undefined;
  }
}

/** Two looks at a file that answer the same saw the same content. */
async function fingerprint(file: string): Promise<string> {
  const { ino, size, mtimeMs } = await stat(file);
  return `${String(ino)}:${String(size)}:${String(mtimeMs)}`;
}

/**
 * Adds a key that signs from `aheadSeconds` on, and lets those whose tokens have all expired go. The key that signs
 * until then stays published for as long as its last token lives.
 */
export async function rotateKeyRing(
  file: string,
  options: { readonly aheadSeconds: number; readonly tokenSeconds: number; readonly now?: number },
): Promise<readonly RingKey[]> {
  const now = options.now ?? Date.now();
  // An installation that never started has neither file nor folder.
  await readRingFile(file);
  const release = await lockFile(`${file}.lock`);
  try {
    const keys = await readRingFile(file);
    const signsFrom = now + options.aheadSeconds * 1000;
    // One that has not signed yet would be overtaken, and would sign nothing.
    const kept = publishedAt(keys, now).filter((known) => known.signsFrom <= now) as FiledKey[];
    const coming = keys.find((known) => known.signsFrom > now);
    if (coming !== undefined && options.aheadSeconds > 0) {
      throw new Error(
        `the key ${coming.key.kid} begins to sign at ${new Date(coming.signsFrom).toISOString()}; rotate after that`,
      );
    }
    const goneAt = signsFrom + (options.tokenSeconds + MARGIN_SECONDS) * 1000;
    const jwk = newSigningJwk() as Record<string, unknown>;
    const ring: FiledKey[] = [
      ...kept.map((known) => ({ ...known, publishedUntil: known.publishedUntil ?? goneAt })),
      { key: await signingKeyOf(() => jwk, file), jwk, signsFrom, publishedUntil: null },
    ];
    await replaceKeyFile(file, {
      keys: ring.map((known) => ({
        ...known.jwk,
        signsFrom: new Date(known.signsFrom).toISOString(),
        ...(known.publishedUntil === null
          ? {}
          : { publishedUntil: new Date(known.publishedUntil).toISOString() }),
      })),
    });
    return ring.map(({ key, signsFrom: from, publishedUntil }) => ({ key, signsFrom: from, publishedUntil }));
  } finally {
    await release();
  }
}

/** Of two rotations at once the second would lose the key of the first. */
async function lockFile(lock: string): Promise<() => Promise<void>> {
  try {
    await (await open(lock, 'wx', 0o600)).close();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new Error(`another rotation is under way; if none is, remove ${lock}`, { cause: error });
  }
  return () => unlink(lock);
}
