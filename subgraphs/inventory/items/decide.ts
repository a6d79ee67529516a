import type { Decision } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { formatAmount, parseAmount } from '#shared/domain/money.ts';
import { parseOptionalText, parseText } from '#shared/domain/text.ts';
import { formatQuantity, parseQuantity, QUANTITY_DECIMALS } from '../units/quantity.ts';
import { checkBarcode } from './barcode.ts';
import type { Item, ItemDetails, ItemEvent, ItemKind, ItemVat } from './item.ts';

type Maybe<T> = T | null | undefined;

/** What may be said of an item; what is left out of a change stays. */
export interface ItemChanges {
  readonly code?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly nameEn?: Maybe<string>;
  readonly unit?: Maybe<string>;
  readonly unitName?: Maybe<string>;
  readonly conversions?: Maybe<readonly { readonly unit: string; readonly quantity: string }[]>;
  readonly barcodes?: Maybe<readonly string[]>;
  readonly vat?: Maybe<ItemVat>;
  readonly costingMethod?: Maybe<'FIFO' | 'AVERAGE' | 'LIFO'>;
  readonly hasLots?: Maybe<boolean>;
  readonly hasSerials?: Maybe<boolean>;
  readonly hasExpiry?: Maybe<boolean>;
  readonly allowsShort?: Maybe<boolean>;
  readonly expectedCost?: Maybe<string>;
  readonly weight?: Maybe<string>;
  readonly reorderLevel?: Maybe<string>;
  readonly reorderQuantity?: Maybe<string>;
}

export interface ItemDraft extends ItemChanges {
  readonly code: string;
  readonly name: string;
  readonly kind: ItemKind;
  readonly unit: string;
}

export type ItemCommand =
  | { readonly type: 'AddItem'; readonly id: string; readonly given: ItemDraft }
  | {
      readonly type: 'ChangeItem';
      readonly id: string;
      readonly expectedVersion: number | null;
      readonly changes: ItemChanges;
    }
  | {
      readonly type: 'SetItemActive';
      readonly id: string;
      readonly expectedVersion: number | null;
      readonly isActive: boolean;
    };

/** What a decision about an item rests on besides the item. */
export interface AroundItem {
  /** Decimals of each unit, by its code. */
  readonly units: ReadonlyMap<string, number>;
  /** Whether anything of it ever moved: from then on it is counted and costed as it was. */
  readonly hasMoved: boolean;
}

const CODE = 64;
const NAME = 250;
const MOST_CONVERSIONS = 20;
const MOST_BARCODES = 50;

/** @throws DomainError NOT_FOUND, CONFLICT, BAD_USER_INPUT, INVALID_TRANSITION */
export function decideItem(
  command: ItemCommand,
  state: Item,
  around: AroundItem,
): Decision<{ itemId: string }> {
  if (command.type === 'AddItem') {
    const details = parseItem(command.given, null, command.given.kind, around);
    return decided(command.id, 1, { type: 'ItemAdded', data: details });
  }
  const { version, details } = state;
  if (details === null) throw notFound('id', command.id);
  if (command.expectedVersion !== null && command.expectedVersion !== version)
    throw new DomainError('CONFLICT', `expectedVersion: the item has version ${version} now`, {
      field: 'expectedVersion',
      value: String(command.expectedVersion),
      version,
    });
  const after =
    command.type === 'SetItemActive'
      ? { ...details, isActive: command.isActive }
      : parseItem(command.changes, details, details.kind, around);
  if (JSON.stringify(after) === JSON.stringify(details))
    return { events: [], result: { itemId: command.id } };
  return decided(command.id, version + 1, { type: 'ItemChanged', data: after });
}

function parseItem(
  given: ItemChanges,
  before: ItemDetails | null,
  kind: ItemKind,
  { units, hasMoved }: AroundItem,
): ItemDetails {
  const unit = given.unit ?? before?.unit ?? '';
  const decimals = units.get(unit);
  if (decimals === undefined) throw badInput('unit', unit, 'there is no such unit');
  const unitName =
    given.unitName === undefined
      ? (before?.unitName ?? null)
      : parseOptionalText(given.unitName, 'unitName', 50);
  if (unit === 'OTHER' && unitName === null) throw badInput('unitName', null, 'another unit needs a name');
  const asked = given.costingMethod ?? before?.costingMethod ?? 'FIFO';
  if (asked === 'LIFO')
    throw badInput('costingMethod', asked, 'last in, first out is no cost formula of IAS 2 (paragraph 25)');
  const details: ItemDetails = {
    code: given.code ? parseText(given.code, 'code', CODE).trim() : (before?.code ?? ''),
    nameKa: given.name ? parseText(given.name, 'name', NAME) : (before?.nameKa ?? ''),
    nameEn:
      given.nameEn === undefined ? (before?.nameEn ?? null) : parseOptionalText(given.nameEn, 'nameEn', NAME),
    kind,
    unit,
    unitName,
    conversions: given.conversions
      ? conversionsOf(given.conversions, unit, units)
      : (before?.conversions ?? []),
    barcodes: given.barcodes ? barcodesOf(given.barcodes) : (before?.barcodes ?? []),
    vat: given.vat ?? before?.vat ?? 'STANDARD',
    costingMethod: asked,
    hasLots: given.hasLots ?? before?.hasLots ?? false,
    hasSerials: given.hasSerials ?? before?.hasSerials ?? false,
    hasExpiry: given.hasExpiry ?? before?.hasExpiry ?? false,
    allowsShort: given.allowsShort ?? before?.allowsShort ?? false,
    expectedCost: kept(given.expectedCost, before?.expectedCost, (text) => {
      const amount = parseAmount(text, 2, 'expectedCost');
      if (amount < 0n) throw badInput('expectedCost', text, 'a cost is not below zero');
      return formatAmount(amount);
    }),
    weight: kept(given.weight, before?.weight, (text) => positive(text, QUANTITY_DECIMALS, 'weight')),
    reorderLevel: kept(given.reorderLevel, before?.reorderLevel, (text) => {
      const level = parseQuantity(text, decimals, 'reorderLevel');
      if (level < 0n) throw badInput('reorderLevel', text, 'a level is not below zero');
      return formatQuantity(level);
    }),
    reorderQuantity: kept(given.reorderQuantity, before?.reorderQuantity, (text) =>
      positive(text, decimals, 'reorderQuantity'),
    ),
    isActive: before?.isActive ?? true,
  };
  demandSense(details, decimals);
  if (before !== null && hasMoved) demandUnchanged(before, details);
  return details;
}

/** What does not go together. */
function demandSense(item: ItemDetails, decimals: number): void {
  if (item.hasExpiry && !item.hasLots)
    throw badInput('hasExpiry', true, 'goods expire by lots: keep the item by lots');
  if (item.hasSerials && decimals !== 0)
    throw badInput('hasSerials', true, 'only what is counted in whole pieces has serial numbers');
  if (item.hasSerials && item.allowsShort)
    throw badInput('allowsShort', true, 'what is not there has no serial number');
  if (item.kind === 'SERVICE' && (item.hasLots || item.hasSerials || item.reorderLevel !== null))
    throw badInput('kind', item.kind, 'services are not kept in a store');
  if (item.reorderLevel !== null && item.reorderQuantity === null)
    throw badInput('reorderQuantity', null, 'how many to order is needed beside the level');
}

/** What past movements rest on stays as it was. */
function demandUnchanged(before: ItemDetails, after: ItemDetails): void {
  for (const field of ['unit', 'costingMethod', 'hasLots', 'hasSerials'] as const)
    if (before[field] !== after[field])
      throw new DomainError(
        'INVALID_TRANSITION',
        `${field}: goods of this item have moved; a new item can have another`,
        { field, value: String(after[field]) },
      );
}

function conversionsOf(
  given: readonly { readonly unit: string; readonly quantity: string }[],
  kept: string,
  units: ReadonlyMap<string, number>,
): ItemDetails['conversions'] {
  if (given.length > MOST_CONVERSIONS)
    throw badInput('conversions', given.length, `at most ${String(MOST_CONVERSIONS)}`);
  const seen = new Set<string>();
  return given.map(({ unit, quantity }, index) => {
    const at = `conversions[${String(index)}]`;
    if (!units.has(unit)) throw badInput(`${at}.unit`, unit, 'there is no such unit');
    if (unit === kept || seen.has(unit)) throw badInput(`${at}.unit`, unit, 'is said already');
    seen.add(unit);
    return { unit, quantity: positive(quantity, QUANTITY_DECIMALS, `${at}.quantity`) };
  });
}

function barcodesOf(given: readonly string[]): readonly string[] {
  if (given.length > MOST_BARCODES)
    throw badInput('barcodes', given.length, `at most ${String(MOST_BARCODES)}`);
  const codes = given.map((barcode, index) => checkBarcode(barcode, `barcodes[${String(index)}]`));
  const twice = codes.findIndex((code, index) => codes.indexOf(code) !== index);
  if (twice >= 0) throw badInput(`barcodes[${String(twice)}]`, codes[twice], 'is there twice');
  return codes;
}

function positive(text: string, decimals: number, field: string): string {
  const quantity = parseQuantity(text, decimals, field);
  if (quantity <= 0n) throw badInput(field, text, 'more than nothing is needed');
  return formatQuantity(quantity);
}

/** Left out, it stays; null takes it away. */
function kept(given: Maybe<string>, before: Maybe<string>, parse: (text: string) => string): string | null {
  if (given === undefined) return before ?? null;
  return given === null || given === '' ? null : parse(given);
}

function decided(id: string, version: number, event: ItemEvent): Decision<{ itemId: string }> {
  return {
    events: [{ aggregateType: 'Item', aggregateId: id, version, ...event }],
    result: { itemId: id },
  };
}

/** Guards of the database against races, as the rules would have refused. */
export const itemCodeTaken = (): DomainError =>
  new DomainError('CONFLICT', 'code: another item has this code', { field: 'code' });
export const barcodeTaken = (): DomainError =>
  new DomainError('CONFLICT', 'barcodes: another item has one of these bar codes', { field: 'barcodes' });
