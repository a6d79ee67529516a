import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTo, demandsOf } from '#gateway/authorization/access-matrix.ts';
import {
  BUILT_IN_ROLES,
  PERMISSIONS,
  type BuiltInRole,
  type Permission,
} from '#shared/domain/permissions.ts';
import { createCaller, type Answer } from '#test/caller.ts';
import { publishedSchema } from '#test/operations.ts';
import {
  allCoordinates,
  operationAlong,
  pathsTo,
  responsePath,
  valuesAt,
  withoutPositions,
  type ArgumentValues,
  type Path,
} from '#test/paths.ts';
import { CHART_WITH_STOCK, goodsOf, untilMonth } from '#test/goods.ts';
import { perform, record, sale } from '#test/postings.ts';
import { startSystem, supergraphSdl, type System } from '#test/system.ts';

const { columns, cells } = approvedMatrix();

let system: System;
let schema: GraphQLSchema;
let reached: string[];
let beginning: string;
/** The same of what other subgraphs than the ledger tell. */
let beginnings: Readonly<Record<string, string>>;
let values: ArgumentValues;
beforeAll(async () => {
  reached = [];
  system = await startSystem({
    chart: CHART_WITH_STOCK,
    onRootField: (field) => reached.push(field.split(' ')[1] ?? ''),
  });
  schema = await publishedSchema(system.anonymous);
  const company = system.company(0);
  const admin = company.as('admin');
  beginning = await system.ledger.feed.latest(company.id);
  beginnings = {
    'Subscription.taxDocumentChanged': await system.tax.feed.latest(company.id),
    'Subscription.payrollRunProgress': await system.payroll.feed.latest(company.id),
    'Subscription.stockChanged': await system.inventory.feed.latest(company.id),
    'Subscription.reportFileProgress': await system.reporting.feed.latest(company.id),
  };
  const posted = await record(
    admin,
    sale('1.00', {
      attachments: [{ fileName: 'a.pdf', contentType: 'application/pdf', size: 1, sha256: 'a'.repeat(64) }],
      entries: [
        { accountCode: '1110', debit: '1.00', dimensions: [{ name: 'cost_centre', value: 'TB-01' }] },
        { accountCode: '6110', credit: '1.00' },
      ],
    }),
  );
  await perform(admin, 'reverseTransaction', { id: posted.id, date: '2026-04-01', reason: 'x' });
  await untilMonth(system, '2026-01', true);
  const goods = goodsOf(admin);
  const [itemId, warehouseId] = [await goods.item(), await goods.warehouse()];
  const lines = [{ itemId, quantity: '1', amount: '1.00' }];
  await goods.command('record', { kind: 'RECEIPT', date: '2026-01-10', warehouseId, lines });
  await admin.query('mutation { prepareVatReturn(input: { year: 2026, month: 1 }) { vatReturn { id } } }');
  await admin.query(
    'mutation { startPayrollRun(input: { year: 2026, month: 1, payDate: "2026-01-31" }) { run { id } } }',
  );
  const { reportFile } = await admin.query<{ reportFile: { url: string } }>(
    '{ reportFile(report: TURNOVER_SHEET, format: CSV, from: "2026-01-01", to: "2026-01-31") { url } }',
  );
  await (await fetch(system.url + reportFile.url)).arrayBuffer();
  // A year before the books, closed as a whole.
  await admin.query('mutation { openFiscalYear(input: { year: 2015 }) { periods { id } } }');
  await admin.query('mutation($input: PeriodActionInput!) { closePeriod(input: $input) { period { id } } }', {
    input: { year: 2015, month: 12, reason: 'x' },
  });
  await admin.query('mutation { closeYear(input: { year: 2015, reason: "x" }) { fiscalYear { year } } }');
  const { createCounterparty } = await admin.query<{ createCounterparty: { counterparty: { id: string } } }>(
    'mutation($input: CreateCounterpartyInput!) { createCounterparty(input: $input) { counterparty { id } } }',
    {
      input: {
        kind: 'COMPANY',
        taxId: '206322102',
        name: 'შპს მყიდველი',
        vatRegistrations: [{ from: '2026-01-01' }],
      },
    },
  );
  values = {
    ...HARMLESS,
    'Query.counterparty(id)': createCounterparty.counterparty.id,
    'Query.counterparty(taxId)': undefined,
    'Query.account(code)': '1110',
    'Query.transaction(id)': posted.id,
  };
});
afterAll(() => system.close());

/** Arguments that ask for something which is there, or order something which is refused at once. */
const HARMLESS: ArgumentValues = {
  // What is malformed costs no hashing of a password.
  'Mutation.signIn(input)': { email: '', password: '' },
  'Subscription.transactionPosted(after)': undefined,
  'Subscription.balanceChanged(after)': undefined,
  'Subscription.taxDocumentChanged(after)': undefined,
  'Subscription.payrollRunProgress(after)': undefined,
  'Subscription.reportFileProgress(after)': undefined,
  'Subscription.stockChanged(after)': undefined,
  'Subscription.stockChanged(itemIds)': undefined,
  'Subscription.stockChanged(warehouseIds)': undefined,
};

type Access = 'allow' | 'deny' | 'needs-sign-in';
const CODES = { deny: 'FORBIDDEN', 'needs-sign-in': 'UNAUTHENTICATED' } as const;

/** The approved copy, as it lies in the repository. */
function approvedMatrix(): {
  columns: readonly string[];
  cells: ReadonlyMap<string, ReadonlyMap<string, Access>>;
} {
  const text = readFileSync(new URL('../contracts/access-matrix.csv', import.meta.url), 'utf8');
  const [head = '', ...rows] = text.trimEnd().split('\n');
  const names = head.split(',').slice(1);
  const byCoordinate = rows.map((row) => {
    const [coordinate = '', ...found] = row.split(',');
    return [coordinate, new Map(names.map((name, index) => [name, found[index] as Access]))] as const;
  });
  return { columns: names, cells: new Map(byCoordinate) };
}

function cell(coordinate: string, column: string): Access {
  const access = cells.get(coordinate)?.get(column);
  if (access === undefined)
    throw new Error(`${coordinate} has no cell for ${column}: run \`npm run generate\`.`);
  return access;
}

/** A token as the column says, fresh each time: some mutations end the session that they are sent with. */
async function tokenOf(column: string): Promise<string | undefined> {
  if (column === 'anonymous') return undefined;
  const company = system.company(0);
  return column in BUILT_IN_ROLES ? company.token(column as BuiltInRole) : company.tokenWith([]);
}

/** The way to try a field, and the first field upon it that is not open, if any. */
interface Trial {
  readonly coordinate: string;
  readonly path: Path;
  readonly denied: number;
}

/** Over open fields where there is such a way, so that it is the field itself that is allowed or denied. */
function trialsFor(access: (coordinate: string) => Access): Trial[] {
  const open = pathsTo(schema, (coordinate) => access(coordinate) === 'allow');
  const any = pathsTo(schema, () => true);
  return allCoordinates(schema).map((coordinate) => {
    const path = open.get(coordinate) ?? any.get(coordinate);
    if (path === undefined) throw new Error(`No root field leads to ${coordinate}.`);
    return { coordinate, path, denied: path.steps.findIndex((step) => access(step.coordinate) !== 'allow') };
  });
}

/** What is wrong with an answer, or nothing. */
function faultOf(
  { coordinate, path, denied }: Trial,
  access: (coordinate: string) => Access,
  { data, errors }: Answer<unknown>,
  ran: readonly string[],
): string | undefined {
  const told = (errors ?? []).map(
    ({ extensions, path: at }) => `${String(extensions['code'])} at ${withoutPositions(at)}`,
  );
  const [root] = path.steps;
  if (root === undefined) throw new Error('A path has a step.');
  if (denied === -1) {
    const refused = Object.values(CODES).map((code) => `${code} at ${responsePath(path)}`);
    // A subgraph may refuse what the gateway let through: a wrong password is UNAUTHENTICATED too.
    const wasRun = path.kind === 'subscription' || ran.includes(root.coordinate);
    if (wasRun && (path.steps.length === 1 || !told.some((one) => refused.includes(one)))) return undefined;
    return `${coordinate} is allowed and was refused: ${told.join(', ')}`;
  }
  const at = path.steps[denied]?.coordinate ?? '';
  const code = CODES[access(at) as keyof typeof CODES];
  const expected = `${code} at ${responsePath(path, denied)}`;
  // What is not there cannot be refused, and nothing below it is when a subgraph refuses the arguments above it.
  const above = valuesAt(data, responsePath(path, denied - 1));
  const isRefusedAbove = told.every((one) =>
    responsePath(path, denied).startsWith(`${one.slice(one.indexOf(' at ') + ' at '.length)}.`),
  );
  if (denied > 0 && isRefusedAbove && above.every((value) => value == null)) return undefined;
  if (told.length === 0 || told.some((one) => one !== expected))
    return `${coordinate} must be refused by ${expected}, and the answer was ${JSON.stringify({ data, told })}`;
  if (valuesAt(data, responsePath(path, denied)).some((value) => value != null))
    return `${coordinate} was refused and is in the answer all the same: ${JSON.stringify(data)}`;
  if (ran.length > 0 && (denied === 0 || path.kind !== 'query'))
    return `${coordinate} was refused and reached a subgraph: ${ran.join(', ')}`;
  return undefined;
}

async function tryOverHttp(
  trial: Trial,
  access: (coordinate: string) => Access,
  token: string | undefined,
): Promise<string | undefined> {
  const { query, variables } = operationAlong(trial.path, values);
  reached.length = 0;
  const answer = await createCaller(system.url, token).answer(query, variables);
  return faultOf(trial, access, answer, reached);
}

/** Trials of open fields of one object, which can be asked for at once; what is denied, or needs arguments, is asked alone. */
function together(trials: readonly Trial[]): Trial[][] {
  const groups = new Map<string, Trial[]>();
  for (const trial of trials) {
    const { path, denied, coordinate } = trial;
    const last = path.steps.at(-1);
    const isOpen =
      denied === -1 && path.kind === 'query' && path.steps.length > 1 && last?.field.args.length === 0;
    const name = isOpen
      ? path.steps
          .slice(0, -1)
          .map((step) => `${step.coordinate} ${step.on ?? ''}`)
          .join('>')
      : coordinate;
    groups.set(name, [...(groups.get(name) ?? []), trial]);
  }
  return [...groups.values()];
}

/** Whether all of them were let through at once; if not, each of them says for itself. */
async function areAllAllowed(trials: readonly Trial[], token: string | undefined): Promise<boolean> {
  const [first, ...others] = trials;
  const [root] = first?.path.steps ?? [];
  if (first === undefined || root === undefined || others.length === 0) return false;
  const beside = others.flatMap(({ path }) => path.steps.at(-1)?.field ?? []);
  const { query, variables } = operationAlong(first.path, values, beside);
  reached.length = 0;
  const { errors = [] } = await createCaller(system.url, token).answer(query, variables);
  const refused: readonly string[] = Object.values(CODES);
  return (
    reached.includes(root.coordinate) &&
    !errors.some(({ extensions }) => refused.includes(String(extensions['code'])))
  );
}

/** The first payload, or the errors that the subscription was refused by. */
function firstOf(
  client: Client,
  query: string,
  variables: Record<string, unknown>,
): Promise<Answer<unknown>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Nothing came of ${query}`)), 10_000);
    const settle = (answer: Answer<unknown>): void => {
      clearTimeout(timer);
      resolve(answer);
      leave();
    };
    const leave = client.subscribe(
      { query, variables },
      {
        next: (result) => settle(result as Answer<unknown>),
        error: (errors) => settle({ errors: errors as Answer<unknown>['errors'] & object }),
        complete: () => settle({}),
      },
    );
  });
}

describe('the approved matrix', () => {
  it('has a row for every field of the schema that the gateway publishes, and no other', () => {
    expect([...cells.keys()].sort()).toEqual(allCoordinates(schema).sort());
    expect(cells.size).toBeGreaterThan(200);
  });

  it('has a column for a caller without a token, one without permissions, and each built-in role', () => {
    expect(columns).toEqual(['anonymous', 'any signed-in', ...Object.keys(BUILT_IN_ROLES)]);
  });

  it('opens every field to somebody, and lets nobody write who only reads', () => {
    const closed = [...cells].filter(([, row]) => ![...row.values()].includes('allow')).map(([name]) => name);
    expect(closed).toEqual([]);
    const written = [...cells.keys()].filter(
      (name) => name.startsWith('Mutation.') && cell(name, 'any signed-in') === 'deny',
    );
    expect(written.filter((name) => cell(name, 'auditor') === 'allow')).toEqual([]);
  });
});

describe.each(columns)('to a caller who is %s', (column) => {
  const access = (coordinate: string): Access => cell(coordinate, column);

  it('every field is allowed or refused as the matrix says, and what is refused reaches no subgraph', async () => {
    const faults: string[] = [];
    const trials = trialsFor(access).filter(({ path }) => path.kind !== 'subscription');
    for (const group of together(trials)) {
      if (await areAllAllowed(group, await tokenOf(column))) continue;
      for (const trial of group) {
        const fault = await tryOverHttp(trial, access, await tokenOf(column));
        if (fault !== undefined) faults.push(fault);
      }
    }
    expect(faults).toEqual([]);
    expect(trials.length).toBeGreaterThan(200);
  }, 120_000);

  it('every field of a subscription is allowed or refused as the matrix says', async () => {
    const trials = trialsFor(access).filter(({ path }) => path.kind === 'subscription');
    expect(trials.length).toBeGreaterThan(5);
    const token = await tokenOf(column);
    const closed: number[] = [];
    const client = createClient({
      url: `${system.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(token === undefined ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
      on: { closed: (event) => closed.push((event as { code: number }).code) },
    });
    try {
      const faults: string[] = [];
      for (const trial of trials) {
        const [root] = trial.path.steps;
        const coordinate = root?.coordinate ?? '';
        const after = { [`${coordinate}(after)`]: beginnings[coordinate] ?? beginning };
        const { query, variables } = operationAlong(trial.path, { ...values, ...after });
        if (token === undefined) {
          // Without a token there is no socket, and so nothing to subscribe upon.
          await firstOf(client, query, variables);
          if (closed.pop() !== 4401) faults.push(`${trial.coordinate}: the socket was not closed by 4401`);
          continue;
        }
        const fault = faultOf(trial, access, await firstOf(client, query, variables), []);
        if (fault !== undefined) faults.push(fault);
      }
      expect(faults).toEqual([]);
    } finally {
      await client.dispose();
    }
  }, 60_000);
});

describe('a role of a company’s own', () => {
  it('may select exactly the fields whose published demands its permissions meet', async () => {
    const demands = demandsOf(await supergraphSdl());
    const subset = fc.subarray([...PERMISSIONS]);
    const some = fc.subarray(allCoordinates(schema), { minLength: 15, maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(subset, some, async (permissions: Permission[], coordinates) => {
        const held = new Set(permissions);
        const access = (coordinate: string): Access => accessTo(demands.get(coordinate) ?? [], held);
        const trials = trialsFor(access).filter(
          ({ coordinate, path }) => path.kind !== 'subscription' && coordinates.includes(coordinate),
        );
        for (const trial of trials) {
          const fault = await tryOverHttp(trial, access, await system.company(0).tokenWith(permissions));
          if (fault !== undefined) throw new Error(fault);
        }
      }),
      { numRuns: 40, interruptAfterTimeLimit: 30_000 },
    );
  }, 120_000);
});
