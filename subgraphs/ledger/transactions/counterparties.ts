import type { Database } from '#db/client.ts';
import { isUuid } from '#shared/domain/ids.ts';
import type { EntryDraft } from '../ledger.ts';

/** The counterparties that entries speak of, each once. */
export function namedCounterparties(entries: readonly EntryDraft[]): string[] {
  const named = new Set<string>();
  for (const { counterpartyId } of entries)
    if (counterpartyId !== null && counterpartyId !== undefined) named.add(counterpartyId);
  return [...named];
}

/** Those among the ids that name no counterparty of the company. Tax keeps the counterparties, and is asked for them. */
export async function unknownCounterparties(
  database: Database,
  companyId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const unknown = new Set(ids);
  // What is no UUID names nothing, and must not reach a uuid column.
  const possible = ids.filter(isUuid);
  if (possible.length === 0) return unknown;
  const known = await database.withCompany(
    companyId,
    (sql) => sql<{ id: string }[]>`
      /* counterpartiesExist */ select id
      from tax_published.counterparties_exist(${companyId}, ${possible}::uuid[]) as id`,
  );
  for (const { id } of known) unknown.delete(id);
  return unknown;
}
