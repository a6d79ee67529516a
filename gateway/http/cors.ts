/** Headers by which a browser lets pages of the listed origins call the gateway. Tokens travel in a header only. */
export function corsHeaders(
  origin: string | undefined,
  allowed: readonly string[],
): Readonly<Record<string, string>> {
  if (origin === undefined || !allowed.includes(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers':
      'authorization, content-type, x-api-key, x-davtari-company, x-request-id, accept-language, last-event-id, apollo-require-preflight',
    'access-control-expose-headers': 'x-request-id, retry-after',
    'access-control-max-age': '600',
  };
}
