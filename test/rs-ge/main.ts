import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { createLog } from '#shared/platform/log.ts';
import { createTestServer } from './own-server.ts';
import { BUYER, SELLER } from './parties.ts';
import { startSimulator, type Simulator } from './simulator.ts';
import { storm } from './storm.ts';
import { summaryOf } from './storm-summary.ts';

const HELP = `The simulated RS.ge by hand. It is not RS.ge, and nothing is filed anywhere.

  npx tsx test/rs-ge/main.ts              serves it, and says by which settings Davtari finds it
  npx tsx test/rs-ge/main.ts --storm 300  sends so many invoices through trouble, and tells what became of them

  --port 4199     where it is served
  --faults 0.2    chance that a call goes wrong, from 0 to 1 (0 when served, 0.2 in a storm)
  --seed 1        the same seed brings the same faults
  --pace 2        milliseconds between two calls of a company in a storm; RS.ge asks for 300
  --json          the figures of a storm for a program
`;
/** Calls that an invoice takes at most, with all that goes wrong. */
const MOST_CALLS = 30;
const LEAST_LIMIT_MILLISECONDS = 10 * 60_000;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4199' },
    faults: { type: 'string' },
    seed: { type: 'string', default: '1' },
    storm: { type: 'string' },
    pace: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(HELP);
else if (values.storm === undefined) await serve();
else await measure(numberOf(values.storm, '--storm', 1));

function numberOf(text: string, option: string, least: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least)
    throw new Error(`${option} ${text}: at least ${String(least)}`);
  return value;
}

async function serve(): Promise<void> {
  const simulator = await startSimulator({
    users: [SELLER, BUYER],
    port: numberOf(values.port, '--port', 0),
    seed: numberOf(values.seed, '--seed', 0),
    trouble: { probability: numberOf(values.faults ?? '0', '--faults', 0), lateMs: 35_000 },
  });
  process.stdout.write(`${instructions(simulator)}\n`);
  process.once('SIGINT', () => void simulator.close());
}

function instructions({ eapiUrl, ntosUrl, waybillsUrl }: Simulator): string {
  return [
    'A SIMULATED RS.ge, for trying things out. It is not RS.ge, and nothing here is filed anywhere.',
    '',
    'Start Davtari beside it with:',
    `  RS_GE_EAPI_URL=${eapiUrl} RS_GE_NTOS_URL=${ntosUrl} RS_GE_WAYBILLS_URL=${waybillsUrl} npm start`,
    'and sign a company in as the invented seller (its tax number is that of the sign-in):',
    `  mutation { setRsGeCredentials(input: { eapi: { userName: "${SELLER.userName}", password: "${SELLER.password}" } }) {`,
    '    connection { state } } }',
    `Seller ${SELLER.tin}, buyer ${BUYER.tin}.`,
  ].join('\n');
}

async function measure(invoices: number): Promise<void> {
  const paceMs = numberOf(values.pace, '--pace', 0);
  const faults = numberOf(values.faults ?? '0.2', '--faults', 0);
  const share = Math.ceil((invoices * 2) / 3);
  const server = await createTestServer();
  try {
    const outcome = await storm({
      databaseUrl: server.databaseUrl,
      log: createLog({ logLevel: 'error' }),
      invoices: { EAPI: share, NTOS: invoices - share },
      isIdempotent: false,
      faults,
      seed: numberOf(values.seed, '--seed', 0),
      processes: 3,
      killEveryMs: 5_000,
      paceMs,
      limitMs: Math.max(LEAST_LIMIT_MILLISECONDS, share * MOST_CALLS * paceMs),
      onProgress: ({ seconds, operations, settled, inDoubt, kills }) => {
        process.stderr.write(
          `${seconds.toFixed(0).padStart(5)} s  ${String(settled)} of ${String(operations)} operations done, ` +
            `${String(inDoubt)} in doubt, ${String(kills)} processes killed\n`,
        );
      },
    });
    const { figures, text, isFlawless } = summaryOf(outcome, {
      invoices,
      paceMs,
      faults,
      load: loadavg()[0] ?? 0,
    });
    process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : `${text}\n`);
    if (!isFlawless) process.exitCode = 1;
  } finally {
    await server.close();
  }
}
