import type { EntryDraft, TransactionDraft } from '#ledger/ledger.ts';
import type { LineDraft } from '#tax/invoices/reckon.ts';
import { SHOPS } from '../journal/counterparties.ts';
import type { GeneratedTransaction } from '../journal/generate.ts';
import { decimalText, vatOn } from '../journal/money.ts';
import { landlordOf, RETAIL } from './parties.ts';

/** A tax document of the demo, the other side by name and other documents by their position in the journal. */
export type DemoDocument =
  | {
      readonly type: 'ISSUED' | 'ADVANCE';
      readonly party: string;
      readonly date: string;
      readonly line: LineDraft;
      /** The advance that this delivery sets off, wholly. */
      readonly advance: { readonly of: number; readonly amount: string } | null;
    }
  | {
      readonly type: 'RECEIVED' | 'REVERSE_CHARGE';
      readonly party: string;
      readonly date: string;
      readonly line: LineDraft;
      /** Month in which the VAT is credited when it is not that of the document, as `2026-02`. */
      readonly creditMonth: string | null;
    }
  | {
      readonly type: 'IMPORT';
      readonly party: string;
      readonly date: string;
      readonly name: string;
      readonly value: string;
      readonly vat: string;
    }
  | {
      readonly type: 'CORRECTION';
      /** The document that is corrected. */
      readonly of: number;
      readonly date: string;
      /** What is left of it; nothing when the operation is cancelled. */
      readonly left: LineDraft | null;
    };

/** A document that says something of its own, not of another one. */
type Original = Exclude<DemoDocument, { readonly type: 'CORRECTION' }>;

/** One happening of the demo year: what is posted by hand, and the document that tells the ledger the rest. */
export interface DemoStep {
  readonly index: number;
  /** Null when the document says everything. */
  readonly transaction: TransactionDraft | null;
  /** The step whose transaction by hand this one undoes. */
  readonly reverses: number | null;
  readonly document: DemoDocument | null;
}

/** GEL by account, tetri, positive for debits. */
type Sums = ReadonlyMap<string, bigint>;

/**
 * Kinds of transactions that are left out together with their reversal: customs correct no declaration but make out
 * another, what corrects is not corrected, and VAT that was settled and was not would look like VAT without a document.
 */
const NOT_UNDONE = ['import', 'sales-return', 'vat-offset', 'vat-payment'];
/** Of purchases in the last days of a month each so-many-th is credited a month later: its invoice came late. */
const LATE = 4;
const LAST_DAYS = 26;

/**
 * Turns the journal of a year into what a trading company does: sales and purchases are tax documents, which the ledger
 * posts by itself, and only what they do not say is posted by hand. Accounts end as in the journal, but for the VAT of
 * advances, of which the journal knows nothing.
 *
 * @param lastMonth month in which VAT can be credited at the latest
 */
export function translate(journal: readonly GeneratedTransaction[], lastMonth: string): DemoStep[] {
  const undone = new Set(journal.flatMap(({ reverses }) => (reverses === null ? [] : [reverses])));
  const advances = matchAdvances(journal, undone);
  const returned = new Set<number>();
  const steps: DemoStep[] = [];
  /** Documents so far, and whether something was posted by hand beside them. */
  const documents = new Map<number, { readonly hasTransaction: boolean }>();
  let late = 0;

  for (const generated of journal) {
    const { index, template, draft, reverses } = generated;
    const [kind = ''] = template.split(':');
    if (NOT_UNDONE.includes(kind) && (reverses !== null || undone.has(index))) continue;
    if (reverses !== null) {
      const before = documents.get(reverses);
      if (before === undefined) {
        steps.push({ index, transaction: draft, reverses, document: null });
        continue;
      }
      const document: DemoDocument = { type: 'CORRECTION', of: reverses, date: draft.date, left: null };
      const { hasTransaction } = before;
      steps.push({
        index,
        transaction: hasTransaction ? draft : null,
        reverses: hasTransaction ? reverses : null,
        document,
      });
      continue;
    }
    if (kind === 'sales-return') {
      const step = returnOf(generated, journal, undone, returned, advances);
      if (step !== null) steps.push(step);
      continue;
    }
    const document = documentOf(generated, kind, advances);
    if (document === null) {
      steps.push({ index, transaction: draft, reverses: null, document: null });
      continue;
    }
    const isLate =
      document.type === 'RECEIVED' &&
      !undone.has(index) &&
      Number(draft.date.slice(8)) >= LAST_DAYS &&
      monthAfter(draft.date) <= lastMonth &&
      (late += 1) % LATE === 0;
    const kept = isLate ? { ...document, creditMonth: monthAfter(draft.date) } : document;
    const entries = kept.type === 'ADVANCE' ? draft.entries : remainder(draft.entries, postedBy(kept));
    const transaction = entries.length === 0 ? null : { ...draft, entries };
    documents.set(index, { hasTransaction: transaction !== null });
    steps.push({ index, transaction, reverses: null, document: kept });
  }
  return steps;
}

function documentOf(
  { index, template, draft }: GeneratedTransaction,
  kind: string,
  advances: Advances,
): Original | null {
  const { date } = draft;
  const partner = template.slice(template.lastIndexOf(':') + 1);
  const name = nameOf(draft);
  switch (kind) {
    case 'cash-sale':
    case 'card-sale':
    case 'credit-sale': {
      const line = lineOf(name, credited(draft, '6110'));
      const party = kind === 'credit-sale' ? partner : RETAIL;
      return { type: 'ISSUED', party, date, line, advance: advances.usedBy.get(index) ?? null };
    }
    case 'export': {
      const line = lineOf(name, credited(draft, '6110'));
      const exempt: LineDraft = { ...line, treatment: 'EXEMPT_WITH_CREDIT', ground: 'EXPORT' };
      return { type: 'ISSUED', party: partner, date, line: exempt, advance: null };
    }
    case 'advance-received': {
      const party = advances.partyOf.get(index);
      // Nobody is left who could have paid it: the invoice is still to be made out.
      if (party === undefined) return null;
      return { type: 'ADVANCE', party, date, line: lineOf(name, credited(draft, '3120')), advance: null };
    }
    case 'goods':
      return received('RECEIVED', partner, date, lineOf(name, debited(draft, '1610')));
    case 'rent':
      return received('RECEIVED', landlordOf(partner), date, {
        ...lineOf(name, debited(draft, '7420')),
        accountCode: '7420',
      });
    case 'service': {
      const [, accountCode = ''] = template.split(':');
      const line = lineOf(name, debited(draft, accountCode));
      return received('RECEIVED', partner, date, { ...line, accountCode });
    }
    case 'equipment': {
      const { accountCode = '' } = draft.entries[0] ?? {};
      const line = lineOf(name, debited(draft, accountCode ?? ''));
      return received('RECEIVED', EQUIPMENT_SUPPLIER, date, { ...line, accountCode, isFixedAsset: true });
    }
    case 'reverse-charge': {
      const line = lineOf(name, debited(draft, '7450'));
      return received('REVERSE_CHARGE', partner, date, {
        ...line,
        treatment: 'REVERSE_CHARGE',
        accountCode: '7450',
      });
    }
    case 'import': {
      const [value, vat] = [decimalText(debited(draft, '1610')), decimalText(debited(draft, '3341'))];
      return { type: 'IMPORT', party: partner, date, name, value, vat };
    }
    default:
      return null;
  }
}

const EQUIPMENT_SUPPLIER = landlordOf(SHOPS[0] ?? '');

function received(
  type: 'RECEIVED' | 'REVERSE_CHARGE',
  party: string,
  date: string,
  line: LineDraft,
): Original {
  return { type, party, date, line, creditMonth: null };
}

/** What the ledger will post for a document, advances that it sets off apart. */
function postedBy(document: Exclude<Original, { readonly type: 'ADVANCE' }>): Sums {
  if (document.type === 'IMPORT') {
    const [value, vat] = [tetri(document.value), tetri(document.vat)];
    return new Map([['1610', value], ['3341', vat], ['3110', -value], ['3390', -vat]]); // prettier-ignore
  }
  const net = tetri(document.line.unitPrice);
  const vat = document.line.treatment === 'EXEMPT_WITH_CREDIT' ? 0n : vatOn(net);
  const account = document.line.accountCode ?? '1610';
  if (document.type === 'ISSUED')
    return new Map([['1410', net + vat], ['6110', -net], ['3330', -vat]]); // prettier-ignore
  if (document.type === 'REVERSE_CHARGE')
    return new Map([[account, net], ['3345', vat], ['3110', -net], ['3335', -vat]]); // prettier-ignore
  // VAT that is credited later waits elsewhere, and comes to the same account by itself.
  return new Map([[account, net], ['3340', vat], ['3110', -net - vat]]); // prettier-ignore
}

/** What is left to post by hand; foreign currency is never a document's. */
function remainder(entries: readonly EntryDraft[], posted: Sums): EntryDraft[] {
  const left = new Map(Array.from(posted, ([account, sum]) => [account, -sum]));
  const foreign: EntryDraft[] = [];
  for (const entry of entries) {
    if (entry.currency !== undefined) foreign.push(entry);
    else left.set(codeOf(entry), (left.get(codeOf(entry)) ?? 0n) + signed(entry));
  }
  return [
    ...Array.from(left)
      .filter(([, sum]) => sum !== 0n)
      .map(([accountCode, sum]) =>
        sum > 0n ? { accountCode, debit: decimalText(sum) } : { accountCode, credit: decimalText(-sum) },
      ),
    ...foreign,
  ];
}

interface Advances {
  /** Who paid an advance, and the delivery that sets it off. */
  readonly partyOf: ReadonlyMap<number, string>;
  readonly usedBy: ReadonlyMap<number, { readonly of: number; readonly amount: string }>;
}

/** Finds for each advance the next sale on credit that is large enough; its customer is who paid. */
function matchAdvances(journal: readonly GeneratedTransaction[], undone: ReadonlySet<number>): Advances {
  const partyOf = new Map<number, string>();
  const usedBy = new Map<number, { of: number; amount: string }>();
  for (const { index, template, draft, reverses } of journal) {
    if (template !== 'advance-received' || reverses !== null) continue;
    const paid = credited(draft, '3120');
    const delivery = journal.find(
      (later) =>
        later.index > index &&
        later.draft.date > draft.date &&
        later.template.startsWith('credit-sale:') &&
        later.reverses === null &&
        !undone.has(later.index) &&
        !usedBy.has(later.index) &&
        debited(later.draft, '1410') >= paid,
    );
    if (delivery === undefined) continue;
    partyOf.set(index, delivery.template.slice(delivery.template.indexOf(':') + 1));
    // What was paid by mistake and went back is set off by nothing.
    if (!undone.has(index)) usedBy.set(delivery.index, { of: index, amount: decimalText(paid) });
  }
  return { partyOf, usedBy };
}

/** Goods that came back correct the last sale at a till that was large enough; nothing when there is none. */
function returnOf(
  { index, draft }: GeneratedTransaction,
  journal: readonly GeneratedTransaction[],
  undone: ReadonlySet<number>,
  returned: Set<number>,
  { usedBy }: Advances,
): DemoStep | null {
  const net = debited(draft, '6120');
  const sale = journal.findLast(
    (earlier) =>
      earlier.index < index &&
      earlier.template.startsWith('cash-sale:') &&
      earlier.reverses === null &&
      !undone.has(earlier.index) &&
      !returned.has(earlier.index) &&
      !usedBy.has(earlier.index) &&
      credited(earlier.draft, '6110') > net,
  );
  if (sale === undefined) return null;
  returned.add(sale.index);
  const sold = credited(sale.draft, '6110');
  const back = decimalText(net + vatOn(sold) - vatOn(sold - net));
  return {
    index,
    transaction: {
      ...draft,
      entries: [
        { accountCode: '1410', debit: back },
        { accountCode: '1110', credit: back },
      ],
    },
    reverses: null,
    document: {
      type: 'CORRECTION',
      of: sale.index,
      date: draft.date,
      left: lineOf(nameOf(sale.draft), sold - net),
    },
  };
}

/** A price without VAT; of an advance, what was paid. */
function lineOf(name: string, price: bigint): LineDraft {
  return { name, unit: 1, quantity: '1', unitPrice: decimalText(price), treatment: 'STANDARD' };
}

/** What it was, without the partner and the number of the paper. */
function nameOf({ description }: TransactionDraft): string {
  return description.split(/[:,№]/)[0]?.trim() ?? description;
}

function debited({ entries }: TransactionDraft, account: string): bigint {
  return entries.reduce((sum, entry) => (codeOf(entry) === account ? sum + signed(entry) : sum), 0n);
}

function credited(draft: TransactionDraft, account: string): bigint {
  return -debited(draft, account);
}

/** GEL of an entry in tetri; nothing of foreign ones, whose amounts are not GEL. */
function signed({ debit, credit, currency }: EntryDraft): bigint {
  if (currency !== undefined) return 0n;
  return typeof debit === 'string' ? tetri(debit) : -tetri(credit ?? '0.00');
}

function codeOf({ accountCode }: EntryDraft): string {
  if (typeof accountCode !== 'string') throw new Error('the journal names accounts by their codes');
  return accountCode;
}

function tetri(text: string): bigint {
  return BigInt(text.replace('.', ''));
}

/** `2026-12-30` → `2027-01`. */
function monthAfter(date: string): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return month === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(month + 1).padStart(2, '0')}`;
}
