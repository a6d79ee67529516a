import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { watchLog } from '#test/log-watch.ts';

const DAVTARI = fileURLToPath(new URL('../davtari.mjs', import.meta.url));

export interface Finished {
  readonly exitCode: number | null;
  readonly stdout: string;
  /** Words, warnings and errors. The lines of the log below these are watched and left out. */
  readonly stderr: string;
  /** The lines of stdout as JSON; throws when one is none. */
  json<T = Record<string, unknown>>(): T[];
}

export interface Running {
  readonly process: ChildProcess;
  /** Resolves when the process has ended; ends it after two minutes. */
  readonly finished: Promise<Finished>;
  /** Waits for text on stdout. */
  saw(text: string): Promise<void>;
  /** What was written on stdout so far. */
  stdout(): string;
}

/** Starts the real command line in a process of its own. The environment holds nothing but what is given. */
export function startDavtari(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Running {
  const child = spawn(process.execPath, [DAVTARI, ...words], {
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LOG_LEVEL: 'trace', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), 120_000);
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      clearTimeout(timer);
      watchLog(stderr);
      for (const listener of listeners) listener();
      resolve({
        exitCode,
        stdout,
        stderr: 'LOG_LEVEL' in environment ? stderr : withoutQuietLines(stderr),
        json: <T>() =>
          stdout
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as T),
      });
    });
  });
  const saw = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (stdout.includes(text)) resolve();
        else if (child.exitCode !== null || child.signalCode !== null)
          reject(new Error(`ended: ${stderr}${stdout}`));
        else return;
        listeners.delete(look);
      };
      listeners.add(look);
      look();
    });
  return { process: child, finished, saw, stdout: () => stdout };
}

/** Runs the real command line to its end. */
export function davtari(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Finished> {
  return startDavtari(words, environment).finished;
}

const WARNING = 40;

/** The program runs at the lowest level so that the watch sees all that it could ever log. */
function withoutQuietLines(stderr: string): string {
  return stderr
    .split('\n')
    .filter((line) => {
      const level = /^\{"level":(\d+),/.exec(line)?.[1];
      return level === undefined || Number(level) >= WARNING;
    })
    .join('\n');
}
