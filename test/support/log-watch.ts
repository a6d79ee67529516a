import { createLog, type Logger } from '#shared/platform/log.ts';

/** What no log may show, found by its shape: a signed token, an API key, an IBAN, a personal number. */
const SHAPES: readonly (readonly [name: string, shape: RegExp])[] = [
  ['a signed token', /eyJ[\w-]{8,}\.[\w-]{8,}/],
  ['an API key', /\bdvt_[\w-]{8,}/],
  ['an IBAN', /GE\d{2}[A-Z]{2}\d{16}/],
  ['a personal number', /(?<![\w-])\d{11}(?![\w-])/],
];

/** Passwords that the tests sign in with. */
export const TEST_PASSWORDS = ['a-long-test-password', 'demo-password'] as const;

const secrets = new Map<string, string>();
const leaks: string[] = [];

/** Forgets what a test file before this one, in the same process, kept secret. */
export function watchAnew(): void {
  secrets.clear();
  for (const password of TEST_PASSWORDS) secrets.set(password, 'a password');
  leaks.length = 0;
}

/** From now on no log of this test file may show this text. */
export function keepSecret(text: string, name: string): void {
  // Shorter ones would be found by chance.
  if (text.length >= 8) secrets.set(text, name);
}

/** Watches one line, or several, of any log. */
export function watchLog(text: string): void {
  for (const [name, shape] of SHAPES) {
    const found = shape.exec(text)?.[0];
    if (found !== undefined) leaks.push(`${name} in: ${excerpt(text, found)}`);
  }
  for (const [secret, name] of secrets) {
    if (text.includes(secret)) leaks.push(`${name} in: ${excerpt(text, secret)}`);
  }
}

/** What was seen in the logs of this test file and should not have been; seen once, it is forgotten. */
export function takeLeaks(): readonly string[] {
  return leaks.splice(0);
}

/** A log of the lowest level that goes nowhere but under the eyes of the watch. */
export function createWatchedLog(seen?: string[]): Logger {
  return createLog(
    { logLevel: 'trace' },
    {
      write(line) {
        watchLog(line);
        seen?.push(line);
      },
    },
  );
}

/** Everything in an answer that opens something: tokens, keys, codes. The watch learns them as they are issued. */
const ISSUED =
  /"(accessToken|refreshToken|apiKey|secret|token|recoveryCodes?|\w+Token|\w+Secret)":("[^"]{8,}"|\["[^\]]*"\])/g;

export function keepIssuedSecrets(answer: string): void {
  for (const [, name = '', value = ''] of answer.matchAll(ISSUED)) {
    for (const [, secret = ''] of value.matchAll(/"([^"]+)"/g)) keepSecret(secret, `${name} that was issued`);
  }
}

function excerpt(text: string, found: string): string {
  const at = text.indexOf(found);
  return text.slice(Math.max(0, at - 80), at + found.length + 80);
}
