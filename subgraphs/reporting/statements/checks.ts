import type { Amount } from '#shared/domain/money.ts';

/** Something that must hold between figures. */
export interface Check {
  readonly code: string;
  readonly expected: Amount;
  readonly actual: Amount;
}

/** An identity of two figures, to be shown whether it holds or not. */
export function check(code: string, expected: Amount, actual: Amount): Check {
  return { code, expected, actual };
}
