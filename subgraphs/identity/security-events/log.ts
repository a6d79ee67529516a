import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { DrizzleTransaction } from '#db/client.ts';
import { processMetrics } from '#shared/platform/metrics.ts';
import type { Caller } from '#shared/platform/principal.ts';
import type { SecurityEvent } from '#shared/platform/security-event.ts';
import type { IdentityDatabase } from '../database.ts';

/** Where an event came from; a `Caller` is one. */
export type Whence = Pick<Caller, 'address' | 'requestId'>;

/** Writes down what whoever has to find out later will ask for. What is written stays as it is. */
export interface SecurityLog {
  /**
   * Writes the events down, with the address and the request of the caller where they do not tell their own: inside
   * the given transaction, so that they are told exactly if what they tell of happens, or else in one of their own.
   */
  record(
    events: SecurityEvent | readonly SecurityEvent[],
    caller?: Whence,
    within?: DrizzleTransaction,
  ): Promise<void>;
}

/** Lengths that the table allows; what a stranger sends is cut and never a reason to write nothing. */
const LONGEST = { subjectId: 200, address: 64, requestId: 128 } as const;

const counted = processMetrics.tally(
  'davtari_security_events_total',
  'Security events that were given to be written down, by kind.',
  ['kind'],
);

export function createSecurityLog(database: IdentityDatabase): SecurityLog {
  return {
    async record(given, caller, within) {
      const events = Array.isArray(given) ? (given as readonly SecurityEvent[]) : [given as SecurityEvent];
      if (events.length === 0) return;
      for (const { kind } of events) counted.of(kind).add();
      const rows = JSON.stringify(events.map((event) => rowOf(event, caller)));
      const write = async (db: DrizzleTransaction): Promise<void> => {
        await db.execute(
          sql`/* recordSecurityEvents */ select identity.record_security_events(${rows}::text::jsonb)`,
        );
      };
      await (within === undefined ? database.asStranger(write, 'write') : write(within));
    },
  };
}

function rowOf(event: SecurityEvent, caller: Whence | undefined) {
  return {
    id: uuidv7(),
    kind: event.kind,
    company_id: event.companyId,
    actor_id: event.actorId,
    subject_id: event.subjectId?.slice(0, LONGEST.subjectId),
    address: (event.address ?? caller?.address)?.slice(0, LONGEST.address),
    request_id: (event.requestId ?? caller?.requestId)?.slice(0, LONGEST.requestId),
    details: event.details,
  };
}
