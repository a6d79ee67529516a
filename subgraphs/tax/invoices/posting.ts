import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, parseDatabaseAmount, TETRI, type Amount } from '#shared/domain/money.ts';
import type { PostingEntry, PostingSource } from '#shared/domain/posting.ts';
import { formatIn, inGel } from './currency.ts';
import type { DocumentCurrency, InvoiceContent, InvoiceLine, SetOff, Truth } from './invoice.ts';

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
  | 'IMPORT_CHARGES'
  | 'IMPORT_TAX_PAYABLE'
  | 'EXCISE_PAYABLE';

export type PostingAccounts = Readonly<Record<string, string>>;

/** Why a document is posted. */
export type Purpose = 'record' | 'credit';

export function sourceOf(id: string, purpose: Purpose): PostingSource {
  return { subgraph: 'tax', type: 'TaxInvoice', id, purpose };
}

/** An amount in a currency other than GEL, at the rate of the document that it comes from. */
interface Foreign {
  readonly amount: Amount;
  readonly currency: Omit<DocumentCurrency, 'total'>;
}

type Book = (role: AccountRole, debit: Amount, account?: string | null, foreign?: Foreign | null) => void;

interface Sum {
  readonly accountCode: string;
  readonly currency: Omit<DocumentCurrency, 'total'> | null;
  amount: Amount;
}

/**
 * Entries that carry a truth into the ledger, less those of an earlier truth. Debits are positive while they are added
 * up; accounts whose sum is zero have no entry. What is owed in another currency stands in it, at the rate of its document;
 * the tetri that converting the difference of two truths may leave goes to the revenue or the cost. Pure.
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
  const sums = new Map<string, Sum>();
  const bookAs =
    (sign: bigint): Book =>
    (role, debit, account, foreign = null) => {
      const accountCode = account ?? accountOf(accounts, role);
      add(sums, accountCode, foreign?.currency ?? null, sign * (foreign?.amount ?? debit));
    };
  book(content, after, creditsLater, bookAs(1n));
  if (before !== null) book(content, before, creditsLater, bookAs(-1n));
  giveRest(sums, content, before, after, accounts);
  return toEntries(sums, content.counterpartyId);
}

function add(
  sums: Map<string, Sum>,
  accountCode: string,
  currency: Omit<DocumentCurrency, 'total'> | null,
  amount: Amount,
): void {
  const key = JSON.stringify([accountCode, currency?.code, currency?.rate]);
  const known = sums.get(key);
  if (known === undefined) sums.set(key, { accountCode, currency, amount });
  else known.amount += amount;
}

/** Balances in GEL what was converted: a difference of tetri, and nothing where all is in GEL. */
function giveRest(
  sums: Map<string, Sum>,
  { direction, currency }: Omit<InvoiceContent, keyof Truth>,
  before: Truth | null,
  after: Truth,
  accounts: PostingAccounts,
): void {
  if (currency === undefined) return;
  const rest = Array.from(sums.values()).reduce(
    (total, { amount, currency: of }) => total + (of === null ? amount : inGel(amount, of)),
    0n,
  );
  if (rest === 0n) return;
  // Each sum in another currency is rounded once in each truth, and once here.
  const most = TETRI * 3n * BigInt(sums.size);
  if (rest > most || rest < -most)
    throw new Error(`the entries of a document leave ${formatAmount(rest)} GEL`);
  add(sums, balancing(direction, before, after, accounts), null, -rest);
}

/** The account of revenue or cost that the document itself is on. */
function balancing(
  direction: InvoiceContent['direction'],
  before: Truth | null,
  after: Truth,
  accounts: PostingAccounts,
): string {
  const [line] = [...after.lines, ...(before?.lines ?? [])];
  if (line?.accountCode) return line.accountCode;
  if (direction === 'ISSUED') return accountOf(accounts, 'REVENUE');
  if (line?.isFixedAsset) return accountOf(accounts, 'FIXED_ASSET');
  return accountOf(accounts, line?.treatment === 'REVERSE_CHARGE' ? 'SERVICE' : 'PURCHASE');
}

/** Entries that end the waiting of VAT in the month in which it is credited, less what an earlier truth did already. */
export function creditEntries(
  { kind, counterpartyId }: Pick<InvoiceContent, 'kind' | 'counterpartyId'>,
  before: Truth | null,
  after: Truth,
  accounts: PostingAccounts,
): PostingEntry[] {
  const of = ({ lines, advances }: Truth): Amount =>
    sumOf(lines, 'creditableVat') - sumOf(advances, 'creditableVat');
  const vat = of(after) - (before === null ? 0n : of(before));
  const sums = new Map<string, Sum>();
  add(sums, accountOf(accounts, inputRole(kind)), null, vat);
  add(sums, accountOf(accounts, 'VAT_INPUT_LATER'), null, -vat);
  return toEntries(sums, counterpartyId);
}

function book(
  content: Omit<InvoiceContent, keyof Truth>,
  truth: Truth,
  creditsLater: boolean,
  to: Book,
): void {
  if (content.direction === 'ISSUED') bookIssued(content, truth, to);
  else bookReceived(content, truth, creditsLater ? 'VAT_INPUT_LATER' : inputRole(content.kind), to);
}

/** What is owed for a line in the currency of its document; null where that is GEL. */
function owedFor({ currencyGross }: InvoiceLine, currency: DocumentCurrency | undefined): Foreign | null {
  if (currency === undefined || currencyGross === undefined) return null;
  return { amount: read(currencyGross), currency };
}

function negative(foreign: Foreign | null): Foreign | null {
  return foreign === null ? null : { ...foreign, amount: -foreign.amount };
}

/** What is set off of an advance, in its currency: at the rate of the delivery, and at its own. */
function setOffIn(
  { currencyGross, rate }: SetOff,
  currency: DocumentCurrency | undefined,
): { readonly now: Foreign; readonly then: Foreign; readonly difference: Amount } | null {
  if (currency === undefined || currencyGross === undefined || rate === undefined) return null;
  const amount = read(currencyGross);
  const now = { amount, currency };
  const then = { amount, currency: { ...currency, rate } };
  return { now, then, difference: inGel(amount, now.currency) - inGel(amount, then.currency) };
}

function inputRole(kind: InvoiceContent['kind']): AccountRole {
  if (kind === 'IMPORT') return 'VAT_IMPORT';
  return kind === 'REVERSE_CHARGE' ? 'VAT_REVERSE_CHARGE_INPUT' : 'VAT_INPUT';
}

function bookIssued(
  { kind, currency }: Omit<InvoiceContent, keyof Truth>,
  { lines, advances }: Truth,
  to: Book,
): void {
  for (const line of lines) {
    const [gross, vat, excise] = [read(line.gross), read(line.vat), read(line.excise?.amount ?? '0')];
    if (kind === 'ADVANCE') {
      // The payment lies on the account of advances as it came; the VAT within it is owed until the delivery.
      to('ADVANCE_RECEIVED', vat);
      to('VAT_ON_ADVANCES', -vat);
      continue;
    }
    to('VAT_OUTPUT', -vat);
    if (excise !== 0n) to('EXCISE_PAYABLE', -excise);
    if (line.isPaid) {
      // Excise is collected for the State and is no revenue.
      to('RECEIVABLE', gross, null, owedFor(line, currency));
      to('REVENUE', vat + excise - gross, line.accountCode);
    } else {
      to('FREE_SUPPLY_COST', vat + excise, line.accountCode);
    }
  }
  for (const advance of advances) {
    const [gross, vat] = [read(advance.gross), read(advance.vat)];
    const foreign = setOffIn(advance, currency);
    // What was paid before is income at the rate of the day of payment (IFRIC 22).
    to('ADVANCE_RECEIVED', gross, null, foreign?.then);
    to('RECEIVABLE', -gross, null, negative(foreign?.now ?? null));
    if (foreign !== null) to('REVENUE', foreign.difference, lines[0]?.accountCode);
    to('ADVANCE_RECEIVED', -vat);
    to('VAT_ON_ADVANCES', vat);
  }
}

function bookReceived(
  { kind, customs, currency }: Omit<InvoiceContent, keyof Truth>,
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
        to('PAYABLE', -gross, null, negative(owedFor(line, currency)));
        break;
      case 'REVERSE_CHARGE':
        to(costRole(line, 'SERVICE'), base + vat - credit, line.accountCode);
        to('PAYABLE', -base, null, negative(owedFor(line, currency)));
        to('VAT_REVERSE_CHARGE', -vat);
        break;
      case 'IMPORT':
        to(costRole(line, 'PURCHASE'), gross - credit, line.accountCode);
        bookCharges(customs, line, to);
        break;
    }
  }
  for (const advance of advances) {
    const [gross, credited] = [read(advance.gross), read(advance.creditableVat)];
    const foreign = setOffIn(advance, currency);
    to('PAYABLE', gross, null, foreign?.now);
    to('ADVANCE_PAID', -gross, null, negative(foreign?.then ?? null));
    const [line] = lines;
    if (foreign !== null && line !== undefined)
      to(costRole(line, 'PURCHASE'), -foreign.difference, line.accountCode);
    to('ADVANCE_PAID', credited);
    to(input, -credited);
  }
}

/** What is owed for goods imported: the value to the supplier, import tax, excise and VAT to the customs. */
function bookCharges(customs: InvoiceContent['customs'], { line, vat, gross }: InvoiceLine, to: Book): void {
  if (customs === null) throw new Error('an import has no customs declaration');
  const own = customs.lines?.find((one) => one.line === line);
  if (own === undefined) {
    // Declarations of earlier days have one line, and their charges stand on one account.
    to('PAYABLE', -read(customs.customsValue));
    to('IMPORT_CHARGES', read(customs.customsValue) - read(gross));
    return;
  }
  to('PAYABLE', -read(own.customsValue));
  if (read(own.duty) !== 0n) to('IMPORT_TAX_PAYABLE', -read(own.duty));
  if (read(own.excise) !== 0n) to('EXCISE_PAYABLE', -read(own.excise));
  to('IMPORT_CHARGES', -read(vat));
}

function costRole({ isFixedAsset }: InvoiceLine, otherwise: AccountRole): AccountRole {
  return isFixedAsset ? 'FIXED_ASSET' : otherwise;
}

function toEntries(sums: ReadonlyMap<string, Sum>, counterpartyId: string | null): PostingEntry[] {
  return Array.from(sums.values())
    .filter(({ amount }) => amount !== 0n)
    .map(({ accountCode, currency, amount }) => {
      const text = formatIn(amount < 0n ? -amount : amount, currency ?? undefined);
      return {
        accountCode,
        ...(amount > 0n ? { debit: text } : { credit: text }),
        ...(currency === null ? {} : { currency: currency.code, exchangeRate: currency.rate }),
        ...(counterpartyId === null ? {} : { counterpartyId }),
      };
    });
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
