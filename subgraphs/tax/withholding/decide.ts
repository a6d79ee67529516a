import { parseDate } from '#shared/domain/date.ts';
import { unreachable, type Decision } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import {
  AMOUNT_LIMIT,
  formatAmount,
  GEL_MINOR_UNITS,
  parseAmount,
  type Amount,
} from '#shared/domain/money.ts';
import { requestPosting, requestPostingReversal, type PostingSource } from '#shared/domain/posting.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import { percentOf, type Rates } from '../rates/rate.ts';
import type { Payee, TaxWithheld, Withholding, WithholdingKind, WithholdingReversed } from './withholding.ts';

export interface WithholdingDraft {
  readonly date: string;
  readonly kind: WithholdingKind;
  readonly counterpartyId: string;
  readonly gross: string;
  readonly relief?: string | null | undefined;
  readonly treatyExempt?: string | null | undefined;
  readonly foreignCredit?: string | null | undefined;
  readonly recipientCategory?: string | null | undefined;
  readonly description: string;
}

/** What the law and the company's list of counterparties say of the payment. */
export interface WithholdingGrounds {
  readonly rates: Rates;
  readonly accounts: ReadonlyMap<string, string>;
  readonly rateCode: string;
  readonly incomeType: number;
  readonly payableRole: string;
  readonly payee: Omit<Payee, 'category'>;
  readonly payeeKind: 'COMPANY' | 'PERSON' | 'FOREIGN';
  readonly isResident: boolean;
}

export type WithholdingCommand =
  | {
      readonly type: 'WithholdTax';
      readonly id: string;
      readonly companyId: string;
      readonly draft: WithholdingDraft;
      readonly grounds: WithholdingGrounds;
    }
  | {
      readonly type: 'ReverseWithholding';
      readonly id: string;
      readonly companyId: string;
      readonly date: string;
      readonly reason: string;
    };

export interface WithholdingResult {
  readonly id: string;
}

/** Pure. @throws DomainError BAD_USER_INPUT, NOT_FOUND, INVALID_TRANSITION. */
export function decideWithholding(
  command: WithholdingCommand,
  state: Withholding,
): Decision<WithholdingResult> {
  switch (command.type) {
    case 'WithholdTax':
      return withhold(command);
    case 'ReverseWithholding':
      return reverse(command, state);
    default:
      return unreachable(command);
  }
}

function withhold({
  id,
  companyId,
  draft,
  grounds,
}: Extract<WithholdingCommand, { type: 'WithholdTax' }>): Decision<WithholdingResult> {
  const date = parseDate(draft.date, 'date');
  demandFitting(draft.kind, grounds);
  const gross = lari(draft.gross, 'gross');
  if (gross === 0n) throw badInput('gross', draft.gross, 'an amount above zero is needed');
  const relief = lari(draft.relief, 'relief');
  if (relief > gross) throw badInput('relief', draft.relief, `more than was paid, ${formatAmount(gross)}`);
  const treatyExempt = lari(draft.treatyExempt, 'treatyExempt');
  const foreignCredit = lari(draft.foreignCredit, 'foreignCredit');
  const full = percentOf(gross - relief, grounds.rates.scaled(grounds.rateCode));
  if (treatyExempt > full)
    throw badInput('treatyExempt', draft.treatyExempt, `more than the tax, ${formatAmount(full)}`);
  const tax = full - treatyExempt - foreignCredit;
  if (tax < 0n)
    throw badInput(
      'foreignCredit',
      draft.foreignCredit,
      `more than the tax, ${formatAmount(full - treatyExempt)}`,
    );
  const category = parseOptionalText(draft.recipientCategory, 'recipientCategory', 20) ?? '';
  const data: TaxWithheld = {
    date,
    kind: draft.kind,
    incomeType: grounds.incomeType,
    counterpartyId: draft.counterpartyId,
    payee: { ...grounds.payee, category },
    gross: formatAmount(gross),
    relief: formatAmount(relief),
    rate: grounds.rates.text(grounds.rateCode),
    treatyExempt: formatAmount(treatyExempt),
    foreignCredit: formatAmount(foreignCredit),
    tax: formatAmount(tax),
    net: formatAmount(gross - tax),
    description: parseText(draft.description, 'description', 500),
  };
  const withheld = {
    aggregateType: 'Withholding',
    aggregateId: id,
    version: 1,
    type: 'TaxWithheld',
    data,
    published: true,
  };
  if (tax === 0n) return { events: [withheld], result: { id } };
  const { accounts, payableRole } = grounds;
  const { counterpartyId } = data;
  const posting = requestPosting(companyId, {
    source: sourceOf(id),
    date,
    description: data.description,
    entries: [
      { accountCode: account(accounts, payableRole), debit: data.tax, counterpartyId },
      { accountCode: account(accounts, 'WITHHOLDING_PAYABLE'), credit: data.tax },
    ],
  });
  return { events: [withheld, posting], result: { id } };
}

const TO_COMPANIES = new Set<WithholdingKind>(['DIVIDEND_TO_COMPANY']);
const TO_INDIVIDUALS = new Set<WithholdingKind>([
  'DIVIDEND_TO_INDIVIDUAL',
  'ROYALTY_TO_RESIDENT',
  'SERVICES_OF_INDIVIDUAL',
  'RESIDENTIAL_RENT',
  'SALE_OF_HOME_OR_CAR',
]);
const TO_NON_RESIDENTS = new Set<WithholdingKind>([
  'DIVIDEND_TO_NON_RESIDENT',
  'ROYALTY_TO_NON_RESIDENT',
  'NON_RESIDENT_SERVICES',
  'NON_RESIDENT_TRANSPORT',
  'LOW_TAX_JURISDICTION',
]);

function demandFitting(kind: WithholdingKind, { payeeKind, isResident }: WithholdingGrounds): void {
  if (TO_COMPANIES.has(kind) && payeeKind !== 'COMPANY')
    throw badInput('kind', kind, 'the counterparty is no Georgian company');
  if (TO_INDIVIDUALS.has(kind) && payeeKind === 'COMPANY')
    throw badInput('kind', kind, 'the counterparty is a company');
  if (TO_NON_RESIDENTS.has(kind) && isResident)
    throw badInput('kind', kind, 'the counterparty is resident in Georgia');
}

function reverse(
  { id, companyId, ...given }: Extract<WithholdingCommand, { type: 'ReverseWithholding' }>,
  state: Withholding,
): Decision<WithholdingResult> {
  switch (state.status) {
    case 'NONE':
      throw notFound('id', id);
    case 'REVERSED':
      throw new DomainError('INVALID_TRANSITION', 'id: the payment is reversed already', {
        field: 'id',
        value: id,
      });
    case 'WITHHELD': {
      const date = parseDate(given.date, 'date');
      if (date < state.date) throw badInput('date', date, `before the payment of ${state.date}`);
      const data: WithholdingReversed = { date, reason: parseText(given.reason, 'reason', 500) };
      const reversed = {
        aggregateType: 'Withholding',
        aggregateId: id,
        version: state.version + 1,
        type: 'WithholdingReversed',
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

function lari(text: string | null | undefined, field: string): Amount {
  if (text === null || text === undefined) return 0n;
  const amount = parseAmount(text, GEL_MINOR_UNITS, field);
  if (amount < 0n || amount >= AMOUNT_LIMIT) throw badInput(field, text, 'must not be negative');
  return amount;
}

function sourceOf(id: string): PostingSource {
  return { subgraph: 'tax', type: 'Withholding', id, purpose: 'withholding' };
}

function account(accounts: ReadonlyMap<string, string>, role: string): string {
  const code = accounts.get(role);
  if (code === undefined) throw new Error(`no account has the role ${role}`);
  return code;
}
