import { newId } from '#shared/domain/ids.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Logger } from '#shared/platform/log.ts';
import type { ReportingWriter } from '../writer.ts';
import {
  decideTold,
  evolveFile,
  initialFile,
  type FileEvent,
  type FileState,
  type FileStarted,
} from './decide.ts';

/** Between two that are told on the way: those who wait see it move, and the log stays small. */
const PAUSE_MILLISECONDS = 1_000;

/** Tells how far a file is while it is made. */
export interface FileProgress {
  /** Another row was handed on. */
  row(): void;
  /** More bytes have gone out. */
  bytes(count: number): void;
  finished(sha256: string): Promise<void>;
  broken(): Promise<void>;
}

/**
 * Begins to tell of a file. What cannot be told does not stop the file: it is written to the log of the process, and the
 * next event says how far it is then.
 */
export function tellProgress(
  writer: ReportingWriter,
  actor: Actor,
  id: string,
  file: Omit<FileStarted, 'making'>,
  log: Logger,
): FileProgress {
  const making = newId();
  let rows = 0;
  let bytes = 0;
  let toldAt = performance.now();
  let telling = append({ type: 'ReportFileStarted', data: { ...file, making } });

  async function append(event: FileEvent): Promise<void> {
    let state: FileState = initialFile;
    try {
      await writer.writePath.execute({
        ...actor,
        operation: 'tellFileProgress',
        input: { id },
        aggregates: [id],
        changesFacts: false,
        prepare: async () => {
          state = await writer.load(actor.companyId, id, {
            initial: initialFile,
            evolve: evolveFile,
            stateVersion: 1,
          });
        },
        decide: () => decideTold(id, making, event, state),
      });
    } catch (err) {
      log.warn(
        { err, event: 'report.progress_untold', report: file.report },
        'the progress of a report was not told',
      );
    }
  }

  /** One after the other, so that they stand in the log as they happened. */
  function tell(event: FileEvent): Promise<void> {
    toldAt = performance.now();
    telling = telling.then(() => append(event));
    return telling;
  }

  return {
    row() {
      rows += 1;
      if (performance.now() - toldAt >= PAUSE_MILLISECONDS)
        void tell({ type: 'ReportFileProgressed', data: { rows, bytes } });
    },
    bytes(count) {
      bytes += count;
    },
    finished: (sha256) => tell({ type: 'ReportFileFinished', data: { rows, bytes, sha256 } }),
    broken: () => tell({ type: 'ReportFileBroken', data: { rows, bytes } }),
  };
}
