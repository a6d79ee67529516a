import type { DestinationStream } from 'pino';
import { PinoPretty } from 'pino-pretty';

/** The log goes to stderr: as lines of words to a terminal, as lines of JSON to anything else. */
export function logStream(): DestinationStream {
  return process.stderr.isTTY ? PinoPretty({ destination: 2, sync: true }) : process.stderr;
}
