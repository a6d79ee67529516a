import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getOperationAST, parse } from 'graphql';
import { loadSupergraph } from '#gateway/execution/supergraph.ts';
import { composeSdl, EVENTS_SDL } from '#gateway/testing/fixture.ts';
import { PAYROLL_FIGURES, PAYROLL_FIXTURE_SDL, payrollFixture } from '#gateway/testing/payroll-fixture.ts';
import { PERMISSIONS, type Permission } from '#shared/domain/permissions.ts';
import type { Principal } from '#shared/platform/principal.ts';
import { createCaller, type Caller } from '#test/caller.ts';
import { createWatchedLog } from '#test/log-watch.ts';
import { record, sale } from '#test/postings.ts';
import { startSystem, type System } from '#test/system.ts';

const SDL = composeSdl({
  ledger: sdlOf('ledger'),
  identity: sdlOf('identity'),
  events: EVENTS_SDL,
  payroll: PAYROLL_FIXTURE_SDL,
});

let system: System;
let asked: string[];
let posted: string;
let beginning: string;
let without: Caller;
let including: Caller;
beforeAll(async () => {
  asked = [];
  system = await startSystem({
    extended: {
      supergraphSdl: SDL,
      subgraphs: [
        payrollFixture(
          (figure) => asked.push(figure),
          () => system.company(0).users.auditor.id,
        ),
      ],
    },
  });
  const company = system.company(0);
  without = createCaller(
    system.url,
    await company.tokenWith(PERMISSIONS.filter((name) => name !== 'payroll:read')),
  );
  including = company.as('auditor');
  beginning = await system.ledger.feed.latest(company.id);
  posted = (await record(company.as('admin'), sale('1.00'))).id;
});
afterAll(() => system.close());
beforeEach(() => {
  asked.length = 0;
});

function sdlOf(subgraph: string): string {
  return readFileSync(
    new URL(`../../subgraphs/${subgraph}/generated/subgraph.graphql`, import.meta.url),
    'utf8',
  );
}

/** Ways to a figure, and the places at which whoever may not know it is refused. */
const QUERIES: Readonly<Record<string, readonly [query: string, denied: readonly string[]]>> = {
  'a query of its own': ['{ payslips { gross } }', ['payslips']],
  'an entity of the ledger': [
    'query($id: ID!) { transaction(id: $id) { number payrollTotal } }',
    ['transaction.payrollTotal'],
  ],
  'a list upon an entity of the ledger': [
    'query($id: ID!) { transaction(id: $id) { number payslips { gross } } }',
    ['transaction.payslips'],
  ],
  'an entity below an entity, from another subgraph each': [
    'query($id: ID!) { transaction(id: $id) { createdBy { name netPay } entries { account { code payrollTotal } } } }',
    ['transaction.createdBy.netPay', 'transaction.entries.account.payrollTotal'],
  ],
  'a field that is open itself': [
    'query($id: ID!) { transaction(id: $id) { paidTo { name netPay payslips { gross payee { netPay } } } } }',
    ['transaction.paidTo.netPay', 'transaction.paidTo.payslips'],
  ],
  'a page of transactions': [
    '{ transactions(first: 5) { edges { node { number payrollTotal } } } }',
    ['transactions.edges.node.payrollTotal'],
  ],
  'an alias': [
    'query($id: ID!) { transaction(id: $id) { number: payrollTotal description: payrollTotal } }',
    ['transaction.number', 'transaction.description'],
  ],
  'a fragment': [
    'query($id: ID!) { transaction(id: $id) { ...outer } } fragment outer on Transaction { number ...inner } fragment inner on Transaction { payrollTotal }',
    ['transaction.payrollTotal'],
  ],
  'an inline fragment': [
    'query($id: ID!) { transaction(id: $id) { number ... { ... on Transaction { total: payrollTotal } } } }',
    ['transaction.total'],
  ],
  'an interface': ['{ payees { id netPay } }', ['payees.netPay']],
  'the types behind an interface': [
    '{ payees { id ... on User { pay: netPay } ... on Contractor { trade wage: netPay } } }',
    ['payees.pay', 'payees.wage'],
  ],
  'the interface behind a union': [
    '{ recipients { ... on Payee { id netPay } ... on Contractor { trade } } }',
    ['recipients.netPay'],
  ],
  'the types of a union': [
    '{ recipients { ... on User { name netPay } ... on Contractor { trade } } }',
    ['recipients.netPay'],
  ],
  'a directive that includes it': [
    'query($id: ID!, $yes: Boolean!) { transaction(id: $id) { number payrollTotal @include(if: $yes) } }',
    ['transaction.payrollTotal'],
  ],
  'a directive that does not skip it': [
    'query($id: ID!, $no: Boolean!) { transaction(id: $id) { number ... @skip(if: $no) { payrollTotal } } }',
    ['transaction.payrollTotal'],
  ],
  'the caller’s own entity': ['{ me { name netPay } }', ['me.netPay']],
  'one of several operations': [
    'query harmless { me { id } } query telling($id: ID!) { transaction(id: $id) { number payrollTotal } }',
    ['transaction.payrollTotal'],
  ],
};

const given = (query: string) => {
  const all = { id: posted, yes: true, no: false };
  const declared = Object.entries(all).filter(([name]) => query.includes(`$${name}:`));
  return {
    query,
    variables: Object.fromEntries(declared),
    ...(query.includes('query telling') ? { operationName: 'telling' } : {}),
  };
};
interface Seen {
  readonly text: string;
  readonly denied: string[];
}
async function ask(caller: Caller, query: string): Promise<Seen> {
  const response = await caller.send(JSON.stringify(given(query)));
  const text = await response.text();
  const { errors } = JSON.parse(text) as {
    errors?: { path?: (string | number)[]; extensions: { code: string; needed?: unknown } }[];
  };
  const denied = (errors ?? []).map(({ path, extensions }) => {
    expect(extensions).toMatchObject({ code: 'FORBIDDEN' });
    return (path ?? []).filter((key) => typeof key === 'string').join('.');
  });
  return { text, denied: [...new Set(denied)] };
}
const figuresIn = (text: string) => Object.values(PAYROLL_FIGURES).filter((figure) => text.includes(figure));
const figuresAsked = () => asked.filter((figure) => figure !== 'Mutation.remindOfPayday');

describe('a figure of payroll that is reached through', () => {
  it.each(Object.keys(QUERIES))('%s is hidden from whoever may read everything else', async (name) => {
    const [query, denied] = QUERIES[name] ?? ['', []];
    const hidden = await ask(without, query);
    expect(figuresIn(hidden.text)).toEqual([]);
    expect(hidden.denied.sort()).toEqual([...denied].sort());
    expect(figuresAsked()).toEqual([]);

    const shown = await ask(including, query);
    expect([shown.denied, figuresIn(shown.text).length > 0]).toEqual([[], true]);
    // The same text once more: no plan and no verdict of the one caller may serve the other.
    asked.length = 0;
    expect(figuresIn((await ask(without, query)).text)).toEqual([]);
    expect(figuresAsked()).toEqual([]);
  });

  it('nothing, because a directive leaves it out, refuses nobody', async () => {
    const query =
      'query($id: ID!, $no: Boolean!) { transaction(id: $id) { number payrollTotal @include(if: $no) } }';
    const { denied, text } = await ask(without, query);
    expect(denied).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({ data: { transaction: { number: '2026-000001' } } });
  });

  it('the payload of a mutation refuses the mutation, which is not carried out', async () => {
    const query = 'mutation { remindOfPayday { reminded { id netPay } } }';
    const hidden = await ask(without, query);
    expect([hidden.denied, figuresIn(hidden.text), asked]).toEqual([
      ['remindOfPayday.reminded.netPay'],
      [],
      [],
    ]);
    expect(figuresIn((await ask(including, query)).text)).toEqual([PAYROLL_FIGURES.net]);
    expect(asked).toContain('Mutation.remindOfPayday');
  });

  it('arguments or variables: a filter, an order or an entity’s own representation cannot ask for it', async () => {
    const response = await without.send(
      JSON.stringify({
        query:
          'query($r: [_Any!]!) { _entities(representations: $r) { ... on Transaction { payrollTotal } } }',
        variables: { r: [{ __typename: 'Transaction', id: posted }] },
      }),
    );
    const text = await response.text();
    expect([figuresIn(text), asked]).toEqual([[], []]);
    expect(text).toContain('BAD_USER_INPUT');
  });
});

const SUBSCRIPTIONS: Readonly<Record<string, readonly [query: string, denied: string]>> = {
  'the transaction': [
    'subscription($after: Cursor) { transactionPosted(after: $after) { seq transaction { number payrollTotal } } }',
    'transactionPosted.transaction.payrollTotal',
  ],
  'a user of the transaction': [
    'subscription($after: Cursor) { transactionPosted(after: $after) { transaction { createdBy { ... on Payee { netPay } } } } }',
    'transactionPosted.transaction.createdBy.netPay',
  ],
  'an alias in a fragment': [
    'subscription($after: Cursor) { transactionPosted(after: $after) { ...e } } fragment e on TransactionPostedEvent { transaction { paidTo { name: netPay } } }',
    'transactionPosted.transaction.paidTo.name',
  ],
  'the account': [
    'subscription($after: Cursor) { balanceChanged(after: $after) { account { code payrollTotal } } }',
    'balanceChanged.account.payrollTotal',
  ],
};

describe('a subscription whose payload holds a figure of payroll by', () => {
  it.each(Object.keys(SUBSCRIPTIONS))('%s is refused, while somebody else watches the same', async (name) => {
    const [query, denied] = SUBSCRIPTIONS[name] ?? ['', ''];
    const watching = including.subscribe(query, { after: beginning });
    expect(figuresIn(JSON.stringify(await watching.upTo(1)))).not.toEqual([]);
    asked.length = 0;
    const refused = without.subscribe(query, { after: beginning });
    const { errors } = await refused.ended;
    expect(errors?.map(({ extensions, path }) => [extensions['code'], path?.join('.')])).toEqual([
      ['FORBIDDEN', denied],
    ]);
    expect([refused.seen, asked]).toEqual([[], []]);
    await Promise.all([watching.stop(), refused.stop()]);
  });

  it('nothing is served to both, and each gets what it may have', async () => {
    const query =
      'subscription($after: Cursor) { transactionPosted(after: $after) { seq transaction { number } } }';
    const watching = without.subscribe(query, { after: beginning });
    expect(await watching.upTo(1)).toHaveLength(1);
    expect(figuresAsked()).toEqual([]);
    await watching.stop();
  });
});

describe('a partner whose key has no payroll:read', () => {
  const principal = (permissions: readonly Permission[]): Principal => ({
    userId: '0190f5a0-0000-7000-8000-0000000000aa',
    companyId: '0190f5a0-0000-7000-8000-000000000001',
    roles: [],
    permissions: new Set(permissions),
    tokenId: '0190f5a0-0000-7000-8000-0000000000cc',
    sessionId: '0190f5a0-0000-7000-8000-0000000000cc',
    issuedAt: 0,
    expiresAt: 4e9,
    partner: {
      id: '0190f5a0-0000-7000-8000-0000000000aa',
      keyId: '0190f5a0-0000-7000-8000-0000000000cc',
    },
  });

  it('is refused by the same rules on every one of these ways, and allowed with it', async () => {
    const subgraphs = new Map(
      [
        system.ledger,
        system.identity,
        payrollFixture(
          () => undefined,
          () => '',
        ),
      ].map((runtime) => [
        runtime.name,
        { name: runtime.name, process: () => Promise.reject(new Error('Nothing is fetched here.')) } as never,
      ]),
    );
    const { authorize } = await loadSupergraph(SDL, subgraphs, createWatchedLog());
    const texts = [...Object.values(QUERIES), ...Object.values(SUBSCRIPTIONS)].map(([query]) => query);
    for (const query of texts) {
      const document = parse(query);
      const operation = getOperationAST(document, query.includes('query telling') ? 'telling' : undefined);
      if (operation == null) throw new Error(`No operation in ${query}`);
      const verdict = async (permissions: readonly Permission[]) =>
        (
          await authorize({
            document,
            operation,
            queryHash: query,
            variables: { yes: true, no: false },
            principal: principal(permissions),
          })
        ).kind;
      const all = PERMISSIONS.filter((name) => name !== 'payroll:read');
      expect([query, await verdict(all)]).not.toEqual([query, 'allowed']);
      expect([query, await verdict(PERMISSIONS)]).toEqual([query, 'allowed']);
    }
  });
});
