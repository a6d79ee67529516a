import type { CalendarDate } from '#shared/domain/date.ts';
import type { NewEvent } from '#shared/domain/decider.ts';
import { requestPosting, type PostingEntry } from '#shared/domain/posting.ts';
import type { Around } from './document.ts';
import type { InvoiceContent } from './invoice.ts';
import { sourceOf, type Purpose } from './posting.ts';

/** Asks the ledger to post what a document comes to. */
export function posting(
  id: string,
  date: CalendarDate,
  content: InvoiceContent,
  entries: readonly PostingEntry[],
  { companyId }: Around,
  purpose: Purpose = 'record',
): NewEvent[] {
  // What changes no account, such as a correction of words, is not posted.
  if (entries.length === 0) return [];
  const source = sourceOf(id, purpose);
  return [requestPosting(companyId, { source, date, description: description(content, purpose), entries })];
}

function description({ direction, kind, corrects, lines }: InvoiceContent, purpose: Purpose): string {
  if (purpose === 'credit') return 'დღგ-ის ჩათვლა';
  const what = {
    SUPPLY: direction === 'ISSUED' ? 'რეალიზაცია' : 'შესყიდვა',
    ADVANCE: direction === 'ISSUED' ? 'მიღებული ავანსის დღგ' : 'გადახდილი ავანსის დღგ',
    IMPORT: 'იმპორტი',
    REVERSE_CHARGE: 'უკუდაბეგვრა',
  }[kind];
  const name = lines[0]?.name.slice(0, 150);
  return `${corrects === null ? '' : 'კორექტირება: '}${what}${name === undefined ? '' : `, ${name}`}`;
}
