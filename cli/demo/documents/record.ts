import type { Ledger } from '#ledger/ledger.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { Tax, TaxDocuments } from '#tax/subgraph.ts';
import type { DemoDocument, DemoStep } from './translate.ts';

export interface DemoYear {
  readonly ledger: Ledger;
  readonly tax: Tax;
  readonly actor: Actor;
  /** Identifiers of the parties, by name. */
  readonly parties: ReadonlyMap<string, string>;
}

const BATCH = 500;

/**
 * Records the steps in their order, batch by batch, each under a key of its own: a run that was ended midway goes on
 * where it was. What is posted by hand goes into the ledger; documents go to tax, and it tells the ledger.
 */
export async function recordSteps(
  year: DemoYear,
  steps: readonly DemoStep[],
  tell: (done: number) => void,
): Promise<void> {
  const transactions = new Map<number, string>();
  const documents = new Map<number, string>();
  for (let from = 0; from < steps.length; from += BATCH) {
    const batch = steps.slice(from, from + BATCH);
    await Promise.all([
      recordTransactions(year, batch, transactions),
      recordDocuments(year, batch, documents),
    ]);
    tell(from + batch.length);
  }
}

/** Reversals refer to the transactions that they undo, and come when these are there. */
async function recordTransactions(
  { ledger, actor }: DemoYear,
  batch: readonly DemoStep[],
  ids: Map<number, string>,
): Promise<void> {
  const plain = batch.flatMap(({ index, transaction, reverses }) =>
    transaction === null || reverses !== null ? [] : [{ index, transaction }],
  );
  const outcomes = await ledger.recordTransactions(
    actor,
    plain.map(({ index, transaction }) => ({ ...transaction, idempotencyKey: keyOf(index) })),
  );
  outcomes.forEach((outcome, position) => {
    if ('error' in outcome) throw outcome.error;
    const step = plain[position];
    if (step !== undefined) ids.set(step.index, outcome.ok.transactionId);
  });
  await Promise.all(
    batch.map(async ({ index, transaction, reverses }) => {
      if (transaction === null || reverses === null) return;
      const { date, description: reason } = transaction;
      await ledger.reverseTransaction(actor, {
        id: known(ids, reverses),
        date,
        reason,
        idempotencyKey: keyOf(index),
      });
    }),
  );
}

/** Documents that name others wait for them: deliveries for their advances, corrections for both. */
async function recordDocuments(
  { tax, actor, parties }: DemoYear,
  batch: readonly DemoStep[],
  ids: Map<number, string>,
): Promise<void> {
  const orders = tax.documents(actor);
  for (const wave of [0, 1, 2]) {
    await Promise.all(
      batch.map(async ({ index, document }) => {
        if (document === null || waveOf(document) !== wave) return;
        ids.set(index, await recordDocument(orders, parties, ids, index, document));
      }),
    );
  }
}

function waveOf(document: DemoDocument): number {
  if (document.type === 'CORRECTION') return 2;
  return 'advance' in document && document.advance !== null ? 1 : 0;
}

/**
 * Everything bears a number of RS.ge, as if it had been entered there by hand: nothing of the demo is ever sent.
 * Answers the id of the document.
 */
function recordDocument(
  orders: TaxDocuments,
  parties: ReadonlyMap<string, string>,
  ids: ReadonlyMap<number, string>,
  index: number,
  document: DemoDocument,
): Promise<string> {
  const idempotencyKey = `${keyOf(index)}:document`;
  const ours = { series: 'EA', number: String(1_000_000 + index) };
  const theirs = { series: 'ET', number: String(2_000_000 + index) };
  if (document.type === 'CORRECTION') {
    const { of, date, left } = document;
    return orders.correct({
      id: known(ids, of),
      reason: left === null ? 'OPERATION_CANCELLED' : 'GOODS_RETURNED',
      date,
      lines: left === null ? [] : [left],
      registration: { series: 'EC', number: String(3_000_000 + index) },
      idempotencyKey,
    });
  }
  const counterpartyId = known(parties, document.party);
  const { date: operationDate } = document;
  switch (document.type) {
    case 'ADVANCE': {
      const { line } = document;
      return orders.issueAtOnce(
        {
          kind: 'ADVANCE',
          counterpartyId,
          operationDate,
          priceMode: 'INCLUSIVE',
          lines: [line],
          payment: { amount: line.unitPrice },
          idempotencyKey,
        },
        ours,
      );
    }
    case 'ISSUED': {
      const { line, advance } = document;
      const advances =
        advance === null ? [] : [{ invoiceId: known(ids, advance.of), amount: advance.amount }];
      return orders.issueAtOnce(
        {
          kind: 'SUPPLY',
          counterpartyId,
          operationDate,
          priceMode: 'EXCLUSIVE',
          lines: [line],
          advances,
          idempotencyKey,
        },
        ours,
      );
    }
    case 'RECEIVED':
    case 'REVERSE_CHARGE': {
      const { type, line, creditMonth } = document;
      return orders.receive({
        kind: type === 'RECEIVED' ? 'SUPPLY' : 'REVERSE_CHARGE',
        counterpartyId,
        operationDate,
        priceMode: 'EXCLUSIVE',
        lines: [line],
        registration: theirs,
        isConfirmed: true,
        ...(creditMonth === null ? {} : { creditMonth }),
        idempotencyKey,
      });
    }
    case 'IMPORT': {
      const { name, value, vat } = document;
      return orders.recordImport({
        counterpartyId,
        operationDate,
        name,
        customsValue: value,
        duty: '0.00',
        vat,
        registration: { number: `C${String(index).padStart(6, '0')}` },
        idempotencyKey,
      });
    }
    default:
      return document satisfies never;
  }
}

function keyOf(index: number): string {
  return `demo:${index}`;
}

function known<Key>(ids: ReadonlyMap<Key, string>, key: Key): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The demo speaks of ${String(key)} before it is recorded`);
  return id;
}
