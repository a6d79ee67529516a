import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateAccount } from './accounts/commands.ts';
import { exportTransactions } from './export.ts';
import type { ExportedTransaction } from './ledger.ts';
import { createTestLedger, openBooks, transfer, type Books, type TestLedger } from './testing/books.ts';
import { createTransaction, reverseTransaction } from './transactions/commands.ts';
import { createLedgerWriter, type LedgerWriter } from './writer.ts';

let ledger: TestLedger;
let writer: LedgerWriter;

beforeAll(async () => {
  ledger = await createTestLedger();
  writer = createLedgerWriter(ledger.database);
});

afterAll(async () => {
  await ledger.close();
});

async function exported(books: Books): Promise<ExportedTransaction[]> {
  const all: ExportedTransaction[] = [];
  for await (const transaction of exportTransactions(ledger.database, books.actor.companyId))
    all.push(transaction);
  return all;
}

describe('the export', () => {
  it('holds posted transactions in order of posting, with numbers, amounts and rates', async () => {
    const books = await openBooks(writer);
    await books.open({ code: '1290', names: { en: 'Dollars' }, type: 'ASSET', currency: 'USD' });
    const { result } = await books.record({
      date: '2026-05-01',
      description: 'dollars bought',
      reference: 'FX-1',
      entries: [
        { accountCode: '1290', debit: '10', exchangeRate: '2.7', description: 'ten' },
        { accountCode: '1110', credit: '27.00' },
      ],
    });
    await createTransaction(writer, books.actor, transfer('1110', '6110', '1'));
    const early = await books.transfer('1110', '6110', '5', { date: '2026-01-01' });
    await reverseTransaction(writer, books.actor, {
      id: early.result.transactionId,
      date: '2026-01-02',
      reason: 'no',
    });
    const [first, second, third, ...more] = await exported(books);
    expect(first).toEqual({
      id: result.transactionId,
      number: '2026-000001',
      date: '2026-05-01',
      description: 'dollars bought',
      reference: 'FX-1',
      entries: [
        {
          accountCode: '1290',
          accountName: 'Dollars',
          accountType: 'ASSET',
          debit: '10.00',
          credit: '0.00',
          currency: 'USD',
          exchangeRate: '2.7',
          debitGel: '27.00',
          creditGel: '0.00',
          description: 'ten',
        },
        {
          accountCode: '1110',
          accountName: 'სალარო',
          accountType: 'ASSET',
          debit: '0.00',
          credit: '27.00',
          currency: 'GEL',
          exchangeRate: '1',
          debitGel: '0.00',
          creditGel: '27.00',
          description: null,
        },
      ],
    });
    expect(second).toMatchObject({ number: '2026-000002', date: '2026-01-01', reference: null });
    expect(third).toMatchObject({ number: '2026-000003', date: '2026-01-02' });
    expect(more).toEqual([]);
  });

  it('names accounts as they are named now', async () => {
    const books = await openBooks(writer);
    await books.transfer('1110', '6110', '5');
    await updateAccount(writer, books.actor, {
      id: books.accountIds['1110'] ?? '',
      code: '1111',
      names: { ka: 'სეიფი' },
    });
    const [transaction] = await exported(books);
    expect(transaction?.entries[0]).toMatchObject({ accountCode: '1111', accountName: 'სეიფი' });
  });

  it('ends with what was posted when it began', async () => {
    const books = await openBooks(writer);
    await Promise.all(Array.from({ length: 1_100 }, () => books.transfer('1110', '6110', '1')));
    const seen: string[] = [];
    for await (const transaction of exportTransactions(ledger.database, books.actor.companyId)) {
      if (seen.length % 400 === 0) await books.transfer('1110', '6110', '1');
      seen.push(transaction.number);
    }
    expect(seen).toEqual(Array.from({ length: 1_100 }, (_, i) => `2026-${String(i + 1).padStart(6, '0')}`));
  });

  it('is empty for a company without postings', async () => {
    expect(await exported(await openBooks(writer))).toEqual([]);
  });
});
