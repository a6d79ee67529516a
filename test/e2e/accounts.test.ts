import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '#test/caller.ts';
import { credit, debit, mutation, perform, record, sale } from '#test/postings.ts';
import { startSystem, type System } from '#test/system.ts';

let system: System;
let chief: Caller;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
  chief = system.company(0).as('chief_accountant');
});
afterAll(() => system.close());

const ACCOUNT = `fragment account on Account {
  id code name type normalSide role currency isHeading isActive metadata version createdAt updatedAt
  parent { code } children { code }
}`;

interface Account {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly normalSide: string;
  readonly role: string | null;
  readonly currency: string | null;
  readonly isHeading: boolean;
  readonly isActive: boolean;
  readonly metadata: object;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly parent: { readonly code: string } | null;
  readonly children: readonly { readonly code: string }[];
}

type Change = 'createAccount' | 'updateAccount' | 'deactivateAccount' | 'activateAccount';

function text(change: Change | 'deleteAccount'): string {
  const type = change.startsWith('create') || change.startsWith('update') ? change : 'accountAction';
  const input = `${type[0]?.toUpperCase() ?? ''}${type.slice(1)}Input`;
  const selection = change === 'deleteAccount' ? 'deletedId' : 'account { ...account }';
  return `mutation($input: ${input}!) { ${change}(input: $input) { ${selection} } } ${change === 'deleteAccount' ? '' : ACCOUNT}`;
}

async function change(field: Change, input: object, caller = chief): Promise<Account> {
  const data = await caller.query<Record<string, { account: Account }>>(text(field), { input });
  const payload = data[field];
  if (payload === undefined) throw new Error(`${field} answered nothing`);
  return payload.account;
}

async function find(code: string): Promise<Account | null> {
  const { account } = await chief.query<{ account: Account | null }>(
    `query($code: String) { account(code: $code) { ...account } } ${ACCOUNT}`,
    { code },
  );
  return account;
}

const opened = (code: string, given: object = {}) =>
  change('createAccount', { code, name: `ანგარიში ${code}`, type: 'ASSET', ...given });
const refused = (field: Change | 'deleteAccount', input: object) => chief.refusal(text(field), { input });

describe('an account', () => {
  it('is opened with everything that was given, and is found by code and by identifier', async () => {
    const account = await change('createAccount', {
      code: '1215.TBC',
      name: 'თიბისი ბანკი',
      names: { en: 'TBC Bank', ru: 'ТиБиСи' },
      type: 'ASSET',
      parentId: system.company(0).accountId('1100'),
      role: 'BANK',
      currency: 'EUR',
      metadata: { iban: 'GE29TB0000000000000001', tags: ['a', { b: null }] },
    });
    expect(account).toMatchObject({
      code: '1215.TBC',
      name: 'თიბისი ბანკი',
      type: 'ASSET',
      normalSide: 'DEBIT',
      role: 'BANK',
      currency: 'EUR',
      isHeading: false,
      isActive: true,
      parent: { code: '1100' },
      metadata: { iban: 'GE29TB0000000000000001', tags: ['a', { b: null }] },
      version: 1,
    });
    expect(await find('1215.TBC')).toEqual(account);
    const names = await chief.query(
      '{ account(code: "1215.TBC") { ka: name(language: KA) en: name(language: EN) ru: name(language: RU) } }',
    );
    expect(names).toEqual({ account: { ka: 'თიბისი ბანკი', en: 'TBC Bank', ru: 'ТиБиСи' } });
  });

  it.each([
    ['ASSET', 'DEBIT'],
    ['EXPENSE', 'DEBIT'],
    ['LIABILITY', 'CREDIT'],
    ['EQUITY', 'CREDIT'],
    ['REVENUE', 'CREDIT'],
  ])('of type %s grows on its %s side, unless it is a contra account', async (type, side) => {
    expect((await opened(`N-${type}`, { type })).normalSide).toBe(side);
    const other = side === 'DEBIT' ? 'CREDIT' : 'DEBIT';
    expect((await opened(`C-${type}`, { type, normalSide: other })).normalSide).toBe(other);
  });

  it('has a code of its own in its company, also when twenty open it at the same moment', async () => {
    const input = { code: '2000', name: 'x', type: 'ASSET' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => chief.answer(text('createAccount'), { input })),
    );
    const codes = answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions['code']);
    expect(codes).toEqual(Array.from({ length: 19 }, () => 'CONFLICT'));
    const { accounts } = await chief.query<{ accounts: { totalCount: number } }>(
      '{ accounts(first: 10, filter: { codePrefix: "2000" }) { totalCount } }',
    );
    expect(accounts.totalCount).toBe(1);
    const elsewhere = await change('createAccount', input, system.company(1).as('chief_accountant'));
    expect(elsewhere.code).toBe('2000');
  });

  it('is opened once by one idempotency key', async () => {
    const input = { code: '2001', name: 'x', type: 'ASSET', idempotencyKey: 'open-2001' };
    const first = await change('createAccount', input);
    expect(await change('createAccount', input)).toEqual(first);
    expect(await refused('createAccount', { ...input, code: '2002' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('is changed in what is given and in nothing else; null clears', async () => {
    const account = await opened('2100', { role: 'BANK', currency: 'USD', metadata: { a: 1 } });
    const renamed = await change('updateAccount', {
      id: account.id,
      code: '2101',
      names: { en: 'English' },
      expectedVersion: 1,
    });
    expect(renamed).toEqual({ ...account, code: '2101', version: 2, updatedAt: renamed.updatedAt });
    expect(Date.parse(renamed.updatedAt)).toBeGreaterThanOrEqual(Date.parse(account.updatedAt));
    const cleared = await change('updateAccount', { id: account.id, role: null, currency: null });
    expect(cleared).toMatchObject({ role: null, currency: null, metadata: { a: 1 }, version: 3 });
    expect(await find('2100')).toBeNull();
  });

  it('is not changed when somebody was faster', async () => {
    const { id } = await opened('2110');
    await change('updateAccount', { id, role: 'CASH', expectedVersion: 1 });
    const stale = { code: 'CONFLICT', field: 'expectedVersion', value: '1', version: 2 };
    expect(await refused('updateAccount', { id, role: 'BANK', expectedVersion: 1 })).toMatchObject(stale);
    expect(await refused('deactivateAccount', { id, expectedVersion: 1 })).toMatchObject(stale);
    expect(await refused('deleteAccount', { id, expectedVersion: 1 })).toMatchObject(stale);
    expect(await find('2110')).toMatchObject({ role: 'CASH', version: 2 });
  });

  it('changes once when ten change the same version at the same moment', async () => {
    const { id } = await opened('2111');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        chief.answer(text('updateAccount'), { input: { id, role: `R${String(index)}`, expectedVersion: 1 } }),
      ),
    );
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect(await find('2111')).toMatchObject({ version: 2 });
  });
});

describe('an account with postings', () => {
  it('keeps its type and currency and cannot be deleted, but may be renamed and renumbered', async () => {
    const { id } = await opened('2200');
    await record(chief, sale('0', { entries: [debit('2200', '5.00'), credit('6110', '5.00')] }));
    expect(await refused('updateAccount', { id, type: 'EXPENSE' })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'type',
      value: 'EXPENSE',
    });
    expect(await refused('updateAccount', { id, currency: 'USD' })).toMatchObject({
      code: 'INVALID_TRANSITION',
      field: 'currency',
    });
    expect(await refused('deleteAccount', { id })).toMatchObject({ code: 'INVALID_TRANSITION', field: 'id' });
    expect(await change('updateAccount', { id, code: '2201', names: { ka: 'სხვა' } })).toMatchObject({
      code: '2201',
      name: 'სხვა',
      version: 2,
    });
    const { account } = await chief.query<{ account: { balance: string } }>(
      '{ account(code: "2201") { balance } }',
    );
    expect(account.balance).toBe('5.00');
  });

  it('is not deleted in the moment in which somebody posts to it', async () => {
    for (let round = 0; round < 5; round++) {
      const code = `RACE-${String(round)}`;
      const { id } = await opened(code);
      const [posted, deleted] = await Promise.all([
        chief.answer(mutation('recordTransaction'), {
          input: sale('0', { entries: [debit(code, '1.00'), credit('6110', '1.00')] }),
        }),
        chief.answer(text('deleteAccount'), { input: { id } }),
      ]);
      const wins = [posted, deleted].filter(({ errors }) => errors === undefined);
      expect(wins).toHaveLength(1);
      expect(await find(code)).toEqual(posted.errors === undefined ? expect.objectContaining({ id }) : null);
    }
  });
});

describe('an account without postings', () => {
  it('is deleted, and its code is free again', async () => {
    const { id } = await opened('2300');
    expect(await chief.query(text('deleteAccount'), { input: { id } })).toEqual({
      deleteAccount: { deletedId: id },
    });
    expect(await find('2300')).toBeNull();
    expect(await refused('updateAccount', { id, role: 'x' })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'id',
    });
    expect((await opened('2300')).id).not.toBe(id);
  });

  it('may change its type, and with it the side on which it grows', async () => {
    const { id } = await opened('2301');
    expect(await change('updateAccount', { id, type: 'LIABILITY' })).toMatchObject({
      type: 'LIABILITY',
      normalSide: 'CREDIT',
    });
  });
});

describe('the tree of accounts', () => {
  it('names parents and children, in order of code, and can be moved about', async () => {
    const root = await opened('3000', { isHeading: true });
    const left = await opened('3100', { parentId: root.id, isHeading: true });
    const right = await opened('3050', { parentId: root.id });
    const leaf = await opened('3010', { parentId: left.id });
    expect((await find('3000'))?.children).toEqual([{ code: '3050' }, { code: '3100' }]);
    await change('updateAccount', { id: leaf.id, parentId: root.id });
    expect((await find('3000'))?.children.map(({ code }) => code)).toEqual(['3010', '3050', '3100']);
    expect((await find('3100'))?.children).toEqual([]);
    await change('updateAccount', { id: right.id, parentId: null });
    expect(await find('3050')).toMatchObject({ parent: null });
  });

  it('has no circles', async () => {
    const [top, middle, bottom] = [await opened('3200'), await opened('3210'), await opened('3220')];
    await change('updateAccount', { id: middle.id, parentId: top.id });
    await change('updateAccount', { id: bottom.id, parentId: middle.id });
    for (const parentId of [top.id, middle.id, bottom.id]) {
      expect(await refused('updateAccount', { id: top.id, parentId })).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'parentId',
        value: parentId,
      });
    }
  });

  it('has no circles, also when two are moved below each other at the same moment', async () => {
    const [one, two] = [await opened('3300'), await opened('3301')];
    const answers = await Promise.all([
      chief.answer(text('updateAccount'), { input: { id: one.id, parentId: two.id } }),
      chief.answer(text('updateAccount'), { input: { id: two.id, parentId: one.id } }),
    ]);
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
  });

  it('loses no account that has others below it', async () => {
    const top = await opened('3400');
    const below = await opened('3401', { parentId: top.id });
    expect(await refused('deleteAccount', { id: top.id })).toMatchObject({ code: 'INVALID_TRANSITION' });
    await chief.query(text('deleteAccount'), { input: { id: below.id } });
    await chief.query(text('deleteAccount'), { input: { id: top.id } });
    expect(await find('3400')).toBeNull();
  });
});

describe('a deactivated account', () => {
  it('keeps its history and takes no postings until it is activated again', async () => {
    const { id } = await opened('4000');
    const entries = [debit('4000', '9.00'), credit('6110', '9.00')];
    const posted = await record(chief, sale('0', { entries }));
    const draft = await perform(chief, 'createTransaction', sale('0', { entries }));
    await perform(chief, 'approveTransaction', { id: draft.id });
    expect(await change('deactivateAccount', { id })).toMatchObject({ isActive: false, version: 2 });
    const inactive = { code: 'ACCOUNT_INACTIVE', field: 'entries[0].accountCode', value: '4000' };
    expect(
      await chief.refusal(mutation('recordTransaction'), { input: sale('0', { entries }) }),
    ).toMatchObject(inactive);
    expect(await chief.refusal(mutation('postTransaction'), { input: { id: draft.id } })).toMatchObject(
      inactive,
    );
    const undo = { id: posted.id, date: '2026-04-01', reason: 'x' };
    expect(await chief.refusal(mutation('reverseTransaction'), { input: undo })).toMatchObject(inactive);
    expect(await refused('deactivateAccount', { id })).toMatchObject({ code: 'INVALID_TRANSITION' });
    const { account } = await chief.query<{ account: { balance: string } }>(
      '{ account(code: "4000") { balance } }',
    );
    expect(account.balance).toBe('9.00');
    expect(await change('activateAccount', { id })).toMatchObject({ isActive: true, version: 3 });
    expect(await refused('activateAccount', { id })).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect((await perform(chief, 'postTransaction', { id: draft.id })).status).toBe('POSTED');
    expect((await perform(chief, 'reverseTransaction', undo)).status).toBe('POSTED');
  });
});

describe('the list of accounts', () => {
  it('gives each account once over its pages, in order of code, and filters', async () => {
    interface Page {
      readonly accounts: {
        readonly totalCount: number;
        readonly edges: readonly { readonly node: Account }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    }
    const page = (variables: object) =>
      chief.query<Page>(
        `query($after: String, $filter: AccountFilter) {
          accounts(first: 7, after: $after, filter: $filter) {
            totalCount edges { node { ...account } } pageInfo { hasNextPage endCursor }
          }
        } ${ACCOUNT}`,
        variables as Record<string, unknown>,
      );
    const all = async (filter: object) => {
      const found: Account[] = [];
      let total = 0;
      for (let after: string | null = null, more = true; more;) {
        const { accounts }: Page = await page({ after, filter });
        found.push(...accounts.edges.map(({ node }) => node));
        total = accounts.totalCount;
        more = accounts.pageInfo.hasNextPage;
        after = accounts.pageInfo.endCursor;
      }
      expect(found).toHaveLength(total);
      return found;
    };
    const every = await all({});
    expect(every.length).toBeGreaterThan(25);
    const [row] = await system.owner.sql<{ codes: string[] }[]>`
      select array_agg(code order by code collate "C") as codes from ledger.accounts
      where company_id = ${system.company(0).id}`;
    expect(every.map(({ code }) => code)).toEqual(row?.codes);
    const same = async (filter: object, keep: (account: Account) => boolean) => {
      expect(await all(filter)).toEqual(every.filter(keep));
    };
    await same({ types: ['EXPENSE', 'REVENUE'] }, ({ type }) => ['EXPENSE', 'REVENUE'].includes(type));
    await same({ types: [] }, () => false);
    await same({ isHeading: true }, ({ isHeading }) => isHeading);
    await same({ isActive: false }, ({ isActive }) => !isActive);
    await same({ codePrefix: 'RACE' }, ({ code }) => code.startsWith('RACE'));
    await same({ codePrefix: '_' }, () => false);
    await same({ search: 'ბანკ' }, ({ name }) => name.includes('ბანკ'));
    await same({ search: '%' }, () => false);
    await same({ parentId: system.company(0).accountId('1100') }, ({ parent }) => parent?.code === '1100');
  });
});
