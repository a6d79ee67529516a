import type { ChildProcess } from 'node:child_process';
import type { Logger } from '#shared/platform/log.ts';
import { hasEnded, STOP_MILLISECONDS } from './launch.ts';

/** A running server and the way to start it again. */
export interface Server {
  readonly port: number;
  readonly child: ChildProcess;
  /** Starts it again on the same port after a crash. */
  restart(): Promise<ChildProcess>;
}

const MAX_RESTARTS = 3;
const CALM_MILLISECONDS = 60_000;

/** Starts the server again when it crashes, gives up when it keeps crashing, and ends it with this process. */
export function supervise(server: Server, unlock: () => void, log: Logger | undefined) {
  let child = server.child;
  let stopped: Promise<void> | undefined;
  let restarting: Promise<void> | undefined;
  let crashes: number[] = [];

  const killNow = () => {
    child.kill('SIGINT');
    unlock();
  };
  process.once('exit', killNow);

  const watch = () => {
    child.once('exit', (code, signal) => {
      if (stopped !== undefined) return;
      crashes = [...crashes.filter((at) => Date.now() - at < CALM_MILLISECONDS), Date.now()];
      log?.error({ event: 'postgres.crashed', code, signal }, 'the embedded PostgreSQL ended unexpectedly');
      if (crashes.length > MAX_RESTARTS) {
        log?.fatal({ event: 'postgres.lost' }, 'the embedded PostgreSQL keeps crashing; see server.log');
        return;
      }
      restarting = restart();
    });
  };
  const restart = async () => {
    try {
      child = await server.restart();
      watch();
      log?.warn({ event: 'postgres.restarted' }, 'the embedded PostgreSQL runs again');
    } catch (error) {
      log?.fatal(
        { event: 'postgres.lost', err: error },
        'the embedded PostgreSQL could not be started again',
      );
    }
  };
  watch();

  const stop = async () => {
    await restarting;
    process.off('exit', killNow);
    const ended = hasEnded(child) ? Promise.resolve() : new Promise((done) => child.once('exit', done));
    // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything else is kept.
    child.kill('SIGINT');
    const late = setTimeout(() => child.kill('SIGQUIT'), STOP_MILLISECONDS);
    await ended;
    clearTimeout(late);
    unlock();
  };
  return {
    pid: () => child.pid ?? 0,
    stop: () => (stopped ??= stop()),
  };
}
