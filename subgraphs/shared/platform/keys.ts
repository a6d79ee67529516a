import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, type JSONWebKeySet, type JWK } from 'jose';
import { z } from 'zod';

/** The one signature algorithm of the house, pinned wherever something is verified: Ed25519. */
export const SIGNATURE_ALGORITHM = 'EdDSA';

/** A private Ed25519 key, and what others need to verify its signatures. */
export interface SigningKey {
  /** RFC 7638 thumbprint: the same key has the same id in every process. */
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: JWK;
}

/**
 * Reads the signing key of a file, and makes the file when there is none. Processes that start together end up
 * with one and the same key: whoever links the finished file first wins, and all read what won.
 */
export async function loadOrCreateSigningKey(file: string): Promise<SigningKey> {
  return parseSigningKey(await readOrCreateKeyFile(file, newSigningJwk), file);
}

/** The private half of a fresh key, as a key file holds it. */
export function newSigningJwk(): object {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
}

/** A fresh key that is kept nowhere. */
export async function generateSigningKey(): Promise<SigningKey> {
  return signingKey(generateKeyPairSync('ed25519').privateKey);
}

/** What `/.well-known/jwks.json` publishes: public halves only. */
export function publicKeySet(keys: readonly SigningKey[]): JSONWebKeySet {
  return { keys: keys.map((key) => key.publicJwk) };
}

const privateJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  d: z.string(),
  x: z.string(),
});

async function parseSigningKey(text: string, file: string): Promise<SigningKey> {
  return signingKeyOf(() => JSON.parse(text) as unknown, file);
}

/** The signing key that a JWK describes. What is wrong with it is told without quoting it. */
export async function signingKeyOf(jwk: () => unknown, file: string): Promise<SigningKey> {
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey({ key: privateJwk.parse(jwk()), format: 'jwk' });
  } catch (error) {
    // The cause may quote the file, and the file is a secret: its class is all that is told.
    const why = error instanceof Error ? error.name : 'unknown fault';
    throw new Error(`${file} holds no private Ed25519 key in JWK format (${why})`);
  }
  return signingKey(privateKey);
}

async function signingKey(privateKey: KeyObject): Promise<SigningKey> {
  // The public half is computed, so a file whose halves do not fit together cannot publish a wrong key.
  const { kty, crv, x } = createPublicKey(privateKey).export({ format: 'jwk' }) as Record<string, string>;
  const bare = { kty, crv, x } as JWK;
  const kid = await calculateJwkThumbprint(bare);
  return { kid, privateKey, publicJwk: { ...bare, kid, alg: SIGNATURE_ALGORITHM, use: 'sig' } };
}

/**
 * The text of a key file; it is made, readable by its owner only, when there is none. Of processes that start
 * together the first one's file stays, and all read what stayed.
 */
export async function readOrCreateKeyFile(file: string, create: () => object): Promise<string> {
  const existing = await readIfThere(file);
  if (existing !== undefined) return existing;
  const draft = await writeDraft(file, create());
  try {
    // A hard link appears whole or not at all and, unlike a rename, never replaces the key of another process.
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  return readFile(file, 'utf8');
}

/** Puts new content in the place of a key file, whole or not at all. */
export async function replaceKeyFile(file: string, content: object): Promise<void> {
  await rename(await writeDraft(file, content), file);
}

async function writeDraft(file: string, content: object): Promise<string> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(content)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
