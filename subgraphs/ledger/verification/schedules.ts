import type { TransactionSql } from '#db/client.ts';
import { unreachable } from '#shared/domain/decider.ts';
import type { RecurringEntryEvent } from '../schedules/recurring/recurring-entry.ts';
import type { ReversingEntryEvent } from '../schedules/reversing/reversing-entry.ts';
import type { SpreadEvent, SpreadPlan } from '../schedules/spreads/spread.ts';
import { compareTables, type Difference, type Row } from './difference.ts';

type ScheduleEvent = (RecurringEntryEvent | ReversingEntryEvent | SpreadEvent) & {
  readonly id: string;
  readonly userId: string;
  readonly at: string;
};

type Tables = Record<
  'recurring_entries' | 'recurring_occurrences' | 'reversing_entries' | 'spreads' | 'spread_parts',
  Map<string, Row>
>;

const emptyTables = (): Tables => ({
  recurring_entries: new Map(),
  recurring_occurrences: new Map(),
  reversing_entries: new Map(),
  spreads: new Map(),
  spread_parts: new Map(),
});

/** Compares what is planned, and what became of it, with what the events come to. */
export async function compareSchedules(
  sql: TransactionSql,
  companyId: string,
  limit: number,
): Promise<Difference[]> {
  const events = await sql<ScheduleEvent[]>`
    /* verifyScheduleEvents */ select aggregate_id as id, event_type as type, data, metadata ->> 'userId' as "userId",
      to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from ledger.event_store
    where company_id = ${companyId} and aggregate_type in ('RecurringEntry', 'ReversingEntry', 'Spread') order by seq`;
  const expected = fold(events);
  const actual = await readTables(sql, companyId);
  return (Object.keys(expected) as (keyof Tables)[])
    .flatMap((table) => compareTables(`ledger.${table}`, expected[table], actual[table]))
    .slice(0, limit);
}

function fold(events: readonly ScheduleEvent[]): Tables {
  const tables = emptyTables();
  const steps = new Map<string, object[]>();
  for (const event of events) {
    const { id, type, data, userId, at } = event;
    const change = (table: keyof Tables, key: string, columns: Row) =>
      tables[table].set(key, { ...tables[table].get(key), ...columns });
    // Versions of a template, or plans, each with who made it, when and why.
    const step = (made: object, reason: string | null): string => {
      const all = [...(steps.get(id) ?? []), { ...made, kind: type, reason, by: userId, at }];
      steps.set(id, all);
      return canonical(all);
    };
    const addParts = ({ version, parts }: SpreadPlan): void => {
      for (const { number, date, amount } of parts)
        change('spread_parts', `${id}:${String(number)}`, {
          plan: String(version),
          date,
          amount,
          is_replaced: 'false',
          transaction_id: null,
        });
    };
    switch (type) {
      case 'RecurringEntryCreated':
        change('recurring_entries', id, {
          versions: step(data.template, null),
          created: `${at} ${userId}`,
          ended_on: null,
          ended: null,
          end_reason: null,
        });
        break;
      case 'RecurringEntryChanged':
        change('recurring_entries', id, { versions: step(data.template, data.reason) });
        break;
      case 'RecurringEntryEnded':
        change('recurring_entries', id, {
          ended_on: data.on,
          ended: `${at} ${userId}`,
          end_reason: data.reason,
        });
        break;
      case 'RecurringEntryPosted':
      case 'RecurringEntrySkipped':
        change('recurring_occurrences', `${id}:${data.date}`, {
          version: String(data.version),
          transaction_id: type === 'RecurringEntryPosted' ? data.transactionId : null,
          skip_reason: type === 'RecurringEntrySkipped' ? data.reason : null,
          done: `${at} ${userId}`,
        });
        break;
      case 'ReversalScheduled':
        change('reversing_entries', id, {
          kind: data.kind,
          transaction_id: data.transactionId,
          date: data.date,
          reason: data.reason,
          scheduled: `${at} ${userId}`,
          cancelled: null,
          cancel_reason: null,
          reversal_id: null,
        });
        break;
      case 'ScheduledReversalCancelled':
        change('reversing_entries', id, { cancelled: `${at} ${userId}`, cancel_reason: data.reason });
        break;
      case 'ScheduledReversalPosted':
        change('reversing_entries', id, { reversal_id: data.reversalId });
        break;
      case 'SpreadCreated':
        change('spreads', id, {
          kind: data.kind,
          description: data.description,
          reference: data.reference ?? null,
          counterparty_id: data.counterpartyId ?? null,
          dimensions: canonical(data.dimensions),
          from_account_id: data.fromAccountId,
          transaction_id: data.transactionId ?? null,
          carried_from: data.carriedFrom,
          amount: data.amount,
          plans: step(data.plan, null),
          created: `${at} ${userId}`,
        });
        addParts(data.plan);
        break;
      case 'SpreadChanged':
      case 'SpreadEnded':
        change('spreads', id, { amount: data.amount, plans: step(data.plan, data.reason) });
        for (const number of data.replaces)
          change('spread_parts', `${id}:${String(number)}`, { is_replaced: 'true' });
        addParts(data.plan);
        break;
      case 'SpreadPartPosted':
        change('spread_parts', `${id}:${String(data.number)}`, { transaction_id: data.transactionId });
        break;
      default:
        return unreachable(event);
    }
  }
  return tables;
}

async function readTables(sql: TransactionSql, companyId: string): Promise<Tables> {
  const tables = emptyTables();
  // Moments as the events have them, followed by who it was; null where nothing happened.
  const signed = (at: string, by: string) => sql`
    to_char(${sql(at)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || ${sql(by)}`;
  const entries = await sql<({ key: string; versions: unknown } & Row)[]>`
    /* verifyRecurringEntries */ select id as key, versions, ${signed('created_at', 'created_by')} as created,
      ended_on::text, ${signed('ended_at', 'ended_by')} as ended, end_reason
    from ledger.recurring_entries where company_id = ${companyId}`;
  for (const { key, versions, ...row } of entries)
    tables.recurring_entries.set(key, { ...row, versions: canonical(versions) });
  const occurrences = await sql<({ key: string } & Row)[]>`
    /* verifyRecurringOccurrences */ select recurring_id || ':' || date as key, version::text, transaction_id, skip_reason,
      ${signed('done_at', 'done_by')} as done
    from ledger.recurring_occurrences where company_id = ${companyId}`;
  for (const { key, ...row } of occurrences) tables.recurring_occurrences.set(key, row);
  const reversing = await sql<({ key: string } & Row)[]>`
    /* verifyReversingEntries */ select id as key, kind, transaction_id, date::text, reason,
      ${signed('scheduled_at', 'scheduled_by')} as scheduled, ${signed('cancelled_at', 'cancelled_by')} as cancelled,
      cancel_reason, reversal_id
    from ledger.reversing_entries where company_id = ${companyId}`;
  for (const { key, ...row } of reversing) tables.reversing_entries.set(key, row);
  const spreads = await sql<({ key: string; dimensions: unknown; plans: unknown } & Row)[]>`
    /* verifySpreads */ select id as key, kind, description, reference, counterparty_id, dimensions, from_account_id,
      transaction_id, carried_from::text, amount::text, plans, ${signed('created_at', 'created_by')} as created
    from ledger.spreads where company_id = ${companyId}`;
  for (const { key, dimensions, plans, ...row } of spreads)
    tables.spreads.set(key, { ...row, dimensions: canonical(dimensions), plans: canonical(plans) });
  const parts = await sql<({ key: string } & Row)[]>`
    /* verifySpreadParts */ select spread_id || ':' || number as key, plan::text, date::text, amount::text,
      is_replaced::text, transaction_id
    from ledger.spread_parts where company_id = ${companyId}`;
  for (const { key, ...row } of parts) tables.spread_parts.set(key, row);
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
