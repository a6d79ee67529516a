import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mutation, sale } from '#test/postings.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
});
afterAll(() => system.close());

const addCounterparty = async (company: number): Promise<string> => {
  const { createCounterparty } = await system
    .company(company)
    .as('chief_accountant')
    .query<{ createCounterparty: { counterparty: { id: string } } }>(
      `mutation ($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }`,
      { input: { kind: 'COMPANY', taxId: '405111222', name: 'შპს მყიდველი' } },
    );
  return createCounterparty.counterparty.id;
};

const saleTo = (counterpartyId: string) =>
  sale('10.00', {
    entries: [
      { accountCode: '1110', debit: '10.00', counterpartyId },
      { accountCode: '6110', credit: '10.00' },
    ],
  });

describe('an entry that names its counterparty', () => {
  it('is recorded with it, and tells who it is', async () => {
    const chief = system.company(0).as('chief_accountant');
    const counterpartyId = await addCounterparty(0);
    const read = `mutation ($input: TransactionInput!) { recordTransaction(input: $input) { transaction {
      id source { id } entries { counterparty { id taxId } } } } }`;
    const { recordTransaction } = await chief.query<{ recordTransaction: { transaction: { id: string } } }>(
      read,
      { input: saleTo(counterpartyId) },
    );
    expect(recordTransaction.transaction).toMatchObject({
      source: null,
      entries: [{ counterparty: { id: counterpartyId, taxId: '405111222' } }, { counterparty: null }],
    });
    const rows = await system.owner.sql`
      select counterparty_id as id from ledger.journal_entries
      where transaction_id = ${recordTransaction.transaction.id} order by line`;
    expect([...rows]).toEqual([{ id: counterpartyId }, { id: null }]);
  });

  it('is refused when nobody has that identifier, or somebody of another company', async () => {
    const chief = system.company(0).as('chief_accountant');
    for (const counterpartyId of [uuid(), 'nobody', await addCounterparty(1)]) {
      for (const field of ['createTransaction', 'recordTransaction'] as const) {
        expect(await chief.refusal(mutation(field), { input: saleTo(counterpartyId) })).toMatchObject({
          code: 'NOT_FOUND',
          field: 'entries[0].counterpartyId',
          value: counterpartyId,
        });
      }
    }
    const { id } = system.company(0);
    const actor = { companyId: id, userId: system.company(0).users.admin.id };
    async function* drafts() {
      yield await Promise.resolve(saleTo(uuid()) as never);
    }
    expect(await system.ledger.recordAllOrNothing(actor, drafts())).toMatchObject({
      recorded: 0,
      refused: { index: 0, error: { code: 'NOT_FOUND' } },
    });
  });
});
