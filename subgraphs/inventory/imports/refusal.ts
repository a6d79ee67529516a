import { DomainError } from '#shared/domain/errors.ts';
import type { RowError } from './table.ts';

/** Errors of rows that one answer names; whoever mends these sees the next. */
export const MOST_ERRORS = 200;

/** All or nothing: rows are wrong, so nothing of the file is taken. The caller is answered the rows, not this error. */
export class ImportRefused extends DomainError {
  readonly errors: readonly RowError[];

  constructor(errors: readonly RowError[]) {
    super('BAD_USER_INPUT', `content: ${String(errors.length)} errors in rows`, { field: 'content' });
    this.errors = errors;
  }
}
