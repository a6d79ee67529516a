import type { RemoteInvoice, TaxAuthority } from '../authority.ts';
import type { RsGeDocumentEvent } from '../events.ts';
import { daysOf } from '../month.ts';
import type { FollowedDocument, OutboxStore } from './store.ts';

export interface FollowParts {
  readonly store: OutboxStore;
  readonly authority: TaxAuthority;
  readonly everyMs: number;
  tell(document: FollowedDocument, fact: RsGeDocumentEvent): Promise<void>;
  readonly now: () => string;
}

/** Looks what buyers have answered: one list for each month in which a document waits for its answer. */
export async function followAnswers(parts: FollowParts): Promise<void> {
  const { store, authority } = parts;
  const waiting = await store.toFollow(parts.everyMs);
  if (waiting.length === 0) return;
  for (const month of new Set(waiting.map(({ operationDate }) => operationDate.slice(0, 7)))) {
    const remote = new Map(
      (await authority.list({ role: 'SELLER', ...daysOf(month) })).map((invoice) => [invoice.id, invoice]),
    );
    for (const document of waiting) {
      if (!document.operationDate.startsWith(month)) continue;
      const fact = newsOf(document, remote.get(document.rsGeId), parts.now());
      if (fact !== null) await parts.tell(document, fact);
    }
  }
  await store.followed();
}

/** The fact that a document's state at RS.ge tells beyond what we know; null when there is no news. */
function newsOf(
  { documentId, documentType, rsGeId, state }: FollowedDocument,
  remote: RemoteInvoice | undefined,
  at: string,
): RsGeDocumentEvent | null {
  const data = { documentId, documentType, rsGeId, at };
  switch (remote?.state) {
    // What is corrected now was confirmed, or refused, before.
    case 'CONFIRMED':
    case 'CORRECTED':
      return { type: 'BuyerConfirmed', data };
    case 'REFUSED':
      return { type: 'BuyerRefused', data };
    case 'CANCELLED':
    case 'DELETED':
      return { type: 'RsGeCancelled', data };
    case 'CANCELLING':
      return state === 'SENT' ? { type: 'RsGeCancellationSent', data } : null;
    case 'SAVED':
    case 'SENT':
    case undefined:
      return null;
  }
}
