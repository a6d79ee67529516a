import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller, type Caller } from '#test/caller.ts';
import { PASSWORD, startSystem, type System } from '#test/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ companies: 2 });
});
afterAll(async () => {
  await system.close();
});

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { accessToken company { id } roles }
}`;
const SWITCH = `mutation ($input: SwitchCompanyInput!) {
  switchCompany(input: $input) { accessToken company { id } roles }
}`;
const CREATE = `mutation ($input: CreateCompanyInput!) {
  createCompany(input: $input) { company { id name booksOpenedAt } }
}`;
const BOOKS = '{ company { id name booksOpenedAt } }';
const INVITE = `mutation ($input: InviteUserInput!) {
  inviteUser(input: $input) { token invitation { id invitedBy { name } } }
}`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { company { id } email }
}`;
const SET_ROLES = `mutation ($input: SetUserRolesInput!) { setUserRoles(input: $input) { user { roles } } }`;
const DEFINE = `mutation ($input: DefineRoleInput!) { defineRole(input: $input) { role { permissions } } }`;
const END = `mutation ($input: EndMembershipInput!) { endMembership(input: $input) { user { isActive } } }`;
const RECORD = `mutation ($input: TransactionInput!) {
  recordTransaction(input: $input) { transaction { number createdBy { name kind } } }
}`;
const DRAFT = `mutation ($input: TransactionInput!) {
  createTransaction(input: $input) { transaction { status createdBy { name } } }
}`;
const ACCOUNT = 'query ($code: String) { account(code: $code) { code balance } }';

interface Session {
  readonly accessToken: string;
  readonly company: { readonly id: string };
  readonly roles: readonly string[];
}

async function signIn(email: string, password = PASSWORD, companyId?: string): Promise<Caller> {
  const { signIn: session } = await system.anonymous.query<{ signIn: Session }>(SIGN_IN, {
    input: { email, password, companyId },
  });
  return createCaller(system.url, session.accessToken);
}

const year = new Date().getFullYear();
const sale = {
  date: `${year}-01-15`,
  description: 'პირველი გატარება',
  entries: [
    { accountCode: '1110', debit: '100.00' },
    { accountCode: '5150', credit: '100.00' },
  ],
};
const SOON = { timeout: 20_000, interval: 50 };

describe('a company', () => {
  it('is founded, gone to, gets its books by itself and takes its first posting', async () => {
    const { users } = system.company(0);
    const founder = await signIn(users.accountant.email);
    const { createCompany } = await founder.query<{
      createCompany: { company: { id: string; booksOpenedAt: null } };
    }>(CREATE, { input: { name: 'შპს ახალი', taxId: '405000001', idempotencyKey: 'mine' } });
    const { id } = createCompany.company;
    // Of another company than that of the token nothing is told of the books.
    expect(createCompany.company.booksOpenedAt).toBeNull();

    const { switchCompany } = await founder.query<{ switchCompany: Session }>(SWITCH, {
      input: { companyId: id },
    });
    expect(switchCompany).toMatchObject({ company: { id }, roles: ['admin', 'chief_accountant'] });
    const there = createCaller(system.url, switchCompany.accessToken);
    const opened = async () =>
      (await there.query<{ company: { booksOpenedAt: string | null } }>(BOOKS)).company.booksOpenedAt;
    await expect.poll(opened, SOON).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

    const { recordTransaction } = await there.query<{ recordTransaction: unknown }>(RECORD, { input: sale });
    expect(recordTransaction).toEqual({
      transaction: { number: `${year}-000001`, createdBy: { name: 'accountant 1', kind: 'PERSON' } },
    });
    expect(await there.query(ACCOUNT, { code: '1110' })).toEqual({
      account: { code: '1110', balance: '100.00' },
    });
    // The books of the company that the founder came from are as they were.
    expect(await founder.query(ACCOUNT, { code: '1110' })).toEqual({
      account: { code: '1110', balance: '0.00' },
    });
    const { isIntact, differences } = await system.ledger.verify(id);
    expect({ isIntact, differences }).toEqual({ isIntact: true, differences: [] });
  });

  it('that was entered by the command line has books too', async () => {
    const { company } = await system
      .company(1)
      .as('auditor')
      .query<{ company: { booksOpenedAt: string } }>(BOOKS);
    expect(company.booksOpenedAt).toMatch(/^\d{4}-/);
  });

  it('is not founded by whoever is not signed in', async () => {
    expect(await system.anonymous.refusal(CREATE, { input: { name: 'x' } })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('is changed by its administrator only', async () => {
    const UPDATE =
      'mutation ($input: UpdateCompanyInput!) { updateCompany(input: $input) { company { nameEn } } }';
    const company = system.company(1);
    expect(await company.as('chief_accountant').refusal(UPDATE, { input: { nameEn: 'x' } })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await company.as('admin').query(UPDATE, { input: { nameEn: 'Second' } })).toEqual({
      updateCompany: { company: { nameEn: 'Second' } },
    });
  });
});

describe('people', () => {
  it('are invited, join with a password of their own, and may do what their role says', async () => {
    const company = system.company(1);
    const chief = company.as('chief_accountant');
    const email = 'new@invited.ge';
    const { inviteUser } = await chief.query<{ inviteUser: { token: string; invitation: unknown } }>(INVITE, {
      input: { email, name: 'ახალი', roles: ['accountant'] },
    });
    expect(inviteUser.invitation).toMatchObject({ invitedBy: { name: 'chief_accountant 2' } });
    await system.anonymous.query(ACCEPT, {
      input: { token: inviteUser.token, password: 'ჩემი-პაროლი-17' },
    });
    const joined = await signIn(email, 'ჩემი-პაროლი-17');
    expect(await joined.query(DRAFT, { input: { ...sale, date: '2026-02-01' } })).toEqual({
      createTransaction: { transaction: { status: 'DRAFT', createdBy: { name: 'ახალი' } } },
    });
    expect(
      await joined.refusal(INVITE, { input: { email: 'x@y.ge', name: 'x', roles: ['accountant'] } }),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('do not raise themselves: an accountant invites nobody, a chief makes no administrator', async () => {
    const company = system.company(0);
    const [accountant, chief] = [company.as('accountant'), company.as('chief_accountant')];
    const userId = company.users.chief_accountant.id;
    for (const [caller, operation, input] of [
      [accountant, INVITE, { email: 'x@y.ge', name: 'x', roles: ['auditor'] }],
      [accountant, SET_ROLES, { userId: company.users.accountant.id, roles: ['admin'] }],
      [accountant, DEFINE, { name: 'mine', titleKa: 'x', titleEn: 'x', permissions: ['accounts:read'] }],
      [chief, INVITE, { email: 'x@y.ge', name: 'x', roles: ['admin'] }],
      [chief, SET_ROLES, { userId, roles: ['chief_accountant', 'admin'] }],
      [chief, DEFINE, { name: 'mine', titleKa: 'x', titleEn: 'x', permissions: ['admin:system'] }],
      [chief, END, { userId: company.users.admin.id }],
    ] as const) {
      expect(await caller.refusal(operation, { input })).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(
      await chief.refusal(DEFINE, {
        input: { name: 'mine', titleKa: 'x', titleEn: 'x', permissions: ['root'] },
      }),
    ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'permissions[0]' });
  });

  it('lose at once what is taken from them, whatever their token says', async () => {
    const company = system.company(1);
    const admin = company.as('admin');
    const { id, email } = company.users.tax_specialist;
    const before = await signIn(email);
    await before.query(ACCOUNT, { code: '1110' });
    await admin.query(DEFINE, {
      input: { name: 'reader', titleKa: 'მკითხველი', titleEn: 'Reader', permissions: ['transactions:read'] },
    });
    await admin.query(SET_ROLES, { input: { userId: id, roles: ['reader'] } });
    // The gateway is told within moments that tokens from before are void.
    const code = (caller: Caller) => async () =>
      (await caller.answer(ACCOUNT, { code: '1110' })).errors?.[0]?.extensions['code'];
    await expect.poll(code(before), SOON).toBe('UNAUTHENTICATED');
    const after = await signIn(email);
    expect(await code(after)()).toBe('FORBIDDEN');
    await admin.query(DEFINE, {
      input: { name: 'reader', titleKa: 'მკითხველი', titleEn: 'Reader', permissions: ['accounts:read'] },
    });
    await expect.poll(code(after), SOON).toBe('UNAUTHENTICATED');
    const again = await signIn(email);
    expect(await code(again)()).toBeUndefined();
    await admin.query(END, { input: { userId: id } });
    await expect.poll(code(again), SOON).toBe('UNAUTHENTICATED');
  });
});
