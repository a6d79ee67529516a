import { loggedError } from './log-error.ts';
import { redactText } from './redact.ts';

/** What may be kept of an error: its kind, and its words without anything quoted, personal or in letters of names. */
export function describeFailure(error: unknown): {
  readonly errorClass: string;
  readonly errorMessage: string;
} {
  const { type, message, code } = loggedError(error);
  const words = redactText(message)
    .replaceAll(/"[^"]*"?|'[^']*'?|`[^`]*`?/g, '"…"')
    .replaceAll(/[^\x20-\x7e…]+/g, '…');
  return {
    errorClass: (typeof code === 'string' ? `${type} ${code}` : type).slice(0, 100),
    errorMessage: words.slice(0, 300),
  };
}
