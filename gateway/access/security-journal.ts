import type { AccessAuthority } from '#shared/platform/access-authority.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { SecurityEvent, SecurityEventKind } from '#shared/platform/security-event.ts';

/** Writes down what the gateway sees of denials and keys, without ever keeping a request waiting. */
export interface SecurityJournal {
  /**
   * Notes something that happened; the same (kind, caller and `what`) within a minute is noted once.
   */
  note(kind: SecurityEventKind, caller: NotedCaller, what: string, details?: SecurityEvent['details']): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

export type NotedCaller = Pick<Caller, 'principal' | 'address' | 'requestId'>;

/** Events that wait to be sent; when identity is away for long, the newest are counted and dropped. */
const WAITING = 5_000;
const BATCH = 200;
const SEND_MILLISECONDS = 1_000;
const MINUTE = 60_000;
/** Distinct events of one minute. */
const NOTED_PER_MINUTE = 5_000;

export function createSecurityJournal(
  authority: Pick<AccessAuthority, 'recordSecurityEvents'>,
  log: Logger,
  sendMs: number = SEND_MILLISECONDS,
): SecurityJournal {
  const waiting: SecurityEvent[] = [];
  const noted = new Set<string>();
  let minute = 0;
  let dropped = 0;
  let sending: Promise<void> | undefined;

  function isNew(key: string): boolean {
    const now = Math.floor(Date.now() / MINUTE);
    if (now !== minute) {
      minute = now;
      noted.clear();
    }
    if (noted.has(key)) return false;
    if (noted.size >= NOTED_PER_MINUTE || waiting.length >= WAITING) {
      dropped += 1;
      return false;
    }
    noted.add(key);
    return true;
  }

  async function send(): Promise<void> {
    if (dropped > 0) {
      log.warn({ event: 'security_events_dropped', count: dropped });
      dropped = 0;
    }
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      try {
        await authority.recordSecurityEvents(batch);
      } catch (err) {
        // They stay where they are until the next turn.
        log.warn({ event: 'security_events_delayed', waiting: waiting.length, err });
        return;
      }
      waiting.splice(0, batch.length);
    }
  }

  function sendOnce(): Promise<void> {
    sending ??= send().finally(() => (sending = undefined));
    return sending;
  }

  const timer = setInterval(() => void sendOnce(), sendMs);
  timer.unref();

  return {
    note(kind, { principal, address, requestId }, what, details) {
      const who =
        principal === null ? `address ${address ?? ''}` : `${principal.companyId} ${principal.userId}`;
      if (!isNew(`${kind} ${who} ${what}`)) return;
      waiting.push({
        kind,
        companyId: principal?.companyId ?? null,
        actorId: principal?.userId ?? null,
        ...(principal?.partner === undefined ? {} : { subjectId: principal.partner.keyId }),
        ...(address === undefined ? {} : { address }),
        requestId,
        ...(details === undefined ? {} : { details }),
      });
    },
    async close() {
      clearInterval(timer);
      await sending;
      await sendOnce();
    },
  };
}
