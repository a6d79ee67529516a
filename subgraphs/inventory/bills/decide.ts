import { parseDate } from '#shared/domain/date.ts';
import type { Decision } from '#shared/domain/decider.ts';
import { badInput, DomainError, notFound } from '#shared/domain/errors.ts';
import { convertQuantity, formatQuantity, parseQuantity, QUANTITY_DECIMALS } from '../units/quantity.ts';
import type { BillComponent, BillContent, BillEvent, Bills } from './bill.ts';
import { circle, type Edge } from './circle.ts';

type Maybe<T> = T | null | undefined;

export interface ComponentDraft {
  readonly itemId: string;
  readonly quantity: string;
  readonly unit?: Maybe<string>;
}

export interface BillDraft {
  readonly itemId: string;
  readonly from: string;
  readonly quantity: string;
  readonly components: readonly ComponentDraft[];
}

/** An item that a bill names, as it is. */
export interface BillItem {
  readonly id: string;
  readonly code: string;
  readonly kind: 'GOODS' | 'MATERIAL' | 'PRODUCT' | 'SERVICE';
  readonly isActive: boolean;
  readonly unit: string;
  readonly decimals: number;
  /** How many of the kept unit one of another is, by the code of that. */
  readonly conversions: Readonly<Record<string, string>>;
}

/** What a decision about a bill rests on besides the version of all bills. */
export interface AroundBill {
  /** What the bill names, and all that its components are made of. */
  readonly items: ReadonlyMap<string, BillItem>;
  readonly edges: readonly Edge[];
}

const MOST_COMPONENTS = 200;

/**
 * Says what a product is made of from a day on. What stands already yields no event. Pure.
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT; the refusal of a circle names the way round it.
 */
export function decideBill(
  graphId: string,
  draft: BillDraft,
  state: Bills,
  around: AroundBill,
  present: BillContent | null,
): Decision<{ itemId: string; from: string }> {
  const content = readBill(draft, around.items);
  const { itemId, from } = content;
  demandNoCircle(content, around);
  const result = { itemId, from };
  if (present !== null && JSON.stringify(content) === JSON.stringify(present)) return { events: [], result };
  return { events: [written(graphId, state, { type: 'BillOfMaterialsSet', data: content })], result };
}

/**
 * Ends the bill that holds on a day: from that day on there is none, until another begins. Pure.
 * @param holds the first day of the bill that holds then
 * @throws DomainError BAD_USER_INPUT, INVALID_TRANSITION when there is none
 */
export function decideEnd(
  graphId: string,
  given: { readonly itemId: string; readonly on: string },
  state: Bills,
  holds: string | null,
): Decision<{ itemId: string }> {
  const { itemId } = given;
  const on = parseDate(given.on, 'on');
  if (holds === null)
    throw new DomainError('INVALID_TRANSITION', `on: the item has no bill of materials on ${on}`, {
      field: 'on',
      value: on,
    });
  return {
    events: [written(graphId, state, { type: 'BillOfMaterialsEnded', data: { itemId, on } })],
    result: { itemId },
  };
}

function readBill(draft: BillDraft, items: ReadonlyMap<string, BillItem>): BillContent {
  const product = named(draft.itemId, 'itemId', items);
  if (product.kind !== 'PRODUCT' && product.kind !== 'GOODS')
    throw badInput('itemId', draft.itemId, `bills are for products and goods, and this is a ${product.kind}`);
  const from = parseDate(draft.from, 'from');
  const count = draft.components.length;
  if (count < 1 || count > MOST_COMPONENTS)
    throw badInput('components', count, `a bill has 1–${String(MOST_COMPONENTS)} components`);
  const seen = new Set<string>();
  const components = draft.components.map((given, index) => {
    const at = `components[${String(index)}]`;
    const component = readComponent(given, product, at, items);
    if (seen.has(component.itemId)) throw badInput(`${at}.itemId`, given.itemId, 'is said already');
    seen.add(component.itemId);
    return component;
  });
  const quantity = formatQuantity(positive(draft.quantity, product.decimals, 'quantity'));
  return { itemId: product.id, from, quantity, unit: product.unit, components };
}

function readComponent(
  given: ComponentDraft,
  product: BillItem,
  at: string,
  items: ReadonlyMap<string, BillItem>,
): BillComponent {
  const item = named(given.itemId, `${at}.itemId`, items);
  if (item.kind === 'SERVICE')
    throw badInput(
      `${at}.itemId`,
      given.itemId,
      'a service is in no warehouse; name its cost at the assembly',
    );
  if (item.id === product.id) throw badInput(`${at}.itemId`, given.itemId, 'nothing is made of itself');
  const unit = given.unit ?? item.unit;
  const field = `${at}.quantity`;
  if (unit === item.unit) {
    const quantity = formatQuantity(positive(given.quantity, item.decimals, field));
    return { itemId: item.id, entered: quantity, unit, quantity, baseUnit: item.unit };
  }
  const perUnit = Object.hasOwn(item.conversions, unit) ? item.conversions[unit] : undefined;
  if (perUnit === undefined)
    throw badInput(`${at}.unit`, unit, `${item.unit} is not reckoned in it: the item has no such conversion`);
  const entered = positive(given.quantity, QUANTITY_DECIMALS, field);
  const factor = parseQuantity(perUnit, QUANTITY_DECIMALS, `${at}.unit`);
  return {
    itemId: item.id,
    entered: formatQuantity(entered),
    unit,
    quantity: formatQuantity(convertQuantity(entered, factor, item.decimals, field)),
    baseUnit: item.unit,
  };
}

function named(id: string, field: string, items: ReadonlyMap<string, BillItem>): BillItem {
  const item = items.get(id);
  if (item === undefined) throw notFound(field, id);
  if (!item.isActive) throw badInput(field, id, 'the item is deactivated');
  return item;
}

function positive(text: string, decimals: number, field: string): bigint {
  const quantity = parseQuantity(text, decimals, field);
  if (quantity <= 0n) throw badInput(field, text, 'more than nothing is needed');
  return quantity;
}

/** Costs go from components to products: what is made of itself, by whatever bills and assemblies, would have none. */
function demandNoCircle({ itemId, components }: BillContent, { items, edges }: AroundBill): void {
  const ids = components.map((component) => component.itemId);
  const way = circle(itemId, ids, edges);
  if (way === null) return;
  const path = way.map((id) => items.get(id)?.code ?? id);
  const at = `components[${String(ids.indexOf(way[1] ?? ''))}].itemId`;
  throw new DomainError(
    'BAD_USER_INPUT',
    `${at}: costs would go in a circle, by bills and assemblies: ${path.join(' → ')}`,
    {
      field: at,
      value: way[1] ?? '',
      path,
    },
  );
}

function written(graphId: string, { version }: Bills, event: BillEvent) {
  return { aggregateType: 'BillsOfMaterials', aggregateId: graphId, version: version + 1, ...event };
}
