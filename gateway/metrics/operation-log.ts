import type { Logger } from '#shared/platform/log.ts';
import type { OperationCaller, OperationRecord } from './metrics.ts';

/** Lines about operations in a second; whoever floods us with requests must not flood the log, too. */
const LINES_PER_SECOND = 200;

/**
 * Tells the log of operations, one line each: mutations and failures at `info`, whatever was slow at `warn`, and
 * everything else at `debug`. A line names the company and never whoever asked.
 */
export function createOperationLog(
  log: Logger,
  slowMs: number,
): (caller: OperationCaller, told: OperationRecord) => void {
  let second = 0;
  let lines = 0;
  let suppressed = 0;

  /** Takes one line of this second's; false when none is left. */
  function mayWrite(): boolean {
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) {
      second = now;
      lines = 0;
    }
    if (++lines <= LINES_PER_SECOND) return true;
    suppressed++;
    return false;
  }

  return ({ principal, requestId }, { type, name, outcome, milliseconds, cost }) => {
    const isSlow = milliseconds > slowMs;
    const level = isSlow ? 'warn' : type === 'mutation' || outcome !== 'ok' ? 'info' : 'debug';
    if (!log.isLevelEnabled(level) || !mayWrite()) return;
    log[level]({
      event: isSlow ? 'operation_slow' : 'operation',
      requestId,
      ...(principal === null ? {} : { companyId: principal.companyId }),
      ...(type === undefined ? {} : { type }),
      ...(name === undefined ? {} : { operation: name.slice(0, LONGEST_NAME) }),
      outcome,
      durationMs: Math.round(milliseconds * 10) / 10,
      ...(cost === undefined ? {} : { cost }),
      ...(suppressed === 0 ? {} : { suppressed }),
    });
    suppressed = 0;
  };
}

const LONGEST_NAME = 100;
