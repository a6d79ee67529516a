import type { Check } from '../statements/checks.ts';
import type { GroupLine } from './columns.ts';
import type { IntraGroupDifference } from './differences.ts';
import type { ReadMember } from './members.ts';

/** A company that is added up, and how far its books are counted. */
export type CountedMember = ReadMember & {
  /** Number of its last posting that is counted. */
  readonly seq: number;
};

/** What every statement of a group says besides its figures. */
export interface GroupFindings {
  /** The currency that amounts are in. */
  readonly currency: string;
  readonly members: readonly CountedMember[];
  readonly differences: readonly IntraGroupDifference[];
  readonly checks: readonly Check[];
}

/** A statement of a group that is read line by line. */
export interface GroupStatement extends GroupFindings {
  readonly lines: readonly GroupLine[];
}
