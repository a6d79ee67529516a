import type { Config } from '#shared/platform/config.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Output } from '#cli/output.ts';

/** What every command is given. */
export interface CommandContext {
  readonly config: Config;
  readonly log: Logger;
  readonly output: Output;
  /** Aborted by Ctrl-C and SIGTERM; a second one ends the process at once. */
  readonly signal: AbortSignal;
}
