import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import type { MovementsOfTheirs } from '#test/movement-probes.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { input, pageAfter, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

/** What the second company added to the cost of its goods, and how it wrote them down. */
export interface CostsOfTheirs {
  readonly landedCost: string;
  readonly cursors: Readonly<Record<'landedCosts' | 'stockWriteDowns', string>>;
}

const KEY = 'their-key';
const DAY = '2026-01-16';

const LANDED = writing('recordLandedCosts', 'RecordLandedCostsInput', 'landedCost { id description }');
const CORRECT = writing('correctReceiptPrice', 'CorrectReceiptPriceInput', 'landedCost { id description }');
const REVERSE = writing('reverseLandedCosts', 'ReverseLandedCostsInput', 'landedCost { id description }');
const WRITE_DOWN = writing('writeDownStock', 'WriteDownStockInput', 'writeDown { id reason }');

/** Adds costs to goods of the second company and writes them down, under the key `their-key`. */
export async function costTheirs(
  them: Caller,
  { receiptLine, item }: MovementsOfTheirs,
): Promise<CostsOfTheirs> {
  const landed = { bookingDate: DAY, description: SECRET, idempotencyKey: KEY };
  const { recordLandedCosts } = await them.query<{ recordLandedCosts: { landedCost: { id: string } } }>(
    LANDED,
    input({ ...landed, basis: 'QUANTITY', amount: '5.00', lineIds: [receiptLine] }),
  );
  await them.query(CORRECT, input({ ...landed, lineId: receiptLine, newCost: '12.00' }));
  await them.query(
    WRITE_DOWN,
    input({ itemId: item, unitValue: '1', bookingDate: DAY, reason: SECRET, idempotencyKey: KEY }),
  );
  const { landedCosts, stockWriteDowns } = await them.query<
    Record<keyof CostsOfTheirs['cursors'], { pageInfo: { endCursor: string } }>
  >(
    '{ landedCosts(first: 1) { pageInfo { endCursor } } stockWriteDowns(first: 1) { pageInfo { endCursor } } }',
  );
  const reversed = { id: recordLandedCosts.landedCost.id, bookingDate: DAY, reason: SECRET };
  await them.query(REVERSE, input({ ...reversed, idempotencyKey: KEY }));
  return {
    landedCost: recordLandedCosts.landedCost.id,
    cursors: {
      landedCosts: landedCosts.pageInfo.endCursor,
      stockWriteDowns: stockWriteDowns.pageInfo.endCursor,
    },
  };
}

/** Codes of accounts: whether there are such, the ledger knows when something is posted on them. */
export const COST_PLACES_OF_NOTHING: readonly string[] = [
  'Mutation.recordLandedCosts(input.accountCode)',
  'Mutation.correctReceiptPrice(input.accountCode)',
];

/** Where a client may write what names costs of goods. */
export function costProbes(
  theirs: () => CostsOfTheirs,
  theirMovements: () => MovementsOfTheirs,
  theirInvoice: () => string,
): Probes {
  const landed = { bookingDate: DAY, description: 'x', basis: 'QUANTITY', amount: '1.00' };
  const correction = { bookingDate: DAY, description: 'x', newCost: '1.00' };
  const line = (): string => theirMovements().receiptLine;
  return {
    'Query.landedCost(id)': probe(
      'query($v: ID!) { landedCost(id: $v) { description } }',
      (v) => ({ v }),
      () => theirs().landedCost,
    ),
    'Query.landedCosts(after)': pageAfter('landedCosts', 'description', () => theirs().cursors.landedCosts),
    'Query.stockWriteDowns(after)': pageAfter(
      'stockWriteDowns',
      'reason',
      () => theirs().cursors.stockWriteDowns,
    ),
    'Query.stockWriteDowns(itemId)': probe(
      'query($v: ID) { stockWriteDowns(first: 5, itemId: $v) { edges { node { reason } } } }',
      (v) => ({ v }),
      () => theirMovements().item,
    ),
    'Mutation.recordLandedCosts(input.lineIds)': probe(
      LANDED,
      (v) => input({ ...landed, lineIds: [v] }),
      line,
    ),
    'Mutation.recordLandedCosts(input.taxInvoiceId)': probe(
      LANDED,
      (taxInvoiceId) => input({ ...landed, lineIds: [UNKNOWN_ID], taxInvoiceId }),
      theirInvoice,
    ),
    'Mutation.recordLandedCosts(input.idempotencyKey)': probe(
      LANDED,
      (idempotencyKey) => input({ ...landed, lineIds: [UNKNOWN_ID], idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.correctReceiptPrice(input.lineId)': probe(
      CORRECT,
      (lineId) => input({ ...correction, lineId }),
      line,
    ),
    'Mutation.correctReceiptPrice(input.taxInvoiceId)': probe(
      CORRECT,
      (taxInvoiceId) => input({ ...correction, lineId: UNKNOWN_ID, taxInvoiceId }),
      theirInvoice,
    ),
    'Mutation.correctReceiptPrice(input.idempotencyKey)': probe(
      CORRECT,
      (idempotencyKey) => input({ ...correction, lineId: UNKNOWN_ID, idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.reverseLandedCosts(input.id)': probe(
      REVERSE,
      (id) => input({ id, bookingDate: DAY, reason: 'x' }),
      () => theirs().landedCost,
    ),
    'Mutation.reverseLandedCosts(input.idempotencyKey)': probe(
      REVERSE,
      (idempotencyKey) => input({ id: UNKNOWN_ID, bookingDate: DAY, reason: 'x', idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
    'Mutation.writeDownStock(input.itemId)': probe(
      WRITE_DOWN,
      (itemId) => input({ itemId, unitValue: '1', bookingDate: DAY, reason: 'x' }),
      () => theirMovements().item,
    ),
    'Mutation.writeDownStock(input.idempotencyKey)': probe(
      WRITE_DOWN,
      (idempotencyKey) =>
        input({ itemId: UNKNOWN_ID, unitValue: '1', bookingDate: DAY, reason: 'x', idempotencyKey }),
      () => KEY,
      uuidv7,
    ),
  };
}
