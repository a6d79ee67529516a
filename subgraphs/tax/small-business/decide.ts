import { parseDate } from '#shared/domain/date.ts';
import { unreachable, type Decision } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { AMOUNT_LIMIT, formatAmount, GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import { parseText } from '#shared/domain/text.ts';
import type { TaxFacts } from '../facts.ts';
import type { Income, IncomeRecorded, IncomeReversed } from './income.ts';

export interface IncomeDraft {
  readonly date: string;
  readonly amount: string;
  readonly description: string;
}

export type IncomeCommand =
  | { readonly type: 'RecordIncome'; readonly id: string; readonly draft: IncomeDraft }
  | { readonly type: 'ReverseIncome'; readonly id: string; readonly date: string; readonly reason: string };

export interface IncomeResult {
  readonly id: string;
}

/** Pure. @throws DomainError BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION. */
export function decideIncome(command: IncomeCommand, state: Income, facts: TaxFacts): Decision<IncomeResult> {
  const { id } = command;
  const event = (type: string, data: object) => ({
    events: [
      {
        aggregateType: 'SmallBusinessIncome',
        aggregateId: id,
        version: state.version + 1,
        type,
        data,
        published: true,
      },
    ],
    result: { id },
  });
  switch (command.type) {
    case 'RecordIncome':
      return event('SmallBusinessIncomeRecorded', incomeOf(command.draft, facts));
    case 'ReverseIncome': {
      if (state.status === 'NONE') throw notFound('id', id);
      if (state.status === 'REVERSED')
        throw new DomainError('INVALID_TRANSITION', 'id: the income is reversed already', {
          field: 'id',
          value: id,
        });
      const date = parseDate(command.date, 'date');
      if (date < state.date) throw badInput('date', date, `before the income of ${state.date}`);
      const data: IncomeReversed = { date, reason: parseText(command.reason, 'reason', 500) };
      return event('SmallBusinessIncomeReversed', data);
    }
    default:
      return unreachable(command);
  }
}

function incomeOf(draft: IncomeDraft, facts: TaxFacts): IncomeRecorded {
  if (facts.profile.regime !== 'SMALL_BUSINESS')
    throw new DomainError('INVALID_TRANSITION', 'the taxpayer has not the status of a small business');
  const date = parseDate(draft.date, 'date');
  const amount = parseAmount(draft.amount, GEL_MINOR_UNITS, 'amount');
  if (amount <= 0n || amount >= AMOUNT_LIMIT)
    throw badInput('amount', draft.amount, 'an amount above zero is needed');
  return {
    date,
    amount: formatAmount(amount),
    description: parseText(draft.description, 'description', 500),
  };
}
