import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import { AMOUNT_LIMIT, formatAmount, GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import type { PropertyValue, PropertyValues, PropertyValuesSet } from './values.ts';

export interface PropertyValuesCommand {
  readonly id: string;
  readonly year: number;
  readonly month: number;
  readonly values: readonly PropertyValue[];
}

const MOST_ACCOUNTS = 200;

/**
 * Values that are so already yield no event. Pure.
 * @throws DomainError BAD_USER_INPUT naming the field.
 */
export function decidePropertyValues(
  { id, year, month, values: given }: PropertyValuesCommand,
  state: PropertyValues,
): Decision<Record<string, never>> {
  if (given.length > MOST_ACCOUNTS)
    throw badInput('values', given.length, `more than ${MOST_ACCOUNTS} accounts`);
  const seen = new Set<string>();
  const values = given.map((value, index): PropertyValue => {
    const field = `values.${index}`;
    const accountCode = parseText(value.accountCode, `${field}.accountCode`, 20);
    if (seen.has(accountCode))
      throw badInput(`${field}.accountCode`, accountCode, 'this account stands here twice');
    seen.add(accountCode);
    return {
      accountCode,
      opening: bookValue(value.opening, `${field}.opening`),
      closing: bookValue(value.closing, `${field}.closing`),
    };
  });
  if (JSON.stringify(values) === JSON.stringify(state.said?.values ?? null))
    return { events: [], result: {} };
  const data: PropertyValuesSet = { year, month, values };
  return {
    events: [
      {
        aggregateType: 'PropertyValues',
        aggregateId: id,
        version: state.version + 1,
        type: 'PropertyValuesSet',
        data,
        published: true,
      },
    ],
    result: {},
  };
}

/** Depreciation accounts stand against their assets, so that a value may be below zero. */
function bookValue(text: string, field: string): string {
  const amount = parseAmount(text, GEL_MINOR_UNITS, field);
  if (amount >= AMOUNT_LIMIT || amount <= -AMOUNT_LIMIT) throw badInput(field, text, 'too large');
  return formatAmount(amount);
}
