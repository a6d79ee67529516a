import { corsHeaders } from './cors.ts';

/** What every answer carries. Pages replace the policy by their own. */
const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  // Browsers heed it only where it came over TLS, so it does no harm on a machine of one's own.
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cache-control': 'no-store',
};

const REMEMBERED_ORIGINS = 100;

/** Headers by origin: they are the same for each request from one. */
export function createSecurityHeaders(
  corsOrigins: readonly string[],
): (origin: string | undefined) => Readonly<Record<string, string>> {
  const known = new Map<string | undefined, Readonly<Record<string, string>>>();
  return (origin) => {
    const found = known.get(origin);
    if (found !== undefined) return found;
    const made = { ...ALWAYS, ...corsHeaders(origin, corsOrigins) };
    if (known.size < REMEMBERED_ORIGINS) known.set(origin, made);
    return made;
  };
}
