import type { EntryDraft, TransactionDraft } from '#ledger/ledger.ts';
import { bookingDays, type BookingDay } from './calendar.ts';
import { credit, debit, Desk, type Line, type Posting } from './desk.ts';
import { decimalText } from './money.ts';
import { createRandom, type Random } from './random.ts';
import { TEMPLATES, type Template } from './templates.ts';

export interface JournalOptions {
  /** The same seed, range and size give the same journal. */
  readonly seed: number;
  /** How many transactions, reversals included. */
  readonly transactions: number;
  /** First and last date, `2026-01-31`. */
  readonly from: string;
  readonly to: string;
}

export interface GeneratedTransaction {
  /** Position in the journal, from 0. */
  readonly index: number;
  /** Name of the template it was made from; a reversal has that of the transaction it undoes. */
  readonly template: string;
  /** The transaction; for a reversal the mirrored one, for callers that cannot refer to the original. */
  readonly draft: TransactionDraft;
  /** Position of the transaction that this one undoes; null for all but reversals. */
  readonly reverses: number | null;
}

/** One transaction in ten undoes an earlier one. */
const REVERSAL_SHARE = 0.1;
/** Reversals look back at this many transactions: mistakes are found within days. */
const MEMORY = 400;
/** How likely a template is taken outside the part of the month it belongs to. */
const OUT_OF_SEASON = 0.12;
const REVERSAL_REASON = 'სტორნო';

interface Remembered {
  readonly index: number;
  readonly template: string;
  readonly posting: Posting;
}

/**
 * Invents the journal of a Georgian trading company: shops, customers on credit, suppliers, payroll, taxes, some
 * trade in dollars and euros. The transactions come in order of date, balance to the tetri, and are made one at
 * a time, so that any number of them needs the memory of a few hundred.
 */
export function* generateJournal(options: JournalOptions): Generator<GeneratedTransaction> {
  const random = createRandom(options.seed);
  const desk = new Desk(random);
  const choose = chooser(random);
  const recent: Remembered[] = [];
  let index = 0;
  for (const day of bookingDays(options.from, options.to, options.transactions)) {
    desk.date = day.date;
    for (let left = day.transactions; left > 0; left -= 1) {
      const undone = index > 0 && random.chance(REVERSAL_SHARE) ? takeReversible(recent, desk) : null;
      if (undone !== null) {
        const posting = { ...undone.posting, lines: undone.posting.lines.map(mirrored) };
        desk.enter(posting, -1n);
        const draft = draftOf(day.date, {
          ...posting,
          description: `${REVERSAL_REASON}: ${posting.description}`,
        });
        yield { index, template: undone.template, draft, reverses: undone.index };
      } else {
        const { template, posting } = index === 0 ? FOUNDING : invent(desk, day, choose);
        desk.enter(posting);
        if (index > 0) remember(recent, { index, template: template.id, posting });
        yield { index, template: template.id, draft: draftOf(day.date, posting), reverses: null };
      }
      index += 1;
    }
  }
}

/** The journal as plain transactions, reversals as mirrored entries. */
export function* generateDrafts(options: JournalOptions): Generator<TransactionDraft> {
  for (const { draft } of generateJournal(options)) yield draft;
}

/** Partners pay in the capital before anything is bought. */
const FOUNDING: { template: Template; posting: Posting } = {
  template: { id: 'founding', weight: 0, write: () => null },
  posting: {
    description: 'საწესდებო კაპიტალის შევსება',
    lines: [debit('1210', 30_000_000n), credit('5150', 30_000_000n)],
  },
};

/** Takes templates until one fits the day and the books. */
function invent(
  desk: Desk,
  day: BookingDay,
  choose: () => Template,
): { template: Template; posting: Posting } {
  for (let attempt = 0; attempt < 1_000; attempt += 1) {
    const template = choose();
    if (!isInSeason(template, day) && !desk.random.chance(OUT_OF_SEASON)) continue;
    const posting = template.write(desk);
    if (posting !== null && desk.affords(posting.lines)) return { template, posting };
  }
  throw new Error(`No template fits the books on ${day.date}`);
}

function isInSeason(template: Template, day: BookingDay): boolean {
  switch (template.when) {
    case undefined:
      return true;
    case 'month-start':
      return day.isMonthStart;
    case 'month-end':
      return day.isMonthEnd;
    case 'tax-time':
      return day.isTaxTime;
    default:
      return template.when satisfies never;
  }
}

/** Picks templates by weight. */
function chooser(random: Random): () => Template {
  const bounds = new Float64Array(TEMPLATES.length);
  let total = 0;
  TEMPLATES.forEach((template, position) => {
    total += template.weight;
    bounds[position] = total;
  });
  return () => {
    const point = random.next() * total;
    let low = 0;
    let high = TEMPLATES.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] ?? 0) > point) high = middle;
      else low = middle + 1;
    }
    const template = TEMPLATES[low];
    if (template === undefined) throw new Error('There are no templates');
    return template;
  };
}

function remember(recent: Remembered[], transaction: Remembered): void {
  recent.push(transaction);
  if (recent.length > MEMORY) recent.shift();
}

/** Takes a recent transaction whose reversal leaves nothing below zero out of the memory: it is undone once. */
function takeReversible(recent: Remembered[], desk: Desk): Remembered | null {
  for (let attempt = 0; attempt < 8 && recent.length > 0; attempt += 1) {
    const at = desk.random.integer(0, recent.length - 1);
    const candidate = recent[at];
    if (candidate === undefined || !desk.affords(candidate.posting.lines.map(mirrored))) continue;
    recent.splice(at, 1);
    return candidate;
  }
  return null;
}

function mirrored(line: Line): Line {
  return { ...line, side: line.side === 'debit' ? 'credit' : 'debit' };
}

function draftOf(date: string, posting: Posting): TransactionDraft {
  return { date, description: posting.description, entries: posting.lines.map(entryOf) };
}

function entryOf(line: Line): EntryDraft {
  const amount = decimalText(line.amount);
  return {
    accountCode: line.account,
    ...(line.side === 'debit' ? { debit: amount } : { credit: amount }),
    ...(line.foreign === undefined
      ? {}
      : { currency: line.foreign.currency, exchangeRate: line.foreign.rate }),
  };
}
