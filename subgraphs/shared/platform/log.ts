import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import type { Config } from './config.ts';

export type { Logger } from 'pino';

/**
 * The structured log. Line fields in use: `event`, `transactionId`, `userId`, `companyId`, `requestId`,
 * `durationMs`, `err`. Passwords, tokens and personal data are cut out whatever is passed in. It goes to stdout
 * unless another stream is given.
 */
export function createLog(config: Pick<Config, 'logLevel'>, stream?: DestinationStream): Logger {
  const options: LoggerOptions = {
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
  };
  return stream === undefined ? pino(options) : pino(options, stream);
}
