import { DomainError } from '#shared/domain/errors.ts';
import { readGeorgianIban } from '#shared/domain/iban.ts';
import { parseText } from '#shared/domain/text.ts';

/** Refuses a value of personal data: names the field, and never repeats the value. */
export function badPrivateInput(field: string, why: string): DomainError {
  return new DomainError('BAD_USER_INPUT', `${field}: ${why}`, { field });
}

/**
 * As `parseText`, for personal data.
 * @throws DomainError BAD_USER_INPUT naming the field and not the value.
 */
export function parsePrivateText(text: unknown, field: string, max: number): string {
  try {
    return parseText(text, field, max);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw badPrivateInput(field, error.message.replace(`${field}: `, ''));
  }
}

/** As `parsePrivateText`, where nothing (null, undefined or an empty text) is allowed and becomes null. */
export function parseOptionalPrivateText(text: unknown, field: string, max: number): string | null {
  return text === null || text === undefined || text === '' ? null : parsePrivateText(text, field, max);
}

/** No check digit of Georgian personal numbers is published: only the length can be told wrong. */
export function parsePersonalNumber(text: string, field: string): string {
  if (!/^\d{11}$/.test(text)) throw badPrivateInput(field, 'a personal number has eleven digits');
  return text;
}

/** Capital letters and digits, without blanks. */
export function parsePassportNumber(text: string, field: string): string {
  const number = text.replaceAll(' ', '').toUpperCase();
  if (!/^[A-Z0-9]{5,20}$/.test(number))
    throw badPrivateInput(field, 'a passport number has 5 to 20 Latin letters and digits');
  return number;
}

/**
 * A Georgian IBAN, without blanks and in capital letters.
 * @throws DomainError BAD_USER_INPUT naming the field and not the value.
 */
export function parseAccount(text: string, field: string): string {
  const { iban, fault } = readGeorgianIban(text);
  if (iban === null) throw badPrivateInput(field, fault);
  return iban;
}

const SHOWN = 4;

/** `GE29NB0000000101904917` → `GE29…4917`; of a short text less. */
export function masked(text: string): string {
  const shown = Math.min(SHOWN, Math.floor(text.length / 4));
  return `${text.slice(0, shown)}…${text.slice(-shown)}`;
}
