import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRedis } from '#test/redis.ts';
import { createCaller, type Caller } from '#test/caller.ts';
import { davtari } from '#cli/testing/run-davtari.ts';
import { enterCompany, signIn } from '../topology/books.ts';
import { startTopology, type Topology } from '../topology/topology.ts';

let topology: Topology;
/** One gateway for each ledger, so that it is known who writes. */
let one: Caller;
let other: Caller;

const RECORD = `mutation($input: TransactionInput!) {
  recordTransaction(input: $input) { transaction { id number seq } }
}`;
const transfer = (key: string, more: Record<string, unknown> = {}) => ({
  input: {
    date: '2026-03-10',
    description: `Sale ${key}`,
    idempotencyKey: key,
    entries: [
      { accountCode: '1110', debit: '1.00' },
      { accountCode: '6110', credit: '1.00' },
    ],
    ...more,
  },
});
interface Recorded {
  readonly recordTransaction: {
    readonly transaction: { readonly id: string; readonly number: string; readonly seq: number };
  };
}

beforeAll(async () => {
  topology = await startTopology({ ledgers: 2, gateways: 2, pairs: true });
  const company = await enterCompany(topology.ownerUrl, 'შპს ორი მწერალი');
  const [first, second] = topology.of('gateway');
  one = createCaller(first?.url ?? '', await signIn(first?.url ?? '', company));
  other = createCaller(second?.url ?? '', await signIn(second?.url ?? '', company));
}, 120_000);
afterAll(() => topology.close());

describe('two ledgers on one database', { timeout: 60_000 }, () => {
  it('number the postings of one company without gap or double, whoever takes them', async () => {
    const posted = await Promise.all(
      Array.from({ length: 120 }, async (_, index) => {
        const { recordTransaction } = await (index % 2 === 0 ? one : other).query<Recorded>(
          RECORD,
          transfer(`both ${String(index)}`),
        );
        return recordTransaction.transaction;
      }),
    );
    const seqs = posted.map(({ seq }) => seq).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 120 }, (_, index) => (seqs[0] ?? 0) + index));
    expect(new Set(posted.map(({ number }) => number)).size).toBe(120);
  });

  it('answer a key the same, even when both are asked at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const asked = transfer(`same ${String(round)}`);
      const [first, second] = await Promise.all([
        one.query<Recorded>(RECORD, asked),
        other.query<Recorded>(RECORD, asked),
      ]);
      expect(second).toEqual(first);
    }
  });

  it('know at once which period the other has closed, under load, and reopened', async () => {
    const inJanuary = { date: '2026-01-20' };
    // The other ledger has the facts at hand.
    await other.query(RECORD, transfer('before', inJanuary));
    const outcomes: { readonly begun: number; readonly code: string | undefined }[] = [];
    let isOver = false;
    const load = Promise.all(
      Array.from({ length: 4 }, async (_, worker) => {
        for (let round = 0; !isOver && round < 500; round += 1) {
          const begun = performance.now();
          const answer = await other.answer(
            RECORD,
            transfer(`january ${String(worker)} ${String(round)}`, inJanuary),
          );
          outcomes.push({ begun, code: answer.errors?.[0]?.extensions['code'] as string | undefined });
        }
      }),
    );
    const over = async () => {
      isOver = true;
      await load;
    };
    await expect.poll(() => outcomes.length).toBeGreaterThan(20);
    const closing = one.query(
      'mutation($input: PeriodActionInput!) { closePeriod(input: $input) { period { id status } } }',
      { input: { year: 2026, month: 1, reason: 'the month is over' } },
    );
    await closing.catch(over);
    await closing;
    const closed = performance.now();
    await expect.poll(() => outcomes.filter(({ begun }) => begun > closed).length).toBeGreaterThan(20);
    await over();
    // What began after the closing was answered is refused, each time; nothing failed in any other way.
    for (const { begun, code } of outcomes) {
      if (begun > closed) expect(code).toBe('PERIOD_CLOSED');
      else expect([undefined, 'PERIOD_CLOSED']).toContain(code);
    }
    await one.query(
      'mutation($input: PeriodActionInput!) { reopenPeriod(input: $input) { period { id status } } }',
      { input: { year: 2026, month: 1, reason: 'a late invoice' } },
    );
    await other.query(RECORD, transfer('reopened', inJanuary));
  });

  it('know at once of an account that the other has opened', async () => {
    await one.query(
      `mutation($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }`,
      { input: { code: '1115', name: 'სალარო 2', type: 'ASSET' } },
    );
    await other.query(
      RECORD,
      transfer('new account', {
        entries: [
          { accountCode: '1115', debit: '5.00' },
          { accountCode: '6110', credit: '5.00' },
        ],
      }),
    );
  });

  it('tell the postings of one to subscribers at the other', async () => {
    const watching = other.subscribe<{ transactionPosted: { seq: number } }>(
      'subscription { transactionPosted(snapshot: true) { seq } }',
    );
    const [{ transactionPosted: newest } = { transactionPosted: { seq: 0 } }] = await watching.upTo(1);
    await one.query(RECORD, transfer('told'));
    const seen = await watching.upTo(2);
    expect(seen[1]?.transactionPosted.seq).toBe(newest.seq + 1);
    await watching.stop();
  });

  it('keep a chain that verifies', async () => {
    const verified = await davtari(['verify', '--json'], topology.environment);
    expect(verified.json()).toMatchObject([{ isIntact: true }]);
  });
});

describe.skipIf(!hasRedis)('Redis gone', { timeout: 60_000 }, () => {
  it('holds up no posting and no subscriber, and is used again when it is back', async () => {
    const redis = topology.part('redis');
    const watching = other.subscribe<{ transactionPosted: { seq: number } }>(
      'subscription { transactionPosted(snapshot: true) { seq } }',
    );
    const [{ transactionPosted: newest } = { transactionPosted: { seq: 0 } }] = await watching.upTo(1);
    await redis.kill();
    for (let index = 0; index < 20; index += 1) await one.query(RECORD, transfer(`away ${String(index)}`));
    const seen = await watching.upTo(21);
    expect(seen.map(({ transactionPosted }) => transactionPosted.seq)).toEqual(
      Array.from({ length: 21 }, (_, index) => newest.seq + index),
    );
    for (const gateway of topology.of('gateway')) {
      // A gateway that does without Redis serves: no balancer takes it away.
      const health = await fetch(`${gateway.url}/health/ready`);
      expect([gateway.name, health.status]).toEqual([gateway.name, 200]);
    }
    await redis.start();
    await one.query(RECORD, transfer('back'));
    await watching.upTo(22);
    await watching.stop();
  });
});
