import { DomainError } from '#shared/domain/errors.ts';
import type { ConstraintTable } from './client.ts';

/** What of a document lies in a locked time. */
export interface LockedDocument {
  /** Event that put it there: a request to post or to reverse, or a fact of the document itself. */
  readonly event: string;
  /** Kind of document, and why it is posted; `-` for what is not. */
  readonly type: string;
  readonly purpose: string;
  /** More than 1 where a refused request is made again. */
  readonly attempt: number;
}

/**
 * What it means that the guard of `locked_documents.sql` refuses: PERIOD_CLOSED, naming the area, the day and up to when it is
 * locked. Which field the day was given by is known to the subgraph.
 */
export function refusingLocked(fieldOf: (document: LockedDocument) => string): ConstraintTable {
  return {
    documents_unlocked: ({ detail = '' }) => {
      const [area = '', value = '', until = '', event = '', type = '', purpose = '', attempt = ''] =
        detail.split(' ');
      const field = fieldOf({ event, type, purpose, attempt: Number(attempt) });
      return new DomainError(
        'PERIOD_CLOSED',
        `${field}: ${area} is locked until ${until}, so also on ${value}`,
        { field, value, area, until },
      );
    },
  };
}
