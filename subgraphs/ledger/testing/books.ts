import { v7 as uuid } from 'uuid';
import { openDatabase, type Database } from '#db/client.ts';
import type { Receipt } from '#db/write-path.ts';
import { createTestDatabase, type TestDatabase } from '#test/database.ts';
import { createAccount, type NewAccount } from '../accounts/commands.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { EntryDraft, TransactionDraft } from '../ledger.ts';
import { openFiscalYear } from '../periods/commands.ts';
import type { TransactionResult } from '../transactions/decide.ts';
import { recordTransactionOrder } from '../transactions/commands.ts';
import { createLedgerWriter, type LedgerWriter } from '../writer.ts';

/** The program's own connection to a database of the test's own. */
export interface TestLedger {
  readonly test: TestDatabase;
  readonly database: Database;
  /** Another process, as far as the database can tell: connections, caches and batches of its own. */
  anotherInstance(): LedgerWriter;
  close(): Promise<void>;
}

export async function createTestLedger(): Promise<TestLedger> {
  const test = await createTestDatabase();
  const opened: Database[] = [];
  const open = () => {
    const database = openDatabase(test.urlFor('ledger'), { max: 6 });
    opened.push(database);
    return database;
  };
  return {
    test,
    database: open(),
    anotherInstance: () => createLedgerWriter(open()),
    async close() {
      await Promise.all(opened.map((database) => database.close()));
      await test.drop();
    },
  };
}

/** A company with an open year and four accounts: 1110 cash, 1210 bank, 3110 payables, 6110 revenue. */
export interface Books {
  readonly actor: Actor;
  readonly writer: LedgerWriter;
  readonly accountIds: Readonly<Record<string, string>>;
  open(account: NewAccount): Promise<string>;
  record(draft: TransactionDraft): Promise<Receipt<TransactionResult>>;
  /** Debits one account and credits another in GEL. */
  transfer(
    debit: string,
    credit: string,
    amount: string,
    more?: Partial<TransactionDraft>,
  ): Promise<Receipt<TransactionResult>>;
}

export async function openBooks(writer: LedgerWriter, options: { year?: number } = {}): Promise<Books> {
  const actor: Actor = { companyId: uuid(), userId: uuid() };
  const accountIds: Record<string, string> = {};
  const books: Books = {
    actor,
    writer,
    accountIds,
    async open(account) {
      const { result } = await createAccount(writer, actor, account);
      accountIds[account.code ?? ''] = result.accountId;
      return result.accountId;
    },
    record: (draft) => writer.writePath.execute(recordTransactionOrder(writer, actor, draft)),
    transfer: (debit, credit, amount, more = {}) => books.record(transfer(debit, credit, amount, more)),
  };
  await openFiscalYear(writer, actor, { year: options.year ?? 2026 });
  await books.open({ code: '1110', names: { ka: 'სალარო' }, type: 'ASSET' });
  await books.open({ code: '1210', names: { ka: 'ბანკი', en: 'Bank' }, type: 'ASSET' });
  await books.open({ code: '3110', names: { en: 'Payables' }, type: 'LIABILITY' });
  await books.open({ code: '6110', names: { ka: 'შემოსავალი' }, type: 'REVENUE' });
  return books;
}

/** A transaction of two entries in GEL. */
export function transfer(
  debit: string,
  credit: string,
  amount: string,
  more: Partial<TransactionDraft> = {},
): TransactionDraft {
  const entries: EntryDraft[] = [
    { accountCode: debit, debit: amount },
    { accountCode: credit, credit: amount },
  ];
  return { date: '2026-03-15', description: 'transfer', entries, ...more };
}
