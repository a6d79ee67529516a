import { parseArgs } from 'node:util';
import { createTestServer } from './own-server.ts';
import { BUYER, SELLER } from './parties.ts';
import { startSimulator, type Simulator } from './simulator.ts';
import { storm } from './storm.ts';
import { createLog } from '#shared/platform/log.ts';

/**
 * The simulated RS.ge by hand: `npx tsx test/rs-ge/main.ts` serves it and says by which settings Davtari finds it;
 * `npx tsx test/rs-ge/main.ts --storm 300` sends so many invoices through trouble and prints figures.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4199' },
    faults: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    storm: { type: 'string' },
  },
});

if (values.storm === undefined) await serve();
else await measure(Number(values.storm));

async function serve(): Promise<void> {
  const simulator = await startSimulator({
    users: [SELLER, BUYER],
    port: Number(values.port),
    seed: Number(values.seed),
    trouble: { probability: Number(values.faults), lateMs: 35_000 },
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
  const server = await createTestServer();
  try {
    const share = Math.ceil((invoices * 2) / 3);
    const outcome = await storm({
      databaseUrl: server.databaseUrl,
      log: createLog({ logLevel: 'error' }),
      invoices: { EAPI: share, NTOS: invoices - share },
      isIdempotent: false,
      faults: Number(values.faults) || 0.2,
      seed: Number(values.seed),
      processes: 3,
      killEveryMs: 5_000,
      limitMs: 10 * 60_000,
    });
    const copies = outcome.companies.flatMap(({ ids }) => ids.map((id) => outcome.held.get(id)?.length ?? 0));
    const registered = outcome.companies.flatMap(({ documents }) =>
      documents.filter(({ number, registeredAt }) => number !== null && registeredAt !== null),
    );
    process.stdout.write(
      `${JSON.stringify(
        {
          invoices,
          seconds: Math.round(outcome.seconds),
          calls: outcome.counted.calls,
          faults: outcome.counted.faults,
          processesKilled: outcome.kills,
          onceAtTheSimulator: copies.filter((times) => times === 1).length,
          missing: copies.filter((times) => times === 0).length,
          twiceOrMore: copies.filter((times) => times > 1).length,
          inTheRegisterWithNumberAndTime: registered.length,
          mostAttempts: outcome.mostAttempts,
          operations: outcome.companies.map(({ channel, submissions }) => ({ channel, ...submissions })),
        },
        null,
        2,
      )}\n`,
    );
  } finally {
    await server.close();
  }
}
