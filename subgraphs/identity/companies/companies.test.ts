import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '#shared/platform/principal.ts';
import { executeSubgraph } from '#shared/graphql/execute.ts';
import { createLog } from '#shared/platform/log.ts';
import { createTestCompany, memberOf, refusalOf, securityEvents } from '../testing/company.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(async () => {
  await world.close();
});

const CREATE = `mutation ($input: CreateCompanyInput!) {
  createCompany(input: $input) { company { id name nameEn taxId } }
}`;
const UPDATE = `mutation ($input: UpdateCompanyInput!) { updateCompany(input: $input) { company { name nameEn taxId } } }`;

interface Created {
  readonly company: { readonly id: string };
}

const accountant = async () =>
  (await createTestCompany(world, { accountant: ['accountant'] })).members.accountant;
/** Fiscal years begin at midnight in Tbilisi. */
const thisYear = Number(
  new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Tbilisi' }).format(new Date()),
);
let taxIds = 200_000_000;
const newTaxId = () => String(taxIds++);

async function foundings(founderId: string): Promise<readonly Record<string, unknown>[]> {
  return world.owner.sql`
    select company_id, first_fiscal_year as first, last_fiscal_year as last, books_opened_at as opened
    from identity.foundings where founder_id = ${founderId} order by founded_at`;
}

describe('founding a company', () => {
  test('makes the founder its administrator and chief accountant and orders its books', async () => {
    const founder = await accountant();
    const taxId = newTaxId();
    const { company } = await founder.ask<Created>(CREATE, { name: ' შპს ჩემი ', nameEn: 'Mine', taxId });
    expect(company).toEqual({ id: company.id, name: 'შპს ჩემი', nameEn: 'Mine', taxId });
    const there = memberOf(world, { ...founder, companyId: company.id });
    expect(await there.ask('{ me { roles } }')).toEqual({ roles: ['admin', 'chief_accountant'] });
    expect(await founder.ask('{ companies { id } }')).toHaveLength(2);
    expect(await foundings(founder.id)).toEqual([
      { company_id: company.id, first: thisYear - 1, last: thisYear, opened: null },
    ]);
    expect(await securityEvents(world, company.id)).toEqual([`COMPANY_CREATED ${company.id} {}`]);
  });

  test('begins its books up to ten years back, and with last year at the latest', async () => {
    const founder = await accountant();
    for (const [given, first] of [
      [thisYear - 10, thisYear - 10],
      [thisYear - 1, thisYear - 1],
      [thisYear, thisYear - 1],
    ] as const) {
      await founder.ask(CREATE, { name: 'x', firstFiscalYear: given });
      expect((await foundings(founder.id)).at(-1)).toMatchObject({ first, last: thisYear });
    }
    for (const firstFiscalYear of [thisYear - 11, thisYear + 1, 0]) {
      expect(await founder.refusal(CREATE, { name: 'x', firstFiscalYear })).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'firstFiscalYear',
        value: String(firstFiscalYear),
      });
    }
  });

  test.each([
    ['a blank name', { name: '' }, 'name'],
    ['a name of 251 letters', { name: 'x'.repeat(251) }, 'name'],
    ['an English name of 251 letters', { nameEn: 'x'.repeat(251) }, 'nameEn'],
    ['a tax id of eight digits', { taxId: '12345678' }, 'taxId'],
    ['a tax id with a letter', { taxId: '12345678O' }, 'taxId'],
    ['a key of 201 letters', { idempotencyKey: 'x'.repeat(201) }, 'idempotencyKey'],
  ])('is refused with %s, and leaves nothing', async (_what, change, field) => {
    const founder = await accountant();
    expect(await founder.refusal(CREATE, { name: 'x', ...change })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    });
    expect(await foundings(founder.id)).toEqual([]);
  });

  test('with a tax id that is taken is refused without telling whose it is', async () => {
    const taxId = newTaxId();
    await (await accountant()).ask(CREATE, { name: 'შპს საიდუმლო', taxId });
    const other = await accountant();
    const refusal = await other.refusal(CREATE, { name: 'x', taxId });
    expect(refusal).toMatchObject({ code: 'CONFLICT', field: 'taxId' });
    expect(JSON.stringify(refusal)).not.toContain('საიდუმლო');
    expect(await foundings(other.id)).toEqual([]);
  });

  test('happens once under one key, many at once too', async () => {
    const founder = await accountant();
    await founder.accessToken();
    const input = { name: 'x', taxId: newTaxId(), idempotencyKey: 'mine' };
    const founded = await Promise.all(Array.from({ length: 4 }, () => founder.ask<Created>(CREATE, input)));
    expect(new Set(founded.map(({ company }) => company.id)).size).toBe(1);
    expect(await foundings(founder.id)).toHaveLength(1);
    expect(await founder.refusal(CREATE, { ...input, name: 'y' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    // Keys are each user's own.
    const other = await accountant();
    await other.ask(CREATE, { name: 'y', idempotencyKey: 'mine' });
  });

  test('is limited by the day, exactly, and told when to try again', async () => {
    const strict = await createWorld({ config: { companiesPerDay: 3 } });
    try {
      const { members } = await createTestCompany(strict, { founder: ['accountant'] });
      await members.founder.accessToken();
      const outcomes = await Promise.all(
        Array.from({ length: 6 }, async () =>
          members.founder.ask(CREATE, { name: 'x' }).then(() => 'founded', String),
        ),
      );
      expect(outcomes.filter((outcome) => outcome === 'founded')).toHaveLength(3);
      const refusal = await members.founder.refusal(CREATE, { name: 'x' });
      expect(refusal['code']).toBe('RATE_LIMITED');
      expect(refusal['retryAfter']).toBeGreaterThan(86_000);
      expect(refusal['retryAfter']).toBeLessThanOrEqual(86_400);
      await strict.owner.sql`update identity.foundings set founded_at = founded_at - interval '1 day'`;
      await members.founder.ask(CREATE, { name: 'x' });
    } finally {
      await strict.close();
    }
  });

  test('is for people: neither for nobody, nor for a partner, nor for who was shut out', async () => {
    expect(refusalOf(await world.run(CREATE, { input: { name: 'x' } }))).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    const founder = await accountant();
    const principal = await world.principalOf(await founder.accessToken());
    const partner = { ...principal, userId: uuid(), partner: { id: uuid(), keyId: uuid() } };
    const caller: Caller = { principal: partner, requestId: 'test', language: 'ka' };
    const operation = {
      query: CREATE,
      variables: { input: { name: 'x' } },
      operationName: undefined,
      caller,
    };
    const answer = await executeSubgraph(world.identity, operation, createLog({ logLevel: 'silent' }));
    expect(refusalOf(answer)).toMatchObject({ code: 'FORBIDDEN' });
    await world.owner.sql`update identity.users set disabled_at = now() where id = ${founder.id}`;
    expect(await founder.refusal(CREATE, { name: 'x' })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('updating a company', () => {
  test('changes what is given, clears what is null, and leaves the rest', async () => {
    const { members } = await createTestCompany(world, { admin: ['admin'] });
    const taxId = newTaxId();
    await members.admin.ask(UPDATE, { nameEn: 'English', taxId });
    expect(await members.admin.ask(UPDATE, { name: ' ახალი ' })).toEqual({
      company: { name: 'ახალი', nameEn: 'English', taxId },
    });
    expect(await members.admin.ask(UPDATE, { nameEn: null, taxId: null })).toEqual({
      company: { name: 'ახალი', nameEn: null, taxId: null },
    });
  });

  test('refuses what is malformed and a tax id that is taken', async () => {
    const { members } = await createTestCompany(world, { admin: ['admin'] });
    for (const [input, code, field] of [
      [{ name: null }, 'BAD_USER_INPUT', 'name'],
      [{ name: '' }, 'BAD_USER_INPUT', 'name'],
      [{ taxId: '1' }, 'BAD_USER_INPUT', 'taxId'],
      [{ taxId: '404123456' }, 'CONFLICT', 'taxId'],
    ] as const) {
      expect(await members.admin.refusal(UPDATE, input)).toMatchObject({ code, field });
    }
  });

  test('reaches no other company, whatever is written', async () => {
    const { id } = await createTestCompany(world, { admin: ['admin'] });
    const changed = await world.app.withCompany(
      id,
      (sql) => sql`update identity.companies set name_en = 'taken over' returning id`,
      'write',
    );
    expect(changed).toEqual([{ id }]);
  });
});

test('what the ledger is told is nothing to others', async () => {
  await expect(world.app.sql`select * from identity_published.books_to_open('{}', 1)`).rejects.toThrow(
    'permission denied',
  );
});
