import { badInput } from '#shared/domain/errors.ts';
import type { UnitRow } from '../units/queries.ts';

const YES = new Set(['true', 'yes', '1', '+', 'კი', 'დიახ']);
const NO = new Set(['false', 'no', '0', '-', 'არა']);

/** @throws DomainError BAD_USER_INPUT for what is neither a yes nor a no. */
export function yesOrNo(text: string, field: string): boolean {
  const word = text.toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw badInput(field, text, 'say yes or no (კი, არა)');
}

/** One of a few words, in English as in the API, or in Georgian. @throws DomainError BAD_USER_INPUT */
export function oneOf<Word extends string>(
  text: string,
  words: Readonly<Record<string, Word>>,
  field: string,
): Word {
  const found = Object.hasOwn(words, text.toLowerCase()) ? words[text.toLowerCase()] : undefined;
  if (found === undefined)
    throw badInput(field, text, `one of ${[...new Set(Object.values(words))].join(', ')} is needed`);
  return found;
}

/** A unit by its code, its number at RS.ge or its name. @throws DomainError BAD_USER_INPUT */
export function unitOf(text: string, units: readonly UnitRow[], field: string): string {
  const word = text.toLowerCase();
  const found = units.find(
    ({ code, rsGeCode, nameKa, nameEn }) =>
      code.toLowerCase() === word ||
      String(rsGeCode) === word ||
      nameKa === text ||
      nameEn.toLowerCase() === word,
  );
  if (found === undefined) throw badInput(field, text, 'there is no such unit');
  return found.code;
}
