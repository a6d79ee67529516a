import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';

/** What a run is asked to do. */
export interface BenchOptions {
  /** Names of the scenarios to run; empty for all. */
  readonly only: readonly string[];
  /** How long each figure is measured. */
  readonly seconds: number;
  /** Journal lines that the scenarios of reads and of reports load. */
  readonly lines: number;
  /** Movements of goods that the scenario of inventory loads. */
  readonly movements: number;
  /** Folder in which the temporary database is made; its disk is what is measured. */
  readonly directory: string;
  readonly json: boolean;
  /** Folder for CPU profiles of what is measured; null for none, because taking them costs time. */
  readonly profile: string | null;
}

export const USAGE = `npm run bench -- [--only <scenario>]… [--seconds N] [--lines N] [--movements N] [--dir <folder>] [--json] [--profile <folder>]

  --only      reference, write-path, gateway, access, federation, reads, tax, payroll, inventory, reporting, subscriptions, memory, observability; may be given several times
  --seconds   how long each figure is measured (3)
  --lines     journal lines for the reads and the reports (3000000)
  --movements movements of goods, a hundred of each item (1000000)
  --dir       where the temporary database is made; its disk is what is measured
  --json      one JSON document instead of tables
  --profile   folder for a CPU profile of each figure of the write path, the gateway and the reads
`;

/** Reads the words of the command line; throws a sentence when one is not understood. */
export function readOptions(words: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: 'string', multiple: true },
      seconds: { type: 'string', default: '3' },
      lines: { type: 'string', default: '3000000' },
      movements: { type: 'string', default: '1000000' },
      dir: { type: 'string', default: tmpdir() },
      json: { type: 'boolean', default: false },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    only: (values.only ?? []).flatMap((names) => names.split(',')),
    seconds: number(values.seconds, 'seconds', 0.5, 60),
    lines: number(values.lines, 'lines', 3_000, 30_000_000),
    movements: number(values.movements, 'movements', 10_000, 10_000_000),
    directory: values.dir,
    json: values.json,
    profile: values.profile ?? null,
  };
}

function number(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (!(value >= least && value <= most)) throw new Error(`--${name} is a number from ${least} to ${most}`);
  return value;
}
