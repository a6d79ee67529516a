import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';

/** One process of the topology. It keeps its port over its lives. */
export interface Part {
  /** `ledger 1`, `gateway 2`, `postgres`. */
  readonly name: string;
  /** `postgres`, `redis`, `gateway`, or the name of a subgraph. */
  readonly kind: string;
  readonly port: number;
  readonly url: string;
  readonly isRunning: boolean;
  readonly pid: number;
  /** Starts it and waits until it serves. */
  start(): Promise<void>;
  /** Starts it without waiting for more than the process. */
  launch(): Promise<void>;
  /** Waits until it serves. */
  ready(milliseconds?: number): Promise<void>;
  /** Ends it at once, like a crash. */
  kill(): Promise<void>;
  /** Ends it in order; answers its exit code. */
  stop(): Promise<number | null>;
}

export interface ProcessPlan {
  readonly name: string;
  readonly kind: string;
  readonly port: number;
  readonly url: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** File that gets what the process says. */
  readonly log: string;
  isReady(): Promise<boolean>;
}

const SETPRIV = '/usr/bin/setpriv';
/** The kernel ends the process when this one dies, however that happens. */
const TETHER = existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'KILL', '--'] : [];
const READY_MILLISECONDS = 60_000;
const STOP_MILLISECONDS = 30_000;

export function processPart(plan: ProcessPlan): Part {
  let child: ChildProcess | undefined;
  const isRunning = (): boolean =>
    child !== undefined && child.exitCode === null && child.signalCode === null;

  const part: Part = {
    name: plan.name,
    kind: plan.kind,
    port: plan.port,
    url: plan.url,
    get isRunning() {
      return isRunning();
    },
    get pid() {
      return child?.pid ?? 0;
    },
    async start() {
      await part.launch();
      await part.ready();
    },
    launch() {
      if (isRunning()) throw new Error(`${plan.name} runs already`);
      const [command = '', ...words] = [...TETHER, ...plan.command];
      const log = openSync(plan.log, 'a', 0o600);
      child = spawn(command, words, {
        env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...plan.environment },
        stdio: ['ignore', log, log],
      });
      closeSync(log);
      return Promise.resolve();
    },
    async ready(milliseconds = READY_MILLISECONDS) {
      const deadline = performance.now() + milliseconds;
      while (!(await plan.isReady().catch(() => false))) {
        if (!isRunning()) throw new Error(`${plan.name} ended before it was ready:\n${lastWords(plan.log)}`);
        if (performance.now() > deadline) {
          throw new Error(`${plan.name} was not ready within ${milliseconds} ms:\n${lastWords(plan.log)}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async kill() {
      await end('SIGKILL');
    },
    async stop() {
      const late = setTimeout(() => child?.kill('SIGKILL'), STOP_MILLISECONDS);
      await end('SIGTERM');
      clearTimeout(late);
      return child?.exitCode ?? null;
    },
  };

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child === undefined || !isRunning()) return;
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
  return part;
}

/** Whether an address answers with success. */
export async function answersAt(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  await response.body?.cancel();
  return response.ok;
}

export function lastWords(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8').slice(-3_000) : '';
}
