import { parseDate } from '#shared/domain/date.ts';
import { DomainError, badInput, notFound } from '#shared/domain/errors.ts';
import { FUNCTIONAL_CURRENCY } from '#shared/domain/currencies.ts';
import {
  AMOUNT_LIMIT,
  GEL_MINOR_UNITS,
  HALF_TETRI_EXACT,
  RATE_DECIMALS,
  TETRI,
  convertExactly,
  formatAmount,
  formatRate,
  parseAmount,
  parseScaled,
  roundToTetri,
  type Amount,
} from '#shared/domain/money.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import type { AccountFact, LedgerFacts } from '../facts.ts';
import { isYearEnd } from '../closing/year-end.ts';
import type { EntryDraft, TransactionDraft } from '../ledger.ts';
import type { Attachment, Dimension, Entry, TransactionContent } from './transaction.ts';

/** Entries of a transaction that is given to the ledger; what its own documents post is as long as it must be. */
const MAX_ENTRIES = 1_000;
const MAX_ATTACHMENTS = 100;
const MAX_DIMENSIONS = 20;
const NOBODY: ReadonlySet<string> = new Set();
const ONE = 10n ** BigInt(RATE_DECIMALS);

/** A line while it is weighed: signed amounts, positive for a debit. */
interface WeighedEntry {
  readonly account: AccountFact;
  readonly currency: string;
  readonly minorUnits: number;
  readonly rate: bigint;
  readonly amount: Amount;
  gel: Amount;
  readonly description: string | null;
  readonly counterpartyId: string | null;
  readonly dimensions: readonly Dimension[];
}

/**
 * Turns a transaction as it was given into one that may stand in the books, or refuses it naming the first
 * offending field. Pure: the chart and the currencies come as facts.
 * @param unknownCounterparties those among the counterparties named that the company does not have
 * @param isOwn whether a document of the ledger itself posts it, which may have any number of entries
 * @throws DomainError BAD_USER_INPUT, NOT_FOUND, ACCOUNT_INACTIVE, UNBALANCED_ENTRY
 */
export function checkContent(
  draft: TransactionDraft,
  facts: LedgerFacts,
  unknownCounterparties: ReadonlySet<string> = NOBODY,
  isOwn = false,
): TransactionContent {
  const date = parseDate(draft.date, 'date');
  const description = parseText(draft.description, 'description', 500);
  const reference = parseOptionalText(draft.reference, 'reference', 100);
  const attachments = checkAttachments(draft.attachments ?? []);
  const isYearEndAdjustment = draft.isYearEndAdjustment ?? false;
  if (isYearEndAdjustment && !isYearEnd(date))
    throw badInput('date', date, 'adjustments of a year are dated the 31 December');
  const count = draft.entries.length;
  if (count < 2) throw badInput('entries', String(count), 'a transaction has at least two entries');
  if (count > MAX_ENTRIES && !isOwn)
    throw badInput('entries', String(count), `more than ${MAX_ENTRIES} entries`);

  const weighed = draft.entries.map((entry, index) =>
    weigh(entry, `entries[${index}]`, facts, unknownCounterparties),
  );
  balance(weighed);

  let total = 0n;
  const entries = weighed.map((entry, index): Entry => {
    if (entry.gel > 0n) total += entry.gel;
    return toEntry(entry, index + 1);
  });
  if (total === 0n) throw badInput('entries', formatAmount(total), 'the transaction comes to nothing in GEL');
  if (total >= AMOUNT_LIMIT)
    throw badInput('entries', formatAmount(total), 'the total has more than 15 digits');
  return {
    date,
    description,
    ...(reference !== null && { reference }),
    totalGel: formatAmount(total),
    entries,
    ...(attachments.length > 0 && { attachments }),
    ...(isYearEndAdjustment && { isYearEndAdjustment }),
  };
}

function weigh(
  entry: EntryDraft,
  path: string,
  facts: LedgerFacts,
  unknownCounterparties: ReadonlySet<string>,
): WeighedEntry {
  const account = findAccount(entry, path, facts);
  const currency = entry.currency ?? account.currency ?? FUNCTIONAL_CURRENCY;
  const minorUnits = facts.demandMinorUnits(currency, `${path}.currency`);
  if (account.currency !== null && account.currency !== currency) {
    throw badInput(`${path}.currency`, currency, `account ${account.code} is kept in ${account.currency}`);
  }
  const rate = checkRate(entry, currency, path);
  const amount = checkSides(entry, minorUnits, path);
  const exact = convertExactly(amount, rate);
  const gel = currency === FUNCTIONAL_CURRENCY ? amount : roundToTetri(exact);
  if (gel >= AMOUNT_LIMIT || gel <= -AMOUNT_LIMIT) {
    throw badInput(`${path}.exchangeRate`, entry.exchangeRate, 'the amount in GEL has more than 15 digits');
  }
  return {
    account,
    currency,
    minorUnits,
    rate,
    amount,
    gel,
    description: parseOptionalText(entry.description, `${path}.description`, 500),
    counterpartyId: checkCounterparty(entry, path, unknownCounterparties),
    dimensions: checkDimensions(entry.dimensions ?? [], `${path}.dimensions`),
  };
}

function findAccount(entry: EntryDraft, path: string, facts: LedgerFacts): AccountFact {
  const code = entry.accountCode ?? null;
  const id = entry.accountId ?? null;
  if ((code === null) === (id === null)) {
    throw badInput(`${path}.accountCode`, code, 'give exactly one of accountCode and accountId');
  }
  if (code !== null) return facts.demandPostable(facts.accountByCode(code), `${path}.accountCode`, code);
  return facts.demandPostable(facts.accountById(id ?? ''), `${path}.accountId`, id ?? '');
}

function checkCounterparty(
  { counterpartyId = null }: EntryDraft,
  path: string,
  unknown: ReadonlySet<string>,
): string | null {
  if (counterpartyId !== null && unknown.has(counterpartyId))
    throw notFound(`${path}.counterpartyId`, counterpartyId);
  return counterpartyId;
}

/** Signed amount in the entry's currency: exactly one side, above zero. */
function checkSides(entry: EntryDraft, minorUnits: number, path: string): Amount {
  const debit = entry.debit ?? null;
  const credit = entry.credit ?? null;
  if (debit !== null && credit !== null) {
    throw badInput(`${path}.debit`, debit, 'an entry debits or credits, it does not do both');
  }
  if (debit === null && credit === null) {
    throw badInput(`${path}.debit`, null, 'an entry needs a debit or a credit');
  }
  const field = debit === null ? `${path}.credit` : `${path}.debit`;
  const text = debit ?? credit;
  const amount = parseAmount(text, minorUnits, field);
  if (amount <= 0n) throw badInput(field, text, 'must be above zero');
  return debit === null ? -amount : amount;
}

function checkRate(entry: EntryDraft, currency: string, path: string): bigint {
  const field = `${path}.exchangeRate`;
  const given = entry.exchangeRate ?? null;
  if (given === null) {
    if (currency === FUNCTIONAL_CURRENCY) return ONE;
    throw badInput(field, null, `GEL for one ${currency} is needed`);
  }
  const rate = parseScaled(given, RATE_DECIMALS, field);
  if (rate <= 0n) throw badInput(field, given, 'must be above zero');
  if (currency === FUNCTIONAL_CURRENCY && rate !== ONE) throw badInput(field, given, 'the rate of GEL is 1');
  return rate;
}

/**
 * Demands that debits equal credits. Entries all in GEL must be equal to the tetri. Where foreign currency is
 * converted, either the lines are equal when each is rounded to the tetri, or the exact products are within half a
 * tetri; what rounding then leaves over is given to the largest foreign-currency lines, so that the lines in GEL
 * sum to the whole.
 * Entries all in one currency must be equal in that currency too.
 */
function balance(entries: WeighedEntry[]): void {
  const first = entries[0]?.currency;
  let sum = 0n;
  let exact = 0n;
  let gel = 0n;
  let isOneCurrency = true;
  for (const entry of entries) {
    sum += entry.amount;
    exact += convertExactly(entry.amount, entry.rate);
    gel += entry.gel;
    if (entry.currency !== first) isOneCurrency = false;
  }
  const isAllGel = isOneCurrency && first === FUNCTIONAL_CURRENCY;
  if (isOneCurrency && sum !== 0n)
    throw unbalanced(sum, first ?? FUNCTIONAL_CURRENCY, entries[0]?.minorUnits ?? 2);
  if (isAllGel || gel === 0n) return;
  if (exact > HALF_TETRI_EXACT || exact < -HALF_TETRI_EXACT) throw unbalanced(roundToTetri(exact), 'GEL', 2);
  giveAway(gel, entries);
}

/**
 * Takes the surplus in GEL away, a tetri from each of the largest lines in foreign currency that keep their side by
 * it. There are enough of them: the surplus is at most half a tetri for each line that was rounded towards it, and
 * half a tetri more.
 */
function giveAway(surplus: Amount, entries: readonly WeighedEntry[]): void {
  const step = surplus > 0n ? TETRI : -TETRI;
  const takers = entries
    .filter((entry) => entry.currency !== FUNCTIONAL_CURRENCY && (entry.gel - step) * entry.amount >= 0n)
    .sort(
      (a, b) => Number(magnitude(b.gel) > magnitude(a.gel)) - Number(magnitude(a.gel) > magnitude(b.gel)),
    );
  let left = surplus;
  for (const taker of takers) {
    if (left === 0n) break;
    taker.gel -= step;
    left -= step;
  }
  if (left !== 0n) throw new Error(`nobody takes the last ${formatAmount(left)} GEL of rounding`);
}

function unbalanced(difference: Amount, currency: string, minorUnits: number): DomainError {
  const text = formatAmount(difference, Math.max(minorUnits, GEL_MINOR_UNITS));
  return new DomainError('UNBALANCED_ENTRY', `entries: debits and credits differ by ${text} ${currency}`, {
    field: 'entries',
    value: text,
    difference: text,
    currency,
  });
}

function toEntry(entry: WeighedEntry, line: number): Entry {
  const isDebit = entry.amount > 0n;
  const amount = formatAmount(magnitude(entry.amount), entry.minorUnits);
  const zero = formatAmount(0n, entry.minorUnits);
  const gel = formatAmount(isDebit ? entry.gel : -entry.gel);
  return {
    line,
    accountId: entry.account.id,
    accountCode: entry.account.code,
    currency: entry.currency,
    exchangeRate: formatRate(entry.rate),
    debit: isDebit ? amount : zero,
    credit: isDebit ? zero : amount,
    debitGel: isDebit ? gel : '0.00',
    creditGel: isDebit ? '0.00' : gel,
    ...(entry.description !== null && { description: entry.description }),
    ...(entry.counterpartyId !== null && { counterpartyId: entry.counterpartyId }),
    ...(entry.dimensions.length > 0 && { dimensions: entry.dimensions }),
  };
}

/** @throws DomainError BAD_USER_INPUT naming the place below `field`. */
export function checkDimensions(dimensions: readonly Dimension[], field: string): Dimension[] {
  if (dimensions.length > MAX_DIMENSIONS) {
    throw badInput(field, String(dimensions.length), `more than ${MAX_DIMENSIONS} dimensions`);
  }
  const names = new Set<string>();
  return dimensions.map((dimension, index) => {
    const path = `${field}[${index}]`;
    const name = parseText(dimension.name, `${path}.name`, 50);
    if (names.has(name)) throw badInput(`${path}.name`, name, 'the dimension is given twice');
    names.add(name);
    return { name, value: parseText(dimension.value, `${path}.value`, 200) };
  });
}

function checkAttachments(attachments: readonly Attachment[]): Attachment[] {
  if (attachments.length > MAX_ATTACHMENTS) {
    throw badInput('attachments', String(attachments.length), `more than ${MAX_ATTACHMENTS} attachments`);
  }
  return attachments.map((attachment, index) => {
    const field = `attachments[${index}]`;
    if (!/^[0-9a-f]{64}$/.test(attachment.sha256)) {
      throw badInput(
        `${field}.sha256`,
        attachment.sha256,
        'not a SHA-256 of 64 lower-case hexadecimal digits',
      );
    }
    if (!Number.isInteger(attachment.size) || attachment.size < 0) {
      throw badInput(`${field}.size`, attachment.size, 'not a size in bytes');
    }
    return {
      fileName: parseText(attachment.fileName, `${field}.fileName`, 255),
      contentType: parseText(attachment.contentType, `${field}.contentType`, 100),
      size: attachment.size,
      sha256: attachment.sha256,
    };
  });
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
