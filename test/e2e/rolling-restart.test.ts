import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '#test/caller.ts';
import { startBalancer, type Balancer } from '../topology/balancer.ts';
import { enterCompany, signIn } from '../topology/books.ts';
import { startTopology, type Topology } from '../topology/topology.ts';

let topology: Topology;
let balancer: Balancer;
let token: string;
beforeAll(async () => {
  topology = await startTopology({
    gateways: 2,
    ledgers: 2,
    redis: false,
    // Longer than the gateways keep an idle connection: none is closed that is about to be used.
    environment: { DRAIN_SECONDS: '3' },
  });
  const company = await enterCompany(topology.ownerUrl, 'შპს უწყვეტი');
  balancer = await startBalancer(topology.of('gateway').map(({ url }) => url));
  token = await signIn(balancer.url, company);
}, 180_000);
afterAll(async () => {
  await balancer.close();
  await topology.close();
});

interface Outcome {
  readonly requests: number;
  readonly failed: readonly string[];
}

/** Clients over kept-alive connections that read and write until they are told to stop, and never send anything twice. */
function load(isOver: () => boolean, name: string): Promise<Outcome> {
  const agent = new Agent({ keepAliveTimeout: 60_000 });
  const failed: string[] = [];
  let requests = 0;
  const ask = async (query: string, variables: object): Promise<void> => {
    requests += 1;
    try {
      const { statusCode, body } = await request(`${balancer.url}/graphql`, {
        dispatcher: agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      const text = await body.text();
      if (statusCode !== 200 || text.includes('"errors"'))
        failed.push(`${String(statusCode)} ${text.slice(0, 300)}`);
    } catch (error) {
      failed.push(String(error));
    }
  };
  const worker = async (id: number): Promise<void> => {
    for (let round = 0; !isOver(); round += 1) {
      if (id % 2 === 0) await ask('{ trialBalance(asOf: "2026-12-31") { totals { debit } } }', {});
      else {
        await ask(
          'mutation($input: TransactionInput!) { recordTransaction(input: $input) { transaction { id } } }',
          {
            input: {
              date: '2026-02-02',
              description: 'Sale',
              idempotencyKey: `${name} ${String(id)} ${String(round)}`,
              entries: [
                { accountCode: '1110', debit: '1.00' },
                { accountCode: '6110', credit: '1.00' },
              ],
            },
          },
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return Promise.all(Array.from({ length: 8 }, (_, id) => worker(id))).then(async () => {
    await agent.close();
    return { requests, failed };
  });
}

describe('a rolling restart under load', { timeout: 240_000 }, () => {
  it('of two gateways fails no request, and ends sockets so that they can resume', async () => {
    const caller = createCaller(balancer.url, token);
    const watching = caller.subscribe<{ transactionPosted: { seq: number } }>(
      'subscription { transactionPosted { seq } }',
    );
    let isOver = false;
    const working = load(() => isOver, 'gateways');
    await watching.upTo(3, 30_000);
    for (const gateway of topology.of('gateway')) {
      expect(await gateway.stop()).toBe(0);
      await gateway.start();
      await expect.poll(() => balancer.ready.size, { timeout: 30_000 }).toBe(2);
    }
    isOver = true;
    const { requests, failed } = await working;
    expect(failed).toEqual([]);
    expect(requests).toBeGreaterThan(50);
    expect(await watching.ended).toMatchObject({ closeCode: 1001 });
  });

  it('of two ledgers fails no read and no posting, although no client repeats any', async () => {
    let isOver = false;
    const working = load(() => isOver, 'ledgers');
    for (const ledger of topology.of('ledger')) {
      expect(await ledger.stop()).toBe(0);
      await ledger.start();
    }
    isOver = true;
    const { requests, failed } = await working;
    expect(failed).toEqual([]);
    expect(requests).toBeGreaterThan(50);
  });
});
