import { unreachable } from '#shared/domain/decider.ts';
import { RsGeFailure } from '#shared/rs-ge/failure.ts';
import type { RemoteWaybill, WaybillAuthority } from '../rs-ge/remote.ts';
import type { WaybillEvent } from '../waybill.ts';
import type { CallStore, DueCall } from './store.ts';

export interface DispatchSettings {
  /** A call may take so long; the lease is held for longer before each. */
  readonly timeoutMs: number;
  /** So long after a call of unknown outcome its work may still be under way at RS.ge; then it is asked. */
  readonly settleMs: number;
  /** Pause after the first failure; doubled with each further one. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
  /** So often a call may be sent, or asked about in vain; then a person must look at it. */
  readonly maxAttempts: number;
}

export const DISPATCH_SETTINGS: DispatchSettings = {
  timeoutMs: 30_000,
  settleMs: 60_000,
  retryMs: 2_000,
  longestRetryMs: 15 * 60_000,
  maxAttempts: 12,
};

export interface DispatchParts {
  readonly store: CallStore;
  readonly authority: WaybillAuthority;
  readonly settings: DispatchSettings;
  /** Writes what RS.ge did into the log, once for each call. */
  tell(due: DueCall, fact: WaybillEvent): Promise<void>;
}

/**
 * One step of one call: asks what became of it when that is unknown, sends it otherwise. The order of the lines is what
 * makes each effect happen once:
 *
 *   1. the row says SENDING, committed, before anything is sent
 *   2. it is sent once
 *   3. what RS.ge did is an event under the call's own key
 *   4. the row says DONE
 *
 * Whoever dies in between leaves SENDING, which the next one makes UNKNOWN and asks about. Answers the failure, if any.
 */
export async function advance(parts: DispatchParts, due: DueCall): Promise<RsGeFailure | null> {
  try {
    if (due.phase === 'UNKNOWN') await askAfter(parts, due);
    else await send(parts, due);
    return null;
  } catch (error) {
    if (!(error instanceof RsGeFailure)) throw error;
    if (due.phase === 'UNKNOWN') await askedInVain(parts, due, error);
    else await failed(parts, due, error);
    return error;
  }
}

async function send(parts: DispatchParts, due: DueCall): Promise<void> {
  await parts.store.change(due, { phase: 'SENDING', countsAttempt: true });
  await settle(parts, due, await perform(parts.authority, due));
}

async function settle(parts: DispatchParts, due: DueCall, fact: WaybillEvent): Promise<void> {
  await parts.tell(due, fact);
  await parts.store.change(due, { phase: 'DONE' });
}

/** The call itself, and the fact that its answer amounts to. */
async function perform(authority: WaybillAuthority, due: DueCall): Promise<WaybillEvent> {
  if (due.call === 'SAVE') {
    const rsGeId = await authority.save(due.waybillId, due.content, due.rsGeId);
    return { type: 'WaybillSaved', data: { rsGeId, revision: due.revision } };
  }
  const rsGeId = idOf(due);
  switch (due.call) {
    case 'ACTIVATE':
      return {
        type: 'WaybillActivated',
        data: { number: await authority.activate(rsGeId, due.content.beginsAt) },
      };
    case 'CLOSE':
      await authority.close(rsGeId, deliveredAt(due));
      return { type: 'WaybillClosed', data: { deliveredAt: due.deliveredAt } };
    case 'CANCEL':
      await authority.cancel(rsGeId);
      return { type: 'WaybillCancelled', data: {} };
    case 'DELETE':
      await authority.remove(rsGeId);
      return { type: 'WaybillDiscarded', data: {} };
    case 'CONFIRM':
      await authority.confirm(rsGeId);
      return { type: 'WaybillConfirmed', data: {} };
    case 'REJECT':
      await authority.reject(rsGeId);
      return { type: 'WaybillRejected', data: {} };
    case 'LINK_INVOICE':
      await authority.linkInvoice(rsGeId, invoiceOf(due));
      return { type: 'WaybillInvoiceLinked', data: { invoiceRsGeId: invoiceOf(due) } };
    default:
      return unreachable(due.call);
  }
}

/** Asks what became of a call. What was done is told; what was not may be sent again. */
async function askAfter(parts: DispatchParts, due: DueCall): Promise<void> {
  const { authority, store } = parts;
  if (due.call === 'SAVE') {
    // To save the same content under a known id once more changes nothing; only a new waybill could be there twice.
    const rsGeId = due.rsGeId === null ? await authority.findSaved(due.waybillId, due.since) : undefined;
    if (rsGeId !== undefined)
      await settle(parts, due, { type: 'WaybillSaved', data: { rsGeId, revision: due.revision } });
    else await store.change(due, { phase: 'WAITING' });
    return;
  }
  const fact = doneBy(due, await authority.read(idOf(due)));
  if (fact === null) await store.change(due, { phase: 'WAITING' });
  else await settle(parts, due, fact);
}

/** What the state at RS.ge says of a call that may have been done; null when it was not. */
function doneBy(
  due: DueCall,
  { state, number, answer, invoice }: Pick<RemoteWaybill, 'state' | 'number' | 'answer' | 'invoice'>,
): WaybillEvent | null {
  switch (due.call) {
    case 'ACTIVATE':
      return state !== 'SAVED' && number !== null ? { type: 'WaybillActivated', data: { number } } : null;
    case 'CLOSE':
      return state === 'CLOSED' ? { type: 'WaybillClosed', data: { deliveredAt: due.deliveredAt } } : null;
    case 'CANCEL':
      return state === 'CANCELLED' ? { type: 'WaybillCancelled', data: {} } : null;
    case 'DELETE':
      return state === 'DELETED' ? { type: 'WaybillDiscarded', data: {} } : null;
    case 'CONFIRM':
      return answer === 'CONFIRMED' ? { type: 'WaybillConfirmed', data: {} } : null;
    case 'REJECT':
      return answer === 'REJECTED' ? { type: 'WaybillRejected', data: {} } : null;
    case 'LINK_INVOICE':
      return invoice !== null && invoice === due.invoice
        ? { type: 'WaybillInvoiceLinked', data: { invoiceRsGeId: invoice } }
        : null;
    case 'SAVE':
      return null;
    default:
      return unreachable(due.call);
  }
}

async function failed(parts: DispatchParts, due: DueCall, failure: RsGeFailure): Promise<void> {
  const { store, settings } = parts;
  const attempts = due.attempts + 1;
  switch (failure.kind) {
    case 'REFUSED':
      await parts.tell(due, {
        type: 'WaybillRefused',
        data: { call: due.call, code: failure.code, text: failure.message },
      });
      await store.change(due, { phase: 'REFUSED', failure });
      return;
    case 'NOT_SIGNED_IN':
    case 'PIN_REQUIRED':
      // Nothing was sent. It waits until somebody gives another sign-in.
      await store.change(due, { phase: 'WAITING', failure });
      return;
    case 'UNREACHABLE':
      // What is away is tried without end.
      await store.change(due, { phase: 'WAITING', inMs: pauseAfter(settings, attempts), failure });
      return;
    case 'UNKNOWN_OUTCOME':
      await store.change(due, {
        phase: attempts >= settings.maxAttempts ? 'STUCK' : 'UNKNOWN',
        inMs: settings.settleMs,
        failure,
      });
      return;
    default:
      unreachable(failure.kind);
  }
}

async function askedInVain(
  { store, settings }: DispatchParts,
  due: DueCall,
  failure: RsGeFailure,
): Promise<void> {
  const asked = due.asked + 1;
  const isStuck = failure.kind !== 'UNREACHABLE' && asked >= settings.maxAttempts;
  await store.change(due, {
    phase: isStuck ? 'STUCK' : 'UNKNOWN',
    countsAsking: true,
    inMs: pauseAfter(settings, asked),
    failure,
  });
}

function pauseAfter({ retryMs, longestRetryMs }: DispatchSettings, attempts: number): number {
  return Math.min(longestRetryMs, retryMs * 2 ** Math.min(attempts - 1, 20));
}

function idOf({ waybillId, rsGeId }: DueCall): string {
  if (rsGeId === null) throw new Error(`waybill ${waybillId} has no id of RS.ge`);
  return rsGeId;
}

function deliveredAt({ waybillId, deliveredAt: at }: DueCall): string {
  if (at === null) throw new Error(`waybill ${waybillId} is to be closed and was delivered at no time`);
  return at;
}

function invoiceOf({ waybillId, invoice }: DueCall): string {
  if (invoice === null) throw new Error(`waybill ${waybillId} is to be linked with no invoice`);
  return invoice;
}
