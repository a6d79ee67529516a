import type { ConstraintTable } from '#db/client.ts';
import { DomainError } from '#shared/domain/errors.ts';

/** The guards of the database on movements, and the refusals that they mean. */
export const MOVEMENT_GUARDS: ConstraintTable = {
  // Which line it was is known to whoever gave the command.
  stock_not_short: ({ detail }) => {
    const [itemId, warehouseId, missing = ''] = (detail ?? '').split(' ');
    return new DomainError('BAD_USER_INPUT', 'there would be less than nothing, then or at a later moment', {
      isShort: true,
      itemId,
      warehouseId,
      missing,
    });
  },
  stock_levels_serial_once: () =>
    new DomainError('CONFLICT', 'serials: one of them is in stock already', { field: 'serials' }),
  movements_reversed_once: () =>
    new DomainError('INVALID_TRANSITION', 'the movement is reversed already', { field: 'id' }),
};
