import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createTestCompany,
  memberOf,
  refusalOf,
  rootOf,
  securityEvents,
  type TestMember,
} from '../testing/company.ts';
import { END_MEMBERSHIP, SET_ROLES } from '../testing/operations.ts';
import { createWorld, PASSWORD, type World } from '../testing/world.ts';
import { MAX_ATTEMPTS } from './decide.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const INVITE = `mutation ($input: InviteUserInput!) {
  inviteUser(input: $input) { token invitation { id email name language roles status invitedBy { id } acceptedBy { id } } }
}`;
const ACCEPT = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { email company { id name } }
}`;
const REVOKE = `mutation ($input: RevokeInvitationInput!) {
  revokeInvitation(input: $input) { invitation { id status } }
}`;
const LIST = `query ($after: String) {
  invitations(first: 2, after: $after) {
    edges { node { email status acceptedBy { email } } } pageInfo { hasNextPage endCursor }
  }
}`;
const GOOD = 'ქართული-პაროლი-17';

interface Invited {
  readonly token: string | null;
  readonly invitation: { readonly id: string; readonly status: string };
}

const company = () =>
  createTestCompany(world, { admin: ['admin'], chief: ['chief_accountant'], accountant: ['accountant'] });
const address = () => `new-${uuid()}@test.ge`;

async function invite(by: TestMember, email: string, roles = ['accountant']): Promise<string> {
  const { token } = await by.ask<Invited>(INVITE, { email, name: 'ახალი', roles });
  return token ?? '';
}

/** Somebody without a token calls. */
const accept = async (input: { token: string; password: string; name?: string }) =>
  world.run(ACCEPT, { input });

describe('an invitation', () => {
  test('makes a new user a member, who signs in with the password given', async () => {
    const { id, members } = await company();
    const email = address();
    const { token, invitation } = await members.admin.ask<Invited>(INVITE, {
      email,
      name: 'ელზა',
      roles: ['accountant', 'auditor'],
      language: 'en',
    });
    expect(invitation).toMatchObject({
      email,
      name: 'ელზა',
      language: 'en',
      roles: ['accountant', 'auditor'],
      status: 'OPEN',
      invitedBy: { id: members.admin.id },
      acceptedBy: null,
    });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(rootOf(await accept({ token: token ?? '', password: GOOD }))).toMatchObject({
      email,
      company: { id },
    });
    const signedIn = await world.run(
      'mutation ($input: SignInInput!) { signIn(input: $input) { user { id name } roles company { id } } }',
      { input: { email: email.toUpperCase(), password: GOOD } },
    );
    expect(rootOf(signedIn)).toMatchObject({
      user: { name: 'ელზა' },
      roles: ['accountant', 'auditor'],
      company: { id },
    });
    expect(await securityEvents(world, id)).toEqual([
      `USER_INVITED ${invitation.id} {"roles":["accountant","auditor"]}`,
      `INVITATION_ACCEPTED ${invitation.id} {}`,
    ]);
  });

  test('makes a user of another company a member too, by the password that they have', async () => {
    const [here, there] = [await company(), await company()];
    const { email, id } = there.members.accountant;
    const token = await invite(here.members.admin, email.toUpperCase(), ['auditor']);
    expect(rootOf(await accept({ token, password: PASSWORD, name: 'ignored' }))).toMatchObject({
      company: { id: here.id },
    });
    const member = memberOf(world, { id, email, companyId: here.id });
    expect(await member.ask('{ me { id name roles } }')).toEqual({
      id,
      name: 'accountant',
      roles: ['auditor'],
    });
    expect(await member.ask('{ companies { id } }')).toHaveLength(2);
  });

  test('lets a former member in again with its roles', async () => {
    const { members } = await company();
    const { admin, accountant } = members;
    await admin.ask(END_MEMBERSHIP, { userId: accountant.id });
    const token = await invite(admin, accountant.email, ['tax_specialist']);
    rootOf(await accept({ token, password: PASSWORD }));
    const [row] = await world.owner.sql`
      select roles, ended_at from identity.memberships where user_id = ${accountant.id}`;
    expect(row).toEqual({ roles: ['tax_specialist'], ended_at: null });
  });

  test('is good for one use, is withdrawn, replaced and expires', async () => {
    const { members } = await company();
    const { admin } = members;
    const refused = async (token: string) =>
      expect(refusalOf(await accept({ token, password: GOOD }))).toMatchObject({ code: 'UNAUTHENTICATED' });

    const used = await invite(admin, address());
    rootOf(await accept({ token: used, password: GOOD }));
    await refused(used);

    const email = address();
    const replaced = await invite(admin, email);
    const { token, invitation } = await admin.ask<Invited>(INVITE, {
      email: email.toUpperCase(),
      name: 'x',
      roles: ['auditor'],
    });
    await refused(replaced);
    expect(await admin.ask(REVOKE, { id: invitation.id })).toEqual({
      invitation: { id: invitation.id, status: 'REVOKED' },
    });
    await refused(token ?? '');
    expect(await admin.refusal(REVOKE, { id: invitation.id })).toMatchObject({ code: 'INVALID_TRANSITION' });

    const late = await admin.ask<Invited>(INVITE, { email: address(), name: 'x', roles: ['auditor'] });
    const [life] = await world.owner.sql`
      select extract(epoch from expires_at - created_at)::int as seconds
      from identity.invitations where id = ${late.invitation.id}`;
    expect(life).toEqual({ seconds: 7 * 24 * 3600 });
    await world.owner
      .sql`update identity.invitations set expires_at = now() where id = ${late.invitation.id}`;
    await refused(late.token ?? '');

    for (const nonsense of ['', 'x', 'A'.repeat(43), "' or true --", 'x'.repeat(10_000)])
      await refused(nonsense);
  });

  test('is kept as a digest only', async () => {
    const { members } = await company();
    const token = await invite(members.admin, address());
    const rows = await world.owner.sql`select * from identity.invitations`;
    expect(JSON.stringify(rows)).not.toContain(token);
    await expect(world.app.sql`select token_hash from identity.invitations`).rejects.toThrow(
      'permission denied',
    );
  });

  test('is listed to whoever may manage users, the newest first, page by page', async () => {
    const { members } = await company();
    const { admin } = members;
    const emails = [address(), address(), address()] as const;
    for (const email of emails) await invite(admin, email);
    const [row] = await world.owner.sql<{ id: string }[]>`
      select id from identity.invitations where email = ${emails[0]}`;
    await admin.ask(REVOKE, { id: row?.id });
    interface Page {
      readonly edges: { readonly node: { readonly email: string; readonly status: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    }
    const run = async (after?: string) =>
      rootOf(await world.run(LIST, { after }, await admin.accessToken())) as Page;
    const first = await run();
    const second = await run(first.pageInfo.endCursor);
    expect([...first.edges, ...second.edges].map(({ node }) => `${node.email} ${node.status}`)).toEqual([
      `${emails[2]} OPEN`,
      `${emails[1]} OPEN`,
      `${emails[0]} REVOKED`,
    ]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test('is made once under one key, and its token told once', async () => {
    const { members } = await company();
    const input = { email: address(), name: 'x', roles: ['auditor'], idempotencyKey: 'once' };
    const first = await members.admin.ask<Invited>(INVITE, input);
    const again = await members.admin.ask<Invited>(INVITE, input);
    expect(again).toMatchObject({ token: null, invitation: { id: first.invitation.id, status: 'OPEN' } });
    rootOf(await accept({ token: first.token ?? '', password: GOOD }));
    expect(await members.admin.refusal(INVITE, { ...input, name: 'y' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });
});

describe('inviting', () => {
  test.each([
    ['no address', { email: 'nobody' }, 'BAD_USER_INPUT', 'email'],
    ['a blank name', { name: ' ' }, 'BAD_USER_INPUT', 'name'],
    ['an unknown role', { roles: ['auditor', 'root'] }, 'BAD_USER_INPUT', 'roles[1]'],
    ['no role', { roles: [] }, 'BAD_USER_INPUT', 'roles'],
    ['an unknown language', { language: 'de' }, 'BAD_USER_INPUT', 'language'],
  ])('is refused with %s', async (_what, change, code, field) => {
    const { admin } = (await company()).members;
    const input = { email: address(), name: 'x', roles: ['auditor'], ...change };
    expect(await admin.refusal(INVITE, input)).toMatchObject({ code, field });
  });

  test('is refused for who is a member here, and answers alike for users elsewhere and for nobody', async () => {
    const [here, there] = [await company(), await company()];
    const { admin, accountant } = here.members;
    expect(
      await admin.refusal(INVITE, { email: accountant.email.toUpperCase(), name: 'x', roles: ['auditor'] }),
    ).toMatchObject({ code: 'CONFLICT', field: 'email' });
    const shape = async (email: string) => {
      const { invitation } = await admin.ask<Invited>(INVITE, { email, name: 'x', roles: ['auditor'] });
      return { ...invitation, id: '', email: '' };
    };
    expect(await shape(there.members.chief.email)).toEqual(await shape(address()));
  });

  test('is not for an accountant, and a chief accountant invites no administrator', async () => {
    const { accountant, chief } = (await company()).members;
    const input = { email: address(), name: 'x', roles: ['auditor'] };
    expect(await accountant.refusal(INVITE, input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await chief.refusal(INVITE, { ...input, roles: ['accountant', 'admin'] })).toMatchObject({
      code: 'FORBIDDEN',
      field: 'roles',
    });
    expect(await chief.refusal(REVOKE, { id: uuid() })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('accepting', () => {
  test('refuses a weak password alike for a known and for an unknown address', async () => {
    const [here, there] = [await company(), await company()];
    const answers = [];
    for (const email of [there.members.chief.email, address()]) {
      const token = await invite(here.members.admin, email);
      answers.push(refusalOf(await accept({ token, password: 'password1' })));
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ code: 'BAD_USER_INPUT', field: 'password' });
  });

  test('lets few passwords be tried, many at once too, the right one not after them', async () => {
    const [here, there] = [await company(), await company()];
    const { admin } = here.members;
    const token = await invite(admin, there.members.chief.email);
    const guesses = await Promise.all(
      Array.from({ length: MAX_ATTEMPTS + 3 }, (_, at) => accept({ token, password: `guess-number-${at}` })),
    );
    expect(guesses.map((guess) => refusalOf(guess)['code'])).toEqual(
      Array.from({ length: MAX_ATTEMPTS + 3 }, () => 'UNAUTHENTICATED'),
    );
    expect(refusalOf(await accept({ token, password: PASSWORD }))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const { edges } = rootOf(await world.run(LIST, {}, await admin.accessToken())) as {
      edges: { node: { status: string } }[];
    };
    expect(edges[0]?.node.status).toBe('REVOKED');
    expect(
      (await securityEvents(world, here.id)).filter((event) => event.startsWith('SIGN_IN_FAILED')),
    ).toHaveLength(MAX_ATTEMPTS);
  });

  test('counts against the account as signing in does, over all invitations', async () => {
    const strict = await createWorld({
      config: { attempts: { perAccount: 3, perAddress: 100, seconds: 900 } },
    });
    try {
      const here = await createTestCompany(strict, { admin: ['admin'] });
      const there = await createTestCompany(strict, { admin: ['admin'] });
      const codes = [];
      for (let at = 0; at < 5; at++) {
        const { token } = await here.members.admin.ask<Invited>(INVITE, {
          email: there.members.admin.email,
          name: 'x',
          roles: ['auditor'],
        });
        const answer = await strict.run(ACCEPT, { input: { token, password: `guess-number-${at}` } });
        codes.push(refusalOf(answer)['code']);
      }
      expect(codes).toEqual([
        'UNAUTHENTICATED',
        'UNAUTHENTICATED',
        'UNAUTHENTICATED',
        'RATE_LIMITED',
        'RATE_LIMITED',
      ]);
    } finally {
      await strict.close();
    }
  });

  test('gives nothing that the inviter has lost meanwhile', async () => {
    const { id, members } = await company();
    const { admin, chief } = members;
    const tokens = [
      await invite(chief, address(), ['chief_accountant']),
      await invite(chief, address()),
    ] as const;
    await admin.ask(SET_ROLES, { userId: chief.id, roles: ['accountant'] });
    for (const token of tokens) {
      expect(refusalOf(await accept({ token, password: GOOD }))).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    // With the right comes back what it carried.
    await admin.ask(SET_ROLES, { userId: chief.id, roles: ['chief_accountant'] });
    rootOf(await accept({ token: tokens[0], password: GOOD }));
    const users = await world.owner.sql`
      select user_id from identity.memberships where company_id = ${id} and 'chief_accountant' = any (roles)`;
    expect(users).toHaveLength(2);
  });

  test('by many at once makes one user and one member', async () => {
    const { id, members } = await company();
    const email = address();
    const token = await invite(members.admin, email);
    const answers = await Promise.all(Array.from({ length: 4 }, () => accept({ token, password: GOOD })));
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    const found = await world.owner.sql`
      select m.company_id from identity.users u join identity.memberships m on m.user_id = u.id
      where u.email = ${email}`;
    expect(found).toEqual([{ company_id: id }]);
  });

  test('is refused to who was shut out', async () => {
    const [here, there] = [await company(), await company()];
    const { id, email } = there.members.accountant;
    await world.owner.sql`update identity.users set disabled_at = now() where id = ${id}`;
    const token = await invite(here.members.admin, email);
    expect(refusalOf(await accept({ token, password: PASSWORD }))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('leaves the roles of who became a member meanwhile as they are', async () => {
    const { members } = await company();
    const email = address();
    const [one] = [await invite(members.admin, email, ['auditor'])];
    rootOf(await accept({ token: one, password: GOOD }));
    const [row] = await world.owner.sql<{ user_id: string }[]>`
      select u.id as user_id from identity.users u where u.email = ${email}`;
    // As if a second token had been open all the time.
    await world.owner.sql`
      update identity.invitations set accepted_at = null, accepted_by = null, roles = '{admin}' where email = ${email}`;
    rootOf(await accept({ token: one, password: GOOD }));
    const [member] = await world.owner.sql`
      select roles from identity.memberships where user_id = ${row?.user_id ?? ''}`;
    expect(member).toEqual({ roles: ['auditor'] });
  });
});
