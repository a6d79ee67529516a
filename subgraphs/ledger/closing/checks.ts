import type { ChecklistCheck } from './checklist.ts';

/** Everything that is asked before a month is closed, in the order in which it is shown. */
export const CHECKS: readonly ChecklistCheck[] = [];
