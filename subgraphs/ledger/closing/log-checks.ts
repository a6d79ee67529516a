import type { TransactionSql } from '#db/client.ts';
import { POSTING_REQUESTED, POSTING_REVERSAL_REQUESTED } from '#shared/domain/posting.ts';
import { DOCUMENT_SOURCES, postingsOf } from '../postings/sources.ts';
import {
  found,
  MOST_LINKS,
  type ChecklistCheck,
  type ChecklistFinding,
  type ClosingMonth,
  type FoundRow,
} from '#shared/graphql/close-checklist.ts';

/** So much of a log is looked at for requests that were not read yet; whoever is further behind is behind. */
const MOST_EVENTS = 1_000;

/** Debits and credits of all entries up to the end of the month: nothing can make them differ, and yet it is looked. */
export const trialBalance: ChecklistCheck = {
  code: 'TRIAL_BALANCE',
  severity: 'BLOCKS',
  of: null,
  text: { ka: 'დებეტი და კრედიტი არ ემთხვევა ერთმანეთს', en: 'Debits and credits differ' },
  find: (sql, { companyId, endsOn }) =>
    found(sql<FoundRow[]>`
      /* checkTrialBalance */ select 'GEL' as id, 1 as count from ledger.account_turnover
      where company_id = ${companyId} and level = 'month' and period <= ${endsOn}::date
      having sum(debit_gel) <> sum(credit_gel)`),
};

/** Documents whose request to be posted, or to be undone, could not be handled. */
export const deadLetters: ChecklistCheck = {
  code: 'POSTINGS_FAILED',
  severity: 'BLOCKS',
  of: null,
  text: {
    ka: 'დოკუმენტები, რომელთა გატარება შეცდომით შეწყდა',
    en: 'Documents whose posting failed and is to be looked at',
  },
  find: (sql, { companyId }) =>
    found(sql<FoundRow[]>`
      /* checkDeadLetters */ select consumer || ' ' || seq as id, count(*) over () as count
      from ledger.dead_letters
      where company_id = ${companyId} and consumer = any (${DOCUMENT_SOURCES.map(postingsOf)}::text[])
        and state in ('trying', 'waiting', 'requested')
      order by 1 limit ${MOST_LINKS}`),
};

/** Documents dated in the month, or before it, that asked to be posted and have no answer yet. */
export const documentsWaiting: ChecklistCheck = {
  code: 'POSTINGS_WAITING',
  severity: 'BLOCKS',
  of: null,
  text: {
    ka: 'დოკუმენტები, რომლებიც გატარებას ელოდება',
    en: 'Documents that wait to be posted',
  },
  find: async (sql, month) => {
    const findings: ChecklistFinding[] = [];
    for (const source of DOCUMENT_SOURCES) findings.push(await waitingFrom(sql, source, month));
    return {
      count: findings.reduce((sum, { count }) => sum + count, 0),
      ids: findings.flatMap(({ ids }) => ids).slice(0, MOST_LINKS),
    };
  },
};

/** The source's documents, by their own ids, behind what the ledger has read of its log. */
function waitingFrom(
  sql: TransactionSql,
  source: (typeof DOCUMENT_SOURCES)[number],
  { companyId, endsOn }: ClosingMonth,
): Promise<ChecklistFinding> {
  return found(sql<FoundRow[]>`
    /* checkDocumentsWaiting */ select l.data -> 'source' ->> 'id' as id, count(*) over () as count
    from ${sql(`${source}_published`)}.log_events(${companyId}::uuid, coalesce((
      select c.seq from ledger.checkpoints c
      where c.company_id = ${companyId} and c.consumer = ${postingsOf(source)}), 0), ${MOST_EVENTS}::int) l
    where l.event_type in (${POSTING_REQUESTED}, ${POSTING_REVERSAL_REQUESTED})
      and l.data ->> 'date' <= ${endsOn}
    order by l.seq limit ${MOST_LINKS}`);
}
