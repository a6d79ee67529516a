import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, valueFromASTUntyped, type ConstDirectiveNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN_ROLES, type BuiltInRole } from '#shared/domain/permissions.ts';
import { createCaller, type Caller } from '#test/caller.ts';
import { operationOn, publishedSchema, rootFields, type RootField } from '#test/operations.ts';
import { CHART_WITH_STOCK, goodsOf, untilMonth } from '#test/goods.ts';
import { mutation, record, sale } from '#test/postings.ts';
import { PASSWORD, startSystem, type System } from '#test/system.ts';

type Role = BuiltInRole | 'nobody';
const ROLES: readonly Role[] = [...(Object.keys(BUILT_IN_ROLES) as BuiltInRole[]), 'nobody'];

let system: System;
let fields: readonly RootField[];
let demands: ReadonlyMap<string, Demand>;
let reached: string[];
/** Where each feed stood before anything was told, by the field that follows it. */
let beginnings: Readonly<Record<string, string>>;
beforeAll(async () => {
  reached = [];
  system = await startSystem({ chart: CHART_WITH_STOCK, onRootField: (field) => reached.push(field) });
  fields = rootFields(await publishedSchema(system.anonymous));
  demands = readDemands();
  const { id } = system.company(0);
  const books = await system.ledger.feed.latest(id);
  const documents = await system.tax.feed.latest(id);
  beginnings = {
    transactionPosted: books,
    balanceChanged: books,
    taxDocumentChanged: documents,
    payrollRunProgress: await system.payroll.feed.latest(id),
    stockChanged: await system.inventory.feed.latest(id),
    reportFileProgress: await system.reporting.feed.latest(id),
  };
  await system
    .company(0)
    .as('admin')
    .query('mutation { prepareVatReturn(input: { year: 2026, month: 1 }) { vatReturn { id } } }');
  await system
    .company(0)
    .as('admin')
    .query(
      'mutation { startPayrollRun(input: { year: 2026, month: 1, payDate: "2026-01-31" }) { run { id } } }',
    );
  const { reportFile } = await system
    .company(0)
    .as('admin')
    .query<{ reportFile: { url: string } }>(
      '{ reportFile(report: TURNOVER_SHEET, format: CSV, from: "2026-01-01", to: "2026-01-31") { url } }',
    );
  await (await fetch(system.url + reportFile.url)).arrayBuffer();
  await record(system.company(0).as('admin'), sale('1.00'));
  await untilMonth(system, '2026-01', true);
  const goods = goodsOf(system.company(0).as('admin'));
  const [itemId, warehouseId] = [await goods.item(), await goods.warehouse()];
  await goods.command('record', {
    kind: 'RECEIPT',
    date: '2026-01-10',
    warehouseId,
    lines: [{ itemId, quantity: '1', amount: '1.00' }],
  });
});
afterAll(() => system.close());

/** What the SDL demands of whoever asks for a root field. */
type Demand = 'public' | 'authenticated' | readonly (readonly string[])[];

/** Reads the demands from the SDL as it is written, by another way than the gateway, which reads them composed. */
function readDemands(): ReadonlyMap<string, Demand> {
  const found = new Map<string, Demand>();
  for (const file of sdlFiles()) {
    for (const definition of parse(readFileSync(file, 'utf8')).definitions) {
      if (definition.kind !== Kind.OBJECT_TYPE_EXTENSION && definition.kind !== Kind.OBJECT_TYPE_DEFINITION)
        continue;
      if (!['Query', 'Mutation', 'Subscription'].includes(definition.name.value)) continue;
      for (const field of definition.fields ?? []) {
        found.set(`${definition.name.value}.${field.name.value}`, demandOf(field.directives ?? []));
      }
    }
  }
  return found;
}

function sdlFiles(): string[] {
  const root = new URL('../../', import.meta.url).pathname;
  return ['subgraphs', 'gateway/subscriptions'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.graphql') && !name.includes('generated'))
      .map((name) => join(root, folder, name)),
  );
}

function demandOf(directives: readonly ConstDirectiveNode[]): Demand {
  const names = directives.map(({ name }) => name.value);
  if (names.includes('public')) return 'public';
  const scopes = directives.find(({ name }) => name.value === 'requiresScopes')?.arguments?.[0]?.value;
  if (scopes !== undefined) return valueFromASTUntyped(scopes) as string[][];
  if (names.includes('authenticated')) return 'authenticated';
  throw new Error(`A root field demands nothing: ${names.join()}`);
}

function demandOn(coordinate: string): Demand {
  const demand = demands.get(coordinate);
  if (demand === undefined) throw new Error(`${coordinate} is in no SDL file.`);
  return demand;
}

/** The refusal that a role meets, or undefined when it may. */
function expectedRefusal(role: Role, coordinate: string): 'FORBIDDEN' | 'UNAUTHENTICATED' | undefined {
  const demand = demandOn(coordinate);
  if (demand === 'public') return undefined;
  if (role === 'nobody') return 'UNAUTHENTICATED';
  if (demand === 'authenticated') return undefined;
  const held: readonly string[] = BUILT_IN_ROLES[role];
  return demand.some((scopes) => scopes.every((scope) => held.includes(scope))) ? undefined : 'FORBIDDEN';
}

function callerOf(role: Role): Caller {
  return role === 'nobody' ? system.anonymous : system.company(0).as(role);
}

describe('the published schema', () => {
  it('has exactly the root fields of the SDL files', () => {
    expect(fields.map(({ coordinate }) => coordinate).sort()).toEqual([...demands.keys()].sort());
    expect(fields.length).toBeGreaterThan(25);
  });

  it('lets every permission of the ledger be tried: some role is allowed and some is not', () => {
    const scoped = fields.filter(({ coordinate }) => Array.isArray(demandOn(coordinate)));
    for (const { coordinate } of scoped) {
      const verdicts = new Set(ROLES.map((role) => expectedRefusal(role, coordinate)));
      expect([coordinate, verdicts.has(undefined)]).toEqual([coordinate, true]);
    }
  });
});

describe.each(ROLES)('to a caller who is %s', (role) => {
  it('each query and mutation is answered or refused as its scopes say, and what is refused reaches no subgraph', async () => {
    for (const root of fields.filter(({ kind }) => kind !== 'subscription')) {
      const { query, variables } = operationOn(root);
      reached.length = 0;
      const { data, errors } = await callerOf(role).answer(query, variables);
      const codes = errors?.map(({ extensions }) => extensions['code']) ?? [];
      const ran = reached.map((field) => field.split(' ')[1]);
      const expected = expectedRefusal(role, root.coordinate);
      if (expected === undefined) {
        expect([root.coordinate, ran]).toEqual([root.coordinate, [root.coordinate]]);
        expect([root.coordinate, codes.includes('FORBIDDEN')]).toEqual([root.coordinate, false]);
        expect([root.coordinate, codes.includes('INTERNAL_SERVER_ERROR')]).toEqual([root.coordinate, false]);
      } else {
        expect([root.coordinate, codes, ran]).toEqual([root.coordinate, [expected], []]);
        expect(data?.[root.field.name] ?? null).toBeNull();
      }
    }
  });

  it('each subscription brings its events or is refused as its scopes say', async () => {
    for (const root of fields.filter(({ kind }) => kind === 'subscription')) {
      const { query, variables } = operationOn(root, { after: beginnings[root.field.name] });
      const watching = callerOf(role).subscribe(query, variables);
      const expected = expectedRefusal(role, root.coordinate);
      if (role === 'nobody') {
        expect((await watching.ended).closeCode).toBe(4401);
      } else if (expected === undefined) {
        expect(await watching.upTo(1)).not.toHaveLength(0);
      } else {
        const { errors } = await watching.ended;
        expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([expected]);
      }
      await watching.stop();
    }
  });
});

describe('an operation that asks for more than its caller may', () => {
  it('is refused whole when it is a mutation: the allowed part is not carried out either', async () => {
    const accountant = system.company(0).as('accountant');
    reached.length = 0;
    const { data, errors } = await accountant.answer(
      `mutation($input: TransactionInput!) {
        createTransaction(input: $input) { transaction { id } }
        recordTransaction(input: $input) { transaction { id } }
      }`,
      { input: sale('1.00') },
    );
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ extensions, path }) => [extensions['code'], path])).toEqual([
      ['FORBIDDEN', ['recordTransaction']],
    ]);
    expect(reached).toEqual([]);
  });

  it('cannot hide a denied field behind an alias or a fragment', async () => {
    reached.length = 0;
    expect(
      await system
        .company(0)
        .as('accountant')
        .refusal(
          `mutation($input: TransactionInput!) { ...more }
         fragment more on Mutation { createTransaction: recordTransaction(input: $input) { transaction { id } } }`,
          { input: sale('1.00') },
        ),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(reached).toEqual([]);
  });

  it('names the denied part when it is a query, and may ask for the rest alone', async () => {
    const { data, errors } = await system
      .company(0)
      .as('tax_specialist')
      .answer('{ me { name } account(code: "1110") { code } other: ledgerVerification { isIntact } }');
    expect(errors?.map(({ extensions, path }) => [extensions['code'], path])).toEqual([
      ['FORBIDDEN', ['other']],
    ]);
    // The denied field may not be null, so it takes the whole answer with it, as GraphQL demands.
    expect(data ?? null).toBeNull();
    const kept = await system
      .company(0)
      .as('tax_specialist')
      .answer('{ me { name } account(code: "1110") { code } }');
    expect(kept).toMatchObject({ data: { me: { name: 'tax_specialist 1' }, account: { code: '1110' } } });
  });
});

describe('a token', () => {
  it('that was issued by somebody else, altered or has expired opens nothing', async () => {
    const other = await startSystem();
    const company = system.company(0);
    const good = await company.token('admin');
    const [head, , signature] = good.split('.');
    const [, body] = good.split('.');
    const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString()) as Record<string, unknown>;
    const forged = Buffer.from(JSON.stringify({ ...claims, company: UNKNOWN_COMPANY })).toString('base64url');
    const tokens = [
      await other.company(0).token('admin'),
      `${head ?? ''}.${forged}.${signature ?? ''}`,
      `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${body ?? ''}.`,
      await company.token('admin', -1),
      'rubbish',
    ];
    await other.close();
    for (const token of tokens) {
      reached.length = 0;
      const response = await system.anonymous.send(
        JSON.stringify({ query: mutation('recordTransaction'), variables: { input: sale('1.00') } }),
        { authorization: `Bearer ${token}` },
      );
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
      expect(reached).toEqual([]);
    }
  });

  it('of a sign-in carries exactly the permissions of the role', async () => {
    const company = system.company(0);
    const { signIn } = await system.anonymous.query<{
      signIn: { accessToken: string; roles: string[]; permissions: string[] };
    }>('mutation($input: SignInInput!) { signIn(input: $input) { accessToken roles permissions } }', {
      input: { email: company.users.accountant.email, password: PASSWORD },
    });
    const signedIn = createCaller(system.url, signIn.accessToken);
    expect(await signedIn.query('{ me { id } company { id } }')).toEqual({
      me: { id: company.users.accountant.id },
      company: { id: company.id },
    });
    expect(await signedIn.refusal('{ ledgerVerification { isIntact } }')).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(signIn.roles).toEqual(['accountant']);
    expect([...signIn.permissions].sort()).toEqual([...BUILT_IN_ROLES.accountant].sort());
  });
});

const UNKNOWN_COMPANY = '018f0000-0000-7000-8000-00000000c0de';
