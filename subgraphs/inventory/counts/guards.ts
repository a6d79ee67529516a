import type { ConstraintTable } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';

/** The guards of counts, and the refusals that they mean. */
export const COUNT_GUARDS: ConstraintTable = {
  // Which warehouse it was, and which line of a movement, is known to whoever gave the command.
  stock_counts_overlap: ({ detail }) => overlapping(detail ?? ''),
  stock_frozen: ({ detail }) => {
    const [itemId = '', warehouseId = '', countId = ''] = (detail ?? '').split(' ');
    return new DomainError('INVALID_TRANSITION', `warehouseId: the warehouse is being counted`, {
      field: 'warehouseId',
      value: warehouseId,
      itemId,
      countId,
    });
  },
};

/** What is counted already is not counted by another count at the same time. */
export function overlapping(countId: string, warehouseId?: string): DomainError {
  return new DomainError('CONFLICT', 'warehouseId: an open count counts the same already', {
    field: 'warehouseId',
    ...(warehouseId === undefined ? {} : { value: warehouseId }),
    countId,
  });
}
