import { setTimeout as delay } from 'node:timers/promises';
import type { DeadLetter, DeadLetters } from '#db/dead-letters.ts';
import { withBooks } from '#cli/books.ts';
import { chooseCompany } from '#cli/company.ts';
import { EXIT } from '#cli/exit.ts';
import type { CommandContext } from './context.ts';

export interface DeadLettersListArguments {
  readonly company?: string;
  readonly all?: boolean;
}

export interface DeadLettersRetryArguments {
  readonly wait: number;
}

export interface DeadLettersDropArguments {
  readonly reason: string;
}

/** `davtari dead-letters list`: events that a consumer could not handle, of all companies unless one is named. */
export async function runDeadLettersList(
  given: DeadLettersListArguments,
  { config, log, output }: CommandContext,
): Promise<number> {
  return withBooks(config, log, async ({ owner, deadLetters }) => {
    const company = given.company === undefined ? undefined : await chooseCompany(owner.sql, given.company);
    const letters = await deadLetters.list({
      ...(company === undefined ? {} : { companyId: company.id }),
      isSettledToo: given.all === true,
    });
    for (const letter of letters) output.item(letter, described(letter));
    if (letters.length === 0) output.note('There are no dead letters.');
    return EXIT.ok;
  });
}

/** `davtari dead-letters retry`: asks for events to be handled again and tells what came of it. */
export async function runDeadLettersRetry(
  ids: readonly string[],
  { wait }: DeadLettersRetryArguments,
  { config, log, output, signal }: CommandContext,
): Promise<number> {
  return withBooks(config, log, async ({ deadLetters }) => {
    for (const id of ids) await deadLetters.retry(id);
    const until = Date.now() + wait * 1000;
    let isFailed = false;
    for (const id of ids) {
      const letter = await outcome(deadLetters, id, until, signal);
      output.item(letter, described(letter));
      if (letter.state === 'waiting') isFailed = true;
      if (letter.state === 'requested') output.note('The ledger that runs next will handle it.');
    }
    return isFailed ? EXIT.refused : EXIT.ok;
  });
}

/** `davtari dead-letters drop`: settles an event without its being handled. */
export async function runDeadLettersDrop(
  id: string,
  { reason }: DeadLettersDropArguments,
  { config, log, output }: CommandContext,
): Promise<number> {
  return withBooks(config, log, async ({ deadLetters }) => {
    await deadLetters.drop(id, reason);
    const letter = await deadLetters.find(id);
    output.result(letter, described(letter));
    return EXIT.ok;
  });
}

const LOOK_MILLISECONDS = 100;

async function outcome(
  deadLetters: DeadLetters,
  id: string,
  until: number,
  signal: AbortSignal,
): Promise<DeadLetter> {
  for (;;) {
    const letter = await deadLetters.find(id);
    if (letter.state !== 'requested' || signal.aborted || Date.now() >= until) return letter;
    await delay(LOOK_MILLISECONDS);
  }
}

const STATES: Readonly<Record<DeadLetter['state'], string>> = {
  trying: 'is still tried',
  waiting: 'waits to be looked at',
  requested: 'is to be handled again',
  handled: 'was handled',
  dropped: 'was dropped',
};

function described(letter: DeadLetter): string {
  const { id, eventType, state, attempts, firstFailedAt, lastFailedAt, errorClass, errorMessage, reason } =
    letter;
  return [
    `${id}  ${eventType} ${STATES[state]}${reason === null ? '' : `: ${reason}`}`,
    `  ${attempts} attempts, ${firstFailedAt} – ${lastFailedAt}`,
    `  ${errorClass}: ${errorMessage}`,
  ].join('\n');
}
