import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILT_IN_ROLES, PERMISSIONS } from '#shared/domain/permissions.ts';
import { createTestCompany, securityEvents, voided } from '../testing/company.ts';
import { createWorld, type World } from '../testing/world.ts';
import { SET_ROLES } from '../testing/operations.ts';
import { permissionsOf } from '../users/roles.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const ROLES = '{ roles { name titleKa titleEn isBuiltIn permissions memberCount } }';
const DEFINE = `mutation ($input: DefineRoleInput!) {
  defineRole(input: $input) { role { name titleKa titleEn isBuiltIn permissions memberCount } }
}`;
const DELETE = 'mutation ($input: DeleteRoleInput!) { deleteRole(input: $input) { deletedName } }';

const CASHIER = {
  name: 'cashier',
  titleKa: 'მოლარე',
  titleEn: 'Cashier',
  permissions: ['transactions:read', 'accounts:read'],
};

describe('the roles of a company', () => {
  test('are the built-in ones with their titles, then its own, with how many have them', async () => {
    const company = await createTestCompany(world, { chief: ['chief_accountant'], other: ['accountant'] });
    const { chief } = company.members;
    await chief.ask(DEFINE, CASHIER);
    const roles = await chief.ask<{ name: string; memberCount: number; isBuiltIn: boolean }[]>(ROLES);
    expect(roles.map(({ name, memberCount, isBuiltIn }) => [name, memberCount, isBuiltIn])).toEqual([
      ['accountant', 1, true],
      ['chief_accountant', 1, true],
      ['tax_specialist', 0, true],
      ['auditor', 0, true],
      ['admin', 0, true],
      ['cashier', 0, false],
    ]);
    expect(roles[0]).toMatchObject({ titleKa: 'ბუღალტერი', titleEn: 'Accountant' });
    expect(roles[5]).toEqual({
      ...CASHIER,
      permissions: ['accounts:read', 'transactions:read'],
      isBuiltIn: false,
      memberCount: 0,
    });
  });

  test('are unknown to others', async () => {
    const [ours, theirs] = [
      await createTestCompany(world, { admin: ['admin'] }),
      await createTestCompany(world, { admin: ['admin'] }),
    ];
    await ours.members.admin.ask(DEFINE, CASHIER);
    const names = (await theirs.members.admin.ask<{ name: string }[]>(ROLES)).map(({ name }) => name);
    expect(names).toEqual(Object.keys(BUILT_IN_ROLES));
    const { admin } = theirs.members;
    expect(await admin.refusal(SET_ROLES, { userId: admin.id, roles: ['cashier'] })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'roles[0]',
    });
    expect(await admin.refusal(DELETE, { name: 'cashier' })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a role of the own', () => {
  test('is defined, changed and deleted, and each is written down', async () => {
    const company = await createTestCompany(world, { admin: ['admin'] });
    const { admin } = company.members;
    await admin.ask(DEFINE, CASHIER);
    const changed = { ...CASHIER, titleEn: 'Till', permissions: ['accounts:read', 'accounts:read'] };
    expect(await admin.ask(DEFINE, changed)).toEqual({
      role: { ...changed, permissions: ['accounts:read'], isBuiltIn: false, memberCount: 0 },
    });
    expect(await admin.ask(DELETE, { name: 'cashier' })).toEqual({ deletedName: 'cashier' });
    expect(await securityEvents(world, company.id)).toEqual([
      'ROLE_DEFINED cashier {"after":["accounts:read","transactions:read"],"before":null}',
      'ROLE_DEFINED cashier {"after":["accounts:read"],"before":["accounts:read","transactions:read"]}',
      'ROLE_DELETED cashier {"before":["accounts:read"]}',
    ]);
  });

  test('gives its permissions at sign-in and voids the tokens of its members when they change', async () => {
    const company = await createTestCompany(world, { admin: ['admin'], cashier: ['accountant'] });
    const { admin, cashier } = company.members;
    await admin.ask(DEFINE, CASHIER);
    await admin.ask(SET_ROLES, { userId: cashier.id, roles: ['cashier'] });
    expect((await world.principalOf(await cashier.accessToken())).permissions).toEqual(
      new Set(['accounts:read', 'transactions:read']),
    );
    const subject = `member:${company.id}:${cashier.id}`;
    const before = (await voided(world)).filter((one) => one === subject).length;
    await admin.ask(DEFINE, { ...CASHIER, titleEn: 'Only the title' });
    expect((await voided(world)).filter((one) => one === subject)).toHaveLength(before);
    await admin.ask(DEFINE, { ...CASHIER, permissions: ['accounts:read'] });
    expect((await voided(world)).filter((one) => one === subject)).toHaveLength(before + 1);
    const refreshed = await world.run(
      'mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { permissions roles } }',
      { input: { refreshToken: await cashier.refreshToken() } },
    );
    expect(refreshed.data?.['refreshSession']).toEqual({
      permissions: ['accounts:read'],
      roles: ['cashier'],
    });
  });

  test('is made once under one key', async () => {
    const { members } = await createTestCompany(world, { admin: ['admin'] });
    const first = { ...CASHIER, idempotencyKey: 'k' };
    await members.admin.ask(DEFINE, first);
    await members.admin.ask(DEFINE, { ...CASHIER, permissions: ['accounts:read'] });
    // The old call comes again, late: it changes nothing back.
    expect(await members.admin.ask(DEFINE, first)).toMatchObject({
      role: { permissions: ['accounts:read'] },
    });
    expect(await members.admin.refusal(DEFINE, { ...first, titleEn: 'Other' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      field: 'idempotencyKey',
    });
  });

  test.each([
    ['a name in capitals', { name: 'Cashier' }, 'name'],
    ['a name of one letter', { name: 'c' }, 'name'],
    ['the name of a built-in role', { name: 'admin' }, 'name'],
    ['no permissions', { permissions: [] }, 'permissions'],
    ['an unknown permission', { permissions: ['accounts:read', 'root'] }, 'permissions[1]'],
    ['a blank title', { titleKa: ' ' }, 'titleKa'],
    ['a title of 101 letters', { titleEn: 'x'.repeat(101) }, 'titleEn'],
  ])('is refused with %s', async (_what, change, field) => {
    const { admin } = (await createTestCompany(world, { admin: ['admin'] })).members;
    expect(await admin.refusal(DEFINE, { ...CASHIER, ...change })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    });
  });

  test('is not deleted while a member or an invitation has it', async () => {
    const { admin, other } = (await createTestCompany(world, { admin: ['admin'], other: ['accountant'] }))
      .members;
    await admin.ask(DEFINE, CASHIER);
    await admin.ask(SET_ROLES, { userId: other.id, roles: ['cashier'] });
    expect(await admin.refusal(DELETE, { name: 'cashier' })).toMatchObject({
      code: 'CONFLICT',
      field: 'name',
    });
    await admin.ask(SET_ROLES, { userId: other.id, roles: ['accountant'] });
    const { invitation } = await admin.ask<{ invitation: { id: string } }>(
      'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { invitation { id } } }',
      { email: 'till@test.ge', name: 'x', roles: ['cashier'] },
    );
    expect(await admin.refusal(DELETE, { name: 'cashier' })).toMatchObject({ code: 'CONFLICT' });
    await admin.ask(
      'mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { invitation { status } } }',
      { id: invitation.id },
    );
    expect(await admin.ask(DELETE, { name: 'cashier' })).toEqual({ deletedName: 'cashier' });
    expect(await admin.refusal(DELETE, { name: 'auditor' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('nobody gives or takes what they do not hold', () => {
  test('a chief accountant makes no role that may administer the system, changes none and deletes none', async () => {
    const { admin, chief } = (
      await createTestCompany(world, { admin: ['admin'], chief: ['chief_accountant'] })
    ).members;
    const payroll = { ...CASHIER, name: 'wages', permissions: ['accounts:read', 'payroll:read'] };
    expect(await chief.refusal(DEFINE, payroll)).toMatchObject({
      code: 'FORBIDDEN',
      field: 'permissions',
      value: 'payroll:read',
    });
    await admin.ask(DEFINE, payroll);
    // Neither by taking payroll:read away from a role, nor by making the role go.
    expect(await chief.refusal(DEFINE, { ...payroll, permissions: ['accounts:read'] })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await chief.refusal(DELETE, { name: 'wages' })).toMatchObject({ code: 'FORBIDDEN' });
    // What the chief holds may change beside it.
    expect(
      await chief.ask(DEFINE, { ...payroll, permissions: ['payroll:read', 'transactions:read'] }),
    ).toMatchObject({ role: { permissions: ['transactions:read', 'payroll:read'] } });
  });

  test('whoever lost the right meanwhile is refused whatever the token says', async () => {
    const { admin, second } = (await createTestCompany(world, { admin: ['admin'], second: ['admin'] }))
      .members;
    await second.accessToken();
    await admin.ask(SET_ROLES, { userId: second.id, roles: ['accountant'] });
    expect(await second.refusal(DEFINE, CASHIER)).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('the last who may manage users do not take it from themselves by changing the role', async () => {
    const { admin, other } = (await createTestCompany(world, { admin: ['admin'], other: ['accountant'] }))
      .members;
    const keeper = { ...CASHIER, name: 'keeper', permissions: ['admin:users', 'accounts:read'] };
    await admin.ask(DEFINE, keeper);
    await admin.ask(SET_ROLES, { userId: other.id, roles: ['keeper'] });
    await admin.ask(SET_ROLES, { userId: admin.id, roles: ['accountant'] });
    expect(await other.refusal(DEFINE, { ...keeper, permissions: ['accounts:read'] })).toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('the database', () => {
  test('knows the built-in roles, and which of them may manage users, as the program does', async () => {
    const [row] = await world.owner.sql`select identity.built_in_roles() as names`;
    expect(row?.['names']).toEqual(Object.keys(BUILT_IN_ROLES));
    const managers = Object.entries(BUILT_IN_ROLES)
      .filter(([, permissions]) => (permissions as readonly string[]).includes('admin:users'))
      .map(([name]) => name);
    const [guard] = await world.owner.sql<{ source: string }[]>`
      select prosrc as source from pg_proc where proname = 'refuse_unadministered'`;
    expect(guard?.source).toContain(`array[${managers.map((name) => `'${name}'`).join(', ')}]`);
  });

  test('takes no role that does not exist, whoever writes it', async () => {
    const { id, members } = await createTestCompany(world, { admin: ['admin'] });
    for (const roles of [['root'], ['admin', 'root'], ['admin', null]]) {
      await expect(
        world.owner
          .sql`update identity.memberships set roles = ${roles as string[]} where company_id = ${id}`,
      ).rejects.toThrow('do not exist');
    }
    // A role of another company does not exist here.
    const other = await createTestCompany(world, { admin: ['admin'] });
    await other.members.admin.ask(DEFINE, CASHIER);
    await expect(
      world.owner
        .sql`update identity.memberships set roles = '{cashier}' where user_id = ${members.admin.id}`,
    ).rejects.toThrow('do not exist');
  });

  test('lets a role be either given or deleted, never both at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, members } = await createTestCompany(world, { admin: ['admin'], other: ['accountant'] });
      await members.admin.ask(DEFINE, CASHIER);
      // Straight to the tables, past the lock of the commands.
      await Promise.allSettled([
        world.app.withCompany(
          id,
          (sql) =>
            sql`update identity.memberships set roles = '{cashier}' where user_id = ${members.other.id}`,
          'write',
        ),
        world.app.withCompany(id, (sql) => sql`delete from identity.roles where name = 'cashier'`, 'write'),
      ]);
      const [state] = await world.owner.sql`
        select exists (select from identity.roles where company_id = ${id}) as exists,
          (select roles from identity.memberships where user_id = ${members.other.id}) as roles`;
      expect([
        { exists: true, roles: ['cashier'] },
        { exists: false, roles: ['accountant'] },
      ]).toContainEqual(state);
    }
  });
});

test('permissions come in the order of the list, each once, and an unknown role allows nothing', async () => {
  const { id } = await createTestCompany(world, { admin: ['admin'] });
  await world.app.withCompanyDrizzle(id, async (db) => {
    expect(await permissionsOf(db, id, ['auditor', 'accountant'])).toEqual(
      PERMISSIONS.filter((permission) =>
        [...BUILT_IN_ROLES.auditor, ...BUILT_IN_ROLES.accountant].some((held) => held === permission),
      ),
    );
    expect(await permissionsOf(db, id, ['root', 'toString'])).toEqual([]);
    expect(await permissionsOf(db, id, [])).toEqual([]);
  });
});
