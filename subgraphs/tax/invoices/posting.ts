import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, parseDatabaseAmount, type Amount } from '#shared/domain/money.ts';
import type { PostingEntry, PostingSource } from '#shared/domain/posting.ts';
import type { InvoiceContent, InvoiceLine, Truth } from './invoice.ts';

/** What accounts are for; the company says which account of the ledger that is. */
export type AccountRole =
  | 'RECEIVABLE'
  | 'PAYABLE'
  | 'ADVANCE_RECEIVED'
  | 'ADVANCE_PAID'
  | 'REVENUE'
  | 'PURCHASE'
  | 'SERVICE'
  | 'FIXED_ASSET'
  | 'FREE_SUPPLY_COST'
  | 'VAT_OUTPUT'
  | 'VAT_ON_ADVANCES'
  | 'VAT_INPUT'
  | 'VAT_INPUT_LATER'
  | 'VAT_IMPORT'
  | 'VAT_REVERSE_CHARGE'
  | 'VAT_REVERSE_CHARGE_INPUT'
  | 'IMPORT_CHARGES';

export type PostingAccounts = Readonly<Record<string, string>>;

/** Why a document is posted. */
export type Purpose = 'record' | 'credit';

export function sourceOf(id: string, purpose: Purpose): PostingSource {
  return { subgraph: 'tax', type: 'TaxInvoice', id, purpose };
}

type Book = (role: AccountRole, debit: Amount, account?: string | null) => void;

/**
 * Entries that carry a truth into the ledger, less those of an earlier truth. Debits are positive while they are added
 * up; accounts whose sum is zero have no entry. Pure.
 *
 * @param creditsLater whether the credit of the VAT comes in a later month, and waits on an account of its own
 */
export function entriesOf(
  content: Omit<InvoiceContent, keyof Truth>,
  before: Truth | null,
  after: Truth,
  accounts: PostingAccounts,
  creditsLater: boolean,
): PostingEntry[] {
  const sums = new Map<string, Amount>();
  const bookAs =
    (sign: bigint): Book =>
    (role, debit, account) => {
      const code = account ?? accountOf(accounts, role);
      sums.set(code, (sums.get(code) ?? 0n) + sign * debit);
    };
  book(content, after, creditsLater, bookAs(1n));
  if (before !== null) book(content, before, creditsLater, bookAs(-1n));
  return toEntries(sums, content.counterpartyId);
}

/** Entries that end the waiting of VAT in the month in which it is credited. */
export function creditEntries(
  { kind, counterpartyId }: Pick<InvoiceContent, 'kind' | 'counterpartyId'>,
  truth: Truth,
  accounts: PostingAccounts,
): PostingEntry[] {
  const vat = sumOf(truth.lines, 'creditableVat') - sumOf(truth.advances, 'creditableVat');
  const sums = new Map<string, Amount>();
  const to = accountOf(accounts, inputRole(kind));
  const from = accountOf(accounts, 'VAT_INPUT_LATER');
  sums.set(to, vat);
  sums.set(from, (sums.get(from) ?? 0n) - vat);
  return toEntries(sums, counterpartyId);
}

function book(
  { direction, kind, customs }: Omit<InvoiceContent, keyof Truth>,
  truth: Truth,
  creditsLater: boolean,
  to: Book,
): void {
  if (direction === 'ISSUED') bookIssued(kind, truth, to);
  else bookReceived(kind, customs, truth, creditsLater ? 'VAT_INPUT_LATER' : inputRole(kind), to);
}

function inputRole(kind: InvoiceContent['kind']): AccountRole {
  if (kind === 'IMPORT') return 'VAT_IMPORT';
  return kind === 'REVERSE_CHARGE' ? 'VAT_REVERSE_CHARGE_INPUT' : 'VAT_INPUT';
}

function bookIssued(kind: InvoiceContent['kind'], { lines, advances }: Truth, to: Book): void {
  for (const line of lines) {
    const [gross, vat] = [read(line.gross), read(line.vat)];
    if (kind === 'ADVANCE') {
      // The payment lies on the account of advances as it came; the VAT within it is owed until the delivery.
      to('ADVANCE_RECEIVED', vat);
      to('VAT_ON_ADVANCES', -vat);
      continue;
    }
    to('VAT_OUTPUT', -vat);
    if (line.isPaid) {
      to('RECEIVABLE', gross);
      to('REVENUE', vat - gross, line.accountCode);
    } else {
      to('FREE_SUPPLY_COST', vat, line.accountCode);
    }
  }
  for (const { gross, vat } of advances) {
    to('ADVANCE_RECEIVED', read(gross) - read(vat));
    to('RECEIVABLE', -read(gross));
    to('VAT_ON_ADVANCES', read(vat));
  }
}

function bookReceived(
  kind: InvoiceContent['kind'],
  customs: InvoiceContent['customs'],
  { lines, advances }: Truth,
  input: AccountRole,
  to: Book,
): void {
  for (const line of lines) {
    const [base, vat, gross, credit] = [
      read(line.base),
      read(line.vat),
      read(line.gross),
      read(line.creditableVat),
    ];
    to(input, credit);
    switch (kind) {
      case 'ADVANCE':
        to('ADVANCE_PAID', -credit);
        break;
      case 'SUPPLY':
        to(costRole(line, 'PURCHASE'), gross - credit, line.accountCode);
        to('PAYABLE', -gross);
        break;
      case 'REVERSE_CHARGE':
        to(costRole(line, 'SERVICE'), base + vat - credit, line.accountCode);
        to('PAYABLE', -base);
        to('VAT_REVERSE_CHARGE', -vat);
        break;
      case 'IMPORT': {
        const value = read(customs?.customsValue ?? '0.00');
        to(costRole(line, 'PURCHASE'), gross - credit, line.accountCode);
        to('PAYABLE', -value);
        to('IMPORT_CHARGES', value - gross);
        break;
      }
    }
  }
  for (const { gross, creditableVat } of advances) {
    to('PAYABLE', read(gross));
    to('ADVANCE_PAID', read(creditableVat) - read(gross));
    to(input, -read(creditableVat));
  }
}

function costRole({ isFixedAsset }: InvoiceLine, otherwise: AccountRole): AccountRole {
  return isFixedAsset ? 'FIXED_ASSET' : otherwise;
}

function toEntries(sums: ReadonlyMap<string, Amount>, counterpartyId: string | null): PostingEntry[] {
  return Array.from(sums)
    .filter(([, sum]) => sum !== 0n)
    .map(([accountCode, sum]) => ({
      accountCode,
      ...(sum > 0n ? { debit: formatAmount(sum) } : { credit: formatAmount(-sum) }),
      ...(counterpartyId === null ? {} : { counterpartyId }),
    }));
}

function accountOf(accounts: PostingAccounts, role: AccountRole): string {
  const code = accounts[role];
  if (code === undefined) throw badInput('role', role, 'no account of the ledger is chosen for it');
  return code;
}

function sumOf<Part extends string>(of: readonly Readonly<Record<Part, string>>[], part: Part): Amount {
  return of.reduce((sum, one) => sum + read(one[part]), 0n);
}

function read(text: string): Amount {
  return parseDatabaseAmount(text);
}
