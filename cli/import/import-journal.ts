import type { DomainError } from '#shared/domain/errors.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Ledger, Outcome, TransactionDraft } from '#ledger/ledger.ts';
import {
  isFault,
  isWhole,
  readJournal,
  type JournalItem,
  type JournalTransaction,
} from '#cli/journal-csv/read-journal.ts';
import { refuseApart, surveyJournal, type JournalSurvey } from '#cli/journal-csv/survey-journal.ts';

export interface ImportOptions {
  readonly ledger: Ledger;
  readonly actor: Actor;
  readonly path: string;
  /**
   * Name of the source. Together with the transaction's own name it makes the idempotency key, so a file
   * imported again under the same name adds nothing, whatever became of the first run.
   */
  readonly source: string;
  readonly mode: 'each-for-itself' | 'all-or-nothing' | 'dry-run';
  /** Opens the fiscal years that occur in the file. */
  readonly openYears: boolean;
  /** Registers the currencies that occur in the file and are none of ISO 4217. */
  readonly createCurrencies: boolean;
  /** Batches under way at the same time. */
  readonly concurrency: number;
  readonly onRefused: (refusal: Refusal) => void;
  readonly onProgress?: (phase: 'reading' | 'recording', transactions: number, total: number) => void;
  /** Stops between batches; what is under way is finished. */
  readonly signal?: AbortSignal;
}

/** A transaction that was not recorded, and why, in terms of the file. */
export interface Refusal {
  /** Null for a line that names no transaction. */
  readonly transaction: string | null;
  /** First and last line. */
  readonly from: number;
  readonly to: number;
  /** The line at fault. */
  readonly line: number;
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
}

export interface ImportSummary {
  /** Transactions and faulty lines found in the file. */
  readonly found: number;
  readonly imported: number;
  /** Were in the books from an earlier run. */
  readonly replayed: number;
  readonly refused: number;
  /** True when the run was stopped before the end of the file. */
  readonly interrupted: boolean;
}

const BATCH = 250;

/** Imports a journal file of any size. Every refusal is reported once, in the order of the file. */
export async function importJournal(options: ImportOptions): Promise<ImportSummary> {
  const survey = await surveyJournal(options.path);
  const total = survey.transactions + survey.faults;
  options.onProgress?.('reading', total, total);
  const tally = { found: total, imported: 0, replayed: 0, refused: 0, interrupted: false };
  const refuse = (item: JournalItem, error: DomainError): void => {
    tally.refused += 1;
    options.onRefused(refusalOf(item, error));
  };
  if (options.mode !== 'dry-run') await prepare(options, survey);
  switch (options.mode) {
    case 'each-for-itself':
      await recordEach(options, survey, tally, refuse);
      return tally;
    case 'all-or-nothing':
      await recordAll(options, survey, tally, refuse);
      return tally;
    case 'dry-run':
      await rehearse(options, survey, tally, refuse);
      return tally;
  }
}

type Tally = { -readonly [Key in keyof ImportSummary]: ImportSummary[Key] };
type Refuse = (item: JournalItem, error: DomainError) => void;

/** Opens what the file needs and the user has allowed to be opened. */
async function prepare(options: ImportOptions, survey: JournalSurvey): Promise<void> {
  const { ledger, actor } = options;
  if (options.openYears) for (const year of survey.years) await ledger.ensureFiscalYear(actor, year);
  if (!options.createCurrencies) return;
  for (const [code, decimals] of survey.currencies) {
    if (isIsoCurrency(code)) continue;
    await ledger.ensureCurrency(actor, { code, minorUnits: Math.min(decimals, 4), name: code });
  }
}

async function recordEach(
  options: ImportOptions,
  survey: JournalSurvey,
  tally: Tally,
  refuse: Refuse,
): Promise<void> {
  const underWay: Promise<void>[] = [];
  // Batches are settled in the order they were sent, so that refusals come in the order of the file.
  const settleFirst = async (): Promise<void> => {
    await underWay.shift();
    options.onProgress?.('recording', tally.imported + tally.replayed + tally.refused, tally.found);
  };
  const send = async (items: readonly JournalItem[], before: Promise<void> | undefined): Promise<void> => {
    const whole = items.filter(isWhole);
    const outcomes =
      whole.length === 0
        ? []
        : await options.ledger.recordTransactions(
            options.actor,
            whole.map((item) => keyed(options, item)),
          );
    await before;
    settle(items, outcomes, tally, refuse);
  };
  try {
    for await (const items of batches(options.path, survey)) {
      if (options.signal?.aborted === true) {
        tally.interrupted = true;
        break;
      }
      while (underWay.length >= options.concurrency) await settleFirst();
      const batch = send(items, underWay.at(-1));
      // Its failure is met when its turn comes; until then it must not count as unhandled.
      batch.catch(() => undefined);
      underWay.push(batch);
    }
    while (underWay.length > 0) await settleFirst();
  } finally {
    await Promise.allSettled(underWay);
  }
}

function settle(
  items: readonly JournalItem[],
  outcomes: readonly Outcome<{ replayed: boolean }>[],
  tally: Tally,
  refuse: Refuse,
): void {
  let next = 0;
  for (const item of items) {
    if (isFault(item)) {
      refuse(item, item.error);
      continue;
    }
    const outcome = outcomes[next];
    next += 1;
    if (outcome === undefined)
      throw new Error('The ledger answered fewer outcomes than it was given transactions');
    if ('error' in outcome) refuse(item, outcome.error);
    else if (outcome.ok.replayed) tally.replayed += 1;
    else tally.imported += 1;
  }
}

async function recordAll(
  options: ImportOptions,
  survey: JournalSurvey,
  tally: Tally,
  refuse: Refuse,
): Promise<void> {
  if (survey.faults > 0 || survey.apart.size > 0) {
    for await (const items of batches(options.path, survey)) {
      for (const item of items) if (isFault(item)) refuse(item, item.error);
    }
    return;
  }
  let handedOver = 0;
  async function* drafts(): AsyncGenerator<TransactionDraft> {
    for await (const items of batches(options.path, survey)) {
      for (const item of items) {
        options.signal?.throwIfAborted();
        handedOver += 1;
        if (!isFault(item)) yield keyed(options, item);
      }
      options.onProgress?.('recording', handedOver, tally.found);
    }
  }
  try {
    const { recorded, replayed, refused } = await options.ledger.recordAllOrNothing(options.actor, drafts());
    if (refused !== null) refuse(await itemAt(options.path, survey, refused.index), refused.error);
    else Object.assign(tally, { imported: recorded, replayed });
  } catch (error) {
    if (options.signal?.aborted !== true) throw error;
    tally.interrupted = true;
  }
}

/** No ledger takes it: at the end of a rehearsal it makes the ledger take everything back. */
const CURTAIN: TransactionDraft = { date: '', description: '', entries: [] };

/**
 * Records every batch in a database transaction of its own and takes it back. A refused transaction ends the
 * rehearsal of its batch, which then begins again behind it, so that every refusal is found.
 */
async function rehearse(
  options: ImportOptions,
  survey: JournalSurvey,
  tally: Tally,
  refuse: Refuse,
): Promise<void> {
  let done = 0;
  for await (const items of batches(options.path, survey)) {
    if (options.signal?.aborted === true) {
      tally.interrupted = true;
      return;
    }
    const refusals = new Map<JournalItem, DomainError>();
    let rest: readonly JournalTransaction[] = items.filter(isWhole);
    while (rest.length > 0) {
      const refused = await rehearseBatch(options, rest);
      const item = refused === null ? undefined : rest[refused.index];
      if (refused === null || item === undefined) break;
      refusals.set(item, refused.error);
      rest = rest.slice(refused.index + 1);
    }
    for (const item of items) {
      const error = isFault(item) ? item.error : refusals.get(item);
      if (error === undefined) tally.imported += 1;
      else refuse(item, error);
    }
    done += items.length;
    options.onProgress?.('recording', done, tally.found);
  }
}

async function rehearseBatch(
  options: ImportOptions,
  items: readonly JournalTransaction[],
): Promise<{ index: number; error: DomainError } | null> {
  // eslint-disable-next-line @typescript-eslint/require-await -- the ledger reads a stream; this one is at hand
  async function* drafts(): AsyncGenerator<TransactionDraft> {
    for (const item of items) yield keyed(options, item);
    yield CURTAIN;
  }
  const { refused } = await options.ledger.recordAllOrNothing(options.actor, drafts());
  if (refused === null) throw new Error('A rehearsal was recorded instead of being taken back');
  return refused.index === items.length ? null : refused;
}

/** The items of the file in batches of even size. */
async function* batches(path: string, survey: JournalSurvey): AsyncGenerator<readonly JournalItem[]> {
  let waiting: JournalItem[] = [];
  for await (const items of readJournal(path)) {
    waiting.push(...refuseApart(items, survey.apart));
    let from = 0;
    for (; waiting.length - from >= BATCH; from += BATCH) yield waiting.slice(from, from + BATCH);
    waiting = waiting.slice(from);
  }
  if (waiting.length > 0) yield waiting;
}

async function itemAt(path: string, survey: JournalSurvey, index: number): Promise<JournalItem> {
  let passed = 0;
  for await (const items of batches(path, survey)) {
    const item = items[index - passed];
    if (item !== undefined) return item;
    passed += items.length;
  }
  throw new Error(`The file has no transaction number ${index}; was it changed meanwhile?`);
}

function keyed(options: ImportOptions, item: JournalTransaction): TransactionDraft {
  return { ...item.draft, idempotencyKey: `import:${options.source}:${item.transaction}` };
}

/** Says in terms of the file what was refused; `entries[2].debit` becomes the line of the third entry. */
function refusalOf(item: JournalItem, error: DomainError): Refusal {
  const field = error.details.field ?? null;
  const entry = /\bentries\[(\d+)\]/.exec(field ?? '')?.[1];
  const line = isFault(item) ? item.line : (item.lines[Number(entry)] ?? item.from);
  return {
    transaction: item.transaction,
    from: item.from,
    to: item.to,
    line,
    code: error.code,
    message: error.message,
    field,
  };
}

const ISO_CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

function isIsoCurrency(code: string): boolean {
  return ISO_CURRENCIES.has(code);
}
