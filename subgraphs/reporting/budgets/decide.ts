import type { Decision } from '#shared/domain/decider.ts';
import { badInput } from '#shared/domain/errors.ts';
import { formatAmount, parseAmount, GEL_MINOR_UNITS } from '#shared/domain/money.ts';

/** What is planned for an account in a year, month by month; null while nothing is. */
export interface Budget {
  readonly version: number;
  /** Twelve amounts in GEL, positive on the side on which the account grows. */
  readonly months: readonly string[] | null;
}

export interface BudgetDimension {
  readonly name: string;
  readonly value: string;
}

export interface BudgetSet {
  readonly type: 'BudgetSet';
  readonly data: {
    readonly year: number;
    readonly accountId: string;
    readonly dimension: BudgetDimension | null;
    readonly months: readonly string[];
  };
}

export const initialBudget: Budget = { version: 0, months: null };

export function evolveBudget(state: Budget, { data }: BudgetSet): Budget {
  return { version: state.version + 1, months: data.months };
}

export interface SetBudget {
  readonly id: string;
  readonly year: number;
  readonly accountId: string;
  readonly dimension: BudgetDimension | null;
  readonly months: readonly string[];
}

const MONTHS = 12;
const MOST_CHARACTERS = 100;

/**
 * A plan that stands already yields no event. Pure.
 * @throws DomainError BAD_USER_INPUT for a year that cannot be, other than twelve amounts, an amount that is none.
 */
export function decideBudget(
  { id, year, accountId, dimension, months }: SetBudget,
  state: Budget,
): Decision<Record<string, never>> {
  if (year < 2000 || year > 2200) throw badInput('year', year, 'a year is 2000 to 2200');
  if (months.length !== MONTHS) throw badInput('months', months.length, 'a budget has twelve months');
  for (const [name, text] of Object.entries<string>({ ...dimension }))
    if (text === '' || text.length > MOST_CHARACTERS)
      throw badInput(`dimension.${name}`, text, `1 to ${String(MOST_CHARACTERS)} characters`);
  const amounts = months.map((amount, index) =>
    formatAmount(parseAmount(amount, GEL_MINOR_UNITS, `months[${String(index)}]`)),
  );
  if (state.months?.every((amount, index) => amount === amounts[index]) === true)
    return { events: [], result: {} };
  return {
    events: [
      {
        aggregateType: 'Budget',
        aggregateId: id,
        version: state.version + 1,
        type: 'BudgetSet',
        data: { year, accountId, dimension, months: amounts },
      },
    ],
    result: {},
  };
}
