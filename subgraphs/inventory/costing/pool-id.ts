import { namedId } from '#shared/domain/named-id.ts';

/** Aggregate of the cost pool of an item: all of its warehouses together. */
export function poolId(companyId: string, itemId: string): string {
  return namedId('inventory', companyId, `cost-pool:${itemId}`);
}
