import { parseDate } from '#shared/domain/date.ts';
import type { Decision, NewEvent } from '#shared/domain/decider.ts';
import { DomainError, notFound } from '#shared/domain/errors.ts';
import { requestPosting, type PostingRequestedData } from '#shared/domain/posting.ts';
import type { PaymentMethod } from './payment.ts';

/** A request to post, as often as it was made; the last one says what was asked for. */
export interface RequestedPosting {
  readonly version: number;
  readonly last: PostingRequestedData | null;
}

export interface PostingRequestedEvent {
  readonly type: 'PostingRequested';
  readonly data: PostingRequestedData;
}

export const notRequested: RequestedPosting = { version: 0, last: null };

export function evolveRequested(state: RequestedPosting, { data }: PostingRequestedEvent): RequestedPosting {
  return { version: state.version + 1, last: data };
}

/** What the ledger has refused of a file, and out of what its payments were made. */
export interface RefusedOfFile {
  readonly method: PaymentMethod;
  readonly postings: readonly RefusedPosting[];
}

/** A settlement whose posting the ledger has refused, with the attempt that it refused. */
export interface RefusedPosting {
  readonly attempt: number;
  readonly requested: RequestedPosting;
}

/**
 * Asks again for what the ledger has refused of a file, on another day if one is given, and on the accounts that the
 * company has chosen by now. What waits for an answer is left alone. Pure.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT, INVALID_TRANSITION when nothing is refused
 */
export function decideRetry(
  companyId: string,
  given: { readonly fileId: string; readonly date: string | null },
  refused: RefusedOfFile | null,
  accounts: ReadonlyMap<string, string>,
): Decision<{ id: string }> {
  const { fileId } = given;
  if (refused === null) throw notFound('fileId', fileId);
  const date = given.date === null ? null : parseDate(given.date, 'date');
  const events = refused.postings.flatMap(({ attempt, requested }): NewEvent[] => {
    const { last, version } = requested;
    if (last === null || version !== attempt) return [];
    return [requestPosting(companyId, again(last, date, accounts, refused.method), version + 1)];
  });
  if (events.length === 0)
    throw new DomainError('INVALID_TRANSITION', 'fileId: the ledger has refused nothing of the file', {
      field: 'fileId',
      value: fileId,
    });
  return { events, result: { id: fileId } };
}

/** Payments are posted from what is owed to people to the bank or the cash box: a debit, and a credit. */
function again(
  posting: PostingRequestedData,
  date: string | null,
  accounts: ReadonlyMap<string, string>,
  method: PaymentMethod,
): PostingRequestedData {
  const entries = posting.entries.map((entry) => {
    const role = entry.debit === undefined ? method : 'SALARY_PAYABLE';
    return { ...entry, accountCode: accounts.get(role) ?? entry.accountCode };
  });
  return { ...posting, date: date ?? posting.date, entries };
}
