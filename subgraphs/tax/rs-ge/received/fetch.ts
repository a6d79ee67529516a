import { DomainError } from '#shared/domain/errors.ts';
import { RsGeFailure } from '#shared/rs-ge/failure.ts';
import type { Actor } from '#shared/domain/actor.ts';
import { createCounterparty } from '../../counterparties/commands.ts';
import { HOME_COUNTRY } from '../../counterparties/counterparty.ts';
import { findCounterpartyByTaxId } from '../../counterparties/queries.ts';
import { invoiceOrders } from '../../invoices/commands.ts';
import { listUnits } from '../../invoices/queries.ts';
import type { TaxWriter } from '../../writer.ts';
import type { TaxAuthority } from '../authority.ts';
import { daysOf } from '../month.ts';
import { draftOf, type Units } from './draft.ts';
import type { ReceivedRow, ReceivedStore } from './store.ts';

export interface FetchParts {
  readonly store: ReceivedStore;
  readonly writer: TaxWriter;
  readonly authority: TaxAuthority;
  /** The latest months are looked at so often by themselves, where the company wants that. */
  readonly everyMs: number;
  /** Pause after the first failure; doubled with each further one. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
  readonly isClosing: () => boolean;
  /** Today in Georgia, YYYY-MM-DD. */
  readonly today: string;
}

/** Sellers may send, and buyers find, documents of earlier months: so many are looked at by themselves. */
const MONTHS_BY_THE_CLOCK = 3;
/** Between so many entries the rest of the company's work has its turn. */
const BATCH = 20;

/** What came of one turn. */
export interface FetchOutcome {
  readonly failure: RsGeFailure | null;
  /** Whether RS.ge has answered anything. */
  readonly isAnswered: boolean;
  /** Whether more is to be done at once. */
  readonly isMore: boolean;
}

/**
 * One turn of looking for what others have issued to a company. May be killed between any two lines: a month is kept
 * with its checkpoint in one transaction, and a document is entered under a key of its own, so that entering it again
 * answers the same document.
 */
export async function fetchReceived(parts: FetchParts): Promise<FetchOutcome> {
  const { store, today } = parts;
  const months = latestMonths(today);
  let isAnswered = false;
  const ended = (failure: RsGeFailure | null, isMore = false): FetchOutcome => ({
    failure,
    isAnswered,
    isMore,
  });
  await store.wantByTheClock(parts.everyMs, months.from, months.to);
  for (const wanted of await store.wanted()) {
    if (parts.isClosing()) return ended(null);
    try {
      const month = wanted.month.slice(0, 7);
      await store.keep(wanted, await parts.authority.list({ role: 'BUYER', ...daysOf(month) }));
      isAnswered = true;
    } catch (error) {
      if (!(error instanceof RsGeFailure)) throw error;
      await store.postpone(wanted.month, pause(parts, wanted.failures), error.message);
      return ended(error);
    }
  }
  await store.match();
  const rows = await store.toEnter(BATCH);
  if (rows.length === 0) return ended(null);
  const known = await unitsOf(parts);
  let last: RsGeFailure | null = null;
  for (const row of rows) {
    if (parts.isClosing()) return ended(null);
    const failure = await enter(parts, row, known);
    if (failure === null) {
      isAnswered = true;
      continue;
    }
    // One call that failed says nothing about the next document; that nobody is let in does.
    if (isForAll(failure)) return ended(failure);
    last = failure;
  }
  return ended(last, rows.length === BATCH);
}

function isForAll({ kind, code }: RsGeFailure): boolean {
  return kind === 'NOT_SIGNED_IN' || kind === 'PIN_REQUIRED' || code === 'BREAKER_OPEN';
}

/** Enters a document; null when it is entered or our rules refuse it. */
async function enter(parts: FetchParts, row: ReceivedRow, known: KnownUnits): Promise<RsGeFailure | null> {
  const { store, writer } = parts;
  const actor: Actor = { companyId: store.companyId, userId: row.foundBy };
  try {
    const lines = await parts.authority.lines(row.rsGeId);
    const units = await known(lines.some(({ unitText }) => unitText === null));
    const counterpartyId = await sellerOf(parts, actor, row.sellerTin);
    const documentId = await invoiceOrders(writer, actor).receive({
      ...draftOf(row, lines, counterpartyId, units),
      idempotencyKey: `rs-ge received ${row.rsGeId}`,
    });
    await store.entered(row.rsGeId, documentId);
    return null;
  } catch (error) {
    if (error instanceof RsGeFailure) {
      await store.later(row.rsGeId, pause(parts, row.failures), error.message);
      return error;
    }
    if (!(error instanceof DomainError)) throw error;
    await store.stuck(row.rsGeId, error.message);
    return null;
  }
}

/** The seller among the counterparties; one that is new is entered with the name that RS.ge knows it by. */
async function sellerOf({ writer, authority }: FetchParts, actor: Actor, taxId: string): Promise<string> {
  const known = await findCounterpartyByTaxId(writer.database, actor.companyId, HOME_COUNTRY, taxId);
  if (known !== null) return known.id;
  const found = await authority.findTaxpayer(taxId);
  return createCounterparty(writer, actor, {
    kind: taxId.length === 9 ? 'COMPANY' : 'PERSON',
    taxId,
    name: found?.name ?? taxId,
    idempotencyKey: `rs-ge seller ${taxId}`,
  });
}

/** @param isAsked whether RS.ge's own list is needed */
type KnownUnits = (isAsked: boolean) => Promise<Units>;

/** Units are asked for once a turn, and only when a line names one by its number. */
async function unitsOf({ writer, authority }: FetchParts): Promise<KnownUnits> {
  const ours = new Set((await listUnits(writer.database)).map(({ code }) => code));
  let theirs: ReadonlyMap<number, string> | undefined;
  return async (isAsked) => {
    if (isAsked && authority.channel === 'EAPI')
      theirs ??= new Map((await authority.units()).map(({ id, name }) => [id, name]));
    return { ours, theirs: theirs ?? new Map() };
  };
}

function pause({ retryMs, longestRetryMs }: FetchParts, failures: number): number {
  return Math.min(longestRetryMs, retryMs * 2 ** Math.min(20, failures));
}

/** First days of the months that are looked at by themselves. */
function latestMonths(today: string): { readonly from: string; readonly to: string } {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - MONTHS_BY_THE_CLOCK, 1));
  return { from: first.toISOString().slice(0, 10), to: `${today.slice(0, 7)}-01` };
}
