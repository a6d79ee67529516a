import { LRUCache } from 'lru-cache';
import type { AccessAuthority, RegisteredOperation } from '#shared/platform/access-authority.ts';

/** Operations that partners have registered, as the gateway remembers them. */
export interface RegisteredOperations {
  find(partnerId: string, operationId: string): Promise<RegisteredOperation | undefined>;
}

export interface RegisteredTimings {
  /** From this age on an answer is asked for anew while it is still given: nobody waits for that. */
  readonly freshMs: number;
  /** At this age it is given no more. It is how long a revoked operation can live on. */
  readonly lastMs: number;
  /** How long an id stays unknown. */
  readonly unknownMs: number;
}

export const REGISTERED_TIMINGS: RegisteredTimings = { freshMs: 1_000, lastMs: 3_000, unknownMs: 1_000 };

const REMEMBERED_CHARACTERS = 32 * 1024 * 1024;
/** Ids that are not registered are remembered apart, so that guessing displaces nothing that is in use. */
const REMEMBERED_UNKNOWN = 10_000;

interface Known {
  readonly operation: RegisteredOperation;
  readonly at: number;
}

export function rememberRegistered(
  authority: Pick<AccessAuthority, 'registeredOperation'>,
  timings: RegisteredTimings = REGISTERED_TIMINGS,
  now: () => number = () => performance.now(),
): RegisteredOperations {
  const known = new LRUCache<string, Known>({
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: ({ operation }) => operation.body.length + 500,
  });
  const unknown = new LRUCache<string, number>({ max: REMEMBERED_UNKNOWN });
  const asking = new Map<string, Promise<RegisteredOperation | undefined>>();

  function ask(
    key: string,
    partnerId: string,
    operationId: string,
  ): Promise<RegisteredOperation | undefined> {
    let answer = asking.get(key);
    if (answer !== undefined) return answer;
    // The age counts from the question, because a revocation may overtake the answer.
    const at = now();
    answer = authority
      .registeredOperation(partnerId, operationId)
      .then((operation) => {
        if (operation === undefined) {
          known.delete(key);
          unknown.set(key, at);
        } else {
          known.set(key, { operation, at });
          unknown.delete(key);
        }
        return operation;
      })
      .finally(() => asking.delete(key));
    asking.set(key, answer);
    return answer;
  }

  return {
    async find(partnerId, operationId) {
      const key = `${partnerId} ${operationId}`;
      const found = known.get(key);
      const age = found === undefined ? Infinity : now() - found.at;
      if (found !== undefined && age < timings.lastMs) {
        // Should the authority be away, the last answer serves out its time, and then nobody is let through.
        if (age >= timings.freshMs) ask(key, partnerId, operationId).catch(() => undefined);
        return found.operation;
      }
      const missedAt = unknown.get(key);
      if (missedAt !== undefined && now() - missedAt < timings.unknownMs) return undefined;
      return ask(key, partnerId, operationId);
    },
  };
}
