import { readdirSync, readFileSync } from 'node:fs';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evolveAccount, initialAccount, type AccountEvent } from '../accounts/account.ts';
import { evolveFiscalYear, initialFiscalYear, type FiscalYearEvent } from '../periods/period.ts';
import { rebuildLedger } from '../rebuild.ts';
import { evolveSettings, initialSettings, type LedgerSettingsEvent } from '../settings/settings.ts';
import { createTestLedger, openBooks, type TestLedger } from '../testing/books.ts';
import { liveThrough } from '../testing/story.ts';
import { evolveTransaction, initialTransaction, type TransactionEvent } from '../transactions/transaction.ts';
import { verifyLedger } from '../verification/verify.ts';

const APPROVED = new URL('./approved/', import.meta.url);

/** One event as it lies in the table; the texts are kept to the letter, because hashes are made of them. */
interface LoggedEvent {
  readonly company_id: string;
  readonly seq: number;
  readonly aggregate_type: string;
  readonly aggregate_id: string;
  readonly version: number;
  readonly event_type: string;
  readonly data: string;
  readonly metadata: string;
  readonly recorded_at: string;
  readonly published_seq: number | null;
  readonly document_series: string | null;
  readonly document_number: number | null;
  readonly hash_version: number;
  readonly previous_hash: string;
  readonly hash: string;
}

let ledger: TestLedger;
let owner: postgres.Sql;

beforeAll(async () => {
  ledger = await createTestLedger();
  owner = postgres(ledger.test.ownerUrl, { max: 1 });
});

afterAll(async () => {
  await owner.end();
  await ledger.close();
});

describe('events as they are written today', () => {
  it('are the approved ones; a change is a new version with its own file', async () => {
    const books = await openBooks(ledger.anotherInstance());
    await liveThrough(books);
    const log = await owner<{ type: string; text: string }[]>`
      select event_type as type, json_build_object(
        'type', event_type, 'aggregateType', aggregate_type, 'aggregateId', aggregate_id, 'version', version,
        'data', data, 'metadata', metadata)::text as text
      from ledger.event_store where company_id = ${books.actor.companyId} order by seq`;
    const named = namer();
    const richest = new Map<string, string>();
    for (const { type, text } of log) {
      const example = named(text);
      if (example.length > (richest.get(type)?.length ?? 0)) richest.set(type, example);
    }
    for (const [type, example] of richest) {
      const json = `${JSON.stringify(JSON.parse(example), undefined, 2)}\n`;
      await expect(json).toMatchFileSnapshot(`./approved/${type}.v1.json`);
    }
    const files = readdirSync(APPROVED).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual([...richest.keys()].map((type) => `${type}.v1.json`).sort());
  });
});

describe('a log that version 1 wrote', () => {
  const log = readFileSync(new URL('log.v1.jsonl', APPROVED), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LoggedEvent);
  const companyId = log[0]?.company_id ?? '';

  beforeAll(async () => {
    await insertLog(owner, log);
    await rebuildLedger(ledger.test.ownerUrl, companyId);
  });

  it('is projected and verified by the code of today, its hashes included', async () => {
    expect(await verifyLedger(ledger.database, companyId)).toMatchObject({
      isIntact: true,
      eventCount: log.length,
      headHash: log.at(-1)?.hash,
      differences: [],
    });
  });

  it('yields the balances that it always had', async () => {
    const rows = await owner<{ code: string; balance: string }[]>`
      select a.code, sum(t.debit_gel - t.credit_gel)::text as balance
      from ledger.account_turnover t join ledger.accounts a on a.id = t.account_id
      where t.company_id = ${companyId} and t.level = 'year' group by a.code order by a.code`;
    expect(Object.fromEntries(rows.map(({ code, balance }) => [code, balance]))).toEqual({
      '1110': '343.73',
      '1210': '-258.93',
      '1290': '271.23',
      '3110': '7.72',
      '6110': '-363.75',
    });
  });

  it('folds into the states that it always had', () => {
    const transactions = fold('Transaction', initialTransaction, (state, event, userId) =>
      evolveTransaction(state, event as TransactionEvent, userId),
    );
    expect(count(transactions)).toEqual({ DRAFT: 1, APPROVED: 1, POSTED: 25, REVERSED: 2 });
    const accounts = fold('Account', initialAccount, (state, event) =>
      evolveAccount(state, event as AccountEvent),
    );
    expect(count(accounts)).toEqual({ ACTIVE: 6, INACTIVE: 1, DELETED: 1 });
    const years = fold('FiscalYear', initialFiscalYear, (state, event) =>
      evolveFiscalYear(state, event as FiscalYearEvent),
    );
    expect(years).toEqual([
      { status: 'OPENED', version: 5, closings: 0, closing: null },
      { status: 'OPENED', version: 1, closings: 0, closing: null },
    ]);
    const settings = fold('LedgerSettings', initialSettings, (state, event) =>
      evolveSettings(state, event as LedgerSettingsEvent),
    );
    expect(settings).toEqual([{ version: 2, approverMustDiffer: false }]);
  });

  /** States of all aggregates of one type after the whole log. */
  function fold<State>(
    type: string,
    initial: State,
    evolve: (state: State, event: unknown, userId: string) => State,
  ): State[] {
    const states = new Map<string, State>();
    for (const row of log.filter(({ aggregate_type }) => aggregate_type === type)) {
      const event: unknown = { type: row.event_type, data: JSON.parse(row.data) };
      const { userId } = JSON.parse(row.metadata) as { userId: string };
      states.set(row.aggregate_id, evolve(states.get(row.aggregate_id) ?? initial, event, userId));
    }
    return [...states.values()];
  }
});

function count(states: readonly { readonly status: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of states) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Puts numbers in place of identifiers, the same number for the same identifier. */
function namer(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) =>
    text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
      const name = names.get(id) ?? `00000000-0000-7000-8000-${String(names.size + 1).padStart(12, '0')}`;
      names.set(id, name);
      return name;
    });
}

/** Writes the log into an empty company as it once was; only the server's superuser may do that. */
async function insertLog(sql: postgres.Sql, log: readonly LoggedEvent[]): Promise<void> {
  const last = log.at(-1);
  if (last === undefined) throw new Error('the approved log is empty');
  await sql.begin(async (transaction) => {
    // The command that opens a year makes its partitions; a log alone does not.
    await transaction`select ledger.ensure_journal_partitions(year) from generate_series(2025, 2026) as year`;
    for (const row of log) {
      await transaction`
        insert into ledger.event_store values (
          ${row.company_id}, ${row.seq}, ${row.aggregate_type}, ${row.aggregate_id}, ${row.version},
          ${row.event_type}, ${row.data}::text::json, ${row.metadata}::text::json, ${row.recorded_at},
          ${row.published_seq}, ${row.document_series}, ${row.document_number}, ${row.hash_version},
          decode(${row.previous_hash}, 'hex'), decode(${row.hash}, 'hex'))`;
    }
    await transaction`
      insert into ledger.head (company_id, last_seq, last_hash, published_seq, reference_seq, last_recorded_at)
      select company_id, max(seq), decode(${last.hash}, 'hex'), max(published_seq),
             max(seq) filter (where aggregate_type <> 'Transaction'), max(recorded_at)
      from ledger.event_store where company_id = ${last.company_id} group by company_id`;
    await transaction`
      insert into ledger.document_series (company_id, series, last_number)
      select company_id, document_series, max(document_number) from ledger.event_store
      where company_id = ${last.company_id} and document_series is not null group by 1, 2`;
  });
}
