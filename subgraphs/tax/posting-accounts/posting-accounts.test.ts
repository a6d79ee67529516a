import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type System } from '#test/system.ts';
import type { Caller } from '#test/caller.ts';

let system: System;
let us: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  us = system.company(0).as('tax_specialist');
});
afterAll(() => system.close());

const LIST = '{ taxPostingAccounts { role accountCode isDefault name(language: EN) } }';
const CHOOSE = `mutation ($input: ChooseTaxPostingAccountInput!) {
  chooseTaxPostingAccount(input: $input) { account { role accountCode isDefault } }
}`;

async function revenue(caller: Caller): Promise<object | undefined> {
  const { taxPostingAccounts } = await caller.query<{ taxPostingAccounts: { role: string }[] }>(LIST);
  return taxPostingAccounts.find(({ role }) => role === 'REVENUE');
}

describe('accounts that documents of tax are posted on', () => {
  it('are the usual ones until the company chooses others, for itself', async () => {
    const usual = { role: 'REVENUE', accountCode: '6110', isDefault: true, name: 'Revenue' };
    expect(await revenue(us)).toEqual(usual);
    const { chooseTaxPostingAccount } = await us.query<{ chooseTaxPostingAccount: object }>(CHOOSE, {
      input: { role: 'REVENUE', accountCode: '6190' },
    });
    expect(chooseTaxPostingAccount).toEqual({
      account: { role: 'REVENUE', accountCode: '6190', isDefault: false },
    });
    expect(await revenue(system.company(1).as('tax_specialist'))).toEqual(usual);
  });

  it.each([
    ['role', { role: 'COFFEE', accountCode: '6110' }],
    ['role', { role: 'constructor', accountCode: '6110' }],
    ['accountCode', { role: 'REVENUE', accountCode: '61 10' }],
  ])('are refused for a wrong %s', async (field, input) => {
    expect(await us.refusal(CHOOSE, { input })).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });
});
