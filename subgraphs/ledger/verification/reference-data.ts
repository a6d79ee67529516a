import type { TransactionSql } from '#db/client.ts';
import { unreachable } from '#shared/domain/decider.ts';
import type { AccountEvent } from '../accounts/account.ts';
import type { CurrencyRegistered } from '../currencies/decide.ts';
import type { FiscalYearEvent } from '../periods/period.ts';
import type { PostingAccountEvent } from '../posting-accounts/decide.ts';
import type { LedgerSettingsEvent } from '../settings/settings.ts';
import { compareTables, type Difference, type Row } from './difference.ts';

type ReferenceEvent = (
  AccountEvent | FiscalYearEvent | CurrencyRegistered | LedgerSettingsEvent | PostingAccountEvent
) & {
  readonly id: string;
  readonly version: number;
  readonly userId: string;
  readonly at: string;
};

type Tables = Record<
  | 'accounts'
  | 'fiscal_periods'
  | 'period_changes'
  | 'year_closings'
  | 'custom_currencies'
  | 'settings'
  | 'posting_accounts',
  Map<string, Row>
>;

/** Compares chart, periods, currencies and settings with what their events come to. */
export async function compareReferenceData(sql: TransactionSql, companyId: string): Promise<Difference[]> {
  const events = await sql<ReferenceEvent[]>`
    /* verifyReferenceEvents */ select aggregate_id as id, version, event_type as type, data,
      metadata ->> 'userId' as "userId", recorded_at::text as at
    from ledger.event_store where company_id = ${companyId} and aggregate_type in
      ('Account', 'FiscalYear', 'Currency', 'LedgerSettings', 'PostingAccount') order by seq`;
  const expected = fold(events, companyId);
  const actual = await readTables(sql, companyId);
  return (Object.keys(expected) as (keyof Tables)[]).flatMap((table) =>
    compareTables(`ledger.${table}`, expected[table], actual[table]),
  );
}

function emptyTables(): Tables {
  return {
    accounts: new Map(),
    fiscal_periods: new Map(),
    period_changes: new Map(),
    year_closings: new Map(),
    custom_currencies: new Map(),
    settings: new Map(),
    posting_accounts: new Map(),
  };
}

function fold(events: readonly ReferenceEvent[], companyId: string): Tables {
  const tables = emptyTables();
  const { accounts, fiscal_periods: periods, period_changes: changes } = tables;
  const change = (id: string, columns: Row) => accounts.set(id, { ...accounts.get(id), ...columns });
  for (const event of events) {
    const { id, at } = event;
    const version = String(event.version);
    switch (event.type) {
      case 'AccountOpened': {
        const state = { is_heading: String(event.data.isHeading), is_active: 'true' };
        accounts.set(id, { ...details(event.data), ...state, version, created_at: at, updated_at: at });
        break;
      }
      case 'AccountChanged':
        change(id, { ...details(event.data), version, updated_at: at });
        break;
      case 'AccountActivated':
      case 'AccountDeactivated':
        change(id, { is_active: String(event.type === 'AccountActivated'), version, updated_at: at });
        break;
      case 'AccountDeleted':
        accounts.delete(id);
        break;
      case 'FiscalYearOpened':
        for (const { id: periodId, year, month, startsOn, endsOn } of event.data.periods) {
          periods.set(`${year}-${month}`, {
            id: periodId,
            starts_on: startsOn,
            ends_on: endsOn,
            status: 'OPEN',
          });
        }
        break;
      case 'PeriodClosed':
      case 'PeriodReopened': {
        const { year, month, reason } = event.data;
        const status = event.type === 'PeriodClosed' ? 'CLOSED' : 'OPEN';
        periods.set(`${year}-${month}`, { ...periods.get(`${year}-${month}`), status });
        changes.set(`${year}-${month} version ${version}`, { status, reason, at, by: event.userId });
        break;
      }
      case 'YearClosed':
      case 'YearReopened': {
        const { year, reason, transactionId } = event.data;
        const isClosed = event.type === 'YearClosed';
        tables.year_closings.set(`${year} version ${version}`, {
          status: isClosed ? 'CLOSED' : 'OPEN',
          reason,
          transaction_id: transactionId,
          result_gel: event.type === 'YearClosed' ? event.data.resultGel : null,
          at,
          by: event.userId,
        });
        break;
      }
      case 'CurrencyRegistered': {
        const { code, minorUnits, name } = event.data;
        tables.custom_currencies.set(code, { minor_units: String(minorUnits), name });
        break;
      }
      case 'LedgerSettingsChanged':
        tables.settings.set(companyId, { approver_must_differ: String(event.data.approverMustDiffer) });
        break;
      case 'PostingAccountChosen':
        tables.posting_accounts.set(event.data.role, { account_id: event.data.accountId });
        break;
      default:
        return unreachable(event);
    }
  }
  return tables;
}

function details(data: Extract<AccountEvent, { type: 'AccountChanged' }>['data']): Row {
  return {
    code: data.code,
    names: canonical(data.names),
    type: data.type,
    normal_side: data.normalSide,
    role: data.role,
    currency: data.currency,
    parent_id: data.parentId,
    metadata: canonical(data.metadata),
  };
}

async function readTables(sql: TransactionSql, companyId: string): Promise<Tables> {
  const tables = emptyTables();
  const accounts = await sql<({ id: string; names: unknown; metadata: unknown } & Row)[]>`
    /* verifyAccounts */ select id, code, names, type, normal_side, role, currency, parent_id, metadata,
      is_heading::text, is_active::text, version::text, created_at::text, updated_at::text
    from ledger.accounts where company_id = ${companyId}`;
  for (const { id, names, metadata, ...row } of accounts) {
    tables.accounts.set(id, { ...row, names: canonical(names), metadata: canonical(metadata) });
  }
  const periods = await sql<{ key: string; row: Row }[]>`
    /* verifyPeriods */ select year || '-' || month as key, json_build_object('id', id, 'starts_on', starts_on,
      'ends_on', ends_on, 'status', status) as row
    from ledger.fiscal_periods where company_id = ${companyId}`;
  for (const { key, row } of periods) tables.fiscal_periods.set(key, row);
  const changes = await sql<{ key: string; row: Row }[]>`
    /* verifyPeriodChanges */ select year || '-' || month || ' version ' || version as key, json_build_object(
      'status', status, 'reason', reason, 'at', changed_at::text, 'by', changed_by) as row
    from ledger.period_changes where company_id = ${companyId}`;
  for (const { key, row } of changes) tables.period_changes.set(key, row);
  const closings = await sql<{ key: string; row: Row }[]>`
    /* verifyYearClosings */ select year || ' version ' || version as key, json_build_object(
      'status', status, 'reason', reason, 'transaction_id', transaction_id, 'result_gel', result_gel::text,
      'at', changed_at::text, 'by', changed_by) as row
    from ledger.year_closings where company_id = ${companyId}`;
  for (const { key, row } of closings) tables.year_closings.set(key, row);
  const currencies = await sql<{ key: string; row: Row }[]>`
    /* verifyCurrencies */ select code as key, json_build_object('minor_units', minor_units::text, 'name', name) as row
    from ledger.custom_currencies where company_id = ${companyId}`;
  for (const { key, row } of currencies) tables.custom_currencies.set(key, row);
  const settings = await sql<Row[]>`
    /* verifySettings */ select approver_must_differ::text from ledger.settings where company_id = ${companyId}`;
  for (const row of settings) tables.settings.set(companyId, { ...row });
  const chosen = await sql<{ role: string; row: Row }[]>`
    /* verifyPostingAccounts */ select role, json_build_object('account_id', account_id) as row
    from ledger.posting_accounts where company_id = ${companyId}`;
  for (const { role, row } of chosen) tables.posting_accounts.set(role, row);
  return tables;
}

/** JSON with sorted keys: jsonb keeps no order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
