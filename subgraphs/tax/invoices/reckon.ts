import type { CalendarDate } from '#shared/domain/date.ts';
import { badInput } from '#shared/domain/errors.ts';
import {
  AMOUNT_LIMIT,
  formatAmount,
  GEL_MINOR_UNITS,
  parseAmount,
  parseDatabaseAmount,
  parseScaled,
  type Amount,
} from '#shared/domain/money.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import type { ExciseLaw } from '../excise/law.ts';
import { reckonExcise, type ExciseDraft } from './excise.ts';
import { formatIn, runningTotal, smallestUnit } from './currency.ts';
import type { Direction, DocumentCurrency, InvoiceKind, InvoiceLine, PriceMode, Totals } from './invoice.ts';
import {
  ADVANCE_GROUND,
  OTHER_UNIT,
  PERCENT_DECIMALS,
  WHOLE,
  type Ground,
  type VatLaw,
  type VatTreatment,
} from './law.ts';
import {
  amountOf,
  currencyTaxOnTop,
  PRICE_DECIMALS,
  shareOf,
  taxOnTop,
  taxWithin,
  type Taxed,
} from './rounding.ts';

/** A line as it is given. */
export interface LineDraft {
  readonly name: string;
  readonly unit: number;
  readonly unitText?: string | null | undefined;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly treatment: VatTreatment;
  readonly ground?: string | null | undefined;
  readonly vat?: string | null | undefined;
  readonly isFixedAsset?: boolean | null | undefined;
  readonly accountCode?: string | null | undefined;
  readonly creditableShare?: string | null | undefined;
  readonly isCreditBlocked?: boolean | null | undefined;
  readonly cost?: string | null | undefined;
  readonly excise?: ExciseDraft | null | undefined;
}

/** What the document says that bears on each of its lines. */
export interface LineSetting {
  readonly direction: Direction;
  readonly kind: InvoiceKind;
  readonly date: CalendarDate;
  readonly priceMode: PriceMode;
  /** Whether the company is registered for VAT on that day. */
  readonly isRegistered: boolean;
  readonly law: VatLaw;
  readonly excise: ExciseLaw;
  /** The currency of the prices; null for GEL. */
  readonly currency: Omit<DocumentCurrency, 'total'> | null;
}

const MOST_LINES = 1_000;
const LONGEST_NAME = 500;
const LONGEST_UNIT = 100;
const LONGEST_ACCOUNT = 64;

const ALLOWED: Readonly<Record<InvoiceKind, readonly VatTreatment[]>> = {
  SUPPLY: ['STANDARD', 'EXEMPT_WITH_CREDIT', 'EXEMPT_WITHOUT_CREDIT', 'MARGIN'],
  // An advance for what is exempt owes no VAT, and so needs no document of tax.
  ADVANCE: ['STANDARD'],
  IMPORT: ['IMPORT'],
  REVERSE_CHARGE: ['REVERSE_CHARGE'],
};

/**
 * Reckons the lines of a document by the rule LINE_HALF_UP. Pure.
 * @throws DomainError BAD_USER_INPUT naming the line and the value.
 */
export function reckonLines(drafts: readonly LineDraft[], setting: LineSetting): InvoiceLine[] {
  if (drafts.length < 1 || drafts.length > MOST_LINES)
    throw badInput('lines', drafts.length, `1 to ${String(MOST_LINES)} lines are needed`);
  const toGel = setting.currency === null ? null : runningTotal(setting.currency);
  return drafts.map((draft, index) => reckonLine(draft, index, setting, toGel));
}

function reckonLine(
  draft: LineDraft,
  index: number,
  setting: LineSetting,
  toGel: ((amount: Amount) => Amount) | null,
): InvoiceLine {
  const at = (field: string): string => `lines[${String(index)}].${field}`;
  const { direction, kind, date, law } = setting;
  const { treatment } = draft;
  if (!ALLOWED[kind].includes(treatment))
    throw badInput(at('treatment'), treatment, `a document of the kind ${kind} has no such lines`);
  if (isTaxed(treatment, direction) && direction === 'ISSUED' && !setting.isRegistered)
    throw badInput(at('treatment'), treatment, `the company is not registered for VAT on ${date}`);

  const ground = groundOf(draft, setting, at('ground'));
  const quantity = parseScaled(draft.quantity, PRICE_DECIMALS, at('quantity'));
  if (quantity <= 0n) throw badInput(at('quantity'), draft.quantity, 'must be more than zero');
  const price = parseScaled(draft.unitPrice, PRICE_DECIMALS, at('unitPrice'));
  if (price < 0n) throw badInput(at('unitPrice'), draft.unitPrice, 'must not be negative');
  const { currency } = setting;
  const amount = amountOf(quantity, price, currency === null ? undefined : smallestUnit(currency));
  if (amount >= AMOUNT_LIMIT) throw badInput(at('unitPrice'), draft.unitPrice, 'makes too large an amount');

  const rate = isTaxed(treatment, direction) ? law.figure('VAT_STANDARD', date, 'operationDate') : 0n;
  const cost = costOf(draft, direction, at('cost'));
  if (currency !== null && !ground.isPaid)
    throw badInput(at('ground'), ground.code, `what nobody pays is not in ${currency.code}`);
  const due = currency === null ? null : dueInCurrency(treatment, amount, rate, currency, setting);
  const taxed =
    due === null || toGel === null
      ? tax(treatment, amount, rate, cost, setting.priceMode)
      : tax(treatment, toGel(due), rate, cost, 'INCLUSIVE');
  if (taxed.gross >= AMOUNT_LIMIT)
    throw badInput(at('unitPrice'), draft.unitPrice, 'makes too large an amount');
  checkClaimedVat(draft.vat, taxed, rate, at('vat'));
  const share = creditableShare(draft, ground, setting, at('creditableShare'));
  const excise = reckonExcise(draft.excise, taxed.base, setting, at);
  return {
    line: index + 1,
    name: parseText(draft.name, at('name'), LONGEST_NAME),
    unitCode: unitOf(draft, law, at('unit')),
    unitText: unitText(draft, at('unitText')),
    quantity: draft.quantity,
    unitPrice: draft.unitPrice,
    treatment,
    ground: ground.code,
    boxes: { outputPart: ground.outputPart, outputBox: ground.outputBox, inputBox: ground.inputBox },
    isPaid: ground.isPaid,
    rate: percent(rate),
    base: formatAmount(taxed.base),
    vat: formatAmount(taxed.vat),
    gross: formatAmount(taxed.gross),
    ...(due === null || currency === null ? {} : { currencyGross: formatIn(due, currency) }),
    isFixedAsset: draft.isFixedAsset ?? false,
    accountCode: parseOptionalText(draft.accountCode, at('accountCode'), LONGEST_ACCOUNT),
    creditableShare: percent(share),
    creditableBase: formatAmount(shareOf(taxed.base, share)),
    creditableVat: formatAmount(shareOf(taxed.vat, share)),
    cost: cost === null ? null : formatAmount(cost),
    ...(excise === null ? {} : { excise }),
  };
}

function isTaxed(treatment: VatTreatment, direction: Direction): boolean {
  if (treatment === 'MARGIN') return direction === 'ISSUED';
  return treatment === 'STANDARD' || treatment === 'REVERSE_CHARGE' || treatment === 'IMPORT';
}

function groundOf(draft: LineDraft, { kind, date, law, direction }: LineSetting, field: string): Ground {
  const named = draft.ground ?? null;
  if (kind === 'ADVANCE') {
    if (named !== null && named !== ADVANCE_GROUND)
      throw badInput(field, named, 'lines of an advance have no other ground');
    return law.ground('STANDARD', ADVANCE_GROUND, date, field);
  }
  if (named === ADVANCE_GROUND) throw badInput(field, named, 'belongs to documents of the kind ADVANCE');
  const ground = law.ground(draft.treatment, named, date, field);
  if (direction === 'ISSUED' && ground.outputBox === null)
    throw badInput(field, ground.code, 'is a ground for what we receive, not for what we supply');
  if (direction === 'RECEIVED' && !ground.isPaid)
    throw badInput(field, ground.code, 'is a ground for what we supply, not for what we receive');
  return ground;
}

function tax(
  treatment: VatTreatment,
  amount: Amount,
  rate: bigint,
  cost: Amount | null,
  priceMode: PriceMode,
): Taxed {
  if (treatment === 'REVERSE_CHARGE') {
    // The supplier is paid the price; the VAT on it is owed to the State.
    return { ...taxOnTop(amount, rate), gross: amount };
  }
  if (treatment === 'MARGIN' && cost !== null) {
    // Article 161²: the margin holds the VAT. A loss is no margin and lessens nobody's tax.
    const margin = amount > cost ? amount - cost : 0n;
    return { ...taxWithin(margin, rate), gross: amount };
  }
  return priceMode === 'INCLUSIVE' ? taxWithin(amount, rate) : taxOnTop(amount, rate);
}

/**
 * What is to be paid for a line in a foreign currency. Its VAT is reckoned in GEL, within the same converted, so that
 * base, VAT and what is paid agree in the currency in which they are declared.
 */
function dueInCurrency(
  treatment: VatTreatment,
  amount: Amount,
  rate: bigint,
  currency: Omit<DocumentCurrency, 'total'>,
  { priceMode }: LineSetting,
): Amount {
  if (treatment === 'REVERSE_CHARGE' || treatment === 'MARGIN' || priceMode === 'INCLUSIVE') return amount;
  return amount + currencyTaxOnTop(amount, rate, smallestUnit(currency));
}

function costOf(draft: LineDraft, direction: Direction, field: string): Amount | null {
  const given = draft.cost ?? null;
  if (draft.treatment !== 'MARGIN' || direction !== 'ISSUED') {
    if (given !== null)
      throw badInput(field, given, 'belongs to lines that we issue under the margin scheme');
    return null;
  }
  if (given === null) throw badInput(field, given, 'is needed under the margin scheme');
  const cost = parseAmount(given, GEL_MINOR_UNITS, field);
  if (cost < 0n) throw badInput(field, given, 'must not be negative');
  return cost;
}

function checkClaimedVat(
  claimed: string | null | undefined,
  taxed: Taxed,
  rate: bigint,
  field: string,
): void {
  if (claimed === null || claimed === undefined) return;
  if (parseAmount(claimed, GEL_MINOR_UNITS, field) === taxed.vat) return;
  throw badInput(
    field,
    claimed,
    `the base ${formatAmount(taxed.base)} at ${percent(rate)} % makes ${formatAmount(taxed.vat)}, not ${claimed}`,
  );
}

/** Per cent of the VAT that is credited, in millionths: what the law takes as whole is whole. */
function creditableShare(
  draft: LineDraft,
  ground: Ground,
  { direction, date, isRegistered, law }: LineSetting,
  field: string,
): bigint {
  const given = draft.creditableShare ?? null;
  if (direction === 'ISSUED') {
    if (given !== null) throw badInput(field, given, 'nothing is credited of what we supply');
    return 0n;
  }
  const share = given === null ? WHOLE : parseScaled(given, PERCENT_DECIMALS, field);
  if (share < 0n || share > WHOLE) throw badInput(field, given, 'must be between 0 and 100');
  if (!isRegistered || (draft.isCreditBlocked ?? false) || ground.inputBox === null) return 0n;
  const ignored = law.figure(
    draft.isFixedAsset ? 'VAT_FIXED_ASSET_SHARE_IGNORED' : 'VAT_SHARE_IGNORED',
    date,
    'operationDate',
  );
  return WHOLE - share < ignored ? WHOLE : share;
}

function unitOf({ unit }: LineDraft, law: VatLaw, field: string): number {
  if (!law.hasUnit(unit)) throw badInput(field, unit, 'RS.ge has no such unit');
  return unit;
}

function unitText(draft: LineDraft, field: string): string | null {
  const text = parseOptionalText(draft.unitText, field, LONGEST_UNIT);
  if (draft.unit === OTHER_UNIT && text === null) throw badInput(field, text, 'the unit 99 needs words');
  if (draft.unit !== OTHER_UNIT && text !== null) throw badInput(field, text, 'belongs to the unit 99');
  return text;
}

/** Millionths of a per cent as text, without zeros at the end. */
function percent(scaled: bigint): string {
  const digits = scaled.toString().padStart(PERCENT_DECIMALS + 1, '0');
  const fraction = digits.slice(-PERCENT_DECIMALS).replace(/0+$/, '');
  const whole = digits.slice(0, -PERCENT_DECIMALS);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** @throws DomainError BAD_USER_INPUT when the sum is too large to be kept. */
export function totalsOf(lines: readonly InvoiceLine[]): Totals {
  const sum = (part: 'base' | 'vat' | 'gross' | 'creditableVat'): string => {
    const total = lines.reduce((before, line) => before + parseDatabaseAmount(line[part]), 0n);
    if (total >= AMOUNT_LIMIT) throw badInput('lines', formatAmount(total), 'make too large an amount');
    return formatAmount(total);
  };
  return { base: sum('base'), vat: sum('vat'), gross: sum('gross'), creditableVat: sum('creditableVat') };
}
