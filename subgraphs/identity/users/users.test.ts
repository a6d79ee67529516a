import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestCompany, memberOf, refusalOf, securityEvents, voided } from '../testing/company.ts';
import { END_MEMBERSHIP, RESTORE_MEMBERSHIP, SET_ROLES } from '../testing/operations.ts';
import { createWorld, type World } from '../testing/world.ts';
import { createSecurityLog } from '../security-events/log.ts';
import { openIdentityDatabase } from '../database.ts';
import { ensureMembership } from '../seed.ts';
import { createRevocations } from '../sessions/revocations.ts';
import { postgresBell } from '../sessions/revocation-bell.ts';
import { createLog } from '#shared/platform/log.ts';
import { disableUser, enableUser, type SuspensionParts } from './suspension.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const UNKNOWN = '01890000-0000-7000-8000-000000000000';
const REFRESH = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { roles } }`;
const UPDATE_ME = `mutation ($input: UpdateMeInput!) { updateMe(input: $input) { user { name language email } } }`;

const company = () =>
  createTestCompany(world, { admin: ['admin'], chief: ['chief_accountant'], accountant: ['accountant'] });

describe('setUserRoles', () => {
  test('gives exactly these roles, voids tokens of before, and is written down', async () => {
    const { id, members } = await company();
    const { admin, accountant } = members;
    expect(
      await admin.ask(SET_ROLES, { userId: accountant.id, roles: ['auditor', 'tax_specialist', 'auditor'] }),
    ).toEqual({
      user: { id: accountant.id, roles: ['auditor', 'tax_specialist'], isActive: true, kind: 'PERSON' },
    });
    expect(await voided(world)).toContain(`member:${id}:${accountant.id}`);
    expect(await securityEvents(world, id)).toEqual([
      `USER_ROLES_CHANGED ${accountant.id} {"after":["auditor","tax_specialist"],"before":["accountant"]}`,
    ]);
  });

  test('stays quiet when the roles are these already', async () => {
    const { id, members } = await company();
    await members.admin.ask(SET_ROLES, { userId: members.accountant.id, roles: ['accountant'] });
    expect(await securityEvents(world, id)).toEqual([]);
    expect(await voided(world)).not.toContain(`member:${id}:${members.accountant.id}`);
  });

  test('refuses what is no role, no member, and no member any more', async () => {
    const { members } = await company();
    const { admin, accountant } = members;
    const stranger = (await company()).members.accountant;
    for (const [input, code, field] of [
      [{ userId: accountant.id, roles: ['root'] }, 'BAD_USER_INPUT', 'roles[0]'],
      [{ userId: accountant.id, roles: [] }, 'BAD_USER_INPUT', 'roles'],
      [
        { userId: accountant.id, roles: Array.from({ length: 21 }, () => 'auditor') },
        'BAD_USER_INPUT',
        'roles',
      ],
      [{ userId: stranger.id, roles: ['auditor'] }, 'NOT_FOUND', 'userId'],
      [{ userId: UNKNOWN, roles: ['auditor'] }, 'NOT_FOUND', 'userId'],
      [{ userId: "x' or true", roles: ['auditor'] }, 'NOT_FOUND', 'userId'],
    ] as const) {
      expect(await admin.refusal(SET_ROLES, input)).toMatchObject({ code, field });
    }
    await admin.ask(END_MEMBERSHIP, { userId: accountant.id });
    expect(await admin.refusal(SET_ROLES, { userId: accountant.id, roles: ['auditor'] })).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
  });

  test('lets a chief accountant neither make an administrator nor unmake one', async () => {
    const { members } = await company();
    const { admin, chief, accountant } = members;
    for (const userId of [accountant.id, chief.id]) {
      expect(await chief.refusal(SET_ROLES, { userId, roles: ['chief_accountant', 'admin'] })).toMatchObject({
        code: 'FORBIDDEN',
        field: 'roles',
      });
    }
    expect(await chief.refusal(SET_ROLES, { userId: admin.id, roles: ['accountant'] })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await chief.refusal(END_MEMBERSHIP, { userId: admin.id })).toMatchObject({ code: 'FORBIDDEN' });
    // What the chief holds may be given to the administrator too.
    await chief.ask(SET_ROLES, { userId: admin.id, roles: ['admin', 'accountant'] });
    await chief.ask(SET_ROLES, { userId: accountant.id, roles: ['chief_accountant'] });
  });

  test('is not for an accountant', async () => {
    const { members } = await company();
    const { accountant } = members;
    expect(await accountant.refusal(SET_ROLES, { userId: accountant.id, roles: ['admin'] })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('a membership', () => {
  test('ends with its sessions and tokens at once, and can be restored with the roles of before', async () => {
    const { id, members } = await company();
    const { admin, accountant } = members;
    const refreshToken = await accountant.refreshToken();
    const { sessionId } = await world.principalOf(await accountant.accessToken());
    expect(await admin.ask(END_MEMBERSHIP, { userId: accountant.id })).toEqual({
      user: { id: accountant.id, roles: [], isActive: false },
    });
    expect(await voided(world)).toEqual(
      expect.arrayContaining([`session:${sessionId}`, `member:${id}:${accountant.id}`]),
    );
    expect(refusalOf(await world.run(REFRESH, { input: { refreshToken } }))).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await expect(world.signIn(accountant.email, id)).rejects.toThrow('UNAUTHENTICATED');
    expect(await admin.refusal(END_MEMBERSHIP, { userId: accountant.id })).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
    expect(await admin.ask(RESTORE_MEMBERSHIP, { userId: accountant.id })).toEqual({
      user: { id: accountant.id, roles: ['accountant'], isActive: true },
    });
    // Sessions that ended stay so.
    expect(refusalOf(await world.run(REFRESH, { input: { refreshToken } }))).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await world.signIn(accountant.email, id);
    expect(await admin.refusal(RESTORE_MEMBERSHIP, { userId: accountant.id })).toMatchObject({
      code: 'INVALID_TRANSITION',
    });
    expect(await securityEvents(world, id)).toEqual([
      `MEMBERSHIP_ENDED ${accountant.id} {"roles":["accountant"]}`,
      `MEMBERSHIP_RESTORED ${accountant.id} {"roles":["accountant"]}`,
    ]);
  });

  test('is restored with other roles on demand, and only with roles that exist and that the caller holds', async () => {
    const { members } = await company();
    const { admin, chief, accountant } = members;
    await admin.ask('mutation ($input: DefineRoleInput!) { defineRole(input: $input) { role { name } } }', {
      name: 'temporary',
      titleKa: 'დროებითი',
      titleEn: 'Temporary',
      permissions: ['accounts:read'],
    });
    await admin.ask(SET_ROLES, { userId: accountant.id, roles: ['temporary'] });
    await admin.ask(END_MEMBERSHIP, { userId: accountant.id });
    await admin.ask('mutation ($input: DeleteRoleInput!) { deleteRole(input: $input) { deletedName } }', {
      name: 'temporary',
    });
    expect(await admin.refusal(RESTORE_MEMBERSHIP, { userId: accountant.id })).toMatchObject({
      code: 'CONFLICT',
      value: 'temporary',
    });
    expect(
      await chief.refusal(RESTORE_MEMBERSHIP, { userId: accountant.id, roles: ['admin'] }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await chief.ask(RESTORE_MEMBERSHIP, { userId: accountant.id, roles: ['auditor'] }).catch(String),
    ).toContain('FORBIDDEN');
    expect(
      await chief.ask(RESTORE_MEMBERSHIP, { userId: accountant.id, roles: ['accountant'] }),
    ).toMatchObject({
      user: { roles: ['accountant'] },
    });
  });

  test('ends in one company only', async () => {
    const [one, other] = [await company(), await company()];
    const { accountant } = one.members;
    await ensureMembership(world.owner.sql, accountant.id, { companyId: other.id, roles: ['auditor'] });
    const there = memberOf(world, { id: accountant.id, email: accountant.email, companyId: other.id });
    const refreshToken = await there.refreshToken();
    await one.members.admin.ask(END_MEMBERSHIP, { userId: accountant.id });
    expect((await world.run(REFRESH, { input: { refreshToken } })).data?.['refreshSession']).toEqual({
      roles: ['auditor'],
    });
  });

  test('of the last who may manage users ends by nobody’s hand, their own included', async () => {
    const { admin, other } = (await createTestCompany(world, { admin: ['admin'], other: ['accountant'] }))
      .members;
    expect(await admin.refusal(END_MEMBERSHIP, { userId: admin.id })).toMatchObject({ code: 'CONFLICT' });
    expect(await admin.refusal(SET_ROLES, { userId: admin.id, roles: ['auditor'] })).toMatchObject({
      code: 'CONFLICT',
    });
    await admin.ask(SET_ROLES, { userId: other.id, roles: ['chief_accountant'] });
    expect(await admin.ask(END_MEMBERSHIP, { userId: admin.id })).toMatchObject({
      user: { isActive: false },
    });
  });

  test('two administrators who remove each other at once: one stays', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, members } = await createTestCompany(world, { one: ['admin'], two: ['admin'] });
      await Promise.all([members.one.accessToken(), members.two.accessToken()]);
      const outcomes = await Promise.all([
        members.one.ask(END_MEMBERSHIP, { userId: members.two.id }).catch(String),
        members.two.ask(END_MEMBERSHIP, { userId: members.one.id }).catch(String),
      ]);
      const left = await world.owner.sql`
        select user_id from identity.memberships where company_id = ${id} and ended_at is null`;
      expect(left).toHaveLength(1);
      expect(outcomes.filter((outcome) => typeof outcome === 'string')).toEqual([
        expect.stringContaining('FORBIDDEN'),
      ]);
    }
  });

  test('two who leave at once: one stays, also past the lock of the commands', async () => {
    const { id, members } = await createTestCompany(world, { one: ['admin'], two: ['chief_accountant'] });
    const leave = (userId: string) =>
      world.app.withCompany(
        id,
        (sql) => sql`update identity.memberships set ended_at = now() where user_id = ${userId}`,
        'write',
      );
    const outcomes = await Promise.allSettled([leave(members.one.id), leave(members.two.id)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('updateMe', () => {
  test('changes name and language, of the caller only', async () => {
    const { accountant, admin } = (await company()).members;
    expect(await accountant.ask(UPDATE_ME, { name: ' ანა ', language: 'en' })).toEqual({
      user: { name: 'ანა', language: 'en', email: accountant.email },
    });
    expect(await accountant.ask(UPDATE_ME, { language: 'ru' })).toMatchObject({
      user: { name: 'ანა', language: 'ru' },
    });
    expect(await admin.ask('{ me { name language } }')).toEqual({ name: 'admin', language: 'ka' });
  });

  test('refuses a blank name and an unknown language', async () => {
    const { accountant } = (await company()).members;
    expect(await accountant.refusal(UPDATE_ME, { name: ' ' })).toMatchObject({ field: 'name' });
    expect(await accountant.refusal(UPDATE_ME, { language: 'de' })).toMatchObject({ field: 'language' });
  });
});

describe('the owner of the installation', () => {
  const log = createLog({ logLevel: 'silent' });
  const withParts = async <T>(work: (parts: SuspensionParts) => Promise<T>): Promise<T> => {
    const database = openIdentityDatabase(world.appUrl, log);
    const bell = postgresBell(database.doorbell('identity_access_revocations'));
    const revocations = createRevocations({ database, bell, accessTokenSeconds: 60, log });
    try {
      return await work({
        owner: world.owner.sql,
        database,
        revocations,
        security: createSecurityLog(database),
      });
    } finally {
      await database.close();
    }
  };

  test('shuts a user out of all companies, sessions included, and lets them in again', async () => {
    const [one, other] = [await company(), await company()];
    const { accountant } = one.members;
    await ensureMembership(world.owner.sql, accountant.id, { companyId: other.id, roles: ['auditor'] });
    const there = memberOf(world, { id: accountant.id, email: accountant.email, companyId: other.id });
    const tokens = [await accountant.refreshToken(), await there.refreshToken()];
    const address = accountant.email.toUpperCase();
    expect(await withParts((parts) => disableUser(parts, address))).toEqual({
      userId: accountant.id,
      changed: true,
      sessionsEnded: 2,
    });
    for (const refreshToken of tokens) {
      expect(refusalOf(await world.run(REFRESH, { input: { refreshToken } }))).toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    }
    expect(await voided(world)).toEqual(
      expect.arrayContaining([`member:${one.id}:${accountant.id}`, `member:${other.id}:${accountant.id}`]),
    );
    await expect(world.signIn(accountant.email)).rejects.toThrow('UNAUTHENTICATED');
    // Whoever is shut out does not count as somebody who may manage users.
    expect(await withParts((parts) => disableUser(parts, address))).toMatchObject({
      changed: false,
      sessionsEnded: 0,
    });
    expect(await withParts((parts) => enableUser(parts, address))).toMatchObject({ changed: true });
    expect(await withParts((parts) => enableUser(parts, address))).toMatchObject({ changed: false });
    await world.signIn(accountant.email);
    const events = await world.owner.sql`
      select kind from identity.security_events
      where subject_id = ${accountant.id} and kind like 'USER_%ABLED' order by recorded_at`;
    expect(events.map((row): unknown => row['kind'])).toEqual([
      'USER_DISABLED',
      'USER_DISABLED',
      'USER_ENABLED',
    ]);
  });

  test('is told when nobody has the address', async () => {
    expect(await withParts((parts) => disableUser(parts, 'nobody@test.ge'))).toBeUndefined();
    expect(await withParts((parts) => enableUser(parts, 'nobody@test.ge'))).toBeUndefined();
  });
});
