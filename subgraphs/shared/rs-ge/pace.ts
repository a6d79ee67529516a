import { setTimeout as delay } from 'node:timers/promises';

/** Gives calls of one credential their turns, so that RS.ge is never asked faster than it wishes. */
export interface Pace {
  turn(): Promise<void>;
}

/** RS.ge asks for this pause between the calls of one user. */
export const COURTEOUS_MILLISECONDS = 300;

/** Turns within this process: each begins at least so long after the one before really began. */
export function steadyPace(milliseconds = COURTEOUS_MILLISECONDS): Pace {
  let last = Number.NEGATIVE_INFINITY;
  let queue: Promise<void> = Promise.resolve();
  return {
    turn() {
      queue = queue.then(async () => {
        // Timers may fire a little early, so the clock is asked again.
        for (;;) {
          const wait = last + milliseconds - performance.now();
          if (wait <= 0) break;
          await delay(Math.ceil(wait));
        }
        last = performance.now();
      });
      return queue;
    },
  };
}

/** Each of several paces in turn: one may be shared between processes, the next holds within this one. */
export function pacesInTurn(...paces: readonly Pace[]): Pace {
  return {
    async turn() {
      for (const pace of paces) await pace.turn();
    },
  };
}
