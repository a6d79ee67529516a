import { familySeconds, machineSeconds, processSeconds } from './processes.ts';

/** CPU used between two moments, in cores: 1 is one core the whole time. Null where /proc cannot tell. */
export interface CpuUse {
  readonly seconds: number;
  readonly node: number;
  readonly postgres: number | null;
  readonly client: number | null;
  /** Cores that programs used which have nothing to do with the measurement: the noise of the machine. */
  readonly foreign: number | null;
}

/** Starts measuring; the function answered ends it. */
export type Meter = (clientPid?: number) => () => CpuUse;

/** A meter for this process, the server with its backends, and a client process where there is one. */
export function createMeter(serverPid: () => number): Meter {
  return (clientPid) => {
    const read = () => {
      const { user, system } = process.cpuUsage();
      return {
        at: performance.now(),
        node: (user + system) / 1e6,
        own: processSeconds(process.pid),
        postgres: familySeconds(serverPid()),
        client: clientPid === undefined ? 0 : processSeconds(clientPid),
        machine: machineSeconds(),
      };
    };
    const began = read();
    return () => {
      const ended = read();
      const seconds = (ended.at - began.at) / 1000;
      const cores = (key: 'own' | 'postgres' | 'client' | 'machine'): number | null => {
        const [from, to] = [began[key], ended[key]];
        return from === null || to === null ? null : (to - from) / seconds;
      };
      const [own, postgres, client, machine] = [
        cores('own'),
        cores('postgres'),
        cores('client'),
        cores('machine'),
      ];
      const foreign =
        own === null || postgres === null || client === null || machine === null
          ? null
          : Math.max(0, machine - own - postgres - client);
      return { seconds, node: (ended.node - began.node) / seconds, postgres, client, foreign };
    };
  };
}

/** Microseconds of CPU for each of so many things done. */
export function microsecondsEach(cores: number | null, seconds: number, done: number): number | null {
  return cores === null || done === 0 ? null : (cores * seconds * 1e6) / done;
}
