import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

export type { Logger } from 'pino';

/**
 * The structured log. Line fields in use: `event`, `transactionId`, `userId`, `companyId`, `requestId`,
 * `durationMs`, `err`. Passwords, tokens and personal data are cut out whatever is passed in.
 */
export function createLog(config: Pick<Config, 'logLevel'>): Logger {
  return pino({
    level: config.logLevel,
    base: null,
    redact: {
      paths: [
        'password',
        '*.password',
        'accessToken',
        '*.accessToken',
        'refreshToken',
        '*.refreshToken',
        'authorization',
        '*.authorization',
        'email',
        '*.email',
      ],
      censor: '[redacted]',
    },
  });
}
