import type { StormOutcome } from './storm.ts';
import { FAULTS, type Fault } from './trouble.ts';

export interface StormGiven {
  readonly invoices: number;
  readonly paceMs: number;
  readonly faults: number;
  /** Load of the machine at the end, over a minute. */
  readonly load: number;
}

/** What each fault is, for one who reads of it first. */
const WORDS: Readonly<Record<Fault, string>> = {
  cutBefore: 'connection cut before the work',
  lostAnswer: 'work done, answer lost',
  lateAnswer: 'work done, answer too late',
  lateWork: 'work done after we had given up',
  brokenBefore: 'server broke before the work',
  brokenAfter: 'server broke after the work',
  garbage: 'work done, answer unreadable',
  unavailable: 'service closed',
  expired: 'sign-in expired before its time',
};

/** What became of a storm: figures for a program, words for a person. */
export function summaryOf(
  { seconds, kills, counted, companies, held, mostAttempts }: StormOutcome,
  given: StormGiven,
): { readonly figures: object; readonly text: string; readonly isFlawless: boolean } {
  const copies = companies.flatMap(({ ids }) => ids.map((id) => held.get(id)?.length ?? 0));
  const once = copies.filter((times) => times === 1).length;
  const missing = copies.filter((times) => times === 0).length;
  const twice = copies.filter((times) => times > 1).length;
  const registered = companies
    .flatMap(({ documents }) => documents)
    .filter(({ number, registeredAt }) => number !== null && registeredAt !== null).length;
  const faults = FAULTS.reduce((sum, fault) => sum + counted.faults[fault], 0);
  const isFlawless = once === given.invoices && registered === given.invoices;
  const figures = {
    ...given,
    seconds: Math.round(seconds),
    calls: counted.calls,
    faultsMet: counted.faults,
    processesKilled: kills,
    onceAtTheSimulator: once,
    missing,
    twiceOrMore: twice,
    inTheRegisterWithNumberAndTime: registered,
    mostAttempts,
    operations: companies.map(({ channel, submissions }) => ({ channel, ...submissions })),
  };
  const row = (words: string, value: number | string): string =>
    `  ${words.padEnd(44)}${String(value).padStart(8)}`;
  const text = [
    isFlawless
      ? `All ${String(given.invoices)} invoices are at the simulated RS.ge, each exactly once.`
      : `NOT ALL ${String(given.invoices)} invoices are at the simulated RS.ge exactly once.`,
    '',
    'On the other side',
    row('invoices there once', once),
    row('missing', missing),
    row('there twice or more', twice),
    'In our register',
    row('with the number and the moment', registered),
    ...companies.map(({ channel, submissions }) =>
      row(
        `operations over ${channel}`,
        Object.entries(submissions)
          .map(([state, count]) => `${String(count)} ${state}`)
          .join(', '),
      ),
    ),
    'What they went through',
    row('calls', counted.calls),
    row(
      'of which went wrong',
      `${String(faults)} (${((100 * faults) / Math.max(1, counted.calls)).toFixed(0)} %)`,
    ),
    ...FAULTS.map((fault) => row(`  ${WORDS[fault]}`, counted.faults[fault])),
    row('sending processes killed in the middle', kills),
    row('most often sent was one operation', `${String(mostAttempts)} x`),
    'How long it took',
    row('seconds', seconds.toFixed(1)),
    row('invoices a second', (given.invoices / seconds).toFixed(1)),
    row('pause between two calls of a company', `${String(given.paceMs)} ms`),
    row('load of the machine', given.load.toFixed(1)),
  ].join('\n');
  return { figures, text, isFlawless };
}
