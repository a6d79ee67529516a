import type { ConstraintTable } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';

/** The guards of reservations, and the refusals that they mean. */
export const RESERVATION_GUARDS: ConstraintTable = {
  reservations_once: () =>
    new DomainError('CONFLICT', 'document: it has reserved the item in this warehouse already', {
      field: 'document',
    }),
  stock_reserved: ({ detail }) => {
    const [itemId, warehouseId, missing] = (detail ?? '').split(' ');
    return new DomainError(
      'BAD_USER_INPUT',
      `lines: ${missing ?? ''} of it is reserved; an issue takes what is reserved for the document in its reference`,
      { field: 'lines', itemId, warehouseId, missing },
    );
  },
};
