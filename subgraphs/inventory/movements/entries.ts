import type { NewEvent } from '#shared/domain/decider.ts';
import { requestPosting, type PostingEntry, type PostingSource } from '#shared/domain/posting.ts';
import { entriesOf } from '../costing/entries.ts';
import type { CostPlan, ValueChange } from '../costing/plan.ts';
import { tetriOf } from '../costing/scaled.ts';
import type { AccountsByRole } from './costed.ts';
import type { MovementContent, MovementKind } from './movement.ts';

/** Why a movement is posted: for what it costs, and for what it changes in the costs of others. */
export type MovementPurpose = 'movement' | 'cost-adjustment';

const DESCRIPTIONS: Readonly<Record<MovementKind, string>> = {
  RECEIPT: 'Goods received',
  ISSUE: 'Goods issued',
  TRANSFER: 'Goods sent to another warehouse',
  TRANSFER_RECEIPT: 'Goods arrived from another warehouse',
  CUSTOMER_RETURN: 'Goods returned by a customer',
  SUPPLIER_RETURN: 'Goods returned to a supplier',
  COUNT: 'Differences found by counting',
  ASSEMBLY: 'Goods assembled',
};

export function movementSource(id: string, purpose: MovementPurpose): PostingSource {
  return { subgraph: 'inventory', type: 'StockMovement', id, purpose };
}

/** Asks the ledger to post what a movement costs, and what it changes in the costs of others; nothing where all is zero. */
export function postingsOf(
  companyId: string,
  id: string,
  content: MovementContent,
  { changes }: Pick<CostPlan, 'changes'>,
  accounts: AccountsByRole,
  isReversal: boolean,
): NewEvent[] {
  const own = changes.filter(({ kind }) => kind !== 'ADJUSTMENT');
  const adjustments = changes.filter(({ kind }) => kind === 'ADJUSTMENT');
  const credited = creditedBySupplier(content, accounts, isReversal);
  return [
    ...posting(companyId, id, 'movement', content, [...own, ...credited], accounts, isReversal),
    ...posting(companyId, id, 'cost-adjustment', content, adjustments, accounts, isReversal),
  ];
}

type Booked = Pick<ValueChange, 'amount' | 'stockAccount' | 'counterAccount'>;

/** What a supplier gives back for goods, on the account on which they came in. */
function creditedBySupplier(
  { kind, lines }: MovementContent,
  accounts: AccountsByRole,
  isReversal: boolean,
): Booked[] {
  if (kind !== 'SUPPLIER_RETURN') return [];
  return lines.flatMap(({ amount }) =>
    amount === null
      ? []
      : [
          {
            amount: isReversal ? -tetriOf(amount) : tetriOf(amount),
            stockAccount: accounts['GOODS_RECEIVED'] ?? '',
            counterAccount: accounts['COST_DIFFERENCES'] ?? '',
          },
        ],
  );
}

function posting(
  companyId: string,
  id: string,
  purpose: MovementPurpose,
  content: MovementContent,
  changes: readonly Booked[],
  accounts: AccountsByRole,
  isReversal: boolean,
): NewEvent[] {
  const entries = entriesOf(changes);
  if (entries.length === 0) return [];
  const what = DESCRIPTIONS[content.kind];
  const { counterpartyId, reference } = content;
  return [
    requestPosting(companyId, {
      source: movementSource(id, purpose),
      date: content.bookingDate,
      description:
        purpose === 'cost-adjustment' ? 'Costs of stock adjusted' : isReversal ? `${what}, reversed` : what,
      ...(reference === null ? {} : { reference }),
      entries: entries.map((entry) => withParty(entry, counterpartyId, accounts)),
    }),
  ];
}

/** What waits for an invoice names whose. */
function withParty(
  entry: PostingEntry,
  counterpartyId: string | null,
  accounts: AccountsByRole,
): PostingEntry {
  return counterpartyId !== null && entry.accountCode === accounts['GOODS_RECEIVED']
    ? { ...entry, counterpartyId }
    : entry;
}
