/** What stands where something secret or personal stood. */
export const REDACTED = '[redacted]';

/** Names under which secrets, personal data and whole inputs travel, whatever their case. */
const SECRET_NAME =
  /pass(word|phrase|wd|code)|secret|token|authori[sz]ation|^cookie$|set-cookie|api[-_]?key|credential|private[-_]?key|e-?mail|iban|personal[-_]?(number|id|no)|recovery|otp|^(query|parameters|params|variables|args|body|input|headers)$/i;
/** Names of what only speaks of a secret: `tokenId`, `accessTokenSeconds`. */
const ABOUT_A_SECRET = /(Ids?|At|Seconds|Ms|Count|Kind|Type|Name)$/;

/**
 * Secrets and personal data inside a text, found by their shape. The first alternatives are harmless look-alikes,
 * which are stepped over whole: identifiers and hashes, in which eleven digits may follow each other by chance.
 */
const SHAPES = new RegExp(
  [
    String.raw`(?<harmless>(?<![\w-])(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|sha256-[\w+/=-]+)(?![\w-]))`,
    // A key in text: `password=x`, `"refreshToken":"x"`, `\"secret\": \"x\"`, `authorization: Bearer x`.
    String.raw`(?<name>(?:pass(?:word|phrase|wd)|\w{0,20}secret|\w{0,20}token|authori[sz]ation|cookie|\w{0,5}api[-_]?key)\\?["']?\s{0,3}[:=]\s{0,3}\\?["']?)(?:(?:Bearer|Basic)\s+)?(?:[^\s"'\\,;&})\]]+)`,
    String.raw`(?<scheme>\b(?:Bearer|Basic)\s+)[\w.+/=~-]+`,
    // Who signs in to a server: postgres://user:password@host
    String.raw`(?<url>:\/\/)[^\s/"'@]{1,256}@`,
    // A signed token, an API key, and a refresh token.
    String.raw`eyJ[\w-]{8,}(?:\.[\w-]*){1,4}`,
    String.raw`\bdvt_[\w-]+(?:\.[\w-]+)*`,
    String.raw`(?<![\w-])(?=[\w-]{0,42}[0-9])(?=[\w-]{0,42}[a-z])[\w-]{43}(?![\w-])`,
    // A Georgian IBAN, with or without blanks, and a personal number.
    String.raw`GE(?: ?\d){2}(?: ?[A-Z]){2}(?: ?\d){16}`,
    String.raw`(?<!\d)\d{11}(?!\d)`,
    String.raw`[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+`,
  ].join('|'),
  'giu',
);

interface Named {
  readonly harmless?: string;
  readonly name?: string;
  readonly scheme?: string;
  readonly url?: string;
}

/** Longer texts are cut before they are searched: a log line is no place for a body. */
const MAX_TEXT = 8_192;

/** The text without passwords, tokens, keys, personal numbers, IBANs and e-mail addresses. */
export function redactText(text: string): string {
  const cut = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return cut.replaceAll(SHAPES, (...found: unknown[]) => {
    const { harmless, name, scheme, url } = found.at(-1) as Named;
    if (harmless !== undefined) return harmless;
    if (url !== undefined) return `${url}${REDACTED}@`;
    return `${name ?? scheme ?? ''}${REDACTED}`;
  });
}

const MAX_DEPTH = 8;
const MAX_ITEMS = 100;

/** A copy of a JSON value in which nothing secret or personal is left, at any depth, in names or in texts. */
export function redactValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number' && isPersonalNumber(value)) return REDACTED;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (Array.isArray(value)) {
    const items = value.slice(0, MAX_ITEMS).map((item) => redactValue(item, depth + 1));
    return value.length > MAX_ITEMS ? [...items, `[${value.length - MAX_ITEMS} more]`] : items;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      redactText(name),
      isSecretName(name) && isTelling(held) ? REDACTED : redactValue(held, depth + 1),
    ]),
  );
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name) && !ABOUT_A_SECRET.test(name);
}

/** Counts and switches called after a secret, like `refreshTokens: 3`, tell nothing of it. */
function isTelling(value: unknown): boolean {
  return value !== null && value !== '' && typeof value !== 'boolean' && typeof value !== 'undefined';
}

function isPersonalNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 1e10 && value < 1e11;
}
