import { once } from 'node:events';
import cliProgress from 'cli-progress';

/** A bar for people; nothing at all for machines and for pipes. */
export interface Progress {
  /** Sets how far the work is; the total may become known on the way. */
  at(done: number, total?: number): void;
  end(): void;
}

/** Where a command speaks: results on stdout, everything else on stderr. */
export interface Output {
  readonly isJson: boolean;
  /** The answer of the command: one JSON document, or words. */
  result(document: object, words: string): void;
  /** One of many answers: a line of JSON, or a line of words. */
  item(document: object, words: string): void;
  /** Tells people what is going on. */
  note(words: string): void;
  progress(title: string, unit: string): Progress;
}

export function createOutput(isJson: boolean): Output {
  const line = (document: object, words: string): void => {
    process.stdout.write(`${isJson ? JSON.stringify(document) : words}\n`);
  };
  return {
    isJson,
    result: line,
    item: line,
    note: (words) => {
      if (!isJson) process.stderr.write(`${words}\n`);
    },
    progress: (title, unit) => (isJson || !process.stderr.isTTY ? SILENT : bar(title, unit)),
  };
}

const SILENT: Progress = { at: () => undefined, end: () => undefined };

function bar(title: string, unit: string): Progress {
  const shown = new cliProgress.SingleBar(
    {
      format: `${title} [{bar}] {percentage}% · {value}/{total} ${unit} · {duration_formatted} · ETA {eta_formatted}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
      fps: 8,
    },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  return {
    at: (done, total) => {
      if (!started) {
        shown.start(total ?? 0, done);
        started = true;
        return;
      }
      if (total !== undefined) shown.setTotal(total);
      shown.update(done);
    },
    end: () => {
      if (started) shown.stop();
    },
  };
}

/** Writes to a stream no faster than it is read, so that memory stays flat. */
export async function writeCalmly(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
