import {
  isInputObjectType,
  isListType,
  isNonNullType,
  getNamedType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { davtari } from '#cli/testing/run-davtari.ts';
import { openDatabase } from '#db/client.ts';
import { accessTo, demandsOf } from '#gateway/authorization/access-matrix.ts';
import {
  BUILT_IN_ROLES,
  PERMISSIONS,
  type BuiltInRole,
  type Permission,
} from '#shared/domain/permissions.ts';
import { createCaller, type Caller } from '#test/caller.ts';
import { createWatchedLog } from '#test/log-watch.ts';
import { exampleOf, operationOn, publishedSchema, rootFields } from '#test/operations.ts';
import { operationAlong, pathsTo } from '#test/paths.ts';
import { PAY_CHART, payrollOf, type Payroller, type ShownRun } from '#test/payroll.ts';
import { startSystem, supergraphSdl, type System, type TestCompany } from '#test/system.ts';

const MONTH = 3;
const ACCOUNT = 'GE29NB0000000101904917';

/** People whose names and pay cannot be met by chance, and three of whom share each cost centre but the first. */
const PEOPLE = [
  ['ვარდისახარა', 'board', '93711.37'],
  ['თეთრიყვავა', 'shop', '5813.71'],
  ['შავიზღვია', 'shop', '6127.93'],
  ['მთისწყარო', 'shop', '7349.17'],
  ['ქარისკაცი', 'office', '8461.39'],
  ['ღამისთევა', 'office', '9573.83'],
  ['ცისარტყელა', 'office', '4689.61'],
  ['ძველიქალაქი', 'office', '3797.29'],
] as const;

let system: System;
let company: TestCompany;
let payroll: Payroller;
let schema: GraphQLSchema;
let demands: ReturnType<typeof demandsOf>;
let run: ShownRun;
let beginnings: Readonly<Record<string, string>>;
const lines: string[] = [];
/** What nobody without `payroll:read` may find, by what it is. */
const secrets = new Map<string, string>();
/** Things that are there, by the names of arguments and fields that name them. */
const there: Record<string, string> = {};

beforeAll(async () => {
  system = await startSystem({
    chart: PAY_CHART,
    log: createWatchedLog(lines),
    gateway: { sockets: { openedPerMinute: 10_000 } },
  });
  company = system.company(0);
  schema = await publishedSchema(system.anonymous);
  demands = demandsOf(await supergraphSdl());
  payroll = await payrollOf(system, company);
  const { id } = company;
  beginnings = {
    transactionPosted: await system.ledger.feed.latest(id),
    balanceChanged: await system.ledger.feed.latest(id),
    taxDocumentChanged: await system.tax.feed.latest(id),
    payrollRunProgress: await system.payroll.feed.latest(id),
  };
}, 60_000);
afterAll(() => system.close());

/** Employs, pays and corrects, and notes down everything that is nobody's business. */
async function plant(): Promise<void> {
  const employments: string[] = [];
  for (const [index, [lastName, value, amount]] of PEOPLE.entries()) {
    const personalNumber = String(61_907_000_113 + index * 1_009);
    const { employee, employment } = await payroll.employ({
      pay: { amount },
      person: {
        lastName,
        firstName: 'ზანარია',
        personalNumber,
        iban: ACCOUNT,
        address: `ზღაპრის ქუჩა ${lastName}`,
      },
      contract: { costCentre: { name: 'cost centre', value } },
    });
    employments.push(employment);
    secrets.set(lastName, 'a name');
    secrets.set(personalNumber, 'a personal number');
    secrets.set(amount, 'what was agreed');
    Object.assign(there, { employeeId: employee, employmentId: employment, personalNumber });
  }
  secrets.set('ზანარია', 'a first name');
  secrets.set(ACCOUNT, 'an account');
  // What only one person has in the whole company would be a sum of the company: these are for two.
  for (const employmentId of employments.slice(1, 3)) {
    const common = { employmentId, from: '2026-03-01' };
    await payroll.add({ ...common, kind: 'ADVANCE', name: 'ზანარიასავანსი', amount: '531.77' });
    await payroll.add({ ...common, kind: 'BONUS', name: 'ზანარიასპრემია', amount: '1217.19' });
    await payroll.add({ ...common, kind: 'BENEFIT_IN_KIND', name: 'ზანარიასდაზღვევა', amount: '313.57' });
  }
  for (const secret of ['ზანარიასავანსი', 'ზანარიასპრემია', 'ზანარიასდაზღვევა'])
    secrets.set(secret, 'a component');
  for (const secret of ['1217.19', '531.77', '313.57']) secrets.set(secret, 'an amount of a component');
  run = await payroll.pay(2026, MONTH);
  await settle(run.id);
  for (const employmentId of employments.slice(1, 4))
    await payroll.keeper.query(
      'mutation ($input: ChangeEmploymentTermsInput!) { changeEmploymentTerms(input: $input) { employment { id } } }',
      {
        input: {
          id: employmentId,
          from: '2026-03-01',
          pay: { amount: '11239.87', unit: 'MONTHLY', basis: 'GROSS' },
        },
      },
    );
  secrets.set('11239.87', 'what was agreed');
  const correction = await payroll.pay(2026, MONTH, { isCorrection: true });
  for (const { id } of [run, correction]) await noteDown(id);
  Object.assign(there, { runId: run.id, transactionId: run.transaction?.id ?? '', number: 'P-1' });
}

/** Has the bank pay everybody of a run at once. */
async function settle(runId: string): Promise<void> {
  const { makePayrollPaymentFile } = await payroll.keeper.query<{
    makePayrollPaymentFile: {
      file: { id: string; list: { edges: { node: { employee: { id: string } } }[] } };
    };
  }>(
    `mutation ($input: MakePayrollPaymentFileInput!) { makePayrollPaymentFile(input: $input) {
      file { id list(first: 50) { edges { node { employee { id } } } } } } }`,
    { input: { runId } },
  );
  const { id, list } = makePayrollPaymentFile.file;
  there['fileId'] = id;
  await payroll.keeper.query(
    'mutation ($input: SettlePayrollPaymentsInput!) { settlePayrollPayments(input: $input) { file { id } } }',
    { input: { fileId: id, date: '2026-03-28', confirmed: list.edges.map(({ node }) => node.employee.id) } },
  );
}

/** Every amount of each payslip that is not small enough to be met by chance. */
async function noteDown(runId: string): Promise<void> {
  const amounts = 'gross employeePension taxable incomeTax net employerPension statePension netToPay';
  const { payrollRun } = await payroll.keeper.query<{
    payrollRun: { payslips: { edges: { node: Record<string, string> }[] } };
  }>(`query ($id: ID!) { payrollRun(id: $id) { payslips(first: 50) { edges { node { ${amounts} } } } } }`, {
    id: runId,
  });
  for (const { node } of payrollRun.payslips.edges)
    for (const [name, amount] of Object.entries(node))
      if (amount.length >= '100.00'.length) secrets.set(amount, `${name} of a payslip`);
}

/** An amount as text may have it: plain, with commas, with a decimal comma, in tetri. */
function written(secret: string): string {
  if (!/^\d+\.\d\d$/.test(secret)) return secret;
  const [whole = '', cents = ''] = secret.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '[,\\u00a0 ]?');
  const tetri = whole.length > 3 ? `|${whole}${cents}` : '';
  return `(?<![\\w.-])(?:${grouped}[.,]${cents}${tetri})(?![\\w-])`;
}

/** One search for all of them, made when all are known: there are many secrets and many texts. */
let anySecret: RegExp | undefined;

function found(where: string, text: string): string[] {
  anySecret ??= new RegExp([...secrets.keys()].map(written).join('|'), 'u');
  if (!anySecret.test(text)) return [];
  return [...secrets].flatMap(([secret, what]) => {
    const match = new RegExp(written(secret), 'u').exec(text);
    return match === null
      ? []
      : [`${where}: ${what}: ${text.slice(Math.max(0, match.index - 60), match.index + 60)}`];
  });
}

/** Good values for whatever names something: what is there, and the month that was paid. */
function given(name: string, input: GraphQLInputType): unknown {
  if (name === 'first') return 50;
  if (name === 'year') return 2026;
  if (name === 'month') return MONTH;
  if (name in there) return listed(there[name], input);
  const type = getNamedType(input);
  if (isInputObjectType(type))
    return listed(
      Object.fromEntries(
        Object.values(type.getFields())
          .filter((field) => isNonNullType(field.type) || field.name in there)
          .map((field) => [field.name, given(field.name, field.type)]),
      ),
      input,
    );
  return exampleOf(input);
}

function listed(value: unknown, input: GraphQLInputType): unknown {
  return isListType(isNonNullType(input) ? input.ofType : input) ? [value] : value;
}

/** Arguments for every field of the schema, with the identifier that the field itself goes by. */
function everyArgument(): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('getFields' in type) || isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      for (const { name, type: input } of 'args' in field ? field.args : [])
        if (name === 'first' || name === 'year' || name === 'month' || name in there)
          values[`${type.name}.${field.name}(${name})`] = given(name, input);
  }
  return {
    ...values,
    'Query.account(code)': '7410',
    'Query.transaction(id)': there['transactionId'],
    'Query.payrollRun(id)': there['runId'],
    'Query.employee(id)': there['employeeId'],
    'Query.employment(id)': there['employmentId'],
    'Query.payrollPaymentFile(id)': there['fileId'],
  };
}

/**
 * What a caller gets who asks for every field to which a way leads, and for those that are refused at the end of it, files
 * behind links included. What lies behind a refused field has no other way to it.
 */
async function everythingAsked(
  caller: Caller,
  permissions: readonly Permission[],
  isMeant: (coordinate: string) => boolean = () => true,
): Promise<string[]> {
  const values = everyArgument();
  const faults: string[] = [];
  const held = new Set(permissions);
  const isOpen = (coordinate: string): boolean => accessTo(demands.get(coordinate) ?? [], held) === 'allow';
  const paths = [...pathsTo(schema, isOpen)].filter(
    ([coordinate, { kind }]) => kind === 'query' && isMeant(coordinate),
  );
  expect(paths.length).toBeGreaterThan(100);
  const waiting = paths.values();
  const asking = async (): Promise<void> => {
    for (const [coordinate, path] of waiting) {
      const { query, variables } = operationAlong(path, values);
      const text = await (await caller.send(JSON.stringify({ query, variables }))).text();
      faults.push(...found(coordinate, text));
      for (const [link] of text.matchAll(/\/files\/[^"\\ ]+/g))
        faults.push(...found(`${coordinate}, file`, await (await fetch(system.url + link)).text()));
    }
  };
  await Promise.all(Array.from({ length: 8 }, asking));
  return faults;
}

const WITHOUT = PERMISSIONS.filter((name) => name !== 'payroll:read');
const ROLES: readonly BuiltInRole[] = ['accountant', 'chief_accountant', 'tax_specialist'];

describe('the pay of a person is found by nobody without payroll:read', () => {
  it('although it is there to be found', async () => {
    await plant();
    const faults = await everythingAsked(company.as('admin'), PERMISSIONS, (coordinate) =>
      /^(Query|Pay|Employ)/.test(coordinate),
    );
    const kinds = new Set(faults.map((fault) => fault.split(': ')[1]));
    // Whoever may know is shown names, numbers, agreements and payslips by the same questions.
    for (const kind of [
      'a name',
      'a first name',
      'what was agreed',
      'gross of a payslip',
      'net of a payslip',
    ])
      expect(kinds).toContain(kind);
  }, 120_000);

  it.each([...ROLES, 'everything else'] as const)(
    'by any query, as %s',
    async (role) => {
      const permissions = role === 'everything else' ? WITHOUT : BUILT_IN_ROLES[role];
      const caller = createCaller(system.url, await company.tokenWith(permissions));
      expect(await everythingAsked(caller, permissions)).toEqual([]);
    },
    120_000,
  );

  it.each([...ROLES, 'everything else'] as const)(
    'by any subscription, from the beginning, as %s',
    async (role) => {
      const token = role === 'everything else' ? await company.tokenWith(WITHOUT) : await company.token(role);
      const caller = createCaller(system.url, token);
      const transaction = `{ id number description reference entries { debit credit description account { code name balance }
      dimensions { name value } counterparty { name } } createdBy { id name } }`;
      const texts: Record<string, string> = {
        transactionPosted: `seq transaction ${transaction}`,
        balanceChanged: 'seq debit credit balance account { code name }',
        taxDocumentChanged: 'seq change document { __typename }',
        payrollRunProgress:
          'seq change run { id totals { gross } payslips(first: 10) { edges { node { gross } } } }',
      };
      const roots = rootFields(schema).filter(({ kind }) => kind === 'subscription');
      for (const { field } of roots) {
        const watching = caller.subscribe(
          `subscription ($after: Cursor) { ${field.name}(after: $after) { ${texts[field.name] ?? 'seq __typename'} } }`,
          { after: beginnings[field.name] },
        );
        if (field.name === 'transactionPosted') await Promise.race([watching.upTo(3), watching.ended]);
        else if (field.name === 'balanceChanged') await Promise.race([watching.upTo(8), watching.ended]);
        else if (field.name === 'payrollRunProgress')
          expect((await watching.ended).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
        const ended = await Promise.race([watching.ended, Promise.resolve({})]);
        expect(found(field.name, JSON.stringify([watching.seen, ended]))).toEqual([]);
        await watching.stop();
      }
    },
  );

  it('by the refusals of what one may order, whatever is named', async () => {
    const caller = createCaller(system.url, await company.tokenWith(WITHOUT));
    const faults: string[] = [];
    const orders = rootFields(schema).filter(({ kind }) => kind === 'mutation');
    for (const root of orders.filter(({ field }) =>
      /ayroll|mploy|PayComponent|bsence|DayOff/.test(field.name),
    )) {
      const input = root.field.args[0];
      if (input === undefined) continue;
      for (const id of Object.values(there)) {
        const filled = given(input.name, input.type) as Record<string, unknown>;
        const variables = { ...filled, ...('id' in filled ? { id } : {}) };
        const text = await (
          await caller.send(JSON.stringify(operationOn(root, { [input.name]: variables })))
        ).text();
        expect(text).toContain('FORBIDDEN');
        faults.push(...found(root.coordinate, text));
      }
    }
    expect(orders.length).toBeGreaterThan(30);
    expect(faults).toEqual([]);
  }, 60_000);

  it('in any table of another subgraph, nor sealed things in one of payroll', async () => {
    const tables = await system.owner.sql<{ schema: string; name: string }[]>`
      select n.nspname::text as schema, c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in ('ledger', 'tax', 'identity', 'inventory', 'reporting', 'payroll')`;
    expect(tables.length).toBeGreaterThan(50);
    const faults: string[] = [];
    for (const { schema: of, name } of tables) {
      const [row] = await system.owner.sql<{ text: string }[]>`
        select coalesce(string_agg(t::text, E'\n'), '') as text
        from ${system.owner.sql(of)}.${system.owner.sql(name)} t`;
      const all = found(`${of}.${name}`, row?.text ?? '');
      faults.push(
        ...(of === 'payroll' ? all.filter((one) => /a personal number|an account/.test(one)) : all),
      );
    }
    expect(faults).toEqual([]);
  });

  it('by the ledger itself, which reads of the log of payroll what it is to post and nothing else', async () => {
    const ledger = openDatabase(system.database.urlFor('ledger'), { max: 1 });
    try {
      const rows = await ledger.withCompany(
        company.id,
        (sql) => sql<{ aggregate_type: string; data: unknown }[]>`
          select aggregate_type, data from payroll_published.log_events(${company.id}, 0, 10000)`,
      );
      expect(rows.length).toBeGreaterThan(20);
      expect(rows.filter(({ aggregate_type: type }) => type === 'Posting').length).toBeGreaterThan(2);
      expect(found('the published log', JSON.stringify(rows))).toEqual([]);
    } finally {
      await ledger.close();
    }
  });

  it('in what the books are exported to, in the metrics, or in the log', async () => {
    const faults: string[] = [];
    for (const format of ['csv', 'hledger', 'beancount']) {
      const { stdout, exitCode } = await davtari(['export', '--format', format, '--company', company.name], {
        DATABASE_URL: system.database.ownerUrl,
      });
      expect([exitCode, stdout.includes('Pay of 2026-03')]).toEqual([0, true]);
      faults.push(...found(`export as ${format}`, stdout));
    }
    const metrics = await (await fetch(`${system.url}/metrics`)).text();
    expect(metrics).toContain('# HELP');
    faults.push(...found('metrics', metrics), ...found('log', lines.join('\n')));
    expect(lines.length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  }, 60_000);
});
