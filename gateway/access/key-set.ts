import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { AccessAuthority } from '#shared/platform/access-authority.ts';

/** The public keys of access tokens as the gateway remembers them. */
export interface KeySet {
  /** Finds the key of a token; asks the authority again when a token names one that is not known. */
  readonly keyOf: JWTVerifyGetKey;
  /** What `/.well-known/jwks.json` tells. */
  published(): Promise<JSONWebKeySet>;
}

/** However many tokens name unknown keys, the authority is asked for them no more often than this. */
const COOLDOWN_MILLISECONDS = 10_000;
const KEPT_MILLISECONDS = 5 * 60_000;

interface Loaded {
  readonly jwks: JSONWebKeySet;
  readonly find: JWTVerifyGetKey;
  readonly at: number;
}

export function rememberKeySet(
  authority: Pick<AccessAuthority, 'keySet'>,
  now: () => number = () => performance.now(),
): KeySet {
  let loaded: Loaded | undefined;
  let loading: Promise<Loaded> | undefined;

  function load(): Promise<Loaded> {
    loading ??= authority
      .keySet()
      .then((jwks) => (loaded = { jwks, find: createLocalJWKSet(jwks), at: now() }))
      .finally(() => (loading = undefined));
    return loading;
  }

  async function current(): Promise<Loaded> {
    if (loaded === undefined) return load();
    if (now() - loaded.at <= KEPT_MILLISECONDS) return loaded;
    const known = loaded;
    // While the authority is away, keys that were good are as good as any.
    return load().catch(() => known);
  }

  return {
    async keyOf(header, token) {
      const known = await current();
      try {
        return await known.find(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey) || now() - known.at < COOLDOWN_MILLISECONDS)
          throw error;
        return (await load()).find(header, token);
      }
    },
    published: async () => (await current()).jwks,
  };
}
