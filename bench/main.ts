import { loadavg } from 'node:os';
import { closeBench, machineFacts, openBench, type Bench } from './bench.ts';
import { readOptions, USAGE } from './options.ts';
import { isMet, renderGoals, renderTable } from './report.ts';
import { measureAccess } from './scenarios/access.ts';
import { measureFederation } from './scenarios/federation.ts';
import { measureGateway } from './scenarios/gateway.ts';
import { measureInventory } from './scenarios/inventory.ts';
import { measureMemory } from './scenarios/memory.ts';
import { measureObservability } from './scenarios/observability.ts';
import { measurePayroll } from './scenarios/payroll.ts';
import { measureReads } from './scenarios/reads.ts';
import { measureReference } from './scenarios/reference.ts';
import { measureReporting } from './scenarios/reporting.ts';
import { measureSubscriptions } from './scenarios/subscriptions.ts';
import { measureTax } from './scenarios/tax.ts';
import { measureWritePath } from './scenarios/write-path.ts';

const SCENARIOS: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  reference: measureReference,
  'write-path': measureWritePath,
  gateway: measureGateway,
  access: measureAccess,
  federation: measureFederation,
  'reference-again': measureReference,
  subscriptions: measureSubscriptions,
  reads: measureReads,
  tax: measureTax,
  payroll: measurePayroll,
  inventory: measureInventory,
  reporting: measureReporting,
  memory: measureMemory,
  observability: measureObservability,
};

async function main(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  const wanted = (name: string): boolean =>
    options.only.length === 0 || options.only.some((only) => only === name.replace('-again', ''));
  for (const name of options.only) {
    if (!(name in SCENARIOS)) throw new Error(`there is no scenario ${name}\n\n${USAGE}`);
  }
  const bench = await openBench(options, (text) => process.stderr.write(`… ${text}\n`));
  try {
    const facts = await machineFacts(bench);
    if (!options.json) {
      const lines = Object.entries(facts).map(([name, value]) => `  ${name.padEnd(18)} ${value}`);
      process.stdout.write(`${['Measured on', ...lines].join('\n')}\n`);
    }
    for (const [name, measure] of Object.entries(SCENARIOS)) {
      if (!wanted(name)) continue;
      const before = bench.tables.length;
      await bench.settle();
      await measure(bench);
      if (!options.json) process.stdout.write(bench.tables.slice(before).map(renderTable).join(''));
    }
    const loadAfter = loadavg()
      .map((load) => load.toFixed(2))
      .join(' ');
    if (options.json) {
      const goals = bench.goals.map((goal) => ({ ...goal, met: isMet(goal) }));
      process.stdout.write(
        `${JSON.stringify({ machine: { ...facts, loadAverageAfter: loadAfter }, tables: bench.tables, goals }, null, 2)}\n`,
      );
    } else {
      process.stdout.write(`${renderGoals(bench.goals)}\nLoad average after: ${loadAfter}\n`);
    }
  } finally {
    await closeBench(bench);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
