import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type System } from '#test/system.ts';
import type { Caller } from '#test/caller.ts';

let system: System;
let us: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  us = system.company(0).as('admin');
});
afterAll(() => system.close());

const LIST = '{ inventoryPostingAccounts { role accountCode isDefault name(language: EN) } }';
const CHOOSE = `mutation ($input: ChooseInventoryPostingAccountInput!) {
  chooseInventoryPostingAccount(input: $input) { account { role accountCode isDefault } }
}`;

async function losses(caller: Caller): Promise<object | undefined> {
  const { inventoryPostingAccounts } = await caller.query<{ inventoryPostingAccounts: { role: string }[] }>(
    LIST,
  );
  return inventoryPostingAccounts.find(({ role }) => role === 'LOSSES');
}

describe('accounts that movements of goods are posted on', () => {
  it('are the usual ones until the company chooses others, for itself', async () => {
    const usual = { role: 'LOSSES', accountCode: '7490', isDefault: true, name: 'Shortages and losses' };
    expect(await losses(us)).toEqual(usual);
    const { chooseInventoryPostingAccount } = await us.query<{ chooseInventoryPostingAccount: object }>(
      CHOOSE,
      {
        input: { role: 'LOSSES', accountCode: '7410' },
      },
    );
    expect(chooseInventoryPostingAccount).toEqual({
      account: { role: 'LOSSES', accountCode: '7410', isDefault: false },
    });
    expect(await losses(system.company(1).as('admin'))).toEqual(usual);
  });

  it.each([
    ['role', { role: 'COFFEE', accountCode: '7490' }],
    ['role', { role: 'constructor', accountCode: '7490' }],
    ['accountCode', { role: 'LOSSES', accountCode: '74 90' }],
  ])('are refused for a wrong %s', async (field, input) => {
    expect(await us.refusal(CHOOSE, { input })).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});
