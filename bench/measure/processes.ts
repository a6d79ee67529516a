import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of /proc are hundredths of a second on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

interface Stat {
  readonly parent: number;
  readonly own: number;
  /** Time of children that have ended and were waited for. */
  readonly ended: number;
}

function statOf(pid: number | string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of a program may hold blanks and brackets: the numbers begin behind the last one.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const seconds = (from: number): number =>
      ((fields[from] ?? 0) + (fields[from + 1] ?? 0)) / TICKS_PER_SECOND;
    return { parent: fields[1] ?? 0, own: seconds(11), ended: seconds(13) };
  } catch {
    // The process has ended, or this is no Linux.
    return null;
  }
}

/** CPU seconds of one process with what its ended children used; null where /proc cannot tell. */
export function processSeconds(pid: number): number | null {
  const stat = statOf(pid);
  return stat === null ? null : stat.own + stat.ended;
}

/** CPU seconds of a server and all its backends, those that have ended included. */
export function familySeconds(pid: number): number | null {
  const head = statOf(pid);
  if (head === null) return null;
  let total = head.own + head.ended;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = statOf(name);
    if (stat?.parent === pid) total += stat.own + stat.ended;
  }
  return total;
}

/** CPU seconds of everything on the machine that was not idle. */
export function machineSeconds(): number | null {
  try {
    const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line.split(/\s+/).slice(1).map(Number);
    return (user + nice + system + irq + softirq) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

export interface Memory {
  /** Resident now, MB. */
  readonly resident: number | null;
  /** The most that was ever resident, MB. */
  readonly peak: number | null;
}

export function memoryOf(pid: number): Memory {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (name: string): number | null => {
      const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1];
      return kilobytes === undefined ? null : Number(kilobytes) / 1024;
    };
    return { resident: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  } catch {
    return { resident: null, peak: null };
  }
}
