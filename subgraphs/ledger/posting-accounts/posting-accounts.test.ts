import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSystem, type System } from '#test/system.ts';
import { loadChart } from '../accounts/chart.ts';
import type { Caller } from '#test/caller.ts';

let system: System;
let us: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2, chart: loadChart() });
  us = system.company(0).as('chief_accountant');
});
afterAll(() => system.close());

const LIST = '{ ledgerPostingAccounts { role accountCode isDefault name(language: EN) } }';
const CHOOSE = `mutation ($input: ChooseLedgerPostingAccountInput!) {
  chooseLedgerPostingAccount(input: $input) { account { role accountCode isDefault } }
}`;

async function earnings(caller: Caller): Promise<object | undefined> {
  const { ledgerPostingAccounts } = await caller.query<{ ledgerPostingAccounts: { role: string }[] }>(LIST);
  return ledgerPostingAccounts.find(({ role }) => role === 'RETAINED_EARNINGS');
}

describe("accounts that the ledger's own documents are posted on", () => {
  it('are the usual ones until the company chooses others, for itself', async () => {
    const usual = {
      role: 'RETAINED_EARNINGS',
      accountCode: '5310',
      isDefault: true,
      name: 'Retained earnings',
    };
    expect(await earnings(us)).toEqual(usual);
    const { chooseLedgerPostingAccount } = await us.query<{ chooseLedgerPostingAccount: object }>(CHOOSE, {
      input: { role: 'RETAINED_EARNINGS', accountCode: '5330' },
    });
    expect(chooseLedgerPostingAccount).toEqual({
      account: { role: 'RETAINED_EARNINGS', accountCode: '5330', isDefault: false },
    });
    expect(await earnings(system.company(1).as('chief_accountant'))).toEqual(usual);
  });

  it('all are in the chart that a company starts with, and take postings', async () => {
    const { ledgerPostingAccounts } = await us.query<{ ledgerPostingAccounts: { accountCode: string }[] }>(
      LIST,
    );
    const postable = new Set(
      loadChart()
        .filter(({ isHeading }) => !isHeading)
        .map(({ code }) => code),
    );
    expect(ledgerPostingAccounts.length).toBeGreaterThan(0);
    expect(ledgerPostingAccounts.filter(({ accountCode }) => !postable.has(accountCode))).toEqual([]);
  });

  it.each([
    ['role', 'BAD_USER_INPUT', { role: 'COFFEE', accountCode: '6110' }],
    ['role', 'BAD_USER_INPUT', { role: 'constructor', accountCode: '6110' }],
    ['accountCode', 'NOT_FOUND', { role: 'RETAINED_EARNINGS', accountCode: '61 10' }],
    ['accountCode', 'ACCOUNT_INACTIVE', { role: 'RETAINED_EARNINGS', accountCode: '5000' }],
  ])('are refused for a wrong %s: %s', async (field, code, input) => {
    expect(await us.refusal(CHOOSE, { input })).toMatchObject({ code, field });
  });
});
