import type { AccountRow } from '../accounts/queries.ts';
import type { LedgerContext } from '../context.ts';
import type { TransactionRow } from '../transactions/queries.ts';

/** A transaction that something refers to, which therefore is there. */
export async function demandTransaction({ loaders }: LedgerContext, id: string): Promise<TransactionRow> {
  const transaction = await loaders.transaction.load(id);
  if (transaction === null) throw new Error(`transaction ${id} is referred to and is not there`);
  return transaction;
}

/** An account that something refers to, which therefore is there. */
export async function demandAccount({ loaders }: LedgerContext, id: string): Promise<AccountRow> {
  const account = await loaders.account.load(id);
  if (account === null) throw new Error(`account ${id} is referred to and is not there`);
  return account;
}
