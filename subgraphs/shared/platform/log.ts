import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import type { Config } from './config.ts';
import { loggedError } from './log-error.ts';
import { redactValue } from './redact.ts';

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
    serializers: {
      err: loggedError,
      error: loggedError,
      thrown: loggedError,
      reason: errorOrSame,
      cause: errorOrSame,
    },
    // Pino would repeat the words of whatever stands under this name as the line's own, unlooked at.
    errorKey: 'thrown',
    hooks: {
      logMethod(given, write) {
        const [first, ...rest] = given as unknown[];
        const line = first instanceof Error ? [{ err: first }, ...rest] : given;
        write.apply(this, line as typeof given);
      },
      streamWrite: withoutSecrets,
    },
  };
  return stream === undefined ? pino(options) : pino(options, stream);
}

function errorOrSame(value: unknown): unknown {
  return value instanceof Error ? loggedError(value) : value;
}

/**
 * The last look at a line before it is written, whoever made it of whatever: bindings, objects, words. It costs some
 * microseconds a line that is written, and nothing for those below the level.
 */
function withoutSecrets(line: string): string {
  try {
    return `${JSON.stringify(redactValue(JSON.parse(line)))}\n`;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // What is no JSON could not be looked through.
    return `${JSON.stringify({ level: 50, event: 'log_line_unreadable', length: line.length })}\n`;
  }
}
