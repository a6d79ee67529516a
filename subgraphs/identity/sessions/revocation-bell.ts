import type { Doorbell } from '#db/doorbell.ts';
import type { IdentifiedRevocation } from './revocations.ts';

/** How followers of revocations learn, in every process, that there are new ones. A ring may be lost. */
export interface RevocationBell {
  /** Rings everywhere, from inside the transaction that writes the revocations. */
  ring(revocations: readonly IdentifiedRevocation[]): Promise<void>;
  watch(): RevocationWatch;
  close(): Promise<void>;
}

export interface RevocationWatch {
  /** Resolves at a ring (at once if there was one meanwhile), at the timeout, or when the signal aborts. */
  wait(signal: AbortSignal, milliseconds: number): Promise<void>;
  /** What came with the rings since it was asked last. */
  heard(): readonly IdentifiedRevocation[];
  close(): void;
}

/** Rings by `NOTIFY`: a trigger of the table does it at the commit, and the bell only says to look. */
export function postgresBell(doorbell: Doorbell): RevocationBell {
  return {
    ring: () => Promise.resolve(),
    watch() {
      const watch = doorbell.watch();
      return {
        wait: (signal, milliseconds) => watch.wait(signal, milliseconds),
        heard: () => [],
        close: () => {
          watch.close();
        },
      };
    },
    close: () => doorbell.close(),
  };
}
