import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUpcast } from '#db/upcast.ts';
import { createConsumer } from '#db/feed.ts';
import type { PostedEvent } from '#shared/platform/event-feed.ts';
import { createLog } from '#shared/platform/log.ts';
import { exportTransactions } from '../export.ts';
import { createLedgerFeed } from '../feed.ts';
import { createTestLedger, openBooks, type TestLedger } from '../testing/books.ts';
import {
  evolveTransaction,
  initialTransaction,
  type TransactionContent,
} from '../transactions/transaction.ts';
import { createLedgerWriter } from '../writer.ts';
import { LEDGER_EVENTS } from './catalogue.ts';
import { LEDGER_UPCASTERS, raiseLedgerEvent } from './upcasters.ts';

/** A future in which version 2 of a posting says so in its description and has its entries the other way round. */
const future = createUpcast({
  TransactionPosted: [
    (data: TransactionContent) => ({
      ...data,
      description: `${data.description}, raised`,
      entries: data.entries.toReversed(),
    }),
  ],
});

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await createTestLedger();
});
afterAll(() => ledger.close());

describe('raising old events', () => {
  it('goes step by step from the version that was written', () => {
    const upcast = createUpcast({
      Told: [(data: { a: number }) => ({ b: data.a + 1 }), (data: { b: number }) => ({ c: data.b * 10 })],
    });
    expect(upcast('Told', 1, { a: 1 })).toEqual({ c: 20 });
    expect(upcast('Told', 2, { b: 5 })).toEqual({ c: 50 });
    expect(upcast('Told', 3, { c: 7 })).toEqual({ c: 7 });
    expect(upcast('Other', 1, { d: 1 })).toEqual({ d: 1 });
  });

  it.each([0, 1.5, 3, Number.NaN])('refuses version %s, which this code does not know', (version) => {
    const upcast = createUpcast({ Told: [(data: unknown) => data] });
    expect(() => upcast('Told', version, {})).toThrow(/Told of version/);
  });

  it('has a step for each version but the newest of what is published', () => {
    for (const [type, { version }] of Object.entries(LEDGER_EVENTS))
      expect([type, LEDGER_UPCASTERS[type]?.length ?? 0]).toEqual([type, version - 1]);
    expect(() => raiseLedgerEvent('TransactionPosted', 2, {})).toThrow(/newest is 1/);
  });

  it('is done for fold, feed, consumers and export alike', async () => {
    const writer = createLedgerWriter(ledger.database, 2, future);
    const books = await openBooks(writer);
    const { result } = await books.transfer('1110', '6110', '7.00', { description: 'old' });
    const { companyId } = books.actor;
    const log = createLog({ logLevel: 'silent' });

    const folded = await writer.load(companyId, result.transactionId, {
      initial: initialTransaction,
      evolve: evolveTransaction,
      stateVersion: 1,
    });
    expect(folded).toMatchObject({ status: 'POSTED', content: { description: 'old, raised' } });

    const exported = [];
    for await (const transaction of exportTransactions(ledger.database, companyId, future))
      exported.push([transaction.description, transaction.entries.map(({ accountCode }) => accountCode)]);
    expect(exported).toEqual([['old, raised', ['6110', '1110']]]);

    const feed = createLedgerFeed(ledger.database, log, { upcast: future });
    const stop = new AbortController();
    const told: PostedEvent[] = [];
    for await (const events of feed.follow(companyId, Buffer.from('0').toString('base64url'), stop.signal)) {
      told.push(...events);
      break;
    }
    stop.abort();
    await feed.close();
    const { '1110': cash, '6110': revenue } = books.accountIds;
    expect(told[0]?.accounts.map(({ accountId }) => accountId)).toEqual([revenue, cash]);

    const consumed: unknown[] = [];
    const consumer = createConsumer({
      database: ledger.database,
      schema: 'ledger',
      name: 'raising',
      upcast: future,
      log,
      handle: (_sql, _company, events) => {
        for (const { type, data } of events)
          if (type === 'TransactionPosted') consumed.push((data as TransactionContent).description);
        return Promise.resolve();
      },
    });
    await expect.poll(() => consumed, { timeout: 10_000 }).toEqual(['old, raised']);
    await consumer.close();
  });
});
