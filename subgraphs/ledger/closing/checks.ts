import type { ChecklistCheck } from '#shared/graphql/close-checklist.ts';
import { drafts, ratesMissing, unmatchedItems } from './books-checks.ts';
import { depreciationNotRun } from '../fixed-assets/checklist.ts';
import { unrevalued } from '../revaluation/checklist.ts';
import { entriesDue } from '../schedules/due/checklist.ts';
import { deadLetters, documentsWaiting, trialBalance } from './log-checks.ts';

/** Everything that is asked before a month is closed, in the order in which it is shown. */
export const CHECKS: readonly ChecklistCheck[] = [
  trialBalance,
  deadLetters,
  documentsWaiting,
  drafts,
  unmatchedItems,
  ratesMissing,
  unrevalued,
  entriesDue,
  depreciationNotRun,
];

/** What `closePeriod` may be told to leave aside. */
export const CHECK_CODES: ReadonlySet<string> = new Set(CHECKS.map(({ code }) => code));
