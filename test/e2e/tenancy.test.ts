import { createHash } from 'node:crypto';
import {
  graphql,
  isInputObjectType,
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputField,
} from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BUILT_IN_ROLES } from '#shared/domain/permissions.ts';
import type { SubgraphRuntime } from '#shared/graphql/runtime.ts';
import { createCaller, type Caller } from '#test/caller.ts';
import {
  operationOn,
  publishedSchema,
  rootFields,
  selectionOf,
  UNKNOWN_ID,
  type RootField,
} from '#test/operations.ts';
import { books, credit, debit, mutation, perform, record, sale, type Transaction } from '#test/postings.ts';
import {
  entitiesOfTheirStock,
  INVENTORY_PLACES_OF_NOTHING,
  inventoryProbes,
  stockTheirs,
  type StockOfTheirs,
} from '#test/inventory-probes.ts';
import { exchangeRateProbes, setTheirRates } from '#test/exchange-rate-probes.ts';
import { lockProbes, lockTheirs } from '#test/lock-probes.ts';
import { matchTheirs, openItemProbes } from '#test/open-item-probes.ts';
import { revaluationProbes, revalueTheirs } from '#test/revaluation-probes.ts';
import {
  entitiesOfTheirReports,
  REPORTING_PLACES_OF_NOTHING,
  reportingProbes,
  reportTheirs,
} from '#test/reporting-probes.ts';
import { equipTheirs, fixedAssetProbes } from '#test/fixed-asset-probes.ts';
import { planTheirs, scheduleProbes } from '#test/schedule-probes.ts';
import {
  employTheirs,
  entitiesOfTheirPayroll,
  PAYROLL_PLACES_OF_NOTHING,
  payrollProbes,
  type PayrollOfTheirs,
} from '#test/payroll-probes.ts';
import { PASSWORD, startSystem, type System, type TestCompany } from '#test/system.ts';
import {
  entitiesOfTheirTaxes,
  fileTheirTaxes,
  TAX_PLACES_OF_NOTHING,
  taxProbes,
  type TaxOfTheirs,
} from '#test/tax-probes.ts';
import { beside, input, pageAfter, probe, SECRET, writing, type Probe } from '#test/tenancy-probes.ts';

let system: System;
let ours: TestCompany;
let theirs: TestCompany;
let us: Caller;
let them: Caller;
let fields: readonly RootField[];
/** What the second company has and the first must not tell from nothing. */
let foreign: {
  account: string;
  child: string;
  posted: Transaction;
  draft: Transaction;
  approved: Transaction;
  accountCursor: string;
  transactionCursor: string;
  historyCursor: string;
  userCursor: string;
  eventCursor: string;
  partner: string;
  apiKey: string;
  operation: string;
  invitation: string;
  session: string;
  partnerCursor: string;
  invitationCursor: string;
  securityCursor: string;
  tax: TaxOfTheirs;
  payroll: PayrollOfTheirs;
  stock: StockOfTheirs;
};
/** A partner of the first company's own. */
let ownPartner: string;

beforeAll(async () => {
  system = await startSystem({ companies: 2, gateway: { costLimit: 1e9 } });
  ours = system.company(0);
  theirs = system.company(1);
  // Signed in for real: what speaks of sessions needs one that is there.
  us = createCaller(system.url, await signedIn(ours));
  them = createCaller(system.url, await signedIn(theirs));
  fields = rootFields(await publishedSchema(us));
  await record(us, sale('10.00'));
  await perform(us, 'createTransaction', sale('11.00'));
  foreign = await theirBooks();
  const { createPartner } = await us.query<{ createPartner: { partner: { id: string } } }>(CREATE_PARTNER, {
    input: { name: 'ours', scopes: ['accounts:read'] },
  });
  ownPartner = createPartner.partner.id;
});
afterAll(() => system.close());

async function signedIn({ users }: TestCompany): Promise<string> {
  const { signIn } = await system.anonymous.query<{ signIn: { accessToken: string } }>(
    'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }',
    { input: { email: users.admin.email, password: PASSWORD } },
  );
  return signIn.accessToken;
}

const CREATE_PARTNER =
  'mutation($input: CreatePartnerInput!) { createPartner(input: $input) { partner { id } } }';

/** Partner, key, registered operation, invitation, role, session and company of the second company's. */
async function theirDoors() {
  const { createPartner } = await them.query<{ createPartner: { partner: { id: string } } }>(CREATE_PARTNER, {
    input: { name: SECRET, scopes: ['accounts:read'], idempotencyKey: 'their-key' },
  });
  const partnerId = createPartner.partner.id;
  const { createApiKey } = await them.query<{ createApiKey: { apiKey: { id: string } } }>(
    'mutation($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } } }',
    { input: { partnerId, scopes: ['accounts:read'], idempotencyKey: 'their-key' } },
  );
  const body = 'query theirs { account(code: "SECRET-1") { code } }';
  const operation = createHash('sha256').update(body).digest('hex');
  await them.query(
    'mutation($input: RegisterOperationsInput!) { registerOperations(input: $input) { isNew } }',
    { input: { partnerId, manifest: JSON.stringify({ [operation]: body }) } },
  );
  const { inviteUser } = await them.query<{ inviteUser: { invitation: { id: string } } }>(
    'mutation($input: InviteUserInput!) { inviteUser(input: $input) { invitation { id } } }',
    {
      input: {
        email: 'invited@second.ge',
        name: SECRET,
        roles: ['accountant'],
        idempotencyKey: 'their-key',
      },
    },
  );
  await them.query('mutation($input: DefineRoleInput!) { defineRole(input: $input) { role { name } } }', {
    input: {
      name: 'their_role',
      titleKa: SECRET,
      titleEn: 'Theirs',
      permissions: ['accounts:read'],
      idempotencyKey: 'their-key',
    },
  });
  await them.query('mutation($input: DefineRoleInput!) { defineRole(input: $input) { role { name } } }', {
    input: {
      name: 'their_other_role',
      titleKa: SECRET,
      titleEn: 'Theirs too',
      permissions: ['accounts:read'],
    },
  });
  const { sessions } = await them.query<{ sessions: { id: string }[] }>('{ sessions { id } }');
  const pages = await them.query<Record<string, { pageInfo: { endCursor: string } }>>(`{
    partners(first: 1) { pageInfo { endCursor } }
    invitations(first: 1) { pageInfo { endCursor } }
  }`);
  // Events are written down beside the requests that they tell of.
  const securityCursor = await vi.waitFor(async () => {
    const { securityEvents } = await them.query<{
      securityEvents: { pageInfo: { endCursor: string | null } };
    }>('{ securityEvents(first: 1) { pageInfo { endCursor } } }');
    return present(securityEvents.pageInfo.endCursor);
  });
  return {
    partner: partnerId,
    apiKey: createApiKey.apiKey.id,
    operation,
    invitation: inviteUser.invitation.id,
    session: present(sessions[0]).id,
    partnerCursor: pages['partners']?.pageInfo.endCursor ?? '',
    invitationCursor: pages['invitations']?.pageInfo.endCursor ?? '',
    securityCursor,
  };
}

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The second company lacks something.');
  return value;
}

async function theirCounterparty(): Promise<string> {
  const { counterparties } = await them.query<{ counterparties: { edges: { node: { id: string } }[] } }>(
    '{ counterparties(first: 1) { edges { node { id } } } }',
  );
  return present(counterparties.edges[0]).node.id;
}

async function theirBooks(): Promise<typeof foreign> {
  const { createAccount: top } = await them.query<{ createAccount: { account: { id: string } } }>(
    'mutation($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }',
    { input: { code: 'SECRET-1', name: SECRET, type: 'ASSET', role: SECRET } },
  );
  const { createAccount: below } = await them.query<{ createAccount: { account: { id: string } } }>(
    'mutation($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }',
    { input: { code: 'SECRET-2', name: SECRET, type: 'ASSET', parentId: top.account.id } },
  );
  await them.query(
    'mutation($input: RegisterCurrencyInput!) { registerCurrency(input: $input) { currency { code } } }',
    { input: { code: 'SECRETCOIN', minorUnits: 3, name: SECRET } },
  );
  await them.query(
    'mutation($input: OpenFiscalYearInput!) { openFiscalYear(input: $input) { periods { id } } }',
    { input: { year: 2011 } },
  );
  await them.query(
    'mutation($input: OpenFiscalYearInput!) { openFiscalYear(input: $input) { periods { id } } }',
    { input: { year: 2033 } },
  );
  await them.query('mutation($input: PeriodActionInput!) { closePeriod(input: $input) { period { id } } }', {
    input: { year: 2011, month: 2, reason: SECRET },
  });
  const secret = {
    description: SECRET,
    reference: SECRET,
    entries: [debit('SECRET-2', '77.00'), credit('6110', '77.00')],
  };
  const posted = await record(them, sale('77.00', { ...secret, idempotencyKey: 'their-key' }));
  const draft = await perform(them, 'createTransaction', sale('77.00', secret));
  const approved = await perform(them, 'createTransaction', sale('77.00', secret));
  await perform(them, 'approveTransaction', { id: approved.id });
  for (let index = 0; index < 30; index++) await record(them, sale('77.00', secret));
  const pages = await them.query<Record<string, { pageInfo: { endCursor: string } }>>(`{
    accounts(first: 1, filter: { codePrefix: "SECRET" }) { pageInfo { endCursor } }
    transactions(first: 1) { pageInfo { endCursor } }
    users(first: 1) { pageInfo { endCursor } }
  }`);
  const { account } = await them.query<{ account: { history: { pageInfo: { endCursor: string } } } }>(
    '{ account(code: "SECRET-2") { history(first: 3) { pageInfo { endCursor } } } }',
  );
  const end = (name: string) => pages[name]?.pageInfo.endCursor ?? '';
  await matchTheirs(them);
  await revalueTheirs(them);
  await lockTheirs(them, theirs.users.accountant.id);
  await setTheirRates(them);
  await reportTheirs(them, us, async (url) => (await fetch(system.url + url)).arrayBuffer());
  await planTheirs(them, {
    account: top.account.id,
    transaction: posted.id,
    counterparty: await theirCounterparty(),
  });
  await equipTheirs(them, us, { transaction: posted.id, counterparty: await theirCounterparty() });
  return {
    account: top.account.id,
    child: below.account.id,
    posted,
    draft,
    approved,
    accountCursor: end('accounts'),
    transactionCursor: end('transactions'),
    userCursor: end('users'),
    historyCursor: account.history.pageInfo.endCursor,
    eventCursor: await system.ledger.feed.latest(theirs.id),
    ...(await theirDoors()),
    tax: await fileTheirTaxes(them),
    payroll: await employTheirs(them),
    stock: await stockTheirs(them),
  };
}

const entriesOn = (account: object) => [
  { ...account, debit: '1.00' },
  { accountCode: '6110', credit: '1.00' },
];
const CREATE = writing(
  'createAccount',
  'CreateAccountInput',
  'account { code isActive currency parent { id } }',
);
const CHOOSE_POSTING_ACCOUNT = `mutation ($input: ChooseLedgerPostingAccountInput!) {
  chooseLedgerPostingAccount(input: $input) { account { role accountCode } }
}`;
const UPDATE = writing('updateAccount', 'UpdateAccountInput', 'account { code version }');
const onAccount = (field: string) => writing(field, 'AccountActionInput', '__typename');
const onTransaction = (field: string) => writing(field, 'TransactionActionInput', '__typename');
const storing = (field: string) =>
  writing(field, 'TransactionInput', 'transaction { status totalAmount description }');
const BATCH = writing(
  'recordTransactions',
  'RecordTransactionsInput',
  'results { transaction { status } error { code message field value } }',
);
const onPeriod = (field: string) => writing(field, 'PeriodActionInput', 'period { year month status }');
const newCode = () => `OURS-${uuidv7()}`;

/** Where a client may write what names something: `Mutation.createAccount(input.parentId)`. */
const PROBES: Record<string, Probe | readonly Probe[]> = {
  'Query.account(id)': probe(
    'query($v: ID) { account(id: $v) { code } }',
    (v) => ({ v }),
    () => foreign.account,
  ),
  'Query.account(code)': probe(
    'query($v: String) { account(code: $v) { code } }',
    (v) => ({ v }),
    () => 'SECRET-1',
    () => 'NOWHERE-1',
  ),
  'Query.accounts(after)': probe(
    'query($v: String) { accounts(after: $v, first: 100) { totalCount edges { node { code } } pageInfo { hasNextPage } } }',
    (v) => ({ v }),
    () => foreign.accountCursor,
    beside(() => foreign.accountCursor),
  ),
  'Query.accounts(filter.parentId)': probe(
    'query($v: ID) { accounts(first: 10, filter: { parentId: $v }) { totalCount edges { node { code } } } }',
    (v) => ({ v }),
    () => foreign.account,
  ),
  'Query.accounts(filter.codePrefix)': probe(
    'query($v: String) { accounts(first: 10, filter: { codePrefix: $v }) { totalCount edges { node { code } } } }',
    (v) => ({ v }),
    () => 'SECRET',
    () => 'NOWHERE',
  ),
  'Query.accounts(filter.search)': probe(
    'query($v: String) { accounts(first: 10, filter: { search: $v }) { totalCount edges { node { code } } } }',
    (v) => ({ v }),
    () => SECRET,
    () => 'არსად',
  ),
  'Query.transaction(id)': [() => foreign.posted.id, () => foreign.draft.id].map((value) =>
    probe('query($v: ID!) { transaction(id: $v) { description } }', (v) => ({ v }), value),
  ),
  'Query.transactions(after)': probe(
    'query($v: String) { transactions(after: $v, first: 100) { edges { node { id } } pageInfo { hasNextPage } } }',
    (v) => ({ v }),
    () => foreign.transactionCursor,
    beside(() => foreign.transactionCursor),
  ),
  'Query.transactions(filter.accountIds)': probe(
    'query($v: [ID!]) { transactions(first: 10, filter: { accountIds: $v }) { edges { node { id } } } }',
    (v) => ({ v: [v] }),
    () => foreign.child,
  ),
  'Query.transactions(filter.search)': probe(
    'query($v: String) { transactions(first: 10, filter: { search: $v }) { edges { node { id } } } }',
    (v) => ({ v }),
    () => SECRET,
    () => 'არსად',
  ),
  'Query.users(after)': probe(
    'query($v: String) { users(after: $v, first: 100) { edges { node { id } } pageInfo { hasNextPage } } }',
    (v) => ({ v }),
    () => foreign.userCursor,
    beside(() => foreign.userCursor),
  ),
  'Query.periods(year)': probe(
    'query($v: Int) { periods(year: $v) { id } }',
    (v) => ({ v }),
    () => 2011,
    () => 2077,
  ),
  'Query.fiscalYear(year)': probe(
    'query($v: Int!) { fiscalYear(year: $v) { status } }',
    (v) => ({ v }),
    () => 2011,
    () => 2077,
  ),
  'Query.closeChecklist(year)': probe(
    'query($v: Int!) { closeChecklist(year: $v, month: 2) { isReady } }',
    (v) => ({ v }),
    () => 2011,
    () => 2077,
  ),
  ...Object.fromEntries(
    ['closeYear', 'reopenYear'].flatMap((field) => [
      [
        `Mutation.${field}(input.year)`,
        probe(
          writing(field, 'YearActionInput', 'fiscalYear { status }'),
          (year) => input({ year, reason: 'x' }),
          () => 2011,
          () => 2077,
        ),
      ],
      [
        `Mutation.${field}(input.idempotencyKey)`,
        probe(
          writing(field, 'YearActionInput', 'fiscalYear { status }'),
          (idempotencyKey) => input({ year: 2077, reason: 'x', idempotencyKey }),
          () => 'their-key',
          uuidv7,
        ),
      ],
    ]),
  ),
  'Mutation.createAccount(input.code)': probe(
    CREATE,
    (code) => input({ code, name: 'x', type: 'ASSET' }),
    () => 'SECRET-1',
    newCode,
  ),
  'Mutation.createAccount(input.parentId)': probe(
    CREATE,
    (parentId) => input({ code: newCode(), name: 'x', type: 'ASSET', parentId }),
    () => foreign.account,
  ),
  'Mutation.createAccount(input.currency)': probe(
    CREATE,
    (currency) => input({ code: newCode(), name: 'x', type: 'ASSET', currency }),
    () => 'SECRETCOIN',
    () => 'NOWHERECOIN',
  ),
  'Mutation.createAccount(input.idempotencyKey)': probe(
    CREATE,
    (idempotencyKey) => input({ code: newCode(), name: 'x', type: 'ASSET', idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  'Mutation.updateAccount(input.id)': probe(
    UPDATE,
    (id) => input({ id, role: 'x' }),
    () => foreign.account,
  ),
  'Mutation.updateAccount(input.code)': probe(
    UPDATE,
    (code) => input({ id: ours.accountId('7410'), code }),
    () => 'SECRET-2',
    newCode,
  ),
  'Mutation.updateAccount(input.parentId)': probe(
    UPDATE,
    (parentId) => input({ id: ours.accountId('7410'), parentId }),
    () => foreign.account,
  ),
  'Mutation.updateAccount(input.currency)': probe(
    UPDATE,
    (currency) => input({ id: ours.accountId('7410'), currency }),
    () => 'SECRETCOIN',
    () => 'NOWHERECOIN',
  ),
  'Mutation.updateAccount(input.idempotencyKey)': probe(
    UPDATE,
    (idempotencyKey) => input({ id: UNKNOWN_ID, role: 'x', idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  'Mutation.chooseLedgerPostingAccount(input.accountCode)': probe(
    CHOOSE_POSTING_ACCOUNT,
    (accountCode) => input({ role: 'RETAINED_EARNINGS', accountCode }),
    () => 'SECRET-2',
    () => 'NOWHERE-2',
  ),
  'Mutation.chooseLedgerPostingAccount(input.idempotencyKey)': probe(
    CHOOSE_POSTING_ACCOUNT,
    (idempotencyKey) => input({ role: 'NONE', accountCode: '6110', idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  ...Object.fromEntries(
    ['activateAccount', 'deactivateAccount', 'deleteAccount'].flatMap((field) => [
      [
        `Mutation.${field}(input.id)`,
        probe(
          onAccount(field),
          (id) => input({ id }),
          () => foreign.account,
        ),
      ],
      [
        `Mutation.${field}(input.idempotencyKey)`,
        probe(
          onAccount(field),
          (idempotencyKey) => input({ id: UNKNOWN_ID, idempotencyKey }),
          () => 'their-key',
          uuidv7,
        ),
      ],
    ]),
  ),
  ...Object.fromEntries(
    ['createTransaction', 'recordTransaction'].flatMap((field) => [
      [
        `Mutation.${field}(input.entries.accountCode)`,
        probe(
          storing(field),
          (accountCode) => input(sale('1.00', { entries: entriesOn({ accountCode }) })),
          () => 'SECRET-2',
          () => 'NOWHERE-2',
        ),
      ],
      [
        `Mutation.${field}(input.entries.accountId)`,
        probe(
          storing(field),
          (accountId) => input(sale('1.00', { entries: entriesOn({ accountId }) })),
          () => foreign.child,
        ),
      ],
      [
        `Mutation.${field}(input.entries.currency)`,
        probe(
          storing(field),
          (currency) =>
            input(sale('1.00', { entries: entriesOn({ accountCode: '1110', currency, exchangeRate: '1' }) })),
          () => 'SECRETCOIN',
          () => 'NOWHERECOIN',
        ),
      ],
      [
        `Mutation.${field}(input.idempotencyKey)`,
        probe(
          storing(field),
          (idempotencyKey) => input(sale('1.00', { idempotencyKey })),
          () => 'their-key',
          uuidv7,
        ),
      ],
    ]),
  ),
  'Mutation.recordTransactions(input.transactions.entries.accountCode)': probe(
    BATCH,
    (accountCode) => input({ transactions: [sale('1.00', { entries: entriesOn({ accountCode }) })] }),
    () => 'SECRET-2',
    () => 'NOWHERE-2',
  ),
  'Mutation.recordTransactions(input.transactions.entries.accountId)': probe(
    BATCH,
    (accountId) => input({ transactions: [sale('1.00', { entries: entriesOn({ accountId }) })] }),
    () => foreign.child,
  ),
  'Mutation.recordTransactions(input.transactions.entries.currency)': probe(
    BATCH,
    (currency) =>
      input({
        transactions: [
          sale('1.00', { entries: entriesOn({ accountCode: '1110', currency, exchangeRate: '1' }) }),
        ],
      }),
    () => 'SECRETCOIN',
    () => 'NOWHERECOIN',
  ),
  'Mutation.recordTransactions(input.transactions.idempotencyKey)': probe(
    BATCH,
    (idempotencyKey) => input({ transactions: [sale('1.00', { idempotencyKey })] }),
    () => 'their-key-2',
    uuidv7,
  ),
  'Mutation.approveTransaction(input.id)': probe(
    onTransaction('approveTransaction'),
    (id) => input({ id }),
    () => foreign.draft.id,
  ),
  'Mutation.postTransaction(input.id)': probe(
    onTransaction('postTransaction'),
    (id) => input({ id }),
    () => foreign.approved.id,
  ),
  'Mutation.reverseTransaction(input.id)': probe(
    writing('reverseTransaction', 'ReverseTransactionInput', '__typename'),
    (id) => input({ id, date: '2026-04-01', reason: 'x' }),
    () => foreign.posted.id,
  ),
  ...Object.fromEntries(
    ['approveTransaction', 'postTransaction'].map((field) => [
      `Mutation.${field}(input.idempotencyKey)`,
      probe(
        onTransaction(field),
        (idempotencyKey) => input({ id: UNKNOWN_ID, idempotencyKey }),
        () => 'their-key',
        uuidv7,
      ),
    ]),
  ),
  'Mutation.reverseTransaction(input.idempotencyKey)': probe(
    writing('reverseTransaction', 'ReverseTransactionInput', '__typename'),
    (idempotencyKey) => input({ id: UNKNOWN_ID, date: '2026-04-01', reason: 'x', idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  'Mutation.openFiscalYear(input.year)': probe(
    writing('openFiscalYear', 'OpenFiscalYearInput', 'periods { month status changes { reason } }'),
    (year) => input({ year }),
    () => 2033,
    () => 2034,
  ),
  'Mutation.openFiscalYear(input.idempotencyKey)': probe(
    writing('openFiscalYear', 'OpenFiscalYearInput', 'periods { month }'),
    (idempotencyKey) => input({ year: 1, idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  ...Object.fromEntries(
    ['closePeriod', 'reopenPeriod'].flatMap((field) => [
      [
        `Mutation.${field}(input.year)`,
        probe(
          onPeriod(field),
          (year) => input({ year, month: 2, reason: 'x' }),
          () => 2011,
          () => 2077,
        ),
      ],
      [
        `Mutation.${field}(input.idempotencyKey)`,
        probe(
          onPeriod(field),
          (idempotencyKey) => input({ year: 2077, month: 2, reason: 'x', idempotencyKey }),
          () => 'their-key',
          uuidv7,
        ),
      ],
    ]),
  ),
  'Mutation.registerCurrency(input.code)': probe(
    writing('registerCurrency', 'RegisterCurrencyInput', 'currency { minorUnits name }'),
    (code) => input({ code, minorUnits: 0, name: 'x' }),
    () => 'SECRETCOIN',
    () => 'OURCOIN',
  ),
  'Mutation.registerCurrency(input.idempotencyKey)': probe(
    writing('registerCurrency', 'RegisterCurrencyInput', 'currency { minorUnits }'),
    (idempotencyKey) => input({ code: 'GEL', minorUnits: 0, name: 'x', idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  'Mutation.updateLedgerSettings(input.idempotencyKey)': probe(
    writing('updateLedgerSettings', 'UpdateLedgerSettingsInput', 'settings { approverMustDiffer }'),
    (idempotencyKey) => input({ approverMustDiffer: false, idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  'Mutation.signIn(input.companyId)': probe(
    writing('signIn', 'SignInInput', 'expiresIn'),
    (companyId) => input({ email: ours.users.admin.email, password: 'a-long-test-password', companyId }),
    () => theirs.id,
  ),
};

const changing = (field: string, type: string, selection = '__typename') => writing(field, type, selection);

/** The same for what identity keeps: partners, keys, operations, invitations, roles, sessions, security events. */
const IDENTITY_PROBES: typeof PROBES = {
  'Query.partners(after)': pageAfter('partners', 'name', () => foreign.partnerCursor),
  'Query.invitations(after)': pageAfter('invitations', 'email', () => foreign.invitationCursor),
  'Query.securityEvents(after)': pageAfter('securityEvents', 'subjectId', () => foreign.securityCursor),
  'Query.securityEvents(filter.actorId)': probe(
    'query($v: ID) { securityEvents(first: 100, filter: { actorId: $v }) { edges { node { kind } } } }',
    (v) => ({ v }),
    () => theirs.users.admin.id,
  ),
  'Query.partner(id)': probe(
    'query($v: ID!) { partner(id: $v) { name consents { companyId } } }',
    (v) => ({ v }),
    () => foreign.partner,
  ),
  'Mutation.createPartner(input.idempotencyKey)': probe(
    changing('createPartner', 'CreatePartnerInput', 'partner { scopes }'),
    (idempotencyKey) => input({ name: newCode(), scopes: ['accounts:read'], idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  'Mutation.updatePartner(input.id)': probe(
    changing('updatePartner', 'UpdatePartnerInput'),
    (id) => input({ id, name: newCode() }),
    () => foreign.partner,
  ),
  'Mutation.createApiKey(input.partnerId)': probe(
    changing('createApiKey', 'CreateApiKeyInput'),
    (partnerId) => input({ partnerId, scopes: ['accounts:read'] }),
    () => foreign.partner,
  ),
  'Mutation.createApiKey(input.idempotencyKey)': probe(
    changing('createApiKey', 'CreateApiKeyInput', 'apiKey { scopes isActive }'),
    (idempotencyKey) => input({ partnerId: ownPartner, scopes: ['accounts:read'], idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  'Mutation.rotateApiKey(input.id)': probe(
    changing('rotateApiKey', 'RotateApiKeyInput'),
    (id) => input({ id, overlapSeconds: 60 }),
    () => foreign.apiKey,
  ),
  'Mutation.rotateApiKey(input.idempotencyKey)': probe(
    changing('rotateApiKey', 'RotateApiKeyInput'),
    (idempotencyKey) => input({ id: UNKNOWN_ID, overlapSeconds: 60, idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  'Mutation.revokeApiKey(input.id)': probe(
    changing('revokeApiKey', 'RevokeApiKeyInput'),
    (id) => input({ id }),
    () => foreign.apiKey,
  ),
  'Mutation.registerOperations(input.partnerId)': probe(
    changing('registerOperations', 'RegisterOperationsInput'),
    (partnerId) => input({ partnerId, manifest: MANIFEST }),
    () => foreign.partner,
  ),
  'Mutation.revokeManifest(input.partnerId)': probe(
    changing('revokeManifest', 'RevokeManifestInput'),
    (partnerId) => input({ partnerId, version: 1 }),
    () => foreign.partner,
  ),
  'Mutation.revokeOperations(input.partnerId)': probe(
    changing('revokeOperations', 'RevokeOperationsInput', 'revoked'),
    (partnerId) => input({ partnerId, ids: [foreign.operation] }),
    () => foreign.partner,
  ),
  'Mutation.revokeOperations(input.ids)': probe(
    changing('revokeOperations', 'RevokeOperationsInput', 'revoked'),
    (id) => input({ partnerId: ownPartner, ids: [id] }),
    () => foreign.operation,
    () => 'f'.repeat(64),
  ),
  'Mutation.withdrawConsent(input.partnerId)': probe(
    changing('withdrawConsent', 'WithdrawConsentInput'),
    (partnerId) => input({ partnerId }),
    () => foreign.partner,
  ),
  'Mutation.inviteUser(input.idempotencyKey)': probe(
    changing('inviteUser', 'InviteUserInput', 'invitation { status roles }'),
    (idempotencyKey) =>
      input({ email: `${newCode()}@ours.ge`, name: 'x', roles: ['accountant'], idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  'Mutation.revokeInvitation(input.id)': probe(
    changing('revokeInvitation', 'RevokeInvitationInput'),
    (id) => input({ id }),
    () => foreign.invitation,
  ),
  'Mutation.defineRole(input.idempotencyKey)': probe(
    changing('defineRole', 'DefineRoleInput', 'role { permissions memberCount }'),
    (idempotencyKey) =>
      input({
        name: `r_${uuidv7().replaceAll('-', '').slice(-20)}`,
        titleKa: 'x',
        titleEn: 'x',
        permissions: ['accounts:read'],
        idempotencyKey,
      }),
    () => 'their-key',
    uuidv7,
  ),
  'Mutation.defineRole(input.name)': probe(
    changing('defineRole', 'DefineRoleInput', 'role { permissions memberCount }'),
    (name) => input({ name, titleKa: 'x', titleEn: 'x', permissions: ['accounts:read'] }),
    () => 'their_role',
    () => 'other_role',
  ),
  'Mutation.deleteRole(input.name)': probe(
    changing('deleteRole', 'DeleteRoleInput'),
    (name) => input({ name }),
    () => 'their_other_role',
    () => 'nowhere_role',
  ),
  ...Object.fromEntries(
    (
      [
        ['setUserRoles', 'SetUserRolesInput', { roles: ['accountant'] }],
        ['endMembership', 'EndMembershipInput', {}],
        ['restoreMembership', 'RestoreMembershipInput', {}],
      ] as const
    ).map(([field, type, more]) => [
      `Mutation.${field}(input.userId)`,
      probe(
        changing(field, type),
        (userId) => input({ userId, ...more }),
        () => theirs.users.accountant.id,
      ),
    ]),
  ),
  'Mutation.switchCompany(input.companyId)': probe(
    changing('switchCompany', 'SwitchCompanyInput', 'expiresIn'),
    (companyId) => input({ companyId }),
    () => theirs.id,
  ),
  'Mutation.revokeSession(input.id)': probe(
    changing('revokeSession', 'RevokeSessionInput', 'revoked'),
    (id) => input({ id }),
    () => foreign.session,
  ),
  'Mutation.revokeOtherSessions(input.idempotencyKey)': probe(
    changing('revokeOtherSessions', 'RevokeOtherSessionsInput', 'revoked'),
    (idempotencyKey) => input({ idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  'Mutation.beginSecondFactor(input.idempotencyKey)': probe(
    changing('beginSecondFactor', 'BeginSecondFactorInput'),
    (idempotencyKey) => input({ idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
  'Mutation.createCompany(input.idempotencyKey)': probe(
    changing('createCompany', 'CreateCompanyInput', 'company { nameEn }'),
    (idempotencyKey) => input({ name: 'x', idempotencyKey }),
    () => 'their-key',
    uuidv7,
  ),
};
Object.assign(
  PROBES,
  IDENTITY_PROBES,
  taxProbes(() => foreign.tax),
  payrollProbes(() => foreign.payroll),
  inventoryProbes(
    () => foreign.stock,
    () => foreign.tax.invoices.issued,
    () => foreign.tax.invoices.counterparty,
  ),
  reportingProbes(
    () => foreign.account,
    () => foreign.tax.invoices.counterparty,
  ),
  exchangeRateProbes(),
  lockProbes(),
  openItemProbes(),
  revaluationProbes(),
  scheduleProbes(),
  fixedAssetProbes(),
);

const MANIFEST = JSON.stringify({ ['a'.repeat(64)]: 'query q { account(code: "1110") { code } }' });

/** Fields whose probes are elsewhere: whoever holds a refresh token is its owner, and cursors of events are below. */
const ELSEWHERE = new Set([
  'Mutation.refreshSession(input.refreshToken)',
  'Mutation.signOut(input.refreshToken)',
  // Codes of the caller's own second factor name nothing.
  'Mutation.confirmSecondFactor(input.code)',
  'Mutation.disableSecondFactor(input.code)',
  'Mutation.regenerateRecoveryCodes(input.code)',
  // A partner of another company's is let in by its identifier, which its owner gives away: that is what consent is.
  'Mutation.consentToPartner(input.partnerId)',
  // The number of a taxpayer is public and belongs to one company of the whole country.
  'Mutation.createCompany(input.taxId)',
  'Mutation.updateCompany(input.taxId)',
  ...TAX_PLACES_OF_NOTHING,
  ...PAYROLL_PLACES_OF_NOTHING,
  ...INVENTORY_PLACES_OF_NOTHING,
  ...REPORTING_PLACES_OF_NOTHING,
  'Subscription.transactionPosted(after)',
  'Subscription.transactionPosted(accountIds)',
  'Subscription.balanceChanged(after)',
  'Subscription.balanceChanged(accountIds)',
  'Subscription.taxDocumentChanged(after)',
  'Subscription.taxDocumentChanged(documentIds)',
  'Subscription.payrollRunProgress(after)',
  'Subscription.payrollRunProgress(documentIds)',
  'Subscription.reportFileProgress(after)',
  'Subscription.reportFileProgress(documentIds)',
  'Subscription.stockChanged(after)',
  'Subscription.stockChanged(itemIds)',
  'Subscription.stockChanged(warehouseIds)',
]);

/** Roles go by their names. */
const ROLE_NAMES = new Set(['Mutation.defineRole(input.name)', 'Mutation.deleteRole(input.name)']);

const NAMES_SOMETHING =
  /^(id|ids|.+Ids?|code|.+Code|codePrefix|after|before|cursor|currency|idempotencyKey|search|year|number|.+Token)$/;

/** Every argument and input field of the schema through which something may be named. */
function placesThatName(): string[] {
  const places: string[] = [];
  const walk = (root: string, path: string, at: GraphQLArgument | GraphQLInputField): void => {
    const type = getNamedType(at.type);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) walk(root, `${path}.${field.name}`, field);
    } else if (['ID', 'Cursor'].includes(type.name) || NAMES_SOMETHING.test(at.name)) {
      places.push(`${root}(${path})`);
    }
  };
  for (const { coordinate, field } of fields) {
    for (const argument of field.args) walk(coordinate, argument.name, argument);
  }
  return places;
}

async function answerTo({ operation }: Probe, value: unknown): Promise<string> {
  const { query, variables } = operation(value as string);
  // Words may quote the value that was given; everything else must be equal to the letter.
  const text = JSON.stringify(await us.answer(query, variables));
  return text.replaceAll(String(value), '<value>').replaceAll(/OURS-[0-9a-f-]{36}/g, '<code>');
}

/** What queries are asked about, where an example will not do. */
const GIVEN: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  account: { code: '1110' },
  fiscalYear: { year: 2026 },
  closeChecklist: { year: 2026, month: 1 },
  dueEntries: { until: '2026-12-31' },
  depreciationPreview: { year: 2026, month: 2 },
  fixedAssetMovements: { from: '2026-01-01', to: '2026-12-31' },
  reportFile: { report: 'TURNOVER_SHEET', from: '2026-01-01', to: '2026-12-31' },
  consolidatedBalanceSheet: { asOf: '2026-12-31' },
  consolidatedIncomeStatement: { from: '2026-01-01', to: '2026-12-31' },
  consolidatedCashFlowStatement: { from: '2026-01-01', to: '2026-12-31' },
  consolidatedChangesInEquity: { from: '2026-01-01', to: '2026-12-31' },
  cashForecast: { from: '2026-06-01', weeks: 4 },
  exchangeRate: { currency: 'USD' },
  exchangeRates: { currency: 'USD' },
  ownExchangeRates: { currency: 'USD' },
  counterparty: { taxId: '404404404' },
  item: { code: 'NONE' },
  vatReturn: { year: 2025, month: 3 },
  profitTaxReturn: { year: 2025, month: 3 },
  form30: { year: 2025, month: 3 },
  smallBusinessReturn: { year: 2025, month: 3 },
  propertyTaxReturn: { year: 2025 },
  vatCapitalGoods: { year: 2025 },
  budgetComparison: { fromYear: 2026, toYear: 2026 },
  exciseReturn: { year: 2025, month: 3 },
  exciseItems: { year: 2025, month: 3 },
  workingMonth: { year: 2025, month: 3 },
  payrollForm30File: { year: 2025, month: 3 },
  payrollForecast: { year: 2025, month: 3 },
  leaveProvision: { year: 2025, month: 3 },
  incomeCertificateFile: { year: 2025 },
};

describe('what belongs to another company', () => {
  it('can be named in no place of the schema that this test does not try', () => {
    const places = placesThatName();
    expect(places.filter((place) => !(place in PROBES) && !ELSEWHERE.has(place))).toEqual([]);
    const known = [...Object.keys(PROBES), ...ELSEWHERE].filter((place) => !ROLE_NAMES.has(place));
    expect(known.filter((place) => !places.includes(place))).toEqual([]);
  });

  it.each(Object.keys(PROBES))('is to %s as if it were nowhere', async (place) => {
    for (const given of [PROBES[place] ?? []].flat()) {
      const theirAnswer = await answerTo(given, given.foreign());
      expect(theirAnswer).not.toContain(SECRET.slice(1));
      expect(theirAnswer).not.toContain('INTERNAL_SERVER_ERROR');
      const version = /"version":\d+/g;
      expect(theirAnswer.replaceAll(version, '')).toBe(
        (await answerTo(given, given.unknown())).replaceAll(version, ''),
      );
    }
  });

  it('stays as it was after all that', async () => {
    const { transaction } = await them.query<{ transaction: { status: string } }>(
      'query($id: ID!) { transaction(id: $id) { status version } }',
      { id: foreign.draft.id },
    );
    expect(transaction).toEqual({ status: 'DRAFT', version: 1 });
    const { account } = await them.query<{ account: object }>(
      '{ account(code: "SECRET-1") { version isActive role } }',
    );
    expect(account).toEqual({ version: 1, isActive: true, role: SECRET });
    const doors = await them.query(
      `query($id: ID!) {
        partner(id: $id) {
          name isOwn scopes
          consents { companyId withdrawnAt }
          keys(first: 5) { edges { node { id isActive successorId } } }
          operations(first: 5) { edges { node { id } } }
        }
        invitations(first: 5) { edges { node { id status } } }
        roles { name isBuiltIn }
        sessions { id }
      }`,
      { id: foreign.partner },
    );
    expect(doors).toMatchObject({
      partner: {
        name: SECRET,
        isOwn: true,
        consents: [{ companyId: theirs.id, withdrawnAt: null }],
        keys: { edges: [{ node: { id: foreign.apiKey, isActive: true, successorId: null } }] },
        operations: { edges: [{ node: { id: foreign.operation } }] },
      },
      invitations: { edges: [{ node: { id: foreign.invitation, status: 'OPEN' } }] },
      sessions: [{ id: foreign.session }],
    });
    expect(doors).toHaveProperty(
      'roles',
      expect.arrayContaining([
        { name: 'their_role', isBuiltIn: false },
        { name: 'their_other_role', isBuiltIn: false },
      ]),
    );
    const { periods } = await them.query<{ periods: { month: number; status: string }[] }>(
      '{ periods(year: 2011) { month status } }',
    );
    expect(periods.filter(({ status }) => status === 'CLOSED').map(({ month }) => month)).toEqual([1, 2]);
  });

  it('is in no answer to any query, however deep it asks', async () => {
    const ids = await identifiersOf(theirs);
    expect(ids.length).toBeGreaterThan(60);
    for (const root of fields.filter(({ kind }) => kind === 'query')) {
      // Without a sign-in at RS.ge nobody can be asked there.
      if (['rsGeTaxpayer', 'rsGeUnits'].includes(root.field.name)) continue;
      const given = GIVEN[root.field.name] ?? {};
      const answer = await deepest(root, given);
      expect([root.coordinate, answer.errors]).toEqual([root.coordinate, undefined]);
      const text = JSON.stringify(answer.data);
      expect([root.coordinate, ids.filter((id) => text.includes(id))]).toEqual([root.coordinate, []]);
      expect(text).not.toContain(SECRET);
    }
  });

  it('is nothing to a subgraph that is asked for it as an entity', async () => {
    const { draft, posted, account } = foreign;
    const [period] = await system.owner.sql<{ id: string }[]>`
      select id from ledger.fiscal_periods where company_id = ${theirs.id} limit 1`;
    const theirIds: Record<string, string[]> = {
      Account: [account, theirs.accountId('1110')],
      Transaction: [draft.id, posted.id],
      Period: [period?.id ?? ''],
      User: [theirs.users.admin.id, theirs.users.accountant.id],
      Company: [theirs.id],
      ...entitiesOfTheirTaxes(foreign.tax),
      ...entitiesOfTheirPayroll(foreign.payroll),
      ...entitiesOfTheirStock(foreign.stock),
      ...entitiesOfTheirReports(),
    };
    const tried = new Set<string>();
    for (const subgraph of [
      system.ledger,
      system.identity,
      system.tax,
      system.payroll,
      system.inventory,
      system.reporting,
    ]) {
      for (const type of entitiesOf(subgraph)) {
        // Named by a month, of whoever asks: there is none of another company's.
        if (type === 'CloseChecklist') continue;
        const ids = theirIds[type];
        if (ids === undefined)
          throw new Error(`Say what another company's ${type} is, and it will be asked for.`);
        for (const id of ids) {
          const { data, errors } = await askForEntity(subgraph, type, id);
          // A reference that a subgraph cannot resolve tells no more than was given to it.
          const found = (data?.['_entities'] as (Record<string, unknown> | null)[] | undefined)?.[0] ?? null;
          if (found !== null) expect(Object.keys(found)).toEqual(['__typename', 'id']);
          else expect([type, found, errors]).toEqual([type, null, undefined]);
          tried.add(type);
        }
      }
    }
    expect([...tried].sort()).toEqual(Object.keys(theirIds).sort());
  });
});

function entitiesOf({ schema }: SubgraphRuntime): string[] {
  const union = schema.getType('_Entity');
  if (union === undefined || !('getTypes' in union)) return [];
  return union.getTypes().map(({ name }) => name);
}

async function askForEntity(subgraph: SubgraphRuntime, type: string, id: string) {
  const contextValue = subgraph.createContext({
    principal: {
      userId: ours.users.admin.id,
      companyId: ours.id,
      roles: ['admin'],
      permissions: new Set(BUILT_IN_ROLES.admin),
      tokenId: uuidv7(),
      sessionId: uuidv7(),
      issuedAt: Date.now() / 1000,
      expiresAt: Date.now() / 1000 + 60,
    },
    requestId: 'tenancy',
    language: 'ka',
  });
  const output = subgraph.schema.getType(type);
  if (output === undefined || !('getInterfaces' in output)) throw new Error(`${type} is no object`);
  return graphql({
    schema: subgraph.schema,
    source: `query($all: [_Any!]!) { _entities(representations: $all) { ... on ${type} ${selectionOf(output as never, 1)} } }`,
    variableValues: { all: [{ __typename: type, id }] },
    contextValue,
  });
}

/** The answer to a field with all that is below it, as deep as the limits let anybody ask. */
async function deepest(root: RootField, given: Record<string, unknown>) {
  for (let depth = 5; ; depth -= 1) {
    const { query, variables } = operationOn(root, given, depth);
    const answer = await us.answer(query, variables);
    const isTooMuch = answer.errors?.some(({ extensions }) => extensions['code'] === 'COST_LIMIT_EXCEEDED');
    if (isTooMuch !== true || depth === 3) return answer;
  }
}

/** All identifiers of a company that its own members can see. */
async function identifiersOf({ id }: TestCompany): Promise<string[]> {
  // Every table that has both is looked at, those to come too.
  const tables = await system.owner.sql<{ name: string; column: string }[]>`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name, quote_ident(i.attname) as column
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
    join pg_attribute i on i.attrelid = c.oid and i.atttypid = 'uuid'::regtype and i.attname <> 'company_id' and i.attnum > 0
    where n.nspname in ('ledger', 'identity', 'tax', 'payroll', 'inventory', 'reporting') and c.relkind in ('r', 'p') and not c.relispartition`;
  const found = await Promise.all(
    tables.map(({ name, column }) =>
      system.owner.sql.unsafe<{ id: string }[]>(
        `select distinct ${column}::text as id from ${name} where company_id = $1 and ${column} is not null`,
        [id],
      ),
    ),
  );
  const rows = [...found.flat(), { id }];
  return [...new Set(rows.map((row) => row.id))];
}

describe('what one company does', () => {
  it('moves no figure, count, position or number of the other', async () => {
    const before = await books(us);
    const numbered = await record(us, sale('1.00'));
    const after = await books(us);
    expect(after).not.toEqual(before);
    for (let index = 0; index < 5; index++) await record(them, sale('5.00'));
    await them.refusal(mutation('recordTransaction'), { input: sale('1.00', { date: '1999-01-01' }) });
    expect(await books(us)).toEqual(after);
    const next = await record(us, sale('1.00'));
    expect(next.seq).toBe((numbered.seq ?? 0) + 1);
    expect(Number(next.number?.slice(5))).toBe(Number(numbered.number?.slice(5)) + 1);
  });

  it('is not seen by a subscriber of the other, whatever accounts it watches', async () => {
    const after = await system.ledger.feed.latest(ours.id);
    const query = (args: string) => `subscription(${args}) { seq transaction { id } } }`;
    const all = us.subscribe<Posted>(query('$after: Cursor) { transactionPosted(after: $after'), { after });
    const filtered = us.subscribe<Posted>(
      query('$after: Cursor, $ids: [ID!]) { transactionPosted(after: $after, accountIds: $ids'),
      {
        after,
        ids: [foreign.child, theirs.accountId('1110')],
      },
    );
    const balances = us.subscribe<{ balanceChanged: { account: { id: string } } }>(
      'subscription($after: Cursor) { balanceChanged(after: $after) { account { id } } }',
      { after },
    );
    const first = await record(us, sale('1.00'));
    for (let index = 0; index < 5; index++) await record(them, sale('5.00'));
    const second = await record(us, sale('2.00'));
    const seen = await all.upTo(2);
    expect(seen.map(({ transactionPosted }) => transactionPosted.transaction.id)).toEqual([
      first.id,
      second.id,
    ]);
    const own = new Set([ours.accountId('1110'), ours.accountId('6110')]);
    const changes = await balances.upTo(4);
    expect(changes.every(({ balanceChanged }) => own.has(balanceChanged.account.id))).toBe(true);
    expect(filtered.seen).toEqual([]);
    await Promise.all([all.stop(), filtered.stop(), balances.stop()]);
  });

  it('makes cursors that mean to the other what any made-up one means', async () => {
    const query =
      'subscription($after: Cursor) { transactionPosted(after: $after) { seq transaction { id } } }';
    const ending = async (after: string) => {
      const watching = us.subscribe(query, { after });
      const { errors } = await watching.ended;
      await watching.stop();
      return errors?.map(({ extensions }) => ({ ...extensions, value: null }));
    };
    // Their log is longer than ours: what lies beyond the end of ours is no cursor of ours.
    const made = Buffer.from('987654').toString('base64url');
    expect(await ending(foreign.eventCursor)).toEqual(await ending(made));
    // Within our log it is a position of ours, and brings what is ours.
    const early = Buffer.from('1').toString('base64url');
    const watching = us.subscribe<Posted>(query, { after: early });
    const ourIds = new Set(await identifiersOf(ours));
    const seen = await watching.upTo(3);
    expect(seen.every(({ transactionPosted }) => ourIds.has(transactionPosted.transaction.id))).toBe(true);
    await watching.stop();
  });
});

interface Posted {
  readonly transactionPosted: { readonly seq: number; readonly transaction: { readonly id: string } };
}

describe('all of this', () => {
  it('runs as application roles, which own nothing and cannot pass by row-level security', async () => {
    const sessions = await system.owner.sql<
      { application: string; role: string; super: boolean; bypass: boolean; owned: number }[]
    >`
      select distinct a.application_name as application, a.usename as role, r.rolsuper as super,
             r.rolbypassrls as bypass, (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
      from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
      where a.datname = current_database() and a.pid <> pg_backend_pid() and a.application_name like 'davtari %'
      order by 1`;
    expect(sessions.map(({ role }) => role)).toEqual(
      expect.arrayContaining([
        'davtari_identity',
        'davtari_inventory',
        'davtari_reporting',
        'davtari_ledger',
        'davtari_payroll',
        'davtari_tax',
      ]),
    );
    for (const session of sessions) expect(session).toMatchObject({ super: false, bypass: false, owned: 0 });
  });
});
