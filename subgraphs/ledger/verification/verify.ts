import { companyUuid, type Database, type TransactionSql } from '#db/client.ts';
import type { Verification } from '../ledger.ts';
import { walkChain } from './chain.ts';
import { compareCounterpartyItems } from './counterparty-items.ts';
import type { Difference } from './difference.ts';
import { compareFixedAssets } from './fixed-assets.ts';
import { compareJournal } from './journal.ts';
import { compareLocks } from './locks.ts';
import { compareMatchings } from './matchings.ts';
import { compareOwnRates } from './own-rates.ts';
import { compareRevaluations } from './revaluations.ts';
import { compareReferenceData } from './reference-data.ts';
import { compareSchedules } from './schedules.ts';
import { compareSources } from './sources.ts';
import { compareTransactions } from './transactions.ts';

const MAX_DIFFERENCES = 100;

/**
 * Proves that the company's log is what was written and that every figure follows from it: walks the hash chain,
 * then makes all tables anew from the events, in thought, and compares. Everything is read at one moment, while
 * postings go on.
 */
export async function verifyLedger(
  database: Database,
  companyId: string,
  onProgress?: (events: number, total: number) => void,
): Promise<Verification> {
  const company = companyUuid(companyId);
  return database.sql.begin('isolation level repeatable read read only', async (sql) => {
    await sql`select set_config('app.company_id', ${company}, true), set_config('work_mem', '64MB', true),
                     set_config('jit', 'off', true)`;
    const { eventCount, headHash, firstBrokenEvent } = await walkChain(sql, company, onProgress);
    const differences = await findDifferences(sql, company, firstBrokenEvent !== null);
    return {
      isIntact: firstBrokenEvent === null && differences.length === 0,
      eventCount,
      headHash,
      firstBrokenEvent,
      differences,
    };
  });
}

async function findDifferences(
  sql: TransactionSql,
  company: string,
  isBroken: boolean,
): Promise<Difference[]> {
  try {
    return await sql.savepoint(async (inner) => {
      const reference = await compareReferenceData(inner, company);
      const transactions = await compareTransactions(inner, company, MAX_DIFFERENCES);
      const sources = await compareSources(inner, company, MAX_DIFFERENCES);
      const journal = await compareJournal(inner, company, MAX_DIFFERENCES);
      const matchings = await compareMatchings(inner, company, MAX_DIFFERENCES);
      const items = await compareCounterpartyItems(inner, company, MAX_DIFFERENCES);
      const revaluations = await compareRevaluations(inner, company, MAX_DIFFERENCES);
      const locks = await compareLocks(inner, company, MAX_DIFFERENCES);
      const ownRates = await compareOwnRates(inner, company, MAX_DIFFERENCES);
      const schedules = await compareSchedules(inner, company, MAX_DIFFERENCES);
      const assets = await compareFixedAssets(inner, company, MAX_DIFFERENCES);
      return [
        ...reference,
        ...transactions,
        ...sources,
        ...journal,
        ...matchings,
        ...items,
        ...revaluations,
        ...locks,
        ...ownRates,
        ...schedules,
        ...assets,
      ].slice(0, MAX_DIFFERENCES);
    });
  } catch (error) {
    // Events that were altered may make no sense any more; that they were is said already.
    if (!isBroken) throw error;
    const why = error instanceof Error ? error.message : String(error);
    return [{ table: 'ledger.event_store', key: company, expected: 'events that can be read', actual: why }];
  }
}
