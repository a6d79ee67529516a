import { parseArgs } from 'node:util';
import { runFaults } from './run.ts';

// `npm run faults -- --seconds 120 --seed 7`: kills and disturbs everything under load, and judges what was promised.
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '120' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    writers: { type: 'string', default: '20' },
    subscribers: { type: 'string', default: '50' },
  },
});
const seed = Number(values.seed);
const began = performance.now();
const say = (words: string): void => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stderr.write(`${seconds.padStart(6)} s  ${words}\n`);
};
const report = await runFaults({
  seconds: Number(values.seconds),
  seed,
  kills: 20,
  writers: Number(values.writers),
  subscribers: Number(values.subscribers),
  readers: 3,
  ledgers: 2,
  gateways: 2,
  pauseMs: [2_500, 4_500],
  tell: say,
});
process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
if (report.violations.length > 0) {
  process.stdout.write(
    `${String(report.violations.length)} promises were broken; again: npm run faults -- --seed ${String(seed)}\n`,
  );
  process.exitCode = 1;
} else process.stdout.write('Every promise was kept.\n');
