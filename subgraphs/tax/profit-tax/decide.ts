import { parseDate } from '#shared/domain/date.ts';
import { unreachable, type Decision } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { AMOUNT_LIMIT, formatAmount, GEL_MINOR_UNITS, parseAmount } from '#shared/domain/money.ts';
import { requestPosting, requestPostingReversal, type PostingSource } from '#shared/domain/posting.ts';
import { parseText } from '#shared/domain/text.ts';
import type { TaxFacts } from '../facts.ts';
import { dividedBy, percentOfDivided, type Rates } from '../rates/rate.ts';
import type { ProfitTaxCharge, ProfitTaxCharged, ProfitTaxChargeReversed, ProfitTaxKind } from './charge.ts';

export interface ProfitTaxDraft {
  readonly date: string;
  readonly kind: ProfitTaxKind;
  readonly amount: string;
  readonly description: string;
  readonly counterpartyId?: string | null | undefined;
}

export type ProfitTaxCommand =
  | {
      readonly type: 'ChargeProfitTax';
      readonly id: string;
      readonly companyId: string;
      readonly draft: ProfitTaxDraft;
      /** Rates of the date of the draft. */
      readonly rates: Rates;
      readonly accounts: ReadonlyMap<string, string>;
    }
  | {
      readonly type: 'ReverseProfitTaxCharge';
      readonly id: string;
      readonly companyId: string;
      readonly date: string;
      readonly reason: string;
    };

export interface ProfitTaxResult {
  readonly id: string;
}

/** Pure. @throws DomainError BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION. */
export function decideProfitTax(
  command: ProfitTaxCommand,
  state: ProfitTaxCharge,
  facts: TaxFacts,
): Decision<ProfitTaxResult> {
  switch (command.type) {
    case 'ChargeProfitTax':
      return charge(command, facts);
    case 'ReverseProfitTaxCharge':
      return reverse(command, state);
    default:
      return unreachable(command);
  }
}

function charge(
  { id, companyId, draft, rates, accounts }: Extract<ProfitTaxCommand, { type: 'ChargeProfitTax' }>,
  facts: TaxFacts,
): Decision<ProfitTaxResult> {
  if (facts.profile.regime !== 'DISTRIBUTED_PROFIT')
    throw new DomainError('INVALID_TRANSITION', 'the company does not pay tax on distributed profit');
  const date = parseDate(draft.date, 'date');
  const amount = parseAmount(draft.amount, GEL_MINOR_UNITS, 'amount');
  if (amount <= 0n || amount >= AMOUNT_LIMIT)
    throw badInput('amount', draft.amount, 'an amount above zero is needed');
  const divisor = rates.scaled('PROFIT_TAX_DIVISOR');
  const tax = percentOfDivided(amount, rates.scaled('PROFIT_TAX'), divisor);
  const data: ProfitTaxCharged = {
    date,
    kind: draft.kind,
    amount: formatAmount(amount),
    divisor: rates.text('PROFIT_TAX_DIVISOR'),
    taxable: formatAmount(dividedBy(amount, divisor)),
    rate: rates.text('PROFIT_TAX'),
    tax: formatAmount(tax),
    description: parseText(draft.description, 'description', 500),
    counterpartyId: draft.counterpartyId ?? null,
  };
  const charged = {
    aggregateType: 'ProfitTaxCharge',
    aggregateId: id,
    version: 1,
    type: 'ProfitTaxCharged',
    data,
    published: true,
  };
  // A few tetri bear no tax, and nothing is not posted.
  if (tax === 0n) return { events: [charged], result: { id } };
  const posting = requestPosting(companyId, {
    source: sourceOf(id),
    date,
    description: data.description,
    entries: [
      { accountCode: account(accounts, 'PROFIT_TAX_EXPENSE'), debit: data.tax },
      { accountCode: account(accounts, 'PROFIT_TAX_PAYABLE'), credit: data.tax },
    ],
  });
  return { events: [charged, posting], result: { id } };
}

function reverse(
  { id, companyId, ...given }: Extract<ProfitTaxCommand, { type: 'ReverseProfitTaxCharge' }>,
  state: ProfitTaxCharge,
): Decision<ProfitTaxResult> {
  switch (state.status) {
    case 'NONE':
      throw notFound('id', id);
    case 'REVERSED':
      throw new DomainError('INVALID_TRANSITION', 'id: the charge is reversed already', {
        field: 'id',
        value: id,
      });
    case 'CHARGED': {
      const date = parseDate(given.date, 'date');
      if (date < state.date) throw badInput('date', date, `before the charge of ${state.date}`);
      const data: ProfitTaxChargeReversed = { date, reason: parseText(given.reason, 'reason', 500) };
      const reversed = {
        aggregateType: 'ProfitTaxCharge',
        aggregateId: id,
        version: state.version + 1,
        type: 'ProfitTaxChargeReversed',
        data,
        published: true,
      };
      const undone = requestPostingReversal(companyId, { source: sourceOf(id), ...data });
      return { events: state.tax === '0.00' ? [reversed] : [reversed, undone], result: { id } };
    }
    default:
      return unreachable(state);
  }
}

function sourceOf(id: string): PostingSource {
  return { subgraph: 'tax', type: 'ProfitTaxCharge', id, purpose: 'charge' };
}

function account(accounts: ReadonlyMap<string, string>, role: string): string {
  const code = accounts.get(role);
  if (code === undefined) throw new Error(`no account has the role ${role}`);
  return code;
}
