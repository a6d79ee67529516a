import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const ENTITIES = `query ($of: [_Any!]!) {
  _entities(representations: $of) { ... on User { id name email roles isActive } ... on Company { id name } }
}`;
const UNKNOWN = '01890000-0000-7000-8000-000000000000';

async function entities(
  accessToken: string,
  typename: 'User' | 'Company',
  ids: readonly string[],
): Promise<unknown> {
  const { data, errors } = await world.run(
    ENTITIES,
    { of: ids.map((id) => ({ __typename: typename, id })) },
    accessToken,
  );
  expect(errors).toBeUndefined();
  return data?.['_entities'];
}

describe('asking who and where', () => {
  test('me and company are those of the token', async () => {
    const { accessToken } = await world.signIn('both@demo.ge', world.second);
    const query =
      '{ me { id name email language roles isActive createdAt } company { id name nameEn taxId createdAt } }';
    const { data, errors } = await world.run(query, {}, accessToken);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      me: { id: world.users.both, name: 'თამარ', language: 'ka', roles: ['tax_specialist'], isActive: true },
      company: { id: world.second, name: 'შპს მეორე', nameEn: 'LLC Second', taxId: null },
    });
    expect((data?.['me'] as { createdAt: string }).createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/);
  });

  test('companies are those that the caller is a member of', async () => {
    const ask = async (email: string) =>
      (await world.run('{ companies { id } }', {}, (await world.signIn(email)).accessToken)).data?.[
        'companies'
      ];
    expect(await ask('both@demo.ge')).toEqual([{ id: world.first }, { id: world.second }]);
    expect(await ask('chief@second.ge')).toEqual([{ id: world.second }]);
  });

  test('users are the members of the company by name, page by page', async () => {
    const { accessToken } = await world.signIn('admin@demo.ge');
    const names: string[] = [];
    let after: string | null = null;
    do {
      const query = `query ($after: String) {
        users(first: 2, after: $after) { edges { node { name isActive roles } } pageInfo { hasNextPage endCursor } }
      }`;
      const { data, errors } = await world.run(query, { after }, accessToken);
      expect(errors).toBeUndefined();
      const { edges, pageInfo } = data?.['users'] as {
        edges: { node: { name: string; isActive: boolean; roles: string[] } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      names.push(...edges.map(({ node }) => `${node.name} ${String(node.isActive)} ${node.roles.join()}`));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(names).toEqual([
      'ანა true accountant',
      'ბექა true chief_accountant',
      'გიორგი true admin',
      'დათო false admin',
      'ელენე false ',
      'თამარ true auditor',
    ]);
  });

  test('a page out of bounds and a foreign cursor are refused', async () => {
    const { accessToken } = await world.signIn('admin@demo.ge');
    for (const [args, field] of [
      ['first: 101', 'first'],
      ['first: 0', 'first'],
      ['first: 1, after: "W10"', 'after'],
      ['after: "W10"', 'first'],
    ] as const) {
      const { errors } = await world.run(`{ users(${args}) { edges { cursor } } }`, {}, accessToken);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    }
  });

  test('without a token nothing is told', async () => {
    for (const query of [
      '{ me { id } }',
      '{ company { id } }',
      '{ companies { id } }',
      '{ users(first: 1) { edges { cursor } } }',
    ]) {
      const { errors } = await world.run(query);
      expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    }
    const { errors } = await world.run(ENTITIES, { of: [{ __typename: 'User', id: world.users.chief }] });
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});

describe('between companies', () => {
  test('a user of another company answers as an unknown one', async () => {
    const { accessToken } = await world.signIn('chief@demo.ge');
    const { accountant, secondChief, former, stranger } = world.users;
    expect(
      await entities(accessToken, 'User', [secondChief, accountant, UNKNOWN, "x' or true", stranger, former]),
    ).toEqual([
      null,
      { id: accountant, name: 'ანა', email: 'accountant@demo.ge', roles: ['accountant'], isActive: true },
      null,
      null,
      null,
      { id: former, name: 'ელენე', email: 'former@demo.ge', roles: [], isActive: false },
    ]);
  });

  test('an id is found whatever its case, and asked for twice is answered twice', async () => {
    const { accessToken } = await world.signIn('chief@demo.ge');
    const { accountant } = world.users;
    expect(await entities(accessToken, 'User', [accountant.toUpperCase(), accountant, accountant])).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ name: 'ანა' }) as object),
    );
  });

  test('a company of others answers as an unknown one', async () => {
    const { accessToken } = await world.signIn('chief@second.ge');
    expect(await entities(accessToken, 'Company', [world.first, world.second, UNKNOWN])).toEqual([
      null,
      { id: world.second, name: 'შპს მეორე' },
      null,
    ]);
  });

  test('roles held in one company are not told in another', async () => {
    const { accessToken } = await world.signIn('both@demo.ge', world.second);
    expect(await entities(accessToken, 'User', [world.users.both])).toMatchObject([
      { roles: ['tax_specialist'] },
    ]);
  });
});

describe('the application role itself', () => {
  const TABLES = ['companies', 'users', 'memberships', 'sessions', 'refresh_tokens'] as const;
  const counted = (table: string) => `select count(*)::int as n from identity.${table}`;

  test('sees nothing without a company', async () => {
    for (const table of TABLES) {
      // Users are counted by a column that may be read.
      const [row] = await world.app.sql.unsafe<{ n: number }[]>(
        counted(table).replace('*', table === 'users' ? 'id' : '*'),
      );
      expect(row?.n).toBe(0);
    }
  });

  test('sees of every table what belongs to the company it is in, and no more', async () => {
    await world.signIn('chief@demo.ge');
    await world.signIn('chief@second.ge');
    for (const company of [world.first, world.second]) {
      const seen = await world.app.withCompany(company, async (sql) => ({
        companies: (await sql`select id from identity.companies`).map((row): unknown => row['id']),
        owners: await sql`
          select distinct company_id from (
            select company_id from identity.memberships union all select company_id from identity.sessions
            union all select company_id from identity.refresh_tokens) t`,
        users: (await sql`select id from identity.users`).map((row): unknown => row['id']),
      }));
      expect(seen.companies).toEqual([company]);
      expect(seen.owners).toEqual([{ company_id: company }]);
      expect(seen.users).toContain(world.users.both);
      expect(seen.users.includes(world.users.secondChief)).toBe(company === world.second);
      expect(seen.users.includes(world.users.accountant)).toBe(company === world.first);
      expect(seen.users).not.toContain(world.users.stranger);
    }
  });

  test('cannot write into another company', async () => {
    const session = (company: string) =>
      world.app.withCompany(
        world.first,
        (sql) => sql`
        insert into identity.sessions (id, company_id, user_id, expires_at)
        values (gen_random_uuid(), ${company}, ${world.users.both}, now())`,
        'write',
      );
    await expect(session(world.second)).rejects.toThrow('row-level security');
    await session(world.first);
    const foreign = await world.app.withCompany(
      world.first,
      (sql) => sql`delete from identity.sessions where company_id = ${world.second} returning id`,
      'write',
    );
    expect(foreign).toHaveLength(0);
  });

  test('can neither read password hashes nor enter companies, users or memberships', async () => {
    for (const statement of [
      'select password_hash from identity.users',
      'select * from identity.users',
      "insert into identity.companies (id, name) values (gen_random_uuid(), 'x')",
      "insert into identity.users (id, email, name, password_hash) values (gen_random_uuid(), 'x@y', 'x', 'x')",
      "insert into identity.memberships (company_id, user_id, roles) values (gen_random_uuid(), gen_random_uuid(), '{admin}')",
      'delete from identity.memberships',
      'update identity.memberships set user_id = gen_random_uuid()',
      "update identity.users set email = 'x@y'",
      'update identity.users set disabled_at = null',
      'select token_hash from identity.invitations',
      'update identity.invitations set accepted_at = now()',
      'insert into identity.foundings (company_id) values (gen_random_uuid())',
      'delete from identity.refresh_tokens',
      "update identity.refresh_tokens set token_hash = 'x'",
      'alter table identity.users disable row level security',
      'set role davtari_identity_writer',
    ]) {
      await expect(world.app.sql.unsafe(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  test('learns by credentials() of one address at a time, and of patterns nothing', async () => {
    const ask = (email: string) => world.app.sql`select user_id from identity.credentials(${email})`;
    expect(await ask('CHIEF@demo.ge')).toEqual([{ user_id: world.users.chief }]);
    expect(await ask('%')).toEqual([]);
    expect(await ask('')).toEqual([]);
  });

  test('every table has row-level security, forced', async () => {
    const open = await world.owner.sql`
      select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'identity' and c.relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`;
    expect(open).toEqual([]);
  });
});
