import type { CalendarDate } from '#shared/domain/date.ts';
import { parseDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import {
  formatAmount,
  GEL_MINOR_UNITS,
  parseAmount,
  parseScaled,
  type Amount,
} from '#shared/domain/money.ts';
import { parseOptionalText } from '#shared/domain/text.ts';
import type { CustomsDeclaration, CustomsLine } from './invoice.ts';
import { PERCENT_DECIMALS, type VatLaw } from './law.ts';
import type { LineDraft } from './reckon.ts';
import { PRICE_DECIMALS, shareOf } from './rounding.ts';

/** Goods of a customs declaration as they are given. */
export interface CustomsGoodsDraft {
  readonly name: string;
  readonly commodityCode?: string | null | undefined;
  readonly quantity?: string | null | undefined;
  readonly customsValue: string;
  readonly dutyRate?: string | null | undefined;
  readonly duty?: string | null | undefined;
  readonly excise?: string | null | undefined;
  readonly vat?: string | null | undefined;
  readonly isFixedAsset?: boolean | null | undefined;
  readonly accountCode?: string | null | undefined;
  readonly creditableShare?: string | null | undefined;
}

/** A declaration read: its lines for the return, and what they are made of. */
export interface ReadDeclaration {
  readonly lines: readonly LineDraft[];
  readonly customs: CustomsDeclaration;
}

interface Setting {
  readonly released: CalendarDate;
  readonly ground: string | null | undefined;
  readonly paymentDue: string | null | undefined;
  readonly law: VatLaw;
}

/** Rates of import tax by the names that the law's figures have (article 197). */
const DUTY_RATES = ['IMPORT_TAX_FREE', 'IMPORT_TAX_LOW', 'IMPORT_TAX_HIGH'];
const MOST_GOODS = 1_000;

/**
 * What a customs declaration comes to: import tax by rate or amount, excise, and the base of VAT, which is the customs
 * value with both. Pure.
 *
 * @param path name of a field of the goods at this place, for errors
 * @throws DomainError BAD_USER_INPUT.
 */
export function readDeclaration(
  goods: readonly CustomsGoodsDraft[],
  path: (index: number, field: string) => string,
  setting: Setting,
): ReadDeclaration {
  if (goods.length < 1 || goods.length > MOST_GOODS)
    throw badInput('lines', goods.length, `1 to ${String(MOST_GOODS)} lines are needed`);
  const read = goods.map((one, index) => readGoods(one, (field) => path(index, field), index, setting));
  const sum = (part: 'value' | 'duty' | 'excise'): string =>
    formatAmount(read.reduce((total, one) => total + one[part], 0n));
  return {
    lines: read.map(({ line }) => line),
    customs: {
      customsValue: sum('value'),
      duty: sum('duty'),
      excise: sum('excise'),
      paymentDue: paymentDue(setting),
      lines: read.map(({ customs }) => customs),
    },
  };
}

function readGoods(
  draft: CustomsGoodsDraft,
  at: (field: string) => string,
  index: number,
  { released, ground, law }: Setting,
): { line: LineDraft; customs: CustomsLine; value: Amount; duty: Amount; excise: Amount } {
  const value = notNegative(draft.customsValue, at('customsValue'));
  const duty = dutyOf(draft, value, released, law, at);
  const excise = notNegative(draft.excise ?? '0.00', at('excise'));
  const commodityCode = parseOptionalText(draft.commodityCode, at('commodityCode'), 20);
  if (commodityCode !== null && !/^\d{4,11}$/.test(commodityCode))
    throw badInput(at('commodityCode'), commodityCode, 'a code of goods has 4 to 11 digits');
  const quantity = draft.quantity ?? null;
  if (quantity !== null && parseScaled(quantity, PRICE_DECIMALS, at('quantity')) <= 0n)
    throw badInput(at('quantity'), quantity, 'must be more than zero');
  const { name, isFixedAsset, accountCode, creditableShare, vat } = draft;
  return {
    line: {
      name,
      unit: 1,
      quantity: '1',
      unitPrice: formatAmount(value + duty + excise),
      treatment: 'IMPORT',
      ground,
      isFixedAsset,
      accountCode,
      creditableShare,
      vat,
    },
    customs: {
      line: index + 1,
      commodityCode,
      quantity,
      customsValue: formatAmount(value),
      dutyRate: draft.dutyRate ?? null,
      duty: formatAmount(duty),
      excise: formatAmount(excise),
    },
    value,
    duty,
    excise,
  };
}

/** Import tax: as stated, or by one of the rates of the law. What is stated with a rate must be what the rate makes. */
function dutyOf(
  { duty: stated = null, dutyRate = null }: CustomsGoodsDraft,
  value: Amount,
  released: CalendarDate,
  law: VatLaw,
  at: (field: string) => string,
): Amount {
  const given = stated === null ? null : notNegative(stated, at('duty'));
  if (dutyRate === null) return given ?? 0n;
  const rate = parseScaled(dutyRate, PERCENT_DECIMALS, at('dutyRate'));
  const known = DUTY_RATES.map((code) => law.figure(code, released, 'operationDate'));
  if (!known.includes(rate))
    throw badInput(at('dutyRate'), dutyRate, 'no rate of import tax; state the amount as `duty` instead');
  const duty = shareOf(value, rate);
  if (given !== null && given !== duty)
    throw badInput(
      at('duty'),
      stated,
      `${formatAmount(value)} at ${dutyRate} % makes ${formatAmount(duty)}, not ${formatAmount(given)}`,
    );
  return duty;
}

/** Last day for the charges: as the customs allowed, else by the term of the law. Days off are the calendar's. */
function paymentDue({ paymentDue: wanted, released, law }: Setting): CalendarDate {
  const daysAfter = (code: string): CalendarDate => {
    const days = Number(law.figure(code, released, 'operationDate') / 10n ** BigInt(PERCENT_DECIMALS));
    return new Date(Date.parse(released) + days * 86_400_000).toISOString().slice(0, 10);
  };
  if (wanted === null || wanted === undefined) return daysAfter('IMPORT_PAYMENT_TERM');
  const due = parseDate(wanted, 'paymentDue');
  const last = daysAfter('IMPORT_PAYMENT_TERM_LONGEST');
  if (due < released) throw badInput('paymentDue', due, `before the release, ${released}`);
  if (due > last) throw badInput('paymentDue', due, `no term is extended beyond ${last}`);
  return due;
}

function notNegative(text: string, field: string): Amount {
  const amount = parseAmount(text, GEL_MINOR_UNITS, field);
  if (amount < 0n) throw badInput(field, text, 'must not be negative');
  return amount;
}
