import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '#test/caller.ts';
import { UNKNOWN_ID } from '#test/operations.ts';
import { input, pageAfter, probe, SECRET, writing, type Probes } from '#test/tenancy-probes.ts';

/** What the second company has open with whom, and what it matched under the key `their-key`. */
let theirs = { account: '', counterparty: '', item: '', matching: '', ended: '', cursor: '' };

const MATCH = writing('matchOpenItems', 'MatchOpenItemsInput', 'matching { id }');
const UNMATCH = writing('unmatchOpenItems', 'UnmatchOpenItemsInput', 'matching { id }');
const NO_ITEM = `${UNKNOWN_ID}:1`;

/** Has the second company sell on account, take a payment, and match some of both. */
export async function matchTheirs(them: Caller): Promise<void> {
  const { createAccount } = await them.query<{ createAccount: { account: { id: string } } }>(
    writing('createAccount', 'CreateAccountInput', 'account { id }'),
    input({ code: 'SECRET-3', name: SECRET, type: 'ASSET', role: 'RECEIVABLE' }),
  );
  const { createCounterparty } = await them.query<{ createCounterparty: { counterparty: { id: string } } }>(
    writing('createCounterparty', 'CreateCounterpartyInput', 'counterparty { id }'),
    input({ kind: 'COMPANY', taxId: '405111333', name: SECRET }),
  );
  const counterpartyId = createCounterparty.counterparty.id;
  const post = async (side: 'debit' | 'credit') => {
    const other = side === 'debit' ? 'credit' : 'debit';
    const { recordTransaction } = await them.query<{ recordTransaction: { transaction: { id: string } } }>(
      writing('recordTransaction', 'TransactionInput', 'transaction { id }'),
      input({
        date: '2026-03-15',
        description: SECRET,
        entries: [
          { accountCode: 'SECRET-3', [side]: '50.00', counterpartyId },
          { accountCode: '6110', [other]: '50.00' },
        ],
      }),
    );
    return `${recordTransaction.transaction.id}:1`;
  };
  const [sold, paid] = [await post('debit'), await post('credit')];
  const match = async (amount: string, more: object) => {
    const items = [sold, paid].map((id) => ({ id, amount }));
    const { matchOpenItems } = await them.query<{ matchOpenItems: { matching: { id: string } } }>(
      MATCH,
      input({ items, ...more }),
    );
    return matchOpenItems.matching.id;
  };
  const matching = await match('10.00', { idempotencyKey: 'their-key' });
  const ended = await match('5.00', {});
  await them.query(UNMATCH, input({ id: ended, reason: SECRET, idempotencyKey: 'their-key' }));
  const { openItems } = await them.query<{ openItems: { pageInfo: { endCursor: string } } }>(
    '{ openItems(first: 1) { pageInfo { endCursor } } }',
  );
  theirs = {
    account: createAccount.account.id,
    counterparty: counterpartyId,
    item: sold,
    matching,
    ended,
    cursor: openItems.pageInfo.endCursor,
  };
}

const OPEN = 'edges { node { id open } }';
const PROPOSED = 'rule parts { amount item { id } }';

/** Where a client may write what names something open, or what was matched. */
export function openItemProbes(): Probes {
  return {
    'Query.openItems(after)': pageAfter('openItems', 'id', () => theirs.cursor),
    'Query.openItems(accountId)': probe(
      `query ($v: ID) { openItems(first: 5, accountId: $v) { ${OPEN} } }`,
      (v) => ({ v }),
      () => theirs.account,
    ),
    'Query.openItems(counterpartyId)': probe(
      `query ($v: ID) { openItems(first: 5, counterpartyId: $v) { ${OPEN} } }`,
      (v) => ({ v }),
      () => theirs.counterparty,
    ),
    'Query.openItemMatching(id)': probe(
      'query ($v: ID!) { openItemMatching(id: $v) { id amount } }',
      (v) => ({ v }),
      () => theirs.matching,
    ),
    'Query.matchingProposals(accountId)': probe(
      `query ($v: ID!, $c: ID!) { matchingProposals(accountId: $v, counterpartyId: $c) { ${PROPOSED} } }`,
      (v) => ({ v, c: theirs.counterparty }),
      () => theirs.account,
    ),
    'Query.matchingProposals(counterpartyId)': probe(
      `query ($v: ID!, $a: ID!) { matchingProposals(accountId: $a, counterpartyId: $v) { ${PROPOSED} } }`,
      (v) => ({ v, a: theirs.account }),
      () => theirs.counterparty,
    ),
    'Mutation.matchOpenItems(input.items.id)': probe(
      MATCH,
      (id) => input({ items: [{ id }, { id: NO_ITEM }] }),
      () => theirs.item,
      () => NO_ITEM,
    ),
    'Mutation.matchOpenItems(input.idempotencyKey)': probe(
      MATCH,
      (idempotencyKey) => input({ items: [{ id: NO_ITEM }, { id: NO_ITEM }], idempotencyKey }),
      () => 'their-key',
      uuidv7,
    ),
    'Mutation.unmatchOpenItems(input.id)': probe(
      UNMATCH,
      (id) => input({ id, reason: 'x' }),
      () => theirs.matching,
    ),
    'Mutation.unmatchOpenItems(input.idempotencyKey)': probe(
      UNMATCH,
      (idempotencyKey) => input({ id: UNKNOWN_ID, reason: 'x', idempotencyKey }),
      () => 'their-key',
      uuidv7,
    ),
  };
}
