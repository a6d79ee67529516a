import DataLoader from 'dataloader';
import type { Database } from '#db/client.ts';
import { findCounterparties, type CounterpartyRow } from '../counterparties/queries.ts';
import type { FindParties } from './commands.ts';

/** Finds the counterparties of all documents that are written at once by one statement, and each once. */
export function partiesTogether(database: Database, companyId: string): FindParties {
  const parties = new DataLoader<string, CounterpartyRow | null>(async (ids) => {
    const rows = await findCounterparties(database, companyId, ids);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });
  return async (ids) => {
    const found = await Promise.all(ids.map((id) => parties.load(id)));
    return found.filter((row) => row !== null);
  };
}
