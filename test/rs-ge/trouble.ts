/** What may go wrong with a call, each in the middle of things as networks and servers do it. */
export type Fault =
  /** The connection ends before anything is done. */
  | 'cutBefore'
  /** The work is done and the connection ends without an answer. */
  | 'lostAnswer'
  /** The work is done at once and the answer comes when nobody waits any more. */
  | 'lateAnswer'
  /** The work itself is done late: after the caller has given up. */
  | 'lateWork'
  /** The server says that it broke, before the work. */
  | 'brokenBefore'
  /** The server says that it broke, after the work. */
  | 'brokenAfter'
  /** The work is done and the answer is no answer. */
  | 'garbage'
  /** A proxy says that the place is closed. */
  | 'unavailable'
  /** The sign-in has come to its end before its time. */
  | 'expired';

export const FAULTS: readonly Fault[] = [
  'cutBefore',
  'lostAnswer',
  'lateAnswer',
  'lateWork',
  'brokenBefore',
  'brokenAfter',
  'garbage',
  'unavailable',
  'expired',
];

export interface Trouble {
  /** Chance that a call meets a fault, from 0 to 1; which one, is drawn from those of `kinds` that were the rarest. */
  probability: number;
  kinds: readonly Fault[];
  /** Only calls whose action holds this text meet trouble; all when it is empty. */
  within: string;
  /** How late late is. */
  lateMs: number;
}
