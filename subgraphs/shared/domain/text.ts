import { badInput } from './errors.ts';

// C0 controls except tab and line breaks, and halves of surrogate pairs: PostgreSQL or readers would choke.
const UNSTORABLE =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\ufffd/;

/**
 * Takes a text of 1 to `max` characters, not blank, free of control characters and of broken Unicode (U+FFFD is
 * what broken UTF-8 turns into on its way here). The text is kept as it is; its case is never changed.
 * @throws DomainError BAD_USER_INPUT naming `field` and the value.
 */
export function parseText(text: unknown, field: string, max: number): string {
  if (typeof text !== 'string') throw badInput(field, text, 'a text is needed');
  if (text.trim() === '') throw badInput(field, text, 'must not be blank');
  if (text.length > max) throw badInput(field, text, `longer than ${max} characters`);
  if (UNSTORABLE.test(text)) throw badInput(field, text, 'has control characters or broken Unicode');
  return text;
}

/** As `parseText`, where nothing (null, undefined or an empty text) is allowed and becomes null. */
export function parseOptionalText(text: unknown, field: string, max: number): string | null {
  return text === null || text === undefined || text === '' ? null : parseText(text, field, max);
}

/**
 * Refuses a text to look for that has a NUL, which PostgreSQL can neither hold nor be asked for. All else may be looked for.
 * @throws DomainError BAD_USER_INPUT naming `field` and the value.
 */
export function demandSearchable(text: string | null | undefined, field: string): void {
  if (text?.includes('\0')) throw badInput(field, text, 'has a NUL character');
}
