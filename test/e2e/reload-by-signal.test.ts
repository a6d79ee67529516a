import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, print, visit } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCaller, type Caller } from '#test/caller.ts';
import { enterCompany, signIn } from '../topology/books.ts';
import { lastWords, type Part } from '../topology/part.ts';
import { startTopology, type Topology } from '../topology/topology.ts';

const WHOLE = readFileSync(new URL('../../supergraph.graphql', import.meta.url), 'utf8');
/** The same without one field, as an older version would have been. */
const OLDER = print(
  visit(parse(WHOLE), {
    ObjectTypeDefinition: (node) =>
      node.name.value !== 'TrialBalance'
        ? undefined
        : { ...node, fields: (node.fields ?? []).filter(({ name }) => name.value !== 'asOf') },
  }),
);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const folder = mkdtempSync(join(tmpdir(), 'davtari-supergraph-'));
const file = join(folder, 'supergraph.graphql');
let topology: Topology;
let gateway: Part;
let caller: Caller;
beforeAll(async () => {
  writeFileSync(file, OLDER);
  topology = await startTopology({
    redis: false,
    proxied: true,
    environment: { SUPERGRAPH_FILE: file, LOG_LEVEL: 'info' },
  });
  gateway = topology.part('gateway 1');
  const company = await enterCompany(topology.ownerUrl, 'შპს განახლებადი');
  caller = createCaller(gateway.url, await signIn(gateway.url, company));
}, 180_000);
afterAll(async () => {
  await topology.close();
  rmSync(folder, { recursive: true });
});

/** Of the supergraph that the gateway answers. */
async function answeredHash(): Promise<unknown> {
  const report = (await (await fetch(`${gateway.url}/health`)).json()) as { supergraph?: string };
  return report.supergraph;
}
const log = (): string => lastWords(join(topology.folder, 'gateway 1.log'));

const AS_OF = '{ trialBalance(asOf: "2026-12-31") { asOf } }';
const post = (key: string) =>
  caller.answer(
    'mutation($input: TransactionInput!) { recordTransaction(input: $input) { transaction { seq } } }',
    {
      input: {
        date: '2026-02-02',
        description: 'Sale',
        idempotencyKey: key,
        entries: [
          { accountCode: '1110', debit: '1.00' },
          { accountCode: '6110', credit: '1.00' },
        ],
      },
    },
  );

it(
  'a gateway takes over another supergraph at SIGHUP, while a subscription and a posting go on, and refuses a broken one',
  { timeout: 90_000 },
  async () => {
    expect((await caller.answer(AS_OF)).errors?.[0]?.message).toContain('Cannot query field "asOf"');
    await post('before');
    const watching = caller.subscribe<{ transactionPosted: { seq: number } }>(
      'subscription { transactionPosted(snapshot: true) { seq } }',
    );
    // The snapshot, from which it goes on.
    await watching.upTo(1);

    // The ledger does not answer yet: this posting is under way over the old supergraph when the new one comes.
    const ledger = topology.proxies.get('ledger 1');
    ledger?.stall(25_000);
    const underWay = post('meanwhile');
    expect(await answeredHash()).toBe(hashOf(OLDER));
    writeFileSync(file, WHOLE);
    process.kill(gateway.pid, 'SIGHUP');
    await expect.poll(answeredHash, { timeout: 20_000 }).toBe(hashOf(WHOLE));
    let isAnswered = false;
    void underWay.then(() => (isAnswered = true));
    expect(isAnswered).toBe(false);
    ledger?.stall(0);
    expect(await underWay).toMatchObject({ data: { recordTransaction: { transaction: { seq: 2 } } } });
    expect((await caller.answer(AS_OF)).data).toEqual({ trialBalance: { asOf: '2026-12-31' } });

    for (const broken of ['type Query {', print(parse(WHOLE)).replaceAll('@requiresScopes', '@tag')]) {
      writeFileSync(file, broken);
      process.kill(gateway.pid, 'SIGHUP');
      await expect.poll(log, { timeout: 20_000 }).toContain(hashOf(broken));
      expect(log()).toContain('supergraph_refused');
      expect(await answeredHash()).toBe(hashOf(WHOLE));
    }
    expect((await caller.answer(AS_OF)).errors).toBeUndefined();
    await post('after');
    const seen = await watching.upTo(3);
    expect(seen.map(({ transactionPosted }) => transactionPosted.seq)).toEqual([1, 2, 3]);
    expect(gateway.isRunning).toBe(true);
    await watching.stop();
  },
);
