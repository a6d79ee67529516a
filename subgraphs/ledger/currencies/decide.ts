import { ISO_4217 } from '#shared/domain/currencies.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { DomainError, badInput } from '#shared/domain/errors.ts';
import { AMOUNT_DECIMALS } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import type { LedgerFacts } from '../facts.ts';

export interface RegisterCurrency {
  readonly id: string;
  readonly code: string;
  readonly minorUnits: number;
  readonly name: string;
}

export interface CurrencyRegistered {
  readonly type: 'CurrencyRegistered';
  readonly data: { readonly code: string; readonly minorUnits: number; readonly name: string };
}

const CODE = /^[A-Z][A-Z0-9]{1,11}$/;

/** Registers a unit of the company's own. A registered unit stays: amounts are kept in it. Pure. */
export function decideRegisterCurrency(
  command: RegisterCurrency,
  facts: LedgerFacts,
): Decision<{ readonly code: string }> {
  const { code, minorUnits } = command;
  if (!CODE.test(code)) throw badInput('code', code, '2–12 capital Latin letters and digits, a letter first');
  if (ISO_4217.has(code) || facts.minorUnits(code) !== undefined) {
    throw new DomainError('CONFLICT', `code: ${code} is taken`, { field: 'code', value: code });
  }
  if (!Number.isInteger(minorUnits) || minorUnits < 0 || minorUnits > AMOUNT_DECIMALS) {
    throw badInput('minorUnits', String(minorUnits), `0–${AMOUNT_DECIMALS} decimals are allowed`);
  }
  const event: CurrencyRegistered = {
    type: 'CurrencyRegistered',
    data: { code, minorUnits, name: parseText(command.name, 'name', 100) },
  };
  return {
    events: [{ aggregateType: 'Currency', aggregateId: command.id, version: 1, ...event, reference: true }],
    result: { code },
  };
}
