import {
  PUBLISHED_AHEAD_SECONDS,
  publishedAt,
  readKeyRing,
  rotateKeyRing,
  signingAt,
  type RingKey,
} from '#shared/platform/key-ring.ts';
import { EXIT } from '#cli/exit.ts';
import type { CommandContext } from './context.ts';

/** `davtari keys list`: the keys of access tokens, public facts only. */
export async function runKeysList({ config, output }: CommandContext): Promise<number> {
  tell(await readKeyRing(config.accessTokenKeyFile), output);
  return EXIT.ok;
}

/**
 * `davtari keys rotate`: a new key for access tokens. It begins to sign once every verifier may know it, and the one
 * that it follows stays published until its last token has expired.
 */
export async function runKeysRotate(
  given: { readonly now?: boolean },
  { config, output }: CommandContext,
): Promise<number> {
  const keys = await rotateKeyRing(config.accessTokenKeyFile, {
    aheadSeconds: given.now === true ? 0 : PUBLISHED_AHEAD_SECONDS,
    tokenSeconds: config.accessTokenSeconds,
  });
  tell(keys, output);
  return EXIT.ok;
}

function tell(ring: readonly RingKey[], output: CommandContext['output']): void {
  const now = Date.now();
  const signing = signingAt(ring, now);
  const published = new Set(publishedAt(ring, now));
  const keys = ring.map((known) => ({
    kid: known.key.kid,
    state:
      known === signing
        ? 'signs'
        : known.signsFrom > now
          ? 'published ahead'
          : published.has(known)
            ? 'published'
            : 'over',
    // A file with one bare key does not say since when it signs.
    signsFrom: known.signsFrom === 0 ? null : new Date(known.signsFrom).toISOString(),
    publishedUntil: known.publishedUntil === null ? null : new Date(known.publishedUntil).toISOString(),
  }));
  const lines = keys.map(({ kid, state, signsFrom, publishedUntil }) =>
    [
      `${kid}  ${state}`,
      ...(signsFrom === null ? [] : [`from ${signsFrom}`]),
      ...(publishedUntil === null ? [] : [`until ${publishedUntil}`]),
    ].join('  '),
  );
  output.result({ keys }, lines.join('\n'));
}
