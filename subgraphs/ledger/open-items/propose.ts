import type { Amount } from '#shared/domain/money.ts';
import type { OpenItem } from './open-item.ts';

export type ProposalRule = 'REFERENCE' | 'EXACT_AMOUNT' | 'OLDEST_FIRST';

export interface ProposedPart {
  readonly item: OpenItem;
  readonly amount: Amount;
}

export interface Proposal {
  readonly rule: ProposalRule;
  readonly currency: string;
  readonly parts: readonly ProposedPart[];
}

/**
 * What could settle what, of one account and counterparty: what carries the same reference first, since nothing says
 * more clearly what was paid; then debits and credits of the same amount; then what is left, the oldest first. No part of
 * an item is proposed twice. Items come in order of date. Pure.
 */
export function propose(items: readonly OpenItem[]): Proposal[] {
  const left = new Map(items.map((item) => [item, item.open]));
  const proposals: Proposal[] = [];
  const take = (rule: ProposalRule, candidates: readonly OpenItem[]): void => {
    const parts = settle(candidates, left);
    const currency = candidates[0]?.currency;
    if (parts.length > 0 && currency !== undefined) proposals.push({ rule, currency, parts });
  };
  const open = () => items.filter((item) => (left.get(item) ?? 0n) > 0n);

  for (const alike of groups(open(), (item) =>
    item.reference === null ? null : `${item.currency} ${item.reference}`,
  ))
    take('REFERENCE', alike);
  for (const alike of groups(open(), (item) => `${item.currency} ${String(left.get(item))}`)) {
    const debits = alike.filter(({ side }) => side === 'DEBIT');
    const credits = alike.filter(({ side }) => side === 'CREDIT');
    debits.forEach((debit, index) => {
      const credit = credits[index];
      if (credit !== undefined) take('EXACT_AMOUNT', [debit, credit]);
    });
  }
  for (const alike of groups(open(), (item) => item.currency)) take('OLDEST_FIRST', alike);
  return proposals;
}

/** Sets debits against credits in order, until one side is used up, and takes it off what is left. */
function settle(candidates: readonly OpenItem[], left: Map<OpenItem, Amount>): ProposedPart[] {
  const sum = (side: OpenItem['side']): Amount =>
    candidates
      .filter((item) => item.side === side)
      .reduce((total, item) => total + (left.get(item) ?? 0n), 0n);
  const [debits, credits] = [sum('DEBIT'), sum('CREDIT')];
  const settled = debits < credits ? debits : credits;
  const rest = { DEBIT: settled, CREDIT: settled };
  const parts: ProposedPart[] = [];
  for (const item of candidates) {
    const open = left.get(item) ?? 0n;
    const amount = open < rest[item.side] ? open : rest[item.side];
    if (amount === 0n) continue;
    rest[item.side] -= amount;
    left.set(item, open - amount);
    parts.push({ item, amount });
  }
  return parts;
}

function groups(items: readonly OpenItem[], keyOf: (item: OpenItem) => string | null): OpenItem[][] {
  const byKey = new Map<string, OpenItem[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = byKey.get(key) ?? [];
    group.push(item);
    byKey.set(key, group);
  }
  return [...byKey.values()];
}
