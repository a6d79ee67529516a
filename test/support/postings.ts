import type { Caller } from '#test/caller.ts';

/** An entry as a client writes it. */
export interface EntryInput {
  readonly accountCode?: string | null;
  readonly accountId?: string;
  readonly debit?: unknown;
  readonly credit?: unknown;
  readonly currency?: string;
  readonly exchangeRate?: unknown;
  readonly description?: string;
  readonly counterpartyId?: string;
  readonly dimensions?: readonly { readonly name: string; readonly value: string }[];
}

export interface TransactionInput {
  readonly date: unknown;
  readonly description: string;
  readonly entries: readonly EntryInput[];
  readonly reference?: string;
  readonly idempotencyKey?: string;
  readonly attachments?: readonly object[];
}

export const debit = (accountCode: string, amount: unknown, more: EntryInput = {}): EntryInput => ({
  accountCode,
  debit: amount,
  ...more,
});

export const credit = (accountCode: string, amount: unknown, more: EntryInput = {}): EntryInput => ({
  accountCode,
  credit: amount,
  ...more,
});

/** A cash sale: cash is debited, sales are credited. */
export function sale(amount: string, given: Partial<TransactionInput> = {}): TransactionInput {
  return {
    date: '2026-03-15',
    description: 'გაყიდვა',
    entries: [debit('1110', amount), credit('6110', amount)],
    ...given,
  };
}

/** What the tests look at in a transaction. */
export const TRANSACTION = /* GraphQL */ `
  fragment transaction on Transaction {
    id
    number
    seq
    date
    description
    status
    totalAmount
    reference
    version
    reversalReason
    createdAt
    createdBy {
      id
      name
    }
    approvedAt
    approvedBy {
      id
      name
    }
    postedAt
    postedBy {
      id
      name
    }
    reverses {
      id
    }
    reversedBy {
      id
    }
    attachments {
      fileName
      contentType
      size
      sha256
    }
    entries {
      line
      account {
        code
      }
      debit
      credit
      currency
      exchangeRate
      debitGel
      creditGel
      description
      dimensions {
        name
        value
      }
    }
  }
`;

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Transaction {
  readonly id: string;
  readonly number: string | null;
  readonly seq: number | null;
  readonly date: string;
  readonly description: string;
  readonly status: 'DRAFT' | 'APPROVED' | 'POSTED' | 'REVERSED';
  readonly totalAmount: string;
  readonly reference: string | null;
  readonly version: number;
  readonly reversalReason: string | null;
  readonly createdAt: string;
  readonly createdBy: Person;
  readonly approvedAt: string | null;
  readonly approvedBy: Person | null;
  readonly postedAt: string | null;
  readonly postedBy: Person | null;
  readonly reverses: { readonly id: string } | null;
  readonly reversedBy: { readonly id: string } | null;
  readonly attachments: readonly object[];
  readonly entries: readonly {
    readonly line: number;
    readonly account: { readonly code: string };
    readonly debit: string;
    readonly credit: string;
    readonly currency: string;
    readonly exchangeRate: string;
    readonly debitGel: string;
    readonly creditGel: string;
    readonly description: string | null;
    readonly dimensions: readonly { readonly name: string; readonly value: string }[];
  }[];
}

export type Step =
  'createTransaction' | 'approveTransaction' | 'postTransaction' | 'recordTransaction' | 'reverseTransaction';

const INPUT: Record<Step, string> = {
  createTransaction: 'TransactionInput',
  approveTransaction: 'TransactionActionInput',
  postTransaction: 'TransactionActionInput',
  recordTransaction: 'TransactionInput',
  reverseTransaction: 'ReverseTransactionInput',
};

/** The text of a mutation on transactions; `$input` is its one variable. */
export function mutation(step: Step): string {
  return `mutation($input: ${INPUT[step]}!) { ${step}(input: $input) { transaction { ...transaction } } } ${TRANSACTION}`;
}

/** Does one step and answers the transaction. */
export async function perform(caller: Caller, step: Step, input: object): Promise<Transaction> {
  const data = await caller.query<Record<string, { transaction: Transaction }>>(mutation(step), { input });
  const payload = data[step];
  if (payload === undefined) throw new Error(`${step} answered nothing`);
  return payload.transaction;
}

export const record = (caller: Caller, input: TransactionInput): Promise<Transaction> =>
  perform(caller, 'recordTransaction', input);

/** The transaction as it stands in the books now. */
export async function read(caller: Caller, id: string): Promise<Transaction> {
  const { transaction } = await caller.query<{ transaction: Transaction | null }>(
    `query($id: ID!) { transaction(id: $id) { ...transaction } } ${TRANSACTION}`,
    { id },
  );
  if (transaction === null) throw new Error(`There is no transaction ${id}.`);
  return transaction;
}

/** Everything that a refused command must leave as it was: the trial balance, the last number, the count. */
export async function books(caller: Caller): Promise<unknown> {
  return caller.query(`{
    trialBalance(asOf: "2030-12-31") {
      seq rows { account { code } debit credit closing } totals { debit credit closingDebit closingCredit }
    }
    transactions(first: 100) { edges { node { id status version number } } pageInfo { hasNextPage } }
    accounts(first: 100) { totalCount edges { node { id version balance } } }
    periods { id status }
    currencies { code }
    ledgerSettings { approverMustDiffer }
  }`);
}
