import type { NewEvent } from '#shared/domain/decider.ts';
import { parseDatabaseAmount } from '#shared/domain/money.ts';
import { told, type Around } from './document.ts';
import { sumOfUses, type SetOff, type Use } from './invoice.ts';
import { negated } from './set-off.ts';

/** What a delivery's advances learn of it: what it uses now, less what it used before. */
export function uses(
  id: string,
  before: readonly SetOff[],
  after: readonly SetOff[],
  { advances }: Around,
): NewEvent[] {
  const changes = new Map<string, Use[]>();
  for (const use of after) changes.set(use.invoiceId, [useOf(use)]);
  for (const use of before) changes.set(use.invoiceId, [...(changes.get(use.invoiceId) ?? []), negated(use)]);
  return Array.from(changes).flatMap(([advanceId, each]) => {
    const change = sumOfUses(each);
    const advance = advances.get(advanceId);
    if (advance === undefined) throw new Error(`the advance ${advanceId} was not loaded`);
    const parts: readonly string[] = Object.values(change);
    if (parts.every((part) => parseDatabaseAmount(part) === 0n)) return [];
    const data = { invoiceId: id, ...change };
    return [told(advanceId, advance.version + 1, { type: 'TaxInvoiceAdvanceUsed', data })];
  });
}

function useOf({ gross, vat, creditableBase, creditableVat, currencyGross }: SetOff): Use {
  return {
    gross,
    vat,
    creditableBase,
    creditableVat,
    ...(currencyGross === undefined ? {} : { currencyGross }),
  };
}
