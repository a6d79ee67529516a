import { expect, vi } from 'vitest';
import type { Caller } from '#test/caller.ts';

export interface Health {
  readonly isHealthy: boolean;
  readonly stockValue: string;
  readonly ledgerValue: string;
  readonly differences: readonly {
    readonly check: string;
    readonly item: { readonly id: string } | null;
    readonly accountCode: string | null;
    readonly documentId: string | null;
    readonly lineId: string | null;
    readonly expected: string;
    readonly found: string;
  }[];
}

const HEALTH = `{ inventoryHealth { isHealthy stockValue ledgerValue
  differences { check item { id } accountCode documentId lineId expected found } } }`;

export async function inventoryHealth(caller: Caller): Promise<Health> {
  return (await caller.query<{ inventoryHealth: Health }>(HEALTH)).inventoryHealth;
}

/** Waits until the books have everything that inventory asked for, and demands that nothing differs anywhere. */
export async function demandHealthy(caller: Caller): Promise<Health> {
  const wait = { timeout: 30_000, interval: 100 };
  return vi.waitFor(async () => {
    const health = await inventoryHealth(caller);
    expect(health).toMatchObject({ isHealthy: true, differences: [] });
    expect(health.ledgerValue).toBe(health.stockValue);
    return health;
  }, wait);
}
