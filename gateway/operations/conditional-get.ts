import { hash } from 'node:crypto';

/** What a GET of an operation by its id is answered with, so that the caller's own cache can keep it. */
export interface ConditionalAnswer {
  /** 304 when the caller has this very answer already. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The caller may keep the answer and must ask each time whether it still holds: books change at any moment. Nobody
 * else may keep it, for it was made for the rights of one.
 */
export function conditionalAnswer(
  status: number,
  body: string,
  ifNoneMatch: string | undefined,
): ConditionalAnswer {
  // Weak: compression on the way may change the bytes.
  const tag = `W/"${hash('sha256', body, 'base64url')}"`;
  const headers = {
    etag: tag,
    'cache-control': 'private, no-cache',
    vary: 'Origin, Accept, Accept-Language, Authorization, X-Api-Key, X-Davtari-Company',
  };
  const isKnown = ifNoneMatch?.split(',').some((known) => known.trim() === tag) === true;
  return { status: isKnown && status === 200 ? 304 : status, headers };
}
