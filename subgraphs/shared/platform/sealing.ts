import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readOrCreateKeyFile } from './keys.ts';

/** Keeps texts secret at rest: who has the database but not the key can neither read nor exchange them. */
export interface Sealing {
  /** Seals a text. Only who names the same `subject`, for example a user's id, can open it. */
  seal(text: string, subject: string): string;
  /** Opens what was sealed. Throws when it was made by another key, for another subject, or changed. */
  open(sealed: string, subject: string): string;
  /** A keyed digest in hexadecimal, by which equal texts are known without being told. */
  digest(text: string): string;
}

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Sealing by keys that are derived (HKDF) from a secret of high entropy, for one purpose. */
export function sealingBy(secret: Uint8Array, purpose: string): Sealing {
  const derive = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `davtari ${purpose} ${use}`, KEY_BYTES));
  const sealingKey = derive('seal');
  const digestKey = derive('digest');
  return {
    seal(text, subject) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, sealingKey, nonce).setAAD(Buffer.from(subject, 'utf8'));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, subject) {
      const bytes = Buffer.from(sealed, 'base64url');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, sealingKey, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(subject, 'utf8'))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([body, decipher.final()]).toString('utf8');
    },
    digest: (text) => createHmac('sha256', digestKey).update(text, 'utf8').digest('hex'),
  };
}

const secretJwk = z.object({ kty: z.literal('oct'), k: z.base64url().min(43) });

/** Reads the secret of a key file (a symmetric JWK), and makes the file when there is none. */
export async function loadOrCreateSecret(file: string): Promise<Uint8Array> {
  const text = await readOrCreateKeyFile(file, () => ({
    kty: 'oct',
    k: randomBytes(KEY_BYTES).toString('base64url'),
  }));
  try {
    return Buffer.from(secretJwk.parse(JSON.parse(text)).k, 'base64url');
  } catch (error) {
    // The cause may quote the file, and the file is a secret: its class is all that is told.
    const why = error instanceof Error ? error.name : 'unknown fault';
    throw new Error(`${file} holds no symmetric key in JWK format (${why})`);
  }
}
