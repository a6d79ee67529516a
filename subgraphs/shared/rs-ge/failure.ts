/**
 * The closed list of ways in which RS.ge fails to do what was asked. They differ in what may be done next.
 *
 * - `REFUSED`: RS.ge answered no, with a code and words. Repeating the same changes nothing.
 * - `NOT_SIGNED_IN`: the credentials are refused. Nothing was done; a person must give others.
 * - `PIN_REQUIRED`: the sign-in waits for the code that was sent to a telephone. Nothing was done.
 * - `UNREACHABLE`: nothing was done, or nothing was to be done. Repeating later is safe.
 * - `UNKNOWN_OUTCOME`: a write was sent and no answer that can be understood came back. It may have been done: ask what
 *   happened before it is sent again.
 */
export type RsGeFailureKind =
  'REFUSED' | 'NOT_SIGNED_IN' | 'PIN_REQUIRED' | 'UNREACHABLE' | 'UNKNOWN_OUTCOME';

export interface RsGeFailureDetails {
  /** The code of RS.ge, or the one of the network. */
  readonly code?: number | string;
  readonly cause?: unknown;
  /** The end of the telephone number that a PIN was sent to, as RS.ge shows it. */
  readonly maskedMobile?: string;
}

const MAX_WORDS = 500;

/** What RS.ge, or the way there, did not do; the words are those of RS.ge where it spoke. Never holds what was sent. */
export class RsGeFailure extends Error {
  readonly kind: RsGeFailureKind;
  readonly code: string | null;
  readonly maskedMobile: string | null;

  constructor(kind: RsGeFailureKind, words: string, details: RsGeFailureDetails = {}) {
    super(words.slice(0, MAX_WORDS), details.cause === undefined ? {} : { cause: details.cause });
    this.name = 'RsGeFailure';
    this.kind = kind;
    this.code = details.code === undefined ? null : String(details.code);
    this.maskedMobile = details.maskedMobile ?? null;
  }
}

/** Whether a call changes something at RS.ge: only then can its outcome be unknown. */
export type CallKind = 'READ' | 'WRITE';

/** The failure of a call that was sent and not answered in a way that can be understood. */
export function unanswered(kind: CallKind, words: string, details: RsGeFailureDetails = {}): RsGeFailure {
  return new RsGeFailure(kind === 'WRITE' ? 'UNKNOWN_OUTCOME' : 'UNREACHABLE', words, details);
}

/** Reads an answer. What reads it throws when it holds something that we do not know. */
export function understood<T>(kind: CallKind, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw unanswered(kind, 'RS.ge answered with something that we do not know', { cause });
  }
}
