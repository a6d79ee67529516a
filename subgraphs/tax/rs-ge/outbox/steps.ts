import { unreachable } from '#shared/domain/decider.ts';
import type { RemoteInvoice, RsGeDocument, TaxAuthority } from '../authority.ts';
import type { Operation, RsGeDocumentEvent } from '../events.ts';
import { RsGeFailure } from '#shared/rs-ge/failure.ts';
import type { OutboxStore, Submission } from './store.ts';

export interface OutboxSettings {
  /** A call may take so long; the lease is held for longer before each. */
  readonly timeoutMs: number;
  /** So long after a call of unknown outcome its work may still be under way at RS.ge; then it is asked. */
  readonly settleMs: number;
  /** Pause after the first failure; doubled with each further one. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
  /** So often an operation may be sent, or asked about in vain; then a person must look at it. */
  readonly maxAttempts: number;
}

export const DEFAULT_OUTBOX: OutboxSettings = {
  timeoutMs: 30_000,
  settleMs: 60_000,
  retryMs: 2_000,
  longestRetryMs: 15 * 60_000,
  maxAttempts: 12,
};

/** Something of ours that the operation needs is not at RS.ge yet. */
class NotYet extends Error {
  constructor() {
    super('waits for a document that it refers to');
  }
}

export interface StepParts {
  readonly store: OutboxStore;
  readonly authority: TaxAuthority;
  readonly settings: OutboxSettings;
  /** Writes what RS.ge did into the log of tax, once for each submission. */
  tell(submission: Submission, fact: RsGeDocumentEvent): Promise<void>;
  readonly now: () => string;
}

/** What a step says about the connection: null when RS.ge answered in our name. */
export type StepOutcome = RsGeFailure | null;

/**
 * One step of one operation: asks what became of it when that is unknown, sends it otherwise. The order of the lines is
 * what makes each effect happen once:
 *
 *   1. the row says SENDING, committed, before anything is sent
 *   2. it is sent once
 *   3. what RS.ge did is an event under the operation's own key
 *   4. the row says DONE
 *
 * Whoever dies in between leaves SENDING, which the next one makes UNKNOWN and asks about.
 */
export async function advance(parts: StepParts, submission: Submission): Promise<StepOutcome> {
  const { store, settings } = parts;
  try {
    if (submission.state === 'UNKNOWN') return await askAfter(parts, submission);
    return await send(parts, submission);
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
    const { message } = error;
    const failure = { kind: 'UNREACHABLE', code: 'NOT_YET', message } as const;
    await store.change(submission.id, {
      state: submission.state,
      inMs: pauseAfter(settings, submission.attempts + 1),
      failure,
    });
    return null;
  }
}

async function send(parts: StepParts, submission: Submission): Promise<StepOutcome> {
  const { store } = parts;
  // What is needed is looked up before the row says SENDING: until then nothing can have been done.
  const work = await prepare(parts, submission);
  await store.change(submission.id, { state: 'SENDING', countsAttempt: true });
  try {
    await settle(parts, submission, await work());
    return null;
  } catch (error) {
    if (!(error instanceof RsGeFailure)) throw error;
    await failed(parts, submission, error);
    return error;
  }
}

async function failed(parts: StepParts, submission: Submission, failure: RsGeFailure): Promise<void> {
  const { store, settings } = parts;
  const attempts = submission.attempts + 1;
  switch (failure.kind) {
    case 'REFUSED':
      await refused(parts, submission, failure);
      return;
    case 'NOT_SIGNED_IN':
    case 'PIN_REQUIRED':
      // Nothing was sent. It waits until somebody gives another sign-in.
      await store.change(submission.id, { state: 'WAITING', failure });
      return;
    case 'UNREACHABLE':
      // What is away is tried without end.
      await store.change(submission.id, { state: 'WAITING', inMs: pauseAfter(settings, attempts), failure });
      return;
    case 'UNKNOWN_OUTCOME':
      await store.change(submission.id, {
        state: attempts >= settings.maxAttempts ? 'DEAD' : 'UNKNOWN',
        inMs: settings.settleMs,
        failure,
      });
      return;
    default:
      unreachable(failure.kind);
  }
}

async function askAfter(parts: StepParts, submission: Submission): Promise<StepOutcome> {
  const { store, settings } = parts;
  try {
    const found = await whatHappened(parts, submission);
    if (found.kind === 'done') await settle(parts, submission, found.result);
    else
      await store.change(submission.id, {
        state: 'WAITING',
        ...(found.id === undefined ? {} : { rsGeId: found.id }),
      });
    return null;
  } catch (error) {
    if (!(error instanceof RsGeFailure)) throw error;
    if (error.kind === 'NOT_SIGNED_IN' || error.kind === 'PIN_REQUIRED') {
      await store.change(submission.id, { state: 'UNKNOWN', failure: error });
      return error;
    }
    if (error.kind === 'REFUSED' && isSave(submission)) {
      // RS.ge took the document, looked at it, and said no.
      await refused(parts, submission, error);
      return error;
    }
    const isDead = error.kind !== 'UNREACHABLE' && submission.asked + 1 >= settings.maxAttempts;
    await store.change(submission.id, {
      state: isDead ? 'DEAD' : 'UNKNOWN',
      countsAsking: true,
      inMs: pauseAfter(settings, submission.asked + 1),
      failure: error,
    });
    return error;
  }
}

async function refused(parts: StepParts, submission: Submission, failure: RsGeFailure): Promise<void> {
  const { documentId, documentType, operation } = submission;
  await parts.tell(submission, {
    type: 'RsGeRefused',
    data: {
      documentId,
      documentType,
      rsGeId: submission.rsGeId ?? submission.content.rsGeId,
      at: parts.now(),
      operation,
      code: failure.code,
      text: failure.message,
    },
  });
  await parts.store.change(submission.id, { state: 'REFUSED', failure });
}

/** What an operation has led to. */
interface Result {
  readonly rsGeId: string;
  readonly remote?: RemoteInvoice;
}

async function settle(parts: StepParts, submission: Submission, { rsGeId, remote }: Result): Promise<void> {
  await parts.tell(submission, factOf(parts, submission, rsGeId, remote));
  await parts.store.change(submission.id, { state: 'DONE', rsGeId });
}

function factOf(
  { authority, now }: StepParts,
  { operation, documentId, documentType, content }: Submission,
  rsGeId: string,
  remote: RemoteInvoice | undefined,
): RsGeDocumentEvent {
  const about = { documentId, documentType, rsGeId, at: now() };
  switch (operation) {
    case 'SAVE':
    case 'CORRECT':
      return { type: 'RsGeSaved', data: about };
    case 'ACTIVATE':
      return {
        type: 'RsGeRegistered',
        data: {
          ...about,
          series: remote?.series ?? null,
          number: remote?.number ?? '',
          channel: authority.channel,
        },
      };
    case 'CONFIRM':
      return { type: 'RsGeConfirmedByUs', data: about };
    case 'REFUSE':
      return { type: 'RsGeRefusedByUs', data: about };
    case 'CANCEL':
      return remote?.state === 'CANCELLING'
        ? { type: 'RsGeCancellationSent', data: about }
        : { type: 'RsGeCancelled', data: about };
    case 'ATTACH':
      return { type: 'RsGeAttachedToDeclaration', data: { ...about, period: content.period ?? '' } };
    default:
      return unreachable(operation);
  }
}

/** Everything that an operation needs, and then the operation itself, which writes at RS.ge. */
async function prepare(parts: StepParts, submission: Submission): Promise<() => Promise<Result>> {
  const { authority } = parts;
  const { operation, transactionId, content } = submission;
  if (operation === 'SAVE' || operation === 'CORRECT') {
    const document = await documentOf(parts, submission);
    const known = submission.rsGeId ?? undefined;
    return async () => ({ rsGeId: await authority.save(document, transactionId, known) });
  }
  const id = await rsGeIdOf(parts, submission);
  const look = async (): Promise<Result> => ({ rsGeId: id, remote: await lookAfterwards(parts, id) });
  switch (operation) {
    case 'ACTIVATE':
      return async () => {
        await authority.activate(id);
        return look();
      };
    case 'CONFIRM':
      return async () => {
        await authority.confirm(id);
        return { rsGeId: id };
      };
    case 'REFUSE':
      return async () => {
        await authority.refuse(id, content.reason ?? '');
        return { rsGeId: id };
      };
    case 'CANCEL':
      return async () => {
        await authority.cancel(id);
        return look();
      };
    case 'ATTACH':
      return async () => {
        await authority.attachInvoices(content.period ?? '', [id], content.sequenceNumber ?? undefined);
        return { rsGeId: id };
      };
    default:
      return unreachable(operation);
  }
}

/** After a write even a failed look leaves something to be asked for. */
async function lookAfterwards({ authority }: StepParts, id: string): Promise<RemoteInvoice> {
  try {
    return await authority.read(id);
  } catch (error) {
    if (!(error instanceof RsGeFailure)) throw error;
    throw new RsGeFailure('UNKNOWN_OUTCOME', error.message, {
      ...(error.code === null ? {} : { code: error.code }),
      cause: error,
    });
  }
}

type Finding =
  { readonly kind: 'done'; readonly result: Result } | { readonly kind: 'not done'; readonly id?: string };

/** Asks RS.ge what became of an operation. */
async function whatHappened(parts: StepParts, submission: Submission): Promise<Finding> {
  const { authority } = parts;
  if (isSave(submission)) {
    const document = await documentOf(parts, submission);
    const found = await authority.findSaved(document, submission.transactionId);
    if (found === undefined) return { kind: 'not done' };
    if (!found.isWhole) return { kind: 'not done', id: found.id };
    return { kind: 'done', result: { rsGeId: found.id } };
  }
  const id = await rsGeIdOf(parts, submission);
  const remote = await authority.read(id);
  const { operation } = submission;
  const done =
    operation === 'ATTACH' ? await isAttached(parts, submission, remote) : isDone(operation, remote);
  return done ? { kind: 'done', result: { rsGeId: id, remote } } : { kind: 'not done' };
}

/** Whether a document is attached to our declaration: the other side attaches it to its own, by itself. */
async function isAttached(
  { store, authority }: StepParts,
  { documentId, content }: Submission,
  { sellerSequence, buyerSequence }: RemoteInvoice,
): Promise<boolean> {
  const attached = (await store.isReceived(documentId)) ? buyerSequence : sellerSequence;
  const wanted = content.sequenceNumber ?? null;
  // The JSON interface attaches by the month; this number is its own affair.
  if (attached === null || wanted === null || authority.channel === 'EAPI') return attached !== null;
  return attached === wanted;
}

/** Whether the state of a document shows that the operation was done. */
function isDone(operation: Exclude<Operation, 'ATTACH'>, { state, number }: RemoteInvoice): boolean {
  switch (operation) {
    case 'ACTIVATE':
      return number !== null && state !== 'SAVED';
    case 'CONFIRM':
      return state === 'CONFIRMED' || state === 'CANCELLED';
    case 'REFUSE':
      return state === 'REFUSED';
    case 'CANCEL':
      return state === 'DELETED' || state === 'CANCELLING' || state === 'CANCELLED';
    case 'SAVE':
    case 'CORRECT':
      return true;
    default:
      return unreachable(operation);
  }
}

function isSave({ operation }: Submission): boolean {
  return operation === 'SAVE' || operation === 'CORRECT';
}

async function rsGeIdOf({ store }: StepParts, { documentId, content }: Submission): Promise<string> {
  if (content.rsGeId !== null) return content.rsGeId;
  const id = (await store.rsGeIds([documentId])).get(documentId);
  if (id === undefined) throw new NotYet();
  return id;
}

/** The document in RS.ge's terms: what it refers to must have been sent already, not only saved. */
async function documentOf({ store }: StepParts, { documentId, content }: Submission): Promise<RsGeDocument> {
  const { document } = content;
  if (document === null) throw new Error(`the submission of ${documentId} has nothing to save`);
  const { corrects, advances } = document;
  const ids = await store.rsGeIds(
    [...(corrects === null ? [] : [corrects.documentId]), ...advances.map((advance) => advance.documentId)],
    { areSent: true },
  );
  const need = (id: string): string => {
    const found = ids.get(id);
    if (found === undefined) throw new NotYet();
    return found;
  };
  return {
    ...document,
    reference: documentId,
    corrects: corrects === null ? null : { rsGeId: need(corrects.documentId), reason: corrects.reason },
    advances: advances.map(({ documentId: id, amount }) => ({ rsGeId: need(id), amount })),
  };
}

function pauseAfter({ retryMs, longestRetryMs }: OutboxSettings, failures: number): number {
  return Math.min(longestRetryMs, retryMs * 2 ** Math.min(20, failures - 1));
}
